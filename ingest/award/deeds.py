"""What a form's prose says was done, sentence by sentence, and what the names in it tell of belonging."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ingest.award import offices, outsiders, uptake, users
from ingest.award.case import Case, cut, sentences
from ingest.award.facility import facilities_of
from ingest.award.standing import district_of
from ingest.award.themes import DOES
from ingest.award.units import Unit
from ingest.award.witness import Rule
from ingest.layout import View
from ingest.lexicon import is_place, organization_kind
from ingest.mentions import mentions
from ingest.prose.houses.parents import parent, place
from kg.model import Assertion, EntityRef, Fact, Span
from kg.text import HAN, heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["stated"]

NAME_TELLS_PARENT = Rule("NAME_TELLS_PARENT")
"""某某大学附属医院 is part of 某某大学."""
NAME_TELLS_PLACE = Rule("NAME_TELLS_PLACE")
"""某某市中心医院 stands in 某某市."""
NAME_TELLS_DISTRICT = Rule("NAME_TELLS_DISTRICT")
"""某某市某某区中心医院 stands in 某某市某某区."""
SEAT_COLUMN = Rule("SEAT_COLUMN")
"""The cell of where a completing unit stands: 所在地."""
DEPARTMENT_OF = Rule("DEPARTMENT_OF")
"""某某医院放射科, 我院核医学科."""
DEPARTMENT_DOES = Rule("DEPARTMENT_DOES")
"""我院核医学科率先开展某技术的临床研究."""
LED_BY_US = Rule("LED_BY_US")
"""“某某重点实验室”由我院牵头建设."""

_MEETS = frozenset({"ADOPTED_BY", "MEMBER_OF"})
_SOON = 8
_TOWN = re.compile(rf"[{HAN}]{{2,8}}[省市县区州盟]")
_TEXTS = ("summary", "opinion", "uptake", "innovations", "features", "field", "funding")
_LED_BY_US = re.compile(
    rf"[“\"](?P<body>[{HAN}]{{4,30}}(?:实验室|中心|研究所))[”\"](?:由|是)(?P<who>我院|本院|我校|我所|我单位)"
    r"(?:牵头|负责)?(?:建设|组建|承建)"
)
_CENTRE = re.compile(
    rf"(?P<whole>(?:我|本)院|[{HAN}]{{4,30}}?医院)(?P<part>(?:胸痛|卒中|创伤|影像|医学影像|放疗|肿瘤|心脏|心血管|脑血管|神经|呼吸|消化|生殖|检验|病理|超声|内镜|介入|"
    rf"质控|体检|急救|急诊|康复|透析|移植|核医学|质子|诊疗|诊断|会诊|转化医学|临床试验|生命支持)[{HAN}]{{0,4}}?中心)"
)
_DEPARTMENT = re.compile(
    rf"(?P<whole>[{HAN}]{{4,30}}?(?:医院|大学|学院|研究所)|我院|本院|医院)(?P<part>[{HAN}]{{1,8}}(?:科|中心))(?![{HAN}]?(?:研|学|技|普))"
    rf"(?P<more>(?:、[{HAN}]{{2,8}}?科(?!学))*(?:与|和|及)[{HAN}]{{2,8}}?科(?!学))?"
)


def stated(case: Case, nlp: Language) -> Iterator[Assertion]:
    """AFFILIATED_WITH, MEMBER_OF, ADOPTED_BY, FUNDED_BY, PART_OF, BUILT, HOSTED_BY and LOCATED_IN."""
    met: dict[str, Span] = {}
    for one in _told(case, nlp):
        yield one
        if isinstance(one, Fact) and one.predicate in _MEETS and one.object.label == "Organization":
            met.setdefault(one.object.name, one.evidence.span)
    yield from _seated(case)
    yield from _named(case, met)


def _seated(case: Case) -> Iterator[Assertion]:
    """LOCATED_IN of the completing units whose records tell where they stand."""
    for record in case.form.of("unit"):
        seat, name = record.fields.get("seat"), record.fields.get("unit_name")
        unit = next((one for one in case.units if name and one.name == heal_name(case.form.text(name))), None)
        where = heal_name(case.form.text(seat)) if seat else ""
        if unit is not None and (is_place(where) or _TOWN.fullmatch(where)):
            place = EntityRef(label="Place", name=where)
            yield case.at(case.form.page.span(*record.extent), SEAT_COLUMN).fact(unit.ref, "LOCATED_IN", place)


def _told(case: Case, nlp: Language) -> Iterator[Assertion]:
    for view, unit in _texts(case):
        for sentence in sentences(view):
            yield from offices.in_sentence(case, sentence)
            yield from outsiders.named(case, sentence, nlp)
            yield from uptake.adopted(case, sentence, unit)
            yield from uptake.spread(case, sentence, nlp)
            yield from uptake.funded(case, sentence, nlp)
            yield from uptake.invested(case, sentence, unit)
            yield from _parts(case, sentence, unit, nlp)
    yield from offices.in_contributions(case)
    yield from uptake.funded_by_field(case)
    yield from users.adopted_in_lists(case, nlp)
    yield from facilities_of(case, nlp)


def _texts(case: Case) -> Iterator[tuple[View, Unit | None]]:
    for view in case.texts(*_TEXTS):
        yield view, None
    for unit in case.units:
        if unit.contribution is not None:
            yield unit.contribution, unit


def _parts(case: Case, sentence: View, unit: Unit | None, nlp: Language) -> Iterator[Assertion]:
    """Departments called with their hospital, and laboratories that 我院 leads."""
    for match in _LED_BY_US.finditer(sentence.text):
        whole = case.organization(match["who"], unit)
        if whole is not None:
            span = sentence.span(match.start(), match.end())
            yield _part(case, heal_name(match["body"]), whole.name, span, LED_BY_US)
    for match in _CENTRE.finditer(sentence.text):
        whole = case.organization(match["whole"], unit)
        if whole is not None and whole.name in case.known_organizations():
            span = sentence.span(match.start(), match.end())
            yield _part(case, whole.name + match["part"], whole.name, span, DEPARTMENT_OF)
    for match in _DEPARTMENT.finditer(sentence.text):
        hospital = case.organization(match["whole"], unit)
        if hospital is None or hospital.name not in case.known_organizations():
            continue
        span = sentence.span(match.start(), match.end())
        for name in [match["part"], *re.split(r"[、与和及]", match["more"] or "")]:
            if name and organization_kind(name) == "department":
                yield _part(case, hospital.name + name, hospital.name, span, DEPARTMENT_OF)
        if not match["more"]:
            yield from _department_does(case, sentence, match, hospital.name, nlp)


def _department_does(case: Case, sentence: View, match: re.Match[str], hospital: str, nlp: Language) -> Iterator[Assertion]:
    """WORKS_ON of a department whose name the verb of its clause follows soon: 我院核医学科率先开展某技术的研究."""
    clause = re.split("[，。；]", sentence.text[match.end() :])[0]
    verb = DOES.search(clause)
    if verb is None or verb.start() > _SOON or organization_kind(match["part"]) != "department":
        return
    department = EntityRef(label="Organization", name=hospital + match["part"])
    words = case.at(sentence.span(match.start(), match.end() + len(clause)), DEPARTMENT_DOES)
    for mention in mentions(cut(sentence, match.end(), match.end() + len(clause)), nlp):
        if mention.label == "Technology":
            yield words.fact(department, "WORKS_ON", mention.ref)


def _part(case: Case, name: str, whole: str, span: Span, rule: Rule, basis: str | None = None) -> Assertion:
    part, of = EntityRef(label="Organization", name=name), EntityRef(label="Organization", name=whole)
    return case.at(span, rule).fact(part, "PART_OF", of, basis=basis)


def _named(case: Case, met: Mapping[str, Span]) -> Iterator[Assertion]:
    """What the names of organisations tell, those met in sentences too: whose part each is, and where it stands."""
    seen: set[str] = set()
    for name, span in [*_organizations(case), *met.items()]:
        if name in seen:
            continue
        seen.add(name)
        whole, where = parent(name), place(name)
        if whole:
            yield _part(case, name, whole, span, NAME_TELLS_PARENT, "名称")
        if where:
            one, there = EntityRef(label="Organization", name=name), EntityRef(label="Place", name=where)
            yield case.at(span, NAME_TELLS_PLACE).fact(one, "LOCATED_IN", there, basis="名称")
        if where and (district := district_of(name)):
            one, within = EntityRef(label="Organization", name=name), EntityRef(label="Place", name=district)
            yield case.at(span, NAME_TELLS_DISTRICT).fact(one, "LOCATED_IN", within, basis="名称")


def _organizations(case: Case) -> Iterator[tuple[str, Span]]:
    yield from ((unit.name, unit.span) for unit in case.units)
    yield from ((place.name, place.span) for person in case.people for place in person.affiliations)
    for view in case.texts("nominator"):
        if organization_kind(heal_name(view.text)):
            yield heal_name(view.text), view.span(0, len(view.text))
    for view in case.texts(*_TEXTS):
        for match in offices.FOUNDED.finditer(view.text):
            yield offices.society_name(match["body"]), view.span(match.start("body"), match.end("body"))

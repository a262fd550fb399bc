"""Nomination forms (推荐公示, 提名公示): people, units, innovation points, papers and awards of an achievement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.announced import announced
from ingest.award import classified, coined, cooperation, deeds, economics, outputs, seated, sums, themes
from ingest.award.case import IN_CONTRIBUTIONS, Case, case_of
from ingest.award.completers import Person, experts_of
from ingest.award.earlier import opens_with_completer, received, society_giving, told_in_section, work_before
from ingest.award.forms import Value
from ingest.award.honour_rows import honour_rows
from ingest.award.honours import Honour, awarded, honours_in, province_of
from ingest.award.listed import organizations_in
from ingest.award.nominations import nomination_of, of_house
from ingest.award.numbered import rank_of
from ingest.award.recognised import nominations
from ingest.award.shared_honours import shared
from ingest.award.witness import Rule, Witness
from ingest.layout import View
from ingest.lexicon import organization_kind
from kg.model import Assertion, Document, EntityRef
from kg.text import heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["AwardIngester"]

PERSON_RECORD = Rule("PERSON_RECORD")
PERSON_LIST = Rule("PERSON_LIST")
UNIT_RECORD = Rule("UNIT_RECORD")
UNIT_PROSE = Rule("UNIT_PROSE")
UNIT_OF_PERSON = Rule("UNIT_OF_PERSON")
NOMINATOR_FIELD = Rule("NOMINATOR_FIELD")
NOMINATOR_TOLD = Rule("NOMINATOR_TOLD")
NOMINATING_EXPERT = Rule("NOMINATING_EXPERT")
HONOUR_CELL = Rule("HONOUR_CELL")
AWARDED_IN_PROSE = Rule("AWARDED_IN_PROSE")
AWARD_GIVER = Rule("AWARD_GIVER")
"""The column of who gave the award: 授奖单位."""
NAME_ENDING = Rule("NAME_ENDING")
POINT_ONLY_REFERRED = Rule("POINT_ONLY_REFERRED")
_ITEM_OPENS = re.compile(r"\s*(?:\d{1,2}\s*[.．、](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])")
_HONOUR_ENDS = re.compile(r"(?:[奖）)。；;]|排[名序]第?\s*[\d一二三四五六七八九十]{1,2}|\d/\d{1,2}|完成人)\s*$")
_BY_UNIT = re.compile(r"完成人[^\n]{0,6}[（(](?:主要)?完成单位[)）]\s*[:：]?\s*$")
_LABEL_REACH = 24
_JOINTLY = re.compile(r"[（(]联合(?:提名|推荐|申报)[)）]")
_ASKS = re.compile(r"[，,；;。\s]+拟?(?:提名|推荐|申报)(?!单位|者|专家|人).*", re.DOTALL)
"""What a nominator proposes, told behind its name."""
_OF_COMPLETERS = re.compile(r"完成人[^\n。；;]{0,12}\s*\Z")
"""A label of the awards of the completers, none of which is the work's."""
_AS_WHICH = re.compile(r"(?:以|作为)(?P<rank>第[一二三四五六七八九十\d]+)(?:主要)?完成人(?:身份)?$")
_OTHERS_GOT = re.compile(r"项目|成果|论文|专利|团队|学生|研究生|博士|硕士|软件|产品|系统|课题组|医院|学科|科室|指导|带领")
_HOLDERS_TOLD = re.compile(
    r"[，,；;（(]\s*(?:主要)?(?:获奖|授奖)(?:人员?|者)?\s*(?:为|是|有|[：:])\s*"
    r"(?P<names>[\u4e00-\u9fff·、，, ]{2,80}?)等?[)）]?(?=[。；;\n]|$)"
)
_CONSENTS = re.compile(
    r"(?:^|(?<=[。；;\n]))\s*经?(?P<who>[\u4e00-\u9fff（）]{4,30}?)(?:组织|专家|认真|严格|已|对|按照?|审|研究)[^。；]{0,60}?"
    r"(?:同意|决定)(?:联合)?(?:推荐|提名)"
)
"""某学会认真审阅了提名材料，同意提名: who speaks in a recommendation, where no field names who nominates."""
_WORK_DONE_BY = re.compile(r"(?:完成|主持|牵头|负责|研究|申报|参与)的[《“][^《》“”]*[》”][^《》“”]*$")
"""甲牵头完成的“某某研究”(获…): the work got it."""
_IS_ONE = re.compile(r"(?:系|是|为|任|担任|现任|兼任)[^，]{2,}(?:长|员|任|授|师|士|委|人|席|家)$")
"""甲系某某学会委员: what the words behind go on to tell is the person's."""
_TELLS_NO_OTHER = re.compile(r"\s*(?:(?:(?:19|20)\d\d年?|曾|先后|并|还|也|又|现|兼|任|担任|现任|兼任)[^成课项技产系论]{0,40})?")


class AwardIngester:
    """Reads nomination forms, whichever way they are laid out; a notice of several projects is several forms."""

    name = "award"
    version = "1"
    emits = frozenset(
        (
            *("AFFILIATED_WITH", "PARTICIPATED_IN", "COMPLETED", "NOMINATED", "NOMINATED_FOR", "RECEIVED"),
            *("BROADER", "HAS_INNOVATION", "CONTRIBUTED_TO", "CONCERNS", "WORKS_ON", "TARGETS", "ADOPTED_BY", "FUNDED_BY"),
            *(
                "PART_OF",
                "LOCATED_IN",
                "RUN_BY",
                "AUTHORED",
                "PUBLISHED_IN",
                "OUTPUT_OF",
                "BUILT",
                "HOSTED_BY",
                "HAS_METRIC",
                "LEADS",
                "MEMBER_OF",
            ),
        )
    )

    def accepts(self, document: Document) -> bool:
        """Whether the document names an achievement, and its people, units or who nominates it."""
        return bool(nominations(document))

    def ingest(self, document: Document, nlp: Language) -> Iterator[Assertion]:
        """What the document's forms state, form by form."""
        witness = Witness(document, self.name)
        for form in nominations(document):
            case = case_of(form, witness)
            if case is not None:
                yield from _stated(case)
                yield from outputs.stated(case)
                yield from deeds.stated(case, nlp)
                yield from themes.stated(case, nlp)
                yield from economics.stated(case)
                yield from sums.stated(case)
                yield from coined.stated(case, nlp)
                yield from cooperation.stated(case, nlp)
                yield from classified.stated(case, nlp)
                yield from seated.stated(case)


def _stated(case: Case) -> Iterator[Assertion]:
    yield from _nominated(case)
    for person in case.people:
        yield from _completed(case, person)
    yield from () if case.units else _completed_by_homes(case)
    for unit in case.units:
        rule = UNIT_OF_PERSON if unit.of_person else UNIT_PROSE if unit.prose else UNIT_RECORD
        yield case.at(unit.span, rule).fact(unit.ref, "COMPLETED", case.achievement, rank=unit.rank)
    yield from _innovations(case)
    yield from _awarded(case)
    yield from _kinds(case)


def _nominated(case: Case) -> Iterator[Assertion]:
    form = case.form
    experts = experts_of(form)
    for value in form.values("nominator"):
        view = form.view(value)
        said = view.span(0, len(view.text))
        if any(one.affiliations and said.start <= one.span.start < said.end for one in experts):
            continue
        names = _government_of(heal_name(view.text)) or organizations_in(_JOINTLY.sub("", _ASKS.sub("", view.text)))
        for name in names:
            if organization_kind(name):
                nominator = EntityRef(label="Organization", name=name)
                span = view.span(0, len(view.text))
                yield case.at(span, NOMINATOR_FIELD).fact(nominator, "NOMINATED", case.achievement)
    for expert in experts:
        yield from _employed(case, expert, NOMINATING_EXPERT)
    if not experts and not any(True for _ in form.values("nominator")):
        yield from _consenting(case)
    yield from _asked_or_given(case)


def _consenting(case: Case) -> Iterator[Assertion]:
    """Who says in the recommendation that it nominates the work."""
    for view in case.texts("opinion"):
        for match in _CONSENTS.finditer(view.text):
            if organization_kind(match["who"]):
                nominator = EntityRef(label="Organization", name=heal_name(match["who"]))
                yield case.at(view.span(match.start("who"), match.end()), NOMINATOR_TOLD).fact(
                    nominator, "NOMINATED", case.achievement
                )
                return


def _asked_or_given(case: Case) -> Iterator[Assertion]:
    """The award that the form asks for, or that it says was given, and who gives it."""
    document = case.witness.document
    nomination = nomination_of(case.form, title=document.title, announced=announced(document))
    whose = of_house(nomination.award, document) if nomination is not None else ""
    if nomination is None or not whose:
        return
    award = EntityRef(label="Award", name=whose)
    words = case.at(nomination.span, Rule(nomination.rule))
    if nomination.given:
        yield words.fact(case.achievement, "RECEIVED", award, year=nomination.year, grade=nomination.grade)
    else:
        yield words.fact(case.achievement, "NOMINATED_FOR", award, year=nomination.year, category=nomination.category)
    if nomination.giver is not None:
        giver = EntityRef(label="Organization", name=heal_name(nomination.giver.text))
        span = nomination.giver.span(0, len(nomination.giver.text))
        yield case.at(span, AWARD_GIVER).fact(award, "RUN_BY", giver)
    else:
        yield from society_giving(case, award, nomination.span)


def _government_of(place: str) -> list[str]:
    """The government of a province that a form names as nominator: provinces nominate by their governments."""
    return [f"{place}人民政府"] if province_of(place) == place != "" else []


def _completed(case: Case, person: Person) -> Iterator[Assertion]:
    rule = PERSON_LIST if person.listed else PERSON_RECORD
    known = next(one for one in case.people if one.name == person.name)
    rank = known.rank if person.listed else person.rank
    yield case.at(person.span, rule).fact(person.ref, "PARTICIPATED_IN", case.achievement, rank=rank)
    yield from _employed(case, person, rule) if known is person or not person.listed else ()
    for honour in _own_honours(person):
        yield from received(case, person.ref, honour, HONOUR_CELL)


def _employed(case: Case, person: Person, rule: Rule) -> Iterator[Assertion]:
    for place in person.affiliations:
        employer = EntityRef(label="Organization", name=place.name)
        said = {"title": place.title, "position": place.position, "basis": place.basis}
        yield case.at(place.span, rule).fact(person.ref, "AFFILIATED_WITH", employer, **said)


def _completed_by_homes(case: Case) -> Iterator[Assertion]:
    """The houses of a list whose label says that its brackets hold the completing units: 主要完成人（完成单位）：甲（某院）."""
    for value in case.form.values("people"):
        if not _BY_UNIT.search(case.form.page.text[: value[0][0]][-_LABEL_REACH:]):
            continue
        view = case.form.view(value)
        listed = view.span(0, len(view.text))
        told: set[str] = set()
        for person in case.people:
            for place in person.affiliations[:1]:
                if place.name not in told and listed.start <= place.span.start < listed.end:
                    told.add(place.name)
                    unit = EntityRef(label="Organization", name=place.name)
                    yield case.at(place.span, UNIT_OF_PERSON).fact(unit, "COMPLETED", case.achievement)


def _own_honours(person: Person) -> Iterator[Honour]:
    """Awards of the person's own cell, and of the contribution where they are said to be the person's own."""
    yield from honours_in(person.honours) if person.honours else ()
    if person.contribution is not None and not person.honours:
        ranked = [honour for honour in honours_in(person.contribution) if honour.year and honour.rank]
        yield from ranked
        for before, honour in awarded(person.contribution):
            own = honour.year and not _OTHERS_GOT.search(re.split(r"[，,；;]", before)[-1])
            if own and not any((one.name, one.year) == (honour.name, honour.year) for one in ranked):
                as_which = _AS_WHICH.search(before)
                yield replace(honour, rank=honour.rank or (rank_of(as_which["rank"]) if as_which else None))


def _innovations(case: Case) -> Iterator[Assertion]:
    """The points of the form's own list, then those that only contributions refer to, and who contributed to which."""
    for point in case.innovations:
        words = case.at(point.span, Rule(point.rule))
        innovation = case.innovation(point.number)
        yield words.fact(case.achievement, "HAS_INNOVATION", innovation, number=point.number, numbering=case.numbering)
        yield words.attribute(innovation, "number", point.number)
        if point.title:
            yield words.attribute(innovation, "title", point.title)
    for reference in case.unlisted:
        words = case.at(reference.span, POINT_ONLY_REFERRED)
        innovation = case.innovation(reference.number)
        numbering = IN_CONTRIBUTIONS if case.innovations else None
        yield words.fact(case.achievement, "HAS_INNOVATION", innovation, number=reference.number, numbering=numbering)
        yield words.attribute(innovation, "number", reference.number)
    for reference in case.references:
        words = case.at(reference.span, Rule(reference.rule))
        yield words.fact(reference.who, "CONTRIBUTED_TO", case.innovation(reference.number))


def _awarded(case: Case) -> Iterator[Assertion]:
    """What was received before: by the achievement, or by the person whom the words before the verb end with."""
    for view in case.texts("summary", "opinion", "uptake", "innovations", "features"):
        for before, honour in awarded(view):
            clause = re.split(r"[，,；;]", before)[-1]
            work = work_before(before)
            done_by = work is not None and _WORK_DONE_BY.search(before) is not None
            persons = [] if done_by else case.persons_in(clause) or _sitter(case, before)
            told = [persons[-1].ref] if persons else [work or case.achievement, *_told_behind(case, view, honour)]
            for who in told:
                yield from received(case, who, honour, AWARDED_IN_PROSE)
            for name, rank in honour.ranks:
                if (one := case.completer(name)) is not None:
                    yield from received(case, one.ref, replace(honour, rank=rank), AWARDED_IN_PROSE)
    yield from honour_rows(case)
    for value in case.form.values("honours"):
        told_of = [] if _OF_COMPLETERS.search(case.form.page.text[: value[0][0]][-30:]) else [case.achievement]
        for view in _whole_honours(case, value):
            yield from shared(case, view)
            yield from told_in_section(case, view, told_of)


def _sitter(case: Case, before: str) -> list[Person]:
    """The completer of whom the clauses before a verb tell, the first of them by name: 甲系某会委员，2017年获…."""
    for clause in re.split(r"[，,；;]", before)[::-1]:
        opens = next((one for one in case.people if re.match(rf"\s*(?:其中|此外)?[，,]?{re.escape(one.name)}", clause)), None)
        if opens is not None and _IS_ONE.search(clause):
            return [opens]
        if opens is not None or not _TELLS_NO_OTHER.fullmatch(clause):
            return []
    return []


def _told_behind(case: Case, view: View, honour: Honour) -> list[EntityRef]:
    """The completers whom words behind an award name as those who received it: 某奖一等奖，获奖人：甲、乙."""
    at = view.offsets.index(honour.span.end - 1) + 1
    return _all_known(case, _HOLDERS_TOLD.match(view.text, at))


def _all_known(case: Case, named: re.Match[str] | None) -> list[EntityRef]:
    """The completers of a list of names; none where one of them is not theirs."""
    names = re.split(r"[、，,\s]+", named["names"].strip()) if named else []
    people = [case.completer(name) for name in names]
    return [person.ref for person in people if person] if all(people) else []


def _whole_honours(case: Case, value: Value) -> Iterator[View]:
    """The lines of a section of honours, those joined that a line's end cuts inside an award's name."""
    joined: list[tuple[int, int]] = []
    for start, end in value:
        for line in re.finditer(r"[^\n]*\S[^\n]*", case.form.page.text[start:end]):
            if joined and (_ITEM_OPENS.match(line.group()) or opens_with_completer(case, line.group())):
                yield case.form.view(tuple(joined))
                joined = []
            joined.append((start + line.start(), start + line.end()))
            if _HONOUR_ENDS.search(line.group()):
                yield case.form.view(tuple(joined))
                joined = []
    if joined:
        yield case.form.view(tuple(joined))


def _kinds(case: Case) -> Iterator[Assertion]:
    """The kinds of the organisations that stand in cells, by the ends of their names."""
    seen: set[str] = set()
    places = [(unit.name, unit.span) for unit in case.units]
    places += [(place.name, place.span) for person in case.people for place in person.affiliations]
    for name, span in places:
        kind = organization_kind(name)
        if kind and name not in seen:
            seen.add(name)
            yield case.at(span, NAME_ENDING).attribute(EntityRef(label="Organization", name=name), "kind", kind)

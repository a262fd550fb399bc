"""One nominated achievement as it has been read: who completed it, its innovation points, and how its form refers to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ingest.award.completers import Person, people_of
from ingest.award.forms import Form
from ingest.award.innovations import MOST_POINTS, Innovation, innovations_asked, innovations_of, referred
from ingest.award.listed import before_prose, healed_name
from ingest.award.numbered import rank_of
from ingest.award.units import Unit, units_of
from ingest.award.witness import Rule, Saying, Witness
from ingest.layout import View
from ingest.lexicon import organization_kind
from kg.model import EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["IN_CONTRIBUTIONS", "IN_SUMMARY", "Case", "Reference", "case_of", "cut", "sentences"]

IN_SUMMARY = "项目简介"
IN_CONTRIBUTIONS = "完成人段落"
"""The two numberings of innovation points, told where a form's list and its contributions do not agree."""

_SELF = re.compile(r"(?:我|本|该|贵)(?:院|校|所|中心|单位|医院|公司)|医院|学校")
_ORDINAL_PERSON = re.compile(r"第\s*([一二三四五六七八九十\d]+)\s*(?:主要)?完成人")
_LEADER = re.compile(r"项目(?:总)?负责人|课题负责人|项目带头人|总负责人")
_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]?")
_NAMES = rf"(?P<names>[{HAN}·]{{2,8}}(?:\s*[、，,和及与]\s*[{HAN}·]{{2,8}})*)(?=\s*(?:[）)。；;\n]|创新|$))"
_MAKERS = re.compile(
    rf"(?:(?:完成人员?|贡献人|贡献者|负责人|发明人)\s*[：:]|(?:主要|核心|共同)(?:完成人员?|贡献人|贡献者|发明人|发现人)(?:为|是|有|[：:])?)\s*{_NAMES}"
)
_NOTED_MAKERS = re.compile(
    rf"[（(](?P<names>[{HAN}·]{{2,8}}?(?:\s*[、，,和及与]\s*[{HAN}·]{{2,8}}?)*)(?:等?(?:共同|主要|联合|的)?(?:贡献|完成|发明|提出|负责|主持))[)）]"
)
"""…的微型探头（甲、乙贡献）."""
_POINT_MAKERS = re.compile(rf"(?:创新|发明|发现)点\s*(?P<n>\d{{1,2}}|[一二三四五六七八九十])\s*[：:]\s*{_NAMES}")
_NUMBERED_MAKERS = re.compile(
    r"(?:候选人|完成人)\s*(?P<numbers>\d{1,2}(?:\s*[、，,和及与]\s*(?:(?:候选人|完成人)\s*)?\d{1,2})*)(?:号|共同|均|都)*(?:对|为|在|是|完成)(?:了|完成)?"
    r"(?:本|该|此|上述)(?:项|条|个)?(?:主要|重要|科学|技术|科技)*(?:创新|发明|发现)[^。；;\n]{0,16}(?:贡献|完成人?|负责人?)"
)
"""Those who made a point, by their places in the list of people: 完成人1、3对本创新点有贡献."""
_QUOTED_AHEAD = re.compile(r"[《“](?P<name>[^《》“”]{4,})[》”](?=[，,。；;])")
"""A name between marks, with a sentence that goes on behind it."""
_LEAST_TAIL = 4
_ANNOUNCED_AS = re.compile(r"[（(]公[布示]名称?[)）]")
"""What stands before the name under which a work that is kept short is made known."""
_NOTED = re.compile(
    r"\s*[（(](?:(?:拟?(?:获|授|提名|推荐|申报))?[^（）()]{0,20}?[特一二三四]等奖?"
    r"|(?:提名|推荐|申报)?(?:项目|成果)?公示(?:材料|内容|稿|版|信息|表)?)[)）]\s*$"
)
"""“某某研究”（一等奖）, 某某研究（公示材料）: what a work won or is up for, and what the page is, are no part of its name."""
_IN_CHINESE = re.compile(r"^(?:项目|成果)?中文(?:名称?)?[：:]\s*")
"""中文：某某研究, in the field of the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An innovation number that a contribution refers to; ``before`` is what its sentence says before the number."""

    who: EntityRef
    number: int
    span: Span
    rule: str
    before: View


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An achievement's form with its people (records first, then lists), units and innovation points."""

    form: Form
    witness: Witness
    achievement: EntityRef
    people: tuple[Person, ...]
    units: tuple[Unit, ...]
    innovations: tuple[Innovation, ...]
    references: tuple[Reference, ...]

    @property
    def unlisted(self) -> tuple[Reference, ...]:
        """The first reference to each number that the form's own list lacks, by number."""
        listed = {point.number for point in self.innovations}
        first: dict[int, Reference] = {}
        for reference in self.references:
            if reference.number not in listed:
                first.setdefault(reference.number, reference)
        return tuple(first[number] for number in sorted(first))

    @property
    def numbering(self) -> str | None:
        """What the list's numbers are told to be, where contributions number otherwise."""
        return IN_SUMMARY if self.innovations and self.unlisted else None

    @property
    def done(self) -> tuple[Person | Unit, ...]:
        """The people, then the units."""
        return (*self.people, *self.units)

    def at(self, span: Span, rule: Rule) -> Saying:
        """The words of a span, read by a rule."""
        return self.witness.at(span, rule)

    def innovation(self, number: int) -> EntityRef:
        """An innovation point, called by its achievement and number."""
        return EntityRef(label="Innovation", name=f"{self.achievement.name}#{number}")

    def person(self, name: str) -> EntityRef:
        """A person; one of those who completed the achievement where the name is theirs."""
        known = self.completer(name)
        return known.ref if known else EntityRef(label="Person", name=name)

    def completer(self, name: str) -> Person | None:
        """The first of the people with that name."""
        return next((person for person in self.people if person.name == name), None)

    def ranked(self, rank: int) -> Person | None:
        """The person of a rank."""
        return next((person for person in self.people if person.rank == rank), None)

    def persons_in(self, words: str) -> list[Person]:
        """The people whom words name, by name, as 第N完成人 or as the project's leader, in the order of the words."""
        found: dict[str, tuple[int, Person]] = {}
        for person in self.people:
            if (at := words.find(person.name)) >= 0:
                found.setdefault(person.name, (at, person))
        for match in _ORDINAL_PERSON.finditer(words):
            if (one := self.ranked(rank_of(match[1]) or 0)) is not None:
                found.setdefault(one.name, (match.start(), one))
        if (leader := _LEADER.search(words)) and (one := self.ranked(1)) is not None:
            found.setdefault(one.name, (leader.start(), one))
        return [person for _, person in sorted(found.values(), key=lambda item: item[0])]

    def organization(self, words: str, speaker: Unit | None = None) -> EntityRef | None:
        """The organisation that words name: 我院 is the speaker or the first unit; a short form is the one name it ends."""
        name = heal_name(words).strip('“”"，。、 ')
        if _SELF.fullmatch(name):
            unit = speaker or (self.units[0] if self.units else None)
            return unit.ref if unit else None
        if organization_kind(name) is None:
            return None
        full = {known for known in self.known_organizations() if known.endswith(name) and known != name}
        if len(full) == 1 and len(name) >= _LEAST_TAIL:
            name = full.pop()
        return EntityRef(label="Organization", name=name)

    def known_organizations(self) -> set[str]:
        """The organisations that the form names in full."""
        places = {place.name for person in self.people for place in person.affiliations}
        return places | {unit.name for unit in self.units}

    def texts(self, *fields: str) -> Iterator[View]:
        """The healed texts of fields or sections, in order."""
        return (self.form.view(value) for value in self.form.values(*fields))


def case_of(form: Form, witness: Witness) -> Case | None:
    """The case of a form; None where the form names no achievement."""
    name = next((heal_name(form.text(before_prose(form, value))) for value in form.values("achievement")), "")
    name = _IN_CHINESE.sub("", _ANNOUNCED_AS.split(name)[0])
    name = _unquoted(_NOTED.sub("", name.strip("。；;（( ")).strip("。；;（( "))
    if not 4 <= len(name) <= 120 or not re.search(rf"[{HAN}A-Za-z]", name):
        return None
    units = tuple(units_of(form))
    people = tuple(people_of(form, {unit.rank: unit.name for unit in units if unit.rank}))
    points = tuple(innovations_of(form))
    if not points and (asked := [one.number for one in _references((*people, *units), _Counts(cells=MOST_POINTS))]):
        points = tuple(innovations_asked(form, max(asked)))
    circles = len(points) if all(point.rule == "CIRCLED" for point in points) else 0
    ordinals = len(points) if all(point.rule in ("ORDINAL", "ORDINAL_HEADING") for point in points) else 0
    numerals = len(points) if all(point.rule in ("NUMERAL", "BRACKETED_NUMERAL") for point in points) else 0
    return Case(
        form=form,
        witness=witness,
        achievement=EntityRef(label="Achievement", name=name),
        people=people,
        units=units,
        innovations=points,
        references=(
            *_references((*people, *units), _Counts(circles, len(points), ordinals, numerals, len(points))),
            *_made_by(form, points, people),
        ),
    )


def _unquoted(name: str) -> str:
    """A name without marks that hold the whole of it; those around a part of it stay (《某书》丛书)."""
    opened = _QUOTED_AHEAD.match(name)
    if opened is not None:
        return opened["name"]
    bare = name.strip('《》“”" ')
    return name if any(mark in bare for mark in "》”") and name[0] in "《“" else bare


def cut(view: View, start: int, end: int) -> View:
    """A stretch of a view as a view."""
    return View(view.text[start:end], view.offsets[start:end])


def sentences(view: View) -> Iterator[View]:
    """The sentences of a view, with their closing marks; a semicolon closes one too."""
    for match in _SENTENCE.finditer(view.text):
        if match.group().strip():
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            yield cut(view, start, match.end())


def _made_by(form: Form, points: tuple[Innovation, ...], people: tuple[Person, ...]) -> Iterator[Reference]:
    """Who a point's own words say made it: （主要完成人：甲、乙）; or a section of them: 创新点1：甲、乙."""
    makers = (_MAKERS, _NOTED_MAKERS)
    told = [(point.number, point.view, one) for point in points for made in makers for one in made.finditer(point.view.text)]
    for view in map(form.view, form.values("contributions")):
        told += [(rank_of(match["n"]) or 0, view, match) for match in _POINT_MAKERS.finditer(view.text)]
    known = {person.name: person.ref for person in reversed(people)}
    for number, view, match in told:
        names = [healed_name(name.strip()) for name in re.split("[、，,和及与]", match["names"])]
        for name in names if number and all(name in known for name in names) else ():
            span = view.span(match.start(), match.end())
            yield Reference(who=known[name], number=number, span=span, rule="POINT_MADE_BY", before=View("", ()))
    yield from _made_by_number(points, {person.rank: person.ref for person in reversed(people) if person.rank})


def _made_by_number(points: tuple[Innovation, ...], ranked: Mapping[int, EntityRef]) -> Iterator[Reference]:
    for point in points:
        for match in _NUMBERED_MAKERS.finditer(point.view.text):
            numbers = [int(number) for number in re.findall(r"\d+", match["numbers"])]
            for number in numbers if all(number in ranked for number in numbers) else ():
                span = point.view.span(match.start(), match.end())
                yield Reference(who=ranked[number], number=point.number, span=span, rule="POINT_MADE_BY", before=View("", ()))


class _Counts(NamedTuple):
    """How many points a form has, and how many of them it numbers in each way that what refers to them may use alone."""

    circles: int = 0
    points: int = 0
    ordinals: int = 0
    numerals: int = 0
    cells: int = 0
    """Up to which number a cell may name points by their numbers alone."""


def _references(done: tuple[Person | Unit, ...], counts: _Counts) -> Iterator[Reference]:
    for who in done:
        view, last = who.contribution or View("", ()), 0
        for number, span, rule in referred(view, *counts):
            at = view.offsets.index(span.start)
            start = max(view.text.rfind("。", 0, at) + 1, last)
            yield Reference(who=who.ref, number=number, span=span, rule=rule, before=cut(view, start, at))
            last = view.offsets.index(span.end - 1) + 1

"""Platforms, databases and biobanks that a form says were built: by whom, in what role, at whose place, on what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.award.case import Case, sentences
from ingest.award.completers import Person
from ingest.award.facility_names import END, WORDS, bare_name, inherited, same_names
from ingest.award.standing import places_of
from ingest.award.units import Unit
from ingest.award.witness import Rule
from ingest.layout import View
from ingest.mentions import mentions
from kg.model import Assertion, EntityRef, Span

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["facilities_of"]

BUILT_BY = Rule("BUILT_BY")
"""某人牵头构建了某数据库; 某人在构建某数据库中提供数据."""
BUILT_IN_PART = Rule("BUILT_IN_PART")
"""某人参与某平台的建设; 某院为某数据库的建设提供了支撑."""
LEADING_UNIT = Rule("LEADING_UNIT")
"""某院作为某平台的牵头单位."""
RESTS_ON = Rule("RESTS_ON")
"""依托我院某平台."""
FACILITY_NAME = Rule("FACILITY_NAME")
"""A facility concerns what its name names."""

_HEADED = r"(?:牵头|主导|负责|共同|参与|协助|率先|成功|自主)"
_BUILD = r"(?:构建|建立|建设|搭建|创建|建成|组建|研建)"
_BUILDS = re.compile(rf"(?P<verb>{_HEADED}*(?:了)?{_BUILD})(?:了|起)?(?P<name>{WORDS}{END})(?![\u4e00-\u9fff]?(?:技术|公司))")
_BUILDING = r"(?:建设|搭建|研发|建立|创建|构建|设计)"
_THE_BUILDING = re.compile(rf"(?P<verb>参与|负责|为|协助|主持|主导)(?:了)?(?P<names>[^，。；：]{{2,80}}{END}的?{_BUILDING})")
_PART = re.compile(rf"(?P<name>{WORDS}{END})(?=的?{_BUILDING}|[及与和、]|以及|$)(?:的?{_BUILDING})?(?:以及|[及与和、])?")
_MORE = re.compile(rf"^(?:[（(][^（）()]*[)）])?(?:和|及|以及|与|、)(?P<name>{WORDS}{END})")
_WITHIN = re.compile(
    r"^(?:[（(][^（）()]*[)）])?(?:和[^，。；]{2,30}?)?的?(?:过程)?(?:中|方面)[，,]?(?P<deed>(?:主要)?(?:负责|承担)?(?P<what>[^，。；（()）]{2,24}))"
)
_GIVES = re.compile(r"(?:作|做)出|发挥|起到|贡献|作用")
_SUPPORT = re.compile(
    r"^(?:工作)?(?:提供|给予)(?:了)?(?:重要|关键|有力|坚实|强有力|大力|全程)*(?:的)?(?P<what>[\u4e00-\u9fff]{2,10})"
)
_LEADS = re.compile(rf"作为(?:该|本)?(?P<name>{WORDS}{END})的?(?P<role>牵头|依托|承建|建设|主持|承办)(?:建设)?单位")
_ON = re.compile(
    rf"依托(?P<who>(?:我|本)(?:院|校|所|中心|单位)|医院|[\u4e00-\u9fff]{{4,24}}?(?:医院|大学|研究所|研究院))(?:的)?(?P<name>{WORDS}{END})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Built:
    """Someone's part in a facility as a sentence tells it; ``predicate`` is BUILT or HOSTED_BY."""

    who: EntityRef
    name: str
    span: Span
    rule: Rule
    predicate: str = "BUILT"
    role: str | None = None


def facilities_of(case: Case, nlp: Language) -> Iterator[Assertion]:
    """BUILT with the role as stated, HOSTED_BY, and what the facilities concern; names for one facility are one."""
    told = [one for who in case.done if who.contribution is not None for one in _told(case, who, who.contribution)]
    for view in case.texts("uptake", "features"):
        told += [one for sentence in sentences(view) for one in _resting(case, None, sentence)]
    others = {name for view in case.texts("summary", "innovations", "opinion") for name in _named(view)}
    names = same_names([*(one.name for one in told), *sorted(others)])
    seen: set[tuple[str, str, str]] = set()
    described: set[str] = set()
    for one in told:
        facility = EntityRef(label="Facility", name=names[one.name])
        words = case.at(one.span, one.rule)
        if one.predicate == "HOSTED_BY":
            yield words.fact(facility, "HOSTED_BY", one.who)
            for where in places_of(one.who.name)[-1:]:
                yield words.fact(facility, "LOCATED_IN", EntityRef(label="Place", name=where), basis="依托单位")
        elif (one.who.name, facility.name, one.role or "") not in seen:
            seen.add((one.who.name, facility.name, one.role or ""))
            yield words.fact(one.who, "BUILT", facility, role=one.role)
        if facility.name not in described:
            described.add(facility.name)
            yield from _concerns(case, facility, one.span, nlp)


def _told(case: Case, who: Person | Unit, contribution: View) -> Iterator[_Built]:
    for sentence in sentences(contribution):
        found = {one.name: one for one in (*_led(who, sentence), *_in_part(who, sentence), *_built(who, sentence))}
        yield from found.values()
        if isinstance(who, Unit):
            yield from _resting(case, who, sentence)


def _built(who: Person | Unit, sentence: View) -> Iterator[_Built]:
    taken = [match.span() for match in _THE_BUILDING.finditer(sentence.text)]
    for match in _BUILDS.finditer(sentence.text):
        if any(start <= match.start() < end for start, end in taken):
            continue
        names = [bare_name(match["name"])]
        if names[0] and (more := _MORE.match(sentence.text[match.end("name") :])):
            names.append(inherited(bare_name(more["name"]) or more["name"], names[0]))
        role = _role(sentence.text, match)
        span = sentence.span(match.start(), match.end())
        yield from (_Built(who=who.ref, name=name, span=span, rule=BUILT_BY, role=role) for name in names if name)


def _role(text: str, match: re.Match[str]) -> str:
    """The verb; behind 在构建…中 what was done there: the task that was taken on, or taking part where only thanks are told."""
    verb = match["verb"].replace("了", "")
    behind = _WITHIN.match(text[match.end() :]) if text[: match.start()].endswith("在") else None
    if behind is None:
        return verb
    return f"参与{verb}" if _GIVES.search(behind["what"]) else behind["what"]


def _in_part(who: Person | Unit, sentence: View) -> Iterator[_Built]:
    for match in _THE_BUILDING.finditer(sentence.text):
        role = match["verb"]
        if role == "为":
            given = _SUPPORT.match(sentence.text[match.end() :])
            if given is None:
                continue
            role = given["what"] if given["what"] in ("支撑", "支持", "保障") else f"提供{given['what']}"
        last = ""
        for part in _PART.finditer(match["names"]):
            name = bare_name(part["name"])
            last = name = inherited(name or part["name"], last) if last.endswith("库") else name
            if name:
                span = sentence.span(match.start(), match.end())
                yield _Built(who=who.ref, name=name, span=span, rule=BUILT_IN_PART, role=role)


def _led(who: Person | Unit, sentence: View) -> Iterator[_Built]:
    for match in _LEADS.finditer(sentence.text) if isinstance(who, Unit) else ():
        name, span = bare_name(match["name"]), sentence.span(match.start(), match.end())
        if name:
            yield _Built(who=who.ref, name=name, span=span, rule=LEADING_UNIT, role=match["role"])


def _resting(case: Case, unit: Unit | None, sentence: View) -> Iterator[_Built]:
    """HOSTED_BY of what a unit leads, and of platforms of its own that work rests on."""
    if unit is not None:
        for one in _led(unit, sentence):
            yield _Built(who=one.who, name=one.name, span=one.span, rule=LEADING_UNIT, predicate="HOSTED_BY")
    for match in _ON.finditer(sentence.text):
        host, name = case.organization(match["who"], unit), bare_name(match["name"])
        if host is not None and host.name in case.known_organizations() and name:
            span = sentence.span(match.start(), match.end())
            yield _Built(who=host, name=name, span=span, rule=RESTS_ON, predicate="HOSTED_BY")


def _named(view: View) -> Iterator[str]:
    for match in _BUILDS.finditer(view.text):
        if name := bare_name(match["name"]):
            yield name


def _concerns(case: Case, facility: EntityRef, span: Span, nlp: Language) -> Iterator[Assertion]:
    view = View(facility.name, (span.start,) * len(facility.name))
    for name in sorted({mention.name for mention in mentions(view, nlp) if mention.label == "Technology"}):
        yield case.at(span, FACILITY_NAME).fact(facility, "CONCERNS", EntityRef(label="Technology", name=name))

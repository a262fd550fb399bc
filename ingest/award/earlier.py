"""What a section on earlier awards tells, part by part: of a completer, a work with a name of its own, a house or a device."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.award.case import Case, cut
from ingest.award.completers import Person
from ingest.award.forms.align import could_be_named
from ingest.award.honours import Honour, honours_in
from ingest.award.numbered import rank_of
from ingest.award.used import DEVICE
from ingest.award.witness import Rule
from ingest.layout import View
from ingest.lexicon import organization_kind
from kg.model import Assertion, EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["opens_with_completer", "received", "society_giving", "told_in_section", "work_before"]

HONOUR_SECTION = Rule("HONOUR_SECTION")
WORK_OF_HONOUR = Rule("WORK_OF_HONOUR")
"""“某某技术”，2021年某奖二等奖，完成人：甲、乙."""
AWARD_OF_SOCIETY = Rule("AWARD_OF_SOCIETY")

_NUMBER = r"(?:\d{1,2}\s*[.．、]|[（(]\d{1,2}[)）]|[①-⑳])\s*"
_PART = re.compile(rf"[；;。\n]|(?<=[\s）)”，,])(?={_NUMBER}[“《{HAN}])")
_WHEN = r"(?:[，,]?\s*(?:于|在)?\s*(?:(?:19|20)\d\d年?度?)?(?:\d{1,2}月)?(?:曾|先后|还|已)?)"
_GOT = rf"{_WHEN}(?:荣获|获得|获评|被评为|被授予|获)"
_NAMED = re.compile(
    rf"\s*(?:{_NUMBER})?(?P<name>[{HAN}·]{{2,12}}|[{HAN}]\s{{1,4}}[{HAN}])(?:教授|主任医师|主任|研究员|医师)?"
    rf"(?:\s*[：:]\s*(?=\S)|(?={_GOT})|(?:\s+|\s*[，,]\s*)(?=(?:19|20)\d\d))"
)
"""甲：…; 甲教授2019年获…; 甲，2019年…; 甲 2019年… in the cell beside the name."""
_HELD = r"(?:[（(](?P<held>[^（）()“”]{3,40})[)）]\s*)?"
"""Who of those who did a work stands behind its name, with their ranks: “某某技术”（甲第一完成人）."""
_QUOTED_GOT = re.compile(rf"[“《](?P<name>[^“”《》]{{4,60}})[”》]\s*(?:项目|成果|研究|课题)?\s*{_HELD}{_GOT}")
_QUOTED_FIRST = re.compile(
    rf"\s*(?:{_NUMBER})?(?:(?:阶段|前期|相关)?(?:项目|成果|课题)(?:名称)?[：:]?\s*)?[“《](?P<name>[^“”《》]{{5,60}}(?<!奖))[”》]\s*(?:项目|成果|研究|课题)?\s*{_HELD}[，,：:、]"
)
_QUOTED_BEHIND = re.compile(
    r"奖\s*[（(]\s*(?:(?:获奖)?(?:项目|成果|课题)(?:名称)?[：:]?\s*)?[“《](?P<name>[^“”《》]{5,60}(?<!奖))[”》]\s*(?:项目|成果|研究|课题)?\s*[)）]"
)
_ROLE = "(?:主要)?(?:完成人|获奖人|完成者)"
_HOLDER = re.compile(
    rf"(?P<who>[{HAN}·]{{2,8}}?)\s*[，,：:]?\s*(?:(?:为|系|排名?|位列)?第|排名)\s*(?P<n>[一二三四五六七八九十\d]{{1,2}})\s*(?:{_ROLE}|[名位])?"
    rf"|第\s*(?P<k>[一二三四五六七八九十\d]{{1,2}})\s*{_ROLE}\s*(?:为|系)?[：:]?\s*(?P<name>[{HAN}·]{{2,8}})"
)
"""甲第一完成人; 甲，排名2; 第一完成人：甲."""
_DONE_BY = re.compile(
    r"[，,（(]\s*(?:主要)?(?:完成人员?|获奖人员?|获奖者|完成者)\s*(?:为|[：:])\s*"
    rf"(?P<names>[{HAN}·、，, ]{{2,80}}?)等?[)）]?\s*$"
)
_HOUSE_GOT = re.compile(rf"\s*(?:{_NUMBER})?(?P<name>[{HAN}A-Za-z（）()]{{4,40}}?){_GOT}")
_HOLDERS = re.compile(r"[（(](?P<names>[\u4e00-\u9fff·、，, ]{2,80}?)等?[)）]\s*[。；;]?\s*$")
_DEVICE_GOT = re.compile(
    r"(?:^|(?<=[。；;，\n]))\s*(?:\d{1,2}[.．、]\s*)?(?P<name>(?!本|该|其|我|项目|成果|团队)(?:[“《][^“”《》]{1,20}[”》])?[^，。；：:“”《》\n]{0,20}?"
    rf"{DEVICE}|[“《][^“”《》]{{1,20}}(?:{DEVICE})[”》])"
    r"(?:产品)?[，,]?\s*(?:于|在)?\s*(?:(?:19|20)\d\d年?)?(?:曾|先后|还|已)?(?:荣获|获得|获评|获)"
)
"""“某某”移动CT获2021年某奖: it is the device that received it."""
_UNMARKED = re.compile(r"^[“《]([^“”《》]+)[”》]$")
_OF_OTHERS = re.compile("项目|成果|研究|技术|课题|论文|专利|团队|公司|医院|科$")
_WORK_BEFORE = re.compile(
    r"[“《](?P<name>[^“”《》]{5,60})[”》]\s*(?:项目|成果|研究|课题)?[，,]?\s*(?:于|在)?(?:(?:19|20)\d\d年?度?)?(?:曾|先后|还|已)?$"
)
_SOCIETY_AHEAD = re.compile(r"[\u4e00-\u9fff]{2,20}?(?:学会|医学会|协会|研究会|联合会)")


@dataclass(frozen=True, slots=True)
class _Subject:
    """Of whom a part tells, and where what it tells of them stands; ``who`` is None where it has no subject of its own."""

    who: EntityRef | None
    start: int
    stop: int
    person: bool = False
    named: Span | None = None
    """Where the name of a work stands."""
    held: str = ""
    """What brackets behind the name of a work say of those who did it."""


def told_in_section(case: Case, view: View, told_of: list[EntityRef]) -> Iterator[Assertion]:
    """The awards of a section's view: of each part's subject, of the person named last, else of what the section tells of."""
    person: EntityRef | None = None
    for start, end in _parts(case, view.text):
        part = cut(view, start, end)
        subject = _subject(case, part)
        person = subject.who if subject.person else None if subject.who or re.match(rf"\s*{_NUMBER}", part.text) else person
        for honour in honours_in(cut(part, subject.start, subject.stop)):
            honour = _with_work(honour, subject.named)
            ranked = case.persons_in(part.text) if honour.rank else []
            alone = [one.ref for one in ranked] if len(ranked) == 1 else []
            own = [subject.who] if subject.who else told_of
            carried = [person] if person and (subject.person or subject.who is None) else []
            for who in carried or _holders(case, honour) or alone or own:
                yield from received(case, who, honour, HONOUR_SECTION)
            for one, rank in _held_by(case, subject.held):
                yield from received(case, one, replace(honour, rank=rank), HONOUR_SECTION)
        if subject.who is not None and subject.who.label == "Achievement":
            yield from _done_by(case, part, subject.who, subject.held)


def _with_work(honour: Honour, named: Span | None) -> Honour:
    """An award whose words hold the name of the work that received it."""
    if named is None:
        return honour
    span = Span(start=min(named.start, honour.span.start), end=max(named.end, honour.span.end))
    return replace(honour, span=span)


def _parts(case: Case, text: str) -> Iterator[tuple[int, int]]:
    """Stretches between the marks that close a part, or a comma that a completer's name is behind; brackets left whole."""
    depth, last = 0, 0
    cuts = {match.start(): match.end() for match in _PART.finditer(text)}
    commas = (match.end() for match in re.finditer("[，,]", text))
    cuts |= {at - 1: at for at in commas if opens_with_completer(case, text[at:])}
    for place, char in enumerate(text):
        depth = max(0, depth + (char in "（(") - (char in "）)"))
        if place in cuts and depth == 0:
            if text[last:place].strip():
                yield last, place
            last = cuts[place]
    if text[last:].strip():
        yield last, len(text)


def opens_with_completer(case: Case, text: str) -> bool:
    """Whether words open with a completer's name and what goes on to tell of its bearer."""
    named = _NAMED.match(text)
    return named is not None and case.completer("".join(named["name"].split())) is not None


def _subject(case: Case, part: View) -> _Subject:
    """What a part opens with, or quotes: a completer, a work, a device or a house."""
    text, end = part.text, len(part.text)
    named = _NAMED.match(text)
    known = case.completer("".join(named["name"].split())) if named else None
    if named is not None and known is not None:
        return _Subject(known.ref, named.end(), end, person=True)
    done = _DONE_BY.search(text)
    stop = done.start() if done else end
    for pattern in (_QUOTED_GOT, _QUOTED_FIRST, _QUOTED_BEHIND):
        quoted = pattern.search(text)
        if quoted is not None:
            held = (quoted["held"] or "") if pattern is not _QUOTED_BEHIND else ""
            start = 0 if pattern is _QUOTED_BEHIND else quoted.end("held" if held else "name") + 1
            stop = quoted.start() + 1 if pattern is _QUOTED_BEHIND else stop
            work = EntityRef(label="Achievement", name=heal_name(quoted["name"]))
            named_at = part.span(quoted.start("name") - 1, quoted.end("name") + 1)
            return _Subject(work, start, stop, named=named_at, held=held)
    device = _DEVICE_GOT.search(text)
    if device is not None and not _OF_OTHERS.search(device["name"]):
        return _Subject(EntityRef(label="Technology", name=_UNMARKED.sub(r"\1", device["name"])), 0, end)
    house = _HOUSE_GOT.match(text)
    if house is not None and organization_kind(house["name"]):
        return _Subject(case.organization(house["name"]), house.end("name"), end)
    return _Subject(None, 0, end)


def _done_by(case: Case, part: View, work: EntityRef, held: str) -> Iterator[Assertion]:
    """PARTICIPATED_IN an earlier work, of those whom the part names beside its name or behind its award, by their ranks."""
    done = _DONE_BY.search(part.text)
    names = [name for name in re.split(r"[、，,\s]+", done["names"].strip()) if name] if done else []
    listed = [(case.person(name), rank) for rank, name in enumerate(names, 1)] if all(map(could_be_named, names)) else []
    words = case.at(part.span(0, len(part.text)), WORK_OF_HONOUR)
    for person, rank in (*_held_by(case, held), *listed):
        yield words.fact(person, "PARTICIPATED_IN", work, rank=rank)


def _held_by(case: Case, note: str) -> list[tuple[EntityRef, int | None]]:
    """Those whom a note names with their ranks (甲第一完成人、乙第三完成人); none where it says anything else."""
    found = list(_HOLDER.finditer(note))
    named = [(one["who"] or one["name"], rank_of(one["n"] or one["k"])) for one in found]
    whole = not re.sub(r"[、，,；;\s]", "", _HOLDER.sub("", note)) and all(could_be_named(name) for name, _ in named)
    return [(case.person(name), rank) for name, rank in named] if whole else []


def work_before(words: str) -> EntityRef | None:
    """The work, or device, with a name of its own that stands right before a verb of receiving: 阶段成果“某某技术”(获…)."""
    quoted = _WORK_BEFORE.search(words)
    name = heal_name(quoted["name"]) if quoted else ""
    label = "Technology" if re.search(rf"{DEVICE}$", name) else "Achievement"
    return EntityRef(label=label, name=name) if name else None


def _holders(case: Case, honour: Honour) -> list[EntityRef]:
    """The completers whom brackets behind an award name as those who received it; none where a name is not theirs."""
    named = _HOLDERS.search(case.witness.document.text[honour.span.start : honour.span.end])
    names = re.split(r"[、，,\s]+", named["names"].strip()) if named else []
    people: list[Person | None] = [case.completer(name) for name in names]
    return [person.ref for person in people if person] if all(people) else []


def received(case: Case, who: EntityRef, honour: Honour, rule: Rule) -> Iterator[Assertion]:
    """The award, and that the society which its name opens with gives it."""
    award = EntityRef(label="Award", name=honour.name)
    words = case.at(honour.span, rule)
    yield words.fact(who, "RECEIVED", award, year=honour.year, grade=honour.grade, rank=honour.rank)
    yield from society_giving(case, award, honour.span)


def society_giving(case: Case, award: EntityRef, span: Span) -> Iterator[Assertion]:
    """That the society which an award's name opens with gives it."""
    giver = _SOCIETY_AHEAD.match(award.name)
    if giver and organization_kind(giver.group()) == "society":
        society = EntityRef(label="Organization", name=giver.group())
        yield case.at(span, AWARD_OF_SOCIETY).fact(award, "RUN_BY", society)

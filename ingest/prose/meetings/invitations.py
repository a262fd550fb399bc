"""Labels of a meeting on lines of their own, which say who runs it, where, and who chairs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ingest.chair_rows import chairs_in
from ingest.lexicon import organization_kind
from ingest.mentions import Mention
from ingest.prose.meetings.agenda import Line, One, listed, works
from ingest.prose.reading import Reading, Rule
from ingest.table.sessions import Numbered, numbered, town
from ingest.table.titled_session import heads_a_report
from ingest.table.towns import places
from kg.model import Assertion, EntityRef
from kg.text import heal_name

__all__ = ["read"]

LABELLED_MEETING = Rule("labelled_meeting")
"""主办单位：甲大学; 地点：青岛国际会议中心; 大会主席：张三 教授（甲大学）: of the meeting of the title, or told."""

_EVENT = "(?:会议|大会|论坛|年会|培训|活动|举办|学术)?"
_RUNS = re.compile(rf"{_EVENT}(?:联合|指导)?(?P<role>主办|承办|协办)(?:单位|方|机构)?")
_PLACE = re.compile(rf"{_EVENT}(?:地点|会场)|(?:会议|大会|论坛|培训)地址")
_CHAIRS = re.compile(rf"{_EVENT}(?:共同|执行|联合|轮值|荣誉|名誉)*主席")
_LABELS = (_RUNS, _PLACE, _CHAIRS)
_NAMES = re.compile("(?:会议|大会|论坛|年会|培训班?|学习班|活动|学术会议)(?:名称|全称)")
"""会议名称：2031年某省放射学年会: the label whose line names the meeting that the lines below tell of."""
_OF_MEETING = re.compile(r"(?:会议?|论坛|峰会|沙龙|讲坛|学习班|培训班|研修班)(?:[（(][^（）()]*[)）])?$")
_MARK = re.compile(r"\s*[、，,；;。]\s*| / ")
_NOTE = re.compile(r"[（(][^（）()]*[)）]$")
_OWN_COUNCIL = re.compile("(?:论坛|会议|大会|年会|峰会|研讨会)(?:组织|学术|专家|指导|顾问|执行|筹备|科学)+委员会$")
"""A council of the meeting itself, which on a line of its own heads a list of its members."""
_SHORTEST, _SEVERAL = 4, 2


def read(reading: Reading, lines: Sequence[Line]) -> Iterator[Assertion]:
    """IN_SERIES, RUN_BY, HELD_IN, CHAIRED and AFFILIATED_WITH of a label and of what goes on for it on the lines below."""
    named = [place for place, line in enumerate(lines) if any(one.fullmatch(line.label) for one in _LABELS)]
    heads = [one for line in lines if named and (one := _headed(line)) is not None]
    call = _called if len(set(heads)) < _SEVERAL else _called_or_headed
    session = _session_of_title(reading) if named else None
    meeting = EntityRef(label="Conference", name=session[0].name) if session is not None else reading.meetings.page
    for place in named:
        called = next((one for line in reversed(lines[:place]) if (one := call(line)) is not None), None)
        if called is not None:
            yield from _told(reading, called, lines, place)
        elif meeting is not None:
            yield from _told(reading, meeting, lines, place)
        if meeting is None or called is not None:
            continue
        if session is not None and _RUNS.fullmatch(lines[place].label):
            whole = EntityRef(label="ConferenceSeries", name=session[0].series)
            yield reading.alias(LABELLED_MEETING, meeting, session[1], lines[place].span)
            yield reading.fact(LABELLED_MEETING, meeting, "IN_SERIES", whole, lines[place].span, number=session[0].number)


def _called(line: Line) -> EntityRef | None:
    """The meeting that a line names behind the label for that, by its series and number where it tells one."""
    words = heal_name("".join(line.pieces)).strip("“”") if _NAMES.fullmatch(line.label) else ""
    if not _OF_MEETING.search(words):
        return None
    found = numbered(words)
    return EntityRef(label="Conference", name=found[0].name if len(found) == 1 else words)


def _headed(line: Line) -> EntityRef | None:
    """The numbered session whose part of the text a line of its own heads: 二、某某会议第12次学术讨论会（某某成像）."""
    words = line.pieces[0] if not line.label and len(line.pieces) == 1 and "第" in line.pieces[0] else ""
    found = numbered(words)
    heads = len(found) == 1 and heads_a_report(words, found[0].start, found[0].end)
    return EntityRef(label="Conference", name=found[0].name) if heads else None


def _called_or_headed(line: Line) -> EntityRef | None:
    return _called(line) or _headed(line)


def _told(reading: Reading, meeting: EntityRef, lines: Sequence[Line], place: int) -> Iterator[Assertion]:
    line = lines[place]
    if (runs := _RUNS.fullmatch(line.label)) is not None:
        for row in _block(lines, place, _bodies):
            for name in _bodies(row):
                body = reading.organization(_mention(row, name))
                yield reading.fact(LABELLED_MEETING, meeting, "RUN_BY", body, row.span, role=(runs["role"],))
    elif _PLACE.fullmatch(line.label):
        told = next((one for one in lines[place : place + 2] if any(one.pieces)), line)
        words = "".join(told.pieces).rstrip("。；;") if told is line or not told.label else ""
        if where := places(words) or town(words):
            yield reading.fact(LABELLED_MEETING, meeting, "HELD_IN", EntityRef(label="Place", name=where), told.span)
    elif _CHAIRS.fullmatch(line.label):
        chairs = [(row, one) for row in _block(lines, place, _people) for one in _people(row)]
        for order, (row, one) in enumerate(chairs, 1):
            person = EntityRef(label="Person", name=one.name, context=one.house)
            several = order if len(chairs) > 1 else ""
            yield reading.fact(LABELLED_MEETING, person, "CHAIRED", meeting, row.span, order=several)
            if one.house:
                yield works(reading, one, row.span)


def _session_of_title(reading: Reading) -> tuple[Numbered, str] | None:
    """The one numbered meeting that the title, else the document's first line, names, with the words that do."""
    first = reading.document.text.lstrip()[:80].split("\n", 1)[0]
    for words in (reading.document.title, first):
        found = numbered(words)
        if len(found) == 1:
            return found[0], words[found[0].start : found[0].end]
    return None


def _block(lines: Sequence[Line], place: int, items: Callable[[Line], Sequence[object]]) -> Iterator[Line]:
    """The line of a label, and those below that go on with such items until another label; a signer is none of them."""
    yield lines[place]
    below, alone = list[Line](), not any(lines[place].pieces)
    for line in lines[place + 1 :]:
        if line.label:
            yield from below
        if line.label or line.part or not items(line):
            if alone and not line.label:
                yield from below
            return
        below.append(line)
    if alone:
        yield from below


def _people(line: Line) -> Sequence[One]:
    """Those whom a line lists, each with a house behind or before the name."""
    chairs = chairs_in("、".join(line.pieces).rstrip("。；;"))
    told = [One(name=one.name, titles=tuple(filter(None, one.title.split(","))), house=one.home) for one in chairs]
    return told if told and all(one.house for one in told) else listed(line.pieces) or told


def _bodies(line: Line) -> tuple[str, ...]:
    """The bodies that a line lists; none where an item of it is anything else."""
    names = [_NOTE.sub("", name) for piece in line.pieces for item in _MARK.split(piece) if item for name in _apart(item)]
    heads = len(names) == 1 and not line.label and _OWN_COUNCIL.search(names[0]) is not None
    return tuple(names) if names and not heads and all(map(_is_body, names)) else ()


def _apart(item: str) -> list[str]:
    """The bodies that single blanks part (甲医院 乙医院); an item with any other blank is one."""
    parts = item.split()
    return parts if len(parts) > 1 and all(map(_is_body, parts)) else [item]


def _is_body(name: str) -> bool:
    return len(name) >= _SHORTEST and organization_kind(name) is not None


def _mention(line: Line, name: str) -> Mention:
    """A body of a line, to be known by its full name where the text gives that."""
    return Mention(label="Organization", name=heal_name(name), surface=name, start=0, end=len(name), span=line.span)

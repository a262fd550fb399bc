"""Programmes of meetings: the title names the meeting, labels on lines of their own say who runs it, where, and who chairs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import TITLES, is_person, organization_kind
from ingest.mentions import Mention
from ingest.prose.reading import Reading, Rule, Scene
from ingest.table.recognise import places
from ingest.table.sessions import numbered
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["LABELLED_MEETING", "are_two", "meeting_of_title", "read"]

LABELLED_MEETING = Rule("labelled_meeting")
"""主办单位：甲大学; 地点：青岛国际会议中心; 大会主席：张三 教授（甲大学）: of the meeting that the title names."""

_LABEL = re.compile(rf"(?P<label>[{HAN}]{{2,8}})[:：]\s*(?P<value>.+)$")
_RUNS = re.compile(r"(?:会议|大会|论坛)?(?:联合|指导)?(?P<role>主办|承办|协办)(?:单位|方|机构)")
_PLACE = re.compile(r"(?:会议|举办|论坛)?(?:地点|地址|会场)")
_CHAIRS = re.compile(r"(?:大会|会议|论坛)?(?:共同|执行|名誉)?主席")
_CHAIR = re.compile(
    rf"[:：、，,；;\s]\s*(?P<name>[{HAN}]{{2,4}}?)\s*"
    rf"(?P<titles>(?:(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})[、]?)*)"
    r"\s*(?:[（(](?P<home>[^（）()]{4,40})[)）])?(?=[、，,；;\s]|$)"
)


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """IN_SERIES, RUN_BY, HELD_IN, CHAIRED and AFFILIATED_WITH of a line that opens with a label."""
    line = _LABEL.match(scene.text)
    meeting = meeting_of_title(reading) if line is not None else None
    ref = EntityRef(label="Conference", name=meeting[0]) if meeting is not None else _titled(reading)
    if line is None or ref is None:
        return
    where = scene.sentence.view.span(0, line.end())
    if (role := _RUNS.fullmatch(line["label"])) is not None:
        for body in scene.within(line.start("value"), line.end(), "Organization"):
            if are_two(reading, body):
                continue
            yield reading.fact(LABELLED_MEETING, ref, "RUN_BY", reading.organization(body), where, role=(role["role"],))
        if meeting is not None:
            _, series, number, surface = meeting
            whole = EntityRef(label="ConferenceSeries", name=series)
            yield reading.alias(LABELLED_MEETING, ref, surface, where)
            yield reading.fact(LABELLED_MEETING, ref, "IN_SERIES", whole, where, number=number)
    elif _PLACE.fullmatch(line["label"]) and (town := places(line["value"])):
        yield reading.fact(LABELLED_MEETING, ref, "HELD_IN", EntityRef(label="Place", name=town), where)
    elif _CHAIRS.fullmatch(line["label"]):
        yield from _chaired(scene, reading, ref, line)


def are_two(reading: Reading, body: Mention) -> bool:
    """Whether a mention runs on from one body to another, which have a line each."""
    first = reading.document.text[body.span.start : body.span.end].split("\n")[0].strip()
    return first != body.surface and organization_kind(first) is not None


def _titled(reading: Reading) -> EntityRef | None:
    """The meeting without a number that the text told of, where the title names it: 某某年会通知（第二轮）."""
    told = reading.meeting
    return told if told is not None and told.name in reading.document.title else None


def meeting_of_title(reading: Reading) -> tuple[str, str, str, str] | None:
    """The one numbered meeting that the title, else the document's first line, names."""
    first = reading.document.text.lstrip()[:80].split("\n", 1)[0]
    for words in (reading.document.title, first):
        found = numbered(words)
        if len(found) == 1:
            return found[0].name, found[0].series, found[0].number, words[found[0].start : found[0].end]
    return None


def _chaired(scene: Scene, reading: Reading, meeting: EntityRef, line: re.Match[str]) -> Iterator[Assertion]:
    for chair in _CHAIR.finditer(scene.text, line.end("label")):
        home = chair["home"] or ""
        if not is_person(chair["name"]) or (home and organization_kind(home) is None):
            return
        person = reading.person(chair["name"], home)
        where = scene.sentence.view.span(0, chair.end())
        yield reading.fact(LABELLED_MEETING, person, "CHAIRED", meeting, where)
        if home:
            body = EntityRef(label="Organization", name=home)
            yield reading.fact(
                LABELLED_MEETING, person, "AFFILIATED_WITH", body, where, title=chair["titles"].replace("、", ",")
            )

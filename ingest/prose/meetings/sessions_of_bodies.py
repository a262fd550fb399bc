"""Sessions that go by a body's name and a number: 甲学会第十七届放射医师分会会议与第九届技师分会会议, 某集团第五届学术年会."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.lexicon import organization_kind
from ingest.numerals import CHINESE_NUMERAL, number
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["Named", "of_bodies", "told_of_bodies"]

SESSION_OF_BODY = Rule("session_of_body")
"""甲学会第十七届学术年会: a session of the series that the body holds."""

_HEAD = rf"(?P<head>[{HAN}]{{0,14}}?(?:学术年会|学术大会|学术会议|分会会议|年会|论坛|研讨会))(?!议|[{HAN}]{{0,4}}(?:筹备|换届))"
_SESSION = re.compile(rf"第(?P<number>{CHINESE_NUMERAL}|\d{{1,3}})[届次]{_HEAD}")
_OPENS = re.compile(
    rf"(?P<holder>(?:(?![主承协举]办|[的由与])[{HAN}A-Za-z0-9]){{4,24}}?)(?:[（(][^（）()]{{2,16}}[)）])?(?=第(?:{CHINESE_NUMERAL}|\d{{1,3}})[届次])"
)
_NEXT = re.compile(r"(?:与|暨|和|及|、)")
_HELD = re.compile("(?:组织|举办|召开|举行|主办|承办|参加|出席)了?")
"""What parts who held a meeting from whose it is: 甲专委会|组织了|乙学会第六次学术会议."""
_INNER = re.compile("委员会|常委|理事|监事|会员|代表大会|全委|换届|选举|全体|党")
"""Sessions of the body's own bodies, which are no meetings of the field."""
_HOLDERS = ("society", "society_branch", "company", "hospital", "university", "institute", "laboratory")


@dataclass(frozen=True, slots=True)
class Named:
    """A meeting where a sentence names it."""

    start: int
    end: int
    ref: EntityRef


def of_bodies(scene: Scene) -> list[Named]:
    """The sessions of a sentence that a body and a number name; another number behind a link is of the same body."""
    return [
        Named(start, end, EntityRef(label="Conference", name=f"{series}第{count}次"))
        for start, end, series, count in _all(scene)
    ]


def told_of_bodies(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """IN_SERIES of these sessions, and how the text calls them."""
    for start, end, series, count in _all(scene):
        session = EntityRef(label="Conference", name=f"{series}第{count}次")
        where = scene.sentence.view.span(start, end)
        whole = EntityRef(label="ConferenceSeries", name=series)
        yield reading.fact(SESSION_OF_BODY, session, "IN_SERIES", whole, where, number=str(count))
        yield reading.alias(SESSION_OF_BODY, session, scene.text[start:end], where)


def _all(scene: Scene) -> Iterator[tuple[int, int, str, int]]:
    """Where each starts and ends, its series and its number."""
    for body in scene.of("Organization") if "第" in scene.text else ():
        cut = scene.text[: body.start].endswith(("科、", "学、"))  # 国际甲科、|乙科协会
        opens = _OPENS.match(scene.text, body.start) if not cut else None
        holder = opens["holder"] if opens is not None else ""
        match = (
            _SESSION.match(scene.text, opens.end())
            if opens is not None and organization_kind(holder) in _HOLDERS and not _HELD.search(holder)
            else None
        )
        start = body.start
        while match is not None and not _INNER.search(match["head"]):
            value = number(match["number"])
            if value is not None:
                yield start, match.end(), holder + match["head"], int(value)
            link = _NEXT.match(scene.text, match.end())
            match = _SESSION.match(scene.text, link.end()) if link is not None else None
            start = match.start() if match is not None else start

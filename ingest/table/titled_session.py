"""The session of which a page's title gives the number and the text below the series alone: 12次东山会议参会报道."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.base import once
from ingest.lexicon import is_place, organization_kind
from ingest.table.captions import series_of
from ingest.table.recognise import session_number
from ingest.table.sessions import Numbered, numbered
from kg.model import Document
from kg.text import HAN

__all__ = ["in_full", "numbered_by_title", "titled"]

_NUMBER = r"第?\s*(?P<number>\d{1,4}|(?<=第)[一二三四五六七八九十百]{1,5})\s*[次届期](?!全体|委员|理事|执委|常委)"
_END = r"(?:科学会议|学术会议|会议|论坛|年会|大会|沙龙|讲坛|峰会|研讨会)"
_TITLE = re.compile(rf"(?<!\d){_NUMBER}[“\"]?(?P<head>[{HAN}A-Za-z]{{2,16}}?)(?P<end>{_END})")
_BACK = re.compile(rf"(?P<head>[{HAN}A-Za-z]{{2,16}}?)(?P<end>{_END})[”\"]?[（(]?{_NUMBER}")
_AT_ONCE = r"(?:[（(][^（）()]{2,20}[)）])?[，,]?(?:于|在|将于|定于)(?=[^。；]{2,60}(?:召开|举行|举办|开幕|落幕|闭幕))"
_WHO_DOES = re.compile(r"^.*(?:参加|出席|参会|承办|协办|主办|举办|召开|亮相|助力|受邀|走进|获|在)")
_NOT_THIS = re.compile("筹备|征文")
_SHORTEST = 2
_WIDE = ("中国", "中华", "全国", "国际")
_WHOSE = ("society", "society_branch")
_REPORT = 20_000
"""A text of no more characters reports on one meeting."""
_FIRST = 200
"""A page's heading stands among so many characters where it has no title."""


@once
def titled(document: Document) -> tuple[str, re.Pattern[str]] | None:
    """The number that the page's title gives its meeting, and how the text may name the series; None where it gives none."""
    heading = next((line for line in document.text[:_FIRST].split("\n") if line.strip()), "")
    for words in (document.title, heading):
        found = _TITLE.search(words) or _BACK.search(words)
        head = _WHO_DOES.sub("", found["head"]) if found is not None and not _NOT_THIS.search(words) else ""
        if found is not None and len(head) >= _SHORTEST:
            name = rf"(?<![{HAN}次届])(?:我国|全国)?(?P<series>{re.escape(head)}[{HAN}]{{0,6}}?{found['end']}){_AT_ONCE}"
            return session_number(f"第{found['number']}次"), re.compile(name)
    return None


def in_full(found: Iterable[Numbered], document: Document) -> list[Numbered]:
    """The sessions by the whole names of their series, where a title or a later sentence leaves out whose they are.

    第八次超声学术会议 is 某省医学会第八次超声学术会议, which the same page tells of.
    """
    return [replace(one, series=_whole(one, document)) for one in found]


def _whole(one: Numbered, document: Document) -> str:
    told = {series for series, number in _series_told(document) if number == one.number and series.endswith(one.series)}
    longer = {series for series in told if _is_owner(series.removesuffix(one.series))}
    return longer.pop() if len(longer) == 1 else one.series


def _is_owner(words: str) -> bool:
    return words in _WIDE or is_place(words) or organization_kind(words) in _WHOSE


@once
def _series_told(document: Document) -> frozenset[tuple[str, str]]:
    """The sessions that a report numbers, by series and number."""
    text = document.text.replace(",", "，") if len(document.text) < _REPORT else ""
    return frozenset((one.series, one.number) for one in numbered(text))


def numbered_by_title(text: str, document: Document) -> list[Numbered]:
    """The sessions that a text numbers, else the one that it names at once as held and the title numbers."""
    found = in_full(numbered(text), document)
    told = titled(document) if not found else None
    match = told[1].search(text) if told is not None else None
    if told is None or match is None:
        return found
    series = series_of(match["series"])
    return [Numbered(match.start("series"), match.end("series"), series, told[0])] if series else []

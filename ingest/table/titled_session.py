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

__all__ = ["headed", "heads_a_report", "in_full", "numbered_by_title", "series_titled", "series_told", "titled"]

_NUMBER = r"第?\s*(?P<number>\d{1,4}|(?<=第)[一二三四五六七八九十百]{1,5})\s*[次届期](?!全体|委员|理事|执委|常委)"
_END = r"(?:科学会议|学术会议|会议|论坛|年会|大会|沙龙|讲坛|峰会|研讨会)"
_TITLE = re.compile(rf"(?<!\d){_NUMBER}[“\"]?(?P<head>[{HAN}A-Za-z]{{2,16}}?)(?P<end>{_END})")
_BACK = re.compile(rf"(?P<head>[{HAN}A-Za-z]{{2,16}}?)(?P<end>{_END})[”\"]?[（(]?{_NUMBER}")
_NAMES_IT = rf"(?:(?<![{HAN}次届])|(?<=主题的)|(?<=[召举承主][开办]的)|(?<=举行的))"
_AT_ONCE = r"(?:[（(][^（）()]{2,20}[)）])?[，,]?(?:于|在|将于|定于)(?=[^。；]{2,60}(?:召开|举行|举办|开幕|落幕|闭幕))"
_WHO_DOES = re.compile(r"^.*(?:参加|出席|参会|承办|协办|主办|举办|召开|亮相|助力|受邀|走进|获|在)")
_NOT_THIS = re.compile("筹备|征文")
_LONGEST = 64
_CLOSED = re.compile(r"[。！？!?；;，,、：:]\s*$")
_BEFORE = re.compile(r"[^，。；：！？]*")
_BEHIND = re.compile(r"[^，。；：！？]{0,40}")
_ASIDE = re.compile(r"^\W*(?:图|表|附件|附|上一[篇条]|下一[篇条]|相关|链接|来源|详见|参见|点击|筹备|预告)|筹备|征文|征稿")
"""What names a meeting on a line of its own and heads no report on it."""
_OTHER_MEETING = re.compile(
    rf"(?:(?:19|20)\d\d年?|第\s*(?:\d{{1,3}}|[一二三四五六七八九十百]{{1,5}})\s*[届次])[^，。；：]{{0,20}}?{_END}"
)
"""A meeting that goes by its year, or by its body's number: 某分会2031年学术年会."""
_SHORTEST = 2
_WIDE = ("中国", "中华", "全国", "国际")
_WHOSE = ("society", "society_branch")
_REPORT = 20_000
"""A text of no more characters reports on one meeting."""
_FIRST = 200
"""A page's heading stands among so many characters where it has no title."""


@once
def series_titled(document: Document) -> str:
    """The series of meetings whose sessions a page tells by their numbers, by its title; "" where that names none."""
    return series_of(_OTHER_MEETING.sub("", document.title))


@once
def titled(document: Document) -> tuple[str, re.Pattern[str]] | None:
    """The number that the page's title gives its meeting, and how the text may name the series; None where it gives none."""
    heading = next((line for line in document.text[:_FIRST].split("\n") if line.strip()), "")
    for words in (document.title, heading):
        found = _BACK.search(words) or _TITLE.search(words)
        head = _WHO_DOES.sub("", found["head"]) if found is not None and not _NOT_THIS.search(words) else ""
        if found is not None and len(head) >= _SHORTEST:
            series = rf"(?P<series>{re.escape(head)}[{HAN}]{{0,6}}?{found['end']})"
            return session_number(f"第{found['number']}次"), re.compile(rf"{_NAMES_IT}(?:我国|全国)?{series}{_AT_ONCE}")
    return None


def heads_a_report(text: str, start: int, end: int) -> bool:
    """Whether a sentence is the heading of a report on the meeting that it names there.

    >>> text = "第三届岚江影像论坛在溪山举行"
    >>> heads_a_report(text, 0, 9), heads_a_report(text + "。", 0, 9)
    (True, False)
    """
    if len(text) > _LONGEST or _CLOSED.search(text) or _ASIDE.search(text):
        return False
    return _BEFORE.fullmatch(text, 0, start) is not None and _BEHIND.fullmatch(text, end) is not None


def headed(text: str, document: Document) -> list[Numbered] | None:
    """The one numbered session whose report a line heads; none where it heads that of another meeting; None for no heading."""
    found = in_full(numbered(text), document)
    if len(found) == 1:
        return found if heads_a_report(text, found[0].start, found[0].end) else None
    other = _OTHER_MEETING.search(text) if not found else None
    return [] if other is not None and heads_a_report(text, *other.span()) else None


def in_full(found: Iterable[Numbered], document: Document) -> list[Numbered]:
    """The sessions by the whole names of their series, where a title or a later sentence leaves out whose they are.

    第八次超声学术会议 is 某省医学会第八次超声学术会议, which the same page tells of.
    """
    return [replace(one, series=_whole(one, document)) for one in found]


def _whole(one: Numbered, document: Document) -> str:
    told = {series for series, number in series_told(document) if number == one.number and series.endswith(one.series)}
    longer = {series for series in told if _is_owner(series.removesuffix(one.series))}
    return longer.pop() if len(longer) == 1 else one.series


def _is_owner(words: str) -> bool:
    return words in _WIDE or is_place(words) or organization_kind(words) in _WHOSE


@once
def series_told(document: Document) -> frozenset[tuple[str, str]]:
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

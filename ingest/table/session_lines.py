"""Sessions of a series line by line: 3. 第12次：某某成像的前沿（2005年3月4—6日，武汉），执行主席：张三、李四."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.base import once
from ingest.chair_rows import Chair, chairs_in
from ingest.lexicon import is_place
from ingest.table.captions import series_of
from ingest.table.dates import When, find_dates
from ingest.table.recognise import session_number
from ingest.table.sessions import CONVENES, Session, town
from ingest.table.towns import places
from ingest.tables import sheets
from kg.model import Document, Span

__all__ = ["Listed", "session_lines"]

_NUMBER = re.compile(
    r"第\s*(?P<number>[A-Z]{0,2}\d{1,4}|[〇零一二三四五六七八九十百]{1,6})\s*[次届期](?:学术讨论会|学术研讨会|学术会议|研讨会|讨论会|会议|论坛|年会)?"
)
_ITEM = re.compile(r"\s*(?:[-·•●■◆▪★]\s*|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.．、）)]\s*|[①-⑳]\s*)?")
_OFFICE = r"(?:会议)?(?:共同)?(?:执行主席|大会主席|会议主席|主席|召集人)"
_CHAIRED = re.compile(
    rf"{_OFFICE}(?:为|是|有)?\s*[:：]?\s*(?P<row>[^，,；;。：:“”]+)"
    rf"|(?:^|[，,；;”\"\s])(?P<before>[^，,；;。：:“”\"\s]+)\s*[（(]{_OFFICE}[)）]"
)
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)\s*年(?:\s*\d{1,2}\s*月)?")
_MARKS = ' \t\u3000，,；;：:。（）()“”"《》|｜/—–-'
_PIECE = re.compile(r"[^\s，,；;：:。（）()“”\"《》|｜/]+")
_THEME = re.compile(rf"[^{re.escape(_MARKS)}].{{2,}}[^{re.escape(_MARKS)}]")
_LONGEST, _FEWEST = 200, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A session of a list, and the line that tells it."""

    session: Session
    span: Span


@once
def session_lines(document: Document) -> tuple[Listed, ...]:
    """The sessions that lines of their own number, two or more of one series that the line, the title or a line above names."""
    told = [(one.span.start, one.span.end) for one in sheets(document)]
    found: list[Listed] = []
    series = series_of(document.title)
    for passage in document.passages:
        words = document.text[passage.span.start : passage.span.end]
        inside = any(start < passage.span.end and passage.span.start < end for start, end in told)
        one = _listed(words, series) if not inside and passage.kind != "row" else None
        if one is not None:
            found.append(Listed(session=one, span=passage.span))
        else:
            series = series_of(words) or series
    return tuple(found) if len(found) >= _FEWEST else ()


def _listed(words: str, series: str) -> Session | None:
    """The session that a line tells by its number and by two or more of its days, place, theme and chairs.

    >>> one = _listed("2. 第12次：光声成像的前沿（2005年3月4—6日，武汉），执行主席：赵明、钱红", "东山科学会议")
    >>> one and (one.number, one.place, [name for name, _ in one.chairs])
    ('12', '武汉', ['赵明', '钱红'])
    """
    numbers = list(_NUMBER.finditer(words))
    if len(numbers) != 1 or len(words) > _LONGEST or "\n" in words or re.search(CONVENES, words) or "。" in words[:-1]:
        return None
    item, number = _ITEM.match(words), numbers[0]
    before = words[item.end() if item is not None else 0 : number.start()]
    series = series_of(before) or series
    chaired, chairs = _chairs(words)
    when, day = _when(words)
    taken = [(0, item.end() if item is not None else 0), number.span(), *chaired, *day]
    place = next(_places(words, taken), None)
    taken += [place[1]] if place is not None else []
    theme = _theme(words, taken, number.end()) if series_of(before) == "" else None
    stated = sum(map(bool, (day, place, theme, chairs)))
    surely = bool(chairs) or (bool(day) and place is not None and theme is not None)
    if not series or stated < _FEWEST or not surely:
        return None
    return Session(
        series=series,
        number=session_number(number.group().replace(" ", "")) or session_number(f"第{number['number']}次"),
        surface=number.group(),
        at=(0, len(words)),
        when=when,
        place=place[0] if place is not None else "",
        theme=theme,
        chairs=tuple((one.name, one.home) for one in chairs),
        titles=tuple(one.title for one in chairs),
    )


def _chairs(words: str) -> tuple[list[tuple[int, int]], Sequence[Chair]]:
    """Where a line tells who chairs, and whom it names there."""
    told = _CHAIRED.search(words)
    row = (told["row"] or told["before"]).strip() if told is not None else ""
    chairs = chairs_in(row) or chairs_in("、".join(row.split())) if row else ()
    return ([told.span()] if told is not None and chairs else []), chairs


def _when(words: str) -> tuple[When | None, list[tuple[int, int]]]:
    """The days that a line tells, and where; of the year alone, where."""
    when = next(find_dates(words), None)
    year = _YEAR.search(words)
    at = when.at if when is not None else year.span() if year is not None else None
    return when, [at] if at is not None else []


def _places(words: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[str, tuple[int, int]]]:
    for piece in _PIECE.finditer(words):
        if any(start < piece.end() and piece.start() < end for start, end in taken):
            continue
        name = piece.group()
        place = places(name) if is_place(name) else town(name)
        if place:
            yield place, piece.span()


def _theme(words: str, taken: Sequence[tuple[int, int]], at: int) -> tuple[int, int] | None:
    """The longest of what is left of a line between what is known of it; behind the number if that opens the line."""
    edges = [*sorted(taken), (len(words), len(words))]
    gaps = [(left[1], right[0]) for left, right in pairwise(edges) if right[0] > left[1]]
    found = [one.span() for start, end in gaps if (one := _THEME.search(words, start, end)) is not None]
    return max(found, key=lambda span: (span[1] - span[0], span[0] >= at), default=None)

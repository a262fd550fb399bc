"""Dates and date ranges as Chinese documents write them, as ISO 8601."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["When", "find_dates", "read_date", "read_years"]

_WIDTH = str.maketrans("０１２３４５６７８９．／－～〜∼—–―，", "0123456789./-~~~~~~,")
_CENTURIES = ("19", "20")
_YEAR = rf"(?:{'|'.join(_CENTURIES)})\d{{2}}"
_TO = r"\s*(?:~+|-{1,2}|至|到)\s*"
_AND = r"\s*(?:~+|-{1,2}|至|到|、|和)\s*"
_GAP = r"\s*"


def _spaced(pattern: str) -> str:
    return pattern.replace("_", _GAP)


_CHINESE = _spaced(
    rf"(?P<y>{_YEAR})_年_(?P<m>\d{{1,2}})_月_(?P<d>\d{{1,2}})_[日号]?"
    rf"(?:{_AND}(?:(?:(?P<y2>{_YEAR})_年_)?(?P<m2>\d{{1,2}})_月_)?(?P<d2>\d{{1,2}})(?!\d|_月|_年)_[日号]?)?"
)
_MONTH = _spaced(rf"(?P<y>{_YEAR})_年_(?P<m>\d{{1,2}})_月(?:份)?(?:{_TO}(?:(?P<y2>{_YEAR})_年_)?(?P<m2>\d{{1,2}})_月(?:份)?)?")
_POINTS = (
    rf"(?P<y>{_YEAR})(?P<sep>[./-])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?!\d)"
    rf"(?:{_TO}(?:(?:(?P<y2>{_YEAR})(?P=sep))?(?P<m2>\d{{1,2}})(?P=sep))?(?P<d2>\d{{1,2}})(?!\d))?"
)
_POINT_MONTH = (
    rf"(?P<y>{_YEAR})(?P<sep>[./-])(?P<m>\d{{1,2}})(?!\d)(?:{_TO}(?:(?P<y2>{_YEAR})(?P=sep))?(?P<m2>\d{{1,2}})(?!\d))?"
)
_NOTATIONS = tuple(re.compile(pattern) for pattern in (_CHINESE, _POINTS, _MONTH, _POINT_MONTH))
_YEARS = re.compile(rf"{_YEAR}(?:\s*年?度?\s*[/、,;；和]\s*{_YEAR})*\s*年?度?")
_TERM = re.compile(rf"(?P<first>{_YEAR})(?:[./年]\d{{1,2}}月?)?{_TO}(?P<last>{_YEAR})(?:[./年]\d{{1,2}}月?)?\s*年?度?")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The first and the last day, or the first and the last month, of what took place."""

    start: str
    end: str
    at: tuple[int, int]
    """Where the words stand in the text that was searched."""


def read_date(text: str) -> When | None:
    """The date or the range that the text is, None where it is anything else.

    >>> when = read_date("2002年10月30~11月1日")
    >>> when and (when.start, when.end)
    ('2002-10-30', '2002-11-01')
    """
    plain = text.strip().translate(_WIDTH)
    if not plain.startswith(_CENTURIES):
        return None
    return next((when for when in find_dates(plain) if when.at == (0, len(plain))), None)


def find_dates(text: str) -> Iterator[When]:
    """The dates and ranges in a text that state the year and the month, in order.

    >>> [(when.start, when.end) for when in find_dates("2018年5月2日至3日在苏州，2019.03.16-18在成都")]
    [('2018-05-02', '2018-05-03'), ('2019-03-16', '2019-03-18')]
    """
    plain, position = text.translate(_WIDTH), 0
    while matches := [match for notation in _NOTATIONS if (match := notation.search(plain, position))]:
        match = min(matches, key=lambda found: (found.start(), -found.end()))
        when = _when(match)
        if when:
            yield when
        position = match.end()


def read_years(text: str) -> tuple[int, ...]:
    """The years that a cell lists, ascending; of a term ("2016-2019") the first; empty where it holds anything else.

    >>> read_years("2006/2009"), read_years("2016.01-2019.12"), read_years("2019年度"), read_years("3000")
    ((2006, 2009), (2016,), (2019,), ())
    """
    plain = text.strip().translate(_WIDTH)
    if not plain.startswith(_CENTURIES):
        return ()
    term = _TERM.fullmatch(plain)
    if term:
        return (int(term["first"]),) if term["first"] <= term["last"] else ()
    if _YEARS.fullmatch(plain):
        return tuple(sorted({int(year) for year in re.findall(_YEAR, plain)}))
    return ()


def _when(match: re.Match[str]) -> When | None:
    found = match.groupdict()
    year, month, day = found["y"], found["m"], found.get("d")
    last_year, last_month, last_day = found.get("y2") or year, found.get("m2") or month, found.get("d2") or day
    start, end = _iso(year, month, day), _iso(last_year, last_month, last_day)
    return When(start=start, end=end, at=match.span()) if start and end and start <= end else None


def _iso(year: str, month: str, day: str | None) -> str:
    try:
        date = datetime.date(int(year), int(month), int(day or 1))
    except ValueError:
        return ""
    return date.isoformat() if day else date.isoformat()[:7]

"""The tables of a form that tell sums year by year, and how many each user examined."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ingest.award.witness import Rule
from ingest.lexicon import organization_kind
from ingest.numerals import number
from kg.model import Assertion, EntityRef
from kg.text import heal_name

if TYPE_CHECKING:
    from ingest.award.case import Case

__all__ = ["stated"]

SUM_OF_YEAR = Rule("SUM_OF_YEAR")
"""A cell of the table 年份|新增销售额|新增利润|…, of the work, with its year; of the row 合计, in all."""
COUNT_OF_USER = Rule("COUNT_OF_USER")
"""A cell of the table 应用单位|…|检查例数, of the user."""

_Cells = list[tuple[str, int, int]]
_Read = Callable[["Case", _Cells, _Cells, str], Iterator[Assertion]]
_YEARS = re.compile(r"(?:自然)?年[度份]|年")
_SUM = re.compile(
    r"(?P<name>(?:本项目|项目|累计|直接|间接)?(?:新增)?(?:销售(?:收入|额)?|营业收入|产值|利润|税收|利税|税金|纳税|收入|创收外汇|创汇|节支总额|节约成本|出口额|经济效益))"
    r"(?:[（(](?P<unit>[^（）()]{1,6})[)）])?"
)
_UNIT = re.compile(r"(?:单位[:：]?\s*|[（(])\s*(?P<unit>(?:万|亿|千|百万)?(?:美|欧)?元)(?:人民币)?[)）]?")
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)\s*年?度?")
_ALL = re.compile(r"合\s*计|总\s*计|累\s*计|小计")
_AMOUNT = re.compile(r"\d[\d,， ]*(?:\.\d+)?")
_USER = re.compile(r"(?:主要)?(?:应用|使用|推广|用户|试用)?(?:单位|医院|机构)(?:名称)?")
_COUNT = re.compile(r"[^|（）()]{0,6}?(?P<unit>人次|例次|人数|例数|台数|套数|病例数|检查量|例|台)(?:[（(][^（）()]{1,4}[)）])?")
_UNITS = {"人数": "人", "例数": "例", "病例数": "例", "检查量": "例", "台数": "台", "套数": "套"}
_ABOVE = 60
_FEWEST = 2


def stated(case: Case) -> Iterator[Assertion]:
    """HAS_METRIC of the work for each year's sums, and of each user for what it counted."""
    head: _Cells = []
    unit = ""
    read: _Read = _none
    for line in _lines(case):
        if (sums := _is_head(line, _YEARS, _SUM)) or _is_head(line, _USER, _COUNT):
            head, read = line, _year if sums else _user
            unit = _unit(case, line) if sums else ""
            continue
        found = list(read(case, head, line, unit))
        if not found and len(line) < _FEWEST:
            head, read = [], _none
        yield from found


def _none(_case: Case, _head: _Cells, _line: _Cells, _unit: str) -> Iterator[Assertion]:
    yield from ()


def _lines(case: Case) -> Iterator[_Cells]:
    """The lines that the page's text divides into cells by tabs or wide gaps, each cell with where it stands."""
    for line in re.finditer(r"[^\n]+", case.form.page.text):
        words = line.group()
        if re.search(r"\d|年|单位", words):
            parts = re.finditer(r"[^\t]+" if "\t" in words else r"\S+", words)
            yield [(heal_name(one.group()), line.start() + one.start(), line.start() + one.end()) for one in parts]


def _is_head(line: _Cells, first: re.Pattern[str], others: re.Pattern[str]) -> bool:
    """Whether a line heads such a table: a cell for what its rows are of, and behind it those that measure."""
    at = _subject(line, first)
    measured = [cell for cell in line[at + 1 :] if others.fullmatch(cell[0])] if at is not None else []
    return len(measured) >= (_FEWEST if others is _SUM else 1)


def _subject(head: _Cells, first: re.Pattern[str]) -> int | None:
    """Which cell says what the rows are of: the last such, since the table's label may be one too."""
    return max((place for place, cell in enumerate(head) if first.fullmatch(cell[0])), default=None)


def _unit(case: Case, head: _Cells) -> str:
    """The unit that the table's label or the lines above tell."""
    text = case.form.page.text
    end = next(start for words, start, _ in head if _YEARS.fullmatch(words))
    found = list(_UNIT.finditer(text, max(0, head[0][1] - _ABOVE), end)) or list(_UNIT.finditer(text, end, head[-1][2]))[:1]
    return found[-1]["unit"] if found else ""


def _year(case: Case, head: _Cells, line: _Cells, unit: str) -> Iterator[Assertion]:
    """The sums of one year, or of all."""
    at = next((place for place, cell in enumerate(line) if _YEAR.fullmatch(cell[0]) or _ALL.fullmatch(cell[0])), None)
    first = _subject(head, _YEARS)
    if at is None or first is None or len(line) - at != len(head) - first:
        return
    year = _YEAR.fullmatch(line[at][0])
    for (title, *_), (words, start, end) in zip(head[first + 1 :], line[at + 1 :], strict=True):
        told, value = _SUM.fullmatch(title), _amount(words)
        measure = (told["unit"] or unit) if told is not None else ""
        if told is None or not value or not measure.endswith("元"):
            continue
        metric = EntityRef(label="Metric", name=told["name"] + ("" if year else "合计"))
        words_of = case.at(case.form.page.span(start, end), SUM_OF_YEAR)
        yield words_of.fact(
            case.achievement, "HAS_METRIC", metric, value=value, unit=measure, year=int(year["year"]) if year else None
        )


def _user(case: Case, head: _Cells, line: _Cells, _unused: str) -> Iterator[Assertion]:
    """What one user counted."""
    at = _subject(head, _USER)
    house = next((cell for cell in line if organization_kind(cell[0]) is not None), None)
    if house is None or at is None or len(line) - line.index(house) != len(head) - at:
        return
    for (title, *_), (words, start, end) in zip(head[at + 1 :], line[line.index(house) + 1 :], strict=True):
        told, value = _COUNT.fullmatch(title), _amount(words)
        user = case.organization(house[0])
        if told is not None and value and user is not None:
            name = re.sub(r"[（(].*$", "", title)
            unit = _UNITS.get(told["unit"], told["unit"])
            yield case.at(case.form.page.span(start, end), COUNT_OF_USER).fact(
                user, "HAS_METRIC", EntityRef(label="Metric", name=name), value=value, unit=unit
            )


def _amount(words: str) -> float | None:
    """The number that a cell is, None where it holds more."""
    return number(re.sub("[,， ]", "", words)) if _AMOUNT.fullmatch(words) else None

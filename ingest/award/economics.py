"""Tables of a form that tell sales, profits, taxes or cases year by year, whichever way they lie, with their sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.award.case import Case
from ingest.award.forms import Form
from ingest.award.witness import Rule
from kg.model import Assertion, EntityRef

__all__ = ["stated"]

SUM_OF_YEAR = Rule("SUM_OF_YEAR")
"""A cell of the table 年份|新增销售额|新增利润|…, of the work, with its year; of the row 合计, in all."""

_CELL = re.compile(r"[^\t\n]*[^\s][^\t\n]*")
_WORD = re.compile(r"\S+")
_YEARS = re.compile(r"(?:自然)?年\s*[度份限]?|时间")
_YEAR = re.compile(r"((?:19|20)\d\d)\s*年?度?")
_WHOLE = re.compile(r"合\s*计|总\s*计|累\s*计|小\s*计")
_NUMBER = re.compile(r"\d{1,3}(?:[,， ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_BLANK = re.compile(r"[/／—–\-]+|无|暂无")
_MONEY = (
    r"(?:新增|累计|创收|创|直接|间接|年均|年|实现|净|总)*"
    r"(?:(?:产品)?销售(?:收入|额)?|营业(?:收入|额)|业务收入|收入|产值|利润(?:总额)?|利税|税收|税金|税额|外汇|出口额|出口创汇"
    r"|节支总?额?|节约(?:资金|成本|费用)|增收节支总?额?|经济效益|合同额)"
)
_CASES = (
    r"(?:新增|累计|年)*(?:筛查|检查|诊疗|治疗|应用|服务|培训|受益|惠及|装机|销售|推广)"
    r"(?P<of>例数|病例数|例次|人次|人数|患者数|台数|台次|套数|单位数|医院数)"
)
_HEAD = re.compile(rf"(?:(?P<money>{_MONEY})|(?P<cases>{_CASES}))\s*(?:[（(]\s*(?P<unit>[^（）()\d]{{1,8}})\s*[)）])?")
_UNITS = {"例数": "例", "病例数": "例", "例次": "例次", "人次": "人次", "人数": "人", "患者数": "例", "台数": "台"}
_UNITS |= {"台次": "台次", "套数": "套", "单位数": "家", "医院数": "家"}
_UNIT = re.compile(r"(?:人民币)?(?P<unit>万元|亿元|千元|元|万美元|美元)(?:人民币)?|(?P<other>例|例次|人|人次|台|套|家)")
_SHARED = re.compile(
    r"(?:单位\s*[：:]?\s*(?:人民币)?\s*|[（(]\s*(?:人民币)?\s*)(?P<unit>万元|亿元|千元)(?:人民币)?(?=\s*(?:[)）]|[\s。；;，]))"
)
_ABOVE = 120
_NEAR = 60
_BELOW = 300
"""How far rows may go on below the last thing that a label of the form tells."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell's words and where they stand on the form's sheet."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Figure:
    name: str
    unit: str


def stated(case: Case) -> Iterator[Assertion]:
    """HAS_METRIC of the achievement, with the year; the sum of the years is a figure of its own, a zero says nothing."""
    cells = list(_cells(case.form))
    _, last = _reach(case.form)
    for place, cell in enumerate(cells):
        if cell.start > last + _NEAR:
            return
        shared = _shared(case.form, cell)
        if _YEARS.fullmatch(cell.text):
            yield from _down(case, cells, place + 1, shared)
        elif _is_year(cell) and not _is_year(cells[place - 1] if place else None):
            yield from _across(case, cells, place, shared)


def _down(case: Case, cells: Sequence[_Cell], start: int, shared: str) -> Iterator[Assertion]:
    """The rows below a head of figures, each of one year, then their sum."""
    heads: list[_Figure | None] = []
    while start + len(heads) < len(cells) and (match := _HEAD.fullmatch(cells[start + len(heads)].text)):
        heads.append(_figure(match, shared))
    place = start + len(heads)
    while heads and place < len(cells) and _opens(cells[place]):
        row = cells[place + 1 : place + 1 + len(heads)]
        if not _is_row(row, len(heads), cells[place + 1 + len(heads) : place + 2 + len(heads)]):
            return
        for figure, cell in zip(heads, row, strict=True):
            yield from _told(case, figure, cells[place], cell, head=cells[start - 1])
        place += 1 + len(heads)


def _across(case: Case, cells: Sequence[_Cell], start: int, shared: str) -> Iterator[Assertion]:
    """The rows below a head of years, each of one figure."""
    stop = start
    while stop < len(cells) and _opens(cells[stop]):
        stop += 1
    years, place = cells[start:stop], stop
    while len(years) > 1 and place < len(cells) and (match := _HEAD.fullmatch(cells[place].text)):
        row = cells[place + 1 : place + 1 + len(years)]
        if not _is_row(row, len(years), cells[place + 1 + len(years) : place + 2 + len(years)]):
            return
        for year, cell in zip(years, row, strict=True):
            yield from _told(case, _figure(match, shared), year, cell, head=years[0])
        place += 1 + len(years)


def _told(case: Case, figure: _Figure | None, year: _Cell, cell: _Cell, *, head: _Cell) -> Iterator[Assertion]:
    number = _NUMBER.fullmatch(cell.text)
    value = float(re.sub("[,， ]", "", cell.text)) if number else 0.0
    if figure is None or not value:
        return
    told = _YEAR.fullmatch(year.text)
    metric = EntityRef(label="Metric", name=figure.name if told else f"{figure.name}合计")
    words = case.at(case.form.page.span(head.start, cell.end), SUM_OF_YEAR)
    when = int(told[1]) if told else None
    yield words.fact(case.achievement, "HAS_METRIC", metric, value=value, unit=figure.unit, year=when, value_text=cell.text)


def _figure(head: re.Match[str], shared: str) -> _Figure | None:
    """The figure of a head; None for a sum of money whose unit nothing tells."""
    own = _UNIT.fullmatch(head["unit"].strip()) if head["unit"] else None
    unit = (own["unit"] or own["other"]) if own else ""
    if head["cases"]:
        return _Figure(head["cases"], unit or _UNITS[head["of"]])
    money = unit or ("" if head["unit"] or "外汇" in head["money"] else shared)
    return _Figure(head["money"], money) if money else None


def _shared(form: Form, cell: _Cell) -> str:
    """The unit of money that the words above a head tell for all."""
    found = list(_SHARED.finditer(form.page.text, max(0, cell.start - _ABOVE), cell.start))
    return found[-1]["unit"] if found else ""


def _is_row(row: Sequence[_Cell], count: int, behind: Sequence[_Cell]) -> bool:
    """Whether cells are the values of a row: as many as there are heads, no value left over behind them."""
    values = all(_NUMBER.fullmatch(cell.text) or _BLANK.fullmatch(cell.text) for cell in row)
    return len(row) == count and values and not any(_NUMBER.fullmatch(one.text) and not _is_year(one) for one in behind)


def _opens(cell: _Cell) -> bool:
    return bool(_YEAR.fullmatch(cell.text) or _WHOLE.fullmatch(cell.text))


def _is_year(cell: _Cell | None) -> bool:
    return cell is not None and _YEAR.fullmatch(cell.text) is not None


def _cells(form: Form) -> Iterator[_Cell]:
    """The cells of the form's text: between tabs and lines; of a line without tabs, its words."""
    start, end = _reach(form)
    text = form.page.text
    if not _YEAR.search(text, start, end + _BELOW) or "年" not in text[start : end + _BELOW]:
        return
    for line in re.finditer(r"[^\n]+", text[start : end + _BELOW]):
        pattern = _CELL if "\t" in line.group() else _WORD
        for match in pattern.finditer(text, start + line.start(), start + line.end()):
            words = match.group().strip()
            at = match.start() + len(match.group()) - len(match.group().lstrip())
            yield _Cell(words, at, at + len(words))


def _reach(form: Form) -> tuple[int, int]:
    """From the first to the last of what the form tells."""
    extents = [extent for _, value in form.parts for extent in value] + [one.extent for one in form.records]
    return min((one for one, _ in extents), default=0), max((one for _, one in extents), default=0)

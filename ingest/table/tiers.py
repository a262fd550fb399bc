"""Heads in one row or in several: what a head over several columns gives to those below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from ingest.table.lines import Value, value
from kg.model import Document, Table
from kg.text import HAN, heal_name

__all__ = ["COUNTS", "NOTED", "UNIT", "cells_below", "column_headed", "first_row", "heads_of", "year_of"]

UNIT = r"(?:万?(?:台|套|家|例|人|名|张|个|项|篇|件|所|支|床|人次|例次|台次|次)|台/百万人|[百千万亿]?元|%|‰)"
NOTED = re.compile(rf"\s*[（(](?:单位\s*[:：]\s*)?(?P<unit>{UNIT})[)）]$")
"""The unit that a head names behind what it counts: 设备（台）."""
COUNTS = re.compile(rf"(?:[{HAN}]{{0,10}}(?:数|数量|率|经费|金额|额度?|强度|占比|比例))(?:\s*[（(/][^（）()]{{1,8}}[)）]?)?")
_OF_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年?度?(?P<rest>.*)")
_ONLY_GROUPS = re.compile(
    rf"[{HAN}/、]{{0,8}}(?:设备|仪器|装备|机型|指标|情况|结果|统计|类型|分布|配置|规模|资源|人员|人力)|其中|数量"
)
"""What a head over several columns says only to group them: 设备（台）|CT|MRI."""


def first_row(table: Table) -> int:
    """Where the rows begin below the heads, which take two rows where one is over several or is as high as two."""
    heads = [cell for cell in table.cells if cell.row == 0]
    return max((cell.rowspan + (cell.colspan > 1 and cell.rowspan == 1) for cell in heads), default=0)


def heads_of(document: Document, table: Table) -> dict[int, str]:
    """The head of each column: its lowest, with the year, the unit or what is counted from the one above it.

    设备（台）|PET/CT is PET/CT（台）, 检查量（万例）|CT is CT检查量（万例）, 2031年|检查量 is 2031年检查量; a word that
    stands below several heads takes each along: CT|台数 and MRI|台数 are CT台数 and MRI台数.
    """
    heads: dict[int, str] = {}
    first = first_row(table)
    for tier in range(first):
        below = list(_tier(document, table, tier))
        often = Counter(words for _, words in below)
        for at, words in below:
            above = heads.get(at, "")
            heads[at] = _joined(above, words, repeated=often[words] > 1 and often[words] < len(below)) if above else words
    return heads


def column_headed(heads: Mapping[int, str], kind: re.Pattern[str]) -> int:
    """The one column whose head is of a kind, -1 where none is, or several are.

    >>> houses = re.compile("单位|机构")
    >>> column_headed({0: "年份", 1: "单位"}, houses), column_headed({0: "单位", 1: "机构"}, houses)
    (1, -1)
    """
    found = [at for at, head in heads.items() if kind.fullmatch(head)]
    return found[0] if len(found) == 1 else -1


def cells_below(document: Document, table: Table) -> dict[int, dict[int, Value]]:
    """The cells of each row below the heads by their columns, one that is merged over several rows in each of them.

    A row that says the heads again, as one does on a new page, is left out.
    """
    first = first_row(table)
    rows: dict[int, dict[int, Value]] = {}
    for cell in table.cells:
        if document.text[cell.span.start : cell.span.end].strip() and cell.row >= first:
            for row in range(cell.row, cell.row + cell.rowspan):
                rows.setdefault(row, {})[cell.column] = value(document, cell.span)
    heads = {at: words for row in range(first) for at, words in _tier(document, table, row)}
    return {at: row for at, row in rows.items() if {column: cell.text for column, cell in row.items()} != heads}


def year_of(head: str) -> tuple[int | None, str]:
    """The year that a head opens with, None where it opens with none, and the rest of it.

    >>> year_of("2031年检查量"), year_of("检查量")
    ((2031, '检查量'), (None, '检查量'))
    """
    told = _OF_YEAR.fullmatch(head)
    return (int(told["year"]), told["rest"]) if told is not None else (None, head)


def _tier(document: Document, table: Table, row: int) -> Iterator[tuple[int, str]]:
    for cell in table.cells:
        words = heal_name(document.text[cell.span.start : cell.span.end])
        if cell.row == row and words:
            yield from ((at, words) for at in range(cell.column, cell.column + cell.colspan))


def _joined(above: str, words: str, *, repeated: bool) -> str:
    """The head of a column from the words above it and its own, which may stand below other words too."""
    unit = NOTED.search(above)
    name = above[: unit.start()] if unit is not None else above
    if _OF_YEAR.fullmatch(above):
        return above + words
    if _OF_YEAR.fullmatch(words):
        own = NOTED.search(words)
        if own is not None and unit is None:
            return words[: own.start()] + ("" if _ONLY_GROUPS.fullmatch(name) else name) + own.group()
        return words + ("" if _ONLY_GROUPS.fullmatch(name) else name) + (unit.group() if unit is not None else "")
    if COUNTS.fullmatch(words) or NOTED.search(words):
        return above + words if repeated and unit is None and not _ONLY_GROUPS.fullmatch(name) else words
    if COUNTS.fullmatch(above):
        return words + above
    if unit is not None:
        return words + ("" if _ONLY_GROUPS.fullmatch(name) else name) + unit.group()
    return words

"""Rows of a table that text holds a cell a line, where some cells take several lines: which lines are one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.numerals import number
from ingest.readers.grid import one_line
from ingest.table.columns import Column, column_of, is_known_header, read_header
from ingest.table.lines import width
from ingest.table.recognise import GOES_ON, fit, organizations
from kg.text import HAN

__all__ = ["counted", "wrapped_rows"]

_NUMBER = re.compile(
    r"(?:子?课题|任务|专题|项目)?(?P<n>\d{1,3})[.、]?|(?:子?课题|任务|专题|项目)(?P<told>[一二三四五六七八九十]{1,2})"
)
_HONOUR = re.compile(
    rf"(?!员会|[学协]会|公司|[院会所局厅](?![级内科]))[{HAN}“”·（）() ]{{0,30}}?(?:奖|[特一二三四]等)[)）]?|[{HAN}]{{2,8}}类"
)
"""What a column of awards or grades holds, whole: 科技进步奖一等奖, 二等, 技术发明类; no rest of a house's name before it."""
_LEADS_ON = tuple("、，,；;（(/-—“《及和与的")
_FEWEST_ROWS = 2
_FEWEST_COLUMNS = 3
_FEWEST_TYPED = 2
_TYPED = frozenset({"persons", "organizations", "money", "code", "year", "date", "term", "rank", "office", "sex", "department"})
_LISTS = frozenset({"persons", "organizations"})
_NAME = re.compile(rf"[{HAN}]{{2,4}}")
_MARK = re.compile(r"[、，,；;]")
_CLOSES_TITLE = re.compile(r"(?:研究|研发|应用|方法|开发|示范|评价|机制|构建|探索|验证|推广|策略)$")
"""What the last line of a project's title ends in, above its house: …整机研发⏎甲医院; but …肿瘤研究⏎所."""
_HOUSE = re.compile("所|院|中心|总院|分院|集团|有限|股份|公司|平台|基地|联盟|基金")
_HONOURS = frozenset({"award", "grade"})
_MOST_LINES = 8
"""The most lines of one cell."""
_JOIN, _SHORT, _PER_CHARACTER = 0.25, 1.5, 0.3
_HONOURED = 3.0
_WARD = re.compile(r"(?:科|室|部|处|中心|学院|系|病区|院|所|组|门诊|平台)(?:[（(][^（）()]*[)）])?$")
_WARDED = 1.0
"""What it speaks for a cell of a column of departments that it ends as one does, or against it that it does not."""
_RARE_NAME = 2.0
_TAKEN = 0.2
"""What speaks for a line's being of the last row, beside how well it fits: less than it costs to be joined to words."""
_ODD = 1.0  # an institution's cell that opens as the second part of a name does, several that nominate
_DOUBTFUL = -1.0
"""What a rare name on one line comes to."""
_LEAST = {"text": 0.0, "phrase": 0.0, "category": 0.0}
_LEAST_OTHERWISE = 2.0
"""What a cell of several lines must come to, by its kind."""


class _Best(NamedTuple):
    score: float
    cells: tuple[str, ...]


def wrapped_rows(heads: Sequence[str], body: Sequence[str], blanks: set[int]) -> tuple[list[list[str]], int]:
    """The head and the rows, each as its cells, and how many lines of the body they take; nothing where one row is doubtful.

    ``blanks`` are the numbers of lines of the body behind which a blank line stands: one may close the table.

    >>> heads = ["序号", "项目名称", "完成人", "完成单位"]
    >>> body = ["1", "骨龄评估的", "方法研究", "柏舟、", "裘宁", "溪山医院", "2", "肺结节筛查技术", "裘宁", "溪山", "大学"]
    >>> wrapped_rows(heads, body, set())[0][1:]
    [['1', '骨龄评估的方法研究', '柏舟、裘宁', '溪山医院'], ['2', '肺结节筛查技术', '裘宁', '溪山大学']]
    """
    columns = _columns(heads)
    starts = list(_starts(body, len(columns))) if columns else []
    if len(starts) < _FEWEST_ROWS:
        return [], 0
    rows = [_cut(columns, body[start:end]) for start, end in pairwise(starts)]
    last, taken = _last(columns, body, starts[-1], blanks)
    told = [row.cells for row in (*rows, last) if row is not None]
    if len(told) < len(starts):
        return [], 0
    return [[column.header for column in columns], *map(list, told)], taken


def counted(text: str) -> int:
    """The number of the row that a cell opens, 0 where it opens none.

    >>> counted("3."), counted("课题二"), counted("第三")
    (3, 2, 0)
    """
    match = _NUMBER.fullmatch(text)
    return int(number(match["n"] or match["told"]) or 0) if match else 0


def _columns(heads: Sequence[str]) -> tuple[Column, ...]:
    """The columns of the head, whose words lines may break too; none where too few say what they hold."""
    columns = read_header(heads) or tuple(map(column_of, heads))
    typed = sum(column.kind in _TYPED or column.role in _HONOURS for column in columns)
    known = sum(is_known_header(column.header) for column in columns)
    whole = "".join(column.header for column in columns) == "".join("".join(head.split()) for head in heads)
    enough = len(columns) >= _FEWEST_COLUMNS and typed >= _FEWEST_TYPED and known + 1 >= len(columns)
    return columns if whole and enough else ()


def _starts(body: Sequence[str], columns: int) -> Iterator[int]:
    """Where the rows begin that count on from 1, each with a line at least for every column."""
    place, number = 0, 1
    while place < len(body):
        yield place
        number += 1
        reach = range(place + columns, min(len(body), place + columns * _MOST_LINES))
        place = next((at for at in reach if counted(body[at]) == number), len(body))


def _last(columns: Sequence[Column], body: Sequence[str], start: int, blanks: set[int]) -> tuple[_Best | None, int]:
    """The last row, whose end nothing tells but a blank line or its own cells; and where it ends."""
    least = start + len(columns)
    stop = min([end for end in blanks if end >= least] + [len(body), start + len(columns) * _MOST_LINES])
    found = [(row, end) for end in range(least, stop + 1) if (row := _cut(columns, body[start:end])) is not None]
    return max(found, key=lambda one: (one[0].score + _TAKEN * one[1], -one[1])) if found else (None, start)


def _cut(columns: Sequence[Column], lines: Sequence[str]) -> _Best | None:
    """The lines of a row as its cells, in the way that fits the columns best; None where none fits."""
    best: dict[int, _Best] = {0: _Best(0.0, ())}
    for column in columns:
        reached: dict[int, _Best] = {}
        for start, before in best.items():
            for end in range(start + 1, min(len(lines), start + _MOST_LINES) + 1):
                filled = _filled(column, lines[start:end])
                score = before.score + (filled.score if filled else 0.0)
                if filled and (end not in reached or score > reached[end].score):
                    reached[end] = _Best(score, (*before.cells, *filled.cells))
        best = reached
    return best.get(len(lines))


def _filled(column: Column, lines: Sequence[str]) -> _Best | None:
    """The lines as one cell of a column, and how well they fill it; None where they cannot."""
    asks = column.role == "nominator" and bool(organizations(_joined("organizations", lines)[0]))
    kind = "organizations" if asks else column.kind
    text, cost = _joined(kind, lines)
    honoured = column.role in _HONOURS and _HONOUR.fullmatch(text)
    fits = _HONOURED if honoured else fit(kind, text)
    if fits is not None and column.role == "ward":
        fits += _WARDED if _WARD.search(text) else -_WARDED
    fits = _RARE_NAME if fits is None and kind == "persons" and _mostly_people(text) else fits
    least = _LEAST.get(kind, _LEAST_OTHERWISE) if len(lines) > 1 else _DOUBTFUL if kind in _LISTS else 0.0
    if fits is None or fits < least:
        return None
    several = asks and "、" in text  # who nominates is mostly one
    if kind == "organizations" and any(
        _CLOSES_TITLE.search(above) and not _HOUSE.match(line) for above, line in pairwise(lines)
    ):
        return None
    rest = kind == "organizations" and GOES_ON.match(text) is not None
    return _Best(fits - cost - _ODD * (several + rest), (text,))


def _mostly_people(text: str) -> bool:
    """Whether a list is of names, though some bear a surname that no lexicon has."""
    names = _MARK.split(text.replace(" ", ""))
    known = sum(fit("persons", name) is not None for name in names)
    return len(names) > 2 and 2 * known > len(names) and all(map(_NAME.fullmatch, names))


def _joined(kind: str, lines: Sequence[str]) -> tuple[str, float]:
    """The lines as one cell, and what it costs that they are one; people and institutions on a line each are a list."""
    text, cost, widest = one_line(lines[0]), 0.0, max(map(width, lines))
    for above, line in pairwise(lines):
        if kind in _LISTS and _are_two(kind, _MARK.split(text)[-1], line):
            text, cost = f"{text}、{line}", cost + _JOIN / 2
            continue
        text = one_line(f"{text}\n{line}")
        short = 0.0 if above.endswith(_LEADS_ON) else max(0.0, widest - 1 - width(above))
        cost += _JOIN + min(_SHORT, short * _PER_CHARACTER)
    return text, cost


def _are_two(kind: str, above: str, below: str) -> bool:
    """Whether two lines without a mark between them name two: 甲大学⏎乙医院, but not 甲大学⏎附属乙医院."""
    first = _MARK.split(below)[0]
    if not all((fit(kind, one) or 0.0) >= _LEAST_OTHERWISE for one in (above, first)):
        return False
    return GOES_ON.match(first) is None if kind == "organizations" else (fit(kind, above + first) or 0.0) < _LEAST_OTHERWISE

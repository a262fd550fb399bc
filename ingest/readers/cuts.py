"""Where the rows of a table begin and end whose lines are told by columns, not by rows: the cut whose cells fit best."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.lexicon import is_title
from ingest.readers.grid import join
from ingest.table.columns import Column
from ingest.table.recognise import STRICT, fit, grafts
from kg.text import HAN, heal_name

__all__ = ["Fragment", "cut", "joined"]

_TALLEST = 14
_EMPTY = {"index": 3.0, "text": 4.0, "persons": 2.0, "organizations": 2.0}
_EMPTY_OTHERWISE = 1.0
_NO_CELL = 5.0
_BEST = {"index": 2.0, "session": 2.0, "money": 2.5, "text": 1.5, "phrase": 0.8, "category": 2.0, "date": 2.0}
_BEST_OTHERWISE = 3.0
_SHORT_BREAK, _GRAFTED, _FULL_END = 2.5, 4.0, 0.4
_OWN_LINE = 0.5
"""What stands on a line of its own though the one above had room: a note in brackets, a title, a session's number, another
of those whom a cell lists."""
_SURE = 3.0
"""What a cell scores that is all of its kind."""
_MOST_ODD = 0.1
"""The share of cells that are none of their column from which on a table is left as it is."""
_ROOM = 3
_GOES_ON = re.compile(r"[，、；,;：（(/\-—–~～至]$")
_OWN = re.compile(r"[（(]|第\s*[A-Z]?[\d一二三四五六七八九十百]+\s*[届次期场]")
_DAY = re.compile(r"\d{1,2}\s*(?:日|[-—–~～至])")
_ANOTHER_HOUSE = re.compile(rf"[{HAN}]{{2,8}}大学")
_NOTED = re.compile(r"[（(][^（）()]*[)）]")
_ANCHORS = STRICT - {"money"}

Grid = Sequence[Sequence["Fragment | None"]]
"""The lines of a table, each with what stands in its columns."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """What one line holds of a cell, and how wide it is set."""

    text: str
    width: int
    token: int
    """The width of its first word, which did not fit on the line above."""


@dataclass(slots=True)
class _Table:
    grid: Grid
    columns: Sequence[Column]
    centred: bool
    widest: tuple[int, ...]
    anchored: int | None
    """The column of which each row has one line."""
    costs: dict[tuple[int, int, int], float] = field(default_factory=dict)
    fits: dict[tuple[str, str], float] = field(default_factory=dict)


def cut(runs: Sequence[Grid], columns: Sequence[Column]) -> list[list[tuple[int, int]]]:
    """The rows of each run of lines, from which and up to which line each goes; none where no cut makes whole cells of most.

    The cells of a row begin on one line, or stand in the middle of its height: all rows of a table are set alike.
    """
    lines = [line for grid in runs for line in grid]
    widest = tuple(max((part.width for line in lines if (part := line[at])), default=0) for at in range(len(columns)))
    anchored = _anchored(lines, columns)
    tables = [[_Table(grid, columns, centred, widest, anchored) for grid in runs] for centred in (False, True)]
    read = [[(table, *_best(table)) for table in one] for one in tables]
    best = min(read, key=lambda one: sum(cost for _, cost, _ in one))
    odd = [_cell(table, at, *row) >= _SHORT_BREAK for table, _, rows in best for row in rows for at in range(len(columns))]
    return [rows for _, _, rows in best] if sum(odd) <= _MOST_ODD * len(odd) else []


def joined(kind: str, parts: Sequence[str]) -> str:
    """The lines of a cell as one text; names that blanks part are told apart, one that a line breaks is whole."""
    text = ""
    for part in parts:
        glued = join(text, part)
        apart = f"{text} {part}"
        text = apart if text and kind == "persons" and _persons(apart) > _persons(glued) else glued
    return text


def _persons(text: str) -> float:
    score = fit("persons", _NOTED.sub(" ", text))
    return _NO_CELL * -1 if score is None else score


def _anchored(grid: Grid, columns: Sequence[Column]) -> int | None:
    """The first column, where each of its lines is a whole cell by its pattern: a number, hours, a year."""
    if columns[0].kind not in _ANCHORS:
        return None
    told = [line[0].text for line in grid if line[0] is not None]
    return 0 if told and all((fit(columns[0].kind, text) or 0.0) > 1 for text in told) else None


def _best(table: _Table) -> tuple[float, list[tuple[int, int]]]:
    count = len(table.grid)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, count + 1):
        options = ((best[start][0] + _row(table, start, end), start) for start in range(max(0, end - _TALLEST), end))
        best.append(min(options))
    rows: list[tuple[int, int]] = []
    end = count
    while end:
        start = best[end][1]
        rows.append((start, end))
        end = start
    return best[count][0], rows[::-1]


def _row(table: _Table, start: int, end: int) -> float:
    if table.anchored is not None and sum(line[table.anchored] is not None for line in table.grid[start:end]) != 1:
        return float("inf")
    if table.centred and not any(all(line[at] for line in table.grid[start:end]) for at in range(len(table.columns))):
        return float("inf")
    return sum(_cell(table, at, start, end) for at in range(len(table.columns)))


def _cell(table: _Table, at: int, start: int, end: int) -> float:
    kind = table.columns[at].kind
    lines = [place for place in range(start, end) if table.grid[place][at] is not None]
    if not lines:
        return _EMPTY.get(kind, _EMPTY_OTHERWISE)
    first, last = lines[0], lines[-1]
    above, below = first - start, end - 1 - last
    off = abs(above - below) if table.centred else above
    if last - first + 1 > len(lines) or off > (1 if table.centred else 0):
        return float("inf")
    if (at, first, last) not in table.costs:
        table.costs[at, first, last] = _whole(table, at, first, last)
    return table.costs[at, first, last]


def _whole(table: _Table, at: int, first: int, last: int) -> float:
    """What it costs that these lines of a column are one cell."""
    kind, widest = table.columns[at].kind, table.widest[at]
    parts = [part for line in table.grid[first : last + 1] if (part := line[at]) is not None]
    cost = 0.0
    for one, two in pairwise(parts):
        cost += 0.0 if _GOES_ON.search(one.text) else _broken(kind, one, two, widest)
    text = joined(kind, [part.text for part in parts])
    return cost + _misfit(table, kind, text) + _FULL_END * (kind == "text" and parts[-1].width + _ROOM > widest > _TALLEST)


def _broken(kind: str, one: Fragment, two: Fragment, widest: int) -> float:
    """What it costs that a cell goes on from one line to the next, of which the first ends in no mark."""
    if one.text == two.text or (kind == "organizations" and _ANOTHER_HOUSE.match(two.text) and fit(kind, one.text) == _SURE):
        return _SHORT_BREAK
    if kind == "persons" and fit(kind, one.text) == fit(kind, two.text) == _SURE:
        return _OWN_LINE
    if one.width + two.token + _ROOM > widest or (kind == "date" and _DAY.match(two.text) and one.text.endswith("月")):
        return 0.0
    if _OWN.match(two.text) or is_title(two.text):
        return _OWN_LINE
    return _SHORT_BREAK + _GRAFTED * (kind == "organizations" and grafts(heal_name(one.text), heal_name(two.text)))


def _misfit(table: _Table, kind: str, text: str) -> float:
    if (kind, text) not in table.fits:
        read = (
            _NOTED.sub(" ", text).strip()
            if kind == "persons"
            else text
            if kind in ("place", "organizations")
            else heal_name(text)
        )
        score = fit(kind, read)
        table.fits[kind, text] = _NO_CELL if score is None else max(0.0, _BEST.get(kind, _BEST_OTHERWISE) - score)
    return table.fits[kind, text]

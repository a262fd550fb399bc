"""One row split into its columns: the assignment of its words to typed cells that costs least, by dynamic programming."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.table.columns import Column
from ingest.table.lines import Line, Word, width
from ingest.table.recognise import MOST, MOST_OTHERWISE, fit
from ingest.table.stretches import ENDS_OPEN, Stretch, as_read, join, stretches
from kg.model import Span

__all__ = [
    "SLACK",
    "Knowledge",
    "ParsedRow",
    "Piece",
    "Split",
    "empty_cost",
    "is_full",
    "learn",
    "most",
    "opens",
    "split_rows",
]

# What an empty cell costs, by the kind of its column.
_EMPTY = {
    "text": 4.0,
    "branch": 4.0,
    "persons": 2.5,
    "organizations": 2.5,
    "year": 2.5,
    "date": 2.5,
    "place": 2.0,
    "money": 2.0,
}
_EMPTY_OTHERWISE = 1.2
_BEST = {"index": 2.0, "session": 2.0, "money": 2.5, "text": 1.5, "phrase": 0.8, "category": 2.0}
_BEST_OTHERWISE = 3.0

_BREAK, _SHORT_BREAK, _PER_CHARACTER = 0.25, 1.5, 0.3
_FULL, _NARROWEST_PAGE = 0.9, 20
_CUT_INSIDE = 0.3  # a cell that ends with a full line, though words follow underneath
_SEEN = 1.0
_RECURRING = frozenset({"phrase", "department", "organizations", "place", "category"})
"""Kinds of cells whose values recur from row to row."""
_GRAFTED = 2.5  # the end of a title before an institution's name, or before a programme's
_PROGRAMME_ENDS = re.compile(r"(?:基金|计划|专项|项目|课题|工程|行动|类|[、，：:/（(—-])$")
_LEAST_ALONE = 3
_MOST_OPENING = 7
SLACK = 0.001
"""For sums that are rounded otherwise."""


_Chain = tuple["_Chain", tuple[int, int]] | None
"""The cells of a row up to a column: those before the last, and the last."""
_States = dict[int, tuple[float, _Chain]]


@dataclass(frozen=True, slots=True)
class Piece:
    """One cell of a parsed row: which column, and its stretch of the document, or its stretches where lines are woven."""

    column: int
    span: Span
    more: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedRow:
    """A row with the cells that could be told; ``score`` is comparable within one table."""

    pieces: tuple[Piece, ...]
    span: Span
    score: float
    full: bool = False
    """Whether its last line fills its column, so that its cell may go on."""


@dataclass(slots=True)
class Knowledge:
    """What is known of a table while its rows are sought; the memory of scores makes the search quick."""

    columns: tuple[Column, ...]
    words: Sequence[Word] = ()
    """The words of all lines; a line's first has a line break for its gap."""
    ends: Sequence[float] = ()
    """For a word that ends its line, how wide the line is, else 0."""
    runs: dict[int, list[tuple[float, Span]]] = field(default_factory=dict)
    """The lines of each column's cells, the widest first, each with its row."""
    widest: float = 0.0
    seen: dict[int, frozenset[str]] = field(default_factory=dict)
    alone: dict[int, frozenset[str]] = field(default_factory=dict)
    """The cells of phrases that take one line, whether or not they open or end it."""
    cells: dict[tuple[int, int], list[tuple[float | None, float]]] = field(default_factory=dict)
    """The cells that begin at a word, by column and word, the shorter first: score, and what it costs to end there."""
    stretches: dict[tuple[str, int], list[Stretch]] = field(default_factory=dict)
    """The stretches that begin at a word, by kind and word, the shorter first, whatever is learnt of the table."""
    fits: dict[tuple[str, str], float | None] = field(default_factory=dict)
    opening: dict[int, bool] = field(default_factory=dict)
    best: float = field(init=False)
    """The score of a row whose cells all fit."""

    def __post_init__(self) -> None:
        self.best = sum(_BEST.get(column.kind, _BEST_OTHERWISE) for column in self.columns)

    def width_at(self, number: int, place: int) -> float | None:
        """How wide a column is set, as the other rows tell it: a row that was split wrongly is no witness to itself."""
        return next((run for run, row in self.runs.get(number, ()) if not row.start <= place < row.end), None)


class Split(NamedTuple):
    """The words of a row by column, as places among them; an empty cell ends where it begins."""

    score: float
    cells: tuple[tuple[int, int], ...]


def split_rows(sheet: Knowledge, first: int, ends: Sequence[int], *, least: float) -> dict[int, Split]:
    """The best split of the words from ``first`` to each of ``ends``, in order; those that score less than ``least`` may lack.

    One search serves every end: a cell costs more where the row goes on behind it, so that each place has its best split
    as an end and as a place in between. What can no longer come to ``least`` is not followed.
    """
    closed: _States = {first: (0.0, None)}
    going_on: _States = closed
    hope = sum(most(column.kind) for column in sheet.columns) + SLACK
    for number, column in enumerate(sheet.columns):
        before, through = closed, going_on
        closed, going_on = {}, {}
        hope -= most(column.kind)
        empty, enough = empty_cost(column), least - hope
        for place, (state, chain) in through.items():
            whole, others = before[place]
            if whole - empty >= enough:
                _better(closed, others, whole - empty, (place, place))
            if state - empty >= enough:
                _better(going_on, chain, state - empty, (place, place))
            for end, (score, cut) in zip(range(place + 1, ends[-1] + 1), _cells(sheet, number, place), strict=False):
                if score is not None and state + score >= enough:
                    _better(closed, chain, state + score, (place, end))
                    _better(going_on, chain, state + (score - cut), (place, end))
    return {end: Split(closed[end][0], _unchained(closed[end][1])) for end in ends if end in closed}


def empty_cost(column: Column) -> float:
    """What it costs that a cell of a column is empty: of a row's institutions, it is the partner that may lack."""
    return _EMPTY_OTHERWISE if column.role == "partners" else _EMPTY.get(column.kind, _EMPTY_OTHERWISE)


def opens(sheet: Knowledge, line: Line) -> bool:
    """Whether a line begins with what the first column holds."""
    if line.start not in sheet.opening:
        kind, most = sheet.columns[0].kind, min(len(line.words), _MOST_OPENING)
        sheet.opening[line.start] = any(fit(kind, join(line.words[:count])) is not None for count in range(1, most + 1))
    return sheet.opening[line.start]


def is_full(sheet: Knowledge, number: int, words: Sequence[Word], *, line: float) -> bool:
    """Whether the last line of a cell fills its column, or the page, so that the cell may go on underneath.

    ``line`` is the width of the whole line that the cell ends.
    """
    known = sheet.width_at(number, words[0].start)
    run = _last_run(words)
    return (known is not None and width(join(run)) >= known - 1) or _fills_page(sheet, line)


def learn(sheet: Knowledge, rows: Sequence[ParsedRow], lines: Sequence[Line]) -> None:
    """Note how wide each column is at least, by its cells' lines, and the values of cells that stand whole between others."""
    words = sorted(((word, line) for line in lines for word in line.words), key=lambda pair: pair[0].start)
    starts = [word.start for word, _ in words]
    pieces: dict[int, list[tuple[float, Span]]] = defaultdict(list)
    whole: dict[int, set[str]] = defaultdict(set)
    alone: dict[int, set[str]] = defaultdict(set)
    for row in rows:
        for piece in row.pieces:
            inside = words[bisect_left(starts, piece.span.start) : bisect_left(starts, piece.span.end)]
            runs = _runs(inside)
            bounded = len(runs) == 1 and _is_bounded(inside)
            for run in runs:
                pieces[piece.column].append((width(join(run)), row.span))
            if len(runs) == 1 and sheet.columns[piece.column].kind == "phrase":
                alone[piece.column].add(as_read("phrase", join(runs[0])))
            if bounded:
                whole[piece.column].add(as_read(sheet.columns[piece.column].kind, join(runs[0])))
    sheet.runs = {column: sorted(runs, key=lambda run: -run[0]) for column, runs in pieces.items()}
    sheet.widest = max(_widths(rows, lines), default=0.0)
    sheet.seen = {n: frozenset(values) for n, values in whole.items() if sheet.columns[n].kind in _RECURRING}
    sheet.alone = {n: frozenset(values) for n, values in alone.items()}
    sheet.cells.clear()


def most(kind: str) -> float:
    """No cell of a kind scores more."""
    return MOST.get(kind, MOST_OTHERWISE) + _SEEN * (kind in _RECURRING)


def _better(states: _States, before: _Chain, score: float, cell: tuple[int, int]) -> None:
    known = states.get(cell[1])
    if known is None or score > known[0]:
        states[cell[1]] = (score, (before, cell))


def _unchained(chain: _Chain) -> tuple[tuple[int, int], ...]:
    cells = []
    while chain is not None:
        chain, cell = chain
        cells.append(cell)
    return tuple(reversed(cells))


def _cells(sheet: Knowledge, number: int, place: int) -> list[tuple[float | None, float]]:
    if (number, place) not in sheet.cells:
        sheet.cells[number, place] = list(_scored(sheet, number, place))
    return sheet.cells[number, place]


def _scored(sheet: Knowledge, number: int, place: int) -> Iterator[tuple[float | None, float]]:
    """The score of the cell of one word, of two, and so on, None for what is none; up to where no longer one can be."""
    known = sheet.width_at(number, sheet.words[place].start) if place < len(sheet.words) else None
    seen = sheet.seen.get(number, frozenset())
    cost = overflow = run = 0.0
    broken = place  # where the last line begins
    for end, one in enumerate(_stretches(sheet, sheet.columns[number].kind, place), place):
        line = sheet.ends[end]
        if one.breaks:
            above = sheet.ends[end - 1]
            cost += _break_cost(sheet, sheet.words[end - 1], run, known=known, line=above)
            overflow += _overflow(run, known)
            broken = end
        cost += one.gap
        run = one.run
        if one.fitting is None:
            yield None, 0.0
            continue
        wide = overflow + _overflow(run, known) if one.lines else 0.0
        grafted = one.grafted is not None and not _fills_page(sheet, sheet.ends[one.grafted])
        if grafted or (one.lines and _is_second(sheet, number, (place, broken, end + 1))):
            wide += _GRAFTED
        yield one.fitting - cost - wide + _SEEN * (one.text in seen), _cut_cost(sheet, run, known=known, line=line)


_TYPE = re.compile(
    r"(?:面上|重点|重大|一般|培育|青年(?:科学)?(?:基金)?|地区(?:科学)?基金|联合基金|(?:国家|省)?(?:杰出|优秀)青年(?:科学)?基金)(?:项目|课题)?"
)
"""The types of the commonest funds, which are whole cells."""


def _is_second(sheet: Knowledge, number: int, places: tuple[int, int, int]) -> bool:
    """Whether the last line of a programme's cell is a programme that other rows have, below words that name none;
    of a phrase's cell (a field of study), whether other rows have it for a whole cell."""
    column = sheet.columns[number]
    if column.role != "program" and column.kind != "phrase":
        return False
    start, broken, end = places
    head, tail = join(sheet.words[start:broken]), as_read(column.kind, join(sheet.words[broken:end]))
    if column.role != "program":
        return len(tail) >= _LEAST_ALONE and tail in sheet.alone.get(number, ())
    return (tail in sheet.seen.get(number, ()) or _TYPE.fullmatch(tail) is not None) and not _PROGRAMME_ENDS.search(head)


def _stretches(sheet: Knowledge, kind: str, place: int) -> list[Stretch]:
    if (kind, place) not in sheet.stretches:
        sheet.stretches[kind, place] = list(stretches(sheet.words, place, kind, sheet.fits))
    return sheet.stretches[kind, place]


def _break_cost(sheet: Knowledge, before: Word, run: float, *, known: float | None, line: float) -> float:
    """A break inside a cell is likely where the line above is full, be it the column's or the page's."""
    if before.text.endswith(ENDS_OPEN) or _fills_page(sheet, line):
        return 0.0
    if known is None:
        return _BREAK
    short = known - 1 - run
    return min(_SHORT_BREAK, max(0.0, short) * _PER_CHARACTER)


def _cut_cost(sheet: Knowledge, run: float, *, known: float | None, line: float) -> float:
    """What it costs that a cell ends with a full line where the text goes on underneath."""
    if not line:
        return 0.0
    full = known is not None and run >= known - 0.5
    return _CUT_INSIDE if full or _fills_page(sheet, line) else 0.0


def _overflow(run: float, known: float | None) -> float:
    """What it costs that a line of a broken cell is wider than its column is known to be."""
    return 0.0 if known is None else min(_SHORT_BREAK, max(0.0, run - known - 1) * _PER_CHARACTER)


def _fills_page(sheet: Knowledge, line: float) -> bool:
    return sheet.widest > _NARROWEST_PAGE and line >= _FULL * sheet.widest


def _last_run(words: Sequence[Word]) -> Sequence[Word]:
    return _lines_of(words)[-1]


def _lines_of(words: Sequence[Word]) -> list[list[Word]]:
    """The words by line."""
    runs: list[list[Word]] = []
    for word in words:
        if not runs or "\n" in word.gap:
            runs.append([])
        runs[-1].append(word)
    return runs


def _runs(inside: Sequence[tuple[Word, Line]]) -> list[list[Word]]:
    runs: list[list[Word]] = []
    line: Line | None = None
    for word, at in inside:
        if at is not line:
            runs.append([])
            line = at
        runs[-1].append(word)
    return runs


def _is_bounded(inside: Sequence[tuple[Word, Line]]) -> bool:
    """Whether a gap inside its line, not a line break, parts a cell from both its neighbours."""
    (first, line), (last, _) = inside[0], inside[-1]
    return first.start != line.start and last.end != line.end


def _widths(rows: Sequence[ParsedRow], lines: Sequence[Line]) -> Iterator[float]:
    """How wide the lines are that lie inside a row."""
    starts = [line.start for line in lines]
    for row in rows:
        for line in lines[bisect_left(starts, row.span.start) :]:
            if line.end > row.span.end:
                break
            yield line.width

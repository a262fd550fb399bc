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
from ingest.table.recognise import fit, grafts, never_fits
from kg.model import Span
from kg.text import HAN, heal_name

__all__ = [
    "Knowledge",
    "ParsedRow",
    "Piece",
    "Split",
    "as_read",
    "empty_cost",
    "gap_cost",
    "is_full",
    "join",
    "joined",
    "learn",
    "opens",
    "split_rows",
]

_HAN = re.compile(rf"[{HAN}，、。；：（）《》“”]")
_ENDS_OPEN = tuple("、，,;；(（-/:：.")

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
_MOST_WORDS = {"index": 1, "money": 2, "session": 2, "year": 6, "date": 14, "code": 2, "text": 40, "persons": 30}
_MOST_WORDS_OTHERWISE = 12

_HAN_GAP, _LATIN_GAP, _WIDE_GAP = 1.5, 0.2, 2.0
_BREAK, _SHORT_BREAK, _PER_CHARACTER = 0.25, 1.5, 0.3
_FULL, _NARROWEST_PAGE = 0.9, 20
_CUT_INSIDE = 0.3  # a cell that ends with a full line, though words follow underneath
_MOST_GAPS = 2  # between Chinese words of one cell
_SEEN = 1.0
_GRAFTED = 2.5  # the end of a title before an institution's name
_MOST_OPENING = 7


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
    cells: dict[tuple[int, int], list[tuple[float | None, float]]] = field(default_factory=dict)
    """The cells that begin at a word, by column and word, the shorter first: score, and what it costs to end there."""
    fits: dict[tuple[str, str], float | None] = field(default_factory=dict)
    opening: dict[int, bool] = field(default_factory=dict)

    def width_at(self, number: int, place: int) -> float | None:
        """How wide a column is set, as the other rows tell it: a row that was split wrongly is no witness to itself."""
        return next((run for run, row in self.runs.get(number, ()) if not row.start <= place < row.end), None)

    @property
    def best(self) -> float:
        """The score of a row whose cells all fit."""
        return sum(_BEST.get(column.kind, _BEST_OTHERWISE) for column in self.columns)


class Split(NamedTuple):
    """The words of a row by column, as places among them; an empty cell ends where it begins."""

    score: float
    cells: tuple[tuple[int, int], ...]


def split_rows(sheet: Knowledge, first: int, last: int) -> dict[int, Split]:
    """The best split of the words from ``first`` to each place up to ``last``, by place; those without one are left out.

    One search serves every place: a cell costs more where the row goes on behind it, so that each place has its best split
    as an end and as a place in between.
    """
    closed: dict[int, Split] = {first: Split(0.0, ())}
    going_on: dict[int, Split] = {first: Split(0.0, ())}
    for number, column in enumerate(sheet.columns):
        before, through = closed, going_on
        closed, going_on = {}, {}
        empty = empty_cost(column.kind)
        for place, state in through.items():
            _better(closed, before[place], before[place].score - empty, (place, place))
            _better(going_on, state, state.score - empty, (place, place))
            for end, (score, cut) in zip(range(place + 1, last + 1), _cells(sheet, number, place), strict=False):
                if score is not None:
                    _better(closed, state, state.score + score, (place, end))
                    _better(going_on, state, state.score + (score - cut), (place, end))
    return closed


def empty_cost(kind: str) -> float:
    """What it costs that a cell of a kind is empty."""
    return _EMPTY.get(kind, _EMPTY_OTHERWISE)


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
    for row in rows:
        for piece in row.pieces:
            inside = words[bisect_left(starts, piece.span.start) : bisect_left(starts, piece.span.end)]
            runs = _runs(inside)
            bounded = len(runs) == 1 and _is_bounded(inside)
            for run in runs:
                pieces[piece.column].append((width(join(run)), row.span))
            if bounded:
                whole[piece.column].add(as_read(sheet.columns[piece.column].kind, join(runs[0])))
    sheet.runs = {column: sorted(runs, key=lambda run: -run[0]) for column, runs in pieces.items()}
    sheet.widest = max(_widths(rows, lines), default=0.0)
    recurring = {"phrase", "department", "organizations", "place", "category"}
    sheet.seen = {n: frozenset(values) for n, values in whole.items() if sheet.columns[n].kind in recurring}
    sheet.cells.clear()


def join(words: Sequence[Word]) -> str:
    """The words as one text, as ingest.layout.heal would have it."""
    text = ""
    for word in words:
        text = joined(text, word)
    return text


def joined(text: str, word: Word) -> str:
    """The text, which may be empty, with one word more."""
    if not text:
        return word.text
    if "\n" in word.gap and (_HAN.match(text[-1]) or _HAN.match(word.text[0]) or text[-1] in "-/("):
        return text + word.text
    return f"{text} {word.text}"


def as_read(kind: str, text: str) -> str:
    """The text as the recogniser of a kind wants it: gaps part the names of a list, and are healed elsewhere."""
    return text if kind in ("persons", "place", "organizations") else heal_name(text)


def _better(states: dict[int, Split], before: Split, score: float, cell: tuple[int, int]) -> None:
    known = states.get(cell[1])
    if known is None or score > known.score:
        states[cell[1]] = Split(score, (*before.cells, cell))


def _cells(sheet: Knowledge, number: int, place: int) -> list[tuple[float | None, float]]:
    if (number, place) not in sheet.cells:
        sheet.cells[number, place] = list(_scored(sheet, number, place))
    return sheet.cells[number, place]


def _scored(sheet: Knowledge, number: int, place: int) -> Iterator[tuple[float | None, float]]:
    """The score of the cell of one word, of two, and so on, None for what is none; up to where no longer one can be."""
    kind = sheet.columns[number].kind
    known = sheet.width_at(number, sheet.words[place].start) if place < len(sheet.words) else None
    seen = sheet.seen.get(number, frozenset())
    cost = overflow = 0.0
    gaps = 0
    short = False  # whether the line above ends before the page does
    whole = run = ""
    for end in range(place, min(len(sheet.words), place + _MOST_WORDS.get(kind, _MOST_WORDS_OTHERWISE))):
        word = sheet.words[end]
        if end > place:
            before = sheet.words[end - 1]
            if "\t" in word.gap:
                return
            if "\n" in word.gap:
                cost += _break_cost(sheet, before, run, known=known, line=sheet.ends[end - 1])
                overflow += _overflow(run, known)
                short, run = not _fills_page(sheet, sheet.ends[end - 1]), ""
            else:
                gaps += _is_gap(before, word)
                cost += gap_cost(before, word, people=kind == "persons")
        whole, run = joined(whole, word), joined(run, word)
        text = as_read(kind, whole)
        fitting = _fitting(sheet, kind, text)
        if (fitting is None and never_fits(kind, text)) or (gaps > _MOST_GAPS and kind in ("text", "phrase")):
            return
        if fitting is None:
            yield None, 0.0
            continue
        wide = overflow + _overflow(run, known) if run != whole else 0.0
        if short and kind == "organizations" and grafts(whole.removesuffix(run), run):
            wide += _GRAFTED
        yield fitting - cost - wide + _SEEN * (text in seen), _cut_cost(sheet, run, known=known, line=sheet.ends[end])


def _fitting(sheet: Knowledge, kind: str, text: str) -> float | None:
    """How well a text fits a kind of cell; this holds whatever else is learnt of the table."""
    if (kind, text) not in sheet.fits:
        sheet.fits[kind, text] = fit(kind, text)
    return sheet.fits[kind, text]


def _is_gap(before: Word, word: Word) -> bool:
    return (
        "\n" not in word.gap
        and bool(_HAN.match(before.text[-1]) and _HAN.match(word.text[0]))
        and not before.text.endswith(_ENDS_OPEN)
    )


def gap_cost(before: Word, word: Word, *, people: bool) -> float:
    """What it costs that a word stands in one cell with the one before it in the line."""
    if len(word.gap) > 1 or "\u3000" in word.gap:
        return 0.1 if people else _WIDE_GAP
    if _is_gap(before, word):
        return 0.1 if people else _HAN_GAP
    return 0.05 if people or before.text.endswith(_ENDS_OPEN) else _LATIN_GAP


def _break_cost(sheet: Knowledge, before: Word, run: str, *, known: float | None, line: float) -> float:
    """A break inside a cell is likely where the line above is full, be it the column's or the page's."""
    if before.text.endswith(_ENDS_OPEN) or _fills_page(sheet, line):
        return 0.0
    if known is None:
        return _BREAK
    short = known - 1 - width(run)
    return min(_SHORT_BREAK, max(0.0, short) * _PER_CHARACTER)


def _cut_cost(sheet: Knowledge, run: str, *, known: float | None, line: float) -> float:
    """What it costs that a cell ends with a full line where the text goes on underneath."""
    if not line:
        return 0.0
    full = known is not None and width(run) >= known - 0.5
    return _CUT_INSIDE if full or _fills_page(sheet, line) else 0.0


def _overflow(run: str, known: float | None) -> float:
    """What it costs that a line of a broken cell is wider than its column is known to be."""
    return 0.0 if known is None else min(_SHORT_BREAK, max(0.0, width(run) - known - 1) * _PER_CHARACTER)


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

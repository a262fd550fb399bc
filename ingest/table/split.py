"""One row split into its columns: the assignment of its words to typed cells that costs least, by dynamic programming."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.table.columns import Column
from ingest.table.lines import Line, Word, width
from ingest.table.recognise import fit, never_fits
from kg.model import Span
from kg.text import HAN, heal_name

__all__ = ["Knowledge", "ParsedRow", "Piece", "Split", "as_read", "is_full", "join", "learn", "opens", "split_rows"]

_HAN = re.compile(rf"[{HAN}，、。；：（）《》“”]")
_ENDS_OPEN = re.compile(r"[、，,;；(（\-/:：.]$")

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
_MOST_OPENING = 7
_NEVER = float("-inf")
"""The score of words that are no cell of a column, and open none."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One cell of a parsed row: which column, and its stretch of the document."""

    column: int
    span: Span


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
    runs: dict[int, list[tuple[float, Span]]] = field(default_factory=dict)
    """The lines of each column's cells, the widest first, each with its row."""
    widest: float = 0.0
    seen: dict[int, frozenset[str]] = field(default_factory=dict)
    scores: dict[tuple[int, int, int], float | None] = field(default_factory=dict)
    fits: dict[tuple[int, int, int], tuple[str, float | None]] = field(default_factory=dict)
    opening: dict[int, bool] = field(default_factory=dict)

    def width_at(self, number: int, place: int) -> float | None:
        """How wide a column is set, as the other rows tell it: a row that was split wrongly is no witness to itself."""
        return next((run for run, row in self.runs.get(number, ()) if not row.start <= place < row.end), None)

    @property
    def best(self) -> float:
        """The score of a row whose cells all fit."""
        return sum(_BEST.get(column.kind, _BEST_OTHERWISE) for column in self.columns)


@dataclass(frozen=True, slots=True)
class Split:
    """The words of a row by column, as places among them; an empty cell ends where it begins."""

    score: float
    cells: tuple[tuple[int, int], ...]


def split_rows(sheet: Knowledge, words: Sequence[Word], ends: Sequence[float]) -> dict[int, Split]:
    """The best split of the first words, by how many they are; those that cannot be split are left out.

    ``ends`` is, for a word that ends its line, how wide the line is, else 0. One search serves every count: a cell costs
    more where the row goes on behind it, so that each place has its best split as an end and as a place in between.
    """
    closed: dict[int, Split] = {0: Split(0.0, ())}
    going_on: dict[int, Split] = {0: Split(0.0, ())}
    for number, column in enumerate(sheet.columns):
        before, through = closed, going_on
        closed, going_on = {}, {}
        empty = _EMPTY.get(column.kind, _EMPTY_OTHERWISE)
        most = _MOST_WORDS.get(column.kind, _MOST_WORDS_OTHERWISE)
        for place, state in through.items():
            _better(closed, before[place], before[place].score - empty, (place, place))
            _better(going_on, state, state.score - empty, (place, place))
            for end in range(place + 1, min(len(words), place + most) + 1):
                if end - place > 1 and "\t" in words[end - 1].gap:
                    break
                score = _cell(sheet, number, words=words, ends=ends, cell=(place, end))
                if score == _NEVER:
                    break
                if score is not None:
                    _better(closed, state, state.score + score, (place, end))
                    if end < len(words) and ends[end - 1]:
                        score -= _cut_cost(sheet, number, words=words[place : end + 1], line=ends[end - 1])
                    _better(going_on, state, state.score + score, (place, end))
    return closed


def opens(sheet: Knowledge, line: Line) -> bool:
    """Whether a line begins with what the first column holds."""
    if line.start not in sheet.opening:
        kind, most = sheet.columns[0].kind, min(len(line.words), _MOST_OPENING)
        sheet.opening[line.start] = any(fit(kind, join(line.words[:count])) is not None for count in range(1, most + 1))
    return sheet.opening[line.start]


def is_full(sheet: Knowledge, number: int, words: Sequence[Word]) -> bool:
    """Whether the last line of a cell fills its column, so that the cell may go on underneath."""
    known = sheet.width_at(number, words[0].start)
    run = _last_run(words)
    return known is not None and width(join(run)) >= known - 1


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
    sheet.scores.clear()


def join(words: Sequence[Word]) -> str:
    """The words as one text, as ingest.layout.heal would have it."""
    text = words[0].text
    for word in words[1:]:
        if "\n" not in word.gap:
            text += " " + word.text
        elif _HAN.match(text[-1]) or _HAN.match(word.text[0]) or text[-1] in "-/(":
            text += word.text
        else:
            text += " " + word.text
    return text


def as_read(kind: str, text: str) -> str:
    """The text as the recogniser of a kind wants it: gaps part the names of a list, and are healed elsewhere."""
    return text if kind in ("persons", "place", "organizations") else heal_name(text)


def _better(states: dict[int, Split], before: Split, score: float, cell: tuple[int, int]) -> None:
    known = states.get(cell[1])
    if known is None or score > known.score:
        states[cell[1]] = Split(score, (*before.cells, cell))


def _cell(
    sheet: Knowledge, number: int, *, words: Sequence[Word], ends: Sequence[float], cell: tuple[int, int]
) -> float | None:
    start, end = cell
    key = (number, words[start].start, words[end - 1].end)
    if key not in sheet.scores:
        sheet.scores[key] = _scored(sheet, number, words=words[start:end], ends=ends[start:end])
    return sheet.scores[key]


def _scored(sheet: Knowledge, number: int, *, words: Sequence[Word], ends: Sequence[float]) -> float | None:
    kind = sheet.columns[number].kind
    text, score = _fitting(sheet, number, words)
    if score is None:
        return _NEVER if never_fits(kind, text) else None
    if kind in ("text", "phrase") and sum(_is_gap(*pair) for pair in pairwise(words)) > _MOST_GAPS:
        return _NEVER
    cost = sum(_gap_costs(sheet, number, words=words, ends=ends))
    return score - cost - _overflow(sheet, number, words) + _SEEN * (text in sheet.seen.get(number, ()))


def _fitting(sheet: Knowledge, number: int, words: Sequence[Word]) -> tuple[str, float | None]:
    """What the words say as a cell of a column, and how well that fits it; this holds whatever else is learnt of the table."""
    key = (number, words[0].start, words[-1].end)
    if key not in sheet.fits:
        kind = sheet.columns[number].kind
        text = as_read(kind, join(words))
        sheet.fits[key] = (text, fit(kind, text))
    return sheet.fits[key]


def _is_gap(before: Word, word: Word) -> bool:
    return (
        "\n" not in word.gap
        and bool(_HAN.match(before.text[-1]) and _HAN.match(word.text[0]))
        and not _ENDS_OPEN.search(before.text)
    )


def _gap_costs(sheet: Knowledge, number: int, *, words: Sequence[Word], ends: Sequence[float]) -> Iterator[float]:
    """What it costs that each word but the first stands in one cell with those before it."""
    people = sheet.columns[number].kind == "persons"
    run = 0
    for place, (before, word) in enumerate(pairwise(words), 1):
        if "\n" in word.gap:
            yield _break_cost(sheet, number, first=words[0], run=words[run:place], line=ends[place - 1])
            run = place
        elif len(word.gap) > 1 or "\u3000" in word.gap:
            yield 0.1 if people else _WIDE_GAP
        elif _is_gap(before, word):
            yield 0.1 if people else _HAN_GAP
        else:
            yield 0.05 if people or _ENDS_OPEN.search(before.text) else _LATIN_GAP


def _break_cost(sheet: Knowledge, number: int, *, first: Word, run: Sequence[Word], line: float) -> float:
    """A break inside a cell is likely where the line above is full, be it the column's or the page's."""
    if _ENDS_OPEN.search(run[-1].text) or _fills_page(sheet, line):
        return 0.0
    known = sheet.width_at(number, first.start)
    if known is None:
        return _BREAK
    short = known - 1 - width(join(run))
    return min(_SHORT_BREAK, max(0.0, short) * _PER_CHARACTER)


def _cut_cost(sheet: Knowledge, number: int, *, words: Sequence[Word], line: float) -> float:
    """What it costs that a cell ends with a full line where the text (its last word) goes on underneath."""
    if not line or "\n" not in words[-1].gap:
        return 0.0
    known = sheet.width_at(number, words[0].start)
    full = known is not None and width(join(_last_run(words[:-1]))) >= known - 0.5
    return _CUT_INSIDE if full or _fills_page(sheet, line) else 0.0


def _overflow(sheet: Knowledge, number: int, words: Sequence[Word]) -> float:
    """What it costs that a line of a broken cell is wider than its column is known to be."""
    if not sheet.runs or not any("\n" in word.gap for word in words[1:]):
        return 0.0
    known = sheet.width_at(number, words[0].start)
    if known is None:
        return 0.0
    runs = _lines_of(words)
    return sum(min(_SHORT_BREAK, max(0.0, width(join(run)) - known - 1) * _PER_CHARACTER) for run in runs)


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

"""Rows whose cells go on side by side on the lines below: their words stand line by line, not cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, product
from math import prod
from operator import ge
from typing import NamedTuple

from ingest.table.columns import Column
from ingest.table.lines import Line, Word
from ingest.table.rows import SHARE, Skipped, is_told, search
from ingest.table.split import SLACK, Knowledge, ParsedRow, Piece, empty_cost, most, opens
from ingest.table.stretches import as_read, fitting, gap_cost, joined
from kg.model import Span

__all__ = ["read_woven"]

_GOES_ON = frozenset({"text", "organizations", "phrase", "persons", "term", "department", "place", "code", "rank", "office"})
"""Kinds of cells that a line may break; numbers stand whole."""
_MOST_LINES = 4
_MOST_STATES = 600
_BREAK = 0.3
_LONGEST_CELL = 12
_WORDS_OF_NUMBER = 2
_FEWEST_PAIRS = 2
_FILLED = 0.7

_Slices = tuple[tuple[int, int], ...]


class _State(NamedTuple):
    score: float
    cells: tuple[_Slices, ...]
    """For each column that is told, where it begins and ends on each line."""


def read_woven(
    lines: Sequence[Line], columns: Sequence[Column], *, free: Callable[[Line], float]
) -> tuple[tuple[ParsedRow | Skipped, ...], int]:
    """The rows at the head of ``lines`` as ingest.table.rows has them; none where no line holds a whole row's beginning.

    The first line of a row has a word for most columns; each line below goes on with some of its cells, in their order.
    """
    whole = [_is_whole(line, columns) for line in lines]
    pairs = sum(one and not other for one, other in pairwise(whole))
    if pairs < _FEWEST_PAIRS:
        return (), 0
    sheet = Knowledge(tuple(columns))

    def rows_at(start: int) -> Iterator[ParsedRow | None]:
        if not whole[start] or not opens(sheet, lines[start]):
            return
        for end in range(start + 1, min(start + _MOST_LINES, len(lines)) + 1):
            if any(whole[start + 1 : end]) or (end - start > 1 and free(lines[end - 1]) < 1):
                return
            yield _row(sheet, lines[start:end])

    return search(lines, rows_at, free=free)


def _is_whole(line: Line, columns: Sequence[Column]) -> bool:
    return len(line.words) >= _FILLED * len(columns)


def _row(sheet: Knowledge, lines: Sequence[Line]) -> ParsedRow | None:
    """The row that the lines make together, if they make one."""
    if prod(len(line.words) + 1 for line in lines) > _MOST_STATES:
        return None
    least = SHARE * sheet.best
    found = _woven(sheet, lines, least=least)
    if found is None or found.score < least:
        return None
    if not is_told(sheet.columns, [any(end > start for start, end in cell) for cell in found.cells]):
        return None
    pieces = tuple(_pieces(found, lines))
    return ParsedRow(pieces, Span(start=lines[0].start, end=lines[-1].end), found.score)


def _pieces(found: _State, lines: Sequence[Line]) -> Iterator[Piece]:
    for number, cell in enumerate(found.cells):
        stretches = [
            Span(start=line.words[start].start, end=line.words[end - 1].end)
            for (start, end), line in zip(cell, lines, strict=True)
            if end > start
        ]
        if stretches:
            yield Piece(number, stretches[0], tuple(stretches[1:]))


def _woven(sheet: Knowledge, lines: Sequence[Line], *, least: float) -> _State | None:
    """The best way to give the words of each line to the columns in their order; what cannot come to ``least`` may lack."""
    states: dict[tuple[int, ...], _State] = {(0,) * len(lines): _State(0.0, ())}
    hope = sum(most(column.kind) for column in sheet.columns) + SLACK
    for number, column in enumerate(sheet.columns, 1):
        hope -= most(column.kind)
        reached: dict[tuple[int, ...], _State] = {}
        lows = _lows(lines, sheet.columns[number:])
        for places, state in states.items():
            for cell in _cells(column, lines, places, lows):
                score = _score(sheet, column, lines, cell)
                if score is None or state.score + score + hope < least:
                    continue
                ends = tuple(end for _, end in cell)
                if ends not in reached or state.score + score > reached[ends].score:
                    reached[ends] = _State(state.score + score, (*state.cells, cell))
        states = reached
    return states.get(tuple(len(line.words) for line in lines))


def _lows(lines: Sequence[Line], rest: Sequence[Column]) -> tuple[int, ...]:
    """How far a column must reach on each line, that the rest of the columns can take the words behind."""
    broken = _LONGEST_CELL * sum(column.kind in _GOES_ON for column in rest)
    whole = _WORDS_OF_NUMBER * sum(column.kind not in _GOES_ON for column in rest)
    first, *others = lines
    return (len(first.words) - broken - whole, *(len(line.words) - broken for line in others))


def _cells(column: Column, lines: Sequence[Line], places: tuple[int, ...], lows: tuple[int, ...]) -> Iterator[_Slices]:
    """The cells that a column may have from a place on each line; one that is blank on the first line goes on nowhere."""
    if all(map(ge, places, lows)):
        yield tuple((place, place) for place in places)
    if column.kind not in _GOES_ON:
        most_words = min(_WORDS_OF_NUMBER, len(lines[0].words) - places[0]) if all(map(ge, places[1:], lows[1:])) else 0
        yield from (_on_first(places, length) for length in range(max(1, lows[0] - places[0]), most_words + 1))
        return
    first, *others = (
        range(max(place, low), min(len(line.words), place + _LONGEST_CELL) + 1)
        for place, low, line in zip(places, lows, lines, strict=True)
    )
    for ends in product(range(max(first.start, places[0] + 1), first.stop), *others):
        yield tuple(zip(places, ends, strict=True))


def _on_first(places: tuple[int, ...], length: int) -> _Slices:
    first, *others = places
    return ((first, first + length), *((place, place) for place in others))


def _score(sheet: Knowledge, column: Column, lines: Sequence[Line], cell: _Slices) -> float | None:
    """How well the words of a cell fit its column, less what its gaps and breaks cost."""
    if all(start == end for start, end in cell):
        return -empty_cost(column)
    text, cost = "", 0.0
    for (start, end), line in zip(cell, lines, strict=True):
        for place in range(start, end):
            word = line.words[place]
            if place == start and text:
                cost += _BREAK
                word = Word(word.text, word.start, word.end, "\n")
            elif place > start:
                cost += gap_cost(line.words[place - 1], word, people=column.kind == "persons")
            text = joined(text, word)
    text = as_read(column.kind, text)
    fits = fitting(column.kind, text, sheet.fits)
    return None if fits is None else fits - cost

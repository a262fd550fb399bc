"""Rows whose cells go on side by side on the lines below: their words stand line by line, not cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, product
from math import prod
from typing import NamedTuple

from ingest.table.columns import Column
from ingest.table.lines import Line, Word
from ingest.table.recognise import fit
from ingest.table.rows import SHARE, Skipped, is_told, search
from ingest.table.split import Knowledge, ParsedRow, Piece, as_read, empty_cost, gap_cost, joined, opens
from kg.model import Span

__all__ = ["read_woven"]

_GOES_ON = frozenset({"text", "organizations", "phrase", "persons", "term", "department", "place", "code", "rank", "office"})
"""Kinds of cells that a line may break; numbers stand whole."""
_MOST_LINES = 4
_MOST_STATES = 600
_BREAK = 0.3
_LONGEST_CELL = 12
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
    found = _woven(sheet, lines)
    if found is None or found.score < SHARE * sheet.best:
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


def _woven(sheet: Knowledge, lines: Sequence[Line]) -> _State | None:
    """The best way to give the words of each line to the columns in their order."""
    states: dict[tuple[int, ...], _State] = {(0,) * len(lines): _State(0.0, ())}
    for column in sheet.columns:
        reached: dict[tuple[int, ...], _State] = {}
        for places, state in states.items():
            for cell in _cells(column, lines, places):
                score = _score(sheet, column, lines, cell)
                ends = tuple(end for _, end in cell)
                if score is not None and (ends not in reached or state.score + score > reached[ends].score):
                    reached[ends] = _State(state.score + score, (*state.cells, cell))
        states = reached
    return states.get(tuple(len(line.words) for line in lines))


def _cells(column: Column, lines: Sequence[Line], places: tuple[int, ...]) -> Iterator[_Slices]:
    """The cells that a column may have from a place on each line; one that is blank on the first line goes on nowhere."""
    yield tuple((place, place) for place in places)
    if column.kind not in _GOES_ON:
        yield from (_on_first(places, length) for length in (1, 2) if places[0] + length <= len(lines[0].words))
        return
    reach = [range(place, min(len(line.words), place + _LONGEST_CELL) + 1) for place, line in zip(places, lines, strict=True)]
    for ends in product(*reach):
        if ends[0] > places[0]:
            yield tuple(zip(places, ends, strict=True))


def _on_first(places: tuple[int, ...], length: int) -> _Slices:
    first, *others = places
    return ((first, first + length), *((place, place) for place in others))


def _score(sheet: Knowledge, column: Column, lines: Sequence[Line], cell: _Slices) -> float | None:
    """How well the words of a cell fit its column, less what its gaps and breaks cost."""
    if all(start == end for start, end in cell):
        return -empty_cost(column.kind)
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
    if (column.kind, text) not in sheet.fits:
        sheet.fits[column.kind, text] = fit(column.kind, text)
    fitting = sheet.fits[column.kind, text]
    return None if fitting is None else fitting - cost

"""The rows of a form's tables as fields, by the kinds of their columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ingest.award.forms.align import Piece, align, fit, looks_like_person, pieces
from ingest.award.forms.grammar import Kind, record_kind
from ingest.award.forms.mark import Column, Head
from ingest.award.forms.sheet import Extent, Row, Sheet, rows
from ingest.award.numbered import rank_of
from kg.text import HAN, heal_name

__all__ = ["LISTS", "Value", "table_fields"]

Value = tuple[Extent, ...]
"""The stretches of a sheet that a field's value is made of, in order."""

LISTS = frozenset({"people", "people_more", "units", "units_more", "partner_units"})
"""Sections that list people or units."""
_MOST_PIECES = 220
_LEADS_ON = re.compile(r"(?:19|20)\d\d[,，;；]$|\d[)）]?[:：]$")
_SPREAD_NAME = re.compile(rf"(?<!\S)[{HAN}] +(?=[{HAN}](?:\s|$))")
"""The first character of a name of two that typesetting spreads."""


def table_fields(page: Sheet, head: Head, end: int, known: frozenset[str]) -> Iterator[dict[str, Value]]:
    """The rows of a table as fields, in order; a row without its key is left out."""
    if head.cut == "tab":
        found = _whole_rows(page, rows(page, head.end, end), len(head.columns))
        for row in _filled_down(head, found) if page.plain else found:
            yield from _kept(zip(head.columns, row, strict=False))
        return
    cut = "space" if _rows_below(page.text[head.end : end], len(head.columns)) else head.cut
    words = pieces(page.text, head.end, end, cut=cut)
    told = any(column.kind is Kind.ISSUE for column in head.columns)
    for run in _runs(_with_years(page.text, words) if told else words, head.columns):
        if len(run) <= _MOST_PIECES:
            cells = align(run, [column.kind for column in head.columns], known)
            yield from _kept(((column, _extents(cell)) for column, cell in zip(head.columns, cells, strict=True)))


def _with_years(text: str, words: list[Piece]) -> list[Piece]:
    """The pieces, a year or a volume with the number that its mark leads on to on the same line: 2018, 48(."""
    found: list[Piece] = []
    for piece in words:
        before = found[-1] if found and piece.gap == "space" else None
        if before is not None and _LEADS_ON.search(before.text) and piece.text[0].isdigit():
            start, end = before.extent[0], piece.extent[1]
            found[-1] = Piece((start, end), text[start:end], before.gap)
        else:
            found.append(piece)
    return found


def _rows_below(text: str, columns: int) -> bool:
    """Whether most lines below a head are whole rows, blanks between their cells, though its labels stand a line each."""
    lines = [len(line.split()) for line in _SPREAD_NAME.sub("", text).split("\n") if line.strip()]
    return columns > 2 and 2 * sum(count == columns for count in lines) > len(lines)


def _filled_down(head: Head, found: Iterable[tuple[Value, ...]]) -> Iterator[tuple[Value, ...]]:
    """The rows of a text file, which has no merged cells: a blank place of work below another is that."""
    above: dict[int, Value] = {}
    of_people = any(column.field == "name" for column in head.columns)
    for row in found:
        cells = [*row, *[()] * (len(head.columns) - len(row))]
        for place, column in enumerate(head.columns):
            if of_people and column.kind is Kind.ORGANIZATION:
                above[place] = cells[place] = cells[place] or above.get(place, ())
        yield tuple(cells)


def _whole_rows(page: Sheet, found: list[Row], columns: int) -> Iterator[tuple[Value, ...]]:
    """The cells of each row; one that a line's end cuts between two cells goes on in the row below, which has the rest."""
    cells: tuple[Value, ...] = ()
    for row in found:
        filled = cells[: max((place for place, cell in enumerate(cells, 1) if cell), default=0)]
        rest = row.cells[next(place for place, cell in enumerate(row.cells) if cell) :]
        opens = _number(page.text[rest[0][0][0] : rest[0][-1][1]].strip()) is not None
        if len(filled) > 1 and len(filled) + len(rest) == columns and not opens:
            cells = (*filled, *rest)
            continue
        if cells:
            yield cells
        cells = row.cells
    if cells:
        yield cells


def _kept(cells: Iterable[tuple[Column, Value]]) -> Iterator[dict[str, Value]]:
    """The fields of a row; the label of the whole table, in a cell beside its rows, is none."""
    fields: dict[str, Value] = {}
    for column, value in cells:
        told = column.field and column.field != "ignored" and column.field not in LISTS
        if value and told and column.field not in fields:
            fields[column.field] = value
    if record_kind(set(fields)) or "unit" in fields:
        yield fields


def _extents(cell: Iterable[Piece]) -> Value:
    return tuple(piece.extent for piece in cell)


def _runs(row: list[Piece], columns: tuple[Column, ...]) -> Iterator[list[Piece]]:
    """The pieces of each record: one begins where the first two columns fit, and a first number counts on."""
    starts: list[int] = []
    last = 0
    for place, piece in enumerate(row):
        number = _number(piece.text) if columns[0].kind is Kind.RANK else None
        if piece.gap != "line" or (columns[0].kind is Kind.RANK and not (number and last < number <= last + 3)):
            continue
        if _begins(row, place, columns):
            starts.append(place)
            last = number or last
    if not starts and row:
        starts = [0]
    for start, stop in pairwise([*starts, len(row)]):
        yield row[start:stop]


def _number(text: str) -> int | None:
    if text.startswith("第"):
        return rank_of(text)
    return int(text) if text.isdigit() and len(text) <= 3 else None


def _begins(row: list[Piece], place: int, columns: tuple[Column, ...]) -> bool:
    """Whether a record can begin at a piece: it fits the first column, and one or two pieces behind it the second."""
    kinds = [column.kind for column in columns[:2]]
    if fit(kinds[0], row[place].text) <= 0 and not _spaced_name(row, place, kinds[0]):
        return False
    if kinds[0] not in (Kind.RANK, Kind.PERSON) or len(kinds) < 2:
        return True
    behind = [piece.text for piece in row[place + 1 : place + 4]]
    joined = [heal_name(" ".join(behind[:n])) for n in (1, 2)]
    return any(text and fit(kinds[1], text) > 0 for text in joined) or kinds[1] in (Kind.ORGANIZATION, Kind.SHORT, Kind.WORK)


def _spaced_name(row: list[Piece], place: int, kind: Kind) -> bool:
    joined = "".join(piece.text for piece in row[place : place + 2])
    return kind is Kind.PERSON and len(row[place].text) == 1 and looks_like_person(joined)

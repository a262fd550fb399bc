"""Tables whose cells the file tells: the header among their first rows, each body row as cells by column."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.table.captions import is_note
from ingest.table.columns import Column, column_of, read_header, settled
from ingest.table.lines import Value, value
from kg.model import Cell, Document, Span, Table

__all__ = ["Body", "Record", "bodies"]

_HEADER_ROWS = 3
_GROUP_LENGTH = 60
_ORDINAL = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?")
_TELL_ROWS = frozenset({"index", "code", "lead", "money", "year", "term", "date", "session", "award", "grade", "winners"})
"""What a row of its own has, so that a line without it goes on with the row above."""


@dataclass(frozen=True, slots=True)
class Record:
    """A row: its cells by column (a merged one in every row that it covers), or the one cell that heads a group."""

    cells: dict[int, Value]
    span: Span
    group: Value | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A told table: columns, rows, its place and its caption's."""

    columns: tuple[Column, ...]
    rows: tuple[Record, ...]
    span: Span
    caption: Span | None


def bodies(document: Document) -> Iterator[Body]:
    """The document's tables that have a known header; a table without one goes on from that before it, where it is as wide."""
    before: Body | None = None
    for table in document.tables:
        body = _body(document, table, before)
        if body:
            yield body
        before = body


def _body(document: Document, table: Table, before: Body | None) -> Body | None:
    grid = _grid(table)
    for height in range(min(_HEADER_ROWS, len(grid)), 0, -1):
        for top in range(min(_HEADER_ROWS, len(grid)) - height + 1):
            if any(_heads_part(document, row) for row in grid[top + 1 : top + height]):
                continue
            cut = any(cell and cell.row + cell.rowspan > top + height for cell in grid[top + height - 1])
            columns = _columns(document, grid[top : top + height])
            if columns and not (cut and any(cell and cell.colspan > 1 for cell in grid[top])):
                rows = tuple(_records(document, grid[top + height :], len(columns), columns))
                return Body(columns, rows, table.span, table.caption)
    if before and grid and len(grid[0]) == len(before.columns) and not table.caption:
        return Body(before.columns, tuple(_records(document, grid, len(before.columns), before.columns)), table.span, None)
    return None


def _heads_part(document: Document, row: Sequence[Cell | None]) -> bool:
    """Whether a row numbers a part of the rows below it (一 | 重点项目) and so is none of the head's."""
    filled = [cell for cell in dict.fromkeys(row) if cell and _text(document, cell)]
    return len(filled) == len(("number", "words")) and _ORDINAL.fullmatch(_text(document, filled[0])) is not None


def _grid(table: Table) -> list[list[Cell | None]]:
    height = max((cell.row + cell.rowspan for cell in table.cells), default=0)
    width = max((cell.column + cell.colspan for cell in table.cells), default=0)
    grid: list[list[Cell | None]] = [[None] * width for _ in range(height)]
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rowspan):
            for column in range(cell.column, cell.column + cell.colspan):
                grid[row][column] = cell
    return grid


def _columns(document: Document, rows: Sequence[Sequence[Cell | None]]) -> tuple[Column, ...]:
    """The columns that some rows head, each header read from top to bottom; empty where they are no header."""
    headers = []
    for column in zip(*rows, strict=True):
        stacked = dict.fromkeys(cell for cell in column if cell)
        headers.append("".join(_text(document, cell) for cell in stacked))
    if not headers or any(len(header) > 20 for header in headers):
        return ()
    if len(rows) > 1 and len(set(rows[0])) == 1:
        return ()  # a title over the whole width is not part of the header
    known = read_header([header for header in headers if header])
    last = [_text(document, cell) if cell else "" for cell in rows[-1]]
    columns = settled(tuple(_finest(header, own) for header, own in zip(headers, last, strict=True)))
    told = sum(column.role != "other" for column in columns)
    return columns if told >= 2 and (known or told * 2 > len(columns)) else ()


def _finest(header: str, own: str) -> Column:
    """The column of a stacked header, or of its lowest part where the whole is not known."""
    whole = column_of(header)
    if whole.role != "other" or not own or own == header:
        return whole
    lowest = column_of(own)
    return replace(lowest, unit=lowest.unit or column_of(header.removesuffix(own)).unit)


def _records(
    document: Document, rows: Sequence[Sequence[Cell | None]], width: int, columns: tuple[Column, ...]
) -> Iterator[Record]:
    """The rows; in plain text a line may go on with the cells of the one above."""
    headers = {column.header for column in columns}
    held: dict[int, list[Cell]] = {}
    for row in rows:
        filled = {number: cell for number, cell in enumerate(row) if cell and _text(document, cell)}
        distinct = list(dict.fromkeys(filled.values()))
        if not distinct or is_note(_text(document, distinct[0])) or {_text(document, cell) for cell in distinct} <= headers:
            continue
        if document.media_type == "text/plain" and _goes_on(filled, held, columns):
            for number, cell in filled.items():
                held[number].append(cell)
            continue
        if held:
            yield _record(document, held)
        held = {}
        if len(distinct) == 1 and width > 2 and len(_text(document, distinct[0])) <= _GROUP_LENGTH:
            yield Record({}, _span(distinct), value(document, distinct[0].span))
        else:
            held = {number: [cell] for number, cell in filled.items()}
    if held:
        yield _record(document, held)


def _goes_on(filled: Collection[int], above: Collection[int], columns: Sequence[Column]) -> bool:
    """Whether a line goes on with the row above: its first cell blank, nothing that tells a row, no cell blank above.

    Both are the numbers of the columns whose cells hold words.
    """
    roles = {columns[column].role for column in filled}
    told = {columns[column].role for column in above} & _TELL_ROWS
    return 0 not in filled and bool(told) and not roles & _TELL_ROWS and set(filled) <= set(above)


def _record(document: Document, held: dict[int, list[Cell]]) -> Record:
    cells = list(dict.fromkeys(cell for parts in held.values() for cell in parts))
    own = [cell for cell in cells if cell.row >= max(parts[0].row for parts in held.values())]
    return Record({number: value(document, *(part.span for part in parts)) for number, parts in held.items()}, _span(own))


def _span(cells: Sequence[Cell]) -> Span:
    return Span(start=min(cell.span.start for cell in cells), end=max(cell.span.end for cell in cells))


def _text(document: Document, cell: Cell) -> str:
    return value(document, cell.span).text if cell.span.end > cell.span.start else ""

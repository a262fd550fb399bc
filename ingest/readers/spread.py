"""Tables that are spread over pages: joined where the page's end cut them, left apart where each has its own header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.columns import PrintedTable
from ingest.readers.grid import Grid, GridCell, join
from ingest.readers.outline import ends_sentence
from ingest.readers.printed import Paragraph, Placed

__all__ = ["same_header", "whole_tables"]

_NEAR = 2.5
"""How far, in points, the edges of one column may stand apart on two pages."""


def whole_tables(parts: Sequence[Paragraph | Placed]) -> list[Paragraph | Placed]:
    """Tables that go on over a page's end, joined."""
    found: list[Paragraph | Placed] = []
    reached = 0
    for part in parts:
        last = found[-1] if found else None
        whole = _whole(last, part) if part.page == reached + 1 and last and isinstance(part, Placed) else None
        reached = part.page
        if whole:
            found[-1] = whole
        else:
            found.append(part)
    return found


def _whole(last: Paragraph | Placed, part: Placed) -> Placed | None:
    """Both as one, where the second table, first on the next page, has no column edge that the first lacks."""
    if not isinstance(last, Placed) or not isinstance(last.item, PrintedTable) or not isinstance(part.item, PrintedTable):
        return None
    one, two = last.item, part.item
    places = [next((i for i, x in enumerate(one.edges) if abs(x - edge) <= _NEAR), None) for edge in two.edges]
    known = [place for place in places if place is not None]
    if len(known) < len(places) or (known[0], known[-1]) != (0, len(one.edges) - 1) or same_header(one, two):
        return None
    moved = [
        replace(cell, column=known[cell.column], colspan=known[cell.column + cell.colspan] - known[cell.column])
        for cell in two.grid.cells
    ]
    return replace(last, item=replace(one, grid=_joined(one.grid, Grid(tuple(moved)))))


def same_header(one: PrintedTable, two: PrintedTable) -> bool:
    """Whether both begin with the same row: then each stands by itself, as forms that follow each other do."""
    first, second = one.grid.rows()[0], two.grid.rows()[0]
    return [cell.blocks for cell in first] == [cell.blocks for cell in second]


def _joined(grid: Grid, rest: Grid) -> Grid:
    """The second grid's rows below the first's; a row that a page's end cut is made whole."""
    rows, more = grid.rows(), rest.rows()
    if more and _is_cut(rows[-1], more[0]):
        rows[-1] = [replace(one, blocks=_blocks(one, two)) for one, two in zip(rows[-1], more[0], strict=True)]
        more = more[1:]
    cells = [replace(cell, row=i) for i, row in enumerate([*rows, *more]) for cell in row]
    return Grid(tuple(cells))


def _is_cut(one: Sequence[GridCell], two: Sequence[GridCell]) -> bool:
    """Whether two rows are the parts of one: the same columns, and a label on one of them only."""
    same = [cell.column for cell in one] == [cell.column for cell in two]
    return same and not (one[0].blocks and two[0].blocks)


def _blocks(one: GridCell, two: GridCell) -> tuple[str, ...]:
    if one.blocks and two.blocks and not ends_sentence(one.blocks[-1]):
        return (*one.blocks[:-1], join(one.blocks[-1], two.blocks[0]), *two.blocks[1:])
    return (*one.blocks, *two.blocks)

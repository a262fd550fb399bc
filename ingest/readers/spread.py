"""Tables that are spread over pages: joined where the page's end cut them, left apart where each has its own header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

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
    if len(known) < len(places) or (known[0], known[-1]) != (0, len(one.edges) - 1):
        return None
    head = _shared_head(one.grid, two.grid)
    if head and not (_is_list(one.grid, head) and _is_list(two.grid, head)):
        return None
    moved = [
        replace(cell, column=known[cell.column], colspan=known[cell.column + cell.colspan] - known[cell.column])
        for cell in two.grid.cells
        if cell.row >= head
    ]
    cut = (one.cut_below and two.cut_above) or None
    grid = _joined(one.grid, Grid(tuple(replace(cell, row=cell.row - head) for cell in moved)), cut=cut)
    return replace(last, item=replace(one, grid=grid, cut_below=two.cut_below))


def same_header(one: PrintedTable, two: PrintedTable) -> bool:
    """Whether both begin with the same row: then each stands by itself, as forms that follow each other do."""
    return _shared_head(one.grid, two.grid) > 0


def _shared_head(one: Grid, two: Grid) -> int:
    """How many rows both begin with."""
    pairs = zip(one.rows(), two.rows(), strict=False)
    same = ([cell.blocks for cell in first] == [cell.blocks for cell in second] for first, second in pairs)
    return sum(1 for _ in takewhile(bool, same))


def _is_list(grid: Grid, head: int) -> bool:
    """Whether rows of one shape stand below the head: no second head, and no label with a value that fills its row."""
    rows = [[cell for cell in row if cell.blocks] for row in grid.rows()]
    title = [cell.blocks for cell in rows[0]]
    forms = (len(row) == 2 and any(cell.colspan > 1 for cell in row) for row in rows[head:])
    return len(title) > 2 and not any(forms) and all([cell.blocks for cell in row] != title for row in rows[head:])


def _joined(grid: Grid, rest: Grid, *, cut: bool | None) -> Grid:
    """The second grid's rows below the first's; a row that a page's end cut is made whole. None: the rules do not tell."""
    rows, more = grid.rows(), rest.rows()
    if more and (_is_cut(rows[-1], more[0], grid) if cut is None else _is_alike(rows[-1], more[0])):
        rows[-1] = [replace(one, blocks=_blocks(one, two)) for one, two in zip(rows[-1], more[0], strict=True)]
        more = more[1:]
    cells = [replace(cell, row=i) for i, row in enumerate([*rows, *more]) for cell in row]
    return Grid(tuple(cells))


def _is_alike(one: Sequence[GridCell], two: Sequence[GridCell]) -> bool:
    return [cell.column for cell in one] == [cell.column for cell in two]


def _is_cut(one: Sequence[GridCell], two: Sequence[GridCell], grid: Grid) -> bool:
    """Whether two rows are the parts of one: the same columns, and a label on one of them only.

    Where cells of the first column stand for several rows, a row without one that is full is the next row of its group.
    """
    grouped = any(cell.column == 0 and cell.rowspan > 1 for cell in grid.cells)
    full = all(cell.blocks for cell in two[1:])
    return _is_alike(one, two) and not (one[0].blocks and two[0].blocks) and not (grouped and full)


def _blocks(one: GridCell, two: GridCell) -> tuple[str, ...]:
    if one.blocks and two.blocks and not ends_sentence(one.blocks[-1]):
        return (*one.blocks[:-1], join(one.blocks[-1], two.blocks[0]), *two.blocks[1:])
    return (*one.blocks, *two.blocks)

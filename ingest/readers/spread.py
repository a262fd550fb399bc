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

_NEAR = 4.0
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
    """Both as one, where the second table, first on the next page, stands between the same edges and one's columns are
    among the other's."""
    if not isinstance(last, Placed) or not isinstance(last.item, PrintedTable) or not isinstance(part.item, PrintedTable):
        return None
    finer = max(last.item.edges, part.item.edges, key=len)
    one, two = _regridded(last.item, finer), _regridded(part.item, finer)
    if one is None or two is None:
        return None
    head = _shared_head(one.grid, two.grid)
    if head and not (_is_list(one.grid, head) and _is_list(two.grid, head)):
        return None
    rest = Grid(tuple(replace(cell, row=cell.row - head) for cell in two.grid.cells if cell.row >= head))
    return replace(last, item=replace(one, grid=_joined(one, replace(two, grid=rest)), open_below=two.open_below))


def _regridded(table: PrintedTable, edges: tuple[float, ...]) -> PrintedTable | None:
    """The table on a grid of these edges, or None where one of its own is not among them or it is narrower."""
    places = [next((i for i, x in enumerate(edges) if abs(x - edge) <= _NEAR), None) for edge in table.edges]
    known = [place for place in places if place is not None]
    if len(known) < len(places) or (known[0], known[-1]) != (0, len(edges) - 1):
        return None
    cells = [
        replace(cell, column=known[cell.column], colspan=known[cell.column + cell.colspan] - known[cell.column])
        for cell in table.grid.cells
    ]
    above, below = (
        frozenset(i for old in columns for i in range(known[old], known[old + 1]))
        for columns in (table.open_above, table.open_below)
    )
    return replace(table, grid=Grid(tuple(cells)), edges=edges, open_above=above, open_below=below)


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


def _joined(one: PrintedTable, two: PrintedTable) -> Grid:
    """The second table's rows below the first's; a row, or a cell of several rows, that a page's end cut is made whole."""
    rows, more = one.grid.rows(), two.grid.rows()
    if more and _is_cut(one, two):
        pairs = zip(rows[-1], more[0], strict=True)
        rows[-1] = [replace(cell, blocks=_blocks(cell, rest), rowspan=rest.rowspan) for cell, rest in pairs]
        more = more[1:]
    elif more:
        blank = frozenset(cell.column for cell in more[0] if not cell.blocks)
        rows, more[0] = _lengthened(rows, more[0], one.open_below & two.open_above or _first(one.grid) & blank)
    cells = [replace(cell, row=i) for i, row in enumerate([*rows, *more]) for cell in row]
    return Grid(tuple(cells))


def _lengthened(
    rows: list[list[GridCell]], row: list[GridCell], columns: frozenset[int]
) -> tuple[list[list[GridCell]], list[GridCell]]:
    """The rows, their cells in these columns that reach the last row going on into the cells below them; and what stays."""
    below = {cell.column: cell for cell in row if cell.column in columns}
    taken = set()
    for i, cells in enumerate(rows):
        for j, cell in enumerate(cells):
            rest = below.get(cell.column)
            if rest and i + cell.rowspan >= len(rows) and rest.colspan == cell.colspan:
                cells[j] = replace(cell, blocks=_blocks(cell, rest), rowspan=len(rows) - i + rest.rowspan)
                taken.add(cell.column)
    return rows, [cell for cell in row if cell.column not in taken]


def _first(grid: Grid) -> frozenset[int]:
    """The first column where its cells stand for several rows: one that is empty at a page's top goes on there."""
    return frozenset({0} if any(cell.column == 0 and cell.rowspan > 1 for cell in grid.cells) else ())


def _is_cut(one: PrintedTable, two: PrintedTable) -> bool:
    """Whether the tables' last and first row are the parts of one: the rules say so, or a label stands on one of them only.

    Where cells of the first column stand for several rows, a row without one that is full is the next row of its group.
    """
    last, first = one.grid.rows()[-1], two.grid.rows()[0]
    columns = [cell.column for cell in last]
    if columns != [cell.column for cell in first]:
        return False
    if one.open_below >= set(columns) and two.open_above >= set(columns):
        return True
    if one.open_below and any(cell.blocks and cell.column not in one.open_below for cell in last):
        return False  # some cells are closed, so the row is: those left open are of several rows
    full = all(cell.blocks for cell in first[1:])
    return not (last[0].blocks and first[0].blocks) and not (_first(one.grid) and full)


def _blocks(one: GridCell, two: GridCell) -> tuple[str, ...]:
    if one.blocks and two.blocks and not ends_sentence(one.blocks[-1]):
        return (*one.blocks[:-1], join(one.blocks[-1], two.blocks[0]), *two.blocks[1:])
    return (*one.blocks, *two.blocks)

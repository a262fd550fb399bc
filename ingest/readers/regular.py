"""Grids as their tables mean them: titles lifted off, marks of notes taken away, merged cells where blanks or 同上 stand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.readers.grid import Grid, GridCell
from ingest.table.columns import Column, is_known_header, read_header
from kg.text import HAN

__all__ = ["lifted", "regular", "stacked"]

_DITTO = re.compile(r"同\s*[上前]|[〃″]|[“”\"]{1,2}")
_MARKS = "*＊※△▲☆★†‡"
_NOTED = re.compile(rf"(?<=[{HAN}）)A-Za-z\d%])\s*[{_MARKS}]+$|(?<=[{HAN}）)])\s*(?:[#＃]|[①-⑳¹²³]+)$")
"""The mark of a note at the end of a cell: 某医院*, 88.1†, 张三①."""
_NOTED_BEFORE = re.compile(rf"^[{_MARKS}]+\s*(?=[{HAN}A-Za-z])")
_LISTED = re.compile(r"[、，,；;]")
"""In a list of authors the mark is one author's, and tells whose address is given."""
_MOST_TITLES, _LONGEST_TITLE = 3, 80
_IS_TABLE = re.compile(
    r"^(?![（(]?[一二三四五六七八九十]{1,3}[)）、.．]).*(?:表|名单|一览|清单|目录|统计|情况|比较|对比|汇总|数量?|分布)(?:[（(][^（）()]*[)）])?$"
)
"""What a line over a table calls it; a form's part is numbered (三、主要完成人情况)."""
_LONGEST_HEAD = 16
_IS_HEAD = re.compile(rf"(?=.*[{HAN}A-Za-z]{{2}})[^，。；：！？]{{2,16}}")
_FEWEST_HEADS, _MOST_HEADS = 2, 10
_CARRIED = frozenset({"grade", "award", "category", "office", "program", "society", "place", "year", "department"})
"""What a cell holds that often stands once for several rows."""
_FIGURE = re.compile(r"[\d.,%％~～\-–—±/ ]+")
_HEAD_ROWS, _FEWEST_COLUMNS, _FEWEST_BESIDE, _MOST_BESIDE = 2, 3, 2, 4


def lifted(grid: Grid) -> tuple[tuple[str, ...], Grid]:
    """The lines that stand across a table above its head (its title, a unit), and the table below them.

    >>> from ingest.readers.grid import from_rows
    >>> lifted(from_rows([["某分会委员名单", "", ""], ["姓名", "单位", "职务"], ["裘宁", "溪山医院", "委员"]]))[0]
    ('某分会委员名单',)
    """
    rows = grid.rows()
    width = max((cell.column + cell.colspan for cell in grid.cells), default=0)
    for height, row in enumerate(rows[: _MOST_TITLES + 1]):
        words = [" ".join(cell.blocks) for cell in row if cell.blocks]
        if height and len(words) > 1 and (read_header(words) or _is_below_title(words, rows, height)):
            titles = tuple(" ".join(cell.blocks) for above in rows[:height] for cell in above if cell.blocks)
            below = (replace(cell, row=cell.row - height) for cell in grid.cells if cell.row >= height)
            return titles, Grid(tuple(below))
        if len(words) != 1 or width < _FEWEST_BESIDE or len(words[0]) > _LONGEST_TITLE or any(c.rowspan > 1 for c in row):
            break
        if len(row) == 1 and row[0].colspan < width and width > row[0].column + row[0].colspan > 1:
            break
    return (), grid


def _is_below_title(words: Sequence[str], rows: Sequence[Sequence[GridCell]], height: int) -> bool:
    """Whether words that are no known heads are heads, below a line that calls itself a table, above a row of as many cells."""
    title = " ".join(block for cell in rows[0] for block in cell.blocks)
    below = [cell for cell in (rows[height + 1] if height + 1 < len(rows) else ()) if cell.blocks]
    short = all(len(one) <= _LONGEST_HEAD and not _FIGURE.fullmatch(one) for one in words)
    return _IS_TABLE.search(title) is not None and len(words) >= _FEWEST_COLUMNS and len(below) == len(words) and short


def regular(grid: Grid) -> Grid:
    """The grid without the marks of notes, with merged cells where 同上 stands or where blanks say that a head is over several.

    >>> from ingest.readers.grid import from_rows
    >>> [one.blocks for one in regular(from_rows([["姓名", "单位"], ["裘宁*", "溪山医院"], ["柏舟", "同上"]])).cells[2:]]
    [('裘宁',), ('溪山医院',), ('柏舟',)]
    """
    return _tiered(_merged(_dittoed(_turned(Grid(_unmarked(grid))))))


def stacked(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """Where each cell belongs of a table that is set in two or more parts side by side, one part below the other.

    Empty where the table is not; a head that stands again has no place.

    >>> from ingest.readers.grid import from_rows
    >>> stacked(from_rows([["姓名", "单位", "姓名", "单位"], ["裘宁", "甲院", "柏舟", "乙院"]]))[1, 2]
    (2, 0)
    """
    rows = grid.rows()
    heads = [" ".join(cell.blocks) for cell in rows[0]] if rows else []
    if any(cell.rowspan * cell.colspan > 1 for cell in grid.cells) or not all(heads):
        return {}
    for count in range(_FEWEST_BESIDE, _MOST_BESIDE + 1):
        width = len(heads) // count
        if width >= _FEWEST_BESIDE and heads[:width] * count == heads and all(map(_IS_HEAD.fullmatch, heads)):
            below = len(rows) - 1
            return {
                (cell.row, cell.column): (cell.row + cell.column // width * below, cell.column % width)
                for cell in grid.cells
                if cell.column < width or (cell.row and cell.column < width * count)
            }
    return {}


def _unmarked(grid: Grid) -> tuple[GridCell, ...]:
    if not any(mark in block for cell in grid.cells for block in cell.blocks for mark in _EVERY_MARK):
        return grid.cells
    filled = [cell.row for cell in grid.cells if cell.blocks]
    return tuple(_without_mark(cell) if filled.count(cell.row) > 1 else cell for cell in grid.cells)


_EVERY_MARK = frozenset(_MARKS + "#＃①②③④⑤⑥⑦⑧⑨⑩¹²³")


def _without_mark(cell: GridCell) -> GridCell:
    if not cell.blocks or any(map(_LISTED.search, cell.blocks)):
        return cell
    *above, last = cell.blocks
    blocks = (*above, _NOTED.sub("", last))
    return replace(cell, blocks=(_NOTED_BEFORE.sub("", blocks[0]), *blocks[1:]))


def _turned(grid: Grid) -> Grid:
    """The grid with a thing to a row, where its heads stand one below the other and a thing to a column beside them.

    A form, whose heads stand in more columns than the first, stays as it is, as does a table whose first row has a blank.
    """
    rows = grid.rows()
    if not _FEWEST_HEADS <= len(rows) <= _MOST_HEADS or any(cell.rowspan * cell.colspan > 1 for cell in grid.cells):
        return grid
    words = [["".join(cell.blocks) for cell in row] for row in rows]
    things = words[0][1:]
    if len(things) < _FEWEST_BESIDE + (len(rows) < _FEWEST_COLUMNS) or not all(words[0]):
        return grid
    if any(len(row) != len(words[0]) or not row[0] or not any(row[1:]) for row in words):
        return grid
    heads = [row[0] for row in words]
    columns = read_header(heads)
    if len(columns) != len(heads) or not all(map(is_known_header, heads)) or _told(columns) <= _told(read_header(words[0])):
        return grid
    if any(2 * sum(map(is_known_header, column)) >= len(heads) for column in zip(*(row[1:] for row in words), strict=True)):
        return grid
    return Grid(tuple(replace(cell, row=cell.column, column=cell.row) for cell in grid.cells))


def _told(columns: Sequence[Column]) -> int:
    """How many of the columns hold what is known: 主任委员 may head one, or be the cell of an office."""
    return sum(column.role != "other" for column in columns)


def _dittoed(grid: Grid) -> Grid:
    """The grid, each cell that says 同上 taken as a part of the one above it; not of a page's staff, read by cells."""
    if any("岗位" in cell.blocks for cell in grid.cells) or not any(
        len(cell.blocks) == 1 and _DITTO.fullmatch(cell.blocks[0]) for cell in grid.cells
    ):
        return grid
    found: dict[int, GridCell] = {}
    kept: dict[tuple[int, int], GridCell] = {}
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
        above = found.get(cell.column)
        says = len(cell.blocks) == 1 and _DITTO.fullmatch(cell.blocks[0])
        if says and above is not None and above.blocks and _is_below(cell, above):
            cell = replace(above, rowspan=above.rowspan + cell.rowspan)
        kept[cell.row, cell.column] = found[cell.column] = cell
    return Grid(tuple(kept.values()))


def _merged(grid: Grid) -> Grid:
    """The grid, a blank below a grade, a class or an office that opens the rows taken as a part of the cell above it."""
    rows = grid.rows()
    heads = ["".join(cell.blocks) for cell in rows[0]] if rows else []
    if len(heads) < _FEWEST_COLUMNS or any(cell.rowspan * cell.colspan > 1 for cell in grid.cells):
        return grid
    columns = read_header(heads) if all(heads) else ()
    at = 1 if columns and columns[0].role == "index" else 0
    if len(columns) != len(heads) or columns[at].role not in _CARRIED or any(len(row) != len(heads) for row in rows[1:]):
        return grid
    blank = [row[0].row for row in rows[1:] if not row[at].blocks]
    if not blank or any(not cell.blocks for row in rows for cell in row if cell.column != at) or blank[0] == 1:
        return grid
    below = [place for place in range(1, len(rows)) if place not in blank]
    spans = {start: end - start for start, end in pairwise([*below, len(rows)])}
    kept = (cell for cell in grid.cells if cell.column != at or cell.row not in blank)
    return Grid(tuple(replace(cell, rowspan=spans.get(cell.row, 1)) if cell.column == at else cell for cell in kept))


def _is_below(cell: GridCell, above: GridCell) -> bool:
    return above.row > 0 and above.row + above.rowspan == cell.row and above.colspan == cell.colspan


def _tiered(grid: Grid) -> Grid:
    """The grid, where a head in two rows has blanks for the places that its merged cells would cover."""
    rows = grid.rows()
    if len(rows) <= _HEAD_ROWS or any(cell.rowspan * cell.colspan > 1 for row in rows[:_HEAD_ROWS] for cell in row):
        return grid
    top, below = ({cell.column: cell for cell in row if cell.blocks} for row in rows[:_HEAD_ROWS])
    width = max((cell.column + 1 for row in rows for cell in row), default=0)
    if not _are_tiers(top, below, width):
        return grid
    spans = {start: end - start for start, end in pairwise([*top, width])}
    heads = [replace(cell, colspan=spans[at], rowspan=1 + (at not in below)) for at, cell in top.items()]
    return Grid((*heads, *below.values(), *(cell for cell in grid.cells if cell.row >= _HEAD_ROWS)))


def _are_tiers(top: Mapping[int, GridCell], below: Mapping[int, GridCell], width: int) -> bool:
    """Whether two rows of heads fill each other's blanks: the first has one where a column opens, the second under the rest."""
    if width < _FEWEST_COLUMNS or 0 not in top or 0 in below or len(top) == width:
        return False
    words = [" ".join(cell.blocks) for cell in (*top.values(), *below.values())]
    if any(len(one) > _LONGEST_HEAD or _FIGURE.fullmatch(one) for one in words):
        return False
    over = {at for at in top if at + 1 < width and at + 1 not in top}
    return all(at in below or (at in top and at not in over) for at in range(width))

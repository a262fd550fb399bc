"""Rows of a table without upright rules in which a cell, set in the middle, stands for several rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.glyphs import Glyph, PrintedLine, lines_of
from ingest.readers.grid import GridCell, join

__all__ = ["begins", "merged_rows"]

_PADDING = 1.2
"""The most that is kept blank, in ems, between the words of two columns that are full."""
_APART = 0.6
"""Lines further apart than this, in ems, are not of one entry."""
_OFF = 0.35
"""How far, in ems, the middle of a merged cell may stand from the middle of the rows that it is taken to cover."""


def begins(above: PrintedLine | None, here: PrintedLine | None, *, reach: float, edge: float) -> bool:
    """Whether a column's words begin something new: nothing stands above them, or what does had room for them.

    ``reach`` is where the column's longest line ends, ``edge`` where the next column begins, blanks included.
    """
    if here is None or above is None:
        return here is not None
    room = max(reach - above.x1, edge - above.x1 - _PADDING * here.size)
    return here.text.isdigit() or room >= here.first_width


def merged_rows(glyphs: Sequence[Glyph], edges: Sequence[float], first: int) -> list[GridCell]:
    """The cells, numbered from this row. The column with the most entries, the rightmost of such, tells the rows; any other
    column's entries cover them one after the other, each as many as make its middle theirs."""
    columns = [_entries(glyphs, left, right) for left, right in pairwise(edges)]
    anchor = max(range(len(columns)), key=lambda column: (len(columns[column]), column))
    rows = [(entry[0].top, entry[-1].bottom) for entry in columns[anchor]]
    cells = []
    for column, entries in enumerate(columns):
        middles = [(entry[0].top + entry[-1].bottom) / 2 for entry in entries]
        size = entries[0][0].size if entries else 0.0
        covered = _shares(middles, rows, _OFF * size) or [_nearest(middle, rows) for middle in middles]
        for entry, (start, end) in zip(entries, covered, strict=True):
            place = {"row": first + start, "column": column, "rowspan": end - start}
            cells.append(GridCell(blocks=(_text(entry),), **place))
    return cells


def _entries(glyphs: Sequence[Glyph], left: float, right: float) -> list[list[PrintedLine]]:
    lines = lines_of([glyph for glyph in glyphs if left <= (glyph.x0 + glyph.x1) / 2 < right])
    reach = max((line.x1 for line in lines), default=0.0)
    entries: list[list[PrintedLine]] = []
    for line in lines:
        above = entries[-1][-1] if entries else None
        if above and line.top - above.bottom < _APART * line.size and not begins(above, line, reach=reach, edge=right):
            entries[-1].append(line)
        else:
            entries.append([line])
    return entries


def _shares(middles: Sequence[float], rows: Sequence[tuple[float, float]], off: float) -> list[tuple[int, int]]:
    """The rows of each entry, as first and after the last; none where they do not come out even."""
    found: list[tuple[int, int]] = []
    start = 0
    for middle in middles:
        ends = range(start, len(rows))
        end = min(ends, key=lambda end: abs((rows[start][0] + rows[end][1]) / 2 - middle), default=None)
        if end is None or abs((rows[start][0] + rows[end][1]) / 2 - middle) > off:
            return []
        found.append((start, end + 1))
        start = end + 1
    return found if start == len(rows) else []


def _nearest(middle: float, rows: Sequence[tuple[float, float]]) -> tuple[int, int]:
    row = min(range(len(rows)), key=lambda row: abs(sum(rows[row]) / 2 - middle))
    return row, row + 1


def _text(entry: Sequence[PrintedLine]) -> str:
    text = ""
    for line in entry:
        text = join(text, line.text)
    return text

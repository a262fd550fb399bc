"""Rows and columns of a table without vertical rules, from the blanks between its words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from statistics import median

from ingest.readers.columns import PrintedTable
from ingest.readers.glyphs import Glyph, PrintedLine, lines_of
from ingest.readers.grid import Grid, GridCell, join
from ingest.readers.mergedrows import begins, merged_rows
from ingest.readers.rowlines import COLUMN_GAP, is_across, row_groups, segments

__all__ = ["bare_table", "open_table"]

_UNEVEN = 0.25
_HEADING_SHARE = 0.15


def open_table(glyphs: Sequence[Glyph], rules: Sequence[float], extent: tuple[float, float]) -> PrintedTable | None:
    """The table between the first and the last of these rules (heights, ascending), or None where it has one column only."""
    words = [glyph for glyph in glyphs if glyph.text.strip()]
    lines = lines_of(glyphs)
    size = median(glyph.size for glyph in words)
    edges = _column_edges(lines, size, extent)
    if len(edges) < 3:
        return None
    bands = [(top, bottom, top == rules[0]) for top, bottom in pairwise(rules)]
    return _banded(glyphs, bands, edges, size)


def bare_table(glyphs: Sequence[Glyph], edges: Sequence[float], head: float | None) -> PrintedTable:
    """The table of all these glyphs, its columns between these edges; ``head`` is the height of the rule below its head."""
    words = [glyph for glyph in glyphs if glyph.text.strip()]
    top, bottom = min(glyph.top for glyph in words) - 1, max(glyph.bottom for glyph in words) + 1
    bands = [(top, bottom, False)] if head is None else [(top, head, True), (head, bottom, False)]
    return _banded(glyphs, bands, edges, median(glyph.size for glyph in words))


def _banded(
    glyphs: Sequence[Glyph], bands: Sequence[tuple[float, float, bool]], edges: Sequence[float], size: float
) -> PrintedTable:
    """The table of the bands between rules, each told whether it is the head: a head is one row."""
    lines = lines_of(glyphs)
    cells: list[GridCell] = []
    row = 0
    for top, bottom, is_head in bands:
        inside = [line for line in lines if top <= (line.top + line.bottom) / 2 < bottom]
        groups = [inside] if is_head else row_groups(inside, edges, size)
        if not is_head and _has_merged(groups, edges, size):
            cells.extend(merged_rows([g for g in glyphs if top <= g.middle < bottom], edges, row))
            row = 1 + max(cell.row for cell in cells)
            continue
        for group in groups:
            cells.extend(_row(group, edges, row, size))
            row += bool(group)
    return PrintedTable(Grid(tuple(cells)), edges[0], bands[0][0], edges[-1], bands[-1][1], tuple(edges))


def _column_edges(lines: Sequence[PrintedLine], size: float, extent: tuple[float, float]) -> list[float]:
    """The middles of the blanks between columns: places that no line covers, save a few that are one segment (headings)."""
    parted = [segments(line, size) for line in lines]
    firm = [(part[0].x0, part[-1].x1) for parts in parted if len(parts) > 1 for part in parts]
    lone = [(parts[0][0].x0, parts[0][-1].x1) for parts in parted if len(parts) == 1]
    edges, start = [extent[0]], None
    first, last = int(extent[0]), int(extent[1])
    covered = zip(_covering(firm, first, last), _covering(lone, first, last), strict=True)
    for x, (taken, crossed) in enumerate(covered, first):
        free = not taken and crossed <= _HEADING_SHARE * len(lines)
        if free and start is None:
            start = x
        if not free and start is not None:
            if start > extent[0] + 1 and x - start >= 0.5 * COLUMN_GAP * size:
                edges.append((start + x - 1) / 2)
            start = None
    return [*edges, extent[1]]


def _covering(spans: Sequence[tuple[float, float]], first: int, last: int) -> Iterator[int]:
    """How many of the spans each whole place from the first to the last lies in."""
    changes = [0] * (last - first + 2)
    for start, end in spans:
        changes[min(max(math.ceil(start), first), last + 1) - first] += 1
        changes[min(max(math.floor(end) + 1, first), last + 1) - first] -= 1
    return accumulate(changes[:-1])


def _has_merged(groups: Sequence[Sequence[PrintedLine]], edges: Sequence[float], size: float) -> bool:
    """Whether a row would hold two entries of one column: what joined them is a cell that stands for several rows."""
    lines = [line for group in groups for line in group]
    if any(is_across(line, edges, size) for line in lines):
        return False
    for left, right in pairwise(edges):
        reach = max((part.x1 for line in lines if (part := line.part(left, right))), default=0.0)
        for group in groups:
            parts = [part for line in group if (part := line.part(left, right))]
            if any(begins(one, two, reach=reach, edge=right) for one, two in pairwise(parts)):
                return True
    return _has_stray(groups, edges) or any(_is_uneven(group, edges, size) for group in groups)


def _is_uneven(group: Sequence[PrintedLine], edges: Sequence[float], size: float) -> bool:
    """Whether cells of one line stand at different heights in a row: one of them stands for more rows than this."""
    columns = [[line for line in group if line.within(left, right)] for left, right in pairwise(edges)]
    tops = [own[0].top for own in columns if len(own) == 1]
    return bool(tops) and max(tops) - min(tops) > _UNEVEN * size


def _has_stray(groups: Sequence[Sequence[PrintedLine]], edges: Sequence[float]) -> bool:
    """Whether words stand between two rows, nearer to them than rows stand to each other, and none of the fullest column's."""
    filled = [
        {i for i, group in enumerate(groups) if any(line.within(*column) for line in group)} for column in pairwise(edges)
    ]
    full = max(filled, key=len)
    gaps = [_gap(one, two) for one, two in pairwise(groups)]
    rows = [gap for i, gap in enumerate(gaps) if {i, i + 1} <= full]
    apart = median(rows) if rows else median(gaps) if gaps else 0.0
    return any(i not in full and min(gaps[i - 1 : i + 1]) < 0.5 * apart for i in range(1, len(gaps)))


def _gap(above: Sequence[PrintedLine], below: Sequence[PrintedLine]) -> float:
    return min(line.top for line in below) - max(line.bottom for line in above)


def _row(lines: Sequence[PrintedLine], edges: Sequence[float], row: int, size: float) -> list[GridCell]:
    if len(lines) == 1 and is_across(lines[0], edges, size):
        return [GridCell(row=row, column=0, blocks=(lines[0].text,), colspan=len(edges) - 1)]
    texts = [""] * (len(edges) - 1)
    for line in lines:
        for column in range(len(texts)):
            if part := line.part(edges[column], edges[column + 1]):
                texts[column] = join(texts[column], part.text)
    return [GridCell(row=row, column=column, blocks=(text,) if text else ()) for column, text in enumerate(texts)]

"""Which lines of a table without upright rules are of one row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ingest.readers.glyphs import Glyph, PrintedLine
from ingest.readers.mergedrows import begins

__all__ = ["COLUMN_GAP", "is_across", "row_groups", "segments"]

COLUMN_GAP = 0.45
"""The least blank between two columns, in ems of the table's type."""
_PADDED = 0.15
"""By how much, in ems, rows stand further apart than the lines within a cell."""
_ROW_GAP = 0.2
_NEW_SHARE = 0.25
"""Where more of the closest lines than this begin something new, rows stand no further apart than lines."""
_TOUCH = 0.1
"""Cells of one row stand beside each other for more than this, in ems."""


@dataclass(frozen=True, slots=True)
class _Step:
    """From a line of a column to the next: where it is, how far down, and whether what stands there begins something new."""

    above: PrintedLine
    below: PrintedLine
    down: float
    new: bool


def row_groups(lines: Sequence[PrintedLine], edges: Sequence[float], size: float) -> list[list[PrintedLine]]:
    """Lines by table row: those of cells that stand beside each other. A cell goes on as long as its lines follow each other
    as closely as lines that had no room above do; where all do, a row begins where a column begins something new."""
    if not lines:
        return []
    plain = [line for line in lines if not is_across(line, edges, size)]
    columns = [[part for line in plain if (part := line.part(left, right))] for left, right in pairwise(edges)]
    steps = [list(_steps(column, edge)) for column, edge in zip(columns, edges[1:], strict=True)]
    within_cells = [step.down for column in steps for step in column if not step.new]
    most = min(within_cells, default=0.0) + _PADDED * size
    close = [step for column in steps for step in column if step.down <= most]
    if sum(step.new for step in close) > _NEW_SHARE * len(close):
        return _by_gaps(lines, size) or _by_words(lines, edges, size)
    joined = {(step.above, step.below) for step in close}
    across = [(line.top, line.bottom) for line in lines if line not in plain]
    return _beside(lines, [across, *(_entries(column, joined) for column in columns)], size)


def segments(line: PrintedLine, size: float, *, gap: float = COLUMN_GAP) -> list[list[Glyph]]:
    """The line's glyphs parted where a blank is as wide as one between columns."""
    parts: list[list[Glyph]] = []
    for glyph in dict.fromkeys(line.glyphs):
        if parts and glyph.x0 - parts[-1][-1].x1 < gap * size:
            parts[-1].append(glyph)
        else:
            parts.append([glyph])
    return parts


def is_across(line: PrintedLine, edges: Sequence[float], size: float) -> bool:
    """Whether the line is one segment that an edge cuts: a heading within the table."""
    return len(segments(line, size)) == 1 and any(line.x0 < edge < line.x1 for edge in edges[1:-1])


def _steps(column: Sequence[PrintedLine], edge: float) -> Iterator[_Step]:
    reach = max((part.x1 for part in column), default=0.0)
    for above, below in pairwise(column):
        yield _Step(above, below, below.bottom - above.bottom, begins(above, below, reach=reach, edge=edge))


def _entries(column: Sequence[PrintedLine], joined: set[tuple[PrintedLine, PrintedLine]]) -> list[tuple[float, float]]:
    """From where to where the column's cells reach."""
    found: list[tuple[float, float]] = []
    before: PrintedLine | None = None
    for part in column:
        if before and (before, part) in joined:
            found[-1] = found[-1][0], part.bottom
        else:
            found.append((part.top, part.bottom))
        before = part
    return found


def _beside(
    lines: Sequence[PrintedLine], columns: Sequence[Sequence[tuple[float, float]]], size: float
) -> list[list[PrintedLine]]:
    """The lines by the rows that cells make which stand beside each other."""
    ends: list[float] = []
    for top, bottom in sorted(entry for column in columns for entry in column):
        if ends and top < ends[-1] - _TOUCH * size:
            ends[-1] = max(ends[-1], bottom)
        else:
            ends.append(bottom)
    groups: list[list[PrintedLine]] = [[] for _ in ends]
    for line in lines:
        middle = (line.top + line.bottom) / 2
        groups[next(i for i, end in enumerate(ends) if middle < end)].append(line)
    return [group for group in groups if group]


def _by_gaps(lines: Sequence[PrintedLine], size: float) -> list[list[PrintedLine]]:
    """The lines by row, cells set in the middle: those of one row overlap. None where no lines do."""
    reached = list(accumulate((line.bottom for line in lines), max))
    gaps = [max(0.0, line.top - bottom) for bottom, line in zip(reached, lines[1:], strict=False)]
    if max(gaps, default=0.0) - min(gaps, default=0.0) < _ROW_GAP * size:
        return []
    groups = [[lines[0]]]
    for gap, line in zip(gaps, lines[1:], strict=True):
        if gap - min(gaps) >= _ROW_GAP * size:
            groups.append([])
        groups[-1].append(line)
    return groups


def _by_words(lines: Sequence[PrintedLine], edges: Sequence[float], size: float) -> list[list[PrintedLine]]:
    """The lines by row, cells set from their tops: a row's further lines only go on with cells above them."""
    parts = [[line.part(left, right) for left, right in pairwise(edges)] for line in lines]
    reach = [max((part.x1 for part in column if part), default=0.0) for column in zip(*parts, strict=True)]
    across = [is_across(line, edges, size) for line in lines]
    groups = [[lines[0]]]
    for i in range(1, len(lines)):
        columns = zip(parts[i - 1], parts[i], reach, edges[1:], strict=True)
        new = (begins(over, here, reach=end, edge=edge) for over, here, end, edge in columns)
        if across[i] or across[i - 1] or any(new):
            groups.append([])
        groups[-1].append(lines[i])
    return groups

"""Tables without upright rules: their cells on a grid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, product
from statistics import median

from ingest.readers.columns import PrintedTable
from ingest.readers.entries import Entry, entries_of, parts_of, segments, together
from ingest.readers.glyphs import Glyph, PrintedLine, lines_of
from ingest.readers.grid import Grid, GridCell, join
from ingest.readers.spans import Strip, across, columns_of, covered, down, paragraphs, parted, reached, rows_of, stands_in

__all__ = ["bare_table", "open_table"]

_CENTRED = 2.0
_APART = 0.15


def open_table(glyphs: Sequence[Glyph], rules: Sequence[float], extent: Strip) -> PrintedTable | None:
    """The table between the first and the last of these rules (heights, ascending), or None where it has one column only."""
    size = _size(glyphs)
    lines = lines_of(glyphs)
    bands = [
        entries_of([part for line in _within(lines, *band) for part in parts_of(line, size)], extent[1], size)
        for band in pairwise(rules)
    ]
    columns = columns_of([entry for band in bands for entry in band], size)
    if len(columns) < 2:
        return None
    edges = (extent[0], *((one[1] + two[0]) / 2 for one, two in pairwise(columns)), extent[1])
    return PrintedTable(_grid(bands, columns, size), extent[0], rules[0], extent[1], rules[-1], edges)


def bare_table(glyphs: Sequence[Glyph], edges: Sequence[float], head: float | None) -> PrintedTable:
    """The table of all these glyphs, its columns between these edges; ``head`` is the height of the rule below its head."""
    size = _size(glyphs)
    lines = lines_of(glyphs)
    top, bottom = lines[0].top - 1, max(line.bottom for line in lines) + 1
    rules = [top, *([] if head is None else [head]), bottom]
    bands = [
        entries_of([part for line in _within(lines, *band) for part in _cut(line, edges, size)], edges[-1], size)
        for band in pairwise(rules)
    ]
    return PrintedTable(_grid(bands, list(pairwise(edges)), size), edges[0], top, edges[-1], bottom, tuple(edges))


def _size(glyphs: Sequence[Glyph]) -> float:
    return median(glyph.size for glyph in glyphs if glyph.text.strip())


def _within(lines: Sequence[PrintedLine], top: float, bottom: float) -> list[PrintedLine]:
    return [line for line in lines if top <= (line.top + line.bottom) / 2 < bottom]


def _cut(line: PrintedLine, edges: Sequence[float], size: float) -> list[PrintedLine]:
    """The parts of a line in these columns; a line that is one segment which an edge cuts is a heading across them."""
    if len(segments(line, size)) == 1:
        return [line]
    return [part for left, right in pairwise(edges) if (part := line.part(left, right))]


def _grid(bands: Sequence[Sequence[Entry]], columns: Sequence[Strip], size: float) -> Grid:
    """The cells of the bands between level rules, below each other."""
    cells: list[GridCell] = []
    row = 0
    for entries in bands:
        if entries:
            band = paragraphs(entries, size)
            rows = rows_of(band, size)
            own = list(parted(band, rows, size))
            cells.extend(replace(cell, row=row + cell.row) for cell in _cells(own, rows, columns, size))
            row += len(rows)
    return Grid(tuple(cells))


def _cells(band: Sequence[Entry], rows: Sequence[Strip], columns: Sequence[Strip], size: float) -> Iterator[GridCell]:
    """The cells, and empty ones where nothing stands."""
    found = sorted(_placed(band, rows, columns, size), key=lambda cell: (cell.row, cell.column))
    taken: set[tuple[int, int]] = set()
    for cell in found:
        others = [other.column for other in found if other.column > cell.column and _rows(other) & _rows(cell)]
        width = min([cell.colspan, *(column - cell.column for column in others)])
        taken.update((row, cell.column + i) for row in _rows(cell) for i in range(width))
        yield replace(cell, colspan=width)
    for place in product(range(len(rows)), range(len(columns))):
        if place not in taken:
            yield GridCell(row=place[0], column=place[1], blocks=())


def _rows(cell: GridCell) -> set[int]:
    return set(range(cell.row, cell.row + cell.rowspan))


def _placed(band: Sequence[Entry], rows: Sequence[Strip], columns: Sequence[Strip], size: float) -> Iterator[GridCell]:
    starts: dict[int, list[Entry]] = defaultdict(list)
    heads = [entry for entry in band if _is_heading(entry, band, columns, size)]
    for entry in band:
        starts[-1 if entry in heads else reached(across(entry), columns, size)[0]].append(entry)
    merged = not all(stands_in(entry, rows, size) for entry in band)
    for column, own in starts.items():
        stacked = together(own, size)
        places = (
            covered(stacked, rows, size) if merged and column >= 0 else [reached(down(entry), rows, size) for entry in stacked]
        )
        for entry, (start, end) in zip(stacked, places, strict=True):
            width = len(columns) if column < 0 else reached(across(entry), columns, size)[1] - column
            yield GridCell(row=start, column=max(column, 0), rowspan=end - start, colspan=width, blocks=_blocks(entry, size))


def _is_heading(entry: Entry, band: Sequence[Entry], columns: Sequence[Strip], size: float) -> bool:
    """Whether it stands alone in its row, over several columns or in the middle of them all."""
    start, end = reached(across(entry), columns, size)
    centred = abs(entry.x0 + entry.x1 - columns[0][0] - columns[-1][1]) < _CENTRED * size and end - start < len(columns)
    if end - start < 2 and not centred:
        return False
    return not any(other.top < entry.middle < other.bottom for other in band if other is not entry)


def _blocks(entry: Entry, size: float) -> tuple[str, ...]:
    """Its paragraphs, which stand further apart than its lines."""
    lines = lines_of([glyph for line in entry.lines for glyph in (*dict.fromkeys(line.glyphs), *line.blanks)])
    least = min((two.bottom - one.bottom for one, two in pairwise(lines)), default=0.0)
    blocks = [lines[0].text]
    for one, two in pairwise(lines):
        if two.bottom - one.bottom > least + _APART * size:
            blocks.append(two.text)
        else:
            blocks[-1] = join(blocks[-1], two.text)
    return tuple(blocks)

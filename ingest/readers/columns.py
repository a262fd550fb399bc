"""The reading order of a printed page: across where a line crosses the page, else column by column from the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.glyphs import Box, Glyph, PrintedLine, lines_of
from ingest.readers.grid import Grid
from ingest.readers.gutters import Gutters
from ingest.readers.outline import heading_style, is_caption

__all__ = ["Item", "PrintedTable", "column_of", "crosses", "page_lines", "reading_order"]

_ALIGNED = 0.3
"""How far apart, in ems, the first lines of columns may stand that begin at one height."""
_SHORT = 0.7
_RAGGED = 6.0
"""How far, in ems, above a heading the columns may end."""


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table on a page, the edges of its columns, and the columns that no rule closes at its top or foot: a page's end cut
    cells there; ``boxed`` where rules bound its cells."""

    grid: Grid
    x0: float
    top: float
    x1: float
    bottom: float
    edges: tuple[float, ...]
    open_above: frozenset[int] = frozenset()
    open_below: frozenset[int] = frozenset()
    boxed: bool = False

    @property
    def box(self) -> Box:
        """Where it stands on its page."""
        return Box(self.x0, self.top, self.x1, self.bottom)


Item = PrintedLine | PrintedTable


def page_lines(glyphs: Sequence[Glyph], gutters: Gutters) -> list[PrintedLine]:
    """The page's lines: a line in each column, one line where the text crosses a gutter."""
    columns: list[list[Glyph]] = [[] for _ in range(len(gutters) + 1)]
    for glyph in glyphs:
        columns[column_of(glyph, gutters)].append(glyph)
    lines = lines_of(columns[0])
    for (left, right), column in zip(gutters, columns[1:], strict=True):
        beyond = lines_of(column)
        for i, line in enumerate(lines):
            near = (other for other in beyond if _beside(line, other) and other.x0 - line.x1 < 0.7 * (right - left))
            if line.x1 > left - (right - left) and (other := next(near, None)):
                beyond.remove(other)
                lines[i] = _one_line(line, other)
        lines = [*lines, *beyond]
    return sorted(lines, key=lambda line: (line.top, line.x0))


def reading_order(items: Sequence[Item], gutters: Gutters) -> list[Item]:
    """The items as they are read: those that cross a gutter part the page into bands, each read column by column."""
    ordered = sorted(items, key=lambda item: (item.top, item.x0))
    if not gutters:
        return ordered
    found: list[Item] = []
    band: list[Item] = []
    for i, item in enumerate(ordered):
        above, below = ordered[:i], ordered[i + 1 :]
        if crosses(item, gutters) or _captions(item, below, gutters) or _heads(item, above, below, gutters):
            found.extend(_band(band, gutters))
            found.append(item)
            band = []
        else:
            band.append(item)
    return [*found, *_band(band, gutters)]


def crosses(item: Item, gutters: Gutters) -> bool:
    """Whether an item stands on both sides of a gutter."""
    return any(item.x0 < left - 2 and item.x1 > right + 2 for left, right in gutters)


def column_of(item: Glyph | Item, gutters: Gutters) -> int:
    """The column in which the middle of an item stands."""
    middle = (item.x0 + item.x1) / 2
    return sum(middle >= (left + right) / 2 for left, right in gutters)


def _captions(item: Item, below: Sequence[Item], gutters: Gutters) -> bool:
    """Whether a short line is the caption of a table across the page: nothing but such lines stands between them."""
    if not isinstance(item, PrintedLine) or not is_caption(item.text):
        return False
    for other in below:
        if isinstance(other, PrintedTable):
            return crosses(other, gutters)
        if not is_caption(other.text):
            return False
    return False


def _heads(item: Item, above: Sequence[Item], below: Sequence[Item], gutters: Gutters) -> bool:
    """Whether a heading in one column is that of all: nothing stands beside it, and all columns begin anew below it."""
    column = column_of(item, gutters)
    if column and item.x0 > gutters[column - 1][1] - 2:  # it begins where its own column does
        return False
    own = [one.x1 - one.x0 for one in below if column_of(one, gutters) == column]
    if not isinstance(item, PrintedLine) or not heading_style(item.text) or item.x1 - item.x0 > _SHORT * max(own, default=0.0):
        return False
    over = [
        max((one.bottom for one in above if _is_in(one, column, gutters)), default=0.0) for column in range(len(gutters) + 1)
    ]
    under = [min((one.top for one in below if _is_in(one, column, gutters)), default=0.0) for column in range(len(gutters) + 1)]
    beside = max(over) > item.top + 1 or min(under) < item.bottom - 1
    return not beside and max(under) - min(under) < _ALIGNED * item.size and item.top - min(over) < _RAGGED * item.size


def _is_in(item: Item, column: int, gutters: Gutters) -> bool:
    return crosses(item, gutters) or column_of(item, gutters) == column


def _band(items: Sequence[Item], gutters: Gutters) -> list[Item]:
    return sorted(items, key=lambda item: (column_of(item, gutters), item.top))


def _beside(line: PrintedLine, other: PrintedLine) -> bool:
    overlap = min(line.bottom, other.bottom) - max(line.top, other.top)
    return overlap > 0.6 * min(line.bottom - line.top, other.bottom - other.top)


def _one_line(*lines: PrintedLine) -> PrintedLine:
    return lines_of([glyph for line in lines for glyph in (*dict.fromkeys(line.glyphs), *line.blanks)])[0]

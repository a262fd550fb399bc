"""The reading order of a printed page: across where a line crosses the page, else down the left column and then the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.glyphs import Glyph, PrintedLine, lines_of
from ingest.readers.grid import Grid
from ingest.readers.outline import is_caption

__all__ = ["Item", "PrintedTable", "crosses", "gutter_of", "page_lines", "reading_order"]

_CENTRE = (0.35, 0.65)
_NARROWEST = 6.0
"""The least width of a gutter, in points."""
_CROSSING_SHARE = 0.12
_SIDE_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table on a page, the edges of its columns, and whether rules or blanks part them."""

    grid: Grid
    x0: float
    top: float
    x1: float
    bottom: float
    edges: tuple[float, ...]


Item = PrintedLine | PrintedTable


def gutter_of(glyphs: Sequence[Glyph], width: float) -> tuple[float, float] | None:
    """The blank strip between two columns, as its left and right edge; None where text runs across the page."""
    words = [glyph for glyph in glyphs if glyph.text.strip()]
    first, last = int(width * _CENTRE[0]), int(width * _CENTRE[1])
    heights = {x: {round(glyph.middle / 4) for glyph in words if glyph.x0 < x < glyph.x1} for x in range(first, last)}
    everywhere = len({round(glyph.middle / 4) for glyph in words})
    free = [x for x in range(first, last) if len(heights[x]) <= _CROSSING_SHARE * everywhere]
    runs = _runs(free)
    if not runs:
        return None
    left, right = max(runs, key=lambda run: (run[1] - run[0], -abs(run[0] + run[1] - width)))
    sides = (sum(glyph.x1 <= left + 2 for glyph in words), sum(glyph.x0 >= right - 2 for glyph in words))
    wide = right - left >= _NARROWEST and right - left < 0.2 * width
    return (left, right) if wide and min(sides) >= _SIDE_SHARE * len(words) else None


def page_lines(glyphs: Sequence[Glyph], gutter: tuple[float, float] | None) -> list[PrintedLine]:
    """The page's lines: a line on each side of the gutter, one line where the text crosses it."""
    if gutter is None:
        return lines_of(glyphs)
    middle, room = sum(gutter) / 2, gutter[1] - gutter[0]
    left = lines_of([glyph for glyph in glyphs if (glyph.x0 + glyph.x1) / 2 < middle])
    right = lines_of([glyph for glyph in glyphs if (glyph.x0 + glyph.x1) / 2 >= middle])
    lines: list[PrintedLine] = []
    for line in left:
        other = next((o for o in right if _beside(line, o) and o.x0 - line.x1 < 0.7 * room), None)
        if other is None:
            lines.append(line)
        else:
            right.remove(other)
            members = {*line.glyphs, *other.glyphs}
            lines.extend(lines_of([glyph for glyph in glyphs if glyph in members or _is_blank_in(line, glyph)]))
    return sorted([*lines, *right], key=lambda line: (line.top, line.x0))


def reading_order(items: Sequence[Item], gutter: tuple[float, float] | None) -> list[Item]:
    """The items as they are read: those that cross the gutter part the page into bands, each read column by column."""
    ordered = sorted(items, key=lambda item: (item.top, item.x0))
    if gutter is None:
        return ordered
    found: list[Item] = []
    band: list[Item] = []
    for i, item in enumerate(ordered):
        if crosses(item, gutter) or _captions(item, ordered[i + 1 :], gutter):
            found.extend(_band(band, gutter))
            found.append(item)
            band = []
        else:
            band.append(item)
    return [*found, *_band(band, gutter)]


def crosses(item: Item, gutter: tuple[float, float]) -> bool:
    """Whether an item stands on both sides of the gutter."""
    return item.x0 < gutter[0] - 2 and item.x1 > gutter[1] + 2


def _captions(item: Item, below: Sequence[Item], gutter: tuple[float, float]) -> bool:
    """Whether a short line is the caption of a table across the page: nothing but such lines stands between them."""
    if not isinstance(item, PrintedLine) or not is_caption(item.text):
        return False
    for other in below:
        if isinstance(other, PrintedTable):
            return crosses(other, gutter)
        if not is_caption(other.text):
            return False
    return False


def _band(items: Sequence[Item], gutter: tuple[float, float]) -> list[Item]:
    middle = sum(gutter) / 2
    return sorted(items, key=lambda item: ((item.x0 + item.x1) / 2 >= middle, item.top))


def _beside(line: PrintedLine, other: PrintedLine) -> bool:
    overlap = min(line.bottom, other.bottom) - max(line.top, other.top)
    return overlap > 0.6 * min(line.bottom - line.top, other.bottom - other.top)


def _is_blank_in(line: PrintedLine, glyph: Glyph) -> bool:
    return not glyph.text.strip() and line.top <= glyph.middle <= line.bottom


def _runs(places: Sequence[int]) -> list[tuple[float, float]]:
    runs: list[tuple[float, float]] = []
    for x in places:
        if runs and x == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], x)
        else:
            runs.append((x, x))
    return runs

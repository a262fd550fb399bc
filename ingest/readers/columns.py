"""The reading order of a printed page: across where a line crosses the page, else down the left column and then the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.readers.glyphs import Glyph, PrintedLine, lines_of
from ingest.readers.grid import Grid
from ingest.readers.outline import is_caption

__all__ = ["Item", "PrintedTable", "crosses", "fits", "gutter_of", "page_lines", "reading_order"]

_CENTRE = (0.35, 0.65)
_NARROWEST = 6.0
"""The least width of a gutter, in points."""
_WIDEST_SHARE = 0.2
_CROSSING_SHARE = 0.12
_FEWEST_ROWS = 8
_FEWEST_PARTED = 4
_PARTED_SHARE = 0.1
_FILLED = 0.6


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table on a page, the edges of its columns, and the columns that no rule closes at its top or foot: a page's end cut
    cells there."""

    grid: Grid
    x0: float
    top: float
    x1: float
    bottom: float
    edges: tuple[float, ...]
    open_above: frozenset[int] = frozenset()
    open_below: frozenset[int] = frozenset()


Item = PrintedLine | PrintedTable


def gutter_of(glyphs: Sequence[Glyph], width: float) -> tuple[float, float] | None:
    """The blank strip between two columns, as its left and right edge; None where text runs across the page.

    Columns show in rows that the strip parts though both their halves are full, or, where the lines of the columns stand at
    different heights, in a strip that hardly any row crosses.
    """
    words = [glyph for glyph in glyphs if glyph.text.strip()]
    found = _parting(lines_of(words), width) or _uncrossed(words, width)
    return found if found and _NARROWEST <= found[1] - found[0] <= _WIDEST_SHARE * width else None


def fits(gutter: tuple[float, float], glyphs: Sequence[Glyph]) -> bool:
    """Whether a page may have this gutter: most of its rows do not cross it."""
    middle = sum(gutter) / 2
    rows = {round(glyph.middle / 4) for glyph in glyphs if glyph.text.strip()}
    crossing = {round(glyph.middle / 4) for glyph in glyphs if glyph.text.strip() and glyph.x0 < middle < glyph.x1}
    return 2 * len(crossing) < len(rows)


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


def _parting(lines: Sequence[PrintedLine], width: float) -> tuple[float, float] | None:
    """The strip shared by rows that are full on both of its sides."""
    if not lines:
        return None
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    gaps = [gap for line in lines for gap in _central_gaps(line, width)]
    full = [(a, b) for a, b, x0, x1 in gaps if a - x0 > _FILLED * (a - left) and x1 - b > _FILLED * (right - b)]
    counts = {x: sum(a < x < b for a, b in full) for x in range(int(width * _CENTRE[0]), int(width * _CENTRE[1]))}
    best = max(counts, key=lambda x: (counts[x], -abs(x - width / 2)), default=0)
    parted = [(a, b) for a, b in full if a < best < b]
    if len(parted) < max(_FEWEST_PARTED, _PARTED_SHARE * len(lines)):
        return None
    edges = sorted(a for a, _ in parted), sorted(b for _, b in parted)
    start, end = edges[0][int(0.9 * (len(parted) - 1))], edges[1][int(0.1 * (len(parted) - 1))]
    even = sum(abs(a - start) < 20 for a, _ in parted) >= _FILLED * len(parted)
    return (start, end) if even else None


def _central_gaps(line: PrintedLine, width: float) -> list[tuple[float, float, float, float]]:
    """The wide gaps in the middle of the page: their edges, and where the words on each side begin and end."""
    glyphs = list(dict.fromkeys(line.glyphs))
    cuts = [i for i, (one, two) in enumerate(pairwise(glyphs), 1) if two.x0 - one.x1 >= _NARROWEST]
    starts, ends = [0, *cuts], [*cuts, len(glyphs)]
    parts = [(glyphs[a].x0, glyphs[b - 1].x1) for a, b in zip(starts, ends, strict=True)]
    return [
        (one[1], two[0], one[0], two[1])
        for one, two in pairwise(parts)
        if two[0] > width * _CENTRE[0] and one[1] < width * _CENTRE[1]
    ]


def _uncrossed(words: Sequence[Glyph], width: float) -> tuple[float, float] | None:
    """The widest strip that hardly any row crosses, with enough rows on each side."""
    first, last = int(width * _CENTRE[0]), int(width * _CENTRE[1])
    heights = {x: {round(glyph.middle / 4) for glyph in words if glyph.x0 < x < glyph.x1} for x in range(first, last)}
    everywhere = len({round(glyph.middle / 4) for glyph in words})
    runs = _runs([x for x in range(first, last) if len(heights[x]) <= _CROSSING_SHARE * everywhere])
    if not runs:
        return None
    left, right = max(runs, key=lambda run: (run[1] - run[0], -abs(run[0] + run[1] - width)))
    sides = [
        {round(g.middle / 4) for g in words if g.x1 <= left + 2},
        {round(g.middle / 4) for g in words if g.x0 >= right - 2},
    ]
    return (left, right) if min(map(len, sides)) >= _FEWEST_ROWS and _is_prose(words, left, right) else None


def _is_prose(words: Sequence[Glyph], left: float, right: float) -> bool:
    """Whether both sides hold running text rather than the cells of a table: most of their width is inked."""
    for side in ([g for g in words if g.x1 <= left + 2], [g for g in words if g.x0 >= right - 2]):
        rows = lines_of(side)
        extent = max(row.x1 for row in rows) - min(row.x0 for row in rows)
        ink = sum(glyph.x1 - glyph.x0 for glyph in side)
        if ink < _FILLED * extent * len(rows):
            return False
    return True


def _runs(places: Sequence[int]) -> list[tuple[float, float]]:
    runs: list[tuple[float, float]] = []
    for x in places:
        if runs and x == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], x)
        else:
            runs.append((x, x))
    return runs

"""The blank strips between the columns of a printed page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise, permutations
from statistics import median

from ingest.readers.glyphs import Box, Glyph, PrintedLine, lines_of

__all__ = ["Gutters", "gutters_of", "usual"]

_CENTRES = {2: ((0.35, 0.65),), 3: ((0.27, 0.43), (0.57, 0.73))}
"""Where the gutters of so many columns lie, as shares of the page's width."""
_NARROWEST = 6.0
"""The least width of a gutter, in points."""
_WIDEST_SHARE = 0.2
_CROSSING_SHARE = 0.12
_FEWEST_ROWS = 8
_FEWEST_PARTED = 4
_PARTED_SHARE = 0.1
_FILLED = 0.6
_UNEVEN = 20.0
"""How far, in points, the ends of most full lines of one column may lie apart."""
_EVEN = {2: 0.5, 3: 0.88}
"""The share of the widest column that the narrowest of so many has at least."""
_LEVEL, _LEVEL_SHARE = 1.0, 0.5
"""How near, in points, the middles of rows of two columns are, and of what share, where they are the cells of a table."""
_ROW = 4
"""Points that make one height, where heights are only counted."""

Strip = tuple[float, float]
Gutters = tuple[Strip, ...]
"""The blank strips between the columns, as their left and right edges, from the left."""


def gutters_of(glyphs: Sequence[Glyph], width: float, tables: Sequence[Box] = ()) -> Gutters:
    """The blank strips between the page's columns, three or two; none where text runs across the page.

    ``glyphs`` are those outside of the ``tables``. Columns show in rows that the strips part though all their parts are full,
    or, where the lines of the columns stand at different heights, in strips that hardly any row crosses, or between two tables.
    """
    words = [glyph for glyph in glyphs if glyph.text != " "]
    if not words:
        return ()
    rows = [_parts(line) for line in lines_of(words)]
    crossing = _crossing(words, width)
    for count in (3, 2):
        found = _parting(rows, width, count) or _uncrossed(words, rows, crossing, width, count)
        if found and all(_NARROWEST <= b - a <= _WIDEST_SHARE * width for a, b in found) and _is_even(found, words):
            return found
    return next(((strip,) for strip in _between(tables, width) if _fits((strip,), words)), ())


def _between(tables: Sequence[Box], width: float) -> Iterator[Strip]:
    """The blanks between tables that stand side by side about the middle of the page, for most of the height of the lower."""
    ((start, end),) = _CENTRES[2]
    for left, right in permutations(tables, 2):
        shared = min(left.bottom, right.bottom) - max(left.top, right.top)
        low = shared < min(left.bottom - left.top, right.bottom - right.top) / 2
        if (
            not low
            and _NARROWEST <= right.x0 - left.x1 <= _WIDEST_SHARE * width
            and start < (left.x1 + right.x0) / 2 / width < end
        ):
            yield left.x1, right.x0


def _fits(gutters: Gutters, glyphs: Sequence[Glyph]) -> bool:
    """Whether a page may have these gutters: most of its rows do not cross them."""
    words = [glyph for glyph in glyphs if glyph.text != " "]
    rows = {_height(glyph) for glyph in words}
    middles = [(a + b) / 2 for a, b in gutters]
    crossing = {_height(glyph) for glyph in words if any(glyph.x0 < x < glyph.x1 for x in middles)}
    return 2 * len(crossing) < max(len(rows), _FEWEST_ROWS)


def usual(found: Sequence[Gutters], pages: Sequence[Sequence[Glyph]]) -> list[Gutters]:
    """A page too empty to show its columns has those of the others, where most show them."""
    known = [gutters for gutters in found if gutters]
    if not known or 2 * len(known) < len(found):
        return list(found)
    count = max(map(len, known), key=[len(gutters) for gutters in known].count)
    alike = [gutters for gutters in known if len(gutters) == count]
    middle = tuple((median(a for a, _ in strips), median(b for _, b in strips)) for strips in zip(*alike, strict=True))
    return [gutters or (middle if _fits(middle, page) else ()) for gutters, page in zip(found, pages, strict=True)]


def _parts(line: PrintedLine) -> list[Strip]:
    """Where words begin and end between blanks that are as wide as gutters."""
    parts: list[Strip] = []
    for glyph in dict.fromkeys(line.glyphs):
        if parts and glyph.x0 - parts[-1][1] < _NARROWEST:
            parts[-1] = parts[-1][0], glyph.x1
        else:
            parts.append((glyph.x0, glyph.x1))
    return parts


def _parting(rows: Sequence[Sequence[Strip]], width: float, count: int) -> Gutters:
    """The strips shared by rows all of whose parts are full."""
    left, right = min(row[0][0] for row in rows), max(row[-1][1] for row in rows)
    full = [gaps for row in rows if (gaps := _gaps(row, width, count)) and _is_full(row, gaps, left, right)]
    if len(full) < max(_FEWEST_PARTED * (count - 1), _PARTED_SHARE * (count - 1) * len(rows)):
        return ()
    found = [shared for i in range(count - 1) if (shared := _shared([gaps[i] for gaps in full]))]
    return tuple(found) if len(found) == count - 1 else ()


def _is_even(gutters: Gutters, words: Sequence[Glyph]) -> bool:
    """Whether the columns are of about one width, as those of print are: two may differ, three hardly."""
    left, right = min(glyph.x0 for glyph in words), max(glyph.x1 for glyph in words)
    edges = [left, *(sum(strip) / 2 for strip in gutters), right]
    widths = [end - start for start, end in pairwise(edges)]
    return min(widths) > _EVEN[len(widths)] * max(widths)


def _gaps(row: Sequence[Strip], width: float, count: int) -> list[Strip]:
    """The row's widest blanks where gutters of so many columns lie; none where one is missing."""
    found = []
    for start, end in _CENTRES[count]:
        here = [(a, b) for (_, a), (b, _) in pairwise(row) if b > width * start and a < width * end]
        found.append(max(here, key=lambda gap: gap[1] - gap[0], default=(0.0, 0.0)))
    return found if all(b > a for a, b in found) and len(set(found)) == len(found) else []


def _is_full(row: Sequence[Strip], gaps: Sequence[Strip], left: float, right: float) -> bool:
    """Whether the words beside the gaps fill their columns."""
    starts, ends = [left, *(b for _, b in gaps)], [*(a for a, _ in gaps), right]
    for column, (start, end) in enumerate(zip(starts, ends, strict=True)):
        inside = [b - a for a, b in row if a >= start - 1 and b <= end + 1]
        beside = inside[:1] if column else inside[-1:]
        if not beside or beside[0] <= _FILLED * (end - start):
            return False
    return True


def _shared(gaps: Sequence[Strip]) -> Strip | None:
    """The strip that nearly all these gaps leave blank; None where they are not one below the other."""
    starts, ends = sorted(a for a, _ in gaps), sorted(b for _, b in gaps)
    start, end = starts[int(0.9 * (len(gaps) - 1))], ends[int(0.1 * (len(gaps) - 1))]
    even = sum(abs(a - start) < _UNEVEN for a in starts) >= _FILLED * len(gaps)
    return (start, end) if even and end > start else None


def _crossing(words: Sequence[Glyph], width: float) -> list[int]:
    """How many rows cross each place of the page, in whole points from the left."""
    rows: dict[int, list[Strip]] = defaultdict(list)
    for glyph in words:
        rows[_height(glyph)].append((glyph.x0, glyph.x1))
    changes = [0] * (int(width) + 2)
    for start, end in (strip for spans in rows.values() for strip in _merged(spans)):
        first, last = max(0, int(start) + 1), min(int(width), int(end - 1e-9))
        if first <= last:
            changes[first] += 1
            changes[last + 1] -= 1
    return list(accumulate(changes))


def _merged(spans: Iterable[Strip]) -> Iterator[Strip]:
    last: Strip | None = None
    for start, end in sorted(spans):
        if last and start < last[1] + 1:
            last = last[0], max(last[1], end)
            continue
        yield from [last] if last else []
        last = start, end
    yield from [last] if last else []


def _uncrossed(
    words: Sequence[Glyph], rows: Sequence[Sequence[Strip]], crossing: Sequence[int], width: float, count: int
) -> Gutters:
    """The widest strips that hardly any row crosses, with enough rows of running text on each side."""
    most = _CROSSING_SHARE * len({_height(glyph) for glyph in words})
    found: list[Strip] = []
    for start, end in _CENTRES[count]:
        first, last = int(width * start), int(width * end)
        runs = _runs([x for x in range(first, last) if crossing[x] <= most])
        if not runs:
            return ()
        strip = max(runs, key=lambda run: (run[1] - run[0], -abs(run[0] + run[1] - first - last)))
        found.append(_narrowed(strip, rows))
    starts, ends = [0.0, *(b for _, b in found)], [*(a for a, _ in found), width]
    columns = [[g for g in words if g.x0 >= a - 2 and g.x1 <= b + 2] for a, b in zip(starts, ends, strict=True)]
    if any(len({_height(glyph) for glyph in column}) < _FEWEST_ROWS for column in columns):
        return ()
    lines = [lines_of(column) for column in columns]
    prose = [_is_prose(rows) for rows in lines]
    apart = all(prose) or (any(prose) and not any(_is_level(a, b) for a, b in pairwise(lines)))
    return tuple(found) if apart else ()


def _narrowed(strip: Strip, rows: Sequence[Sequence[Strip]]) -> Strip:
    """A strip up to where several words end on its left: where most lines are short, it is too wide at first."""
    ends = sorted((b for row in rows for _, b in row if strip[0] < b < strip[1]), reverse=True)
    left = next((end for end, other in pairwise(ends) if end - other < _UNEVEN / 10), strip[0])
    return left, strip[1]


def _is_prose(rows: Sequence[PrintedLine]) -> bool:
    """Whether a column holds running text rather than the cells of a table: most of the width of its rows is inked."""
    extent = max(row.x1 for row in rows) - min(row.x0 for row in rows)
    return sum(glyph.x1 - glyph.x0 for row in rows for glyph in row.glyphs) >= _FILLED * extent * len(rows)


def _is_level(left: Sequence[PrintedLine], right: Sequence[PrintedLine]) -> bool:
    """Whether rows stand side by side, as the cells of a table do and short lines of a column of their own hardly."""
    few, many = sorted((left, right), key=len)
    beside = sum(any(abs(a.top - b.top + a.bottom - b.bottom) < 2 * _LEVEL for b in many) for a in few)
    return beside >= _LEVEL_SHARE * len(few)


def _height(glyph: Glyph) -> int:
    return round(glyph.middle / _ROW)


def _runs(places: Sequence[int]) -> list[Strip]:
    runs: list[Strip] = []
    for x in places:
        if runs and x == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], x)
        else:
            runs.append((x, x))
    return runs

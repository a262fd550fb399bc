"""Tables on a printed page: those whose cells are ruled, and those of journals, with level rules alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.readers.columns import PrintedTable
from ingest.readers.entries import segments
from ingest.readers.glyphs import Box, Glyph, PrintedLine, lines_of
from ingest.readers.grid import Grid, GridCell, join
from ingest.readers.openrows import open_table
from ingest.readers.outline import ends_sentence, is_caption, is_item
from ingest.readers.rules import Level, Rules, Upright, boxes

__all__ = ["level_rules", "open_tables", "ruled_tables"]

_NEAR = 2.0
_THICK = 3.0
_SHORTEST = 60.0
"""The least length, in points, of a rule that bounds a table."""
_END_ROOM = 0.6
_RAGGED = 0.35
"""What may stay blank at a line's end, in ems: at least, and beside the padding that the cell has at its left."""
_FEWEST_RULES = 3
_ROOMY = 3.0
_SIDES = (("x0", min), ("top", min), ("x1", max), ("bottom", max))


def ruled_tables(rules: Rules, glyphs: Sequence[Glyph]) -> list[PrintedTable]:
    """The tables whose cells are boxes, read from their glyphs; a lone box is no table."""
    found = []
    right = max((rule.x for rule in rules.upright), default=0.0)
    cuts = [Level(0.0, right, y) for y in _cuts(rules)]
    for group in boxes([*rules.level, *cuts, *_unclosed(rules)], rules.upright):
        around = Box(*(pick(getattr(box, side) for box in group) for side, pick in _SIDES))
        inside = [glyph for glyph in glyphs if around.holds(glyph)]
        if len(group) > 1 and inside:
            found.append(_ruled(group, inside, rules.level))
    return found


def open_tables(rules: Rules, glyphs: Sequence[Glyph], taken: Sequence[PrintedTable]) -> list[PrintedTable]:
    """The tables with level rules alone: three or more of one extent, below each other, without a caption between them."""
    found: list[PrintedTable] = []
    for group in _groups(level_rules(rules.level), glyphs):
        box = Box(group[0].x0, group[0].y, group[0].x1, group[-1].y)
        if any(_overlap(table, box) for table in taken):
            continue
        inside = [glyph for glyph in glyphs if box.holds(glyph)]
        table = open_table(inside, [rule.y for rule in group], (box.x0, box.x1)) if inside else None
        if table:
            found.append(table)
    return found


def _overlap(table: PrintedTable, box: Box) -> bool:
    return table.top < box.bottom and box.top < table.bottom and table.x0 < box.x1 and box.x0 < table.x1


def _groups(rules: Sequence[Level], glyphs: Sequence[Glyph]) -> list[list[Level]]:
    """Three or more rules of one extent each; a caption between two rules, or text between two tables' worth of them, says
    that another table begins there."""
    found: list[list[Level]] = []
    left = list(rules)
    while left:
        alike = [rule for rule in left if abs(rule.x0 - left[0].x0) < _THICK and abs(rule.x1 - left[0].x1) < _THICK]
        left = [rule for rule in left if rule not in alike]
        found.append(alike[:1])
        for i, (above, rule) in enumerate(pairwise(alike), 1):
            between = Box(rule.x0, above.y, rule.x1, rule.y)
            lines = lines_of([glyph for glyph in glyphs if between.holds(glyph)])
            whole = min(len(found[-1]), len(alike) - i) >= _FEWEST_RULES
            if any(is_caption(line.text) for line in lines) or (whole and _is_text(lines, rule.y - above.y)):
                found.append([])
            found[-1].append(rule)
    return [group for group in found if len(group) >= _FEWEST_RULES]


def _is_text(lines: Sequence[PrintedLine], height: float) -> bool:
    """Whether none of the lines is parted as a table's are, and there is more room than a heading within a table has."""
    return bool(lines) and all(len(segments(line, line.size)) == 1 for line in lines) and height > _ROOMY * lines[0].size


def _cell_blocks(glyphs: Sequence[Glyph], left: float, right: float) -> tuple[str, ...]:
    """The paragraphs of a cell: a line that ends where the next one's first word would have fitted ends its paragraph, and
    so does a sentence before an item's mark."""
    blocks: list[str] = []
    before: PrintedLine | None = None
    lines = lines_of(glyphs)
    padding = min((line.x0 for line in lines), default=left) - left
    for line in lines:
        room = right - before.x1 - max(padding + _RAGGED * line.size, _END_ROOM * line.size) if before else 0.0
        parted = before and ends_sentence(before.text) and is_item(line.text)
        if before and not parted and room < line.first_width:
            blocks[-1] = join(blocks[-1], line.text)
        else:
            blocks.append(line.text)
        before = line
    return tuple(blocks)


def _ruled(boxes: Sequence[Box], glyphs: Sequence[Glyph], level: Sequence[Level]) -> PrintedTable:
    columns = _edges([x for box in boxes for x in (box.x0, box.x1)])
    rows = _edges([y for box in boxes for y in (box.top, box.bottom)])
    cells = []
    for box, inside in _shared_out(sorted(boxes, key=lambda box: (box.top, box.x0)), glyphs):
        row, column = _at(rows, box.top), _at(columns, box.x0)
        spans = {"rowspan": max(1, _at(rows, box.bottom) - row), "colspan": max(1, _at(columns, box.x1) - column)}
        cells.append(GridCell(row=row, column=column, blocks=_cell_blocks(inside, box.x0, box.x1), **spans))
    place = columns[0], rows[0], columns[-1], rows[-1]
    above, below = (_open(columns, y, level) for y in (rows[0], rows[-1]))
    return PrintedTable(Grid(tuple(cells)), *place, tuple(columns), above, below, boxed=True)


def _shared_out(boxes: Sequence[Box], glyphs: Sequence[Glyph]) -> list[tuple[Box, list[Glyph]]]:
    """Each box with its glyphs; those between the boxes go to the nearest, so that no word of a table is lost."""
    found: list[tuple[Box, list[Glyph]]] = [(box, []) for box in boxes]
    for glyph in glyphs:
        own = next((inside for box, inside in found if box.holds(glyph)), None)
        (own if own is not None else min(found, key=lambda one: one[0].distance(glyph))[1]).append(glyph)
    return found


def _open(columns: Sequence[float], y: float, level: Sequence[Level]) -> frozenset[int]:
    """The columns that no level rule closes at this height."""
    rules = [rule for rule in level if abs(rule.y - y) <= _NEAR]
    middles = [(left + right) / 2 for left, right in pairwise(columns)]
    return frozenset(i for i, x in enumerate(middles) if not any(rule.x0 <= x <= rule.x1 for rule in rules))


def _cuts(rules: Rules) -> list[float]:
    """The heights at which upright rules end on no level one, and none runs on: there the page's end cut cells."""
    upright = [rule for rule in rules.upright if rule.bottom - rule.top > _THICK]
    level = [rule for rule in rules.level if rule.x1 - rule.x0 > _THICK]
    ends = sorted({(round(y), round(rule.x)) for rule in upright for y in (rule.top, rule.bottom)})
    free = [(y, x) for y, x in ends if not _meets(x, y, upright, level)]
    passing = [(rule.top + _NEAR, rule.bottom - _NEAR) for rule in upright]
    return [
        y
        for y in _edges(y for y, _ in free)
        if len({x for other, x in free if abs(other - y) <= _NEAR}) > 2 or not any(top < y < bottom for top, bottom in passing)
    ]


def _unclosed(rules: Rules) -> list[Level]:
    """What closes cells that a page's end leaves open among others that end there: cells of several rows, which go on overleaf.

    Two upright rules beside each other end at one height without a level one between them, which cells beside them have, and
    one joins them at the cell's other end.
    """
    found = []
    for foot in (True, False):
        ends = _ends(rules.upright, foot=foot)
        for x0, y in ends:
            x1 = next((x for x, other in ends if x > x0 + _NEAR and abs(other - y) <= _NEAR), x0)
            across = [rule.y for rule in rules.level if rule.x0 <= (x0 + x1) / 2 <= rule.x1]
            here = any(abs(rule.y - y) <= _NEAR for rule in rules.level)
            other_end = any(place < y - _NEAR if foot else place > y + _NEAR for place in across)
            if x1 > x0 and here and other_end and all(abs(place - y) > _NEAR for place in across):
                found.append(Level(x0, x1, y))
    return found


def _ends(upright: Sequence[Upright], *, foot: bool) -> list[tuple[float, float]]:
    """Where upright rules end at their foot (or head) and none goes on below (above): from left to right."""
    found = set()
    for rule in upright:
        y = rule.bottom if foot else rule.top
        beside = [other for other in upright if abs(other.x - rule.x) <= _NEAR]
        on = (o.top <= y + _NEAR < o.bottom if foot else o.top < y - _NEAR <= o.bottom for o in beside)
        if rule.bottom - rule.top > _THICK and not any(on):
            found.add((rule.x, y))
    return sorted(found)


def _meets(x: float, y: float, upright: Sequence[Upright], level: Sequence[Level]) -> bool:
    """Whether a level rule touches the place, or an upright one runs on through it."""
    here = [rule for rule in upright if abs(rule.x - x) <= _NEAR and rule.top - _NEAR <= y <= rule.bottom + _NEAR]
    through = any(rule.top < y - _NEAR for rule in here) and any(rule.bottom > y + _NEAR for rule in here)
    return through or any(abs(rule.y - y) <= _NEAR and rule.x0 - _NEAR <= x <= rule.x1 + _NEAR for rule in level)


def _edges(places: Iterable[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return edges


def _at(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - place))


def level_rules(level: Iterable[Level]) -> list[Level]:
    """The level rules of a page from top to bottom, pieces that meet joined."""
    pieces = sorted((round(rule.y / _NEAR), rule.x0, rule.x1, rule.y) for rule in level)
    joined: list[Level] = []
    for _, x0, x1, y in pieces:
        last = joined[-1] if joined else None
        if last and abs(y - last.y) <= _NEAR and x0 <= last.x1 + 3:
            joined[-1] = Level(last.x0, max(last.x1, x1), last.y)
        else:
            joined.append(Level(x0, x1, y))
    long = sorted((rule for rule in joined if rule.x1 - rule.x0 >= _SHORTEST), key=lambda rule: rule.y)
    thinned: list[Level] = []
    for rule in long:
        if not any(abs(rule.y - other.y) <= _THICK and abs(rule.x0 - other.x0) < 3 for other in thinned):
            thinned.append(rule)
    return thinned

"""Tables without upright rules that a page's end cuts: their head stands on one page, the rule below them on another."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.readers.columns import PrintedTable
from ingest.readers.entries import segments
from ingest.readers.glyphs import PrintedLine
from ingest.readers.openrows import bare_table, open_table
from ingest.readers.outline import is_caption
from ingest.readers.rules import Level

__all__ = ["begun", "continued"]

_APART = 3.0
"""Lines further apart than this, in ems, are not of one table."""
_NEAR = 3.0
_TALLEST_HEAD = 8.0
"""The greatest height of a table's head, in ems."""
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 3
_GAP = 0.3

Found = tuple[PrintedTable, list[PrintedLine]]


def begun(lines: Sequence[PrintedLine], rules: Sequence[Level]) -> Found | None:
    """The table that begins with two rules, its head between them, and runs on to the last of these lines; and its lines."""
    ordered = sorted(lines, key=lambda line: (line.top, line.x0))
    for i, top in enumerate(rules):
        alike = [rule for rule in rules[i + 1 :] if _is_alike(rule, top)]
        own = [line for line in ordered if line.top > top.y - 1]
        if len(alike) != 1 or not own or any(_is_alike(rule, top) for rule in rules[:i]):
            continue
        head = alike[0].y
        if head - top.y > _TALLEST_HEAD * own[0].size or not _is_one_run(own) or not _lies_in(own, top.x0, top.x1):
            continue
        body = sum(line.top > head - 1 for line in own)
        glyphs = [glyph for line in own for glyph in (*dict.fromkeys(line.glyphs), *line.blanks)]
        foot = max(line.bottom for line in own) + 1
        table = open_table(glyphs, [top.y, head, foot], (top.x0, top.x1)) if _FEWEST_ROWS <= body < len(own) else None
        if table and len(table.edges) > _FEWEST_COLUMNS:
            return table, own
    return None


def continued(table: PrintedTable, lines: Sequence[PrintedLine], rules: Sequence[Level]) -> Found | None:
    """What goes on of a table at the top of the next page, its head perhaps repeated: the lines that keep to its columns, down
    to a rule below them."""
    ordered = sorted(lines, key=lambda line: (line.top, line.x0))
    below = [rule.y for rule in rules if ordered and rule.y > ordered[0].bottom and _spans(rule, table)]
    head = below.pop(0) if below and _is_head([line for line in ordered if line.top < below[0]], table) else None
    own: list[PrintedLine] = []
    for line in ordered:
        if (below and line.top > below[0] - 1) or not _keeps_to(line, table.edges) or not _is_one_run([*own[-1:], line]):
            break
        own.append(line)
    if sum(len(segments(line, line.size)) > 1 for line in own) < (1 if below else _FEWEST_ROWS):
        return None
    glyphs = [glyph for line in own for glyph in (*dict.fromkeys(line.glyphs), *line.blanks)]
    return bare_table(glyphs, table.edges, head), own


def _is_head(lines: Sequence[PrintedLine], table: PrintedTable) -> bool:
    """Whether the lines say what the table's first row says."""
    said = "".join(block for cell in table.grid.rows()[0] for block in cell.blocks)
    return sorted(said.replace(" ", "")) == sorted("".join(line.text for line in lines).replace(" ", ""))


def _is_alike(rule: Level, other: Level) -> bool:
    return abs(rule.x0 - other.x0) < _NEAR and abs(rule.x1 - other.x1) < _NEAR


def _spans(rule: Level, table: PrintedTable) -> bool:
    return rule.x0 <= table.x0 + _NEAR and rule.x1 >= table.x1 - _NEAR


def _is_one_run(lines: Sequence[PrintedLine]) -> bool:
    reached = lines[0].bottom
    for line in lines:
        if line.top - reached > _APART * line.size or is_caption(line.text):
            return False
        reached = max(reached, line.bottom)
    return True


def _lies_in(lines: Sequence[PrintedLine], left: float, right: float) -> bool:
    return all(line.x0 >= left - _NEAR and line.x1 <= right + _NEAR for line in lines)


def _keeps_to(line: PrintedLine, edges: Sequence[float]) -> bool:
    """Whether no edge cuts words of the line."""
    parts = segments(line, line.size, gap=_GAP)
    cut = any(part[0].x0 < edge < part[-1].x1 for part in parts for edge in edges[1:-1])
    return not cut and _lies_in([line], edges[0], edges[-1])

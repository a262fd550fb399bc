"""Tables without any rules, or with fewer than bound them: lines whose words leave the same blanks free below each other."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.readers.columns import PrintedTable
from ingest.readers.entries import segments
from ingest.readers.glyphs import Glyph, PrintedLine
from ingest.readers.openrows import bare_table
from ingest.readers.outline import ends_sentence, is_caption
from kg.text import HAN

__all__ = ["bare_tables"]

_GAP = 0.9
"""The least blank between two columns, in ems, that all their lines leave free."""
_WIDE = 2.0
"""The same where there are two columns only."""
_FEWEST = 3
_FEWEST_OF_TWO = 4
_APART = 3.0
"""Lines further apart than this, in ems, are not of one table."""
_LARGER = 1.15
_SHORT = 0.6
_NAME = re.compile(rf"[{HAN}·]{{1,4}}$")
_FIELD = re.compile(r"[：:]|\.{4}|…{2}")

Strip = tuple[float, float]


@dataclass
class _Run:
    """Lines from a table's first on, and the blanks that all of them leave free."""

    lines: list[PrintedLine]
    strips: list[Strip]
    parted: int = 1
    words: list[str] = field(default_factory=list)
    across: list[PrintedLine] = field(default_factory=list)


def bare_tables(lines: Sequence[PrintedLine], rules: Sequence[float]) -> Iterator[tuple[PrintedTable, list[PrintedLine]]]:
    """The tables among the lines of one column of a page, each with its lines; ``rules`` are the heights of level rules."""
    ordered = sorted(lines, key=lambda line: (line.top, line.x0))
    i = 0
    while i < len(ordered):
        run = _run(ordered, i)
        if run is None or not _is_table(run):
            i += 1
            continue
        first = i
        while first and _is_above(ordered[first - 1], run):
            first -= 1
            run.lines.insert(0, ordered[first])
        yield _table(run, rules), run.lines
        i += len(run.lines) - (i - first)


def _run(lines: Sequence[PrintedLine], start: int) -> _Run | None:
    strips = _gaps(lines[start])
    if not strips:
        return None
    run = _Run([lines[start]], strips, words=_texts(lines[start]))
    waiting: list[PrintedLine] = []
    for line in lines[start + 1 :]:
        if not _is_near((waiting or run.lines)[-1], line, run.lines[0]):
            break
        left = _left(run.strips, line)
        parted = len(segments(line, line.size, gap=_GAP)) > 1
        if len(left) < (len(run.strips) + 1) // 2 if parted else len(left) < len(run.strips):
            if parted or waiting or line.x1 - line.x0 > _SHORT * (run.lines[0].x1 - run.lines[0].x0):
                break
            waiting = [line]
            continue
        run.strips = [*left, *_beyond(run, line)]
        run.lines.extend([*waiting, line])
        run.across.extend(waiting)
        run.parted, waiting = run.parted + parted, []
        run.words.extend(_texts(line) if parted else [])
    while len(run.lines) > 1 and _is_tail(run.lines[-1], run):
        run.lines.pop()
    return run


def _is_table(run: _Run) -> bool:
    if len(run.strips) == 1:
        wide = run.strips[0][1] - min(run.strips)[0] >= _WIDE * run.lines[0].size
        enough = run.parted >= max(_FEWEST_OF_TWO, _SHORT * len(run.lines)) and wide
    else:
        enough = run.parted >= _FEWEST
    names, fields = (sum(bool(pattern.search(word)) for word in run.words) for pattern in (_NAME, _FIELD))
    return enough and names < 0.9 * len(run.words) and 2 * fields < len(run.words)


def _table(run: _Run, rules: Sequence[float]) -> PrintedTable:
    glyphs: list[Glyph] = [glyph for line in run.lines for glyph in (*dict.fromkeys(line.glyphs), *line.blanks)]
    left, right = min(line.x0 for line in run.lines), max(line.x1 for line in run.lines)
    strips: list[Strip] = [(left, right)]
    for line in run.lines:
        strips = strips if line in run.across else _left(strips, line)
    edges = [left - 1, *((a + b) / 2 for a, b in strips), right + 1]
    within = [y for y in rules if run.lines[0].top < y < run.lines[-1].top]
    return bare_table(glyphs, edges, within[0] if within else None)


def _gaps(line: PrintedLine) -> list[Strip]:
    parts = segments(line, line.size, gap=_GAP)
    return [(one[-1].x1, two[0].x0) for one, two in pairwise(parts)]


def _left(strips: Sequence[Strip], line: PrintedLine) -> list[Strip]:
    """What of the strips the line leaves free, where that is still wide enough."""
    left = list(strips)
    for part in segments(line, line.size, gap=_GAP):
        x0, x1 = part[0].x0, part[-1].x1
        left = [piece for a, b in left for piece in (((a, b),) if x1 <= a or x0 >= b else ((a, min(b, x0)), (max(a, x1), b)))]
    return [(a, b) for a, b in left if b - a >= _GAP * line.size]


def _beyond(run: _Run, line: PrintedLine) -> list[Strip]:
    """The strips between the words so far and those of the line that stand to the left or the right of them all."""
    left, right = min(one.x0 for one in run.lines), max(one.x1 for one in run.lines)
    free = _left([(-math.inf, left), (right, math.inf)], line)
    return [strip for strip in free if math.isfinite(strip[0]) and math.isfinite(strip[1])]


def _is_near(above: PrintedLine, line: PrintedLine, first: PrintedLine) -> bool:
    sizes = max(line.size, first.size) <= _LARGER * min(line.size, first.size)
    return sizes and line.top - above.bottom <= _APART * first.size and not is_caption(line.text)


def _is_tail(line: PrintedLine, run: _Run) -> bool:
    """Whether a last line is rather a sentence below the table: it fills no column but the first."""
    return line.x1 <= min(run.strips)[0] and ends_sentence(line.text) and len(segments(line, line.size, gap=_GAP)) == 1


def _is_above(line: PrintedLine, run: _Run) -> bool:
    """Whether a line above the first is part of its row: it stands in a further column alone."""
    first = run.lines[0]
    inside = line.x0 >= min(run.strips)[1] and len(_left(run.strips, line)) == len(run.strips)
    return inside and _is_near(line, first, first) and first.top - line.bottom < first.size


def _texts(line: PrintedLine) -> list[str]:
    return ["".join(glyph.text for glyph in part) for part in segments(line, line.size, gap=_GAP)]

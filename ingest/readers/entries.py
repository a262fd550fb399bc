"""Words of a table without upright rules, by the cells that they stand in: lines that follow each other closely are of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.readers.glyphs import Glyph, PrintedLine
from kg.text import HAN

__all__ = ["COLUMN_GAP", "Entry", "entries_of", "parts_of", "segments", "together"]

_HAN = re.compile(rf"[{HAN}]")
COLUMN_GAP = 0.45
"""The least blank between two columns, in ems of the table's type."""
_BLANK = 0.7
"""The share of a gap that blanks fill which a writer put between two words of a cell."""
_WIDEST_BLANK = 2.5
_BESIDE = 0.1
"""Lines above each other share more than this of their width, in ems."""
_TOUCH = 0.3
_PADDED = 0.15
"""By how much, in ems, rows stand further apart than the lines within a cell."""
_FARTHEST = 2.2
"""The most, in ems, from one line of a cell to the next."""
_SET_CLOSE = 1.8
"""The same where lines of one cell and rows stand as far apart."""
_FULL = 1.2
"""The most that is kept blank, in ems, between the words of two columns that are full."""
_LEVEL = 0.4
"""Lines of one row stand within so much of each other, in ems."""
_SEVERAL = 2
_NEW_SHARE = 0.25
"""Where more of the closest lines than this begin something new, rows stand no further apart than lines."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """What is printed of a cell, or of a part of it: its lines, and its place, the room between lines included."""

    lines: tuple[PrintedLine, ...]
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2

    def with_(self, other: Entry) -> Entry:
        """Both as one."""
        place = min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom)
        return Entry((*self.lines, *other.lines), *place)

    def of(self, lines: Sequence[PrintedLine]) -> Entry:
        """The entry that some of its lines make."""
        return _entry(lines, min(line.top for line in self.lines) - self.top)


@dataclass(frozen=True, slots=True)
class _Step:
    """From a line to one below it: how far down, and by how much what begins there is wider than the room beside the line
    above, the blank between columns counted as room."""

    above: PrintedLine
    below: PrintedLine
    down: float
    lack: float

    @property
    def is_mixed(self) -> bool:
        """Whether one line has Chinese in it and the other none: such lines may stand at other heights in one row."""
        return bool(_HAN.search(self.above.text)) != bool(_HAN.search(self.below.text))

    def is_new(self, blank: float) -> bool:
        """Whether something new stands below, where so much is kept blank between columns: there had been room for it."""
        return (self.above.text.isdigit() and self.below.text.isdigit()) or self.lack + blank <= 0


def entries_of(lines: Sequence[PrintedLine], right: float, size: float) -> list[Entry]:
    """The entries that these lines, one for each cell that they stand in, make; ``right`` is the table's edge.

    A cell goes on as long as its lines follow each other as closely as lines that had no room above do. Where most of the
    closest lines begin something new, rows stand no further apart than lines: then only what goes on is of one cell.
    """
    steps = [step for step in _steps(lines, right) if step.down <= _FARTHEST * size]
    alike = [step for step in steps if not step.is_mixed]
    pitch = min((step.down for step in alike), default=size)
    blank = _least_blank(lines)
    most = min((step.down for step in alike if not step.is_new(blank)), default=0.0) + _PADDED * size
    close = [step for step in steps if step.down <= most]
    new = sum(step.is_new(blank) for step in close)
    if new > _NEW_SHARE * len(close) > _NEW_SHARE**2 * len(steps):
        close = _going_on(lines, close, size, min(blank, _FULL * size))
    close = [step for step in close if not (step.is_mixed and step.is_new(blank))]
    return [_entry(own, (pitch - size) / 2) for own in _joined(lines, close)]


def parts_of(line: PrintedLine, size: float) -> list[PrintedLine]:
    """What of a line stands in one cell each: gaps as wide as one between columns part it, save those that blanks fill."""
    parts: list[list[Glyph]] = []
    for part in segments(line, size):
        if parts and _is_blank(line, parts[-1][-1].x1, part[0].x0, size):
            parts[-1].extend(part)
        else:
            parts.append(part)
    return [found for part in parts if (found := line.part(part[0].x0, part[-1].x1))]


def segments(line: PrintedLine, size: float, *, gap: float = COLUMN_GAP) -> list[list[Glyph]]:
    """The line's glyphs parted where a blank is as wide as one between columns."""
    parts: list[list[Glyph]] = []
    for glyph in dict.fromkeys(line.glyphs):
        if parts and glyph.x0 - parts[-1][-1].x1 < gap * size:
            parts[-1].append(glyph)
        else:
            parts.append([glyph])
    return parts


def together(entries: Sequence[Entry], size: float) -> list[Entry]:
    """The entries of one column from the top, those that stand beside each other as one."""
    found: list[Entry] = []
    for entry in sorted(entries, key=lambda entry: entry.top):
        last = found[-1] if found else None
        if last and last.bottom - entry.top > _TOUCH * size:
            found[-1] = last.with_(entry)
        else:
            found.append(entry)
    return found


def _is_blank(line: PrintedLine, left: float, right: float, size: float) -> bool:
    filled = sum(blank.x1 - blank.x0 for blank in line.blanks if left - 1 <= (blank.x0 + blank.x1) / 2 <= right + 1)
    return filled >= _BLANK * (right - left) and right - left < _WIDEST_BLANK * size


def _least_blank(lines: Sequence[PrintedLine]) -> float:
    """The least blank between words beside each other."""
    beside = ((one, two) for one in lines for two in lines if one.x1 < two.x0 and one.top < two.bottom and two.top < one.bottom)
    return min((two.x0 - one.x1 for one, two in beside), default=0.0)


def _steps(lines: Sequence[PrintedLine], right: float) -> Iterator[_Step]:
    """From each line to the next below it that shares some of its width."""
    ordered = sorted(lines, key=lambda line: (line.bottom, line.x0))
    starts = sorted(line.x0 for line in ordered)
    for i, above in enumerate(ordered):
        for below in ordered[i + 1 :]:
            if below.bottom - above.bottom > above.size / 2 and _are_stacked(above, below):
                end = next((x for x in starts if x > max(above.x1, below.x1)), right)
                yield _Step(above, below, below.bottom - above.bottom, below.first_width - (end - above.x1))
                break


def _are_stacked(above: PrintedLine, below: PrintedLine) -> bool:
    return min(above.x1, below.x1) - max(above.x0, below.x0) > _BESIDE * above.size


def _going_on(lines: Sequence[PrintedLine], close: Sequence[_Step], size: float, blank: float) -> list[_Step]:
    """The steps within cells where rows stand as closely: where a column begins a row, none goes on; where several stand
    without any above, one goes on only that does below as well, as it does beside cells that are set in the middle."""
    begun = [step.below.bottom for step in close if step.is_new(blank)]
    under = {step.below for step in close}
    tops = [line.bottom for line in lines if line not in under]
    found = [step for step in close if step.down <= _SET_CLOSE * size and not _count(begun, step.below, size)]
    over = {step.above for step in found}
    return [step for step in found if step.below in over or _count(tops, step.below, size) < _SEVERAL]


def _count(heights: Sequence[float], line: PrintedLine, size: float) -> int:
    return sum(abs(line.bottom - y) <= _LEVEL * size for y in heights)


def _joined(lines: Sequence[PrintedLine], steps: Sequence[_Step]) -> list[list[PrintedLine]]:
    group = {line: [line] for line in lines}
    for step in steps:
        one, two = group[step.above], group[step.below]
        if one is not two:
            one.extend(two)
            group.update((line, one) for line in two)
    return list({id(own): own for own in group.values()}.values())


def _entry(lines: Sequence[PrintedLine], leading: float) -> Entry:
    ordered = sorted(lines, key=lambda line: (line.top, line.x0))
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return Entry(tuple(ordered), left, ordered[0].top - leading, right, max(line.bottom for line in lines) + leading)

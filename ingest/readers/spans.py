"""Rows and columns of a table without upright rules, from where its entries stand: one beside two that stand below each other
is of several rows, one above two that stand beside each other of several columns."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from ingest.readers.entries import Entry

__all__ = ["Strip", "across", "columns_of", "covered", "down", "paragraphs", "parted", "reached", "rows_of", "stands_in"]

_TOUCH = 0.3
"""Entries that share no more than this, in ems, stand clear of each other: figures may stand higher than Chinese."""
_WIDE = 0.5
_ROOM = 0.15
_OFF = 0.35
"""How far, in ems, the middle of a cell may stand from the middle of the rows that it is taken to cover."""

Strip = tuple[float, float]
Side = Callable[[Entry], Strip]
Place = tuple[float, float, float, float]


def across(entry: Entry) -> Strip:
    """From where to where it reaches across the page."""
    return entry.x0, entry.x1


def down(entry: Entry) -> Strip:
    """From where to where it reaches down the page."""
    return entry.top, entry.bottom


def columns_of(entries: Sequence[Entry], size: float) -> list[Strip]:
    """Where the columns' words begin and end: those of entries of one column. Neighbours that no row fills both are one."""
    single = _single(entries, across, down, size)
    found: list[Strip] = []
    for strip in _bands(map(across, single), size):
        if found and not _are_filled(single, found[-1], strip, size):
            found[-1] = found[-1][0], strip[1]
        else:
            found.append(strip)
    return found


def rows_of(entries: Sequence[Entry], size: float) -> list[Strip]:
    """From where to where the rows' words reach: those of entries of one row."""
    single = _single(entries, down, across, size)
    least = _least_room(single)
    rows = _bands(map(down, single), size)
    return [row for i, row in enumerate(rows) if not _is_between(rows, i, single, least)]


def paragraphs(entries: Sequence[Entry], size: float) -> list[Entry]:
    """The entries, those of one wide cell as one: they stand nearer to each other than entries in other columns do, with no
    more than one beside them all."""
    width = max((entry.x1 for entry in entries), default=0.0) - min((entry.x0 for entry in entries), default=0.0)
    wide = [entry for entry in entries if entry.x1 - entry.x0 > _WIDE * width]
    found = [entry for entry in entries if entry not in wide]
    room = _least_room(found)
    last: Entry | None = None
    for entry in sorted(wide, key=lambda entry: entry.top):
        both = last.with_(entry) if last and entry.top - last.bottom < room - _TOUCH * size / 2 else None
        if both and sum(_is_beside(both, other, down, across, size) for other in entries) <= 1:
            found[-1] = both
        else:
            found.append(entry)
        last = found[-1]
    return found


def reached(place: Strip, strips: Sequence[Strip], size: float) -> tuple[int, int]:
    """The strips that a place shares, as first and after the last; where it shares none, those on both its sides."""
    found = [i for i, strip in enumerate(strips) if _shared(place, strip) > _TOUCH * size]
    if found:
        return found[0], found[-1] + 1
    before = sum(sum(strip) < sum(place) for strip in strips)
    return max(0, before - 1), min(len(strips), before + 1)


def covered(column: Sequence[Entry], rows: Sequence[Strip], size: float) -> list[tuple[int, int]]:
    """The rows of each entry of a column, from the top: where entries cover them one after the other, each as many as make its
    middle theirs, they do; else those that it reaches, and those next to them that bring their middle nearest to its own."""
    borders = _borders(rows)
    return _shares(column, borders, size) or list(_grown(column, rows, borders, size))


def parted(entries: Sequence[Entry], rows: Sequence[Strip], size: float) -> Iterator[Entry]:
    """The entries; where rows leave no room between them, those that reach over several by row, if so they come out."""
    packed = _least_room(entries) <= _ROOM * size
    borders = [-math.inf, *_borders(rows)[1:-1], math.inf]
    for entry in entries:
        start, end = reached(down(entry), rows, size)
        parts = (
            [_between(entry, *border) for border in list(pairwise(borders))[start:end]] if packed and end - start > 1 else []
        )
        even = all(
            part and abs(part.middle - sum(row) / 2) <= _OFF * size for part, row in zip(parts, rows[start:end], strict=False)
        )
        yield from [part for part in parts if part] if parts and even else [entry]


def _between(entry: Entry, top: float, bottom: float) -> Entry | None:
    lines = [line for line in entry.lines if top <= (line.top + line.bottom) / 2 < bottom]
    return entry.of(lines) if lines else None


def _borders(rows: Sequence[Strip]) -> list[float]:
    return [rows[0][0], *((one[1] + two[0]) / 2 for one, two in pairwise(rows)), rows[-1][1]]


def _least_room(entries: Sequence[Entry]) -> float:
    """The least room between entries below each other."""
    ordered = sorted(entries, key=lambda entry: entry.middle)
    pairs = ((one, two) for i, one in enumerate(ordered) for two in ordered[i + 1 :] if one.middle < two.middle)
    return min((two.top - one.bottom for one, two in pairs if min(one.x1, two.x1) > max(one.x0, two.x0)), default=0.0)


def _shares(column: Sequence[Entry], borders: Sequence[float], size: float) -> list[tuple[int, int]]:
    """A page's end may cut the last of several: it stands for what is left."""
    found: list[tuple[int, int]] = []
    start = 0
    for entry in column:
        end = min(range(start + 1, len(borders)), key=lambda end: _off(entry, borders, start, end), default=0)
        if end and _off(entry, borders, start, end) > _OFF * size:
            end = len(borders) - 1 if start and entry is column[-1] and entry.top < borders[start + 1] else 0
        if not end:
            return []
        found.append((start, end))
        start = end
    return found if start == len(borders) - 1 else []


def _grown(column: Sequence[Entry], rows: Sequence[Strip], borders: Sequence[float], size: float) -> Iterable[tuple[int, int]]:
    own = [reached(down(entry), rows, size) for entry in column]
    for i, (entry, (start, end)) in enumerate(zip(column, own, strict=True)):
        if stands_in(entry, rows, size) or abs(entry.top - rows[start][0]) <= _TOUCH * size:
            yield start, end
            continue
        first = own[i - 1][1] if i else 0
        last = own[i + 1][0] if i + 1 < len(own) else len(rows)
        places = [(a, b) for a in range(min(first, start), start + 1) for b in range(end, max(last, end) + 1)]
        yield min(places, key=lambda place: _off(entry, borders, *place))


def stands_in(entry: Entry, rows: Sequence[Strip], size: float) -> bool:
    """Whether it stands in one row, in its middle or from its top."""
    start, end = reached(down(entry), rows, size)
    row = rows[start]
    level = abs(entry.top - row[0]) <= _OFF * size or abs(entry.bottom - row[1]) <= _OFF * size
    return end - start == 1 and (level or abs(entry.middle - sum(row) / 2) <= _OFF * size)


def _off(entry: Entry, borders: Sequence[float], start: int, end: int) -> float:
    return abs((borders[start] + borders[end]) / 2 - entry.middle)


def _single(entries: Sequence[Entry], along: Side, aside: Side, size: float) -> list[Entry]:
    """The entries, without those that stand beside two which follow each other this way."""
    touch = _TOUCH * size
    places = [(*along(entry), *aside(entry)) for entry in entries]
    return [entry for entry, place in zip(entries, places, strict=True) if not _is_spanning(place, places, touch)]


def _is_spanning(place: Place, places: Sequence[Place], touch: float) -> bool:
    """Each place is from where to where an entry reaches this way, and the other way."""
    start, end, top, bottom = place
    beside = [at for at in places if min(end, at[1]) - max(start, at[0]) > touch >= min(bottom, at[3]) - max(top, at[2])]
    if not beside or min(at[1] for at in beside) - max(at[0] for at in beside) > touch:  # all share a place: an ordinary column
        return False
    return any(
        min(one[1], two[1]) - max(one[0], two[0]) <= touch < min(one[3], two[3]) - max(one[2], two[2])
        for i, one in enumerate(beside)
        for two in beside[i + 1 :]
    )


def _is_beside(entry: Entry, other: Entry, along: Side, aside: Side, size: float) -> bool:
    return _shared(along(entry), along(other)) > _TOUCH * size and _shared(aside(entry), aside(other)) <= _TOUCH * size


def _bands(strips: Iterable[Strip], size: float) -> list[Strip]:
    """The strips, those that share a place as one."""
    found: list[Strip] = []
    for start, end in sorted(strips):
        if found and start < found[-1][1] - _TOUCH * size:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def _are_filled(entries: Sequence[Entry], left: Strip, right: Strip, size: float) -> bool:
    """Whether entries of both columns stand beside each other."""
    one = [entry for entry in entries if _shared(across(entry), left) > 0]
    two = [entry for entry in entries if _shared(across(entry), right) > 0]
    return any(_shared(down(a), down(b)) > _TOUCH * size for a in one for b in two)


def _is_between(rows: Sequence[Strip], i: int, entries: Sequence[Entry], least: float) -> bool:
    """Whether what stands there is of the rows above and below it: they leave it no room, and it none of their columns."""
    if not 0 < i < len(rows) - 1 or rows[i + 1][0] - rows[i - 1][1] > least + (rows[i][1] - rows[i][0]) / 2:
        return False
    own, above, below = ([entry for entry in entries if rows[k][0] <= entry.middle <= rows[k][1]] for k in (i, i - 1, i + 1))
    return not any(_shared(across(one), across(two)) > 0 for one in own for two in [*above, *below])


def _shared(one: Strip, two: Strip) -> float:
    return min(one[1], two[1]) - max(one[0], two[0])

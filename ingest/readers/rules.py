"""The straight rules of a page, and the boxes that they bound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ingest.readers.glyphs import Box

__all__ = ["Level", "Rules", "Upright", "boxes"]

_NEAR = 3.0
"""Rules that stand this near each other, in points, are one; so do pieces of one rule that leave no more between them."""
_SHORTEST = 3.0

_SPECK = 1.0
"""Shorter pieces bound nothing: the sides of a rule that is drawn as a thin box."""

Point = tuple[float, float]
Piece = tuple[float, float, float]
Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Level:
    """A level rule: its ends, and its height in points from the page's top."""

    x0: float
    x1: float
    y: float


@dataclass(frozen=True, slots=True)
class Upright:
    """An upright rule: its place across, and its ends from the top."""

    x: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Rules:
    """A page's rules as they are drawn."""

    level: tuple[Level, ...] = ()
    upright: tuple[Upright, ...] = ()


def boxes(level: Iterable[Level], upright: Iterable[Upright]) -> list[list[Box]]:
    """The smallest boxes that the rules bound, those that touch at a corner together, from the page's top."""
    points = _crossings(
        [Level(a, b, y) for y, a, b in _whole((rule.y, rule.x0, rule.x1) for rule in level)],
        [Upright(x, a, b) for x, a, b in _whole((rule.x, rule.top, rule.bottom) for rule in upright)],
    )
    return sorted(_touching(_cells(points)), key=lambda group: min((box.top, box.x0) for box in group))


def _whole(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Rules (their place, and their ends): pieces that stand near each other and touch are one, in the middle of them all.

    Those of another column that happen to stand near its height are not drawn into it.
    """
    found = list(_joined(piece for piece in pieces if piece[2] - piece[1] >= _SPECK))
    ends = _Groups[int]()
    for i, (place, start, end) in enumerate(found):
        for k in range(i - 1, -1, -1):
            other = found[k]
            if place - other[0] > _NEAR:
                break
            if start <= other[2] + _NEAR and other[1] <= end + _NEAR:
                ends.join(i, k)
    for group in ends.of(range(len(found))):
        own = [found[i] for i in group]
        rule = sum(piece[0] for piece in own) / len(own), min(piece[1] for piece in own), max(piece[2] for piece in own)
        if rule[2] - rule[1] >= _SHORTEST:
            yield rule


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces of one line, joined where they meet."""
    last: Piece | None = None
    for place, start, end in sorted((round(place, 2), start, end) for place, start, end in pieces):
        if last and place == last[0] and start <= last[2] + _NEAR:
            last = place, last[1], max(end, last[2])
            continue
        yield from [last] if last else []
        last = place, start, end
    yield from [last] if last else []


def _crossings(level: Sequence[Level], upright: Sequence[Upright]) -> dict[Point, tuple[Level, Upright]]:
    """Where the rules meet, and which do."""
    return {
        (post.x, rule.y): (rule, post)
        for post in upright
        for rule in level
        if rule.x0 - _NEAR <= post.x <= rule.x1 + _NEAR and post.top - _NEAR <= rule.y <= post.bottom + _NEAR
    }


def _cells(points: dict[Point, tuple[Level, Upright]]) -> Iterator[Box]:
    """The smallest box below and beside each point."""
    along: dict[Level, list[Point]] = defaultdict(list)
    down: dict[Upright, list[Point]] = defaultdict(list)
    for point in sorted(points):
        along[points[point][0]].append(point)
        down[points[point][1]].append(point)
    for row in along.values():
        for i, point in enumerate(row):
            column = down[points[point][1]]
            below = column[column.index(point) + 1 :]
            corner = next((end for low in below for right in row[i + 1 :] if (end := _corner(points, low, right))), None)
            if corner:
                yield Box(*point, *corner)


def _corner(points: dict[Point, tuple[Level, Upright]], low: Point, right: Point) -> Point | None:
    """The place beside the one and below the other, where the same rules meet that run through these."""
    corner = right[0], low[1]
    return corner if points.get(corner) == (points[low][0], points[right][1]) else None


def _touching(found: Iterable[Box]) -> list[list[Box]]:
    """The boxes by group: each shares a corner with another of its group."""
    kept = {(box.x0, box.top): box for box in found}
    corners = _Groups[Point]()
    for (x0, top), box in kept.items():
        for corner in ((x0, box.bottom), (box.x1, top), (box.x1, box.bottom)):
            corners.join((x0, top), corner)
    return [[kept[place] for place in group] for group in corners.of(kept)]


class _Groups(Generic[Item]):
    """Things joined pair by pair."""

    def __init__(self) -> None:
        self._above: dict[Item, Item] = {}

    def join(self, one: Item, two: Item) -> None:
        """Put the groups of both together."""
        self._above[self._root(two)] = self._root(one)

    def of(self, items: Iterable[Item]) -> list[list[Item]]:
        """These things by group, in their order."""
        groups: dict[Item, list[Item]] = defaultdict(list)
        for item in items:
            groups[self._root(item)].append(item)
        return list(groups.values())

    def _root(self, item: Item) -> Item:
        while (over := self._above.setdefault(item, item)) != item:
            self._above[item] = self._above[over]
            item = over
        return item

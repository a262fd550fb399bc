"""Societies and their branches in tables whose merged cells were lost: which branch belongs to which society.

Where two or three groups of columns stand side by side, the text has the cells of a visual row from left to right. A society
that shares its line with its branch has that branch alone (the two cells are equally high); one that stands alone was merged
over several rows. The assignment that breaks these rules least is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.table.lines import Line, Value, Word, value
from ingest.table.recognise import is_branch, is_category, is_society
from kg.model import Document, Span

__all__ = ["Membership", "read_memberships"]

_SKIPPED_PLACE = 1.0
_CLOSED = 2.5
_ONLY_BRANCH = 1.0
_NO_BRANCH = 3.0
_NO_SOCIETY = 6.0
_OTHER_SIDE = 0.5
_NUMBER = re.compile(r"\d{1,3}[.、]?")
_BEAM = 200
_LONGEST_WORD = 40
_MOST_PARTS = 3


@dataclass(frozen=True, slots=True)
class Membership:
    """A branch with its society and, where the table has one, the society's category; the span holds them all."""

    category: Value | None
    society: Value
    branch: Value


@dataclass(frozen=True, slots=True)
class _Cell:
    level: str
    value: Value
    line: int
    """The line that it begins on."""


@dataclass(frozen=True, slots=True)
class _Side:
    society: int = -1
    category: int = -1
    branches: int = 0
    closed: bool = False
    """Its society stood beside its first branch, so that it has no other."""


@dataclass(frozen=True, slots=True)
class _State:
    cost: float
    sides: tuple[_Side, ...]
    last: int
    """The side of the last branch: the next one of a visual row stands further right."""
    pending: int = -1
    """The side of the society or category that has just been named."""
    pairs: tuple[tuple[int, int, int], ...] = ()
    line: int = -1


def read_memberships(
    document: Document, lines: Sequence[Line], *, groups: int, levels: Iterable[str]
) -> tuple[tuple[Membership, ...], int]:
    """The memberships that the lines tell, and how many lines the table takes.

    ``groups`` is how many groups of columns stand side by side, ``levels`` are the roles of one group's columns.
    """
    cells, taken = _cells(document, lines, with_categories="category" in set(levels))
    if groups == 1 and _is_centred(cells):
        return tuple(_centred(cells)), taken
    pairs = _agreed(_assign(cells, groups))
    return tuple(
        Membership(cells[category].value if category >= 0 else None, cells[society].value, cells[branch].value)
        for category, society, branch in pairs
    ), taken


def _cells(document: Document, lines: Sequence[Line], *, with_categories: bool) -> tuple[list[_Cell], int]:
    words = [(word, number) for number, line in enumerate(lines) for word in line.words]
    found: list[_Cell] = []
    place = taken = 0
    while place < len(words):
        count = next((n for n in range(1, _MOST_PARTS + 1) if _level(document, words[place : place + n], with_categories)), 0)
        word, line = words[place]
        if not count and _NUMBER.fullmatch(word.text):
            place += 1
            continue
        if not count:
            break
        part = words[place : place + count]
        span = Span(start=part[0][0].start, end=part[-1][0].end)
        found.append(_Cell(_level(document, part, with_categories), value(document, span), line))
        place += count
        taken = part[-1][1] + 1
    return found, taken


def _level(document: Document, words: Sequence[tuple[Word, int]], with_categories: bool) -> str:
    if not words:
        return ""
    text = value(document, Span(start=words[0][0].start, end=words[-1][0].end)).text
    if len(text) > _LONGEST_WORD:
        return ""
    if is_society(text):
        return "society"
    if is_branch(text):
        return "branch"
    return "category" if with_categories and is_category(text) else ""


def _is_centred(cells: Sequence[_Cell]) -> bool:
    """Whether the first branch stands before the first society, as where a merged cell's text is set in the middle."""
    levels = [cell.level for cell in cells if cell.level != "category"]
    return levels[:1] == ["branch"] and "society" in levels


def _centred(cells: Sequence[_Cell]) -> Iterator[Membership]:
    """A society in the middle of its rows: beside the i-th of 2i-1 branches, or on a line of its own after i of 2i."""
    named = [cell for cell in cells if cell.level != "category"]
    branches = [cell for cell in named if cell.level == "branch"]
    start = 0
    for place, cell in enumerate(named):
        if cell.level == "society":
            before = sum(other.level == "branch" for other in named[:place]) - start
            beside = any(other.level == "branch" and other.line == cell.line for other in named)
            size = 2 * before + (1 if beside else 0)
            if before < 0 or start + size > len(branches):
                return
            yield from (Membership(None, cell.value, branch.value) for branch in branches[start : start + size])
            start += size


def _assign(cells: Sequence[_Cell], groups: int) -> list[_State]:
    states = [_State(0.0, (_Side(),) * groups, groups - 1)]
    for number in range(len(cells)):
        best: dict[tuple[object, ...], _State] = {}
        for option in (after for state in states for after in _after(state, cells, number)):
            key = (option.sides, option.last, option.pending)
            best[key] = _better(best[key], option) if key in best else option
        states = sorted(best.values(), key=lambda state: state.cost)[:_BEAM]
    return [replace(state, cost=state.cost + sum(map(_closing_cost, state.sides))) for state in states]


def _better(one: _State, other: _State) -> _State:
    """The cheaper of two ways to the same place; of two that cost the same, only what they agree on."""
    if one.cost == other.cost:
        return replace(one, pairs=tuple(pair for pair in one.pairs if pair in other.pairs))
    return min(one, other, key=lambda state: state.cost)


def _agreed(states: Sequence[_State]) -> tuple[tuple[int, int, int], ...]:
    least = min((state.cost for state in states), default=0.0)
    first, *others = [state.pairs for state in states if state.cost == least] or [()]
    return tuple(pair for pair in first if all(pair in other for other in others))


def _after(state: _State, cells: Sequence[_Cell], number: int) -> Iterator[_State]:
    cell = cells[number]
    for side in range(len(state.sides)):
        if cell.level == "category":
            yield replace(state, sides=_with(state.sides, side, replace(state.sides[side], category=number)), pending=side)
        elif cell.level == "society":
            cost = state.cost + _closing_cost(state.sides[side]) + _OTHER_SIDE * (state.pending not in (-1, side))
            fresh = _Side(society=number, category=state.sides[side].category)
            yield replace(state, cost=cost, sides=_with(state.sides, side, fresh), pending=side)
        else:
            yield from _branch(state, cells, number=number, side=side)


def _branch(state: _State, cells: Sequence[_Cell], *, number: int, side: int) -> Iterator[_State]:
    cell, now = cells[number], state.sides[side]
    groups = len(state.sides)
    if groups > 1 and state.line == cell.line and side <= state.last:
        return  # two branches of one line stand in one visual row, from left to right
    beside = groups > 1 and number > 0 and cells[number - 1].level == "society" and cells[number - 1].line == cell.line
    if beside and now.society != number - 1:
        return
    if now.society < 0:
        yield _State(state.cost + _NO_SOCIETY, state.sides, side, -1, state.pairs, cell.line)
        return
    skipped = side - state.last - 1 if side > state.last else (groups - 1 - state.last) + side
    cost = state.cost + _SKIPPED_PLACE * skipped + _CLOSED * now.closed + _OTHER_SIDE * (state.pending not in (-1, side))
    grown = _Side(now.society, now.category, min(now.branches + 1, 2), now.closed or beside)
    pairs = (*state.pairs, (now.category, now.society, number))
    yield _State(cost, _with(state.sides, side, grown), side, -1, pairs, cell.line)


def _closing_cost(side: _Side) -> float:
    if side.society < 0:
        return 0.0
    if not side.branches:
        return _NO_BRANCH
    return _ONLY_BRANCH if side.branches == 1 and not side.closed else 0.0


def _with(sides: tuple[_Side, ...], place: int, side: _Side) -> tuple[_Side, ...]:
    return (*sides[:place], side, *sides[place + 1 :])

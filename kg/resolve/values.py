"""Values as documents state them: when two are the same, and which spelling of one is kept."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from kg.model import Value
from kg.text import fold

__all__ = ["Stated", "best", "collected", "same_value"]

Stated = str | int | float | bool | tuple[str | int | float, ...]
"""A value as it is compared: strings folded."""


def same_value(value: Value) -> Stated:
    """What two values have in common that are the same but for width, spaces and punctuation.

    >>> same_value("教授，主任医师") == same_value("教授、主任医师"), same_value(58) == same_value(58.0)
    (True, True)
    """
    if isinstance(value, tuple):
        return tuple(fold(one) if isinstance(one, str) else one for one in value)
    return fold(value) if isinstance(value, str) else value


def best(values: Iterable[Value]) -> Value:
    """The value that is stated most, in its most frequent spelling; among equals the shortest text, the least number.

    >>> best(["主任 医师", "主任医师", "主任医师", "教授"]), best([3, 2])
    ('主任医师', 2)
    """
    spellings = Counter(values)
    support: Counter[Stated] = Counter()
    for value, count in spellings.items():
        support[same_value(value)] += count
    return min(spellings, key=lambda one: (-support[same_value(one)], -spellings[one], _order(one)))


def collected(values: Iterable[Value]) -> Value:
    """All values, each once in its best spelling, sorted; numbers stay numbers where all are."""
    parts: dict[Stated, list[Value]] = {}
    for value in values:
        for one in value if isinstance(value, tuple) else (value,):
            parts.setdefault(same_value(one), []).append(one)
    kept = sorted((best(spellings) for spellings in parts.values()), key=_order)
    if all(isinstance(one, int | float) and not isinstance(one, bool) for one in kept):
        return tuple(one for one in kept if isinstance(one, int | float))
    return tuple(sorted(one if isinstance(one, str) else str(one) for one in kept))


def _order(value: Value) -> tuple[float, int, str]:
    """Numbers by size; text by length and letters."""
    if isinstance(value, int | float):
        return float(value), 0, repr(value)
    text = value if isinstance(value, str) else repr(value)
    return math.inf, len(text), text

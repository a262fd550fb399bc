"""When a name or a value that a reader wrote down and one of the graph are the same."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

from kg.text import fold

__all__ = ["folded", "same_named", "same_number", "same_stated"]

_TITLED = frozenset({"Publication", "Grant", "Guideline", "Achievement", "Innovation", "Award", "FundingProgram", "Facility"})
"""Labels of things with long titles, which two readers cut differently: nine tenths alike are the same."""

_TERMED = frozenset({"Technology", "Disease"})
"""Labels of terms: one may be a part of the other (磁共振, 磁共振成像)."""

_ALIKE, _LENGTHS = 0.9, 0.25
_TITLE_MARKS = str.maketrans("", "", "《》")


def folded(value: object) -> str:
    """A name without what typesetting varies: width, case, blanks, punctuation and title marks.

    >>> folded("《超声医学》， 第２版")
    '超声医学,第2版'
    """
    return fold(str(value)).translate(_TITLE_MARKS)


def same_named(label: str, wanted: frozenset[str], found: frozenset[str]) -> bool:
    """Whether two sets of folded names name one thing of a label.

    >>> same_named("Technology", frozenset({"磁共振"}), frozenset({"磁共振成像"}))
    True
    >>> same_named("Person", frozenset({"李四"}), frozenset({"李四光"}))
    False
    """
    if wanted & found:
        return True
    pairs = ((one, other) for one in wanted for other in found)
    if label in _TITLED:
        return any(_alike(one, other) for one, other in pairs)
    return label in _TERMED and any(_part(one, other) or _part(other, one) for one, other in pairs)


def same_number(one: object, other: object) -> bool:
    """Whether two values are one number however it is written (1,830 and 1830.0), or one text.

    >>> same_number("91.3%", 91.3), same_number(1, 2)
    (True, False)
    """
    return _number(one) == _number(other)


def same_stated(gold: object, stated: Any) -> bool:
    """Whether a qualifier of the graph is what the gold says: numbers as numbers, lists in any order, texts folded."""
    if isinstance(gold, bool):
        return bool(stated) == gold
    if isinstance(gold, int | float):
        return same_number(stated, gold)
    many = list(stated) if isinstance(stated, tuple) else [stated]
    if isinstance(gold, list):
        return sorted(map(folded, gold)) == sorted(map(folded, many))
    return len(many) == 1 and folded(gold) == folded(many[0])


def _alike(one: str, other: str) -> bool:
    longest = max(len(one), len(other))
    if abs(len(one) - len(other)) > _LENGTHS * longest:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _part(one: str, other: str) -> bool:
    return len(one) > 1 and one in other


def _number(value: object) -> object:
    try:
        return round(float(str(value).replace(",", "").rstrip("%")), 6)
    except ValueError:
        return folded(value)

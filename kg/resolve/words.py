"""Evidence in order: each piece once, by document and place."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Evidence

__all__ = ["first_words", "ordered"]


def ordered(words: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each piece of evidence once, by document, place, rule and the rest."""
    return tuple(sorted(set(words), key=_place))


def first_words(words: Iterable[Evidence]) -> Evidence:
    """The piece that comes first in that order (of at least one)."""
    return min(words, key=_place)


def _place(one: Evidence) -> tuple[str, int, int, str, str, float, str]:
    return one.document, one.span.start, one.span.end, one.rule, one.ingester, one.confidence, one.quote

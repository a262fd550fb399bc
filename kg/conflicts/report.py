"""What does not agree, with the words of each side."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Evidence, Value

__all__ = ["Conflict", "Saying"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A value, the ids of the edges (or the node) that carry it, and the words for it, where there are any."""

    value: Value
    ids: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Values of which not all can be true.

    ``kind`` is ``edge`` (two values of one fact), ``figure`` (of one metric), ``property`` (of a thing), ``count`` or ``sum``
    (prose against the table that it points to); ``what`` is the fact in words, ``name`` the qualifier or property.
    """

    kind: str
    what: str
    name: str
    said: tuple[Saying, ...]

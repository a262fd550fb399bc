"""What resolution answers: the graph, and why things were joined, kept apart or left out."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Evidence, Graph

__all__ = ["Dropped", "Merge", "Namesakes", "Resolution"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two names or mentions taken for one thing: ``joined`` into ``name`` by a rule, with the words that it rests on."""

    label: str
    name: str
    joined: str
    rule: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Namesakes:
    """People of one name who were kept apart; ids sorted."""

    name: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A statement that is no part of the graph, in words, with the reason."""

    document: str
    assertion: str
    reason: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A graph and its making; every tuple is sorted."""

    graph: Graph
    merges: tuple[Merge, ...] = ()
    namesakes: tuple[Namesakes, ...] = ()
    dropped: tuple[Dropped, ...] = ()

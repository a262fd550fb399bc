"""What resolution answers: the graph, and why things were joined, kept apart or left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.decisions import Decision
from kg.model import Evidence, Graph
from kg.resolve.words import ordered

__all__ = ["Dropped", "Merge", "Namesakes", "Resolution", "Verdict", "merges_told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two names or mentions taken for one thing: ``joined`` into ``name`` by a rule, with the words that it rests on.

    ``id`` is the node's; ``why`` is the reason that a person gave, where a person decided.
    """

    label: str
    name: str
    joined: str
    rule: str
    evidence: tuple[Evidence, ...] = ()
    id: str = ""
    why: str = ""


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
class Verdict:
    """What became of a person's decision: ``applied``, ``overridden`` by a later one, or ``idle`` where a side is gone."""

    decision: Decision
    state: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A graph and its making; every tuple is sorted."""

    graph: Graph
    merges: tuple[Merge, ...] = ()
    namesakes: tuple[Namesakes, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    verdicts: tuple[Verdict, ...] = ()


def merges_told(merges: Iterable[Merge]) -> tuple[Merge, ...]:
    """Each name joined to a thing by a rule is told once, with all the words that speak for it; sorted."""
    by_key: dict[tuple[str, ...], list[Merge]] = {}
    for merge in merges:
        by_key.setdefault((merge.label, merge.name, merge.joined, merge.rule, merge.id, merge.why), []).append(merge)
    return tuple(
        replace(by_key[key][0], evidence=ordered(words for merge in by_key[key] for words in merge.evidence))
        for key in sorted(by_key)
    )

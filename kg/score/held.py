"""A graph held against gold facts: what was found, what is right, what is missing, and by which words.

A fact is found when an edge of its predicate has both its ends, with words in the fact's document. An Innovation is the
one of the same number; a figure is the one of the same value and unit. Precision is told of closed predicates alone; of an open
one the gold is not complete, so an edge that it lacks may be right. Edges between the same two nodes count once.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.model import Edge, Evidence, Graph
from kg.score.gold import End, Gold, GoldFact
from kg.score.likeness import same_stated
from kg.score.things import FIGURE, Ends, Things

__all__ = ["Held", "Judged", "Missed", "Row", "hold"]

_NOT_COMPARED = frozenset({"basis", "note", "comparator", "years"})
"""Qualifiers that readers word differently."""

_EACH_IS_ONE = "RECEIVED"
"""An honour is told apart from another of the same ends by its qualifiers, as a figure is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The counts of one predicate in one document; ``edges`` and ``right`` are 0 where it is open."""

    document: str
    predicate: str
    closed: bool
    gold: int
    found: int
    edges: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An edge that a document says, with the words it was read from, and what the gold says of it.

    ``right`` is None where the gold says nothing: it lacks the fact, but the predicate is open.
    """

    document: str
    subject: str
    predicate: str
    object: str
    right: bool | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A fact that was not found; with a ``qualifier``, edges were found that do not state it as the gold does.

    ``value`` is the gold's, ``stated`` what the edges state instead, nothing where they are silent.
    """

    fact: GoldFact
    qualifier: str = ""
    value: Any = None
    stated: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What came of it. ``qualifiers`` is how many were compared, ``qualifiers_right`` how many agree."""

    rows: tuple[Row, ...]
    judged: tuple[Judged, ...]
    missed: tuple[Missed, ...]
    differing: tuple[Missed, ...]
    qualifiers: int
    qualifiers_right: int
    absent: tuple[str, ...]
    """Documents that the gold names and the graph does not have."""
    several: tuple[str, ...]
    """Names in the gold that several documents of the graph go by; these count as one."""

    def total(self, name: str, *, closed: bool) -> int:
        """A count (gold, found, edges or right) over all closed, or all open, predicates."""
        return sum(getattr(row, name) for row in self.rows if row.closed == closed)

    @property
    def wrong(self) -> tuple[Judged, ...]:
        """The edges of closed predicates that the gold does not have."""
        return tuple(one for one in self.judged if one.right is False)

    @property
    def precision(self) -> float:
        """Of the edges of closed predicates, how many are right; 1 of none where nothing was to be found."""
        edges = self.total("edges", closed=True)
        return self.total("right", closed=True) / edges if edges else float(not self.total("gold", closed=True))

    @property
    def recall(self) -> float:
        """Of the facts of closed predicates, how many were found."""
        return _share(self.total("found", closed=True), self.total("gold", closed=True), 1.0)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _share(2 * self.precision * self.recall, self.precision + self.recall, 0.0)

    @property
    def open_recall(self) -> float | None:
        """Of the facts of open predicates, how many were found; None where there are none."""
        facts = self.total("gold", closed=False)
        return self.total("found", closed=False) / facts if facts else None

    @property
    def qualifier_share(self) -> float | None:
        """Of the qualifiers of facts that were found, how many agree; None where there are none."""
        return self.qualifiers_right / self.qualifiers if self.qualifiers else None


def hold(graph: Graph, gold: Gold) -> Held:
    """Hold a graph against gold facts. A document that the graph does not have counts as one of which nothing was found."""
    things = Things(graph)
    told = [_hold_one(document, things, gold) for document in gold.documents]
    return Held(
        rows=tuple(row for one in told for row in one.rows()),
        judged=tuple(judged for one in told for judged in one.judged()),
        missed=tuple(missed for one in told for missed in one.missed),
        differing=tuple(missed for one in told for missed in one.differing),
        qualifiers=sum(one.qualifiers for one in told),
        qualifiers_right=sum(one.qualifiers - len(one.differing) for one in told),
        absent=tuple(one.document for one in told if not one.sources),
        several=tuple(one.document for one in told if len(one.sources) > 1),
    )


class _One:
    """One document held against its gold facts."""

    def __init__(self, document: str, sources: frozenset[str], things: Things, closed: frozenset[str]) -> None:
        self.document, self.sources, self.things, self.closed = document, sources, things, closed
        self.by_predicate: defaultdict[str, dict[Ends, list[Edge]]] = defaultdict(dict)
        for ends, edges in things.edges(sources).items():
            self.by_predicate[ends[1]][ends] = edges
        self.asked: defaultdict[str, int] = defaultdict(int)
        self.found: defaultdict[str, int] = defaultdict(int)
        self.right: set[Ends] = set()
        self.missed: list[Missed] = []
        self.differing: list[Missed] = []
        self.qualifiers = 0

    def hits(self, fact: GoldFact, gold: Gold) -> dict[Ends, list[Edge]]:
        candidates = self.by_predicate[fact.predicate].items()
        found = {ends: edges for ends, edges in candidates if self.things.states(ends, edges, fact, gold)}
        self.right |= found.keys()
        return found

    def ask(self, fact: GoldFact, gold: Gold) -> None:
        self.asked[fact.predicate] += 1
        hits = self.hits(fact, gold)
        if not hits:
            self.missed.append(Missed(fact=fact))
            return
        self.found[fact.predicate] += 1
        for name, value in _compared(fact):
            self.qualifiers += 1
            stated = [edge.qualifiers[name] for edges in hits.values() for edge in edges if name in edge.qualifiers]
            if not any(same_stated(value, one) for one in stated):
                self.differing.append(Missed(fact=fact, qualifier=name, value=value, stated=tuple(stated)))

    def rows(self) -> Iterator[Row]:
        for predicate in sorted(self.closed | self.asked.keys()):
            closed = predicate in self.closed
            ends = self.by_predicate[predicate].keys() if closed else ()
            yield Row(
                document=self.document,
                predicate=predicate,
                closed=closed,
                gold=self.asked[predicate],
                found=self.found[predicate],
                edges=len(ends),
                right=len(self.right.intersection(ends)),
            )

    def judged(self) -> Iterator[Judged]:
        for predicate in sorted(self.by_predicate):
            for ends, edges in self.by_predicate[predicate].items():
                yield self._judgement(ends, edges)

    def _judgement(self, ends: Ends, edges: Iterable[Edge]) -> Judged:
        return Judged(
            document=self.document,
            subject=self.things.nodes[ends[0]].name,
            predicate=ends[1],
            object=self.things.nodes[ends[2]].name,
            right=True if ends in self.right else False if ends[1] in self.closed else None,
            evidence=tuple(words for edge in edges for words in edge.evidence if words.document in self.sources),
        )


def _hold_one(document: str, things: Things, gold: Gold) -> _One:
    one = _One(document, things.named(document), things, gold.closed.get(document, frozenset()))
    asked: dict[tuple[End, str, End, str], GoldFact] = {}
    for fact in gold.facts:
        if fact.document == document:
            asked.setdefault(_identity(fact), fact)
    for fact in asked.values():
        one.ask(fact, gold)
    for fact in gold.allowed:
        if fact.document == document:
            one.hits(fact, gold)
    return one


def _identity(fact: GoldFact) -> tuple[End, str, End, str]:
    apart = fact.object[0] == FIGURE or fact.predicate == _EACH_IS_ONE
    return fact.subject, fact.predicate, fact.object, json.dumps(fact.qualifiers, sort_keys=True) if apart else ""


def _compared(fact: GoldFact) -> Iterator[tuple[str, Any]]:
    for name, value in fact.qualifiers.items():
        if fact.object[0] != FIGURE and name not in _NOT_COMPARED and value not in (None, ""):
            yield name, value


def _share(part: float, whole: float, of_nothing: float) -> float:
    return part / whole if whole else of_nothing

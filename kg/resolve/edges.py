"""Edges: facts that say the same become one; facts that contradict each other stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.codec import content_id, dumps
from kg.model import Edge, Evidence, Value
from kg.resolve.values import Stated, best, collected, same_value
from kg.resolve.words import ordered
from kg.vocab import PREDICATES

__all__ = ["Claim", "make_edges"]

_Values = frozenset[tuple[str, Stated]]


class Claim(NamedTuple):
    """A fact between two nodes, by their ids."""

    predicate: str
    source: str
    target: str
    qualifiers: Mapping[str, Value]
    evidence: Evidence


@dataclass(slots=True)
class _Draft:
    """An edge in the making: what its claims hold in common, and the claims."""

    single: dict[str, Stated]
    claims: list[Claim] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)

    def admits(self, single: Mapping[str, Stated]) -> bool:
        return all(self.single.get(name, value) == value for name, value in single.items())

    def take(self, claim: Claim, single: Mapping[str, Stated]) -> None:
        self.single |= single
        self.claims.append(claim)
        self.documents.add(claim.evidence.document)


def make_edges(claims: Iterable[Claim]) -> Iterator[Edge]:
    """The edges that these claims make, in no order."""
    joining: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        joining.setdefault(claim[:3], []).append(claim)
    for ends, between in joining.items():
        for identifying, same in _identified(ends[0], between):
            yield from _side_by_side(ends, identifying, same)


def _identified(predicate: str, claims: list[Claim]) -> Iterator[tuple[_Values, list[Claim]]]:
    """Claims by identifying qualifiers; one that states fewer joins the only fuller one that it agrees with."""
    by_values: dict[_Values, list[Claim]] = {}
    for claim in claims:
        by_values.setdefault(frozenset(_of_role(claim, "identifying").items()), []).append(claim)
    fullest: dict[_Values, list[Claim]] = {}
    for values in sorted(by_values, key=len, reverse=True):
        if not any(values < other for other in fullest):
            fullest[values] = []
    for values, same in by_values.items():
        fuller = [other for other in fullest if values <= other]
        if len(fuller) == 1:
            fullest[fuller[0]] += same
        else:
            yield values, same
    yield from fullest.items()


def _side_by_side(ends: tuple[str, str, str], identifying: _Values, claims: list[Claim]) -> Iterator[Edge]:
    drafts: list[_Draft] = []
    stated = [(claim, _of_role(claim, "single")) for claim in claims]
    for claim, single in sorted(stated, key=_fullest_first):
        # beside other words of its own document before beside another document's
        fitting = [draft for draft in drafts if draft.admits(single)]
        fitting.sort(key=lambda draft: claim.evidence.document not in draft.documents)
        if not fitting:
            drafts.append(_Draft({}))
            fitting = drafts[-1:]
        fitting[0].take(claim, single)
    values: dict[str, set[Stated]] = {}
    for draft in drafts:
        for name, value in draft.single.items():
            values.setdefault(name, set()).add(value)
    contested = {name for name, found in values.items() if len(found) > 1}
    for draft in drafts:
        yield _edge(ends, identifying, draft, contested)


def _fullest_first(stated: tuple[Claim, Mapping[str, Stated]]) -> tuple[int, str, str, int, int, str]:
    claim, single = stated
    words = claim.evidence
    order = sorted((name, repr(value)) for name, value in single.items())
    return -len(single), repr(order), words.document, words.span.start, words.span.end, words.rule


def _edge(ends: tuple[str, str, str], identifying: _Values, draft: _Draft, contested: set[str]) -> Edge:
    own = {name: value for name, value in draft.single.items() if name in contested}
    values = [f"{name}={dumps(_plain(value))}" for name, value in sorted({**dict(identifying), **own}.items())]
    return Edge(
        id=content_id(*ends, *values),
        type=ends[0],
        source=ends[1],
        target=ends[2],
        qualifiers=_qualifiers(draft.claims),
        evidence=ordered(claim.evidence for claim in draft.claims),
    )


def _qualifiers(claims: list[Claim]) -> dict[str, Value]:
    stated: dict[str, list[Value]] = {}
    for claim in claims:
        for name, value in claim.qualifiers.items():
            stated.setdefault(name, []).append(value)
    return {name: _MERGED.get(_role(claims[0].predicate, name), best)(values) for name, values in sorted(stated.items())}


def _least(values: Iterable[Value]) -> Value:
    return min(values, key=lambda value: (isinstance(value, str), value))


_MERGED = {"earliest": _least, "collected": collected}


def _of_role(claim: Claim, role: str) -> dict[str, Stated]:
    return {name: same_value(value) for name, value in claim.qualifiers.items() if _role(claim.predicate, name) == role}


def _role(predicate: str, name: str) -> str:
    spec = PREDICATES.get(predicate)
    qualifier = spec.qualifiers.get(name) if spec else None
    return qualifier.role if qualifier else "single"


def _plain(value: Stated) -> object:
    """One number is one id, however it is written: 58 and 58.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value

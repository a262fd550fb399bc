"""How well the resolver's groups agree with the truth of a labelled set: pairs and B-cubed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations

from kg.model import Alias, Node
from tests.labelled import Labelled, World
from tests.stories import resolved

__all__ = ["Agreement", "measure"]


@dataclass(slots=True)
class Agreement:
    """Counts over the pairs of a set, and sums of B-cubed over its mentions."""

    right: int = 0
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    apart: int = 0
    mentions: int = 0
    b_precision: float = 0
    b_recall: float = 0

    @property
    def pairs(self) -> int:
        return self.right + len(self.false) + len(self.missed) + self.apart

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.false)) if self.right or self.false else 1

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missed)) if self.right or self.missed else 1

    def __str__(self) -> str:
        return (
            f"{self.mentions:4} mentions {self.pairs:5} pairs  P {self.precision:.3f} R {self.recall:.3f} "
            f"({len(self.false)} false, {len(self.missed)} missed)  "
            f"B3 {self.b_precision / self.mentions:.3f} {self.b_recall / self.mentions:.3f}"
        )


def measure(worlds: Iterable[World]) -> dict[str, Agreement]:
    """By label, and over ``all``. A pair is two names of a label in one world; what is spelt alike and is one thing is not."""
    found: dict[str, Agreement] = {}
    for world in worlds:
        groups = _groups(world)
        for label in sorted({one.ref.label for one in world.mentions.values()}):
            some = [one for one in world.mentions.values() if one.ref.label == label]
            for key in (label, "all"):
                _count(found.setdefault(key, Agreement()), world.name, some, groups)
    return found


def _groups(world: World) -> dict[tuple[str, str], str]:
    """The node of each labelled mention, by document and reference."""
    nodes = resolved(*world.stories).graph.nodes
    return {_key(one): _node(world, one, nodes).id for one in world.mentions.values()}


def _key(one: Labelled) -> tuple[str, str]:
    return one.document, f"{one.ref.label}:{one.ref.name}@{one.ref.context}"


def _node(world: World, one: Labelled, nodes: Iterable[Node]) -> Node:
    assertions = [assertion for story in world.stories if story.id == one.document for assertion in story.assertions]
    words = {
        assertion.evidence
        for assertion in assertions
        for ref in (getattr(assertion, end, None) for end in ("subject", "object", "of"))
        if ref == one.ref or (isinstance(assertion, Alias) and assertion.name == one.ref.name)
    }
    speaking = [node for node in nodes if node.label == one.ref.label and words & set(node.evidence)]
    named = [node for node in speaking if one.ref.name in (node.name, *node.aliases)]
    if len(named) != 1:
        raise ValueError(f"{world.name}: {one.ref.name} is {[node.name for node in named]}")
    return named[0]


def _count(to: Agreement, world: str, some: list[Labelled], groups: dict[tuple[str, str], str]) -> None:
    for one, other in combinations(some, 2):
        alike = one.who == other.who
        if alike and one.ref.label != "Person" and one.ref.name == other.ref.name:
            continue
        joined = groups[_key(one)] == groups[_key(other)]
        told = f"{world}: {one.ref.name}@{one.ref.context} / {other.ref.name}@{other.ref.context}"
        if joined and alike:
            to.right += 1
        elif joined:
            to.false.append(told)
        elif alike:
            to.missed.append(told)
        else:
            to.apart += 1
    for one in some:
        together = {_key(other) for other in some if groups[_key(other)] == groups[_key(one)]}
        same = {_key(other) for other in some if other.who == one.who}
        to.mentions += 1
        to.b_precision += len(together & same) / len(together)
        to.b_recall += len(together & same) / len(same)

"""What bodies are part of by the names that they were told to have: those that no sentence writes out whole, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.prose.bodies import NAMED_PART
from ingest.prose.parents import parent
from kg.model import Assertion, EntityRef, Fact

__all__ = ["with_wholes"]

_LOCAL = re.compile("[省市县区]")
"""省医学会影像分会: of which province, its name does not tell."""


def with_wholes(assertions: Iterable[Assertion]) -> Iterator[Assertion]:
    """The assertions, and behind them PART_OF of each body that they name, where it was not stated before."""
    bodies: dict[EntityRef, Fact] = {}
    parts: set[tuple[EntityRef, EntityRef]] = set()
    for one in assertions:
        yield one
        if not isinstance(one, Fact):
            continue
        if one.predicate == "PART_OF":
            parts.add((one.subject, one.object))
        for end in (one.subject, one.object):
            if end.label == "Organization" and not _LOCAL.match(end.name):
                bodies.setdefault(end, one)
    for body, fact in bodies.items():
        yield from _wholes(fact, body, parts)


def _wholes(fact: Fact, body: EntityRef, parts: set[tuple[EntityRef, EntityRef]]) -> Iterator[Fact]:
    """Of what a body is part, and of what that is; ``parts`` were said before, and are told what is said now."""
    whole = parent(body.name)
    while whole is not None:
        owner = EntityRef(label="Organization", name=whole)
        if (body, owner) in parts:
            return
        parts.add((body, owner))
        said = replace(fact.evidence, rule=NAMED_PART.name)
        yield Fact(subject=body, predicate="PART_OF", object=owner, qualifiers={"basis": ("名称",)}, evidence=said)
        body, whole = owner, parent(whole)

"""What the names that a document's facts bear tell: whose part a body or a programme is, and where a body stands, said once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ingest.prose.houses.bodies import NAMED_PART, NAMED_PLACE
from ingest.prose.houses.parents import parent, place, programme_above
from ingest.prose.reading import Rule
from kg.model import Assertion, EntityRef, Evidence, Fact

__all__ = ["with_wholes"]

NAMED_SORT = Rule("named_sort")
"""某基金面上项目 is part of 某基金, by its name."""

_LOCAL = re.compile("[省市县区]")
"""省医学会影像分会: of which province, its name does not tell."""
_TELL = frozenset({"PART_OF", "LOCATED_IN"})
_BY_NAME = {"basis": ("名称",)}
_WHOLES: dict[str, tuple[Rule, Callable[[str], str | None]]] = {
    "Organization": (NAMED_PART, parent),
    "FundingProgram": (NAMED_SORT, programme_above),
}
"""By label, how a name tells the whole, and the rule that states it."""


def with_wholes(assertions: Iterable[Assertion]) -> Iterator[Assertion]:
    """The assertions, and behind them PART_OF and LOCATED_IN of what they name, where it was not stated before.

    The words are those of the first fact that writes the name out, else of the first that tells of it.
    """
    named: dict[EntityRef, tuple[bool, Evidence]] = {}
    told: set[tuple[EntityRef, str, EntityRef]] = set()
    for one in assertions:
        yield one
        if not isinstance(one, Fact):
            continue
        if one.predicate in _TELL:
            told.add((one.subject, one.predicate, one.object))
        for end in (one.subject, one.object):
            if end.label in _WHOLES and not _LOCAL.match(end.name) and not named.get(end, (False,))[0]:
                written = end.name in "".join(one.evidence.quote.split())
                if written or end not in named:
                    named[end] = (written, one.evidence)
    for thing, (_, said) in named.items():
        for fact in _told_by(thing, said):
            if (key := (fact.subject, fact.predicate, fact.object)) not in told:
                told.add(key)
                yield fact


def _told_by(thing: EntityRef, said: Evidence) -> Iterator[Fact]:
    """Where a thing stands by its name, of what it is part, and the same of that."""
    rule, above = _WHOLES[thing.label]
    town = place(thing.name) if thing.label == "Organization" else None
    if town is not None:
        yield _named(thing, "LOCATED_IN", EntityRef(label="Place", name=town), replace(said, rule=NAMED_PLACE.name))
    whole = above(thing.name)
    if whole is not None:
        owner = EntityRef(label=thing.label, name=whole)
        yield _named(thing, "PART_OF", owner, replace(said, rule=rule.name))
        yield from _told_by(owner, said)


def _named(thing: EntityRef, predicate: str, of: EntityRef, said: Evidence) -> Fact:
    return Fact(subject=thing, predicate=predicate, object=of, qualifiers=_BY_NAME, evidence=said)

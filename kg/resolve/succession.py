"""Which institution took another's place, so that who was at the one and is at the other may be one person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.resolve.authority import taken_over
from kg.resolve.institutions import names_its_parent
from kg.resolve.intake import Intake
from kg.resolve.things import Key, Things

__all__ = ["predecessors"]

_ORGANIZATION = "Organization"


def predecessors(intake: Intake, things: Things, homes: Iterable[Key]) -> dict[Key, set[Key]]:
    """All whose place each institution took, directly or not: as stated, as everybody knows (ontology/bodies.tsv), and,
    of the parts of such a body, those of the same name, and the whole (甲医科大学附属医院: 甲医学院附属医院, 甲医学院).
    ``homes`` are where people are.
    """
    before: dict[Key, set[Key]] = {}
    for subject, predicate, target, _, _ in intake.statements:
        if predicate == "SUCCEEDS" and subject.label == _ORGANIZATION:
            before.setdefault(things.key(subject), set()).add(things.key(target))
    for later, earlier in taken_over().items():
        before.setdefault(Key(_ORGANIZATION, later), set()).add(Key(_ORGANIZATION, earlier))
    whole = {later: set(_all(later, before)) - {later} for later in before}
    known = set(homes)
    found = {later: earlier & known for later, earlier in whole.items() if later in known}
    for home in known:
        found.setdefault(home, set()).update(_same_part(home, whole, known))
    return {later: earlier for later, earlier in found.items() if earlier}


def _same_part(home: Key, before: Mapping[Key, set[Key]], known: set[Key]) -> Iterator[Key]:
    for end in range(len(home.key) - 1, 3, -1):
        whole = Key(_ORGANIZATION, home.key[:end])
        if whole in before and names_its_parent(home.key, whole.key):
            for earlier in before[whole]:
                yield from {earlier, Key(_ORGANIZATION, earlier.key + home.key[end:])} & known


def _all(later: Key, before: Mapping[Key, set[Key]]) -> Iterator[Key]:
    seen, waiting = {later}, [later]
    while waiting:
        for earlier in before.get(waiting.pop(), ()):
            if earlier not in seen:
                seen.add(earlier)
                waiting.append(earlier)
                yield earlier

"""The people of one name while they are being told apart or joined: who is one so far, and what speaks against more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.resolve.decided import DECIDED_MERGE, NO_RULING, Ruling, atom_key
from kg.resolve.groups import Groups
from kg.resolve.people import Atom
from kg.resolve.things import Key

__all__ = ["Name", "Place", "Same", "differing"]

Place = int
"""Where an atom stands in the sorted list of its name."""

_Lists = dict[tuple[str, str, Key], set[object]]


class Same(NamedTuple):
    """Two atoms that a rule took for one person."""

    one: Atom
    other: Atom
    rule: str
    why: str = ""


class Name:
    """The people of one name. Atoms are called by their places; a person by the first of its atoms' places."""

    def __init__(self, atoms: Sequence[Atom], ruling: Ruling = NO_RULING) -> None:
        self.atoms = atoms
        self.same: list[Same] = []
        self._groups = Groups[Place]()
        self._documents = {place: {atom.document} for place, atom in enumerate(atoms)}
        self._lists = {place: _lists(atom) for place, atom in enumerate(atoms)}
        self._apart: list[tuple[set[Place], set[Place]]] = []
        if ruling is not NO_RULING:
            self._obey(ruling)

    def people(self, places: Iterable[Place] | None = None) -> list[Place]:
        """The people that these atoms (or all) belong to."""
        return sorted(self._groups.roots(range(len(self.atoms)) if places is None else places))

    def of(self, person: Place) -> list[Atom]:
        """The atoms of one person, sorted."""
        return [self.atoms[place] for place in sorted(self._groups.members(person))]

    def join(self, one: Place, other: Place, rule: str, why: str = "") -> bool:
        """Take two for one, unless one list has both, in different places, or somebody decided that they are two."""
        a, b = self._groups.find(one), self._groups.find(other)
        if a == b or _differ(self._lists[a], self._lists[b]) or self._held_apart(a, b):
            return False
        self._unite(a, b)
        self.same.append(Same(self.atoms[one], self.atoms[other], rule, why))
        return True

    def _unite(self, a: Place, b: Place) -> None:
        self._groups.join(a, b)
        root, gone = (a, b) if a < b else (b, a)
        self._documents[root] |= self._documents.pop(gone)
        for key, places in self._lists.pop(gone).items():
            self._lists[root].setdefault(key, set()).update(places)

    def _obey(self, ruling: Ruling) -> None:
        at = {atom_key(atom): place for place, atom in enumerate(self.atoms)}
        for one, other, _ in ruling.aparts:
            self._apart.append(({at[key] for key in one & at.keys()}, {at[key] for key in other & at.keys()}))
        for members, _, decision in ruling.joinings:
            here = [at[key] for key in members if key in at]
            for first, place in pairwise(here):
                a, b = self._groups.find(first), self._groups.find(place)
                if a != b:
                    self._unite(a, b)
                    self.same.append(Same(self.atoms[first], self.atoms[place], DECIDED_MERGE, decision.why))

    def _held_apart(self, a: Place, b: Place) -> bool:
        if not self._apart:
            return False
        members = {*self._groups.members(a), *self._groups.members(b)}
        return any(members & one and members & other for one, other in self._apart)

    def join_all(self, places: Sequence[Place], rule: str) -> None:
        """Take all for one, unless some document speaks of two of them and did not make them one."""
        seen: set[str] = set()
        for person in self.people(places):
            if not seen.isdisjoint(self._documents[person]):
                return
            seen |= self._documents[person]
        for place in places[1:]:
            self.join(places[0], place, rule)


def _lists(atom: Atom) -> _Lists:
    taken: _Lists = {}
    for predicate, work, place in atom.slots:
        taken.setdefault((atom.document, predicate, work), set()).add(place)
    return taken


def _differ(one: _Lists, other: _Lists) -> bool:
    return any(one[key].isdisjoint(other[key]) for key in one.keys() & other.keys())


def differing(one: Iterable[Atom], other: Iterable[Atom]) -> str:
    """The first list that has both people in different places, in words; empty where none does."""
    told: list[_Lists] = [{}, {}]
    for lists, atoms in zip(told, (one, other), strict=True):
        for atom in atoms:
            for key, places in _lists(atom).items():
                lists.setdefault(key, set()).update(places)
    for key in sorted(told[0].keys() & told[1].keys()):
        if told[0][key].isdisjoint(told[1][key]):
            shown = (" / ".join(str(place) for place in sorted(lists[key], key=repr)) for lists in told)
            return f"{key[2].key} {key[1]}: {' ≠ '.join(shown)}"
    return ""

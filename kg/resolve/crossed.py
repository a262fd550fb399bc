"""People of several names who were decided to be one: joined when the people of each name have been told apart."""

from __future__ import annotations

from collections.abc import Mapping

from kg.resolve.decided import DECIDED_MERGE, AtomKey, Joining, Ruling, atom_key
from kg.resolve.namesakes import Same
from kg.resolve.people import Atom

__all__ = ["join_across"]

_Clusters = dict[str, list[list[Atom]]]


def join_across(clusters: _Clusters, rulings: Mapping[str, Ruling]) -> tuple[list[Same], set[int]]:
    """Move people to the one that a decision puts first, in ``clusters``; the lines of decisions that cannot be followed.

    Those would bring two together who were decided to be two.
    """
    same: list[Same] = []
    refused: set[int] = set()
    crossing = {one.decision.line: one for ruling in rulings.values() for one in ruling.joinings}
    aparts = {(one.one, one.other) for ruling in rulings.values() for one in ruling.aparts}
    names = {name for name, ruling in rulings.items() if ruling.joinings}
    where = {atom_key(atom): found for name in names for found in clusters[name] for atom in found}
    for line, joining in sorted(crossing.items()):
        for key in joining.members:
            head, other = where[joining.first], where[key]
            met = {atom_key(atom) for atom in (*head, *other)}
            if head is other:
                continue
            if any(met & one and met & the_other for one, the_other in aparts):
                refused.add(line)
            else:
                same.append(_same(joining, head, other, key))
                head += other
                head.sort(key=lambda atom: (atom.document, atom.context, atom.name))
                where |= dict.fromkeys((atom_key(atom) for atom in other), head)
                other.clear()
    for name in names:
        clusters[name] = [found for found in clusters[name] if found]
        if not clusters[name]:
            del clusters[name]
    return same, refused


def _same(joining: Joining, head: list[Atom], other: list[Atom], key: AtomKey) -> Same:
    first = next(atom for atom in head if atom_key(atom) == joining.first)
    return Same(first, next(atom for atom in other if atom_key(atom) == key), DECIDED_MERGE, joining.decision.why)

"""People's decisions on people, applied: which mentions they speak of, which of them hold, and why others do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.decisions import Decision, Side
from kg.resolve.groups import Groups
from kg.resolve.people import Atom
from kg.resolve.report import Verdict
from kg.resolve.things import Things
from kg.text import fold

__all__ = [
    "DECIDED_MERGE",
    "DECIDED_SPLIT",
    "NO_RULING",
    "Apart",
    "AtomKey",
    "Bench",
    "Joining",
    "Ruling",
    "atom_key",
    "rule_people",
]

DECIDED_MERGE = "DECIDED_MERGE"
"""A person decided that two are one."""

DECIDED_SPLIT = "DECIDED_SPLIT"
"""A person decided that two are two."""

AtomKey = tuple[str, str, str]


class Joining(NamedTuple):
    """All these are one; ``first`` is of the side that the decision puts first."""

    members: tuple[AtomKey, ...]
    first: AtomKey
    decision: Decision


class Apart(NamedTuple):
    """Nobody on the one side is anybody on the other."""

    one: frozenset[AtomKey]
    other: frozenset[AtomKey]
    decision: Decision


@dataclass(frozen=True, slots=True)
class Ruling:
    """What was decided of the people of a name."""

    joinings: tuple[Joining, ...] = ()
    aparts: tuple[Apart, ...] = ()


NO_RULING = Ruling()


@dataclass(slots=True)
class Bench:
    """Decisions while they are weighed, the latest first: what is accepted so far, on units of any kind."""

    groups: Groups[AtomKey] = field(default_factory=Groups)
    joinings: list[Joining] = field(default_factory=list)
    aparts: list[Apart] = field(default_factory=list)

    def weigh(self, decision: Decision, one: Sequence[AtomKey], other: Sequence[AtomKey]) -> Verdict:
        """Accept a decision on these units, unless a later one says the contrary."""
        contrary = self._against_merge(one, other) if decision.decide == "merge" else self._against_split(one, other)
        if contrary:
            return Verdict(decision=decision, state="overridden", note=f"line {contrary.line} came later: {contrary}")
        if decision.decide == "split":
            self.aparts.append(Apart(frozenset(one), frozenset(other), decision))
            return Verdict(decision=decision, state="applied")
        members = tuple(sorted({*one, *other}))
        for unit in members[1:]:
            self.groups.join(members[0], unit)
        self.joinings.append(Joining(members, min(one), decision))
        return Verdict(decision=decision, state="applied")

    def _against_merge(self, one: Sequence[AtomKey], other: Sequence[AtomKey]) -> Decision | None:
        members = {member for unit in (*one, *other) for member in self.groups.members(unit)}
        return next((apart.decision for apart in self.aparts if members & apart.one and members & apart.other), None)

    def _against_split(self, one: Sequence[AtomKey], other: Sequence[AtomKey]) -> Decision | None:
        if self.groups.roots(one).isdisjoint(self.groups.roots(other)):
            return None
        shared = self.groups.roots(one) & self.groups.roots(other)
        return next((joining.decision for joining in self.joinings if self.groups.roots(joining.members) & shared), None)


def atom_key(atom: Atom) -> AtomKey:
    """What calls an atom among all."""
    return atom.name, atom.document, atom.context


def rule_people(
    decisions: Iterable[Decision], by_name: Mapping[str, Sequence[Atom]], things: Things
) -> tuple[dict[str, Ruling], list[Verdict]]:
    """What holds for each name; a joining of people of several names is told of each."""
    bench, verdicts = Bench(), []
    weighed = [one for one in decisions if one.label == "Person"]
    if not weighed:
        return {}, []
    called = _called(weighed, by_name)
    for decision in sorted(weighed, key=lambda one: -one.line):
        one, other = _sides(decision, called, things)
        if missing := _missing(decision, one, other, called=called, things=things):
            verdicts.append(Verdict(decision=decision, state="idle", note=missing))
        else:
            verdicts.append(bench.weigh(decision, _keys(one), _keys(other)))
    return _by_name(bench, by_name), verdicts


def _called(decisions: Iterable[Decision], by_name: Mapping[str, Sequence[Atom]]) -> dict[str, list[Atom]]:
    """The atoms that go by each name that a decision speaks of, be it an alias."""
    wanted = {fold(side.name) for decision in decisions for side in (decision.one, decision.other) if side}
    found: dict[str, list[Atom]] = {name: [] for name in wanted}
    for name, atoms in by_name.items():
        for atom in atoms:
            for one in wanted & {name, *(mention.name for mention in atom.mentions)}:
                found[one].append(atom)
    return found


def _sides(decision: Decision, called: Mapping[str, list[Atom]], things: Things) -> tuple[list[Atom], list[Atom]]:
    one = [atom for atom in called[fold(decision.one.name)] if _means(decision.one, atom, things)]
    if decision.other:
        other = [atom for atom in called[fold(decision.other.name)] if _means(decision.other, atom, things)]
        if decision.decide == "split":  # the narrower side is taken out of the wider one
            one, other = (one, _without(other, one)) if len(one) <= len(other) else (_without(one, other), other)
        return one, other
    rest = _without(called[fold(decision.one.name)], one)
    if not decision.one.document:  # who has no institution can still be either
        rest = [atom for atom in rest if atom.institutions]
    return one, rest


def _means(side: Side, atom: Atom, things: Things) -> bool:
    home = fold(side.institution)
    return side.covers(atom.document) and (
        not home or home == atom.context or things.named("Organization", home, atom.document) in atom.institutions
    )


def _without(atoms: Iterable[Atom], others: Iterable[Atom]) -> list[Atom]:
    gone = {atom_key(atom) for atom in others}
    return [atom for atom in atoms if atom_key(atom) not in gone]


def _missing(
    decision: Decision, one: Sequence[Atom], other: Sequence[Atom], *, called: Mapping[str, list[Atom]], things: Things
) -> str:
    for side, found in ((decision.one, one), (decision.other, other)):
        if side and not found:
            taken = any(_means(side, atom, things) for atom in called[fold(side.name)])
            told = "each mention of {} is one of the other side, too" if taken else "no document speaks of {} any more"
            return told.format(side)
    return "" if other else "nobody else has the name"


def _keys(atoms: Iterable[Atom]) -> list[AtomKey]:
    return [atom_key(atom) for atom in atoms]


def _by_name(bench: Bench, by_name: Mapping[str, Sequence[Atom]]) -> dict[str, Ruling]:
    touched = {key for joining in bench.joinings for key in joining.members}
    touched |= {key for apart in bench.aparts for key in apart.one | apart.other}
    found: dict[str, Ruling] = {}
    for name, atoms in by_name.items():
        here = {atom_key(atom) for atom in atoms} & touched
        if here:
            joinings = [one for one in bench.joinings if here & set(one.members)]
            joinings.sort(key=lambda one: one.decision.line)
            found[name] = Ruling(tuple(joinings), tuple(one for one in bench.aparts if here & (one.one | one.other)))
    return found

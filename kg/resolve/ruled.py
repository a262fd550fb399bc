"""People's decisions on things that are no people, applied to their names before all rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from kg.decisions import Decision, Side
from kg.model import Evidence
from kg.resolve.decided import DECIDED_MERGE, AtomKey, Bench, Joining
from kg.resolve.intake import Intake, Mention
from kg.resolve.report import Verdict
from kg.resolve.things import BELONGS, Joined, Key, Things, plain_key
from kg.resolve.words import first_words, ordered
from kg.text import fold

__all__ = ["rule_things"]

_COMPOSED = frozenset({"Innovation", "Conference"})
"""Their keys hold the key of another thing, which may yet change: a decision on them sends name to name."""


def rule_things(things: Things, intake: Intake, decisions: Iterable[Decision]) -> list[Verdict]:
    """Tell the names what was decided of them, and what became of each decision."""
    weighed = [one for one in decisions if one.label != "Person"]
    if not weighed:
        return []
    bench, verdicts = Bench(), []
    spoken = _Spoken(weighed, intake)
    for decision in sorted(weighed, key=lambda one: -one.line):
        gone = [side for side in (decision.one, decision.other) if side and not spoken.mentions[decision.label, side]]
        if gone:
            note = f"no document speaks of {gone[0]} any more"
            verdicts.append(Verdict(decision=decision, state="idle", note=note))
            continue
        ends = spoken.ends(decision)
        if all(ends):
            verdicts.append(bench.weigh(decision, _units(ends[0]), _units(ends[1])))
        else:
            verdicts.append(Verdict(decision=decision, state="idle", note="nothing else has the name"))
    heads: dict[AtomKey, tuple[AtomKey, Side]] = {}
    owned = [(found, apart) for apart in bench.aparts if (found := _part(things, apart.decision))]
    for joining in sorted(bench.joinings, key=lambda one: one.decision.line):
        head = heads.setdefault(bench.groups.find(joining.members[0]), _first(joining))
        _join(things, joining, head, spoken)
        for (side, key), apart in owned:
            if not spoken.units(apart.decision.label, side).isdisjoint(joining.members):
                things.unite(key, plain_key(*min(spoken.mentions[head[0][0], head[1]])))
    for apart in bench.aparts:
        keys = [{things.key(mention) for mention in end} for end in spoken.ends(apart.decision)]
        for one, other in sorted(pair for pair in product(*keys) if pair[0] != pair[1]):
            things.hold_apart(one, other)
    return verdicts


class _Spoken:
    """The mentions that each side of the decisions speaks of: of its name, or of its concept."""

    def __init__(self, decisions: Sequence[Decision], intake: Intake) -> None:
        sides = {(decision.label, side) for decision in decisions for side in (decision.one, _other(decision))}
        self.mentions: dict[tuple[str, Side], list[Mention]] = {side: [] for side in sides}
        self._intake = intake
        labels = {label for label, _ in sides}
        for mention in intake.spellings:
            if mention.label in labels:
                for label, side in sides:
                    if label == mention.label and side.covers(mention.document) and _named(mention, side):
                        self.mentions[label, side].append(mention)

    def ends(self, decision: Decision) -> tuple[set[Mention], set[Mention]]:
        """The mentions of each side; in a split the narrower side is taken out of the wider one."""
        one, other = (set(self.mentions[decision.label, side]) for side in (decision.one, _other(decision)))
        if decision.decide == "split":
            one, other = (_by_name(mentions, side) for mentions, side in ((one, decision.one), (other, _other(decision))))
            one, other = (one, other - one) if len(one) <= len(other) else (one - other, other)
        return one, other

    def units(self, label: str, side: Side) -> set[AtomKey]:
        """The mentions of a side, as they are weighed."""
        return set(_units(self.mentions[label, side]))

    def words(self, label: str, side: Side) -> Evidence:
        """The first words that speak of a side."""
        return first_words(one for mention in self.mentions[label, side] for one in self._intake.words[mention])


def _other(decision: Decision) -> Side:
    """The other side; that of a split without one is all of the name."""
    return decision.other or Side(name=decision.one.name)


def _named(mention: Mention, side: Side) -> bool:
    name = fold(side.name)
    return mention.name == name or plain_key(*mention) == plain_key(mention.label, name, mention.document, mention.context)


def _by_name(mentions: set[Mention], side: Side) -> set[Mention]:
    """Those of just this name, where two names of one concept are to be parted."""
    return {mention for mention in mentions if mention.name == fold(side.name)} or mentions


def _units(mentions: Iterable[Mention]) -> list[AtomKey]:
    return sorted((label, f"{name}{BELONGS}{context}", document) for label, name, document, context in mentions)


def _unit(label: str, side: Side) -> AtomKey:
    return label, fold(side.name), side.document


def _first(joining: Joining) -> tuple[AtomKey, Side]:
    decision = joining.decision
    return _unit(decision.label, decision.one), decision.one


def _join(things: Things, joining: Joining, head: tuple[AtomKey, Side], spoken: _Spoken) -> None:
    """Every side of a decision becomes what the first decision on the same things puts first."""
    decision, (unit, first) = joining.decision, head
    full = min(spoken.mentions[decision.label, first])
    for side in (decision.one, decision.other):
        if side is None or _unit(decision.label, side) == unit:
            continue
        short = min(spoken.mentions[decision.label, side])
        named = decision.label, fold(side.name)
        if first.document or side.document or decision.label in _COMPOSED:
            if named[1] != unit[1]:  # one name is one thing anyway
                things.rule(side, named, things.ruled(first, unit[:2]) or full)
        else:
            things.unite(plain_key(*short), plain_key(*full))
        words = ordered([spoken.words(decision.label, first), spoken.words(decision.label, side)])
        things.decided.append((Joined(plain_key(*short), plain_key(*full), DECIDED_MERGE, words, why=decision.why), full))


def _part(things: Things, decision: Decision) -> tuple[Side, Key] | None:
    """Hold two sides apart; a name that gets a key for itself in a document comes back with it."""
    one, other = decision.one, decision.other
    side = other if other and (other.document or not one.document) else one
    name = fold(side.name)
    if side.document:
        own = Key(decision.label, f"{name}{BELONGS}{side.document}")
        things.rule(side, (decision.label, name), own)
        return side, own
    assert other is not None
    keys = [plain_key(decision.label, fold(end.name), "", fold(end.institution)) for end in (one, other)]
    if keys[0] == keys[1]:  # two names of one concept
        things.rule(side, (decision.label, name), Key(decision.label, name))
    return None

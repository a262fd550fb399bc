"""People's decisions on things that are no people, applied to their names before all rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
        other = _unit(decision.label, decision.other) if decision.other else (decision.label, fold(decision.one.name), "")
        verdicts.append(bench.weigh(decision, [_unit(decision.label, decision.one)], [other]))
    heads: dict[AtomKey, tuple[AtomKey, Side]] = {}
    for joining in sorted(bench.joinings, key=lambda one: one.decision.line):
        _join(things, joining, heads.setdefault(bench.groups.find(joining.members[0]), _first(joining)), spoken)
    for apart in bench.aparts:
        _part(things, apart.decision)
    return verdicts


class _Spoken:
    """The mentions that each side of the decisions speaks of: of its name, or of its concept."""

    def __init__(self, decisions: Sequence[Decision], intake: Intake) -> None:
        sides = {(decision.label, side) for decision in decisions for side in (decision.one, decision.other) if side}
        self.mentions: dict[tuple[str, Side], list[Mention]] = {side: [] for side in sides}
        self._intake = intake
        labels = {label for label, _ in sides}
        for mention in intake.spellings:
            if mention.label in labels:
                for label, side in sides:
                    if label == mention.label and side.covers(mention.document) and _named(mention, side):
                        self.mentions[label, side].append(mention)

    def words(self, label: str, side: Side) -> Evidence:
        """The first words that speak of a side."""
        return first_words(one for mention in self.mentions[label, side] for one in self._intake.words[mention])


def _named(mention: Mention, side: Side) -> bool:
    name = fold(side.name)
    return mention.name == name or plain_key(*mention) == plain_key(mention.label, name, mention.document, mention.context)


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
        if first.document or side.document or decision.label in _COMPOSED:
            things.send(side, (decision.label, fold(side.name)), full)
        else:
            things.unite(plain_key(*short), plain_key(*full))
        words = ordered([spoken.words(decision.label, first), spoken.words(decision.label, side)])
        things.decided.append((Joined(plain_key(*short), plain_key(*full), DECIDED_MERGE, words, why=decision.why), full))


def _part(things: Things, decision: Decision) -> None:
    one, other = decision.one, decision.other
    side = other if other and (other.document or not one.document) else one
    name = fold(side.name)
    if side.document:
        things.own(side, (decision.label, name), Key(decision.label, f"{name}{BELONGS}{side.document}"))
        return
    assert other is not None
    keys = [plain_key(decision.label, fold(end.name), "", fold(end.institution)) for end in (one, other)]
    if keys[0] == keys[1]:  # two names of one concept
        things.own(side, (decision.label, name), Key(decision.label, name))
    else:
        things.hold_apart(keys[0], keys[1])

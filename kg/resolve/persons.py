"""People as drafts of nodes: one for each person that was told apart, with what joined the mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.codec import content_id
from kg.decisions import Decision
from kg.model import Value
from kg.resolve.decided import NO_RULING, Ruling, rule_people
from kg.resolve.identity import identify
from kg.resolve.intake import Intake, Mention
from kg.resolve.namesakes import Same
from kg.resolve.nodes import Draft
from kg.resolve.people import Atom, ancestors, atoms_by_name
from kg.resolve.report import Merge, Namesakes, Verdict
from kg.resolve.things import Things
from kg.resolve.words import first_words, ordered
from kg.text import fold

__all__ = ["People", "find_people"]


@dataclass(slots=True)
class People:
    """The people, why their mentions were joined, and who shares a name.

    ``atoms`` by node id and the ``rulings`` on each name are kept where they are asked for.
    """

    drafts: list[Draft] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    namesakes: list[Namesakes] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    atoms: dict[str, Sequence[Atom]] = field(default_factory=dict)
    rulings: dict[str, Ruling] = field(default_factory=dict)

    def properties(self) -> dict[str, dict[str, Value]]:
        """``namesakes`` by node id: the ids of the others of the name."""
        return {
            one: {"namesakes": tuple(other for other in sakes.ids if other != one)}
            for sakes in self.namesakes
            for one in sakes.ids
        }


def find_people(intake: Intake, things: Things, decisions: Iterable[Decision] = (), *, keep: bool = False) -> People:
    """Tell people apart, name by name. A name of several people makes an id together with the institution of each."""
    people, above, by_name = People(), ancestors(intake, things), atoms_by_name(intake, things)
    people.rulings, people.verdicts = rule_people(decisions, by_name, things)
    for name, atoms in by_name.items():
        clusters, same = identify(atoms, above, people.rulings.get(name, NO_RULING))
        keys = _keys(name, clusters)
        drafts = [_draft(key, atoms, intake) for key, atoms in zip(keys, clusters, strict=True)]
        people.drafts += drafts
        ids = {mention: draft.id for draft in drafts for mention in draft.mentions} if same else {}
        people.merges += [_merge(one, drafts[0].name, ids[one.other.mentions[0]]) for one in same]
        if keep:
            people.atoms |= {draft.id: atoms for draft, atoms in zip(drafts, clusters, strict=True)}
        if len(drafts) > 1:
            people.namesakes.append(Namesakes(name=drafts[0].name, ids=tuple(sorted(draft.id for draft in drafts))))
    return people


def _keys(name: str, clusters: Sequence[Sequence[Atom]]) -> list[tuple[str, ...]]:
    if len(clusters) == 1:
        return [(name,)]
    keys: list[tuple[str, ...]] = []
    for atoms in clusters:
        home = _home(atoms)
        key = (name, home) if home else (name, "", atoms[0].document)
        keys.append(key if key not in keys else (*key, atoms[0].document, atoms[0].context))
    return keys


def _home(atoms: Iterable[Atom]) -> str:
    """The institution that employs the person by most statements; where none does, one that is stated beside the name."""
    counts: dict[str, int] = {}
    for atom in atoms:
        for key in atom.institutions:
            counts[key.key] = counts.get(key.key, 0) + atom.employers.get(key, 0)
    return min(counts, key=lambda key: (-counts[key], key), default="")


def _draft(key: tuple[str, ...], atoms: Sequence[Atom], intake: Intake) -> Draft:
    mentions: list[Mention] = [mention for atom in atoms for mention in atom.mentions]
    counts: dict[str, int] = {}
    for mention in mentions:
        for spelling, count in intake.spellings[mention].items():
            if fold(spelling) == key[0]:
                counts[spelling] = counts.get(spelling, 0) + count
    name = min(counts, key=lambda spelling: (-counts[spelling], len(spelling), spelling)) if counts else key[0]
    return Draft(content_id("Person", *key), "Person", name, mentions)


def _merge(same: Same, name: str, ident: str) -> Merge:
    words = ordered([first_words(same.one.words), first_words(same.other.words)])
    other = name if same.other.name == same.one.name else same.other.name
    joined = f"{other}@{same.other.context}" if same.other.context else other
    return Merge(label="Person", name=name, joined=joined, rule=same.rule, evidence=words, id=ident, why=same.why)

"""People as drafts of nodes: one for each person that was told apart, with what joined the mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.codec import content_id
from kg.model import Value
from kg.resolve.identity import identify
from kg.resolve.intake import Intake, Mention
from kg.resolve.namesakes import Same
from kg.resolve.nodes import Draft
from kg.resolve.people import Atom, ancestors, atoms_by_name
from kg.resolve.report import Merge, Namesakes
from kg.resolve.things import Things
from kg.resolve.words import first_words, ordered
from kg.text import fold

__all__ = ["People", "find_people"]


@dataclass(slots=True)
class People:
    """The people, why their mentions were joined, and who shares a name."""

    drafts: list[Draft] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    namesakes: list[Namesakes] = field(default_factory=list)

    def properties(self) -> dict[str, dict[str, Value]]:
        """``namesakes`` by node id: the ids of the others of the name."""
        return {
            one: {"namesakes": tuple(other for other in sakes.ids if other != one)}
            for sakes in self.namesakes
            for one in sakes.ids
        }


def find_people(intake: Intake, things: Things) -> People:
    """Tell people apart, name by name. A name of several people makes an id together with the institution of each."""
    people, above = People(), ancestors(intake, things)
    for name, atoms in atoms_by_name(intake, things).items():
        clusters, same = identify(atoms, above)
        keys = _keys(name, clusters)
        drafts = [_draft(key, atoms, intake) for key, atoms in zip(keys, clusters, strict=True)]
        people.drafts += drafts
        people.merges += [_merge(one, drafts[0].name) for one in same]
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


def _merge(same: Same, name: str) -> Merge:
    words = ordered([first_words(same.one.words), first_words(same.other.words)])
    joined = f"{name}@{same.other.context}" if same.other.context else name
    return Merge(label="Person", name=name, joined=joined, rule=same.rule, evidence=words)

"""People as drafts of nodes: one for each person that was told apart, with what joined the mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.codec import content_id
from kg.decisions import Decision
from kg.model import Value
from kg.resolve.crossed import join_across
from kg.resolve.decided import NO_RULING, Ruling, atom_key, rule_people
from kg.resolve.identity import identify
from kg.resolve.intake import Intake, Mention
from kg.resolve.keys import person_keys
from kg.resolve.latin import Cluster, is_latin, same_in_letters
from kg.resolve.namesakes import Same
from kg.resolve.nodes import Draft
from kg.resolve.people import Atom, ancestors, atoms_by_name, person_key
from kg.resolve.report import Merge, Namesakes, Verdict
from kg.resolve.succession import predecessors
from kg.resolve.things import Key, Things
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
    """Tell people apart, name by name."""
    people, above, by_name = People(), ancestors(intake, things), atoms_by_name(intake, things)
    people.rulings, people.verdicts = rule_people(decisions, by_name, things)
    homes = {home for atoms in by_name.values() for atom in atoms for home in atom.institutions}
    before = predecessors(intake, things, homes)
    told = {name: identify(atoms, above, before, people.rulings.get(name, NO_RULING)) for name, atoms in by_name.items()}
    clusters = {name: found for name, (found, _) in told.items()}
    same = [one for _, found in told.values() for one in found]
    crossed, refused = join_across(clusters, people.rulings)
    same += crossed
    people.verdicts = [_refused(one) if one.decision.line in refused else one for one in people.verdicts]
    same += _join_letters(clusters, people.rulings, intake, things)
    for name, found in clusters.items():
        keys = person_keys(name, found)
        drafts = [_draft(key, atoms, intake) for key, atoms in zip(keys, found, strict=True)]
        people.drafts += drafts
        if keep:
            people.atoms |= {draft.id: atoms for draft, atoms in zip(drafts, found, strict=True)}
        if len(drafts) > 1:
            people.namesakes.append(Namesakes(name=drafts[0].name, ids=tuple(sorted(draft.id for draft in drafts))))
    of = {mention: draft for draft in people.drafts for mention in draft.mentions} if same else {}
    people.merges += [_merge(one, of[one.other.mentions[0]], intake) for one in same]
    return people


def _refused(verdict: Verdict) -> Verdict:
    note = "it would join two who were decided to be two"
    return Verdict(decision=verdict.decision, state="overridden", note=note)


def _join_letters(
    clusters: dict[str, list[list[Atom]]], rulings: Mapping[str, Ruling], intake: Intake, things: Things
) -> Iterator[Same]:
    """Move the people whose name is another's in Latin letters to those, in ``clusters``; names that somebody ruled on stay."""
    people = {(name, at): atoms for name, found in clusters.items() if name not in rulings for at, atoms in enumerate(found)}
    into = {one.short: one for one in same_in_letters(people, _spelt(people, intake), _outputs(intake, things))}
    for short, found in into.items():
        full = found.full
        while full in into:
            full = into[full].full
        yield Same(people[full][0], people[short][0], found.rule)
        clusters[full[0]][full[1]] = sorted([*clusters[full[0]][full[1]], *people[short]], key=atom_key)
    for name in {short[0] for short in into}:
        clusters[name] = [atoms for at, atoms in enumerate(clusters[name]) if (name, at) not in into]


def _spelt(people: Mapping[Cluster, Sequence[Atom]], intake: Intake) -> dict[str, frozenset[str]]:
    """How each name in Latin letters is written."""
    spelt: dict[str, set[str]] = {}
    for (name, _), atoms in people.items():
        if is_latin(name):
            written = spelt.setdefault(name, set())
            written |= {one for atom in atoms for mention in atom.mentions for one in intake.spellings[mention]}
    return {name: frozenset(one for one in written if is_latin(one)) for name, written in spelt.items()}


def _outputs(intake: Intake, things: Things) -> dict[Key, set[Key]]:
    """The achievements of each paper."""
    found: dict[Key, set[Key]] = {}
    for subject, predicate, target, _, _ in intake.statements:
        if predicate == "OUTPUT_OF":
            found.setdefault(things.key(subject), set()).add(things.key(target))
    return found


def _draft(key: tuple[str, ...], atoms: Sequence[Atom], intake: Intake) -> Draft:
    mentions: list[Mention] = [mention for atom in atoms for mention in atom.mentions]
    counts: dict[str, int] = {}
    for mention in mentions:
        for spelling, count in intake.spellings[mention].items():
            if person_key(fold(spelling)) == key[0]:
                counts[spelling] = counts.get(spelling, 0) + count
    name = min(counts, key=lambda spelling: (-counts[spelling], len(spelling), spelling)) if counts else key[0]
    return Draft(content_id("Person", *key), "Person", name, mentions)


def _merge(same: Same, draft: Draft, intake: Intake) -> Merge:
    name = draft.name
    words = ordered([first_words(same.one.words), first_words(same.other.words)])
    other = name if same.other.name == same.one.name else min(intake.spellings[same.other.mentions[0]])
    joined = f"{other}@{same.other.context}" if same.other.context else other
    return Merge(label="Person", name=name, joined=joined, rule=same.rule, evidence=words, id=draft.id, why=same.why)

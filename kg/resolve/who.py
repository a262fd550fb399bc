"""Who is who, told of one name: its mentions, what joined them, what kept others apart, which aliases were refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.decisions import Decision
from kg.model import Assertion, Evidence
from kg.resolve.decided import DECIDED_SPLIT, NO_RULING, Ruling, atom_key
from kg.resolve.intake import Intake, take_in
from kg.resolve.namesakes import differing
from kg.resolve.naming import join_names
from kg.resolve.nodes import Draft, thing_drafts, thing_merges
from kg.resolve.people import Atom
from kg.resolve.persons import People, find_people
from kg.resolve.report import Dropped, Merge, Verdict, merges_told
from kg.resolve.things import BELONGS, Key, Things, plain_key
from kg.resolve.words import first_words
from kg.text import fold

__all__ = [
    "DIFFERENT_INSTITUTIONS",
    "NOBODYS_OWN",
    "NOTHING_IN_COMMON",
    "ONE_LIST_TWO_PLACES",
    "SEVERAL_COULD_BE_MEANT",
    "Apart",
    "Identity",
    "Mentioned",
    "Told",
    "Who",
]

_ID = re.compile(r"[a-z]{3}_[0-9a-f]+")
"""An id of a node, or the beginning of one."""

DIFFERENT_INSTITUTIONS = "DIFFERENT_INSTITUTIONS"
"""Each has an institution, none is both's, and nothing else joins them."""

ONE_LIST_TWO_PLACES = "ONE_LIST_TWO_PLACES"
"""One list of one document has both, in different places."""

NOTHING_IN_COMMON = "NOTHING_IN_COMMON"
"""No institution, work, co-worker or field is both's."""

SEVERAL_COULD_BE_MEANT = "SEVERAL_COULD_BE_MEANT"
"""A name without an institution, or a short name, with more than one candidate."""

NOBODYS_OWN = "NOBODYS_OWN"
"""A name that many have (核医学科, 第一医院) is its institution's or its document's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """A name as a document has it, with the institution stated beside it; ``evidence`` are the first of ``times`` words."""

    name: str
    document: str
    context: str
    times: int
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A thing: its mentions, and what joined them. ``institutions`` are where documents state a person to be."""

    id: str
    label: str
    name: str
    mentions: tuple[Mentioned, ...]
    merges: tuple[Merge, ...]
    institutions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Two things (ids, the lesser first; ``other`` may be a mere name) that were kept apart, with the reason."""

    one: str
    other: str
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that is known of a name."""

    identities: tuple[Identity, ...] = ()
    aparts: tuple[Apart, ...] = ()
    refused: tuple[Dropped, ...] = ()
    verdicts: tuple[Verdict, ...] = ()


class Who:
    """All names, looked through once. The order of the assertions is no matter."""

    def __init__(self, assertions: Iterable[Assertion], decisions: Sequence[Decision] = ()) -> None:
        self._intake = take_in(assertions)
        self._things, self._dropped, verdicts = join_names(self._intake, decisions)
        self._drafts = thing_drafts(self._intake, self._things)
        self._people = find_people(self._intake, self._things, decisions, keep=True)
        self._merges = [*thing_merges(self._drafts, self._things, self._intake), *self._people.merges]
        self._homes = {key: draft.name for key, draft in self._drafts.items()}
        self.verdicts = tuple(sorted([*verdicts, *self._people.verdicts], key=lambda one: one.decision.line))

    def named(self, text: str) -> tuple[Identity, ...]:
        """What goes by this name or alias, or has this node id or one that begins so; empty where nothing does."""
        return self._identities(self._meant(text))

    def tell(self, text: str) -> Told:
        """The same with the reasons; an id's namesakes are told with it."""
        meant = self._meant(text)
        meant += _namesakes(meant, self._people)
        names = {fold(draft.name) for draft in meant} | {mention.name for draft in meant for mention in draft.mentions}
        aparts = [
            *_aparts(meant, self._people, self._homes),
            *_bare(meant, self._drafts),
            *_ambiguous(meant, self._drafts, self._things),
        ]
        refused = {one for one in self._dropped if _speaks(one, names)}
        return Told(
            identities=self._identities(meant),
            aparts=tuple(sorted(set(aparts), key=lambda one: (one.one, one.other, one.reason))),
            refused=tuple(sorted(refused, key=lambda one: (one.document, one.assertion))),
            verdicts=tuple(one for one in self.verdicts if _of(one, names)),
        )

    def _meant(self, text: str) -> list[Draft]:
        name, drafts = fold(text), (*self._drafts.values(), *self._people.drafts)
        found = [draft for draft in drafts if _goes_by(draft, text, name)]
        begun = text.rstrip("….")
        if not found and _ID.fullmatch(begun):
            found = [draft for draft in drafts if draft.id.startswith(begun)]
        return found

    def _identities(self, meant: Iterable[Draft]) -> tuple[Identity, ...]:
        found = [_identity(draft, self._intake, self._people, self._homes, self._merges) for draft in meant]
        return tuple(sorted(found, key=lambda one: (one.label, one.name, one.id)))


def _goes_by(draft: Draft, text: str, name: str) -> bool:
    if draft.id == text or fold(draft.name) == name or any(mention.name == name for mention in draft.mentions):
        return True
    return any(fold(other) == name for other in draft.also)


def _namesakes(meant: Sequence[Draft], people: People) -> list[Draft]:
    """The others of a person's name, where one was meant by id."""
    ids = {draft.id for draft in meant}
    beside = {one for sakes in people.namesakes if ids & set(sakes.ids) for one in sakes.ids} - ids
    return [draft for draft in people.drafts if draft.id in beside]


def _identity(draft: Draft, intake: Intake, people: People, homes: Mapping[Key, str], merges: Iterable[Merge]) -> Identity:
    mentions = [
        Mentioned(
            name=min(intake.spellings[mention]),
            document=mention.document,
            context=mention.context,
            times=sum(intake.spellings[mention].values()),
            evidence=first_words(intake.words[mention]),
        )
        for mention in sorted(draft.mentions, key=lambda one: (one.document, one.context, one.name))
    ]
    return Identity(
        id=draft.id,
        label=draft.label,
        name=draft.name,
        mentions=tuple(mentions),
        merges=merges_told(one for one in merges if one.id == draft.id),
        institutions=_institutions(people.atoms.get(draft.id, ()), homes),
    )


def _institutions(atoms: Iterable[Atom], homes: Mapping[Key, str]) -> tuple[str, ...]:
    """Where most statements employ somebody comes first."""
    counts: dict[Key, int] = {}
    for atom in atoms:
        for key in atom.institutions:
            counts[key] = counts.get(key, 0) + atom.employers.get(key, 0)
    return tuple(homes.get(key, key.key) for key in sorted(counts, key=lambda key: (-counts[key], key)))


def _aparts(meant: Iterable[Draft], people: People, homes: Mapping[Key, str]) -> Iterator[Apart]:
    told = {draft.id: people.atoms[draft.id] for draft in meant if draft.id in people.atoms}
    for sakes in people.namesakes:
        here = [one for one in sakes.ids if one in told]
        for one, other in combinations(here, 2):
            ruling = people.rulings.get(fold(sakes.name), NO_RULING)
            reason, detail = _reason(told[one], told[other], ruling, homes, several=len(sakes.ids) > 2)
            yield Apart(one=one, other=other, reason=reason, detail=detail)


def _reason(
    one: Sequence[Atom], other: Sequence[Atom], ruling: Ruling, homes: Mapping[Key, str], *, several: bool
) -> tuple[str, str]:
    ends = {atom_key(atom) for atom in one}, {atom_key(atom) for atom in other}
    for apart in ruling.aparts:
        if any(a & apart.one and b & apart.other for a, b in (ends, ends[::-1])):
            return DECIDED_SPLIT, apart.decision.why
    if found := differing(one, other):
        return ONE_LIST_TWO_PLACES, found
    sides = [_institutions(atoms, homes) for atoms in (one, other)]
    if all(sides):
        return DIFFERENT_INSTITUTIONS, " / ".join("、".join(side) for side in sides)
    if several:
        return SEVERAL_COULD_BE_MEANT, " / ".join("、".join(side) or "—" for side in sides)
    return NOTHING_IN_COMMON, ""


def _bare(meant: Sequence[Draft], drafts: Mapping[Key, Draft]) -> Iterator[Apart]:
    """Things of one bare name, each its institution's or document's own."""
    keys = {draft.id: key for key, draft in drafts.items() if BELONGS in key.key}
    bare = sorted(draft.id for draft in meant if draft.id in keys)
    for one, other in combinations(bare, 2):
        stems = [keys[ident].key.partition(BELONGS)[0] for ident in (one, other)]
        if stems[0] == stems[1]:
            owners = " / ".join(keys[ident].key.partition(BELONGS)[2] for ident in (one, other))
            yield Apart(one=one, other=other, reason=NOBODYS_OWN, detail=owners)


def _ambiguous(meant: Iterable[Draft], drafts: Mapping[Key, Draft], things: Things) -> Iterator[Apart]:
    ids = {plain_key(*mention): draft.id for draft in meant for mention in draft.mentions if mention.label != "Person"}
    for short, rivals in things.ambiguous.items():
        if short in ids:
            fulls = sorted({link.full.key for link in rivals if link.full in drafts or link.licensed})
            rules = "、".join(sorted({link.rule for link in rivals}))
            for full in fulls:
                yield Apart(one=ids[short], other=full, reason=SEVERAL_COULD_BE_MEANT, detail=f"{rules}: {' / '.join(fulls)}")


def _speaks(dropped: Dropped, names: set[str]) -> bool:
    return " = " in dropped.assertion and any(fold(part) in names for part in dropped.assertion.split(" = "))


def _of(verdict: Verdict, names: set[str]) -> bool:
    sides = (verdict.decision.one, verdict.decision.other)
    return any(fold(side.name) in names for side in sides if side)

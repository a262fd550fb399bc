"""Which mentions of a name are one person: what is known of each mention, gathered before anything is decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.model import Evidence
from kg.resolve.institutions import is_department, parents_by_name
from kg.resolve.intake import Intake, Mention, Statement
from kg.resolve.terms import is_specific
from kg.resolve.things import Key, Things
from kg.romanize import squeeze
from kg.text import HAN

__all__ = ["Atom", "Slot", "ancestors", "atoms_by_name", "person_key"]

_ORGANIZATION = "Organization"
_ANY_HAN = re.compile(rf"[{HAN}]")
_DOTS = re.compile("[・•‧∙]")
_ANCHORS = frozenset({"Achievement", "Grant", "Publication", "Conference", "Guideline", "Facility"})
_SLOTS = {"PARTICIPATED_IN": "rank", "AUTHORED": "order", "CHAIRED": "order"}
_MANY = 100
"""Above so many people in one document, having worked on the same thing says little."""

Slot = tuple[str, Key, object]
"""A place in a list that one person alone can hold: predicate, achievement, rank."""


@dataclass(slots=True)
class Atom:
    """The mentions of a name in one document with one stated institution (or none): certainly one person, for us."""

    name: str
    document: str
    context: str
    mentions: list[Mention] = field(default_factory=list)
    institutions: set[Key] = field(default_factory=set)
    employers: dict[Key, int] = field(default_factory=dict)
    slots: set[Slot] = field(default_factory=set)
    anchors: set[Key] = field(default_factory=set)
    technologies: set[Key] = field(default_factory=set)
    coworkers: set[str] = field(default_factory=set)
    words: list[Evidence] = field(default_factory=list)


def person_key(name: str) -> str:
    """What a (folded) name of a person is called by: Latin letters without blanks and marks; one dot within foreign names.

    >>> person_key("walterb.knox"), person_key("沃尔特•诺克斯")
    ('walterbknox', '沃尔特.诺克斯')
    """
    return _DOTS.sub(".", name) if _ANY_HAN.search(name) else squeeze(name) or name


def atoms_by_name(intake: Intake, things: Things) -> dict[str, list[Atom]]:
    """The atoms of every person's name, by document and context, with what is stated of them."""
    aliases = _aliases(intake)
    atoms: dict[tuple[str, str, str], Atom] = {}
    of_mention: dict[Mention, Atom] = {}
    for mention in sorted(one for one in intake.spellings if one.label == "Person"):
        name = person_key(aliases.get((mention.document, mention.name), mention.name))
        home = _context(things, mention)
        place = (name, mention.document, home.key if home else "")
        atom = of_mention[mention] = atoms.setdefault(place, Atom(*place))
        atom.mentions.append(mention)
        atom.words += intake.words[mention]
        if home:
            atom.institutions.add(home)
    _fill(intake.statements, things, of_mention)
    by_name: dict[str, list[Atom]] = {}
    for place in sorted(atoms):
        by_name.setdefault(place[0], []).append(atoms[place])
    return by_name


def ancestors(intake: Intake, things: Things) -> dict[Key, set[Key]]:
    """All that each institution is a part of, directly or not: as stated, and as its name says (某大学附属某医院)."""
    parents: dict[Key, set[Key]] = {}
    for subject, predicate, target, _, _ in intake.statements:
        if predicate == "PART_OF" and subject.label == _ORGANIZATION:
            parents.setdefault(things.key(subject), set()).add(things.key(target))
    keys = {things.key(mention) for mention in intake.spellings if mention.label == _ORGANIZATION}
    keys |= {home for mention in intake.spellings if (home := _context(things, mention))}
    names = {key.key for key in keys}
    for name in names:
        for parent in parents_by_name(name, names):
            parents.setdefault(Key(_ORGANIZATION, name), set()).add(Key(_ORGANIZATION, parent))
    return {one: set(_above(one, parents)) - {one} for one in parents}


def _context(things: Things, mention: Mention) -> Key | None:
    """The institution stated beside a person's name; a bare department tells nobody from a namesake."""
    if mention.label != "Person" or not mention.context or is_department(mention.context):
        return None
    return things.named(_ORGANIZATION, mention.context, mention.document)


def _above(one: Key, parents: dict[Key, set[Key]]) -> Iterator[Key]:
    seen, waiting = {one}, [one]
    while waiting:
        for parent in parents.get(waiting.pop(), ()):
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
                yield parent


def _aliases(intake: Intake) -> dict[tuple[str, str], str]:
    """In a document, another name of a person stands for the one name that it is stated of."""
    stated: dict[tuple[str, str], set[str]] = {}
    for of, alias, _ in intake.others:
        if of.label == "Person" and of.name != alias.name:
            stated.setdefault((of.document, alias.name), set()).add(of.name)
    return {place: next(iter(names)) for place, names in stated.items() if len(names) == 1}


def _fill(statements: Iterable[Statement], things: Things, of_mention: dict[Mention, Atom]) -> None:
    topics: dict[Key, set[Key]] = {}
    teams: dict[tuple[str, Key], set[str]] = {}
    for subject, predicate, target, qualifiers, _ in statements:
        if predicate == "CONCERNS" and (work := _anchor(things, subject)):
            topics.setdefault(work, set()).add(things.key(target))
        if subject.label != "Person":
            continue
        atom = of_mention[subject]
        if predicate == "AFFILIATED_WITH" and is_department(target.name):
            continue
        if predicate == "AFFILIATED_WITH":
            home = things.key(target)
            atom.institutions.add(home)
            atom.employers[home] = atom.employers.get(home, 0) + 1
        elif target.label == "Technology":
            atom.technologies.add(things.key(target))
        elif work := _anchor(things, target):
            atom.anchors.add(work)
            teams.setdefault((atom.document, work), set()).add(atom.name)
            place = qualifiers.get(_SLOTS.get(predicate, ""))
            if place is not None:
                atom.slots.add((predicate, work, place))
    for atom in of_mention.values():
        for work in atom.anchors:
            atom.technologies |= topics.get(work, set())
            team = teams[atom.document, work]
            if len(team) <= _MANY:
                atom.coworkers |= team - {atom.name}
        atom.technologies = {one for one in atom.technologies if is_specific(*one)}


def _anchor(things: Things, mention: Mention) -> Key | None:
    """The work that people can share: an innovation stands for its achievement."""
    if mention.label == "Innovation" and "#" in mention.name:
        return things.named("Achievement", mention.name.rsplit("#", 1)[0], mention.document)
    return things.key(mention) if mention.label in _ANCHORS else None

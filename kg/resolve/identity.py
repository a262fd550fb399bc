"""Who is who among people of one name: from the surest rule to the weakest, each seen as a whole before it is applied.

A wrong merge is worse than a missing one: where a rule finds two candidates, it joins neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kg.resolve.decided import NO_RULING, Ruling
from kg.resolve.groups import Groups
from kg.resolve.namesakes import Name, Place, Same
from kg.resolve.people import Atom
from kg.resolve.things import Key
from kg.resolve.writing import department_of
from kg.text import HAN

__all__ = [
    "ONE_PLACE_IN_TEXT",
    "PART_OF_INSTITUTION",
    "SAME_CO_WORKERS",
    "SAME_DOCUMENT",
    "SAME_FIELD",
    "SAME_INSTITUTION",
    "SAME_PLACE_IN_LIST",
    "SAME_WORK",
    "SUCCEEDING_INSTITUTION",
    "identify",
]

SAME_INSTITUTION = "SAME_INSTITUTION"
"""One name, one institution."""

ONE_PLACE_IN_TEXT = "ONE_PLACE_IN_TEXT"
"""One name, written once: what words tell of it in several institutions is told of one person (甲大学校长、乙院院士张三)."""

SAME_PLACE_IN_LIST = "SAME_PLACE_IN_LIST"
"""One name at the same rank of the same achievement, or in the same place among the same paper's authors."""

PART_OF_INSTITUTION = "PART_OF_INSTITUTION"
"""One name, at an institution and at the only part of it where the name is known."""

SUCCEEDING_INSTITUTION = "SUCCEEDING_INSTITUTION"
"""One name, at an institution and at the only one known of the name whose place it took."""

SAME_DOCUMENT = "SAME_DOCUMENT"
"""A name without an institution, in a document that gives the name one institution alone."""

SAME_WORK = "SAME_WORK"
"""One name on one achievement, grant, paper or conference in two documents, neither of which has two of the name on it."""

SAME_CO_WORKERS = "SAME_CO_WORKERS"
"""One name with the same people around it in two documents."""

SAME_FIELD = "SAME_FIELD"
"""An uncommon name, once without an institution, in the same narrow field; no third person of the name is known."""

_HAN_NAME = re.compile(rf"[{HAN}]+")
_COMMON = re.compile(rf"[{HAN}]{{2}}")
_FEW_LETTERS = 8
_ENOUGH = 4
_KNOWN_WIDELY = 50
"""A co-worker's name found beside so many people of one name is no sign of anything."""


def identify(
    atoms: Sequence[Atom], above: Mapping[Key, set[Key]], before: Mapping[Key, set[Key]], ruling: Ruling = NO_RULING
) -> tuple[list[list[Atom]], list[Same]]:
    """The people among these atoms of one name (sorted by document and context), and what was taken for one by which rule.

    ``above`` are the institutions that each is a part of, ``before`` those whose place it took. What people decided goes
    before all rules.
    """
    name = Name(atoms, ruling)
    if len(atoms) > 1:
        _by_shared(name, lambda atom: atom.institutions, SAME_INSTITUTION)
        _by_place(name)
        _by_shared(name, lambda atom: atom.slots, SAME_PLACE_IN_LIST)
        _by_part(name, above)
        _by_succession(name, before)
        _in_document(name)
        _by_work(name)
        _by_co_workers(name)
        _by_field(name)
    return [name.of(person) for person in name.people()], name.same


def _by_shared(name: Name, of: Callable[[Atom], Iterable[object]], rule: str) -> None:
    for _, places in _index(name, of):
        for place in places[1:]:
            name.join(places[0], place, rule)


def _by_place(name: Name) -> None:
    """Only a document that has two atoms of the name can have written it once for both."""
    atoms = Counter(atom.document for atom in name.atoms)
    _by_shared(name, lambda atom: _standing(atom) if atoms[atom.document] > 1 else (), ONE_PLACE_IN_TEXT)


def _standing(atom: Atom) -> Iterator[tuple[str, int]]:
    """Where in the document the name stands, of words that hold it once; a name in letters has more ways to be written."""
    if not _HAN_NAME.fullmatch(atom.name):
        return
    for words in atom.words:
        first, whole = words.quote.count(atom.name[0]), words.quote.count(atom.name)
        if first == whole == 1:
            yield atom.document, words.span.start + words.quote.index(atom.name)
        elif first > whole:  # perhaps with a gap within
            found = [one.start() for one in re.finditer(r"\s*".join(atom.name), words.quote)]
            if len(found) == 1:
                yield atom.document, words.span.start + found[0]


def _by_part(name: Name, above: Mapping[Key, set[Key]]) -> None:
    """The candidates are those of the beginning, and their number can only shrink: no order of going matters."""
    at = dict(_index(name, lambda atom: atom.institutions))
    parts: dict[Place, list[Place]] = {}
    for lower, atom in enumerate(name.atoms):
        wholes = set[Key]().union(*(above.get(one, set()) for one in atom.institutions))
        for upper in sorted({place for whole in wholes for place in at.get(whole, ())}):
            if upper != lower and _near(atom, name.atoms[upper]):
                parts.setdefault(upper, []).append(lower)
    changed = True
    while changed:
        changed = False
        for upper, lowers in sorted(parts.items()):
            if len(name.people(lowers)) == 1:
                changed |= name.join(upper, lowers[0], PART_OF_INSTITUTION)


def _by_succession(name: Name, before: Mapping[Key, set[Key]]) -> None:
    """Joined where either has no other candidate: who was at one of two houses that were merged is not whoever is there now."""
    at = dict(_index(name, lambda atom: atom.institutions))
    earlier: dict[Place, dict[Place, str]] = {}
    for place, atom in enumerate(name.atoms):
        pairs = ((old, f"{home.key} ← {old.key}") for home in atom.institutions for old in before.get(home, ()))
        for old, why in sorted(pairs):
            for other in at.get(old, ()):
                if other != place and _near(atom, name.atoms[other]):
                    earlier.setdefault(place, {}).setdefault(other, why)
    later: dict[Place, list[Place]] = {}
    for place, olds in earlier.items():
        for other in olds:
            later.setdefault(other, []).append(place)
    one_before = {place for place, olds in earlier.items() if len(name.people(olds)) == 1}
    one_after = {place for place, news in later.items() if len(name.people(news)) == 1}
    for place, olds in sorted(earlier.items()):
        for other, why in sorted(olds.items()):
            if place in one_before and other in one_after:
                name.join(place, other, SUCCEEDING_INSTITUTION, why)


def _near(one: Atom, other: Atom) -> bool:
    """Whether a big institution and a part of it are enough: a common name in two documents needs something shared, too."""
    if one.document == other.document or not _is_common(one.name) or _within(one, other):
        return True
    return bool(one.anchors & other.anchors or one.coworkers & other.coworkers or one.technologies & other.technologies)


def _within(one: Atom, other: Atom) -> bool:
    """Whether the one is at a department of the hospital that the other is at, by its name."""
    homes = {home.key for home in one.institutions}, {home.key for home in other.institutions}
    return any((parts := department_of(home)) and parts[0] in homes[1 - at] for at in (0, 1) for home in homes[at])


def _is_common(name: str) -> bool:
    """Whether many people may have the name: two characters, or few Latin letters (initials, two short syllables)."""
    return bool(_COMMON.fullmatch(name)) or (name.isascii() and len(name) <= _FEW_LETTERS)


def _in_document(name: Name) -> None:
    documents = dict(_index(name, lambda atom: (atom.document,)))
    for place, atom in enumerate(name.atoms):
        if not atom.institutions:
            here = [at for at in documents[atom.document] if at != place]
            working = [at for at in here if name.atoms[at].anchors & atom.anchors]
            for candidates in (here, working):
                if len(name.people(candidates)) == 1:
                    name.join(candidates[0], place, SAME_DOCUMENT)
                    break


def _by_work(name: Name) -> None:
    for _, places in _index(name, lambda atom: atom.anchors):
        name.join_all(places, SAME_WORK)


def _by_co_workers(name: Name) -> None:
    """Two uncommon names, or four common ones, around both are enough; three people in a chain join only as a whole."""
    beside = {person: {one for atom in name.of(person) for one in atom.coworkers} for person in name.people()}
    people_of: dict[str, list[Place]] = {}
    for person, coworkers in beside.items():
        for one in coworkers:
            people_of.setdefault(one, []).append(person)
    weights: Counter[tuple[Place, Place]] = Counter()
    for one, people in people_of.items():
        if len(people) <= _KNOWN_WIDELY:
            weights.update(dict.fromkeys(combinations(people, 2), 1 if _is_common(one) else 2))
    partners = Groups[Place]()
    for (one_person, other), weight in weights.items():
        if weight >= _ENOUGH:
            partners.join(one_person, other)
    for root in sorted(partners.roots(beside)):
        name.join_all(sorted(partners.members(root)), SAME_CO_WORKERS)


def _by_field(name: Name) -> None:
    people = name.people()
    if len(people) != 2 or _is_common(name.atoms[0].name):
        return
    both = [name.of(person) for person in people]
    homeless = [not any(atom.institutions for atom in atoms) for atoms in both]
    fields = [set[Key]().union(*(atom.technologies for atom in atoms)) for atoms in both]
    if any(homeless) and fields[0] & fields[1]:
        name.join_all(people, SAME_FIELD)


def _index(name: Name, of: Callable[[Atom], Iterable[object]]) -> list[tuple[object, list[Place]]]:
    """Where each thing of the atoms stands: things in order, places in order."""
    found: dict[object, list[Place]] = {}
    for place, atom in enumerate(name.atoms):
        for one in of(atom):
            found.setdefault(one, []).append(place)
    return sorted(found.items(), key=lambda item: repr(item[0]))

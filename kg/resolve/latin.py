"""Names in Latin letters: which of them are another's name in other letters, order or length.

Letters alone join nobody: a name joins the only person whom its letters fit and who shares a work or an institution with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.resolve.groups import Groups
from kg.resolve.people import Atom
from kg.resolve.things import Key
from kg.romanize import squeeze, told_forms
from kg.text import HAN

__all__ = ["LATIN_AT_INSTITUTION", "LATIN_IN_LIST", "LATIN_ON_WORK", "Cluster", "InLetters", "is_latin", "same_in_letters"]

LATIN_IN_LIST = "LATIN_IN_LIST"
"""Xu XC = 徐某某: the same place among the authors of one paper."""

LATIN_ON_WORK = "LATIN_ON_WORK"
"""Xu Xiangchen or Xu XC = 徐某某: on one paper, or on an achievement and its paper, where one person alone fits."""

LATIN_AT_INSTITUTION = "LATIN_AT_INSTITUTION"
"""Xu Xiangchen = 徐某某 of the same institution: two given syllables, in full; W. B. Knox = Walter B. Knox."""

Cluster = tuple[str, int]
"""A person by the name and the place among the people of the name."""

_ANY_HAN = re.compile(rf"[{HAN}]")
_WORD = re.compile(r"[A-Za-zÀ-ɏ'’]+")
_INITIALS = re.compile(r"[A-ZÀ-Þ]{1,3}")
_PARTICLES = frozenset({"van", "von", "de", "der", "den", "la", "le", "di", "da", "del", "bin", "al"})
_CERTAIN = 2
"""So many given syllables or initials make a name of one family uncommon enough for a shared work or institution."""


def is_latin(name: str) -> bool:
    """Whether no Chinese character is in a name."""
    return not _ANY_HAN.search(name)


@dataclass(frozen=True, slots=True)
class InLetters:
    """A person whose name in letters was found to be another's name, by a rule."""

    short: Cluster
    full: Cluster
    rule: str


@dataclass(frozen=True, slots=True)
class _Person:
    cluster: Cluster
    latin: bool
    spellings: frozenset[str]
    institutions: frozenset[Key]
    works: frozenset[Key]
    lists: Mapping[tuple[str, Key], frozenset[object]]

    @property
    def places(self) -> frozenset[Key]:
        """Works and institutions."""
        return self.works | self.institutions

    @property
    def rank(self) -> tuple[bool, int, Cluster]:
        """Chinese names before long ones before short ones."""
        return self.latin, -len(self.cluster[0]), self.cluster


def same_in_letters(
    people: Mapping[Cluster, Sequence[Atom]], spelt: Mapping[str, frozenset[str]], outputs: Mapping[Key, set[Key]]
) -> list[InLetters]:
    """Which people with a Latin name are whom of the others.

    ``spelt`` has the spellings of each name, ``outputs`` the achievements of each paper.
    """
    known = {cluster: _person(cluster, atoms, spelt, outputs) for cluster, atoms in people.items()}
    beside = _beside(list(known.values()))
    fitting: dict[Cluster, list[InLetters]] = {}
    for cluster, person in sorted(known.items()):
        if person.latin and (found := list(_fitting(person, known, beside))):
            fitting[cluster] = found
    return list(_only_ones(fitting))


def _only_ones(fitting: Mapping[Cluster, list[InLetters]]) -> Iterator[InLetters]:
    """Those whose candidates are one person, going round until nothing changes: no order of going matters."""
    groups, open_ones, changed = Groups[Cluster](), dict(fitting), True
    while changed:
        changed = False
        for short, found in sorted(open_ones.items()):
            if len(groups.roots(one.full for one in found)) == 1:
                groups.join(short, found[0].full)
                del open_ones[short]
                yield min(found, key=lambda one: (one.rule != LATIN_IN_LIST, one.full))
                changed = True


def _person(
    cluster: Cluster, atoms: Sequence[Atom], spelt: Mapping[str, frozenset[str]], outputs: Mapping[Key, set[Key]]
) -> _Person:
    lists: dict[tuple[str, Key], set[object]] = {}
    for atom in atoms:
        for predicate, work, place in atom.slots:
            lists.setdefault((predicate, work), set()).add(place)
    works = {work for atom in atoms for work in atom.anchors}
    return _Person(
        cluster=cluster,
        latin=is_latin(cluster[0]),
        spellings=spelt.get(cluster[0], frozenset()),
        institutions=frozenset(one for atom in atoms for one in atom.institutions),
        works=frozenset(works.union(*(outputs.get(work, ()) for work in works))),
        lists={key: frozenset(places) for key, places in lists.items()},
    )


def _beside(people: Sequence[_Person]) -> dict[tuple[Key, str], list[Cluster]]:
    """Who is at each work and institution by the letters that fit; only where somebody with a Latin name is."""
    latin = {key for person in people if person.latin for key in person.places}
    found: dict[tuple[Key, str], list[Cluster]] = {}
    for person in people:
        here = person.places & latin
        for letters in _letters(person) if here else ():
            for key in here:
                found.setdefault((key, letters), []).append(person.cluster)
    return found


def _letters(person: _Person) -> set[str]:
    """All that may be written for the person's name."""
    if not person.latin:
        return set(told_forms(person.cluster[0]))
    return {form for spelling in person.spellings for form in _latin_forms(spelling)}


def _fitting(
    person: _Person, known: Mapping[Cluster, _Person], beside: Mapping[tuple[Key, str], list[Cluster]]
) -> Iterator[InLetters]:
    written = {squeeze(spelling) for spelling in person.spellings}
    near = {one for key in person.places for letters in written for one in beside.get((key, letters), ())}
    listed: list[InLetters] = []
    others: list[InLetters] = []
    for cluster in sorted(near):
        other = known[cluster]
        if other.rank < person.rank and cluster[0] != person.cluster[0] and (rule := _rule(person, other)):
            (listed if rule == LATIN_IN_LIST else others).append(InLetters(person.cluster, cluster, rule))
    yield from listed or others


def _rule(person: _Person, other: _Person) -> str | None:
    """What speaks for the two being one, None where too little does or a list has them in two places."""
    certain = max((_given(spelling, other) for spelling in person.spellings), default=0)
    shared = person.lists.keys() & other.lists.keys()
    if not certain or any(person.lists[key].isdisjoint(other.lists[key]) for key in shared):
        return None
    if shared:
        return LATIN_IN_LIST
    elsewhere = person.institutions and other.institutions and not person.institutions & other.institutions
    if certain >= _CERTAIN and person.works & other.works and not elsewhere:
        return LATIN_ON_WORK
    there = certain >= _CERTAIN and person.institutions & other.institutions and _is_full(person, other)
    return LATIN_AT_INSTITUTION if there else None


def _given(spelling: str, other: _Person) -> int:
    """How many given syllables or initials the spelling tells of the other's name; 0 where it does not fit."""
    letters = squeeze(spelling)
    if not other.latin:
        told = told_forms(other.cluster[0]).get(letters)
        return told.characters if told else 0
    return max((_latin_forms(one).get(letters, 0) for one in other.spellings), default=0)


def _is_full(person: _Person, other: _Person) -> bool:
    """Whether the given name stands in full, or both names are foreign ones."""
    if other.latin:
        return True
    forms = told_forms(other.cluster[0])
    return any(told.full for spelling in person.spellings if (told := forms.get(squeeze(spelling))))


@lru_cache(maxsize=1 << 14)
def _latin_forms(spelling: str) -> dict[str, int]:
    """How a Latin name may be written otherwise, without blanks, with the number of given names or initials that each tells.

    >>> [_latin_forms("Walter B. Knox").get(form) for form in ("knoxw", "wbknox", "knoxwalter", "knoxd")]
    [1, 2, 2, None]
    """
    forms: dict[str, int] = {}
    for family, given in _readings(_WORD.findall(spelling)):
        letters = [word[0] if not _INITIALS.fullmatch(word) else word for word in given]
        first = given[0] if not _INITIALS.fullmatch(given[0]) else ""
        initials = squeeze("".join(letters))
        told = {squeeze("".join(given)): _CERTAIN, squeeze(first): _CERTAIN, initials: len(initials), initials[:1]: 1}
        for one, count in told.items():
            for form in (squeeze(family) + one, one + squeeze(family)) if one else ():
                forms[form] = max(count, forms.get(form, 0))
    return forms


def _readings(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Family and given names: the family first or last; never initials alone; particles stay with the family."""
    if len(words) < 2:
        return
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].lower() in _PARTICLES:
        cut -= 1
    for family, given in ((words[cut:], words[:cut]), (words[:1], words[1:])):
        if not any(_INITIALS.fullmatch(word) for word in family) or not all(_INITIALS.fullmatch(word) for word in words):
            yield "".join(family), given

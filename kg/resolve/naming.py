"""What the documents and the composition of names say of names: the links that ``Things`` is fed with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kg.model import Evidence
from kg.resolve.institutions import COMMITTEE_SHORT, committee, names_its_parent, proposals
from kg.resolve.intake import Intake, OtherName
from kg.resolve.report import Dropped
from kg.resolve.terms import concept_with_id
from kg.resolve.things import Key, Link, Things, plain_key
from kg.resolve.words import first_words

__all__ = ["PLACE_ENDING", "STATED_ALIAS", "join_names"]

STATED_ALIAS = "STATED_ALIAS"
"""A document states that one name is another of the same thing."""

PLACE_ENDING = "PLACE_ENDING"
"""滨江市 = 滨江, where no 滨江省 is known."""

_PLACE_ENDING = re.compile(r"(?<=..)[市省]$")
_ORGANIZATION = "Organization"
_BELONGS = "@"

_Apart = Callable[[Key, Key], bool]


def join_names(intake: Intake) -> tuple[Things, list[Dropped]]:
    """Which names are one thing, and which stated aliases were not believed. What is stated goes before what is composed."""
    things, apart = Things(), _apart(intake)
    believed, refused = _stated(intake, apart)
    things.add(believed)
    things.add(link for link in _composed(intake) if not apart(link.short, link.full))
    return things, refused


def _stated(intake: Intake, apart: _Apart) -> tuple[list[Link], list[Dropped]]:
    links, refused = [], []
    for other in intake.others:
        of, alias, words = other
        if of.label == "Person":
            continue
        full, short = plain_key(*of), plain_key(*alias)
        if concept_with_id(*short) and not concept_with_id(*full):
            full, short = short, full  # a name with two concepts for aliases is then ambiguous, and joins neither
        if reason := _refusal(other, full, short, apart):
            refused.append(Dropped(document=of.document, assertion=f"{of.name} = {alias.name}", reason=reason, rule=words.rule))
        else:
            links.append(Link(short, full, STATED_ALIAS, frozenset([of.document]), True, (words,)))
    return links, refused


def _refusal(other: OtherName, full: Key, short: Key, apart: _Apart) -> str | None:
    of, alias, _ = other
    if full == short:
        return None
    if concept_with_id(*full) and concept_with_id(*short):
        return "the ontology holds them apart"
    if of.label == _ORGANIZATION and (names_its_parent(of.name, alias.name) or names_its_parent(alias.name, of.name)):
        return "the one is named as a part of the other"
    return "one list gives both, in different places" if apart(full, short) else None


def _composed(intake: Intake) -> Iterator[Link]:
    names = _names(intake)
    words = _first_words(intake)
    for short, full, rule, learnt in _proposed(names):
        both = frozenset(names[short] & names[full])
        evidence = tuple(words[key] for key in (short, full) if key in words)
        yield Link(short, full, rule, both, bool(both) or not learnt, evidence)


def _names(intake: Intake) -> dict[Key, set[str]]:
    """Every name but people's, with the documents that use it; the institution stated with a person is used there too."""
    names: dict[Key, set[str]] = {}
    for mention in intake.spellings:
        if mention.label != "Person":
            names.setdefault(plain_key(*mention), set()).add(mention.document)
        elif mention.context:
            names.setdefault(plain_key(_ORGANIZATION, mention.context, mention.document), set()).add(mention.document)
    return names


def _first_words(intake: Intake) -> dict[Key, Evidence]:
    words: dict[Key, Evidence] = {}
    for mention, evidence in intake.words.items():
        if mention.label in (_ORGANIZATION, "Place"):
            key = plain_key(*mention)
            words[key] = first_words([words[key], *evidence] if key in words else evidence)
    return words


def _proposed(names: dict[Key, set[str]]) -> Iterator[tuple[Key, Key, str, bool]]:
    institutions = {key.key for key in names if key.label == _ORGANIZATION and _BELONGS not in key.key}
    for short, full, rule, learnt in proposals(institutions):
        yield Key(_ORGANIZATION, short), Key(_ORGANIZATION, full), rule, learnt
    forms: dict[str, list[str]] = {}
    for name in institutions:
        forms.setdefault(committee(name), []).append(name)
    for same in forms.values():
        longest = max(same, key=lambda name: (len(name), name))
        for name in same:
            if name != longest:
                yield Key(_ORGANIZATION, name), Key(_ORGANIZATION, longest), COMMITTEE_SHORT, False
    for key in names:
        if key.label == "Place" and Key("Place", _PLACE_ENDING.sub("", key.key)) in names and _PLACE_ENDING.search(key.key):
            yield Key("Place", _PLACE_ENDING.sub("", key.key)), key, PLACE_ENDING, False


def _apart(intake: Intake) -> _Apart:
    """Two institutions that one document ranks differently for one achievement are two, whatever their names."""
    ranks: dict[Key, dict[tuple[str, str], set[object]]] = {}
    for subject, predicate, target, qualifiers, _ in intake.statements:
        if predicate == "COMPLETED" and "rank" in qualifiers:
            lists = ranks.setdefault(plain_key(*subject), {})
            lists.setdefault((subject.document, target.name), set()).add(qualifiers["rank"])

    def apart(one: Key, other: Key) -> bool:
        a, b = ranks.get(one, {}), ranks.get(other, {})
        return any(a[place].isdisjoint(b[place]) for place in a.keys() & b.keys())

    return apart

"""What the documents, the ways of writing and the composition of names say of names: the links that ``Things`` is fed with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from kg.decisions import Decision
from kg.model import Evidence
from kg.resolve.composed import IN_ITS_PLACE, fits_bare, proposals
from kg.resolve.institutions import names_its_parent
from kg.resolve.intake import Intake, OtherName
from kg.resolve.report import Dropped, Verdict
from kg.resolve.ruled import rule_things
from kg.resolve.terms import concept_with_id
from kg.resolve.things import BELONGS, Key, Link, Things, plain_key
from kg.resolve.titles import grants_apart, known_otherwise, part_papers
from kg.resolve.wording import WORDINGS, worded
from kg.resolve.words import first_words
from kg.resolve.writing import AFFILIATION_WORDS, committee, department_of, loosely, official

__all__ = ["DEPARTMENT_OF_SAME", "PLACE_ENDING", "STATED_ALIAS", "join_names"]

STATED_ALIAS = "STATED_ALIAS"
"""A document states that one name is another of the same thing."""

PLACE_ENDING = "PLACE_ENDING"
"""滨江市 = 滨江, where no 滨江省 is known."""

DEPARTMENT_OF_SAME = "DEPARTMENT_OF_SAME"
"""某医大四院放射科 = 某医科大学第四医院放射科, where the hospitals are one."""

_PLACE_ENDING = re.compile(r"(?<=..)[市省]$")
_ORGANIZATION = "Organization"

_Apart = Callable[[Key, Key], bool]
_Uses = Mapping[Key, set[str]]


def join_names(intake: Intake, decisions: Iterable[Decision] = ()) -> tuple[Things, list[Dropped], list[Verdict]]:
    """Which names are one thing, and which stated aliases were not believed.

    What people decided goes before what is stated, that before what is only written otherwise, and that before what is
    composed.
    """
    things, apart = Things(), _apart(intake)
    verdicts = rule_things(things, intake, decisions)
    believed, refused = _stated(intake, apart)
    refused += [_decided(link) for link in believed if things.held_apart(link.short, link.full)]
    things.add(believed)
    names, words = _names(intake), _first_words(intake)
    things.add(_written(names, words, apart))
    things.add(_worded(names, words, grants_apart(intake)))
    things.add(link._replace(words=_words_of(link, words)) for link in known_otherwise(intake))
    part_papers(intake, things)
    uses = _officially(names)
    things.add(_composed(uses, words, apart))
    things.add(_departments(names, uses, things, words))
    things.settle()
    return things, refused, verdicts


def _decided(link: Link) -> Dropped:
    words = link.words[0]
    told = f"{link.full.key} = {link.short.key}"
    return Dropped(document=words.document, assertion=told, reason="somebody decided that they are two", rule=words.rule)


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


def _written(names: _Uses, words: Mapping[Key, Evidence], apart: _Apart) -> Iterator[Link]:
    """Each name of an institution to its official form, and that to the longest that differs in words of affiliation."""
    writings: dict[Key, list[tuple[Key, str]]] = {}
    for key in names:
        if _is_own(key):
            written, rule = official(key.key)
            writings.setdefault(Key(_ORGANIZATION, written), []).append((key, rule))
    loose: dict[str, list[Key]] = {}
    for form, same in writings.items():
        if not any(apart(one, other) for (one, _), (other, _) in combinations(same, 2)):
            loose.setdefault(loosely(form.key), []).append(form)
            yield from (_link(key, form, rule, names, words) for key, rule in same if rule)
    for alike in loose.values():
        longest = max(alike, key=lambda one: (len(one.key), one.key))
        yield from (
            _link(one, longest, AFFILIATION_WORDS, names, words) for one in alike if one != longest and not apart(one, longest)
        )


def _link(short: Key, full: Key, rule: str, names: _Uses, words: Mapping[Key, Evidence]) -> Link:
    """A link that holds everywhere."""
    documents = frozenset(names.get(short, ())) & frozenset(names.get(full, ()))
    link = Link(short, full, rule, documents, True, ())
    return link._replace(words=_words_of(link, words))


def _words_of(link: Link, words: Mapping[Key, Evidence]) -> tuple[Evidence, ...]:
    return tuple(words[key] for key in (link.short, link.full) if key in words)


def _worded(names: _Uses, words: Mapping[Key, Evidence], numbers: Mapping[Key, set[str]]) -> Iterator[Link]:
    """What is no institution to the longest of its wordings; a technology to the name without 技术, where that is one."""
    forms: dict[Key, list[tuple[Key, str]]] = {}
    for key in names:
        if key.label in WORDINGS and not concept_with_id(*key):
            wording, rule = worded(key.label, key.key)
            forms.setdefault(plain_key(key.label, wording, ""), []).append((key, rule))
    for form, same in forms.items():
        full = max((key for key, _ in same), key=lambda key: (len(key.key), key.key))
        if form.label == "Technology":
            full = form
        for key, rule in same:
            if key != full and (full in names or concept_with_id(*full)) and not _numbered_apart(key, full, numbers):
                yield _link(key, full, rule, names, words)


def _numbered_apart(one: Key, other: Key, numbers: Mapping[Key, set[str]]) -> bool:
    known = numbers.get(one, set()), numbers.get(other, set())
    return all(known) and known[0].isdisjoint(known[1])


def _officially(names: _Uses) -> dict[Key, set[str]]:
    """The names with their documents, institutions by their official forms; the hospital of a department is named, too."""
    uses: dict[Key, set[str]] = {}
    for key, documents in names.items():
        if _is_own(key):
            key = Key(_ORGANIZATION, official(key.key)[0])
            if parts := department_of(key.key):
                uses.setdefault(Key(_ORGANIZATION, parts[0]), set()).update(documents)
        uses.setdefault(key, set()).update(documents)
    return uses


def _composed(uses: _Uses, words: Mapping[Key, Evidence], apart: _Apart) -> Iterator[Link]:
    for short, full, rule, learnt in _proposed(uses):
        both = frozenset(uses[short] & uses[full])
        if not apart(short, full):
            evidence = tuple(words[key] for key in (short, full) if key in words)
            yield Link(short, full, rule, both, bool(both) or not learnt, evidence)


def _proposed(uses: _Uses) -> Iterator[tuple[Key, Key, str, bool]]:
    for short, full, rule, learnt in proposals({key.key for key in uses if _is_own(key)}):
        yield Key(_ORGANIZATION, short), Key(_ORGANIZATION, full), rule, learnt
    yield from _in_their_places(uses)
    for key in uses:
        if key.label == "Place" and Key("Place", _PLACE_ENDING.sub("", key.key)) in uses and _PLACE_ENDING.search(key.key):
            yield Key("Place", _PLACE_ENDING.sub("", key.key)), key, PLACE_ENDING, False


def _in_their_places(uses: _Uses) -> Iterator[tuple[Key, Key, str, bool]]:
    """What a document calls 省人民医院 is the one people's hospital of a province that it names."""
    named: dict[str, list[str]] = {}
    for key, documents in uses.items():
        for document in documents if _is_own(key) else ():
            named.setdefault(document, []).append(key.key)
    for key in uses:
        bare, _, document = key.key.partition(BELONGS)
        if key.label == _ORGANIZATION and document in named:
            for full in named[document]:
                if fits_bare(committee(bare), full):
                    yield key, Key(_ORGANIZATION, full), IN_ITS_PLACE, True


def _departments(names: _Uses, uses: _Uses, things: Things, words: Mapping[Key, Evidence]) -> Iterator[Link]:
    """A department by a short name of its hospital to the same department by the full one."""
    for key in uses:
        parts = department_of(key.key) if _is_own(key) else None
        home = things.named(_ORGANIZATION, parts[0], "") if parts else None
        if parts and home and not home.key.startswith(parts[0]):
            yield _link(key, Key(_ORGANIZATION, home.key + parts[1]), DEPARTMENT_OF_SAME, names, words)


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
        if mention.label != "Person":
            key = plain_key(*mention)
            words[key] = first_words([words[key], *evidence] if key in words else evidence)
    return words


def _is_own(key: Key) -> bool:
    return key.label == _ORGANIZATION and BELONGS not in key.key


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

"""Grants, papers and journals, which are known by more than their titles: numbers, leaders, years, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations, pairwise

from kg.resolve.groups import Groups
from kg.resolve.intake import Intake
from kg.resolve.people import person_key
from kg.resolve.things import BELONGS, Key, Link, Things, plain_key
from kg.resolve.wording import worded

__all__ = ["JOURNAL_SHORT", "SAME_LEADER", "SAME_NUMBER", "grants_apart", "known_otherwise", "part_papers"]

SAME_NUMBER = "SAME_NUMBER"
"""Two titles of one grant number that share most of their words."""

SAME_LEADER = "SAME_LEADER"
"""Two titles of one leader that differ in 与, 及, 的, marks or a last 研究 alone, and in no number."""

JOURNAL_SHORT = "JOURNAL_SHORT"
"""Eur Radiol = European Radiology: word by word, where one journal fits."""

_TAIL = re.compile(r"(?:的?(?:研究|项目|课题))+$")
_MARKS = re.compile(r"[^\w*+/]")
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "&"})
_LEAST_NUMBER = 6
_LEAST_TITLE = 10
_ALIKE = 0.4
_YEARS, _YEARS_ELSEWHERE = 2, 1
"""One paper may be dated so many years apart; in two journals, so many."""

_Links = Iterator[Link]
_Fits = Callable[[str, str], bool]


def known_otherwise(intake: Intake) -> _Links:
    """Links between titles by numbers, leaders and abbreviations."""
    yield from _by_number(intake)
    yield from _by_leader(intake)
    yield from _abbreviated(intake)


def grants_apart(intake: Intake) -> Mapping[Key, set[str]]:
    """The numbers of each grant: two with different ones are two."""
    numbers: dict[Key, set[str]] = {}
    for subject, name, value, _ in intake.traits:
        if subject.label == "Grant" and name == "number" and len(str(value)) >= _LEAST_NUMBER:
            numbers.setdefault(plain_key(*subject), set()).add(str(value).casefold())
    return numbers


def part_papers(intake: Intake, things: Things) -> None:
    """One title, two papers: where years differ by more than two, or journals and years by more than one."""
    claims: dict[Key, dict[str, set[tuple[Key, int]]]] = {}
    plain: dict[tuple[Key, str], set[Key]] = {}
    for subject, predicate, target, qualifiers, _ in intake.statements:
        year = qualifiers.get("year")
        if predicate == "PUBLISHED_IN" and isinstance(year, int):
            title = things.key(subject)
            claims.setdefault(title, {}).setdefault(subject.document, set()).add((things.key(target), year))
            plain.setdefault((title, subject.document), set()).add(plain_key(*subject))
    for title, documents in claims.items():
        papers = _papers(documents)
        if len(papers.roots(documents)) > 1:
            for document in documents:
                year = min(year for member in papers.members(document) for _, year in documents[member])
                for key in plain[title, document]:
                    things.take(key, document, Key(title.label, f"{title.key}{BELONGS}{year}"))


def _papers(documents: Mapping[str, Iterable[tuple[Key, int]]]) -> Groups[str]:
    """The documents that speak of one paper: neighbours by year, in one journal and in any."""
    papers = Groups[str]()
    dated = sorted((year, document, journal) for document, claims in documents.items() for journal, year in claims)
    by_journal: dict[Key, list[tuple[int, str, Key]]] = {}
    for claim in dated:
        by_journal.setdefault(claim[2], []).append(claim)
    for least, row in [(_YEARS_ELSEWHERE, dated), *((_YEARS, row) for row in by_journal.values())]:
        for one, other in pairwise(row):
            if other[0] - one[0] <= least:
                papers.join(one[1], other[1])
    return papers


def _by_number(intake: Intake) -> _Links:
    keys: dict[str, set[Key]] = {}
    for key, numbers in grants_apart(intake).items():
        for one in numbers:
            keys.setdefault(one, set()).add(key)
    for same in keys.values():
        yield from _to_longest(same, SAME_NUMBER, lambda one, other: _alike(one, other) >= _ALIKE)


def _by_leader(intake: Intake) -> _Links:
    leads: dict[tuple[str, str], set[Key]] = {}
    for subject, predicate, target, _, _ in intake.statements:
        if predicate == "LEADS" and target.label == "Grant" and len(target.name) >= _LEAST_TITLE:
            leads.setdefault((person_key(subject.name), _skeleton(target.name)), set()).add(plain_key(*target))
    for same in leads.values():
        yield from _to_longest(same, SAME_LEADER, lambda _one, _other: True)


def _to_longest(keys: Iterable[Key], rule: str, fits: _Fits) -> _Links:
    same = sorted(keys, key=lambda key: (-len(key.key), key.key))
    for key in same[1:]:
        if fits(key.key, same[0].key):
            yield _link(key, same[0], rule)


def _abbreviated(intake: Intake) -> _Links:
    words: dict[tuple[str, ...], Key] = {}
    for mention in intake.spellings:
        if mention.label == "Journal":
            for spelling in intake.spellings[mention]:
                told = tuple(word.rstrip(".") for word in spelling.casefold().split() if word not in _SMALL_WORDS)
                words[told] = plain_key(*mention)
    by_initials: dict[str, list[tuple[str, ...]]] = {}
    for told in sorted(words):
        if len(told) > 1:
            by_initials.setdefault("".join(word[:1] for word in told), []).append(told)
    for same in by_initials.values():
        for short, full in combinations(sorted(same, key=lambda told: (sum(map(len, told)), told)), 2):
            if words[short] != words[full] and all(b.startswith(a) for a, b in zip(short, full, strict=True)):
                yield _link(words[short], words[full], JOURNAL_SHORT)


def _link(short: Key, full: Key, rule: str) -> Link:
    return Link(short, full, rule, frozenset(), True, ())


def _skeleton(title: str) -> str:
    return _TAIL.sub("", _MARKS.sub("", worded("Grant", title)[0]))


def _alike(one: str, other: str) -> float:
    """The share of pairs of neighbouring characters that two titles have in common."""
    a, b = ({text[at : at + 2] for at in range(len(text) - 1)} for text in (one, other))
    return len(a & b) / max(1, len(a | b))

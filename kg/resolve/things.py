"""Which names are one thing, for everything but people: by spelling, concept, stated alias and composition of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kg.decisions import Side
from kg.model import Evidence
from kg.resolve.groups import Groups
from kg.resolve.institutions import is_nobodys_own
from kg.resolve.intake import Mention
from kg.resolve.terms import concept_named, concept_with_id
from kg.resolve.wording import number

__all__ = ["BELONGS", "Joined", "Key", "Link", "Things", "plain_key"]

BELONGS = "@"
"""Stands in a key between a name that is nobody's own and the document or institution that it belongs to."""

_MARKS = re.compile(r'[《》"]')
_STOPS = ".,;。"
_SESSION = re.compile(r"(?P<series>.+?)第(?P<number>[0-9a-z一二三四五六七八九十百]+)次(?:会议|学术讨论会)?")


class Key(NamedTuple):
    """What a thing's id is made of: its label and one string."""

    label: str
    key: str


class Link(NamedTuple):
    """A short name that may stand for a full one; ``documents`` say or show so.

    Where it is not ``licensed``, no document does: the full name is a candidate all the same, and makes the short one
    ambiguous.
    """

    short: Key
    full: Key
    rule: str
    documents: frozenset[str]
    licensed: bool
    words: tuple[Evidence, ...]


class Joined(NamedTuple):
    """A short name that joined a full one, everywhere or (``document``) in one document."""

    short: Key
    full: Key
    rule: str
    words: tuple[Evidence, ...]
    document: str = ""
    why: str = ""


class Things:
    """Which thing a name speaks of, as far as it has been found out. Links are added in stages, each seen as a whole."""

    def __init__(self) -> None:
        self._groups = Groups[Key]()
        self._scoped: dict[tuple[str, Key], Key] = {}
        self._shorts: set[Key] = set()
        self._heads: dict[Key, Key] = {}
        self._ruled: dict[tuple[str, str], list[tuple[Side, Mention | Key]]] = {}
        self._united: set[Key] = set()
        self._apart: list[tuple[Key, Key]] = []
        self.joined: list[Joined] = []
        self.ambiguous: dict[Key, list[Link]] = {}
        self.decided: list[tuple[Joined, Mention]] = []

    def key(self, mention: Mention) -> Key:
        """The thing that a mention (of no person) speaks of."""
        return self.named(*mention)

    def named(self, label: str, name: str, document: str, context: str = "") -> Key:
        """The thing that a folded name speaks of in a document."""
        for side, to in self._ruled.get((label, name), ()):
            if side.covers(document):
                return self._head(to) if isinstance(to, Key) else self._unruled(*to)
        return self._unruled(label, name, document, context)

    def _unruled(self, label: str, name: str, document: str, context: str) -> Key:
        if label == "Innovation" and "#" in name:
            work, at = name.rsplit("#", 1)
            return Key(label, f"{self.named('Achievement', work, document).key}#{at}")
        if label == "Conference" and (session := _SESSION.fullmatch(name)):
            series = self.named("ConferenceSeries", session["series"], document)
            return Key(label, f"{series.key}第{number(session['number'])}次")
        key = plain_key(label, name, document, context)
        return self._head(self._scoped.get((document, key), key))

    def bound(self, joined: Joined) -> Key:
        """The thing that a short name joined."""
        return self._head(joined.full)

    def take(self, key: Key, document: str, own: Key) -> None:
        """Take a name, in one document, for a thing of its own."""
        self._scoped[document, key] = own

    def unite(self, short: Key, full: Key) -> None:
        """Take two for one, whatever else is known of them: somebody decided so."""
        self._groups.join(short, full)
        self._united.add(short)
        self._heads.clear()

    def rule(self, side: Side, named: tuple[str, str], to: Mention | Key) -> None:
        """Take a name, where the side speaks of it, for another mention's thing or for one of its own: somebody decided so.

        What was decided of one document goes before what was decided of all.
        """
        rulings = self._ruled.setdefault(named, [])
        rulings.insert(0 if side.document else len(rulings), (side, to))

    def ruled(self, side: Side, named: tuple[str, str]) -> Mention | Key | None:
        """What was decided of a name for just this side."""
        return next((to for other, to in self._ruled.get(named, ()) if other.document == side.document), None)

    def hold_apart(self, one: Key, other: Key) -> None:
        """Never join these two: somebody decided so."""
        self._apart.append((one, other))

    def held_apart(self, one: Key, other: Key) -> bool:
        """Whether joining these would join two that somebody decided to be two."""
        if not self._apart:
            return False
        ends = self._groups.roots((one, other))
        return any(self._groups.roots(pair) == ends for pair in self._apart)

    def settle(self) -> None:
        """Tell what was joined by decision, once all names are known."""
        self.joined += [joined._replace(full=self.key(mention)) for joined, mention in self.decided]

    def is_short(self, key: Key) -> bool:
        """Whether the key joined a fuller name, everywhere or in some document."""
        return key in self._shorts

    def add(self, links: Iterable[Link]) -> None:
        """Join each short name with the one full name it may stand for; in one document, where others mean another."""
        candidates: dict[Key, list[Link]] = {}
        for link in links:
            if link.short != link.full and not self.is_short(link.short) and not self.held_apart(link.short, link.full):
                candidates.setdefault(link.short, []).append(link)
        self._join(candidates)
        for short, rivals in sorted(candidates.items()):
            if short not in self._shorts and short not in self._united:
                self._bind(short, rivals)
                if short not in self._shorts:
                    self.ambiguous[short] = rivals
        self._heads.clear()

    def _join(self, candidates: Mapping[Key, list[Link]]) -> None:
        """Until nothing changes: joining two full names can make a short one plain. No order of going matters."""
        changed = True
        while changed:
            changed = False
            for short, rivals in sorted(candidates.items()):
                one = len(self._groups.roots(link.full for link in rivals)) == 1
                one = one and not self.held_apart(short, rivals[0].full)
                if short not in self._shorts and one and any(link.licensed for link in rivals):
                    self._groups.join(short, rivals[0].full)
                    self._shorts.add(short)
                    self.joined += [Joined(short, link.full, link.rule, link.words) for link in rivals if link.licensed]
                    changed = True

    def _bind(self, short: Key, rivals: list[Link]) -> None:
        for document in sorted(frozenset().union(*(link.documents for link in rivals))):
            here = [link for link in rivals if document in link.documents]
            if (
                not any(self.held_apart(short, link.full) for link in here)
                and len(self._groups.roots(link.full for link in here)) == 1
            ):
                self._scoped[document, short] = min(link.full for link in here)
                self._shorts.add(short)
                self.joined += [Joined(short, link.full, link.rule, link.words, document) for link in here]

    def _head(self, key: Key) -> Key:
        root = self._groups.find(key)
        head = self._heads.get(root)
        if head is None:
            head = self._heads[root] = min(self._groups.members(root), key=self._rank)
        return head

    def _rank(self, key: Key) -> tuple[bool, bool, int, str]:
        """A concept's key before others, a full name before short ones, a long one before others: no counts, so ids stay."""
        return concept_with_id(*key) is None, key in self._shorts, -len(key.key), key.key


def plain_key(label: str, name: str, document: str, context: str = "") -> Key:
    """The key of a folded name by itself. A bare 核医学科 or 第一医院 is its institution's, or else its document's."""
    name = _MARKS.sub("", name).rstrip(_STOPS) or name
    concept = concept_named(label, name)
    if concept:
        return Key(label, concept.id)
    if label == "Organization" and is_nobodys_own(name):
        return Key(label, f"{name}{BELONGS}{context or document}")
    return Key(label, name)

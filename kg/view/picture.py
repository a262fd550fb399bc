"""What is drawn: a part of the graph, fetched from a store with the words behind each of its edges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.vocab import LABELS

if TYPE_CHECKING:
    from kg.store import Store

__all__ = ["Picture", "Relation", "Thing", "Words", "subgraph", "whole"]

_SOURCES = ("Document", "Passage")
_CARRIED = frozenset({"id", "name", "aliases", "documents", "evidence", "quotes", "rules", "confidence", "yingtu"})
_DRAWN = sorted(set(LABELS) - set(_SOURCES))

_UNKNOWN: Mapping[str, Any] = {"page": None, "text": "", "start": 0, "title": "", "source": ""}
_CONTEXT = 60
"""Characters of its passage that a quote is shown with, on either side."""

_EDGES = """
MATCH (s)-[r]->(o) WHERE r.id IN $ids
RETURN r, s, o ORDER BY r.id
"""
_CONNECTED = """
MATCH (n) WHERE labels(n)[0] IN $labels
WITH n.id AS id, COUNT { (n)--() } AS degree
RETURN id, degree ORDER BY degree DESC, id
"""
_AMONG = """
MATCH (s)-[r]->(o) WHERE s.id IN $ids AND o.id IN $ids
RETURN r, s, o ORDER BY r.id
"""
_PASSAGES = """
MATCH (p:Passage)-[:IN_DOCUMENT]->(d:Document) WHERE p.id IN $ids
RETURN p.id AS id, p.page AS page, p.text AS text, p.start AS start, d.title AS title, d.source AS source ORDER BY id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A quote with what stands around it in its passage, the title and file name of its document, its page where the document
    has pages, and the rule that read it.
    """

    quote: str
    before: str
    after: str
    document: str
    source: str
    page: int | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A node, and the words that named or described it."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...]
    properties: Mapping[str, Any]
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """An edge with its qualifiers and the words that say so."""

    id: str
    type: str
    source: str
    target: str
    qualifiers: Mapping[str, Any]
    confidence: float | None
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Things and relations, each sorted by id; ``total`` counts the things that there would be without a limit."""

    things: tuple[Thing, ...]
    relations: tuple[Relation, ...]
    total: int


def subgraph(store: Store, edge_ids: Iterable[str], limit: int | None = None) -> Picture:
    """The part of the graph that these edges make; of more than ``limit`` things, those with most of the edges."""
    rows = store.run(_EDGES, {"ids": tuple(sorted(set(edge_ids)))}).rows
    degree = Counter(end["id"] for row in rows for end in row[1:])
    kept = set(sorted(degree, key=lambda ident: (-degree[ident], ident))[:limit])
    return _picture(store, [row for row in rows if row[1]["id"] in kept and row[2]["id"] in kept], total=len(degree))


def whole(store: Store, limit: int) -> Picture:
    """The best-connected ``limit`` things of the graph, and all edges among them; documents and passages are not drawn."""
    found = [ident for ident, degree in store.run(_CONNECTED, {"labels": tuple(_DRAWN)}).rows if degree]
    rows = store.run(_AMONG, {"ids": tuple(found[:limit])}).rows
    return _picture(store, rows, total=len(found))


def _picture(store: Store, rows: Sequence[Sequence[Any]], *, total: int) -> Picture:
    nodes = {node["id"]: node for row in rows for node in row[1:]}
    places = _Places(store, [one for row in rows for one in row[:1]] + list(nodes.values()))
    return Picture(
        things=tuple(_thing(nodes[ident], places) for ident in sorted(nodes)),
        relations=tuple(_relation(row, places) for row in rows),
        total=total,
    )


class _Places:
    """The passages that these nodes and edges point at."""

    def __init__(self, store: Store, carriers: Iterable[Mapping[str, Any]]) -> None:
        ids = {_place(place)[0] for carrier in carriers for place in carrier["properties"].get("evidence") or ()}
        self._passages = {row["id"]: row for row in store.run(_PASSAGES, {"ids": tuple(sorted(ids))}).records()}

    def words(self, carrier: Mapping[str, Any]) -> Iterator[Words]:
        told = carrier["properties"]
        parallel = zip(told.get("evidence") or (), told.get("quotes") or (), told.get("rules") or (), strict=True)
        for place, quote, rule in parallel:
            ident, start, end = _place(place)
            passage = self._passages.get(ident, _UNKNOWN)
            before, after = _around(passage, start, end)
            source, title = passage["source"] or "", passage["title"] or passage["source"] or ""
            yield Words(quote=quote, before=before, after=after, document=title, source=source, page=passage["page"], rule=rule)


def _around(passage: Mapping[str, Any], start: int, end: int) -> tuple[str, str]:
    """Up to ``_CONTEXT`` characters of the passage before and after a stretch of the document, with … where there are more."""
    text, begin = passage["text"] or "", passage["start"] or 0
    before, after = text[: max(start - begin, 0)], text[max(end - begin, 0) :]
    return (
        f"…{before[-_CONTEXT:]}" if len(before) > _CONTEXT else before,
        f"{after[:_CONTEXT]}…" if len(after) > _CONTEXT else after,
    )


def _place(evidence: str) -> tuple[str, int, int]:
    passage, _, span = evidence.rpartition("@")
    start, _, end = span.partition("-")
    return passage, int(start), int(end)


def _thing(node: Mapping[str, Any], places: _Places) -> Thing:
    told = node["properties"]
    return Thing(
        id=node["id"],
        label=node["label"],
        name=told["name"],
        aliases=tuple(told.get("aliases") or ()),
        properties=_own(told),
        words=tuple(places.words(node)),
    )


def _relation(row: Sequence[Any], places: _Places) -> Relation:
    edge, source, target = row
    return Relation(
        id=edge["id"],
        type=edge["type"],
        source=source["id"],
        target=target["id"],
        qualifiers=_own(edge["properties"]),
        confidence=edge["properties"].get("confidence"),
        words=tuple(places.words(edge)),
    )


def _own(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: told[name] for name in sorted(told) if name not in _CARRIED}

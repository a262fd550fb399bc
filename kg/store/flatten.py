"""A graph as rows of plain values, the same for every engine: what a node and an edge carry in a store.

A node carries ``id``, ``name``, ``aliases``, search keys and its properties, an edge ``id`` and its qualifiers. Both tell why
they are there: ``evidence``, ``quotes`` and ``rules`` are parallel lists, one entry a place, in the order of the documents'
ids and the places in them; ``documents`` are the ids, each once; ``confidence`` is the highest. A place is
``<passage id>@<start>-<end>`` with offsets into the document; where no passage of the graph covers it, the document's id
stands for the passage's. Documents and passages are themselves the source and carry none of this.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Protocol

from kg.codec import dumps, plain
from kg.errors import StoreError
from kg.model import Edge, Evidence, Graph, Node, Value, sureness
from kg.properties import PROPERTIES
from kg.romanize import search_keys
from kg.store.since import since
from kg.vocab import LABELS, PREDICATES

__all__ = ["MARK", "OURS", "RESERVED", "SEARCH", "SINCE", "EdgeKey", "EdgeRow", "NodeKey", "NodeRow", "Rowed", "flatten"]

MARK = "yingtu"
"""The property that says that a node or an edge is ours; its value is a digest of everything else that it carries."""

SEARCH = "search"
"""The property that holds the keys by which kg.search finds a node."""

SINCE = "from_year"
"""The property of an edge that questions as of a year ask: the first in which it can have held; see kg.store.since."""

OURS = frozenset({MARK, SEARCH, SINCE})
"""What is there for us alone, and is left out of the nodes and edges that a store gives back."""

RESERVED = frozenset({"id", "name", "aliases", SEARCH, SINCE, "documents", "evidence", "quotes", "rules", "confidence", MARK})
"""What no property and no qualifier may be called, since every node or edge has it."""

_SOURCES = frozenset({"Document", "Passage"})
_DIGEST_LENGTH = 16
_LONGEST_NAME = 8000
"""Bytes of a name; Neo4j's indexes take 8 KB, and what is longer is no name."""

NodeKey = tuple[str, str]
"""Label and id."""

EdgeKey = tuple[str, str, str, str, str, str]
"""Type, id, label and id of the source, label and id of the target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeRow:
    """A node as it is stored; ``properties`` is all that it carries, the id and the mark included."""

    label: str
    id: str
    properties: dict[str, Any]

    @property
    def key(self) -> NodeKey:
        """What makes it the same node."""
        return self.label, self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeRow:
    """An edge as it is stored; ``properties`` is all that it carries, the id and the mark included."""

    type: str
    id: str
    source: NodeKey
    target: NodeKey
    properties: dict[str, Any]

    @property
    def key(self) -> EdgeKey:
        """What makes it the same edge."""
        return self.type, self.id, *self.source, *self.target


@dataclass(frozen=True, slots=True)
class Rowed:
    """A graph as rows, in its order."""

    nodes: tuple[NodeRow, ...]
    edges: tuple[EdgeRow, ...]


class _Typed(Protocol):
    @property
    def type(self) -> str: ...


def flatten(graph: Graph) -> Rowed:
    """The rows of a graph. Raises StoreError where it does not hold together or leaves the ontology."""
    places = _Places(graph.nodes)
    labels = {node.id: node.label for node in graph.nodes}
    nodes = tuple(_node_row(node, places) for node in graph.nodes)
    years = since(graph)
    edges = tuple(_edge_row(edge, labels, places, years.get(edge.id)) for edge in graph.edges)
    _distinct("node", (row.key for row in nodes))
    _distinct("edge", (row.key[:2] for row in edges))
    return Rowed(nodes, edges)


class _Places:
    """Where evidence lies: the passages of each document, by where they start."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        passages: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for node in nodes:
            if node.label == "Passage":
                told = node.properties
                passages[str(told["document"])].append((int(str(told["start"])), int(str(told["end"])), node.id))
        self._passages = {document: sorted(found) for document, found in passages.items()}

    def of(self, evidence: Evidence) -> str:
        """The place of a piece of evidence; of passages inside one another, the one that starts last."""
        passages = self._passages.get(evidence.document, [])
        start, end = evidence.span.start, evidence.span.end
        before = bisect_right(passages, start, key=lambda passage: passage[0])
        covering = (ident for _, stop, ident in reversed(passages[:before]) if start < stop)
        return f"{next(covering, evidence.document)}@{start}-{end}"


def _node_row(node: Node, places: _Places) -> NodeRow:
    _known(node.label, "label", LABELS, f"node {node.id}")
    if len(node.name.encode()) > _LONGEST_NAME:
        raise StoreError(f"node {node.id} ({node.label}): a name of {len(node.name)} characters; {node.name[:20]}… is no name")
    told = _values(node.properties, PROPERTIES.get(node.label, {}), f"node {node.id}")
    base: dict[str, Any] = {"id": node.id, "name": node.name}
    if node.label not in _SOURCES:
        base["aliases"] = list(node.aliases)
        base[SEARCH] = list(search_keys(node.label, (node.name, *node.aliases)))
    return NodeRow(label=node.label, id=node.id, properties=_marked(base | told | _provenance(node.evidence, places), ()))


def _edge_row(edge: Edge, labels: Mapping[str, str], places: _Places, year: int | None) -> EdgeRow:
    _known(edge.type, "predicate", PREDICATES, f"edge {edge.id}")
    missing = [end for end in (edge.source, edge.target) if end not in labels]
    if missing:
        raise StoreError(
            f"edge {edge.id} ({edge.type}): the graph has no node {missing[0]}; a graph holds both ends of its edges"
        )
    source, target = (labels[edge.source], edge.source), (labels[edge.target], edge.target)
    told = _values(edge.qualifiers, PREDICATES[edge.type].qualifiers, f"edge {edge.id}")
    base: dict[str, Any] = {"id": edge.id} if year is None else {"id": edge.id, SINCE: year}
    properties = _marked(base | told | _provenance(edge.evidence, places), (*source, *target))
    return EdgeRow(type=edge.type, id=edge.id, source=source, target=target, properties=properties)


def _provenance(evidence: tuple[Evidence, ...], places: _Places) -> dict[str, Any]:
    if not evidence:
        return {}
    ordered = sorted(evidence, key=lambda one: (one.document, one.span, one.rule, one.quote))
    return {
        "documents": sorted({one.document for one in ordered}),
        "evidence": [places.of(one) for one in ordered],
        "quotes": [one.quote for one in ordered],
        "rules": [one.rule for one in ordered],
        "confidence": sureness(ordered),
    }


def _values(values: Mapping[str, Value], specs: Mapping[str, _Typed], owner: str) -> dict[str, Any]:
    """Properties or qualifiers as an engine takes them; decimals are floats, however they were written."""
    taken = RESERVED & values.keys()
    if taken:
        raise StoreError(f"{owner}: a property may not be called {min(taken)}; every node or edge has that already")
    decimal = {name for name in values if name in specs and specs[name].type == "decimal"}
    return {name: _float(value) if name in decimal else value for name, value in plain(values).items()}


def _float(value: Any) -> Any:
    if isinstance(value, list):
        return [_float(one) for one in value]
    return float(value) if isinstance(value, int) else value


def _marked(properties: dict[str, Any], ends: tuple[str, ...]) -> dict[str, Any]:
    try:
        digest = sha256(dumps([ends, properties]).encode()).hexdigest()[:_DIGEST_LENGTH]
    except ValueError as error:
        raise StoreError(f"{properties['id']}: a value that no store can hold: {error}") from error
    return properties | {MARK: digest}


def _known(name: str, kind: str, names: Mapping[str, object], owner: str) -> None:
    if name not in names:
        raise StoreError(f'{owner}: "{name}" is no {kind} of the ontology; it would have to be added to ontology/landscape.ttl')


def _distinct(kind: str, keys: Iterable[tuple[str, ...]]) -> None:
    seen: set[tuple[str, ...]] = set()
    for key in keys:
        if key in seen:
            raise StoreError(f"{kind} {key[1]} ({key[0]}) stands twice in the graph; ids are unique within a label or type")
        seen.add(key)

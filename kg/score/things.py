"""A graph as gold facts ask of it: nodes by their names, edges by the documents that say them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from kg.model import Edge, Graph, Node
from kg.score.gold import End, Gold, GoldFact
from kg.score.likeness import folded, same_named, same_number

__all__ = ["FIGURE", "Ends", "Things"]

FIGURE = "Metric"
"""The label of figures, which are what they are by value and unit, whatever they are called."""

_SOURCE = "IN_DOCUMENT"
"""What joins a passage to its document: no statement of it."""

Ends = tuple[str, str, str]
"""The id of a subject, a predicate and the id of an object."""


class Things:
    """The nodes of a graph with their folded names, and its edges by the documents that say them."""

    def __init__(self, graph: Graph) -> None:
        self.nodes = {node.id: node for node in graph.nodes}
        self.forms = {node.id: frozenset(map(folded, (node.name, *node.aliases))) for node in graph.nodes}
        self.sources = {node.id: str(node.properties["source"]) for node in graph.nodes if node.label == "Document"}
        self._edges: defaultdict[str, dict[str, Edge]] = defaultdict(dict)
        for edge in graph.edges:
            if edge.type != _SOURCE:
                for words in edge.evidence:
                    self._edges[words.document][edge.id] = edge

    def named(self, document: str) -> frozenset[str]:
        """The ids of the documents that a gold file calls so: a file's whole name, else the beginning of names."""
        whole = frozenset(ident for ident, source in self.sources.items() if document in (source, source.rpartition(".")[0]))
        return whole or frozenset(ident for ident, source in self.sources.items() if source.startswith(document))

    def edges(self, documents: Iterable[str]) -> dict[Ends, list[Edge]]:
        """The edges that these documents say, by their ends and predicate."""
        found: dict[Ends, list[Edge]] = {}
        for edge in {ident: edge for document in sorted(documents) for ident, edge in self._edges[document].items()}.values():
            found.setdefault((edge.source, edge.type, edge.target), []).append(edge)
        return found

    def is_one(self, node: str, end: End, gold: Gold) -> bool:
        """Whether a node is what an end of a gold fact names."""
        found, (label, name) = self.nodes[node], end
        if found.label != label:
            return False
        if label == "Innovation" and "#" in name:
            return str(found.properties.get("number", found.name.rpartition("#")[2])) == name.rpartition("#")[2]
        return same_named(label, gold.forms(end), self.forms[node])

    def states(self, ends: Ends, edges: Iterable[Edge], fact: GoldFact, gold: Gold) -> bool:
        """Whether the edges between two nodes state a gold fact, its qualifiers aside."""
        subject, predicate, target = ends
        if predicate != fact.predicate or not self.is_one(subject, fact.subject, gold):
            return False
        if fact.object[0] != FIGURE:
            return self.is_one(target, fact.object, gold)
        node = self.nodes[target]
        return node.label == FIGURE and any(_same_figure(edge, node, fact) for edge in edges)


def _same_figure(edge: Edge, node: Node, fact: GoldFact) -> bool:
    stated: Mapping[str, Any] = {**node.properties, **edge.qualifiers}
    wanted = folded(fact.qualifiers.get("unit") or "")
    return same_number(stated.get("value"), fact.qualifiers.get("value")) and folded(stated.get("unit") or "") == wanted

"""What a document states and something else contests: values that stand side by side in the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import Assertion, Attribute, Edge, Graph, Node, Value
from kg.text import fold
from kg.vocab import PREDICATES

__all__ = ["Contested", "contested"]

_STATED = "_stated"
"""What resolution puts behind a property's name to list all its values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """A value on which statements differ. ``said`` holds each value with the words for it, none where the graph keeps none."""

    statement: str
    name: str
    said: tuple[tuple[Value, str], ...]


def contested(graph: Graph, document: str, assertions: Iterable[Assertion]) -> tuple[Contested, ...]:
    """The contested values in which a document has a part; ``assertions`` are its own."""
    nodes = {node.id: node for node in graph.nodes}
    found = [*_edges(graph, document, nodes), *_properties(graph, assertions)]
    return tuple(sorted(found, key=lambda one: (one.statement, one.name, repr(one.said))))


def _edges(graph: Graph, document: str, nodes: dict[str, Node]) -> Iterator[Contested]:
    beside: defaultdict[tuple[object, ...], list[Edge]] = defaultdict(list)
    for edge in graph.edges:
        same = sorted((name, repr(edge.qualifiers[name])) for name in _names(edge, "identifying"))
        beside[edge.source, edge.type, edge.target, *same].append(edge)
    for edges in beside.values():
        if len(edges) > 1 and any(words.document == document for edge in edges for words in edge.evidence):
            first = edges[0]
            statement = f"{nodes[first.source].name} -{first.type}-> {nodes[first.target].name}"
            for name in sorted({name for edge in edges for name in _names(edge, "single")}):
                said = [(edge.qualifiers[name], edge.evidence[0].quote) for edge in edges if name in edge.qualifiers]
                if len({repr(value) for value, _ in said}) > 1:
                    yield Contested(statement=statement, name=name, said=tuple(said))


def _names(edge: Edge, role: str) -> list[str]:
    qualifiers = PREDICATES[edge.type].qualifiers
    return [name for name in edge.qualifiers if name in qualifiers and qualifiers[name].role == role]


def _properties(graph: Graph, assertions: Iterable[Assertion]) -> Iterator[Contested]:
    stated = {(one.subject.label, fold(one.subject.name), one.name) for one in assertions if isinstance(one, Attribute)}
    for node in graph.nodes:
        forms = [fold(name) for name in (node.name, *node.aliases)]
        for listed, values in node.properties.items():
            name = listed.removesuffix(_STATED)
            if name != listed and isinstance(values, tuple) and any((node.label, form, name) in stated for form in forms):
                yield Contested(statement=node.name, name=name, said=tuple((value, "") for value in values))

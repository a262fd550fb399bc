"""Facts that stand side by side: one relation of the same two with different values, one metric with different figures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from kg.conflicts.report import Conflict, Saying
from kg.model import Assertion, Attribute, Edge, Evidence, Graph, Node, Value
from kg.resolve import Citations
from kg.resolve.figures import agree, in_units, range_of
from kg.text import fold
from kg.vocab import PREDICATES

__all__ = ["contested_edges", "contested_figures", "contested_properties"]

_STATED = "_stated"
_SPELLINGS = frozenset({"value_text", "comparator", "as_of"})
"""Said otherwise without being another fact."""

_AGAIN = {"FUNDED_BY": ("year", "number"), "ADOPTED_BY": ("year",), "MEMBER_OF": ("year",), "AFFILIATED_WITH": ("year",)}
"""What happens more than once: where one of these differs, the facts are two."""

_ONCE = frozenset({"Grant"})
"""Labels of which the same is funded once."""

_PARTS = re.compile(r"[,;/]")
"""Between titles or posts that one person holds together (folded)."""

_TIMES = ("unit", "year", "population", "since", "period", "condition", "scope")


def contested_edges(graph: Graph) -> Iterator[Conflict]:
    """Edges of the same ends, relation and identifying qualifiers whose other qualifiers differ."""
    nodes = {node.id: node for node in graph.nodes}
    beside: defaultdict[tuple[object, ...], list[Edge]] = defaultdict(list)
    for edge in graph.edges:
        if edge.type != "HAS_METRIC":
            same = sorted((name, repr(edge.qualifiers[name])) for name in _names(edge, "identifying"))
            beside[edge.type, edge.source, edge.target, *same].append(edge)
    for edges in beside.values():
        for name in sorted({name for edge in edges for name in _names(edge, "single")} - _SPELLINGS):
            said = _sayings([one for one in edges if any(_differ(one, other, name, nodes) for other in edges)], name)
            if len(said) > 1:
                yield Conflict(kind="edge", what=_statement(edges[0], nodes), name=name, said=said)


def contested_figures(graph: Graph) -> Iterator[Conflict]:
    """Figures of one metric, subject, time and condition that cannot both be true.

    Two that stand in one passage are figures of different things, which the metric's name does not tell apart: nobody
    contradicts himself within a breath.
    """
    nodes, citations = {node.id: node for node in graph.nodes}, Citations(graph)
    beside: defaultdict[tuple[object, ...], list[Edge]] = defaultdict(list)
    for edge in graph.edges:
        if edge.type == "HAS_METRIC" and "comparator" not in edge.qualifiers:
            beside[edge.source, edge.target, *_conditions(edge)].append(edge)
    for edges in beside.values():
        against = [edge for one, other in combinations(edges, 2) if _against(one, other, citations) for edge in (one, other)]
        if against:
            differing = [edge for edge in edges if edge in against]
            said = tuple(_saying(edge, _figure(edge)) for edge in sorted(differing, key=lambda one: one.id))
            yield Conflict(kind="figure", what=_statement(edges[0], nodes), name="value", said=said)


def contested_properties(graph: Graph, assertions: Iterable[Assertion]) -> Iterator[Conflict]:
    """Properties of which documents state several values, with the words for each."""
    listed = {node.id: node for node in graph.nodes if any(name.endswith(_STATED) for name in node.properties)}
    if not listed:
        return
    of_words: defaultdict[Evidence, list[str]] = defaultdict(list)
    for node in listed.values():
        for words in node.evidence:
            of_words[words].append(node.id)
    words_for: defaultdict[tuple[str, str], list[tuple[Value, Evidence]]] = defaultdict(list)
    for one in assertions:
        if isinstance(one, Attribute):
            for ident in of_words.get(one.evidence, ()):
                if listed[ident].label == one.subject.label:
                    words_for[ident, one.name].append((one.value, one.evidence))
    for node in listed.values():
        for name, values in sorted(node.properties.items()):
            if name.endswith(_STATED) and isinstance(values, tuple):
                plain = name.removesuffix(_STATED)
                said = tuple(_property(node, value, words_for[node.id, plain]) for value in values)
                yield Conflict(kind="property", what=f"{node.name} ({node.label})", name=plain, said=said)


def _property(node: Node, value: Value, stated: Iterable[tuple[Value, Evidence]]) -> Saying:
    words = sorted((one for said, one in stated if said == value), key=lambda one: (one.document, one.span))
    return Saying(value=value, ids=(node.id,), evidence=tuple(words))


def _names(edge: Edge, role: str) -> list[str]:
    qualifiers = PREDICATES[edge.type].qualifiers if edge.type in PREDICATES else {}
    return [name for name in edge.qualifiers if name in qualifiers and qualifiers[name].role == role]


def _differ(one: Edge, other: Edge, name: str, nodes: Mapping[str, Node]) -> bool:
    values = one.qualifiers.get(name), other.qualifiers.get(name)
    if values[0] is None or values[1] is None or values[0] == values[1] or _another_time(one, other, nodes):
        return False
    parts = [set(_PARTS.split(fold(value))) if isinstance(value, str) else {value} for value in values]
    return not (parts[0] <= parts[1] or parts[1] <= parts[0])


def _another_time(one: Edge, other: Edge, nodes: Mapping[str, Node]) -> bool:
    if one.type == "FUNDED_BY" and nodes[one.source].label in _ONCE:
        return False
    both = ((one.qualifiers.get(name), other.qualifiers.get(name)) for name in _AGAIN.get(one.type, ()))
    return any(a is not None and b is not None and a != b for a, b in both)


def _sayings(edges: Iterable[Edge], name: str) -> tuple[Saying, ...]:
    """Each value once, with all edges that have it."""
    having: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        if name in edge.qualifiers:
            having[repr(edge.qualifiers[name])].append(edge)
    return tuple(
        Saying(
            value=same[0].qualifiers[name],
            ids=tuple(sorted(edge.id for edge in same)),
            evidence=tuple(words for edge in same for words in edge.evidence),
        )
        for _, same in sorted(having.items())
    )


def _statement(edge: Edge, nodes: Mapping[str, Node]) -> str:
    return f"{nodes[edge.source].name} -{edge.type}-> {nodes[edge.target].name}"


def _conditions(edge: Edge) -> list[str]:
    unit = in_units(str(edge.qualifiers.get("unit", "")))[1]
    return [unit, *(repr(edge.qualifiers.get(name)) for name in _TIMES[1:])]


def _against(one: Edge, other: Edge, citations: Citations) -> bool:
    ranges = range_of(one.qualifiers), range_of(other.qualifiers)
    if ranges[0] is None or ranges[1] is None or agree(ranges[0], ranges[1]):
        return False
    places = [{citations.passage(words).id for words in edge.evidence} for edge in (one, other)]
    return places[0].isdisjoint(places[1])


def _figure(edge: Edge) -> Value:
    told = edge.qualifiers.get("value_text", edge.qualifiers["value"])
    bound = edge.qualifiers.get("bound", "")
    return f"{bound}{told}" if bound in (">", "<", "约", "近") else told


def _saying(edge: Edge, value: Value) -> Saying:
    return Saying(value=value, ids=(edge.id,), evidence=edge.evidence)

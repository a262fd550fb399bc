"""Whether a graph keeps the rules of ``ontology/shapes.ttl`` and ``ontology/ends.ttl``; findings are values, not errors."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Set
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.model import Edge, Graph
from kg.ontology import META, NS, shape_files
from kg.ontology.files import load_file, local
from kg.ontology.terms import field_name, landscape
from kg.rdf import element_id, statements
from kg.vocab import PREDICATES

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node as Term

__all__ = ["Violation", "validate"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Violation:
    """A rule that a node or an edge breaks.

    ``name`` is the node's name, or the edge as "subject —predicate→ object"; ``path`` is the field or predicate concerned, or
    empty; ``value`` is what was found there, empty where something is lacking; ``severity`` is violation, warning or info.
    """

    severity: str
    id: str
    name: str
    path: str
    value: str
    message_zh: str
    message_en: str


def validate(graph: Graph) -> tuple[Violation, ...]:
    """Every broken rule, sorted, violations before warnings; none for a graph that keeps them all.

    pyshacl judges, without inference, plain types and statements without evidence. Of edges that no rule can tell apart it
    judges one, and all of them where that one breaks a rule.
    """
    alike = _alike(graph)
    found = _judged(graph, {edges[0].id for edges in alike})
    broken = {one.id for one in found}
    others = {edge.id for edges in alike if edges[0].id in broken and len(edges) > 1 for edge in edges}
    if others:
        found |= _judged(graph, others)
    return tuple(sorted(found, key=lambda one: (_SEVERITIES.index(one.severity), one)))


_SEVERITIES = ("violation", "warning", "info")
_TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")


def _judged(graph: Graph, stated: Set[str]) -> set[Violation]:
    """The rules that the nodes break, and the statements of these edges."""
    import pyshacl

    data = statements(graph, stated=stated)
    _, report, text = pyshacl.validate(
        data, shacl_graph=_shapes(), inference="none", advanced=False, meta_shacl=False, do_owl_imports=False, inplace=True
    )
    if isinstance(report, Exception | bytes | str):
        raise OntologyError(f"shapes.ttl, ends.ttl: pyshacl cannot run them: {text}; mend the shape that it names")
    names = _names(graph)
    return {_violation(report, result, names) for result in _results(report)}


def _alike(graph: Graph) -> list[list[Edge]]:
    """The edges, those together whose statements the rules see as the same: type, labels of the ends, qualifiers.

    No path of a shape of statements leads further than to the ends and their types (a test holds them to it).
    """
    labels = {node.id: node.label for node in graph.nodes}
    found: dict[Hashable, list[Edge]] = {}
    for edge in graph.edges:
        ends = labels.get(edge.source), labels.get(edge.target), edge.source == edge.target
        said = sorted((name, repr(value)) for name, value in edge.qualifiers.items())
        found.setdefault((edge.type, ends, tuple(said)), []).append(edge)
    return list(found.values())


@cache
def _shapes() -> rdflib.Graph:
    """The shapes of the files, each property a shape with its owner's targets.

    It means the same, and pyshacl reads a shape of its own once, a property of another once for every thing that it judges.
    """
    import rdflib
    from rdflib import RDF, SH

    shapes = rdflib.Graph()
    for path in shape_files():
        shapes += load_file(path)
    for shape in set(shapes.subjects(SH.property)):
        targets = [(name, thing) for name in _TARGETS for thing in shapes.objects(shape, SH[name])]
        if targets:
            _ignore_its_properties(shapes, shape)
            for inner in list(shapes.objects(shape, SH.property)):
                shapes.remove((shape, SH.property, inner))
                shapes.add((inner, RDF.type, SH.PropertyShape))
                for name, thing in targets:
                    shapes.add((inner, SH[name], thing))
    return shapes


def _ignore_its_properties(shapes: rdflib.Graph, shape: Term) -> None:
    """Have a closed shape allow by list what it allows as its properties, which are about to leave it."""
    from rdflib import SH, BNode
    from rdflib.collection import Collection

    if shapes.value(shape, SH.closed) is not None:
        start = shapes.value(shape, SH.ignoredProperties) or BNode()
        shapes.add((shape, SH.ignoredProperties, start))
        ignored = Collection(shapes, start)
        for inner in shapes.objects(shape, SH.property):
            ignored += shapes.objects(inner, SH.path)


def _results(report: rdflib.Graph) -> list[Term]:
    from rdflib import RDF, SH

    return list(report.subjects(RDF.type, SH.ValidationResult))


def _violation(report: rdflib.Graph, result: Term, names: Mapping[str, str]) -> Violation:
    from rdflib import SH, Literal

    focus = element_id(report.value(result, SH.focusNode))
    texts = {text.language: str(text) for text in report.objects(result, SH.resultMessage) if isinstance(text, Literal)}
    value = report.value(result, SH.value)
    found = "" if value is None else element_id(value)
    return Violation(
        severity=local(report.value(result, SH.resultSeverity)).lower(),
        id=focus,
        name=names.get(focus, focus),
        path=_path(report, report.value(result, SH.resultPath)),
        value=names.get(found, found) if found != focus else "",
        message_zh=texts.get("zh", ""),
        message_en=texts.get("en", ""),
    )


def _path(report: rdflib.Graph, path: Term | None) -> str:
    """The field's name as stores have it; an inverse path is told by its predicate."""
    from rdflib import SH, BNode, URIRef

    inner = report.value(path, SH.inversePath) if isinstance(path, BNode) else path
    if inner is None:
        return ""
    return field_name(landscape(), inner) if isinstance(inner, URIRef) and str(inner).startswith((NS, META)) else local(inner)


def _names(graph: Graph) -> dict[str, str]:
    names = {node.id: node.name for node in graph.nodes}
    return names | {edge.id: _edge_name(edge, names) for edge in graph.edges}


def _edge_name(edge: Edge, names: Mapping[str, str]) -> str:
    predicate = PREDICATES[edge.type].zh if edge.type in PREDICATES else edge.type
    return f"{names.get(edge.source, edge.source)} —{predicate}→ {names.get(edge.target, edge.target)}"

"""The graph as RDF: a plain triple for every edge and, beside it, an n-ary statement with the edge's qualifiers.

Shapes are held against exactly this; the export adds the evidence and the field's own vocabularies to it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Set
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from kg.model import Edge, Graph, Node, Value
from kg.ontology import META, NS, field_terms, is_iso_date
from kg.properties import PROPERTIES
from kg.vocab import PREDICATES

if TYPE_CHECKING:
    import rdflib
    from rdflib import Literal, URIRef

    Triple = tuple[URIRef, URIRef, URIRef | Literal]

__all__ = ["DATA", "element_id", "iri", "statements", "term"]

DATA = "https://w3id.org/yingtu/id/"
"""The namespace of nodes, edges and evidence; behind it stands the id."""

_BOUNDS = {"start": "firstDay", "end": "lastDay"}
_DAY = len("2019-03-18")
_DATE_TYPES = {len("2019"): "gYear", len("2019-03"): "gYearMonth", _DAY: "date"}


def statements(graph: Graph, *, stated: Set[str] | None = None) -> rdflib.Graph:
    """Types, names and properties of the nodes; for every edge the plain triple and a statement ``<predicate>_Statement``.

    With ``stated`` only the edges of these ids have a statement beside their triple. A label, predicate or field that the
    ontology does not know becomes a term of the landscape's namespace all the same, so that the shapes can tell of it.
    """
    import rdflib

    out = rdflib.Graph()
    for node in graph.nodes:
        out += _of_node(node)
    for edge in graph.edges:
        out.add((iri(edge.source), term(edge.type), iri(edge.target)))
        if stated is None or edge.id in stated:
            out += _of_edge(edge)
    return out


def iri(element: str) -> URIRef:
    """The IRI of the node or edge with this id."""
    from rdflib import URIRef

    return URIRef(DATA + quote(element, safe=""))


def element_id(subject: object) -> str:
    """The id of the node or edge with this IRI; anything else is given back as text."""
    return unquote(str(subject).removeprefix(DATA))


@cache
def term(name: str) -> URIRef:
    """The IRI of a label, predicate or other local name of the landscape."""
    from rdflib import URIRef

    return URIRef(NS + quote(name, safe=""))


def _of_node(node: Node) -> Iterator[Triple]:
    from rdflib import RDF, RDFS, SKOS, XSD, Literal, URIRef

    subject = iri(node.id)
    yield subject, RDF.type, term(node.label)
    yield subject, RDFS.label, Literal(node.name)
    for alias in node.aliases:
        yield subject, SKOS.altLabel, Literal(alias)
    types = {name: spec.type for name, spec in PROPERTIES.get(node.label, {}).items()}
    for name, value in node.properties.items():
        yield from _values(subject, _field(node.label, name), value, types.get(name, ""))
        if name in _BOUNDS and types.get(name) == "date" and isinstance(value, str) and is_iso_date(value):
            yield subject, URIRef(META + _BOUNDS[name]), Literal(_bound(name, value), datatype=XSD.date)


def _of_edge(edge: Edge) -> Iterator[Triple]:
    from rdflib.namespace import RDF

    statement, source, target, predicate = iri(edge.id), iri(edge.source), iri(edge.target), term(edge.type)
    yield statement, RDF.type, term(f"{edge.type}_Statement")
    yield statement, RDF.subject, source
    yield statement, RDF.predicate, predicate
    yield statement, RDF.object, target
    known = PREDICATES[edge.type].qualifiers if edge.type in PREDICATES else {}
    for name, value in edge.qualifiers.items():
        yield from _values(statement, _field(edge.type, name), value, known[name].type if name in known else "")


def _values(subject: URIRef, predicate: URIRef, value: Value, type_: str) -> Iterator[Triple]:
    for one in value if isinstance(value, tuple) else (value,):
        yield subject, predicate, _literal(one, type_)


@cache
def _field(owner: str, name: str) -> URIRef:
    from rdflib import URIRef

    known = field_terms().get((owner, name))
    return URIRef(known) if known else term(name)


def _bound(name: str, value: str) -> str:
    """The first day that a start can mean, or the last that an end can: what lets dates of any precision be compared.

    >>> _bound("start", "2019"), _bound("end", "2020-02")
    ('2019-01-01', '2020-02-29')
    """
    if name == "start":
        return value + "-01" * ((_DAY - len(value)) // len("-01"))
    month = value if len(value) > len("2019") else f"{value}-12"
    return value if len(value) == _DAY else f"{month}-{monthrange(int(month[:4]), int(month[5:]))[1]}"


def _literal(value: str | int | float | bool, type_: str) -> Literal:
    """The value as its own type; a number of a decimal field is a decimal, an ISO date of a date field as precise as stated."""
    from decimal import Decimal

    from rdflib import XSD, Literal

    if isinstance(value, float) or (type_ == "decimal" and isinstance(value, int) and not isinstance(value, bool)):
        digits = format(Decimal(str(value)), "f")
        return Literal(digits if "." in digits else f"{digits}.0", datatype=XSD.decimal)
    if type_ == "date" and isinstance(value, str) and is_iso_date(value):
        return Literal(value, datatype=XSD[_DATE_TYPES[len(value)]])
    return Literal(value)

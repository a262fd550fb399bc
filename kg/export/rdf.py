"""RDF: plain triples for simple SPARQL, statements with qualifiers beside them, evidence, and the field's vocabularies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.codec import content_id
from kg.errors import ExportError
from kg.export.whole import write_whole
from kg.model import Edge, Evidence, Graph, Node
from kg.ontology import META, NS, Mapping, classes, predicates
from kg.rdf import DATA, iri, statements, term

if TYPE_CHECKING:
    import rdflib
    from rdflib import Literal, URIRef

    Triple = tuple[URIRef, URIRef, URIRef | Literal]

__all__ = ["PREFIXES", "to_rdf", "to_turtle", "write_rdf"]

PREFIXES = {
    "": NS,
    "id": DATA,
    "meta": META,
    "bibo": "http://purl.org/ontology/bibo/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "frapo": "http://purl.org/cerif/frapo/",
    "obo": "http://purl.obolibrary.org/obo/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vivo": "http://vivoweb.org/ontology/core#",
}
"""The prefixes of the Turtle that is written, and those that a SPARQL question over it needs."""

FORMATS = {".ttl": "turtle", ".nt": "nt", ".jsonld": "json-ld", ".rdf": "xml"}

_UNMAPPED = Mapping()


def to_rdf(graph: Graph) -> rdflib.Graph:
    """The whole graph as RDF, evidence and mappings included; without blank nodes."""
    import rdflib

    out = rdflib.Graph(bind_namespaces="core")
    for prefix, namespace in PREFIXES.items():
        out.bind(prefix, namespace)
    out += statements(graph)
    for node in graph.nodes:
        out += _classes(node)
        out += _evidence(iri(node.id), node.evidence)
    for edge in graph.edges:
        out += _parents(edge)
        out += _evidence(iri(edge.id), edge.evidence)
    return out


def to_turtle(graph: Graph) -> str:
    """The graph as Turtle; the same graph gives the same text."""
    return to_rdf(graph).serialize(format="turtle")


def write_rdf(graph: Graph, path: Path) -> Path:
    """Write the graph in the format that the suffix names (.ttl, .nt, .jsonld, .rdf).

    Raises ExportError for any other, and where the file cannot be written."""
    form = FORMATS.get(path.suffix)
    if form is None:
        raise ExportError(f'{path}: no RDF format is named "{path.suffix}"; there are {", ".join(FORMATS)}')
    text = to_rdf(graph).serialize(format=form)
    lines = sorted(text.splitlines(keepends=True)) if form == "nt" else [text]
    write_whole({path: lines})
    return path


def _classes(node: Node) -> Iterator[Triple]:
    from rdflib import RDF, URIRef

    for parent in classes().get(node.label, _UNMAPPED).parents:
        yield iri(node.id), RDF.type, URIRef(parent)


def _parents(edge: Edge) -> Iterator[Triple]:
    """The edge in the field's vocabularies: the looser triples, and the statement's class and links."""
    from rdflib import RDF, URIRef

    source, target, statement = iri(edge.source), iri(edge.target), iri(edge.id)
    mapping = predicates().get(edge.type, _UNMAPPED)
    yield statement, RDF.type, RDF.Statement
    for parent in mapping.parents:
        yield source, URIRef(parent), target
    for parent in mapping.inverse:
        yield target, URIRef(parent), source
    if mapping.statement is not None:
        form = mapping.statement
        yield statement, RDF.type, URIRef(form.type)
        if form.subject_link and form.object_link:
            yield statement, URIRef(form.subject_link), source
            yield statement, URIRef(form.object_link), target


def _evidence(subject: URIRef, evidence: Iterable[Evidence]) -> Iterator[Triple]:
    from rdflib import PROV

    for one in evidence:
        quotation = iri(content_id("Evidence", one.document, str(one.span.start), str(one.span.end), one.ingester, one.rule))
        yield subject, PROV.wasDerivedFrom, quotation
        yield subject, PROV.hadPrimarySource, iri(one.document)
        yield from _quotation(quotation, one)


def _quotation(quotation: URIRef, evidence: Evidence) -> Iterator[Triple]:
    from rdflib import DCTERMS, PROV, RDF, XSD, Literal, URIRef

    reading = iri(content_id("Reading", evidence.ingester, evidence.rule))
    yield quotation, RDF.type, PROV.Entity
    yield quotation, PROV.value, Literal(evidence.quote)
    yield quotation, PROV.wasQuotedFrom, iri(evidence.document)
    yield quotation, PROV.wasGeneratedBy, reading
    yield quotation, term("passageStart"), Literal(evidence.span.start)
    yield quotation, term("passageEnd"), Literal(evidence.span.end)
    yield quotation, URIRef(META + "confidence"), Literal(str(evidence.confidence), datatype=XSD.decimal)
    yield reading, RDF.type, PROV.Activity
    yield reading, DCTERMS.identifier, Literal(f"{evidence.ingester}/{evidence.rule}")

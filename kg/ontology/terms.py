"""What landscape.ttl says of labels, predicates and fields that RDF needs and ``kg.vocab`` does not hold: IRIs and mappings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.ontology.files import META, NS, broken, load, local

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node as Term

__all__ = [
    "Mapping",
    "StatementForm",
    "classes",
    "field_name",
    "field_terms",
    "in_order",
    "landscape",
    "members",
    "predicates",
    "value_of",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementForm:
    """How the n-ary statement of a predicate looks in the field's vocabularies: its class and its links to the two ends."""

    type: str
    subject_link: str | None = None
    object_link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """What a label or predicate is a narrower case of: IRIs, sorted; ``inverse`` ones run from object to subject."""

    parents: tuple[str, ...] = ()
    inverse: tuple[str, ...] = ()
    statement: StatementForm | None = None


@cache
def classes() -> dict[str, Mapping]:
    """The mappings of every label, by label."""
    from rdflib.namespace import OWL, RDFS

    graph = landscape()
    return {
        local(subject): Mapping(parents=_parents(graph, subject, RDFS.subClassOf)) for subject in in_order(graph, OWL.Class)
    }


@cache
def predicates() -> dict[str, Mapping]:
    """The mappings of every predicate, by predicate."""
    from rdflib.namespace import OWL

    graph = landscape()
    return {local(subject): _predicate(graph, subject) for subject in in_order(graph, OWL.ObjectProperty)}


@cache
def field_terms() -> dict[tuple[str, str], str]:
    """The IRI of each property of a label and each qualifier of a predicate, by (label or predicate, field name)."""
    from rdflib.namespace import OWL

    graph = landscape()
    found: dict[tuple[str, str], str] = {}
    for subject in in_order(graph, OWL.Class):
        found |= {(local(subject), field_name(graph, term)): str(term) for term in members(graph, subject, "properties")}
    for subject in in_order(graph, OWL.ObjectProperty):
        used = (value_of(graph, use, "property") for use in members(graph, subject, "qualifiers"))
        found |= {(local(subject), field_name(graph, term)): str(term) for term in used if term is not None}
    return found


@cache
def landscape() -> rdflib.Graph:
    """The landscape, read once; to be looked at, not changed."""
    return load()


def in_order(graph: rdflib.Graph, kind: Term) -> list[Term]:
    """The vocabulary's own terms of a kind (``owl:Class`` …) by ``meta:order``; OntologyError for one without it."""
    from rdflib import Literal, URIRef
    from rdflib.namespace import RDF

    placed: list[tuple[int, Term]] = []
    for subject in graph.subjects(RDF.type, kind):
        if isinstance(subject, URIRef) and subject.startswith(NS):
            order = value_of(graph, subject, "order")
            if not isinstance(order, Literal) or not isinstance(order.value, int):
                raise broken("landscape", subject, "has no meta:order; give it the next whole number")
            placed.append((order.value, subject))
    return [subject for _, subject in sorted(placed)]


def members(graph: rdflib.Graph, subject: Term, annotation: str) -> Iterator[Term]:
    """The members of the list that a ``meta:`` annotation of ``subject`` holds; none where there is no list."""
    from rdflib.collection import Collection

    head = value_of(graph, subject, annotation)
    return iter(()) if head is None else iter(Collection(graph, head))


def value_of(graph: rdflib.Graph, subject: Term, annotation: str) -> Term | None:
    """What a ``meta:`` annotation of ``subject`` holds, or None."""
    from rdflib import URIRef

    return graph.value(subject, URIRef(META + annotation))


def field_name(graph: rdflib.Graph, term: Term) -> str:
    """The name that a datatype property bears in stores and exports."""
    return str(value_of(graph, term, "field") or local(term))


def _predicate(graph: rdflib.Graph, subject: Term) -> Mapping:
    from rdflib.namespace import OWL, RDFS

    inverse = {
        str(term) for parent in graph.objects(subject, RDFS.subPropertyOf) for term in graph.objects(parent, OWL.inverseOf)
    }
    return Mapping(
        parents=_parents(graph, subject, RDFS.subPropertyOf),
        inverse=tuple(sorted(inverse)),
        statement=_statement(graph, subject),
    )


def _statement(graph: rdflib.Graph, subject: Term) -> StatementForm | None:
    type_, source, target = (value_of(graph, subject, name) for name in ("statementClass", "subjectLink", "objectLink"))
    if type_ is None:
        return None
    return StatementForm(
        type=str(type_),
        subject_link=str(source) if source else None,
        object_link=str(target) if target else None,
    )


def _parents(graph: rdflib.Graph, subject: Term, relation: Term) -> tuple[str, ...]:
    from rdflib import URIRef

    return tuple(sorted(str(parent) for parent in graph.objects(subject, relation) if isinstance(parent, URIRef)))

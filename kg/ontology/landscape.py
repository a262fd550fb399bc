"""landscape.ttl read whole: labels and predicates with all that is generated from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.ontology.files import broken, local
from kg.ontology.terms import field_name, in_order, members, value_of

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node as Term

__all__ = ["Field", "Label", "Named", "Predicate", "labels", "relations"]

_TYPES = {"string": "string", "integer": "integer", "decimal": "decimal", "boolean": "boolean", "IsoDate": "date"}
_MERGES = ("identifying", "single", "earliest", "collected")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A term of the vocabulary: its local name, its name in stores and exports, and its names for people."""

    iri: str
    name: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A property of a label or a qualifier of a predicate; ``merge`` is empty for a property."""

    term: Named
    type: str
    values: tuple[str, ...]
    merge: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label with its colour, its place from 1, its key and its properties."""

    term: Named
    color: str
    order: int
    key: tuple[str, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A predicate with its ends and its qualifiers."""

    term: Named
    domain: tuple[str, ...]
    range: tuple[str, ...]
    same_label: bool
    fields: tuple[Field, ...]


def labels(graph: rdflib.Graph) -> Iterator[Label]:
    """The labels by order; OntologyError for one that is not told whole."""
    from rdflib.namespace import OWL

    for order, subject in enumerate(in_order(graph, OWL.Class), 1):
        term = _term(graph, subject)
        color = str(value_of(graph, subject, "color") or "")
        key = tuple(str(field) for field in members(graph, subject, "key"))
        if not color or not key:
            raise broken(
                "landscape", subject, 'lacks meta:color or meta:key; a label needs both, such as "#4e79a7" and ( "name" )'
            )
        fields = tuple(_field(graph, one) for one in members(graph, subject, "properties"))
        yield Label(term=term, color=color, order=order, key=key, fields=fields)


def relations(graph: rdflib.Graph) -> Iterator[Predicate]:
    """The predicates by order; OntologyError for one that is not told whole."""
    from rdflib.namespace import OWL, RDFS

    for subject in in_order(graph, OWL.ObjectProperty):
        yield Predicate(
            term=_term(graph, subject),
            domain=_ends(graph, subject, RDFS.domain),
            range=_ends(graph, subject, RDFS.range),
            same_label=value_of(graph, subject, "sameLabel") is not None,
            fields=tuple(_qualifier(graph, subject, use) for use in members(graph, subject, "qualifiers")),
        )


def _term(graph: rdflib.Graph, subject: Term) -> Named:
    from rdflib import Literal
    from rdflib.namespace import RDFS, SKOS

    for relation, what in ((RDFS.label, "rdfs:label"), (SKOS.definition, "skos:definition")):
        told = {text.language for text in graph.objects(subject, relation) if isinstance(text, Literal)}
        if not {"zh", "en"} <= told:
            raise broken("landscape", subject, f'lacks {what} in zh or en; add "…"@zh, "…"@en')
    names = {text.language: str(text) for text in graph.objects(subject, RDFS.label) if isinstance(text, Literal)}
    return Named(iri=local(subject), name=field_name(graph, subject), zh=names["zh"], en=names["en"])


def _field(graph: rdflib.Graph, subject: Term, merge: str = "") -> Field:
    from rdflib.namespace import RDFS

    type_ = _TYPES.get(local(graph.value(subject, RDFS.range) or ""))
    if type_ is None:
        raise broken("landscape", subject, f"has no rdfs:range of {', '.join(_TYPES)}; give it one")
    values = tuple(str(value) for value in members(graph, subject, "values"))
    return Field(term=_term(graph, subject), type=type_, values=values, merge=merge)


def _qualifier(graph: rdflib.Graph, predicate: Term, use: Term) -> Field:
    term, merge = value_of(graph, use, "property"), str(value_of(graph, use, "merge"))
    if term is None or merge not in _MERGES:
        raise broken("landscape", predicate, f"has a qualifier without meta:property, or meta:merge is none of {_MERGES}")
    return _field(graph, term, merge)


def _ends(graph: rdflib.Graph, subject: Term, relation: Term) -> tuple[str, ...]:
    from rdflib import URIRef
    from rdflib.collection import Collection
    from rdflib.namespace import OWL

    end = graph.value(subject, relation)
    if end is None:
        raise broken("landscape", subject, f"has no rdfs:{local(relation)}; name the labels that it may join")
    if isinstance(end, URIRef):
        return (local(end),)
    union = graph.value(end, OWL.unionOf)
    if union is None:
        raise broken("landscape", subject, f"has an rdfs:{local(relation)} that is neither a label nor an owl:unionOf labels")
    return tuple(local(one) for one in Collection(graph, union))

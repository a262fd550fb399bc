"""What is written from landscape.ttl: the Python tables of ``kg.vocab`` and the SHACL of ends and qualifiers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.ontology.files import META, broken, load, local
from kg.ontology.source import Call, literal, rows, strings
from kg.ontology.terms import field_name, in_order, members, value_of

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node as Term

__all__ = ["render_ends", "render_properties", "render_vocab"]

_TYPES = {"string": "string", "integer": "integer", "decimal": "decimal", "boolean": "boolean", "IsoDate": "date"}
_MERGES = ("identifying", "single", "earliest", "collected")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Term:
    """A term of the vocabulary with both its names."""

    iri: str
    name: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """A property of a label or a qualifier of a predicate; ``merge`` is empty for a property."""

    term: _Term
    type: str
    values: tuple[str, ...]
    merge: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    term: _Term
    color: str
    order: int
    key: tuple[str, ...]
    fields: tuple[_Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Predicate:
    term: _Term
    domain: tuple[str, ...]
    range: tuple[str, ...]
    same_label: bool
    fields: tuple[_Field, ...]


def render_vocab(folder: Path | None = None) -> str:
    """The source of ``kg/vocab.py``, as ruff formats it; OntologyError where landscape.ttl does not hold together."""
    graph = load("landscape", folder)
    labels, predicates = tuple(_labels(graph)), tuple(_predicates(graph))
    lines = [
        _VOCAB_HEAD,
        *_names("Label", (label.term.name for label in labels)),
        "",
        *_names("Predicate", (predicate.term.name for predicate in predicates)),
        "",
        *_table("LABELS: MappingProxyType[str, LabelSpec]", (_label_row(label) for label in labels)),
        "",
        *_table("PREDICATES: MappingProxyType[str, PredicateSpec]", (_predicate_row(one) for one in predicates)),
    ]
    return "\n".join(lines) + "\n"


def render_properties(folder: Path | None = None) -> str:
    """The source of ``kg/properties.py``, as ruff formats it; OntologyError as for render_vocab."""
    head = "PROPERTIES: MappingProxyType[str, MappingProxyType[str, PropertySpec]]"
    rows_ = (_property_row(label) for label in _labels(load("landscape", folder)))
    return "\n".join([_PROPERTIES_HEAD, *_table(head, rows_)]) + "\n"


def render_ends(folder: Path | None = None) -> str:
    """The source of ``ontology/ends.ttl``: a shape for the statements of every predicate, from its ends and qualifiers."""
    graph = load("landscape", folder)
    return "\n".join([_ENDS_HEAD, *(_shape(predicate) for predicate in _predicates(graph))])


def _labels(graph: rdflib.Graph) -> Iterator[_Label]:
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
        yield _Label(term=term, color=color, order=order, key=key, fields=fields)


def _predicates(graph: rdflib.Graph) -> Iterator[_Predicate]:
    from rdflib.namespace import OWL, RDFS

    for subject in in_order(graph, OWL.ObjectProperty):
        yield _Predicate(
            term=_term(graph, subject),
            domain=_ends(graph, subject, RDFS.domain),
            range=_ends(graph, subject, RDFS.range),
            same_label=value_of(graph, subject, "sameLabel") is not None,
            fields=tuple(_qualifier(graph, subject, use) for use in members(graph, subject, "qualifiers")),
        )


def _term(graph: rdflib.Graph, subject: Term) -> _Term:
    from rdflib import Literal
    from rdflib.namespace import RDFS, SKOS

    for relation, what in ((RDFS.label, "rdfs:label"), (SKOS.definition, "skos:definition")):
        told = {text.language for text in graph.objects(subject, relation) if isinstance(text, Literal)}
        if not {"zh", "en"} <= told:
            raise broken("landscape", subject, f'lacks {what} in zh or en; add "…"@zh, "…"@en')
    names = {text.language: str(text) for text in graph.objects(subject, RDFS.label) if isinstance(text, Literal)}
    return _Term(iri=local(subject), name=field_name(graph, subject), zh=names["zh"], en=names["en"])


def _field(graph: rdflib.Graph, subject: Term, merge: str = "") -> _Field:
    from rdflib.namespace import RDFS

    type_ = _TYPES.get(local(graph.value(subject, RDFS.range) or ""))
    if type_ is None:
        raise broken("landscape", subject, f"has no rdfs:range of {', '.join(_TYPES)}; give it one")
    values = tuple(str(value) for value in members(graph, subject, "values"))
    return _Field(term=_term(graph, subject), type=type_, values=values, merge=merge)


def _qualifier(graph: rdflib.Graph, predicate: Term, use: Term) -> _Field:
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


def _names(title: str, names: Iterator[str]) -> list[str]:
    return [f"{title} = Literal[", *(f"    {literal(name)}," for name in names), "]"]


def _table(head: str, entries: Iterator[tuple[str, Call]]) -> list[str]:
    lines = [f"{head} = MappingProxyType(", "    {"]
    for name, call in entries:
        lines += rows(f"{literal(name)}: ", call, depth=2)
    return [*lines, "    }", ")"]


def _label_row(label: _Label) -> tuple[str, Call]:
    term = label.term
    texts = (literal(term.name), literal(term.zh), literal(term.en), literal(label.color), str(label.order))
    return term.name, Call(head="LabelSpec", elements=(*texts, strings(label.key)))


def _predicate_row(predicate: _Predicate) -> tuple[str, Call]:
    term = predicate.term
    names = strings((term.name, term.zh, term.en))
    ends = Call(head="", elements=(strings(predicate.domain), strings(predicate.range)))
    qualifiers = (
        Call(head="QualifierSpec", elements=_texts(one.term.name, one.type, one.merge, one.term.zh, one.term.en))
        for one in predicate.fields
    )
    alike = ("same_label=True",) if predicate.same_label else ()
    return term.name, Call(head="predicate_spec", elements=(names, ends, *qualifiers, *alike))


def _property_row(label: _Label) -> tuple[str, Call]:
    specs = (
        Call(
            head="PropertySpec",
            elements=(
                *_texts(one.term.name, one.type, one.term.zh, one.term.en),
                *((strings(one.values),) if one.values else ()),
            ),
        )
        for one in label.fields
    )
    return label.term.name, Call(head="property_specs", elements=tuple(specs))


def _texts(*texts: str) -> tuple[str, ...]:
    return tuple(literal(text) for text in texts)


def _shape(predicate: _Predicate) -> str:
    name = predicate.term.name
    properties = [_end_shape(predicate, "subject", predicate.domain), _end_shape(predicate, "object", predicate.range)]
    properties += [_field_shape(predicate, field) for field in predicate.fields]
    alike = [_same_label_shape(predicate)] if predicate.same_label else []
    head = f":{name}_Shape a sh:NodeShape ;\n    sh:targetClass :{name}_Statement ;\n    sh:closed true ;\n"
    ignored = f"    sh:ignoredProperties ( {_IGNORED} ) ;\n"
    return head + ignored + " ;\n".join([*properties, *alike]) + " .\n"


def _end_shape(predicate: _Predicate, end: str, labels: tuple[str, ...]) -> str:
    which = _class(labels[0]) if len(labels) == 1 else f"sh:or ( {' '.join(f'[ {_class(label)} ]' for label in labels)} )"
    zh = {"subject": "起点", "object": "终点"}[end]
    return _property(
        f"rdf:{end}",
        f"{which} ; sh:minCount 1 ; sh:maxCount 1",
        zh=f"{predicate.term.zh}（{predicate.term.name}）的{zh}应为{'、'.join(labels)}",
        en=f"the {end} of {predicate.term.name} is to be {' or '.join(labels)}",
    )


def _field_shape(predicate: _Predicate, field: _Field) -> str:
    many = field.merge == "collected"
    one_zh, one_en, count = ("", "of type", "") if many else ("，且只有一个", "one", " ; sh:maxCount 1")
    return _property(
        f":{field.term.iri}",
        f"sh:datatype xsd:{field.type}{count}",
        zh=f"{predicate.term.zh}（{predicate.term.name}）的{field.term.zh}应为{_TYPES_ZH[field.type]}{one_zh}",
        en=f"{predicate.term.name}.{field.term.name} is to be {one_en} {field.type}",
    )


def _same_label_shape(predicate: _Predicate) -> str:
    pairs = (
        f"[ sh:property [ sh:path rdf:subject ; {_class(label)} ] ; sh:property [ sh:path rdf:object ; {_class(label)} ] ]"
        for label in predicate.domain
    )
    term = predicate.term
    return (
        "    sh:or (\n        " + "\n        ".join(pairs) + "\n    ) ;\n"
        f'    sh:message "{term.zh}（{term.name}）的两端应同类"@zh, "both ends of {term.name} are to bear the same label"@en'
    )


def _class(label: str) -> str:
    return f"sh:class :{label}"


def _property(path: str, constraint: str, *, zh: str, en: str) -> str:
    return f'    sh:property [ sh:path {path} ; {constraint} ;\n        sh:message "{zh}"@zh, "{en}"@en ]'


_TYPES_ZH = {"string": "文字", "integer": "整数", "decimal": "数", "boolean": "真或假", "date": "日期"}

_IGNORED = "rdf:type rdf:predicate rdfs:label meta:evidence meta:confidence prov:hadPrimarySource prov:wasDerivedFrom"

_ENDS_HEAD = f"""# What every predicate joins and what its edges may carry, as SHACL over the statements of the RDF.
# Generated from landscape.ttl by `make vocab`; do not edit. The rules that were written by hand are in shapes.ttl.

@prefix : <https://w3id.org/yingtu/ns#> .
@prefix meta: <{META}> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

_GENERATED = "Generated from ontology/landscape.ttl by `make vocab`; do not edit."

_VOCAB_HEAD = f'''"""Labels, predicates and their rules as Python tables. {_GENERATED}"""

from types import MappingProxyType
from typing import Literal

from kg.specs import LabelSpec, PredicateSpec, QualifierSpec, predicate_spec

__all__ = ["LABELS", "PREDICATES", "Label", "LabelSpec", "Predicate", "PredicateSpec", "QualifierSpec"]
'''

_PROPERTIES_HEAD = f'''"""What a node of each label may carry. {_GENERATED}"""

from types import MappingProxyType

from kg.specs import PropertySpec, property_specs

__all__ = ["PROPERTIES", "PropertySpec"]
'''

"""What is written from landscape.ttl as SHACL: what every predicate joins, and what its edges and the nodes may carry."""

from __future__ import annotations

from pathlib import Path

from kg.ontology.files import NS, load
from kg.ontology.landscape import Field, Label, Predicate, labels, relations
from kg.ontology.terms import predicates

__all__ = ["render_ends"]


def render_ends(folder: Path | None = None) -> str:
    """The source of ``ontology/ends.ttl``; OntologyError where landscape.ttl does not hold together."""
    graph = load("landscape", folder)
    of, between = tuple(labels(graph)), tuple(relations(graph))
    nodes = (_label_shape(label) for label in of if label.fields)
    return "\n".join([_HEAD, _known(of, between), *nodes, *(_shape(predicate) for predicate in between)])


def _label_shape(label: Label) -> str:
    name = label.term.name
    fields = (
        _property(
            f":{field.term.iri}",
            _datatype(field),
            zh=f"{label.term.zh}（{name}）的{field.term.zh}应为{_allowed(field, _TYPES_ZH)}",
            en=f"{name}.{field.term.name} is to be {_allowed(field, _TYPES_EN)}",
        )
        for field in label.fields
    )
    return f":{name}_Shape a sh:NodeShape ;\n    sh:targetClass :{name} ;\n" + " ;\n".join(fields) + " .\n"


def _datatype(field: Field) -> str:
    if field.values:
        return "sh:in ( " + " ".join(f'"{value}"' for value in field.values) + " )"
    if field.type == "date":
        return "sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:gYearMonth ] [ sh:datatype xsd:gYear ] )"
    return f"sh:datatype xsd:{field.type}"


def _allowed(field: Field, types: dict[str, str]) -> str:
    return "/".join(field.values) if field.values else types[field.type]


def _shape(predicate: Predicate) -> str:
    term = predicate.term
    carried = [field.term for field in predicate.fields]
    nothing = not carried
    zh = "不带属性" if nothing else "只带：" + "、".join(one.zh for one in carried)
    en = "nothing" if nothing else "only " + ", ".join(one.name for one in carried)
    lines = [
        f":{term.name}_Shape a sh:NodeShape ;\n    sh:targetClass :{term.name}_Statement",
        f"    sh:closed true ;\n    sh:ignoredProperties ( {_ignored(term.name)} )",
        f'    sh:message "{term.zh}（{term.name}）的关系{zh}"@zh,\n        "an edge {term.name} carries {en}"@en',
        _end_shape(predicate, "subject", predicate.domain),
        _end_shape(predicate, "object", predicate.range),
        *(_field_shape(predicate, field) for field in predicate.fields),
    ]
    return " ;\n".join(lines) + " .\n" + (_alike(predicate) if predicate.same_label else "")


def _ignored(predicate: str) -> str:
    """What a statement carries in the export beside its ends and qualifiers."""
    form = predicates()[predicate].statement
    links = {form.subject_link, form.object_link} - {None} if form else set()
    return " ".join([_ALWAYS, *sorted(f"<{link}>" for link in links)])


def _end_shape(predicate: Predicate, end: str, labels: tuple[str, ...]) -> str:
    which = _class(labels[0]) if len(labels) == 1 else f"sh:or ( {' '.join(f'[ {_class(label)} ]' for label in labels)} )"
    zh = {"subject": "起点", "object": "终点"}[end]
    return _property(
        f"rdf:{end}",
        f"{which} ; sh:minCount 1 ; sh:maxCount 1",
        zh=f"{predicate.term.zh}（{predicate.term.name}）的{zh}应为{'、'.join(labels)}",
        en=f"the {end} of {predicate.term.name} is to be {' or '.join(labels)}",
    )


def _field_shape(predicate: Predicate, field: Field) -> str:
    many = field.merge == "collected"
    one_zh, one_en, count = ("", "", "") if many else ("，且只有一个", ", once", " ; sh:maxCount 1")
    return _property(
        f":{field.term.iri}",
        f"sh:datatype xsd:{field.type}{count}",
        zh=f"{predicate.term.zh}（{predicate.term.name}）的{field.term.zh}应为{_TYPES_ZH[field.type]}{one_zh}",
        en=f"{predicate.term.name}.{field.term.name} is to be {_TYPES_EN[field.type]}{one_en}",
    )


def _alike(predicate: Predicate) -> str:
    term = predicate.term
    pairs = (
        f"[ sh:property [ sh:path rdf:subject ; {_class(label)} ] ; sh:property [ sh:path rdf:object ; {_class(label)} ] ]"
        for label in predicate.domain
    )
    return (
        f"\n:{term.name}_Alike a sh:NodeShape ;\n    sh:targetClass :{term.name}_Statement ;\n"
        "    sh:or (\n        " + "\n        ".join(pairs) + "\n    ) ;\n"
        f'    sh:message "{term.zh}（{term.name}）的两端应同类"@zh, "both ends of {term.name} bear the same label"@en .\n'
    )


def _known(of: tuple[Label, ...], between: tuple[Predicate, ...]) -> str:
    """Shapes that find a label or a predicate which the ontology does not have."""
    names = "|".join(label.term.name for label in of)
    types = " ".join(f":{predicate.term.name}" for predicate in between)
    one = f'[ sh:pattern "^{NS.replace(".", "[.]")}(?:{names})$" ]'  # pyshacl would read a list anew for every node
    known = f"sh:qualifiedValueShape {one} ; sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1"
    label = _property("rdf:type", known, zh="节点应有一个本体中的标签", en="a node is to bear one label of the ontology")
    predicate = _property(
        "rdf:predicate", f"sh:in ( {types} )", zh="关系应为本体中的谓词", en="an edge is of a known predicate"
    )
    return (
        f":Label_Shape a sh:NodeShape ;\n    sh:targetSubjectsOf rdfs:label ;\n{label} .\n\n"
        f":Predicate_Shape a sh:NodeShape ;\n    sh:targetSubjectsOf rdf:predicate ;\n{predicate} .\n"
    )


def _class(label: str) -> str:
    return f"sh:class :{label}"


def _property(path: str, constraint: str, *, zh: str, en: str) -> str:
    return f'    sh:property [ sh:path {path} ; {constraint} ;\n        sh:message "{zh}"@zh, "{en}"@en ]'


_TYPES_ZH = {"string": "文字", "integer": "整数", "decimal": "数", "boolean": "真或假", "date": "ISO日期"}
_TYPES_EN = {
    "string": "text",
    "integer": "a whole number",
    "decimal": "a number",
    "boolean": "true or false",
    "date": "an ISO date",
}

_ALWAYS = "rdf:type rdf:predicate prov:hadPrimarySource prov:wasDerivedFrom"

_HEAD = """# Which labels a predicate joins, which qualifiers its edges and which properties the nodes may carry, as SHACL.
# Generated from landscape.ttl by `make vocab`; do not edit. The rules that were written by hand are in shapes.ttl.

@prefix : <https://w3id.org/yingtu/ns#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

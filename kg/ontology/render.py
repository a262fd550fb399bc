"""What is written from landscape.ttl as Python: the tables of ``kg.vocab`` and ``kg.properties``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.ontology.files import load
from kg.ontology.landscape import Label, Predicate, labels, relations
from kg.ontology.source import Call, literal, rows, strings

__all__ = ["render_properties", "render_vocab"]


def render_vocab(folder: Path | None = None) -> str:
    """The source of ``kg/vocab.py``, as ruff formats it; OntologyError where landscape.ttl does not hold together."""
    graph = load("landscape", folder)
    of, between = tuple(labels(graph)), tuple(relations(graph))
    lines = [
        _VOCAB_HEAD,
        *_names("Label", (label.term.name for label in of)),
        "",
        *_names("Predicate", (predicate.term.name for predicate in between)),
        "",
        *_table("LABELS: MappingProxyType[str, LabelSpec]", (_label_row(label) for label in of)),
        "",
        *_table("PREDICATES: MappingProxyType[str, PredicateSpec]", (_predicate_row(one) for one in between)),
    ]
    return "\n".join(lines) + "\n"


def render_properties(folder: Path | None = None) -> str:
    """The source of ``kg/properties.py``, as ruff formats it; OntologyError as for render_vocab."""
    head = "PROPERTIES: MappingProxyType[str, MappingProxyType[str, PropertySpec]]"
    rows_ = (_property_row(label) for label in labels(load("landscape", folder)))
    return "\n".join([_PROPERTIES_HEAD, *_table(head, rows_)]) + "\n"


def _names(title: str, names: Iterable[str]) -> list[str]:
    return [f"{title} = Literal[", *(f"    {literal(name)}," for name in names), "]"]


def _table(head: str, entries: Iterator[tuple[str, Call]]) -> list[str]:
    lines = [f"{head} = MappingProxyType(", "    {"]
    for name, call in entries:
        lines += rows(f"{literal(name)}: ", call, depth=2)
    return [*lines, "    }", ")"]


def _label_row(label: Label) -> tuple[str, Call]:
    term = label.term
    texts = (literal(term.name), literal(term.zh), literal(term.en), literal(label.color), str(label.order))
    return term.name, Call(head="LabelSpec", elements=(*texts, strings(label.key)))


def _predicate_row(predicate: Predicate) -> tuple[str, Call]:
    term = predicate.term
    names = strings((term.name, term.zh, term.en))
    ends = Call(head="", elements=(strings(predicate.domain), strings(predicate.range)))
    qualifiers = (
        Call(head="QualifierSpec", elements=_texts(one.term.name, one.type, one.merge, one.term.zh, one.term.en))
        for one in predicate.fields
    )
    alike = ("same_label=True",) if predicate.same_label else ()
    return term.name, Call(head="predicate_spec", elements=(names, ends, *qualifiers, *alike))


def _property_row(label: Label) -> tuple[str, Call]:
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

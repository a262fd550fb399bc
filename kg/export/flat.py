"""A graph as flat rows with typed columns: what tables, GraphML and GEXF have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from kg.export.cited import SUMMARY, Cited
from kg.model import Edge, Node, Value
from kg.properties import PROPERTIES
from kg.vocab import PREDICATES

__all__ = ["ALIASES", "EVIDENCE", "Column", "cell", "declared", "edge_values", "merged", "node_values", "used"]

_SEPARATOR, _WITHIN = ";", "；"
"""Between the values of a list, as Neo4j reads them; and what becomes of such a one within a value."""

_TYPES = {str: "string", bool: "boolean", int: "integer", float: "decimal"}
_TAKEN = frozenset({"id", "label", "type", "name", "aliases", *SUMMARY})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: type is string, integer, decimal or boolean; many where a value can be a list."""

    name: str
    type: str
    many: bool = False


ALIASES = Column("aliases", "string", many=True)

EVIDENCE = tuple(Column(name, type_) for name, type_ in SUMMARY.items())


class _Spec(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def type(self) -> str: ...


def declared(kind: str) -> Iterator[Column]:
    """The columns that the ontology gives to the nodes of a label, or the edges of a type."""
    for spec in _specs(kind).values():
        yield Column(_free(spec.name), _plain_type(spec), getattr(spec, "role", "") == "collected")


def used(told: Iterable[tuple[str, Mapping[str, Value]]]) -> list[Column]:
    """The columns, by name, that these properties and qualifiers, each with its label or type, need."""
    columns = merged(column for kind, values in told for column in _stated(kind, values))
    return sorted(columns.values(), key=lambda one: one.name)


def merged(columns: Iterable[Column]) -> dict[str, Column]:
    """One column a name, in the order in which names come up: where types differ, one that holds them all."""
    found: dict[str, Column] = {}
    for one in columns:
        known = found.get(one.name, one)
        found[one.name] = Column(one.name, _widest({known.type, one.type}), known.many or one.many)
    return found


def node_values(node: Node, cited: Cited) -> dict[str, Value]:
    """What a node carries beside id, label and name, by column."""
    aliases: dict[str, Value] = {"aliases": node.aliases} if node.aliases else {}
    return aliases | _apart(node.properties) | cited.summary(node.evidence)


def edge_values(edge: Edge, cited: Cited) -> dict[str, Value]:
    """What an edge carries beside id, type and ends, by column."""
    return _apart(edge.qualifiers) | cited.summary(edge.evidence)


def cell(value: Value, column: Column) -> str:
    """The value as text, a list joined; true and false as XML and Neo4j write them."""
    values = value if isinstance(value, tuple) else (value,)
    if not column.many:
        return _SEPARATOR.join(_text(one, column.type) for one in values)
    return _SEPARATOR.join(_text(one, column.type).replace(_SEPARATOR, _WITHIN) for one in values)


def _stated(kind: str, values: Mapping[str, Value]) -> Iterator[Column]:
    """As wide as the values, and no narrower than the ontology says."""
    specs = _specs(kind)
    for name, value in values.items():
        types = {_TYPES[type(one)] for one in (value if isinstance(value, tuple) else (value,))}
        if name in specs:
            types.add(_plain_type(specs[name]))
        yield Column(_free(name), _widest(types), isinstance(value, tuple))


def _specs(kind: str) -> Mapping[str, _Spec]:
    if kind in PREDICATES:
        return PREDICATES[kind].qualifiers
    return PROPERTIES.get(kind, {})


def _plain_type(spec: _Spec) -> str:
    """A date is text: it is as precise as the document states it, and no tool's dates are."""
    return "string" if spec.type == "date" else spec.type


def _widest(types: set[str]) -> str:
    if len(types) == 1:
        return min(types)
    return "decimal" if types == {"integer", "decimal"} else "string"


def _text(value: str | int | float | bool, type_: str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(float(value)) if type_ == "decimal" else str(value)


def _apart(values: Mapping[str, Value]) -> dict[str, Value]:
    return {_free(name): value for name, value in values.items()}


def _free(name: str) -> str:
    """What is called like a column that every row has gets a line behind its name, as in JSON Lines."""
    return f"{name}_" if name.rstrip("_") in _TAKEN else name

"""The forms in which the vocabulary is told: what a label, a property, a qualifier and a predicate are."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

__all__ = [
    "LabelSpec",
    "PredicateSpec",
    "PropertySpec",
    "QualifierRole",
    "QualifierSpec",
    "predicate_spec",
    "property_specs",
]

QualifierRole = Literal["identifying", "single", "earliest", "collected"]


@dataclass(frozen=True, slots=True)
class LabelSpec:
    """A label: its names, its colour in pictures, its place in legends and the fields that make its id."""

    name: str
    zh: str
    en: str
    color: str
    order: int
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PropertySpec:
    """A property of a node; ``values`` is its closed list, or empty where anything goes.

    A date is an ISO string as precise as the document states it: 2019, 2019-03 or 2019-03-18.
    """

    name: str
    type: Literal["string", "integer", "decimal", "boolean", "date"]
    zh: str
    en: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QualifierSpec:
    """A qualifier of an edge.

    Identifying ones are part of the edge's id; two values of a single one make two edges, side by side; of an earliest one
    the least is kept; a collected one is a sorted list.
    """

    name: str
    type: Literal["string", "integer", "decimal", "boolean"]
    role: QualifierRole
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class PredicateSpec:
    """A predicate: its names, what it may join (same_label: both ends alike) and its qualifiers by name."""

    name: str
    zh: str
    en: str
    domain: frozenset[str]
    range: frozenset[str]
    same_label: bool
    qualifiers: MappingProxyType[str, QualifierSpec]

    def joins(self, source: str, target: str) -> bool:
        """Whether an edge of this type may go from a node of the one label to a node of the other."""
        return source in self.domain and target in self.range and (not self.same_label or source == target)


def predicate_spec(
    names: tuple[str, str, str],
    ends: tuple[tuple[str, ...], tuple[str, ...]],
    *qualifiers: QualifierSpec,
    same_label: bool = False,
) -> PredicateSpec:
    """A predicate from its names (own, zh, en), its ends (domain, range) and its qualifiers, in order."""
    by_name = MappingProxyType({qualifier.name: qualifier for qualifier in qualifiers})
    return PredicateSpec(*names, frozenset(ends[0]), frozenset(ends[1]), same_label, by_name)


def property_specs(*properties: PropertySpec) -> MappingProxyType[str, PropertySpec]:
    """Properties by name, in order."""
    return MappingProxyType({spec.name: spec for spec in properties})

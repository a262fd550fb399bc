"""Names that the ontology knows: technologies, diseases, places and programmes as concepts."""

from __future__ import annotations

from functools import cache

from kg.ontology import Concept, concepts
from kg.text import fold

__all__ = ["concept_named", "concept_with_id", "is_place", "is_specific", "starts_with_place"]

_SCHEMES = {"Technology": "technologies", "Disease": "diseases", "Place": "places", "FundingProgram": "programmes"}
_LONGEST_PLACE = 8
_SPECIFIC_NAME = 4


def concept_named(label: str, name: str) -> Concept | None:
    """The one concept that goes by this (folded) name; None where there is none, or where it could be several."""
    return _by_name(label).get(name) if label in _SCHEMES else None


def concept_with_id(label: str, ident: str) -> Concept | None:
    """The concept of this id in the scheme of the label."""
    return _by_id(label).get(ident) if label in _SCHEMES else None


def is_specific(label: str, key: str) -> bool:
    """Whether a shared interest in this concept or name says something of two people: MRI does not, a method of it does."""
    concept = concept_with_id(label, key)
    if concept is None:
        return len(key) >= _SPECIFIC_NAME
    above = [found for one in concept.broader if (found := concept_with_id(label, one))]
    return any(one.broader for one in above)


def is_place(name: str) -> bool:
    """Whether the ontology knows a place of this (folded) name."""
    return name in _by_name("Place")


def starts_with_place(name: str) -> bool:
    """Whether a (folded) name begins with the name of a place that the ontology knows."""
    places = _by_name("Place")
    return any(name[:length] in places for length in range(2, min(_LONGEST_PLACE, len(name) - 1) + 1))


@cache
def _by_id(label: str) -> dict[str, Concept]:
    return {concept.id: concept for concept in concepts(_SCHEMES[label])}


@cache
def _by_name(label: str) -> dict[str, Concept]:
    """Preferred names before others; a name of two concepts is a name of none."""
    found: dict[str, Concept | None] = {}
    for names in (lambda one: (one.zh, one.en), lambda one: one.alt):
        claims: dict[str, set[str]] = {}
        for concept in _by_id(label).values():
            for name in names(concept):
                claims.setdefault(fold(name), set()).add(concept.id)
        for name, ids in claims.items():
            found.setdefault(name, _by_id(label)[next(iter(ids))] if len(ids) == 1 else None)
    return {name: concept for name, concept in found.items() if concept}

"""The curated lexica (technologies, diseases, places, programmes) as plain tuples."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.ontology.files import NS, broken, load, local

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node as Term

__all__ = ["SCHEMES", "Concept", "concepts"]

SCHEMES = ("technologies", "diseases", "places", "programmes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A concept of a lexicon, and the label that such a thing bears in the graph.

    ``alt`` holds the other names, Chinese and English, sorted; ``broader`` holds ids, sorted.
    """

    id: str
    label: str
    zh: str
    en: str
    alt: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()


@cache
def concepts(scheme: str) -> tuple[Concept, ...]:
    """The concepts of a scheme, sorted by id; OntologyError for an unknown scheme, or a concept without both labels."""
    from rdflib.namespace import RDF, SKOS

    if scheme not in SCHEMES:
        raise OntologyError(f'no scheme "{scheme}"; there are {", ".join(SCHEMES)}')
    graph = load(scheme)
    found = (_concept(graph, scheme, subject) for subject in graph.subjects(RDF.type, SKOS.Concept))
    return tuple(sorted(found, key=lambda concept: concept.id))


def _concept(graph: rdflib.Graph, scheme: str, subject: Term) -> Concept:
    from rdflib import Literal
    from rdflib.namespace import RDF, SKOS

    preferred = {label.language: str(label) for label in graph.objects(subject, SKOS.prefLabel) if isinstance(label, Literal)}
    missing = [language for language in ("zh", "en") if not preferred.get(language, "").strip()]
    if missing:
        raise broken(scheme, subject, f'has no skos:prefLabel in {" and ".join(missing)}; add "…"@{missing[0]}')
    labels = sorted(local(kind) for kind in graph.objects(subject, RDF.type) if str(kind).startswith(NS))
    if len(labels) != 1:
        raise broken(scheme, subject, "bears no label of the landscape, or several; type it with one, such as yt:Technology")
    names = {str(label) for label in graph.objects(subject, SKOS.altLabel)} - set(preferred.values())
    return Concept(
        id=local(subject),
        label=labels[0],
        zh=preferred["zh"],
        en=preferred["en"],
        alt=tuple(sorted(names)),
        broader=tuple(sorted(local(target) for target in graph.objects(subject, SKOS.broader))),
    )

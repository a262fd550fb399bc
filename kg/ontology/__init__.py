"""The vocabulary as the files in ``ontology/`` state it: loaded, looked up, and held against facts.

``python -m kg.ontology`` writes from it the Python tables of ``kg.vocab`` and ``kg.properties`` and the shapes of ``ends.ttl``.
rdflib is imported only by the functions that read the files, so that importing this package stays light.
"""

from kg.ontology.checks import check, check_attribute, is_iso_date
from kg.ontology.concepts import SCHEMES, Concept, concepts
from kg.ontology.ends import render_ends
from kg.ontology.files import META, NS, load, shape_files
from kg.ontology.render import render_properties, render_vocab
from kg.ontology.terms import Mapping, StatementForm, classes, field_terms, predicates

__all__ = [
    "META",
    "NS",
    "SCHEMES",
    "Concept",
    "Mapping",
    "StatementForm",
    "check",
    "check_attribute",
    "classes",
    "concepts",
    "field_terms",
    "is_iso_date",
    "load",
    "predicates",
    "render_ends",
    "render_properties",
    "render_vocab",
    "shape_files",
]

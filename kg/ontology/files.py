"""The ontology files as RDF graphs; whatever is broken in them is told with file and line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.paths import ontology_dir

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node as Term

__all__ = ["META", "NS", "broken", "load", "load_file", "local", "shape_files"]

NS = "https://w3id.org/yingtu/ns#"
"""The namespace of labels, predicates and properties."""

META = "https://w3id.org/yingtu/meta#"
"""The namespace of what the vocabulary says about itself: colours, order, keys, qualifiers."""

_LANDSCAPE = "landscape"


def load(name: str = _LANDSCAPE, folder: Path | None = None) -> rdflib.Graph:
    """One file of the ontology folder as a new graph; OntologyError, with file and line, where it is missing or broken."""
    return load_file(_path(name, folder))


def load_file(path: Path) -> rdflib.Graph:
    """A Turtle file as a new graph; OntologyError as for load."""
    import rdflib
    from rdflib.plugins.parsers.notation3 import BadSyntax

    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"{path}: cannot be read ({error}); restore it from version control") from error
    try:
        return rdflib.Graph().parse(data=text, format="turtle")
    except BadSyntax as error:
        # Not error.lines: rdflib's own count runs ahead of the file.
        line = text.count("\n", 0, error._i) + 1
        raise OntologyError(f"{path}:{line}: not Turtle: {error._why}; mend that line") from error


def shape_files() -> tuple[Path, ...]:
    """The SHACL files: the curated rules, and the ends and qualifiers that are written from the landscape."""
    return (_path("shapes", None), _path("ends", None))


def local(iri: object) -> str:
    """The part of an IRI behind its last ``#`` or ``/``.

    >>> local("https://w3id.org/yingtu/ns#Person")
    'Person'
    """
    return re.split(r"[#/]", str(iri))[-1]


def broken(name: str, subject: Term, problem: str, *, folder: Path | None = None) -> OntologyError:
    """The error to raise for a statement about ``subject`` that does not hold together; the line is where it is defined."""
    path = _path(name, folder)
    term = re.compile(rf"^\S*[:#]{re.escape(local(subject))}[>\s]", re.MULTILINE)
    text = path.read_text("utf-8") if path.is_file() else ""
    found = term.search(text)
    line = text.count("\n", 0, found.start()) + 1 if found else 1
    return OntologyError(f"{path}:{line}: {local(subject)}: {problem}")


def _path(name: str, folder: Path | None) -> Path:
    return (folder or ontology_dir()) / f"{name}.ttl"

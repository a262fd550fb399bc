"""The statements that every engine is given. Labels and types come from the ontology, values are always parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kg.errors import BadParameter, QueryError
from kg.store.flatten import MARK
from kg.vocab import LABELS, PREDICATES

__all__ = [
    "arguments",
    "create_edges",
    "merge_nodes",
    "reading",
    "remove_edges",
    "remove_nodes",
    "schema",
    "stored_edges",
    "stored_nodes",
    "update_edges",
]


_INTEGERS = range(-(2**63), 2**63)
_UNSPOKEN = re.compile(r"""//[^\n]*|/\*.*?\*/|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`""", re.DOTALL)
"""What of a statement is no keyword of it: comments, texts, quoted names."""

_LOADS = re.compile(r"\bLOAD\s+CSV\b", re.IGNORECASE)


def reading(query: str) -> str:
    """The statement, if it reads the graph alone. Raises QueryError for one that reads files or addresses instead.

    >>> reading("RETURN 'LOAD CSV' AS words")
    "RETURN 'LOAD CSV' AS words"
    """
    if _LOADS.search(_UNSPOKEN.sub(" ", query)):
        raise QueryError("this statement reads a file or an address (LOAD CSV); here a statement can read the graph alone")
    return query


def arguments(parameters: Mapping[str, Any] | None) -> dict[str, Any]:
    """Parameters as an engine takes them: lists for tuples. Raises BadParameter for a whole number beyond 64 bits.

    >>> arguments({"names": ("CT", "PET"), "year": None})
    {'names': ['CT', 'PET'], 'year': None}
    """
    given = dict(parameters or {})
    for name, value in given.items():
        if isinstance(value, int) and value not in _INTEGERS:
            raise BadParameter(f"parameter {name}: {value} is beyond the 64 bits of a whole number")
    return {name: list(value) if isinstance(value, tuple) else value for name, value in given.items()}


def schema() -> dict[str, str]:
    """Constraints and indexes by name: an id stands once within its label or type, names are looked up quickly.

    Each makes an index of its name; a statement whose name is there already changes nothing.
    """
    made: dict[str, str] = {}
    for label in LABELS:
        unique, quick = f"{MARK}_{label.lower()}_id", f"{MARK}_{label.lower()}_name"
        made[unique] = f"CREATE CONSTRAINT {unique} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        made[quick] = f"CREATE INDEX {quick} IF NOT EXISTS FOR (n:{label}) ON (n.name)"
    for kind in PREDICATES:
        unique = f"{MARK}_{kind.lower()}_id"
        made[unique] = f"CREATE CONSTRAINT {unique} IF NOT EXISTS FOR ()-[e:{kind}]-() REQUIRE e.id IS UNIQUE"
    return made


def stored_nodes(label: str) -> str:
    """Our nodes of a label: id, digest."""
    return f"MATCH (n:{label}) WHERE n.{MARK} IS NOT NULL RETURN n.id AS id, n.{MARK} AS digest"


def stored_edges(kind: str) -> str:
    """Our edges of a type: id, labels and id of the source, labels and id of the target, digest."""
    return (
        f"MATCH (s)-[e:{kind}]->(t) WHERE e.{MARK} IS NOT NULL "
        f"RETURN e.id AS id, labels(s) AS source_labels, s.id AS source, labels(t) AS target_labels, t.id AS target, "
        f"e.{MARK} AS digest"
    )


def merge_nodes(label: str) -> str:
    """Rows of ``id`` and ``properties`` become nodes; a node that is there is replaced."""
    return f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row.properties RETURN count(n) AS n"


def create_edges(kind: str, source: str, target: str) -> str:
    """Rows of ``source``, ``target`` and ``properties`` become edges between nodes of two labels."""
    return (
        f"UNWIND $rows AS row MATCH (s:{source} {{id: row.source}}) MATCH (t:{target} {{id: row.target}}) "
        f"CREATE (s)-[e:{kind}]->(t) SET e = row.properties RETURN count(e) AS n"
    )


def update_edges(kind: str, source: str) -> str:
    """Rows of ``source``, ``id`` and ``properties``: what those edges carry is replaced."""
    return f"{_edges_of(kind, source)} SET e = row.properties RETURN count(e) AS n"


def remove_edges(kind: str, source: str) -> str:
    """Rows of ``source`` and ``id``: those edges go. Found from their source: quick on engines that index no edges."""
    return f"{_edges_of(kind, source)} DELETE e RETURN count(*) AS n"


def remove_nodes(label: str) -> str:
    """Rows of ``id``: those nodes go, with whatever edges they still have."""
    return (
        f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) WHERE n.{MARK} IS NOT NULL DETACH DELETE n RETURN count(*) AS n"
    )


def _edges_of(kind: str, source: str) -> str:
    return f"UNWIND $rows AS row MATCH (s:{source} {{id: row.source}})-[e:{kind} {{id: row.id}}]->() WHERE e.{MARK} IS NOT NULL"

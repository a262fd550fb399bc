"""The graph as JSON Lines: nodes.jsonl and edges.jsonl, sorted, byte for byte the same for the same graph, and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from kg.codec import dumps, plain
from kg.decisions import DECISIONS, Decision, line_of
from kg.errors import ExportError
from kg.export.cited import Cited
from kg.export.whole import write_whole
from kg.model import Edge, Evidence, Graph, Node, Span, Value
from kg.vocab import PREDICATES

__all__ = ["EDGES", "NODES", "read_jsonl", "write_jsonl"]

NODES = "nodes.jsonl"
"""Each line: id, category, name, aliases, properties, evidence."""

EDGES = "edges.jsonl"
"""Each line: id, subject, predicate, object, qualifiers, evidence."""

_Made = TypeVar("_Made")
_NODE_FIELDS = frozenset({"id", "category", "name", "aliases", "evidence"})
_EDGE_FIELDS = frozenset({"id", "subject", "predicate", "object", "evidence"})


def write_jsonl(graph: Graph, folder: Path, decisions: Sequence[Decision] = ()) -> None:
    """Write both files into a folder (made where there is none), whole or not at all.

    A piece of evidence is what ``kg.export.cited`` says. What people decided (``decisions``) stands beside them, where they
    decided anything. Raises ExportError where the folder cannot be written.
    """
    cited = Cited(graph)
    files: dict[Path, Iterable[str]] = {
        folder / NODES: (dumps(_node_row(node, cited)) + "\n" for node in sorted(graph.nodes, key=lambda one: one.id)),
        folder / EDGES: (dumps(_edge_row(edge, cited)) + "\n" for edge in sorted(graph.edges, key=lambda one: one.id)),
    }
    if decisions:
        files[folder / DECISIONS] = (line_of(one) + "\n" for one in decisions)
    write_whole(files, gone=[] if decisions else [folder / DECISIONS])  # an earlier export's do not hold any more


def read_jsonl(folder: Path) -> Graph:
    """The graph that the files hold; ExportError, with file and line, where they are missing or damaged."""
    return Graph(
        nodes=tuple(_read(folder / NODES, _node_of)),
        edges=tuple(_read(folder / EDGES, _edge_of)),
    )


def _node_row(node: Node, cited: Cited) -> dict[str, Any]:
    own = {"id": node.id, "category": node.label, "name": node.name, "aliases": list(node.aliases)}
    return {**_more(node.properties, _NODE_FIELDS), **own, "evidence": cited.rows(node.evidence)}


def _edge_row(edge: Edge, cited: Cited) -> dict[str, Any]:
    own = {"id": edge.id, "subject": edge.source, "predicate": edge.type, "object": edge.target}
    values = {name: _one(edge.type, name, value) for name, value in edge.qualifiers.items()}
    return {**_more(values, _EDGE_FIELDS), **own, "evidence": cited.rows(edge.evidence)}


def _one(predicate: str, name: str, value: Value) -> Value:
    """A collected qualifier of one value is written as that value."""
    return value[0] if _is_collected(predicate, name) and isinstance(value, tuple) and len(value) == 1 else value


def _many(value: Value) -> Value:
    match value:
        case tuple():
            return value
        case str():
            return (value,)
        case int():
            return (value,)
        case float():
            return (value,)


def _is_collected(predicate: str, name: str) -> bool:
    spec = PREDICATES.get(predicate)
    return spec is not None and name in spec.qualifiers and spec.qualifiers[name].role == "collected"


def _more(values: Mapping[str, Value], fields: frozenset[str]) -> dict[str, Any]:
    """Properties that are called like a field get a line behind their name: ``category_``."""
    return {f"{name}_" if name.rstrip("_") in fields else name: value for name, value in plain(values).items()}


def _read(path: Path, make: Callable[[dict[str, Any]], _Made]) -> Iterator[_Made]:
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                yield _made(f"{path}:{number}", line, make)
    except (OSError, UnicodeDecodeError) as error:
        raise ExportError(f"{path}: cannot be read ({error}); write it again with: kg export") from error


def _made(where: str, line: str, make: Callable[[dict[str, Any]], _Made]) -> _Made:
    try:
        return make(json.loads(line))
    except KeyError as error:
        raise ExportError(f"{where}: lacks {error}; write the file again with: kg export") from error
    except (ValueError, TypeError) as error:
        raise ExportError(f"{where}: not a line of this format ({error}); write the file again with: kg export") from error


def _node_of(row: dict[str, Any]) -> Node:
    return Node(
        id=row["id"],
        label=row["category"],
        name=row["name"],
        aliases=tuple(row["aliases"]),
        properties=_values(row, _NODE_FIELDS),
        evidence=tuple(map(_evidence_of, row["evidence"])),
    )


def _edge_of(row: dict[str, Any]) -> Edge:
    return Edge(
        id=row["id"],
        type=row["predicate"],
        source=row["subject"],
        target=row["object"],
        qualifiers={
            name: _many(value) if _is_collected(row["predicate"], name) else value
            for name, value in _values(row, _EDGE_FIELDS).items()
        },
        evidence=tuple(map(_evidence_of, row["evidence"])),
    )


def _values(row: dict[str, Any], fields: frozenset[str]) -> dict[str, Value]:
    return {
        name[:-1] if name.rstrip("_") in fields else name: tuple(value) if isinstance(value, list) else value
        for name, value in row.items()
        if name not in fields
    }


def _evidence_of(row: dict[str, Any]) -> Evidence:
    return Evidence(
        document=row["doc"],
        span=Span(start=row["start"], end=row["end"]),
        quote=row["quote"],
        ingester=row["ingester"],
        rule=row["rule"],
        confidence=row["confidence"],
    )

"""The graph as CSV files that ``neo4j-admin database import`` reads: one a label and one a type, with typed headers."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from kg.export.cited import Cited
from kg.export.flat import ALIASES, EVIDENCE, Column, cell, declared, edge_values, merged, node_values, used
from kg.export.whole import write_whole
from kg.model import Edge, Graph, Node, Value
from kg.vocab import LABELS, PREDICATES

__all__ = ["ARGUMENTS", "write_tables"]

ARGUMENTS = "import.args"
"""The arguments of neo4j-admin that name the files, as seen from the folder: ``database import full @import.args``."""

_Element = TypeVar("_Element", Node, Edge)

_TYPES = {"string": "string", "integer": "long", "decimal": "double", "boolean": "boolean"}
_NODE = ("id:ID", ":LABEL", "name")
_EDGE = (":START_ID", ":END_ID", ":TYPE", "id")


def write_tables(graph: Graph, folder: Path) -> None:
    """Write ``nodes/<label>.csv`` and ``edges/<type>.csv`` into a folder, all or none; ExportError where that cannot be.

    A file for each label, since a property has one type in a file and not in the ontology: a grant's number is text, an
    innovation's an integer. Files of an earlier export whose label or type this graph has not are removed.
    """
    cited = Cited(graph)
    files: dict[Path, Iterable[str]] = {}
    for label, nodes in _by_kind((node.label, node) for node in graph.nodes).items():
        files[folder / "nodes" / f"{label}.csv"] = _nodes(label, nodes, cited)
    for type_, edges in _by_kind((edge.type, edge) for edge in graph.edges).items():
        files[folder / "edges" / f"{type_}.csv"] = _edges(type_, edges, cited)
    files[folder / ARGUMENTS] = _arguments([path.relative_to(folder).as_posix() for path in files])
    known = [folder / "nodes" / f"{label}.csv" for label in LABELS] + [
        folder / "edges" / f"{type_}.csv" for type_ in PREDICATES
    ]
    write_whole(files, gone=[path for path in known if path not in files])


def _nodes(label: str, nodes: Sequence[Node], cited: Cited) -> Iterator[str]:
    columns = merged([ALIASES, *declared(label), *used((label, one.properties) for one in nodes), *EVIDENCE])
    yield _line([*_NODE, *map(_head, columns.values())])
    for node in nodes:
        yield _line([node.id, node.label, node.name, *_cells(node_values(node, cited), columns)])


def _edges(type_: str, edges: Sequence[Edge], cited: Cited) -> Iterator[str]:
    columns = merged([*declared(type_), *used((type_, one.qualifiers) for one in edges), *EVIDENCE])
    yield _line([*_EDGE, *map(_head, columns.values())])
    for edge in edges:
        yield _line([edge.source, edge.target, edge.type, edge.id, *_cells(edge_values(edge, cited), columns)])


def _head(column: Column) -> str:
    """The column as the header names it.

    >>> _head(Column("kind", "string")), _head(Column("years", "integer", many=True))
    ('kind:string', 'years:long[]')
    """
    return f"{column.name}:{_TYPES[column.type]}{'[]' if column.many else ''}"


def _cells(values: Mapping[str, Value], columns: Mapping[str, Column]) -> Iterator[str]:
    for name, column in columns.items():
        yield cell(values[name], column) if name in values else ""


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _arguments(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        yield f"--{'nodes' if path.startswith('nodes/') else 'relationships'}={path}\n"
    yield "--multiline-fields=true\n"


def _by_kind(found: Iterable[tuple[str, _Element]]) -> dict[str, list[_Element]]:
    kinds: defaultdict[str, list[_Element]] = defaultdict(list)
    for kind, element in found:
        kinds[kind].append(element)
    return {kind: sorted(kinds[kind], key=lambda one: one.id) for kind in sorted(kinds)}

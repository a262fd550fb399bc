"""The graph as GraphML, for yEd, Cytoscape, Gephi, igraph and networkx: a directed graph with typed attributes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.export.cited import Cited
from kg.export.flat import ALIASES, EVIDENCE, Column, cell, edge_values, merged, node_values, used
from kg.export.markup import attribute, content
from kg.export.whole import write_whole
from kg.model import Graph, Value

__all__ = ["write_graphml"]

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_TYPES = {"string": "string", "integer": "long", "decimal": "double", "boolean": "boolean"}
_LABEL = Column("label", "string")
_TYPE = Column("type", "string")


def write_graphml(graph: Graph, path: Path) -> None:
    """Write the graph into one file; ExportError where that cannot be.

    The ``label`` of a node is its name and its ``type`` the label of the ontology; the ``label`` of an edge is its predicate.
    """
    write_whole({path: _pieces(graph)})


def _pieces(graph: Graph) -> Iterator[str]:
    nodes = sorted(graph.nodes, key=lambda one: one.id)
    edges = sorted(graph.edges, key=lambda one: one.id)
    of_nodes = merged([_LABEL, _TYPE, ALIASES, *used((one.label, one.properties) for one in nodes), *EVIDENCE])
    of_edges = merged([_LABEL, *used((one.type, one.qualifiers) for one in edges), *EVIDENCE])
    cited = Cited(graph)
    yield _HEAD
    yield from _keys("node", of_nodes)
    yield from _keys("edge", of_edges)
    yield '<graph id="yingtu" edgedefault="directed">\n'
    for node in nodes:
        told = {"label": node.name, "type": node.label} | node_values(node, cited)
        yield f"<node id={attribute(node.id)}>{_data('node', told, of_nodes)}</node>\n"
    for edge in edges:
        ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
        told = {"label": edge.type} | edge_values(edge, cited)
        yield f"<edge id={attribute(edge.id)} {ends}>{_data('edge', told, of_edges)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _keys(owner: str, columns: Mapping[str, Column]) -> Iterator[str]:
    for one in columns.values():
        names = f"id={attribute(_key(owner, one.name))} attr.name={attribute(one.name)}"
        yield f'<key {names} for="{owner}" attr.type="{_type(one)}"/>\n'


def _data(owner: str, told: Mapping[str, Value], columns: Mapping[str, Column]) -> str:
    return "".join(
        f"<data key={attribute(_key(owner, name))}>{content(cell(told[name], column))}</data>"
        for name, column in columns.items()
        if name in told
    )


def _key(owner: str, name: str) -> str:
    return f"{owner}_{name}"


def _type(column: Column) -> str:
    """A list is text here, whatever it holds."""
    return "string" if column.many else _TYPES[column.type]

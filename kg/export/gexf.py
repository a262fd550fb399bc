"""The graph as GEXF 1.3, Gephi's own format: typed attributes, and the colours that the pages have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.export.cited import Cited
from kg.export.flat import ALIASES, EVIDENCE, Column, cell, edge_values, merged, node_values, used
from kg.export.markup import attribute
from kg.export.whole import write_whole
from kg.model import Graph, Node, Value
from kg.vocab import LABELS

__all__ = ["write_gexf"]

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>Yingtu</creator></meta>
<graph mode="static" defaultedgetype="directed" idtype="string">
"""
_TYPES = {"string": "string", "integer": "long", "decimal": "double", "boolean": "boolean"}
_TYPE = Column("type", "string")


def write_gexf(graph: Graph, path: Path) -> None:
    """Write the graph into one file; ExportError where that cannot be.

    What a node is of the ontology is its ``type``. A predicate is the label of its edges and their kind, by which Gephi
    keeps several edges between two nodes apart.
    """
    write_whole({path: _pieces(graph)})


def _pieces(graph: Graph) -> Iterator[str]:
    nodes = sorted(graph.nodes, key=lambda one: one.id)
    edges = sorted(graph.edges, key=lambda one: one.id)
    of_nodes = merged([_TYPE, ALIASES, *used((one.label, one.properties) for one in nodes), *EVIDENCE])
    of_edges = merged([*used((one.type, one.qualifiers) for one in edges), *EVIDENCE])
    cited = Cited(graph)
    yield _HEAD
    yield from _attributes("node", of_nodes)
    yield from _attributes("edge", of_edges)
    yield "<nodes>\n"
    for node in nodes:
        told: dict[str, Value] = {"type": node.label}
        values = _values(told | node_values(node, cited), of_nodes)
        yield f"<node id={attribute(node.id)} label={attribute(node.name)}>{values}{_color(node)}</node>\n"
    yield "</nodes>\n<edges>\n"
    for edge in edges:
        ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
        names = f"label={attribute(edge.type)} kind={attribute(edge.type)}"
        values = _values(edge_values(edge, cited), of_edges)
        yield f"<edge id={attribute(edge.id)} {ends} {names}>{values}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _attributes(owner: str, columns: Mapping[str, Column]) -> Iterator[str]:
    yield f'<attributes class="{owner}" mode="static">\n'
    for one in columns.values():
        yield f'<attribute id={attribute(one.name)} title={attribute(one.name)} type="{_type(one)}"/>\n'
    yield "</attributes>\n"


def _values(told: Mapping[str, Value], columns: Mapping[str, Column]) -> str:
    values = "".join(
        f"<attvalue for={attribute(name)} value={attribute(cell(told[name], column))}/>"
        for name, column in columns.items()
        if name in told
    )
    return f"<attvalues>{values}</attvalues>"


def _color(node: Node) -> str:
    if node.label not in LABELS:
        return ""
    red, green, blue = bytes.fromhex(LABELS[node.label].color.removeprefix("#"))
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


def _type(column: Column) -> str:
    """A list is text here, whatever it holds."""
    return "string" if column.many else _TYPES[column.type]

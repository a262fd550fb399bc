"""Figures of prose that the rows of their table do not bear out, as resolution found them (`kg.resolve.tables`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.conflicts.report import Conflict, Saying
from kg.model import Edge, Evidence, Graph, Node, Value
from kg.resolve.tables import ROW

__all__ = ["against_tables"]


def against_tables(graph: Graph) -> Iterator[Conflict]:
    """Counts and sums that their own document's table contradicts."""
    claims = [edge for edge in graph.edges if "table_value" in edge.qualifiers]
    if claims:
        nodes, edges = {node.id: node for node in graph.nodes}, {edge.id: edge for edge in graph.edges}
        yield from (_conflict(claim, nodes, edges) for claim in claims)


def _conflict(claim: Edge, nodes: Mapping[str, Node], edges: Mapping[str, Edge]) -> Conflict:
    values = _listed(claim, "table_value")
    rows = [edges[ident] for ident in _listed(claim, "table_rows") if ident in edges]
    stated = f"{claim.qualifiers.get('bound', '')}{claim.qualifiers.get('value_text', claim.qualifiers['value'])}"
    told = Saying(value=stated, ids=(claim.id,), evidence=claim.evidence)
    listed = Saying(value=_one(values), ids=tuple(row.id for row in rows), evidence=_words(claim, rows))
    kind = "sum" if values[0].endswith("元") else "count"
    what = f"{nodes[claim.source].name} {nodes[claim.target].name}"
    return Conflict(kind=kind, what=what, name="value", said=(told, listed))


def _words(claim: Edge, rows: Iterable[Edge]) -> tuple[Evidence, ...]:
    """The rows as the document of the claim writes them, in its order."""
    here = {words.document for words in claim.evidence}
    found = [words for row in rows for words in row.evidence if words.document in here and ROW.search(words.rule)]
    return tuple(sorted(found, key=lambda words: (words.document, words.span)))


def _listed(edge: Edge, name: str) -> tuple[str, ...]:
    """A list of texts; what was read back from a file may hold a single one as itself."""
    value = edge.qualifiers[name]
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


def _one(values: tuple[str, ...]) -> Value:
    return values if len(values) > 1 else values[0]

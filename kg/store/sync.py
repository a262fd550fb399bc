"""How a store comes to hold exactly a graph: what differs is found by digest, then changed in batches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from kg.errors import StoreError
from kg.model import Graph
from kg.store import Written, cypher
from kg.store.flatten import MARK, EdgeKey, EdgeRow, NodeKey, NodeRow, flatten
from kg.vocab import LABELS, PREDICATES

__all__ = ["BATCH", "Engine", "synchronize"]

BATCH = 1000
"""Rows a statement: one transaction each, so that memory stays bounded."""

_Key = TypeVar("_Key")
_Row = TypeVar("_Row", NodeRow, EdgeRow)


class Engine(Protocol):
    """What an engine has to be able to do; each change is a transaction of its own."""

    def fetch(self, statement: str) -> Iterable[Mapping[str, Any]]:
        """The records of a statement that reads."""

    def change(self, statement: str, rows: Sequence[Mapping[str, Any]]) -> int:
        """Run a statement over ``$rows`` and commit; the ``n`` that it returns."""


def synchronize(engine: Engine, graph: Graph, progress: Callable[[int], None] | None = None) -> Written:
    """Make the engine hold exactly this graph of ours.

    Edges that are gone go first, then nodes, then what is new or different comes: stopped anywhere, it is still a graph,
    and the next run finds what is left to do.
    """
    rows = flatten(graph)
    tell = progress or (lambda count: None)
    nodes = {row.key: row for row in rows.nodes}
    edges = {row.key: row for row in rows.edges}
    had_nodes, had_edges = dict(_stored_nodes(engine)), dict(_stored_edges(engine))
    gone_edges = _remove_edges(engine, sorted(had_edges.keys() - edges.keys()))
    gone_nodes = _remove_nodes(engine, sorted(had_nodes.keys() - nodes.keys()))
    new_nodes = [row for row in rows.nodes if had_nodes.get(row.key) != row.properties[MARK]]
    new_edges = [row for row in rows.edges if row.key not in had_edges]
    other_edges = [row for row in rows.edges if row.key in had_edges and had_edges[row.key] != row.properties[MARK]]
    written = Written(
        nodes=len(new_nodes),
        edges=len(new_edges) + len(other_edges),
        removed_nodes=gone_nodes,
        removed_edges=gone_edges,
        unchanged_nodes=len(nodes) - len(new_nodes),
        unchanged_edges=len(edges) - len(new_edges) - len(other_edges),
    )
    tell(written.unchanged_nodes + written.unchanged_edges)
    _write_nodes(engine, new_nodes, tell)
    _update_edges(engine, other_edges, tell)
    _create_edges(engine, new_edges, tell)
    return written


def _stored_nodes(engine: Engine) -> Iterator[tuple[NodeKey, str]]:
    for label in LABELS:
        for record in engine.fetch(cypher.stored_nodes(label)):
            yield (label, record["id"]), record["digest"]


def _stored_edges(engine: Engine) -> Iterator[tuple[EdgeKey, str]]:
    for kind in PREDICATES:
        for record in engine.fetch(cypher.stored_edges(kind)):
            ends = _label(record["source_labels"]), record["source"], _label(record["target_labels"]), record["target"]
            yield (kind, record["id"], *ends), record["digest"]


def _label(labels: Iterable[str]) -> str:
    """The label that is of the ontology: others may have given our node labels of their own."""
    known = [label for label in labels if label in LABELS]
    if not known:
        raise StoreError(f"an edge of ours ends at a node without a label of the ontology ({', '.join(labels)}); give it back")
    return known[0]


def _remove_edges(engine: Engine, keys: Sequence[EdgeKey]) -> int:
    removed = 0
    for (kind, source), group in _grouped(keys, lambda key: (key[0], key[2])):
        for batch in _batches(group):
            rows = [{"id": key[1], "source": key[3]} for key in batch]
            removed += engine.change(cypher.remove_edges(kind, source), rows)
    return removed


def _remove_nodes(engine: Engine, keys: Sequence[NodeKey]) -> int:
    removed = 0
    for label, group in _grouped(keys, lambda key: key[0]):
        for batch in _batches(group):
            removed += engine.change(cypher.remove_nodes(label), [{"id": key[1]} for key in batch])
    return removed


def _write_nodes(engine: Engine, rows: Sequence[NodeRow], tell: Callable[[int], None]) -> None:
    for label, group in _grouped(rows, lambda row: row.label):
        for batch in _batches(group):
            changed = engine.change(cypher.merge_nodes(label), [{"id": row.id, "properties": row.properties} for row in batch])
            _all_of(batch, changed)
            tell(len(batch))


def _create_edges(engine: Engine, rows: Sequence[EdgeRow], tell: Callable[[int], None]) -> None:
    for (kind, source, target), group in _grouped(rows, lambda row: (row.type, row.source[0], row.target[0])):
        for batch in _batches(group):
            given = [{"source": row.source[1], "target": row.target[1], "properties": row.properties} for row in batch]
            _all_of(batch, engine.change(cypher.create_edges(kind, source, target), given))
            tell(len(batch))


def _update_edges(engine: Engine, rows: Sequence[EdgeRow], tell: Callable[[int], None]) -> None:
    for (kind, source), group in _grouped(rows, lambda row: (row.type, row.source[0])):
        for batch in _batches(group):
            given = [{"id": row.id, "source": row.source[1], "properties": row.properties} for row in batch]
            _all_of(batch, engine.change(cypher.update_edges(kind, source), given))
            tell(len(batch))


def _all_of(batch: Sequence[_Row], changed: int) -> None:
    if changed != len(batch):
        first = batch[0].key
        raise StoreError(
            f"{changed} of {len(batch)} rows from {first[0]} {first[1]} on were written: "
            "something else changes this store at the same time; write again"
        )


_Item = TypeVar("_Item")


def _grouped(items: Iterable[_Item], key: Callable[[_Item], _Key]) -> Iterator[tuple[_Key, list[_Item]]]:
    groups: defaultdict[_Key, list[_Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    yield from groups.items()


def _batches(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]

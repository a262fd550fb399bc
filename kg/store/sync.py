"""How a store comes to hold exactly a graph: what differs is found by digest, then changed so that nobody sees a part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from kg.errors import StoreError
from kg.model import Graph
from kg.store import Written, cypher
from kg.store.flatten import MARK, EdgeKey, EdgeRow, NodeKey, NodeRow, Rowed, flatten
from kg.vocab import LABELS, PREDICATES

__all__ = ["AT_ONCE", "BATCH", "Engine", "OutOfRoom", "Run", "synchronize"]

BATCH = 1000
"""Rows a statement."""

AT_ONCE = 5_000
"""Up to so many rows all that differs is one transaction in any engine; beyond, the engine knows how to write them unseen."""

_Key = TypeVar("_Key")
_Result = TypeVar("_Result")

Run = Callable[[str, Sequence[Mapping[str, Any]]], int]
"""Runs a statement over ``$rows`` within a transaction, and answers the ``n`` that it returns."""


class Engine(Protocol):
    """What an engine has to be able to do."""

    def fetch(self, statement: str) -> Iterable[Mapping[str, Any]]:
        """The records of a statement that reads."""

    def transact(self, work: Callable[[Run], _Result]) -> _Result:
        """Do the work in one transaction: all of it is seen by readers, or, where it raises, nothing. It may be begun again."""

    def ways(self, size: int) -> Iterable[AbstractContextManager[Engine]]:
        """How so many characters can be written in many transactions: nobody sees anything of them until the block is left.

        The ways are tried in turn; all but the last may raise OutOfRoom.
        """


class OutOfRoom(StoreError):
    """The engine has not the memory for so much at once; nothing was changed."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A statement over rows. ``writes``: it puts in something for each row, the first of which is ``first``."""

    statement: str
    rows: Sequence[Mapping[str, Any]]
    writes: bool = False
    first: tuple[str, ...] = ()

    def make(self, run: Run) -> int:
        changed = run(self.statement, self.rows)
        if self.writes and changed != len(self.rows):
            raise StoreError(
                f"{changed} of {len(self.rows)} rows from {self.first[0]} {self.first[1]} on were written: "
                "something else changes this store at the same time; write again"
            )
        return changed


def synchronize(engine: Engine, graph: Graph, progress: Callable[[int], None] | None = None) -> Written:
    """Make the engine hold exactly this graph of ours; readers see all that changes or nothing of it.

    Edges that are gone go first, then nodes, then what is new or different comes: where an engine has to let a write that
    was stopped stand, it is still a graph, and the next run finds what is left to do.
    """
    rows = flatten(graph)
    tell = progress or (lambda count: None)
    had_nodes, had_edges = dict(_stored_nodes(engine)), dict(_stored_edges(engine))
    gone_edges = list(_removed_edges(had_edges.keys() - {row.key for row in rows.edges}))
    gone_nodes = list(_removed_nodes(had_nodes.keys() - {row.key for row in rows.nodes}))
    changes = list(_written(rows, had_nodes, had_edges))
    nodes = sum(had_nodes.get(row.key) != row.properties[MARK] for row in rows.nodes)
    edges = sum(had_edges.get(row.key) != row.properties[MARK] for row in rows.edges)
    tell(len(rows.nodes) - nodes + len(rows.edges) - edges)
    made = _apply(engine, [*gone_edges, *gone_nodes, *changes], tell)
    return Written(
        nodes=nodes,
        edges=edges,
        removed_nodes=sum(made[len(gone_edges) :][: len(gone_nodes)]),
        removed_edges=sum(made[: len(gone_edges)]),
        unchanged_nodes=len(rows.nodes) - nodes,
        unchanged_edges=len(rows.edges) - edges,
    )


def _apply(engine: Engine, changes: Sequence[_Change], tell: Callable[[int], None]) -> list[int]:
    """What each change changed; where they are few, all in one transaction."""
    if sum(len(change.rows) for change in changes) <= AT_ONCE:
        made = engine.transact(lambda run: [change.make(run) for change in changes]) if changes else []
        tell(sum(len(change.rows) for change in changes if change.writes))
        return made
    for way in engine.ways(sum(len(str(row)) for change in changes for row in change.rows)):
        try:
            with way as unseen:
                return [_made(unseen, change, tell) for change in changes]
        except OutOfRoom:
            continue
    raise StoreError("no way of writing so much was left")


def _made(engine: Engine, change: _Change, tell: Callable[[int], None]) -> int:
    changed = engine.transact(change.make)
    if change.writes:
        tell(len(change.rows))
    return changed


def _written(rows: Rowed, had_nodes: Mapping[NodeKey, str], had_edges: Mapping[EdgeKey, str]) -> Iterator[_Change]:
    yield from _merged_nodes([row for row in rows.nodes if had_nodes.get(row.key) != row.properties[MARK]])
    known = [row for row in rows.edges if row.key in had_edges]
    yield from _updated_edges([row for row in known if had_edges[row.key] != row.properties[MARK]])
    yield from _created_edges([row for row in rows.edges if row.key not in had_edges])


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


def _removed_edges(keys: Iterable[EdgeKey]) -> Iterator[_Change]:
    for (kind, source), group in _grouped(sorted(keys), lambda key: (key[0], key[2])):
        for batch in _batches(group):
            yield _Change(cypher.remove_edges(kind, source), [{"id": key[1], "source": key[3]} for key in batch])


def _removed_nodes(keys: Iterable[NodeKey]) -> Iterator[_Change]:
    for label, group in _grouped(sorted(keys), lambda key: key[0]):
        for batch in _batches(group):
            yield _Change(cypher.remove_nodes(label), [{"id": key[1]} for key in batch])


def _merged_nodes(rows: Sequence[NodeRow]) -> Iterator[_Change]:
    for label, group in _grouped(rows, lambda row: row.label):
        for batch in _batches(group):
            given = [{"id": row.id, "properties": row.properties} for row in batch]
            yield _Change(cypher.merge_nodes(label), given, writes=True, first=batch[0].key)


def _created_edges(rows: Sequence[EdgeRow]) -> Iterator[_Change]:
    for (kind, source, target), group in _grouped(rows, lambda row: (row.type, row.source[0], row.target[0])):
        for batch in _batches(group):
            given = [{"source": row.source[1], "target": row.target[1], "properties": row.properties} for row in batch]
            yield _Change(cypher.create_edges(kind, source, target), given, writes=True, first=batch[0].key)


def _updated_edges(rows: Sequence[EdgeRow]) -> Iterator[_Change]:
    for (kind, source), group in _grouped(rows, lambda row: (row.type, row.source[0])):
        for batch in _batches(group):
            given = [{"id": row.id, "source": row.source[1], "properties": row.properties} for row in batch]
            yield _Change(cypher.update_edges(kind, source), given, writes=True, first=batch[0].key)


_Item = TypeVar("_Item")


def _grouped(items: Iterable[_Item], key: Callable[[_Item], _Key]) -> Iterator[tuple[_Key, list[_Item]]]:
    groups: defaultdict[_Key, list[_Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    yield from groups.items()


def _batches(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]

"""Where a graph is kept and asked in Cypher: Neo4j, or an engine inside this process; both take the same statements.

>>> Rows(columns=("name", "n"), rows=(("心脏磁共振", 2),)).records()
[{'name': '心脏磁共振', 'n': 2}]
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from kg.errors import StoreError
from kg.model import Graph, Value

__all__ = ["BOLT_SCHEMES", "Rows", "Store", "Written", "open_store"]

BOLT_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
"""What a URL of a Neo4j server can begin with."""

_EMBEDDED = "embedded"


@dataclass(frozen=True, slots=True)
class Rows:
    """What a statement answered. Values are None, bool, int, float, str, list and dict.

    A node is ``{"id", "label", "properties"}`` and a relationship ``{"id", "type", "properties"}``, with the ids that we
    gave them; a path is ``{"nodes", "relationships"}``, in its order.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def records(self) -> list[dict[str, Any]]:
        """The rows as dictionaries by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a write changed: nodes and edges that are new or different, those taken out, and those left as they were."""

    nodes: int = 0
    edges: int = 0
    removed_nodes: int = 0
    removed_edges: int = 0
    unchanged_nodes: int = 0
    unchanged_edges: int = 0

    @property
    def changed(self) -> bool:
        """Whether the store is different now."""
        return bool(self.nodes or self.edges or self.removed_nodes or self.removed_edges)


class Store(Protocol):
    """A place for one graph of ours. Use it in a ``with`` statement, or close it."""

    def prepare(self) -> None:
        """Make the constraints and indexes: one node an id within its label, names looked up quickly. Again is harmless."""

    def write(self, graph: Graph, progress: Callable[[int], None] | None = None) -> Written:
        """Make the store hold exactly this graph; ``progress`` is told how many nodes and edges each step settled.

        Readers see all of it or nothing, or, where a server has no memory for so much at once, are told that a load is under
        way. What others keep in the same database is never touched. Stopped half-way, the next write completes it. Raises
        StoreError for a graph that does not hold together (an edge without its ends, a label outside the ontology).
        """

    def run(self, query: str, parameters: Mapping[str, Value] | None = None) -> Rows:
        """The rows of a Cypher statement that only reads. Raises QueryError for one that writes or cannot be understood."""

    def close(self) -> None:
        """Let go of the store. Again is harmless."""

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...


def open_store(
    url: str | Path,
    *,
    username: str | None = None,
    password: str | None = None,
    database: str | None = None,
    reading: bool = False,
) -> Store:
    """The store at ``neo4j://…`` or ``bolt://…``, or the embedded one in a folder (a path, or ``embedded://`` and a path).

    The folder is made where there is none. Login and database are for a server; without a database its default one is
    taken. ``reading`` is for a folder: it cannot be written to then, and others may read it meanwhile. Raises
    StoreUnavailable for a server that does not answer or refuses the login, for a folder that another process has open (one
    that writes, where this one reads), and for one without a store that is to be read; StoreError for a URL of another kind.
    """
    scheme, found, rest = str(url).partition("://")
    if found and scheme in BOLT_SCHEMES:
        from kg.store.bolt import BoltStore

        return BoltStore(str(url), username=username, password=password, database=database)
    if found and scheme != _EMBEDDED:
        allowed = ", ".join(f"{name}://" for name in (*BOLT_SCHEMES, _EMBEDDED))
        raise StoreError(f"{url}: no store of the kind {scheme}://; a store is a folder or one of {allowed}")
    from kg.store.embedded import EmbeddedStore

    return EmbeddedStore(Path(rest if found else url), reading=reading)

"""Neo4j over Bolt."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from types import TracebackType
from typing import Any, Self, TypeVar

import neo4j
from neo4j.exceptions import AuthError, ClientError, ConfigurationError, DriverError, Neo4jError
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from kg.errors import QueryError, StoreError, StoreUnavailable
from kg.model import Graph, Value
from kg.store import Rows, Written, cypher, loads
from kg.store.flatten import OURS
from kg.store.sync import Engine, OutOfRoom, Run, synchronize
from kg.vocab import LABELS

__all__ = ["BoltStore"]

_Result = TypeVar("_Result")

_PATIENCE = 5.0
"""Seconds until a server that does not answer is said not to."""

_TRIES = 8
"""How often a statement is run at most while others commit."""

_NO_ROOM = frozenset(
    f"Neo.TransientError.General.{name}Error" for name in ("MemoryPoolOutOfMemory", "TransactionMemoryLimit", "OutOfMemory")
)
_WRITES = "Neo.ClientError.Statement.AccessMode"
_NO_SUCH_DATABASE = "Neo.ClientError.Database.DatabaseNotFound"

# What goes wrong is raised; without this, Python prints the driver's log to stderr where nobody has set up logging.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class BoltStore:
    """A store in a Neo4j database, beside whatever others keep there. Opening it makes sure that the server answers."""

    def __init__(
        self, url: str, *, username: str | None = None, password: str | None = None, database: str | None = None
    ) -> None:
        self._url = url
        self._database = database
        with _told(url, database):
            self._driver: neo4j.Driver | None = _driver(url, username, password)
            try:
                with self._session(neo4j.READ_ACCESS) as session:
                    session.run("RETURN 1").consume()
                    self._seen = session.last_bookmarks()
            except BaseException:
                self.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def prepare(self) -> None:
        """Make the constraints and indexes of the ontology; again is harmless."""
        there = {record["name"] for record in self.fetch("SHOW INDEXES YIELD name")}
        lacking = [statement for name, statement in cypher.schema().items() if name not in there]
        with _told(self._url, self._database), self._session(neo4j.WRITE_ACCESS) as session:
            session.execute_write(_made, lacking)

    def write(self, graph: Graph, progress: Callable[[int], None] | None = None) -> Written:
        """Make our part of the database hold exactly this graph; see `kg.store.Store.write`.

        A node of ours that goes takes with it whatever edges others gave it.
        """
        self.prepare()
        written = synchronize(self, graph, progress)
        if self._loading():
            self._mark(loads.LOADED)
        return written

    def run(self, query: str, parameters: Mapping[str, Value] | None = None) -> Rows:
        """The rows of a statement that only reads; see `kg.store.Store.run`. The server itself refuses one that writes.

        A statement that runs while something is committed may see half of it. The server's bookmark tells whether
        anything was: then it is asked again, from behind that commit. Where somebody commits all the time the last
        answer stands. Raises StoreUnavailable while a load is under way that no transaction can hold.
        """
        given, query, before = cypher.arguments(parameters), cypher.reading(query), self._seen
        with _told(self._url, self._database, asking=True), self._session(neo4j.READ_ACCESS, before) as session:
            for _ in range(_TRIES):
                rows = session.execute_read(_rows, query, given)
                after = self._seen = session.last_bookmarks()
                if set(after.raw_values) == set(before.raw_values):
                    break
                before = after
            return rows

    def close(self) -> None:
        """Let go of the connections; again is harmless."""
        if self._driver is not None:
            self._driver.close()
            self._driver = None

    def fetch(self, statement: str) -> Iterator[Mapping[str, Any]]:
        """The records of one of our own statements that reads."""
        with _told(self._url, self._database), self._session(neo4j.READ_ACCESS) as session:
            yield from session.run(statement)

    def transact(self, work: Callable[[Run], _Result]) -> _Result:
        """Run our own statements in one transaction, begun again where the server says so."""
        with _told(self._url, self._database), self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(lambda transaction: work(partial(_changed, transaction)))

    def ways(self, size: int) -> Iterator[AbstractContextManager[Engine]]:
        """One transaction where the server has the memory for it; else many, while readers are told of a load under way."""
        if size * loads.HELD <= self._room():
            yield self._together()
        yield self._marked()

    @contextmanager
    def _together(self) -> Iterator[Engine]:
        with (
            _told(self._url, self._database),
            self._session(neo4j.WRITE_ACCESS) as session,
            session.begin_transaction() as transaction,
        ):
            yield loads.Together(partial(_changed, transaction))
            transaction.commit()

    @contextmanager
    def _marked(self) -> Iterator[Engine]:
        """Stopped half-way, the mark stays until a write completes it."""
        self._mark(loads.LOAD)
        yield self
        self._mark(loads.LOADED)

    def _mark(self, statement: str) -> None:
        with _told(self._url, self._database), self._session(neo4j.WRITE_ACCESS) as session:
            session.execute_write(_made, [statement])

    def _loading(self) -> bool:
        return any(record["n"] for record in self.fetch(loads.LOADING))

    def _room(self) -> float:
        """Bytes that a transaction may take on the server; 0 where it does not tell us."""
        try:
            return loads.room(record["value"] for record in self.fetch(loads.LIMITS))
        except StoreError:
            return 0

    def _session(self, mode: str, seen: neo4j.Bookmarks | None = None) -> neo4j.Session:
        if self._driver is None:
            raise StoreUnavailable(f"{self._url}: this store is closed; open it again")
        return self._driver.session(database=self._database, default_access_mode=mode, bookmarks=seen)


def _driver(url: str, username: str | None, password: str | None) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(
        url,
        auth=(username, password or "") if username else None,
        connection_timeout=_PATIENCE,
        connection_acquisition_timeout=_PATIENCE,
        max_transaction_retry_time=_PATIENCE,
        notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
        user_agent="yingtu",
    )


def _made(transaction: neo4j.ManagedTransaction, statements: Sequence[Any]) -> None:
    for statement in statements:
        transaction.run(statement).consume()


def _rows(transaction: neo4j.ManagedTransaction, query: Any, parameters: dict[str, Any]) -> Rows:
    if transaction.run(loads.LOADING).single(strict=True)["n"]:
        raise StoreUnavailable(
            "a big load into this database is under way, or was stopped half-way: ask again later, or complete it with kg load"
        )
    result = transaction.run(query, parameters)
    columns = tuple(result.keys())
    return Rows(columns, tuple(tuple(_value(value) for value in record.values()) for record in result))


def _changed(
    transaction: neo4j.ManagedTransaction | neo4j.Transaction, statement: Any, rows: Sequence[Mapping[str, Any]]
) -> int:
    record = transaction.run(statement, {"rows": list(rows)}).single(strict=True)
    return int(record["n"])


def _value(value: Any) -> Any:
    """A value of the driver as `kg.store.Rows` tells it; dates and times in ISO 8601."""
    match value:
        case Path():
            return {
                "nodes": [_value(one) for one in value.nodes],
                "relationships": [_value(one) for one in value.relationships],
            }
        case Node():
            known = sorted(value.labels, key=lambda label: (label not in LABELS, label))
            return {"id": value.get("id"), "label": known[0] if known else None, "properties": _properties(value)}
        case Relationship():
            return {"id": value.get("id"), "type": value.type, "properties": _properties(value)}
        case list():
            return [_value(one) for one in value]
        case dict():
            return {key: _value(one) for key, one in value.items()}
        case Date() | DateTime() | Time() | Duration():
            return value.iso_format()
        case _:
            return value


def _properties(entity: Node | Relationship) -> dict[str, Any]:
    return {key: _value(one) for key, one in sorted(entity.items()) if key not in OURS}


@contextmanager
def _told(url: str, database: str | None, *, asking: bool = False) -> Iterator[None]:
    """What the driver raises as our errors, in one line. ``asking``: the statement is the user's, not ours."""
    try:
        yield
    except AuthError as error:
        raise StoreUnavailable(f"{url}: the login is refused; check NEO4J_USERNAME and NEO4J_PASSWORD") from error
    except ConfigurationError as error:
        raise StoreError(f"{url}: {_one_line(error)}") from error
    except ClientError as error:
        if error.code == _NO_SUCH_DATABASE:
            raise StoreUnavailable(f'{url}: no database "{database}" there; check NEO4J_DATABASE') from error
        if error.code == _WRITES:
            raise QueryError("this statement writes; here only statements that read can be run") from error
        raise (QueryError(_one_line(error)) if asking else StoreError(f"{url}: {_one_line(error)}")) from error
    except Neo4jError as error:
        kind = OutOfRoom if error.code in _NO_ROOM else StoreError
        raise kind(f"{url}: {_one_line(error)}") from error
    except DriverError as error:
        raise StoreUnavailable(
            f"{url}: no Neo4j answers there; start it (docker compose up -d, see the README) or check NEO4J_URI"
        ) from error


def _one_line(error: Exception) -> str:
    message = error.message if isinstance(error, Neo4jError) and error.message else str(error)
    return " ".join(message.split())

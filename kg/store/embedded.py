"""The engine inside this process: ArcadeDB in a folder, asked in the same Cypher as Neo4j."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from kg.errors import QueryError, StoreError, StoreUnavailable
from kg.model import Graph, Value
from kg.store import Rows, Written, cypher, versions
from kg.store.flatten import OURS
from kg.store.locks import Lock
from kg.store.sync import Engine, Run, synchronize
from kg.vocab import PREDICATES

if TYPE_CHECKING:
    from arcadedb import Database

__all__ = ["EmbeddedStore"]

_Result = TypeVar("_Result")
_LANGUAGE = "opencypher"
_PATH = re.compile(r"\(#\d+:\d+\)(?:<?-\[#\d+:\d+\]->?\(#\d+:\d+\))*")
"""A path comes out of the native engine as this text and nothing else; see docs/decisions/0031."""

_NAMES_A_PATH = re.compile(r"=\s*[\w\s]*\(")

_RECORD = re.compile(r"#\d+:\d+")
_COLUMNS = re.compile(r"FINAL PROJECTION \[(.*)\]$", re.MULTILINE)
_BETWEEN_COLUMNS = re.compile(r", (?![^(\[{]*[)\]}])")
_NOT_READING = "QueryNotIdempotentException"
_IN_USE = ("LockException", "already in use")
_EXCEPTION = re.compile(r"^(?:(?:Query|Command) failed|Reading the result set failed|Failed to \w+ database): [\w.$]+: ")
_CAUSE = re.compile(r" \(caused by .*\)$", re.DOTALL)


class EmbeddedStore:
    """A store in a folder of its own, made where there is none, unless it is to be read alone.

    One process at a time has it to write, or many to read; the threads of a process take turns. The engine's log goes into
    the folder of the first store that a process opens.
    """

    def __init__(self, folder: Path, *, reading: bool = False) -> None:
        self._folder = folder
        self._lock = _locked(folder, reading=reading)
        try:
            if reading and versions.left_open(folder):
                self._mend()
            self._database: Database | None = _current(folder, reading=reading)
        except BaseException:
            self._lock.release()
            raise
        if not reading:
            versions.tidy(folder)
        # the engine lets one thread read what another is writing
        self._turn = RLock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def prepare(self) -> None:
        """Make the types, constraints and indexes of the ontology; again is harmless."""
        for statement in cypher.schema().values():
            self.transact(lambda _, one=statement: self._open_database.command(_LANGUAGE, one))  # type: ignore[misc]

    def write(self, graph: Graph, progress: Callable[[int], None] | None = None) -> Written:
        """Make the store hold exactly this graph; see `kg.store.Store.write`."""
        self.prepare()
        return synchronize(self, graph, progress)

    def run(self, query: str, parameters: Mapping[str, Value] | None = None) -> Rows:
        """The rows of a statement that only reads; see `kg.store.Store.run`.

        Where there are no rows the columns are those that the engine plans, none for ``RETURN *``.
        """
        given, query = cypher.arguments(parameters), cypher.reading(query)
        with self._turn:
            records = self._query(query, given)
            if not records:
                return Rows(self._planned(query, given), ())
            columns = tuple(records[0])
            paths = _NAMES_A_PATH.search(query) is not None
            rows = (tuple(self._value(record.get(column), paths=paths) for column in columns) for record in records)
            return Rows(columns, tuple(rows))

    def close(self) -> None:
        """Let go of the folder; again is harmless."""
        if self._database is not None:
            self._database.close()
            self._database = None
        self._lock.release()

    def _mend(self) -> None:
        """Have the engine bring in order what a process left behind that was killed: it does so for who writes alone."""
        self._lock.alone()
        _current(self._folder).close()
        self._lock.shared()

    def ways(self, size: int) -> Iterator[AbstractContextManager[Engine]]:
        """A big write has one way: into a copy of the store, which then takes its place."""
        yield self._beside()

    @contextmanager
    def _beside(self) -> Iterator[Engine]:
        with self._turn:
            self._open_database.close()
            self._database = None
            try:
                place = versions.following(self._folder)
            finally:
                self._database = _current(self._folder)
        try:
            with EmbeddedStore(place) as other:
                yield other
        except BaseException:
            versions.tidy(self._folder)
            raise
        with self._turn:
            self._open_database.close()
            self._database = None
            versions.switch(self._folder, place)
            self._database = _current(self._folder)
            versions.tidy(self._folder)

    def fetch(self, statement: str) -> Iterator[Mapping[str, Any]]:
        """The records of one of our own statements that reads."""
        yield from self._open_database.query(_LANGUAGE, statement).iter_dicts()

    def transact(self, work: Callable[[Run], _Result]) -> _Result:
        """Run our own statements in one transaction."""
        from arcadedb import ArcadeDBError

        try:
            with self._turn, self._open_database.transaction():
                return work(self._changed)
        except ArcadeDBError as error:
            raise StoreError(f"{self._folder}: {_one_line(error)}") from error

    @property
    def _open_database(self) -> Database:
        if self._database is None:
            raise StoreUnavailable(f"{self._folder}: this store is closed; open it again")
        return self._database

    def _changed(self, statement: str, rows: Sequence[Mapping[str, Any]]) -> int:
        result = self._open_database.command(_LANGUAGE, statement, {"rows": list(rows)})
        return int(next(iter(result.iter_dicts()))["n"])

    def _query(self, query: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        from arcadedb import ArcadeDBError

        try:
            return list(self._open_database.query(_LANGUAGE, query, dict(parameters)).iter_dicts())
        except ArcadeDBError as error:
            if _NOT_READING in str(error):
                raise QueryError("this statement writes; here only statements that read can be run") from error
            raise QueryError(_one_line(error)) from error

    def _planned(self, query: str, parameters: Mapping[str, Any]) -> tuple[str, ...]:
        plan = self._query(f"EXPLAIN {query}", parameters)
        found = _COLUMNS.search(str(plan[0].get("executionPlanAsString", ""))) if plan else None
        return tuple(_BETWEEN_COLUMNS.split(found[1])) if found and found[1] else ()

    def _value(self, value: Any, *, paths: bool) -> Any:
        """A value of the engine as `kg.store.Rows` tells it; ``paths``: the statement can have made some."""
        if isinstance(value, dict):
            return _element(value) if "@type" in value else {key: self._value(one, paths=paths) for key, one in value.items()}
        if isinstance(value, list):
            return [self._value(one, paths=paths) for one in value]
        return self._path(value) if paths and isinstance(value, str) and _PATH.fullmatch(value) else value

    def _path(self, text: str) -> dict[str, Any]:
        records = [self._open_database.lookup_by_rid(ident) for ident in _RECORD.findall(text)]
        elements = [_element({"@type": record.get_type_name(), **record.to_dict()}) for record in records]
        return {"nodes": elements[::2], "relationships": elements[1::2]}


def _element(record: Mapping[str, Any]) -> dict[str, Any]:
    kind = str(record["@type"])
    properties = {key: one for key, one in sorted(record.items()) if not key.startswith("@") and key not in OURS}
    return {"id": record.get("id"), "type" if kind in PREDICATES else "label": kind, "properties": properties}


def _locked(folder: Path, *, reading: bool) -> Lock:
    if folder.exists() and not folder.is_dir():
        raise StoreUnavailable(f"{folder}: a file, not a folder; an embedded store needs a folder of its own")
    try:
        if not reading:
            folder.mkdir(parents=True, exist_ok=True)
        return Lock(folder, reading=reading)
    except OSError as error:
        raise StoreUnavailable(f"{folder}: cannot be read or made ({error.strerror})") from error


def _current(folder: Path, *, reading: bool = False) -> Database:
    """The database that the folder's readers see."""
    import arcadedb

    place = versions.current(folder)
    try:
        there = any(path.name != versions.LOG for path in place.iterdir()) if place.exists() else place != folder
        with _quiet(folder):
            if not there and reading:
                raise StoreUnavailable(f"{folder}: no store there yet; write one first")
            if not there:
                return arcadedb.create_database(str(place))
            if not arcadedb.database_exists(str(place)):
                raise StoreUnavailable(f"{folder}: a folder with other files in it; an embedded store needs one of its own")
            return arcadedb.open_database(str(place), read_only=reading)
    except OSError as error:
        raise StoreUnavailable(f"{folder}: cannot be read or made ({error.strerror})") from error
    except arcadedb.ArcadeDBError as error:
        if any(sign in str(error) for sign in _IN_USE):
            raise StoreUnavailable(f"{folder}: another process has this store open; wait for it to end, or close it") from error
        raise StoreUnavailable(f"{folder}: cannot be opened: {_one_line(error)}") from error


@contextmanager
def _quiet(folder: Path) -> Iterator[None]:
    """Keep the engine's log off the terminal and out of the user's own folders.

    The engine takes this from the environment alone, once in a process. What the user has set there himself stays.
    """
    wanted = {"ARCADEDB_LOG_CONSOLE": "0", "ARCADEDB_LOG_DIR": str(folder.absolute() / versions.LOG)}
    ours = [name for name in wanted if name not in os.environ]
    os.environ.update({name: wanted[name] for name in ours})
    try:
        yield
    finally:
        for name in ours:
            del os.environ[name]


def _one_line(error: Exception) -> str:
    return " ".join(_CAUSE.sub("", _EXCEPTION.sub("", str(error))).split())

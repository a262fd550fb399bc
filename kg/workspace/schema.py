"""The tables of a workspace file: made in a new one, recognised in one that is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import WorkspaceError
from kg.workspace.rows import ASSERTION_COLUMNS, DOCUMENT_COLUMNS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["SCHEMA", "prepare"]

SCHEMA = 2
"""Raised with every change of the tables that an older release could not read."""

# No keys and no indexes: DuckDB holds a key against rows that the same transaction has deleted, and replacing a document
# is just that. One path is one row because record() deletes before it inserts.
_TABLES = {
    "yingtu": {"version": "INTEGER"},
    "document": DOCUMENT_COLUMNS,
    "path": dict.fromkeys(("path", "source", "title", "document", "versions"), "VARCHAR"),
    "assertion": ASSERTION_COLUMNS,
    "rejection": dict.fromkeys(("document", "assertion", "reason", "rule"), "VARCHAR"),
}


def prepare(path: Path, *, reading: bool = False) -> DuckDBPyConnection:
    """A connection to the workspace in this file, with its tables; WorkspaceError where that cannot be.

    Many may read it at once, or one may write to it.
    """
    connection = _connect(path, reading=reading)
    try:
        _check(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(path: Path, *, reading: bool) -> DuckDBPyConnection:
    import duckdb

    try:
        return duckdb.connect(str(path), read_only=reading)
    except duckdb.Error as error:
        told = str(error)
        if "lock" in told:
            raise WorkspaceError(
                f"{path}: another process holds it; wait until that kg command has ended, or end it"
            ) from error
        if path.is_file() and ("not a valid" in told or "database file" in told):
            raise WorkspaceError(f"{path}: not a workspace; move the file away, or name another folder with --home") from error
        raise WorkspaceError(f"{path}: cannot be opened: {told.splitlines()[0]}") from error


def _check(connection: DuckDBPyConnection, path: Path) -> None:
    found = {name for (name,) in connection.execute("SELECT table_name FROM information_schema.tables").fetchall()}
    if not found:
        _create(connection)
        return
    if not set(_TABLES) <= found:
        raise WorkspaceError(f"{path}: not a workspace; move the file away, or name another folder with --home")
    row = connection.execute("SELECT max(version) FROM yingtu").fetchone()
    version = row[0] if row else None
    if version != SCHEMA:
        raise WorkspaceError(
            f"{path}: made by another release (tables of version {version}, this one has {SCHEMA}); "
            "use that release, or build the documents again into another folder with --home"
        )


def _create(connection: DuckDBPyConnection) -> None:
    connection.execute("BEGIN")
    for table, columns in _TABLES.items():
        connection.execute(f"CREATE TABLE {table} ({', '.join(f'{name} {kind} NOT NULL' for name, kind in columns.items())})")
    connection.execute("INSERT INTO yingtu VALUES (?)", [SCHEMA])
    connection.execute("COMMIT")

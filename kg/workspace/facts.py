"""The workspace: documents and what they state, one transaction a document, safe to kill at any moment."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from kg.decisions import Decision, bind
from kg.decisions import read as read_decisions
from kg.errors import WorkspaceError
from kg.model import Assertion, Document
from kg.workspace.records import DocumentRecord, Rejection
from kg.workspace.rows import ASSERTION_COLUMNS, DOCUMENT_COLUMNS, assertion_of, assertion_row, document_of, document_row
from kg.workspace.schema import prepare

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["Workspace"]

_FILE = "facts.duckdb"
_CHUNK = 1 << 20
_BATCH = 10_000
_LISTED = 10
_PREFIX = 8
_PATH_COLUMNS = ("path", "source", "title", "document", "versions")
_FIRST_PLACES = "SELECT document, arg_min(struct_pack(source, title), (source, path)) AS first FROM path GROUP BY document"
_RECORDS = f"""
SELECT first.source, id, first.title, sha256, media_type, reader, places.versions, places.paths,
       coalesce(stated.n, 0), coalesce(refused.n, 0)
FROM document
JOIN ({_FIRST_PLACES}) ON document = id
JOIN (SELECT document AS d, list(path ORDER BY path) AS paths, arg_min(versions, (source, path)) AS versions
      FROM path GROUP BY document) AS places ON places.d = id
LEFT JOIN (SELECT document AS d, count(*) AS n FROM assertion GROUP BY document) AS stated ON stated.d = id
LEFT JOIN (SELECT document AS d, count(*) AS n FROM rejection GROUP BY document) AS refused ON refused.d = id
ORDER BY ALL
"""
_OWNED = ("assertion", "rejection", "path")


class Workspace:
    """The facts of a home folder. Use it in a ``with`` statement, or close it; one process writes, or many read."""

    def __init__(self, connection: DuckDBPyConnection, home: Path) -> None:
        self._connection = connection
        self._home = home

    @classmethod
    def open(cls, home: Path, *, reading: bool = False) -> Workspace:
        """The workspace of a home folder; folder and file are made where there are none, unless it is to be read alone.

        Raises WorkspaceError where another process holds it, the file is something else, or a newer release made it.
        """
        try:
            if not reading:
                home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WorkspaceError(f"{home}: cannot be a home folder ({error.strerror}); name a folder with --home") from error
        return cls(prepare(home / _FILE, reading=reading), home)

    def close(self) -> None:
        """Let go of the file. Again is harmless."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @staticmethod
    def fingerprint(path: Path) -> str:
        """The SHA-256 of a file's bytes, in hexadecimal."""
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
        return digest.hexdigest()

    def known(self, source_path: str, sha256: str, versions: str) -> bool:
        """Whether these bytes at this place were recorded by these versions, so that reading them again changes nothing."""
        found = self._connection.execute(
            "SELECT count(*) FROM path JOIN document ON document = id WHERE path = ? AND sha256 = ? AND versions = ?",
            [source_path, sha256, versions],
        ).fetchone()
        return bool(found and found[0])

    def record(
        self,
        document: Document,
        assertions: Sequence[Assertion],
        *,
        path: str,
        versions: str,
        rejected: Sequence[Rejection] = (),
    ) -> None:
        """Take in what a document states, in one transaction, in place of what the path and the document had before.

        The same bytes at two places are one document; what it says is taken from the place that sorts first.
        """
        place = (path, document.source, document.title, document.id, versions)
        with self._transaction():
            self._leave(path, for_document=document.id)
            if not self._told_elsewhere(place):
                self._delete(document.id, ("assertion", "rejection"))
                self._connection.execute("DELETE FROM document WHERE id = ?", [document.id])
                self._insert("document", DOCUMENT_COLUMNS, [document_row(document)])
                self._insert("assertion", ASSERTION_COLUMNS, list(dict.fromkeys(map(assertion_row, assertions))))
                told = [(one.document, one.assertion, one.reason, one.rule) for one in sorted(set(rejected))]
                self._insert("rejection", ("document", "assertion", "reason", "rule"), told)
            self._insert("path", _PATH_COLUMNS, [place])

    def retract(self, document_id: str) -> None:
        """Forget a document and all that it states; WorkspaceError where there is no such document."""
        self._record_of(document_id)
        with self._transaction():
            self._forget(document_id)

    def find(self, text: str) -> DocumentRecord:
        """The document of this id (or the beginning of one), path (or its last folders), file name or title.

        Raises WorkspaceError, listing what there is, where none or several answer.
        """
        records = self.documents()
        where = str(Path(text).resolve())
        for matches in (
            lambda one: one.id == text,
            lambda one: text in one.paths or where in one.paths,
            lambda one: text in {Path(path).name for path in one.paths},
            lambda one: any(path.endswith(f"/{text}") for path in one.paths),
            lambda one: one.title == text,
            lambda one: len(text) >= _PREFIX and one.id.startswith(text),
        ):
            found = [one for one in records if matches(one)]
            if len(found) == 1:
                return found[0]
            if found:
                told = ", ".join(f"{one.paths[0] if one.paths else one.source} ({one.id[:12]})" for one in found[:_LISTED])
                raise WorkspaceError(f'"{text}" is {len(found)} documents: {told}; name one by its path or id')
        raise WorkspaceError(f'no document "{text}"; there {_listed(records) if records else "is none yet"}')

    def documents(self) -> tuple[DocumentRecord, ...]:
        """All documents, by file name and id."""
        rows = self._connection.execute(_RECORDS).fetchall()
        return tuple(
            DocumentRecord(
                source=source,
                id=ident,
                title=title,
                sha256=sha256,
                media_type=media_type,
                reader=reader,
                versions=versions,
                paths=tuple(paths),
                assertions=assertions,
                rejected=rejected,
            )
            for source, ident, title, sha256, media_type, reader, versions, paths, assertions, rejected in rows
        )

    def document(self, document_id: str) -> Document:
        """A document whole, with its text and passages; WorkspaceError where there is no such document."""
        self._record_of(document_id)
        return next(self._documents("WHERE id = ?", [document_id]))

    def sources(self) -> Iterator[Document]:
        """Every document whole, one at a time, by id."""
        return self._documents("", [])

    def count(self) -> int:
        """How many assertions there are."""
        found = self._connection.execute("SELECT count(*) FROM assertion").fetchone()
        return int(found[0]) if found else 0

    def assertions(self, documents: Sequence[str] | None = None) -> Iterator[Assertion]:
        """Every assertion (of these documents), in an order that does not depend on when it was recorded: by document,
        place, rule, words.
        """
        where, values = ("", []) if documents is None else ("WHERE document IN (SELECT unnest(?))", [list(documents)])
        query = f"SELECT {', '.join(ASSERTION_COLUMNS)} FROM assertion {where} ORDER BY ALL"
        return map(assertion_of, self._stream(query, values))

    def rejected(self) -> tuple[Rejection, ...]:
        """What did not fit, by document and words."""
        rows = self._connection.execute("SELECT document, assertion, reason, rule FROM rejection ORDER BY ALL").fetchall()
        return tuple(
            Rejection(document=document, assertion=assertion, reason=reason, rule=rule)
            for document, assertion, reason, rule in rows
        )

    def decisions(self) -> tuple[Decision, ...]:
        """What people decided on who is who, bound to these documents; DecisionError where their file is not in order."""
        sources: dict[str, set[str]] = {}
        for source, document in self._connection.execute("SELECT source, document FROM path").fetchall():
            sources.setdefault(source, set()).add(document)
        return bind(read_decisions(self._home), sources)

    def _documents(self, where: str, values: list[str]) -> Iterator[Document]:
        columns = ", ".join(DOCUMENT_COLUMNS)
        query = f"SELECT first.source, first.title, {columns} FROM document JOIN ({_FIRST_PLACES}) ON document = id {where}"
        for source, title, *row in self._stream(f"{query} ORDER BY id", values, batch=1):
            yield document_of(tuple(row), source=source, title=title)

    def _stream(self, query: str, values: Sequence[object], *, batch: int = _BATCH) -> Iterator[tuple[Any, ...]]:
        cursor = self._connection.cursor()
        try:
            cursor.execute(query, values)
            while rows := cursor.fetchmany(batch):
                yield from rows
        finally:
            cursor.close()

    def _record_of(self, document_id: str) -> None:
        if not self._connection.execute("SELECT 1 FROM document WHERE id = ?", [document_id]).fetchone():
            records = self.documents()
            raise WorkspaceError(f'no document "{document_id}"; there {_listed(records) if records else "is none yet"}')

    def _leave(self, path: str, *, for_document: str) -> None:
        """Take the path from the document it stood for; a document without any place left is forgotten."""
        held = self._connection.execute("SELECT document FROM path WHERE path = ?", [path]).fetchone()
        self._connection.execute("DELETE FROM path WHERE path = ?", [path])
        if held and held[0] != for_document:
            others = self._connection.execute("SELECT 1 FROM path WHERE document = ?", [held[0]]).fetchone()
            if not others:
                self._forget(held[0])

    def _told_elsewhere(self, place: tuple[str, ...]) -> bool:
        path, source, _, document, versions = place
        query = "SELECT 1 FROM path WHERE document = ? AND versions = ? AND (source, path) < (?, ?)"
        return bool(self._connection.execute(query, [document, versions, source, path]).fetchone())

    def _forget(self, document_id: str) -> None:
        self._delete(document_id, _OWNED)
        self._connection.execute("DELETE FROM document WHERE id = ?", [document_id])

    def _delete(self, document_id: str, tables: Sequence[str]) -> None:
        for table in tables:
            self._connection.execute(f"DELETE FROM {table} WHERE document = ?", [document_id])

    def _insert(self, table: str, columns: Sequence[str] | dict[str, str], rows: Sequence[tuple[Any, ...]]) -> None:
        # executemany takes a second for a thousand rows; a list a column, unnested, takes 0.2 s for twenty thousand
        if rows:
            lists = ", ".join(f"unnest(${number})" for number in range(1, len(columns) + 1))
            values = [list(column) for column in zip(*rows, strict=True)]
            self._connection.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {lists}", values)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")


def _listed(records: Sequence[DocumentRecord]) -> str:
    told = ", ".join(f"{one.source} ({one.id[:12]})" for one in records[:_LISTED])
    rest = f" and {len(records) - _LISTED} more" if len(records) > _LISTED else ""
    return f"{'is' if len(records) == 1 else 'are'} {told}{rest}"

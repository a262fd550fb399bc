"""Files that are written whole or not at all, several at once where they belong together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.errors import ExportError

__all__ = ["write_whole"]


def write_whole(files: Mapping[Path, Iterable[str]], *, gone: Iterable[Path] = ()) -> None:
    """Write every file, from its pieces of text, into a draft beside it, and put the drafts in place when all are there.

    Folders are made; files of an earlier writing that are ``gone`` are removed with it. Raises ExportError where a file
    cannot be written: then what was there before still is.
    """
    where = next(iter(files), Path())
    drafts: dict[Path, Path] = {}
    try:
        for where, pieces in files.items():
            where.parent.mkdir(parents=True, exist_ok=True)
            drafts[where] = where.with_name(f".{where.name}.part")
            if where.is_dir():
                raise IsADirectoryError(0, "it is a folder")
            _write(drafts[where], pieces)
        for where, draft in drafts.items():
            draft.replace(where)
        for where in gone:
            where.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(f"{where}: cannot be written ({error.strerror}); name another folder or file") from error
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def _write(draft: Path, pieces: Iterable[str]) -> None:
    with draft.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())

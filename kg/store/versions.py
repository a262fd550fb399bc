"""Where in its folder an embedded store is: in the folder itself, or in the version that ``current`` names.

A big write goes into a version of its own, beside the one that is read; then ``current`` is replaced, which is one step of
the file system. What a write that was killed left behind is not named there, and is swept away.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

__all__ = ["LOG", "current", "following", "left_open", "switch", "tidy"]

LOG = "log"
_CURRENT = "current"
_OPENED = "database.lck"  # the engine makes it when it opens a store to write, and takes it away in the end
_VERSION = re.compile(r"v(\d+)")


def current(folder: Path) -> Path:
    """Where the store is."""
    pointer = folder / _CURRENT
    return folder / pointer.read_text("utf-8").strip() if pointer.is_file() else folder


def left_open(folder: Path) -> bool:
    """Whether who last wrote to the store was stopped before it was closed, as long as nobody writes."""
    return (current(folder) / _OPENED).exists()


def following(folder: Path) -> Path:
    """A new version: a copy of the store, which nobody may have open meanwhile."""
    place = current(folder)
    found = _VERSION.fullmatch(place.name) if place != folder else None
    new = folder / f"v{int(found[1]) + 1 if found else 1}"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    for path in place.iterdir():
        if path.is_file() and path.name != _CURRENT:
            shutil.copyfile(path, new / path.name)
    return new


def switch(folder: Path, version: Path) -> None:
    """Make a version the one that is read."""
    written = folder / f"{_CURRENT}.new"
    with written.open("w", encoding="utf-8") as file:
        file.write(version.name)
        file.flush()
        os.fsync(file.fileno())
    written.replace(folder / _CURRENT)


def tidy(folder: Path) -> None:
    """Remove what is not of the version that is read; only who has the store open may do so."""
    place = current(folder)
    for path in folder.iterdir():
        if path.is_dir() and _VERSION.fullmatch(path.name) and path != place:
            shutil.rmtree(path, ignore_errors=True)
        elif path.is_file() and place != folder and path.name != _CURRENT:
            path.unlink(missing_ok=True)

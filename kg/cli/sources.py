"""How documents are called on the terminal: by file name, and with the folders that it takes where several have the name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.workspace import Workspace

__all__ = ["sources", "told_apart"]


def sources(workspace: Workspace) -> dict[str, str]:
    """The documents of a workspace by id, as they are called."""
    return told_apart({one.id: one.paths[0] if one.paths else one.source for one in workspace.documents()})


def told_apart(paths: Mapping[str, str]) -> dict[str, str]:
    """By the same keys the shortest endings of the paths that no other path has, whole folders only.

    >>> told_apart({"a": "/x/2019/form.txt", "b": "/x/2021/form.txt", "c": "/x/2021/list.txt"})
    {'a': '2019/form.txt', 'b': '2021/form.txt', 'c': 'list.txt'}
    """
    called = {key: PurePath(path).name for key, path in paths.items()}
    for depth in range(2, max((len(PurePath(path).parts) for path in paths.values()), default=0) + 1):
        names = list(called.values())
        shared = {key for key, name in called.items() if names.count(name) > 1}
        if not shared:
            break
        called |= {key: str(PurePath(*PurePath(paths[key]).parts[-depth:])) for key in shared}
    return called

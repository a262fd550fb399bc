"""Options that several commands share, and the opening of what they name."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from kg.resolve import Resolution
    from kg.store import Store
    from kg.workspace import Workspace

__all__ = ["FORMATS", "format_option", "home_option", "open_target", "open_workspace", "resolved", "store_option"]

FORMATS = ("table", "json", "csv")

_Function = TypeVar("_Function", bound=Callable[..., Any])


def home_option(function: _Function) -> _Function:
    """``--home DIR``: the folder that holds the facts and, unless ``--store`` says otherwise, the graph."""
    return click.option(
        "--home",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path("yingtu-home"),
        show_default=True,
        envvar="YINGTU_HOME",
        help="The folder of facts and graph (or YINGTU_HOME).",
    )(function)


def store_option(function: _Function) -> _Function:
    """``--store URL``: where the graph is, if not in the home folder."""
    return click.option(
        "--store",
        metavar="URL",
        envvar="NEO4J_URI",
        help="Where the graph is: neo4j://host:7687, bolt://…, or a folder (default: NEO4J_URI, else graph/ in the home "
        "folder). Neo4j reads NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE.",
    )(function)


def format_option(*choices: str, default: str = "table") -> Callable[[_Function], _Function]:
    """``-f FORMAT``: how the answer is printed."""
    return click.option(
        "-f",
        "--format",
        "form",
        type=click.Choice(choices),
        default=default,
        show_default=True,
        help="How to print the answer.",
    )


def open_workspace(home: Path, *, create: bool = False) -> Workspace:
    """The workspace of a home folder; without ``create`` a home that has none is an error that says what to do."""
    from kg.errors import WorkspaceError
    from kg.workspace import Workspace

    if not create and not (home / "facts.duckdb").is_file():
        raise WorkspaceError(f"{home}: no facts there yet; build some with: kg build DOCUMENTS --home {home}")
    return Workspace.open(home)


def open_target(home: Path, store: str | None, *, create: bool = False) -> Store:
    """The store that the options name; without ``create`` an embedded one that is not there is an error."""
    from kg.errors import StoreUnavailable
    from kg.store import open_store

    target: str | Path = store or home / "graph"
    if not create and "://" not in str(target) and not Path(target).is_dir():
        raise StoreUnavailable(f"{target}: no graph there yet; build one with: kg build DOCUMENTS --home {home}")
    return open_store(
        target,
        username=os.environ.get("NEO4J_USERNAME", "neo4j"),
        password=os.environ.get("NEO4J_PASSWORD", ""),
        database=os.environ.get("NEO4J_DATABASE"),
    )


def resolved(workspace: Workspace) -> Resolution:
    """The graph of all facts in a workspace."""
    from kg.resolve import resolve

    return resolve(workspace.assertions(), workspace.sources())

"""Options that several commands share, and the opening of what they name."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from kg.resolve import Resolution
    from kg.store import Store
    from kg.workspace import Workspace

__all__ = [
    "FORMATS",
    "as_of_option",
    "asked",
    "format_option",
    "home_option",
    "least_option",
    "open_target",
    "open_workspace",
    "resolved",
    "store_option",
]

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


def least_option(function: _Function) -> _Function:
    """``--min-confidence X``: only what is at least so sure."""
    return click.option(
        "--min-confidence",
        "least",
        type=click.FloatRange(0, 1),
        default=0.0,
        metavar="X",
        help="Only facts at least this sure: 0.85 is a rule that is hardly tried, 0.97 one proved right hundreds of times.",
    )(function)


def as_of_option(function: _Function) -> _Function:
    """``--as-of YEAR``: only what is dated so or not at all, for the questions that take it."""
    return click.option(
        "--as-of",
        type=click.IntRange(1000, 2999),
        metavar="YEAR",
        help="What held or was known up to that year: what is dated later is left out, what has no date stays.",
    )(function)


def open_workspace(home: Path, *, create: bool = False, change: bool = False) -> Workspace:
    """The workspace of a home folder, to be read unless it is to be changed or made.

    Without ``create`` a home that has none is an error that says what to do.
    """
    from kg.errors import WorkspaceError
    from kg.workspace import Workspace

    if not create and not (home / "facts.duckdb").is_file():
        raise WorkspaceError(f"{home}: no facts there yet; build some with: kg build DOCUMENTS --home {home}")
    return Workspace.open(home, reading=not (create or change))


def open_target(home: Path, store: str | None, *, create: bool = False) -> Store:
    """The store that the options name, to be read; or, with ``create``, to be written, and made where there is none."""
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
        reading=not create,
    )


def resolved(workspace: Workspace, *, least: float = 0.0) -> Resolution:
    """The graph of the facts in a workspace that are at least so sure: without ``least``, of all.

    What people decided on who is who is obeyed.
    """
    from kg.resolve import resolve

    return resolve(workspace.assertions(), workspace.sources(), least=least, decisions=workspace.decisions())


@contextmanager
def asked(home: Path, store: str | None, *, least: float) -> Iterator[Store]:
    """The store to ask: the one that the options name, or, for sure facts alone, one made of them and thrown away.

    A usage error where a store is named as well: what it holds was decided when it was written.
    """
    from tempfile import TemporaryDirectory

    if not least:
        with open_target(home, store) as target:
            yield target
        return
    if _named("store"):
        raise click.UsageError(
            f"--min-confidence asks the facts of a home folder, not a store; to have only sure facts in a store, write it so: "
            f"kg load --min-confidence {least:g} --store {store}"
        )
    with open_workspace(home) as workspace:
        graph = resolved(workspace, least=least).graph
    with TemporaryDirectory(prefix="yingtu-") as folder, open_target(Path(folder), None, create=True) as target:
        target.write(graph)
        yield target


def _named(option: str) -> bool:
    """Whether an option was given on the command line, rather than by the environment."""
    return click.get_current_context().get_parameter_source(option) is ParameterSource.COMMANDLINE

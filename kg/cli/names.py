"""Completion of the names of things in the shell, from the embedded graph of the home folder."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["complete_name"]

_BEGINNING = """
MATCH (n) WHERE NOT n:Passage AND NOT n:Document AND n.name STARTS WITH $text
RETURN DISTINCT n.name AS name ORDER BY name LIMIT 50
"""


def complete_name(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Names that begin so; none where there is no graph to look into, since a shell wants no errors."""
    from kg.errors import KgError
    from kg.store import open_store

    graph = Path(ctx.params.get("home") or "yingtu-home") / "graph"
    if not incomplete or not graph.is_dir():
        return []
    try:
        with open_store(graph, reading=True) as store:
            return [str(name) for (name,) in store.run(_BEGINNING, {"text": incomplete}).rows]
    except KgError:
        return []

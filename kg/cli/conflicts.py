"""kg conflicts: what the documents say that cannot all be true."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.cited import Cited, cited
from kg.cli.command import Command
from kg.cli.language import told
from kg.cli.options import format_option, home_option, open_workspace, resolved
from kg.cli.output import shown, to_json

if TYPE_CHECKING:
    from kg.conflicts import Conflict

__all__ = ["COMMANDS"]

_FINDINGS = 3
_SHOWN = 2
_KINDS = {
    "edge": "one fact told differently",
    "figure": "two figures of one metric",
    "property": "several values of a property",
    "count": "a count that the table does not bear out",
    "sum": "a sum that the table does not bear out",
}


@click.command(cls=Command)
@click.option("-k", "--kind", "kinds", multiple=True, type=click.Choice(tuple(_KINDS)), help="Only conflicts of this kind.")
@home_option
@format_option("table", "json")
@click.pass_context
def conflicts(ctx: click.Context, kinds: tuple[str, ...], home: Path, form: str) -> None:
    """List what the documents say that cannot all be true; exit code 3 where there is anything.

    Two ranks, years, amounts or titles for one fact (edge), two figures of one metric (figure), several values of a
    property (property), and counts and sums in prose that the table beside them does not bear out (count, sum). All
    are kept in the graph, with their words.

    \b
    Examples:
      kg conflicts
      kg conflicts -k sum -k count
      kg conflicts -f json
    """
    from kg.conflicts import conflicts as find

    with open_workspace(home) as workspace:
        graph = resolved(workspace).graph
        found = [one for one in find(graph, workspace.assertions()) if not kinds or one.kind in kinds]
        places = Cited(workspace)
        rows = [_row(one, places) for one in found]
    if form == "json":
        click.echo(to_json(rows))
    else:
        for row in rows:
            _print(row)
        click.echo(told(f"{len(rows)} conflicts"))
    if rows:
        ctx.exit(_FINDINGS)


COMMANDS = (conflicts,)


def _row(one: Conflict, places: Cited) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "what": one.what,
        "name": one.name,
        "values": [
            {
                "value": list(said.value) if isinstance(said.value, tuple) else said.value,
                "ids": list(said.ids),
                "evidence": [places.words(words) for words in said.evidence],
            }
            for said in one.said
        ],
    }


def _print(row: dict[str, Any]) -> None:
    click.echo(f"{told(_KINDS[row['kind']])} ({row['kind']}): {row['what']} · {row['name']}")
    for said in row["values"]:
        words = "  ".join(cited(one) for one in said["evidence"][:_SHOWN])
        more = f" +{len(said['evidence']) - _SHOWN}" if len(said["evidence"]) > _SHOWN else ""
        ids = said["ids"][0] if len(said["ids"]) == 1 else f"{said['ids'][0]} … ({len(said['ids'])})"
        click.echo(f"  {shown(said['value'])}  {words}{more}  {ids}")
    click.echo()

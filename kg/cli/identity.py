"""kg identity: why the mentions of a name are one thing or several."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.cited import Cited, cited
from kg.cli.command import Command
from kg.cli.decisions import decision_row
from kg.cli.language import called, told
from kg.cli.names import complete_name
from kg.cli.options import format_option, home_option, open_workspace
from kg.cli.output import to_json
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.resolve.who import Identity, Told
    from kg.workspace import Workspace

__all__ = ["COMMANDS"]


@click.command(cls=Command)
@click.argument("name", shell_complete=complete_name)
@click.option(
    "-n", "--limit", type=click.IntRange(min=1), default=12, show_default=True, help="How many mentions to print of each."
)
@home_option
@format_option("table", "json")
def identity(name: str, limit: int, home: Path, form: str) -> None:
    """Tell who is who: the mentions of a name (or an id), what joined them, what kept others apart, what was decided.

    An id may be typed by its beginning. Each join names its rule and shows the words that it rests on. Where it is wrong:
    kg split, kg merge.

    \b
    Examples:
      kg identity 闻人朗
      kg identity 云岭大学附属第一医院
      kg identity per_0f3c -f json
    """
    from kg.cli.near import told as told_of

    with open_workspace(home) as workspace:
        found = told_of(workspace, home, name)
        if not found.identities:
            raise QueryError(f'nothing is called "{name}"; kg find looks for parts of names, pinyin and initials')
        known = _Told(found, workspace).told()
    if form == "json":
        click.echo(to_json(known))
        return
    for one in known["identities"]:
        _print(one, limit)
    for row in known["refused"]:
        click.echo(f"{told('refused')}: {row['assertion']} ({row['rule']}, {row['document']}): {told(row['reason'])}")
    for row in known["decisions"]:
        note = f"; {told(row['note'])}" if row["note"] else ""
        click.echo(f"{told('decided')}: {row['line']}. {row['decision']}（{row['why']}）{told(row['state'])}{note}")


COMMANDS = (identity,)


class _Told:
    """What is told, as JSON values."""

    def __init__(self, told: Told, workspace: Workspace) -> None:
        self._told, self._cited = told, Cited(workspace)
        self._names = {one.id: one for one in told.identities}

    def told(self) -> dict[str, Any]:
        refused = [
            {
                "document": self._cited.sources.get(one.document, one.document),
                "assertion": one.assertion,
                "reason": one.reason,
                "rule": one.rule,
            }
            for one in self._told.refused
        ]
        return {
            "identities": [self._identity(one) for one in self._told.identities],
            "refused": refused,
            "decisions": [decision_row(one) for one in self._told.verdicts],
        }

    def _identity(self, one: Identity) -> dict[str, Any]:
        return {
            "id": one.id,
            "label": one.label,
            "name": one.name,
            "institutions": list(one.institutions),
            "mentions": [
                {"name": said.name, "institution": said.context, "times": said.times, **self._cited.words(said.evidence)}
                for said in one.mentions
            ],
            "joined": [
                {
                    "rule": merge.rule,
                    "name": merge.joined,
                    "why": merge.why,
                    "evidence": [self._cited.words(w) for w in merge.evidence],
                }
                for merge in one.merges
            ],
            "apart": list(self._aparts(one)),
        }

    def _aparts(self, one: Identity) -> list[dict[str, Any]]:
        found = []
        for apart in self._told.aparts:
            if one.id in (apart.one, apart.other):
                other = apart.other if one.id == apart.one else apart.one
                name = self._names[other].name if other in self._names else other
                found.append(
                    {"id": other if other in self._names else "", "name": name, "reason": apart.reason, "detail": apart.detail}
                )
        return found


def _print(one: dict[str, Any], limit: int) -> None:
    homes = f"  {'、'.join(one['institutions'])}" if one["institutions"] else ""
    click.echo(f"{one['name']}  ({called(one['label'])} {one['id']}){homes}")
    for said in one["mentions"][:limit]:
        where = f"@{said['institution']}" if said["institution"] else ""
        click.echo(f"  {told('mention')} {said['name']}{where} ×{said['times']}  {cited(said)}")
    if len(one["mentions"]) > limit:
        click.echo(told(f"  … {len(one['mentions']) - limit} more: --limit {len(one['mentions'])}, or -f json"))
    for merge in one["joined"]:
        why = f"（{merge['why']}）" if merge["why"] else ""
        click.echo(f"  {told('joined')} {merge['rule']}{why}: {merge['name']}  {'  '.join(map(cited, merge['evidence'][:2]))}")
    for apart in one["apart"]:
        other = f"{apart['name']} {apart['id']}".rstrip()
        detail = f": {apart['detail']}" if apart["detail"] else ""
        click.echo(f"  {told('apart')} ≠ {other}  {told(apart['reason'])}{detail}")
    click.echo()

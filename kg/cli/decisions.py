"""kg merge, kg split, kg decisions: what people decide about who is who."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli.build import rebuilt
from kg.cli.command import Command
from kg.cli.language import headings, say, told
from kg.cli.options import format_option, home_option, open_target, open_workspace, store_option
from kg.cli.output import print_rows
from kg.cli.sides import Meant, apart_in, called, meant
from kg.decisions import Decision, Side, append, drop
from kg.errors import DecisionError
from kg.vocab import LABELS

if TYPE_CHECKING:
    from kg.resolve import Verdict
    from kg.resolve.who import Who
    from kg.workspace import DocumentRecord, Workspace

__all__ = ["COMMANDS", "DECISION_COLUMNS", "decision_row"]

DECISION_COLUMNS = ("line", "decide", "label", "decision", "why", "by", "date", "state", "note")
_Function = TypeVar("_Function", bound=Callable[..., Any])


def _decision_options(function: _Function) -> _Function:
    for option in (
        click.option("--date", "date", default="", metavar="DATE", help="When: 2024, 2024-05 or 2024-05-31."),
        click.option("--by", default="", metavar="WHO", help="Who decided."),
        click.option("--why", required=True, metavar="TEXT", help="The reason; kg identity shows it."),
        click.option(
            "-l", "--label", "labels", multiple=True, type=click.Choice(tuple(LABELS)), help="Only things of this label."
        ),
    ):
        function = option(function)
    return function


@click.command(cls=Command)
@click.argument("one")
@click.argument("other")
@_decision_options
@home_option
@store_option
@format_option("table", "json")
def merge(
    one: str, other: str, labels: Sequence[str], why: str, by: str, date: str, home: Path, store: str | None, form: str
) -> None:
    """Decide that two things are one; it goes before all rules, outlives rebuilds, and stands in identity.jsonl.

    A side is a name, an id, NAME@INSTITUTION or NAME@DOCUMENT. Undo: kg split, or kg decisions --drop LINE.

    \b
    Examples:
      kg merge 缪知夏@沧浪大学 缪知夏@云岭大学附属第一医院 --why "moved in 2019, says her page"
      kg merge 闻人朗 "Wenren L" --why "same paper" --by 沈 --date 2024-05
    """
    with open_workspace(home) as workspace:
        who, records = _who(workspace), workspace.documents()
        sides = [meant(who, text, records, labels) for text in (one, other)]
        ends = [side.identity for side in sides]
        if ends[0].id == ends[1].id:
            raise DecisionError(f'"{one}" and "{other}" are one already ({ends[0].id}); why: kg identity {ends[0].id}')
        called_ = [apart_in(side, who.named(side.name), records) for side in sides]
        made = Decision(decide="merge", label=_one_label(sides), one=called_[0], other=called_[1], why=why, by=by, date=date)
        with open_target(home, store, create=True) as target:
            rebuilt(workspace, target, home, form, decided=append(home, made))


@click.command(cls=Command)
@click.argument("one")
@click.argument("other", required=False)
@click.option("--document", metavar="DOC", help="What this document (file name, title or id) says is of another of the name.")
@click.option("--institution", metavar="ORG", help="The one at this institution is another of the name.")
@_decision_options
@home_option
@store_option
@format_option("table", "json")
def split(
    one: str,
    other: str | None,
    document: str | None,
    institution: str | None,
    labels: Sequence[str],
    why: str,
    by: str,
    date: str,
    home: Path,
    store: str | None,
    form: str,
) -> None:
    """Decide that two are two: two names, two sides of a name, or one document's or institution's and all others.

    Undo: kg merge, or kg decisions --drop LINE.

    \b
    Examples:
      kg split 缪知夏@沧浪大学 缪知夏@云岭大学附属第一医院 --why "two CVs"
      kg split 祝清岚 --document review.docx --why "a student of that name"
      kg split 祝清岚 --institution 沧浪大学 --why "another department"
    """
    if (other is None) == (document is None and institution is None):
        raise click.UsageError("name two things, or one with --document or --institution")
    with open_workspace(home) as workspace:
        who, records = _who(workspace), workspace.documents()
        side = meant_anywhere(who, one, records, labels) if other is None else meant(who, one, records, labels)
        ends = [side] if other is None else [side, meant(who, other, records, labels)]
        sides = _two(who, ends, records) if other else [_part(who, side, workspace, document, institution)]
        made = Decision(
            decide="split",
            label=_one_label(ends),
            one=sides[0],
            other=sides[1] if other else None,
            why=why,
            by=by,
            date=date,
        )
        with open_target(home, store, create=True) as target:
            rebuilt(workspace, target, home, form, decided=append(home, made))


@click.command(cls=Command)
@click.option("--drop", "line", type=int, metavar="LINE", help="Take this decision back.")
@home_option
@store_option
@format_option("table", "json", "csv")
def decisions(line: int | None, home: Path, store: str | None, form: str) -> None:
    """List what people decided, and what became of it: applied, overridden by a later line, idle (a side is gone).

    \b
    Examples:
      kg decisions
      kg decisions --drop 2
    """
    with open_workspace(home) as workspace:
        if line is not None:
            with open_target(home, store, create=True) as target:
                dropped = drop(home, line)
                say(f"dropped {dropped}: {dropped.why}")
                rebuilt(workspace, target, home, "table" if form == "csv" else form)
            return
        verdicts = _who(workspace).verdicts
    rows = [decision_row(one) for one in verdicts]
    if form == "table":
        rows = [{**row, **{name: told(row[name]) for name in ("decide", "state", "note")}} for row in rows]
    print_rows(DECISION_COLUMNS, rows, form=form, titles=headings(DECISION_COLUMNS))


COMMANDS = (merge, split, decisions)


def decision_row(verdict: Verdict) -> dict[str, Any]:
    """A decision and what became of it, as a row of ``DECISION_COLUMNS``."""
    one = verdict.decision
    row = {name: getattr(one, name) for name in ("line", "decide", "label", "why", "by", "date")}
    return {**row, "decision": str(one), "state": verdict.state, "note": verdict.note}


def meant_anywhere(who: Who, text: str, records: Sequence[DocumentRecord], labels: Sequence[str]) -> Meant:
    """The name of people or things of one label, of whom there may be several already."""
    found = [one for one in who.named(text) if not labels or one.label in labels]
    if len({one.label for one in found}) == 1:
        names = [mention.name for one in found for mention in one.mentions]
        return Meant(found[0], text if text in names else names[0])
    return meant(who, text, records, labels)


def _who(workspace: Workspace) -> Who:
    from kg.resolve.who import Who

    return Who(workspace.assertions(), workspace.decisions())


def _one_label(sides: Sequence[Meant]) -> str:
    one, other = sides[0].identity, sides[-1].identity
    if one.label != other.label:
        raise DecisionError(f"{one.name} is a {one.label}, {other.name} a {other.label}; name two of a kind, with --label")
    return one.label


def _part(who: Who, side: Meant, workspace: Workspace, document: str | None, institution: str | None) -> Side:
    among = [one for one in who.named(side.name) if one.label == side.identity.label]
    if institution:
        homes = sorted(
            {home for one in among for home in (*one.institutions, *(said.context for said in one.mentions)) if home}
        )
        if institution not in homes:
            there = ", ".join(homes) or "none"
            raise DecisionError(f"no {side.name} is at {institution}; there: {there}")
        return Side(name=side.name, institution=institution)
    record = workspace.find(document or "")
    if not any(said.document == record.id for one in among for said in one.mentions):
        raise DecisionError(f"{record.source} does not speak of {side.name}; see: kg identity {side.name}")
    same = [one for one in workspace.documents() if one.source == record.source]
    return Side(name=side.name, document=record.source if len(same) == 1 else record.id)


def _two(who: Who, ends: Sequence[Meant], records: Sequence[DocumentRecord]) -> list[Side]:
    """Sides of two things that are one now are called as the command calls them."""
    from kg.text import fold

    one, other = ends
    if one.identity.id != other.identity.id:
        return [apart_in(end, who.named(end.name), records) for end in ends]
    sides = [Side(name=end.name, institution=end.institution, document=end.document) for end in ends]
    if fold(one.name) == fold(other.name) and not all(end.institution or end.document for end in ends):
        raise DecisionError(
            f"{called(one.identity)} ({one.identity.id}) is one thing; say what parts it: two of NAME@INSTITUTION and "
            "NAME@DOCUMENT, or one name with --document or --institution"
        )
    return sides

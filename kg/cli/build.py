"""kg build, kg load, kg retract, kg check: documents into facts, facts into a graph, the graph into a store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import format_option, home_option, open_target, open_workspace, resolved, store_option
from kg.cli.output import print_rows, progress, to_json

if TYPE_CHECKING:
    from ingest.pipeline import Outcome
    from kg.store import Written

__all__ = ["COMMANDS"]

_FINDINGS = 3


@click.command()
@click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path))
@home_option
@store_option
@format_option("table", "json")
@click.pass_context
def build(ctx: click.Context, documents: Sequence[Path], home: Path, store: str | None, form: str) -> None:
    """Read documents (text, HTML, Word, PDF; files or folders) and bring the graph up to date.

    Unchanged documents are skipped; a document that cannot be read is told and harms no other. It is safe to interrupt
    and to repeat.

    \b
    Examples:
      kg build examples
      kg build nomination.pdf review.docx --home work
      kg build papers/ --store neo4j://localhost:7687
    """
    from ingest.pipeline import documents_in

    paths = documents_in(documents)
    with open_workspace(home, create=True) as workspace:
        outcomes = _ingest(paths, workspace)
        resolution = resolved(workspace)
        rejected = len(workspace.rejected())
    written = _write(resolution.graph, home, store)
    _report(outcomes, written, rejected, form)
    if any(outcome.state == "failed" for outcome in outcomes):
        ctx.exit(1)


@click.command()
@home_option
@store_option
@format_option("table", "json")
def load(home: Path, store: str | None, form: str) -> None:
    """Write the graph of a home folder's facts to a store: another one, or the same again.

    \b
    Examples:
      kg load --store neo4j://localhost:7687
      kg load --store backup/graph
    """
    with open_workspace(home) as workspace:
        resolution = resolved(workspace)
    _report((), _write(resolution.graph, home, store), None, form)


@click.command()
@click.argument("document")
@home_option
@store_option
@format_option("table", "json")
def retract(document: str, home: Path, store: str | None, form: str) -> None:
    """Take back exactly what one document says (its file name, title or id).

    \b
    Example:
      kg retract nomination.pdf
    """
    with open_workspace(home) as workspace:
        found = workspace.find(document)
        workspace.retract(found.id)
        resolution = resolved(workspace)
    click.echo(f"retracted {found.source}", err=True)
    _report((), _write(resolution.graph, home, store), None, form)


@click.command()
@home_option
@format_option("table", "json", "csv")
@click.pass_context
def check(ctx: click.Context, home: Path, form: str) -> None:
    """Hold the graph against the shapes, and list the facts that did not fit the ontology; exit code 3 where there are any.

    \b
    Example:
      kg check -f json
    """
    from kg.shapes import validate

    with open_workspace(home) as workspace:
        resolution = resolved(workspace)
        rejected = workspace.rejected()
        sources = {record.id: record.source for record in workspace.documents()}
    rows: list[dict[str, Any]] = [
        {
            "finding": "violation",
            "what": f"{found.name} ({found.id})",
            "why": f"{found.message_zh} {found.message_en}",
            "where": found.path,
        }
        for found in validate(resolution.graph)
    ]
    rows += [
        {
            "finding": "rejected",
            "what": one.assertion,
            "why": one.reason,
            "where": f"{sources.get(one.document, one.document)}: {one.rule}",
        }
        for one in rejected
    ]
    rows += [
        {
            "finding": "dropped",
            "what": one.assertion,
            "why": one.reason,
            "where": f"{sources.get(one.document, one.document)}: {one.rule}",
        }
        for one in resolution.dropped
    ]
    print_rows(("finding", "what", "why", "where"), rows, form=form)
    if rows:
        ctx.exit(_FINDINGS)


COMMANDS = (build, load, retract, check)


def _ingest(paths: Sequence[Path], workspace: Any) -> list[Outcome]:
    from ingest.nlp import pipeline
    from ingest.pipeline import ingest_file

    with progress(paths, "reading") as each:
        return [ingest_file(path, workspace, pipeline) for path in each]


def _write(graph: Any, home: Path, store: str | None) -> Written:
    with open_target(home, store, create=True) as target:
        target.prepare()
        return target.write(graph)


def _report(outcomes: Sequence[Outcome], written: Written, rejected: int | None, form: str) -> None:
    for outcome in outcomes:
        if outcome.state == "failed":
            click.echo(f"kg: {outcome.error}", err=True)
    if form == "json":
        documents = [{**asdict(outcome), "path": str(outcome.path)} for outcome in outcomes]
        click.echo(to_json({"documents": documents, "written": asdict(written), "rejected": rejected}))
        return
    if outcomes:
        rows = [{"document": outcome.path.name, **asdict(outcome)} for outcome in outcomes]
        print_rows(("document", "state", "assertions", "rejected", "ingesters"), rows, form="table")
    click.echo(", ".join(f"{name.replace('_', ' ')} {count}" for name, count in asdict(written).items()))
    if rejected:
        click.echo(f"{rejected} facts did not fit the ontology; see them with: kg check", err=True)

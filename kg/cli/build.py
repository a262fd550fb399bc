"""kg build, kg load, kg retract, kg check: documents into facts, facts into a graph, the graph into a store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.command import Command
from kg.cli.language import headings, language, say, told
from kg.cli.options import format_option, home_option, least_option, open_target, open_workspace, resolved, store_option
from kg.cli.output import print_rows, progress, progress_of, to_json
from kg.cli.sources import sources, told_apart
from kg.decisions import DECISIONS
from kg.text import fold

if TYPE_CHECKING:
    from ingest.pipeline import Outcome
    from kg.decisions import Decision
    from kg.model import Graph, Node
    from kg.store import Store, Written
    from kg.workspace import Workspace

__all__ = ["COMMANDS", "REPORT", "rebuilt"]

REPORT = "report.json"
_FINDINGS = 3
_NO_FACTS = (
    "read, but nothing in it was recognised; what is read so far: award nominations, reviews, reports and news, "
    "lists of conferences, grants and societies, in Chinese"
)
_OUTCOME = ("document", "state", "assertions", "rejected", "ingesters")


@click.command(cls=Command)
@click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path))
@home_option
@store_option
@format_option("table", "json")
@click.pass_context
def build(ctx: click.Context, documents: Sequence[Path], home: Path, store: str | None, form: str) -> None:
    """Read documents (text, HTML, Word, PDF; files or folders) and bring the graph up to date.

    Unchanged documents are skipped; a document that cannot be read is told and harms no other. It is safe to interrupt
    and to repeat. What became of each document, and every finding, is written to report.json in the home folder.

    \b
    Examples:
      kg build examples
      kg build nomination.pdf review.docx --home work
      kg build papers/ --store neo4j://localhost:7687
    """
    from ingest.pipeline import documents_in
    from kg.cli.findings import findings

    paths = documents_in(documents)
    with open_workspace(home, create=True) as workspace:
        workspace.decisions()  # a line out of order is told before the documents are read
        outcomes = _ingest(paths, workspace)
        resolution = resolved(workspace)
        found = findings(resolution, workspace)
        rows = _rows(outcomes, workspace)
    report: dict[str, Any] = {"documents": rows, "findings": found}
    (home / REPORT).write_text(to_json(report), "utf-8")
    written = _write(resolution.graph, home, store)
    for outcome in outcomes:
        if outcome.error:
            click.echo(f"kg: {told(outcome.error)}", err=True)
        elif outcome.state == "read" and not outcome.assertions:
            click.echo(f"kg: {outcome.path}: {told(_NO_FACTS)}", err=True)
    if form == "json":
        click.echo(to_json({**report, "written": asdict(written)}))
    else:
        print_rows(_OUTCOME, [{**row, "state": told(row["state"])} for row in rows], form="table", titles=headings(_OUTCOME))
        _tell(written, "table")
    if found:
        say(f"{len(found)} findings (see {home / REPORT}, or: kg check --home {home})")
    if any(outcome.error for outcome in outcomes):
        ctx.exit(1)


@click.command(cls=Command)
@least_option
@home_option
@store_option
@format_option("table", "json")
def load(least: float, home: Path, store: str | None, form: str) -> None:
    """Write the graph of a home folder's facts to a store: another one, or the same again.

    \b
    Examples:
      kg load --store neo4j://localhost:7687
      kg load --store backup/graph
      kg load --min-confidence 0.9 --store sure/graph
    """
    with open_workspace(home) as workspace:
        resolution = resolved(workspace, least=least)
    _tell(_write(resolution.graph, home, store), form)


@click.command(cls=Command)
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
    with open_workspace(home, change=True) as workspace:
        found = workspace.find(document)
        called = sources(workspace)[found.id]
        workspace.decisions()  # a line out of order, or a store that cannot be opened, is told before anything is forgotten
        with open_target(home, store, create=True) as target:
            workspace.retract(found.id)
            written = _written(resolved(workspace).graph, target)
    say(f"retracted {called}")
    _tell(written, form)


@click.command(cls=Command)
@home_option
@format_option("table", "json", "csv")
@click.pass_context
def check(ctx: click.Context, home: Path, form: str) -> None:
    """Hold the graph against the shapes, and list the facts that did not fit the ontology; exit code 3 where there are any.

    \b
    Example:
      kg check -f json
    """
    from kg.cli.findings import COLUMNS, findings

    with open_workspace(home) as workspace:
        rows = findings(resolved(workspace), workspace)
    print_rows(COLUMNS, [_spoken(row) for row in rows] if form == "table" else rows, form=form, titles=headings(COLUMNS))
    if rows:
        ctx.exit(_FINDINGS)


COMMANDS = (build, load, retract, check)


def rebuilt(workspace: Workspace, target: Store, home: Path, form: str, *, decided: Decision | None = None) -> None:
    """Bring the graph up to date after a decision, and tell what became of it and of those before."""
    resolution = resolved(workspace)
    if decided:
        say(f"line {decided.line} of {home / DECISIONS}: {decided}")
        for verdict in resolution.verdicts:
            if verdict.note and (verdict.decision.line == decided.line or f"line {decided.line} " in verdict.note):
                say(f"line {verdict.decision.line} is {verdict.state}: {verdict.note}")
        names = {fold(side.name) for side in (decided.one, decided.other) if side}
        now = [f"{one.name} ({one.id})" for one in resolution.graph.nodes if _goes_by(one, decided.label, names)]
        say(f"now {len(now)}: {'、'.join(now)}")
    _tell(_written(resolution.graph, target), form)


def _ingest(paths: Sequence[Path], workspace: Workspace) -> list[Outcome]:
    from ingest.nlp import pipeline
    from ingest.pipeline import ingest_file

    with progress(paths, told("reading")) as each:
        return [ingest_file(path, workspace, pipeline) for path in each]


def _write(graph: Graph, home: Path, store: str | None) -> Written:
    with open_target(home, store, create=True) as target:
        return _written(graph, target)


def _written(graph: Graph, target: Store) -> Written:
    with progress_of(len(graph.nodes) + len(graph.edges), told("writing")) as step:
        return target.write(graph, step)


def _rows(outcomes: Sequence[Outcome], workspace: Workspace) -> list[dict[str, Any]]:
    """What became of each file; of an unchanged one, what is known of it since it was read."""
    called = told_apart({str(outcome.path): str(outcome.path.absolute()) for outcome in outcomes})
    known = {path: record for record in workspace.documents() for path in record.paths}
    rows = []
    for outcome in outcomes:
        row = {"document": called[str(outcome.path)], **asdict(outcome), "path": str(outcome.path)}
        if outcome.state == "unchanged":
            record = known[str(outcome.path.resolve())]
            row |= {"assertions": record.assertions, "rejected": record.rejected}
        rows.append(row)
    return rows


def _goes_by(node: Node, label: str, names: set[str]) -> bool:
    return node.label == label and any(fold(name) in names for name in (node.name, *node.aliases))


def _spoken(row: dict[str, str]) -> dict[str, str]:
    """A finding in the language spoken now; what documents say stays as it is."""
    return {
        **row,
        "finding": told(row["finding"]),
        "why": row["why_zh"] if language() == "zh" and "why_zh" in row else told(row["why"]),
    }


def _tell(written: Written, form: str) -> None:
    counts = asdict(written)
    if form == "json":
        click.echo(to_json({"written": counts}))
    else:
        click.echo(", ".join(f"{told(name.replace('_', ' '))} {n}" for name, n in counts.items()))

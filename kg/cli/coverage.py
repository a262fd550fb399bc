"""kg coverage: what of a document was read, what gave nothing, what was refused and what is contested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.command import Command
from kg.cli.language import headings, say, told
from kg.cli.options import format_option, home_option, open_workspace, resolved
from kg.cli.output import print_rows, shorten, shown, to_json
from kg.cli.sources import sources

if TYPE_CHECKING:
    from kg.coverage import Coverage
    from kg.model import Assertion
    from kg.resolve import Resolution
    from kg.view import Mark
    from kg.workspace import Workspace

__all__ = ["COMMANDS"]

_FINDINGS = 3
_WIDTH, _QUOTE_WIDTH = 100, 40
_SECTION = ("section", "passages", "silent", "statements")
_LEDGER = ("document", "share", "statements", "silent", "refused", "contested")


@click.command(cls=Command)
@click.argument("documents", nargs=-1)
@click.option(
    "-o",
    "--output",
    "out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the text of one document as a page: what gave statements is marked, and tells which.",
)
@click.option("--limit", type=click.IntRange(min=0), default=40, show_default=True, help="How many silent words to print.")
@home_option
@format_option("table", "json")
@click.pass_context
def coverage(ctx: click.Context, documents: Sequence[str], out: Path | None, limit: int, home: Path, form: str) -> None:
    """Tell what became of a document: what was read, what gave nothing, what was refused, what is contested.

    DOCUMENTS are file names, paths, titles or beginnings of ids; without any, each document has one row. JSON has all
    words that gave nothing, with their places. Exit code 3 where statements were refused or contradict each other.

    \b
    Examples:
      kg coverage
      kg coverage nomination.pdf
      kg coverage review.docx -f json
      kg coverage review.docx -o review.html
    """
    if out is not None and len(documents) != 1:
        raise click.UsageError("a page is of one document: name it")
    with open_workspace(home) as workspace:
        ids = [workspace.find(name).id for name in documents] or [record.id for record in workspace.documents()]
        if out is not None:
            _write_page(ids[0], workspace, out)
        ledgers = _told(ids, workspace, resolved(workspace))
    if out is not None:
        say(f"written to {out}")
    if form == "json":
        click.echo(to_json(ledgers))
    elif documents:
        for one in ledgers:
            _print(one, limit)
    else:
        _print_all(ledgers)
    if any(one["refused"] or one["contested"] for one in ledgers):
        ctx.exit(_FINDINGS)


COMMANDS = (coverage,)


def _told(ids: Iterable[str], workspace: Workspace, resolution: Resolution) -> list[dict[str, Any]]:
    from kg.coverage import cover

    assertions, called = list(workspace.assertions()), sources(workspace)
    refused = [("rejected", one) for one in workspace.rejected()] + [("dropped", one) for one in resolution.dropped]
    return [
        {
            **_ledger(
                cover(workspace.document(i), [one for one in assertions if one.evidence.document == i], resolution.graph)
            ),
            "document": called[i],
            "refused": [
                {"finding": finding, "what": one.assertion, "why": one.reason, "rule": one.rule}
                for finding, one in refused
                if one.document == i
            ],
        }
        for i in ids
    ]


def _write_page(ident: str, workspace: Workspace, out: Path) -> None:
    from kg.coverage.silent import Stretches, silent
    from kg.view import write_marked

    document = workspace.document(ident)
    own = [one for one in workspace.assertions() if one.evidence.document == ident]
    stated = Stretches(one.evidence.span for one in own)
    write_marked(document, map(_mark, own), out, quiet=[one.span for one in silent(document, stated)])


def _mark(one: Assertion) -> Mark:
    from kg.model import Alias, Attribute, Fact
    from kg.properties import PROPERTIES
    from kg.view import Mark
    from kg.vocab import PREDICATES

    details: tuple[tuple[str, str], ...] = ()
    match one:
        case Fact(subject=subject, predicate=predicate, object=target):
            spec = PREDICATES[predicate]
            statement = f"{subject.name} —{spec.zh}→ {target.name}"
            details = tuple((spec.qualifiers[name].zh, shown(value)) for name, value in sorted(one.qualifiers.items()))
        case Attribute(subject=subject, name=name, value=value):
            statement = f"{subject.name} · {PROPERTIES[subject.label][name].zh}: {shown(value)}"
        case Alias(of=of, name=name):
            statement = f"{of.name} = {name}"
    words = one.evidence
    return Mark(span=words.span, statement=statement, details=details, rule=words.rule, confidence=words.confidence)


def _ledger(found: Coverage) -> dict[str, Any]:
    ledger = asdict(found)
    silent = [{name: value for name, value in one.items() if name != "span"} | one["span"] for one in ledger["silent"]]
    return {
        "document": ledger.pop("source"),
        "id": ledger.pop("document"),
        **ledger,
        "share": round(found.share, 4),
        "silent": silent,
    }


def _print(one: dict[str, Any], limit: int) -> None:
    read = "、".join(f"{count} {told(kind)}" for kind, count in one["read"].items())
    click.echo(f"{one['document']}  {one['title']}  ({one['id']})")
    click.echo(told(f"read: {read}; {one['tables']} tables, {one['characters']} characters"))
    click.echo(
        told(f"gave: {one['statements']} statements; {one['share']:.1%} of the characters are in passages that gave some")
    )
    click.echo()
    _counts("predicate", "facts", one["facts"])
    _counts("rule", "statements", one["rules"])
    _print_sections(one["sections"])
    _print_silent(one["silent"], limit)
    for row in one["refused"]:
        click.echo(f"{told(row['finding'])}: {row['what']} ({row['rule']}): {told(row['why'])}")
    for row in one["contested"]:
        said = "; ".join(
            f"{shown(value)} 「{shorten(quote, _QUOTE_WIDTH)}」".removesuffix(" 「」") for value, quote in row["said"]
        )
        click.echo(f"{told('contested')}: {row['statement']} {row['name']}: {said}")


def _counts(name: str, count: str, counts: dict[str, int]) -> None:
    print_rows(
        (name, count),
        [{name: key, count: value} for key, value in counts.items()],
        form="table",
        titles=headings((name, count)),
    )
    click.echo()


def _print_sections(sections: Sequence[dict[str, Any]]) -> None:
    rows = [{**one, "section": one["headings"][-1] if one["headings"] else ""} for one in sections]
    print_rows(_SECTION, rows, form="table", titles=headings(_SECTION))
    click.echo()


def _print_silent(rows: Sequence[dict[str, Any]], limit: int) -> None:
    """Words that stand in several places, as the heads of repeated tables do, are told once, with their first place."""
    places: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in rows:
        places.setdefault((row["kind"], row["words"]), []).append(row)
    click.echo(f"{told('silent')}: {len(rows)}")
    for (kind, words), same in list(places.items())[:limit]:
        page = told(f"p. {same[0]['page']}, ") if same[0]["page"] else ""
        times = f" ×{len(same)}" if len(same) > 1 else ""
        click.echo(f"  {told(kind)}  {page}{same[0]['start']}-{same[0]['end']}  「{shorten(words, _WIDTH)}」{times}")
    if len(places) > limit:
        click.echo(told(f"  … {len(places) - limit} more: --limit {len(places)}, or -f json"))
    click.echo()


def _print_all(ledgers: Sequence[dict[str, Any]]) -> None:
    counted = ("silent", "refused", "contested")
    rows = [{**one, "share": f"{one['share']:.1%}", **{name: len(one[name]) for name in counted}} for one in ledgers]
    print_rows(_LEDGER, rows, form="table", titles=headings(_LEDGER))

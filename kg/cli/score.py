"""kg score: the graph held against facts that a careful reader wrote down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.command import Command
from kg.cli.language import headings, say, told
from kg.cli.options import format_option, home_option, least_option, open_workspace, resolved
from kg.cli.output import print_rows, shorten, shown, to_json

if TYPE_CHECKING:
    from kg.score import Held, Judged, Missed

__all__ = ["COMMANDS"]

_FINDINGS = 3
_WIDTH = 120
_COLUMNS = ("document", "predicate", "gold", "found", "recall", "edges", "right", "precision")


@click.command(cls=Command)
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-v", "--verbose", is_flag=True, help="List what was missed, what is wrong (with rule and words), what differs.")
@click.option(
    "--min-f1", type=click.FloatRange(0, 1), help="Leave with exit code 3 where the F1 of closed predicates is below."
)
@least_option
@home_option
@format_option("table", "json")
@click.pass_context
def score(
    ctx: click.Context, gold: Sequence[Path], verbose: bool, min_f1: float | None, least: float, home: Path, form: str
) -> None:
    """Score the graph of a home folder: what of the facts in GOLD files was found, and which edges are right.

    A gold file is written by a careful reader, one JSON object a line:

    \b
      {"doc": "report", "closed": ["LEADS"], "open": ["CONCERNS"]}
      {"doc": "report", "s": ["Person", "李四"], "p": "LEADS", "o": ["Grant", "…"], "q": {"year": 2019}}
      {"doc": "report", "alias": ["Grant", "another name"], "of": ["Grant", "…"]}

    "doc" is the name of a document's file, or the beginning of it. A closed predicate is one of which every fact is there,
    so that precision and recall are told; of an open one, recall alone. docs/gold.md has the rest.

    \b
    Examples:
      kg score gold/*.jsonl
      kg score report.jsonl --verbose --min-f1 0.9
    """
    from kg.score import hold, read_gold

    facts = read_gold(gold)
    with open_workspace(home) as workspace:
        held = hold(resolved(workspace, least=least).graph, facts)
    for document in held.absent:
        say(f'no document of {home} is called "{document}…", so all its facts count as missed')
    for document in held.several:
        say(f'several documents of {home} are called "{document}…" and count as one; write more of the name')
    if form == "json":
        click.echo(to_json(_told(held)))
    else:
        _print(held, verbose=verbose)
    if min_f1 is not None and held.f1 < min_f1:
        say(f"F1 {held.f1:.4f} is below {min_f1}")
        ctx.exit(_FINDINGS)


COMMANDS = (score,)


def _told(held: Held) -> dict[str, Any]:
    return {
        "rows": list(_rows(held)),
        "closed": {
            **{name: held.total(name, closed=True) for name in ("gold", "found", "edges", "right")},
            "precision": held.precision,
            "recall": held.recall,
            "f1": held.f1,
        },
        "open_recall": held.open_recall,
        "qualifiers": held.qualifier_share,
        "missed": [_missed_row(one) for one in held.missed],
        "wrong": [_wrong_row(one) for one in held.wrong],
        "differing": [_differing_row(one) for one in held.differing],
    }


def _rows(held: Held) -> Iterator[dict[str, Any]]:
    for row in held.rows:
        told = {"document": row.document, "predicate": row.predicate, "closed": row.closed, "gold": row.gold}
        told |= {"found": row.found, "recall": row.found / row.gold if row.gold else None}
        if row.closed:
            told |= {"edges": row.edges, "right": row.right, "precision": row.right / row.edges if row.edges else None}
        yield told


def _missed_row(one: Missed) -> dict[str, Any]:
    fact = one.fact
    ends = {"subject": fact.subject[1], "predicate": fact.predicate, "object": fact.object[1]}
    return {"document": fact.document, **ends, "qualifiers": dict(fact.qualifiers)}


def _differing_row(one: Missed) -> dict[str, Any]:
    return {**_missed_row(one), "qualifier": one.qualifier, "value": one.value, "stated": list(one.stated)}


def _wrong_row(one: Judged) -> dict[str, Any]:
    words = [{"rule": said.rule, "quote": said.quote, "start": said.span.start, "end": said.span.end} for said in one.evidence]
    return {
        "document": one.document,
        "subject": one.subject,
        "predicate": one.predicate,
        "object": one.object,
        "evidence": words,
    }


def _print(held: Held, *, verbose: bool) -> None:
    rows = [{name: _figure(value) for name, value in row.items()} for row in _rows(held)]
    print_rows(_COLUMNS, rows, form="table", titles=headings(_COLUMNS))
    facts = held.total("gold", closed=True)
    click.echo(told(f"closed: precision {held.precision:.4f}, recall {held.recall:.4f}, F1 {held.f1:.4f} ({facts} facts)"))
    if held.open_recall is not None:
        click.echo(told(f"open: recall {held.open_recall:.4f} ({held.total('gold', closed=False)} facts)"))
    if held.qualifier_share is not None:
        click.echo(told(f"qualifiers of facts that were found: {held.qualifier_share:.4f} agree ({held.qualifiers} compared)"))
    if verbose:
        for line in _complaints(held):
            click.echo(line)


def _complaints(held: Held) -> Iterator[str]:
    for row in map(_missed_row, held.missed):
        yield f"{told('missed')}   {_statement(row)} {_line(row['qualifiers'])}".rstrip()
    for row in map(_wrong_row, held.wrong):
        yield f"{told('wrong')}    {_statement(row)}"
        for words in row["evidence"]:
            yield f"           {words['rule']}: 「{shorten(words['quote'], _WIDTH)}」 {words['start']}-{words['end']}"
    for one in held.differing:
        stated = told(" or ").join(map(shown, one.stated)) or told("missing")
        differs = told(f"{one.qualifier} is {stated}, should be {shown(one.value)}")
        yield f"{told('differs')}  {_statement(_missed_row(one))}: {differs}"


def _statement(row: dict[str, Any]) -> str:
    return f"{row['document']}  {row['subject']} -{row['predicate']}-> {row['object']}"


def _line(qualifiers: dict[str, Any]) -> str:
    return ", ".join(f"{name}={value}" for name, value in sorted(qualifiers.items()))


def _figure(value: Any) -> Any:
    return f"{value:.3f}" if isinstance(value, float) else value

"""kg export, kg view: the graph as files for other programs, and as pages for people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.ask import dated, parameters
from kg.cli.command import Command
from kg.cli.language import say
from kg.cli.options import as_of_option, asked, home_option, least_option, open_workspace, resolved, store_option

if TYPE_CHECKING:
    from kg.decisions import Decision
    from kg.model import Graph

__all__ = ["COMMANDS"]

_FORMS = ("jsonl", "ttl", "csv", "graphml", "gexf")


@click.command(cls=Command)
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--format", "-f", "form", type=click.Choice(_FORMS), default="jsonl", show_default=True, help="What to write.")
@least_option
@home_option
def export(out: Path, form: str, least: float, home: Path) -> None:
    """Write the whole graph, each file whole or not at all; what OUT holds of an earlier export is replaced.

    \b
    jsonl    a folder: nodes.jsonl, edges.jsonl and identity.jsonl (what people decided)
    ttl      a file of RDF; its suffix says which: .ttl (Turtle), .nt, .jsonld or .rdf (XML)
    csv      a folder: nodes/Person.csv, edges/CHAIRED.csv and so on, as neo4j-admin imports them
    graphml  a file for yEd, Cytoscape, Gephi, igraph and networkx
    gexf     a file for Gephi, in the colours of the pages

    \b
    Examples:
      kg export --format jsonl graph/
      kg export --format ttl graph.ttl
      kg export --format ttl graph.jsonld
      kg export --format csv tables/
      (cd tables && neo4j-admin database import full neo4j @import.args)
      kg export --format graphml graph.graphml
      kg export --format gexf --min-confidence 0.9 sure.gexf
    """
    with open_workspace(home) as workspace:
        graph = resolved(workspace, least=least).graph
        decided = workspace.decisions()
    _write(graph, out, form, decided)
    say(f"{len(graph.nodes)} nodes and {len(graph.edges)} edges written to {out}")


@click.command(cls=Command)
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.option("-q", "--question", help="Draw the answer to this question (default: the whole graph, its best-connected part).")
@click.option("-p", "--param", "given", multiple=True, metavar="NAME=VALUE", help="A parameter of the question.")
@click.option("--limit", type=click.IntRange(min=1), default=400, show_default=True, help="At most this many nodes.")
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default="zh",
    show_default=True,
    help="The language that the page opens in; messages, too, where given.",
)
@as_of_option
@least_option
@home_option
@store_option
def view(
    out: Path,
    question: str | None,
    given: Sequence[str],
    limit: int,
    lang: str,
    as_of: int | None,
    least: float,
    home: Path,
    store: str | None,
) -> None:
    """Write a page with an interactive network; it works offline, and any line leads to the words that support it.

    \b
    Examples:
      kg view landscape.html
      kg view cmr.html -q people_technology -p technology=CMR
      kg view before.html -q people_technology -p technology=CMR --as-of 2015
    """
    from kg.queries import ask
    from kg.view import write_page

    values = dated(parameters(given, ()), as_of)
    if values and not question:
        raise click.UsageError("-p and --as-of belong to a question: name it with -q")
    with asked(home, store, least=least) as target:
        answer = ask(target, question, values) if question else None
        write_page(target, answer, out, limit=limit, lang=lang)
    say(f"written to {out}")


def _write(graph: Graph, out: Path, form: str, decided: Sequence[Decision]) -> None:
    match form:
        case "csv":
            from kg.export.tables import write_tables

            write_tables(graph, out)
        case "graphml":
            from kg.export.graphml import write_graphml

            write_graphml(graph, out)
        case "gexf":
            from kg.export.gexf import write_gexf

            write_gexf(graph, out)
        case "ttl":
            from kg.export.rdf import write_rdf

            write_rdf(graph, out)
        case _:
            from kg.export.jsonl import write_jsonl

            write_jsonl(graph, out, decided)


COMMANDS = (export, view)

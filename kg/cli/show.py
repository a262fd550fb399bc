"""kg show, kg explain: one thing with all that is said of it, and the words behind it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.command import Command
from kg.cli.ids import nodes_called, one_id, unknown_name
from kg.cli.language import called, language, told
from kg.cli.names import complete_name
from kg.cli.options import as_of_option, format_option, home_option, open_target, open_workspace, store_option
from kg.cli.output import shorten, shown, to_json
from kg.properties import PROPERTIES
from kg.vocab import PREDICATES

if TYPE_CHECKING:
    from kg.specs import PropertySpec, QualifierSpec
    from kg.store import Store

__all__ = ["COMMANDS"]

_FACTS = """
MATCH (n:LABEL {id: $id})-[r]-(m) WHERE type(r) <> 'IN_DOCUMENT' AND coalesce(r.from_year, 0) <= $as_of
RETURN r, n.id = startNode(r).id AS outgoing, m.name AS other, labels(m)[0] AS label
ORDER BY type(r), outgoing DESC, m.name, r.id
"""
_EDGE = "MATCH (s)-[r {id: $id}]->(o) RETURN r AS thing, s.name AS source, o.name AS target"
_NODE = "MATCH (n {id: $id}) RETURN n AS thing, n.name AS source, '' AS target"
_PASSAGES = """
MATCH (p:Passage)-[:IN_DOCUMENT]->(d:Document) WHERE p.id IN $ids
RETURN p.id AS id, p.page AS page, p.text AS text, d.title AS title, d.source AS source, d.id AS document,
  COUNT { MATCH (other:Document) WHERE other.source = d.source } AS called
ORDER BY id
"""
_WIDTH = 96
_ALWAYS = 9999
_OWN = {"id", "name", "aliases", "documents", "evidence", "quotes", "rules", "confidence"}


@click.command(cls=Command)
@click.argument("name", shell_complete=complete_name)
@as_of_option
@home_option
@store_option
@format_option("table", "json")
def show(name: str, as_of: int | None, home: Path, store: str | None, form: str) -> None:
    """Show all that is said of a thing: its names, properties and edges, with their ids for kg explain.

    NAME is a name, an alias, an id or its beginning, or a document's file name.

    \b
    Examples:
      kg show CMR
      kg show CMR --as-of 2015
      kg show per_0f3c
    """
    with open_target(home, store) as target:
        found = nodes_called(target, name)
        if not found:
            raise unknown_name(target, name)
        things = [
            (
                node,
                target.run(
                    _FACTS.replace("LABEL", node["label"]), {"id": node["id"], "as_of": _ALWAYS if as_of is None else as_of}
                ).records(),
            )
            for node in found
        ]
    if form == "json":
        click.echo(to_json([{"node": node, "edges": edges} for node, edges in things]))
        return
    for node, edges in things:
        _print_thing(node, edges)


@click.command(cls=Command)
@click.argument("ident", metavar="ID_OR_NAME", shell_complete=complete_name)
@home_option
@store_option
@format_option("table", "json")
def explain(ident: str, home: Path, store: str | None, form: str) -> None:
    """Show the words behind an edge or a node: quote, document, page, rule.

    ID_OR_NAME is the id of an edge or a node, or its beginning, or the name of a node.

    \b
    Examples:
      kg explain lea_77d0
      kg explain 闻人朗
    """
    with open_target(home, store) as target:
        known = _explained(target, one_id(target, ident), home)
    if form == "json":
        click.echo(to_json(known))
        return
    click.echo(known["statement"])
    for words in known["evidence"]:
        page = told(f", page {words['page']}") if words["page"] else ""
        click.echo(
            f"\n  「{shorten(words['quote'], 4 * _WIDTH)}」\n    {words['source']}{page}, {words['start']}-{words['end']}"
        )
    click.echo(told(f"\n  rules: {', '.join(dict.fromkeys(known['rules']))}; confidence {known['confidence']}"))


COMMANDS = (show, explain)


def _explained(target: Store, ident: str, home: Path) -> dict[str, Any]:
    record = (target.run(_EDGE, {"id": ident}).records() or target.run(_NODE, {"id": ident}).records())[0]
    thing = record["thing"]
    properties = thing["properties"]
    places = [_place(text) for text in properties.get("evidence", [])]
    found = target.run(_PASSAGES, {"ids": tuple(sorted({place[0] for place in places}))}).records()
    called = _sources(home) if any(row["called"] > 1 for row in found) else {}
    passages = {row["id"]: {**row, "source": called.get(row["document"], row["source"])} for row in found}
    statement = (
        f"{record['source']} -{thing['type']}-> {record['target']}"
        if "type" in thing
        else f"{record['source']} ({thing['label']})"
    )
    return {
        "statement": statement,
        "rules": properties.get("rules", []),
        "confidence": properties.get("confidence"),
        "evidence": [
            {"quote": quote, "start": start, "end": end, "passage": passage, **_from(passages.get(passage))}
            for (passage, start, end), quote in zip(places, properties.get("quotes", []), strict=True)
        ],
    }


def _sources(home: Path) -> dict[str, str]:
    """The documents of the home folder as they are told apart; none where there is no such folder."""
    from kg.cli.sources import sources
    from kg.errors import WorkspaceError

    try:
        with open_workspace(home) as workspace:
            return sources(workspace)
    except WorkspaceError:
        return {}


def _place(evidence: str) -> tuple[str, int, int]:
    passage, _, span = evidence.rpartition("@")
    start, _, end = span.partition("-")
    return passage, int(start), int(end)


def _from(passage: dict[str, Any] | None) -> dict[str, Any]:
    return {key: (passage or {}).get(key) for key in ("page", "title", "source")}


def _named(key: str, specs: Mapping[str, PropertySpec] | Mapping[str, QualifierSpec]) -> str:
    """A field as the ontology calls it in Chinese, or, where that is not spoken, as it is called in Cypher."""
    return specs[key].zh if language() == "zh" and key in specs else key


def _print_thing(node: dict[str, Any], edges: list[dict[str, Any]]) -> None:
    properties = node["properties"]
    click.echo(f"{properties['name']}  ({called(node['label'])} {node['id']})")
    if properties.get("aliases"):
        click.echo(f"  {told('also')}: {'、'.join(properties['aliases'])}")
    for key in sorted(set(properties) - _OWN):
        click.echo(f"  {_named(key, PROPERTIES[node['label']])}: {shown(properties[key])}")
    for edge in edges:
        relation = edge["r"]
        arrow = "→" if edge["outgoing"] else "←"
        qualifiers = PREDICATES[relation["type"]].qualifiers
        stated = ", ".join(
            f"{_named(key, qualifiers)} {shown(value)}"
            for key, value in sorted(relation["properties"].items())
            if key not in _OWN
        )
        other = f"{edge['other']} ({called(edge['label'])})"
        click.echo(f"  {arrow} {called(relation['type']):16} {other}{f'  [{stated}]' if stated else ''}  {relation['id']}")
    click.echo()

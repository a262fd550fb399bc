"""kg questions, kg ask, kg cypher: what can be asked, and the answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.command import Command
from kg.cli.language import called, headings, language, say, told
from kg.cli.options import FORMATS, as_of_option, asked, format_option, home_option, least_option, open_target, store_option
from kg.cli.output import print_rows, to_json
from kg.romanize import squeeze

if TYPE_CHECKING:
    from kg.queries import Answer, Question
    from kg.store import Store

__all__ = ["COMMANDS", "dated", "parameters"]

_HIDDEN = "edges"
_NEAREST = 5
_TERMS = ("kind", "relation")
_QUESTION = ("name", "title", "parameters")


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from kg.queries import catalogue

    return [name for name in catalogue() if name.startswith(incomplete)]


@click.command(cls=Command)
@click.argument("name", metavar="[NAME_OR_WORDS]", required=False, shell_complete=_complete)
@format_option("table", "json")
def questions(name: str | None, form: str) -> None:
    """List the questions that can be asked, or those that speak of something, or tell one with its parameters.

    \b
    Examples:
      kg questions
      kg questions 会议
      kg questions people_technology
    """
    from kg.queries import catalogue, find

    found = [one for one in catalogue().values() if not name or _speaks(one, name)]
    if name and (name in catalogue() or not found):
        _tell(find(name), form)
        return
    rows = [
        {
            "name": question.name,
            "title": question.title[language()] if form == "table" else f"{question.title['zh']} {question.title['en']}",
            "parameters": [parameter.name for parameter in question.parameters],
        }
        for question in found
    ]
    print_rows(_QUESTION, rows, form=form, titles=headings(_QUESTION))


@click.command(cls=Command, context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
@click.argument("name", metavar="NAME [VALUE]...", shell_complete=_complete)
@click.option(
    "-p", "--param", "given", multiple=True, metavar="NAME=VALUE", help="A parameter; NAME=VALUE and --NAME VALUE work too."
)
@as_of_option
@least_option
@home_option
@store_option
@format_option(*FORMATS)
@click.pass_context
def ask(
    ctx: click.Context,
    name: str,
    given: Sequence[str],
    as_of: int | None,
    least: float,
    home: Path,
    store: str | None,
    form: str,
) -> None:
    """Ask a canned question; JSON and CSV carry the edges that support each row.

    A value alone is that of the parameter that is required, or of the first.

    \b
    Examples:
      kg ask people_technology CMR
      kg ask people_technology -p technology=CMR
      kg ask people_technology --technology ECMO -f json
      kg ask people_technology -p technology=CMR --min-confidence 0.9
      kg ask funding_institutions --as-of 2015
    """
    from kg.queries import ask as put
    from kg.queries import find

    question = find(name)
    values = dated(parameters(*_named(question, given, ctx.args)), as_of)
    with asked(home, store, least=least) as target:
        answer = put(target, question.name, values)
        unknown = () if answer.rows.rows else tuple(_unknown(target, answer))
    columns = [column for column in answer.rows.columns if form != "table" or column != _HIDDEN]
    titles = {returned.name: getattr(returned, language()) for returned in question.returns}
    rows = answer.rows.records()
    print_rows(columns, map(_spoken, rows) if form == "table" else rows, form=form, titles=titles)
    for one in unknown:
        say(f"{one}; only facts at least {least:g} sure were asked" if least else one)


@click.command(cls=Command)
@click.argument("query")
@click.option("-p", "--param", "given", multiple=True, metavar="NAME=VALUE", help="A parameter, read as JSON where it is JSON.")
@home_option
@store_option
@format_option(*FORMATS)
def cypher(query: str, given: Sequence[str], home: Path, store: str | None, form: str) -> None:
    """Run a Cypher statement that only reads.

    \b
    Examples:
      kg cypher 'MATCH (n:Person) RETURN count(n) AS people'
      kg cypher 'MATCH (p:Person {name: $name})-[r]->(x) RETURN type(r), x.name' -p name=张三
    """
    values = {key: _typed(value) for key, value in parameters(given, ()).items()}
    with open_target(home, store) as target:
        rows = target.run(query, values)
    print_rows(rows.columns, rows.records(), form=form)


COMMANDS = (questions, ask, cypher)


def parameters(given: Sequence[str], rest: Sequence[str]) -> dict[str, str]:
    """``name=value`` pairs and ``--name value`` pairs as one mapping; a usage error where a piece is neither.

    >>> parameters(["technology=CMR"], ["--year", "2012", "--limit=5"])
    {'technology': 'CMR', 'year': '2012', 'limit': '5'}
    """
    values: dict[str, str] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise click.UsageError(f'"{pair}" is no parameter; write -p NAME=VALUE')
        values[name] = value
    pieces = iter(rest)
    for piece in pieces:
        if not piece.startswith("--") or piece == "--":
            raise click.UsageError(f'"{piece}" is no parameter; write -p NAME=VALUE or --NAME VALUE')
        name, equals, value = piece[2:].partition("=")
        if not equals:
            value = next(pieces, "")
            if not value:
                raise click.UsageError(f"--{name} needs a value")
        values[name.replace("-", "_")] = value
    return values


def _named(question: Question, given: Sequence[str], rest: Sequence[str]) -> tuple[list[str], list[str]]:
    """The pairs, and what begins with a dash; a value alone belongs to the parameter that is required, or to the first."""
    names = [one.name for one in sorted(question.parameters, key=lambda one: not one.required)]
    pairs, options, pieces = list(given), [], iter(rest)
    taken = {pair.partition("=")[0] for pair in pairs} | {
        piece.partition("=")[0].lstrip("-").replace("-", "_") for piece in rest
    }
    free = (name for name in names if name not in taken)
    for piece in pieces:
        if piece.startswith("--"):
            options += [piece] if "=" in piece else [piece, *islice(pieces, 1)]
        elif piece.partition("=")[0] in names:
            pairs.append(piece)
        elif name := next(free, None):
            pairs.append(f"{name}={piece}")
        else:
            raise click.UsageError(f'"{piece}" is one value too many; {question.name} takes {", ".join(names) or "none"}')
    return pairs, options


def _speaks(question: Question, words: str) -> bool:
    """Whether a question has the words in its name, its title or itself."""
    told = (question.name, *question.title.values(), *question.question.values())
    return any(squeeze(words) in squeeze(one) for one in told)


def dated(values: dict[str, str], as_of: int | None) -> dict[str, str]:
    """The parameters with the year of ``--as-of``, where it was given."""
    return values if as_of is None else values | {"as_of": str(as_of)}


def _unknown(target: Store, answer: Answer) -> Iterator[str]:
    """Why there is no row: each name of the parameters that nothing goes by, with what is called nearly so."""
    from kg.search import search
    from kg.text import fold

    for parameter in answer.question.parameters:
        value = answer.parameters[parameter.name]
        if not parameter.names or not isinstance(value, str) or not squeeze(value):
            continue
        hits = search(target, value, labels=parameter.names, limit=_NEAREST)
        if any(fold(value) in map(fold, (hit.name, *hit.aliases)) for hit in hits):
            continue
        near = told(f"; near it: {'、'.join(hit.name for hit in hits)}") if hits else ""
        labels = told(" or ").join(map(called, parameter.names))
        yield told(f'no {labels} is called "{value}"{near}; kg find {value} looks at all names')


def _spoken(row: dict[str, Any]) -> dict[str, Any]:
    """A row with its labels and predicates as people call them."""
    return {name: called(value) if name in _TERMS and isinstance(value, str) else value for name, value in row.items()}


def _typed(value: str) -> Any:
    import json

    try:
        return json.loads(value)
    except ValueError:
        return value


def _tell(question: Question, form: str) -> None:
    if form == "json":
        click.echo(
            to_json(
                {
                    "name": question.name,
                    "title": dict(question.title),
                    "question": dict(question.question),
                    "parameters": [
                        {"name": p.name, "type": p.type, "required": p.required, "default": p.default, "example": p.example}
                        for p in question.parameters
                    ],
                    "returns": [returned.name for returned in question.returns],
                    "cypher": question.cypher,
                }
            )
        )
        return
    click.echo(f"{question.name}\n{question.title[language()]}\n\n{question.question[language()]}\n")
    for parameter in question.parameters:
        default = told("optional") if parameter.default is None else told(f"default: {parameter.default}")
        need = told("required") if parameter.required else default
        meaning = getattr(parameter, language())
        click.echo(f"  -p {parameter.name}={parameter.example}   {told(parameter.type)}, {need}: {meaning}")
    click.echo(f"\n{question.cypher.strip()}")

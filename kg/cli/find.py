"""kg find: things by name, part of a name, pinyin or initials."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from kg.cli.command import Command
from kg.cli.language import called, headings, say, told
from kg.cli.options import FORMATS, format_option, home_option, open_target, store_option
from kg.cli.output import print_rows
from kg.search import LIMIT, search
from kg.vocab import LABELS

__all__ = ["COMMANDS"]

_COLUMNS = ("name", "label", "aliases", "how", "edges", "id")


@click.command(cls=Command)
@click.argument("text")
@click.option("-l", "--label", "labels", multiple=True, type=click.Choice(tuple(LABELS)), help="Only things of this label.")
@click.option("-n", "--limit", type=click.IntRange(min=1), default=LIMIT, show_default=True, help="How many at most.")
@home_option
@store_option
@format_option(*FORMATS)
def find(text: str, labels: Sequence[str], limit: int, home: Path, store: str | None, form: str) -> None:
    """Find things by name, alias, part of a name, pinyin or initials; the best first.

    Where nothing is called so, whole names that sound the same are found.

    \b
    Examples:
      kg find 闻人朗
      kg find wenrenlang
      kg find "Wenren L" -l Person
      kg find 附属第一 -f json
    """
    with open_target(home, store) as target:
        hits = search(target, text, labels=labels, limit=limit)
    rows = [{column: getattr(hit, column) for column in _COLUMNS} for hit in hits]
    spoken = [{**row, "label": called(row["label"]), "how": told(row["how"])} for row in rows] if form == "table" else rows
    print_rows(_COLUMNS, [{**row, "aliases": list(row["aliases"])} for row in spoken], form=form, titles=headings(_COLUMNS))
    if not hits:
        say(f'nothing is called "{text}" or so; kg find looks at names, aliases, pinyin and initials')


COMMANDS = (find,)

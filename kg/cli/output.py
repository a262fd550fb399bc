"""How answers reach the terminal: tables that respect wide Chinese characters, JSON, CSV; progress for people only."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from shutil import get_terminal_size
from typing import Any

import click

from kg.cli.language import told

__all__ = ["display_width", "fitted", "print_rows", "progress", "progress_of", "shorten", "shown", "to_json"]

_CELL_WIDTH = 44
_ELLIPSIS = "…"
_BETWEEN, _ID_WIDTH = "  ", 24


def to_json(value: Any) -> str:
    """Readable JSON with Chinese as Chinese."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def print_rows(
    columns: Sequence[str], rows: Iterable[Mapping[str, Any]], *, form: str, titles: Mapping[str, str] | None = None
) -> None:
    """Print rows as a table (long cells cut), JSON (all of it) or CSV (lists joined by ``|``)."""
    rows = list(rows)
    if form == "json":
        click.echo(to_json(rows))
    elif form == "csv":
        click.echo(_csv(columns, rows), nl=False)
    else:
        click.echo(_table(columns, rows, titles or {}))


def display_width(text: str) -> int:
    """How many terminal columns a text takes: East Asian wide characters take two."""
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def shorten(text: str, width: int) -> str:
    """The text on one line, cut to ``width`` terminal columns with an ellipsis."""
    text = " ".join(text.split())
    if display_width(text) <= width:
        return text
    kept = ""
    for char in text:
        if display_width(kept + char) >= width:
            break
        kept += char
    return kept + _ELLIPSIS


def shown(value: Any, *, separator: str = "、") -> str:
    """A value for people: lists joined, whole numbers without a point, yes and no in words."""
    match value:
        case None:
            return ""
        case bool():
            return told("yes" if value else "no")
        case float() if value.is_integer():
            return str(int(value))
        case list() | tuple():
            return separator.join(shown(item) for item in value)
        case {"nodes": list(nodes), "relationships": list(relations)}:
            steps = [shown(one) for pair in zip(nodes, [*relations, ""], strict=False) for one in pair]
            return " — ".join(filter(None, steps))
        case {"properties": {"name": name}, "label": label}:
            return f"{name} ({label})"
        case {"properties": dict(), "type": kind}:
            return str(kind)
        case dict():
            return str(value.get("name") or value.get("id") or json.dumps(value, ensure_ascii=False))
        case _:
            return str(value)


@contextmanager
def progress(items: Sequence[Any], label: str) -> Iterator[Iterable[Any]]:
    """The items, behind a progress bar on stderr where that is a terminal."""
    if sys.stderr.isatty() and len(items) > 1:
        with click.progressbar(items, label=label, file=sys.stderr) as bar:
            yield bar
    else:
        yield items


@contextmanager
def progress_of(total: int, label: str) -> Iterator[Callable[[int], None] | None]:
    """A step function that moves a progress bar of ``total`` on stderr, or None where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=total, label=label, file=sys.stderr) as bar:
        yield bar.update


def fitted(widths: Sequence[int], room: int | None) -> list[int]:
    """The widths of columns, the widest made less until all fit, but none so narrow that an id is cut.

    >>> fitted([6, 44, 40, 24], 100), fitted([44, 44], 60), fitted([44, 44], None)
    ([6, 32, 32, 24], [29, 29], [44, 44])
    """
    found = list(widths)
    while room and sum(found) + len(_BETWEEN) * (len(found) - 1) > room and max(found) > _ID_WIDTH:
        found[found.index(max(found))] -= 1
    return found


def _table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]], titles: Mapping[str, str]) -> str:
    head = [titles.get(name, name) for name in columns]
    body = [[shorten(shown(row.get(name)), _CELL_WIDTH) for name in columns] for row in rows]
    widths = fitted([max(map(display_width, column)) for column in zip(head, *body, strict=True)] if columns else [], _room())
    lines = [_line(head, widths), _BETWEEN.join("─" * width for width in widths), *(_line(line, widths) for line in body)]
    return "\n".join(lines) + f"\n{told(f'{len(rows)} rows')}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    cut = [shorten(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return _BETWEEN.join(cell + " " * (width - display_width(cell)) for cell, width in zip(cut, widths, strict=True)).rstrip()


def _room() -> int | None:
    """The columns of the terminal; None where what is printed goes elsewhere, and is not cut for it."""
    return get_terminal_size().columns if sys.stdout.isatty() else None


def _csv(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_plain(row.get(name)) for name in columns] for row in rows)
    return text.getvalue()


def _plain(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else shown(value, separator="|")

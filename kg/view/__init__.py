"""Pages for people: an interactive network with the words behind every line, in one file that needs no network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ExportError
from kg.view.marked import Mark, marked_page
from kg.view.picture import Picture, subgraph, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Document, Span
    from kg.store import Store
    from kg.view.answered import Answered

__all__ = ["LIMIT", "Mark", "Picture", "marked_page", "page", "subgraph", "whole", "write_marked", "write_page"]

LIMIT = 400
"""As many things as a browser lays out quickly and an eye can follow."""


def page(
    store: Store, answer: Answered | None = None, *, limit: int = LIMIT, lang: str = "zh", title: str | None = None
) -> str:
    """The HTML of a page: an answer with its rows and the network of its edges, or the best-connected part of the graph.

    At most ``limit`` things are drawn, those with most edges; the page says so where there are more. ``lang`` (zh or en) is
    the language that it opens in.
    """
    from kg.view.network import network_page

    if answer is None:
        return network_page(whole(store, limit), lang=lang, title=title)
    ids = sorted({ident for record in answer.rows.records() for ident in record.get("edges") or ()})
    return network_page(subgraph(store, ids, limit), answer, lang=lang, title=title)


def write_page(
    store: Store,
    answer: Answered | None,
    path: str | Path,
    *,
    limit: int = LIMIT,
    lang: str = "zh",
    title: str | None = None,
) -> None:
    """Write that page as UTF-8. Raises ExportError where the file cannot be written."""
    _write(path, page(store, answer, limit=limit, lang=lang, title=title))


def write_marked(document: Document, marks: Iterable[Mark], path: str | Path, *, quiet: Iterable[Span] = ()) -> None:
    """Write the text of a document with its marks as UTF-8. Raises ExportError where the file cannot be written."""
    _write(path, marked_page(document, marks, quiet=quiet))


def _write(path: str | Path, text: str) -> None:
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, "utf-8")
    except OSError as error:
        raise ExportError(f"{path}: the page cannot be written: {error.strerror}") from error

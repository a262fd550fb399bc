"""Evidence as the command tells it: documents told apart by name, places by page, words cut to the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.cli.language import told
from kg.cli.output import shorten
from kg.cli.sources import sources

if TYPE_CHECKING:
    from kg.model import Evidence
    from kg.workspace import Workspace

__all__ = ["Cited", "cited"]

_WIDTH = 60


class Cited:
    """Evidence as JSON values; the pages of a document are looked up once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.sources = sources(workspace)
        self._pages: dict[str, list[tuple[int, int, int]]] = {}

    def words(self, words: Evidence) -> dict[str, Any]:
        """A piece of evidence: document, page, place, quote, rule, confidence."""
        return {
            "document": self.sources.get(words.document, words.document),
            "page": self._page(words),
            "start": words.span.start,
            "end": words.span.end,
            "quote": words.quote,
            "rule": words.rule,
            "confidence": words.confidence,
        }

    def _page(self, words: Evidence) -> int | None:
        if words.document not in self._pages:
            passages = self._workspace.document(words.document).passages
            self._pages[words.document] = [(one.span.start, one.span.end, one.page) for one in passages if one.page is not None]
        pages = self._pages[words.document]
        return next((page for start, end, page in pages if start < words.span.end and words.span.start < end), None)


def cited(words: dict[str, Any]) -> str:
    """The same on a line of a terminal."""
    page = told(f", page {words['page']}") if words["page"] else ""
    return f"「{shorten(words['quote'], _WIDTH)}」{words['document']}{page}"

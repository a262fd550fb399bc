"""What a reader and an ingester are, and the one way to state evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from kg.errors import FactError
from kg.model import Assertion, Document, Evidence, Span

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Ingester", "Reader", "evidence", "once"]

Read = TypeVar("Read")


class Reader(Protocol):
    """Turns one kind of file into a Document, whole, or raises ReadError."""

    name: str
    version: str
    suffixes: tuple[str, ...]

    def read(self, path: Path) -> Document:
        """The whole document, or ReadError."""


class Ingester(Protocol):
    """Reads one kind of content. ``emits`` names the predicates it can state; several ingesters may read one document."""

    name: str
    version: str
    emits: frozenset[str]

    def accepts(self, document: Document) -> bool:
        """Whether there is anything here for this ingester to read."""

    def ingest(self, document: Document, nlp: Language) -> Iterator[Assertion]:
        """What the document states, with evidence."""


def evidence(document: Document, span: Span, *, ingester: str, rule: str) -> Evidence:
    """Evidence whose quote is the document's own words; FactError where the span lies outside the text or is blank.

    How sure the rule is, the pipeline adds: that is measured (see ``ingest.confidence``).
    """
    quote = document.text[span.start : span.end]
    if not quote.strip() or span.end > len(document.text):
        raise FactError(
            f"{document.source}: rule {rule} of {ingester} points at {span.start}-{span.end}, where there are no words"
        )
    return Evidence(document=document.id, span=span, quote=quote, ingester=ingester, rule=rule)


def once(read: Callable[[Document], Read]) -> Callable[[Document], Read]:
    """Keep what was read of the last document, that one alone: to accept it and to ingest it ask for the same."""
    kept: list[tuple[Document, Read]] = []

    @wraps(read)
    def reading(document: Document) -> Read:
        if not kept or kept[0][0] is not document:
            kept[:] = [(document, read(document))]
        return kept[0][1]

    return reading

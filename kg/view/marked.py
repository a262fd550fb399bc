"""The text of a document as a page: words that gave something are marked, and each mark tells what, by which rule."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kg.model import Document, Passage, Span

__all__ = ["Mark", "marked_page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A statement and the words that it was read from; ``details`` are its qualifiers, by name."""

    span: Span
    statement: str
    details: tuple[tuple[str, str], ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A stretch of text under the same marks (their numbers), or under none; ``quiet`` where it gave nothing."""

    text: str
    marks: tuple[int, ...]
    quiet: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """A passage, or what stands between passages (kind "between"), in pieces; ``page`` where one begins."""

    kind: str
    page: int | None
    pieces: tuple[_Piece, ...]


def marked_page(document: Document, marks: Iterable[Mark], *, quiet: Iterable[Span] = ()) -> str:
    """The HTML of the page, complete in itself; the same document and marks give the same bytes.

    ``quiet`` are stretches that gave nothing; they are set apart from what lies between.
    """
    from jinja2 import Environment, FileSystemLoader

    from kg.view.network import ASSETS, FONT

    ordered = sorted(marks, key=lambda one: (one.span, one.statement, one.rule))
    environment = Environment(loader=FileSystemLoader(ASSETS), autoescape=True)
    return environment.get_template("marked.html").render(
        font=FONT,
        source=document.source,
        title=document.title or document.source,
        blocks=list(_blocks(document, ordered, sorted(quiet))),
        marks=[_told(one, document) for one in ordered],
    )


def _told(mark: Mark, document: Document) -> dict[str, Any]:
    return {
        "says": mark.statement,
        "details": [list(pair) for pair in mark.details],
        "rule": mark.rule,
        "confidence": mark.confidence,
        "quote": document.text[mark.span.start : mark.span.end],
        "place": f"{mark.span.start}-{mark.span.end}",
    }


def _blocks(document: Document, marks: list[Mark], quiet: list[Span]) -> Iterator[_Block]:
    end, page = 0, None
    pieces = _Pieces(document.text, marks, quiet)
    for passage in sorted(document.passages, key=lambda one: one.span):
        if passage.span.start > end and document.text[end : passage.span.start].strip():
            yield _Block(kind="between", page=None, pieces=pieces.of(Span(start=end, end=passage.span.start)))
        if passage.span.start >= end:
            opened = passage.page if passage.page != page else None
            yield _Block(kind=_kind(passage), page=opened, pieces=pieces.of(passage.span))
            end, page = passage.span.end, passage.page
    if document.text[end:].strip():
        yield _Block(kind="between", page=None, pieces=pieces.of(Span(start=end, end=len(document.text))))


def _kind(passage: Passage) -> str:
    return passage.kind if passage.kind in ("heading", "row", "item") else "paragraph"


class _Pieces:
    """Cuts a text wherever a mark or a quiet stretch begins or ends; ``marks`` and ``quiet`` are in the order of the text."""

    def __init__(self, text: str, marks: list[Mark], quiet: list[Span]) -> None:
        self._text, self._quiet = text, quiet
        self._spans = [mark.span for mark in marks]
        self._starts = [span.start for span in self._spans]
        self._longest = max((span.end - span.start for span in self._spans), default=0)
        self._cuts = sorted({place for span in (*self._spans, *quiet) for place in (span.start, span.end)})

    def of(self, span: Span) -> tuple[_Piece, ...]:
        """The pieces of a stretch of the text, in order."""
        inner = self._cuts[bisect_right(self._cuts, span.start) : bisect_left(self._cuts, span.end)]
        near = range(bisect_left(self._starts, span.start - self._longest), bisect_left(self._starts, span.end))
        quiet = [one for one in self._quiet if one.start < span.end and one.end > span.start]
        return tuple(self._piece(start, end, near, quiet) for start, end in pairwise([span.start, *inner, span.end]))

    def _piece(self, start: int, end: int, near: Iterable[int], quiet: list[Span]) -> _Piece:
        over = tuple(number for number in near if self._spans[number].start <= start and end <= self._spans[number].end)
        still = not over and any(one.start <= start and end <= one.end for one in quiet)
        return _Piece(text=self._text[start:end], marks=over, quiet=still)

"""The words of a document that gave nothing: lines, rows of tables and fields of forms, with their places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import Document, Passage, Span
from kg.text import HAN, heal_name

__all__ = ["Silent", "Stretches", "silent"]

_LABEL = rf"[ \t]*(?=[^：:\n]*[{HAN}])(?P<label>[^：:，。；！？\t\n]{{1,16}})[：:]"
"""A label and a colon, as forms have them."""

_FIELD = re.compile(rf"\s*{_LABEL}")
_STOP = rf"[。！？；!?;]+[”’」』）)]*|(?<=[{HAN}）)\]%])\.(?=\s)"
_SENTENCE = re.compile(rf".+?(?:{_STOP}|$|(?=\n{_LABEL}))", re.DOTALL)
"""A sentence, over the ends of lines, for a passage of several lines is wrapped text; a field on a line of its own ends one."""

_LONGEST_LABEL = 16
_WORD = re.compile(rf"[{HAN}A-Za-z]")
_WRAP = re.compile(rf"(?<=[{HAN}，。、；：）])\s*\n\s*(?=[{HAN}，。、；：（])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """Words that gave no statement. ``kind`` is text (sentences of one passage), row or field; a field has its ``label``."""

    kind: str
    words: str
    span: Span
    page: int | None
    section: tuple[str, ...]
    label: str = ""


class Stretches:
    """Stretches of a text, put together where they touch, to be asked whether they reach into another.

    >>> words = Stretches([Span(start=5, end=8), Span(start=0, end=2)])
    >>> words.touch(Span(start=2, end=5)), words.touch(Span(start=1, end=3))
    (False, True)
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def touch(self, span: Span) -> bool:
        """Whether one of them shares a character with the span."""
        after = bisect_right(self._ends, span.start)
        return after < len(self._starts) and self._starts[after] < span.end


def silent(document: Document, stated: Stretches) -> Iterator[Silent]:
    """The words outside what was stated, in order.

    Headings, which only name what follows, are left out, and so is what holds no word: numbers, rules of dashes.
    """
    for passage in document.passages:
        if passage.kind == "row":
            if not stated.touch(passage.span):
                yield from _silent(document, passage, passage.span)
        elif passage.kind != "heading":
            for span in _runs(document, passage, stated):
                yield from _silent(document, passage, span)


def _runs(document: Document, passage: Passage, stated: Stretches) -> Iterator[Span]:
    """Sentences that follow each other and gave nothing, as one; a field begins a run of its own."""
    start = end = -1
    for sentence in _SENTENCE.finditer(document.text, passage.span.start, passage.span.end):
        gave = stated.touch(Span(start=sentence.start(), end=sentence.end()))
        if start >= 0 and (gave or _opens_field(sentence)):
            yield Span(start=start, end=end)
            start = -1
        if not gave:
            start, end = (sentence.start() if start < 0 else start), sentence.end()
    if start >= 0:
        yield Span(start=start, end=end)


def _opens_field(sentence: re.Match[str]) -> bool:
    opens_line = sentence.start() == sentence.pos or sentence.group().startswith("\n")
    return opens_line and bool(_FIELD.match(sentence.group()))


def _silent(document: Document, passage: Passage, span: Span) -> Iterator[Silent]:
    text = document.text[span.start : span.end]
    if _WORD.search(text):
        label = _label(text, passage.kind)
        kind = "field" if label else "row" if passage.kind == "row" else "text"
        words = " | ".join(" ".join(cell.split()) for cell in _WRAP.sub("", text).split("\t"))
        yield Silent(kind=kind, words=words, span=span, page=passage.page, section=passage.headings, label=label)


def _label(text: str, kind: str) -> str:
    """What a field is called: what stands before a colon, or in the first of a row's two cells."""
    if found := _FIELD.match(text):
        return heal_name(found["label"])
    cells = [cell for cell in text.split("\t") if cell.strip()]
    head = heal_name(cells[0])
    return head if kind == "row" and len(cells) == 2 and len(head) <= _LONGEST_LABEL and _WORD.search(head) else ""

"""Healed views of a document: hard line breaks inside sentences, words and names undone, every offset kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Span
from kg.text import HAN

__all__ = ["View", "heal"]

_CJK = rf"[{HAN}\u3000-\u303f\uff00-\uffef“”‘’]"
_GAP = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class View:
    """Healed text; ``offsets[i]`` is where its i-th character stands in the document."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The document's span of ``text[start:end]`` (not empty)."""
        return Span(start=self.offsets[start], end=self.offsets[end - 1] + 1)


def heal(text: str, *spans: Span) -> View:
    """The stretches of ``text``, joined and healed: a gap next to a Chinese character that holds a line break is dropped, any other gap is one space.

    >>> heal("中国医学科学院阜外医\\n\\n院 主任", Span(start=0, end=18)).text
    '中国医学科学院阜外医院 主任'
    """
    kept: list[tuple[str, int]] = []
    for span in spans:
        kept.extend(_healed(text, span))
    return View("".join(char for char, _ in kept), tuple(offset for _, offset in kept))


def _healed(text: str, span: Span) -> Iterable[tuple[str, int]]:
    position = span.start
    for gap in _GAP.finditer(text, span.start, span.end):
        yield from ((text[i], i) for i in range(position, gap.start()))
        position = gap.end()
        if "\n" in gap.group() and _beside_han(text, gap.start(), gap.end()):
            continue
        yield " ", gap.start()
    yield from ((text[i], i) for i in range(position, span.end))


def _beside_han(text: str, start: int, end: int) -> bool:
    return bool(re.match(_CJK, text[start - 1 : start]) or re.match(_CJK, text[end : end + 1]))

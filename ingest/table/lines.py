"""A document's text as lines of words with the gaps between them: what tables are read from where no cells are told."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from ingest.layout import heal
from kg.model import Document, Span
from kg.text import heal_name

__all__ = ["Line", "Value", "Word", "lines_of", "value"]

_WORD = re.compile(
    r"\S+(?:(?: (?<=\d )(?=[年月日号次届](?![本轻龄鉴会报级刊])|[～~—–至])"
    r"| (?<=[\d ][年月] )(?=\d)| (?<=第 )(?=\d)| (?<=[～~—–至] )(?=\d))\S+)*"
)
"""Characters without a gap; the blanks that typesetting leaves within a date or an ordinal (2012 年 5 月, 第 6 次) are none."""
_FEWEST_STROKES = 2
_EDGE_STROKE = re.compile(r"^\s*[|｜](?=[^|｜]*$)|(?<=[^\s|｜])\s*[|｜]\s*$")
"""The stroke that a converter leaves beside a cell that it writes on a line of its own."""


class _Widths(dict[str, float]):
    def __missing__(self, char: str) -> float:
        self[char] = 1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.55
        return self[char]


_WIDTHS = _Widths()


class Word(NamedTuple):
    """A run of characters without a gap; ``gap`` is what stands before it ("" at the start of a line)."""

    text: str
    start: int
    end: int
    gap: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds words."""

    words: tuple[Word, ...]
    text: str
    start: int
    end: int
    cells: tuple[Span, ...]
    """The stretches between tabs, empty ones included; one where there is no tab."""

    @property
    def width(self) -> float:
        """How wide the line is set."""
        return width(self.text)


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell says, healed, and where it stands. ``raw`` keeps the gaps between words, which part names in a list."""

    text: str
    raw: str
    span: Span
    parts: tuple[Span, ...] = ()
    """The stretches of a cell whose words stand between those of others."""

    @property
    def stretches(self) -> tuple[Span, ...]:
        """The stretches that hold the cell's words and nothing else."""
        return self.parts or (self.span,)


def lines_of(document: Document, span: Span | None = None) -> tuple[Line, ...]:
    """The lines of the document, or of a stretch of it, that hold words."""
    start, end = (span.start, span.end) if span else (0, len(document.text))
    found = []
    for match in re.finditer(r"[^\n\f\v]+", document.text[start:end]):
        line = _as_tabs(match.group())
        if line.strip():
            found.append(_line(line, start + match.start()))
    return tuple(found)


def value(document: Document, *spans: Span) -> Value:
    """The value of a stretch of the document, or of several that are one cell's."""
    raw = heal(document.text, *spans).text
    if len(spans) == 1:
        return Value(heal_name(raw), raw, spans[0])
    whole = Span(start=min(one.start for one in spans), end=max(one.end for one in spans))
    return Value(heal_name(raw), raw, whole, spans)


def width(text: str, before: float = 0.0) -> float:
    """How wide a text is set, behind what is as wide as ``before``: a Chinese character counts as 1, a Latin one as a half."""
    return sum(map(_WIDTHS.__getitem__, text), before)


def _as_tabs(text: str) -> str:
    """The line with tabs for the upright strokes between its cells, those at its edges left out; as long as it was."""
    if "\t" in text:
        return text
    if text.count("|") + text.count("｜") < _FEWEST_STROKES:
        return _EDGE_STROKE.sub(lambda match: " " * len(match.group()), text)
    cells = text.replace("｜", "|").strip()
    inner = cells.removeprefix("|").removesuffix("|")
    start = text.replace("｜", "|").index(cells) + cells.startswith("|")
    return " " * start + inner.replace("|", "\t") + " " * (len(text) - start - len(inner))


def _line(text: str, offset: int) -> Line:
    words: list[Word] = []
    before = 0
    for match in _WORD.finditer(text):
        gap = text[before : match.start()] if words else ""
        words.append(Word(match.group(), offset + match.start(), offset + match.end(), gap))
        before = match.end()
    bare = text.strip(" \u3000\r")
    cells, position = [], offset + text.index(bare) if bare else offset
    for cell in bare.split("\t"):
        cells.append(Span(start=position, end=position + len(cell)))
        position += len(cell) + 1
    return Line(tuple(words), text.strip(), words[0].start, words[-1].end, tuple(cells))

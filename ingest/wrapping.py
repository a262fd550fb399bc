"""Which line ends of a text only the width of its page made."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ingest.base import once
from kg.model import Document, Passage, Span

__all__ = ["FIRST", "broken_at"]

_SLACK = 3
"""A full line may fall short of its measure by this many columns: a mark that may not open a line takes a word with it."""
_UNEVEN = 1
_INDENT = 4
"""Columns by which a paragraph's first line may have been set in, which readers take away."""
_FEWEST = 3
_SHARE = 0.4
"""A width is a measure where so many lines, and such a share of those that go on, have it."""
_NARROWEST = 36
_LINE = re.compile(r"[^\n]+")
FIRST = re.compile(r"\s*(?:[（《「『“‘(]\S|[A-Za-z\d.%+/-]+|\S)[，。、；：！？）》」』”’,.;:!?)]*")
"""What a line that it does not fit must leave to the next: a word, with the marks that may not open or end a line."""


@once
def broken_at(document: Document) -> frozenset[int]:
    """Where lines of a paragraph end that are so full that the next line's first word did not fit."""
    text = document.text
    inside = [lines for passage in document.passages if len(lines := _lines(text, passage)) > 1]
    measure = _measure(text, inside)
    return frozenset(_full(text, inside, measure)) if measure and _is_kept(document, measure) else frozenset()


def _is_kept(document: Document, measure: int) -> bool:
    """Whether a measure is that of a page: no more lines run beyond it than keep to it, as those of a short list do."""
    prose = (one.span for one in document.passages if one.kind != "row")
    widths = [_width(line) for span in prose for line in document.text[span.start : span.end].split("\n")]
    kept = sum(measure - _SLACK <= width <= measure for width in widths)
    return kept >= sum(width > measure + _UNEVEN for width in widths)


def _full(text: str, inside: Iterable[list[Span]], measure: int) -> Iterator[int]:
    for lines in inside:
        for i, (above, below) in enumerate(pairwise(lines)):
            first = FIRST.match(text, below.start, below.end)
            indent = 0 if i else _INDENT
            if first and _width(text[above.start : above.end]) + indent + _width(first.group()) > measure - _UNEVEN:
                yield above.end


def _lines(text: str, passage: Passage) -> list[Span]:
    start, end = passage.span.start, passage.span.end
    if passage.kind == "row" or "\n" not in text[start:end] or "\t" in text[start:end]:
        return []
    return [Span(start=line.start(), end=line.end()) for line in _LINE.finditer(text, start, end)]


def _measure(text: str, inside: Iterable[list[Span]]) -> int:
    """The width, in columns, at which most lines of paragraphs end; 0 where there is none."""
    widths = Counter(_width(text[line.start : line.end]) for lines in inside for line in lines[:-1])
    enough = max(_FEWEST, _SHARE * widths.total())
    near = {width: sum(widths[one] for one in range(width - _SLACK, width + 1)) for width in widths if width >= _NARROWEST}
    return max((width for width in near if near[width] >= enough), key=lambda width: (near[width], width), default=0)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text.strip())

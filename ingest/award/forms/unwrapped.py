"""The text of a form with the line ends taken out that only the width of the page made."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ingest.award.forms.grammar import LABELS
from ingest.layout import heal
from kg.model import Passage, Span

__all__ = ["unwrapped"]

_SLACK = 3
"""A full line may fall short of its measure by this many columns: a mark that may not open a line takes a word with it."""
_INDENT = 4
"""Columns by which a paragraph's first line may have been set in, which readers take away."""
_FEWEST = 3
_SHARE = 0.4
"""A width is a measure where so many lines, and such a share of those that go on, have it."""
_NARROWEST = 36
_LINE = re.compile(r"[^\n]+")
_FIRST = re.compile(r"\s*(?:[A-Za-z\d.%+/-]+|\S)")
_GOES_ON = "，,、（("
_OPENS = re.compile(r"\s*(?P<words>[^\s，。；：:,.;、（(]{2,16})(?P<colon>[ ]?[:：](?!//)| {2,})?")
_LABELS = frozenset(word for label in LABELS for word in label.words)
_LONGEST = 8
"""The most characters of a label that stand on the line above the rest of it."""


def unwrapped(text: str, passages: Iterable[Passage]) -> tuple[str, list[int]]:
    """The text without the line ends inside paragraphs whose line is full, and where its characters stand.

    A line that opens with a label keeps its own place, unless the one above breaks off at a comma.
    """
    inside = [lines for passage in passages if len(lines := _lines(text, passage)) > 1]
    measure = _measure(text, inside)
    if not measure:
        return text, list(range(len(text)))
    parts: list[str] = []
    offsets: list[int] = []
    end = 0
    for start, stop, words, places in _joins(text, inside, measure):
        if start < end:  # a word that is a whole line has been joined to the line above it
            continue
        parts += text[end:start], words
        offsets += (*range(end, start), *places)
        end = stop
    return "".join([*parts, text[end:]]), [*offsets, *range(end, len(text))]


def _joins(text: str, inside: Iterable[list[Span]], measure: int) -> Iterator[tuple[int, int, str, tuple[int, ...]]]:
    """Each line end that goes: from the word before it to the word behind it, those words healed, and their places."""
    for lines in inside:
        for i, (above, below) in enumerate(pairwise(lines)):
            first = _FIRST.match(text, below.start, below.end)
            if first is None or (text[above.end - 1] not in _GOES_ON and _is_label(text, above, below)):
                continue
            width = _width(text[above.start : above.end]) + (0 if i else _INDENT) + _width(first.group())
            if width > measure - _SLACK:
                gap = heal(text, Span(start=above.end - 1, end=first.end()))
                yield above.end - 1, first.end(), gap.text, gap.offsets


def _is_label(text: str, above: Span, line: Span) -> bool:
    """Whether a line opens with a label that forms have, or with any word before a colon or a wide blank; the rest of a
    label that begins on the line above is none.
    """
    opening = _OPENS.match(text, line.start, line.end)
    if opening is None or opening["words"] in _LABELS:
        return opening is not None
    begun = any(text[above.end - n : above.end] + opening["words"] in _LABELS for n in range(1, _LONGEST))
    return opening["colon"] is not None and not begun


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

"""The characters of a printed page as lines of text, each where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from ingest.readers.source import clean
from kg.text import HAN

__all__ = ["Box", "Glyph", "PrintedLine", "glyphs", "lines_of"]

_CJK = re.compile(rf"[{HAN}\u3000-\u303f\uff00-\uffef]")
_BOLD = re.compile(r"bold|black|heavy|semibold|hei(?:ti)?(?![a-z])|黑", re.IGNORECASE)
_UNMAPPED = re.compile(r"\(cid:\d+\)")
_LATIN_GAP = 0.2
_CJK_GAP = 0.9
"""Gaps, in ems, from which on two neighbours are parted by a space; justified Chinese is set up to half an em apart."""
_OVERLAP = 0.5
_NEAR = 8
_LEADING_TOKEN = re.compile(r"[（(“《「\[]*(?:[\w.%+\-/~]+(?:,(?=\d)[\w.%+\-/~]+)*|.)[,.;:，。、；：！？）)”》」\]]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from its top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, glyph: Glyph) -> bool:
        """Whether the glyph's middle lies inside."""
        return self.distance(glyph) == 0

    def distance(self, glyph: Glyph) -> float:
        """How far the glyph's middle lies outside, across and down added."""
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.middle
        return max(self.x0 - x, x - self.x1, 0.0) + max(self.top - y, y - self.bottom, 0.0)


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character, or a blank, and its place."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of text and its glyphs, from left to right."""

    text: str
    glyphs: tuple[Glyph, ...]
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool

    @property
    def first_width(self) -> float:
        """The width of what no typesetter parts at the line's beginning: a word, or a character, and the marks after it."""
        token = _LEADING_TOKEN.match(self.text)
        count = len(token.group()) if token else 1
        return self.glyphs[min(count, len(self.glyphs)) - 1].x1 - self.x0


def glyphs(chars: Iterable[dict[str, Any]]) -> tuple[list[Glyph], int]:
    """The upright glyphs of pdfplumber's characters, doubles left out, and how many have no Unicode value (left out too)."""
    found: list[Glyph] = []
    seen: set[tuple[str, int, int]] = set()
    unmapped = 0
    for char in chars:
        if _UNMAPPED.fullmatch(char["text"]):
            unmapped += 1
            continue
        text = clean(char["text"]).replace("\n", " ").replace("\t", " ")
        key = (text, round(char["x0"]), round(char["top"]))
        if not text or not char["upright"] or (key in seen and text.strip()):
            continue
        seen.add(key)
        bold = bool(_BOLD.search(char["fontname"].split("+")[-1]))
        found.append(Glyph(text, char["x0"], char["x1"], char["top"], char["bottom"], char["size"], bold))
    return found, unmapped


def lines_of(glyphs: Sequence[Glyph]) -> list[PrintedLine]:
    """The glyphs gathered into lines, from top to bottom; raised and lowered ones join the line that they touch."""
    words = [glyph for glyph in glyphs if glyph.text.strip()]
    if not words:
        return []
    usual = median(glyph.size for glyph in words)
    rows: list[list[Glyph]] = []
    for large in (True, False):
        for glyph in sorted(words, key=lambda glyph: (glyph.top, glyph.x0)):
            if (glyph.size >= 0.75 * usual) == large:
                _place(rows, rows[-_NEAR:] if large else rows, glyph)
    blanks = [glyph for glyph in glyphs if not glyph.text.strip()]
    lines = [_line(row, blanks) for row in rows]
    return sorted(lines, key=lambda line: (line.top, line.x0))


def _place(rows: list[list[Glyph]], near: Sequence[list[Glyph]], glyph: Glyph) -> None:
    best, share = None, _OVERLAP
    for row in near:
        top, bottom = _extent(row)
        overlap = (min(bottom, glyph.bottom) - max(top, glyph.top)) / min(glyph.bottom - glyph.top, bottom - top)
        if overlap >= share:
            best, share = row, overlap
    if best is None:
        rows.append([glyph])
    else:
        best.append(glyph)


def _extent(row: Sequence[Glyph]) -> tuple[float, float]:
    """The height of a line is that of its first and largest glyph: raised ones must not let it grow into its neighbours."""
    return row[0].top, row[0].bottom


def _line(row: list[Glyph], blanks: Sequence[Glyph]) -> PrintedLine:
    row.sort(key=lambda glyph: glyph.x0)
    size = median(glyph.size for glyph in row)
    top, bottom = min(glyph.top for glyph in row), max(glyph.bottom for glyph in row)
    spaces = [blank for blank in blanks if top <= blank.middle <= bottom and blank.x1 - blank.x0 > 0.1 * size]
    text, shown = row[0].text, [row[0]]
    for before, glyph in pairwise(row):
        count = sum(before.x1 - 1 <= (blank.x0 + blank.x1) / 2 <= glyph.x0 + 1 for blank in spaces)
        if not count and glyph.x0 - before.x1 > _gap(before, glyph) * size:
            count = 1
        text += " " * count + glyph.text
        shown.extend([glyph] * (count + len(glyph.text)))
    bold = sum(glyph.bold for glyph in row) > 0.9 * len(row)
    return PrintedLine(text, tuple(shown), row[0].x0, max(glyph.x1 for glyph in row), top, bottom, size, bold)


def _gap(before: Glyph, after: Glyph) -> float:
    return _CJK_GAP if _CJK.match(before.text) and _CJK.match(after.text) else _LATIN_GAP

"""The characters of a printed page as lines of text, each where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from statistics import median

from ingest.readers.source import clean
from kg.text import HAN

__all__ = ["Box", "Glyph", "PrintedLine", "is_bold", "lines_of", "printed"]

_CJK = re.compile(rf"[{HAN}\u3000-\u303f\uff00-\uffef]")
_BOLD = re.compile(r"bold|black|heavy|semibold|hei(?:ti)?(?![a-z])|黑", re.IGNORECASE)
_HYPHENS = {2, 0xAD}
"""What PDFium says in place of a hyphen at a line's end, and the soft hyphen, which is printed nowhere else."""
_SURROGATES = range(0xD800, 0xE000)
_LATIN_GAP, _MIXED_GAP = 0.2, 0.28
_CJK_GAP = 0.9
"""Gaps, in ems, from which on two neighbours are parted by a space; justified Chinese is set up to half an em apart,
and printers leave a fifth to a fourth of one between Chinese and Latin characters where no blank is."""
_HAN = re.compile(f"[{HAN}]")
_TIGHT, _HAN_GAP = 0.05, 0.2
"""Where most Chinese characters of a line touch each other it is not justified, and a gap of the second size is a blank
that the printer moved over instead of printing it, as LibreOffice does."""
_OVERLAP = 0.5
_SMALL = 0.75
"""Glyphs smaller than this share of the usual size are raised or lowered ones."""
_SPACE = 0.1
"""The least width of a blank that is one, in ems."""
_NEAR = 8
_LEADING_TOKEN = re.compile(
    r"[（(“《「\[]*(?:[\w.%+\-/~×]+(?:,(?=\d)[\w.%+\-/~×]+)*|.)[,.;:，。、；：！？）)”》」\]]*", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from its top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, glyph: Glyph) -> bool:
        """Whether the glyph's middle lies inside."""
        return self.x0 <= (glyph.x0 + glyph.x1) / 2 <= self.x1 and self.top <= (glyph.top + glyph.bottom) / 2 <= self.bottom

    def distance(self, glyph: Glyph) -> float:
        """How far the glyph's middle lies outside, across and down added."""
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.middle
        return max(self.x0 - x, x - self.x1, 0.0) + max(self.top - y, y - self.bottom, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
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


@dataclass(frozen=True, slots=True, eq=False)
class PrintedLine:
    """A line of text; its glyphs from left to right, one for each of its characters; and its blanks, wherever they stand."""

    text: str
    glyphs: tuple[Glyph, ...]
    blanks: tuple[Glyph, ...]
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool

    def within(self, left: float, right: float) -> list[Glyph]:
        """Its glyphs whose middle lies between these places."""
        return [glyph for glyph in dict.fromkeys(self.glyphs) if left <= (glyph.x0 + glyph.x1) / 2 < right]

    def part(self, left: float, right: float) -> PrintedLine | None:
        """What of the line stands between these places, if anything does, at the height of its own characters."""
        own = self.within(left, right)
        if not own:
            return None
        large = [glyph for glyph in own if glyph.size >= _SMALL * self.size] or own
        return _line(own, self.blanks, median(glyph.top for glyph in large), median(glyph.bottom for glyph in large))

    @property
    def first_width(self) -> float:
        """The width of what no typesetter parts at the line's beginning: a word, or a character, and the marks after it."""
        token = _LEADING_TOKEN.match(self.text)
        count = len(token.group()) if token else 1
        return self.glyphs[min(count, len(self.glyphs)) - 1].x1 - self.x0


@cache
def printed(code: int) -> str:
    """The character of this code point as readers keep it; nothing where it shows nothing."""
    if code in _HYPHENS:
        return "-"
    return "" if code in _SURROGATES else clean(chr(code)).replace("\n", " ").replace("\t", " ")


@cache
def is_bold(font: bytes) -> bool:
    """Whether a font's name says that it is bold."""
    return bool(_BOLD.search(font.decode("utf-8", "replace").split("+")[-1]))


@dataclass(slots=True)
class _Row:
    """A line under construction. Its height is that of its first and largest glyph: raised ones must not let it grow."""

    top: float
    bottom: float
    glyphs: list[Glyph]

    def share(self, glyph: Glyph) -> float:
        """The part of the lower one's height in which both stand."""
        lower = min(glyph.bottom - glyph.top, self.bottom - self.top)
        return (min(self.bottom, glyph.bottom) - max(self.top, glyph.top)) / lower


def lines_of(glyphs: Iterable[Glyph]) -> list[PrintedLine]:
    """The glyphs gathered into lines, from top to bottom; raised and lowered ones join the line that they touch."""
    words: list[Glyph] = []
    blanks: list[Glyph] = []
    for glyph in glyphs:
        (blanks if glyph.text == " " else words).append(glyph)
    if not words:
        return []
    words.sort(key=_place)
    blanks.sort(key=_middle)
    middles = [blank.middle for blank in blanks]
    lines = []
    for row in _rows(words):
        row.sort(key=_left)
        top, bottom = min(glyph.top for glyph in row), max(glyph.bottom for glyph in row)
        lines.append(_line(row, blanks[bisect_left(middles, top) : bisect_right(middles, bottom)], top, bottom))
    return sorted(lines, key=_place)


def _rows(words: Sequence[Glyph]) -> list[list[Glyph]]:
    smallest = _SMALL * median(glyph.size for glyph in words)
    rows: list[_Row] = []
    for glyph in words:
        if glyph.size >= smallest:
            _join(rows, rows[-_NEAR:], glyph)
    for glyph in words:
        if glyph.size < smallest:
            _join(rows, rows, glyph)
    return [row.glyphs for row in rows]


def _join(rows: list[_Row], near: Sequence[_Row], glyph: Glyph) -> None:
    best, most = None, _OVERLAP
    for row in reversed(near):
        if row.top == glyph.top and row.bottom == glyph.bottom:
            best = row
            break
        share = row.share(glyph)
        if share > most or (share == most and best is None):
            best, most = row, share
    if best is None:
        rows.append(_Row(glyph.top, glyph.bottom, [glyph]))
    else:
        best.glyphs.append(glyph)


def _line(row: list[Glyph], blanks: Sequence[Glyph], top: float, bottom: float) -> PrintedLine:
    size = median(glyph.size for glyph in row)
    spaces = sorted((blank for blank in blanks if blank.x1 - blank.x0 > _SPACE * size), key=_left)
    text, shown = [row[0].text], [row[0]] * len(row[0].text)
    for glyph, count in zip(row[1:], _counts(row, spaces, size), strict=True):
        text.append(" " * count + glyph.text)
        shown.extend([glyph] * (count + len(glyph.text)))
    bold = sum(glyph.bold for glyph in row) > 0.9 * len(row)
    right = max(glyph.x1 for glyph in row)
    return PrintedLine("".join(text), tuple(shown), tuple(spaces), row[0].x0, right, top, bottom, size, bold)


def _counts(row: list[Glyph], spaces: Sequence[Glyph], size: float) -> list[int]:
    """How many blanks stand before each glyph but the first."""
    middles = [(blank.x0 + blank.x1) / 2 for blank in spaces]
    tight = _is_tight(row, size)
    counts: list[int] = []
    told: list[float] = []
    for before, glyph in pairwise(row):
        first = bisect_left(middles, before.x1 - 1)
        count = bisect_right(middles, glyph.x0 + 1) - first if middles else 0
        gap = glyph.x0 - before.x1
        if count <= 0:
            least = _HAN_GAP if tight and _are_han(before, glyph) else _gap(before, glyph)
            count = int(gap > _LATIN_GAP * size and gap > least * size)
        elif count == 1 and _gap(before, glyph) == _CJK_GAP:  # PDFium tells the first of several
            count = max(1, round(gap / (spaces[first].x1 - spaces[first].x0)))
            told += [gap] if _are_han(before, glyph) else []
        counts.append(count)
    if told:  # and of several places where one is
        for i, (before, glyph) in enumerate(pairwise(row)):
            if not counts[i] and _are_han(before, glyph) and glyph.x0 - before.x1 > max(0.9 * min(told), _LATIN_GAP * size):
                counts[i] = 1
    return counts


def _is_tight(row: list[Glyph], size: float) -> bool:
    gaps = [after.x0 - before.x1 for before, after in pairwise(row) if _are_han(before, after)]
    return len(gaps) > 1 and median(gaps) < _TIGHT * size


def _are_han(before: Glyph, after: Glyph) -> bool:
    return bool(_HAN.match(before.text) and _HAN.match(after.text))


def _gap(before: Glyph, after: Glyph) -> float:
    chinese = bool(_CJK.match(before.text)) + bool(_CJK.match(after.text))
    return (_LATIN_GAP, _MIXED_GAP, _CJK_GAP)[chinese]


def _middle(glyph: Glyph) -> float:
    return glyph.middle


def _left(glyph: Glyph) -> float:
    return glyph.x0


def _place(item: Glyph | PrintedLine) -> tuple[float, float]:
    return item.top, item.x0

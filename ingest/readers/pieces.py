"""Lines of plain text as pieces between wide blanks, and the columns in which they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.readers.outline import ends_sentence
from kg.text import HAN

__all__ = [
    "FEWEST_COLUMNS",
    "FEWEST_ROWS",
    "GUTTER",
    "LONGEST_HEAD",
    "PAGE_NUMBER",
    "PIECE",
    "RULE",
    "TOKEN",
    "WORD",
    "Piece",
    "Strip",
    "is_between",
    "is_sum",
    "pieces_of",
    "strips_of",
    "width",
]

PIECE = re.compile(r"\S+(?: \S+)*")
WORD = re.compile(r"\S+")
TOKEN = re.compile(r"[\w.%+\-/]+|.", re.ASCII)
PAGE_NUMBER = re.compile(r"[-—–]?\s*(?:第\s*)?\d{1,4}\s*(?:页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)?\s*[-—–]?")
RULE = re.compile(r"\s*[-—–━─═=_*·.~+\s]{5,}")
"""A line that is drawn, not written: below a head, between rows."""
_NUMBERED_GROUP = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）、.．]")
"""What a heading over rows opens with, also where it is set in from where they begin."""
_SUM = re.compile(r"\s+(?:合|总|小|共)\s*计(?:\s*[（(][^（）()]*[)）])?\s*(?:[:：\s]|$)")
_SUM_ALONE = re.compile(
    r"\s*(?:合|总|小|共)\s*计(?:\s*[（(][^（）()]*[)）])?\s*[:：]?(?:\s+[\d.,，]+\s*(?:[项个]|[亿万]?元)?)+\s*"
)
_SPREAD_NAME = re.compile(rf"[{HAN}]")
FEWEST_COLUMNS = 3
FEWEST_ROWS = 2
GUTTER = 2
LONGEST_HEAD = 16
LONGEST_GROUP = 60

Strip = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between wide blanks, and the columns from and to which they stand."""

    text: str
    start: int
    end: int


def pieces_of(line: str, ambiguous: int) -> list[Piece]:
    """The words of a line between wide blanks, signs that are full or half as the font has it of the width told."""
    found, column, last = list[Piece](), 0, 0
    wide = line.replace("\u3000", "  ")
    for match in PIECE.finditer(wide):
        column += width(wide[last : match.start()], ambiguous)
        start, column = column, column + width(match.group(), ambiguous)
        found.append(Piece(match.group(), start, column))
        last = match.end()
    return found


def width(text: str, ambiguous: int) -> int:
    """Columns that a text takes, those signs counted as told that are full or half as the font has it."""
    return sum({"W": 2, "F": 2, "A": ambiguous}.get(unicodedata.east_asian_width(char), 1) for char in text)


def strips_of(pieces: Sequence[Piece]) -> list[Strip]:
    """The columns that blank strips part through all lines, each from its first place to where the next begins."""
    taken = sorted((piece.start, piece.end) for piece in pieces)
    runs: list[list[int]] = []
    for start, end in taken:
        if runs and start < runs[-1][1] + GUTTER:
            runs[-1][1] = max(runs[-1][1], end)
        else:
            runs.append([start, end])
    whole = [run for run in runs if not _is_second_half(run, runs, pieces)]
    return [(start, following[0]) for (start, _), following in pairwise([*whole, [10_000, 10_000]])]


def _is_second_half(run: list[int], runs: list[list[int]], pieces: Sequence[Piece]) -> bool:
    """Whether a strip holds nothing but the second characters of names that typesetting spreads."""
    before = runs[runs.index(run) - 1] if runs.index(run) else None
    inside = [piece.text for piece in pieces if run[0] <= piece.start < run[1]]
    firsts = [piece.text for piece in pieces if before and before[0] <= piece.start < before[1]]
    return bool(before) and all(_SPREAD_NAME.fullmatch(text) for text in [*inside, *firsts])


def is_between(line: str) -> bool:
    """Whether a line is none of a row: a page's number, a drawn rule, or one heading that begins where rows do."""
    words = line.strip()
    alone = len(PIECE.findall(line.strip().replace("\u3000", "  "))) == 1
    edge = not line.startswith((" ", "\u3000")) or _NUMBERED_GROUP.match(words) is not None
    heads = alone and edge and len(words) <= LONGEST_GROUP and not ends_sentence(words)
    drawn = RULE.fullmatch(words) is not None or PAGE_NUMBER.fullmatch(words) is not None
    return not words or drawn or heads or is_sum(line)


def is_sum(line: str) -> bool:
    """Whether a line sums up the rows above it: its word is set in from where rows begin, or nothing but sums stands behind.

    >>> is_sum("    合计（7项）    6330.5"), is_sum("合计              6330.5"), is_sum("合计完成    6330.5")
    (True, True, False)
    """
    set_in = line.startswith((" ", "\u3000")) and _SUM.match(line) is not None
    return set_in or _SUM_ALONE.fullmatch(line) is not None

"""Tables in plain text whose cells only blanks align, their words going on in the lines below: written with tabs instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.readers.grid import join
from ingest.readers.outline import ends_sentence
from kg.text import HAN

__all__ = ["with_tabs"]

_PIECE = re.compile(r"\S+(?: \S+)*")
_WORD = re.compile(r"\S+")
_LOOKS_SO = re.compile(r"(?m)^(?:[ ]{8,}|\u3000{4,})\S")
_NUMBER = re.compile(r"\d{1,4}[.、]?")
_LIST_GOES_ON = re.compile(r"[，、；,;（(]$")
_TOKEN = re.compile(r"[\w.%+\-/]+|.", re.ASCII)
_PAGE_NUMBER = re.compile(r"[-—–]?\s*(?:第\s*)?\d{1,4}\s*(?:页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)?\s*[-—–]?")
_SPREAD_NAME = re.compile(rf"[{HAN}]")
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
_GUTTER = 2
_LONGEST_HEAD = 16
_LONGEST_GROUP = 60
_ROOM = 4
"""A line that goes on falls short of its column by no more columns than this and the word that did not fit."""

Strip = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words between wide blanks, and the columns from and to which they stand."""

    text: str
    start: int
    end: int


def with_tabs(text: str) -> str:
    """The text, each row of such a table on one line with tabs between its cells; lines between the rows stay.

    Rows begin with their first cell, a number. A table is left alone where its head has other columns than its rows, or a
    cell goes on below a line that was not full.
    """
    if not _LOOKS_SO.search(text):
        return text
    lines = text.split("\n")
    found: list[str] = []
    at = 0
    while at < len(lines):
        table, taken = _table(lines, at)
        found += table or [lines[at]]
        at += taken if table else 1
    return "\n".join(found)


def _table(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """The lines of the table whose head stands at a line, and how many lines it takes; none where none does."""
    if not _could_head(lines[at]):
        return [], 0
    body = list(_body(lines, at))
    for ambiguous in (2, 1):
        rows = _rows([[] if _is_between(line) else _pieces(line, ambiguous) for line in body], lines[at])
        if rows:
            return list(_written(lines[at], body, rows)), 1 + len(body)
    return [], 0


def _could_head(line: str) -> bool:
    words = _WORD.findall(line)
    return (
        len(words) >= _FEWEST_COLUMNS
        and "\t" not in line
        and len(re.findall(r"(?<=\S)(?: {2}|\u3000)", line.strip())) > 0
        and all(len(word) <= _LONGEST_HEAD for word in words)
        and not any(map(str.isdigit, words))
    )


def _body(lines: Sequence[str], at: int) -> Iterator[str]:
    """The lines below a head that are rows or stand between rows; those behind the last row are none of them."""
    waiting: list[str] = []
    begun = False
    for line in lines[at + 1 :]:
        if "\t" in line or (line.split() != lines[at].split() and _could_head(line) and not line[:1].isspace()):
            return
        if not line.strip() or _is_between(line) or line.split() == lines[at].split():
            waiting.append(line)
            continue
        opens = _opens(line)
        if not opens and (not begun or waiting):
            return
        begun = True
        yield from waiting
        waiting = []
        yield line


def _opens(line: str) -> bool:
    """Whether a line begins a row: its first piece is a number, others stand behind wide blanks."""
    pieces = _PIECE.findall(line.replace("\u3000", "  "))
    return len(pieces) > 2 and _NUMBER.fullmatch(pieces[0]) is not None


def _is_between(line: str) -> bool:
    """Whether a line is none of a row: a page's number, or one heading that begins where rows do."""
    words = line.strip()
    alone = len(_PIECE.findall(line.strip().replace("\u3000", "  "))) == 1
    heads = not line.startswith((" ", "\u3000")) and len(words) <= _LONGEST_GROUP and not ends_sentence(words)
    return not words or _PAGE_NUMBER.fullmatch(words) is not None or (alone and heads)


def _pieces(line: str, ambiguous: int) -> list[_Piece]:
    found, column, last = list[_Piece](), 0, 0
    wide = line.replace("\u3000", "  ")
    for match in _PIECE.finditer(wide):
        column += _width(wide[last : match.start()], ambiguous)
        start, column = column, column + _width(match.group(), ambiguous)
        found.append(_Piece(match.group(), start, column))
        last = match.end()
    return found


def _width(text: str, ambiguous: int) -> int:
    """Columns that a text takes, those signs counted as told that are full or half as the font has it."""
    return sum({"W": 2, "F": 2, "A": ambiguous}.get(unicodedata.east_asian_width(char), 1) for char in text)


def _rows(lines: Sequence[Sequence[_Piece]], head: str) -> dict[int, list[str]]:
    """The cells of each row by the line that it begins on; none where the lines are no table below that head."""
    strips = _columns([piece for line in lines for piece in line])
    if not _FEWEST_COLUMNS <= len(strips) == len(_heads(head, len(strips))):
        return {}
    rows: dict[int, list[list[_Piece]]] = {}
    row: list[list[_Piece]] = []
    for place, line in enumerate(lines):
        cells = [[piece for piece in line if start <= piece.start < end] for start, end in strips]
        if line and cells[0]:
            row = [[] for _ in strips]
            rows[place] = row
        for cell, here in zip(row, cells, strict=False):
            cell += [_Piece(" ".join(piece.text for piece in here), here[0].start, here[-1].end)] if here else []
    tall = sum(any(len(cell) > 1 for cell in row) for row in rows.values())
    if len(rows) < _FEWEST_ROWS or not tall or not all(map(_is_whole, _by_column(rows.values()), strips)):
        return {}
    return {place: [_joined(cell) for cell in row] for place, row in rows.items()}


def _by_column(rows: Iterable[list[list[_Piece]]]) -> Iterator[list[list[_Piece]]]:
    return (list(cells) for cells in zip(*rows, strict=True))


def _is_whole(cells: Sequence[Sequence[_Piece]], strip: Strip) -> bool:
    """Whether the cells of a column go on only where a line was full or ends in the middle of a list."""
    widest = max((piece.end for cell in cells for piece in cell), default=strip[0])
    for above, below in (pair for cell in cells for pair in pairwise(cell)):
        token = _TOKEN.match(below.text)
        room = _ROOM + (_width(token.group(), 2) if token else 0)
        if not _LIST_GOES_ON.search(above.text) and above.end + room <= widest:
            return False
    return True


def _columns(pieces: Sequence[_Piece]) -> list[Strip]:
    """The columns that blank strips part through all lines, each from its first place to where the next begins."""
    taken = sorted((piece.start, piece.end) for piece in pieces)
    runs: list[list[int]] = []
    for start, end in taken:
        if runs and start < runs[-1][1] + _GUTTER:
            runs[-1][1] = max(runs[-1][1], end)
        else:
            runs.append([start, end])
    whole = [run for run in runs if not _is_second_half(run, runs, pieces)]
    return [(start, following[0]) for (start, _), following in pairwise([*whole, [10_000, 10_000]])]


def _is_second_half(run: list[int], runs: list[list[int]], pieces: Sequence[_Piece]) -> bool:
    """Whether a strip holds nothing but the second characters of names that typesetting spreads."""
    before = runs[runs.index(run) - 1] if runs.index(run) else None
    inside = [piece.text for piece in pieces if run[0] <= piece.start < run[1]]
    firsts = [piece.text for piece in pieces if before and before[0] <= piece.start < before[1]]
    return bool(before) and all(_SPREAD_NAME.fullmatch(text) for text in [*inside, *firsts])


def _heads(head: str, count: int) -> list[str]:
    """The heads of so many columns, parted by wide blanks or by any; none where they are not so many."""
    found = (pattern.findall(head.replace("\u3000", "  ")) for pattern in (_PIECE, _WORD))
    return next((heads for heads in found if len(heads) == count), [])


def _joined(cell: Sequence[_Piece]) -> str:
    text = ""
    for piece in cell:
        text = join(text, piece.text)
    return text


def _written(head: str, body: Sequence[str], rows: dict[int, list[str]]) -> Iterator[str]:
    """The head, the rows and what stands between them; blank lines and heads told again are left out."""
    count = len(next(iter(rows.values())))
    yield "\t".join(_heads(head, count))
    for place, line in enumerate(body):
        if place in rows:
            yield "\t".join(rows[place])
        elif line.strip() and _is_between(line) and not _PAGE_NUMBER.fullmatch(line.strip()):
            yield line

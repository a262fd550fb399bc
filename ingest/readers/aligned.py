"""Tables in plain text whose cells only blanks align, their words going on in the lines below: written with tabs instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ingest.readers.pieces import (
    FEWEST_COLUMNS,
    FEWEST_ROWS,
    GUTTER,
    LONGEST_HEAD,
    PAGE_NUMBER,
    PIECE,
    RULE,
    TOKEN,
    WORD,
    Piece,
    Strip,
    is_between,
    pieces_of,
    strips_of,
    width,
)
from ingest.readers.staggered import uncut
from ingest.readers.uneven import heads_of, joined_cell, uneven_rows
from ingest.table.columns import column_of, is_known_header
from kg.text import HAN, heal_name

__all__ = ["with_tabs"]

_NUMBER = re.compile(r"\d{1,4}[.、]?")
_LIST_GOES_ON = re.compile(r"[，、；,;（(]$")
_NAME = re.compile(rf"[{HAN}·]{{1,4}}(?: [{HAN}](?![{HAN}]))?|[A-Z][A-Za-z.'\-]*(?: [A-Z][A-Za-z.'\-]*)*")
"""A name in a list, its last character perhaps apart to fill the column: 裘宁, 松本 亮."""
_NAMES = re.compile(rf"(?:{_NAME.pattern})(?: (?:{_NAME.pattern}))*")
_HEAD_LINE = 8
"""The most characters of a head's word on the line above the rest of it."""
_NEAR = 2
_ROOM = 4
"""A line that goes on falls short of its column by no more columns than this and the word that did not fit."""


def with_tabs(text: str) -> str:
    """The text, each row of such a table on one line with tabs between its cells; lines between the rows stay.

    Rows begin with their first cell, a number. A table is left alone where its head has other columns than its rows, or a
    cell goes on below a line that was not full.
    """
    if "  " not in text and "\u3000" not in text:
        return text
    lines = text.split("\n")
    found: list[str] = []
    at = 0
    while at < len(lines):
        table, taken = _table(lines, at)
        if table and found and (heads := _with_line_above(found[-1], lines[at], table[0])):
            found.pop()
            table[0] = heads
        found += table or [lines[at]]
        at += taken if table else 1
    return "\n".join(found)


def _table(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """The lines of the table whose head stands at a line, and how many lines it takes; none where none does."""
    if not _could_head(lines[at]):
        return [], 0
    table, taken = uncut(lines, at)
    if table:
        return table, taken
    body = list(_body(lines, at))
    for ambiguous in (2, 1):
        rows = _rows([[] if is_between(line) else pieces_of(line, ambiguous) for line in body], lines[at])
        if rows:
            return list(_written(lines[at], body, rows)), 1 + len(body)
    rows = uneven_rows([[] if is_between(line) else pieces_of(line, 2) for line in body], lines[at])
    return (list(_written(lines[at], body, rows)), 1 + len(body)) if rows else ([], 0)


def _with_line_above(above: str, line: str, heads: str) -> str:
    """The heads with what stands right above some of them, where words of a head are broken over two lines: 应用起止⏎时间."""
    over, cells = pieces_of(above, 2), heads.split("\t")
    under = _starts(pieces_of(line, 2), cells)
    if "\t" in above or not over or not under or any(len(one.text) > _HEAD_LINE for one in over):
        return ""
    for piece in over:
        places = [place for place, start in enumerate(under) if abs(start - piece.start) <= _NEAR]
        if len(places) != 1 or (len(over) == 1 and not _is_broken(piece.text, cells[places[0]])):
            return ""
        cells[places[0]] = piece.text + cells[places[0]]
    return "\t".join(cells)


def _starts(pieces: Sequence[Piece], cells: Sequence[str]) -> list[int]:
    """Where the words of each cell begin, those that blanks spread (姓  名) as one; none where the pieces are other cells."""
    starts: list[int] = []
    left = ""
    for piece in pieces:
        if not left:
            starts.append(piece.start)
            left = "".join(cells[len(starts) - 1].split()) if len(starts) <= len(cells) else ""
        words = "".join(piece.text.split())
        if not words or not left.startswith(words):
            return []
        left = left[len(words) :]
    return starts if not left and len(starts) == len(cells) else []


def _is_broken(over: str, under: str) -> bool:
    """Whether a lone word above a head is the beginning of its word there, which heads nothing without it: 排⏎名."""
    return len(over) == len(under) == 1 or (is_known_header(over + under) and not is_known_header(under))


def _could_head(line: str) -> bool:
    if "  " not in line and "\u3000" not in line:
        return False
    words = WORD.findall(line)
    return (
        len(words) >= FEWEST_COLUMNS
        and "\t" not in line
        and len(re.findall(r"(?<=\S)(?: {2}|\u3000)", line.strip())) > 0
        and all(len(word) <= LONGEST_HEAD for word in words)
        and not any(map(str.isdigit, words))
    )


def _body(lines: Sequence[str], at: int) -> Iterator[str]:
    """The lines below a head that are rows or stand between rows; those behind the last row are none of them."""
    waiting: list[str] = []
    begun = False
    for line in lines[at + 1 :]:
        if "\t" in line or (line.split() != lines[at].split() and _could_head(line) and not line[:1].isspace()):
            return
        if not line.strip() or is_between(line) or line.split() == lines[at].split():
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
    pieces = PIECE.findall(line.replace("\u3000", "  "))
    return len(pieces) > 2 and _NUMBER.fullmatch(pieces[0]) is not None


def _rows(lines: Sequence[Sequence[Piece]], head: str) -> dict[int, list[str]]:
    """The cells of each row by the line that it begins on; none where the lines are no table below that head."""
    strips = strips_of([piece for line in lines for piece in line])
    if not FEWEST_COLUMNS <= len(strips) == len(heads_of(head, len(strips))):
        return {}
    heads = heads_of(head, len(strips))
    rows: dict[int, list[list[Piece]]] = {}
    row: list[list[Piece]] = []
    for place, line in enumerate(lines):
        cells = [[piece for piece in line if start <= piece.start < end] for start, end in strips]
        if line and cells[0]:
            row = [[] for _ in strips]
            rows[place] = row
        for cell, here in zip(row, cells, strict=False):
            cell += [Piece(" ".join(piece.text for piece in here), here[0].start, here[-1].end)] if here else []
    tall = sum(any(len(cell) > 1 for cell in row) for row in rows.values())
    columns = list(_by_column(rows.values()))
    named = [_lists_names(cells, one) for cells, one in zip(columns, heads, strict=False)]
    whole = (_is_whole(cells, strip, named=one) for cells, strip, one in zip(columns, strips, named, strict=False))
    if len(rows) < FEWEST_ROWS or not tall or not all(whole):
        return {}
    return {
        place: [_names(cell) if of else joined_cell(cell) for cell, of in zip(row, named, strict=True)]
        for place, row in rows.items()
    }


def _lists_names(cells: Sequence[Sequence[Piece]], head: str) -> bool:
    """Whether a column holds people with wide blanks between them: a line ends before the name that does not fit."""
    lines = [piece.text for cell in cells for piece in cell]
    several = any(len(_NAME.findall(line)) > 1 for line in lines)
    return column_of(head).kind == "persons" and several and all(map(_NAMES.fullmatch, lines))


def _names(cell: Sequence[Piece]) -> str:
    return "、".join(heal_name(name) for piece in cell for name in _NAME.findall(piece.text))


def _by_column(rows: Iterable[list[list[Piece]]]) -> Iterator[list[list[Piece]]]:
    return (list(cells) for cells in zip(*rows, strict=True))


def _is_whole(cells: Sequence[Sequence[Piece]], strip: Strip, *, named: bool) -> bool:
    """Whether the cells of a column go on only where a line was full or ends in the middle of a list; names stay whole."""
    widest = max((piece.end for cell in cells for piece in cell), default=strip[0])
    for above, below in (pair for cell in cells for pair in pairwise(cell)):
        token = (_NAME if named else TOKEN).match(below.text)
        room = (GUTTER if named else _ROOM) + (width(token.group(), 2) if token else 0)
        if not _LIST_GOES_ON.search(above.text) and above.end + room <= widest:
            return False
    return True


def _written(head: str, body: Sequence[str], rows: dict[int, list[str]]) -> Iterator[str]:
    """The head, the rows and what stands between them; blank lines and heads told again are left out."""
    count = len(next(iter(rows.values())))
    yield "\t".join(heads_of(head, count))
    for place, line in enumerate(body):
        if place in rows:
            yield "\t".join(rows[place])
        elif line.strip() and is_between(line) and not (PAGE_NUMBER.fullmatch(line.strip()) or RULE.fullmatch(line)):
            yield line

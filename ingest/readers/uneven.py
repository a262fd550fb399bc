"""Tables in plain text whose columns stand a little further left or right from row to row: blanks counted in characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from ingest.readers.grid import join
from ingest.readers.pieces import FEWEST_COLUMNS, FEWEST_ROWS, PIECE, TOKEN, WORD, Piece, width
from ingest.table.columns import is_known_header

__all__ = ["heads_of", "joined_cell", "uneven_rows"]

_NUMBER = re.compile(r"\d{1,4}[.、]?")
_LIST_GOES_ON = re.compile(r"[，、；,;（(]$")
_SWAY = 6
"""How far from where its cell begins a line may stand that goes on with it."""
_ROOM = 4
_NEAR = 1


def uneven_rows(lines: Sequence[Sequence[Piece]], head: str) -> dict[int, list[str]]:
    """The cells of each row by the line that it begins on; none where a row has not as many as the head, a line that goes
    on stands where no column begins or two do, or a cell goes on below a line that was not full."""
    rows = {place: [[piece] for piece in line] for place, line in enumerate(lines) if line and _NUMBER.fullmatch(line[0].text)}
    counts = {len(row) for row in rows.values()}
    if len(rows) < FEWEST_ROWS or len(counts) != 1 or min(counts) < FEWEST_COLUMNS or not heads_of(head, min(counts)):
        return {}
    starts = [{cell[0].start for cell in cells} for cells in zip(*rows.values(), strict=True)]
    row: list[list[Piece]] = []
    for place, line in enumerate(lines):
        row = rows.get(place, row)
        for piece in line if place not in rows else ():
            near = [n for n, told in enumerate(starts) if min(abs(start - piece.start) for start in told) <= _NEAR]
            if len(near) != 1 or not near[0] or not row or abs(row[near[0]][0].start - piece.start) > _SWAY:
                return {}
            row[near[0]].append(piece)
    columns = [list(cells) for cells in zip(*rows.values(), strict=True)]
    if not all(map(_is_whole, columns)) or not _counts_up([row[0][0].text for row in rows.values()]):
        return {}
    return {place: [joined_cell(cell) for cell in row] for place, row in rows.items()}


def _counts_up(numbers: Sequence[str]) -> bool:
    told = [int(number.rstrip(".、")) for number in numbers]
    return told == list(range(told[0], told[0] + len(told)))


def _is_whole(cells: Sequence[Sequence[Piece]]) -> bool:
    """Whether the cells of a column go on only below a line that was full or ends in the middle of a list."""
    widest = max(piece.end - piece.start for cell in cells for piece in cell)
    for cell in cells:
        for above, below in pairwise(cell):
            token = TOKEN.match(below.text)
            room = _ROOM + (width(token.group(), 2) if token else 0)
            if not _LIST_GOES_ON.search(above.text) and above.end - above.start + room <= widest:
                return False
    return True


def heads_of(head: str, count: int) -> list[str]:
    """The heads of so many columns, parted by wide blanks or by any; none where they are not so many.

    >>> heads_of("次   时间    主      题    地点", 4), heads_of("序 号  姓    名  单位", 3)
    (['次', '时间', '主题', '地点'], ['序号', '姓名', '单位'])
    """
    pieces, words = (pattern.findall(head.replace("\u3000", "  ")) for pattern in (PIECE, WORD))
    found = (pieces, words, list(_unspread(words)))
    return next((heads for heads in found if len(heads) == count), [])


def _unspread(words: Sequence[str]) -> Iterator[str]:
    """The words, those that blanks spread over their column (主  题) as one: the longest run of characters that is a head."""
    at = 0
    while at < len(words):
        alone = len(list(takewhile(lambda word: len(word) == 1, words[at:])))
        runs = ("".join(words[at : at + length]) for length in range(alone, 1, -1))
        head = next((run for run in runs if is_known_header(run)), words[at])
        yield head
        at += len(head) if head != words[at] else 1


def joined_cell(cell: Sequence[Piece]) -> str:
    """The words of a cell's lines as one."""
    text = ""
    for piece in cell:
        text = join(text, piece.text)
    return text

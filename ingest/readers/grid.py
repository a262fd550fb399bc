"""Tables as readers find them, before they have a place in a document: cells on a grid, each of one or more blocks of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.layout import keeps_hyphen
from kg.text import HAN

__all__ = ["Grid", "GridCell", "from_rows", "join", "one_line"]

_CJK = re.compile(rf"[{HAN}\u3000-\u303f\uff00-\uffef“”]")
_BROKEN = re.compile(r"[a-z]-$")
_PROSE = 40
"""A cell of several blocks, one of which has this many characters, is prose: its blocks stay on lines of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell by its top left place, how far it reaches, and its blocks (paragraphs) of text."""

    row: int
    column: int
    blocks: tuple[str, ...]
    rowspan: int = 1
    colspan: int = 1

    @property
    def is_prose(self) -> bool:
        """Whether the cell holds paragraphs rather than a value."""
        return len(self.blocks) > 1 and max(map(len, self.blocks)) >= _PROSE


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells in reading order. A merged cell stands once, at its top left place."""

    cells: tuple[GridCell, ...]

    def rows(self) -> list[list[GridCell]]:
        """The cells by row, in column order; a row whose places are all covered from above has none."""
        count = 1 + max((cell.row for cell in self.cells), default=-1)
        rows: list[list[GridCell]] = [[] for _ in range(count)]
        for cell in sorted(self.cells, key=lambda cell: (cell.row, cell.column)):
            rows[cell.row].append(cell)
        return rows


def from_rows(rows: Iterable[Sequence[str]]) -> Grid:
    """A grid without merged cells; blanks within a cell are folded, an empty cell has no block."""
    cells = [
        GridCell(row=i, column=j, blocks=(text,) if (text := one_line(value)) else ())
        for i, row in enumerate(rows)
        for j, value in enumerate(row)
    ]
    return Grid(tuple(cells))


def join(before: str, after: str) -> str:
    """Two parts of one text that a line or page break had parted.

    >>> join("代表性论", "文 3"), join("early", "reperfusion"), join("elec-", "tron"), join("ST-", "segment")
    ('代表性论文 3', 'early reperfusion', 'electron', 'ST-segment')
    """
    if not before or not after:
        return before + after
    if _CJK.match(before[-1]) or _CJK.match(after[0]):
        return before + after
    if before.endswith(("-", "/")):
        broken = _BROKEN.search(before) and after[0].islower() and not keeps_hyphen(before, after)
        return (before[:-1] if broken else before) + after
    return f"{before} {after}"


def one_line(text: str) -> str:
    """A cell's text on one line: its own line breaks joined, tabs as spaces, the ends stripped."""
    joined = ""
    for line in text.split("\n"):
        joined = join(joined, line.replace("\t", " ").strip())
    return joined

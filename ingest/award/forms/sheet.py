"""A document's text as a form is read from it: markup and page furniture out, rows and lines kept, every offset known."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ingest.award.forms.glued import parted, unglued
from ingest.award.forms.halved import with_whole_labels
from ingest.award.forms.paragraph import apart
from ingest.award.forms.spaced import beside, tabbed
from ingest.award.forms.unwrapped import unwrapped
from ingest.layout import View, heal
from kg.model import Cell, Span, Table

__all__ = ["Extent", "Row", "Sheet", "rows", "sheet"]

Extent = tuple[int, int]
"""A half-open stretch of a sheet's text."""

# What is dropped, and what stands in its place. Text files keep tags and Markdown where a converter left them.
_DROPPED = tuple(
    (re.compile(pattern, re.MULTILINE), put)
    for pattern, put in (
        (r"\[bookmark:[^\]\n]*\]", ""),
        (r"</?(?:p|br|div|li|ul|ol|h[1-6]|tr|table|tbody|thead)(?:\s[^<>\n]*)?/?>", "\n"),
        (r"</?(?:b|strong|i|em|u|span|font|sup|sub|a|td|th|center)(?:\s[^<>\n]*)?/?>", ""),
        (r"&nbsp;|&ensp;|&emsp;", " "),
        (r"^[ ]*#{1,6}(?=[ ])", ""),
        (r"\*\*", ""),
        (r"^[ \t]*\|?[ ]*:?-{3,}:?[ ]*(?:\|[ ]*:?-{3,}:?[ ]*)*\|?[ \t]*$", ""),
        (r"^[ ]*(?:第[ ]*\d+[ ]*页(?:[ ，,]*共[ ]*\d+[ ]*页)?|[-–—][ ]*\d+[ ]*[-–—]|\d+[ ]*/[ ]*\d+)[ ]*$", ""),
        (r"^[^\n\t]{1,60}?[ ](?:[ ]*第[ ]*\d+[ ]*页[ ，,/]*共[ ]*\d+[ ]*页|[ ]+第[ ]*\d+[ ]*页)[ ]*$", ""),
        (r"[\u200b\u200c\u200d\ufeff]", ""),
        (r"[\u00a0\u3000\u2002\u2003\u2009]", " "),
        (r"\r\n?|[\f\v\x85\u2028\u2029]", "\n"),
    )
)
_CIRCLED = {
    first + n: chr(ord("①") + n)
    for first, most in ((0x2474, 20), (0x2488, 20), (0x2776, 10), (0x2780, 10))
    for n in range(most)
}
"""Numbers of one character in brackets, with a stop or in other circles (⑴ ⒈ ❶ ➀): read as the circled ones."""
_BOXED = dict.fromkeys(map(ord, "│┃║"), "|")
_BORDER = re.compile(r"(?m)^[ ]*(?:[┌├└┏┣┗╔╠╚╭╰][─━═┬┼┴┐┤┘┳╋┻┓┫┛╦╬╩╗╣╝╮╯ ]+|\+(?:[-=]{2,}\+)+)[ ]*\n")
"""The lines of a box that is drawn around a table's cells."""
_TITLE = re.compile(r"\s*([^\s\n][^\n\t]{8,60}[^\s])[ ]*\n")
"""The first line of a text, which stands again at the head of each page, the last one's number above it."""
_PIPE_ROW = re.compile(r"^[ ]*\|(.*)\|[ ]*$", re.MULTILINE)


_ONE_BAR = re.compile(r"^(?P<label>[^|\t\n]{0,18}?)(?P<gap>[ ]*)\|(?=[ ])(?P<value>[^|\t\n]*)$", re.MULTILINE)
"""A label, a bar and its value, or a bar alone before what goes on with the value above."""
_FEWEST_BARS = 3


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text that a form is read from; ``offsets[i]`` is where its i-th character stands in the document.

    ``merged`` tells, by the start of a row's line and a column, which cell of a row above reaches down to there.
    """

    text: str
    offsets: tuple[int, ...]
    merged: Mapping[tuple[int, int], Extent] = field(default_factory=dict)
    plain: bool = False
    """Whether the file has no merged cells to tell of: what stood for several rows is blank in all but the first."""
    views: dict[tuple[Extent, ...], View] = field(default_factory=dict, compare=False, repr=False)
    """The views that were asked for, since many rules read the same field."""

    def view(self, *extents: Extent) -> View:
        """The stretches, healed, with offsets into the document."""
        if extents not in self.views:
            healed = heal(self.text, *(Span(start=start, end=end) for start, end in extents))
            self.views[extents] = View(healed.text, tuple(map(self.offsets.__getitem__, healed.offsets)))
        return self.views[extents]

    def span(self, start: int, end: int) -> Span:
        """The document's span of a stretch, without the blanks at its edges; the stretch holds words."""
        words = self.text[start:end]
        first = start + len(words) - len(words.lstrip())
        last = start + len(words.rstrip()) - 1
        return Span(start=self.offsets[first], end=self.offsets[last] + 1)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table that is written with tabs: each cell is the stretches that it is made of, in order."""

    start: int
    end: int
    cells: tuple[tuple[Extent, ...], ...]


def sheet(text: str, tables: Iterable[Table] = (), broken: Iterable[int] = (), *, plain: bool = False) -> Sheet:
    """The sheet of a document's text; its tables tell of cells that are merged over several rows, ``broken`` where line
    ends stand that only the page's width made.

    >>> sheet("<b>项目名称</b>\\t甲\\f乙").text
    '项目名称\\t甲\\n乙'
    """
    text, own = with_whole_labels(text.translate(_CIRCLED))
    cut = frozenset(broken)
    text, offsets = unwrapped(text, [place for place, at in enumerate(own) if at in cut and text[place] == "\n"])
    offsets = [own[place] for place in offsets]
    if _BORDER.search(text):
        text, offsets = _replaced(text.translate(_BOXED), offsets, _BORDER, "")
    for pattern, put in _DROPPED:
        text, offsets = _replaced(text, offsets, pattern, put)
    if (title := _TITLE.match(text)) is not None:
        text, offsets = _replaced(text, offsets, re.compile(rf"\n[ ]*\d{{1,3}}[ ]*\n\s*{re.escape(title[1])}[ ]*(?=\n)"), "")
    text, offsets = apart(*parted(*unglued(text, offsets)))
    joined = _PIPE_ROW.sub(_tabbed, text)
    joined = tabbed(_ONE_BAR.sub(_parted, joined) if len(_ONE_BAR.findall(joined)) >= _FEWEST_BARS else joined)
    joined = beside(joined)
    merged = {place: extent for table in tables for place, extent in _reaching_down(joined, offsets, table.cells)}
    return Sheet(joined, tuple(offsets), merged, plain)


def rows(page: Sheet, start: int, end: int) -> list[Row]:
    """The rows between two places: lines with tabs; a row that goes on under a page break, its first cell blank, is one row."""
    found: list[Row] = []
    for line in re.finditer(r"[^\n]+", page.text[start:end]):
        cells = _with_merged(page, start + line.start(), _cells(line.group(), start + line.start()))
        if len(cells) < 2 or not line.group().strip() or (len(cells) == 2 and not line.group().split("\t")[0].strip()):
            continue
        row = Row(start + line.start(), start + line.end(), tuple(cells))
        if found and _goes_on(page.text, found[-1], row):
            found[-1] = _joined(found[-1], row)
        else:
            found.append(row)
    return found


def _reaching_down(text: str, offsets: list[int], cells: tuple[Cell, ...]) -> Iterable[tuple[tuple[int, int], Extent]]:
    starts = {cell.row: text.rfind("\n", 0, bisect_left(offsets, cell.span.start)) + 1 for cell in cells}
    for cell in cells:
        extent = (bisect_left(offsets, cell.span.start), bisect_left(offsets, cell.span.end))
        for row in range(cell.row + 1, cell.row + cell.rowspan):
            if row in starts and text[slice(*extent)].strip():
                yield (starts[row], cell.column), extent


def _with_merged(page: Sheet, start: int, cells: list[tuple[Extent, ...]]) -> list[tuple[Extent, ...]]:
    """The cells of the row whose line begins at ``start``, the blank ones filled by what reaches down from above."""
    reach = max((column for line, column in page.merged if line == start), default=-1) + 1
    padded = cells + [()] * (reach - len(cells))
    return [
        cell or ((page.merged[start, column],) if (start, column) in page.merged else ()) for column, cell in enumerate(padded)
    ]


def _replaced(text: str, offsets: list[int], pattern: re.Pattern[str], put: str) -> tuple[str, list[int]]:
    if not pattern.search(text):
        return text, offsets
    parts: list[str] = []
    kept: list[int] = []
    end = 0
    for match in pattern.finditer(text):
        parts += text[end : match.start()], put
        kept += offsets[end : match.start()]
        kept += offsets[match.start() : match.start() + 1] if put else ()
        end = match.end()
    return "".join([*parts, text[end:]]), kept + offsets[end:]


def _tabbed(match: re.Match[str]) -> str:
    """A Markdown row with tabs for its bars; the outer bars become spaces, so that every character keeps its place."""
    return re.sub(r"^( *)\|(.*)\|( *)$", lambda m: f"{m[1]} {m[2].replace('|', chr(9))} {m[3]}", match.group())


def _parted(match: re.Match[str]) -> str:
    """A line of a label and its value with a tab for its bar; the bar before what goes on becomes a blank."""
    return f"{match['label']}{match['gap']}{chr(9) if match['label'].strip() else ' '}{match['value']}"


def _cells(line: str, start: int) -> list[tuple[Extent, ...]]:
    found: list[tuple[Extent, ...]] = []
    for cell in line.split("\t"):
        found.append(((start, start + len(cell)),) if cell.strip() else ())
        start += len(cell) + 1
    return found


def _goes_on(text: str, above: Row, row: Row) -> bool:
    """Whether a row continues the one above: its first cell is blank, and no number counts on or stands below words."""
    if row.cells[0] or len(row.cells) > len(above.cells):
        return False
    return not any(over and _is_number(text, cell) for over, cell in zip(above.cells, row.cells, strict=False))


def _is_number(text: str, cell: tuple[Extent, ...]) -> bool:
    return bool(cell) and text[cell[0][0] : cell[-1][1]].strip().isdigit()


def _joined(above: Row, row: Row) -> Row:
    below = (*row.cells, *[()] * (len(above.cells) - len(row.cells)))
    return Row(above.start, row.end, tuple(over + cell for over, cell in zip(above.cells, below, strict=True)))

"""A web page's elements as a flow of blocks: paragraphs, headings, items and tables, in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from ingest.readers.divs import rows_of
from ingest.readers.furniture import is_furniture, is_layout, own_cells, own_rows
from ingest.readers.grid import Grid, GridCell, one_line
from ingest.readers.source import clean
from kg.text import HAN

__all__ = ["Block", "FlowTable", "flow"]

_BLOCKS = frozenset(
    """
    address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
    header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul
    """.split()  # noqa: SIM905
)
_SKIPPED = frozenset(
    """
    audio button canvas datalist head iframe img input link map math meta nav noscript object option script select style svg
    template textarea title video
    """.split()  # noqa: SIM905
)
_BLANK = re.compile(r"[ \t\r\n\f]+")
_BOLD = {"b", "strong"}
_SLANTED = {"i", "em", "small"}
_INLINE = _BOLD | _SLANTED | {"span", "label", "a"}
_FIELDS = re.compile(rf"[^\t]*[{HAN}]{{2}}\t[{HAN}]{{2}}[^\t]*", re.DOTALL)
"""Words of two Chinese characters and more on both sides; one character is cut from a word."""
_MAX_SPAN = 100


@dataclass(frozen=True, slots=True)
class Block:
    """A line of text: a heading of a level (1 to 6), an item of a list, or (level 0) a paragraph, perhaps bold as a whole."""

    text: str
    level: int = 0
    item: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class FlowTable:
    """A table with its caption, which may be empty."""

    grid: Grid
    caption: str = ""


def flow(element: HtmlElement) -> Iterator[Block | FlowTable]:
    """The blocks of an element. What is hidden, drawn, clicked or marked as navigation is left out."""
    stream = _Stream()
    yield from stream.element(element)
    yield from stream.flush()


class _Stream:
    """Inline text waits here until a block element begins or ends."""

    def __init__(self) -> None:
        self._text = ""
        self._plain = False
        self._level = 0
        self._mark: str | None = None
        self._bold = 0

    def flush(self) -> Iterator[Block]:
        text = one_line(clean(self._text))
        if text:
            mark, item = self._mark or "", self._mark is not None
            yield Block(mark + text, self._level, item, bold=not self._plain)
            self._mark = None
        self._text, self._plain = "", False

    def element(self, element: HtmlElement) -> Iterator[Block | FlowTable]:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or is_furniture(element):
            return
        if tag == "br" and self._level:  # a heading that is cut is one heading
            self._add("\n")
        elif tag == "br":
            yield from self.flush()
        elif tag == "table" and not is_layout(element):
            yield from self.flush()
            yield from _tables(element)
        elif rows := rows_of(element):
            yield from self.flush()
            yield FlowTable(_grid(rows))
        elif tag == "pre":
            yield from self.flush()
            yield from (Block(clean(line).strip()) for line in element.text_content().split("\n") if line.strip())
        elif tag in _BLOCKS:
            yield from self._block(element, tag)
        else:
            self._bold += tag in _BOLD
            yield from self._inside(element)
            self._bold -= tag in _BOLD

    def _block(self, element: HtmlElement, tag: str) -> Iterator[Block | FlowTable]:
        yield from self.flush()
        level, mark = self._level, self._mark
        if re.fullmatch(r"h[1-6]", tag):
            self._level = int(tag[1])
        if tag == "li":
            self._mark = _mark(element)
        yield from self._inside(element)
        yield from self.flush()
        self._level, self._mark = level, mark if tag == "li" else self._mark

    def _inside(self, element: HtmlElement) -> Iterator[Block | FlowTable]:
        self._add(element.text)
        for child in element:
            if _is_field(child):
                self._add(" ")
            yield from self.element(child)
            self._add(child.tail)

    def _add(self, text: str | None) -> None:
        if not text:
            return
        self._plain = self._plain or (bool(text.strip()) and not self._bold)
        self._text += _BLANK.sub(lambda blank: "\n" if "\n" in blank.group() else " ", text)


def _is_field(element: HtmlElement) -> bool:
    """Whether an element is shown apart from the one right before it: <b>name</b><i>title</i>, or two of other classes."""
    before = element.getprevious()
    if before is None or before.tail or not {element.tag, before.tag} <= _INLINE:
        return False
    styled = before.tag in _BOLD and element.tag in _SLANTED
    classed = all(one.get("class") for one in (before, element)) and before.get("class") != element.get("class")
    return (styled or classed) and bool(_FIELDS.fullmatch(f"{before.text_content()}\t{element.text_content()}"))


def _mark(element: HtmlElement) -> str:
    """An ordered list's number, as a browser shows it; nothing for a bullet."""
    parent = element.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    start = _count(parent.get("start"), default=1)
    for sibling in parent.iterchildren("li"):
        start = _count(sibling.get("value"), default=start)
        if sibling is element:
            break
        start += 1
    letters = {"a": chr(96 + start), "A": chr(64 + start)} if 0 < start <= 26 else {}
    return f"{letters.get(parent.get('type', ''), start)}. "


def _tables(table: HtmlElement) -> Iterator[Block | FlowTable]:
    """A table; where a row's last cell holds another, with at most a label before it, both stand below each other."""
    caption = table.find("caption")
    words = [] if caption is None else [block.text for block in flow(caption) if isinstance(block, Block)]
    rows: list[list[HtmlElement]] = []
    for row in own_rows(table):
        cells = own_cells(row)
        if 0 < len(cells) <= 2 and any(not is_layout(inner) for inner in cells[-1].iterfind(".//table")):
            yield FlowTable(_grid(rows), " ".join(words))
            rows, words = [], []
            yield from (replace(block, bold=True) for cell in cells[:-1] for block in flow(cell) if isinstance(block, Block))
            yield from flow(cells[-1])
        else:
            rows.append(cells)
    yield FlowTable(_grid(rows), " ".join(words))


def _grid(rows: Sequence[Sequence[HtmlElement]]) -> Grid:
    taken: set[tuple[int, int]] = set()
    cells = []
    for row, elements in enumerate(rows):
        column = 0
        for cell in elements:
            while (row, column) in taken:
                column += 1
            rowspan, colspan = (min(_count(cell.get(name), default=1), _MAX_SPAN) for name in ("rowspan", "colspan"))
            taken |= {(row + i, column + j) for i in range(rowspan) for j in range(colspan)}
            blocks = tuple(text for part in flow(cell) for text in _texts(part))
            cells.append(GridCell(row=row, column=column, blocks=blocks, rowspan=rowspan, colspan=colspan))
            column += colspan
    return Grid(tuple(cells))


def _texts(part: Block | FlowTable) -> Iterator[str]:
    """What stands in a cell, line by line: a table within it has a line a row."""
    if isinstance(part, Block):
        yield part.text
        return
    for row in part.grid.rows():
        if words := " ".join(block for cell in row for block in cell.blocks):
            yield words


def _count(text: str | None, *, default: int) -> int:
    return int(text) if text and text.strip().isdigit() and int(text) > 0 else default

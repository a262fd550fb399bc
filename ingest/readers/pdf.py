"""Printed pages: lines in reading order, ruled tables with their cells, without running heads and page numbers."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

from ingest.readers.build import Draft
from ingest.readers.columns import PrintedTable, crosses, fits, gutter_of, page_lines, reading_order
from ingest.readers.glyphs import Box, Glyph, PrintedLine, glyphs
from ingest.readers.grid import Grid, GridCell, join
from ingest.readers.outline import ends_sentence, is_caption
from ingest.readers.printed import Paragraph, Placed, paragraphs, running_heads
from ingest.readers.ruled import open_tables, ruled_tables
from ingest.readers.source import Source, load
from kg.model import Document, Span

__all__ = ["PdfReader"]

_END_MARK = b"%%EOF"
_TAIL = 4096
_UNMAPPED_SHARE = 0.3
_WORDED_SHARE = 0.2
"""A file in which fewer pages than this have words is a scan."""
_TABLE_GAP = 2.5


class PdfReader:
    """Reads .pdf with a text layer, in one column or two. Rotated text (watermarks, spines) is left out."""

    name = "pdf"
    version = "1"
    suffixes = (".pdf",)

    def read(self, path: Path) -> Document:
        """The document; ReadError for a file that is missing, truncated, encrypted, or holds pictures of text only."""
        source = load(path, self.suffixes)
        _check(source)
        draft = Draft(source, media_type="application/pdf")
        with _opened(source) as pdf:
            _write(draft, paragraphs(list(_placed(source, pdf))))
        return draft.document(reader=f"{self.name} {self.version}")


def _check(source: Source) -> None:
    if b"%PDF-" not in source.data[:1024]:
        raise source.error("it is not a PDF", "give a PDF file, or name the file for what it is")
    if _END_MARK not in source.data[-_TAIL:]:
        raise source.error("it breaks off before its end", "copy or download it again, whole")


@contextmanager
def _opened(source: Source) -> Iterator[Any]:
    # pdfminer warns of every font without a bounding box; nobody can act on that.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        pdf = pdfplumber.open(BytesIO(source.data))
        for page in pdf.pages:
            _ = page.objects
    except Exception as error:  # a damaged file makes pdfminer raise whatever its bytes lead to
        causes = (error, *error.args)
        if any(isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError) for cause in causes):
            raise source.error("it is protected by a password", "save it without one") from None
        raise source.error("it is damaged", "open it and save it again, or export it anew") from None
    with pdf:
        yield pdf


def _placed(source: Source, pdf: Any) -> Iterator[Placed]:
    printed = [glyphs(page.chars) for page in pdf.pages]
    _check_text(source, printed)
    tables = [_tables(page, found) for page, (found, _) in zip(pdf.pages, printed, strict=True)]
    free = [_outside(found, own) for (found, _), own in zip(printed, tables, strict=True)]
    gutters = _gutters([gutter_of(found, page.width) for page, found in zip(pdf.pages, free, strict=True)], free)
    lines = [page_lines(found, gutter) for found, gutter in zip(free, gutters, strict=True)]
    heads = running_heads(lines, median(page.height for page in pdf.pages))
    for i, gutter in enumerate(gutters):
        body = [line for line in lines[i] if (i, line) not in heads]
        yield from _in_columns(reading_order([*body, *tables[i]], gutter), gutter, page=i + 1)


def _check_text(source: Source, printed: Sequence[tuple[list[Glyph], int]]) -> None:
    worded = sum(any(glyph.text.strip() for glyph in found) for found, _ in printed)
    count, unmapped = sum(len(found) for found, _ in printed), sum(missing for _, missing in printed)
    if unmapped > _UNMAPPED_SHARE * (count + unmapped):
        raise source.error("its fonts do not say which characters they print", "export it anew, or run text recognition on it")
    if worded < _WORDED_SHARE * len(printed) or not count:
        raise source.error("it is a scan: its pages are pictures without a text layer", "run text recognition (OCR) on it")


def _tables(page: Any, found: Sequence[Glyph]) -> list[PrintedTable]:
    ruled = ruled_tables(page, found)
    return [*ruled, *open_tables(page, found, ruled)]


def _outside(found: Sequence[Glyph], tables: Sequence[PrintedTable]) -> list[Glyph]:
    boxes = [Box(table.x0, table.top, table.x1, table.bottom) for table in tables]
    return [glyph for glyph in found if not any(box.holds(glyph) for box in boxes)]


def _gutters(found: Sequence[tuple[float, float] | None], pages: Sequence[Sequence[Glyph]]) -> list[tuple[float, float] | None]:
    """A page too empty to show its columns has those of the others, where most show them."""
    known = [gutter for gutter in found if gutter]
    if not known or 2 * len(known) < len(found):
        return list(found)
    usual = (median(gutter[0] for gutter in known), median(gutter[1] for gutter in known))
    return [gutter or (usual if fits(usual, page) else None) for gutter, page in zip(found, pages, strict=True)]


def _in_columns(
    items: Sequence[PrintedLine | PrintedTable], gutter: tuple[float, float] | None, *, page: int
) -> Iterator[Placed]:
    sides: dict[int, list[PrintedLine | PrintedTable]] = {}
    for item in items:
        sides.setdefault(_side(item, gutter), []).append(item)
    edges = {side: (min(item.x0 for item in own), max(item.x1 for item in own)) for side, own in sides.items()}
    for item in items:
        yield Placed(item, page, *edges[_side(item, gutter)])


def _side(item: PrintedLine | PrintedTable, gutter: tuple[float, float] | None) -> int:
    if gutter is None or crosses(item, gutter):
        return 0
    return 1 if (item.x0 + item.x1) / 2 < sum(gutter) / 2 else 2


def _write(draft: Draft, parts: Sequence[Paragraph | Placed]) -> None:
    caption: Span | None = None
    for part in _whole_tables(parts):
        if isinstance(part, Placed):
            if isinstance(part.item, PrintedTable):
                draft.table(part.item.grid, page=part.page, caption=caption)
            caption = None
            continue
        text = "\n".join(part.lines)
        span = draft.heading(text, style=part.style, page=part.page) if part.style else draft.paragraph(text, page=part.page)
        caption = (caption or span) if is_caption(text) else None


def _whole_tables(parts: Sequence[Paragraph | Placed]) -> list[Paragraph | Placed]:
    """Tables that go on over a page's end, joined."""
    found: list[Paragraph | Placed] = []
    reached = 0
    for part in parts:
        last = found[-1] if found else None
        whole = _whole(last, part) if part.page == reached + 1 and last and isinstance(part, Placed) else None
        reached = part.page
        if whole:
            found[-1] = whole
        else:
            found.append(part)
    return found


def _whole(last: Paragraph | Placed, part: Placed) -> Placed | None:
    """Both as one, where the second table, first on the next page, has no column edge that the first lacks."""
    if not isinstance(last, Placed) or not isinstance(last.item, PrintedTable) or not isinstance(part.item, PrintedTable):
        return None
    one, two = last.item, part.item
    places = [next((i for i, x in enumerate(one.edges) if abs(x - edge) <= _TABLE_GAP), None) for edge in two.edges]
    known = [place for place in places if place is not None]
    if len(known) < len(places) or (known[0], known[-1]) != (0, len(one.edges) - 1):
        return None
    moved = [
        replace(cell, column=known[cell.column], colspan=known[cell.column + cell.colspan] - known[cell.column])
        for cell in two.grid.cells
    ]
    return replace(last, item=replace(one, grid=_joined(one.grid, Grid(tuple(moved)))))


def _joined(grid: Grid, rest: Grid) -> Grid:
    """The second grid's rows below the first's, without a repeated header; a row that a page's end cut is made whole."""
    rows, more = grid.rows(), rest.rows()
    if _texts(more[0]) == _texts(rows[0]):
        more = more[1:]
    if more and _is_cut(rows[-1], more[0]):
        rows[-1] = [replace(one, blocks=_blocks(one, two)) for one, two in zip(rows[-1], more[0], strict=True)]
        more = more[1:]
    cells = [replace(cell, row=i) for i, row in enumerate([*rows, *more]) for cell in row]
    return Grid(tuple(cells))


def _is_cut(one: Sequence[GridCell], two: Sequence[GridCell]) -> bool:
    """Whether two rows are the parts of one: the same columns, and a label on one of them only."""
    same = [cell.column for cell in one] == [cell.column for cell in two]
    return same and not (one[0].blocks and two[0].blocks)


def _texts(row: Sequence[GridCell]) -> list[tuple[str, ...]]:
    return [cell.blocks for cell in row]


def _blocks(one: GridCell, two: GridCell) -> tuple[str, ...]:
    if one.blocks and two.blocks and not ends_sentence(one.blocks[-1]):
        return (*one.blocks[:-1], join(one.blocks[-1], two.blocks[0]), *two.blocks[1:])
    return (*one.blocks, *two.blocks)

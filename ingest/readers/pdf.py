"""Printed pages: lines in reading order, ruled tables with their cells, without running heads and page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from pypdfium2 import PdfiumError

from ingest.readers.bare import bare_tables
from ingest.readers.build import Draft
from ingest.readers.columns import Item, PrintedTable, column_of, crosses, page_lines, reading_order
from ingest.readers.glyphs import Glyph, PrintedLine
from ingest.readers.gutters import Gutters, gutters_of, usual
from ingest.readers.outline import is_caption
from ingest.readers.packed import unpacks_within
from ingest.readers.printed import Paragraph, Placed, paragraphs, running_heads
from ingest.readers.ruled import level_rules, open_tables, ruled_tables
from ingest.readers.rules import Level
from ingest.readers.sheets import Sheet, is_locked, opened, sheets
from ingest.readers.source import LARGEST, Source, load
from ingest.readers.spacing import is_recognised
from ingest.readers.spread import same_header, whole_tables
from ingest.readers.unfinished import begun, continued
from kg.model import Document, Span
from kg.text import HAN

__all__ = ["PdfReader"]

_SITE_CUT = re.compile(r"[_|｜—–－-]+")
_WORDS = re.compile(f"[{HAN}]{{4}}")
_END_MARK = b"%%EOF"
_TAIL = 4096
_UNMAPPED_SHARE = 0.3
_WORDED_SHARE = 0.2
"""A file in which fewer pages than this have words is a scan."""


class PdfReader:
    """Reads .pdf with a text layer, in one column or two. Rotated text (watermarks, spines) is left out."""

    name = "pdf"
    version = "1"
    suffixes: tuple[str, ...] = (".pdf",)

    def read(self, path: Path) -> Document:
        """The document; ReadError for a file that is missing, truncated, encrypted, or holds pictures of text only."""
        source = load(path, self.suffixes)
        _check(source)
        draft = Draft(source, media_type="application/pdf")
        parts = paragraphs(list(_placed(source)))
        _write(draft, parts)
        return draft.document(reader=f"{self.name} {self.version}", title=_title(source, parts))


def _title(source: Source, parts: Sequence[Paragraph | Placed]) -> str:
    """The title of a web page that was printed, with its site's name behind it, where the pages have the words before that."""
    try:
        with opened(source.data) as document:
            title = document.get_metadata_value("Title")
    except UnicodeDecodeError:  # damaged
        return ""
    page, *site = (re.sub(r"\s", "", part) for part in _SITE_CUT.split(title))
    printed = re.sub(r"\s", "", "".join(part.text for part in parts if isinstance(part, Paragraph)))
    return title if site and _WORDS.search(page) and page in printed else ""


def _check(source: Source) -> None:
    if b"%PDF-" not in source.data[:1024]:
        raise source.error("it is not a PDF", "give a PDF file, or name the file for what it is")
    if _END_MARK not in source.data[-_TAIL:]:
        raise source.error("it breaks off before its end", "copy or download it again, whole")
    if not unpacks_within(source.data, LARGEST):
        raise source.error(f"unpacked it is larger than {LARGEST >> 20} MB", "export it anew, or in parts")


@dataclass(frozen=True, slots=True)
class _Page:
    """A page with those of its tables that rules bound, and its level rules, those in tables left out."""

    sheet: Sheet
    tables: list[PrintedTable]
    rules: list[Level]


def _pages(source: Source) -> list[_Page]:
    try:
        with opened(source.data) as document:
            return [_page(sheet) for sheet in sheets(document)]
    except PdfiumError as error:
        if is_locked(error):
            raise source.error("it is protected by a password", "save it without one") from None
        raise source.error("it is damaged", "open it and save it again, or export it anew") from None


def _page(sheet: Sheet) -> _Page:
    tables = _tables(sheet)
    inside = [(table.top - 1, table.bottom + 1, table.x0, table.x1) for table in tables]
    rules = [
        rule
        for rule in level_rules(sheet.rules.level)
        if not any(top < rule.y < bottom and x0 < (rule.x0 + rule.x1) / 2 < x1 for top, bottom, x0, x1 in inside)
    ]
    return _Page(sheet, tables, rules)


def _placed(source: Source) -> Iterator[Placed]:
    pages = _pages(source)
    _check_text(source, [page.sheet for page in pages])
    free = [_outside(page.sheet.glyphs, page.tables) for page in pages]
    seen = [
        gutters_of(found, page.sheet.width, [table.box for table in page.tables])
        for page, found in zip(pages, free, strict=True)
    ]
    gutters = usual(seen, free)
    lines = [page_lines(found, own) for found, own in zip(free, gutters, strict=True)]
    if is_recognised("\n".join(line.text for own in lines for line in own)):  # spaces of text recognition say nothing
        free = [[glyph for glyph in found if glyph.text != " "] for found in free]
        lines = [page_lines(found, own) for found, own in zip(free, gutters, strict=True)]
    heads = running_heads(lines, median(page.sheet.height for page in pages))
    last: Item | None = None
    for i, (own, page) in enumerate(zip(gutters, pages, strict=True)):
        body = [line for line in lines[i] if (i, line) not in heads]
        items = reading_order([*_with_open_tables(body, own, page.rules, last), *page.tables], own)
        last = items[-1] if items else None
        yield from _in_columns(items, own, page=i + 1)


def _check_text(source: Source, printed: Sequence[Sheet]) -> None:
    worded = sum(any(glyph.text.strip() for glyph in sheet.glyphs) for sheet in printed)
    count, unmapped = sum(len(sheet.glyphs) for sheet in printed), sum(sheet.unmapped for sheet in printed)
    if unmapped > _UNMAPPED_SHARE * (count + unmapped):
        raise source.error("its fonts do not say which characters they print", "export it anew, or run text recognition on it")
    if worded < _WORDED_SHARE * len(printed) or not count:
        raise source.error("it is a scan: its pages are pictures without a text layer", "run text recognition (OCR) on it")


def _tables(sheet: Sheet) -> list[PrintedTable]:
    ruled = ruled_tables(sheet.rules, sheet.glyphs)
    return [*ruled, *open_tables(sheet.rules, sheet.glyphs, ruled)]


def _outside(found: Sequence[Glyph], tables: Sequence[PrintedTable]) -> list[Glyph]:
    boxes = [table.box for table in tables]
    return [glyph for glyph in found if not any(box.holds(glyph) for box in boxes)]


def _with_open_tables(lines: Sequence[PrintedLine], gutters: Gutters, rules: Sequence[Level], last: Item | None) -> list[Item]:
    """The lines, those that make tables without boxes taken together, each column of the page by itself; ``last`` is what
    stands last on the page before."""
    sides: dict[int | None, list[PrintedLine]] = {}
    for line in lines:
        sides.setdefault(_side(line, gutters), []).append(line)
    items: list[Item] = []
    for side, own in sides.items():
        goes_on = continued(last, own, rules) if isinstance(last, PrintedTable) and not last.boxed and not side else None
        tables = [goes_on] if goes_on else []
        if begins := begun(_others(own, tables), rules):
            tables.append(begins)
        tables.extend(bare_tables(_others(own, tables), [rule.y for rule in rules]))
        items.extend([*(table for table, _ in tables), *_others(own, tables)])
    return items


def _others(lines: Sequence[PrintedLine], tables: Sequence[tuple[PrintedTable, list[PrintedLine]]]) -> list[PrintedLine]:
    taken = {line for _, members in tables for line in members}
    return [line for line in lines if line not in taken]


def _in_columns(items: Sequence[Item], gutters: Gutters, *, page: int) -> Iterator[Placed]:
    sides: dict[int | None, list[Item]] = {}
    for item in items:
        sides.setdefault(_side(item, gutters), []).append(item)
    edges = {side: (min(item.x0 for item in own), max(item.x1 for item in own)) for side, own in sides.items()}
    for item in items:
        yield Placed(item, page, *edges[_side(item, gutters)])


def _side(item: Item, gutters: Gutters) -> int | None:
    """The column of an item; None for one that stands across all of them."""
    return None if crosses(item, gutters) else column_of(item, gutters)


def _write(draft: Draft, parts: Sequence[Paragraph | Placed]) -> None:
    """A caption's lines stand right above its table; a table that repeats the header of the one above has its caption too."""
    caption: Span | None = None
    before: PrintedTable | None = None
    for part in whole_tables(parts):
        if isinstance(part, Placed):
            assert isinstance(part.item, PrintedTable)
            goes_on = before is not None and same_header(before, part.item)
            caption = caption if before is None or goes_on else None
            draft.table(part.item.grid, page=part.page, caption=caption)
            before = part.item
            continue
        text = part.text
        span = draft.heading(text, style=part.style, page=part.page) if part.style else draft.paragraph(text, page=part.page)
        caption = (caption if before is None and caption else span) if is_caption(text) else None
        before = None

"""One document written out as people get it: as text, as a web page, as a Word document, and printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

import docx

from ingest.layout import heal
from kg.model import Cell, Document, Table
from tests.specimen import wrapped

__all__ = ["STYLES", "Part", "Rows", "as_docx", "as_html", "as_text", "parts"]

STYLES = {
    "ruled": "td,th{border:.6pt solid}",
    "level": "table{border-top:1pt solid;border-bottom:1pt solid}tr:first-child>*{border-bottom:.5pt solid}",
    "bare": "td,th{padding:2pt 9pt}",
    "large": "td,th{border:.6pt solid}body{font-size:17pt}td,th{padding:9pt 5pt}",
    "columns": "td,th{border:.6pt solid}body{column-count:2;column-gap:9mm;font-size:9.5pt;text-align:justify}",
}
"""How a page is dressed for the printer, by name."""
_PAGE = """@page{size:A4;margin:22mm 20mm}body{font:11pt/1.6 "Noto Serif CJK SC",serif}p{margin:0 0 3pt;text-indent:2em}
h1{text-align:center;font-size:19pt}h2,h3,h4,h5,h6{font-size:13pt;margin:9pt 0 5pt}
table{border-collapse:collapse;width:100%;margin:5pt 0}td,th{padding:3pt 5pt;text-align:left;font-weight:normal}
td p{text-indent:0}"""


@dataclass(frozen=True)
class Part:
    """A heading of a level, or (level 0) a paragraph or an item."""

    text: str
    level: int = 0


@dataclass(frozen=True)
class Rows:
    """A table: its cells by row, each with its place and its paragraphs."""

    rows: tuple[tuple[tuple[Cell, tuple[str, ...]], ...], ...]


def parts(document: Document) -> Iterator[Part | Rows]:
    """What a document is made of, wrapped lines joined; a table stands where its first cell does."""
    written: set[int] = set()
    for passage in document.passages:
        table = _table(document, passage.span.start)
        if table is None:
            level = min(6, max(1, len(passage.headings))) if passage.kind == "heading" else 0
            yield Part(heal(document.text, passage.span).text, level)
        elif table.index not in written:
            written.add(table.index)
            yield _rows(document, table)


def as_text(made: Sequence[Part | Rows], *, width: int = 0) -> str:
    """As a text file, wrapped at so many columns where a width is given; a tab between columns."""
    lines: list[str] = []
    for part in made:
        if isinstance(part, Rows):
            for row in part.rows:
                lines.extend(
                    _labelled(row, width) if _is_prose(row) else [_tabbed(row)] if any(words for _, words in row) else []
                )
        else:
            words = part.text if part.level else "    " + part.text
            lines.extend(wrapped(words, width) if width else [words.strip()])
    return "\n".join(lines) + "\n"


def as_html(made: Sequence[Part | Rows], *, title: str, style: str = "ruled") -> str:
    """As a page that a browser shows and prints."""
    body = "\n".join(_shown(part) for part in made)
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_PAGE}{STYLES[style]}</style>'
    return f"<!DOCTYPE html><html><head>{head}</head><body>\n{body}\n</body></html>"


def as_docx(made: Sequence[Part | Rows], path: Path, *, title: str) -> None:
    """As a Word document with tables, merged cells merged."""
    document = docx.Document()
    document.core_properties.title = title
    for part in made:
        if isinstance(part, Rows):
            _fill(document, part)
        elif part.level:
            document.add_heading(part.text, part.level)
        else:
            document.add_paragraph(part.text)
    document.save(str(path))


def _table(document: Document, place: int) -> Table | None:
    return next((table for table in document.tables if table.span.start <= place < table.span.end), None)


def _rows(document: Document, table: Table) -> Rows:
    cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    rows = groupby(cells, key=lambda cell: cell.row)
    return Rows(tuple(tuple((cell, _blocks(document, cell)) for cell in row) for _, row in rows))


def _blocks(document: Document, cell: Cell) -> tuple[str, ...]:
    return tuple(line for line in document.text[cell.span.start : cell.span.end].split("\n") if line.strip())


def _tabbed(row: Sequence[tuple[Cell, tuple[str, ...]]]) -> str:
    line, column = "", 0
    for cell, blocks in row:
        line += "\t" * (cell.column - column) + "".join(blocks)
        column = cell.column
    return line.rstrip("\t")


def _is_prose(row: Sequence[tuple[Cell, tuple[str, ...]]]) -> bool:
    filled = [blocks for _, blocks in row if blocks]
    return 0 < len(filled) <= 2 and len(filled[-1]) > 1


def _labelled(row: Sequence[tuple[Cell, tuple[str, ...]]], width: int) -> Iterator[str]:
    """A form's cell of paragraphs, below its label."""
    *label, prose = [blocks for _, blocks in row if blocks]
    yield from ("".join(blocks) for blocks in label)
    for block in prose:
        yield from wrapped("    " + block, width) if width else [block]


def _shown(part: Part | Rows) -> str:
    if isinstance(part, Part):
        tag = f"h{part.level}" if part.level else "p"
        return f"<{tag}>{escape(part.text)}</{tag}>"
    rows = "\n".join(f"<tr>{''.join(_td(*cell) for cell in row)}</tr>" for row in part.rows)
    return f"<table>{rows}</table>"


def _td(cell: Cell, blocks: Sequence[str]) -> str:
    spans = f' rowspan="{cell.rowspan}"' * (cell.rowspan > 1) + f' colspan="{cell.colspan}"' * (cell.colspan > 1)
    inside = "".join(f"<p>{escape(block)}</p>" for block in blocks) if len(blocks) > 1 else escape("".join(blocks))
    return f"<td{spans}>{inside}</td>"


def _fill(document: docx.document.Document, part: Rows) -> None:
    cells = [cell for row in part.rows for cell in row]
    height = max(cell.row + cell.rowspan for cell, _ in cells)
    width = max(cell.column + cell.colspan for cell, _ in cells)
    table = document.add_table(rows=height, cols=width, style="Table Grid")
    for cell, blocks in cells:
        place = table.cell(cell.row, cell.column)
        if cell.rowspan * cell.colspan > 1:
            place = place.merge(table.cell(cell.row + cell.rowspan - 1, cell.column + cell.colspan - 1))
        for i, block in enumerate(blocks):
            (place.paragraphs[0] if not i else place.add_paragraph()).text = block

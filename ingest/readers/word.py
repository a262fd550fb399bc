"""Word documents: paragraphs and tables in the order of the body, numbers that Word generates written out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element

from ingest.readers.build import Draft
from ingest.readers.grid import Grid, GridCell
from ingest.readers.numbering import Numbering
from ingest.readers.outline import heading_style, is_caption
from ingest.readers.revisions import Notes, settle
from ingest.readers.source import LARGEST, Source, clean, load
from kg.model import Document

__all__ = ["WordReader"]

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LEFT_OUT = {qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:pict"), qn("w:object"), qn("w:drawing")}
_LEFT_OUT |= {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
_WORDS = {qn("w:t"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"}
_HEADING = re.compile(r"(?:heading|标题)\s*(\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*\d", re.IGNORECASE)
_BOLD_HEADING = re.compile(r"[^。！？!?；;，,\t]{2,30}$")


class WordReader:
    """Reads .docx. What was deleted or hidden, tables of contents, headers and footers are left out.

    Text boxes and footnotes follow their paragraph or table, endnotes the whole.
    """

    name = "word"
    version = "1"
    suffixes: tuple[str, ...] = (".docx",)

    def read(self, path: Path) -> Document:
        """The document; ReadError for a file that is missing, damaged, encrypted, an old .doc, or holds no words."""
        source = load(path, self.suffixes)
        document = _open(source)
        body = _Body(document, Draft(source, media_type=_MEDIA_TYPE))
        settle(document.element.body)
        body.write(document.element.body)
        body.write_notes(document.element.body, "endnote")
        title = document.core_properties.title
        return body.draft.document(reader=f"{self.name} {self.version}", title=title if _is_title(title) else "")


class _Body:
    def __init__(self, document: WordDocument, draft: Draft) -> None:
        self.draft = draft
        self._numbering = Numbering(document)
        self._notes = Notes(document)

    def write(self, parent: _Element) -> None:
        for element in _blocks(parent):
            if element.tag == qn("w:tbl"):
                self._table(element)
            else:
                self._paragraph(element)
            self.write_notes(element, "footnote")

    def write_notes(self, element: _Element, kind: str) -> None:
        """The notes of a kind that an element refers to."""
        for note in self._notes.of(element, kind):
            self.write(note)

    def _paragraph(self, element: _Element) -> None:
        style, mark, lines = self._style(element), self._numbering.mark(element), _text(element).split("\n")
        if style != "toc":
            for i, line in enumerate(line for line in lines if line.strip()):
                self._line(
                    (mark or "") + line.strip() if not i else line.strip(), style=style, bullet=mark == "", element=element
                )
        for box in _boxes(element):
            self.write(box)

    def _line(self, text: str, *, style: str, bullet: bool, element: _Element) -> None:
        if style:
            self.draft.heading(text, style=style)
        elif bullet:
            self.draft.item(text)
        elif _is_bold(element) and _BOLD_HEADING.match(text) and not is_caption(text):
            self.draft.heading(text, style=heading_style(text) or "label")
        else:
            self.draft.line(text)

    def _style(self, element: _Element) -> str:
        for holder in (element, *self._numbering.style_chain(element)):
            found = holder.find(qn("w:name"))
            name = "" if found is None else found.get(qn("w:val"), "")
            outline = holder.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
            if _CONTENTS.match(name):
                return "toc"
            if name.lower() in {"title", "标题"}:
                return "h0"
            if match := _HEADING.match(name):
                return f"h{match.group(1)}"
            if outline is not None and outline.get(qn("w:val"), "9") < "9":
                return f"h{int(outline.get(qn('w:val'), '0')) + 1}"
        return ""

    def _table(self, table: _Element) -> None:
        rows = list(_children(table, qn("w:tr")))
        cells: list[GridCell] = []
        for i, row in enumerate(rows):
            places = list(_cells(row))
            if len(places) <= 2 and _holds_table(places[-1][0]):
                self.draft.table(Grid(tuple(cells)))
                cells = []
                if label := " ".join(block for cell, _, _ in places[:-1] for block in self._cell_blocks(cell)):
                    self.draft.heading(label, style="label")
                self.write(places[-1][0])
                continue
            for cell, column, colspan in places:
                if not _continues(cell):
                    rowspan = _rowspan(rows[i + 1 :], column)
                    place = {"row": i, "column": column, "rowspan": rowspan, "colspan": colspan}
                    cells.append(GridCell(blocks=tuple(self._cell_blocks(cell)), **place))
        self.draft.table(Grid(tuple(cells)))

    def _cell_blocks(self, cell: _Element) -> Iterator[str]:
        for element in _blocks(cell):
            if element.tag == qn("w:tbl"):
                for row in _children(element, qn("w:tr")):
                    yield " ".join(text for inner, _, _ in _cells(row) for text in self._cell_blocks(inner))
                continue
            mark, lines = self._numbering.mark(element) or "", _text(element).split("\n")
            for line in [line for line in lines if line.strip()] or [""] * bool(mark):
                yield (mark + " ".join(line.split("\t"))).strip()
                mark = ""
            for box in _boxes(element):
                yield from self._cell_blocks(box)


def _open(source: Source) -> WordDocument:
    if source.data.startswith(_OLE):
        if _ENCRYPTED in source.data:
            raise source.error("it is protected by a password", "save it without one")
        raise source.error("it is an old Word file (.doc)", "save it as .docx")
    try:
        with zipfile.ZipFile(BytesIO(source.data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > LARGEST:
                raise source.error(
                    f"unpacked it is larger than {LARGEST >> 20} MB", "save it with smaller pictures, or in parts"
                )
        return docx.Document(BytesIO(source.data))
    except (zipfile.BadZipFile, OpcError, KeyError, ValueError, etree.XMLSyntaxError, NotImplementedError, EOFError):
        remedy = "open it in Word and save it again as .docx"
        raise source.error("it is not a Word document, or is damaged", remedy) from None


def _is_title(title: str) -> bool:
    return bool(title.strip()) and title.strip().lower() not in {"word document", "无标题", "untitled"}


def _blocks(parent: _Element) -> Iterator[_Element]:
    for element in parent:
        if element.tag in {qn("w:p"), qn("w:tbl")}:
            yield element
        elif element.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")}:
            yield from _blocks(element)


def _boxes(element: _Element) -> Iterator[_Element]:
    """The text boxes that hang on a paragraph."""
    for box in element.iter(qn("w:txbxContent")):
        if not any("Fallback" in str(ancestor.tag) for ancestor in box.iterancestors()):
            yield box


def _holds_table(cell: _Element) -> bool:
    return cell.find(f".//{qn('w:tbl')}") is not None


def _children(parent: _Element, tag: str) -> Iterator[_Element]:
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")}:
            yield from _children(element, tag)


def _text(paragraph: _Element) -> str:
    return clean("".join(_pieces(paragraph)))


def _pieces(parent: _Element) -> Iterator[str]:
    for element in parent:
        if element.tag in _LEFT_OUT:
            continue
        if element.tag in _WORDS:
            yield element.text or ""
        elif element.tag == qn("w:tab"):
            yield "\t" if parent.tag == qn("w:r") else ""
        elif element.tag == qn("w:ptab"):
            yield "\t"
        elif element.tag in {qn("w:br"), qn("w:cr")}:
            yield "\n"
        elif element.tag == qn("w:noBreakHyphen"):
            yield "-"
        else:
            yield from _pieces(element)


def _is_bold(paragraph: _Element) -> bool:
    """Whether each run with words is bold by itself."""
    runs = [run for run in paragraph.iter(qn("w:r")) if "".join(_pieces(run)).strip()]
    bold = [run.find(f"{qn('w:rPr')}/{qn('w:b')}") for run in runs]
    return bool(runs) and all(mark is not None and mark.get(qn("w:val"), "1") not in {"0", "false"} for mark in bold)


def _cells(row: _Element) -> Iterator[tuple[_Element, int, int]]:
    """The cells of a row, each with its first column and how many it spans."""
    column = _number(row, f"{qn('w:trPr')}/{qn('w:gridBefore')}", default=0)
    for cell in _children(row, qn("w:tc")):
        colspan = _number(cell, f"{qn('w:tcPr')}/{qn('w:gridSpan')}", default=1)
        yield cell, column, colspan
        column += colspan


def _number(element: _Element, path: str, *, default: int) -> int:
    found = element.find(path)
    return default if found is None else int(found.get(qn("w:val"), default))


def _continues(cell: _Element) -> bool:
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"


def _rowspan(below: list[_Element], column: int) -> int:
    count = 1
    for row in below:
        if not any(place == column and _continues(cell) for cell, place, _ in _cells(row)):
            break
        count += 1
    return count

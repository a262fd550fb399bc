"""A Word document as it stands once all tracked changes are accepted, and its notes at the paragraphs that refer to them."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml.etree import _Element

__all__ = ["Notes", "settle"]

_HIDDEN = (qn("w:vanish"), qn("w:rt"))
_PROPERTIES = f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}"
_ROW_DELETED = f"{qn('w:trPr')}/{qn('w:del')}"
_NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def settle(body: _Element) -> None:
    """Take out rows that were deleted, hidden words and readings above words; join what a deleted paragraph mark parted."""
    for row in [row for row in body.iter(qn("w:tr")) if row.find(_ROW_DELETED) is not None]:
        _remove(row)
    for mark in list(body.iter(*_HIDDEN)):
        if mark.tag == qn("w:rt"):
            _remove(mark)
        elif mark.get(qn("w:val"), "1") not in {"0", "false"} and (run := _run(mark)) is not None:
            _remove(run)
    for paragraph in [one for one in body.iter(qn("w:p")) if one.find(_PROPERTIES) is not None]:
        _join(paragraph)


class Notes:
    """The footnotes and endnotes of a document by the number that refers to them."""

    def __init__(self, document: WordDocument) -> None:
        self._notes: dict[tuple[str, str], _Element] = {}
        for kind, relation in (("footnote", RELATIONSHIP_TYPE.FOOTNOTES), ("endnote", RELATIONSHIP_TYPE.ENDNOTES)):
            for part in (rel.target_part for rel in document.part.rels.values() if rel.reltype == relation):
                root = parse_xml(part.blob)
                settle(root)
                for note in root.iter(qn(f"w:{kind}")):
                    if note.get(qn("w:type")) not in _NO_NOTES:
                        self._notes[kind, note.get(qn("w:id"), "")] = note

    def of(self, paragraph: _Element, kind: str) -> Iterator[_Element]:
        """The notes of a kind that a paragraph or a table refers to, in order; each is given once."""
        for reference in paragraph.iter(qn(f"w:{kind}Reference")) if self._notes else ():
            note = self._notes.pop((kind, reference.get(qn("w:id"), "")), None)
            if note is not None:
                yield note


def _run(mark: _Element) -> _Element | None:
    """The run that a property holds for; None for the property of a paragraph's mark or of a style."""
    holder = mark.getparent()
    run = None if holder is None else holder.getparent()
    return run if run is not None and run.tag == qn("w:r") else None


def _join(paragraph: _Element) -> None:
    after = paragraph.getnext()
    if after is None or after.tag != qn("w:p"):
        return
    place = int(after.find(qn("w:pPr")) is not None)
    for child in reversed([child for child in paragraph if child.tag != qn("w:pPr")]):
        after.insert(place, child)
    _remove(paragraph)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)

"""The pages of a PDF as PDFium finds them: upright characters and straight rules, each where a reader of the page sees it."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.readers.glyphs import Glyph, is_bold, printed
from ingest.readers.rules import Level, Rules, Upright
from kg.text import HAN

__all__ = ["Sheet", "is_locked", "opened", "sheets"]

_NARROWEST = 0.01
"""Text narrower than this, in points, is a blank by itself, which PDFium leaves out of a page's characters."""
_DESCENT = 0.0
"""The share of their size by which characters reach below the line that they stand on: that of Chinese type."""
_SKEW = 0.1
_STRAIGHT = 0.01
_PICTURE = 5000
"""A path of more pieces than this is a picture."""
_WIDE = re.compile(rf"[{HAN}]")
_STEP = 0.2
_LOOSE = 0.02
"""A character whose box is not as high as its type, give or take this share, is told by its ink."""
_DEEPEST = 8
"""Forms within forms are followed so far."""

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: the place (x, y) is seen at (ax + cy + e, bx + dy + f)."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is kept of a page: its glyphs, how many more have no Unicode value, and its rules."""

    width: float
    height: float
    glyphs: list[Glyph]
    unmapped: int
    rules: Rules


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """The document; pdfium.PdfiumError where it cannot be opened."""
    document = pdfium.PdfDocument(data)
    try:
        yield document
    finally:
        document.close()


def is_locked(error: pdfium.PdfiumError) -> bool:
    """Whether a document was not opened for want of its password."""
    return bool(error.err_code == raw.FPDF_ERR_PASSWORD)


def sheets(document: pdfium.PdfDocument) -> Iterator[Sheet]:
    """The pages in order, each let go once it is read."""
    for index in range(len(document)):
        page = document[index]
        try:
            yield _sheet(page)
        finally:
            page.close()


def _sheet(page: pdfium.PdfPage) -> Sheet:
    view = _view(page)
    drawn = _Drawn()
    drawn.objects(page.raw, view, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject)
    found, unmapped = _glyphs(page, view)
    rules = Rules(tuple(drawn.level), tuple(drawn.upright))
    return Sheet(page.get_width(), page.get_height(), [*found, *drawn.blanks], unmapped, rules)


def _view(page: pdfium.PdfPage) -> Matrix:
    """From the page's own places, which count from below, to those that its reader sees, from the top left corner."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(box))
    turned: tuple[Matrix, ...] = (
        (1, 0, 0, -1, -box.left, box.top),
        (0, 1, 1, 0, -box.bottom, -box.left),
        (-1, 0, 0, 1, box.right, -box.bottom),
        (0, -1, -1, 0, box.top, box.right),
    )
    return turned[page.get_rotation() // 90]


def _times(one: Matrix, two: Matrix) -> Matrix:
    """First the one, then the two."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = two
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _glyphs(page: pdfium.PdfPage, view: Matrix) -> tuple[list[Glyph], int]:
    """The upright characters, once each where they are printed over themselves; and how many have no Unicode value."""
    text = _Text(page, view)
    found: dict[tuple[str, int, int], Glyph] = {}
    try:
        for i in range(text.count):
            glyph = text.glyph(i)
            if glyph:
                found.setdefault((glyph.text, round(glyph.x0), round(glyph.top)), glyph)
    finally:
        text.close()
    return list(found.values()), text.unmapped


class _Text:
    """PDFium's list of a page's characters; ``unmapped`` counts those met that have no Unicode value."""

    def __init__(self, page: pdfium.PdfPage, view: Matrix) -> None:
        self._text = raw.FPDFText_LoadPage(page.raw)
        self._view = view
        self.count = raw.FPDFText_CountChars(self._text)
        self.unmapped = 0
        self._origin, self._behind = (0.0, 0.0), 0
        self._box, self._matrix, self._name = raw.FS_RECTF(), raw.FS_MATRIX(), ctypes.create_string_buffer(128)
        self._to_box, self._to_matrix = ctypes.byref(self._box), ctypes.byref(self._matrix)

    def close(self) -> None:
        """Let the list go."""
        raw.FPDFText_ClosePage(self._text)

    def glyph(self, i: int) -> Glyph | None:
        """The i-th character; None where it is not printed, not upright, or has no Unicode value."""
        text, box, m = self._text, self._box, self._matrix
        raw.FPDFText_GetLooseCharBox(text, i, self._to_box)
        if box.left == box.right and raw.FPDFText_IsGenerated(text, i):
            return None
        if raw.FPDFText_HasUnicodeMapError(text, i):
            self.unmapped += 1
            return None
        char = printed(raw.FPDFText_GetUnicode(text, i))
        raw.FPDFText_GetMatrix(text, i, self._to_matrix)
        a, b, c, d, e, f = self._view
        along, aslant, rise = a * m.a + c * m.b, b * m.a + d * m.b, -(b * m.c + d * m.d)
        if not char or along <= 0 or rise <= 0 or abs(aslant) > _SKEW * along:
            return None
        size = rise * raw.FPDFText_GetFontSize(text, i)
        x0, x1 = sorted((a * box.left + c * box.bottom + e, a * box.right + c * box.top + e))
        height = abs(b * (box.right - box.left) + d * (box.top - box.bottom))
        if abs(height - size) > _LOOSE * size:
            x0, x1 = self._advance(i, char, x1, size)
        base = b * m.e + d * m.f + f + _DESCENT * size
        raw.FPDFText_GetFontInfo(text, i, self._name, 128, None)
        return Glyph(char, x0, x1, base - size, base, size, is_bold(self._name.value))

    def _advance(self, i: int, char: str, right: float, size: float) -> tuple[float, float]:
        """Where a character begins and ends, blanks at its sides included: PDFium tells the ink alone of such as are read
        from what the file says in place of them. Of several in one place each stands a little behind the one before it.
        """
        x, y, width = ctypes.c_double(), ctypes.c_double(), ctypes.c_float()
        raw.FPDFText_GetCharOrigin(self._text, i, ctypes.byref(x), ctypes.byref(y))
        again = (x.value, y.value) == self._origin
        self._origin, self._behind = (x.value, y.value), self._behind + 1 if again else 0
        a, _, c, _, e, _ = self._view
        x0 = a * x.value + c * y.value + e + _STEP * size * self._behind
        if _WIDE.match(char):
            return x0, x0 + size
        font = raw.FPDFTextObj_GetFont(raw.FPDFText_GetTextObject(self._text, i))
        raw.FPDFFont_GetGlyphWidth(font, ord(char[0]), size, ctypes.byref(width))
        end = x0 + width.value
        return x0, end if abs(end - right) < _STEP * size else max(x0, right)


@dataclass
class _Drawn:
    """What page objects draw beside characters: straight rules, and the blanks that are set by themselves."""

    level: list[Level] = field(default_factory=list)
    upright: list[Upright] = field(default_factory=list)
    blanks: list[Glyph] = field(default_factory=list)

    def objects(self, holder: Any, view: Matrix, count: Any, get: Any, *, depth: int = 0) -> None:
        """Take in the objects of a page or of a form."""
        sides = [ctypes.c_float() for _ in range(4)]
        to_sides = [ctypes.byref(side) for side in sides]
        for i in range(count(holder)):
            item = get(holder, i)
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                raw.FPDFPageObj_GetBounds(item, *to_sides)
                if sides[2].value - sides[0].value < _NARROWEST:
                    self._blank(item, _times(_matrix(item), view))
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(item, _times(_matrix(item), view))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = _times(_matrix(item), view)
                self.objects(item, inner, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, depth=depth + 1)

    def _blank(self, item: Any, matrix: Matrix) -> None:
        size, width = ctypes.c_float(), ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(item, ctypes.byref(size))
        raw.FPDFFont_GetGlyphWidth(raw.FPDFTextObj_GetFont(item), ord(" "), size, ctypes.byref(width))
        along, aslant, _, rise, x, y = matrix
        if along > 0 and rise < 0 and abs(aslant) <= _SKEW * along:
            height, base = -rise * size.value, y - rise * _DESCENT * size.value
            self.blanks.append(Glyph(" ", x, x + along * width.value, base - height, base, height, False))

    def _path(self, item: Any, matrix: Matrix) -> None:
        """The straight and square pieces of a path that is drawn."""
        count = raw.FPDFPath_CountSegments(item)
        if count > _PICTURE or not _is_drawn(item):
            return
        for (x0, y0), (x1, y1) in _pieces(item, count, matrix):
            if abs(y1 - y0) <= _STRAIGHT < abs(x1 - x0):
                self.level.append(Level(min(x0, x1), max(x0, x1), y0))
            elif abs(x1 - x0) <= _STRAIGHT < abs(y1 - y0):
                self.upright.append(Upright(x0, min(y0, y1), max(y0, y1)))


def _is_drawn(path: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(fill.value or stroke.value)


def _pieces(path: Any, count: int, matrix: Matrix) -> Iterator[tuple[Point, Point]]:
    """The straight pieces of a path."""
    x, y = ctypes.c_float(), ctypes.c_float()
    to_x, to_y = ctypes.byref(x), ctypes.byref(y)
    a, b, c, d, e, f = matrix
    first = before = (0.0, 0.0)
    for i in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, i)
        raw.FPDFPathSegment_GetPoint(segment, to_x, to_y)
        here = a * x.value + c * y.value + e, b * x.value + d * y.value + f
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = here
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield before, here
        before = here
        if raw.FPDFPathSegment_GetClose(segment):
            yield here, first
            before = first


def _matrix(item: Any) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, ctypes.byref(found))
    return found.a, found.b, found.c, found.d, found.e, found.f

"""Tables that a web page makes of other elements than a table's: rows and cells by role, style, class, or by likeness."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

__all__ = ["rows_of"]

_ROW = re.compile(r"\b(?:table-)?(?:tr|row|thead|hd-row)\b|display\s*:\s*table-row", re.IGNORECASE)
_CELL = re.compile(r"\b(?:table-)?(?:td|th|cell|col|columnheader|rowheader|gridcell)\b|display\s*:\s*table-cell", re.IGNORECASE)
_GROUPS = {"rowgroup", "table-row-group", "tbody", "thead"}
_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
_DECLARED = 2
"""Rows and cells that say what they are make a table from so many on."""
_MOST_CELLS = 20
_LONGEST = 60
"""A cell of a table that does not say so has at most this many characters."""
_HOLDERS = frozenset(["div", "section", "ul", "ol", "dl", "main", "article", "form", "span"])
_INLINE = frozenset(["a", "b", "br", "em", "font", "i", "img", "label", "small", "span", "strong", "sub", "sup", "u"])


def rows_of(element: HtmlElement) -> list[list[HtmlElement]]:
    """The cells by row of an element that is a table in all but name; none where it is not."""
    if element.tag not in _HOLDERS or len(element) < _DECLARED:
        return []
    rows = [[cell for cell in row if isinstance(cell.tag, str)] for row in _children(element)]
    if min(map(len, rows), default=0) < _DECLARED or max(map(len, rows)) > _MOST_CELLS:
        return []
    declared = all(_says(row, _ROW) and all(_says(cell, _CELL) for cell in row) for row in _children(element))
    return rows if (declared and len(rows) >= _DECLARED) or _is_alike(rows) else []


def _children(element: HtmlElement) -> list[HtmlElement]:
    """The rows, those in groups of rows too."""
    found: list[HtmlElement] = []
    for child in element:
        if not isinstance(child.tag, str):
            continue
        grouped = child.get("role") in _GROUPS or child.get("class") in _GROUPS
        found.extend(_children(child) if grouped else [child])
    return found


def _says(element: HtmlElement, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(element.get(name, "")) for name in ("role", "class", "style"))


def _is_alike(rows: list[list[HtmlElement]]) -> bool:
    """Whether three rows or more have as many cells each, three or more, all filled and short and of words alone; nothing
    stands between the cells."""
    if len(rows) < _FEWEST_ROWS or len(rows[0]) < _FEWEST_CELLS or any(len(row) != len(rows[0]) for row in rows):
        return False
    return all(_is_cell(cell) and not (cell.tail or "").strip() for row in rows for cell in row)


def _is_cell(element: HtmlElement) -> bool:
    words = element.text_content().strip()
    inline = all(child.tag in _INLINE for child in element.iterdescendants() if isinstance(child.tag, str))
    return 0 < len(words) <= _LONGEST and "。" not in words and inline and element.tag not in {"br", "img", "a"}

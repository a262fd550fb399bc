"""Printed lines as paragraphs and headings: indents, short last lines, gaps and type tell where one ends."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from statistics import median

from ingest.readers.columns import PrintedTable
from ingest.readers.glyphs import PrintedLine
from ingest.readers.grid import join
from ingest.readers.outline import ends_sentence, heading_style, is_caption, is_item, is_label, is_starter
from kg.text import HAN

__all__ = ["Paragraph", "Placed", "paragraphs", "running_heads"]

_PAGE_NUMBER = re.compile(r"[-—–·•\s]*\d{1,4}[-—–·•\s]*$|第\s*\d+\s*页.*|\d+\s*/\s*\d+$|[ivxlc]{1,6}$")
_MARGIN = 0.1
_OUTER_MARGIN = 0.07
_SMALLER = 0.9
_HEAD_LINES = 2
_LARGER = 1.12
_TITLE = 1.4
"""How much larger than the text type is that only a title has."""
_NUMBER = re.compile(r"(\d{1,3})(?:[\s、．)）]|\.(?!\d))")
_ROW = re.compile(rf"(?<=[{HAN}]) +(?=[{HAN}])")
_NOTE = re.compile(r"(?:注|说明|资料来源|Notes?)\s*[：:]|[*＊†a-d][)）]?\s?[^\s\d]")
_NOTE_SIZE = 0.92
_BESIDE = 0.2
_CLOSED = re.compile(r"[。！？!?：:;；.][”’」』）)\]\"']*$")
_PROSE = 15
_SHORT_VALUE = 2
"""A label below another's value of so many lines is a label, though they are full."""
_HEADING_LENGTH = 60
_BOLD_LENGTH = 40
_INDENT = 0.8
_HANGS = 3.0
"""How far, in ems, the words of an item stand behind its number."""
_GAP, _SURE_GAP = 0.9, 0.5
"""How much farther than usual, in ems, the next line of a paragraph may stand; less where its lines tell what is usual."""
_FULL, _ENOUGH = 2, 4
"""A line that ends less than so many ems before its column's edge is full; so many of them tell a paragraph's pitch."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line or a table, its page (from 1), and the left and right edge of the column it stands in."""

    item: PrintedLine | PrintedTable
    page: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are read as one, and the style of the heading that they are, if they are one."""

    lines: tuple[str, ...]
    page: int
    style: str | None = None

    @property
    def text(self) -> str:
        """The lines joined; those of a table that lost its columns stay apart, for a row may end in each."""
        if any(len(_ROW.findall(line)) > 1 for line in self.lines):
            return "\n".join(self.lines)
        return reduce(join, self.lines)


def running_heads(pages: Sequence[Sequence[PrintedLine]], height: float) -> set[tuple[int, PrintedLine]]:
    """The page numbers, the lines that recur at the top or foot of pages, and small type that stands in the outermost margin
    and apart from the text, with the index of their page."""
    edge = [(i, line) for i, lines in enumerate(pages) for line in _outer(lines)]
    places = Counter(_place(line) for _, line in edge)
    body = median(line.size for lines in pages for line in lines) if edge else 0.0
    found = set()
    for i, line in edge:
        in_margin = line.bottom < _MARGIN * height or line.top > (1 - _MARGIN) * height
        numbers = in_margin and _PAGE_NUMBER.match(line.text.strip())
        small = line.size < _SMALLER * body and _stands_apart(line, pages[i], height)
        if places[_place(line)] > 1 or numbers or small:
            found.add((i, line))
    return {(i, line) for i, line in found if not line.text.strip().isdigit() or not _is_in_row(line, i, pages, found)}


def _is_in_row(
    number: PrintedLine, page: int, pages: Sequence[Sequence[PrintedLine]], found: set[tuple[int, PrintedLine]]
) -> bool:
    """Whether a number stands beside words that stay: then it numbers a row and not the page."""
    others = (line for line in pages[page] if line is not number and (page, line) not in found)
    return any(min(line.bottom, number.bottom) - max(line.top, number.top) > _BESIDE * number.size for line in others)


def paragraphs(placed: Sequence[Placed]) -> list[Paragraph | Placed]:
    """The lines grouped; tables stay what they are, and a paragraph may go on on the next page.

    A sentence that a table interrupts is made whole: its table, with caption and note, follows it.
    """
    body = _body_size(placed)
    farthest = _farthest(placed)
    groups: list[list[Placed]] = []
    for here in placed:
        if groups and _goes_on(groups[-1], here, farthest, body):
            groups[-1].append(here)
        else:
            groups.append([here])
    return [part for group in _resumed(groups, body) for part in _made(group, body)]


def _made(group: Sequence[Placed], body: float) -> Sequence[Paragraph | Placed]:
    return group if isinstance(group[0].item, PrintedTable) else _paragraph(group, body)


def _resumed(groups: Sequence[list[Placed]], body: float) -> list[list[Placed]]:
    found: list[list[Placed]] = []
    for group in groups:
        host = _interrupted(found, body)
        if host is not None and not is_starter(_text(group)) and _goes_on(host, group[0], math.inf, body):
            host.extend(group)
        else:
            found.append(group)
    return found


def _interrupted(found: Sequence[list[Placed]], body: float) -> list[Placed] | None:
    """The unfinished paragraph above the tables, captions and notes that stand last, if there is one."""
    for group in reversed(found):
        if not _is_aside(group, body):
            return group if group is not found[-1] and not _CLOSED.search(_text(group)) else None
    return None


def _is_aside(group: Sequence[Placed], body: float) -> bool:
    """Whether it is no part of the running text: a table, a caption, a note in words or in small type."""
    if isinstance(group[0].item, PrintedTable):
        return True
    text = _text(group)
    return bool(is_caption(text) or _NOTE.match(text)) or group[0].item.size < _NOTE_SIZE * body


def _text(group: Sequence[Placed]) -> str:
    return "".join(here.item.text for here in group if isinstance(here.item, PrintedLine)).strip()


def _outer(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    ordered = sorted(lines, key=lambda line: line.top)
    return ordered if len(ordered) <= 2 * _HEAD_LINES else [*ordered[:_HEAD_LINES], *ordered[-_HEAD_LINES:]]


def _stands_apart(line: PrintedLine, lines: Sequence[PrintedLine], height: float) -> bool:
    """Whether a line lies in the page's outermost margin, two lines' height or more away from every other there."""
    others = [other for other in lines if other is not line and abs(other.top - line.top) > line.size / 2]
    if line.bottom < _OUTER_MARGIN * height:
        return all(other.top - line.bottom > 2 * line.size for other in others)
    return line.top > (1 - _OUTER_MARGIN) * height and all(line.top - other.bottom > 2 * line.size for other in others)


def _place(line: PrintedLine) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.top / 4)


def _body_size(placed: Sequence[Placed]) -> float:
    sizes: Counter[float] = Counter()
    for here in placed:
        if isinstance(here.item, PrintedLine) and len(here.item.text) >= _PROSE:
            sizes[round(here.item.size * 2) / 2] += len(here.item.text)
    return sizes.most_common(1)[0][0] if sizes else 100.0


def _farthest(placed: Sequence[Placed]) -> float:
    """The farthest from line to line within a paragraph, in ems: told by full lines where there are enough of them."""
    steps, inside = [], []
    for one, two in pairwise(placed):
        if isinstance(one.item, PrintedLine) and isinstance(two.item, PrintedLine) and _is_below(one, two):
            steps.append((two.item.bottom - one.item.bottom) / two.item.size)
            if one.item.x1 > one.right - _FULL * one.item.size and not ends_sentence(one.item.text):
                inside.append(steps[-1])
    if len(inside) >= _ENOUGH:
        return median(inside) + _SURE_GAP
    return (median(steps) if steps else 1.5) + _GAP


def _is_below(one: Placed, two: Placed) -> bool:
    return one.page == two.page and one.left == two.left and two.item.top > one.item.top


def _goes_on(group: Sequence[Placed], here: Placed, farthest: float, body: float) -> bool:
    before, line = group[-1].item, here.item
    if not isinstance(before, PrintedLine) or not isinstance(line, PrintedLine):
        return False
    em = before.size
    if max(line.size, em) > _LARGER * min(line.size, em) or line.bold != before.bold:
        return False
    below = _is_below(group[-1], here)
    if below and (line.bottom - before.bottom) / line.size > farthest:
        return False
    if is_caption(line.text) or (is_starter(line.text) and _is_parted(group, here)) or _counts_on(group, line):
        return False
    centred = _centre(group[-1]) < em > _centre(here)
    flush = em > _TITLE * body and abs(line.x0 - before.x0) < 1 and not is_starter(line.text)
    if em > _LARGER * body and (centred or flush):  # a title, parted where it reads best
        return below
    indented = line.x0 - here.left > _INDENT * em
    if indented and _hangs(group, line):
        return before.x1 + line.first_width > group[-1].right - em
    if indented and (before.x0 - group[-1].left < line.x0 - here.left - 0.3 * em or ends_sentence(before.text)):
        return False
    return before.x1 + line.first_width > group[-1].right - em


def _hangs(group: Sequence[Placed], line: PrintedLine) -> bool:
    """Whether a line stands below the words of an item whose number hangs at their left, as lists are printed."""
    first = group[0].item
    if isinstance(first, PrintedTable) or not is_item(first.text) or ends_sentence(_text(group)):
        return False
    return len(group) == 1 and 0 < line.x0 - first.x0 < _HANGS * first.size


def _counts_on(group: Sequence[Placed], line: PrintedLine) -> bool:
    """Whether a line begins with the number after the one that the paragraph begins with."""
    first, here = _NUMBER.match(_text(group)), _NUMBER.match(line.text)
    return first is not None and here is not None and int(here.group(1)) == int(first.group(1)) + 1


def _is_parted(group: Sequence[Placed], here: Placed) -> bool:
    """Whether what stands above a line that opens as something new is finished: a label in an indented paragraph's line
    that begins at the edge, below a full line, is but a part of it."""
    first, before, line = group[0].item, group[-1].item, here.item
    if isinstance(before, PrintedTable) or isinstance(line, PrintedTable):
        return True
    if is_label(line.text) and not is_item(line.text) and before.text.endswith(("；", ";")):
        edge = here.left + _INDENT * before.size
        return not (first.x0 > edge > line.x0 and before.x1 + line.first_width > group[-1].right)
    labels = len(group) <= _SHORT_VALUE and is_label(_text(group)) and is_label(line.text)
    return labels or ends_sentence(before.text) or before.bold


def _centre(here: Placed) -> float:
    """How far the middle of a line stands from the middle of its column."""
    return abs((here.item.x0 + here.item.x1) - (here.left + here.right)) / 2


def _paragraph(group: Sequence[Placed], body: float) -> list[Paragraph]:
    lines = [here.item for here in group if isinstance(here.item, PrintedLine)]
    text = "".join(line.text for line in lines)
    style = None
    if len(text) <= _HEADING_LENGTH and not ends_sentence(text) and not is_caption(text):
        larger = lines[0].size > _LARGER * body
        by_words = heading_style(text) if len(lines) == 1 or larger else None
        bold = lines[0].bold and len(text) <= _BOLD_LENGTH
        style = by_words or (f"h{_level(lines[0].size / body)}" if larger else "label" if bold else None)
    return [Paragraph(tuple(line.text for line in lines), group[0].page, style)]


def _level(ratio: float) -> int:
    return 1 if ratio > 1.6 else 2 if ratio > 1.35 else 3

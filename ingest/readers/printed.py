"""Printed lines as paragraphs and headings: indents, short last lines, gaps and type tell where one ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.readers.columns import PrintedTable
from ingest.readers.glyphs import PrintedLine
from ingest.readers.outline import ends_sentence, heading_style, is_caption, is_starter

__all__ = ["Paragraph", "Placed", "paragraphs", "running_heads"]

_PAGE_NUMBER = re.compile(r"[-—–·•\s]*\d{1,4}[-—–·•\s]*$|第\s*\d+\s*页.*|\d+\s*/\s*\d+$|[ivxlc]{1,6}$")
_MARGIN = 0.1
_HEAD_LINES = 2
_LARGER = 1.12
_PROSE = 15
_HEADING_LENGTH = 60
_BOLD_LENGTH = 40
_INDENT = 0.8
_GAP = 0.9


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


def running_heads(pages: Sequence[Sequence[PrintedLine]], height: float) -> set[tuple[int, PrintedLine]]:
    """The page numbers and the lines that recur at the top or foot of pages, with the index of their page."""
    edge = [(i, line) for i, lines in enumerate(pages) for line in _outer(lines)]
    places = Counter(_place(line) for _, line in edge)
    found = set()
    for i, line in edge:
        in_margin = line.bottom < _MARGIN * height or line.top > (1 - _MARGIN) * height
        if places[_place(line)] > 1 or (in_margin and _PAGE_NUMBER.match(line.text.strip())):
            found.add((i, line))
    return found


def paragraphs(placed: Sequence[Placed]) -> list[Paragraph | Placed]:
    """The lines grouped; tables stay what they are, and a paragraph may go on after a table or on the next page."""
    body = _body_size(placed)
    pitch = _pitch(placed)
    found: list[Paragraph | Placed] = []
    group: list[Placed] = []
    for here in placed:
        if isinstance(here.item, PrintedTable):
            found.extend(_paragraph(group, body))
            found.append(here)
            group = []
        elif group and _goes_on(group, here, pitch):
            group.append(here)
        else:
            found.extend(_paragraph(group, body))
            group = [here]
    return [*found, *_paragraph(group, body)]


def _outer(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    ordered = sorted(lines, key=lambda line: line.top)
    return ordered if len(ordered) <= 2 * _HEAD_LINES else [*ordered[:_HEAD_LINES], *ordered[-_HEAD_LINES:]]


def _place(line: PrintedLine) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.top / 4)


def _body_size(placed: Sequence[Placed]) -> float:
    sizes: Counter[float] = Counter()
    for here in placed:
        if isinstance(here.item, PrintedLine) and len(here.item.text) >= _PROSE:
            sizes[round(here.item.size * 2) / 2] += len(here.item.text)
    return sizes.most_common(1)[0][0] if sizes else 100.0


def _pitch(placed: Sequence[Placed]) -> float:
    """The usual distance from line to line, in ems."""
    steps = []
    for one, two in pairwise(placed):
        if isinstance(one.item, PrintedLine) and isinstance(two.item, PrintedLine) and _is_below(one, two):
            steps.append((two.item.bottom - one.item.bottom) / two.item.size)
    return median(steps) if steps else 1.5


def _is_below(one: Placed, two: Placed) -> bool:
    return one.page == two.page and one.left == two.left and two.item.top > one.item.top


def _goes_on(group: Sequence[Placed], here: Placed, pitch: float) -> bool:
    before, line = group[-1].item, here.item
    if not isinstance(before, PrintedLine) or not isinstance(line, PrintedLine):
        return False
    em = before.size
    if max(line.size, em) > _LARGER * min(line.size, em) or line.bold != before.bold:
        return False
    below = _is_below(group[-1], here)
    if below and (line.bottom - before.bottom) / line.size > pitch + _GAP:
        return False
    if is_caption(line.text) or (is_starter(line.text) and (ends_sentence(before.text) or before.bold)):
        return False
    indented = line.x0 - here.left > _INDENT * em
    if indented and (before.x0 - group[-1].left < line.x0 - here.left - 0.3 * em or ends_sentence(before.text)):
        return False
    return before.x1 + line.first_width > group[-1].right - em


def _paragraph(group: Sequence[Placed], body: float) -> list[Paragraph]:
    lines = [here.item for here in group if isinstance(here.item, PrintedLine)]
    if not lines:
        return []
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

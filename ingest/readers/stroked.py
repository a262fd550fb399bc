"""Tables that a converter of web pages wrote a cell a line, an upright stroke behind each: written as rows with tabs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.lexicon import is_person, organization_kind
from ingest.readers.grid import one_line

__all__ = ["with_parted_rows"]

_STROKE = re.compile(r"(?P<words>.*?)[ \t\u3000]*[|｜][ \t\u3000]*")
"""A line that a stroke ends, with or without a cell's words before it."""
_SEVERAL = re.compile(r"[|｜].*[|｜]")
_FEWEST_CELLS = 9
_FEWEST_ROWS, _FEWEST_COLUMNS, _MOST_COLUMNS = 2, 2, 12
_LONGEST_HEAD = 24
_LONGEST_CELL = 400
_ALIKE = 0.75
"""What part of a table's columns must hold cells of one kind each for its width to be believed."""
_NUMBER = re.compile(r"[\d.,%％]+(?:万|亿)?元?")
_CODE = re.compile(r"[A-Z]{0,4}\d[\dA-Z\-]*")
_COUNTS = re.compile(r"\d{1,3}[.、]?")
_NO_HEAD = re.compile(r"[\d。；]{2}|。|^\d")
_KINDS = {"hospital": "house", "university": "house", "institute": "house", "company": "house", "department": "house"}


@dataclass(frozen=True, slots=True)
class _Cell:
    """The words of a cell, and the lines that it takes with its stroke."""

    text: str
    start: int
    end: int


def with_parted_rows(text: str) -> str:
    """The text, each row of such a table on one line; left alone where no width makes the columns' cells alike.

    >>> with_parted_rows("表1\\n代码\\n|\\n领域\\n|\\n项数\\n|\\nH01\\n|\\n甲\\n|\\n4\\n|\\nH02\\n|\\n乙\\n|\\n5\\n|\\n完")
    '表1\\n代码\\t领域\\t项数\\nH01\\t甲\\t4\\nH02\\t乙\\t5\\n\\n完'
    """
    if text.count("|") + text.count("｜") < _FEWEST_CELLS:
        return text
    lines = text.split("\n")
    found: list[str] = []
    at = 0
    for cells in _runs(lines):
        width = _width(cells)
        if not width:
            continue
        whole = len(cells) - len(cells) % width
        rows = [cells[place : place + width] for place in range(0, whole, width)]
        found += [*lines[at : cells[0].start], *("\t".join(one.text for one in row) for row in rows), ""]
        at = rows[-1][-1].end
    return "\n".join([*found, *lines[at:]]) if at else text


def _runs(lines: Sequence[str]) -> Iterator[list[_Cell]]:
    """The cells that stand one behind the other, each with its stroke; the words of one may stand on several lines."""
    run: list[_Cell] = []
    held: list[int] = []
    for place, line in enumerate(lines):
        stroke = _STROKE.fullmatch(line) if not _SEVERAL.search(line) else None
        if stroke is None:
            held = [*held, place] if line.strip() else held
            if len(held) and sum(len(lines[one].strip()) for one in held) > _LONGEST_CELL:
                yield from _told(run)
                run, held = [], []
            continue
        if stroke["words"].strip():
            held.append(place)
        told = held if run else held[-1:]
        words = [_STROKE.sub(r"\g<words>", lines[one]).strip() for one in told]
        run.append(_Cell(one_line("\n".join(words)), told[0] if told else place, place + 1))
        held = []
    yield from _told(run)


def _told(run: list[_Cell]) -> Iterator[list[_Cell]]:
    if len(run) >= _FEWEST_CELLS:
        yield run


def _width(cells: Sequence[_Cell]) -> int:
    """How many cells make a row: the smallest number that gives heads, and below them columns of one kind of cells each."""
    best, width = _ALIKE, 0
    for columns in range(_FEWEST_COLUMNS, _MOST_COLUMNS + 1):
        heads = [one.text for one in cells[:columns]]
        below = [one.text for one in cells[columns:]]
        if len(below) < columns * _FEWEST_ROWS or not all(map(_is_head, heads)):
            break
        alike = _alike([below[place::columns] for place in range(columns)])
        if alike > best:
            best, width = alike, columns
    return width


def _is_head(text: str) -> bool:
    return bool(text) and len(text) <= _LONGEST_HEAD and not _NO_HEAD.search(text)


def _alike(columns: Sequence[Sequence[str]]) -> float:
    """What part of the cells are of their column's kind; 0 where all are mere words (a menu), or the rows' numbers repeat."""
    first = [one for one in columns[0] if one]
    if first and _COUNTS.fullmatch(first[0]) and len(set(first)) < len(first):
        return 0.0
    kinds = [Counter(_kind(one) for one in column if one) for column in columns]
    if all(counted.most_common(1)[0][0] == "words" for counted in kinds if counted):
        return 0.0
    return sum(max(counted.values()) / counted.total() if counted else 1.0 for counted in kinds) / len(kinds)


def _kind(text: str) -> str:
    """Of what kind the words of a cell are, as far as their form tells."""
    if _NUMBER.fullmatch(text):
        return "number"
    if _CODE.fullmatch(text):
        return "code"
    if is_person(text):
        return "person"
    return _KINDS.get(organization_kind(text) or "", "words")

"""Tables in plain text: rows with tabs, Markdown's rows with bars, and the tables that Word converters write a cell a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ingest.readers.grid import Grid, GridCell, from_rows, join, one_line
from ingest.readers.markup import unmark
from ingest.readers.outline import ends_sentence, is_caption
from ingest.readers.wrapped import Line, is_double_spaced

__all__ = ["TextTable", "tables"]

_CELL_LINE = re.compile(r" ?\t[^\t]*$")
_BARS = re.compile(r"\|.*\|$")
_BARS_RULE = re.compile(r"\|[\s:|\-]+\|$")
_OPEN_RULE = re.compile(r"\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?$")
"""The rule below a head whose rows open with no bar: ---|---|."""
_FEWEST_CELL_LINES = 6
_SHORT = 30
_FEWEST_COLUMNS = 3
_FEWEST_BARRED = (3, 2)
"""Of how many lines a run is a table: of lines with one bar each, and of lines with more."""
_LONGEST_LABEL = 14
_INDEX = re.compile(r"\d{1,3}[.、．]?")
_MOST_BROKEN = 3
"""Over how many lines more a row may go on whose cell a line's end cut."""


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table among lines, and the page it begins on."""

    grid: Grid
    page: int | None


def tables(lines: Sequence[Line]) -> Iterator[list[Line] | TextTable]:
    """The lines in order: those of prose, bare of tabs, and between them the tables."""
    parts = _cell_a_line(lines) if _is_cell_a_line(lines) else _rows(lines)
    prose: list[Line] = []
    for part in parts:
        if isinstance(part, TextTable):
            if prose:
                yield prose
            prose = []
            yield part
        else:
            prose.extend(_bare(part))
    if prose:
        yield prose


def _bare(line: Line) -> Iterator[Line]:
    words = " ".join(line.text.split("\t")).strip()
    if words:
        yield replace(line, text=words, indent=4 if line.text.startswith("\t") else line.indent)


def _rows(lines: Sequence[Line]) -> Iterator[Line | TextTable]:
    rows: list[list[str]] = []
    page: int | None = None
    double = is_double_spaced(lines)
    lines = _barred(lines) if any("|" in line.text or "｜" in line.text for line in lines) else lines
    taken = 0
    for i, line in enumerate(lines):
        if i < taken:
            continue
        fields = _fields(line.text)
        if rows and (more := _completing(rows, lines[i : i + _MOST_BROKEN])):
            for one in more:
                first, *rest = one
                rows[-1][-1] = join(rows[-1][-1], first)
                rows[-1].extend(rest)
            taken = i + len(more)
            continue
        if rows and line.blanks and not double and line.text.startswith("\t") and line.text.strip():
            _append(rows[-1], line.text.split("\t"))
            continue
        if rows and not fields and _is_group(rows, line, lines[i + 1 : i + 2]):
            rows.append([line.text.strip()])
            continue
        if rows and (not fields or (line.blanks and not double)):
            yield TextTable(_grouped(rows), page)
            rows = []
        if not fields:
            yield line
        elif not _BARS_RULE.match(line.text):
            page = page if rows else line.page
            rows.append(fields)
    if rows:
        yield TextTable(_grouped(rows), page)


def _completing(rows: Sequence[Sequence[str]], after: Sequence[Line]) -> list[list[str]]:
    """The lines, as fields, that fill a numbered row whose cell a line's end cut: 3⇥某某预测|研究⇥某某计划⇥386."""
    missing = len(rows[0]) - len(rows[-1])
    if missing <= 0 or len(rows) < 2 or len(rows[-1]) < 2 or not all(_INDEX.fullmatch(row[0]) for row in rows[1:]):
        return []
    found: list[list[str]] = []
    for line in after:
        fields = [field.strip() for field in line.text.rstrip().split("\t")]
        if line.blanks or not fields[0] or _INDEX.fullmatch(fields[0]) or len(fields) - 1 > missing:
            return []
        found.append(fields)
        missing -= len(fields) - 1
        if not missing:
            return found
    return []


def _barred(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, where each row about a rule that opens with no bar has one at both ends, and each of a run of rows that
    bars part alike (``姓名|排名|单位``), or labels from what they label (``项目名称|…``), three of them and more."""
    barred = list(lines)
    for at, line in enumerate(lines):
        if "-|" not in line.text or not _OPEN_RULE.match(line.text):
            continue
        width = line.text.rstrip().rstrip("|").count("|")
        for place in range(at - 1, len(lines)):
            text = lines[place].text.strip()
            if place < 0 or text.removesuffix("|").count("|") != width or text.startswith("|"):
                if place > at:
                    break
                continue
            barred[place] = replace(lines[place], text=f"|{text.removesuffix('|')}|")
    for width, run in groupby(range(len(barred)), lambda place: _bars(barred[place])):
        places = list(run)
        if width and len(places) >= _FEWEST_BARRED[width > 1]:
            for place in places:
                barred[place] = replace(barred[place], text=f"|{_even(barred[place].text).removesuffix('|')}|")
    return barred


def _bars(line: Line) -> int:
    """How many bars stand between the words of a line that none opens; 0 where one parts more than a label from the rest."""
    parts = _even(line.text).removesuffix("|").split("|")
    labelled = 0 < len(parts[0].strip()) <= _LONGEST_LABEL or len(parts) > 2
    return len(parts) - 1 if labelled and not line.text.startswith("|") and "\t" not in line.text and any(parts[1:]) else 0


def _even(text: str) -> str:
    return text.replace("｜", "|").strip()


def _is_group(rows: Sequence[Sequence[str]], line: Line, after: Sequence[Line]) -> bool:
    """Whether a line between rows is a heading within their table: short, and followed by a row of as many fields that is not
    the head again."""
    fields = _fields(after[0].text) if after and not after[0].blanks and not line.blanks else []
    short = len(line.text) <= _SHORT and not ends_sentence(line.text) and not is_caption(line.text)
    return short and _FEWEST_COLUMNS <= len(fields) == len(rows[0]) and fields != rows[0]


def _grouped(rows: Sequence[Sequence[str]]) -> Grid:
    """The rows as a grid; a heading between them stands across it."""
    width = max(map(len, rows))
    cells = from_rows(rows).cells
    return Grid(tuple(replace(cell, colspan=width) if len(rows[cell.row]) == 1 else cell for cell in cells))


def _fields(text: str) -> list[str]:
    """The fields of a row; none where the line is no row."""
    if _BARS.match(text.strip()) and text.count("|") > 2:
        return [unmark(field.strip()) for field in text.strip().strip("|").split("|")]
    return [unmark(field.strip()) for field in text.rstrip().split("\t")] if "\t" in text.strip() else []


def _append(row: list[str], rest: list[str]) -> None:
    """A row cut by a page goes on: its first field is empty, each other joins the one above it."""
    row.extend([""] * (len(rest) - len(row)))
    for i, field in enumerate(rest):
        row[i] = join(row[i], field.strip())


def _is_cell_a_line(lines: Sequence[Line]) -> bool:
    """Whether each cell stands on its own line after a tab and rows are parted by blank lines, as Word converters write."""
    cells = [line.text.strip() for line in lines if _CELL_LINE.match(line.text)]
    short = sum(len(cell) < _SHORT and not ends_sentence(cell) for cell in cells)
    rows = sum("\t" in line.text.strip() for line in lines)
    return len(cells) >= _FEWEST_CELL_LINES and 2 * short >= len(cells) and 4 * rows <= len(cells)


def _cell_a_line(lines: Sequence[Line]) -> Iterator[Line | TextTable]:
    rows: list[list[list[str]]] = []
    page: int | None = None
    for block in _blocks(lines):
        before, cells = _cells(block)
        if rows and (before or len(cells) < 2) and not _completes(rows, cells, before):
            yield TextTable(_grid(rows), page)
            rows = []
        if len(cells) < 2 and not rows:
            yield from block
        elif rows and _completes(rows, cells, before):
            rows[-1].extend(cells)
        else:
            yield from before
            page = page if rows else block[0].page
            rows.append(cells)
    if rows:
        yield TextTable(_grid(rows), page)


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if block and (line.blanks or line.text.startswith(" \t")):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _cells(block: Sequence[Line]) -> tuple[list[Line], list[list[str]]]:
    """The lines before the first cell, and each cell's lines."""
    before: list[Line] = []
    cells: list[list[str]] = []
    for line in block:
        if _CELL_LINE.match(line.text):
            cells.append([])
        if cells:
            cells[-1].append(line.text)
        else:
            before.append(line)
    return before, cells


def _completes(rows: Sequence[Sequence[object]], cells: Sequence[object], before: Sequence[Line]) -> bool:
    """Whether a blank line stood inside a row: this block's cells are those that the row above lacks."""
    return not before and len(rows) > 1 and bool(cells) and len(rows[-1]) + len(cells) == len(rows[0])


def _grid(rows: Sequence[Sequence[Sequence[str]]]) -> Grid:
    return Grid(
        tuple(
            GridCell(row=i, column=j, blocks=tuple(text for line in cell if (text := unmark(one_line(line)))))
            for i, row in enumerate(rows)
            for j, cell in enumerate(row)
        )
    )

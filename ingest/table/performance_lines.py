"""Tables of figures whose columns were lost: below a caption and a line of heads, words and values that follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.table.captions import is_caption
from ingest.table.lines import Line, Value, Word, lines_of, value
from ingest.table.measured import VALUE, is_measured, names_measure
from kg.model import Document, Span
from kg.text import HAN

__all__ = ["Sheet", "listed_sheets"]

_NUMBERED = re.compile(rf"(?:[一二三四五六七八九十]+、|\d+(?:\.\d+)*\s*\.?\s+)[{HAN}]{{2,}}")
_ANY_CAPTION = re.compile(r"^\s*续?附?表\s*\d", re.M)
_LATIN = re.compile(r"(?:Table|Tab\.?)\s*S?\d", re.I)
_BLANK = re.compile(r"不限|—+|-+|/|无|NA|N/A|未报道|未知|不详")
_HEAD = re.compile(r"\S+(?:\s*[（(][^（）()]{1,10}[)）])?")
_OPEN = re.compile(r"(?:[约近超>≥<≤＞＜≈~～]|超过|优于)?\s*\d[\d,.]*(?:\s*[~～\-–—至±]\s*\d[\d.]*)?")
_SENTENCE = re.compile(r"[，,；;。][^，,；;。]{2,}[，,。；;]|。")
_FEWEST_HEADS, _FEWEST_ROWS, _MOST_HEADS = 3, 2, 9
_LONGEST_HEADS = 80
_MOST_LOST = 0.34


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its heads, its rows' cells by column, and its caption ("" for none)."""

    heads: dict[int, str]
    rows: tuple[dict[int, Value], ...]
    caption: str


@dataclass(frozen=True, slots=True)
class _Cell:
    """Words that stand as one cell, on which line, and whether they are a value."""

    words: tuple[Word, ...]
    line: int
    figure: bool


def listed_sheets(document: Document) -> Iterator[Sheet]:
    """The tables below captions (表1 …) whose heads name measures and whose rows hold as many values each."""
    if not _ANY_CAPTION.search(document.text):
        return
    told = [one.span for one in document.tables]
    lines = [one for one in lines_of(document) if not any(span.start <= one.start < span.end for span in told)]
    for at, line in enumerate(lines):
        if is_caption(line.text) and not _LATIN.match(line.text):
            head = at + 1 + bool(lines[at + 1 : at + 2] and _LATIN.match(lines[at + 1].text))
            sheet = _sheet(document, line.text, tuple(_body(lines[head:])))
            if sheet is not None:
                yield sheet


def _sheet(document: Document, caption: str, lines: Sequence[Line]) -> Sheet | None:
    named, below = _heads(lines)
    measures = [at for at, name in enumerate(named) if names_measure(name)]
    first, many = (measures[0], len(measures)) if measures else (0, 0)
    if not _FEWEST_HEADS <= len(named) <= _MOST_HEADS or not first or measures != list(range(first, first + many)):
        return None
    rows, lost = list[dict[int, Value]](), 0
    for names, values, behind in _rows(_cells(below), len(named) - many, first):
        row = _row(document, names, values, first, many)
        if row is not None and len(behind) == len(named) - many - first:
            row |= {at: value(document, _span(one)) for at, one in enumerate(behind, first + many)}
        lost += row is None
        rows += [row] if row is not None else []
    if len(rows) < _FEWEST_ROWS or lost > _MOST_LOST * (lost + len(rows)):
        return None
    return Sheet(dict(enumerate(named)), tuple(rows), caption)


def _heads(lines: Sequence[Line]) -> tuple[list[str], Sequence[Line]]:
    """The heads on one line, or a line each up to the words that name the first row, and the lines below."""
    if not lines or len(lines[0].text) > _LONGEST_HEADS:
        return [], ()
    if len(lines[0].words) > 1:
        return _HEAD.findall(lines[0].text), lines[1:]
    alone = next((at for at, line in enumerate(lines) if len(line.words) > 1 or _is_value(line.words, 1)), 0)
    texts = [line.text for line in lines[:alone]]
    first = next((at for at, text in enumerate(texts) if names_measure(text)), 0)
    many = len(texts) - first
    return (texts[:many], lines[many:]) if 0 < first < many else ([], ())


def _body(below: Sequence[Line]) -> Iterator[Line]:
    for line in below:
        if is_caption(line.text) or _NUMBERED.match(line.text) or _SENTENCE.search(line.text):
            return
        yield line


def _cells(lines: Sequence[Line]) -> list[_Cell]:
    cells: list[_Cell] = []
    for number, line in enumerate(lines):
        at = 0
        while at < len(line.words):
            taken = next((n for n in (3, 2, 1) if _is_value(line.words[at : at + n], n)), 0)
            cells.append(_Cell(line.words[at : at + max(1, taken)], number, bool(taken)))
            at += max(1, taken)
    return cells


def _is_value(words: Sequence[Word], many: int) -> bool:
    """Whether words are one value: alone, as a number with the unit behind it, or one that says that there is none."""
    text = " ".join(word.text for word in words)
    if len(words) < many or (many > 1 and (not _OPEN.match(text) or re.match(r"\d", words[-1].text))):
        return False
    return bool(_BLANK.fullmatch(text)) or VALUE.fullmatch(text) is not None


def _rows(cells: Sequence[_Cell], words: int, first: int) -> Iterator[tuple[list[_Cell], list[_Cell], list[_Cell]]]:
    """What names each row, its values, and the words behind them: those on the line of the values are still of that row, as are
    as many as there are heads behind those of the values where each cell has a line."""
    names: list[_Cell] = []
    row: tuple[list[_Cell], list[_Cell]] | None = None
    behind: list[_Cell] = []
    for figure, group in groupby(cells, key=lambda one: one.figure):
        run = list(group)
        if not figure:
            last = row[1][-1].line if row is not None else -1
            behind = [one for one in run if one.line == last]
            names = [one for one in run if one.line != last]
            continue
        apart = words > first and row is not None and len(names) == words
        if row is not None:
            yield *row, behind or names[:-first] if apart else behind
        row, names, behind = (names[-first:] if apart else names, run), [], []
    if row is not None:
        yield *row, behind or names[: words - first]


def _row(document: Document, names: list[_Cell], values: list[_Cell], first: int, many: int) -> dict[int, Value] | None:
    if len(values) != many or not names or not any(is_measured(_text(one)) for one in values):
        return None
    lead = names if len(names) == first else _lead(names, first)
    if lead is None:
        return None
    places = range(first - len(lead), first)
    return {at: value(document, _span(one)) for at, one in (*zip(places, lead, strict=True), *enumerate(values, first))}


def _lead(names: list[_Cell], first: int) -> list[_Cell] | None:
    """The cells that name a row where some are missing: below a group told above, the last alone."""
    return names[-1:] if len(names) < first and len(names) == 1 else None


def _text(cell: _Cell) -> str:
    return " ".join(word.text for word in cell.words)


def _span(cell: _Cell) -> Span:
    return Span(start=cell.words[0].start, end=cell.words[-1].end)

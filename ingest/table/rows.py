"""Rows of typed columns out of lines that lost them: the run of rows, and of lines that belong to none, that fits best."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from ingest.table.columns import Column
from ingest.table.lines import Line, Word
from ingest.table.recognise import STRICT, fit
from ingest.table.split import Knowledge, ParsedRow, Piece, Split, is_full, learn, opens, split_rows
from ingest.table.stretches import as_read, join
from kg.model import Span

__all__ = ["SHARE", "Skipped", "is_told", "read_rows", "search", "worth"]

_OPENING = 1.5  # a line inside a row that could open one itself
SHARE = 0.5  # a row counts as one from this share of the best score on
_COVERED = 0.6  # a table of which rows take less is searched again, without a pattern for their beginnings
_CUT = 0.8  # a row that ends where its last line is full, though words follow
_SKIP = 2.5
_LOST = 14  # lines without a row after which the table has ended


@dataclass(frozen=True, slots=True)
class Skipped:
    """A line among the rows that belongs to none: a group's heading, a note, a page number."""

    line: Line


def read_rows(
    lines: Sequence[Line], columns: Sequence[Column], *, free: Callable[[Line], float]
) -> tuple[tuple[ParsedRow | Skipped, ...], int]:
    """The rows at the head of ``lines``, with the lines skipped among them, and how many lines the table takes.

    ``free`` tells what it costs to skip a line beyond reading on: 0 for a page number, 1 for words that nothing accounts for.
    The search runs twice: the first time tells how wide the columns are set and which values recur.
    """
    free = _remembered(free)
    sheet = Knowledge(tuple(columns), *_words(lines))
    strict = columns[0].kind in STRICT and _most_lines(sheet, lines) > 1
    items, taken = _search(sheet, lines, free=free, strict=strict)
    if strict and _coverage(items, taken) < _COVERED:
        loose = _search(sheet, lines, free=free, strict=False)
        items, taken = max((items, taken), loose, key=lambda found: sum(_value(item) for item in found[0]))
        strict = strict and (items, taken) != loose
    learn(sheet, [item for item in items if isinstance(item, ParsedRow)], lines[:taken])
    return _search(sheet, lines, free=free, strict=strict)


def _remembered(free: Callable[[Line], float]) -> Callable[[Line], float]:
    known: dict[int, float] = {}

    def price(line: Line) -> float:
        if line.start not in known:
            known[line.start] = free(line)
        return known[line.start]

    return price


def _search(
    sheet: Knowledge, lines: Sequence[Line], *, free: Callable[[Line], float], strict: bool
) -> tuple[tuple[ParsedRow | Skipped, ...], int]:
    most = _most_lines(sheet, lines)
    places = list(accumulate((len(line.words) for line in lines), initial=0))

    def rows_at(start: int) -> Iterator[ParsedRow | None]:
        if strict and not opens(sheet, lines[start]):
            return
        rows = _rows(sheet, lines[start : start + most], places[start : start + most + 1], strict=strict)
        for end, row in enumerate(rows, start + 1):
            if row and end < len(lines) and free(lines[end]) >= 1 and not (strict and opens(sheet, lines[end])):
                row = replace(row, score=row.score - _CUT * row.full)
            yield row

    return search(lines, rows_at, free=free)


def search(
    lines: Sequence[Line], rows_at: Callable[[int], Iterator[ParsedRow | None]], *, free: Callable[[Line], float]
) -> tuple[tuple[ParsedRow | Skipped, ...], int]:
    """The rows and skipped lines that together score best; ``rows_at`` gives those of one line, two and so on from a line."""
    best: dict[int, tuple[float, int, ParsedRow | None]] = {0: (0.0, -1, None)}
    last = 0
    for start, line in enumerate(lines):
        if start - last > _LOST:
            break
        score = best[start][0]
        _keep(best, start + 1, (score - _SKIP * free(line), start, None))
        for end, row in enumerate(rows_at(start), start + 1):
            if row and _keep(best, end, (score + row.score, start, row)):
                last = max(last, end)
    return _path(best, lines)


def _keep(best: dict[int, tuple[float, int, ParsedRow | None]], end: int, option: tuple[float, int, ParsedRow | None]) -> bool:
    better = end not in best or option[0] > best[end][0]
    if better:
        best[end] = option
    return better


def _path(
    best: dict[int, tuple[float, int, ParsedRow | None]], lines: Sequence[Line]
) -> tuple[tuple[ParsedRow | Skipped, ...], int]:
    end = max((place for place in best if best[place][2]), key=lambda place: (best[place][0], -place), default=0)
    items: list[ParsedRow | Skipped] = []
    place = end
    while place > 0:
        _, before, row = best[place]
        items.append(row or Skipped(lines[before]))
        place = before
    return tuple(reversed(items)), end


def _most_lines(sheet: Knowledge, lines: Sequence[Line]) -> int:
    tabbed = sum(len(line.cells) > 1 for line in lines[:6])
    return 1 if tabbed >= min(3, len(lines[:6])) and tabbed else max(8, len(sheet.columns) + 4)


def _words(lines: Sequence[Line]) -> tuple[list[Word], list[float]]:
    words: list[Word] = []
    ends: list[float] = []
    for line in lines:
        words += [_broken(line.words[0]), *line.words[1:]]
        ends += [*[0.0] * (len(line.words) - 1), line.width]
    return words, ends


def _rows(sheet: Knowledge, lines: Sequence[Line], places: Sequence[int], *, strict: bool) -> Iterator[ParsedRow | None]:
    """The row that the first line makes alone, that the first two make, and so on; None where they make none.

    ``places`` are those of the lines' first words, and of the word behind the last line.
    """
    first, *ends = places
    splits = split_rows(sheet, first, ends, least=SHARE * sheet.best)
    opening = 0
    for number, (end, line) in enumerate(zip(ends, lines, strict=True)):
        opening += strict and number > 0 and opens(sheet, line)
        if not number and 1 < len(line.cells) <= len(sheet.columns):
            yield _celled(sheet, line)
        else:
            yield _row(sheet, sheet.words[first:end], splits.get(end), opening=opening, line=sheet.ends[end - 1])


def _row(sheet: Knowledge, words: Sequence[Word], split: Split | None, *, opening: int, line: float) -> ParsedRow | None:
    """The row of a split, if it is one; ``opening`` is how many of its lines but the first could open one themselves.

    ``line`` is how wide its last line is.
    """
    if split is None:
        return None
    score = split.score - _OPENING * opening
    if score < SHARE * sheet.best or not is_told(sheet.columns, [j > i for i, j in split.cells]):
        return None
    pieces = tuple(
        Piece(column, Span(start=sheet.words[i].start, end=sheet.words[j - 1].end))
        for column, (i, j) in enumerate(split.cells)
        if j > i
    )
    last = pieces[-1]
    full = is_full(sheet, last.column, [word for word in words if word.start >= last.span.start], line=line)
    return ParsedRow(pieces, Span(start=words[0].start, end=words[-1].end), score, full)


def _celled(sheet: Knowledge, line: Line) -> ParsedRow | None:
    """The row of a line whose tabs tell its cells; what does not fit its column costs, and is left to who reads the cell."""
    pieces, score = [], 0.0
    text = {word.start: word for word in line.words}
    for column, cell in enumerate(line.cells):
        words = [word for start, word in sorted(text.items()) if cell.start <= start < cell.end]
        if words:
            pieces.append(Piece(column, Span(start=words[0].start, end=words[-1].end)))
            score += fit(sheet.columns[column].kind, as_read(sheet.columns[column].kind, join(words))) or 0.0
    fits = score >= 0.3 * sheet.best or (len(pieces) >= 2 and score >= 0.2 * sheet.best)
    return ParsedRow(tuple(pieces), Span(start=line.start, end=line.end), max(score, 0.1)) if pieces and fits else None


def is_told(columns: Sequence[Column], filled: Sequence[bool]) -> bool:
    """Whether enough cells are filled: a row lacks no more than a third of them, and no text where its table has one."""
    named = next((number for number, column in enumerate(columns) if column.kind == "text"), None)
    return sum(filled) >= 2 and sum(filled) * 3 >= len(filled) * 2 - 1 and (named is None or filled[named])


def _coverage(items: Sequence[ParsedRow | Skipped], taken: int) -> float:
    skipped = sum(isinstance(item, Skipped) for item in items)
    return (taken - skipped) / taken if taken else 0.0


def worth(items: Sequence[ParsedRow | Skipped], *, free: Callable[[Line], float]) -> float:
    """What the rows score, less what the lines between them cost."""
    return sum(item.score if isinstance(item, ParsedRow) else -_SKIP * free(item.line) for item in items)


def _value(item: ParsedRow | Skipped) -> float:
    return item.score if isinstance(item, ParsedRow) else 0.0


def _broken(word: Word) -> Word:
    return Word(word.text, word.start, word.end, "\n")

"""Rows of typed columns out of lines that lost them: the split of a row that fits its columns best, the best run of rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from ingest.table.columns import Column
from ingest.table.lines import Line, Word, width
from ingest.table.recognise import STRICT, fit
from kg.model import Span
from kg.text import HAN, heal_name

__all__ = ["ParsedRow", "Piece", "Skipped", "read_rows"]

_HAN = re.compile(rf"[{HAN}，、。；：（）《》“”]")
_ENDS_OPEN = re.compile(r"[、，,;；(（\-/:：.]$")

# What an empty cell costs, by the kind of its column.
_EMPTY = {
    "text": 4.0,
    "branch": 4.0,
    "persons": 2.5,
    "organizations": 2.5,
    "year": 2.5,
    "date": 2.5,
    "place": 2.0,
    "money": 2.0,
}
_EMPTY_OTHERWISE = 1.2
_BEST = {"index": 2.0, "session": 2.0, "money": 2.5, "text": 1.5, "phrase": 0.8, "category": 2.0}
_BEST_OTHERWISE = 3.0
_OPENING = 1.5  # a line inside a row that could open one itself
_SHARE = 0.5  # a row counts as one from this share of the best score on
_MOST_WORDS = {"index": 1, "money": 2, "session": 2, "year": 6, "date": 14, "code": 2, "text": 40, "persons": 30}
_MOST_WORDS_OTHERWISE = 12

_HAN_GAP, _LATIN_GAP, _WIDE_GAP = 1.5, 0.2, 2.0
_BREAK, _SHORT_BREAK, _PER_CHARACTER = 0.25, 1.5, 0.3
_FULL, _NARROWEST_PAGE = 0.9, 20
_CUT = 0.8  # a row that ends where its last line is full, though words follow
_CUT_INSIDE = 0.3  # a cell that does so inside a row
_MOST_GAPS = 2  # between Chinese words of one cell
_SEEN = 1.0
_SKIP = 2.5
_LOST = 14  # lines without a row after which the table has ended


@dataclass(frozen=True, slots=True)
class Piece:
    """One cell of a parsed row: which column, and its stretch of the document."""

    column: int
    span: Span


@dataclass(frozen=True, slots=True)
class ParsedRow:
    """A row with the cells that could be told; ``score`` is comparable within one table."""

    pieces: tuple[Piece, ...]
    span: Span
    score: float
    full: bool = False
    """Whether its last line fills its column, so that its cell may go on."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A line among the rows that belongs to none: a group's heading, a note, a page number."""

    line: Line


@dataclass(slots=True)
class _Sheet:
    """What is known of a table while its rows are sought; the memory of scores makes the search quick."""

    columns: tuple[Column, ...]
    runs: dict[int, list[tuple[float, Span]]] = field(default_factory=dict)
    widest: float = 0.0
    seen: dict[int, frozenset[str]] = field(default_factory=dict)
    scores: dict[tuple[int, int, int], float | None] = field(default_factory=dict)

    def width_at(self, number: int, place: int) -> float | None:
        """How wide a column is set, as the other rows tell it: a row that was split wrongly is no witness to itself."""
        told = [run for run, row in self.runs.get(number, ()) if not row.start <= place < row.end]
        return max(told, default=None)

    @property
    def best(self) -> float:
        return sum(_BEST.get(column.kind, _BEST_OTHERWISE) for column in self.columns)


@dataclass(frozen=True, slots=True)
class _Split:
    score: float
    cells: tuple[tuple[int, int], ...]


def read_rows(
    lines: Sequence[Line], columns: Sequence[Column], *, free: Callable[[Line], float]
) -> tuple[tuple[ParsedRow | Skipped, ...], int]:
    """The rows at the head of ``lines``, with the lines skipped among them, and how many lines the table takes.

    ``free`` tells what it costs to skip a line beyond reading on: 0 for a page number, 1 for words that nothing accounts for.
    The search runs twice: the first time tells how wide the columns are set and which values recur.
    """
    free = cache(free)
    sheet = _Sheet(tuple(columns))
    strict = columns[0].kind in STRICT and _most_lines(sheet, lines) > 1
    items, taken = _search(sheet, lines, free=free, strict=strict)
    if strict and _coverage(items, taken) < 0.6:
        loose = _search(sheet, lines, free=free, strict=False)
        items, taken = max((items, taken), loose, key=lambda found: sum(_value(item) for item in found[0]))
        strict = strict and (items, taken) != loose
    _learn(sheet, items, lines[:taken])
    return _search(sheet, lines, free=free, strict=strict)


def _search(
    sheet: _Sheet, lines: Sequence[Line], *, free: Callable[[Line], float], strict: bool
) -> tuple[tuple[ParsedRow | Skipped, ...], int]:
    most = _most_lines(sheet, lines)
    best: dict[int, tuple[float, int, ParsedRow | None]] = {0: (0.0, -1, None)}
    last = 0
    for start, line in enumerate(lines):
        if start - last > _LOST:
            break
        score = best[start][0]
        _keep(best, start + 1, (score - _SKIP * free(line), start, None))
        if strict and not _opens(sheet, line):
            continue
        for end in range(start + 1, min(len(lines), start + most) + 1):
            row = _row(sheet, lines[start:end], strict=strict)
            if row and end < len(lines) and free(lines[end]) >= 1 and not (strict and _opens(sheet, lines[end])):
                row = replace(row, score=row.score - _CUT * row.full)
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


def _most_lines(sheet: _Sheet, lines: Sequence[Line]) -> int:
    tabbed = sum(len(line.cells) > 1 for line in lines[:6])
    return 1 if tabbed >= min(3, len(lines[:6])) and tabbed else max(8, len(sheet.columns) + 4)


def _opens(sheet: _Sheet, line: Line) -> bool:
    kind = sheet.columns[0].kind
    return any(fit(kind, _join(line.words[:count])) is not None for count in range(1, min(len(line.words), 7) + 1))


def _row(sheet: _Sheet, lines: Sequence[Line], *, strict: bool) -> ParsedRow | None:
    if len(lines) == 1 and 1 < len(lines[0].cells) <= len(sheet.columns):
        return _celled(sheet, lines[0])
    words = [word if i or not place else _broken(word) for place, line in enumerate(lines) for i, word in enumerate(line.words)]
    ends = {id(words[-1]): 0.0}
    count = 0
    for line in lines:
        count += len(line.words)
        ends[id(words[count - 1])] = line.width
    split = _split(sheet, words, [ends.get(id(word), 0.0) for word in words])
    if split is None:
        return None
    if strict:
        split = _Split(split.score - _OPENING * sum(_opens(sheet, line) for line in lines[1:]), split.cells)
    if split.score < _SHARE * sheet.best or not _is_told(sheet, split):
        return None
    pieces = tuple(
        Piece(column, Span(start=words[i].start, end=words[j - 1].end)) for column, (i, j) in enumerate(split.cells) if j > i
    )
    return ParsedRow(pieces, Span(start=words[0].start, end=words[-1].end), split.score, _is_full(sheet, pieces[-1], words))


def _is_full(sheet: _Sheet, piece: Piece, words: Sequence[Word]) -> bool:
    known = sheet.width_at(piece.column, piece.span.start)
    run = _last_run([word for word in words if word.start >= piece.span.start])
    return known is not None and width(_join(run)) >= known - 1


def _celled(sheet: _Sheet, line: Line) -> ParsedRow | None:
    """The row of a line whose tabs tell its cells; what does not fit its column costs, and is left to who reads the cell."""
    pieces, score = [], 0.0
    text = {word.start: word for word in line.words}
    for column, cell in enumerate(line.cells):
        words = [word for start, word in sorted(text.items()) if cell.start <= start < cell.end]
        if words:
            pieces.append(Piece(column, Span(start=words[0].start, end=words[-1].end)))
            score += fit(sheet.columns[column].kind, _as_read(sheet.columns[column].kind, _join(words))) or 0.0
    fits = score >= 0.3 * sheet.best or (len(pieces) >= 2 and score >= 0.2 * sheet.best)
    return ParsedRow(tuple(pieces), Span(start=line.start, end=line.end), max(score, 0.1)) if pieces and fits else None


def _split(sheet: _Sheet, words: Sequence[Word], ends: Sequence[float]) -> _Split | None:
    states: dict[int, _Split] = {0: _Split(0.0, ())}
    for number, column in enumerate(sheet.columns):
        after: dict[int, _Split] = {}
        empty = _EMPTY.get(column.kind, _EMPTY_OTHERWISE)
        for place, state in states.items():
            _better(after, place, _Split(state.score - empty, (*state.cells, (place, place))))
            for end in range(place + 1, min(len(words), place + _MOST_WORDS.get(column.kind, _MOST_WORDS_OTHERWISE)) + 1):
                if end - place > 1 and "\t" in words[end - 1].gap:
                    break
                score = _cell(sheet, number, words=words[place:end], ends=ends[place:end])
                if score is not None:
                    if end < len(words):
                        score -= _cut_cost(sheet, number, words=words[place : end + 1], line=ends[end - 1])

                    _better(after, end, _Split(state.score + score, (*state.cells, (place, end))))
        states = after
    return states.get(len(words))


def _cut_cost(sheet: _Sheet, number: int, *, words: Sequence[Word], line: float) -> float:
    """What it costs that a cell ends with a full line where the text (its last word) goes on underneath."""
    if not line or "\n" not in words[-1].gap:
        return 0.0
    known = sheet.width_at(number, words[0].start)
    full = known is not None and width(_join(_last_run(words[:-1]))) >= known - 0.5
    return _CUT_INSIDE if full or _fills_page(sheet, line) else 0.0


def _fills_page(sheet: _Sheet, line: float) -> bool:
    return sheet.widest > _NARROWEST_PAGE and line >= _FULL * sheet.widest


def _better(states: dict[int, _Split], place: int, option: _Split) -> None:
    if place not in states or option.score > states[place].score:
        states[place] = option


def _is_told(sheet: _Sheet, split: _Split) -> bool:
    """Whether enough cells are filled: a row lacks no more than a third of them, and no text where its table has one."""
    filled = [j > i for i, j in split.cells]
    named = next((number for number, column in enumerate(sheet.columns) if column.kind == "text"), None)
    return sum(filled) >= 2 and sum(filled) * 3 >= len(filled) * 2 - 1 and (named is None or filled[named])


def _cell(sheet: _Sheet, number: int, *, words: Sequence[Word], ends: Sequence[float]) -> float | None:
    key = (number, words[0].start, words[-1].end)
    if key not in sheet.scores:
        sheet.scores[key] = _scored(sheet, number, words=words, ends=ends)
    return sheet.scores[key]


def _scored(sheet: _Sheet, number: int, *, words: Sequence[Word], ends: Sequence[float]) -> float | None:
    kind = sheet.columns[number].kind
    text = _as_read(kind, _join(words))
    score = fit(kind, text)
    if score is None:
        return None
    if kind in ("text", "phrase") and sum(_is_gap(*pair) for pair in pairwise(words)) > _MOST_GAPS:
        return None
    cost = sum(_gap_cost(sheet, number, words=words[: i + 1], line=ends[i - 1]) for i in range(1, len(words)))
    return score - cost - _overflow(sheet, number, words) + _SEEN * (text in sheet.seen.get(number, ()))


def _is_gap(before: Word, word: Word) -> bool:
    return (
        "\n" not in word.gap
        and bool(_HAN.match(before.text[-1]) and _HAN.match(word.text[0]))
        and not _ENDS_OPEN.search(before.text)
    )


def _gap_cost(sheet: _Sheet, number: int, *, words: Sequence[Word], line: float) -> float:
    """What it costs that the last word stands in one cell with those before it."""
    before, word = words[-2], words[-1]
    if "\n" in word.gap:
        return _break_cost(sheet, number, words=words[:-1], line=line)
    people = sheet.columns[number].kind == "persons"
    if len(word.gap) > 1 or "\u3000" in word.gap:
        return 0.1 if people else _WIDE_GAP
    if _HAN.match(before.text[-1]) and _HAN.match(word.text[0]) and not _ENDS_OPEN.search(before.text):
        return 0.1 if people else _HAN_GAP
    return 0.05 if people or _ENDS_OPEN.search(before.text) else _LATIN_GAP


def _break_cost(sheet: _Sheet, number: int, *, words: Sequence[Word], line: float) -> float:
    """A break inside a cell is likely where the line above is full, be it the column's or the page's."""
    if _ENDS_OPEN.search(words[-1].text) or _fills_page(sheet, line):
        return 0.0
    known = sheet.width_at(number, words[0].start)
    if known is None:
        return _BREAK
    short = known - 1 - width(_join(_last_run(words)))
    return min(_SHORT_BREAK, max(0.0, short) * _PER_CHARACTER)


def _overflow(sheet: _Sheet, number: int, words: Sequence[Word]) -> float:
    """What it costs that a line of a broken cell is wider than its column is known to be."""
    known = sheet.width_at(number, words[0].start)
    runs = _lines_of(words)
    if known is None or len(runs) == 1:
        return 0.0
    return sum(min(_SHORT_BREAK, max(0.0, width(_join(run)) - known - 1) * _PER_CHARACTER) for run in runs)


def _last_run(words: Sequence[Word]) -> Sequence[Word]:
    return _lines_of(words)[-1]


def _lines_of(words: Sequence[Word]) -> list[list[Word]]:
    """The words by line."""
    runs: list[list[Word]] = []
    for word in words:
        if not runs or "\n" in word.gap:
            runs.append([])
        runs[-1].append(word)
    return runs


def _learn(sheet: _Sheet, items: Sequence[ParsedRow | Skipped], lines: Sequence[Line]) -> None:
    """How wide each column is at least, by the lines of its cells, and the values of cells that stand whole between others."""
    rows = [item for item in items if isinstance(item, ParsedRow)]
    by_start = {word.start: (word, line) for line in lines for word in line.words}
    pieces: dict[int, list[tuple[float, Span]]] = defaultdict(list)
    whole: dict[int, set[str]] = defaultdict(set)
    for row in rows:
        for piece in row.pieces:
            inside = [by_start[start] for start in sorted(by_start) if piece.span.start <= start < piece.span.end]
            runs = _runs(inside)
            bounded = len(runs) == 1 and _is_bounded(inside, by_start)
            for run in runs:
                pieces[piece.column].append((width(_join(run)), row.span))
            if bounded:
                whole[piece.column].add(_as_read(sheet.columns[piece.column].kind, _join(runs[0])))
    sheet.runs = dict(pieces)
    sheet.widest = max((line.width for line in lines if any(_inside(line, row) for row in rows)), default=0.0)
    recurring = {"phrase", "department", "organizations", "place", "category"}
    sheet.seen = {n: frozenset(values) for n, values in whole.items() if sheet.columns[n].kind in recurring}
    sheet.scores.clear()


def _runs(inside: Sequence[tuple[Word, Line]]) -> list[list[Word]]:
    runs: list[list[Word]] = []
    line: Line | None = None
    for word, at in inside:
        if at is not line:
            runs.append([])
            line = at
        runs[-1].append(word)
    return runs


def _is_bounded(inside: Sequence[tuple[Word, Line]], by_start: dict[int, tuple[Word, Line]]) -> bool:
    """Whether a gap inside its line, not a line break, parts a cell from both its neighbours."""
    (first, line), (last, _) = inside[0], inside[-1]
    return first.start != line.start and last.end != line.end and bool(by_start)


def _inside(line: Line, row: ParsedRow) -> bool:
    return row.span.start <= line.start and line.end <= row.span.end


def _coverage(items: Sequence[ParsedRow | Skipped], taken: int) -> float:
    skipped = sum(isinstance(item, Skipped) for item in items)
    return (taken - skipped) / taken if taken else 0.0


def _value(item: ParsedRow | Skipped) -> float:
    return item.score if isinstance(item, ParsedRow) else 0.0


def _broken(word: Word) -> Word:
    return Word(word.text, word.start, word.end, "\n")


def _join(words: Sequence[Word]) -> str:
    """The words as one text, as ingest.layout.heal would have it."""
    text = words[0].text
    for word in words[1:]:
        if "\n" not in word.gap:
            text += " " + word.text
        elif _HAN.match(text[-1]) or _HAN.match(word.text[0]) or text[-1] in "-/(":
            text += word.text
        else:
            text += " " + word.text
    return text


def _as_read(kind: str, text: str) -> str:
    return text if kind in ("persons", "place", "organizations") else heal_name(text)

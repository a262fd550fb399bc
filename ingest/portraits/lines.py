"""The lines of a page as it was laid out: wrapped ones joined, cells of tables each with the label that heads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.layout import View, heal, lines
from ingest.lexicon import POSITIONS, TITLES, could_be_person
from ingest.portraits.labels import label_of, labelled
from ingest.table.columns import is_known_header
from ingest.tables import DITTO, sheets
from kg.model import Cell, Document, Span
from kg.text import HAN

__all__ = ["NAME", "POST", "TITLE_WORDS", "Line", "list_items", "page_lines"]

_SUPERVISORS = ("博士生导师", "硕士生导师", "博士研究生导师", "硕士研究生导师", "研究生导师", "博导", "硕导")
TITLE_WORDS = rf"(?:{'|'.join(sorted({*TITLES, *_SUPERVISORS}, key=len, reverse=True))})"
POST = (
    r"(?:(?:科室?|中心|学科|学术|行政|党支部|支部|常务|执行|名誉|副|医疗|大|病区|教研室)*"
    rf"(?:{'|'.join(sorted(POSITIONS, key=len, reverse=True))}))"
)
NAME = rf"(?:[{HAN}]{{2,4}}|[{HAN}]{{1,2}} [{HAN}]{{1,2}}|[{HAN}] [{HAN}] [{HAN}]|[{HAN}]{{1,6}}·[{HAN}]{{1,8}})"
_WRAPS = 12
_FULL = 0.65
_CLOSED = re.compile(r"[。；;：:！!]$")
_COLUMNS = frozenset({"name", "title", "post", "unit", "skills", "fields", "bio"})
_LISTS = frozenset({"posts", "projects", "honours", "career", "education", "papers"})
"""What a label tells of that has a row for each."""
_BEGINS = re.compile(
    rf"[\[［（(]?\d{{1,3}}[\]］）).、．]|[①②③④⑤⑥⑦⑧⑨]|(?:19|20)\d\d\s*[年./-]|[•●◆·■]|{NAME}\s{{1,4}}{TITLE_WORDS}"
)
_FEWEST_LABELS = 2
_OF_GRANTS = frozenset({"program", "money", "code"})
"""Columns of a table of grants, which is read as such."""
_FEWEST_CELLS = 2
_SHORT_HEAD = 12
_NUMBERED = re.compile(r"\s*(?:[\[［（(]\s*\d{1,3}\s*[\]］）)]|\d{1,3}\s*[.、．](?!\d)|[①-⑳])")
_ENDED = re.compile(r"[。；;.]$")
_RANKS = re.compile("(?:本人|完成人|获奖)?(?:排名|排序|位次|名次)")
_SAYS = re.compile("(?:[他她]|先生|该同志|此外|同时|曾|先后|现任|长期|多年|近年|享受|主要|目前|作为|工作)(?![、，])")
"""How a sentence opens that stands below a list."""
_LATIN = re.compile(r"[A-Za-z\d]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line or a labelled cell of a page, and the headings that it stands under."""

    view: View
    start: int
    heading: bool
    headings: tuple[str, ...]
    kind: str
    """What the cell before it, or the head of its column, announces; "" for running text."""
    label: str

    @property
    def text(self) -> str:
        """The line's words, healed, marks as typed."""
        return self.view.text


def page_lines(document: Document) -> Iterator[Line]:
    """The lines of running text, those that only wrap joined, and the cells of tables, each a line with its label."""
    heads, listed = _heads(document), _listed(document)
    grants = [sheet.span for sheet in sheets(document) if "title" in sheet.roles and sheet.roles & _OF_GRANTS]
    above = ranks = False
    above_it: dict[str, Line] = {}
    for passage in document.passages:
        spans = lines(document.text, passage.span)
        if passage.kind == "row":
            for span in spans:
                own = above and not any(one.start <= span.start < one.end for one in grants)
                if own and (row := _row_of_list(document, span)) is not None:
                    if row:
                        yield _ranked(_in_one(document, row, passage.headings, ""), ranks)
                    else:
                        ranks = _ends_in_rank(document, span)
                    continue
                label, cells = next((one for at, one in listed.items() if span.start <= at < span.end), ("", ()))
                if label and not any(whole.start <= span.start < whole.end for whole, _ in heads):
                    yield _in_one(document, cells, passage.headings, label)
                    continue
                for line in _cells(document, span, passage.headings, heads):
                    above_it[line.label] = told = _as_above(line, above_it.get(line.label))
                    yield told
            continue
        for joined in _unwrapped(document, spans):
            view = heal(document.text, *joined)
            above, ranks = label_of(view.text) in _LISTS, False
            yield Line(
                view=view,
                start=view.offsets[0],
                heading=passage.kind == "heading",
                headings=passage.headings,
                kind="",
                label="",
            )


def _as_above(line: Line, above: Line | None) -> Line:
    """The line with what stands above in the place of 同上, which stays what says so."""
    if above is None or not DITTO.fullmatch(line.text):
        return line
    return replace(line, view=View(above.text, line.view.offsets[:1] * len(above.text)))


def list_items(views: Sequence[View]) -> Iterator[View]:
    """The items of a list: where they are numbered, each with the lines that it wraps into; else the lines.

    A line that nothing closes wraps into the next where it is as full as lines of the list get, or letters go on.
    """
    waiting: View | None = None
    width = max((len(view.text) for view in views), default=0)
    last = 0
    for view in views:
        numbered = _NUMBERED.match(view.text) is not None
        full = waiting is not None and not _ENDED.search(waiting.text) and last >= width * _FULL and not _SAYS.match(view.text)
        wraps = waiting is not None and not numbered and (full or _LATIN.match(view.text) is not None)
        last = len(view.text)
        if waiting is not None and wraps:
            waiting = View(f"{waiting.text} {view.text}", (*waiting.offsets, view.offsets[0], *view.offsets))
            continue
        if waiting is not None:
            yield waiting
        waiting = view if numbered else None
        if not numbered:
            yield view
    if waiting is not None:
        yield waiting


def _unwrapped(document: Document, spans: Sequence[Span]) -> Iterator[list[Span]]:
    """The lines of a passage, each with those that it only wraps into: a full line that nothing closes."""
    width = max((one.end - one.start for one in spans), default=0)
    current: list[Span] = []
    for span in spans:
        words = document.text[span.start : span.end]
        before = document.text[current[-1].start : current[-1].end] if current else ""
        apart = bool(current) and document.text.count("\n", current[-1].end, span.start) > 1
        full = not apart and len(before) >= max(_WRAPS, width * _FULL) and not _CLOSED.search(before)
        if current and not (full and not _BEGINS.match(words) and labelled(words) is None):
            yield current
            current = []
        current.append(span)
    if current:
        yield current


def _listed(document: Document) -> dict[int, tuple[str, tuple[Span, ...]]]:
    """The rows that list one thing in several cells, by where the first stands: the label beside them, and the cells.

    学术任职 stands once, on the left of as many rows as it has, each with the society in one cell and the office in the next.
    """
    found = {}
    for table in document.tables:
        filled = [(one, words) for one in table.cells if (words := document.text[one.span.start : one.span.end].strip())]
        for cell, label in filled:
            if label_of(label) not in _LISTS:
                continue
            for row in _reach(cell, filled):
                beside = [(one, words) for one, words in filled if one.row == row and one is not cell]
                first = beside and all(one.column > cell.column and label_of(words) is None for one, words in beside)
                if first and len(beside) > (cell.rowspan == 1):
                    cells = tuple(one.span for one, _ in sorted(beside, key=lambda pair: pair[0].column))
                    found[cells[0].start] = (label, cells)
    return found


def _reach(cell: Cell, filled: Sequence[tuple[Cell, str]]) -> range:
    """The rows that a label stands beside: as many as its cell has; in text, those below too that leave its column blank."""
    if cell.rowspan > 1 or cell.column:
        return range(cell.row, cell.row + cell.rowspan)
    opened = {one.row for one, _ in filled if one.column <= cell.column and one.row > cell.row}
    last = max((one.row for one, _ in filled), default=cell.row)
    return range(cell.row, min(opened, default=last + 1))


def _row_of_list(document: Document, row: Span) -> tuple[Span, ...] | None:
    """The cells of a row below the label of a list, its number left out; none of a head, None where a cell is a label.

    Of two cells the first may neither be a label nor as short as one: 某学会某分会|常务委员.
    """
    cells: list[Span] = []
    at = row.start
    for words in document.text[row.start : row.end].split("\t"):
        if words.strip():
            cells.append(Span(start=at, end=at + len(words)))
        at += len(words) + 1
    said = [document.text[one.start : one.end].strip() for one in cells]
    short = len(said) >= _FEWEST_CELLS and all(len(words) <= _SHORT_HEAD for words in said)
    if short and (all(map(is_known_header, said)) or _RANKS.fullmatch(said[-1])):
        return ()
    if len(said) < 2 or any(label_of(words) in _COLUMNS for words in said):
        return None
    if len(said) < _FEWEST_CELLS and (label_of(said[0]) is not None or len(said[0]) < _FEWEST_CELLS):
        return None
    return tuple(cells[1:] if re.fullmatch(r"\d{1,3}[.、]?", said[0]) else cells)


def _ends_in_rank(document: Document, head: Span) -> bool:
    """Whether the last column of a list, by its head, tells the place among those who did a work."""
    return _RANKS.fullmatch(document.text[head.start : head.end].split("\t")[-1].strip()) is not None


def _ranked(line: Line, ranks: bool) -> Line:
    """The line of such a list with the word before its last number that tells it for a place."""
    number = re.search(r"(?<=，)\d{1,2}$", line.text) if ranks else None
    if number is None:
        return line
    at = number.start()
    offsets = (*line.view.offsets[:at], line.view.offsets[at], line.view.offsets[at], *line.view.offsets[at:])
    return replace(line, view=View(f"{line.text[:at]}排名{line.text[at:]}", offsets))


def _in_one(document: Document, cells: Sequence[Span], headings: tuple[str, ...], label: str) -> Line:
    """The cells of such a row as one line, with commas between."""
    view = heal(document.text, cells[0])
    for cell in cells[1:]:
        following = heal(document.text, cell)
        view = View(f"{view.text}，{following.text}", (*view.offsets, cell.start - 1, *following.offsets))
    return Line(view=view, start=view.offsets[0], heading=False, headings=headings, kind=label_of(label) or "", label=label)


def _heads(document: Document) -> list[tuple[Span, dict[int, str]]]:
    """The tables whose first row heads its columns with labels of people, each with the labels by column."""
    found = []
    for table in document.tables:
        row = {cell.column: document.text[cell.span.start : cell.span.end].strip() for cell in table.cells if cell.row == 0}
        kinds = {label_of(words) for words in row.values()}
        if "name" in kinds and len(kinds & _COLUMNS) >= _FEWEST_LABELS and not _is_card(list(row.values())):
            found.append((table.span, row))
    return found


def _is_card(row: Sequence[str]) -> bool:
    """Whether a row holds labels and what they tell by turns: 姓名, 张三, 职称, 教授."""
    filled = [words for words in row if words]
    by_turns = all((label_of(words) is None) == bool(place % 2) for place, words in enumerate(filled))
    return by_turns and label_of(filled[0]) == "name" and could_be_person(re.sub(r"\s", "", filled[1]))


def _cells(
    document: Document, row: Span, headings: tuple[str, ...], heads: Sequence[tuple[Span, dict[int, str]]]
) -> Iterator[Line]:
    """The cells of a row: one that is a label tells what the next is, in a table whose columns have heads the head does."""
    head = next((labels for span, labels in heads if span.start <= row.start < span.end), None)
    column, at, waiting = 0, row.start, ""
    for column, words in enumerate(document.text[row.start : row.end].split("\t")):
        view = heal(document.text, Span(start=at, end=at + len(words))) if words.strip() else None
        at += len(words) + 1
        if view is None or (head is not None and head.get(column) == view.text):
            continue
        if head is None and not waiting and label_of(view.text) is not None:
            waiting = view.text
            continue
        label = head.get(column, "") if head is not None else waiting
        yield Line(view=view, start=view.offsets[0], heading=False, headings=headings, kind=label_of(label) or "", label=label)
        waiting = ""

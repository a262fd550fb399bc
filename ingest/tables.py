"""The tables of a document as rows of typed cells, whatever told them: the file, tabs, or lines that lost their columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from ingest.base import once
from ingest.layout import heal
from ingest.table.broken_heads import broken_header
from ingest.table.captions import is_caption, is_continued, is_furniture, is_group, is_note, is_unit
from ingest.table.columns import Column, could_head, groups_of, is_known_header, read_header, split_glued
from ingest.table.grid import Body, bodies
from ingest.table.itemised import item_spans, itemised
from ingest.table.labels import labelled_records
from ingest.table.lines import Line, Value, lines_of, value
from ingest.table.nested import read_memberships
from ingest.table.rows import Skipped, read_rows, worth
from ingest.table.split import ParsedRow, Piece
from ingest.table.stretches import people_apart
from ingest.table.woven import read_woven
from kg.model import Document, Span

__all__ = ["DITTO", "FARTHEST", "Row", "Sheet", "sheets"]

_NESTED = frozenset({"category", "society", "branch"})
_UNTOLD = frozenset({"other", "investment", "rank", "office", "sex"})
DITTO = re.compile(r"同\s*[上前左]|[〃″\"“”]+")
"""What says that a cell holds what the one above it holds."""
_CARRIED = frozenset({"category", "society", "program", "funder", "year", "department"})
_HEADER_LINES = 5
_CELL_A_LINE = 14
_BROKEN_LINES = 3
_FEWEST_CELLS = 3
"""As many cells as make a line of Latin words the header of a table rather than a caption in English."""
_CAPTION_LINES = 6
_NOTE_LINES = 4
_WINDOW = 400
FARTHEST = 400
"""How far, in characters, a row's words may reach to take in a cell merged over several rows."""
_LONGEST_WORD = 8
_LEAD_IN = 40
_LINES_BEFORE = 3
_PROSE = re.compile(r"[，,。；;]")
_LACKS_FRONT = re.compile(r"(?:国家)?(?:重点|重大|科技)*(?:专项|计划|基金|工程|行动)")
"""What the second line of a heading opens with, below a name in quotation marks."""
_IS_CODE = re.compile(r"(?=.*\d)[A-Za-z0-9一-鿿][^\s，。；、]{4,39}")
"""A project's number, rather than a row's."""
_FREE, _CHEAP, _DEAR = 0.0, 0.12, 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record: its cells by role, its words, and the heading of the group that it stands in."""

    cells: tuple[tuple[str, Value], ...]
    span: Span
    group: Value | None = None
    others: tuple[tuple[Column, Value], ...] = ()
    """The cells of columns that have no role, each with its column."""

    def get(self, role: str) -> Value | None:
        """The cell of a role, None where it is blank or the table has none."""
        return next((cell for name, cell in self.cells if name == role), None)

    def text(self, role: str) -> str:
        """The words of a role's cell, empty where there is none."""
        cell = self.get(role)
        return cell.text if cell else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table: its columns, its rows, the words around it. ``exact`` says that the file or its tabs told the cells."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    span: Span
    caption: Value | None = None
    notes: tuple[Value, ...] = ()
    headings: tuple[str, ...] = ()
    """The headings above the table, the nearest first."""
    exact: bool = False

    @property
    def roles(self) -> frozenset[str]:
        """What the columns hold."""
        return frozenset(column.role for column in self.columns)

    def column(self, role: str) -> Column | None:
        """The first column of a role."""
        return next((column for column in self.columns if column.role == role), None)

    @property
    def context(self) -> tuple[str, ...]:
        """The words that say what the table is of: its caption, then the headings above it."""
        return (*([self.caption.text] if self.caption else ()), *self.headings)


@once
def sheets(document: Document) -> tuple[Sheet, ...]:
    """The tables of the document whose headers are known, in order of their place."""
    lines = lines_of(document)
    told = [_told(document, body, lines) for body in bodies(document)]
    free = [line for line in lines if not any(sheet.span.start <= line.start < sheet.span.end for sheet in told)]
    drawn = [*told, *_among(document, free)]
    rest = [
        line for line in lines if not any(sheet.rows and sheet.span.start <= line.start < sheet.span.end for sheet in drawn)
    ]
    labelled = list(_labelled(document, rest))
    found = sorted([*drawn, *labelled, *_items(document, [*drawn, *labelled])], key=lambda sheet: sheet.span)
    return tuple(_continued(document, [_coded(sheet) for sheet in found if sheet.rows]))


def _coded(sheet: Sheet) -> Sheet:
    """The table, where a first column that is headed 编号 and holds no mere counts has the numbers of the things."""
    first = sheet.columns[0]
    cells = [row.text("index") for row in sheet.rows]
    if first.role != "index" or "号" not in first.header or {"code", "licence"} & sheet.roles:
        return sheet
    if sum(_IS_CODE.fullmatch(cell) is not None for cell in cells) * 2 <= len(cells):
        return sheet
    rows = (
        replace(row, cells=tuple(("code" if one == "index" else one, cell) for one, cell in row.cells)) for row in sheet.rows
    )
    return replace(sheet, columns=(replace(first, role="code", kind="code"), *sheet.columns[1:]), rows=tuple(rows))


def _told(document: Document, body: Body, lines: Sequence[Line]) -> Sheet:
    above = [line for line in lines if line.end <= body.span.start][-_CAPTION_LINES:]
    below = [line for line in lines if line.start >= body.span.end][:_NOTE_LINES]
    rows: list[Row] = []
    group: Value | None = None
    for record in body.rows:
        if record.group:
            group = record.group
        else:
            rows.extend(_records(body.columns, record.cells, span=record.span, group=group))
    caption = value(document, body.caption) if body.caption else _caption(document, above)
    return Sheet(
        columns=body.columns,
        rows=tuple(_carried(rows, body.columns)),
        span=body.span,
        caption=caption,
        notes=_notes(document, below),
        headings=_headings(document, body.span.start),
        exact=True,
    )


def _among(document: Document, lines: Sequence[Line]) -> Iterator[Sheet]:
    place = 0
    while place < len(lines):
        columns, height = _header(document, lines, place)
        if not columns:
            place += 1
            continue
        above = lines[max(0, place - _CAPTION_LINES) : place]
        below = lines[place + height : place + height + _WINDOW]
        rows, notes, taken = _body(document, columns, lines=below, caption=_caption(document, above))
        if rows:
            end = below[taken - 1].end
            yield Sheet(
                columns=columns,
                rows=rows,
                span=Span(start=lines[place].start, end=end),
                caption=_caption(document, above),
                notes=(*notes, *_notes(document, below[taken : taken + _NOTE_LINES])),
                headings=_headings(document, lines[place].start),
                exact=len(lines[place].cells) > 1,
            )
        place += height + taken


def _labelled(document: Document, lines: Sequence[Line]) -> Iterator[Sheet]:
    for record in labelled_records(document, lines):
        yield Sheet(
            columns=tuple(column for column, _ in record.cells),
            rows=(Row(cells=tuple((column.role, cell) for column, cell in record.cells), span=record.span),),
            span=record.span,
            headings=_headings(document, record.span.start, near=0),
            exact=True,
        )


def _items(document: Document, known: Sequence[Sheet]) -> Iterator[Sheet]:
    """Tables of the projects that running items tell, where no other table stands."""
    spans = [span for passage in document.passages if passage.kind != "row" for span in item_spans(document, passage.span)]
    free = [span for span in spans if not any(sheet.span.start < span.end and span.start < sheet.span.end for sheet in known)]
    for run in itemised(document, free):
        columns = {column.role: column for item in run for column, _ in item.cells}
        rows = tuple(Row(cells=tuple((column.role, cell) for column, cell in item.cells), span=item.span) for item in run)
        yield Sheet(
            columns=tuple(columns.values()),
            rows=rows,
            span=_cover([item.span for item in run]),
            headings=_headings(document, run[0].span.start),
            exact=True,
        )


def _header(document: Document, lines: Sequence[Line], place: int) -> tuple[tuple[Column, ...], int]:
    """The columns of the header that begins at a line, and how many lines it takes."""
    if is_unit(lines[place].text):
        return (), 1
    glued = split_glued(lines[place].text) if len(lines[place].words) == 1 and len(lines[place].text) > 5 else []
    if len(glued) > 2:
        return read_header(glued), 1
    if min(len(word.text) for word in lines[place].words) > _LONGEST_WORD:
        return (), 1
    most = _CELL_A_LINE if len(lines[place].words) == 1 else _HEADER_LINES
    best: tuple[tuple[Column, ...], int] = ((), 1)
    words: list[str] = []
    for height in range(1, min(most, len(lines) - place) + 1):
        line = lines[place + height - 1]
        if is_furniture(line.text) and len(line.cells) < _FEWEST_CELLS:
            break
        words += _header_words(document, lines[place + height - 1 : place + height])
        if not could_head(words):
            break
        columns = read_header(words)
        more = _known(columns) > _known(best[0]) or _adds_unit(columns, best[0])
        if (more or (len(line.words) == 1 and _adds_head(columns, best[0]))) and _known(columns) * 2 > len(columns):
            best = (columns, height)
    broken = _broken(lines[place : place + _BROKEN_LINES])
    if _known(broken[0]) > _known(best[0]) - _unknown(best[0]) + _unknown(broken[0]):
        return broken
    told = max(len(line.cells) for line in lines[place : place + best[1]])
    if len(lines[place].cells) == 1 and told >= _FEWEST_CELLS:  # a caption that could head a column itself
        return (), 1
    inside = read_header(_header_words(document, lines[place + 1 : place + best[1]])) if best[1] > 1 else ()
    return ((), 1) if best[0] and _known(inside) >= _known(best[0]) else best


def _adds_unit(columns: Sequence[Column], before: Sequence[Column]) -> bool:
    """Whether a line more has told the unit of the last column alone: 经费⏎（万元）."""
    same = [column.role for column in columns] == [column.role for column in before]
    return same and bool(columns) and bool(columns[-1].unit) and not before[-1].unit


def _adds_head(columns: Sequence[Column], before: Sequence[Column]) -> bool:
    """Whether a line more is the head of a column that no rule reads: 备注, 启用年份."""
    return bool(before) and columns[:-1] == tuple(before) and is_known_header(columns[-1].header)


def _broken(lines: Sequence[Line]) -> tuple[tuple[Column, ...], int]:
    """The columns of a header whose words go on on the lines below, and how many lines it takes."""
    words = [[word.text for word in line.words] for line in lines if len(line.cells) == 1]
    for height in range(2, len(words) + 1 if len(words) == len(lines) else 2):
        columns = broken_header(*words[:height])
        if columns:
            return columns, height
    return (), 1


def _unknown(columns: Sequence[Column]) -> int:
    return len(columns) - _known(columns)


def _known(columns: Sequence[Column]) -> int:
    return sum(column.role != "other" for column in columns)


def _header_words(document: Document, lines: Iterable[Line]) -> list[str]:
    words: list[str] = []
    for line in lines:
        told = [value(document, cell).text for cell in line.cells if cell.end > cell.start]
        words.extend(told if len(line.cells) > 1 else [word.text for word in line.words])
    return words


def _body(
    document: Document, columns: tuple[Column, ...], *, lines: Sequence[Line], caption: Value | None
) -> tuple[tuple[Row, ...], tuple[Value, ...], int]:
    lines = list(_until_next(document, columns, lines))
    roles = frozenset(column.role for column in columns)
    if roles <= _NESTED and {"society", "branch"} <= roles:
        return _nested(document, columns, lines)
    words = caption.text if caption else ""
    items, taken = _rows(lines, columns, words)
    rows: list[Row] = []
    notes: list[Value] = []
    group: Value | None = None
    for item in items:
        if isinstance(item, ParsedRow):
            cells = {piece.column: _value(document, piece, columns[piece.column].kind) for piece in item.pieces}
            rows.extend(_records(columns, cells, span=item.span, group=group))
        elif is_note(item.line.text):
            notes.append(_of_line(document, item.line))
        elif _heads_group(item, columns, words):
            group = _of_line(document, item.line)
    return tuple(_carried(rows, columns)), tuple(notes), taken


def _value(document: Document, piece: Piece, kind: str) -> Value:
    """What a cell says; of people whom only lines part, each by name."""
    found = value(document, piece.span, *piece.more)
    if kind != "persons" or piece.more:
        return found
    words = people_apart(document.text[piece.span.start : piece.span.end])
    return replace(found, raw=heal(words, Span(start=0, end=len(words))).text)


def _rows(lines: Sequence[Line], columns: tuple[Column, ...], caption: str) -> tuple[tuple[ParsedRow | Skipped, ...], int]:
    """The rows, as cells that follow each other or as lines that are woven of several cells, whichever fits better."""

    def free(line: Line) -> float:
        return _price(line, columns, caption)

    readings = (read(lines, columns, free=free) for read in (read_rows, read_woven))
    return max(readings, key=lambda found: worth(found[0], free=free))


def _nested(
    document: Document, columns: tuple[Column, ...], lines: Sequence[Line]
) -> tuple[tuple[Row, ...], tuple[Value, ...], int]:
    found, taken = read_memberships(document, lines, groups=groups_of(columns), levels=[column.role for column in columns])
    rows = []
    for one in found:
        cells = [("society", one.society), ("branch", one.branch), *([("category", one.category)] if one.category else [])]
        rows.append(Row(cells=tuple(cells), span=_cover([one.society.span, one.branch.span])))
    return tuple(rows), (), taken


def _until_next(document: Document, columns: tuple[Column, ...], lines: Sequence[Line]) -> Iterator[Line]:
    """The lines up to the next table: another header, or a caption that is not this table's own continued."""
    roles = [column.role for column in columns]
    for place, line in enumerate(lines):
        if is_caption(line.text) and not is_continued(line.text) and not _same_header_near(document, roles, lines[place + 1 :]):
            return
        words = [word.text for word in line.words]
        other = read_header(words) if len(words) > 2 else ()
        if other and [column.role for column in other] != roles and _known(other) > 2:
            return
        yield line


def _same_header_near(document: Document, roles: list[str], lines: Sequence[Line]) -> bool:
    for place in range(min(2, len(lines))):
        columns, _ = _header(document, lines, place)
        if columns:
            return [column.role for column in columns] == roles and not is_caption(lines[place].text)
    return False


def _price(line: Line, columns: tuple[Column, ...], caption: str) -> float:
    if is_furniture(line.text) or _repeats_header(line, columns):
        return _FREE
    return _CHEAP if is_note(line.text) or is_group(line.text, caption=caption) else _DEAR


def _heads_group(item: Skipped, columns: tuple[Column, ...], caption: str) -> bool:
    line = item.line
    return not is_furniture(line.text) and not _repeats_header(line, columns) and is_group(line.text, caption=caption)


def _repeats_header(line: Line, columns: tuple[Column, ...]) -> bool:
    return [column.role for column in read_header([word.text for word in line.words])] == [column.role for column in columns]


def _records(columns: tuple[Column, ...], cells: dict[int, Value], *, span: Span, group: Value | None) -> Iterator[Row]:
    """The records of one row: as many as groups of columns stand side by side."""
    count = groups_of(columns)
    size = len(columns) // count
    for start in range(0, count * size, size):
        own = [(columns[i].role, cells[i]) for i in range(start, start + size) if i in cells]
        if own:
            part = _cover([cell.span for _, cell in own])
            if count == 1 and part.end - part.start > FARTHEST:
                part = span
            others = [(columns[i], cells[i]) for i in range(start, start + size) if i in cells and columns[i].role in _UNTOLD]
            yield Row(cells=tuple(own), span=part, group=group, others=tuple(others))


def _carried(rows: Iterable[Row], columns: tuple[Column, ...]) -> Iterator[Row]:
    """The rows, where cells merged over several stand in each: a leading blank takes what stood there before."""
    leading: list[str] = []
    for column in columns:
        if column.role not in _CARRIED and column.role != "index":
            break
        leading.append(column.role)
    before: Row | None = None
    for row in rows:
        filled = _dittoed(row, before) if before else row
        if before and before.group == row.group:
            missing = [role for role in leading if role != "index" and not row.get(role)]
            above = [(role, cell) for role in missing if (cell := before.get(role))]
            whole = _cover([row.span, *(cell.span for _, cell in above)])
            span = whole if whole.end - whole.start <= FARTHEST else row.span
            filled = replace(filled, cells=(*above, *filled.cells), span=span)
        yield filled
        before = filled


def _dittoed(row: Row, before: Row) -> Row:
    """The row with what stands above in the place of 同上."""
    cells = tuple((role, (before.get(role) or cell) if DITTO.fullmatch(cell.text) else cell) for role, cell in row.cells)
    return replace(row, cells=cells) if cells != row.cells else row


def _continued(document: Document, found: Iterable[Sheet]) -> Iterator[Sheet]:
    """The tables, where one that goes on from another has the caption, the group and the notes of the first.

    Right below it, where a page ends, the headings too.
    """
    before: Sheet | None = None
    for sheet in found:
        same = before is not None and [c.role for c in before.columns] == [c.role for c in sheet.columns]
        if before and same and (sheet.caption is None or is_continued(sheet.caption.text)):
            group = before.rows[-1].group
            rows = _carried([before.rows[-1], *(replace(row, group=row.group or group) for row in sheet.rows)], sheet.columns)
            between = lines_of(document, Span(start=before.span.end, end=max(before.span.end, sheet.span.start)))
            headings = before.headings if all(is_furniture(line.text) for line in between) else sheet.headings
            notes = sheet.notes or before.notes
            sheet = replace(sheet, caption=before.caption, rows=tuple(rows)[1:], notes=notes, headings=headings)
        yield sheet
        before = sheet


def _caption(document: Document, above: Sequence[Line]) -> Value | None:
    """The caption among the lines above a header: from the line that is numbered as one, Latin lines and marks left out."""
    start = next((i for i in range(len(above) - 1, -1, -1) if is_caption(above[i].text) and not above[i].text.isascii()), None)
    if start is None:
        return None
    lines = [above[start]]
    for line in above[start + 1 :]:
        if is_furniture(line.text):
            break
        lines.append(line)
    return value(document, Span(start=lines[0].start, end=lines[-1].end))


def _notes(document: Document, below: Sequence[Line]) -> tuple[Value, ...]:
    return tuple(_of_line(document, line) for line in below if is_note(line.text))


def _headings(document: Document, place: int, *, near: int = _LINES_BEFORE) -> tuple[str, ...]:
    """What stands right before a place, up to prose, the headings above it, nearest first, and the document's title."""
    inside = next((p for p in document.passages if p.span.start <= place < p.span.end), None)
    headings = tuple(reversed(inside.headings)) if inside else ()
    above = [p for p in document.passages if p.span.end <= place][-near:] if near else []
    near_by = takewhile(lambda p: _leads_in(document.text[p.span.start : p.span.end]), reversed(above))
    lines = _unbroken([value(document, p.span).raw for p in near_by])
    return (*lines, *headings, *([document.title] if document.title else []))


def _unbroken(lines: Sequence[str]) -> list[str]:
    """The lines, the nearest first, those as one whose break parts a programme's name: 某计划“甲⏎乙”⏎重点专项2031年度清单."""
    found: list[str] = []
    for line in lines:
        parted = _LACKS_FRONT.match(found[-1]) and line.endswith("”") if found else False
        if found and (parted or line.count("“") > line.count("”")):
            found[-1] = line + found[-1]
        else:
            found.append(line)
    return found


def _leads_in(text: str) -> bool:
    """Whether a passage may be a heading, hard-wrapped or not: no prose."""
    return all(len(line) <= _LEAD_IN for line in text.split("\n")) and not _PROSE.search(text)


def _of_line(document: Document, line: Line) -> Value:
    return value(document, Span(start=line.start, end=line.end))


def _cover(spans: Sequence[Span]) -> Span:
    return Span(start=min(span.start for span in spans), end=max(span.end for span in spans))

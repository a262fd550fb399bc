"""Tables in plain text whose cells stand one below the other, a paragraph or a line each: written as rows with tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from ingest.lexicon import could_be_person, is_title
from ingest.readers.grid import one_line
from ingest.readers.manylined import counted, wrapped_rows
from ingest.readers.outline import ends_sentence, is_page_number
from ingest.table.columns import read_header
from ingest.table.recognise import STRICT, fit

__all__ = ["with_rows"]

_COUNTS = re.compile(
    r"(?m)^[ \u3000]*(?:序[ \u3000]*号|编[ \u3000]*号|排[ \u3000]*[名序]|名[ \u3000]*次"
    r"|(?P<noun>子?课题|任务|专题|项目)(?=\s+(?P=noun)(?:名称|题目)))[ \u3000]*$"
)
"""The head of a column that counts the rows, alone on its line; 课题 above 课题名称 is one."""
_NAMES = re.compile(r"(?m)^[ \u3000]*姓[ \u3000]*名[ \u3000]*$")
"""The head of the names of people, alone on its line."""
_TITLED = re.compile("(?:专业技术|技术|专业)?(?:职称|职务)(?:[/／、及和与](?:职称|职务))?")
_HEAD = re.compile(
    rf"姓名|{_TITLED.pattern}|(?:行政|党政)?职务|职位|岗位|性别|年龄|出生年月|学[历位]|科室|部门|单位|(?:工作|所在)单位|备注"
    r"|专业|(?:专业|业务|技术)?(?:特长|擅长|专长)(?:领域)?|(?:研究|专业|主攻|诊疗)方向|(?:个人)?简介|电话|邮箱|(?:出诊|门诊)时间"
)
"""What heads the columns of a table of staff."""
_FIRST = re.compile(r"[\s/／、，,；;]+")
"""What parts a title from the posts behind it in one cell."""
_LONG = re.compile("长|方向|简介|领域")
_MOST_LINES = 12
_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 10
_MOST_HEAD_LINES = 16
_FEWEST_ROWS = 2
_LONGEST_HEAD = 24
_BELONGS_ABOVE = re.compile(r"[（(][^（()）]{1,8}[)）]")
"""A unit on a line below its head: 经费⏎（万元）."""
_LONGEST_CELL = 400
_MOST_CELLS = 4000
_MOSTLY = 0.7
_BEHIND = 2
"""Within how many rows' cells behind the last the next number shows that rows have more cells than the head."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """The words of a cell, and the line behind it."""

    text: str
    end: int


def with_rows(text: str) -> str:
    """The text, each row of such a table on one line; left alone where a row has fewer cells than the head, or more that
    are no lines of its cells.

    >>> with_rows("序号\\n姓名\\n单位\\n1\\n甲\\n某院\\n2\\n乙\\n某校\\n完")
    '序号\\t姓名\\t单位\\n1\\t甲\\t某院\\n2\\t乙\\t某校\\n\\n完'
    """
    if not (_COUNTS.search(text) or _NAMES.search(text)):
        return text
    lines = text.split("\n")
    heads = {text.count("\n", 0, head.start()) for head in _COUNTS.finditer(text)}
    found: list[str] = []
    at = 0
    while at < len(lines):
        table, end = _table(lines, at) if at in heads else _of_people(lines, at)
        found += [*table, ""] if table else [lines[at]]
        at = end if table else at + 1
    return "\n".join(found)


def _table(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """The rows of the table whose head begins at a line, and the line behind it; none where none does."""
    for paragraphs in (True, False):
        cells = _with_whole_heads(_with_one_head(list(_cells(lines, at, paragraphs=paragraphs))))
        width = _width(cells)
        rows = list(_rows(cells, width)) if width else []
        behind = cells[width * (len(rows) + 1) :][: _BEHIND * width]
        counts_on = any(counted(one.text) == len(rows) + 1 for one in behind)
        if len(rows) >= _FEWEST_ROWS and not counts_on and _are_whole(cells[:width], rows):
            written = [cells[:width], *rows]
            return ["\t".join(one.text for one in row) for row in written], rows[-1][-1].end
    return _of_wrapped(lines, at)


def _of_wrapped(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """The same of a table some of whose cells take several lines."""
    cells = _with_one_head(list(_cells(lines, at, paragraphs=False)))
    height = _width(cells, most=_MOST_HEAD_LINES)
    body = [one.text for one in cells[height:]]
    ends = {place for place, one in enumerate(cells[height:], 1) if not "".join(lines[one.end : one.end + 1]).strip()}
    rows, taken = wrapped_rows([one.text for one in cells[:height]], body, ends) if height else ([], 0)
    return ["\t".join(row) for row in rows], cells[height + taken - 1].end if rows else at


def _of_people(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """The rows below 姓名, 职称 … that each open with a name and hold a title in its place, and the line behind them.

    What the last cell goes on with in lines of its own, where its head says that it is long, belongs to it.
    """
    if not _NAMES.fullmatch(lines[at]):
        return [], at
    cells = list(_cells(lines, at, paragraphs=False))
    heads = [one.text for one in takewhile(lambda one: _HEAD.fullmatch(_blanks_out(one.text)), cells[:_MOST_COLUMNS])]
    width = len(heads)
    place = next((place for place, head in enumerate(heads) if _TITLED.fullmatch(_blanks_out(head))), 0)
    if width < _FEWEST_COLUMNS or not place:
        return [], at
    starts = [one for one in range(width, len(cells) - width + 1) if _opens_row(cells, one, place)]
    rows: list[list[str]] = []
    end = at
    for start, following in pairwise([*starts, 0]):
        told = [one.text for one in cells[start : start + width]]
        more = cells[start + width : following] if following else []
        if start != width + sum(map(len, rows)) or (following and following < start + width):
            return [], at
        ends = len(more) > _MOST_LINES or any(_HEAD.fullmatch(_blanks_out(one.text)) for one in more)
        more = [] if ends else more
        if more and (not _LONG.search(heads[-1]) or any(_is_cell(one.text) for one in more)):
            return [], at
        rows.append([*told, *(one.text for one in more)])
        end = cells[start + width - 1].end
        if ends:  # what follows is another table
            break
    if len(rows) < _FEWEST_ROWS:
        return [], at
    return ["\t".join([*row[: width - 1], one_line("\n".join(row[width - 1 :]))]) for row in (heads, *rows)], end


def _opens_row(cells: Sequence[_Cell], at: int, place: int) -> bool:
    """Whether a name stands here, and a title where the heads put it."""
    return could_be_person(_blanks_out(cells[at].text)) and is_title(_FIRST.split(cells[at + place].text.strip())[0])


def _is_cell(words: str) -> bool:
    """Whether words are a name or a title, which no long cell goes on with: of a row that misses a cell."""
    return could_be_person(_blanks_out(words)) or is_title(words)


def _blanks_out(words: str) -> str:
    return re.sub(r"[ \u3000]", "", words)


def _cells(lines: Sequence[str], at: int, *, paragraphs: bool) -> Iterator[_Cell]:
    """The paragraphs or the lines from one on, the numbers of pages left out, up to a line with tabs."""
    held: list[str] = []
    for place, line in enumerate([*lines[at : at + _MOST_CELLS], ""], at):
        words = line.strip()
        if "\t" in words:
            return
        if held and (not words or not paragraphs):
            yield _Cell(one_line("\n".join(held)), place)
            held = []
        if words and not is_page_number(words):
            held.append(words)


def _with_one_head(cells: Sequence[_Cell]) -> list[_Cell]:
    """The cells without the heads that each page writes again."""
    height = next((place for place, cell in enumerate(cells) if counted(cell.text)), 0)
    head = [cell.text for cell in cells[:height]]
    found = list(cells[:height])
    place = height
    while place < len(cells):
        again = height and [cell.text for cell in cells[place : place + height]] == head
        found += [] if again else [cells[place]]
        place += height if again else 1
    return found


def _with_whole_heads(cells: Sequence[_Cell]) -> list[_Cell]:
    """The cells, a unit joined to the head that it is of; below the heads, where numbers stand, brackets are cells."""
    found: list[_Cell] = []
    for place, cell in enumerate(cells):
        if counted(cell.text):
            return [*found, *cells[place:]]
        if found and _BELONGS_ABOVE.fullmatch(cell.text):
            found[-1] = _Cell(found[-1].text + cell.text, cell.end)
        else:
            found.append(cell)
    return found


def _width(cells: Sequence[_Cell], *, most: int = _MOST_COLUMNS) -> int:
    """How many short cells head the columns, up to the number of the first row; 0 where they head none."""
    for place, cell in enumerate(cells[: most + 1]):
        if counted(cell.text) == 1:
            return place if place >= _FEWEST_COLUMNS else 0
        if len(cell.text) > _LONGEST_HEAD or ends_sentence(cell.text) or counted(cell.text):
            return 0
    return 0


def _rows(cells: Sequence[_Cell], width: int) -> Iterator[Sequence[_Cell]]:
    """The rows that count on from 1, each with a cell of words for every head."""
    for number, start in enumerate(range(width, len(cells), width), 1):
        row = cells[start : start + width]
        told = [one.text for one in row[1:]]
        if len(row) < width or counted(row[0].text) != number or any(len(words) > _LONGEST_CELL for words in told):
            return
        yield row


def _are_whole(heads: Sequence[_Cell], rows: Sequence[Sequence[_Cell]]) -> bool:
    """Whether each line is a cell: no head goes on in the next, and most sums, codes and years stand below their heads."""
    columns = read_header([one.text for one in heads])
    if columns and len(columns) != len(heads):
        return False
    told = [
        fit(column.kind, cell.text) is not None
        for row in rows
        for column, cell in zip(columns, row, strict=False)
        if column.kind in STRICT
    ]
    return sum(told) >= _MOSTLY * len(told)

"""Heads of tables that are rows: which cells of which rows are labels of columns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from ingest.award.forms.grammar import KEYS, LABELS, Group, Kind, Label
from ingest.award.forms.mark import Column, Head
from ingest.award.forms.sheet import Extent, Row, Sheet, rows

__all__ = ["head_cell", "is_key", "is_of_honours", "row_heads"]

_MAX_HEAD_CELL = 30
_HEAD_SHARE = 2 / 3
_DIVIDER = "divider"
"""项目1 beside 项目名称: a merged cell that counts works, no column of theirs."""
_YEARS = frozenset({"year", "published"})
_OF_GIVEN = frozenset({"people", "giver"})
_WORK_NAMES = frozenset({"achievement", "achievement_en"})
"""项目名称 beside 中文名 and 英文名: labels of one cell, no head of columns."""
_KEYS_BUT_AWARD = KEYS.keys() - {"award"} | {"achievement"}


def row_heads(page: Sheet) -> Iterator[Head]:
    """Heads that are rows: at least two thirds of the cells are labels, one of them names a record.

    What stands above labels (基本情况 over 职称|职务|单位), in a row that cells of the head reach up to, is of the head.
    """
    above: Row | None = None
    for row in rows(page, 0, len(page.text)):
        shared = above is not None and any(cell and cell == high for cell, high in zip(row.cells, above.cells, strict=False))
        start = above.start if above is not None and shared else row.start
        above = row
        named = [_head_label(page, cell) for cell in row.cells]
        filled = [cell for cell in row.cells if cell]
        known = [label for label in named if label and label.field != _DIVIDER]
        if len(known) < 2 or len(known) < _HEAD_SHARE * len(filled) or not (is_key(known) or is_of_honours(known)):
            continue
        if {label.field for label in known} <= _WORK_NAMES:
            continue
        if any(len(page.view(*cell).text) > _MAX_HEAD_CELL * 2 for cell in filled):
            continue
        columns = tuple(Column(label.field, label.kind) if label else Column("", Kind.SHORT) for label in named)
        yield Head(_of_holders(_of_users(columns)), start, row.end, "tab")


def _of_users(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns of a table of users: the names of units are theirs, where 应用单位 stands beside the whole of it."""
    if columns[0].field != "user" or not any(column.field == "unit_name" for column in columns):
        return columns
    users = (replace(column, field="user") if column.field == "unit_name" else column for column in columns[1:])
    return (Column("", Kind.SHORT), *users)


def _of_holders(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns of a table of honours: who won is none of the list of those who did the work."""
    if not is_of_honours(columns):
        return columns
    return tuple(replace(one, field="holders") if one.field == "people" else one for one in columns)


def is_key(labels: Iterable[Label]) -> bool:
    """Whether one of the labels names a record, or the work itself."""
    return any(label.field in _KEYS_BUT_AWARD for label in labels)


def is_of_honours(columns: Iterable[Label | Column]) -> bool:
    """Whether columns are those of awards that were won (获奖时间, 奖项名称, 等级), no work's or person's among them."""
    columns = list(columns)
    fields = {one.field for one in columns}
    when = "won" in fields or (bool(fields & _YEARS) and bool(fields & _OF_GIVEN))
    return "award" in fields and when and not any(one.field in _KEYS_BUT_AWARD for one in columns)


def _head_label(page: Sheet, cell: tuple[Extent, ...]) -> Label | None:
    """What a head's cell labels; where it is of two rows that are no label together, what the lower says (作者 / 通讯作者)."""
    if not cell:
        return None
    return head_cell(page.view(*cell).text) or (head_cell(page.view(cell[-1]).text) if len(cell) > 1 else None)


def head_cell(text: str) -> Label | None:
    """The label that a head's cell begins with: notes and what a line break cut off may follow."""
    bare = "".join(text.split()).lstrip("*★")
    if len(bare) > _MAX_HEAD_CELL * 2:
        return None
    for group in (Group.RECORD, Group.TOP, Group.SECTION):
        found = [(len(word), label) for word, label in _words_of(group).get(bare[:1], ()) if _opens(bare, word)]
        found += [(0, label) for label, pattern in _patterns_of(group) if pattern.fullmatch(bare)]
        if found:
            return max(found, key=lambda pair: pair[0])[1]
    return None


@cache
def _words_of(group: Group) -> dict[str, list[tuple[str, Label]]]:
    """The words of a group's labels by their first character."""
    found: dict[str, list[tuple[str, Label]]] = defaultdict(list)
    for label in LABELS:
        for word in label.words if label.group is group and not label.terse else ():
            found[word[0]].append((word, label))
    return dict(found)


@cache
def _patterns_of(group: Group) -> tuple[tuple[Label, re.Pattern[str]], ...]:
    """The labels of a group that a pattern tells."""
    return tuple((label, re.compile(label.pattern)) for label in LABELS if label.group is group and label.pattern)


def _opens(cell: str, word: str) -> bool:
    rest = cell.removeprefix(word)
    return cell == word or (rest != cell and len(word) > 1 and (rest[0] in "（(/、,，" or len(word) >= 4))

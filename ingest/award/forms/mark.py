"""A label where it stands in a form, and the head of a table."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.award.forms.grammar import LABELS, Group, Kind, Label
from ingest.lexicon import is_title, organization_kind

__all__ = ["NUMBER", "Column", "Head", "Mark", "notes_house", "number_mark", "stands_beside", "tells_seat"]

NUMBER = next(label for label in LABELS if label.field == "number")
_LONG_WORD = 4
_COUNTS = re.compile(r"\d{1,2}|[①-⑳]|[一二三四五六七八九十]{1,3}(?=[、)）])")
_SAID = re.compile(r"[ ]+(\S+)(?:\n(\S+))?")
_PART = re.compile(r"[^\s，,、；;。：:（()）]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A label where it stands. Words that label two things (完成单位: a section, a column) have two labels."""

    labels: tuple[Label, ...]
    start: int
    end: int
    colon: bool

    def label(self, *groups: Group) -> Label | None:
        """The label of one of the groups, or None."""
        return next((label for label in self.labels if label.group in groups), None)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; the field is empty where its head is not in the grammar."""

    field: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table. ``cut`` says how its cells are told apart: tab, line or space."""

    columns: tuple[Column, ...]
    start: int
    end: int
    cut: str


def notes_house(text: str, last: Mark, mark: Mark | None) -> bool:
    """Whether a label opens a bracket behind a value of the same field: 工作单位：甲大学（现工作单位：乙医院）."""
    house = any(label.field == "employer" for label in last.labels)
    return house and mark is not None and text[mark.start - 1] in "（(" and mark.labels == last.labels


def stands_beside(text: str, first: Mark, mark: Mark) -> bool:
    """Whether two labels without colons stand side by side: wide gaps before and behind the second, or behind it what
    it alone can label (项目名称 某某研究 推荐单位 某某医学会).
    """
    wide = text[mark.start - 3 : mark.start] == "   " and text[mark.end : mark.end + 2] == "  "
    bare = not first.colon and not mark.colon
    return bare and ((wide and mark.end - mark.start >= _LONG_WORD) or _says_its_own(text, mark))


def _says_its_own(text: str, mark: Mark) -> bool:
    """Whether a house stands behind the label of who nominates, a prize behind that of the award, blanks before and behind."""
    said = _SAID.match(text, mark.end)
    if said is None or text[mark.start - 1] != " ":
        return False
    fields = {label.field for label in mark.labels}
    words = [said[1], said[1] + (said[2] or "")]  # a house's name may go on below the line's end
    return ("nominator" in fields and any(map(organization_kind, words))) or ("award" in fields and "奖" in words[1])


def number_mark(text: str, begin: int, at: int) -> list[Mark]:
    """The number ahead of a name as a field of its bearer."""
    numbered = _COUNTS.search(text[begin:at])
    return [Mark((NUMBER,), begin, begin + numbered.start(), True)] if numbered else []


def tells_seat(words: str) -> bool:
    """Whether one of the words is a title or a house."""
    return any(is_title(part) or organization_kind(part) is not None for part in _PART.findall(words))

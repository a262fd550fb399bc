"""A label where it stands in a form, and the head of a table."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.award.forms.grammar import Group, Kind, Label

__all__ = ["Column", "Head", "Mark", "notes_house", "stands_beside"]

_LONG_WORD = 4


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
    """Whether two labels without colons stand side by side, wide gaps before and behind the second."""
    wide = text[mark.start - 3 : mark.start] == "   " and text[mark.end : mark.end + 2] == "  "
    return wide and not first.colon and not mark.colon and mark.end - mark.start >= _LONG_WORD

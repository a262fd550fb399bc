"""A label where it stands in a form, and the head of a table."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.award.forms.grammar import Group, Kind, Label

__all__ = ["Column", "Head", "Mark"]


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

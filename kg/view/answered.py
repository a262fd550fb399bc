# ruff: noqa: D102  (what the members are stands in the docstring of each class)
"""What a page needs to know of an answer; `kg.queries.Answer` is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kg.store import Rows

__all__ = ["Answered", "Asked", "Column"]


class Column(Protocol):
    """A column and its headings."""

    @property
    def name(self) -> str: ...
    @property
    def zh(self) -> str: ...
    @property
    def en(self) -> str: ...


class Asked(Protocol):
    """A question: its words by language, its columns, and how it is best drawn (network, table or timeline)."""

    @property
    def title(self) -> Mapping[str, str]: ...
    @property
    def question(self) -> Mapping[str, str]: ...
    @property
    def parameters(self) -> Sequence[Column]: ...
    @property
    def returns(self) -> Sequence[Column]: ...
    @property
    def view(self) -> str: ...


class Answered(Protocol):
    """The question, the parameters that were used, and the rows; the column ``edges`` holds ids."""

    @property
    def question(self) -> Asked: ...
    @property
    def parameters(self) -> Mapping[str, object]: ...
    @property
    def rows(self) -> Rows: ...

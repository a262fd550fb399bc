"""Python source laid out as ruff lays it out: on one line where it fits, one element a line where it does not."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["WIDTH", "Call", "literal", "rows", "strings"]

WIDTH = 128
"""The line length that pyproject.toml sets for ruff."""

_INDENT = "    "


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """``head`` (a callable's name, or nothing for a tuple) with elements in parentheses; elements are source or Calls."""

    head: str
    elements: tuple[str | Call, ...]

    def flat(self) -> str:
        """The source on one line."""
        inner = ", ".join(element if isinstance(element, str) else element.flat() for element in self.elements)
        comma = "," if not self.head and len(self.elements) == 1 else ""
        return f"{self.head}({inner}{comma})"


def literal(text: str) -> str:
    """A string literal in double quotes.

    >>> literal('a "b"')
    '"a \\\\"b\\\\""'
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def strings(values: Iterable[str]) -> Call:
    """A tuple of string literals."""
    return Call(head="", elements=tuple(literal(value) for value in values))


def rows(lead: str, call: Call, *, depth: int) -> list[str]:
    """The lines of ``lead`` and the call behind it, ended by a comma, at a depth of indentation."""
    flat = f"{_INDENT * depth}{lead}{call.flat()},"
    if _width(flat) <= WIDTH:
        return [flat]
    lines = [f"{_INDENT * depth}{lead}{call.head}("]
    for element in call.elements:
        inner = [f"{_INDENT * (depth + 1)}{element},"] if isinstance(element, str) else rows("", element, depth=depth + 1)
        lines.extend(inner)
    return [*lines, f"{_INDENT * depth}),"]


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)

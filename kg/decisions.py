"""What people decided about who is who: a decision a line, in a file that is read, reviewed and kept like a text.

A decision calls things by what documents say of them (name, institution, document), never by ids alone, so it outlives
rebuilds. Where two decisions contradict each other, the later line holds.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kg.errors import DecisionError
from kg.vocab import LABELS

__all__ = ["DECISIONS", "KINDS", "Decision", "Side", "append", "bind", "drop", "line_of", "read"]

DECISIONS = "identity.jsonl"
"""The file's name in a home folder, and beside an export."""

KINDS = ("merge", "split")

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_FIELDS = frozenset({"decide", "label", "one", "other", "why", "by", "date"})
_SIDE = ("name", "institution", "document")
_SOURCES = frozenset({"Document", "Passage"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A thing by its name, with the institution stated beside it or the document (file name or id) that speaks of it.

    ``ids`` are the documents of that file name, once the decision is bound to a workspace.
    """

    name: str
    institution: str = ""
    document: str = ""
    ids: frozenset[str] = field(default=frozenset(), compare=False)

    def covers(self, document: str) -> bool:
        """Whether what a document (by id) says can be meant."""
        return not self.document or document == self.document or document in self.ids

    def __str__(self) -> str:
        where = "，".join(part for part in (self.institution, self.document) if part)
        return f"{self.name}（{where}）" if where else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Two sides are one (merge) or two (split). A split without ``other`` holds its side apart from all others of the name.

    ``line`` is where it stands in its file, from 1; it calls the decision.
    """

    decide: str
    label: str
    one: Side
    other: Side | None = None
    why: str
    by: str = ""
    date: str = ""
    line: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        if self.decide not in KINDS:
            raise DecisionError(f'"{self.decide}" is no decision; allowed are {", ".join(KINDS)}')
        if self.label not in LABELS or self.label in _SOURCES:
            raise DecisionError(f'"{self.label}" is no label of things; see: kg find NAME')
        if not self.why.strip():
            raise DecisionError("a decision needs its reason (why)")
        if self.decide == "merge" and self.other is None:
            raise DecisionError("a merge needs two sides (one, other)")
        if self.other is None and not (self.one.institution or self.one.document):
            raise DecisionError("a split of one name needs an institution or a document")
        if self.date and not _DATE.fullmatch(self.date):
            raise DecisionError(f'"{self.date}" is no date; write 2024, 2024-05 or 2024-05-31')

    def __str__(self) -> str:
        return (
            f"{self.one} {'=' if self.decide == 'merge' else '≠'} {self.other or f'其他{self.one.name} (others of the name)'}"
        )


def read(home: Path) -> tuple[Decision, ...]:
    """The decisions of a home folder, in order; none where there is no file. Raises DecisionError with file and line."""
    path = home / DECISIONS
    return tuple(_parsed(line, f"{path}:{number}", number) for number, line in enumerate(_lines(path), 1) if line.strip())


def line_of(decision: Decision) -> str:
    """A decision as its line of the file, without the line's end."""
    told: dict[str, Any] = {"decide": decision.decide, "label": decision.label, "one": _told(decision.one)}
    if decision.other:
        told["other"] = _told(decision.other)
    told |= {name: value for name in ("why", "by", "date") if (value := getattr(decision, name))}
    return json.dumps(told, ensure_ascii=False)


def append(home: Path, decision: Decision) -> Decision:
    """Write a decision behind the others; it comes back with its line. The file is replaced whole or not at all."""
    read(home)
    lines = [*_lines(home / DECISIONS), line_of(decision)]
    _write(home / DECISIONS, lines)
    return replace(decision, line=len(lines))


def drop(home: Path, line: int) -> Decision:
    """Take a decision out; those behind it move up. DecisionError where that line holds none."""
    decisions = read(home)
    found = next((one for one in decisions if one.line == line), None)
    if found is None:
        there = ", ".join(str(one.line) for one in decisions) or "none"
        raise DecisionError(f"{home / DECISIONS}: no decision {line}; there: {there}; see: kg decisions")
    lines = _lines(home / DECISIONS)
    _write(home / DECISIONS, [*lines[: line - 1], *lines[line:]])
    return found


def bind(decisions: Iterable[Decision], sources: Mapping[str, Iterable[str]]) -> tuple[Decision, ...]:
    """Decisions whose sides know the ids of their documents; ``sources`` are ids by file name."""
    return tuple(
        replace(one, one=_bound(one.one, sources), other=_bound(one.other, sources) if one.other else None) for one in decisions
    )


def _bound(side: Side, sources: Mapping[str, Iterable[str]]) -> Side:
    return replace(side, ids=frozenset(sources.get(side.document, ())))


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_text("utf-8") if path.is_file() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(f"{path}: cannot be read ({error}); it is UTF-8 text, a decision a line") from error
    return text.removesuffix("\n").split("\n") if text else []


def _write(path: Path, lines: Iterable[str]) -> None:
    draft = path.with_name(f".{path.name}.part")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(line + "\n" for line in lines)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise DecisionError(f"{path}: cannot be written ({error.strerror})") from error
    finally:
        draft.unlink(missing_ok=True)


def _parsed(line: str, where: str, number: int) -> Decision:
    try:
        told = json.loads(line)
    except ValueError as error:
        raise DecisionError(f"{where}: not JSON ({error}); mend the line, or take it out") from error
    try:
        return _decision(told, number)
    except (DecisionError, TypeError) as error:
        raise DecisionError(f"{where}: {error}; mend the line, or take it out") from error


def _decision(told: Any, number: int) -> Decision:
    if not isinstance(told, dict):
        raise DecisionError("not an object in braces")
    if unknown := sorted(told.keys() - _FIELDS):
        raise DecisionError(f"unknown: {', '.join(unknown)}; allowed are {', '.join(sorted(_FIELDS))}")
    if missing := {"decide", "label", "one", "why"} - told.keys():
        raise DecisionError(f"lacks {', '.join(sorted(missing))}")
    if strange := [name for name in ("decide", "label", "why", "by", "date") if not isinstance(told.get(name, ""), str)]:
        raise DecisionError(f"{', '.join(strange)}: not text")
    sides = {name: _side(told[name], name) for name in ("one", "other") if told.get(name) is not None}
    return Decision(**{**told, "other": None, **sides}, line=number)


def _side(told: Any, which: str) -> Side:
    texts = isinstance(told, dict) and all(isinstance(value, str) for value in told.values())
    if not texts or not told.get("name") or told.keys() - set(_SIDE):
        raise DecisionError(f'"{which}" is not a name with an institution or document')
    return Side(**told)


def _told(side: Side) -> dict[str, str]:
    return {name: value for name in _SIDE if (value := getattr(side, name))}

"""Heads of tables whose labels stand side by side, or a line each: which runs of labels are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.award.forms.grammar import Group, Kind
from ingest.award.forms.mark import Column, Head, Mark
from ingest.award.forms.rowheads import is_key
from ingest.award.forms.sheet import Extent
from ingest.award.forms.works import GROUP
from ingest.lexicon import is_person, is_title, organization_kind
from kg.text import HAN

__all__ = ["with_line_heads"]

_UNKNOWN_COLUMN = re.compile(rf"[ \n\t]*([{HAN}（）()/、]{{2,6}})(?=[ \n\t])")

_LAST_COLUMN = re.compile(rf"(?:[ ]+|[ ]*\n[ ]*)(?P<words>[{HAN}（）()/、]{{2,12}})(?=[ ]*\n\s*1[.、]?\s)")
"""A column behind the last that a label heads, right above the row that counts 1."""


def with_line_heads(text: str, marks: list[Mark]) -> Iterator[Mark | Head]:
    """The marks, with each run of labels that has nothing between them read as a table's head."""
    index = 0
    while index < len(marks):
        run, unknown = _run(text, marks, index)
        labels = [found for mark in run if (found := mark.label(Group.RECORD, Group.TOP))]
        if len({label.field for label in labels}) > 1 and len(labels) == len(run) and is_key(labels):
            last = _LAST_COLUMN.match(text, run[-1].end) if labels[0].kind is Kind.RANK else None
            unlabelled = last is not None and _could_head(last["words"])
            unknown |= {len(run) - 1} if unlabelled else set()
            end = last.end() if last is not None and unlabelled else run[-1].end
            yield Head(tuple(_columns(run, unknown)), run[0].start, end, _cut(text, run))
        else:
            yield from run
        index += len(run)


def _run(text: str, marks: list[Mark], index: int) -> tuple[list[Mark], set[int]]:
    """The marks from one on that follow each other without words between, and behind which of them an unknown column stands."""
    run: list[Mark] = [marks[index]]
    unknown: set[int] = set()
    if run[0].labels[0].field == GROUP:  # a heading above a work heads no column
        return run, unknown
    while index + 1 < len(marks) and not run[-1].colon and run[-1].label(Group.RECORD, Group.TOP):
        following = marks[index + 1]
        between = text[run[-1].end : following.start]
        if following.colon or not following.label(Group.RECORD, Group.TOP):
            break
        if between.strip():
            column = _UNKNOWN_COLUMN.fullmatch(between + " ", 0) or _UNKNOWN_COLUMN.match(between + " ")
            if len(run) < 2 or column is None or between.strip() != column.group(1) or not _could_head(column.group(1)):
                break
            unknown.add(len(run) - 1)
        run.append(following)
        index += 1
    return run, unknown


def _could_head(text: str) -> bool:
    return organization_kind(text) is None and not is_person(text) and not is_title(text)


def _columns(run: list[Mark], unknown: set[int]) -> Iterator[Column]:
    for place, mark in enumerate(run):
        label = mark.label(Group.RECORD, Group.TOP)
        if label is not None:
            yield Column(label.field, label.kind)
        if place in unknown:
            yield Column("", Kind.SHORT)


def _cut(text: str, run: list[Mark]) -> str:
    """Cells are told apart by line where every label of the head stands on its own line, else by space."""
    gaps: list[Extent] = [(left.end, right.start) for left, right in pairwise(run)]
    return "line" if all("\n" in text[start:end] or "\t" in text[start:end] for start, end in gaps) else "space"

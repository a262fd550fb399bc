"""Heads of tables of users whose cells no tabs part: 序号 应用单位名称 应用的技术 起止时间, on one line or a line each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.award.forms.grammar import Kind, Label
from ingest.award.forms.mark import Column, Head
from ingest.award.forms.rowheads import head_cell

__all__ = ["user_heads"]

_HEADS = re.compile(
    r"(?m)^[ ]*(?:序[ \n]*号\s+)?"
    r"(?:单位|机构|医院|用户|(?:主要)?(?:应用|使用|推广应用|推广|采用|装机|引进)(?:单位|机构|医院|用户))(?:名称)?(?=[ \n])"
)
_PIECE = re.compile(r"[^ \n\t]+")
_NAMES = frozenset({"user", "unit_name"})
_USE = frozenset({"used", "technique"})
_LONGEST = 16
_MOST = 8
_CLOSES_LINE = re.compile(r"[ ]*(?:\n|$)")


def user_heads(text: str) -> Iterator[Head]:
    """Runs of labels that hold the names of users and what was used, or when; words that label nothing close the head."""
    for opening in _HEADS.finditer(text):
        start = opening.start() + len(opening.group()) - len(opening.group().lstrip())
        pieces = list(_pieces(text, start))
        by_line = len(pieces) > 1 and all("\n" in text[one.end() : two.start()] for one, two in pairwise(pieces))
        named = list(_labelled(pieces, by_line=by_line))
        fields = {label.field for _, label in named if label}
        if not (fields & _NAMES and fields & _USE) or "rank" in fields:
            continue
        columns = tuple(map(_column, (label for _, label in named)))
        yield Head(columns, start, named[-1][0], "line" if by_line else "space")


def _column(label: Label | None) -> Column:
    """The column of a label; a name of a unit is that of a user here."""
    if label is None:
        return Column("", Kind.SHORT)
    return Column("user" if label.field == "unit_name" else label.field, label.kind)


def _pieces(text: str, start: int) -> Iterator[re.Match[str]]:
    """The words from a place on: those of the line, where it has several, else those of the lines below."""
    first = re.compile(r"序[ \n]*号").match(text, start)
    stop = text.find("\n", first.end() + 1 if first else start)
    stop = len(text) if stop < 0 else stop
    place = first.end() if first else start
    many = len(_PIECE.findall(text[place:stop])) > 1
    yield from [first] if first else []
    for count, piece in enumerate(_PIECE.finditer(text, place, stop if many else len(text))):
        if count >= _MOST or len(piece.group()) > _LONGEST:
            return
        yield piece


def _labelled(pieces: list[re.Match[str]], *, by_line: bool) -> Iterator[tuple[int, Label | None]]:
    """Where each label of the head ends, with the label; a word that is none counts between labels or at a line's end."""
    labels = [(piece.end(), head_cell("".join(piece.group().split()))) for piece in pieces]
    last = max((place for place, (_, label) in enumerate(labels) if label), default=-1)
    yield from labels[: last + 1 if by_line else None]

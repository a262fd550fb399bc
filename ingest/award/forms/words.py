"""The words of the labels, found character by character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from ingest.award.forms.grammar import LABELS, SECTION_TAIL, Group, Label

__all__ = ["GAPS", "words_at"]

GAPS = " \n"
"""What may stand between the characters of a label."""


@dataclass(slots=True)
class _Node:
    after: dict[str, _Node] = field(default_factory=dict)
    labels: tuple[Label, ...] = ()


@cache
def _words_by_character() -> _Node:
    """The words of the labels, character by character: one walk from a place finds all that stand there."""
    root = _Node()
    for label in (label for label in LABELS if not label.heads_only):
        tails = ("", *SECTION_TAIL) if label.group is Group.SECTION else ("",)
        for word in {word + tail for word in label.words for tail in tails}:
            node = root
            for char in word:
                node = node.after.setdefault(char, _Node())
            node.labels += (label,)
    return root


def words_at(text: str, at: int) -> Iterator[tuple[int, tuple[Label, ...]]]:
    """The words at a place, the shorter first: where each ends, gaps between its characters allowed, and what it labels."""
    node = _words_by_character()
    for place in range(at, len(text)):
        char = text[place]
        if char in GAPS and place > at:
            continue
        if char not in node.after:
            return
        node = node.after[char]
        if node.labels:
            yield place + 1, node.labels

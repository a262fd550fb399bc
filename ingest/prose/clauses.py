"""The clauses of a sentence, and what one of them opens with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import EntityRef

__all__ = ["MARK", "Opening", "clause_starts"]

MARK = re.compile(r"[，。；：:;！？!?（()）]|,(?!\d{3})")
"""What parts clauses, and what opens and closes a note."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What a clause opens with; nobody, where that is somebody of whom no figures are kept. ``end`` is in the sentence."""

    refs: tuple[EntityRef, ...]
    end: int
    back: bool = False
    """Whether it only points back (该系统, 公司), so that the paragraph's subject stays."""


def clause_starts(text: str, at: int) -> list[int]:
    """Where the clauses up to a place start, the nearest first; what stands in parentheses that close before it is none."""
    starts = [0]
    opened: list[int] = []
    for match in MARK.finditer(text, 0, at):
        if match.group() in "）)":
            starts = [one for one in starts if not opened or one < opened[-1]]
            opened = opened[:-1]
        else:
            starts.append(match.end())
            opened += [match.end()] if match.group() in "（(" else []
    return starts[::-1]

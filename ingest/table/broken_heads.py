"""Headers whose words are broken within their cells and go on on the line below: 序 项目名称 项目负 | 号 责人."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import comb

from ingest.table.columns import Column, could_head, is_known_header, read_header

__all__ = ["broken_header"]

_FEWEST = 3
"""As many words the first line has at least: fewer could be any words."""
_LONGEST_END = 6
_MOST_WAYS = 500


def broken_header(first: Sequence[str], *below: Sequence[str]) -> tuple[Column, ...]:
    """The columns that the words of a line name together with what goes on of them on the lines below, in their order.

    Only where each word is then a header that is known.

    >>> [column.header for column in broken_header(["序", "课题名称", "主持单", "金额"], ["号", "位"])]
    ['序号', '课题名称', '主持单位', '金额']
    """
    words: Sequence[str] = first
    if len(words) < _FEWEST:
        return ()
    for ends in below:
        joined = _joined(words, ends)
        if joined is None:
            return ()
        words = joined
    columns = read_header(words) if all(map(is_known_header, words)) else ()
    return columns if len(columns) == len(words) else ()


def _joined(words: Sequence[str], ends: Sequence[str]) -> Sequence[str] | None:
    """The words with the ends given to those that make most headers with them; None where an end makes none."""
    if not ends or len(ends) >= len(words) or max(map(len, ends)) > _LONGEST_END or comb(len(words), len(ends)) > _MOST_WAYS:
        return None
    ways = [_with(words, ends, places) for places in combinations(range(len(words)), len(ends))]
    return max(ways, key=lambda way: sum(map(is_known_header, way))) if could_head(ways[0]) else None


def _with(words: Sequence[str], ends: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    given = dict(zip(places, ends, strict=True))
    return tuple(word + given.get(place, "") for place, word in enumerate(words))

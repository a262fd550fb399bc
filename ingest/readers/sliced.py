"""Texts whose lines were cut every so many characters, wherever that fell: inside words, names and numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.outline import is_starter
from kg.text import HAN

__all__ = ["unsliced"]

_NARROWEST = 16
"""Characters of a line; shorter ones are names and cells."""
_FEWEST = 3
_SHARE = 0.85
_NEAR = 4
_HAN = re.compile(rf"[{HAN}]")
_CLAUSE = re.compile(r"[，。；、,;]")
_CLOSES = re.compile(r"[。！？；：…!?;:”」』]$")
_GOES_ON = re.compile(r"[，、。；：！？）)》”’%％]")
_LETTER = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[A-Za-z0-9.,/%+\-]{2,}")
_NARROW = re.compile(r"[ -~]")
_TOKEN = re.compile(r"[A-Za-z0-9]")
_DIGIT = re.compile(r"\d")
_ITEM = re.compile(r"\s*(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）、.．](?!\d)|[①-⑳])")
_APART = "\t|│┃┆"


def unsliced(text: str) -> str:
    """The text with the lines joined that were cut at one number of characters; any other text as it is.

    Wrapping by words gives lines of many lengths, cutting by characters lines of one: where nearly all long lines have exactly
    as many characters as the longest, and none ends short of it because a Latin word or a number did not fit, a line of that
    length goes on in the next, and no blank stands between.
    """
    lines = text.split("\n")
    length = _length(lines)
    if not length:
        return text
    joined: list[str] = []
    full = False
    for line in lines:
        if full and _continues(joined[-1], line):
            joined[-1] += line
        else:
            joined.append(line)
        full = len(line) == length and not _is_apart(line)
    return "\n".join(joined)


def _length(lines: Sequence[str]) -> int:
    """The number of characters that lines were cut at; 0 where they were not."""
    longest = max((len(line) for line in lines if not _is_apart(line)), default=0)
    pairs = [(line, after) for line, after in pairwise([*lines, ""]) if _goes_on(line, after)]
    full = [(line, after) for line, after in pairs if len(line) == longest]
    near = sum(longest - _NEAR < len(line) < longest and _is_open(line) for line, _ in pairs)
    if longest < _NARROWEST or len(full) < _SHARE * (len(full) + near) or not any(_HAN.search(line) for line, _ in full):
        return 0
    if any(_is_wrapped(line, after, longest) for line, after in pairs):
        return 0
    if len({len(_NARROW.findall(line)) for line, _ in full}) == 1 and not any(_parts(_TOKEN, *one) for one in full):
        return 0  # as wide as each other, too: wrapped by columns
    told = [not _opens_anew(line, after) and (_is_open(line) or _is_cut(line, after)) for line, after in full]
    if len(full) >= _FEWEST:
        return longest if sum(told) > len(told) / 2 else 0
    return longest if all(told) and (len(full) > 1 or _is_cut(*full[0]) or _parts(_DIGIT, *full[0])) else 0


def _is_wrapped(line: str, after: str, longest: int) -> bool:
    """Whether a line ends in mid sentence because the next one's first word did not fit."""
    word = _WORD.match(after)
    return word is not None and _is_open(line) and len(line) < longest < len(line) + len(word.group())


def _goes_on(line: str, after: str) -> bool:
    return bool(after.strip()) and not _is_apart(line) and not _is_apart(after)


def _is_open(line: str) -> bool:
    """Whether a line of prose ends in the middle of a sentence."""
    return bool(_CLAUSE.search(line) and not _CLOSES.search(line))


def _is_cut(line: str, after: str) -> bool:
    """Whether no author ends a line where this one ends."""
    return bool(_GOES_ON.match(after)) or _parts(_LETTER, line, after)


def _parts(kind: re.Pattern[str], line: str, after: str) -> bool:
    return bool(kind.match(line[-1]) and kind.match(after))


def _continues(before: str, line: str) -> bool:
    return bool(line.strip()) and not _is_apart(line) and not _opens_anew(before, line)


def _opens_anew(before: str, line: str) -> bool:
    """Whether the line begins an item, or anything of its own behind a sentence; the rest of a number may look like one."""
    numbered = _ITEM.match(line) is not None and not _parts(_DIGIT, before, line.lstrip())
    return numbered or (bool(_CLOSES.search(before)) and is_starter(line.strip()))


def _is_apart(line: str) -> bool:
    """Whether the line is a row of a table, whose cells end in it."""
    return any(mark in line for mark in _APART)

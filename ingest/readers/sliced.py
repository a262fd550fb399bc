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
_ASTRAY = 0.25
"""How many lines wrapped by words a text may have had before it was cut, for each line that ends inside a word or a number."""
_HAN = re.compile(rf"[{HAN}]")
_CLAUSE = re.compile(r"[，。；、,;]")
_CLOSES = re.compile(r"[。！？；：…!?;:”」』]$")
_OPENS = re.compile(r"[（(]$")
_MARKED = re.compile(r"<b>|<h\d>|#{1,4} ")
_LISTS = re.compile(rf"、[{HAN}]{{1,3}}$")
_GOES_ON = re.compile(r"[，、。；：！？）)》”’%％]")
_LETTER = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[A-Za-z0-9.,/%+\-]{2,}")
_NARROW = re.compile(r"[ -~]")
_TOKEN = re.compile(r"[A-Za-z0-9]")
_DIGIT = re.compile(r"\d")
_REFERENCE = re.compile(r"\s*[\[［]\d{1,3}[\]］]")
_ITEM = re.compile(rf"\s*(?:[（(]?(?:\d{{1,3}}|[一二三四五六七八九十]{{1,3}})[)）、.．](?!\d)|[①-⑳])|{_REFERENCE.pattern}")
_APART = "\t|│┃┆"
_SET_IN = re.compile(r" {8}")
_ROW = re.compile(rf"[{_APART}\s]*(?P<number>\d{{1,3}})[.、]?\s*[{_APART}]")


def unsliced(text: str) -> str:
    """The text with the lines joined that were cut at one number of characters; any other text as it is.

    Wrapping by words gives lines of many lengths, cutting by characters lines of one: where nearly all long lines have exactly
    as many characters as the longest, and none ends short of it because a Latin word or a number did not fit, a line of that
    length goes on in the next, and no blank stands between. Rows of tables were cut like that where none of them is longer.
    """
    lines = text.split("\n")
    length = _length(lines)
    if not length:
        return text
    rows = max(len(line) for line in lines if not _SET_IN.match(line)) == length
    joined: list[str] = []
    full = False
    for line in lines:
        if full and (rows or not _is_apart(line)) and _continues(joined[-1], line):
            joined[-1] += line
        else:
            joined.append(line)
        full = len(line) == length and (rows or not _is_apart(line))
    return "\n".join(joined)


def _length(lines: Sequence[str]) -> int:
    """The number of characters that lines were cut at; 0 where they were not."""
    longest = max((len(line) for line in lines if not _is_apart(line)), default=0)
    pairs = [(line, after) for line, after in pairwise([*lines, ""]) if _goes_on(line, after)]
    full = [(line, after) for line, after in pairs if len(line) == longest]
    near = sum(longest - _NEAR < len(line) < longest and _is_open(line) for line, _ in pairs)
    rows = [len(line) for line in lines if _is_apart(line) and not _SET_IN.match(line)]
    whole = len(full) + (rows.count(longest) if max(rows, default=0) == longest else 0)
    if longest < _NARROWEST or whole < _SHARE * (whole + near) or not any(_HAN.search(line) for line, _ in full):
        return 0
    if sum(_is_wrapped(line, after, longest) for line, after in pairs) > sum(_parts(_TOKEN, *one) for one in full) * _ASTRAY:
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
    """Whether no author ends a line where this one ends: before a mark, inside a word, in a sentence whose clauses go on."""
    return (
        bool(_GOES_ON.match(after)) or _parts(_LETTER, line, after) or bool(_CLAUSE.search(after) and not _CLOSES.search(line))
    )


def _parts(kind: re.Pattern[str], line: str, after: str) -> bool:
    return bool(kind.match(line[-1]) and kind.match(after))


def _continues(before: str, line: str) -> bool:
    return bool(line.strip()) and not _opens_anew(before, line) and not _opens_row(before, line)


def _opens_row(before: str, line: str) -> bool:
    """Whether a line begins with the number that follows the one that the row before it began with."""
    above, below = _ROW.match(before), _ROW.match(line)
    return above is not None and below is not None and int(below["number"]) == int(above["number"]) + 1


def _opens_anew(before: str, line: str) -> bool:
    """Whether the line begins an item, what a converter marked as a label or heading, or anything of its own behind a sentence.

    The rest of a number, of a bracket or of a name may look like one: 2021, 65 (|3): 12; 裘宁、祝|一、….
    """
    if _OPENS.search(before):
        return False
    if _MARKED.match(line):
        return True
    closed = bool(_CLOSES.search(before))
    numbered = _ITEM.match(line) is not None and not _parts(_DIGIT, before, line.lstrip())
    listed = closed or _ITEM.match(before) is not None or not _LISTS.search(before)
    if _REFERENCE.match(line) and not (closed or before[-1:].isdigit() or _REFERENCE.match(before)):
        return False  # the mark of a source behind what the line before ends with: 甲团队|[3]提出了
    return (numbered and listed) or (closed and is_starter(line.strip()))


def _is_apart(line: str) -> bool:
    """Whether the line is a row of a table, whose cells end in it, or is set in far, as signatures and page numbers are."""
    return any(mark in line for mark in _APART) or _SET_IN.match(line) is not None

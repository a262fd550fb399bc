"""Spaces that stand between characters for looks alone: those of text recognition, those around numbers in Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.text import HAN

__all__ = ["recognised", "tidier"]

_SIGN = rf"[{HAN}，、。；：（）《》“”]"
_RUN = re.compile(rf"(?:{_SIGN} ){{5,}}{_SIGN}")
"""Single characters, each with a space behind it: longer than any padded name or label."""
_LETTER = re.compile(f"[{HAN}]")
_BETWEEN = re.compile(rf"(?<={_SIGN}) (?={_SIGN})")
_PROSE = re.compile(rf"[，。；]|[{HAN}][,.](?:\s|$)")
_BESIDE_NUMBER = re.compile(rf"(?<=[{HAN}]) (?=\d)|(?<=\d) (?=[{HAN}])")
_TOUCHES_NUMBER = re.compile(rf"(?<=[{HAN}])(?=\d)|(?<=\d)(?=[{HAN}])")
_ITEM_NUMBER = re.compile(r"[ ]*\d[\d.]* (?![年月日])")
"""What numbers an item at the beginning of its line; its space stays."""
_SHARE = 0.4
_FEWEST = 5
_TIMES = 2


def recognised(text: str) -> str:
    """The text without the spaces that text recognition sets between characters, where most of it is set so.

    >>> recognised("松 原 医 科 大 学 阮 怀 瑾 到 会 。"), recognised("阮 怀 瑾")
    ('松原医科大学阮怀瑾到会。', '阮 怀 瑾')
    """
    return _BETWEEN.sub("", text) if _is_spaced(text) else text


def tidier(text: str) -> Callable[[str], str]:
    """What takes the spaces around numbers out of the sentences of a text, where most of its numbers are set with them."""
    if not _sets_numbers_apart(text):
        return str

    def tidy(part: str) -> str:
        item = _ITEM_NUMBER.match(part)
        start = item.end() if item else 0
        prose = "\t" not in part and _PROSE.search(part)
        return part[:start] + _BESIDE_NUMBER.sub("", part[start:]) if prose else part

    return tidy


def _is_spaced(text: str) -> bool:
    if not _RUN.search(text):
        return False
    inside = sum(len(_LETTER.findall(run.group())) for run in _RUN.finditer(text))
    return inside > _SHARE * len(_LETTER.findall(text))


def _sets_numbers_apart(text: str) -> bool:
    lines = [line for line in text.split("\n") if "\t" not in line and _PROSE.search(line)]
    apart = sum(len(_BESIDE_NUMBER.findall(line)) for line in lines)
    touching = sum(len(_TOUCHES_NUMBER.findall(line)) for line in lines)
    return apart >= _FEWEST and apart >= _TIMES * touching

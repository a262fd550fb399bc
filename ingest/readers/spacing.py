"""Spaces that text recognition sets between characters."""

from __future__ import annotations

import re

from kg.text import HAN

__all__ = ["is_recognised", "recognised"]

_SIGN = rf"[{HAN}，、。；：（）《》“”]"
_RUN = re.compile(rf"(?:{_SIGN} ){{5,}}{_SIGN}")
"""Single characters, each with a space behind it: longer than any padded name or label."""
_SINGLE = re.compile(rf"(?<![^ ]){_SIGN}(?![^ ])")
_MARKS = re.compile("[，。、；：]")
_FEWEST = 12
_MOSTLY = 0.8
"""A line of which so many characters, such a share of all and a mark among them, stand alone is set so by itself."""
_LETTER = re.compile(f"[{HAN}]")
_BETWEEN = re.compile(rf"(?<={_SIGN}) (?=[{HAN}，、。；：（）《》“”\w])|(?<=\w) (?={_SIGN})")
_SHARE = 0.4


def recognised(text: str) -> str:
    """The text without such spaces, where most of it, or a whole line, is set with them; wider gaps stay.

    >>> recognised("松 原 医 科 大 学 2016 年 阮 怀 瑾 到 会 。"), recognised("阮 怀 瑾")
    ('松原医科大学2016年阮怀瑾到会。', '阮 怀 瑾')
    """
    if is_recognised(text):
        return _BETWEEN.sub("", text)
    return "\n".join(_BETWEEN.sub("", line) if _is_parted(line) else line for line in text.split("\n"))


def _is_parted(line: str) -> bool:
    if line.count(" ") < _FEWEST:
        return False
    alone = "".join(_SINGLE.findall(line))
    return len(alone) >= max(_FEWEST, _MOSTLY * len(_LETTER.findall(line))) and bool(_MARKS.search(alone))


def is_recognised(text: str) -> bool:
    """Whether most of the text is set with a space between all characters."""
    if not _RUN.search(text):
        return False
    inside = sum(len(_LETTER.findall(run.group())) for run in _RUN.finditer(text))
    return inside > _SHARE * len(_LETTER.findall(text))

"""Spaces that text recognition sets between characters."""

from __future__ import annotations

import re

from kg.text import HAN

__all__ = ["recognised"]

_SIGN = rf"[{HAN}，、。；：（）《》“”]"
_RUN = re.compile(rf"(?:{_SIGN} ){{5,}}{_SIGN}")
"""Single characters, each with a space behind it: longer than any padded name or label."""
_LETTER = re.compile(f"[{HAN}]")
_BETWEEN = re.compile(rf"(?<={_SIGN}) (?={_SIGN})")
_SHARE = 0.4


def recognised(text: str) -> str:
    """The text without such spaces, where most of it is set with them; wider gaps stay.

    >>> recognised("松 原 医 科 大 学 阮 怀 瑾 到 会 。"), recognised("阮 怀 瑾")
    ('松原医科大学阮怀瑾到会。', '阮 怀 瑾')
    """
    return _BETWEEN.sub("", text) if _is_spaced(text) else text


def _is_spaced(text: str) -> bool:
    if not _RUN.search(text):
        return False
    inside = sum(len(_LETTER.findall(run.group())) for run in _RUN.finditer(text))
    return inside > _SHARE * len(_LETTER.findall(text))

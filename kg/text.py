"""Chinese text as names and keys: what typesetting varies is folded, what tells things apart is kept."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["HAN", "fold", "heal_name"]

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007"
"""Han characters, for use inside a character class."""

_JOINED = re.compile(rf"[{HAN}，、。；：（）《》“”][{HAN}，、。；：（）《》“”\d]|\d[{HAN}]")
"""Two characters between which no space stands."""
_SPACE = re.compile(r"\s+")
_PUNCTUATION = str.maketrans(
    {
        "，": ",",
        "、": ",",
        "；": ";",
        "：": ":",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "－": "-",
        "–": "-",
        "—": "-",
        "·": ".",
    }
    | {"〔": "(", "〕": ")"}
)


def heal_name(text: str) -> str:
    """A name as it would be written on one line: no spaces inside Chinese, one space between Latin words.

    >>> heal_name("首都医科大学附属北京\\n\\n安贞医院"), heal_name("戴  萌"), heal_name("Walter B.\\nKnox")
    ('首都医科大学附属北京安贞医院', '戴萌', 'Walter B. Knox')
    """
    return text if text.split() == [text] else _SPACE.sub(_healed_gap, text)


def _healed_gap(gap: re.Match[str]) -> str:
    beside = gap.string[max(0, gap.start() - 1) : gap.start()] + gap.string[gap.end() : gap.end() + 1]
    return "" if len(beside) < 2 or _JOINED.match(beside) else " "


def fold(text: str) -> str:
    """The key of a name: width, case, whitespace and the punctuation that typesetting varies are folded.

    >>> fold("T1 Mapping") == fold("Ｔ1 mapping"), fold("专项（部门推荐类）") == fold("专项(部门推荐类)")
    (True, True)
    """
    return _SPACE.sub("", unicodedata.normalize("NFKC", text).translate(_PUNCTUATION).casefold())

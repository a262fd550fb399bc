"""Chinese text as names and keys: what typesetting varies is folded, what tells things apart is kept."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["HAN", "fold", "heal_further", "heal_name"]

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007"
"""Han characters, for use inside a character class."""

_MARKS = "，、。；：（）《》“”"
_NO_SPACE = re.compile(rf"(?<=[{HAN}{_MARKS}])\s+(?=[{HAN}{_MARKS}\d])|(?<=\d)\s+(?=[{HAN}])")
"""A gap between two characters between which no space stands."""
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
    words = text.split()
    return words[0] if len(words) == 1 else " ".join(_NO_SPACE.sub("", text).split())


def heal_further(name: str, word: str) -> str:
    """A healed name with one word more, as ``heal_name`` would have both with a gap between them.

    >>> heal_further("安贞", "医院"), heal_further("Walter B.", "Knox"), heal_further("", "安贞 医院")
    ('安贞医院', 'Walter B. Knox', '安贞医院')
    """
    healed = heal_name(word)
    return f"{name} {healed}" if name and healed and not _NO_SPACE.search(f"{name[-1]} {healed[0]}") else name + healed


def fold(text: str) -> str:
    """The key of a name: width, case, whitespace and the punctuation that typesetting varies are folded.

    >>> fold("T1 Mapping") == fold("Ｔ1 mapping"), fold("专项（部门推荐类）") == fold("专项(部门推荐类)")
    (True, True)
    """
    return _SPACE.sub("", unicodedata.normalize("NFKC", text).translate(_PUNCTUATION).casefold())

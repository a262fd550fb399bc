"""Where the houses of an article's authors stand: the town in their addresses, beside the postcode."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.article_homes import homes_at
from ingest.lexicon import PLACES, is_place
from kg.model import Span
from kg.text import HAN, heal_name

__all__ = ["Stand", "stands_in"]

_B = "[ \\u3000]"
_HOUSE = "(?:大学|学院|医院|研究院|科学院|研究所)"
_IN_NAME = rf"[{HAN}（）()A-Za-z\d·“”]"
_HOME = rf"(?<![{HAN}“])(?P<home>(?:[{HAN}]{{2,20}}{_HOUSE}{_B})?[{HAN}]{_IN_NAME}{{1,30}}\n?{_IN_NAME}{{0,30}})"
_PROVINCE = "|".join(sorted((name for name, kind in PLACES.items() if kind == "province"), key=len, reverse=True))
_IN = rf"(?:[{HAN}]{{2,8}}(?:省|自治区){_B}*|[{HAN}]{{2,3}}{_B}+|(?:{_PROVINCE})(?=[{HAN}]{{2}}))?"
"""The province before a town."""
_TOWN = rf"(?P<town>(?!电话|传真|邮|信箱|手机|联系|编号|通[信讯]|地址)[{HAN}]{{2,4}}(?<![院所科系室部校司]))"
_LATE = re.compile(rf"{_HOME}\s*(?P<mark>[,，]|{_B})\s*{_IN}{_TOWN}\s*(?<!\d)\d{{6}}(?!\d)")
"""某医院放射科, 某省 某市 650000; with a blank alone before a town that is known."""
_NOTED = re.compile(rf"{_HOME}\s*[（(]{_B}*{_IN}{_TOWN}\s*[,，]?\s*(?<!\d)(?P<mark>\d{{6}})(?!\d)\s*[)）]")
"""某医院放射科（某市 650000）."""
_EARLY = re.compile(rf"(?<!\d)\d{{6}}{_B}+{_IN}{_TOWN}\s*[,，]\s*{_HOME}")
"""650000 某市, 某医院放射科."""
_PART_OF = re.compile(r"(?:大学|学院|医院|研究院|研究所|科学院)\s*[,，:：]?\s*[(（]?a[.、．)）](?:[^\n]*[b-h][.、．)）])?\s*$")
"""某大学 a.附属医院；b.|药学院，某市 650000: a part of a house, named by what it is there."""
_FAR = 80
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Stand:
    """A house, its town, and the words that say so."""

    home: str
    town: str
    span: Span


def stands_in(text: str) -> Iterator[Stand]:
    """The houses that addresses with a postcode put into a town; a line's end may part a house, or an author from it.

    >>> [(one.home, one.town) for one in stands_in("西陵大学 放射医学系,云南昆明650000; 650001 大理,岚江医院超声科")]
    [('西陵大学放射医学系', '昆明'), ('岚江医院超声科', '大理')]
    """
    for pattern in (_LATE, _NOTED, _EARLY):
        for match in pattern.finditer(text):
            if _PART_OF.search(text, max(0, match.start("home") - _FAR), match.start("home")):
                continue
            inside = match["home"].rpartition("（")[2]  # 张三（|某医院放射科，某市 650000）
            above, _, below = (match["home"] if "）" in inside else inside).partition("\n")
            named = len(heal_name(above)) <= _LONGEST_NAME and bool(homes_at(below))
            start = match.start("home") + len(above) + 1 if named else min(match.start("home"), match.start("town"))
            told = homes_at(below if named else above + below) or homes_at(above)
            sure = pattern is _NOTED or (pattern is _LATE and match["mark"] in ",，")
            if told and (sure or is_place(match["town"])):
                yield Stand(told[-1], match["town"], Span(start=start, end=match.end()))

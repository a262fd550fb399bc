"""Titles and names of things that are no institutions and no people: what their wording may vary. All names are folded."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from kg.text import HAN

__all__ = ["WORDINGS", "number", "worded"]

_TENS, _HUNDREDS = 10, 100
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_ORDINAL = re.compile(r"第(?P<number>[零〇一二三四五六七八九十百]+)(?=[次届期])")
_YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d\d)年?(?P<name>\D.+)")
_EDITION = re.compile(r"(?<=\d{4})版(?=\)|$)")
_MARKS = re.compile(rf"(?<!\d)[^a-z0-9{HAN}α-ωà-ɏ*+/]|[^a-z0-9{HAN}α-ωà-ɏ*+/](?!\d)")
_AND = re.compile(r"及其|以及|[与及]")
_TECHNIQUE = re.compile(r"(?<=..)技术$")
_LEAST_TITLE = 10


def worded(label: str, name: str) -> tuple[str, str]:
    """The form that a name shares with its other wordings, and the rule; the name and nothing where no rule is known.

    >>> worded("Award", "某省科学技术进步奖") == worded("Award", "某省科技进步奖")
    True
    >>> worded("Conference", "第十二届某某大会"), worded("Guideline", "某病共识(2021版)")
    (('第12届某某大会', 'CONFERENCE_WORDING'), ('某病共识(2021年版)', 'EDITION_WORDING'))
    """
    rule, form = WORDINGS.get(label, ("", _same))
    return form(name), rule


def number(text: str) -> str:
    """A Chinese number below a thousand in digits; any other text as it is.

    >>> number("四十九"), number("十二"), number("一百零三"), number("s49")
    ('49', '12', '103', 's49')
    """
    if not text or any(char not in _DIGITS and char not in "十百" for char in text):
        return text
    total, digit = 0, 0
    for char in text:
        if char in "十百":
            total += (digit or 1) * (_TENS if char == "十" else _HUNDREDS)
            digit = 0
        else:
            digit = _DIGITS[char]
    return str(total + digit)


def _same(name: str) -> str:
    return name


def _conference(name: str) -> str:
    name = _ORDINAL.sub(lambda found: f"第{number(found['number'])}", name)
    return _YEAR_FIRST.sub(r"\g<name>\g<year>", name) if _YEAR_FIRST.fullmatch(name) else name


def _title(name: str) -> str:
    """Long titles without what copying varies: 的, 与 = 及 = 和."""
    return _AND.sub("和", name.replace("的", "")) if len(name) >= _LEAST_TITLE else name


@lru_cache(maxsize=1 << 14)
def _paper(name: str) -> str:
    return _MARKS.sub("", name) if len(name) >= _LEAST_TITLE else name


WORDINGS: dict[str, tuple[str, Callable[[str], str]]] = {
    "Award": ("AWARD_WORDING", lambda name: name.replace("科学技术", "科技")),
    "FundingProgram": ("PROGRAMME_WORDING", lambda name: name.replace("重点专项", "专项") if "计划" in name else name),
    "Technology": ("TECHNIQUE_WORDING", lambda name: _TECHNIQUE.sub("", name)),
    "Publication": ("TITLE_MARKS", _paper),
    "Grant": ("TITLE_WORDING", _title),
    "Achievement": ("TITLE_WORDING", _title),
    "Guideline": ("EDITION_WORDING", lambda name: _EDITION.sub("年版", name)),
    "Conference": ("CONFERENCE_WORDING", _conference),
}
"""By label the rule and the form: 科学技术奖 = 科技奖; 重点专项 = 专项 of a plan; 某技术 = 某; marks of papers' titles;
与, 及 and 的 in titles of projects; 2021版 = 2021年版; 第十二届 = 第12届, the year before or behind."""

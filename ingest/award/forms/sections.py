"""Where the next of a form's numbered sections begins, whatever its label says: behind 6、… stands 7、…."""

from __future__ import annotations

import re

from ingest.lexicon import is_person, organization_kind
from kg.text import HAN

__all__ = ["before_chapter", "before_next_section", "before_signature"]

_CHAPTER = re.compile(rf"\n[ \t]*[一二三四五六七八九十]{{1,2}}、[ \t]*(?P<words>[{HAN}]{{2,14}})[ \t]*(?=\n)")
_NUMBER = re.compile(r"[ \t]*(?P<open>[（(]?)(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})(?P<mark>[)）、.．])")
_CHINESE = ("", *"一二三四五六七八九十", *(f"十{one}" for one in "一二三四五六七八九"), "二十")
_SIGNED = re.compile(
    rf"\n[ \t]*(?P<who>[{HAN}（）()]{{4,30}})[ \t]*\n\s*(?:(?:19|20)\d\d[ ]*[年.\-/][ ]*\d{{1,2}}[ ]*[月.\-/][ ]*\d{{1,2}}日?"
    r"|二[〇○Ｏ零0][^\n]{2}年[^\n]{1,3}月[^\n]{1,3}日)[ \t]*(?=\n|$)"
)
"""Who signs a notice, with the date below."""
_NOTICE_ENDS = re.compile(
    r"\n[ \t]*(?:特此(?:公示|公告|公布|通知|说明|声明)[。！!.]?[ \t]*(?=\n|$)|公示期[内间限][，,：:]|任何单位[和或及]个人)"
)
_SIGNS = re.compile(r"[处部科办室局厅委会司]$")


def before_next_section(text: str, label: tuple[int, int], end: int) -> int:
    """Where a line opens with the number that follows the label's own, if the value holds no list that is counted alike.

    >>> before_next_section("1、名称：甲研究\\n2、推荐渠道：乙", (0, 5), 20)
    8
    >>> before_next_section("3、人员：\\n1、甲\\n4、乙", (0, 5), 17)
    17
    """
    number = _NUMBER.match(text, *label)
    following = _after(number["n"]) if number is not None else ""
    if number is None or not following:
        return end
    mark = re.escape(number["mark"])
    first = "1" if number["n"].isdigit() else "一"
    opens = re.compile(rf"\n[ \t]*{re.escape(number['open'])}(?P<n>{first}|{following}){mark}(?!\d)")
    found = opens.search(text, label[1], end)
    below = found is not None and found["n"] == following and text[label[1] : found.start()].strip()
    return found.start() if found is not None and below else end


def before_chapter(text: str, start: int, end: int) -> int:
    """Where a heading that the grammar does not know (五、支撑材料) opens another chapter; an item is no heading."""
    for chapter in _CHAPTER.finditer(text, start, end):
        named = organization_kind(chapter["words"]) is not None or is_person(chapter["words"])
        if text[start : chapter.start()].strip() and not named:
            return chapter.start()
    return end


def _after(number: str) -> str:
    if number.isdigit():
        return str(int(number) + 1)
    place = _CHINESE.index(number) + 1 if number in _CHINESE else len(_CHINESE)
    return _CHINESE[place] if place < len(_CHINESE) else ""


def before_signature(text: str, start: int, end: int) -> int:
    """Where the notice closes below a value (特此公示), or who signs it stands there, with the date."""
    closing = _NOTICE_ENDS.search(text, start, end)
    end = closing.start() if closing and text[start : closing.start()].strip() else end
    signed = next((one for one in _SIGNED.finditer(text, start, end) if text[start : one.start()].strip()), None)
    signs = signed is not None and (organization_kind(signed["who"]) is not None or _SIGNS.search(signed["who"]))
    return signed.start() if signed is not None and signs else end

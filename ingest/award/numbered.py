"""The marks that number the items of a list: 1. （一） ① 三、 完成人2： No.3, and the number of each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kg.text import HAN

__all__ = ["Marker", "counted_on", "markers", "rank_of"]

_NUMERALS = "一二三四五六七八九十"
_N = rf"(?:\d{{1,2}}|[{_NUMERALS}]{{1,3}})"
_DONE_BY = r"(?:主要)?完成(?:人|单位)"
_LABELLED = rf"(?:第\s*{_N}\s*{_DONE_BY}|(?:{_DONE_BY}|完成人|单位|人|排名|排序)\s*第?\s*{_N}[位名]?)\s*(?:[：:]|(?= ))"
_NAMED_SO = rf"第\s*{_N}\s*(?:主要)?完成人(?:为|是)?(?=[{HAN}·]{{2,6}}[，,（(；;：:])"
"""第一完成人甲，教授，…；第二完成人乙：…."""
_STYLES = tuple(
    (re.compile(pattern), tight)
    for pattern, tight in (
        (r"[（(]\s*\d{1,2}\s*[)）][、.．]?\s*", True),
        (r"\d{1,2}(?:[.．、](?!\d)|[)）])\s*", True),
        (r"[①-⑳]\s*", True),
        (rf"\d{{1,2}}[/／]\d{{1,2}}\s+(?=[{HAN}])", False),
        (rf"(?:{_LABELLED}|{_NAMED_SO})\s*", True),
        (rf"[（(]\s*[{_NUMERALS}]{{1,3}}\s*[)）][、.．]?\s*", True),
        (rf"[{_NUMERALS}]{{1,3}}[、.．]\s*", False),
        (rf"(?:[Nn][Oo]\.?\s*)?\d{{1,2}}\s*[-–—:：]?\s*(?=[{HAN}]|[A-Z][a-z])(?![年月日级期])", False),
    )
)
"""The ways to number, and whether a mark of each may follow a word without a gap: numerals may not, for they end names."""
_NUMBER = re.compile(rf"\d{{1,2}}|[{_NUMERALS}]{{1,3}}|[①-⑳]")
_DIGITS = {char: number for number, char in enumerate("〇一二三四五六七八九十")}
_RANK = re.compile(rf"(?:第|排名|{_DONE_BY}|[Nn][Oo]\.?)?\s*(\d{{1,3}}|[{_NUMERALS}]{{1,3}})")
_ENDS = frozenset(" \t\n，,、；;。）)|")
"""What parts an item from the mark of the next."""
_LEADS = "，,、；; "
_INSIDE = re.compile(r"[A-Za-z\d.点]")
_GOES_ON = re.compile(r"[\d点]")
_WHOLE = re.compile(r"[（(①-⑳]")
"""What a mark opens with that no number of the line above goes on with."""
_JOINS = re.compile(r"[、和及至与第]")
_LIST_OF_NUMBERS = re.compile(r"\d\s*[，,、]\s*\Z")


@dataclass(frozen=True, slots=True)
class Marker:
    """The mark of an item: its number, and where it stands in the text."""

    number: int
    start: int
    end: int


def markers(text: str, lines: Collection[int] = (), *, from_one: bool = True) -> list[Marker]:
    """The marks of a list numbered 1, 2, … from its beginning; marks that do not count on are passed over.

    ``lines`` are the places where lines began before they were healed. A list keeps to one style. A list of the others
    may count on from another list: then its first number is any.

    >>> [one.number for one in markers("一、甲医院；二、乙大学")], markers("李一、王二"), markers("2.甲")
    ([1, 2], [], [])
    """
    start = len(text) - len(text.lstrip(_LEADS))
    best: list[Marker] = []
    for tight in (False, True):
        for pattern, may_follow in _STYLES:
            if (may_follow or not tight) and pattern.match(text, start):
                found = _counted(text, pattern.finditer(text, start), tight=tight, lines=lines, from_one=from_one)
                best = max(best, found, key=len)
        if len(best) > 1:
            break
    return best


def rank_of(text: str) -> int | None:
    """The number of a rank: "1", "第二", "3/11".

    >>> rank_of("第十二完成人"), rank_of("3/11"), rank_of("无")
    (12, 3, None)
    """
    text = text.strip()
    if "①" <= text[:1] <= "⑳":
        return ord(text[0]) - ord("①") + 1
    match = _RANK.match(text)
    if match is None:
        return None
    digits = match.group(1)
    if digits.isdigit():
        return int(digits)
    tens, _, ones = digits.rpartition("十")
    if "十" not in digits:
        return _DIGITS.get(digits)
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + _DIGITS.get(ones, 0)


def counted_on(numbers: list[int], last: int) -> list[int]:
    """The ranks of a list of the others, which begins anew behind the last rank or counts on from it.

    >>> counted_on([1, 2], 1), counted_on([2, 3], 1)
    ([2, 3], [2, 3])
    """
    anew = bool(numbers) and min(numbers) <= last
    return [number + last * anew for number in numbers]


def _counted(text: str, marks: Iterator[re.Match[str]], *, tight: bool, lines: Collection[int], from_one: bool) -> list[Marker]:
    """The marks that count on, the first at the text's beginning."""
    found: list[Marker] = []
    for match in marks:
        if not found and match.start() > len(text) - len(text.lstrip(_LEADS)):
            break
        written = _NUMBER.search(match.group())
        number = rank_of(written.group()) if written else None
        following = number == found[-1].number + 1 if found else number == 1 or not from_one
        if number and following and _opens(text, match.start(), tight=tight, lines=lines):
            found.append(Marker(number, match.start(), match.end()))
    return found


def _opens(text: str, at: int, *, tight: bool, lines: Collection[int]) -> bool:
    """Whether a mark at a place can open an item; a number that a list of numbers goes on with ("1、2") opens none."""
    if at == 0:
        return True
    if _LIST_OF_NUMBERS.search(text[max(0, at - 4) : at]):
        return False
    if at in lines:
        return _WHOLE.match(text[at]) is not None or not _GOES_ON.match(text[at - 1])
    before = text[at - 1]
    return before in _ENDS or (tight and not _INSIDE.match(before) and not _JOINS.match(before))

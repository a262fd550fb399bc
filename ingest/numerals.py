"""Numbers and shares as Chinese texts write them, and sums of money in units of 10,000 yuan."""

from __future__ import annotations

import re

__all__ = ["CHINESE_NUMERAL", "fraction", "number", "to_wan"]

CHINESE_NUMERAL = r"[〇零一二三四五六七八九十百千两]+(?:[万亿][〇零一二三四五六七八九十百千两]*)*"
"""A number in Chinese characters, as a regular expression."""

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_MONEY = re.compile(
    rf"(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?|{CHINESE_NUMERAL})\s*[余多]?\s*(?P<scale>万亿|百万|千万|亿|万|千)?\s*[余多]?\s*(?P<unit>元|人民币|$|(?![\w]))"
)
_IN_DIGITS, _IN_CHARACTERS = re.compile(r"\d+(?:\.\d+)?"), re.compile(CHINESE_NUMERAL + "|[万亿]")
_SCALES = {"千": 0.1, "万": 1.0, "百万": 100.0, "千万": 1000.0, "亿": 10_000.0, "万亿": 100_000_000.0}
_FOREIGN = re.compile("美元|欧元|英镑|日元|港元|港币|美金")


def number(text: str) -> float | None:
    """The value of a number in digits or Chinese characters, None where it is no number.

    >>> number("25,000"), number("25 000"), number("两万五千"), number("二十"), number("十二亿三千万"), number("若干")
    (25000.0, 25000.0, 25000.0, 20.0, 1230000000.0, None)
    """
    plain = text.replace(",", "").replace("，", "").replace(" ", "")
    if _IN_DIGITS.fullmatch(plain):
        return float(plain)
    return float(_chinese(text)) if _IN_CHARACTERS.fullmatch(text) else None


def fraction(text: str) -> tuple[float, str]:
    """A share and its unit: tenths (成), halves and 百分之… are per cent, 1/3 and 三分之一 are decimals without a unit.

    >>> fraction("三成半"), fraction("一半"), fraction("百分之三十"), fraction("三分之一"), fraction("3/4")
    ((35.0, '%'), (50.0, '%'), (30.0, '%'), (0.333333, ''), (0.75, ''))
    """
    if text.endswith(("成", "成半")):
        return (number(text[0]) or 0.0) * 10 + (5.0 if text.endswith("半") else 0.0), "%"
    if text.endswith(("一半", "半数")):
        return 50.0, "%"
    if text.startswith("百分之"):
        return number(text.removeprefix("百分之")) or 0.0, "%"
    low, _, high = text.partition("/")
    if "分之" in text:
        high, _, low = text.partition("分之")
    below = number(high) or 1.0
    return round((number(low) or 0.0) / below, 6), ""


def to_wan(text: str) -> float | None:
    """The sum that a text states, in 万元 (10,000 yuan); None where it states none, or one in a foreign currency.

    >>> to_wan("4.5亿元"), to_wan("1000余万"), to_wan("850万元"), to_wan("5000元"), to_wan("3亿美元")
    (45000.0, 1000.0, 850.0, 0.5, None)
    """
    if _FOREIGN.search(text):
        return None
    for match in _MONEY.finditer(text):
        value, scale = number(match["number"]), match["scale"]
        if value is not None and (scale or match["unit"].startswith(("元", "人"))):
            return round(value * _SCALES[scale] if scale else value / 10_000, 6)
    return None


def _chinese(text: str) -> int:
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SMALL:
            section += (digit or 1) * _SMALL[char]
            digit = 0
        else:
            low = section + digit
            total = total + low * _LARGE[char] if total > _LARGE[char] else (total + low or 1) * _LARGE[char]
            section = digit = 0
    return total + section + digit

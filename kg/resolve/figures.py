"""Figures as they can be compared: in one unit, and as wide as their words leave them (约, 超过, 近, and rounding)."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import NamedTuple

from kg.model import Value

__all__ = ["Range", "agree", "in_units", "range_of"]

_TIMES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_SCALED = re.compile(r"^(?P<scale>[十百千万亿]+)(?P<unit>.*)$")
_YUAN = re.compile(r"^(?:元|人民币|元人民币|人民币元)?$")
_DECIMALS = re.compile(r"\d+(?:\.(?P<decimals>\d+))?")
_ABOUT = 0.1
"""What 约 and 左右 leave open, as a share."""
_NEARLY = 0.2
"""How far below a figure 近 reaches, as a share."""


class Range(NamedTuple):
    """What a figure can be, both ends included, in the plain unit (yuan, people, pieces)."""

    low: float
    high: float
    unit: str


def range_of(qualifiers: Mapping[str, Value]) -> Range | None:
    """The range of a stated figure; None where there is no number.

    >>> range_of({"value": 1.6, "unit": "亿元", "bound": ">", "value_text": "1.6亿"})
    Range(low=160000000.0, high=inf, unit='元')
    >>> range_of({"value": 9, "unit": "个", "value_text": "9个"})
    Range(low=9.0, high=9.0, unit='个')
    """
    value = qualifiers.get("value")
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    times, unit = in_units(str(qualifiers.get("unit", "")))
    low, high = qualifiers.get("value_low"), qualifiers.get("value_high")
    if isinstance(low, int | float) and isinstance(high, int | float):
        return Range(low * times, high * times, unit)
    ends = _ends(float(value), str(qualifiers.get("bound", "")), _step(str(qualifiers.get("value_text", "")), times))
    return Range(ends[0] * times, ends[1] * times, unit)


def in_units(unit: str) -> tuple[float, str]:
    """How many of the plain unit one of this is.

    >>> in_units("亿元"), in_units("万例"), in_units("亿人民币"), in_units("千伏")
    ((100000000.0, '元'), (10000.0, '例'), (100000000.0, '元'), (1000.0, '伏'))
    """
    found = _SCALED.match(unit)
    if not found:
        return 1.0, unit
    times = float(math.prod(_TIMES[sign] for sign in found["scale"]))
    return times, "元" if _YUAN.match(found["unit"]) else found["unit"]


def agree(one: Range, other: Range) -> bool:
    """Whether both can be true; figures of different units are not held against each other."""
    return one.unit != other.unit or (one.low <= other.high and other.low <= one.high)


def _ends(value: float, bound: str, step: float) -> tuple[float, float]:
    match bound:
        case ">" | ">=":
            return value, math.inf
        case "<" | "<=":
            return -math.inf, value
        case "余" | "多":
            return value, math.inf
        case "近":
            return value * (1 - _NEARLY), value + step
        case "":
            return value - step, value + step
        case _:
            return value * (1 - _ABOUT), value * (1 + _ABOUT)


def _step(text: str, times: float) -> float:
    """Half of the last digit that is written; whole numbers of pieces are exact."""
    found = _DECIMALS.search(text.replace(",", ""))
    if found and found["decimals"]:
        return 0.5 / float(10 ** len(found["decimals"]))
    return 0.5 if times >= _TIMES["万"] else 0.0

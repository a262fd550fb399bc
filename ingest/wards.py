"""Departments and schools, their house left out, that a clause opens with before a name: ，超声科|张三; 化工系|李四教授."""

from __future__ import annotations

import re

from ingest.names import DEPARTMENT
from kg.text import HAN

__all__ = ["before_unit", "behind_school", "behind_ward"]

_UNIT_FIRST = re.compile(
    rf"(?P<mark>^|[，。；、：“（和与及由]|(?<=[人者任长])[为是])(?:其中|此外|同时|另外|以及|来自|[我本该医]院)?(?P<unit>(?:(?![和与及由])[{HAN}]){{2,9}}?(?:科|中心))"
    r"(?:第?[一二三四五六七八九十\d]*(?:[党团]总?支部|病区|护理组|[技诊][师断术]组))?$"
)
"""A department that a clause opens with, of a house that was told before, with a branch or a group of its staff."""
_SCHOOL_FIRST = re.compile(rf"(?:^|[，。；：“（])[{HAN}]{{2,8}}(?:(?<![关联体谱派])系|学院|研究所)$")
"""A part of a university that a clause opens with: 化工系|张三丰教授."""
_UNIT_REACH = 18


def before_unit(text: str, start: int) -> int:
    """Where the department begins that stands before a name of a row (甲医院张三、|超声科李四), else where the name does."""
    unit = _UNIT_FIRST.search(text[max(0, start - _UNIT_REACH) : start])
    named = unit is not None and DEPARTMENT.fullmatch(unit["unit"]) is not None
    return max(0, start - _UNIT_REACH) + unit.start("unit") if unit is not None and named else start


def behind_ward(text: str, start: int) -> bool:
    """Whether a department that a clause opens with stands right before."""
    unit = _UNIT_FIRST.search(text[max(0, start - _UNIT_REACH) : start])
    return unit is not None and bool(DEPARTMENT.fullmatch(unit["unit"])) and (bool(unit["mark"]) or start < _UNIT_REACH)


def behind_school(text: str, start: int) -> bool:
    """Whether a part of a university that a clause opens with stands right before."""
    return _SCHOOL_FIRST.search(text, max(0, start - _UNIT_REACH), start) is not None

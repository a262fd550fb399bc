"""A paragraph that tells the fields of a work one behind another: 项目名称：…。提名单位为…。主要完成人有…。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.award.forms.words import words_at

__all__ = ["apart"]

_LINE = re.compile(r"(?m)^[^\n\t]{60,}$")
"""Shorter lines hold no such paragraph."""
_COUNT = r"(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.．])"
_OPENS = re.compile(rf"(?:^|(?<=[。；;])|(?<=[ ])(?={_COUNT}))[ ]*(?P<of>{_COUNT}?[ ]*(?:(?:(?:该|本)?(?:项目|成果)|其)的?)?)")
"""Where a sentence begins that may be a field's, or a number behind a blank: 一、项目名称：… 二、提名单位：…."""
_NOTE = r"(?:[（(][^（）()]{1,12}[)）])?"
_SAYS = re.compile(
    rf"{_NOTE}[ ]*(?:[：:]|(?P<verb>(?:依次|分别|主要)?(?:为|是|有|包括)[：:]?)"
    r"(?![^，。；、]{0,16}(?:之一|的)(?:[，。；]|$)))"
)
_TOLD = frozenset({"achievement", "award", "nominator", "units", "people", "innovations", "uptake", "opinion"})
_DONE_BY = frozenset({"people", "units"})
_ASKS = re.compile(r"(?:提名|推荐|申报|参评|报送)[^。；]{0,24}奖|奖[^。；]{0,10}(?:提名|候选)")
_FEWEST = 3
_SHORTEST = 3
"""人员, 单位 open sentences of other things."""


class _Field(NamedTuple):
    """Where a field's sentence begins, its label, what parts this from the value, and where the value begins."""

    start: int
    label: int
    says: int
    value: int
    name: str


def apart(text: str, offsets: list[int]) -> tuple[str, list[int]]:
    """The text with each field of such a paragraph on a line of its own, a colon for the verb between label and value.

    A paragraph counts that tells three fields so, who did a work and where, or who did what an award is asked for; others
    stay as they are.

    >>> line = "提名单位为岚江省医学会。主要完成单位：岚江大学、溪山市人民医院、岚江影维科技有限公司。"
    >>> line += "该项目主要完成人有柏舟、冉秋水、翟远、鄢小岚。"
    >>> print(apart(line, list(range(len(line))))[0])
    提名单位:岚江省医学会。
    主要完成单位：岚江大学、溪山市人民医院、岚江影维科技有限公司。
    主要完成人:柏舟、冉秋水、翟远、鄢小岚。
    """
    parts: list[str] = []
    kept: list[int] = []
    last = 0
    for line in _LINE.finditer(text):
        found = list(_fields(text, *line.span()))
        told = {one.name for one in found}
        asked = told & _DONE_BY and _ASKS.search(line.group())
        for one in found if len(told) >= _FEWEST or told >= _DONE_BY or asked else ():
            new = "\n" if one.start > line.start() else ""
            verb = text[one.says : one.value].rstrip("：:") not in ("", " ")
            between = ":" if verb else text[one.says : one.value]
            parts += text[last : one.start], new, text[one.label : one.says], between
            kept += (*offsets[last : one.start], *offsets[one.label : one.label + len(new)], *offsets[one.label : one.says])
            kept += offsets[one.says : one.says + len(between)]
            last = one.value
    return "".join([*parts, text[last:]]), kept + offsets[last:]


def _fields(text: str, start: int, end: int) -> Iterator[_Field]:
    for opening in re.finditer(_OPENS, text[start:end]):
        counted = re.match(rf"{_COUNT}[ ]*", opening["of"])
        bare = opening.start("of") + (counted.end() if counted else 0)
        places = dict.fromkeys((opening.end(), bare))
        field = next(filter(None, (_field(text, start + opening.start(), start + at, end) for at in places)), None)
        if field is not None:
            yield field


def _field(text: str, start: int, at: int, end: int) -> _Field | None:
    """The field whose label stands at a place, a colon or a verb behind it; the longest of such labels."""
    for stop, labels in reversed(list(words_at(text, at))):
        named = next((one.field for one in labels if one.field in _TOLD and not one.terse), None)
        says = _SAYS.match(text, stop, end)
        if named is not None and says is not None and stop - at >= _SHORTEST:
            return _Field(start, at, says.start("verb") if says["verb"] else says.start(), says.end(), named)
    return None

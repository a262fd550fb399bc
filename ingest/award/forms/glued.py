"""Labels that lost what parted them from their values: cells of a table that a web page's text ran together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.award.forms.grammar import Group, Label
from ingest.award.forms.words import words_at

__all__ = ["parted", "unglued"]

_LINE = re.compile(r"(?m)^[ \u3000]*(?=[\u4e00-\u9fff])")
_WORK, _FEWEST = "achievement", 3
"""Lines that open so count where one names the work and this many fields are told."""
_SHORTEST = 3
"""项目, 单位 open sentences."""
_VALUE = re.compile(r"[ ]*[^\s:：,，。；;、（(]")
_SENTENCE = re.compile(
    r"[的为是由在与和及或将应须请可均共有已经对从按以如等必]|简介|情况|名单|公示|信息|排序|[^\n]*[。；！？]\s*$", re.MULTILINE
)
"""How a line goes on that is no label with its value."""


_COLON = re.compile(r"(?<=[\u4e00-\u9fff])[:：]")
_NAMES = frozenset({"name", "unit_name"})
_ENDS_VALUE = re.compile(r"[\u4e00-\u9fffA-Za-z\d）)]")
_LONGEST_LABEL = 18


def parted(text: str, offsets: list[int]) -> tuple[str, list[int]]:
    """The text with a mark before each label that stands right behind a value, in lines that tell of one person or unit.

    >>> parted("姓名：甲乙丙排名：1工作单位：某医院", list(range(18)))[0]
    '姓名：甲乙丙；排名：1；工作单位：某医院'
    """
    places = [
        place for line in _LINE.finditer(text) if _opens_record(text, line.end()) for place in _glued_to(text, line.end())
    ]
    return _with_marks(text, offsets, places, "；")


def _opens_record(text: str, at: int) -> bool:
    """Whether a line opens with the label of a person's or unit's name, a colon behind it."""
    named = (end for end, labels in words_at(text, at) if any(label.field in _NAMES for label in labels))
    return any(text[end : end + 1] in (":", "：") for end in named)


def _glued_to(text: str, at: int) -> Iterator[int]:
    """Where in a line labels of a record, a colon behind them, stand right behind the value before them."""
    stop = text.find("\n", at)
    last = at
    for colon in _COLON.finditer(text, at, len(text) if stop < 0 else stop):
        for start in range(max(last, colon.start() - _LONGEST_LABEL), colon.start() - 1):
            found = (labels for end, labels in words_at(text, start) if end == colon.start())
            if any(label.group is Group.RECORD for labels in found for label in labels):
                if start > at and _ENDS_VALUE.match(text[start - 1]):
                    yield start
                break
        last = colon.end()


def unglued(text: str, offsets: list[int]) -> tuple[str, list[int]]:
    """The text with a colon behind each such label, which stands where the value begins.

    >>> unglued("项目名称甲技术\\n完成单位乙医院\\n完成人丙丁", list(range(20)))[0]
    '项目名称:甲技术\\n完成单位:乙医院\\n完成人:丙丁'
    """
    ends = dict(filter(None, (_label(text, line.end()) for line in _LINE.finditer(text))))
    fields = {label.field for labels in ends.values() for label in labels}
    if len(fields) < _FEWEST or _WORK not in fields:
        return text, offsets
    return _with_marks(text, offsets, sorted(ends), ":")


def _with_marks(text: str, offsets: list[int], places: list[int], mark: str) -> tuple[str, list[int]]:
    parts: list[str] = []
    kept: list[int] = []
    last = 0
    for place in places:
        parts += text[last:place], mark
        kept += [*offsets[last:place], offsets[place]]
        last = place
    return "".join([*parts, text[last:]]), kept + offsets[last:]


def _label(text: str, at: int) -> tuple[int, tuple[Label, ...]] | None:
    """Where the longest label ends that a line opens with, and what it labels, where a value follows at once."""
    words = list(words_at(text, at))
    if not words:
        return None
    end, labels = words[-1]
    label = "".join(text[at:end].split())
    glued = len(label) >= _SHORTEST and "\n" not in text[at:end] and _VALUE.match(text, end) and not text[end].isspace()
    return (end, labels) if glued and not _SENTENCE.match(text, end) else None

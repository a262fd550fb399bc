"""Labels that lost what parted them from their values: cells of a table that a web page's text ran together."""

from __future__ import annotations

import re

from ingest.award.forms.grammar import Label
from ingest.award.forms.words import words_at

__all__ = ["unglued"]

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


def unglued(text: str, offsets: list[int]) -> tuple[str, list[int]]:
    """The text with a colon behind each such label, which stands where the value begins.

    >>> unglued("项目名称甲技术\\n完成单位乙医院\\n完成人丙丁", list(range(20)))[0]
    '项目名称:甲技术\\n完成单位:乙医院\\n完成人:丙丁'
    """
    ends = dict(filter(None, (_label(text, line.end()) for line in _LINE.finditer(text))))
    fields = {label.field for labels in ends.values() for label in labels}
    if len(fields) < _FEWEST or _WORK not in fields:
        return text, offsets
    parts: list[str] = []
    kept: list[int] = []
    last = 0
    for end in sorted(ends):
        parts += text[last:end], ":"
        kept += [*offsets[last:end], offsets[end]]
        last = end
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

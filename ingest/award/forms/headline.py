"""The work that a notice names in its heading alone: 关于公示“某某技术及应用”申报某奖的公告."""

from __future__ import annotations

import re

from ingest.award.forms.grammar import Group, Kind, Label
from ingest.award.forms.sheet import Extent
from ingest.lexicon import organization_kind
from kg.text import HAN, heal_name

__all__ = ["HEADLINE", "REST", "WORK_END", "work_in_heading"]

HEADLINE = Label(field="achievement", group=Group.TOP, kind=Kind.LONG, words=())
"""Labels a work that the heading names."""
REST = Label(field="headline_rest", group=Group.TOP, kind=Kind.LONG, words=())
"""Labels what follows the work's name there."""

_ASKS = "申报|提名|推荐|参评|候选|拟报|报奖"
_QUOTED = re.compile(r"[“\"「《](?P<name>[^“”\"「」《》]{6,90})[”\"」》]")
WORK_END = (
    r"(?:研究|应用|技术|体系|推广|[开研]发|建立|创新|策略|平台|系统|机制|方法|研制|评估|实践|诊[疗断]|治疗|防治|构建|转化|筛查)"
)
"""How the names of works end."""
_UNQUOTED = re.compile(
    rf"关于(?:公示|对)?(?P<name>[{HAN}A-Za-z][^“”《》。；，：:]{{6,70}}?{WORK_END})\s*"
    rf"(?:等)?(?:项目|成果|课题)?\s*拟?(?:{_ASKS})[^。；]{{0,50}}奖"
)
_NO_WORK = re.compile(
    r"(?:奖|办法|条例|细则|通知|规定|手册|指南|公告|公示|方案|意见|杂志|学报|法)$|^(?:19|20)\d\d|^拟|我[院校所]|同志"
)
_ASKING = re.compile(_ASKS)
_LONGEST = 1500


def work_in_heading(text: str, end: int) -> Extent | None:
    """Where the words above a form's first label name its work; None where they name none, or several."""
    if end > _LONGEST or "奖" not in text[:end] or not _ASKING.search(text, 0, end):
        return None
    found = {heal_name(text[slice(*place)]): place for place in reversed([*_quoted(text, end), *_unquoted(text, end)])}
    return next(iter(found.values())) if len(found) == 1 else None


def _quoted(text: str, end: int) -> list[Extent]:
    """What quotation marks hold in a sentence that asks for an award."""
    return [
        match.span("name")
        for match in _QUOTED.finditer(text, 0, end)
        if _is_work(match["name"]) and _asked(text[_start(text, match.start()) : _stop(text, match.end(), end)])
    ]


def _asked(clause: str) -> bool:
    return "奖" in clause and bool(_ASKING.search(clause))


def _start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in "。；") + 1


def _stop(text: str, at: int, end: int) -> int:
    return min((place for mark in "。；" if (place := text.find(mark, at, end)) >= 0), default=end)


def _unquoted(text: str, end: int) -> list[Extent]:
    return [match.span("name") for match in _UNQUOTED.finditer(text, 0, end) if _is_work(match["name"])]


def _is_work(name: str) -> bool:
    bare = heal_name(name)
    return organization_kind(bare) is None and not _NO_WORK.search(bare)

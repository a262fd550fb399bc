"""When a figure holds: the year, start, period or day of counting that its clause or its sentence's frame tells."""

from __future__ import annotations

import re

from ingest.figures import Figure
from ingest.prose.clauses import clause_starts
from kg.model import Value

__all__ = ["when"]

_FROM_NOW = re.compile(r"现|目前|至今|累计")
_LASTING = re.compile(r"面积|投资|周期|工期|资本|床位|编制|职工|员工|分辨|层次|方向|任务")
"""What no year is told of that the sentence's event has."""
_FRAME = re.compile(
    r"(?:^|[，。；：,;（(\s])(?:其中[，,]?|预计|预测|力争|计划)?(?P<word>(?:截[至止]|自从?|从)?)(?:[在到]?)(?P<year>(?:19|20)\d{2})"
    r"(?:[~～\-–—至](?P<till>(?:19|20)\d{2}))?\s*年\s*(?P<month>\d{1,2}月)?(?:\d{1,2}日)?(?P<after>以来|至今|起|底|末|初|度|全年|间)?(?!发布|出版|印发|公布|的《)(?P<comma>[，,])?"
)
_TARGET = re.compile(r"(?:在|于|到|至)(?P<year>(?:19|20)\d{2})年(?:底|末)?(?:将|有望|预计)*(?:达|突破|增|超)")
_AT_COUNT = re.compile(
    r"(?<![较比与同前\d])(?<![由从自])(?P<year>(?:19|20)\d{2})\s*年(?:底|末|度)?的?(?:[为有达]|达到|共|约|近)*\s*$"
)
"""甲2012年为46家: the year that stands right at the count."""
_NEAR = 16
_PLAN = re.compile(r"(?<![比较])(?<![比较][“\"])[“\"]?(?P<plan>[一二三四五六七八九十]{1,2}五)[”\"]?(?:期间|时期|以来)")
_LAST_YEARS = re.compile(r"(?:近|过去)[一二两三四五六七八九十\d]+年(?:来|间)?|[一二两三四五六七八九十\d]+年间")


def when(text: str, figure: Figure) -> dict[str, Value]:
    """The year, the start, the period or the day of counting that the figure's clause or the frame before it tells."""
    if _LASTING.search(figure.name):
        return {}
    clause = clause_starts(text, figure.start)[0]
    told: dict[str, Value] = {}
    if figure.year is None and (at := _AT_COUNT.search(text, max(0, figure.start - _NEAR), figure.start)) is not None:
        return {"year": int(at["year"])}
    target = _TARGET.search(text, clause, figure.start)
    if target is not None:
        return {"year": int(target["year"])}
    for frame in _FRAME.finditer(text, 0, figure.start):
        near = frame.end() >= clause
        if not near and (not frame["comma"] or _FROM_NOW.search(text[clause : figure.start])):
            continue
        told = _frame(frame)
    for plan in _PLAN.finditer(text, 0, figure.start):
        if plan.end() < clause and (plan.start() > 1 or text[plan.end() : plan.end() + 1] not in "，,"):
            continue
        told = {"period": f"“{plan['plan']}”"}
    if not told and (years := _LAST_YEARS.search(text, 0, figure.start)) is not None:
        told = {"period": years.group()}
    return told


def _frame(frame: re.Match[str]) -> dict[str, Value]:
    if frame["till"]:
        return {"period": f"{frame['year']}–{frame['till']}"}
    if frame["word"].startswith("截"):
        return {"as_of": frame["year"] + (f"-{int(frame['month'][:-1]):02d}" if frame["month"] else "")}
    if frame["word"] or frame["after"] in ("以来", "至今", "起"):
        return {"since": frame["year"]}
    return {"year": int(frame["year"])}

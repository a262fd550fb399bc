"""When a figure holds: the year, start, period or day of counting that its clause or its sentence's frame tells."""

from __future__ import annotations

import re

from ingest.figures import Figure
from ingest.prose.clauses import clause_starts
from kg.model import Value

__all__ = ["when", "year_of"]

_FROM_NOW = re.compile(r"现|目前|至今|累计")
_LASTING = re.compile(r"面积|投资|周期|工期|资本|床位|编制|职工|员工|分辨|层次|方向|任务")
"""What no year is told of that the sentence's event has."""
_FRAME = re.compile(
    r"(?:^|[，。；：,;（(\s])(?:其中[，,]?|预计|预测|力争|计划)?(?P<word>(?:截[至止]|自从?|从)?)(?:[在到]?)(?P<year>(?:19|20)\d{2})"
    r"(?:\s*年?\s*[~～\-–—至到]{1,2}\s*(?P<till>(?:19|20)\d{2}))?\s*年\s*(?P<month>\d{1,2}月)?(?:\d{1,2}日)?(?P<after>以来|至今|起|底|末|初|度|全年|间)?(?!发布|出版|印发|公布|的《)(?P<comma>[，,]|(?=[^，。；]{2,24}[中里][，,]))?"
)
_TARGET = re.compile(r"(?:在|于|到|至)(?P<year>(?:19|20)\d{2})年(?:底|末)?(?:将|有望|预计)*(?:达|突破|增|超)")
_AT_COUNT = re.compile(
    r"(?<![较比与同前\d])(?<![由从自])(?P<year>(?:19|20)\d{2})\s*年(?:底|末|度)?的?(?:[为有达]|达到|共|约|近)*\s*$"
)
"""甲2012年为46家: the year that stands right at the count."""
_IN_TURN = re.compile("分别|依次")
_NEAR = 16
_DATED = re.compile(
    r"(?P<year>(?:19|20)\d{2})\s*年(?!以来|起至|至\d|[至到~～\-–—]|[^，。；]{0,8}?(?:成立|建立|建院|建科|创建|设立|研[发制]|发布|生产|上市|获批?|通过|立项|提出|问世|出版|批准|毕业|出生|改扩?建|更名|评为|认定))"
)
_ALONE = re.compile(
    r"(?:自|于|在|从|早在)?(?:19|20)\d{2}\s*年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:初|底|末|起|以来|年?前后|[上下]半年|上旬|中旬|下旬|[春夏秋冬]季?|[上下]午)?[，,]"
)
"""A clause that tells nothing but a time."""
_PLAN = re.compile(r"(?<![比较])(?<![比较][“\"])[“\"]?(?P<plan>[一二三四五六七八九十]{1,2}五)[”\"]?(?:期间|时期|以来)")
_LAST_YEARS = re.compile(r"(?:近|过去)[一二两三四五六七八九十\d]+年(?:来|间)?|[一二两三四五六七八九十\d]+年间")


def when(text: str, figure: Figure) -> dict[str, Value]:
    """The year, the start, the period or the day of counting that the figure's clause or the frame before it tells."""
    if _LASTING.search(figure.name):
        return {}
    clause = clause_starts(text, figure.start)[0]
    told: dict[str, Value] = {}
    if figure.year is not None and _IN_TURN.search(text, clause, figure.start):
        return {}  # 2019—2021年依次为…: of the span the figure has its own year
    if figure.year is None and (at := _AT_COUNT.search(text, max(0, figure.start - _NEAR), figure.start)) is not None:
        return {"year": int(at["year"])}
    target = _TARGET.search(text, clause, figure.start)
    if target is not None:
        return {"year": int(target["year"])}
    for frame in _FRAME.finditer(text, 0, figure.start):
        near = frame.end() >= clause
        if not near and (frame["comma"] is None or _FROM_NOW.search(text[clause : figure.start])):
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


def year_of(text: str, at: int, *, framed: bool = False) -> int | None:
    """The year in which what stands here was done: the last that its clause tells, or the clause of a time alone before it.

    ``framed`` takes the year too that the whole sentence opens with.
    """
    start = clause_starts(text, at)[0]
    alone = next((one for one in _ALONE.finditer(text, 0, start) if one.end() == start and _opens(text, one.start())), None)
    dated = [int(one["year"]) for one in _DATED.finditer(text, alone.start() if alone is not None else start, at)]
    if not dated and framed and (opening := _DATED.match(text, 1 if text.startswith(("在", "自", "至")) else 0)) is not None:
        return int(opening["year"])
    return dated[-1] if dated else None


def _opens(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in "，。；：,;"

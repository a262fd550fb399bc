"""Pages about a person whose parts open with labels: 社会兼职：…, 科研项目：…, 获奖情况：…, of the person presented above."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.numerals import to_wan
from ingest.prose.reading import Reading, Rule, Scene
from ingest.table.programmes import Programmes, programme_of
from kg.model import Assertion, EntityRef, Value
from kg.text import heal_name

__all__ = ["read"]

CV_PROJECT = Rule("cv_project")
"""某基金重点项目：某研究（82100000），2020—2023，50万元，主持: under the name of the person presented."""

_ITEM = re.compile(
    r"(?:[（(\[［]?\d{1,2}[)）\]］.、．]\s*)?(?P<programme>[^：:，。；“”]{4,40}?)[，,:：]\s*[“《]?(?P<title>[^：:，,。；“”《》（）()]{6,60})[”》]?"
    r"\s*(?:[（(](?:编号|批准号|项目编号)?[:：]?\s*(?P<number>[A-Za-z]{0,6}\d[A-Za-z0-9-]{5,24})[)）])?(?P<rest>[，,].+)?$"
)
_PART = re.compile(r"(?P<lead>主持|项目负责人|课题负责人|负责人)|参与|参加|骨干|在研|结题|\d\s*万元")
_MONEY = re.compile(r"(?P<sum>\d[\d.]*)\s*万元")
_FUNDED = re.compile(r"(?:基金|计划|专项|项目|课题|工程)(?:项目|课题)?(?:[（(][^（）()]*[)）])?$")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """FUNDED_BY and LEADS of a project that a line of such a page names behind its programme."""
    item = _ITEM.match(scene.text.strip(" 。；;")) if reading.profiled is not None else None
    if item is None or not _FUNDED.search(item["programme"]):
        return
    part, programme = _PART.search(item["rest"] or ""), programme_of(item["programme"], Programmes())
    if part is None or programme is None or reading.profiled is None:
        return
    where = scene.sentence.view.span(0, len(scene.text))
    grant = EntityRef(label="Grant", name=heal_name(item["title"]))
    payer = EntityRef(label="FundingProgram", name=programme.name)
    yield reading.fact(CV_PROJECT, grant, "FUNDED_BY", payer, where, **_stated(item))
    if re.search("主持|负责人", item["rest"]):
        yield reading.fact(CV_PROJECT, reading.profiled, "LEADS", grant, where)


def _stated(item: re.Match[str]) -> dict[str, Value]:
    money = _MONEY.search(item["rest"])
    amount = to_wan(money["sum"] + "万元") if money else None
    return {"number": item["number"] or "", "amount_wan": "" if amount is None else amount}

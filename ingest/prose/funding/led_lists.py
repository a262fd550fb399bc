"""Projects that a CV counts and then names: 主持国家自然科学基金项目2项：甲研究（82000001）；乙研究（82000002）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.prose.about import about
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

COUNTED_THEN_NAMED = Rule("counted_then_named")
"""主持某基金项目3项，包括“甲研究”“乙研究”; 主持某基金2项：甲研究（编号）；乙研究（编号）."""

_LEADS = re.compile(
    rf"(?<!参与)(?:主持|牵头)(?:承担|完成|在研|了|过|并|或|和)*(?P<what>[{HAN}A-Z（）“”/]{{4,40}}?)(?:项目|课题)?[共等]?"
    r"(?:\d{1,2}|[一二两三四五六七八九十])(?:余)?项(?:[，,](?:包括|其中|分别[为是]|如|即|主要有)|包括|[：:])[：:]?"
)
_QUOTED = re.compile("(?:[、，,和与及]|以及)*“(?P<title>[^“”]{6,60})”")
_NUMBERED = re.compile(
    r"(?:^|[；;、，,]|\(\d\)|（\d）|[①-⑨]|\d[.、．])*(?P<title>[^，。；;：:“”（）()]{6,50})[（(](?:项目)?(?:批准|项目)?(?:编?号)?[：:]?[A-Z]{0,3}\d{6,12}[^（）()]{0,20}[)）]"
)
_ROW = re.compile(rf"(?:{_NUMBERED.pattern.replace('?P<title>', '?:')}[^；。]{{0,12}}；)+")
_REACH = 400
"""How far back, in characters, the count of a row may stand."""
_IS_TITLE = re.compile("研究|机制|方法|技术|成像|评估|作用|应用|构建|开发|探索|诊断|预测|分析")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """LEADS of the person whom the clause is about, FUNDED_BY of the one programme that the count names."""
    for said in _LEADS.finditer(scene.text) if "项" in scene.text and re.search("主持|牵头", scene.text) else ():
        who = about(scene, reading, said.start())
        paid = scene.within(*said.span("what"), "FundingProgram")
        for title, end in _titles(scene.text, said.end()) if who is not None else ():
            grant = EntityRef(label="Grant", name=heal_name(title))
            where = scene.sentence.view.span(said.start(), end)
            if who is not None:
                yield reading.fact(COUNTED_THEN_NAMED, who, "LEADS", grant, where)
            if len(paid) == 1:
                yield reading.fact(COUNTED_THEN_NAMED, grant, "FUNDED_BY", paid[0].ref, where)
    yield from _goes_on(scene, reading)


def _goes_on(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """；乙研究（82000002）: a title of the row that a semicolon parts from the count."""
    start = scene.sentence.view.offsets[0]
    before = reading.document.text[max(0, start - _REACH) : start]
    if reading.topic is None or not before.endswith("；") or _NUMBERED.match(scene.text) is None:
        return
    counted = next(reversed(list(_LEADS.finditer(before))), None)
    if counted is not None and _ROW.fullmatch(before, counted.end()):
        for title, end in _titles(scene.text, 0):
            grant, where = EntityRef(label="Grant", name=heal_name(title)), scene.sentence.view.span(0, end)
            yield reading.fact(COUNTED_THEN_NAMED, reading.topic, "LEADS", grant, where)


def _titles(text: str, at: int) -> Iterator[tuple[str, int]]:
    """The titles of the row that begins here, all quoted or all with their numbers, each with where it ends."""
    pattern = _QUOTED if _QUOTED.match(text, at) else _NUMBERED
    while (one := pattern.match(text, at)) is not None and _IS_TITLE.search(one["title"]):
        yield one["title"], one.end()
        at = one.end()

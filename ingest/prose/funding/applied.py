"""How many applications a programme had, took, refused and supported: 共收到“甲专项”申请1811项，不予受理13项，130项获得资助."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.numerals import number
from ingest.prose.clauses import Applied
from ingest.prose.funding.programmes import FUND_PROGRAMME
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["counts_applications", "read"]

APPLIED = Rule("applied")
"""A step of one call of a programme with its count, up to a few sentences behind the one that names the programme."""

_N = r"(?P<words>(?P<number>\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d+)?)\s*(?P<unit>[项份件个]))(?!目指南)"
_ALL = r"(?:共|共计|合计|总计|累计|为|达到?)*\s*"
_CALL = re.compile(
    rf"(?:共|合计|累计)?(?:收到|接收|接到|受理)了?(?:各类|有关|的)?(?:“(?P<quoted>[^“”]{{2,30}})”|(?P<named>[{HAN}]{{2,24}}?(?:专项|基金|计划|项目)(?=申请)))?(?:类|的)?(?:项目)?申请(?:书|项目)?{_ALL}{_N}"
)
_STEPS = (
    ("不予受理项目数", re.compile(rf"不予受理(?:的)?(?:项目|申请)?(?:书)?{_ALL}{_N}")),
    ("受理项目数", re.compile(rf"(?<!不予)(?<!未予)(?<!未)(?:正式|初审|准予|予以|实际)?受理(?:项目|申请)?{_ALL}{_N}(?!不予)")),
    ("资助项目数", re.compile(rf"{_N}(?:申请|项目)?(?:最终)?(?:获得?|得到|获准|予以)(?:立项)?资助")),
    ("资助项目数", re.compile(rf"(?:批准|决定|同意|共|最终|(?<=[，,；;]))(?:择优|予以)?资助(?:项目|申请)?{_ALL}{_N}")),
)
_INTENSITY = re.compile(
    r"(?P<name>(?:直接费用)?(?:项目)?平均资助强度|平均资助(?:直接费用|强度|金额|额度))(?:约|为|达到?)*\s*(?P<words>(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>万元(?:/项)?))"
)
_RATE = re.compile(r"(?P<name>(?:平均)?资助率)(?:约|为|达到?)*\s*(?P<words>(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>[%％]))")
_FIELD = re.compile(
    rf"(?:^|.*(?:[，。；、]|科学部|委员会))(?P<field>[{HAN}/／]{{3,20}}?)(?:学科|领域|专业|方向)?[（(](?:申请代码|代码)?[:：]?[A-H]\d{{2,4}}[)）](?:共|合计|累计|今年|本年度)*$"
)
"""影像医学学科（H27）|共受理…申请: the discipline whose applications are counted, by its code."""
_YEAR = re.compile(r"((?:19|20)\d\d)年")
_FUND = re.compile("国家自然科学基金|自然科学基金委|科学基金(?:项目)?申请")
_OF_A_HOUSE = re.compile("[我本全该][院校所省市]|大学|医院|学院|研究所|依托单位")
_SINCE = 3


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """HAS_METRIC of the programme whose call a sentence counts."""
    if "受理" not in scene.text and "申请" not in scene.text and "资助" not in scene.text:
        return
    call = _CALL.search(scene.text)
    if call is not None:
        programme = _programme(scene, call)
        year = _YEAR.search(scene.text) if programme is not None else None
        reading.applied = Applied(programme, int(year[1]) if year else None, reading.said) if programme is not None else None
    applied = reading.applied
    if applied is None or reading.said - applied.said > _SINCE or _OF_A_HOUSE.search(scene.text):
        return
    told = [("申请项目数", call)] if call is not None else []
    told += [(name, said) for name, pattern in _STEPS if (said := pattern.search(scene.text)) is not None]
    told += [(said["name"], said) for pattern in (_INTENSITY, _RATE) for said in pattern.finditer(scene.text)]
    done: set[int] = set()
    for name, said in told:
        if said.start("number") not in done:
            done.add(said.start("number"))
            yield _fact(scene, reading, said, name, applied)


def counts_applications(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether the number that stands here is a step of a call that the text counts."""
    call = _CALL.search(scene.text) if "申请" in scene.text else None
    if call is not None and call.start("number") == at:
        return True
    if call is None and (reading.applied is None or reading.said - reading.applied.said > _SINCE):
        return False
    patterns = [*(pattern for _, pattern in _STEPS), _INTENSITY, _RATE]
    return any(said.start("number") == at for pattern in patterns if (said := pattern.search(scene.text)) is not None)


def _programme(scene: Scene, call: re.Match[str]) -> EntityRef | None:
    """The programme by the name at the count; the nation's fund where the sentence is of its council and names no other."""
    field = _FIELD.search(scene.text[: call.start()])
    if field is not None:
        return EntityRef(label="FundingProgram", name=heal_name(field["field"]))
    if call["quoted"]:
        return EntityRef(label="FundingProgram", name=heal_name(call["quoted"]))
    if _OF_A_HOUSE.search(scene.text):
        return None
    named = [one for one in scene.of("FundingProgram") if one.end <= call.end()]
    if call["named"]:
        return next((one.ref for one in named if one.end <= call.end("named") and one.start >= call.start("named")), None)
    others = [one for one in named if one.name != FUND_PROGRAMME.name]
    if others:
        return others[-1].ref if len({one.name for one in others}) == 1 else None
    return FUND_PROGRAMME if _FUND.search(scene.text[: call.end()]) else None


def _fact(scene: Scene, reading: Reading, said: re.Match[str], name: str, applied: Applied) -> Assertion:
    where = scene.sentence.view.span(said.start(), said.end())
    return reading.fact(
        APPLIED,
        applied.programme,
        "HAS_METRIC",
        EntityRef(label="Metric", name=name),
        where,
        value=number(said["number"]) or 0.0,
        unit=said["unit"],
        value_text=heal_name(said["words"]),
        year=applied.year or "",
    )

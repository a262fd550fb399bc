"""Which programme is counted: by its name at the count, by what a sentence speaks of, or by its guide."""

from __future__ import annotations

import re

from ingest.figures import Figure
from ingest.prose.clauses import Owner, clause_start, clause_starts
from ingest.prose.funding.guides import is_of_a_part
from ingest.prose.measuring.subjects import opening, types_of
from ingest.prose.reading import Reading, Scene
from kg.model import EntityRef
from kg.text import HAN, heal_name

__all__ = ["OF_SOMEBODY", "own_count", "programme_of", "programme_of_row", "won_by_house"]

OF_SOMEBODY = re.compile(r"主持|承担|牵头|申报|“[^”]*”获|获[^，。；]{2,24}(?:资助|立项)|获批|中标|获得|获(?=国家|省|市)")
"""What says that a count of grants is of somebody who has them, not of the programme."""
_OF_PROGRAMME = re.compile(r"项目|经费|立项|支持|资助")
_OF_GUIDE = re.compile(
    r"[国省市]拨经费|财政(?:经费|资金)|指南任务|任务数|项目数|总经费|经费(?:总额|概算)|资助(?:总额|经费)|专项(?:经费|资金)"
)
_GOAL = re.compile(r"本(?:重点|重大)?(?:研究)?(?:专项|计划)的?(?:总体|总|实施|预期|年度|阶段)?目标")
"""What opens a sentence on what a guide's programme is to reach."""
_OF_THE_SAME = re.compile(r"其中|此后|该(?:专项|计划|项目)|(?:专项|计划|项目)|实施|至今|目前|截至")
_EXAMPLE = re.compile(r"以[^，。；]{2,30}为例")
_OWN_NOUN = re.compile(rf"\s*(?P<noun>[{HAN}]{{0,2}}(?:重大项目|重点项目|研究计划|群体|专项))")
_GIVES = re.compile(r"资助|支持|立项|批准|安排|部署|投入|启动|实施")
_GIVEN = re.compile(r"(?:资助|支持|立项|批准|启动)(?:了|过)?\s*(?:约|近|超过)?$")
_SPEAKS = re.compile("[^，。；]{0,6}?[我本][院校科所]")
_WON_BEHIND = re.compile("(?:项目|课题|申请|基金)?[^，。；]{0,4}?(?:获|立项|中标|得到)")
_AT_COUNT = re.compile(r"(?:共|共计|合计|累计|总计|约|近|达|逾|超过?|不足|\s)*$")
_ITS_PROGRAMME = re.compile(
    rf"\s*(?:和|与|及)?(?P<name>(?!支持|资助|立项|启动|每年|年均|其中|平均)[{HAN}（）()]{{2,22}}(?<!支持)(?<!资助)(?:项目|基金|计划|专项))\s*(?P<note>[（(][^（）()]*[)）])?\s*(?:共计?|约|近)?\s*"
)
_JOINED = re.compile(r"[^、，,；;]*\d\s*[项个](?:\s*(?:和|与|及|以及)|[（(](?:其中)?(?:包括|包含|含)?)\s*")
"""地区科学基金项目30项和|某某项目: the item of a row that 和 joins, or a bracket opens."""


def programme_of(scene: Scene, reading: Reading, figure: Figure, said: str) -> EntityRef | None:
    """The programme that is counted (资助面上项目30项), that the sentence speaks of, or that a guide presents."""
    clause = said[clause_starts(scene.text, figure.start)[0] :]
    if not OF_SOMEBODY.search(said) and not won_by_house(scene, figure):
        beside = _beside(scene, figure, clause)
        if beside is not None:
            return beside
        if _OF_PROGRAMME.search(figure.name) and _is_meant(scene, reading) and not _EXAMPLE.search(said):
            return _type_in(scene, reading, figure) or reading.programme
        own = _OWN_NOUN.match(scene.text, figure.end)
        if reading.programme is not None and own is not None and reading.programme.name.endswith(own["noun"]):
            return reading.programme
    start = clause_starts(scene.text, figure.start)[0]
    if reading.guide is not None and _GOAL.match(scene.text):
        return reading.guide
    if reading.guide is not None and _OF_GUIDE.search(figure.name) and not scene.within(start, figure.start, "Organization"):
        return None if is_of_a_part(scene, reading) else reading.guide
    return None


def won_by_house(scene: Scene, figure: Figure) -> bool:
    """Whether the clause says that a house won as many as the figure counts: 我院共13个项目|获得资助."""
    start = clause_starts(scene.text, figure.start)[0]
    house = scene.within(start, figure.start, "Organization") or _SPEAKS.match(scene.text, start)
    return bool(house) and _WON_BEHIND.match(scene.text, figure.end) is not None


def _beside(scene: Scene, figure: Figure, clause: str) -> EntityRef | None:
    """The programme whose name stands at the count: 共资助面上项目30项, 支持了10个…创新研究群体."""
    if not _GIVES.search(clause) or not re.match("[项个]", figure.unit):
        return None
    for one in scene.of("FundingProgram"):
        if one.end <= figure.start and _AT_COUNT.fullmatch(scene.text, one.end, figure.start):
            return one.ref
        between = scene.text[figure.end : one.start] if figure.end <= one.start and _GIVEN.search(clause) else None
        if between is not None and re.fullmatch(rf"(?:以[^，。；]{{2,24}}的|[{HAN}]{{2,10}}(?:领域|方向|方面)的?)?", between):
            return one.ref
    return None


def _type_in(scene: Scene, reading: Reading, figure: Figure) -> EntityRef | None:
    """The type of the programme, or the other programme, that stands before the parenthesis or that a clause opens with."""
    noted = re.search(r"[（(][^（）()]*$", scene.text[: figure.start])
    for kind, name in types_of(reading.programme.name) if noted and reading.programme else ():
        if scene.text[: noted.start()].endswith((kind, kind + "类")) if noted else False:
            return EntityRef(label="FundingProgram", name=name)
    for start in clause_starts(scene.text, figure.start):
        found = opening(scene, reading, start)
        if found is not None and len(found.refs) == 1 and found.refs[0].label == "FundingProgram":
            return found.refs[0]
    return None


def _is_meant(scene: Scene, reading: Reading) -> bool:
    """Whether the sentence itself spoke of the programme, or goes on from the one that did."""
    since = reading.said - reading.programme_said
    return reading.programme is not None and (since == 0 or (since == 1 and bool(_OF_THE_SAME.match(scene.text))))


def own_count(scene: Scene, figure: Figure, before: Owner) -> re.Match[str] | None:
    """The item of a row that counts a programme of its own: 面上项目30项、重点项目4项."""
    start = clause_start(scene.text, figure.start, "、，,；;")
    joined = _JOINED.match(scene.text, start, figure.start)
    start = joined.end() if joined is not None else start
    named = _ITS_PROGRAMME.fullmatch(scene.text, start, figure.start)
    if named is None or before.refs[0].label != "FundingProgram":
        return None
    return named if named["note"] or not before.refs[0].name.endswith(named["name"]) else None


def programme_of_row(scene: Scene, item: re.Match[str], before: Owner) -> Owner | None:
    """The programme that an item of a row names, None where it is not known."""
    noted = heal_name(item["note"]).replace("(", "（").replace(")", "）") if item["note"] else ""
    beside = scene.ending_at(item.end("note") if noted else item.end("name"), "FundingProgram")
    known = dict(types_of(before.refs[0].name))
    if noted and beside is None:
        return None
    if beside is not None:
        return Owner((beside.ref,))
    return Owner((EntityRef(label="FundingProgram", name=known[item["name"]]),)) if item["name"] in known else None

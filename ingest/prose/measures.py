"""Figures of facilities, programmes, organisations, technologies and places that running text states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.figures import Figure, figures
from ingest.layout import View
from ingest.mentions import Mention
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef, Value

__all__ = ["qualifiers", "read"]

MEASURE = Rule("measure", 0.75)
"""A figure with a name, of what its clause opens with or the sentence before spoke of."""

_OF_FACILITY = re.compile(r"总投资|投资|建筑面积|占地|面积|建设周期|工期|床位|样本|病例|数据|出资")
_MEASURED = ("Organization", "FundingProgram", "Place", "Technology")
_OF_THE_SAME = re.compile(r"其中|此后|该(?:专项|计划|项目)|(?:专项|计划|项目)|实施|至今|目前|截至")
_HOME = re.compile(r"(?:目前|截至[^，]{0,12}|近年来|[，,\s])*(?:我国|全国)(?!各)")
_OWN = re.compile(
    "^(?:我国的?|全国的?|国内的?|拟安排|拟启动|现有|[该这此本][台套个款种项]?"
    "|(?:系统|设备|仪器|装置|显微镜|装备|软件|平台|实验室|中心|医院|公司)(?:的|现有))+(?=..)"
)
_OF_PRODUCT = re.compile(r"例|率|性|时间|分辨|病|深度|视场|视野|重量|精度|速度|体积|直径|信噪|场强|误差|能耗|成本|通量")
_OF_PROGRAMME = re.compile(r"项目|经费|立项|支持|资助")
_OF_GUIDE = re.compile(r"国拨经费|指南任务|任务数|项目数|总经费|经费概算")
_OPENS = re.compile(r"(?:目前|此外|其中|据统计|截至[^，]{0,12}|近年来|同时|[，,\s]|(?:19|20)\d{2}年(?:度)?|本年度)*")
_OF_SOMEBODY = re.compile(r"主持|承担|牵头|申报|“[^”]*”获|获[^，。；]{2,24}(?:资助|立项)")
_OF_IT = re.compile(
    r"(?:^|[，。；：:“])(?:该|这款|这套|这台|这项)(?:系统|设备|技术|产品|仪器|装置|算法|软件|平台|内镜|显微镜|探针)[^，。；]{0,14}$"
)
_GOES_ON = re.compile(
    r"(?:副|常务|党委|名誉)*(?:院长|所长|校长|主任|会长|理事长|书记|总经理|董事长|首席|总工程师)|[与和、及][^，]{1,12}(?:合作|联合|共同)|的?团队"
)
_BARE = re.compile(r"(?:目前|截至[^，]{0,12}|近年来|[，,\s])*(分会|学会|协会|中心|医院|公司|研究所|科室|实验室|平台)")
_COUNTS_A_LIST = re.compile(
    r"^项(?=.)|(?:中|方面|之一|任务|方向|层次|占|主要|研究所|领域|团队|现有|时间段|雄踞榜首|位列.*|会|名称|相结合|相关)数?$|^(?:其中|分别|共|占|为|中有|有)|^(?:支持|投入|获得|完成|达到|预计|出资|使用)$"
)
_REACH = 60
_SHORTEST, _LONGEST = 2, 18


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """HAS_METRIC of a sentence."""
    for figure in figures(_veiled(scene)):
        subject = _subject(scene, reading, figure) if _says_something(figure) else None
        if subject is not None:
            metric = EntityRef(label="Metric", name=_OWN.sub("", figure.name))
            yield reading.fact(MEASURE, subject, "HAS_METRIC", metric, figure.span, **qualifiers(figure))


def _veiled(scene: Scene) -> View:
    """The sentence with names blanked out, so that no figure's name reaches over one."""
    text = scene.text
    for mention in scene.of("Organization", "Person"):
        text = text[: mention.start] + "，" * (mention.end - mention.start) + text[mention.end :]
    return View(text, scene.sentence.view.offsets)


def _says_something(figure: Figure) -> bool:
    """Whether the name is a noun phrase that measures something, rather than the count of an enumeration."""
    if not _SHORTEST <= len(figure.name) <= _LONGEST or _COUNTS_A_LIST.search(figure.name):
        return False
    return bool(figure.unit) or figure.name.endswith(("因子", "指数", "评分"))


def _opening(scene: Scene, start: int) -> Mention | None:
    """What the clause that begins here is about: the name that it opens with."""
    begin = _OPENS.match(scene.text, start)
    at = begin.end() if begin else start
    named = next((one for one in scene.of(*_MEASURED) if one.start == at), None)
    if named is not None and named.label == "Place":
        named = scene.starting_at(named.end, "Organization") or named
    if named is None or _GOES_ON.match(scene.text, named.end):
        return None
    after = named.end + (scene.text[named.end : named.end + 1] == "的")
    if scene.starting_at(after, "Person") is not None:
        return None
    return named


def qualifiers(figure: Figure) -> dict[str, Value]:
    """A figure as the qualifiers of HAS_METRIC."""
    stated: dict[str, Value | None] = {
        "value": figure.value,
        "unit": figure.unit,
        "bound": figure.bound,
        "comparator": figure.comparator,
        "comparator_value": figure.comparator_value,
        "year": figure.year,
        "value_text": figure.value_text,
        "value_low": figure.value if figure.high is not None else None,
        "value_high": figure.high,
    }
    return {name: value for name, value in stated.items() if value not in (None, "")}


def _subject(scene: Scene, reading: Reading, figure: Figure) -> EntityRef | None:
    """What the figure is of: the facility or programme where it measures one, else what its clause or sentence opens with."""
    if reading.facility is not None and _OF_FACILITY.search(figure.name):
        return reading.facility
    said = scene.text[: figure.start]
    if _OF_PROGRAMME.search(figure.name) and _programme_is_meant(scene, reading) and not _OF_SOMEBODY.search(said):
        return reading.programme
    if reading.guide is not None and _OF_GUIDE.search(figure.name) and not scene.of("Organization"):
        return reading.guide
    if reading.product is not None and _OF_IT.search(said):
        return reading.product
    clause = max(scene.text.rfind(mark, 0, figure.start) for mark in "，。；,;：") + 1
    for start in dict.fromkeys((clause, 0)):
        if (home := _HOME.match(scene.text, start)) is not None and figure.start - home.end() <= _REACH:
            return EntityRef(label="Place", name="中国")
        opening = _opening(scene, start)
        if opening is not None and opening.end <= figure.start <= opening.end + _REACH:
            return reading.organization(opening) if opening.label == "Organization" else opening.ref
    bare = _BARE.match(scene.text)
    if bare is not None and (body := reading.meant(bare[1])) is not None:
        return body
    return reading.product if reading.product is not None and _OF_PRODUCT.search(figure.name + figure.unit) else None


def _programme_is_meant(scene: Scene, reading: Reading) -> bool:
    """Whether the sentence itself spoke of the programme, or goes on from the one that did."""
    since = reading.said - reading.programme_said
    return reading.programme is not None and (since == 0 or (since == 1 and bool(_OF_THE_SAME.match(scene.text))))

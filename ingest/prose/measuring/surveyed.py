"""Pages that survey the whole country, and series of meetings that are counted by their names."""

from __future__ import annotations

import re

from ingest.base import once
from ingest.figures import Figure
from ingest.prose.reading import Reading, Scene
from kg.model import Document, EntityRef
from kg.text import HAN

__all__ = ["ANY_DEPARTMENT", "COUNTED_AT_HOME", "OF_SURVEY", "PART_OF_HOME", "held", "of_the_country", "survey_name"]

_SURVEY = re.compile(
    r"(?:《)?(?:(?:19|20)\d{2}年?(?:度)?)?(?:我国|全国|中国)(?![^，。；]{0,20}(?:医院|公司|大学|学会|协会|分会)的)[^，。；|]{2,30}?"
    r"(?:现状|调查|普查|发展趋势|发展报告|年度报告|年报|统计|资源配置|概况|数据报告)(?:[与和及、]?(?:调查|分析|研究|发展|趋势|报告|思考|对策|展望|现状|结果|简报|建议))*(?:》)?(?:\s*[-—_|].*)?"
)
COUNTED_AT_HOME = re.compile("科室|[学医]科数|人员|从业|床位|单位|数量|机构|医师|技师|护士|医院|装机|保有量")
OF_SURVEY = re.compile(
    "调查经费|调查员|问卷|回收|应答|发放|纳入|受访|调查对象|样本|文献|检索|例患者"
    "|敏感[度性]|灵敏度|特异[度性]|准确[率度]|符合率|曲线下面积|AUC|预测值|研究(?:表明|显示|发现|证实|提示)"
)
"""How a survey was made is none of its results, nor is what a study of a technique found."""
PART_OF_HOME = re.compile(rf"(?:[{HAN}]{{2,3}}(?<!全)(?<!各)(?:省|市|自治区)|[东西中]部|[华西东]{{1,2}}[北南东中]地区)")
ANY_DEPARTMENT = re.compile(rf"[{HAN}]{{2,6}}(?<!医院)科室?")
_IN_YEARS = re.compile(
    rf"(?:^|[，。；,;])(?:其中)?(?P<name>[{HAN}A-Za-z/]{{3,16}}(?<![由从]))(?:[由从]|(?:19|20)\d{{2}}\s*年[^，。；,;]{{0,12}}?[，,])?(?:[由从]?(?:19|20)\d{{2}}\s*年[^，。；,;]{{0,20}})$"
)
"""甲类设备由2012年的605台增至2018年的…; 甲类设备2012年为138台，2018年达到…."""
_HEAD_LONG = 400
_HOLDS = re.compile(r"(?:召开|举办|举行|主办)(?:了|过)?(?:约|近|超过?)?\s*$")
_HELD_BEHIND = re.compile(rf"\s*(?P<name>[{HAN}]{{2,16}}?(?:会议|论坛|年会|研讨会|沙龙))(?=[，。；,;（(])")
_IN_FULL = re.compile(rf"(?P<full>[{HAN}]{{4,16}}会议)[（(](?:以下)?简称[“\"]?(?P<short>[{HAN}]{{2,8}})[”\"]?[)）]")


@once
def of_the_country(document: Document) -> bool:
    """Whether the page's title, or one of its first lines, is that of a survey of the country."""
    heads = [document.title, *document.text[:_HEAD_LONG].split("\n")]
    return any(_SURVEY.fullmatch(line.strip()) for line in heads if line)


def held(scene: Scene, reading: Reading, figure: Figure) -> EntityRef | None:
    """The series of meetings that is counted by its name behind: 共召开了36次甲论坛, told on a page about it."""
    series = _HELD_BEHIND.match(scene.text, figure.end) if figure.unit in ("次", "届", "期", "场") else None
    if series is None or not _HOLDS.search(scene.text[: figure.start]):
        return None
    about = reading.document.title + reading.document.text[:_HEAD_LONG]
    named = _IN_FULL.search(reading.document.text) if series["name"].endswith("会议") else None
    name = series["name"]
    if named is not None and named["short"] == name and name[:2] in named["full"]:
        name = named["full"][named["full"].rindex(name[:2]) :]
    return EntityRef(label="ConferenceSeries", name=name) if about.count(name) > 1 else None


def survey_name(scene: Scene, reading: Reading, figure: Figure) -> str:
    """What a survey of the country counts year by year, where the words are those of a thing: 甲类设备2012年为138台."""
    said = _IN_YEARS.search(scene.text[: figure.start]) if of_the_country(reading.document) else None
    return f"{said['name']}数" if said is not None and re.match("[个家台人名例项]", figure.unit) else ""

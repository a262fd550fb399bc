"""Products and works that won, by a name without quotation marks: 甲公司的灵霄R1获某奖, 某病诊断体系的建立与应用获一等奖."""

from __future__ import annotations

import re

from ingest.prose.reading import Reading, Scene
from kg.model import EntityRef
from kg.text import HAN, heal_name

__all__ = ["bare_work", "product_holding"]

_MODEL = r"(?=[A-Za-z0-9\- ]*[A-Z])[A-Za-z][A-Za-z0-9]*(?:[\- ]?[A-Za-z0-9]+)*"
_HOLDER = re.compile(
    rf"(?:^|[，、：；,;]|的|(?<=公司)|(?<=集团))\s*(?:其|自主研发的|自研的?)?(?:产品|机型|设备|系统|软件)?[“\"]?"
    rf"(?P<name>[{HAN}]{{0,4}}?{_MODEL})[”\"]?(?:系统|产品|软件|设备|整机)?"
    r"(?:同时|还|又|也|再次|成功|一举|最终|先后|分别|均|曾|则|于?(?:19|20)\d\d年|当年)*$"
)
"""What stands right before the verb: a name with capitals, perhaps behind two or three characters of its brand."""
_SHORTEST = 3
_LONGEST = 24
_NO_PRODUCT = re.compile("^(?:[A-Z]{2,5}|SCI|RSNA|ISMRM|ECR|PET|CT|MRI?)$")
_TOLD = 2
"""How often a document must name what it tells of by a model alone."""


_OF_WORK = (
    "应用|技术|体系|系统|平台|研究|方法|装备|机制|策略|评[估价]|诊疗|诊断|治疗|防治"
    "|推广|创新|研发|研制|建立|构建|产业化|转化|示范|模式"
)
_BARE = re.compile(
    rf"(?:(?:近日|日前)?[，,]?(?:(?:19|20)\d\d年)?(?P<whose>(?:牵头|主持|联合|共同|合作|自主)*(?:申报|完成|研制|研发|承担)?的)?)?(?:项目|成果)?"
    rf"(?P<name>(?![由在凭以作对经据为从向将把])(?:[{HAN}A-Za-z0-9/\-·、＋+]|[（(][^（）()]{{1,12}}[)）]){{10,50}}?(?:{_OF_WORK}))(?:项目|成果|课题)?"
    r"(?:再次|成功|一举|最终|先后|分别|均|也|还|又|近日|日前|同时|荣|喜)*"
)
"""某病影像诊断体系的建立与应用|获某奖: all of the clause before the verb."""
_NO_WORK = re.compile(
    "[我本全该此其他她]|团队|医院|公司|中心|科室|教授|医[师生]|论文|学科|专业|学生|课题组|作品|选手|[多几两\\d一二三四五六七八九十][项个篇名]|[被让使了着]|参加|参赛|同志|获"
)


def bare_work(scene: Scene, reading: Reading, clause: int, end: int) -> tuple[EntityRef, int] | None:
    """The work whose title, in no quotation marks, is all that a clause holds before the verb, but for whose it is."""
    house = scene.starting_at(clause, "Organization")
    held = _BARE.fullmatch(scene.text, house.end if house is not None else clause, end)
    if held is None or (house is not None) != (held["whose"] is not None) or _NO_WORK.search(held["name"]):
        return None
    start = held.start("name")
    if scene.within(start, end, "Person", "Organization") or scene.starting_at(start, "Organization") is not None:
        return None
    whole = any(one.start <= start and held.end("name") <= one.end for one in scene.of("Technology"))
    return (reading.tells_of_work(heal_name(held["name"])), start) if not whole else None


def product_holding(scene: Scene, reading: Reading, clause: int, end: int) -> tuple[EntityRef, int] | None:
    """The product whose name ends right before the verb, and where it starts; the document must tell of it elsewhere too."""
    held = _HOLDER.search(scene.text[clause:end])
    if held is None:
        return None
    name, start = held["name"].strip(), clause + held.start("name")
    if not _SHORTEST <= len(name) <= _LONGEST or _NO_PRODUCT.match(name):
        return None
    named = [one.ref for one in scene.of("Technology") if one.start <= start and one.end == clause + held.end("name")]
    known = [*(one for one in reading.products if one.name.endswith(name)), *named]
    if known:
        return known[0], start
    told = len(re.findall(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])", reading.document.text)) >= _TOLD
    return (EntityRef(label="Technology", name=name), start) if told and re.search(r"\d|-|[a-z][A-Z]", name) else None

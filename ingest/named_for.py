"""What the own name of a facility, programme, project or work says that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.layout import View
from ingest.mentions import Mention, mentions
from ingest.table.titles import disease_heads, title_heads
from kg.model import Assertion, EntityRef, Fact
from kg.text import heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["named_for"]

_TELLS = {
    "Facility": ("CONCERNS",),
    "FundingProgram": ("CONCERNS", "TARGETS"),
    "Grant": ("CONCERNS", "TARGETS"),
    "Achievement": ("CONCERNS", "TARGETS"),
    "Policy": ("CONCERNS",),
    "Publication": ("CONCERNS", "TARGETS"),
    "Conference": ("CONCERNS",),
    "ConferenceSeries": ("CONCERNS",),
    "Organization": ("WORKS_ON",),
    "Technology": ("TARGETS",),
}
"""The labels whose names say what they are about, and the predicates that may be stated of each."""
_PREDICATES = {"Technology": "CONCERNS", "Disease": "TARGETS"}
_BODY = (
    r"(?:国家|省|市|部|院|开放|联合|重点)*(?:实验室|研究中心|研究院|研究所|研究室|工程中心|创新中心|医学中心"
    r"|创新团队|研究团队|课题组)(?:[（(][^（）()]*[)）])?"
)
_RESEARCH = re.compile(rf"{_BODY}$")
_CENTRE = re.compile("(?:中心|实验室|研究院|研究所)$")
"""What makes a facility's name that of a body, inside which no technology is looked for: 某地质子治疗|中心."""
_BETWEEN = re.compile(
    r"(?:学|医学|影像|科学|技术|诊断|诊疗|临床|应用|工程|与|和|及|治疗|转化|创新|教育部|国家|省|市|联合|研究|[（(][^（）()]*[)）])*"
)
"""What ends the name of a body that does research on what stands before: 甲大学分子影像|重点实验室."""
_MEETING = re.compile(
    r"^(?:(?:19|20)\d\d年?|[东西中]部|华[东南北中]|西[南北]|东北|第[一二三四五六七八九十\d]+[届次]|首届|全国|中国|国际|全球|亚洲|亚太|海峡两岸|中[美日英德法]|[年度的])+(?=.{4})|(?:新技术|新进展|高峰|高端|学术|专题|青年|交流|高级|国际|技术|研究|应用|及其|发展|培训|继续教育)*"
    r"(?:研讨会|讨论会|论坛|大会|年会|学术会议|会议|峰会|研修班|学习班|培训班|交流会|沙龙|学术周)(?:第[一二三四五六七八九十\d]+[届次])?$"
)
_FOR_ILLNESS = re.compile(
    r"(?:.(?<![非无抗])){2,}(?:诊断|诊疗|筛查|识别|检测|检出|评估|预测|预警|分析|分诊|治疗|监测|鉴别|分类|分割|消融|防治|手术|显像|专用)[^，。；、]{0,10}?"
    r"(?:软件|系统|设备|仪|装置|平台|算法|模型|机器人|一体机|解决方案|机|显像剂|探针|试剂盒|刀)$"
)
"""A product whose name says against what it is: 某某病|眼底图像辅助诊断软件."""
_WORKERS = frozenset({"did_work"})
"""The rules that tell who carried out a work of which a text tells."""
_MEANS = re.compile(
    r"^(?:首次)?(?:基于|利用|采用|借助|通过)(?P<thing>[^，。]{3,20}?)"
    r"(?:实现|获得|获取|直接|揭示|观察|观测|解析|建立|构建|发现|完成)"
)
_SUBJECT = re.compile(
    r"^(?:首次|新型)?(?P<thing>[^，。的]{3,20}?(?:成像|显微镜|显微术|电镜|探针|系统|仪|仪器|图谱|算法|模型|技术))(?:获取|获得|观察到|观测到|揭示|实现|探测到|解析|发现|助力|绘制|测绘)"
)
_MAKES = re.compile(
    r"^(?:首次|成功|率先|自主)*(?:研制|创建|研发|开发|发明|构建|建立|提出|绘制|制备|实现|建成)(?:出|了|成功)?(?:[^，。]{2,24}的)?(?P<thing>[^，。的]{3,24}?(?:成像|显微镜|显微术|探针|系统|仪|仪器|图谱|算法|模型|技术|机器人|探测|装置|显像剂|内镜))$"
)
_DONE = re.compile(
    "实现|获取|获得|绘制|领衔|首次|揭示|研制|研发|开发|建立|发现|构建|解析|创建|创立|提出|制备|观测|助力|突破|让|破解"
)
"""What a title that is a clause tells as done, so that its last noun is no name by itself."""
_HALF = 2


@dataclass(frozen=True, slots=True)
class _Tells:
    """What a name says that its bearer is about, and the words of it that do."""

    predicate: str
    ref: EntityRef
    words: str


def named_for(assertions: Iterable[Assertion], nlp: Language) -> Iterator[Assertion]:
    """The assertions, and behind each what the names of its ends say, once, by the first words that hold those of the name."""
    names: dict[EntityRef, tuple[_Tells, ...]] = {}
    told: set[tuple[EntityRef, _Tells]] = set()
    for one in assertions:
        yield one
        if not isinstance(one, Fact):
            continue
        for end in (one.subject, one.object):
            if end.label in _TELLS and end not in names:
                names[end] = tuple(_tells(end, nlp))
            for tells in names.get(end, ()):
                if (end, tells) not in told and _bare(tells.words) in _bare(one.evidence.quote):
                    told.add((end, tells))
                    said = replace(one.evidence, rule=f"{end.label.lower()}_named_for")
                    yield Fact(subject=end, predicate=tells.predicate, object=tells.ref, qualifiers={}, evidence=said)
        if one.evidence.rule in _WORKERS and one.subject.label == "Person":
            yield from _of_worker(one, nlp)


def _bare(words: str) -> str:
    return "".join(words.split())


def _tells(end: EntityRef, nlp: Language) -> Iterator[_Tells]:
    if end.label == "Organization":
        yield from _of_body(end, nlp)
        return
    if end.label == "Technology" and not _FOR_ILLNESS.search(end.name):
        return
    name = _CENTRE.sub("", end.name) if end.label == "Facility" else end.name
    found = mentions(View(name, tuple(range(len(name)))), nlp)
    seen: set[EntityRef] = set()
    for one in found:
        like = one.label == "Disease" and end.name[one.end : one.end + 1] == "样"  # 青光眼样视神经病变
        if _PREDICATES.get(one.label) in _TELLS[end.label] and one.ref not in seen and not like:
            seen.add(one.ref)
            yield _Tells(_PREDICATES[one.label], one.ref, one.surface)
    yield from (_Tells("TARGETS", EntityRef(label="Disease", name=words), words) for words in _ill(end, found))
    yield from (_Tells("CONCERNS", EntityRef(label="Technology", name=words), words) for words in _coined(end, found))


def _of_worker(fact: Fact, nlp: Language) -> Iterator[Fact]:
    """What somebody who carried out a work works on: the technologies that the work is named for."""
    said = replace(fact.evidence, rule="worker_named_for")
    for one in _tells(fact.object, nlp) if fact.object.label in _TELLS else ():
        if one.predicate == "CONCERNS":
            yield Fact(subject=fact.subject, predicate="WORKS_ON", object=one.ref, qualifiers={}, evidence=said)


def _of_body(end: EntityRef, nlp: Language) -> Iterator[_Tells]:
    """What a laboratory or an institute is named for; of a house inside whose name another stands, its own part alone."""
    ends = _RESEARCH.search(end.name)
    if ends is None:
        return
    own = end.name[: ends.start()]
    stop = len(own)
    for one in reversed(mentions(View(own, tuple(range(len(own)))), nlp)):
        if one.label == "Technology" and _BETWEEN.fullmatch(own, one.end, stop):
            stop = one.start
            yield _Tells("WORKS_ON", one.ref, end.name)


def _ill(end: EntityRef, found: Iterable[Mention]) -> Iterator[str]:
    """The illnesses that a title names by their endings where the lexicon knows nothing of them."""
    for start, stop in disease_heads(end.name) if "TARGETS" in _TELLS[end.label] else ():
        if not any(one.start < stop and start < one.end for one in found if one.label in ("Disease", "Technology")):
            yield end.name[start:stop]


def _coined(end: EntityRef, found: Iterable[Mention]) -> Iterator[str]:
    """The technologies that a title names without the lexicon knowing them; none that is mostly a known one."""
    known = [one for one in found if one.label == "Technology"]
    if end.label in ("Conference", "ConferenceSeries"):
        field = _MEETING.sub("", _MEETING.sub("", end.name))
        placed = any(one.label == "Place" for one in found)
        if field != end.name and not known and not placed and any(span == (0, len(field)) for span in title_heads(field)):
            yield field
        return
    if end.label not in ("Grant", "Achievement"):
        return
    made = [match.span("thing") for pattern in (_MEANS, _SUBJECT, _MAKES) if (match := pattern.search(end.name))]
    heads = [one for one in title_heads(end.name) if end.label == "Grant" or not _DONE.search(end.name[slice(*one)])]
    for start, stop in dict.fromkeys([*heads, *made]):
        inside = [one for one in known if start <= one.start and one.end <= stop]
        if not any(len(one.surface) * _HALF > stop - start for one in inside):
            yield heal_name(end.name[start:stop])

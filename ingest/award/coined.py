"""Techniques, devices and models that a form says were made and that no lexicon has: named by the words of the claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.award.case import Case, sentences
from ingest.award.witness import Rule
from ingest.layout import View
from ingest.mentions import mentions
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["stated"]

COINED_IN_POINT = Rule("COINED_IN_POINT")
"""发明了甲装置、乙导管等: what an innovation point says was made."""
COINED_BY_PERSON = Rule("COINED_BY_PERSON")
"""某人建立了某预测模型."""

_MADE = (
    r"(?:提出|创建|建立|发明|研制|研发|创立|首创|创研|自主研发|开发|设计|创新(?!性|点)|改良|革新|完成|构建|建成|形成)"
    r"(?:并应用|并建立|并推广)?(?:了|出)?"
)
_AT_HEAD = (
    r"^(?!\s*(?:[^，。；]{0,4}(?:提出|建立|发明|采用|发现|首次|创建|率先)|负责|完成|参与|主持|承担|协助|优化|编写|合成|制定"
    r"|制备|研制|研发|设计|开展|实现|应用|揭示|证实|针对|通过|利用|我们|该|本))"
)
"""Where a point opens with the name of what was made."""
_HEAD = (
    r"(?:技术|算法|模型|(?<![查筛救治诊疗询访防控播作务医急联营销质])网络|列线图|装置|成像仪|监测仪|扫描仪|预充器|适配器|传感器|探测器|换能器|准直器|接头|支架|插管|导管|线圈|探头|探针|示踪剂|显像剂|造影剂|对比剂|机器人|"
    r"(?:识别|测算|规划|分割|重建|检测|筛查|诊断|配准|分析|预测|勾画|测量|评估|导航|质控|辅助|定量|管理)软件|"
    r"序列|灌注|引流|消融|(?:评估|成像|扫描|检查|显像|筛查|监测|重建|分割|定量|测量|诊断)(?:方案|方法|法))"
)
_WORD = rf"[{HAN}A-Za-z0-9/\- ]"
_NAME = rf"(?:[{HAN}]{{2,4}}、[{HAN}]{{2,4}}的)?{_WORD}{{2,24}}?{_HEAD}"
_CLAIM = re.compile(
    rf"(?:{_MADE}|{_AT_HEAD})\s*(?P<list>{_NAME}(?:(?:、|和|及|与|以及){_NAME})*)(?=的?新?(?:策略|方法|体系|理论|方案|系统|流程|建立|构建|研发|开发|设计|制备)?\s*(?:[，。；：（(、]|等|$|并|使|可|，))"
)
_LIST_CUT = re.compile(r"(?<=技术|算法|模型|网络|装置|软件|插管|导管|探针|灌注|引流|消融|序列)(?:、|和|及|与|以及)|、")
_ADJECTIVES = re.compile(rf"^[{HAN}]{{2,4}}、[{HAN}]{{2,4}}的")
_ADJECTIVE = re.compile(r"^.*的(?=.{4,})")
_WITH = re.compile(r"^(?:带|含|可|具)")
_ON_BASE = re.compile(r"^基于.*的(?=.{5,})")
_OF_WHOM = re.compile(r"^.*(?:患者|人群|病人|儿童|家兔|大鼠|小鼠)(?:的)?(?=.{4,})")
_LEADS = re.compile(
    r"^(?:一种|一套|一系列|多种|多个|多项|两种|三种|系列|多项|新型|全新|国内|国际|首个|首套|首台|了|并|的|国产|自主|以)+"
)
_GENERIC = re.compile(
    r"^(?:[新该本两多]|关键|核心|相关|系列|多项|创新|先进|临床|诊断|治疗|预测|评估|影像|检测|分析|应用|专利|国际|国内|诊疗|救治|筛查|风险|预后|"
    rf"方法|新|标准化|规范化|测量|早期|精准|智能|综合|联合|量化|定量|标准|规范|人工智能|机器学习|深度学习|数学|统计|动物|实验|研究|疾病|医学|预警|分类|识别|一体化)*{_HEAD}$"
)
_COMMON = re.compile(
    r"(?:深层|深度|网络|模型|算法|技术|方法|结构|多层|改进|新|成像|显像|检查|扫描|方案|诊断|评估|预测|分析|探针|序列|装置|法|\s)*"
)
_NO_NAME = re.compile(
    r"[使将把被为由从在，。；]|对(?!比剂)|[和与及并]|提高|降低|实现|减少|具有|达到|用于|通过|结合|进行|医院|病例|支持|获得|发现|揭示|证实|参与|推广|解决|简化|新技术|的.*的"
)


def stated(case: Case, nlp: Language) -> Iterator[Assertion]:
    """CONCERNS of innovation points, WORKS_ON of people, with techniques that no lexicon knows."""
    for point in case.innovations:
        for name, start, end in _coined(point.view, nlp):
            words = case.at(point.view.span(start, end), COINED_IN_POINT)
            yield words.fact(case.innovation(point.number), "CONCERNS", _technique(name), numbering=case.numbering)
    for person in case.people:
        for sentence in sentences(person.contribution) if person.contribution else ():
            for name, start, end in _coined(sentence, nlp):
                words = case.at(sentence.span(start, end), COINED_BY_PERSON)
                yield words.fact(person.ref, "WORKS_ON", _technique(name))


def _technique(name: str) -> EntityRef:
    return EntityRef(label="Technology", name=name)


def _coined(view: View, nlp: Language) -> Iterator[tuple[str, int, int]]:
    """Names made by the words of a claim, each once, with where the claim stands."""
    seen: set[str] = set()
    for match in _CLAIM.finditer(view.text):
        for part in _LIST_CUT.split(_ADJECTIVES.sub("", match["list"])):
            name = _name(part)
            if name and name not in seen and not _known(name, nlp):
                seen.add(name)
                yield name, match.start(), match.end("list")


def _name(words: str) -> str:
    bare = _OF_WHOM.sub("", _LEADS.sub("", heal_name(words)))
    bare = bare if _WITH.match(bare) else _ADJECTIVE.sub("", bare) if not bare.startswith("基于") else _ON_BASE.sub("", bare)
    bare = _LEADS.sub("", bare)
    return bare if 5 <= len(bare) <= 22 and not _GENERIC.match(bare) and not _NO_NAME.search(bare) else ""


def _known(name: str, nlp: Language) -> bool:
    """Whether the lexicon knows the name, or all of it but words that any name has (超声造影 of 超声造影检查方法)."""
    rest = name
    for one in mentions(View(name, tuple(range(len(name)))), nlp):
        rest = rest.replace(one.surface, "") if one.label == "Technology" else rest
    return rest != name and _COMMON.fullmatch(rest) is not None

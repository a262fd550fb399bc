"""Techniques, devices and models that a form says were made and that no lexicon has: named by the words of the claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.award.case import Case, sentences
from ingest.award.completers import Person
from ingest.award.themes import DOES
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
_HEAD = (
    r"(?:技术|算法|模型|列线图|装置|成像仪|监测仪|扫描仪|预充器|适配器|传感器|探测器|支架|插管|导管|线圈|探头|探针|示踪剂|显像剂|造影剂|对比剂|"
    r"准直器|换能器|放大器|激光器|调制器|发生器|接收机|谱仪|磁体|体模|仿体|接头|消融仪|光源|模块|电极|天线|消融针|穿刺针|导航仪|定位仪|超声仪|内镜|机器人|微针|纳米粒|微泡|"
    r"(?:识别|测算|规划|分割|重建|检测|筛查|诊断|配准|分析|预测|勾画|测量|评估|导航|质控|辅助|定量|管理|处理|量化)软件|"
    r"(?<![查筛救治诊疗询访防控播作务医急联营销质])网络|"
    r"(?:成像|扫描|磁共振|超声|导航|重建|分割|检测|识别|测温|内镜|定位|消融|显微镜?|CT|PET|MRI)(?:系统|设备|整机|样机)|"
    r"(?:超分辨率?|稀疏|迭代|压缩感知|并行|稀疏角)重建|序列|灌注|引流|消融|(?:评估|成像|扫描|检查|显像|筛查|监测|重建|分割|定量|测量|诊断|提取|校正|去噪|追踪|标定|配准|融合)(?:方案|方法|法))"
)
_WORD = rf"[{HAN}A-Za-z0-9./\-—– ]"
_NAME = rf"(?:[{HAN}]{{2,4}}、[{HAN}]{{2,4}}的)?{_WORD}{{2,24}}?{_HEAD}"
_CLAIM = re.compile(
    rf"{_MADE}\s*(?P<list>{_NAME}(?:(?:、|和|及|与|以及){_NAME})*)(?=的?新?(?:策略|方法|体系|理论|方案|系统|流程|建立|构建|研发|开发|设计|制备)?\s*(?:[，。；：（(、]|等|$|并|使|可|，))"
)
_WORKED = re.compile(
    rf"(?:负责|主持|参与|承担|牵头|主导)(?:了|完成)?(?P<list>{_NAME}(?:(?:、|和|及|与|以及){_NAME})*)"
    r"的?(?:推导|研发|研制|设计|开发|实现|优化|构建|建立|搭建|改进|训练|集成|调试|工程化|编写|制备)"
)
"""负责某某算法的设计, 参与某某探针制备."""
_OWN_NAME = r"[A-Za-z][A-Za-z0-9\- ]{2,19}"
_CALLED = re.compile(
    rf"{_MADE}[^，。；“”\"]{{0,30}}?(?:软件|系统|平台|模型|网络|算法|装置|仪器?|设备|机器人|序列)\s*[“\"](?P<name>{_OWN_NAME})[”\"]"
    rf"|{_MADE}[^，。；“”\"]{{0,16}}?[“\"](?P<ahead>{_OWN_NAME})[”\"][{HAN}]{{0,10}}?(?:软件|系统|模型|网络|算法|装置|仪|设备)"
    rf"|{_MADE}[^，。；“”\"]{{0,40}}?(?:软件|系统|平台|模型|网络|算法|机器人)[ ]?"
    r"(?P<bare>[A-Z][A-Za-z]*[a-z][A-Z][A-Za-z0-9\-]*|[A-Z][A-Za-z]+-[A-Z][A-Za-z0-9]+)(?=\s*(?:[，。；、（(]|$))"
)
"""A name of its own, in marks (研发分割软件“ABC-Seg”) or told from a word by its capitals (研发分割算法LiverSeg)."""
_OPENING = re.compile(
    rf"\s*(?!{_MADE}|攻克|合成|采用|我们|率先|首次|制定)(?P<name>{_WORD}{{2,20}}?{_HEAD})(?=的?(?:优化|创新)?(?:设计|制备|研制|构建|研发|开发|实现|集成|标定|加工)|\s*[，。；：（(]|$)"
)
"""What a point opens with that has no verb: 某某接头，转速达……."""
_LIST_CUT = re.compile(r"以及|[、和及与]")
_ENDS_AS_NAME = re.compile(rf"{_HEAD}$")
_ADJECTIVES = re.compile(rf"^[{HAN}]{{2,4}}、[{HAN}]{{2,4}}的")
_ADJECTIVE = re.compile(r"^.*的(?=.{4,})")
_WITH = re.compile(r"^(?:带|含|可|具|基于)")
_OF_WHOM = re.compile(r"^.*(?:患者|人群|病人|儿童|家兔|大鼠|小鼠)(?:的)?(?=.{4,})")
_LEADS = re.compile(
    r"^(?:一种|一套|一款|一台|一系列|多种|多个|多项|两种|三种|系列|多项|新型|全新|国内|国际|首个|首套|首台|首款|全球|世界|我国|了|出|并|的|国产化?|自主|以)+"
)
_MEASURED = re.compile(r"^(?:[\d. ]+\s*(?:nm|μm|mm|cm|k?Hz|MHz|GHz|THz|T|keV|MeV|W|mW|kV)(?:波段|频段|波长|口径|场强)?的?)+")
"""1060 nm波段400 kHz高速…: what the name is measured by is no part of it."""
_GENERIC = re.compile(
    r"^(?:[新该本两多]|关键|核心|相关|系列|多项|创新|先进|临床|诊断|治疗|预测|评估|影像|检测|分析|应用|专利|国际|国内|诊疗|救治|筛查|风险|预后|"
    rf"方法|新|自动化?|后处理|处理|管理|科室|教学|信息|随访|病历|护理|培训|勾画|专用|配套|图像|数据|质控|标准化|规范化|测量|早期|精准|智能|综合|联合|量化|定量|标准|规范|人工智能|机器学习|深度学习|数学|统计|动物|实验|研究|疾病|医学|预警|分类|识别|一体化)*{_HEAD}$"
)
_COMMON = re.compile(
    r"(?:深层|深度|网络|模型|算法|技术|方法|结构|多层|改进|新|成像|显像|检查|扫描|方案|诊断|评估|预测|分析|探针|序列|装置|法|\s)*"
)
_NO_NAME = re.compile(
    r"[使将把被为由从在其，。；]|对(?!比剂)|[和与及并]|提高|降低|实现|减少|具有|达到|用于|通过|结合|进行|医院|病例|支持|获得|发现|揭示|证实|参与|推广|解决|简化|新技术|的.*的"
)


def stated(case: Case, nlp: Language) -> Iterator[Assertion]:
    """CONCERNS of innovation points, WORKS_ON of people and units, with techniques that no lexicon knows."""
    coined: set[str] = set()
    for point in case.innovations:
        for name, start, end in _of_point(point.view, nlp):
            coined.add(name)
            words = case.at(point.view.span(start, end), COINED_IN_POINT)
            yield words.fact(case.innovation(point.number), "CONCERNS", _technique(name), numbering=case.numbering)
    for who in case.done:
        for sentence in sentences(who.contribution) if who.contribution else ():
            made = list(_coined(sentence, nlp)) if isinstance(who, Person) else []
            named = {name for name, _, _ in made}
            again = (name for name in sorted(coined - named) if name in sentence.text and DOES.search(sentence.text))
            for name, start, end in [*made, *((name, 0, len(sentence.text)) for name in again)]:
                words = case.at(sentence.span(start, end), COINED_BY_PERSON)
                yield words.fact(who.ref, "WORKS_ON", _technique(name))


def _technique(name: str) -> EntityRef:
    return EntityRef(label="Technology", name=name)


def _of_point(view: View, nlp: Language) -> Iterator[tuple[str, int, int]]:
    """What a point claims was made, or opens with: 某某准直器的优化设计; each once."""
    made = list(_coined(view, nlp))
    yield from made
    opening = _OPENING.match(view.text)
    name = _name(opening["name"]) if opening and not DOES.search(opening["name"]) else ""
    if opening and name and name not in {one for one, _, _ in made} and not _known(name, nlp):
        yield name, opening.start("name"), opening.end("name")


def _coined(view: View, nlp: Language) -> Iterator[tuple[str, int, int]]:
    """Names made by the words of a claim, each once, with where the claim stands."""
    seen: set[str] = set()
    for match in sorted([*_CLAIM.finditer(view.text), *_WORKED.finditer(view.text)], key=lambda one: one.start()):
        for part in _parts(_ADJECTIVES.sub("", match["list"])):
            name = _name(part)
            if name and name not in seen and not _known(name, nlp):
                seen.add(name)
                yield name, match.start(), match.end("list")
    for match in _CALLED.finditer(view.text):
        name = match["name"] or match["ahead"] or match["bare"]
        if name not in seen and not _known(name, nlp):
            seen.add(name)
            yield name, match.start(), match.end()


def _parts(words: str) -> Iterator[str]:
    """The names of a list, cut where one ends as a name does."""
    start = 0
    for cut in _LIST_CUT.finditer(words):
        if cut.group() == "、" or _ENDS_AS_NAME.search(words, start, cut.start()):
            yield words[start : cut.start()]
            start = cut.end()
    yield words[start:]


def _name(words: str) -> str:
    """The name in a claim, without what leads to it; of one told with its means (基于甲与乙的某某算法) what stands behind."""
    bare = _LEADS.sub("", _OF_WHOM.sub("", _LEADS.sub("", _MEASURED.sub("", heal_name(words)))))
    behind = _LEADS.sub("", _ADJECTIVE.sub("", bare))
    return next((one for one in ([bare, behind] if _WITH.match(bare) else [behind]) if _is_name(one)), "")


def _is_name(words: str) -> bool:
    generic = _GENERIC.match(words.rpartition("的")[2]) is not None
    return 5 <= len(words) <= 22 and not generic and not _NO_NAME.search(words)


def _known(name: str, nlp: Language) -> bool:
    """Whether the lexicon knows the name, or all of it but words that any name has (超声造影 of 超声造影检查方法)."""
    rest = name
    for one in mentions(View(name, tuple(range(len(name)))), nlp):
        rest = rest.replace(one.surface, "") if one.label == "Technology" else rest
    return rest != name and _COMMON.fullmatch(rest) is not None

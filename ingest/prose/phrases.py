"""Noun phrases of running text: what a verb makes, builds or names, trimmed to the thing itself."""

from __future__ import annotations

import re

from kg.text import HAN, heal_name

__all__ = ["HEAD", "MASK", "WHOSE_FIRST", "listed", "masked_notes", "quoted", "technology", "without_notes"]

MASK = "\x00"
"""What stands for each character of a masked note."""

HEAD = (
    r"成像系统|显微镜|显微成像|探针|注射[液剂]|显像剂|对比剂|造影剂|示踪剂|标记物|监测仪|检测仪|成像仪|扫描仪|仪器|仪|设备|装备|装置|系统|软件|算法|模型|平台|方法|技术"
    r"|图谱|成像|显像|CT|MRI|PET|SPECT|PET/CT|PET/MRI|PET/MR|SPECT/CT|机器人|一体机|工作站|支架|导管|内镜|内窥镜|传感器|探测器|线圈|序列|芯片|建模|网络|检查|造影|示踪|标记|样机|模式|疗法|超声|光谱|断层扫描|分子探针|体系"
    r"|电路|磁体|光源|激光器|球管|闪烁体|换能器|探头|加速器|量子点|纳米颗粒|纳米粒子?|微泡|试剂盒|原型机|术式"
)
"""What the name of a technology ends in."""

_HEAD_END = re.compile(rf"(?:{HEAD})(?=$|[^{HAN}A-Za-z0-9/+\-])|(?:{HEAD})$")
_MEASURE_WORD = r"(?:台|套|种|款|个|项|类|批|例|代|系列|组(?!学)|件|部)"
_LEAD = re.compile(
    rf"^(?:了|出|的|一|[这该此][款套台种项]|我国|中国(?=[第首一])|国产|国内|国际上?|全国|全球|全世界|世界上?|目前|新一代(?!测序)|下一代(?!测序)|首|首创|首次|第一|最大|唯一|最新|全新|新型?(?=[一的{HAN}]{{0,2}}台)|自主研发的?|(?:具有|拥有)?(?:完全|全)?自主知识产权的?|自主|具有[^，的]{{2,20}}的|拥有[^，的]{{2,20}}的"
    r"|(?:创新|先进|高效|可靠|独特|全链条|全流程|完整|完备|完善|成熟|简便|便捷|实用|科学|规范|崭新|全新|有效|可行|强大|系统|领先|优异)[性型化]?的"
    r"|(?:直径|外径|口径|孔径)(?:仅|约|为)?[\d.]+\s?(?:mm|cm|μm|毫米|厘米|微米)的?"
    rf"|[\d.]+(?:克|千克|公斤|吨|厘米|毫米|英寸)(?:级|重)?的?|[一二两三四五六七八九十\d多数几]+{_MEASURE_WORD}|{_MEASURE_WORD}|系列|包括|等|并|和|与|“|一系列|多种|高端(?=医学)|相关)+"
)
_PURPOSE = re.compile(
    rf"^(?:(?:可?供|用于|面向|针对|适用于|适合|辅助|基于|靶向)[^，。；]{{2,24}}?的|[{HAN}]{{2,6}}?(?:仅|约|为|达|不足|超过)*[\d.]+[^，。；的\d]{{1,8}}的)"
)
WHOSE_FIRST = re.compile(rf"^[{HAN}]{{1,7}}?(?:首|第一)[台套款部]套?的?(?=.{{3}})")
"""华东首台|某加速器."""
_CODED = re.compile(
    r"(?:探针|显像剂|示踪剂|造影剂|对比剂|药物|标记物|放射性药物)(?P<code>(?:\[?\d{1,3}m?[A-Z][a-z]?\]?[-–]?[^的]{2,20}|[A-Z][A-Za-z0-9\-]{2,20}))$"
)
_NOTE = re.compile(
    r"\[[\d,，\-–~]+\]|[（(](?:https?:|www|(?:以下|下文|后文)?(?:统称|简称)|(?:商品|产品|品牌|商标)名?称?[:：为是]|注册商标|又名|[A-Za-z](?![A-Z/]*[)）/])[^（）()]*|图|表|见)[^（）()]*[）)]"
)
_QUOTED = re.compile(r"[“《]([^“”《》]{2,60})[”》]")
_IDEA = re.compile(r"(?<=[像影术法统剂针仪])的?(?:总体|全新|新型?)*(?:思想|思路|理念|概念|构想|学说)$")
"""What was thought of a technology: 双模成像|总体思想."""
_NOT_THING = re.compile(
    r"规章|制度|管理体系$|教学(?:方法|模式|体系|技术|模型)$|的(?:应用|发展|研究|问题|需求|价值|意义|特点|优势|建设|完善|推广)$|^(?:关键技术|核心技术|新技术|新方法|技术|方法|系统|设备|平台|模型|体系|仪器|软件|算法|产品|网络|成像)$"
)


def technology(words: str) -> str | None:
    """The technology that a phrase names, None where it names none: quantities, praise and citations left out.

    >>> technology("了我国首台便携式低场磁共振成像系统"), technology("一套全流程的肺结节随访系统"), technology("了重要作用")
    ('便携式低场磁共振成像系统', '肺结节随访系统', None)
    """
    words = without_notes(words)
    if "“" in words and words.count("“") == words.count("”") and not words.rstrip(" ,，、。.;；").endswith("”"):
        words = words.replace("“", "").replace("”", "")  # “甲眼”筛查系统
    words = words.strip(" ,，、。.;；”“")
    words = _PURPOSE.sub("", _LEAD.sub("", WHOSE_FIRST.sub("", words)))
    words = _IDEA.sub("", _LEAD.sub("", words))
    if not 2 <= len(words) <= 36 or _NOT_THING.search(words) or words.count("的") > 2:
        return None
    coded = _CODED.search(words)
    if coded is not None:
        return heal_name(coded["code"])
    return heal_name(words) if _HEAD_END.search(words) else None


def without_notes(words: str) -> str:
    """The words without citations, and without parentheses that hold a translation, an address or a pointer.

    >>> without_notes("显微镜(microscope, M)[3]")
    '显微镜'
    """
    return _NOTE.sub("", words)


def masked_notes(words: str) -> str:
    """The words with their notes masked, every offset kept."""
    return _NOTE.sub(lambda note: MASK * len(note.group()), words)


_WORDS = frozenset({"饱和", "亲和", "中和", "总和", "参与", "涉及", "普及", "波及"})
"""Words that end in what else joins two items: 化学交换饱和转移."""


def listed(words: str) -> list[str]:
    """The items of an enumeration, 等 and what follows it left out; quotation marks and parentheses hold items together.

    >>> listed("甲、乙和丙等三类"), listed("“甲、乙”、丙")
    (['甲', '乙', '丙'], ['甲、乙', '丙'])
    """
    items, depth, start = [], 0, 0
    words = re.sub(r"等(?:[^、，,]{0,12})?$", "", words.strip())
    for at, char in enumerate(words):
        depth += char in "“（(《"
        depth -= char in "”）)》"
        word = words[at - 1 : at + 1] in _WORDS
        parts = char in "、,，;；" or (char in "和与及" and at > 1 and depth == 0 and not word)
        if depth == 0 and parts:
            items.append(words[start:at])
            start = at + 1
    items.append(words[start:])
    stripped = (item.strip(" “”。.，,以及和与") for item in items)
    return [heal_name(item) for item in stripped if item]


def quoted(words: str) -> list[tuple[str, int, int]]:
    """What stands in quotation marks or title marks, each with where the inner words start and end."""
    return [(heal_name(match[1]), match.start(1), match.end(1)) for match in _QUOTED.finditer(words)]

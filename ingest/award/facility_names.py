"""Names of platforms, databases and biobanks: where they begin, and which of a document's names mean one facility."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.text import HAN, heal_name

__all__ = ["END", "WORDS", "bare_name", "inherited", "same_names"]

_HEADS = "数据库|样本库|资源库|生物库|标本库|影像库|云平台|平台|协作网|专病库|队列"
END = rf"(?:{_HEADS})"
WORDS = rf"(?![及和与、了])[{HAN}A-Za-z0-9/\-· （）()]{{2,30}}?"
_LEAD = re.compile(
    r"^(?:全球|世界|国际|国内|全国|我国|中国大陆)?(?:首个|第一个|唯一的?|最大规模的?|规模最大的?|最大的?|领先的?|一个|一套)|^(?:了|基于|国家级|省级|大型|大规模|高质量)+(?=.{6,})"
)
_BASED = re.compile(rf"^基于[{HAN}A-Za-z0-9\-/]{{2,12}}(?<!数据)(?<!资源)的(?=[{HAN}A-Za-z]{{4,}})")
_GENERIC = re.compile(
    rf"^(?:该|此|本|其|科研|公共|技术|服务|数据|信息|管理|研究|临床|创新|合作|交流|共享|综合|诊断|转化|教学|培训|多中心|专业|应用)*{END}$"
)
_BREAKS = re.compile(r"[，。；、：:]|的(?!.*的)")
_QUALIFIERS = re.compile(r"多模态|多中心|多维度|大样本|标准化|规范化|国家级|省级|大型|首个|国内|大(?=数据库)|[ （）()]")
_KINDS_OF_DATA = re.compile(r"(?:影像|图像|临床|病例|诊疗|随访|信息)+$")
_STANDS_ALONE = re.compile(rf"^(?:生物|临床|影像|血液|组织)*{END}$")
_SHORT_FORMS = {
    "心衰": "心力衰竭",
    "房颤": "心房颤动",
    "心梗": "心肌梗死",
    "冠心病": "冠状动脉粥样硬化性心脏病",
    "脑卒中": "卒中",
}
_TWO = re.compile("[与和及]")
_LEAST = 5


def bare_name(words: str) -> str:
    """A facility's name without praise and rank before it; "" where nothing is left that tells it from others.

    >>> bare_name("国内首个肺癌影像数据库"), bare_name("科研平台"), bare_name("基于人工智能的远程读片平台")
    ('肺癌影像数据库', '', '基于人工智能的远程读片平台')
    """
    bare = heal_name(re.sub(r"[（(][^（）()]*[)）]", "", words)).strip()
    if not _BASED.match(bare):
        bare = _LEAD.sub("", _LEAD.sub("", bare))
        bare = (bare.rsplit("的", 1)[-1] if "的" in bare[:-4] else bare).strip()
        bare = "" if _BREAKS.search(bare) else bare
    return bare if len(bare) >= _LEAST and not _GENERIC.match(bare) else ""


def inherited(name: str, first: str) -> str:
    """The name of a second facility that says only its kind ("…数据库及生物样本库") with what the first is about.

    >>> inherited("生物样本库", "多中心肺癌数据库"), inherited("乳腺癌样本库", "肺癌数据库")
    ('肺癌生物样本库', '乳腺癌样本库')
    """
    if not _STANDS_ALONE.match(name):
        return bare_name(name)
    about = _KINDS_OF_DATA.sub("", re.sub(rf"{END}$", "", _QUALIFIERS.sub("", first)))
    return about + name if len(about) > 1 else ""


def same_names(names: Iterable[str]) -> dict[str, str]:
    """Each name to the longest that surely means the same: alike but for qualifiers and short forms, or the end of just one.

    >>> same_names(["心衰数据库", "心力衰竭多模态数据库", "肺癌数据库"])["心衰数据库"]
    '心力衰竭多模态数据库'
    >>> same_names(["读片平台", "远程读片平台", "移动读片平台"])["读片平台"]
    '读片平台'
    >>> same_names(["随访平台", "会诊与随访平台"])["随访平台"]
    '随访平台'
    """
    by_key: dict[str, str] = {}
    every = sorted(set(names), key=lambda name: (-len(name), name))
    for name in every:
        by_key.setdefault(_key(name), name)
    return {name: _whole(by_key[_key(name)], by_key.values()) for name in every}


def _whole(name: str, others: Iterable[str]) -> str:
    """The one other name that ends with this name, itself the end of no third; the name itself where there is not just one."""
    longer = [other for other in others if other != name and other.endswith(name) and not _TWO.search(other)]
    whole = [other for other in longer if not any(third != other and third.endswith(other) for third in longer)]
    return whole[0] if len(whole) == 1 and len(name) >= _LEAST else name


def _key(name: str) -> str:
    for short, full in _SHORT_FORMS.items():
        name = name.replace(short, full) if full not in name else name
    return _QUALIFIERS.sub("", name)

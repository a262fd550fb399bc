"""Names that hold words of the sentence around them: no thing is called so, whatever rule read it."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.prose.technology.naming import is_vague
from kg.text import HAN

__all__ = ["misread"]

_KEPT = 50_000
_ADDED = (
    r"一[批系些]|一整套|多[种个台款]|[几数各某][种类个台款]|进一步|对比(?=[上前同这此]|传统|现有|国)|上述|其他|其它|任何|全部|所谓|最新"
    r"|更[加为]"
)
_SORTS = ("设备", "仪器", "装备", "方法")
"""What a sort of devices ends in, where nothing tells them from others: 创新诊疗|设备."""
_OFFICES = "常务理事|副理事长|理事长|副?主任委员|副会长|名誉会长|会员代表"
_FACILITY = "设施|装置|光源|平台|数据库|样本库"
_WORDS = {
    "Technology": re.compile(
        r"^(?:本|该|此)?(?:项目|成果|课题|研究)(?:技术|成果|产品|方法)$|^本(?:技术|产品|系统|设备|方法)|^(?:该|此|使(?!用)|擅长|熟练|精通|以及|利用|依托|手段|负责)|[了的]$|(?:正式|成功|顺利|荣获|获批)$|://|^//|召开|举行|揭牌|挂牌|突破了|取得了|获得了|通过了|依托"
        r"|^\d{1,3}(?:\.\d)?$|^(?:样机|产品|设备|仪器|系统|装置|平台|技术|方法|项目)$"
        rf"|^(?:{_ADDED})(?=.{{2}})|^(?:深度|交叉|医工|产教|学科)融合$|交流(?!电)|摘要|关键词|\d{{6}}"
    ),
    "Achievement": re.compile("的$"),
    "Grant": re.compile("的$"),
    "Facility": re.compile(
        rf"^(?:对比|赴|上一代|第[一二三四五]代|该|此|本(?!溪|草)|建设|推进|[现并]?依托|0?\d(?=[{HAN}]))|^(?:医院|科室|学校|公司)|(?:{_FACILITY})[和与及].*(?:{_FACILITY})$"
    ),
    "Conference": re.compile(
        r"^(?:在(?!线|体|职)|于(?!都|田|洪|潜)|由)|^(?:高端|高峰|学术|国际|平行|专题)?(?:论坛|会议|年会|大会|沙龙)第"
    ),
    "ConferenceSeries": re.compile(
        r"^(?:在(?!线|体|职)|于(?!都|田|洪|潜)|由)|^(?:高端|高峰|学术|国际|平行|专题)(?:论坛|会议|年会|大会|沙龙)$|(?:19|20)\d\d年"
    ),
    "Journal": re.compile("^(?:发表|刊登|刊发|刊载|收录)|[《》]"),
    "Award": re.compile("之父$|之母$|^(?:年度|本年度|当年)?(?:金|银|铜|大)奖$"),
    "Organization": re.compile(
        rf"版权所有|^.{{2,6}}(?:简介|概况|介绍|首页|新闻)[-—_|]|(?:基金|计划(?!与政策局)|专项)[与和及]|[（(]\d+\s*[/／]\s*\d+[)）]$|汇总表(?=[{HAN}])|占(?=公司|全[省市国球]|总)|^.{{0,8}}(?:[线点圆轴靶]|视野|光斑|像素|病灶)中心$|^\d(?=[{HAN}]{{2,}}(?:大学|学院|医院|研究[院所]))"
        rf"|^(?:赴|期(?=.{{2,3}}[市省])|今年|去年|近日|恰逢)|恰逢|装机(?=.)|加强|(?:{_OFFICES})(?!会|们|单位)(?=.)|^(?P<twice>.{{4,}}?)(?:.+(?P=twice))|^[^（(]*[)）]|[（(][^）)]*$"
    ),
}
"""By label: verbs and pointing words in the name of a device, or its sort alone; a rank, a note or a foot in a house's name."""


@lru_cache(maxsize=_KEPT)
def misread(label: str, name: str) -> str | None:
    """The words in a name that belong to no name; None where it holds none.

    >>> misread("Technology", "使脑专用PET"), misread("Organization", "2南京医科大学"), misread("Technology", "脑专用PET")
    ('使', '2', None)
    """
    words = _WORDS.get(label)
    found = words.search(name) if words is not None else None
    if found is None:
        return name if label == "Technology" and name.endswith(_SORTS) and is_vague(name) else None
    return found.group()

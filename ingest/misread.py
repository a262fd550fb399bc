"""Names that hold words of the sentence around them: no thing is called so, whatever rule read it."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.text import HAN

__all__ = ["misread"]

_KEPT = 50_000
_WORDS = {
    "Technology": re.compile(
        r"^(?:该|此|使(?!用)|擅长|熟练|精通|以及|利用|依托|手段|负责)|[了的]$|(?:正式|成功|顺利|荣获|获批)$|://|^//|召开|举行|突破了|取得了|获得了|通过了|依托"
        r"|^\d{1,3}(?:\.\d)?$|^(?:样机|产品|设备|仪器|系统|装置|平台|技术|方法|项目)$"
    ),
    "Achievement": re.compile("的$"),
    "Grant": re.compile("的$"),
    "Organization": re.compile(
        rf"版权所有|(?:基金|计划(?!与政策局)|专项)[与和及]|[（(]\d+\s*[/／]\s*\d+[)）]$|汇总表(?=[{HAN}])|^占(?=公司|全|总)|^.{{0,8}}(?:[线点圆轴靶]|视野|光斑|像素|病灶)中心$|^\d(?=[{HAN}]{{2,}}(?:大学|学院|医院|研究[院所]))"
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
    return found.group() if found is not None else None

"""Products that a text calls by a name in quotation marks: “甲乙”辅助诊断系统, more than once."""

from __future__ import annotations

import re

from ingest.prose.reading import Reading, Scene
from kg.model import EntityRef
from kg.text import HAN

__all__ = ["note_nicknames"]

_NAMED = re.compile(
    rf"“(?P<name>[{HAN}A-Za-z0-9\-]{{2,12}})”(?:[（(][^（）()]{{1,30}}[)）])?(?P<what>[{HAN}A-Za-z]{{0,20}}?(?:系统|软件|机器人|算法|显微镜|内镜|仪))(?!工程|计划|项目)"
)
_OF_IMAGING = re.compile("影像|成像|内镜|超声|CT|磁共振|诊断|诊疗|阅片|显微|放疗|手术|病理|心电|检测")
_NO_NAME = re.compile("式|型|化|互联网|智慧|人工智能|[一二三四五六七八九十]+五|工程|计划|医院|中心|联盟|平台|专项|全|一体|\\+")


def note_nicknames(scene: Scene, reading: Reading) -> None:
    """Keep a product that is called by a quoted name, so that later clauses may open with it or point to it."""
    for match in _NAMED.finditer(scene.text) if "“" in scene.text else ():
        name = match["name"]
        again = reading.document.text.count(name) > 1 and _OF_IMAGING.search(scene.text) is not None
        if again and not _NO_NAME.search(name) and all(one.name != name for one in reading.products):
            reading.made(EntityRef(label="Technology", name=name))

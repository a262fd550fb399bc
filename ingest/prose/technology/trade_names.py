"""Products that a text gives a second name: “肺部CT辅助检测软件”（商品名：瞳影Lung）, and goes on to call by it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.prose.phrases import technology
from ingest.prose.reading import TELLING, Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

TRADE_NAME = Rule("trade_name")
"""“某软件”（商品名：甲眼）, 乙公司研发的某系统（以下简称“丙系统”）: the second name is an alias of the first."""

_NOTED = re.compile(
    rf"(?:“(?P<quoted>[^“”]{{5,40}})”|(?P<plain>[{HAN}A-Za-z0-9/+\-]{{5,40}}))"
    r"[（(](?:商品名称?|产品名称?|品牌名?称?|商标名?称?|注册商标|又名|(?:以下)?简称)(?:[为是]|[:：])?\s*"
    r"[“\"《]?(?P<short>[^“”\"《》（）()，。；、]{3,20})[”\"》]?[)）]"
)
_BEFORE = re.compile(r"^.*(?:的|研发|研制|开发|推出|生产|旗下|[首第]?[一首][款台套个项])")
"""What stands before a name that no quotation marks part from its sentence: 甲公司自主研发的|某系统."""


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """The alias, kept so that the sentences after it may use it for the product."""
    for note in _NOTED.finditer(scene.text) if "（" in scene.text or "(" in scene.text else ():
        name, short = _product(scene, note), heal_name(note["short"])
        if name is None or len(short) < TELLING or short in name:
            continue
        product = EntityRef(label="Technology", name=name)
        reading.trade_names[short] = name
        reading.made(product)
        yield reading.alias(TRADE_NAME, product, short, scene.sentence.view.span(*note.span()))


def _product(scene: Scene, note: re.Match[str]) -> str | None:
    """The device or program that is noted, where its name ends as one's does."""
    if note["quoted"] is not None:
        words = heal_name(note["quoted"])
        return words if technology(words) == words else None
    inside = scene.within(*note.span("plain"), "Organization")
    start = inside[-1].end if inside else note.start("plain")
    if scene.ending_at(note.end("plain"), "Organization") is not None:
        return None
    return technology(_BEFORE.sub("", scene.text[start : note.end("plain")]))

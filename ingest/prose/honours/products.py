"""Products that won, by a name that only their model tells: 甲公司的灵霄R1获某奖, 在某大赛上，XY-Vision 960获一等奖."""

from __future__ import annotations

import re

from ingest.prose.reading import Reading, Scene
from kg.model import EntityRef
from kg.text import HAN

__all__ = ["product_holding"]

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

"""Names of programmes that no list has, by their grammar: “甲”专项, 某省某某联合基金, where a sentence puts one."""

from __future__ import annotations

import re

from ingest.mentions import Mention
from ingest.prose.reading import Reading, Scene
from ingest.table.own_names import own_name
from kg.model import EntityRef
from kg.text import heal_name

__all__ = ["programme_from"]

_END = r"(?:专项资金|专项基金|联合基金|专项|计划|基金|行动|工程)"
_NAME = re.compile(
    rf"(?P<name>[^，。；：、“”（）()的由是系了将把]{{0,10}}“[^“”]{{2,30}}”(?:国家)?(?:重点|重大|科技|联合)*{_END}"
    rf"|[^，。；：、“”（）()的由是系了将把\d]{{4,26}}?{_END})(?![项课]题|[会委办组]|管理|指南|申报)"
)
_VAGUE = re.compile(
    r"(?:一系列|一批|一项|一个|有关|相关|多个|多项|各类|各级|部分|重大|重点|这些|上述|其他|新的|若干|专门|国家级?|省级|市级|科技|科研|科学|人才|研究|研发|创新|发展|专项|战略|青年|年度|本省|全省|我省|我国|新)*"
    rf"{_END}"
)
_NO_NAME = re.compile("对(?!外|口)|专家组|被")
_POINTS = re.compile("[本该此这其各]|上述|我[国省市]")
_SORTS = frozenset({"重点专项", "“揭榜挂帅”项目"})


def programme_from(scene: Scene, reading: Reading, at: int) -> tuple[EntityRef, int] | None:
    """The programme that is named from here on, and where its name ends: one that is known, else one by its own name."""
    known = scene.starting_at(at, "FundingProgram")
    match = _NAME.match(scene.text, at)
    if known is not None and known.name not in _SORTS and (match is None or match.end() <= known.end):
        return known.ref, known.end
    if match is None or _NO_NAME.search(match["name"]) or _POINTS.match(scene.text, at) or _names_another(scene, match, known):
        return None
    name = heal_name(match["name"].replace("“", "").replace("”", ""))
    if name.removesuffix("专项") in reading.key_projects:
        name = name.removesuffix("专项") + "重点专项"
    own = own_name(match["name"]) and not _VAGUE.fullmatch(name)
    return (EntityRef(label="FundingProgram", name=name), match.end()) if own else None


def _names_another(scene: Scene, match: re.Match[str], known: Mention | None) -> bool:
    """Whether a known programme, a person or a technology alone stands inside the words, so that they are no one name."""
    inside = scene.within(match.start(), match.end(), "FundingProgram", "Person")
    return any(one.start != match.start() or one is known for one in inside if one.end < match.end())

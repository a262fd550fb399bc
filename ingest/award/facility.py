"""Platforms, databases and biobanks that a form says were built, by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.award.case import Case, sentences
from ingest.award.completers import Person, Unit
from ingest.award.witness import Rule
from ingest.layout import View
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["facilities_of"]

BUILT_BY = Rule("BUILT_BY", 0.8)
BUILT_IN_PART = Rule("BUILT_IN_PART", 0.75)
RUN_ON_PREMISES = Rule("RUN_ON_PREMISES", 0.75)

_END = r"(?:数据库|样本库|资源库|生物库|标本库|影像库|云平台|平台|协作网|专病库|队列)"
_WORDS = rf"[{HAN}A-Za-z0-9/\-· （）()]{{2,30}}?"
_VERB = r"(?:牵头|主导|负责|共同|参与|协助|率先|成功|自主)*(?:构建|建立|建设|搭建|创建|建成|组建|研建)"
_BUILDS = re.compile(rf"(?P<verb>{_VERB})(?:了|起)?(?P<name>{_WORDS}{_END})(?![{HAN}]?(?:技术|公司))")
_THE_BUILDING = re.compile(
    rf"(?P<verb>参与|负责|为|协助|主持|主导)(?P<name>{_WORDS}{_END})的?(?P<what>建设|搭建|研发|建立|创建|构建|设计)"
)
_AND = re.compile(rf"^(?:[（(][^（）()]*[)）])?(?:和|及|以及|与|、)(?P<name>{_WORDS}{_END})")
_LEAD = re.compile(
    r"^(?:全球|世界|国际|国内|全国|我国|中国大陆)?(?:首个|第一个|唯一的?|最大规模的?|规模最大的?|最大的?|领先的?|一个|一套)|^(?:了|基于|国家级|省级|大型|大规模|高质量)+(?=.{6,})"
)
_GENERIC = re.compile(
    rf"^(?:该|此|本|其|科研|公共|技术|服务|数据|信息|管理|研究|临床|创新|合作|交流|共享|综合|诊断|转化|教学|培训|多中心|专业|应用)*{_END}$"
)
_BREAKS = re.compile(r"[，。；、：:]|的(?!.*的)")


def facilities_of(case: Case) -> Iterator[Assertion]:
    """BUILT, of persons by their own contributions and of units by theirs; a verb of taking part is told as the role."""
    for who in case.done:
        if who.contribution is not None:
            for sentence in sentences(who.contribution):
                yield from _built(case, who, sentence)


def _built(case: Case, who: Person | Unit, sentence: View) -> Iterator[Assertion]:
    seen: set[str] = set()
    for pattern, rule in ((_BUILDS, BUILT_BY), (_THE_BUILDING, BUILT_IN_PART)):
        for match in pattern.finditer(sentence.text):
            role = match["verb"] + (match["what"] if pattern is _THE_BUILDING else "")
            for name in _names(sentence.text, match):
                if name not in seen:
                    seen.add(name)
                    facility = EntityRef(label="Facility", name=name)
                    span = sentence.span(match.start(), match.end())
                    yield case.at(span, rule).fact(who.ref, "BUILT", facility, role=role.removeprefix("为"))


def _names(text: str, match: re.Match[str]) -> Iterator[str]:
    """The facility that a verb builds, and one more behind 和."""
    name = _name(match["name"])
    if name:
        yield name
    more = _AND.match(text[match.end("name") :])
    if name and more and (other := _name(more["name"])):
        yield other


def _name(words: str) -> str:
    bare = heal_name(re.sub(r"[（(][^（）()]*[)）]", "", words))
    bare = _LEAD.sub("", _LEAD.sub("", bare))
    bare = (bare.rsplit("的", 1)[-1] if "的" in bare[:-4] else bare).strip()
    return bare if len(bare) >= 5 and not _GENERIC.match(bare) and not _BREAKS.search(bare) else ""

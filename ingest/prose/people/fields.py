"""Fields of work: what a person or an institution is said to do research on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.mentions import Mention
from ingest.prose.about import about
from ingest.prose.phrases import listed, technology
from ingest.prose.reading import FUND, Reading, Rule, Scene, row
from kg.model import Assertion, EntityRef

__all__ = ["read"]

FIELD = Rule("research_field")
"""长期从事…研究, 研究方向：…."""

APPLICANTS = Rule("chief_applicants")
"""某技术的专利申请人主要为甲、乙."""
FIRMS_IN = Rule("firms_in_field")
"""甲、乙等企业在某领域布局."""

_APPLY = re.compile(
    r"(?P<scope>全球|世界|国际|国外|国内|中国国内|中国|我国)?(?:的)?(?P<role>(?:主要)?(?:专利)?(?:申请人|申请机构|专利权人))(?:仍|也)?(?:主要)?(?:集中在|集中于|集中为|为|是|包括|有|以)\s*"
)
_FIRMS = re.compile(
    r"\s*等?(?:多家|国内外)?(?:企业|公司|厂商|巨头|外企)?(?:均|都|已|也)?在(?P<field>[^，。；,;在]{2,20}?)(?:领域|方面|市场|赛道)"
)
_ACTIVE = re.compile(r"[^，。；]{0,12}(?:布局|领先|占据|占有|优势|发力|研发|推出|突破|深耕|积累|产品)")
_DOES = re.compile(
    r"(?:(?:长期|一直|主要|致力于|专注于|多年来|自(?:19|20)\d\d年(?:起|以来|开始)[，,]?)+(?:从事|开展|致力于|专注于)*|(?P<bare>(?<=[，,])从事))(?P<fields>[^。；，：]{2,80}?)(?:等(?:方面|领域)?的?)?(?:的)?(?:相关)?(?:临床)?(?:与基础)?(?:研究|工作|研发|教学)(?!的?(?:单位|机构|人员|学者|专家|团队|企业|科学家))"
)
_DIRECTION = re.compile(r"(?:主要)?研究(?:方向|领域)(?:为|是|包括|[：:])\s*(?P<fields>[^。；]{2,100})")
_NOT_WORKERS = ("government", "funder", "society", "society_branch")
_BARE = re.compile(r"(?:本|该)?(?P<noun>实验室|中心|课题组|研究所|研究院|科室|平台)")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """WORKS_ON of the person or institution that the sentence is about, and of those that it ranks or counts in a field."""
    yield from _applicants(scene, reading)
    yield from _firms(scene, reading)
    for match in (*_DOES.finditer(scene.text), *_DIRECTION.finditer(scene.text)):
        who = _who(scene, reading, match.start())
        if who is not None and who.label != "Person" and match.groupdict().get("bare"):
            continue  # of which body the clause says it is not sure: 甲大学设有乙研究院，从事…
        for technology_ in _fields(scene, match) if who is not None else ():
            where = scene.sentence.view.span(match.start(), match.end())
            if who is not None:
                yield reading.fact(FIELD, who, "WORKS_ON", technology_, where, role=("研究",))


def _who(scene: Scene, reading: Reading, at: int) -> EntityRef | None:
    person = about(scene, reading, at)
    if person is not None or scene.of("Person"):
        return person
    opening = scene.starting_at(0, "Organization")
    if opening is not None:
        body = reading.organization(opening)
        return None if body.name.startswith(FUND) or opening.kind in _NOT_WORKERS else body
    bare = _BARE.match(scene.text)
    return reading.meant(bare["noun"]) if bare else reading.topic if at == 0 else None


def _fields(scene: Scene, match: re.Match[str]) -> Iterator[EntityRef]:
    """The technologies known among the fields, and the items that end as the name of one."""
    known = scene.within(match.start("fields"), match.end("fields"), "Technology")
    yield from (one.ref for one in known)
    for item in listed(match["fields"]):
        name = technology(item)
        if name is not None and not any(one.surface in item for one in known):
            yield EntityRef(label="Technology", name=name)


def _role(match: re.Match[str]) -> tuple[str, ...]:
    """主要申请人, 全球专利的主要申请人."""
    role = match["role"].removeprefix("主要")
    return (f"{match['scope']}专利的主要{role.removeprefix('专利')}" if match["scope"] else "主要" + role,)


def _applicants(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """Who applies for the patents of the technology that the sentence names before."""
    for match in _APPLY.finditer(scene.text):
        topics = [one for one in scene.of("Technology") if one.end <= match.start()]
        first = last = scene.starting_at(match.end(), "Organization")
        while last is not None and (more := _next(scene, last)) is not None:
            last = more
        for body in row(scene, last) if topics and first is not None and last is not None else ():
            if first is not None and body.start >= first.start:
                where = scene.sentence.view.span(topics[-1].start, body.end)
                yield reading.fact(APPLICANTS, reading.organization(body), "WORKS_ON", topics[-1].ref, where, role=_role(match))


def _next(scene: Scene, last: Mention) -> Mention | None:
    gap = re.compile(r"\s*(?:[、,，]|和|与|及)\s*").match(scene.text, last.end)
    return scene.starting_at(gap.end(), "Organization") if gap else None


def _firms(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    for last in scene.of("Organization"):
        match = _FIRMS.match(scene.text, last.end) if last.kind == "company" else None
        if match is None or not _ACTIVE.match(scene.text, match.end()):
            continue
        for topic in scene.within(*match.span("field"), "Technology"):
            for body in row(scene, last):
                where = scene.sentence.view.span(body.start, match.end())
                yield reading.fact(FIRMS_IN, reading.organization(body), "WORKS_ON", topic.ref, where)

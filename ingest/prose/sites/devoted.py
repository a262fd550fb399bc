"""What a facility is for: what it studies, builds upon or serves, as the clause behind its name says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.prose.clauses import clause_starts, subject_start
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.sites.facilities import only_facility
from ingest.prose.sites.premises import facility_at
from kg.model import Assertion, EntityRef

__all__ = ["read"]

DEVOTED_TO = Rule("facility_devoted_to")
"""该平台主要开展甲成像研究; 乙实验室围绕丙成像…; 主要研究方向为丁成像, in a text that tells of one facility."""

_DOES = re.compile(
    r"(?:[，,]|主要|重点|将|建成后|目前|现|已|长期|全面|依托[^，。；]{2,12}[，,]|旨在|立足[^，。；]{2,12}[，,])*"
    r"(?:开展|围绕|聚焦|面向|针对|从事|致力于|瞄准|专注于?|服务于?|支撑|用于|定位于|集成了?|整合了?|融合了?|"
    r"为(?=[^，。；]{2,40}提供)|以(?=[^，。；]{2,40}为(?:核心|主要|特色|重点|主攻|基础|研究|技术|手段|依托)))(?P<what>[^。；]{2,80})"
)
_FIELD = re.compile(
    r"(?:主要|重点)?(?:研究|建设|服务|主攻|技术|科研)(?:方向|内容|领域|任务|重点)(?:主要)?(?:为|是|包括|包含|涵盖|有|涉及|[:：])+(?P<what>[^。；]{2,80})"
)
"""研究内容涵盖…: of the one facility of a text, with no subject of its own."""
_OTHERS = re.compile("(?:代表|嘉宾|专家|会议|活动|仪式|揭牌|签约|签署|展会)")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """CONCERNS of the facility that a clause names, means, or goes on about."""
    if not reading.facilities or not scene.of("Technology"):
        return
    for start in reversed(clause_starts(scene.text, len(scene.text))):
        at = subject_start(scene.text, start)
        named = facility_at(scene, reading, at)
        said = _DOES.match(scene.text, named[1]) if named is not None else None
        if named is not None and said is not None:
            yield from _about(scene, reading, named[0], said)
            continue
        field = _FIELD.match(scene.text, named[1] + scene.text.startswith("的", named[1]) if named is not None else at)
        facility = named[0] if named is not None else only_facility(reading) if reading.sitter is None else None
        if field is not None and facility is not None:
            yield from _about(scene, reading, facility, field)


def _about(scene: Scene, reading: Reading, facility: EntityRef, said: re.Match[str]) -> Iterator[Assertion]:
    start, end = said.span("what")
    others = scene.within(start, end, "Organization", "Person")
    end = others[0].start if others else end
    if _OTHERS.search(scene.text, start, end):
        return
    for one in scene.within(start, end, "Technology"):
        yield reading.fact(DEVOTED_TO, facility, "CONCERNS", one.ref, scene.sentence.view.span(said.start(), one.end))

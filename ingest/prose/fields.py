"""Fields of work: what a person or an institution is said to do research on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.prose.about import about
from ingest.prose.phrases import listed, technology
from ingest.prose.reading import FUND, Reading, Rule, Scene
from kg.model import Assertion, EntityRef

__all__ = ["read"]

FIELD = Rule("research_field", 0.85)
"""长期从事…研究, 研究方向：…."""

_DOES = re.compile(
    r"(?:长期|一直|主要|致力于|专注于|多年来)+(?:从事|开展|致力于|专注于)*(?P<fields>[^。；，：]{2,80}?)(?:等(?:方面|领域)?的?)?(?:的)?(?:相关)?(?:临床)?(?:与基础)?(?:研究|工作|研发|教学)"
)
_DIRECTION = re.compile(r"(?:主要)?研究(?:方向|领域)(?:为|是|包括|[：:])\s*(?P<fields>[^。；]{2,100})")
_NOT_WORKERS = ("government", "funder", "society", "society_branch")
_BARE = re.compile(r"(?:本|该)?(?P<noun>实验室|中心|课题组|研究所|研究院|科室|平台)")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """WORKS_ON of the person or institution that the sentence is about."""
    for match in (*_DOES.finditer(scene.text), *_DIRECTION.finditer(scene.text)):
        who = _who(scene, reading, match.start())
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

"""What the work that received an award concerns, by what the text says that it created: 该项目…，建立了以甲显像为核心的…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion

__all__ = ["read"]

CREATED = Rule("work_created")
"""该项目由…领衔，创建了以甲显像为核心的…方法; 成果首创…技术, 用于乙病."""

_WORK = re.compile(
    r"(?:^|[，。；])\s*(?:该|本|这一|这项|此)?(?:获奖)?(?:项目|成果|研究成果|课题)(?!负责|组|名称|经费|申报|管理)"
)
_CREATES = re.compile(
    r"(?:创建|创立|建立|构建|提出|研发|研制|开发|发明|首创|自主研发|揭示|阐明|攻克|突破|实现)(?:了|出)?(?P<what>[^，。；]{4,60})"
)
_FROM_TO = re.compile("(?:由|从).+(?:向|到)")
"""实现由甲向乙的跨越: what the work left behind is none of its own."""
_PREDICATES = {"Technology": "CONCERNS", "Disease": "TARGETS"}


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """CONCERNS and TARGETS of the work told of last."""
    told = _WORK.search(scene.text) if reading.work is not None else None
    for made in _CREATES.finditer(scene.text, told.end()) if told is not None else ():
        if _FROM_TO.search(made["what"]):
            continue
        for one in scene.within(*made.span("what"), *_PREDICATES):
            if reading.work is not None:
                where = scene.sentence.view.span(made.start(), one.end)
                yield reading.fact(CREATED, reading.work, _PREDICATES[one.label], one.ref, where)

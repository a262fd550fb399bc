"""Several people who are said to be of one house: 两人均来自甲大学."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.mentions import Mention
from ingest.prose.people.described import SOCIETIES, employer_of
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion

__all__ = ["JOINED", "all_of"]

JOINED = Rule("joined_house")
"""张三2012年加入甲大学, 毕业后进入乙医院工作: where somebody went to work."""

_ALL_OF = re.compile(
    r"(?:^|[，。；])(?:上述|以上|这)?(?P<many>[两二三四五六七八九十\d]{1,2})(?:人|位)(?:[^，。；]{0,4})?(?:均|都|同|皆|全部)*(?:来自|属于?|供职于|任职于|就职于|为)$"
)
"""两人均来自|甲大学: those told last."""
_MANY = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}


def all_of(scene: Scene, reading: Reading, home: Mention) -> Iterator[Assertion]:
    """两人均来自甲大学: of as many as the paragraph told last."""
    said = _ALL_OF.search(scene.text, 0, home.start) if home.kind not in (*SOCIETIES, None) else None
    many = _MANY.get(said["many"], 0) if said is not None else 0
    named = list(dict.fromkeys([*reading.told_here, *(one.name for one in scene.of("Person") if one.end <= home.start)]))
    if said is None or not many or len(named) != many:
        return
    employer = employer_of(reading.organization(home))
    where = scene.sentence.view.span(said.start(), home.end)
    for name in named:
        yield reading.fact(JOINED, reading.person(name, employer.name), "AFFILIATED_WITH", employer, where)

"""Awards that somebody is called the bearer of, behind the name: 张三是甲奖得主; 李四，乙医院主任，丙奖获得者."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.prose.about import about
from ingest.prose.honours.prizes import named_at
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef

__all__ = ["read"]

BEARER = Rule("bears_award")
"""张三是甲奖得主, 李四，乙医院放射科主任，丙奖获得者."""

_OPENS = re.compile(r"(?<=[，、；])(?:曾[是为]|[也还]是)?|(?<=[是为系])(?:首位|首届|第[一二三四五六七八九十\d]+届|一[名位])?")
_BEARER = re.compile(r"(?:一等奖|二等奖)?的?(?:获得者|得主|获奖者|获奖人)(?:之一)?(?=[，。；、]|$)")
_ANOTHER = re.compile("(?:教授|医生|医师|主任|院士|老师)*的[^，。；]*[是为]$")
"""张三教授|的学生是|甲奖得主."""
_BEHIND = re.compile("获得者|得主|获奖者|获奖人")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """RECEIVED of the person whom the clause is about, or whom alone the sentence presents."""
    if _BEHIND.search(scene.text) is None:
        return
    for opens in _OPENS.finditer(scene.text):
        prize = named_at(scene.text, opens.end())
        if prize is None or _BEARER.match(scene.text, prize.end) is None:
            continue
        last = next((one for one in reversed(scene.of("Person")) if one.end <= opens.start()), None)
        if any(scene.text.rfind(mark, 0, opens.end()) > scene.text.rfind(end, 0, opens.end()) for mark, end in ("（）", "()")):
            continue  # 甲（化学家，某奖获得者）: of whom the bracket stands behind
        if last is not None and _ANOTHER.match(scene.text, last.end, opens.start()):
            continue
        who = about(scene, reading, opens.start()) or _presented(scene, reading, opens.start())
        if who is not None:
            where = scene.sentence.view.span(opens.start(), prize.end)
            award = EntityRef(label="Award", name=prize.name)
            yield reading.fact(BEARER, who, "RECEIVED", award, where, year=prize.year or "", grade=prize.grade)


def _presented(scene: Scene, reading: Reading, at: int) -> EntityRef | None:
    """The one person of a sentence that opens with him, a mark behind the name."""
    people = scene.of("Person")
    first = people[0] if len(people) == 1 and people[0].start == 0 and people[0].end < at else None
    return reading.person(first.name) if first is not None and scene.text[first.end] in "，（(" else None

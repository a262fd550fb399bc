"""The parts of a project and, in their order, those in charge of them: 四个课题的承担单位依次为甲大学、乙医院….

The titles stand quoted in the same sentence, or in the last one of the paragraph that lists them; nothing is said where there
are not as many of one as of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.prose.funding.the_project import before_in_paragraph
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import heal_name

__all__ = ["read"]

PARTS_IN_TURN = Rule("parts_in_turn")
"""“甲研究”“乙研究”…，承担单位依次为丙大学、丁医院; …，分别由张三、李四负责."""

_IN_TURN = re.compile(
    r"(?:牵头|承担|依托|主持|负责)(?:单位|人|机构|专家)+(?:依次|分别|顺次)(?:为|是|[:：])\s*(?P<named>[^。；]{4,160})"
    r"|(?:依次|分别|顺次)由(?P<by>[^。；]{4,160}?)(?:牵头|承担|主持|负责|领衔)"
)
_OF_PARTS = re.compile("课题|任务|子项目")
_QUOTED = re.compile(r"[“《](?P<title>[^“”《》]{4,80})[”》]")
_BETWEEN = re.compile(
    r"(?:[、，,；;\s和与及]|以及|(?:子?课题|任务|子项目)\s*(?:[一二三四五六七八九十]|\d{1,2})?\s*[:：]?|[（(]\d[)）]|[①-⑩])*"
)
_FEWEST = 2


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """HOSTED_BY, or LEADS, of each part whose turn it is."""
    told = _IN_TURN.search(scene.text)
    if told is None:
        return
    start, end = told.span("named" if told["named"] else "by")
    before = before_in_paragraph(scene, reading)
    titles = _listed(scene.text[: told.start()]) or next(filter(None, map(_listed, reversed(re.split("[。；]", before)))), ())
    if len(titles) < _FEWEST or not _OF_PARTS.search(before + scene.text):
        return
    houses, people = scene.within(start, end, "Organization"), scene.within(start, end, "Person")
    where = scene.sentence.view.span(told.start(), end)
    grants = [EntityRef(label="Grant", name=heal_name(title)) for title in titles]
    if len(people) == len(titles):
        for grant, person in zip(grants, people, strict=True):
            yield reading.fact(PARTS_IN_TURN, reading.person(person.name), "LEADS", grant, where)
    elif not people and len(houses) == len(titles):
        for grant, house in zip(grants, houses, strict=True):
            yield reading.fact(PARTS_IN_TURN, grant, "HOSTED_BY", reading.organization(house), where)


def _listed(words: str) -> tuple[str, ...]:
    """The quoted titles of the last row of them in some words, with no more between than what joins or counts them."""
    row: list[re.Match[str]] = []
    for title in _QUOTED.finditer(words):
        if row and not _BETWEEN.fullmatch(words, row[-1].end(), title.start()):
            row = []
        row.append(title)
    return tuple(one["title"] for one in row) if len(row) >= _FEWEST else ()

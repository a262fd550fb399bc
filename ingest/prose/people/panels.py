"""A committee and who sits on it, told in one line: 甲中心学术委员会：主任 张三(乙大学)；副主任 李四、王五；秘书 赵六."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import organization_kind
from ingest.prose.people.committees import Listed, listed_people
from ingest.prose.people.described import OFFICE, SOCIETIES
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read"]

PANEL = Rule("panel_line")
"""甲分会：主任委员 张三；副主任委员 李四、王五."""

_LINE = re.compile(
    rf"^\W{{0,2}}(?P<body>[{HAN}]{{3,36}}?(?:委员会|分会|专委会|学组|学会|协会|联盟))(?:第?[一二三四五六七八九十\d]+届|新一届)?(?:委员会|理事会)?"
    rf"(?:(?:组成)?(?:人员|名单|成员|机构)?(?:如下)?\s*[:：]\s*|(?={OFFICE}\s*[:：]))(?=(?:{OFFICE}|(?:名誉|执行|常务)*副?主任|顾问|成员|秘书)[^{HAN}])"
)
_SEAT = re.compile(
    rf"\s*(?P<office>{OFFICE}|(?:名誉|执行|常务)*副?主任|顾问|成员|秘书|总干事)(?:[（(]\d+[人名位]?[)）])?\s*(?:[:：]|[为由]|(?=\s))\s*(?P<people>\S.*?)[；;。]?"
)


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """MEMBER_OF of all whom a line lists, AFFILIATED_WITH of those whose house a bracket tells; over sentences too."""
    line = _LINE.match(scene.text) if "：" in scene.text or ":" in scene.text else None
    if line is not None and organization_kind(line["body"]) in SOCIETIES:
        reading.panel = (reading.paragraph, EntityRef(label="Organization", name=line["body"]))
    elif reading.panel is None or reading.panel[0] != reading.paragraph:
        return
    seat = _SEAT.fullmatch(scene.text, line.end() if line is not None else 0) if reading.panel is not None else None
    people = listed_people(seat["people"]) if seat is not None else ()
    if seat is None or not people or reading.panel is None:
        reading.panel = None
        return
    for one in people:
        yield from _seated(scene, reading, reading.panel[1], seat["office"], one)


def _seated(scene: Scene, reading: Reading, body: EntityRef, office: str, one: Listed) -> Iterator[Assertion]:
    where = scene.sentence.view.span(0, len(scene.text))
    person = reading.person(one.name, one.employer.name if one.employer is not None else "")
    yield reading.fact(PANEL, person, "MEMBER_OF", body, where, role=(office,))
    if one.employer is not None:
        yield reading.fact(PANEL, person, "AFFILIATED_WITH", one.employer, where)

"""Officers of the society whose meeting is told, no body beside their names: 会议由张三主任委员主持, 第八届主任委员李四."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import organization_kind
from ingest.prose.houses.parents import NTH
from ingest.prose.people.described import SOCIETIES
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef

__all__ = ["read"]

PRESIDING = Rule("presiding_officer")
"""会议由张三主任委员主持, 李四秘书长宣读了…, of the one society that the text told of."""

OF_TERM = Rule("officer_of_term")
"""第八届委员会主任委员张三, of the one society that the text told of."""

_HELD = re.compile(
    rf"(?:^|[，。；：、由和]|当选的)(?:(?P<term>{NTH})|上一?届|新一届|本届)的?(?:分会|学会|协会)?(?:(?:常务)?(?:委员会|理事会))?的?"
    r"(?P<office>(?:候任|前任|名誉|常务|执行)*副?(?:主任委员|主委|会长|理事长|秘书长))$"
)
"""An office of a term, the body of which is left out, right before the name."""
_REACH = 28
_OPENS = re.compile(r"(?:^|[，。；])\s*(?:(?:换届|本次|此次)?(?:会议|大会|年会)由|最后|随后|首先|会上)?[，,]?$")
"""What may stand before the name."""
_OFFICE = re.compile(
    r"(?P<office>(?:候任|前任|首任|名誉|常务|执行)*副?(?:主任委员|主委|会长|理事长|秘书长))(?=主持|致|宣|作|做|代表|介绍|汇报|回顾|总结|传达|通报|指出|强调|表示|出席|讲话|[，。；])"
)
_COMMITTEES = re.compile("(?:委员会|专委会|分会)$")
_LEARNED = re.compile("(?:学会|协会|研究会|促进会|联合会|联盟)$")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """MEMBER_OF of those whose office stands behind their names."""
    if not re.search("委|会长|理事长|秘书长", scene.text):
        return
    for person in scene.of("Person"):
        held = _OFFICE.match(scene.text, person.end)
        body = _society(reading, held["office"]) if held is not None and _OPENS.search(scene.text, 0, person.start) else None
        if held is not None and body is not None:
            where = scene.sentence.view.span(person.start, held.end())
            yield reading.fact(PRESIDING, reading.person(person.name), "MEMBER_OF", body, where, role=(held["office"],))
        before = _HELD.search(scene.text, max(0, person.start - _REACH), person.start)
        body = _society(reading, before["office"]) if before is not None else None
        if before is not None and body is not None:
            where, term = scene.sentence.view.span(before.start("office"), person.end), before["term"] or ""
            role = (before["office"],)
            yield reading.fact(OF_TERM, reading.person(person.name), "MEMBER_OF", body, where, role=role, term=term)


def _society(reading: Reading, office: str) -> EntityRef | None:
    """The one committee told of, which has a 主任委员, or the one society, which has a 会长; None where there are others."""
    societies = [body for body in reading.bodies.values() if organization_kind(body.name) in SOCIETIES]
    of_committee = "委" in office
    told = [body for body in societies if (_COMMITTEES if of_committee else _LEARNED).search(body.name)]
    return told[0] if len(told) == 1 and (of_committee or len(societies) == 1) else None

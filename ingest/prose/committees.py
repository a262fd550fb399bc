"""Lists of people: the officers of the society that a title names, and lines of an institution and a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import could_be_person, is_person, organization_kind
from ingest.prose.described import employer_of
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

OFFICER_LISTED = Rule("officer_listed")
"""副主任委员：张三（甲医院）、李四（乙医院）, in the list of a society's officers."""

ROSTER = Rule("roster_line")
"""甲医院核医学科 张三, a line of its own."""

_EMPLOYERS = ("hospital", "university", "institute", "company", "laboratory", "department")
_ON_A_LINE = re.compile(rf"\s(?P<name>[{HAN}·]{{2,8}})")
_LIST_OF = re.compile(
    rf"(?P<society>[{HAN}]{{2,30}}?(?:专业委员会|专委会|分会|学组|学会|协会|联盟))(?:(?:第?[一二三四五六七八九十\d]+届)?(?:常务)?(?:理事会|委员会))?"
    r"(?:委员会)?(?:组成|组织|领导)?(?:人员|机构|成员|委员)?(?:名单|组成|一览表?)"
)
_LABEL = re.compile(
    r"(?P<office>(?:候任|前任|名誉|常务|执行|第[一二三四五六七八九十]届)*(?:副?主任委员|副?会长|副?理事长|常务理事|常务委员|常委|理事|副?秘书长"
    r"|副?主席|副?组长|委员|监事长?|顾问))(?:[（(][^（）()]{1,14}[)）])?\s*[:：]"
)
_ITEM = re.compile(
    rf"(?P<name>[{HAN}·]{{2,8}}?|[A-Z][A-Za-z.\- ]{{3,30}}?)\s*(?:[（(](?P<note>[^（）()]{{1,40}})[)）])?(?:[、，,；;。\s]+|$)"
)


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """MEMBER_OF and AFFILIATED_WITH of the officers that a line lists."""
    yield from _roster(scene, reading)
    label = _LABEL.match(scene.text)
    society = (_society(reading.document.title) or _society(reading.heading)) if label is not None else None
    if label is None or society is None:
        return
    at = label.end()
    while (item := _ITEM.match(scene.text, at)) is not None:
        at = item.end()
        name = heal_name(item["name"])
        if not (is_person(name) or (item["note"] and could_be_person(name))):
            continue
        where = scene.sentence.view.span(item.start(), item.end("note") + 1 if item["note"] else item.end("name"))
        home = item["note"] or ""
        employer = home if organization_kind(home) in _EMPLOYERS[:-1] else ""
        person = reading.person(name, employer)
        yield reading.fact(OFFICER_LISTED, person, "MEMBER_OF", society, where, role=(label["office"],))
        if employer:
            body = EntityRef(label="Organization", name=employer)
            yield reading.fact(OFFICER_LISTED, person, "AFFILIATED_WITH", body, where)


def _roster(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    home = scene.starting_at(0, "Organization")
    line = _ON_A_LINE.fullmatch(scene.text, home.end) if home is not None and home.kind in _EMPLOYERS else None
    if home is None or line is None or not is_person(line["name"]):
        return
    body = employer_of(reading.organization(home))
    where = scene.sentence.view.span(0, len(scene.text))
    yield reading.fact(ROSTER, reading.person(line["name"], body.name), "AFFILIATED_WITH", body, where)


def _society(title: str) -> EntityRef | None:
    """The society whose officers a title promises."""
    found = _LIST_OF.search(heal_name(title))
    return EntityRef(label="Organization", name=found["society"]) if found else None

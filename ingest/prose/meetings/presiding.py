"""Officers of the society whose meeting is told, no body beside their names: 会议由张三主任委员主持, 第八届主任委员李四."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.lexicon import TITLES, could_be_person, organization_kind
from ingest.mentions import Mention
from ingest.prose.houses.of_title import titled_society
from ingest.prose.houses.parents import NTH
from ingest.prose.meetings.agenda import Line
from ingest.prose.people.described import SOCIETIES
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["listed", "read"]

PRESIDING = Rule("presiding_officer")
"""会议由张三主任委员主持, 李四秘书长宣读了…, of the one society that the text told of."""

OF_TERM = Rule("officer_of_term")
"""第八届委员会主任委员张三, 主任委员张三主持会议, of the one society that the text told of."""

NOTED = Rule("officer_noted")
"""主持人：张三（主任委员）, of the one society that the text told of."""

_POSTS = r"(?:候任|前任|首任|现任|名誉|常务|执行)*副?(?:主任委员|主委|会长|理事长|秘书长|监事长)"
_HELD = re.compile(
    rf"(?:^|[，。；：、由和]|当选的|会上|首先|随后)(?:(?P<term>{NTH})|上一?届|前一?届|新一届|新任|本届|(?P<was>原))?的?(?:分会|学会|协会|专委会)?(?:(?:常务)?(?:委员会|理事会))?的?"
    rf"(?P<office>{_POSTS})$"
)
"""An office, perhaps of a term, the body of which is left out, right before the name."""
_REACH = 28
_OPENS = re.compile(r"(?:^|[，。；])\s*(?:(?:换届|本次|此次)?(?:会议|大会|年会)由|最后|随后|首先|会上)?[，,]?$")
"""What may stand before the name."""
_OFFICE = re.compile(
    rf"(?P<office>{_POSTS})(?=主持|致|宣|作|做|代表|介绍|汇报|回顾|总结|传达|通报|指出|强调|表示|出席|讲话|[，。；])"
)
_NOTE = re.compile(rf"\s*[（(](?P<office>{_POSTS}|常务委员|常委|委员)[)）]")
_GONE = re.compile(
    rf"(?:{'|'.join(sorted(TITLES, key=len, reverse=True))}|同志|博士|[、和及]|[（(][^（）()]*[)）])*"
    r"(?:[，,]?(?:现|已)?(?:因|由于)[^，。；]{2,16}?[，,]?)?(?:已|现|本人|分别|同时)*"
    r"(?:不再(?:担任|兼任|任|履行)|(?:申请|提出|主动|请求)*(?:辞去|辞职|卸任|离任|退任)|(?:被)?免去|[届期]满|退出|退休|离世|逝世|去世)"
)
"""How a sentence goes on from somebody whose office is over: 原主任委员张三|因退休不再担任."""
_ROW = re.compile(rf"(?:{'|'.join(sorted(TITLES, key=len, reverse=True))}|博士)*(?:、|和|及)")
_PRESENT = re.compile(
    "(?:会议)?(?:主持人?|出席(?:人员|人|委员|会议)?|参会(?:人员|人|委员)?|参加(?:人员|人)?|到会(?:人员|委员)?|与会人员)"
)
_ITEM = re.compile(
    rf"(?P<before>{_POSTS}|常务委员|常委)?(?P<name>[{HAN}]{{2,4}}?)(?:{'|'.join(sorted(TITLES, key=len, reverse=True))}|等)*"
    rf"(?:[（(](?P<office>{_POSTS}|常务委员|常委|委员|秘书)[)）])?"
)
_COMMITTEES = re.compile("(?:委员会|专委会|分会|学组)$")
_LEARNED = re.compile("(?:学会|协会|研究会|促进会|联合会|联盟)$")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """MEMBER_OF of those whose office stands before or behind their names."""
    if not re.search("委|会长|理事长|秘书长", scene.text):
        return
    for person in scene.of("Person"):
        held = _OFFICE.match(scene.text, person.end)
        body = _society(reading, held["office"]) if held is not None and _OPENS.search(scene.text, 0, person.start) else None
        if held is not None and body is not None:
            yield _told(scene, reading, PRESIDING, person, body, held, (person.start, held.end()))
        noted = _NOTE.match(scene.text, person.end)
        body = _society(reading, noted["office"]) if noted is not None else None
        if noted is not None and body is not None:
            yield _told(scene, reading, NOTED, person, body, noted, (person.start, noted.end()))
        before = _HELD.search(scene.text, max(0, person.start - _REACH), person.start)
        if before is not None and not before["term"] and _has_society(scene, before.start()):
            continue
        if before is not None and _GONE.match(scene.text, list(_row(scene, person))[-1].end):
            continue
        body = _society(reading, before["office"]) if before is not None else None
        for one in _row(scene, person) if before is not None and body is not None else ():
            if before is not None and body is not None:
                extent = (before.start("office"), one.end)
                yield _told(scene, reading, OF_TERM, one, body, before, extent, term=before["term"] or "")


def _has_society(scene: Scene, end: int) -> bool:
    """Whether the sentence names a society before a place, whose officers are told in a row from there on."""
    return any(one.end <= end and one.kind in SOCIETIES for one in scene.of("Organization"))


def listed(reading: Reading, lines: Sequence[Line]) -> Iterator[Assertion]:
    """MEMBER_OF of those whom a line of minutes lists with their offices: 出席：张三（主任委员）、李四、王五（副主任委员）."""
    for line in lines:
        if not _PRESENT.fullmatch(line.label):
            continue
        waiting, before = list[str](), ""
        for item in re.split("[、，,；;。]", "、".join(line.pieces)):
            one = _ITEM.fullmatch(item.strip())
            if one is None or not could_be_person(one["name"]):
                waiting, before = [], ""
                continue
            before = one["before"] or before
            office = before or one["office"] or ""
            body = _society(reading, office) if office else None
            for name in (*waiting, one["name"]) if body is not None else ():
                if body is not None:
                    person = reading.person(name)
                    yield reading.fact(NOTED, person, "MEMBER_OF", body, line.span, role=(office,))
            waiting = [*waiting, one["name"]] if not office else []


def _told(
    scene: Scene,
    reading: Reading,
    rule: Rule,
    person: Mention,
    body: EntityRef,
    office: re.Match[str],
    extent: tuple[int, int],
    *,
    term: str = "",
) -> Assertion:
    was = office.groupdict().get("was") or ""  # 原理事长张三, as beside the body's name
    where, role = scene.sentence.view.span(*extent), (f"{was}{office['office']}",)
    return reading.fact(rule, reading.person(person.name), "MEMBER_OF", body, where, role=role, term=term)


def _row(scene: Scene, first: Mention) -> Iterator[Mention]:
    """The people of a row from this one on, each beside the next: 副主任委员张三、李四出席."""
    one: Mention | None = first
    while one is not None:
        yield one
        link = _ROW.match(scene.text, one.end)
        one = scene.starting_at(link.end(), "Person") if link is not None else None


def _society(reading: Reading, office: str) -> EntityRef | None:
    """The society of the title where it has such an office, else the one told of; None where there are others.

    A committee has a 主任委员, a society a 会长.
    """
    of_committee = "委" in office
    titled = titled_society(reading)
    others = [one for one in reading.bodies.values() if one != titled and organization_kind(one.name) in SOCIETIES]
    if titled is not None and (
        (bool(_COMMITTEES.search(titled.name)) == of_committee and "秘书长" not in office) or not others
    ):
        return titled
    societies = [body for body in reading.bodies.values() if organization_kind(body.name) in SOCIETIES]
    told = [body for body in societies if (_COMMITTEES if of_committee else _LEARNED).search(body.name)]
    return told[0] if len(told) == 1 and (of_committee or len(societies) == 1) else None

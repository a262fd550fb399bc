"""Heads told behind the body whose they are: 甲医院放射科由张三任主任，李四任副主任; 甲研究所位于某市，现任所长为王五."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import TITLES, organization_kind
from ingest.mentions import Mention
from ingest.prose.clauses import clause_start
from ingest.prose.houses.opening import house_of_clause
from ingest.prose.people.described import OFFICE, SOCIETIES, employer_of
from ingest.prose.people.spread_heads import HEADED_BY, SET_UP_FOR, post_within
from ingest.prose.reading import Reading, Scene
from ingest.prose.rows import people_from
from kg.model import Assertion, EntityRef

__all__ = ["read"]

_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_RANK = "(?:首任|现任|常务|执行|名誉|行政|党委)*副?"
_HEAD = "科?主任|院长|所长|校长|书记|护士长|技师长|董事长|总经理|总裁|负责人"
_POST = rf"(?:{OFFICE}|{_RANK}(?:{_HEAD})|(?:学科|学术)带头人|首席(?:科学家|专家))"
_BY = re.compile("(?:[现先]?后?由|由)$")
_TAKES = re.compile(rf"(?P<title>(?:{_TITLE}|博士|同志)*)(?:担任|出任|兼任|任)(?P<post>{_POST})(?=[，。；、（(]|$|至今|以来)")
_IS = re.compile(rf"(?:的|[，,])?(?P<post>(?:现任|首任|时任)?{_POST})(?:现)?(?:[为是]|由)$")
_HELD = re.compile(rf"(?:{_TITLE}|博士|同志)*(?:担任|出任|兼任)")
_NOTHING = re.compile(r"(?:[（(][^（）()]*[)）])?的?[，,]?(?:目前|如今|现)?")
_TITLED = re.compile(f"(?:{_TITLE}|博士)*")
_FITS = {
    "hospital": "院长|书记|护士长|带头人",
    "university": "校长|院长|书记",
    "institute": "所长|院长|主任|书记|负责人|首席",
    "department": "主任|院长|护士长|技师长|带头人|负责人|书记",
    "laboratory": "主任|负责人|首席",
    "company": "董事长|总经理|总裁|首席",
}
"""What heads a body of a kind is called."""


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """AFFILIATED_WITH and MEMBER_OF of the heads of the body that opens their clause or one before."""
    body: EntityRef | None = None
    for person in scene.of("Person") if re.search("任|[为是由]", scene.text) else ():
        start = _with_home(scene, person)
        by, said = _BY.search(scene.text, 0, start), _IS.search(scene.text, 0, start)
        takes = _TAKES.match(scene.text, person.end)
        if by is not None and takes is not None:
            body = house_of_clause(scene, reading, by.start(), _NOTHING)
            yield from _heads(scene, reading, [person], body, takes["post"], takes["title"])
        elif said is not None and (not scene.text.startswith("由", said.end() - 1) or _HELD.match(scene.text, person.end)):
            before = house_of_clause(scene, reading, said.start("post"), _NOTHING)
            body = before if before is not None else body if scene.text[said.start()] in "，," else None
            row = people_from(scene, person.start) if "副" in said["post"] else [person]
            yield from _heads(scene, reading, row, body, said["post"].removeprefix("现任"), "")
        elif takes is not None and body is not None and scene.text[start - 1] in "，、；":
            yield from _heads(scene, reading, [person], body, takes["post"], takes["title"])
        else:
            body = None if takes is not None else body


def _with_home(scene: Scene, person: Mention) -> int:
    """Where the house begins that stands right before a name, else the name: 由|甲大学张三任主任."""
    home = next((one for one in scene.of("Organization") if one.end == person.start), None)
    return home.start if home is not None else person.start


def _with_another(scene: Scene, end: int) -> bool:
    """Whether a house beside another is told before: 甲医院眼科与|乙医院合作，首任主任为…, of neither for sure."""
    return any(
        one.end < end and scene.text[max(0, one.start - 1) : one.start] in ("与", "和", "、", "同")
        for one in scene.of("Organization")
    )


def _heads(
    scene: Scene, reading: Reading, row: list[Mention], body: EntityRef | None, post: str, title: str
) -> Iterator[Assertion]:
    kind = organization_kind(body.name) if body is not None else None
    if body is None or kind is None or not row or SET_UP_FOR.search(body.name) or _with_another(scene, row[0].start):
        return
    where = scene.sentence.view.span(clause_start(scene.text, row[0].start), row[-1].end)
    if kind in SOCIETIES:
        for person in row if re.fullmatch(OFFICE, post) else ():
            yield reading.fact(HEADED_BY, reading.person(person.name), "MEMBER_OF", body, where, role=(post,))
        return
    if not re.search(_FITS.get(kind, "(?!)"), post):
        return
    employer = employer_of(body)
    position = post_within(body.name.removeprefix(employer.name) if employer != body else "", post)
    for person in row:
        behind = _TITLED.match(scene.text, person.end)
        titled = title or (behind.group() if behind is not None else "")
        ref = reading.person(person.name, employer.name)
        yield reading.fact(HEADED_BY, ref, "AFFILIATED_WITH", employer, where, title=titled, position=position)

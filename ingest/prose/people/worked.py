"""Houses of people told beside what else is said of them: 张三所在的甲医院, 在乙医院工作了三十年的李四, 王五由丙大学调任."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import TITLES, is_position, is_title
from ingest.mentions import Mention
from ingest.posts import ROLES
from ingest.prose.about import about
from ingest.prose.clauses import row_from
from ingest.prose.people.described import OFFICE, POST_WORDS, SOCIETIES, employer_of
from ingest.prose.people.shared_house import JOINED
from ingest.prose.people.spread_heads import post_within
from ingest.prose.reading import Reading, Scene
from ingest.prose.rows import people_up_to
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read"]

_SAID = re.compile(
    "来自|所在|所属|工作|任职|供职|就职|任教|执教|行医|从医|[调转][任入至到往]|带头人|负责人|担任|[现首]任|[他她]在|[连当]选|连任|任"
)
_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_WHERE = re.compile(
    rf"(?:{ROLES}|同志)*(?:(?:[则也现]|目前|如今)*来自|(?:目前|如今|现)?(?:所在|所属|任职|供职|就职|工作|执教|任教)的)$"
)
"""张三教授|来自甲医院; 李四|所在的乙大学."""
_NO_STAFF = re.compile(r"的?(?:患者|病人|病友|家属|志愿者|学生|学员|进修|选手|参赛|投诉|消息|通知|数据|样本)|的$")
_HEADS_IT = re.compile(rf"[他她](?:所)?(?:担任|任)(?P<post>{POST_WORDS})的$")
"""在他担任主任的|甲医院放射科."""
_WORKED = re.compile(
    rf"[{HAN}]{{0,10}}?(?:工作|任职|供职|任教|执教|行医|从医|坐诊|从教)(?:了|过|近|已?有|整整|满|超过|长达)*(?:[\d一二三四五六七八九十]{{1,3}}[余多]?(?:个)?(?:年|载|个?春秋)[余多]?)?的(?:\d{{2}}岁的)?$"
)
"""在甲医院|工作了三十年的|李四."""
_LEARNS = re.compile("学习|进修|实习|读|博士后|访")
_MOVED_FROM = re.compile(r"(?:由|从)(?:原)?$")
_MOVED = re.compile(rf"[{HAN}]{{0,14}}?(?:调[任入至到往]|转任)")
_STAYED = re.compile(rf"(?:{_TITLE}|同志)*(?:还|也|曾|一直|长期|均)*在$")
_STAYED_IN = re.compile(rf"[{HAN}]{{0,8}}?(?:工作|任职|任教|执教|供职|行医|从医)(?=[，。；至到、\d]|多年|$)")
_EACH_OF = re.compile(r"[,，]?(?:分别|依次)(?:来自|供职于|任职于|就职于)$")
_AND = re.compile("[、和与及]|以及")
_MANY = re.compile(rf"(?:[两二三四五六七八九十\d]{{1,2}}[位名])?(?P<title>{_TITLE}|博士|专家)?")
_AS_HEAD = re.compile(rf"(?P<title>{_TITLE}|院士)*为(?P<post>(?:学科|学术|团队)?带头人|首席(?:科学家|专家)|负责人)的")
_IN_SOCIETY = re.compile(
    rf"(?:[{HAN}]{{0,12}}(?:会议|大会|选举|换届)[上中])?(?:担任|兼任|出任|任|连任|当选为?|被?选举为|被推选为)(?P<office>{OFFICE})(?=[，。；、]|$)"
)
"""在甲学会|任常务理事, 在乙分会|换届会议上连任主任委员."""


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """AFFILIATED_WITH of the houses where somebody works or worked, MEMBER_OF of offices held in a society."""
    if _SAID.search(scene.text) is None:
        return
    for home in scene.of("Organization"):
        if home.kind in SOCIETIES:
            yield from _in_society(scene, reading, home)
        elif home.kind is not None:
            yield from _at(scene, reading, home)
            yield from _each(scene, reading, home)


def _at(scene: Scene, reading: Reading, home: Mention) -> Iterator[Assertion]:
    where = _WHERE.search(scene.text, 0, home.start)
    person = scene.ending_at(where.start(), "Person") if where is not None else None
    if where is not None and person is not None and not _NO_STAFF.match(scene.text, home.end):
        title = re.match(f"(?:{_TITLE})*", where.group())
        yield _works(scene, reading, person.name, home, (person.start, home.end), title=title.group() if title else "")
        return
    heads = _HEADS_IT.search(scene.text, 0, home.start)
    who = about(scene, reading, heads.start()) if heads is not None else None
    if heads is not None and who is not None:
        yield _works(scene, reading, who.name, home, (heads.start(), home.end), position=heads["post"])
        return
    behind = next((one for one in scene.of("Person") if one.start > home.end), None)
    if behind is not None and scene.text[home.start - 1 : home.start] == "在":
        worked = _WORKED.fullmatch(scene.text, home.end, behind.start)
        if worked is not None and not _LEARNS.search(worked.group()):
            title = re.compile(f"(?:{_TITLE})*").match(scene.text, behind.end)
            yield _works(scene, reading, behind.name, home, (home.start, behind.end), title=title.group() if title else "")
            return
    yield from _moved(scene, reading, home)
    led = _AS_HEAD.match(scene.text, behind.end) if behind is not None else None
    if behind is not None and led is not None and scene.text[home.end : behind.start] == "以":
        stated = {"title": led["title"] or "", "position": led["post"]}
        yield _works(scene, reading, behind.name, home, (home.start, led.end()), **stated)


def _moved(scene: Scene, reading: Reading, home: Mention) -> Iterator[Assertion]:
    """张三由|甲医院|调任…; 李四在|乙医院|工作."""
    came = _MOVED_FROM.search(scene.text, 0, home.start) if _MOVED.match(scene.text, home.end) else None
    stayed = _STAYED.search(scene.text, 0, home.start) if _STAYED_IN.match(scene.text, home.end) else None
    found = came or stayed
    if found is None:
        return
    named = scene.ending_at(found.start(), "Person")
    who = reading.person(named.name) if named is not None else about(scene, reading, found.start()) if came else None
    if who is not None:
        yield _works(scene, reading, who.name, home, (found.start() if named is None else named.start, home.end))


def _each(scene: Scene, reading: Reading, first: Mention) -> Iterator[Assertion]:
    """张三、李四两位教授分别来自|甲医院、乙大学."""
    each = _EACH_OF.search(scene.text, 0, first.start)
    if each is None:
        return
    homes = row_from(scene, first, _AND)
    last = next((one for one in reversed(scene.of("Person")) if one.end <= each.start()), None)
    many = _MANY.fullmatch(scene.text, last.end, each.start()) if last is not None else None
    row = people_up_to(scene, each.start()) if many is not None else []
    title = (many["title"] or "") if many is not None else ""
    for person, home in zip(row, homes, strict=True) if len(row) == len(homes) > 1 else ():
        yield _works(scene, reading, person.name, home, (person.start, home.end), title=title if is_title(title) else "")


def _in_society(scene: Scene, reading: Reading, society: Mention) -> Iterator[Assertion]:
    """张三在|甲学会|任常务理事, 在|乙分会|任副主任委员."""
    made = _IN_SOCIETY.match(scene.text, society.end)
    at = _STAYED.search(scene.text, 0, society.start) if made is not None else None
    if made is None or at is None:
        return
    named = scene.ending_at(at.start(), "Person")
    opens = at.start() == 0 or scene.text[at.start() - 1] in "，；他她"
    told = [one for one in scene.of("Person") if one.end <= at.start()]
    who = named.name if named is not None else told[0].name if opens and len(told) == 1 else ""
    holder = about(scene, reading, at.start()) if not who and opens else None
    if who or holder is not None:
        ref = reading.person(who) if who or holder is None else holder
        where = scene.sentence.view.span(at.start(), made.end())
        yield reading.fact(JOINED, ref, "MEMBER_OF", reading.organization(society), where, role=(made["office"],))


def _works(
    scene: Scene, reading: Reading, name: str, home: Mention, extent: tuple[int, int], title: str = "", position: str = ""
) -> Assertion:
    body = reading.organization(home)
    employer = employer_of(body)
    within = body.name.removeprefix(employer.name) if employer != body else ""
    stated = {"title": title, "position": post_within(within, position) if is_position(position) else position}
    ref: EntityRef = reading.person(name, employer.name)
    return reading.fact(JOINED, ref, "AFFILIATED_WITH", employer, scene.sentence.view.span(*extent), **stated)

"""Groups of experts that nobody founds, and who sits in them: 专家组由张三任组长，成员有李四; 王五任验收专家组组长."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.mentions import Mention
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import people_from, people_up_to
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read"]

EXPERT_GROUP = Rule("expert_group")
"""专家组由甲大学张三任组长，乙医院李四任副组长，成员有王五; 赵六教授任论证专家组组长."""

_TASK = (
    "论证会|验收会|评审会|鉴定会|专家|评审|验收|考察|检查|监理|评议|论证|鉴定|督导|督查|评估|评价|咨询|裁判"
    "|评选|遴选|审查|核查|会评|评奖|评定|评比|审定|筛选|仲裁"
)
_GROUP = rf"(?:(?:(?![由的为任在与和及])[{HAN}]){{0,6}}?(?:{_TASK})(?:专家|工作)?(?:小?组|委员会|团)|评委会)"
_NAMED = (
    rf"(?:(?![由的为任在与和及])[{HAN}]){{3,10}}[组队]"
    r"(?=由[\d一二三四五六七八九十]+(?:人|名|位)|由[^，。；]{2,40}(?:任|担任)(?:副?组长|队长))"
)
"""Any group that is said to be of so many, or to have a head: 某某超声组由7人组成."""
_OPENS = r"(?:^|(?<=[，。；：]))(?:会议|大会|其中|由|此次|本次|本届|该|此|本|省|市|学会|院)*"
_OFFICE = (
    r"(?:(?:执行|常务|名誉)*副?(?:组长|主任委员|主任(?!医|技|护|药|检)|主席|团长)"
    r"|(?:专家|小组|专家组)?(?:成员|组员)|评委|评审专家|顾问)"
)
_OF_GROUP = re.compile(rf"{_OPENS}(?P<group>{_GROUP}|{_NAMED})(?=由|组长|副组长|主任|主席|成员|组员|评委)")
_SET_UP = re.compile(
    rf"(?:会议|大会|会上)[^，。；]{{0,12}}?(?:成立|组建|组成|推[选举]|聘请)了?(?:由[^，。；]{{2,16}}组成的)?(?P<group>(?:项目)?{_GROUP})(?=[，,](?:并?由|组长|推[选举]|成员))"
)
"""会议成立了项目专家组，由…: a group that a meeting makes, before who sits in it."""
_SEATS = re.compile(
    rf"(?:和|与|并|共同|同时|分别|一致|[两二三四五六七八九十\d]+[位名][{HAN}]{{0,4}})*(?:担任|出任|任|为|是)(?:了)?(?:(?:该|本)?组|{_GROUP})?(?P<office>{_OFFICE})(?=[，。；]|$)"
)
"""…李四、王五两位院士|任副组长."""
_LISTS = re.compile(rf"(?P<office>{_OFFICE})(?:[（(]\d+人[)）])?(?:分别|主要|还|则)?(?:[为是由有]|包括)?[:：]?")
_TAKES = re.compile(
    r"(?:教授|研究员|院士|主任医师|主任|博士|专家)*(?:担任|出任|任|当选)(?:了)?(?:该|本)?"
    rf"(?P<group>{_GROUP})(?P<office>{_OFFICE})(?=[，。；]|$)"
)
_HEADS = re.compile(rf"{_OPENS}(?P<group>{_GROUP})(?P<office>副?组长)、")
"""验收专家组组长、甲大学教授张三: the post of the one who follows."""
_OURS = re.compile("[我该本](?P<noun>院|校|所|中心|公司|学会|分会)")
_CLAUSE = re.compile(r"(?:[^，。；（()）]|[（(][^（）()]*[)）])+")
_BARE = 3
"""监理组, 验收组: how long a name is that only means the group told of before."""
_SHARED = re.compile("成员|组员|顾问|委员|专家")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """MEMBER_OF of those whom the clauses of a sentence seat in a group, and in the paragraph's group after it."""
    if not any(word in scene.text for word in ("组", "委员会", "成员", "评委", "顾问", "专家团")):
        return
    told = _OF_GROUP.search(scene.text) or _SET_UP.search(scene.text)
    if told is not None:
        reading.experts = (reading.paragraph, _group(scene, reading, told))
    for person in scene.of("Person"):
        yield from _takes(scene, reading, person)
    for heads in _HEADS.finditer(scene.text):
        for person in people_from(scene, heads.end())[:1]:
            yield _seated(scene, reading, _group(scene, reading, heads), person, heads["office"], heads.start("group"))
    if reading.experts is None or reading.experts[0] != reading.paragraph:
        return
    start = told.end() if told is not None else 0
    for clause in _CLAUSE.finditer(scene.text, start):
        yield from _clause(scene, reading, reading.experts[1], clause)


def _clause(scene: Scene, reading: Reading, group: EntityRef, clause: re.Match[str]) -> Iterator[Assertion]:
    """张三任组长, 组长为张三, 成员有李四、王五."""
    start, end = clause.span()
    lists = _LISTS.match(scene.text, start, end)
    if lists is not None:
        row = people_from(scene, lists.end())
        for one in row if lists.group() != lists["office"] or _SHARED.search(lists["office"]) else row[:1]:
            if one.end <= end:
                yield _seated(scene, reading, group, one, lists["office"], start)
        return
    seats = _SEATS.search(scene.text, start, end)
    if seats is not None:
        for one in people_up_to(scene, seats.start(), since=start):
            yield _seated(scene, reading, group, one, seats["office"], start)


def _takes(scene: Scene, reading: Reading, person: Mention) -> Iterator[Assertion]:
    takes = _TAKES.match(scene.text, person.end)
    if takes is not None:
        group = _group(scene, reading, takes)
        yield _seated(scene, reading, group, person, takes["office"], person.start, takes.end())


def _group(scene: Scene, reading: Reading, told: re.Match[str]) -> EntityRef:
    """The group by the name that the text gives it, with its owner where that stands before it."""
    named = scene.ending_at(told.end("group"), "Organization")
    if named is not None and not named.surface.startswith(("任", "为")):
        return reading.organization(named)
    name = told["group"]
    if (ours := _OURS.match(name)) is not None and (house := reading.meant(ours["noun"])) is not None:
        name = house.name + name[ours.end() :]
    if name.startswith("项目") and len(reading.grants) == 1:
        name = next(iter(reading.grants)).name + name
    before = reading.experts[1] if reading.experts is not None else None
    called = before is not None and (before.name.endswith(name) or (len(name) <= _BARE and name[:2] in before.name))
    return before if before is not None and called else EntityRef(label="Organization", name=name)


def _seated(
    scene: Scene, reading: Reading, group: EntityRef, person: Mention, office: str, start: int, end: int = 0
) -> Assertion:
    where = scene.sentence.view.span(min(start, person.start), max(end, person.end))
    return reading.fact(EXPERT_GROUP, reading.person(person.name), "MEMBER_OF", group, where, role=(_role(office),))


def _role(office: str) -> str:
    return re.sub("^(?:专家组|小组|专家)", "", office)

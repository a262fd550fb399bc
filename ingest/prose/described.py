"""People as the words before their names describe them: 甲学会会长、乙医院影像科主任张三教授."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.lexicon import POSITIONS, TITLES, is_position, is_title, organization_kind
from ingest.mentions import Mention
from ingest.prose.reading import FUND, Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["OFFICE", "SOCIETIES", "described", "employer_of"]

DESCRIBED = Rule("described_before_name", 0.9)
"""甲医院影像科主任张三; 甲学会会长、乙大学校长张三."""
SOCIETY_OFFICE = Rule("society_office", 0.9)
"""某学会分会主任委员张三."""
CARRIED = Rule("office_carried_over", 0.85)
"""甲大学校长张三、副校长李四: the organisation of the one named before."""

OFFICE = (
    r"(?:(?:候任|前任|首任|现任|名誉|荣誉|常务|执行|首届|第?[一二三四五六七八九十\d]+届|青年)*"
    r"(?:副?主任委员|副?主委|副?会长|副?理事长|常务理事|常务委员|常委|理事|副?秘书长|副?主席|副?组长|副?监事长|监事|委员|(?:名誉|荣誉|通讯|正式)?会员))"
)
"""An office in a society."""
SOCIETIES = ("society", "society_branch")

_LONGEST_FIRST = sorted({*TITLES, *POSITIONS}, key=len, reverse=True)
_POST = (
    rf"(?:(?:党委|党组|党总支|纪委|常务|执行|名誉|候任|前任|现任|首任|特聘|讲席|客座|学术|副)*(?:{'|'.join(_LONGEST_FIRST)}))"
)
_POSTS = re.compile(rf"(?P<posts>(?:{OFFICE}|{_POST})(?:[兼](?:{OFFICE}|{_POST}))*)$")
_TITLED = re.compile(rf"(?:(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})[、/]?)*")
_BESIDE_BODY = re.compile(rf"的?(?P<inner>[{HAN}·A-Z]{{0,14}}?)(?P<posts>(?:{OFFICE}|{_POST})(?:兼(?:{OFFICE}|{_POST}))*)")
_VERB = re.compile(r"[了着过将把被由对向为与和及]|表示|指出|出席|参加|邀请|主持|聘|当选|任命|推荐")
_BREAK = re.compile(r"[，。；：、,;:/“”（）()\s]")
_STAFF = re.compile(r"书记|办公室|总干事|助理")
_BRANCH = re.compile(r"(?:该|本)?(?P<noun>分会|学会|协会|专委会|专业委员会|委员会|学组|研究会)$")
_OURS = re.compile(r"[我本该]?[院校所科]$|[我本该]$")
_BESIDE = re.compile(rf"(?:{'|'.join(TITLES)})*[、，,和及]$")
_KNOWN_AS = re.compile(r"(?:学家|专家|奠基人|开拓者|创始人|获得者|学者|人才)$")
_SPLIT = re.compile("[、兼]")
_SEVERAL = re.compile("副|委员|理事|常委|常务|教授|研究员|院士|主任医师")
"""Posts that several people of one organisation hold."""
_OWN_COMMITTEE = re.compile(r"^(?!国家|全国|.{2,8}[省市区县]).*(?<!健康)委员会$")
"""A committee that is no government's: an office in it is no employment."""
_ACADEMY = re.compile("(?:科学院|工程院)$")
_PROPER = ("hospital", "university", "institute")


@dataclass(frozen=True, slots=True)
class _Item:
    """One of the posts before a name: its organisation (None for a bare post), the words after it, where it starts."""

    body: Mention | None
    words: str
    posts: str
    start: int


def described(scene: Scene, reading: Reading, person: Mention) -> list[Assertion]:
    """AFFILIATED_WITH and MEMBER_OF of the posts that stand before the name; empty where none does."""
    items = _items(scene, person) or _shared(scene, person)
    if not items or not any(item.posts for item in items):
        return []
    return list(_stated(scene, reading, person, items))


def employer_of(organization: EntityRef) -> EntityRef:
    """The hospital or university of a department: the longest front part that is an organisation of its own."""
    name = organization.name
    if organization_kind(name) != "department":
        return organization
    for end in range(len(name) - 1, 3, -1):
        if organization_kind(name[:end]) in _PROPER:
            return EntityRef(label="Organization", name=name[:end])
    return organization


def _items(scene: Scene, person: Mention) -> list[_Item]:
    """The posts before a name, the nearest first; those of another person end them."""
    items: list[_Item] = []
    at = person.start
    while (item := _item(scene, at)) is not None:
        items.append(item)
        if scene.text[item.start - 1 : item.start] not in ("、", "/", "兼"):
            break
        at = item.start - 1
        if any(one.end <= at and _TITLED.fullmatch(scene.text, one.end, at) for one in scene.of("Person")):
            break
    return items


def _shared(scene: Scene, person: Mention) -> list[_Item]:
    """The posts before the first of a row, where several can hold them: 副校长张三、李四."""
    before = next((one for one in scene.of("Person") if one.end == person.start - 1), None)
    if before is None or scene.text[before.end] not in "、和与及":
        return []
    items = _items(scene, before) or _shared(scene, before)
    return items if items and all(_SEVERAL.match(item.posts) for item in items) else []


def _item(scene: Scene, at: int) -> _Item | None:
    """The post that ends here, with its organisation; a name for what somebody is known as counts as one without posts."""
    start = max((gap.end() for gap in _BREAK.finditer(scene.text, 0, at)), default=0)
    for body in reversed(scene.of("Organization")):
        if start <= body.end <= at and (beside := _BESIDE_BODY.fullmatch(scene.text, body.end, at)) is not None:
            inner = beside["inner"]
            between = any(one.start >= body.end and one.end <= at for one in scene.of("Person"))
            return None if between or _VERB.search(inner) else _Item(body, inner, beside["posts"], body.start)
    posts = _POSTS.search(scene.text, start, at) if start < at else None
    if posts is not None:
        return _Item(None, scene.text[start : posts.start("posts")], posts["posts"], start)
    return _Item(None, "", "", start) if start < at and _KNOWN_AS.search(scene.text, start, at) else None


def _stated(scene: Scene, reading: Reading, person: Mention, items: list[_Item]) -> Iterator[Assertion]:
    bare: list[str] = []
    titled = _TITLED.match(scene.text, person.end)
    end = titled.end() if titled else person.end
    title = scene.text[person.end : end].replace("/", "、").strip("、")
    for item in items:
        if not item.posts:
            continue
        if item.body is None and not item.words:
            bare.append(item.posts)
            continue
        body = _body(scene, reading, item)
        if body is None:
            continue
        posts = [item.words + item.posts if item.body else item.posts, *reversed(bare)] if item.body else [item.posts]
        yield from _fact(scene, reading, person, body, posts, (item.start, end), title, DESCRIBED)
        title, bare = "", bare if item.body is None else []
    if bare and (told := _carried(scene, reading, items[-1], bare)) is not None:
        yield from _fact(scene, reading, person, told, list(reversed(bare)), (items[-1].start, end), title, CARRIED)


def _body(scene: Scene, reading: Reading, item: _Item) -> EntityRef | None:
    """The organisation of a post: the one named, or the branch that a noun means; not one said to be a part of ours."""
    if item.body is not None:
        ours = _OURS.search(scene.text[: item.body.start])
        return None if ours and scene.text[item.body.start - 1] in "我本该院校所" else reading.organization(item.body)
    branch = _BRANCH.fullmatch(item.words)
    return reading.meant(branch["noun"]) if branch else None


def _fact(
    scene: Scene,
    reading: Reading,
    person: Mention,
    body: EntityRef,
    posts: list[str],
    extent: tuple[int, int],
    title: str,
    rule: Rule,
) -> Iterator[Assertion]:
    where = scene.sentence.view.span(*extent)
    words = [post for one in posts for post in _SPLIT.split(one) if post]
    if organization_kind(body.name) in SOCIETIES and not any(map(_STAFF.search, words)):
        roles = tuple(word for word in words if not is_title(word))
        if roles and all(re.fullmatch(OFFICE, role) or re.search(rf"{OFFICE}$", role) for role in roles):
            office = SOCIETY_OFFICE if rule is DESCRIBED else rule
            yield reading.fact(office, reading.person(person.name), "MEMBER_OF", body, where, role=roles)
        return
    titles = [word for word in words if is_title(word)]
    if (
        body.name.startswith(FUND)
        or _OWN_COMMITTEE.search(body.name)
        or (_ACADEMY.search(body.name) and titles and set(titles) <= {"院士"} and len(words) == 1)
    ):
        return
    whole = employer_of(body)
    within = body.name.removeprefix(whole.name) if whole != body else ""
    positions = [within * (place == 0) + word for place, word in enumerate(words) if not is_title(word)]
    stated = ",".join(dict.fromkeys([*titles, *filter(None, title.split("、"))]))
    ref = reading.person(person.name, whole.name)
    position = "、".join(word for word in positions if is_position(word))
    yield reading.fact(rule, ref, "AFFILIATED_WITH", whole, where, title=stated, position=position)


def _carried(scene: Scene, reading: Reading, item: _Item, bare: list[str]) -> EntityRef | None:
    """The organisation of the person named right before, for a post without one; an office is in a society."""
    before = [one for one in scene.of("Person") if one.end < item.start]
    if not before or not _BESIDE.fullmatch(scene.text, before[-1].end, item.start):
        return None
    office = all(re.fullmatch(OFFICE, post) for post in bare)
    last = before[-1]
    chain = _items(scene, last)
    bodies = [reading.organization(one.body) for one in chain if one.body is not None]
    fitting = [body for body in bodies if (organization_kind(body.name) in SOCIETIES) == office]
    if fitting:
        return fitting[0]
    return _carried(scene, reading, chain[-1], bare) if chain and not bodies else None

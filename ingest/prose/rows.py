"""People and bodies that stand in a row before a verb: 甲医院张三主任、乙大学李四教授和丙公司共同…."""

from __future__ import annotations

import re

from ingest.mentions import Mention
from ingest.posts import ROLES
from ingest.prose.reading import Scene
from kg.text import HAN

__all__ = ["bodies_from", "people_from", "people_up_to"]

_POSTS = (
    rf"(?:{ROLES}|讲师|助教|(?:正?高级)?(?:会计|经济|统计|实验)师|(?:主管|副主任|主任)?[护药检]师|检验师|等|们"
    r"|首任|创会|时任|现任|前任|第[一二三四五六七八九十\d]+[任届]|[（(][^（）()]{1,60}[)）]|\s)*"
)
_APPOSED = rf"(?:[^、，,。；“”（）()]{{0,20}}?(?:{ROLES}|专家|学者|学?家)、)*"
"""某院院士、|某病学专家、|甲医院教授张三: what else he is who is named behind."""
_LINK = re.compile(rf"{_POSTS}(?:[、，,]|和|与|及|以及)\s*{_APPOSED}(?P<before>[^、，,。；“”]*)")
_OPENED = re.compile(_APPOSED)
_JOIN = re.compile(r"[、，]|和|与|及|以及")
_PRAISE = r"(?:\d{2,3}岁(?:高龄)?的)?(?:我国|国内|著名|知名|资深|老一辈|青年)*"
_BESIDE = re.compile(
    rf"{_PRAISE}(?:{_POSTS}|[{HAN}]{{1,8}}(?:学?家|专家|学者)|[{HAN}]{{1,12}}?(?:科|室|中心|部|系|院|所){_POSTS})*"
)
_OF_THIS_HOUSE = re.compile("[该我本](?:院|校|所)的?")
"""负责人是|该校|光电学院的张三: the house before the unit."""
_TO_VERB = re.compile(rf"{_POSTS}(?:[{HAN}]{{0,14}})")


def people_up_to(scene: Scene, end: int, *, since: int = 0) -> list[Mention]:
    """The people of the row that ends here, in order: the last who stands before, and those joined to him."""
    before = [one for one in scene.of("Person") if since <= one.start and one.end <= end]
    if not before or not _TO_VERB.fullmatch(scene.text, before[-1].end, end):
        return []
    row = [before.pop()]
    while before and _linked(scene, before[-1], row[0]):
        row.insert(0, before.pop())
    return row


def people_from(scene: Scene, start: int) -> list[Mention]:
    """The people of the row that begins here, behind their houses, units and posts."""
    row: list[Mention] = []
    for one in scene.of("Person"):
        if one.start < start:
            continue
        if _linked(scene, row[-1], one) if row else _opens(scene, start, one):
            row.append(one)
        else:
            break
    return row


def bodies_from(scene: Scene, start: int) -> list[Mention]:
    """The bodies of the row that begins here."""
    row: list[Mention] = []
    at = start
    while (body := scene.starting_at(at, "Organization")) is not None:
        row.append(body)
        joined = _JOIN.match(scene.text, body.end)
        if joined is None:
            break
        at = joined.end()
    return row


def _opens(scene: Scene, start: int, person: Mention) -> bool:
    """Whether nothing but the person's house, unit and posts stands between a place and the name."""
    before = _OPENED.match(scene.text, start, person.start)
    return _is_home(scene, before.end() if before is not None else start, person.start)


def _linked(scene: Scene, one: Mention, following: Mention) -> bool:
    """Whether a mark or 和 joins two people, with at most posts and the second's house between them."""
    link = _LINK.fullmatch(scene.text, one.end, following.start)
    return link is not None and _is_home(scene, link.start("before"), following.start)


def _is_home(scene: Scene, start: int, end: int) -> bool:
    own = _OF_THIS_HOUSE.match(scene.text, start, end)
    start = own.end() if own is not None else start
    home = next((one for one in scene.of("Organization") if one.start == start and one.end <= end), None)
    at = start if home is None else home.end + scene.text.startswith("的", home.end)
    return bool(_BESIDE.fullmatch(scene.text, at, end))

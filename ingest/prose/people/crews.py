"""Teams that a page presents by name: who leads them, the names below 团队成员, and of which house they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import could_be_person, is_person
from ingest.posts import ROLES
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read"]

CREW_LED = Rule("crew_led")
"""张三教授率领的“甲大学某某创新团队”."""
CREW_LISTED = Rule("crew_listed")
"""团队成员, and a line of names below; 团队成员：张三、李四、王五, where the page named the team."""
CREW_OF_HOUSE = Rule("crew_of_house")
"""甲大学某某创新团队: the house that a team's name opens with."""

_TEAM = rf"[{HAN}A-Za-z/]{{4,28}}?(?:团队|课题组|攻关组|创新群体)"
_LINE = re.compile(rf"[“]?(?P<name>{_TEAM})[”]?(?:简介|介绍|成员)?")
_LED = re.compile(rf"(?:{ROLES})*(?:等)?(?P<role>率领|带领|领衔|牵头|领导|负责|领军)的[“](?P<name>{_TEAM})[”]")
_OPENS = re.compile(
    rf"[“]?(?P<name>{_TEAM})[”]?(?=始[创建]|成立|创建|组建|建[立于]|由|现有|是|依托|围绕|聚焦|面向|长期|一直|以|共)"
)
_LABEL = re.compile(
    r"(?:(?:团队|课题组|项目组|研究组|攻关组)的?(?:主要|核心|全体|骨干|其他)*成员|(?:主要|核心|全体)成员)(?:名单|介绍)?(?:包括|有|为)?\s*[:：]?\s*"
)
_APART = re.compile(r"[、，,；;\s\u3000]+")
_WORD = re.compile(
    rf"(?:科研|研究|创新|教学|医疗|管理|专家|护理|技术|核心|主要|本|该|我们|这支|整个|一支|[的了在与]|{ROLES}$)*(?:团队|课题组|攻关组|创新群体)?"
)
"""What is left of a team that nothing names."""
_LEAST = 3
_WHOLE = 3


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """MEMBER_OF and PART_OF of the team that the page names."""
    listing = reading.listing == reading.said - 1
    label = _LABEL.match(scene.text) if "成员" in scene.text else None
    names = _names(scene.text[label.end() if label is not None else 0 :]) if label is not None or listing else []
    if reading.squad is not None and names:
        where = scene.sentence.view.span(label.end() if label is not None else 0, len(scene.text))
        for name in names:
            yield reading.fact(CREW_LISTED, reading.person(name), "MEMBER_OF", reading.squad, where)
    elif label is not None and label.end() == len(scene.text):
        reading.listing = reading.said
    elif any(word in scene.text for word in ("团队", "课题组", "攻关组", "创新群体")):
        yield from _told(scene, reading)


def _told(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """Keep the team that a line or a paragraph names; of whom it is, and who leads it."""
    named = _LINE.fullmatch(scene.text) or _OPENS.match(scene.text)
    if named is not None and (house := _house(scene, reading, named)) is not None:
        reading.squad = EntityRef(label="Organization", name=named["name"])
        if named.re is _OPENS:
            reading.squad_tells, reading.topic = reading.paragraph, None
        where = scene.sentence.view.span(*named.span("name"))
        yield reading.fact(CREW_OF_HOUSE, reading.squad, "PART_OF", house, where, basis="名称")
    for person in scene.of("Person") if "的“" in scene.text else ():
        led = _LED.match(scene.text, person.end)
        if led is not None and not _WORD.fullmatch(led["name"]):
            reading.squad = EntityRef(label="Organization", name=led["name"])
            where = scene.sentence.view.span(person.start, led.end())
            who = reading.person(person.name)
            yield reading.fact(CREW_LED, who, "MEMBER_OF", reading.squad, where, role=(led["role"],))


def _house(scene: Scene, reading: Reading, named: re.Match[str]) -> EntityRef | None:
    """The house that a team's name opens with; the words behind it must say which team, and be nobody's name."""
    house = scene.starting_at(named.start("name"), "Organization")
    rest = scene.text[house.end : named.end("name")] if house is not None else ""
    own = re.sub("(?:团队|课题组|攻关组|创新群体)$", "", rest)
    if house is None or not rest or _WORD.fullmatch(rest) or is_person(own) or scene.within(house.end, named.end(), "Person"):
        return None
    return reading.organization(house)


def _names(words: str) -> list[str]:
    """The names of a line that holds nothing else, at least three; characters that stand alone are one name (张 三).

    >>> _names("柏 舟 鄢小岚 冉秋水 池云"), _names("柏舟、鄢小岚、影像诊断")
    (['柏舟', '鄢小岚', '冉秋水', '池云'], [])
    """
    names: list[str] = []
    alone = False
    for word in filter(None, _APART.split(words.strip("。 "))):
        if len(word) == 1 and alone and len(names[-1]) < _WHOLE:
            names[-1] += word
        else:
            names.append(word)
        alone = len(word) == 1
    return names if len(names) >= _LEAST and all(map(could_be_person, names)) else []

"""Those who headed a body one after another: 历任主任：张三（1990—1995）、李四; 其后王五、赵六先后接任."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import could_be_person, is_person, organization_kind
from ingest.prose.houses.of_title import self_meant, titled_society
from ingest.prose.houses.speaker import speaker
from ingest.prose.people.described import SOCIETIES, employer_of
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import people_up_to
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read"]

FORMER_HEADS = Rule("former_heads")
"""科室历任主任有张三、李四; 首任主任张三，其后李四、王五先后接任."""

_POST = r"(?:(?:科室?|室|所|院)?(?:主任委员|副?主任|副?院长|副?所长|副?校长|副?会长|副?理事长|台长|负责人|学科带头人|护士长))"
_ROLL = re.compile(
    rf"(?P<noun>科室|医院|中心|研究所|实验室|教研室|学会|分会|学院)?(?P<of>的)?(?:历[任届]|前后)(?P<posts>{_POST}(?:[、和及]{_POST})*)"
    r"(?:照片|名单)?(?:分别|依次|先后|主要)*\s*(?:为|是|有|由|包括|如下|[:：])+\s*"
)
_ITEM = re.compile(
    rf"(?:首任|第[一二三四五六七八九十\d]+任|继任者?|现任)?[:：]?(?P<name>[{HAN}]{{2,4}}?)(?:教授|主任医师|主任|院士|先生|女士|同志|研究员)*"
    r"\s*(?:[（(][^（）()]{2,24}[)）])?(?=[、，；。,;和及与→—-]|等|担任|$)"
)
_LINK = re.compile(r"(?:[、，,；;和及与]|以及|→|—{1,2}|-{1,2}>?)\s*")
_OF_SOCIETY = re.compile("主任委员|会长|理事长")
_LEAST = 2
_TOOK_OVER = re.compile(r"(?:先后|相继|依次|分别|陆续)*(?:接任|继任|接棒|继任其职)(?=[，。；]|$|至今)")
_FIRST = re.compile(rf"(?:首任|第一任|创始|现任|时任)(?P<post>{_POST})")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """AFFILIATED_WITH and MEMBER_OF of the heads that a sentence lists."""
    if "历任" in scene.text or "历届" in scene.text:
        for roll in _ROLL.finditer(scene.text):
            yield from _rolled(scene, reading, roll)
    if "任" in scene.text:
        yield from _took_over(scene, reading)


def _rolled(scene: Scene, reading: Reading, roll: re.Match[str]) -> Iterator[Assertion]:
    body, names, end = _headed(scene, reading, roll), list[str](), roll.end()
    at = roll.end()
    while (item := _ITEM.match(scene.text, at)) is not None and could_be_person(item["name"]):
        names.append(item["name"])
        end = item.end()
        link = _LINK.match(scene.text, end)
        if link is None:
            break
        at = link.end()
    if body is None or len(names) < _LEAST or sum(map(is_person, names)) * 2 < len(names):
        return
    posts = re.split("[、和及]", roll["posts"])
    for name in names:
        yield _stated(scene, reading, name, body, posts[0] if len(posts) == 1 else "", (roll.start(), end))


def _headed(scene: Scene, reading: Reading, roll: re.Match[str]) -> EntityRef | None:
    """What they headed: the body named right before, else the one that the noun, the page or its signature means."""
    before = scene.ending_at(roll.start(), "Organization") or scene.ending_at(roll.start() - 1, "Organization")
    if before is not None:
        return reading.organization(before)
    wards = {one.name: one for _, one in reading.here if organization_kind(one.name) in ("department", "laboratory")}
    if len(wards) == 1 and (not roll["noun"] or roll["noun"] in ("科室", "实验室", "教研室")):
        return next(iter(wards.values()))
    if _OF_SOCIETY.search(roll["posts"]):
        return self_meant(reading, roll["noun"]) if roll["noun"] else titled_society(reading)
    if roll["noun"] and (meant := reading.meant(roll["noun"])) is not None:
        return meant
    if reading.own is not None:
        return reading.own
    name = speaker(reading.document, "院")
    return EntityRef(label="Organization", name=name) if name else None


def _took_over(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """首任主任为张三，其后李四、王五先后接任: of the department that the sentence tells."""
    took, first = _TOOK_OVER.search(scene.text), _FIRST.search(scene.text)
    if took is None or first is None or first.start() > took.start():
        return
    told = [reading.organization(one) for one in scene.of("Organization") if one.end <= first.start()]
    if not told or len({employer_of(one) for one in told}) != 1:
        return
    since = max((cut.end() for cut in re.finditer("其后|此后|随后|之后", scene.text[: took.start()])), default=first.end())
    for one in people_up_to(scene, took.start(), since=since):
        yield _stated(scene, reading, one.name, told[-1], first["post"], (first.start(), took.end()))


def _stated(scene: Scene, reading: Reading, name: str, body: EntityRef, post: str, extent: tuple[int, int]) -> Assertion:
    where = scene.sentence.view.span(*extent)
    if organization_kind(body.name) in SOCIETIES:
        return reading.fact(FORMER_HEADS, reading.person(name), "MEMBER_OF", body, where, role=(post,) if post else ())
    employer = employer_of(body)
    unit = body.name.removeprefix(employer.name) if employer != body else ""
    position = unit + (post.removeprefix("科") if unit.endswith("科") else post) if post else ""
    return reading.fact(
        FORMER_HEADS, reading.person(name, employer.name), "AFFILIATED_WITH", employer, where, position=position
    )

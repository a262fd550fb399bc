"""Posts that somebody is appointed to or relieved of, and the firm of one who founded it and heads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import TITLES, is_position, is_title, organization_kind
from ingest.mentions import Mention
from ingest.prose.about import about
from ingest.prose.people.careers import posts_at
from ingest.prose.people.described import POST_WORDS, SOCIETIES, employer_of
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import people_from
from kg.model import Assertion, EntityRef, Span
from kg.text import HAN

__all__ = ["read"]

FOUNDED_AND_HEADS = Rule("founded_and_heads")
"""张三回国后创办甲公司并任董事长."""

APPOINTED = Rule("appointed")
"""甲医院任命张三为放射科主任, 甲大学聘请知名专家张三、李四为客座教授, 张三被乙大学聘为兼职教授."""

_MAKES = r"(?<![拟将欲想请])(?<!计划)(?<!希望)(?<!准备)(?:任命|聘任|聘请|特聘|聘|委任|选派|提拔)了?"
_EPITHET = rf"(?:[{HAN}]{{2,20}}?(?:专家|学者|学家))?"
_APPOINTS = re.compile(rf"{_MAKES}{_EPITHET}$")
_APPOINTED = re.compile(rf"{_MAKES}{_EPITHET}")
_AS_POST = re.compile(
    rf"(?P<title>(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})*)等?(?:同志|博士)?(?:为|担任|任)"
    rf"(?P<post>[{HAN}]{{2,16}}?)(?=[，。；、（(]|$)"
)
_AND_ANOTHER = re.compile("[，、；](?:同时)?(?:任命|聘任|聘请)?")
"""任命张三为院长，|李四为副院长."""
_APPOINTERS = ("hospital", "university", "institute", "company", "laboratory")
_PASSIVE = re.compile("(?:被|受|获)$")
_MADE = re.compile(rf"(?:正式)?{_MAKES}(?:为|担任|任)(?P<post>[{HAN}]{{2,16}}?)(?=[，。；、（(]|$)")
_TITLE_OF_HOUSE = re.compile(r"(?:特聘|客座|兼职|讲座|讲席|名誉|荣誉|双聘|荣休)+(?:教授|研究员)")
_AGAIN = re.compile("(?:任命|聘任|聘请|聘|委任)[其他她](?:为|任|担任)")
_AS = re.compile(rf"(?:{'|'.join(TITLES)}|博士|同志)*(?:为|担任|兼?任)")
_RELIEVES = re.compile("(?:免去|解聘|不再聘任)了?$")
_OF_POST = re.compile("(?:同志)?的?")
_FOUNDED = re.compile("(?:创办|创立|创建|成立|组建)了?$")
_HEADS = re.compile(
    rf"[，,]?(?:并|且)?(?:亲自)?(?:担任|出任|兼?任)(?P<post>{POST_WORDS}(?:[兼、]{POST_WORDS})*)(?=[，。；、]|$|至今)"
)


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """AFFILIATED_WITH and MEMBER_OF of the posts behind 任命张三为, 免去张三 and 创办甲公司并任."""
    for person in scene.of("Person"):
        yield from _appointed(scene, reading, person)
    if "任" in scene.text:
        for house in scene.of("Organization"):
            yield from _founder(scene, reading, house)
    yield from _by_house(scene, reading)
    yield from _made(scene, reading)


def _appointed(scene: Scene, reading: Reading, person: Mention) -> Iterator[Assertion]:
    before = scene.text[: person.start]
    said = _AS.match(scene.text, person.end) if _APPOINTS.search(before) else None
    said = said or (_OF_POST.match(scene.text, person.end) if _RELIEVES.search(before) else None)
    if said is None:
        return
    who = reading.person(person.name)
    yield from posts_at(scene, reading, who, said.end())
    later = scene.within(said.end(), len(scene.text), "Person")
    for again in _AGAIN.finditer(scene.text, said.end(), later[0].start if later else len(scene.text)):
        yield from posts_at(scene, reading, who, again.end())


def _by_house(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲医院聘任张三为影像中心主任: of the one house that the sentence names before the verb."""
    for verb in _APPOINTED.finditer(scene.text):
        row = people_from(scene, verb.end())
        post = _AS_POST.match(scene.text, row[-1].end) if row else None
        houses = {employer_of(reading.organization(one)) for one in scene.of("Organization") if one.end <= verb.start()}
        if post is None or len(houses) != 1:
            continue
        house = houses.pop()
        for person in row if organization_kind(house.name) in _APPOINTERS and _is_post(post["post"]) else ():
            where = scene.sentence.view.span(verb.start(), post.end())
            yield _held_at(reading, person.name, house, where, post["post"], post["title"] if person == row[-1] else "")
        at = post.end()
        while organization_kind(house.name) in _APPOINTERS and (more := _AND_ANOTHER.match(scene.text, at)) is not None:
            other = scene.starting_at(more.end(), "Person")
            post = _AS_POST.match(scene.text, other.end) if other is not None else None
            if other is None or post is None or not _is_post(post["post"]):
                break
            where = scene.sentence.view.span(other.start, post.end())
            yield _held_at(reading, other.name, house, where, post["post"], post["title"])
            at = post.end()


def _made(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """张三被甲大学聘为客座教授."""
    for house in scene.of("Organization"):
        made = _MADE.match(scene.text, house.end) if house.kind in _APPOINTERS else None
        by = _PASSIVE.search(scene.text, 0, house.start) if made is not None else None
        who = about(scene, reading, by.start()) if by is not None else None
        if who is not None and made is not None and by is not None and _is_post(made["post"]):
            where = scene.sentence.view.span(by.start(), made.end())
            yield _held_at(reading, who.name, employer_of(reading.organization(house)), where, made["post"], "")


def _is_post(words: str) -> bool:
    return is_position(words) or is_title(words) or _TITLE_OF_HOUSE.fullmatch(words) is not None


def _held_at(reading: Reading, name: str, house: EntityRef, where: Span, post: str, title: str) -> Assertion:
    titled = is_title(post) or _TITLE_OF_HOUSE.fullmatch(post) is not None
    stated = {"title": post} if titled else {"title": title, "position": post}
    return reading.fact(APPOINTED, reading.person(name, house.name), "AFFILIATED_WITH", house, where, **stated)


def _founder(scene: Scene, reading: Reading, house: Mention) -> Iterator[Assertion]:
    founded = _FOUNDED.search(scene.text[: house.start])
    heads = _HEADS.match(scene.text, house.end) if founded is not None else None
    who = about(scene, reading, founded.start()) if founded is not None and heads is not None else None
    if who is None or heads is None or founded is None or house.kind in SOCIETIES:
        return
    body = employer_of(reading.organization(house))
    where = scene.sentence.view.span(founded.start(), heads.end())
    ref = reading.person(who.name, "" if who.context else body.name)
    yield reading.fact(FOUNDED_AND_HEADS, ref, "AFFILIATED_WITH", body, where, position=heads["post"])

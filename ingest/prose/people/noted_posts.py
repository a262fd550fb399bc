"""People whose posts stand in brackets behind their names: 甲医院张三（医务科科长），李四（科教科科长）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import is_person, is_position, is_title, organization_kind, split_titles
from ingest.mentions import Mention
from ingest.posts import LENGTHS
from ingest.prose.people.described import POST_WORDS, SOCIETIES, employer_of
from ingest.prose.people.staff import hospital_told
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read"]

NOTED_POST = Rule("noted_post")
"""甲医院张三（医务科科长），李四（副院长）: of the house before the first of the row, else of the hospital told."""

_NOTE = re.compile(
    rf"\s*[（(](?P<unit>[{HAN}]{{0,9}}?(?:科|室|部|处|中心|办公室|病区)?)(?P<posts>{POST_WORDS}(?:[、，,兼]{POST_WORDS})*)[)）]"
)
_OF_WARD = re.compile("主任(?!医|技|护|药)|护士长|技师长")
_SHORTEST = 2
_LINK = re.compile(r"\s*(?:[、，,；;\s]|和|与|及|以及)\s*")
_OPENS = re.compile(r"(?:^|[，。；：、\s]|(?:院|医院|科室)领导|术者[:：]?|助手[:：]?|陪同|主刀)$")
"""What stands before the first of a row whose house is not named right before."""


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """AFFILIATED_WITH of each of a row, with the unit in the position."""
    at, house = -1, None
    for note in _NOTE.finditer(scene.text) if "（" in scene.text or "(" in scene.text else ():
        found = _name_before(scene, note.start(), at) if not _of_own_ward(reading, note) else None
        if found is None:
            house = None
            continue
        start, named = found
        if named is not None:
            house = _employer(reading.organization(named))
        elif house is None or _LINK.fullmatch(scene.text, at, start) is None:
            house = hospital_told(scene, reading, start)
        at = note.end()
        if house is not None:
            unit = reading.organization(named).name.removeprefix(house.name) if named is not None else ""
            yield _stated(scene, reading, house, (start, note, unit))


def _of_own_ward(reading: Reading, note: re.Match[str]) -> bool:
    """Whether a post is one of the department whose page it is: 张三（科主任）, which the reading of such pages knows."""
    bare = len(note["unit"]) < _SHORTEST
    return bare and (bool(note["unit"]) or reading.own is not None) and _OF_WARD.search(note["posts"]) is not None


def _name_before(scene: Scene, end: int, at: int) -> tuple[int, Mention | None] | None:
    """Where the name begins that ends here, and the house right before it; None where nothing tells where it begins."""
    for start in (end - length for length in LENGTHS if end >= length):
        if not is_person(scene.text[start:end]):
            continue
        named = scene.ending_at(start, "Organization")
        linked = at >= 0 and _LINK.fullmatch(scene.text, at, start) is not None
        if named is not None or linked or _OPENS.search(scene.text[:start]):
            return start, named
    return None


def _employer(body: EntityRef) -> EntityRef | None:
    return None if organization_kind(body.name) in SOCIETIES else employer_of(body)


def _stated(scene: Scene, reading: Reading, house: EntityRef, said: tuple[int, re.Match[str], str]) -> Assertion:
    start, note, unit = said
    posts = re.findall(POST_WORDS, note["posts"])
    titles = [title for post in posts if is_title(post) for title in split_titles(post)]
    positions = [unit + note["unit"] + post for post in posts if is_position(post) and not is_title(post)]
    where = scene.sentence.view.span(start, note.end())
    stated = {"title": ",".join(titles), "position": "、".join(positions)}
    who = reading.person(scene.text[start : note.start()].strip(), house.name)
    return reading.fact(NOTED_POST, who, "AFFILIATED_WITH", house, where, **stated)

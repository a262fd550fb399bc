"""Posts that somebody is appointed to or relieved of, and the firm of one who founded it and heads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import TITLES
from ingest.mentions import Mention
from ingest.prose.about import about
from ingest.prose.people.careers import posts_at
from ingest.prose.people.described import POST_WORDS, SOCIETIES, employer_of
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion

__all__ = ["read"]

FOUNDED_AND_HEADS = Rule("founded_and_heads")
"""张三回国后创办甲公司并任董事长."""

_APPOINTS = re.compile("(?:任命|聘任|聘请|聘|委任|选派|提拔)了?$")
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

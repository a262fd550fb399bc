"""Brackets behind a place of work: another house with a post there, where the person is now, or a note on the person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.award.described import seat_apart
from ingest.lexicon import is_position, is_title, organization_kind

__all__ = ["Beside", "beside", "without_notes"]

_BRACKET = re.compile(r"(?<=[^、，,；;（(\s])\s*[（(](?P<said>[^（）()]{1,40})[)）](?=\s*(?:$|[、，,；;。/]))")
_LEAD = re.compile(
    r"^(?:(?:同时|另|亦|并)?(?:兼任?|兼聘于?|受聘于|聘于|任|为|系)|(?:现|目前)(?:工作|任职|所在)?(?:单位|于|在|任|为|就职于|供职于)?"
    r"|(?:现|目前)?已?(?:调|转)(?:入|至|往|任|到))[：:]?\s*"
)
_FORMER = re.compile(r"^(?:曾|原|前|时|历)")
_NOTE = re.compile(
    r"^(?:现?已?(?:退休|离退休|离休|返聘|退休返聘|离职|调离|去世|故)|主|双聘|兼职|兼|特聘|挂职|借调|访问|外聘|全职|本人|第[一二三]单位"
    r"|(?:在读|在站|联合培养|定向|全日制|非全日制|委培)?(?:博士|硕士|博士后|研究生|本科|规培|进修)(?:在读|在站|研究生|生|后|医师|人员)*"
    r"|(?:现|目前)?(?:已|在)?(?:出国|留学|国外)|[\u4e00-\u9fff]{1,10}(?:期间|时期|阶段|期内)|[\u4e00-\u9fff]{2,6}时的?(?:所在|工作)?单位"
    r"|[原现](?:工作|所在|任职)?单位|[自至从截]*(?:19|20)\d\d(?:年|[-.至—~～])[\d年月.\-至今—~～]*)$"
)


@dataclass(frozen=True, slots=True)
class Beside:
    """A house that a bracket tells beside the place of work, with the post there."""

    name: str
    title: str | None = None
    position: str | None = None


def without_notes(said: str) -> str:
    """A value of places of work without the brackets that tell of the person; those that are of a name stay.

    >>> without_notes("某某医院（某某大学兼职教授）"), without_notes("某某医院（读博期间）"), without_notes("某某大学（华东）")
    ('某某医院', '某某医院', '某某大学（华东）')
    """
    return _BRACKET.sub(lambda found: "" if _of_person(found["said"]) else found.group(), said)


def beside(said: str) -> Iterator[Beside]:
    """The houses that the brackets of a value tell: where the person teaches too, or has gone; none where it was before."""
    for found in _BRACKET.finditer(said):
        if not _FORMER.match(found["said"]) and _of_person(found["said"]):
            name, *posts = _parts(found["said"])
            if organization_kind(name):
                title = "、".join(post for post in posts if is_title(post)) or None
                yield Beside(name, title, "，".join(post for post in posts if is_position(post) and not is_title(post)) or None)


def _of_person(said: str) -> bool:
    """Whether a bracket tells of the person: a note, a post, or a house that words open as another."""
    if _NOTE.match(said) or is_title(said) or is_position(said):
        return True
    led = _LEAD.match(said) or _FORMER.match(said)
    name, *posts = _parts(said)
    return bool(organization_kind(name) and (led or posts)) or (
        led is not None and organization_kind(said[led.end() :]) is not None
    )


def _parts(said: str) -> list[str]:
    """The house of a bracket and the posts behind it, without the words that open it; the whole where it holds no house."""
    opened = _FORMER.match(said) or _LEAD.match(said)
    bare = re.sub(r"^(?:任职于|工作于|为|任|单位[：:]?)", "", said[opened.end() :]) if opened else said
    first, *behind = re.split(r"[、，,；;]", bare)
    return [*seat_apart(first), *(post for post in behind if is_title(post) or is_position(post))]

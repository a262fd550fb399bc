"""Who of which office of a house wrote, photographed or checked its news: 文字：宣传科 张三  图片：放射科 李四."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import could_be_person, is_position, is_title, organization_kind
from ingest.prose.houses.speaker import speaker
from ingest.prose.people.described import employer_of
from ingest.prose.reading import Reading, Rule
from kg.model import Assertion, EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["read"]

SIGNED_BY = Rule("signed_by")
"""文字：宣传科 张三; （放射科 李四 供稿）; 图丨超声科 王五."""

_NAME = rf"(?:[{HAN}]{{2,4}}|[{HAN}][ \u3000][{HAN}])(?![{HAN}])"
_UNIT = rf"(?P<unit>[{HAN}]{{2,10}}(?:科|处|部|办|办公室|病区|中心|室|组|学院|系))(?<!记者部)(?<!编辑部)(?<!编辑室)"
_NAMES = rf"[ \u3000]+(?P<names>{_NAME}(?:[、，,/ \u3000]{{1,3}}{_NAME})*)"
_JOB = (
    r"(?:[文图]字?|图文|文图|[文图][/／][图文]|撰[稿文]人?|供[稿图]人?|作者|图片|摄[影像]|摄影报道|编辑|责编|校对|审[核校稿]"
    r"|[一二三初复终]审)"
)
_SIGNED = (
    re.compile(rf"(?:^|(?<=[ \u3000（(]))(?:{_JOB}[/／、]?)+\s*[:：丨|｜/／]\s*{_UNIT}{_NAMES}(?=\s|$|[）)；;。])", re.M),
    re.compile(
        rf"^\s*[（(](?:{_JOB}[:：丨|｜/／]\s*)?{_UNIT}{_NAMES}(?:[ \u3000]*(?:供稿|供图|撰稿|摄|文/?图|图/?文))?[)）]\s*$", re.M
    ),
)
_PARTS = re.compile(r"[、，,/]|(?<=[^ \u3000]{2})[ \u3000]+")
_NEXT = re.compile(rf"{_JOB}+\Z")
_LAST = 800
"""How far from the end of the text its house signs, or from its beginning."""


def read(reading: Reading) -> Iterator[Assertion]:
    """AFFILIATED_WITH the house that speaks, of those whom its news names behind an office of it."""
    text = reading.document.text
    for signed in (match for one in _SIGNED for match in one.finditer(text)):
        near = signed.start() < _LAST or signed.end() > len(text) - _LAST
        house = _house(reading, signed["unit"]) if near else ""
        names = [heal_name(name) for name in _PARTS.split(signed["names"]) if not _NEXT.match(name)]
        if not house or not all(map(_is_name, names)):
            continue
        employer = employer_of(EntityRef(label="Organization", name=house))
        where = Span(start=signed.start("unit"), end=signed.end("names"))
        for name in names:
            yield reading.fact(SIGNED_BY, reading.person(name, employer.name), "AFFILIATED_WITH", employer, where)


def _is_name(name: str) -> bool:
    return could_be_person(name) and not is_title(name) and not is_position(name)


def _house(reading: Reading, unit: str) -> str:
    """The house of an office that bears no other's name: the hospital that speaks, else the university or institute."""
    if any(organization_kind(unit[:end]) in ("hospital", "university", "company") for end in range(3, len(unit))):
        return ""
    return next((name for noun in ("院", "校", "所") if (name := speaker(reading.document, noun))), "")

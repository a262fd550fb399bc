"""Offices in societies that cells of a table of people tell beside titles: 主任医师 甲学会乙分会副主任委员."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.lexicon import organization_kind
from ingest.names import organizations
from ingest.prose.people.posts_in_rows import OFFICE
from ingest.table.speaker import Speaker
from kg.model import Assertion, Document, EntityRef
from kg.text import HAN

__all__ = ["in_full", "is_seat", "seated"]

_SEAT = re.compile(
    rf"(?P<body>[{HAN}（）()A-Z]{{3,40}}?(?:学会|协会|研究会|联合会|促进会|基金会|医师会|联盟|分会|专委会|委员会|学组|专业组))"
    rf"(?:第?[一二三四五六七八九十\d]+届)?(?:(?:常务)?(?:委员会|理事会))?(?P<offices>{OFFICE}(?:兼{OFFICE})*)"
)
_SOCIETIES = ("society", "society_branch")
_OWNER = re.compile(rf"[{HAN}]{{3,20}}(?:学会|协会|研究会|联合会|促进会|基金会)")
_LONGEST_OWNER = 24


def is_seat(words: str) -> bool:
    """Whether words are an office in a society that they name, which is no post where the person works.

    >>> is_seat("松江省医学会放射学分会副主任委员"), is_seat("超声学分会青年委员"), is_seat("影像科主任"), is_seat("副主任委员")
    (True, True, False, False)
    """
    seat = _SEAT.fullmatch(words)
    return seat is not None and organization_kind(seat["body"]) in _SOCIETIES


def seated(speaker: Speaker, person: EntityRef, told: Iterable[str]) -> Iterator[Assertion]:
    """MEMBER_OF of a person in the societies that the parts of a cell name; a branch by the name that the text has in full."""
    for words in told:
        seat = _SEAT.fullmatch(words)
        if seat is None or not is_seat(words):
            continue
        society = in_full(speaker.document, EntityRef(label="Organization", name=seat["body"]))
        if organization_kind(society.name) == "society" or _OWNER.match(society.name):
            yield speaker.fact(person, "MEMBER_OF", society, role=tuple(seat["offices"].split("兼")))


def in_full(document: Document, body: EntityRef) -> EntityRef:
    """A branch that a title calls by its own name alone, by the one that the text sets its society before."""
    full = set[str]()
    for told in re.finditer(re.escape(body.name), document.text):
        start = max(0, told.start() - _LONGEST_OWNER)
        named = [one for one in organizations(document.text[start : told.end()]) if start + one.end == told.end()]
        if not named:
            continue
        name = document.text[start + named[-1].start : told.end()]
        if _OWNER.fullmatch(name.removesuffix(body.name)):
            full.add(name)
    return EntityRef(label="Organization", name=full.pop()) if len(full) == 1 else body

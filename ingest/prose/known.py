"""Names that a document gave before, in a sentence that uses them bare: people, products, short names and nouns of houses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import could_be_person, organization_kind
from ingest.mentions import Mention
from ingest.prose.blocks import Sentence
from ingest.prose.houses.speaker import selves
from ingest.prose.reading import OPENING, TELLING, Reading
from kg.text import HAN

__all__ = ["with_known_names"]

_BARE_NOUN = re.compile("(?:科室|研究院|研究所|研究中心|中心|实验室|公司|医院)$")
_HOUSE_OF_WARD = re.compile(".{2,}?医院(?=.)")
_LATIN = re.compile("[A-Za-z]")
_CALLED_BY = "主任医师|医师|医生|教授|研究员|院士|老师|主任|博士|校友|先生|女士"
_SURNAMED = re.compile(rf"(?:^|(?<=[，。；：、“]))(?P<surname>(?![曾向和于从任同由时常应])[{HAN}])(?:{_CALLED_BY})")
"""Somebody by surname and title; surnames that are words too left out."""


def with_known_names(reading: Reading, sentence: Sentence, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, with people named elsewhere and the short names that the document gave organisations (全称(ABBR))."""
    text = sentence.text
    found = tuple(one for one in found if one.label != "Person" or one.surface not in reading.full_names)
    known = [("Person", name, name) for opening in _openings(text) for name in reading.openings.get(opening, ())]
    known += [("Technology", one.name, one.name) for one in reading.products if one.name in text and len(one.name) > TELLING]
    known += [("Technology", short, full) for short, full in reading.trade_names.items() if short in text]
    known += [("Organization", short, full) for short, full in reading.full_names.items() if short in text]
    known += _own_nouns(reading)
    known += _by_surname(text, reading)
    hero = reading.hero.name if reading.hero is not None else ""
    known += [("Person", hero, hero)] if 0 < len(hero) < TELLING else []
    known.sort(key=lambda one: -len(one[1]))
    added = [
        Mention(
            label=label,
            name=full,
            surface=short,
            start=start,
            end=end,
            span=sentence.view.span(start, end),
        )
        for label, short, full in known
        if short in text
        for start, end in _found(short, text)
        if not any(one.start < end and start < one.end and not _inside(one, start, end) for one in found)
    ]
    added += [
        Mention(
            label="Organization",
            name=full,
            surface=text[start:end],
            start=start,
            end=end,
            span=sentence.view.span(start, end),
        )
        for start, end, full in selves(text, reading.document)
    ]
    added = [one for one in dict.fromkeys(added) if not any(_within(one, other) for other in added)]
    kept = [one for one in found if not any(new.start <= one.start and one.end <= new.end for new in added)]
    return tuple(sorted((*kept, *added), key=lambda one: one.start)) if added else found


def _own_nouns(reading: Reading) -> list[tuple[str, str, str]]:
    """The bare noun (研究院, 中心) that the organisation presented goes by."""
    noun = _BARE_NOUN.search(reading.own.name) if reading.own is not None else None
    named = [("Organization", noun.group(), reading.own.name)] if noun is not None and reading.own is not None else []
    if reading.own is not None and organization_kind(reading.own.name) == "department":
        named.append(("Organization", "科室", reading.own.name))
        house = _HOUSE_OF_WARD.match(reading.own.name)
        named += [("Organization", "医院", house.group())] if house is not None else []
    return named + [("Organization", you, reading.addressee) for you in ("你校", "你院", "你所", "你单位") if reading.addressee]


def _by_surname(text: str, reading: Reading) -> list[tuple[str, str, str]]:
    """What opens a clause and means somebody told by the whole name: 张医师, where the text names no other 张."""
    found = []
    for said in _SURNAMED.finditer(text):
        namesakes = [name for name in reading.everyone if name.startswith(said["surname"])]
        if len(namesakes) == 1 and namesakes[0] != said.group():
            found.append(("Person", said.group(), namesakes[0]))
    return found


def _openings(text: str) -> set[str]:
    return {text[place : place + OPENING] for place in range(len(text) - 1)}


def _found(short: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a known name stands in a text.

    A bare noun only where a clause begins or a preposition stands before it, a name of two characters where a clause begins.
    """
    if len(short) < TELLING and could_be_person(short):
        yield from (match.span(1) for match in re.finditer(rf"(?:^|[，。；：、“\s])({short})", text))
        return
    if _BARE_NOUN.fullmatch(short):
        pattern = rf"(?:(?<=^)|(?<=[，。；由与和在为】]))(?:本|该)?{short}(?=[研自承与现新已牵成拥开获主和建])"
        yield from (match.span() for match in re.finditer(pattern, text))
        return
    start = text.find(short)
    while start >= 0:
        end = start + len(short)
        whole = not (_LATIN.match(text, start - 1) if start else None) and not _LATIN.match(text, end)
        if whole:
            yield start, end
        start = text.find(short, end if whole else start + 1)


def _within(one: Mention, other: Mention) -> bool:
    return (other.start, -other.end) != (one.start, -one.end) and other.start <= one.start and one.end <= other.end


def _inside(one: Mention, start: int, end: int) -> bool:
    return start <= one.start and one.end <= end and one.label != "Person"

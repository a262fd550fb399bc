"""Rows of winners, each behind the house or bare: 甲医院张三、乙大学李四和丙研究所王五等8人获某奖."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.entries import named_in
from ingest.lexicon import is_person
from ingest.mentions import Mention
from ingest.numerals import CHINESE_NUMERAL, number
from ingest.posts import ROLES
from ingest.prose.honours.prizes import Prize
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["Winner", "in_row", "is_noted", "row_from", "row_up_to", "winning_row"]

WINNERS_IN_ROW = Rule("winners_in_row")
"""甲医院张三、乙大学李四、丙研究所王五等8人获某奖."""

_ADVERBS = re.compile(r"(?:分别|共同|双双|一举|成功|光荣|双喜|均|都|也|还|共|同时|一起|\s)+$")
_COUNTED = re.compile(
    rf"(?P<etc>等)?\s*(?P<n>\d{{1,3}}|{CHINESE_NUMERAL}|[两])\s*[位名人](?P<who>[{HAN}]{{0,14}})$|等(?:专家|同志|医师|学者|人)?$"
)
_NO_WINNERS = re.compile("[项篇个的由为被在对向]|指导|带领|组织|评委|委员")
_LINE = re.compile("[；;。：:”》—]")
_ITEM = re.compile(r"[^、，,]+")
_AND = re.compile("以及|[和与及]")
_BEHIND = re.compile(rf"(?:{ROLES}|[（(][^（）()]{{1,16}}[)）]|\s)*")
_OF_SPEAKER = re.compile("[我本该市省县区院校]")
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Winner:
    """One of a row, with the house that stands before a name that nothing else tells to be one, and where both stand."""

    name: str
    house: str
    start: int
    end: int


def winning_row(scene: Scene, end: int) -> list[Winner]:
    """The people of the row that ends here; none where fewer than three stand in it, or their number is not the one told."""
    stop = _end_of(_ADVERBS, scene.text, end)
    counted = _COUNTED.search(scene.text, 0, stop)
    if counted is not None:
        if _NO_WINNERS.search(counted["who"] or ""):
            return []
        stop = counted.start()
    start = max((cut.end() for cut in _LINE.finditer(scene.text, 0, stop)), default=0)
    told = _told(counted)
    found = [one for item in _ITEM.finditer(scene.text, start, stop) for one in _winners(scene, item.start(), item.end())]
    if told and len(found) == told:
        return [one for one in found if one is not None] if found[-1] is not None and told > 1 else []
    run = _last_run(found)
    return run if len(run) >= _FEWEST and (not told or len(run) <= told) else []


def row_up_to(scene: Scene, end: int, many: int) -> list[Winner]:
    """The people of the row that ends here, if it names as many as told."""
    start = max((cut.end() for cut in _LINE.finditer(scene.text, 0, end)), default=0)
    found = [one for item in _ITEM.finditer(scene.text, start, end) for one in _winners(scene, item.start(), item.end())]
    run = _last_run(found)
    return run if len(run) == many else []


def row_from(scene: Scene, start: int, many: int) -> list[Winner]:
    """The people of the row that begins here, up to the end of the sentence, if it names as many as told."""
    cut = _LINE.search(scene.text, start)
    end = cut.start() if cut is not None else len(scene.text)
    found = [one for item in _ITEM.finditer(scene.text, start, end) for one in _winners(scene, item.start(), item.end())]
    named = [one for one in found[:many] if one is not None]
    return named if len(named) == many else []


def _end_of(tail: re.Pattern[str], text: str, end: int) -> int:
    found = tail.search(text, 0, end)
    return found.start() if found is not None else end


def _told(counted: re.Match[str] | None) -> int:
    said = counted["n"] if counted is not None else None
    return int(number(said.replace("两", "二")) or 0) if said else 0


def _last_run(found: list[Winner | None]) -> list[Winner]:
    run: list[Winner] = []
    for one in reversed(found):
        if one is None:
            break
        run.insert(0, one)
    return run


def _winners(scene: Scene, start: int, end: int) -> Iterator[Winner | None]:
    """Whom a part between marks names: one, or two that 和 joins; None for a part that names nobody."""
    one = _winner(scene, start, end)
    if one is None:
        for joined in _AND.finditer(scene.text, start, end):
            both = _winner(scene, start, joined.start()), _winner(scene, joined.end(), end)
            if all(both):
                yield from both
                return
    yield one


def _winner(scene: Scene, start: int, end: int) -> Winner | None:
    people = scene.within(start, end, "Person")
    if len(people) == 1 and _BEHIND.fullmatch(scene.text, people[0].end, end):
        person = people[0]
        return Winner(person.name, "", start, person.end)
    named = named_in(scene.text[start:end].strip()) if not people else None
    if named is None or not (named.house or is_person(named.name)):
        return None
    return Winner(named.name, "" if _OF_SPEAKER.match(named.house) else named.house, start, end)


def in_row(scene: Scene, reading: Reading, row: list[Winner], prize: Prize, *, year: int | str) -> Iterator[Assertion]:
    """RECEIVED of each of a row, and where each works."""
    award = EntityRef(label="Award", name=prize.name)
    for one in row:
        person = reading.person(one.name, one.house)
        where = scene.sentence.view.span(one.start, prize.end)
        yield reading.fact(WINNERS_IN_ROW, person, "RECEIVED", award, where, year=year, grade=prize.grade)
        if one.house:
            house = EntityRef(label="Organization", name=reading.full_names.get(one.house, one.house))
            here = scene.sentence.view.span(one.start, one.end)
            yield reading.fact(WINNERS_IN_ROW, person, "AFFILIATED_WITH", house, here)


def is_noted(scene: Scene, house: Mention) -> bool:
    """Whether a house stands in brackets behind the one whose it is: 张三（|甲医院）、李四（|乙大学）获某奖."""
    return house.label == "Organization" and scene.text[house.start - 1 : house.start] in ("（", "(")

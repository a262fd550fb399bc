"""People told beside their houses as those who took up a technique: 甲医院张三、乙医院李四等先后开展了丙成像."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.lexicon import is_person
from ingest.mentions import Mention
from ingest.posts import ROLES
from ingest.prose.clauses import clause_start
from ingest.prose.people.described import employer_of
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion
from kg.text import HAN

__all__ = ["read"]

TOOK_UP = Rule("took_up_together")
"""甲医院张三、乙医院李四等也先后开展了丙成像的研究; 最早开展丙成像的是甲医院张三团队; 丙成像由甲医院张三教授引入我国."""

_HOUSES = frozenset({"hospital", "university", "institute", "department", "laboratory"})
_WHO = rf"(?:{ROLES}|团队|课题组|小组)*"
_LINK = re.compile(rf"{_WHO}(?:等人?)?(?:[、，,]|和|与|及|以及)")
_WHEN = r"(?:于|在)?(?:(?:19|20)\d\d年(?:\d{1,2}月)?)?(?:率先|首先|最早|较早|首次|共同|联合|在?(?:我国|国内|全国))*"
_DOES = re.compile(
    rf"{_WHO}(?:等(?:人|单位)?)?{_WHO}[，,]?(?:也|均|都|又|则|先后|相继|陆续|分别|曾|即)*{_WHEN}(?:开展|从事|引入|引进|报道|进行)了?(?P<what>[^，。；]{{2,30}})"
)
_IN = re.compile(
    rf"{_WHO}(?:等(?:人|单位)?)?{_WHO}[，,]?(?:也|均|都)?在(?P<what>[^，。；在]{{2,24}}?)(?:方面|领域|上)(?:都|均|也|先后|相继)*(?:做|开展|进行|完成|取得|发表)了?(?![^，。；]{{0,6}}奖)"
)
_ARE = re.compile(
    r"(?:^|[，。；])(?:(?:(?:19|20)\d\d年|国内|我国|目前|最早|率先|首先|较早|在)*)(?:开展|从事|进行|引进|引入|报道|研究)(?P<what>[^，。；]{2,24}?)(?:的(?:还|也|主要|先驱|代表|团队|学者)*)?的?(?:还|则|主要)?(?:是|有|包括|为)(?:以)?$"
)
"""最早开展丙成像的是|, 从事丙成像研究的还有|."""
_BY = re.compile(r"(?P<what>[^，。；]{2,30}?)(?:(?:19|20)\d\d年)?(?:最早|首先|率先|最初|主要|是)*由$")
_DONE = re.compile(
    rf"{_WHO}(?:等人?)?{_WHEN}(?:引入|引进|开展|完成|报道|建立|创立|提出|开创|创用)(?:(?:到|至)?(?:我国|国内|中国)|了|的)*(?=[，。；、]|$)"
)
"""丙成像由|甲医院张三教授|于1990年引入我国."""
_BARE = re.compile(rf"(?P<name>[{HAN}]{{2,3}}?)(?=[、和与及]|等|团队|课题组|分别|先后|相继|率先)")
_ONLY_WISHED = re.compile(r"(?:拟|将|计划|希望|建议|未|不|没有|尚无)[^，。；]{0,4}$")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A person behind the house, and where the pair begins and ends."""

    house: Mention
    person: Mention

    @property
    def start(self) -> int:
        """Where the pair begins: with whichever of the two stands first."""
        return min(self.house.start, self.person.start)


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """WORKS_ON and AFFILIATED_WITH of each of a row of people told with their houses, of one technique."""
    if not scene.of("Technology"):
        return
    for row in _rows(scene):
        what = _what(scene, row[0].start, row[-1].person.end)
        for one in row if what is not None else ():
            if what is None:
                continue
            where = scene.sentence.view.span(min(what.start, one.start), max(what.end, one.person.end))
            employer = employer_of(reading.organization(one.house))
            person = reading.person(one.person.name)
            yield reading.fact(TOOK_UP, person, "AFFILIATED_WITH", employer, where)
            yield reading.fact(TOOK_UP, person, "WORKS_ON", what.ref, where)


def _rows(scene: Scene) -> Iterator[list[_Pair]]:
    row: list[_Pair] = []
    for house in scene.of("Organization"):
        pair = _pair(scene, house)
        if pair is None:
            continue
        if row and not _LINK.fullmatch(scene.text, row[-1].person.end, house.start):
            yield row
            row = []
        row.append(pair)
    if row:
        yield row


def _pair(scene: Scene, house: Mention) -> _Pair | None:
    at = house.end + scene.text.startswith("的", house.end)
    if house.kind not in _HOUSES:
        return None
    person = scene.starting_at(at, "Person") or _named_at(scene, at)
    return _Pair(house, person) if person is not None else None


def _named_at(scene: Scene, at: int) -> Mention | None:
    """Who stands bare behind a house in a row: 甲医院|黄某|、乙医院田某等."""
    name = _BARE.match(scene.text, at)
    if name is None or not is_person(name["name"]):
        return None
    start, end = name.span("name")
    return Mention(
        label="Person", name=name["name"], surface=name["name"], start=start, end=end, span=scene.sentence.view.span(start, end)
    )


def _what(scene: Scene, start: int, end: int) -> Mention | None:
    """The one technique that those of a row are told to have taken up, behind them or in front."""
    text = scene.text
    if _ONLY_WISHED.search(text, 0, start):
        return None
    before = text[:start]
    by = _BY.search(before, clause_start(text, start)) if _DONE.match(text, end) else None
    told = (_DOES.match(text, end), _IN.match(text, end), _ARE.search(before), by)
    named = (_technique(scene, *one.span("what")) for one in told if one is not None)
    return next((one for one in named if one is not None), None)


def _technique(scene: Scene, start: int, end: int) -> Mention | None:
    """The one technique that the words name; none where they name several."""
    named: Sequence[Mention] = scene.within(start, end, "Technology")
    return named[0] if len({one.name for one in named}) == 1 else None

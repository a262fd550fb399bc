"""How many members a society's committee has: 委员组成29人, 由148名委员组成, 甲等39位同志担任常务委员."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import organization_kind
from ingest.numerals import number
from ingest.prose.clauses import CLAUSE_MARKS, clause_start
from ingest.prose.people.described import SOCIETIES
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["are_of_a_house", "counts_seats", "read"]

SEATS = Rule("seats")
"""A count of the members of a committee, of the one that the sentence names last before it or whose election is told."""

_N = r"(?P<words>(?P<number>\d{1,4}|[二三四五六七八九十百]{1,5})\s*余?\s*(?P<unit>[名人位]))(?![次均])"
_OFFICE = r"(?P<office>(?:常务|青年)?委员|(?:常务)?理事)"
_BEHIND_OFFICE = re.compile(
    rf"(?<!任)(?<![当入增]选)(?<!增补)(?<!候选){_OFFICE}(?:会?(?:组成|人数|总数|成员|构成))?(?:共有?|共计|总计|合计|为|有|达|[:：])*\s*{_N}(?!候选)"
)
"""委员组成29人, 委员共110人, 现有委员47人."""
_BEFORE_OFFICE = re.compile(
    rf"(?:由|设有?|产生|推选|推举|选举|选出|现有|共有|聘任|聘请|增补|[和及、])了?{_N}{_OFFICE}(?=[共]?(?:组成|构成)|[，。；、,;（(）)和及]|$)"
)
_TAKE = re.compile(rf"{_N}[^，。；、,;\d]{{0,12}}?(?:当选|担任|出任|任|入选)(?:为|成为)?{_OFFICE}(?=[，。；、,;（(）)]|$)")
"""甲等39位同志担任常务委员."""
_LARGE = 20
"""Fewer who take a seat are those of one house or town."""
_OF_A_HOUSE = re.compile("[我本全该](?:院|校|科|市|县|区|省|所|会)|医院|大学|候选|名额|占|分别|各")
_HELD = re.compile(r"(?:主?委员?|主委|理事长?|会长|组长|常委|秘书长?|编委|学组)各?(?:人数|数)?$")
_BEHIND_IT = re.compile(r"(?:分会|学会|协会|研究会|专委会|学组|(?:委员|理事|主委|会长|常委)\d{1,2}[人名位]、)(?:青年)?$")
_BRANCH = re.compile(rf"专业委员会|专委会|分会|学组|联盟|[{HAN}](?<![届本该新一])委员会")
_ABOVE = re.compile(r"(?:隶属于?|挂靠于?|归口|直属于?|主管的?|(?:经|由|报请?|受|在)[^，。；]{0,4}|批准|指导|领导)$")
"""What stands before a body that is above the one whose members are counted."""
_ELECTS = re.compile("选举|产生|换届|推选|选出|大会")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """HAS_METRIC of committees whose members a sentence counts."""
    for said in _counts(scene.text):
        body = _body(scene, reading, said.start())
        value = number(said["number"])
        if body is None or value is None:
            continue
        metric = EntityRef(label="Metric", name=f"{said['office']}数")
        where = scene.sentence.view.span(said.start(), said.end())
        words = heal_name(said["words"])
        bound = "余" if "余" in words else ""
        yield reading.fact(
            SEATS, body, "HAS_METRIC", metric, where, value=value, unit=said["unit"], value_text=words, bound=bound
        )


def counts_seats(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether the number that stands here counts the members of a committee that is known."""
    return any(one.start("number") == at and _body(scene, reading, one.start()) is not None for one in _counts(scene.text))


def are_of_a_house(text: str, name: str, value: float, body: EntityRef) -> bool:
    """Whether a few officers of a society are those whom a house has there: 某某学会分会委员1人、常委2人."""
    held = value < _LARGE and _HELD.search(name) is not None and not _ELECTS.search(text)
    return held and organization_kind(body.name) in SOCIETIES


def _told(scene: Scene, reading: Reading) -> EntityRef | None:
    """The society that the page speaks of, where the sentence tells of its election."""
    return reading.society() if _ELECTS.search(scene.text) else None


def _counts(text: str) -> list[re.Match[str]]:
    if "委员" not in text and "理事" not in text:
        return []
    found = [*_BEHIND_OFFICE.finditer(text), *_BEFORE_OFFICE.finditer(text)]
    found += [one for one in _TAKE.finditer(text) if (number(one["number"]) or 0) >= _LARGE]
    return [one for one in found if not _OF_A_HOUSE.search(_clause(text, one)) and not _few_behind_it(text, one)]


def _few_behind_it(text: str, said: re.Match[str]) -> bool:
    """Whether a few are told right behind a society's name, no word between that says that it has them."""
    few = said.re is _BEHIND_OFFICE and (number(said["number"]) or 0) < _LARGE and not _ELECTS.search(text)
    return few and _BEHIND_IT.search(text[: said.start()]) is not None


def _clause(text: str, said: re.Match[str]) -> str:
    return text[clause_start(text, said.start(), CLAUSE_MARKS + "、") : said.end()]


def _body(scene: Scene, reading: Reading, at: int) -> EntityRef | None:
    """The society named last before the count, where no other committee stands between; else the one whose election is told."""
    named = [one for one in scene.of("Organization") if one.end <= at and not one.surface.endswith("委员会委员")]
    named = [one for one in named if not _ABOVE.search(scene.text[: one.start])]
    bodies = [one for one in named if organization_kind(reading.organization(one).name) in SOCIETIES]
    if not bodies:
        return (reading.elected or _told(scene, reading)) if not named else None
    last = bodies[-1]
    between = scene.text[last.end : at]
    if last is not named[-1] or (
        _BRANCH.search(between) and organization_kind(reading.organization(last).name) != "society_branch"
    ):
        body = reading.elected
        return body if body is not None and last is named[-1] and organization_kind(body.name) == "society_branch" else None
    return reading.organization(last)

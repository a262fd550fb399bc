"""How many an award was given to: 评选出获奖项目64项，其中一等奖8项; “甲”等8个项目荣获某奖一等奖."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.base import once
from ingest.entries import named_in
from ingest.lexicon import organization_kind
from ingest.numerals import number
from ingest.prose.clauses import clause_start
from ingest.prose.honours.prize_rounds import by_name
from ingest.prose.honours.prizes import received
from ingest.prose.reading import Reading, Rule, Scene
from ingest.rounds import is_any_givers
from kg.model import Assertion, Document, EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["counts_given", "read"]

GIVEN = Rule("given")
"""How many works or people a round of an award was given to, by grade or in all."""

_N = r"(?P<words>(?P<number>\d{1,4}|[一二三四五六七八九十]{1,3})\s*(?P<unit>[项个名人位件部篇]))(?!次)"
_GRADE = r"(?:特等奖|[一二三]等奖|金奖|银奖|铜奖)"
_WORKS = r"(?:项目|成果|作品|论文|课题)?"
_BY_GRADE = re.compile(rf"(?P<grade>{_GRADE}){_WORKS}(?:共|各|为)?\s*{_N}")
_CHOSEN = r"(?:(?:评选|评审|评|选|遴选|产生|授予|公布)(?:出|了)*(?:各[级类])?|(?<=奖)共)"
_HONOURED = r"(?P<what>(?:获奖|授奖|奖励|优秀)(?:项目|成果|作品|论文|者|人选)|获奖者)"
_IN_ALL = re.compile(rf"{_CHOSEN}{_HONOURED}(?:共|共计|总计)?\s*{_N}")
_IN_ALL_BEHIND = re.compile(rf"{_CHOSEN}{_N}{_HONOURED}")
_AWARDED = re.compile(rf"[”》]等{_N}{_WORKS}(?:分别)?(?=荣?获|摘得|被授予)")
_ROUND = re.compile("评选|评审|评出|评定|产生|揭晓|公布|授奖|授予|奖励")
_GOT = re.compile(
    r"(?<!评审)(?:荣|共|曾|先后|累计|还|并)获|获得|获(?=[特一二三]等奖|奖\d)|夺得|斩获|摘得|获(?!奖)|不超过|名额|奖金|奖励标准|设立?(?=[特一])|力争|[我本全该][院校科所市县]"
)
_OURS = re.compile("我[院校科所市县区]|[本全]院|全[校市]")
_AWARD = re.compile(
    rf"(?<![{HAN}\d])(?:(?P<year>(?:19|20)\d\d)年?度?的?)?[“]?(?P<name>[{HAN}]{{3,24}}?奖)[”]?(?!励|项|金|者|状)"
)
_LEAD = re.compile(
    rf"^(?:其中|包括|(?:共|最终|共计)*(?:评选|评审|评|遴选|产生|授予|颁)出?了?|分别是|有|含|关于|公布|公示|对|开展|颁发|颁布|第[{HAN}]{{1,4}}[届批]|首届|本届|经|由|的|年度|度|[年])+"
)
_ROW = re.compile(r"[、，和](?P<last>[^、，。；和]{2,24}?)等?$")
_OF_PEOPLE = re.compile(r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})\s*[名位人]")
_FEWEST, _SHORTEST, _LONGEST_PART = 2, 4, 28


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """HAS_METRIC of the award whose round a sentence counts."""
    if "奖" not in scene.text:
        return
    for said, name in _told(scene.text):
        award = _award(scene, reading, said) if said.re is not _AWARDED else None
        yield from _fact(scene, reading, said, name, award)
    for said in _AWARDED.finditer(scene.text):
        yield from _works(scene, reading, said)


def counts_given(text: str, at: int) -> bool:
    """Whether the number that stands here counts those to whom an award was given."""
    return "奖" in text and (_closes_row(text, at) or any(said.start("number") == at for said, _ in _told(text)))


def _closes_row(text: str, at: int) -> bool:
    """张三、李四2名同志: whether the number counts those whom the row before it names."""
    row = _ROW.search(text[max(0, at - _LONGEST_PART) : at]) if _OF_PEOPLE.match(text, at) else None
    return row is not None and named_in(row["last"]) is not None


def _told(text: str) -> list[tuple[re.Match[str], str]]:
    """The counts of a round by grade and in all; none where somebody is said to have got them, or what is told are rules."""
    if not _ROUND.search(text) or _GOT.search(text):
        return []
    whole = [(said, f"{said['what']}数") for pattern in (_IN_ALL, _IN_ALL_BEHIND) for said in pattern.finditer(text)]
    grades = [(said, f"{said['grade']}数") for said in _BY_GRADE.finditer(text)]
    return whole + (grades if len(grades) >= _FEWEST or whole else [])


def _award(scene: Scene, reading: Reading, said: re.Match[str]) -> EntityRef | None:
    """The award that the sentence names before the count, else the title's, else the round's that the text told."""
    if any(organization_kind(one.name) in ("hospital", "university") for one in scene.of("Organization")):
        return None
    here = _names(scene.text[: said.start()])
    if len(here) > 1:
        return None
    name = next(iter(here), "") or _titled(reading.document) or reading.prize or reading.round[0]
    return EntityRef(label="Award", name=name) if name.endswith("奖") and not is_any_givers(name) else None


@once
def _titled(document: Document) -> str:
    names = _names(document.title)
    return names.pop() if len(names) == 1 else ""


def _names(text: str) -> set[str]:
    names = {_LEAD.sub("", heal_name(found["name"])) for found in _AWARD.finditer(text)}
    return {name for name in names if len(name) > _SHORTEST and "最高" not in name}


def _works(scene: Scene, reading: Reading, said: re.Match[str]) -> Iterator[Assertion]:
    """“甲”等8个项目荣获某奖一等奖, of no house that is told: how many works the grade was given to."""
    prize = next((one for one in received(scene.text) if said.end() <= one.start <= said.end() + 2), None)
    opens = scene.text.rfind("“", 0, said.start())
    before = scene.text[clause_start(scene.text, opens) : opens].strip()
    told = by_name(prize, reading) if prize is not None and prize.grade and not before else None
    if told is None or is_any_givers(told.name) or not told.name.endswith("奖") or _OURS.search(reading.document.text):
        return
    award = EntityRef(label="Award", name=told.name)
    where = scene.sentence.view.span(said.start("words"), prize.end) if prize is not None else None
    yield from _fact(scene, reading, said, f"{told.grade}项目数", award, told.year, where=where)


def _fact(
    scene: Scene,
    reading: Reading,
    said: re.Match[str],
    name: str,
    award: EntityRef | None,
    year: int | None = None,
    *,
    where: Span | None = None,
) -> Iterator[Assertion]:
    value = number(said["number"])
    if award is None or value is None:
        return
    where = where or scene.sentence.view.span(said.start(), said.end())
    yield reading.fact(
        GIVEN,
        award,
        "HAS_METRIC",
        EntityRef(label="Metric", name=name),
        where,
        value=value,
        unit=said["unit"],
        value_text=heal_name(said["words"]),
        year=year or "",
    )

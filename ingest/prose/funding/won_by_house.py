"""The house whose news tells of the grants that it won: 甲医院共获批某基金12项. 其中，放射科张三主持的“某研究”…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.base import once
from ingest.lexicon import is_place, organization_kind
from ingest.names import organizations
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, Document, EntityRef, Fact
from kg.text import heal_name

__all__ = ["HOUSES", "Win", "of_winner", "win_of", "winner_in"]

GRANT_OF_HOUSE = Rule("grant_of_house")
"""“某研究”获面上项目资助, in the news of a house that says how many grants it won."""

HOUSES = frozenset({"hospital", "university", "institute", "company", "laboratory"})
_COUNT = r"(?:\d+|[一二两三四五六七八九十]+)\s*[项个]"
_LEADS = (
    r"(?:[（(][^（）()]{2,24}[)）]|今年|本年度?|(?:19|20)\d{2}年度?|共计?|累计|喜|再次|成功|又|合计|总计|，|收获颇丰|榜上有名|成绩喜人|再创佳绩|申[报请]的"
    r"|在[^，。；]{2,40}?(?:中|里|方面)|[^，。；\d]{0,16}?(?:基金|计划|专项)(?:项目)?)*"
)
_WINS = re.compile(
    rf"{_LEADS}(?:(?:[获荣]|立项|中标|新增|斩获)(?!奖)[^，。；奖]{{0,24}}?{_COUNT}(?!奖|专利|荣誉)"
    rf"|(?:共?有)?{_COUNT}(?:项目|课题|申请)?(?:成功|均|全部)*(?:获|立项|中标|入选)(?![^，。；]{{0,24}}奖))"
)
_TIME = re.compile("[去今同]年")
_OF_GRANTS = re.compile("基金|计划|专项|课题|项目|资助|立项")
_SENTENCE = re.compile(r"[^。！？]+")
_PART = re.compile("(?:学院|系|学部|科|中心|部|室)$")
"""How a part of a house is called, which no place or university opens."""
_EARLIER = re.compile(r"(?:去年|上年度?|往年|此前|曾|近[一二三四五六七八九十\d]+年)[^，。；]*$")
"""What tells that a win was of another year, where it stands before it in its clause."""


@dataclass(frozen=True, slots=True)
class Win:
    """A house, the sentence that says how many grants it won, and where that begins."""

    name: str
    words: str
    at: int


def winner_in(words: str) -> str:
    """The one house that words name, where they say that it won so many; "" for none.

    >>> winner_in("2031年，岚江大学附属医院在某省自然科学基金申报中收获颇丰，共有8个项目获得立项")
    '岚江大学附属医院'
    >>> winner_in("岚江大学附属医院获奖3项"), winner_in("松江省科技厅共立项12项")
    ('', '')
    """
    found = (one for one in organizations(words) if not _TIME.match(words, one.start))
    named = [one for one in found if organization_kind(words[one.start : one.end]) in HOUSES]
    wins = [_WINS.match(words, one.end) for one in named if not _EARLIER.search(words[: one.start])]
    if len({words[one.start : one.end] for one in named}) != 1 or not any(wins):
        return ""
    return words[named[0].start : named[0].end]


def win_of(document: Document, at: int) -> Win | None:
    """The house whose win the text told last before a place; None where none, or where the text tells of several houses."""
    told = [one for one in _wins(document) if one.at <= at]
    return told[-1] if told and len({one.name for one in _wins(document)}) == 1 else None


@once
def _wins(document: Document) -> list[Win]:
    found = []
    for passage in document.passages:
        start, end = passage.span.start, passage.span.end
        for match in _SENTENCE.finditer(document.text, start, end) if _OF_GRANTS.search(document.text, start, end) else ():
            words = heal_name(match.group())
            if name := winner_in(words):
                found.append(Win(name, words, match.start()))
    return found


def of_winner(scene: Scene, reading: Reading, facts: Sequence[Assertion]) -> Iterator[Assertion]:
    """HOSTED_BY of the projects of a sentence without another house, and AFFILIATED_WITH of those who lead them."""
    win = win_of(reading.document, scene.sentence.view.offsets[-1])
    stated = [one for one in facts if isinstance(one, Fact)]
    paid = {one.subject: one.evidence for one in stated if one.predicate == "FUNDED_BY"}
    if win is None or not paid or any(one.predicate == "HOSTED_BY" for one in stated):
        return
    others = (one for one in scene.of("Organization") if one.kind in HOUSES)
    if any(not _is_of(reading.organization(one).name, win.name) for one in others):
        return
    house = EntityRef(label="Organization", name=win.name)
    for grant, said in paid.items():
        yield reading.fact(GRANT_OF_HOUSE, grant, "HOSTED_BY", house, said.span)
    for one in stated:
        if one.predicate == "LEADS" and one.object in paid and one.subject.context in ("", win.name):
            person = reading.person(one.subject.name, win.name)
            yield reading.fact(GRANT_OF_HOUSE, person, "AFFILIATED_WITH", house, one.evidence.span, basis=("获批单位",))


def _is_of(name: str, house: str) -> bool:
    """Whether a body is the house itself or a part of it."""
    part = _PART.search(name) and "大学" not in name and not any(is_place(name[:n]) for n in (2, 3))
    return bool(part) or name.startswith(house) or house.endswith(name)

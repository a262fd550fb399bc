"""What a society, or the page about it, says that it has: branches, prizes, and meetings that it holds again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import organization_kind
from ingest.prose.houses.of_title import SELF, self_meant, titled_society
from ingest.prose.reading import Reading, Rule, Scene
from ingest.rounds import is_any_givers
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

BRANCHES = Rule("branches_of_society")
"""学会下设甲专业委员会、乙专业委员会; 分支机构：甲学组、乙学组, on the page of a society."""
PRIZE_OF = Rule("prize_of_society")
"""某学会设立“甲奖”; 由学会主办的“甲奖”."""
SERIES_OF = Rule("series_of_society")
"""“某论坛”是学会主办的品牌会议; 学会创办了某论坛."""

_WHEN = r"(?:目前|现已|现|共|已|还|先后|陆续|同时|[自于]?(?:19|20)\d\d年(?:\d{1,2}月)?(?:起|以来)?|定期|每年|常年)*"
_BRANCH = rf"(?:(?!设有|下设|包括|成立|分别|[为是])[{HAN}]){{2,14}}?(?:专业委员会|工作委员会|委员会|分会|学组|协作组)"
_ROW = rf"(?P<row>{_BRANCH}(?:[、，和与及]{_BRANCH})*)(?=等|[两三四五六七八九十\d]+个|[，。；]|$)"
_SORT = "(?:分支机构|二级机构|专业委员会|专委会|分会|学组|专业学组)"
_COUNTED = rf"(?:(?:[两二三四五六七八九十\d]+|若干)个{_SORT}?[，,：]?(?:分别|依次)?(?:为|是|即|包括|有)?：?)?"
_HAS = re.compile(rf"{_WHEN}(?:下设|设有|内设|设立|设|现有|拥有|成立|组建)了?有?{_COUNTED}{_ROW}")
_LABELLED = re.compile(rf"(?:下属|现有)?(?:分支机构|二级机构|专业学组|下设机构)(?:设置)?[:：]\s*{_ROW}")
_SELF = re.compile(rf"(?:^|(?<=[，。；由是]))(?:目前|如今|同时|此外)?[，,]?(?P<self>{SELF})")
_AWARD = rf"(?:“(?P<award>[^“”]{{2,24}}奖)”|(?P<plain>[{HAN}]{{3,20}}奖)(?=[，。；]|$))"
_GIVES = re.compile(rf"{_WHEN}(?:设立|设有|设|创设|创立|主办|评选)了?有?{_AWARD}")
_BY = re.compile(rf"^的?{_AWARD}")
_MADE_BY = re.compile(r"(?:联合|共同)?(?:设立|创设|创立|主办)的?")
_MEETING = rf"“?(?P<series>(?![第本该此])[{HAN}A-Za-z]{{4,24}}(?:论坛|年会|研讨会|沙龙|学术会议|峰会|讲坛))”?"
_IS_OF = re.compile(rf"(?:^|(?<=[，。；])){_MEETING}(?:[（(][^（）()]*[)）])?是(?:由)?$")
_ITS_BRAND = re.compile(
    r"(?:主办|创办|举办|打造|发起)的[^，。；]{0,10}(?:品牌|系列|年度|学术|精品)[^，。；]{0,8}(?:会议|活动|论坛|项目|平台)"
)
_FOUNDS = re.compile(rf"{_WHEN}(?:创办|创立|打造)了?{_MEETING}(?=[，。；]|$)")
_HOLDS = re.compile(
    rf"(?:定期|每年|每两年|每[一二两三]年|常年|连续[^，。；]{{0,4}})+(?:都|均|面向[^，。；]{{2,8}})?(?:主办|举办|召开)(?:一[次届])?的?{_MEETING}(?=[，。；]|$)"
)
_HELD_BY = re.compile(rf"(?:主办|创办|发起)的{_MEETING}(?=始于|创办于|创立于|自|已|每|是)")
_MARKS = re.compile("[、，和与及]")
_SOCIETIES = ("society", "society_branch")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """PART_OF of the branches, RUN_BY of the prizes and series, of each society that a sentence names or means."""
    told = [(one.start, one.end, reading.organization(one)) for one in scene.of("Organization")]
    subjects = [one for one in told if organization_kind(one[2].name) in _SOCIETIES]
    for noun in _SELF.finditer(scene.text):
        body = self_meant(reading, noun["self"])
        if body is not None and not any(start <= noun.start("self") < end for start, end, _ in told):
            subjects.append((*noun.span("self"), body))
    for start, end, body in subjects:
        yield from _branches(scene, reading, (start, end), body)
        yield from _prizes(scene, reading, (start, end), body)
        yield from _series(scene, reading, (start, end), body, named=(start, end, body) in told)
    label, body = _LABELLED.match(scene.text), titled_society(reading)
    if label is not None and body is not None:
        yield from _parts(scene, reading, body, label, label.start())


def _branches(scene: Scene, reading: Reading, at: tuple[int, int], body: EntityRef) -> Iterator[Assertion]:
    has = _HAS.match(scene.text, at[1])
    if has is not None:
        yield from _parts(scene, reading, body, has, at[0])


def _parts(scene: Scene, reading: Reading, body: EntityRef, has: re.Match[str], start: int) -> Iterator[Assertion]:
    where = scene.sentence.view.span(start, has.end("row"))
    for name in map(heal_name, _MARKS.split(has["row"])):
        whole = name if organization_kind(name) is not None and name.startswith(body.name) else body.name + name
        yield reading.fact(BRANCHES, EntityRef(label="Organization", name=whole), "PART_OF", body, where)


def _prizes(scene: Scene, reading: Reading, at: tuple[int, int], body: EntityRef) -> Iterator[Assertion]:
    made = _MADE_BY.match(scene.text, at[1]) if scene.text[: at[0]].endswith("由") else None
    gives = (_BY.match(scene.text[made.end() :]) if made is not None else None) or _GIVES.match(scene.text, at[1])
    name = heal_name(gives["award"] or gives["plain"]) if gives is not None else ""
    if name and not is_any_givers(name):
        end = scene.text.index(gives.group(), at[1]) + len(gives.group()) if gives is not None else at[1]
        where = scene.sentence.view.span(at[0], end)
        yield reading.fact(PRIZE_OF, EntityRef(label="Award", name=name), "RUN_BY", body, where)


def _series(scene: Scene, reading: Reading, at: tuple[int, int], body: EntityRef, *, named: bool) -> Iterator[Assertion]:
    """The meetings that a body holds; those of one that is named where it is said to hold them are read elsewhere."""
    first, brand = _IS_OF.search(scene.text, 0, at[0]), _ITS_BRAND.match(scene.text, at[1])
    holds = _FOUNDS.match(scene.text, at[1]) or (None if named else _HOLDS.match(scene.text, at[1]))
    if holds is None and not named and scene.text[: at[0]].endswith("由"):
        holds = _HELD_BY.match(scene.text, at[1])
    if first is not None and brand is not None:
        name, extent = first["series"], (first.start(), brand.end())
    elif holds is not None:
        name, extent = holds["series"], (at[0], holds.end())
    else:
        return
    series = EntityRef(label="ConferenceSeries", name=heal_name(name))
    yield reading.fact(SERIES_OF, series, "RUN_BY", body, scene.sentence.view.span(*extent))

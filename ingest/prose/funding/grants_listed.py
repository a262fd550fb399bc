"""Projects that a text lists under the programme that granted so many: 获某基金资助3项，分别是张三主持的“甲”；李四的“乙”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import PLACES, TITLES, is_person
from ingest.prose.funding.grant_years import WON_HERE
from ingest.prose.funding.grants_won import of_fund, of_type
from ingest.prose.funding.leaders import Told, listed_leader
from ingest.prose.reading import Reading, Rule, Scene
from ingest.table.programmes import Programmes, programme_of
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["WON", "in_a_list", "remember_list"]

LISTED_GRANT = Rule("listed_grant")
"""获某基金资助项目3项，分别是张三主持的“甲”；李四主持的“乙”."""

_OF_PLACE = "|".join(sorted(PLACES, key=len, reverse=True))
_COUNTED = re.compile(r"(?:获批?得?|立项)(?:了|到)?[^，。；]{0,12}$")
_COUNT = re.compile(r"(?:资助|立项|获批)?(?:项目|课题)?(?:资助|立项)?\s*(?:\d+\s*项|[项题]目?中[，,])")
WON = "获批(?!上市|注册|生产|临床|准入|[^，。；]{0,8}(?:注册证|许可证|三类证))"
"""Approved as a project; a product is approved for the market."""
_LISTS = re.compile(f"{WON}|立项|获资助|榜上有名|喜报|中标")
_BEARS_PLACE = re.compile(rf"(?:{_OF_PLACE}|[{HAN}]{{2,4}}[省市])")
_NAME_AT = re.compile(rf"[：:、；;](?P<name>[{HAN}]{{2,4}})(?:{'|'.join(TITLES)})*$")
"""…3项：|张三“甲”、李四“乙”."""
_PUBLISHED = re.compile(
    r"(?:公布|发布|公示|下达)了?(?:(?P<year>(?:19|20)\d{2})年?度?)?(?P<name>[^，。；“”]{4,30}?(?:项目|课题|基金|计划|专项))(?:拟)?(?:立项|资助|评审|获批)(?:项目)?(?:的)?(?:名单|结果|清单|通知|公示)"
)
_IS_PUBLISHED = re.compile(
    r"(?:^|[，。；])(?:不久前|此前|近日|日前|随后|同期|另外|此外|[，,])*(?P<name>[^，。；“”]{4,30}?(?:基金|计划|专项|项目))(?P<year>(?:19|20)\d{2})?年?度?"
    r"(?:[也还已又均]|陆续|正式|相继|近日|日前)*(?:公布|发布|揭晓|公示)了?(?:本年度|今年|当年)?(?:拟)?(?:立项|资助|评审|获批)(?:项目)?(?:的)?(?:名单|结果|清单)(?=[，,])"
)
"""某省某基金也公布了立项名单，张三申报的“某研究”榜上有名."""
_PUBLISHED_LAST = re.compile(
    r"(?:^|[，。；])(?:不久前|此前|近日|日前|[，,])*(?:(?P<year>(?:19|20)\d{2})年?度?)?(?P<name>[^，。；“”]{4,30}?(?:基金|计划|专项|项目))(?:拟)?(?:立项|资助|评审|获批)"
    r"(?:项目)?的?(?:名单|结果|清单)(?:于?(?:近日|日前|今日|昨日|正式|已|陆续|\d{1,2}月\d{1,2}日))*(?:公布|揭晓|发布|出炉)(?=[，,])"
)
"""2031年度某省某基金立项名单公布，张三申报的“某研究”获得立项."""
_PENDING = re.compile("答辩|待公布|未获|未能|进入[会函]评|落选|未入选|未中标|拟申报")


def in_a_list(scene: Scene, reading: Reading, told: Told, amount: float | None) -> Iterator[Assertion]:
    """张三主持的“甲” in a paragraph that counts what a programme granted."""
    remember_list(scene, reading, told.start)
    leader = listed_leader(scene, reading, told) or _right_before(scene, reading, told)
    if leader is None or reading.granting is None or _PENDING.search(scene.text, told.end):
        return
    where = scene.sentence.view.span(leader[1], told.end)
    given = {"amount_wan": "" if amount is None else amount, "year": reading.granting_year or ""}
    yield reading.fact(LISTED_GRANT, told.grant, "FUNDED_BY", reading.granting, where, **given)
    yield reading.fact(LISTED_GRANT, leader[0], "LEADS", told.grant, where)
    reading.tells_of(told.grant, reading.granting)


def _right_before(scene: Scene, reading: Reading, told: Told) -> tuple[EntityRef, int] | None:
    """张三“甲”(面上，49万元): the person whose name stands at the title of a list."""
    counted = any(_COUNT.match(scene.text, one.end) for one in scene.of("FundingProgram"))
    if not counted and not _LISTS.search(scene.text):
        return None
    person = scene.ending_at(told.title, "Person")
    if person is not None:
        return reading.person(person.name), person.start
    named = _NAME_AT.search(scene.text, 0, told.title) if counted else None
    return (reading.person(named["name"]), named.start("name")) if named is not None and is_person(named["name"]) else None


def remember_list(scene: Scene, reading: Reading, end: int | None = None) -> None:
    """Keep the programme of which the text says that so many projects were granted: 获某基金资助项目5项."""
    for one in scene.of("FundingProgram"):
        counted = _COUNT.match(scene.text, one.end)
        if counted and (end is None or counted.end() <= end) and _COUNTED.search(scene.text[: one.start]):
            name = of_type(scene, reading, one) or of_fund(one)[0]
            reading.granting = EntityRef(label="FundingProgram", name=name)
    published = _IS_PUBLISHED.search(scene.text) or _PUBLISHED.search(scene.text) or _PUBLISHED_LAST.search(scene.text)
    if published is not None and (
        WON_HERE.search(scene.text, published.end()) or scene.text[published.end() :].strip() in "。；"
    ):
        found = programme_of(published["name"], Programmes())
        name = found.name if found is not None else published["name"] if _BEARS_PLACE.match(published["name"]) else ""
        if name[:1] in ("省", "市"):
            name = reading.home(name[0]) + name[1:] if reading.home(name[0]) else name
        reading.granting = EntityRef(label="FundingProgram", name=name) if name else reading.granting
        reading.granting_year = int(published["year"]) if name and published["year"] else reading.granting_year

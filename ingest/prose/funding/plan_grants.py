"""The grants of a plan that the text told of before: 在该计划资助下，张三主持的“甲”获得52万元; 其中，李四牵头的“乙”…."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ingest.lexicon import TITLES
from ingest.prose.funding.grant_sums import sum_of
from ingest.prose.reading import Reading, Rule, Scene
from ingest.table.captions import caption_text
from ingest.table.programmes import programme_of_group, programmes_of
from kg.model import Assertion, Document, EntityRef
from kg.text import heal_name

__all__ = ["led_in_turn", "plan_before", "speak_of_plan"]

LED_IN_TURN = Rule("led_in_turn")
"""张三和李四分别主持其中的“甲”和“乙”项目, of a plan that the text told of before."""

_OPENS = re.compile(
    r"(?:在)?(?:该|本|这一)?(?:重大研究|重点|重大)?(?:计划|专项)(?:的)?(?:连续|持续|大力)?(?:资助|支持)(?:下[，,]|的(?:项目|课题)|了“|下的)"
    r"|(?:该|本|这一)(?:重大研究)?(?:计划|专项)(?:先后|陆续|已|共|还)*(?:资助|支持)了?|其中[，,]"
)
"""How a sentence opens that goes on to tell what a plan pays."""
_AMONG = re.compile(r"(?:分别|共同)?(?:主持|牵头|负责|承担)了?其中的(?=[“《])")
_PLAN = re.compile(
    r"“(?P<name>[^“”]{3,40})”\s*(?P<kind>重\s*大\s*研\s*究\s*计\s*划|(?:国家)?重点专项|科技重大专项|重大专项|重大项目|专项)"
)
_IN_TURN = re.compile(r"分别(?:主持|牵头|负责|承担)了?(?:其中的|该计划的)?(?=[“《])")
_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_BETWEEN = re.compile(rf"(?:{_TITLE})*(?:[（(][^（）()]{{2,30}}[)）])?\s*(?:[、，,]|和|与|及)?\s*")
_LISTED = re.compile(r"(?:主持|负责|牵头|承担)的[“《][^“”《》]{6,80}[”》][（(][^（）()]*\d\s*万?元[)）]")
"""甲大学张三|主持的“某研究”（批准号，52万元）: an item of a list that runs on in a paragraph."""
_LIST = re.compile("(?:立项|资助|获批|拟立项|下达)[^，。；]*(?:名单|清单|一览|公示|汇总|通知|公告|项目)")
_YEAR = re.compile(r"((?:19|20)\d{2})\s*年")
_LONGEST_HEAD = 40
_GIVEN = re.compile("资助|支持|经费|获|万元|亿元")


def speak_of_plan(scene: Scene, reading: Reading) -> None:
    """Take the one plan that the text named so far for the payer, where a sentence goes on to tell what that pays."""
    opens = _OPENS.match(scene.text) or _AMONG.search(scene.text)
    if reading.granting is None and opens is not None and _GIVEN.search(scene.text):
        plan = plan_before(reading.document, scene.sentence.view.offsets[0])
        reading.granting, reading.granting_year = plan, None
    if reading.granting is None and _LISTED.search(scene.text):
        reading.granting, reading.granting_year = _of_list(reading.document, scene.sentence.view.offsets[0])


def _of_list(document: Document, at: int) -> tuple[EntityRef | None, int | None]:
    """The programme of the list that a page's head announces, of the sort that the line above tells, and its year."""
    if not _LIST.search(document.title):
        return None, None
    told = programmes_of([caption_text(document.title)])
    place = bisect_right(document.passages, at, key=lambda one: one.span.start) - 1
    above = document.passages[place - 1].span if place > 0 else None
    line = document.text[above.start : above.end] if above is not None else ""
    sort = programme_of_group(line, told) if len(line) <= _LONGEST_HEAD and told.funder not in line else None
    whole = sort or told.whole
    years = set(_YEAR.findall(document.title))
    if whole is None:
        return None, None
    return EntityRef(label="FundingProgram", name=whole.name), int(years.pop()) if len(years) == 1 else None


def plan_before(document: Document, at: int) -> EntityRef | None:
    """The one plan or special project that a document named, by its quoted name, before a place; None for none or several."""
    named = {(heal_name(one["name"]), heal_name(one["kind"])) for one in _PLAN.finditer(document.text, 0, at)}
    if len(named) != 1:
        return None
    name, kind = named.pop()
    return EntityRef(label="FundingProgram", name=name if kind == "重大研究计划" else name + kind.removeprefix("国家"))


def led_in_turn(scene: Scene, reading: Reading, titles: list[re.Match[str]]) -> Iterator[Assertion]:
    """FUNDED_BY and LEADS of a row of projects of which it is said that as many people lead one each."""
    said = _IN_TURN.search(scene.text) if reading.granting is not None and len(titles) > 1 else None
    people = scene.within(0, said.start(), "Person") if said is not None else ()
    if said is None or reading.granting is None or len(people) != len(titles) or titles[0].start() < said.start():
        return
    ends = [*(one.start for one in people[1:]), said.start()]
    rows = zip(people, ends, strict=True)
    if not all(_BETWEEN.fullmatch(_without_houses(scene, one.end, end)) for one, end in rows):
        return
    for person, title in zip(people, titles, strict=True):
        grant = EntityRef(label="Grant", name=heal_name(title["title"]))
        where = scene.sentence.view.span(person.start, title.end())
        amount = sum_of(scene, title, titles)
        given = {"amount_wan": "" if amount is None else amount, "year": reading.granting_year or ""}
        yield reading.fact(LED_IN_TURN, grant, "FUNDED_BY", reading.granting, where, **given)
        yield reading.fact(LED_IN_TURN, reading.person(person.name), "LEADS", grant, where)
        reading.tells_of(grant, reading.granting)


def _without_houses(scene: Scene, start: int, end: int) -> str:
    """The words of a stretch without the organisations that stand in it outside brackets."""
    words, at = "", start
    for body in scene.within(start, end, "Organization"):
        if scene.text[body.start - 1] not in "（(":
            words, at = words + scene.text[at : body.start], body.end
    return words + scene.text[at:end]

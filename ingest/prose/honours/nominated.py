"""Works that a report or notice says a house nominates for an award, in a numbered list behind the award's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.award.honours import asked_awards, is_generic
from ingest.award.recognised import nominations
from ingest.lexicon import organization_kind
from ingest.mentions import Mention
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

NOMINATED_IN_LIST = Rule("nominated_in_list")
"""申报某某市科学技术进步奖的项目分别是：①…（放射科）；②…."""
PUT_FORWARD = Rule("put_forward")
"""推荐“甲”参评某奖."""

_ASKS = re.compile(
    r"(?:申报|提名|推荐|参评)[^。；：:]{2,30}?奖(?:的)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})[项个])?(?:项目|课题|成果)?"
    r"(?:分别|依次|名单)?(?:是|为|有|如下|包括)*[：:]\s*(?=①|[（(]?1[)）.、])"
)
_FOR = re.compile(
    rf"“(?P<title>[^“”]{{6,70}})”(?:项目|成果|等)*(?:(?:已|被|成功|顺利)*(?:申报|参评|参加|角逐|竞逐|提名为?|入围|报送|被?推荐为?)|(?P<as>为|作为))(?:了)?(?P<year>(?:19|20)\d\d)?年?度?(?:的)?(?P<award>[{HAN}]{{2,24}}?奖)"
    r"(?:的)?(?:[特一二三]等奖)?(?:的)?(?:评选|评审|(?P<candidate>(?:候选|提名|推荐)(?:项目|成果)?)|初评|[会复终网函]评|公示)?(?=[，。；、]|$)"
)
"""推荐“甲”参评2023年度某省技术发明奖，“乙”参评科学技术普及奖."""
_WAS = re.compile(
    rf"(?:[“《](?P<title>[^“”《》]{{6,70}})[”》](?:项目|成果|课题|研究)*|(?:^|(?<=[，。；]))\s*(?:该|本|此|这一|这项)(?:项目|成果|课题|技术))"
    rf"(?:曾经?|也|还|已|又|同年|随后|后|现)*(?:被|获|经|由)(?P<by>[^，。；“”《》]{{0,40}}?)(?:联合|共同)?(?:提名|推荐)(?:参评|申报|角逐|参加|竞逐|为)?了?"
    rf"(?:(?P<year>(?:19|20)\d\d)年?度?)?的?(?P<award>[{HAN}]{{3,24}}?奖)(?!励|者|项|章)"
)
"""“某研究”被|甲厅|推荐申报某奖; 该项目被甲学会提名某奖."""
_NOT_DONE = re.compile("(?:拟|将|计划|未|没有|希望|有望|建议)[^，。；]{0,6}(?:被|获|经|由)[^，。；]*$")
_SAID_YEAR = re.compile(r"(?:^|[。；])\s*(?:此后|随后)?((?:19|20)\d\d)年(?:\d{1,2}月)?[，,]?[^，。；]{0,24}$")
_PUT_FORWARD = re.compile("推荐|提名|申报|公示|同意|入围|候选|参评")
_BY_WHOM = re.compile(
    r"(?:[（(][^（）()]{2,20}[)）])?(?:经[^，。；]{0,12}(?:审查|审核|评审|研究|讨论|推荐)|[，,]|同意|拟|决定|现|联合|一致|特|将)*(?:推荐|提名)(?:项目|成果)?$"
)
"""甲学会经审查，同意提名|“某研究”, 由乙厅|推荐的|“某研究”."""
_BY = re.compile(r"(?:推荐|提名)的(?:项目|成果)?$")
_ITEM = re.compile(r"\s*(?:(?P<circled>[①-⑳])、?|[（(]?(?P<n>\d{1,2})[)）.、](?!\d))\s*(?P<title>[^；;。\n①-⑳]{8,80})")
_UNIT = re.compile(rf"[（(][{HAN}、，\d]{{2,14}}[)）]\s*$")
_YEAR = re.compile(r"((?:19|20)\d\d)\s*年度")
_WORK = re.compile(r"研究|应用|技术|体系|观察|分析|推广|创新|系统|方法|诊断|治疗|探讨|机制|评价|平台|模式")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """NOMINATED_FOR of the works of a list, as long as its numbers count on; a form's fields are read as a form."""
    if "”" in scene.text and "奖" in scene.text and _PUT_FORWARD.search(scene.text):
        yield from _each(scene, reading)
    if "奖" in scene.text and ("提名" in scene.text or "推荐" in scene.text):
        yield from _passive(scene, reading)
    asks = _ASKS.search(scene.text) if "奖" in scene.text else None
    if asks is not None and not nominations(reading.document):
        award = next((name for _, name in asked_awards(asks.group()) if not is_generic(name)), "")
        year = _YEAR.search(scene.text, 0, asks.end()) or _YEAR.search(reading.document.title)
        reading.asked = (award, int(year[1]) if year else 0, 0)
    award, told, last = reading.asked
    item = _ITEM.match(scene.text, asks.end() if asks is not None else 0) if award else None
    while item is not None and _number(item) == last + 1 and (title := _title(item["title"])):
        last += 1
        where = scene.sentence.view.span(item.start("title"), item.end("title"))
        work, of = EntityRef(label="Achievement", name=title), EntityRef(label="Award", name=award)
        yield reading.fact(NOMINATED_IN_LIST, work, "NOMINATED_FOR", of, where, year=told or "")
        item = _ITEM.match(scene.text, item.end())
    reading.asked = (award, told, last) if last > reading.asked[2] else ("", 0, 0)


def _each(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """NOMINATED_FOR of each quoted work beside the award that it is put forward for; the year is that of the first."""
    year = ""
    for one in _FOR.finditer(scene.text):
        if one["as"] and not one["candidate"]:
            continue
        year = one["year"] or year
        where = scene.sentence.view.span(one.start(), one.end())
        work, award = EntityRef(label="Achievement", name=heal_name(one["title"])), EntityRef(label="Award", name=one["award"])
        yield reading.fact(PUT_FORWARD, work, "NOMINATED_FOR", award, where, year=int(year) if year else "")
        body = _nominator(scene, one.start())
        if body is not None:
            by = scene.sentence.view.span(body.start, one.end())
            yield reading.fact(PUT_FORWARD, reading.organization(body), "NOMINATED", work, by)


def _passive(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """NOMINATED_FOR, and NOMINATED, of a work that a sentence says was put forward, whatever came of it."""
    for said in _WAS.finditer(scene.text) if not nominations(reading.document) else ():
        work = EntityRef(label="Achievement", name=heal_name(said["title"])) if said["title"] else reading.work
        if work is None or _NOT_DONE.search(scene.text, 0, said.start("award")):
            continue
        where = scene.sentence.view.span(said.start(), said.end())
        told = _SAID_YEAR.search(scene.text, 0, said.start() + 1)
        year = said["year"] or (told[1] if told is not None else "")
        award = EntityRef(label="Award", name=said["award"])
        yield reading.fact(PUT_FORWARD, work, "NOMINATED_FOR", award, where, year=int(year) if year else "")
        for body in scene.within(*said.span("by"), "Organization"):
            yield reading.fact(PUT_FORWARD, reading.organization(body), "NOMINATED", work, where)


def _nominator(scene: Scene, at: int) -> Mention | None:
    """The body that the words right before a work say to nominate it."""
    before = [one for one in scene.of("Organization") if one.end <= at]
    if not before:
        return None
    said = _BY.fullmatch(scene.text, before[-1].end, at) if scene.text[: before[-1].start].endswith("由") else None
    return before[-1] if said or _BY_WHOM.fullmatch(scene.text, before[-1].end, at) else None


def _number(item: re.Match[str]) -> int:
    return int(item["n"]) if item["n"] else ord(item["circled"]) - ord("①") + 1


def _title(words: str) -> str:
    """A work's title without the department behind it; "" where the words are no work's."""
    title = heal_name(_UNIT.sub("", words.strip()).strip("“”《》 ，,"))
    return title if _WORK.search(title) and organization_kind(title) is None else ""

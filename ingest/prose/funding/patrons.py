"""Who pays a project where no programme stands beside its title: a body that gives the money, or words that say so later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.mentions import Mention
from ingest.numerals import to_wan
from ingest.prose.funding.grant_sums import MONEY, amount_in, sum_of
from ingest.prose.funding.grants_won import programme_at
from ingest.prose.funding.leaders import Told, in_its_sentence
from ingest.prose.houses.speaker import speaker
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["matched", "of_body", "told_later"]

BODY_PAYS = Rule("body_pays_project")
"""甲委员会以260万元资助“某研究”; “某研究”课题的资助方为乙厅; “某研究”项目经费由丙公司提供."""
PAYER_TOLD_LATER = Rule("payer_told_later")
"""该项目属于某省重点研发计划，资助经费150万元, in a text that tells of one project and not yet who pays it."""

ALSO_PAYS = Rule("also_pays_project")
"""“某研究”获某市科技计划立项，市科技局资助8万元，医院1∶1配套: the body that gives the sum, and the house that adds as much."""

_TOWN = re.compile(rf"(?<=[获入为得])([{HAN}]{{2,4}}?[省市])(?=科技|科学|卫)")
_GIVES = re.compile(rf"(?:共|已)?(?:给予)?(?:资助|拨款|出资|下拨|拨付|补助|支持)(?:经费|资金)?{MONEY}(?=[，,；;。]|$)")
_OF_LEVEL = re.compile(r"(?:^|(?<=[，,；;]))(?P<level>[省市])(?P<body>(?:科技|科学技术|卫健|卫生健康)(?:局|厅|委|委员会))")
_ADDS = re.compile(
    rf"[，,；;]\s*(?:由)?(?P<who>我院|本院|医院|院方|学校|我校)(?:再|另|同时|已|给予|按)*(?:(?P<same>1\s*[∶:：比]\s*1)(?:的?比例)?(?:给予)?(?:配套|匹配)"
    rf"|(?:给予)?(?:配套|匹配)(?:经费|资金|支持)?{MONEY})"
)
_PAYERS = frozenset({"funder", "government", "company", "society", "hospital", "university", "institute"})
_PAYS = re.compile(
    r"(?:[，,]?(?:于|在|自)?(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?)?(?:近日|日前|也|还|又|共|将|已)?"
    rf"(?:(?:以|出资|投入|拨款|拿出|提供|拨付){MONEY}的?(?:经费|资金)?[，,]?(?:用于)?)?"
    r"(?:批准|择优|专项|共同|全额|重点|立项)*(?:资助|支持|批准立项|立项(?=“))(?:立项|资助)?了?"
    r"(?:[^，。；“”]{2,30}?(?:开展|实施|承担|研究)的?)?(?P<noun>(?:研究|科研)?(?:项目|课题))?$"
)
_SURELY = re.compile("立项|出资|拨款")
_LABEL = re.compile(
    r"[”》](?:[（(][^（）()]{2,40}[)）])?(?:项目|课题)?的?(?:资助|出资|立项)(?:方|单位|机构|者|部门)(?:[为是]|[:：])\s*"
)
_WON_FROM = re.compile(r"(?:项目|课题)?[^。；“”]{0,30}?(?:获得?|得到|受到?)了?")
_SUPPORTS_IT = re.compile(
    rf"的?(?:经费|资金|立项|专项|重点|科研)*(?:资助|支持|立项)(?:经费|资金|金额)?(?:为|共|约)?(?:{MONEY}|(?=[，。；]|$))"
    rf"|{MONEY.replace('sum', 'before')}的?(?:专项|立项|科研)*(?:经费|资金|资助|支持)"
)
"""“某研究”项目获甲厅|经费支持8万元, 获得乙部|900万元专项经费."""
_MEANS_BY = re.compile(r"(?:项目|课题|[中我]方|研究|所需|全部)经费(?:全部|均|主要|全额)?由")
_GIVES_MEANS = re.compile(r"(?:全额|独家)?(?:提供|资助|拨付|承担|支持|出资)")
_LATER = re.compile(
    r"(?:^|(?<=[，。；]))(?:(?:该|本|此|这一|上述)(?:项目|课题)|项目|课题)[^，。；“”由]{0,8}?"
    r"(?P<verb>属于?|隶属于?|[是系为](?!由)|来自|来源于|源自|获得?(?:批|了)?|得到了?|受到?|纳入|列入|入选)(?:了|批)?"
    r"(?:“[一二三四五六七八九十]{2,3}”|(?:19|20)\d\d年?度?|首批|一项|的)*"
)
_YEAR = re.compile(r"((?:19|20)\d\d)年")
_GETS = re.compile("获|得到|受|列入|纳入|入选")
_PAID = re.compile(r"[^，。；]{0,12}?(?:资助|支持|立项)")
_IS_ONE = re.compile(r"(?:“[^“”]{2,40}”)?[^，。；“”]{0,12}?(?:专项|项目|课题|立项|资助|支持)|[，。；]|$")
_NO_GRANT = re.compile("(?:大会|会议|论坛|研讨会|学习班|培训班|年会|峰会|讲座|大赛|活动|行动|工程|公约|倡议|宣言|计划|战略)$")


def of_body(
    scene: Scene, reading: Reading, titled: re.Match[str], titles: list[re.Match[str]]
) -> tuple[EntityRef, Iterator[Assertion]] | None:
    """The body that pays a quoted project, with what the sentence tells of that; None where it tells of none."""
    if _NO_GRANT.search(titled["title"]):
        return None
    body, start, year, sure = _before(scene, titled) or _behind(scene, titled) or (None, 0, None, None)
    if body is None or body.kind not in _PAYERS:
        return None
    payer = reading.organization(body)
    return payer, _paid(scene, reading, titled, payer, start, year, sure or sum_of(scene, titled, titles))


def matched(scene: Scene, reading: Reading, grant: EntityRef, end: int) -> Iterator[Assertion]:
    """FUNDED_BY of a project told before ``end``: who gives the sum in the same sentence, the house that adds to it."""
    given = next(
        ((one, start, gives) for one, start in _givers(scene, reading, end) if (gives := _GIVES.match(scene.text, start))), None
    )
    amount = to_wan(given[2]["sum"].replace(",", "")) if given is not None else None
    if given is not None:
        where = scene.sentence.view.span(end, given[2].end())
        yield reading.fact(ALSO_PAYS, grant, "FUNDED_BY", given[0], where, amount_wan="" if amount is None else amount)
    adds = _ADDS.search(scene.text, end)
    house = speaker(reading.document, "校" if "校" in adds["who"] else "院") if adds is not None else ""
    own = amount if given is not None else amount_in(scene.text[end : adds.start() + 1]) if adds is not None else None
    if adds is not None and house:
        added = own if adds["same"] else to_wan(adds["sum"].replace(",", ""))
        where = scene.sentence.view.span(adds.start("who"), adds.end())
        body = EntityRef(label="Organization", name=house)
        yield reading.fact(ALSO_PAYS, grant, "FUNDED_BY", body, where, amount_wan="" if added is None else added)


def _givers(scene: Scene, reading: Reading, start: int) -> Iterator[tuple[EntityRef, int]]:
    """The bodies of the clauses behind a project, each with where its name ends; 市科技局 is of the one town told of."""
    for body in scene.of("Organization"):
        if body.start > start and scene.text[body.start - 1] in "，,；;" and body.kind in _PAYERS:
            yield reading.organization(body), body.end
    for told in _OF_LEVEL.finditer(scene.text, start):
        home = reading.home(told["level"]) or next(iter(_TOWN.findall(scene.text[:start])), "")
        if home.endswith(told["level"]):
            yield EntityRef(label="Organization", name=home + told["body"]), told.end()


def _paid(
    scene: Scene, reading: Reading, titled: re.Match[str], payer: EntityRef, start: int, year: int | None, amount: float | None
) -> Iterator[Assertion]:
    grant = EntityRef(label="Grant", name=heal_name(titled["title"]))
    where = scene.sentence.view.span(min(start, titled.start()), max(titled.end(), start))
    yield reading.fact(
        BODY_PAYS, grant, "FUNDED_BY", payer, where, amount_wan="" if amount is None else amount, year=year or ""
    )
    reading.tells_of(grant, payer)
    yield from in_its_sentence(scene, reading, Told(grant, titled.start(), titled.start(), titled.end()))


def _before(scene: Scene, titled: re.Match[str]) -> tuple[Mention, int, int | None, float | None] | None:
    """甲委员会于2031年批准立项“…”, 乙公司出资300万元，资助丙医院开展“…”."""
    end = titled.start("title") - 1
    for body in scene.of("Organization"):
        pays = _PAYS.match(scene.text, body.end, end) if body.end < end else None
        if pays is not None and (pays["sum"] or pays["noun"] or titled["thing"] or _SURELY.search(pays.group())):
            amount = to_wan(pays["sum"].replace(",", "")) if pays["sum"] else None
            return body, body.start, int(pays["year"]) if pays["year"] else None, amount
    return None


def _behind(scene: Scene, titled: re.Match[str]) -> tuple[Mention, int, int | None, float | None] | None:
    """“…”课题的资助方为甲厅, “…”为合作项目，中方经费由甲委员会提供."""
    label = _LABEL.match(scene.text, titled.end("title"))
    body = scene.starting_at(label.end(), "Organization") if label is not None else None
    if body is not None:
        return body, body.end, None, None
    won = _WON_FROM.match(scene.text, titled.end("title") + 1)
    for giver in scene.of("Organization") if won is not None else ():
        start = giver.start + scene.text.startswith("得", giver.start)  # 获|得某部
        gets = _WON_FROM.fullmatch(scene.text, titled.end("title") + 1, start) if start == giver.start else None
        gives = _SUPPORTS_IT.match(scene.text, giver.end) if gets is not None else None
        if gives is not None:
            money = gives["sum"] or gives["before"]
            return giver, giver.end, None, to_wan(money.replace(",", "")) if money else None
    for means in _MEANS_BY.finditer(scene.text, titled.end("title")):
        body = scene.starting_at(means.end(), "Organization")
        if body is not None and _GIVES_MEANS.match(scene.text, body.end):
            return body, body.end, None, None
    return None


def told_later(scene: Scene, reading: Reading, grant: EntityRef) -> Iterator[Assertion]:
    """FUNDED_BY of the one project that the text has told of, by the programme of which this sentence says that it is."""
    for said in _LATER.finditer(scene.text):
        name, close = programme_at(scene, reading, said.end())
        fits = _PAID if _GETS.match(said["verb"]) else _IS_ONE
        if name and fits.match(scene.text, close):
            payer = EntityRef(label="FundingProgram", name=name)
            where = scene.sentence.view.span(said.start(), close)
            year, amount = _YEAR.search(said.group()), amount_in(scene.text[close:])
            given = {"amount_wan": "" if amount is None else amount, "year": int(year[1]) if year is not None else ""}
            yield reading.fact(PAYER_TOLD_LATER, grant, "FUNDED_BY", payer, where, **given)
            reading.grants[grant] = payer
            return

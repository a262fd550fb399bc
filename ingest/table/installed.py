"""Tables of devices at houses: 医院|所在地|设备|型号|厂家|装机时间; whose they are, where those stand, and who makes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.base import once
from ingest.lexicon import organization_kind
from ingest.prose.people.described import employer_of
from ingest.prose.phrases import listed
from ingest.table.columns import column_of
from ingest.table.firms import firms_in
from ingest.table.lines import Value
from ingest.table.recognise import organizations
from ingest.table.rosters import people_in
from ingest.table.speaker import Speaker
from ingest.table.tallied import HOUSES, device_of, is_site, is_town, tallies, words_above
from ingest.table.techniques import OF_TECHNIQUES
from ingest.table.tiers import cells_below, column_headed, heads_of
from kg.model import Assertion, Document, EntityRef, Span, Table
from kg.text import HAN, heal_name

__all__ = ["INSTALLED", "installations", "installed_facts"]

INSTALLED = "listing.installed"
"""A house in a row with the device that stands in it, its maker, and since when."""

_USERS = re.compile(
    "用户|用户(?:单位|医院)|(?:首家|首批|首个|最早|率先|首次)?(?:引进|开展|应用|使用|启用)(?:单位|医院|(?:医疗)?机构)"
)
_TAKEN_UP = re.compile("(?:首次|率先|最早|新)?(?:引进|开展|应用|启用|使用)的?(?:成像|检查|影像|诊疗)?(?:技术|项目)(?:名称)?")
"""Heads of techniques that a house took up; the year of such a row is the year of that."""
_YEAR_ALONE = re.compile("年[份度]?|时间|日期")
_DEVICES = re.compile(
    r"(?:大型|主要|医用|影像|医学|成像|引进|安装|装机|购置|新增|配置|国产|治疗|检查)*(?:设备|仪器|装备|系统|装置|机器|加速器)(?:名称|类型|种类)?"
)
_MODELS = re.compile(r"(?:设备|产品|仪器|系统)?(?:机型|型号)(?:规格)?|规格型号|(?:设备|仪器)?名称(?:及|和|与|/)?型号")
_SINCE = re.compile(
    r"(?:正式|首次|设备)?(?:装机|安装|启用|投用|投入(?:使用|运行|运营|临床)|开机|运行|运营|上线|购置|购入|引进|引入|验收|投产|开诊|开业|开始使用|首例治疗|临床使用|(?:首次)?开展(?:治疗|检查|手术|工作)?)"
    r"(?:时间|日期|年份|年月|年度|年)"
)
_STATES = re.compile("(?:运行|建设|装机|使用|项目|当前)?(?:状态|进展|情况|备注|阶段)|备注|说明")
_NOT_YET = re.compile("在建|拟|筹|规划|计划|待|停用|停机|退役|报废|未|预计|即将|招标|采购|论证|土建|安装中|调试")
_IN_USE = re.compile("装机|安装|在用|投用|投入|运行|运营|配备|拥有|现有|引进|使用情况|应用情况|开展|使用单位|已")
_DONE_WITH = re.compile(
    r"(?:累计|年度?|总)?(?:(?:检查|治疗|手术|扫描|开展|完成|诊疗)(?:例数|人次|例次|病例数|量)|病?例数)(?:\s*[（(/].*)?"
)
"""Heads of what has been done with the device of the row, which so is in use."""
_LEADS_THERE = re.compile("(?:学科|学术|科室|专科)(?:带头人|负责人|主任)|(?:科室?)主任|负责人")
_IS_POST = re.compile("(?:学科|学术)带头人|(?:科室?|科室|专科)主任")
"""Heads that say what those below them are at their house."""
_ONLY_MEANT = re.compile("拟|计划|规划|申请|申报|许可|需求|推荐|招标|采购|中标|筹建|在建|审批|批复|征集|意向")
_OTHER_LISTS = frozenset(
    {"title", "work", "winners", "award", "session", "facility", "program", "code", "talk", "lead", "licence"}
)
_HOUSE_KINDS = frozenset({"hospital", "university", "institute"})
_NO_DEVICE = re.compile(r"[。；：？！]|^[\d.,%\s\-—–/]+$|^(?:合计|总计|小计|其[他它]|无|有|是|否|[—–\-/]+)$|[类级]$")
_YEAR = re.compile(r"(?:19|20)\d\d(?=[年./-]|$)")
_FEWEST = 2
_SHORTEST, _LONGEST = 2, 30


@dataclass(frozen=True, slots=True)
class Installation:
    """A table of devices at houses: its rows, which columns hold what (-1 for none), and the device that its caption names.

    ``in_use`` says that its caption or a column tells since when the devices are used, not that they are merely permitted.
    """

    table: Table
    rows: tuple[dict[int, Value], ...]
    house: int
    device: int
    maker: int
    maker_head: str
    site: int
    since: int
    states: frozenset[int]
    lead: int
    lead_head: str
    named: str
    in_use: bool


@once
def installations(document: Document) -> tuple[Installation, ...]:
    """The tables of devices at houses among those whose cells the file tells."""
    counted = {one.table.index for one in tallies(document)}
    tables = (table for table in document.tables if table.index not in counted)
    return tuple(found for table in tables if (found := _installation(document, table)) is not None)


def installed_facts(document: Document, ingester: str) -> Iterator[Assertion]:
    """ADOPTED_BY of each device in use by the house of its row, LOCATED_IN of that, WORKS_ON of the maker, who leads there."""
    for one in installations(document):
        for row in one.rows:
            names = organizations(row[one.house].raw) if one.house in row else ()
            if len(names) != 1 or organization_kind(names[0]) not in _HOUSE_KINDS:
                continue
            span = Span(start=min(cell.span.start for cell in row.values()), end=max(cell.span.end for cell in row.values()))
            yield from _of_row(Speaker(document=document, ingester=ingester, rule=INSTALLED, span=span), row, one, names[0])


def _of_row(speaker: Speaker, row: dict[int, Value], told: Installation, name: str) -> Iterator[Assertion]:
    house = EntityRef(label="Organization", name=name)
    site = heal_name(row[told.site].text) if told.site in row else ""
    if is_town(site):
        yield speaker.fact(house, "LOCATED_IN", EntityRef(label="Place", name=site))
    since = row[told.since].text if told.since in row else ""
    states = " ".join(row[at].text for at in told.states & row.keys())
    used = told.in_use and not _NOT_YET.search(since + states) and (told.since < 0 or re.search(r"\d", since) is not None)
    years = set(_YEAR.findall(since))
    for device in _devices(row, told):
        if used:
            yield speaker.fact(device, "ADOPTED_BY", house, year=int(min(years)) if len(years) == 1 else None)
        makers = firms_in(row[told.maker]) if told.maker in row else ()
        for maker in makers if told.device in row else ():
            yield speaker.fact(EntityRef(label="Organization", name=maker), "WORKS_ON", device, role=(told.maker_head,))
    leads = people_in(row[told.lead]) if told.lead in row else ()
    employer = employer_of(house)
    for leader in leads:
        person = EntityRef(label="Person", name=leader, context=employer.name)
        post = told.lead_head if _IS_POST.fullmatch(told.lead_head) else None
        yield speaker.fact(person, "AFFILIATED_WITH", employer, position=post)


def _devices(row: dict[int, Value], told: Installation) -> Iterator[EntityRef]:
    """The devices of a row's cell, each of a list; the caption's where the table has no column of them."""
    items = listed(row[told.device].text) if told.device in row else [told.named] if told.device < 0 else []
    for item in map(heal_name, items):
        fits = _SHORTEST <= len(item) <= _LONGEST and not _NO_DEVICE.search(item)
        if fits and organization_kind(item) is None and re.search(rf"[{HAN}A-Za-z]", item):
            yield EntityRef(label="Technology", name=item)


def _installation(document: Document, table: Table) -> Installation | None:
    heads = {at: heal_name(head) for at, head in heads_of(document, table).items()}
    rows = cells_below(document, table)
    houses = [at for at, head in heads.items() if HOUSES.fullmatch(head) or _USERS.fullmatch(head)]
    makers = [at for at, head in heads.items() if column_of(head).role == "maker"]
    roles = {column_of(head).role for at, head in heads.items() if at not in houses and not _LEADS_THERE.fullmatch(head)}
    above = words_above(document, table)
    named = device_of(above)
    if len(houses) != 1 or len(makers) > 1 or roles & _OTHER_LISTS or {"user", "product"} <= roles or len(rows) < _FEWEST:
        return None
    device = column_headed(heads, _DEVICES)
    device = column_headed(heads, _MODELS) if device < 0 and not named else device
    taken_up = column_headed(heads, _TAKEN_UP)
    if device < 0 and taken_up < 0 and _USERS.fullmatch(heads[houses[0]]):
        taken_up = column_headed(heads, OF_TECHNIQUES)
    since = column_headed(heads, _SINCE)
    if device < 0 <= taken_up:
        device, since = taken_up, since if since >= 0 else column_headed(heads, _YEAR_ALONE)
    if device < 0 and not (named and (since >= 0 or makers)):
        return None
    maker = makers[0] if makers else -1
    sites = [at for at, head in heads.items() if is_site(head)]
    site = next((at for at in sites if abs(at - houses[0]) == 1), -1)
    states = frozenset(at for at, head in heads.items() if _STATES.fullmatch(head))
    in_use = since >= 0 or _tells_use(above) or any(map(_DONE_WITH.fullmatch, heads.values()))
    told, lead = tuple(rows.values()), column_headed(heads, _LEADS_THERE)
    return Installation(
        table=table,
        rows=told,
        house=houses[0],
        device=device,
        maker=maker,
        maker_head=heads.get(maker, ""),
        site=site,
        since=since,
        states=states,
        lead=lead,
        lead_head=heads.get(lead, ""),
        named="" if device >= 0 else named,
        in_use=in_use,
    )


def _tells_use(above: Sequence[str]) -> bool:
    """Whether the caption, or else the nearest line, says that the devices stand where they are, rather than that they may."""
    caption = above[0] if above else ""
    return _IN_USE.search(caption) is not None and _ONLY_MEANT.search(caption) is None

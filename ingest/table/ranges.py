"""Tables of makers with their products: 厂商|总部|代表机型|首家用户（时间）; who makes what and who used it first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.base import once
from ingest.lexicon import organization_kind
from ingest.table.firms import firms_in
from ingest.table.lines import Value
from ingest.table.recognise import organizations
from ingest.table.speaker import Speaker
from ingest.table.tallied import is_town
from ingest.table.tiers import cells_below, column_headed, heads_of
from ingest.table.towns import place_alone, places
from kg.model import Assertion, Document, EntityRef, Span, Table
from kg.text import HAN, heal_name

__all__ = ["Range", "range_facts", "ranges_in"]

RANGE = "listing.range"
"""A maker in a row with its product, the kind of that in brackets, and who used it first."""

_MAKERS = re.compile("(?:主要|国产|本土|代表性?|生产|制造|研发|上市|整机)*(?:企业|公司|厂商|厂家|制造商|生产商)(?:名称|简称)?")
_SEATS = re.compile("(?:公司|企业)?(?:总部|注册地|所在地|所在城市|所在地区)(?:所在地|城市)?|城市|地点")
_PRODUCTS = re.compile(
    "(?:代表性?|主要|核心|主打|主力|旗舰|上市|在售|获批)(?:的)?(?:机型|型号|产品|设备|系统|整机)(?:名称|型号)?(?:[（(]类型[)）])?"
)
_USERS = re.compile(
    r"(?:全国|国内|全球|国际|省内)?(?:首家|首台|首个|首批|首套|最早|第一家|代表性?|典型|部分|主要)*的?(?:用户|装机|安装|落户|使用|应用)"
    r"(?:单位|医院|机构)?(?:\s*[（(](?:时间|年份|装机时间|年月|启用时间|装机年份)[)）])?"
)
_ITEM = re.compile(rf"(?P<name>[^（()）]{{2,30}}?)\s*(?:[（(](?P<kind>[{HAN}A-Za-z/\d\- ]{{2,16}})[)）])?")
_OF_KIND = re.compile(
    "(?:系统|设备|装置|加速器|[伽γ]?[玛马]?刀|机器人|成像仪|[机仪]|软件|PET|CT|MRI?|PET/CT|PET/MRI?|SPECT|SPECT/CT|DSA|DR|磁共振|超声|探测器)$"
)
_NO_ITEM = re.compile(rf"[。；：？！]|^[\d.,%\s\-—–/]+$|^(?:合计|总计|小计|其[他它].*|无|暂无|在研|[—–\-/]+)$|^[{HAN}]{{2}}$")
_USER = re.compile(r"(?P<house>[^（()）、；;]{4,30})(?:[（(](?P<when>[^（()）]{4,16})[)）])?")
_WHEN = re.compile(r"(?P<year>(?:19|20)\d\d)(?:\s*[年./-]\s*\d{1,2}月?)?年?")
_TO_COME = re.compile("预计|计划|拟|待|将|意向|签约|在建|筹")
_HOUSES = frozenset({"hospital", "university", "institute", "facility"})
_CENTRE = re.compile(rf"[{HAN}]{{2,16}}(?:中心|医院|院区)")
_OTHERWISE = re.compile("注册|批准|文号|证|适应|用途|适用|获批|上市(?:时间|年)|奖|参数|性能|指标|价格")
"""Heads of tables that others read: what was approved, for what, and how it performs."""
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Range:
    """A table of makers and their products: its rows, and which columns hold what (-1 for none)."""

    table: Table
    rows: tuple[dict[int, Value], ...]
    maker: int
    product: int
    seat: int
    user: int


@once
def ranges_in(document: Document) -> tuple[Range, ...]:
    """The tables of makers with products among those whose cells the file tells."""
    return tuple(found for table in document.tables if (found := _range(document, table)) is not None)


def range_facts(document: Document, ingester: str) -> Iterator[Assertion]:
    """WORKS_ON of each row's maker, LOCATED_IN of it, BROADER and ADOPTED_BY of its product."""
    for one in ranges_in(document):
        for row in one.rows:
            makers = firms_in(row[one.maker]) if one.maker in row else ()
            if len(makers) == 1:
                span = Span(
                    start=min(cell.span.start for cell in row.values()), end=max(cell.span.end for cell in row.values())
                )
                speaker = Speaker(document=document, ingester=ingester, rule=RANGE, span=span)
                yield from _of_row(speaker, row, one, EntityRef(label="Organization", name=makers[0]))


def _of_row(speaker: Speaker, row: dict[int, Value], told: Range, maker: EntityRef) -> Iterator[Assertion]:
    seat = heal_name(row[told.seat].text) if told.seat in row else ""
    place = places(seat) or (seat if is_town(seat) else place_alone(seat))
    if place:
        yield speaker.fact(maker, "LOCATED_IN", EntityRef(label="Place", name=place))
    items = (
        [_ITEM.fullmatch(part.strip()) for part in re.split("[、；;\n]", row[told.product].raw)] if told.product in row else []
    )
    named = [
        (EntityRef(label="Technology", name=name), one["kind"]) for one in items if one and (name := _product(one["name"]))
    ]
    for product, kind in named:
        yield speaker.fact(maker, "WORKS_ON", product)
        if kind and _OF_KIND.search(kind) and kind not in product.name:
            yield speaker.fact(product, "BROADER", EntityRef(label="Technology", name=heal_name(kind)))
    if len(named) == len(items) == 1 and told.user in row:
        for house, when in _users(row[told.user]):
            year = int(when["year"]) if when is not None else None
            yield speaker.fact(named[0][0], "ADOPTED_BY", EntityRef(label="Organization", name=house), year=year)


def _product(words: str) -> str:
    name = heal_name(words)
    return "" if _NO_ITEM.search(name) or organization_kind(name) is not None else name


def _users(cell: Value) -> Iterator[tuple[str, re.Match[str] | None]]:
    """The houses of a cell, each with when it began; one that is only going to is left out."""
    if _TO_COME.search(cell.text):
        return
    for part in re.split("[、；;\n]", cell.raw):
        one = _USER.fullmatch(part.strip())
        house = heal_name(one["house"]) if one is not None else ""
        known = organizations(house) == (house,) and organization_kind(house) in _HOUSES
        if one is not None and (known or _CENTRE.fullmatch(house)):
            yield house, _WHEN.fullmatch((one["when"] or "").strip())


def _range(document: Document, table: Table) -> Range | None:
    heads = {at: heal_name(head) for at, head in heads_of(document, table).items()}
    rows = tuple(cells_below(document, table).values())
    maker, product = column_headed(heads, _MAKERS), column_headed(heads, _PRODUCTS)
    if min(maker, product) < 0 or len(rows) < _FEWEST or any(map(_OTHERWISE.search, heads.values())):
        return None
    return Range(table, rows, maker, product, column_headed(heads, _SEATS), column_headed(heads, _USERS))

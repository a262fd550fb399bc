"""Tables of what one house or place has or does: 设备名称|台数, 检查项目|2030年|2031年, below a caption that says whose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.base import once
from ingest.lexicon import organization_kind
from ingest.names import organizations
from ingest.offices import place_of
from ingest.prose.houses.speaker import speaker
from ingest.prose.people.described import employer_of
from ingest.table.columns import Column, column_of
from ingest.table.firms import firms_in
from ingest.table.lines import Value
from ingest.table.measured import is_measured, measured
from ingest.table.speaker import Speaker
from ingest.table.summed import place_above
from ingest.table.tallied import HOUSES, is_site, tallies, unit_above, words_above
from ingest.table.tiers import NOTED, cells_below, heads_of, year_of
from kg.model import Assertion, Document, EntityRef, Span, Table
from kg.text import HAN, heal_name

__all__ = ["OWNED", "Holding", "holdings", "owned_facts"]

OWNED = "listing.owned"
"""A row of a table of what one house or place has, with how many or how much."""

_DEVICES = re.compile(
    r"(?:大型|主要|医用|影像|医学|现有|在用|检查|诊断|治疗)*(?:设备|仪器|装备|机型|机器)(?:名称|类型|种类|类别)?|名称|品名"
)
_DONE = re.compile(
    r"(?:影像|检查|诊疗|治疗|手术|服务|医疗|工作|业务|开展)*(?:项目|技术|类型|种类|类别|内容|指标|手术|检查|岗位|人员|职称)(?:名称|类别)?"
)
_MODELS = re.compile(r"(?:设备|仪器)?(?:规格|型号|机型|品牌)+(?:[/、及和与]?(?:规格|型号))?")
_MANY = re.compile(
    r"(?:(?:设备|现有|配置|配备|装机|在用|拥有|合计|总)*(?:数量|台数|套数|台[（(/]?套[)）]?数|数|总数|保有量|拥有量))"
)
_DONE_SO_OFTEN = re.compile(rf"[{HAN}]{{0,8}}?(?:例数|例次|人次|人数|检查量|手术量|治疗量|工作量|业务量|服务量|次数)")
_BESIDE = re.compile(
    "序号?|No\\.?|编号|(?:使用|所在|所属|配置|放置)?(?:科室|部门|地点|位置|院区|机房)|备注|说明|用途|"
    "(?:启用|购置|购入|安装|装机|投用|引进|使用|生产|出厂)(?:时间|日期|年份|年月|年)|(?:制造)?产地|国别|状态|单位"
)
"""What a row tells besides."""
_TELLS = re.compile("设备|仪器|装备|检查|工作量|业务量|服务量|手术|诊疗|治疗|台数|装机|例数|开展|技术|人员|人才|队伍|科室")
_ONLY_MEANT = re.compile("拟|计划|规划|需求|采购|招标|中标|预算|申请|申报|论证|待|意向|报废")
_SELF = re.compile("[我本](?P<noun>[院校所])(?![士区园])")
_LAND = re.compile("[我全本](?P<noun>[省市区])(?!级)")
_HOUSES = frozenset({"hospital", "university", "institute"})
_TOTAL = re.compile("[合总小共]计?|总数|全部|平均|其[他它余].*|[-—–/]+")
_UNITS = {"台": "台数", "套": "台数", "台套": "台数", "例": "例数", "例次": "例次", "人次": "人次", "人": "人数", "次": "次数"}
_NO_TECHNIQUE = re.compile("(?:床|柜|桌|椅|车|灯|架|空调|电脑|计算机|打印机|服务器|屏|箱|衣)(?:[（(][^（）()]*[)）])?$")
_FEWEST = 2
_SHORTEST, _LONGEST = 2, 24


@dataclass(frozen=True, slots=True)
class Holding:
    """Such a table: whose, its rows, the column that names what is counted, that of models (-1 for none), those of counts."""

    table: Table
    owner: EntityRef
    rows: tuple[dict[int, Value], ...]
    subject: int
    model: int
    maker: int
    counts: Mapping[int, Column]
    of_devices: bool
    heads: Mapping[int, str]


@once
def holdings(document: Document) -> tuple[Holding, ...]:
    """The tables of what one house or place has, among those whose cells the file tells."""
    counted = {one.table.index for one in tallies(document)}
    tables = (table for table in document.tables if table.index not in counted)
    return tuple(found for table in tables if (found := _holding(document, table)) is not None)


def owned_facts(document: Document, ingester: str) -> Iterator[Assertion]:
    """HAS_METRIC of the owner for each count of a row; of a device ADOPTED_BY the house, and its maker WORKS_ON it."""
    for one in holdings(document):
        for row in one.rows:
            name = heal_name(row[one.subject].text) if one.subject in row else ""
            if not _SHORTEST <= len(name) <= _LONGEST or _TOTAL.fullmatch(name):
                continue
            span = Span(start=min(cell.span.start for cell in row.values()), end=max(cell.span.end for cell in row.values()))
            told = Speaker(document=document, ingester=ingester, rule=OWNED, span=span)
            scope = heal_name(row[one.model].text) if one.model in row else ""
            for at, column in one.counts.items():
                year, counted = year_of(column.header)
                own = replace(column, header=name + ("" if name.endswith(counted) else counted))
                yield from measured(told, one.owner, [(own, row[at])] if at in row else (), scope=scope, year=year)
            yield from _device(told, one, row, name)


def _device(told: Speaker, one: Holding, row: Mapping[int, Value], name: str) -> Iterator[Assertion]:
    if not one.of_devices or one.owner.label != "Organization" or _NO_TECHNIQUE.search(name):
        return
    device = EntityRef(label="Technology", name=name)
    yield told.fact(device, "ADOPTED_BY", one.owner)
    for maker in firms_in(row[one.maker]) if one.maker in row else ():
        yield told.fact(EntityRef(label="Organization", name=maker), "WORKS_ON", device, role=(one.heads[one.maker],))


def _holding(document: Document, table: Table) -> Holding | None:
    heads = {at: heal_name(head) for at, head in heads_of(document, table).items()}
    grid = cells_below(document, table)
    subject = next((at for at, head in heads.items() if _DEVICES.fullmatch(head) or _DONE.fullmatch(head)), -1)
    if subject < 0 or len(grid) < _FEWEST or any(HOUSES.fullmatch(head) or is_site(head) for head in heads.values()):
        return None
    above = words_above(document, table)
    model = next((at for at, head in heads.items() if _MODELS.fullmatch(head)), -1)
    maker = next((at for at, head in heads.items() if at != subject and column_of(head).role == "maker"), -1)
    counts = _counts(above, {at: head for at, head in heads.items() if at not in (subject, model, maker)}, grid)
    left = heads.keys() - counts.keys() - {subject, model, maker}
    if not counts or not all(_BESIDE.fullmatch(heads[at]) for at in left):
        return None
    owner = _owner(document, above)
    of_devices = _DEVICES.fullmatch(heads[subject]) is not None
    return Holding(table, owner, tuple(grid.values()), subject, model, maker, counts, of_devices, heads) if owner else None


def _counts(above: Sequence[str], heads: Mapping[int, str], grid: Mapping[int, dict[int, Value]]) -> dict[int, Column]:
    """The columns of counts, headed by a noun of number or by a year, as what they count of each row."""
    found: dict[int, Column] = {}
    for at, head in heads.items():
        noted = NOTED.search(head)
        year, rest = year_of(head[: noted.start()] if noted is not None else head)
        unit = noted["unit"] if noted is not None else unit_above(above)
        cells = [row[at] for row in grid.values() if at in row]
        if not cells or not all(is_measured(cell.text) for cell in cells):
            continue
        unit = unit or _unit_of(cells) or ("台" if "台" in rest else "")
        if not (rest or year is not None) or (rest and not _MANY.fullmatch(rest) and not _DONE_SO_OFTEN.fullmatch(rest)):
            continue
        counted = rest if _DONE_SO_OFTEN.fullmatch(rest) else _UNITS.get(unit, "数")
        if unit or counted != "数":
            found[at] = Column(role="other", kind="text", header=f"{year}年{counted}" if year else counted, unit=unit)
    return found


def _unit_of(cells: Sequence[Value]) -> str:
    """The unit that all cells of a column tell: 3台."""
    told = {re.sub(r"^[\d.,， ]+", "", cell.text) for cell in cells}
    unit = told.pop() if len(told) == 1 else ""
    return unit if unit in _UNITS else ""


def _owner(document: Document, above: Sequence[str]) -> EntityRef | None:
    """The one house, else the one place, that the nearest line names which tells of a table of such things."""
    for line in above:
        words = heal_name(line)
        if "。" in words or not _TELLS.search(words):
            continue
        if _ONLY_MEANT.search(words):
            return None
        named = (EntityRef(label="Organization", name=words[one.start : one.end]) for one in organizations(words))
        names = {employer_of(one).name for one in named}
        houses = {name for name in names if organization_kind(name) in _HOUSES}
        own = _SELF.search(words)
        if own is not None and (name := speaker(document, own["noun"])):
            houses.add(name)
        if names or own is not None:
            return EntityRef(label="Organization", name=houses.pop()) if len(houses) == 1 else None
        land = _LAND.search(words)
        place = place_above(words) or (place_of(document) if land is not None else "")
        if place and (land is None or place.endswith(land["noun"])):
            return EntityRef(label="Place", name=place)
    return None

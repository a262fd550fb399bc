"""Tables that compare techniques, devices, models or houses: a thing to a row, what is measured of it in its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from ingest.base import once
from ingest.lexicon import is_place, organization_kind
from ingest.prose.sites.facilities import facility_of
from ingest.table.columns import Column, column_of
from ingest.table.firms import firms_in
from ingest.table.lines import Value
from ingest.table.measured import VALUE, is_measured, measured, names_measure
from ingest.table.owned import holdings
from ingest.table.performance_lines import Sheet, listed_sheets
from ingest.table.speaker import Speaker
from ingest.table.summed import place_above
from ingest.table.tallied import HOUSES, counted_above, tallies, unit_above
from ingest.table.tiers import cells_below, first_row, heads_of, year_of
from kg.model import Assertion, Document, EntityRef, Span, Table
from kg.text import HAN, heal_name

__all__ = ["PERFORMED", "grids", "performance_facts", "performances", "thing_named"]

PERFORMED = "listing.performance"
"""A row or a column of a table that compares techniques, devices, models or houses."""

_TECHNIQUES = re.compile(
    rf"[{HAN}A-Za-z/]{{0,8}}?(?:技术|方法|模态|成像方式|检查方式|设备|仪器|装置|系统|机型|型号|产品|模型|算法|显微镜|探测器|探针|显像剂|示踪剂|造影剂"
    rf"|序列|软件|网络|装备|探头|线圈|核素|光源|加速器)(?:名称|型号|类型|种类)?"
)
_SORTS = re.compile(rf"[{HAN}]{{0,4}}?(?:类型|子类|种类|类别|名称|方式|手段|模式|方案|项目)")
"""Heads of things of any sort: only what is a technique by its own words counts."""
_PLACES = re.compile(r"国家|地区|省份|国家[/和或]地区|省(?:级行政)?区|城市|地市")
_PARAMETERS = re.compile(
    r"(?:主要|核心|关键)?(?:技术|性能|设计|成像)?(?:参数|指标|规格|性能)(?:名称|项目)?|比较项目|对比项目?|项目|维度|特征|特性"
)
_YEARS = re.compile("(?:统计)?年[份度]?|时间")
_VALUES = re.compile(r"(?:技术|设计|实测|典型|主要)?(?:数值|参数值?|指标值?|规格|值|内容|要求|性能)(?:要求)?")
_OF_CAPTION = re.compile(
    rf"(?P<name>[{HAN}A-Za-z0-9/.\-]{{3,24}}?)的?(?:主要|核心|关键|部分)?(?:技术|性能|设计|成像|系统)?(?:参数|指标|规格|性能)(?:表|一览|对照表|与指标)?$"
)
_LOOKS = re.compile(
    r"(?:成像|显像|造影|扫描|断层|摄影|超声|显微镜|显微术|内窥镜|内镜|[^危投动]机|[谱光成像测描摄影录]仪|系统|设备|装置|技术|探测器|探针|探头|光源|线站|加速器|模型|网络|算法"
    r"|软件|平台|光谱|波谱|心电图|脑电图|脑磁图|磁共振|核磁|钼靶|弹性|血管镜|刀)(?:[（(][^（）()]*[)）])?$|(?:CT|CTA|MR|MRI|MRA|PET|SPECT|DSA|DR|OCT|IVUS|fNIRS|EEG|MEG|PAT|PACT|PAM|TOF)$"
)
_SITES = re.compile(r"光源|散裂|设施|对撞机|平台$|数据库$|样本库$|线站$|(?:国家|大科学|辐射).*装置$")
_GREAT = re.compile("(?:大科学)?(?:装置|设施)(?:名称)?")
_NO_THING = re.compile(
    r"[，。；：？！]|^[\d.,%\s\-—–/]+$|组$|^(?:合计|总计|小计|平均|均值|总数|其他|其它|本研究|本文|本项目|全部|参考|文献|备注)|^(?:注|单位|[pPtFZχ]值?|无|有|是|否)$|^(?:第?\d+|[一二三四五六七八九十]+)[期级类型层月年]|[岁年]$|患者$|医师$|医生$"
)
_ANY = re.compile(
    "(?:临床|联合|单一|单独|融合|综合|组合|传统|常规|对照|新型?|旧|训练|验证|测试|基础|预测|诊断|改进|原始|基线|全|该|最终|现有|国产|进口)*(?:模型|方法|方案|算法|设备|系统|技术|网络|产品|列线图)"
)
"""What many tables call one of theirs: no name of a thing."""
_COUNTS_ROWS = re.compile(r"序号?|排[名序]|(?:中心|医院|单位|机构)?(?:编号|代码)|No\.?")
"""Heads of what merely numbers the rows."""
_STANDS_BEFORE = re.compile(
    r"(?:(?:开展|装机|启用|建立|成立|引进|统计)?(?:年份|年度|时间))|(?:中心|学科|技术|科室|项目)?(?:负责人|带头人|科?主任)|科主任"
)
"""Heads of what a row may tell before it names its house: since when, and who is in charge there."""
_FIRMS = re.compile(r"(?:生产|制造|研发|主要|代表性?|上市)?(?:企业|公司|厂[商家])(?:名称)?")
_OF_FIRMS = re.compile(
    r"(?:(?:19|20)\d\d年)?(?:国内|全球|国际|中国|年度?)*(?:市场占有率|占有率|市占率|市场份额|市场占比|份额|营业(?:总?收入|额)|营收|销售(?:收入|额)|主营(?:业务)?收入|净?利润|研发(?:投入|费用|人员数?)|员工(?:总?数|人数)|市值)"
    r"(?:\s*[（(/].*)?"
)
"""Heads of what a firm has, whatever product of it stands beside it in the row."""
_OF_DEVICES = re.compile(r"(?:磁体)?场强|孔径|(?:探测器)?排数|(?:空间|时间|能量)?分辨率|视野|层厚|波长|带宽|功率|能量|频率")
"""Heads of what a device has, and no house."""
_SCANS = re.compile(
    r"(?:TR|TE|TI|FOV|NEX|NSA|ETL|翻转角|反转角|偏转角|激励次数|回波链长?度?|采集矩阵|矩阵|b值)(?:\s*[/（(].*)?", re.I
)
"""Heads that only the protocol of an examination has: how a sequence was set, not what it does."""
_MANY = re.compile(r"(?:设备|现有|配置|配备)?(?:数量|台数|套数|台[（(/]?套[)）]?数)(?:[（(/].*)?")
"""Heads of how many of a device somebody has: a figure of the owner's, whom the table may not name."""
_FEWEST, _SHORTEST, _LONGEST = 2, 2, 30
_MOSTLY = 0.5
_NEAR = 120
_PAID = re.compile("金额|经费|资金|预算|投资|拨款|(?<!设备|检查|扫描|单次|每次|人均|维护|维修|耗材|使用|治疗)费用|资助")
_OF_PROJECTS = frozenset({"title", "lead", "persons", "person", "work", "award", "code", "facility", "program", "licence"})
_CASES = re.compile(
    r"(?:例数?|人次|例次|检查量|手术量|治疗量|[病入]例|[入]组)[^，]{0,4}$|[（(/](?:万?(?:例|人|人次|例次))[)）]?$"
)
"""Heads of what a house counts, whichever device stands beside it in the row."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A thing with the cells that measure it, each below its head."""

    thing: EntityRef
    cells: tuple[tuple[Column, Value], ...]
    start: int
    """Where its name stands, if before its cells."""


@once
def performances(document: Document) -> tuple[_Told, ...]:
    """The things that the tables of a document compare."""
    return tuple(told for sheet in grids(document) for told in _told(sheet))


@once
def grids(document: Document) -> tuple[Sheet, ...]:
    """The tables of a document by their heads, but those of counts."""
    tallied = {one.table.index for one in tallies(document)} | {one.table.index for one in holdings(document)}
    told = (_grid(document, table) for table in document.tables if table.index not in tallied)
    return (*(sheet for sheet in told if sheet is not None), *listed_sheets(document))


def performance_facts(document: Document, ingester: str) -> Iterator[Assertion]:
    """HAS_METRIC of each thing that a table compares with others."""
    for told in performances(document):
        spans = [cell.span for _, cell in told.cells]
        first = min(one.start for one in spans)
        near = told.start <= first <= told.start + _NEAR
        whole = Span(start=told.start if near else first, end=max(one.end for one in spans))
        speaker = Speaker(document=document, ingester=ingester, rule=PERFORMED, span=whole)
        for column, cell in told.cells:
            year, name = year_of(column.header)
            yield from measured(speaker, told.thing, [(replace(column, header=name), cell)], year=year)


def _grid(document: Document, table: Table) -> Sheet | None:
    if not table.cells:
        return None
    first = first_row(table)
    merged = {cell.row for cell in table.cells if cell.colspan > 1 and cell.row >= first}
    rows = {at: row for at, row in cells_below(document, table).items() if at not in merged}
    above = document.text[max(0, table.span.start - _NEAR) : table.span.start].rstrip().split("\n")[-1]
    caption = document.text[table.caption.start : table.caption.end] if table.caption else above
    return Sheet(heads_of(document, table), tuple(rows.values()), heal_name(caption))


def _told(sheet: Sheet) -> Iterator[_Told]:
    if 0 not in sheet.heads or len(sheet.rows) < _FEWEST or any(map(_SCANS.fullmatch, sheet.heads.values())):
        return
    crossed = bool(_TECHNIQUES.fullmatch(sheet.heads[0])) and all(0 in row and names_measure(row[0].text) for row in sheet.rows)
    if (crossed or _PARAMETERS.fullmatch(sheet.heads[0])) and (turned := tuple(_of_columns(sheet))):
        yield from turned
        return
    if _YEARS.fullmatch(sheet.heads[0]):
        yield from _of_years(sheet)
        return
    yield from _of_firms(sheet)
    subject = _subject(sheet)
    if subject is None:
        return
    columns = {at: _column(head) for at, head in sheet.heads.items() if at != subject}
    wanted = {at: one for at, one in columns.items() if names_measure(one.header) and _is_numeric(sheet, at)}
    if any(map(_FIRMS.fullmatch, sheet.heads.values())):
        wanted = {at: one for at, one in wanted.items() if not _OF_FIRMS.fullmatch(one.header)}
    house = next((at for at in range(subject) if HOUSES.fullmatch(sheet.heads.get(at, ""))), subject)
    if all(_CASES.search(one.header) for one in wanted.values()):
        subject = house
    label = _label(sheet.heads[subject])
    if label == "Technology":
        wanted = {at: one for at, one in wanted.items() if not _MANY.fullmatch(one.header)}
    if label == "Organization":  # 单位|场强|厂家: of the device that stands there, unnamed
        wanted = {at: one for at, one in wanted.items() if not _OF_DEVICES.match(one.header)}
    if not wanted or _is_of_projects(columns, wanted, of_house=label == "Organization"):
        return
    for row in sheet.rows:
        thing = _thing(row[subject].text, label, sheet.heads[subject]) if subject in row else None
        cells = tuple((wanted[at], cell) for at, cell in row.items() if at in wanted and is_measured(cell.text))
        if thing is not None and cells:
            yield _Told(thing, cells, row[subject].span.start)


def _of_firms(sheet: Sheet) -> Iterator[_Told]:
    """What the firms of a table sell and earn: 企业|产品|市场占有率（%）."""
    firm = next((at for at, head in sorted(sheet.heads.items()) if _FIRMS.fullmatch(head)), -1)
    wanted = {at: _column(head) for at, head in sheet.heads.items() if _OF_FIRMS.fullmatch(head) and _is_numeric(sheet, at)}
    for row in sheet.rows if firm >= 0 and wanted else ():
        names = firms_in(row[firm]) if firm in row else ()
        cells = tuple((wanted[at], cell) for at, cell in row.items() if at in wanted and is_measured(cell.text))
        if len(names) == 1 and cells:
            yield _Told(EntityRef(label="Organization", name=names[0]), cells, row[firm].span.start)


def _column(head: str) -> Column:
    return Column(role="other", kind="text", header=head)


def _subject(sheet: Sheet) -> int | None:
    """The last of the first columns that name things: behind a sort stands what is of it."""
    found = None
    for at, head in sorted(sheet.heads.items()):
        if found is None and (_COUNTS_ROWS.fullmatch(head) or _STANDS_BEFORE.fullmatch(head)):
            continue
        if not _label(head) or names_measure(head):
            break
        found = at
    return found


def _label(head: str) -> str:
    kinds = ((HOUSES, "Organization"), (_PLACES, "Place"), (_TECHNIQUES, "Technology"), (_SORTS, "Technology"))
    return next((label for pattern, label in kinds if pattern.fullmatch(head)), "")


def _is_numeric(sheet: Sheet, at: int) -> bool:
    cells = [row[at].text for row in sheet.rows if at in row]
    return sum(map(is_measured, cells)) > _MOSTLY * len(cells)


def _is_of_projects(columns: dict[int, Column], wanted: dict[int, Column], *, of_house: bool) -> bool:
    """Whether a row holds a project, a work or a person whose the figures would be, or what was paid for one.

    Who leads a study at a house that has its own cases in it (医院|主要研究者|入组例数) is not whose they are.
    """
    cases = of_house and all(_CASES.search(one.header) for one in wanted.values())
    told = ((one.header, column_of(one.header).role) for one in columns.values())
    roles = {role for header, role in told if role != "title" or not HOUSES.fullmatch(header)} - (
        {"lead", "code"} if cases else set()
    )
    return any(_PAID.search(one.header) for one in wanted.values()) or bool(roles & _OF_PROJECTS)


def _thing(name: str, label: str, head: str) -> EntityRef | None:
    if not _SHORTEST <= len(name) <= _LONGEST or _NO_THING.search(name) or _ANY.fullmatch(name):
        return None
    if label == "Organization":
        return EntityRef(label=label, name=name) if organization_kind(name) is not None else None
    if label == "Place" or is_place(name):
        return EntityRef(label=label, name=name) if label == "Place" and is_place(name) else None
    if organization_kind(name) is not None or (not _TECHNIQUES.fullmatch(head) and not _LOOKS.search(name)):
        return None
    site = _SITES.search(name) is not None and (_GREAT.fullmatch(head) is not None or facility_of(name) is not None)
    return EntityRef(label="Facility" if site else "Technology", name=name)


def thing_named(words: str, head: str = "") -> EntityRef | None:
    """The technique that a cell names by its own words, or below a head that says so."""
    return _thing(words, "Technology", head)


def _compared(head: str) -> EntityRef | None:
    """The technology, the house or the place that heads a column of what is compared."""
    labels = ("Technology", "Organization", "Place")
    return next((thing for label in labels if (thing := _thing(head, label, "")) is not None), None)


def _of_years(sheet: Sheet) -> Iterator[_Told]:
    """Years to a row, and a place, a house or a technique to a column, counted as the caption or their unit says."""
    things = {at: _compared(head) for at, head in sheet.heads.items() if at}
    unit, place = unit_above((sheet.caption,)), place_above(sheet.caption)
    for row in sheet.rows if things and None not in things.values() else ():
        year, rest = year_of(row[0].text) if 0 in row else (None, "")
        for at, cell in row.items() if year is not None and not rest else ():
            found, thing = VALUE.fullmatch(cell.text), things.get(at)
            own = found["unit"] or unit if found is not None else ""
            counted = counted_above((sheet.caption,), own)
            if thing is not None and counted:
                of_place = place and thing.label == "Technology"  # the devices that a province has are its figure
                header = f"{year}年{thing.name if of_place else ''}{counted}"
                column = Column(role="other", kind="text", header=header, unit=own)
                thing = EntityRef(label="Place", name=place) if of_place else thing
                yield _Told(thing, ((column, cell),), row[0].span.start)


def _of_columns(sheet: Sheet) -> Iterator[_Told]:
    """Parameters to a row, a thing to a column; or one column of values, of the thing that the caption names."""
    others = sorted(at for at in sheet.heads if at)
    things = {at: _compared(sheet.heads[at]) for at in others}
    if others and _VALUES.fullmatch(sheet.heads[others[0]]) and (named := _OF_CAPTION.search(sheet.caption)):
        things = {others[0]: _thing(re.sub("^表\\s*\\d+\\s*", "", named["name"]), "Technology", "")}
    elif len(others) < _FEWEST or any(thing is None for thing in things.values()):
        return
    named_ones = [(at, thing) for at, thing in things.items() if thing is not None]
    for (at, thing), row in product(named_ones, sheet.rows):
        if 0 in row and at in row and is_measured(row[at].text) and names_measure(row[0].text):
            yield _Told(thing, ((_column(row[0].text), row[at]),), row[0].span.start)

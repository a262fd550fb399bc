"""Tables of counts by field, kind of projects, place or house: 领域名称|申请项目数|资助项目数, a row's figures its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from ingest.base import once
from ingest.lexicon import could_be_person, is_place, organization_kind
from ingest.prose.people.described import employer_of
from ingest.prose.phrases import technology
from ingest.table.columns import Column
from ingest.table.lines import Value
from ingest.table.measured import VALUE, is_measured, measured
from ingest.table.speaker import Speaker
from ingest.table.summed import place_of_all
from ingest.table.tiers import COUNTS, NOTED, UNIT, cells_below, heads_of, year_of
from kg.model import Alias, Assertion, Document, EntityRef, Span, Table
from kg.text import HAN, heal_name

__all__ = [
    *("HOUSES", "TALLIED", "Tally", "counted_above", "device_of", "is_site", "is_town", "tallies", "tally_facts"),
    *("unit_above", "words_above"),
]

TALLIED = "listing.tallied"
"""A row of a table of counts, whose first words say of what."""

_FIELDS = re.compile(
    r"(?:研究|资助|申请|学科)?(?:领域|方向|学科|类别)(?:名称)?|申请代码名称|(?:项目|资助)(?:类型|类别)|科学部|学部(?:名称)?"
)
_PLACES = re.compile(
    r"省份?|地区|省(?:级行政)?区|省[/、(（]?(?:区|市|自治区)[^数量]{0,8}|城市|市|地市州?|市[（(]?州[)）]?|州市|盟市|市县|县市|区县|行政区划?|国家(?:[/和或]地区)?"
)
_TOWN = re.compile(rf"(?!各|全|其[他它余]|[东西中南北]部)[{HAN}]{{2,8}}(?:省|市|州|县|区|旗|盟)(?<!地区)(?<!市辖区)")
"""What a cell under such a head may hold, also where no gazetteer has it."""
_SITES = re.compile(r"所[在属](?:地区?|地?市|城市|省份?|省[/、（(]?市[)）]?|区县|区域)|省市|区域|(?:医院|单位)所在地")
"""Beside a house: where it stands."""
_HEADS = re.compile("(?:科室?|中心|学科)?(?:主任|主要负责人|带头人)|院长|所长")
"""Beside a house: who has that post there."""
_NOBODY = re.compile("空缺|[暂待]缺|待[定聘]|未定|兼任?|同[上左]")
HOUSES = re.compile(
    r"(?:依托|申请|承担|牵头|申报|所在|研究|临床|参与|合作|获批|许可|配置|装机|安装|使用|应用|试点)?"
    r"(?:单位|医院|(?:医疗|卫生|医疗卫生)?机构|中心|高校|学校)(?:名称)?"
)
_FIRMS = re.compile(r"(?:生产|制造|研发|主要|上市)?(?:企业|公司|厂[商家])(?:名称)?")
_OTHER_NAMES = re.compile(r"(?:曾用|别|又|原|旧|其[他它]|另一?|第二)名称?(?:[/、或及](?:曾用|别|又|原|旧|其[他它]|第二)名称?)*")
_CODES = re.compile(r"(?:学科|申请|领域|一级)?(?:代码|编码|编号|序号)|No\.?|序|排[名序]|名次")
_SORTS = re.compile("(?:医院|机构|单位|地区|城市)?(?:类[别型]|级别|等级|性质)|备注|说明")
"""What a row is besides, where another column names what it is of."""
_CODE = re.compile(r"[A-Z]{1,2}\d{2,6}")
_TOTALS = re.compile("[合总小共]计?|总数|全部|平均|其[他它余].*|-+|—+")
_OF_ALL = re.compile(rf"[（(](?:单位\s*[:：]\s*)?(?P<unit>{UNIT})[)）]\s*$|单位\s*[:：]\s*(?P<alone>{UNIT})\s*[)）]?$")
"""…分布（台）, 单位：台: the unit of all columns that name none."""
_STAFF = re.compile(rf"[{HAN}]{{0,8}}(?:人员|医[师生]|技[师士]|护士|物理师|工程师)")
_MACHINES = re.compile(
    r"(?:[\d.]+T |\d+排)?(?:PET/(?:CT|MRI?)|SPECT(?:/CT)?|CT|MRI?|DSA|DR|CR|LINAC|磁共振|乳腺机|超声"
    r"|(?:直线|回旋|医用)*加速器|[伽γ]马?刀)(?:机|仪|设备)?"
)
_OF_MACHINES = re.compile("设备|装备|仪器|配置|配备|拥有量|保有量|装机|台数")
"""What a caption says where its columns count devices by their names alone: 各省影像设备配置."""
_MEANT = re.compile(r"[（(](?:含|包括|其中|不含)[^（）()]*[)）]$")
_NUMBERED = re.compile(r"(?:[数量率比额度费]|人次|例次|占比|经费|金额)$")
_NO_FIGURE = re.compile("[-—–/、]+|无|未统计|暂无|不详|")
_USERS = re.compile(
    r"(?:(?:续?表\s*[\d一二三四五六七八九十]*|(?:19|20)\d\d年(?:底|末)?|全[国省市]|[我本][国省市]|[国省市]内|各[地省市])\s*)*"
    rf"(?P<device>[{HAN}A-Za-z\d/.\-]{{2,20}}?)的?"
    r"(?:(?:安装|装机|配置|配备|应用|使用)(?:单位|医院|机构)|(?:安装|装机)(?=情况|一览|统计|名单|表))"
    rf"(?:一览|名单|情况|统计|基本|表)*(?:[（(][^（）()]*[)）])?"
    rf"|(?:(?:续?表\s*[\d一二三四五六七八九十]*|全[国省市]|[我本][国省市]|[国省市]内|各[地省市]|目前|部分|已|主要|\s)*)"
    rf"(?:开展|配备|拥有|引进|安装|应用|使用)了?(?P<used>[{HAN}A-Za-z\d/.\-]{{2,20}}?)(?:治疗|检查|手术|检测|技术|设备|项目|诊疗)*的"
    r"(?:主要|部分|代表性)?(?:医院|医疗机构|单位|机构|中心)(?:一览|名单|情况|统计|基本|表)*"
)
"""PET/MR安装单位, 国内开展磁波刀治疗的医院: all whose rows follow have the device."""
_ONLY_MEANT = re.compile("拟|计划|规划|申请|申报|许可|需求|推荐")
_QUOTED = re.compile(rf"[“\"](?P<name>[{HAN}A-Za-z]{{2,20}})[”\"]")
_PROGRAMME = re.compile(
    rf"(?P<name>国家自然科学基金[{HAN}]{{2,14}}?(?:项目|基金|专项|计划)|[{HAN}]{{2,20}}?(?:专项|计划|基金))(?=项目|各|按|申请|资助|立项|受理|$|[^{HAN}])"
)
_YEAR = re.compile(r"((?:19|20)\d\d)\s*年")
_OF_CAPTION = re.compile(
    rf"(?:续?表\s*[\d一二三四五六七八九十\-–.]*[:：.]?\s*)?(?:(?:(?:19|20)\d\d年?\s*[-—–~～至]+\s*)?(?:19|20)\d\d年[度底末]?)?"
    rf"(?:[{HAN}]{{0,8}}?(?:各|分)[{HAN}]{{1,6}}?|[{HAN}]{{2,8}}?(?:[省市州县区院国]|地区))的?"
    rf"(?P<name>[{HAN}A-Za-z\d/.\-]{{2,20}}?(?:数量?|[台例]数|保有量|装机量|检查量|[率量]))"
    rf"(?:的?(?:情况|统计|变化|对比|比较|一览|表))*\s*(?:[（(](?:单位\s*[:：]\s*)?{UNIT}[)）])?"
)
"""A caption that tells of places or houses what it counts of each."""
_COUNTED_BY = {"台": "设备数", "套": "设备数", "家": "机构数", "例": "例数", "例次": "例次数"} | {
    "人次": "人次数",
    "人": "人数",
}
_ABOVE = 160
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Tally:
    """A table of counts: which column names what its rows are of, and of which programme and year it tells ("", 0 for none).

    Where several rows are of the same (溪山市|三级|12, 溪山市|二级|30), ``parts`` tell of which part each is. Of houses other
    columns may tell where each is, what else it is called and who has which post there, and the caption what device all have.
    """

    table: Table
    rows: tuple[dict[int, Value], ...]
    columns: dict[int, Column]
    subject: int
    code: int
    label: str
    programme: str
    year: int
    sites: frozenset[int] = frozenset()
    posts: tuple[tuple[int, str], ...] = ()
    other_names: frozenset[int] = frozenset()
    parts: frozenset[int] = frozenset()
    device: str = ""
    whole: tuple[int, str, frozenset[int]] | None = None
    """Which row tells the sums of all, of which place, in which columns."""


@once
def tallies(document: Document) -> tuple[Tally, ...]:
    """The tables of counts among those whose cells the file tells."""
    return tuple(found for table in document.tables if (found := _tally(document, table)) is not None)


def tally_facts(document: Document, ingester: str) -> Iterator[Assertion]:
    """HAS_METRIC of each row's field, place or house; of a house what else the row tells."""
    for tally in tallies(document):
        for place, row in enumerate(tally.rows):
            name = heal_name(row[tally.subject].text) if tally.subject in row else ""
            counts = tally.columns
            if tally.whole is not None and place == tally.whole[0]:
                name, counts = tally.whole[1], {at: counts[at] for at in counts.keys() & tally.whole[2]}
            elif not name or _TOTALS.fullmatch(name) or not _fits(name, tally.label):
                continue
            span = Span(start=min(one.span.start for one in row.values()), end=max(one.span.end for one in row.values()))
            speaker = Speaker(document=document, ingester=ingester, rule=TALLIED, span=span)
            thing = EntityRef(label=tally.label, name=name)
            scope = tally.programme or "、".join(heal_name(row[at].text) for at in sorted(tally.parts & row.keys()))
            for at, column in counts.items():
                year, told = _year_of(column, tally)
                yield from measured(speaker, thing, [(told, row[at])] if at in row else (), scope=scope, year=year)
            yield from _of_house(speaker, thing, row, tally)
            code = row.get(tally.code)
            if tally.label == "FundingProgram" and code is not None and _CODE.fullmatch(code.text):
                yield from speaker.attributes(thing, code=code.text)


def _of_house(speaker: Speaker, house: EntityRef, row: dict[int, Value], tally: Tally) -> Iterator[Assertion]:
    """LOCATED_IN, other names, ADOPTED_BY of the caption's device, AFFILIATED_WITH of who has the post that a head names."""
    for at in tally.sites & row.keys():
        if _fits(row[at].text, "Place"):
            yield speaker.fact(house, "LOCATED_IN", EntityRef(label="Place", name=row[at].text))
    for at in tally.other_names & row.keys():
        if organization_kind(row[at].text) is not None and row[at].text != house.name:
            yield Alias(of=house, name=heal_name(row[at].text), evidence=speaker.evidence)
    if tally.device:
        yield speaker.fact(EntityRef(label="Technology", name=tally.device), "ADOPTED_BY", house)
    for at, post in tally.posts:
        name = row[at].text if at in row else ""
        if could_be_person(name) and not _NOBODY.fullmatch(name):
            employer = employer_of(house)
            person = EntityRef(label="Person", name=name, context=employer.name)
            yield speaker.fact(person, "AFFILIATED_WITH", employer, position=post)


def _year_of(column: Column, tally: Tally) -> tuple[int | None, Column]:
    """The year of a column's figures, and the column without it: 2031年检查量."""
    year, name = year_of(column.header)
    own = replace(column, header=tally.device + name if tally.device and _NUMBERED.search(name) else name)
    return year or tally.year or None, own


def _fits(name: str, label: str) -> bool:
    if label == "Place":
        return is_town(name)
    return label == "FundingProgram" or organization_kind(name) is not None


def _tally(document: Document, table: Table) -> Tally | None:
    grid, heads = cells_below(document, table), heads_of(document, table)
    above = words_above(document, table)
    sorts = {at for at, head in heads.items() if _SORTS.fullmatch(head)}
    subject, label = _subject(heads, sorts)
    if subject < 0 or len(grid) + _elsewhere(document, table, heads) < _FEWEST:
        return None
    of_houses = label == "Organization"
    sites = frozenset(at for at, head in heads.items() if of_houses and is_site(head))
    posts = tuple((at, head) for at, head in heads.items() if of_houses and _HEADS.fullmatch(head))
    other_names = frozenset(at for at, head in heads.items() if of_houses and _OTHER_NAMES.fullmatch(head))
    beside = {subject, *sorts, *sites, *other_names, *(at for at, _ in posts)}
    counts = _counts(above, {at: head for at, head in heads.items() if at not in beside}, grid)
    codes = [at for at, head in heads.items() if at not in beside and _CODES.fullmatch(head) and at not in counts]
    if not (counts or sites or other_names) or beside | counts.keys() | set(codes) != heads.keys():
        return None
    programme = _programme([line for line in above if "。" not in line] if label == "Place" else above)
    if label == "FundingProgram" and not programme:
        return None
    code = next((at for at in codes if not re.search("序|No|名", heads[at])), -1)
    device = device_of(above) if of_houses else ""
    parts = frozenset(sorts if _is_repeated(grid, subject) else ())
    rows = tuple(grid.values())
    whole = place_of_all(above, rows, subject, counts.keys()) if label == "Place" else None
    year = _year(above)
    return Tally(table, rows, counts, subject, code, label, programme, year, sites, posts, other_names, parts, device, whole)


def _elsewhere(document: Document, table: Table, heads: dict[int, str]) -> int:
    """How many rows the other parts hold of a table that the end of a page cut."""
    parts = (one for one in document.tables if one.index != table.index and heads_of(document, one) == heads)
    return sum(len(cells_below(document, one)) for one in parts)


def _subject(heads: dict[int, str], sorts: Set[int]) -> tuple[int, str]:
    """The column that names what the rows are of, and its label; -1 where none does, or more than one.

    Houses are it before the places where they stand, and anything before what sort it is.
    """
    found = {at: label for at, head in heads.items() if (label := _label(head))}
    kept = {at: label for at, label in found.items() if at not in sorts} if len(found) > 1 else found
    houses = [at for at, label in kept.items() if label == "Organization"]
    if len(houses) == 1 and all(kept[at] == "Place" for at in kept if at != houses[0]):
        return houses[0], "Organization"
    return next(iter(kept.items())) if len(kept) == 1 else (-1, "")


def _is_repeated(grid: dict[int, dict[int, Value]], subject: int) -> bool:
    names = [row[subject].text for row in grid.values() if subject in row]
    return len(set(names)) < len(names)


def _counts(above: Sequence[str], heads: dict[int, str], grid: dict[int, dict[int, Value]]) -> dict[int, Column]:
    """The columns of counts; those of mere years count what the caption does: 各省PET/CT数量（台）|2030年|2031年."""
    unit = unit_above(above)
    found = {}
    for at, head in heads.items():
        cells = [row.get(at) for row in grid.values()]
        noted = NOTED.search(head)
        year, rest = year_of(head[: noted.start()] if noted is not None else head)
        is_year = year is not None and not rest
        own = noted["unit"] if noted is not None else unit or _unit_within(cells)
        counted = counted_above(above, own) if is_year else ""
        whole = f"{year}年{counted}{noted.group() if noted is not None else ''}" if is_year else head
        column = _count(whole, unit or _implied(whole, above) or _unit_within(cells), cells)
        if column is not None and (counted or not is_year):
            found[at] = column
    return found


def counted_above(above: Sequence[str], unit: str) -> str:
    """What the caption counts (各省PET/CT数量 of 表5 2029—2031年各省PET/CT数量（台）), else what is counted by a unit."""
    told = _OF_CAPTION.fullmatch(above[0].strip()) if above else None
    return told["name"] if told is not None else _COUNTED_BY.get(unit, "")


def _unit_within(cells: Sequence[Value | None]) -> str:
    """The unit that all the cells of a column tell: 93台."""
    told = [VALUE.fullmatch(one.text) for one in cells if one is not None]
    units = {one["unit"] if one is not None else "" for one in told}
    return units.pop() if len(units) == 1 and all(re.fullmatch(UNIT, one) for one in units) else ""


def _count(head: str, unit: str, cells: Sequence[Value | None]) -> Column | None:
    """The column of counts or sums that a head tells by its last noun, by its unit, or by the unit of the whole table."""
    noted = NOTED.search(head)
    if COUNTS.fullmatch(head) and (noted is None or _NUMBERED.search(head[: noted.start()])):
        return Column(role="other", kind="text", header=head)
    own = noted["unit"] if noted is not None else unit
    name = _MEANT.sub("", head[: noted.start()] if noted is not None else head)
    figures = all(one is None or is_measured(one.text) or _NO_FIGURE.fullmatch(one.text) for one in cells)
    if not own or not figures or _CODES.fullmatch(head) or not any(one is not None and is_measured(one.text) for one in cells):
        return None
    counted = "" if _NUMBERED.search(name) or "元" in own or own in "%‰" else "数"
    return Column(role="other", kind="text", header=name + counted, unit=own)


def _implied(head: str, above: Sequence[str]) -> str:
    """The unit that goes without saying: of people, and of devices below a caption that speaks of such."""
    if _STAFF.fullmatch(head):
        return "人"
    return "台" if _MACHINES.fullmatch(head) and any(map(_OF_MACHINES.search, above[:2])) else ""


def unit_above(above: Sequence[str]) -> str:
    """The unit of all columns that name none, as the caption or the line above it tells."""
    for line in above[:2]:
        told = _OF_ALL.search(line.strip())
        if told is not None:
            return str(told["unit"] or told["alone"])
    return ""


def device_of(above: Sequence[str]) -> str:
    """The device that a caption says all the houses below it have; "" where it says nothing of the kind."""
    told = _USERS.fullmatch(above[0].strip()) if above else None
    if told is None or _ONLY_MEANT.search(above[0]):
        return ""
    return technology(told["device"] or told["used"]) or ""


def is_site(head: str) -> bool:
    """Whether a head beside one of houses tells where they stand."""
    return _SITES.fullmatch(head) is not None or _label(head) == "Place"


def is_town(name: str) -> bool:
    """Whether a cell below such a head names a place, known or by how its name ends."""
    return is_place(name) or _TOWN.fullmatch(name) is not None


def _label(head: str) -> str:
    kinds = ((_FIELDS, "FundingProgram"), (_PLACES, "Place"), (HOUSES, "Organization"), (_FIRMS, "Organization"))
    return next((label for pattern, label in kinds if pattern.fullmatch(head)), "")


def words_above(document: Document, table: Table) -> tuple[str, ...]:
    """The caption, then the lines above the table, the nearest first, then the title."""
    caption = [document.text[table.caption.start : table.caption.end]] if table.caption else []
    ends = (one.span.end for one in document.tables if one.span.end <= table.span.start)  # a row of another says nothing here
    before = document.text[max(0, table.span.start - _ABOVE, *ends) : table.span.start].split("\n")
    return (*caption, *(line for line in reversed(before) if line.strip()), document.title)


def _programme(above: Sequence[str]) -> str:
    """The one programme that the nearest line names that names any."""
    for line in above:
        names = {heal_name(found["name"]) for found in _QUOTED.finditer(line)} or {
            heal_name(_YEAR.sub("", found["name"])).lstrip("年度") for found in _PROGRAMME.finditer(line)
        }
        if names:
            return names.pop() if len(names) == 1 else ""
    return ""


def _year(above: Sequence[str]) -> int:
    """The one year that the nearest line tells that tells any; what a sentence tells is of something else."""
    for line in above:
        years = set(_YEAR.findall(line)) if "。" not in line else set()
        if years:
            return int(years.pop()) if len(years) == 1 else 0
    return 0

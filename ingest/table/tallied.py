"""Tables of counts by field, kind of projects, place or house: 领域名称|申请项目数|资助项目数, a row's figures its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.base import once
from ingest.lexicon import could_be_person, is_place, organization_kind
from ingest.prose.described import employer_of
from ingest.prose.phrases import technology
from ingest.table.columns import Column
from ingest.table.lines import Value, value
from ingest.table.measured import is_measured, measured
from ingest.table.speaker import Speaker
from kg.model import Assertion, Document, EntityRef, Span, Table
from kg.text import HAN, heal_name

__all__ = ["TALLIED", "Tally", "tallies", "tally_facts"]

TALLIED = "listing.tallied"
"""A row of a table of counts, whose first words say of what."""

_FIELDS = re.compile(
    r"(?:研究|资助|申请|学科)?(?:领域|方向|学科|类别)(?:名称)?|申请代码名称|(?:项目|资助)(?:类型|类别)|科学部|学部(?:名称)?"
)
_PLACES = re.compile(
    r"省份|地区|省(?:级行政)?区|省[/、(（]?(?:区|市|自治区)[^数量]{0,8}|城市|地市州?|市[（(]?州[)）]?|州市|盟市|市县|县市|区县|行政区划?|国家(?:[/和或]地区)?"
)
_TOWN = re.compile(rf"(?!各|全|其[他它余]|[东西中南北]部)[{HAN}]{{2,8}}(?:省|市|州|县|区|旗|盟)(?<!地区)(?<!市辖区)")
"""What a cell under such a head may hold, also where no gazetteer has it."""
_SITES = re.compile("所在(?:地区?|城市|市|省份?|区县)|城市|地区|省份|市州|区域")
"""Beside a house: where it stands."""
_HEADS = re.compile("(?:科室?|中心|学科)?(?:主任|主要负责人|带头人)|院长|所长")
"""Beside a house: who has that post there."""
_NOBODY = re.compile("空缺|[暂待]缺|待[定聘]|未定|兼任?|同[上左]")
_HOUSES = re.compile(r"(?:依托|申请|承担|牵头|申报|所在)?(?:单位|医院|机构|高校|学校)(?:名称)?")
_CODES = re.compile(r"(?:学科|申请|领域|一级)?(?:代码|编码|编号|序号)|No\.?|序|排[名序]|名次")
_SORTS = re.compile("类[别型]|级别|等级|性质|备注")
"""What a row is besides, where another column names what it is of."""
_COUNTS = re.compile(rf"(?:[{HAN}]{{0,10}}(?:数|数量|率|经费|金额|额度?|强度|占比|比例))(?:\s*[（(/][^（）()]{{1,8}}[)）]?)?")
_CODE = re.compile(r"[A-Z]{1,2}\d{2,6}")
_TOTALS = re.compile("[合总小共]计?|总数|全部|平均|其[他它余].*|-+|—+")
_UNIT = r"(?:万?(?:台|套|家|例|人|名|张|个|项|篇|件|所|支|床|人次|例次|台次|次)|台/百万人|[百千万亿]?元|%|‰)"
_NOTED = re.compile(rf"\s*[（(](?:单位\s*[:：]\s*)?(?P<unit>{_UNIT})[)）]$")
_OF_ALL = re.compile(rf"[（(](?:单位\s*[:：]\s*)?(?P<unit>{_UNIT})[)）]\s*$|单位\s*[:：]\s*(?P<alone>{_UNIT})\s*[)）]?$")
"""…分布（台）, 单位：台: the unit of all columns that name none."""
_MEANT = re.compile(r"[（(](?:含|包括|其中|不含)[^（）()]*[)）]$")
_NUMBERED = re.compile(r"(?:[数量率比额度费]|人次|例次|占比|经费|金额)$")
_OF_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年?度?(?P<rest>.*)")
_NO_FIGURE = re.compile("[-—–/、]+|无|未统计|暂无|不详|")
_USERS = re.compile(
    rf"(?:(?:续?表\s*[\d一二三四五六七八九十]*|(?:19|20)\d\d年(?:底|末)?)\s*)*(?P<device>[{HAN}A-Za-z\d/.\-]{{2,20}}?)的?(?:安装|装机|配置|配备|应用|使用)"
    r"(?:单位|医院|机构)(?:一览|名单|情况|统计|基本|表)*(?:[（(][^（）()]*[)）])?"
)
"""PET/MR安装单位: all whose rows follow have the device."""
_ONLY_MEANT = re.compile("拟|计划|规划|申请|申报|许可|需求|推荐")
_QUOTED = re.compile(rf"[“\"](?P<name>[{HAN}A-Za-z]{{2,20}})[”\"]")
_PROGRAMME = re.compile(
    rf"(?P<name>国家自然科学基金[{HAN}]{{2,14}}?(?:项目|基金|专项|计划)|[{HAN}]{{2,20}}?(?:专项|计划|基金))(?=项目|各|按|申请|资助|立项|受理|$|[^{HAN}])"
)
_YEAR = re.compile(r"((?:19|20)\d\d)\s*年")
_ABOVE = 160
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Tally:
    """A table of counts: which column names what its rows are of, and of which programme and year it tells ("", 0 for none).

    Of houses other columns may tell where each is and who has which post there, and the caption what device all have.
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
    device: str = ""


@once
def tallies(document: Document) -> tuple[Tally, ...]:
    """The tables of counts among those whose cells the file tells."""
    return tuple(found for table in document.tables if (found := _tally(document, table)) is not None)


def tally_facts(document: Document, ingester: str) -> Iterator[Assertion]:
    """HAS_METRIC of each row's field, place or house; of a house what else the row tells."""
    for tally in tallies(document):
        for row in tally.rows:
            name = heal_name(row[tally.subject].text) if tally.subject in row else ""
            if not name or _TOTALS.fullmatch(name) or not _fits(name, tally.label):
                continue
            span = Span(start=min(one.span.start for one in row.values()), end=max(one.span.end for one in row.values()))
            speaker = Speaker(document=document, ingester=ingester, rule=TALLIED, span=span)
            thing = EntityRef(label=tally.label, name=name)
            for at, column in tally.columns.items():
                year, told = _year_of(column, tally)
                yield from measured(speaker, thing, [(told, row[at])] if at in row else (), scope=tally.programme, year=year)
            yield from _of_house(speaker, thing, row, tally)
            code = row.get(tally.code)
            if tally.label == "FundingProgram" and code is not None and _CODE.fullmatch(code.text):
                yield from speaker.attributes(thing, code=code.text)


def _of_house(speaker: Speaker, house: EntityRef, row: dict[int, Value], tally: Tally) -> Iterator[Assertion]:
    """LOCATED_IN, ADOPTED_BY of the caption's device, AFFILIATED_WITH of who has the post that a head names."""
    for at in tally.sites & row.keys():
        if _fits(row[at].text, "Place"):
            yield speaker.fact(house, "LOCATED_IN", EntityRef(label="Place", name=row[at].text))
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
    told = _OF_YEAR.fullmatch(column.header)
    name = told["rest"] if told is not None else column.header
    own = replace(column, header=tally.device + name if tally.device and _NUMBERED.search(name) else name)
    return (int(told["year"]) if told is not None else tally.year or None), own


def _fits(name: str, label: str) -> bool:
    if label == "Place":
        return is_place(name) or _TOWN.fullmatch(name) is not None
    return label == "FundingProgram" or organization_kind(name) is not None


def _tally(document: Document, table: Table) -> Tally | None:
    first = _first_row(table)
    grid: dict[int, dict[int, Value]] = {}
    for cell in table.cells:
        if document.text[cell.span.start : cell.span.end].strip() and cell.row >= first:
            for row in range(cell.row, cell.row + cell.rowspan):
                grid.setdefault(row, {})[cell.column] = value(document, cell.span)
    heads = _heads(document, table, first)
    subjects = [(at, label) for at, head in heads.items() if (label := _label(head))]
    sorts = {at for at, head in heads.items() if _SORTS.fullmatch(head)}
    if len(subjects) > 1:
        subjects = [one for one in subjects if one[0] not in sorts]
    of_houses = [one for one in subjects if one[1] == "Organization"]
    sites = frozenset[int]()
    if len(of_houses) == 1:
        sites = frozenset(at for at, head in heads.items() if _SITES.fullmatch(head))
        subjects = of_houses if {at for at, _ in subjects} <= sites | {of_houses[0][0]} else subjects
    posts = tuple((at, head) for at, head in heads.items() if of_houses and _HEADS.fullmatch(head))
    beside = (sorts - {at for at, _ in subjects}) | sites | {at for at, _ in posts}
    above = _above(document, table)
    unit = _unit(above)
    counts = {
        at: column
        for at, head in heads.items()
        if at not in beside and not _label(head) and (column := _count(head, unit, [row.get(at) for row in grid.values()]))
    }
    codes = [at for at, head in heads.items() if _CODES.fullmatch(head) and at not in counts]
    if len(subjects) != 1 or not counts or len(counts) + len(codes) + len(beside) + 1 != len(heads) or len(grid) < _FEWEST:
        return None
    programme = _programme(above)
    subject, label = subjects[0]
    if label == "FundingProgram" and not programme:
        return None
    code = next((at for at in codes if not re.search("序|No|名", heads[at])), -1)
    device = _device(above) if label == "Organization" else ""
    return Tally(table, tuple(grid.values()), counts, subject, code, label, programme, _year(above), sites, posts, device)


def _first_row(table: Table) -> int:
    """Where the rows begin below the heads, which take two rows where one is over several or is as high as two."""
    heads = [cell for cell in table.cells if cell.row == 0]
    return max((cell.rowspan + (cell.colspan > 1 and cell.rowspan == 1) for cell in heads), default=0)


def _heads(document: Document, table: Table, first: int) -> dict[int, str]:
    """The head of each column: its lowest, with what that counts or of which year from the one above (2031年|检查量)."""
    heads: dict[int, str] = {}
    for cell in sorted(table.cells, key=lambda one: one.row):
        words = heal_name(document.text[cell.span.start : cell.span.end])
        if cell.row >= first or not words:
            continue
        for at in range(cell.column, cell.column + cell.colspan):
            above = heads.get(at, "")
            if _OF_YEAR.fullmatch(above):
                heads[at] = above + words
            elif _COUNTS.fullmatch(above) and not _COUNTS.fullmatch(words) and not _NOTED.search(words):
                heads[at] = words + above
            else:
                heads[at] = words
    return heads


def _count(head: str, unit: str, cells: Sequence[Value | None]) -> Column | None:
    """The column of counts or sums that a head tells by its last noun, by its unit, or by the unit of the whole table."""
    noted = _NOTED.search(head)
    if _COUNTS.fullmatch(head) and (noted is None or _NUMBERED.search(head[: noted.start()])):
        return Column(role="other", kind="text", header=head)
    own = noted["unit"] if noted is not None else unit
    name = _MEANT.sub("", head[: noted.start()] if noted is not None else head)
    figures = all(one is None or is_measured(one.text) or _NO_FIGURE.fullmatch(one.text) for one in cells)
    if not own or not figures or _CODES.fullmatch(head) or not any(one is not None and is_measured(one.text) for one in cells):
        return None
    counted = "" if _NUMBERED.search(name) or "元" in own or own in "%‰" else "数"
    return Column(role="other", kind="text", header=name + counted, unit=own)


def _unit(above: Sequence[str]) -> str:
    """The unit of all columns that name none, as the caption or the line above it tells."""
    for line in above[:2]:
        told = _OF_ALL.search(line.strip())
        if told is not None:
            return str(told["unit"] or told["alone"])
    return ""


def _device(above: Sequence[str]) -> str:
    """The device that a caption says all the houses below it have; "" where it says nothing of the kind."""
    told = _USERS.fullmatch(above[0].strip()) if above else None
    return technology(told["device"]) or "" if told is not None and not _ONLY_MEANT.search(above[0]) else ""


def _label(head: str) -> str:
    kinds = ((_FIELDS, "FundingProgram"), (_PLACES, "Place"), (_HOUSES, "Organization"))
    return next((label for pattern, label in kinds if pattern.fullmatch(head)), "")


def _above(document: Document, table: Table) -> tuple[str, ...]:
    """The caption, then the lines above the table, the nearest first, then the title."""
    caption = [document.text[table.caption.start : table.caption.end]] if table.caption else []
    before = document.text[max(0, table.span.start - _ABOVE) : table.span.start].split("\n")
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

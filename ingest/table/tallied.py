"""Tables of counts by field, kind of projects, province or house: 领域名称|申请项目数|资助项目数, a row's figures its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.base import once
from ingest.lexicon import is_place, organization_kind
from ingest.table.columns import Column
from ingest.table.lines import Value, value
from ingest.table.measured import measured
from ingest.table.speaker import Speaker
from kg.model import Assertion, Document, EntityRef, Span, Table
from kg.text import HAN, heal_name

__all__ = ["TALLIED", "Tally", "tallies", "tally_facts"]

TALLIED = "listing.tallied"
"""A row of a table of counts, whose first words say of what."""

_FIELDS = re.compile(
    r"(?:研究|资助|申请|学科)?(?:领域|方向|学科|类别)(?:名称)?|申请代码名称|(?:项目|资助)(?:类型|类别)|科学部|学部(?:名称)?"
)
_PLACES = re.compile(r"省份|地区|省(?:级行政)?区|省[/、(（]?(?:区|市|自治区)[^数量]{0,8}|城市|地市")
_HOUSES = re.compile(r"(?:依托|申请|承担|牵头|申报|所在)?(?:单位|医院|机构|高校|学校)(?:名称)?")
_CODES = re.compile(r"(?:学科|申请|领域|一级)?(?:代码|编码|编号|序号)|No\.?|序|排[名序]|名次")
_SORTS = re.compile("类[别型]|级别|等级|性质|备注")
"""What a row is besides, where another column names what it is of."""
_COUNTS = re.compile(rf"(?:[{HAN}]{{0,10}}(?:数|数量|率|经费|金额|额度?|强度|占比|比例))(?:\s*[（(/][^（）()]{{1,8}}[)）]?)?")
_CODE = re.compile(r"[A-Z]{1,2}\d{2,6}")
_TOTALS = re.compile("[合总小共]计?|总数|全部|平均|其他|其它|-+|—+")
_QUOTED = re.compile(rf"[“\"](?P<name>[{HAN}A-Za-z]{{2,20}})[”\"]")
_PROGRAMME = re.compile(
    rf"(?P<name>国家自然科学基金[{HAN}]{{2,14}}?(?:项目|基金|专项|计划)|[{HAN}]{{2,20}}?(?:专项|计划|基金))(?=项目|各|按|申请|资助|立项|受理|$|[^{HAN}])"
)
_YEAR = re.compile(r"((?:19|20)\d\d)\s*年")
_ABOVE = 160
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Tally:
    """A table of counts: which column names what its rows are of, and of which programme and year it tells ("", 0 for none)."""

    table: Table
    rows: tuple[dict[int, Value], ...]
    columns: dict[int, Column]
    subject: int
    code: int
    label: str
    programme: str
    year: int


@once
def tallies(document: Document) -> tuple[Tally, ...]:
    """The tables of counts among those whose cells the file tells."""
    return tuple(found for table in document.tables if (found := _tally(document, table)) is not None)


def tally_facts(document: Document, ingester: str) -> Iterator[Assertion]:
    """HAS_METRIC of each row's field, place or house."""
    for tally in tallies(document):
        for row in tally.rows:
            name = heal_name(row[tally.subject].text) if tally.subject in row else ""
            if not name or _TOTALS.fullmatch(name) or not _fits(name, tally.label):
                continue
            span = Span(start=min(one.span.start for one in row.values()), end=max(one.span.end for one in row.values()))
            speaker = Speaker(document=document, ingester=ingester, rule=TALLIED, span=span)
            told = [(tally.columns[at], cell) for at, cell in row.items() if at in tally.columns]
            thing = EntityRef(label=tally.label, name=name)
            yield from measured(speaker, thing, told, scope=tally.programme, year=tally.year or None)
            code = row.get(tally.code)
            if tally.label == "FundingProgram" and code is not None and _CODE.fullmatch(code.text):
                yield from speaker.attributes(thing, code=code.text)


def _fits(name: str, label: str) -> bool:
    if label == "Place":
        return is_place(name)
    return label == "FundingProgram" or organization_kind(name) is not None


def _tally(document: Document, table: Table) -> Tally | None:
    if any(cell.rowspan > 1 or cell.colspan > 1 for cell in table.cells if cell.row == 0):
        return None
    grid: dict[int, dict[int, Value]] = {}
    for cell in table.cells:
        if document.text[cell.span.start : cell.span.end].strip():
            grid.setdefault(cell.row, {})[cell.column] = value(document, cell.span)
    heads = {at: heal_name(cell.text) for at, cell in grid.pop(min(grid), {}).items()} if grid else {}
    subjects = [(at, label) for at, head in heads.items() if (label := _label(head))]
    sorts = {at for at, head in heads.items() if _SORTS.fullmatch(head)}
    if len(subjects) > 1:
        subjects = [one for one in subjects if one[0] not in sorts]
    beside = sorts - {at for at, _ in subjects}
    counts = {at: Column(role="other", kind="text", header=head) for at, head in heads.items() if _COUNTS.fullmatch(head)}
    codes = [at for at, head in heads.items() if _CODES.fullmatch(head) and at not in counts]
    if len(subjects) != 1 or not counts or len(counts) + len(codes) + len(beside) + 1 != len(heads) or len(grid) < _FEWEST:
        return None
    above = _above(document, table)
    programme = _programme(above)
    if subjects[0][1] == "FundingProgram" and not programme:
        return None
    code = next((at for at in codes if not re.search("序|No|名", heads[at])), -1)
    return Tally(table, tuple(grid.values()), counts, subjects[0][0], code, subjects[0][1], programme, _year(above))


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
    """The one year that the nearest line tells that tells any."""
    for line in above:
        years = set(_YEAR.findall(line))
        if years:
            return int(years.pop()) if len(years) == 1 else 0
    return 0

"""Columns of people beside columns of where those work: 联络员 | 联络员单位, in tables that list something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.base import once
from ingest.lexicon import is_person, organization_kind
from ingest.prose.people.described import employer_of
from ingest.table.performance import grids
from ingest.table.performance_lines import Sheet
from ingest.table.rosters import EMPLOYERS, people_in
from ingest.table.speaker import Speaker
from kg.model import Assertion, Document, EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["CONTACT", "contact_facts", "contacts_in", "noted_in"]

CONTACT = "listing.contact"
"""One who answers for a row, with the house that the column beside names as his."""

_OF_THEM = re.compile("(?P<who>.{2,8}?)(?:的)?(?:所在|工作|所属|任职)?(?:单位|机构|医院)(?:名称)?")
_PEOPLE = re.compile(
    "(?:省级|项目|质控|数据|片区|区域|各省|技术)*(?:联络|联系|负责|填报|审核|质控|信息|核查|调查|报告|牵头|对接)(?:人|员|专家)|(?:项目|质控)?秘书|组长|(?:牵头|质控|联络)专家"
)
_FEWEST = 2
_OF_PEOPLE = re.compile(
    "导师|教师|专家|负责人|联系人|联络人|组长|成员|骨干|推荐人|主持人|召集人|讲者|报告人|主任|会长|主席|姓名|人员|作者|完成人|申请人"
)
_NOTED = re.compile(rf"\s*(?P<name>[{HAN}·]{{2,8}}?)\s*[（(]\s*(?P<house>[^（）()、，,;；]{{4,30}})\s*[)）]\s*")
"""张三（甲医院）."""


def contacts_in(document: Document) -> tuple[tuple[Sheet, int, int], ...]:
    """The tables that have a column of people and one of their houses by its name, with these two columns."""
    return tuple(
        (sheet, people, at)
        for sheet in grids(document)
        for at, head in sheet.heads.items()
        if len(sheet.rows) >= _FEWEST and (people := _people_of(sheet, head)) is not None
    )


@once
def noted_in(document: Document) -> tuple[tuple[str, str, Span], ...]:
    """Who stands in a cell of people with a house in brackets, the house and the cell: 导师: 张三（甲医院）."""
    found: list[tuple[str, str, Span]] = []
    for sheet in grids(document):
        columns = [at for at, head in sheet.heads.items() if _OF_PEOPLE.search(head)]
        for cell in (row[at] for row in sheet.rows for at in columns if at in row):
            for told in filter(None, map(_NOTED.fullmatch, re.split("[、，,;；]", cell.text))):
                house = heal_name(told["house"])
                if is_person(told["name"]) and organization_kind(house) in EMPLOYERS:
                    found.append((told["name"], house, cell.span))
    return tuple(found)


def contact_facts(document: Document, ingester: str) -> Iterator[Assertion]:
    """AFFILIATED_WITH of each of them, and of who has a house in brackets; several people for one house are left out."""
    for sheet, people, at in contacts_in(document):
        for row in sheet.rows:
            names = people_in(row[people]) if people in row and at in row else ()
            house = heal_name(row[at].text) if at in row else ""
            if len(names) != 1 or organization_kind(house) not in EMPLOYERS:
                continue
            start, end = min(row[people].span.start, row[at].span.start), max(row[people].span.end, row[at].span.end)
            speaker = Speaker(document=document, ingester=ingester, rule=CONTACT, span=Span(start=start, end=end))
            yield _works_at(speaker, names[0], house)
    for name, house, span in noted_in(document):
        yield _works_at(Speaker(document=document, ingester=ingester, rule=CONTACT, span=span), name, house)


def _works_at(speaker: Speaker, name: str, house: str) -> Assertion:
    employer = employer_of(EntityRef(label="Organization", name=house))
    return speaker.fact(EntityRef(label="Person", name=name, context=employer.name), "AFFILIATED_WITH", employer)


def _people_of(sheet: Sheet, head: str) -> int | None:
    """The column of those whose houses a head promises, None where it promises none."""
    told = _OF_THEM.fullmatch(head)
    if told is None or not _PEOPLE.fullmatch(told["who"]):
        return None
    return next((at for at, other in sheet.heads.items() if other in (told["who"], told["who"] + "姓名")), None)

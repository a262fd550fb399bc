"""Rows of teams: where they are, who leads them, and what they work on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.layout import View
from ingest.lexicon import organization_kind
from ingest.mentions import mentions
from ingest.prose.people.described import employer_of
from ingest.prose.phrases import listed
from ingest.prose.technology.naming import ITEM_HEAD, is_unbroken
from ingest.table.columns import Column
from ingest.table.lines import Value
from ingest.table.recognise import organizations
from ingest.table.rosters import EMPLOYERS, cell_under, people_in, titles_in
from ingest.table.speaker import Speaker
from ingest.tables import Row, Sheet
from kg.model import Assertion, EntityRef
from kg.text import heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["ONLY_ASKED", "crew_row", "fields_row", "lists_crews"]

_OTHER_LISTS = frozenset(
    {
        *("title", "money", "code", "program", "funder", "session", "theme", "work", "award", "facility", "product", "talk"),
        *("licence", "user", "society", "branch", "builders", "winners", "nominator", "meeting", "guide"),
    }
)
_LEADS = re.compile(
    "(?:团队|学科|学术|方向|课题组?|研究组)?(?:带头人|负责人|首席(?:科学家|专家)?|组长|PI)(?:姓名)?|领[衔军](?:人|专家)"
)
_HEADS_A_PART = re.compile(
    "(?:学科|学术|科室|专科|亚专科)(?:带头人|负责人|主任)|(?:分中心|中心|医院|本院)?(?:(?:主要)?研究者|研究负责人)(?:姓名)?|PI"
)
"""Heads of those who lead a department, or a house's part of a study, and so are of the house."""
_HOSPITALS = re.compile(
    "(?:参与|参加|研究|入组|分|协作|试验)*(?:医院|中心|医疗机构)(?:名称)?|(?:参与|参加|入组|协作|分中心)单位(?:名称)?"
)
_DIRECTION = re.compile("方向|技术|领域|特色|研究内容")
ONLY_ASKED = re.compile("申报|申请|征集|招生|招收|招聘|需求|计划")
_TOLD_OF = re.compile(
    "(?:的?(?:相关|关键|核心|共性|基础|临床|应用|转化|技术|方法|及|与|和)*(?:研究|研发|研制|开发|应用|转化|创新))+$"
)
"""What a direction says beside the technique: 胎盘弥散成像的临床应用研究."""
_SHORTEST, _LONGEST = 3, 24
_OWN_FIELD = re.compile(
    "(?:主要|个人|专业|学术|业务|技术|临床|诊疗|科研)*(?:研究|主攻|专业|技术|擅长|诊疗|工作)?(?:方向|领域|特长|专长|擅长)(?:领域|方向|项目)?"
)
"""The head of what a person of a table works on."""
_TOLD_HERE = ("equipment", "discipline")


def lists_crews(sheet: Sheet) -> bool:
    """Whether a table tells of each team its house and its head, and of nothing that it was given.

    Heads of what they work on, or at a hospital of a department or a study (医院|科室|学科带头人, 医院|主要研究者), say so.
    """
    lead = sheet.column("lead")
    if lead is None or sheet.roles & _OTHER_LISTS or any(map(ONLY_ASKED.search, sheet.context)):
        return False
    header = heal_name(lead.header)
    if "host" in sheet.roles and _LEADS.fullmatch(header) and _directions(sheet) is not None:
        return True
    return _house(sheet) is not None and _HEADS_A_PART.fullmatch(header) is not None


def _house(sheet: Sheet) -> Column | None:
    """The column of the houses: that of hosts, else of hospitals or centres."""
    return sheet.column("host") or next((one for one in sheet.columns if _HOSPITALS.fullmatch(heal_name(one.header))), None)


def crew_row(speaker: Speaker, row: Row, sheet: Sheet, nlp: Language) -> Iterator[Assertion]:
    """AFFILIATED_WITH of the heads of a team, and WORKS_ON of them and of their house."""
    role, column, lead = _directions(sheet), _house(sheet), row.get("lead")
    cell = row.get("host") or cell_under(row, _HOSPITALS)
    if cell is None and column is not None and column.role == "partners":
        cell = row.get(column.role)
    hosts = organizations(cell.raw) if cell is not None else ()
    if len(hosts) != 1 or organization_kind(hosts[0]) not in EMPLOYERS:
        return
    house = employer_of(EntityRef(label="Organization", name=hosts[0]))
    people = [EntityRef(label="Person", name=name, context=house.name) for name in people_in(lead)] if lead is not None else []
    for person in people:
        titles = ",".join(titles_in(row, lead)) if lead is not None and len(people) == 1 else ""
        yield speaker.fact(person, "AFFILIATED_WITH", house, basis=column.header if column is not None else None, title=titles)
    told = row.get(role) if role is not None else None
    for name in _techniques(told, nlp) if told is not None else ():
        for worker in (*people, house):
            yield speaker.fact(worker, "WORKS_ON", EntityRef(label="Technology", name=name))


def fields_row(speaker: Speaker, row: Row, sheet: Sheet, name: str, home: str, nlp: Language) -> Iterator[Assertion]:
    """WORKS_ON of a person in a table of people, by what its cell of fields names: 姓名|工作单位|研究方向."""
    columns = (one for role in _TOLD_HERE if (one := sheet.column(role)) is not None and _OWN_FIELD.fullmatch(one.header))
    cells = (row.get(one.role) for one in columns)
    cell = next((one for one in (*cells, cell_under(row, _OWN_FIELD)) if one is not None), None)
    for technique in _techniques(cell, nlp) if cell is not None else ():
        person = EntityRef(label="Person", name=name, context=home)
        yield speaker.fact(person, "WORKS_ON", EntityRef(label="Technology", name=technique))


def _directions(sheet: Sheet) -> str | None:
    """The role of the column that tells what the teams work on."""
    found = (sheet.column(role) for role in ("equipment", "discipline"))
    return next((one.role for one in found if one is not None and _DIRECTION.search(one.header)), None)


def _techniques(cell: Value, nlp: Language) -> Iterator[str]:
    """The techniques of a cell: an item that ends as one does, whole; of a wider field nothing."""
    for item in listed(cell.text):
        words = _TOLD_OF.sub("", item.strip())
        if not _SHORTEST <= len(words) <= _LONGEST or not is_unbroken(words):
            continue
        known = [one for one in mentions(View(words, tuple(range(len(words)))), nlp) if one.label == "Technology"]
        whole = next((one.name for one in known if len(one.surface) == len(words)), None)
        if whole or ITEM_HEAD.search(words) or any(one.end == len(words) for one in known):
            yield whole or words

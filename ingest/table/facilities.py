"""Rows of facilities: whose they are, who builds and pays them, where they stand, what they hold, and what they measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.layout import View
from ingest.lexicon import organization_kind
from ingest.mentions import mentions
from ingest.numerals import to_wan
from ingest.offices import in_place
from ingest.prose.people.described import employer_of
from ingest.prose.phrases import listed, technology
from ingest.prose.sites.facilities import facility_of
from ingest.table.columns import HOUSE_OF_LEAD, Column
from ingest.table.funded import Frame, frame_of, payers, programme_ref
from ingest.table.lines import Value
from ingest.table.measured import measured
from ingest.table.recognise import organizations
from ingest.table.rosters import cell_under, people_in, titles_in
from ingest.table.speaker import Speaker
from ingest.table.towns import places
from ingest.tables import Row, Sheet
from kg.model import Assertion, Document, EntityRef
from kg.text import HAN, heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Setting", "are_named_alone", "facility_row", "lists_facilities", "setting_of"]

_PAID_BY = re.compile(
    r"(?:(?:由|从|列入|纳入|使用)(?P<payer>[^，。；由从]{3,24}?)|(?:^|(?<=[，。；]))(?P<fund>[^，。；由从对]{3,24}?(?:资金|专项|基金|厅|局|政府)))"
    r"(?:给予|安排|予以|提供|拨付|支持|资助|出资|列支|补助|中列支)"
)
_FUND = re.compile(r"(?:资金|专项|基金|计划|经费)$")
_ROLES = (
    ("牵头", "牵头"),
    ("共建", "共建"),
    ("联合", "共建"),
    ("合作", "共建"),
    ("共同", "共建"),
    ("参建", "参建"),
    ("承建", "承建"),
)
_TOWN_LIKE = re.compile(rf"[{HAN}]{{1,8}}(?:[区县市镇乡旗]|街道|新区|园区)")
_ANY_TOWNS = re.compile(
    "(?:国家|省级)?(?:高新(?:技术产业)?(?:开发)?|经济?(?:技术)?开发?|经开|开发|保税|新|市辖|主城|老城|中心城)区|市区|城区"
)
"""Districts that every town has, which only their town's name tells apart."""
_APPARATUS = re.compile("仪器|设备|装备")
_COUNTED = re.compile(r"[（(]?[\d一二三四五六七八九十两]+\s*[台套个组架]?[)）]?$")
_NO_NAME = re.compile(r"合计|小计|总计|[。；，]")
"""The head of where the one works who leads a facility, beside whose it is."""
_SHORTEST = 5
_PROJECTS = re.compile("项目|课题|题目")


def lists_facilities(sheet: Sheet) -> bool:
    """Whether a table names things, whose or where they are, and most of them are facilities."""
    roles = sheet.roles
    if "title" not in roles or not roles & {"host", "place"} or roles & {"lead", "code", "session"}:
        return False
    names = [row.text("title") for row in sheet.rows if row.text("title")]
    return bool(names) and sum(facility_of(name) is not None for name in names) * 2 > len(names)


def are_named_alone(sheet: Sheet) -> bool:
    """Whether a table lists facilities below a head that calls them names, not projects."""
    column = sheet.column("title")
    return column is not None and not _PROJECTS.search(column.header) and lists_facilities(sheet)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What holds for all rows of a table of facilities: the frame of its sums, and who the words above say pays."""

    frame: Frame
    payer: EntityRef | None


def setting_of(document: Document, sheet: Sheet) -> Setting:
    """What the words around a table of facilities say of all its rows."""
    frame = frame_of(document, sheet)
    above = [one for one in document.passages if one.span.end <= sheet.span.start]
    told = (_PAID_BY.search(heal_name(document.text[one.span.start : one.span.end])) for one in reversed(above))
    found = next((_payer(match["payer"] or match["fund"], frame.place) for match in told if match), None)
    return Setting(frame=frame, payer=found)


def _payer(words: str, place: str) -> EntityRef | None:
    name = in_place(words, place)
    if name and (_FUND.search(name) or organization_kind(name) in ("government", "funder", "university", "hospital")):
        return programme_ref(name)
    return None


def facility_row(speaker: Speaker, row: Row, sheet: Sheet, setting: Setting, nlp: Language) -> Iterator[Assertion]:
    """What a row says of its facility; nothing where it names none."""
    cell = row.get("facility") or row.get("title")
    facility = _facility(cell, vouched="facility" in sheet.roles) if cell else None
    if cell is None or facility is None:
        return
    yield from _bodies(speaker, row, sheet, facility)
    yield from _paid(speaker, row, sheet, setting, facility)
    place = _place(row.text("place"), setting.frame.place)
    if place:
        yield speaker.fact(facility, "LOCATED_IN", EntityRef(label="Place", name=place))
    yield from speaker.topics(facility, cell.stretches, nlp, labels=frozenset({"Technology"}))
    column = sheet.column("equipment")
    if column is not None and (held := row.get("equipment")):
        yield from _concerns(speaker, facility, column, held, nlp)
    yield from measured(speaker, facility, row.others)


def _facility(cell: Value, *, vouched: bool) -> EntityRef | None:
    """The facility of a cell; where the head says that it holds one, the name need not end as most do."""
    found = facility_of(cell.text)
    own = vouched and len(cell.text) >= _SHORTEST and not _NO_NAME.search(cell.text)
    return found or (EntityRef(label="Facility", name=cell.text) if own and organization_kind(cell.text) is None else None)


def _bodies(speaker: Speaker, row: Row, sheet: Sheet, facility: EntityRef) -> Iterator[Assertion]:
    host, builders, lead = row.get("host"), row.get("builders"), row.get("lead")
    hosts = organizations(host.raw) if host else ()
    for name in hosts:
        institution = EntityRef(label="Organization", name=name)
        yield from speaker.attributes(institution, kind=organization_kind(name))
        yield speaker.fact(facility, "HOSTED_BY", institution)
    joined = row.get("partners") if "builders" in sheet.roles else None
    for kind, cell in (("builders", builders), ("partners", joined)):
        column = sheet.column(kind)
        role = next((role for word, role in _ROLES if column and word in column.header), "建设")
        for name in organizations(cell.raw) if cell else ():
            yield speaker.fact(EntityRef(label="Organization", name=name), "BUILT", facility, role=(role,))
    yield from _directed(speaker, row, sheet, facility)
    named = sheet.column("lead")
    own = organizations(cell.raw) if (cell := cell_under(row, HOUSE_OF_LEAD)) is not None else ()
    homes = own or hosts
    for name in people_in(lead) if lead and len(homes) == 1 else ():
        home = (
            employer_of(EntityRef(label="Organization", name=homes[0]))
            if own
            else EntityRef(label="Organization", name=homes[0])
        )
        person = EntityRef(label="Person", name=name, context=home.name)
        titles = ",".join(titles_in(row, lead)) if lead else ""
        basis = named.header if named and not own else None
        yield speaker.fact(person, "AFFILIATED_WITH", home, basis=basis, title=titles)


def _directed(speaker: Speaker, row: Row, sheet: Sheet, facility: EntityRef) -> Iterator[Assertion]:
    """Who directs a facility that is a body by its name (某某重点实验室) is of it."""
    column, cell = sheet.column("director"), row.get("director")
    if column is None or cell is None or organization_kind(facility.name) is None:
        return
    for name in people_in(cell):
        person = EntityRef(label="Person", name=name, context=facility.name)
        body = EntityRef(label="Organization", name=facility.name)
        yield speaker.fact(person, "AFFILIATED_WITH", body, position=column.header)


def _paid(speaker: Speaker, row: Row, sheet: Sheet, setting: Setting, facility: EntityRef) -> Iterator[Assertion]:
    """Who pays for a facility, where its row has the sum that is paid."""
    frame, money = setting.frame, row.get("money")
    years = frame.years
    told = payers(row, frame) or ([setting.payer] if setting.payer else [])
    amount = _amount(money.text, frame.unit) if money else None
    if amount is None and not {"program", "funder"} & sheet.roles:
        return
    for payer in told:
        yield speaker.fact(facility, "FUNDED_BY", payer, amount_wan=amount, year=years[0] if len(years) == 1 else None)
    column = sheet.column("money")
    if not told and column is not None and money is not None:
        yield from measured(speaker, facility, ((column, money),))


def _amount(text: str, unit: str) -> float | None:
    bare = re.sub(r"[,，\s]", "", text)
    if not re.search(r"\d", bare):
        return None
    return to_wan(bare) if re.search(r"[元万亿]", bare) else to_wan(bare + unit) if unit else None


def _place(words: str, around: str) -> str:
    """The place of a cell: one that is known, or a district by its name; one that every town has only with its town."""
    if found := places(words):
        return found
    if not _TOWN_LIKE.fullmatch(words):
        return ""
    return (around and around + words) if _ANY_TOWNS.fullmatch(words) else words


def _concerns(speaker: Speaker, facility: EntityRef, column: Column, cell: Value, nlp: Language) -> Iterator[Assertion]:
    """The technologies of a cell of equipment, each item one; of fields and services what is known or ends as one."""
    apparatus = bool(_APPARATUS.search(column.header))
    said: set[str] = set()
    for item in listed(cell.text):
        bare = _COUNTED.sub("", item).strip()
        known = [one for one in mentions(View(bare, tuple(range(len(bare)))), nlp) if one.label == "Technology"]
        whole = [one.name for one in known if len(one.surface) * 4 > len(bare) * 3]
        coined = bare if apparatus else technology(bare)
        names = whole or ([coined] if coined and _is_item(coined) else [one.name for one in known])
        for name in names:
            if name not in said:
                said.add(name)
                yield speaker.fact(facility, "CONCERNS", EntityRef(label="Technology", name=name))


def _is_item(words: str) -> bool:
    return (
        2 <= len(words) <= 24 and re.search(rf"[{HAN}A-Za-z]", words) is not None and not re.search("[。；：无的了]|等$", words)
    )

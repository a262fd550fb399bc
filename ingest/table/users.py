"""Rows of houses that devices were given to, or that try them out: what they use, and who is in charge of it there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.lexicon import could_be_person, is_position, is_title, organization_kind
from ingest.table.dates import read_years
from ingest.table.measured import measured
from ingest.table.recognise import could_be_named, organizations
from ingest.table.speaker import Speaker
from ingest.tables import Row, Sheet
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["lists_users", "performed", "user_row"]

_OTHER_LISTS = frozenset({"title", "work", "winners", "award", "session", "facility", "program", "licence", "talk"})
_ONE_PRODUCT = re.compile("[、；;，。]|^(?:合计|小计|总计|无|—|-)$")
_HOUSES = frozenset({"hospital", "university", "institute", "company", "department"})
_NAME = re.compile(rf"(?P<name>[{HAN}·]{{2,10}}?)\s*(?:[（(](?P<note>[^（）()]{{2,20}})[)）])?")
_ONLY_ASKED = re.compile("申报|征集|需求|推荐|未通过|意向|拟[购采装配]|(?:采购|配置|装机)计划|招标")
_TO_COME = re.compile("预计|计划|拟|待|将|暂")
"""Beside a year: the device is not there yet."""
_SHORTEST = 4
_PERFORMANCE = re.compile(r"(?:主要|核心|关键)?(?:技术|性能)?(?:参数|指标|性能|规格)(?:及(?:参数|指标))?")
_FIGURE = re.compile(
    rf"(?P<name>[{HAN}]{{2,12}}?)(?:为|达到?|[:：])?\s*(?P<value>[约≥≤]?\s*\d+(?:\.\d+)?\s*[{HAN}%‰°℃A-Za-zµμ²³/·]{{1,8}})"
)


def lists_users(sheet: Sheet) -> bool:
    """Whether a table tells which house uses which device, and neither asks for any nor lists works that won."""
    roles = sheet.roles
    told = {"user", "product"} <= roles and not roles & _OTHER_LISTS
    return told and not any(map(_ONLY_ASKED.search, sheet.context))


def user_row(speaker: Speaker, row: Row, sheet: Sheet) -> Iterator[Assertion]:
    """ADOPTED_BY of the row's device by its house, and the post there of who is in charge."""
    cell = row.get("user")
    houses = organizations(cell.raw) if cell is not None else ()
    product = heal_name(row.text("product"))
    if len(houses) != 1 or organization_kind(houses[0]) not in _HOUSES:
        return
    house = EntityRef(label="Organization", name=houses[0])
    when = row.text("year") or row.text("date")
    if len(product) >= _SHORTEST and not _ONE_PRODUCT.search(product) and not _TO_COME.search(when):
        years = read_years(when)
        device = EntityRef(label="Technology", name=product)
        yield speaker.fact(device, "ADOPTED_BY", house, year=years[0] if len(years) == 1 else None)
    lead, column = row.get("lead"), sheet.column("lead")
    match = _NAME.fullmatch(lead.raw.strip()) if lead is not None else None
    name = heal_name(match["name"]) if match is not None else ""
    if match is None or column is None or not (could_be_person(name) or could_be_named(name)):
        return
    note = [part.strip() for part in re.split("[、，,/]", match["note"] or "") if part.strip()]
    person = EntityRef(label="Person", name=name, context=house.name)
    yield speaker.fact(
        person,
        "AFFILIATED_WITH",
        house,
        title=",".join(part for part in note if is_title(part)),
        position="、".join(part for part in note if is_position(part) and not is_title(part)),
        basis=None if note else column.header,
    )


def performed(speaker: Speaker, row: Row, product: EntityRef) -> Iterator[Assertion]:
    """HAS_METRIC of each figure that a cell of a device's performance tells behind its name: 整机重量420 kg，孔径70 cm."""
    for column, cell in row.others:
        if not _PERFORMANCE.fullmatch(heal_name(column.header)):
            continue
        for clause in re.split("[，,；;。、]", cell.text):
            figure = _FIGURE.fullmatch(clause.strip())
            if figure is not None:
                told = replace(cell, text=figure["value"].strip())
                yield from measured(speaker, product, ((replace(column, header=figure["name"], unit=""), told),))

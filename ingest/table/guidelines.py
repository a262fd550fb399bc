"""Rows of guidelines and consensus documents: who wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.article_head import GUIDELINE
from ingest.table.columns import Column
from ingest.table.recognise import organizations
from ingest.table.rosters import people_in
from ingest.table.speaker import Speaker
from ingest.tables import Row, Sheet
from kg.model import Assertion, EntityRef
from kg.text import heal_name

__all__ = ["guideline_row", "lists_guidelines"]

_OTHER_LISTS = frozenset({"money", "program", "session", "work", "award", "facility", "product", "licence", "user"})
_ONLY_PLANNED = re.compile("立项|在研|拟制|拟发布|计划|申报|征集|待发布")
_LED = re.compile("牵头|组长|领衔")
_SHORTEST = 6


def lists_guidelines(sheet: Sheet) -> bool:
    """Whether a table names guidelines, most by how their titles end, and who wrote or issued each; not those to be written."""
    if (
        (_drafters(sheet) is None and "issuer" not in sheet.roles)
        or sheet.roles & _OTHER_LISTS
        or any(map(_ONLY_PLANNED.search, sheet.context[:1]))
    ):
        return False
    names = [name for row in sheet.rows if (name := _title(row))]
    return bool(names) and 2 * sum(map(_is_guideline, names)) > len(names)


def guideline_row(speaker: Speaker, row: Row, sheet: Sheet) -> Iterator[Assertion]:
    """AUTHORED of those who wrote the guideline of a row, with what the head calls them; ISSUED_BY those who issued it."""
    name, column = _title(row), _drafters(sheet)
    if not _is_guideline(name):
        return
    guideline = EntityRef(label="Guideline", name=name)
    cell = row.get(column.role) if column is not None else None
    if cell is not None and column is not None:
        role = (heal_name(column.header),)
        for who in people_in(cell):
            yield speaker.fact(EntityRef(label="Person", name=who), "AUTHORED", guideline, role=role)
    issued = row.get("issuer")
    for body in organizations(issued.raw) if issued is not None else ():
        yield speaker.fact(guideline, "ISSUED_BY", EntityRef(label="Organization", name=body))


def _drafters(sheet: Sheet) -> Column | None:
    """The column of those who wrote the guidelines, or of who led that, where another names guidelines."""
    lead = sheet.column("lead") if "guide" in sheet.roles else None
    return sheet.column("drafter") or (lead if lead is not None and _LED.match(lead.header) else None)


def _title(row: Row) -> str:
    cell = row.get("guide") or row.get("title")
    return heal_name(cell.text).strip("《》") if cell is not None else ""


def _is_guideline(name: str) -> bool:
    return len(name) >= _SHORTEST and GUIDELINE.search(name) is not None

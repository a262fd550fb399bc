"""Cells of tables that were read though they could not: a word where a sum should be, what names no institution or nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.lexicon import could_be_person
from ingest.table.columns import Column
from ingest.table.funded import is_of_grants, unit_of_sheet
from ingest.table.lines import Value
from ingest.table.own_part import without_share
from ingest.table.recognise import could_be_named, organizations, persons
from ingest.tables import Sheet, sheets
from kg.model import Document

__all__ = ["Unread", "unread"]

_NOTHING = re.compile(r"无|自筹|[—–\-/＼]{1,4}|同上|空|N/?A|[我本该](?:院|校|所|单位|公司|中心)", re.I)
_SUM = re.compile(r"[¥￥约]?\s*\d+(?:[,，]\d{3})*(?:\.\d+)?\s*(?P<unit>亿元|万元|千元|元|万|亿)?(?:人民币)?")
_FACILITY = frozenset({"facility"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A cell, the head of its column, the row's title, and why the cell gave nothing."""

    title: str
    head: str
    cell: str
    reason: str


def unread(document: Document) -> Iterator[Unread]:
    """The cells of a document's tables of grants and of facilities that their columns' kinds do not fit."""
    for sheet in sheets(document):
        if is_of_grants(sheet) or sheet.roles & _FACILITY:
            yield from _of_sheet(document, sheet)


def _of_sheet(document: Document, sheet: Sheet) -> Iterator[Unread]:
    unit = unit_of_sheet(document, sheet)
    for row in sheet.rows:
        title = row.text("title") or row.text("facility")
        for role, cell in row.cells if title else ():
            column = sheet.column(role)
            if column is None or not cell.text or _NOTHING.fullmatch(cell.text) or cell.text == column.header:
                continue
            reason = _reason(column, cell, unit)
            if reason:
                yield Unread(title=title, head=column.header, cell=cell.text, reason=reason)


def _reason(column: Column, cell: Value, unit: str) -> str:
    """Why a cell of a kind says nothing, "" where it does."""
    if column.role == "money":
        found = _SUM.fullmatch(without_share(cell.text.strip()))
        if found is None:
            return "it is no sum"
        return "" if found["unit"] or column.unit or unit else "nothing says the unit of the sum"
    if column.role == "lead" and not (persons(cell.raw) or could_be_person(cell.text) or could_be_named(cell.text)):
        return "it names nobody"
    if column.role == "host" and not organizations(cell.raw):
        return "it names no institution"
    return ""

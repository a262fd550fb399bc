"""The total below a list of grants: how many projects, and how much they get together (合计：8项，820万元)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import isclose

from ingest.lexicon import organization_kind
from ingest.numerals import number, to_wan
from ingest.table.funded import Frame, programme_ref
from ingest.table.speaker import Speaker
from ingest.tables import Sheet
from kg.model import Assertion, Document, EntityRef, Span

__all__ = ["totals_below"]

TOTAL_BELOW = "grant.total-below"
"""合计：8项，820万元, on the line below a list of a programme's projects."""

_TOTAL = re.compile(
    r"(?m)^[ \t\u3000]*(?:以上)?(?:合\s*计|总\s*计|共\s*计)\s*[:：]?\s*(?:共)?(?P<count>\d{1,4})\s*"
    r"(?P<items>项|个)(?:项目|课题)?"
    r"\s*[，,、;；]?\s*(?:(?:资助|支持|补助|安排)?(?:总?经费|总?金额|资金)?(?:共|总计|合计|总额)?(?P<value>\d[\d,]*(?:\.\d+)?)\s*"
    r"(?P<unit>亿元|万元|千元|元))?[。；;]?[ \t\u3000]*$"
)
_BELOW = 200
_SUM_ROW = re.compile(
    r"(?m)^[ \t\u3000|]*(?:合\s*计|总\s*计|共\s*计)[ \t\u3000|:：]*(?:\d{1,4}\s*项?[ \t\u3000|]+)?"
    r"(?P<value>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>亿元|万元|千元|元)?[ \t\u3000|]*$"
)
"""The last row of a table, which has the sum alone: 合计, below the numbers of the rows, 140."""
_OF_SUM = re.compile(r"(?:合\s*计|总\s*计|共\s*计)\s*[:：]?")
_ALONE = re.compile(r"(?P<value>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>亿元|万元|千元|元)?")


def totals_below(
    document: Document, sheet: Sheet, frame: Frame, ingester: str, *, amounts: Sequence[float | None]
) -> Iterator[Assertion]:
    """HAS_METRIC of the one programme that a list is of, where the total counts its rows or is what they add up to.

    ``amounts`` are those of the rows in 万元.
    """
    programme = _programme(frame)
    if programme is not None:
        yield from _summed(document, sheet, frame, ingester, programme=programme, amounts=amounts)
    total = _TOTAL.search(document.text, sheet.span.end, sheet.span.end + _BELOW) if programme is not None else None
    if programme is None or total is None or int(total["count"]) != len(sheet.rows):
        return
    span = Span(start=total.start() + len(total.group()) - len(total.group().lstrip()), end=total.end())
    speaker = Speaker(document=document, ingester=ingester, rule=TOTAL_BELOW, span=span)
    year = frame.years[0] if len(frame.years) == 1 else None
    told = [("立项项目数", total["count"], total["items"]), ("资助经费", total["value"], total["unit"])]
    for name, value, unit in told:
        if value:
            metric = EntityRef(label="Metric", name=name)
            number_of = number(value)
            yield speaker.fact(programme, "HAS_METRIC", metric, value=number_of, unit=unit, value_text=value + unit, year=year)


def _summed(
    document: Document,
    sheet: Sheet,
    frame: Frame,
    ingester: str,
    *,
    programme: EntityRef,
    amounts: Sequence[float | None],
) -> Iterator[Assertion]:
    told = _sum_told(document, sheet) if len(amounts) > 1 and None not in amounts else None
    if told is None:
        return
    (value, said), span = told
    unit = said or frame.unit
    total = to_wan(value.replace(",", "") + unit) if unit else None
    if total is None or not isclose(total, sum(one or 0 for one in amounts)):
        return
    speaker = Speaker(document=document, ingester=ingester, rule=TOTAL_BELOW, span=span)
    year = frame.years[0] if len(frame.years) == 1 else None
    metric, stated = EntityRef(label="Metric", name="资助经费"), number(value.replace(",", ""))
    yield speaker.fact(programme, "HAS_METRIC", metric, value=stated, unit=unit, value_text=value + unit, year=year)


def _sum_told(document: Document, sheet: Sheet) -> tuple[tuple[str, str], Span] | None:
    """The sum and its unit, "" for the column's, in the row of a table or on the line below it that opens with 合计."""
    for row in sheet.rows:
        alone = _ALONE.fullmatch(row.text("money").strip())
        if alone is not None and any(_OF_SUM.fullmatch(cell.text) for _, cell in row.cells):
            return (alone["value"], alone["unit"] or ""), row.span
    line = _SUM_ROW.search(document.text, sheet.span.start, sheet.span.end + _BELOW)
    return ((line["value"], line["unit"] or ""), Span(start=line.start(), end=line.end())) if line is not None else None


def _programme(frame: Frame) -> EntityRef | None:
    """The one programme that the words above the list name."""
    choices = frame.programmes.choices
    named = frame.programmes.funder or (choices[0].name if len(choices) == 1 else "")
    return programme_ref(named) if named and organization_kind(named) is None else None

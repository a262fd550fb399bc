"""Tables without heads whose first cells are parts in a group: 组长 | 甲（某医院）、乙（某大学）."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.layout import heal
from ingest.prose.people.committees import (
    Listed,
    group_of_writers,
    listed_people,
    listed_society,
    office_of,
    writes,
)
from ingest.prose.writings.own_guideline import work_named
from ingest.table.speaker import Speaker
from kg.model import Assertion, Cell, Document, EntityRef, Span, Table
from kg.text import heal_name

__all__ = ["GroupRow", "group_row", "group_rows"]

_ABOVE = 3
_FEWEST = 2
_LONGEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """A part in a group, those who have it, and the row's words; what group, and the work that it made, where told."""

    office: str
    people: tuple[Listed, ...]
    span: Span
    work: EntityRef | None
    group: EntityRef | None


def group_rows(document: Document) -> Iterator[GroupRow]:
    """The rows of the tables whose first cells are all parts in a group, of those whose group the words above name."""
    for table in document.tables:
        pairs = list(_pairs(document, table))
        if len({office for office, _, _ in pairs}) < _FEWEST:
            continue
        above = list(_above(document, table))
        society = next(filter(None, map(listed_society, (*above, document.title))), None)
        work = work_named(document) if society is None else None
        made = (group_of_writers(work, words) for words in above) if work is not None else ()
        group = society or next(filter(None, made), None)
        for office, people, span in pairs:
            yield GroupRow(office=office, people=people, span=span, work=work, group=group)


def _pairs(document: Document, table: Table) -> Iterator[tuple[str, tuple[Listed, ...], Span]]:
    """Each part with its people; nothing of a table of which a row is anything else."""
    found = []
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rowspan):
            rows.setdefault(row, []).append(cell)
    for cells in rows.values():
        filled = [cell for cell in cells if cell.span.end > cell.span.start]
        if len(filled) != len(("office", "people")):
            return
        label, held = sorted(filled, key=lambda cell: cell.column)
        office = office_of(heal(document.text, label.span).text)
        people = listed_people(heal(document.text, held.span).text)
        if not office or not people:
            return
        start = min(label.span.start, held.span.start) if label.row == held.row else held.span.start
        found.append((office, people, Span(start=start, end=held.span.end)))
    yield from found


def _above(document: Document, table: Table) -> Iterator[str]:
    """The lines right above a table, the nearest first."""
    before = [one for one in document.passages if one.span.end <= table.span.start and one.kind != "row"][-_ABOVE:]
    for passage in reversed(before):
        words = heal_name(document.text[passage.span.start : passage.span.end])
        if len(words) <= _LONGEST:
            yield words


def group_row(speaker: Speaker, row: GroupRow) -> Iterator[Assertion]:
    """MEMBER_OF of the society or group, AUTHORED of what the group made, AFFILIATED_WITH of the house in brackets."""
    for one in row.people:
        person = EntityRef(label="Person", name=one.name, context=one.employer.name if one.employer is not None else "")
        if row.group is not None:
            yield speaker.fact(person, "MEMBER_OF", row.group, role=(row.office,))
        if row.work is not None and writes(row.office):
            yield speaker.fact(person, "AUTHORED", row.work, role=(row.office,))
        if one.employer is not None and (row.group is not None or row.work is not None):
            yield speaker.fact(person, "AFFILIATED_WITH", one.employer)

"""Rows of the kinds of projects that a guide gives money to: how many, how much for each, and for how long."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.prose.funding.outlined import PROJECT_TYPE, Guide
from ingest.table.measured import measured
from ingest.table.speaker import Speaker
from ingest.tables import Row, Sheet
from kg.model import Assertion, EntityRef

__all__ = ["lists_terms", "terms_row"]

_OF_OTHERS = frozenset({"title", "lead", "host", "code", "facility", "work", "award", "product"})


def lists_terms(sheet: Sheet, guide: Guide | None) -> bool:
    """Whether a table of a guide has kinds of projects, and nothing that would make its rows projects."""
    return guide is not None and "program" in sheet.roles and not _OF_OTHERS & sheet.roles


def terms_row(speaker: Speaker, row: Row, sheet: Sheet, guide: Guide) -> Iterator[Assertion]:
    """HAS_METRIC of the kind or topic that a row is of, where the guide tells of it elsewhere."""
    name = row.text("program")
    known = next((one for one in guide.topics if name and one.name in (name, guide.programme + name)), None)
    if known is None:
        return
    programme = EntityRef(label="FundingProgram", name=known.name)
    whole = EntityRef(label="FundingProgram", name=guide.programme)
    if known.label == PROJECT_TYPE:
        yield speaker.fact(programme, "PART_OF", whole, kind=(known.label,))
    told = [(column, cell) for column in sheet.columns for role, cell in row.cells if role == column.role != "other"]
    yield from measured(speaker, programme, (*row.others, *(pair for pair in told if pair[0].role != "program")))

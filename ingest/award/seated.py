"""Where the houses of a form's people stand and which departments they have, as fields of their own tell."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.award.case import Case
from ingest.award.forms import Record
from ingest.award.listed import NONE, organizations_in
from ingest.award.witness import Rule
from ingest.lexicon import is_place, organization_kind
from kg.model import Assertion, EntityRef
from kg.text import heal_name

__all__ = ["stated"]

SEAT_FIELD = Rule("SEAT_FIELD")
"""完成单位：某研究院  所在地：广东."""
DEPARTMENT_FIELD = Rule("DEPARTMENT_FIELD")
"""工作单位：某医院  二级单位：超声科."""


def stated(case: Case) -> Iterator[Assertion]:
    """LOCATED_IN of the completing unit (else the place of work), PART_OF of the department there."""
    for record in case.form.of("person"):
        words = case.form.page.span(*record.extent)
        work, unit = _house(case, record, "employer"), _house(case, record, "unit")
        seat, part = _said(case, record, "seat"), _said(case, record, "part")
        if (unit or work) and is_place(seat):
            house = EntityRef(label="Organization", name=unit or work)
            yield case.at(words, SEAT_FIELD).fact(house, "LOCATED_IN", EntityRef(label="Place", name=seat))
        whole = work or unit
        if whole and part and part not in NONE and organization_kind(whole + part) and not part.startswith(whole):
            department = EntityRef(label="Organization", name=whole + part)
            yield case.at(words, DEPARTMENT_FIELD).fact(department, "PART_OF", EntityRef(label="Organization", name=whole))


def _house(case: Case, record: Record, field: str) -> str:
    names = organizations_in(_said(case, record, field))
    return names[0] if len(names) == 1 and organization_kind(names[0]) else ""


def _said(case: Case, record: Record, field: str) -> str:
    value = record.fields.get(field)
    return heal_name(case.form.text(value)).strip("，,；;。、 ") if value else ""

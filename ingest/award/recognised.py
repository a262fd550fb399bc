"""Which forms of a document are nominations (or, where it announces winners, their works)."""

from __future__ import annotations

import re

from ingest.announced import announced
from ingest.award.forms import GROUP, Form, Value, read_forms, sheet
from ingest.award.listed import before_prose
from ingest.base import once
from ingest.wrapping import broken_at
from kg.model import Document

__all__ = ["behind_forms", "nominations"]

_BESIDE = ("nominator", "experts", "award", "people", "units", "summary", "opinion", "innovations")
"""What a nomination says beside the name of the work: two of these, or records of people or units, or the heading above."""

_PRIZE = r"奖(?![^\n]{0,16}(?:候选人|人选))"
_ASKED_ABOVE = re.compile(rf"{_PRIZE}[^\n。；，]{{0,16}}(?:提名|推荐|申报|候选)|(?:提名|推荐|申报)[^\n。；，]{{0,24}}{_PRIZE}")
"""A title above a form that asks for an award for a work (某某医学科技奖推荐项目公示), not for somebody (某奖候选人公示)."""

_LISTS = frozenset({"people", "people_more", "units", "units_more"})
_NOT_OF_FORM = frozenset({"end", "divider", "group"})
"""What a label ends or parts forms with: whom to call, a heading."""


@once
def nominations(document: Document) -> tuple[Form, ...]:
    """The document's nomination forms."""
    plain = document.media_type.startswith("text/") and document.media_type != "text/html"
    forms = read_forms(sheet(document.text, document.tables, broken_at(document), plain=plain))
    return tuple(form for form in forms if _is_nomination(form) or (announced(document) and _is_headed(form)))


def behind_forms(document: Document) -> int:
    """Where the text begins that the last of the document's forms leaves to others: below its table or its list."""
    return max((_end(form) for form in nominations(document)), default=0)


def _end(form: Form) -> int:
    values = [before_prose(form, value) if name in _LISTS else value for name, value in form.parts if name not in _NOT_OF_FORM]
    values += [value for record in form.records for value in record.fields.values()]
    return max(_span_end(form, value) for value in values if value)


def _span_end(form: Form, value: Value) -> int:
    start, end = value[-1]
    return form.page.span(start, start + len(form.page.text[start:end].rstrip())).end


def _is_nomination(form: Form) -> bool:
    named = any(True for _ in form.values("achievement"))
    beside = [any(True for _ in form.values(field)) for field in _BESIDE]
    beside += [bool(form.of(kind)) for kind in ("person", "unit", "expert")]
    beside += [_ASKED_ABOVE.search(form.page.text, *form.preamble) is not None]
    beside += [bool(form.of("person")) and any(True for _ in form.values(GROUP))]
    return named and sum(beside) >= 2


def _is_headed(form: Form) -> bool:
    """Whether a form names a work below a heading that says what was given to it."""
    return any(True for _ in form.values("achievement")) and any(True for _ in form.values(GROUP))

"""Which forms of a document are nominations (or, where it announces winners, their works)."""

from __future__ import annotations

from ingest.announced import announced
from ingest.award.forms import GROUP, Form, read_forms, sheet
from ingest.base import once
from ingest.wrapping import broken_at
from kg.model import Document

__all__ = ["nominations"]

_BESIDE = ("nominator", "experts", "award", "people", "units", "summary", "opinion", "innovations")
"""What a nomination says beside the name of the work: two of these, or records of people or units, or the heading above."""


@once
def nominations(document: Document) -> tuple[Form, ...]:
    """The document's nomination forms."""
    plain = document.media_type.startswith("text/") and document.media_type != "text/html"
    forms = read_forms(sheet(document.text, document.tables, broken_at(document), plain=plain))
    return tuple(form for form in forms if _is_nomination(form) or (announced(document) and _is_headed(form)))


def _is_nomination(form: Form) -> bool:
    named = any(True for _ in form.values("achievement"))
    beside = [any(True for _ in form.values(field)) for field in _BESIDE]
    beside += [bool(form.of(kind)) for kind in ("person", "unit", "expert")]
    beside += [bool(form.of("person")) and any(True for _ in form.values(GROUP))]
    return named and sum(beside) >= 2


def _is_headed(form: Form) -> bool:
    """Whether a form names a work below a heading that says what was given to it."""
    return any(True for _ in form.values("achievement")) and any(True for _ in form.values(GROUP))

"""What a form nominates its achievement for: the award, its category and its year, from field, title and recommendation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.forms import Form
from ingest.honours import asked_awards, clean_award, is_generic, of_place, province_of, titled_awards
from kg.model import Span
from kg.text import heal_name

__all__ = ["Nomination", "nomination_of"]

_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年")
_NOTE = re.compile(r"[（(](?P<note>[^（）()]{2,30})[)）]$")
_TICKED = re.compile(r"[☑√✓■☒]\s*([^\s□☑√✓■☒]{3,20})")
_LINE_AWARD = re.compile(
    r"^[ \t]*(?:[一二三四五六七八九十]+、|\d+[.、])?\s*(?P<award>[\u4e00-\u9fff]{2,24}奖)"
    r"(?P<note>[（(][^（）()\n]{2,20}[)）])?\s*[:：]?[ \t]*$",
    re.M,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nomination:
    """An award asked for; ``rule`` names where it stands."""

    award: str
    span: Span
    rule: str
    category: str | None = None
    year: int | None = None
    grade: str | None = None


def nomination_of(form: Form, *, title: str) -> Nomination | None:
    """The award that the form asks for; None where it names none.

    A field that names only a class (科技进步奖) is the category of the award that the title or the recommendation names;
    where neither does, it is the award of the province that the nominating unit belongs to, else an award of that name.
    """
    year = _year(form, title)
    stated = _stated(form)
    outer = _asked(form) or _titled(form)
    if stated is None:
        return None if outer is None else Nomination(award=outer[0], span=outer[1], rule=outer[2], year=year)
    name, note, span, rule = stated
    if is_generic(name) and outer is not None:
        category = None if outer[0].endswith(name) and not note else name + (f"（{note}）" if note else "")
        return Nomination(award=outer[0], span=outer[1], rule=outer[2], category=category, year=year)
    nominator = next((heal_name(form.text(value)) for value in form.values("nominator")), "")
    place = province_of(nominator) or province_of(title)
    return Nomination(award=of_place(name, place), span=span, rule=rule, category=note or _category(form), year=year)


def _stated(form: Form) -> tuple[str, str | None, Span, str] | None:
    """The award of the form's own field, else of a line of its own above the form."""
    for value in form.values("award"):
        view = form.view(value)
        ticked = _TICKED.search(view.text)
        text = heal_name(ticked[1] if ticked else view.text)
        note = _NOTE.search(text)
        name = clean_award(text[: note.start()] if note else text)
        if name:
            return name, note["note"] if note else None, view.span(0, len(view.text)), "AWARD_FIELD"
    for match in _LINE_AWARD.finditer(form.page.text, *form.preamble):
        name = clean_award(match["award"])
        if name and is_generic(name):
            inside = (match["note"] or "").strip("（()）") or None
            return name, inside, form.page.span(match.start("award"), match.end("award")), "AWARD_LINE"
    return None


def _asked(form: Form) -> tuple[str, Span, str] | None:
    for value in form.values("opinion", "summary", "uptake"):
        view = form.view(value)
        for match, name in asked_awards(view.text):
            if not is_generic(name):
                return name, view.span(match.start(), match.end()), "RECOMMENDATION_SENTENCE"
    return None


def _titled(form: Form) -> tuple[str, Span, str] | None:
    if not form.page.text[slice(*form.preamble)].strip():
        return None
    view = form.page.view(form.preamble)
    for match, name in titled_awards(view.text):
        if not is_generic(name):
            return name, view.span(match.start(), match.end()), "NOTICE_TITLE"
    return None


def _year(form: Form, title: str) -> int | None:
    above = form.page.view(form.preamble).text if form.page.text[slice(*form.preamble)].strip() else ""
    for text in (above, title, *(form.text(value) for value in form.values("award"))):
        match = _YEAR.search(text)
        if match:
            return int(match[1])
    return None


def _category(form: Form) -> str | None:
    return next((heal_name(form.text(value))[:40] for value in form.values("category")), None)

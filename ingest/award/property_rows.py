"""Rows of a list of intellectual property that are no patents: papers, and standards with those who drafted them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.award.books import Book
from ingest.award.forms import Form, Record
from ingest.award.forms.align import could_be_named
from ingest.award.papers import Author, Paper, attributes_of, is_journal, names_in, year_of
from kg.text import HAN, heal_name

__all__ = ["papers_among", "standards_among"]

_PAPER = re.compile(r"(?:代表性?|学术|期刊|科技|SCI|EI|核心)*论文(?:[（(][^（）()]*[)）])?")
_STANDARD = re.compile(
    r"(?:国家|行业|地方|团体|企业|国际|技术|学会|协会)*(?:标准|规范|规程|指南|专家共识|共识)(?:规范|指南)?(?:[（(][^（）()]*[)）])?"
)
_DRAFTED = re.compile(rf"(?:主要|标准)?起草人\s*(?:为|[：:])\s*(?P<names>[{HAN}·、，, ]{{2,80}})")
_CODE = re.compile(r"[A-Z/]+\s*\d{2,}|\d{5,}")
"""The number of a patent or a standard, which no journal bears."""
_ROLE = "起草人"


def papers_among(form: Form) -> Iterator[Paper]:
    """The papers of the rows, their journal where patents have their number: 论文 | 题目 | 某某杂志 | 2021年9卷 | 甲、乙*."""
    for record in form.of("property"):
        journal = _text(form, record, "journal") or _text(form, record, "grant_number")
        issue = "，".join(filter(None, (_text(form, record, name) for name in ("issue", "published", "granted"))))
        authors = names_in(_text(form, record, "authors") or _text(form, record, "inventors"))
        title = heal_name(_text(form, record, "property_name").strip("《》“” "))
        told = journal and not _CODE.search(journal) and (is_journal(journal) or len(journal) >= 4)
        if not _PAPER.fullmatch(_text(form, record, "property_kind")) or not (told and authors and title):
            continue
        starred = any(star for _, _, star in authors)
        yield Paper(
            title=title,
            span=form.page.span(*record.extent),
            number=_number(form, record),
            journal=heal_name(journal).strip("《》 "),
            year=year_of(issue),
            authors=tuple(
                Author(name=name, order=order, corresponding=star if starred else None) for order, name, star in authors
            ),
            attributes=attributes_of(issue, ""),
        )


def standards_among(form: Form) -> Iterator[Book]:
    """The standards of the rows, with those who drafted them: alone in a cell, or labelled (起草人：甲、乙) behind a body."""
    for record in form.of("property"):
        name = heal_name(_text(form, record, "property_name").strip("《》“” "))
        if not _STANDARD.fullmatch(_text(form, record, "property_kind")) or len(name) < 6:
            continue
        span = form.page.span(*record.extent)
        people = tuple((one, _ROLE, span) for one in _drafters(_text(form, record, "inventors")))
        issued = _text(form, record, "granted") or _text(form, record, "published")
        yield Book(name=name, span=span, number=_number(form, record), year=year_of(issued), people=people)


def _drafters(cell: str) -> list[str]:
    labelled = _DRAFTED.search(cell)
    parts = [heal_name(part) for part in re.split("[、，,；;]", labelled["names"] if labelled else cell) if part.strip()]
    return parts if all(map(could_be_named, parts)) else []


def _number(form: Form, record: Record) -> int | None:
    said = re.fullmatch(r"[（(]?(\d{1,3})[)）.、]?", _text(form, record, "number") or _text(form, record, "rank"))
    return int(said[1]) if said else None


def _text(form: Form, record: Record, name: str) -> str:
    value = record.fields.get(name)
    return form.text(value).strip() if value else ""

"""Awards of a form's table of them: a row each, with its year, its grade and who of the completers won it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.award.case import Case
from ingest.award.earlier import received
from ingest.award.forms import Record
from ingest.award.forms.align import could_be_named
from ingest.award.honours import award_name, honours_in
from ingest.award.numbered import rank_of
from ingest.award.papers import year_of
from ingest.award.witness import Rule
from kg.model import Assertion, EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["honour_rows"]

HONOUR_TABLE_ROW = Rule("HONOUR_TABLE_ROW")

_HOLDER = re.compile(
    rf"\s*(?P<name>[{HAN}·]{{2,12}}|[{HAN}]\s{{1,4}}[{HAN}])\s*"
    r"(?:[（(]\s*(?:排[名序][:：]?\s*)?(?P<rank>第?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})[^（()）]{0,6})[)）]|(?P<over>\d{1,2})\s*[/／]\s*\d{1,2})?"
    rf"\s*(?:[、，,；;\n]|(?<=[)）])\s*(?=[{HAN}])|等?\s*$)"
)
"""甲（1）、乙（排名第2）、丙 3/5; brackets part names too: 甲（1）乙（2）."""
_WHEN = ("won", "year", "published")
_OF_COMPLETERS = re.compile("完成人|个人|本人")


def honour_rows(case: Case) -> Iterator[Assertion]:
    """RECEIVED, of those whom a row names, else of the work: 2019 | 某省科技进步奖 | 二等奖 | 甲（1）、乙（2）.

    A row in whose last cell is more than names tells nothing.
    """
    for record in case.form.of("honour"):
        who = list(_holders(case, record))
        for honour in honours_in(case.form.view(record.fields["award"])):
            _, grade = award_name("奖" + _text(case, record, "grade"))
            year = honour.year or year_of(" ".join(_text(case, record, field) for field in _WHEN))
            whole = replace(honour, span=_span(case, record), year=year, grade=honour.grade or grade)
            for ref, rank in who:
                yield from received(case, ref, replace(whole, rank=rank), HONOUR_TABLE_ROW)


def _holders(case: Case, record: Record) -> Iterator[tuple[EntityRef, int | None]]:
    if "holders" not in record.fields:
        yield from () if _of_completers(case, record) else ((case.achievement, None),)
        return
    words, at = _text(case, record, "holders"), 0
    found: list[tuple[EntityRef, int | None]] = []
    while at < len(words):
        one = _HOLDER.match(words, at)
        name = heal_name(one["name"]).replace(" ", "") if one else ""
        if one is None or not could_be_named(name):
            return
        rank = one["rank"] or one["over"]
        found.append((case.person(name), rank_of(rank) if rank else None))
        at = one.end()
    yield from found


def _of_completers(case: Case, record: Record) -> bool:
    """Whether the line above the table says that the awards are those of the completers."""
    above = (
        line for line in reversed(case.form.page.text[: record.extent[0]].split("\n")) if line.strip() and "\t" not in line
    )
    return _OF_COMPLETERS.search(next(above, "")) is not None


def _text(case: Case, record: Record, name: str) -> str:
    value = record.fields.get(name)
    return case.form.text(value).strip() if value else ""


def _span(case: Case, record: Record) -> Span:
    return case.form.page.span(*record.extent)

"""Tables of centres: a house to a row, who leads its work and by which techniques (医院|负责人|主要技术|年检查量)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.lexicon import organization_kind
from ingest.prose.people.described import employer_of
from ingest.table.crews import ONLY_ASKED
from ingest.table.installed import installations
from ingest.table.lines import Value
from ingest.table.performance import grids
from ingest.table.performance_lines import Sheet
from ingest.table.rosters import EMPLOYERS, people_in
from ingest.table.speaker import Speaker
from ingest.table.tallied import HOUSES
from ingest.table.techniques import OF_TECHNIQUES, techniques_in
from kg.model import Assertion, Document, EntityRef, Span
from kg.text import heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["CENTRE", "centre_facts", "centres_in"]

CENTRE = "listing.centre"
"""A house in a row, with who leads its work there and the techniques that it uses."""

_HOUSES = re.compile(rf"{HOUSES.pattern}|挂靠(?:单位|医院|机构)")
_LEADS = re.compile(
    "(?:(?:中心|学科|学术|技术|科室|团队|课题组|研究组)?(?:负责人|带头人|主任|牵头人)"
    "|(?:研究|科研|代表性?|主要|核心)*(?:团队|课题组|研究组|人物|学者))(?:姓名)?"
)
_TEAM = re.compile("(?:的?(?:研究|科研|创新)?(?:团队|课题组|研究组|小组)|等人?)$")
"""Behind the name of who leads it: 霍某|团队."""
_DIRECTIONS = re.compile("(?:主要|特色|主攻|技术|代表性?)*(?:研究(?:方向|内容|领域)|方向|技术(?:方向|领域)?)")
_OF_PROJECTS = re.compile("项目|课题(?!组)|经费|金额|编号|批准号|论文|奖|题目|成果")
"""Heads of tables whose rows are projects or works, at a house."""
_FEWEST, _FURTHEST = 2, 400


def centre_facts(document: Document, ingester: str, nlp: Language) -> Iterator[Assertion]:
    """AFFILIATED_WITH of who leads, and WORKS_ON of the house and of who leads, by the techniques of the row."""
    devices = [one.table.span for one in installations(document)]  # who leads is read beside those
    for sheet, house, lead, technique in centres_in(document):
        for row in sheet.rows:
            spans = [cell.span for cell in row.values()]
            whole = Span(start=min(one.start for one in spans), end=max(one.end for one in spans))
            name = heal_name(row[house].text) if house in row else ""
            if organization_kind(name) not in EMPLOYERS or whole.end - whole.start > _FURTHEST:
                continue
            speaker = Speaker(document=document, ingester=ingester, rule=CENTRE, span=whole)
            body = EntityRef(label="Organization", name=name)
            told = any(one.start <= whole.start < one.end for one in devices)
            yield from _row(
                speaker,
                body,
                row.get(-1 if lead is None or told else lead),
                techniques_in(row[technique].text, nlp) if technique in row else [],
            )


def centres_in(document: Document) -> Iterator[tuple[Sheet, int, int | None, int | None]]:
    """The tables of centres, each with the columns of the houses, of who leads there and of the techniques."""
    for sheet in grids(document):
        house, lead, technique = (_at(sheet, head) for head in (_HOUSES, _LEADS, OF_TECHNIQUES))
        technique = _at(sheet, _DIRECTIONS) if technique is None and lead is not None else technique
        told = house is not None and (lead is not None or technique is not None) and len(sheet.rows) >= _FEWEST
        asked = lead is not None and ONLY_ASKED.search(sheet.caption)
        if house is not None and told and not asked and not any(map(_OF_PROJECTS.search, sheet.heads.values())):
            yield sheet, house, lead, technique


def _row(speaker: Speaker, body: EntityRef, lead: Value | None, techniques: list[EntityRef]) -> Iterator[Assertion]:
    lead = replace(lead, text=_TEAM.sub("", lead.text), raw=_TEAM.sub("", lead.raw)) if lead is not None else None
    people = people_in(lead) if lead is not None else ()
    for one in techniques:
        yield speaker.fact(body, "WORKS_ON", one)
    if len(people) == 1:
        employer = employer_of(body)
        person = EntityRef(label="Person", name=people[0], context=employer.name)
        yield speaker.fact(person, "AFFILIATED_WITH", employer)
        for one in techniques:
            yield speaker.fact(person, "WORKS_ON", one)


def _at(sheet: Sheet, head: re.Pattern[str]) -> int | None:
    return next((at for at, words in sorted(sheet.heads.items()) if head.fullmatch(words)), None)

"""Tables of centres: a house to a row, who leads its work and by which techniques (医院|负责人|主要技术|年检查量)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.lexicon import could_be_person, organization_kind
from ingest.prose.people.described import employer_of
from ingest.table.installed import installations
from ingest.table.lines import Value
from ingest.table.performance import grids
from ingest.table.performance_lines import Sheet
from ingest.table.recognise import could_be_named
from ingest.table.rosters import EMPLOYERS, people_in
from ingest.table.speaker import Speaker
from ingest.table.tallied import HOUSES
from ingest.table.techniques import OF_TECHNIQUES, techniques_in
from kg.model import Assertion, Document, EntityRef, Span
from kg.text import heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["CENTRE", "centre_facts"]

CENTRE = "listing.centre"
"""A house in a row, with who leads its work there and the techniques that it uses."""

_LEADS = re.compile("(?:中心|学科|技术|科室|团队)?(?:负责人|带头人|主任|牵头人)(?:姓名)?")
_OF_PROJECTS = re.compile("项目|课题|经费|金额|编号|批准号|论文|奖|题目|成果")
"""Heads of tables whose rows are projects or works, at a house."""
_FEWEST, _FURTHEST = 2, 400


def centre_facts(document: Document, ingester: str, nlp: Language) -> Iterator[Assertion]:
    """AFFILIATED_WITH of who leads, and WORKS_ON of the house and of who leads, by the techniques of the row."""
    devices = [one.table.span for one in installations(document)]  # who leads is read beside those
    for sheet in grids(document):
        house, lead, technique = (_at(sheet, head) for head in (HOUSES, _LEADS, OF_TECHNIQUES))
        if house is None or (lead is None and technique is None) or len(sheet.rows) < _FEWEST:
            continue
        if any(_OF_PROJECTS.search(head) for head in sheet.heads.values()):
            continue
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


def _row(speaker: Speaker, body: EntityRef, lead: Value | None, techniques: list[EntityRef]) -> Iterator[Assertion]:
    who = heal_name(lead.text) if lead is not None else ""
    for one in techniques:
        yield speaker.fact(body, "WORKS_ON", one)
    if (could_be_person(who) or could_be_named(who)) and not (lead is not None and len(people_in(lead)) > 1):
        employer = employer_of(body)
        person = EntityRef(label="Person", name=who, context=employer.name)
        yield speaker.fact(person, "AFFILIATED_WITH", employer)
        for one in techniques:
            yield speaker.fact(person, "WORKS_ON", one)


def _at(sheet: Sheet, head: re.Pattern[str]) -> int | None:
    return next((at for at, words in sorted(sheet.heads.items()) if head.fullmatch(words)), None)

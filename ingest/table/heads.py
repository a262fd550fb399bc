"""Rows of branches with those who head them: 神经影像专业委员会 | 主任委员 | 所在单位 | 副主任委员."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import could_be_person, is_person, organization_kind
from ingest.names import organizations
from ingest.prose.people.described import OFFICE, employer_of
from ingest.table.captions import caption_text
from ingest.table.lines import Value
from ingest.table.recognise import could_be_named, is_branch
from ingest.table.speaker import Speaker
from ingest.tables import Row, Sheet
from kg.model import Assertion, Document, EntityRef
from kg.text import HAN, heal_name

__all__ = ["heads_row", "is_of_heads", "is_of_terms", "society_above", "society_titled", "term_row"]

_OFFICE = re.compile(OFFICE)
_NOW = re.compile("^(?:现任|本届|现)(?=.)")
"""What a head says of the time of an office that is held now."""
_PAST = re.compile("^历[任届]")
_OF_TERM = re.compile("(?:历[任届])?(?:主任委员|会长|理事长|主席)")
_SOCIETY = re.compile(rf"(?P<name>[{HAN}]{{3,24}}?(?:学会|医师协会|协会|研究会|联合会))(?!的|会员|章程)")
_NAME = re.compile(
    rf"\s*(?P<name>[{HAN}·](?:[ \u3000]*[{HAN}·]){{1,7}}?)\s*(?:[（(](?P<house>[^（）()]{{3,30}})[)）])?\s*(?:[、，,；;]|$)"
)


def is_of_heads(sheet: Sheet) -> bool:
    """Whether a table has a column of branches and one of an office that people hold in each."""
    return "branch" in sheet.roles and "session" not in sheet.roles and any(_OFFICE.fullmatch(c.header) for c in sheet.columns)


def is_of_terms(sheet: Sheet) -> bool:
    """Whether a table tells who held one office of a society term by term: 届次 | 会长 | 工作单位 | 任期."""
    held = [one for one in sheet.columns if _OF_TERM.fullmatch(one.header)]
    return "session" in sheet.roles and "branch" not in sheet.roles and len(held) == 1


def society_titled(document: Document) -> str:
    """The one society or branch that the title names, of a society and its branch the branch; "" for none."""
    named = {heal_name(document.title[one.start : one.end]) for one in organizations(document.title)}
    told = [name for name in named if organization_kind(name) in ("society", "society_branch")]
    return told[0] if len(told) == 1 else ""


def term_row(speaker: Speaker, row: Row, society: str) -> Iterator[Assertion]:
    """MEMBER_OF of the one who held the office in a term, and AFFILIATED_WITH the house beside the name."""
    office, cell = next(((one.header, cell) for one, cell in row.others if _OF_TERM.fullmatch(one.header)), ("", None))
    people = list(_people(cell)) if cell is not None else []
    if not society or len(people) != 1:
        return
    home = people[0][1] or heal_name(row.text("host"))
    employer = employer_of(EntityRef(label="Organization", name=home)) if organization_kind(home or "无") else None
    who = EntityRef(label="Person", name=people[0][0], context=employer.name if employer is not None else "")
    body, role = EntityRef(label="Organization", name=society), (_PAST.sub("", office),)
    yield speaker.fact(who, "MEMBER_OF", body, role=role, term=row.text("session"))
    if employer is not None:
        yield speaker.fact(who, "AFFILIATED_WITH", employer)


def society_above(document: Document, sheet: Sheet) -> str:
    """The one society that the words above a table, or the title, name; "" for none."""
    for words in (*map(caption_text, sheet.context), document.title):
        found = _SOCIETY.search(heal_name(words))
        if found is not None:
            return found["name"]
    return ""


def heads_row(speaker: Speaker, row: Row, society: str) -> Iterator[Assertion]:
    """PART_OF of the branch, MEMBER_OF of those who hold an office in it, AFFILIATED_WITH of the one who heads it."""
    name = heal_name(row.text("branch"))
    whole = row.text("society") or society
    if not is_branch(name) or not (whole or organization_kind(name)):
        return
    branch = EntityRef(label="Organization", name=name if not whole or name.startswith(whole) else whole + name)
    if whole and branch.name != whole:
        yield from speaker.attributes(branch, kind="society_branch")
        yield speaker.fact(branch, "PART_OF", EntityRef(label="Organization", name=whole))
    offices = [(_NOW.sub("", one.header), cell) for one, cell in row.others if _OFFICE.fullmatch(one.header)]
    for place, (office, cell) in enumerate(offices):
        people = list(_people(cell))
        for person, house in people:
            home = house or (heal_name(row.text("host")) if place == 0 and len(people) == 1 else "")
            employer = employer_of(EntityRef(label="Organization", name=home)) if organization_kind(home or "无") else None
            who = EntityRef(label="Person", name=person, context=employer.name if employer is not None else "")
            yield speaker.fact(who, "MEMBER_OF", branch, role=(office,))
            if employer is not None:
                yield speaker.fact(who, "AFFILIATED_WITH", employer)


def _people(cell: Value) -> Iterator[tuple[str, str]]:
    """The people of a cell, each with the house in the brackets behind the name; none where a part of it is no name."""
    at, found = 0, []
    while (item := _NAME.match(cell.raw, at)) is not None and item.end() > at:
        found.append((heal_name(item["name"]), heal_name(item["house"] or "")))
        at = item.end()
    plain = sum(is_person(name) for name, _ in found)
    shaped = all(is_person(name) or could_be_person(name) or could_be_named(name) for name, _ in found)
    if at == len(cell.raw) and shaped and (plain * 2 >= len(found) or len(found) == 1):
        yield from found

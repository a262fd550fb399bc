"""Tables of learned societies and their branches, of their officers, of those who speak at meetings, and of people at large."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.layout import heal
from ingest.lexicon import TITLES, could_be_person, organization_kind
from ingest.mentions import mentions
from ingest.prose.people.committees import listed_people
from ingest.prose.people.described import OFFICE, employer_of
from ingest.table.crews import fields_row
from ingest.table.groups import group_row, group_rows
from ingest.table.heads import heads_row, is_of_heads, is_of_terms, society_above, society_titled, term_row
from ingest.table.lines import Value
from ingest.table.officers import body_listed, offices_of, tells_offices, term_listed
from ingest.table.recognise import could_be_named, is_branch, is_society, persons
from ingest.table.rosters import EMPLOYERS, cell_under, employer_in, is_roster, made_by, named, roster_row, works_at
from ingest.table.speaker import Speaker
from ingest.tables import FARTHEST, Row, Sheet, sheets
from kg.model import Assertion, Document, EntityRef, Fact, Span
from kg.text import HAN, heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["SocietyIngester"]

BRANCH_ROW = "society.branch-row"
"""A branch stands in the row of its society."""
OFFICER_ROW = "society.officer-row"
"""A person stands in the row of an office, in a table of the officers of the society that its heading names."""
HEADS_ROW = "society.heads-row"
"""Those who head a branch stand in its row."""
TERM_ROW = "society.term-row"
"""Who headed a society stands in the row of the term."""
ROSTER_ROW = "society.roster-row"
"""A person stands beside the institution, in a table of people; what they had a part in, the words above it name."""
SPEAKER_ROW = "society.speaker-row"
"""Who speaks at a meeting stands beside the institution, in a table of its talks."""
SPEAKER_TOPIC = "society.speaker-topic"
"""What the title of a talk names, in a table of talks with those who give them."""

GROUP_ROW = "society.group-row"
"""People stand behind their part in a group (组长, 执笔, 成员), each with the institution in brackets."""

_SEPARATOR = re.compile(r"[、；;，,]")
_HOUSE_OF_SOCIETY = re.compile(r"^[（(][^（）()]{3,30}[)）](?=.)")
"""The body that a society is with, below its name in a cell that lost its edges."""
_INNER = re.compile(
    rf"(?P<above>[{HAN}]{{2,24}}?(?:分会|专业委员会|专委会))(?!委员会)[{HAN}]{{2,24}}(?:学组|工作组|协作组|专业组)"
)
_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_AT_HOME = re.compile(
    rf"(?P<name>[{HAN}](?:\s{{0,4}}[{HAN}·]){{1,7}}?|(?P<latin>[A-Z][A-Za-z.\-]+(?: [A-Z][A-Za-z.\-]*){{1,3}}))\s*"
    rf"(?:{_TITLE}|主任|博士)?\s*[（(]\s*(?P<house>[^（）()\s，,]{{4,30}})(?:[\s，,、]*(?P<title>{_TITLE}))?\s*[)）]"
)
"""Who speaks, with house and title in brackets behind the name: 张三（某某大学 教授）."""
_HEADS_IT = re.compile("(?:副?主任|负责人|牵头人|召集人)")
_NAMED = re.compile(
    "(?:专家|委员|理事|成员|人员)?(?:姓名|名单)(?:[（(/、及和与](?:所在|工作|所属)?单位[)）]?)?|委员|专家|成员|人员"
)
_POST = re.compile(".*(?:职务|任职|任命|届内|会内).*")
_OFFICES = re.compile(rf"(?:拟任)?(?P<offices>{OFFICE}(?:[、兼/和]{OFFICE})*)")
_NO_TALKS = frozenset({"money", "code", "program", "work", "award", "facility", "product", "branch"})
_NO_OFFICERS = _NO_TALKS | {"title"}


class SocietyIngester:
    """Reads which branch belongs to which society, who holds which office in one, and where those who speak work."""

    name = "society"
    version = "1"
    emits = frozenset({"PART_OF", "MEMBER_OF", "AFFILIATED_WITH", "AUTHORED", "WORKS_ON"})

    def accepts(self, document: Document) -> bool:
        """Whether a table of the document has societies and branches, the officers of one, or talks with their speakers."""
        told = (_is_of_societies, is_of_heads, is_of_terms, _speakers, is_roster)
        tables = any(any(of(sheet) for of in told) or _of_officers(document, sheet) for sheet in sheets(document))
        return tables or any(True for _ in group_rows(document))

    def ingest(self, document: Document, nlp: Language) -> Iterator[Assertion]:
        """Branches PART_OF societies, with the kind of both and the category of the society; officers and speakers."""
        for sheet in sheets(document):
            society = _of_officers(document, sheet)
            offices = offices_of(sheet) if society is not None else ()
            term = term_listed(document, sheet, society) if society is not None else ""
            for place, row in enumerate(sheet.rows):
                if is_of_heads(sheet):
                    above = society_above(document, sheet)
                    yield from heads_row(self._speaker(document, HEADS_ROW, row.span), row, above)
                elif is_of_terms(sheet):
                    yield from term_row(self._speaker(document, TERM_ROW, row.span), row, society_titled(document))
                elif _is_of_societies(sheet):
                    yield from _row(self._speaker(document, BRANCH_ROW, _words(row)), row, sheet)
                elif society is not None:
                    speaker = self._speaker(document, OFFICER_ROW, row.span)
                    yield from _officer(speaker, row, society, offices[place], term)
                    yield from _fields(speaker, row, sheet, nlp)
                elif _speakers(sheet):
                    yield from _talk(self._speaker(document, SPEAKER_ROW, row.span), row, nlp)
                elif is_roster(sheet):
                    speaker = self._speaker(document, ROSTER_ROW, row.span)
                    yield from roster_row(speaker, row, made_by(document, sheet))
                    yield from _fields(speaker, row, sheet, nlp)

        for listed in group_rows(document):
            yield from group_row(self._speaker(document, GROUP_ROW, listed.span), listed)

    def _speaker(self, document: Document, rule: str, span: Span) -> Speaker:
        return Speaker(document=document, ingester=self.name, rule=rule, span=span)


def _is_of_societies(sheet: Sheet) -> bool:
    return {"society", "branch"} <= sheet.roles


def _of_officers(document: Document, sheet: Sheet) -> EntityRef | None:
    """The society, council or group whose people a table lists by its heading; None for any other table."""
    if _NO_OFFICERS & sheet.roles or not any(_NAMED.fullmatch(column.header) for column in sheet.columns):
        return None
    return body_listed(document, sheet) if tells_offices(sheet) else None


def _officer(speaker: Speaker, row: Row, society: EntityRef, offices: tuple[str, ...], term: str) -> Iterator[Assertion]:
    cell = row.get("lead") or cell_under(row, _NAMED)
    name, titles = named(row, cell)
    if not name:
        if offices and cell is not None:
            yield from _officers(speaker, cell, society, offices, term)
        return
    employer = employer_in(row)
    person = EntityRef(label="Person", name=name, context=employer.name if employer is not None else "")
    if offices:
        yield speaker.fact(person, "MEMBER_OF", society, role=offices, term=term)
    yield from works_at(speaker, row, person, employer, titles)


def _fields(speaker: Speaker, row: Row, sheet: Sheet, nlp: Language) -> Iterator[Assertion]:
    name, _ = named(row, row.get("lead") or cell_under(row, _NAMED))
    home = employer_in(row)
    if name:
        yield from fields_row(speaker, row, sheet, name, home.name if home is not None else "", nlp)


def _officers(speaker: Speaker, cell: Value, society: EntityRef, offices: tuple[str, ...], term: str) -> Iterator[Assertion]:
    """MEMBER_OF of all whom a cell lists, and where each works whose house stands in brackets: 委员 | 张三（甲医院）、李四."""
    for one in listed_people(cell.raw):
        home = one.employer
        person = EntityRef(label="Person", name=one.name, context=home.name if home is not None else "")
        yield speaker.fact(person, "MEMBER_OF", society, role=offices, term=term)
        if home is not None:
            yield speaker.fact(person, "AFFILIATED_WITH", home)


def _speakers(sheet: Sheet) -> bool:
    """Whether a table tells talks, the institution right behind the column of those who give them, or behind each name."""
    columns = [one for one in sheet.columns if one.role != "rank"]
    beside = any(one.role == "speaker" and two.role == "host" for one, two in pairwise(columns))
    noted = not beside and "host" not in sheet.roles and any(map(_noted_home, sheet.rows))
    return (beside or noted) and not _NO_TALKS & sheet.roles


def _noted_home(row: Row) -> re.Match[str] | None:
    cell = row.get("speaker")
    return _AT_HOME.fullmatch(cell.raw.strip()) if cell is not None else None


def _talk(speaker: Speaker, row: Row, nlp: Language) -> Iterator[Assertion]:
    """Where the one works who gives the talk of a row, and what the talk's title tells of the work."""
    for fact in _talker(speaker, row):
        yield fact
        if isinstance(fact, Fact) and fact.predicate == "AFFILIATED_WITH":
            title = row.get("talk") or row.get("title") or row.get("theme")
            view = heal(speaker.document.text, title.span) if title is not None else None
            for one in mentions(view, nlp) if view is not None else ():
                if one.label == "Technology":
                    yield replace(speaker, rule=SPEAKER_TOPIC).fact(fact.subject, "WORKS_ON", one.ref)


def _talker(speaker: Speaker, row: Row) -> Iterator[Assertion]:
    noted = _noted_home(row) if not row.get("host") else None
    if noted is not None:
        house = heal_name(noted["house"])
        name = heal_name(noted["name"])
        if organization_kind(house) in EMPLOYERS and (could_be_person(name) or noted["latin"]):
            home = employer_of(EntityRef(label="Organization", name=house))
            titles = [noted["title"]] if noted["title"] else []
            yield from works_at(speaker, row, EntityRef(label="Person", name=name, context=home.name), home, titles)
        return
    name, titles = named(row, row.get("speaker"))
    employer = employer_in(row)
    if name and employer is not None:
        yield from works_at(speaker, row, EntityRef(label="Person", name=name, context=employer.name), employer, titles)


def _words(row: Row) -> Span:
    """From the society to the branch, with what a merged cell has between them."""
    ends = [cell.span for role in ("society", "branch") if (cell := row.get(role))]
    if len(ends) < 2 or max(span.end for span in ends) - min(span.start for span in ends) > FARTHEST:
        return row.span
    return Span(start=min(span.start for span in ends), end=max(span.end for span in ends))


def _row(speaker: Speaker, row: Row, sheet: Sheet) -> Iterator[Assertion]:
    name = row.text("society")
    if not is_society(name):
        return
    society = EntityRef(label="Organization", name=name)
    yield from speaker.attributes(society, kind="society", category=row.text("category"))
    branches = list(filter(is_branch, _branches(_HOUSE_OF_SOCIETY.sub("", row.text("branch")))))
    for part in branches:
        branch = EntityRef(label="Organization", name=part if part.startswith(name) else name + part)
        inner = _INNER.fullmatch(part)
        above = name + inner["above"] if inner is not None and not part.startswith(name) else name
        yield from speaker.attributes(branch, kind=organization_kind(branch.name) and "society_branch")
        yield speaker.fact(branch, "PART_OF", EntityRef(label="Organization", name=above))
        if len(branches) == 1:
            yield from _heads(replace(speaker, rule=HEADS_ROW, span=row.span), row, branch, sheet)


def _heads(speaker: Speaker, row: Row, branch: EntityRef, sheet: Sheet) -> Iterator[Assertion]:
    """Who heads the branch of a row, with the office that its cell, else the column's head, tells."""
    cell, column = row.get("lead"), sheet.column("lead")
    if cell is None or column is None:
        return
    plain = persons(cell.raw)
    alone = could_be_person(cell.text) or could_be_named(cell.text)
    name = plain[0] if len(plain) == 1 else cell.text if alone and not plain else ""
    if not name:
        return
    post = cell_under(row, _POST)
    office = heal_name(post.text) if post is not None else heal_name(column.header)
    employer = employer_in(row)
    person = EntityRef(label="Person", name=name, context=employer.name if employer is not None else "")
    if _OFFICES.fullmatch(office) or _HEADS_IT.fullmatch(office):
        yield speaker.fact(person, "MEMBER_OF", branch, role=(office,))
    if employer is not None:
        yield speaker.fact(person, "AFFILIATED_WITH", employer)


def _branches(cell: str) -> list[str]:
    """The branches that a cell lists; a mark inside a name ("神经、精神影像分会") parts nothing."""
    parts = [part.strip() for part in _SEPARATOR.split(cell)]
    return parts if all(map(is_branch, parts)) else [cell]

"""Tables of honours, of facilities and of approved products: whose column heads say what a row is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.award import AwardIngester
from ingest.lexicon import organization_kind
from ingest.prose.facilities import facility_of
from ingest.prose.phrases import listed
from ingest.table.captions import caption_text
from ingest.table.dates import read_date, read_years
from ingest.table.facilities import facility_row, setting_of
from ingest.table.recognise import organizations, persons
from ingest.table.speaker import Speaker
from ingest.tables import Row, Sheet, sheets
from kg.model import Assertion, Document, EntityRef
from kg.text import HAN

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["ListingIngester"]

HONOUR_ROW = "listing.honour"
"""A work or a person in a row with the award that it received."""
FACILITY_ROW = "listing.facility"
"""A facility in a row with its host and its place."""
APPROVAL_ROW = "listing.approval"
"""A product in a row with who registered it, and the authority that its number or the caption names."""

_GRADE = re.compile(r"(?:特|[一二三])等奖|[金银铜]奖")
_AWARD = re.compile(
    rf"(?P<name>[{HAN}“”·]{{2,24}}?(?:(?<=[步明学技疗造])(?=(?:特|[一二三])等奖)|奖(?![励项学]|候选)))(?P<grade>(?:特|[一二三])等奖)?"
)
_BEFORE_AWARD = re.compile(r"^.*(?:获得?|荣获|授予|关于|历年|近年来|年度|届|[的为与和、])(?=.)")
_GIVEN = re.compile("获奖|授奖|获得|荣获|奖励目录|获[^，。；]{2,24}奖")
_APPLIED_FOR = re.compile("申报|推荐|提名|候选|受理|拟")
_STATE_NUMBER = re.compile(r"国械注[准进许]\s*\d{8,}")
"""Numbers that the national authority alone gives."""
_AUTHORITY = "国家药品监督管理局"
_AUTHORITY_NAMED = re.compile(r"国家药品监督管理局|国家药监局|NMPA")
_NO_WORK = re.compile(r"合计|小计|总计|无|—|-")
_SHORTEST = 4
_OF_FACILITIES = frozenset({"host", "place", "builders", "equipment", "investment", "money"})
_TOPICS = frozenset({"Technology", "Disease"})


class ListingIngester:
    """Reads lists of honours, of facilities with their hosts, builders, sums and figures, and of approved products."""

    name = "listing"
    version = "1"
    emits = frozenset(
        {
            *("RECEIVED", "PARTICIPATED_IN", "COMPLETED", "HOSTED_BY", "LOCATED_IN", "APPROVED_BY", "WORKS_ON"),
            *("CONCERNS", "TARGETS", "BUILT", "FUNDED_BY", "HAS_METRIC", "AFFILIATED_WITH"),
        }
    )

    def accepts(self, document: Document) -> bool:
        """Whether a table of the document lists honours, facilities or approvals; lists of nominations are read as such."""
        return any(_reader_of(sheet) for sheet in sheets(document)) and not AwardIngester().accepts(document)

    def ingest(self, document: Document, nlp: Language) -> Iterator[Assertion]:
        """What each row says; a cell that cannot be read is left out, a row without its first thing gives nothing."""
        for sheet in sheets(document):
            rule = _reader_of(sheet)
            setting = setting_of(document, sheet)
            for row in sheet.rows if rule else ():
                speaker = Speaker(document=document, ingester=self.name, rule=rule, span=row.span)
                if rule == HONOUR_ROW:
                    yield from _honour(speaker, row, sheet, nlp)
                elif rule == FACILITY_ROW:
                    yield from facility_row(speaker, row, sheet, setting, nlp)
                else:
                    yield from _approval(speaker, row, sheet)


def _reader_of(sheet: Sheet) -> str:
    """The rule that a table's heads ask for, "" where none does."""
    roles = sheet.roles
    if roles & {"work", "winners"} and roles & {"award", "grade"} and (_award_above(sheet) or "award" in roles):
        return HONOUR_ROW if _is_given(sheet) else ""
    if "product" in roles and roles & {"licence", "maker"}:
        return APPROVAL_ROW
    if "facility" in roles:
        return FACILITY_ROW if roles & _OF_FACILITIES and not roles & {"session", "work"} else ""
    named = "title" in roles and roles & {"host", "place"} and _are_facilities(sheet)
    return FACILITY_ROW if named and not roles & {"lead", "code", "session"} else ""


def _is_given(sheet: Sheet) -> bool:
    """Whether the heads or the words above say that the awards were given, and none that they are only applied for."""
    words = " ".join([*(column.header for column in sheet.columns), *sheet.context])
    return bool(_GIVEN.search(words)) and not _APPLIED_FOR.search(words)


def _are_facilities(sheet: Sheet) -> bool:
    """Whether most of the things that a column of names holds are facilities."""
    names = [row.text("title") for row in sheet.rows if row.text("title")]
    return bool(names) and sum(facility_of(name) is not None for name in names) * 2 > len(names)


def _honour(speaker: Speaker, row: Row, sheet: Sheet, nlp: Language) -> Iterator[Assertion]:
    told = _award(row, sheet)
    if told is None:
        return
    name, grade = told
    award = EntityRef(label="Award", name=name)
    years = read_years(row.text("year")) or _years_above(sheet)
    year = years[0] if len(years) == 1 else None
    people, work = row.get("winners"), row.get("work")
    winners = persons(people.raw) if people else ()
    if work and len(work.text) >= _SHORTEST and not _NO_WORK.fullmatch(work.text):
        achievement = EntityRef(label="Achievement", name=work.text.strip("“”《》"))
        yield speaker.fact(achievement, "RECEIVED", award, year=year, grade=grade)
        yield from _makers(speaker, row, achievement, winners)
        yield from speaker.topics(achievement, work.span, nlp, labels=_TOPICS)
    elif "work" not in sheet.roles:
        for winner in winners:
            yield speaker.fact(EntityRef(label="Person", name=winner), "RECEIVED", award, year=year, grade=grade)


def _makers(speaker: Speaker, row: Row, achievement: EntityRef, winners: tuple[str, ...]) -> Iterator[Assertion]:
    cell = row.get("units")
    units = organizations(cell.raw) if cell else ()
    for rank, name in enumerate(winners, 1):
        person = EntityRef(label="Person", name=name, context=units[0] if len(units) == 1 and len(winners) == 1 else "")
        yield speaker.fact(person, "PARTICIPATED_IN", achievement, rank=rank if len(winners) > 1 else None)
    for rank, name in enumerate(units, 1):
        unit = EntityRef(label="Organization", name=name)
        yield from speaker.attributes(unit, kind=organization_kind(name))
        yield speaker.fact(unit, "COMPLETED", achievement, rank=rank if len(units) > 1 else None)


def _award(row: Row, sheet: Sheet) -> tuple[str, str | None] | None:
    """The award of a row and its grade: from its cells, its group's heading, the words above the table."""
    own = _named(row.text("award"))
    name, grade = own or _award_above(sheet) or ("", None)
    stated = (_GRADE.search(text) for text in (row.text("grade"), row.text("award"), row.group.text if row.group else ""))
    found = next((one.group() for one in stated if one), None)
    return (name, found or grade) if name else None


def _award_above(sheet: Sheet) -> tuple[str, str | None] | None:
    return next((found for text in sheet.context if (found := _named(caption_text(text)))), None)


def _named(text: str) -> tuple[str, str | None] | None:
    """The award that a text names, as its own name with 奖, and the grade behind it."""
    match = _AWARD.search(re.sub(r"\s|(?:19|20)\d{2}\s*年?度?", "", text))
    if match is None:
        return None
    name = _BEFORE_AWARD.sub("", match["name"])
    name = name if name.endswith("奖") else name + "奖"
    return (name, match["grade"]) if len(name) >= _SHORTEST else None


def _years_above(sheet: Sheet) -> tuple[int, ...]:
    if "year" in sheet.roles:
        return ()
    found = {int(year) for text in sheet.context for year in re.findall(r"((?:19|20)\d{2})\s*年?度", text)}
    return tuple(found) if len(found) == 1 else ()


def _approval(speaker: Speaker, row: Row, sheet: Sheet) -> Iterator[Assertion]:
    products = listed(row.text("product"))
    if len(products) != 1 or len(products[0]) < _SHORTEST or _NO_WORK.fullmatch(products[0]):
        return
    product = EntityRef(label="Technology", name=products[0])
    maker, licence = row.get("maker"), row.text("licence")
    for name in organizations(maker.raw) if maker else ():
        yield speaker.fact(EntityRef(label="Organization", name=name), "WORKS_ON", product)
    if _STATE_NUMBER.match(licence) or any(_AUTHORITY_NAMED.search(text) for text in sheet.context):
        when = read_date(row.text("date"))
        years = (int(when.start[:4]),) if when else read_years(row.text("year")) or _years_above(sheet)
        yield speaker.fact(
            product,
            "APPROVED_BY",
            EntityRef(label="Organization", name=_AUTHORITY),
            kind="注册",
            year=years[0] if len(years) == 1 else None,
            number=licence or None,
        )

"""Tables of honours, facilities, approved products, teams and guidelines: whose column heads say what a row is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.announced import announced
from ingest.award import AwardIngester
from ingest.headings import heading_of
from ingest.prose.funding.outlined import guide_of
from ingest.table.admitted import admitted_row, lists_admitted
from ingest.table.centres import centre_facts, centres_in
from ingest.table.contacts import contact_facts, contacts_in, noted_in
from ingest.table.crews import crew_row, lists_crews
from ingest.table.dates import read_date, read_years
from ingest.table.facilities import facility_row, lists_facilities, setting_of
from ingest.table.firms import firms_in
from ingest.table.given_below import given_above, given_row
from ingest.table.guidelines import guideline_row, lists_guidelines
from ingest.table.honours import honour_of, honour_row, lists_honours
from ingest.table.indicated import indicated_facts, indicated_in
from ingest.table.installed import installations, installed_facts
from ingest.table.milestones import milestone_facts, milestones
from ingest.table.owned import holdings, owned_facts
from ingest.table.performance import performance_facts, performances
from ingest.table.ranges import range_facts, ranges_in
from ingest.table.rosters import cell_under
from ingest.table.sorts import sorted_facts, sorted_in
from ingest.table.speaker import Speaker
from ingest.table.studies import studies_in, study_facts
from ingest.table.tallied import tallies, tally_facts
from ingest.table.terms import lists_terms, terms_row
from ingest.table.towns import places
from ingest.table.users import lists_users, performed, user_row
from ingest.tables import Row, Sheet, sheets
from kg.model import Alias, Assertion, Document, EntityRef
from kg.text import HAN, heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["ListingIngester"]

HONOUR_ROW = "listing.honour"
"""A work or a person in a row with the award that it received."""
FACILITY_ROW = "listing.facility"
"""A facility in a row with its host and its place."""
APPROVAL_ROW = "listing.approval"
"""A product in a row with who registered it, and the authority that its number or the caption names."""

TERMS_ROW = "listing.guide-terms"
"""A kind of projects in a row of a guide, with how many are to be had and how much each is given."""

GIVEN_ROW = "listing.given"
"""Who stands in a table was given what the sentence right above it names."""

USER_ROW = "listing.user"
"""A house in a row with the device that it tries out or uses, and who is in charge of it there."""

ADMITTED_ROW = "listing.admitted"
"""A technique in a row that a house admits to its practice, with who is in charge of it."""

CREW_ROW = "listing.crew"
"""A team in a row: its house, its head, what it works on."""

GUIDELINE_ROW = "listing.guideline"
"""A guideline in a row with those who wrote it."""

_STATE_NUMBER = re.compile(r"国械注[准进许]\s*\d{8,}")
"""Numbers that the national authority alone gives."""
_PRODUCTS = re.compile("[、；;]")
_BRANDED = re.compile(
    rf"[{HAN}A-Za-z\d/ ]*[{HAN}]{{4,}}\s+(?P<brand>(?=[A-Za-z\d\- ]*[a-z])[A-Z][A-Za-z]+(?:[\- ]?[A-Z\d][A-Za-z\d]*)?)"
)
"""A product by what it is and by its own name in letters: 某某检测软件 LungLens."""
_YEAR_OF_NUMBER = re.compile(r"国械注[准进许]\s*((?:19|20)\d{2})\d{4,}")
"""A number opens with the year of the first registration."""
_AUTHORITY = "国家药品监督管理局"
_AUTHORITY_NAMED = re.compile(r"国家药品监督管理局|国家药监局|NMPA")
_FDA = "美国食品药品监督管理局"
_ABROAD = re.compile(r"(?:FDA|美国)(?:获批|批准|上市|认证|注册)(?:年份|时间|年)?")
"""The head of the years in which the authority of the United States approved what the rows name."""
_ONLY_REVIEWS = re.compile("审查|受理|申请|公示|来源|优先审批")
_PEOPLE = re.compile(r"[（(]\s*[共计]?\s*\d{1,3}\s*[人名位]\s*[)）]")
_FOR_PEOPLE = re.compile("终身|杰出|突出|青年|人才|个人|医师|科学家|贡献|成就|工作者|之星|人物")
_NO_WORK = re.compile(r"合计|小计|总计|无|—|-")
_SHORTEST = 4
_OF_FACILITIES = frozenset({"host", "place", "builders", "equipment", "investment", "money"})


class ListingIngester:
    """Reads lists of honours, facilities, approved or installed products, teams, guidelines, a field's history, and counts."""

    name = "listing"
    version = "1"
    emits = frozenset(
        {
            *("RECEIVED", "PARTICIPATED_IN", "COMPLETED", "NOMINATED", "HOSTED_BY", "LOCATED_IN", "APPROVED_BY", "WORKS_ON"),
            *("CONCERNS", "TARGETS", "BUILT", "FUNDED_BY", "HAS_METRIC", "AFFILIATED_WITH", "PART_OF", "ADOPTED_BY"),
            *("AUTHORED", "BROADER", "ISSUED_BY"),
        }
    )

    def accepts(self, document: Document) -> bool:
        """Whether a table of the document lists honours, facilities or approvals; lists of nominations are read as such."""
        if AwardIngester().accepts(document):
            return any(_is_of_people(document, sheet) for sheet in sheets(document))
        told = (
            tallies(document) or holdings(document) or installations(document) or milestones(document) or performances(document)
        )
        grids = (
            studies_in(document)
            or sorted_in(document)
            or indicated_in(document)
            or contacts_in(document)
            or noted_in(document)
            or ranges_in(document)
        )
        return bool(told or grids) or any(centres_in(document)) or any(_told_by(document, sheet) for sheet in sheets(document))

    def ingest(self, document: Document, nlp: Language) -> Iterator[Assertion]:
        """What each row says; a cell that cannot be read is left out, a row without its first thing gives nothing."""
        guide = guide_of(document)
        nominations = AwardIngester().accepts(document)
        if not nominations:
            yield from tally_facts(document, self.name)
            yield from owned_facts(document, self.name)
            yield from installed_facts(document, self.name)
            yield from milestone_facts(document, self.name, nlp)
            yield from performance_facts(document, self.name)
            yield from study_facts(document, self.name, nlp)
            yield from centre_facts(document, self.name, nlp)
            yield from sorted_facts(document, self.name, nlp)
            yield from indicated_facts(document, self.name, nlp)
            yield from contact_facts(document, self.name)
            yield from range_facts(document, self.name)
        for sheet in sheets(document):
            rule = _reader_of(document, sheet) if not nominations or _is_of_people(document, sheet) else ""
            setting = setting_of(document, sheet)
            given = given_above(document, sheet) if rule != HONOUR_ROW else None
            for row in sheet.rows if given is not None else ():
                if given is not None:
                    speaker = Speaker(document=document, ingester=self.name, rule=GIVEN_ROW, span=row.span)
                    yield from given_row(speaker, row, given[0], bodies=given[1])
            for row in sheet.rows if rule else ():
                speaker = Speaker(document=document, ingester=self.name, rule=rule, span=row.span)
                if rule == HONOUR_ROW:
                    yield from honour_row(document, speaker, row, sheet, nlp)
                elif rule == TERMS_ROW and guide is not None:
                    yield from terms_row(speaker, row, sheet, guide)
                elif rule == ADMITTED_ROW:
                    yield from admitted_row(document, speaker, row, sheet, nlp)
                elif rule == USER_ROW:
                    yield from user_row(speaker, row, sheet)
                elif rule == CREW_ROW:
                    yield from crew_row(speaker, row, sheet, nlp)
                elif rule == GUIDELINE_ROW:
                    yield from guideline_row(speaker, row, sheet)
                elif rule == FACILITY_ROW:
                    yield from facility_row(speaker, row, sheet, setting, nlp)
                else:
                    yield from _approval(speaker, row, sheet, nlp)
                    if lists_users(sheet):
                        yield from user_row(replace(speaker, rule=USER_ROW), row, sheet)


def _told_by(document: Document, sheet: Sheet) -> bool:
    return bool(_reader_of(document, sheet)) or given_above(document, sheet) is not None


def _is_of_people(document: Document, sheet: Sheet) -> bool:
    """Whether a table beside those of works lists people below the heading of an award for people: 某青年奖（2人）."""
    above = next(iter(sheet.headings), "")
    named = heading_of(above)
    if named is None or not named.name or not (_PEOPLE.search(above) or _FOR_PEOPLE.search(named.name)):
        return False
    return announced(document) and not sheet.roles & {"work", "title"} and lists_honours(document, sheet)


def _reader_of(document: Document, sheet: Sheet) -> str:
    """The rule that a table's heads ask for, "" where none does."""
    roles = sheet.roles
    if lists_honours(document, sheet):
        return HONOUR_ROW
    if lists_terms(sheet, guide_of(document)):
        return TERMS_ROW
    if lists_admitted(document, sheet):
        return ADMITTED_ROW
    if roles & {"work", "winners"} and roles & {"award", "grade"}:
        return ""
    if any(one.table.span.start <= sheet.span.start < one.table.span.end for one in installations(document)):
        return CREW_ROW if lists_crews(sheet) else ""
    if any(one.table.span.start <= sheet.span.start < one.table.span.end for one in ranges_in(document)):
        return ""
    if "product" in roles and roles & {"licence", "maker"}:
        return APPROVAL_ROW
    if lists_users(sheet):
        return USER_ROW
    if lists_guidelines(sheet):
        return GUIDELINE_ROW
    if lists_crews(sheet):
        return CREW_ROW
    if "facility" in roles:
        return FACILITY_ROW if roles & _OF_FACILITIES and not roles & {"session", "work"} else ""
    return FACILITY_ROW if lists_facilities(sheet) else ""


def _years_above(sheet: Sheet) -> tuple[int, ...]:
    if "year" in sheet.roles:
        return ()
    found = {int(year) for text in sheet.context for year in re.findall(r"((?:19|20)\d{2})\s*年?度", text)}
    return tuple(found) if len(found) == 1 else ()


def _approval(speaker: Speaker, row: Row, sheet: Sheet, nlp: Language) -> Iterator[Assertion]:
    products = [one.strip() for one in _PRODUCTS.split(row.text("product"))]
    if len(products) != 1 or len(products[0]) < _SHORTEST or _NO_WORK.fullmatch(products[0]):
        return
    product = EntityRef(label="Technology", name=products[0])
    maker, licence = row.get("maker"), row.text("licence")
    makers = firms_in(maker) if maker else ()
    column = sheet.column("maker")
    for name in makers:
        body = EntityRef(label="Organization", name=name)
        yield speaker.fact(body, "WORKS_ON", product, role=(heal_name(column.header),) if column is not None else None)
    if (brand := _BRANDED.fullmatch(product.name)) is not None:
        yield Alias(of=product, name=brand["brand"], evidence=speaker.evidence)
    yield from performed(speaker, row, product)
    if len(makers) == 1 and (place := places(row.text("place"))):
        yield speaker.fact(EntityRef(label="Organization", name=makers[0]), "LOCATED_IN", EntityRef(label="Place", name=place))
    if (honour := honour_of(row, sheet)) is not None:
        yield speaker.fact(product, "RECEIVED", honour[0], **honour[1])
    if (named := row.get("product")) is not None:
        told = speaker.topics(product, named.stretches, nlp, labels=frozenset({"Disease"}))
        yield from (one for one in told if one.predicate == "TARGETS")
    if (use := row.get("indication")) is not None:
        told = speaker.topics(product, use.stretches, nlp, labels=frozenset({"Disease"}))
        yield from (one for one in told if one.predicate == "TARGETS")
    words = [*sheet.context, *(column.header for column in sheet.columns)]
    approves = any(_AUTHORITY_NAMED.search(text) and not _ONLY_REVIEWS.search(text) for text in words)
    abroad = cell_under(row, _ABROAD)
    if abroad is not None and len(years := read_years(abroad.text)) == 1:
        yield speaker.fact(product, "APPROVED_BY", EntityRef(label="Organization", name=_FDA), kind="批准", year=years[0])
    elif _STATE_NUMBER.match(licence) or (approves and {"licence", "date", "year"} & sheet.roles):
        when, numbered = read_date(row.text("date")), _YEAR_OF_NUMBER.match(licence)
        years = (int(when.start[:4]),) if when else read_years(row.text("year")) or _years_above(sheet)
        years = years or ((int(numbered[1]),) if numbered else ())
        yield speaker.fact(
            product,
            "APPROVED_BY",
            EntityRef(label="Organization", name=_AUTHORITY),
            kind="注册",
            year=years[0] if len(years) == 1 else None,
            number=licence or None,
        )

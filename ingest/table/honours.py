"""Rows of honours: a work with its people and bodies, or people alone, with the award that row, group or heading names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.announced import announced
from ingest.headings import heading_of
from ingest.lexicon import could_be_person, is_person, organization_kind
from ingest.rounds import Award, round_of
from ingest.table.captions import caption_text
from ingest.table.dates import read_years
from ingest.table.own_place import own_house, team_of, tells_own_place
from ingest.table.recognise import could_be_named, organizations, persons
from ingest.table.rosters import cell_under
from ingest.table.speaker import Speaker
from ingest.tables import Row, Sheet
from kg.model import Assertion, Document, EntityRef
from kg.text import HAN, heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["honour_of", "honour_row", "lists_honours"]

_GRADE = re.compile(r"(?:特|[一二三四])等奖|[金银铜]奖")
_AWARD = re.compile(
    rf"(?P<name>[{HAN}“”·]{{2,24}}?(?:(?<=[步明学技疗造])(?=(?:特|[一二三])等奖)|奖(?![励项学]|候选)))(?P<grade>(?:特|[一二三])等奖)?"
)
_BEFORE_AWARD = re.compile(r"^.*(?:获得?|荣获|授予|关于|历年|近年来|年度|届|[的为与和、])(?=.)")
_GIVEN = re.compile("获奖|授奖|获得|荣获|奖励目录|获[^，。；]{2,24}奖")
_APPLIED_FOR = re.compile("申报|推荐|提名|候选|受理|拟")
_BARE_GRADE = re.compile("[特一二三四]等")
_DOTTED = re.compile(rf"[{HAN}]{{1,7}}(?:[·•・][{HAN}]{{1,7}}){{1,3}}")
_NO_WORK = re.compile(r"合计|小计|总计|无|—|-")
_WON = re.compile("(?:所?获奖励?|奖励)(?:情况)?")
"""The head of a column of what each thing won, which also heads whole tables."""
_OF_TEAM = re.compile("(?:等|教授|主任|院长)*(?:科研)?(?:团队|课题组)$")
"""张三|教授团队."""
_SHORTEST = 4
_ABOVE = 60
_TOLD = 400
_TOPICS = frozenset({"Technology", "Disease"})
_OF_GRANTS = frozenset({"code", "amount", "term", "session", "program", "funder"})


def lists_honours(document: Document, sheet: Sheet) -> bool:
    """Whether a table lists what was given: its heads and the words above say so, or the document announces winners."""
    roles = sheet.roles
    if announced(document) and not roles & _OF_GRANTS:
        works = roles & {"work", "title"} and roles & {"winners", "units"}
        people = roles & {"winners", "lead"} and not roles & {"work", "title"}
        if works or people:
            return any(_of_row(row, sheet, document) for row in sheet.rows)
    if roles & {"work", "winners"} and roles & {"award", "grade"} and (_award_above(sheet) or "award" in roles):
        return _is_given(sheet)
    if "title" in roles and "award" in roles and tells_own_place(sheet):
        return _is_given(sheet)
    return False


def honour_row(document: Document, speaker: Speaker, row: Row, sheet: Sheet, nlp: Language) -> Iterator[Assertion]:
    """What a row says; nothing where no award is told."""
    told = _of_row(row, sheet, document)
    if told is None:
        return
    award = EntityRef(label="Award", name=told.name)
    given = {"year": told.year, "grade": told.grade or None}
    people, work = row.get("winners") or row.get("lead") or team_of(row), row.get("work") or row.get("title")
    said = _OF_TEAM.sub("", people.raw) if people else ""
    winners = (persons(said) or _named_so(said) or _alone(heal_name(said))) if people else ()
    if work and len(work.text) >= _SHORTEST and not _NO_WORK.fullmatch(work.text):
        achievement = EntityRef(label="Achievement", name=work.text.strip("“”《》"))
        yield speaker.fact(achievement, "RECEIVED", award, **given)
        yield from _makers(speaker, row, achievement, winners, ranked=announced(document) and not tells_own_place(sheet))
        yield from _own(speaker, row, achievement)
        for name in organizations(row.text("nominator")):
            yield speaker.fact(EntityRef(label="Organization", name=name), "NOMINATED", achievement)
        yield from speaker.topics(achievement, work.stretches, nlp, labels=_TOPICS)
    elif not sheet.roles & {"work", "title"}:
        yield from _to_people(speaker, row, winners, award, given)


def honour_of(row: Row, sheet: Sheet) -> tuple[EntityRef, dict[str, int | str | None]] | None:
    """The award that a cell of a row of other things names, and when and how high it was given; None where it was only sought.

    A row of devices: 乳腺锥形束CT | 甲公司 | 2021年某省专利奖金奖.
    """
    cell = row.get("award") or cell_under(row, _WON)
    told = _named(cell.text) if cell is not None and _is_given(sheet) else None
    if cell is None or told is None:
        return None
    grade, years = _GRADE.search(cell.text), _years_said(cell.text)
    given = {"year": years[0] if len(years) == 1 else None, "grade": grade.group() if grade is not None else told[1]}
    return EntityRef(label="Award", name=told[0]), given


def _named_so(text: str) -> tuple[str, ...]:
    """The people of a cell some of whose names are not Chinese: each could be a name, one is beyond doubt."""
    names = [heal_name(name) for name in re.split(r"\s*[、，,；;]\s*", text.strip()) if name]
    named = all(could_be_person(name) or _DOTTED.fullmatch(name) for name in names)
    return tuple(names) if named and any(map(is_person, names)) else ()


def _alone(text: str) -> tuple[str, ...]:
    """A name without a known surname that has the cell of the winner to itself."""
    return (text,) if could_be_named(text) else ()


def _to_people(
    speaker: Speaker, row: Row, winners: tuple[str, ...], award: EntityRef, given: dict[str, int | str | None]
) -> Iterator[Assertion]:
    cell = row.get("host") or row.get("units")
    houses = organizations(cell.raw) if cell and len(winners) == 1 else ()
    for winner in winners:
        who = EntityRef(label="Person", name=winner, context=houses[0] if houses else "")
        yield speaker.fact(who, "RECEIVED", award, **given)
        for name in houses[:1]:
            house = EntityRef(label="Organization", name=name)
            yield from speaker.attributes(house, kind=organization_kind(name))
            yield speaker.fact(who, "AFFILIATED_WITH", house)


def _makers(
    speaker: Speaker, row: Row, achievement: EntityRef, winners: tuple[str, ...], *, ranked: bool
) -> Iterator[Assertion]:
    """Who did the work; one alone is its first where the list is of winners (``ranked``), else perhaps one of several."""
    cell = row.get("units")
    units = organizations(cell.raw) if cell else ()
    for rank, name in enumerate(winners, 1):
        person = EntityRef(label="Person", name=name, context=units[0] if len(units) == 1 and len(winners) == 1 else "")
        yield speaker.fact(person, "PARTICIPATED_IN", achievement, rank=rank if ranked or len(winners) > 1 else None)
    for rank, name in enumerate(units, 1):
        unit = EntityRef(label="Organization", name=name)
        yield from speaker.attributes(unit, kind=organization_kind(name))
        yield speaker.fact(unit, "COMPLETED", achievement, rank=rank if ranked or len(units) > 1 else None)


def _own(speaker: Speaker, row: Row, achievement: EntityRef) -> Iterator[Assertion]:
    """本院位次: 第一完成单位: the house that speaks, with its place."""
    own = own_house(speaker.document, row)
    if own is not None:
        house = EntityRef(label="Organization", name=own[0])
        yield from speaker.attributes(house, kind=organization_kind(own[0]))
        yield speaker.fact(house, "COMPLETED", achievement, rank=own[1])


def _is_given(sheet: Sheet) -> bool:
    """Whether the heads or the words above say that the awards were given, and none that they are only applied for."""
    # a column may tell who proposed what has won
    heads = (column.header for column in sheet.columns if column.role != "nominator")
    words = " ".join([*heads, *sheet.context])
    return bool(_GIVEN.search(words)) and not _APPLIED_FOR.search(words)


def _of_row(row: Row, sheet: Sheet, document: Document) -> Award | None:
    """The award of a row with grade and year: from its cells, its group's heading, the headings, the title of the whole."""
    stated = (_GRADE.search(text) for text in (row.text("grade"), row.text("award"), row.group.text if row.group else ""))
    told = next((one.group() for one in stated if one), None)
    grade = told or (row.text("grade") + "奖" if _BARE_GRADE.fullmatch(row.text("grade")) else None)
    years = (
        read_years(row.text("year")) or _years_said(row.text("award")) or _years_above(sheet) or _years_told(document, sheet)
    )
    year = years[0] if len(years) == 1 else None
    if announced(document) and not row.text("award"):
        above = [*reversed(sheet.headings), *([row.group.text] if row.group else [])]
        headings = [one for text in dict.fromkeys(above) if (one := heading_of(text)) is not None]
        whole = round_of(document, sheet.span.start)
        award = whole.named(headings)
        if award is not None:
            grade = grade or award.grade or _grade_above(row, sheet, document)
            return Award(name=award.name, grade=grade, year=year or award.year)
    name, own = _named(row.text("award")) or _award_above(sheet) or ("", None)
    if name and announced(document):
        name = round_of(document, sheet.span.start).inside(name)
    return Award(name=name, grade=grade or own or "", year=year) if name else None


def _grade_above(row: Row, sheet: Sheet, document: Document) -> str:
    """The grade that the nearest heading above a row, on a line of its own, names; "" where an award's is nearer."""
    lines = document.text[max(0, sheet.span.start - _ABOVE) : row.span.start].split("\n")
    found = (heading_of(line) for line in reversed(lines) if line.strip())
    return next((one.grade for one in found if one is not None), "")


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


def _years_said(cell: str) -> tuple[int, ...]:
    """The years that a cell of an award tells beside it: 2021年某省专利奖."""
    return tuple(dict.fromkeys(map(int, re.findall(r"((?:19|20)\d{2})(?=\s*年|\s*[：:，,])", cell))))


def _years_told(document: Document, sheet: Sheet) -> tuple[int, ...]:
    """The one year of the awards that the text names before a table with such a column: 2021年度某省科学技术奖."""
    told = document.text[max(0, sheet.span.start - _TOLD) : sheet.span.start] if tells_own_place(sheet) else ""
    found = {int(year) for year in re.findall(rf"((?:19|20)\d{{2}})年度[{HAN}]{{0,16}}奖", told)}
    return tuple(found) if len(found) == 1 else ()


def _years_above(sheet: Sheet) -> tuple[int, ...]:
    if "year" in sheet.roles:
        return ()
    found = {int(year) for text in sheet.context for year in re.findall(r"((?:19|20)\d{2})\s*年?度", text)}
    return tuple(found) if len(found) == 1 else ()

"""Rows of techniques that a house admits to its practice (新技术准入): who does them, in which department."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.lexicon import could_be_person, organization_kind
from ingest.names import organizations
from ingest.portraits.house import house_of
from ingest.table.dates import read_years
from ingest.table.lines import Value
from ingest.table.recognise import persons
from ingest.table.rosters import titles_in
from ingest.table.speaker import Speaker
from ingest.tables import Row, Sheet
from kg.model import Assertion, Document, EntityRef
from kg.text import heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["admitted_row", "lists_admitted"]

_NEW = "新技术|新项目|新业务|三新|新疗法|适宜技术"
_HEAD = re.compile(rf"(?:(?:{_NEW}|医疗技术|诊疗技术|技术|项目|名称)(?:[、/和及]|与|名称|项目|或)*)+")
_ADMITS = re.compile(
    rf"(?:{_NEW}|医疗技术|临床技术)[^，。；]{{0,24}}?(?:准入|备案|获准|准予|批准|通过|开展|审批|立项)|(?:准入|获准开展|准予开展|批准开展)[^，。；]{{0,16}}(?:{_NEW}|技术)"
)
_ONLY_ASKED = re.compile("申报|征集|推荐|申请(?!.*(?:通过|批准))|未通过|不予")
_TECHNIQUE = re.compile(
    r"(?:术|技术|疗法|方法|法|治疗|消融|栓塞|造影|显像|成像|检查|检测|监测|测定|测量|评估|评价|定位|活检|穿刺|引流|分析|诊断|筛查|重建|照射|放疗|扫描|超声|导航|照影)(?:[（(][^（）()]*[)）])?$"
)
_IN_USE = re.compile(
    r"^(?P<what>.{3,}?)(?:技术)?(?:在|用于|对|治疗|诊断|评估).{2,}(?:中的?)?(?:临床)?(?:应用|价值|效果|作用)(?:研究)?$"
)
_LIMITED = re.compile(r"[，。；]")
_HOUSES = frozenset({"hospital", "university", "institute"})
_WARDS = frozenset({"department"})
_SHORTEST, _LONGEST = 3, 40


def lists_admitted(document: Document, sheet: Sheet) -> bool:
    """Whether a table lists techniques, by its heads, that the words above say were admitted, rather than asked for."""
    above = [document.title, *sheet.context]
    told = any(_ADMITS.search(words) for words in above) and not any(map(_ONLY_ASKED.search, above))
    return told and _technique_of(sheet) is not None and bool(sheet.roles & {"ward", "lead"}) and bool(_house(document, sheet))


def admitted_row(document: Document, speaker: Speaker, row: Row, sheet: Sheet, nlp: Language) -> Iterator[Assertion]:
    """ADOPTED_BY of the row's technique, and where the one works who is in charge of it."""
    cell, name = _technique(row, sheet), _house(document, sheet)
    if cell is None or not name:
        return
    house = EntityRef(label="Organization", name=name)
    technique = EntityRef(label="Technology", name=heal_name(cell.text))
    years = read_years(row.text("year")) or _year_above(document, sheet)
    yield speaker.fact(technique, "ADOPTED_BY", house, year=years[0] if len(years) == 1 else None)
    told = speaker.topics(technique, cell.stretches, nlp, labels=frozenset({"Disease"}))
    yield from (one for one in told if one.predicate == "TARGETS" and one.evidence.rule == speaker.rule)
    ward = heal_name(row.text("ward"))
    if organization_kind(ward or "无") in _WARDS and not ward.startswith(name):
        yield speaker.fact(EntityRef(label="Organization", name=name + ward), "PART_OF", house)
    lead = row.get("lead")
    for one in _people(lead, sure=sheet.exact) if lead is not None else ():
        person = EntityRef(label="Person", name=one, context=name)
        yield speaker.fact(person, "AFFILIATED_WITH", house, title=",".join(titles_in(row, lead)) if lead is not None else None)
        yield speaker.fact(person, "WORKS_ON", technique)


def _people(cell: Value, *, sure: bool) -> tuple[str, ...]:
    named = persons(cell.raw)
    return named if named or not (sure and could_be_person(cell.text)) else (cell.text,)


def _technique_of(sheet: Sheet) -> str | None:
    """The head of the column that names the techniques; None where no column does, or two might."""
    heads = [heal_name(one.header) for one in sheet.columns if one.role in ("other", "title", "equipment")]
    found = [head for head in heads if _HEAD.fullmatch(head)]
    return found[0] if len(found) == 1 else None


def _technique(row: Row, sheet: Sheet) -> Value | None:
    head = _technique_of(sheet)
    told = [cell for column, cell in row.others if heal_name(column.header) == head]
    cell = told[0] if told else row.get("title") or row.get("equipment")
    if cell is None or _LIMITED.search(cell.text) or not _SHORTEST <= len(cell.text) <= _LONGEST:
        return None
    used = _IN_USE.match(cell.text)
    if used is not None:
        return replace(cell, text=used["what"]) if _TECHNIQUE.search(used["what"]) else None
    return cell if _TECHNIQUE.search(cell.text) else None


def _house(document: Document, sheet: Sheet) -> str:
    """The one house that the title or a heading opens with, else the one whose page it is."""
    for words in (part for one in (document.title, *sheet.context) for part in re.split(r"\s*[-_|｜—]+\s*", one)):
        named = [words[one.start : one.end] for one in organizations(words)]
        if len(named) == 1 and organization_kind(named[0]) in _HOUSES and words.startswith(named[0]):
            return named[0]
    name = house_of(document)
    return name if organization_kind(name or "无") in _HOUSES else ""


def _year_above(document: Document, sheet: Sheet) -> tuple[int, ...]:
    found = {int(year) for words in (document.title, *sheet.context) for year in re.findall(r"((?:19|20)\d{2})\s*年", words)}
    return tuple(found) if len(found) == 1 else ()

"""Tables of the studies of one technique: a study to a row by its first author, its year and place, what was measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.lexicon import could_be_person, organization_kind
from ingest.prose.people.described import employer_of
from ingest.prose.technology.naming import ITEM_HEAD
from ingest.table.captions import caption_text
from ingest.table.columns import Column
from ingest.table.dates import read_years
from ingest.table.lines import Value
from ingest.table.measured import is_measured, measured, names_measure
from ingest.table.performance import grids
from ingest.table.performance_lines import Sheet
from ingest.table.recognise import could_be_named
from ingest.table.rosters import EMPLOYERS
from ingest.table.speaker import Speaker
from ingest.table.techniques import OF_TECHNIQUES, known, techniques_in
from kg.model import Assertion, Document, EntityRef, Span
from kg.text import HAN, heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["STUDIED", "studies_in", "study_facts"]

STUDIED = "listing.study"
"""A study in a row: where its first author works, what it measured of the technique that the caption names."""

_AUTHORS = re.compile(
    r"(?:第一|通[信讯]|主要)?(?:作者|研究者)(?:姓名)?(?:\s*[（(/,，及]?\s*(?:发表)?(?:年份|时间|年|文献)\s*[)）]?)?"
)
_YEARS = re.compile("(?:发表|研究|文献|出版)?(?:年份|年度|年|时间)")
_HOUSES = re.compile("(?:作者|第一作者|研究|所在|完成)?(?:单位|机构|医院|中心)(?:名称)?")
_NOTED = re.compile(r"[\s,，]*(?:等人?|[*#†‡△▲＊\d]|[\[［][\d,，\-–]+[\]］]|[,，（(\s]*(?:19|20)\d\d年?[)）]?)+$")
"""Marks, citations, 等 and the year behind an author's name."""
_OF_TECHNIQUE = re.compile(
    r"(?:(?:国内外?|国外|部分|近年来?|近[\d一二三四五六七八九十]+年|代表性|主要|有关|关于|基于|应用|采用|使用|利用))*"
    rf"(?P<name>[{HAN}A-Za-z0-9/\-+ ]{{2,24}}?)(?:(?:用于|对|在)[^，。；]{{0,12}}?)?"
    r"(?:(?:检测|诊断|筛查|鉴别|评估|评价|预测|识别|检出|测量|分割|分型|分级|分期|定位)"
    r"[^，。；]{0,16}|(?:的|多中心|前瞻性|回顾性|临床|相关)*)(?:研究|文献|报道|报告|结果|效能|性能)[^，。；]{0,6}"
)
"""What a caption says that the studies are of: 某软件检测肺结节的国内研究."""
_CODE = re.compile(r"[A-Z][A-Za-z0-9]*[A-Za-z](?:[\- ]?[A-Z0-9][A-Za-z0-9]*)?")
_COUNTED = re.compile(r"(?:例|人|样本|病灶|结节|患者|病例)数?量?$|样本量")
"""What is of the study, not of the technique."""
_NEAR = 400


def studies_in(document: Document) -> tuple[Sheet, ...]:
    """The tables whose rows are studies by their authors, with where they work or what they measured."""
    return tuple(sheet for sheet in grids(document) if _author(sheet) is not None and (_measures(sheet) or _house(sheet)))


def study_facts(document: Document, ingester: str, nlp: Language) -> Iterator[Assertion]:
    """AFFILIATED_WITH of each author, and HAS_METRIC of the technique that the row names, else the caption."""
    for sheet in studies_in(document):
        author, house, of_all = _author(sheet), _house(sheet), _technique(sheet.caption, nlp)
        used = next((at for at, head in sheet.heads.items() if OF_TECHNIQUES.fullmatch(head)), None)
        year = next((at for at, head in sheet.heads.items() if _YEARS.fullmatch(head)), -1)
        for row in sheet.rows:
            spans = [cell.span for cell in row.values()]
            whole = Span(start=min(one.start for one in spans), end=max(one.end for one in spans))
            speaker = Speaker(document=document, ingester=ingester, rule=STUDIED, span=whole)
            if whole.end - whole.start > _NEAR:
                continue
            yield from _works(
                speaker, row.get(author if author is not None else -1), row.get(house if house is not None else -1)
            )
            cells = [(_column(sheet.heads[at]), row[at]) for at in _measures(sheet) if at in row and is_measured(row[at].text)]
            years = read_years(row[year].text) if year in row else ()
            told = techniques_in(row[used].text, nlp, head=sheet.heads[used]) if used is not None and used in row else []
            technique = of_all if used is None else told[0] if len(told) == 1 else None
            if technique is not None:
                yield from measured(speaker, technique, cells, year=years[0] if len(years) == 1 else None)


def _works(speaker: Speaker, who: Value | None, where: Value | None) -> Iterator[Assertion]:
    if who is None or where is None:
        return
    name, house = heal_name(_NOTED.sub("", who.text)), heal_name(where.text)
    if (could_be_person(name) or could_be_named(name)) and organization_kind(house) in EMPLOYERS:
        employer = employer_of(EntityRef(label="Organization", name=house))
        yield speaker.fact(EntityRef(label="Person", name=name, context=employer.name), "AFFILIATED_WITH", employer)


def _author(sheet: Sheet) -> int | None:
    return next((at for at, head in sorted(sheet.heads.items())[:2] if _AUTHORS.fullmatch(head)), None)


def _house(sheet: Sheet) -> int | None:
    return next((at for at, head in sheet.heads.items() if _HOUSES.fullmatch(head)), None)


def _measures(sheet: Sheet) -> list[int]:
    return [at for at, head in sheet.heads.items() if names_measure(head) and not _COUNTED.search(head)]


def _column(head: str) -> Column:
    return Column(role="other", kind="text", header=head)


def _technique(caption: str, nlp: Language) -> EntityRef | None:
    """The technique or product that the studies of a caption are of: known, by its ending, or a name in letters."""
    told = _OF_TECHNIQUE.fullmatch(caption_text(caption))
    words = told["name"].strip() if told is not None else ""
    named = words and (ITEM_HEAD.search(words) or _CODE.fullmatch(words))
    return known(words, nlp) or (EntityRef(label="Technology", name=words) if named else None)

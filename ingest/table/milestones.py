"""Tables of a field's history: 年份|研究者|单位|代表性工作; who was where, and worked on what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.base import once
from ingest.layout import heal
from ingest.lexicon import organization_kind
from ingest.mentions import mentions
from ingest.prose.people.described import employer_of
from ingest.prose.phrases import technology
from ingest.table.dates import read_years
from ingest.table.lines import Value
from ingest.table.recognise import organizations
from ingest.table.rosters import EMPLOYERS, people_in
from ingest.table.speaker import Speaker
from ingest.table.tallied import words_above
from ingest.table.tiers import cells_below, column_headed, heads_of
from kg.model import Assertion, Document, EntityRef, Span, Table
from kg.text import heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["MILESTONE", "milestone_facts", "milestones"]

MILESTONE = "listing.milestone"
"""A row of a field's history: a person or a house in the row with a work."""

_YEARS = re.compile("年[份代度]?|时间|发表(?:年份|时间)|提出(?:年份|时间)")
_PEOPLE = re.compile(
    "(?:主要|代表|第一|核心)?(?:完成|研究|提出|发明|研制|贡献|开创|报道|首创)[者人]|(?:代表性?|主要)?(?:人物|学者|研究人员|科学家)|研究者及?团队|(?:研究|科研|代表性?|主要)?团队(?:负责人|带头人)?"
)
_HOUSES = re.compile("(?:所在|所属|研究|研制|完成|主要|工作)?(?:单位|机构)")
_WORKS = re.compile(
    "(?:代表性?|主要|重要|标志性|首创|研究)*(?:工作|贡献|进展|技术|方法|成果|突破|事件|里程碑|研究内容|创新)(?:内容|名称)?"
)
_BESIDE = re.compile(r"序号?|编号|(?:参考)?文献|备注|说明|意义|特点|(?:国家|地区)(?:[/和或]地区)?")
_NO_HISTORY = re.compile("拟|计划|规划|申报|推荐|奖|项目|课题|论文|专利|任务|分工|会议")
_DONE = re.compile(
    r"^(?:在?(?:国内|我国|国际|世界)上?|(?:19|20)\d\d年|率先|首[次先]|成功|自主|最[早先]|独立|联合|牵头|正式|开始)*"
    r"(?:提出|研制|研发|研究|开发|开展|建[立成]|构建|发[明现表]|实现|完成|报[道告]|引[进入]|应用|使用|创[建立]|设计|推出|发布|搭建|制成|改进|获得)"
    r"(?:成功|完成|出|了)?"
)
"""What a house or person did with a work, before its name: 率先开展|乳腺弹性成像."""
_LONGEST = 30
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class History:
    """A table of a field's history: its rows and its columns, -1 where it has none of people or of houses."""

    table: Table
    rows: tuple[dict[int, Value], ...]
    year: int
    person: int
    house: int
    work: int


@once
def milestones(document: Document) -> tuple[History, ...]:
    """The tables of history among those whose cells the file tells."""
    return tuple(found for table in document.tables if (found := _history(document, table)) is not None)


def milestone_facts(document: Document, ingester: str, nlp: Language) -> Iterator[Assertion]:
    """AFFILIATED_WITH and WORKS_ON of the people of each row, WORKS_ON of its house where it names nobody."""
    for told in milestones(document):
        for row in told.rows:
            if told.work not in row or told.year not in row or not read_years(row[told.year].text):
                continue
            span = Span(start=min(cell.span.start for cell in row.values()), end=max(cell.span.end for cell in row.values()))
            speaker = Speaker(document=document, ingester=ingester, rule=MILESTONE, span=span)
            houses = organizations(row[told.house].raw) if told.house in row else ()
            home = EntityRef(label="Organization", name=houses[0]) if len(houses) == 1 else None
            yield from _of_row(speaker, row, told, home=home, nlp=nlp)


def _of_row(
    speaker: Speaker, row: dict[int, Value], told: History, *, home: EntityRef | None, nlp: Language
) -> Iterator[Assertion]:
    things = list(_things(speaker.document, row[told.work], nlp))
    employed = home is not None and organization_kind(home.name) in EMPLOYERS
    employer = employer_of(home) if home is not None and employed else None
    people = _people(row[told.person]) if told.person in row else ()
    for name in people:
        person = EntityRef(label="Person", name=name, context=employer.name if employer is not None else "")
        if employer is not None:
            yield speaker.fact(person, "AFFILIATED_WITH", employer)
        for thing in things:
            yield speaker.fact(person, "WORKS_ON", thing)
    if home is not None and told.person < 0:
        yield from (speaker.fact(home, "WORKS_ON", thing) for thing in things)


def _people(cell: Value) -> tuple[str, ...]:
    """The people of a cell, also where 等 stands behind the one whom it names."""
    return people_in(replace(cell, text=heal_name(re.sub("等人?$", "", cell.text))))


def _things(document: Document, cell: Value, nlp: Language) -> Iterator[EntityRef]:
    """The technology that a cell is, by how it ends, without what was done with it, else those of the ontology."""
    coined = technology(_DONE.sub("", cell.text)) if len(cell.text) <= _LONGEST else None
    known = [one for one in mentions(heal(document.text, *cell.stretches), nlp) if one.label == "Technology"]
    if coined is not None and not any(len(one.surface) * 4 > len(coined) * 3 for one in known):
        yield EntityRef(label="Technology", name=coined)
    else:
        yield from dict.fromkeys(one.ref for one in known)


def _history(document: Document, table: Table) -> History | None:
    heads = {at: heal_name(head) for at, head in heads_of(document, table).items()}
    rows = tuple(cells_below(document, table).values())
    caption = next(iter(words_above(document, table)), "")
    year, person, house, work = (column_headed(heads, kind) for kind in (_YEARS, _PEOPLE, _HOUSES, _WORKS))
    beside = {at for at, head in heads.items() if _BESIDE.fullmatch(head)}
    told = {year, person, house, work} - {-1}
    whole = year >= 0 and work >= 0 and (person >= 0 or house >= 0) and told | beside == heads.keys()
    if not whole or len(rows) < _FEWEST or _NO_HISTORY.search(caption):
        return None
    return History(table, rows, year, person, house, work)

"""What a table of grants is, and who funds its rows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.lexicon import organization_kind
from ingest.table.captions import caption_text, unit_of
from ingest.table.lines import Value, value
from ingest.table.programmes import Programmes, programme_of, programmes_of
from ingest.table.recognise import organizations
from ingest.tables import Row, Sheet
from kg.model import Document, EntityRef, Span

__all__ = ["Frame", "frame_of", "is_of_grants", "payers", "programme_ref"]

_YEAR_OF_ALL = re.compile(r"(?<![\d~～\-–—至])((?:19|20)\d{2})\s*年(?:度|(?=新?(?:批准|立项|获批|资助)))")
_OF_GRANTS = re.compile(r"项目|课题|群体|资助|立项|依托|承担|牵头|批准|基金|经费|主持|(?i:project|grant|fund)")
_OF_OTHERS = re.compile(
    r"论文|专利|期刊|刊名|作者|获奖|奖|完成人|完成单位|发表|标准|出版|软著|主题|会次|教材|证书|报告人|主讲|讲者|演讲|授课"
)
_NEAR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What holds for all rows of a table."""

    sheet: Sheet
    programmes: Programmes
    unit: str
    heading: Value | None = None
    """The line above the header that names a type of the caption's fund (一、重点项目)."""
    years: tuple[int, ...] = ()


def is_of_grants(sheet: Sheet) -> bool:
    """Whether a table lists grants: titles, and who leads, hosts or pays them."""
    roles = sheet.roles
    headers = " ".join(column.header for column in sheet.columns)
    told = len(roles & {"lead", "host", "money", "code", "program", "funder"})
    return (
        "title" in roles
        and told >= (1 if "year" in roles else 2)
        and not roles & {"session", "chair", "theme", "branch"}
        and bool(_OF_GRANTS.search(headers))
        and not _OF_OTHERS.search(headers)
    )


def frame_of(document: Document, sheet: Sheet) -> Frame:
    """What the words around a table say of all its rows."""
    money = sheet.column("money")
    words = [*sheet.context[:3], *(note.text for note in sheet.notes)]
    unit = (money.unit if money else "") or next((found for found in map(unit_of, words) if found), "")
    programmes = programmes_of(map(caption_text, sheet.context))
    heading = _type_above(document, sheet, programmes)
    return Frame(sheet=sheet, programmes=programmes, unit=unit, years=_years_of(sheet), heading=heading)


def _type_above(document: Document, sheet: Sheet, programmes: Programmes) -> Value | None:
    """The nearest line above a table that names a type of the fund's, where the caption chooses none itself."""
    for line in sheet.headings[:_NEAR] if programmes.funder and not programmes.choices else ():
        named = programme_of(line, programmes) if programmes.funder not in line else None
        start = document.text.rfind(line, 0, sheet.span.start)
        if named and named.parent == programmes.funder and named.name.startswith(named.parent) and start >= 0:
            return value(document, Span(start=start, end=start + len(line)))
    return None


def _years_of(sheet: Sheet) -> tuple[int, ...]:
    """The year that the words above a table say of all its rows ("2022年度…资助清单"), where no column tells years."""
    if "year" in sheet.roles:
        return ()
    found = next((set(years) for text in sheet.context if (years := _YEAR_OF_ALL.findall(text))), set())
    return (int(found.pop()),) if len(found) == 1 else ()


def payers(row: Row, frame: Frame) -> list[EntityRef]:
    """Who funds a row: its own cell, else its group's heading, else the caption; what cannot be told is left out."""
    cell = row.get("program")
    if cell:
        own = programme_of(cell.text, frame.programmes)
        if own:
            return [programme_ref(own.name)]
        return [EntityRef(label="Organization", name=name) for name in organizations(cell.raw)]
    funder = row.get("funder")
    if funder and (named := organizations(funder.raw)):
        return [EntityRef(label="Organization", name=name) for name in named]
    group = row.group or frame.heading
    grouped = programme_of(group.text, frame.programmes) if group else None
    whole = grouped or frame.programmes.whole
    return [programme_ref(whole.name)] if whole else []


def programme_ref(name: str) -> EntityRef:
    """A programme, or the organisation that the name is of ("某某科技厅")."""
    return EntityRef(label="Organization" if organization_kind(name) else "FundingProgram", name=name)

"""Lists of grants: tables of funded projects, and projects written as labels and values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.lexicon import could_be_person, organization_kind
from ingest.numerals import to_wan
from ingest.prose.parents import parent
from ingest.table.captions import amount_basis, caption_text, unit_of
from ingest.table.dates import read_years
from ingest.table.lines import Value, value
from ingest.table.programmes import Programmes, programme_of, programmes_of
from ingest.table.recognise import organizations, persons
from ingest.table.speaker import Speaker
from ingest.tables import Row, Sheet, sheets
from kg.model import Assertion, Document, EntityRef, Span
from kg.text import HAN

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["GrantIngester"]

GRANT_ROW = "grant.row"
"""A project's row: what funds it, who leads it, which institution hosts it."""
HOST_NAMED_PART = "grant.named-part"
"""A host's name opens with the institution that it is a part of."""
PROGRAMME_OF_CAPTION = "grant.programme-of-caption"
"""A caption or a group's heading names a programme of a fund."""

_TOPICS = frozenset({"Technology", "Disease"})
_YEAR_OF_ALL = re.compile(r"(?<![\d~～\-–—至])((?:19|20)\d{2})\s*年(?:度|(?=新?(?:批准|立项|获批|资助)))")
_OF_GRANTS = re.compile(r"项目|课题|群体|资助|立项|依托|承担|牵头|批准|基金|经费|主持|(?i:project|grant|fund)")
_OF_OTHERS = re.compile(
    r"论文|专利|期刊|刊名|作者|获奖|奖|完成人|完成单位|发表|标准|出版|软著|主题|会次|教材|证书|报告人|主讲|讲者|演讲|授课"
)
_REFERENCE = re.compile(r"^[我本该](?:院|校|所|单位|公司|中心)$|^(?:同上|无|/|-+|—+)$")
_CODE = re.compile(r"(?=.*\d)[A-Za-z0-9\u4e00-\u9fff][^\s，。；]{2,39}")
_TITLE_EDGES = re.compile(r"^[“\"《]+(?=[^”\"》]+[”\"》]+$)|(?<=\S)[”\"》]+$")
_SHORTEST_TITLE = 4
_NEAR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What holds for all rows of a table."""

    sheet: Sheet
    programmes: Programmes
    unit: str
    heading: Value | None = None
    """The line above the header that names a type of the caption's fund (一、重点项目)."""
    years: tuple[int, ...] = ()


class GrantIngester:
    """Reads grants with their programme, sum, years, leader, host, discipline and number."""

    name = "grant"
    version = "1"
    emits = frozenset({"FUNDED_BY", "LEADS", "HOSTED_BY", "AFFILIATED_WITH", "CONCERNS", "TARGETS", "PART_OF"})

    def accepts(self, document: Document) -> bool:
        """Whether the document has a table, or labelled records, of projects."""
        return any(_is_of_grants(sheet) for sheet in sheets(document))

    def ingest(self, document: Document, nlp: Language) -> Iterator[Assertion]:
        """What each row that can be read says; a cell that cannot be read is left out."""
        for sheet in filter(_is_of_grants, sheets(document)):
            frame = _frame(document, sheet)
            yield from self._programmes(document, frame)
            for row in sheet.rows:
                yield from _row(self._speaker(document, row.span, frame), row, frame=frame, nlp=nlp)

    def _speaker(self, document: Document, span: Span, frame: _Frame) -> Speaker:
        return Speaker(document=document, ingester=self.name, rule=GRANT_ROW, span=span)

    def _programmes(self, document: Document, frame: _Frame) -> Iterator[Assertion]:
        stated = [(choice, frame.sheet.caption) for choice in frame.programmes.choices if frame.sheet.caption]
        groups = {row.group.span: row.group for row in frame.sheet.rows if row.group}
        cells = {cell.text: cell for row in frame.sheet.rows if (cell := row.get("program"))}
        named = [*groups.values(), *cells.values(), *([frame.heading] if frame.heading else [])]
        stated += [(one, words) for words in named if (one := programme_of(words.text, frame.programmes))]
        for programme, words in stated:
            if programme.parent and programme.parent != programme.name and not organization_kind(programme.parent) and words:
                speaker = Speaker(
                    document=document,
                    ingester=self.name,
                    rule=PROGRAMME_OF_CAPTION,
                    span=words.span,
                )
                yield speaker.fact(_programme(programme.name), "PART_OF", _programme(programme.parent))


def _is_of_grants(sheet: Sheet) -> bool:
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


def _frame(document: Document, sheet: Sheet) -> _Frame:
    money = sheet.column("money")
    words = [*sheet.context[:3], *(note.text for note in sheet.notes)]
    unit = (money.unit if money else "") or next((found for found in map(unit_of, words) if found), "")
    programmes = programmes_of(map(caption_text, sheet.context))
    heading = _type_above(document, sheet, programmes)
    return _Frame(sheet=sheet, programmes=programmes, unit=unit, years=_years_of(sheet), heading=heading)


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


def _row(speaker: Speaker, row: Row, *, frame: _Frame, nlp: Language) -> Iterator[Assertion]:
    title = row.get("title")
    if title is None or len(_name(title.text)) < _SHORTEST_TITLE:
        return
    grant = EntityRef(label="Grant", name=_name(title.text))
    years = read_years(row.text("year")) or frame.years
    yield from _attributes(speaker, row, grant=grant, years=years, frame=frame)
    yield from _funding(speaker, row, grant=grant, years=years, frame=frame)
    yield from _people(speaker, row, grant=grant, years=years, sheet=frame.sheet)
    yield from speaker.topics(grant, title.span, nlp, labels=_TOPICS)


def _attributes(speaker: Speaker, row: Row, *, grant: EntityRef, years: tuple[int, ...], frame: _Frame) -> Iterator[Assertion]:
    first, last = _term(row.text("term"))
    yield from speaker.attributes(
        grant,
        year=years[0] if len(years) == 1 else None,
        years=years if len(years) > 1 else None,
        start=first,
        end=last,
        discipline=row.text("discipline"),
        department=row.text("department"),
        number=_number(row),
        amount_basis=_basis(frame, row, years),
    )


def _funding(speaker: Speaker, row: Row, *, grant: EntityRef, years: tuple[int, ...], frame: _Frame) -> Iterator[Assertion]:
    for payer in _payers(row, frame):
        yield speaker.fact(
            grant,
            "FUNDED_BY",
            payer,
            amount_wan=_amount(row, frame),
            year=years[0] if len(years) == 1 else None,
            years=years if len(years) > 1 else None,
            number=_number(row),
        )


def _people(speaker: Speaker, row: Row, *, grant: EntityRef, years: tuple[int, ...], sheet: Sheet) -> Iterator[Assertion]:
    host, lead = row.get("host"), row.get("lead")
    hosts = [name for name in organizations(host.raw) if not _REFERENCE.match(name)] if host else []
    for name in hosts:
        institution = EntityRef(label="Organization", name=name)
        yield from speaker.attributes(institution, kind=organization_kind(name))
        yield speaker.fact(grant, "HOSTED_BY", institution)
        yield from _wholes(speaker, institution)
    for name in _leaders(lead, sure=sheet.exact) if lead else ():
        person = EntityRef(label="Person", name=name, context=hosts[0] if len(hosts) == 1 else "")
        yield speaker.fact(person, "LEADS", grant)
        if len(hosts) == 1:
            yield speaker.fact(
                person,
                "AFFILIATED_WITH",
                EntityRef(label="Organization", name=hosts[0]),
                basis=_host_header(sheet),
                year=years[0] if years else None,
                years=years,
            )


def _wholes(speaker: Speaker, institution: EntityRef) -> Iterator[Assertion]:
    """What the institution is a part of, by its name (某大学附属医院: 某大学)."""
    part, whole = institution, parent(institution.name)
    while whole is not None:
        owner = EntityRef(label="Organization", name=whole)
        yield replace(speaker, rule=HOST_NAMED_PART).fact(part, "PART_OF", owner, basis=("名称",))
        part, whole = owner, parent(whole)


def _leaders(cell: Value, *, sure: bool) -> tuple[str, ...]:
    """The leaders that a cell names; where the file tells the cells, a word that may be a name (高峰) is one."""
    named = persons(cell.raw)
    return named if named or not sure or not could_be_person(cell.text) else (cell.text,)


def _host_header(sheet: Sheet) -> str:
    """What the document calls the institution that a leader belongs to (依托单位, 承担单位)."""
    column = sheet.column("host")
    return re.sub(rf"[^{HAN}]", "", column.header) if column else ""


def _payers(row: Row, frame: _Frame) -> list[EntityRef]:
    """Who funds a row: its own cell, else its group's heading, else the caption; what cannot be told is left out."""
    cell = row.get("program")
    if cell:
        own = programme_of(cell.text, frame.programmes)
        if own:
            return [_programme(own.name)]
        return [EntityRef(label="Organization", name=name) for name in organizations(cell.raw)]
    funder = row.get("funder")
    if funder and (named := organizations(funder.raw)):
        return [EntityRef(label="Organization", name=name) for name in named]
    group = row.group or frame.heading
    grouped = programme_of(group.text, frame.programmes) if group else None
    whole = grouped or frame.programmes.whole
    return [_programme(whole.name)] if whole else []


def _programme(name: str) -> EntityRef:
    """A programme, or the organisation that the name is of ("某某科技厅")."""
    return EntityRef(label="Organization" if organization_kind(name) else "FundingProgram", name=name)


def _amount(row: Row, frame: _Frame) -> float | None:
    text = re.sub(r"[,，\s¥￥]", "", row.text("money"))
    if not text:
        return None
    return to_wan(text) if re.search(r"[元万亿]", text) else to_wan(text + frame.unit) if frame.unit else None


def _basis(frame: _Frame, row: Row, years: tuple[int, ...]) -> str | None:
    money = frame.sheet.column("money")
    if not money or not re.search(r"\d", row.text("money")):
        return None
    for note in frame.sheet.notes:
        basis = amount_basis(note.text)
        if basis and (not years or basis.first <= years[0] <= basis.last) and (years or basis.first == 0):
            return basis.basis
    named = re.search(r"直接(?:费用|经费)|间接(?:费用|经费)", money.header)
    return named.group() if named else None


def _number(row: Row) -> str | None:
    code = row.text("code")
    return code if _CODE.fullmatch(code) else None


def _term(text: str) -> tuple[str | None, str | None]:
    """The first and the last month, or year, of a term ("2016.01-2019.12")."""
    ends = re.findall(r"((?:19|20)\d{2})(?:\s*[./年-]\s*(0?[1-9]|1[0-2])(?!\d))?", text)
    if len(ends) != 2:
        return None, None
    first, last = (f"{year}-{int(month):02d}" if month else year for year, month in ends)
    return (first, last) if first <= last else (None, None)


def _name(title: str) -> str:
    return _TITLE_EDGES.sub("", title.strip()).strip() if title.count("“") == title.count("”") else title.strip()

"""Lists of grants: tables of funded projects, and projects written as labels and values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.lexicon import could_be_person, organization_kind
from ingest.numerals import to_wan
from ingest.prose.houses.parents import parent
from ingest.table.captions import amount_basis
from ingest.table.columns import HOUSE_OF_LEAD
from ingest.table.dates import read_years
from ingest.table.facilities import are_named_alone
from ingest.table.funded import Frame, frame_of, is_of_grants, payers, programme_cells, programme_ref
from ingest.table.houses import House, house_of, owner_of
from ingest.table.lines import Value
from ingest.table.own_part import leader_told, only_applied, sitter_of, without_leader, without_share
from ingest.table.programmes import programme_of, programme_of_group
from ingest.table.recognise import could_be_named, organizations, persons
from ingest.table.rosters import cell_under, titles_in
from ingest.table.speaker import Speaker
from ingest.table.totals_below import totals_below
from ingest.tables import Row, Sheet, sheets
from kg.model import Assertion, Document, EntityRef, Fact, Span
from kg.text import HAN, heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["GrantIngester"]

GRANT_ROW = "grant.row"
"""A project's row: what funds it, who leads it, which institution hosts it."""
HOST_NAMED_PART = "grant.named-part"
"""A host's name opens with the institution that it is a part of."""
OWN_HOUSE = "grant.own-house"
"""A row of the list that a house gives of its own projects (我院立项课题)."""
OWN_PART = "grant.own-part"
"""A row of the projects that a person's page lists, with the person's part in each (本人角色: 主持)."""
OWNER_PART = "grant.owner-part"
"""A row of a university's list, whose cell of hosts names one of its parts (第一附属医院)."""
PROGRAMME_OF_CAPTION = "grant.programme-of-caption"
"""A caption or a group's heading names a programme of a fund."""

_TOPICS = frozenset({"Technology", "Disease"})
_REFERENCE = re.compile(r"^[我本该](?:院|校|所|单位|公司|中心)$|^(?:同上|无|/|-+|—+)$")
_HOUSE_IN = re.compile("大学|医院|学院|研究院|研究所|公司|科学院|集团")
_CODE = re.compile(r"(?=.*\d)[A-Za-z0-9\u4e00-\u9fff][^\s，。；]{2,39}")
_TITLE_EDGES = re.compile(r"^[“\"《]+(?=[^”\"》]+[”\"》]+$)|(?<=\S)[”\"》]+$")
_OF_ANY_HOUSE = re.compile("[院校所]级")
_OF_TECHNIQUES = re.compile("新技术|新业务|三新项目|技术准入")
"""What a house begins to do is no project that somebody pays: 新技术新项目准入名单."""
_EACH = re.compile(
    r"[（(，,；;](?:每[项个](?:课题|项目)?(?:资助|支持|给予|补助|经费|为|各|金额)*(?P<sum>[\d.]+\s*万?元)|(?P<per>[\d.]+\s*万?元)\s*/\s*[项个])"
)
_AND_PLATFORMS = re.compile("项目.{0,2}(?:平台|基地|中心|载体)|(?:平台|基地|中心|载体).{0,2}项目")
"""The header of names that are of projects in part and of platforms in part."""
_PLATFORMS = re.compile("(?:平台|基地|中心|实验室|载体)(?:建设|类|专项|项目|[（(])")
_IS_PLATFORM = re.compile("(?:平台|基地|中心|实验室|样本库|数据库|资源库)$")
_SHORTEST_TITLE = 4


class GrantIngester:
    """Reads grants with their programme, sum, years, leader, host, discipline and number."""

    name = "grant"
    version = "1"
    emits = frozenset({"FUNDED_BY", "LEADS", "HOSTED_BY", "AFFILIATED_WITH", "CONCERNS", "TARGETS", "PART_OF", "HAS_METRIC"})

    def accepts(self, document: Document) -> bool:
        """Whether the document has a table, or labelled records, of projects."""
        return any(map(_is_read, sheets(document)))

    def ingest(self, document: Document, nlp: Language) -> Iterator[Assertion]:
        """What each row that can be read says; a cell that cannot be read is left out."""
        for sheet in filter(_is_read, sheets(document)):
            frame = frame_of(document, sheet)
            yield from self._programmes(document, frame)
            amounts = [_amount(row, frame) for row in sheet.rows if len(_name(row.text("title"))) >= _SHORTEST_TITLE]
            yield from totals_below(document, sheet, frame, self.name, amounts=amounts)
            house, owner, sitter = house_of(document, sheet), owner_of(document, sheet), sitter_of(document, sheet)
            for row in sheet.rows:
                speaker = self._speaker(document, row.span, frame)
                if sitter and not only_applied(row):
                    yield from _of_sitter(replace(speaker, rule=OWN_PART), sheet, row, sitter)
                yield from _row(speaker, row, frame=frame, house=house, owner=owner, nlp=nlp)

    def _speaker(self, document: Document, span: Span, frame: Frame) -> Speaker:
        return Speaker(document=document, ingester=self.name, rule=GRANT_ROW, span=span)

    def _programmes(self, document: Document, frame: Frame) -> Iterator[Assertion]:
        stated = [(choice, frame.sheet.caption) for choice in frame.programmes.choices if frame.sheet.caption]
        groups = {row.group.span: row.group for row in frame.sheet.rows if row.group}
        cells = {cell.text: cell for row in frame.sheet.rows for cell in programme_cells(row, frame.programmes)}
        above = [*groups.values(), *([frame.heading] if frame.heading else [])]
        called = dict(frame.called)
        told = [(programme_of_group(called.get(words.text, words.text), frame.programmes), words) for words in above]
        told += [(programme_of(called.get(words.text, words.text), frame.programmes), words) for words in cells.values()]
        stated += [(one, words) for one, words in told if one]
        for programme, words in stated:
            if programme.parent and programme.parent != programme.name and not organization_kind(programme.parent) and words:
                speaker = Speaker(
                    document=document,
                    ingester=self.name,
                    rule=PROGRAMME_OF_CAPTION,
                    span=words.span,
                )
                yield speaker.fact(programme_ref(programme.name), "PART_OF", programme_ref(programme.parent))


def _is_read(sheet: Sheet) -> bool:
    """Whether a table lists grants, rather than what was built with them."""
    return is_of_grants(sheet) and not are_named_alone(sheet) and not any(map(_OF_TECHNIQUES.search, sheet.context))


def _row(
    speaker: Speaker, row: Row, *, frame: Frame, house: House | None, owner: House | None, nlp: Language
) -> Iterator[Assertion]:
    title = row.get("title")
    if title is None or len(_name(title.text)) < _SHORTEST_TITLE or only_applied(row):
        return
    grant = EntityRef(label="Grant", name=_name(title.text))
    years = read_years(row.text("year")) or frame.years
    if _is_platform(frame.sheet, row):
        yield from _platform(speaker, row, frame=frame, house=house, years=years)
        yield from speaker.topics(
            EntityRef(label="Facility", name=grant.name), title.stretches, nlp, labels=_TOPICS - {"Disease"}
        )
        return
    yield from _attributes(speaker, row, grant=grant, years=years, frame=frame)
    yield from _funding(speaker, row, grant=grant, years=years, frame=frame, house=house)
    if owner is not None:
        yield from _of_owner(replace(speaker, rule=OWNER_PART), row, owner, grant=grant, years=years, frame=frame)
    elif house is None:
        yield from _people(
            speaker, row, grant=grant, years=years, hosts=_hosts(row), basis=_host_header(frame.sheet), sure=frame.sheet.exact
        )
    else:
        own = replace(speaker, rule=OWN_HOUSE)
        yield from _people(own, row, grant=grant, years=years, hosts=[house.name], basis=house.said, sure=frame.sheet.exact)
        yield from _ward(own, row, house)
    yield from speaker.topics(grant, title.stretches, nlp, labels=_TOPICS)


def _is_platform(sheet: Sheet, row: Row) -> bool:
    """Whether a row of a list of projects and platforms (项目（平台）名称) is of a platform, by its group and its own name."""
    title, group = sheet.column("title"), row.group
    both = title is not None and group is not None and _AND_PLATFORMS.search(title.header) and _PLATFORMS.search(group.text)
    return bool(both and _IS_PLATFORM.search(_name(row.text("title"))))


def _platform(speaker: Speaker, row: Row, *, frame: Frame, house: House | None, years: tuple[int, ...]) -> Iterator[Assertion]:
    """FUNDED_BY and HOSTED_BY of a platform, and where the one in charge works."""
    platform = EntityRef(label="Facility", name=_name(row.text("title")))
    yield from _funding(speaker, row, grant=platform, years=years, frame=frame, house=house)
    people = _people(
        speaker, row, grant=platform, years=years, hosts=_hosts(row), basis=_host_header(frame.sheet), sure=frame.sheet.exact
    )
    yield from (one for one in people if not (isinstance(one, Fact) and one.predicate == "LEADS"))


def _of_sitter(speaker: Speaker, sheet: Sheet, row: Row, sitter: str) -> Iterator[Assertion]:
    title = row.get("title")
    if title is not None and len(_name(title.text)) >= _SHORTEST_TITLE:
        for name in leader_told(sheet, row, sitter):
            yield speaker.fact(EntityRef(label="Person", name=name), "LEADS", EntityRef(label="Grant", name=_name(title.text)))


def _attributes(speaker: Speaker, row: Row, *, grant: EntityRef, years: tuple[int, ...], frame: Frame) -> Iterator[Assertion]:
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


def _funding(
    speaker: Speaker, row: Row, *, grant: EntityRef, years: tuple[int, ...], frame: Frame, house: House | None
) -> Iterator[Assertion]:
    began = _term(row.text("term"))[0]
    only = years[0] if len(years) == 1 else int(began[:4]) if began and not years else None
    for payer in payers(row, frame):
        if _OF_ANY_HOUSE.match(payer.name):  # 院级科研基金
            if house is None:
                continue
            payer = replace(payer, name=house.name + payer.name)
        yield speaker.fact(
            grant,
            "FUNDED_BY",
            payer,
            amount_wan=_amount(row, frame),
            year=only,
            years=years if len(years) > 1 else None,
            number=_number(row),
        )


def _hosts(row: Row) -> list[str]:
    host = row.get("host")
    return [name for name in organizations(host.raw) if not (_REFERENCE.match(name) or _is_ward(name))] if host else []


def _is_ward(name: str) -> bool:
    """Whether a name is that of a department alone, of no told house, which hosts no project."""
    return organization_kind(name) == "department" and _HOUSE_IN.search(name) is None


def _people(
    speaker: Speaker, row: Row, *, grant: EntityRef, years: tuple[int, ...], hosts: list[str], basis: str, sure: bool
) -> Iterator[Assertion]:
    lead = row.get("lead")
    for name in hosts:
        institution = EntityRef(label="Organization", name=name)
        yield from speaker.attributes(institution, kind=organization_kind(name))
        yield speaker.fact(grant, "HOSTED_BY", institution)
        yield from _wholes(speaker, institution)
    leaders = _leaders(lead, sure=sure) if lead else ()
    told = cell_under(row, HOUSE_OF_LEAD)
    own = organizations(told.raw) if told is not None else ()
    homes = own or hosts
    for name in leaders:
        person = EntityRef(label="Person", name=name, context=homes[0] if len(homes) == 1 else "")
        yield speaker.fact(person, "LEADS", grant)
        if len(homes) == 1:
            yield speaker.fact(
                person,
                "AFFILIATED_WITH",
                EntityRef(label="Organization", name=homes[0]),
                basis=None if own else basis,
                title=",".join(titles_in(row, lead)) if lead and len(leaders) == 1 else None,
                year=years[0] if years else None,
                years=years,
            )


def _of_owner(
    speaker: Speaker, row: Row, owner: House, *, grant: EntityRef, years: tuple[int, ...], frame: Frame
) -> Iterator[Assertion]:
    """A row of a university's list whose cell names the part of it where the leader works."""
    university = EntityRef(label="Organization", name=owner.name)
    yield speaker.fact(grant, "HOSTED_BY", university)
    part = heal_name(row.text("host"))
    name = part if part.startswith(owner.name) else owner.name + part
    home = EntityRef(label="Organization", name=name) if organization_kind(part or "无") else university
    if home.name != owner.name:
        yield from speaker.attributes(home, kind=organization_kind(home.name))
        yield speaker.fact(home, "PART_OF", university, basis=("名称",))
    lead = row.get("lead")
    for leader in _leaders(lead, sure=frame.sheet.exact) if lead else ():
        person = EntityRef(label="Person", name=leader, context=home.name)
        yield speaker.fact(person, "LEADS", grant)
        told = {"year": years[0] if years else None, "years": years}
        yield speaker.fact(person, "AFFILIATED_WITH", home, basis=_host_header(frame.sheet), **told)


def _ward(speaker: Speaker, row: Row, house: House) -> Iterator[Assertion]:
    """A department in a row of its house's list is a part of the house."""
    ward = row.text("ward")
    if organization_kind(ward or "无") == "department" and not ward.startswith(house.name):
        own = EntityRef(label="Organization", name=house.name + ward)
        yield from speaker.attributes(own, kind="department")
        yield speaker.fact(own, "PART_OF", EntityRef(label="Organization", name=house.name))


def _wholes(speaker: Speaker, institution: EntityRef) -> Iterator[Assertion]:
    """What the institution is a part of, by its name (某大学附属医院: 某大学)."""
    part, whole = institution, parent(institution.name)
    while whole is not None:
        owner = EntityRef(label="Organization", name=whole)
        yield replace(speaker, rule=HOST_NAMED_PART).fact(part, "PART_OF", owner, basis=("名称",))
        part, whole = owner, parent(whole)


def _leaders(cell: Value, *, sure: bool) -> tuple[str, ...]:
    """The leaders that a cell names; a lone word of a name's shape is one too (高峰, 哈斯巴根), for the column says so."""
    named = persons(cell.raw)
    alone = could_be_named(cell.text) or (sure and could_be_person(cell.text))
    return named if named or not alone else (cell.text,)


def _host_header(sheet: Sheet) -> str:
    """What the document calls the institution that a leader belongs to (依托单位, 承担单位)."""
    column = sheet.column("host")
    return re.sub(rf"[^{HAN}]", "", column.header) if column else ""


def _amount(row: Row, frame: Frame) -> float | None:
    text = re.sub(r"[,，\s¥￥]", "", without_share(row.text("money")))
    if not text:
        return _each_of_group(row.group or frame.heading)
    return to_wan(text) if re.search(r"[元万亿]", text) else to_wan(text + frame.unit) if frame.unit else None


def _each_of_group(heading: Value | None) -> float | None:
    """What each project is given of the group whose heading tells it: 一般项目（3项，每项资助8万元）."""
    each = _EACH.search(heading.text) if heading is not None else None
    return to_wan(each["sum"] or each["per"]) if each is not None else None


def _basis(frame: Frame, row: Row, years: tuple[int, ...]) -> str | None:
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
    title = without_leader(title)
    return _TITLE_EDGES.sub("", title.strip()).strip() if title.count("“") == title.count("”") else title.strip()

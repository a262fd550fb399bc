"""Tables of people beside their institutions, and what they had a part in, where the words above name it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import TITLES, could_be_person, is_position, is_title, organization_kind
from ingest.prose.people.described import employer_of
from ingest.prose.writings.own_guideline import work_named
from ingest.table.lines import Value
from ingest.table.recognise import could_be_named, persons
from ingest.table.seats_told import is_seat, seated
from ingest.table.speaker import Speaker
from ingest.tables import Row, Sheet
from kg.model import Assertion, Document, EntityRef
from kg.text import HAN, heal_name

__all__ = [
    "EMPLOYERS",
    "POST_AT_HOME",
    "cell_under",
    "employer_in",
    "is_roster",
    "made_by",
    "named",
    "people_in",
    "roster_row",
    "titles_in",
    "works_at",
]

_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_NAME_AND_TITLE = re.compile(
    rf"(?P<name>[^\s（(]{{2,10}}?|[{HAN}]\s{{1,4}}[{HAN}](?=\s)|[A-Z][A-Za-z.\- ]{{3,30}}?)\s*"
    rf"(?P<titles>(?:(?:{_TITLE}|主任|博士)[、\s]*)*)"
)
_NOTED = re.compile(r"[（(](?P<note>[^（）()]{2,20})[)）]$")
EMPLOYERS = ("hospital", "university", "institute", "company", "laboratory", "department", "government")
_SPLIT = re.compile(r"[、，,；;/\s]+|兼")
_WIDE = re.compile(rf"(?<=[{HAN}])(?: {{2,}}|\u3000+)(?=[{HAN}]{{2}})|(?<=医师|技师|药师|护师|教授|究员|程师) (?=[{HAN}]{{3}})")
"""The blanks that part a title from a post in one cell: wide ones, or one behind a whole title."""
_NO_ROSTER = frozenset(
    {
        *("title", "money", "code", "program", "work", "award", "facility", "product", "branch", "society", "session"),
        *("theme", "meeting"),
    }
)
_NAME = re.compile("(?:专家|委员|成员|医师|医生|教师|导师|编委|编者|作者|讲者)?姓名|专家|成员|编委|编者|作者")
_RANKED = re.compile("(?:完成人)?(?:排名|排序|名次|位次)")
"""The head of the places of those who did a work: such a table is of the work, and read with it."""
_TITLE_HEAD = re.compile(
    "(?:项目|课题)?(?:负责人|主持人|申请人|报告人|讲者)?(?:技术|专业|专业技术)?(?:职称|职务)(?:[/、（(及和与]?(?:职称|职务)[)）]?)?"
)
POST_AT_HOME = re.compile(
    "(?:所在|现任?|所任|担任|院内|院校|医院|科室|科内|部门|单位|本单位|工作单位|所在单位|行政|党政|专业)+(?:内|及|和|与|[/／、])?(?:行政)?"
    "(?:职务|任职|岗位)(?:情况)?(?:[/／、及和与]职称)?"
)
"""The head of what people are in the house where they work, beside what they are in a society."""
_ELSEWHERE = re.compile(
    "(?:主要|重要)?(?:学会|协会|学术|社会|专业学会|学会[/、]协会|学术团体|社会团体)(?:任职|兼职|职务)(?:情况)?"
)
"""The head of what people are in societies."""
_PART_HEAD = re.compile(
    "职责|分工|角色|身份|组内(?:职务|分工|角色)|承担(?:任务|工作)|任务分工|编写(?:分工|职务|角色)|担任(?:角色|职务)"
)
_MAKERS = re.compile("编写|编委|编审|撰写|起草|制[定订]|写作|共识|指南|规范|工作组|专家组")
"""Words above a table of those who made a guideline."""
_STUDENTS = re.compile("学员|考生|录取|录用|招聘|应聘|拟聘|报名|培训班|进修班|夏令营|缴费|捐")
_PARTS = re.compile(
    "(?P<role>(?:总|执行|共同|副)?主编|(?:常务|青年)?编委|编者|(?:主要)?执笔(?:人|者|专家)?|副?组长|组员|成员"
    "|编写(?:组)?(?:成员|专家|人员)?|主要起草人|起草人)"
)
"""Parts in making a guideline; who keeps its minutes or reviews it made none of it."""


def is_roster(sheet: Sheet) -> bool:
    """Whether a table lists people with where they work, and nothing that they run or received; no class of students."""
    if any(map(_STUDENTS.search, sheet.context)):
        return False
    names = any(_NAME.fullmatch(column.header) for column in sheet.columns)
    if any(_RANKED.fullmatch(column.header) for column in sheet.columns):
        return False
    return sheet.exact and names and "host" in sheet.roles and not _NO_ROSTER & sheet.roles


def made_by(document: Document, sheet: Sheet) -> EntityRef | None:
    """The guideline that the people of a table made: the document tells of one, and the words above of its makers."""
    return work_named(document) if any(map(_MAKERS.search, sheet.context)) else None


def roster_row(speaker: Speaker, row: Row, work: EntityRef | None) -> Iterator[Assertion]:
    """AFFILIATED_WITH of a row's person, and AUTHORED with the part that its cell tells."""
    name, titles = named(row, row.get("lead") or cell_under(row, _NAME))
    if not name:
        return
    employer = employer_in(row)
    person = EntityRef(label="Person", name=name, context=employer.name if employer is not None else "")
    yield from works_at(speaker, row, person, employer, titles)
    yield from seated(speaker, person, [*_parts_told(row), *_parts_under(row, _ELSEWHERE)])
    part = cell_under(row, _PART_HEAD) or row.group
    role = _PARTS.fullmatch(heal_name(part.text)) if part is not None else None
    if work is not None and role is not None:
        yield speaker.fact(person, "AUTHORED", work, role=(role["role"],))


def cell_under(row: Row, header: re.Pattern[str]) -> Value | None:
    """The cell of a row under a head of these words."""
    return next((cell for column, cell in row.others if header.fullmatch(column.header)), None)


def named(row: Row, cell: Value | None) -> tuple[str, list[str]]:
    """The one person of a cell, with titles behind the name; "" where it holds none or several."""
    match = _NAME_AND_TITLE.fullmatch(cell.raw.strip()) if cell is not None else None
    whole = heal_name(cell.raw) if cell is not None else ""
    name = heal_name(match["name"]) if match is not None else ""
    titles = [title for title in re.split(r"[、\s]+", match["titles"]) if is_title(title)] if match is not None else []
    if titles and _could_be(name):
        return name, titles
    return (whole, []) if _could_be(whole) else ("", [])


def people_in(cell: Value) -> tuple[str, ...]:
    """The people of a cell, which the head vouches for: rare surnames and names of other peoples too."""
    return persons(cell.raw) or ((cell.text,) if _could_be(cell.text) else ())


def _could_be(name: str) -> bool:
    """Whether a lone word below a head of names is one, with a rare surname or of another people too."""
    return bool(name) and (could_be_person(name) or could_be_named(name))


def works_at(
    speaker: Speaker, row: Row, person: EntityRef, employer: EntityRef | None, titles: list[str]
) -> Iterator[Assertion]:
    """AFFILIATED_WITH of a person at the institution of the row, with the titles and posts of its cells."""
    if employer is None:
        return
    told = list(_parts_told(row))
    ranks = [*titles, *(part for part in told if is_title(part) and part != "无")]
    posts = [part for part in told if is_position(part) and not (is_title(part) or is_seat(part))]
    yield speaker.fact(person, "AFFILIATED_WITH", employer, title=",".join(ranks), position="、".join(posts))


def titles_in(row: Row, cell: Value) -> tuple[str, ...]:
    """The titles of the one whom a cell names: behind the name, in brackets or not, or under a head of titles."""
    noted = _NOTED.search(cell.raw.strip())
    told = [*named(row, cell)[1], *(_SPLIT.split(heal_name(noted["note"])) if noted is not None else ()), *_parts_told(row)]
    return tuple(dict.fromkeys(part for part in told if is_title(part) and part != "无"))


def _parts_told(row: Row) -> Iterator[str]:
    """What the cells under heads of titles and posts tell."""
    yield from _parts_under(row, _TITLE_HEAD, POST_AT_HOME)


def _parts_under(row: Row, *heads: re.Pattern[str]) -> Iterator[str]:
    for column, cell in row.others:
        if any(head.fullmatch(column.header) for head in heads):
            for words in _WIDE.split(cell.raw):
                yield from _SPLIT.split(heal_name(words))


def employer_in(row: Row) -> EntityRef | None:
    """The institution of a row, None where its cell names none."""
    name = heal_name(row.text("host"))
    return employer_of(EntityRef(label="Organization", name=name)) if organization_kind(name) in EMPLOYERS else None

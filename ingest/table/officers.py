"""Whose officers a table of people lists, and which office its cells, its groups or the line above it give them."""

from __future__ import annotations

import re

from ingest.prose.houses.parents import term_of
from ingest.prose.people.committees import group_within, listed_society, listed_term
from ingest.prose.people.described import OFFICE
from ingest.table.captions import caption_text
from ingest.table.elected import elected_body
from ingest.table.rosters import POST_AT_HOME
from ingest.table.seats_told import in_full
from ingest.tables import Row, Sheet
from kg.model import Document, EntityRef
from kg.text import HAN, heal_name

__all__ = ["body_listed", "offices_of", "tells_offices", "term_listed"]

_PART = (
    r"(?:(?:执行|常务|名誉|荣誉|共同|副)*(?:主任|组长|主席|召集人|首席专家|团长|队长)|成员|组员|委员|专家"
    r"|(?:学术|工作)?秘书|顾问|联络[员人]|干事)"
)
_OFFICES = re.compile(rf"(?:拟任)?(?P<offices>{OFFICE}(?:[、兼/和]{OFFICE})*)")
_PARTS = re.compile(rf"(?:拟任|拟聘)?(?P<offices>(?:{OFFICE}|{_PART})(?:[、兼/和](?:{OFFICE}|{_PART}))*)")
_POST = re.compile(".*(?:职务|任职|任命|届内|会内).*")
_SEATS = r"(?:(?:学术|工作|执行)?秘书|(?:高级|名誉|资深)?顾问|副?组长|组员|成员|(?:首席|特邀)?专家|联络[员人])"
"""What nobody is in a house of work, whatever the head of the column says: 职务|秘书."""
_SEATED = re.compile(rf"(?:拟任)?(?P<offices>(?:{OFFICE}|{_SEATS})(?:[、兼/和](?:{OFFICE}|{_SEATS}))*)")
_POST_INSIDE = re.compile(
    "(?:.*(?:[学协分员]会|专委|组|届)内?|拟任|拟聘|担任|推荐|所任)(?:职务|任职|分工|角色|身份)?|分工|角色|身份|委员类别|人员类别"
)
"""The head of what people are in the body itself, where 主任 and 成员 are offices too."""
_NUMBER = r"(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]\s*)?"
_NOTED = r"(?:\s*[（(][^（）()]{1,30}[)）])?"
_ALL_ARE = re.compile(r"(?P<office>常务委员|常务理事|青年委员|委员|理事|会员)名单(?:的(?:通知|公告|公示|决定|通报|函))?$")
_STANDS_ABOVE = re.compile(rf"{_NUMBER}(?P<office>{OFFICE}|{_PART}){_NOTED}(?:名单)?{_NOTED}\s*[:：]?")
"""The office of all in the table below, alone on its line: 委员（按姓氏笔画排列）："""
_GROUP = re.compile(rf"{_NUMBER}{_PARTS.pattern}{_NOTED}(?:名单)?(?:\s*[共计]?\s*\d{{1,3}}\s*[人名位])?{_NOTED}\s*[:：]?")
"""The same over the rows that it is of, within a table: 一、副主任委员（3人）."""
_BODY = re.compile(
    rf"(?P<body>[{HAN}A-Z\d、·（）()“”]{{3,36}}?(?:(?:学术|技术|专家|指导|咨询|伦理|管理|编审|评审|顾问|战略|执行|组织|科学|质控|工作)+委员会"
    r"|(?:专家|工作|指导|咨询|论证|评审|领导|核心|质控|技术|顾问|监理|验收|考察)+小?组|理事会|专家库))"
    r"(?:第?[一二三四五六七八九十\d]+届(?:委员会|理事会)?)?(?:的)?(?:专家|成员|委员|人员|组成|构成)*(?:(?:的)?(?:名单|一览表?|组成)(?:[（(][^（）()]{1,14}[)）])?(?:的(?:通知|公告|公示|决定|批复|函|通报))?|的(?:通知|公告|公示|决定|批复|函)"
    r"|(?:进行)?(?:换届|调整|改选|增补|变更|更新|组成|成员|人员)+(?:情况|结果|如下|公布|说明)*[:：]?|[:：])?$"
)
"""A body that is no society, whose members a caption promises: 某某实验室学术委员会组成人员名单."""
_NOTICE = re.compile(
    r"^(?:.{0,30}?关于)?(?:同意)?(?:公布|发布|印发|公示|调整|成立|组建|设立|聘任|增补|批准)*(?:第?[一二三四五六七八九十\d]+届)?"
)
_WHICH_TERM = re.compile(r"(?<=.{4})第?[一二三四五六七八九十\d]+届(?=.)")
"""A body is one in all its terms: 某中心第三届专家委员会."""
_WRITES = re.compile("编写|编委|编审|撰写|起草|制[定订]|写作|共识|指南|规范")
"""Those who make a guideline are read as its authors."""


def body_listed(document: Document, sheet: Sheet) -> EntityRef | None:
    """The society, or the council or group of experts, whose people the words above a table promise; its longest name."""
    if (group := _group_listed(document, sheet)) is not None:
        return group
    found = next(filter(None, map(listed_society, (*sheet.context, document.title))), None)
    if found is not None:
        others = filter(None, map(listed_society, (*sheet.headings, document.title)))
        longer = [one for one in others if one.name.endswith(found.name)]
        return in_full(document, max([found, *longer], key=lambda one: len(one.name)))
    told = next(filter(None, map(_body, (*sheet.context, document.title))), None)
    return told or (elected_body(document, sheet.span.start) if tells_offices(sheet) else None)


def term_listed(document: Document, sheet: Sheet, body: EntityRef) -> str:
    """The term of a body that the words tell which promise its people, "" for none."""
    for words in (*sheet.context, document.title):
        society = listed_society(words)
        named = society or group_within(words, listed_society(document.title)) or _body(words)
        if named is not None and body.name.endswith(named.name):
            return listed_term(words) if society is not None else term_of(words)
    return ""


def _group_listed(document: Document, sheet: Sheet) -> EntityRef | None:
    """The group or committee of the young that the nearest words promise, of the society that the page's title tells."""
    society = listed_society(document.title)
    for words in sheet.context:
        group = group_within(words, society)
        if group is not None or listed_society(words) is not None:
            return group
    return None


def _body(words: str) -> EntityRef | None:
    named = _BODY.search(_NOTICE.sub("", caption_text(words)))
    plain = named is not None and not _WRITES.search(named["body"]) and named["body"].count("（") == named["body"].count("）")
    return EntityRef(label="Organization", name=_WHICH_TERM.sub("", named["body"])) if named is not None and plain else None


def tells_offices(sheet: Sheet) -> bool:
    """Whether a column, the groups or the line above give offices to the people of a table."""
    headed = any(_POST.fullmatch(column.header) and not POST_AT_HOME.fullmatch(column.header) for column in sheet.columns)
    return headed or bool(_office_above(sheet)) or any(map(_offices_in, sheet.rows))


def offices_of(sheet: Sheet) -> list[tuple[str, ...]]:
    """The offices of each row's person; a blank cell of a first column of offices is of the office above it."""
    above = _office_above(sheet)
    first = sheet.columns[0].header
    merged = bool(_POST.fullmatch(first) or _POST_INSIDE.fullmatch(first))
    found: list[tuple[str, ...]] = []
    for row in sheet.rows:
        own = _offices_in(row)
        blank = merged and not any(column.header == first for column, _ in row.others)
        found.append(own or ((above,) if above else found[-1] if blank and found else ()))
    return found


def _office_above(sheet: Sheet) -> str:
    """The one office that the words above give to all, where no column tells offices; "" for none."""
    if any(map(_offices_in, sheet.rows)):
        return ""
    stands = _STANDS_ABOVE.fullmatch(heal_name(sheet.headings[0])) if sheet.headings else None
    if stands is not None:
        return stands["office"]
    found = (_ALL_ARE.search(heal_name(words)) for words in sheet.context)
    return next((match["office"] for match in found if match is not None), "")


def _offices_in(row: Row) -> tuple[str, ...]:
    """The offices that the cells of a row hold, below a head of offices; else those of the heading over its group."""
    told = [one for column, cell in row.others if (one := _under(column.header, heal_name(cell.text))) is not None]
    if told:
        return tuple(re.split("[、兼/和]", told[0]["offices"]))
    above = _GROUP.fullmatch(heal_name(row.group.text)) if row.group is not None else None
    return tuple(re.split("[、兼/和]", above["offices"])) if above is not None else ()


def _under(header: str, words: str) -> re.Match[str] | None:
    if _POST_INSIDE.fullmatch(header):
        return _PARTS.fullmatch(words)
    if POST_AT_HOME.fullmatch(header) or not _POST.fullmatch(header):
        return _OFFICES.fullmatch(words) if _POST.fullmatch(header) else None
    return _SEATED.fullmatch(words)

"""Who made a programme's guide, in rows at its foot: 指南编制专家组, and below it 组长 张三 甲大学 教授."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.layout import lines
from ingest.lexicon import could_be_person, is_person, is_position, is_title, organization_kind
from ingest.prose.people.described import employer_of
from ingest.prose.reading import Reading, Rule
from ingest.table.rosters import EMPLOYERS
from kg.model import Assertion, Document, EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["read"]

GUIDE_EXPERT = Rule("guide_expert")
"""组长 张三 甲大学 教授, below 某某专项项目申报指南编制专家组."""

_MADE = r"(?P<made>(?:编制|编写|起草|论证)(?:专家|工作)组?)"
_HEADING = re.compile(
    rf"(?:附件?\s*[一二三四五六\d]*\s*[:：.、]?|[一二三四五六七八九十]+、)?\s*(?P<guide>[^，。；：:\s]{{0,60}}指南){_MADE}(?:成员|人员|组成)*(?:名单)?\s*[:：]?"
)
_TITLE = re.compile(
    r"(?:附件?\d*[:：])?(?:[^，。；“”]{0,30}?关于(?:发布|印发|公布))?(?P<guide>(?!\d{4}年|年度|附|关于|项目|申报)[^，。；：:\s]{2,60}?(?:专项|计划|工程|基金|项目|行动)[^，。；：:\s]{0,30}指南)(?:的通[知告])?"
)
_B = "[ \u3000]*"
_GAP = "[ \u3000\t]+"
_OFFICE = rf"(?:副{_B})?组{_B}长|成{_B}员|组{_B}员|召{_B}集{_B}人|秘{_B}书"
_ROW = re.compile(
    rf"\s*(?:\d{{1,3}}[.、．]?{_GAP})?(?:(?P<office>{_OFFICE})(?:{_B}[:：]{_B}|{_GAP}))?(?P<name>[{HAN}](?:{_B}[{HAN}·]){{1,5}}?){_GAP}"
    rf"(?P<house>[{HAN}（）()]{{4,40}})(?:{_GAP}(?P<posts>[{HAN}、/，,]{{2,24}}))?\s*"
)
_HEADS = re.compile(rf"\s*(?:(?:序号|职责|分工|姓{_B}名|(?:工作|所在)?单{_B}位|职{_B}[称务]|[职称务/、及和]+)\s*)+")
_PAGE = re.compile(r"[\s\d—–\-第页/]+")
_TOP = 600
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Expert:
    """One row: the office ("" where the row and those above it tell none), name, house, posts, and where it stands."""

    office: str
    name: str
    house: str
    posts: tuple[str, ...]
    span: Span


def read(reading: Reading) -> Iterator[Assertion]:
    """AFFILIATED_WITH of two or more such rows, and MEMBER_OF the group where the heading calls them one."""
    document = reading.document
    if "指南编" not in document.text and "指南论证" not in document.text and "指南起草" not in document.text:
        return
    whole = Span(start=0, end=len(document.text))
    every = [(document.text[span.start : span.end], span) for span in lines(document.text, whole)]
    for place, (words, _) in enumerate(every):
        if "指南" not in words or not _HEADING.fullmatch(words.strip()):
            continue
        experts = list(_below(every[place + 1 :]))
        group = _made_by(document, words)
        for one in experts if len(experts) >= _FEWEST else ():
            yield from _told(reading, one, group)


def _made_by(document: Document, words: str) -> EntityRef | None:
    """The group that a heading names, by the whole title of the guide that it made; None for any other heading."""
    heading = _HEADING.fullmatch(words.strip()) if "指南" in words else None
    if heading is None or not heading["made"].endswith("组"):
        return None
    own = heal_name(heading["guide"])
    told = own if _TITLE.fullmatch(own) else _title(document)
    return EntityRef(label="Organization", name=f"{told}{heading['made']}") if told else None


def _told(reading: Reading, one: _Expert, group: EntityRef | None) -> Iterator[Assertion]:
    house = employer_of(EntityRef(label="Organization", name=one.house))
    person = reading.person(one.name, house.name)
    title = ",".join(post for post in one.posts if is_title(post))
    position = "、".join(post for post in one.posts if not is_title(post))
    yield reading.fact(GUIDE_EXPERT, person, "AFFILIATED_WITH", house, one.span, title=title, position=position)
    if group is not None:
        yield reading.fact(GUIDE_EXPERT, person, "MEMBER_OF", group, one.span, role=(one.office,) if one.office else "")


def _below(rows: list[tuple[str, Span]]) -> Iterator[_Expert]:
    """The rows up to the first line that is none; an office holds for the rows below it."""
    office = ""
    for words, span in rows:
        if _HEADS.fullmatch(words) or _PAGE.fullmatch(words):
            continue
        row = _ROW.fullmatch(words)
        one = _expert(row, office, span) if row is not None else None
        if one is None:
            return
        office = one.office
        yield one


def _expert(row: re.Match[str], above: str, span: Span) -> _Expert | None:
    name, house = heal_name(row["name"]), heal_name(row["house"])
    posts = tuple(post for post in re.split("[、/，,]", row["posts"] or "") if post)
    known = is_person(name) or could_be_person(name)
    if not known or organization_kind(house) not in EMPLOYERS or not all(is_title(post) or is_position(post) for post in posts):
        return None
    return _Expert(heal_name(row["office"] or above), name, house, posts, span)


def _title(document: Document) -> str:
    """The title of the guide: the document's, or what stands at its top, over two lines too."""
    top = Span(start=0, end=min(len(document.text), _TOP))
    tops = [document.text[span.start : span.end] for span in lines(document.text, top)]
    told = [document.title, *(f"{above}{below}" for above, below in pairwise(tops)), *tops]
    found = (_TITLE.fullmatch(heal_name(words)) for words in told)
    return next((match["guide"] for match in found if match is not None), "")

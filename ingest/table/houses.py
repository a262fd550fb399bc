"""Whose a list of grants is that has no column of hosts: the house that says 我院 above it, or that a title opens with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.lexicon import is_place, organization_kind
from ingest.names import organizations
from ingest.prose.funding.won_by_house import HOUSES, winner_in
from ingest.prose.houses.speaker import speaker
from ingest.table.funded import announced
from ingest.tables import Sheet
from kg.model import Document
from kg.text import HAN, heal_name

__all__ = ["House", "house_of", "owner_of"]

_OWN = re.compile(
    r"(?:我|(?<![日基资成样原文书])本)(?P<noun>院|校|研究所|研究院|所|中心|公司)(?!士|区|园)[^。；！？]{0,60}?"
    r"(?:立项|获批|获得?|承担|主持|资助|课题|项目|中标)"
)
_LEVEL = re.compile("[院校所]级(?:科研|科技|课题|项目|基金|青年|人才|面上|重点)|[院校]内(?:课题|基金|项目)")
_NOT_ITS_OWN = re.compile("评审|受理(?!期)|管理的|发布|征集|合作单位|外单位|兄弟单位|参与")
_TITLED = re.compile(
    r"(?:(?:19|20)\d{2}\s*年度?)?[^，。；]{0,30}?(?:立项|获批|获资助|资助项目|新增|承担|主持|在研|中标|(?:基金|项目|课题)[^，。；]{0,6}?(?:喜获|丰收|再创)"
    r"|(?:横向|纵向|企业委托|委托|合作)(?:科研)?(?:项目|课题))"
)
_OPENS = re.compile(
    r"(?:关于(?:公布|公示|下达|印发|发布)|附[件表录]\s*\d*|(?:科研|立项)?(?:喜报|喜讯|捷报)|祝贺|(?:19|20)\d{2}\s*年?度?|[\s！!：:｜|、—\-])*"
)
"""What may stand before the house that a list's title tells: 喜报：, 2031年度."""
_PART = re.compile(
    rf"(?:第[一二三四五六七八九十]+)?(?:临床)?(?:附属|直属|教学)[{HAN}]{{0,12}}?医院"
    rf"|第[一二三四五六七八九十]+(?:临床)?(?:医学院|医院)"
    rf"|[{HAN}、]{{2,14}}?(?:学院|学部|系|研究院|研究所|中心|实验室)"
)
"""What names a part of a university, and no house of its own: 第一附属医院, 生物医学工程学院."""
_OWN_SCHOOL = re.compile("大学|中国|国家|全国|中华|(?:师范|医科|理工|科技|职业|技术|工业|农业|财经)学院$")
_LABELLED = re.compile(
    r"(?m)^[ \t\u3000]*(?:依托|承担|申报|填报|报送|推荐|牵头|主持|申请)?(?:单位|学校|高校)(?:名称)?"
    r"(?:[（(][^（）()]{1,6}[)）])?[ \u3000]*[:：]"
    rf"[ \u3000]*(?P<name>[{HAN}]{{3,20}}?大学)[ \u3000]*(?:[（(][^（）()]{{1,6}}[)）])?[ \t\u3000]*$"
)
_MOSTLY = 0.8
_ABOVE = 3
"""How many passages before a table may say whose projects it lists."""


@dataclass(frozen=True, slots=True)
class House:
    """The institution of all rows, and the words that say so (我院)."""

    name: str
    said: str


def house_of(document: Document, sheet: Sheet) -> House | None:
    """The house of all rows of a table without a column of hosts; None where nothing, or more than one thing, tells."""
    if "host" in sheet.roles:
        return None
    for words in _words(document, sheet):
        own = _OWN.search(words)
        if own is not None and not _NOT_ITS_OWN.search(own.group()):
            name = speaker(document, own["noun"])
            if organization_kind(name or "无") in HOUSES:
                return House(name, own.group()[: 1 + len(own["noun"])])
            break
    told = next(filter(None, map(_of_title, (document.title, *sheet.context))), None)
    if told is None and any(map(_LEVEL.search, _words(document, sheet))):
        return _of_site(document)
    return told or next(filter(None, map(_of_winner, _words(document, sheet))), None)


def _of_winner(words: str) -> House | None:
    """The one house that the words above name, where they say that it won so many: 甲医院共获资助12项."""
    name = winner_in(words)
    return House(name, "获资助") if name else None


def _of_site(document: Document) -> House | None:
    """The house whose site the page is of, where what it lists is called the house's own (院级课题)."""
    return House(document.publisher, "来源") if organization_kind(document.publisher or "无") in HOUSES else None


def owner_of(document: Document, sheet: Sheet) -> House | None:
    """The university whose list it is, where the cells of hosts name its parts alone (第一附属医院, 信息学院); else None."""
    cells = [heal_name(row.text("host")) for row in sheet.rows if row.text("host")]
    if not cells or sum(map(_is_part, cells)) < _MOSTLY * len(cells):
        return None
    labels = _LABELLED.findall(document.text[: sheet.span.start])
    if labels:
        return House(labels[-1], "依托单位") if len(set(labels)) == 1 else None
    named = next(filter(None, (_university(words) for words in (*sheet.context, document.title))), "")
    own = any(re.search("[我本]校|学校", words) for words in _words(document, sheet))
    name = named or (speaker(document, "校") if own else None) or ""
    return House(name, "标题") if organization_kind(name or "无") == "university" else None


def _is_part(name: str) -> bool:
    return _PART.fullmatch(name) is not None and not _OWN_SCHOOL.search(name) and not any(is_place(name[:n]) for n in (2, 3))


def _university(words: str) -> str:
    """The one university that words name, whose projects they announce."""
    named = {words[one.start : one.end] for one in organizations(words)}
    return named.pop() if len(named) == 1 and {organization_kind(name) for name in named} == {"university"} else ""


def _words(document: Document, sheet: Sheet) -> Iterator[str]:
    yield from (document.title, *sheet.context, *announced(document, sheet))
    before = [one for one in document.passages if one.span.end <= sheet.span.start]
    yield from (document.text[one.span.start : one.span.end] for one in reversed(before[-_ABOVE:]))


def _of_title(title: str) -> House | None:
    named = list(organizations(title))
    if len(named) != 1 or not _OPENS.fullmatch(title, 0, named[0].start):
        return None
    name = title[named[0].start : named[0].end]
    its_own = organization_kind(name) in HOUSES and _TITLED.match(title, named[0].end)
    return House(name, "标题") if its_own else None

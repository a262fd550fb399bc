"""Tables of those who were given an honour that the sentence right above names: 授予以下人员“某某先进个人”称号：."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import organization_kind
from ingest.rounds import Award
from ingest.table.recognise import organizations
from ingest.table.rosters import cell_under, employer_in, named
from ingest.table.speaker import Speaker
from ingest.tables import Row, Sheet
from kg.model import Assertion, Document, EntityRef
from kg.text import heal_name

__all__ = ["given_above", "given_row"]

_REACH = 400
_WHO = (
    r"(?:(?:\d+|[一二三四五六七八九十]+)?(?:名|位|家|个|所)?(?:优秀|获奖|先进)?(?P<who>人员|同志|个人|专家|学者|员工|教师|职工|会员|委员|选手"
    r"|[医技药护教]师|护士|工作者|单位|集体|科室|医院|团队|机构|企业|公司|中心|部门)(?:[（(][^（）()]{1,20}[)）])?)"
)
_NAME = r"[“\"「](?P<name>[^“”\"「」]{4,40})[”\"」](?:荣誉)?(?:称号|奖项|证书)?"
_ENDS = (
    r"[（(]?(?:名单(?:如下)?|[，,]?(?:具体)?(?:名单|人员)(?:如下|见下表)|见下表|如下)?"
    r"(?:[（(]?排名不分先后[)）]?)?[)）]?[:：。]?$"
)
_THESE = _WHO.replace("?P<who>", "?P<whom>")
_WON = _NAME.replace("?P<name>", "?P<won>")
_BELOW = re.compile(
    rf"(?:(?:授予|给予|颁予|评选|评定|评出|确定|认定|命名|表彰|通报表扬|评为)?了?(?:以下|下列|如下){_WHO}[^。；“”]{{0,8}}?{_NAME}"
    rf"|(?:以下|下列){_THESE}(?:荣获|获评|获得|被评为|被授予|当选为?){_WON}){_ENDS}"
)
"""Who stands in the table below, and what they were given."""
_LISTED = re.compile(
    rf"(?:授予|荣获|获评|获得|评选出|评出|表彰)[^。；“”]{{0,20}}?{_NAME}(?:获得者|获奖者|获奖人员|人员)?"
    r"[，,]?(?:的|共)?(?:人员|单位|个人)?(?:\d+[名个家位])?[，,]?(?:名单)?(?:如下|见下表)[:：。]?$"
)
"""经评审，评选出“某某先进个人”10名，名单如下：."""
_NOT_YET = re.compile("拟|推荐|候选|提名|申报|公示|初评|入围|建议|报送|参评")
_YEAR = re.compile(r"^((?:19|20)\d\d)\s*(?:[-—–~至]\s*(?:19|20)\d\d)?年?度?")
_NAMED = re.compile("(?:专家|委员|人员|个人|获奖人?|获奖者)?姓名|人员|个人|获奖人|获奖者")
_BODIES = re.compile("(?:获奖|先进|受表彰)?(?:单位|集体|科室|医院|机构|团队|企业)(?:名称|全称)?")
_OF_BODIES = re.compile("单位|集体|科室|医院|团队|机构|企业|公司|中心|部门")


def given_above(document: Document, sheet: Sheet) -> tuple[Award, bool] | None:
    """What the words right above a table give to all in it, and whether bodies are given it; None where they give nothing.

    Nothing is given yet where people are only proposed (拟授予, 推荐, 公示).
    """
    above = [line for line in document.text[max(0, sheet.span.start - _REACH) : sheet.span.start].split("\n") if line.strip()]
    words = heal_name(above[-1]) if above else ""
    found = _BELOW.search(words) or _LISTED.search(words)
    last = re.split("[。；]", words[: found.start()])[-1] if found is not None else ""
    if found is None or _NOT_YET.search(last + found.group()) or _NOT_YET.search(document.title):
        return None
    told = found.groupdict()
    quoted = told["name"] or told.get("won") or ""
    year = _YEAR.match(quoted)
    name = quoted[year.end() :] if year is not None else quoted
    bodies = bool(_OF_BODIES.fullmatch(told.get("who") or told.get("whom") or "")) or name.endswith(("集体", "单位", "科室"))
    return (Award(name=name, year=int(year[1]) if year is not None else None), bodies) if len(name) >= 3 else None


def given_row(speaker: Speaker, row: Row, award: Award, *, bodies: bool) -> Iterator[Assertion]:
    """RECEIVED of the one of a row: the body where bodies are given it, else the person."""
    to = EntityRef(label="Award", name=award.name)
    if bodies:
        cell = row.get("host") or row.get("units") or cell_under(row, _BODIES)
        for house in organizations(cell.raw) if cell is not None else ():
            body = EntityRef(label="Organization", name=house)
            yield from speaker.attributes(body, kind=organization_kind(house))
            yield speaker.fact(body, "RECEIVED", to, year=award.year)
        return
    name, _ = named(row, row.get("lead") or row.get("winners") or cell_under(row, _NAMED))
    if name:
        employer = employer_in(row)
        person = EntityRef(label="Person", name=name, context=employer.name if employer is not None else "")
        yield speaker.fact(person, "RECEIVED", to, year=award.year)

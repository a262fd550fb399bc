"""What stands in brackets behind a project that the text quotes: “某研究”（编号…，承担单位甲，负责人乙）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import TITLES, is_person
from ingest.mentions import Mention
from ingest.numerals import to_wan
from ingest.prose.funding.guide_heads import names_of
from ingest.prose.funding.outlined import guide_of
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import people_from
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["does_in_note", "in_note", "read", "sum_of_project"]

GRANT_NOTE = Rule("grant_note")
"""“某研究”项目（承担单位甲，负责人乙）, of a project whose programme the text names."""

_NOTED = re.compile(r"[“《](?P<title>[^“”《》]{6,80})[”》]\s*(?:项目|课题)?\s*[（(](?P<note>[^（）()]{4,120})[)）]")
_BARE = re.compile(r"[“《](?P<title>[^“”《》]{6,80})[”》](?:项目|课题)?(?=[（(])")
_LEADER = re.compile(
    rf"(?<![{HAN}])(?:(?:项目|课题)(?:负责|主持)人|负责人|主持人|首席科学家)(?:姓名)?\s*[:：为是]?\s*(?P<name>[{HAN}·]{{2,10}}?)(?:教授|研究员|主任)?(?=[,，;；、\s]|$)"
)
_HOST = re.compile(r"(?P<basis>(?:项目|课题)?(?:牵头)?(?:承担|依托|主持|申请)单位)(?:名称)?\s*[:：为是]?\s*$")
_OF_PROJECTS = re.compile("(?:承担|依托|主持|申请)单位")
_ROW_OF = re.compile(r"(?:“[^“”]{4,80}”\s*(?:项目|课题)?(?:[（(][^（）()]{2,120}[)）])?\s*(?:[、，,]|和|与|及|以及)?\s*)*\Z")
_APPROVED = (
    r"(?:(?P<year>(?:19|20)\d{{2}})年度?)?(?:{names})(?:[”专题项]|计划|项目)*"
    r"(?:已经?)?(?:获批)?(?:立项|资助|支持)(?:支持|资助)?的?(?:项目|课题)?$"
)
_TITLES = "|".join(sorted(TITLES, key=len, reverse=True))
_DOES = re.compile(rf"\s*[（(]由?(?P<who>[^（）()，,、]{{2,30}}?)(?:{_TITLES}|团队)*(?:牵头|主持|领衔|负责|承担)[)）]")
_BESIDE = re.compile(r"[:：为是]?\s*(?P<name>[^，,；;、\s]{2,12})[，,]\s*$")
"""负责人：张三，|甲大学: what stands between a leader's label and the house of the one whom it names."""
_LABEL = re.compile(r"(?:(?:项目|课题)(?:负责|主持)人|负责人|主持人|首席科学家)")
_SUM = re.compile(
    r"(?:^|[，,；;：:])\s*(?:资助|支持|立项|补助|经费|金额)*(?:[:：]|为|约)?\s*(?P<sum>\d+(?:\.\d+)?万元)(?=$|[，,；;])"
)
_OF_PROJECT = re.compile("负责人|主持人|单位|批准号|编号|万元")
_QUOTED = re.compile(
    r"[“《][^“”《》]{6,80}[”》](?!\s*(?:国家)?(?:(?:重点|重大|联合|科技|旗舰)+(?:专项|计划|工程|研究计划)|专项|计划|工程|研究计划|基金|行动))"
    r"(?![^。；]{0,60}?(?:共|总计|累计|合计|总额|分别))[^。；“”《》]{0,60}?(?:经费|费用|资助|拨款|财政|支持|金额)[^。；“”《》，,]{0,8}$"
)
"""“某研究”项目，面上项目，资助|52万元: what the project that is quoted was given."""
_ANOTHER = re.compile(r"(?:参与|参加|合作|协作|联合)[^，,；;]{0,8}$")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """LEADS, HOSTED_BY and AFFILIATED_WITH of the projects that a sentence quotes with a note behind."""
    for titled in _BARE.finditer(scene.text) if re.search("(?:牵头|主持|领衔|负责|承担)[)）]", scene.text) else ():
        quoted = EntityRef(label="Grant", name=heal_name(titled["title"]))
        yield from does_in_note(scene, reading, quoted, titled.end()) if quoted in reading.grants else ()
    for match in (
        _NOTED.finditer(scene.text) if "负责人" in scene.text or "主持人" in scene.text or "单位" in scene.text else ()
    ):
        name = heal_name(match["title"])
        grant = next((one for one in reversed(reading.grants) if one.name == name), None)
        leader = _leader(match["note"])
        host = _host(scene, match) or (_beside(scene, match) if leader else None)
        known = grant is not None
        grant = grant or EntityRef(label="Grant", name=name)
        paid = list(_paid(scene, reading, grant, match))
        if not (known or paid) and (not leader or host is None or not _OF_PROJECTS.search(match["note"])):
            continue
        where = scene.sentence.view.span(*match.span())
        yield from paid
        body = reading.organization(host) if host is not None else None
        if body is not None:
            yield reading.fact(GRANT_NOTE, grant, "HOSTED_BY", body, where)
        if leader:
            person = reading.person(leader, body.name if body is not None else "")
            yield reading.fact(GRANT_NOTE, person, "LEADS", grant, where)
            if body is not None and host is not None:
                basis = _HOST.search(scene.text[: host.start])
                said = (basis["basis"],) if basis is not None else ""
                yield reading.fact(GRANT_NOTE, person, "AFFILIATED_WITH", body, where, basis=said)


def does_in_note(scene: Scene, reading: Reading, grant: EntityRef, at: int) -> Iterator[Assertion]:
    """“某研究”（张三主持）, 课题：某研究（甲大学承担）: LEADS of a person, HOSTED_BY a body that is all the bracket names."""
    said = _DOES.match(scene.text, at)
    if said is None:
        return
    where = scene.sentence.view.span(*said.span())
    body = scene.starting_at(said.start("who"), "Organization")
    person = next(iter(people_from(scene, said.start("who"))), None)
    name = person.name if person is not None and person.end <= said.end() else said["who"] if is_person(said["who"]) else ""
    if name:
        yield reading.fact(GRANT_NOTE, reading.person(name), "LEADS", grant, where)
    elif body is not None and body.end == said.end("who"):
        yield reading.fact(GRANT_NOTE, grant, "HOSTED_BY", reading.organization(body), where)


def in_note(text: str, at: int) -> bool:
    """Whether a place is in the brackets behind a quoted project that tell its leader, its house or what it was given."""
    notes = (match for match in _NOTED.finditer(text) if match.start("note") <= at < match.end("note"))
    return any(_OF_PROJECT.search(match["note"]) for match in notes)


def sum_of_project(text: str, at: int) -> bool:
    """Whether the money at a place is what a quoted project was given, so that it is none of the programme's own.

    >>> sum_of_project("获批某计划“心肌灌注定量研究”项目，中央财政经费1200万元", 24)
    True
    >>> sum_of_project("某计划“诊疗装备与材料”重点专项，中央财政经费1200万元", 24)
    False
    """
    return _QUOTED.search(text[:at]) is not None


def _paid(scene: Scene, reading: Reading, grant: EntityRef, match: re.Match[str]) -> Iterator[Assertion]:
    """2031年度某专题已立项的“甲”（…，80万元）和“乙”（…）: of the programme that a guide is of, in a row behind its name."""
    guide = guide_of(reading.document)
    before = scene.text[: match.start()]
    row = _ROW_OF.search(before)
    named = (
        re.search(_APPROVED.format(names=names_of(reading, guide)), before[: row.start()])
        if guide is not None and row
        else None
    )
    if named is None or guide is None or grant in reading.grants:
        return
    money = _SUM.search(match["note"])
    programme = EntityRef(label="FundingProgram", name=guide.programme)
    where = scene.sentence.view.span(named.start(), match.end())
    given = {"amount_wan": to_wan(money["sum"]) or "" if money is not None else "", "year": int(named["year"] or 0) or ""}
    yield reading.fact(GRANT_NOTE, grant, "FUNDED_BY", programme, where, **given)


def _leader(note: str) -> str:
    """The one person behind a leader's label in a note, "" where there are none or several."""
    named = {heal_name(one["name"]) for one in _LEADER.finditer(note)}
    return named.pop() if len(named) == 1 and all(map(is_person, named)) else ""


def _beside(scene: Scene, match: re.Match[str]) -> Mention | None:
    """The one body of a note, where it stands right behind the leader: （负责人：张三，甲大学，60万元）."""
    start, end = match.span("note")
    found = scene.within(start, end, "Organization")
    label = _LABEL.search(match["note"])
    return (
        found[0] if label and len(found) == 1 and _BESIDE.fullmatch(scene.text, start + label.end(), found[0].start) else None
    )


def _host(scene: Scene, match: re.Match[str]) -> Mention | None:
    """The one body behind a host's label in a note; None where several are."""
    start, end = match.span("note")
    found = [one for one in scene.within(start, end, "Organization") if _HOST.search(scene.text[start : one.start])]
    alone = [one for one in found if not _ANOTHER.search(scene.text[start : one.start])]
    return alone[0] if len(alone) == 1 else None

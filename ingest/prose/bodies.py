"""Organisations by their names (part of, located in), their short names, and what they organise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.mentions import Mention
from ingest.prose.parents import parent, place
from ingest.prose.reading import Reading, Rule, Scene, row
from ingest.table.sessions import numbered
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

NAMED_PART = Rule("named_part", 0.95)
"""甲大学附属医院 is part of 甲大学, by its name."""
NAMED_PLACE = Rule("named_place", 0.8)
"""株洲某公司 is in 株洲, by its name."""
FUND_OF_BODY = Rule("fund_of_body", 0.9)
"""The fund that the foundation's committee is named after."""
SHORT_NAME = Rule("short_name", 0.95)
"""全称(English Name, ABBR), 全称（以下简称“简称”）."""
ORGANIZES = Rule("organizes", 0.95)
"""甲主办…会议, …会议由甲主办."""
YEARLY_MEETING = Rule("yearly_meeting", 0.8)
"""在甲每年…的…会议中."""

_FUND_BODY, _FUND = "国家自然科学基金委员会", "国家自然科学基金"
_LATIN_NOTE = re.compile(r"\s*[（(](?P<english>[A-Z][A-Za-z&'’.\- ]{6,100}?)(?:[,，]\s*(?P<short>[A-Z][A-Za-z&\-]{1,9}))?[)）]")
_SHORT_NOTE = re.compile(r"\s*[（(](?:以下)?简称(?:为)?[:：]?\s*[“\"]?(?P<short>[^“”\"（）()，]{2,12})[”\"]?[)）]")
_MEETING = (
    r"[^，。；,;：:“”（）()]{2,40}?(?:学术会议|学术年会|研讨会|年会|论坛|大会|峰会|会议|学术周|培训班)"
    rf"(?![{HAN}]*?(?:期间|上|中))"
)
_ROLE = r"(?:主办|承办|协办|联合主办|共同主办|举办)"
_DOES = re.compile(
    rf"(?:率先|联合|共同|每年|定期|先后|首次|[在于][{HAN}]{{2,8}}?(?=主办|承办|举办))*(?P<role>{_ROLE})(?:了|的)?(?:首届|第[一二三四五六七八九十\d]+[届次])?[“]?(?P<name>{_MEETING})"
)
_THIS_RUN = re.compile(r"(?:本[次届]|此次|该|这[次届])?(?:学术)?(?:会议|大会|论坛|年会|研讨会|峰会)[^，。；]{0,6}?由")
_DONE_BY = re.compile(
    rf"(?P<name>{_MEETING})[”]?(?:[（(][^（）()]*[)）])?(?:于[^，。；]{{2,20}}举行|在[^，。；]{{2,20}}(?:举行|召开|举办))?[，,]?\s*(?:会议|大会|本次会议|论坛)?由$"
)
_IS_RUN = re.compile(
    rf"(?:^|[，。；,;])\s*(?P<name>{_MEETING})(?:[（(][^（）()]*[)）])?(?:是|作为)[^，。；,;]{{2,40}}[，,]\s*由$"
)
_BY = re.compile(r"(?:、|和|与|及|等|共同|联合)*(?P<role>主办|承办|协办)")
_RELATIVE = re.compile(rf"(?:主办|承办|协办)的(?:首届|第[一二三四五六七八九十\d]+[届次])?(?P<name>{_MEETING})")
_YEARLY = re.compile(rf"(?:[（(][^（）()]*[)）])?每年[^，。；]{{0,12}}的(?P<name>{_MEETING})")
_NUMBER = re.compile(r"^(?:20\d\d年?度?|首届|第[一二三四五六七八九十百\d]+[届次])+")
_SINCE = re.compile(r"(?:自|从)?((?:19|20)\d{2})年(?:起|开始|以来)")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """PART_OF and LOCATED_IN by names, other names, and RUN_BY of meetings."""
    sessions = numbered(scene.text)
    if sessions and reading.meeting is None:
        reading.meeting = EntityRef(label="Conference", name=sessions[0].name)
    for organization in scene.of("Organization"):
        yield from _named(scene, reading, organization)
        yield from _other_names(scene, reading, organization)
        yield from _organizes(scene, reading, organization)


def _named(scene: Scene, reading: Reading, organization: Mention) -> Iterator[Assertion]:
    ref = reading.organization(organization)
    where = organization.span
    if ref.name == _FUND_BODY:
        yield reading.fact(FUND_OF_BODY, EntityRef(label="FundingProgram", name=_FUND), "RUN_BY", ref, where)
    part, whole = ref, parent(ref.name)
    while whole is not None:
        owner = EntityRef(label="Organization", name=whole)
        yield reading.fact(NAMED_PART, part, "PART_OF", owner, where, basis=("名称",))
        part, whole = owner, parent(whole)
    town = place(ref.name)
    if town is not None:
        yield reading.fact(NAMED_PLACE, ref, "LOCATED_IN", EntityRef(label="Place", name=town), where, basis=("名称",))


def _other_names(scene: Scene, reading: Reading, organization: Mention) -> Iterator[Assertion]:
    ref = reading.organization(organization)
    for pattern in (_LATIN_NOTE, _SHORT_NOTE):
        note = pattern.match(scene.text, organization.end)
        if note is None:
            continue
        where = scene.sentence.view.span(organization.start, note.end())
        for other in note.groupdict().values():
            if other and not re.search(r"\d", other):
                reading.full_names[heal_name(other)] = ref.name
                yield reading.alias(SHORT_NAME, ref, other, where)


def _organizes(scene: Scene, reading: Reading, organization: Mention) -> Iterator[Assertion]:
    for pattern, rule in ((_DOES, ORGANIZES), (_YEARLY, YEARLY_MEETING)):
        match = pattern.match(scene.text, organization.end)
        if match is not None and not re.search(r"由[^。；]*$", scene.text[: organization.start]):
            role = match.groupdict().get("role") or ""
            yield from _run(scene, reading, organization, match, role, (organization.start, match.end("name")), rule)
            return
    yield from _relative(scene, reading, organization)
    done = _BY.match(scene.text, organization.end)
    yield from _run_by_each(scene, reading, organization)
    before = scene.text[: organization.start]
    meeting = _IS_RUN.search(before) or _DONE_BY.search(before)
    if done is not None and meeting is not None:
        extent = (meeting.start("name"), done.end())
        yield from _run(scene, reading, organization, meeting, done["role"], extent, ORGANIZES)


def _relative(scene: Scene, reading: Reading, organization: Mention) -> Iterator[Assertion]:
    """由甲主办、乙承办的…会议: each by its role; organisations in a row share the role after the last."""
    role = re.match(r"(?:[、和与,，]|等|以及)*", scene.text[organization.end :])
    end = organization.end + (role.end() if role else 0)
    following = next((one for one in scene.of("Organization") if one.start == end), None)
    at = organization.end
    while following is not None:
        at = following.end
        gap = re.match(r"(?:[、和与,，]|以及)+", scene.text[at:])
        following = next((one for one in scene.of("Organization") if gap and one.start == at + gap.end()), None)
    done = _BY.match(scene.text, at)
    if done is None or not re.search(r"由(?:[^。；]*)$", scene.text[: organization.start]):
        return
    meeting = _RELATIVE.search(scene.text, done.end() - len(done["role"]))
    if meeting is not None:
        extent = (organization.start, meeting.end("name"))
        yield from _run(scene, reading, organization, meeting, done["role"], extent, ORGANIZES)


def _run_by_each(scene: Scene, reading: Reading, organization: Mention) -> Iterator[Assertion]:
    """本届论坛由甲主办，乙和丙共同承办: the meeting that the document tells of; later clauses go on from the first."""
    told = _THIS_RUN.match(scene.text)
    done = _BY.match(scene.text, organization.end)
    if told is None or done is None or organization.start < told.end() or reading.meeting is None:
        return
    for one in row(scene, organization):
        where = scene.sentence.view.span(one.start, done.end())
        role = re.sub("联合|共同", "", done["role"])
        yield reading.fact(ORGANIZES, reading.meeting, "RUN_BY", reading.organization(one), where, role=(role,))


def _run(
    scene: Scene,
    reading: Reading,
    organization: Mention,
    named: re.Match[str],
    role: str,
    extent: tuple[int, int],
    rule: Rule,
) -> Iterator[Assertion]:
    meeting = _meeting(scene, named)
    if meeting is None:
        return
    since = _SINCE.search(scene.text[: organization.start])
    where = scene.sentence.view.span(*extent)
    yield reading.fact(
        rule,
        meeting,
        "RUN_BY",
        reading.organization(organization),
        where,
        role=(re.sub("联合|共同|举办", lambda found: "主办" if found.group() == "举办" else "", role),) if role else "",
        since=since[1] if since else "",
    )


def _meeting(scene: Scene, named: re.Match[str]) -> EntityRef | None:
    """The session where the words give its number, else the series that the name is of."""
    start, end = named.span("name")
    for session in numbered(scene.text):
        if session.start < end and start < session.end:
            return EntityRef(label="Conference", name=session.name)
    name = _NUMBER.sub("", heal_name(named["name"])).strip("“” ")
    if not re.search(rf"[{HAN}]{{4,}}", name) or re.match(r"(?:本[次届]|该|此次|这[次届]|国际会议|学术会议)", name):
        return None
    return EntityRef(label="ConferenceSeries", name=name)

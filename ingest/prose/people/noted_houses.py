"""What stands in brackets behind a centre or a house: 某某实验室（依托甲大学，主任：张三）, 甲医院（负责人：李四）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import organization_kind
from ingest.prose.people.described import employer_of
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.sites.facilities import FACILITY_END, facility_of
from kg.model import Assertion, EntityRef

__all__ = ["read"]

HOST_NOTED = Rule("host_noted")
"""某某实验室（依托甲大学）, also one of a row."""
HEAD_NOTED = Rule("head_noted")
"""某某实验室（主任：张三）, 甲医院（负责人：李四）."""

_NOTED = re.compile(rf"(?P<name>[^，。；、：:（()）\s“”]{{4,40}}?{FACILITY_END})”?\s*[（(](?P<note>[^（）()。；]{{4,60}})[)）]")
_OPENS = re.compile(
    "^(?:(?:新建|成立|建设|建成|获批|组建|设立|新增|认定|拥有|建有|设有|现有|包括|包含|其中|以及|还有|[和与及有为是在])了?)+"
)
"""What stands before a name that begins no clause."""
_HOST = re.compile(r"(?:^|(?<=[，,；;、\s]))(?:建设|项目)?依托(?:单位|于)?(?:为|是|[:：])?\s*")
_HEAD = re.compile(
    r"(?:^|(?<=[，,；;、\s]))(?:(?:实验室|中心|学科|科室|项目)?(?P<post>主任|负责人|带头人|学科带头人))(?:为|是|[:：])\s*"
)
_BEHIND = re.compile(r"\s*[（(](?P<note>[^（）()。；]{4,40})[)）]")
_HOUSES = frozenset({"hospital", "university", "institute", "company", "department", "laboratory"})


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """HOSTED_BY of the centres, AFFILIATED_WITH of those who head centres and houses, by the notes behind their names."""
    if "（" not in scene.text and "(" not in scene.text:
        return
    if "依托" in scene.text:
        for noted in _NOTED.finditer(scene.text):
            yield from _hosted(scene, reading, noted)
    if "主任" in scene.text or "负责人" in scene.text or "带头人" in scene.text:
        for house in scene.of("Organization"):
            note = _BEHIND.match(scene.text, house.end) if house.kind in _HOUSES else None
            if note is not None:
                yield from _headed(scene, reading, reading.organization(house), note)


def _hosted(scene: Scene, reading: Reading, noted: re.Match[str]) -> Iterator[Assertion]:
    body, start = scene.ending_at(noted.end("name"), "Organization"), noted.start("note")
    site = facility_of(body.name if body is not None and body.start >= noted.start() else _OPENS.sub("", noted["name"]))
    for said in _HOST.finditer(noted["note"]) if site is not None else ():
        house = scene.starting_at(start + said.end(), "Organization")
        if site is not None and house is not None and house.end <= noted.end("note") and house.kind in _HOUSES:
            reading.builds(site)
            where = scene.sentence.view.span(noted.start(), house.end)
            yield reading.fact(HOST_NOTED, site, "HOSTED_BY", reading.organization(house), where)


def _headed(scene: Scene, reading: Reading, house: EntityRef, note: re.Match[str]) -> Iterator[Assertion]:
    """Who heads a house, or is in charge of what it is listed for, works there."""
    said = _HEAD.search(note["note"])
    person = scene.starting_at(note.start("note") + said.end(), "Person") if said is not None else None
    if said is None or person is None:
        return
    employer = employer_of(house)
    unit = organization_kind(house.name) in ("department", "laboratory") and said["post"] == "主任"
    position = house.name.removeprefix(employer.name) + said["post"] if unit else ""
    where = scene.sentence.view.span(note.start("note"), person.end)
    yield reading.fact(
        HEAD_NOTED, reading.person(person.name, employer.name), "AFFILIATED_WITH", employer, where, position=position
    )

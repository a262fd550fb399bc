"""What stands in brackets behind a project that the text quotes: “某研究”（编号…，承担单位甲，负责人乙）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import is_person
from ingest.mentions import Mention
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion
from kg.text import HAN, heal_name

__all__ = ["read"]

GRANT_NOTE = Rule("grant_note")
"""“某研究”项目（承担单位甲，负责人乙）, of a project whose programme the text names."""

_NOTED = re.compile(r"[“《](?P<title>[^“”《》]{6,80})[”》]\s*(?:项目|课题)?\s*[（(](?P<note>[^（）()]{4,120})[)）]")
_LEADER = re.compile(
    rf"(?<![{HAN}])(?:(?:项目|课题)(?:负责|主持)人|负责人|主持人|首席科学家)(?:姓名)?\s*[:：为是]?\s*(?P<name>[{HAN}·]{{2,10}}?)(?:教授|研究员|主任)?(?=[,，;；、\s]|$)"
)
_HOST = re.compile(r"(?P<basis>(?:项目|课题)?(?:牵头)?(?:承担|依托|主持|申请)单位)(?:名称)?\s*[:：为是]?\s*$")
_ANOTHER = re.compile(r"(?:参与|参加|合作|协作|联合)[^，,；;]{0,8}$")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """LEADS, HOSTED_BY and AFFILIATED_WITH of the projects that a sentence quotes with a note behind."""
    for match in (
        _NOTED.finditer(scene.text) if "负责人" in scene.text or "主持人" in scene.text or "单位" in scene.text else ()
    ):
        name = heal_name(match["title"])
        grant = next((one for one in reversed(reading.grants) if one.name == name), None)
        if grant is None:
            continue
        leader = _leader(match["note"])
        host = _host(scene, match)
        where = scene.sentence.view.span(*match.span())
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


def _leader(note: str) -> str:
    """The one person behind a leader's label in a note, "" where there are none or several."""
    named = {heal_name(one["name"]) for one in _LEADER.finditer(note)}
    return named.pop() if len(named) == 1 and all(map(is_person, named)) else ""


def _host(scene: Scene, match: re.Match[str]) -> Mention | None:
    """The one body behind a host's label in a note; None where several are."""
    start, end = match.span("note")
    found = [one for one in scene.within(start, end, "Organization") if _HOST.search(scene.text[start : one.start])]
    alone = [one for one in found if not _ANOTHER.search(scene.text[start : one.start])]
    return alone[0] if len(alone) == 1 else None

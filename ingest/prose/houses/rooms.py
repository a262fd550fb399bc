"""Rooms, sections and departments that a house or a department is made of, as its page lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.numerals import number
from ingest.prose.clauses import clause_starts, subject_start
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.technology.equipped import owner_at, spoken_of
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

ROOMS = Rule("made_of_rooms")
"""科室下设CT室、磁共振室和介入室; 核医学科由显像室、治疗病区组成; 专业齐全，主要包括：甲中心、乙室."""

_WHEN = r"(?:目前|现已?|共|主要|又|还|已|分别|[，,\s])*"
_LIST = r"(?P<list>[^。；;：:由]{5,160}?)"
_COUNT = (
    "等?(?:[\\d一二三四五六七八九十两]+[个大](?:[亚二三]级?)?)?(?:职能|临床|医技|专业|功能|业务)*"
    "(?:部门|部分|科室|专业组?|小组|单元|区域|亚专业组?|板块)?"
)
_MADE_OF = re.compile(rf"{_WHEN}由{_LIST}{_COUNT}(?:共同)?(?:组成|构成)(?!的|了?[{HAN}]*(?:团队|小组))")
_DIVIDED = re.compile(
    rf"{_WHEN}(?:下设|内设|设有|分设|下辖|分为|设立|设(?![计备施置在定]))(?:了|有)?[:：]?{_LIST}(?={_COUNT}(?:$|[。；;，,]))"
)
_HOLDS = re.compile(rf"{_WHEN}(?:包括|包含|涵盖)(?:了|有)?[:：]?\s*{_LIST}(?={_COUNT}(?:$|[。；;，,]))")
_SECTIONS = re.compile("专业|科室|部门|分支|机构|学科")
"""What a text must speak of for what it then includes to be parts of a house."""
_BRACKETED = re.compile("[（(][^（）()]*[)）]")
_LINK = re.compile("、|[，,]|以及|和(?!平)|及(?!其)|与")
_ROOM = re.compile(rf"[{HAN}A-Za-z/／+\-]{{1,14}}?(?:室|部|中心|病区|科|门诊|病房|平台)")
_SHARED = re.compile(
    rf"(?P<own>.+?)(?P<count>[两三四五六七八九十]|\d{{1,2}})个(?P<head>[{HAN}]{{1,8}}(?:室|部|病区|科|门诊|病房))"
)
"""头颈、胸部、|腹部三个肿瘤病区: the noun that so many before it share."""
_NO_PART = re.compile(
    r"^(?:[了有等]|[一二三四五六七八九十两多几]+[个间]|若干|国家|教育部|卫生部|[省市县院]级|重点|全[国省市]|临床|医技|行政|职能|相关|其他|共)"
    "|^(?:门诊|病房|病区|平台)$|(?:会议|示教|办公|值班|候诊|更衣|图书|资料|教|休息|诊|库|接待|候检|登记)室$|科室$|医院|大学|学院|公司|学会|协会|专科$|学科$|[本专]科$|内部$|^全部|干部$|大部$|^中心$"
)
_FEW = 2


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """PART_OF of the rooms that a sentence lists, of the house that its clause or the one before opens with."""
    if not re.search("[室部心区科][、和及与，,（(]", scene.text) or not re.search("由|设|分为|下辖|包[括含]|涵盖", scene.text):
        return
    text = _BRACKETED.sub(lambda note: " " * len(note.group()), scene.text)
    owner = spoken_of(reading)
    for start in reversed(clause_starts(text, len(text))):
        at = subject_start(text, start)
        named, end = owner_at(scene, reading, at)
        owner = named if end > at else owner
        made = _MADE_OF.match(text, end) or _DIVIDED.match(text, end)
        if made is None and _SECTIONS.search(text, 0, end + 1 if end == at else len(text)):
            made = _HOLDS.match(text, end)
        if made is None or owner is None:
            continue
        rooms = _rooms(made["list"])
        for room in rooms if len(rooms) >= _FEW else ():
            part = EntityRef(label="Organization", name=owner.name + room.removeprefix(owner.name))
            yield reading.fact(ROOMS, part, "PART_OF", owner, scene.sentence.view.span(at, made.end()))


def _rooms(words: str) -> list[str]:
    """The names of a list up to the first that is no room's."""
    rooms: list[str] = []
    for name in _whole_names([heal_name(one).strip().removesuffix("等") for one in _LINK.split(words)]):
        if not _ROOM.fullmatch(name) or _NO_PART.search(name):
            break
        rooms.append(name)
    return rooms


def _whole_names(names: list[str]) -> list[str]:
    """The names of a list, those that share the noun of the last of them with it."""
    for at, name in enumerate(names):
        shared = _SHARED.fullmatch(name)
        if shared is not None and number(shared["count"]) == at + 1:
            return [*(one + shared["head"] for one in [*names[:at], shared["own"]]), *names[at + 1 :]]
    return names

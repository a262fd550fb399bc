"""Whose page it is: the hospital, the university or the department that a page's title, its first words or its site name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.base import once
from ingest.lexicon import organization_kind
from ingest.names import organizations
from kg.model import Document
from kg.text import HAN, heal_name

__all__ = ["department_of", "house_of"]

_PARTED = re.compile(r"[-_|｜—–·丨>»：:\s]+")
_TAIL = re.compile(r"(?:科室)?(?:简介|介绍|概况|概述|概览|专家(?:介绍|团队|列表)?|团队|主页|首页|医生(?:介绍|列表)?|欢迎您)+$")
_LEADS_IN = re.compile(
    r"^(?:【[^】]{2,8}】|[^，。；]{0,20}——记|走[近进]|探访)+(?:医院|[我本]院)?|^(?:医院|[我本]院)(?=[^，。；]{2,8}[科室]$)"
)
"""What a title says before the department: 走近|甲医院放射科, 仁心——记|甲医院放射科, 【科室介绍】|放射科."""
_OF_HOUSE = re.compile(rf"(?P<ward>[{HAN}]{{2,12}})[（(](?P<house>[{HAN}]{{4,24}}(?:医院|保健院|卫生院))[)）]")
"""放射科（甲医院)."""
_NEAR = 1500
_FIRST, _SHORT_LINE = 3, 30
"""How many passages, and how long ones, may hold the name instead of a title."""
"""How far from the beginning the full name is looked for."""
_HOUSES = ("hospital", "university", "institute")
_WARDS = ("department", "institute")
_HOSPITALS = ("医院", "保健院", "卫生院", "防治院", "总院", "院区", "分院")
_ENDS = ("科", "中心", "室", "部")
_SAYS = re.compile("获|入选|落户|成立|揭牌|召开|举行|荣")
"""A title that tells news ends in the name of a centre too: 某团队获批某研究中心."""
_SHORT = 5
"""No publisher's name that a house could be told by is shorter."""


@once
def department_of(document: Document) -> str:
    """The full name of the department that the page presents, "" where its title names none.

    A title that is a department's bare name (放射科) is of the hospital that the text puts before it (某某医院放射科), else of
    the one whose site it is.
    """
    for words in _titles(document):
        ward = _ward(words)
        if ward and (whole := _whole(ward, document)):
            return whole
    return ""


def house_of(document: Document) -> str:
    """The house, or the department of one, that a page speaks for; "" where nothing tells."""
    found = department_of(document)
    if found:
        return found
    if organization_kind(document.publisher) in (*_HOUSES, "department") and len(document.publisher) > _SHORT:
        return document.publisher
    told = next((name for noun in ("院", "校", "所") if (name := _speaker(document, noun))), "")
    return told or next((words for words in _titles(document) if _is_firm(words)), "")


def _is_firm(words: str) -> bool:
    """Whether a part of a title is a firm's name and nothing else."""
    whole = [(one.start, one.end) for one in organizations(words)] if organization_kind(words) == "company" else []
    return whole == [(0, len(words))]


def _speaker(document: Document, noun: str) -> str:
    """Who says 我院; prose asks in its turn whom the page presents, so its package is imported when it is there."""
    from ingest.prose.houses.speaker import speaker

    return speaker(document, noun)


def _titles(document: Document) -> Iterator[str]:
    """The parts of the title and of the first heading, each without what is said of it."""
    heads = [document.text[one.span.start : one.span.end] for one in document.passages[:3] if one.kind == "heading"]
    first = (document.text[one.span.start : one.span.end] for one in document.passages[:_FIRST] if one.kind != "heading")
    for words in (document.title, *heads[:1], *(words for words in first if len(words) <= _SHORT_LINE)):
        for part in (heal_name(words), *_PARTED.split(heal_name(words))):
            name = _TAIL.sub("", _LEADS_IN.sub("", part))
            noted = _OF_HOUSE.fullmatch(name)
            yield noted["house"] + noted["ward"] if noted is not None else name


def _ward(words: str) -> str:
    """The department that a part of a title is the name of, with or without its hospital."""
    fits = (
        3 <= len(words) <= 30
        and words.endswith(_ENDS)
        and not _PARTED.search(words)
        and not _SAYS.search(words)
        and organization_kind(words) in _WARDS
    )
    return words if fits else ""


def _whole(ward: str, document: Document) -> str:
    """The department with its hospital before it."""
    opening = document.text[:_NEAR]
    for named in organizations(opening):
        name = heal_name(opening[named.start : named.end])
        if name.endswith(ward) and _held(name, ward):
            return name
    for told in re.finditer(
        rf"(?:(?<![{HAN}])|(?<=走[进近]))(?!走[进近])(?P<house>[{HAN}]{{4,20}}?(?:医院|保健院|卫生院)){re.escape(ward)}",
        opening,
    ):
        return told["house"] + ward
    house = _speaker(document, "院")
    if organization_kind(ward) == "institute" or not house.endswith(_HOSPITALS) or ward.startswith(house):
        return ward if _held(ward, ward) else ""
    return house + ward


def _held(name: str, ward: str) -> bool:
    """Whether a department's name holds its hospital's."""
    return any(organization_kind(name[:end]) == "hospital" for end in range(4, len(name)))

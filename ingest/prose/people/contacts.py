"""Whom a notice names to ask, line by line: 政策咨询：甲科技厅 张三、李四（基础研究处），电话."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import is_person, organization_kind
from ingest.prose.people.described import SOCIETIES, employer_of
from ingest.prose.reading import Reading, Rule
from kg.model import Assertion, EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["read"]

CONTACT = Rule("contact")
"""政策咨询：甲科技厅  张三（基础研究处），010-…; 联系单位：乙评估中心 李四、王五 010-…."""

_NAME = rf"(?:[{HAN}]{{2,4}}|[{HAN}][ \u3000]{{1,2}}[{HAN}])"
_LINE = re.compile(
    rf"(?m)^[ \t\u3000]*(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[)）、.．]\s*)?"
    rf"(?:[{HAN}]{{0,8}}(?:咨询|支持|联系|受理|服务|联络|监督)(?:单位|部门|方式|人|电话)?)\s*[:：]\s*"
    rf"(?P<house>[{HAN}（）()]{{4,30}}?)[ \t\u3000，,]+(?P<names>{_NAME}(?:[、，,/ \u3000]+{_NAME})*?)\s*"
    r"(?:[（(][^（）()\d]{2,16}[)）])?[ \t\u3000，,：:；;]*(?:(?:联系|办公|咨询)?电话|手机|座机)?\s*[:：]?\s*"
    r"(?=[（(]?0\d{2,3}\s*[)）—－-]|1[3-9][\dxX*]{4}|[\dxX*]{7,8}(?!\d))"
)
_PARTS = re.compile(r"[、，,/]|(?<=[^ \u3000]{2})[ \u3000]+")
_OF_LEVEL = re.compile("[省市区县我本该]")
"""What opens a house that says whose it is elsewhere: 省科技厅."""


def read(reading: Reading) -> Iterator[Assertion]:
    """AFFILIATED_WITH of those whom a line names behind their house and before a telephone number."""
    for line in _LINE.finditer(reading.document.text):
        house = EntityRef(label="Organization", name=heal_name(line["house"]))
        kind = organization_kind(house.name)
        names = [heal_name(name) for name in _PARTS.split(line["names"])]
        if kind is None or kind in SOCIETIES or _OF_LEVEL.match(house.name) or not all(map(is_person, names)):
            continue
        employer = employer_of(house)
        where = Span(start=line.start("house"), end=line.end("names"))
        for name in names:
            yield reading.fact(CONTACT, reading.person(name, employer.name), "AFFILIATED_WITH", employer, where)

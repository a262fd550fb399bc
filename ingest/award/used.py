"""Which technique a row in a table of users says that the user uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.award.case import Case
from ingest.award.forms import Record
from ingest.award.witness import Rule
from ingest.layout import View
from ingest.mentions import mentions
from kg.model import Assertion, EntityRef
from kg.text import heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["DEVICE", "used_in_row"]

TECHNIQUE_OF_ROW = Rule("TECHNIQUE_OF_ROW")
"""应用技术: 某某模型 in the row of a hospital."""

DEVICE = (
    r"(?:系统|设备|装置|成像仪|监测仪|扫描仪|分析仪|诊断仪|治疗仪|检测仪|一体机|整机|样机|软件|机器人|探针|试剂盒|内镜|工作站|传感器|探测器|导管|显微镜"
    r"|[^A-Za-z](?:CT|DR|MRI?|PET|SPECT|OCT|DSA)|(?:PET|SPECT)/(?:CT|MRI?))"
)
"""What the names of devices end with."""
_TECHNIQUE = re.compile(rf"(?:{DEVICE}|技术|模型|算法|方法|序列|方案|网络|平台|图谱)$")
_GENERIC = re.compile(
    r"(?:本|该|此|全部|上述|相关|项目|成果|关键|核心|主要|新|整套|全套|研究|创新|配套|应用)*(?:技术|成果|项目|系统|设备|方法|产品|软件|体系|内容|模型)*"
)
_NO_NAME = re.compile(r"[，。；：、]|创新点|专利|等$|第.项|^\d+$")
_MARKED = re.compile("[“《](?P<name>[^“”《》]+)[”》]")
_LONGEST = 30


def used_in_row(case: Case, record: Record, user: EntityRef, nlp: Language) -> Iterator[Assertion]:
    """ADOPTED_BY of the row's technique, where it has a name of its own."""
    place = case.form.page.span(*record.extent)
    cell = record.fields.get("technique")
    if cell is not None and (name := _technique(case, heal_name(case.form.text(cell)), nlp)):
        technique = EntityRef(label="Technology", name=name)
        yield case.at(place, TECHNIQUE_OF_ROW).fact(technique, "ADOPTED_BY", user)


def _technique(case: Case, words: str, nlp: Language) -> str:
    """The name in a cell, as the lexicon has it where it is known; "" for the whole work and for words that any work has."""
    whole = _MARKED.fullmatch(words)
    name = whole["name"] if whole else words
    if not 2 <= len(name) <= _LONGEST or name == case.achievement.name or _GENERIC.fullmatch(name) or _NO_NAME.search(name):
        return ""
    found = [one for one in mentions(View(name, tuple(range(len(name)))), nlp) if one.label == "Technology"]
    known = next((one.name for one in found if one.surface == name), "")
    return known or (name if found or _TECHNIQUE.search(name) else "")

"""Lines of projects below a person's introduction, without a label: 某基金面上项目：某研究（82100000），2020—2023，主持."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.portraits.page import portraits
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import heal_name

__all__ = ["read"]

OWN_LINE = Rule("own_project_line")
"""The line ends with the person's part in the project (主持, 参与); pages with labels are read part by part elsewhere."""

_LINE = re.compile(
    r"\W*(?:\d{1,2}[.、．)）])?\s*(?P<fund>[^：，。；\d]{4,30}(?:项目|基金|计划|专项|课题))[：:](?P<title>[^，。；（(]{6,60})"
    r"[，（(,][^。；]*?(?P<part>主持|负责人|参与|参加|骨干|主研)\W*"
)
_LEADS = ("主持", "负责人")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """FUNDED_BY of the line's project, and LEADS where the person whom the page presents leads it."""
    who = reading.topic or reading.profiled
    line = _LINE.fullmatch(scene.text) if who is not None and "：" in scene.text else None
    at = scene.sentence.view.offsets[0]
    if who is None or line is None or any(one.span.start <= at < one.span.end for one in portraits(reading.document)):
        return
    grant = EntityRef(label="Grant", name=heal_name(line["title"]))
    payer = EntityRef(label="FundingProgram", name=heal_name(line["fund"]))
    where = scene.sentence.view.span(line.start("fund"), line.end("part"))
    yield reading.fact(OWN_LINE, grant, "FUNDED_BY", payer, where)
    if line["part"] in _LEADS and who.label == "Person":
        yield reading.fact(OWN_LINE, who, "LEADS", grant, where)

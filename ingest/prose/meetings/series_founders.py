"""Who started a series of meetings and who has supported it since, as the last lines of its reports tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.prose.clauses import row_from
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read"]

SERIES_FOUNDED = Rule("series_founded")
"""某论坛由甲发起，在乙和丙的共同支持下于2001年创办."""

_SERIES = re.compile(
    rf"(?:^|(?<=[，。；]))(?!第|本|此|该|这|首|上|会议)(?P<name>[{HAN}A-Za-z]{{2,20}}?(?:学术|科学|学科|双清|高端|国际)?(?:会议|论坛|年会|大会|研讨会|峰会|沙龙))"
    r"(?:[（(][^（）()]*[)）])?(?:最早|最初|[，,])?(?:是|系)?(?=由|在)"
)
_NUMBERED = re.compile(r"\d|第[一二三四五六七八九十百]+|[本此该这]次|期间|暨")
_FOUNDED = re.compile("创办|创立|创设|始办|始于|创建|创始|发起(?:成立|设立)")
_LED = re.compile(r"(?:由|在|经|[，,]|[，,]?(?:并)?(?:得到|获得|受到)了?)(?:原|前)?$")
_ROW = re.compile(r"\s*(?:[（(][^（）()]*[)）])?(?:[、和与及]|以及|联合)(?:原)?\s*")
_DOES = re.compile(
    r"(?:[（(][^（）()]*[)）])?等?(?:单位|部门|部委)?的?(?:共同|联合|大力|牵头|首先|率先|正式|倡议|于(?:19|20)\d{2}年(?:\d{1,2}月)?)*(?P<role>发起|支持|资助|主办|创办|创立|倡导|指导)"
)


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """RUN_BY of a series whose founding a sentence tells, with what each body did for it."""
    if not _FOUNDED.search(scene.text) or not re.search("会|论坛|沙龙", scene.text):
        return
    named = _SERIES.search(scene.text)
    if named is None or _NUMBERED.search(named["name"]):
        return
    series = EntityRef(label="ConferenceSeries", name=named["name"])
    done = named.end()
    for first in scene.of("Organization"):
        row = row_from(scene, first, _ROW) if first.start >= done and _LED.search(scene.text, 0, first.start) else []
        does = _DOES.match(scene.text, row[-1].end) if row else None
        if does is None:
            continue
        done = does.end()
        for body in row:
            where = scene.sentence.view.span(named.start("name"), does.end())
            yield reading.fact(SERIES_FOUNDED, series, "RUN_BY", reading.organization(body), where, role=(does["role"],))

"""What the own name of a facility, programme, project or work says that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.layout import View
from ingest.mentions import Mention, mentions
from ingest.table.titles import disease_heads, title_heads
from kg.model import Assertion, EntityRef, Fact
from kg.text import heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["named_for"]

_TELLS = {
    "Facility": ("CONCERNS",),
    "FundingProgram": ("CONCERNS", "TARGETS"),
    "Grant": ("CONCERNS", "TARGETS"),
    "Achievement": ("CONCERNS", "TARGETS"),
    "Policy": ("CONCERNS",),
    "Publication": ("CONCERNS", "TARGETS"),
    "Conference": ("CONCERNS",),
    "ConferenceSeries": ("CONCERNS",),
}
"""The labels whose names say what they are about, and the predicates that may be stated of each."""
_PREDICATES = {"Technology": "CONCERNS", "Disease": "TARGETS"}
_MEANS = re.compile(
    r"^(?:首次)?(?:基于|利用|采用|借助|通过)(?P<thing>[^，。]{3,20}?)"
    r"(?:实现|获得|获取|直接|揭示|观察|观测|解析|建立|构建|发现|完成)"
)
_SUBJECT = re.compile(
    r"^(?:首次|新型)?(?P<thing>[^，。的]{3,20}?(?:成像|显微镜|显微术|电镜|探针|系统|仪|仪器|图谱|算法|模型|技术))(?:获取|获得|观察到|观测到|揭示|实现|探测到|解析|发现|助力|绘制|测绘)"
)
_MAKES = re.compile(
    r"^(?:首次|成功|率先|自主)*(?:研制|创建|研发|开发|发明|构建|建立|提出|绘制|制备|实现|建成)(?:出|了|成功)?(?:[^，。]{2,24}的)?(?P<thing>[^，。的]{3,24}?(?:成像|显微镜|显微术|探针|系统|仪|仪器|图谱|算法|模型|技术|机器人|探测|装置|显像剂|内镜))$"
)
_HALF = 2


def named_for(assertions: Iterable[Assertion], nlp: Language) -> Iterator[Assertion]:
    """The assertions, and behind each fact what the names of its ends say, each name once."""
    told: set[EntityRef] = set()
    for one in assertions:
        yield one
        for end in (one.subject, one.object) if isinstance(one, Fact) else ():
            if end.label in _TELLS and end not in told and isinstance(one, Fact):
                told.add(end)
                yield from _of_name(one, end, nlp)


def _of_name(fact: Fact, end: EntityRef, nlp: Language) -> Iterator[Fact]:
    said = replace(fact.evidence, rule=f"{end.label.lower()}_named_for")
    found = mentions(View(end.name, tuple(range(len(end.name)))), nlp)
    known = [one for one in found if _PREDICATES.get(one.label) in _TELLS[end.label]]
    for ref in dict.fromkeys(one.ref for one in known):
        yield Fact(subject=end, predicate=_PREDICATES[ref.label], object=ref, qualifiers={}, evidence=said)
    for words in _ill(end, found):
        illness = EntityRef(label="Disease", name=words)
        yield Fact(subject=end, predicate="TARGETS", object=illness, qualifiers={}, evidence=said)
    for words in _coined(end, known):
        thing = EntityRef(label="Technology", name=words)
        yield Fact(subject=end, predicate="CONCERNS", object=thing, qualifiers={}, evidence=said)


def _ill(end: EntityRef, found: Iterable[Mention]) -> Iterator[str]:
    """The illnesses that a title names by their endings where the lexicon knows nothing of them."""
    for start, stop in disease_heads(end.name) if "TARGETS" in _TELLS[end.label] else ():
        if not any(one.start < stop and start < one.end for one in found if one.label in ("Disease", "Technology")):
            yield end.name[start:stop]


def _coined(end: EntityRef, known: list[Mention]) -> Iterator[str]:
    """The technologies that a title names without the lexicon knowing them; none that is mostly a known one."""
    if end.label not in ("Grant", "Achievement"):
        return
    spans = list(title_heads(end.name)) if end.label == "Grant" else []
    spans += [match.span("thing") for pattern in (_MEANS, _SUBJECT, _MAKES) if (match := pattern.search(end.name))]
    for start, stop in dict.fromkeys(spans):
        inside = [one for one in known if start <= one.start and one.end <= stop]
        if not any(len(one.surface) * _HALF > stop - start for one in inside):
            yield heal_name(end.name[start:stop])

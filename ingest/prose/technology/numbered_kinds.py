"""Classifications whose kinds are numbered, in the sentence or in those behind it: X包括：①甲；②乙. X分为两类。1）甲：…"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.layout import View, heal
from ingest.nlp import entities, pipeline
from ingest.numerals import number
from ingest.prose.clauses import clause_start
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.technology.naming import (
    ITEM_HEAD,
    is_unbroken,
    is_vague,
    masked,
    without_lead,
)
from ingest.prose.technology.sorts import whole_before
from kg.model import Assertion, EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["read"]

NUMBERED = Rule("numbered_kinds")
"""某某成像包括：①甲成像；②乙成像; 某某成像大致有两类，一是甲成像，二是乙成像."""

_OPENS = re.compile(
    r"(?:[，,]\s*)?(?:主要|可以?|大致|大体上?|通常|一般|目前|常|又)*(?:包括|包含|有|(?:细|划|区)?分(?:为|成)|归(?:为|纳为))了?(?:以下|如下|下列)?"
    r"(?:(?P<count>[两二三四五六七八\d])大?[种类个型](?:主要)?(?:类型|方法|技术|方式)?)?(?:[:：]|[，,](?=一[是为种类]|其一|第一)|[。；]?$)"
)
_MARK = re.compile(
    r"(?:(?P<circled>[①②③④⑤⑥⑦⑧])|[（(](?P<bracketed>[1-8一二三四五六七八])[)）]|(?P<digit>(?<!\d)[1-8])(?:[)）、．]|\.(?!\d))"
    r"|(?P<told>[一二三四五六七八])[是为](?=\S{3})|其(?P<its>[一二三四五六七八])[，,:：是为]|第(?P<nth>[一二三四五六七八])[类种][是为:：]?)\s*[，,:：]?"
)
_NAME = re.compile(rf"\s*(?P<name>[{HAN}A-Za-z0-9/\- ]{{2,28}}?)\s*(?:[（(][^（）()]{{1,90}}[)）])?\s*(?=[，,。；;：:、]|$)")
_CIRCLED = "①②③④⑤⑥⑦⑧"
_AHEAD, _FAR, _NEXT = 500, 90, 2
"""How far ahead the kinds are looked for, how far each may stand from the one before, and the first from what opens them."""
_FEWEST = 2


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """BROADER of each of the kinds, where all that the numbers count are technologies."""
    text = masked(scene.text)
    for opens in _OPENS.finditer(text):
        whole = whole_before(scene, reading, text, clause_start(text, opens.start()), opens.start())
        if whole is None:
            continue
        start = scene.sentence.view.offsets[opens.end() - 1] + 1
        ahead = heal(reading.document.text, Span(start=start, end=min(len(reading.document.text), start + _AHEAD)))
        kinds = list(_kinds(ahead))
        told = number(opens["count"]) if opens["count"] else len(kinds)
        if len(kinds) < _FEWEST or int(told or 0) != len(kinds) or not all(name for name, _ in kinds):
            continue
        for name, where in kinds:
            if name != whole.name:
                yield reading.fact(NUMBERED, EntityRef(label="Technology", name=name), "BROADER", whole.ref, where)
        return


def _kinds(ahead: View) -> Iterator[tuple[str, Span]]:
    """What stands behind each number in turn, "" for what is no technology, and where."""
    at, count, style = 0, 0, ""
    while (mark := _MARK.search(ahead.text, at)) is not None and mark.start() - at <= (_FAR if count else _NEXT):
        kind = mark.lastgroup or ""
        if _value(mark[kind]) != count + 1 or (style and kind != style):
            at = mark.end()
            if not style:
                return
            continue
        named = _NAME.match(ahead.text, mark.end())
        if named is None:
            return
        yield _technique(heal_name(named["name"])), ahead.span(*named.span("name"))
        at, count, style = named.end(), count + 1, kind


def _value(mark: str) -> int:
    return _CIRCLED.index(mark) + 1 if mark in _CIRCLED else int(number(mark) or 0)


def _technique(words: str) -> str:
    """What the words name by the ontology or the document, or by how they end."""
    name = without_lead(words)
    told = next(
        (one for one in entities(name, pipeline()) if one.label == "TECHNOLOGY" and one.end - one.start == len(name)), None
    )
    if told is not None:
        return told.concept
    return name if ITEM_HEAD.search(name) and not is_vague(name) and is_unbroken(name) else ""

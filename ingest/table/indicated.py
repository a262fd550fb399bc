"""Tables of what techniques are for: 技术|优点|适应证, the diseases of each row's cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.layout import View
from ingest.mentions import mentions
from ingest.table.performance import grids
from ingest.table.performance_lines import Sheet
from ingest.table.speaker import Speaker
from ingest.table.techniques import OF_TECHNIQUES, techniques_in
from kg.model import Assertion, Document, Span

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["INDICATED", "indicated_facts", "indicated_in"]

INDICATED = "listing.indicated"
"""A technique in a row with the diseases that it is used for."""

_SORTS = re.compile(
    "(?:技术|成像|检查|显像|影像)?(?:类型|种类|类别|分类|项目|模态)|(?:代表性?|具体|典型)技术|(?:显像剂|示踪剂|探针|造影剂|对比剂|序列)(?:名称)?"
)
"""Heads of columns that may name techniques."""
_USES = re.compile(
    "(?:主要|临床|常见|常用|典型|推荐|优势)*(?:(?:应用|适用|诊断|检查|靶向|目标|针对)?(?:疾病|病种|病变)|适应[证症]|适用症|应用(?:领域|范围|场景|方向)|用于|适用于?|应用)"
)
"""Heads of what a technique is for."""
_NOT_FOR = re.compile("不(?:宜|能|适|推荐)|禁忌|除外|慎用|无法|排除")


def indicated_in(document: Document) -> tuple[tuple[Sheet, int, int], ...]:
    """The tables that say what techniques are for, each with the columns of the techniques and of their uses."""
    return tuple((sheet, *columns) for sheet in grids(document) if (columns := _columns(sheet)) is not None)


def indicated_facts(document: Document, ingester: str, nlp: Language) -> Iterator[Assertion]:
    """TARGETS of the one technique of each row."""
    for sheet, technique, use in indicated_in(document):
        for row in sheet.rows:
            if technique not in row or use not in row or _NOT_FOR.search(row[use].text):
                continue
            found = techniques_in(row[technique].text, nlp, head=sheet.heads[technique])
            words = row[use].text
            named = mentions(View(words, tuple(range(len(words)))), nlp) if len(found) == 1 else ()
            spans = (row[technique].span, row[use].span)
            whole = Span(start=min(one.start for one in spans), end=max(one.end for one in spans))
            speaker = Speaker(document=document, ingester=ingester, rule=INDICATED, span=whole)
            for ref in dict.fromkeys(one.ref for one in named if one.label == "Disease"):
                yield speaker.fact(found[0], "TARGETS", ref)


def _columns(sheet: Sheet) -> tuple[int, int] | None:
    heads = sorted(sheet.heads.items())
    uses = [at for at, head in heads if _USES.fullmatch(head)]
    of_techniques = [at for at, head in heads if OF_TECHNIQUES.fullmatch(head)]
    sorts = [at for at, head in heads if _SORTS.fullmatch(head)]
    named = of_techniques or sorts
    return (named[0], uses[0]) if len(uses) == 1 and len(named) == 1 and len(sheet.rows) > 1 else None

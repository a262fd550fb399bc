"""Tables that sort techniques: 大类|技术|…, each technique with the class that its row, or the merged cell beside it, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.table.lines import Value
from ingest.table.performance import grids
from ingest.table.performance_lines import Sheet
from ingest.table.speaker import Speaker
from ingest.table.techniques import known, techniques_in
from kg.model import Assertion, Document, EntityRef, Span
from kg.text import HAN

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["SORTED", "sorted_facts", "sorted_in"]

SORTED = "listing.sorted"
"""A technique in a row with the class that it belongs to."""

_CLASSES = re.compile(r"(?:技术|成像|影像|显像|检查|设备|探针|方法|模态|一级)?(?:大类|类别|分类|门类)")
_KINDS = re.compile(
    r"(?:具体|代表性?|主要|典型|细分|二级|包含)*(?:成像|影像|显像|检查|治疗|光学|超声|磁共振)?(?:技术|方法|模态|方式|子类|小类|亚类|设备|探针|显像剂)(?:名称)?"
)
_CLASS = re.compile(rf"[{HAN}A-Za-z0-9/\-]{{0,12}}(?:成像|显像|影像|造影|显微镜|显微术|探针|超声|内镜|光谱|断层|层析)(?:技术)?")
"""How the name of a class of techniques ends, as 其他 and 有创 do not."""
_FEWEST = 2


def sorted_in(document: Document) -> tuple[tuple[Sheet, int, int], ...]:
    """The tables that sort techniques, each with the columns of the classes and of what is of them."""
    return tuple((sheet, *columns) for sheet in grids(document) if (columns := _columns(sheet)) is not None)


def sorted_facts(document: Document, ingester: str, nlp: Language) -> Iterator[Assertion]:
    """BROADER of each technique of a row, below the class that stands beside it."""
    for sheet, above, below in sorted_in(document):
        for row in sheet.rows:
            if above in row and below in row:
                yield from _of_row(document, ingester, nlp, (row[above], row[below]), sheet.heads[below])


def _of_row(document: Document, ingester: str, nlp: Language, cells: tuple[Value, Value], head: str) -> Iterator[Assertion]:
    above, below = cells
    kinds = techniques_in(below.text, nlp, head=head)
    whole = known(above.text, nlp) is not None or _CLASS.fullmatch(above.text) is not None
    if not kinds or not whole or any(kind.name == above.text for kind in kinds):
        return
    start, end = min(above.span.start, below.span.start), max(above.span.end, below.span.end)
    speaker = Speaker(document=document, ingester=ingester, rule=SORTED, span=Span(start=start, end=end))
    for kind in kinds:
        yield speaker.fact(kind, "BROADER", EntityRef(label="Technology", name=above.text))


def _columns(sheet: Sheet) -> tuple[int, int] | None:
    """The columns of classes and of what they hold, side by side."""
    for at, head in sheet.heads.items():
        beside = sheet.heads.get(at + 1, "")
        if _CLASSES.fullmatch(head) and _KINDS.fullmatch(beside) and len(sheet.rows) >= _FEWEST:
            return at, at + 1
    return None

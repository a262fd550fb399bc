"""The lists of a department's page: the techniques under 特色技术, 诊疗项目."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.lexicon import organization_kind
from ingest.portraits.house import department_of
from ingest.portraits.lines import page_lines
from ingest.profile import fields
from ingest.profile.sitter import Sitter
from kg.model import Assertion, Document, EntityRef

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["read"]

_TECHNIQUES = re.compile(
    r"(?:特色|优势|诊疗|医疗|主要|关键|核心|临床|诊断|介入|专科|专业|检查|开展的?|新|常规)+(?:技术|特色|项目|新项目|诊疗|检查|服务|业务|优势)+(?:[及与和、](?:特色|技术|项目|优势|服务|检查)+)*(?:介绍|简介|一览|范围|目录)?"
)
_NUMBERING = re.compile(r"^(?:[一二三四五六七八九十]{1,2}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[、.．])\s*")
_COUNTED = re.compile(r"[（(]?\d{1,2}[)）.、．](?!\d)")
"""The number of an item, which a reader may take for a heading's."""
_SENTENCE = re.compile(r"(?:科室|我科|全科|拥有|配备|现有|引进|本科|我院|目前|近年)[^：:]{2,}|^.{60,}$")


def read(document: Document, nlp: Language) -> Iterator[Assertion]:
    """WORKS_ON of the department whose page it is, of each technique that a line under such a heading opens with."""
    name = department_of(document)
    if organization_kind(name) != "department" and not name.endswith("中心"):
        return
    sitter = Sitter(document=document, nlp=nlp, who=EntityRef(label="Organization", name=name), house=name)
    inside = False
    for line in page_lines(document):
        if line.heading and not _COUNTED.match(line.text):
            inside = bool(_TECHNIQUES.fullmatch(_NUMBERING.sub("", line.text).strip("：: ")))
        elif inside and not line.kind and not _SENTENCE.match(line.text):
            yield from fields.technique(sitter, line.view)

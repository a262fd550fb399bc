"""The techniques that a cell names: known by the ontology or by the document, or by how they end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.layout import View
from ingest.mentions import mentions
from ingest.table.performance import thing_named
from kg.model import EntityRef

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["OF_TECHNIQUES", "known", "techniques_in"]

OF_TECHNIQUES = re.compile(
    "(?:主要|开展|所用|采用|常用|使用|核心|特色|优势)*(?:成像|检查|影像|显像|诊断)?(?:技术|检查技术|方法|成像方法|检查方法|方式|手段)(?:名称)?"
)
"""Heads of columns that name techniques."""
_VOUCHES = re.compile("技术|成像|显像")
_PARTS = re.compile(r"[、，,；;]\s*|(?<![A-Za-z])/(?![A-Za-z])\s*")
_NOTED = re.compile(r"\s*(?:\[[\d,，\-–]+\]|[*#†‡])+$|[（(][A-Za-z][A-Za-z0-9\-/ ]{1,14}[)）]$")
"""Citations and a short name behind a technique's name."""


def techniques_in(words: str, nlp: Language, *, head: str = "") -> list[EntityRef]:
    """The techniques that a cell lists, each of a list; a part of it that is none is left out.

    A head that says that techniques stand below it (成像技术, not 方法) vouches for one that is alone in its cell.
    """
    parts = [_NOTED.sub("", part.strip()) for part in _PARTS.split(words)]
    vouched = head if len(parts) == 1 and _VOUCHES.search(head) else ""
    found = (known(part, nlp) or thing_named(part, vouched) for part in parts)
    return [one for one in found if one is not None]


def known(words: str, nlp: Language) -> EntityRef | None:
    """The technique that the ontology, or the document, knows by the whole of these words."""
    named = mentions(View(words, tuple(range(len(words)))), nlp) if words else ()
    return next((one.ref for one in named if one.label == "Technology" and len(one.surface) == len(words)), None)

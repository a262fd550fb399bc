"""Whom a page presents, as the readers of its parts speak of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.layout import View, chinese_marks
from ingest.mentions import Mention, mentions
from ingest.table.speaker import Speaker
from kg.model import Document, EntityRef

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["INGESTER", "Sitter"]

INGESTER = "profile"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitter:
    """Who sits for the portrait: a person, or a department; and the house whose page it is ("" where nothing tells)."""

    document: Document
    nlp: Language
    who: EntityRef
    house: str

    def named(self, view: View) -> tuple[Mention, ...]:
        """What some words of the page name."""
        return mentions(view, self.nlp)

    def at(self, view: View, start: int, end: int, rule: str) -> Speaker:
        """Speaks under a rule, with a stretch of the words for evidence."""
        return Speaker(document=self.document, ingester=INGESTER, rule=rule, span=view.span(start, end))

    def sentences(self, view: View) -> Iterator[View]:
        """The parts of some words that full stops and semicolons close, with Chinese marks."""
        view, start = chinese_marks(view), 0
        for at, char in enumerate(view.text + "。"):
            if char in "。；;":
                if view.text[start:at].strip():
                    yield View(view.text[start:at], view.offsets[start:at])
                start = at + 1

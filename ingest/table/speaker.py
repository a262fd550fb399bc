"""Assertions about one stretch of a document, each under one rule and with the stretch's words as evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.base import evidence
from ingest.layout import heal
from ingest.mentions import mentions
from kg.model import Attribute, Document, EntityRef, Evidence, Fact, Span, Value

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Speaker"]

_NAMED_IN_A_TITLE = {"Technology": "CONCERNS", "Disease": "TARGETS"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """States what one stretch of a document says, as one ingester under one rule."""

    document: Document
    ingester: str
    rule: str
    confidence: float
    span: Span

    @property
    def evidence(self) -> Evidence:
        """The stretch's words."""
        return evidence(self.document, self.span, ingester=self.ingester, rule=self.rule, confidence=self.confidence)

    def fact(self, subject: EntityRef, predicate: str, target: EntityRef, **qualifiers: Value | None) -> Fact:
        """A fact; qualifiers that are None or empty are left out."""
        kept = {name: value for name, value in qualifiers.items() if value is not None and value not in ("", ())}
        return Fact(subject=subject, predicate=predicate, object=target, evidence=self.evidence, qualifiers=kept)

    def attributes(self, subject: EntityRef, **values: Value | None) -> Iterator[Attribute]:
        """Properties of a thing; those that are None or empty are left out."""
        for name, value in values.items():
            if value is not None and value not in ("", ()):
                yield Attribute(subject=subject, name=name, value=value, evidence=self.evidence)

    def topics(self, subject: EntityRef, title: Span, nlp: Language, *, labels: frozenset[str]) -> Iterator[Fact]:
        """The technologies (CONCERNS) and diseases (TARGETS), of those ``labels``, that the words of a title name."""
        seen: set[EntityRef] = set()
        for mention in mentions(heal(self.document.text, title), nlp):
            if mention.label in labels and mention.ref not in seen:
                seen.add(mention.ref)
                yield self.fact(subject, _NAMED_IN_A_TITLE[mention.label], mention.ref)

"""How an ingester states a fact: the words, the rule that read them, and qualifiers that are not blank."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.base import evidence
from kg.model import Attribute, Document, EntityRef, Evidence, Fact, Span, Value

__all__ = ["Rule", "Witness"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of reading: its name goes into evidence, with how sure it is (0 to 1)."""

    name: str
    confidence: float = 0.95


@dataclass(frozen=True, slots=True)
class Witness:
    """States what one document says, in the name of one ingester."""

    document: Document
    ingester: str

    def fact(
        self, subject: EntityRef, predicate: str, target: EntityRef, *, span: Span, rule: Rule, **qualifiers: Value | None
    ) -> Fact:
        """A fact; qualifiers that are None or blank are left out."""
        said = {name: value for name, value in sorted(qualifiers.items()) if value is not None and value != ""}
        return Fact(subject=subject, predicate=predicate, object=target, qualifiers=said, evidence=self._words(span, rule))

    def attribute(self, of: EntityRef, name: str, value: Value, *, span: Span, rule: Rule) -> Attribute:
        """A property of a thing."""
        return Attribute(subject=of, name=name, value=value, evidence=self._words(span, rule))

    def _words(self, span: Span, rule: Rule) -> Evidence:
        return evidence(self.document, span, ingester=self.ingester, rule=rule.name, confidence=rule.confidence)

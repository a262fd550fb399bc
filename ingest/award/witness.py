"""How an ingester states a fact: the words, the rule that read them, and qualifiers that are not blank."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.base import evidence
from kg.model import Attribute, Document, EntityRef, Evidence, Fact, Span, Value

__all__ = ["Rule", "Saying", "Witness"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of reading: its name goes into the evidence, by which its confidence is measured."""

    name: str


@dataclass(frozen=True, slots=True)
class Saying:
    """Some words of a document and the rule that reads them, ready to state what they say."""

    words: Evidence

    def fact(self, subject: EntityRef, predicate: str, target: EntityRef, **qualifiers: Value | None) -> Fact:
        """A fact; qualifiers that are None or blank are left out."""
        said = {name: value for name, value in sorted(qualifiers.items()) if value is not None and value != ""}
        return Fact(subject=subject, predicate=predicate, object=target, qualifiers=said, evidence=self.words)

    def attribute(self, of: EntityRef, name: str, value: Value) -> Attribute:
        """A property of a thing."""
        return Attribute(subject=of, name=name, value=value, evidence=self.words)


@dataclass(frozen=True, slots=True)
class Witness:
    """Quotes one document, in the name of one ingester."""

    document: Document
    ingester: str

    def at(self, span: Span, rule: Rule) -> Saying:
        """The words of a span, read by a rule."""
        return Saying(evidence(self.document, span, ingester=self.ingester, rule=rule.name))

"""Assertions about one stretch of a document, each under one rule and with the stretch's words as evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.base import evidence
from ingest.layout import heal
from ingest.mentions import mentions
from ingest.table.titles import disease_heads, title_heads
from kg.model import Attribute, Document, EntityRef, Evidence, Fact, Span, Value
from kg.text import heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Speaker"]

TITLE_HEAD = "title.head"
"""The last noun of a title, where it is an apparatus, a technique or a field."""

_MOST_OF_A_HEAD = 0.7
_NAMED_IN_A_TITLE = {"Technology": "CONCERNS", "Disease": "TARGETS"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """States what one stretch of a document says, as one ingester under one rule."""

    document: Document
    ingester: str
    rule: str
    span: Span

    @property
    def evidence(self) -> Evidence:
        """The stretch's words."""
        return evidence(self.document, self.span, ingester=self.ingester, rule=self.rule)

    def fact(self, subject: EntityRef, predicate: str, target: EntityRef, **qualifiers: Value | None) -> Fact:
        """A fact; qualifiers that are None or empty are left out."""
        kept = {name: value for name, value in qualifiers.items() if value is not None and value not in ("", ())}
        return Fact(subject=subject, predicate=predicate, object=target, evidence=self.evidence, qualifiers=kept)

    def attributes(self, subject: EntityRef, **values: Value | None) -> Iterator[Attribute]:
        """Properties of a thing; those that are None or empty are left out."""
        for name, value in values.items():
            if value is not None and value not in ("", ()):
                yield Attribute(subject=subject, name=name, value=value, evidence=self.evidence)

    def topics(
        self, subject: EntityRef, title: Span | tuple[Span, ...], nlp: Language, *, labels: frozenset[str]
    ) -> Iterator[Fact]:
        """The technologies (CONCERNS) and diseases (TARGETS), of those ``labels``, that the words of a title name.

        The title may stand in several stretches, with words of other cells between them.
        Besides the ontology's concepts, the apparatus or technique that a title has for its head is a technology, unless a
        concept is most of it.
        """
        view = heal(self.document.text, *((title,) if isinstance(title, Span) else title))
        named = [mention for mention in mentions(view, nlp) if mention.label in labels]
        for ref in dict.fromkeys(mention.ref for mention in named):
            yield self.fact(subject, _NAMED_IN_A_TITLE[ref.label], ref)
        head_speaker = replace(self, rule=TITLE_HEAD)
        for start, end in disease_heads(view.text) if "Disease" in labels else ():
            if not any(one.label == "Disease" and start < one.end and one.start < end for one in named):
                yield head_speaker.fact(subject, "TARGETS", EntityRef(label="Disease", name=heal_name(view.text[start:end])))
        for start, end in title_heads(view.text):
            inside = [mention for mention in named if start <= mention.start and mention.end <= end]
            if not any(len(mention.surface) > _MOST_OF_A_HEAD * (end - start) for mention in inside):
                head = EntityRef(label="Technology", name=heal_name(view.text[start:end]))
                yield head_speaker.fact(subject, "CONCERNS", head)

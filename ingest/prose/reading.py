"""What one reading of a document knows: the sentence with its mentions, what it refers back to, and how a fact is stated."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.base import evidence
from ingest.mentions import Mention
from ingest.prose.blocks import Sentence
from kg.model import Alias, Attribute, Document, EntityRef, Fact, Span, Value
from kg.text import heal_name

__all__ = ["INGESTER", "Reading", "Rule", "Scene"]

INGESTER = "prose"

_FUND_DEPARTMENT = re.compile(r"(?:数理|化学|生命|地球|工程与材料|信息|管理|医学|交叉)科学部")
"""The departments of the National Natural Science Foundation, as its own structure names them."""
_FUND = "国家自然科学基金委员会"
_FUND_NAMED = re.compile("自然科学基金|科学基金")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of reading: the name that goes into the evidence, and how sure it is (0 to 1)."""

    name: str
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence and what it names."""

    sentence: Sentence
    mentions: tuple[Mention, ...]

    @property
    def text(self) -> str:
        """The sentence's words, healed."""
        return self.sentence.text

    def of(self, *labels: str) -> tuple[Mention, ...]:
        """The mentions that carry one of the labels, in order."""
        return tuple(mention for mention in self.mentions if mention.label in labels)

    def ending_at(self, end: int, label: str) -> Mention | None:
        """The mention of a label that ends here."""
        return next((mention for mention in self.mentions if mention.end == end and mention.label == label), None)

    def starting_at(self, start: int, label: str) -> Mention | None:
        """The mention of a label that starts here."""
        return next((mention for mention in self.mentions if mention.start == start and mention.label == label), None)

    def within(self, start: int, end: int, *labels: str) -> tuple[Mention, ...]:
        """The mentions of these labels that lie in a stretch of the sentence."""
        return tuple(mention for mention in self.of(*labels) if start <= mention.start and mention.end <= end)


@dataclass(slots=True)
class Reading:
    """The state of reading one document: who and what was named last, and the full names of short ones."""

    document: Document
    fund: bool = False
    team: EntityRef | None = None
    facility: EntityRef | None = None
    product: EntityRef | None = None
    programme: EntityRef | None = None
    subject: EntityRef | None = None
    paragraph: int = -1
    homes: dict[str, str] = field(default_factory=dict)
    full_names: dict[str, str] = field(default_factory=dict)
    key_projects: set[str] = field(default_factory=set)

    def enter(self, sentence: Sentence) -> None:
        """Take up a sentence; what a paragraph named is forgotten where another begins."""
        if sentence.paragraph != self.paragraph:
            self.paragraph = sentence.paragraph
            self.team = self.product = self.facility = self.programme = None
        self.fund = self.fund or bool(_FUND_NAMED.search(sentence.text))

    def organization(self, mention: Mention) -> EntityRef:
        """The organisation by its full name, where the document (or the structure of the science fund) gives it."""
        name = self.full_names.get(mention.name, mention.name)
        if self.fund and _FUND_DEPARTMENT.match(name):
            name = _FUND + name
        if name == _FUND.removesuffix("员会"):
            name = _FUND
        return EntityRef(label="Organization", name=name)

    def person(self, name: str, home: str = "") -> EntityRef:
        """The person, told apart from namesakes by the institution stated here or first in the document."""
        if home:
            self.homes.setdefault(name, home)
        return EntityRef(label="Person", name=name, context=home or self.homes.get(name, ""))

    def fact(
        self, rule: Rule, subject: EntityRef, predicate: str, object_: EntityRef, where: Span, **qualifiers: Value
    ) -> Fact:
        """A fact whose evidence is the document's words at ``where``; qualifiers without a value are left out."""
        stated = {name: value for name, value in qualifiers.items() if value not in ("", None)}
        said = evidence(self.document, where, ingester=INGESTER, rule=rule.name, confidence=rule.confidence)
        return Fact(subject=subject, predicate=predicate, object=object_, qualifiers=stated, evidence=said)

    def attribute(self, rule: Rule, subject: EntityRef, name: str, value: Value, where: Span) -> Attribute:
        """A property of a thing, with its evidence."""
        said = evidence(self.document, where, ingester=INGESTER, rule=rule.name, confidence=rule.confidence)
        return Attribute(subject=subject, name=name, value=value, evidence=said)

    def alias(self, rule: Rule, of: EntityRef, name: str, where: Span) -> Alias:
        """Another name of a thing, with its evidence."""
        said = evidence(self.document, where, ingester=INGESTER, rule=rule.name, confidence=rule.confidence)
        return Alias(of=of, name=heal_name(name), evidence=said)

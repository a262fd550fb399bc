"""Assertions as they come, put in tables: who is mentioned where, and what is stated of whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.model import Alias, Assertion, Attribute, EntityRef, Evidence, Fact, Value
from kg.text import fold

__all__ = ["Intake", "Mention", "OtherName", "Statement", "Trait", "take_in"]


class Mention(NamedTuple):
    """A name in a document; ``name`` and ``context`` are folded."""

    label: str
    name: str
    document: str
    context: str


class Statement(NamedTuple):
    """A fact between two mentions."""

    subject: Mention
    predicate: str
    object: Mention
    qualifiers: Mapping[str, Value]
    evidence: Evidence


class Trait(NamedTuple):
    """A property of a mention."""

    subject: Mention
    name: str
    value: Value
    evidence: Evidence


class OtherName(NamedTuple):
    """A name that is stated to be another name of a mention; both stand in one document."""

    of: Mention
    alias: Mention
    evidence: Evidence


@dataclass(slots=True)
class Intake:
    """The tables. ``spellings`` counts how often a mention is written how; ``words`` is its evidence; neither is ordered."""

    spellings: dict[Mention, dict[str, int]] = field(default_factory=dict)
    words: dict[Mention, list[Evidence]] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    traits: list[Trait] = field(default_factory=list)
    others: list[OtherName] = field(default_factory=list)


def take_in(assertions: Iterable[Assertion]) -> Intake:
    """The tables of these assertions, each read once."""
    intake = Intake()
    for assertion in assertions:
        words = assertion.evidence
        match assertion:
            case Fact(subject=subject, predicate=predicate, object=target, qualifiers=qualifiers):
                ends = _mention(intake, subject, words), _mention(intake, target, words)
                intake.statements.append(Statement(ends[0], predicate, ends[1], qualifiers, words))
            case Attribute(subject=subject, name=name, value=value):
                intake.traits.append(Trait(_mention(intake, subject, words), name, value, words))
            case Alias(of=of, name=name):
                alias = EntityRef(label=of.label, name=name, context=of.context)
                intake.others.append(OtherName(_mention(intake, of, words), _mention(intake, alias, words), words))
    return intake


def _mention(intake: Intake, ref: EntityRef, words: Evidence) -> Mention:
    mention = Mention(ref.label, fold(ref.name), words.document, fold(ref.context))
    spellings = intake.spellings.get(mention)
    if spellings is None:
        intake.spellings[mention] = {ref.name: 1}
        intake.words[mention] = [words]
        return mention
    spellings[ref.name] = spellings.get(ref.name, 0) + 1
    intake.words[mention].append(words)
    return mention

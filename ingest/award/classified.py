"""Classifications of technologies that a form's texts state, by the rules of prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.award.case import Case, sentences
from ingest.award.witness import Rule
from ingest.layout import View
from ingest.mentions import mentions
from ingest.prose.blocks import Sentence
from ingest.prose.reading import Reading, Scene
from ingest.prose.technology import classes
from kg.model import Assertion, EntityRef, Fact

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["stated"]

_PRAISED = re.compile("[至新]|先进|高端|领先|多种|各类|一系列")
"""What a form says in praise of a class is no part of its name."""
_CLASSIFIES = re.compile(
    "等|包括|包含|涵盖|分为|分成|代表|[一两二三四多几种]种|[一两二三四多几]类|例如|比如|如|属于|常用|主要有"
)
"""Words without which no rule of prose reads a classification: they spare the pipeline most sentences."""
_KIND_OF_THING = re.compile("(?:设备|仪器|机型|技术)$")
_TEXTS = ("summary", "innovations", "features", "uptake", "opinion", "field", "cooperation")


def stated(case: Case, nlp: Language) -> Iterator[Assertion]:
    """BROADER of every sentence, told in this ingester's name with the rule of prose that read it."""
    reading = Reading(case.witness.document)
    for number, view in enumerate(_texts(case)):
        for sentence in sentences(view):
            found = mentions(sentence, nlp) if _CLASSIFIES.search(sentence.text) else ()
            if any(one.label == "Technology" for one in found):
                scene = Scene(Sentence(view=sentence, paragraph=number), found)
                broken = {one.name for one in found if sentence.text[one.end : one.end + 1] == "/"}
                told = (one for one in classes.read(scene, reading) if isinstance(one, Fact) and one.subject.name not in broken)
                yield from _restated(case, told, nlp)


def _texts(case: Case) -> Iterator[View]:
    yield from case.texts(*_TEXTS)
    yield from (who.contribution for who in case.done if who.contribution is not None)


def _restated(case: Case, found: Iterator[Fact], nlp: Language) -> Iterator[Assertion]:
    for one in found:
        if one.predicate == "BROADER" and not _PRAISED.search(one.object.name):
            words = case.at(one.evidence.span, Rule(one.evidence.rule))
            whole = _whole(one.object, nlp)
            if whole != one.subject:
                yield words.fact(one.subject, one.predicate, whole, **one.qualifiers)


def _whole(one: EntityRef, nlp: Language) -> EntityRef:
    """The class itself for its equipment or techniques: PET/CT for PET/CT设备."""
    bare = _KIND_OF_THING.sub("", one.name)
    known = mentions(View(bare, tuple(range(len(bare)))), nlp) if bare != one.name else ()
    return next((mention.ref for mention in known if mention.label == one.label and mention.surface == bare), one)

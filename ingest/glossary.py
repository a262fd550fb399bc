"""What a document says that its abbreviations mean: 糖尿病视网膜病变（DR） tells of no X-ray machine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ingest.layout import heal
from ingest.lexicon import lexicon_sections
from ingest.nlp import finder_of
from ingest.own_terms import own_terms
from kg.model import Document, Span
from kg.text import HAN, heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["glossed"]

_GIVEN = re.compile(
    rf"(?P<words>[{HAN}A-Za-z\d\- ]{{0,24}}[{HAN}])\s*[（(]"
    r"(?:(?P<english>[A-Za-z][A-Za-z\d' \-]{4,80}?)\s*[,，;；:：]\s*)?(?:以下)?(?:简称|缩写)?为?[“\"]?"
    r"(?P<short>[A-Za-z\d]*[A-Z][A-Za-z\d]*)[”\"]?[)）]"
)
"""全称（ABBR）, 全称（English Name，ABBR）."""
_SHORTEST, _LONGEST = 2, 8
_OPENS = "的和与及或为是由于将把用以行示被对在即、 "
"""What may stand before a name that is the whole of what a bracket explains."""
_AMBIGUOUS = lexicon_sections("ambiguous.txt")[""].split()
_GENERAL = frozenset(("成像", "技术", "检查", "系统", "治疗", "综合", "合征", "疾病", "诊断", "患者", "造影", "辅助", "分析"))
"""Pairs of characters that names of different things share."""
_LETTERS = re.compile("[^a-z]")


@contextmanager
def glossed(document: Document, nlp: Language) -> Iterator[None]:
    """Within it, the pipeline reads abbreviations as the document explains them.

    An explanation is a name of the ontology right before the bracket whose English name (or the one in the bracket) the letters
    come from. Abbreviations that the field uses for several things (``ambiguous.txt``) mean what the ontology has for them
    only where the document gives a name of it that is none, or explains it by one that shares two characters with it.
    Techniques that the document alone names are read as it names them.
    """
    finder = finder_of(nlp)
    meant: dict[str, tuple[str, str] | None] = {}
    given = list(_given(document.text))
    for short in _AMBIGUOUS:
        known = finder.known(short) if short in document.text else None
        if known is not None:
            pairs = {pair for words, _, one in given if one == short for pair in _pairs(words)} - _GENERAL
            names = [form for form in finder.names(*known) if _spelled(form)]
            if not any(form in document.text.lower() or pairs & _pairs(form) for form in names):
                meant[short] = None
    for words, english, short in given:
        for named in finder.found(words):
            whole = named.end == len(words) and words[max(named.start - 1, 0) : named.start] in _OPENS
            spelled = (english, *finder.names(named.label, named.concept)) if whole and named.concept else ()
            if any(_is_of(short.lower(), name.lower()) for name in spelled):
                meant[short] = (named.label, named.concept)
    with finder.taught({**own_terms(document, finder), **meant}):
        yield


def _given(text: str) -> Iterator[tuple[str, str, str]]:
    """What stands before each bracket with an abbreviation, and on its line alone; the English name, and the abbreviation."""
    if "（" not in text and "(" not in text:
        return
    view = heal(text, Span(start=0, end=len(text)))
    for given in _GIVEN.finditer(view.text):
        short = given["short"]
        if _SHORTEST <= len(short) <= _LONGEST and sum(char.isupper() for char in short) >= _SHORTEST:
            start, end = given.span("words")
            lines = text[view.offsets[start] : view.offsets[end - 1] + 1].splitlines()
            for words in dict.fromkeys((given["words"], heal_name(lines[-1]))):
                yield words, given["english"] or "", short


def _pairs(words: str) -> set[str]:
    return {words[place : place + 2] for place in range(len(words) - 1)}


def _spelled(form: str) -> bool:
    """Whether a name tells by itself what it is: no abbreviation."""
    return not form.isascii() or len(form) > _LONGEST


def _is_of(short: str, name: str) -> bool:
    """Whether an abbreviation's letters come from an English name, in order, the first from its first: te, transient….

    Figures in it stand for themselves.
    """
    letters = _LETTERS.sub("", short)
    left = iter(_LETTERS.sub("", name))
    return len(name) > len(short) and name[:1] == letters[:1] and all(letter in left for letter in letters)

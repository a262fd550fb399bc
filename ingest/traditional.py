"""Documents in traditional characters: read in simplified ones, each thing known by the document's own writing too.

A character stands for a character, so that every place in the text stays where it is: evidence quotes the document's own words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.lexicon import lexicon_sections
from kg.model import Alias, Assertion, Document, EntityRef, Evidence, Fact, Passage
from kg.text import HAN

__all__ = ["WRITTEN_SO", "Writing", "written"]

WRITTEN_SO = "written_traditional"
"""The rule of an alias in traditional characters."""

_PAIRS = lexicon_sections("traditional.txt")[""].split()
_SIMPLIFIED = {ord(pair[0]): pair[1] for pair in _PAIRS}
_TRADITIONAL = frozenset(pair[0] for pair in _PAIRS)
_NEW = frozenset(pair[1] for pair in _PAIRS) - _TRADITIONAL
_HAN = re.compile(f"[{HAN}]")
_SHARE = 0.08
"""Of the Han characters of a line in traditional writing, a quarter are such; of others one in hundreds (a name)."""
_UNNAMED = frozenset({"Metric", "Innovation", "Document", "Passage"})
"""Things that no reader looks up by the document's own writing."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A document as it was written, the same in simplified characters, and what the changed characters were."""

    own: Document
    read: Document
    before: dict[int, str]

    def own_words(self, assertions: Iterable[Assertion]) -> Iterator[Assertion]:
        """The assertions with the words that the document has, and an alias of each thing that it writes otherwise."""
        told: set[EntityRef] = set()
        for one in assertions:
            said = one.evidence
            words = replace(said, quote=self.own.text[said.span.start : said.span.end])
            yield replace(one, evidence=words)
            for end in _ends(one):
                if end not in told and end.label not in _UNNAMED:
                    told.add(end)
                    yield from self._alias(end, words)

    def _alias(self, thing: EntityRef, words: Evidence) -> Iterator[Alias]:
        at = self.read.text.find(thing.name)
        written_so = self.own.text[at : at + len(thing.name)] if at >= 0 else thing.name.translate(self.before)
        if written_so != thing.name:
            yield Alias(of=thing, name=written_so, evidence=replace(words, rule=WRITTEN_SO))


def written(document: Document) -> Writing | None:
    """The two writings of a document that has lines in traditional characters; None of any other."""
    if _TRADITIONAL.isdisjoint(document.text):
        return None
    text = "".join(map(_simplified, document.text.splitlines(keepends=True)))
    if text == document.text:
        return None
    changed = Counter((new, old) for new, old in zip(text, document.text, strict=True) if new != old)
    before = {ord(new): old for (new, old), _ in sorted(changed.items(), key=lambda item: (item[1], item[0]))}
    read = replace(
        document,
        text=text,
        title=_simplified(document.title),
        publisher=_simplified(document.publisher),
        passages=tuple(map(_passage, document.passages)),
    )
    return Writing(document, read, before)


def _simplified(line: str) -> str:
    if _TRADITIONAL.isdisjoint(line):
        return line
    old, new = (sum(char in those for char in line) for those in (_TRADITIONAL, _NEW))
    return line.translate(_SIMPLIFIED) if old > new and old >= _SHARE * len(_HAN.findall(line)) else line


def _passage(passage: Passage) -> Passage:
    return replace(passage, headings=tuple(map(_simplified, passage.headings))) if passage.headings else passage


def _ends(one: Assertion) -> tuple[EntityRef, ...]:
    match one:
        case Fact(subject=subject, object=target):
            return subject, target
        case Alias(of=of):
            return (of,)
        case _:
            return (one.subject,)

"""What somebody works on (研究方向, 擅长), and what a department performs (特色技术)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.layout import View, chinese_marks
from ingest.portraits.labels import NUMBERING
from ingest.profile.sitter import Sitter
from ingest.prose.blocks import Sentence
from ingest.prose.people.practice import performed
from ingest.prose.phrases import listed, technology
from ingest.prose.reading import Scene
from kg.model import Assertion, EntityRef

__all__ = ["read", "technique", "techniques"]

OWN_FIELD = "profile.field"
"""研究方向：甲成像、乙治疗: in the part of a page that tells what its person works on."""
TECHNIQUE = "profile.technique"
"""甲成像：年检查量…: a line under the heading 特色技术 of a department's page."""

_ITEMS = re.compile(r"[；;。]|(?:^|(?<=[\s；;。]))(?:[（(\[]?\d{1,2}[)）\].、．](?!\d)|[①-⑳])")
_NOT_ITS = re.compile("[他她]的导师|师从")
_HEAD = re.compile(r"[：:，,。；;]|——|\s-\s")
_LONGEST = 400
_LONGEST_HEAD = 40


def read(sitter: Sitter, line: View) -> Iterator[Assertion]:
    """WORKS_ON of every technology that the words name, known to the lexicon or told by how an item ends."""
    view = chinese_marks(line)
    if len(view.text) > _LONGEST or _NOT_ITS.search(view.text):
        return
    for ref, start, end in dict.fromkeys(_named(sitter, view)):
        yield sitter.at(view, start, end, OWN_FIELD).fact(sitter.who, "WORKS_ON", ref)


def technique(sitter: Sitter, line: View) -> Iterator[Assertion]:
    """WORKS_ON of a department: what the head of a line names, before a colon or a comma."""
    view = chinese_marks(line)
    numbering = NUMBERING.match(view.text)
    start = numbering.end() if numbering else 0
    mark = _HEAD.search(view.text, start)
    end = mark.start() if mark else len(view.text)
    if end - start > _LONGEST_HEAD:
        return
    head = View(view.text[start:end], view.offsets[start:end])
    for ref, first, last in dict.fromkeys(_named(sitter, head)):
        yield sitter.at(head, first, last, TECHNIQUE).fact(sitter.who, "WORKS_ON", ref)


def techniques(sitter: Sitter, line: View) -> Iterator[Assertion]:
    """WORKS_ON of a department: every technology of the words behind the label 特色技术."""
    view = chinese_marks(line)
    for ref, first, last in dict.fromkeys(_named(sitter, view)) if len(view.text) <= _LONGEST else ():
        yield sitter.at(view, first, last, TECHNIQUE).fact(sitter.who, "WORKS_ON", ref)


def _named(sitter: Sitter, view: View) -> Iterator[tuple[EntityRef, int, int]]:
    """The technologies of each item, with where it stands."""
    cuts = [0, *(mark.end() for mark in _ITEMS.finditer(view.text)), len(view.text)]
    for start, end in pairwise(cuts):
        words = View(view.text[start:end], view.offsets[start:end])
        if not words.text.strip():
            continue
        scene = Scene(Sentence(view=words, paragraph=0), sitter.named(words))
        found = list(performed(scene, 0))
        yield from ((ref, start + a, start + b) for ref, a, b in found)
        for item in listed(words.text) if not found else ():
            name = technology(item)
            if name is not None:
                yield EntityRef(label="Technology", name=name), start, start + len(words.text.rstrip())

"""The lists of a department's page: people in a row on one line, and the techniques under 特色技术, 诊疗项目."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.layout import View, chinese_marks
from ingest.lexicon import could_be_person
from ingest.portraits.house import department_of
from ingest.portraits.lines import page_lines
from ingest.portraits.page import OPENER
from ingest.profile import card, fields, posts
from ingest.profile.sitter import Sitter
from kg.model import Assertion, Document, EntityRef
from kg.text import heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["read"]

_TECHNIQUES = re.compile(
    r"(?:特色|优势|服务|业务|诊疗|医疗|主要|关键|核心|临床|诊断|介入|专科|专业|检查|开展的?|新|常规)+(?:技术|特色|项目|新项目|诊疗|检查|服务|业务|优势)+(?:[及与和、](?:特色|技术|项目|优势|服务|检查)+)*(?:介绍|简介|一览|范围|目录)?"
)
_NUMBERING = re.compile(r"^(?:[一二三四五六七八九十]{1,2}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[、.．])\s*")
_BETWEEN = re.compile(r"[；;](?=.)|(?<=[)）])[、，,](?=.)")
_BOXED = re.compile(r"[【\[].{2,12}[】\]]")
_COUNTED = re.compile(r"[（(]?\d{1,2}[)）.、．](?!\d)")
"""The number of an item, which a reader may take for a heading's."""
_SENTENCE = re.compile(r"(?:科室|我科|全科|拥有|配备|现有|引进|本科|我院|目前|近年)[^：:]{2,}|^.{60,}$")


def read(document: Document, nlp: Language) -> Iterator[Assertion]:
    """What the lines tell of the people of the department, and WORKS_ON of each technique that a line of a list opens with."""
    name = department_of(document)
    if not name:
        return
    yield from _rosters(document, nlp, name)
    sitter = Sitter(document=document, nlp=nlp, who=EntityRef(label="Organization", name=name), house=name)
    inside = False
    for line in page_lines(document):
        if (line.heading or _BOXED.fullmatch(line.text)) and not _COUNTED.match(line.text):
            inside = bool(_TECHNIQUES.fullmatch(_NUMBERING.sub("", line.text).strip("【】[]：: ")))
        elif inside and not line.kind and not _SENTENCE.match(line.text):
            yield from fields.technique(sitter, line.view)


def _rosters(document: Document, nlp: Language, house: str) -> Iterator[Assertion]:
    """科室负责人：张三，主任医师；李四，副主任医师; 副主任：王五（主任技师）、赵六（主管技师）: each of several on a line."""
    for line in page_lines(document):
        found = list(_seats(chinese_marks(line.view))) if not line.kind else []
        for view, post, match in found if len(found) > 1 or (found and found[0][2]["gap"].endswith(("（", "("))) else ():
            person = EntityRef(label="Person", name=heal_name(match["name"]))
            sitter = Sitter(document=document, nlp=nlp, who=person, house=house)
            yield from card.seated(sitter, view, match.span("name"), post)
            yield from posts.stated_after(sitter, view, match.end("name"))


def _seats(view: View) -> Iterator[tuple[View, str, re.Match[str]]]:
    """The stretches of a line that each present somebody, with the post that stands before the first of them."""
    post, start = "", 0
    for cut in [*_BETWEEN.finditer(view.text), None]:
        end = cut.start() if cut is not None else len(view.text)
        words = View(view.text[start:end], view.offsets[start:end])
        match = OPENER.match(words.text)
        if match is None or not could_be_person(heal_name(match["name"])):
            return
        post = match["post"] or ("" if cut is not None and cut.group() in "；;" and start == 0 else post)
        yield words, post if match["gap"].endswith(("（", "(")) else "", match
        start = cut.end() if cut is not None else end

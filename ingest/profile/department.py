"""The lists of a department's page: people in a row on one line, techniques under 特色技术, 诊疗项目, and honours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.layout import View, chinese_marks
from ingest.lexicon import could_be_person
from ingest.portraits.house import department_of
from ingest.portraits.labels import NUMBERING, label_of, labelled
from ingest.portraits.lines import page_lines
from ingest.portraits.page import OPENER, portraits
from ingest.profile import card, fields, honours, posts
from ingest.profile.sitter import Sitter
from kg.model import Assertion, Document, EntityRef
from kg.text import heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["read"]

_TECHNIQUES = re.compile(
    r"(?:特色|优势|服务|业务|诊疗|医疗|主要|关键|核心|临床|诊断|介入|专科|专业|检查|开展的?|新|常规|技术)+(?:技术|特色|项目|新项目|诊疗|检查|服务|业务|优势)+(?:[及与和、](?:特色|技术|项目|优势|服务|检查)+)*(?:介绍|简介|一览|范围|目录)?"
)
_HONOURS = re.compile(
    r"(?:科室|学科|团队|集体|所获|获得|获奖|主要|近年来?)*的?(?:荣誉|获奖|奖励|奖项|表彰)(?:称号|情况|成果|一览)*"
)
_LABELLED = re.compile(r"[【\[]?(?P<label>[\u4e00-\u9fff]{2,10})[】\]]?\s*(?:[:：]|(?<=[】\]]))\s*(?=\S)")
_BETWEEN = re.compile(r"[；;](?=.)|(?<=[)）])[、，,](?=.)")
_BOXED = re.compile(r"[【\[].{2,12}[】\]]")
_COUNTED = re.compile(r"[（(]?\d{1,2}[)）.、．](?!\d)")
"""The number of an item, which a reader may take for a heading's."""
_SENTENCE = re.compile(r"(?:科室|我科|全科|拥有|配备|现有|引进|本科|我院|目前|近年)[^：:]{2,}|^.{60,}$")


def read(document: Document, nlp: Language) -> Iterator[Assertion]:
    """What the lines tell of the people of the department, and WORKS_ON of each technique that a line of a list opens with."""
    name = department_of(document)
    if not name or any(one.own for one in portraits(document)):
        return
    yield from _rosters(document, nlp, name)
    sitter = Sitter(document=document, nlp=nlp, who=EntityRef(label="Organization", name=name), house=name)
    inside: re.Pattern[str] | None = None
    of_people = [one.span for one in portraits(document)]
    for line in page_lines(document):
        if any(span.start <= line.start < span.end for span in of_people):
            inside = inside if inside is _TECHNIQUES else None
            if inside is None:
                continue
        bare = NUMBERING.sub("", line.text)
        label = _LABELLED.match(bare)
        promised = _promised(label["label"] if label is not None else bare.strip("【】[]：: "))
        if label is not None and promised is not None:
            at = len(line.text) - len(bare) + label.end()
            rest = View(line.view.text[at:], line.view.offsets[at:])
            yield from fields.techniques(sitter, rest) if promised is _TECHNIQUES else honours.read(sitter, rest)
        elif promised is not None or ((line.heading or _BOXED.fullmatch(line.text)) and not _COUNTED.match(line.text)):
            inside = promised
        elif label_of(line.text) is not None or labelled(line.text) is not None:
            inside = None
        elif inside is _TECHNIQUES and not line.kind and not _SENTENCE.match(line.text):
            yield from fields.technique(sitter, line.view)
        elif inside is _HONOURS and not line.kind and not _SENTENCE.match(line.text):
            yield from honours.read(sitter, line.view)


def _promised(words: str) -> re.Pattern[str] | None:
    """What lines below some words, or what stands behind them as a label, tell of the department."""
    return next((kind for kind in (_TECHNIQUES, _HONOURS) if kind.fullmatch(words)), None)


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

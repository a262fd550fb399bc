"""How an article asks to be cited, and which journal a page says that it took it from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.article_head import HEAD, NO_TITLE, SOURCED
from ingest.base import once
from ingest.lexicon import could_be_person, is_person
from kg.model import Document, Span
from kg.text import HAN, heal_name

__all__ = ["Cited", "Source", "cited_as", "taken_from"]

_CITED = re.compile(
    r"(?:^|\n)\W*(?:本文|文章)?(?:引用|引文)(?:本文|格式|方式)?(?:格式)?[】\]]?(?:\s*\[复制[^\]\n]*\])?\s*[:：]?"
    r"(?:\s*(?:Citation|Cite this article)\s*[:：])?\s*"
    rf"(?P<said>(?P<names>[{HAN}][{HAN}·,，、 \u3000]{{1,160}}?)\s*[.．。]\s*"
    r"(?P<title>[^\[［\n]{8,90}?)\s*[\[［]J(?:/OL)?[\]］]\s*[.．。,，]?\s*"
    rf"《?(?P<journal>[{HAN}][{HAN}A-Za-z（）() ]{{2,24}}?)》?\s*[,，.．]\s*(?P<year>(?:19|20)\d\d))"
)
_YEAR_FIRST = re.compile(
    r"(?:^|\n)\W*(?:本文|文章)?(?:引用|引文)(?:本文|格式|方式)?(?:格式)?[】\]]?\s*[:：]\s*"
    rf"(?P<said>(?P<names>[{HAN}][{HAN}·,，、 \u3000]{{1,160}}?)\s*[.．]\s*(?P<year>(?:19|20)\d\d)\s*[.．]\s*"
    r"(?P<title>[^\[［\n]{8,90}?)\s*(?:[\[［]J(?:/OL)?[\]］])?\s*[.．]\s*"
    rf"《?(?P<journal>[{HAN}][{HAN}A-Za-z（）() ]{{2,24}}?)》?\s*[,，]\s*\d+\s*[（(:：])"
)
"""引用格式：霍某, 柏某. 2031. 某题. 某刊, 27(3): 65-71: the year behind the authors."""
_UNMARKED = re.compile(
    r"(?:^|\n)[^\w\n]*(?P<label>(?:本文|文章)?(?:引用|引文)(?:本文|格式|方式)?(?:格式)?[】\]]?\s*[:：]\s*)?"
    rf"(?P<said>(?P<names>[{HAN}][{HAN}·,，、 \u3000]{{1,160}}?)\s*[.．]\s*(?P<title>[^.．\[［\n]{{8,90}}?)\s*[.．]\s*"
    rf"《?(?P<journal>[{HAN}][{HAN}A-Za-z（）()]{{2,24}}?)》?\s*[,，]\s*(?P<year>(?:19|20)\d\d)\s*[,，]\s*\d+\s*[（(]\d)"
)
"""霍某, 柏某, 等. 某题. 某刊, 2031, 9(5): 368-373: without [J]; without a label too, where the title stands in a line above."""
_TAKEN = re.compile(
    r"(?:^|\n)[^\w\n]*(?P<said>(?:本文|文章)?(?:选自|摘自|原载于?|刊载于|刊登于|刊于|发表于|发表在|载于|转载自|转自|节选自|出\s*处\s*(?=[:：])|刊\s*名\s*(?=[:：]))[:：]?\s*"
    rf"《(?P<journal>[{HAN}][{HAN}A-Za-z（）()]{{1,23}})》\s*[,，]?\s*(?P<year>(?:19|20)\d\d)"
    r"\s*年?\s*[,，第]?\s*(?:第?\s*\d+\s*[卷期]|\d|Vol))"
)
_OTHERS = re.compile(r"[,，、\s]*等$")


@dataclass(frozen=True, slots=True)
class Cited:
    """The reference by which an article is to be cited: its first authors, title, journal and year."""

    names: tuple[str, ...]
    title: str
    journal: str
    year: int
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """A journal, its year, and where that is told."""

    journal: str
    year: int
    span: Span


@once
def cited_as(document: Document) -> Cited | None:
    """The Chinese reference behind 引用本文 at the head of a document; None where there is none."""
    marked = "[J" in document.text or "［J" in document.text
    match = (_CITED.search(document.text[:HEAD]) if marked else None) or _YEAR_FIRST.search(document.text[:HEAD])
    match = match or _unmarked(document.text[:HEAD])
    if match is None:
        return None
    names = tuple(heal_name(name) for name in re.split("[,，、]", _OTHERS.sub("", match["names"])))
    title = heal_name(match["title"])
    if not all(map(could_be_person, names)) or not is_person(names[0]) or NO_TITLE.search(title):
        return None
    return Cited(
        names, title, heal_name(match["journal"]), int(match["year"]), Span(start=match.start("said"), end=match.end("said"))
    )


def _unmarked(head: str) -> re.Match[str] | None:
    """A reference without [J]: labelled, or of a title that stands in a line above."""
    above = {heal_name(line) for line in head.split("\n")}
    return next((one for one in _UNMARKED.finditer(head) if one["label"] or heal_name(one["title"]) in above), None)


def taken_from(document: Document) -> Source | None:
    """本文选自《某刊》2030年第7期."""
    match = _TAKEN.search(document.text[:HEAD]) or SOURCED.search(document.text[:HEAD])
    if match is None:
        return None
    return Source(match["journal"], int(match["year"]), Span(start=match.start("said"), end=match.end("said")))

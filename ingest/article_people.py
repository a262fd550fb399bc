"""What the notes of an article tell of its authors: their titles, and what they work on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.article_byline import Author
from ingest.article_head import HEAD, Article
from ingest.layout import View, heal
from ingest.lexicon import is_title
from kg.model import Document, Span

__all__ = ["Note", "notes"]

_LABEL = (
    r"(?<![\u4e00-\u9fff])[【\[（(]?(?:(?:共同|并列|首席)?第一|共同|责任|通[信讯])?(?:作\s*者|通[信讯]联系人|首席专家)(?:单位)?(?:及其?|与)?(?:简\s*介|信\s*息|介\s*绍|简\s*历)?"
    r"(?:[】\]）)]\s*[:：]?|\s*[:：]|[ \u3000]+|[ \u3000]*\n)\s*"
)
"""作者简介：, [第一作者简介], 通信作者：."""
_YEARS = r"\s*[（(]\s*(?:19|20)\d\d[^（）()\n]{0,8}[)）]"
_SEX = r"\s*[,，:：、]\s*[男女]\s*[,，、]"
_ENDS = re.compile(
    r"\n\s*\n|\n\s*(?:[\d【\[]|[一二三四五六七八九]、|摘\s*要|关\s*键|收稿|基金|引\s*言|DOI|Abstract)"
    r"|(?:^|[。;；\s])(?:[*＊△]?(?:共同)?通[信讯]|责任|共同|第[一二])(?:第一)?(?:作者|联系人)|E-?mail|电子信箱|邮箱|Tel|电话",
    re.IGNORECASE,
)
_LONGEST, _FULL = 240, 0.85
"""A note's length, and the part of the longest line that a full one fills."""
_CUTS = re.compile(r"[,，、;；。:：\s]|(?<=[\u4e00-\u9fff])/(?=[\u4e00-\u9fff])")
_FIELD = re.compile(
    r"(?:(?:主要|长期|目前|一直)*从事|(?:主要)?研究(?:方向|领域|兴趣)\s*(?:为|是|[:：])?|擅长|专长\s*[:：]?|致力于)\s*(?P<field>[^。；;\n]{2,60}?)"
    r"(?:等?(?:方面|领域)?的?(?:临床|基础|相关|诊断|教学|科研|应用|与|和|及|、)*(?:研究|工作|教学)?)\s*(?=[,，。；;]|$)"
)
_FOOT = 800


@dataclass(frozen=True, slots=True)
class Note:
    """What a note tells of one author: the titles joined by commas, the words of the fields, and where it stands."""

    author: Author
    title: str
    fields: str
    span: Span


def notes(document: Document, article: Article) -> Iterator[Note]:
    """The notes of the article's authors near its head or at its end, each from the name to the next name or line's end.

    A note is labelled (作者简介：), stands behind another in one line, or opens a line with a year of birth or a sex.
    """
    text = document.text
    width = max((len(line) for line in text[:HEAD].split("\n")), default=0)
    others = re.compile("[；;。]\\s*(?:" + "|".join(re.escape(one.name) for one in article.authors) + ")")
    for start, end in ((article.line.span.end, min(HEAD, len(text))), (max(HEAD, len(text) - _FOOT), len(text))):
        for author in article.authors:
            name = r"\s*".join(map(re.escape, author.name))
            bare = rf"^[ \u3000*＊△▲#†]*(?=[^\n]{{2,8}}?(?:{_YEARS}|{_SEX}))"
            opens = re.compile(rf"(?:{_LABEL}|{bare}|[；;]\s*){name}(?:{_YEARS})?\s*[,，:：、]\s*", re.M)
            for found in opens.finditer(text, start, end):
                last = _end(text, found.end(), end, width)
                stops = [stop.start() for kind in (_ENDS, others) if (stop := kind.search(text, found.end(), last)) is not None]
                span = Span(start=found.start(), end=min(stops, default=last))
                told = heal(text, Span(start=found.end(), end=span.end))
                if (note := _note(author, told, span)) is not None:
                    yield note


def _end(text: str, start: int, end: int, width: int) -> int:
    """The end of the line, or of those that it wraps into: one that is as full as the longest goes on in the next."""
    last = start
    while last < min(end, start + _LONGEST):
        cut = text.find("\n", last, end)
        if cut < 0:
            return end
        if cut - text.rfind("\n", 0, cut) - 1 < width * _FULL:
            return cut
        last = cut + 1
    return min(last, end)


def _note(author: Author, told: View, span: Span) -> Note | None:
    titles = [part for part in _CUTS.split(told.text) if part and is_title(part)]
    fields = _FIELD.search(told.text)
    if not titles and fields is None:
        return None
    return Note(author, ",".join(dict.fromkeys(titles)), fields["field"] if fields is not None else "", span)

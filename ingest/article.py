"""An article: title, authors with their institutions by marks, who is corresponding, where it appeared, its references."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.article_byline import NAME, STARS, Author
from ingest.article_cited import Cited, Source, cited_as, taken_from
from ingest.article_head import (
    GUIDELINE,
    HEAD,
    LONGEST_TITLE,
    MAST,
    NO_TITLE,
    SHORTEST_TITLE,
    Article,
    Line,
    article_of,
    homes_of,
)
from ingest.article_homes import homes_at
from ingest.article_people import notes
from ingest.article_references import references
from ingest.article_towns import stands_in
from ingest.award.recognised import nominations
from ingest.lexicon import TITLES, is_person
from ingest.named_for import named_for
from ingest.prose.people.described import employer_of
from ingest.prose.writings.own_guideline import without_bodies
from ingest.table.speaker import Speaker
from ingest.table.techniques import techniques_in
from kg.model import Assertion, Document, EntityRef, Span
from kg.text import HAN, heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["ArticleIngester"]

AUTHOR_LINE = "article.author"
"""霍某①*, 柏某② under a title, the institutions by their marks below."""
CORRESPONDING = "article.corresponding"
"""通信作者：霍某，某医院放射科."""
WROTE = "article.wrote"
"""执笔者：霍某，650000 某医院放射科, in the head of a guideline."""
CITED = "article.cited"
"""引用本文：霍某, 柏某. 某题[J]. 某刊, 2030."""
REFERENCE = "article.reference"
"""[3] 霍某, 柏某. 某题[J]. 某刊, 2030, 5(2): 11-15, in the list of references."""
NOTE = "article.note"
"""作者简介：霍某，男，主治医师，主要从事某成像研究."""
TOWN = "article.town"
"""某医院放射科, 某市 650000: where a house of the authors stands."""
MASTHEAD = "article.masthead"
"""某某杂志 2022年 第31卷 第4期, above the title; 本文选自《某某杂志》2022年第4期."""

_B = "[ \\u3000]"
_MAILED = rf"[{HAN}]{{2,4}}[,，]\s*E-?mail"
_LATELY = re.compile(
    rf"^{_B}*[•●▪{STARS}]?{_B}*[（(【\[]?{_B}*(?:(?:共同)?通[信讯]作者|通[信讯]联系人|责任作者|Corresponding author)"
    rf"(?:[】\])）]?\s*[:：]\s*|[】\])）]{_B}*|{_B}*\n\s*|(?={_MAILED})|{_B}+(?=[{HAN}]{{2,4}}\s*[（(，,])|[,，;；]?{_B}*(?=E-?mail{_B}*[:：]))"
    rf"(?P<told>[^\n]+(?:(?<=[；;])\n[^\n]+){{0,5}}(?:\s*\n\s*{_MAILED}[^\n]*){{0,9}})",
    re.M,
)
_FIRST = re.compile(rf"^{_B}*[•●▪]?{_B}*[（(【]?(?:共同|并列)?第一作者[】)）]?\s*[:：]\s*(?P<told>[^\n]+)", re.M)
"""第一作者：霍某，某大学博士研究生: told of where an author is, below the news of the paper."""
_WROTE = re.compile(rf"^{_B}*[（(【]?{_B}*(?P<role>执笔(?:者|人|专家|作者)?)[】]?\s*[:：]\s*(?P<told>[^\n]+)", re.M)
_WHO = re.compile(rf"\s*(?P<who>{NAME})(?=[,，;；、.．。（(\s]|$)")
_MAILED_TO = re.compile(rf"\W*E-?mail\s*[:：]\s*[\w.\-]+@[\w.\-]+\s*[（(]\s*(?P<who>{NAME})\s*[)）]", re.IGNORECASE)
"""通信作者，E-mail: a@b.cn（霍某）: who has the address, behind it."""
_MAIL = re.compile(r"[,，.。\s]*(?:(?:电子)?邮箱|电子信箱|E-?mail|Tel|电话|[\w.\-]+@).*$|\s+$", re.IGNORECASE | re.S)
_STARRED = re.compile(
    rf"(?:^\W{{0,3}}|\d{{6}}\s*|[;；。]\s*)(?P<star>[{STARS}])\s*(?:通[信讯]作者|联系人|Corresponding|E-?mail)",
    re.IGNORECASE | re.M,
)
_RANK = re.compile(
    rf"(?<=[{HAN}])(?:(?:在读)?(?:博士|硕士)(?:研究)?生|博士后|{'|'.join(sorted(TITLES, key=len, reverse=True))})+"
    r"(?=[,，、。；;\s]|$)"
)
"""What somebody is there, behind the house: 某大学|博士研究生."""
_SECTION = re.compile(
    r"第[一二三四五六七八九十\d]+[章节部]|[\d一二三四五六七八九十]+[.、．\s]|[（(][一二三四五六七八九十\d]+[)）]"
)
"""How the heading of a section opens, which is no title: 1. 指南与共识."""
_TOP = 600
"""So much of a page may stand above a guideline's title and the title."""
_ASKED = re.compile(r"(?:引用|引文)(?:本文|格式)?\s*[:：][^\n\[［]*?[.．]\s*(?P<title>[^.．\[［\n]{8,70}?)\s*[\[［]J")
"""引用本文：某学会某分会. 某指南(2031版)[J]: what a guideline by bodies asks to be cited as."""
_SPACED = re.compile(r"\s+(?=[（(])")
_REACH = 600
"""How far from the authors their title and their addresses may stand, for both to be the words that say so."""
_FOOT = 600
"""So much of the end of an article may hold the words that explain its stars."""
_RUNNING = re.compile(
    rf"^[ \u3000]*第\s*\d+\s*卷\s*(?:第\s*\d+\s*期)?\s+(?P<journal>[{HAN}](?:[ \u3000]?[{HAN}]){{3,23}})"
    r"(?:\s{2,}(?:Vol|第|\d)|\s*$)"
)
"""第 12 卷  第 3 期    某 某 影 像 学 报    Vol. 12: a journal's line with the year on the line below."""
_JOURNAL = re.compile("(?:学报|杂志|进展|研究|科学|医学|技术|工程|光学|影像学|通报|导刊|论坛)$")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年")
_MASTHEADS = 8
"""A journal's line stands among so many at the top."""


class ArticleIngester:
    """Reads AUTHORED, AFFILIATED_WITH, PUBLISHED_IN and the topics of a paper or guideline, and of those that it refers to."""

    name = "article"
    version = "2"
    emits = frozenset({"AUTHORED", "AFFILIATED_WITH", "PUBLISHED_IN", "CONCERNS", "TARGETS", "WORKS_ON", "LOCATED_IN"})

    def accepts(self, document: Document) -> bool:
        """Whether the document opens as an article does: authors under a title, or how it is to be cited."""
        if nominations(document):
            return bool(references(document))  # who is corresponding is so in the papers of a form's list
        if article_of(document) is not None or cited_as(document) is not None or references(document):
            return True
        if _FIRST.search(document.text[:HEAD]) is not None:
            return True
        return _guideline(document) is not None and _LATELY.search(document.text) is not None

    def ingest(self, document: Document, nlp: Language) -> Iterator[Assertion]:
        """What the head tells of each author and of the article, and what its title says that it is about."""
        yield from named_for(self._told(document), nlp)
        article = article_of(document) if not nominations(document) else None
        if article is not None:
            yield from _noted(document, article, nlp)

    def _told(self, document: Document) -> Iterator[Assertion]:
        if nominations(document):
            yield from _referred_to(document)
            return
        article, cited = _agreed(article_of(document), cited_as(document))
        work = article.ref if article is not None else _ref(cited.title) if cited is not None else _guideline(document)
        lately = set[str]()
        for who, span, homes in _addressed(document.text, _LATELY):
            lately.add(who)
            yield from _told_apart(document, work, who, span, homes)
        for who, span, homes in _addressed(document.text, _FIRST):
            yield from _told_apart(document, None, who, span, homes)
        if work is not None and work.label == "Guideline":
            for match in _WROTE.finditer(document.text[:HEAD]):
                yield from _written(document, work, match)
        if work is not None:
            yield from _stand_in(document)
        if cited is not None:
            yield from _cited(document, cited, lately)
        if article is not None:
            yield from _headed(document, article, lately)
        yield from _referred_to(document)


def _stand_in(document: Document) -> Iterator[Assertion]:
    """LOCATED_IN of the houses whose addresses the head tells with a postcode."""
    for one in stands_in(document.text[:HEAD]):
        speaker = Speaker(document=document, ingester="article", rule=TOWN, span=one.span)
        house = employer_of(EntityRef(label="Organization", name=one.home))
        yield speaker.fact(house, "LOCATED_IN", EntityRef(label="Place", name=one.town))


def _ref(title: str) -> EntityRef:
    return EntityRef(label="Guideline" if GUIDELINE.search(title) else "Publication", name=title)


def _agreed(article: Article | None, cited: Cited | None) -> tuple[Article | None, Cited | None]:
    """The head and the reference: under the reference's title where both are of one author first, the head alone where not."""
    if article is None or cited is None:
        return article, cited
    if article.authors[0].name != cited.names[0]:
        return article, None
    return replace(article, title=cited.title), cited


def _headed(document: Document, article: Article, lately: Collection[str]) -> Iterator[Assertion]:
    foot = document.text[max(article.line.start, len(document.text) - _FOOT) :].split("\n")
    stars = {match["star"] for match in _STARRED.finditer("\n".join([*(line.text for line in article.lines), *foot]))}
    said = [one.corresponds or one.name in lately or not stars.isdisjoint(one.marks) for one in article.authors]
    for order, (author, corresponding) in enumerate(zip(article.authors, said, strict=True), 1):
        yield from _author(document, article, author, order, corresponding=corresponding if any(said) else None)
    yield from _appeared(document, article)


def _cited(document: Document, cited: Cited, lately: Collection[str]) -> Iterator[Assertion]:
    """引用本文：霍某, 柏某, 等. 某题[J]. 某刊, 2030: the authors that are told there, and the journal."""
    speaker = Speaker(document=document, ingester="article", rule=CITED, span=cited.span)
    work = _ref(cited.title)
    for order, name in enumerate(cited.names, 1):
        person = EntityRef(label="Person", name=name)
        yield speaker.fact(person, "AUTHORED", work, order=order, corresponding=True if name in lately else None)
    if work.label == "Publication":
        yield speaker.fact(work, "PUBLISHED_IN", EntityRef(label="Journal", name=cited.journal), year=cited.year)


def _referred_to(document: Document) -> Iterator[Assertion]:
    """AUTHORED and PUBLISHED_IN of the papers of the list of references."""
    for one in references(document):
        speaker = Speaker(document=document, ingester="article", rule=REFERENCE, span=one.span)
        work = _ref(one.paper.title)
        for author in one.paper.authors:
            yield speaker.fact(EntityRef(label="Person", name=author.name), "AUTHORED", work, order=author.order)
        if work.label == "Publication":
            journal = EntityRef(label="Journal", name=one.paper.journal)
            yield speaker.fact(work, "PUBLISHED_IN", journal, year=one.paper.year)


def _addressed(text: str, label: re.Pattern[str]) -> Iterator[tuple[str, Span, tuple[str, ...]]]:
    """通信作者：霍某，某医院放射科，…；柏某，650000 …: each with the institutions that follow."""
    for match in label.finditer(text):
        if HEAD <= match.start() < len(text) - _FOOT:
            continue
        for piece in re.finditer(r"[^；;\n]+", match["told"]):
            who = _WHO.match(piece.group()) or _MAILED_TO.match(piece.group())
            name = heal_name(who["who"]) if who is not None else ""
            if who is None or not is_person(name):
                break
            start = match.start("told") + piece.start()
            told = piece.group()[: max(who.end(), len(_MAIL.sub("", piece.group())))]
            yield name, Span(start=start + who.start("who"), end=start + len(told)), homes_at(_RANK.sub("", told[who.end() :]))


def _told_apart(document: Document, work: EntityRef | None, who: str, span: Span, homes: Iterable[str]) -> Iterator[Assertion]:
    speaker = Speaker(document=document, ingester="article", rule=CORRESPONDING, span=span)
    bodies = [employer_of(EntityRef(label="Organization", name=home)) for home in homes]
    person = EntityRef(label="Person", name=who, context=bodies[0].name if bodies else "")
    if work is not None:
        yield speaker.fact(person, "AUTHORED", work, corresponding=True)
    for body in dict.fromkeys(bodies):
        yield speaker.fact(person, "AFFILIATED_WITH", body)


def _written(document: Document, work: EntityRef, label: re.Match[str]) -> Iterator[Assertion]:
    """执笔者：霍某，650000 某医院放射科，Email…；柏某，…: of a guideline, those with an address behind their names."""
    for who, span, homes in _addressed(
        document.text, re.compile(re.escape(label["role"]) + r"[】]?\s*[:：]\s*(?P<told>[^\n]+)")
    ):
        speaker = Speaker(document=document, ingester="article", rule=WROTE, span=span)
        bodies = [employer_of(EntityRef(label="Organization", name=home)) for home in homes]
        person = EntityRef(label="Person", name=who, context=bodies[0].name if bodies else "")
        if bodies:
            yield speaker.fact(person, "AUTHORED", work, role=(label["role"],))
        for body in dict.fromkeys(bodies):
            yield speaker.fact(person, "AFFILIATED_WITH", body)


def _guideline(document: Document) -> EntityRef | None:
    """The guideline that the document is, by its title or one of its first lines."""
    asked = _ASKED.search(document.text[:_TOP])
    for told in (document.title, *document.text[:_TOP].split("\n"), asked["title"] if asked is not None else ""):
        words = without_bodies(_SPACED.sub("", heal_name(told)))
        if (
            GUIDELINE.search(words)
            and not _SECTION.match(words)
            and SHORTEST_TITLE <= len(words) <= LONGEST_TITLE
            and not NO_TITLE.search(words)
        ):
            return EntityRef(label="Guideline", name=words)
    return None


def _author(
    document: Document, article: Article, author: Author, order: int, *, corresponding: bool | None
) -> Iterator[Assertion]:
    """What the head tells of an author; who is not corresponding is known where it says who is."""

    def said_by(span: Span) -> Speaker:
        return Speaker(document=document, ingester="article", rule=AUTHOR_LINE, span=span)

    line = article.line.span
    above = _with_gaps(article.title).search(document.text, max(0, line.start - _REACH), line.start)
    homes = [(employer_of(EntityRef(label="Organization", name=home)), home) for home in homes_of(article, author)]
    person = EntityRef(label="Person", name=author.name, context=homes[0][0].name if homes else "")
    titled = said_by(replace(line, start=above.start()) if above is not None else line)
    yield titled.fact(person, "AUTHORED", article.ref, order=order, corresponding=corresponding)
    for body, home in dict(homes).items():
        below = _with_gaps(home).search(document.text, line.start, line.end + _REACH)
        address = said_by(replace(line, end=max(line.end, below.end())) if below is not None else line)
        yield address.fact(person, "AFFILIATED_WITH", body)


def _noted(document: Document, article: Article, nlp: Language) -> Iterator[Assertion]:
    """作者简介：霍某（1988—），男，主治医师，主要从事某成像研究: the title at the first institution, and the techniques."""
    for note in notes(document, article):
        speaker = Speaker(document=document, ingester="article", rule=NOTE, span=note.span)
        homes = [employer_of(EntityRef(label="Organization", name=home)) for home in homes_of(article, note.author)]
        person = EntityRef(label="Person", name=note.author.name, context=homes[0].name if homes else "")
        if homes and note.title:
            yield speaker.fact(person, "AFFILIATED_WITH", homes[0], title=note.title)
        for ref in techniques_in(note.fields, nlp):
            yield speaker.fact(person, "WORKS_ON", ref, role=("研究",))


def _running(article: Article) -> Source | None:
    """The journal that a line at the top names behind its volume, with the year there or on the line below."""
    for line, below in pairwise(article.lines[:_MASTHEADS]):
        named = _RUNNING.match(line.text)
        journal = re.sub(r"\s", "", named["journal"]) if named is not None else ""
        year = _YEAR.search(line.text) or _YEAR.search(below.text)
        if _JOURNAL.search(journal) and year is not None:
            return Source(journal, int(year[1]), line.span)
    return None


def _printed(line: Line, match: re.Match[str]) -> Source:
    journal = re.sub(r"\s", "", match["journal"] or match["behind"])
    return Source(journal, int(match["year"] or match["first"]), line.span)


def _with_gaps(words: str) -> re.Pattern[str]:
    """What finds words whatever blanks and line ends stand within them."""
    return re.compile(r"\s*".join(map(re.escape, "".join(words.split()))))


def _appeared(document: Document, article: Article) -> Iterator[Assertion]:
    """The journal's own line at the top, or from which journal the page took the article."""
    if article.ref.label != "Publication":
        return
    mast = next(((line, match) for line in article.lines[:_MASTHEADS] if (match := MAST.match(line.text))), None)
    taken = taken_from(document)
    printed = _printed(*mast) if mast is not None else _running(article)
    for source in (printed, taken):
        if source is not None:
            speaker = Speaker(document=document, ingester="article", rule=MASTHEAD, span=source.span)
            journal = EntityRef(label="Journal", name=source.journal)
            yield speaker.fact(article.ref, "PUBLISHED_IN", journal, year=source.year)
            return

"""The head of an article: its title, its authors with their institutions by marks, who is corresponding, where it appeared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.base import once
from ingest.lexicon import is_person, organization_kind
from ingest.named_for import named_for
from ingest.prose.committees import without_bodies
from ingest.prose.described import employer_of
from ingest.table.speaker import Speaker
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
MASTHEAD = "article.masthead"
"""某某杂志 2022年 第31卷 第4期, above the title."""

_MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫"
_B = "[ \\u3000]"
_NAME = rf"[{HAN}](?:{_B}{{0,3}}[{HAN}·]){{1,3}}?|[A-Z][A-Za-z.\-]*(?: [A-Z][A-Za-z.\-]*){{1,3}}"
_AUTHOR = re.compile(
    rf"\s*(?P<name>{_NAME})\s*(?P<marks>(?:[{_MARKS}\d*#△▲†‡✉☆]|[,，](?=[\d*#{_MARKS}]))*)\s*(?:[,，、;；\s]+|$)"
)
_SUMMARY = re.compile(
    rf"^{_B}*(?:[【\[]?{_B}*摘{_B}*要|[【\[]?关{_B}*键{_B}*词|Abstract|ABSTRACT|Summary|[0一1][、.．\s]{_B}*(?:引言|前言))"
)
_PIECE = re.compile(
    rf"\s*[（(]?\s*(?:(?P<mark>[{_MARKS}]|\d{{1,2}})\s*[.、．)）]?\s*)?(?:\d{{6}}\s*)?"
    rf"(?P<home>[{HAN}][{HAN}（）()A-Za-z\d· \u3000]{{3,60}}?)\s*"
    r"(?:[,，]\s*(?P<where>[^,，;；\d]{2,20}?)?\s*(?P<zip>\d{6})?.*|\s*(?P<late>\d{6}).*|[)）]?\s*)$"
)
_NO_TITLE = re.compile(
    r"[。；]|^\W*(?:综\s*述|评\s*述|论\s*著|述\s*评|专\s*论|标准与规范|指南与共识|[^，]{0,8}·\s*$)|第\s*\d+\s*[卷期]|(?:19|20)\d\d年\s*第|DOI|doi|收稿|基金"
)
_LONGEST_TITLE, _SHORTEST_TITLE = 70, 8
_LATELY = re.compile(rf"^{_B}*[（(【]?{_B}*通[信讯]作者[】]?\s*[:：]\s*(?P<told>[^\n]+)", re.M)
_WROTE = re.compile(rf"^{_B}*[（(【]?{_B}*(?P<role>执笔(?:者|人|专家|作者)?)[】]?\s*[:：]\s*(?P<told>[^\n]+)", re.M)
_WHO = re.compile(
    rf"\s*(?P<who>{_NAME})(?=[,，;；、（(\s]|$)(?:{_B}*[,，]{_B}*(?:(?P<zip>\d{{6}}){_B}*)?(?:[{HAN}]{{2,5}}{_B}*[,，]{_B}*)?(?P<home>[{HAN}（）()]{{4,50}})(?=[,，]|$))?"
)
_STARRED = re.compile(r"^\W{0,3}[*✉#☆△]\s*(?:通[信讯]作者|联系人|Corresponding|E-?mail)", re.IGNORECASE | re.M)
_MAST = re.compile(rf"^{_B}*(?P<journal>[{HAN}]{{4,24}}){_B}+(?P<year>(?:19|20)\d\d)\s*年?{_B}*[^\n]{{0,16}}?(?:卷|期|Vol)")
_UNITS_OF = re.compile(r"作者单位\s*[:：]")
_OF_NAMES = re.compile(rf"(?P<home>[{HAN}]{{4,50}}?)\s*[（(](?P<names>[^（）()]{{2,60}})[)）]")
_GUIDELINE = re.compile(r"(?:共识|指南|规范|建议|标准)(?:[（(][^（）()]{2,14}[)）])?$")
_HEAD, _LINES = 4000, 40
"""How much of a document may be its head, in characters and lines."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    @property
    def span(self) -> Span:
        return Span(start=self.start, end=self.start + len(self.text))


@dataclass(frozen=True, slots=True)
class _Author:
    name: str
    marks: str


@dataclass(frozen=True, slots=True)
class _Article:
    """An article's head: title and authors where they stand, the institutions by mark ("" where they bear none)."""

    title: str
    authors: tuple[_Author, ...]
    line: _Line
    homes: dict[str, str]
    lines: tuple[_Line, ...]

    @property
    def ref(self) -> EntityRef:
        return EntityRef(label="Guideline" if _GUIDELINE.search(self.title) else "Publication", name=self.title)


class ArticleIngester:
    """Reads AUTHORED, AFFILIATED_WITH, PUBLISHED_IN and the topics of the head of a paper or guideline that is there itself."""

    name = "article"
    version = "1"
    emits = frozenset({"AUTHORED", "AFFILIATED_WITH", "PUBLISHED_IN", "CONCERNS", "TARGETS"})

    def accepts(self, document: Document) -> bool:
        """Whether the document opens with a title, its authors and their institutions, before a summary."""
        return _read(document) is not None or (_guideline(document) is not None and _LATELY.search(document.text) is not None)

    def ingest(self, document: Document, nlp: Language) -> Iterator[Assertion]:
        """What the head tells of each author and of the article, and what its title says that it is about."""
        yield from named_for(self._told(document), nlp)

    def _told(self, document: Document) -> Iterator[Assertion]:
        article = _read(document)
        work = article.ref if article is not None else _guideline(document)
        lately = set[str]()
        for who, span, home in _addressed(document.text, _LATELY):
            lately.add(who)
            yield from _told_apart(document, work, who, span, home)
        for match in _WROTE.finditer(document.text[:_HEAD]) if work is not None and work.label == "Guideline" else ():
            yield from _written(document, work, match)
        if article is None:
            return
        starred = _STARRED.search("\n".join(line.text for line in article.lines)) is not None
        for order, author in enumerate(article.authors, 1):
            corresponding = author.name in lately or (starred and bool(re.search("[*✉#☆△]", author.marks)))
            yield from _author(document, article, author, order, corresponding=corresponding)
        yield from _appeared(document, article)


def _addressed(text: str, label: re.Pattern[str]) -> Iterator[tuple[str, Span, str]]:
    """通信作者：霍某，某医院放射科，…；柏某，650000 …: each with the institution that follows, "" where none does."""
    for match in label.finditer(text[:_HEAD]):
        for piece in re.finditer(r"[^；;]+", match["told"]):
            who = _WHO.match(piece.group())
            name = heal_name(who["who"]) if who is not None else ""
            if who is None or not is_person(name):
                break
            start = match.start("told") + piece.start()
            home = heal_name(who["home"] or "")
            yield name, Span(start=start + who.start("who"), end=start + who.end()), home if organization_kind(home) else ""


def _told_apart(document: Document, work: EntityRef | None, who: str, span: Span, home: str) -> Iterator[Assertion]:
    speaker = Speaker(document=document, ingester="article", rule=CORRESPONDING, span=span)
    body = employer_of(EntityRef(label="Organization", name=home)) if home else None
    person = EntityRef(label="Person", name=who, context=body.name if body is not None else "")
    if work is not None:
        yield speaker.fact(person, "AUTHORED", work, corresponding=True)
    if body is not None:
        yield speaker.fact(person, "AFFILIATED_WITH", body)


def _written(document: Document, work: EntityRef | None, label: re.Match[str]) -> Iterator[Assertion]:
    """执笔者：霍某，650000 某医院放射科，Email…；柏某，…: of a guideline, those with an address behind their names."""
    for who, span, home in _addressed(
        document.text, re.compile(re.escape(label["role"]) + r"[】]?\s*[:：]\s*(?P<told>[^\n]+)")
    ):
        speaker = Speaker(document=document, ingester="article", rule=WROTE, span=span)
        body = employer_of(EntityRef(label="Organization", name=home)) if home else None
        person = EntityRef(label="Person", name=who, context=body.name if body is not None else "")
        if work is not None and body is not None:
            yield speaker.fact(person, "AUTHORED", work, role=(label["role"],))
            yield speaker.fact(person, "AFFILIATED_WITH", body)


def _guideline(document: Document) -> EntityRef | None:
    """The guideline that the document is, by its title or first line."""
    first = document.text.lstrip()[:90].split("\n", 1)[0]
    for told in (heal_name(document.title), heal_name(first)):
        words = without_bodies(told)
        if _GUIDELINE.search(words) and len(words) >= _SHORTEST_TITLE and not _NO_TITLE.search(words):
            return EntityRef(label="Guideline", name=words)
    return None


def _author(document: Document, article: _Article, author: _Author, order: int, *, corresponding: bool) -> Iterator[Assertion]:
    speaker = Speaker(document=document, ingester="article", rule=AUTHOR_LINE, span=article.line.span)
    homes = [article.homes[mark] for mark in re.findall(rf"[{_MARKS}]|\d+", author.marks) if mark in article.homes]
    homes = homes or ([article.homes[author.name]] if author.name in article.homes else [])
    homes = homes or (list(article.homes.values()) if len(article.homes) == 1 else [])
    bodies = [employer_of(EntityRef(label="Organization", name=home)) for home in homes]
    person = EntityRef(label="Person", name=author.name, context=bodies[0].name if bodies else "")
    yield speaker.fact(person, "AUTHORED", article.ref, order=order, corresponding=True if corresponding else None)
    for body in dict.fromkeys(bodies):
        yield speaker.fact(person, "AFFILIATED_WITH", body)


def _appeared(document: Document, article: _Article) -> Iterator[Assertion]:
    if article.ref.label != "Publication":
        return
    for line in article.lines[:4]:
        mast = _MAST.match(line.text)
        if mast is not None:
            speaker = Speaker(document=document, ingester="article", rule=MASTHEAD, span=line.span)
            journal = EntityRef(label="Journal", name=mast["journal"])
            yield speaker.fact(article.ref, "PUBLISHED_IN", journal, year=int(mast["year"]))
            return


@once
def _read(document: Document) -> _Article | None:
    """The head of the article that the document is; None where it is none."""
    lines = _lines(document.text)
    end = next((place for place, line in enumerate(lines) if _SUMMARY.match(line.text)), None)
    for place in range(1, end or 0):
        authors = _authors(lines[place].text)
        homes = _homes(lines[place + 1 : end]) if authors else {}
        marked = any(re.search(rf"[{_MARKS}\d]", one.marks) for one in authors)
        title = _title(lines[:place], document.title) if homes and (marked or len(homes) == 1 or _named(authors, homes)) else ""
        if title:
            return _Article(title, tuple(authors), lines[place], homes, tuple(lines))
    return None


def _named(authors: Sequence[_Author], homes: dict[str, str]) -> bool:
    return all(one.name in homes for one in authors)


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    for match in re.finditer(r"[^\n]+", text[:_HEAD]):
        if match.group().strip():
            found.append(_Line(match.start(), match.group()))
    return found[:_LINES]


def _authors(line: str) -> list[_Author]:
    """The authors of a line that holds nothing else; empty where it is another line."""
    authors, at = list[_Author](), 0
    while (match := _AUTHOR.match(line, at)) is not None and match.end() > at:
        name = heal_name(match["name"])
        if not is_person(name):
            return []
        authors.append(_Author(name, match["marks"]))
        at = match.end()
    return authors if at == len(line) else []


def _homes(lines: Sequence[_Line]) -> dict[str, str]:
    """The institutions that the lines under the authors tell, by mark, or by name where names stand behind them."""
    homes: dict[str, str] = {}
    for piece in re.split(r"[;；\n]", "\n".join(line.text for line in lines)):
        words = _UNITS_OF.sub("", piece).strip(" 　。.")
        of_names = _OF_NAMES.search(words)
        if of_names is not None and organization_kind(of_names["home"]) is not None:
            names = [heal_name(name) for name in re.split("[、，,]", of_names["names"])]
            homes.update({name: of_names["home"] for name in names if is_person(name)})
            continue
        match = _PIECE.match(words)
        home = heal_name(match["home"]).replace(" ", "") if match is not None else ""
        placed = match is not None and (match["mark"] or match["zip"] or match["late"])
        if match is not None and placed and organization_kind(home) is not None:
            homes.setdefault(match["mark"] or "", home)
    return homes


def _title(lines: Sequence[_Line], titled: str) -> str:
    """The line above the authors, if it is a title's; with the one above it where the document's title says so."""
    words = heal_name(lines[-1].text.strip()) if lines else ""
    whole = heal_name(titled)
    if len(words) >= 4 and words in whole and not _NO_TITLE.search(whole) and len(whole) <= _LONGEST_TITLE:
        return whole
    fits = _SHORTEST_TITLE <= len(words) <= _LONGEST_TITLE and not _NO_TITLE.search(words)
    return words if fits and re.search(rf"[{HAN}]{{4}}", words) else ""

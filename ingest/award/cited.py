"""Papers of a form, from its tables and from its lists, numbered in any way or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.award.books import Book, edited_book
from ingest.award.case import cut
from ingest.award.forms import Form, Value
from ingest.award.listed import item_views, lines_of
from ingest.award.papers import Author, Paper, attributes_of, bare_name, names_in, reference, tabled, year_of
from ingest.award.slashed import slashed, slashed_book
from ingest.award.told import told
from ingest.layout import View
from kg.text import HAN, heal_name

__all__ = ["books_listed", "papers_of"]

_FIELDS = ("papers", "property")
_ANGLED = re.compile(r"(?:论文|专著)\s*(?P<n>\d{1,2})\s*[：:]\s*[<＜〈《](?P<said>[^<>＜＞〈〉《》]{10,600})[>＞〉》]")
_AS_CORRESPONDING = re.compile(r"^(?:共同)?通[讯信]作者")
_BEFORE_ROLE = re.compile(r"、(?=(?:共同|并列)?(?:第一|通[讯信]|全部|所有)作者\s*[：:])")
_PARTED_BY_POINTS = re.compile(
    rf"(?P<title>[^，；]{{8,300}})(?P<journal>、[^、，；]{{2,90}})、(?:19|20)\d\d[^、，；]*{_BEFORE_ROLE.pattern}[^，；]*"
)
_ROLES_TOLD = re.compile(r"(?:第一|全部|所有)作者\s*[：:]")
"""Labels of authors inside the angles."""
_NUMBERED_INLINE = re.compile(r"[\[［](?P<n>\d{1,2})[\]］][ \t]*")
_NUMBERED_LINE = re.compile(
    r"(?m)^[ \t]*(?:[（(\[]?(?P<n>\d{1,2})[)）\].、．]"
    r"|(?:代表性?)?(?:论文|论著|文章)[ ]?(?P<labelled>\d{1,2})(?:[：:.、．]|(?=[ ]))"
    r"|(?:专著|著作|教材)[ ]?\d{0,2}(?=[：:《 ])|[a-j](?:[.．、](?=[ ])|[)）]))[ \t]*"
)
_NUMBERED_BARE = re.compile(rf"(?m)^[ \t]*(?P<n>\d{{1,2}})[ \t]+(?=[{HAN}A-Z])")
_IN_CHINESE = re.compile(
    rf"[（(]?(?:中文作者(?:姓?名)?|作者中文(?:姓?名)?|中文(?:姓名|署名)|(?<=[.。；;] )(?:全部|全体|所有)?作者)\s*[：:]\s*"
    rf"(?P<names>[{HAN}·*＊#]{{2,8}}(?:\s*[、，,;；]\s*(?!通[讯信])[{HAN}·*＊#]{{2,8}})*)"
    rf"\s*(?:[（(，,;；。]?\s*(?:共同)?通[讯信]作者\s*[：:]\s*(?P<corresponding>[{HAN}·、，,]{{2,40}}))?\s*[)）]?"
)
"""中文作者姓名：甲、乙（通讯作者：甲）; …. 2021;298(2):345-353. 作者：甲、乙."""
_CORRESPONDING = re.compile(
    rf"(?:共同)?通[讯信]作者(?:[（(][^（）()]{{1,10}}[)）])?\s*[：:]\s*(?P<names>[{HAN}·]{{2,8}}(?:\s*[、，,和]\s*[{HAN}·]{{2,8}})*?)(?=[。；;,，）)\s]|$)"
)
_CLOSED = re.compile(r"[。.；;\d）)\]]\s*$")
_MOST_LINES = 4
"""How many lines a paper without a number may take."""


def papers_of(form: Form) -> list[Paper]:
    """The papers and books of a form's tables and lists, in the order of the text."""
    found = tabled(form)
    titles = {paper.title for paper in found}
    listed = list(_angled(form)) or list(_listed(form))
    return found + [paper for paper in listed if paper.title not in titles]


def books_listed(form: Form) -> list[Book]:
    """The guidelines and books among the numbered items of a form's lists of papers, parted by slashes or as references."""
    items = (one for value in form.values(*_FIELDS) for one in _numbered(form, value))
    return [book for number, part in items if (book := slashed_book(part, number) or edited_book(part, number))]


def _angled(form: Form) -> Iterator[Paper]:
    """Papers told as "论文1：<title、journal、year、authors>"."""
    for value in form.values("papers", "property"):
        view = form.view(value)
        for match in _ANGLED.finditer(view.text):
            if _ROLES_TOLD.search(match["said"]):
                said = cut(view, *match.span("said"))
                labelled = told(_with_commas(said), int(match["n"]))
                yield from [replace(labelled, span=view.span(match.start(), match.end()))] if labelled else []
                continue
            title, journal, issue, *names = [part.strip() for part in re.split(r"[、，；;]", match["said"])] + [""] * 3
            year = year_of(issue)
            corresponding = {bare_name(name) for name in names if _AS_CORRESPONDING.match(name)}
            if len(title) >= 6 and year is not None:
                yield Paper(
                    title=heal_name(title),
                    span=view.span(match.start(), match.end()),
                    number=int(match["n"]),
                    journal=heal_name(journal).strip("《》 "),
                    year=year,
                    authors=tuple(
                        Author(name=name, order=order, corresponding=name in corresponding if corresponding else None)
                        for order, name, _ in names_in("、".join(filter(None, names)))
                    ),
                    attributes=attributes_of(issue, ""),
                )


def _with_commas(said: View) -> View:
    """Words that 、 parts (题目、期刊、2021、第一作者：甲、通讯作者：乙), with commas between title, journal and roles."""
    parted = _PARTED_BY_POINTS.fullmatch(said.text)
    if parted is None:
        return said
    points = {parted.end("title"), parted.end("journal"), *(cut.start() for cut in _BEFORE_ROLE.finditer(said.text))}
    return View("".join("，" if place in points else char for place, char in enumerate(said.text)), said.offsets)


def _listed(form: Form) -> Iterator[Paper]:
    """The papers of lists: items numbered a line each or one behind another, else paragraphs of a few lines."""
    for value in form.values(*_FIELDS):
        found = [paper for number, part in _numbered(form, value) if (paper := _paper(part, number))]
        yield from found or _unnumbered(lines_of(form, value))


def _paper(view: View, number: int | None) -> Paper | None:
    """The paper of an item; the Chinese names that the item tells behind it are its authors'."""
    if edited_book(view, number) is not None:
        return None
    named = _IN_CHINESE.search(view.text)
    if named is None:
        return slashed(view, number) or _with_corresponding(reference(view, number), view) or told(view, number)
    whole = cut(view, 0, named.start())
    paper = reference(whole, number) or told(whole, number)
    names = names_in(named["names"])
    if paper is None:
        return told(view, number)
    if not names:
        return paper
    corresponding = {name for _, name, _ in names_in(named["corresponding"] or "")}
    starred = {name for _, name, star in names if star} | corresponding
    authors = (Author(name=name, order=order, corresponding=name in starred if starred else None) for order, name, _ in names)
    return replace(paper, authors=tuple(authors), span=view.span(0, named.end()))


def _with_corresponding(paper: Paper | None, view: View) -> Paper | None:
    """A reference's paper, its corresponding authors those whom a label behind it names: …:1093-1096. 通讯作者：甲、乙."""
    labelled = _CORRESPONDING.search(view.text) if paper is not None and not paper.book else None
    told = {name for _, name, _ in names_in(labelled["names"])} if labelled else set()
    if paper is None or not told or not told <= {one.name for one in paper.authors}:
        return paper
    return replace(paper, authors=tuple(replace(one, corresponding=one.name in told) for one in paper.authors))


def _numbered(form: Form, value: Value) -> Iterator[tuple[int | None, View]]:
    marked = False
    for start, end in value:
        text = form.page.text[start:end]
        marks = list(_NUMBERED_LINE.finditer(text))
        inline = list(_NUMBERED_INLINE.finditer(text))
        marks = inline if len(inline) > len(marks) else marks or _counting(_NUMBERED_BARE.finditer(text))
        for mark, following in zip(marks, [*marks[1:], None], strict=False):
            stop = following.start() if following else len(text)
            if text[mark.end() : stop].strip():
                marked = True
                written = mark.groupdict().get("labelled") or mark["n"]
                yield int(written) if written else None, form.view(((start + mark.end(), start + stop),))
    if not marked:
        yield from item_views(form, value)


def _unnumbered(lines: list[View]) -> Iterator[Paper]:
    """Papers of lines without numbers, each of one line or, where it is broken, of several."""
    at = 0
    while at < len(lines):
        for last in range(at + 1, min(at + _MOST_LINES, len(lines)) + 1):
            if _paper(_joined(lines[at:last]), None) is not None:
                last = _end_of(lines, at, last)
                yield from filter(None, [_paper(_joined(lines[at:last]), None)])
                at = last
                break
        else:
            at += 1


def _end_of(lines: list[View], at: int, last: int) -> int:
    """Where a paper's lines end: one that ends in the middle goes on in lines that are no paper themselves."""
    while last < min(at + _MOST_LINES, len(lines)) and not _CLOSED.search(lines[last - 1].text):
        if _paper(lines[last], None) is not None or _paper(_joined(lines[at : last + 1]), None) is None:
            break
        last += 1
    return last


def _joined(lines: list[View]) -> View:
    """Lines as one text, with a blank between two that Latin letters end and begin."""
    text, offsets = "", ()  # type: tuple[str, tuple[int, ...]]
    for line in lines:
        if text and text[-1:].isascii() and line.text[:1].isascii():
            text, offsets = text + " ", (*offsets, offsets[-1])
        text, offsets = text + line.text, offsets + line.offsets
    return View(text, offsets)


def _counting(marks: Iterator[re.Match[str]]) -> list[re.Match[str]]:
    """The marks that count on from 1."""
    found: list[re.Match[str]] = []
    for mark in marks:
        if int(mark["n"]) == len(found) + 1:
            found.append(mark)
    return found

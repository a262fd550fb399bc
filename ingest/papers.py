"""Papers of a form: tables of papers, reference lines, numbered lists ("论文1、2、3"), citations in prose, and guidelines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.completers import NONE
from ingest.forms import Form, Record
from ingest.forms.align import looks_like_person
from ingest.layout import View
from ingest.lexicon import is_person, organization_kind
from kg.model import Span, Value
from kg.text import HAN, heal_name

__all__ = [
    "Author",
    "Book",
    "Citation",
    "Paper",
    "books_cited",
    "books_in",
    "citations_in",
    "paper_numbers",
    "papers_of",
    "references_of",
]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_CHINESE_DATE = re.compile(r"((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?")
_ENGLISH_DATE = re.compile(r"\b([A-Z][a-z]{2})[a-z]*\.?\s+(\d{1,2})(?![\d–-])")
_DASHED_DATE = re.compile(r"((?:19|20)\d\d)[-./](\d{1,2})(?:[-./](\d{1,2}))?(?!\d)")
_CHINESE_VOLUME = re.compile(r"第?\s*(\d+)\s*卷")
_CHINESE_ISSUE = re.compile(r"第?\s*(\d+)\s*期")
_VOLUME_ISSUE = re.compile(r"(?<![\d.:-])(\d{1,4})\s*[（(]\s*([\w.\- ]{1,8}?)\s*[)）]")
_BARE_VOLUME = re.compile(r"(?:19|20)\d\d\s*[,，;；:.]\s*(?:vol\.?\s*)?(\d{1,4})\s*(?=[,，:：;；]|$)", re.I)
_PAGES = re.compile(r"(?<![\d.])([A-Za-z]?\d{1,10})\s*[-–—~～]\s*([A-Za-z]?\d{1,10})(?![\d.])")
_ARTICLE = re.compile(r"[,，:：]\s*([A-Za-z]?\d{5,}|e\d{3,})(?=\s*(?:[:：,，]|$))")
_DOI = re.compile(r"10\.\d{4,9}/[^\s，。；、）)]+")
_NAME_CUT = re.compile(r"[、,，;；\n]|\s{2,}|(?<=[\u4e00-\u9fff*#＊])\s+(?=[\u4e00-\u9fff])")
_NAME_NOTE = re.compile(r"[（(][^（）()]*[)）]|[*#＊＃†‡△▲☆★^]|\d+$|^(?:and|和|及)\s+|等$")
_STARRED = re.compile(r"[*＊]|[（(](?:通讯|通信)(?:作者)?[)）]")
_MOST_PAPERS = 60

_PAPER_LIST = re.compile(
    r"(?:代表性)?(?:论文|文章|成果)\s*(?P<list>\d{1,2}(?:\.\d-\d{1,2})?(?:\s*[-–—~～至、，,和及]\s*(?:论文)?\s*\d{1,2}(?![\d.]))*)(?!\s*(?:篇|部|项|余|多|年|次|万|%|％|月|\.\d|\d))"
)
_CODED = re.compile(r"(?<![\d.])(?:附件)?\s*\d{1,2}\.\d{1,2}-(\d{1,2})(?!\d)")
_CITED = re.compile(
    r"[（(]\s*(?P<journal>[A-Z][A-Za-z&]*(?:[ :\-][A-Za-z&]+){0,8}?)\s*(?:[.,，。;；]\s*|\s+)(?P<year>(?:19|20)\d\d)[^（）()]{0,40}[)）]"
)
_REFERENCE = re.compile(
    r"^(?P<authors>.{2,600}?)[.．。]\s*(?P<title>[^.．。\n]{8,400}?)\s*(?:\[[A-Z/]{1,4}\])?\s*[.．。,，]\s*(?P<journal>[^,，\d]{2,90}?)[,，.．:：;； ]*\s*(?P<rest>(?:19|20)\d\d.*)$"
)
_NUMBERED_LINE = re.compile(r"(?m)^[ \t]*(?:[（(\[]?(?P<n>\d{1,2})[)）\].、．])[ \t]*")
_BOOK = rf"(?:指南|共识|规范|专家建议|建议书|标准|教材|专著|图谱|手册|声明)"
_BOOK_LINE = re.compile(
    rf"(?P<name>[《“]?[{HAN}A-Za-z0-9\-/、（）()·\s]{{4,60}}?{_BOOK}(?:\s*[（(][^（）()]{{2,20}}[)）])?[》”]?)\s*[，,。；;：:]\s*(?:(?P<year>(?:19|20)\d\d)年)?(?P<issuer>[{HAN}]{{4,24}}?(?:会|协会|学会|委员会|部|局|院))?(?:颁布|发布|制定|印发|公布)?"
)
_BOOK_CITED = re.compile(
    rf"(?P<verb>主编|参编|牵头|主持|执笔|起草|制定|制订|撰写|编写|发布|发表|出版|参与)[^《“。；]{{0,16}}[《“](?P<name>[^《》“”]{{4,60}}?{_BOOK}[^《》“”]{{0,16}})[》”]"
)
_ROLE_GROUP = re.compile(
    rf"(?P<names>[{HAN}·]{{2,4}}(?:\s*[、，,]\s*[{HAN}·]{{2,4}})*)\s*[（(](?P<role>(?:副|执行|名誉|共同|总)?主编|主审|(?:常务)?编委|编者|执笔人?|起草人|主要起草人|参编|主译|副主译|组长|副组长)[)）]"
)
_VERB = re.compile(
    r"^.*?(?:证实|揭示|验证|实现|提出|发现|探讨|参与|建立|构建|开展|阐明|明确|评估|研发|开发)(?:并|和|及)?(?:了)?"
)
_NOT_ABOUT = re.compile(r"发表|论文|影响因子|期刊|杂志|\d\s*篇|SCI")
_PUBLISHER = re.compile(rf"[{HAN}]{{2,16}}出版社")


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """An author: the place among all authors (1 first) and whether corresponding, each where the table says so."""

    name: str
    order: int | None
    corresponding: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper of a table or reference list; ``attributes`` are properties of a Publication."""

    title: str
    span: Span
    number: int | None = None
    journal: str = ""
    year: int | None = None
    authors: tuple[Author, ...] = ()
    attributes: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A citation in prose, "…（Journal. 2016）": the words before it describe the paper, whose title is not stated."""

    about: str
    journal: str
    year: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A guideline, consensus, standard or book, and who held which role in making it."""

    name: str
    span: Span
    number: int | None = None
    year: int | None = None
    issuer: str = ""
    publisher: str = ""
    people: tuple[tuple[str, str, Span], ...] = ()


def papers_of(form: Form) -> list[Paper]:
    """The papers of a form's tables and reference lists, in the order of the text."""
    found = [paper for record in form.of("paper") if (paper := _paper(form, record))]
    return found or list(references_of(form))


def references_of(form: Form) -> Iterator[Paper]:
    """The papers of numbered reference lines in a section of papers: authors. title[J]. journal, year …"""
    for value in form.values("papers", "property"):
        for start, end in value:
            text = form.page.text[start:end]
            marks = list(_NUMBERED_LINE.finditer(text))
            for mark, following in zip(marks, [*marks[1:], None], strict=False):
                stop = following.start() if following else len(text)
                view = form.view(((start + mark.end(), start + stop),))
                paper = _reference(view, int(mark["n"]))
                if paper is not None:
                    yield paper


def paper_numbers(view: View) -> Iterator[tuple[int, Span]]:
    """The numbers of papers that words refer to: "论文1、2、3", "论文1-10", "代表性论文 7.1-3、7.1-4"; each once."""
    seen: set[int] = set()
    for match in _PAPER_LIST.finditer(view.text):
        coded = re.match(r"[^。；\n]*?(?=的|。|；|$)", view.text[match.start("list") :])
        words = coded.group() if coded else ""
        numbers = [int(n) for n in _CODED.findall(words)] or _expanded(match["list"])
        for number in numbers:
            if 0 < number <= _MOST_PAPERS and number not in seen:
                seen.add(number)
                yield number, view.span(match.start(), match.end())


def citations_in(view: View) -> Iterator[Citation]:
    """Citations in prose whose journal and year are given and whose clause says what the paper found."""
    for match in _CITED.finditer(view.text):
        clause = re.split(r"[，。；：]", view.text[: match.start()])[-1].strip()
        about = _about(clause)
        if about:
            start = match.start() - len(clause)
            journal = re.sub(r"\s+", " ", match["journal"]).strip()
            yield Citation(about=about, journal=journal, year=int(match["year"]), span=view.span(max(start, 0), match.end()))


def books_in(view: View) -> Iterator[Book]:
    """Guidelines and books of a list of property ("1. …指南，2023年某某协会颁布。甲（副主编），乙、丙（编委）")."""
    marks = list(re.finditer(r"(?:(?<=^)|(?<=[。；\s]))(\d{1,2})[.、．](?!\d)\s*", view.text))
    bounds = [
        (int(mark[1]), mark.end(), following.start() if following else len(view.text))
        for mark, following in zip(marks, [*marks[1:], None], strict=False)
    ]
    for number, start, end in bounds or [(0, 0, len(view.text))]:
        match = _BOOK_LINE.match(view.text, start, end)
        if match is not None:
            publisher = _PUBLISHER.search(view.text, match.end(), end)
            people = tuple(_roles(view, match.end(), end))
            last = people[-1][2].end if people else view.span(start, match.end()).end
            yield Book(
                name=heal_name(match["name"]).strip("《》“” "),
                span=Span(start=view.span(start, match.end()).start, end=last),
                number=number or None,
                year=int(match["year"]) if match["year"] else None,
                issuer=match["issuer"] or "",
                publisher=publisher.group() if publisher else "",
                people=people,
            )


def books_cited(view: View) -> Iterator[Book]:
    """Guidelines that prose says the project wrote: "主编的《…专家共识》"."""
    for match in _BOOK_CITED.finditer(view.text):
        yield Book(name=heal_name(match["name"]), span=view.span(match.start(), match.end()))


def _paper(form: Form, record: Record) -> Paper | None:
    title = _text(form, record, "work").strip("《》“” ")
    if len(title) < 6 or title in NONE or not re.search(rf"[{HAN}A-Za-z]", title):
        return None
    issue = _text(form, record, "issue")
    published = _text(form, record, "published")
    attributes = _attributes(issue, published)
    impact, cited, index = (_text(form, record, name) for name in ("impact", "citations", "index"))
    if re.fullmatch(r"\d+(?:\.\d+)?", impact):
        attributes["impact_factor"] = float(impact)
    if cited.isdigit():
        attributes["cited_by"] = int(cited)
    if index and index not in NONE:
        attributes["index"] = index
    year = _year(issue) or _year(published)
    journal = heal_name(_text(form, record, "journal")).strip("《》 ")
    return Paper(
        title=heal_name(title),
        span=form.page.span(*record.extent),
        number=_number(_text(form, record, "number") or _text(form, record, "rank")),
        journal="" if journal in NONE else journal,
        year=year,
        authors=tuple(_authors(form, record)),
        attributes=attributes,
    )


def _reference(view: View, number: int) -> Paper | None:
    match = _REFERENCE.match(view.text)
    if match is None:
        return None
    names = [name for _, name, _ in _names(match["authors"])]
    if not names or len(names) < 0.6 * len([part for part in _NAME_CUT.split(match["authors"]) if part.strip()]):
        return None
    attributes = _attributes(match["rest"], "")
    return Paper(
        title=heal_name(match["title"]),
        span=view.span(0, len(view.text)),
        number=number,
        journal=heal_name(match["journal"]).strip("《》 "),
        year=_year(match["rest"]),
        authors=tuple(Author(name=name, order=order, corresponding=None) for order, name, _ in _names(match["authors"])),
        attributes=attributes,
    )


def _attributes(issue: str, published: str) -> dict[str, Value]:
    """Year, date, volume, issue, pages, article number and DOI, as far as the words tell them."""
    found: dict[str, Value] = {}
    year = _year(issue) or _year(published)
    if year is not None:
        found["year"] = year
    date = _date(published) or _date(issue)
    if date:
        found["date"] = date
    rest = _ENGLISH_DATE.sub("", issue)
    volume, part = _CHINESE_VOLUME.search(rest), _CHINESE_ISSUE.search(rest)
    both = _VOLUME_ISSUE.search(rest)
    bare = _BARE_VOLUME.search(rest)
    if volume or both or bare:
        found["volume"] = (volume or both or bare).group(1)  # type: ignore[union-attr]
    if part or both:
        found["issue"] = part.group(1) if part else both.group(2) if both else ""
    pages = [match for match in _PAGES.finditer(rest) if not (_YEAR.fullmatch(match[1]) and match.start() < 2)]
    if pages:
        found["pages"] = f"{pages[-1][1]}-{pages[-1][2]}"
    article, doi = _ARTICLE.search(rest), _DOI.search(issue)
    if article and not (pages and pages[-1].start() <= article.start(1) < pages[-1].end()):
        found["article_number"] = article[1]
    if doi:
        found["doi"] = doi.group().rstrip(".")
    return {name: value for name, value in found.items() if value != ""}


def _year(text: str) -> int | None:
    match = _YEAR.search(text)
    return int(match.group()) if match else None


def _date(text: str) -> str:
    """An ISO date as precise as stated, "" for a bare year."""
    chinese = _CHINESE_DATE.search(text) or _DASHED_DATE.search(text)
    if chinese and 1 <= int(chinese[2]) <= 12:
        return "-".join([chinese[1], f"{int(chinese[2]):02}", *([f"{int(chinese[3]):02}"] if chinese[3] else [])])
    year, english = _YEAR.search(text), _ENGLISH_DATE.search(text)
    month = _MONTHS.get(english[1].casefold()) if english else None
    if year and english and month and 1 <= int(english[2]) <= 31:
        return f"{year.group()}-{month:02}-{int(english[2]):02}"
    return ""


def _authors(form: Form, record: Record) -> Iterator[Author]:
    """All authors in order; without them, first and corresponding authors alone."""
    listed = _names(_text(form, record, "authors") or _text(form, record, "domestic"))
    ordered = "authors" in record.fields
    said = "corresponding" in record.fields and _text(form, record, "corresponding") not in NONE
    corresponding = {name for _, name, _ in _names(_text(form, record, "corresponding"))}
    starred = {name for _, name, star in listed if star}
    if not listed:
        first = _names(_text(form, record, "first"))
        listed = first + [
            item for item in _names(_text(form, record, "corresponding")) if item[1] not in {n for _, n, _ in first}
        ]
        orders = {name: 1 for _, name, _ in first[:1]}
    else:
        orders = {name: order for order, name, _ in listed} if ordered else {}
    for _, name, _ in listed:
        known = name in corresponding if said else name in starred if starred else None
        yield Author(name=name, order=orders.get(name), corresponding=known)


def _names(text: str) -> list[tuple[int, str, bool]]:
    """The names of a list of authors with their places; what is no name keeps its place and is left out."""
    found: list[tuple[int, str, bool]] = []
    seen: set[str] = set()
    for place, part in enumerate((part for part in _NAME_CUT.split(text) if part.strip()), 1):
        name = heal_name(_NAME_NOTE.sub("", part.strip()).strip(" .。"))
        name = re.sub(rf"(?<=[{HAN}]) (?=[{HAN}])", "", name)
        if (looks_like_person(name) or _is_latin_name(name)) and name not in seen:
            seen.add(name)
            found.append((place, name, bool(_STARRED.search(part))))
    return found


def _is_latin_name(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][A-Za-z.'\-]+(?: [A-Z][A-Za-z.'\-]*){1,3}", text)) and is_person(text)


def _expanded(listed: str) -> list[int]:
    found: list[int] = []
    for low, high in re.findall(r"(\d{1,2})(?:\s*[-–—~～至]\s*(\d{1,2}))?", listed):
        found.extend(range(int(low), int(high) + 1) if high and int(high) > int(low) else [int(low)])
    return found


def _number(text: str) -> int | None:
    match = re.search(r"(\d{1,3})\s*$", text)
    return int(match[1]) if match else None


def _text(form: Form, record: Record, name: str) -> str:
    value = record.fields.get(name)
    return form.text(value).strip() if value else ""


def _about(clause: str) -> str:
    """What a clause says was found, without the doer and the verb; "" where too little is left to tell a paper by."""
    if _NOT_ABOUT.search(clause):
        return ""
    words = re.sub(r"^.*(?:教授|主任|团队|医师|研究员)(?:团队)?(?:率先|首次|还|也)?", "", clause)
    left = _VERB.sub("", words) if _VERB.match(words) and len(_VERB.sub("", words)) >= 6 else words
    left = re.sub(r"(?:中|方面|上)?取得(?:了)?(?:重要|重大|显著)?(?:突破|进展|成果).*$", "", left)
    left = re.sub(r"^(?:在|对|通过|了|其)", "", left).strip(" ，、")
    return heal_name(left) if 6 <= len(left) <= 60 and organization_kind(left) is None else ""


def _roles(view: View, start: int, end: int) -> Iterator[tuple[str, str, Span]]:
    for match in _ROLE_GROUP.finditer(view.text, start, end):
        for name in re.finditer(rf"[{HAN}·]{{2,4}}", match["names"]):
            if looks_like_person(name.group()):
                at = match.start("names") + name.start()
                yield name.group(), match["role"], view.span(at, match.end())

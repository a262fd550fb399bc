"""Papers as tables and reference lines tell them: title, journal, issue, authors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ingest.award.forms import Form, Record
from ingest.award.forms.align import could_be_named, looks_like_person
from ingest.award.listed import NONE
from ingest.layout import View
from ingest.lexicon import is_person
from kg.model import Span, Value
from kg.romanize import person_forms, squeeze
from kg.text import HAN, heal_name

__all__ = [
    "Author",
    "Paper",
    "attributes_of",
    "bare_name",
    "is_journal",
    "journal_apart",
    "names_in",
    "reference",
    "tabled",
    "year_of",
]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MONTHS = {name: at for at, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}  # noqa: SIM905
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
_SPREAD = re.compile(rf"(?<![{HAN}])([{HAN}])[ \u3000]+([{HAN}])(?![{HAN}])")
"""A name of two characters that typesetting spreads."""
_NAME_NOTE = re.compile(r"[（(][^（）()]*[)）]|[*#＊＃†‡△▲☆★^]|\d+$|^(?:and|和|及)\s+|等$")
_AS_CORRESPONDING = re.compile(r"^(?:共同)?通[讯信]作者[：:]?\s*")
_STARRED = re.compile(r"[*＊]|[（(](?:通讯|通信)(?:作者)?[)）]")

_REFERENCE = re.compile(
    r"^(?P<authors>.{2,600}?)(?:(?<!\d)\.|\.(?!\d)|[．。])\s*(?P<title>(?:[^.．。\n]|(?<=\d)\.(?=\d)){8,400}?)\s*(?:\[[A-Z/]{1,4}\])?\s*[.．。,，]\s*"
    r"(?P<journal>[^,，\d]{2,90}?)[,，.．:：;； ]*\s*(?P<rest>(?:19|20)\d\d.*)$"
)
_TITLE_FIRST = re.compile(
    r"^(?P<title>[A-Z][^.\n]{24,300}[^.\s])\.\s+(?P<journal>[A-Z][A-Za-z&:\-]*(?: [A-Za-z&:\-]+){0,9})[.,]\s*"
    r"(?P<rest>\(?(?:19|20)\d\d\b[^A-Z]{0,40}?)(?:[.;,]\s*(?P<authors>[A-Z][^.;]{3,400}))?\s*[.;]?\s*$"
)
"""Title. Journal. 2017, 14: 713-719. Authors: as lists of representative papers put it."""
_TITLE_ALONE = re.compile(
    rf"^(?P<title>[《“]?[{HAN}A-Z][^.．。\n]{{7,300}})\s*(?:\[[A-Z/]{{1,4}}\])?\s*[.．。]\s*"
    r"(?P<journal>[《]?[^,，.．。\d]{2,60}?)\s*[,，.．。;；]\s*(?P<rest>(?:19|20)\d\d.*)$"
)
_ROLES_BEHIND = re.compile(
    r"[.．。;；,，\s]*[（(](?P<roles>[^（）()]*(?:第一|通[讯信])作者[：:为][^（）()]*)[)）][.。；;]?\s*$"
)
_ROLE_TOLD = re.compile(r"(?:共同)?(?:(?P<first>第一)|通[讯信])作者(?:为|是|[：:])\s*(?P<names>[^；;：:]+)")
"""（第一作者：甲；通讯作者：乙）."""
_BOOK_REFERENCE = re.compile(
    r"^(?P<authors>.{2,300}?)[.．。]\s*(?P<title>[^.．。\n]{4,200}?)\s*\[M\]\s*[.．。,，]\s*(?P<rest>.*(?:19|20)\d\d.*)$"
)
_ISSUE_TOLD = re.compile(
    r"(?P<title>.{6,}?)\s*[/／]\s*(?P<journal>[^/／、，；;]*[^/／、，；;\d\s])\s*[/／]\s*(?P<issue>[（(]?(?:19|20)\d\d(?!\d)[^/／]*)"
)
_ISSUE_BEHIND = re.compile(r"[\s,，;；.》]*(?<!\d)(?:19|20)\d\d(?!\d).*$")
_ROLE_BEHIND = re.compile(r"[\s,，]*(?:[（(]\s*)?(?:副?主编|编著|副?主译|著|编)(?:\s*[)）])?\s*$")
_PUBLISHER = re.compile(rf"(?:[{HAN}]{{2,6}}\s*[：:]\s*)?[{HAN}]{{2,16}}出版社")
"""A publisher, the town before it, where a paper has its journal."""
_JOURNAL_BEHIND = re.compile(rf"(?<=[{HAN}])(?:中华|中国)[{HAN}]{{0,6}}(?:医学|影像|超声|放射|杂志|学报)[{HAN}]{{0,8}}$")
_JOURNAL_ENDS = re.compile(
    r"(?:杂志|学报|通报|月刊|进展|科学|技术|医学|影像|论坛|学刊|研究|信息|工程|实践|成像|诊断|治疗|临床|药学|外科|内科|卫生|康复)(?:[（(][^（）()]{2,10}[)）])?$"
)
_LATIN_JOURNAL = re.compile(r"[A-Z][A-Za-z&.]*(?:[ \-:&]+(?:[A-Z][A-Za-z.]*|of|and|in|the|for|on)){0,9}\.?")
_APPEARED = re.compile(r"^\s*(?:已|论文)?(?:发表|刊登|刊发|刊载|刊出|见刊|载)[于在]?[:：]?\s*(?=[《A-Z]|[中国])")
"""How a citation goes on to its journal: 发表于|《某某杂志》."""
_BOOK_NOTE = re.compile(r"\s*[（(](?:专著|著作|教材|图书|译著)[)）]$")
_NO_PAPER = re.compile(r"\[(?:P|S|CP)(?:/[A-Z]{2})?\]|(?<![A-Za-z])ZL\s?\d{8}")
"""A patent, a standard or software, as references mark them."""
_OTHERS = re.compile(r"(?:等|et al)\.?", re.I)
_LEAST_TITLE = 12
_BAR = "/／|｜"
"""What parts the heads of a table that was never drawn: what opens with it is no title."""


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
    book: bool = False
    role: str | None = None
    """What the authors of a book are called: 主编, 编著 …"""
    attributes: dict[str, Value] = field(default_factory=dict)


def tabled(form: Form) -> list[Paper]:
    """The papers of a form's tables, in the order of the text."""
    known = frozenset(_text(form, record, "name") for record in form.of("person"))
    return [paper for record in form.of("paper") if (paper := _paper(form, record, known))]


def _paper(form: Form, record: Record, known: frozenset[str]) -> Paper | None:
    title, journal, names = (
        _text(form, record, "work") or _text(form, record, "property_name"),
        _text(form, record, "journal"),
        "",
    )
    if "citation" in record.fields:
        title, journal, names = _combined(_text(form, record, "citation"))
    title, journal = (title, journal) if journal else _issue_told(title)
    title, journal = title.strip("《》“”；;，。 "), _APPEARED.sub("", journal.rstrip("；;，。 "))
    if (
        len(title) < 6
        or title[0] in _BAR
        or title in NONE
        or not re.search(rf"[{HAN}A-Za-z]", title)
        or _is_broken(title, journal)
    ):
        return None
    journal, behind = journal_apart(journal)
    issue = _text(form, record, "issue") or behind
    published = _text(form, record, "published")
    attributes = attributes_of(issue, published)
    impact, cited, index = (_text(form, record, name) for name in ("impact", "citations", "index"))
    if re.fullmatch(r"\d+(?:\.\d+)?", impact):
        attributes["impact_factor"] = float(impact)
    if cited.isdigit():
        attributes["cited_by"] = int(cited)
    if index and index not in NONE:
        attributes["index"] = index
    year = year_of(issue) or year_of(published)
    journal = heal_name(journal).strip("《》 ")
    if _PUBLISHER.fullmatch(journal):
        return _tabled_book(form, record, _BOOK_NOTE.sub("", title), year)
    return Paper(
        title=heal_name(title),
        span=form.page.span(*record.extent),
        number=_number(_text(form, record, "number") or _text(form, record, "rank")),
        journal="" if journal in NONE else journal,
        year=year,
        authors=tuple(_authors(form, record, names, known)),
        attributes=attributes,
    )


def _is_broken(title: str, journal: str) -> bool:
    """Whether a title is not whole: a bracket in it stays open, or the journal that no cell tells stands at its end."""
    opened, closed = (sum(title.count(one) for one in marks) for marks in ("（(", "）)"))
    return opened > closed or (not journal and _JOURNAL_BEHIND.search(title) is not None)


def _tabled_book(form: Form, record: Record, title: str, year: int | None) -> Paper:
    """A book among a table's papers, a publisher where they have a journal; its role stands behind the name: 甲（主编）."""
    said = _text(form, record, "authors") or _text(form, record, "first")
    role = re.search(r"[（(]\s*((?:副|总)?主[编译审]|编著|著)\s*[)）]", said)
    return Paper(
        title=heal_name(title),
        span=form.page.span(*record.extent),
        number=_number(_text(form, record, "number") or _text(form, record, "rank")),
        year=year,
        authors=tuple(Author(name=name, order=None, corresponding=None) for _, name, _ in names_in(said)),
        book=True,
        role=role[1] if role else None,
    )


def journal_apart(cell: str) -> tuple[str, str]:
    """The journal and the issue of a cell that holds both: "J Nucl Med, 2020, 61: 1337-1343".

    >>> journal_apart("《中华放射学杂志》2019年53卷"), journal_apart("Radiology")
    (('中华放射学杂志', '2019年53卷'), ('Radiology', ''))
    """
    behind = _ISSUE_BEHIND.search(cell)
    name = cell[: behind.start()] if behind and behind.start() >= 2 else cell
    return name.strip("《》 ,，;；."), cell[len(name) :].strip(" ,，;；.》")


def is_journal(words: str) -> bool:
    """Whether words are a journal's name: Latin with capitals, between marks, or ending as Chinese journals do."""
    bare, _ = journal_apart(words)
    latin = _LATIN_JOURNAL.fullmatch(bare) is not None
    return len(bare) >= 4 and (latin or words.startswith("《") or (bool(_JOURNAL_ENDS.search(bare)) and len(bare) <= 30))


def _combined(cell: str) -> tuple[str, str, str]:
    """Title, journal and authors of a cell that holds them with slashes between (论文名称/刊名/作者, 论文名称/刊名).

    >>> _combined("T1/T2 mapping of the calf/Myology/甲一、乙二"), _combined("T1/T2 mapping of the calf/Muscle Imaging")
    (('T1/T2 mapping of the calf', 'Myology', '甲一、乙二'), ('T1/T2 mapping of the calf', 'Muscle Imaging', ''))
    >>> _combined("Calf atlases by T1/T2 mapping of veins")
    ('Calf atlases by T1/T2 mapping of veins', '', '')
    """
    title, told = _issue_told(cell)
    if told:
        return title, told, ""
    parts = [part.strip() for part in re.split(r"\s*[/／]\s*", cell)]
    of_both = is_journal(parts[-1]) and not names_in(parts[-1]) and not (len(parts) > 2 and is_journal(parts[-2]))
    if of_both and len("/".join(parts[:-1])) >= _LEAST_TITLE:
        return "/".join(parts[:-1]), parts[-1], ""
    return ("/".join(parts[:-2]), parts[-2], parts[-1]) if len(parts) > 2 else (cell, "", "")


def _issue_told(cell: str) -> tuple[str, str]:
    """The title of a cell that tells journal and issue behind slashes (题目/刊名/年卷页), and journal and issue together.

    >>> _issue_told("T1/T2 mapping of the calf/ Myology/ 2021, 8: 1-9"), _issue_told("PET/MR/CT fusion in 2019")
    (('T1/T2 mapping of the calf', 'Myology, 2021, 8: 1-9'), ('PET/MR/CT fusion in 2019', ''))
    """
    match = _ISSUE_TOLD.fullmatch(cell.strip())
    return (match["title"], f"{match['journal']}, {match['issue']}") if match else (cell, "")


def reference(view: View, number: int | None) -> Paper | None:
    """The paper or book of a reference line (authors. title[J]. journal, year …, or the title first), None where it is none."""
    if _NO_PAPER.search(view.text):
        return None
    if (told := _ROLES_BEHIND.search(view.text)) is not None:
        return _with_roles(View(view.text[: told.start()], view.offsets[: told.start()]), number, told["roles"])
    marked = _BOOK_REFERENCE.match(view.text)
    match = marked or _REFERENCE.match(view.text)
    if match is None:
        return _title_first(view, number)
    book = marked is not None or _PUBLISHER.fullmatch(match["journal"].strip()) is not None
    authors = _ROLE_BEHIND.sub("", match["authors"])
    role = _ROLE_BEHIND.search(match["authors"])
    names = names_in(authors)
    parts = [part for part in _NAME_CUT.split(authors) if part.strip() and not _OTHERS.fullmatch(part.strip())]
    if not names or len(names) < 0.6 * len(parts):
        return _title_first(view, number)
    any_star = any(star for _, _, star in names)
    return Paper(
        title=heal_name(match["title"]).strip("《》“” "),
        span=view.span(0, len(view.text)),
        number=number,
        journal="" if book else heal_name(match["journal"]).strip("《》 *"),
        year=year_of(match["rest"]),
        authors=tuple(Author(name=name, order=order, corresponding=star if any_star else None) for order, name, star in names),
        attributes=attributes_of(match["rest"], ""),
        book=book,
        role=role.group().strip(" ,，（()）") if role else None,
    )


def _with_roles(view: View, number: int | None, roles: str) -> Paper | None:
    """The paper of a reference with who wrote it in brackets: 题目. 刊名, 2020, 1: 2-3（第一作者：甲；通讯作者：乙）."""
    paper, alone = reference(view, number), _TITLE_ALONE.match(view.text.strip())
    if paper is None and alone is not None:
        paper = Paper(
            title=heal_name(alone["title"]).strip("《》“” "),
            span=view.span(0, len(view.text)),
            number=number,
            journal=heal_name(alone["journal"]).strip("《》 "),
            year=year_of(alone["rest"]),
            attributes=attributes_of(alone["rest"], ""),
        )
    if paper is None or paper.authors:
        return paper
    found: dict[str, Author] = {}
    for told in _ROLE_TOLD.finditer(roles):
        for _, name, _ in names_in(told["names"]):
            known = found.get(name, Author(name=name, order=None, corresponding=False))
            first = told["first"] is not None and not any(one.order for one in found.values())
            found[name] = replace(
                known, order=1 if first else known.order, corresponding=known.corresponding or not told["first"]
            )
    return replace(paper, authors=tuple(found.values()))


def _title_first(view: View, number: int | None) -> Paper | None:
    match = _TITLE_FIRST.match(view.text.strip())
    if match is None:
        return None
    names = names_in(match["authors"] or "")
    return Paper(
        title=heal_name(match["title"]),
        span=view.span(0, len(view.text)),
        number=number,
        journal=heal_name(match["journal"]),
        year=year_of(match["rest"]),
        authors=tuple(Author(name=name, order=order, corresponding=None) for order, name, _ in names),
        attributes=attributes_of(match["rest"], ""),
    )


def attributes_of(issue: str, published: str) -> dict[str, Value]:
    """Year, date, volume, issue, pages, article number and DOI, as far as the words tell them."""
    found: dict[str, Value] = {}
    year = year_of(issue) or year_of(published)
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


def year_of(text: str) -> int | None:
    """The first year that a text names."""
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


def _authors(form: Form, record: Record, names: str, known: frozenset[str]) -> Iterator[Author]:
    """All authors in order; without them, first and corresponding authors alone. ``known`` are names that the form tells."""
    listed = names_in(names or _text(form, record, "authors") or _text(form, record, "domestic"), known)
    ordered = bool(names) or "authors" in record.fields
    told = [name for _, name, _ in names_in(_text(form, record, "corresponding"), known)]
    starred = {name for _, name, star in listed if star}
    if not listed:
        first = names_in(_text(form, record, "first"), known)
        corresponding_alone = names_in(_text(form, record, "corresponding"), known)
        listed = first + [item for item in corresponding_alone if item[1] not in {n for _, n, _ in first}]
        orders = {name: 1 for _, name, _ in first[:1]}
    else:
        first = names_in(_text(form, record, "first"), known)
        orders = {name: order for order, name, _ in listed} if ordered else {name: 1 for _, name, _ in first[:1]}
    corresponding = {name for _, name, _ in listed for one in told if _same(one, name)}
    for _, name, _ in listed:
        marked = name in corresponding if corresponding else name in starred if starred else None
        yield Author(name=name, order=orders.get(name), corresponding=marked)


def _same(one: str, other: str) -> bool:
    """Whether two names are one, or one is how the other is written in Latin letters (柴玉衡, Chai YH)."""
    return one == other or squeeze(one) in person_forms(other) or squeeze(other) in person_forms(one)


def names_in(text: str, known: frozenset[str] = frozenset()) -> list[tuple[int, str, bool]]:
    """The names of a list of authors with their places; what is no name keeps its place and is left out.

    Where most are names beyond doubt, the rest may be names without a known surname; ``known`` names are beyond doubt.
    """
    spread = _SPREAD.sub(r"\1\2", text)
    parts = [part for part in _NAME_CUT.split(spread) if part.strip() and not _OTHERS.fullmatch(part.strip())]
    names = [bare_name(part) for part in parts]
    sure = [name in known or looks_like_person(name) or _is_latin_name(name) for name in names]
    lax = sum(sure) >= 0.5 * len(names)
    found: dict[str, tuple[int, str, bool]] = {}
    for place, (part, name, certain) in enumerate(zip(parts, names, sure, strict=True), 1):
        if certain or (lax and could_be_named(name)):
            found.setdefault(name, (place, name, bool(_STARRED.search(part))))
    return list(found.values())


def bare_name(part: str) -> str:
    """A name without the marks and notes of authorship around it."""
    name = heal_name(_NAME_NOTE.sub("", _AS_CORRESPONDING.sub("", part.strip())).strip(" .。"))
    return re.sub(rf"(?<=[{HAN}]) (?=[{HAN}])", "", name)


def _is_latin_name(text: str) -> bool:
    if re.fullmatch(r"[A-Z]{2,}(?:-[A-Z]+)?(?: [A-Z]{1,2}){1,3}|[A-Z][a-zß-ÿ'’]+(?:-[A-Z][a-zß-ÿ]+)? [A-Z]{1,3}", text):
        return True
    return bool(re.fullmatch(r"[A-Z][A-Za-z.'\-]+(?: [A-Z][A-Za-z.'\-]*){1,3}", text)) and is_person(text)


def _number(text: str) -> int | None:
    match = re.search(r"(\d{1,3})\s*$", text)
    return int(match[1]) if match else None


def _text(form: Form, record: Record, name: str) -> str:
    value = record.fields.get(name)
    return form.text(value).strip() if value else ""

"""Guidelines, consensus papers, standards and books that a project made, and who held which role in making them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.award.forms.align import looks_like_person
from ingest.layout import View
from kg.model import Span
from kg.text import HAN, heal_name

__all__ = ["Book", "books_cited", "books_held", "books_in", "edited_book", "monographs_in"]

_BOOK = r"(?:指南|共识|规范|专家建议|建议书|标准|教材|专著|图谱|手册|声明)"
_BOOK_LINE = re.compile(
    rf"(?P<name>[《“]?[{HAN}A-Za-z0-9\-/、（）()·\s]{{4,60}}?{_BOOK}(?:\s*[（(][^（）()]{{2,20}}[)）])?[》”]?)\s*[，,。；;：:]\s*"
    rf"(?:(?P<year>(?:19|20)\d\d)年)?(?P<issuer>[{HAN}]{{4,24}}?(?:会|协会|学会|委员会|部|局|院))?(?:颁布|发布|制定|印发|公布)?"
)
_MADE = r"(?P<made>主编|参编|牵头|主持|执笔|起草|制定|制订|撰写|编写|发布|发表|出版|参与)"
_ROLE_VERBS = frozenset({"主编", "参编", "执笔", "牵头", "主持"})
_BOOK_CITED = re.compile(rf"{_MADE}[^《“。；]{{0,16}}[《“](?P<name>[^《》“”]{{4,60}}?{_BOOK}[^《》“”]{{0,16}})[》”]")
_BOOK_CALLED = re.compile(
    r"(?P<made>主编|参编|编著|编写|撰写|出版)(?:了|的|并|及|、|出版|学术|医学|参考|英文|中文)*(?:专著|教材|著作|图书|参考书)"
    r"[^《》“”。；，]{0,6}《(?P<name>[^《》“”]{4,60})》"
)
_ROLE = r"(?:(?:副|执行|名誉|共同|总)?主编|主审|(?:常务)?编委|编者|执笔人?|起草人|主要起草人|参编|主译|副主译|组长|副组长)"
_ROLE_GROUP = re.compile(rf"(?P<names>[{HAN}·]{{2,4}}(?:\s*[、，,]\s*[{HAN}·]{{2,4}})*)\s*[（(](?P<role>{_ROLE})[)）]")
_BOOK_HELD = re.compile(rf"《(?P<name>[^《》]{{4,60}})》(?:一书)?的?(?P<role>{_ROLE})(?=\s*(?:[，。；、）)]|$))")
_MONOGRAPH = re.compile(
    rf"《(?P<name>[^《》“”]{{4,60}})》\s*(?:[，,。；;（(]\s*)?(?:(?:19|20)\d\d年?[，,\s]*)?(?:[{HAN}]{{2,6}}\s*[：:]\s*)?"
    rf"(?P<publisher>[{HAN}]{{2,16}}出版社)(?:出版)?[，,\s]*(?P<year>(?:19|20)\d\d)?"
)
"""A book between marks with its publisher behind: 《某某》，某某出版社，2020年."""
_NAMES = rf"(?P<names>[{HAN}·]{{2,4}}(?:\s*[、，,]\s*[{HAN}·]{{2,4}}?)*)"
_ROLE_TOLD = (
    re.compile(rf"(?<![{HAN}])(?:由)?{_NAMES}(?:担任|为)?(?P<role>(?:副|共同|执行)?主[编译])(?=\s*(?:[，,。；;、）)]|$))"),
    re.compile(rf"(?P<role>(?:副|共同|执行)?主[编译]|主审)\s*[：:]\s*{_NAMES}(?=\s*(?:[，,。；;）)]|$))"),
)
"""甲主编，乙、丙副主编; 主编：甲."""
_GROUP = rf"(?P<names>[{HAN}·]{{2,4}}?(?:\s*[、，,]\s*[{HAN}·]{{2,4}}?)*)\s*(?P<role>{_ROLE})"
_UNNAMED_GROUP = re.sub(r"\?P<\w+>", "?:", _GROUP)
_EDITED = re.compile(
    rf"\s*(?P<who>(?:{_UNNAMED_GROUP}\s*[、，,；;]?\s*){{2,4}})[.．。]\s*《?(?P<name>[^《》“”.．。\[\]\n]{{4,60}})》?\s*(?:\[M\]\s*)?"
    rf"[.．。，,]\s*(?:[{HAN}]{{2,6}}\s*[：:]\s*)?(?P<publisher>[{HAN}]{{2,16}}出版社)[，,.\s]*(?P<year>(?:19|20)\d\d)?"
)
"""甲主编, 乙、丙副主编. 《某某》. 某某出版社, 2023."""
_BOOK_ENDS = re.compile(r"《|论文\s*\d|专利|代表性")
_REACH = 120
_NUMBER = re.compile(r"(?:(?<=^)|(?<=[。；\s]))(\d{1,2})[.、．](?!\d)\s*")
_JOURNAL = re.compile(r"(?:杂志|学报|通报|通讯|月刊|论坛)(?:[（(][^（）()]*[)）])?$")
_PUBLISHER = re.compile(rf"[{HAN}]{{2,16}}出版社")


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


def books_in(view: View) -> Iterator[Book]:
    """Guidelines and books of a list of property ("1. …指南，2023年某某协会颁布。甲（副主编），乙、丙（编委）")."""
    marks = list(_NUMBER.finditer(view.text))
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


def monographs_in(view: View) -> Iterator[Book]:
    """The books of a list of papers that a publisher stands behind, with those who edited them."""
    for match in _MONOGRAPH.finditer(view.text):
        stop = _BOOK_ENDS.search(view.text, match.end())
        people = tuple(_editors(view, match.end(), min(stop.start() if stop else len(view.text), match.end() + _REACH)))
        last = people[-1][2].end if people else view.span(match.start(), match.end()).end
        yield Book(
            name=heal_name(match["name"]),
            span=Span(start=view.span(match.start(), match.end()).start, end=last),
            year=int(match["year"]) if match["year"] else None,
            publisher=match["publisher"],
            people=people,
        )


def edited_book(view: View, number: int | None) -> Book | None:
    """The book of a reference that names its editors in several roles; who edited one in one role is its author there."""
    match = _EDITED.match(view.text)
    if match is None:
        return None
    groups = list(re.finditer(_GROUP, match["who"]))
    named = [(name.strip(), group["role"]) for group in groups for name in re.split("[、，,]", group["names"])]
    if not all(looks_like_person(name) for name, _ in named):
        return None
    span = view.span(match.start(), match.end())
    return Book(
        name=heal_name(match["name"]),
        span=span,
        number=number,
        year=int(match["year"]) if match["year"] else None,
        publisher=match["publisher"],
        people=tuple((name, role, span) for name, role in named),
    )


def _editors(view: View, start: int, end: int) -> Iterator[tuple[str, str, Span]]:
    """Those whom the words name with their role, in brackets or not."""
    yield from _roles(view, start, end)
    for match in (match for told in _ROLE_TOLD for match in told.finditer(view.text, start, end)):
        names = [name.strip() for name in re.split("[、，,]", match["names"])]
        for name in names if all(map(looks_like_person, names)) else ():
            yield name, match["role"], view.span(match.start(), match.end())


def books_cited(view: View) -> Iterator[tuple[str, str, Book]]:
    """Guidelines that prose says were written ("主编的《…共识》"): the words before, the role if the verb is one, the book."""
    found = {match.start("name"): match for pattern in (_BOOK_CALLED, _BOOK_CITED) for match in pattern.finditer(view.text)}
    for _, match in sorted(found.items()):
        role = match["made"] if match["made"] in _ROLE_VERBS else ""
        yield view.text[: match.start()], role, Book(name=heal_name(match["name"]), span=view.span(match.start(), match.end()))


def books_held(view: View) -> Iterator[tuple[str, Book]]:
    """Books of which a contribution says that its bearer is the editor: 《某图谱》副主编; each with the role."""
    for match in _BOOK_HELD.finditer(view.text):
        if _JOURNAL.search(match["name"]) or ("编委" in match["role"] and not re.search(_BOOK, match["name"])):
            continue
        yield match["role"], Book(name=heal_name(match["name"]), span=view.span(match.start(), match.end()))


def _roles(view: View, start: int, end: int) -> Iterator[tuple[str, str, Span]]:
    for match in _ROLE_GROUP.finditer(view.text, start, end):
        for name in re.finditer(rf"[{HAN}·]{{2,4}}", match["names"]):
            if looks_like_person(name.group()):
                at = match.start("names") + name.start()
                yield name.group(), match["role"], view.span(at, match.end())

"""The line of an article's authors: names alone, each with the marks of its institutions, or with the institution itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.lexicon import NOT_NAMES, could_be_person, is_person, is_place, organization_kind
from kg.text import HAN, heal_name

__all__ = ["MARKS", "NAME", "STARS", "TWICE", "Author", "authors_in", "mark_of", "marks_of", "paired_in", "posted"]

MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰ"
"""Marks of institutions behind names, besides figures and small letters on the line."""
_PLAIN = dict(zip(MARKS, [*map(str, range(1, 13)), *"123456789abcdefgh"], strict=True))
"""Raised behind the names, the same marks stand on the line before the addresses."""
STARS = "*∗＊#△▲ΔΔ†‡✉☆★"
"""Marks behind names that a line below explains."""
_B = "[ \\u3000]"
NAME = (
    rf"[{HAN}]{{2,6}}(?:·[{HAN}]{{1,8}}){{1,3}}|[{HAN}](?:{_B}{{0,3}}[{HAN}·]){{1,3}}?"
    r"|[A-Z][A-Za-z.\-]*(?: [A-Z][A-Za-z.\-]*){1,3}"
)
"""A person's name, spaces inside."""
_MARK = rf"[{MARKS}\d{STARS}]|(?<![A-Za-z. ])[a-h](?![A-Za-z])|(?<=[{HAN}] )[a-h](?=[,，、;；\s]|$)"
_SAID = r"(?:共同|并列)?(?:通[信讯]作?者|第一作者|一作|责任作者|综述者?|审校者?|审阅|校审|指导)"
"""What an author is, in words behind the name; a blank or a bracket parts it from the name."""
_REVIEWED = "(?:综述者?|审校者?|校审)"
"""What an author of a review did, also right behind the name: 霍某综述,柏某审校."""
_CORRESPONDS = re.compile(r"通[信讯]作?者|责任作者")
TWICE = re.compile(rf"(?<=[{HAN}]) +[A-Z]{{2,}} [A-Z][a-z]+(?:[- ]?[a-z]+)?(?![A-Za-z])")
"""A name's pinyin behind it."""
_AUTHOR = re.compile(
    rf"[\s•●▪]*(?P<name>{NAME})(?:{TWICE.pattern})?{_B}*(?P<marks>(?:[（(\[]?(?:{_MARK})[)）\]⁾]?|[,，](?={_B}?[（(\[]?(?:[\d{MARKS}{STARS}]|[a-h](?![A-Za-z]))))*)"
    rf"(?P<said>[,，]?\s?[（(\[]\s*(?:{_SAID})?\s*[)）\]]|(?:(?<=[\d{MARKS}{STARS}]){_B}*|{_B}+){_SAID}(?=[,，、;；\s]|$)|{_REVIEWED}(?=[,，、;；\s]|$))?\s*"
    rf"(?:[,，、;；\s]+|$|(?<=[{MARKS}\d{STARS})）\]]))"
)
_BYLINE = re.compile(
    rf"^[|｜]?{_B}*(?:expand article info\s+)?"
    rf"(?:(?:发布时间[:：]?\s*)?(?:19|20)\d\d[-年./]\d{{1,2}}[-月./]\d{{1,2}}日?{_B}*(?:\d\d?:\d\d(?::\d\d)?)?{_B}*)?"
    rf"(?:[【\[]?(?:文章)?作{_B}*者(?:姓名)?(?:[】\]]?{_B}*[:：]|[】\]])\s*)?"
)
"""What may stand before the authors in their line: the day on which a page was put up, a label."""
_PAIRED = re.compile(rf"^{_B}*作{_B}*者{_B}*[:：](?P<told>.+)$")
_WITH_HOME = re.compile(rf"\s*(?P<names>[^:：;；]{{2,60}}?)\s*[:：]\s*(?P<home>[{HAN}][^:：;；]{{3,80}})")
_IN_LETTERS = re.compile(r"\s+[A-Z]{2,} [A-Z][A-Za-z\-]+(?:\[[\d,]+\])?[;；(].*$")
"""The same names in letters behind them, with their addresses."""
_POSTED = re.compile(rf"\s*(?:19|20)\d\d-\d\d-\d\d\s*(?P<glued>[{HAN}· \u3000]{{2,60}})\s*")
"""The line that libraries of articles put under a title: 2031-06-10霍某柏某."""
_SOME_NAME = re.compile(rf"[{HAN}]{{2,3}}")
_MOST = 3
"""Of so many names one may be of a surname that is not known."""


@dataclass(frozen=True, slots=True)
class Author:
    """A name, the marks behind it, and whether words there say that this author is corresponding."""

    name: str
    marks: str
    corresponds: bool = False


def posted(line: str, authors: Sequence[Author]) -> bool:
    """Whether a line is the day on which an article was put up with its authors' names in one, the first perhaps cut.

    >>> posted("2031-06-10霍启明柏若涵", authors_in("霍启明，柏若涵"))
    True
    """
    match = _POSTED.fullmatch(line)
    if match is None:
        return False
    glued, whole = re.sub(rf"{_REVIEWED}|\s", "", match["glued"]), "".join(author.name for author in authors)
    return whole.endswith(glued) and len(glued) > len(whole) - len(authors[0].name)


def marks_of(words: str) -> list[str]:
    """The marks of institutions among what stands behind a name.

    >>> marks_of("1,2*"), marks_of("(a)"), marks_of("①²✉")
    (['1', '2'], ['a'], ['1', '2'])
    """
    return [mark_of(mark) for mark in re.findall(rf"[{MARKS}]|\d+|[a-h]", words)]


def mark_of(mark: str) -> str:
    """A mark as it stands on the line: ① and ¹ are 1."""
    return str(_PLAIN.get(mark, mark))


def authors_in(line: str) -> list[Author]:
    """The authors of a line that holds nothing else; empty where it is another line.

    >>> [author.name for author in authors_in("霍启明1，柏若涵2,3*")], authors_in("放射科、超声科")
    (['霍启明', '柏若涵'], [])
    """
    line = _IN_LETTERS.sub("", line)
    before = _BYLINE.match(line)
    authors, at = list[Author](), before.end() if before is not None else 0
    while (match := _AUTHOR.match(line, at)) is not None and match.end() > at:
        said = match["said"] is not None and _CORRESPONDS.search(match["said"]) is not None
        authors.append(Author(heal_name(match["name"]), match["marks"], said))
        if not _could_be(authors[-1].name):
            return []
        at = match.end()
    told_twice = len(TWICE.findall(line)) == len(authors)
    return authors if at == len(line) and (told_twice or _mostly(authors)) else []


def _could_be(name: str) -> bool:
    strange = _SOME_NAME.fullmatch(name) and name not in NOT_NAMES and not is_place(name) and organization_kind(name) is None
    return could_be_person(name) or bool(strange)


def _mostly(authors: list[Author]) -> bool:
    """Whether all are persons' names, or of every three no more than one is of a surname that is not known."""
    strange = sum(not is_person(author.name) for author in authors)
    return strange * _MOST <= len(authors)


def paired_in(line: str) -> dict[Author, tuple[str, ...]]:
    """作者: 霍某:某医院放射科,某省 某市;柏某*:某大学: authors with their institutions; empty where the line is another.

    >>> [(author.name, homes) for author, homes in paired_in("作者: 霍启明:岚江医院放射科,云南 昆明;柏若涵*:西陵大学").items()]
    [('霍启明', ('岚江医院放射科',)), ('柏若涵', ('西陵大学',))]
    """
    label = _PAIRED.match(line)
    told = dict[Author, tuple[str, ...]]()
    for piece in re.split("[;；]", label["told"]) if label is not None else ():
        pair = _WITH_HOME.fullmatch(piece)
        authors = authors_in(pair["names"]) if pair is not None else []
        homes = _houses(pair["home"]) if pair is not None else ()
        if not authors or not homes:
            return {}
        told.update(dict.fromkeys(authors, homes))
    return told


def _houses(address: str) -> tuple[str, ...]:
    parts = [heal_name(part) for part in re.split("[,，]", address)]
    return tuple(part for part in parts if organization_kind(part) is not None)

"""Lines of a career: 2012.03—2016.08 某大学某学院 副教授. What was studied or visited is no employment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.layout import View, chinese_marks
from ingest.lexicon import is_position, is_title
from ingest.portraits.lines import TITLE_WORDS
from ingest.profile.sitter import Sitter
from ingest.prose.about import OF_KIN
from ingest.prose.people.described import POST_WORDS, employer_of
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read", "told"]

IN_CAREER = "profile.career"
"""2012.03—2016.08，某大学某学院，副教授: a line of a career, with its years."""

_DATE = r"(?:19|20)\d\d\s*(?:年|[./-](?=\d))?\s*(?:\d{1,2}\s*月?)?"
_SPAN = re.compile(
    rf"^[\W\d]{{0,4}}?(?P<from>{_DATE})\s*(?:(?:[-–—~～－]+|至|到)\s*(?P<to>{_DATE}|至今|今|现在|目前)?|(?P<since>至今|起|以来))?\s*[:：，,]?\s*"
)
_STUDIES = re.compile(
    r"学士|硕士(?!生?导师)|博士(?!后|生导师)|本科|专科|毕业|学习|进修|访问|访学|留学|攻读|就读|交流|培训|研修|实习|客座|学位|硕博|直博|联合培养|在读|规培|轮转"
)
_POST = re.compile(
    rf"(?:博士后(?:研究员)?|(?:特聘|二级|三级|讲席|长聘|准聘)*{TITLE_WORDS}|(?:常务|执行|名誉|副)*{POST_WORDS})(?=[，,、。；;（(/\s]|[兼和及]|$)|博士后(?=(?:科学)?研究(?:工作)?(?:$|[，,。；;])|工作)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_HOUSES = ("hospital", "university", "institute", "company", "laboratory", "department")
_UNIT = re.compile(rf"[{HAN}A-Z]{{0,12}}$")
_SUPERVISES = re.compile("导师|博导|硕导")


def read(sitter: Sitter, view: View) -> Iterator[Assertion]:
    """AFFILIATED_WITH of a line that says from when to when somebody was what where."""
    view = chinese_marks(view)
    years = _SPAN.match(view.text)
    if years is None or _STUDIES.search(view.text, years.end()) or OF_KIN.match(view.text):
        return
    named = sitter.named(view)
    houses = [one for one in named if one.label == "Organization" and one.kind in _HOUSES]
    if not houses or any(one.label == "Person" and one.name != sitter.who.name for one in named):
        return
    whole = employer_of(EntityRef(label="Organization", name=houses[0].name))
    posts = list(_POST.finditer(view.text, houses[0].end))
    words = [post.group() for post in posts if not _SUPERVISES.search(post.group())]
    if not words or (len(houses) > 1 and houses[1].start < posts[0].start() and houses[1].kind in ("hospital", "university")):
        return
    unit = houses[0].name.removeprefix(whole.name) + _between(view.text[houses[0].end : posts[0].start()])
    positions = [word for word in words if is_position(word) and not is_title(word)]
    yield sitter.at(view, years.start("from"), posts[-1].end(), IN_CAREER).fact(
        sitter.who,
        "AFFILIATED_WITH",
        whole,
        title=",".join(word for word in words if is_title(word)),
        position=unit + "、".join(positions) if positions else "",
        years=_years(years),
    )


def told(sitter: Sitter, view: View) -> Iterator[Assertion]:
    """The same of the clauses of a sentence that each begin with the years: 2008—2010年在某医院任博士后，2011年起…."""
    start = 0
    for at, char in enumerate(view.text + "，"):
        if char == "，":
            if _SPAN.match(view.text[start:at]) is not None:
                yield from read(sitter, View(view.text[start:at], view.offsets[start:at]))
            start = at + 1


def _between(words: str) -> str:
    """The unit between the house and the post, where nothing parts them."""
    words = words.strip(" ，,、：:任")
    return words if _UNIT.fullmatch(words) and not re.search("[，,。；]", words) else ""


def _years(span: re.Match[str]) -> tuple[int, ...]:
    """The first and the last year; the first alone where the end is open."""
    found = [int(year) for words in (span["from"], span["to"] or "") for year in _YEAR.findall(words)]
    return tuple(dict.fromkeys(found))

"""Papers of a page: authors with their marks, title, journal and year; the person by the name in letters too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.award.papers import Author, Paper, is_journal, reference
from ingest.layout import View
from ingest.portraits.lines import list_items
from ingest.profile.sitter import Sitter
from ingest.prose.writings.papers import is_title
from kg.model import Assertion, EntityRef
from kg.romanize import person_forms, squeeze
from kg.text import heal_name

__all__ = ["is_reference", "read"]

OWN_PAPER = "profile.paper"
"""[1] Zhang S#, Li S*. Title. Journal, 2020, 1(2): 3-4: in the part of a page that lists papers."""

LISTED_PAPER = "profile.paper-without-authors"
"""某某研究，某杂志，2020，第一作者; “某某研究”，《某杂志》2018年第3期: likewise, a line that names no author."""

PAPER_TOPIC = "profile.paper-title"
"""A technology or a disease that the title of such a paper names."""

_TOPICS = {"Technology": "CONCERNS", "Disease": "TARGETS"}
_NUMBER = re.compile(r"^\s*(?:[（(\[［]?\s*(?P<n>\d{1,3})\s*[)）\]］.、．:：]|[•●◆·■▪①-⑳]|[-–—](?=[\u4e00-\u9fffA-Z“《]))\s*")
_TAIL = re.compile(
    r"\s*[（(\[](?:SCI|EI|IF|JCR|中科院|影响因子|通[讯信]作者|第一作者|封面|[^（）()\[\]]{0,12}区)[^（）()\[\]]*[)）\]]\s*[.。;；]*\s*$"
)
_AUTHORS_YEAR = re.compile(r"^(?P<authors>[^（）()]{2,400}?)\s*[（(](?P<year>(?:19|20)\d\d)[)）]\s*[.,，]?\s*(?P<rest>.+)$")
_QUOTED = re.compile(r"^(?P<authors>.{2,400}?)[,.，]\s*[“\"](?P<title>[^“”\"]{8,400}?)[,.，]?\s*[”\"][,.，]?\s*(?P<rest>.+)$")
_VOLUME_FIRST = re.compile(r"^(?P<journal>[^\d,，.]{3,80}?)[,.，]?\s*\d.*?[（(](?P<year>(?:19|20)\d\d)[)）]")
_COLON = re.compile(r"^(?P<authors>[^:：.．]{2,300})[:：]\s*(?P<rest>.+)$")
_TITLED = re.compile(
    r"\s*[“《\"]?(?P<title>[^“”《》\"]{8,300}?)[”》\"]?[\s，,.。]*(?:[，,.。\s](?:发表[于在]|刊[于在登载发]+|载于)?|发表[于在]|刊[于在登载发]+|载于)\s*"
    r"(?P<journal>《[^《》]{3,80}》|[^《》“”，,.。\d]{3,80}?)[\s，,.。（(]*(?P<year>(?:19|20)\d\d)(?!\d)(?P<rest>[^。]*)。?\s*$"
)


def is_reference(line: View) -> bool:
    """Whether a line of any part is a reference, with authors, title and year."""
    return _paper(line) is not None


def read(sitter: Sitter, lines: Sequence[View]) -> Iterator[Assertion]:
    """AUTHORED of all whom a reference names, and PUBLISHED_IN."""
    for line in list_items(lines):
        paper = _paper(line)
        if paper is not None and not paper.book:
            yield from _stated(sitter, line, paper)
        elif paper is None:
            yield from _without_authors(sitter, line)


def _without_authors(sitter: Sitter, line: View) -> Iterator[Assertion]:
    """AUTHORED and PUBLISHED_IN of a line that tells title, journal and year alone, and perhaps which author the person is."""
    told = _TITLED.match(_NUMBER.sub("", line.text))
    if told is None or not is_title(title := heal_name(told["title"])) or not is_journal(told["journal"]):
        return
    speaker = sitter.at(line, 0, len(line.text), LISTED_PAPER)
    work = EntityRef(label="Publication", name=title)
    journal = EntityRef(label="Journal", name=heal_name(told["journal"].strip("《》 ")))
    yield speaker.fact(work, "PUBLISHED_IN", journal, year=int(told["year"]))
    first, last = re.search("第一(?!单位)", told["rest"]), re.search("通[讯信]", told["rest"])
    order = 1 if first is not None and last is None else None
    yield speaker.fact(
        sitter.who, "AUTHORED", work, order=order, corresponding=True if last is not None and first is None else None
    )


def _paper(view: View) -> Paper | None:
    """The paper of a line, whichever way it parts authors, title and journal."""
    numbering = _NUMBER.match(view.text)
    start = numbering.end() if numbering else 0
    tail = _TAIL.search(view.text, start)
    end = tail.start() if tail else len(view.text)
    number = int(numbering["n"]) if numbering and numbering["n"] else 0
    for cut in _spelt(view.text[start:end]):
        found = reference(_as_view(cut, view, start), number)
        if found is not None and found.authors:
            return found
    return None


def _spelt(words: str) -> Iterator[str]:
    """The line as it stands, and rewritten as authors, title, journal, year with full stops between."""
    yield words
    if (dated := _AUTHORS_YEAR.match(words)) is not None:
        title, stop, journal = dated["rest"].partition(". ")
        if stop:
            yield f"{dated['authors'].rstrip('., ')}. {title}. {re.split(r'[,，]', journal)[0]}, {dated['year']}"
    if (quoted := _QUOTED.match(words)) is not None:
        placed = _VOLUME_FIRST.match(quoted["rest"])
        rest = f"{placed['journal'].strip()}, {placed['year']}" if placed else quoted["rest"]
        yield f"{quoted['authors'].replace('&', ',')}. {quoted['title']}. {rest}"
    if (colon := _COLON.match(words)) is not None:
        yield f"{colon['authors']}. {colon['rest']}"


def _as_view(words: str, view: View, start: int) -> View:
    """Words that may be rewritten, over the place where the line stands."""
    last = len(view.offsets) - 1
    return View(words, tuple(view.offsets[min(start + at, last)] for at in range(len(words))))


def _stated(sitter: Sitter, view: View, paper: Paper) -> Iterator[Assertion]:
    speaker = sitter.at(view, 0, len(view.text), OWN_PAPER)
    work = EntityRef(label="Publication", name=paper.title)
    if paper.journal:
        yield speaker.fact(work, "PUBLISHED_IN", EntityRef(label="Journal", name=paper.journal), year=paper.year)
    own = _own(sitter, paper.authors)
    for author in paper.authors:
        who = sitter.who if author is own else EntityRef(label="Person", name=author.name)
        yield speaker.fact(who, "AUTHORED", work, order=author.order, corresponding=author.corresponding or None)
    yield from speaker.attributes(work, **paper.attributes)
    for one in sitter.named(View(paper.title, tuple(range(len(paper.title))))):
        if one.label in _TOPICS:
            yield sitter.at(view, 0, len(view.text), PAPER_TOPIC).fact(work, _TOPICS[one.label], one.ref)


def _own(sitter: Sitter, authors: Sequence[Author]) -> Author | None:
    """The one author who bears the person's name, in characters or in letters; None where several may."""
    same = [one for one in authors if one.name == sitter.who.name]
    if same:
        return same[0]
    forms = person_forms(sitter.who.name)
    fitting = [one for one in authors if squeeze(one.name) in forms]
    return fitting[0] if len(fitting) == 1 else None

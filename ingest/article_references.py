"""The list of references at an article's end: Chinese papers with their authors, journal and year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.award.papers import Paper, is_journal, reference
from ingest.base import once
from ingest.layout import View, heal
from ingest.lexicon import could_be_person
from kg.model import Document, Span
from kg.text import HAN

__all__ = ["Reference", "references"]

_HEADING = re.compile(
    r"^[ \u3000#*【\[]*(?:\d{1,2}[.、]?\s*)?"
    r"(?:(?:主要|部分)?参[ \u3000]*考[ \u3000]*文[ \u3000]*献(?:[（(][^（）()\n]{1,8}[)）])?|References?|REFERENCES)"
    r"[ \u3000】\]]*[:：]?[ \u3000]*$",
    re.M,
)
_ENTRY = re.compile(r"\s*(?P<open>[\[［])?[（(]?(?P<number>\d{1,3})[\]］）).、．]?\s*(?=[^\d\s.,，、])")
_CLOSED = re.compile(r"[.。．\d)）\]］]\s*$")
_MARKED = re.compile(r"[\[［]\s*J(?:/OL)?\s*[\]］]")
_YEAR_FIRST = re.compile(
    rf"(?P<authors>[{HAN}][{HAN}·,，、 ]{{1,200}}?)[.．]\s*(?P<year>(?:19|20)\d\d)[a-e]?[.．]\s*(?P<title>[^\n]{{6,120}}?)"
    r"(?:[\[［]J(?:/OL)?[\]］])?[.．]\s*(?P<journal>[^,，.．\d]{2,40})[,，]\s*(?P<rest>\d.*)"
)
"""霍某, 柏某. 2031. 某题[J]. 某刊, 27(3): 65-71: the year behind the authors."""
_YEAR_BRACKETED = re.compile(
    rf"(?P<authors>[{HAN}][{HAN}·,，、 &]{{1,200}}?)[.．]?\s*[（(](?P<year>(?:19|20)\d\d)[a-e]?[)）][.．:：,，]?\s*"
    r"(?P<title>[^\n]{6,120}?)(?:[\[［]J(?:/OL)?[\]］])?[.．]\s*(?P<journal>[^,，.．\d]{2,40}?)[,，\s]\s*(?P<rest>\d.*)"
)
"""霍某, 柏某 (2031). 某题. 某刊, 27(3), 65-71."""
_ISSUED = re.compile(r"(?<!\d)(?:19|20)\d\d\s*[,，;；]\s*\d+\s*(?:[（(][\w ]{1,8}[)）])?\s*[:：]\s*\d")
"""2031, 27(3): 65: so a list of references tells a journal's paper, whatever the journal's name."""
_BY_MARKS = re.compile(
    rf"(?P<authors>[{HAN}][{HAN}·,，、 ]{{1,80}}?)等?\s*[:：]\s*[《“]?(?P<title>[^《》“”\n]{{6,120}}?)[》”]?\s*[,，]\s*"
    r"(?:载)?《(?P<journal>[^《》]{2,30})》\s*[,，]?\s*(?P<year>(?:19|20)\d\d)\s*年?\s*[,，]?\s*(?:第?\s*\d+\s*卷)?[,，]?\s*第?\s*(?P<issue>\d+)\s*期"
)
"""霍某、柏某：某题，《某刊》，2031年第5期: parted by quotation marks."""
_INLINE = re.compile(
    rf"(?<!引用)(?<!引文)(?<!格式)(?<!本文)(?:】|\])?[：:；;]\s*(?P<entry>[{HAN}][{HAN}·，,、 ]{{1,80}}[.．]"
    r"\s*[^；;\[\]\n]{6,100}?[\[［]J[\]］][.．]\s*[^；;\n]{2,40}?[，,]\s*(?:19|20)\d\d[^；;。\n]{0,30})"
)
"""代表性论文有：|霍某，柏某. 某题[J]. 某刊，2031，44（6）：601-607|；…, in a sentence."""
_HAN = re.compile(rf"[{HAN}]{{4}}")
_MOST_LINES, _MOST_BETWEEN = 6, 4


@dataclass(frozen=True, slots=True)
class Reference:
    """A paper of the list, and where it stands."""

    paper: Paper
    span: Span


@once
def references(document: Document) -> tuple[Reference, ...]:
    """The Chinese papers of the list of references, which counts up; those by bodies or in letters are left out."""
    headings = list(_HEADING.finditer(document.text))
    listed = list(_entries(document.text, headings[-1].end())) if headings else []
    told = (Span(start=one.start("entry"), end=one.end("entry")) for one in _INLINE.finditer(document.text))
    spans = [*(one for one in told if not listed or one.end <= listed[0].start), *listed]
    return tuple(Reference(paper, span) for span in spans if (paper := _paper(heal(document.text, span))) is not None)


def _entries(text: str, start: int) -> Iterator[Span]:
    """The numbered entries below the heading, each with the lines that it wraps into; in square brackets with gaps too."""
    number, between = 0, 0
    held: list[Span] = []
    for match in re.finditer(r"[^\n\f]+", text[start:]):
        line = Span(start=start + match.start(), end=start + match.end())
        entry = _ENTRY.match(match.group())
        told = int(entry["number"]) if entry is not None else 0
        if entry is not None and (told == number + 1 or (entry["open"] and told > number > 0)):
            if held:
                yield _whole(held)
            number, between, held = told, 0, [Span(start=line.start + entry.end(), end=line.end)]
        elif held and len(held) < _MOST_LINES and not _CLOSED.search(text[held[-1].start : held[-1].end]):
            held.append(line)
        elif (between := between + 1) > _MOST_BETWEEN:
            break
    if held:
        yield _whole(held)


def _whole(lines: list[Span]) -> Span:
    return Span(start=lines[0].start, end=lines[-1].end)


def _paper(view: View) -> Paper | None:
    """The paper of an entry in Chinese: marked as a journal's, or its journal is one by name, its authors people."""
    dated = _YEAR_FIRST.match(view.text) or _YEAR_BRACKETED.match(view.text)
    marked = _BY_MARKS.match(view.text)
    words = view.text
    if dated is not None:
        words = f"{dated['authors']}. {dated['title']}[J]. {dated['journal']}, {dated['year']}, {dated['rest']}"
    elif marked is not None:
        authors = ", ".join(re.split("[、，,]", marked["authors"].rstrip("等")))
        words = f"{authors}. {marked['title']}[J]. {marked['journal']}, {marked['year']}, {marked['issue']}"
    found = reference(View(words, view.offsets[:1] * len(words)), None)
    if found is None or found.book or not found.authors or not found.journal or not _HAN.search(found.title):
        return None
    people = all(could_be_person(one.name) and _is_han(one.name) for one in found.authors)
    sure = dated or marked or _MARKED.search(view.text) or _ISSUED.search(view.text) or is_journal(found.journal)
    return found if people and sure else None


def _is_han(name: str) -> bool:
    return re.fullmatch(rf"[{HAN}·]+", name) is not None

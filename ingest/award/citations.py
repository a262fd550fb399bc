"""Papers that prose refers to: by number ("论文1、2、3", "代表性论文7.1-3"), or by journal and year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.layout import View
from kg.model import Span
from kg.text import heal_name

__all__ = ["Citation", "citations_in", "paper_numbers"]

_MOST_PAPERS = 60
_JOINED = r"\s*[-–—~～至、，,和及]\s*(?:论文)?\s*"
_PAPER_LIST = re.compile(
    rf"(?:代表性)?(?:论文|文章|成果)\s*(?P<list>\d{{1,2}}(?:\.\d-\d{{1,2}})?(?:{_JOINED}\d{{1,2}}(?![\d.]))*)"
    r"(?!\s*(?:篇|部|项|余|多|年|次|万|%|％|月|\.\d|\d))"
)
_CODED = re.compile(r"(?<![\d.])(?:附件)?\s*\d{1,2}\.\d{1,2}-(\d{1,2})(?!\d)")
_CITED = re.compile(
    r"[（(]\s*(?P<journal>[A-Z][A-Za-z&]*(?:[ :\-][A-Za-z&]+){0,8}?)\s*(?:[.,，。;；]\s*|\s+)"
    r"(?P<year>(?:19|20)\d\d)[^（）()]{0,40}[)）]"
)
_DOER = re.compile(r"^.*(?:教授|主任|团队|医师|研究员)(?:团队)?(?:率先|首次|还|也)?")
_VERB = re.compile(
    r"^.*?(?:证实|揭示|验证|实现|提出|发现|探讨|参与|建立|构建|开展|阐明|明确|评估|研发|开发)(?:并|和|及)?(?:了)?"
)
_BY_MEANS = re.compile(
    r"^(?:还|并|率先|首次)*通过(?P<by>[^，]{2,24}?)(?P<what>(?:揭示|证实|发现|评估|实现|验证|提示|阐明).{4,})"
)
_AMONG = re.compile(
    r"^(?:还|并|率先|首次)*在(?P<by>[^，]{4,30}?)中(?:率先|首次|进一步)?(?:证实|揭示|验证|发现|探讨|阐明|明确|评估)(?:了)?(?P<what>.{4,})"
)
_NOT_ABOUT = re.compile(r"发表|论文|影响因子|期刊|杂志|\d\s*篇|SCI")
_PRAISE = re.compile(r"(?:中|方面|上)?取得(?:了)?(?:重要|重大|显著)?(?:突破|进展|成果).*$")
_LEAST, _MOST = 6, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A citation in prose, "…（Journal. 2016）": the words before it describe the paper, whose title is not stated."""

    about: str
    journal: str
    year: int
    span: Span


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


def _expanded(listed: str) -> list[int]:
    found: list[int] = []
    for low, high in re.findall(r"(\d{1,2})(?:\s*[-–—~～至]\s*(\d{1,2}))?", listed):
        found.extend(range(int(low), int(high) + 1) if high and int(high) > int(low) else [int(low)])
    return found


def _about(clause: str) -> str:
    """What a clause says was found, without the doer and the verb; "" where too little is left to tell a paper by."""
    if _NOT_ABOUT.search(clause):
        return ""
    words = _DOER.sub("", clause)
    if (found := _BY_MEANS.match(words) or _AMONG.match(words)) is not None:
        left = _PRAISE.sub("", found["by"] + ("中" if found.re is _AMONG else "") + found["what"])
        return heal_name(left) if _LEAST <= len(left) <= _MOST else ""
    left = _VERB.sub("", words) if _VERB.match(words) and len(_VERB.sub("", words)) >= _LEAST else words
    left = _PRAISE.sub("", left)
    left = re.sub(r"^(?:在|对|通过|了|其)", "", left).strip(" ，、")
    return heal_name(left) if _LEAST <= len(left) <= _MOST else ""

"""Papers, guidelines and books of a list, parted by slashes: 题目 / 期刊 / 2020年3卷 / 第一作者：甲，通讯作者：乙."""

from __future__ import annotations

import re

from ingest.award.books import Book
from ingest.award.forms.align import could_be_named
from ingest.award.papers import Paper, attributes_of, bare_name, is_journal, names_in, year_of
from ingest.award.told import authors_of
from ingest.layout import View
from kg.text import HAN, heal_name

__all__ = ["slashed", "slashed_book"]

_CUT = re.compile(r"\s+[/／]\s+|\s*[|｜]\s*|[；;]\s*")
_TIGHT = re.compile(
    r"(?P<title>[^/／].{6,300}?)[/／](?P<journal>[^/／\d]{4,60})[/／](?P<issue>(?:19|20)\d\d[^/／]*)[/／](?P<rest>.*[：:].*)"
)
"""Slashes without blanks, which titles hold too (PET/CT)."""
_ISSUE = re.compile(r"(?:出版|发表)?[（(]?(?:19|20)\d\d(?!\d)")
_AUTHORS = re.compile(
    r"(?:(?P<authors>(?:全部|全体|所有|完整|论文)?作者)|(?P<first>(?:共同|并列)?第一作者)|(?P<corresponding>(?:共同)?通[讯信]作者))"
    r"\s*[：:]\s*(?P<names>.+)"
)
_NEXT_LABEL = re.compile(rf"[，,。]\s*(?=[{HAN}]{{2,8}}[：:])")
_KIND = re.compile(
    r"(?:代表性|学术|期刊|中文|英文|SCI)*(?:论文|文章|专著|著作|教材|图书|共识|指南)\d{0,2}\s*(?:[：:]\s*|(?=[《“]))"
)
_MADE = re.compile(
    r"(?P<role>(?:副|共同|执行|总)?主[编译]|主审|参编|编委|执笔(?=[：:人者专])|(?:主要)?起草(?=[：:人者])|(?:牵头|组织|通[讯信])(?:人|者|专家|作者))"
    r"(?:人|者|专家)?\s*[：:]\s*(?P<names>.+)"
)
_GUIDANCE = re.compile(r"(?:共识|指南|规范|专家建议|标准|声明)(?:\s*[（(][^（）()]{2,20}[)）])?$")
_PUBLISHER = re.compile(rf"[{HAN}]{{2,16}}出版社")
_FEWEST = 3
_LEAST_TITLE = 6


def slashed(view: View, number: int | None) -> Paper | None:
    """The paper of an item: title, journal and year in this order, authors behind; None for anything else."""
    title, *rest = _parts(view.text)
    issue = next((part for part in rest[1:] if _ISSUE.match(part)), "")
    if len(rest) < _FEWEST - 1 or len(title) < _LEAST_TITLE or not issue or not is_journal(rest[0]):
        return None
    names: dict[str, list[str]] = {"authors": [], "first": [], "corresponding": []}
    for said in (match for part in rest for match in map(_AUTHORS.match, _NEXT_LABEL.split(part)) if match):
        label = next(label for label in names if said[label])
        names[label] += _names(said["names"])
    if _GUIDANCE.search(title) or not any(names.values()):
        return None
    return Paper(
        title=heal_name(title),
        span=view.span(0, len(view.text)),
        number=number,
        journal=heal_name(rest[0]).strip("《》 "),
        year=year_of(issue),
        authors=tuple(authors_of(names)),
        attributes=attributes_of(issue, ""),
    )


def slashed_book(view: View, number: int | None) -> Book | None:
    """The guideline or book of an item, with those who made it; what is neither by its name has a publisher behind it."""
    title, *rest = _parts(view.text)
    publisher = next((part for part in rest if _PUBLISHER.fullmatch(part)), "")
    if len(rest) < _FEWEST - 1 or len(title) < _LEAST_TITLE or not (publisher or _GUIDANCE.search(title)):
        return None
    return Book(
        name=heal_name(title),
        span=view.span(0, len(view.text)),
        number=number,
        year=year_of(" ".join(part for part in rest if _ISSUE.match(part))),
        publisher=publisher,
        people=tuple(
            (name, said["role"], view.span(0, len(view.text)))
            for part in rest
            for said in map(_MADE.match, _NEXT_LABEL.split(part))
            if said
            for name in _names(said["names"])
        ),
    )


def _names(words: str) -> list[str]:
    """The names behind a label that asks for them; one that is not Chinese may have no surname that is known."""
    parts = [bare_name(part) for part in re.split("[、，,]", words)]
    return parts if all(map(could_be_named, parts)) else [name for _, name, _ in names_in(words)]


def _parts(words: str) -> list[str]:
    """The parts of an item, the first its title without marks and the word for what it is."""
    tight = None if len(_CUT.split(words)) >= _FEWEST else _TIGHT.fullmatch(words.strip(" 。；;"))
    cut = [tight["title"], tight["journal"], tight["issue"], *re.split("[/／]", tight["rest"])] if tight else _CUT.split(words)
    parts = [part.strip(" 。，,") for part in cut if part.strip(" 。，,")] or [""]
    return [_KIND.sub("", parts[0], count=1).strip('《》“”" '), *parts[1:]]

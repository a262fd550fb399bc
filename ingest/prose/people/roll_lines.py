"""Those who headed a society one after another, a line each below 历任会长: 第三届：张三（2003—2008）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.lexicon import could_be_person, is_person, is_title, organization_kind
from ingest.names import organizations
from ingest.prose.houses.of_title import titled_society
from ingest.prose.people.described import SOCIETIES, employer_of
from ingest.prose.reading import Reading, Rule
from kg.model import Assertion, EntityRef, Span
from kg.text import heal_name

__all__ = ["read"]

ROLL_LINE = Rule("roll_line")
"""第三届：张三（2003—2008）, a line below 某学会历任会长."""

_HEADS = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]\s*)?(?P<body>[^，。；：:]{0,30}?)(?:历[任届]|前后)"
    r"(?P<post>副?(?:主任委员|会长|理事长|主席)|秘书长)(?:名单|一览表?|简介|及任期)?\s*[:：]?\s*"
)
_TERM = re.compile(r"第[一二三四五六七八九十\d]+[、至—-]?[一二三四五六七八九十\d]*[届任]")
_YEARS = re.compile(
    r"(?P<since>(?:19|20)\d\d)\s*年?(?:\d{1,2}月)?\s*(?:[—–~～至\-]+\s*(?:(?P<until>(?:19|20)\d\d)\s*年?(?:\d{1,2}月)?|今))?"
)
_PARTS = re.compile(r"[\s\u3000：:，,、；;（）()\t|｜/]+")
_OFFICE_HELD = re.compile("(?:现任|首任|名誉)?(?:主任委员|会长|理事长|主席|秘书长)")
_LONGEST, _FEWEST = 60, 2


@dataclass(frozen=True, slots=True)
class _Item:
    name: str
    house: str
    title: str
    term: str
    years: str
    span: Span


def read(reading: Reading) -> Iterator[Assertion]:
    """MEMBER_OF, and AFFILIATED_WITH where a house stands beside the name, of the lines below a heading of heads."""
    text = reading.document.text
    body, post, items = None, "", list[_Item]()
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        heads = _HEADS.fullmatch(match.group()) if len(match.group()) <= _LONGEST else None
        item = _item(match.group(), match.start()) if body is not None and heads is None else None
        if item is not None:
            items.append(item)
            continue
        yield from _told(reading, body, post, items)
        body, post, items = (_society(reading, heads["body"]), heads["post"], []) if heads is not None else (None, "", [])
    yield from _told(reading, body, post, items)


def _society(reading: Reading, words: str) -> EntityRef | None:
    """The society that the heading names, else that of the title."""
    named = [words[one.start : one.end] for one in organizations(words)]
    told = [one for one in named if organization_kind(one) in SOCIETIES]
    return EntityRef(label="Organization", name=heal_name(told[-1])) if told else titled_society(reading)


def _item(line: str, start: int) -> _Item | None:
    """The one whom a line names, with house, title, term and years and nothing else; None for any other line.

    >>> one = _item("第三届：裘宁川教授（2003—2008）", 0)
    >>> one and (one.name, one.title, one.term, one.years)
    ('裘宁川', '教授', '第三届', '2003—2008')
    """
    if len(line) > _LONGEST:
        return None
    term, years = _TERM.search(line), _YEARS.search(line)
    rest = _YEARS.sub(" ", _TERM.sub(" ", line))
    pieces = [heal_name(one) for one in _PARTS.split(rest) if one.strip("—–-~～至今年")]
    names, houses, titles = list[str](), list[str](), list[str]()
    for piece in pieces:
        bare = re.sub("(?:教授|主任医师|院士|研究员|先生|女士|同志)+$", "", piece)
        if is_title(piece):
            titles.append(piece)
        elif organization_kind(piece) is not None:
            houses.append(piece)
        elif is_person(bare) or (could_be_person(bare) and (term or years)):
            names.append(bare)
            titles += [piece.removeprefix(bare)] if is_title(piece.removeprefix(bare)) else []
        elif not _OFFICE_HELD.fullmatch(piece):
            return None
    if len(names) != 1 or len(houses) > 1 or not (term or years or houses):
        return None
    span = Span(start=start + len(line) - len(line.lstrip()), end=start + len(line.rstrip()))
    return _Item(
        names[0],
        houses[0] if houses else "",
        ",".join(titles),
        term.group() if term is not None else "",
        years.group() if years is not None else "",
        span,
    )


def _told(reading: Reading, body: EntityRef | None, post: str, items: list[_Item]) -> Iterator[Assertion]:
    if body is None or len(items) < _FEWEST:
        return
    for one in items:
        home = employer_of(EntityRef(label="Organization", name=one.house)) if one.house else None
        person = reading.person(one.name, home.name if home is not None else "")
        yield reading.fact(ROLL_LINE, person, "MEMBER_OF", body, one.span, role=(post,), term=one.term or one.years)
        if home is not None:
            yield reading.fact(ROLL_LINE, person, "AFFILIATED_WITH", home, one.span, title=one.title)

"""Programmes of meetings, line by line: who speaks and where that one works."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.chair_rows import chairs_in
from ingest.layout import heal
from ingest.lexicon import SURNAMES, TITLES, could_be_person, is_person, is_title, organization_kind
from ingest.mentions import mentions
from ingest.prose.people.described import employer_of
from ingest.prose.reading import Reading, Rule
from ingest.table.recognise import could_be_named
from kg.model import Assertion, EntityRef, Span
from kg.text import HAN, heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Line", "One", "lines", "listed", "read", "works"]

AGENDA = Rule("agenda_line")
"""09:10-09:30  某某成像的进展  张三  甲医院, in a programme; 主持人：张三（甲医院）、李四（乙大学）."""

TALK_LINE = Rule("talk_line")
"""09:10 某某成像的进展（张三，甲医院）; 甲医院张三教授：《某某成像的进展》: one of three or more talks, a line each."""

_CLOCK = r"\d{1,2}\s?[:：]\s?\d{2}(?:\s*[-—–~～至]+\s*\d{1,2}\s?[:：]\s?\d{2})?"
_OPENS_WITH_CLOCK = re.compile(rf"(?m)^[ \t\u3000]*{_CLOCK}")
_LEAD = re.compile(
    rf"[ \t\u3000]*(?:{_CLOCK}[ \t\u3000]*)?"
    r"(?:(?:\d{1,2}[.、．)）](?!\d)|[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,2}、)[ \t\u3000]*)?"
)
_RANKS = "|".join(sorted(TITLES, key=len, reverse=True))
_NOTED_TALK = re.compile(
    rf"(?P<title>[^，。；]{{4,60}}?)\s*[（(](?P<name>[{HAN}]{{2,4}}?)\s*(?P<rank>{_RANKS})?[，,、\s]+(?P<house>[^（）()，,\s]{{4,30}})[)）]\s*"
)
_TOLD_TALK = re.compile(r"(?P<who>[^：:，。]{4,50})\s*[：:]\s*(?P<title>[^。；]{4,60})\s*")
_BETWEEN_CELLS = re.compile(r"\t+|\s*[|｜]\s*| / |\u3000+|  +")
_CELLS = 3
_TITLE_LABEL = re.compile("(?:报告|演讲|讲座|讲课|授课)?(?:题目|主题|内容)")
_SPEAKER_LABEL = re.compile("讲者|报告人|主讲(?:人|专家|嘉宾)?|演讲(?:人|者|嘉宾)|授课(?:人|专家)")
_HEADS_PART = re.compile(r"[一二三四五六七八九十]、\s*$")
_LABEL = re.compile(rf"(?P<label>[{HAN}](?:[ \u3000]*[{HAN}/]){{1,11}})[ \u3000]*[:：][ \u3000]*(?=\S)")
_OF_MEETING = re.compile(
    r"[【\[]?(?P<label>(?:会议|大会|论坛|年会|活动)?(?:(?:主办|承办|协办)(?:单位|方|机构)?|(?:地点|会场)|(?:共同|执行|联合|名誉)*主席))"
    r"[】\]]?(?:[ \u3000]*(?:[:：]|[—–]{1,2}|[/|｜]))?(?=[\t】\]]|$|(?<=[】\]:：—–/|｜]))\s*"
)
"""A label of a meeting that no colon parts from what it tells: in brackets, in a cell, on a line of its own, before a dash."""
_FURTHER = re.compile(rf"(?P<label>[{HAN}](?:[ \u3000]*[{HAN}/]){{0,11}})[ \u3000]*[:：][ \u3000]*(?=\S)")
"""A label behind a wide blank, which one character may be: 主办：甲学会　　编：会务组."""
_MEETINGS_LABEL = (
    r"(?:会议|大会|论坛|活动)?"
    r"(?:(?:主办|承办|协办|支持)(?:单位|方|机构)?|地点|时间|日期|会场|主题|(?:名誉|执行|共同|大会)*主席)\s*[:：]"
)
_GAP = re.compile(rf"\t+|\u3000+|  +| (?=[{HAN}]{{2,6}}[:：])|[；;。]\s*(?={_MEETINGS_LABEL})")
_PADDED = re.compile(rf"(?<![{HAN}A-Za-z])([{HAN}])[ \u3000]{{1,4}}([{HAN}])(?=[（(、，,；;])")
_MARK = re.compile(r"\s*[、，,；;]\s*")
_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_NAME = re.compile(
    rf"(?P<name>[{HAN}·][{HAN}· ]{{1,10}}?|[A-Z][A-Za-z.\-]+(?: [A-Z][A-Za-z.\-]*){{1,3}})[ ]?"
    rf"(?P<titles>(?:(?:{_TITLE}|博士|主任)[、/ ]?)*)"
    rf"(?:[ ]?[（(](?P<house>[^（）()\s，,]{{4,30}})(?:[\s，,、/]*(?P<held>{_TITLE}))?[)）])?"
)
_WHOLE_NAME = re.compile(rf"[{HAN}]{{2,4}}")
_BYLINE = re.compile("来源|供稿|撰稿|作者|[文图]|摄影|通讯|记者|编辑|审[核稿]|责编|校对|投稿|信息员|联系|电话|地址|邮箱")
_HOSTS = re.compile(
    ".*(?:主席|主持人?|主持嘉宾|点评(?:人|专家|嘉宾)?|讨论(?:人|专家|嘉宾)?|讲者|报告人|主讲人?|演讲人|嘉宾|专家|评委|秘书长?|召集人|组长|委员|成员)"
)
_EMPLOYERS = ("hospital", "university", "institute", "company", "laboratory", "department", "government")
_FEWEST_CLOCKS, _FEWEST_LINES, _LONGEST, _LONGEST_ROW = 3, 3, 160, 400
_HEADS_ROW = re.compile(r"\W{0,4}[^：:，。]{0,6}(?:[主承协]办|主席)[^：:，。]{0,4}[：:]")
"""How a line opens that may list many bodies or people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line: the label before its colon, its pieces as wide blanks part them, and its words' place."""

    label: str
    pieces: tuple[str, ...]
    span: Span
    part: bool = False
    """Whether it is numbered as what heads a part of the text is: 二、时间地点."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Talk:
    one: One
    title: Span
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class One:
    """A person of a line, with titles and the house beside the name ("" for none)."""

    name: str
    titles: tuple[str, ...] = ()
    house: str = ""


def read(reading: Reading, found: Sequence[Line], nlp: Language) -> Iterator[Assertion]:
    """AFFILIATED_WITH of those whom the lines name beside their houses, and WORKS_ON what the titles of their talks name."""
    programme = len(_OPENS_WITH_CLOCK.findall(reading.document.text)) >= _FEWEST_CLOCKS
    talks = [talk for line in found if (talk := _talk(line, reading.document.text)) is not None]
    talks += [talk for pair in pairwise(found) if (talk := _labelled_talk(*sorted(pair, key=_is_title_line))) is not None]
    for talk in talks if len(talks) >= _FEWEST_LINES else ():
        if talk.one.house:
            yield works(reading, talk.one, talk.span)
        person = reading.person(talk.one.name)
        for named in mentions(heal(reading.document.text, talk.title), nlp):
            if named.label == "Technology":
                yield reading.fact(TALK_LINE, person, "WORKS_ON", named.ref, talk.span)
    whole = [line for line in found if not line.label and _beside(line.pieces, alone=True) is not None]
    for line in found:
        yield from _at_home(reading, line, programme=programme, roster=len(whole) >= _FEWEST_LINES)
    if programme:
        yield from _in_turn(reading, found)


def _talk(line: Line, text: str) -> _Talk | None:
    """The talk of a line that holds its title, and who gives it with the house, and nothing else."""
    words = text[line.span.start : line.span.end]
    lead = _LEAD.match(words)
    start = lead.end() if lead is not None else 0
    noted, told = _NOTED_TALK.fullmatch(words, start), _TOLD_TALK.fullmatch(words, start)
    if noted is not None and organization_kind(noted["house"]) in _EMPLOYERS and could_be_person(noted["name"]):
        one, at = (
            One(name=noted["name"], titles=tuple(filter(None, [noted["rank"]])), house=noted["house"]),
            noted.span("title"),
        )
    elif told is not None and len(chairs := chairs_in(told["who"])) == 1 and chairs[0].home:
        one, at = (
            One(name=chairs[0].name, titles=tuple(filter(None, [chairs[0].title])), house=chairs[0].home),
            told.span("title"),
        )
    else:
        cells = list(_cells(words, start))
        beside = _beside([words[slice(*cell)] for cell in cells], alone=False) if len(cells) >= _CELLS else None
        titles = [cell for cell in cells if not _is_house(words[slice(*cell)])]
        at = max(titles, key=lambda cell: cell[1] - cell[0], default=(0, 0))
        if beside is None or beside.name in words[slice(*at)]:
            return None
        one = beside
    return _Talk(one=one, title=Span(start=line.span.start + at[0], end=line.span.start + at[1]), span=line.span)


def _is_title_line(line: Line) -> bool:
    return _TITLE_LABEL.fullmatch(line.label) is not None


def _labelled_talk(who: Line, title: Line) -> _Talk | None:
    """The talk of two lines, one of which is labelled as its title and the other as who gives it."""
    if not (_is_title_line(title) and _SPEAKER_LABEL.fullmatch(who.label) and len(who.pieces) and len(title.pieces) == 1):
        return None
    people = listed(who.pieces)
    one = people[0] if len(people) == 1 else _beside([*who.pieces], alone=True) or _beside(who.pieces[0].split(), alone=True)
    span = Span(start=min(who.span.start, title.span.start), end=max(who.span.end, title.span.end))
    return _Talk(one=one, title=title.span, span=span) if one is not None else None


def _cells(words: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the cells of a line stand that tabs, strokes or wide blanks part."""
    for mark in _BETWEEN_CELLS.finditer(words, start):
        if mark.start() > start:
            yield start, mark.start()
        start = mark.end()
    if start < len(words):
        yield start, len(words)


def _in_turn(reading: Reading, found: Sequence[Line]) -> Iterator[Assertion]:
    """A name, and the house on the line below (or above), as every item of a programme with a piece a line has them."""
    items: list[list[Line]] = []
    for line in found:
        if _OPENS_WITH_CLOCK.match(reading.document.text, line.span.start):
            items.append([])
        if items:
            items[-1].append(line)
    pairs = [pair for item in items if (pair := _pair(item)) is not None]
    orders = {house.span.start > line.span.start for line, _, house in pairs}
    if len(pairs) >= _FEWEST_LINES and len(orders) == 1:
        for line, one, house in pairs:
            span = Span(start=min(line.span.start, house.span.start), end=max(line.span.end, house.span.end))
            yield works(reading, One(name=one.name, titles=one.titles, house=house.pieces[0]), span)


def _pair(item: Sequence[Line]) -> tuple[Line, One, Line] | None:
    """The one line of an item that names a person, and the one beside it that names a house; None where there are others."""
    plain = [line for line in item if len(line.pieces) == 1 and (not line.label or _HOSTS.fullmatch(line.label))]
    named = [(place, line, one) for place, line in enumerate(plain) if (one := _named_alone(line.pieces[0])) is not None]
    houses = [place for place, line in enumerate(plain) if " " not in line.pieces[0] and _is_house(line.pieces[0])]
    if len(named) != 1 or len(houses) != 1 or abs(named[0][0] - houses[0]) != 1 or named[0][2].house:
        return None
    return named[0][1], named[0][2], plain[houses[0]]


def _named_alone(piece: str) -> One | None:
    """The person of a line: one with a title, or a name of a person's length that a surname opens."""
    one = _person(piece, sure=True)
    return one if one is not None and (one.titles or one.house or _WHOLE_NAME.fullmatch(one.name)) else None


def lines(reading: Reading) -> Iterator[Line]:
    """The lines of the text that stand in no table and are short enough for an agenda."""
    told = [(table.span.start, table.span.end) for table in reading.document.tables]
    for match in re.finditer(r"[^\n\f]+", reading.document.text):
        words = match.group()
        longest = _LONGEST_ROW if _HEADS_ROW.match(words) else _LONGEST
        if len(words) > longest or not words.strip():
            continue
        lead = _LEAD.match(words)
        start = lead.end() if lead is not None else 0
        label = _LABEL.match(words, start) or _OF_MEETING.match(words, start)
        if any(start <= match.start() < end for start, end in told) and not _is_labelled_row(words, label):
            continue
        rest = words[label.end() if label is not None else start :].strip()
        span = Span(start=match.start() + len(words) - len(words.lstrip()), end=match.start() + len(words.rstrip()))
        part = label is None and lead is not None and _HEADS_PART.search(lead.group()) is not None
        yield from (replace(one, part=part) for one in _parted(_label(label), tuple(_pieces(rest)), span))


def _is_labelled_row(words: str, label: re.Match[str] | None) -> bool:
    """Whether a row of a table is a label of a meeting and one cell: 主办单位 | 甲学会."""
    return label is not None and label.re is _OF_MEETING and words.strip().count("\t") == 1


def _label(found: re.Match[str] | None) -> str:
    return heal_name(found["label"]).replace(" ", "") if found is not None else ""


def _parted(label: str, pieces: Sequence[str], span: Span) -> Iterator[Line]:
    """The line, or its parts where a further label stands behind a wide blank: 主办单位：甲学会　　地点：某市."""
    for place, piece in enumerate(pieces):
        further = _FURTHER.match(piece) if place and label else None
        if further is not None:
            yield Line(label=label, pieces=tuple(pieces[:place]), span=span)
            yield from _parted(_label(further), (piece[further.end() :].strip(), *pieces[place + 1 :]), span)
            return
    yield Line(label=label, pieces=tuple(pieces), span=span)


def _pieces(words: str) -> Iterator[str]:
    """What wide blanks part; characters alone beside each other are one name that was padded."""
    held = ""
    for piece in filter(None, _GAP.split(_PADDED.sub(r"\1\2", words))):
        lone = len(piece) == 1 and re.match(f"[{HAN}]", piece) is not None
        if held and not lone:
            yield held
            held = ""
        if lone:
            held += piece
        else:
            yield piece.strip()
    if held:
        yield held


@lru_cache(maxsize=1 << 12)
def _person(piece: str, *, sure: bool = False) -> One | None:
    """The person that a piece names, with titles, and the house in brackets; ``sure`` where a house stands beside it."""
    match = _NAME.fullmatch(piece)
    name = heal_name(match["name"]) if match is not None else ""
    if match is None or organization_kind(name) is not None or is_title(name):
        return None
    house = match["house"] or ""
    if house and organization_kind(house) not in _EMPLOYERS:
        return None
    named = is_person(name) or (
        (sure or bool(house) or bool(match["titles"])) and (could_be_person(name) or could_be_named(name))
    )
    titles = tuple(title for title in re.split("[、/ ]", f"{match['titles']} {match['held'] or ''}") if is_title(title))
    return One(name=name, titles=titles, house=house) if named else None


def _is_house(piece: str) -> bool:
    return 4 <= len(piece) <= 36 and not re.search(r"[，。；：:]", piece) and organization_kind(piece) in _EMPLOYERS


def _beside(pieces: Sequence[str], *, alone: bool) -> One | None:
    """The one whom the last pieces of a line name beside a house, titles among them; ``alone``: there is no other piece."""
    found: One | None = None
    house, titles, left = "", list[str](), len(pieces)
    for piece in reversed(pieces):
        if not house and _is_house(piece):
            house = piece
        elif is_title(piece):
            titles.append(piece)
        elif found is None and (one := _person(piece, sure=bool(house))) is not None and not one.house:
            found = one
        else:
            break
        left -= 1
    if found is None or not house or (alone and left):
        return None
    return One(name=found.name, titles=(*found.titles, *titles), house=house)


def listed(pieces: Sequence[str]) -> tuple[One, ...]:
    """The people of a list, each with a house in brackets or behind a wide blank; none where an item is anything else."""
    found: list[One] = []
    for piece in pieces:
        if found and not found[-1].house and _is_house(piece):
            found[-1] = One(name=found[-1].name, titles=found[-1].titles, house=piece)
            continue
        people = [_person(one, sure=True) for item in _MARK.split(piece) if item for one in _apart(item)]
        if not people or None in people:
            return ()
        found += [one for one in people if one is not None]
    return tuple(found)


def _apart(item: str) -> list[str]:
    """The people that single blanks part, each with the titles behind the name; a name that was padded is one.

    >>> _apart("裘宁 教授 沈越"), _apart("裘 宁"), _apart("欧阳 远山")
    (['裘宁 教授', '沈越'], ['裘 宁'], ['欧阳 远山'])
    """
    found: list[str] = []
    for word in item.split(" "):
        if found and is_title(word):
            found[-1] += f" {word}"
        elif _WHOLE_NAME.fullmatch(word) and word not in SURNAMES and could_be_person(word):
            found.append(word)
        else:
            return [item]
    return found


def _at_home(reading: Reading, line: Line, *, programme: bool, roster: bool) -> Iterator[Assertion]:
    if _BYLINE.search(line.label):
        return
    hosts = bool(_HOSTS.fullmatch(line.label))
    people = listed(line.pieces) if hosts else ()
    one = _beside(line.pieces, alone=not programme) if not people and (programme or roster or hosts) else None
    if one is None and not people and len(line.pieces) == 1 and (programme or hosts):  # 张三 教授 甲医院, blanks of one
        one = _beside(line.pieces[0].split(), alone=True)
    for person in (*people, *([one] if one is not None else [])):
        if person.house:
            yield works(reading, person, line.span)


def works(reading: Reading, one: One, span: Span) -> Assertion:
    """AFFILIATED_WITH of one whom a line names beside a house."""
    body = employer_of(EntityRef(label="Organization", name=heal_name(one.house)))
    person = EntityRef(label="Person", name=one.name, context=body.name)
    return reading.fact(AGENDA, person, "AFFILIATED_WITH", body, span, title=",".join(dict.fromkeys(one.titles)))

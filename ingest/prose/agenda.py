"""Programmes of meetings, line by line: who speaks and where that one works, who chairs and who runs the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.lexicon import TITLES, could_be_person, is_person, is_title, organization_kind
from ingest.prose.described import employer_of
from ingest.prose.invitations import LABELLED_MEETING, meeting_of_title
from ingest.prose.reading import Reading, Rule
from ingest.table.recognise import could_be_named
from kg.model import Assertion, EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["read"]

AGENDA = Rule("agenda_line")
"""09:10-09:30  某某成像的进展  张三  甲医院, in a programme; 主持人：张三（甲医院）、李四（乙大学）."""

_CLOCK = r"\d{1,2}\s?[:：]\s?\d{2}(?:\s*[-—–~～至]+\s*\d{1,2}\s?[:：]\s?\d{2})?"
_OPENS_WITH_CLOCK = re.compile(rf"(?m)^[ \t\u3000]*{_CLOCK}")
_LEAD = re.compile(rf"[ \t\u3000]*(?:{_CLOCK}[ \t\u3000]*)?(?:\d{{1,2}}[.、．)）](?!\d)[ \t\u3000]*)?")
_LABEL = re.compile(rf"(?P<label>[{HAN}](?:[ \u3000]*[{HAN}/]){{1,11}})[ \u3000]*[:：][ \u3000]*(?=\S)")
_GAP = re.compile(r"\t+|\u3000+|  +")
_PADDED = re.compile(rf"(?<![{HAN}A-Za-z])([{HAN}])[ \u3000]{{1,4}}([{HAN}])(?=[（(、，,；;])")
_MARK = re.compile(r"\s*[、，,；;]\s*")
_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_NAME = re.compile(
    rf"(?P<name>[{HAN}·][{HAN}· ]{{1,10}}?|[A-Z][A-Za-z.\-]+(?: [A-Z][A-Za-z.\-]*){{1,3}})[ ]?"
    rf"(?P<titles>(?:(?:{_TITLE}|博士|主任)[、/ ]?)*)"
    rf"(?:[ ]?[（(](?P<house>[^（）()\s，,]{{4,30}})(?:[\s，,、/]*(?P<held>{_TITLE}))?[)）])?"
)
_BYLINE = re.compile("来源|供稿|撰稿|作者|[文图]|摄影|通讯|记者|编辑|审[核稿]|责编|校对|投稿|信息员|联系|电话|地址|邮箱")
_RUNS = re.compile("(?:会议|大会|论坛|年会)?(?:联合|指导)?(?P<role>主办|承办|协办)(?:单位|方|机构)?")
_CHAIRS = re.compile("(?:大会|会议|论坛|年会|学术)?(?:共同|执行|联合|轮值|荣誉|名誉)*主席")
_HOSTS = re.compile(
    ".*(?:主席|主持人?|主持嘉宾|点评(?:人|专家|嘉宾)?|讨论(?:人|专家|嘉宾)?|讲者|报告人|主讲人?|演讲人|嘉宾|专家|评委|秘书长?|召集人|组长|委员|成员)"
)
_EMPLOYERS = ("hospital", "university", "institute", "company", "laboratory", "department", "government")
_FEWEST_CLOCKS, _FEWEST_LINES, _LONGEST = 3, 3, 160


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line: the label before its colon, its pieces as wide blanks part them, and its words' place."""

    label: str
    pieces: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class _One:
    """A person of a line, with titles and the house beside the name ("" for none)."""

    name: str
    titles: tuple[str, ...] = ()
    house: str = ""


def read(reading: Reading) -> Iterator[Assertion]:
    """AFFILIATED_WITH of those whom lines name beside their houses, RUN_BY and CHAIRED of the meeting that the title names."""
    text = reading.document.text
    lines = list(_lines(reading))
    programme = len(_OPENS_WITH_CLOCK.findall(text)) >= _FEWEST_CLOCKS
    whole = [line for line in lines if not line.label and _beside(line.pieces, alone=True) is not None]
    for line in lines:
        yield from _at_home(reading, line, programme=programme, listed=len(whole) >= _FEWEST_LINES)
    yield from _labelled(reading, lines)


def _lines(reading: Reading) -> Iterator[_Line]:
    """The lines of the text that stand in no table and are short enough for an agenda."""
    told = [(table.span.start, table.span.end) for table in reading.document.tables]
    for match in re.finditer(r"[^\n\f]+", reading.document.text):
        words = match.group()
        if len(words) > _LONGEST or not words.strip() or any(start <= match.start() < end for start, end in told):
            continue
        lead = _LEAD.match(words)
        start = lead.end() if lead is not None else 0
        label = _LABEL.match(words, start)
        rest = words[label.end() if label is not None else start :].strip()
        span = Span(start=match.start() + len(words) - len(words.lstrip()), end=match.start() + len(words.rstrip()))
        name = heal_name(label["label"]).replace(" ", "") if label is not None else ""
        yield _Line(label=name, pieces=tuple(_pieces(rest)), span=span)


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
def _person(piece: str, *, sure: bool = False) -> _One | None:
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
    return _One(name=name, titles=titles, house=house) if named else None


def _is_house(piece: str) -> bool:
    return 4 <= len(piece) <= 36 and not re.search(r"[，。；：:]", piece) and organization_kind(piece) in _EMPLOYERS


def _beside(pieces: Sequence[str], *, alone: bool) -> _One | None:
    """The one whom the last pieces of a line name beside a house, titles among them; ``alone``: there is no other piece."""
    found: _One | None = None
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
    return _One(name=found.name, titles=(*found.titles, *titles), house=house)


def _listed(pieces: Sequence[str]) -> tuple[_One, ...]:
    """The people of a list, each with a house in brackets or behind a wide blank; none where an item is anything else."""
    found: list[_One] = []
    for piece in pieces:
        if found and not found[-1].house and _is_house(piece):
            found[-1] = _One(name=found[-1].name, titles=found[-1].titles, house=piece)
            continue
        people = [_person(item, sure=True) for item in _MARK.split(piece) if item]
        if not people or None in people:
            return ()
        found += [one for one in people if one is not None]
    return tuple(found)


def _at_home(reading: Reading, line: _Line, *, programme: bool, listed: bool) -> Iterator[Assertion]:
    if _BYLINE.search(line.label):
        return
    hosts = bool(_HOSTS.fullmatch(line.label))
    people = _listed(line.pieces) if hosts else ()
    one = _beside(line.pieces, alone=not programme) if not people and (programme or listed or hosts) else None
    for person in (*people, *([one] if one is not None else [])):
        if person.house:
            yield _works(reading, person, line.span)


def _works(reading: Reading, one: _One, span: Span) -> Assertion:
    body = employer_of(EntityRef(label="Organization", name=heal_name(one.house)))
    person = EntityRef(label="Person", name=one.name, context=body.name)
    return reading.fact(AGENDA, person, "AFFILIATED_WITH", body, span, title=",".join(dict.fromkeys(one.titles)))


def _labelled(reading: Reading, lines: Sequence[_Line]) -> Iterator[Assertion]:
    """主办单位 and 执行主席 with what goes on for them on the lines below."""
    named = [place for place, line in enumerate(lines) if _RUNS.fullmatch(line.label) or _CHAIRS.fullmatch(line.label)]
    meeting = meeting_of_title(reading) if named else None
    if meeting is None:
        return
    ref = EntityRef(label="Conference", name=meeting[0])
    for place in named:
        runs, block = _RUNS.fullmatch(lines[place].label), list(_block(lines, place))
        for line in block:
            if runs is not None:
                bodies = [EntityRef(label="Organization", name=heal_name(name)) for name in _bodies(line)]
                for body in bodies:
                    yield reading.fact(LABELLED_MEETING, ref, "RUN_BY", body, line.span, role=(runs["role"],))
                continue
            for one in _listed(line.pieces):
                person = EntityRef(label="Person", name=one.name, context=one.house)
                yield reading.fact(LABELLED_MEETING, person, "CHAIRED", ref, line.span)
                if one.house:
                    yield _works(reading, one, line.span)


def _block(lines: Sequence[_Line], place: int) -> Iterator[_Line]:
    """The line of a label, and those below that go on with bodies, or people, until another label; a signer is none of them."""
    yield lines[place]
    people = _CHAIRS.fullmatch(lines[place].label) is not None
    below = list[_Line]()
    for line in lines[place + 1 :]:
        more = _listed(line.pieces) if people else _bodies(line)
        if line.label or not more:
            if line.label:
                yield from below
            return
        below.append(line)


def _bodies(line: _Line) -> tuple[str, ...]:
    """The bodies that a line lists; none where an item of it is anything else."""
    names = [re.sub(r"[（(][^（）()]*[)）]$", "", item) for piece in line.pieces for item in _MARK.split(piece) if item]
    return tuple(names) if names and all(len(name) > 3 and organization_kind(name) is not None for name in names) else ()

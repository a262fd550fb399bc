"""Committees told as lists below the heading that names them: an office, and behind it each member with house and posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.lexicon import could_be_person, is_person, is_title, organization_kind
from ingest.prose.houses.parents import term_of
from ingest.prose.people.committees import group_within, listed_society, listed_term, office_of
from ingest.prose.people.described import OFFICE, POST_WORDS, employer_of
from ingest.prose.reading import Reading, Rule
from ingest.table.elected import elected_body, elected_term
from kg.model import Assertion, EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["read"]

COUNCIL_LISTED = Rule("council_listed")
"""主任委员：张三  甲医院放射科主任、教授, or 委员：李四（乙大学，教授）, below a heading that names the committee."""

_COUNCIL = (
    rf"[{HAN}“”]{{2,40}}?(?:(?:专家|学术|技术|科学|科技|咨询|指导|管理|顾问|评审|评议|质量控制|质控|标准化|伦理|编辑|专业|工作|领导|推进)+(?:委员会|小组|专家组)"
    r"|专委会|分会|学组|学会|协会|联盟|协作组|理事会|专家组)"
)
_HEADING = re.compile(
    r"\s*(?:附件?\s*\d*\s*[:：]\s*)?(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．])?\s*(?:关于)?"
    rf"(?P<body>{_COUNCIL})(?:第?[一二三四五六七八九十\d]+届)?(?:组成|组织|领导|全体|成员|人员|专家|委员)*(?:名单|组成|一览表?)?\s*(?:[（(](?:共\s*(?P<count>\d{{1,3}})\s*[人名位])?[^（）()]{{0,20}}[)）])?\s*[:：]?\s*"
)
_NO_BODY = re.compile(
    "^(?:专家|学术|技术|咨询|指导|管理|顾问|评审|评议|质控|工作|领导|推进|本|该|各|第.届)+(?:委员会|小组|专家组)$"
)
_TERM = re.compile("第?[一二三四五六七八九十\\d]+届(?:理事会|委员会|专家委员会)$")
_SETS_UP = "(?:成立|组建|设立|公布|调整|聘任|印发|换届)"
_NUMBERED = r"(?:(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）.．、]|[①-⑳●■◆·•])[ \u3000]*)?"
"""What may number an office or a member on a line of its own."""
_LABEL = re.compile(
    rf"\s*{_NUMBERED}[【\[]?(?P<label>[{HAN}][{HAN} \u3000]{{0,12}}?(?:[（(][^（）()]{{1,24}}[)）])?)[】\]]?\s*(?:[:：]|$)"
)
_NUMBER_OF_MEMBER = re.compile(rf"\s*{_NUMBERED}")
_BESIDE = re.compile(rf"\s*(?P<label>{OFFICE}|秘书长?|顾问)(?:[（(][^（）()]{{1,24}}[)）])?[ \u3000\t]+(?=[{HAN}])")
"""An office that a blank parts from who holds it."""
_HEADS = re.compile("(?:名誉|执行|常务|荣誉)?副?主任|召集人|牵头(?:人|专家)|首席专家|联络员")
_NAME = (
    rf"[{HAN}]{{2,8}}[·•][{HAN}·•]{{2,10}}|[{HAN}](?:[ \u3000]{{0,3}}[{HAN}]){{1,3}}?"
    r"|[A-Z][A-Za-z.\-]+(?: [A-Z][A-Za-z.\-]*){1,3}"
)
_NOTED = re.compile(
    rf"\s*(?P<name>{_NAME})\s*[（(](?P<place>[^（）()]{{4,60}}(?:[（(][^（）()]{{1,20}}[)）][^（）()]*)?)[)）]\s*[、，,；;。]?"
)
_PLACED = re.compile(
    rf"\s*(?P<name>{_NAME})(?:[ \u3000\t]+|\s*[，,]\s*)(?P<place>[{HAN}（）()、，,/ \u3000]{{4,60}}?)\s*[；;。]?\s*"
)
_PLACED_FIRST = re.compile(
    rf"\s*(?P<place>[{HAN}（）()]{{4,40}})[ \u3000\t]+(?P<name>{_NAME})"
    rf"(?:\s*(?P<posts>(?:[、，,/\s]*{POST_WORDS})+))?\s*[；;。]?\s*"
)
_BARE = re.compile(rf"\s*(?P<name>{_NAME})(?:\s*[、，,；;。]\s*|[ \u3000\t]+|$)")
_POSTS = re.compile(rf"[、，,/；;\s]*(?P<posts>(?:[、，,/兼\s]*(?:{POST_WORDS}|[博硕]士生?导师|博士|院士))+)\s*")
_HOUSES = (
    "hospital",
    "university",
    "institute",
    "company",
    "laboratory",
    "department",
    "government",
    "society",
    "society_branch",
)
_LONGEST_HEAD = 60


@dataclass(frozen=True, slots=True)
class _Member:
    """One of a list: the name, the house ("" where none is told), title and position there, and where the words stand."""

    name: str
    house: str
    title: str
    position: str
    span: Span


def read(reading: Reading) -> Iterator[Assertion]:
    """MEMBER_OF of those listed, and AFFILIATED_WITH where a house stands beside a name."""
    text = reading.document.text
    if not re.search("委员|专家组|小组|理事", text):
        return
    society = listed_society(reading.document.title)
    body: EntityRef | None = None
    office, term, count = "", "", None
    for start, line in _lines(text):
        heading = _HEADING.fullmatch(line) if len(line) <= _LONGEST_HEAD else None
        if heading is not None and not office_of(line):
            group = group_within(line, society)
            body, office, count = group or _headed(heading, text[:start]), "", (start, heading)
            term = listed_term(line) if listed_society(line) is not None else term_of(line)
            if group is not None and society is not None:
                where = Span(start=start + heading.start("body"), end=start + heading.end("body"))
                yield reading.fact(COUNCIL_LISTED, group, "PART_OF", society, where)
            continue
        labels = ((one, _office(one["label"])) for one in (_LABEL.match(line), _BESIDE.match(line)) if one is not None)
        label, told = next(((one, office_) for one, office_ in labels if office_), (None, ""))
        if told and body is None:
            body, office, count = elected_body(reading.document, start), "", None
            term = elected_term(reading.document, start)
        if label is not None and told:
            office, start, line = told, start + label.end(), line[label.end() :]
        if body is None or not line.strip():
            continue
        if not office:
            body = body if line.lstrip().startswith(("（", "(")) else None
            continue
        numbering = _NUMBER_OF_MEMBER.match(line)
        members = list(_members(line[numbering.end() :], start + numbering.end())) if numbering is not None else []
        if members and count is not None:
            yield from _counted(reading, body, *count)
            count = None
        if not members:
            body = None
        else:
            yield from (fact for one in members for fact in _told(reading, one, body, office, term))


def _headed(heading: re.Match[str], before: str) -> EntityRef | None:
    """The committee of a heading; one that says only what sort it is bears the name under which the text set it up."""
    society = listed_society(heading.group())
    if society is not None:
        return society
    name = _TERM.sub("", heal_name(heading["body"]))
    if _NO_BODY.match(name):
        set_up = re.search(rf"{_SETS_UP}(?P<name>[{HAN}“”]{{4,40}}?{name})", re.sub(r"\s", "", before))
        name = set_up["name"] if set_up is not None else ""
    return EntityRef(label="Organization", name=name) if name else None


def _counted(reading: Reading, body: EntityRef, start: int, heading: re.Match[str]) -> Iterator[Assertion]:
    """How many it has, where the heading says so: （共11人）."""
    if heading["count"]:
        metric = EntityRef(label="Metric", name="成员人数")
        where = Span(start=start + heading.start("body"), end=start + heading.end("count"))
        yield reading.fact(COUNCIL_LISTED, body, "HAS_METRIC", metric, where, value=float(heading["count"]), unit="人")


def _office(label: str) -> str:
    words = heal_name(re.sub("[（(].*", "", label))
    return office_of(words) or (words if _HEADS.fullmatch(words) else "")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text that are not empty, those that leave a bracket open with what closes it."""
    start, open_line = 0, ""
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        open_line = text[start : match.end()] if open_line else match.group()
        start = start if open_line != match.group() else match.start()
        if _is_open(open_line) and len(open_line) < 2 * _LONGEST_HEAD:
            continue
        yield start, open_line
        open_line = ""


def _is_open(words: str) -> bool:
    return sum(map(words.count, "（(")) > sum(map(words.count, "）)"))


def _members(line: str, start: int) -> Iterator[_Member]:
    """Those whom the whole line lists; none where anything else stands there."""
    if (placed := _PLACED.fullmatch(line)) is not None and (one := _member(placed, placed["place"], start)) is not None:
        yield one
        return
    if (first := _PLACED_FIRST.fullmatch(line)) is not None and organization_kind(heal_name(first["place"])) in _HOUSES:
        one = _member(first, first["place"] + "，" + (first["posts"] or ""), start)
        if one is not None:
            yield one
            return
    found, at = list[_Member](), 0
    while at < len(line.rstrip()):
        match = _NOTED.match(line, at) or _BARE.match(line, at)
        one = _member(match, match["place"] if match.re is _NOTED else "", start) if match is not None else None
        if match is None or one is None:
            return
        found.append(one)
        at = match.end()
    yield from found


def _member(match: re.Match[str], place: str, start: int) -> _Member | None:
    """The member whom words name, None where they name none."""
    name = heal_name(match["name"]).replace("•", "·")
    house, posts = _house(heal_name(place))
    if not (is_person(name) or (house and could_be_person(name))) or (place and not house):
        return None
    whole = employer_of(EntityRef(label="Organization", name=house)).name if house else ""
    unit = house.removeprefix(whole)
    positions = [unit * (at == 0) + post for at, post in enumerate(one for one in posts if not is_title(one))]
    span = Span(start=start + match.start("name"), end=start + len(match.group().rstrip(" \u3000、，,；;。\t")) + match.start())
    return _Member(name, whole, ",".join(one for one in posts if is_title(one)), "、".join(positions), span)


def _house(words: str) -> tuple[str, list[str]]:
    """The house that words open with and the posts behind it; "" where they are anything else."""
    words = words.strip("，,、")
    for end in range(len(words), 3, -1):
        posts = _POSTS.fullmatch(words, end)
        house = words[:end].rstrip("，,、/ ")
        if (posts is not None or end == len(words)) and organization_kind(house) in _HOUSES:
            return house, [one for one in re.split(r"[、，,/兼\s]+", posts["posts"] if posts else "") if one]
    return "", []


def _told(reading: Reading, one: _Member, body: EntityRef, office: str, term: str) -> Iterator[Assertion]:
    person = reading.person(one.name, one.house)
    yield reading.fact(COUNCIL_LISTED, person, "MEMBER_OF", body, one.span, role=(office,), term=term)
    if one.house:
        house = EntityRef(label="Organization", name=one.house)
        yield reading.fact(COUNCIL_LISTED, person, "AFFILIATED_WITH", house, one.span, title=one.title, position=one.position)

"""What the words behind a person's name say: place of work, title and position, rank, and what the person did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.award.forms.grammar import LABELS, Group, Kind
from ingest.award.listed import NONE, parts_of
from ingest.award.numbered import rank_of
from ingest.layout import View
from ingest.lexicon import is_position, is_title, organization_kind
from ingest.ownerless import is_bare_school
from ingest.prose.houses.parents import parent
from kg.model import Span
from kg.text import HAN

__all__ = [
    "DONE",
    "WORK",
    "Affiliation",
    "described",
    "is_of_project",
    "posts_behind",
    "rank_told",
    "seat_apart",
    "told_apart",
    "what_was_done",
]

WORK, DONE = "工作单位", "完成单位"
_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_RANK = re.compile(
    rf"(?:项目|成果)?(?:中|内)?(?:排名|排序|位列)\s*[：:]?\s*第?(?P<n>{_N})(?:位|名|/\d+)?|(?:为|系)?(?:本|该)?(?:项目|成果)?的?第\s*(?P<m>{_N})\s*(?:主要)?完成人"
)
_ROLE_IN_PROJECT = re.compile(
    r"(?:项目|课题|成果)(?:的?总?|第一)(?:负责人|主持人|联系人)|(?:项目|课题|成果)学术带头人|^总负责人$|第[\d一二三四五六七八九十、和]{1,8}项(?:成果|技术|创新|内容|工作)"
)
_CONTRIBUTES = re.compile(
    r"创新|发明|发现|贡献|负责|参与|完成(?!人|单位)|论文|主持|承担|提出|设计|对应|支撑|研制|搭建|开发|建立|引入|采集"
)
_OF_HOUSE = re.compile(r"^(?:公司|本公司|本院|我院|该院|单位)(?=[\u4e00-\u9fff]{2})")
_HOLDS = re.compile(r"(?:兼任|现任|担任|当选|历任)[^，。；]{4,}|(?:19|20)\d\d年[^，。；]{0,4}获[^，。；]{2,}奖")
"""Offices and honours behind a name."""
_NOTHING_BEHIND = re.compile(r"(?<=.)\s*[/／、]\s*(?:暂?无|[-—–/]+)$")
"""副研究员/—: a cell of title and post that tells the title alone."""
_SEAT = re.compile(
    rf"(?P<name>[{HAN}（）()]{{2,}}(?:医院|保健院|大学|学院|研究所|研究院|公司))(?P<part>[{HAN}]{{2,8}}(?:科|室|系|部|中心|所))?(?P<seat>[{HAN}]{{2,}})"
)
_NOT_ONE = re.compile(r"(?:股份)?有限(?:责任)?公司|医院|大学|学院|研究[所院]|公司|[^医院学]{2,6}(?:科|室|部|系)")
"""The end of a name, or a department that no institution is named with."""
_COLLEGE = re.compile(r"大学[^大]{2,}学院$")
"""A part of a university, whose head sits in the university."""
_SAID = {Kind.ORGANIZATION: organization_kind, Kind.TITLE: is_title, Kind.POSITION: is_position}
_WORDS = {word: one.kind for one in LABELS if one.group is Group.RECORD and one.kind in _SAID for word in one.words}
_BASED = re.compile(r"(?P<basis>工作单位|完成单位)\s*[：:]\s*(?P<name>[^：:；;，,、（）()]{4,40})")
"""A place of work or the completing unit, where a note tells both: （现工作单位：甲；完成单位：乙）."""
_LABEL = re.compile("|".join(map(re.escape, sorted(_WORDS, key=len, reverse=True))))
"""A label that stands before its value without a colon: 工作单位某某医院."""
_IS = re.compile(r"^[为是系](?=[\u4e00-\u9fff]{2})")
"""工作单位为某某医院."""
_BESIDES = re.compile(r"(?:同时|还|并|又)?(?:兼任?|曾任|历任|曾[在于])(?=[\u4e00-\u9fff]{4})")
"""Offices beside the place of work, or before it: 兼任某某医院顾问."""
_WORKS_AT = re.compile(
    r"(?:现?(?:担任|任职?|为|系|是)|(?:现|目前)?(?:就职|任职|供职|工作|受聘|受雇)[于在]|现[在于])(?=[\u4e00-\u9fff]{4})"
)
"""Words that lead to a place of work, which are no part of its name: 现任某某医院放射科主任."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """Where a person works. ``basis`` says which field says so, where the form has two that differ."""

    name: str
    span: Span
    title: str | None = None
    position: str | None = None
    basis: str | None = None


def described(words: str, span: Span, order: Sequence[str] = ()) -> Iterator[Affiliation]:
    """What stands behind the name that an item opens with: organisation, title, position, in any order, labelled or not.

    ``order`` says which of two houses is which, where the form tells it of all: 职称、完成单位、工作单位.
    """
    based = {one["basis"]: one["name"].strip() for one in _BASED.finditer(words)}
    if len(set(based.values())) == 2 and all(map(organization_kind, based.values())):  # whose the title is, nothing tells
        yield from (Affiliation(name=name, span=span, basis=basis) for basis, name in based.items())
        return
    parts = _parts_behind(words)
    names = [part for part in parts if organization_kind(part) and not _NOT_ONE.fullmatch(part)]
    title, position = _posts_among(parts)
    if order and len(names) == len(set(names)) == len(order):
        for basis, name in sorted(zip(order, names, strict=True), reverse=True):
            said = {"title": title, "position": position} if basis == WORK else {}
            yield Affiliation(name=_house(name), span=span, basis=basis, **said)
        return
    for name in names[:1]:
        yield Affiliation(name=_house(name), span=span, title=title, position=position)


def posts_behind(words: str) -> tuple[str | None, str | None]:
    """The title and the position that stand behind the name that an item opens with: 甲，主任医师，放射科主任."""
    return _posts_among(_parts_behind(words))


def is_of_project(part: str) -> bool:
    """Whether words tell of a place in the work (项目负责人, 第2项成果主要负责人), which is no post."""
    return _ROLE_IN_PROJECT.search(part) is not None


def _parts_behind(words: str) -> list[str]:
    parts = [part for part in parts_of(words)[1:] if part and part not in NONE and not is_of_project(part)]
    return [piece for part in parts if not _BESIDES.match(part) for piece in seat_apart(_unlabelled(part))]


def _posts_among(parts: list[str]) -> tuple[str | None, str | None]:
    titles = dict.fromkeys(part for part in parts if is_title(part))
    positions = dict.fromkeys(_OF_HOUSE.sub("", part) for part in parts if is_position(part) and not is_title(part))
    return "、".join(titles) or None, "，".join(positions) or None


def _house(name: str) -> str:
    """The house of a department that stands where a place of work does: 某某医院神经内科."""
    whole = parent(name) if organization_kind(name) == "department" else None
    return whole if whole and organization_kind(whole) != "department" else name


def rank_told(words: str) -> int | None:
    """The rank that a part of an item tells: "排名第二", "第2完成人"."""
    told = (_RANK.fullmatch(part) for part in parts_of(words)[1:])
    return next((rank_of(found["n"] or found["m"]) for found in told if found), None)


def told_apart(title: str | None, position: str | None) -> tuple[str | None, str | None]:
    """Title and position of one cell that holds both (职称/职务), told apart by what each part is."""
    title = _NOTHING_BEHIND.sub("", title) if title else title
    if title is None or position is not None or is_title(title):
        return title, position
    parts = [part for part in re.split(r"[/、，,;；]|\s+", title) if part]
    titles = [part for part in parts if is_title(part)]
    positions = [part for part in parts if is_position(part) and not is_title(part)]
    if not positions or len(titles) + len(positions) < len(parts):
        return title, position
    return "、".join(titles) or None, "，".join(positions)


def what_was_done(view: View) -> View | None:
    """The words as a contribution, where they speak of one, or of offices and honours."""
    return view if _CONTRIBUTES.search(view.text) or _HOLDS.search(view.text) else None


def _unlabelled(part: str) -> str:
    label = _LABEL.match(part)
    rest = _IS.sub("", part[label.end() :]) if label else ""
    if label and rest and _SAID[_WORDS[label.group()]](rest):
        return rest
    works = _WORKS_AT.match(part)
    place = part[works.end() :] if works else ""
    return place if place and (organization_kind(place) or len(seat_apart(place)) > 1) else part


def seat_apart(part: str) -> list[str]:
    """An organisation and the title or position behind it ("某某医院放射科主任") as two parts; other words as they are."""
    seat = _SEAT.fullmatch(part)
    if seat is None or is_title(part):
        return [part]
    named = organization_kind(seat["name"]) is not None and not is_bare_school(seat["name"])
    behind = part[seat.end("name") :]
    if is_title(seat["seat"]) and not seat["part"]:
        return [seat["name"], seat["seat"]] if named else [seat["seat"]]
    if not named:
        return [part]
    whole = parent(seat["name"]) if _COLLEGE.search(seat["name"]) else None
    name = whole or seat["name"]
    return [name, part[len(name) :]] if is_position(behind) else [part]

"""Where names of people stand in running Chinese text: beside their institution, title or team; precise before complete."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping

from ingest.lexicon import TITLES, could_be_person, is_person
from ingest.names import Found
from kg.text import HAN

__all__ = ["ROLES", "people"]

ROLES = (
    r"(?:团队|课题组|研究组|项目组|小组|主任医师|副主任医师|主治医师|主任技师|副主任技师|教授|副教授|讲席教授|特聘教授|研究员|副研究员"
    r"|院士|博士后|博士研究生|硕士研究生|博士(?!后|研究生|生|点|论文|学位)|高级工程师|工程师|主任|副主任|院长|副院长|所长|副所长|校长|副校长|理事长|主席|会长|主任委员|书记|董事长|总经理"
    r"|医师|医生|老师|先生|女士|同志)"
)
"""What follows a person's name and tells it for one."""

_ROLE_AFTER = re.compile(
    rf"(?:\[[\d,，\-–]+\])?(?:等|及其)?(?:(?:领衔|带领|牵头|所在|率领)的?(?:[^，。；、]{{0,6}}?)?{ROLES}|{ROLES}|(?:领衔|率领|为首))"
)
_TITLE = (
    r"(?:书记|教授|研究员|院士|主任医师|主任技师|主任委员|主任|院长|所长|校长|主席|会长|理事长|秘书长|博士(?!后|研究生|生)|医生|医师|主持人|负责人"
    r"|首席科学家|学科带头人|主编|组长|委员|博士后|博士研究生|硕士研究生|博士生|硕士生)"
)
_TITLE_BEFORE = re.compile(rf"{_TITLE}[:：]?\s?$")
_TITLES_BEFORE = re.compile(rf"(?:(?:名誉|候任|前任|常务|党委|纪委|团委|副|特聘|讲席)*{_TITLE}[、兼]?)+")
_GOES_ON = re.compile(
    r"[、，。；,;：:）)]|等|和|与|率先|牵头|领衔|带领|率|提出|开展|介绍|表示|说|认为|指出|在|为|担任|作(?!为)|主持|发表|发明|研制|研发|建立|致辞"
    r"|出席|参加|应邀|团队|课题组|$|分别|共同|获|当选|任|及|主讲|讲|就|对|从"
)
_LIFE = r"(?=[（(]\d{4}(?:年[^）)]{0,10})?[—\-–~～至，,]|[（(]\d{4}年?[^）)]{0,6}生)"
_LABEL = re.compile(rf"[{HAN}]{{2,8}}[:：]\s*")
_PRESENTED = re.compile(
    rf"(?P<name>[{HAN}]{{2,4}}|[A-Z][A-Za-zà-öø-ÿ.'’\- ]{{3,30}})(?:{_LIFE}|[，,]\s*"
    rf"(?:[男女][，,]|[{HAN}]{{1,3}}族[，,]|(?:19|20)\d\d年|(?:外籍|特聘|客座|讲席|名誉|兼职|副|助理)*(?:{'|'.join(TITLES)})(?=[，,、。；]|$)"
    rf"|[{HAN}]{{4,24}}(?:{'|'.join(TITLES)}|院长|所长|校长|主任|理事长|会长)(?=[，,、。；]|$)))"
)
_ELECTED = re.compile(r"(?:当选|连任|[兼续]?任(?=(?:候任|前任|名誉|常务|副)*(?:主任委员|会长|理事长|主席|秘书长|组长)))")
_HOME_NOTED = re.compile(rf"(?=[（(][{HAN}]{{4,24}}(?:医院|大学|学院|研究所|研究院|公司)[)）](?:[、，；]|为|任|当选|$))")
_OF_OFFICE = re.compile(r"(?:党委|党组|党总支|纪委|团委|常务|教务)")
_AND_OTHERS = re.compile(
    r"等人?(?:\[[\d,，\-–]+\])?(?=率先|首次|提出|研制|发现|报道|建立|开发|发展|证实|发明|构建|将|通过|利用|采用|基于|从|对|在)"
)
_LATIN = re.compile(r"[A-Z][A-Za-zà-öø-ÿ'’\-]*\.?(?: [A-Z][A-Za-zà-öø-ÿ'’\-]*\.?){1,3}$")
_SAME_HOUSE = re.compile(r"[该我本](?:院|校|所|科|中心|公司|团队|单位|实验室)$")
_NAMES_WHO = re.compile(r"(?:主任|院长|所长|负责人|带头人|主席|会长|理事长|组长|作者|主编|秘书长)(?:分别)?[为是]$")
_JOINED = "、和与及"
_LENGTHS = (3, 2, 4)


def people(text: str, organizations: list[Found]) -> Iterator[Found]:
    """People, in the order of the text: 甲大学张三团队, 李四教授, 教授王五率先…, and those that stand in a row with them."""
    ends = {found.end: found.start for found in organizations}
    taken: dict[int, Found] = {}
    for found in (*_presented(text), *_before_roles(text, ends), *_after_titles(text, ends)):
        for one in (found, *_row_before(text, found, ends)):
            if not _inside(one, organizations) and not any(
                known.start < one.end and one.start < known.end for known in taken.values()
            ):
                taken[one.start] = one
    yield from (taken[start] for start in sorted(taken))


def _presented(text: str) -> Iterator[Found]:
    """张三，教授，…; 张三，1970年生: whom a text presents."""
    label = _LABEL.match(text)
    first = _PRESENTED.match(text, label.end() if label else 0)
    if first is not None and is_person(first["name"]):
        yield Found(first.start("name"), first.end("name"))


def _before_roles(text: str, ends: Collection[int]) -> Iterator[Found]:
    for role in (
        *_ROLE_AFTER.finditer(text),
        *_ELECTED.finditer(text),
        *_AND_OTHERS.finditer(text),
        *_HOME_NOTED.finditer(text),
    ):
        found = _name_before(text, role.start(), ends)
        if found is not None:
            yield found


def _after_titles(text: str, ends: Collection[int]) -> Iterator[Found]:
    """教授张三率先…: a title (after an organisation or a boundary), the name, and a word that goes on from a name."""
    for title in _TITLES_BEFORE.finditer(text):
        before = text[: title.start()]
        if not (title.start() in ends or not before or before[-1] in "，。；、,;：:的任由和（( "):
            continue
        for length in _LENGTHS:
            end = title.end() + length
            if is_person(text[title.end() : end]) and _GOES_ON.match(text, end):
                yield Found(title.end(), end)
                break


def _row_before(text: str, found: Found, ends: Mapping[int, int]) -> Iterator[Found]:
    """The names that a row holds before this one: 甲大学张三、李四团队, 甲医院张三、乙医院李四当选."""
    start = ends.get(found.start, found.start)
    while start > 2 and text[start - 1] in _JOINED:
        one = _name_before(text, start - 1, ends)
        if one is None:
            return
        yield one
        start = ends.get(one.start, one.start)


def _name_before(text: str, end: int, organization_ends: Collection[int]) -> Found | None:
    """The name that ends here: up to an organisation's end (的 between allowed), else up to a boundary."""
    for length in _LENGTHS:
        start = end - length
        if start < 0:
            continue
        beside = start in organization_ends or (text[start - 1 : start] == "的" and start - 1 in organization_ends)
        if beside and could_be_person(text[start:end]) and not _OF_OFFICE.match(text, start):
            return Found(start, end)
    latin = _LATIN.search(text, max(0, end - 40), end)
    if latin is not None and is_person(latin.group()) and not text[latin.start() - 1 : latin.start()].isascii():
        return Found(latin.start(), end)
    for length in _LENGTHS:
        start = end - length
        if text[start : start + 1] == "由" and length > 2 and is_person(text[start + 1 : end]):
            continue  # 主任由张三担任: rather the word than the surname
        if start >= 0 and text[end - 1] not in _JOINED and is_person(text[start:end]) and _opens(text, start):
            return Found(start, end)
    return None


def _opens(text: str, start: int) -> bool:
    """Whether a name may begin here: at the beginning, after punctuation, a title or a word that names follow."""
    if start == 0 or re.match(r"[^\w]|[由与和及以被]", text[start - 1]):
        return True
    before = text[max(0, start - 8) : start]
    return any(pattern.search(before) for pattern in (_TITLE_BEFORE, _SAME_HOUSE, _NAMES_WHO))


def _inside(found: Found, organizations: list[Found]) -> bool:
    at = bisect_right([one.start for one in organizations], found.start) - 1
    return at >= 0 and organizations[at].end > found.start

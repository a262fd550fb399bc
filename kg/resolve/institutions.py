"""How names of Chinese institutions are made: which short form goes with which full name, and which names are nobody's own.

All names are folded. A rule only proposes; a short form joins a full name where that is the one candidate.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Set
from functools import lru_cache
from typing import NamedTuple

from kg.resolve.terms import starts_with_place

__all__ = [
    "AFFILIATED_INFIX",
    "COMMITTEE_SHORT",
    "ORDINAL_SHORT",
    "OWNER_PREFIX",
    "UNIVERSITY_SHORT",
    "Proposal",
    "committee",
    "is_department",
    "is_nobodys_own",
    "names_its_parent",
    "parents_by_name",
    "proposals",
]

AFFILIATED_INFIX = "AFFILIATED_INFIX"
"""某大学附属滨江友谊医院 = 滨江友谊医院."""

OWNER_PREFIX = "OWNER_PREFIX"
"""某科学院长河医院 = 长河医院."""

ORDINAL_SHORT = "ORDINAL_SHORT"
"""某某医大四院 = 某某医科大学第四医院."""

UNIVERSITY_SHORT = "UNIVERSITY_SHORT"
"""某某医大 = 某某医科大学, where one document uses both."""

COMMITTEE_SHORT = "COMMITTEE_SHORT"
"""某省卫健委 = 某省卫生健康委 = 某省卫生健康委员会."""

_ORDINAL = "一二三四五六七八九十"
_OWNER = re.compile(r"大学|学院|科学院|研究院|医学部")
_OWNED = re.compile(r"医院$|研究所$|研究院$")
_FULL_ORDINAL = re.compile(
    rf"(?P<owner>.{{2,}}?(?:大学|学院))(?:医学院|医学部)?(?:附属)?第(?P<n>[{_ORDINAL}]+)(?:附属|临床)?医院"
)
_SHORT_ORDINAL = re.compile(rf"(?P<owner>[^第附]{{1,6}}大)附?属?第?(?P<n>[{_ORDINAL}]+)附?属?(?:院|医院)")
_SHORT_UNIVERSITY = re.compile(r"[^第附]{1,5}大")
_UNIVERSITY = re.compile(r"(?P<place>.{2,}?)(?P<field>医科|中医药|中医|药科|科技|师范|理工|工业|农业|交通|民族|财经)?大学")
_COMMITTEES = (
    (re.compile(r"卫健委$"), "卫生健康委员会"),
    (re.compile(r"发改委$"), "发展和改革委员会"),
    (re.compile(r"(?<=健康|改革|基金|建设|技术|监督|管理|计生)委$"), "委员会"),
)
_GENERIC = re.compile(
    rf"第|[{_ORDINAL}\d]+|附属|直属|临床|人民|中心|肿瘤|癌症|儿童|口腔|眼科|妇产|妇幼|保健|中西医结合|中医|传染病|胸科|胸部|心血管病|心脏|精神卫生|脑科|骨科|皮肤病"
    r"|康复|职工|红十字会?|综合|专科|军区|解放军|武警|总|省立?|市立?|县|区|大学|医学|医科|科学|研究|基础|本|我|该"
)
_KIND = re.compile(r"(?:医院|学院|研究所|研究院|院|所|中心)$")
_DEPARTMENT = re.compile(
    r"(?:科|科室|教研室|课题组|病房|病区|门诊|诊室|学组|团队|研究室|实验室|分会|专业委员会|专委会|专家委员会)$"
)
_POINTING = re.compile(r"[我本该此贵][院校所司会中科]")
_STANDS_ALONE = re.compile(
    r"医院|大学|学院|科学院|研究院|研究所|公司|(?<!分)学会|协会|研究会|联合会|联盟|集团|基金|国家|中国|全国|中华|国际|卫生部|教育部|科技部"
)
_PARENT_END = re.compile(r"大学|学院|科学院|医院|研究院|研究所|学会|协会|集团|委员会|中心")
_PARENT = re.compile(rf"(?:{_PARENT_END.pattern})$")
_PART = re.compile(r"(?:医院|学院|研究所|研究院|中心|分会|学组|委员会|实验室|学部|集团|[科室系处部所院])$")


class Proposal(NamedTuple):
    """A short form and a full name that may be one; ``learnt`` where a document that uses both must speak for it."""

    short: str
    full: str
    rule: str
    learnt: bool


def proposals(names: Set[str]) -> Iterator[Proposal]:
    """Every short form with every full name that the rules of composition allow, among these names."""
    yield from _by_owner(names)
    yield from _by_ordinal(names)
    yield from _by_university(names)


def committee(name: str) -> str:
    """The full form of a committee's name; any other name as it is.

    >>> committee("滨江省卫健委") == committee("滨江省卫生健康委") == "滨江省卫生健康委员会"
    True
    """
    for short, full in _COMMITTEES:
        name = short.sub(full, name)
    return name


@lru_cache(maxsize=1 << 16)
def is_nobodys_own(name: str) -> bool:
    """Whether a name is a bare kind, ordinal, department or branch, which many institutions have, or points: 该院.

    >>> [is_nobodys_own(name) for name in ("第一医院", "核医学科", "附属肿瘤医院", "影像分会", "我院")]
    [True, True, True, True, True]
    >>> [is_nobodys_own(name) for name in ("长河医院", "滨江大学核医学科", "滨江医学会影像分会")]
    [False, False, False]
    """
    if _POINTING.match(name) or is_department(name):
        return True
    stem = _KIND.sub("", name)
    return stem != name and len(_GENERIC.sub("", stem)) == 0


def is_department(name: str) -> bool:
    """Whether a name is that of a department or branch without the institution that it belongs to.

    >>> [is_department(name) for name in ("核医学科", "滨江大学核医学科", "第一医院")]
    [True, False, False]
    """
    return bool(_DEPARTMENT.search(name)) and not (_STANDS_ALONE.search(name) or starts_with_place(name))


def parents_by_name(name: str, names: Container[str]) -> Iterator[str]:
    """Those of the names that stand in front of this one as its parents do, the shortest first.

    >>> list(parents_by_name("滨江大学第三医院放射科", {"滨江大学", "滨江大学第三医院", "滨江"}))
    ['滨江大学', '滨江大学第三医院']
    """
    for found in _PARENT_END.finditer(name):
        parent = name[: found.end()]
        if parent in names and names_its_parent(name, parent):
            yield parent


def names_its_parent(name: str, parent: str) -> bool:
    """Whether a name is that of a part, with the parent's name in front.

    >>> names_its_parent("滨江大学第三医院", "滨江大学"), names_its_parent("滨江医学会影像分会", "滨江医学会")
    (True, True)
    >>> names_its_parent("长河医疗集团有限公司", "长河医疗集团")
    False
    """
    return name.startswith(parent) and bool(_PARENT.search(parent)) and bool(_PART.search(name[len(parent) :]))


def _by_owner(names: Set[str]) -> Iterator[Proposal]:
    for full in names:
        for owner in _OWNER.finditer(full):
            rest = full[owner.end() :]
            rule = AFFILIATED_INFIX if rest.startswith("附属") else OWNER_PREFIX
            rest = rest.removeprefix("附属")
            if rest in names and owner.end() >= 4 and _OWNED.search(rest) and not is_nobodys_own(rest):
                yield Proposal(rest, full, rule, not starts_with_place(_KIND.sub("", rest)))


def _by_ordinal(names: Set[str]) -> Iterator[Proposal]:
    fulls: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for name in names:
        if found := _FULL_ORDINAL.fullmatch(name):
            fulls.setdefault((name[0], found["n"]), []).append((found["owner"], name))
    for short in names:
        if found := _SHORT_ORDINAL.fullmatch(short):
            for owner, full in fulls.get((short[0], found["n"]), ()):
                if _shortens(found["owner"], owner):
                    yield Proposal(short, full, ORDINAL_SHORT, False)


def _by_university(names: Set[str]) -> Iterator[Proposal]:
    universities: dict[str, list[str]] = {}
    for name in names:
        if _UNIVERSITY.fullmatch(name):
            universities.setdefault(name[0], []).append(name)
    for short in names:
        if _SHORT_UNIVERSITY.fullmatch(short):
            for full in universities.get(short[0], ()):
                if _shortens(short, full):
                    yield Proposal(short, full, UNIVERSITY_SHORT, True)


def _shortens(short: str, university: str) -> bool:
    """Whether 某医大 can be 某某医科大学: its characters in order, the first one and that of the field kept."""
    found = _UNIVERSITY.fullmatch(university)
    if not found or short[0] != university[0]:
        return False
    field = found["field"] or ""
    if field[:1] not in short or ("医" in short) != ("医" in university):
        return False
    return _in_order(short.removesuffix("大"), university.removesuffix("大学"))


def _in_order(part: str, whole: str) -> bool:
    rest: Iterable[str] = iter(whole)
    return all(char in rest for char in part)

"""How names of Chinese institutions are made: which short form may go with which full name. All names are folded.

A rule only proposes; a short form joins a full name where that is the one candidate.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from typing import NamedTuple

from kg.resolve.authority import is_shared
from kg.resolve.institutions import is_nobodys_own
from kg.resolve.terms import is_place, starts_with_place

__all__ = [
    "AFFILIATED_INFIX",
    "CITY_ORDINAL",
    "CITY_WORD",
    "COMPANY_SHORT",
    "IN_ITS_PLACE",
    "LABORATORY_ORDER",
    "ORDINAL_SHORT",
    "OWNER_PREFIX",
    "PLACE_INFIX",
    "SOCIETY_SHORT",
    "UNIVERSITY_SHORT",
    "Proposal",
    "fits_bare",
    "proposals",
]

AFFILIATED_INFIX = "AFFILIATED_INFIX"
"""某大学附属滨江友谊医院 = 滨江友谊医院."""

OWNER_PREFIX = "OWNER_PREFIX"
"""某科学院长河医院 = 长河医院."""

ORDINAL_SHORT = "ORDINAL_SHORT"
"""某某医大四院 = 某某医科大学第四医院."""

CITY_ORDINAL = "CITY_ORDINAL"
"""滨江市一院 = 滨江第一人民医院 = 滨江市第一人民医院; 滨江一院, where one document uses both: it may be a university's."""

CITY_WORD = "CITY_WORD"
"""滨江友谊医院 = 滨江市友谊医院."""

UNIVERSITY_SHORT = "UNIVERSITY_SHORT"
"""某大 = 某某大学, 某大医学院 = 某某大学医学院, where one document uses both."""

SOCIETY_SHORT = "SOCIETY_SHORT"
"""中华放射学会 = 中华医学会放射学分会."""

PLACE_INFIX = "PLACE_INFIX"
"""某大学附属友谊医院 = 某大学附属滨江友谊医院."""

COMPANY_SHORT = "COMPANY_SHORT"
"""长河医疗 = 长河医疗科技股份有限公司, where one document uses both; no subsidiary (长河医疗科技（滨江）有限公司)."""

LABORATORY_ORDER = "LABORATORY_ORDER"
"""医学影像某省重点实验室 = 某省医学影像重点实验室."""

IN_ITS_PLACE = "IN_ITS_PLACE"
"""省人民医院 in a document that names the people's hospital of one province; 卫健委 where it names the national one."""

_ORDINAL = "一二三四五六七八九十"
_OWNER = re.compile(r"大学|学院|科学院|研究院|医学部")
_OWNED = re.compile(r"医院$|研究所$|研究院$")
_FULL_ORDINAL = re.compile(
    rf"(?P<owner>.{{2,}}?(?:大学|学院))(?:医学院|医学部)?(?:附属)?第(?P<n>[{_ORDINAL}]+)(?:附属|临床)?医院"
)
_SHORT_ORDINAL = re.compile(rf"(?P<owner>[^第附省市]{{1,8}}?)附?属?第?(?P<n>[{_ORDINAL}]+)附?属?(?:院|医院)")
_SCHOOL = re.compile(r"(?<=大学)医学[院部]$")
_SHORT_SCHOOL = re.compile(r"(?P<short>[^第附]{1,5}大)(?!学)(?P<part>.{1,6}学[院部])")
_SCHOOL_OF = re.compile(r"(?P<university>.{2,}?大学)(?P<part>.{1,6}学[院部])")
_BRANCH_OF = re.compile(r"中华医学会(?P<field>.{1,8}学)分会")
_SHORT_UNIVERSITY = re.compile(r"[^第附]{1,5}大")
_UNIVERSITY = re.compile(r"(?P<place>.{2,}?)(?P<field>医科|中医药|中医|药科|科技|师范|理工|工业|农业|交通|民族|财经)?大学")
_CITY_HOSPITAL = re.compile(rf"(?P<place>[^第]{{2,6}}?市)第(?P<n>[{_ORDINAL}]+)(?:人民)?医院")
_CITY_SHORT = re.compile(rf"(?P<place>[^第省]{{2,6}}?)市?(?:(?P<n>[{_ORDINAL}]+)院|第(?P<m>[{_ORDINAL}]+)人民医院)")
_AT_UNIVERSITY = re.compile(r"(?P<owner>.{2,}?大学)(?P<between>(?:医学院|医学部)?(?:附属)?)(?P<own>.+医院)")
_CITY_OWN = re.compile(r"(?P<place>.{2,4})市(?P<own>.+(?:医院|研究所))")
_LONGEST_PLACE = 5
_COMPANY = re.compile(
    r"(?:科技|技术|医疗|器械|生物|信息|智能|系统|设备|影像|电子|软件|健康|产业|发展|实业|集团|控股)*"
    r"(?:股份)?(?:有限)?(?:责任)?公司"
)
_LEAST_BRAND = 4
_LABORATORY = re.compile(r"(?P<of>.{1,4}?[省市]|国家|教育部)(?P<field>.+)(?P<kind>重点实验室|工程研究中心)")
_BARE_PLACE = re.compile(r"[省市区县](?=.)")


class Proposal(NamedTuple):
    """A short form and a full name that may be one; ``learnt`` where a document that uses both must speak for it."""

    short: str
    full: str
    rule: str
    learnt: bool


def proposals(names: Set[str]) -> Iterator[Proposal]:
    """Every short form with every full name that the rules of composition allow, among these names."""
    for rule in (
        _by_owner,
        _by_ordinal,
        _by_city,
        _by_city_word,
        _by_university,
        _by_school,
        _by_society,
        _by_place,
        _by_company,
        _by_laboratory,
    ):
        yield from rule(names)


def fits_bare(bare: str, full: str) -> bool:
    """Whether a name that each place has, without its place, may be short for a full one.

    >>> fits_bare("省人民医院", "江苏省人民医院"), fits_bare("卫生健康委员会", "国家卫生健康委员会")
    (True, True)
    >>> fits_bare("人民医院", "江苏省人民医院")
    False
    """
    if not full.endswith(bare) or full == bare:
        return False
    place = full.removesuffix(bare)
    if _BARE_PLACE.match(bare):
        return is_place(place) or is_place(place + bare[0])
    return bare.endswith("委员会") and place == "国家"


def _by_owner(names: Set[str]) -> Iterator[Proposal]:
    for full in names:
        for owner in _OWNER.finditer(full):
            rest = full[owner.end() :]
            rule = AFFILIATED_INFIX if rest.startswith("附属") else OWNER_PREFIX
            rest = rest.removeprefix("附属")
            if rest in names and owner.end() >= 4 and _OWNED.search(rest) and not is_nobodys_own(rest):
                yield Proposal(rest, full, rule, not starts_with_place(rest.removesuffix("医院")))


def _by_ordinal(names: Set[str]) -> Iterator[Proposal]:
    fulls: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for name in names:
        if found := _FULL_ORDINAL.fullmatch(name):
            fulls.setdefault((name[0], found["n"]), []).append((found["owner"], name))
    for short in names:
        if not _FULL_ORDINAL.fullmatch(short) and (found := _SHORT_ORDINAL.fullmatch(short)):
            own = _SCHOOL.sub("", found["owner"])
            for owner, full in fulls.get((short[0], found["n"]), ()):
                if _shortens(own, owner):
                    yield Proposal(short, full, ORDINAL_SHORT, is_shared(own) or "大" not in own)


def _by_city(names: Set[str]) -> Iterator[Proposal]:
    fulls = _index(names, lambda name: (found := _CITY_HOSPITAL.fullmatch(name)) and (found["place"][:-1], found["n"]))
    for short in names:
        if found := _CITY_SHORT.fullmatch(short):
            for full in fulls.get((found["place"], found["n"] or found["m"]), ()):
                if full != short and (found["n"] or "人民" in full):
                    yield Proposal(short, full, CITY_ORDINAL, bool(found["n"]) and "市" not in short)


def _by_city_word(names: Set[str]) -> Iterator[Proposal]:
    for full in names:
        if (found := _CITY_OWN.fullmatch(full)) and is_place(found["place"]) and not is_nobodys_own(found["own"]):
            short = found["place"] + found["own"]
            if short in names:
                yield Proposal(short, full, CITY_WORD, False)


def _by_university(names: Set[str]) -> Iterator[Proposal]:
    universities = _index(names, lambda name: name[0] if _UNIVERSITY.fullmatch(name) else None)
    for short in names:
        if _SHORT_UNIVERSITY.fullmatch(short) and not is_shared(short):
            for full in universities.get(short[0], ()):
                if _shortens(short, full):
                    yield Proposal(short, full, UNIVERSITY_SHORT, True)


def _by_school(names: Set[str]) -> Iterator[Proposal]:
    schools = _index(names, lambda name: (found := _SCHOOL_OF.fullmatch(name)) and (name[0], found["part"]))
    for short in names:
        if (found := _SHORT_SCHOOL.fullmatch(short)) and not is_shared(found["short"]):
            for full in schools.get((short[0], found["part"]), ()):
                if _shortens(found["short"], full.removesuffix(found["part"])):
                    yield Proposal(short, full, UNIVERSITY_SHORT, True)


def _by_society(names: Set[str]) -> Iterator[Proposal]:
    for full in names:
        if (found := _BRANCH_OF.fullmatch(full)) and (short := f"中华{found['field']}会") in names:
            yield Proposal(short, full, SOCIETY_SHORT, False)


def _by_place(names: Set[str]) -> Iterator[Proposal]:
    for full in names:
        if not (found := _AT_UNIVERSITY.fullmatch(full)):
            continue
        for length in range(2, _LONGEST_PLACE):
            place, own = found["own"][:length], found["own"][length:]
            short = f"{found['owner']}{found['between']}{own}"
            if short in names and is_place(place) and not is_nobodys_own(own):
                yield Proposal(short, full, PLACE_INFIX, False)


def _by_company(names: Set[str]) -> Iterator[Proposal]:
    fulls = [name for name in names if name.endswith("公司")]
    brands = {name[:length] for name in fulls for length in range(_LEAST_BRAND, len(name)) if name[:length] in names}
    for full in fulls:
        for length in range(_LEAST_BRAND, len(full)):
            if full[:length] in brands and _COMPANY.fullmatch(full[length:]):
                yield Proposal(full[:length], full, COMPANY_SHORT, True)


def _by_laboratory(names: Set[str]) -> Iterator[Proposal]:
    for full in names:
        if found := _LABORATORY.fullmatch(full):
            short = f"{found['field']}{found['of']}{found['kind']}"
            if short in names:
                yield Proposal(short, full, LABORATORY_ORDER, False)


def _index(names: Iterable[str], key: Callable[[str], object]) -> dict[object, list[str]]:
    """The names by their keys; those without one are left out."""
    found: dict[object, list[str]] = {}
    for name in names:
        if (one := key(name)) is not None:
            found.setdefault(one, []).append(name)
    return found


def _shortens(short: str, university: str) -> bool:
    """Whether 某医大 can be 某某医科大学: its characters in order, the first and that of the field kept."""
    found = _UNIVERSITY.fullmatch(university)
    if not found or short[0] != university[0]:
        return False
    if not short.endswith(("大", "大学")):
        return f"{short}大学" == university
    field = found["field"] or ""
    if field[:1] not in short or ("医" in short) != ("医" in university):
        return False
    return _in_order(short.removesuffix("学").removesuffix("大"), university.removesuffix("大学"))


def _in_order(part: str, whole: str) -> bool:
    rest: Iterable[str] = iter(whole)
    return all(char in rest for char in part)

"""One institution, written in ways that mean the same: the official form of a name, and what else may vary in it.

Each rule has a name, which is told with the merges that it made. All names are folded.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from kg.resolve.authority import full_name

__all__ = ["AFFILIATION_WORDS", "committee", "department_of", "loosely", "official"]

AFFILIATION_WORDS = "AFFILIATION_WORDS"
"""某大学医学院附属友谊医院 = 某大学附属友谊医院 = 某大学友谊医院; but 某大学医院 and 某大学附属医院 are two."""

_ORDINAL = "一二三四五六七八九十"
_COMMITTEES = (
    (re.compile(r"卫健委$"), "卫生健康委员会"),
    (re.compile(r"发改委$"), "发展和改革委员会"),
    (re.compile(r"(?<=健康|改革|基金|建设|技术|监督|管理|计生)委$"), "委员会"),
    (re.compile(r"(?<=..)专委会(?=$|.{2,8}学组$)"), "专业委员会"),
    (re.compile(r"(?<=[学协]会)(?P<field>.{2,12})专科分会(?=$|.{2,8}学组$)"), r"\g<field>分会"),
)
_STATE = re.compile(r"^中华人民共和国(?=..)|^(?:中国人民)?解放军(?=.{1,3}军医大学)|^中国人民(?=解放军)")
_CITY_UNIVERSITY = re.compile(
    rf"^(?P<place>[^第附院]{{2,5}})(?P<short>医大|交大|师大)(?!学)(?=$|[附第医{_ORDINAL}]|.*(?:医院|学院|学部|科)$)"
)
_IN_FULL = {"医大": "医科大学", "交大": "交通大学", "师大": "师范大学"}
_AFFILIATED = re.compile(
    rf"(?P<owner>.{{2,}}?大学(?:医学院|医学部)?)"
    rf"(?:附属第|第(?=[{_ORDINAL}]+附)|附属?(?=[{_ORDINAL}]+院))(?P<n>[{_ORDINAL}]+)(?:附属|附)?(?:医院|院)(?P<rest>.*)"
)
_DIGITS = {char: str(value) for value, chars in enumerate(("〇零○", *"一二三四五六七八九")) for char in chars}
_NUMBERED = re.compile(rf"(?:(?<=解放军)|(?<=武警部队))第?(?P<n>[{''.join(_DIGITS)}]{{3}}|\d{{3}})(?=医院)")
_BARE_NUMBER = re.compile(rf"^(?P<n>[{''.join(_DIGITS)}]{{3}})(?=医院)")
_FIRST_ARMY_HOSPITAL = re.compile(r"^(?:解放军)?第?301医院")
_COMPANY_FORM = re.compile(r"^(?!中国)(?P<stem>.{6,}(?<!集团))(?:股份有限公司|有限责任公司|股份公司)$")
_CAMPUS = re.compile(r"\((?P<campus>.{1,4}院区?)\)$")
_LOOSE = re.compile(r"(?P<owner>.{2,}?大学)(?:医学院|医学部)?(?P<word>附属)?(?P<rest>.+医院.*)")
_DEPARTMENT_OF = re.compile(rf"(?P<home>.+?(?:医院|[{_ORDINAL}]院))(?P<rest>[^院]{{1,8}}(?:科|中心|室|病区))")


def committee(name: str) -> str:
    """The full form of a committee's name; any other name as it is.

    >>> committee("滨江省卫健委") == committee("滨江省卫生健康委") == "滨江省卫生健康委员会"
    True
    """
    for short, full in _COMMITTEES:
        name = short.sub(full, name)
    return name


@lru_cache(maxsize=1 << 16)
def official(name: str) -> tuple[str, str]:
    """The official form of a name, and the rule that led to it first; the name and nothing where it is that already.

    >>> official("北大三院"), official("滨江医大附二院")
    (('北京大学三院', 'AUTHORITY'), ('滨江医科大学附属第二医院', 'UNIVERSITY_IN_FULL'))
    >>> official("解放军302医院") == official("中国人民解放军第三〇二医院")[:1] + ("NUMBERED_HOSPITAL",)
    True
    """
    first = ""
    for rule, written in _RULES.items():
        changed = written(name)
        first, name = first or (rule if changed != name else ""), changed
    return name, first


def loosely(name: str) -> str:
    """An official form without the words that join a hospital to its university; a bare 附属医院 and ordinals keep them.

    >>> loosely("某某大学医学院附属友谊医院"), loosely("某某大学附属医院"), loosely("某某大学医学院附属第一医院")
    ('某某大学友谊医院', '某某大学附属医院', '某某大学附属第一医院')
    """
    found = _LOOSE.fullmatch(name)
    if not found:
        return name
    keeps = found["word"] if found["rest"].startswith(("第", "医院")) else ""
    return f"{found['owner']}{keeps or ''}{found['rest']}"


def department_of(name: str) -> tuple[str, str] | None:
    """A hospital and its department, where the name gives both.

    >>> department_of("滨江医大一院放射科"), department_of("放射科")
    (('滨江医大一院', '放射科'), None)
    """
    found = _DEPARTMENT_OF.fullmatch(name)
    return (found["home"], found["rest"]) if found else None


def _in_full(name: str) -> str:
    return _CITY_UNIVERSITY.sub(lambda found: found["place"] + _IN_FULL[found["short"]], name)


def _affiliated(name: str) -> str:
    return _AFFILIATED.sub(r"\g<owner>附属第\g<n>医院\g<rest>", name)


def _numbered(name: str) -> str:
    plain = _NUMBERED.sub(
        lambda found: "第" + _in_digits(found["n"]), _BARE_NUMBER.sub(lambda found: _in_digits(found["n"]), name)
    )
    return _FIRST_ARMY_HOSPITAL.sub("解放军总医院", plain)


def _in_digits(number: str) -> str:
    return "".join(_DIGITS.get(char, char) for char in number)


_RULES: dict[str, Callable[[str], str]] = {
    "STATE_PREFIX": lambda name: _STATE.sub("", name),
    "AUTHORITY": full_name,
    "COMMITTEE_SHORT": committee,
    "UNIVERSITY_IN_FULL": _in_full,
    "AFFILIATED_ORDER": _affiliated,
    "NUMBERED_HOSPITAL": _numbered,
    "COMPANY_FORM": lambda name: _COMPANY_FORM.sub(r"\g<stem>有限公司", name),
    "CAMPUS_IN_BRACKETS": lambda name: _CAMPUS.sub(r"\g<campus>", name),
}
"""What writing varies, in the order in which it is undone: 中华人民共和国教育部, 北大, 省卫健委, 专委会, 某某医大,
第二附属医院, 三〇二, 301医院, 股份有限公司, (东院区). 集团 and 中国… have companies of their own beside their 股份有限公司.
"""

"""Old and new names of institutions that stand within a name: 原甲, 现甲, 甲（原乙）, 甲（原乙）附属医院."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.lexicon import PLACES, organization_kind
from kg.model import Alias, Assertion, Attribute, EntityRef, Evidence, Fact
from kg.text import HAN

__all__ = ["BRACKETED", "Renamed", "clinging", "renamed", "settled"]

FORMER_IN_NAME = "former_in_name"
"""甲（原乙） and 乙（现甲）, written where one name is expected: a list of institutions, a table's cell."""

_MARK = r"(?:其?前身[为是]?|曾用名|旧称|曾名|原名为?|原称|原为|原|现更名为|已更名为|现改名为|现名为?|现称|现为|现|今名?为?)"
_BODY_END = r"(?:大学|学院|医院|研究院|研究所|科学院|保健院|中心|局|部|委员会|公司)"
BRACKETED = (
    rf"[（(]{_MARK}?[{HAN}]{{2,14}}(?:大学|学院|医院|研究院|研究所|科学院)[)）]"
    rf"(?=附属|直属|第[一二三四五六七八九十]+(?:附属|临床)?医|(?![与和及、])[{HAN}]{{2,4}}(?:医院|学院|研究所))"
)
"""A body's other name in brackets, inside the name of a part of it, as a regular expression."""

_CLINGS = re.compile(r"(?:原名为?|原称|原|现名为?|现称|现为|现|今)(?=..)")
_WORDS = (
    r"原(?:子|发|位|料|创|研|始|生|油|野|理|型|产|因|则|点|力|件|液|煤|浆|药|道|本|色|乡|味|核|声|文|值|由|有|来|先|定|拟|计划|州区|.[市县区旗镇乡])"
    r"|现(?:代|实|场|象|有|任|行|存|状|金|货)|今(?:日|天|后|世|年|朝|晨)"
)
_INSIDE_WORDS = re.compile(_WORDS)
"""Words and places that begin so: 原子能研究院, 原平市, 现代医院."""
_ANCHORS = tuple(
    sorted({*PLACES, "国家", "中国", "中华", "全国", "解放军", "中国人民解放军", "中央", "第"}, key=len, reverse=True)
)
_FIRMS = frozenset({"company"})
_NOTE = re.compile(rf"[（(](?!(?:{_WORDS}))(?P<mark>{_MARK})?[:：]?[“\"]?(?P<other>[^（()）]{{3,40}}?)[”\"]?[)）]")
_SIGNS = re.compile("[原现今前曾旧已（(]")
_SHORTEST = 3
_TELLS_WHERE = re.compile(r"在|属|隶属|挂靠|依托|就职|任职|工作|位于|附设")
"""What follows 原 where a bracket tells where somebody or something was, and no former name: （原在甲医院）."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """A name without what it says of another time, and the bodies that it says took one another's place."""

    name: str
    later: str = ""
    earlier: str = ""


def clinging(name: str, *, told: bool = False) -> int:
    """How many characters in front of a name say that it is the old or the present one; ``told``: the words around say so.

    >>> clinging("原滨海医学院"), clinging("现滨海大学附属医院"), clinging("原子能科学研究院"), clinging("原平市人民医院")
    (1, 1, 0, 0)
    """
    found = _CLINGS.match(name)
    if not found or _INSIDE_WORDS.match(name):
        return 0
    rest = name[found.end() :]
    kind = organization_kind(rest)
    if kind is None or len(rest) < _SHORTEST:
        return 0
    anchored = rest.startswith(_ANCHORS)
    return found.end() if told or anchored or (kind not in _FIRMS and found.group() != "今") else 0


def renamed(name: str) -> Renamed:
    """What a name says of an old or a new one.

    >>> renamed("滨海大学（原滨海医学院）附属医院")
    Renamed(name='滨海大学附属医院', later='滨海大学', earlier='滨海医学院')
    >>> renamed("滨海医学院（现滨海大学）")
    Renamed(name='滨海医学院', later='滨海大学', earlier='滨海医学院')
    >>> renamed("滨海科技（集团）有限公司").name
    '滨海科技（集团）有限公司'
    >>> renamed("滨海医院（原在山前医院）")
    Renamed(name='滨海医院', later='', earlier='')
    """
    if not _SIGNS.search(name):
        return Renamed(name)
    bare = name[clinging(name) :]
    if bare.rfind("（") > bare.rfind("）"):  # a part of a name, cut within the bracket
        bare = bare[: bare.rfind("（")]
    note = _NOTE.search(bare)
    if note is None or organization_kind(note["other"]) is None or not re.search(f"{_BODY_END}$", note["other"]):
        return Renamed(bare)
    before, mark, other = bare[: note.start()], note["mark"] or "", note["other"]
    whole = before + bare[note.end() :]
    if organization_kind(before) is None or organization_kind(whole) is None or (not mark and note.end() == len(bare)):
        return Renamed(bare)
    if not mark or _TELLS_WHERE.match(other):
        return Renamed(whole)
    later, earlier = (other, before) if mark.startswith(("现", "今", "已")) else (before, other)
    return Renamed(whole, later, earlier)


def settled(assertions: Iterable[Assertion]) -> Iterator[Assertion]:
    """The assertions with the names of institutions as they are at their own time, and SUCCEEDS where a name tells two."""
    told: set[tuple[str, str]] = set()
    for one in assertions:
        now = _settled(one)
        if now is one or not isinstance(now, Fact) or now.subject != now.object:
            yield now
        for end in (one.subject, one.object) if isinstance(one, Fact) else ():
            names = renamed(end.name) if end.label == "Organization" else Renamed("")
            if names.later and (pair := (names.later, names.earlier)) not in told and names.earlier in _plain(one.evidence):
                told.add(pair)
                later, earlier = (EntityRef(label="Organization", name=name) for name in pair)
                said = replace(one.evidence, rule=FORMER_IN_NAME)
                yield Fact(subject=later, predicate="SUCCEEDS", object=earlier, evidence=said)


def _plain(words: Evidence) -> str:
    return re.sub(r"\s", "", words.quote)


def _settled(one: Assertion) -> Assertion:
    match one:
        case Fact(subject=subject, object=target):
            ends = _ref(subject), _ref(target)
            return one if ends == (subject, target) else replace(one, subject=ends[0], object=ends[1])
        case Attribute(subject=subject):
            return one if (ref := _ref(subject)) is subject else replace(one, subject=ref)
        case Alias(of=of, name=name):
            ref, other = _ref(of), renamed(name).name if of.label == "Organization" else name
            return one if ref is of and other == name else replace(one, of=ref, name=other)


def _ref(ref: EntityRef) -> EntityRef:
    if ref.label == "Organization" and (name := renamed(ref.name).name) != ref.name:
        return replace(ref, name=name)
    if ref.label == "Person" and ref.context and (home := renamed(ref.context).name) != ref.context:
        return replace(ref, context=home)
    return ref

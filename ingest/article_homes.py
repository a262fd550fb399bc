"""The institutions under an article's authors: by their marks, by the names behind them, one beside the other."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.article_byline import MARKS, mark_of
from ingest.lexicon import is_person, is_place, organization_kind
from ingest.prose.people.described import employer_of
from kg.model import EntityRef
from kg.text import HAN, heal_name

__all__ = ["UNITS_OF", "homes_at", "homes_in", "with_postcode"]

_B = "[ \\u3000]"
_MARKED = re.compile(
    rf"[（(\[]?\s*(?:(?P<mark>[{MARKS}]|\d{{1,2}}(?!\d)|[a-h](?![A-Za-z]))\s*[.、．)）\]⁾]?\s*(?:(?P=mark)[.、．]\s*)?(?:(?<=[{MARKS}\d])[（(])?)?"
    rf"(?P<early>\d{{6}}\s*)?(?:(?:[{HAN}]{{2,3}}{_B}+)?[{HAN}]{{2,4}}(?<![学院所司科校会部局]){_B}*[,，]\s*)?"
)
"""What may stand before an institution: its mark, a postcode, the town, also behind its province."""
_LATE = re.compile(rf"\s*(?:[（(][{HAN} ]{{2,12}}[,，]?\s*)?(?<!\d)\d{{6}}(?!\d).*$")
"""The postcode behind an address, and all that follows."""
_HOUSED = re.compile(rf"[{HAN}“][{HAN}“”（）()A-Za-z\d·/ \u3000]{{3,90}}")
_BETWEEN = re.compile(
    rf"[;；\n]|\s+(?=[{MARKS}])|(?<=\d{{6}})[)）]?\s+(?=\*|[（(\[]?(?:\d{{1,2}}|[a-h])[)）\].、．]?\s*[{HAN}])"
)
"""What stands between two institutions."""
UNITS_OF = re.compile(r"^\W*(?:(?:作者|所在|工作)?单位|机构地区|(?:作者|所属)?机构)(?:[】\]]?\s*[:：]|[】\]]|[ \u3000]+(?=\S))")
"""What may stand before them."""
_PARTS_OF = re.compile(
    rf"(?:(?<=[\n；;(（])|^)\s*(?:\d{{1,2}}[.、．]?\s*)?(?P<house>[{HAN}]{{2,24}}(?:大学|学院|医院|研究院|研究所|科学院))\s*[,，:：]?\s*"
    r"(?P<parts>[(（]?a[.、．)）].+?)(?=[;；]\s*\d{1,2}[.、．]|\n|$)"
)
"""某大学 a.附属医院；b.药学院: parts of one house by small letters."""
_PART = re.compile(r"(?P<mark>[(（]?[a-h][.、．)）])\s*")
_OF_NAMES = re.compile(rf"(?P<homes>[{HAN}、]{{4,60}}?)\s*[（(](?P<names>[^（）()]{{2,60}})[)）]")
_OTHER_NAME = re.compile(r"[（(](?P<name>[^（）()]{4,30})[)）]")
_POSTCODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
_UNKNOWN_UNIT = re.compile(rf"^(.*(?:医院|大学|学院|研究院|研究所))[{HAN}A-Za-z\d]{{2,12}}(?:科|室|部|系|中心|病区)$")
"""A unit of a house whose field is not known."""
_OF_ITS_OWN = ("中国", "中华", "国家", "全国", "教育部", "省部共建", "中共")
_IN_TOWN = re.compile(rf"[{HAN}]{{2,3}}[省市州县](?!级)")
_PARENT = re.compile(r"(?:大学|科学院|医学院|总公司|集团|中心校)$")
_SHORTEST_HOUSE = 5
_LABORATORY = re.compile(r"重点实验室$|工程(?:技术)?研究中心$|临床医学研究中心$|协同创新中心$")
_HOUSES = ("医院", "学院", "研究院", "研究所")


def with_postcode(line: str) -> bool:
    """Whether a line is the address of an institution, its postcode with it."""
    return _POSTCODE.search(line) is not None and bool(homes_in([line]))


def homes_at(address: str) -> tuple[str, ...]:
    """The institutions of what stands behind a name, its postcode or town before or behind.

    >>> homes_at("650000 某市,某省医院放射科,Email:a@b.cn"), homes_at("主任医师,博士")
    (('某省医院放射科',), ())
    """
    return _by_mark(address.strip(" ,，"), labelled=True)[1]


def homes_in(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The institutions that the lines under the authors tell, by mark, or by name where names stand behind them.

    >>> homes_in(["(1.岚江医院放射科,云南 昆明 650000;2.西陵大学,西陵 650001)"])
    {'1': ('岚江医院放射科',), '2': ('西陵大学',)}
    """
    homes: dict[str, tuple[str, ...]] = {}
    text = "\n".join(lines)
    parted = list(_PARTS_OF.finditer(text))
    if len(parted) == 1:  # with the parts of two houses the letters would mean either
        told = _PART.sub(lambda part: f"{part['mark']}{parted[0]['house']}", parted[0]["parts"])
        text = f"{text[: parted[0].start()]}{told}{text[parted[0].end() :]}"
    for piece in _BETWEEN.split(text):
        words = UNITS_OF.sub("", piece).strip(" 　。.•●▪")
        of_names = _by_name(words)
        if of_names:
            homes.update(of_names)
            continue
        mark, found = _by_mark(words, labelled=UNITS_OF.match(piece) is not None)
        if found:
            homes.setdefault(mark, found)
    return {} if homes.keys() == {""} and _is_listed(text) else homes


def _is_listed(text: str) -> bool:
    """Whether a label stands before several institutions without marks, of which no author is at all."""
    label = UNITS_OF.match(text)
    pieces = [one for one in _BETWEEN.split(text[label.end() :].split("\n")[0]) if one.strip()] if label is not None else []
    return len({_by_mark(one.strip(), labelled=True)[1] for one in pieces} - {()}) > 1


def _by_name(words: str) -> dict[str, tuple[str, ...]]:
    """某医院放射科（霍某、柏某）."""
    match = _OF_NAMES.search(words)
    homes = tuple(match["homes"].split("、")) if match is not None else ()
    if match is None or any(organization_kind(home) is None for home in homes):
        return {}
    names = (heal_name(name) for name in re.split("[、，,]", match["names"]))
    return {name: homes for name in names if is_person(name)}


def _by_mark(words: str, *, labelled: bool) -> tuple[str, tuple[str, ...]]:
    """① 某医院放射科, 某市 650000: the mark, "" for none, and what is there."""
    before = _MARKED.match(words)
    mark, early = (before["mark"], before["early"]) if before is not None else (None, None)
    rest = words[before.end() :] if before is not None else words
    address = _LATE.sub("", rest)
    told = labelled or mark or early or address != rest
    return mark_of(mark or ""), _institutions(address) if told else ()


def _institutions(address: str) -> tuple[str, ...]:
    """The institutions of one address, which may stand side by side, spaces or commas between; without what else one is called.

    >>> _institutions("国家某病中心 某某大学附属医院(某某省人民医院)放射科,某市"), _institutions("某某大学 第一医院")
    (('国家某病中心', '某某大学附属医院放射科'), ('某某大学第一医院',))
    """
    bare = _OTHER_NAME.sub(lambda other: "" if organization_kind(other["name"]) else other.group(), address)
    found: list[str] = []
    for told in re.split("[,，]", bare):
        words = _unbracketed(told.strip())
        if not _HOUSED.fullmatch(words) or not _add(found, words.split()):
            break
    return tuple(found)


def _unbracketed(words: str) -> str:
    """The words without a bracket that the whole address stands in."""
    return words.rstrip(")） ") if words.count("(") + words.count("（") < words.count(")") + words.count("）") else words


def _add(found: list[str], parts: list[str]) -> bool:
    """Add what stands between two commas to the institutions found; whether it is any; a unit of no known kind is left."""
    while len(parts) > 1 and is_place(parts[-1]):
        parts.pop()
    told = list(found)
    for part in parts:
        if told and not _begins(part, after=told[-1]):
            told[-1] = heal_name(f"{told[-1]} {part}")
        else:
            told.append(part)
    told = [_UNKNOWN_UNIT.sub(r"\1", one) if organization_kind(one) is None else one for one in told]
    if any(organization_kind(one) is None for one in told):
        return len(parts) > 1 and _add(found, parts[:-1])
    found[:] = told
    return True


def _begins(part: str, *, after: str) -> bool:
    """Whether a part of an address is an institution beside the one before it, and no part of that."""
    house = employer_of(EntityRef(label="Organization", name=part)).name
    placed = house.startswith(_OF_ITS_OWN) or any(is_place(house[:end]) for end in (2, 3)) or bool(_IN_TOWN.match(house))
    own = placed or _whole(house) or bool(_LABORATORY.search(house))
    within = _PARENT.search(after) and house.endswith(_HOUSES) and not (placed and house.endswith("医院"))
    return own and not within and organization_kind(after) is not None and organization_kind(house) not in (None, "department")


def _whole(part: str) -> bool:
    """Whether a hospital or university is told by its whole name: 肿瘤医院, 附属医院, 第一医院 are of the one before."""
    long_enough = len(part) > _SHORTEST_HOUSE and not part.startswith(("附属", "第", "直属"))
    return long_enough and organization_kind(part) in ("hospital", "university")

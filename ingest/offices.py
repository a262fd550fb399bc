"""The province or town that a page speaks for, and what goes by its level alone there (省科技厅, 市科技计划)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.base import once
from ingest.layout import View
from ingest.lexicon import PLACES
from ingest.mentions import Mention
from kg.model import Document
from kg.ontology import concepts
from kg.text import HAN

__all__ = ["in_place", "offices_of", "place_of", "placed", "province_of"]

_LEVEL = re.compile("(省|市|自治区)(?:级)?(?=[^级])")
_TOP, _END = 600, 200
_OFFICES = (
    r"自然科学基金|科学技术|科技|卫生健康|卫生计生|卫生|卫健|人民政府|财政|发展和?改革|发改|教育|工业和信息化|工信"
    r"|药品监督管理|药监|中医药管理|中医药|市场监督管理|医疗保障|医保"
)
_SPEAKS = re.compile(
    rf"(?<![{HAN}])(?P<place>(?!会同|联合|协同|报[送请经]|抄送|有关|其[中余他]|此外|另外|同时|随后|而且|并且|今年|去年|目前|届时|[省市])(?:(?![由经为的于从向和与及全各本该我])[{HAN}]){{2,6}}?(?:省|自治区|市))"
    rf"(?=(?:{_OFFICES}|医学会)[{HAN}]{{0,10}}?(?:厅|局|委|委员会|政府|会)(?![{HAN}]{{0,2}}(?:医院|大学)))"
)
_SHORT = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[由经从向同和与及至在报请对给按据]))(?P<level>省|市|县|自治区)(?P<office>(?:{_OFFICES})(?:厅|局|委员会|委))"
)
_PARTICLES = "由经为的于从向和与及全各本该我获得受请持担入自在是了到被对将把按据报至给同会等并项"
_NAME_OF_PLACE = re.compile(rf"(?:(?![{_PARTICLES}])[{HAN}])+")
_NO_PLACE = re.compile(
    r"发布|下达|公布|印发|公示|申报|组织|推荐|实施|承担|主持|批准|负责|参与|依托|围绕|支持|开展|列入|纳入|立项|启动|设立|结合|聚焦|面向|包括|以及|所属|相关|有关"
    r"|现有|部分|其他|全部|[一两二三四五六多]项|国家|年度|按照|根据|落实|推进|资助|属于|得到|通过|各级|[省市县]级|完成|结题|新增|先后|成功|联合|申请|评审|验收|管理"
)
_BEFORE_PLACE = re.compile(rf"[^{HAN}]|[{_PARTICLES}]")
_PLACE = re.compile(
    "|".join(sorted((name for name, kind in PLACES.items() if kind in ("city", "province")), key=len, reverse=True))
)
_PROVINCE = re.compile(
    rf"(?:{'|'.join(name for name, kind in PLACES.items() if kind == 'province')})(?:省|(?:壮族|回族|维吾尔)?自治区)"
)
_OF_SCHOOL = re.compile("(?:大学|学院)(?:附属)?")
_NATION = "china"
"""The id of the concept that provinces are in."""
_COUNTY = re.compile(rf"[{HAN}]{{2,3}}?县")
_HOUSE_OF_COUNTY = re.compile("县(?=(?:第[一二三四]|中心)?(?:人民|中医|中心)?医院|妇幼|人民政府)")
_TOWN_HOUSE = re.compile(
    rf"(?P<town>[{HAN}]{{2,3}}市)(?=(?:第[一二三四五六七八九十]+|人民|中心|中医|妇幼|肿瘤|儿童|胸科|口腔|传染|精神|中西)[{HAN}]{{0,8}}?(?:医院|保健院))"
)
_FULL = (
    ("科技厅", "科学技术厅"),
    ("科技局", "科学技术局"),
    ("科技委", "科学技术委员会"),
    ("卫健局", "卫生健康局"),
    ("卫健委", "卫生健康委员会"),
    ("卫生健康委", "卫生健康委员会"),
    ("卫生计生委", "卫生和计划生育委员会"),
    ("发改委", "发展和改革委员会"),
    ("发展改革委", "发展和改革委员会"),
    ("工信厅", "工业和信息化厅"),
    ("工信局", "工业和信息化局"),
    ("药监局", "药品监督管理局"),
    ("中医药局", "中医药管理局"),
    ("医保局", "医疗保障局"),
)


@once
def place_of(document: Document) -> str:
    """The province or town whose office the title, the top or the end of the page names; else that of its house.

    Where neither tells, it is the one province that the text names, more than once.
    """
    text = document.text
    words = "\n".join([document.title, document.publisher, text[:_TOP], text[-_END:]])
    found = {match["place"] for match in _SPEAKS.finditer(words) if _is_name(match["place"])}
    if found:
        return found.pop() if len(found) == 1 else ""
    return province_of(document.publisher or document.title) or _named_province(text)


def _named_province(text: str) -> str:
    named = _PROVINCE.findall(text) if _SHORT.search(text) else []
    return named[0] if len(named) > 1 and len(set(named)) == 1 else ""


def _is_name(words: str) -> bool:
    return bool(_NAME_OF_PLACE.fullmatch(words)) and not _NO_PLACE.search(words)


def province_of(name: str) -> str:
    """The province or municipality, by its official name, that an institution stands in by its name; "" where it tells none.

    >>> province_of("株洲市中心医院"), province_of("北京大学深圳医院"), province_of("中国科学院")
    ('湖南省', '广东省', '')
    """
    school = _OF_SCHOOL.search(name)
    opening = (_PLACE.match(name, school.end()) if school else None) or _PLACE.match(name)
    return _provinces().get(opening.group() if opening else "", "")


@cache
def _provinces() -> dict[str, str]:
    """The province that each place of the nation is in, or is, by each of the place's names."""
    named = {one.id: one for one in concepts("places")}
    found: dict[str, str] = {}
    for one in named.values():
        above = one
        while above.broader and above.broader != (_NATION,):
            above = named[above.broader[0]]
        if above.broader == (_NATION,):
            found.update(dict.fromkeys((one.zh, *one.alt), above.zh))
    return found


def in_place(name: str, place: str) -> str:
    """The name with the province or town that it leaves out (省自然科学基金); "" where that is not known.

    >>> in_place("省自然科学基金", "北川省"), in_place("市科技计划", ""), in_place("国家自然科学基金", "北川省")
    ('北川省自然科学基金', '', '国家自然科学基金')
    """
    level = _LEVEL.match(name)
    if level is None:
        return name
    fitting = place if place and (level[1] == place[-1:] or (level[1] == "自治区" and place.endswith("自治区"))) else ""
    return fitting and fitting + name[level.end() :]


def placed(found: tuple[Mention, ...], view: View, document: Document) -> tuple[Mention, ...]:
    """The mentions, a province's or town's programmes by the name with its place: that before it, else that of the page.

    What is a type of such a programme (省自然科学基金面上项目) is one thing with it, and no programme of the nation's fund.
    """
    levelled = [one for one in found if one.label == "FundingProgram" and _LEVEL.match(one.name)]
    for one in levelled:
        town = _place_before(view.text, one.start, found)
        name = town + one.name if town else in_place(one.name, place_of(document)) or one.name
        kind = next((other for other in found if other.start == one.end and other.label == "FundingProgram"), None)
        if name == one.name:  # nobody's, and its type is not the nation's either
            found = tuple(other for other in found if other is not kind)
            continue
        start, end = one.start - len(town), one.end if kind is None else kind.end
        whole = Mention(
            label=one.label,
            name=name + (kind.surface if kind is not None else ""),
            surface=view.text[start:end],
            start=start,
            end=end,
            span=view.span(start, end),
        )
        found = tuple(other for other in found if other.end <= start or other.start >= end)
        found = tuple(sorted((*found, whole), key=lambda mention: mention.start))
    return found


def _place_before(text: str, end: int, found: tuple[Mention, ...]) -> str:
    """The name, without its level, of the place that stands right before a programme of its level; "" for none."""
    known = next((one.surface for one in found if one.label == "Place" and one.end == end), "")
    for length in () if known else (2, 3):
        words, before = text[max(0, end - length) : end], text[max(0, end - length - 1) : max(0, end - length)]
        named = len(words) == length and _is_name(words)
        if named and (not before or _BEFORE_PLACE.match(before)):
            return words
    return known


def offices_of(document: Document) -> Iterator[tuple[str, str]]:
    """The offices that the document calls by their level alone, each with its full name: 省科技厅, 某某省科学技术厅."""
    place, county, town = place_of(document), _county_of(document), _town_of(document)
    for match in _SHORT.finditer(document.text) if place or county or town else ():
        if place and place.endswith(match["level"]):
            yield match.group(), place + _in_full(match["office"])
        elif town and match["level"] == "市":
            yield match.group(), town + _in_full(match["office"])
        elif county and match["level"] == "县":
            yield match.group(), county + _in_full(match["office"])


def _county_of(document: Document) -> str:
    """The one county that the title opens with, where the text names a house or an office of it too."""
    opening = _COUNTY.match(document.title)
    if opening is None or not _is_name(opening.group()):
        return ""
    houses = [document.text[: one.end()].endswith(opening.group()) for one in _HOUSE_OF_COUNTY.finditer(document.text)]
    return opening.group() if houses and all(houses) else ""


def _town_of(document: Document) -> str:
    """The town in the name of the hospital whose site the page is of, where the text calls no other town's house."""
    opening = _TOWN_HOUSE.match(document.publisher)
    town = opening["town"] if opening is not None else ""
    others = {one["town"] for one in _TOWN_HOUSE.finditer(document.text)}
    return town if town and all(one.endswith(town) for one in others) else ""


def _in_full(office: str) -> str:
    return next((full for short, full in _FULL if office == short), office)

"""The town that a cell of places names."""

from __future__ import annotations

import re

from ingest.lexicon import PLACE_ENDINGS, PLACES, is_place
from kg.text import HAN, heal_name

__all__ = ["place_alone", "places"]

_DOTTED = re.compile(rf"(?P<province>[{HAN}]{{2,8}})[·•・](?P<town>[{HAN}]{{2,4}}?)(?=$|\s|[主承协]办|时间|[（(，,])")
"""A province and its town, as invitations write them: 云南·瑞丽."""
_LAND = re.compile("[湾岛港口]")
"""What ends the name of a place that opens with another's: 甲州湾 is not 甲州."""
_ALONE = re.compile(rf"[{HAN}]{{2,4}}")
_NO_PLACE = re.compile(
    "^[本该各同另暂未已拟多两三]|线[上下]|网|云端|腾讯|视频|电话|直播|会议|现场|取消|延[期后]|[堂厅室楼馆店院校所场台宫苑阁座号库处社司心会定办开议平播]$"
)
"""What a cell of places holds that is a venue, or tells that there was none."""
_PARTS_PLACES = re.compile(r"[\s,，·/（(、]+")


def places(text: str) -> str:
    """The city (else the province or country) that a cell names, without its ending and without a venue behind it.

    >>> places("北京市"), places("武汉市 东湖宾馆"), places("江苏苏州"), places("线上"), places("云南·瑞丽")
    ('北京', '武汉', '苏州', '', '瑞丽')
    >>> places("杭州湾"), places("杭州港"), places("杭州港湾酒店")
    ('杭州湾', '杭州港', '杭州')
    """
    dotted = _DOTTED.match(text.strip())
    if dotted is not None and _place_kind(dotted["province"]) == "province":
        return _short_place(dotted["town"])
    for word in _PARTS_PLACES.split(text.strip())[:2]:
        found = _chain(heal_name(word))
        if found and _LAND.fullmatch(heal_name(word).removeprefix("".join(found))):
            return heal_name(word)
        if found:
            towns = [place for place in found if _place_kind(place) not in ("district", "region", "country")]
            return _short_place((towns or found)[-1])
    return ""


def place_alone(text: str) -> str:
    """The place that stands alone in a drawn table's column of places, known or not; no venue, and not 线上.

    >>> place_alone("云岭"), place_alone("望江县"), place_alone("学术厅"), place_alone("线上"), place_alone("腾讯会议")
    ('云岭', '望江县', '', '', '')
    """
    word = heal_name(text.strip())
    return word if _ALONE.fullmatch(word) and not _NO_PLACE.search(word) else ""


def _chain(word: str) -> list[str]:
    """The places that a word opens with, one behind the other."""
    found: list[str] = []
    while word:
        place = next((word[:length] for length in range(min(len(word), 9), 1, -1) if is_place(word[:length])), "")
        if not place:
            break
        found.append(place)
        word = word[len(place) :]
    return found


def _place_kind(place: str) -> str:
    bare = next((place.removesuffix(ending) for ending in PLACE_ENDINGS if place.removesuffix(ending) in PLACES), place)
    return PLACES.get(place) or PLACES.get(bare, "")


def _short_place(place: str) -> str:
    for ending in ("市", "省", "特别行政区", "自治区"):
        bare = place.removesuffix(ending)
        if bare != place and bare in PLACES:
            return bare
    return place

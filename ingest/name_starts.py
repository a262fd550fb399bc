"""Where names of houses begin: characters that look like words (和 in 某市和|美医疗科技有限公司), towns of no list."""

from __future__ import annotations

import re

from ingest.lexicon import PLACES
from kg.text import HAN

__all__ = ["IN_SOME_TOWN", "NO_DIRECTION", "and_in_name"]

NO_DIRECTION = rf"(?!(?<=[{HAN}])(?:山[东西]|河[南北]|湖[南北]|江西|广[东西]|海南|云南)[方路街区院门郊])"
"""Before a pattern of places: no province in the middle of words, as in 萧山|东方医院."""
IN_SOME_TOWN = re.compile(
    rf"[{HAN}]{{2,4}}(?:[省市县区](?![属级内外])[{HAN}]{{1,14}}(?:医院|大学|学院|研究[院所]|中心|卫健委|[厅局])|大学(?:附属|医学院|第))"
)
"""How a house opens whose town no list holds: 服务|溪山市人民医院, 学习|岚江大学附属医院."""
_BARE_HOSPITAL = re.compile("医院|门诊部")
_BRANDED = re.compile(
    rf"(?![各其外当本异全周附多部协相省市区县国])[{HAN}]{{1,3}}(?:会计师|律师|税务师|医疗|医学|科技|生物|医药|制药|药业|基因|投资|信息|健康|影像|电子|智能|集团|医院)"
)
"""What goes on from a town and 和 in the name of one of the town's houses."""


def and_in_name(left: str, right: str) -> bool:
    """Whether a 和 is a character of one name: between a town and what opens with no place, or behind one character.

    >>> and_in_name("杭州", "美医疗科技有限公司"), and_in_name("安", "医院"), and_in_name("甲公司", "乙医院")
    (True, True, False)
    """
    if len(left) == 1:
        return _BARE_HOSPITAL.match(right) is not None
    return PLACES.get(left) in ("city", "district", "province") and _BRANDED.match(right) is not None

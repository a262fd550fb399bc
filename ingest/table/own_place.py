"""The column of a table of honours that tells which place the house that speaks has in each work: 本院位次, 我校排名."""

from __future__ import annotations

import re

from ingest.numerals import CHINESE_NUMERAL, number
from ingest.prose.houses.speaker import speaker
from ingest.table.lines import Value
from ingest.tables import Row, Sheet
from kg.model import Document

__all__ = ["own_house", "team_of", "tells_own_place"]

_HEAD = re.compile(
    "(?P<own>我院|本院|医院|我校|本校|学校|我所|本所|我单位|本单位|我中心|本中心)(?:的|在[^，。；]{0,6}中)?(?:参与|完成|署名|贡献|单位)*"
    "(?:位次|排名|排序|名次|次序|顺序|角色|署名|身份|情况|单位)"
)
_PLACE = re.compile(
    rf"(?:(?P<only>唯一|独立|牵头|主持)|第?(?P<rank>{CHINESE_NUMERAL}|\d{{1,2}})(?:\s*/\s*\d{{1,2}})?|(?P<part>参与|参加|合作|协作))"
    "(?:主要)?(?:完成|参与|合作|承担|署名|获奖)?(?:单位|机构)?"
)
_TEAM = re.compile(
    "(?:获奖|完成|项目|本院|我院|本校|我校)?(?:团队|课题组|研究组)|(?:我院|本院|我校|本校)(?:主要)?(?:完成|参与|参加|获奖)(?:人员?|者)"
)
_NOUNS = {"医院": ("院",), "学校": ("校",), "单位": ("院", "校", "所", "中心")}


def tells_own_place(sheet: Sheet) -> bool:
    """Whether a column tells the place of the house that speaks.

    A table with the heads 项目 | 奖项 | 等级 | 本院位次 does; one with 排名 alone tells of people.
    """
    return any(_HEAD.fullmatch(column.header) for column in sheet.columns)


def own_house(document: Document, row: Row) -> tuple[str, int | None] | None:
    """Whose page it is and its place in the work of a row (第一完成单位: 1; 参与单位: none); None where no cell tells it."""
    for column, cell in row.others:
        head = _HEAD.fullmatch(column.header)
        told = _PLACE.fullmatch(cell.text.strip()) if head is not None else None
        if head is None or told is None:
            continue
        nouns = _NOUNS.get(head["own"], _NOUNS.get(head["own"][1:], (head["own"][1:],)))
        house = next((name for noun in nouns if (name := speaker(document, noun))), "")
        place = number(told["rank"]) if told["rank"] else 1.0 if told["only"] else None
        return (house, int(place) if place else None) if house else None
    return None


def team_of(row: Row) -> Value | None:
    """The cell that names whose team did the work: 团队, 获奖团队, 我院完成人."""
    return next((cell for column, cell in row.others if _TEAM.fullmatch(column.header)), None)

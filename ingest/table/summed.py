"""Of which place the last row of a table of counts tells the sums: 合计 below the towns of a province is the province's."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from ingest.lexicon import is_place
from ingest.table.captions import caption_text
from ingest.table.lines import Value
from kg.text import HAN, heal_name

__all__ = ["is_whole", "place_above", "place_of_all"]

_WHOLE_ROW = re.compile("(?:全[省市区国]|各[省市地]|[一二两三四五六七八九十]+[省市])?(?:[合总共]计|总数|总和)|全[省市区国]")
_PART_ROW = re.compile("小计|其中.*")
_BEFORE = re.compile(r"^(?:(?:19|20)\d\d\s*(?:[-—–~～至]\s*(?:19|20)\d\d)?年?度?(?:末|底)?|截至|[，,\s])+")
_OF_SEVERAL = (
    rf"(?:西北|西南|东北|华[东南北中]|长三角|[{HAN}]{{0,4}}?)[二两三四五六七八九十]+[省市]"
    r"(?:[（(](?:自治区|直辖市|区|市)+[)）]|[区市])?"
)
_WHOLE = re.compile(
    rf"(?P<several>{_OF_SEVERAL})|(?P<land>(?:全国|[我]国|中国)(?=各?[{HAN}A-Z]))"
    rf"|(?P<province>(?![全各本我])[{HAN}]{{2,6}}?(?:省|自治区))|(?P<town>(?![全各本我])[{HAN}]{{2,4}}?市(?![级场属]))"
)
_PARTLY = re.compile(r"部分|抽[样查取]|样本|试点|主要|代表性|典型|前[十\d]")
_INSIDE = {
    "several": re.compile(".+"),
    "land": re.compile(".+(?:省|市|自治区|兵团)"),
    "province": re.compile(".+[市州盟县旗]|.+地区"),
    "town": re.compile(".+[区县市旗]"),
}
"""How those are called whose sums a place has."""
_NUMBER = re.compile(r"\d[\d,， ]*(?:\.\d+)?")
_EVEN = 0.05
"""How far off sums of rounded figures may be."""
_REST = re.compile("其[他它余].*|未列.*|[省市区]直.*|兵团.*")


def is_whole(name: str) -> bool:
    """Whether the first cell of a row says that the row is of all together.

    >>> is_whole("合计"), is_whole("全省"), is_whole("小计"), is_whole("平均")
    (True, True, False, False)
    """
    return _WHOLE_ROW.fullmatch(name) is not None


def place_of_all(
    above: Sequence[str], rows: Sequence[Mapping[int, Value]], subject: int, counts: Collection[int]
) -> tuple[int, str, frozenset[int]] | None:
    """Which row tells the sums, of which place, and in which columns: the nearest words above name it first.

    None where the rows are not its parts, where they are only some of them, or where they do not make the sums.
    """
    named = [heal_name(row[subject].text) if subject in row else "" for row in rows]
    whole = [at for at, name in enumerate(named) if is_whole(name)]
    if len(whole) != 1 or any(map(_PARTLY.search, above[:1])):
        return None
    parts = [at for at, name in enumerate(named) if name and at != whole[0]]
    found = next((one for line in above if "。" not in line and (one := _opens(line)) is not None), None)
    summed = _sums(rows, whole[0], counts)
    if found is None or not summed:
        return None
    kind = found.lastgroup or ""
    fits = all(_INSIDE[kind].fullmatch(named[at]) or _REST.fullmatch(named[at]) or is_place(named[at]) for at in parts)
    return (whole[0], "中国" if kind == "land" else found.group(), summed) if fits else None


def place_above(line: str) -> str:
    """The one land, province or town that the words above a table open with, "" where they open with none.

    >>> place_above("表3 2031年松江省大型医用设备数量"), place_above("我国影像设备配置"), place_above("各省设备配置")
    ('松江省', '中国', '')
    """
    found = None if _PARTLY.search(line) else _opens(line)
    kind = found.lastgroup if found is not None else ""
    return "" if found is None or kind == "several" else "中国" if kind == "land" else found.group()


def _opens(line: str) -> re.Match[str] | None:
    return _WHOLE.match(_BEFORE.sub("", caption_text(line)))


def _sums(rows: Sequence[Mapping[int, Value]], whole: int, counts: Collection[int]) -> frozenset[int]:
    """The columns of which the other rows make the sums, if most do; rows of parts of others (小计) are left out."""
    others = (row for at, row in enumerate(rows) if at != whole)
    parts = [row for row in others if not any(_PART_ROW.fullmatch(one.text) for one in row.values())]
    told = [at for at in counts if at in rows[whole] and _NUMBER.fullmatch(rows[whole][at].text)]
    made = {at for at in told if abs(sum(_number(row, at) for row in parts) - _number(rows[whole], at)) < _EVEN}
    return frozenset(made if len(made) * 2 > len(told) else ())


def _number(row: Mapping[int, Value], at: int) -> float:
    words = row[at].text if at in row else ""
    return float(re.sub("[,， ]", "", words)) if _NUMBER.fullmatch(words) else 0.0

"""The money that a sentence tells of a quoted project: in its note, behind its title, or for each of a row of titles."""

from __future__ import annotations

import re

from ingest.numerals import CHINESE_NUMERAL, to_wan
from ingest.prose.reading import Scene

__all__ = ["MONEY", "amount_in", "sum_of"]

_NUMBER = rf"(?:\d[\d.,]*\s*[万亿]?|{CHINESE_NUMERAL})元"
MONEY = rf"(?P<sum>{_NUMBER})(?!\s*(?:[/／]|每[项个]))"
"""A sum, not what each of many is given (300万元/项)."""
_TOLD = re.compile(
    r"(?:(?:中央|[省市县])级?财政(?:投入|拨款|支持|资助)|中央财政|金额|经费|资助额?|直接费用|直接经费|总经费|国拨经费|拨款|总投资|总预算)(?:强度|额度|资助|支持|拨款|投入|总额|共计|合计|约|为|达|计|[:：（(]|\s)*"
    + MONEY
)
_OF_FUNDER = re.compile(
    rf"(?<=[，,：:；（中])(?:中央财政|国拨|国家财政|国家(?=拨款))(?:专项|资助|支持|拨款)*(?:经费|资金|投入)?(?:为|约|共|达|[:：]|\s)*{MONEY}"
)
"""总经费3200万元，其中|中央财政经费1800万元: what the programme gives of a whole."""
_BEHIND = re.compile(rf"(?:项目|课题)?\s*{MONEY}(?=[，,；;。]|$)")
"""资助“某研究”项目|60万元."""
_GETS = re.compile(
    rf"(?:获得?|得到|拿到)(?:批|了|约)*(?:[^，。；“”\d]{{4,24}}(?:基金|计划|专项|项目|课题))?{MONEY}(?:的?(?:直接)?(?:经费|资金|专项)*(?:支持|资助)|(?=[，,；;。]|$))"
)
"""“某研究”获得|60万元支持."""
_PLAIN = re.compile(r"(?:^[（(]|[，,、；;]\s*)(?P<sum>\d[\d.,]*\s*(?:万|亿)元)(?=[，,、；;)）])")
_BARE = re.compile(r"[，,]\s*(?P<sum>\d[\d.,]*\s*(?:万|亿)元)(?=[；;。，,]|$)")
_GIVEN = r"(?:获得?批?|得到|给予)?(?:立项|直接)*(?:资助|支持|经费|资金|拨款|补助)*(?:金额|经费)?(?:为|约|[:：])?"
_EACH = re.compile(rf"[”》][^“”《》。；]*?(?:各|均|每项){_GIVEN}{MONEY}")
"""“甲”和“乙”双双入选，|各获资助20万元."""
_IN_TURN = re.compile(rf"[”》][^“”《》。；]*?(?:分别|依次|分){_GIVEN}(?P<row>{_NUMBER}(?:(?:[、，,]|和|与|及)*{_NUMBER})+)")
"""“甲”、“乙”榜上有名，|分别获资助10万元和15万元."""


def sum_of(scene: Scene, titled: re.Match[str], titles: list[re.Match[str]], *, listed: bool = False) -> float | None:
    """The money told between a title and the next; ``listed``: a bare sum right behind it too (“甲”，320万元；)."""
    amount = amount_in(titled["note"] or "")
    if amount is not None:
        return amount
    later = next((one.start() for one in titles if one.start() > titled.start()), len(scene.text))
    if len(titles) > 1 and (each := _shared(scene, titles)) is not None:
        return each[titles.index(titled)]
    bare = _BARE.match(scene.text, titled.end(), later) if listed else None
    return to_wan(bare["sum"].replace(",", "")) if bare is not None else amount_in(scene.text[titled.end() : later])


def _shared(scene: Scene, titles: list[re.Match[str]]) -> list[float | None] | None:
    """What each of a row of titles is given, told behind the last of them; None where the sentence tells it otherwise."""
    last = max(title.end("title") for title in titles)
    each = _EACH.match(scene.text, last)
    if each is not None:
        return [to_wan(each["sum"].replace(",", ""))] * len(titles)
    turn = _IN_TURN.match(scene.text, last)
    sums = [to_wan(one.replace(",", "")) for one in re.findall(_NUMBER, turn["row"])] if turn is not None else []
    return sums if len(sums) == len(titles) else [None] * len(titles) if turn is not None else None


def amount_in(words: str) -> float | None:
    """The first sum that words tell as given, in 万元."""
    found = (
        _OF_FUNDER.search(words) or _BEHIND.match(words) or _TOLD.search(words) or _GETS.search(words) or _PLAIN.search(words)
    )
    return to_wan(found["sum"].replace(",", "")) if found else None

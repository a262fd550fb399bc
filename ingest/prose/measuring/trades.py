"""Which trade the size of a market is of, where the figure's clause leaves it out: 某国内镜行业快速发展，|市场规模达到…."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.figures import Figure
from ingest.prose.clauses import Owner
from ingest.prose.measuring.subjects import CHINA
from ingest.prose.reading import Scene
from kg.text import HAN

__all__ = ["of_its_trade"]

_BARE = re.compile(
    r"(?:总?产值|市场(?:总?规模|容量|总额|份额)|规模|总?销[售]?[量额]|(?:进口|出口|采购|装机|保有|产)(?:量|额|规模))(?=$|数量|增长|复合|年均)"
)
"""What a trade has, without which."""
_TRADE = re.compile(rf"^(?:的|全部|整个)*(?P<trade>(?![^，。；]{{0,3}}的)[{HAN}A-Za-z\d/（）()·\-]{{2,18}}?(?:行业|市场|产业))")
_HERE = re.compile("我国|国内|全国")
_SAME = re.compile(r"^市场(?=.)")


def of_its_trade(scene: Scene, figure: Figure, whose: Owner) -> Figure:
    """The figure of a country's market with the trade in its name that the sentence names right behind the country.

    中国内镜行业快速发展，市场规模达到12亿元: 内镜行业市场规模 of 中国.
    """
    if whose.refs[0].label != "Place" or not _BARE.match(figure.name):
        return figure
    ends = [one.end for one in scene.of("Place") if one.ref == whose.refs[0]]
    ends += [one.end() for one in _HERE.finditer(scene.text)] if whose.refs[0] == CHINA else []
    told = (_TRADE.match(scene.text[end : figure.start]) for end in sorted(ends) if end <= figure.start)
    trades = [match["trade"] for match in told if match is not None]
    if not trades:
        return figure
    behind = _SAME.sub("", figure.name) if trades[-1].endswith("市场") else figure.name
    return replace(figure, name=trades[-1] + behind)

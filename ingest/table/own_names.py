"""What programmes are called for short in cells (国自然面上), and names of their own that only their column vouches for."""

from __future__ import annotations

import re

from ingest.lexicon import PLACES

__all__ = ["own_name", "spelled_out"]

_FUND = "国家自然科学基金"
_SHORT_FUND = re.compile(
    r"^(?:国自然科?学?(?:基金)?|国家自科(?:基金)?|国家自然基金|国基金|国家基金委|NSFC|国家自然科学基金委(?:员会)?(?=.*(?:项目|基金)))[\s:：-]*"
)
_SHORT_TYPES = {
    "面上": "面上项目",
    "青年": "青年科学基金项目",
    "青年基金": "青年科学基金项目",
    "青年项目": "青年科学基金项目",
    "地区": "地区科学基金项目",
    "地区基金": "地区科学基金项目",
    "地区项目": "地区科学基金项目",
    "重点": "重点项目",
    "重大": "重大项目",
    "优青": "优秀青年科学基金项目",
    "杰青": "国家杰出青年科学基金",
}
_LEVEL = re.compile(
    r"(?:校|院|省|市|国家|厅|局|部|区|县|厅局|省部|科)级|横向|纵向|自筹|其[他它]|[本该我各](?=[院校所市省])|配套|在研|结题|新增|上述|医院|学校|单位|企业"
)
"""What opens a level of projects rather than a name."""
_NAMED = re.compile(
    r"[^，。；：:的了\d\s]{4,30}?(?:专项|计划|基金|工程|行动|业务费)(?:资金|经费)?|[^，。；：:的了\s]{0,20}[“\"][^”\"]{2,30}[”\"](?:重大项目|重大专项|专项|计划|行动|工程)"
)
_PLACE = "|".join(sorted((place for place in PLACES if len(place) > 1), key=len, reverse=True))
_OF_BODY = re.compile(
    rf"(?:国家|中国|中华|全国|(?:{_PLACE})(?:省|市|自治区)?|[^，。；、的\s]{{2,6}}[省市])"
    r"[^，。；、的\s]{0,16}?(?:委员?会?|厅|局|学会|协会|基金会|科学院|大学|医院)[^，。；、的\s]{0,10}?(?:科研|科技|研究|专项|基金|重点|面上|青年|指导性|一般|创新)(?:项目|课题)"
)
_OF_PLACE = re.compile(
    rf"(?:国家|(?:{_PLACE})(?:省|市|自治区)?|[^，。；、的\s]{{2,6}}(?:省|市|自治区))(?:级)?"
    r"(?:医学|卫生|医药|健康|科卫|中医药?|临床|社会发展|软科学|重点|重大|国际|应用|基础|公益性?|联合|创新|优秀|青年)*(?:科技攻关|科技创新|科技发展|科技|科研|重点研发|攻关|基础研究|研发|学科建设|适宜技术推广)(?:计划|专项)?(?:联合共建|重点|一般|面上|青年|资助)*(?:项目|课题)"
)
_ITEMS = re.compile(r"(?<=[划程金动项费])(?:资助)?(?:项目|课题)$")
_SHORTEST = 6


def spelled_out(text: str) -> str:
    """The text, where it opens with a short name of the science fund, with the fund's name and its type in full.

    >>> spelled_out("国自然面上"), spelled_out("NSFC青年项目"), spelled_out("国家自然科学基金委面上项目")
    ('国家自然科学基金面上项目', '国家自然科学基金青年科学基金项目', '国家自然科学基金面上项目')
    """
    short = _SHORT_FUND.match(text)
    if short is None:
        return text
    rest = text[short.end() :]
    return _FUND + _SHORT_TYPES.get(rest, rest)


def own_name(text: str) -> str:
    """The programme that the words of a cell or of a heading over rows are the name of; "" for a level or a sort of projects.

    >>> own_name("区域创新发展联合基金项目"), own_name("北川省卫健委科研项目"), own_name("院级青年基金")
    ('区域创新发展联合基金', '北川省卫健委科研项目', '')
    >>> own_name("北川省科技攻关项目"), own_name("北川省科技项目管理")
    ('北川省科技攻关项目', '')
    >>> own_name("北川省卫生健康青年科研课题"), own_name("北川市科卫联合医学科研项目")
    ('北川省卫生健康青年科研课题', '北川市科卫联合医学科研项目')
    """
    name = _ITEMS.sub("", text)
    if len(name) < _SHORTEST or _LEVEL.match(name):
        return ""
    return name if _NAMED.fullmatch(name) or _OF_BODY.fullmatch(name) or _OF_PLACE.fullmatch(name) else ""

"""Headings of lists of winners: the award, the grade or both that the entries below were given."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.text import HAN, heal_name

__all__ = ["Heading", "heading_of"]

_GRADE = r"(?:特等奖|[一二三四]等奖|金奖|银奖|铜奖|优胜奖|入围奖)"

_NUMBERING = (
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]、?|\d{1,2}[.、．]|[★☆●■◆▲※◎]"
    r"|第[一二三四五六七八九十]+[、 ])?"
)
_HONOUR = (
    rf"(?:[{HAN}A-Za-z·]{{0,30}}?(?:奖(?![励项杯])|先进(?:个人|集体|单位|工作者)|优秀组织(?:单位|者)"
    rf"|(?:优秀|杰出|十佳|最美|模范)[{HAN}]{{2,8}}(?:者|师|员|家|士|星)))"
)
_HEADING = re.compile(
    rf"{_NUMBERING}\s*(?:(?P<year>(?:19|20)\d\d)年?度[ ]?)?"
    rf"(?:[{HAN}]{{2,8}}(?:类|组|奖)[ \u3000]+(?={_GRADE}))?[【\[“《]?(?:(?!{_GRADE})(?P<name>{_HONOUR}))?"
    rf"[”》]?(?:称号)?\s*(?P<grade>{_GRADE})?[】\]]?(?:获奖)?(?:者|项目|作品|论文|人员|名单|成果)*"
    r"\s*(?P<count>[（(]?\s*[共计]?\s*\d{1,3}\s*[名项篇人个位组家]\s*[)）]?|[（(][^（）()]{1,24}[)）])?\s*(?:[:：](?P<rest>.*))?"
)
_WON = re.compile(r"^.*?(?:荣获|喜获|荣膺|斩获|摘得|夺得|获得?)(?=.{4})")
"""Who won an award, before its name in a headline: 某团队获|某奖."""
_CONTEST = re.compile("(?<=大赛|比赛|竞赛|评选|展评)获奖$")
"""某某大赛|获奖名单: who won a contest."""
_COUNTED = re.compile(r"^(?:[一二两三四五六七八九十]|\d{1,2})[项个](?=.{4})")
_NO_AWARD = re.compile(
    r"^(?:获|颁|领|评|授|得|各|该|本)奖$|[领颁受]奖$|^(?:获奖|颁奖|评奖|授奖)|[的为在由]|多项|若干项|各类|诸多"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of a list: an award, a grade or both, and what stands behind its colon."""

    name: str
    grade: str
    rest: str
    year: int | None = field(default=None, repr=False)


def heading_of(text: str) -> Heading | None:
    """The heading that a line is, None where it is none.

    >>> heading_of("二、优秀论文奖一等奖（3篇）"), heading_of("科研部")
    (Heading(name='优秀论文奖', grade='一等奖', rest=''), None)
    >>> heading_of("第三届影像技能大赛获奖名单")
    Heading(name='第三届影像技能大赛', grade='', rest='')
    """
    match = _HEADING.fullmatch(text.strip())
    if match is None or not (match["name"] or match["grade"]):
        return None
    name = _CONTEST.sub("", heal_name(match["name"] or ""))
    if _NO_AWARD.search(name):
        return None
    year = int(match["year"]) if match["year"] else None
    name = _COUNTED.sub("", _WON.sub("", name))
    return Heading(name=name, grade=match["grade"] or "", rest=(match["rest"] or "").strip(), year=year)

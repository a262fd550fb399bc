"""Words for posts and offices, and rows of them that a notice of a death sets before the name with commas."""

from __future__ import annotations

import re

from ingest.lexicon import POSITIONS, TITLES
from ingest.mentions import Mention
from ingest.posts import KNOWN_AS
from ingest.prose.reading import Scene

__all__ = ["OFFICE", "POST", "POST_WORDS", "goes_on_before"]

OFFICE = (
    r"(?:(?:原|终身|候任|侯任|前任|首任|现任|名誉|荣誉|常务|执行|首届|第?[一二三四五六七八九十\d]+(?:[、和][一二三四五六七八九十\d]+)*届|青年)*"
    r"(?:副?主任委员|副?主委|副?会长|副?理事长|常务理事|常务委员|常委|执行委员|执委|理事|副?秘书长|(?:学术|工作)?秘书(?![长处])|副?主席|副?组长|副?监事长|监事|委员|(?:名誉|荣誉|通讯|正式|高级|终身|资深|团体)?会员|会士))"
)
"""An office in a society."""

_LONGEST_FIRST = sorted({*TITLES, *POSITIONS}, key=len, reverse=True)
POST = (
    r"(?:(?:原|终身|前(?=[院所校主书会理])|党委|党组|党总支|纪委|助理(?=[院校所])|总(?=院长|护士长|技师长)|(?:业务|行政|教学|科研|专职)(?=副?(?:院|校|所)长|副?主任)|常务|执行|名誉|候任|前任|现任|首任|特聘|讲席|客座|学术|外籍|副)*"
    rf"(?:{'|'.join(_LONGEST_FIRST)})|(?:博士|硕士)(?:研究)?生导师|博导|硕导)"
)
POST_WORDS = rf"(?:{POST})"
"""A title or an administrative position, as it stands beside a name."""

_CLAUSE_ENDS = re.compile("[，,。；;]")
_IS_SOMEBODY = re.compile(rf"(?:{OFFICE}|{POST}|{'|'.join(KNOWN_AS)})$")
_TOLD_OF = re.compile("[了着过将把被由对向]|表示|指出|出席|参加|邀请|主持|聘|当选|推荐")
_OF_THE_DEAD = re.compile(
    "(?:教授|研究员|院士|主任|医师)*(?:同志|先生|女士|老师|遗体|(?:[，,]?(?:不幸)?因病)|逝世|病逝|去世|辞世)"
)
"""How a notice of a death goes on from the name."""


def goes_on_before(scene: Scene, person: Mention, at: int) -> bool:
    """Whether a comma parts what somebody is from what else: 甲院院士，乙大学教授张三|因病逝世; nobody else before."""
    if scene.text[at - 1 : at] not in ("，", ",") or any(one.end <= at for one in scene.of("Person")):
        return False
    clause = scene.text[max((gap.end() for gap in _CLAUSE_ENDS.finditer(scene.text, 0, at - 1)), default=0) : at - 1]
    return (
        bool(_IS_SOMEBODY.search(clause)) and not _TOLD_OF.search(clause) and bool(_OF_THE_DEAD.match(scene.text, person.end))
    )

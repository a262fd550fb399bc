"""The clauses of a sentence, and what one of them opens with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import EntityRef
from kg.text import HAN

if TYPE_CHECKING:
    from ingest.mentions import Mention
    from ingest.prose.reading import Scene

__all__ = [
    "CLAUSE_MARKS",
    "MARK",
    "Applied",
    "Opening",
    "Owner",
    "clause_end",
    "clause_start",
    "clause_starts",
    "row_from",
    "subject_start",
]

MARK = re.compile(r"[，。；：:;！？!?（()）]|,(?!\d{3})")
"""What parts clauses, and what opens and closes a note."""
CLAUSE_MARKS = "，。；：,;"
_TO_MARK = re.compile(r"(?:[（(][^（）()\n。]*[)）]|[^，。；,;])*")
_TIME = (
    r"(?:自|从|至|到|在)?(?:19|20)\d{2}(?:[~～\-–—至](?:19|20)?\d{2,4})?\s*年\s*(?:\d{1,2}\s*月份?)?\s*(?:\d{1,2}\s*日(?:上午|下午|晚上?|中午|凌晨)?)?(?:以来|至今|起|底|末|初|间|期间|度|全年|前)?"
    r"|“?[一二三四五六七八九十]{1,2}五”?(?:期间|时期|以来|末)?|近[一二两三四五六七八九十\d]+年来?|近年来?|(?:本|上一?)?年度|全年|当年|今年|去年"
    r"|\d{1,2}\s*月(?:份|初|中旬|下旬|上旬|底|末|\s*\d{1,2}\s*日)(?:上午|下午|晚上?|中午|凌晨)?(?:\d{1,2}[点时](?:半|\d{1,2}分)?)?|昨天|今天|当天|本月|上月|本周|上周"
)
_DATELINE = (
    rf"(?:[{HAN}]{{2,10}}(?:\d{{1,2}}月\d{{1,2}}日(?:电|讯)|[社报网](?:[{HAN}]{{0,6}})(?:电|讯)|(?:电|讯)(?=\s|[（(]记者|[（(]通讯员))"
    r"\s*(?:[（(][^（）()]*[)）])?\s*(?![^，。]{0,3}[子话脑]))?"
)
"""新华社某地某日电（记者…）."""
_OPENS = re.compile(
    rf"{_DATELINE}(?:\d{{1,2}}[、.．](?!\d)|[①-⑩]|[一二三四五六七八九十]{{1,2}}、)?(?:[，,\s]|{_TIME}|据悉|据了解|据介绍|记者获悉|记者了解到|另据了解|目前|现在|现阶段|现(?=依托|挂靠|由|已|设)|如今|此外|其中|另外|同时|同期|据[^，。]{{1,12}}?(?:统计|显示|介绍)|截[至止][^，。]{{0,14}}?(?=[，,])|迄今(?:为止)?|至今|总体来看|整体而言"
    r"|结[果论](?=\s*(?:[A-Z]|[（(]))|结果(?:表明|显示|发现|提示)[，,:：]?(?=该)|[\u4e00-\u9fff]{2,4}介绍[，,](?=“)"
    r"|但是?|而(?!且)|且|并且|当时|那时|如今|眼下|日前|近日|昨日|今日|当日|虽然|尽管|例如|随着|由于|仅|在(?=中国|我国|全国|全球|世界))*"
)
"""The time, the source and the conjunctions that stand before the subject of a clause."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What a clause opens with; nobody, where that is somebody of whom no figures are kept. ``end`` is in the sentence."""

    refs: tuple[EntityRef, ...]
    end: int
    back: bool = False
    """Whether it only points back (该系统, 公司), so that the paragraph's subject stays."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a figure is. ``joint`` says that several have it together."""

    refs: tuple[EntityRef, ...]
    joint: bool = False


@dataclass(frozen=True, slots=True)
class Applied:
    """A call of a programme whose applications the text counted, its year, and in which sentence that was."""

    programme: EntityRef
    year: int | None
    said: int


def clause_starts(text: str, at: int) -> list[int]:
    """Where the clauses up to a place start, the nearest first; what stands in parentheses that close before it is none."""
    starts = [0]
    opened: list[int] = []
    for match in MARK.finditer(text, 0, at):
        if match.group() in "）)":
            starts = [one for one in starts if not opened or one < opened[-1]]
            opened = opened[:-1]
        else:
            starts.append(match.end())
            opened += [match.end()] if match.group() in "（(" else []
    return starts[::-1]


def clause_start(text: str, at: int, marks: str = CLAUSE_MARKS) -> int:
    """Where the clause starts that a place stands in, by the marks that part clauses."""
    return max(text.rfind(mark, 0, at) for mark in marks) + 1


def clause_end(text: str, at: int) -> int:
    """Where the clause that goes on here ends; a mark in a note (某平台（甲，乙）由…) ends none.

    >>> clause_end("某平台（YIMIC，简称平台）由甲建设，位于某市", 0)
    19
    """
    end = _TO_MARK.match(text, at)
    return end.end() if end is not None else len(text)


def subject_start(text: str, clause: int) -> int:
    """Where the subject of a clause that starts here may start: after the time, the source and the conjunctions."""
    opens = _OPENS.match(text, clause)
    return opens.end() if opens else clause


def row_from(scene: Scene, first: Mention, link: re.Pattern[str]) -> list[Mention]:
    """The mentions of one kind that stand one after the other from this one on, ``link`` between."""
    row = [first]
    while (joint := link.match(scene.text, row[-1].end)) is not None:
        following = scene.starting_at(joint.end(), first.label)
        if following is None:
            break
        row.append(following)
    return row

"""Lines that tell by name what somebody received: 张三：2022年某奖二等奖（排名第3），项目名称：某某研究."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.lexicon import could_be_person
from ingest.prose.honours.prizes import Prize, is_bare, named_at
from kg.text import HAN, heal_name

__all__ = ["Told", "told_of"]

_OPENS = re.compile(
    rf"(?:\d{{1,3}}[.、．)）]|[（(]\d{{1,2}}[)）]|[①-⑳●■◆★▲※·\-—])?\s*(?P<name>[{HAN}·]{{2,8}}?)"
    r"(?:教授|主任医师|副主任医师|主治医师|医师|主任|研究员|博士|技师|同志)?\s*[:：]\s*(?P<rest>\S.*)"
)
_LABELLED = re.compile(
    r"[，,；;、]?\s*(?:项目|成果|课题|论文|获奖)(?:名称|题目|项目|成果)\s*[:：]\s*(?P<title>[^，；。]{6,80})"
)
_QUOTED = re.compile(r"[，,；;、]?\s*[《“](?P<title>[^《》“”]{6,90})[》”](?:项目|成果|一文)?")
_MARKS = " ，,；;。、"
_ASKED_FOR = re.compile("拟|申报|提名|推荐|候选|入围|公示|冲[刺击]|力争")
_PAPER = re.compile("论文|壁报|征文|病例|演讲|摘要|海报|课件")


@dataclass(frozen=True, slots=True)
class Told:
    """Who received what, and for which work or paper, "" where the line names none."""

    name: str
    prize: Prize
    title: str
    for_paper: bool


def told_of(text: str) -> Told | None:
    """What a line tells of one person, None where it tells nothing.

    >>> told = told_of("柏舟：2022年岚江医学科技奖三等奖（排名第2），项目名称：骨龄自动评估的研究")
    >>> told.name, told.prize.name, told.prize.grade, told.prize.rank, told.title
    ('柏舟', '岚江医学科技奖', '三等奖', 2, '骨龄自动评估的研究')
    """
    opened = _OPENS.fullmatch(text.strip())
    if opened is None or not could_be_person(opened["name"]):
        return None
    titled = _LABELLED.search(opened["rest"]) or _QUOTED.search(opened["rest"])
    rest = opened["rest"]
    if titled is not None:
        rest = rest[: titled.start()] + rest[titled.end() :]
    rest = re.sub(r"^(?:荣获|获得|获)", "", rest.strip(_MARKS))
    prize = named_at(rest, 0)
    if _ASKED_FOR.search(rest) or prize is None or is_bare(prize.name) or rest[prize.end :].strip(_MARKS):
        return None
    title = heal_name(titled["title"]) if titled is not None else ""
    return Told(heal_name(opened["name"]), prize, title, bool(_PAPER.search(prize.name)))

"""Houses that a list names as users of the product that the words above it tell of: 部分用户：★ 甲医院 ★ 乙医院."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.mentions import Mention
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef

__all__ = ["read"]

LISTED_USER = Rule("listed_user")
"""某软件已在百余家医院装机。部分用户：甲医院、乙医院, on one line or each on its own."""

_USERS = r"(?:用户|装机|使用|应用|上线|试用|落地|入驻|在用)"
_HEAD = re.compile(
    rf"[【\[■●◆★▶\s]*(?:其|产品|目前|已有?|现有|部分|典型|主要|代表性?|重点|首批|最新|国内|全国|的)*{_USERS}(?:医院|医疗机构|机构|单位|客户|用户)?"
    rf"(?:名单|名录|一览|代表)?(?:[（(](?:部分|排名不分先后|节选)[^（）()]*[)）])?(?:(?:如下|包括|包含|有|为)?[:：】\]]|(?:包括|包含|涵盖)了?)\s*"
)
"""What heads the list; who only means to use it (意向用户) is none."""
_TITLED = re.compile(
    rf"(?:附件?[:：]?\s*)?(?P<thing>[^，。；：:]{{3,40}}?)(?:的)?(?:部分|典型|主要|代表性?|最新)?(?:{_USERS}|安装)(?:医院|医疗机构|机构|单位|客户|用户)?"
    r"(?:名单|名录|列表|一览|情况)[:：]?"
)
"""某系统安装医院一览: the heading of a list, with the product that it is of."""
_MARKS = re.compile(r"^[\s★☆◆●•·■▪◇○▶►※✓√\-—–*]*(?:[（(]?\d{1,3}[)）.、．]\s*)?")
_BETWEEN = re.compile(
    r"(?:\s|[、，,；;。.]|[（(][^（）()]*[)）]|和|及|与|以及|[（(，,]?\s*(?:19|20)\d\d年(?:\d{1,2}月)?|[，,]?\d+[台套][)）]?|等(?:[\d百数十余多]*家?(?:医院|单位|医疗机构|机构|用户))?)*"
)
_NOTE = re.compile("[（(][^（）()]*[)）]")
_ANOTHER = re.compile("(?<![该本此其])(?:软件|系统|平台|机器人|设备|装置|成像仪)")
"""A thing told of behind the last product that is known: what the list is of is not sure."""
_KINDS = frozenset({"hospital", "university", "institute", "department", "laboratory", "company"})
_NEAR = 240
"""How many characters before the list may tell what it is that they use."""


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """ADOPTED_BY of the product by those behind the head, and by those of the lines that follow it."""
    titled = _TITLED.fullmatch(scene.text.strip())
    head = _HEAD.match(scene.text) if titled is None else None
    if titled is not None:
        reading.users_of = next((one for one in reversed(reading.products) if one.name in titled["thing"]), None)
        return
    if head is not None:
        reading.users_of = _told_before(scene, reading)
    at = head.end() if head is not None else _past_marks(scene.text)
    users = _row(scene, at) if reading.users_of is not None else []
    if scene.text[at:].strip() and not users:  # a number may stand alone, cut from its item
        reading.users_of = None
    for user in users:
        if reading.users_of is not None:
            where = scene.sentence.view.span(user.start, user.end)
            yield reading.fact(LISTED_USER, reading.users_of, "ADOPTED_BY", reading.organization(user), where)


def _past_marks(text: str) -> int:
    marks = _MARKS.match(text)
    return marks.end() if marks is not None else 0


def _row(scene: Scene, at: int) -> list[Mention]:
    """The houses of which the rest of a line consists; none where it tells anything else."""
    notes = [note.span() for note in _NOTE.finditer(scene.text, at)]
    told = [one for one in scene.of("Organization") if one.start >= at]
    found = [one for one in told if not any(start < one.start and one.end < end for start, end in notes)]
    ends = [at, *(one.end for one in found)]
    starts = [*(one.start for one in found), len(scene.text)]
    gaps = all(_BETWEEN.fullmatch(scene.text, end, start) for end, start in zip(ends, starts, strict=True))
    return found if gaps and all(one.kind in _KINDS for one in found) else []


def _told_before(scene: Scene, reading: Reading) -> EntityRef | None:
    """The product that the words right above the list tell of last."""
    at = scene.sentence.view.offsets[0]
    words = "".join(reading.document.text[max(0, at - _NEAR) : at].split())
    names = {one.name: one for one in reading.products}
    names |= {short: EntityRef(label="Technology", name=full) for short, full in reading.trade_names.items()}
    places = {name: words.rfind(name) for name in names if name in words}
    last = max(places, key=lambda name: (places[name], len(name)), default="")
    return names[last] if last and not _ANOTHER.search(words, places[last] + len(last)) else None

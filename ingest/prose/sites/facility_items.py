"""Facilities told item by item: 1. 某某平台（某地）。由甲和乙共同建设，依托单位为丙，总投资…."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.base import once
from ingest.lexicon import is_place
from ingest.mentions import Mention
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.sites.facilities import FACILITY_END, facility_of
from ingest.prose.sites.facility_labels import labelled, whole_place
from ingest.prose.sites.payers import paid
from kg.model import Assertion, Document, EntityRef
from kg.text import HAN

__all__ = ["read"]

FACILITY_ITEM = Rule("facility_item")
"""What an item of a list says of the facility that it opens with."""

_NUMBER = r"\s*(?:[（(]?\d{1,2}[)）.、．]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|[①-⑳●■◆▪·•])\s*"
_ITEM = re.compile(_NUMBER)
_HEAD = re.compile(
    rf"{_NUMBER}(?P<name>(?!\s|建[立设成]|新建|推[进动]|加[强快]|完善|搭建|组建|成立|打造|依托|支持|实施|开展|布局|提升|优化|筹建|申报|鼓励|围绕|面向|通过)[^，。；：:（）()—\n]{{4,40}}?{FACILITY_END})"
    r"\s*(?:[（(](?P<note>[^（）()]{2,20})[)）])?\s*(?P<stop>[。：:\n]|[—－-]{1,2}|$|(?<=[\s\u3000])(?=\S)|[，,](?=\s*(?:于|在|由|系|依托|位于|坐落|总?投资|占地|(?:19|20)\d\d)))"
)
_LONE = re.compile(rf"\s*(?P<name>[^，。；：:（）()\s]{{4,40}}?{FACILITY_END})(?P<note>)\s*")
"""某某平台, alone on its line above lines of labels (依托单位：甲)."""
_LABEL = re.compile(rf"\s*[{HAN}]{{2,8}}\s*[:：]")
_TOLD_FIRST = re.compile(
    r"\s*(?:(?:建设|项目)?依托单位|(?:联合|共同)?[共承]?建设?单位|牵头(?:建设)?单位|法人单位|建设地点|总投资)\s*[:：]"
)
_ENDS = re.compile(r"\s*(?:[（(]?[注备说][：:明注]|附件|抄送|联系)")
_FARTHEST = 900
_CLAUSE = re.compile(r"[^，,。；;]+")
_DOES = re.compile(
    r"(?:[（(][^（）()]*[)）])?(?:(?:于|在)?(?P<year>(?:19|20)\d{2})年(?:\d{1,2}月)?(?:起|底|初)?)?(?P<how>(?:共同|联合|负责|合作|单独|主导|具体|自主|独立|自行|率先|正式)*)"
    r"(?P<verb>牵头(?:建设|承建|组建)?|建设|承建|共建|建成|组建|筹建|参建|参与(?:建设|共建|承建)?|参加(?:建设)?|协建)(?!的)"
)
_HOSTED = re.compile(r"(?:建设|项目)?依托(?:单位)?(?:为|是|于|[:：])?$")
_STANDS = re.compile(r"(?:选址|位于|坐落于|坐落在|落户|建于|建在|设在|落地|地点(?:为|是|[:：])?)(?:于|在)?$")
_HOLDS = re.compile(r"(?:配备|拥有|配置|安装|装备|建有|包括)(?:了|有)?")
_JOINED = re.compile(r"\s*(?:[、]|和|与|及|以及)\s*")
_ROLES = (("牵头", "牵头"), ("参", "参与"), ("协", "参与"), ("共建", "共建"))


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """BUILT, HOSTED_BY, FUNDED_BY, LOCATED_IN and CONCERNS of the facility of the item that a sentence stands in."""
    at = scene.sentence.view.offsets[0]
    item = _item(reading.document, at)
    if item is None:
        return
    reading.builds(item.facility)
    head, facility = item.head, item.facility
    if head["note"] and at <= item.start + head.end("name") and is_place(head["note"]):
        place, where = EntityRef(label="Place", name=head["note"]), scene.sentence.view.span(0, len(scene.text))
        yield reading.fact(FACILITY_ITEM, facility, "LOCATED_IN", place, where)
    start = max(0, item.start + head.end() - at)
    start = next((place for place, offset in enumerate(scene.sentence.view.offsets) if offset >= at + start), len(scene.text))
    if (told := labelled(scene, reading, facility)) is not None:
        yield from told
        return
    for clause in _CLAUSE.finditer(scene.text, start):
        yield from _bodies(scene, reading, facility, clause)
        yield from _things(scene, reading, facility, clause)
        yield from paid(scene, reading, facility, clause.span())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """An item of a list: where it starts and ends, its head, and the facility that it opens with."""

    start: int
    end: int
    head: re.Match[str]
    facility: EntityRef


@once
def _items(document: Document) -> list[_Item]:
    """The items of a document that open with a facility; each up to the next item or heading.

    One alone is an item where it stands on a line of its own above labels.
    """
    found = list(_opening(document))
    return found if len(found) > 1 or any(one.head.re is _LONE for one in found) else []


def _opening(document: Document) -> Iterator[_Item]:
    texts = [document.text[one.span.start : one.span.end] for one in document.passages]
    for place, (passage, text) in enumerate(zip(document.passages, texts, strict=True)):
        head = _HEAD.match(text) if passage.kind in ("item", "paragraph") else None
        if head is None and _TOLD_FIRST.match("".join(texts[place + 1 : place + 2])):
            head = _LONE.fullmatch(text)
        facility = facility_of(head["name"]) if head is not None else None
        if head is None or facility is None:
            continue
        end = passage.span.end
        for following, words in zip(document.passages[place + 1 :], texts[place + 1 :], strict=True):
            far = following.span.end - passage.span.start > _FARTHEST
            if following.kind not in ("item", "paragraph") or _ITEM.match(words) or _ENDS.match(words) or far:
                break
            if head.re is _LONE and not _LABEL.match(words):
                break
            end = following.span.end
        yield _Item(start=passage.span.start, end=end, head=head, facility=facility)


def _item(document: Document, offset: int) -> _Item | None:
    items = _items(document)
    place = bisect_right(items, offset, key=lambda one: one.start) - 1
    return items[place] if place >= 0 and offset < items[place].end else None


def _bodies(scene: Scene, reading: Reading, facility: EntityRef, clause: re.Match[str]) -> Iterator[Assertion]:
    """Who builds or hosts, by the verb behind the bodies of a clause or the words before them."""
    found = scene.within(clause.start(), clause.end(), "Organization")
    if not found:
        return
    row = _row(scene, found)
    before = scene.text[clause.start() : row[0].start].strip()
    where = scene.sentence.view.span(*clause.span())
    does = _DOES.match(scene.text, row[-1].end)
    if _HOSTED.search(before):
        for body in row:
            yield reading.fact(FACILITY_ITEM, facility, "HOSTED_BY", reading.organization(body), where)
    elif does is not None and before in ("", "由", "系由", "是由"):
        jointly = "共建" if does["how"] and len(row) > 1 else does["verb"] if does["verb"] == "承建" else "建设"
        role = next((role for word, role in _ROLES if does["verb"].startswith(word)), jointly)
        year = int(does["year"]) if does["year"] else ""
        for body in row:
            yield reading.fact(FACILITY_ITEM, reading.organization(body), "BUILT", facility, where, role=(role,), year=year)


def _row(scene: Scene, found: tuple[Mention, ...]) -> list[Mention]:
    row = [found[0]]
    for one in found[1:]:
        if _JOINED.fullmatch(scene.text, row[-1].end, one.start):
            row.append(one)
    return row


def _things(scene: Scene, reading: Reading, facility: EntityRef, clause: re.Match[str]) -> Iterator[Assertion]:
    """Where the facility stands and what it holds."""
    holds = _HOLDS.search(clause.group())
    for one in scene.within(clause.start(), clause.end(), "Place", "Technology"):
        where = scene.sentence.view.span(clause.start(), one.end)
        if one.label == "Place" and _STANDS.search(scene.text[clause.start() : one.start]):
            place, end = whole_place(scene, one)
            where = scene.sentence.view.span(clause.start(), end)
            yield reading.fact(FACILITY_ITEM, facility, "LOCATED_IN", place, where)
        elif one.label == "Technology" and holds is not None and clause.start() + holds.end() <= one.start:
            yield reading.fact(FACILITY_ITEM, facility, "CONCERNS", one.ref, where)

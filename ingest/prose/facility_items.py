"""Facilities told item by item: 1. 某某平台（某地）。由甲和乙共同建设，依托单位为丙，总投资…."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ingest.base import once
from ingest.lexicon import is_place
from ingest.mentions import Mention
from ingest.numerals import to_wan
from ingest.prose.facilities import FACILITY_END, facility_of
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, Document, EntityRef, Passage
from kg.text import HAN

__all__ = ["read"]

FACILITY_ITEM = Rule("facility_item")
"""What an item of a list says of the facility that it opens with."""

_HEAD = re.compile(
    r"\s*(?:[（(]?\d{1,2}[)）.、．]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|[①-⑳●■◆▪·•])\s*"
    rf"(?P<name>(?!\s|建[立设成]|新建|推[进动]|加[强快]|完善|搭建|组建|成立|打造|依托|支持|实施|开展|布局|提升|优化|筹建|申报)[^，。；：:（）()—\n]{{4,40}}?{FACILITY_END})\s*(?:[（(](?P<note>[^（）()]{{2,20}})[)）])?\s*(?P<stop>[。：:\n]|[—－-]{{1,2}})"
)
_CLAUSE = re.compile(r"[^，,。；;]+")
_DOES = re.compile(
    r"(?:[（(][^（）()]*[)）])?(?P<how>(?:共同|联合|负责|合作|单独|主导|具体)*)(?P<verb>牵头(?:建设|承建|组建)?|建设|承建|共建|建成|组建|筹建|参建|参与建设|参与共建|参加建设|协建)"
)
_HOSTED = re.compile(r"(?:建设|项目)?依托(?:单位)?(?:为|是|于|[:：])?$")
_PAYS = re.compile(
    r"(?:计划|已|共|将)?(?:出资|投资|投入|资助|补助|支持|配套)(?:资金|经费)?(?:约|共)?(?P<sum>[\d.]+\s*(?:亿|万)?元)"
)
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
    passage, head, facility = item
    reading.builds(facility)
    if head["note"] and at <= passage.span.start + head.end("name") and is_place(head["note"]):
        place, where = EntityRef(label="Place", name=head["note"]), scene.sentence.view.span(0, len(scene.text))
        yield reading.fact(FACILITY_ITEM, facility, "LOCATED_IN", place, where)
    start = max(0, passage.span.start + head.end() - at)
    start = next((place for place, offset in enumerate(scene.sentence.view.offsets) if offset >= at + start), len(scene.text))
    for clause in _CLAUSE.finditer(scene.text, start):
        yield from _bodies(scene, reading, facility, clause)
        yield from _things(scene, reading, facility, clause)


@once
def _items(document: Document) -> list[tuple[Passage, re.Match[str], EntityRef]]:
    """The items of a document that open with a facility, where there are several."""
    found = []
    for passage in document.passages:
        text = document.text[passage.span.start : passage.span.end]
        head = _HEAD.match(text) if passage.kind in ("item", "paragraph") else None
        facility = facility_of(head["name"]) if head is not None else None
        if head is not None and facility is not None:
            found.append((passage, head, facility))
    return found if len(found) > 1 else []


def _item(document: Document, offset: int) -> tuple[Passage, re.Match[str], EntityRef] | None:
    items = _items(document)
    place = bisect_right(items, offset, key=lambda one: one[0].span.start) - 1
    return items[place] if place >= 0 and offset < items[place][0].span.end else None


def _bodies(scene: Scene, reading: Reading, facility: EntityRef, clause: re.Match[str]) -> Iterator[Assertion]:
    """Who builds, hosts or pays, by the verb behind the bodies of a clause or the words before them."""
    found = scene.within(clause.start(), clause.end(), "Organization")
    if not found:
        return
    row = _row(scene, found)
    before = scene.text[clause.start() : row[0].start].strip()
    where = scene.sentence.view.span(*clause.span())
    does, pays = _DOES.match(scene.text, row[-1].end), _PAYS.match(scene.text, row[-1].end)
    if _HOSTED.search(before):
        for body in row:
            yield reading.fact(FACILITY_ITEM, facility, "HOSTED_BY", reading.organization(body), where)
    elif does is not None and before in ("", "由", "系由", "是由"):
        role = next((role for word, role in _ROLES if does["verb"].startswith(word)), "共建" if does["how"] else "建设")
        for body in row:
            yield reading.fact(FACILITY_ITEM, reading.organization(body), "BUILT", facility, where, role=(role,))
    elif pays is not None and before in ("", "其中", "由"):
        amount = to_wan(pays["sum"])
        for body in row if len(row) == 1 and amount is not None else ():
            yield reading.fact(
                FACILITY_ITEM, facility, "FUNDED_BY", reading.organization(body), where, amount_wan=amount or 0.0
            )


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
            yield reading.fact(FACILITY_ITEM, facility, "LOCATED_IN", _whole_place(scene, one), where)
        elif one.label == "Technology" and holds is not None and clause.start() + holds.end() <= one.start:
            yield reading.fact(FACILITY_ITEM, facility, "CONCERNS", one.ref, where)


def _whole_place(scene: Scene, town: Mention) -> EntityRef:
    """The place with the district or part of town that stands behind it (北京怀柔)."""
    behind = re.compile(rf"[{HAN}]{{0,8}}(?=$|[，。；、])").match(scene.text, town.end)
    return EntityRef(label="Place", name=town.surface + (behind.group() if behind else ""))

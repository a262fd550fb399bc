"""Those who organise a meeting as the row before 主办 or 承办 names them: whole, where only a name's end is known elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from ingest.lexicon import PLACES, organization_kind
from ingest.mentions import Mention
from ingest.prose.houses.parents import parent
from ingest.prose.reading import Scene
from kg.text import HAN

__all__ = ["TOGETHER", "organisers"]

TOGETHER = r"共同|联合|合作|联手|携手|[两三四五]方|负责|分别|轮流|具体|发起并?|牵头|倡议并?|精心|倾力|独家"
"""How those who hold a meeting do so, between their names and 主办."""

_SLOT = re.compile(
    rf"(?P<opens>由|(?<=[办织持起])[，,；;、]\s*)(?P<row>[^，。；,;由“”《》：:]{{3,200}}?)"
    rf"(?:等(?:\d+|[多诸众]+|[一二三四五六七八九十]+)?[家个]?(?:单位|机构|医院|高校|企业|学会)?)?(?:{TOGETHER}|给予|提供|作?为)*(?:主办|承办|协办|组织|举办)(?:单位|方)?(?=[，,。；;、的了]|$)"
)
_PART = re.compile(r"[、，,]")
_JOIN = re.compile(r"(?:联合|会同|携手|以及|[和与及暨])")
_FRONT = re.compile(rf"(?![在于为将向对被把是有及和与的了由])[{HAN}A-Za-z0-9（）()·\-]{{1,24}}")
_NO_NAME = re.compile("^[我本]|[的了是在]|联合|会同|携手|共同|单位|有关")
_BRAND = re.compile(rf"(?:[A-Z][A-Za-z]{{0,9}}|[{HAN}]{{2,4}}?)(?:医疗|医药|制药|科技|医学影像)(?:中国|集团)?")
"""A firm by its brand and trade, in a row of those who organise: 某某医疗."""
_PARK = re.compile(rf"[{HAN}]{{2,14}}(?:科学园|科技园|产业园|创新园|创业园|高新区|开发区)")
"""A park of firms, which is nobody elsewhere and may organise a meeting."""
_OFFICE_OF_JOURNAL = re.compile(r"《[^《》，。；]{3,30}》(?:杂志)?(?:编辑部|编委会|编辑委员会|杂志社|期刊社)")
_SHORTEST = 4
_ANOTHERS = tuple({*PLACES, "中国", "中华", "全国", "国家", "国际"})
"""How the name of a branch opens that tells its owner, or a place, itself."""


def organisers(scene: Scene) -> tuple[Mention, ...]:
    """The organisations of a sentence in order; in the row before 主办 each name from where its item opens."""
    text = scene.text
    bodies = list(scene.of("Organization"))
    if "办" not in text and "组织" not in text:
        return tuple(bodies)
    for office in _OFFICE_OF_JOURNAL.finditer(text) if "》" in text else ():
        bodies = [one for one in bodies if one.end <= office.start() or office.end() <= one.start]
        bodies.append(_body(scene, *office.span()))
    for slot in _SLOT.finditer(text):
        bodies = _whole_branches(scene, bodies, *slot.span("row"))
        for start, end in _items(text, *slot.span("row")):
            bodies = _with_item(scene, bodies, start, end)
        bodies = _owned(bodies, *slot.span("row"))
    return tuple(sorted(bodies, key=lambda one: one.start))


def _items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items that marks part in a row."""
    marks = [start, *(mark.end() for mark in _PART.finditer(text, start, end)), end + 1]
    return [(text.startswith("以及", left) * 2 + left, right - 1) for left, right in pairwise(marks)]


def _with_item(scene: Scene, bodies: list[Mention], start: int, end: int) -> list[Mention]:
    """The bodies, those of an item set whole: its first from the item's opening, its only one where none was read."""
    inside = [one for one in bodies if start <= one.start and one.end <= end]
    first = inside[0] if inside else None
    opens = _opening(scene.text, start, first.start) if first else start
    front = scene.text[opens : first.start] if first else ""
    last = first.end if first else end
    name = scene.text[opens:last]
    if (first is not None and not front) or len(name) < _SHORTEST or _NO_NAME.search(name):
        return bodies
    if organization_kind(name) is None and not _BRAND.fullmatch(name) and not _PARK.fullmatch(name):
        return bodies
    if first is not None and not _FRONT.fullmatch(front):
        return bodies
    return [*(one for one in bodies if one is not first), _body(scene, opens, last)]


def _whole_branches(scene: Scene, bodies: list[Mention], start: int, end: int) -> list[Mention]:
    """The bodies, a society and the end of its branch's name, which a word parts, as one (某学会|分子靶向|治疗分会)."""
    kept: list[Mention] = []
    for one in bodies:
        before = kept[-1] if kept else None
        inside = before is not None and start <= before.start and one.end <= end
        if before is not None and inside and before.kind == "society" and one.kind == "society_branch":
            gap = scene.text[before.end : one.start]
            if _FRONT.fullmatch(gap) and not _JOIN.match(gap):
                kept[-1] = _body(scene, before.start, one.end)
                continue
        kept.append(one)
    return kept


def _owned(bodies: list[Mention], start: int, end: int) -> list[Mention]:
    """The bodies, a branch of a row that names no society as one of the society before (某学会甲分会、|乙分会)."""
    owner, named = "", list[Mention]()
    for one in sorted(bodies, key=lambda body: body.start):
        inside = start <= one.start and one.end <= end
        if (
            inside
            and owner
            and one.kind == "society_branch"
            and parent(one.name) is None
            and not one.name.startswith(_ANOTHERS)
        ):
            one = replace(one, name=owner + one.name)
        elif inside:
            owner = (parent(one.name) or "") if one.kind == "society_branch" else ""
        named.append(one)
    return named


def _body(scene: Scene, start: int, end: int) -> Mention:
    name = scene.text[start:end]
    span = scene.sentence.view.span(start, end)
    return Mention(label="Organization", name=name, surface=name, start=start, end=end, span=span)


def _opening(text: str, start: int, end: int) -> int:
    """Where the name begins: behind the last word that joins it to another body's name."""
    joins = _JOIN.finditer(text, start, end)
    return max((join.end() for join in joins if organization_kind(text[start : join.start()]) is not None), default=start)

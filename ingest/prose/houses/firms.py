"""Firms: whose subsidiary one is, who heads the firm that opens a paragraph, and the town in brackets behind its name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ingest.lexicon import TITLES, is_place, organization_kind
from ingest.mentions import Mention
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import heal_name

__all__ = ["read"]

SUBSIDIARY = Rule("subsidiary")
"""甲公司是乙集团的控股子公司; 甲公司…，全资子公司丙公司负责…; 乙集团旗下全资子公司甲公司."""
HEADS_FIRM = Rule("heads_firm")
"""甲公司成立于某地，创始人、董事长张三; 甲公司…。总经理李四透露，…; 首席科学家由乙大学王五教授担任."""
NOTED_TOWN = Rule("noted_town")
"""甲有限公司（无锡）."""

_NOTE = r"(?:\s*[（(][^（）()]{2,40}[)）])?"
_CHILD = (
    r"(?:一家|一个)?(?:全资|控股|直属|核心|重要|主要|境内|境外|海外|上市)*"
    r"(?:子公司|附属公司|下属公司|下属企业|所属企业|成员企业|(?<=全资)公司|(?<=控股)公司)"
)
_CHILD_OF = re.compile(rf"{_NOTE}(?:旗下|下属|所属)?的?{_CHILD}(?:之一)?[“\"]?")
_OWN_CHILD = re.compile(
    r"(?:^|[，。；,;]|(?<=[，。；])(?:由|以及|并?通过))(?:其|公司|该公司)?(?:旗下)?的?(?:全资|控股)(?:子公司|公司)[“\"]?$"
)
"""甲公司…，全资子公司|乙公司."""
_IS = re.compile(rf"{_NOTE}(?:[，,]\s*)?(?:现)?(?:是|为|系|作为|隶属)$")
_OURS = re.compile(r"(?:^|[，。；])(?:公司|该公司|其)(?:现)?(?:是|为|系)$")
_ROW = re.compile(r"\s*(?:[、和与及]|以及)\s*")
_NO_MORE = re.compile(
    r"(?:曾|原|前身|一度|拟|将|计划|有望|即将|不再|不|并非|而非|参股|脱离|剥离|出售|转让|收购)[^，。；]{0,6}$"
)
_POST = (
    r"(?:(?:联合|共同|主要|第一)?创始人|创办人|(?:执行|名誉)?董事长|总裁|(?:常务|执行)?副?总经理|总工程师|(?:技术|研发|医学|产品)(?:总监|副总裁)"
    r"|首席(?:执行官|技术官|科学家|医学官|科学官|运营官|财务官|产品官)|CEO|CTO|COO|CMO|CSO)"
)
_POSTS = rf"{_POST}(?:[、兼/及和]?{_POST})*"
_BEFORE = re.compile(rf"(?:^|[，。；：,;]|公司(?:现任)?|现任)(?P<posts>{_POSTS})(?:为|是|[:：])?\s?$")
_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_GONE = re.compile(rf"(?:{_TITLE})?[^，。；]{{0,10}}?(?:离任|卸任|辞任|离职|辞去|不再|退休|去职|被免)")
_HELD_BY = re.compile(rf"(?:^|[，。；,;]|公司|其)的?(?P<posts>{_POSTS})(?:一职)?(?:现|目前)?由(?P<home>[^，。；]{{0,30}})$")
_HOLDS = re.compile(rf"(?:{_TITLE}|院士|博士)*(?:兼任|担任|出任|执掌)(?=[，。；]|$)")
_TAKES = re.compile(rf"(?:{_TITLE}|院士|博士)*(?:现任|担任|出任|兼任|任)(?:公司|其|该公司)的?(?P<posts>{_POSTS})(?=[，。；]|$)")
_FOUNDED_BY = re.compile(r"(?:公司|其|^|[，,])(?:[^，。；]{0,12}年)?由[^，。；]{0,24}$")
_FOUNDS = re.compile(rf"(?:{_TITLE}|院士|博士)*(?:团队|等)?(?:于[^，。；]{{2,12}})?(?:创立|创办|创建)(?:于|[，。；]|$)")
_SUBJECTS = re.compile("[，。；：,;]")
_BULLET = re.compile(r"^[^\u4e00-\u9fffA-Za-z]*(?:\d+[.、]\s*)?")
_TOWN = re.compile(r"\s*[（(](?P<town>[\u4e00-\u9fff]{2,6})[)）]")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """PART_OF of subsidiaries, AFFILIATED_WITH of who heads the firm of the paragraph, LOCATED_IN of a firm with its town."""
    firms = [one for one in scene.of("Organization") if one.kind == "company"]
    opening = _opening(scene, reading) if re.search(rf"子公司|控股公司|全资公司|{_POST}|创[立办建]", scene.text) else None
    for firm in firms:
        if "公司" in scene.text:
            yield from _part(scene, reading, firm, opening)
        noted = _TOWN.match(scene.text, firm.end)
        if (
            noted is not None
            and is_place(noted["town"])
            and scene.text[: firm.start].count("（") == scene.text[: firm.start].count("）")
        ):
            where, town = scene.sentence.view.span(firm.start, noted.end()), EntityRef(label="Place", name=noted["town"])
            yield reading.fact(NOTED_TOWN, reading.organization(firm), "LOCATED_IN", town, where)
    for person in scene.of("Person") if opening is not None else ():
        if opening is not None:
            yield from _heads(scene, reading, person, opening)


def _part(scene: Scene, reading: Reading, firm: Mention, opening: EntityRef | None) -> Iterator[Assertion]:
    """A firm and the one behind or before it, one of which is the other's; else its being the paragraph's."""
    child_of = _CHILD_OF.match(scene.text, firm.end)
    if child_of is not None:
        before = [one for one in scene.of("Organization") if one.end <= firm.start]
        of_before = before[-1] if before and _IS.fullmatch(scene.text, before[-1].end, firm.start) else None
        in_brackets = scene.text[firm.start - 1 : firm.start] in ("（", "(") and scene.ending_at(firm.start - 1, "Organization")
        part = of_before or (
            in_brackets if in_brackets and scene.text[child_of.end() : child_of.end() + 1] in "）)，" else None
        )
        after = scene.starting_at(child_of.end(), "Organization") if part is None else None
        if _NO_MORE.search(scene.text[: firm.start]) and not after:
            return
        parts = [part] if part is not None else _in_row(scene, after) if after is not None else []
        for one in parts:
            yield from _is_part(
                scene, reading, reading.organization(one), reading.organization(firm), (one, firm, child_of.end())
            )
        if not parts and opening is not None and _OURS.search(scene.text, 0, firm.start):
            yield from _is_part(scene, reading, opening, reading.organization(firm), (firm, firm, child_of.end()))
    elif opening is not None and _OWN_CHILD.search(scene.text, 0, firm.start):
        others = [one for one in scene.of("Organization") if one.end <= firm.start and reading.organization(one) != opening]
        for one in _in_row(scene, firm) if not others else ():
            yield from _is_part(scene, reading, reading.organization(one), opening, (one, one, one.end))


def _is_part(
    scene: Scene, reading: Reading, part: EntityRef, whole: EntityRef, extent: tuple[Mention, Mention, int]
) -> Iterator[Assertion]:
    one, other, end = extent
    if part != whole and organization_kind(part.name) == organization_kind(whole.name) == "company":
        where = scene.sentence.view.span(min(one.start, other.start), max(one.end, other.end, end))
        yield reading.fact(SUBSIDIARY, part, "PART_OF", whole, where)


def _in_row(scene: Scene, first: Mention) -> list[Mention]:
    found = [first]
    while (gap := _ROW.match(scene.text, found[-1].end)) is not None:
        after = scene.starting_at(gap.end(), "Organization")
        if after is None or after.kind != "company":
            break
        found.append(after)
    return found


def _opening(scene: Scene, reading: Reading) -> EntityRef | None:
    """The firm with whose name, whole or short, the paragraph opens; None where it opens otherwise."""
    passages, at = reading.document.passages, scene.sentence.view.offsets[0]
    place = bisect_right(passages, at, key=lambda one: one.span.start) - 1
    first = reading.here[0][1] if reading.here else None
    if first is None or place < 0 or organization_kind(first.name) != "company":
        return None
    words = heal_name(_BULLET.sub("", reading.document.text[passages[place].span.start : at + len(scene.text)])[:60])
    names = [first.name, *(short for short, full in reading.full_names.items() if full == first.name)]
    return first if words.startswith(tuple(names)) else None


def _heads(scene: Scene, reading: Reading, person: Mention, firm: EntityRef) -> Iterator[Assertion]:
    """A post right before or behind the name, no other body beside it."""
    clause = max((one.end() for one in _SUBJECTS.finditer(scene.text, 0, person.start)), default=0)
    others = [one for one in scene.of("Organization") if one.end <= person.start and reading.organization(one) != firm]
    before = _BEFORE.search(scene.text, 0, person.start)
    held = _HELD_BY.search(scene.text, 0, person.start) if _HOLDS.match(scene.text, person.end) else None
    takes = _TAKES.match(scene.text, person.end)
    founds = _FOUNDED_BY.search(scene.text, 0, person.start) and _FOUNDS.match(scene.text, person.end)
    if before is not None and not _GONE.match(scene.text, person.end) and not any(one.kind == "company" for one in others):
        beside = [one for one in others if one.start >= min(clause, before.start())]
        extent = (before.start("posts"), person.end) if not beside else None
        posts = before["posts"]
    elif held is not None and not [one for one in others if one.end <= held.start("posts") and one.start >= clause]:
        extent, posts = (held.start("posts"), person.end), held["posts"]
    elif takes is not None:
        extent, posts = (person.start, takes.end()), takes["posts"]
    else:
        extent, posts = ((clause, person.end), "创始人") if founds else (None, "")
    if extent is not None:
        where = scene.sentence.view.span(*extent)
        yield reading.fact(HEADS_FIRM, reading.person(person.name), "AFFILIATED_WITH", firm, where, position=posts)

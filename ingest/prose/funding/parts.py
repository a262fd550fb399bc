"""Parts of funding programmes that a sentence counts or sorts, and programmes that an institution runs at its own level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.numerals import CHINESE_NUMERAL, number
from ingest.prose.clauses import clause_starts, subject_start
from ingest.prose.funding.grants_won import is_bare, of_fund, programme_at
from ingest.prose.funding.programme_names import programme_from
from ingest.prose.phrases import listed
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

TOLD_PART = Rule("programme_part_told")
"""“某某”重点专项隶属某计划; 作为某计划的组成部分，“某某”专项…; 某计划启动实施“甲”“乙”等重点专项."""
SORTS = Rule("programme_sorts")
"""某专项…，分为自由申请和部门推荐两类."""
COUNTED_PLANS = Rule("counted_plans")
"""某计划…部署甲、乙、丙3个重大研究计划."""
OWN_LEVEL = Rule("own_level")
"""某科学院…支持院级仪器研制项目."""

_SORTED = re.compile(
    r"(?:^|[，,])\s*(?:该专项|项目|计划)?(?:分为|分成|包括|设有|下设)(?P<list>[^，。；：“”]{4,90}?)"
    rf"(?P<count>{CHINESE_NUMERAL}|\d)\s*(?:大|个)?(?:类型|类别|类|种)(?:项目|课题)?(?=$|[，。；,.;])"
)
_BRACKETED = re.compile(r"[（(][^（）()]*[)）]")
_SORT = re.compile(
    r"(?:自由|部门|定向|公开|面上|重点|重大|一般|青年|培育|集成|指南|揭榜|委托|联合|战略|探索|引导|示范|攻关|国际合作){1,3}"
    r"(?:申请|推荐|委托|竞争|支持|项目|课题|类|挂帅|引导|探索|示范|攻关|合作)*"
)
_PLANS = re.compile(
    rf"(?:部署|启动|设立|实施|布局)(?:了|实施)?(?P<list>[^，。；：“”]{{6,80}}?)(?P<count>{CHINESE_NUMERAL}|\d+)\s*个"
    r"(?P<kind>重大科学研究计划|重大研究计划|科技重大专项|重大专项|重点专项|研究计划)"
)
_KIND = r"(?P<kind>(?:国家)?重点专项|科技重大专项|重大专项|专项|子专项|子计划|计划|重大项目|行动|工程)"
_BELONGS = re.compile(
    rf"“(?P<name>[^“”]{{2,40}})”{_KIND}(?:[（(][^（）()]{{2,30}}[)）])?(?:(?P<surely>隶属于?|归属于?|从属于)|属于|[是为系])(?:同一|整个)?"
)
_A_PART = re.compile(
    r"的?(?:一个|一项|重要|首批|核心|其中|之一)*的?(?:组成部分|一部分|子专项|子计划|重点专项|专项|(?<=的)子?项目)"
)
_ITS_PART = re.compile(
    rf"的(?:重要|有机)?(?:组成部分|一部分|子专项|子计划)[，,](?:[^，。；“”]{{0,8}})?“(?P<name>[^“”]{{2,40}})”{_KIND}"
)
_ITS_PARTS = re.compile(
    r"”?(?:[，,]?(?:于|在|自|从)?(?:(?:19|20)\d\d年(?:起)?|首批|陆续|先后|相继|已|共|还|“[一二三四五六七八九十]{2,3}”期间))*"
    r"(?:启动实施|组织实施|启动|部署|设立|下设|设置|设有|包括|包含|布局)(?:了|有)?"
    rf"(?P<row>“[^“”]{{2,40}}”(?:(?:[、，,]|和|与|及|以及)*“[^“”]{{2,40}}”)+)等?(?:{CHINESE_NUMERAL}|\d{{1,2}})?个?{_KIND}"
)
_SAYS_PART = re.compile("隶属|归属|从属|组成部分|下[设的]|设有|设立|子专项|子计划")
_AS_PART = re.compile("作为")
_OF_WHOLE = re.compile(r"的(?:重要|有机)?(?:组成部分|一部分|子专项|子计划)[，,]")
_HOLDS = re.compile(
    r"(?:项目|中|(?:19|20)\d\d年|新|共|还|先后|[，,])*(?:下设|下属的?|下的|旗下的|设有|中设立|增设)(?:了|有)?(?:[\d一二三四五六七八九十]+个)?"
)
_WITHIN = re.compile(r"(?:[（(][^（）()]{2,30}[)）])?(?:(?P<surely>隶属于?|归属于?|从属于)|[是为系])(?:同一|整个)?")
_UNDER_IT = re.compile(
    "(?:下设|下属|设立|下|中)?的(?:一个|一项|重要|首批|核心|其中|之一)*的?"
    "(?:组成部分|一部分|子专项|子计划|重点专项|专项|子?项目|子?基金)(?=[，。；]|之一|$)"
)
_OUTLINE = re.compile(r"《(?P<name>[^《》]{4,50}?(?:规划|纲要)(?:[（(][^（）()]*[)）])?)》")
_LEVEL = re.compile(rf"(?P<level>院级|校级)(?P<name>[{HAN}]{{6,30}}?(?:项目|专项|基金|计划))(?=共|累计|[\d，。,.]|$)")
_SUPPORTS = re.compile("支持|资助|设立|设有")
_OF_LEVEL = {"院级": re.compile("院$"), "校级": re.compile("(?:大学|学院|学校)$")}


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """PART_OF of programmes that are counted or sorted, RUN_BY of those of an institution's own level."""
    if "”" in scene.text:
        yield from _told(scene, reading)
    if _SAYS_PART.search(scene.text):
        yield from _plainly(scene, reading)
    yield from _sorts(scene, reading)
    yield from _plans(scene, reading)
    yield from _of_its_level(scene, reading)


def _programme(name: str) -> EntityRef:
    return EntityRef(label="FundingProgram", name=heal_name(name))


def _told(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """PART_OF of programmes by quoted names, told to be part of one, or set up in it."""
    for match in _BELONGS.finditer(scene.text):
        name, close = programme_at(scene, reading, match.end())
        if name and (match["surely"] or _A_PART.match(scene.text, close)):
            where = scene.sentence.view.span(match.start(), close)
            yield reading.fact(TOLD_PART, _programme(match["name"] + match["kind"]), "PART_OF", _programme(name), where)
    for known in scene.of("FundingProgram"):
        part = _ITS_PART.match(scene.text, known.end)
        parts = _ITS_PARTS.match(scene.text, known.end)
        told = part or parts
        if told is None or is_bare(known):
            continue
        names = [part["name"]] if part else re.findall("“([^“”]+)”", told["row"])
        where = scene.sentence.view.span(known.start, told.end())
        for name in names:
            yield reading.fact(TOLD_PART, _programme(name + told["kind"]), "PART_OF", _programme(of_fund(known)[0]), where)


def _plainly(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """某专项隶属于某计划; 某专项是某计划下设的专项; 作为某计划的组成部分，某专项…; 某计划设有某专项: by any name."""
    for start in clause_starts(scene.text, len(scene.text)):
        at = subject_start(scene.text, start)
        as_part = _AS_PART.match(scene.text, at)
        whole = programme_from(scene, reading, as_part.end() if as_part is not None else at)
        if whole is None:
            continue
        part, end = None, whole[1]
        if as_part is not None:
            then = _OF_WHOLE.match(scene.text, end)
            part = programme_from(scene, reading, then.end()) if then is not None else None
        elif (holds := _HOLDS.match(scene.text, end)) is not None:
            part = programme_from(scene, reading, holds.end())
        elif (within := _WITHIN.match(scene.text, end)) is not None:
            part, whole = whole, programme_from(scene, reading, within.end())
            if whole is None or not (within["surely"] or _UNDER_IT.match(scene.text, whole[1])):
                continue
        if part is not None and whole is not None and part[0] != whole[0]:
            where = scene.sentence.view.span(start, max(part[1], whole[1]))
            yield reading.fact(TOLD_PART, part[0], "PART_OF", whole[0], where)


def _sorts(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    match = _SORTED.search(scene.text)
    whole = _whole(scene, reading, match.start()) if match else None
    if match is None or whole is None:
        return
    items = listed(_BRACKETED.sub("", match["list"]))
    if len(items) != int(number(match["count"]) or 0) or not all(map(_SORT.fullmatch, items)):
        return
    where = scene.sentence.view.span(match.start(), match.end())
    for item in items:
        sort = item if item.endswith(("类", "项目", "课题")) else item + "类"
        yield reading.fact(SORTS, _programme(f"{whole.name}（{sort}）"), "PART_OF", whole, where)


def _plans(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    match = _PLANS.search(scene.text)
    named = {one.ref for one in scene.of("FundingProgram") if match and one.end <= match.start()}
    if match is None or len(named) != 1:
        return
    items = [heal_name(item) for item in re.split(r"[、和与及]", match["list"])]
    if len(items) != int(number(match["count"]) or 0) or not all(4 <= len(item) <= 24 for item in items):
        items = [heal_name(item) for item in match["list"].split("、")]
    if len(items) != int(number(match["count"]) or 0) or not all(4 <= len(item) <= 24 for item in items):
        return
    where = scene.sentence.view.span(match.start(), match.end())
    outline = _OUTLINE.search(scene.text, 0, match.start())
    plan = (heal_name(outline["name"]),) if outline else ""
    for item in items:
        part = _programme(item + match["kind"])
        yield reading.fact(COUNTED_PLANS, part, "PART_OF", named.copy().pop(), where, plan=plan)


def _of_its_level(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    if not _SUPPORTS.search(scene.text):
        return
    for match in _LEVEL.finditer(scene.text):
        fits = _OF_LEVEL[match["level"]]
        here = [reading.organization(one) for one in scene.of("Organization") if one.end <= match.start()]
        named: list[EntityRef] = [*here, *reversed(reading.bodies.values())]
        body = next((one for one in named if fits.search(one.name)), None)
        if body is not None:
            where = scene.sentence.view.span(match.start(), match.end())
            yield reading.fact(OWN_LEVEL, _programme(body.name + match["level"] + match["name"]), "RUN_BY", body, where)


def _whole(scene: Scene, reading: Reading, end: int) -> EntityRef | None:
    """The programme that the sentence named last, or that it said was set up."""
    if reading.programme is not None and reading.programme_said == reading.said:
        return reading.programme
    named = [one for one in scene.of("FundingProgram") if one.end <= end]
    return named[-1].ref if named else None

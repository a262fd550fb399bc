"""How bodies are built: whose part the text says one is, of which parts one is made up, and in which country it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import PLACES, organization_kind
from ingest.mentions import Mention
from ingest.numerals import number
from ingest.prose.reading import Reading, Rule, Scene, row
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

BELONGS_TO = Rule("belongs_to")
"""甲隶属于乙, 甲是乙下属的机构."""
HAS_UNDER = Rule("has_under_it")
"""甲下设乙和丙, 甲下属的乙."""
MADE_UP_OF = Rule("made_up_of")
"""甲由某、某、某三个委员会组成: as many names as are counted."""
SET_UP_BY = Rule("set_up_by")
"""甲成立某委员会, 由甲设立的某工作组."""
IN_COUNTRY = Rule("in_country")
"""在某国，甲和乙…; 我国的机构包括甲、乙."""

_NOTE = r"(?:\s*[（(][^（）()]*[）)])?"
_BELONGS = re.compile(rf"{_NOTE}[，,]?(?:现|均|都|是)?(?:隶属于?|直属于|归属于|从属于|下属于)")
_IS_OF = re.compile(rf"{_NOTE}[，,]?是$")
_ONE_OF = re.compile(
    rf"{_NOTE}(?:下属|所属|直属|旗下)的?[{HAN}]{{0,8}}(?:机构|单位|部门|研究所|中心|实验室|医院|委员会)(?:之一)?(?=[，。；,.]|$)"
)
_UNDER = re.compile(rf"{_NOTE}(?:目前|现|共)?(?P<verb>下设|内设|下属|下辖|所属)(?:有|了)?(?:的)?")
_ENDING = r"(?:专业委员会|分委员会|委员会|分会|学组|工作组|工作小组|研究部|研究室|研究所|研究中心|中心|实验室|办公室|处|学院)"
_PARTS = re.compile(
    rf"(?P<list>[{HAN}A-Za-z0-9]{{2,24}}?{_ENDING}(?:[、和与及][{HAN}A-Za-z0-9]{{2,24}}?{_ENDING})*)(?=等|[，。；,.]|$)"
)
_PART = re.compile(rf"(?![一二两三四五六七八九十\d多若]|各)[{HAN}A-Za-z0-9]{{2,20}}?{_ENDING}")
_HEAD = r"专业委员会|分委员会|委员会|工作组|工作小组|小组|研究部|部|中心|研究所|实验室|处"
_NUMBER = r"(?P<count>[两二三四五六七八九十\d]+)个(?:主要|专门)?"
_MADE = re.compile(
    rf"{_NOTE}[^，。；由]{{0,8}}由(?P<list>[^。；:：由]{{3,100}}?)(?:等)?{_NUMBER}(?P<head>{_HEAD})(?:共同)?(?:组成|构成)"
)
_MADE_COLON = re.compile(
    rf"{_NOTE}[^，。；由]{{0,8}}由{_NUMBER}(?P<head>{_HEAD})(?:来|共同)?(?:组织|组成|构成|承担)\s*[:：]\s*(?P<list>[^。；]{{5,160}}?)[.。；]?$"
)
_NEW = rf"(?P<name>[{HAN}]{{3,16}}?(?:委员会|工作组|工作小组|专家组|领导小组|办公室))(?=[，。；、,.（(]|$|[并，])"
_SETS_UP = re.compile(rf"{_NOTE}(?:于|在)?(?:(?:19|20)\d\d年(?:\d+月)?)?(?:还|先后|正式|专门)?(?:成立|组建|设立)了?{_NEW}")
_SET_UP = re.compile(rf"{_NOTE}(?:指定|设立|成立|组建|牵头设立)的{_NEW.replace('(?=', '(?=发布|于|在|提出|印发|')}")
_GENERIC = re.compile(
    r"^(?:专业|专家|工作|专门|管理|学术|青年|由|以|了|一个|多个|若干|相关|联合|评审|新|国家级?|省级|各|第|首)"
)
_COUNTRY = "|".join(sorted((name for name, kind in PLACES.items() if kind == "country"), key=len, reverse=True))
_FRAME = re.compile(rf"(?:而)?在(?P<country>{_COUNTRY})[，,]")
_OURS = re.compile(
    rf"(?:我国|中国|国内)(?:的|其他|其它|[{HAN}]){{0,10}}?(?:机构|高校|大学|医院|企业|院所|单位)(?:主要)?(?:包括|有|为)$"
)
_AS_OURS = re.compile(rf"作为[{HAN}]{{0,8}}(?:中国|我国)的?[{HAN}]{{0,6}}(?:机构|高校|大学|医院|企业|单位)")
_HOME = frozenset({"中国", "我国", "国内", "全国", "全球"})
_INSTITUTION = ("institute", "laboratory", "department", "society_branch", "society", "hospital", "university", "government")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """PART_OF and LOCATED_IN of the bodies of a sentence, as the sentence says them."""
    for body in scene.of("Organization"):
        yield from _belongs(scene, reading, body)
        yield from _has_under(scene, reading, body)
        yield from _made_up(scene, reading, body)
        yield from _set_up(scene, reading, body)
    yield from _in_country(scene, reading)


def _part(
    scene: Scene, reading: Reading, rule: Rule, part: EntityRef, whole: EntityRef, extent: tuple[int, int]
) -> Iterator[Assertion]:
    if part != whole:
        yield reading.fact(rule, part, "PART_OF", whole, scene.sentence.view.span(*extent))


def _belongs(scene: Scene, reading: Reading, body: Mention) -> Iterator[Assertion]:
    verb = _BELONGS.match(scene.text, body.end)
    owner = scene.starting_at(verb.end(), "Organization") if verb else None
    if owner is not None:
        part = reading.organization(body)
        yield from _part(scene, reading, BELONGS_TO, part, reading.organization(owner), (body.start, owner.end))
    one_of = _ONE_OF.match(scene.text, body.end)
    before = next((one for one in reversed(scene.of("Organization")) if one.end <= body.start), None) if one_of else None
    if one_of is not None and before is not None and _IS_OF.fullmatch(scene.text, before.end, body.start):
        part = reading.organization(before)
        yield from _part(scene, reading, BELONGS_TO, part, reading.organization(body), (before.start, one_of.end()))


def _has_under(scene: Scene, reading: Reading, body: Mention) -> Iterator[Assertion]:
    verb = _UNDER.match(scene.text, body.end)
    if verb is None:
        return
    whole = reading.organization(body)
    if verb["verb"] in ("下设", "内设"):
        listing = _PARTS.match(scene.text, verb.end())
        for name in re.split("[、和与及]", listing["list"]) if listing else ():
            part = EntityRef(label="Organization", name=whole.name + heal_name(name).removeprefix(whole.name))
            if _PART.fullmatch(name.strip()):
                yield from _part(scene, reading, HAS_UNDER, part, whole, (body.start, listing.end() if listing else 0))
        return
    first = last = scene.starting_at(verb.end(), "Organization")
    while last is not None and (more := _next_in_row(scene, last)) is not None:
        last = more
    for one in row(scene, last) if first is not None and last is not None else ():
        if first is not None and one.start >= first.start:
            yield from _part(scene, reading, HAS_UNDER, reading.organization(one), whole, (body.start, one.end))


def _next_in_row(scene: Scene, last: Mention) -> Mention | None:
    gap = re.compile(r"\s*(?:[、,，]|和|与|及|以及)\s*").match(scene.text, last.end)
    return scene.starting_at(gap.end(), "Organization") if gap else None


def _made_up(scene: Scene, reading: Reading, body: Mention) -> Iterator[Assertion]:
    match = _MADE.match(scene.text, body.end) or _MADE_COLON.match(scene.text, body.end)
    if match is None:
        return
    whole, extent = reading.organization(body), (body.start, match.end())
    for name in _counted(match["list"], int(number(match["count"]) or 0)):
        title = name.removesuffix(match["head"]) + match["head"]
        part = EntityRef(label="Organization", name=whole.name + title)
        yield from _part(scene, reading, MADE_UP_OF, part, whole, extent)
        if body.surface != whole.name:
            yield reading.alias(MADE_UP_OF, part, body.surface + title, scene.sentence.view.span(*extent))


def _counted(words: str, count: int) -> list[str]:
    """The names of a list, parted the way that gives as many as are counted; none if no way does."""
    for parted in (r"[，,]\s*", r"、", r"、|[和与及]", r"[，,]\s*|以及(?=[^，,]*$)", r"、|以及"):
        names = [heal_name(one).strip(" .等") for one in re.split(parted, words)]
        if len(names) == count > 1 and all(re.fullmatch(rf"[{HAN}、A-Za-z]{{2,24}}", one) for one in names):
            return names
    return []


def _set_up(scene: Scene, reading: Reading, body: Mention) -> Iterator[Assertion]:
    made = _SETS_UP.match(scene.text, body.end)
    if made is not None and not _GENERIC.match(made["name"]) and body.kind in (*_INSTITUTION, "funder"):
        whole = reading.organization(body)
        part = EntityRef(label="Organization", name=whole.name + made["name"].removeprefix(whole.name))
        yield from _part(scene, reading, SET_UP_BY, part, whole, (body.start, made.end("name")))
    named = _SET_UP.match(scene.text, body.end)
    if named is not None and not _GENERIC.match(named["name"]) and scene.text[body.start - 1 : body.start] == "由":
        part = EntityRef(label="Organization", name=named["name"])
        yield from _part(scene, reading, SET_UP_BY, part, reading.organization(body), (body.start, named.end("name")))


def _in_country(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    frame = _FRAME.match(scene.text)
    for body in scene.of("Organization"):
        country = ""
        if frame is not None and frame["country"] not in _HOME and body.start >= frame.end():
            country = "" if re.match(rf"{_COUNTRY}|我国", body.name) else frame["country"]
        elif _OURS.search(scene.text[: row(scene, body)[0].start]) or _AS_OURS.match(scene.text, body.end):
            country = "中国"
        if country and organization_kind(body.name) is not None:
            where = scene.sentence.view.span(frame.start() if frame else max(0, body.start - 1), body.end)
            place = EntityRef(label="Place", name=country)
            yield reading.fact(IN_COUNTRY, reading.organization(body), "LOCATED_IN", place, where)

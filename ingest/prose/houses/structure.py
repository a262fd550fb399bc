"""How bodies are built: whose part the text says one is, of which parts one is made up, and in which country it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import PLACES, organization_kind
from ingest.mentions import Mention
from ingest.numerals import number
from ingest.prose.clauses import clause_start, row_from
from ingest.prose.houses.opening import house_of_clause
from ingest.prose.houses.parents import parent, place
from ingest.prose.people.spread_heads import SET_UP_FOR
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
_BELONGS = re.compile(r"隶属于?|直属于|归属于|从属于|下属于|挂靠[于在]?|(?:整体)?(?:划归|划入)")
_BEFORE_IT = re.compile(
    rf"{_NOTE}(?:[，,]|现|均|都|也|是|目前|同时|行政上|(?:于|在)?(?:19|20)\d\d年(?:\d{{1,2}}月)?(?:起|整体|正式)?)*"
)
_ALL = re.compile("[均都]$")
_HELD_BY = ("hospital", "university", "institute")
_IS_OF = re.compile("(?:现|也|又|既|还)?(?:[是为系]|成为)$")
_SORT_OF_PART = "(?:非?直属|下属|所属|旗下|附属|下设|二级|第[一二三四五六]附属|独立)"
_ONE_OF = re.compile(
    rf"{_NOTE}的?{_SORT_OF_PART}+的?[{HAN}]{{0,8}}(?:机构|单位|部门|研究所|中心|实验室|医院|委员会|三[级甲])[{HAN}]{{0,8}}(?:之一)?(?=[，。；,.]|$)"
)
_SORT_OF_HOUSE = re.compile("(?:非?直属)?附属医院$")
"""甲医院是乙大学|附属医院: a sort of hospital where a name would say which."""
_AS = re.compile("作为$")
_AS_PART = re.compile(rf"的?{_SORT_OF_PART}+[{HAN}]{{0,8}}(?:机构|单位|医院|研究所)之?一?，")
_UNDER = re.compile(rf"{_NOTE}(?:目前|现|共)?(?P<verb>下设|内设|下属|下辖|所属|设有|建有|拥有|共有|现有|有)(?:有|了)?(?:的)?")
_SAYS_SO = re.compile("属|挂靠|划|设|辖|有")
_UNDER_ALL = ("下设", "内设", "下属", "下辖", "所属")
_JOINED = re.compile(r"(?:[两三四五六七八九十\d]{1,2}[所家个](?:非?直属)?附属医院)?\s*(?:以及|[、,，和与及])\s*")
_CLASSED = re.compile(
    r"等?(?:[两三四五六七八九十\d]{1,2}[所家个])?(?:非?直属|下属)?(?:附属(?:医院|机构|单位)|(?:科研|研究)(?:机构|院所|单位)|直属(?:单位|机构|医院))(?!的)"
)
"""What a row of bodies is summed up as that are a house's own: 甲、乙|两所直属附属医院."""
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
        yield from _is_of(scene, reading, body)
        yield from _made_up(scene, reading, body)
        yield from _set_up(scene, reading, body)
    if _SAYS_SO.search(scene.text):
        yield from _belongs(scene, reading)
        yield from _has_under(scene, reading)
    yield from _in_country(scene, reading)


def _part(
    scene: Scene, reading: Reading, rule: Rule, part: EntityRef, whole: EntityRef, extent: tuple[int, int]
) -> Iterator[Assertion]:
    if part != whole:
        yield reading.fact(rule, part, "PART_OF", whole, scene.sentence.view.span(*extent))


def _belongs(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲隶属于乙; 甲始建于1956年，现隶属于乙; 甲和乙均隶属于丙."""
    for verb in _BELONGS.finditer(scene.text):
        owner = scene.starting_at(verb.end(), "Organization")
        part = _body_told(scene, reading, verb.start()) if owner is not None else None
        rests = verb.group().startswith("挂靠")
        if owner is None or part is None:
            continue
        if rests and (organization_kind(part.name) != "institute" or SET_UP_FOR.search(part.name)):
            continue
        whole = reading.organization(owner)
        if rests and organization_kind(whole.name) not in _HELD_BY:
            continue
        together = row_from(scene, scene.mentions[0], _JOINED) if _ALL.search(scene.text, 0, verb.start()) else []
        parts = [reading.organization(one) for one in together if one.label == "Organization"] or [part]
        for one in parts if part in parts else (part,):
            yield from _part(scene, reading, BELONGS_TO, one, whole, (clause_start(scene.text, verb.start()), owner.end))


def _body_told(scene: Scene, reading: Reading, at: int) -> EntityRef | None:
    """The body right before a verb or a mark, else the house whose clause that is."""
    beside = [one for one in scene.of("Organization") if one.end <= at and _BEFORE_IT.fullmatch(scene.text, one.end, at)]
    if beside and "，" in scene.text[beside[-1].end : at] and scene.text[max(0, beside[-1].start - 1)] not in "，。；：、“的":
        beside = beside if beside[-1].start == 0 else []  # 甲依托|乙，是…
    return reading.organization(beside[-1]) if beside else house_of_clause(scene, reading, at, _BEFORE_IT)


def _is_of(scene: Scene, reading: Reading, owner: Mention) -> Iterator[Assertion]:
    """甲是乙下属的机构, 甲位于某市，是乙附属医院; 作为乙的附属医院，甲…."""
    sort = _SORT_OF_HOUSE.search(owner.surface)
    one_of = _ONE_OF.match(scene.text, owner.end)
    if one_of is None and sort is None:
        return
    whole = reading.organization(owner)
    if one_of is None and sort is not None:
        whole = EntityRef(label="Organization", name=owner.name[: -len(sort.group())])
    end = one_of.end() if one_of is not None else owner.end
    if organization_kind(whole.name) is None:
        return
    if _AS.search(scene.text, 0, owner.start):
        as_part = _AS_PART.match(scene.text, owner.start + len(owner.surface) if sort is None else owner.start + sort.start())
        named = scene.starting_at(as_part.end(), "Organization") if as_part is not None else None
        part = reading.organization(named) if named is not None else None
        end = named.end if named is not None else end
    else:
        told = _IS_OF.search(scene.text, 0, owner.start)
        part = _body_told(scene, reading, told.start()) if told is not None else None
    if part is not None:
        yield from _part(scene, reading, BELONGS_TO, part, whole, (clause_start(scene.text, owner.start), end))


def _has_under(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲下设乙和丙; 甲位于某市，拥有乙、丙两所附属医院."""
    for verb in _UNDER.finditer(scene.text):
        whole = _body_told(scene, reading, verb.start())
        if whole is not None:
            yield from _parts_under(scene, reading, whole, verb)


def _parts_under(scene: Scene, reading: Reading, whole: EntityRef, verb: re.Match[str]) -> Iterator[Assertion]:
    first = scene.starting_at(verb.end(), "Organization")
    named = row_from(scene, first, _JOINED) if first is not None else []
    start = clause_start(scene.text, verb.start())
    bare = verb["verb"] in ("下设", "内设") and not any(parent(one.name) or place(one.name) for one in named)
    if named and not bare and (verb["verb"] in _UNDER_ALL or _CLASSED.match(scene.text, named[-1].end)):
        for one in named:
            if one.kind not in ("government", "funder", "society", "company"):
                yield from _part(scene, reading, HAS_UNDER, reading.organization(one), whole, (start, one.end))
    elif verb["verb"] in ("下设", "内设"):
        listing = _PARTS.match(scene.text, verb.end())
        for name in re.split("[、和与及]", listing["list"]) if listing else ():
            part = EntityRef(label="Organization", name=whole.name + heal_name(name).removeprefix(whole.name))
            if _PART.fullmatch(name.strip()):
                yield from _part(scene, reading, HAS_UNDER, part, whole, (start, listing.end() if listing else 0))


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

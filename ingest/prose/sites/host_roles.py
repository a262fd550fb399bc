"""What a text says of a facility by the role of a body (依托单位, 法人单位), and of the centre that a page presents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import PLACES, organization_kind
from ingest.mentions import Mention
from ingest.prose.houses.speaker import speaker
from ingest.prose.people.described import employer_of
from ingest.prose.reading import Reading, Rule, Scene, row
from ingest.prose.sites.facilities import FACILITY_END, about_facility, called, facility_of, only_facility
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read"]

UNDERTAKES = Rule("undertakes_building")
"""甲牵头承担…装置的建设."""
OWN_BUILT = Rule("presented_as_built")
"""某中心…由甲和乙共建，依托单位为甲: of the centre that a page presents."""
BY_ROLE = Rule("unit_by_role")
"""法人单位为甲, 共建单位为乙: of the facility that the text speaks of."""
SITE = Rule("site")
"""建设地点位于某地."""

ADDRESS = Rule("stated_address")
"""地址：某省某市某路1号, in a line of its own or an imprint: of the house that speaks."""

_UNDERTAKES = re.compile(
    rf"(?:则|也|还)?(?P<lead>牵头)?(?:共同|联合|负责)*(?:承担|负责|主持|组织)了?(?P<name>[^，。；,;：:]{{2,40}}?{FACILITY_END})的?(?:建设|建造|研建)(?:任务|工作)?(?=[，。；,;.]|$)"
)
_ROLE_OF = re.compile(
    r"(?P<leads>牵头)?(?:主要)?(?:(?P<role>依托|法人|主体|建设|牵头|共建|参建|承建)单位|项目(?P<legal>法人))(?:为|是|有|[:：]|包括)\s*$"
)
_ROLES = r"(?P<role>依托|法人|主体|建设|牵头|共建|参建|承建|挂靠)单位"
_IS_ROLE = re.compile(rf"(?:[（(][^（）()]*[)）])?(?:是|为|作为)(?P<what>[^，。；的]{{2,30}}?)的{_ROLES}(?=[，。；,;]|$)")
_AS_ROLE = re.compile(rf"作为(?:(?P<what>[^，。；的]{{2,30}}?)的)?{_ROLES}[，,]\s*$")
_RUNS_IT = re.compile(
    r"(?:[^，。；]{0,4}负责|承担|统筹|牵头|将)(?P<what>[^，。；的]{2,30}?)的?(?:日常|整体)?(?:运行|建设|运营|管理)"
)
_POINTS = re.compile(rf"(?:该|本|这[一个座处套])(?P<noun>{FACILITY_END})")
_ABOUT_FACILITY = re.compile(r"(?:该|本)|设施|装置|平台|中心")
_OF_ANOTHER = re.compile(
    "(?:课题|任务)的?$|(?:申报|申请|创建)(?!获批|成功|并获|的)[^。；]*$|(?:承担|主持|牵头|获批)[^，。；]{2,30}?(?:项目|课题)[，,](?:项目|课题)?$"
)
"""获批以来，课题|依托单位为甲, 申报乙实验室，|依托单位为甲: not of the facility that is told of."""
_POINTS_BACK = re.compile(rf"(?:(?:该|本|此)?(?:{FACILITY_END}|项目|工程)的?)?")
"""平台|依托单位为甲, 依托单位：甲: of the one facility of the text."""
_NAMED_BEFORE = re.compile(
    rf"(?:建设|建立|成立|组建|新建)(?P<name>(?!单位|主体|方|者|地点)[^，。；,;]{{2,30}}?{FACILITY_END})[，,]\s*$"
)
_WHOSE_UNIT = re.compile(
    rf"(?:素?有“[^“”]{{2,12}}”之称的|被?(?:称为|誉为)“[^“”]{{2,12}}”的)?(?P<name>(?:(?!单位|[由为系])[^，。；,;]){{4,40}}?{FACILITY_END})(?:[（(][^（）()]{{2,20}}[)）])?"
    r"(?:(?:的|[，,](?:项目)?)?|的?(?:牵头|依托|法人|建设|承建|主体)+单位(?:为|是|[:：])[^。；]{4,60}[，,])"
)
"""某平台的|依托单位, 某平台的建设单位为甲，|共建单位: what stands before the role."""
_SITE = re.compile(
    rf"(?:建设地点(?:位于|为|在|选在|[:：])|(?:项目|装置|设施)?(?:选址|坐落)(?:于|在|为)|(?<=，)位于)(?P<place>[{HAN}]{{2,14}}?)(?=[，。；,;.]|$)"
)
_OWN_BUILT = re.compile(
    r"由[^。；]{4,80}?(?:共同|联合|合作)*(?:共建|组建|建设|建立|创建|发起成立|筹建|成立|设立)(?=[，。；,;.]|$)"
)
_OWN_BUILDS = re.compile(
    rf"(?:^|[，。；])\s*(?:(?:19|20)\d\d年)?(?:已|成功)*(?P<verb>建成|建立|搭建)了?(?P<name>[^，。；：“”]{{4,30}}?{FACILITY_END})(?=[，。；]|$)"
)
_SEAT = re.compile(
    rf"(?:(?:注册地|总部|所在地)(?:址)?(?:为|位于|设在|设于|在)|^(?:公司|企业)?(?:总部)?(?:现)?(?:位于|坐落于|坐落在|地处))(?P<place>[{HAN}]{{2,14}}?)(?=[，。；,;.]|$)"
)
_OWN_NOUNS = ("本中心", "中心", "实验室", "平台", "科室", "公司", "企业", "位于", "坐落", "地处", "总部")
"""How a sentence opens that goes on about whom the page, or its part, presents."""
_ADDRESS = re.compile(
    rf"(?<![{HAN}])(?:医院|单位|学校|公司|机构|联系|详细|总院)?(?:地址|院址|校址)\s*[:：]\s*"
    rf"(?P<place>(?:中国)?(?:[{HAN}]{{2,7}}?(?:省|自治区))?(?:[{HAN}]{{2,5}}?(?:[市盟]|自治州))?(?:(?!市)[{HAN}]{{1,5}}?[区县旗])?)"
    rf"(?=[{HAN}A-Za-z0-9]{{2,}})(?P<street>[^，。；:：\s]{{0,24}})"
)
_STREET = re.compile("[路街道巷弄号村镇乡]|大厦|园区")
_LODGING = re.compile("酒店|宾馆|饭店|会议中心|会展|报名|报到|住宿|会场")
"""What makes an address that of a meeting."""
_HOUSES = ("hospital", "university", "institute", "company", "laboratory")
_SPEAKERS = ("院", "校", "所", "公司", "中心")
_OWN_HOST = re.compile(r"依托单位(?:为|是|[:：])\s*$")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """BUILT, HOSTED_BY and LOCATED_IN of the facility that the text speaks of."""
    for organization in scene.of("Organization"):
        yield from _undertaken(scene, reading, organization)
        yield from _by_role(scene, reading, organization)
        if "单位" in scene.text:
            yield from _has_role(scene, reading, organization)
    yield from _site(scene, reading)
    if "址" in scene.text:
        yield from _addressed(scene, reading)
    yield from _own(scene, reading)


def _undertaken(scene: Scene, reading: Reading, organization: Mention) -> Iterator[Assertion]:
    """甲牵头承担了…装置的建设."""
    match = _UNDERTAKES.match(scene.text, organization.end)
    facility = facility_of(match["name"]) if match else None
    if match is None or facility is None:
        return
    where = scene.sentence.view.span(organization.start, match.end())
    role = "牵头" if match["lead"] else "承担"
    yield reading.fact(UNDERTAKES, reading.organization(organization), "BUILT", facility, where, role=(role,))
    yield from about_facility(scene, reading, facility, None, (organization.start, match.end()))


def _by_role(scene: Scene, reading: Reading, organization: Mention) -> Iterator[Assertion]:
    """该设施…法人单位为甲，共建单位为乙和丙: those in a row share what the first is called."""
    first = row(scene, organization)[0]
    role = _ROLE_OF.search(scene.text[: first.start])
    facility = reading.facility
    if facility is None and reading.own is not None and facility_of(reading.own.name):
        facility = EntityRef(label="Facility", name=reading.own.name)
    if role is None:
        return
    before = scene.text[: role.start()]
    what = role["role"] or role["legal"]
    if _OF_ANOTHER.search(before):
        return
    if facility is None and (before or what == "依托") and _POINTS_BACK.fullmatch(before):
        facility = only_facility(reading)
    opens = not before and facility is not None and facility in reading.facilities
    if (named := _NAMED_BEFORE.search(before) or _WHOSE_UNIT.fullmatch(before)) is not None:
        facility = reading.called.get(named["name"]) or facility_of(named["name"])
        if facility is not None and named["name"] not in reading.called:
            yield from called(scene, reading, facility, named.span("name"))
    elif facility is not None and not opens and not _is_told(reading, facility, before) and not _ABOUT_FACILITY.match(before):
        facility = None
    if facility is None:
        return
    if facility not in reading.facilities:
        reading.builds(facility)
    where = scene.sentence.view.span(role.start(), organization.end)
    body = reading.organization(organization)
    if what in ("依托", "法人", "主体"):
        yield reading.fact(BY_ROLE, facility, "HOSTED_BY", body, where)
    else:
        yield reading.fact(BY_ROLE, body, "BUILT", facility, where, role=(role["leads"] or what,))


def _has_role(scene: Scene, reading: Reading, organization: Mention) -> Iterator[Assertion]:
    """甲是该平台的依托单位; 作为依托单位，甲负责该平台的运行: of a facility that the text told of."""
    is_it, as_it = _IS_ROLE.match(scene.text, organization.end), _AS_ROLE.search(scene.text, 0, organization.start)
    if is_it is not None:
        facility = _pointed_to(reading, is_it["what"])
        role, start, end = is_it["role"], organization.start, is_it.end()
    elif as_it is not None and (runs := _RUNS_IT.match(scene.text, organization.end) or as_it)["what"]:
        facility = _pointed_to(reading, as_it["what"] or runs["what"])
        role, start, end = as_it["role"], as_it.start(), max(organization.end, runs.end())
    else:
        return
    if facility is None:
        return
    where, body = scene.sentence.view.span(start, end), reading.organization(organization)
    if role in ("依托", "法人", "主体", "挂靠"):
        yield reading.fact(BY_ROLE, facility, "HOSTED_BY", body, where)
    else:
        yield reading.fact(BY_ROLE, body, "BUILT", facility, where, role=(role,))


def _pointed_to(reading: Reading, words: str) -> EntityRef | None:
    """The facility that words name in full or for short, or point to by its noun (该平台), None for one not told of."""
    if words in reading.called:
        return reading.called[words]
    noun = _POINTS.fullmatch(words)
    told = (one for one in reversed(reading.facilities) if one.name == words or (noun and one.name.endswith(noun["noun"])))
    return next(told, None) or (facility_of(words) if noun is None else None)


def _is_told(reading: Reading, facility: EntityRef, before: str) -> bool:
    """Whether words name a facility, in full or for short."""
    return facility.name in before or any(ref == facility and short in before for short, ref in reading.called.items())


def _site(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """建设地点位于某地: of the facility that the paragraph speaks of."""
    match = _SITE.search(scene.text)
    if match is not None and reading.facility is not None and any(match["place"].startswith(known) for known in PLACES):
        where = scene.sentence.view.span(*match.span())
        yield reading.fact(SITE, reading.facility, "LOCATED_IN", EntityRef(label="Place", name=match["place"]), where)


def _addressed(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """地址：某市某区某路1号, of the one house of the line, else of whom the page presents or who speaks."""
    found = list(_ADDRESS.finditer(scene.text))
    if len(found) != 1 or not found[0]["place"] or not _STREET.search(found[0]["street"]):
        return
    if reading.meetings.now is not None or _LODGING.search(scene.text):
        return
    named = {reading.organization(one) for one in scene.of("Organization") if one.end <= found[0].start()}
    house = _addressee(reading) if not named else employer_of(named.pop()) if len(named) == 1 else None
    if house is not None and organization_kind(house.name) in _HOUSES:
        place = EntityRef(label="Place", name=found[0]["place"])
        yield reading.fact(ADDRESS, house, "LOCATED_IN", place, scene.sentence.view.span(*found[0].span()))


def _addressee(reading: Reading) -> EntityRef | None:
    """Whose address stands without a name: the house of whom the page presents, else the one that speaks."""
    if reading.sitter is not None:  # the page of a person, whose own address it may be
        return None
    if reading.own is not None:
        return employer_of(reading.own)
    name = next((name for noun in _SPEAKERS if (name := speaker(reading.document, noun))), "")
    return EntityRef(label="Organization", name=name) if name else None


def _own(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """某中心…，由甲和乙联合共建，依托单位为甲: of the centre that the page presents."""
    if reading.own is None or not scene.text.startswith((reading.own.name, *_OWN_NOUNS)):
        return
    facility = EntityRef(label="Facility", name=reading.own.name)
    built = _OWN_BUILT.search(scene.text)
    for one in scene.within(*built.span(), "Organization") if built and facility_of(facility.name) else ():
        where = scene.sentence.view.span(0, built.end() if built else one.end)
        yield reading.fact(OWN_BUILT, reading.organization(one), "BUILT", facility, where, role=("共建",))
    for made in _OWN_BUILDS.finditer(scene.text):
        thing = facility_of(made["name"])
        if thing is not None and reading.own.name != thing.name and not scene.within(*made.span(), "Organization"):
            reading.builds(thing)
            where = scene.sentence.view.span(*made.span())
            yield reading.fact(OWN_BUILT, reading.own, "BUILT", thing, where, role=(made["verb"],))
    if (seat := _SEAT.search(scene.text)) is not None and any(seat["place"].startswith(known) for known in PLACES):
        place = EntityRef(label="Place", name=seat["place"])
        yield reading.fact(SITE, reading.own, "LOCATED_IN", place, scene.sentence.view.span(*seat.span()))
    for one in scene.of("Organization"):
        if _OWN_HOST.search(scene.text[: one.start]):
            yield reading.fact(
                OWN_BUILT, facility, "HOSTED_BY", reading.organization(one), scene.sentence.view.span(0, one.end)
            )

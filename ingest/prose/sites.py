"""What a text goes on to say of a facility: who joins in, on whose premises, where it stands, who pays towards it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import PLACES
from ingest.mentions import Mention
from ingest.numerals import to_wan
from ingest.prose.facilities import FACILITY_END, about_facility, facility_of
from ingest.prose.reading import Reading, Rule, Scene, row
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read"]

JOINS_IN = Rule("joins_in_building")
"""…中心由甲牵头建设，乙、丙参与共建."""
UNDERTAKES = Rule("undertakes_building")
"""甲牵头承担…装置的建设."""
RUNS_ON = Rule("runs_on_premises")
"""中心依托甲运行."""
OWN_BUILT = Rule("presented_as_built")
"""某中心…由甲和乙共建，依托单位为甲: of the centre that a page presents."""
BY_ROLE = Rule("unit_by_role")
"""法人单位为甲, 共建单位为乙: of the facility that the text speaks of."""
SITE = Rule("site")
"""建设地点位于某地."""
PAYS_TOWARDS = Rule("pays_towards")
"""某省政府配套投入…亿元."""

AS_UNIT = Rule("as_unit")
"""该设施由甲作为法人单位建设."""

LED_AND_JOINED = Rule("led_and_joined")
"""由甲牵头、联合乙共建的“…装置”于某月在某地动工."""
_BUILT_BY = re.compile(
    rf"由(?P<who>[^。；“”由的]{{4,80}}?)(?:共同|联合|合作)*(?P<verb>共建|建设|承建)的(?:国家[^“”，。；]{{0,12}})?“(?P<name>[^“”]{{4,30}}?{FACILITY_END})”"
    r"(?:项目|工程)?(?:(?:于[^，。；在]{2,14})?在(?P<place>[^，。；]{2,12}?)(?:正式)?(?:动工|开工|奠基|破土|落成|启用|揭牌))?"
)
_AS_UNIT = re.compile(
    r"作为(?:项目|工程)?(?:法人|依托|主体)单位[，,]?(?:负责|牵头|承担|组织)?(?P<builds>建设|承建)?(?=[，。；,;]|$)"
)
_BY_THIS = re.compile(r"(?:^|[，。；,;])\s*(?:该|本)?(?:设施|装置|平台|项目|中心|工程)由$")
_JOINS_IN = re.compile(r"(?:等)?(?:共同|积极)?参与(?:共建|建设)(?=[，。；,;.]|$)")
_RUNS_ON = re.compile(
    r"(?:^|[，。；,;])\s*(?:该|本)?(?P<noun>中心|平台|设施|实验室|研究院|研究所|数据库|基地|装置)(?:目前|现)?依托(?:于)?$"
)
_UNDERTAKES = re.compile(
    rf"(?P<lead>牵头)?(?:共同|联合|负责)*(?:承担|负责|主持|组织)了?(?P<name>[^，。；,;：:]{{2,40}}?{FACILITY_END})的?(?:建设|建造|研建)(?:任务|工作)?(?=[，。；,;.]|$)"
)
_ROLE_OF = re.compile(r"(?P<role>依托|法人|主体|建设|牵头|共建|参建|承建)单位(?:为|是|[:：]|包括)\s*$")
_ABOUT_FACILITY = re.compile(r"(?:该|本)|设施|装置|平台|中心")
_NAMED_BEFORE = re.compile(rf"(?:建设|建立|成立|组建|新建)(?P<name>[^，。；,;]{{2,30}}?{FACILITY_END})[，,]\s*$")
_WHOSE_UNIT = re.compile(rf"(?P<name>[^，。；,;]{{4,40}}?{FACILITY_END})的?")
_NEWS_OF = re.compile(
    rf"(?:^|[，。；])(?P<name>[^，。；,;：:“”由在]{{3,30}}?{FACILITY_END})(?:日前|近日|正式|顺利|已)*(?:通过[^，。]{{0,6}}验收|启用|投入(?:正式)?(?:运行|使用)|开工|落成|揭牌|奠基|上线|建成)"
)
_QUOTED_NEWS = re.compile(
    rf"“(?P<name>[^“”]{{4,40}}?{FACILITY_END})”(?:项目|工程)?(?:日前|近日|正式|顺利|已|于[^，。；]{{2,16}}|在[^，。；]{{2,10}}?)*"
    r"(?:通过[^，。]{0,6}验收|启用|投入(?:正式)?(?:运行|使用)|开工|动工|破土|落成|揭牌|奠基|上线|建成)"
)
_BY_WHOM = re.compile(r"^.{3,}?(?:建设|承建|共建|打造|搭建|运营)的(?=.{4})")
_SEVERAL = re.compile(r"有\d|[\d两三四五六七八九十]+[个座家]")
_TOWARDS = re.compile(r"(?:财政)?(?:配套|匹配)(?:投入|出资|资金|经费|支持)*(?P<sum>\d[\d.,]*\s*[万亿]?元)")
_OF_WHICH = re.compile(r"(?:投资|出资|投入|安排(?:资金)?|拨款|资助)(?P<sum>\d[\d.,]*\s*[万亿]?元)")
"""总投资…, 其中甲投资…亿元."""
_SITE = re.compile(
    rf"(?:建设地点(?:位于|为|在|选在)|(?:项目|装置|设施)?(?:选址|坐落)(?:于|在|为)|(?<=，)位于)(?P<place>[{HAN}]{{2,14}}?)(?=[，。；,;.]|$)"
)
_OWN_BUILT = re.compile(
    r"由[^。；]{4,80}?(?:共同|联合|合作)*(?:共建|组建|建设|建立|创建|发起成立|筹建|成立|设立)(?=[，。；,;.]|$)"
)
_OWN_BUILDS = re.compile(
    rf"(?:^|[，。；])\s*(?:(?:19|20)\d\d年)?(?:已|成功)*(?P<verb>建成|建立|搭建)了?(?P<name>[^，。；：“”]{{4,30}}?{FACILITY_END})(?=[，。；]|$)"
)
_SEAT = re.compile(rf"(?:注册地|总部|所在地)(?:址)?(?:为|位于|设在|设于|在)(?P<place>[{HAN}]{{2,14}}?)(?=[，。；,;.]|$)")
_OWN_HOST = re.compile(r"依托单位(?:为|是|[:：])\s*$")
_ON_PREMISES = re.compile(r"(?:运行|建设|运营|管理|开展|建立)?(?=[，。；,;.]|$)")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """BUILT, HOSTED_BY, FUNDED_BY and LOCATED_IN of the facility that the text speaks of."""
    for organization in scene.of("Organization"):
        yield from _joined_in(scene, reading, organization)
        yield from _runs_on(scene, reading, organization)
        yield from _undertaken(scene, reading, organization)
        yield from _pays_towards(scene, reading, organization)
        yield from _by_role(scene, reading, organization)
        yield from _as_unit(scene, reading, organization)
    yield from _led_and_joined(scene, reading)
    _introduced(scene, reading)
    yield from _site(scene, reading)
    yield from _own(scene, reading)


def _joined_in(scene: Scene, reading: Reading, organization: Mention) -> Iterator[Assertion]:
    """…中心由甲牵头建设，乙、丙参与共建: those who take part in building what the sentence speaks of."""
    match = _JOINS_IN.match(scene.text, organization.end)
    builders = row(scene, organization) if match else []
    if match is None or reading.facility is None or not re.search(r"[，,；;]\s*$", scene.text[: builders[0].start]):
        return
    where = scene.sentence.view.span(builders[0].start, match.end())
    for builder in builders:
        yield reading.fact(JOINS_IN, reading.organization(builder), "BUILT", reading.facility, where, role=("参与",))


def _runs_on(scene: Scene, reading: Reading, organization: Mention) -> Iterator[Assertion]:
    """中心依托甲运行: the facility that the noun means."""
    noun = _RUNS_ON.search(scene.text[: organization.start])
    facility = next((one for one in reversed(reading.facilities) if noun and one.name.endswith(noun["noun"])), None)
    match = _ON_PREMISES.match(scene.text, organization.end)
    if noun is not None and facility is not None and match is not None:
        where = scene.sentence.view.span(noun.start("noun"), match.end())
        yield reading.fact(RUNS_ON, facility, "HOSTED_BY", reading.organization(organization), where)


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


def _pays_towards(scene: Scene, reading: Reading, organization: Mention) -> Iterator[Assertion]:
    """某省政府配套投入2.1亿元: towards the facility that the paragraph speaks of."""
    of_which = "总投资" in scene.text[: organization.start] and scene.text[: organization.start].endswith("其中")
    match = (_OF_WHICH if of_which else _TOWARDS).match(scene.text, organization.end)
    amount = to_wan(match["sum"].replace(",", "")) if match else None
    if match is not None and amount is not None and reading.facility is not None:
        where = scene.sentence.view.span(organization.start, match.end())
        payer = reading.organization(organization)
        yield reading.fact(PAYS_TOWARDS, reading.facility, "FUNDED_BY", payer, where, amount_wan=amount)


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
    if (named := _NAMED_BEFORE.search(before) or _WHOSE_UNIT.fullmatch(before)) is not None:
        facility = facility_of(named["name"])
    elif facility is not None and facility.name not in before and not _ABOUT_FACILITY.match(before):
        facility = None
    if facility is None:
        return
    where = scene.sentence.view.span(role.start(), organization.end)
    body = reading.organization(organization)
    if role["role"] in ("依托", "法人", "主体"):
        yield reading.fact(BY_ROLE, facility, "HOSTED_BY", body, where)
    else:
        yield reading.fact(BY_ROLE, body, "BUILT", facility, where, role=(role["role"],))


def _as_unit(scene: Scene, reading: Reading, organization: Mention) -> Iterator[Assertion]:
    """该设施由甲作为法人单位建设: of the facility that the clause or the paragraph speaks of."""
    match = _AS_UNIT.match(scene.text, organization.end)
    before = _BY_THIS.search(scene.text, 0, organization.start) if match else None
    facility = reading.facility
    if match is None or before is None or facility is None:
        return
    where = scene.sentence.view.span(before.start(), match.end())
    body = reading.organization(organization)
    yield reading.fact(AS_UNIT, facility, "HOSTED_BY", body, where)
    if match["builds"]:
        yield reading.fact(AS_UNIT, body, "BUILT", facility, where, role=(match["builds"],))


def _led_and_joined(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    for match in _BUILT_BY.finditer(scene.text):
        facility, builders = facility_of(match["name"]), scene.within(*match.span("who"), "Organization")
        if facility is None or not builders:
            continue
        for builder in builders:
            leads = scene.text.startswith("牵头", builder.end)
            where = scene.sentence.view.span(*match.span())
            stated = {"role": ("牵头" if leads else match["verb"],)}
            yield reading.fact(LED_AND_JOINED, reading.organization(builder), "BUILT", facility, where, **stated)
        yield from about_facility(scene, reading, facility, match["place"], match.span())


def _introduced(scene: Scene, reading: Reading) -> None:
    """…设施通过国家验收, …平台启用: a facility that a sentence tells of is spoken of from then on."""
    match = _NEWS_OF.search(scene.text) or _QUOTED_NEWS.search(scene.text)
    name = _BY_WHOM.sub("", match["name"]) if match else ""
    facility = facility_of(name) if name and not _SEVERAL.search(name) else None
    if facility is not None:
        reading.builds(facility)


def _site(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """建设地点位于某地: of the facility that the paragraph speaks of."""
    match = _SITE.search(scene.text)
    if match is not None and reading.facility is not None and any(match["place"].startswith(known) for known in PLACES):
        where = scene.sentence.view.span(*match.span())
        yield reading.fact(SITE, reading.facility, "LOCATED_IN", EntityRef(label="Place", name=match["place"]), where)


def _own(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """某中心…，由甲和乙联合共建，依托单位为甲: of the centre that the page presents."""
    if reading.own is None or not scene.text.startswith((reading.own.name, "本中心", "中心", "实验室", "平台", "科室")):
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

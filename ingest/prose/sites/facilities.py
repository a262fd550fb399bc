"""Facilities: who built them, where and on whose premises, who paid how much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import PLACES
from ingest.mentions import Mention
from ingest.numerals import to_wan
from ingest.prose.clauses import subject_start
from ingest.prose.houses.parents import town_in
from ingest.prose.phrases import without_notes
from ingest.prose.reading import Reading, Rule, Scene, row
from ingest.prose.technology.naming import is_unbroken
from kg.model import Assertion, EntityRef, Value
from kg.text import HAN, heal_name

__all__ = ["FACILITY_END", "GREAT_END", "LIBRARY_END", "about_facility", "called", "facility_of", "read"]

LED_BUILDING = Rule("led_building")
"""甲牵头(在某地)建设…设施."""
JOINTLY_PAID = Rule("jointly_paid")
"""甲、乙和丙共同出资…亿元创建…."""
BUILDS = Rule("builds")
"""甲建成…平台."""
HOSTED = Rule("hosted")
"""依托甲建设…设施."""
BUILT_IN = Rule("built_in")
"""在某地建设…设施."""
APPROVED = Rule("approved_facility")
"""由甲牵头申报的“某中心”获批, 甲申报的某实验室通过认定."""
NAMED_TOWN = Rule("facility_named_town")
"""The town in a facility's own name."""
CALLED = Rule("facility_called")
"""…平台（以下简称“某平台”）."""
NAMED_FOR = Rule("facility_named_for")
"""The technology in a facility's own name."""

_SHORT = re.compile(r"\s*[（(](?:(?:以下)?简称|(?:以)?下称)(?:为)?[:：]?\s*[“\"]?(?P<short>[^“”\"（）()，]{2,12})[”\"]?[)）]")
_SHORT_ALONE = re.compile(rf"\s*[（(][“\"]?(?P<short>[{HAN}]{{3,10}})[”\"]?[)）]")
"""某省某某大数据平台|（某某平台）."""
_BUILD = r"(?:建设|建成|承建|创建|建立|组建|共建|筹建|搭建|成立|设立|新建|打造|兴建)"
_LAMPS = (
    r"激光|红外|紫外|荧光"
    r"|照明|背景|白光|宽带|可见|射频|相干|脉冲|泵浦|激发|参考|标准|检测|成像|内镜|医用|氙灯|卤素|连续|自然|人工|赫兹"
    r"|扫频|手术|无影|治疗|理疗|频率|波长|高亮|新型|固态|光纤|环形|冷光|医疗|临床"
)
"""What a lamp or a laser is called before 光源."""
GREAT_END = (
    rf"(?:同步|辐射|先进|高能|极限|射线)光源|光源(?<!(?:{_LAMPS})光源)(?<![\u0000-\u2fff冷背点面外内单双多主副同种个该此的等线白]光源)"
    r"|对撞机|散裂中子源|线站工程"
)
"""What the name of a great facility ends in: of a light source by its own name (某地光源) or its kind, not of a lamp."""
LIBRARY_END = "数据库|样本库|资源库|标本库|信息库|影像库|图谱库|标注库|病例库|组织库|脑库|资料库|图像库|生物库"
"""What the name of a library of samples, data or images ends in."""
FACILITY_END = rf"(?:基础设施|研究设施|设施|装置|{GREAT_END}|平台|{LIBRARY_END}|中心|基地|实验室|研究院|研究所|网络)"
_THING = re.compile(
    rf"(?:了|起)?(?P<name>[^，。；,;：:]{{2,50}}?{FACILITY_END})(?=$|[，。；,;、（(”]|并|，|正式|的建|项目|等|[和与及](?=[^，。；、]{{4,40}}?{FACILITY_END}(?:[，。；,;、（(]|$)))"
)
_STRICT = re.compile(rf"(?:基础设施|研究设施|设施|装置|{GREAT_END}|{LIBRARY_END}|平台|中心|基地|实验室|研究院|研究所)$")
_IN = rf"(?:在(?P<place>[{HAN}]{{2,14}}?))?"
_LED = re.compile(
    rf"(?:并?(?:于|在)?(?:19|20)\d\d年(?:\d{{1,2}}月)?)?(?:正在?|单独|共同)?牵头{_IN}(?:，|,)?(?:联合[^，。；]{{2,40}}?)?(?:共同)?{_BUILD}"
)
_LEADS_ROW = re.compile(
    rf"(?:作为)?牵头[，,](?:联合|会同)?(?P<with>[^，。；]{{4,80}}?)(?:等(?:单位)?)?(?:共同|联合|协同)?(?:参与|参加|配合|协同)[，,]?(?:共同|联合|合作){_BUILD}"
)
_ALSO = r"正式|成功|率先|自主|共同|合作|牵头|主导|负责|发起|获批|获准|已|投资[^，。；]{2,12}?|于?(?:19|20)\d\d年(?:\d{1,2}月)?"
_BUILT = re.compile(
    rf"(?:作为[^，。；]{{2,30}}[，,]|(?:深度|紧密|开展)?合作[，,])?(?:在?[^，。；]{{2,10}}(?:里|内|间|中)[，,]?)?(?:{_ALSO})*(?:(?:联合|会同|携手|联手|协同)(?P<with>[^，。；]{{2,60}}?)??(?:[，,](?=共同|合作|联合|协同|历时|耗时|用时))?(?:{_ALSO}|联合)*)?(?:(?:历时|耗时|用时)[^，。；]{{1,8}}?[，,]?)?{_IN}(?:共同|联合|合作)*"
    r"(?P<verb>建设|建成|建有|承建|创建|组建|共建|筹建|搭建|新建|建立|成立|设立|打造|构建)"
)
_APPLIED = re.compile(
    rf"(?:[（(][^（）()]{{2,30}}[)）])?(?P<led>牵头)?[，,]?(?:(?:联合|会同|携手)(?P<with>[^，。；“”]{{3,60}}?))?(?:共同|联合|牵头)*(?:组织)?(?:申报|申请)(?:建设|组建|创建)?的"
    rf"(?:[“]?(?P<name>[^，。；,;：:“”]{{4,50}}?{FACILITY_END})[”]?)(?:项目)?(?:成功|正式|顺利|已|喜)*"
    r"(?:获批?(?:准|得)?(?:立项|建设|组建|认定|批准|批复)?|通过(?:认定|评审|审批)|被(?:认定|批准)|成功入选|入选)(?!推荐|公示)"
)
_LOOSELY = ("建立", "成立", "设立", "打造", "构建")
"""Verbs that found departments and programmes too; of these only what several share is a facility."""
_SHARED = re.compile(rf"(?:设施|平台|{LIBRARY_END}|联合[^，。；]{{0,10}}(?:实验室|研究院|研究中心|中心))$")
_WHEN = r"(?:于|在)?(?:(?:19|20)\d{2}年)?(?:[两三四五六七八九十]+方)?"
_SUM = r"(?:出资|投资|投入)(?P<sum>[^，。；,;]{2,16}?)[，,]?"
_JOINT = re.compile(rf"{_WHEN}(?:共同|联合|合作){_SUM}{_IN}(?P<verb>{_BUILD})")
_SOLE = re.compile(rf"{_WHEN}{_SUM}{_IN}(?P<verb>{_BUILD})")
_HOST = re.compile(rf"(?:，|,)?(?:，)?{_IN}{_BUILD}(?!单位)")
_LEADS_HOSTED = re.compile("(?P<role>主导|牵头|主持)[，,]?依托(?:于)?$")
_QUOTED_NEXT = re.compile(rf"[”\"]?(?:和|与|及|、|以及)[“\"](?P<name>[^“”\"，。；]{{3,30}}{FACILITY_END})(?=[”\"])")
_LEAD = re.compile(
    rf"^(?:[{HAN}]{{2,4}}[省市区县](?=首[个家]|第一[个家]|唯一|最大|规模最大)|了|学校|我[国省市校院区县所]|全[省市校院]|国内|全国|国际|(?:首|第一)[个家台套座条]|国产(?!化)|(?:具有|拥有)?(?:完全|全)?自主知识产权的?|一个|唯一的?|最大的?|规模最大的?|又一个?|另一个?|省级|国家级(?!的)|(?:国家)?(?:大科学装置|大科学工程|重大科技基础设施)(?:项目)?(?:——|—|之一的?)?(?=[{HAN}]{{4}})|(?:世界|国际)上|世界(?!卫生|[{HAN}]{{2,6}}组织)|的|起)+"
)
_REACH = re.compile(r"^(?:覆盖|面向|服务|辐射|涵盖)[^的]{1,20}的")
_YEAR = re.compile(r"((?:19|20)\d{2})\s*年(?:\s*(\d{1,2})\s*月)?")
_RIGHT_BEFORE = re.compile(r"(?:\d{1,2}日|[初底末]|[上下]半年|[春夏秋冬]季?)?[，,]?[^，。；]{0,40}")
_WITH = re.compile(r"[，,](?:并|还|又|也|同时|先后|近年来|[，,])*(?:与|同|和)$")
_ACTS = re.compile("(?:先后|已|现|还|目前)*(?:建[有成立设]|拥有|设有|承建|牵头|获批|成立)")
_LEADS_WITH = re.compile("牵头[、，]?(?:联合|会同|携手|协同)")
_ONLY_PLANNED = re.compile(
    r"(?:计划|打算|准备|争取|力争|有望|拟)(?:(?:在|于|到)?(?:(?:19|20)\d\d年|[明今后]年|年内|近期|未来[^，。]{1,4})(?:年?[底初前内])?)?(?:再|进一步)?(?:与|联合|会同|携手|同|和)?$"
    r"|(?:^|[，。；])(?:如果|假如|倘若|假设|若(?![水尘干])|设想)[^。；]*$|(?:将来|今后|未来)(?:[^，。；]{0,6})(?:能够?|可|应|需|要)由?$"
    r"|(?:建议|呼吁|提议|希望|期待|应当|应该|可考虑)(?:尽快|尽早|加快|国家|政府|我省|我市|本省|本市)*[由以]?$"
)
"""计划于2035年联合|甲新建…, 若将来能由|甲牵头建设…: what nobody has begun to build."""
_GREAT = re.compile(rf"(?:{GREAT_END})$")
_GENERATION = re.compile("^(?:对比|相比于?|相较于?|与)?(?:[上新下这前]一|第[一二三四五])代")
"""第三代|某地光源, 对比上一代|同步辐射光源: of which generation a light source is, is no part of its name."""
_LEAST, _LEAST_GREAT = 5, 4
_GENERIC = re.compile(
    r"^(?:研究|创新|科研|技术|公共|服务|数据|大型|重大|国家|重点|开放|共享|综合)*(?:平台|中心|基地|实验室|设施|装置|数据库|研究院|研究所|网络)$|^(?:第?[一二三四]代|先进|大型|高性能的?|中能|低能|(?:[软硬]?X)?射线)*(?:同步)?(?:辐射|先进|高能|极限|射线)?光源$|^(?:正负)?(?:电子)?对撞机$|^线站工程$|^(?:医院|学院|学校|科室|公司)[^大]{2,6}(?:中心|平台|实验室)$"
)


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """BUILT, HOSTED_BY, FUNDED_BY, LOCATED_IN and CONCERNS of facilities in a sentence."""
    for organization in scene.of("Organization"):
        yield from _hosted(scene, reading, organization)
        yield from _led_row(scene, reading, organization)
        yield from _built(scene, reading, organization)
        if "申报" in scene.text or "申请" in scene.text:
            yield from _approved(scene, reading, organization)


def _approved(scene: Scene, reading: Reading, organization: Mention) -> Iterator[Assertion]:
    """甲牵头（联合乙）申报的“某中心”获批立项: who applied builds what was approved; what is only applied for is nothing yet."""
    match = _APPLIED.match(scene.text, organization.end)
    facility = facility_of(match["name"]) if match is not None else None
    if match is None or facility is None or not re.search(r"(?:^|[，。；：由])$", scene.text[: organization.start]):
        return
    where = scene.sentence.view.span(organization.start, match.end())
    partners = scene.within(*match.span("with"), "Organization") if match["with"] else ()
    for role, builder in (("牵头" if match["led"] else "申报", organization), *(("联合", one) for one in partners)):
        yield reading.fact(APPROVED, reading.organization(builder), "BUILT", facility, where, role=(role,))
    yield from about_facility(scene, reading, facility, None, (organization.start, match.end()))


def facility_of(words: str) -> EntityRef | None:
    """The facility that words name, praise left out; None where they are no facility's own name.

    >>> facility_of("国内首个某某生物影像大数据平台").name, facility_of("重大科研平台")
    ('某某生物影像大数据平台', None)
    """
    name = _REACH.sub("", _LEAD.sub("", heal_name(without_notes(words))))
    quoted = re.search(r"“([^”]+)”", name)
    name = _GENERATION.sub("", name) if _GREAT.search(name) else name
    name = name.strip("“”") if quoted is None else name.replace("“", "").replace("”", "")
    if (
        "了" in name
        or name.count("“") != name.count("”")
        or not _STRICT.search(name)
        or _GENERIC.match(name)
        or len(name) < (_LEAST if _GREAT.search(name) is None else _LEAST_GREAT)
        or "的" in name[-8:]
    ):
        return None
    return EntityRef(label="Facility", name=name)


def only_facility(reading: Reading) -> EntityRef | None:
    """What 项目 and 平台 mean where nothing nearer tells: the one facility of a text that tells of no other project."""
    return reading.facilities[0] if len(set(reading.facilities)) == 1 and not reading.grants else None


def _hosted(scene: Scene, reading: Reading, organization: Mention) -> Iterator[Assertion]:
    if not re.search(r"依托(?:于|单位(?:为|是|[:：]))?$", scene.text[: organization.start]):
        return
    build = _HOST.match(scene.text, organization.end)
    thing = _thing(scene, build.end()) if build else None
    if build is None or thing is None:
        return
    facility, end = thing
    where = scene.sentence.view.span(scene.text.rindex("依托", 0, organization.start), end)
    yield reading.fact(HOSTED, facility, "HOSTED_BY", reading.organization(organization), where)
    yield from about_facility(scene, reading, facility, build["place"], (organization.start, end))
    yield from _hosted_too(scene, reading, organization, end)
    lead = _LEADS_HOSTED.search(scene.text[: organization.start])
    leader = scene.ending_at(lead.start(), "Organization") if lead is not None else None
    if lead is not None and leader is not None and scene.text[leader.start - 1 : leader.start] == "由":
        led = scene.sentence.view.span(leader.start, end)
        yield reading.fact(HOSTED, reading.organization(leader), "BUILT", facility, led, role=(lead["role"],))


def _led_row(scene: Scene, reading: Reading, leader: Mention) -> Iterator[Assertion]:
    """甲牵头，乙、丙参与，共同建设…平台: who leads, and those of the row behind."""
    leads = _LEADS_ROW.match(scene.text, leader.end)
    thing = _thing(scene, leads.end()) if leads is not None else None
    if leads is None or thing is None or _ONLY_PLANNED.search(scene.text, 0, leader.start):
        return
    facility, end = thing
    where = scene.sentence.view.span(leader.start, end)
    for role, one in (("牵头", leader), *(("参与", one) for one in scene.within(*leads.span("with"), "Organization"))):
        yield reading.fact(LED_BUILDING, reading.organization(one), "BUILT", facility, where, role=(role,))
    yield from about_facility(scene, reading, facility, None, (leader.start, end))


def _hosted_too(scene: Scene, reading: Reading, house: Mention, at: int) -> Iterator[Assertion]:
    """依托甲建设“乙中心”|和“丙中心”: what stands in quotation marks behind the first."""
    for match in _QUOTED_NEXT.finditer(scene.text, at):
        facility = facility_of(match["name"]) if match.start() == at else None
        if facility is None:
            return
        at = match.end()
        where = scene.sentence.view.span(house.start, at)
        yield reading.fact(HOSTED, facility, "HOSTED_BY", reading.organization(house), where)
        yield from about_facility(scene, reading, facility, None, (house.start, at))


def _built(scene: Scene, reading: Reading, organization: Mention) -> Iterator[Assertion]:
    """甲牵头建设, 甲、乙共同出资创建, 甲建成; the organisations before the last of a row build too where they pay together."""
    for pattern, rule in ((_LED, LED_BUILDING), (_JOINT, JOINTLY_PAID), (_SOLE, JOINTLY_PAID), (_BUILT, BUILDS)):
        match = pattern.match(scene.text, organization.end)
        thing = _thing(scene, match.end()) if match else None
        if match is None or thing is None or re.search(r"(?:依托|在)$", scene.text[: organization.start]):
            continue
        facility, end = thing
        leader = _leaves_out(scene, organization) if rule is BUILDS else None
        if (
            (scene.is_partner(organization) and leader is None)
            or facility.name.endswith("联盟")
            or facility.name.startswith(("试点", "示范"))
        ):
            continue
        if rule is BUILDS and match["verb"] in _LOOSELY and not _SHARED.search(facility.name):
            continue
        builders = [organization] if rule is LED_BUILDING else row(scene, organization)
        if _ONLY_PLANNED.search(scene.text, 0, builders[0].start):
            return
        if rule is BUILDS:
            led = [one for one in scene.of("Organization") if _LEADS_WITH.fullmatch(scene.text, one.end, builders[0].start)]
            builders = [*([leader] if leader is not None else led), *builders]
        if rule is BUILDS and match["with"]:
            builders = [*builders, *scene.within(*match.span("with"), "Organization")]
        others, end = _beside(scene, end) if rule is BUILDS else ([], end)
        where = scene.sentence.view.span(builders[0].start, end)
        role = "牵头" if rule is LED_BUILDING else _role(match)
        for builder in builders:
            when = _when(scene.text[: builders[0].start]) or _when(match.group())
            for built in (facility, *others):
                yield reading.fact(rule, reading.organization(builder), "BUILT", built, where, role=(role,), **when)
            if "sum" in match.groupdict():
                yield from _paid(scene, reading, match, facility, builder, len(builders) > 1, end)
        for built in (*others, facility):
            yield from about_facility(scene, reading, built, match["place"], (builders[0].start, end))
        return


def _leaves_out(scene: Scene, partner: Mention) -> Mention | None:
    """The house that the sentence opens with, where a clause of it leaves that out: 甲建有丙平台，与|乙共建丁平台."""
    clause = _WITH.search(scene.text[: partner.start])
    house = scene.starting_at(subject_start(scene.text, 0), "Organization") if clause is not None else None
    return house if house is not None and house.end < partner.start and _ACTS.match(scene.text, house.end) else None


def _beside(scene: Scene, end: int) -> tuple[list[EntityRef], int]:
    """The facilities that stand in a row behind the first (甲医院建有乙平台、|丙数据库), and where the row ends."""
    found = list[EntityRef]()
    while scene.text[end : end + 1] in ("、", "和", "与", "及") and (thing := _thing(scene, end + 1)) is not None:
        found.append(thing[0])
        end = thing[1]
    return found, end


def _role(match: re.Match[str]) -> str:
    if match.re is _JOINT:
        return "共同出资" + match["verb"]
    return match["verb"]


def _when(before: str) -> dict[str, Value]:
    """The year, and the month where one is told, that the sentence has before who builds, with no other's clause between."""
    told = next(reversed(list(_YEAR.finditer(before))), None)
    if told is None or not _RIGHT_BEFORE.fullmatch(before, told.end()):
        return {}
    return {"year": int(told[1]), **({"date": f"{told[1]}-{int(told[2]):02d}"} if told[2] else {})}


def _paid(
    scene: Scene, reading: Reading, match: re.Match[str], facility: EntityRef, builder: Mention, joint: bool, end: int
) -> Iterator[Assertion]:
    amount = to_wan(match["sum"])
    if amount is None:
        return
    year = _YEAR.search(scene.text[: builder.start]) or _YEAR.search(match.group())
    where = scene.sentence.view.span(builder.start, end)
    stated = {"joint": True} if joint else {}
    yield reading.fact(
        JOINTLY_PAID,
        facility,
        "FUNDED_BY",
        reading.organization(builder),
        where,
        amount_wan=amount,
        year=int(year[1]) if year else "",
        **stated,
    )


def _thing(scene: Scene, start: int) -> tuple[EntityRef, int] | None:
    """The facility that follows the verb, with where it ends."""
    organization = scene.starting_at(start, "Organization") or scene.starting_at(start + 1, "Organization")
    match = _THING.match(scene.text, start)
    spelled = facility_of(match["name"]) if match is not None else None
    if organization is not None and scene.text[start : organization.start] in ("", "了", "的"):
        goes_on = match is not None and spelled is not None and organization.end < match.end("name")
        if not goes_on or match is None or not is_unbroken(scene.text[organization.end : match.end("name")]):
            return EntityRef(label="Facility", name=organization.name), organization.end
    return (spelled, match.end("name")) if match is not None and spelled is not None else None


def about_facility(
    scene: Scene, reading: Reading, facility: EntityRef, place: str | None, extent: tuple[int, int]
) -> Iterator[Assertion]:
    """Where the facility stands and what it is for, as far as the clause and its name tell."""
    reading.builds(facility)
    where = scene.sentence.view.span(*extent)
    yield from called(scene, reading, facility, extent)
    if place and any(place.startswith(known) for known in PLACES):
        yield reading.fact(BUILT_IN, facility, "LOCATED_IN", EntityRef(label="Place", name=place), where)
    elif (town := town_in(facility.name)) is not None:
        yield reading.fact(NAMED_TOWN, facility, "LOCATED_IN", EntityRef(label="Place", name=town), where, basis=("名称",))
    for technology in scene.within(extent[0], extent[1], "Technology"):
        if technology.surface in facility.name:
            yield reading.fact(NAMED_FOR, facility, "CONCERNS", technology.ref, where)


def called(scene: Scene, reading: Reading, ref: EntityRef, extent: tuple[int, int]) -> Iterator[Assertion]:
    """The short name that a bracket behind a facility's gives it, by which it is known from now on."""
    at, end = extent
    note = _SHORT.search(scene.text, max(at, end - 30), end + 30) or _SHORT_ALONE.search(scene.text, at, end + 20)
    if note is not None and note.start() <= end and (note.re is _SHORT or _shortens(note["short"], ref.name)):
        reading.called[note["short"]] = ref
        yield reading.alias(CALLED, ref, note["short"], scene.sentence.view.span(at, note.end()))


def _shortens(short: str, name: str) -> bool:
    """Whether a bracket holds the name itself with characters left out: 跨尺度生物医学成像装置（跨尺度成像装置）."""
    rest = iter(name)
    return short != name and short[-2:] == name[-2:] and all(char in rest for char in short)

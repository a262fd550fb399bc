"""What the clauses of a sentence say of a facility that one of them names: who builds it, where, and with whose money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.mentions import Mention
from ingest.prose.clauses import clause_end, clause_starts, subject_start
from ingest.prose.reading import Reading, Rule, Scene, row
from ingest.prose.sites.facilities import FACILITY_END, LIBRARY_END, about_facility, called, facility_of, only_facility
from ingest.prose.sites.payers import THEN_PAYS, given_for, paid
from ingest.prose.sites.sanctioned import sanctioned, sanctioned_by
from ingest.prose.sites.standing import RUN, STANDS_ON, Here, located_before, stands
from ingest.prose.things import made_before, thing_at
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["facility_at", "read"]

BUILT_BY = Rule("facility_built_by")
"""…平台由甲牵头，联合乙、丙共同建设."""
MADE_BY = Rule("facility_made_by")
"""由甲承建的…平台, 甲与乙共建的…研究院."""
TAKES_PART = Rule("takes_part_in_building")
"""（…平台由甲建设，）乙、丙共建."""
AS_UNIT = Rule("as_unit")
"""…由甲作为法人单位, …以甲为牵头单位."""
INVESTS = Rule("invests_in_building")
"""…项目由甲投资建设: who builds with its own money pays."""
_BUILD = r"建设|[承组共筹主参]建|建成|建立|发起成立|发起建立|发起|成立|创建|创办|打造|搭建|研建|建造|设立|兴建|开发|研发"
_HOW = r"(?:共同|联合|合作|携手|牵头|负责|主导|组织|具体|承担|投资|出资|全额|立项|发起|启动|自主|[两三四五多]方|[，,])*"
_NOTE = r"(?:\s*[（(][^（）()]*[)）])?"
_BETWEEN_BUILDERS = re.compile(
    rf"{_NOTE}(?:\s|、|,|，|和|与|及|以及|联合|会同|携手|协同|牵头|作为(?:项目)?(?:法人|牵头|主体|依托|建设)单位|负责|共同|组织|承建|建设)*"
)
_THEN_BUILDS = re.compile(
    rf"{_NOTE}(?:等(?:[\d一二三四五六七八九十]+余?[家个所])?(?:单位|机构|企业|医院|高校|科研院所)?)?{_HOW}(?P<verb>{_BUILD})(?!的(?!(?:[^，。；的]{{0,14}})(?:平台|设施|装置|数据库|中心|机构|基地|实验室|[库])(?:[，。；]|$)))(?=[，。；,;）)的]|、(?=[^，。；、]{{2,30}}?{RUN})|而成|完成|并|$|[，,]|于|运|[和与及](?:运[行维营]|管理|使用|维护))"
)
_INVESTS = re.compile("(?:投资|出资)[^，。；]{0,4}(?:建|设立|打造)")
_SUM_OPENS = re.compile(
    r"(?:该|本)?(?:项目|工程|装置|设施|平台)?(?:计划)?(?:总(?:投资|经费|概算|预算)|建设(?:经费|资金|投资))|(?:余下|其余|剩余)的?(?:部分|资金|经费|\d[\d.]*[万亿]?元)[^，。；]{0,6}由"
)
_RUN_OPENS = re.compile(
    r"(?:其|项目|工程)?(?:日常)?(?:运行|运营|管理)(?:管理|维护)?(?:工作)?(?:由|依托)|(?:建设|项目|工程|[一二三]期)(?:经费|资金)|(?:在)?(?:建设)?(?:经费|资金)(?:方面|来源|来自|[:：])"
)
"""日常运行由甲负责, 在经费方面，甲和乙…: of the facility that the text told of."""
_FOR_BUILDING = re.compile(
    r"(?:用于|支持|资助|投入)其?(?:该|本)?(?:平台|设施|装置|中心|基地|项目|工程|实验室|数据库|样本库)?的?(?:建设|筹建|运行)|建设(?:经费|资金)[^，。；]{0,4}\d|\d[万亿]?元的?建设(?:经费|资金)"
)
"""甲拨款2亿元支持其建设, 甲投入建设经费2亿元: of the facility that the text told of."""
_ADDS = re.compile(r"(?:财政)?(?:配套|匹配)(?:投入|出资|资金|经费|支持)*\d")
_PART = re.compile(
    r"(?:等)?(?:[\d一二三四五六七八九十]+余?[家个所](?:单位|机构|企业)?)?(?:共同|积极|联合|合作|亦|也|均|负责|组织|具体)*"
    r"(?P<verb>(?:参与|配合|协助)(?:共建|建设|承建|协建)|参与|共建|参建|协建|承建|(?:共同|联合|合作)(?:建设|组建|筹建|共建)|(?:承担|主持|牵头|负责)(?:[^，。；]{0,6}?)建设|为(?:共同)?(?P<unit>[共参承协]建)单位)(?:和运[维营]|并[^，。；]{2,12})?(?=[，。；,;）)]|$)"
)
_NEWS = re.compile(
    r"[^，。；]{0,14}?(?:验收|启用|投入(?:正式)?(?:运行|使用)|投用|开工|动工|破土|落成|揭牌|挂牌|奠基|上线|建成|获批(?:建设|立项))"
)
_BACK = re.compile(
    rf"(?:该|本|这[一个座处套]|此)(?P<this>平台|设施|装置|{LIBRARY_END}|(?:数据)?中心|基地|实验室|研究院)(?![的之内外人]|主任|负责)"
    rf"|(?:该|本|这[一个座处套项]|此)?(?P<noun>项目|工程|平台|设施|装置|{LIBRARY_END}|(?:数据)?中心|基地|实验室|研究院)(?=[由于位依挂总选落占目已现2二在获将建设又还拿得]|计划总|概算|(?<=[该座处套此]设施)是|(?<=[该座处套此]装置)是)"
)
_OF_BUILDING = re.compile("(?:计划)?总(?:投资|概算|建筑面积)|占地|选址|位于|建成|坐落")
"""What is said of a project that is built, and of no other."""
_BUILT_THING = re.compile(
    rf"(?:建设|建成|打造|搭建|建立|启用|上线|组建|成立|启动)(?:了)?(?P<name>[^，。；：“”]{{5,30}}?(?:设施|平台|{LIBRARY_END}))(?P<label>(?=[，。；]))"
)
_PRESENTED = re.compile(
    rf"(?:设施|平台|装置|(?:重点)?实验室|数据库|样本库|中心|基地)名称[:：]\s*(?P<label>[^，。；：“”]{{4,36}}?{FACILITY_END})"
    rf"|(?P<name>[^，。；：“”]{{4,30}}?(?:设施|平台|装置|{LIBRARY_END}))(?:简介|概况|介绍|概览|基本情况|建设情况)"
)
"""设施名称：某装置; 某平台简介: of which the text below tells."""
_ORDERED = re.compile(
    rf"(?:批复|批准|同意|启动|决定|获批|规划|部署)了?(?:[^，。；]{{2,14}}?(?:牵头|负责|承担))?(?:建设|新建|组建|筹建|建立|成立)(?P<name>[^，。；：]{{5,36}}?{FACILITY_END})(?:项目)?(?=[，。；])"
)
"""某厅批复建设…中心，由甲承建: of which the next clauses tell."""
_COMPLETED = re.compile(rf"完成了?“?(?P<name>[^，。；：“”]{{5,36}}?{FACILITY_END})”?的?(?:项目)?(?:建设|搭建|部署)(?=[，。；])")
"""甲已完成…平台建设，由乙承建: the same."""
_SHARED = re.compile(
    rf"(?:共同|联合|合作|携手)(?:共建|建设|打造|搭建|建立|成立|组建)了?“?(?P<name>[^，。；：“”]{{5,36}}?{FACILITY_END})”?(?=[，。；])"
)
"""甲与乙签署协议，合作共建…平台，平台设在丙: the same."""
_ONE_IS = re.compile(
    rf"(?:^|[，。；：])(?:另?一[个座处]|第[一二三四]个|其[一二三])(?:就?是|为|叫)(?P<name>[^，。；：“”的]{{4,36}}?{FACILITY_END})(?=[，。；（(]|$)"
)
"""一个是某平台。另一个是…: of which the next clauses tell."""
_AS_HOST = re.compile(
    r"(?:作)?为(?:项目|工程|建设|设施)*(?P<role>法人|依托|主体|牵头|承建|建设)(?:单位|(?<=主体)(?=建设|承建|组建|共建))[，,]?(?:负责|牵头|承担|组织)?(?P<builds>建设|承建)?(?:[和与及、]?(?:日常)?(?:运行|运营|管理|维护))*"
    r"(?=[，。；,;]|$|[，,]?(?:联合|会同))"
)
_PAYS_FIRST = re.compile(r"(?:(?:19|20)\d\d年)?由[^，。；]{2,30}?(?:自筹|出资)")
_BUILDS_IT = re.compile("(?:建成|建设|建立|新建|改建|组建|搭建|成立)了?(?:[^，。；]{0,10}的|[^，。；]{2,6}首[个家])?$")
_OVERSEES = re.compile("(?:负责)?(?:主管|指导|监管|领导|统筹)[、，,]")
"""由某厅|主管、甲医院承建: who only watches over what others build."""
_AS_WHAT = re.compile("(?:(?:建设|承建|运营|实施|设计|供应|服务)(?:方|商|单位|企业|公司))?")
"""What the builder is called before its name: 由承建方甲公司搭建."""
_WITH_OTHERS = re.compile(r"[，,]?(?:联合|会同|携手)")
_AS_FACILITY = re.compile(
    rf"{_NOTE}(?:项目|工程)?(?:日前|近日|正式|目前|现|是|[也亦均]|于[^，。；在由]{{2,14}}|(?:19|20)\d\d年(?:\d{{1,2}}月)?|[，,])*(?:由|依托|挂靠|落户|落地|坐落|位于|地处|选址|设置?[在于]|建在|在[^，。；]{{2,24}}?"
    r"(?:揭牌|开工|动工|奠基|启用|落成|挂牌|成立|投入)|以[^，。；]{2,60}为(?:项目|建设)?(?:依托|牵头|法人|主体|承建|建设)单位|通过[^，。；]{0,8}验收|启用|投入|开工|落成|揭牌|总投资|获|(?:始建|[创组]建于|成立于|建[成于])(?=[^。；]{2,40}(?:依托|由|挂靠))|[:：](?=由[^，。；]{4,60}建|依托)|自(?:19|20)\d\d年[^，。；]{0,6}建设|(?:建设)?经费(?:来自|来源|由)|(?:系|是)(?=[^，。；]{4,60}(?:[建创]|打造)))"
)
"""What is said of a centre or laboratory as of something that is built, not as of a body that acts."""
_GREAT_WORK = re.compile(
    rf"(?:我国|国家|[{HAN}]{{0,4}}[省市])?(?:级|首个|“[一二三四五六十]{{2,3}}”)*(?:重大|大型)?(?:科技|科学)?(?:基础设施|大科学装置|大科学设施)(?:项目|工程|建设项目)?"
    rf"(?:——|—)?“(?P<name>[^“”]{{4,40}}{FACILITY_END})”(?:项目|工程)?"
)
"""省重大科技基础设施“某某装置”: what the words before the quotation say that it is."""
_RESTING = re.compile(
    rf"(?:以(?P<house>[^，。；]{{4,24}}?)(?:作为|为)(?:项目|建设)?依托单位的)(?P<name>[^，。；：“”的]{{3,36}}?{FACILITY_END})(?=[，。；于自]|(?:19|20)\d\d年|$)"
)
"""以甲大学为依托单位的|某某平台."""
_MEANT_SO = re.compile(
    rf"(?:(?:该|本)?{FACILITY_END}|其|(?:该|本)项目)(?=(?:的)?(?:总投资|总经费|建设(?:经费|资金|得到|获)|经费|获[^，。；]{{2,40}}元|得到[^，。；]{{2,40}}元))"
)
"""其建设得到…资金支持, 该平台总投资…: of the one facility of the text, whichever noun it bears."""
_LOOSE = ("平台", "设施", "装置", "基地")
"""该平台, also of a centre or a library where the text tells of no other; a centre or a laboratory is a body too."""
_LAB = ("laboratory", "institute", None)
_MADE_VERB = re.compile(rf"(?:{_BUILD})(?:成功)?的(?:[^，。；的]{{2,24}}——?)?“?$")
_PLANNED = re.compile("(?:计划|拟|规划|打算|筹划|申请)(?:[^，。；“”的]{0,8}?)建设的")
"""甲原计划建设的|乙平台."""
_ONLY_PAYS = re.compile(
    r"(?:财政)?(?:共同|联合|全额)*(?:出资|投资|投入|资助|捐资|捐赠|拨款|支持|斥资|配套)(?:[^，。；、]{2,16}|资金|经费)?(?:[、，,；]|[，,]?由|并由)"
)
"""由甲出资8000万元、|乙牵头建设的…平台: who pays for what another builds."""
_SANCTIONS = re.compile("(?:正式|发文)*(?:立项|批准|批复|核准|审批)")
"""某厅|立项建设的某平台: who only lets others build."""
_LEADS_NEAR = 4


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """BUILT, HOSTED_BY, LOCATED_IN and FUNDED_BY of the facility that a sentence speaks of, clause by clause."""
    told: EntityRef | None = None
    for match in (one for pattern in (_ORDERED, _COMPLETED, _SHARED, _ONE_IS) for one in pattern.finditer(scene.text)):
        ref = facility_of(match["name"])
        if ref is not None and ref not in reading.facilities:
            reading.builds(ref)
    for match in _RESTING.finditer(scene.text) if "依托单位的" in scene.text else ():
        ref, house = facility_of(match["name"]), scene.starting_at(match.start("house"), "Organization")
        if ref is not None and house is not None and house.end == match.end("house"):
            reading.builds(ref)
            told, where = ref, scene.sentence.view.span(*match.span())
            yield reading.fact(STANDS_ON, ref, "HOSTED_BY", reading.organization(house), where)
    for start in reversed(clause_starts(scene.text, len(scene.text))):
        end = clause_end(scene.text, start)
        at = subject_start(scene.text, start)
        named = facility_at(scene, reading, at)
        if named is not None:
            told = named[0]
            yield from _introduced(scene, reading, at, named)
        before = reading.facility or (only_facility(reading) if _tells_of_building(scene.text) else None)
        if told is None and before is not None and _goes_on(scene, before, start):
            told = before
        if told is not None:
            here = Here(told, start, end, named[1] if named else start)
            yield from _said(scene, reading, here)
    yield from located_before(scene, reading)
    yield from _paid_before(scene, reading)
    yield from given_for(scene, reading, only_facility(reading))
    yield from sanctioned_by(scene, reading)
    presented = _PRESENTED.fullmatch(scene.text)
    for match in (*([presented] if presented else []), *_BUILT_THING.finditer(scene.text)):
        ref = facility_of(match["name"] or match["label"])
        if ref is not None and ref not in reading.facilities:
            reading.builds(ref)


def _tells_of_building(text: str) -> bool:
    return bool(_RUN_OPENS.match(text) or _SUM_OPENS.match(text) or _FOR_BUILDING.search(text))


def _paid_before(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """由甲自筹资金2000万元，乙科建成了…中心: who paid, in the clause right before the one that tells who built."""
    for facility in dict.fromkeys(reading.facilities) if "自筹" in scene.text or "出资" in scene.text else ():
        named = scene.text.find(facility.name)
        start = clause_starts(scene.text, named)[0] if named > 0 else 0
        before = clause_starts(scene.text, start - 1)[0] if start > 0 else -1
        if before >= 0 and _PAYS_FIRST.match(scene.text, before) and _BUILDS_IT.search(scene.text[start:named]):
            yield from paid(scene, reading, facility, (before, start - 1))


def _goes_on(scene: Scene, facility: EntityRef, start: int) -> bool:
    """Whether a clause goes on about a facility: the sentence named it before, or tells who pays for its building."""
    opens = _SUM_OPENS.match(scene.text) or _RUN_OPENS.match(scene.text) or _FOR_BUILDING.search(scene.text)
    return facility.name in scene.text[:start] or bool(opens or _ADDS.search(scene.text, start))


def facility_at(scene: Scene, reading: Reading, at: int) -> tuple[EntityRef, int, int] | None:
    """The facility that is named or meant here, where its name ends, and where it is said before that who made it."""
    text = scene.text
    great = _GREAT_WORK.match(text, at) if "“" in text else None
    if great is not None and (work := facility_of(great["name"])) is not None:
        return work, great.end(), -1
    thing, made = thing_at(scene, at), made_before(scene, at)
    short = max((one for one in reading.called if text.startswith(one, at)), key=len, default="")
    if short and (thing is None or thing.end <= at + len(short)):
        return reading.called[short], at + len(short), -1
    if thing is not None:
        return (thing.ref, thing.end, thing.maker) if thing.ref.label == "Facility" else None
    named = scene.starting_at(made, "Organization") if made >= 0 else None
    body = named or scene.starting_at(at, "Organization")
    if body is not None:
        ref = facility_of(body.name) if body.kind in _LAB else None
        told = ref is not None and (named is not None or ref in reading.facilities or _AS_FACILITY.match(text, body.end))
        return (ref, body.end, at if named is not None else -1) if ref is not None and told else None
    back = _BACK.match(text, at)
    if back is None:
        loose = _MEANT_SO.match(text, at)
        only = only_facility(reading) if loose is not None else None
        return (only, loose.end(), -1) if loose is not None and only is not None else None
    noun = back["this"] or back["noun"]
    if noun in ("项目", "工程"):
        meant = reading.facility or (only_facility(reading) if _OF_BUILDING.match(text, back.end()) else None)
        return (meant, back.end(), -1) if meant is not None else None
    meant = next((one for one in reversed(reading.facilities) if one.name.endswith(noun)), None)
    loosely = back["this"] in _LOOSE or _MEANT_SO.match(text, at)
    meant = meant or (only_facility(reading) if loosely else None)
    return (meant, back.end(), -1) if meant is not None else None


def _introduced(scene: Scene, reading: Reading, at: int, named: tuple[EntityRef, int, int]) -> Iterator[Assertion]:
    """Speak of the facility from now on, by its short name too; who made it, where that stands before its name."""
    ref, end, maker = named
    body = scene.starting_at(at, "Organization")
    if body is not None and body.end == end:
        if _NEWS.match(scene.text, end):
            reading.builds(ref)
        return
    if ref not in reading.facilities:
        yield from about_facility(scene, reading, ref, None, (at, end))
    elif ref != reading.facility:
        reading.builds(ref)
    yield from called(scene, reading, ref, (at, end))
    if maker >= 0:
        yield from _made(scene, reading, ref, maker, end)


def _made(scene: Scene, reading: Reading, ref: EntityRef, maker: int, end: int) -> Iterator[Assertion]:
    name = scene.text.find(ref.name[:4], maker)
    builders = scene.within(maker, name, "Organization") if name > 0 and _MADE_VERB.search(scene.text[maker:name]) else ()
    if name > 0 and _PLANNED.search(scene.text, maker, name):
        return
    hosted = scene.text.startswith("依托", maker)
    where = scene.sentence.view.span(maker, end)
    for place, one in enumerate(builders):
        body = reading.organization(one)
        if one.kind == "government" and _SANCTIONS.match(scene.text, one.end):
            continue
        if place + 1 < len(builders) and _ONLY_PAYS.fullmatch(scene.text, one.end, builders[place + 1].start):
            yield from paid(scene, reading, ref, (one.start, builders[place + 1].start))
        elif hosted:
            yield reading.fact(STANDS_ON, ref, "HOSTED_BY", body, where)
        else:
            role = "牵头" if scene.text.startswith("牵头", one.end) else "建设"
            yield reading.fact(MADE_BY, body, "BUILT", ref, where, role=(role,))


def _said(scene: Scene, reading: Reading, here: Here) -> Iterator[Assertion]:
    as_unit = list(_as_unit(scene, reading, here))
    yield from as_unit or _built(scene, reading, here)
    yield from stands(scene, reading, here)
    yield from paid(scene, reading, here.ref, (here.named, here.end))
    yield from sanctioned(scene, reading, here.ref, (here.named, here.end))


def _built(scene: Scene, reading: Reading, here: Here) -> Iterator[Assertion]:
    """由甲（牵头，联合）乙建设, and those of a clause of its own who take part."""
    by = scene.text.find("由", here.named, here.end)
    by = here.named if by < 0 and scene.text[here.named : here.named + 1] in ("系", "是", "为") else by
    as_what = _AS_WHAT.match(scene.text, by + 1) if by >= 0 else None
    first = scene.starting_at(as_what.end(), "Organization") if as_what is not None else None
    while first is not None and (only := _OVERSEES.match(scene.text, first.end)) is not None:
        first = scene.starting_at(only.end(), "Organization")
    if first is not None:
        yield from _by(scene, reading, here, first)
        return
    at = subject_start(scene.text, here.start)
    others = _WITH_OTHERS.match(scene.text, at)
    opening = scene.starting_at(others.end() if others else at, "Organization")
    builders = _row_from(scene, opening) if opening is not None else []
    if others is not None and builders:
        yield from _joined(scene, reading, here, builders)
        return
    part = _PART.match(scene.text, builders[-1].end) if builders else None
    for one in builders if part is not None and here.named == here.start else ():
        where = scene.sentence.view.span(builders[0].start, part.end() if part else one.end)
        role = _part_of(part) if part is not None else ""
        yield reading.fact(TAKES_PART, reading.organization(one), "BUILT", here.ref, where, role=(role,))


def _joined(scene: Scene, reading: Reading, here: Here, builders: list[Mention]) -> Iterator[Assertion]:
    """…以甲为法人单位，|联合乙、丙共同建设."""
    verb = _THEN_BUILDS.match(scene.text, builders[-1].end)
    for one in builders if verb is not None and here.named == here.start else ():
        where = scene.sentence.view.span(builders[0].start, verb.end() if verb is not None else one.end)
        yield reading.fact(TAKES_PART, reading.organization(one), "BUILT", here.ref, where, role=("共建",))


def _as_unit(scene: Scene, reading: Reading, here: Here) -> Iterator[Assertion]:
    """…由甲作为法人单位, …以甲为牵头单位, …，甲为依托单位: what the facility's first body is to it."""
    for one in scene.within(here.named, here.end, "Organization"):
        said = _AS_HOST.match(scene.text, one.end)
        bodies = row(scene, one) if said is not None else []
        opens = bodies and bodies[0].start == subject_start(scene.text, here.start)
        if said is None or not (opens or scene.text[bodies[0].start - 1 : bodies[0].start] in ("由", "以")):
            continue
        yield from _in_role(scene, reading, here, bodies, said)


def _in_role(scene: Scene, reading: Reading, here: Here, bodies: list[Mention], said: re.Match[str]) -> Iterator[Assertion]:
    """…以甲和乙为依托单位: all of the row are what the last is said to be."""
    where = scene.sentence.view.span(bodies[0].start, said.end())
    for body in map(reading.organization, bodies):
        if said["role"] in ("法人", "依托", "主体"):
            yield reading.fact(AS_UNIT, here.ref, "HOSTED_BY", body, where)
        role = said["builds"] or (said["role"] if said["role"] in ("牵头", "承建", "建设") else "")
        if role:
            yield reading.fact(AS_UNIT, body, "BUILT", here.ref, where, role=(role,))


def _part_of(part: re.Match[str]) -> str:
    """What those do who take part, as the verb says it."""
    if part["unit"]:
        return str(part["unit"])
    verb = part["verb"]
    if verb.endswith("建设") and verb.startswith(("承担", "主持", "牵头", "负责")):
        return str(verb[:2])
    return "参与" if verb.startswith(("参", "协")) else verb if verb.startswith(("承", "配")) else "共建"


def _row_from(scene: Scene, first: Mention) -> list[Mention]:
    """The organisations in a row from this one on."""
    found = [first]
    for one in scene.of("Organization"):
        if one.start > found[-1].end and re.fullmatch(
            rf"{_NOTE}\s*(?:[、,]|和|与|及|以及)\s*", scene.text[found[-1].end : one.start]
        ):
            found.append(one)
    return found


def _by(scene: Scene, reading: Reading, here: Here, first: Mention) -> Iterator[Assertion]:
    builders = [first]
    for one in scene.of("Organization"):
        if _THEN_BUILDS.match(scene.text, builders[-1].end):
            break
        if one.start > builders[-1].end and _BETWEEN_BUILDERS.fullmatch(scene.text, builders[-1].end, one.start):
            builders.append(one)
    verb = _THEN_BUILDS.match(scene.text, builders[-1].end) or _THEN_BUILDS.match(scene.text, first.end)
    pays = THEN_PAYS.match(scene.text, builders[-1].end)
    said = verb or (pays if pays is not None and pays["builds"] else None)
    if said is not None and here.ref not in reading.facilities:
        reading.builds(here.ref)
    for one in builders if said is not None else ():
        where = scene.sentence.view.span(first.start, said.end() if said is not None else one.end)
        leads = "牵头" in scene.text[one.end : one.end + (_LEADS_NEAR if one is first else 2)]
        role = "牵头" if leads else verb["verb"] if verb is not None else "建设"
        reading.builders.setdefault(here.ref.name, reading.organization(one))
        yield reading.fact(BUILT_BY, reading.organization(one), "BUILT", here.ref, where, role=(role,))
        if verb is not None and _INVESTS.search(verb.group()):
            yield reading.fact(INVESTS, here.ref, "FUNDED_BY", reading.organization(one), where)

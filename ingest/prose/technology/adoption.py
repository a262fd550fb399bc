"""When a house took a technique or a device up: for the first time, as the first, routinely, from a year on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import organization_kind
from ingest.mentions import Mention
from ingest.prose.clauses import clause_starts, subject_start
from ingest.prose.measuring.times import year_of
from ingest.prose.people.practice import first_done_at, performed
from ingest.prose.reading import Reading, Rule, Scene, row
from ingest.prose.technology.equipped import owner_at, spoken_of
from ingest.prose.technology.inventory import devices
from ingest.prose.things import device_at, thing_at
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read"]

BEGAN = Rule("began_to_use")
"""甲医院在省内率先开展乙成像, 完成全市首例丙术, 自2019年起常规开展丁, 迎来首台戊."""
FIRST_USER = Rule("first_user")
"""甲医院是省内首家开展乙的医院; 作为首家引进乙的单位，甲医院…."""
GOT_BY = Rule("got_by")
"""乙是2005年由甲医院引进的; 省内第一台乙就是甲医院购置的."""

_CHEAP = re.compile(
    "仪式|救治|抢救|借助|通过|操[作控]|将|把|开展|施行|实施|做[起成了]|完成|[应采使运利]用|用上|迎来|装上|[引购][进入置买]|采购|启用|有了|添|家|进行"
)
_HOUSES = frozenset({"hospital", "department", "laboratory"})
_AREA = (
    rf"(?:(?:在|为)?(?:[全我本][省市县国区院]|[该本我]科|该[院市县省区]|(?!率先)[{HAN}]{{2,6}}?(?:地区|[省市县区州]|西南|西北|东北|华[东南北中]))内?(?:范围)?(?:内|中)?"
    rf"|[省市县国区院]内|国际上?|世界|亚洲|西[南北]部?|东北|华[东南北中]|滇|[{HAN}](?=首))"
)
_FIRST = rf"(?:(?:{_AREA})*(?:首|第[一1二三])\s?[例台套次批个家部款](?:应用|采用|利用|使用)?(?:的)?)"
_MARK = (
    r"(?:率先|最早|较早|首[先批家次创]|第一个|成功|常规(?:化)?|独立|规范|系统|新近?|填补[^，。；]{2,12}?空白"
    r"|又|再次|批量|正式|全面)"
)
_WORDS = (
    rf"(?:(?:在|于)?(?:{_AREA})|{_MARK}|(?:自|于|从|在)?(?:19|20)\d\d年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:以来|起)?|今年|去年|近日|日前|近年来?|现|已|便|就|即|先后|陆续|相继|目前|并|还|也|可"
    r"|年初|年底|同年|次年|当年|开始|顺利|圆满|联合|又|[向从][^，。；]{2,16}?(?=采购|购|引进)|(?:斥巨?资|投[资入])(?:[^，。；]{2,14}?)??(?=引进|引入|购|采购|[将把])|自筹资金|为[^，。；]{2,20}?(?:患者|病人|老人|女士|先生|患儿|孕妇))"
)
_DOES = re.compile(
    rf"(?P<words>[，,\s]*{_WORDS}*)(?P<verb>开展|施行|实施|做起|做成|做|完成|进行|应用|采用|使用|运用|引进|引入|迎来|喜迎|装上|用上|启用|启动|购置|购入|购进|采购|添置|新添|添了|有了|拥有|安装|装备|配备)(?!的)[了着]?(?P<first>{_FIRST}?)"
    r"(?:[新高]技术|新项目)?[：:]?"
)
_SEVERAL_DO = re.compile(
    r"(?:等(?:多家|数家|[\d一二三四五六七八九十]+余?家)?(?:单位|医院|(?:医疗)?机构|大型医院)?)?(?:也|均|都|又|已|在(?:国内|省内))*"
    r"(?:相继|先后|陆续|同时)(?:成功|率先|常规|独立|也)*(?P<verb>开展|引进|引入|采用|使用|应用|启用|购置|配备)了?(?!的)"
)
_A_ROW = 2
_HOLDS = re.compile(r"(?:[今昨]日|日前|近日|隆重|正式|于[^，。；]{2,12}|在[^，。；]{2,12})*(?:举行|举办|召开)了?")
_OPENED = re.compile("(?:设备|系统)?(?:正式)?(?:启用|启动|开机|投用|上线|装机|揭[幕牌]|交付)仪式")
"""甲医院举行|某某设备|启用仪式."""
_HELD = re.compile(r"(?:[今昨]日|近日|日前|隆重|圆满|顺利|成功|如期|正式|[于在][^，。；]{2,16}?)*举[行办]")
"""甲医院某某设备启用仪式|在门诊楼前隆重举行."""
_NAMING = re.compile(r"[^，。；、“”]{2,16}?(?:挂牌|揭牌|授牌|成立|开诊|签约)(?:仪式)?[暨及和与]")
"""甲医院举行|某院区挂牌暨|某某设备启用仪式."""
_CREW = (
    r"(?:的?(?:[^，。；、\d\W]{0,8}(?:团队|专家们?|医护人员|医[生师]们?))?"
    r"(?:巧妙|紧急|果断|及时|成功|迅速|联合|熟练|第一时间)*)"
)
_OPERATES = re.compile(
    rf"{_CREW}[，,\s]*{_WORDS}*(?P<verb>利用|运用|使用|采用|应用|借助|通过|操[作控]|启用|启动|紧急上|在(?=[^，。；]{{2,20}}(?:支持|辅助|支撑|保驾)))(?:了|着)?"
)
_MACHINE = re.compile("(?:机器人|[子波磁]刀|加速器|系统|装置|治疗仪|手术台)$|^(?:ECMO|IABP)$")
_ON_PATIENT = re.compile(
    r"[，,]?(?:[^，。；]{0,10}?(?:为|给|对|帮助|助)[^，。；]{1,24}?(?:患者|病人|老人|女士|先生|患儿|孕妇|[男女]孩|[男女]子|儿童|宝宝|市民|大爷|大妈)"
    r"|(?:技术|设备|治疗)?(?:[（(][^（）()]{2,20}[)）])?(?:支持|辅助|支撑|保驾护航)?(?:下|，经过?[^，。；]{2,12})?[，,]?(?:[^，。；]{0,4}[，,])?(?:最终|终于|成功|顺利|及时)*(?:救治|抢救|挽救|救回|救活|治愈|将[^，。；]{1,12}(?:救回|抢回|夺回|夺了回来|拉回|拉了回来)|从死神手[里中]|把[^，。；]{1,12}(?:救回|抢回|夺回|拉回))"
    r"|[^。；]{0,24}?(?:转危为安|化险为夷|脱离了?(?:生命)?危险|康复出院|转出重症)"
    r"|(?:成功|顺利|圆满)*(?:完成|实施|施行|开展|做成?)了?(?:[^，。；]{0,8}?首|一[例台]|[^，。；]{2,16}术))"
)
"""甲医院利用某机器人|，为一名患者…: a machine that somebody was treated with."""
_LED = re.compile(
    r"(?:[^，。；]{2,8}[，,])?在[^，。；]{2,40}?(?:带领|指导|主持|组织|配合|协作|协助|努力|支持|帮助)下[，,]?(?:[^，。；]{0,6}?(?:团队|医护人员|科室|全科|医院)|[^，。；]{0,4}(?:经|凭借|通过))"
)
"""在某主任的带领下，团队…: of the house that the paragraph speaks of."""
_TAKES_UP = re.compile(rf"(?:{_WORDS}|[，,])*[将把]")
_CASE = re.compile(rf"(?![^，。；]{{0,14}}[与和同在])[^，。；“”]{{0,14}}?(?P<verb>完成|实施|施行|开展|做成|做)了?{_FIRST}")
"""张三主任带组|做成全市第一例…."""
_MARKED = re.compile(rf"{_MARK}|(?:19|20)\d\d年|已|先后|陆续|相继")
_SINCE = re.compile(r"[自从](?:19|20)\d\d年(?:\d{1,2}月)?(?:起|开始|以来)")
"""自2031年起|应用甲成像: that it began, whatever the verb."""
_GETS = frozenset(
    [
        "引进",
        "引入",
        "迎来",
        "喜迎",
        "装上",
        "用上",
        "启用",
        "购置",
        "购入",
        "购进",
        "采购",
        "添置",
        "新添",
        "添了",
        "有了",
        "拥有",
        "安装",
        "装备",
        "配备",
    ]
)
_STATES = frozenset(["应用", "采用", "使用", "运用", "做", "进行", "完成", "拥有", "启动"])
"""Verbs that tell of a beginning only with the word for the first."""
_WISHED = re.compile(
    r"(?:将|拟|计划|准备|希望|建议|鼓励|支持|要求?|应当?|未|不|没有?|争取|力争|有望|预计|能否|是否|申请)[^，。；]{0,8}$"
)
_USER = (
    rf"(?:{_AREA}|最早|较早|率先|目前|唯一|少数|仅有的?)*(?:(?:首|第[一二三四五六七八九十\d]+|唯一(?:一)?|[一]|\d+)(?:[家个批所]|座)|最早|较早|率先|首批)(?:同时|成功|率先|独立|规范|常规|能够?|可以?|完成|正式|也是)*"
    r"(?:开展|引进|引入|使用|应用|采用|配备|装备|拥有|购置|实施|启用|安装|具备|配置)(?:了)?"
)
_PUTS = re.compile(
    r"(?:搬[进入到]|请[进到]|迎[进入回]|引[进入](?:到|至)?|安装[到在至进]|购置)(?:了|回)?(?!计划|项目|名单)|(?:接入|引入|嵌入|应用[于到]|运用[于到]|用于|纳入|投入)(?=[^，。；]{0,24}?(?:PACS|系统|平台|临床|诊断|检查|筛查|流程|诊疗|工作|治疗|评估|使用|读片|阅片|手术|随访|科))"
)
"""甲医院将|某系统|接入PACS, 斥资千万元将|某设备|搬进门诊楼."""
_IS_USER = re.compile(rf"(?:也|已|便|就|还|目前|当时|由此|因此|从而|(?:19|20)\d\d年)*(?:是|为|成为|成了|系)(?:了)?{_USER}")
_AS_USER = re.compile(rf"(?:^|[，。；])作为{_USER}")
_USERS_NOUN = re.compile(
    rf"(?:检查|技术|治疗|项目|业务|能力|资质|新技术|系统|设备)?的(?:[{HAN}]{{0,8}}?)(?:医院|医疗机构|单位|科室|机构|中心|城市|医院之一|单位之一)"
)
_TAKEN = re.compile(
    r"(?:就|率先|首先|最早|也|于|在)*(?:(?:19|20)\d\d年(?:\d{1,2}月)?)?(?:投资[^，。；]{2,12}|斥资[^，。；]{2,12}|自筹资金|自主)?(?:引进|引入|购置|购买|购入|购进|采购|添置|配备|装备|安装|启用|(?<=[先早首])(?:开展|应用|采用|使用))(?:的)?(?=[。；，,]|$|并)"
)


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """ADOPTED_BY of the techniques and devices that the sentence says a house began to use."""
    if not _CHEAP.search(scene.text):
        return
    yield from _began(scene, reading)
    if re.search("相继|先后|陆续|同时", scene.text):
        yield from _together(scene, reading)
    if re.search("首|第[一1]", scene.text):
        yield from _by_person(scene, reading)
        for house, ref, where in first_done_at(scene):
            yield reading.fact(BEGAN, ref, "ADOPTED_BY", reading.organization(house), scene.sentence.view.span(*where))
    if re.search("[家个批所早]", scene.text):
        yield from _first_users(scene, reading)
    if re.search("引[进入]|购|添置|配备|装备|安装|启用|[先早]", scene.text):
        yield from _got(scene, reading)


def _began(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """What the clauses say that the house began, which they, or clauses before them, open with."""
    led = _LED.match(scene.text) is not None
    owner = spoken_of(reading) if led else None
    for start in reversed(clause_starts(scene.text, len(scene.text))):
        at = subject_start(scene.text, start)
        named, end = owner_at(scene, reading, at)
        if end > at and (named is not None or start or not led):
            owner = named
        elif scene.starting_at(at, "Person") is not None:
            owner = None
        puts = _put(scene, end if end > at else start) if owner is not None and re.search("[将把]", scene.text) else None
        if owner is not None and puts is not None:
            year = year_of(scene.text, puts[1][1])
            yield reading.fact(BEGAN, puts[0], "ADOPTED_BY", owner, scene.sentence.view.span(*puts[1]), year=year or "")
        if owner is not None and "仪式" in scene.text:
            for device, where in _ceremony(scene, end if end > at else start):
                yield reading.fact(BEGAN, device, "ADOPTED_BY", owner, scene.sentence.view.span(*where))
        operated = _operated(scene, end if end > at else start) if owner is not None else None
        if owner is not None and operated is not None:
            yield reading.fact(BEGAN, operated[0], "ADOPTED_BY", owner, scene.sentence.view.span(*operated[1]))
            continue
        does = _DOES.match(scene.text, end if end > at else start)
        if owner is None or does is None or _WISHED.search(scene.text, start, does.start("verb")):
            continue
        year = year_of(scene.text, does.start("verb"))
        begun = does["verb"] not in _STATES and (_MARKED.search(does["words"]) or year or does["verb"] in _GETS)
        begun = begun or _SINCE.search(does["words"]) is not None
        for ref, where in _things(scene, does) if begun or does["first"] else ():
            yield reading.fact(BEGAN, ref, "ADOPTED_BY", owner, scene.sentence.view.span(*where), year=year or "")


def _together(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲医院、乙医院等单位相继开展丙检查: what the houses of a row took up one after another."""
    for last in scene.of("Organization"):
        users = row(scene, last)
        does = _SEVERAL_DO.match(scene.text, last.end) if last.kind in _HOUSES else None
        if does is None or len(users) < _A_ROW or _WISHED.search(scene.text, 0, does.start("verb")):
            continue
        year = year_of(scene.text, does.start("verb"), framed=True)
        for ref, (start, end) in _things(scene, does):
            where = scene.sentence.view.span(min(users[0].start, start), end)
            for user in users:
                yield reading.fact(BEGAN, ref, "ADOPTED_BY", reading.organization(user), where, year=year or "")


def _ceremony(scene: Scene, at: int) -> Iterator[tuple[EntityRef, tuple[int, int]]]:
    """The devices that a house holds a ceremony for: 举行甲设备、乙设备启用仪式; 甲设备启用仪式在门诊楼举行."""
    opened = _OPENED.search(scene.text, at)
    holds = _HOLDS.match(scene.text, at)
    if opened is None or (holds is None and not _HELD.match(scene.text, opened.end())):
        return
    start = holds.end() if holds is not None else at
    named = _NAMING.match(scene.text, start, opened.start())
    start = named.end() if named is not None else start
    if clause_starts(scene.text, opened.start())[0] > start:
        return
    whole = device_at(scene, start, bounded=False) or thing_at(scene, start)
    found = (
        [whole] if whole is not None and whole.end == opened.start() else devices(scene, start, told=True, stop=opened.start())
    )
    for thing in found:
        if thing.ref.label == "Technology":
            yield thing.ref, (at, opened.end())


def _operated(scene: Scene, at: int) -> tuple[EntityRef, tuple[int, int]] | None:
    """The machine that a house treats somebody with: 利用某某机器人，为一名患者…."""
    does = _OPERATES.match(scene.text, at)
    thing = device_at(scene, does.end(), bounded=False) if does is not None else None
    if does is None or thing is None or not _MACHINE.search(thing.ref.name):
        return None
    treats = _ON_PATIENT.match(scene.text, thing.end)
    wished = _WISHED.search(scene.text, at, does.start("verb"))
    return (thing.ref, (does.start("verb"), thing.end)) if treats is not None and wished is None else None


def _by_person(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """张三主任带组做成全市第一例丙术: of the house that the page speaks of."""
    house = spoken_of(reading) or reading.own
    if house is None or organization_kind(house.name) not in _HOUSES or scene.of("Organization"):
        return
    for person in scene.of("Person"):
        does = _CASE.match(scene.text, person.end)
        if does is None or _WISHED.search(scene.text, person.end, does.start("verb")):
            continue
        year = year_of(scene.text, does.start("verb"))
        for ref, start, end in performed(scene, does.end()):
            where = scene.sentence.view.span(min(does.start("verb"), start), end)
            yield reading.fact(BEGAN, ref, "ADOPTED_BY", house, where, year=year or "")


def _put(scene: Scene, at: int) -> tuple[EntityRef, tuple[int, int]] | None:
    """The device that a clause says to be put to a use (将某系统接入PACS), and where that stands."""
    words = _TAKES_UP.match(scene.text, at)
    thing = device_at(scene, words.end(), bounded=False) if words is not None else None
    if thing is None or words is None or thing.ref.label != "Technology":
        return None
    return (thing.ref, (words.end(), thing.end)) if _PUTS.match(scene.text, thing.end) else None


def _things(scene: Scene, does: re.Match[str]) -> Iterator[tuple[EntityRef, tuple[int, int]]]:
    """The devices, or else the techniques, that the verb takes."""
    gets = does["verb"] in _GETS
    thing = device_at(scene, does.end()) or thing_at(scene, does.end()) if gets else None
    if thing is not None:
        if thing.ref.label == "Technology":
            yield thing.ref, (does.start("verb"), thing.end)
        return
    for ref, start, end in performed(scene, does.end()):
        yield ref, (min(does.start("verb"), start), end)


def _first_users(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲医院是省内首家开展乙的医院, 作为首家引进乙的单位，甲医院…."""
    for match in _AS_USER.finditer(scene.text):
        what = _what(scene, match.end())
        noun = _USERS_NOUN.match(scene.text, what[1]) if what is not None else None
        comma = scene.text.startswith(("，", ","), noun.end()) if noun is not None else False
        user = scene.starting_at(noun.end() + 1, "Organization") if noun is not None and comma else None
        if user is not None and what is not None:
            yield from _first(scene, reading, user, what, match.start())
    for user in scene.of("Organization"):
        is_user = _IS_USER.match(scene.text, user.end)
        what = _what(scene, is_user.end()) if is_user is not None else None
        if what is not None and _USERS_NOUN.match(scene.text, what[1]):
            yield from _first(scene, reading, user, what, user.start)


def _what(scene: Scene, at: int) -> tuple[EntityRef, int] | None:
    """The one thing that a relative clause takes, and where it ends."""
    thing = device_at(scene, at, bounded=False)
    if thing is not None and thing.ref.label == "Technology":
        return thing.ref, thing.end
    stop = scene.text.find("的", at)
    found = next(iter(performed(scene, at, stop)), None) if stop > at else None
    return (found[0], stop) if found is not None else None


def _first(scene: Scene, reading: Reading, user: Mention, what: tuple[EntityRef, int], start: int) -> Iterator[Assertion]:
    if user.kind in _HOUSES or user.kind == "institute":
        where = scene.sentence.view.span(min(start, user.start), max(what[1], user.end))
        yield reading.fact(FIRST_USER, what[0], "ADOPTED_BY", reading.organization(user), where)


def _got(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """省内第一台乙就是甲医院引进的, 乙由甲医院于2005年购置."""
    for user in scene.of("Organization"):
        taken = _TAKEN.match(scene.text, user.end) if user.kind in _HOUSES or user.kind in ("university", "institute") else None
        before = (
            re.search(r"(?:是|系|由|是由)(?:(?:19|20)\d\d年(?:\d{1,2}月)?由?)?$", scene.text[: user.start]) if taken else None
        )
        if taken is None or before is None:
            continue
        start = clause_starts(scene.text, user.start)[0]
        thing = device_at(scene, subject_start(scene.text, start), bounded=False) or thing_at(
            scene, subject_start(scene.text, start)
        )
        if thing is not None and thing.ref.label == "Technology" and thing.end <= before.start() + 1:
            year = year_of(scene.text, taken.end())
            where = scene.sentence.view.span(thing.start, taken.end())
            yield reading.fact(GOT_BY, thing.ref, "ADOPTED_BY", reading.organization(user), where, year=year or "")

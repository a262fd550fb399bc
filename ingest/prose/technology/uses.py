"""Where technologies are used: hospitals and places that the text says took them up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from ingest.mentions import Mention
from ingest.prose.clauses import clause_starts, subject_start
from ingest.prose.measuring.times import year_of
from ingest.prose.phrases import technology
from ingest.prose.reading import Reading, Rule, Scene, row
from ingest.prose.technology.naming import class_at, is_unbroken
from ingest.prose.things import Thing, device_at, thing_at
from kg.model import Assertion, EntityRef, Value

__all__ = ["read"]

USED_AT = Rule("used_at")
"""系统已应用于甲医院和乙医院, 设备落户甲医院, 软件在甲、乙等9家医院上线, 技术走进40余家医院，其中包括甲医院."""
TAKEN_UP = Rule("taken_up")
"""某技术被甲、乙采用; 甲引进了某设备; 甲引进的某设备."""
INSTALLED = Rule("installed")
"""在某地多家医院安装了…设备."""

_NO_USERS = ("government", "funder", "society", "society_branch")
_TO = re.compile(
    r"(?:的?(?:全[国省]|国内|省内)?首[家批个](?:临床|装机)?用户(?:[为是]|包括)|应用于|应用至|应用到|装[进入](?:了)?|运[抵到]|搬进了?|落脚(?:在|于)?|安家(?:在|于)?|供应(?:给|至|到)?|配送[至到]|安装在|安装于|安装到|装机于|装于|(?:落户|花落|落地)(?:于|在)?|进驻|入驻|推广至|推广到|推广应用于|推广应用到|部署于|部署在|部署到|投用于|销往|出口到|出口至|装备于|装备到|配备于|配备到|走进|服务于|交付(?:给|至|到)?|进入(?=[^，。；]{2,16}(?:医院|中心|科室?)(?:[，。；、]|等|$))|进入(?:了|到)?(?=[^，。；]{2,60}?(?:医院|医疗机构|保健院|临床机构))|(?:接入|嵌入|集成(?:到|于|在|至))(?=[^，。；]{3,40}?的?(?:PACS|HIS|RIS|信息系统|影像系统|工作[流站]|阅片系统)))"
)
_IN_USE = (
    r"推广应用|推广使用|推广|临床应用|投入(?:(?:正式|临床|试)?(?:使用|应用|运行)|试用)|投入临床|得到(?:广泛)?应用|(?:广泛|成功|常规)?(?:应用|使用)(?!于)"
    r"|(?:完成)?装机|上线(?:运行)?|(?:正式|成功|平稳)?运行|启用|投用|落地|部署|试用|(?:完成)?安装(?:使用|应用|投用|运行)|完成安装|完成(?:临床)?验证|(?:启动|开展|进入)临床(?:试验|应用)|开机|开展(?:应用)?|开诊|上岗|就位|(?:开展|进行)?临床试用|用于(?=[^，。；]{2,24}(?:[，。；]|$))|完成(?:了|近|逾|超|超过)?\d+余?(?:例|台|人次)[^，。；]{0,8}?(?:显像|成像|检查|扫描|手术|治疗|测试|验证|观察|试用|应用|入组)|开始(?:治疗|收治|接诊|运行|使用|为[^，。；]{2,10}(?:检查|治疗))|(?:治疗|收治|完成)首(?:例|批|位)[^，。；]{0,6}?(?:患者|病人|病例|检查|治疗)|的(?:临床|常规)*(?:应用|使用|开展)(?:始于|起于|开始于|起步于|可追溯)"
)
_COUNT = (
    r"(?:的?\s*(?:[\d一二三四五六七八九十百]+|多|数|数十|上百)\s*(?:余|多)?\s*(?:家|所|个|台)?"
    r"[^，。；、\d的（(]{0,10}?(?:[（(][^（）()]{1,8}[)）])?)"
)
_AT = re.compile(
    rf"(?:等)?(?:地|省|市|省市|县|多地)?(?:{_COUNT}{{1,2}}|的[^，。；、的]{{2,24}}?[上中]|等?[^，。；、\d的]{{0,6}}?)"
    rf"(?:已经?|均|现|也|正式|成功|率先|先后|陆续|全面|得到|广泛|顺利|完成|投入|快速|迅速|相继|分别|常规)*(?:{_IN_USE})"
)
_BY = re.compile(
    rf"(?:等)?(?:{_COUNT}|[^，。；、\d]{{0,10}}?)(?:广泛|率先|优先|陆续|正式|成功)*(?:采用|使用|引进|应用|采纳|采购|选用|装备)"
)
_AMONG_THEM = re.compile(
    rf"(?:{_TO.pattern}|在)[^，。；\d]{{0,8}}{_COUNT}(?<=[院构位心校所])(?:已经?|均|成功|全面|广泛)*(?:{_IN_USE})?[，,（(]?(?:其中)?(?:包括|包含|涵盖|如)(?:了|有)?"
)
"""推广到40余家医院，其中包括|甲医院、乙医院: some of the many that use it, by name."""
_OBTAINS = re.compile(
    r"(?:新近?|率先|在[省市国区县全][内市省国际]|成功|已|陆续|先后|于(?:19|20)\d{2}年(?:\d{1,2}月)?|(?:19|20)\d{2}年|正式|[投斥]资[^，。；]{2,12}|耗资[^，。；]{2,12}|(?:投入)?巨资|再次|相继|目前|近日|日前|去年|今年|分别于[^，。；]{4,20}年)*"
    r"(?:引进|引入|启用|装备|配备|配置|购置|购买|采购|购入|购进|安装|上线|投用|装上|选用|用上|迎来|喜迎|添置|新添|新增|增添|增置|更新)(?:了|的)?(?:[^，。；“”]{2,14}提供的)?(?P<number>[一二两三四五六七八九十\d]+[台套]|[台套])?"
)
_STARTS = re.compile(
    r"(?:设备|系统|中心|项目)?(?:日前|近日|已|正式|成功|顺利|全面|今日|昨日|于[^，。；]{2,12})*(?:投入(?:临床|正式)?(?:使用|运行|应用)|启用|投用|上线|开机|开诊|装机|完成安装|上岗|就位|开始(?:治疗|收治|接诊)|派上(?:了)?大?用场"
    r"|成为?了?[^，。；]{0,16}(?:帮手|助手|利器|标配|常规(?:检查|项目|手段)))"
)
_THERE_GOT = re.compile(
    r"[，,](?:去年|今年|前年|新近?|刚刚?|(?:19|20)\d\d年)?(?:引进|引入|购置|装上|装备|配备|启用|添置|安装)的"
)
_INSTALLED = re.compile(
    r"在(?P<place>[^，。；,;]{2,16}?)(?:多家|[\d一二三四五六七八九十]+余?家)?(?:医院|医疗机构|单位)?(?:安装|部署|装备|配备)了(?P<things>[^。；;]{2,60})"
)
_SHOWN = re.compile(
    r"(?:使用|采用|操作|借助|名为|推出|演示|展示|体验)(?:了|的|着)?(?P<thing>[^，。；“”的]{4,20}?(?:系统|平台|软件|成像仪|机器人))(?=[，。；]|$)"
)
_COINED = re.compile(
    r"(?:提出|开发|构建|设计|研发|建立|推出|研制)(?:了|出)?(?:一种|一套|一个|新型|全新|名为|称为|的)*[“\"]?"
    r"(?P<code>(?=[A-Za-z0-9+\-]*[A-Z])[A-Za-z][A-Za-z0-9+\-]{3,23})[”\"]?的?(?P<noun>方法|模型|算法|网络|框架|系统|软件|技术|序列|平台)"
)
"""提出了XY-NET方法: a name of letters that no lexicon has, and the noun that goes on to mean it (该方法)."""
_TAKEN = re.compile(
    r"(?:等(?:[^，。；]{0,10}?))?(?:还|均|已|也|都|率先|在[省市国区县全][内市省国际]|先后|陆续|目前)*(?:将(?:该|这一|这项|此|这套)(?P<noun>技术|系统|设备|方法|软件|算法|仪器|平台)(?:用于|应用于|用作|纳入)"
    r"|(?:引进|引入|采用|使用|应用|推广|装备|配备|开展)了?(?:该|这一|这项|此|这套|该项)(?P<taken>技术|系统|设备|方法|软件|算法|仪器|平台|成果|项目))"
)
_NOUN_MODEL = re.compile(
    r"(?:软件|系统|平台|设备|产品|机器人|加速器|装置|机型|成像仪|分析仪)[“\"]?"
    r"(?P<code>(?=[A-Za-z0-9\- ]*[A-Z])[A-Za-z][A-Za-z0-9\-]{2,}(?: \d+)?)[”\"]?(?=[，。；（(\u4e00-\u9fff])"
)
"""某某定量软件|XY-Q于2月获批，…，已在23家医院使用: what the sentence opens with, whose name is behind its noun."""
_THEN = re.compile(
    r"(?:除(?:满足)?自用外|仅|只|已|先后|率先|成功|陆续|目前|并|被|还|也|均|正式|日前|近日|现|如今|广泛|首批|首先|最先|正|同时|[今去同次]年|年[初底]|\d{1,2}月(?:\d{1,2}日)?|又?有?(?:首|[一两二三\d]+)[台套]|于(?:19|20)\d{2}年(?:\d{1,2}月)?|自(?:19|20)\d{2}年(?:\d{1,2}月)?起?)*"
)
_MODEL = re.compile(r"(?=[\w-]*\d)[A-Z][A-Za-z0-9]*(?:[- ]?[A-Za-z0-9]+)+(?![A-Za-z0-9-])")
_FEW = 8
_TELLS = re.compile(r"(?:技术|系统|设备|检查)?(?:[（(][^（）()]*[)）])?(?:是|为|由|作为|在|可|能|已|具有|，|,)")
_NOUN_THEN = re.compile(
    rf"\s*(?:辅助|诊断|筛查|检查|成像|显像|智能|定量|分析|评估|扫描|手术)*(?:方案|技术|系统|软件|检查|项目|方法|设备|成像|手术|疗法|治疗|序列|筛查|模式|术|机)?{_THEN.pattern}"
)
_TRIES = re.compile(
    r"(?:等(?:地|省|市)?(?:的)?(?:[\d一二三四五六七八九十百]+|多|数|数十)?余?(?:家|所)?(?:医院|医疗机构|单位|机构)?)?"
    r"(?:目前|现|也|均|都|已经?|正在|陆续|先后|率先|开始)+(?:开始)?(?:试用|使用|应用|采用|运用)(?=[，。；]|$)"
)
"""甲、乙等多家医院已开始试用: what the clause before speaks of."""
_BORN = re.compile("诞生了?|研发出|研制出|推出了?|下线了?")
_SUMMED = re.compile("、[^，。；]{2,40}?等(?:一?系列|多款|多种)?(?=[^，。；家所个名省]{2,12}(?:已|先后|陆续|在))")
"""甲、乙等系列|某某设备已…: the class that sums up what is told of."""
_NOT_YET = re.compile(r"(?:尚未|未|没有|拟|计划|预计|预期|预定|有望|将|准备|希望|争取|即将|能否|是否|如|若)[^，。；]{0,10}$")
_LATER = re.compile("[尚未拟]|计划|有望|将(?!近)|不能|无法")
"""Between the users and the verb: 在甲医院|尚未|开展."""
_WORK = re.compile(r"(?:该|本|这一|这项|此|相关)?(?:研究)?(?:成果|项目)|(?:相关|[该本]项目)(?:的)?技术")
_OF_WORK = frozenset({"成果", "项目"})
_COUNTRIES = re.compile(r"(?:等)?(?:的)?(?P<count>\d+)(?P<bound>余|多)?个?(?:国家|国)(?![家内产际])?")
_HOSPITALS = re.compile(
    r"(?:等)?(?:地|省市?)?的?(?P<count>\d+)(?P<bound>余|多)?(?:家|所)(?:[^，。；、\d]{0,6})(?:医院|医疗机构)"
)
_USERS_THERE = re.compile(r"(?:等[^，。；]{0,4})?的(?P<user>[^，。；、的]{0,8}(?:医院|机构|实验室|高校|大学|研究所|诊所|企业))")
_USE = re.compile(
    r"(?:等[^，。；]{0,10}?)?的(?P<use>[^，。；、的]{2,16}?)(?:工作|任务|实践)?(?:之中|中|当中|上)(?=$|[，。；,.;])"
)
_AND = re.compile(r"\s*(?:[、,，]|和|与|及|以及|[、,，]\s*以及)\s*")
_HERE = re.compile(r"(?:我国|全国|国内)?(?:的)?")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """ADOPTED_BY of a sentence."""
    for match in _INSTALLED.finditer(scene.text):
        for place in scene.within(match.start("place"), match.end("place"), "Place", "Organization"):
            for thing in scene.within(match.start("things"), match.end("things"), "Technology"):
                yield _used(scene, reading, thing.ref, place, match.span(), INSTALLED)
    _introduced(scene, reading)
    told: set[tuple[EntityRef, int]] = set()
    before: tuple[EntityRef, ...] = ()
    for users, extent, rule in _taken(scene):
        before = whats = (_subjects(scene, reading, extent[0]) or before) if users else ()
        for what, user in product(whats, users):
            if (what, user.start) not in told:
                told.add((what, user.start))
                yield _used(scene, reading, what, user, extent, rule)
    yield from _obtained(scene, reading)
    yield from _started(scene, reading)
    yield from _this_taken(scene, reading)


def _taken(scene: Scene) -> Iterator[tuple[list[Mention], tuple[int, int], Rule]]:
    """Those whom the sentence says to use what it speaks of, with where that is said."""
    text = scene.text
    for match in _TO.finditer(text):
        users = _row_at(scene, match.end())
        if users and not _NOT_YET.search(text[: match.start()]):
            yield users, (match.start(), users[-1].end), USED_AT
    for many in _AMONG_THEM.finditer(text):
        users = _row_at(scene, many.end())
        if users and not _NOT_YET.search(text[: many.start()]) and not _LATER.search(many.group()):
            yield users, (many.start(), users[-1].end), USED_AT
    for one in re.finditer("[在被于]", text):
        users = _row_at(scene, one.end())
        ends = (_BY if one.group() == "被" else _AT).match(text, users[-1].end) if users else None
        later = ends is not None and _LATER.search(ends.group()) is not None
        if ends is not None and not later and not _NOT_YET.search(text[: one.start()]):
            yield users, (one.start(), ends.end()), TAKEN_UP if one.group() == "被" else USED_AT
    for tries in _TRIES.finditer(text) if "用" in text else ():
        last = next((one for one in scene.of("Organization", "Place") if one.end == tries.start()), None)
        users = _row_up_to(scene, last) if last is not None else []
        if users and re.search(r"(?:^|[，。；省市县区]内?)$", text[: users[0].start]):
            yield users, (clause_starts(text, users[0].start)[0], tries.end()), TAKEN_UP


def _row_at(scene: Scene, start: int) -> list[Mention]:
    """The users that stand in a row from here on, bodies that use nothing left out."""
    text = scene.text
    skip = _HERE.match(text, start)
    found: list[Mention] = []
    at = start if skip is None or scene.starting_at(start, "Place") else skip.end()
    while (one := scene.starting_at(at, "Organization") or scene.starting_at(at, "Place")) is not None:
        one = scene.starting_at(one.end, "Organization") or one if one.label == "Place" else one
        found.append(one)
        link = _AND.match(text, one.end)
        if link is None:
            break
        at = link.end()
    return [one for one in found if one.kind not in _NO_USERS]


def _row_up_to(scene: Scene, last: Mention) -> list[Mention]:
    """The users of one kind that stand in a row up to this one; commas part them too."""
    found = [last]
    for one in reversed(scene.of(last.label)):
        if one.end < found[0].start + 1 and _AND.fullmatch(scene.text[one.end : found[0].start]):
            found.insert(0, one)
    return [one for one in found if one.kind not in _NO_USERS]


def _subjects(scene: Scene, reading: Reading, at: int) -> tuple[EntityRef, ...]:
    """The technologies or the work that a clause says is used: its own subject, that of one before, or what was spoken of."""
    text = scene.text
    for place, start in enumerate(clause_starts(text, at)):
        begin = subject_start(text, start)
        thing = thing_at(scene, begin) or _owned_thing(scene, begin)
        if thing is not None:
            return (thing.ref,) if thing.ref.label == "Technology" else ()
        if _WORK.match(text, begin) and reading.work is not None:
            return (reading.work,)
        summed = _SUMMED.search(text, begin, at)
        whole = class_at(scene, text, summed.end()) if summed is not None else None
        if whole is not None:
            return (whole.ref,)
        model = _MODEL.match(text, begin, at) if place == 0 else None
        near = _near_start(scene, begin, at) if place == 0 else _spoken_of(scene, begin)
        if not near and model is not None and _THEN.fullmatch(text, model.end(), at):
            return (EntityRef(label="Technology", name=model.group()),) if _is_made(model.group(), reading) else ()
        if near:
            return near
        agents = [one for one in scene.of("Organization", "Person") if start <= one.start and one.end <= at]
        if agents or (place == 0 and not _THEN.fullmatch(text, begin, at)):
            break
    coded = {one["code"] for one in _NOUN_MODEL.finditer(text, 0, at)}
    if len(coded) == 1 and not scene.of("Person"):
        return (EntityRef(label="Technology", name=coded.pop()),)
    return (reading.product,) if reading.product is not None else ()


def _owned_thing(scene: Scene, begin: int) -> Thing | None:
    """What a clause opens with behind the house that has it: 甲中心的|乙软件."""
    house = scene.starting_at(begin, "Organization")
    owned = house is not None and scene.text.startswith("的", house.end)
    return thing_at(scene, house.end + 1) if house is not None and owned else None


def _near_start(scene: Scene, begin: int, at: int) -> tuple[EntityRef, ...]:
    """What the lexicon names near the start of a clause with few words around: 多延迟|ASL|方案已…, 甲示踪剂与乙示踪剂仅…."""
    named: list[Mention] = []
    for one in scene.of("Technology"):
        joined = named and one.start > begin and _AND.fullmatch(scene.text, named[-1].end, one.start)
        first = not named and begin <= one.start <= begin + _FEW and is_unbroken(scene.text[begin : one.start])
        if one.end <= at and (joined or first):
            named.append(one)
    told = bool(named) and _NOUN_THEN.fullmatch(scene.text, named[-1].end, at) is not None
    return tuple(one.ref for one in named) if told else ()


def _is_made(model: str, reading: Reading) -> bool:
    """Whether the text says elsewhere that letters and a number are a model: 改进型LM-3, LM-3由甲公司生产."""
    code = re.escape(model)
    made = rf"(?:型号?为?|[机仪]|系统|设备|装置){code}(?![\w-])|{code}(?:型|由[^，。；]{{2,30}}?(?:生产|研制|制造|研发|开发))"
    return re.search(made, reading.document.text) is not None


def _spoken_of(scene: Scene, begin: int) -> tuple[EntityRef, ...]:
    """What the lexicon names where a clause begins that tells of it."""
    one = scene.starting_at(begin, "Technology")
    return (one.ref,) if one is not None and _TELLS.match(scene.text, one.end) else ()


def _obtained(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲引进了两台某设备和一台某设备, 甲引进的某设备."""
    for user in scene.of("Organization"):
        ours = scene.text[: user.start].endswith(("我院", "本院", "我校", "我所", "我科", "向", "从"))  # 向甲公司|采购了乙
        got = _OBTAINS.match(scene.text, user.end) if user.kind not in _NO_USERS and not ours else None
        if got is None and scene.text[: user.start].endswith("在"):
            got = _THERE_GOT.match(scene.text, user.end)
        at = got.end() if got is not None else -1
        bounded = got is None or not got.group().endswith("的")
        while at >= 0 and (thing := device_at(scene, at, bounded=bounded) or thing_at(scene, at)) is not None:
            for one in row(scene, user):
                if one.kind not in _NO_USERS:
                    yield _used(scene, reading, thing.ref, one, (one.start, thing.end), TAKEN_UP)
            link = _AND.match(scene.text, thing.end)
            at = link.end() if link is not None else -1


def _started(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲医院某设备正式投入使用, 在甲医院，某软件已上岗: what stands right behind its user and is put to use."""
    for user in scene.of("Organization"):
        if user.kind not in ("hospital", "department", "university", "institute"):
            continue
        there = scene.text[: user.start].endswith("在") and scene.text.startswith("，", user.end)
        at = user.end + (there or scene.text.startswith("的", user.end))
        thing = thing_at(scene, at)
        known = scene.starting_at(at, "Technology")
        ref, end = (thing.ref, thing.end) if thing is not None else (known.ref, known.end) if known else (None, at)
        starts = _STARTS.match(scene.text, end) if ref is not None and ref.label == "Technology" else None
        if ref is not None and starts is not None:
            yield _used(scene, reading, ref, user, (user.start, starts.end()), TAKEN_UP)


def _this_taken(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲、乙等还将该技术用于…."""
    for user in scene.of("Organization"):
        taken = _TAKEN.match(scene.text, user.end)
        what = (reading.work if taken["taken"] in _OF_WORK else reading.product) if taken else None
        for one in row(scene, user) if taken else ():
            if taken is not None and what is not None and one.kind not in _NO_USERS:
                yield _used(scene, reading, what, one, taken.span(), USED_AT)


def _introduced(scene: Scene, reading: Reading) -> None:
    """正在使用…系统: a system that is used or shown is spoken of from then on."""
    for born in _BORN.finditer(scene.text) if reading.product is None else ():
        thing = device_at(scene, born.end())
        if thing is not None:
            reading.made(thing.ref)
    for coined in _COINED.finditer(scene.text):
        name = coined["code"]
        known = any(one.start < coined.end("code") and coined.start("code") < one.end for one in scene.mentions)
        if not known and not any(one.name.startswith(name) for one in reading.products):
            reading.made(EntityRef(label="Technology", name=name))
            reading.nouns[name] = coined["noun"]
    match = _SHOWN.search(scene.text)
    name = technology(match["thing"]) if match else None
    if name is not None and reading.product is None:
        reading.made(EntityRef(label="Technology", name=name))


def _used(scene: Scene, reading: Reading, what: EntityRef, user: Mention, extent: tuple[int, int], rule: Rule) -> Assertion:
    object_ = reading.organization(user) if user.label == "Organization" else user.ref
    where = scene.sentence.view.span(min(extent[0], user.start), max(extent[1], user.end))
    year = year_of(scene.text, max(extent[1], user.end), framed=True)
    return reading.fact(rule, what, "ADOPTED_BY", object_, where, year=year or "", **_reach(scene, user))


def _reach(scene: Scene, user: Mention) -> dict[str, Value]:
    """How far a use goes that is told of places or users in a row: how many countries or hospitals, by whom, in what."""
    end = _end_of_row(scene, user)
    told: dict[str, Value] = {}
    for name, pattern in (("countries", _COUNTRIES), ("hospitals", _HOSPITALS)):
        if user.label == "Place" and (count := pattern.match(scene.text, end)) is not None:
            told |= {name: int(count["count"])} | ({"approx": count["bound"]} if count["bound"] else {})
    if user.label == "Place" and (there := _USERS_THERE.match(scene.text, end)) is not None:
        told["user"] = (there["user"],)
    if user.label == "Organization" and (use := _USE.match(scene.text, end)) is not None:
        told["use"] = (use["use"],)
    return told


def _end_of_row(scene: Scene, user: Mention) -> int:
    end = user.end
    for one in scene.of("Organization", "Place"):
        if one.start >= end and _AND.fullmatch(scene.text[end : one.start]):
            end = one.end
    return end

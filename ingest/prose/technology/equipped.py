"""What houses have and do: the devices of a department, the technique that several houses or towns took up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import organization_kind
from ingest.prose.clauses import clause_starts, row_from, subject_start
from ingest.prose.measuring.subjects import is_any_body
from ingest.prose.measuring.times import year_of
from ingest.prose.pointing import own_department, pointing
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.technology.inventory import devices
from ingest.prose.things import device_at
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["owner_at", "read", "spoken_of"]

EQUIPPED = Rule("equipped_with")
"""科室拥有PET/CT 2台、SPECT/CT 1台; 近年来添置了先进的裂隙灯显微镜、眼底照相机; 设备先进，包括…."""
SEVERAL_USE = Rule("several_use")
"""甲、乙等9家医院已开展某治疗; 甲市、乙市2个城市已经开展某治疗; 已有甲、乙3家医院使用该系统."""

_GETS = r"引进|引入|购置|购进|购入|购买|采购|添置|添购|添设|增添|增购|新增|增设|新添|更新|安装|装备|配备|配置|配有|配齐"
_WHEN = (
    r"在(?=引)|此后|随后|之后|后来|其后|(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?|近(?:年来?|日|期|几年来?)|日前|去年|今年|同年|年初|年内|现已?|目前|已|共|还|又|并|均"
    r"|同时|先后|陆续|相继|逐步|不断|全科|主要|新近?|率先|成功|投[资入][^，。；]{2,14}?|斥?巨资|耗?资[^，。；]{2,12}?|斥资[^，。；]{2,12}?"
)
_PRAISE = (
    r"以下|下列|国际|国内|世界|全国|省内|最[高大好]|顶[尖级]|稀缺|领先|先进|高端|尖端|大型|中型|中小型|现代化|最新|全新|全套|成套|各类|各种|多种|多项|多台|数台|系列|目前|具有|水平|一流|知名|高精尖|精密|进口|国产"
    r"|一大?批|大批|大量|一系列|许多|众多|专科|专业|高科技|性能|优良|新型|必要|完善|完备|齐全|配套|常用|高档|中高档|百万元以上|十万元以上|万元以上|、"
)
_THINGS = r"(?:医疗|影像|检查|诊疗|诊断|检测|治疗|眼科|超声|口腔|内镜|仪器|专科|实验|科研|手术)*(?:设备|仪器|装备|器械|设施)"
_HAS = re.compile(
    rf"(?:{_WHEN}|[，,\s])*(?P<verb>拥有|现有|设有(?=[^，。；、]{{2,20}}\d\s*[台套])|备有|有(?=[^，。；]{{2,24}}\d\s*台|[^，。；]{{2,90}}等[^，。；、]{{0,8}}(?:设备|仪器))|{_GETS})(?:了|有|着|的(?:主要|大型)?)?"
    rf"(?:包括)?(?:(?:{_PRAISE})*的?)*(?:{_THINGS})?(?:[，,]?(?:其中|主要)?(?:包括|包含|有|如|为)|[，,]其中|[:：])?[:：]?\s*"
)
_SHOWS = re.compile(
    rf"(?:[一二三四五六七八九十]{{1,2}}、|[（(][一二三四五六七八九十]{{1,2}}[)）]|\d{{1,2}}[.、．]|[■◆●]|【)?\s*(?:{_WHEN}|新?装机|新[购增装]的?|在用的?|主要|大型|常用|科室|医院)*{_THINGS}(?:配置|情况|一览|清单)?(?:先进|齐全|精良|完善|一流|雄厚)?(?:[，,]?(?:主要)?(?:拥有|配备|包括|包含|有|如)(?:了|有)?|】?(?=[:：]|$))"
    rf"(?:(?:{_PRAISE})*的?)*[:：]?\s*(?:(?:配备|拥有|配置|现有|包括|购置|引进)[有了]?(?:(?:{_PRAISE})*的?)*)?"
)
"""(科室)设备先进，包括…."""
_NOUN = re.compile(
    r"(?:该医?院|该科室?|[该本我]?中心|科室|学科|病区|病房|我科|本科室?|全科|我院|本院|医院)(?=[目现共已配拥设装主同还先陆引购近添新增在由下内分就率首又也便已])"
)
_TOLD_AGAIN = re.compile(r"[ \u3000：:]+(?:该医?院|该中心|该科室?|医院|中心|科室)(?=[目现共已配拥设装主同先陆引购近添新])")
"""甲医院 |该医院拥有…: a heading and what it heads, on one line."""
_SHOWN_BY = re.compile(r"\d\s*[台套]|[一二两三四五六七八九十][台套]|设备|仪器|装备|器械|高端|先进")
"""What tells that a list is of devices where its verb does not: 拥有, 现有."""
_NUMBERED = re.compile(
    r"\s*(?:[（(\[［]?(?P<number>\d{1,2})(?:[)）\]］、．]|\.(?!\d))|(?P<ringed>[①-⑳]))\s*(?=\D|\d+(?:\.\d)?(?:排|层|mA|kW|KW|kV|T))"
)
"""（1）双源CT, 2、800mA高频X线机, ③DSA."""
_ALL_THERE = re.compile(
    r"(?:^|[，。；：])(?P<list>[^，。；：]{4,120}?)等?(?:大型|先进|各类|高端)*(?:设备|仪器|装备|器械)?(?:一应俱全|应有尽有|样样俱全)"
)
"""设备精良，|甲、乙、丙|一应俱全."""
_COUNTED = re.compile(r"[^，。；：]{2,30}?[ \u3000（(:：]*\d+\s*[台套部][)）]?[；;。]?")
"""64排CT 2台, a line of its own below 现有设备：."""
_NO_DEVICE = re.compile("开展|项目|检查|可以?|能(?!谱)够?|提供|承担|完成|主任|成立|荣获")
"""What an item of a numbered list tells that is no device."""
_LINK = re.compile(r"(?:[、,，]|和|与|及|以及)\s*")
_NUMBER_OF = (
    r"(?:等)?(?:地|省市?)?的?(?:\d+|[两三四五六七八九十]+)(?:余|多)?[家个所]"
    r"(?:城市|省份?|省市|地区|国家|县[市区]?|[^，。；、\d]{0,8}?(?:医院|单位|机构|中心))"
)
_DO = re.compile(
    rf"(?:{_NUMBER_OF}|等(?:多家)?(?:大型|知名|三甲)*(?:医院|医疗机构|单位))?(?:都|均|已经?|先后|陆续|率先|独立|相继|目前|全部|正式|常规|成功)*"
    r"(?:开展|应用|使用|采用|引进|引入|启用|实施|接入|上线|部署|安装|配备|装备|购置|采购|选购|用上|装上|开通)了?"
)
_MORE = re.compile(_NUMBER_OF)
_THIS = re.compile(r"(?:该|这一|这项|这套|此)(?:技术|系统|设备|方法|软件|算法|仪器|疗法)")
_HOUSES = frozenset({"hospital", "department", "institute", "university", "laboratory"})
_FEW = 2
"""How many houses or towns a row must name, for all of them to do what its verb says."""
_NOT_YET = re.compile(r"(?:拟|计划|将|准备|希望|争取|建议|申请|需要?|应当?|没有|未|如何|招标|为)$")
_ASIDE = re.compile(rf"(?:在[{HAN}]{{2,16}}(?:下|中|期间)|为[{HAN}]{{2,16}}|与[^，。；]{{2,24}}?合作)[，,]?")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """ADOPTED_BY of the devices that a house has, and of what several houses or towns do."""
    listed = _NUMBERED.match(scene.text) if reading.stock is not None else None
    if listed is not None:
        yield from _numbered(scene, reading, listed)
    elif reading.stock is not None and _COUNTED.fullmatch(scene.text):
        yield from _stocked(scene, reading, reading.stock[0], 0)
    elif re.search(f"有|设备|仪器|{_GETS}", scene.text):
        yield from _equipped(scene, reading)
    if re.search("开展|用了?|[采选]购|引[进入]|实施|接入|上线|部署|[安装]装|配备|购置|装[备上]|开通", scene.text):
        yield from _several(scene, reading)


def _equipped(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """The devices of the lists behind the verbs of the clauses, of what they, or the clauses before them, open with."""
    owner = spoken_of(reading)
    done = 0
    there = _ALL_THERE.search(scene.text)
    whole = next(iter(scene.of("Organization")), None) if there is not None else None
    if there is not None and (whole is None or whole.end <= there.start("list")):
        begins = owner_at(scene, reading, subject_start(scene.text, 0))[0] or owner
        if begins is not None:
            yield from _stocked(scene, reading, begins, there.start("list"), stop=there.end("list"))
    for start in reversed(clause_starts(scene.text, len(scene.text))):
        at = subject_start(scene.text, start)
        named, end = owner_at(scene, reading, at)
        owner = named if end > at else owner
        told = _TOLD_AGAIN.match(scene.text, end) if end > at else None
        end = told.end() if told is not None else end
        aside = _ASIDE.match(scene.text, end) if end > at else None
        end = aside.end() if aside is not None else end
        has = _HAS.match(scene.text, end) or _SHOWS.match(scene.text, end)
        if owner is None or has is None or start < done or _NOT_YET.search(scene.text, 0, has.start()):
            continue
        gets = has.re is _SHOWS or has["verb"] in _GETS.split("|")
        if not gets and not _SHOWN_BY.search(scene.text):
            continue
        year = year_of(scene.text, has.end()) if has.re is _HAS and has["verb"] in _GETS.split("|") else None
        first = _NUMBERED.match(scene.text, has.end())
        if first is not None or (has.end() == len(scene.text) and re.search("设备|仪器|器械", has.group())):
            reading.stock = owner, 0
            yield from _numbered(scene, reading, first) if first is not None else ()
            return
        for thing in devices(scene, has.end(), told=has.re is _SHOWS):
            done = thing.end
            where = scene.sentence.view.span(thing.start, thing.end)
            yield reading.fact(EQUIPPED, thing.ref, "ADOPTED_BY", owner, where, year=year or "")


def _numbered(scene: Scene, reading: Reading, item: re.Match[str]) -> Iterator[Assertion]:
    """The devices of one item of a numbered list of what a house has, which each sentence or line goes on with."""
    owner, last = reading.stock if reading.stock is not None else (None, 0)
    reading.stock = None
    if owner is None or _place_of(item) != last + 1 or _NO_DEVICE.search(scene.text, item.end()):
        return
    reading.stock = owner, last + 1
    yield from _stocked(scene, reading, owner, item.end())


def _place_of(item: re.Match[str]) -> int:
    return int(item["number"]) if item["number"] else ord(item["ringed"]) - ord("①") + 1


def _stocked(scene: Scene, reading: Reading, owner: EntityRef, at: int, *, stop: int | None = None) -> Iterator[Assertion]:
    """The devices of one line, or of one list, of what a house has."""
    for thing in devices(scene, at, told=True, stop=stop):
        yield reading.fact(EQUIPPED, thing.ref, "ADOPTED_BY", owner, scene.sentence.view.span(thing.start, thing.end))


def spoken_of(reading: Reading) -> EntityRef | None:
    """The house that the sentence before, or the page, speaks of."""
    told = reading.counted
    return told if told is not None and told.label == "Organization" and organization_kind(told.name) in _HOUSES else None


def owner_at(scene: Scene, reading: Reading, at: int) -> tuple[EntityRef | None, int]:
    """The house that a clause opens with, by its name or by a noun, and where that ends; ``at`` where it opens with none."""
    aside = _ASIDE.match(scene.text, at)
    at = aside.end() if aside is not None and aside.end() < len(scene.text) else at
    body = scene.starting_at(at, "Organization")
    if body is not None:
        return (reading.organization(body) if body.kind in _HOUSES else None), body.end
    stranger = scene.starting_at(at, "Person") or scene.starting_at(at, "Place")
    if stranger is not None:
        return None, stranger.end
    meant = own_department(scene.text, reading, at) or (pointing(scene, reading, at) if _NOUN.match(scene.text, at) else None)
    if meant is not None:
        ref = meant.refs[0] if meant.refs else None
        return (ref if ref is not None and organization_kind(ref.name) in _HOUSES else None), meant.end
    ward = re.compile("病[区房](?=[拥配设现引购添])").match(scene.text, at)
    return (spoken_of(reading), ward.end()) if ward is not None else (None, at)


def _several(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲、乙等9家医院已开展某技术: of each of the row."""
    seen = -1
    for first in scene.of("Organization", "Place"):
        row = row_from(scene, first, _LINK) if first.start > seen else []
        several = bool(row) and (len(row) >= _FEW or _MORE.match(scene.text, row[-1].end) is not None)
        does = _DO.match(scene.text, row[-1].end) if several else None
        seen = row[-1].start if row else seen
        what = _what(scene, reading, does.end()) if does is not None else None
        for user in row if what is not None else ():
            house = reading.organization(user) if user.label == "Organization" else user.ref
            if what is not None and (user.label == "Place" or (user.kind in _HOUSES and not is_any_body(user.name))):
                where = scene.sentence.view.span(user.start, what[1])
                yield reading.fact(SEVERAL_USE, what[0], "ADOPTED_BY", house, where)


def _what(scene: Scene, reading: Reading, at: int) -> tuple[EntityRef, int] | None:
    """The technique that the verb takes, or the one spoken of that 该系统 means; and where it ends."""
    this = _THIS.match(scene.text, at)
    if this is not None:
        return (reading.product, this.end()) if reading.product is not None else None
    thing = device_at(scene, at) or None
    if thing is not None and thing.ref.label == "Technology":
        return thing.ref, thing.end
    known = scene.starting_at(at + scene.text.startswith("“", at), "Technology")
    return (known.ref, known.end) if known is not None else None

"""Who uses an achievement, and who paid for it, as a form's sentences say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.award.case import Case
from ingest.award.forms.align import looks_like_person
from ingest.award.standing import district_of
from ingest.award.units import Unit
from ingest.award.used import DEVICE
from ingest.award.witness import Rule, Saying
from ingest.layout import View
from ingest.lexicon import PLACES, is_place, organization_kind
from ingest.mentions import mentions
from kg.model import Assertion, EntityRef, Value
from kg.text import HAN, heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["USERS", "adopted", "funded", "funded_by_field", "invested", "spread"]

ADOPTED_BY_LIST = Rule("ADOPTED_BY_LIST")
"""已在某医院、某医院等推广应用."""
LISTED_AS_USER = Rule("LISTED_AS_USER")
"""应用单位包括某医院、某医院; 安装于某医院; 某医院、某医院引进了该技术."""
REACHES_PLACES = Rule("REACHES_PLACES")
"""辐射某省某市等地."""
USED_ACROSS = Rule("USED_ACROSS")
"""在全国20余家医院应用; 在我省多家医院推广."""
USED_IN_PLACES = Rule("USED_IN_PLACES")
"""在某省、某省两省41家中心应用."""
FUNDING_FIELD = Rule("FUNDING_FIELD")
"""任务来源：国家某某计划项目."""
FUNDED_FROM = Rule("FUNDED_FROM")
"""源于某某计划项目：题目（编号：…）."""
SUPPORTED_BY = Rule("SUPPORTED_BY")
"""获国家某某计划资助."""

SPREAD_OF = Rule("SPREAD_OF")
"""推动了某技术在全国的广泛开展（累计…家医院）."""
INVESTED_BY = Rule("INVESTED_BY")
"""我院对本项目投入经费…万元."""

_THEMES = {"Technology": "CONCERNS", "Disease": "TARGETS"}
_KIND_OF_HOUSE = r"(?:三甲|三级|二级|医疗|基层|兄弟|大型|省级|市级|县级|知名|协作)*(?:医院|医疗机构|机构|单位|中心|高校|院所)"
_COUNTED = (
    rf"(?:等?(?:省内外|国内外|海内外|海外|国外|境外|全国|全省)?(?:\d[\d,]*余?多?|多|数|[两一二三四五六七八九十百]+余?)(?:家|所|个)(?:省[市]?)?(?:{_KIND_OF_HOUSE})?"
    rf"|等(?:省内外|国内外|海内外|海外|国外|境外|全国|全省)?(?:{_KIND_OF_HOUSE})?)?"
)
"""What closes a list of users: 等32家三甲医院, 多家单位, 等医院."""
_USES = r"(?:推广|应用|使用|开展|装机|安装|部署|落地|用于|投用|试用|上线)"
_ADOPTED = re.compile(
    rf"(?:已|目前|现已|先后|已经)?(?:陆续|广泛|成功)?在(?P<list>[^。；]{{6,400}}?){_COUNTED}(?:中)?"
    rf"(?:得到|进行|获得|予以|投入)?(?:了)?(?:全面|广泛|成功|临床|常规|示范)?{_USES}"
)
_LISTED_USERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:(?:主要|典型|代表性)?(?:(?:推广|应用|使用|装机)+(?:单位|医院|机构|用户)|用户|客户)(?:单位|医院)?(?:主要|现|已)?(?:包括|有|为|涵盖|遍布|如)"
        rf"|(?:推广|应用|使用)+(?:单位|医院|机构)[：:]|(?:应用|使用)(?:了)?(?:该|本)(?:技术|成果|项目)的(?:单位|医院)(?:包括|有))[：:]?\s*"
        rf"(?P<list>[^。；：:]{{4,400}}?)(?:{_COUNTED}(?:。|；|$)|等(?:{_KIND_OF_HOUSE})?(?=[，,]))",
        rf"(?:安装|装机|部署|推广|推广应用|应用|装备|配备|进驻|落地|转化|输出|移植|扩展|覆盖|辐射)(?:于|在|至|到|给|了)"
        rf"(?P<list>[^。；：:，]{{4,400}}?){_COUNTED}(?=[，。；]|使用|应用|推广|运行|$)",
        r"(?:(?:成果|技术|系统|设备|产品|整机|装置|样机|软件|仪器|CT|机器人)(?:已|现已|先后|陆续|相继|目前)*(?:装备|配备|进驻|入驻|落户|进入|配发)了?)"
        rf"(?P<list>[^。；：:，]{{4,400}}?){_COUNTED}(?=[，。；]|使用|应用|推广|运行|$)",
        rf"(?:被|经)(?P<list>[^。；：:，]{{4,400}}?){_COUNTED}(?:所|广泛|先后|陆续)*(?:采用|引进|采纳|应用|使用)(?!的|前|后)",
        rf"(?:^|(?<=[，。；]))(?:目前|现|已有|已)?，?(?P<list>[^。；：:，]{{4,400}}?){_COUNTED}(?:已|先后|均|陆续|相继|广泛|正在|都)*"
        r"(?:引进|采用|应用|使用|开展|推广)(?:了|该|本|此|我们的?)+(?:项|套|一)?(?:新)?(?:项目|成果|技术|系统|方法|设备|产品|软件|模型|体系|平台|方案|疗法)",
        r"(?:首台|首套|首个|样机|设备|系统)(?:落户|进驻|入驻|装于|安装于)(?P<list>[^。；：:，]{4,60}?)(?=以来|[，。；]|后|$)",
        r"(?:^|(?<=[，。；]))(?P<list>[^。；：:，]{4,40}?)(?:自|从|于)(?:19|20)\d\d年(?:\d{1,2}月)?(?:起|以来|开始|始)?[，,]?(?:引进|采用|应用|使用|开展)(?:了)?"
        r"(?:(?:本|该|此)(?:项目|成果|技术|系统|方法|设备|产品|软件|模型|体系|平台|方案)|(?=[，。；]))",
        rf"(?:^|(?<=[，。；]))(?P<list>[^。；：:，]{{4,400}}?){_COUNTED}(?:出具|提供)?的(?:推广|应用|使用)+证明(?:均)?(?:显示|表明|证实|证明)",
        rf"(?:已|现|目前|现已|目前已)有(?P<list>[^。；：:，]{{4,400}}?){_COUNTED}(?:已|先后|相继|均)*(?:安装|装机|引进|采购|采用|使用|应用|部署|开展)",
    )
)
"""应用单位包括甲、乙; 安装于甲、乙等九家医院; 被甲、乙采用; 甲、乙先后引进该技术."""
_PLACES_OF = re.compile(
    rf"(?:装备|配备|安装于?|装机|部署|覆盖|辐射|推广|应用|销往|进入|遍及|遍布|落地|服务|惠及)(?:了|到|至|于|在)?(?P<list>[{HAN}、]{{2,80}}?)"
    r"等?(?:共|全国)?(?:[两一二三四五六七八九十]|\d{1,2})(?:个|余个|多个)?(?:省|市|县|区|州|旗|地市|市州|盟)"
    rf"|在(?P<built>[{HAN}、]{{2,60}}?)等?(?:共)?(?:[两一二三四五六七八九十]|\d{{1,2}})(?:个|余个|多个)?(?:省|市|县|区|州|旗|地市)[{HAN}（）、]{{0,6}}?"
    r"(?:建成|建立|设立|布设|落地|推广|应用|开展|筛查|示范)"
)
"""装备某省、某省等九个省; 在某市、某市两市建成……."""
_REACHED = re.compile(
    r"(?:辐射|覆盖|推广至|推广到|应用于|惠及|销往|遍及|远销|外销|出口)(?:至|到|往|了)?(?P<list>[^。；，]{2,80}?)(?:(?<!高)等|$|[。；，])"
)
_USED_AT_ALL = re.compile(
    r"用户|客户|应用|使用|推广|安装|装机|部署|装备|配备|配发|进入|用于|试用|引进|采用|覆盖|辐射|进驻|入驻|落户|落地|销往|惠及|建成|筛查|出口|远销"
)
_SURVEYS = re.compile(r"问卷|调查覆盖|普查|流行病学调查")
"""What a survey covers uses nothing."""
_ACROSS = re.compile(
    r"(?:在|于|至|到|面向|(?:已|现|目前)覆盖)(?P<where>全国|我国|我省|全省|我市|全市|国内|全区|我区|全县|我县)[^，。；]{0,16}?(?:医院|机构|单位|范围|各地|推广|应用|开展)"
)
_DEVICE_AHEAD = re.compile(
    rf"\s*(?:其中|所研[制发]的|自主研[制发]的)?[“《](?P<name>[^“”《》]{{2,20}})[”》][{HAN}]{{0,6}}?(?:{DEVICE})"
)
"""“某某”软件已在……: what the sentence tells of."""
_IN_PLACES = re.compile(
    rf"(?:在|于)(?P<list>[{HAN}、]{{2,60}}?)(?:等?(?:[两一二三四五六七八九十]|\d{{1,2}})个?省[市区]?)?(?:的|共|等地的?)?"
    rf"\d[\d,]*余?多?[家所个][{HAN}]{{0,12}}?(?:医院|中心|机构|单位|门诊|社区)(?:广泛|成功|得到|进行|全面|临床)*"
    r"(?:推广|应用|使用|落地)(?!的|研究|试验|验证|比较|对照)"
)
_HOSPITALS = re.compile(
    r"(?:累计|共|已有|共计|超过|逾|在)?(?P<n>\d{1,5})\s*(?P<about>余|多)?(?:家|所)(?P<more>以上)?(?:三甲|三级|三级甲等|二级|大型|基层|社区|省级|知名|合作|教学|综合)*医院"
)
_PATIENTS = re.compile(r"(?P<n>\d[\d,，]*(?:\.\d+)?)\s*(?P<ten>万)?\s*(?:余|多)?(?:例|名|位)(?:次)?(?:患者|病人)")
_TECHNOLOGY_SPREAD = re.compile(
    r"(?:推动|促进|带动|实现)了?(?P<what>[A-Za-z\u4e00-\u9fff0-9/\- ]{2,20}?)(?:技术)?"
    r"在(?:全国|我国|国内)[^，。；]{0,6}?(?:的)?(?:广泛|普及|规范)?(?:开展|应用|推广|普及)"
)
_INVESTED = re.compile(
    rf"(?P<who>(?:我|本)(?:院|校|所|单位)|医院|[{HAN}]{{2,24}}(?:医院|大学|研究所|研究院|公司))[^。；]{{0,40}}?投入[^。；]{{0,24}}?(?:经费|资金)"
    r"\s*(?:共|累计|约|逾|超过|达)*\s*(?P<n>\d+(?:\.\d+)?)\s*(?P<about>余|多)?\s*(?P<unit>万|亿)(?P<after>余|多)?元?"
)
_GAVE = re.compile(
    r"(?:提供|投入|配套|拨付|自筹|落实|安排|给予|划拨)[^。；]{0,24}?(?:经费|资金)"
    r"\s*(?:支持|支出|共计|共|累计|约|逾|超过|达)*\s*(?P<n>\d+(?:\.\d+)?)\s*(?P<about>余|多)?\s*(?P<unit>万|亿)(?P<after>余|多)?元"
)
"""What a unit's own contribution says it gave, itself left out: 提供平台与专项经费80万元."""
_GIVEN_BY_OTHERS = re.compile("国家|[省市]|科技|财政|基金|企业|获得?|争取|申请|节[约省]")
_OURS = re.compile(r"推广|应用|开展|使用|转化|(?:已|现|目前)覆盖")
_PROGRAM_END = r"(?:计划|基金|专项|工程)"
_SORT = r"(?:(?:重点|面上|青年|重大|研发|专项|国际|合作|地区|联合|应用|基础|研究|一般|培育)*(?:项目|课题))?"
_FUNDED = re.compile(
    rf"(?:源于|来源于|来源为|依托于?|受|得到|在|获得?)(?:了)?(?P<program>[{HAN}“”\d]{{4,30}}?{_PROGRAM_END}){_SORT}"
    rf"(?:[（(](?P<sub>[{HAN}]{{3,20}}?)[)）])?[：:]\s*[“《]?(?P<title>[^。；（(“”《》]{{6,120}}?)[”》]?\s*"
    r"[（(](?:项目|课题)?(?:编号|批准号|合同号|项目号)?[：:]?\s*(?P<number>[A-Za-z0-9\-]{5,24})[)）]"
)
_GIVER = rf"(?:国家|中国|教育部|科技部|卫生部|军队|[{HAN}]{{2,4}}[省市区])"
_SUPPORTED = re.compile(
    r"(?:获得?|受到?|得到|在|由)(?:了)?(?P<list>(?:[^。；（(]|[（(][^（）()。；]*[)）]){4,160}?)(?:等)?(?:课题|项目)?(?:的)?(?:连续)?(?:资助|支持)"
)
_SOURCE = re.compile(r"(?:来?源于|来源(?:为|是|[：:])|依托于?)(?P<list>[^。；]{8,300}?)(?=[。；]|$)")
"""成果来源于某省某某基金“题目”（编号，负责人：甲）和某厅科研课题“题目”（编号）."""
_SUM_BEHIND = re.compile(
    r"(?:下?[，,]?\s*[（(](?:资助|批准|总|项目)*(?:经费|金额)[：:]?|下?[，,]\s*(?:资助|批准|总|项目)*(?:经费|金额|资金)[：:]?|(?:经费|金额|资金)?)"
    r"\s*(?:共计?|合?计|约|为)?\s*(?P<sum>\d[\d.]*)\s*万元?(?=[，,。；;)）]|$)"
)
"""在某某专项资助下（经费300万元，…）; 受某某计划资助80万元; 获某某基金支持，经费60万元."""
_CALLED_BY_SORT = (
    rf"{_GIVER}[{HAN}“”]{{0,12}}?(?:基金|研发|科技|科研|卫生|自然|人才|重点|攻关|创新|产业|医学|临床)[{HAN}“”\d]{{1,20}}?"
    r"(?:项目|课题|创新链|行动|专项)"
)
_PROGRAM = re.compile(
    rf"(?P<program>{_GIVER}[{HAN}“”\d]{{2,36}}?{_PROGRAM_END}|{_CALLED_BY_SORT}(?=[“\"《])){_SORT}"
    r"(?:[“\"《](?P<title>[^“”《》\"]{4,80})[”\"》](?:课题|项目)?)?"
    r"(?:[（(](?P<note>[^（）()]{2,120})[)）])?(?:等)?(?:课题|项目)?"
)
_SPECIAL_IN = re.compile(r"(?P<whole>[^“”]{4,20}?计划)“[^“”]{4,24}”(?:重[点大])?专项")
"""国家某某计划“某某”重点专项: a special programme, and the one that it is of."""
_NUMBER_NOTED = re.compile(
    r"(?:(?:项目|课题)?(?:编号|批准号|号)?[：:]?\s*)?(?P<number>(?=[^，]*\d)[A-Za-z0-9][A-Za-z0-9\-×*＊Xx ]{4,24})"
)
_LEADER_NOTED = re.compile(
    rf"(?:(?:项目|课题)?(?:负责人|主持人)(?:为|是)?[：:]?\s*(?P<name>[{HAN}·]{{2,5}})|(?P<ahead>[{HAN}·]{{2,5}}?)(?:主持|负责|承担))"
)
_HOUSE_NOTED = re.compile(rf"(?:(?:项目|课题)?(?:承担|依托|主持|牵头)单位(?:为|是)?[：:]?\s*)(?P<house>[{HAN}]{{4,30}})")
_SUM_NOTED = re.compile(r"(?:资助|批准|直接|立项|总|研究|项目|课题)*(?:经费|金额|费用)?[：:]?\s*(?P<sum>\d[\d.]*)\s*万元?")
_WHOLE = re.compile(
    rf"(?P<program>{_CALLED_BY_SORT})(?:[（(](?:项目|课题)?(?:编号|批准号)?[：:]?\s*(?P<number>[A-Za-z0-9][A-Za-z0-9\-×*＊]{{4,24}})[)）])?"
)
"""A programme that is called by its sort of projects: 某省重点产业创新链, 国家自然科学基金某某研制项目."""
_ITS_SORT = re.compile("项目|课题")
_RELIED_ON = re.compile(rf"(?:依托于?|承担了?|依靠)(?P<item>{_WHOLE.pattern})(?=[，,。；;])")
_MASKED = re.compile("[×*＊]")
_ITEM_NUMBER = re.compile(r"^(?:[（(]?\d{1,2}[)）.．、]|[①-⑳])\s*")
_COUNT_ALONE = re.compile(
    r"(?:国内外?|全国|省内外?|全省|其他|其它|各地|以及|等)*(?:[\d,]+|[两一二三四五六七八九十百千]+|多|数)(?:余|多)?(?:家|所|个)"
)
"""A count of houses (二十余家医院), which names none."""
_DATED = re.compile(r"[（(](?:自|从|于)?(?:19|20)\d\d年(?:\d{1,2}月)?(?:起|以来|开始|引进|采用|应用|使用|至今)*[)）]$")
"""Since when a house is a user: 某医院（2016年起）."""
_LIST_CUT = re.compile(r"[、，,;；]|和(?=[^平])|及|与")
_JOINS = ("和", "及", "与")
USERS = ("hospital", "university", "institute", "company")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Noted:
    """What a bracket behind a programme or a grant tells."""

    number: str | None
    leader: str
    house: str
    amount: float | None


def adopted(case: Case, sentence: View, unit: Unit | None) -> Iterator[Assertion]:
    """ADOPTED_BY: organisations and places. A bare 我省 is the province of the nominating or a completing unit."""
    for match in _ADOPTED.finditer(sentence.text):
        parts = list(_items(match["list"], match.start("list")))
        named = [(name, at) for name, at in parts if organization_kind(name) in USERS]
        for name, at in named if len(named) >= 0.5 * len(parts) else ():
            target = case.organization(name, unit)
            if target is not None and len(target.name) >= 4:
                yield _adoption(case, sentence, target, (match.start(), at + len(name)), ADOPTED_BY_LIST)
    yield from _users_listed(case, sentence, unit)
    for match in () if _SURVEYS.search(sentence.text) else _REACHED.finditer(sentence.text):
        for name, at in _items(match["list"], match.start("list")):
            if _is_region(name):
                place = EntityRef(label="Place", name=name)
                yield _adoption(case, sentence, place, (match.start(), at + len(name)), REACHES_PLACES)
    for match in () if _SURVEYS.search(sentence.text) else _IN_PLACES.finditer(sentence.text):
        places = list(_items(match["list"], match.start("list")))
        for name, at in places if all(_is_region(name) for name, _ in places) else ():
            place = EntityRef(label="Place", name=name)
            yield _adoption(case, sentence, place, (at, match.end()), USED_IN_PLACES)
    across = None if _SURVEYS.search(sentence.text) else _ACROSS.search(sentence.text)
    if across and unit is None and _OURS.search(sentence.text) and (where := _place(case, across["where"])):
        place = EntityRef(label="Place", name=where)
        told = {} if _TECHNOLOGY_SPREAD.search(sentence.text) else _reach(sentence.text, across.start())
        yield _adoption(case, sentence, place, (across.start(), across.end()), USED_ACROSS, **told)


def _users_listed(case: Case, sentence: View, unit: Unit | None) -> Iterator[Assertion]:
    """The organisations, or places, of a list that a verb of use closes or opens; none where one of them is neither."""
    if not _USED_AT_ALL.search(sentence.text) or _SURVEYS.search(sentence.text):
        return
    for pattern in _LISTED_USERS:
        for match in pattern.finditer(sentence.text):
            parts = list(_items(match["list"], match.start("list")))
            houses = all(organization_kind(name) in ("hospital", "university", "institute") for name, _ in parts)
            for name, at in parts if houses else ():
                target = case.organization(name, unit)
                if target is not None and len(target.name) >= 4 and target.name not in {one.name for one in case.units}:
                    yield _adoption(case, sentence, target, (match.start(), at + len(name)), LISTED_AS_USER)
    for match in _PLACES_OF.finditer(sentence.text):
        group = "list" if match["list"] else "built"
        places = list(_items(match[group], match.start(group)))
        for name, at in places if all(_is_region(name) for name, _ in places) else ():
            place = EntityRef(label="Place", name=name)
            yield _adoption(case, sentence, place, (match.start(), at + len(name)), USED_IN_PLACES)


def spread(case: Case, sentence: View, nlp: Language) -> Iterator[Assertion]:
    """ADOPTED_BY of a technology whose use in the country a sentence says was furthered."""
    for match in _TECHNOLOGY_SPREAD.finditer(sentence.text):
        found = [one for one in mentions(sentence, nlp) if one.label == "Technology" and one.start == match.start("what")]
        if found and found[0].end >= match.end("what"):
            words = case.at(sentence.span(match.start(), match.end()), SPREAD_OF)
            country = EntityRef(label="Place", name="中国")
            yield words.fact(found[0].ref, "ADOPTED_BY", country, **_reach(sentence.text, match.start()))


def _reach(text: str, start: int) -> dict[str, Value]:
    """How many hospitals and patients the words behind a place tell, with what says that the number is rounded."""
    told: dict[str, Value] = {}
    if hospitals := _HOSPITALS.search(text, start):
        told["hospitals"] = int(hospitals["n"])
        told |= {"approx": bound} if (bound := hospitals["about"] or hospitals["more"]) else {}
    if patients := _PATIENTS.search(text, start):
        number = float(re.sub("[,，]", "", patients["n"])) * (10_000 if patients["ten"] else 1)
        told["patients"] = int(number)
    return told


def funded(case: Case, sentence: View, nlp: Language) -> Iterator[Assertion]:
    """FUNDED_BY: the achievement, and the grant where it is named, with its programme and the special one inside it."""
    for match in _SUPPORTED.finditer(sentence.text):
        items = list(_items(match["list"], match.start("list")))
        behind = _SUM_BEHIND.match(sentence.text, match.end()) if len(items) == 1 else None
        for item, at in items:
            named = _PROGRAM.fullmatch(item)
            if named is not None:
                end = behind.end() if behind else at + len(item)
                yield from _supported(case, case.at(sentence.span(at, end), SUPPORTED_BY), named, behind)
            else:
                yield from _by_sort(case, sentence, at, at + len(item))
    for match in _SOURCE.finditer(sentence.text):
        for item, at in _items(match["list"], match.start("list")):
            if (named := _PROGRAM.fullmatch(item)) is not None and named["title"]:
                yield from _supported(case, case.at(sentence.span(at, at + len(item)), SUPPORTED_BY), named)
    for relied in _RELIED_ON.finditer(sentence.text):
        if relied["number"]:
            yield from _by_sort(case, sentence, relied.start("item"), relied.end("item"))
    for match in _FUNDED.finditer(sentence.text):
        words = case.at(sentence.span(match.start(), match.end()), FUNDED_FROM)
        grant = EntityRef(label="Grant", name=heal_name(match["title"]))
        program = EntityRef(label="FundingProgram", name=heal_name(match["program"]))
        yield words.fact(grant, "FUNDED_BY", program, number=match["number"])
        yield words.fact(case.achievement, "FUNDED_BY", program, number=match["number"])
        yield words.attribute(grant, "number", match["number"])
        title = View(grant.name, (sentence.span(match.start("title"), match.end("title")).start,) * len(grant.name))
        for mention in mentions(title, nlp):
            if mention.label in _THEMES:
                yield words.fact(grant, _THEMES[mention.label], mention.ref)
        if match["sub"]:
            special = EntityRef(label="FundingProgram", name=program.name + heal_name(match["sub"]))
            yield words.fact(grant, "FUNDED_BY", special, number=match["number"])
            yield words.fact(special, "PART_OF", program)


def _supported(case: Case, words: Saying, named: re.Match[str], behind: re.Match[str] | None = None) -> Iterator[Assertion]:
    """What an item of those that support the work tells: the programme, the grant by its title, and what is noted of it.

    ``behind`` holds the sum of the one programme that brackets behind the verb tell.
    """
    program, noted = EntityRef(label="FundingProgram", name=heal_name(named["program"])), _noted(named["note"] or "")
    title, amount = named["title"], noted.amount or (float(behind["sum"]) if behind else None)
    yield words.fact(case.achievement, "FUNDED_BY", program, number=noted.number, amount_wan=None if title else amount)
    if special := _SPECIAL_IN.fullmatch(program.name):
        yield words.fact(program, "PART_OF", EntityRef(label="FundingProgram", name=special["whole"]))
    if title:
        grant = EntityRef(label="Grant", name=heal_name(title))
        yield words.fact(grant, "FUNDED_BY", program, number=noted.number, amount_wan=amount)
        if noted.leader and (case.completer(noted.leader) or looks_like_person(noted.leader)):
            yield words.fact(case.person(noted.leader), "LEADS", grant)
        if (house := case.organization(noted.house)) is not None:
            yield words.fact(grant, "HOSTED_BY", house)


def _noted(note: str) -> _Noted:
    """What the bracket behind a programme or a grant tells: number, leader, house and sum, in any order."""
    parts = [part.strip() for part in re.split("[，,；;、]", note)]
    numbers = [one["number"] for part in parts if (one := _NUMBER_NOTED.fullmatch(part))]
    leader = next((one for part in parts if (one := _LEADER_NOTED.fullmatch(part))), None)
    house = next((one["house"] for part in parts if (one := _HOUSE_NOTED.fullmatch(part))), "")
    amount = next((float(one["sum"]) for part in parts if (one := _SUM_NOTED.fullmatch(part))), None)
    number = numbers[0].replace(" ", "") if len(numbers) == 1 and not _MASKED.search(numbers[0]) else None
    return _Noted(number=number, leader=leader["name"] or leader["ahead"] if leader else "", house=house, amount=amount)


def _by_sort(case: Case, sentence: View, start: int, end: int) -> Iterator[Assertion]:
    """FUNDED_BY a programme called by its sort of projects; the word for these may stand behind the list's last item."""
    sort = _ITS_SORT.match(sentence.text, end)
    stops = (end, sort.end()) if sort else (end,)
    named = next((one for stop in stops if (one := _WHOLE.fullmatch(sentence.text, start, stop))), None)
    if named is not None:
        program = EntityRef(label="FundingProgram", name=heal_name(named["program"]))
        number = named["number"] if named["number"] and not _MASKED.search(named["number"]) else None
        words = case.at(sentence.span(start, named.end()), SUPPORTED_BY)
        yield words.fact(case.achievement, "FUNDED_BY", program, number=number)


def funded_by_field(case: Case) -> Iterator[Assertion]:
    """FUNDED_BY of the programmes that the form's own field of funding lists by name."""
    for view in case.texts("funding"):
        for item, at in _items(view.text, 0):
            lead = _ITEM_NUMBER.match(item)
            named = _PROGRAM.fullmatch(item, lead.end() if lead else 0)
            if named is not None:
                words = case.at(view.span(at + named.start(), at + len(item)), FUNDING_FIELD)
                program = EntityRef(label="FundingProgram", name=heal_name(named["program"]))
                noted = _noted(named["note"] or "")
                yield words.fact(case.achievement, "FUNDED_BY", program, number=noted.number, amount_wan=noted.amount)


def invested(case: Case, sentence: View, unit: Unit | None) -> Iterator[Assertion]:
    """FUNDED_BY of what a completing unit says it has put into the project."""
    told = [(one, case.organization(one["who"], unit)) for one in _INVESTED.finditer(sentence.text)]
    own = _GAVE.finditer(sentence.text) if unit is not None and not told else ()
    told += [(one, unit.ref) for one in own if unit is not None and not _GIVEN_BY_OTHERS.search(sentence.text, 0, one.end())]
    for match, giver in told:
        if giver is not None and giver.name in case.known_organizations():
            amount = float(match["n"]) * (10_000 if match["unit"] == "亿" else 1)
            words = case.at(sentence.span(match.start(), match.end()), INVESTED_BY)
            bound = match["about"] or match["after"]
            yield words.fact(case.achievement, "FUNDED_BY", giver, amount_wan=amount, approx=bound)


def _adoption(case: Case, sentence: View, target: EntityRef, extent: tuple[int, int], rule: Rule, **told: Value) -> Assertion:
    device = _DEVICE_AHEAD.match(sentence.text)
    what = EntityRef(label="Technology", name=heal_name(device["name"])) if device else case.achievement
    return case.at(sentence.span(0 if device else extent[0], extent[1]), rule).fact(what, "ADOPTED_BY", target, **told)


def _items(words: str, start: int) -> Iterator[tuple[str, int]]:
    """The items of a list with where each begins; 等 and counts at their ends are left out."""
    position = 0
    outside = (cut for cut in _LIST_CUT.finditer(words) if _closed(words[: cut.start()]) and not _within_name(words, cut))
    for cut in [*outside, None]:
        end = cut.start() if cut else len(words)
        item = re.sub(r"(?<!高)等.*$|\d+余?家.*$|[多数]家.*$", "", words[position:end])
        bare = _DATED.sub("", item.strip())
        if bare and not _COUNT_ALONE.match(bare):
            yield bare, start + position + item.index(bare)
        position = cut.end() if cut else end


def _within_name(words: str, cut: re.Match[str]) -> bool:
    """Whether 和, 及 or 与 stands inside an institution's name (太和医院): what it would leave in front names nothing.

    Firms are parted all the same: they go by names that no grammar tells.
    """
    if cut.group() not in _JOINS:
        return False
    front, behind = re.split("[、，,;；]", words[: cut.start()])[-1], re.split("[、，,;；]", words[cut.end() :])[0]
    whole = organization_kind(front + cut.group() + behind) is not None
    return whole and organization_kind(front) is None and not is_place(front) and organization_kind(behind) != "company"


def _closed(words: str) -> bool:
    """Whether every bracket and quotation that words open is closed in them."""
    return len(re.findall("[（(“《]", words)) <= len(re.findall("[)）”》]", words))


def _is_region(name: str) -> bool:
    """A place, or a province's short name with a place of it behind ("江西九江")."""
    if name in ("全国", "我国", "国内", "全球"):
        return False
    if is_place(name):
        return True
    provinces = (known for known, kind in PLACES.items() if kind == "province" and name.startswith(known))
    return organization_kind(name) is None and any(2 <= len(name) - len(known) <= 4 for known in provinces)


def _place(case: Case, words: str) -> str:
    """中国 for 全国; for 我省 and 我市 the place that the nominating or a completing unit's name opens with."""
    if words in ("全国", "我国", "国内"):
        return "中国"
    if words[-1] in "区县":
        found = dict.fromkeys(district for unit in case.units if (district := district_of(unit.name)))
        return next(iter(found)) if len(found) == 1 and words[-1] == next(iter(found))[-1] else ""
    level = "省" if "省" in words else "市"
    names = [heal_name(view.text) for view in case.texts("nominator")] + [unit.name for unit in case.units]
    leads = (name[:length] for name in names for length in range(2, 7))
    return next((lead for lead in leads if lead.endswith(level) and is_place(lead)), "")

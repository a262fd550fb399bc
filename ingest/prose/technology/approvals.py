"""Products that the national authority, or a province's, approved, and whose they are: 甲公司的“乙”获国家药监局批准上市."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.mentions import Mention
from ingest.prose.clauses import clause_start
from ingest.prose.phrases import technology
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.technology.models import model_in
from ingest.prose.technology.naming import known_name
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

APPROVED = Rule("product_approved")
"""国家药监局批准了甲公司生产的“乙”创新产品注册申请; 甲公司的乙获NMPA三类医疗器械注册证, 丙获某省药监局二类证;
收到国家药监局颁发的注册证，产品名称：丁."""
REGISTRANT = Rule("product_registrant")
"""The firm that made or registered what was approved."""

_AUTHORITY = "国家药品监督管理局"
_LOCAL = rf"(?:(?!国家)[{HAN}]{{2,7}}(?:省|市|自治区)|省)?"
_NAMED = rf"(?:中国)?(?:国家药品监督管理局|国家药监局|NMPA|{_LOCAL}(?:药品监督管理局|药监局))(?:[（(][^（）()]{{1,10}}[)）])?"
_OF_PROVINCE = re.compile(
    rf"(?:经|获得?|取得|收到|拿到|领取|了|由|^|[，。；])(?P<province>(?![收取拿领])(?!国家)[{HAN}]{{2,7}}(?:省|市|自治区)|省)(?:药品监督管理局|药监局)"
)
_MADE = r"(?:自主|独立|全资|联合)*(?:生产|研发|研制|申报|申请|开发|推出|旗下|申请人|注册申请人)?的?"
_QUOTED = r"“(?P<quoted>[^“”]{3,40})”"
_KIND = r"(?:创新)?(?:医疗器械)?(?:产品)?(?:的)?(?:上市)?(?:注册)?(?:申请)?(?:上市)?"
_GIVES = re.compile(
    rf"{_NAMED}(?:近日|日前|先后|正式|附条件|已|于[^，。；]{{2,14}}|[，,]?经[^，。；]{{0,8}}审[^，。；]{{0,6}}[，,])*批准了?"
)
_ITEM = re.compile(
    rf"{_MADE}(?:{_QUOTED}|(?P<plain>[^，。；“”的]{{3,30}}?)(?=(?:创新)?产品|注册|上市|[，。；]|和))(?:[（(][^（）()]*[)）])?{_KIND}"
)
_AND = re.compile(r"(?:、|和|与|以及|及)")
_WHEN = (
    r"(?:日前|近日|已于?|正式|成功|顺利|先后|首批|率先|于[^，。；]{2,14}|在[^，。；]{2,6}"
    r"|在?(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?)*"
)
_GETS = re.compile(
    rf"(?:产品)?(?:[（(][^（）()]*[)）])?[，,]?{_WHEN}(?:"
    rf"(?:荣?(?<!收)获得?|取得|通过|拿到|拿下|斩获|摘得|获颁|喜获)了?(?:由)?(?P<by>{_NAMED})?(?:颁发的|核发的|的)?(?P<what>[^，。；]{{0,24}}?(?:批准上市|批准注册|批准|注册证书?|上市许可|审批上市|审批|审查|审评|审核|上市批准|准入|注册批准|注册|(?:三类|Ⅲ类|III类)(?:医疗器械)?(?:注册)?证))"
    r"|(?P<listed>获批上市|获准上市|获批注册)"
    rf"|(?:经|由|被)(?P<by2>{_NAMED})(?:正式)?(?:批准|审批)(?:注册|上市)?)"
)
_ANNOUNCED = re.compile(
    rf"{_NAMED}(?:近日|日前|正式|官网|网站|于[^，。；]{{2,14}}|今日)*(?:宣布|公告|公布|发布|官宣|显示|消息)|经{_NAMED}(?:正式)?(?:审查|审评|审批|批准|审核)"
)
_LISTED = re.compile("获批上市|获准上市|批准上市")
_STATE_CLASS = re.compile("三类|Ⅲ类|III类|国械注")
"""What the national authority alone registers."""
_REGISTERED = re.compile(r"\s*[（(](?:注册证?编?号[:：]?)?\s*国械注")
_PRODUCT = re.compile(rf"(?:^|[，。；：的“、])(?:其|公司)?(?P<name>(?:“[^“”]{{2,12}}”)?[{HAN}A-Za-z0-9/+\-·™® \[\]]{{3,40}})$")
_REST_OF_FIRM = re.compile("(?:科技|技术|器械|股份|集团|设备)+")
"""某某医疗|科技|甲系统获批: what is left of a firm's short name."""
_FIRST_OF = re.compile(
    r"^(?:中国|我国|国内|全国|全球|世界|国际|亚洲|业内|业界|行业)?(?:首[款台套个项]|第一[款台套个])(?:国产|自主)?的?(?=..)"
)
"""中国首款|某某CT: praise before a product's name."""
_NOT_YET = re.compile(
    r"特别审[查批]|绿色通道|受理|拟|有望|预计|计划|将|尚未|未|申请(?=中)|力争|争取|准备|正在|临床试验(?:批准|批件|许可)|FDA|CE认证|欧盟"
)
_OPENS = re.compile(r"(?:^|[，。；])(?:日前|近日|据悉|[^，。；]{0,10}[，,])?(?:由)?$")
_BETWEEN = re.compile(
    rf"{_MADE}|(?:宣布|公告|发布公告|透露|官宣)?(?:称|[:：])?[，,]?(?:其|公司|旗下)?(?:自主|独立)*(?:研发|研制|生产|开发)?的?"
)
_CLASS_OF_DRUG = re.compile(
    rf"^[{HAN}]{{0,10}}(?:药物|新药|显像剂|对比剂|造影剂|示踪剂|药品)(?=[{HAN}]{{1,2}}\[|[钆氟锝镓铜镥碘氙铊铟钇铼][{HAN}])"
)
"""放射性药物|氟[18F]某某注射液: what a drug is, before its name."""
_CERTIFIED = re.compile(
    rf"(?:收到|取得|获得|喜获|拿到|领取)了?(?:由)?(?P<by>{_NAMED})(?:颁发|核发|签发|下发|批准)的?[^，。；]{{0,20}}?注册证"
)
"""收到某省药监局颁发的《医疗器械注册证》: what is approved stands behind, with a label."""
_LABELLED = re.compile(rf"产品名称[:：]\s*(?P<name>[{HAN}A-Za-z0-9/+\-·（）()\[\] ]{{3,40}}?)(?=[，。；,;]|\s*$)")
_NUMBER = re.compile(
    r"(?:注册证(?:编|书)?号?|批准文号)[:：]?\s*(?P<number>[\u4e00-\u9fff]械注[准进许]\d{8,14}|国药准字[A-Z]\d{6,10})"
)
_RELATIVE = re.compile(
    r"^(?:其|公司)?的?(?:主要|核心|主营|代表性?|拳头|自研|主打)+产品(?:线|系列)?(?:有|为|是|包括)?|^.*(?:生产|研发|研制|开发|推出|旗下|申报)的|^(?:其|该公司|公司)(?:的|自主)?"
)
_VAGUE = re.compile(r"[该此这其]|[款个项张]$|产品$|公司|医院")
_AS_PRODUCT = re.compile("(?<=软件|系统|装置|设备)产品$|(?<=仪)产品$")
_SHORTEST = 5
_YEAR = re.compile(r"((?:19|20)\d\d)年")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """APPROVED_BY of products, WORKS_ON of the firms that they are of."""
    if not re.search("药监局|药品监督|NMPA|三类|国械注", scene.text):
        return
    for gives in _GIVES.finditer(scene.text):
        yield from _given(scene, reading, gives)
    yield from _certified(scene, reading)
    for gets in _GETS.finditer(scene.text):
        authority = (
            gets["by"] or gets["by2"] or _STATE_CLASS.search(gets["what"] or "") or _REGISTERED.match(scene.text, gets.end())
        )
        authority = authority or (_LISTED.search(gets.group()) and _ANNOUNCED.search(scene.text, 0, gets.start()))
        if authority and not _NOT_YET.search(_clause(scene.text, gets.start(), gets.end())):
            yield from _got(scene, reading, gets)


def _certified(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """收到国家药监局颁发的注册证，产品名称：甲，注册证编号：乙: the product that the label tells."""
    certified, told = _CERTIFIED.search(scene.text), _LABELLED.search(scene.text)
    product = _product(told["name"]) if told is not None else None
    if certified is None or told is None or product is None or _NOT_YET.search(certified.group()):
        return
    firms = [one for one in scene.of("Organization") if one.kind == "company" and one.end <= certified.start()]
    firm = firms[-1] if firms and "子公司" not in scene.text[firms[-1].start : certified.start()] else None
    number = _NUMBER.search(scene.text, told.end())
    extent = (certified.start(), number.end() if number is not None else told.end())
    yield from _told(scene, reading, product, firm, extent, number=number["number"] if number is not None else "")


def _given(scene: Scene, reading: Reading, gives: re.Match[str]) -> Iterator[Assertion]:
    """国家药监局批准了甲公司生产的“乙”和丙公司生产的“丁”: each with its firm."""
    at = gives.end()
    while True:
        firm = scene.starting_at(at, "Organization")
        item = _ITEM.match(scene.text, firm.end if firm is not None else at)
        product = _product(item["quoted"] or item["plain"]) if item is not None else None
        if item is None or product is None or (firm is not None and firm.kind != "company"):
            return
        yield from _told(scene, reading, product, firm, (gives.start(), item.end()))
        link = _AND.match(scene.text, item.end())
        if link is None:
            return
        at = link.end()


def _got(scene: Scene, reading: Reading, gets: re.Match[str]) -> Iterator[Assertion]:
    """甲公司的乙获…批准: the product right before, and the firm before that."""
    head = scene.text[: gets.start()].rstrip("，,")
    quoted = re.search(rf"{_QUOTED}(?:[（(][^（）()]*[)）])?(?:创新)?(?:产品|医疗器械|系统)?$", head)
    plain = _PRODUCT.search(head) if quoted is None else None
    firm = _firm(scene, quoted.start() if quoted is not None else plain.start("name") if plain is not None else 0, len(head))
    start, product = gets.start(), None
    if quoted is not None:
        start = quoted.start()
        name = _AS_PRODUCT.sub("", heal_name(quoted["quoted"]))
        product = EntityRef(label="Technology", name=known_name(name))
    elif plain is not None:
        start = max(plain.start("name"), firm.end if firm is not None else 0)
        rest = _REST_OF_FIRM.match(scene.text, start) if firm is not None and firm.end == start else None
        start = rest.end() if rest is not None else start
        product = _product(
            _RELATIVE.sub("", re.sub(rf"^{_MADE}[出了]*", "", scene.text[start : len(head)])).rpartition("的")[2]
        )
    if product is None:
        start, product, firm = gets.start(), _goes_on_of(scene, reading, gets.start()), None
    if product is not None:
        yield from _told(scene, reading, product, firm, (min(start, firm.start) if firm is not None else start, gets.end()))


def _goes_on_of(scene: Scene, reading: Reading, at: int) -> EntityRef | None:
    """The product that the sentence told of before a clause without a subject: 甲由乙公司推出，|获国家药监局批准."""
    told = reading.product if scene.text[at : at + 1] == "，" or scene.text[at - 1 : at] == "，" else None
    named = told is not None and (told.name in scene.text[:at] or any(one.name == told.name for one in scene.of("Technology")))
    return told if named else None


def _firm(scene: Scene, start: int, end: int) -> Mention | None:
    """The firm right before a product, or inside what stands before the verb."""
    for one in reversed(scene.of("Organization")):
        if one.kind == "company" and one.end <= end:
            return one if one.end > start or _BETWEEN.fullmatch(scene.text, one.end, start) else None
    return None


def _product(words: str) -> EntityRef | None:
    """The product that words name, where they end as a device, a program or an agent does."""
    name = _FIRST_OF.sub("", _AS_PRODUCT.sub("", re.sub("[“”]", "", heal_name(words)).strip()))
    if (model := model_in(name)) is not None:
        return EntityRef(label="Technology", name=model.name)
    name = _CLASS_OF_DRUG.sub("", name)
    known = known_name(name)
    head = technology(name)
    if known == name and (head is None or not name.endswith(head) or len(name) < _SHORTEST or _VAGUE.search(name)):
        return None
    return EntityRef(label="Technology", name=known)


def _told(
    scene: Scene, reading: Reading, product: EntityRef, firm: Mention | None, extent: tuple[int, int], *, number: str = ""
) -> Iterator[Assertion]:
    where = scene.sentence.view.span(min(extent), max(extent))
    years = set(_YEAR.findall(scene.text[: max(extent)]))
    if authority := _authority(scene.text[min(extent) : max(extent)], reading):
        by = EntityRef(label="Organization", name=authority)
        year = int(years.pop()) if len(years) == 1 else ""
        yield reading.fact(APPROVED, product, "APPROVED_BY", by, where, kind="注册", year=year, number=number)
    if firm is not None:
        yield reading.fact(REGISTRANT, reading.organization(firm), "WORKS_ON", product, where)
    reading.made(product)


def _authority(words: str, reading: Reading) -> str:
    """The national authority, or that of the province which the words name or the document is of; "" where that is not told."""
    local = _OF_PROVINCE.search(words)
    if local is None or _STATE_CLASS.search(words):
        return _AUTHORITY
    province = local["province"] if len(local["province"]) > 1 else reading.home("省")
    return province + "药品监督管理局" if province else ""


def _clause(text: str, start: int, end: int) -> str:
    """The words of the clause around a stretch."""
    begin = clause_start(text, start, "，。；")
    close = re.compile("[，。；]|$").search(text, end)
    return text[begin : close.start() if close is not None else len(text)]

"""Centres and laboratories that houses were given, agreed to build, or have at their premises, by their full names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import organization_kind
from ingest.mentions import Mention
from ingest.prose.clauses import clause_start
from ingest.prose.reading import Reading, Rule, Scene, row
from ingest.prose.sites.facilities import LIBRARY_END, facility_of
from kg.model import Assertion, EntityRef
from kg.text import heal_name

__all__ = ["read"]

GRANTED = Rule("centre_granted")
"""甲医院获批国家某病临床医学研究中心; 认定甲医院为国家某中心湖南省分中心; “某中心”落户甲医院."""
AGREED = Rule("built_by_agreement")
"""甲、乙、丙签订协议，共建某成像中心; 由甲牵头联合乙、丙申请的“某实验室”立项建设."""

_END = (
    r"(?:研究中心|医学中心|医疗中心|分中心|诊疗中心|技术中心|创新中心|转化中心|(?:数据|影像|成像|诊断)中心|重点实验室|联合实验室|工程实验室|实验室"
    r"|研究院|分院|工作站)"
)
_NAME = rf"“?(?P<name>[^，。；、“”（）()]{{3,40}}?{_END})”?"
_SHARED_NAME = _NAME.replace("|实验室|", f"|实验室|设施|装置|平台|{LIBRARY_END}|")
_PLACED = _NAME.replace("|实验室|", "|实验室|培训基地|研究基地|转化基地|")
_AS = r"(?:正式|成功|日前|近日|还|又|均|顺利|先后|相继|双双|(?:19|20)\d\d年(?:\d{1,2}月)?|\d{1,2}月(?:\d{1,2}日)?)*"
_GIVEN = re.compile(
    rf"(?:[（(][^（）()]{{2,20}}[)）])?{_AS}(?:获批(?:成为|为|建设|筹建|组建|成立|设立|立项建设|准建设)?|被(?:[^，。；]{{2,20}}?)?(?:认定|批准|确定|授予)(?:为|成为)?"
    rf"|入选|获(?:准|得)(?:建设|组建|筹建|成立)|(?:成为|获评))(?:了|首[批个家]|全[国省市]首[批个家]|第[一二三四五六]批)*{_NAME}(?=$|[，。；、]|称号|授牌|建设|依托|[（(])"
)
_MAKES = re.compile(
    rf"(?:认定|批准|确定|命名|授权)(?P<who>[^，。；“”]{{4,60}}?)(?:正式)?(?:成为|为|成立|设立|组建|建设|筹建)(?:首[批个家])?{_NAME}(?=$|[，。；])"
)
_STANDS = re.compile(
    rf"{_PLACED}(?:[、和与及]“(?P<second>[^“”]{{4,40}}{_END})”)?(?:项目|昨日|今日|近日|日前|正式|也|均|已|成功|顺利|\d{{1,2}}日|今天|昨天|揭牌仪式|授牌仪式|启动仪式)*(?:落户(?:于|在)?|落地(?:于|在)?|挂靠(?:于|在)?|在(?=[^，。；]{{4,30}}(?:挂牌|揭牌|授牌|成立|启用|启动|落成)))"
)
_BEFORE = re.compile(rf"“([^“”]{{4,40}}{_END})”[、和与及]$")
"""The first of two quoted names: “甲中心”和|“乙中心”落户丙."""
_SIGNED = re.compile(
    r"(?:日前|近日|正式|共同|联合|携手|[，,]|在[^，。；]{1,12}|于[^，。；]{2,14}|(?:签[订署]|达成)[^，。；]{2,24}|签约|合作)*"
)
_SHARE = re.compile(
    rf"(?:共同|联合|合作|携手)*(?:共建|建设|成立|组建|打造|设立|筹建|发起成立)(?:了)?{_SHARED_NAME}(?=$|[，。；])"
)
_FOR = re.compile(
    rf"由(?P<lead>[^，。；、“”]{{2,24}}?)牵头[，,]?(?:联合|会同|协同)(?P<with>[^。；“”]{{4,120}}?)(?:等[^，。；“”]{{0,10}})?(?:共同)?(?:申请|申报|组建|建设|筹建|成立|承担|共建)的?{_NAME}"
)
_NOT_YET = re.compile(r"拟|有望|争取|力争|申报(?!的)|创建(?!的)|推荐|公示|(?<!现)将|希望|候选|积极|推进|加快|未")
_COUNTED = re.compile(r"[\d一二两三四五六七八九十百]+余?[个家所项]|下列|以下|上述")
_SHORTEST = 6
_HOUSES = ("hospital", "university", "institute", "department", "company", "laboratory")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """HOSTED_BY and BUILT of centres by what a sentence says of their houses."""
    if not re.search(f"中心|实验室|研究院|分院|工作站|设施|装置|平台|{LIBRARY_END}", scene.text):
        return
    if re.search("获|被|入选|成为", scene.text):
        yield from _given(scene, reading)
    for makes in _MAKES.finditer(scene.text):
        yield from _made(scene, reading, makes)
    for stands in _STANDS.finditer(scene.text) if re.search("落户|落地|挂靠|在", scene.text) else ():
        yield from _stands(scene, reading, stands)
    if "建" in scene.text or "成立" in scene.text or "打造" in scene.text:
        yield from _shared(scene, reading)
        for joint in _FOR.finditer(scene.text):
            yield from _joint(scene, reading, joint)


def _given(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲医院获批…中心: of the house, or the row of houses, right before."""
    for house in scene.of("Organization"):
        given = _GIVEN.match(scene.text, house.end) if house.kind in _HOUSES else None
        site = _site(given["name"]) if given is not None else None
        if given is None or site is None or _clause_doubts(scene.text, house.start, given.end()):
            continue
        yield _hosted(scene, reading, site, house, (house.start, given.end()))


def _made(scene: Scene, reading: Reading, makes: re.Match[str]) -> Iterator[Assertion]:
    site = _site(makes["name"])
    if site is None or _clause_doubts(scene.text, *makes.span()):
        return
    for name in re.split("[、和与及]", makes["who"]):
        house = heal_name(re.sub("^(?:依托|由|以)|等.{0,8}$", "", name))
        if organization_kind(house) in _HOUSES and not _COUNTED.match(house):
            reading.builds(site)
            body = EntityRef(label="Organization", name=house)
            yield reading.fact(GRANTED, site, "HOSTED_BY", body, scene.sentence.view.span(*makes.span()))


def _stands(scene: Scene, reading: Reading, stands: re.Match[str]) -> Iterator[Assertion]:
    house = scene.starting_at(stands.end(), "Organization")
    if house is None or house.kind not in ("hospital", "university", "institute", "department"):
        return
    if _clause_doubts(scene.text, stands.start(), house.end):
        return
    before = _BEFORE.search(scene.text[: stands.start()])
    for name in (before[1] if before is not None else "", stands["name"], stands["second"] or ""):
        site = _site(name) if name else None
        if site is not None and not site.name.startswith(house.name):
            yield _hosted(scene, reading, site, house, (stands.start(), house.end))


def _shared(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲、乙签订协议，共建…中心: each of two or more that the clause opens with."""
    for last in scene.of("Organization"):
        signed = _SIGNED.match(scene.text, last.end)
        shares = _SHARE.match(scene.text, signed.end()) if signed is not None else None
        parties = [one for one in row(scene, last) if one.kind in (*_HOUSES, "government")]
        site = _site(shares["name"]) if shares is not None and len(parties) > 1 else None
        if shares is None or site is None or "签" not in scene.text[last.end : shares.start()]:
            continue
        reading.builds(site)
        for one in parties:
            where = scene.sentence.view.span(parties[0].start, shares.end())
            yield reading.fact(AGREED, reading.organization(one), "BUILT", site, where, role=("共建",))


def _joint(scene: Scene, reading: Reading, joint: re.Match[str]) -> Iterator[Assertion]:
    """由甲牵头联合乙、丙等单位申请的“某实验室”立项建设."""
    site = _site(joint["name"])
    for group, role in (("lead", "牵头"), ("with", "共建")) if site is not None else ():
        for one in scene.within(*joint.span(group), "Organization"):
            if site is not None and one.kind in _HOUSES:
                where = scene.sentence.view.span(*joint.span())
                yield reading.fact(AGREED, reading.organization(one), "BUILT", site, where, role=(role,))


def _site(name: str) -> EntityRef | None:
    """The centre by its own name, which says more than what kind of centre it is."""
    return facility_of(name) if len(name) > _SHORTEST and not re.search("医院|科室|[了将把]|一个|多个", name) else None


def _hosted(scene: Scene, reading: Reading, site: EntityRef, house: Mention, extent: tuple[int, int]) -> Assertion:
    reading.builds(site)
    return reading.fact(GRANTED, site, "HOSTED_BY", reading.organization(house), scene.sentence.view.span(*extent))


def _clause_doubts(text: str, start: int, end: int) -> bool:
    begin = clause_start(text, start, "，。；")
    return _NOT_YET.search(text, begin, end) is not None

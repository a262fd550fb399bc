"""What a form's prose says was done: societies founded, offices held, funding, adoption; and what names say of belonging."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.case import Case, sentences
from ingest.completers import Unit
from ingest.facility import facilities_of
from ingest.forms.align import looks_like_person
from ingest.layout import View
from ingest.lexicon import PLACES, is_place, organization_kind
from ingest.prose.parents import parent
from ingest.witness import Rule
from kg.model import Assertion, EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["stated"]

FOUNDED_AND_CHAIRS = Rule("FOUNDED_AND_CHAIRS", 0.9)
HOLDS_OFFICE = Rule("HOLDS_OFFICE", 0.9)
HEADS_PANEL = Rule("HEADS_PANEL", 0.85)
OFFICER_SAYS = Rule("OFFICER_SAYS", 0.8)
CORE_MEMBERS = Rule("CORE_MEMBERS", 0.8)
NAME_TELLS_PARENT = Rule("NAME_TELLS_PARENT", 0.9)
DEPARTMENT_OF = Rule("DEPARTMENT_OF", 0.85)
AWARD_OF_ORGANIZATION = Rule("AWARD_OF_ORGANIZATION", 0.8)
ADOPTED_BY_LIST = Rule("ADOPTED_BY_LIST", 0.92)
REACHES_PLACES = Rule("REACHES_PLACES", 0.85)
USED_ACROSS = Rule("USED_ACROSS", 0.85)
FUNDED_FROM = Rule("FUNDED_FROM", 0.93)
SUPPORTED_BY = Rule("SUPPORTED_BY", 0.85)

_TEXTS = ("summary", "opinion", "uptake", "innovations", "features", "field", "funding")
_BODY = rf"[{HAN}A-Za-z（）()]{{2,30}}?(?:专业委员会|专委会|专委员会|委员会|分会|学会|协会|联盟|学组|协作组|研究会|联合会|研究网|协作网)"
_OFFICE = r"(?:首任|首届|现任|候任|前任|名誉|常务|执行)?(?:副)?(?:主任委员|主委|会长|理事长|主席|秘书长|组长|委员长|主任|常委|常务委员|常务理事|理事|青年委员|委员|总干事)"
_WHO = rf"(?P<who>第[一二三四五六七八九十\d]+(?:主要)?完成人|项目(?:总)?负责人|[{HAN}]{{2,4}}(?=(?:教授|院士|主任|研究员)?(?:发起|牵头|作为|担任|现任|任|当选|为|兼任)))(?:教授|院士|主任|研究员)?"
_FOUNDED = re.compile(
    rf"{_WHO}[^。；]{{0,12}}?(?:发起|牵头|倡议|创建|组织)?(?:并)?(?:成立|创立|组建|创建)(?:了)?(?P<body>{_BODY})[^。；]{{0,6}}?(?:任|担任|出任|当选(?:为)?)(?P<office>{_OFFICE})"
)
_HOLDS = re.compile(rf"{_WHO}[^。；]{{0,6}}?(?:现任|担任|兼任|任|当选(?:为)?)(?P<body>{_BODY})(?P<office>{_OFFICE})")
_PANEL = re.compile(
    rf"以(?P<who>[{HAN}]{{2,4}}?)(?P<title>院士|教授|研究员|主任)?为(?P<office>(?:专家组|鉴定组|评审组|评价组)?(?:组长|主任委员|主席|主任))的(?P<body>[{HAN}]{{2,16}}(?:委员会|专家组|鉴定组))"
)
_SAYS = re.compile(
    rf"(?P<body>(?:国际|世界|全球|美国|欧洲|亚洲|亚太|中国|中华)\s?{_BODY})(?P<office>前主席|候任主席|主席|会长|理事长|主任委员|副主席)\s*(?P<who>[A-Z][A-Za-z.\-]+(?: [A-Z][A-Za-z.\-]+){{0,3}}|[{HAN}]{{2,3}}?)(?:教授|院士|医生|博士)?(?=指出|认为|评价|表示|撰文|给予|高度|在)"
)
_CORE = re.compile(
    rf"[“\"](?P<body>[{HAN}]{{4,30}}(?:实验室|中心|研究所))[”\"].{{0,60}}?(?:主要|全部)?完成人(?:均|都)?(?:系|为|是)(?:该|此|上述)(?:实验室|中心|研究所)(?P<office>[{HAN}]{{0,6}}成员)"
)
_LED_BY_US = re.compile(
    rf"[“\"](?P<body>[{HAN}]{{4,30}}(?:实验室|中心|研究所))[”\"](?:由|是)(?P<who>我院|本院|我校|我所|我单位)(?:牵头|负责)?(?:建设|组建|承建)"
)
_DEPARTMENT = re.compile(
    rf"(?P<whole>[{HAN}]{{4,30}}?(?:医院|大学|学院|研究所)|我院|本院|医院)(?P<part>[{HAN}]{{1,8}}(?:科|中心))(?![{HAN}]?(?:研|学|技|普))(?:(?P<more>(?:、[{HAN}]{{2,8}}科)*(?:与|和|及)[{HAN}]{{2,8}}科))?"
)
_ADOPTED = re.compile(
    r"(?:已|目前|现已|先后|已经)?(?:陆续|广泛|成功)?在(?P<list>[^。；]{6,400}?)(?:等)?(?:\d+余?|多|数|[一二三四五六七八九十]+余?)?(?:家|所|个)?(?:省[市]?)?(?:三甲|三级|医疗|基层|兄弟)*(?:医院|医疗机构|机构|单位|中心)?(?:中)?(?:得到|进行|获得|予以)?(?:了)?(?:广泛|成功|临床)?(?:推广|应用|使用|开展)"
)
_REACHED = re.compile(
    r"(?:辐射|覆盖|推广至|推广到|应用于|惠及|销往|遍及)(?:至|到|了)?(?P<list>[^。；，]{2,80}?)(?:等|$|[。；，])"
)
_ACROSS = re.compile(
    r"(?:在|于|至|到|面向)(?P<where>全国|我国|我省|全省|我市|全市|国内)(?:[^，。；]{0,16}?(?:医院|机构|单位|范围|各地|推广|应用|开展))"
)
_OURS = re.compile(r"推广|应用|开展|使用|转化")
_FUNDED = re.compile(
    rf"(?:源于|来源于|来源为|依托(?:于)?|受|得到|在|获(?:得)?)(?:了)?(?P<program>[{HAN}“”\d]{{4,30}}?(?:计划|基金|专项|工程))(?:重点|面上|青年|重大)?(?:项目|课题)?(?:[（(](?P<sub>[{HAN}]{{3,20}}?)[)）])?[：:]\s*[“《]?(?P<title>[^。；（(“”《》]{{6,120}}?)[”》]?\s*[（(](?:项目|课题)?(?:编号|批准号|合同号|项目号)?[：:]?\s*(?P<number>[A-Za-z0-9\-]{{5,24}})[)）]"
)
_SUPPORTED = re.compile(
    rf"(?:获|受|得到|在|由)(?:得|到)?(?:了)?(?P<program>(?:国家|中国|教育部|科技部|卫生部|军队|[{HAN}]{{2,4}}[省市区])[{HAN}“”\d]{{2,20}}?(?:计划|基金|专项))"
    r"(?:重点|面上|青年|重大)?(?:项目|课题)?(?:等)?(?:的)?(?:连续)?(?:资助|支持)"
)
_LIST_CUT = re.compile(r"[、，,;；]|和(?=[^平])|及|与")
_AWARD_ORGANIZATION = re.compile(
    rf"^(?P<body>[{HAN}]{{3,20}}(?:学会|协会|医学会|基金会|研究会|联合会))(?:[一二三]等奖|[{HAN}]{{0,12}}奖)$"
)


def stated(case: Case) -> Iterator[Assertion]:
    """What the texts of the form and of its units say, sentence by sentence; then what names tell."""
    for view, unit in _texts(case):
        for sentence in sentences(view):
            yield from _offices(case, sentence)
            yield from _adopted(case, sentence, unit)
            yield from _funded(case, sentence)
            yield from _parts(case, sentence, unit)
    yield from facilities_of(case)
    yield from _named(case)


def _texts(case: Case) -> Iterator[tuple[View, Unit | None]]:
    for view in case.texts(*_TEXTS):
        yield view, None
    for unit in case.units:
        if unit.contribution is not None:
            yield unit.contribution, unit


def _offices(case: Case, sentence: View) -> Iterator[Assertion]:
    for pattern, rule in ((_FOUNDED, FOUNDED_AND_CHAIRS), (_HOLDS, HOLDS_OFFICE)):
        for match in pattern.finditer(sentence.text):
            persons = case.persons_in(match["who"])
            if persons or looks_like_person(match["who"]):
                who = persons[0].ref if persons else EntityRef(label="Person", name=match["who"])
                yield _member(case, sentence, match, who, rule)
    for pattern, rule in ((_PANEL, HEADS_PANEL), (_SAYS, OFFICER_SAYS)):
        for match in pattern.finditer(sentence.text):
            if looks_like_person(match["who"]) or match["who"].isascii():
                yield _member(case, sentence, match, case.person(match["who"]), rule)
    core = _CORE.search(sentence.text)
    if core:
        seen: set[str] = set()
        for person in case.people:
            if person.name not in seen:
                seen.add(person.name)
                yield _member(case, sentence, core, person.ref, CORE_MEMBERS)


def _member(case: Case, sentence: View, match: re.Match[str], who: EntityRef, rule: Rule) -> Assertion:
    body = re.sub(r"专委员?会$", "专业委员会", heal_name(match["body"]).replace(" ", ""))
    span = sentence.span(match.start(), match.end())
    society = EntityRef(label="Organization", name=body)
    return case.at(span, rule).fact(who, "MEMBER_OF", society, role=heal_name(match["office"]))


def _adopted(case: Case, sentence: View, unit: Unit | None) -> Iterator[Assertion]:
    """Organisations and places that use the achievement. A bare 我省 is the province of the nominating or first unit."""
    for match in _ADOPTED.finditer(sentence.text):
        parts = list(_items(match["list"], match.start("list")))
        named = [
            (name, at) for name, at in parts if organization_kind(name) in ("hospital", "university", "institute", "company")
        ]
        for name, at in named if len(named) >= 0.5 * len(parts) else ():
            target = case.organization(name)
            if target is not None and len(target.name) >= 4:
                yield _adoption(case, sentence, target, (match.start(), at + len(name)), ADOPTED_BY_LIST)
    for match in _REACHED.finditer(sentence.text):
        for name, at in _items(match["list"], match.start("list")):
            if _is_region(name):
                yield _adoption(
                    case, sentence, EntityRef(label="Place", name=name), (match.start(), at + len(name)), REACHES_PLACES
                )
    across = _ACROSS.search(sentence.text)
    if across and unit is None and _OURS.search(sentence.text):
        place = _place(case, across["where"])
        if place:
            yield _adoption(case, sentence, EntityRef(label="Place", name=place), (across.start(), across.end()), USED_ACROSS)


def _adoption(case: Case, sentence: View, target: EntityRef, extent: tuple[int, int], rule: Rule) -> Assertion:
    return case.at(sentence.span(*extent), rule).fact(case.achievement, "ADOPTED_BY", target)


def _items(words: str, start: int) -> Iterator[tuple[str, int]]:
    """The items of a list with where each begins; 等 and counts at their ends are left out."""
    position = 0
    for cut in [*_LIST_CUT.finditer(words), None]:
        end = cut.start() if cut else len(words)
        item = re.sub(r"等.*$|\d+余?家.*$|[多数]家.*$", "", words[position:end])
        bare = item.strip()
        if bare:
            yield bare, start + position + item.index(bare)
        position = cut.end() if cut else end


def _is_region(name: str) -> bool:
    """A place, or a province's short name with a place of it behind ("江西九江")."""
    if is_place(name):
        return True
    return (
        any(
            name.startswith(known) and 2 <= len(name) - len(known) <= 4 and kind == "province" for known, kind in PLACES.items()
        )
        and organization_kind(name) is None
    )


def _place(case: Case, words: str) -> str:
    if words in ("全国", "我国", "国内"):
        return "中国"
    level = "省" if "省" in words else "市"
    names = [heal_name(case.form.text(value)) for value in case.form.values("nominator")] + [unit.name for unit in case.units]
    for name in names:
        for length in range(2, 7):
            if name[:length].endswith(level) and is_place(name[:length]):
                return name[:length]
    return ""


def _funded(case: Case, sentence: View) -> Iterator[Assertion]:
    """ "源于某某计划项目（某某专项）：题目（编号：…）": the grant, its programme, the special programme inside it."""
    for match in _SUPPORTED.finditer(sentence.text):
        program = EntityRef(label="FundingProgram", name=heal_name(match["program"]))
        span = sentence.span(match.start(), match.end())
        yield case.at(span, SUPPORTED_BY).fact(case.achievement, "FUNDED_BY", program)
    for match in _FUNDED.finditer(sentence.text):
        span = sentence.span(match.start(), match.end())
        grant = EntityRef(label="Grant", name=heal_name(match["title"]))
        program = EntityRef(label="FundingProgram", name=heal_name(match["program"]))
        words = case.at(span, FUNDED_FROM)
        yield words.fact(grant, "FUNDED_BY", program, number=match["number"])
        yield words.fact(case.achievement, "FUNDED_BY", program, number=match["number"])
        yield words.attribute(grant, "number", match["number"])
        if match["sub"]:
            special = EntityRef(label="FundingProgram", name=program.name + heal_name(match["sub"]))
            yield words.fact(grant, "FUNDED_BY", special, number=match["number"])
            yield words.fact(special, "PART_OF", program)


def _parts(case: Case, sentence: View, unit: Unit | None) -> Iterator[Assertion]:
    """Departments called with their hospital, and laboratories that 我院 leads."""
    lead = _LED_BY_US.search(sentence.text)
    whole = case.organization(lead["who"], unit) if lead else None
    if lead and whole:
        part = EntityRef(label="Organization", name=heal_name(lead["body"]))
        yield case.at(sentence.span(lead.start(), lead.end()), DEPARTMENT_OF).fact(part, "PART_OF", whole)
    for match in _DEPARTMENT.finditer(sentence.text):
        hospital = case.organization(match["whole"], unit)
        if hospital is None or hospital.name not in case.known_organizations():
            continue
        for name in [match["part"], *re.split(r"[、与和及]", match["more"] or "")]:
            if name and organization_kind(name) == "department":
                span = sentence.span(match.start(), match.end())
                yield _part(case, hospital.name + name, hospital.name, span, DEPARTMENT_OF)


def _part(case: Case, name: str, whole: str, span: Span, rule: Rule, basis: str | None = None) -> Assertion:
    part, of = EntityRef(label="Organization", name=name), EntityRef(label="Organization", name=whole)
    return case.at(span, rule).fact(part, "PART_OF", of, basis=basis)


def _named(case: Case) -> Iterator[Assertion]:
    """What the names of the organisations in cells tell of whose part they are."""
    seen: set[str] = set()
    for name, span in _organizations(case):
        whole = parent(name)
        if whole and name not in seen:
            seen.add(name)
            yield _part(case, name, whole, span, NAME_TELLS_PARENT, "名称")


def _organizations(case: Case) -> Iterator[tuple[str, Span]]:
    yield from ((unit.name, unit.span) for unit in case.units)
    yield from ((place.name, place.span) for person in case.people for place in person.affiliations)
    for view in case.texts("nominator"):
        if organization_kind(heal_name(view.text)):
            yield heal_name(view.text), view.span(0, len(view.text))
    for view in case.texts(*_TEXTS):
        for match in _FOUNDED.finditer(view.text):
            yield re.sub(r"专委员?会$", "专业委员会", match["body"]), view.span(match.start("body"), match.end("body"))

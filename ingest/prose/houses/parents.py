"""What the name of an organisation says of it: whose part it is, and where it stands."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.lexicon import PLACES, organization_kind
from kg.text import HAN

__all__ = [
    "NTH",
    "off_campus",
    "parent",
    "place",
    "programme_above",
    "short_inside",
    "standing",
    "term_of",
    "town_in",
]

_HOLDERS = frozenset({"university", "hospital", "society", "society_branch", "institute", "funder"})
_HOLDING = re.compile(
    r"(?:科学院|工程院|大学|医学院|医院|保健院|(?<!科协)(?<!协会)学会|协会|联合会|分会|专业委员会|专委会|研究院|研究所|委员会|科学部|学部)$"
)
_BOARD = "(?:学术|科学|技术|专家|科技|战略|伦理|建设|用户|管理|咨询|指导|顾问){1,3}委员会|理事会"
_BUREAU = r"(?![副正])[^、和与及在对的]{2,12}?(?:[司处局]|办公室|办公厅)"
_WHOLES = tuple(
    (re.compile(front), re.compile(rest))
    for front, rest in (
        ("(?:基金会|研究会|促进会|医师会|科协)$", "(?!第).+(?:分会|委员会|专委会|学组|专业组|办公室|秘书处|学会服务中心)"),
        ("(?:实验室|中心|研究院|研究所|设施|医院|大学|学院)$", _BOARD),
        ("^(?!国家自然).+(?:部|委员会|厅|[^邮]局|[健生]委|发改委|科委|教委|人民政府)$", _BUREAU),
        ("(?:附[一二三四五属]?|第?[一二三四五六])院$|(?:医院|附.院).{1,8}院区$", "(?!管理).+(?:科|中心|实验室|研究所)"),
        ("(?:疾病预防控制|疾控)中心$", ".{2,10}[所科处室]"),
        (
            "(?:医院|院区|附[一二三四五属]?院).{1,12}科$",
            "(?![学技研教普室内外])[^科]{2,14}(?:中心|实验室|病区|病房|[^研教科]室|[诊治]部)",
        ),
    )
)
"""What opens the names of what else is part of a body, and what these go on with: boards, bureaux, rooms of a department."""
_SORT = (
    "(?:国家)?(?:面上|青年|重点|重大|优秀青年|杰出青年|地区|联合|创新研究群体|创新群体|国际|海外|外国|基础科学中心|专项|应急"
    "|培育|一般|探索)"
)
_SORTED = (
    re.compile(
        rf"(?P<whole>.{{0,8}}自然科学基金)(?:委员会)?(?:{_SORT}[^（）()、，]{{0,20}}|专项|优青|杰青)(?:[（(][^（）()]*[)）])?"
    ),
    re.compile(
        rf"(?P<whole>.{{2,}}(?:项目|计划|专项|基金))[（(](?:{_SORT}|自由申请|部门推荐|定向|公开竞争|揭榜挂帅|引导|攻关|[{HAN}]{{2,8}}类(?=[)）]))[^（）()、，]{{0,8}}[)）]"
    ),
)
"""Sorts of a programme's projects, by its name: 某省自然科学基金|面上项目, 某项目|（自由申请类）."""
_IN_BRACKETS = re.compile(r"[（(][^（）()]*[)）]$")
_CAMPUS = re.compile(rf"(?<=医院)[{HAN}]{{1,5}}院区$")
_LEAST_WHOLE = 3
_KEPT = 1 << 12
_OF_TERM = re.compile(
    r"(?:新一届|上一届|首届|本届|第?[一二三四五六七八九十百\d]+届)(?:(?:常务)?(?:委员会|理事会)(?=$|青年委员会))?"
)
NTH = r"(?:首届|第[一二三四五六七八九十百\d]+(?:[、和][一二三四五六七八九十\d]+)*届)"
"""A term by its number."""
_TERM = re.compile(NTH)
_ATTACHED = re.compile(r"(?:附属|直属|第[一二三四五六七八九十]+(?=附属))$")
_COUNTRY_WORDS = frozenset({"中国", "我国", "全国", "国内", "全球"})
_ELSEWHERE = re.compile("(?:大学|学院)[^市县旗州师]*(?:(?<!城)[市县旗州](?!级|立)|[一二三四五六七八九十]师)")
"""A place that no list holds, after the university that a name opens with: the university's place is not its own."""
_BARE_HOUSE = re.compile("(?:附属)?第[一二三四五六七八九十]+(?:附属|临床)?医院")
"""A hospital by its ordinal alone, which every town has."""
_SHORT_INSIDE = re.compile(r"(?<=会)[（(](?P<short>[^（）()]{2,12})[)）](?=[^（）()]{2,}(?:分会|委员会|专委会|学组)$)")
"""A short name between a society's name and its branch's: 某某促进会（某促会）影像分会."""
_SORTS_OF_BRANCHES = frozenset({"专业委员会", "专委会", "分会", "学组", "分支机构", "工作委员会"})
"""What branches of a society are, which is no branch's name (某某学会第三届专业委员会主任委员名单)."""
_SOCIETIES = frozenset({"学会", "协会"})
_OF_SOCIETIES = re.compile("(?:协会|科协|联合会)学会$")
"""某某科学技术协会|学会服务中心: an office for societies, not a society of an association."""
_GRANTED = re.compile(rf"(?P<field>[{HAN}]{{3,16}})(?:中国|国家)[{HAN}]{{4,20}}重点实验室")
"""核应急|中国某病控制中心重点实验室: a body gave the title, the field stands before it."""
_LEAST_REST = 2
_SAID = frozenset({"city", "province", "country"})


def _one_of(*kinds: str) -> str:
    return "|".join(sorted((name for name, kind in PLACES.items() if kind in kinds), key=len, reverse=True))


_PLACE = re.compile(_one_of(*_SAID))
_NAMED_AFTER_SUN = re.compile(
    rf"(?:.{{2,8}}大学(?:附属)?|(?P<town>{_one_of('city', 'province')})[省市]?)?"
    r"中山(?:(?:纪念)?(?:医院|眼科)|[一二三四五六七八附]+院)"
)
"""Hospitals that bear a man's name, not the town's (中山市某医院)."""
_PROVINCE = rf"(?:(?:{_one_of('province')})(?:省|自治区)?)?"
_HOUSE_OF_TOWN = (
    "(?:第?[一二三四五六七八九十]+|人民|中心|中医|中西医|民族|蒙医|藏医|哈萨克医|妇女|妇幼|儿童|肿瘤|传染病|精神|胸科|口腔|骨科|眼科|职业病|红十字|红会|疾病|疾控"
    "|医疗|医院|卫生|总医院|立医院|医学|医师|科学技术|科技|科协|教育|财政|发展|市场|急救|体检|康复|结核|皮肤)"
)
_TOWN = re.compile(rf"{_PROVINCE}(?P<town>[^\W\d省市区县州盟部地]{{1,6}}州?(?:自治县|自治旗|[市县旗]))(?={_HOUSE_OF_TOWN})")
"""A town or county that no list holds, before what each has: 某某县|人民医院."""
_NO_TOWN = re.compile("[都城超本全各我该此邻外跨多两三同乡级辖]市|[本全各我该此邻外多两三郡州困级]县|某某?[市县]")
_BRAND = re.compile("阿里(?!地区|专区)")
"""A company's brand that a place's short name opens."""
_IN_PROVINCE = re.compile(rf"{_PROVINCE}(?P<town>{_one_of('city')})")
_PLACED = frozenset({"hospital", "company", "institute", "government", "society", "society_branch", "laboratory"})


def standing(name: str) -> str:
    """The name of a society or committee without the term that it is spoken of in.

    >>> standing("某某学会新一届影像专业委员会"), standing("某某协会放射分会第二届委员会"), standing("第三届委员会")
    ('某某学会影像专业委员会', '某某协会放射分会', '第三届委员会')
    >>> standing("某某国际交流促进会（某促会）心电分会")
    '某某国际交流促进会心电分会'
    """
    name = _SHORT_INSIDE.sub("", name)
    without = _OF_TERM.sub("", name)
    return without if len(without) > _LEAST_REST and organization_kind(without) is not None else name


def term_of(words: str) -> str:
    """The term of a society or committee that words tell, "" for none.

    >>> term_of("某某协会放射分会第二届委员会"), term_of("某某学会新一届影像专业委员会")
    ('第二届', '')
    """
    found = _TERM.search(words)
    return found.group() if found is not None else ""


def short_inside(name: str) -> tuple[str, str]:
    """The short name of a society that stands before its branch's, and the society; two empty texts for none.

    >>> short_inside("某某国际交流促进会（某促会）心电分会")
    ('某促会', '某某国际交流促进会')
    """
    found = _SHORT_INSIDE.search(name)
    return (found["short"], name[: found.start()]) if found is not None else ("", "")


@lru_cache(maxsize=_KEPT)
def parent(name: str) -> str | None:
    """The organisation that the name opens with and is a part of, None where it tells none.

    >>> names = ("甲医科大学附属第二医院", "中国科学院临江物理研究所", "某某学会放射学分会", "临江市人民医院")
    >>> [parent(name) for name in names]
    ['甲医科大学', '中国科学院', '某某学会', None]
    >>> [parent(name) for name in ("甲医院核医学科体外实验室", "教育部科学技术司", "岚江重点实验室学术委员会")]
    ['甲医院核医学科', '教育部', '岚江重点实验室']
    >>> parent("临江省科学技术协会学会服务中心"), parent("临江医院发展中心"), parent("核应急中国某病控制中心重点实验室")
    ('临江省科学技术协会', None, None)
    """
    name = _IN_BRACKETS.sub("", name)
    if (granted := _GRANTED.fullmatch(name)) is not None and organization_kind(granted["field"]) is None:
        return None
    for end in range(len(name) - _LEAST_REST, _LEAST_WHOLE - 1, -1):
        if _opens_whole(name, end):
            return name[:end]
        if end == _LEAST_WHOLE:
            return None
        front = _ATTACHED.sub("", name[:end])
        if front != name[:end] and end != len(front):
            continue
        if _HOLDING.search(front) and organization_kind(front) in (*_HOLDERS, "department") and _is_part(front, name[end:]):
            return front
    return None


@lru_cache(maxsize=_KEPT)
def programme_above(name: str) -> str | None:
    """The programme that the name of one of its sorts of projects opens with, None where it tells none.

    >>> programme_above("某省自然科学基金面上项目"), programme_above("某省计划（青年类）"), programme_above("国家自然科学基金")
    ('某省自然科学基金', '某省计划', None)
    """
    found = next((match for one in _SORTED if (match := one.fullmatch(name)) is not None), None)
    return found["whole"] if found is not None else None


def off_campus(name: str) -> str:
    """The hospital of a campus, told by that one's name; any other name as it is.

    >>> off_campus("临江市肿瘤医院东院区"), off_campus("临江市肿瘤医院")
    ('临江市肿瘤医院', '临江市肿瘤医院')
    """
    return _CAMPUS.sub("", name)


def place(name: str) -> str | None:
    """The city, province or foreign country that an organisation's name tells, None where it tells none.

    >>> place("株洲影像科技有限公司"), place("中国科学院"), place("德国某某研究所"), place("某某大学附属株洲恺安医院")
    ('株洲', None, '德国', '株洲')
    >>> place("湖南省株洲市中心医院"), place("临澜县人民医院"), place("四川省岚水县中医院"), place("城市医院")
    ('株洲', '临澜县', '岚水县', None)
    """
    kind = organization_kind(name)
    if (after_him := _NAMED_AFTER_SUN.match(name)) is not None:
        return after_him["town"]
    if kind in _PLACED:
        return town_in(name)
    country = _opening_place(name) if kind is not None else None
    return country if country is not None and PLACES.get(country) == "country" else None


def town_in(name: str) -> str | None:
    """The place that a name opens with, or that stands after the organisation it opens with."""
    whole = parent(name)
    rest = name if whole is None else re.sub("^(?:附属|直属)", "", name.removeprefix(whole))
    inner = None if whole is None else _opening_place(rest, inner=True)
    if whole is not None and inner is None and _ELSEWHERE.search(name):
        return None
    return inner or _opening_place(name)


def _opening_place(words: str, *, inner: bool = False) -> str | None:
    town = _TOWN.match(words)
    known = town is not None and PLACES.get(town["town"][:-1]) in _SAID and not town["town"].endswith("县")
    if town is not None and not known and not _NO_TOWN.search(town["town"]):
        return town["town"]
    within = _IN_PROVINCE.match(words)
    found = _PLACE.match(words, within.start("town") if within else 0)
    longest = found.group() if found and not _BRAND.match(words) else ""
    after = words[found.end() :] if found else words
    if not longest or longest in _COUNTRY_WORDS or after.startswith("大学"):
        return None
    return None if inner and re.fullmatch(r"(?:中心)?医院|分院|院区", after) else longest


def _opens_whole(name: str, end: int) -> bool:
    """Whether the name up to here is a body that has such parts as the rest of the name tells."""
    return any(rest.fullmatch(name, end) and front.search(name[:end]) for front, rest in _WHOLES) and bool(
        organization_kind(name[:end])
    )


def _is_part(front: str, rest: str) -> bool:
    rest = re.sub("^(?:附属|直属)", "", rest)
    if rest in _SORTS_OF_BRANCHES or rest in _SOCIETIES or _OF_SOCIETIES.search(front) or rest.endswith("联合体"):
        return False
    if _BARE_HOUSE.fullmatch(front) or (rest.endswith("联盟") and not front.endswith("会")):
        return False
    if front.endswith(("医院", "保健院")):
        if rest.startswith(("管理", "发展中心")):  # 甲医院管理研究所, 乙医院发展中心: of the management of hospitals
            return False
        return organization_kind(rest) in ("department", "laboratory", "institute") or rest.endswith(("科", "中心", "院区"))
    if front.endswith("委员会") and not rest.endswith(("部", "处", "委员会", "办公室")):
        return False
    return organization_kind(front + rest) is not None and len(rest) >= _LEAST_REST

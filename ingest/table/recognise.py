"""How well a stretch of text fits a kind of cell: a score, or None where it cannot be one."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from ingest.lexicon import (
    RARE_SURNAMES,
    SURNAMES,
    is_person,
    is_place,
    is_position,
    is_title,
    organization_kind,
)
from ingest.numerals import number as value_of
from ingest.table.dates import read_date, read_years
from ingest.table.towns import places
from kg.text import HAN, heal_name

__all__ = [
    "GOES_ON",
    "MOST",
    "MOST_OTHERWISE",
    "STRICT",
    "could_be_named",
    "fit",
    "grafts",
    "is_branch",
    "is_category",
    "is_society",
    "never_fits",
    "organizations",
    "persons",
    "session_number",
]

STRICT = frozenset({"index", "year", "date", "session", "code", "money"})
"""Kinds that a pattern tells, so that a row that opens with one can be told by it."""

_FITS, _MAYBE, _BARELY = 3.0, 0.5, -1.0
MOST = {"index": 2.0, "session": 2.0, "money": 2.5, "text": 1.5, "phrase": 2.0, "category": 2.0}
"""The best score of a kind of cell, where it is less than the others'."""
MOST_OTHERWISE = _FITS
_OPEN_LIST = 2.0  # a list that ends with its separator goes on

_NUMBER_OF_THING = re.compile(r"(?=(?:[^\d]*\d){4})[A-Z\d]{6,16}(?:-[A-Z\d]{1,8}){0,2}")
"""What stands below 编号 where that numbers projects: 2031SJ1001."""
_INDEX = re.compile(r"[(（]?\d{1,3}[)）]?[.、]?|(?:子?课题|任务|专题|项目|方向)(?:\d{1,2}|[一二三四五六七八九十]{1,2})")
_ABOUT = re.compile(r"^[（(]?(?:预计|计划|拟|约)|[)）]$")
"""What stands around a year that is to come: （预计2031）."""
_TERM = re.compile(
    r"\d{1,2}(?:\.\d)?\s*(?:年|个月|月)?"
    r"|(?:19|20)\d{2}\s*[./年-]\s*\d{1,2}(?:\s*[./月-]\s*\d{1,2}日?|月)?\s*(?:[-—–~～至]+\s*(?:19|20)\d{2}\s*[./年-]\s*\d{1,2}(?:\s*[./月-]\s*\d{1,2}日?|月)?)?"
)
_OPEN_TERM = re.compile(r"[-—–~～至]\s*(?!(?:19|20)\d\d)(?P<number>\d+(?:\.\d+)?)$")
_CLOCK = re.compile(r"\d{1,2}\s?[:：]\s?\d{2}(?:\s?[-—–~～至]+\s?\d{1,2}\s?[:：]\s?\d{2})?")
"""The hours of a talk in a programme: 08:30-08:50."""
_NUMERALS = "〇零一二三四五六七八九十百"
_SESSION = re.compile(rf"第?\s*(?P<number>[A-Z]{{0,2}}\d{{1,4}}|[{_NUMERALS}]{{1,6}})\s*(?:[次届期场]|会议)?")
_CODE = re.compile(
    r"(?=[^\n]*\d{3})[A-Za-z0-9][A-Za-z0-9./_()（）〔〕\[\]×*-]{4,29}"
    rf"|[{HAN}]{{1,6}}[\[(〔（]?\d{{4}}[\])〕）]?[A-Za-z0-9×*-]{{2,}}号?"
)
_MONEY = re.compile(r"[¥￥]?\s*\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|[¥￥]?\s*\d+(?:\.\d+)?")
_MONEY_UNIT = re.compile(r"\s*(?:亿元|万元|千元|万美元|美元|元|万|亿)$")
_OFFICE = re.compile(
    "(?:拟任|名誉|荣誉|候任|前任|现任|常务|执行|青年|共同|副|总)*"
    "(?:主任委员|主委|委员|会长|理事长|理事|秘书长|秘书|主席|组长|组员|监事长|监事|会员|顾问|召集人|干事|成员|专家|主任|联络[员人])"
)
_LONGEST_POST = 14
_DEPARTMENT = re.compile(rf"[{HAN}与和、]{{1,12}}(?:科学部|学部|处|司|局|厅|部|办公室|委员会)")
_CATEGORY = re.compile(rf"[{HAN}]{{1,6}}[科类学门系界]|综合|交叉|其他|其它|工程|医药")
_SOCIETY = re.compile(rf"[{HAN}（）()]{{2,24}}(?:学会|协会|研究会|联合会|促进会|联盟|总会|医师会|基金会)")
_BRANCH = re.compile(
    rf"[{HAN}A-Za-z0-9（）()/·、-]{{2,40}}"
    r"(?:委员会|专委会|分会|学组|专业组|协作组|工作组|研究组|专业部|工作部|联盟)"
)

_SEPARATOR = re.compile(rf"\s*[、，,;；/]\s*|(?<=[{HAN}])\s+(?=[{HAN}])|(?<=[{HAN}])\s+(?=[A-Z])|(?<=[a-z])\s+(?=[{HAN}])")
_NO_NAMES = re.compile(rf"\d{{2}}|[{HAN}]{{10}}|[{HAN}]\d[{HAN}]|[。！？“”《》]")
_HOME_NOTED = re.compile(rf"(?<=[{HAN}a-z])\s*[（(][^（）()]{{4,}}[)）](?=$|\s*[、，,;；])")
"""Where the one before works, in brackets behind the name: 张三（某某大学）、李四."""
_PADDED_NAME = re.compile(rf"(?<![{HAN}])([{HAN}])\s+([{HAN}])(?![{HAN}])")
_AFTER_NAME = re.compile(r"\s*(?:[(（][^()（）]*[)）]|等人?|[*#†]|\d)$")
_IN_LETTERS = re.compile(rf"[A-Z][A-Za-z'’.\-]*(?:\s+[A-Za-z'’.\-]+)*\s*[（(]\s*(?P<name>[{HAN}·\s]{{2,8}}?)\s*[)）]")
"""A name in letters with its Chinese form in brackets: Qiu Ning（裘宁）."""
_BEFORE_NAME = re.compile(r"^(?:执行主席|主席|负责人|[:：])+")
_ORGANIZATION_SEPARATOR = re.compile(r"\s*[、；;，,]\s*")
_LABEL = re.compile("[:：]")
"""What no name of an organisation holds: a line behind a table (联系人：某某) is no part of its last cell."""
_WITH_OTHERS = re.compile(r"[（(](?:合作|参与|参加|协作|联合|共同)(?:申报|承担|研究)?(?:单位|机构|方)?\s*[:：][^（）()]*[)）]")
"""A note in a cell of who else takes part: 某某医院（合作单位：某某大学）."""
_TWO_OR_THREE = re.compile(rf"[{HAN}]{{2,3}}")
_NAME_SHAPED = re.compile(rf"[{HAN}]{{3,6}}")
_NO_NAME_WORDS = re.compile(
    "^[待暂拟未]|选举|兼任|空缺|不详|全体|团队|项目|课题|同上|另行|保密|公司|成员|小组|在研|结题|通过|合格|[金费第等级类型式性化率量度测评价析像术法的与和及院所室部科厅局校位心会期限年月元]"
)
"""Words and characters that no name of another people is written with."""
_NAME_LIKE = re.compile(rf"[{HAN}（）()A-Za-z ]{{3,30}}")
_PLACE_LIKE = re.compile(rf"[{HAN}]{{2,5}}")
_UNIT_LIKE = re.compile(rf"[{HAN}]{{2,10}}")
_NO_LETTERS = re.compile(r"[\d\W]+")
_NOTHING = re.compile(r"无|自筹|[—–-]{1,4}|/|＼|同上")
_MAY_LACK = frozenset({"money", "organizations", "persons", "phrase", "term", "code", "place", "department"})
"""Kinds of cells that a mark may stand for, where there is nothing to tell."""
_SENTENCE = re.compile(r"[。！？!?]|[，；].*[，；]|[:：]$")
_TITLE_INSIDE = re.compile(
    rf"的(?![士里黎])|(?:研[究制发]|机[制理]|预后|调控)(?![所院室会型总]|中心|基地|生院|与|和)(?=[{HAN}]{{2,}}(?:大学|医院|学院))"
    rf"|(?:医院|公司|[显成]像|评[估价]|预测|[检监]测|识别|筛查|引导|标记|癌|瘤|炎|症)(?=[{HAN}]{{2,}}大学)"
    rf"|(?:路径|模式|体系|方案|规范|策略|流程|分型|评估|应用|机制|方法|价值|诊断|研究)(?=[{HAN}]{{2,3}}[省市县][{HAN}]{{0,6}}医院)"
)
"""Words that end a project's title, or another institution, and no part of the name of the institution behind them."""
_BEGINS_NAME = re.compile(
    r"[学院校所室部会司局厅委团军国省市县区州旗]|中心|附属|附[一二三四五六]|公司|人民|第[一二三四五六七八九十]|[、；;，,/]$"
)
GOES_ON = re.compile(
    r".?(?:大学|学院|医院|院|所|公司)|附属|附设|直属|第|人民|中心|中西?医|医[科学药疗]|工[业程]|理工|科[技学]|师范|农[业林]|交通|财经|民族|技术|信息|电[子力]|肿瘤|儿童|妇|口腔|临床|基础医|公共卫|护理|药学"
    r"|胸|心|脑|神经|眼|骨|肝|肺|肾|放射|影像|[核超]|[分生]物|分子|成像|研究|创新|国际|职[业工]|红十字|总|军|有限|股份|集团"
)
"""What the second part of an institution's name begins with, so that it is no name by itself."""
_OPENS_HOUSE = re.compile(rf"[{HAN}]{{2,3}}[省市](?=[{HAN}]{{4}})|国家(?!重点)|中国|中华|[{HAN}]{{2,10}}大学$")
"""What opens the whole name of an institution, and seldom a part of the one before."""
_BARE_KIND = re.compile(
    r"(?:人民|中心|中医|总|附属|第?[一二三四五六七八九十]+)?(?:医院|大学|学院|研究所|研究院|中心|公司|实验室)|(?:科技|股份|集团|责任)*有限(?:责任)?公司"
)
"""What many are called, and no cell that a line breaks holds alone: (宁波市第二)|医院."""
_REMAINDER = re.compile(
    r"[学院校]附属|属第?[一二三四五六七八九十医]|[民心立童瘤科]医院$|[限份][有公]|[学院省市区县州](?=(?P<rest>.{4,}))"
)
"""What is left of a name whose front part slipped into the cell before: (某某大)|学附属医院, (某某大)|学滨海医院."""
_SHORTEST_HOUSE = 4
_SHORT_NAME = 3
_HOUSES = frozenset({"university", "hospital", "institute", "company"})

_OPENS_BADLY = re.compile(r"[的与和及等之中、，,。.：:；;）)”》\]]")
_CLOSES_BADLY = re.compile(r"(?:[与和及对在从以、，,（(“《\[/]|基于|面向|用于|及其)$")
_CLOSES_TITLE = re.compile(
    r"(?:研究|系统|技术|研制|应用|机制|机理|基础|方法|平台|仪器|设备|分析|评价|示范|开发|建设|策略|战略|影像|成像|理论|装置|关系|作用|调控|模型|"
    r"进展|展望|挑战|问题|发展|计划|学|诊断|治疗|构建|验证|探索|对策|趋势|融合|创新|转化|测量|表征|设计|产业化)$"
)
_SUM_INSIDE = re.compile(r"\d\.\d|\d{3}(?!医院|中心)")
_PARTS_OFFICES = re.compile("[、兼/和]")
_PAIRS = (("（", "）"), ("(", ")"), ("“", "”"), ("《", "》"), ("[", "]"), ("【", "】"))
_BRACKET = re.compile("[" + re.escape("".join(map("".join, _PAIRS))) + "]")


def fit(kind: str, text: str) -> float | None:
    """The score of ``text`` (line breaks inside names undone) as a cell of a kind; None where it is impossible.

    >>> fit("year", "2006/2009"), fit("year", "深度学习"), fit("persons", "赵 明、钱小红")
    (3.0, None, 3.0)
    """
    if kind in _MAY_LACK and _NOTHING.fullmatch(text):
        return 2.0
    return _RECOGNISERS[kind](text)


def never_fits(kind: str, text: str) -> bool:
    """Whether a text that is no cell of a kind opens none either, whatever words follow.

    >>> never_fits("persons", "2019"), never_fits("persons", "研究")
    (True, False)
    """
    return kind in _NEVER_OPENS and bool(_NEVER_OPENS[kind].search(text))


def grafts(head: str, tail: str) -> bool:
    """Whether an institution's whole name follows words that begin none: the end of a title that slipped into its cell.

    >>> grafts("定量评估方法", "云麓医科大学"), grafts("海陵大学医学院附属", "仁康医院"), grafts("宁海先进", "成像研究所")
    (True, False, False)
    >>> grafts("整机研发", "云麓探微医疗科技有限公司"), grafts("北京明澈", "医疗科技有限公司")
    (True, False)
    """
    kind = organization_kind(tail) if len(tail) >= _SHORTEST_HOUSE and not GOES_ON.match(tail) else None
    placed = is_place(head) or (kind == "company" and any(is_place(head[:end]) for end in (2, 3)))
    return kind in _HOUSES and not _BEGINS_NAME.search(head) and not placed


def persons(text: str) -> tuple[str, ...]:
    """The persons that a cell lists, in order; empty where a part of it is no person.

    The column says that persons stand here, so a rare given name behind a surname will do where the others are plain, and
    so will one name of three characters without a known surname.

    >>> persons("赵 明、钱小红教授、John A. Miller 等"), persons("赵明、英格玛"), persons("赵明、超声学")
    (('赵明', '钱小红', 'John A. Miller'), ('赵明', '英格玛'), ())
    >>> persons("赵明（某某大学附属第一医院）、钱小红")
    ('赵明', '钱小红')
    """
    text = _HOME_NOTED.sub("", text)
    if _NO_NAMES.search(text):
        return ()
    plain_text = _IN_LETTERS.sub(_in_characters, text.strip(" 、，,;；"))
    parts = [_bare_name(part) for part in _SEPARATOR.split(_PADDED_NAME.sub(r"\1\2", plain_text))]
    names = tuple(heal_name(part) for part in parts if part and not is_title(part))
    plain = sum(map(is_person, names))
    others = [name for name in names if not _may_be_person(name)]
    told = not others or (len(others) == 1 and len(others[0]) == _SHORT_NAME and could_be_named(others[0]))
    return names if names and plain * 2 >= len(names) and told else ()


def could_be_named(text: str) -> bool:
    """Whether a lone word has the shape of a name of another people (哈斯巴根), for columns that hold names.

    >>> could_be_named("哈斯巴根"), could_be_named("定量评价"), could_be_named("待定")
    (True, False, False)
    """
    shaped = _NAME_SHAPED.fullmatch(text) is not None and not _NO_NAME_WORDS.search(text)
    return shaped and not organization_kind(text) and not is_place(text) and not _CLOSES_TITLE.search(text)


def organizations(text: str) -> tuple[str, ...]:
    """The organisations that a cell lists; empty where a part of it does not end as an organisation's name does.

    >>> organizations("某某大学、某某省某某医院"), organizations("磁共振成像"), organizations("某某医院（合作单位：某某大学）")
    (('某某大学', '某某省某某医院'), (), ('某某医院',))
    >>> organizations("某某医学院 溪山市肿瘤医院"), organizations("某某大学 第一医院")
    (('某某医学院', '溪山市肿瘤医院'), ('某某大学第一医院',))
    >>> organizations("某某大学 溪山量感科技有限公司"), organizations("某某大学 科技有限公司")
    (('某某大学', '溪山量感科技有限公司'), ('某某大学科技有限公司',))
    """
    alone = _WITH_OTHERS.sub("", text)
    if _LABEL.search(alone):
        return ()
    names = tuple(part for part in map(heal_name, _ORGANIZATION_SEPARATOR.split(_apart(alone))) if part)
    return names if names and all(map(_is_organization, names)) else ()


def _apart(text: str) -> str:
    """The words of a cell with a mark where only a blank parts two whole names, as those on lines of their own."""
    apart = ""
    for before, part in pairwise(("", *text.split())):
        opens = before and (_OPENS_HOUSE.match(part) or _is_firm_beside(before, part))
        whole = opens and _is_organization(before) and _is_organization(part)
        apart += ("、" if whole else " ") + part
    return apart.strip()


def _is_firm_beside(house: str, part: str) -> bool:
    """Whether a firm's whole name stands behind a house that is none: a university is no part of a firm's name."""
    firm = organization_kind(part) == "company" and GOES_ON.match(part) is None
    return firm and organization_kind(house) in _HOUSES - {"company"}


def session_number(text: str) -> str:
    """The number of a session as digits ("第十二届" is "12"), with the letter that some bear; empty where there is none.

    >>> session_number("第十二届"), session_number("S40"), session_number("第一〇三次"), session_number("北京")
    ('12', 'S40', '103', '')
    """
    match = _SESSION.fullmatch(text.strip())
    if not match:
        return ""
    number = match["number"]
    return str(_of_numerals(number)) if number[0] in _NUMERALS else number


def is_society(text: str) -> bool:
    """Whether the text is the name of a learned society (not of a branch of one)."""
    return bool(_SOCIETY.fullmatch(text)) and organization_kind(text) != "society_branch"


def is_branch(text: str) -> bool:
    """Whether the text is the name of a branch of a society."""
    return bool(_BRANCH.fullmatch(text)) and not is_society(text)


def is_category(text: str) -> bool:
    """Whether the text is the name of a broad class ("理科")."""
    return bool(_CATEGORY.fullmatch(text))


def _index(text: str) -> float | None:
    return 2.0 if _INDEX.fullmatch(text) else _BARELY if _NUMBER_OF_THING.fullmatch(text) else None


def _year(text: str) -> float | None:
    return _FITS if read_years(_ABOUT.sub("", text)) else None


def _term(text: str) -> float | None:
    if (open_end := _OPEN_TERM.search(text)) is not None and not 1 <= float(open_end["number"]) <= 12:
        return None  # 2021.07-|40: the next cell's number
    return _FITS if read_years(text) or _TERM.fullmatch(text) else None


def _date(text: str) -> float | None:
    if read_date(text):
        return _FITS
    return 2.0 if read_years(text) or _CLOCK.fullmatch(text) else None


def _session(text: str) -> float | None:
    return 2.0 if session_number(text) else None


def _code(text: str) -> float | None:
    return _FITS if _CODE.fullmatch(text) else 0.0 if _INDEX.fullmatch(text) else None


def _money(text: str) -> float | None:
    return 2.5 if _MONEY.fullmatch(_MONEY_UNIT.sub("", text)) else None


def _persons(text: str) -> float | None:
    if persons(text):
        return _FITS - _OPEN_LIST * text.rstrip().endswith(("、", "，", ",", "；", "和", "与"))
    lone = _PADDED_NAME.sub(r"\1\2", text)
    if _TWO_OR_THREE.fullmatch(lone) and _may_be_person(lone):
        return 0.0
    return _BARELY if could_be_named(text) else None


def _organizations(text: str) -> float | None:
    if organizations(text):
        return _FITS
    return _BARELY if _NAME_LIKE.fullmatch(text) else None


def _place(text: str) -> float | None:
    if is_place(text):
        return _FITS
    if "、" in text and not all(map(places, text.split("、"))):
        return None  # a town and the people of the next cell
    if places(text) or text in {"线上", "网络会议", "线上会议"}:
        return 2.0
    return _BARELY if _PLACE_LIKE.fullmatch(text) else None


def _department(text: str) -> float | None:
    if _DEPARTMENT.fullmatch(text):
        return _FITS + _shape(text) - 0.1 * max(0, len(text) - 6)
    return _BARELY if _UNIT_LIKE.fullmatch(text) else None


def _rank(text: str) -> float | None:
    return _FITS if is_title(text) else _post(text)


def _office(text: str) -> float | None:
    parts = _PARTS_OFFICES.split(text)
    if all(_OFFICE.fullmatch(part) or is_title(part) for part in parts) or is_title(text):
        return _FITS
    return 2.0 if all(is_title(part) or is_position(part) for part in parts) else _post(text)


def _post(text: str) -> float | None:
    if is_position(text):
        return 2.0
    return _BARELY if len(text) <= _LONGEST_POST and not organization_kind(text) and not is_person(text) else None


def _sex(text: str) -> float | None:
    return _FITS if text in ("男", "女") else None


def _text(text: str) -> float | None:
    if len(text) < 2 or len(text) > 160 or _NO_LETTERS.fullmatch(text):
        return None
    return 1.0 + _shape(text) + 0.5 * bool(_CLOSES_TITLE.search(text)) - 2.0 * (len(text) > 80)


def _phrase(text: str) -> float | None:
    return None if len(text) > 60 else 0.8 + _shape(text) - 0.05 * max(0, len(text) - 16)


def _society(text: str) -> float | None:
    return _FITS if is_society(text) else None


def _branch(text: str) -> float | None:
    return _FITS if is_branch(text) else None


def _category(text: str) -> float | None:
    return 2.0 if is_category(text) else _MAYBE if len(text) <= 6 else None


_RECOGNISERS: dict[str, Callable[[str], float | None]] = {
    "index": _index,
    "year": _year,
    "term": _term,
    "date": _date,
    "session": _session,
    "code": _code,
    "money": _money,
    "persons": _persons,
    "organizations": _organizations,
    "place": _place,
    "department": _department,
    "text": _text,
    "phrase": _phrase,
    "rank": _rank,
    "office": _office,
    "sex": _sex,
    "society": _society,
    "branch": _branch,
    "category": _category,
}


_NEVER_OPENS = {
    "persons": _NO_NAMES,
    "department": re.compile(rf"[^{HAN}与和、]|.{{16}}"),
    "text": re.compile(r".{161}", re.DOTALL),
    "phrase": re.compile(r".{61}", re.DOTALL),
}
"""What a text holds that can be no beginning of a cell of its kind."""


def _shape(text: str) -> float:
    """How a run of words counts against being one cell: cut off at an edge, brackets open, more than a phrase."""
    cost = 1.5 * bool(_OPENS_BADLY.match(text)) + 1.5 * bool(_CLOSES_BADLY.search(text)) + 2.0 * bool(_SENTENCE.search(text))
    if _BRACKET.search(text) is None:
        return -cost
    return -cost - 1.5 * sum(text.count(opening) != text.count(closing) for opening, closing in _PAIRS)


def _in_characters(twice: re.Match[str]) -> str:
    name = heal_name(twice["name"])
    return name if is_person(name) else twice.group()


def _bare_name(part: str) -> str:
    bare = _BEFORE_NAME.sub("", part.strip())
    while (shorter := _AFTER_NAME.sub("", bare).strip()) != bare:
        bare = shorter
    for length in range(2, len(bare) - 1) if not is_title(bare) else ():
        if is_title(bare[length:].strip()) and bare[length:].strip() != "无":
            return bare[:length].strip()
    return bare


def _may_be_person(name: str) -> bool:
    if is_person(name):
        return True
    shaped = _TWO_OR_THREE.fullmatch(name) is not None and (name[0] in SURNAMES or name[0] in RARE_SURNAMES)
    return shaped and not organization_kind(name) and not is_place(name)


def _is_organization(name: str) -> bool:
    """Whether a name ends as an organisation's does, opens with a letter, and is neither a sentence nor holds a sum."""
    odd = (
        _BARE_KIND.fullmatch(name)
        or _is_remainder(name)
        or _SENTENCE.search(name)
        or _TITLE_INSIDE.search(name)
        or not name[0].isalpha()
        or _SUM_INSIDE.search(name)
    )
    return bool(organization_kind(name)) and len(name) <= 60 and not odd


def _is_remainder(name: str) -> bool:
    """Whether a name lacks its beginning: it opens as only the end of a word does, or with one before a place's name."""
    left = _REMAINDER.match(name)
    return left is not None and (left["rest"] is None or any(is_place(left["rest"][:end]) for end in (2, 3, 4)))


def _of_numerals(text: str) -> int:
    """The value of 一〇三, digit by digit, or of 一百零三."""
    return int("".join(f"{value_of(one) or 0:.0f}" for one in ([text] if set(text) & set("十百") else text)))

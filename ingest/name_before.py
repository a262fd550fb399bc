"""The name of a person that ends at a place of a text: what stands before it tells where it begins."""

from __future__ import annotations

import re
from collections.abc import Collection

from ingest.lexicon import COMPOUND_SURNAMES, NOT_NAMES, could_be_person, is_person
from ingest.names import Found
from ingest.posts import (
    CALLS,
    JOINED,
    KNOWN_AS,
    LENGTHS,
    OF_OFFICE,
    ROLES,
    SAME_HOUSE,
    TITLE,
    UNIT_REACH,
    USUAL,
    WARD_END,
)
from ingest.verbs import COMMON_VERBS
from ingest.wards import behind_school, behind_ward
from kg.text import HAN

__all__ = ["LATIN", "name_before"]

_TITLED_ROW, _ROLE_BEHIND = re.compile(rf"{ROLES}、$"), re.compile(ROLES)
_TITLE_BEFORE = re.compile(rf"{TITLE}[:：]?\s?$")
_UNIT_NAMED = re.compile(rf"[{HAN}]{{1,11}}(?:部|处|科|局|司|办|室|系|中心|学院|所|组|研究院)")
_IN_POST = re.compile("(?<![医学])[院校所部处局厅司省市县区馆站科会组事]长")
"""Where a post ends inside what would else be a surname (长孙)."""
LATIN = (
    r"[A-Z][A-Za-zà-öø-ÿ'’\-]*\.?(?: (?:(?:de|du|da|di|del|della|dos|van|von|der|den|ter|ten|la|le|el|al|bin) ){0,2}"
    r"[A-Z][A-Za-zà-öø-ÿ'’\-]*\.?){1,3}"
)
"""A name in letters, with the small words before a family's name: Jan van der Berg."""
_LATIN = re.compile(rf"{LATIN}$")
_DOTTED = re.compile(rf"[{HAN}]{{1,7}}(?:[·•・][{HAN}]{{1,7}})*(?P<last>[·•・])[{HAN}]{{1,7}}$")
_BEFORE_DOTTED = re.compile(
    rf"[{HAN}]{{0,8}}(?:(?<![{HAN}])[在据由对与和为以向给被将让请是]|感谢|特邀|邀请|推选|选举|任命|聘请|图为|导师|专家|学者|院士|教授|主任|[院所校会]长|医生|博士|记者|(?:放射|超声|影像|核医学|肿瘤|病理|检验|[内外])[科室部系])"
)
"""What stands before a name with a dot and looks like a part of it: 感谢|甲乙·丙."""
_POST_BEFORE = re.compile("(?:常务|执行|名誉)?副?(?:主任|院长|所长|校长|主席|会长|理事长|董事长|总裁|教授|博士|医生)")
"""A post between a house and a name with a dot: 某中心|主任|甲乙·丙."""
_LED_IN = re.compile("(?:成员|专家)?(?:包括|以及|还有|邀请)了?|[和与及由对据]|以(?![赛色利撒斯])")
"""What leads in a name with a dot and is no part of it: 包括|甲·乙, 以|丙·丁."""
_BUREAU_UNIT = re.compile(rf"[{HAN}]{{2,6}}[处司]$")
_COMPOUND = re.compile("司[马徒空寇]")
"""Surnames whose first character ends a bureau's name: 作者为|司马某某."""
_HOUSE = re.compile(rf"[{HAN}]{{2}}(?:医院|大学|学院|研究所|研究院|院|[物光电化生药仪机][理学化电器]?所)$")
"""An institution by a name that no grammar tells (省肿瘤医院); a usual name follows it where a title follows the name."""
_DESCRIBED = re.compile(
    "[有相]关|负责|[分主]管|部分|全体|海[归外]|[华外][裔籍]|[候侯前]任|知名|资深|青年|特聘|申报|申请|兼职|客座|[时现原]任|高年|终[身生]|荣[休誉]|讲席|双聘|应用|算法|结构|工艺|质量|产品|系统|维修|售后|服务|现场|计算机|金融|管理|[支分]社|总支|支部"
)
"""What stands before a title and looks like a name: 仪器学院|海归|教授, 大学|终身|教授, 大学|计算机|博士."""
_NAMES_WHO = re.compile(
    r"(?:主任|院长|所长|负责人|带头人|主席|会长|理事长|组长|作者|主编|秘书长)(?:分别)?[为是]$"
    r"|(?:成员|委员|组员|专家|嘉宾|学者|代表|评委|骨干)(?:主要|还|分别)?[有为是]$|(?:成员|专家|嘉宾|评委)?包括$|[还成]有$|(?:^|[，。；])对$|(?:来访|到访|应邀|受邀|采访|参会|到会|到场|随行|出席)的$|获奖者$|得主$|同事$|徒弟$|(?:^|[，。；])(?:其|此|随)后$"
)
_LEADS_TO = re.compile(
    "(?:^|[，。；：、“”])(?:[据在请让]|.{0,3}(?:特邀|邀请|邀请到|感谢|师从|拜师|跟随|追随|专访|采访|对话|增[补选]|聘任|任命|选举|推[选举]|欢迎|迎来|悼念|缅怀|看望|慰问|表彰))了?$"
)
"""Words at the opening of a clause that somebody follows: 据|张三教授介绍, 在|张三院士的指导下, 特邀|张三教授."""
_LEARNER = re.compile(
    r"(?<![大中小留])学生$|学员$|弟子$|徒弟$|(?:本科|硕士|博士|研究)生$|选手$|队员$|指导教师[:：]?$|指导老师[:：]?$|导师[:：]?$"
)
"""Who learns or teaches, before a name: 学院学生|张三丰."""
_TELLS_OF = re.compile("(?:介绍|发表|刊发|刊登|登载|采访|讲述|回顾|记录|收录|听取|展示|会见|看望|慰问|祝贺)了$")
_NO_NAME = re.compile("[科室处部系所组学资人级者员专年外家]$")
"""What ends the words before a title that a verb takes, and no name: 采访了|高年资|医师, 听取了|党支部|书记."""
_CLINGS = "为原现挂任"
"""A word of one character behind a name, no part of it: 郜某某|任护士长, 郜某某|原是, 骆某某|挂任, 聘请郜某某|为."""
_HOLDS = re.compile(
    "(?<=为)(?:(?:名誉|荣誉|常务|执行|候任)*副?(?:主任委员|主委|组长|会长|理事长|主席|秘书长|院长|所长|校长|处长|主任|书记|总经理)|常务委员|委员|理事|成员)|(?<=[原现])[是任为]|(?<=挂)[任职]"
    "|(?<=任)(?:常务|执行)?副?(?:主任|院长|所长|护士长|技师长|会长|组长)"
)
_MADE = re.compile("(?:聘请?|聘任|增[补选]|选举|推[选举]|任命|提名)$")
_MADE_BEFORE = re.compile(rf"(?:聘请?|聘任|增[补选]|选举|推[选举]|任命|提名)[^。；]{{2,40}}为[{HAN}]{{2,8}}[，、][^。；]*$")
"""推举张三为理事长，|甲医院主任上官某为秘书长: a list of those whom somebody makes something."""
_TOWN = re.compile("[省市区县]$")
_JOINED_BEHIND = re.compile("[）)授员师士]和")
_WARD = re.compile(rf"[{HAN}]{{2,3}}[科室]$")
"""A department, which a surname's character may open: 修复科 right behind its hospital, 康复科 anywhere."""
_WARD_OPENS = re.compile(rf"(?:^|[，。；、：])[{HAN}]{{1,5}}科$")
"""A department that a clause or an item of a row opens with, its house left out: 、手外科|张三教授."""


def name_before(text: str, end: int, organization_ends: Collection[int]) -> Found | None:
    """The name that ends here: up to an organisation's end (的 between allowed), else up to a boundary.

    >>> found = name_before("会议由柏舟行老教授主持", 7, ())
    >>> found and "会议由柏舟行老教授主持"[found.start : found.end]
    '柏舟行'
    """
    if text[end - 1 : end] in ("对", "而"):
        return None  # 院长张三对|团队…, 因…的贡献而|获
    if text[end - 1 : end] == "在" and is_person(text[max(0, end - USUAL) : end - 1]):
        return name_before(text, end - 1, organization_ends)  # 张三|在致辞中
    usual = end - 1 - USUAL if text[end - 2 : end] not in ("作为", "认为", "成为") else -1
    if text[end - 1 : end] == "为" and usual >= 0 and is_person(text[usual : end - 1]) and _opens(text, usual, USUAL):
        return Found(usual, end - 1)  # 张三丰|为副教授
    if text[end - 1 : end] == "老" and end > LENGTHS[-1]:
        return name_before(text, end - 1, organization_ends)  # 张三|老教授
    for length in LENGTHS:
        start = end - length
        if start < 0:
            continue
        if _is_ward(text, start, end):
            return None
        if _DESCRIBED.fullmatch(text, start, end):
            return None
        beside = _at_house_end(text, start - (text[start - 1 : start] == "的"), organization_ends)
        longer = length > 2 and text[start : start + 1] == "由" and is_person(text[start + 1 : end])  # 由|张三
        longer = longer or (length > USUAL and text[end - 1] == "为" and could_be_person(text[start : end - 1]))  # 单于静|为
        longer = longer or (
            text[start : start + 1] in ("和", "与", "及") and is_person(text[start + 1 : end])
        )  # 甲医院）和|张三
        named = (
            could_be_person(text[start:end])
            and text[start:end] not in COMMON_VERBS
            and not OF_OFFICE.match(text, start)
            and not OF_OFFICE.match(text, end - 1)
        )
        named = named and not longer
        if beside and named:
            return Found(start, end)
    dotted = _DOTTED.search(text, max(0, end - 20), end)
    opens = _BEFORE_DOTTED.match(text, dotted.start(), dotted.start("last") - 1) if dotted else None
    first = (opens.end(),) if opens is not None else ()
    for start in (*first, *range(dotted.start(), dotted.start("last"))) if dotted else ():
        if (start in first or start in organization_ends or _opens(text, start, USUAL)) and is_person(text[start:end]):
            post = _POST_BEFORE.match(text, start, dotted.start("last") - 1) if dotted else None
            post = post or (_LED_IN.match(text, start, dotted.start("last") - 1) if dotted else None)
            return Found(post.end() if post is not None else start, end)
    latin = _LATIN.search(text, max(0, end - 40), end)
    joined = latin is not None and latin.start() > 0 and text[latin.start() - 1].isascii()
    if latin is not None and is_person(latin.group()) and not joined:
        return Found(latin.start(), end)
    for length in LENGTHS:
        start = end - length
        if text[start : start + 1] == "由" and length > 2 and could_be_person(text[start + 1 : end]):
            continue  # 主任由张三担任: rather the word than the surname
        if length > 2 and _JOINED_BEHIND.fullmatch(text, max(start - 1, 0), start + 1) and is_person(text[start + 1 : end]):
            continue  # 甲（乙医院院士）和|张三
        if length > 2 and _clings(text, start, end):
            if _opens(text, start, length - 1):
                return Found(start, end - 1)
            continue
        if length > 2 and text[max(start - 1, 0) : start + 1] in COMPOUND_SURNAMES and _opens(text, start - 1, length + 1):
            continue  # 由|司马某某, whose first character ends the names of offices too
        if _IN_POST.match(text, start - 1) and is_person(text[start + 1 : end]):
            continue  # 副院长|孙某: the head's post rather than a surname of two characters
        named = start >= 0 and (
            is_person(text[start:end]) or (_among_titled(text, start, end) and could_be_person(text[start:end]))
        )
        if not named or OF_OFFICE.match(text, start) or OF_OFFICE.match(text, end - 1):
            continue
        if _opens(text, start, length) or _in_unit(text, start, end, organization_ends):
            if text[end - 1] in JOINED and not _named_so(text, start):
                continue
            return Found(start, end)
    return None


def _clings(text: str, start: int, end: int) -> bool:
    """Whether the last character is a word of its own: 郜某某|原是, 、吴某|为副主任委员."""
    held = text[end - 1] in _CLINGS and _HOLDS.match(text, end) is not None and is_person(text[start : end - 1])
    if text[end - 1] == "任" and text[end - 2] in "担兼出升就接继连续改转现曾历首":
        return False  # 张三|担任主任, 李四|连任会长
    return held and (
        text[end - 1] != "为"
        or text[start - 1 : start] in ("、", "和", "与")
        or _MADE.search(text, 0, start) is not None
        or _MADE_BEFORE.search(text, 0, start) is not None
    )


def _among_titled(text: str, start: int, end: int) -> bool:
    """Whether a row of people with titles goes on here: 张三教授、|某某|教授."""
    return (
        text[start - 1 : start] == "、"
        and not _TOWN.search(text, start, end)
        and bool(_TITLED_ROW.search(text, max(0, start - 8), start) and _ROLE_BEHIND.match(text, end))
    )


def _at_house_end(text: str, at: int, organization_ends: Collection[int]) -> bool:
    """Whether an organisation ends here, or a bracket behind one that holds another of its names."""
    opened = (
        text.rfind("（", 0, at) if text[at - 1 : at] == "）" else text.rfind("(", 0, at) if text[at - 1 : at] == ")" else -1
    )
    return at in organization_ends or (opened >= 0 and (opened in organization_ends or at - 1 in organization_ends))


def _opens(text: str, start: int, length: int) -> bool:
    """Whether a name may begin here: at the beginning, after punctuation, a title or a word that names follow."""
    if (
        start == 0
        or re.match(r"[^\w]|[由与和及以被]", text[start - 1])
        or ((length == USUAL or _COMPOUND.match(text, start)) and text[start - 1] in "为向给的")
    ):
        return True
    before = text[max(0, start - 8) : start]
    if before.endswith((*KNOWN_AS, "其中", "分别是", "岁的")) or _WARD_OPENS.search(before):
        return True
    if length == USUAL and _LEARNER.search(before):
        return True
    if length == USUAL and _TELLS_OF.search(before) and not _NO_NAME.search(text, start, start + length):
        return True
    if (_BUREAU_UNIT.search(before) and not _COMPOUND.match(text, start - 1)) or (
        length == USUAL and (_HOUSE.search(before) or behind_school(text, start))
    ):
        return True
    if behind_ward(text, start):
        return True
    return any(pattern.search(before) for pattern in (_TITLE_BEFORE, _NAMES_WHO, _LEADS_TO, CALLS)) or bool(
        SAME_HOUSE.search(text[max(0, start - UNIT_REACH) : start])
    )


def _in_unit(text: str, start: int, end: int, organization_ends: Collection[int]) -> bool:
    """Whether a unit of an organisation stands before a name: 甲大学|物理系|张三; the name is no unit itself."""
    if WARD_END.search(text[start:end]):
        return False
    near = (one for one in range(start - 2, max(0, start - UNIT_REACH) - 1, -1) if one in organization_ends)
    inside = next(near, None)
    return inside is not None and bool(_UNIT_NAMED.fullmatch(text, inside, start))


def _is_ward(text: str, start: int, end: int) -> bool:
    """Whether a department stands here, right behind its hospital or called by a common word."""
    words = text[start:end]
    return bool(_WARD.match(words)) and (text[:start].endswith(("院", "学")) or words[:-1] in NOT_NAMES)


def _named_so(text: str, start: int) -> bool:
    """Whether a title stands before: 主任郭致和教授, where the last character would else join two names."""
    return bool(_TITLE_BEFORE.search(text[max(0, start - 8) : start]))

"""Who says 我院, 我校, 我所: the house that a page's source, its site, its signature or its title names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.base import once
from ingest.lexicon import organization_kind
from ingest.names import organizations
from kg.model import Document
from kg.text import HAN, heal_name

__all__ = ["at_home", "at_place", "selves", "speaker"]

_SELF = re.compile(
    r"(?:我|(?<![日基资成样原文书])本)(?:院(?!士|校|系)|校(?!正|准|园|区|友|企|验)|研究[所院](?!示|述|用))|我所(?![知在有以能见说做学经认接谓用述需要想了提从关得担负])"
    r"|我(?:中心|科室|科(?![学技研普目室])|公司|司(?!法|机))"
)
_ENDS = {
    "院": "(?:医院|保健院|卫生院|防治院|研究院|科学院|学院|总院|院区|分院|附[一二三四五六]院)",
    "校": "(?:大学|学院|学校)",
    "研究所": "研究所",
    "研究院": "研究院",
    "所": "所",
    "中心": "中心",
    "科室": "(?:科|中心|室)",
    "科": "科",
    "公司": "公司",
    "司": "公司",
}
_NAME = rf"(?P<name>[{HAN}（）()]{{4,30}})"
_TELLS = (
    re.compile(
        rf"(?:^\W{{0,3}}|[ \u3000])"
        rf"(?:(?:信息|文章|稿件|新闻|消息)?来源|(?:发布|供稿|报送|投稿|撰稿)(?:单位|机构|部门)|单位名称)\s*[:：]\s*{_NAME}\W*(?:\s|$)",
        re.M,
    ),
    re.compile(rf"^[^，。；\n]{{0,40}}(?:日期|时间|点击|浏览|阅读)[^，。；\n]{{0,60}}\n+[ \u3000]*{_NAME}[ \u3000]*$", re.M),
    re.compile(rf"^\W{{0,3}}{_NAME}[ \u3000]*\n?[ \u3000]*20\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}[ \u3000]*$", re.M),
    re.compile(
        rf"^\W{{0,3}}(?:[{HAN}]{{2,10}}号[ \u3000]+)?(?:原创[ \u3000]+)?(?:[{HAN}]{{2,8}}[ \u3000]+)?"
        rf"{_NAME}[ \u3000]*\n?[ \u3000]*"
        r"20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ \u3000]*(?:\d{1,2}:\d{2}|发布|发表于|浏览|阅读)[^，。；\n]{0,40}$",
        re.M,
    ),
    re.compile(rf"^\W{{0,3}}{_NAME}?(?:新闻网|新闻中心|官网|官方网站|网站|融媒体中心)[ \u3000]*(?:[>»›/|｜·\-—]|$)", re.M),
    re.compile(rf"\A[^\n]{{4,60}}[-_|｜—–]+[ \u3000]*{_NAME}(?:官网|官方网站|新闻网|网站)?[ \u3000]*$", re.M),
    re.compile(rf"欢迎(?:您)?(?:来到|访问|光临|关注|登录){_NAME}?(?:官方)?(?:网站|官网|主页|公众号)?[！!。，,\s]"),
    re.compile(
        rf"^\W{{0,3}}(?:编印(?:单位|机构|部门)?\s*[:：]\s*)?{_NAME}?[ \u3000]*(?<![总主参编])(?:编印|主办|编)"
        r"(?:[ \u3000]+(?:二[〇○Ｏ零]|20)[^\n]{2,3}年[^\n]{1,3}月[^\n]{0,6})?[ \u3000]*$",
        re.M,
    ),
    re.compile(rf"^\W{{0,3}}(?:版权所有|Copyright)[\s:：©\d\-—–]*{_NAME}", re.M),
    re.compile(
        rf"^[ \u3000]*{_NAME}[ \u3000]*\n+[ \u3000]*(?:二[〇○Ｏ零]|20)[^\n]{{2,3}}年[^\n]{{1,3}}月[^\n]{{1,4}}日\s*\Z", re.M
    ),
)
"""Source, masthead (某某医院 2024-03-05 17:20 发表于某地; 某某大学新闻网 >> 要闻), the end of the first line, welcome,
who edits a newsletter (某某医院科研处编, its date beside it or not), imprint,
and a signature above its date at the end."""
_OF_LEVEL = re.compile(rf"[省市县区][{HAN}]{{0,8}}(?:医院|保健院|卫生院)")
"""A hospital by its level alone, as the page of its town calls it."""
_SIGNED = re.compile(
    rf"(?:[（(](?:来源[:：])?|[—–]{{1,2}}|[。！”\n])[ \u3000]*(?P<tail>[{HAN}]{{4,36}})(?:[ \u3000]+[{HAN}]{{2,6}})?[)）]?\s*\Z"
)
"""The end of a text that its house signs: （甲医院）, ——乙大学国际处, 丙医院超声科 供稿."""
_FIRST_SENTENCE = re.compile(r"[^。]{20,600}。")
"""The heading of a report with its first sentence."""
_SCENE = re.compile(rf"(?:^|[，。日午晚晨前天者])\s*(?:在|走进|来到)(?P<name>[{HAN}]{{4,40}})(?=，)")
"""Where a report opens: 近日，在甲医院手术室里."""
_INSIDE = re.compile("(?:[^和与及举召主承]{0,14}(?:里|内|室|科|病房|病区|门诊|厅|间|旁|中心|前|楼))?")
_DESK = re.compile(rf"(?:官网|官微|网站|新闻|院史|校史|院报|校报|年报|[{HAN}]{{1,6}}[处科部室网办])?")
_HOUSES = ("hospital", "university", "institute", "department")
_TWO_NAMES = re.compile(rf"([{HAN}]{{4,}})[（(]([{HAN}]{{4,}})[)）]")
_FIELDS = (
    "基础|临床|公共卫生|卫生|医学|医|影像|护理|药|口腔|生命|信息|计算机|软件|物理|材料|化学|机械|电子|电气|自动化|生物|工程|科学|技术|智能"
    "|人工智能|光电|仪器|管理|数学|继续|国际|教育|研究生|检验|康复|麻醉|儿|第[一二三四五六]|与|和|及"
)
_PART = re.compile(
    rf"(?:第[一二三四五六七八九十]+附属|附属)[{HAN}]{{0,10}}?(?:医院|学校)|第[一二三四五六七八九十]+临床(?:医学院|学院|医院)|(?:{_FIELDS})+(?:学院|学系|系|学部)"
)
"""What the parts of a university are called at home, without its name: 附属第一医院, 基础医学院, 影像技术系."""
_LAST = 60
_HEAD_LINES = 8
_ACCOUNT = re.compile(
    rf"(?:关注|欢迎关注|原创(?:[ \u3000]+[{HAN}]{{2,8}})?)[ \u3000]*[“「【]?"
    rf"(?P<short>[{HAN}]{{2,6}}[一二三四五六七八九十中]医?院)"
    r"(?:订阅号|公众号|服务号|微信)?(?:[”」】 \u3000]|$)",
    re.M,
)
"""What an account calls its house: 点击上方蓝字 关注“岚江二院”; 原创 放射科 岚江二院 2024-11-19."""
_TAKEN = 16
"""How many characters behind 我院 a department's name may take."""
_UNIVERSITY = re.compile(rf".+?大学(?=[{HAN}]{{2,12}}(?:学院|研究院)$)")
"""The university in the name of one of its schools, which 我校 means there."""
_OF_PLACE = re.compile(rf"[{HAN}]{{2,3}}[省市](?=[{HAN}]{{2,}}(?:实验室|中心|研究院|研究所|平台))")
"""What a town founded at a house bears a name of its own: 我校|上海市甲重点实验室."""
_LEADS_IN = re.compile(
    r"(?:(?!参观|来访|考察|调研|走访|[赴致])[^，。；]){0,16}(?:[！!：:|｜ \u3000]|——)"
    r"(?:走[近进]|探访|记)?|(?:走[近进]|探访|记)?"
)
"""What a title may say before its house: 喜报！|甲医院…, 走近|乙医院…, 仁心守护——记|丙医院…."""
_SITE = re.compile("(?:官方)?(?:网站|官网|主页|网)$")


def speaker(document: Document, noun: str) -> str:
    """The full name of the house that the noun of 我院 (院, 校, 所 …) means, "" where nothing tells."""
    told = _told(document)
    for name in sorted(told, key=lambda one: "大学" not in one) if noun == "校" else told:
        university = _UNIVERSITY.match(name) if noun == "校" else None
        if university is not None:
            return university.group()
        fitting = re.match(rf".+{_ENDS[noun]}(?=$|[{HAN}]{{1,9}}(?:科|室|部|中心|处|系)$)", name)
        if fitting is not None and organization_kind(fitting.group()) is not None:
            return fitting.group()
    return ""


def selves(text: str, document: Document) -> Iterator[tuple[int, int, str]]:
    """Where a sentence says 我院 or 我院放射科, and the full name that it means."""
    for match in _SELF.finditer(text):
        house = speaker(document, match.group()[1:])
        if house:
            behind = house + text[match.end() : match.end() + _TAKEN]
            whole = next((one.end for one in organizations(behind) if one.start == 0), len(house))
            taken = 0 if _OF_PLACE.match(text, match.end()) else max(0, whole - len(house))
            yield match.start(), match.end() + taken, behind[: len(house) + taken]


def at_home(name: str, document: Document) -> str:
    """The full name of a part of the university that speaks, "" where the words name no such part.

    >>> page = Document(id="", source="", sha256="", media_type="", title="", text="", passages=(), publisher="云岭大学")
    >>> at_home("附属第一医院", page), at_home("基础医学院放射教研室", page), at_home("协和医学院", page)
    ('云岭大学附属第一医院', '云岭大学基础医学院放射教研室', '')
    """
    part = _PART.match(name)
    house = speaker(document, "校") if part and organization_kind(part.group()) else ""
    return house + name if house and organization_kind(house) == "university" else ""


def at_place(name: str, document: Document) -> str:
    """The one hospital of the document that is called 县人民医院, by its own name; "" for any other name, or for several.

    >>> page = Document(id="", source="", sha256="", media_type="", title="", text="岚水县人民医院", passages=(), publisher="")
    >>> at_place("县人民医院", page), at_place("县中医院", page)
    ('岚水县人民医院', '')
    """
    if _OF_LEVEL.fullmatch(name) is None:
        return ""
    told = {one for one in _hospitals(document) if one.endswith(name) and one != name}
    return told.pop() if len(told) == 1 else ""


@once
def _hospitals(document: Document) -> frozenset[str]:
    """The hospitals that the document names."""
    named = (document.text[one.start : one.end] for one in organizations(document.text))
    return frozenset(one for one in named if organization_kind(one) == "hospital")


@once
def _told(document: Document) -> tuple[str, ...]:
    """The names that tell who speaks, the surest first."""
    return tuple(_tellers(document))


def _tellers(document: Document) -> Iterator[str]:
    for tells in _TELLS:
        for match in tells.finditer(document.text):
            for name in _names(_SITE.sub("", match["name"] or "")):
                if organization_kind(name) is not None:
                    yield name
        if tells is _TELLS[0] and document.publisher:
            yield document.publisher
    yield from _titled(document)
    yield from _headed(document)
    yield from _called(document)
    yield from _signed(document)
    yield from _opened(document)


def _headed(document: Document) -> Iterator[str]:
    """The house that the first line is and nothing else, as a site's head is, where a heading below it says 我院."""
    first, _, below = document.text.lstrip().partition("\n")
    names = _names(first.strip())
    ours = any(_SELF.search(line) for line in below.split("\n")[:_HEAD_LINES] if not re.search("[。；]", line))
    if ours and all(map(_is_house, names)):
        yield names[0]


def _is_house(name: str) -> bool:
    whole = [(one.start, one.end) for one in organizations(name)] == [(0, len(name))]
    return whole and organization_kind(name) in ("hospital", "university", "institute")


def _called(document: Document) -> Iterator[str]:
    """The one hospital of the text that an account's short name means: 关注“岚江二院”, where 岚江市第二人民医院 is named."""
    shorts = {heal_name(one["short"]) for one in _ACCOUNT.finditer(document.text)}
    named = {one for one in _hospitals(document) if any(_is_short(short, one) for short in shorts)}
    houses = {house for house in named if not any(house != one and house.startswith(one) for one in named)}
    if len(houses) == 1:
        name = houses.pop()
        both = re.search(rf"(?P<first>[{HAN}]{{4,30}})[（(]{re.escape(name)}[)）]", document.text)
        found = [one for one in organizations(both["first"]) if one.end == len(both["first"])] if both is not None else []
        yield both["first"][found[0].start :] if both is not None and found else name


def _is_short(short: str, name: str) -> bool:
    """Whether a short name is of a hospital: its characters in their order, the first, the number and 院 among them.

    >>> _is_short("岚江二院", "岚江市第二人民医院"), _is_short("岚江二院", "岚江市第一人民医院")
    (True, False)
    >>> _is_short("岚大附一院", "岚江大学附属第一医院")
    True
    """
    rest = iter(re.sub("附属第([一二三四五六七八九十])", r"附\1", name))
    return short[0] == name[0] and all(char in rest for char in short)


def _opened(document: Document) -> Iterator[str]:
    """The one hospital where a report opens (近日，在甲医院手术室里，…) whose heading says 我院 and whose opening does not."""
    first = _FIRST_SENTENCE.match(document.text)
    heading, _, opening = first.group().rpartition("\n") if first is not None else ("", "", "")
    titles = [line for line in heading.split("\n") if not re.search("[，。；]", line)]
    ours = any(match.group().endswith("院") for line in titles for match in _SELF.finditer(line))
    if not ours or _SELF.search(opening):
        return
    found = [opening[one.start : one.end] for one in organizations(first.group() if first is not None else "")]
    named = {one for one in found if organization_kind(one) in ("hospital", "university", "institute")}
    for where in _SCENE.finditer(opening):
        told = next((where["name"][: one.end] for one in organizations(where["name"]) if one.start == 0), "")
        house = re.sub(rf"(?<=院)[{HAN}]{{2,8}}[科室]$", "", told)
        if organization_kind(house) == "hospital" and named <= {house} and _INSIDE.fullmatch(where["name"], len(house)):
            yield house


def _signed(document: Document) -> Iterator[str]:
    """The house that signs the text at its end, with its office for news or without."""
    signed = _SIGNED.search(document.text, max(0, len(document.text) - _LAST))
    tail = signed["tail"] if signed is not None else ""
    house = next((tail[: one.end] for one in organizations(tail) if one.start == 0), "")
    if organization_kind(house) in _HOUSES and _DESK.fullmatch(tail, len(house)):
        yield house


def _names(told: str) -> list[str]:
    """The one name, or the two of a house that has two: 甲大学第四临床医学院（甲省立第四医院）, a hospital's first."""
    both = _TWO_NAMES.fullmatch(told)
    if both is None:
        return [told]
    return sorted(both.groups(), key=lambda name: organization_kind(name) != "hospital")


def _titled(document: Document) -> Iterator[str]:
    """The one house that the title begins with, also behind a cry or 走近, where the title does not itself say 我院."""
    title = document.title
    found = list(organizations(title))
    if len(found) == 1 and _LEADS_IN.fullmatch(title, 0, found[0].start) and not _SELF.search(title):
        yield title[found[0].start : found[0].end]

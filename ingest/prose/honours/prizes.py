"""How running text says that an award was received: the verb, the award's name with its year, its grade and a rank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.lexicon import is_place, organization_kind
from ingest.numerals import CHINESE_NUMERAL, number
from kg.text import HAN, heal_name

__all__ = [
    "GRADE",
    "NOTED_YEAR",
    "PLACE",
    "QUOTED_WORK",
    "RANK_NOTE",
    "Prize",
    "awards_after",
    "graded",
    "is_bare",
    "named_at",
    "prize_kind",
    "received",
]

GRADE = r"(?:特等奖|[一二三四]等奖|金奖|银奖|铜奖|金牌|优秀奖|优胜奖|(?<=[奖”])提名奖)"
PLACE = r"(?:第[一二三四五六七八]名|冠军|亚军|季军)"
"""What the best of a contest get."""
QUOTED_WORK = r"[“《](?P<name>(?:[^“”《》]|“[^“”《》]{1,20}”(?=[^“”《》]{0,60}》)){6,70})[”》]"
"""A work's name in quotation marks, others inside the outer ones: 《“某某”量表在…中的应用》."""
NOTED_YEAR = re.compile(r"(?:\s*[1一]项)?[（(](?P<noted>(?:19|20)\d{2})年?度?[)）]")
_PLACE_IN = (
    rf"(?=[^（）()]*[第排])(?:排名|排序|位列|位居|列)?\s*第?\s*(?P<rank>{CHINESE_NUMERAL}|\d+)(?:主要)?(?:完成人|名|位)?"
)
RANK_NOTE = (
    rf"(?:\s*[1一]项)?\s*(?:[（(]|[，,]\s*(?:本人)?(?=(?:排名|排序|位列)第))(?:(?P<dated>(?:19|20)\d{{2}})年?度?[，,、；;\s]*)?{_PLACE_IN}"
    r"(?:[，,、；;\s]*(?P<dated_behind>(?:19|20)\d{2})年?度?)?(?:[)）]|(?=[，。；、,;]|$))"
)
"""Behind an award the rank of who received it, and the year: 二等奖1项（2031年，排名第三）, 一等奖（第2完成人）, ，排名第一."""
_KINDS = {
    **dict.fromkeys(("科技进步奖", "科学技术进步奖", "科技进步", "科学技术进步"), "科学技术进步奖"),
    **dict.fromkeys(("自然科学奖", "自然科学"), "自然科学奖"),
    **dict.fromkeys(("技术发明奖", "技术发明"), "技术发明奖"),
}
_CLASS = (
    r"(?:科学技术进步|科技进步|自然科学|技术发明|科学技术普及|科普|国际(?:科学技术|科技)合作|医学科学技术|医学科技|科技成果|科研成果)"
    r"(?:奖(?!励)|(?=[特一二三四]等奖))"
)
"""A class inside an award: 某省科学技术奖|科技进步奖."""
_CONFERS = r"获评|被评选?为|评为|获选|当选|荣膺|被授予|被[^，。；“”获]{3,30}?(?:授予|评选?为|表彰为)|获授|获颁|膺选"
_GETS = (
    rf"荣获|获得|得到|拿到|{_CONFERS}|喜获|再获|斩获|摘得|摘取|摘下|拿下|赢得|勇夺|力夺|荣摘|夺得|夺取|捧得"
    "|捧回|喜摘|揽获|收获|问鼎|荣登|入选|享受|获|(?:名列|位列|荣列|跻身)(?=[特一二三]等奖|[金银铜]奖)"
)
_ADVERBS = r"(?:先后|曾|曾经|还|成功|并|也|亦|共同|双双|一举|再次|首次|又|喜|同时)*"
_TITLES_OF_HONOUR = (
    r"(?:工作者|先进个人|先进集体|标兵|劳动模范|名医|教学名师|能手|文明岗|文明号|先锋号|奖章|勋章|红旗手|文明(?:单位|科室|窗口|校园)|先进(?:单位|科室|党组织)|模范集体)"
    r"(?=[，。；、（(等]|(?:荣誉)?称号|获得者|得主|$)"
)
_GOOD_PEOPLE = (
    r"(?:优秀|杰出|拔尖|领军|青年|高层次|紧缺|骨干)人才|(?:学科|学术)带头人"
    r"|(?:中青年|优秀|知名|首席|突出贡献|重[要大]贡献)[^，。；、“”]{0,6}?专家|(?:好|优秀|十佳|名)医[生师]|道德模范|模范|楷模|优秀[教导]师|优秀共产党员|三八红旗手|科技新星"
)
_TEN = r"十(?:大|项)[^，。；“”《》奖]{0,10}?(?:进展|新闻|突破|成就|事件|成果|亮点|创新)(?![^，。；]{0,2}(?:奖|者|人))"
_PLAIN = (
    rf"(?:(?<=[获评])[金银铜](?=奖)|[^，。；：:,;“”《》（）()获]{{2,24}}?)(?:奖(?!励|项|学金|杯|牌|章)|{_TEN}|政府特殊津贴|(?:学者|英才|{_GOOD_PEOPLE})(?=[，。；、（(]|$)"
    rf"|{_TITLES_OF_HONOUR})|(?:[^，。；,;“”《》（）()获]{{4,24}}?赛)?(?:[{HAN}]{{0,6}}[组别]|团体|个人)?{PLACE}(?=[，。；、]|及|和|$|的(?:好|优异|佳)?成绩)"
)
_PLACED = re.compile(rf"(?:(?P<contest>.{{4,}}?赛))?(?:[{HAN}]{{0,6}}[组别]|团体|个人)?(?P<place>{PLACE})")
"""甲大赛青年组第一名, 第二名."""
_MEDAL = re.compile(r"(?P<contest>.{4,}赛)(?P<grade>[金银铜]奖)")
"""甲大赛金奖."""
_TAIL = (
    r"(?<!奖”)(?P<tail>(?![金银铜提最]|优[秀胜]奖)[^，。；、,;“”《》（）()\s\d等赛获得者的和与及为]{0,8}?"
    r"(?:奖章|奖(?![励项学杯牌者状金品]|[一二三四\d]*项)))"
)
"""What goes on behind quotation marks inside an award's name: “白求恩”|奖章, “五一”|劳动奖章."""
_AWARD = (
    r"(?:(?P<year>(?:19|20)\d{2})年?(?:度)?(?:的)?)?(?:(?P<outer>[^，。；,;“”《》（）()获奖的]{0,24}?)“(?P<quoted>[^“”]{2,30})”"
    rf"(?:{_TAIL})?|(?P<plain>{_PLAIN}))(?:[（(](?!(?:(?:19|20)\d\d年?度?[，,、；;\s]*)?(?:排名|排序|第))[^（）()]*[)）])?(?P<inner>{_CLASS})?(?:[（(](?!排名|第)[^（）()]*[)）])?(?P<grade>{GRADE})?"
    rf"(?:{RANK_NOTE})?"
)
_RECEIVES = re.compile(rf"{_ADVERBS}(?P<verb>{_GETS})(?!得?者|奖[者人]|得?的)(?:了)?{_AWARD}")
_TAKES = re.compile(rf"{_ADVERBS}[将把]{_AWARD}(?=(?:收入囊中|揽入怀中|收入怀中|纳入囊中|收归囊中|摘入囊中|捧回))")
"""又将某奖|收入囊中."""
_NAMED = re.compile(_AWARD)
_NEXT_QUOTED = re.compile(r"(?:[、，]|和|与|及|以及)?“(?P<quoted>[^“”]{2,30})”")
_IS_HONOUR = re.compile(
    r"奖$|进展$|新闻$|十[大项].*(?:突破|成就|事件|成果|亮点|创新)$|人才|学者|英才|称号|工匠|院士|先进个人|示范|"
    + _TITLES_OF_HONOUR
    + f"|(?:{_GOOD_PEOPLE})$|特殊津贴$"
)
_CONFERRED = re.compile(_CONFERS)
_SAID_TO_BE = re.compile(r"(?:等)?(?:多项|系列)?(?:荣誉|光荣)?(?:称号|荣誉|表彰)")
_NO_HONOUR = re.compile(r"(?:计划|项目|课题|工程|基金|专项|专业|基地|委员|会长|主任|理事|代表)$")
_VAGUE = re.compile("^[特一二三、]+奖$|(?<!奖)提名奖|入围奖|多项|多次|各类|以上|若干|各级|相关|其他|诸多|系列")
_NOT_YET = re.compile(
    r"(?:力争|争取|有望|未能|没有|尚未|从未|无缘|期待|希望|预计|如果|倘若|(?<=[，。；年月日会院校])拟)[^，。；]*$"
    r"|(?:申报|冲[刺击]|竞争|助力|鼓励|推荐|提名)[^，。；”》]{0,6}$|将(?:会|再次|有望)?$"
)
_AHEAD = 60
_NOT_GIVEN = re.compile(
    r"(?:的)?(?:提名|候选|入围|(?:获奖)?(?:人员?|项目)?名单|推荐|申报|参评|评审|初评|公示|答辩|获得者|得主|[获颁授得]奖)"
    r"|(?:共|计|有|各|的)*\s*(?:\d+|[一二两三四五六七八九十]+)\s*[余多]?[人名位](?!次)"
)
_LEAD = re.compile(
    rf"^(?:(?:公布|发布|揭晓|关于|授予|颁发|评出)了?|(?:本|首|上|第[{HAN}\d]{{1,5}}?)届|(?:(?:19|20)\d\d年?度?[—–~～至-]+)?(?:19|20)\d\d年?度?|[当同本今]年度?(?:的)?|[^，。；奖的]{{3,16}}?(?:颁发|颁授|设立|评选)的|全部|本次|此次|该|[^，。；奖]{{0,4}}最[重高大](?:奖项)?的)+"
)
_PLACE = re.compile(rf"全国|中国|国家|[{HAN}]{{2,8}}(?:省|市|县|自治区|自治州)")
_DATED = re.compile(r"(?:(?:19|20)\d\d年?度?[—–~～至-]+)?((?:19|20)\d\d)年")
_GIVEN_BY = re.compile(rf"^[{HAN}]{{4,24}}?(?:颁发|设立|评选|评审|授予|发起|主办|颁授)的(?=[{HAN}“]{{3,}})")
"""Who gives an award, told before its name: 某某省医学会颁发的某某奖."""
_BRACKETED = re.compile(rf"[（(]({GRADE})[)）]")
_COUNTED = re.compile(r"^(?:[一二两三四五六七八九十]|\d{1,2})[项个](?=.{4,})")
"""两项某某医学科技奖: how many were received is no part of the award's name."""
_SOME = re.compile("(?:国家|省|市|省部级|国家级|[国科]内外)?(?:科技|科学技术|科研)?(?:大奖|奖项)")
_CONTEST = re.compile("(?:赛|论坛|评选|比武|演讲|展评|展览会|年会|活动)$")
_BARE = re.compile(r"(?:大会|会议|大赛|比赛|评选|项目|团体|个人|集体|奖[种项类]|(?!小组)[\u4e00-\u9fff]{1,8}组)?奖")


@dataclass(frozen=True, slots=True)
class Prize:
    """An award that a text says was received, from its verb (or its name) to the end of what is said of it."""

    name: str
    grade: str
    year: int | None
    rank: int | None
    start: int
    end: int


def received(text: str) -> Iterator[Prize]:
    """The awards behind verbs that say they were received; what is hoped or proposed for is left out."""
    taken = _TAKES.finditer(text) if "囊中" in text or "怀中" in text or "捧回" in text else ()
    for match in (*_RECEIVES.finditer(text), *taken):
        if _NOT_YET.search(text[max(0, match.start() - _AHEAD) : match.start()]) or _NOT_GIVEN.match(text, match.end()):
            continue
        prize = _prize(text, match, conferred="verb" in match.groupdict() and bool(_CONFERRED.fullmatch(match["verb"])))
        if prize is not None:
            yield prize


def named_at(text: str, start: int) -> Prize | None:
    """The award that is named right here, as behind the person to whom it is given (授予张三某奖)."""
    match = _NAMED.match(text, start)
    return _prize(text, match, conferred=True) if match is not None else None


def awards_after(text: str, prize: Prize) -> Iterator[Prize]:
    """The honours quoted one behind another after the first: “甲”“乙”等称号."""
    match = _NEXT_QUOTED.match(text, prize.end) if text[prize.end - 1] == "”" else None
    while match is not None:
        yield Prize(heal_name(match["quoted"]), "", None, None, match.start(), match.end())
        match = _NEXT_QUOTED.match(text, match.end())


def _prize(text: str, match: re.Match[str], *, conferred: bool) -> Prize | None:
    name, grade = graded(_COUNTED.sub("", _GIVEN_BY.sub("", _name(match))), match["grade"])
    kept = (
        match["quoted"] is None or bool(match["tail"]) or bool(_IS_HONOUR.search(name)) or bool(grade and _CONTEST.search(name))
    )
    if not kept and (conferred or _said_to_be(text, match)):
        kept = not _NO_HONOUR.search(name)
    bracketed = _BRACKETED.search(match.group()) if not grade else None
    grade = bracketed[1] if bracketed is not None else grade
    placed = grade and name.endswith("赛")
    vague = _VAGUE.search(name) or _SOME.fullmatch(name)
    if not kept or vague or (match["quoted"] is None and not placed and not _IS_HONOUR.search(name)):
        return None
    noted = NOTED_YEAR.search(match.group()) or NOTED_YEAR.match(text, match.end())
    dated = _DATED.match(match["quoted"] or match["plain"])
    year = (
        match["year"] or match["dated"] or match["dated_behind"] or (noted["noted"] if noted else dated[1] if dated else None)
    )
    rank = number(match["rank"]) if match["rank"] else None
    return Prize(name, grade, int(year) if year else None, int(rank) if rank else None, match.start(), match.end())


def _said_to_be(text: str, match: re.Match[str]) -> bool:
    """Whether 称号 follows, behind further quoted honours or not."""
    end = match.end()
    while (following := _NEXT_QUOTED.match(text, end)) is not None:
        end = following.end()
    return bool(_SAID_TO_BE.match(text, end))


def _name(match: re.Match[str]) -> str:
    """The award's own name: with the body or the place that stands before its quotation marks, without the year's session."""
    if match["quoted"] is not None:
        outer = _LEAD.sub("", heal_name(match["outer"]))
        if match["tail"]:
            inside = f"“{match['quoted']}”" if outer else match["quoted"]
            return outer + heal_name(inside + match["tail"])
        bears = organization_kind(outer) is not None or is_place(outer) or _PLACE.fullmatch(outer) is not None
        return (outer if bears else "") + _LEAD.sub("", heal_name(match["quoted"]))
    name = _LEAD.sub("", heal_name(match["plain"]))
    kind = _KINDS.get(match["inner"] or "")
    place = re.match(r"(?:国家|.{2,7}(?:省|市|自治区|自治州))(?=(?:科学技术|科技)奖$)", name)
    return place.group() + kind if place is not None and kind is not None else name


def graded(name: str, grade: str | None) -> tuple[str, str]:
    """国家科学技术进步二等奖 is 国家科学技术进步奖, 二等奖; 3等奖 is 三等奖.

    >>> graded("国家科学技术进步二等奖", None), graded("岚江影像技能大赛青年组第二名", None)
    (('国家科学技术进步奖', '二等奖'), ('岚江影像技能大赛', '第二名'))
    """
    if re.fullmatch(rf"(?:大会|团体|个人|集体|评)?{GRADE}", name):
        return "奖", re.sub("^(?:大会|团体|个人|集体|评)", "", name)
    if (placed := _PLACED.fullmatch(name)) is not None:
        return placed["contest"] or "奖", placed["place"]
    if (medal := _MEDAL.fullmatch(name)) is not None:
        return medal["contest"], medal["grade"]
    end = re.search(r"(?:(?:特|[一二三四甲乙丙])等|[甲乙丙]级|(?<=奖)提名)奖$", name)
    base = name[: end.start()].removesuffix("奖") if end else name
    return (base if base.endswith("赛") else base + "奖", end.group()) if end else (name, grade or "")


def is_bare(name: str) -> bool:
    """Whether all that is left of an award's name is that it is one: 获(本届)二等奖."""
    return bool(_BARE.fullmatch(name))


def prize_kind(name: str) -> str:
    """The class of a state's or province's prizes that a bare name is, by its full name; "" where it is none."""
    return _KINDS.get(name, "") if name.endswith("奖") else ""

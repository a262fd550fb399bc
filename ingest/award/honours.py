"""Names of awards: the award that a form asks for, and the awards that people and achievements have received."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.award.numbered import rank_of
from ingest.layout import View
from ingest.lexicon import PLACES, organization_kind
from kg.model import Span
from kg.text import HAN

__all__ = [
    "Honour",
    "asked_awards",
    "award_name",
    "awarded",
    "clean_award",
    "honours_in",
    "is_generic",
    "of_place",
    "province_of",
    "titled_awards",
    "within",
]

_NUMERAL = "一二三四五六七八九十"
_GRADE = r"(?:特等|一等|二等|三等|四等|特别|优秀|优胜|鼓励)奖?"
_NOTED_YEAR = r"(?:[\s，,、]*(?:19|20)\d\d年?度?)?[\s，,、]*"
_GRADED_NOTE = re.compile(rf"[（(]{_NOTED_YEAR}(?P<grade>{_GRADE}){_NOTED_YEAR}[)）]")
"""（一等奖）, （2016年，一等奖）."""
_GRADE_END = re.compile(r"(?P<name>.*?)[（(]?(?P<grade>特等奖?|[一二三四]等奖?)[)）]?$")
_RANK = re.compile(
    rf"(?:排名|排序|位列|本人|个人)?[（(]?(?:排名|排序|位列)?(?:第\s*(?P<n>[{_NUMERAL}\d]+)\s*(?:主要)?(?:完成人|完成单位|获奖人|名|位|作者|参与人|参加人)?"
    rf"|(?:排名|排序|位列)\s*第?\s*(?P<m>[{_NUMERAL}\d]+)|(?P<k>\d+)\s*[/／]\s*\d+|[Rr](?:ank)?\s*(?P<r>\d+))[)）]?"
)
_RANKED = re.compile(
    rf"(?P<who>[{HAN}·]{{2,8}}?)(?:分别)?(?:排名|排序|位列|为)?第\s*(?P<n>[{_NUMERAL}\d]+)\s*(?:主要)?(?:完成人|名|位)?"
)
_RANK_NOTE = re.compile(rf"[（(,，、；; ]*{_RANK.pattern}[)）]?\s*$")
_NAMED_RANKS = re.compile(rf"[（(](?:{_RANKED.pattern}[、，,；;\s]*){{2,}}[)）]\s*$")
"""How several of the completers ranked: （张三第1、李四第3）."""
_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})\s*(?:[-–—~至]\s*(?:19|20)\d{2}\s*)?年?(?:度)?")
_TO_NEXT = re.compile(r"[、，,；;]?\s*(?:(?:19|20)\d{2}\s*年度?)?\s*$")
_YEAR_AHEAD = re.compile(
    r"(?P<year>(?:19|20)\d{2})\s*年度?(?:\d{1,2}月)?[，,]?\s*(?:(?:[本该]|上述)(?:项目|成果|研究|技术|课题)(?:成果|组|部分内容)?(?:又|还|再次)?)?\s*$"
)
"""2016年获…, 2016年，本项目获…."""
_QUOTED = re.compile(r"[“\"「《](?P<inside>[^“”\"「」《》]{2,30}奖)[”\"」》]")
_TITLE_BEFORE = re.compile(r"[“\"《][^“”\"《》]*[”\"》]\s*(?:项目|成果|研究)?\s*")
_LEAD = re.compile(
    r"^(?:[\s、，,；;。:：\d.]|荣获|获得|曾获|先后获|获评|获|被授予|授予|荣膺|得|并|和|及|以及|与|等|了|该项目|本项目|项目|成果|第[一二三四五六七八九十百\d]{1,4}[届次]|国际(?=[“\"]))+"
)
_LEVEL = re.compile(
    r"^(?:国家级|省部级|省级|市级|厅局级|部级|校级|院级|国家|省|市|军队|行业|各类|多项|上级|同级|相关|有关|其他)$"
)
_NAME = re.compile(rf"[{HAN}A-Za-z·（）()\-–\s]{{3,32}}奖章?")
_CUT = re.compile(
    r"[；;。\n]|(?<!\A\d{4}年)(?<![\n。；]\d{4}年)[、，,](?!\s*[特一二三四]等奖)(?=[^、，,；;。]*奖)|(?<=[奖)）])(?:和|及|以及|与)|(?<=奖)\s+(?![特一二三四]等奖)(?=\S*奖)"
    r"|(?<=[)）奖\d])\s*(?=(?:\d{1,2}[.、．]\s*)?(?:19|20)\d\d\s*年)"
)
_NO_AWARD = re.compile(r"获奖|等奖$|提名奖$|[领颁受]奖$|[荣喜再斩]获|获得|[多数几两\d][项个]|[，,；;：:或]")
_BEHIND_AWARD = re.compile(
    r"^(?P<award>[^奖]*奖)(?:[，,\s]+(?=[特一二三四]等奖))?(?P<grade>(?:[特一二三四]等奖)?)(?:[，,\s][^奖]*)?$"
)
"""An award, its grade in a cell of its own, and what was awarded: 某奖，一等奖，2020年，某技术的研究."""
_HOW_MANY = re.compile(r"(?<=奖)\s*(?:[一二两三四五六七八九十]|\d{1,2})\s*[项次](?=[（(，,、\s]*$)")
_AND_MORE = re.compile(r"(?<=奖)等(?:多项|系列|\d项)?(?:科技)?(?:奖励|奖项|荣誉|表彰)?$")
_CERTIFICATE = re.compile(r"[（(][^（）()]*(?:证书|编号)[^（）()]*[)）]")
"""（证书号：2019-J-2-013）: its year is none of the award's."""
_YEARS_AHEAD = re.compile(
    r"(?:(?:19|20)\d\d年?度?\s*[、，,和及与]\s*)+(?:19|20)\d\d\s*年度?(?:分别|先后|相继|依次)?(?:又|还)?\s*$"
)
"""2014年和2016年先后(获…): a year for each of the awards."""
_GOT = re.compile(
    r"(?:先后|曾|曾经|已|共|均|还|并)?(?:荣获|获得|获评|获颁|获|被授予|荣膺)(?:了|过)?(?!批|准|悉|知|取|益|资助|授权)(?:奖(?:励|项)?(?:情况)?\s*[：:])?"
)
_NOT_OURS = re.compile(
    r"(?:论文|文章|专利|学生|研究生|指南|产品|医院|学科|科室|教研室|基地|医师|课程|教材|团体|学会)(?:均|也|还|先后|曾)?$"
    r"|(?:同类|同期|类似|国外|国际上|其[他它余]|另[外一]|别的)[^，。；]{0,10}(?:技术|产品|项目|成果|研究|单位|团队|学者|设备|方法)(?:均|也|还|先后|曾)?$"
    r"|(?:\d{1,2}|[一二两三四五六七八九十])[人名位](?:次)?(?:先后|曾|分别)?$"
)
_SENTENCE_END = re.compile(r"[。；;！\n]")
_GENERIC = re.compile(
    r"(?:基础|临床|中医药|中医|中西医结合|医学|医药|卫生|护理|药学|工程)*"
    r"(?:科学技术进步|科技进步|科学技术|科技|自然科学|技术发明|科学技术普及|科普|科技成果推广|成果推广|推广|国际科学技术合作|国际合作|"
    r"青年科技|青年|卫生管理|卫生政策|管理|创新团队|突出贡献)奖"
)
_PROVINCIAL = re.compile(r"科学?技术?进步奖|自然科学奖|技术发明奖|科学技术奖|科技奖|科学技术普及奖|科普奖|国际科学技术合作奖")
_ASKED = re.compile(
    rf"(?:申报|提名|推荐|参评|评选|申请)[^。；\n]{{0,16}}?(?P<award>(?:(?:19|20)\d\d\s*年?度?)?[{HAN}]{{2,24}}?奖)(?P<grade>[特一二三]等奖)?"
)
_IN_TITLE = re.compile(rf"(?P<award>[{HAN}]{{2,30}}?奖)(?![{HAN}]*励)")
_ASKING = re.compile(
    r"^.*(?:关于|按照|根据|依据|依照|申报|提名|推荐|参评|拟|报送|申请|评选|开展|度|(?<![青少老百])年|届|为|的|对|将|该项目|本项目|该成果|本成果|其|[荣喜再斩]获|获得?|授予|颁发|公布|揭晓)"
)
_GIVES_IT = re.compile("(?<=奖)励?(?:拟授|拟获|授|获|颁)奖$")
"""某市科学技术奖|励授奖|项目: what is done with the award that the title names."""
_OF_PLACE = re.compile(r"(?P<place>国家|.{2,8}(?:省|市|自治区|自治州))(?:科学技术|科技)奖")
_PLACE_LEAD = 8
_MUNICIPALITIES = frozenset("北京 上海 天津 重庆".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True, kw_only=True)
class Honour:
    """An award received: its name without the grade, the grade (一等奖), the year, and the rank among those who received it.

    ``ranks`` are those of others that a note names: （张三第1、李四第3）.
    """

    name: str
    span: Span
    year: int | None = None
    grade: str | None = None
    rank: int | None = None
    ranks: tuple[tuple[str, int | None], ...] = ()


def honours_in(view: View) -> Iterator[Honour]:
    """The awards of a cell that lists them: "2025年某省科学技术进步奖二等奖（第一完成人）", one behind another.

    A part without a year takes none from its neighbours. Parts that do not name an award are passed over.
    """
    for start, end in _parts(view.text):
        honour = _honour(view, start, end)
        if honour is not None:
            yield honour


def awarded(view: View) -> Iterator[tuple[str, Honour]]:
    """The awards that prose says were received, each with the words of the sentence before the verb.

    What papers, patents, students or departments received is passed over: it is not the achievement's.
    """
    for verb in _GOT.finditer(view.text):
        before = _SENTENCE_END.split(view.text[: verb.start()])[-1]
        if _NOT_OURS.search(before.rstrip()):
            continue
        stop = _SENTENCE_END.search(view.text, verb.end())
        end = stop.start() if stop else len(view.text)
        following = _GOT.search(view.text, verb.end(), end)
        if following is not None:
            end = verb.end() + len(_TO_NEXT.sub("", view.text[verb.end() : following.start()]))
        years = _years_of_each(before, verb.group())
        parts = list(_parts(view.text, verb.end(), end))
        for place, (start, last) in enumerate(parts):
            honour = _honour(view, start, last)
            if honour is not None and honour.year is None and years and len(years) == len(parts):
                yield before, replace(honour, year=years[place])
            elif honour is not None:
                year = _YEAR_AHEAD.search(before) if honour.year is None and start == verb.end() and not years else None
                yield before, replace(honour, year=int(year["year"])) if year else honour


def _years_of_each(before: str, verb: str) -> list[int]:
    """The years of a list of them that stands right before a verb: 于2014年和2016年先后获."""
    listed = _YEARS_AHEAD.search(before + ("先后" if verb.startswith("先后") else ""))
    return [int(year) for year in re.findall(r"(?:19|20)\d\d", listed.group())] if listed else []


def award_name(text: str) -> tuple[str, str | None]:
    """The name and grade of an award as it is written.

    An organisation's bare grade keeps it in the name; "科技进步二等奖" is 科技进步奖 with its grade.

    >>> award_name("北京科技进步二等奖"), award_name("某某省医学会一等奖")
    (('北京科技进步奖', '二等奖'), ('某某省医学会一等奖', '一等奖'))
    """
    match = _GRADE_END.fullmatch(text)
    if match is None or not match["name"]:
        return text, None
    grade = match["grade"] if match["grade"].endswith("奖") else match["grade"] + "奖"
    name = match["name"].rstrip("（(：: ")
    name = name.removesuffix("励") if name.endswith("奖励") else name
    if name.endswith("奖"):
        return name, grade
    if organization_kind(name):
        return name + grade, grade
    return name + "奖", grade


def is_generic(name: str) -> bool:
    """Whether a name is that of a class of awards, which says nothing of who gives it.

    >>> is_generic("科技进步奖"), is_generic("中华医学科技奖")
    (True, False)
    """
    return bool(_GENERIC.fullmatch(name))


def of_place(name: str, place: str) -> str:
    """A province's award of a class: 科技进步奖 of 某某省 is 某某省科学技术进步奖; the class where no province gives it."""
    if not place or not _PROVINCIAL.fullmatch(name):
        return name
    return place + re.sub(r"^科技", "科学技术", name)


def within(outer: str, name: str) -> str:
    """A class inside the award of a place: 某省科学技术奖, 科技进步奖 is 某省科学技术进步奖; else the award that it is in.

    >>> within("某某省科学技术奖", "科技进步奖"), within("某某医学科技奖", "科技进步奖")
    ('某某省科学技术进步奖', '某某医学科技奖')
    """
    whole = _OF_PLACE.fullmatch(outer)
    return of_place(name, whole["place"]) if whole else outer


def province_of(text: str) -> str:
    """The province that a name opens with, as its full name; "" where it opens with none.

    >>> province_of("河北省卫生健康委"), province_of("中国医学科学院")
    ('河北省', '')
    """
    for length in range(_PLACE_LEAD, 1, -1):
        lead = text[:length]
        bare = re.sub(r"(?:省|市|(?:壮族|回族|维吾尔)?自治区)$", "", lead)
        whole = lead.endswith(("省", "自治区")) or (lead.endswith("市") and bare in _MUNICIPALITIES)
        if whole and "province" in (PLACES.get(lead), PLACES.get(bare)):
            return lead
    return ""


def asked_awards(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The awards that a sentence asks for ("同意推荐该成果申报…奖"), names without year and grade."""
    for match in _ASKED.finditer(text):
        name = clean_award(match["award"])
        if name:
            yield match, name


def titled_awards(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The awards that a title names, without what the title does with them."""
    for match in _IN_TITLE.finditer(text):
        name = clean_award(match["award"])
        if name:
            yield match, name


def clean_award(text: str) -> str:
    """An award's name without year, verb or grade around it; "" where nothing is left that names one."""
    bare = _GIVES_IT.sub("", re.sub(r"\s+", "", text))
    bare = _ASKING.sub("", bare) if not is_generic(bare) else bare
    name, _ = award_name(bare)
    return name if 4 <= len(name) <= 30 and name.endswith("奖") and not _NO_AWARD.search(name) else ""


def _parts(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Stretches between the marks of a list, brackets left whole."""
    end = len(text) if end is None else end
    depth, place, last = 0, start, start
    while place < end:
        depth = max(0, depth + (text[place] in "（(“《") - (text[place] in "）)”》"))
        cut = _CUT.match(text, place, end) if depth == 0 else None
        if cut is not None:
            if place > last:
                yield last, place
            place = last = max(cut.end(), place + 1) if cut.end() > cut.start() else cut.end()
            if cut.end() == cut.start():
                place += 1
        else:
            place += 1
    if last < end:
        yield last, end


def _honour(view: View, start: int, end: int) -> Honour | None:
    words = view.text[start:end]
    note = _NAMED_RANKS.search(words)
    words = words[: note.start()] if note else words
    year = _YEAR.search(_CERTIFICATE.sub("", words))
    ranked = _RANK_NOTE.search(words)
    core = words[: ranked.start()] if ranked and ranked.start() > 3 else words
    core = re.sub(r"[（(][^（）()]*[)）]\s*$", _grade_note, core.strip())
    quoted = _QUOTED.search(core)
    core = quoted["inside"] if quoted else _TITLE_BEFORE.sub("", core)
    core = _LEAD.sub("", _YEAR.sub("", core, count=1))
    core = _LEAD.sub("", re.sub(r"^.*?(?:荣获|获得|获|荣膺|摘得)", "", core))
    core = _HOW_MANY.sub("", _AND_MORE.sub("", core))
    core = _BEHIND_AWARD.sub(r"\g<award>\g<grade>", core)
    name, grade = award_name(re.sub(rf"(?<=[{HAN}])\s+|\s+(?=[{HAN}])", "", core).strip('“”"《》 ，,、；;（('))
    if not _is_award(name):
        return None
    at, last = _edges(view.text, start, end)
    rank = next((rank_of(one) for one in ranked.groupdict().values() if one), None) if ranked else None
    ranks = tuple((one["who"], rank_of(one["n"])) for one in _RANKED.finditer(note.group())) if note else ()
    when = int(year["year"]) if year else None
    return Honour(name=name, span=view.span(at, last), year=when, grade=grade, rank=rank, ranks=ranks)


def _grade_note(match: re.Match[str]) -> str:
    note = _GRADED_NOTE.fullmatch(match.group().strip())
    return note["grade"] if note else ""


def _is_award(name: str) -> bool:
    stem = re.sub(r"(?:[特一二三四]等)?奖$", "", name)
    return (
        bool(_NAME.fullmatch(name))
        and len(stem) >= 3
        and not _LEVEL.fullmatch(stem)
        and not is_generic(name)
        and "的" not in name
    )


def _edges(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())

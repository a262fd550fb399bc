"""Meetings that running text tells of: who organises them in which role, where one without a number is held, who chairs it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.chair_rows import chair_rows
from ingest.mentions import Mention
from ingest.prose.houses.parents import town_in
from ingest.prose.meetings.organisers import TOGETHER, organisers
from ingest.prose.meetings.sessions_alone import sessions_alone
from ingest.prose.meetings.sessions_of_bodies import Named, of_bodies, told_of_bodies
from ingest.prose.meetings.told import Meetings, is_told_held
from ingest.prose.reading import Reading, Rule, Scene
from ingest.table.sessions import CONVENES, GRANDLY, PRAISED, VENUE, held_at
from ingest.table.titled_session import heads_a_report, numbered_by_title
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["Named", "named_meetings", "read"]

ORGANIZES = Rule("organizes")
"""由甲主办、乙承办的…论坛; …论坛由甲主办; 甲主办…会议; 会议由甲主办, of the meeting told before."""
YEARLY_MEETING = Rule("yearly_meeting")
"""在甲每年…的…会议中."""
SESSION_TOLD = Rule("session_told")
"""第四届…论坛, of which the text tells who runs it: a session of its series."""
HELD = Rule("meeting_held")
"""…论坛在某地召开, of a meeting without a number."""
OF_YEAR = Rule("yearly_session")
"""某分会2031年学术年会: that year's of 某分会学术年会."""
IT_HELD = Rule("this_meeting_held")
"""本次论坛在某地召开, of the meeting that the text told of."""
CHAIRS = Rule("meeting_chair")
"""大会主席张三教授, of a meeting without a number that the text told of."""

_END = (
    r"(?:学术会议|学术年会|学术大会|研讨会|报告会|交流会|讨论会|读片会|年会|论坛|峰会|会议|学术周|学习班|培训班|沙龙|讲坛|大讲堂"
    r"|(?<!奖励|创新|表彰|动员|代表|总结)大会)"
)
_MEETING = rf"[^，。；,;：:“”（）()]{{2,40}}?{_END}(?![{HAN}]*?(?:期间|上|中))"
_QUOTED = re.compile(
    rf"“(?P<name>[^“”]{{4,160}}?{_END})(?:·?20\d\d年?)?”"
    rf"|《(?P<titled>(?=[^《》]*(?:20\d\d|第[^《》]{{1,3}}[届次]))[^《》]{{4,70}}?{_END})》"
)
_BRINGS = GRANDLY + CONVENES
_WHEN = (
    r"(?:上周|本周|昨[日天]|今[日天]|前[日天]|日前|近日|当日"
    r"|(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?\d{1,2}[日号]?(?:[—\-~～至]+(?:\d{1,2}月)?\d{1,2})?[日号](?:[上下]午|晚)?[，,]?)?"
)
_AND_MORE = r"(?:[（(][^（）()]*[)）](?:暨[^，。；于在]{2,40}?)?|(?:暨[^，。；于在]{2,40}?(?<![会坛]))?)"
"""An abbreviation, and what was held together with a meeting, behind its name."""
_PLAIN = re.compile(
    rf"(?:^|[，。；的了日午]|(?<=[会坛])(?:[（(][^（）()]*[)）])?[、暨与和])(?P<name>[^，。；,;：:“”（）()的了于在]{{4,60}}?{_END})(?={_AND_MORE}[，,]?{_WHEN}(?:于|在)[^。；]{{2,40}}?{_BRINGS})"
)
_QUOTES = re.compile(
    r"(?:^|[，。；的了日午])(?P<name>(?!(?:本|该|此|第|首)[次届]?|[两一二三四五六七八九十\d]+[个场])[^，。；,;：:“”（）()的了于在由]{0,30}“[^“”，。；]{2,30}”"
    rf"[^，。；,;：:“”（）()的了于在、和与]{{0,8}}?{_END})(?=[，,]?{_WHEN}(?:于|在)[^。；]{{2,40}}?{_BRINGS})"
)
"""A meeting whose name holds its theme in quotation marks: 某论坛“某某与未来”分论坛|在某地举行."""
_WITH_DATE = re.compile(
    rf"(?:^|[，。；])\s*(?P<name>[^，。；,;:：“”（）()的了于在]{{4,60}}?{_END})[”]?(?=[（(][^（）()]*\d{{1,2}}月\s*\d)"
)
"""A meeting whose days stand in brackets behind it."""
_NOTED_PLACE = re.compile(
    r"[”]?[（(](?:[^（）()]*\d\s*[日号]?[，,、；;\s]\s*)?(?P<place>[^（）()，,、；;\d]{2,16})(?:[，,、；;]\s*(?:19|20)\d\d\s*年[^（）()]*)?[)）]"
)
"""…年会（2031年7月5日，苏州）."""
_PLACE = re.compile(
    rf"[”》]?{_AND_MORE}[，,]?{_WHEN}(?:以[^，。；]{{2,24}}?[形方模]式)?[将拟]?(?:(?:于|在)[^，。；在]{{2,24}}?(?=在))?(?:同时)?(?:于|在){PRAISED}(?P<place>{VENUE}){_BRINGS}"
)
_PLACE_FIRST = re.compile(rf"(?:于|在){PRAISED}(?P<place>{VENUE}){GRANDLY}(?:召开|举行|举办|主办|承办)了?[“《]?$")
"""甲学会在某市召开|某某年会."""
_CALLED = re.compile(
    rf"[定拟将]于[^，。；]{{2,40}}?(?:召开|举办|举行)(?P<held>(?!第)[{HAN}\d]{{4,30}}?(?:年会|论坛|研讨会|学术会议|峰会))(?=[，。；（(]|$)"
)
"""定于某日在某地召开某某年会: how a notice names the meeting that it calls."""
_BROUGHT = re.compile(
    rf"(?:^|[，。；日午])\s*(?P<name>(?!本|此|该|这)[^，。；,;：:“”（）()的了于在由]{{4,40}}?{_END})(?=(?:[（(][^（）()]*[)）])?{_BRINGS}(?:[，。；]|$))"
)
"""2031某某大会|成功举办: where, the text does not say."""
_CONVENED = re.compile(
    rf"(?<![将拟定要])(?:召开|举办|举行|主办|承办)(?:了|(?=[^，。；]*(?:20\d\d年|第[^，。；]{{1,4}}[届次])))[“]?(?P<convened>(?!第|本|此|该|这|[一两二三四五六七八九十\d]+[个场次])[^，。；,;：:“”（）()的了]{{4,40}}?{_END})(?=[”]?(?:[，。；（(]|$))"
)
"""某所召开了|某某研讨会: what a sentence says that somebody held."""
_NAMING = (_QUOTED, _PLAIN, _QUOTES, _WITH_DATE, _CALLED, _BROUGHT, _CONVENED)
_NOT_MEETING = re.compile(
    r"换届|选举|启动|筹备|筹委|论证|工作会|成立大会|成立会|全体|委员会会?议|颁奖|发布会|评审|座谈|总结|动员|表彰|调研|常委会|理事会|党|全会|答辩|验收|结题|推进会|协调会"
)
_OF_SOCIETY = re.compile(
    rf"(?:20\d\d年度?)?[{HAN}]{{3,16}}(?:学会|协会|研究会)(?:[{HAN}]{{2,16}}(?:分会|专委会|委员会|学组))?(?:20\d\d年度?)?(?:成立大会|(?:学术)?工作会议)"
)
"""The founding of a society or branch, or its yearly meeting of work, by its whole name."""
_LEADING = re.compile(
    r"^(?:[—\-–\s■●★◆▲◎○□▶►※·•]|【[^】]{1,8}】|(?:本[次届期]|此次|该|这[次届期]|日前|近日|由|首个|我国|国内|全国性|[\d年月日上下午]+|(?:主办|承办|协办|举办|召开)[的了]?))+"
)
_COUNTED = re.compile(r"第[一二三四五六七八九十百\d]+[届次期]")
_EACH_YEAR = re.compile("^[一两二三四每]年一[度次届]的?")
_NO_NAME = re.compile(
    rf"^(?:国际|全国|学术|国内|年度|首届|系列|品牌|重要|大型|高端|高水平|综合性|权威|知名|顶级|专业|[“”])*{_END}$"
)
_OF_A_YEAR = re.compile("20\\d\\d年?度?(?=.{2})")
"""What makes of a name that of one meeting: 某某分会2031年学术年会."""
_DATELINE = re.compile(r"^[^，。；]*?(?:\d日|网|社|报)[电讯]\s*(?:[（(][^（）()]*[)）])?")
"""新华社某地3月5日电|2031年某年会."""
_DASH = re.compile("[-—–－]")
_YEARS = re.compile(r"[（(]?20\d\d年?度?[）)]?")
_BLANK_BEFORE_YEAR = re.compile(r"(?<=[会坛])\s+(?=20\d\d年)")
"""What parts a body from the name of its meeting in a title: 某某委员会 |2031年学术会议."""
_FAR = 140
"""How far behind the first of several meetings the quotation may close that holds their names."""
_NUMBER = re.compile(r"^(?:20\d\d年?度?|首届|第[一二三四五六七八九十百\d]+[届次])+")
_MASKED = "O"
_AT_TIME = (
    r"(?:日前|近日|昨日|今日|上周|本周"
    r"|(?:于|在)?(?:(?:19|20)\d\d年)?\d{1,2}月(?:\d{1,2}日)?(?:[—\-~～至]+(?:\d{1,2}月)?\d{1,2}日)?)"
)
_AT_PLACE = r"(?:[在于](?:O+(?![、，和与及]))?(?:(?!将|拟|的|表示|希望|计划|决定|参加|出席|会上)[^，。；O\d]){0,16}?)"
"""甲学会|在乙医院|举办: where a body holds a meeting, before the verb."""
_CHAIN = re.compile(
    r"O(?:[O、，,和与及\s/]|[（(][^（）()]{2,60}[)）]|以及|联合|会同|携手|(?<=[、和与及])(?:我[院校所科]|本[院校所会])|(?<=O)[^O、，,。；\s]{1,6}?(?:所|系|院|校|部|科|处|室|司|局|中心)(?=[、，,和与及主承协举共联])|(?<=[、和与及])[^O、，,。；\s]{2,8}?[司局](?=[、，,和与及主承协举共联]))*(?:等(?:[多诸众]|[\d一二三四五六七八九十]+)*[家个]?(?:单位|机构|高校|院所|企业)?)?"
    rf"(?:{_AT_TIME}|{_AT_PLACE}|(?:自|从)?(?:19|20)\d\d年(?:起|开始|以来)[，,]?|{TOGETHER}|率先|每年|定期|先后|首次|再次|成功|隆重|顺利|圆满|如期|正式|给予|提供|作?为(?=[主承协]办(?:单位|方)))*"
    r"(?P<role>主办|承办|协办|举办|召开(?=了|[“《]|第|首届|20\d\d)|支持(?=[，。；的]))(?:单位|方)?"
    rf"(?:[，、；,和并\s]*[{HAN}]{{2,16}}?(?:(?:主办|承办|协办)(?:单位|方)?|提供(?:技术|学术)?支持)(?=[的，、；]))?"
)
_WHOLE = re.compile(
    rf"[（(、，,和与及等\s主承协举召率每定先首在于会为作/]|以及|{TOGETHER}|{_AT_TIME}|[自从](?:19|20)\d\d年|成功|隆重|顺利|圆满|如期|正式|再次|给予|提供"
)
"""What follows an organisation that a row names, rather than a unit of it that was not read."""
_NOTE = re.compile("[（(][^（）()]*[)）]")
_TOGETHER = re.compile(r"[，、；,和并\s]*")
_BY_BEFORE = re.compile(r"由[^O。；]{0,2}$")
_TO_NAME = re.compile(r"(?:的|了)?\s*[“《]?(?:首届|(?<=“)|)")
_SINCE = re.compile(r"(?:自|从)?((?:19|20)\d{2})年(?:起|开始|以来)")
_YEARLY = re.compile(rf"(?:[（(][^（）()]*[)）])?每年[^，。；]{{0,12}}的(?P<name>{_MEETING})")
_SERIES = re.compile(rf"(?P<name>{_MEETING})")
_THIS = re.compile(
    r"(?:^|[，。；,;])\s*(?:(?:本[次届期]|此次|这[次届期])[^，。；由]{0,14}?盛会|(?:本[次届期]|此次|该|这[次届期])?(?:为期[^，。；]{1,3}天的)?(?:学术)?"
    r"(?:会议|大会|论坛|年会|研讨会|讨论会|座谈会|沙龙|讲习班|峰会|学习班|培训班|交流会|学术活动))"
    r"(?![^，。；]{0,4}(?:决定|确定|商定|议定|宣布|明确))(?:[，,]?在[^。；]{2,60}?(?:指导|支持|领导|关怀|帮助)下)?[^，。；O]{0,12}?(?:[，,]?由)"
    r"(?:[^，。；]{2,60}?(?:主办|承办|协办|组织|发起|指导|支持|举办)[，,、；]\s*|(?:主|承|协|联)办(?:单位|方)[^，。；]{2,80}[，,；]\s*)*[^，。；O]{0,3}$"
    r"|(?:^|[，。；])\s*(?:本次|此次)?(?:会议|大会|论坛|年会|研讨会|峰会)的?(?:主|承|协|联)办(?:单位|方)(?:为|是|有)[^。；]{2,80}[，,；;]\s*由?$"
)
_IT = re.compile(
    rf"(?:(?:^|[，。；,;\s午日])(?:本[次届期]|此次|该|这[次届期])?|[的了]?(?:本[次届期]|此次)|(?<=办的))(?:学术)?(?:会议|学术讨论会|讨论会|{_END})(?=[将拟定]?(?:于|在|[，,]\d))"
)
"""How a sentence calls the meeting told of, right before the time and place."""
_PLANNED = re.compile("(?:决定|确定|商定|议定|拟定?|计划|将于)[^，。；]*$")
_WISHED = re.compile(
    "(?:建议|提议|希望|呼吁|倡议|商议|商定|议定|有意|考虑|争取|申办|拟申请)[^。]*$|^(?:并|还|同时|也)拟于?[^。]*$"
)
"""会议建议…；并拟于2034年在某市举办|某研讨会: what nobody has called yet."""
_IS_THIS = re.compile(
    rf"了?(?:会议|大会)(?=[，。；]|$)|的(?:会议|大会|论坛|年会)(?=[于在将])|[了的]?(?:本[次届期]|此次|该|这[次届期])[“《]?(?:学术|影像)?(?:盛会|活动|{_END})[”》]?(?=[，。；的于在]|$)"
)
"""甲医院承办了|此次大会: the meeting that the text told of."""
_DAY = r"(?:19|20)\d\d年|\d{1,2}月\d|\d{1,2}日|[昨今前][天日]|[日目]前|近日|上周|本周"
"""How the time of a meeting begins that stands right behind its name, no 于 between."""
_ANOTHER_TIME = re.compile("[上下往历前][一二两三四五六七八九几]?[届次]|(?<!截至)(?:去|前|明|后)年|原[定拟计]")
"""What tells of another session of the series, or of what came otherwise: 第三届会议在某地召开，|下一届|由甲主办."""
_NAMED_BEFORE = re.compile(
    r"[”]?(?:项目|活动|课程)?(?:[（(][^（）()]*[)）])?(?:曾?以[“《][^”》。；]{2,60}[”》]为(?:会议|论坛|讨论|中心)?(?:主题|议题|题))?"
    rf"(?:(?:是|作为)[^，。；]{{2,40}})?(?:[，,]?(?:上周|昨日|日前|近日)?[将拟定]?(?:于|在|(?={_DAY}))[^。；]{{2,40}})?(?:[，,]?\s*(?:会议|大会|本次会议|论坛)?)?(?:[，,]?当时)?由[^，。；O]{{0,4}}$"
)
_AND_THEN = re.compile(
    rf"[”]?(?:[（(][^（）()]*[)）])?(?:[，,]?(?:于|在|(?={_DAY}))[^，。；]{{2,40}}?)?{CONVENES}"
    rf"(?:[，,](?:(?:会议|大会)?主题|与会|参会)[^，。；O]{{2,30}})?[，,]"
    r"|[（(][^（）()]*(?:19|20)\d\d年[^（）()]*[)）][：:]\s*"
)
"""第三届会议在某地举行，|甲大学承办."""
_IT_MET = re.compile(
    rf"(?:本[次届]|此次|该)?(?:学术)?(?:会议|大会|论坛|年会|研讨会|峰会)(?:于|在|(?={_DAY}))[^，。；O]{{2,40}}?{CONVENES}[，,]"
)
"""会议5月12日在某市召开，|甲学会主办，乙医院承办: of the meeting told of."""
_RUNS = ("主办", "承办", "协办")
_ENDS_CLAUSE = re.compile(r"[，。；]|$")
_DATED = re.compile(r"\d{1,2}[日号]|20\d\d\s?年|召开|举行|举办|开幕|闭幕|落幕|日前|近日")
_EVERY = re.compile("每年|年度性|系列|历届|多次|长期|一年一度|以来|开始|起，|先后|始于|创[办立]于|已连续|已举办")


_AS_ONE_NAME = re.compile(r"暨(?!南)|(?<=[会坛班])、(?=第|首届|(?:19|20)\d\d)")
"""What parts the names of meetings that are held as one: 某年会|暨|某论坛, 某年会|、|第二届某培训班."""
_AS_ONE = re.compile(r"(?:暨|与|和)[^，。；于在]{2,40}?(?=[，,]?(?:于|在))")
_HELD_AS_ONE = re.compile(
    r"[”》]?(?:[（(][^（）()]*[)）])?(?:第[一二三四五六七八九十百\d]+[届次](?:会议|年会)?)?[”》]?(?:暨|与|和|及|、)“?(?:20\d\d年?度?[（(]?)?"
)
_ELECTS_AND_MEETS = re.compile(
    rf"(?P<body>[{HAN}]{{2,16}}(?:学会|协会|研究会)(?:[{HAN}]{{2,16}}(?:分会|专委会|委员会|学组))?)(?:第[^届]{{1,4}}届)?(?:委员会|理事会)?"
    r"(?:换届|改选)[^暨]{0,8}会暨(?P<meeting>(?:(?:19|20)\d\d年?度?)?学术(?:年会|大会|会议))$"
)
_SESSION = re.compile(r"(?P<series>.+)第(?P<number>[A-Z]{0,2}\d+)次")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """RUN_BY of meetings and series, HELD_IN and CHAIRED of meetings without a number."""
    named = list(named_meetings(scene, reading))
    if named:
        _follow(scene, reading.meetings, named)
    yield from _of_year(scene, reading, named)
    yield from _held(scene, reading, named)
    yield from _it_held(scene, reading)
    yield from told_of_bodies(scene, reading)
    yield from _run(scene, reading, named)
    yield from _yearly(scene, reading)
    yield from _chaired(scene, reading)


def _of_year(scene: Scene, reading: Reading, named: list[Named]) -> Iterator[Assertion]:
    """IN_SERIES of a yearly meeting that goes by its year."""
    for one in named:
        series = _YEARS.sub("", one.ref.name) if one.ref.name.endswith("年会") and not _SESSION.fullmatch(one.ref.name) else ""
        if series not in ("", one.ref.name) and not _DASH.search(series) and not _NO_NAME.fullmatch(series):
            whole = EntityRef(label="ConferenceSeries", name=series)
            yield reading.fact(OF_YEAR, one.ref, "IN_SERIES", whole, scene.sentence.view.span(one.start, one.end))


def _follow(scene: Scene, told: Meetings, named: list[Named]) -> None:
    """Remember which meeting the text goes on to tell of, where a sentence names some."""
    first = named[0]
    if told.page is None or _in_full(told.page.name, first.ref.name) or heads_a_report(scene.text, first.start, first.end):
        told.report_on(first.ref)
    elif first.ref != told.now and is_told_held(scene.text, first.end):
        told.now = first.ref
    if told.now == first.ref:
        told.as_one[first.ref] = tuple(_joined(scene, named, first.ref)) or told.held_with


def _in_full(short: str, name: str) -> bool:
    """Whether a numbered session's name holds all characters of a meeting's that a title told for short, in order.

    >>> _in_full("某省心脏影像年会", "某省心脏影像学术年会第9次"), _in_full("某省年会", "某会第9次")
    (True, False)
    """
    rest = iter(name)
    return _SESSION.fullmatch(short) is None and _SESSION.fullmatch(name) is not None and all(one in rest for one in short)


def named_meetings(scene: Scene, reading: Reading) -> Iterator[Named]:
    """The meetings that a sentence names, in order: numbered, in quotation marks, or said to be held."""
    sessions = numbered_by_title(scene.text, reading.document)
    found = [
        Named(one.start, one.end, EntityRef(label="Conference", name=one.name))
        for one in sessions
        if not _NOT_MEETING.search(one.series)
    ]
    found = found or sessions_alone(scene, reading)
    own = [one for one in of_bodies(scene) if not any(known.start < one.end and one.start < known.end for known in found)]
    reading.meetings.of_bodies.update(one.ref for one in own)
    found += own
    told = _DATED.search(scene.text) is not None and _EVERY.search(scene.text) is None
    for match in (one for pattern in _NAMING for one in pattern.finditer(scene.text)) if told else ():
        group = match.lastgroup or "name"
        words, at = match[group], match.start(group)
        one_with = scene.text[at - 1 : at] in tuple("暨与和") and not re.search(r"\d", words)  # one event by two names
        name = (_own_name(words) or _beside_election(words)) if not one_with else ""
        start = at + max(words.rfind(name), 0) if name else 0  # a blank may stand within
        joint = words.find("暨", words.find(name)) if name else -1
        end = match.end() if joint < 0 else at + joint
        if name and not any(one.start < min(end, start + len(name)) and at < one.end for one in found):
            found.append(Named(start, min(end, match.end(group)), EntityRef(label="Conference", name=name)))
    yield from sorted(found, key=lambda one: one.start)


def _own_name(words: str) -> str:
    """The name of a meeting without what leads to it; of several held as one, the first that has a name of its own."""
    words = _BLANK_BEFORE_YEAR.split(words)[-1]
    return next(filter(None, map(_name, _AS_ONE_NAME.split(heal_name(words)))), "")


def _beside_election(words: str) -> str:
    """The yearly meeting of a society that is held together with an election: 甲学会乙分会换届大会暨2031年学术年会."""
    told = _ELECTS_AND_MEETS.search(heal_name(words))
    return told["body"] + told["meeting"] if told is not None else ""


def _name(words: str) -> str:
    words = _DATELINE.sub("", words)
    name = re.split("(?:主办|承办|协办|举办)[的了]?", words)[-1] if re.search("[主承协举]办", words) else words
    name = _LEADING.sub("", name) if not re.match(r"20\d\d", name) else name
    own = _OF_SOCIETY.fullmatch(name)
    bare = (
        _NO_NAME.fullmatch(_NUMBER.sub("", name)) or (_NOT_MEETING.search(name) and not own) or not re.search(rf"{_END}$", name)
    )
    return "" if bare or len(name) < 6 else name


def _held(scene: Scene, reading: Reading, named: list[Named]) -> Iterator[Assertion]:
    numbers = {session.name for session in numbered_by_title(scene.text, reading.document)}
    for one in named:
        ends = (one.end, _closed(scene.text, one.end), _past_joined(scene.text, one.end))
        told = (
            found for pattern in (_PLACE, _NOTED_PLACE) for end in ends if (found := pattern.match(scene.text, end)) is not None
        )
        match = next(told, None) or _PLACE_FIRST.search(scene.text, 0, one.start)
        place = _town(scene, match) if match else ""
        if match is not None and place and one.ref.name not in numbers and not _WISHED.search(scene.text[: match.start()]):
            where = scene.sentence.view.span(min(one.start, match.start()), max(one.end, match.end()))
            yield reading.fact(HELD, one.ref, "HELD_IN", EntityRef(label="Place", name=place), where)
        if place:
            reading.meetings.places.setdefault(one.ref, place)


def _it_held(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """本次论坛在某市召开: of the meeting told of, whose place the text has not told."""
    meeting = reading.meetings.now
    for it in _IT.finditer(scene.text) if meeting is not None and meeting not in reading.meetings.places else ():
        match = _PLACE.match(scene.text, it.end())
        place = _town(scene, match) if match is not None else ""
        if match is not None and meeting is not None and place and not _WISHED.search(scene.text[: it.start()]):
            where = scene.sentence.view.span(*match.span())
            reading.meetings.places[meeting] = place
            yield reading.fact(IT_HELD, meeting, "HELD_IN", EntityRef(label="Place", name=place), where)
            return


def _town(scene: Scene, match: re.Match[str]) -> str:
    """The town that a venue tells: the place itself, or the one in the name of the house."""
    house = scene.starting_at(match.start("place"), "Organization")
    return held_at(match["place"], None if house is None else town_in(house.name) or "")


def _past_joined(text: str, at: int) -> int:
    """Where what was held as one with a meeting ends: 某年会|暨某论坛|在某地召开."""
    joined = _AS_ONE.match(text, at)
    return joined.end() if joined is not None else at


def _closed(text: str, at: int) -> int:
    """Where the quotation that a name opens closes."""
    end = text.find("”", at)
    return end + 1 if 0 <= end < at + _FAR and "“" not in text[at:end] else at


def _run(scene: Scene, reading: Reading, named: list[Named]) -> Iterator[Assertion]:
    bodies = organisers(scene)
    masked = _masked(scene, named, bodies)
    for one in named:
        surface = scene.text[one.start : one.end].lstrip("的了").strip("“”")
        if "O" in masked and surface != one.ref.name and not re.search("[，。；：]", surface):
            yield reading.alias(ORGANIZES, one.ref, surface, scene.sentence.view.span(one.start, one.end))
    chains = list(_CHAIN.finditer(masked))
    for place, chain in enumerate(chains):
        first, last = _group(masked, chains, place)
        meeting = _meant(scene, reading, masked, named, first, last)
        if meeting is None:
            continue
        with_it = _joined(scene, named, meeting) if any(one.ref == meeting for one in named) else reading.meetings.held_with
        together = [meeting, *with_it]
        role = chain["role"].replace("举办", "主办").replace("召开", "主办")
        if role == "支持":
            continue
        since = _SINCE.search(scene.text[: chain.start()])
        for body in bodies:
            whole = chain.start() <= body.start and body.end <= chain.end() and _WHOLE.match(scene.text, body.end)
            if not whole or scene.text[body.start - 1] in "/（(在于" or _owns_next(scene, body):
                continue
            here = next((one for one in named if one.ref == meeting), None)
            start, end = (min(body.start, here.start), max(chain.end(), here.end)) if here else (body.start, chain.end())
            where, said = scene.sentence.view.span(start, end), reading.organization(body)
            for held in together:
                yield reading.fact(ORGANIZES, held, "RUN_BY", said, where, role=(role,), since=since[1] if since else "")
            for held in together:
                if session := _SESSION.fullmatch(held.name):
                    series = EntityRef(label="ConferenceSeries", name=session["series"])
                    yield reading.fact(SESSION_TOLD, held, "IN_SERIES", series, where, number=session["number"])


def _joined(scene: Scene, named: list[Named], meeting: EntityRef) -> Iterator[EntityRef]:
    """The meetings that were held as one with this: …论坛第十四次会议|暨第四次…研讨会."""
    last = next((one for one in named if one.ref == meeting), None)
    for one in named:
        if last is not None and one.start >= last.end and _HELD_AS_ONE.fullmatch(scene.text, last.end, one.start):
            yield one.ref
            last = one


def _owns_next(scene: Scene, body: Mention) -> bool:
    """Whether only a short name in brackets stands between a society and its branch: 某协会（简称“某协”）|影像分会."""
    note = _NOTE.match(scene.text, body.end)
    after = scene.starting_at(note.end(), "Organization") if note is not None else None
    return after is not None and body.kind == "society" and after.kind == "society_branch"


def _masked(scene: Scene, named: list[Named], bodies: tuple[Mention, ...]) -> str:
    """The sentence with each character of an organisation masked, those inside a meeting's name left."""
    text = scene.text
    for body in bodies:
        if not any(one.start <= body.start < one.end for one in named):
            text = text[: body.start] + _MASKED * (body.end - body.start) + text[body.end :]
    return text


def _group(masked: str, chains: list[re.Match[str]], place: int) -> tuple[re.Match[str], re.Match[str]]:
    """The first and last of the roles told in a row (由甲主办，乙承办，丙协办)."""
    first = last = place
    while first > 0 and _TOGETHER.fullmatch(masked, chains[first - 1].end(), chains[first].start()):
        first -= 1
    while last + 1 < len(chains) and _TOGETHER.fullmatch(masked, chains[last].end(), chains[last + 1].start()):
        last += 1
    return chains[first], chains[last]


def _meant(
    scene: Scene, reading: Reading, masked: str, named: list[Named], first: re.Match[str], last: re.Match[str]
) -> EntityRef | None:
    """The meeting that a row of roles is about: the one right after it, the one before 由, else the one told before."""
    to_name = _TO_NAME.match(scene.text, last.end())
    at = to_name.end() if to_name else last.end()
    after = next((one for one in named if last.end() <= one.start <= at + 40 and _leads(masked[at : one.start])), None)
    if after is not None:
        return after.ref
    before = masked[: first.start()]
    if _PLANNED.search(before):
        return None
    if _THIS.search(before) or _IS_THIS.match(scene.text, last.end()):
        inside = [one for one in named if one.end <= first.start()]
        return inside[-1].ref if inside else reading.meetings.now
    then = first["role"] in _RUNS and _ENDS_CLAUSE.match(masked, last.end()) is not None
    earlier = [
        one
        for one in named
        if one.end <= first.start()
        and not _ANOTHER_TIME.search(before, one.end)
        and (_NAMED_BEFORE.fullmatch(before[one.end :]) or (then and _AND_THEN.fullmatch(before[one.end :])))
    ]
    if not earlier and then and _IT_MET.fullmatch(before) and not _ANOTHER_TIME.search(before):
        return reading.meetings.now
    if not earlier and then and not before:  # 甲学会主办，乙医院承办，|第三届某论坛在某市召开
        return reading.meetings.now if not named else named[0].ref if named[0].start <= last.end() + 1 else None
    return earlier[-1].ref if earlier else _series(scene, first, last, at)


def _leads(between: str) -> bool:
    between = _EACH_YEAR.sub("", between).rstrip(_MASKED)
    return not between or bool(
        re.fullmatch(
            r"[“\s]*(?:(?:首届|20\d\d年?度?)?|[^，。；]{0,60}暨|[^“”，。；]{0,12}的“?|[\u4e00-\u9fff]{2,6}[省市区县州]|[^“”，。；]{0,16}(?:项目|课程|活动|盛会)“|(?:本[次届期]|此次|该)“)",
            between,
        )
    )


def _series(scene: Scene, first: re.Match[str], last: re.Match[str], at: int) -> EntityRef | None:
    """The series of meetings that follows the role at once, or that 由 follows, where no one session is told."""
    active = not _BY_BEFORE.search(scene.text[: first.start()])
    match = _SERIES.match(scene.text, at) if active or "的" in scene.text[last.end() : at] else None
    if match is None and not active:
        match = re.search(
            rf"(?:^|[，。；,;])\s*(?P<name>{_MEETING})[”]?(?:[（(][^（）()]*[)）])?(?:(?:是|作为)[^，。；,;]{{2,40}})?[，,]?\s*由$",
            scene.text[: first.start()],
        )
    told = _EACH_YEAR.sub("", heal_name(match["name"])).strip("“” ") if match else ""
    name = told if _OF_A_YEAR.match(told) else _NUMBER.sub("", told)
    if (
        not re.search(rf"[{HAN}]{{4,}}", name)
        or _NO_NAME.fullmatch(name)
        or _COUNTED.search(name)
        or re.match(
            r"(?:过|第?[一二三四]季度|[上下]半年|本[次届期]|该|此次|为期|这[次届期]|[上下往历前]一?[届次]|国际会议|学术会议|(?:会议|大会|会上)?(?:决定|确定|商定|议定|宣布))",
            name,
        )
    ):
        return None
    label = "Conference" if _OF_A_YEAR.search(name) else "ConferenceSeries"
    return EntityRef(label=label, name=name) if not _NOT_MEETING.search(name) else None


def _yearly(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    for body in scene.of("Organization"):
        match = _YEARLY.match(scene.text, body.end)
        name = _NUMBER.sub("", heal_name(match["name"])) if match else ""
        if match is not None and re.search(rf"[{HAN}]{{4,}}", name):
            where = scene.sentence.view.span(body.start, match.end("name"))
            series = EntityRef(label="ConferenceSeries", name=name)
            yield reading.fact(YEARLY_MEETING, series, "RUN_BY", reading.organization(body), where)


def _chaired(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """大会主席张三: sessions with a number, but those that a body's name numbers, are left to those who read these."""
    meeting = reading.meetings.now
    if meeting is None or (_SESSION.fullmatch(meeting.name) and meeting not in reading.meetings.of_bodies):
        return
    for row in chair_rows(scene.text):
        where = scene.sentence.view.span(row.start, row.end)
        for chair in row.chairs:
            yield reading.fact(CHAIRS, reading.person(chair.name), "CHAIRED", meeting, where)

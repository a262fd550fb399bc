"""Sessions of conferences as running text tells them: series, number, days, place, theme and chairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.chair_rows import chair_rows
from ingest.lexicon import PLACES, is_place, organization_kind
from ingest.names import organizations as bodies
from ingest.table.captions import series_of
from ingest.table.dates import When, find_dates
from ingest.table.recognise import session_number
from ingest.table.towns import places
from kg.text import HAN

__all__ = ["CONVENES", "GRANDLY", "PRAISED", "VENUE", "Numbered", "Session", "find_sessions", "held_at", "numbered", "town"]

_NUMBER = r"(?:[A-Z]{0,2}\d{1,4}|[〇零一二三四五六七八九十百]{1,6})"
_END = (
    r"(?:科学会议|学术会议|学术年会|学术大会|研讨会|讨论会|交流会(?!议)|报告会(?!议)|读片会|学习班|培训班"
    r"|高峰论坛|会议|论坛|年会|大会|沙龙|讲坛|大讲堂|峰会)"
)
_WORD = (
    rf"(?:[^\s，。；：:、,;（）()“”《》\"]|(?<=[{HAN}]) (?=[A-Z]{{2}})|(?<=[A-Z]{{2}}) (?=[{HAN}])"
    rf"|(?<=国)[（(][{HAN}]{{2,4}}[)）](?=[{HAN}]))"
)
_SERIES_FIRST = re.compile(
    rf"(?P<series>{_WORD}{{2,28}}?{_END})[”\"]?的?[（(]?第\s*(?P<number>{_NUMBER})\s*(?:[次届期]|(?<=\d{{3}})场)(?!理事|委员|常务|监事|会员|换届|执委|常委|全体|代表)[)）]?"
    r"(?:学术讨论会|学术研讨会|学术会议|研讨会|讨论会|会议)?"
)
_TIMES = re.compile(
    r"(?:(?:是|作为)[^，。；]*|第[一二两三四五六七八九十][^，。；]*)次(?=专门|专题|集中|聚焦|关注|讨论|走[进出]|来到|落[户地]|移师|重返|回到)"
    r"|(?:是|作为)[^，。；]*次(?=[在由把将以设邀获])"
)
"""How often something was done, rather than which session did it: 这是某科学会议第二次|专门讨论…, 某论坛第三次|走进某市."""
_BARE_NUMBER = re.compile(
    rf"(?P<series>{_WORD}{{2,12}}?科学会议)\s*(?P<number>[A-Z]?\d{{2,3}})\s*次(?:学术讨论会|学术研讨会|会议)"
)
"""A number without its 第: 某科学会议S31次学术讨论会."""
_NUMBER_FIRST = re.compile(
    rf"(?:第\s*(?P<number>{_NUMBER})\s*(?:[次届期]|(?<=\d{{3}})场)(?:[）)](?=[^，。；]{{2}}))?|(?P<first>首)[届次])[“\"]?"
    rf"(?P<series>(?:(?!第|首届){_WORD}){{2,28}}?{_END})[”\"]?"
)
CONVENES = (
    r"(?:召开|举行|举办|开[幕班讲]|闭幕|落幕|启[幕动]|揭幕|(?:圆满)?收官|落下[帷大]?幕"
    r"|拉[开下][帷序]幕|画上(?:了)?(?:一个)?(?:圆满)?的?句号)"
)
"""What is said of a meeting that begins, goes on or ends."""
_NUMBER_ALONE = re.compile(
    rf"第\s*(?P<number>{_NUMBER})\s*[次届期](?:学术讨论会|学术研讨会|学术会议|研讨会|讨论会|会议|论坛|年会)?(?=[（(](?:19|20)\d{{2}}\s*年[^（）()]{{2,}}[)）])"
    rf"|(?:(?<=[召举]开的)|(?<=[举办]行的)|(?<=举办的))第\s*(?P<told>{_NUMBER})\s*[次届期](?:学术讨论会|学术研讨会|学术会议|研讨会|讨论会|会议)"
    rf"|(?:(?<=[。；;，,：:])|^)\s*(?:其中|此后|随后|其后|其|(?:今|去|前|本)年的)?[，,]?(?:第\s*(?P<held>{_NUMBER})|(?P<first>首))\s*[次届期]"
    rf"(?:学术讨论会|学术研讨会|学术会议|学术年会|研讨会|讨论会|会议|论坛|年会|大会)?(?=已?[，,]?\s*(?:[于在]|(?:19|20)\d\d年)\s*[^。；;]{{2,40}}?{CONVENES}|(?:(?:19|20)\d\d年)?(?:移师|走进|[落办]在)[{HAN}]{{2,12}}(?:[，。；]|$))"
)
"""A session by its number, its year in the brackets behind, or told before as held, or told to be held where and when
(第三届会议2013年在甲市召开); its series stands in a sentence before."""
_FIRST_ALONE = re.compile("首[届次](?:会议|论坛|年会|大会)")
"""What tells of the first session by its number alone, and names no series."""
_OF_EACH = re.compile(r"(?P<former>前者[^。；]{3,80}?)[，；,;]\s*(?:而)?(?P<latter>后者[^。；]{3,80})")
"""What is told of two sessions one by one, behind both."""
_OF_ONE = re.compile("前者|后者")
_AS_ONE = re.compile(r"[”》]?(?:[（(][^（）()]*[)）])?(?:暨|与|和|及|、)[“《]?(?:(?:19|20)\d\d年?度?[（(]?)?")
_EACH = re.compile("分别|先后|同期|随后")
_COUNTED = re.compile(rf"第\s*(?:{_NUMBER})\s*(?:[次届期]|(?<=\d{{3}})场)|首[届次]")
_COMES_TO = re.compile(
    rf"(?:[今本]年的?)?(?P<series>(?:(?![于在曾第已]){_WORD}){{2,28}}?{_END})(?:(?:自|从)[^，。；第]{{4,20}}来)?(?:[，,]?已?(?:成功|连续)*(?:举办|召开)了?[^，。；第]{{1,3}}届)?(?:[，,]?(?:今年|如今|至今|迄今|目前|本[次届]|这次))?(?:已经?|共|又|再次|再度|连续|成功)*"
    rf"(?:是|为|(?:举?办|举行|走|来|开)[到至]|进入|迎来|步入|迈入|迈进)了?(?:它的|其|自己的)?第\s*(?P<number>{_NUMBER})\s*届(?!理事|委员|常务|监事|会员|换届|执委|常委|全体|代表)"
)
"""某论坛|已是第三届, 某年会迎来第五届盛会, 某论坛办到了第六届."""
_SERIES_APART = re.compile(
    rf"(?P<series>(?:(?![于在曾第]){_WORD}){{2,28}}?{_END})(?=[于在曾还又就][^。；第]{{2,80}}(?:召开|举行|举办|组织)[了过]?[^。；]{{0,60}}第)"
    rf"[^。；第]{{2,140}}第\s*(?P<number>{_NUMBER})\s*[次届期](?:学术讨论会|学术研讨会|学术会议|研讨会|讨论会|会议)"
)
_OWNER = re.compile(
    rf"(?:^|(?<=[，。；：、！!】》|｜“”（）()\s\d的在由暨]))(?P<owner>[{HAN}]{{2,24}})[“\"]?$",
)
_NO_SERIES = re.compile(
    r"(?:换届|选举|成立|全体|(?<!科学)委员会?|理事会?|常委会?|主席团|党|工作|颁奖|表彰|筹备|座谈|启动|办公|院务|校务|常务|行政|调度|专题|例|会员|代表)(?:会议|大会|会)$"
    r"|(?:员工|职工|岗前|入职|党[员务]?|干部|消防|院感|志愿者|实习生|新兵)[^，。；]{0,8}(?:培训班|学习班)$"
)
"""Meetings of a body about itself are counted too, and are no series of conferences."""
_BRANCHS = re.compile(
    rf"(?:(?!学会|协会|研究会|联合会)[{HAN}]){{2,14}}?(?:分会|专委会|专业委员会|学组)(?=会议|大会|年会|学术|论坛)"
)
"""Whose society is left out: 第九届|影像技师分会会议."""
_UMBRELLA = re.compile("[”》]?的?(?:系列(?:学术|专题)?活动|分论坛|平行论坛|专题论坛|专场|卫星会|分会场)")
"""What follows a session of which another meeting is a part: 第七届某年会|系列活动——某论坛, …|分论坛."""
_HOLDS = re.compile("^.*(?:举办|主办|承办|协办|召开|举行|参加)了?")
_OWNERS = ("全国", "全军", "国际", "亚洲", "亚太", "世界")
_PROVINCES = re.compile("[华西东中][东西南北中](?:地区)?[两三四五六七八九]省(?:[一两二三四]市)?(?:[一两二]区)?")
"""Provinces counted, which hold a meeting together: 西北五省, 华东六省一市."""

_REACH = 420
_SHORT_TOWNS = dict(
    zip(
        "京沪津渝蓉穗汉宁杭榕厦昆筑邕甬",
        [
            "北京",
            "上海",
            "天津",
            "重庆",
            "成都",
            "广州",
            "武汉",
            "南京",
            "杭州",
            "福州",
            "厦门",
            "昆明",
            "贵阳",
            "南宁",
            "宁波",
        ],
        strict=True,
    )
)
"""Towns by the one character that stands for them behind 在: 在京召开."""
GRANDLY = r"(?:隆重|盛大|顺利|成功|正式|圆满|如期|胜利|精彩|全面|同步|以[^，。；]{2,20})*"
"""How it does so."""
PRAISED = (
    rf"(?:“[^“”]{{2,10}}”|[{HAN}]{{0,6}}(?:美丽|秀丽|如画|优美|宜人|怡人|悠久|闻名|著称)的(?:[{HAN}]{{2,4}}(?:城市|之城))?)?"
)
"""What praises a town in front of its name."""
VENUE = rf"(?:[{''.join(_SHORT_TOWNS)}](?=[召举开隆顺成正盛圆如胜落闭启揭收拉画])|[^，。；、在]{{2,20}}?)"
_HELD = (
    re.compile(rf"(?:[在于]|移师|走进|来到){PRAISED}(?P<place>{VENUE}){GRANDLY}{CONVENES}"),
    re.compile(r"(?:召开|举行|举办)(?:地点|地)?(?:于|在|[:：])(?P<place>[^，。；、]{2,16})"),
    re.compile(r"(?:地点|(?<![分次副])会场|会址)(?:为|是|[设选定放]在|在)?\s*[:：]?\s*(?P<place>[^，。；、]{2,16})"),
    re.compile(rf"(?:移师|走进|来到|[落办]在){PRAISED}(?P<place>[^，。；、在]{{2,12}})(?=[，。；])"),
    re.compile(rf"(?:齐聚|相聚|汇聚|聚首|云集){PRAISED}(?P<place>[^，。；、在]{{2,12}})(?=[，。；])"),
    re.compile(rf"在{PRAISED}(?P<place>{VENUE}){GRANDLY}(?:[承主协]办了?(?=第|首届)|[与同和][^，。；]{{2,12}}见面)"),
)
_IN_BRACKETS = re.compile(r"[（(](?:[^（）()]{4,30}?[，,、;；]\s*)?(?P<place>[^（）()，,、;；\d]{2,8})[，,、;；)）]")
_ANOTHER = re.compile(
    r"[，。；][^，。；（(]{0,4}?(?:第\s*[一二三四五六七八九十\d]{1,3}届(?!委员|理事|常务|会员|全)|[上下往]一?届|[明去]年)"
)
"""Where a sentence goes on to another session of the series, whose place is not that of the one told."""
_TOWN = re.compile(
    rf"(?:[{HAN}]{{2,3}}(?:省|自治区)|[{HAN}]{{1,3}}城|美丽的[{HAN}]{{0,4}}?)?(?P<town>(?![我本全各该某一二三两多])[{HAN}]{{2,3}}(?<![城都超股上门])[市县])"
    rf"(?:[{HAN}]{{0,16}}(?:酒店|宾馆|饭店|会议中心|会展中心|国际中心|礼堂|报告厅|大厦))?"
)
_CITIES = ("北京", "上海", "天津", "重庆", "香港", "澳门")
_TWO = re.compile("(?<!呼)[和与及]")
_HOUSE = re.compile(
    rf"(?!(?:[我本该全其]|学校|医院|[省市县]))[{HAN}]{{2,20}}(?:宾馆|酒店|饭店|会议中心|会展中心|博览中心|交流中心|学术中心|传播中心|科技中心|培训中心|展示中心|展览中心|活动中心|国际中心|展览馆|科技馆|博物馆|图书馆|体育馆|大剧院|山庄|度假村|会堂|礼堂|报告厅)"
)
"""A venue that goes by a name of its own."""
_NAMED_TOWN = re.compile(rf"[{HAN}]{{2,3}}市")
_QUOTED = r"[“\"](?P<theme>(?:[^“”\"]|“[^”]*”)+)[”\"]"
_THEMES = (
    re.compile(rf"(?:主题|中心议题|题目)(?:正?[为是]|定为|确定为)?\s*[:：]?\s*{_QUOTED}"),
    re.compile(rf"(?:以|围绕|聚焦|就){_QUOTED}"),
    re.compile(r"(?:主题|中心议题)(?:为|是|[:：])\s*[:：]?\s*(?P<theme>[^，。；“”\n]{3,60})"),
)
_SENTENCE_END = re.compile(r"[。！？\n]")
_HELD_BEFORE = re.compile(rf"[；;]|{CONVENES}[，,]")
"""Where the telling of one session ends and that of the next may begin."""
_ROW_MARK = re.compile(r"[。！？\n，、；和与及]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session. ``at`` holds its words, ``theme`` its theme, both as places in the text that was searched."""

    series: str
    number: str
    surface: str
    at: tuple[int, int]
    when: When | None = None
    place: str = ""
    theme: tuple[int, int] | None = None
    chairs: tuple[tuple[str, str], ...] = ()
    """Names, each with the institution that the text puts before it ("" where it puts none)."""
    titles: tuple[str, ...] = ()
    """The titles of the chairs, in their order."""
    among: frozenset[str] = frozenset()
    """Those of the chairs whom the text calls one of several."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """Where a text names a session by its series and number."""

    start: int
    end: int
    series: str
    number: str

    @property
    def name(self) -> str:
        """The session's name as a node: the series, then the number."""
        return f"{self.series}第{self.number}次"


def find_sessions(text: str, named: Sequence[Numbered] = (), *, known: str = "") -> Iterator[Session]:
    """The sessions that a paragraph tells: of each, what stands in its sentence and up to the next one's mention.

    ``named`` are those that it names; where none is given, those that it numbers. ``known`` is the series that the document
    has told of before, "" for none.

    >>> text = "东山科学会议第12次学术讨论会于2017年5月2日至3日在苏州召开，主题为“影像”，由赵明、钱红担任执行主席。"
    >>> [session] = find_sessions(text)
    >>> session.series, session.number, session.place, session.chairs
    ('东山科学会议', '12', '苏州', (('赵明', ''), ('钱红', '')))
    """
    found = named or numbered(text, known)
    each = _of_each(text, found)
    before = 0
    for place, mention in enumerate(found):
        limit = _limit(text, found, place)
        yield _session(
            text,
            mention,
            start=_opens(text, before, mention.start),
            limit=min(limit, mention.end + _REACH),
            chaired=each.get(place),
        )
        before = mention.end


def _opens(text: str, before: int, start: int) -> int:
    """Where what is told of a session begins: behind the sentence or half of one that ends last, or where one was held."""
    held = [end.end() for end in _HELD_BEFORE.finditer(text, before, start)] if before else []
    return max([*(end.end() for end in _SENTENCE_END.finditer(text, before, start)), *held], default=before)


def _limit(text: str, found: Sequence[Numbered], place: int) -> int:
    """Where what is told of a session ends: at the next one that is not held as one with it."""
    last = place
    while last + 1 < len(found) and _AS_ONE.fullmatch(text, found[last].end, found[last + 1].start):
        last += 1
    limit = found[last + 1].start if last + 1 < len(found) else len(text)
    if last > place and _EACH.search(text, found[last].end, limit):
        return found[place + 1].start
    return limit


def _of_each(text: str, found: Sequence[Numbered]) -> dict[int, tuple[int, int]]:
    """Where the text tells of each of the last two sessions behind both (前者由…，后者由…)."""
    told = _OF_EACH.search(text, found[-1].end) if len(found) > 1 and "后者" in text else None
    return {len(found) - 2: told.span("former"), len(found) - 1: told.span("latter")} if told is not None else {}


def numbered(text: str, known: str = "") -> list[Numbered]:
    """The numbered sessions that a text names, in order; a place or a society before the number belongs to the series.

    >>> [session.name for session in numbered("河北省第三次超声医学学术会议召开。东山科学会议第12次学术讨论会也将召开。")]
    ['河北省超声医学学术会议第3次', '东山科学会议第12次']
    """
    found = (
        mention
        for mention in _mentions(text)
        if not (_NO_SERIES.search(mention.series) or _is_of_branch(mention) or _UMBRELLA.match(text, mention.end))
    )
    own = _apart(sorted(found, key=lambda mention: mention.start))
    return _apart(sorted([*own, *_alone(text, own, known)], key=lambda mention: mention.start))


def _alone(text: str, own: Sequence[Numbered], known: str) -> Iterator[Numbered]:
    """The sessions that go by their number alone, where the sentences before, or else the document, name one series only."""
    for match in _NUMBER_ALONE.finditer(text):
        if any(one.start < match.end() and match.start() < one.end for one in own):
            continue
        before = _FIRST_ALONE.sub("", text[: match.start()])
        number = "1" if match["first"] else session_number(match["number"] or match["told"] or match["held"])
        named = {series for sentence in _SENTENCE_END.split(before) if (series := series_of(sentence))}
        if number and (len(named) == 1 or (known and not named and not match["first"])):
            series = named.pop() if named else known
            if not _NO_SERIES.search(series) and all(
                part in series for words in _ROW_MARK.split(before) if (part := series_of(words))
            ):
                yield Numbered(text.rindex("首" if match["first"] else "第", 0, match.end()), match.end(), series, number)


def _is_of_branch(mention: Numbered) -> bool:
    branch = _BRANCHS.match(mention.series)
    return branch is not None and not any(is_place(mention.series[:end]) for end in (2, 3, 4))


def _mentions(text: str) -> Iterator[Numbered]:
    if not _COUNTED.search(text) and "次学术" not in text:
        return
    for pattern in (_SERIES_FIRST, _BARE_NUMBER, _SERIES_APART, _COMES_TO):
        for match in pattern.finditer(text):
            series, number = series_of(match["series"]), session_number(match["number"])
            if series and number and not _TIMES.search(text, max(0, match.start() - 2), min(len(text), match.end() + 2)):
                yield Numbered(match.start("series") + match["series"].rfind(series), match.end(), series, number)
    for match in _NUMBER_FIRST.finditer(text):
        owner = _owner(text[: match.start()])
        if organization_kind(owner) == "society" and _BRANCHS.match(match["series"]):
            continue  # 某医学会|第一届影像专业委员会|学术年会: the committee's term
        series, number = series_of(owner + match["series"]), "1" if match["first"] else session_number(match["number"])
        if series and number:
            yield Numbered(match.start() - len(owner), match.end(), series, number)


def _owner(before: str) -> str:
    """The place or society that the number follows at once: 某省第三次…学术会议, 某学会第五届…年会."""
    match = _OWNER.search(before)
    words = _HOLDS.sub("", match["owner"]).removeprefix("的") if match else ""
    for start in range(len(words) - 1):
        owner = words[start:]
        if owner in _OWNERS or is_place(owner) or _PROVINCES.fullmatch(owner):
            return owner
        if start == 0 and organization_kind(owner) in ("society", "society_branch"):
            named = [owner[one.start : one.end] for one in bodies(owner)]
            return named[-1] if named and owner.endswith(named[-1]) else owner
    return ""


def _apart(found: Sequence[Numbered]) -> list[Numbered]:
    kept: list[Numbered] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _session(text: str, mention: Numbered, *, start: int, limit: int, chaired: tuple[int, int] | None) -> Session:
    window = text[start:limit]
    when = next(find_dates(window), None)
    theme = next((match.span("theme") for pattern in _THEMES if (match := pattern.search(window))), None)
    place, place_at = _place(window, after=mention.end - start)
    others = _OF_ONE.search(window, mention.end - start)
    own = (mention.end - start, others.start() if others is not None else len(window))
    after, end = (chaired[0] - start, chaired[1] - start) if chaired else own
    rows = [row for row in chair_rows(text[start : start + end]) if row.start >= after]
    chairs = {one.name: one for row in rows for one in row.chairs}.values()
    stated = (theme, place_at, *((row.start, row.end) for row in rows), when.at if when else None)
    marks = [(mention.start - start, mention.end - start), *(mark for mark in stated if mark)]
    return Session(
        series=mention.series,
        number=mention.number,
        surface=text[mention.start : mention.end],
        at=(start + min(mark[0] for mark in marks), start + max(mark[1] for mark in marks)),
        when=when,
        place=place,
        theme=(start + theme[0], start + theme[1]) if theme else None,
        chairs=tuple((one.name, one.home) for one in chairs),
        titles=tuple(one.title for one in chairs),
        among=frozenset(one.name for one in chairs if one.among),
    )


def _place(window: str, *, after: int) -> tuple[str, tuple[int, int] | None]:
    """The place that the window tells; the brackets that follow the mention itself count first."""
    other = _ANOTHER.search(window, after)
    window = window[: other.start()] if other is not None else window
    bracket = _IN_BRACKETS.match(window, after)
    for match in (*([bracket] if bracket else []), *(match for pattern in _HELD for match in pattern.finditer(window))):
        at_town = _NAMED_TOWN.match(match["place"])  # 徐州市|中山饭店
        place = held_at(at_town.group() if at_town else match["place"])
        if place:
            return place, match.span()
    return "", None


def held_at(words: str, found: str | None = None) -> str:
    """The town of a venue, else the venue by its own name; a province that only a house's name bears is none.

    ``found`` is the place that the name of the house tells, where that is known.

    >>> held_at("南京"), held_at("云岭省"), held_at("湖南省医学会学术中心"), held_at("望湖宾馆三楼")
    ('南京', '', '湖南省医学会学术中心', '')
    """
    halves = _TWO.split(words)
    if len(halves) > 1 and all(map(places, halves)):
        return ""
    place = (places(words) or town(words)) if found is None else found
    if PLACES.get(place) == "province" and place not in _CITIES and len(words) > len(place) + 3:
        place = ""
    return place or (words if _HOUSE.fullmatch(words) else "")


def town(words: str) -> str:
    """The town that words name by its ending, where no list of places holds it.

    >>> town("岚江市"), town("云岭省岚江市滨江饭店"), town("我市"), town("上海市"), town("会议室")
    ('岚江市', '岚江市', '', '上海市', '')
    """
    found = _TOWN.fullmatch(words.strip())
    return found["town"] if found is not None else _SHORT_TOWNS.get(words, "")

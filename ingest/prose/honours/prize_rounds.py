"""Which award a text is about: whose prizes and which round it told, by which a grade or a class alone is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.announced import announced
from ingest.headings import heading_of
from ingest.prose.honours.prizes import GRADE, PLACE, QUOTED_WORK, Prize, graded, is_bare, prize_kind
from ingest.prose.people.committees import listed_people
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import people_from, people_up_to
from ingest.rounds import is_any_givers
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["below_grade", "by_name", "people_below_grade", "people_by_grade", "round_told", "same_honour", "year_of"]

GRADE_LINE = Rule("grade_line")
"""一等奖：甲医院的“…”等7项, below a round of an award that the text told."""

SAME_HONOUR = Rule("same_honour")
"""某奖揭晓，甲医院张三教授获此殊荣; 两名医师获此殊荣，分别是张三和李四."""

_SAME_HONOUR = re.compile(
    r"(?:荣?获得?|摘得|获评|获颁)(?:此|该|这一)(?:殊荣|奖项?|荣誉|称号|大奖)(?!的?(?:提名|候选))(?P<who>[，,]?(?:他们|她们|其)?(?:分别)?(?:是|为|即|系|：))?"
)
_LAST_AWARD = re.compile(
    rf"(?:“(?P<quoted>[^“”]{{2,24}}奖)”|(?:颁发|设立|授予|评选)了?(?P<plain>(?:(?!颁发|设立|授予|评选|[了并])[{HAN}]){{4,24}}奖))(?!励|项)"
)
_NOT_THESE = re.compile("(?:此前|曾有|历届|往届|尚未|没有|未能)[^，。；]*$")
_ONLY_SO_MANY = re.compile("仅有?[^，。；]*$")
_PRIZES = re.compile(
    rf"(?:(?P<year>(?:19|20)\d\d)年?度?)?(?:\d[项个]|[项个届])?(?P<whose>国家|[{HAN}]{{2,6}}?(?:省|市|自治区)|(?<=[年度])[{HAN}]{{2,3}})"
    r"(?:科学技术奖|科技奖|科学技术奖励大会|科技奖励大会)"
)
_CONTEST = re.compile(
    rf"(?:^|[，。；：“在由的了])(?P<name>(?!(?:本|该|此)[届次]|[在由的了])[{HAN}]{{2,20}}?(?:比赛|大赛|竞赛|擂台赛|挑战赛))(?=[”各的奖中上决总，。：]|落下|圆满|顺利|成功|正式|近日|日前|结束|举[办行]|揭晓|[于在]|$)"
)
_NTH = re.compile(r"^(?:首届|第[一二三四五六七八九十\d]+届)(?=.{4})")
_CUPS = "(?:“[^“”，。；]{2,14}[^“”，。；奖]”)?"
_PRESENTED = re.compile(
    rf"(?:颁发|颁授|评出|评选出|评选了|决出|产生|揭晓|公布)(?:了|出)*(?:(?:首|本|第[{HAN}\d]{{1,4}})届|(?:19|20)\d\d年?度?的?)*"
    rf"(?:“(?P<quoted>[^“”，。；]{{2,24}}奖)”|(?P<plain>{_CUPS}[{HAN}A-Za-z]{{3,20}}?奖(?=[，。；：,;:]|共?(?:\d+|[一二两三四五六七八九十]+)[篇名项个位])))"
    rf"|(?:^|[，。；：])(?:本[届次]|此次|首届)?(?:会议|年会|论坛|大会)?的?(?P<said>{_CUPS}(?![本首此]届?)[{HAN}]{{2,12}}?论文奖)"
    r"(?:获奖|评选|评审)*(?:名单|结果)*(?:正式|现已|如下)*(?:揭晓|公布|出炉|如下)"
)
"""颁发了“甲奖”，张三获一等奖; “甲杯”优秀论文奖揭晓: whose the grades are that are told behind."""
_HELD_IN_YEAR = re.compile(r"((?:19|20)\d\d)年[^，。；“”《》]{0,16}(?:举办|举行|召开|开展|落幕|启幕)的?[“]?$")
"""When a contest was held that is named right behind."""
_MEETING = re.compile(
    rf"(?:^|[，。；：在])(?:(?:19|20)\d\d年)?(?:\d{{1,2}}月(?:\d{{1,2}}日)?(?:举[办行]的)?)?(?P<name>(?!本|该|此|在)[{HAN}]{{4,30}}?"
    r"(?:学术会议|学术年会|年会|论坛|评选活动|评比活动))(?=[上中]|，)"
)
"""在甲学会学术年会上，张三的《…》获一等奖: what grades without an award of their own are of."""
_QUOTED_PART = "(?:“[^“”，。；奖]{2,10}”)?"
"""What an award's name may open with: “某某”超声医学奖."""
_CEREMONY = re.compile(
    rf"(?:^|[，。；在“]|(?:19|20)\d\d年度?|届)(?P<name>(?!首届|本届|第)(?:{_QUOTED_PART}[{HAN}]{{3,24}}?奖|[{HAN}]{{2,12}}?基金(?!会)))”?"
    r"(?:(?:(?P<year>(?:19|20)\d\d)|(?:19|20)\d\d[和、至及-](?:19|20)?\d\d)年?度?的?)?(?:科学与技术奖)?(?:颁奖|授奖|表彰|奖励)(?:大会|典礼|仪式|会议?)"
)
"""第二届甲医学科技奖颁奖大会, 甲基金2017年度颁奖大会: whose grades and classes the text goes on to tell."""
_DATED_BEHIND = re.compile(
    rf"(?:^|[，。；：、]|近日|日前|经|据)(?P<award>{_QUOTED_PART}(?:(?!年|拟|提名|申报|推荐|项目|名单|公布|[经据在的])[{HAN}]){{4,24}}?奖)"
    r"(?:[（(](?P<year>(?:19|20)\d\d)年?度?[)）](?=公布|揭晓|评|颁|授|出炉|获奖|结果)|(?=评审委员会评定|评审委员会评审|评委会评定|评选结果|评审结果|授奖名单|获奖名单|(?:正式|日前|近日)*揭晓|(?:正式|日前|近日)*公布))"
)
"""某奖（2031年度）公布; 经某奖评审委员会评定; 某奖日前揭晓: a round whose year stands behind, or nowhere."""
_ROUND = re.compile(
    rf"(?:^|[，。；：、,;在]|近日|日前|今日|当天|上午|下午)(?:本届|本次|首届|第[{HAN}\d]{{1,5}}届)?(?P<year>(?:19|20)\d\d)年?度?(?:的)?"
    rf"(?P<award>{_QUOTED_PART}(?:(?!年|拟|提名|申报|推荐|项目|名单)[{HAN}]){{3,24}}?奖)(?:的)?(?:[（(]\d{{4}}[)）])?"
    r"(?:获奖|授奖|评选|评审|表彰|颁奖|评奖|奖励)*(?:名单|结果|项目|成果|大会|典礼|仪式|工作|决定)*(?:正式|近日|日前|现已|已经?|也|于[^，。；]{2,16}|在[^，。；]{1,16})*"
    r"(?:揭晓|公布|出炉|发布|举行|召开|举办|颁发|落幕|结束|共有|共评|共授奖|评出|评选出|产生|(?<=评[选审])[中上里]|(?<=评[选审]结果)|(?<=评选)|(?<=评审))"
)
"""2023年度某奖获奖名单揭晓, 2009年度某奖共评出…: the award that the sentences behind give by grade."""
_TOLD_ROUND = re.compile(
    rf"(?:公布|发布|公示|印发|揭晓)了?(?:关于)?(?P<year>(?:19|20)\d\d)年?度?的?(?P<award>(?:(?!年|拟|提名|申报|推荐|项目|名单)[{HAN}]){{3,24}}?奖)"
    r"(?:获奖|授奖|建议授奖|拟授奖|评选|评审|表彰)+(?:名单|结果|项目|人选|成果|目录)"
)
"""公布2023年度某奖评选结果."""
_QUOTED_ROUND = re.compile(
    rf"(?:^|[，。；：、,;]|(?P<year>(?:19|20)\d\d)年?度?的?(?:第[{HAN}\d]{{1,5}}届|首届|本届)?|第[{HAN}\d]{{1,5}}届|首届|本届)[“\"](?P<award>[^“”\"，。；]{{2,16}}奖)[”\"](?:的)?"
    r"(?:获奖|授奖|评选|评审|表彰|颁奖|评奖)*(?:名单|结果|大会|典礼|仪式|活动)*(?:正式|近日|日前|于[^，。；]{2,16}|在[^，。；]{1,16})*"
    r"(?:揭晓|公布|出炉|举行|召开|举办)"
)
"""第二十届“某某奖”揭晓, 2020年度第十三届“某某奖”获奖名单公布."""
_CUP = re.compile(rf"“[^“”，。；]{{2,14}}杯”[{HAN}]{{2,14}}?(?:比赛|大赛|竞赛|挑战赛)")
"""“甲杯”技能竞赛, whose name its quotation marks belong to."""
_WON_LINE = re.compile(
    rf"(?:^\W{{0,3}}|[，,：:]\s*)(?P<grade>{GRADE})(?:[（(]?\d+[名人位篇项]?[)）]?)?(?:\s*[：:]\s*|\s+|(?=[{HAN}]{{2,4}}[（(]))(?P<people>[^：:]{{2,300}}?)[；;。]?$"
)
"""一等奖 张三(甲医院)；, behind the round or the contest that the paragraph told."""
_BY_GRADE = re.compile(
    rf"(?:^|[，。；：,;])(?:其中)?(?P<grade>{GRADE})(?:分别)?由(?P<people>[^，。；]{{2,160}}?)(?:等人?)?(?:分别|共同)?(?:获得|摘得|夺得|荣获|斩获|获|摘取|捧得)(?=[，。；]|$)"
)
"""一等奖|由甲医院张三获得."""
_BESIDES = re.compile("[、，,和与及\\s]|以及|等")
_GRADE_LINE = re.compile(rf"^\W{{0,3}}(?P<grade>{GRADE})(?:[（(]?共?[\d一二三四五六七八九十]+[项个名][)）]?)?\s*[：:]")
_GRADE_TOLD = re.compile(
    rf"(?:^|[，。；：,;])(?:其中)?[，,]?(?P<grade>{GRADE})(?:的)?(?:获奖)?(?:项目|成果|作品)?(?:[共有]*\s*[\d一二三四五六七八九十]+项)?[，,]?(?:分别|依次)?(?:[是为有]|包括|[:：])+(?=[“《])"
)
"""其中一等奖获奖项目分别为“甲”、“乙”."""
_NEXT_WORK = re.compile(r"(?:[（(][^（）()“”]{2,40}[)）])?(?:[、，,；]|和|与|及|以及)*(?=[“《])")
_TITLED_WORK = re.compile(QUOTED_WORK)
_OF_PAPERS = re.compile("论文|壁报|演讲|病例|报告|征文|摘要|海报|课件|组织|科普作品|人气")
"""What meetings and contests give, whichever award is told of."""
_LONGEST_HEADING = 40
_TELLING = 4
"""How long the end of an award's name must be to mean the round's: 医学科技奖."""


def round_told(scene: Scene, reading: Reading) -> None:
    """Keep whose prizes, which award's round or which contest the text tells of."""
    if (told := _PRIZES.search(scene.text)) is not None:
        again = told["whose"] == reading.prizes[0]
        reading.prizes = (told["whose"], told["year"] or (reading.prizes[1] if again else ""))
        reading.round = ("", None)
    ceremony = _CEREMONY.search(scene.text) if "奖" in scene.text and re.search("[会典仪]", scene.text) else None
    if ceremony is not None and not prize_kind(ceremony["name"]) and not _PRIZES.search(ceremony["name"]):
        reading.round = (ceremony["name"], int(ceremony["year"]) if ceremony["year"] else None)
    heading = heading_of(scene.text) if len(scene.text) <= _LONGEST_HEADING else None
    if heading is not None and heading.name and not prize_kind(heading.name) and not _PRIZES.search(heading.name):
        reading.round = (heading.name, None)
    rounds = (_ROUND, _QUOTED_ROUND, _TOLD_ROUND, _DATED_BEHIND) if "奖" in scene.text and told is None else ()
    opened = next((found for one in rounds if (found := one.search(scene.text))), None)
    if opened is not None and not prize_kind(opened["award"]):
        year = int(opened["year"]) if opened["year"] else None
        reading.prize, reading.prize_year = reading.round = heal_name(opened["award"]), year
    meeting = _MEETING.search(scene.text) if "等奖" in scene.text else None
    presented = _PRESENTED.search(scene.text) if "奖" in scene.text and opened is None else None
    if presented is not None and not graded(presented[presented.lastgroup or 0], None)[1]:
        reading.prize, reading.prize_year = heal_name(presented[presented.lastgroup or 0]), None
    elif (cup := _CUP.search(scene.text)) is not None:
        reading.prize, reading.prize_year = cup.group(), None
    elif (contest := _CONTEST.search(scene.text) or meeting) is not None:
        held = _HELD_IN_YEAR.search(scene.text, 0, contest.start("name"))
        name = _NTH.sub("", contest["name"])
        reading.prize, reading.prize_year = name, int(held[1]) if held is not None else None


def below_grade(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """一等奖：甲医院的“…”等7项成果: the works behind a grade alone, of the award whose round the text told."""
    name, year = reading.round
    if not name.endswith("奖"):
        return
    line = _GRADE_LINE.match(scene.text) if announced(reading.document) else None
    told = [(line["grade"], 0, list(_TITLED_WORK.finditer(scene.text, line.end())))] if line is not None else []
    told = told or [
        (one["grade"], one.start("grade"), _row_of_works(scene.text, one.end())) for one in _GRADE_TOLD.finditer(scene.text)
    ]
    for grade, start, works in told:
        for work in works:
            achievement = reading.tells_of_work(heal_name(work["name"]))
            award, where = EntityRef(label="Award", name=name), scene.sentence.view.span(start, work.end())
            yield reading.fact(GRADE_LINE, achievement, "RECEIVED", award, where, year=year or "", grade=grade)


def _row_of_works(text: str, at: int) -> list[re.Match[str]]:
    """The works quoted one behind another, notes in brackets between them."""
    found: list[re.Match[str]] = []
    while (work := _TITLED_WORK.match(text, at)) is not None:
        found.append(work)
        more = _NEXT_WORK.match(text, work.end())
        if more is None:
            break
        at = more.end()
    return found


def people_below_grade(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """一等奖 张三(甲医院)、李四(乙医院)：RECEIVED of people listed behind a grade, of the contest or the round told before."""
    line = _WON_LINE.search(scene.text) if "等奖" in scene.text or "优秀奖" in scene.text else None
    name = reading.prize or reading.round[0]
    if line is None or not name.endswith(("奖", "赛")):
        return
    award, where = EntityRef(label="Award", name=name), scene.sentence.view.span(line.start("grade"), line.end("people"))
    people = listed_people(line["people"])
    homes = [one.employer.name for one in people if one.employer is not None]
    told = list(zip((one.name for one in people), homes, strict=True)) if len(homes) == len(people) else []
    for name_, home in told or _behind_houses(scene, reading, *line.span("people")):
        who, year = reading.person(name_, home), reading.prize_year or ""
        yield reading.fact(GRADE_LINE, who, "RECEIVED", award, where, year=year, grade=line["grade"])


def _behind_houses(scene: Scene, reading: Reading, start: int, end: int) -> list[tuple[str, str]]:
    """甲医院张三、乙医院李四: those who fill a stretch, each behind a house; none where anything else stands there."""
    rest, told = scene.text[start:end], list[tuple[str, str]]()
    for person in scene.within(start, end, "Person"):
        house = scene.ending_at(person.start, "Organization")
        if house is not None:
            told.append((person.name, reading.organization(house).name))
            rest = rest.replace(scene.text[house.start : person.end], "", 1)
    return told if not _BESIDES.sub("", rest) else []


def people_by_grade(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """一等奖由甲医院张三获得，二等奖由乙医院李四和王五获得: RECEIVED of an award that the text told before."""
    name = reading.prize or reading.round[0]
    for told in _BY_GRADE.finditer(scene.text) if "等奖" in scene.text and name.endswith(("奖", "赛")) else ():
        award, where = EntityRef(label="Award", name=name), scene.sentence.view.span(*told.span())
        for one in scene.within(*told.span("people"), "Person"):
            year = reading.prize_year or ""
            yield reading.fact(GRADE_LINE, reading.person(one.name), "RECEIVED", award, where, year=year, grade=told["grade"])


def by_name(prize: Prize, reading: Reading) -> Prize | None:
    """The prize by the name that the text gave it before: a grade alone, a class of the province's prizes or the round's."""
    name = graded(reading.prize or reading.round[0], None)[0] if is_bare(prize.name) else prize.name
    if re.fullmatch(PLACE, prize.grade) and not name.endswith("赛"):
        return None
    kind = prize_kind(name)
    whole = reading.round[0].endswith(name) and "获" not in reading.round[0] and len(name) >= _TELLING
    if reading.round[0] and (kind or whole):
        name = reading.round[0]
    elif _is_class(name, reading.round[0]):
        name = reading.round[0] + name
    elif kind and reading.prizes[0]:
        name = reading.prizes[0] + kind
    elif name[:1] in ("省", "市") and reading.prize.endswith(name):
        name = reading.prize
    elif name[:1] in ("省", "市") and (home := reading.home(name[0])):
        name = home + name[1:]
    of_round = reading.round[0] and name.startswith(reading.round[0].removesuffix("奖"))
    year = prize.year or (reading.prize_year if name == reading.prize else reading.round[1] if of_round else None)
    return replace(prize, name=name, year=year) if name else None


def _is_class(name: str, whole: str) -> bool:
    """Whether a name is one that a class of the round's award has, as any giver's may: 某某奖揭晓，张三获|临床医学奖."""
    told = whole.endswith(("奖", "基金")) and name.endswith("奖") and not prize_kind(name)
    return told and is_any_givers(name) and not _OF_PAPERS.search(name) and not whole.startswith(name)


def same_honour(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲医院张三获此殊荣: the award that the text named last, of the people before the words, or of those told behind them."""
    said = _SAME_HONOUR.search(scene.text) if "此" in scene.text or "该" in scene.text or "这一" in scene.text else None
    if said is None or _NOT_THESE.search(scene.text[: said.start()]):
        return
    if not said["who"] and _ONLY_SO_MANY.search(scene.text[: said.start()]):
        return
    named = list(_LAST_AWARD.finditer(scene.text, 0, said.start()))
    name = heal_name(named[-1]["quoted"] or named[-1]["plain"]) if named else reading.prize or reading.round[0]
    people = people_from(scene, said.end()) if said["who"] else people_up_to(scene, said.start())
    award = EntityRef(label="Award", name=name)
    year = reading.prize_year if name == reading.prize else None
    for one in people if name.endswith("奖") and not is_any_givers(name) else ():
        where = scene.sentence.view.span(min(one.start, said.start()), max(one.end, said.end()))
        yield reading.fact(SAME_HONOUR, reading.person(one.name), "RECEIVED", award, where, year=year or "")


def year_of(award: EntityRef, reading: Reading) -> int | str:
    """The year of the prizes whose round the text told, where the award is one of them; "" where it is none."""
    whose, year = reading.prizes
    return int(year) if year and whose and award.name.startswith(whose) else ""

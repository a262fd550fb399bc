"""Awards and honours that the text says somebody or something received."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.mentions import Mention
from ingest.numerals import CHINESE_NUMERAL, number
from ingest.posts import ROLES
from ingest.prose.about import CV_LABEL, about, sole
from ingest.prose.clauses import clause_start
from ingest.prose.honours import conferred
from ingest.prose.honours.prize_rounds import (
    below_grade,
    by_name,
    people_below_grade,
    people_by_grade,
    round_told,
    same_honour,
    year_of,
)
from ingest.prose.honours.prizes import GRADE, NOTED_YEAR, QUOTED_WORK, RANK_NOTE, Prize, awards_after, graded, received
from ingest.prose.honours.products import bare_work, product_holding
from ingest.prose.honours.winning_rows import in_row, is_noted, row_up_to, winning_row
from ingest.prose.phrases import listed
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import people_from, people_up_to
from ingest.prose.things import thing_at
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read", "rest_of_row"]

RECEIVED = Rule("received")
"""张三获…奖一等奖, 甲成果入选“…”."""
IN_A_ROW = Rule("awards_in_a_row")
"""曾获甲奖（1987年）、乙奖（1999年）以及丙奖; “甲”“乙”等称号; 张三、李四分获甲奖和乙奖."""
LISTED_WORKS = Rule("listed_works")
"""甲、乙、丙等7项成果入选“…”."""
WORK_OF_YEAR = Rule("work_of_year")
"""入选“…”的成果: “甲”(2019)、“乙”(2020)."""
AUTHOR_RECEIVED = Rule("author_received")
"""张三撰写的论文《…》获优秀论文奖: who wrote it."""

_RANK_BEFORE = re.compile(rf"以第(?P<rank>{CHINESE_NUMERAL}|\d+)完成人(?:身份)?$")
_CLAUSE_YEAR = re.compile(r"^\s*(?:此前|其中|于|在)?[，,]?((?:19|20)\d{2})年(?:\d{1,2}月)?(?:度)?")
_OPENING_YEAR = re.compile(r"^\s*(?:早在|于|在)?((?:19|20)\d{2})年(?:度|\d{1,2}月|[春夏秋冬初末底])?[，,]")
_OWN_YEAR = re.compile(r"((?:19|20)\d{2})年(?:\d{1,2}月)?(?:度)?(?:就|即|便|还|又|再|曾|已)*$")
_BARE_CLAUSE = (
    r"\s*(?:此前|其中|同时|此外|因此|从而|而|还|并|曾|先后|其|他|她|先生|该同志|[同当次]年|于|在)*[，,]?(?:(?:19|20)\d{2}年(?:\d{1,2}月)?[度起]?)?"
    r"(?:\d{1,2}日)?(?:在[^，。；]{2,8}?)?(?:[与和同][^，。；]{2,14}(?:一起|一同|一道|共同))?(?:以第[一二三四五六七八九十\d]+完成人(?:身份)?)?(?:他|她|其|先生|该同志)?(?:先后|还|又|曾)*(?:[\d一二三四五六七八九十]{1,3}次)?"
)
_HOUSE = re.compile(
    r"\s*(?:此外|同时|近年来)?[，,]?(?:(?:19|20)\d{2}年(?:\d{1,2}月)?[，,]?)?(?P<noun>公司|医院|科室|我科|中心|学院|研究所|实验室)"
    r"(?:先后|还|又|曾|也|连续[^，。；]{1,4}年|于?(?:19|20)\d{2}年)*"
)
"""What is left of a body that a clause names by its noun alone."""
_BECAUSE = re.compile(
    r"^(?:[（(][^（）()]{2,12}[)）])?(?:(?:因|凭借|凭)[^，。；获]{2,24}?(?=于|$)|(?:最终)?以[^，。；获]{2,20}?(?:成绩|分|票|优势|表现)$)"
)
"""张三|凭借某技术|获…, 李四|以第一名的成绩|捧回…."""
_FOR_MERIT = re.compile(rf"(?:{ROLES})*(?:因其?|凭借?其?|由于|鉴于|以其)[^。；]{{4,40}}[，,]$")
_WORKS = re.compile(r"(?P<list>[^。；]{8,400}?)等[\d一二三四五六七八九十]+项(?:成果|工作|研究)(?:先后)?$")
_WORK = re.compile(r"“(?P<name>[^“”]{5,60})”\s*[（(](?P<year>(?:19|20)\d{2})年?[)）]")
_TITLED_WORK = re.compile(QUOTED_WORK)
_SUBJECT_WORK = re.compile(QUOTED_WORK + r"(?!的)(?:[（(][^（）()“”，。；]{1,24}[)）])?[^“”]{0,8}$")
_NOTED_WORK = re.compile(
    r"[（(]\s*(?:(?:项目|成果|课题|研究)(?:名称)?(?:为|是|[：:])\s*)?[“《](?P<name>[^“”《》]{6,60})[”》]"
    r"(?:\s*[，,；;、：:][^“”《》（）()。]{0,60})?[)）]\s*(?:先后|曾|已|还|也|均|都)*$"
)
"""我院1项成果（“某某研究”，第一完成人：张三）|获某奖: it is the work that received it."""
_WORK_IN_NOTE = re.compile(
    QUOTED_WORK + r"(?:项目|成果|研究|课题)?\s*[（(][^（）()“”。]{2,160}[)）]"
    r"(?:项目|成果|先后|曾|分别|也|还)*(?:荣|喜)?(?:获得?|斩获|摘得)?[^，。；“”（）()]{0,10}$"
)
_BODY = re.compile("(?:团队|课题组|攻关组|项目组|创新群体|集体|科室)$")
"""The end of what a quotation names that is no work but those who won."""
_EARLIER_WORK = re.compile(
    r"[“《](?P<name>[^“”《》]{6,60})[”》](?!(?:的)?(?:荣誉|光荣)?(?:称号|桂冠|头衔|美誉|美称|殊荣)|荣誉|等|奖|培养|人选|人才|计划|入选)(?:项目|成果|课题|研究|技术)?[^“”《》。；]{0,40}[，,]\s*$"
)
_PAPER = re.compile(r"(?:论文|文章|稿件|摘要|壁报|病例|课件|综述|演讲|报告)[^，。；“《]{0,4}$")
_BY_PAPER = re.compile("论文|壁报|演讲|病例|报告奖|摘要|征文")
_MADE = re.compile("(?:研制|研发|开发|推出|生产|设计)的")
_BOOK = re.compile(
    r"《[^《》]{3,60}》(?:一书|专著)?(?:[（(](?=[^（）()]*出版)[^（）()]*[)）])?(?:[，,]?由[^，。；]{2,30}?(?:编?著|主编|编写|编撰|主译)|[，,]?(?:(?:19|20)\d\d年)?(?:由[^，。；]{2,16})?出版社?)|(?<=专著)《|(?<=教材)《|(?<=著作)《|(?<=图书)《|(?<=译著)《"
)
"""A book, told by who wrote it or had it printed: 《…》（…出版社）由张三著."""
_BOOK_IS = re.compile(
    r"(?:著作|专著|教材|图书|译著)《(?P<name>[^《》]{2,60})》(?:一书)?(?:[是为]|成为|被誉为|堪称)[^，。；《》]{2,40}[，,]\s*$"
)
"""他主编的专著《某某学》是权威著作，|曾获某奖."""
_WITH_WORK = re.compile(r"(?:凭借?|携|以)(?:项目|成果|作品)?$")
_EACH = re.compile(r"[”》][，,]?(?:[两三四五六七八九十\d]+[项个](?:成果|项目)|项目)?(?:也|又|还)?(?:均|都|分别|双双|同时|分)$")
_PRIZE_CLOSES = re.compile("奖[，,；;]")
_IN_TURN = re.compile("分别?$")
_FURTHER = re.compile(rf"(?:\s*(?:[、,，和与及]|以及)\s*{GRADE})+")
_NEXT_AWARD = re.compile(
    rf"(?:\s*\d+[项次个])?\s*(?:[、，,]\s*(?:以及)?|以及|和|及)(?:[曾还又并也]|先后)*(?:荣?获得?)?(?:(?P<year>(?:19|20)\d{{2}})年度?)?(?P<plain>(?!多项|若干|各类|数项|\d)[^，。；,;、“”（）()获得拿奖和及为将被颁他她其]{{3,24}}?(?:[特一二三]、[一二三]等)?奖(?!励|项|者|提名)|(?:全国|[{HAN}]{{2,3}}[省市])?“?五一”?(?:劳动)?奖章|(?:(?!获)[{HAN}]){{2,12}}奖章)"
    rf"(?P<grade>{GRADE})?(?:{NOTED_YEAR.pattern}|{RANK_NOTE})?(?=[，。；、,和及]|以及|等|\s*各|\s*\d+\s*项|$)"
)
_TWO_GRADES = re.compile(r"(?P<first>[特一二三])、(?P<second>[一二三])等奖$")
"""甲厅科技成果|一、二等奖."""
_TITLE_HELD = (
    r"(?:模范|劳模|先进(?:工作者|个人)|标兵|能手|优秀[^，。；、“”]{1,12}|名医"
    r"|[十百](?:佳|优|名)[^，。；、“”]{1,8}|人才|专家|医[生师]|楷模|先锋|工匠|人物|手)"
)
_NEXT_TITLES = re.compile(
    rf"(?P<row>(?:[、，和及][^，。；、“”和及]{{1,16}}?{_TITLE_HELD}){{1,8}})(?=等(?:多项|系列)?(?:荣誉|光荣)?(?:称号|荣誉)|(?:荣誉)?称号)"
)
"""甲省劳动模范|、省优秀院长、市劳动模范|等荣誉称号."""
_BORNE_BY = re.compile(
    r"(?:[、和及](?:“[^“”]{2,30}”|[^，。；：的“”]{3,30}?))*等?(?:多项|系列)?(?:荣誉|光荣)?(?:称号|荣誉|奖项|奖励|表彰)?的"
)
_TITLE_OF_ROW = re.compile("[^，、和及]+")
_SAME = re.compile(
    r"^\s*(?:[^，]{0,20}介绍)?(?:该|这一|这套|这项)(?:产品|系统|设备|技术|成果|仪器|显微镜|算法)$"
    r"|^\s*并(?:且|成功|先后|曾|还)*$"
)
_SAME_WORK = re.compile(
    r"^\s*(?:目前|此前|其中)?[，,]?(?:(?:该|本|此|这一|这项)(?:项目|成果|课题|研究)|项目|成果)(?:成果|也|还|先后|已|曾)*$"
)
_AND_HAS = re.compile(r"\s*(?:还|并|曾|先后|也|同时|已|目前)*")
_OF_WORK = re.compile(
    r"\s*(?:(?:该|本|此|这一|这项)(?:项目|成果|课题|研究)|项目|成果)(?:已|共|先后|累计|目前|相关)*(?:获得|获|取得|发表|授权|申请|形成|制定|建立|培养|拥有|推广)"
    r"(?![^。；]*(?:团队|学生|研究生|教授|主任|医师|学科|人才)[^。；，]{0,6}[，,]\s*(?:还|并|曾|先后)*$)"
)
_SINCE = re.compile(r"^[^、]*?(?:以来|期间|截至[^，,]*)[，,]\s*")
_TEACHES = re.compile("[（(](?:指导|带教|合作)?(?:导师|教师|老师)[:：为]?$")
"""博士生张三（导师|李四|）获某奖: who taught the winner."""
_TITLE, _LONGEST_GAP = 6, 12
_AND_TITLES = re.compile("、|(?<=研究|应用|技术|系统|体系|方法|成像|图谱|装置|设备|机制|研发|建立)(?:和|与|以及)")
_OF_CONTEST = re.compile("(?:赛|会议|年会|论坛|活动)$")
_HIS_TEAM = re.compile(
    rf"^(?:{ROLES})*(?:所?(?:带领|领衔|率领|牵头|领导)|负责)的?(?:[^，。；的]{{0,8}}?)(?:团队|课题组|研究组)"
)
"""张三教授带领的团队|获某奖."""
_AFTER_IT = re.compile(r"之?后(?:不久)?，(?:(?:19|20)\d\d年)?")
_FIRST_CLAUSE = re.compile(r"(?:继|在)(?:(?:19|20)\d\d年)?(?:首次|首度|先后|一举)*")
"""继2028年|获甲奖后，张三又获乙奖."""
_THEIR_WORK = re.compile("的(?:参赛|获奖)?(?:作品|课题|项目|演讲|报告|病例|课件)?$")
_WORK_BEFORE = re.compile(
    rf"[“《](?P<name>[^“”《》]{{6,60}})[”》](?:项目|成果|课题)?[、和与及](?:[{HAN}A-Z（）]{{2,40}}?(?:的|(?:牵头|主持|领衔|联合|合作|共同)*完成的?)(?:项目|成果|课题|作品)?)?$"
)
"""甲医院张三的项目《…》、|李四的项目《…》获三等奖: one that wins with the next."""
_OTHER_CONTEST = re.compile("在[^，。；]{2,20}(?:赛|评选|活动|会演)[中上]")
_HONOUR_END = re.compile(
    "(?:[奖勋]章|奖|称号|工作者|红旗手|个人|人物|标兵|模范|先锋|集体|能手|工匠|卫士|楷模|之星|大会|会议|论坛|仪式|活动|评选)$"
)
_JOURNAL = re.compile("(?:杂志|学报|通报|汇刊|期刊|通讯|日报|晚报|时报)$")
_SITS_ON = re.compile(r"(?:杂志|期刊)?(?:[首第]?[一位届]*)?(?:常务|青年|通讯|执行|特邀|名誉|副|总)*(?:编委|主编|编辑|审稿)")
"""What follows a journal: no work that wins."""
_COUNTED = re.compile(r"\d+\s*[余多]?[人位名项个篇][^，。；]{0,6}$")
"""10人|获甲奖: of those counted, nobody is told."""
_SOMEBODY = re.compile(ROLES)
_HOUSE_NOTED = re.compile(r"^(?:教授|主任医师|副主任医师|研究员|博士|主任)*[（(][^（）()]{4,40}[)）]")
_OF_BODY = re.compile(
    rf"(?:[{HAN}]{{1,10}}(?:科|室|中心|部|系|团队|支部|班组|小组|工会|团委))?(?:近日|日前|今年|当年|再次|一举|喜|于|在|也|还|曾|又|成功|集体|共)*"
)
"""What stands between a body and the verb: at most its unit and when."""


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """RECEIVED of a sentence."""
    round_told(scene, reading)
    yield from below_grade(scene, reading)
    yield from people_below_grade(scene, reading)
    yield from people_by_grade(scene, reading)
    for stated in received(scene.text):
        prize = by_name(stated, reading)
        if prize is None or any(one.name == prize.name for one in reading.grants):  # 甲大学获批某计划“某研究”项目
            continue
        reading.prize, reading.prize_year = prize.name, prize.year
        if scene.text.startswith("的", prize.end) and not _WORK.search(scene.text, prize.end):
            yield from conferred.behind(scene, reading, prize)
        elif (bearer := _bearer(scene, prize)) is not None:
            yield from _borne(scene, reading, prize, bearer)
        elif (counted := conferred.counted(scene, prize)) is not None:
            yield from conferred.told_behind(scene, reading, prize, *counted)
        else:
            yield from _received(scene, reading, prize)
    yield from same_honour(scene, reading)
    yield from conferred.given(scene, reading)


def _received(scene: Scene, reading: Reading, prize: Prize) -> Iterator[Assertion]:
    before = scene.text[: prize.start]
    award = EntityRef(label="Award", name=prize.name)
    further = _FURTHER.match(scene.text, prize.end)
    dated = list(_WORK.finditer(scene.text, prize.end))
    if further is not None and _IN_TURN.search(before):
        yield from _grades_in_turn(scene, reading, prize, [prize.grade, *re.findall(GRADE, further.group())])
    elif (works := _WORKS.match(before)) is not None:
        yield from _listed(scene, reading, works, award, prize)
    elif _EACH.search(before) and (several := list(_TITLED_WORK.finditer(before, _behind_last_prize(before)))):
        yield from (_of_work(scene, reading, work, prize, prize.grade) for work in several)
    elif dated:
        yield from _dated(scene, reading, dated, award)
    elif row := [] if _IN_TURN.search(before) else winning_row(scene, prize.start):
        yield from in_row(scene, reading, row, prize, year=_year(scene.text, prize, row[-1].start, reading))
    else:
        yield from _one(scene, reading, prize)


def _bearer(scene: Scene, prize: Prize) -> Mention | None:
    """荣获某奖章、某省劳动模范等称号的|张三: who bears the honours of the row that ends before him."""
    row = _BORNE_BY.match(scene.text, prize.end)
    people = people_from(scene, row.end())[:1] if row is not None else []
    return people[0] if people and not conferred.HIS_OWN.match(scene.text, people[0].end) else None


def _borne(scene: Scene, reading: Reading, prize: Prize, bearer: Mention) -> Iterator[Assertion]:
    first = [prize, *awards_after(scene.text, prize)]
    for one in (*first, *rest_of_row(scene, first[-1].end)):
        where = scene.sentence.view.span(prize.start, bearer.end)
        award = EntityRef(label="Award", name=one.name)
        yield reading.fact(
            IN_A_ROW,
            reading.person(bearer.name),
            "RECEIVED",
            award,
            where,
            year=one.year or "",
            grade=one.grade,
            rank=one.rank or "",
        )


def _behind_last_prize(before: str) -> int:
    """Where the clauses begin that no prize closes: “甲”获一等奖，“乙”、“丙”分别获…."""
    return max((cut.end() for cut in _PRIZE_CLOSES.finditer(before)), default=0)


def rest_of_row(scene: Scene, end: int) -> Iterator[Prize]:
    """曾获甲奖二等奖（1987年）、乙奖（1999年）以及丙奖, 劳动模范、优秀院长等称号: the others of a row, each with its year."""
    titles = _NEXT_TITLES.match(scene.text, end)
    if titles is not None:
        for one in _TITLE_OF_ROW.finditer(scene.text, *titles.span("row")):
            yield Prize(heal_name(one.group()), "", None, None, *one.span())
        return
    noted = NOTED_YEAR.match(scene.text, end)
    after = _NEXT_AWARD.match(scene.text, noted.end() if noted else end)
    while after is not None:
        year = int(after["year"] or after["noted"] or after["dated"] or after["dated_behind"] or 0) or None
        place = number(after["rank"]) if after["rank"] else None
        two = _TWO_GRADES.search(after["plain"])
        for nth in two.groups() if two is not None else ("",):
            words = f"{after['plain'][: two.start()]}{nth}等奖" if two is not None else after["plain"]
            name, grade = graded(heal_name(words), after["grade"])
            yield Prize(name, grade, year, int(place) if place else None, after.start("plain"), after.end())
        after = _NEXT_AWARD.match(scene.text, after.end())


def _listed(scene: Scene, reading: Reading, works: re.Match[str], award: EntityRef, prize: Prize) -> Iterator[Assertion]:
    where = scene.sentence.view.span(0, prize.end)
    year = prize.year or year_of(award, reading)
    for work in _titles(_SINCE.sub("", works["list"])):
        achievement = EntityRef(label="Achievement", name=work)
        yield reading.fact(LISTED_WORKS, achievement, "RECEIVED", award, where, year=year, grade=prize.grade)
        yield from _about(scene, reading, achievement, work)


def _titles(words: str) -> list[str]:
    """The titles of a list; without quotation marks commas part them, for 、 and 和 stand inside titles too.

    >>> _titles("甲病的早期诊断、预警和治疗，乙成像新技术及其应用"), _titles("甲病早诊、预警和治疗")
    (['甲病的早期诊断、预警和治疗', '乙成像新技术及其应用'], [])
    """
    if re.search("[“《]", words):
        return [work for work in listed(words) if len(work) >= _TITLE]
    comma = re.search("[，,；;]", words) is not None
    parted = re.split("[，,；;]", words) if comma else _AND_TITLES.split(words)
    found = [heal_name(work) for work in parted if work.strip()]
    sure = comma or all(len(work) >= _TITLE for work in found)
    return [work for work in found if len(work) >= _TITLE] if sure else []


def _grades_in_turn(scene: Scene, reading: Reading, prize: Prize, grades: list[str]) -> Iterator[Assertion]:
    """“甲”, “乙”分获一等奖和二等奖: each work, or person of a row, its own grade; nothing where their numbers differ."""
    works = [one for one in _TITLED_WORK.finditer(scene.text, 0, prize.start) if not _HONOUR_END.search(one["name"])]
    for work, grade in zip(works, grades, strict=False) if len(works) == len(grades) else ():
        yield _of_work(scene, reading, work, prize, grade)
        yield from _of_author(scene, reading, work, prize, grade)
    people = [] if works else row_up_to(scene, len(_IN_TURN.sub("", scene.text[: prize.start])), len(grades))
    for person, grade in zip(people, grades, strict=False):
        where = scene.sentence.view.span(person.start, prize.end)
        award = EntityRef(label="Award", name=prize.name)
        year = prize.year or year_of(award, reading)
        who = reading.person(person.name, person.house)
        yield reading.fact(RECEIVED, who, "RECEIVED", award, where, year=year, grade=grade)


def _of_author(scene: Scene, reading: Reading, work: re.Match[str], prize: Prize, grade: str) -> Iterator[Assertion]:
    """陈某的《甲》《乙》分别获二等奖和优秀奖: who won at a contest by a work of his own, or by several in a row."""
    first = re.search(r"的(?:[“《][^“”《》]+[”》][、和与及]?)*$", scene.text[: work.start()])
    if first is None or not _OF_CONTEST.search(prize.name):
        return
    award = EntityRef(label="Award", name=prize.name)
    for one in people_up_to(scene, first.start()):
        where = scene.sentence.view.span(one.start, prize.end)
        who = reading.person(one.name)
        yield reading.fact(RECEIVED, who, "RECEIVED", award, where, year=prize.year or "", grade=grade)


def _of_work(scene: Scene, reading: Reading, work: re.Match[str], prize: Prize, grade: str) -> Assertion:
    where = scene.sentence.view.span(work.start(), prize.end)
    achievement = reading.tells_of_work(heal_name(work["name"]))
    award = EntityRef(label="Award", name=prize.name)
    year = prize.year or year_of(award, reading)
    return reading.fact(RECEIVED, achievement, "RECEIVED", award, where, year=year, grade=grade)


def _dated(scene: Scene, reading: Reading, works: list[re.Match[str]], award: EntityRef) -> Iterator[Assertion]:
    for work in works:
        where = scene.sentence.view.span(work.start(), work.end())
        achievement = EntityRef(label="Achievement", name=heal_name(work["name"]))
        yield reading.fact(WORK_OF_YEAR, achievement, "RECEIVED", award, where, year=int(work["year"]))
        yield from _about(scene, reading, achievement, work["name"])


def _about(scene: Scene, reading: Reading, achievement: EntityRef, words: str) -> Iterator[Assertion]:
    """The technologies and diseases in the achievement's own title."""
    for mention in scene.of("Technology", "Disease"):
        if mention.surface in words:
            predicate = "CONCERNS" if mention.label == "Technology" else "TARGETS"
            yield reading.fact(LISTED_WORKS, achievement, predicate, mention.ref, mention.span)


def _one(scene: Scene, reading: Reading, prize: Prize) -> Iterator[Assertion]:
    """What its subject, or each of a row of people, received, and the further awards of its row."""
    noted = _NOTED_WORK.search(scene.text, 0, prize.start) or _work_noted(scene.text, prize.start)
    clause = clause_start(scene.text, noted.start() if noted else prize.start, "，。；,;")
    found = _holders(scene, reading, clause, prize)
    start = min((start for _, start in found), default=clause)
    row = [prize, *awards_after(scene.text, prize)] if found else []
    of_work = (
        bool(found) and found[0][0] == reading.work and _goes_on_of_work(scene.text, clause, scene.text[clause : prize.start])
    )
    if found and (found[0][0].label == "Person" or found[0][0] == reading.squad or of_work):
        row += rest_of_row(scene, row[-1].end)
    if len(row) == len(found) > 1 and _IN_TURN.search(scene.text[: prize.start]):
        pairs = [(one, who) for one, (who, _) in zip(row, found, strict=True)]
    else:
        pairs = [(one, who) for one in row for who, _ in (found if one is prize or len(found) == 1 else ())]
    for one, who in pairs:
        if who.name == one.name:
            continue
        first = one is prize
        where = scene.sentence.view.span(start if first else one.start, one.end)
        year = _year(scene.text, prize, clause, reading) if first else one.year or ""
        sure = who.label == "Person" and len(found) == 1
        rank = (_rank(scene, prize, clause) if first else one.rank or "") if sure else ""
        rule = RECEIVED if first else IN_A_ROW
        award = EntityRef(label="Award", name=one.name)
        yield reading.fact(rule, who, "RECEIVED", award, where, year=year, grade=one.grade, rank=rank)


def _holders(scene: Scene, reading: Reading, clause: int, prize: Prize) -> list[tuple[EntityRef, int]]:
    """Who or what received it, each with where it is named: a quoted work, the clause's last name, whom the clause is about."""
    before = scene.text[clause : prize.start]
    quoted = _SUBJECT_WORK.search(before) or _NOTED_WORK.search(before) or _work_noted(before, len(before))
    named = scene.within(clause, prize.start, "Person", "Organization")
    named = tuple(one for one in named if not _TEACHES.search(scene.text[clause : one.start]) and not is_noted(scene, one))
    if quoted is not None:
        return _of_quoted(scene, reading, clause, clause + quoted.start(), heal_name(quoted["name"]), prize)
    made = thing_at(scene, clause) if _MADE.search(before) else None
    if made is not None and _OF_BODY.fullmatch(scene.text, made.end, prize.start):
        return [(made.ref, made.start)]
    if (product := product_holding(scene, reading, clause, prize.start)) is not None:
        return [product]
    if (work := bare_work(scene, reading, clause, prize.start)) is not None:
        return [work]
    if named:
        return _of_named(scene, reading, named[-1], prize)
    if reading.squad is not None and reading.squad_tells == reading.paragraph and re.fullmatch(_BARE_CLAUSE, before):
        return [(reading.squad, clause)]
    printed = _BOOK_IS.search(scene.text, 0, clause)
    if printed is not None and _AND_HAS.fullmatch(before):
        return [(EntityRef(label="Guideline", name=heal_name(printed["name"])), printed.start())]
    after = _AFTER_IT.match(scene.text, prize.end) if _FIRST_CLAUSE.fullmatch(before) else None
    if after is not None and (then := scene.starting_at(after.end(), "Person")) is not None:
        return [(reading.person(then.name), clause)]
    if (person := _holder(scene, reading, clause, prize.start)) is not None:
        return [(person, clause)]
    house = _HOUSE.fullmatch(before)
    if house is not None and (body := reading.meant(house["noun"])) is not None:
        return [(body, clause)]
    if reading.product is not None and _SAME.search(before):
        return [(reading.product, clause)]
    if reading.work is not None and (_SAME_WORK.search(before) or _goes_on_of_work(scene.text, clause, before)):
        return [(reading.work, clause)]
    earlier = _EARLIER_WORK.search(scene.text, 0, clause)
    between = scene.text[earlier.end("name") : prize.start] if earlier is not None else ""
    strange = (
        _SOMEBODY.search(between)
        or _OTHER_CONTEST.search(before)
        or _COUNTED.search(before)
        or scene.within(clause, prize.start, "Person", "Organization")
        or (earlier is not None and (_JOURNAL.search(earlier["name"]) or _SITS_ON.match(scene.text, earlier.end("name") + 1)))
    )
    if earlier is not None and not strange and _BOOK.match(scene.text, earlier.start()):
        return [(EntityRef(label="Guideline", name=heal_name(earlier["name"])), earlier.start())]
    if earlier is not None and not strange and not _HONOUR_END.search(earlier["name"]):
        return [(reading.tells_of_work(heal_name(earlier["name"])), earlier.start())]
    return []


def _work_noted(text: str, end: int) -> re.Match[str] | None:
    """A quoted work with who did it in brackets, right before an award: “某技术”（甲大学；张三、李四）获2031年度|某奖."""
    return _WORK_IN_NOTE.search(text, 0, end)


def _goes_on_of_work(text: str, clause: int, before: str) -> bool:
    """Whether a clause without a subject goes on in a sentence of the work: 该项目发表论文…篇，曾获某奖."""
    return _AND_HAS.fullmatch(before) is not None and _OF_WORK.match(text, 0, clause) is not None


def _of_quoted(scene: Scene, reading: Reading, clause: int, start: int, name: str, prize: Prize) -> list[tuple[EntityRef, int]]:
    """The quoted work; the authors of a paper; him too who is said to have won by a work of his."""
    before = scene.text[clause:start]
    people = [(reading.person(one.name), one.start) for one in people_up_to(scene, start, since=clause)]
    if _PAPER.search(before) or _BY_PAPER.search(prize.name):
        return [*_authors(scene, reading, clause, start), *people]
    if _BODY.search(name):
        return [(EntityRef(label="Organization", name=name), start)]
    if _BOOK.match(scene.text, start):
        return [(EntityRef(label="Guideline", name=name), start)]
    made = next((one for one in reading.products if one.name == name), None)
    work = [(made or reading.tells_of_work(name), start)]
    by_work = _WITH_WORK.search(before) and (not prize.grade or _OF_CONTEST.search(prize.name))
    if by_work or (_THEIR_WORK.search(before) and _OF_CONTEST.search(prize.name)):
        return [*work, *people]
    return [*_works_before(scene, reading, clause, start), *work]


def _works_before(scene: Scene, reading: Reading, clause: int, end: int) -> Iterator[tuple[EntityRef, int]]:
    """The works of the row before the one that the verb follows."""
    before = _WORK_BEFORE.search(scene.text, clause, end)
    if before is not None:
        yield from _works_before(scene, reading, clause, before.start())
        yield reading.tells_of_work(heal_name(before["name"])), before.start()


def _authors(scene: Scene, reading: Reading, clause: int, end: int) -> Iterator[tuple[EntityRef, int]]:
    """The authors of the papers of a row before the last: 甲医院张三的《…》和乙医院李四的《…》."""
    start = clause
    for paper in _TITLED_WORK.finditer(scene.text, clause, end):
        row = people_up_to(scene, paper.start(), since=start)
        yield from ((reading.person(one.name), one.start) for one in row)
        start = paper.end()


def _of_named(scene: Scene, reading: Reading, last: Mention, prize: Prize) -> list[tuple[EntityRef, int]]:
    """The last name before the verb, a person with all the people of its row."""
    gap = _IN_TURN.sub("", _BECAUSE.sub("", _HOUSE_NOTED.sub("", scene.text[last.end : prize.start])))
    gap = _HIS_TEAM.sub("团队", gap) if last.label == "Person" else gap
    if len(gap) > _LONGEST_GAP or re.search("[的和与及]", gap):
        return []
    if last.label == "Person":
        return [(reading.person(one.name), one.start) for one in people_up_to(scene, last.end)]
    return (
        [(reading.organization(last), last.start)]
        if _OF_BODY.fullmatch(re.sub(r"^(?:19|20)\d\d年(?:度|\d{1,2}月)?", "", gap))
        else []
    )


def _rank(scene: Scene, prize: Prize, clause: int) -> int | str:
    before = _RANK_BEFORE.search(scene.text[clause : prize.start])
    rank = number(before["rank"]) if before is not None else None
    return prize.rank or (int(rank) if rank else "")


def _holder(scene: Scene, reading: Reading, clause: int, end: int) -> EntityRef | None:
    """The person that a clause without a name of its own is about: ，2019年获…奖; 他曾获…; 其获得…."""
    label = CV_LABEL.match(scene.text, clause)
    bare = re.fullmatch(_BARE_CLAUSE, scene.text[label.end() if label else clause : end])
    return (about(scene, reading, end) or _for_merit(scene, reading, clause) or sole(scene, reading, clause)) if bare else None


def _for_merit(scene: Scene, reading: Reading, clause: int) -> EntityRef | None:
    """某医院院长张三因…的贡献，|被授予某奖: the one person of the clauses before, right behind whom the reason stands."""
    people = [one for one in scene.of("Person") if one.end <= clause]
    reason = _FOR_MERIT.match(scene.text, people[0].end, clause) if len(people) == 1 else None
    return reading.person(people[0].name) if reason is not None else None


def _year(text: str, prize: Prize, clause: int, reading: Reading) -> int | str:
    """The year of the award: its own, else the one that its clause or the sentence opens with."""
    if prize.year:
        return prize.year
    before = text[clause : prize.start]
    told = _CLAUSE_YEAR.match(before) or _CLAUSE_YEAR.search(before) or _OWN_YEAR.search(before)
    opening = _OPENING_YEAR.match(text)
    told_of = re.search(rf"{re.escape(prize.name[:4])}[^，。；]{{0,6}}?((?:19|20)\d{{2}})年度", text[: prize.start])
    again = re.compile(rf"((?:19|20)\d{{2}})年度?{re.escape(prize.name)}")  # 《关于2020年度甲奖授奖的决定》，…获甲奖
    told_of = told_of or again.search(text[: prize.start]) or again.search(reading.document.title)
    near = opening is not None and not re.search(r"[；;]|(?:19|20)\d{2}年", text[opening.end() : prize.start])
    found = told or told_of or (opening if near else None)
    return int(found[1]) if found else year_of(EntityRef(label="Award", name=prize.name), reading)

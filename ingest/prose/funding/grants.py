"""Grants that running text names: a programme, the project's title in quotation marks, its sum, and who leads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.announced import announced
from ingest.lexicon import PLACES
from ingest.mentions import Mention
from ingest.numerals import CHINESE_NUMERAL
from ingest.prose.funding.grant_sums import amount_in, sum_of
from ingest.prose.funding.grant_years import year_beside, year_told
from ingest.prose.funding.grants_listed import WON, in_a_list, remember_list
from ingest.prose.funding.grants_won import CALLED, end_of_row, in_a_clause, is_bare, of_fund, of_type, programme_at, won
from ingest.prose.funding.leaders import (
    Told,
    heads_in_turn,
    in_its_sentence,
    is_whose,
    of_the_projects,
    of_whom,
    whose,
)
from ingest.prose.funding.patrons import matched, of_body, told_later
from ingest.prose.funding.plan_grants import led_in_turn, speak_of_plan
from ingest.prose.funding.the_project import meant, of_the_project
from ingest.prose.funding.won_by_house import of_winner
from ingest.prose.reading import Reading, Rule, Scene
from ingest.table.programmes import Programmes, programme_of
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

NAMED_GRANT = Rule("named_grant")
"""某基金重点项目“某研究”, where the sentence says that it pays or speaks of a project."""
_TITLED = re.compile(
    r"(?:\s*[（(](?P<sort>自由申请|部门推荐)类?[)）])?\s*(?P<kind>经费项目|集成项目|培育项目|重点支持项目|项目|课题|专项|重点项目|面上项目|青年项目|重大项目)?(?:课题|子课题)?\s*[:：—]*\s*"
    r"[“《](?P<title>(?:(?<=项目[“《])|(?<=课题[“《]))[^“”《》]{4,80}?|[^“”《》]{6,80}?)(?:[（(](?:项目|课题|批准|立项)?编?号[:：]?\s*(?P<number>[A-Za-z0-9\-]+)[)）])?[”》]"
    r"(?!\s*(?:国家)?(?:(?:重点|重大|联合|科技|旗舰)+(?:专项|计划|工程|研究计划|项目)|专项|计划|工程|研究计划|基金|行动|学科|领域|方向|代码|口))"
    r"(?P<note>[（(][^（）()]{2,40}[)）])?(?P<thing>\s*(?:等?(?:项目|课题)|启动会|结题|验收))?"
)
_PAPER = re.compile("(?:指南|办法|条例|规定|细则|通知|公告|规划|纲要|方案|意见|报告|清单|名单|目录|管理|评审)$")
_OF_PLACE = "|".join(sorted(PLACES, key=len, reverse=True))
_PROGRAMME = re.compile(
    rf"(?:国家|教育部|科技部|中国|首都|军队|全军|(?:{_OF_PLACE})(?:省|市|自治区)?|[{HAN}]{{2}}[省市])"
    rf"[{HAN}A-Za-z]{{2,20}}?(?:研发计划|科技计划|支撑计划|科学基金|基金|重大专项|专项|计划)(?:(?:重点|面上|重大|青年|联合)[{HAN}]{{0,6}})?"
    r"(?:项目|课题)?$"
)
_PROGRAMME_START = re.compile(rf"国家|教育部|科技部|中国|首都|军队|全军|{_OF_PLACE}|(?=[{HAN}]{{2}}[省市])")
_QUOTED = re.compile(
    r"“(?P<name>[^“”]{2,40})”\s*(?P<kind>(?:国家)?(?:科技)?(?:(?:重点|重大|科技)?专项|重大研究计划|重大项目))(?:项目|课题)?$"
)
_KEY_PLAN = re.compile("研发计划")
_TAKES_UP = re.compile(
    r"[”]?(?:[，,]?(?:于|在|早在|自)?(?:19|20)\d\d年度?(?:\d{1,2}月)?)?[，,]?(?:就|即|便|也|已|还|曾|正式|首批|首次)*[将把](?:项目|课题)?"
)
_TAKEN_UP = re.compile(
    "[”》](?:等?(?:项目|课题))?(?:列入|纳入|列为|作为|确定为)(?:了)?[^，。；“”]{0,12}?(?:支持|资助|立项|项目|课题|任务|范围|计划|名单)"
)
_PLAIN_KEY = re.compile(
    rf"研发计划(?P<name>(?!中|首批|启动|实施|下|的)(?:(?!启动|实施|设立|部署|多个|支持|发布|项目|[等的])[{HAN}]){{4,30}}重点专项)(?:项目|课题)?$"
)
_NUMBERED = re.compile(
    r"(?:(?:项目|课题|批准|立项|资助)(?:编|批准)?号|编号|No\.?)[:：]?\s*(?P<number>[A-Za-z0-9\-]{5,})|^[（(](?P<alone>[A-Z]?\d{8}|[A-Z0-9]{4,}\d{4,})(?=[)），,、；;])"
)
_PAID = re.compile(r"资助|支持|主持|承担|负责|获批|立项|牵头|参与|申请到|拿下|中标|获得?经费")
_OF_PROJECTS = re.compile("项目|课题|专项")
_FOOTNOTE = re.compile(r"(?:基金项目|资助项目|基金资助|项目基金|资助基金|项目资助|(?:课题|项目|经费)来源)[】\]]?\s*[:：]")
"""What opens the footnote of an article: all that it lists is paid."""
_OTHERS = re.compile(r"(?:基金|计划|专项|[省市县区校院厅局]级?)的?$")
"""What stands before a bare type (面上项目) that is not the national fund's."""
_MEETING = re.compile(r"(?<=专项)(?:项目|课题)?(?=[^，。；“”]{0,16}?(?:启动|推进|论证|实施|工作|部署)[^，。；“”]{0,12}会)")
_APPLIES = re.compile(
    r"(?:(?:正在|拟|计划|准备|打算|积极|组织)(?:组织|积极|牵头|联合)*|(?:^|[，；、])(?:并|另|还|又)?)"
    r"(?:申报|申请)(?:了|过)?(?:(?:19|20)\d\d年度?)?的?(?:项目)?$"
)
_OUTCOME = re.compile("获|立项|入选|中标|资助|通过")
_OBTAINS = re.compile(r"(?:获批?得?|获准|入选|中标|拿下|得到|申请到)了?(?:(?:19|20)\d\d年度?)?")
_UNDER = re.compile(
    r"(?:项目|课题)?(?:[（(][^（）()]{2,30}[)）])?的?(?:大力|重点|持续|联合)?(?:支持|资助)下(?:[（(](?P<note>[^（）()]{2,30})[)）])?[，,]\s*(?P<does>[^，。；“”]{2,24}?(?:开展|实施|启动|承担)(?:完成)?了?(?:项目|课题)?)?$"
)
_UNDER_OPENS = re.compile("(?:^|[，。；])(?P<in>[在受])[^，。；]{4,40}$")
_STUDY = re.compile("(?:研究|研制|研发|试验|队列|攻关|评价|探索|构建|验证|策略|应用|开发)$")
_SUPPORTS = re.compile(r"(?:立项|择优)(?:支持|资助)了?\s*$")
"""某计划某专项立项支持“某研究”."""
_APPROVED = re.compile(
    r"\s*等?(?:项目|课题)(?:正式|成功|顺利|近日)*(?:获批|获准立项|立项|启动|通过结题|结题)"
    rf"|\s*(?:[（(][^（）()]{{2,40}}[)）])?(?:成功|顺利|正式)*(?:榜上有名|获资助|中标|{WON}|获准立项|喜获立项|获得?立项)"
    r"|\s*等?(?:项目|课题)?获得?批准"
    r"|\s*等?(?:项目|课题)?(?:进行|开展|作|做|通过)?了?(?:结题|验收|中期检查|现场考察|绩效评价)"
)
_LEADS_IT = re.compile(r"(?:主持|负责|牵头|领衔)(?:了|过|完成|在研)*[^，。；“”]{0,24}$")
_LED = re.compile(
    r"(?:主持|承担|牵头|负责|参与|获批?|获得|申请到|完成|在研)(?:了|过|的)?(?P<name>(?!了|过|的|[^“”]{0,12}(?:主持|承担|牵头|负责))[^，。；、“”《》的\s]{6,40})$"
)
"""主持|某市卫健委科研项目“某研究”: a programme that no lexicon has, by the grammar of its name."""
_RUN_BEFORE = re.compile(
    r"(?:^|(?<=[，。；：:、])|(?<=得到)|(?<=受)|(?<=受到)|(?<=[获由系是为及和])|(?<=来自)|(?<=属于)|(?<=列入)|(?<=依托))\s*"
    r"(?P<name>(?!了|过|的|[^“”]{0,24}(?:主持|承担|牵头|负责|申报|得到|受到|获[得批]|来自|支持|纳入|列入|举办|依托))"
    r"[^，。；：:、“”《》的\s]{6,40}(?:基金|计划|专项|项目|课题|工程|行动))$"
)
"""得到|某医院院级基金|“某研究”支持: what stands right before the title, where its grammar tells it for a programme."""
_UNDERTAKES = re.compile(r"(?:团队|课题组|项目组)?(?:共同|牵头|主要)?(?:承担|开展)了?$")
_ITS_STUDY = re.compile("的(?:研究|研制|攻关|研发)(?:工作|任务)?(?=[，。；]|$)")
"""张三团队|承担了|“某研究”|的研究."""
_IN_PERSON = re.compile(r"以(?:第一|项目|课题|主要)*(?:负责人|主持人|牵头人)(?:的)?身份(?:承担|主持|牵头|负责)(?:了|过)?$")
"""以第一负责人身份承担|“某研究”."""
_WHO_ELSE = re.compile(r"[，,]?由[^，。；“”]{2,40}?(?:牵头|承担|主持)")
"""项目“某研究”|由甲大学牵头: whose it is, whoever pays."""
_NO_PROJECT = re.compile("(?:大会|会议|论坛|研讨会|学习班|培训班|年会|活动|行动|工程|大赛|计划|建设)$")
_NO_STUDY = re.compile("(?:学习班|培训班|研讨会|论坛|讲座|讲堂)$")
_WISHED = re.compile("建议|希望|呼吁|倡议|拟|计划|提议")
_LONG_TITLE = 12
_SPOKEN_OF = re.compile("(?:项目|课题)|的(?:总体|实施|研究|技术|工作)*(?:方案|计划|进展|任务|目标|背景|意义|情况)")
_HEADED = re.compile(
    "(?:项目|课题)(?:首席|总?负责人|主持人|组|骨干|启动|实施|牵头|(?:年度|中期|阶段|进展|推进|总结|结题|绩效|交流|工作)+(?:会|评价|验收))"
)
"""What tells that words quoted in a sentence are a project's title: 项目负责人介绍了“某研究”的实施方案."""
_SESSION_OF = re.compile("监理会|启动|中期|结题|验收|立项")
_WINS = re.compile("[^，。；]*?(?:[荣喜斩]获|获得?|摘得|夺得)[^，。；资批立]{0,30}?奖")
"""张三主持的项目《…》获某奖: a work that won, no grant that a programme pays."""
_GETS = re.compile(
    r"\s*(?:项目|课题)?(?:成功|先后)*(?:获得?|得到)(?:了|到)?[^，。；“”《》]{2,30}?(?:项目|课题|计划|基金)[^，。；]{0,10}?(?:资助|立项|支持)"
)
"""…获得了某厅某类项目4万元资助: approved, by a payer that goes by no programme's name."""
_SESSION = re.compile(r"(?:项目|课题)?(?:中期检查|结题|验收|现场考察|评审|启动|评议|考核|年度)[^，。；]{0,16}[，,]")
_IS_APPROVED = re.compile(r"(?:等?(?:项目|课题))?(?:正式|成功|顺利)*(?:获批立项|获准立项|获批|获立项|立项|入选)(?=[，,。；]|$)")
_ANNOUNCED = re.compile(
    r"(?:公布|发布|公示|下达)了?(?P<name>[^，。；]{4,60}?(?:专项|计划))[^，。；“”]{0,16}(?:立项|评审|项目)[^，。；“”]{0,8}[，,]"
)
"""某部公布某计划“某某”重点专项2031年度立项项目，: whose the title approved behind it is."""
_PLAN, _FUND = "国家重点研发计划", "国家自然科学基金"
_TYPES = ("重点项目", "面上项目", "青年项目", "重大项目", "专项")
"""What is part of a programme's name before a title, where 项目 and 课题 are not."""
_OTHER_FUNDS = re.compile(
    "研发计划|科技计划|重大专项|重点专项|[省市区厅局]级|[省市]自然科学基金|科技[厅局]|社科基金|社会科学基金|博士后"
)
_AWARD = re.compile("奖$")
_DEPLOYS = re.compile(
    r"(?:[，,]?(?:先后|陆续|分别|又|还|也|重点|共|就|(?:19|20)\d\d年))*(?:部署|安排|布局|支持|资助|启动|立项)(?:支持|资助|立项|实施)?了?"
    r"(?:“[^“”]{4,80}”\s*(?:[、，,]|和|与|及|以及)?\s*)*$"
)
"""某计划先后部署了“甲”“乙”和|“丙”三个项目."""
_ALL_PROJECTS = re.compile(
    rf"[”》](?:(?:[、，,]|和|与|及|以及)*“[^“”]{{4,80}}”)*等?(?:{CHINESE_NUMERAL}|\d{{1,2}})?[个项]?(?:项目|课题)(?!组)"
)
_ROW = re.compile(
    rf"”?\s*的?(?:资助|支持|立项)?(?:的)?(?:{CHINESE_NUMERAL}|\d{{1,2}})?(?:个|项)?(?:(?:项目|课题)[，,]?\s*(?:分别)?(?:为|是|包括)[：:]?|(?<=[个项])[，,]?(?:分别)?(?:[为是][：:]?|[：:])|[：:])\s*"
    r"(?:“[^“”]{4,80}”\s*(?:[、，,]|和|与|及|以及)?\s*)*$"
)
_NO_PROGRAMME = frozenset({"重点专项", "“揭榜挂帅”项目"})
"""Concepts that name a sort of programmes rather than one."""


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """FUNDED_BY, LEADS and HOSTED_BY of the projects that a sentence quotes, and whose they are where a house won them."""
    facts = list(_read(scene, reading))
    yield from facts
    yield from of_winner(scene, reading, facts)


def _read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    quoted = (one for one in _TITLED.finditer(scene.text) if not _PAPER.search(one["title"]))
    titles = [one for one in quoted if not _is_short_form(reading, one["title"])]
    if titles:
        speak_of_plan(scene, reading)
    for match in titles:
        programme = _paid_by(scene, reading, match)
        grant = EntityRef(label="Grant", name=heal_name(match["title"]))
        start = match.start() if programme is None else min(programme[1], match.start())
        told = Told(grant, _with_plan(scene, start), match.start(), match.end())
        if programme is None and _WINS.match(scene.text, match.end()):
            continue
        if programme is not None and _is_applied_for(scene.text, programme[1], match.end()):
            continue
        body = of_body(scene, reading, match, titles) if programme is None else None
        if body is not None:
            yield from body[1]
            yield from _about(scene, reading, grant, match)
            continue
        if programme is None:
            yield from in_a_list(scene, reading, told, sum_of(scene, match, titles, listed=True))
            yield from _unpaid(scene, reading, told, match)
            continue
        name, start = programme
        where = scene.sentence.view.span(min(start, match.start()), match.end())
        payer = EntityRef(label="FundingProgram", name=name)
        under = _UNDER.search(scene.text[: match.start()])
        noted = f"（{under['note']}）" if under is not None and under["note"] else ""
        amount = sum_of(scene, match, titles) or amount_in(noted)
        behind = match.end() - len(match["thing"] or "") - len(match["note"] or "")
        year = year_beside(
            scene.text,
            start,
            behind,
            match["note"] or noted,
            whose=bool(_APPROVED.match(scene.text, match.end() - len(match["thing"] or ""))),
            supported=told.start if _SUPPORTS.search(scene.text[: match.start()]) else None,
        )
        year = year or year_told(scene, reading, payer, start, behind)
        numbered = _NUMBERED.search(match["note"] or "")
        yield reading.fact(
            NAMED_GRANT,
            grant,
            "FUNDED_BY",
            payer,
            where,
            amount_wan="" if amount is None else amount,
            year=year or "",
            number=match["number"] or (numbered["number"] or numbered["alone"] if numbered is not None else ""),
        )
        reading.tells_of(grant, payer)
        if match is titles[-1]:
            yield from matched(scene, reading, grant, match.end())
        yield from _about(scene, reading, grant, match)
        yield from in_its_sentence(scene, reading, told)
        yield from _of_session(scene, reading, told)
    yield from led_in_turn(scene, reading, titles)
    named = [(EntityRef(label="Grant", name=heal_name(one["title"])), one.start()) for one in titles]
    yield from heads_in_turn(scene, reading, [one for one in named if one[0] in reading.grants])
    if not titles:
        _remember_session(scene, reading)
    one = meant(scene, reading) if not titles else None
    if one is not None and reading.grants[one] is None:
        yield from told_later(scene, reading, one)
    yield from of_the_project(scene, reading, titled=bool(titles))
    yield from of_the_projects(scene, reading)
    remember_list(scene, reading)


def _is_short_form(reading: Reading, title: str) -> bool:
    """Whether a quoted name is what a text, in a headline say, calls a project whose whole title it quotes elsewhere."""
    if len(title) > _LONG_TITLE or _STUDY.search(title):
        return False
    whole = re.compile(rf"[“《](?=[^“”《》]*{re.escape(title)})(?!{re.escape(title)}[”》])[^“”《》]{{6,80}}[”》](?:项目|课题)")
    return whole.search(reading.document.text) is not None


def _is_applied_for(text: str, start: int, end: int) -> bool:
    """Whether a project at a place is one that somebody only applies for: 正在申报某基金“某研究”."""
    applies = _APPLIES.search(text[:start])
    return applies is not None and not _OUTCOME.search(text, end) and not _OUTCOME.search(text, 0, applies.start())


def _paid_by(scene: Scene, reading: Reading, titled: re.Match[str]) -> tuple[str, int] | None:
    """The programme of a title: the one told before its name, the one that it follows, or the one that it won."""
    footnote = _FOOTNOTE.search(scene.text, 0, titled.start()) is not None
    paid = footnote or _PAID.search(scene.text) is not None
    if (row := _in_a_row(scene, titled)) is not None:
        return row
    told = (
        (_told_before(scene, reading, titled) or _under(scene, reading, titled) or _taken_up(scene, titled)) if paid else None
    )
    session = _session_before(scene, reading, titled.start())
    if told is None and session is not None:
        return session[0].name, titled.start()
    before = told or _programme(scene, reading, titled)
    if before is not None:
        numbered = titled["number"] or _NUMBERED.search(titled["note"] or "")
        if paid or numbered or titled["thing"] or titled["kind"] or _OF_PROJECTS.search(before[0]):
            return before
        # perhaps one: "the project" is not told
        reading.grants.setdefault(EntityRef(label="Grant", name=heal_name(titled["title"])))
        return None
    return (won(scene, reading, titled) or _spoken_of(scene, titled) or in_a_clause(scene, reading, titled)) if paid else None


def _remember_session(scene: Scene, reading: Reading) -> None:
    """Keep who pays a project, and whose it is, where a sentence tells of its meeting alone: 甲牵头的某专项项目启动会."""
    for meeting in _MEETING.finditer(scene.text):
        special = _special(scene, meeting.start())
        if special is not None:
            start = _with_plan(scene, special[1])
            reading.session_of = (
                reading.said,
                EntityRef(label="FundingProgram", name=special[0]),
                whose(scene, reading, start),
            )


def _session_before(scene: Scene, reading: Reading, start: int) -> tuple[EntityRef, EntityRef | None] | None:
    """What the sentence before told of the project's meeting, where this one goes on to say its title (项目名称为“…”)."""
    if reading.session_of is None or not CALLED.search(scene.text[:start]):
        return None
    said, payer, one = reading.session_of
    return (payer, one) if reading.said == said + 1 else None


def _of_session(scene: Scene, reading: Reading, told: Told) -> Iterator[Assertion]:
    session = _session_before(scene, reading, told.title)
    if session is not None and session[1] is not None:
        yield of_whom(reading, told.grant, session[1], scene.sentence.view.span(told.title, told.end))


def _in_a_row(scene: Scene, titled: re.Match[str]) -> tuple[str, int] | None:
    """某计划的三项项目，分别为“甲”“乙”和“丙”: the programme before the row."""
    end = titled.start("title") - 1
    row = _ROW.search(scene.text, 0, end)
    many = row is None and _ALL_PROJECTS.match(scene.text, titled.end("title"))
    known = next(
        (
            one
            for one in scene.of("FundingProgram")
            if (row is not None and one.end == row.start())
            or (many and _DEPLOYS.fullmatch(scene.text, one.end + scene.text.startswith("”", one.end), end))
        ),
        None,
    )
    if known is None or known.name in _NO_PROGRAMME or is_bare(known):
        return None
    return of_fund(known)[0], known.start


def _unpaid(scene: Scene, reading: Reading, told: Told, titled: re.Match[str]) -> Iterator[Assertion]:
    """Who leads a project that was approved, or is called a 课题, where the text does not say by whom it is paid."""
    if _NO_STUDY.search(titled["title"]):
        return
    end = end_of_row(scene.text, told.end - len(titled["thing"] or ""))
    leads = (titled["kind"] is not None and _LEADS_IT.search(scene.text, 0, titled.start("kind"))) or _IN_PERSON.search(
        scene.text, 0, titled.start()
    )
    if _UNDERTAKES.search(scene.text[: titled.start()]) and _ITS_STUDY.match(scene.text, told.end):
        reading.grants.setdefault(told.grant)
        who = whose(scene, reading, titled.start(), _UNDERTAKES)
        if who is not None:
            yield of_whom(reading, told.grant, who, scene.sentence.view.span(titled.start(), told.end))
    spoken = _SPOKEN_OF.match(scene.text, end) and _HEADED.search(scene.text) and not announced(reading.document)
    if spoken or (titled["kind"] == "专项" and _SESSION_OF.search(scene.text, end)):
        reading.grants.setdefault(told.grant)
    if (
        titled["kind"] == "课题"
        or (titled["thing"] or "").endswith("课题")
        or leads
        or _is_whose_project(scene, told, titled)
        or _APPROVED.match(scene.text, end)
        or _GETS.match(scene.text, end)
    ):
        facts = list(in_its_sentence(scene, reading, told))
        known = bool(facts) or (scene.text.startswith("项目", end) and "立项" in scene.text)
        if known:
            reading.grants.setdefault(told.grant)
        yield from facts


def _is_whose_project(scene: Scene, told: Told, titled: re.Match[str]) -> bool:
    """Whether a study that the text calls a project is told to be in somebody's hands, not only to be put there."""
    called = titled["kind"] == "项目" or (titled["thing"] or "").endswith("项目")
    study = _STUDY.search(titled["title"]) or len(titled["title"]) >= _LONG_TITLE
    given = _WHO_ELSE.match(scene.text, told.end) if called and study else None
    return given is not None and not _NO_PROJECT.search(titled["title"]) and not _WISHED.search(scene.text, 0, told.title)


def _spoken_of(scene: Scene, titled: re.Match[str]) -> tuple[str, int] | None:
    """某基金某项目结题会…对张三主持的“某研究”…: the one programme whose session the sentence tells of."""
    if not is_whose(scene.text[: titled.start()]):
        return None
    if _IS_APPROVED.match(scene.text, titled.end() - len(titled["thing"] or "")):
        announced = _ANNOUNCED.search(scene.text[: titled.start()])
        return _special(scene, announced.end("name")) if announced is not None else None
    named = [one for one in scene.of("FundingProgram") if one.end <= titled.start() and not _AWARD.search(one.name)]
    return of_fund(named[0]) if len(named) == 1 and _SESSION.match(scene.text, named[0].end) else None


def _told_before(scene: Scene, reading: Reading, titled: re.Match[str]) -> tuple[str, int] | None:
    """张三获某基金青年项目资助，项目名称为“某研究”: the programme that the sentence named last."""
    if not CALLED.search(scene.text[: titled.start()]):
        return None
    named = [one for one in scene.of("FundingProgram") if one.end <= titled.start() and not _AWARD.search(one.name)]
    if named:
        return of_fund(named[-1])
    won = [(said, *programme_at(scene, reading, said.end())) for said in _OBTAINS.finditer(scene.text, 0, titled.start())]
    return next(((name, said.end()) for said, name, end in reversed(won) if name and end < titled.start()), None)


def _under(scene: Scene, reading: Reading, titled: re.Match[str]) -> tuple[str, int] | None:
    """在某计划某专项支持下，“某研究”项目立项: the programme under which a project stands."""
    under = _UNDER.search(scene.text[: titled.start()])
    if under is None or not (titled["thing"] or (under["does"] and _STUDY.search(titled["title"]))):
        return None
    known = scene.ending_at(under.start(), "FundingProgram")
    if known is not None and known.name not in _NO_PROGRAMME:
        return of_fund(known)
    opens = _UNDER_OPENS.search(scene.text[: under.start()])
    name, end = programme_at(scene, reading, opens.end("in")) if opens is not None else ("", 0)
    return (
        (name, opens.end("in"))
        if opens is not None and 0 <= end - under.start() <= len("项目")
        else _special(scene, under.start())
    )


def _taken_up(scene: Scene, titled: re.Match[str]) -> tuple[str, int] | None:
    """某计划于2031年将“某研究”列入支持范围: the programme that takes a project up."""
    if not _TAKEN_UP.match(scene.text, titled.end("title")):
        return None
    named = (one for one in scene.of("FundingProgram") if one.end <= titled.start() and one.name not in _NO_PROGRAMME)
    known = next((one for one in named if _TAKES_UP.fullmatch(scene.text, one.end, titled.start())), None)
    return of_fund(known) if known is not None and not is_bare(known) else None


def _programme(scene: Scene, reading: Reading, titled: re.Match[str]) -> tuple[str, int] | None:
    """The programme that the title follows, by its name and where it begins."""
    end = titled.end("kind") if titled["kind"] in _TYPES else titled.start()
    if titled["kind"] is None and (supports := _SUPPORTS.search(scene.text[:end])) is not None:
        end = supports.start()
    special = _special(scene, end)
    ends = (end, titled.end("kind"), titled.end("sort") + 1)
    known = next((one for one in scene.of("FundingProgram") if one.end in ends), None)
    if special is not None:
        named = known is not None and known.start <= special[1] and known.name not in _NO_PROGRAMME
        return of_fund(known) if named and known is not None else special
    starts = (one.start() for one in _PROGRAMME_START.finditer(scene.text, 0, end))
    before = max(
        filter(None, (_PROGRAMME.match(scene.text, at, end) for at in starts)), key=lambda one: one.start(), default=None
    )
    plainly = before is None or before.start() >= known.start or "的" in before.group() if known is not None else False
    if known is not None and not _AWARD.search(known.name) and plainly:
        return _of_known(scene, reading, known, titled)
    if before is None:
        return _of_the_fund(scene, reading, titled) or _led(scene, titled)
    found = programme_of(before.group(), Programmes())
    typed = programme_of(before.group() + (titled["kind"] or ""), Programmes())
    if found is not None and typed is not None and typed.parent == found.parent != "":  # 某基金杰出青年基金|项目
        found = typed
    return (_sorted(found.name, titled), before.start()) if found is not None else None


def _led(scene: Scene, titled: re.Match[str]) -> tuple[str, int] | None:
    """The programme between who leads a project and its title, where its name's grammar tells it for one."""
    end = titled.end("kind") if titled["kind"] else titled.start()
    told = _LED.search(scene.text, 0, end) or _RUN_BEFORE.search(scene.text, 0, end)
    found = programme_of(told["name"], Programmes()) if told is not None else None
    return (found.name, told.start("name")) if told is not None and found is not None else None


def _of_the_fund(scene: Scene, reading: Reading, titled: re.Match[str]) -> tuple[str, int] | None:
    """张三主持的重点项目“某研究”: a type that many funds have, where the text speaks of the science fund alone."""
    fitting = reading.fund and titled["kind"] in ("重点项目", "重大项目") and is_whose(scene.text[: titled.start("kind")])
    if not fitting or _OTHER_FUNDS.search(reading.document.text):
        return None
    return f"{_FUND}{titled['kind']}", titled.start("kind")


def _of_known(scene: Scene, reading: Reading, known: Mention, titled: re.Match[str]) -> tuple[str, int] | None:
    name = of_type(scene, reading, known)
    elsewhere = is_bare(known) and (not name or _OTHERS.search(scene.text[: known.start]))
    if known.name in _NO_PROGRAMME and known.surface.startswith(_PLAN):
        return _PLAN, known.start
    if elsewhere or known.name in _NO_PROGRAMME:
        return None
    return _sorted(name, titled), known.start


def _sorted(name: str, titled: re.Match[str]) -> str:
    """The programme with the sort that stands behind its name in brackets."""
    return f"{name}（{titled['sort']}）" if titled["sort"] and "（" not in name else name


def _with_plan(scene: Scene, start: int) -> int:
    """Where the plan begins that stands right before a programme of it, else where that begins."""
    return next((one.start for one in scene.of("FundingProgram") if one.end == start), start)


def _special(scene: Scene, end: int) -> tuple[str, int] | None:
    """A special project by its quoted name, or by its plain one behind the plan that it is of."""
    quoted = _QUOTED.search(scene.text, 0, end)
    if quoted is not None and quoted.end() == end:
        key = quoted["kind"] == "专项" and _KEY_PLAN.search(scene.text, 0, quoted.start())
        kind = "重点专项" if key else "" if quoted["kind"] == "重大研究计划" else quoted["kind"]
        return heal_name(quoted["name"] + kind), quoted.start()
    plain = _PLAIN_KEY.search(scene.text, 0, end)
    return (heal_name(plain["name"]), plain.start("name")) if plain is not None else None


def _about(scene: Scene, reading: Reading, grant: EntityRef, match: re.Match[str]) -> Iterator[Assertion]:
    for mention in scene.within(match.start("title"), match.end("title"), "Technology", "Disease"):
        predicate = "CONCERNS" if mention.label == "Technology" else "TARGETS"
        yield reading.fact(NAMED_GRANT, grant, predicate, mention.ref, mention.span)

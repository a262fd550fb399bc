"""Awards that a text gives in other words than that somebody received them: 授予张三某奖, 某奖由张三摘得, 获得者是张三."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.award.honours import within
from ingest.entries import named_in
from ingest.lexicon import is_person, organization_kind
from ingest.mentions import Mention
from ingest.numerals import CHINESE_NUMERAL, number
from ingest.posts import ROLES
from ingest.prose.honours.prize_rounds import by_name
from ingest.prose.honours.prizes import GRADE, QUOTED_WORK, Prize, is_bare, named_at, prize_kind
from ingest.prose.honours.winning_rows import row_from
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import bodies_from, people_from, people_up_to
from ingest.rounds import is_any_givers, round_of
from kg.model import Assertion, EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["HIS_OWN", "behind", "counted", "given", "told_behind"]

GIVEN = Rule("award_given")
"""授予张三某奖, 某奖授予甲医院张三教授, 某奖由张三摘得, 获得一等奖的是张三团队的“…”."""

_GIVES = re.compile("(?<!被)(?:授予|颁予|颁授|授给)了?(?!单位|点|权|学位)")
_TO_AWARD = re.compile(
    rf"(?:{ROLES}|等(?:[{HAN}\d]{{1,4}}[人位名项个](?!目)(?:成果|项目|同志|专家|医生|医师|单位)?|[{HAN}\d]{{1,4}}[个](?:项目|成果|单位))?"
    r"|[”》]|项目|成果|为|以|\s)*"
)
_ROLL_OF = re.compile(
    rf"(?P<row>[^。；;“”《》]{{2,160}}?)(?:等?(?P<n>{CHINESE_NUMERAL}|\d{{1,3}})[名位个人](?:同志|专家|医[师生]|学者|人员?)?|(?=“|(?:19|20)\d\d年))"
)
_TITLED = re.compile(rf"(?:{ROLES}|博士|同志)+$")
_ROLL_OF_TITLED = re.compile(
    rf"(?P<row>(?:[^、，。；;“”《》\d]{{2,24}}?(?:{ROLES}|同志)、)+[^、，。；;“”《》\d]{{2,24}}?(?:{ROLES}|同志))(?P<n>)(?=[{HAN}“]{{2,}})"
)
"""张三院士、李四院士|国家最高科学技术奖."""
_PLAIN_WORK = re.compile(
    rf"(?P<name>[^，。；;“”《》]{{6,60}}?)(?=等[{HAN}\d]{{1,4}}[项个](?:成果|项目)+(?:为|以)?(?:(?:19|20)\d\d年|[{HAN}“]))"
)
"""某某系统的研制|等12项成果2013年…奖: a work without quotation marks, which the number of works tells."""
_JOINS_WORKS = re.compile(r"(?:[、，,]|和|与|及|以及)(?=[“《])")
_HONOUR = re.compile(r"(?:奖|赛)[”》]|.[”》](?:荣誉)?称号")
_OTHERS = re.compile(rf"[{HAN}]{{0,8}}(?:部|社|团队|小组|集体|、[^“”]{{1,40}})[、和]?“|[、和与][“《]")
"""Others than those read before the award's name: “某刊”编辑部“…奖”."""
_COUNTED = re.compile(rf"(?P<n>\d{{1,3}}|{CHINESE_NUMERAL}|两)[名位人](?:[{HAN}]{{1,8}}?)?(?:分别|共同|均|都)?$")
_WHO_ARE = re.compile("[^，。；“”]{0,12}[，,](?:他们|她们)?(?:分别)?[为是]：?|[:：](?:分别[为是][:：]?)?")
_CLAUSE_END = re.compile("[，,。；;]")
_NOT_APPOSED = re.compile("[“”《》]|(?:因|为表彰|以表彰|等)")
_LONGEST_LEAD = 40
_WHEN = re.compile(r"(?:近日|日前|特|决定|在[^，。；]{1,16}(?:上|中)|于[^，。；]{1,16}|正式|共同|联合|还|曾|(?:19|20)\d\d年)*")
_QUOTED = re.compile(QUOTED_WORK)
_AWARD_TO = re.compile(
    rf"(?:^|[，。；：,;])(?P<lead>[^，。；“”]{{0,10}}?)(?=[{HAN}“])(?P<award>[^，。；：:“”（）()]{{0,24}}(?:“[^“”]{{2,30}}”|奖(?:[（(][^（）()]{{2,16}}奖[)）](?:{GRADE})?)?|[特一二三]等奖))"
    r"(?:则|也|均|分别|最终|同时|另)*(?:(?P<passive>由|花落|归属)|被?(?:授予|颁给|颁发给|颁授给?)(?:了)?)"
)
_HANDED = re.compile(
    rf"(?:将|把)(?:(?:本|首|该|第[{HAN}\d]{{1,4}})[届年]度?的?)?(?P<award>(?:(?:19|20)\d\d年度?)?(?:的)?“?[^，。；“”《》]{{2,30}}奖”?(?:{GRADE})?)(?:颁发|授予|颁给|颁授|授)(?:给|予)?了?"
)
"""决定将某奖授予张三."""
_TO_WORK = re.compile(rf"[对给为向将]{QUOTED_WORK}(?:等?(?:项目|成果))?(?:分别|正式)?(?:授予|颁发|颁授|颁予)了?")
"""决定对“某研究”授予|某奖."""
_HANDS_TO = re.compile(r"[为向给](?=[^，。；]{2,40}?(?:颁发|颁授|授予|颁予))")
_HANDS = re.compile(rf"(?:{ROLES}|\s)*(?:等[{HAN}\d]{{0,14}}?)?(?:正式|共同|现场|分别)*(?:颁发|颁授|授予|颁予)了?")
"""大会为张三教授颁发某奖."""
_DATED = re.compile(r"(?:19|20)\d\d年?度")
"""某基金会宣布|2023年度某奖授予…: with its year an award's name begins."""
_OPENING_YEAR = re.compile(r"((?:19|20)\d\d)年(?:\d{1,2}月(?:\d{1,2}日)?)?[，,]")
_NAME_ALONE = re.compile(rf"(?P<name>[{HAN}]{{2,4}}?)(?:{ROLES})*(?=[，。；]|以表彰|$)")
_AS_WINNER = re.compile(
    r"(?:教授|研究员|院士|主任|医师|团队|同志|先生|女士)*(?:作为|是|为|系)(?P<award>[^，。；“”的]{3,30}(?:奖|奖章|特殊津贴))(?:获奖者|获得者|得主|获奖人)(?![、，]?(?:代表|[^，。；]{2,16}(?:颁|授)))"
)
"""张三作为2021年度某奖获奖者上台领奖."""
_BODY_TOOK = re.compile(r"(?:等[^，。；]{0,6})?(?:摘得|获得|夺得|斩获|捧得|获颁)?(?:[，。；]|$)")
_NOT_DONE = re.compile("(?:拟|建议|提议|提名|推荐|希望|计划)[^，。；]*$")
_ANY = re.compile("")
_LISTED = re.compile(
    r"(?:等[^，。；]{0,6})?(?:榜上有名|名列其中|位列其中|双双上榜|上榜|在列|(?:荣获|获|当选|入选)此殊荣|获奖(?=[，。；]|$)|当选(?=[，。；]|$))"
)
_ROLL = re.compile(
    rf"(?:^|(?<=[，。；：布晓发出]))(?P<award>(?:(?:19|20)\d\d年度?|第[{HAN}\d]{{1,5}}届)?(?:(?!公布|发布|揭晓|印发)[{HAN}]){{3,24}}奖)"
    "(?:获奖者|获得者|获奖|授奖|表彰|评选|评审)?(?:人选|名单|结果|人员|评审|评选|揭晓|活动)"
)
"""公布…某奖获奖者名单，张三、李四榜上有名."""
_TAKEN = re.compile(r"[^，。；]*?(?:摘得|获得|夺得|斩获|捧得|获颁|收入囊中|摘取)(?=$|[，。；])")
_HOLDER = re.compile(
    rf"(?:(?:^|[，。；：、“”\s—])(?P<award>(?:(?:19|20)\d\d年度?)?[{HAN}]{{3,28}}奖)|(?P<quoted>(?:(?:19|20)\d\d年度?)?“[^“”]{{2,30}}(?:奖”|”奖)))"
    r"(?:[特一二三]等奖)?(?:获得者|得主|获奖者|获奖人)(?:[—:：\s，、]|分别|是|为|有)*"
)
"""某某突出贡献奖获得者——张三; “某某奖”获得者、甲大学教授张三."""
_FOR_THANKS = re.compile(
    "(?:也|并|还|特别|衷心|诚挚|[，、])*(?:感谢|致谢|鸣谢|邀请|特邀|请到?|采访|专访|慰问|走访|看望|祝贺|恭喜|致敬|追忆|缅怀|欢迎|对话|对|向|与|和|由|为|给)(?:了|到|的)?"
)
"""也感谢|某奖获得者张三: no part of the award's name."""
_IS = re.compile(r"的(?:(?=“)|(?:获奖)?(?:项目|成果|课题|研究|技术|作品|论文)(?=[“《])|(?:分别|还)?(?:是|有|为|包括))?")

HIS_OWN = re.compile(rf"(?:{ROLES})*(?:等人?)?(?:的|团队|课题组|项目组|工作室|所|[撰参创作演讲选设])")
"""获得一等奖的张三|团队, 获奖的李四|的论文: it is not the person who received it."""


@dataclass(frozen=True, slots=True)
class _Gift:
    """Who, with the house told, and what an award was given to, and the award as it is named."""

    people: tuple[tuple[str, str], ...]
    bodies: tuple[Mention, ...]
    works: tuple[str, ...]
    prize: Prize
    start: int


def counted(scene: Scene, prize: Prize) -> tuple[int, int] | None:
    """3名专家荣获某奖，分别为（：）|甲医院张三…: how many are counted before the verb, where they begin; else None."""
    many = _COUNTED.search(scene.text, 0, prize.start)
    said = _WHO_ARE.match(scene.text, prize.end) if many is not None else None
    told = number(many["n"].replace("两", "二")) if many is not None else None
    return (int(told), said.end()) if said is not None and told else None


def told_behind(scene: Scene, reading: Reading, prize: Prize, many: int, start: int) -> Iterator[Assertion]:
    """RECEIVED of the people of the row that begins here, if they are as many as told."""
    for one in row_from(scene, start, many):
        where = scene.sentence.view.span(prize.start, one.end)
        yield _fact(reading, reading.person(one.name, one.house), prize, where)


def behind(scene: Scene, reading: Reading, prize: Prize) -> Iterator[Assertion]:
    """获得一等奖的是张三, 获二等奖的“…”: who or what stands behind the award."""
    said = _IS.match(scene.text, prize.end)
    if said is None:
        return
    end = re.compile(r"[。；]|$").search(scene.text, said.end())
    stop = end.start() if end else len(scene.text)
    works = list(_QUOTED.finditer(scene.text, said.end(), stop))
    where = scene.sentence.view.span(prize.start, works[-1].end() if works else stop)
    if works and (said.group() != "的" or works[0].start() == said.end()):
        for work in works:
            achievement = reading.tells_of_work(heal_name(work["name"]))
            yield _fact(reading, achievement, prize, where)
    elif not works:
        for person in people_from(scene, said.end()):
            if said.group() != "的" or not HIS_OWN.match(scene.text, person.end):
                yield _fact(reading, reading.person(person.name), prize, where)


def given(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """The awards that a sentence says were given to somebody."""
    if "授" in scene.text or "颁" in scene.text:
        yield from _gifts(scene, reading)
    if "奖" in scene.text:
        for holder in _HOLDER.finditer(scene.text):
            yield from _held_by(scene, reading, holder)
        for handed in _HANDED.finditer(scene.text):
            yield from _handed(scene, reading, handed)
        for person in scene.of("Person") if "作为" in scene.text or "者" in scene.text else ():
            yield from _won_as(scene, reading, person)
        for roll in _ROLL.finditer(scene.text):
            yield from _on_the_roll(scene, reading, roll)
    if "颁" in scene.text or "授予" in scene.text:
        for work in _TO_WORK.finditer(scene.text):
            yield from _to_work(scene, reading, work)
        for to in _HANDS_TO.finditer(scene.text):
            yield from _handed_to(scene, reading, to)
    if any(word in scene.text for word in ("授予", "颁", "花落", "归属", "由")):
        for match in _AWARD_TO.finditer(scene.text):
            yield from _taken_by(scene, reading, match)


def _to_work(scene: Scene, reading: Reading, to: re.Match[str]) -> Iterator[Assertion]:
    """决定对“某研究”授予某奖一等奖."""
    prize = named_at(scene.text, to.end())
    prize = by_name(prize, reading) if prize is not None and not _NOT_DONE.search(scene.text[: to.start()]) else None
    if prize is not None:
        where = scene.sentence.view.span(to.start(), prize.end)
        yield _fact(reading, reading.tells_of_work(heal_name(to["name"])), prize, where)


def _on_the_roll(scene: Scene, reading: Reading, roll: re.Match[str]) -> Iterator[Assertion]:
    """公布某奖获奖者名单，甲医院张三、乙大学李四榜上有名."""
    prize = named_at(scene.text, roll.start("award"))
    said = _LISTED.search(scene.text, roll.end())
    if prize is None or said is None or is_bare(prize.name):
        return
    for person in people_up_to(scene, said.start(), since=roll.end()):
        where = scene.sentence.view.span(roll.start("award"), said.end())
        yield _fact(reading, reading.person(person.name), prize, where)


def _held_by(scene: Scene, reading: Reading, match: re.Match[str]) -> Iterator[Assertion]:
    """某奖获得者张三, some of his posts between them or not."""
    start = match.start("award") if match["award"] else match.start("quoted")
    thanks = _FOR_THANKS.match(scene.text, start)
    start = thanks.end() if thanks is not None else start
    prize = named_at(scene.text, start)
    if prize is None or is_bare(prize.name):
        return
    several = match.group().endswith(("为", "是", "：", ":", "有"))
    for person in people_from(scene, match.end())[: None if several else 1] or _behind_titles(scene, match.end()):
        where = scene.sentence.view.span(start, person.end)
        yield _fact(reading, reading.person(person.name), prize, where)


def _handed(scene: Scene, reading: Reading, match: re.Match[str]) -> Iterator[Assertion]:
    """某学会决定将“某奖”授予甲大学张三教授."""
    prize = named_at(scene.text, match.start("award"))
    if prize is None or is_bare(prize.name) or prize.end > match.end() or _NOT_DONE.search(scene.text[: match.start()]):
        return
    opened = _OPENING_YEAR.match(scene.text)
    prize = replace(prize, year=prize.year or (int(opened[1]) if opened else None))
    people = people_from(scene, match.end()) or _behind_titles(scene, match.end()) or _alone(scene, match.end())
    where = scene.sentence.view.span(match.start(), people[-1].end if people else match.end())
    giver = _giver_before(scene, reading, match.start()) if people else None
    if giver is not None:
        prize = _by_giver(prize, giver)
        yield reading.fact(GIVEN, EntityRef(label="Award", name=prize.name), "RUN_BY", giver, where)
    for person in people:
        yield _fact(reading, reading.person(person.name), prize, where)


def _by_giver(prize: Prize, giver: EntityRef) -> Prize:
    """The award with its giver, where any giver's may have its name (终身成就奖)."""
    name = prize.name if prize.name.startswith(giver.name) else giver.name + prize.name
    return replace(prize, name=name if is_any_givers(prize.name) else prize.name)


def _handed_to(scene: Scene, reading: Reading, to: re.Match[str]) -> Iterator[Assertion]:
    """大会为甲医院张三教授、李四教授颁发“…奖”."""
    people = people_from(scene, to.end())
    hands = _HANDS.match(scene.text, people[-1].end) if people else None
    prize = named_at(scene.text, hands.end()) if hands is not None else None
    if hands is None or prize is None or is_bare(prize.name) or _NOT_DONE.search(scene.text[: to.start()]):
        return
    for person in people:
        yield _fact(reading, reading.person(person.name), prize, scene.sentence.view.span(to.start(), prize.end))


def _alone(scene: Scene, start: int) -> list[Mention]:
    """A name right here that no house or title tells for one: up to the end of the clause it is a name."""
    match = _NAME_ALONE.match(scene.text, start)
    if match is None or not is_person(match["name"]):
        return []
    where = scene.sentence.view.span(match.start("name"), match.end("name"))
    begin, end = match.span("name")
    return [Mention(label="Person", name=match["name"], surface=match["name"], start=begin, end=end, span=where)]


def _won_as(scene: Scene, reading: Reading, person: Mention) -> Iterator[Assertion]:
    said = _AS_WINNER.match(scene.text, person.end)
    prize = named_at(scene.text, said.start("award")) if said is not None else None
    if said is None or prize is None or is_bare(prize.name) or prize.end != said.end("award"):
        return
    yield _fact(reading, reading.person(person.name), prize, scene.sentence.view.span(person.start, said.end()))


def _gifts(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """授予“…”一等奖，授予“…”二等奖，授予张三“…奖”: each giving of a sentence; a grade alone is of the award before."""
    last: Prize | None = None
    giver: EntityRef | None = None
    for verb in _GIVES.finditer(scene.text):
        if _NOT_DONE.search(scene.text[: verb.start()]):
            continue
        gift = _gift(scene, verb.end())
        giver = _giver_before(scene, reading, verb.start()) or (giver if last is not None else None)
        prize = _whole(gift.prize, last, giver, reading) if gift is not None else None
        if gift is not None and prize is not None:
            yield from _gave(scene, reading, gift, prize, giver)
            last = prize


def _whole(prize: Prize, last: Prize | None, giver: EntityRef | None, reading: Reading) -> Prize | None:
    """The award by its whole name: a grade alone is of the one given before, a class of prizes of whose they are."""
    if is_bare(prize.name):
        return replace(prize, name=last.name, year=prize.year or last.year) if last is not None and prize.grade else None
    kind = prize_kind(prize.name)
    if kind and giver is not None:
        whole = round_of(reading.document, 0)
        named = within(whole.award, prize.name) if whole.award.startswith(giver.name) else giver.name + kind
        return replace(prize, name=named, year=prize.year or (whole.year if named == whole.award else None))
    return _by_giver(prize, giver) if giver is not None else prize


def _gift(scene: Scene, start: int) -> _Gift | None:
    """授予甲医院张三教授2023年度某奖; 授予“…”等6项成果某奖一等奖; 授予甲大学张三、乙大学李四2名同志某奖."""
    people = people_from(scene, start) or _behind_titles(scene, start)
    rolled = _rolled(scene.text, start)
    named = rolled[0] if rolled is not None and len(rolled[0]) > len(people) else tuple((one.name, "") for one in people)
    bodies = bodies_from(scene, start) if not named else []
    works = _works(scene.text, start) or _plain_work(scene.text, start) if not named and not bodies else []
    end = bodies[-1].end if bodies else people[-1].end if people else works[-1].end() if works else start
    end = rolled[1] if rolled is not None and named == rolled[0] else end
    gap = _TO_AWARD.match(scene.text, end)
    prize = named_at(scene.text, gap.end()) if gap and end > start else None
    if gap is None or prize is None or _OTHERS.match(scene.text, gap.end()):
        return None
    return _Gift(named, tuple(bodies), tuple(heal_name(one["name"]) for one in works), prize, start)


def _gave(scene: Scene, reading: Reading, gift: _Gift, prize: Prize, giver: EntityRef | None) -> Iterator[Assertion]:
    where = scene.sentence.view.span(gift.start, prize.end)
    if giver is not None:
        yield reading.fact(GIVEN, EntityRef(label="Award", name=prize.name), "RUN_BY", giver, where)
    for name, house in gift.people:
        who = reading.person(name, house)
        yield _fact(reading, who, prize, where)
        if house:
            yield reading.fact(GIVEN, who, "AFFILIATED_WITH", EntityRef(label="Organization", name=house), where)
    for body in gift.bodies:
        yield _fact(reading, reading.organization(body), prize, where)
    for work in gift.works:
        yield _fact(reading, reading.tells_of_work(work), prize, where)


def _works(text: str, start: int) -> list[re.Match[str]]:
    """The works quoted one behind another: “甲”“乙”技术发明奖; a quoted honour is none."""
    found: list[re.Match[str]] = []
    while (work := _QUOTED.match(text, start)) is not None and not _HONOUR.match(text, work.end("name") - 1):
        found.append(work)
        joined = _JOINS_WORKS.match(text, work.end())
        start = joined.end() if joined is not None else work.end()
    return found


def _plain_work(text: str, start: int) -> list[re.Match[str]]:
    work = _PLAIN_WORK.match(text, start)
    return [work] if work is not None else []


def _rolled(text: str, start: int) -> tuple[tuple[tuple[str, str], ...], int] | None:
    """甲大学张三、乙大学李四|“…奖”, 张三、李四2名同志|…: a row all of whose parts are names with houses, and where it ends."""
    roll = _ROLL_OF_TITLED.match(text, start) or _ROLL_OF.match(text, start)
    if roll is None:
        return None
    parts = [_TITLED.sub("", part) for part in re.split(r"[、，,]|和(?=[^（(]*$)", roll["row"])]
    named = [named_in(part) for part in parts if part]
    people = tuple((one.name, one.house) for one in named if one is not None)
    sure = len(people) == len(parts) and (
        number(roll["n"]) == len(people) if roll["n"] else all(house or is_person(name) for name, house in people)
    )
    return (people, roll.end()) if sure else None


def _behind_titles(scene: Scene, start: int) -> list[Mention]:
    """The one person whom titles and houses lead to, the award right behind: 授予某院院士、某大学教授张三“…奖”."""
    clause = _CLAUSE_END.search(scene.text, start)
    people = scene.within(start, clause.start() if clause else len(scene.text), "Person")
    lead = scene.text[start : people[0].start] if people else ""
    return list(people[:1]) if lead and len(lead) <= _LONGEST_LEAD and not _NOT_APPOSED.search(lead) else []


def _giver_before(scene: Scene, reading: Reading, at: int) -> EntityRef | None:
    bodies = [one for one in scene.of("Organization") if one.end <= at]
    if not bodies or not _WHEN.fullmatch(scene.text[bodies[-1].end : at]):
        return None
    body = reading.organization(bodies[-1])
    return body if organization_kind(body.name) in ("society", "society_branch") else None


def _taken_by(scene: Scene, reading: Reading, match: re.Match[str]) -> Iterator[Assertion]:
    """某奖授予甲医院张三教授, 某奖由李四摘得, 某奖三等奖同时授予“…”."""
    if re.search("[将把]", match.group()):
        return  # 某学会将某奖授予张三 tells who gives it too
    people = people_from(scene, match.end()) or (_behind_titles(scene, match.end()) if not match["passive"] else [])
    bodies = [] if people else bodies_from(scene, match.end())
    works = _works(scene.text, match.end()) if not (people or bodies or match["passive"]) else []
    quoted = scene.text.rfind("“", match.start("award"), match.end())
    dated = re.search(r"(?:19|20)\d\d$", scene.text[: match.start("award")]) or _DATED.search(scene.text, *match.span("award"))
    start = dated.start() if dated is not None else match.start("award")
    prize = named_at(scene.text, quoted if quoted >= 0 else start)
    if not (people or bodies or works) or prize is None or prize.end > match.end() or _NOT_DONE.search(match["lead"]):
        return
    end = (people or bodies)[-1].end if not works else works[-1].end()
    if not (_BODY_TOOK if bodies else _TAKEN if match["passive"] == "由" else _ANY).match(scene.text, end):
        return
    prize = by_name(prize, reading)
    if prize is None:
        return
    where = scene.sentence.view.span(prize.start, end)
    for one in (*people, *bodies):
        who = reading.person(one.name) if one.label == "Person" else reading.organization(one)
        yield _fact(reading, who, prize, where)
    for work in works:
        yield _fact(reading, reading.tells_of_work(heal_name(work["name"])), prize, where)


def _fact(reading: Reading, who: EntityRef, prize: Prize, where: Span) -> Assertion:
    award = EntityRef(label="Award", name=prize.name)
    return reading.fact(GIVEN, who, "RECEIVED", award, where, year=prize.year or "", grade=prize.grade)

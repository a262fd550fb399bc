"""Awards that a text gives in other words than that somebody received them: 授予张三某奖, 某奖由张三摘得, 获得者是张三."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.lexicon import is_person, organization_kind
from ingest.mentions import Mention
from ingest.posts import ROLES
from ingest.prose.prizes import GRADE, QUOTED_WORK, Prize, is_bare, named_at
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import bodies_from, people_from, people_up_to
from ingest.rounds import is_any_givers
from kg.model import Assertion, EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["behind", "given"]

GIVEN = Rule("award_given")
"""授予张三某奖, 某奖授予甲医院张三教授, 某奖由张三摘得, 获得一等奖的是张三团队的“…”."""

_GIVES = re.compile("(?<!被)(?:授予|颁予|颁授|授给)了?(?!单位|点|权|学位)")
_TO_AWARD = re.compile(
    rf"(?:{ROLES}|等(?:[{HAN}\d]{{1,4}}[人位名项个](?:成果|项目|同志|专家|医生|医师|单位)?)?|[”》]|项目|成果|为|以|\s)*"
)
_CLAUSE_END = re.compile("[，,。；;]")
_NOT_APPOSED = re.compile("[“”《》]|(?:因|为表彰|以表彰|等)")
_LONGEST_LEAD = 40
_WHEN = re.compile(r"(?:近日|日前|特|决定|在[^，。；]{1,16}(?:上|中)|于[^，。；]{1,16}|正式|共同|联合|还|曾|(?:19|20)\d\d年)*")
_QUOTED = re.compile(QUOTED_WORK)
_AWARD_TO = re.compile(
    rf"(?:^|[，。；：,;])(?P<lead>[^，。；“”]{{0,10}}?)(?=[{HAN}“])(?P<award>[^，。；“”（）()]{{0,24}}(?:“[^“”]{{2,30}}”|奖|[特一二三]等奖))"
    r"(?:则|也|均|分别|最终)*(?:(?P<passive>由|花落|归属)|被?(?:授予|颁给|颁发给|颁授给?)(?:了)?)"
)
_HANDED = re.compile(
    rf"(?:将|把)(?:(?:本|首|该|第[{HAN}\d]{{1,4}})[届年]度?的?)?(?P<award>(?:(?:19|20)\d\d年度?)?(?:的)?“?[^，。；“”《》]{{2,30}}奖”?(?:{GRADE})?)(?:颁发|授予|颁给|颁授|授)(?:给|予)?了?"
)
"""决定将某奖授予张三."""
_HANDS_TO = re.compile(r"[为向给](?=[^，。；]{2,40}?(?:颁发|颁授|授予|颁予))")
_HANDS = re.compile(rf"(?:{ROLES}|\s)*(?:等[{HAN}\d]{{0,14}}?)?(?:正式|共同|现场|分别)*(?:颁发|颁授|授予|颁予)了?")
"""大会为张三教授颁发某奖."""
_OPENING_YEAR = re.compile(r"((?:19|20)\d\d)年(?:\d{1,2}月(?:\d{1,2}日)?)?[，,]")
_NAME_ALONE = re.compile(rf"(?P<name>[{HAN}]{{2,4}}?)(?:{ROLES})*(?=[，。；]|以表彰|$)")
_AS_WINNER = re.compile(
    r"(?:教授|研究员|院士|主任|医师|团队|同志|先生|女士)*(?:作为|是|为|系)(?P<award>[^，。；“”的]{3,30}奖)(?:获奖者|获得者|得主|获奖人)"
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
    rf"(?:^|[，。；：、“”\s—])(?P<award>(?:(?:19|20)\d\d年度?)?[{HAN}]{{3,28}}奖)(?:[特一二三]等奖)?(?:获得者|得主|获奖者|获奖人)(?:[—:：\s，]|分别|是|为|有)*"
)
"""某某突出贡献奖获得者——张三."""
_IS = re.compile(r"的(?:分别|还)?(?:是|有|为|包括)?")


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
    elif said.group() != "的" and not works:
        for person in people_from(scene, said.end()):
            yield _fact(reading, reading.person(person.name), prize, where)


def given(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """The awards that a sentence says were given to somebody."""
    if "授" in scene.text or "颁" in scene.text:
        for verb in _GIVES.finditer(scene.text):
            yield from _given_to(scene, reading, verb.end())
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
        for to in _HANDS_TO.finditer(scene.text):
            yield from _handed_to(scene, reading, to)
    if any(word in scene.text for word in ("授予", "颁", "花落", "归属", "由")):
        for match in _AWARD_TO.finditer(scene.text):
            yield from _taken_by(scene, reading, match)


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
    """某奖获得者张三."""
    prize = named_at(scene.text, match.start("award"))
    if prize is None or is_bare(prize.name):
        return
    several = match.group().endswith(("为", "是", "：", ":", "有"))
    for person in people_from(scene, match.end())[: None if several else 1]:
        where = scene.sentence.view.span(match.start("award"), person.end)
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


def _given_to(scene: Scene, reading: Reading, start: int) -> Iterator[Assertion]:
    """授予甲医院张三教授2023年度某奖; 授予“…”等6项成果某奖一等奖."""
    people = people_from(scene, start) or _behind_titles(scene, start)
    bodies = [] if people else bodies_from(scene, start)
    work = _QUOTED.match(scene.text, start) if not bodies else None
    end = bodies[-1].end if bodies else people[-1].end if people else work.end("name") if work else start
    gap = _TO_AWARD.match(scene.text, end)
    prize = named_at(scene.text, gap.end()) if gap and end > start else None
    if prize is None or is_bare(prize.name):
        return
    where = scene.sentence.view.span(start, prize.end)
    giver = _giver(scene, reading, start)
    if giver is not None:
        prize = _by_giver(prize, giver)
        yield reading.fact(GIVEN, EntityRef(label="Award", name=prize.name), "RUN_BY", giver, where)
    for person in people:
        yield _fact(reading, reading.person(person.name), prize, where)
    for body in bodies:
        yield _fact(reading, reading.organization(body), prize, where)
    if work is not None and not people:
        yield _fact(reading, reading.tells_of_work(heal_name(work["name"])), prize, where)


def _behind_titles(scene: Scene, start: int) -> list[Mention]:
    """The one person whom titles and houses lead to, the award right behind: 授予某院院士、某大学教授张三“…奖”."""
    clause = _CLAUSE_END.search(scene.text, start)
    people = scene.within(start, clause.start() if clause else len(scene.text), "Person")
    lead = scene.text[start : people[0].start] if people else ""
    return list(people[:1]) if lead and len(lead) <= _LONGEST_LEAD and not _NOT_APPOSED.search(lead) else []


def _giver(scene: Scene, reading: Reading, start: int) -> EntityRef | None:
    """The society that gives: the one named right before the verb."""
    verb = next((one for one in _GIVES.finditer(scene.text) if one.end() == start), None)
    return _giver_before(scene, reading, verb.start()) if verb is not None else None


def _giver_before(scene: Scene, reading: Reading, at: int) -> EntityRef | None:
    bodies = [one for one in scene.of("Organization") if one.end <= at]
    if not bodies or not _WHEN.fullmatch(scene.text[bodies[-1].end : at]):
        return None
    body = reading.organization(bodies[-1])
    return body if organization_kind(body.name) in ("society", "society_branch") else None


def _taken_by(scene: Scene, reading: Reading, match: re.Match[str]) -> Iterator[Assertion]:
    """某奖授予甲医院张三教授, 某奖由李四摘得."""
    if re.search("[将把]", match.group()):
        return  # 某学会将某奖授予张三 tells who gives it too
    people = people_from(scene, match.end()) or (_behind_titles(scene, match.end()) if not match["passive"] else [])
    bodies = [] if people else bodies_from(scene, match.end())
    quoted = scene.text.rfind("“", match.start("award"), match.end())
    dated = re.search(r"(?:19|20)\d\d$", scene.text[: match.start("award")])
    start = dated.start() if dated is not None else match.start("award")
    prize = named_at(scene.text, quoted if quoted >= 0 else start)
    if not (people or bodies) or prize is None or prize.end > match.end():
        return
    end = (people or bodies)[-1].end
    if not (_BODY_TOOK if bodies else _TAKEN if match["passive"] == "由" else _ANY).match(scene.text, end):
        return
    prize = replace(prize, name=reading.prize) if is_bare(prize.name) else prize
    where = scene.sentence.view.span(prize.start, end)
    for one in (*people, *bodies) if prize.name else ():
        who = reading.person(one.name) if one.label == "Person" else reading.organization(one)
        yield _fact(reading, who, prize, where)


def _fact(reading: Reading, who: EntityRef, prize: Prize, where: Span) -> Assertion:
    award = EntityRef(label="Award", name=prize.name)
    return reading.fact(GIVEN, who, "RECEIVED", award, where, year=prize.year or "", grade=prize.grade)

"""Who leads a grant and which institution hosts it, beside its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.lexicon import TITLES, is_person
from ingest.mentions import Mention
from ingest.prose.about import about
from ingest.prose.clauses import clause_start, subject_start
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import people_from
from kg.model import Assertion, EntityRef, Span
from kg.text import HAN

__all__ = [
    "OFFICES",
    "TITLE_WORD",
    "UNIT",
    "Told",
    "heads_in_turn",
    "in_its_sentence",
    "is_whose",
    "listed_leader",
    "of_the_projects",
    "of_whom",
    "whose",
]

LEADS = Rule("leads_grant")
"""张三主持某基金重点项目“某研究”, 张三主持的…“某研究”, “某研究”由张三牵头."""
HOSTS = Rule("hosts_grant")
"""由甲大学牵头承担的…“某研究”, 以甲研究所为依托单位的…“某研究”."""

OFFICES = "副校长|校长|副院长|院长|副所长|所长|副主任|主任|书记"
TITLE_WORD = "|".join(sorted(TITLES, key=len, reverse=True))
_TITLE = re.compile(rf"(?:{TITLE_WORD}|博士|本人|团队|课题组|{OFFICES}|[、])*")
_DOES = r"(?:领衔|牵头|主持|负责|承担|申报|申请|实施|完成|主导|领导|联合|共同)"
_LED = re.compile(
    r"(?:获得?(?=[^，。；]{4,30}资助)|获批|申请到|争取到|拿[到下]|中标|主持|负责|牵头承担|牵头|承担)(?:了|过|完成|并完成|在研)*"
)
_WINS = re.compile("获批|申请到|争取到|拿[到下]|中标")
_PRONOUN = re.compile("(?:^|[，。；由])[他她其]$")
"""他|申报的“…”."""
_TAKES_PART = re.compile("参与|参加|参研")
"""主持甲项目“…”，|参与乙课题“…”."""
_HIS_CLAUSE = re.compile(
    r"(?:.*[，。；])?(?:(?:19|20)\d\d年(?:度|\d{1,2}月)?|[次同去今当]年|[他她便又还曾就也于]|先后|成功|首次|再次|随后|此后|连续|喜)*$"
)
"""（张三…，）次年便|拿到了…: a clause without another who wins it (医院2031年|获批…)."""
_GETS = re.compile(
    r"(?:也|还|曾|先后|已|又|[于在]|(?:19|20)\d{2}年(?:度|\d{1,2}月)?|首次|成功|再次|[，,])*(?:获批?得?|得到)了?$"
)
_WINNER = re.compile(
    r"(?:[，,]?(?:也|还|曾|先后|已|又|首次|成功|再次|近日|日前|喜|荣|于|在|凭借|今年|去年|(?:19|20)\d{2}年(?:度|\d{1,2}月)?))*"
    r"(?:获批|获准|获得|获|得到|中标|斩获|申请到|拿到|拿下|摘得|争取到)(?:了|立项)?(?:一项|1项|首个)?(?:(?:19|20)\d{2}年?度?)?的?$"
)
"""张三教授（团队）成功|获批|某计划项目“某研究”: right behind the name, before the programme."""
_TOLD_HOST = re.compile("(?:牵头|依托|承担)单位")
_AS_HEAD_OF = re.compile(
    r"(?:作为|担任|任)(?:项目|课题)?(?:总?负责人|首席科学家|首席专家|主持人)[，,]?(?:承担|主持|牵头)(?:了|过)?$"
)
"""张三|作为课题负责人承担|某计划课题“某研究”."""
_NOTED = re.compile(r"[（(][^（）()]{2,40}[)）]$")
_SEVERAL = re.compile(r"[^，。；]{0,6}[、,，和与及][^，。；]{0,16}$")
_PAID_FOR = re.compile(r"\s*(?:项目|课题)?\s*(?:[（(][^（）()]{2,40}[)）])?的?(?:资助|支持|立项)")
"""张三曾于2031年获某基金“某研究”（31871902，55万元）|资助."""
_YEARS = r"(?:19|20)\d{2}(?:\s*[~～—\-至]+\s*(?:19|20)\d{2})?\s*年?度?"
_HAS = re.compile(
    rf"(?:[（(][^（）()]{{2,20}}[)）])?(?:(?:联合|携手|会同)[^，。；“”]{{2,40}}?(?:单位|机构|企业|医院|高校)?[，,]?)?"
    rf"(?:也|还|曾|先后|已|又|首次|再次|成功|近日|日前|喜|于|在|今年|去年|{_YEARS}|\d{{1,2}}月|作为牵头单位|独立|共同|[，,])*"
    rf"(?:获批|获准|获得立项|获得|中标|斩获|申请到|拿到|拿下|争取到|(?:牵头)?承担|(?:牵头)?主持|牵头(?:实施|开展)?)(?:了|过|立项)?(?:一项|1项|首个)?(?:{_YEARS})?的?"
)
"""甲大学|联合乙医院获批|某计划项目“某研究”: what stands between a house and the programme, or title, of what is its."""
_PRAISE = rf"(?:首个|首项|一项|该|[省市](?!级)|{_YEARS}|“[^“”]{{2,4}}”(?:期间)?|\s)*"
_WON_BY = re.compile(
    rf"(?:{_YEARS}|近日|日前|喜报|[，,：:])*(?:成功|再次|首次|又|共|累计|新)*(?:[获喜]获?批?得?|中标|斩获|立项)(?:了|批)?[^，。；“”]{{0,40}}?(?:项目|课题)[^。；“”]{{0,24}}(?:项目|课题)(?:名称|题目)?(?:为|是|[：:])$"
)
_WHOSE = re.compile(
    rf"(?:(?:作为|担任|任|为)(?:项目|课题)?(?:总?负责人|首席(?:科学家|专家)?|牵头人))?{_DOES}*的(?:[是为](?=$))?{_PRAISE}$"
)
_IS_HEAD = re.compile(rf"(?:{TITLE_WORD}|博士)*(?:同时|现|曾|还)?(?:为|是|系|担任|任|作为)[^，。；“”]{{0,40}}$")
_OF_WHICH_HEAD = re.compile(
    r"(?:项目|课题)?(?:[（(][^（）()]{2,40}[)）])?(?:这一?[项个]?[^，。；“”《》]{2,30})?的?(?<!子)(?:项目|课题)?的?(?:总?负责人|主持人|首席科学家|首席专家|牵头人|课题组长)(?=[，,。；、]|$)"
)
"""张三教授是“某研究”|项目负责人, 李四任“某研究”这一某基金重点项目的|首席科学家."""
_HEADS_IN_TURN = re.compile(r"(?:总?负责人|主持人|首席科学家|首席专家|牵头人)(?:依次|分别)(?:[为是]|[:：])+\s*")
"""“甲”“乙”两个项目，|首席科学家依次为|张三、李四."""
_WITH = re.compile(rf"[，,]?(?:于|{_YEARS}|\d{{1,2}}月|[去今同当]年|近日|日前|此前|首次|再次|成功|又|曾)*(?:以|凭借?)$")
_ALONE = re.compile(rf"(?:^|[，。；])(?P<name>[{HAN}]{{2,3}})$")
"""张三|凭借“某研究”课题拿下…: a name that is the clause's subject."""
_WINS_IT = re.compile(
    r"(?:为题)?(?:(?:申报|申请)的)?(?:项目|课题)?[，,]?(?:再次|首次|成功|顺利|连续)*(?:获批?|中标|入选|得到|申请到|拿[到下])(?!准?(?:上市|注册)|[^，。；]{0,24}奖)"
)
"""张三教授去年以“某研究”|获某基金资助."""
_BY_ONE = re.compile(rf"由(?P<who>[^，。；]{{2,40}}?)(?:领衔|牵头|主持|负责)[，,][^。；]{{2,100}}?{_DOES}的{_PRAISE}$")
_BY_HOUSE = re.compile(
    r"由(?P<who>[^，。；、“”]{2,40}?)(?:独立|共同)?(?:牵头|承担|主持|负责|组织|申报|实施)+[、，,](?:并?由)?[^，。；、“”]{2,40}$"
)
"""由甲大学牵头、张三教授担任首席科学家的…: the house beside the one of whom _WHOSE tells."""
_AS_HEAD = re.compile(r"以(?P<who>[^，。；]{2,40}?)(?:作为|为|任)(?:项目|课题)?(?:首席(?:科学家|专家)?|总?负责人|学术带头人)")
_LET_UNDERTAKE = re.compile(
    r"(?:批准|同意|委托)(?P<who>[^，。；“”]{3,40}?)(?:牵头|独立|组织)*(?:承担|实施)(?:的)?(?:项目|课题)?$"
)
_LEADS_TEAM = re.compile(
    r"(?:^|[，。；])(?P<who>[^，。；“”]{2,40}?)(?:带领|率领)(?:其|该)?(?:团队|课题组|项目组)?(?:开展|承担|实施)了?(?:项目|课题)?$"
)
_HOST_LABEL = re.compile(
    r"[^“”。]{0,60}?[，,；;、]\s*(?:项目|课题)?(?:依托|承担|牵头|牵头承担|主持)单位\s*(?:即|仍|均)?(?:[为是]|[:：])?\s*"
)
"""“…”，…，依托单位为甲大学, right behind the title's own facts."""
_AS_HOST = re.compile(
    r"(?:[以由](?P<by>[^，。；]{2,40}?)(?:作为|为)|(?:^|[，。；])(?P<who>[^，。；]{2,40}?)作为)(?:该|本)?(?:项目)?(?:的)?(?:第一|牵头|依托|承担|主持)+单位"
)
"""以甲大学为依托单位的…“某研究”, 甲大学作为牵头单位承担的…“某研究”."""
_AFTER = re.compile(
    r"(?:项目|课题)?(?:[，,]?\s*(?:该?(?:项目|课题))?|的负责人[^。；“”]{2,30}[改现])由(?P<who>[^，。；]{2,40}?)(?:领衔|牵头|主持|负责|承担|担任|担纲|挂帅)"
    r"|(?![^。；“”]{0,30}(?:会|开工|评审|考察))[^。；“”]{2,40}[，,](?:该?(?:项目|课题))?由(?P<later>[^，。；]{2,40}?)(?:具体|共同)?(?:领衔|牵头|负责|担任|承担|主持|担纲|挂帅)"
)
_LABELLED_LATER = re.compile(
    r"[^。；“”]{2,40}[，,、；;](?<!子)(?:(?:项目|课题)?[中我]方)?(?:项目|课题)?(?:总?负责人|主持人|首席科学家|首席专家|牵头人|承担人|主要研究者|(?<=课题)组长)\s*(?:[为是]|[:：])?\s*"
)
_LABELLED = re.compile(
    r"[”》]?(?:项目|课题)?\s*(?:[（(][^（）()]{1,40}[)）])?\s*[，,、；;]?\s*(?:的)?(?:项目|课题)?(?:总?负责人|主持人|首席科学家|首席专家|牵头人|承担人|主要研究者|(?<=课题)组长)\s*(?:[原现先]?[为是]|[:：])?\s*"
)
"""“…”（批准号…），主持人：张三; “…”负责人是李四."""
_TEAM_DOES = re.compile("(?:团队|课题组)(?:共同|牵头|主要|先后|成功)*(?:承担|主持|牵头|负责|获批)(?:承担)?了?(?:项目|课题)?$")
_TITLE_OPENS = re.compile("[“《]")
_HEADS_IT = re.compile(
    rf"(?:{TITLE_WORD}|博士|{OFFICES})*(?:(?:主持|牵头|领衔)(?=[，。；]|$)"
    r"|(?:为|任|是|系|担任|出任)(?:该|本)?(?:项目|课题)?的?(?:总?负责人|首席科学家|首席专家|主持人|牵头人)(?=[，。；]|$))"
)
_IS_HOST = re.compile(r"(?:作?为|是)(?:该|本)?(?:项目|课题)?的?(?:第一|牵头|依托|承担|主持)+单位(?=[，。；]|$)")
_HOUSED = re.compile(rf"[，,][{HAN}]{{3,24}}$")
"""，|甲医院放射科|张三为负责人."""
_PART_OF_IT = re.compile("子项目|子课题|分课题|课题[一二三四五六七八九十\\d]|任务")
UNIT = re.compile(rf"[{HAN}]{{2,10}}(?:学院|科|系|中心|部|所|室|专家)")
"""What may stand between the house of the head of a project and the name."""
_BRAND = 3
_HOSTS_KINDS = frozenset({"hospital", "university", "institute", "company"})
_THESE = re.compile(
    r"(?:这些|上述|以上|这[两三四五六七八九十\d]+[个项])(?:研发|研究|科研)?(?:项目|课题)(?:均|都|全部)?由(?P<who>[^，。；]{2,30}?)(?:牵头|承担|主持|负责)"
)


_NAME_AND_TITLE = re.compile(
    rf"(?<=[对是为院校系所科室部心人：])(?P<name>(?![由对是为与和])[{HAN}]{{2,3}})(?:{TITLE_WORD}|博士|院士)$"
)
"""A person where a title alone tells the name: the verb before it, or the house it is of, is no boundary elsewhere."""


_WARD_NAME_TITLE = re.compile(
    rf"(?:[{HAN}]{{1,10}}?(?:科|室|中心|部|系|所|院))?(?P<name>[{HAN}]{{2,3}}?)(?:{TITLE_WORD}|博士|院士)"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A grant in its sentence: where its programme (else its title) begins, and where its title begins and ends."""

    grant: EntityRef
    start: int
    title: int
    end: int


@dataclass(frozen=True, slots=True)
class _Who:
    """A person or an organisation, and where the name begins in its sentence."""

    ref: EntityRef
    start: int


def in_its_sentence(scene: Scene, reading: Reading, told: Told) -> Iterator[Assertion]:
    """LEADS and HOSTED_BY of a grant from the words before its programme or right behind its title."""
    yield from _stated(scene, reading, told, told.start, told.end, _before(scene, reading, told))
    after = _AFTER.match(scene.text, told.end)
    if after is not None:
        group = "who" if after["who"] else "later"
        yield from _stated(
            scene, reading, told, told.start, after.end(), _ending(scene, reading, after.start(group), after.end(group))
        )
    labelled = _LABELLED.match(scene.text, told.end) or _LABELLED_LATER.match(scene.text, told.end)
    headed = _labelled(scene, reading, labelled.end()) if labelled is not None else None
    if headed is not None:
        yield reading.fact(LEADS, headed[0], "LEADS", told.grant, scene.sentence.view.span(told.title, headed[1]))
    label = _HOST_LABEL.match(scene.text, told.end)
    home = scene.starting_at(label.end(), "Organization") if label is not None else None
    if home is not None:
        where = scene.sentence.view.span(told.title, home.end)
        yield reading.fact(HOSTS, told.grant, "HOSTED_BY", reading.organization(home), where)
    yield from _by_house(scene, reading, told)
    yield from _put_in_charge(scene, reading, told)
    host = _AS_HOST.search(scene.text, 0, told.start)
    if host is not None:
        yield from _stated(
            scene, reading, told, host.start(), told.end, _ending(scene, reading, *host.span("by" if host["by"] else "who"))
        )
    yield from _won_by(scene, reading, told)
    yield from _winner(scene, reading, told)
    yield from _heads_it(scene, reading, told)
    yield from _in_a_clause(scene, reading, told)
    yield from _of_team(scene, reading, told)
    led = next(reversed(list(_LED.finditer(scene.text, 0, told.start))), None)
    if led is None and _PAID_FOR.match(scene.text, told.end):
        led = _GETS.search(scene.text, 0, told.start)
    if led is not None and _WINS.match(led.group()) and not _HIS_CLAUSE.match(scene.text[: led.start()]):
        led = None
    if led is not None and _TAKES_PART.search(scene.text, led.end(), told.start):
        led = None
    leader = about(scene, reading, led.start()) if led and not headed and not _before(scene, reading, told) else None
    if led is not None and leader is not None:
        yield reading.fact(LEADS, leader, "LEADS", told.grant, scene.sentence.view.span(led.start(), told.end))


def _of_team(scene: Scene, reading: Reading, told: Told) -> Iterator[Assertion]:
    """张三教授团队承担了“某研究”项目."""
    said = _TEAM_DOES.search(scene.text[: told.start]) or _TEAM_DOES.search(scene.text[: told.title])
    one = _ending(scene, reading, 0, said.start()) if said is not None else None
    if one is not None and one.ref.label == "Person":
        yield from _stated(scene, reading, told, one.start, told.end, one)


def _in_a_clause(scene: Scene, reading: Reading, told: Told) -> Iterator[Assertion]:
    """“某研究”项目启动，甲大学为牵头单位，张三教授为负责人: whose it is, in clauses of their own before another title."""
    following = _TITLE_OPENS.search(scene.text, told.end)
    end = following.start() if following is not None else len(scene.text)
    for one in scene.within(told.end, end, "Person", "Organization"):
        said = (_HEADS_IT if one.label == "Person" else _IS_HOST).match(scene.text, one.end, end)
        opens = scene.text[one.start - 1] in "，,、" or _HOUSED.search(scene.text[told.end : one.start])
        if said is None or not opens or _PART_OF_IT.search(scene.text, told.end, one.start):
            continue
        ref = reading.person(one.name) if one.label == "Person" else reading.organization(one)
        yield of_whom(reading, told.grant, ref, scene.sentence.view.span(told.title, said.end()))


def _put_in_charge(scene: Scene, reading: Reading, told: Told) -> Iterator[Assertion]:
    """某厅批准甲大学承担“某研究”; 张三教授带领团队开展“某研究”."""
    for said, label in ((_LET_UNDERTAKE, "Organization"), (_LEADS_TEAM, "Person")):
        words = said.search(scene.text[: told.title]) or said.search(scene.text[: told.start])
        one = _ending(scene, reading, words.start("who"), words.end("who")) if words is not None else None
        if one is not None and one.ref.label == label:
            yield from _stated(scene, reading, told, one.start, told.end, one)


def _labelled(scene: Scene, reading: Reading, at: int) -> tuple[EntityRef, int] | None:
    """The one behind a leader's label, after a house and a ward or none, and the name's end: 负责人为|甲医院放射科张三."""
    house = scene.starting_at(at, "Organization")
    after = at if house is None else house.end
    unit = UNIT.match(scene.text, after)
    for begin in (at, after, unit.end() if unit is not None else at):
        people = people_from(scene, begin)
        if people:
            return reading.person(people[0].name), people[0].end
    titled = _WARD_NAME_TITLE.match(scene.text, after)
    known = titled is not None and is_person(titled["name"])
    return (reading.person(titled["name"]), titled.end("name")) if titled is not None and known else None


def _by_house(scene: Scene, reading: Reading, told: Told) -> Iterator[Assertion]:
    said = _WHOSE.search(scene.text[: told.start])
    by = _BY_HOUSE.search(scene.text[: said.start()]) if said is not None else None
    one = _ending(scene, reading, by.start("who"), by.end("who")) if by is not None else None
    if one is not None:
        yield from _stated(scene, reading, told, one.start, told.end, one)


def whose(scene: Scene, reading: Reading, end: int, said: re.Pattern[str] | None = None) -> EntityRef | None:
    """The person or body of whom the words before a place, or ``said`` there, tell that what follows is theirs."""
    verb = said.search(scene.text[:end]) if said is not None else None
    if said is not None:
        doer = _ending(scene, reading, 0, verb.start()) if verb is not None else None
        return doer.ref if doer is not None else None
    one = _before(scene, reading, Told(EntityRef(label="Grant", name=""), end, end, end))
    return one.ref if one is not None else None


def of_whom(reading: Reading, grant: EntityRef, one: EntityRef, where: Span) -> Assertion:
    """LEADS of a person, HOSTED_BY an organisation."""
    if one.label == "Person":
        return reading.fact(LEADS, one, "LEADS", grant, where)
    return reading.fact(HOSTS, grant, "HOSTED_BY", one, where)


def _won_by(scene: Scene, reading: Reading, told: Told) -> Iterator[Assertion]:
    """甲大学获批某项目1项，项目名称为“某研究”: the house that the sentence opens with."""
    house = scene.starting_at(subject_start(scene.text, 0), "Organization")
    if house is not None and house.kind in _HOSTS_KINDS and _WON_BY.match(scene.text[: told.title], house.end):
        where = scene.sentence.view.span(house.start, told.end)
        yield reading.fact(HOSTS, told.grant, "HOSTED_BY", reading.organization(house), where)


def _winner(scene: Scene, reading: Reading, told: Told) -> Iterator[Assertion]:
    """张三教授获批某计划项目“某研究”: the one person who stands before the verb; several may have won one each."""
    wins = _WINNER.search(scene.text[: told.start]) or _AS_HEAD_OF.search(scene.text[: told.start])
    noted = _NOTED.search(scene.text[: wins.start()]) if wins is not None else None
    end = noted.start() if noted is not None else wins.start() if wins is not None else 0
    one = _ending(scene, reading, 0, end) if wins is not None else None
    if one is None or one.ref.label != "Person":
        yield from _house_has(scene, reading, told)
        return
    before = scene.within(0, one.start, "Person")
    if not (before and _SEVERAL.fullmatch(scene.text, before[-1].end, one.start)):
        yield from _stated(scene, reading, told, one.start, told.end, one)


def _house_has(scene: Scene, reading: Reading, told: Told) -> Iterator[Assertion]:
    """甲大学（联合乙医院等）获批某计划“某研究”项目, 甲大学承担了“某研究”项目: the one house that the clause opens with."""
    for house in scene.within(0, told.start, "Organization") if not _TOLD_HOST.search(scene.text, told.end) else ():
        has = _HAS.match(scene.text, house.end)
        opens = subject_start(scene.text, clause_start(scene.text, house.start)) == house.start
        if opens and house.kind in _HOSTS_KINDS and has is not None and has.end() in (told.start, told.title):
            where = scene.sentence.view.span(house.start, told.end)
            yield reading.fact(HOSTS, told.grant, "HOSTED_BY", reading.organization(house), where)
            return


def _heads_it(scene: Scene, reading: Reading, told: Told) -> Iterator[Assertion]:
    """张三教授是“某研究”这一重点项目的负责人: the last person before the title, of whom it is said behind."""
    title = scene.text.find("“", told.title, told.end)
    of_it = next(
        (one for at in (told.end, scene.text.find("”", told.title) + 1) if (one := _OF_WHICH_HEAD.match(scene.text, at))), None
    )
    before = scene.within(0, max(title, told.title), "Person")
    if of_it is not None and before and _IS_HEAD.fullmatch(scene.text, before[-1].end, max(title, told.title)):
        where = scene.sentence.view.span(before[-1].start, of_it.end())
        yield reading.fact(LEADS, reading.person(before[-1].name), "LEADS", told.grant, where)


def heads_in_turn(scene: Scene, reading: Reading, grants: list[tuple[EntityRef, int]]) -> Iterator[Assertion]:
    """“甲”和“乙”两个项目，首席科学家依次为张三、李四: each project its own, where they are as many; each with its place."""
    said = _HEADS_IN_TURN.search(scene.text, grants[-1][1]) if len(grants) > 1 else None
    people = people_from(scene, said.end()) if said is not None else []
    for (grant, at), person in zip(grants, people, strict=False) if len(people) == len(grants) else ():
        where = scene.sentence.view.span(at, person.end)
        yield reading.fact(LEADS, reading.person(person.name), "LEADS", grant, where)


def listed_leader(scene: Scene, reading: Reading, told: Told) -> tuple[EntityRef, int] | None:
    """Whom a list names before a title (张三主持的“甲”), and where the name begins."""
    person = _before(scene, reading, told)
    return (person.ref, person.start) if person is not None and person.ref.label == "Person" else None


def is_whose(words: str) -> bool:
    """Whether words end by saying that what follows is somebody's project (…主持的)."""
    return bool(_WHOSE.search(words))


def of_the_projects(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """HOSTED_BY and LEADS of all the grants that the paragraph has told of: 这些项目均由甲公司牵头."""
    said = _THESE.search(scene.text)
    if said is None:
        return
    who = _ending(scene, reading, said.start("who"), said.end("who"))
    for grant in dict.fromkeys(reading.grants_here):
        told = Told(grant, said.start(), said.start(), said.end())
        yield from _stated(scene, reading, told, said.start(), said.end(), who)


def _before(scene: Scene, reading: Reading, told: Told) -> _Who | None:
    """The person or organisation of whom the words before a grant say that the grant is theirs."""
    for words in dict.fromkeys((scene.text[: told.start], scene.text[: told.title])):
        one, said = _BY_ONE.search(words) or _AS_HEAD.search(words), _WHOSE.search(words)
        last = _ending(scene, reading, one.end("who") if one else 0, said.start()) if said is not None else None
        if one is not None and (last is None or last.ref.label != "Person"):
            return _ending(scene, reading, one.start("who"), one.end("who"))
        if said is not None and last is None and _PRONOUN.search(words, 0, said.start()):
            meant = about(scene, reading, said.start())
            return _Who(meant, said.start() - 1) if meant is not None else None
        if said is not None:
            return last
    entered = _WITH.search(scene.text[: told.title]) if _WINS_IT.match(scene.text, told.end) else None
    if entered is None:
        return None
    alone = _ALONE.search(scene.text[: entered.start()])
    named = alone is not None and is_person(alone["name"])
    known = _ending(scene, reading, 0, entered.start())
    return _Who(reading.person(alone["name"]), alone.start("name")) if alone and named and known is None else known


def _ending(scene: Scene, reading: Reading, start: int, end: int) -> _Who | None:
    """The person, with or without a title, or else the organisation, whose name ends a stretch."""
    for one in reversed(scene.within(start, end, "Person", "Organization")):
        if one.end == end or (one.label == "Person" and _TITLE.fullmatch(scene.text, one.end, end)):
            ref = reading.person(one.name) if one.label == "Person" else _house(reading, one)
            return _Who(ref, one.start) if ref is not None else None
    titled = _NAME_AND_TITLE.search(scene.text, start, end)
    if titled is not None and is_person(titled["name"]):
        return _Who(reading.person(titled["name"]), titled.start("name"))
    return None


def _house(reading: Reading, one: Mention) -> EntityRef | None:
    """The institution; for a company's mere brand the one whose full name holds it, None where that is not told."""
    ref = reading.organization(one)
    if len(ref.name) > _BRAND:
        return ref
    whole = [body for body in reading.bodies.values() if ref.name in body.name and body.name != ref.name]
    return whole[0] if len(whole) == 1 else None


def _stated(scene: Scene, reading: Reading, told: Told, start: int, end: int, one: _Who | None) -> Iterator[Assertion]:
    if one is None:
        return
    yield of_whom(reading, told.grant, one.ref, scene.sentence.view.span(min(start, one.start), end))

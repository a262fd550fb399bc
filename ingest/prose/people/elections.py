"""Offices that people are elected or appointed to: who takes which, in the society named beside or before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import TITLES, organization_kind
from ingest.mentions import Mention
from ingest.prose.houses.of_title import titled_society
from ingest.prose.houses.parents import NTH, term_of
from ingest.prose.people.described import OFFICE, POST_WORDS, SOCIETIES
from ingest.prose.people.presided import called_for_short, only_society, presides
from ingest.prose.reading import Reading, Rule, Scene
from ingest.table.elected import elected_body
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read"]

ELECTED = Rule("elected")
"""选举产生了某分会第九届委员会。张三当选主任委员; 张三、李四当选某学会理事; 副主任委员由李四、王五担任."""

_TERM = r"(?:(?:新一[届任]|新任|首届|本届|第?[一二三四五六七八九十\d]+届)的?(?:(?:委员会|理事会)(?=[^，。；]))?)?"
_OFFICE = rf"(?:(?:上一?届)?{OFFICE}|副?总干事|(?:名誉|荣誉|学术|首席|特邀)*顾问)"
_OFFICES = rf"(?P<office>{_OFFICE}(?:[、兼]{_OFFICE})*)(?![会长])"
_TITLE = (
    rf"(?:{'|'.join(sorted(TITLES, key=len, reverse=True))}|博士|同志|"
    r"(?:常务)?副?(?:主任|院长|所长|校长|处长|书记|总经理|董事长|总裁|总监)(?!委员))*"
)
_NOTE = r"(?:[（(][^（）()]{2,30}[)）])?"
_NOTED = re.compile(rf"{_TITLE}{_NOTE}")
_HOW = (
    r"(?:在[^，。；]{4,40}?(?:换届|选举|改选)[^，。；]{0,6}?[上中]?[，,]?)?"
    r"(?:[两二三四五六七八九十\d]{1,2}[位名人](?:同志|教授|专家)?)?(?:等\s*[一二三四五六七八九十\d]*[位名人]?(?:专家|教授|同志|委员)?)?"
    r"(?:(?:应邀|受邀|到会|出席|作|做|发表|分享|带来)[^，。；]{0,14}?[，,]?并)?(?:同时|全票|一致|再次|成功|共同|分别|双双|顺利|光荣|正式|以?(?:高|全|多数|最高)票|被)*"
)
_TAKES = re.compile(
    rf"{_TITLE}{_NOTE}{_TITLE}{_HOW}(?P<verb>(?:当选|获选|入选|连任|续任|改任|接任|推选|推举|选举|补选|选)(?:成?为|为)?|(?:聘请|聘任|受聘|任命|增补|增选|聘|提名(?=为[^，。；]{{0,8}}秘书))(?:为|担任|任)|受聘(?=名誉|副|常务|主任委员|委员|理事|顾问)|(?:为|兼任|续任|担任|出任|荣任|任))了?(?:该|本)?{_TERM}"
)
_SURELY = re.compile("选|连任|续任|改任|接任|聘|任命|增补|提名")
_MAKES = re.compile(r"(?<!被)(?:增补|增选|补选|选举|推选|推举|聘任|聘请|聘|提名|任命)(?:产生)?了?")
_HONORARY = re.compile("名誉|荣誉|首席顾问|总干事")
"""Offices that are given where others are elected: 张三教授作报告并担任名誉主任委员."""
_MADE = re.compile(rf"{_MAKES.pattern}[^，。；]{{0,40}}$")
_ELECTION = re.compile(
    r"增补|增选|补选|(?<=[位名人])在[^，。；]{4,40}任职(?=[，。；]|$)|(?:组建|重组)(?:完成|完毕)|(?:分会|委员会|专委会|学组|协会|学会|联盟|协作组)(?:今日|近日|于[^，。]{0,8}|正式|在[^，。]{2,12})?(?:揭牌|宣告成立)|(?:组建|发起)了?[^，。；]{2,30}(?:联盟|协作组|协作网|学组|工作组|专家组)|成立了?[^，。；]{2,30}(?:学会|协会|分会|委员会|联盟|学组|协作组)|选举产生|选举|选出了?(?=[^，。；]{0,30}(?:理事会|委员会|监事会|领导|班子|负责人|主任委员|会长|理事长))|换届|改选|(?:学会|协会|分会|委员会|专委会|联盟|学组)于?[^，。]{0,10}成立"
)
_BY_OFFICE = re.compile(
    rf"(?:{_TERM}|(?:当选|获选|出任)的?){_OFFICES}(?:一职|职务)?的?(?:分别|依次|还)?"
    r"(?P<link>为[:：]?|是|由|有|[:：]|(?<=[员长事席委问任]) )$"
)
_OF_TERM = re.compile(
    rf"(?:产生|选出|成立)了?[^，。；]{{0,30}}?(?P<term>{NTH})[{HAN}]{{0,12}}(?:委员会|理事会|领导|班子|学组|分会|组织)"
)
"""选举产生了…第九届委员会: the term of those whom the text goes on to name."""
_OF_MEETING = re.compile(r"(?:大会|会议|论坛|年会|峰会|分会场|专场|研讨会)的?(?:名誉|荣誉|共同|执行)*$")
"""What stands before the 主席 of a meeting, who holds no office of the body that organises it: 大会|主席为张三."""
_BOARD = re.compile("(?:学术|专家|技术|科学|指导|咨询|顾问)委员会$")
_OF_BOARD = re.compile(
    r"(?:^|[，,。；;]|其中|(?P<board>(?:学术|专家|技术|科学|指导|咨询|顾问)委员会))的?(?:现任)?(?P<office>(?:名誉|执行|常务)?副?主任)(?:分别)?(?P<link>为|是|由|[:：])$"
)
"""学术委员会主任由张三担任，副主任由李四担任: a board's 主任, where others have 主任委员."""
_BOARD_HEADED = re.compile("(?:学术|专家|技术|科学|指导|咨询|顾问)委员会的?(?:名誉|执行|常务)?副?主任[，、；]")
_UNDER_HEAD = re.compile("(?P<of>)(?P<office>(?:名誉|执行|常务)?副?主任)(?=[，。；]|$)")
"""张三任甲中心专家委员会主任，李四、王五任|副主任."""
_CENTRE = re.compile(rf"质(?:量控制|控)(?:[{HAN}]{{2}})?中心$")
"""What people of many houses sit in beside their work: 某省放射质控中心挂靠甲医院，主任为张三."""
_ROW = re.compile(rf"\s*{_TITLE}{_NOTE}\s*(?:[、，,和与及]|以及)\s*")
_ROW_AT_HOME = re.compile(rf"{_ROW.pattern}(?:[{HAN}]{{2,10}}院)?")
_AFTER_NAMED = re.compile(
    rf"的?(?:(?P<young>青年委员会|青委会)|(?P<of>(?:本|该)?(?:学术委员会|专家委员会|委员会|理事会|学组|分会|专委会|学会|协会|联盟)))?{_TERM}{_OFFICES}"
)
_YOUNG = "青年委员会"
"""The committee of the young that a branch has beside its own."""
_AND = re.compile("[、，,]|和|及|以及|兼")
_AND_OFFICE = re.compile(rf"(?:和|及|以及|与)(?P<office>{_OFFICE})(?=[，,。；]|$)")
_IN_TURN = re.compile("分别|依次")
"""张三、李四|分别|当选主任委员和秘书长: each of the row in one of them."""
_EACH_OF = re.compile(
    rf"(?:这|上述|以上)?(?P<many>[两二三23])个(?P<noun>专业委员会|专委会|分会|学组|学会|协会|委员会)的?{_OFFICES}"
)
"""当选为两个专业委员会的主任委员, of those that the paragraph told of."""
_SHORT_NAME = re.compile(rf"(?:该|本)?(?P<name>[{HAN}]{{2,12}}?(?:分会|专委会|专业委员会|学组|联盟))(?={OFFICE})")
_LEARNED = re.compile("(?:学会|协会|研究会|促进会|联合会|联盟)$")
_ENDINGS = {"专委会": ("专委会", "专业委员会")}
"""How the names of those end that a noun may mean."""
_NUMBERS = {"两": 2, "二": 2, "2": 2, "三": 3, "3": 3}
_ENDS = re.compile(r"[，,。；;、（(]|的(?:议案|提案|提议|决定|建议|事项|决议|请示|报告)|$")
"""What may follow the office that somebody 为: 张三为委员, but 张三为委员代表颁发聘书."""
_EACH_BY_HOUSE = re.compile(r"(?:分别为?|依次为?|如下|包括|为)[:：]?[^，。；:：]*$")
_POSTS_BETWEEN = re.compile(rf"(?:[^，。；、:：]{{0,16}}(?:{POST_WORDS})|[^，。；、:：]{{0,8}}[科部室])?\s*")
_ONE_POST = re.compile(POST_WORDS)
_HEADS = re.compile(r"的?(?:副?(?:主任|院长|所长|校长|处长|书记|会长|理事长|秘书长|主任委员))?\s*")
_BESIDE = re.compile("《[^《》]*$|[是为]继[^，。；]*$")
"""What stands before a body whose election is not told: 《|某协会章程》, 这是继|某学会某专委会之后的又一个."""
_FIRST = re.compile(r"^(?:首届|第[一二三四五六七八九十\d]+届|现任)")
_APART = re.compile("(?:^|[，。；：、])(?:当选|获选)?$")
"""Where an office stands that only a blank parts from the name."""
_OPENS_LIST = re.compile("(?:(?:选举)?(?:结果|名单)(?:揭晓|如下|为|公布)*[，,：:]?|根据选举结果[，,]|其中[，,：:]?)?")
"""What may stand before the office that opens a sentence, and of which a heading or another paragraph tells the election."""
_REACH = 40


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """MEMBER_OF of those elected, in the order of the text; a society named beside an office is the one meant after it."""
    if _ELECTION.search(scene.text):
        named = [one for one in scene.of("Organization") if not presides(scene, one)]
        told = [reading.organization(one) for one in named if not _BESIDE.search(scene.text[: one.start])]
        societies = [body for body in told if organization_kind(body.name) in SOCIETIES]
        branches = [body for body in societies if organization_kind(body.name) == "society_branch"]
        short = called_for_short(scene, reading) if not branches else None
        societies, branches = ([short], [short]) if short is not None else (societies, branches)
        reading.electing = societies[-1] if societies else reading.electing or reading.society() or _congress(reading)
        society = societies[-1] if societies else None
        reading.elected = branches[-1] if branches else reading.elected or reading.society() or society or reading.electing
        if len(set(branches)) > 1 and len(_ELECTION.findall(scene.text)) > 1:
            reading.elected = reading.electing = None  # 甲分会换届，乙分会成立: which, a later sentence has to say
        term = _OF_TERM.search(scene.text)
        reading.elected_term = term["term"] if term is not None else "" if societies else reading.elected_term
    if "委员会" in scene.text:
        boards = [reading.organization(one) for one in scene.of("Organization") if _BOARD.search(one.name)]
        reading.electing = next((one for one in boards if not _BOARD.fullmatch(one.name)), reading.electing)
    done: set[Mention] = set()
    for person in scene.of("Person"):
        if person not in done:
            yield from _by_office(scene, reading, person, done)
        if person not in done:
            yield from _takes(scene, reading, person, done)


def _congress(reading: Reading) -> EntityRef | None:
    """The one society of which the text told so far: 某学会首届会员代表大会召开。会议选举产生了第一届理事会."""
    told = [body for body in reading.bodies.values() if _LEARNED.search(body.name)]
    return told[0] if len(told) == 1 else None


def _by_office(scene: Scene, reading: Reading, person: Mention, done: set[Mention]) -> Iterator[Assertion]:
    """主任委员由张三担任, 副主任委员为李四、王五."""
    homes = (one for one in scene.of("Organization") if one.end <= person.start)
    home = next((one for one in homes if _HEADS.fullmatch(scene.text, one.end, person.start)), None)
    start = _first_post(scene, home.start if home is not None else person.start)
    before = _BY_OFFICE.search(scene.text, max(0, start - _REACH), start)
    of_board = _OF_BOARD.search(scene.text, max(0, start - _REACH), start) if before is None else None
    body = _body(scene, reading, before) if before else _centre(scene, reading) or _board(reading, of_board)
    before = before or of_board
    if before is None or body is None or _of_meeting(scene, before):
        return
    row = [person, *_following(scene, person)]
    if _EACH_BY_HOUSE.search(scene.text, 0, start):
        row = [person, *_at_houses(scene, person)]
    elif before["link"] == "由" or _OPENS_LIST.fullmatch(scene.text, 0, before.start()):
        row = [person, *_at_houses(scene, person, marks="、和与及")]
    end = row[-1].end
    if before["link"] in ":：" and _TAKES.match(scene.text, end):
        return  # 张三当选主任委员：李四、王五|当选副主任委员
    if before["link"] == " " and not _APART.search(scene.text, 0, before.start()):
        return
    if before["link"] == "由" and not re.match(rf"{_TITLE}(?:分别|继续)?(?:担任|出任|任|连任|兼任|接任)", scene.text[end:]):
        return
    done.update(row)
    reading.electing = reading.electing or body
    for one in row:
        yield _member(scene, reading, one, body, before["office"], (before.start(), one.end))


def _of_meeting(scene: Scene, office: re.Match[str]) -> bool:
    return "主席" in office["office"] and _OF_MEETING.search(scene.text, 0, office.start("office")) is not None


def _first_post(scene: Scene, start: int) -> int:
    """Where the posts of a person begin who holds several: 甲院院士、|乙医院院长张三."""
    while scene.text[start - 1 : start] == "、":
        house = next((one for one in reversed(scene.of("Organization")) if one.end < start), None)
        if house is None or not _ONE_POST.fullmatch(scene.text, house.end, start - 1):
            return start
        start = house.start
    return start


def _takes(scene: Scene, reading: Reading, person: Mention, done: set[Mention]) -> Iterator[Assertion]:
    """张三、李四当选某分会副主任委员: the last of a row is followed by the verb."""
    takes = _TAKES.match(scene.text, person.end)
    if takes is None:
        return
    each = _EACH_OF.match(scene.text, takes.end())
    if each is not None:
        for society in _told_last(reading, each):
            yield _member(scene, reading, person, society, each["office"], (person.start, each.end()))
        return
    named = scene.starting_at(takes.end(), "Organization")
    own = _by_short_name(reading, scene.text, takes.end())
    named = None if own else named
    office = _AFTER_NAMED.match(scene.text, named.end if named else own or takes.end())
    if office is None and named is None and not own and _BOARD_HEADED.search(scene.text, 0, person.start):
        office = _UNDER_HEAD.match(scene.text, takes.end())
    centre = _centre(scene, reading) if office is None and named is None and not own else None
    if centre is not None and (held := _UNDER_HEAD.match(scene.text, takes.end())) is not None:
        done.add(person)
        yield _member(scene, reading, person, centre, held["office"], (person.start, held.end()))
        return
    honours = office is not None and reading.elected is not None and _HONORARY.match(office["office"])
    surely = honours or _SURELY.search(takes["verb"]) or _MADE.search(scene.text[: person.start])
    if office is None or not (surely or named is not None or own or reading.electing is not None):
        return
    if surely and named is None and reading.electing is None:  # what another paragraph told to be elected
        told = reading.elected or elected_body(reading.document, scene.sentence.view.offsets[0])
        reading.electing = told or titled_society(reading)
    if named is not None:
        reading.electing = reading.organization(named)
    if own:
        reading.electing = reading.elected or reading.electing
    body = reading.electing if named is not None or own else _of_office(reading, office["office"])
    if office.groupdict().get("young") and body is not None:
        body = EntityRef(label="Organization", name=body.name.removesuffix(_YOUNG) + _YOUNG)
    if takes["verb"] == "为" and not _ENDS.match(scene.text, office.end()):
        return
    if office["of"] and (body is None or not body.name.endswith(_ENDINGS.get(of := office["of"].lstrip("本该"), of))):
        return
    if body is None or organization_kind(body.name) not in SOCIETIES:
        return
    made = max((one.end() for one in _MAKES.finditer(scene.text, 0, person.start)), default=0)
    row = [one for one in _row(scene, person) if one.start >= made]
    done.update(row)
    further = _AND_OFFICE.match(scene.text, office.end())
    roles = [*re.split("[、兼]", _FIRST.sub("", office["office"])), *([further["office"]] if further is not None else [])]
    if _IN_TURN.search(takes.group()) and (len(roles) > 1 or _another(scene, office.end())):
        for one, role in zip(reversed(row), roles, strict=True) if len(row) == len(roles) else ():
            yield _member(scene, reading, one, body, role, (one.start, office.end()))
        return
    for one in row:
        yield _member(scene, reading, one, body, office["office"], (one.start, office.end()))
    yield from _also(scene, reading, row, office.end())


def _another(scene: Scene, at: int) -> bool:
    """Whether the office in a further society is told right here."""
    gap = _AND.match(scene.text, at)
    named = scene.starting_at(gap.end(), "Organization") if gap is not None else None
    return named is not None and organization_kind(named.name) in SOCIETIES


def _also(scene: Scene, reading: Reading, row: list[Mention], at: int) -> Iterator[Assertion]:
    """当选甲分会委员、|乙专委会常务委员: the further societies of the row, each with its office."""
    while (gap := _AND.match(scene.text, at)) is not None:
        named = scene.starting_at(gap.end(), "Organization")
        office = _AFTER_NAMED.match(scene.text, named.end) if named is not None else None
        if named is None or office is None or organization_kind(named.name) not in SOCIETIES or office["of"]:
            return
        for one in row:
            body = reading.organization(named)
            yield _member(scene, reading, one, body, office["office"], (one.start, office.end()))
        at = office.end()


def _by_short_name(reading: Reading, text: str, at: int) -> int:
    """Where the words end by which the body whose election is told is called for short (新一届内科学分会), 0 for none."""
    short = _SHORT_NAME.match(text, at)
    body = reading.elected or reading.electing
    ending = re.sub("学(?=[^学]*$)", "学?", short["name"]) if short is not None else ""
    return short.end() if short is not None and body is not None and re.search(f"{ending}$", body.name) else 0


def _told_last(reading: Reading, each: re.Match[str]) -> list[EntityRef]:
    """The societies of a noun that the paragraph told of last, as many as are said; none where it told of fewer."""
    here = {body for _, body in reading.here}
    told = [body for body in reading.bodies.values() if body in here and body.name.endswith(each["noun"])]
    many = _NUMBERS[each["many"]]
    return told[-many:] if len(told) >= many else []


def _of_office(reading: Reading, office: str) -> EntityRef | None:
    """The body whose election is told: a 主任委员 heads a committee, so that a society named beside is not meant."""
    body = reading.electing
    of_society = body is not None and organization_kind(body.name) == "society"
    branch = next(
        (one for one in (reading.elected, reading.society()) if one and organization_kind(one.name) == "society_branch"), None
    )
    return branch or body if of_society and "主任委员" in office else body


def _body(scene: Scene, reading: Reading, office: re.Match[str]) -> EntityRef | None:
    """The society whose office is told: the one named right before it, else the one whose election is told."""
    end = office.start()
    named = scene.ending_at(end, "Organization")
    if named is not None and (body := reading.organization(named)) and organization_kind(body.name) in SOCIETIES:
        reading.electing = body
    told = reading.electing or only_society(scene, reading, end)
    opens = told is None and office["link"] != " " and _OPENS_LIST.fullmatch(scene.text, 0, end) is not None
    return reading.elected or elected_body(reading.document, scene.sentence.view.offsets[0]) if opens else told


def _board(reading: Reading, told: re.Match[str] | None) -> EntityRef | None:
    """The board that the text told of, where its 主任 is told of; the noun beside that, if any, is the end of its name."""
    body = reading.electing if told is not None else None
    fits = body is not None and _BOARD.search(body.name) and (not told or body.name.endswith(told["board"] or ""))
    return body if fits else None


def _centre(scene: Scene, reading: Reading) -> EntityRef | None:
    """The centre of quality control that a sentence opens with."""
    first = next(iter(scene.of("Organization")), None)
    return reading.organization(first) if first is not None and first.start == 0 and _CENTRE.search(first.name) else None


def _member(
    scene: Scene, reading: Reading, person: Mention, body: EntityRef, office: str, extent: tuple[int, int]
) -> Assertion:
    roles = tuple(re.split("[、兼]", _FIRST.sub("", office)))
    own = body in (reading.elected, reading.electing)
    term = term_of(scene.text[slice(*extent)]) or (reading.elected_term if own else "")
    where = scene.sentence.view.span(*extent)
    return reading.fact(ELECTED, reading.person(person.name), "MEMBER_OF", body, where, role=roles, term=term)


def _following(scene: Scene, first: Mention) -> Iterator[Mention]:
    """The people of a row after this one."""
    at = first
    while (gap := _ROW.match(scene.text, at.end)) is not None:
        after = scene.starting_at(gap.end(), "Person")
        if after is None:
            return
        yield after
        at = after


def _at_houses(scene: Scene, first: Mention, *, marks: str = "") -> Iterator[Mention]:
    """The people of a row, parted by ``marks``, each perhaps behind house and post: 甲医院院长张三，|乙医院副院长李四."""
    end = first.end
    for person in scene.of("Person"):
        noted = _NOTED.match(scene.text, end)
        past = noted.end() if noted is not None else end
        houses = [one for one in scene.of("Organization") if one.start >= past and one.end <= person.start]
        opens = houses[0].start if houses else person.start
        posted = not houses or _POSTS_BETWEEN.fullmatch(scene.text, houses[0].end, person.start)
        parted = not marks or set(scene.text[end:opens]) & set(marks)
        if person.start > end and posted and parted and _ROW.fullmatch(scene.text, end, opens):
            yield person
            end = person.end


def _row(scene: Scene, last: Mention) -> list[Mention]:
    """The people of a row up to this one, each perhaps after an institution."""
    found = [last]
    people = scene.of("Person")
    for before in reversed(people[: people.index(last)]):
        end = found[-1].start
        home = next(
            (one for one in scene.of("Organization") if one.start >= before.end and _HEADS.fullmatch(scene.text, one.end, end)),
            None,
        )
        if not _ROW_AT_HOME.fullmatch(scene.text, before.end, end if home is None else home.start):
            break
        found.append(before)
    return found

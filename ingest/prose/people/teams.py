"""People and where they work, what teams work on, offices that people hold in societies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import TITLES, is_position, is_title, organization_kind
from ingest.mentions import Mention
from ingest.names import DEPARTMENT
from ingest.posts import ROLES
from ingest.prose.about import wished
from ingest.prose.houses.parents import town_in
from ingest.prose.people.described import CAMPUS, SOCIETIES, described, employer_of, position_after
from ingest.prose.people.of_opening_house import at_opening_house
from ingest.prose.people.staff import at_house_told
from ingest.prose.phrases import MASK, listed, masked_notes, technology
from ingest.prose.reading import FUND, Reading, Rule, Scene, row
from ingest.prose.technology.makers import MADE, by_whom, launched, object_at, works_on
from ingest.prose.technology.models import model_in
from kg.model import Assertion, EntityRef, Fact

__all__ = ["read"]

TEAM_OF = Rule("team_of_organization")
"""甲大学(的)张三团队, 甲医院李四教授."""
TEAM_MAKES = Rule("team_makes")
"""张三团队研制(的)…系统."""
ORGANIZATION_MAKES = Rule("organization_makes")
"""甲公司研发了…设备."""
SAME_TEAM_MAKES = Rule("same_team_makes")
"""该团队…; a later clause that says what the team named before made."""
POST_IN_NAMED = Rule("post_in_named")
"""科室主任张三: the department that the document named last."""
SAME_HOUSE = Rule("same_house")
"""甲大学博士后张三与同校教授李四."""

_STUDENTS = ("博士研究生", "硕士研究生", "博士生", "硕士生", "博士后")
_TITLE = re.compile("|".join(sorted((*TITLES, *_STUDENTS), key=len, reverse=True)))
_TITLES = re.compile(rf"(?:{_TITLE.pattern})(?:[、,，/兼和]*(?:{_TITLE.pattern}))*")
_UNIT = r"(?:[^\W\d和与及在由为对向将设建办访赴到来至是有请聘给等的]{1,10}(?:科|系|室|中心|学院|研究所|课题组|部|处))?"
"""A unit of the house, between it and the name."""
_BETWEEN = re.compile(
    rf"[)）]?(?:的(?=[^，。；]{{2,8}}[科室]))?{_UNIT}(?:的|\s|[（(](?:[^（）()]{{2,16}}|[A-Za-z&,.’'\- ]{{2,60}})[）)]"
    rf"|、(?:项目|课题)?(?:负责人|首席科学家|总工程师|总设计师)|(?:著名|知名|资深)?[^\W\d和与及在由为对向将请邀聘等的]{{0,10}}(?:专家|学家)|(?:科研|研究|研发|核心|骨干)?(?:团队|课题组|研究组|项目组)(?:骨干|核心)?成员|(?:党委|纪委|党组|副|名誉|特聘|讲席)*{ROLES}|(?:博士|硕士)生|(?:\d{{2,4}}级)?(?:学生|学员|本科生|研究生)(?:党员)?)*"
)
_HOME_NOTED = re.compile(rf"(?:{ROLES})*\s*[（(]")
"""A bracket behind a name, whose house is not the one that stands before a row."""
_BLANK = re.compile(r"\s(?![^（(]*[）)])")
"""What parts the cells of a row that lost its table; before a name in Chinese characters, prose has none."""
_ROLE = re.compile(ROLES)
_NOTES = re.compile(r"[（(][^（）()]*[)）]")
_THEIR_WORK = r"(?:(?:牵头|主持|领衔|负责)(?:完成|承担|申报)?的[“《][^“”《》]{4,60}[”》])?"
_IN_A_ROW = re.compile(rf"(?P<title>{ROLES})?{_THEIR_WORK}[、和及与](?P<next>{ROLES})?")
_CLOSES_TITLED = re.compile(rf"(?:{ROLES})+(?:团队|课题组)?[)）]")
_LED_BY = re.compile(rf"(?:{ROLES})?为(?:首|代表|带头人|核心|负责人)的?")
_TEAM = re.compile(
    rf"(?:\s|等|及其|\[[\d,，\-–]+\])*(?:{ROLES}|、)*(?:[（(][^（）()]{{4,30}}[)）](?=团队|课题组|研究组))?(?:领衔的?|带领的?|牵头的?|率领的?|领导的?|的)*(?:(?<=[领衔头导的])[^，。；：、的了在于与和及对将向为加\d]{{1,10}}?(?=团队|课题组|研究组|项目组))?(?:科研|研究|创新|课题)?(?:团队|课题组|研究组|项目组|小组)?(?:\[[\d,，\-–]+\])?"
)
_MAKES = re.compile(
    rf"(?:(?:自|从|于|在)?(?:[、和与]?(?:19|20)\d\d年(?:\d{{1,2}}月)?(?:上半年|下半年|[初底末])?)+(?:起|以来|就|便)?|(?:\d{{1,2}}月)?\d{{1,2}}日|(?:对外)?宣布[，,]|[投斥出]资[^，。；]{{2,14}}?元|投入[^，。；]{{2,14}}?元|耗资[^，。；]{{2,14}}?元|开始|着手|启动|分别|又|还|相继|陆续|最终|终于|历时[^，]{{1,8}}[，,]?|联合[^，。]{{0,30}}?(?:攻关[，,]?)?|成功|率先|自主|首次|共同|合作|携手|协作|已|先后|在国际上|在国内|在[^，。；]{{2,16}}(?:领域|方面)|基于[^，。；]{{2,24}}?)*(?P<verb>{MADE}|实现)(?P<done>出|了|成功|并)*(?P<of>的)?"
)
_SHOWS = re.compile(
    r"(?:也|还|此次|本次|携|在[^，。；]{2,16}(?:上|中|会|展)|首次|重磅|正式|今日|近日|日前|[，,])*(?P<verb>展出|展示|发布|带来)(?P<done>了)?(?P<of>的)?"
)
"""What only a firm does with what it makes: 甲公司展出乙."""
_LATER = re.compile(
    rf"(?:[，,、；;]|并|从而|同时|还|又|进而|、)\s*(?:(?:于|在)?(?:[、和与]?(?:19|20)\d\d年(?:\d{{1,2}}月)?)+|分别|先后|相继|陆续|又|还|最终|终于|率先|首次|自主|成功|进一步|主持|领导|牵头|带领团队)*(?P<verb>{MADE}|展出|展示)(?P<done>出|了|成功)*(?P<of>的)?"
)
_BROUGHT = re.compile(r"的(?P<about>(?:国产|产业|商品|自主|实用|小型|临床转|成果转)化)(?=$|[，。；])")
"""实现了…的国产化: what was brought about says more than the verb."""
_STOPPED = re.compile(
    r"[,，](?!\s*(?:[A-Z][A-Za-z\-/]{1,10})(?:[,，、和]|等))|[。；;：]|(?:能够|可以|上市|获批|取得|问世|亮相|获准|可实现|可(?![视穿佩编吸注降激见调移携折拆弯重])|已(?=[^知])|近日|日前|实现(?!方法)|解决|成功|首次|(?<!适)用于|应用于|获|通过|是(?!以)|也是|不仅|并(?!行)|(?<![行成作称因])为(?=[^核中基])|把(?!手|握)|将(?!来|军)|(?<![规原法准守细])则|使(?!用|能|者)|令|让)"
)
_IN_FIELD = re.compile(r"在([^，。；在]{2,14}?)(?:领域|方面)")
_SAME_TEAM = re.compile(
    r"^(?:该|这一|上述)(?:团队|课题组|研究组)|^(?:研究|科研|课题)?(?:团队|人员|课题组)(?=[^，。]{0,8}(?:研|开发|提出|发明|建立|构建|首次|成功))|^(?:其|他们|她|他)(?:团队|还|又|研|开|提)"
)
_OF_FIRM = (
    r"(?:(?:联合)?创始人|(?:副|执行)?(?:董事长|总裁|总经理)|首席[\u4e00-\u9fff]{2}官"
    r"|(?:研发|市场|产品|技术|医学|销售|运营|战略|学术)(?:副总裁|总监))"
)
"""公司|市场总监张三."""
_POST = re.compile(
    r"(?:^|(?<=[，。；、,;“”：据]))(?P<noun>科室|我科|科|中心|医院|公司|研究所|实验室|学院|研究院)"
    rf"(?:(?<=公司)(?P<firm>{_OF_FIRM}(?:[、兼]{_OF_FIRM})*)(?=$)|(?:研发中心|影像中心|技术|常务|执行)?"
    r"(?:副)?(?:主任|院长|所长|总经理|董事长|总工程师|首席科学家|负责人)(?=为?$))"
)
_HOUSES_THEMSELVES = frozenset({"医院", "公司", "研究所", "学院", "研究院"})
"""Nouns before a post that mean the whole house, so that they are no part of the post: 医院|副院长张三."""
_OUR_UNIT = re.compile("[我本该](?:院|校|所|中心)(?:[^，。；]*[、及和与])?$")
"""What stands before a unit of the house that speaks, whose own name the unit's is not."""
_THAT_HOUSE = re.compile(
    rf"[该我本](?P<noun>院|校|所|科|中心|公司|实验室|科室)的?(?P<learns>{'|'.join(_STUDENTS)}|(?:[^\W\d的和与及在由]{{1,9}}(?:科|部|室|系|中心|处))?(?:{ROLES}|专家))?$"
)
"""该公司|高级工程师张三, 该院放射科|主任李四: a house told by its kind, and what the one who follows is there."""
_SAME_HOUSE = re.compile(rf"同(?P<noun>院|校|所)的?(?:{ROLES}|博士生|硕士生|研究生|的)*$")
"""同校博士生张三: of the house that the sentence told last."""
_KINDS_OF = {"院": ("hospital", "institute"), "校": ("university",), "所": ("institute",)}
_AND_OTHERS = re.compile(
    r"(?:[（(][^（）()]{1,16}[)）])?(?:等(?:多家)?(?:单位|机构|企业|公司|高校)?)?(?:的?(?:科研|研究|研发|技术|创新|医工|联合)*(?:团队|人员|课题组|科学家|专家|工作者))?"
)
_STUDIED = re.compile("(?:毕业于|就读于|考入|考取|求学于|肄业于|留学于?|师从于?)(?:了|原|当时的)?$")
"""毕业于甲大学的张三: where somebody studied."""
_ACADEMY = re.compile("(?:科学院|工程院|皇家学会)$")
"""Whose members are employed elsewhere."""
_WARD = re.compile(r"[^\W\d省市县区]{1,6}科疾病(?:诊疗|诊治|治疗|医疗)?中心")
"""儿科疾病诊疗中心: a ward of whichever house is told, that says of itself no more than what it treats."""
_BUREAU_UNIT = re.compile(r"(?!办|局|处)[^\W\d和与及在由]{2,8}?[处司局室](?!长)")
"""An office of an authority, before its people: 省科技厅|基地处|张三."""
_MAKERS = ("company", "university", "institute", "hospital", "laboratory", "department")
_OF_TWO = re.compile("(?:分别|共同)*代表(?:合作|签约)?(?:双方|各方|各自|两[院校家])")
"""甲医院副院长张三、李四|代表双方签字: each is of another house."""
_OF_SOCIETY = re.compile(r"(?:常务|执行|名誉|候任)?副?(?:组长|主任委员|主委|会长|理事长|秘书长)")
"""What somebody is in a society, not at the house of the one before in a row: 甲医院副院长张三教授和|李四组长."""
_NOT_EMPLOYERS = (*SOCIETIES, "government", "funder")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """AFFILIATED_WITH, WORKS_ON and MEMBER_OF of a sentence."""
    for person in scene.of("Person"):
        if _OF_TWO.match(scene.text, person.end) and _first_of_row(scene, person) != person.start:
            continue
        stated = described(scene, reading, person)
        if any(
            isinstance(one, Fact) and DEPARTMENT.fullmatch(one.object.name) for one in stated
        ):  # 甲医院引进…，超声中心主任张三
            stated = list(at_house_told(scene, reading, person)) or stated
        yield from stated or _affiliation(scene, reading, person)
    yield from _works(scene, reading)


def _affiliation(scene: Scene, reading: Reading, person: Mention) -> Iterator[Assertion]:
    noted = _HOME_NOTED.match(scene.text, person.end)
    if noted is not None and scene.starting_at(noted.end(), "Organization") is not None:
        return
    home = _home(scene, person) or _led(scene, person) or _around(scene, person)
    home = None if home is not None and _WARD.fullmatch(home.name) else home
    if home is not None and (_STUDIED.search(scene.text, 0, home.start) or CAMPUS.fullmatch(home.surface)):
        return
    if home is None:
        told = list(_meant_home(scene, reading, person)) or list(at_house_told(scene, reading, person))
        yield from told or at_opening_house(scene, reading, person)
        return
    ours = home.surface[0] in "我本"
    if not ours and home.end <= person.start and town_in(home.name) is None and _of_ours(scene, home):
        return
    organization = reading.organization(home)
    if _ACADEMY.search(organization.name) and scene.text.startswith("院士", home.end):
        return
    kind = organization_kind(organization.name)
    office = kind == "government" and _BUREAU_UNIT.match(scene.text, home.end) is not None
    if (kind in _NOT_EMPLOYERS and not office) or organization.name.startswith(FUND):
        return
    alone = not any(home.end <= one.start and one.end <= person.start for one in scene.of("Person"))
    if not alone and _OF_SOCIETY.match(scene.text, person.end):
        return
    employer = employer_of(organization)
    title = _TITLES.match(scene.text, person.end) or _TITLES.fullmatch(
        scene.text, home.end, person.start - scene.text.startswith("的", person.start - 1)
    )
    where = scene.sentence.view.span(min(home.start, person.start), max(person.end, title.end() if title else 0))
    ref = reading.person(person.name, employer.name)
    post = organization.name.removeprefix(employer.name) + _NOTES.sub("", scene.text[home.end : person.start]).strip("的 ")
    before = post if alone and is_position(post) and not is_title(post) else ""
    position = before or position_after(scene.text, person.end, post if alone else "")
    yield reading.fact(TEAM_OF, ref, "AFFILIATED_WITH", employer, where, title=_joined(title), position=position)


def _of_ours(scene: Scene, home: Mention) -> bool:
    """Whether a unit is told as one of the house that speaks (我院甲科、乙科), with nobody named in between."""
    ours = _OUR_UNIT.search(scene.text[: home.start])
    return ours is not None and not scene.within(ours.start(), home.start, "Person")


def _told_before(scene: Scene, reading: Reading, noun: re.Match[str]) -> EntityRef | None:
    """The house of a noun's kind that the sentence names last before it: 中心依托甲医院设立，主任由该院…."""
    kinds = _KINDS_OF.get(noun["noun"], ())
    houses = [employer_of(reading.organization(one)) for one in scene.of("Organization") if one.end <= noun.start()]
    return next((one for one in reversed(houses) if organization_kind(one.name) in kinds), None)


def _meant_home(scene: Scene, reading: Reading, person: Mention) -> Iterator[Assertion]:
    """科室主任张三主任医师, after a department was named: where the office is said by a noun alone."""
    before = scene.text[: _first_of_row(scene, person)]
    if (same := _SAME_HOUSE.search(before)) is not None:
        yield from _at_same(scene, reading, person, same)
        return
    post = _POST.search(before) or _THAT_HOUSE.search(before)
    ours = post is not None and post.group().startswith(("我", "本"))
    that = _told_before(scene, reading, post) if post is not None and post.re is _THAT_HOUSE else None
    later = {reading.organization(one).name for one in scene.of("Organization") if one.start >= person.end}
    body = reading.own if ours else that or reading.meant(post["noun"], later) if post else None
    if post is None or body is None or organization_kind(body.name) in SOCIETIES:
        return
    if post.groupdict().get("firm") and len({one for one in reading.bodies if organization_kind(one) == "company"}) > 1:
        return  # of which of them
    employer = employer_of(body)
    title = _TITLES.match(scene.text, person.end)
    where = scene.sentence.view.span(post.start(), title.end() if title else person.end)
    ref = reading.person(person.name, employer.name)
    before = "" if post.re is _THAT_HOUSE else post.group().strip("，,。、 ")
    if before and post["noun"] in _HOUSES_THEMSELVES and employer == body:
        before = before.removeprefix(post["noun"])
    learns = post.groupdict().get("learns") or ""
    told = learns if learns and is_position(learns) and not is_title(learns) else ""
    position = before or told or position_after(scene.text, person.end)
    called = _joined(title) or ("" if told or learns.endswith("专家") else learns)
    yield reading.fact(POST_IN_NAMED, ref, "AFFILIATED_WITH", employer, where, title=called, position=position)


def _first_of_row(scene: Scene, person: Mention) -> int:
    """Where the first name stands of the bare row that a name stands in: 该院的|张三、李四."""
    start = person.start
    while scene.text[start - 1 : start] in ("、", "和") and (before := scene.ending_at(start - 1, "Person")) is not None:
        start = before.start
    return start


def _at_same(scene: Scene, reading: Reading, person: Mention, same: re.Match[str]) -> Iterator[Assertion]:
    """同校博士生张三: at the house of that kind that the sentence named last before."""
    if (house := _told_before(scene, reading, same)) is not None:
        title = _TITLES.match(scene.text, person.end) or _TITLE.search(same.group())
        where = scene.sentence.view.span(same.start(), person.end)
        ref = reading.person(person.name, house.name)
        yield reading.fact(SAME_HOUSE, ref, "AFFILIATED_WITH", house, where, title=_joined(title))


def _joined(title: re.Match[str] | None) -> str:
    return re.sub("[，,、/兼和]+", ",", title.group()) if title else ""


def _home(scene: Scene, person: Mention) -> Mention | None:
    """The organisation right before the name; people in a row (甲医院张三、李四教授) share it."""
    end = person.start
    while True:
        for organization in scene.of("Organization"):
            gap = scene.text[organization.end : end]
            if organization.end <= end and _BETWEEN.fullmatch(gap) and not (_BLANK.search(gap) and person.name[0] > "z"):
                return organization
        row = (one for one in scene.of("Person") if one.end < end and _in_a_row(scene, one, end, person))
        before = next(row, None)
        if before is None:
            return None
        end = before.start


def _led(scene: Scene, person: Mention) -> Mention | None:
    """以张三院士为首的甲大学团队: the organisation that follows."""
    led = _LED_BY.match(scene.text, person.end)
    after = (
        scene.starting_at(led.end(), "Organization") if led and scene.text[person.start - 1 : person.start] == "以" else None
    )
    return after if after is not None and re.match("[^，。；]{0,6}团队", scene.text[after.end :]) else None


def _around(scene: Scene, person: Mention) -> Mention | None:
    """甲医院（张三教授）: the organisation before the bracket that holds a name with a title and nothing else."""
    opens = person.start - 1
    alone = scene.text[opens : person.start] in ("（", "(") and _CLOSES_TITLED.match(scene.text, person.end)
    return scene.ending_at(opens, "Organization") if alone else None


def _in_a_row(scene: Scene, one: Mention, end: int, last: Mention) -> bool:
    """Whether a person and what goes on from there share a house; who has a title shares it with none who has not."""
    between = _IN_A_ROW.fullmatch(scene.text, one.end, end)
    if between is None or not between["title"]:
        return between is not None
    return last.name[0] > "z" and (between["next"] is not None or _ROLE.match(scene.text, last.end) is not None)


def _works(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """What the team of the sentence made; the team stays known for the sentences after it."""
    passive = list(by_whom(scene, reading))
    for made in passive:
        for who in made.makers:
            reading.team = (who,)
            rule = TEAM_MAKES if who.label == "Person" else ORGANIZATION_MAKES
            yield from works_on(scene, reading, who, made.words, (made.start, made.end), rule, made.verb)
    again = _SAME_TEAM.match(scene.text)
    end = 0
    for person in scene.of("Person"):
        team = _TEAM.match(scene.text, person.end)
        after = team.end() if team else person.end
        makes = _MAKES.match(scene.text, after)
        starts = launched(scene, after) if makes is None else None
        if starts is None and makes is None and not (team and re.search("团队|课题组|研究组|项目组|小组", team.group())):
            continue
        heads = scene.within(_first_of_row(scene, person), person.end, "Person") if team else (person,)
        reading.team = tuple(reading.person(one.name) for one in heads)
        end = after
        if starts is not None:
            yield from _on(scene, reading, starts[0], person.start, starts[1], TEAM_MAKES, "研究")
        if makes:
            yield from _made(scene, reading, makes, person.start, TEAM_MAKES)
            end = makes.end()
        for field in _IN_FIELD.finditer(scene.text, after, makes.end() if makes else after + 24):
            yield from _on(scene, reading, field[1], person.start, field.end(), TEAM_MAKES, "研究")
        break
    else:
        lone = _lone(scene, reading)
        if not again and lone is None:
            yield from () if passive else _organization_works(scene, reading)
            return
        reading.team = (lone,) if lone is not None else reading.team
        end = again.end() if again else 1
        makes = _MAKES.match(scene.text, end)
        if makes and reading.team:
            yield from _made(scene, reading, makes, 0, SAME_TEAM_MAKES)
    if reading.team:
        for later in _LATER.finditer(scene.text, end):
            if not wished(scene.text, end, later.start("verb")):
                yield from _made(scene, reading, later, later.start("verb"), SAME_TEAM_MAKES)


def _lone(scene: Scene, reading: Reading) -> EntityRef | None:
    """张三长期从事…，发明了…; 他发明了…: a person alone, who opens the sentence or whom its pronoun means."""
    person = scene.starting_at(0, "Person")
    if person is not None and len(scene.of("Person")) == 1:
        return reading.person(person.name)
    return reading.topic if re.match("[他她](?!们)", scene.text) and not scene.of("Person") else None


def _organization_works(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    for organization in scene.of("Organization"):
        others = _AND_OTHERS.match(scene.text, organization.end)
        makes = _MAKES.match(scene.text, others.end() if others else organization.end)
        if makes is None and organization.kind == "company":
            makes = _SHOWS.match(scene.text, others.end() if others else organization.end)
        if scene.is_partner(organization):
            continue
        starts = launched(scene, others.end() if others else organization.end) if makes is None else None
        if starts is not None and organization.kind in _MAKERS:
            reading.team = (reading.organization(organization),)
            yield from _on(scene, reading, starts[0], organization.start, starts[1], ORGANIZATION_MAKES, "研究")
            return
        if makes and organization.kind in _MAKERS:
            makers = row(scene, organization)
            reading.team = tuple(reading.organization(maker) for maker in makers)
            yield from _made(scene, reading, makes, makers[0].start, ORGANIZATION_MAKES)
            for later in _later(scene, makes.end()):
                yield from _made(scene, reading, later, later.start("verb"), SAME_TEAM_MAKES)
            return


def _later(scene: Scene, start: int) -> Iterator[re.Match[str]]:
    """What else the sentence says was made, up to where it names somebody else."""
    others = [one.start for one in scene.of("Organization", "Person") if one.start >= start]
    yield from _LATER.finditer(scene.text, start, min(others, default=len(scene.text)))


def _made(scene: Scene, reading: Reading, makes: re.Match[str], start: int, rule: Rule) -> Iterator[Assertion]:
    for name, end in list(_objects(scene, makes.end())) or object_at(scene, makes.end()):
        brought = _BROUGHT.search(scene.text, makes.end(), end) if makes["verb"] == "实现" else None
        yield from _on(scene, reading, name, start, end, rule, brought["about"] if brought else makes["verb"])


def _on(scene: Scene, reading: Reading, words: str, start: int, end: int, rule: Rule, role: str) -> Iterator[Assertion]:
    for who in reading.team:
        yield from works_on(scene, reading, who, words, (start, end), rule, role)


def _objects(scene: Scene, start: int) -> Iterator[tuple[str, int]]:
    """The technologies that the verb takes, each with where it ends; an enumeration gives several."""
    masked = masked_notes(scene.text)
    stop = _STOPPED.search(masked, start)
    end = stop.start() if stop else len(masked)
    words = masked[start:end].replace(MASK, "")
    words = words.split("等")[0] if technology(words.split("等")[0]) else words
    whole = _thing(words)
    parts = [part for part in listed(words) if _thing(part)]
    if len(parts) > 1 and len(parts) == len(listed(words)):
        for part in parts:
            yield part, end
    elif whole is not None:
        yield words, end


def _thing(words: str) -> str | None:
    """What words name: a technology, or a kind with a model of it behind."""
    return technology(words) or (words if model_in(words) is not None else None)

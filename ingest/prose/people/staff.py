"""Staff of a house that the words beside a name leave out: heads on its own page, people by unit or post once it is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.base import once
from ingest.lexicon import TITLES, is_position, is_title, organization_kind
from ingest.mentions import Mention
from ingest.names import DEPARTMENT, organizations
from ingest.prose.houses.parents import off_campus, town_in
from ingest.prose.houses.speaker import at_home, speaker
from ingest.prose.people.described import OFFICE, POST_WORDS, SOCIETIES, employer_of, position_after
from ingest.prose.people.spread_heads import HEAD, HEADED_BY, SET_UP_FOR, labelled, post_within
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.sites.facilities import facility_of
from kg.model import Assertion, Document, EntityRef
from kg.text import HAN

__all__ = ["at_house_told", "hospital_told", "read"]

AT_HOUSE_TOLD = Rule("at_house_told")
"""在甲医院，影像科主任张三…; 放射科李四副主任医师, where one hospital alone was told."""

_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_HEADED = re.compile(
    r"(?:^|[，。；,;、：】])\s*(?P<ours>本|该|我)?(?P<noun>中心|实验室|研究所|研究院|平台|科室|公司|学院|科(?!主任))?"
    rf"(?P<now>现任|首任)?(?P<post>{HEAD})(?P<link>分别?[由为是]|[由为是]|(?:先后)?有|\s*[:：】]\s*|)"
)
_PAST = re.compile("历[任届][^，。；]{1,12}、$")
_CAME_AS = re.compile("[^，。；、]{0,8}的")
"""首任主任为|留日归来的|张三教授."""
_TITLES = re.compile(rf"(?:{_TITLE})(?:[、/]?(?:{_TITLE}))*")
_TITLES_APART = re.compile(rf"[，,]\s*(?P<titles>(?:{_TITLE})(?:[、，,/]\s*(?:{_TITLE}))*)(?=[，,、。；]|$)")
_ROW = re.compile(r"[、和与]|以及")
_MADE_HEAD = re.compile(
    rf"(?P<title>(?:{_TITLE})*)(?:兼?任|担任|出任)(?:该|本)?(?P<noun>中心|实验室|研究所|研究院|平台|科室|学院|医院|科(?=副?主任))?"
    r"(?P<post>(?:首任|常务|执行|名誉)*副?(?:主任|院长|所长|负责人|首席科学家))(?=[，。；]|$)"
)
_NOW_BY = re.compile("(?:现由|[，、；]|[，；]由)$")
"""科室…，现由张三任主任、李四任副主任: of the one department that was told."""
_CHARGE = r"(?:首任|常务|执行|名誉)*副?(?:主任|院长|所长|负责人|首席科学家)"
_NOW_HEAD = re.compile(
    r"[，,]\s*(?:现任|现为|目前(?:担)?任|现担任)(?:本?科室?|中心)?(?P<post>(?:常务|执行|名誉|行政)*副?(?:主任|所长|护士长|技师长)|(?:学科|学术)带头人)(?=[，。；]|$)"
)
"""老主任张三教授主持科室工作多年，现任名誉主任: of the department whose page it is."""
_HEAD_IS = re.compile(rf"[，,；;、]?的?(?P<post>{_CHARGE}|(?:学科|学术)带头人)(?:[为是]|(?P<by>由))")
_BARE_CENTRE = re.compile(rf"(?!国家|中国|[{HAN}]{{2,4}}[省市区县])[{HAN}]{{4,14}}中心")
_THEN_IS = re.compile("(?:继续)?(?:兼|出|担)任")
_HEAD_OF = re.compile(rf"(?P<title>(?:{_TITLE})*)(?:担任|出任|兼任|任)(?P<post>{_CHARGE}|{OFFICE})的")
_HEAD_OF_WARD = re.compile(
    rf"(?P<title>(?:{_TITLE})*)(?:现任|担任|出任|兼任|任)(?P<unit>(?!该|本)[{HAN}]{{2,9}}?(?:科|中心|室))(?P<post>{_CHARGE})(?=[，。；、]|$)"
)
_UNIT_AND_POST = re.compile(
    rf"(?:^|(?<=[，。；、：“”！？（与和及由据在,;:\s])|(?<=选派)|(?<=任命)|(?<=率领)|(?<=带领)|(?<=陪同)|(?<=会见)|(?<=采访)|(?<=邀请)|(?<=得到)|(?<=[提说谈]起)|(?<=[提见]到)|(?<=同事)|(?<=[人者任长][为是]))(?:[时现]任|前任|原|分管(?:医疗|业务|科研|教学|此项)?(?:工作)?的?)?(?P<level>学校|医院|[院校])?(?P<unit>(?:(?![与和及由在])[{HAN}A-Z]){{1,10}}?(?:科|中心|病区|系|学院|[室处部办]|研究生院))?(?P<posts>(?:(?:{POST_WORDS}|医[生师])[、兼]?)*)$"
)
_AFTER_UNIT = re.compile(
    rf"(?:^|[，。；、])[{HAN}]{{1,8}}?(?:(?<!医)院|[部处室系所])(?:常务|执行)?副?(?:院长|部长|处长|主任|所长)[{HAN}]{{2,4}}、$"
)
"""科研院常务副院长张三、|副院长李四: a post that goes on from one at a unit."""
_BEFORE_UNIT = re.compile("^(?:[^，。；]{0,6}得到|而|但|据|该院)?(?:[此本这]次|近日|日前|目前|随后|当天|其中)?")
"""What a clause may open with before a department: 而此次|心内一科主任张三."""
_LED = re.compile(rf"(?:的?(?:科研|医疗|诊疗|专家)?团队)?(?:在科?(?P<posts>(?:{POST_WORDS})+)|由(?P<by>(?:{POST_WORDS})*))$")
_OF_COMPANY = re.compile("(?:名誉|执行)?董事长|总裁|(?:常务|执行)?副?总经理|首席(?:科学家|[执行技术医学]{2}官)")
_UNDER = re.compile(rf"(?:{_TITLE})*(?:的?(?:带领|领导|指导|主持|率领|引领)下|领衔|牵头|带领|率领|领军)")
"""甲医院放射科|在主任|张三|的带领下, 放射科团队|由|李四教授领衔."""
_OPENING_WARD = re.compile(rf"(?:^|[，。；])(?:医院|[我本]院)?(?P<unit>{DEPARTMENT.pattern})$")
_OUR_WARD = re.compile(rf"(?:^|[，。；：、和与由])(?:我|本)科室?(?P<posts>(?:{POST_WORDS})*)$")
_OF_HOSPITAL = re.compile(
    "(?:(?:(?:常务|执行)?副?院长|党委副?书记|党委[委常]委?员?|纪委书记|院长助理|总护士长|首席物理师|总会计师)(?:[、兼]|$|(?=[^、兼助])))+"
)
_OF_UNIVERSITY = re.compile("(?:(?:党委副?书记|党委[委常]委?员?|纪委书记)[、兼])*(?:常务|执行)?副?校长(?:[、兼]党委副?书记)?")
_OF_PARTY = re.compile("(?:党委(?:常务)?副?书记|党委[委常]委?员?|纪委书记)(?:[、兼]副?校长)?")
_OFFICE_UNIT = re.compile(
    "(?:党委|党群|党政|院长|校长|行政|综合|科技|科研|科教|科学技术|教务|教学|人事|人力资源|学科|学科建设|研究生|研究生教育|国际合作|国际|对外|交流|联络|合作|与"
    "|财务|后勤|保障|总务|基建|基本建设|国有|资产|设备|装备|医学装备|医学工程|器械|宣传|医务|医教|医疗|护理|门诊|质控|质量|质量控制|信息|网络|保卫|安全|学生|招生|就业"
    "|审计|发展|规划|战略|医院|感染|感控|公共卫生|预防|保健|医保|医疗保险|运营|绩效|采购|招标|纪检|监察|团|办公|成果|转化|临床试验|服务|新闻|档案)+"
    "(?:管理|工作)?(?:处|部|科|办公室|办|室|中心|院)"
)
"""What runs a house: 科研处, 医务部, 院长办公室."""
_ELSEWHERE = re.compile("[省市区县]委|政府|[局厅署]|委员会|卫健委|集团|公司|中央|党(?![委组总支])")
"""What tells of another house between the one named and an office: 市委常委、|宣传部部长."""
_ROOM = re.compile(
    "(?:[A-Z]{1,5}|超声|彩超|心电|磁共振|核磁|放射|影像|介入|导管|内镜|胃镜|放疗|心超)(?:诊断|检查|技术)?室|[A-Z]{2,5}科?|(?:手|足踝|运动医学|眼|骨)+外?科"
)
"""CT室, 心电图室, ICU, 手外科."""
_LIKE_HOSPITAL = ("hospital",)
_OFFICES_TOO = ("government", "funder")
"""Bodies that have a 规划处 or a 科教科 as a hospital has."""
_POSITION = re.compile(rf"(?:{POST_WORDS})$")
_WHOLE_UNIVERSITY = re.compile(rf"[{HAN}]{{2,}}?大学")
_OF_GUESTS = re.compile("会议|大会|论坛|年会|研讨|邀请|应邀|嘉宾|来自|讲座|授课|来院|莅临|合影|培训班|学习班|会诊|帮扶|专家团")
_OF_EVENT = re.compile("致辞|出席|患者说")
"""What tells of people from elsewhere, in the text or beside them."""
_OF_WARD = re.compile(rf"(?:主任|护士长|技师长|医生|{_TITLE})(?![委助])")
"""What somebody is in a department, without its name: 李四主任, 护士长李四."""
_SCHOOL = re.compile("学院$|研究院$")
_NEXT_SCHOOL = re.compile(rf"[、，；](?P<school>(?:(?!大学)[{HAN}]){{2,12}}(?:学院|(?<![关联体谱派])系))$")
_OTHER_NAME = re.compile(rf"(?<=院)[（(](?P<other>(?!附(?!属)|含|与|原)[{HAN}]{{4,24}}院)[)）]")
_AT = re.compile(r"在$")
_QUOTED = re.compile("“[^“”]*”")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """AFFILIATED_WITH of the heads of the organisation that the text presents or that a noun means."""
    spread = list(labelled(scene, reading))
    yield from spread or _headed(scene, reading)
    yield from _made_head(scene, reading)
    yield from _heads_of_named(scene, reading)
    yield from _now_head(scene, reading)


def at_house_told(scene: Scene, reading: Reading, person: Mention) -> Iterator[Assertion]:
    """AFFILIATED_WITH of one who is told by a department or as the head alone, where the house can only be one."""
    ward = _OUR_WARD.search(scene.text[: person.start])
    if ward is not None:
        yield from _at(scene, reading, person, _speaking(reading), (ward.start("posts"), "", ward["posts"]))
        return
    if (school := _NEXT_SCHOOL.search(scene.text, 0, person.start)) is not None:
        yield from _at(scene, reading, person, _of_same(scene, reading, school), (school.start("school"), "", ""))
        return
    led = _LED.search(scene.text, 0, person.start) if _UNDER.match(scene.text, person.end) else None
    if led is not None and (of_ward := list(_of_led(scene, reading, person, led))):
        yield from of_ward
        return
    said = _UNIT_AND_POST.search(scene.text[: person.start])
    if said is not None and (ours := _of_university(scene, reading, said)) is not None:
        yield from _at(scene, reading, person, ours, (said.start(), said["unit"] or "", said["posts"]))
        return
    named = _BEFORE_UNIT.sub("", said["unit"]) if said is not None and said["unit"] else ""
    unit = named if DEPARTMENT.fullmatch(named) or _ROOM.fullmatch(named) else ""
    if said is not None and not unit and _OFFICE_UNIT.fullmatch(named) and _POSITION.search(said["posts"]):
        yield from _at(scene, reading, person, _run_by(scene, reading, person), (said.start(), named, said["posts"]))
        return
    if said is None or (said["unit"] and not unit):
        return
    unit_told = _AFTER_UNIT.search(scene.text[: said.start()]) if not said["unit"] else None
    if unit_told is not None and not scene.within(*unit_told.span(), "Organization"):
        return
    behind = _OF_HOSPITAL.match(scene.text, person.end) if not said["unit"] and not said["posts"] else None
    head = not said["unit"] and (behind is not None or _OF_HOSPITAL.fullmatch(said["posts"]) is not None)
    house = hospital_told(scene, reading, person.start) if unit or head else None
    if house is None and not said["unit"]:
        house = (_framed(scene, person) if said["posts"] else None) or _only_house(scene, reading, person, said["posts"])
    yield from _at(scene, reading, person, house, (said.start(), unit, said["posts"]))


def _of_led(scene: Scene, reading: Reading, person: Mention, led: re.Match[str]) -> Iterator[Assertion]:
    """Who leads a department: 甲医院放射科在主任张三的带领下, 放射科团队由李四教授领衔."""
    named = scene.ending_at(led.start(), "Organization")
    body = reading.organization(named) if named is not None else None
    ward = _OPENING_WARD.search(scene.text, 0, led.start()) if body is None else None
    if body is not None and organization_kind(body.name) == "department":
        house: EntityRef | None = employer_of(body)
    else:
        house = hospital_told(scene, reading, person.start) if ward is not None else None
    own = body.name.removeprefix(house.name) if body is not None and house is not None else ""
    unit, posts = ward["unit"] if ward is not None else own, led["posts"] or led["by"] or ""
    if _OF_HOSPITAL.fullmatch(posts):
        unit = ""  # 消化内科在副院长张三带领下
    yield from _at(scene, reading, person, house, (led.start(), unit, posts))


def _run_by(scene: Scene, reading: Reading, person: Mention) -> EntityRef | None:
    """The house of a 科研处处长: whose page it is, else the hospital told, the one university; none beside another body."""
    before = [one for one in scene.of("Organization") if one.end <= person.start]
    last = employer_of(reading.organization(before[-1])) if before else None
    if _ELSEWHERE.search(scene.text, before[-1].end if before else 0, person.start):
        return None
    if last is None and any(organization_kind(body.name) in _OFFICES_TOO for _, body in reading.here):
        return None
    university = speaker(reading.document, "校")
    house = EntityRef(label="Organization", name=university) if university else hospital_told(scene, reading, person.start)
    if house is None and not any(organization_kind(one) in _LIKE_HOSPITAL for one in _houses(reading.document)):
        house = _only_university(reading.document)
    alone = last is None and all(said == reading.said for said, _ in reading.here)
    if house is None and alone and "我院" in reading.document.text:
        house = _of_site(reading.document)
    return house if last is None or last == house else None


def _of_site(document: Document) -> EntityRef | None:
    """The hospital whose own site the page is of, though it names other houses too."""
    name = speaker(document, "院")
    own = name == document.publisher and organization_kind(name) in _LIKE_HOSPITAL
    return EntityRef(label="Organization", name=name) if own else None


@once
def _only_university(document: Document) -> EntityRef | None:
    """The one university that a text names which speaks of 学校."""
    wholes = {match.group() for one in _houses(document) if (match := _WHOLE_UNIVERSITY.match(one)) is not None}
    said = "学校" in document.text or "我校" in document.text
    return EntityRef(label="Organization", name=wholes.pop()) if said and len(wholes) == 1 else None


def _of_same(scene: Scene, reading: Reading, school: re.Match[str]) -> EntityRef | None:
    """The school of a university whose other school the row named: 甲大学物理学院张三、|信息与工程学院|李四教授."""
    before = [reading.organization(one).name for one in scene.of("Organization") if one.end <= school.start()]
    whole = _WHOLE_UNIVERSITY.match(before[-1]) if before else None
    alike = whole is not None and re.fullmatch(rf"{whole.group()}(?:[{HAN}]{{2,12}}(?:学院|系|研究院))?", before[-1])
    return EntityRef(label="Organization", name=whole.group() + school["school"]) if whole is not None and alike else None


def _names_house(scene: Scene, said: re.Match[str]) -> bool:
    """Whether a body stands in the sentence before a post."""
    return any(one.end <= said.start() for one in scene.of("Organization"))


def _of_university(scene: Scene, reading: Reading, said: re.Match[str]) -> EntityRef | None:
    """The university whose page speaks, of its 影像技术系讲师张三 and its 校长张三."""
    if said["unit"]:
        name = at_home(said["unit"], reading.document) if said["posts"] else ""
    else:
        of_it = _OF_UNIVERSITY.fullmatch(said["posts"]) or (said["level"] in ("校", "学校") and said["posts"])
        if not of_it and _OF_PARTY.fullmatch(said["posts"]) and not _names_house(scene, said):
            return _told_university(reading)
        only = _only_university(reading.document) if of_it and not _names_house(scene, said) else None
        name = speaker(reading.document, "校") or (only.name if only is not None else "") if of_it else ""
        if of_it and not name and not _names_house(scene, said):
            return _told_university(reading)
    return employer_of(EntityRef(label="Organization", name=name)) if name else None


def _told_university(reading: Reading) -> EntityRef | None:
    """The one house that the paragraph told of so far, where it is a university: 甲大学党委书记张三…。|副校长李四…."""
    told = {employer_of(body).name for said, body in reading.here if said < reading.said}
    name = told.pop() if len(told) == 1 else ""
    return EntityRef(label="Organization", name=name) if _WHOLE_UNIVERSITY.fullmatch(name) else None


def _at(
    scene: Scene, reading: Reading, person: Mention, house: EntityRef | None, said: tuple[int, str, str]
) -> Iterator[Assertion]:
    """What the unit and the posts before a name, and the title behind it, tell of the person at a house."""
    if house is None:
        return
    start, unit, words = said
    after = _TITLES.match(scene.text, person.end)
    posts = re.findall(f"{POST_WORDS}|医[生师]", words)
    titles = [post for post in posts if is_title(post)] + ([after.group()] if after else [])
    positions = [unit + post for post in posts if is_position(post) and not is_title(post)]
    where = scene.sentence.view.span(min(start, person.start), after.end() if after else person.end)
    position = "、".join(positions) or position_after(scene.text, person.end, unit)
    stated = {"title": ",".join(titles), "position": position}
    yield reading.fact(AT_HOUSE_TOLD, reading.person(person.name, house.name), "AFFILIATED_WITH", house, where, **stated)


def _speaking(reading: Reading) -> EntityRef | None:
    """The hospital that says 我科."""
    name = employer_of(reading.own).name if reading.own is not None else speaker(reading.document, "院")
    return EntityRef(label="Organization", name=name) if organization_kind(name) in _LIKE_HOSPITAL else None


def _framed(scene: Scene, person: Mention) -> EntityRef | None:
    """The hospital of 在某医院，…医生张三: the one house of the sentence, which opens a clause before the name."""
    houses = [one for one in scene.of("Organization") if one.end <= person.start and one.kind in ("hospital", "department")]
    names = {employer_of(one.ref).name for one in houses}
    framed = houses and _AT.search(scene.text[: houses[-1].start]) and scene.text[houses[-1].end : houses[-1].end + 1] == "，"
    return employer_of(houses[-1].ref) if len(names) == 1 and framed else None


def _only_house(scene: Scene, reading: Reading, person: Mention, posts: str) -> EntityRef | None:
    """The hospital of a text that names no house but it and its department, of one whom a title tells: 李四主任医师擅长…."""
    text = reading.document.text
    titled = _TITLES.match(scene.text, person.end) or _OF_WARD.match(scene.text, person.end) or _OF_WARD.fullmatch(posts)
    if not titled or _OF_GUESTS.search(text) or _OF_EVENT.search(scene.text):
        return None
    first, *others = sorted(_houses(reading.document), key=text.find) or [""]
    told = any(
        organization_kind(body.name) == "department" and employer_of(body).name == first for body in reading.bodies.values()
    )
    return EntityRef(label="Organization", name=first) if told and not others else None


@once
def _houses(document: Document) -> frozenset[str]:
    """The hospitals, universities and the like that the page names, departments by their house."""
    named = (document.text[one.start : one.end] for one in organizations(document.text))
    refs = (employer_of(EntityRef(label="Organization", name=name)) for name in named)
    return frozenset(
        one.name for one in refs if organization_kind(one.name) in ("hospital", "university", "institute", "company")
    )


def hospital_told(scene: Scene, reading: Reading, at: int) -> EntityRef | None:
    """The one hospital of the sentence so far, else of the paragraph, else who speaks, else the text's only one."""
    here = [reading.organization(one) for one in scene.of("Organization") if one.end <= at]
    before = [body for said, body in reading.here if said < reading.said]
    for told in (here, before):
        houses = {house for one in told if _is_house(house := off_campus(employer_of(one).name))} - _other_names(
            reading.document
        )
        if houses:
            (name, *more) = sorted(houses)
            alone = not more and organization_kind(name) in _LIKE_HOSPITAL
            return EntityRef(label="Organization", name=name) if alone else None
        if _is_of_untold(reading.document):
            break
    own = employer_of(reading.own) if reading.own is not None else None
    if own is not None and organization_kind(own.name) in _LIKE_HOSPITAL:
        return own
    if _is_of_untold(reading.document):
        return None
    told_before = [one for name, one in reading.bodies.items() if reading.first[name] < reading.said]
    hospitals = {house for one in told_before if _is_house(house := off_campus(employer_of(one).name))}
    speaks = speaker(reading.document, "院")
    guest = bool(speaks) and speaks not in hospitals and "我院" in reading.document.text
    only = hospitals.pop() if len(hospitals) == 1 and not guest else ""
    name = only or (speaks if guest or not hospitals or speaks in hospitals else "")
    return EntityRef(label="Organization", name=name) if organization_kind(name) in _LIKE_HOSPITAL else None


@once
def _is_of_untold(document: Document) -> bool:
    """Whether a text speaks of 我院 and nothing tells which house that is: those that it names are others'."""
    return "我院" in _QUOTED.sub("", document.text) and not speaker(document, "院")


@once
def _other_names(document: Document) -> frozenset[str]:
    """What brackets behind a hospital's name hold: 甲医院（乙大学第一附属医院）."""
    return frozenset(match["other"] for match in _OTHER_NAME.finditer(document.text))


def _is_house(name: str) -> bool:
    return organization_kind(name) in _LIKE_HOSPITAL or _SCHOOL.search(name) is not None


def _made_head(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """由张三教授担任中心主任，李四任副主任: of the organisation that the noun means."""
    noun = ""
    for person in scene.of("Person"):
        yield from _head_of(scene, reading, person)
        made = _MADE_HEAD.match(scene.text, person.end)
        noun = (made["noun"] or noun) if made else noun
        now = made is not None and not noun and _NOW_BY.search(scene.text[: person.start])
        body = reading.meant(noun) if made and noun else _ward_of(scene, reading, person.start) if now else None
        if made is None or body is None or organization_kind(body.name) in SOCIETIES or _is_of(scene, reading, person, body):
            continue
        employer = _at_home(body, reading) or employer_of(body)
        within = body.name.removeprefix(employer.name) if employer != body else ""
        where = scene.sentence.view.span(person.start, made.end())
        position = within + made["post"] if within else (made["noun"] or "") + made["post"]
        ref = reading.person(person.name, employer.name)
        yield reading.fact(HEADED_BY, ref, "AFFILIATED_WITH", employer, where, title=made["title"], position=position)


def _at_home(body: EntityRef, reading: Reading) -> EntityRef | None:
    """The hospital that speaks, of a centre without a house or a town in its name: its own; None for any other."""
    bare = employer_of(body) == body and _BARE_CENTRE.fullmatch(body.name) and town_in(body.name) is None
    name = speaker(reading.document, "院") if bare else ""
    return EntityRef(label="Organization", name=name) if organization_kind(name) in _LIKE_HOSPITAL else None


def _now_head(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """What the one person of a sentence on a department's page is now there."""
    now = _NOW_HEAD.search(scene.text) if reading.own is not None and reading.sitter is None else None
    if now is None or reading.own is None or organization_kind(reading.own.name) not in ("department", "laboratory"):
        return
    employer = employer_of(reading.own)
    told = [one for one in scene.of("Person") if one.end <= now.start()]
    others = {reading.organization(one) for one in scene.of("Organization")} - {reading.own, employer}
    if len(told) == 1 and not others:
        title = _TITLES.match(scene.text, told[0].end)
        post = post_within(reading.own.name.removeprefix(employer.name), now["post"])
        where = scene.sentence.view.span(told[0].start, now.end())
        ref = reading.person(told[0].name, employer.name)
        stated = {"title": title.group() if title else "", "position": post}
        yield reading.fact(HEADED_BY, ref, "AFFILIATED_WITH", employer, where, **stated)


def _head_of(scene: Scene, reading: Reading, person: Mention) -> Iterator[Assertion]:
    """由张三担任主任的某实验室; 张三教授担任神经外科主任, of the one department of that name that was told."""
    made = _HEAD_OF.match(scene.text, person.end) or _HEAD_OF_WARD.match(scene.text, person.end)
    if made is None:
        return
    if made.re is _HEAD_OF:
        named = scene.starting_at(made.end(), "Organization")
        body = reading.organization(named) if named is not None else None
    else:
        wards = [one for one in reading.bodies.values() if one.name.endswith(made["unit"]) and one.name != made["unit"]]
        body = wards[0] if len(wards) == 1 else None
    kind = organization_kind(body.name) if body is not None else None
    if body is None or kind is None or (kind in SOCIETIES) != (re.fullmatch(OFFICE, made["post"]) is not None):
        return
    where = scene.sentence.view.span(person.start, made.end())
    if kind in SOCIETIES:
        yield reading.fact(HEADED_BY, reading.person(person.name), "MEMBER_OF", body, where, role=(made["post"],))
        return
    employer = employer_of(body)
    within = body.name.removeprefix(employer.name) if employer != body else ""
    ref = reading.person(person.name, employer.name)
    yield reading.fact(
        HEADED_BY, ref, "AFFILIATED_WITH", employer, where, title=made["title"], position=post_within(within, made["post"])
    )


def _heads_of_named(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲中心首席科学家为张三院士，执行主任由某大学李四教授担任: of the body right before the first post."""
    for one in scene.of("Organization"):
        body = reading.organization(one)
        own = facility_of(body.name) is not None and employer_of(body) == body and not SET_UP_FOR.search(body.name)
        made = _HEAD_IS.match(scene.text, one.end) if own else None
        while made is not None:
            home = scene.starting_at(made.end(), "Organization")
            person = scene.starting_at(home.end if home is not None else made.end(), "Person")
            if person is None:
                break
            title = _TITLES.match(scene.text, person.end)
            end = title.end() if title else person.end
            taken = _THEN_IS.match(scene.text, end) if made["by"] else None
            if made["by"] and taken is None:
                break
            where = scene.sentence.view.span(one.start, end)
            stated = {"title": title.group() if title else "", "position": made["post"]}
            yield reading.fact(HEADED_BY, reading.person(person.name), "AFFILIATED_WITH", body, where, **stated)
            made = _HEAD_IS.match(scene.text, taken.end() if taken is not None else end)


def _is_of(scene: Scene, reading: Reading, person: Mention, body: EntityRef) -> bool:
    """Whether the body only tells who somebody is: 甲医院乙中心主任|张三|任中心首席科学家, of another centre."""
    before = (one for one in scene.of("Organization") if one.end <= person.start)
    return any(
        reading.organization(one) == body and not re.search("[，。；由]", scene.text[one.end : person.start]) for one in before
    )


def _headed(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """Heads of the organisation that the text presents, each with the title that follows; people in a row share the post."""
    noun = ""
    for match in _HEADED.finditer(scene.text):
        noun = match["noun"] or noun
        if _PAST.search(scene.text, 0, match.start("post")):
            continue  # 历任主任、副主任为张三、李四
        body = (
            reading.meant(noun)
            if noun
            else reading.own or (_ward_of(scene, reading, match.start()) if match["link"] or match["now"] else None)
        )
        led = _CAME_AS.match(scene.text, match.end()) if match["now"] else None
        person = scene.starting_at(led.end() if led is not None else match.end(), "Person")
        if body is None or organization_kind(body.name) in SOCIETIES or not _may_head(match, body):
            continue
        employer = employer_of(body)
        within = body.name.removeprefix(employer.name) if employer != body else ""
        while person is not None:
            title = _TITLES.match(scene.text, person.end) or (
                _TITLES_APART.match(scene.text, person.end) if re.search("[:：】]", match["link"]) else None
            )
            where = scene.sentence.view.span(match.start("post"), title.end() if title else person.end)
            words = (title["titles"] if "titles" in title.re.groupindex else title.group()) if title else ""
            ref = reading.person(person.name, employer.name)
            post = post_within(within, match["post"])
            stated = {"title": re.sub("[、，/]", ",", words), "position": post}
            yield reading.fact(HEADED_BY, ref, "AFFILIATED_WITH", employer, where, **stated)
            gap = _ROW.match(scene.text, title.end() if title else person.end)
            person = scene.starting_at(gap.end(), "Person") if gap else None


def _ward_of(scene: Scene, reading: Reading, end: int) -> EntityRef | None:
    """The one department that the sentence, else the paragraph, has told of: 甲医院放射科成立于1958年，首任主任为…."""
    here = [reading.organization(one) for one in scene.of("Organization") if one.end <= end]
    told = [one for one in here or [body for _, body in reading.here] if organization_kind(one.name) not in SOCIETIES]
    units = {body for body in told if organization_kind(body.name) in ("department", "laboratory")}
    return units.pop() if len(units) == 1 and len({employer_of(body) for body in told}) == 1 else None


def _may_head(match: re.Match[str], body: EntityRef) -> bool:
    """Whether the post is one of the body: without a link only where a department speaks of itself."""
    if match["post"].endswith("组长") and not match["noun"]:  # 影像学组组长张三、|副组长：李四: of no department
        return False
    if match["link"] or match["noun"] or match["now"]:
        return bool(match["link"] or match["now"])
    if organization_kind(body.name) == "company":
        return _OF_COMPANY.fullmatch(match["post"]) is not None
    return organization_kind(body.name) in ("department", "laboratory") and not re.search("院长|所长|总经理", match["post"])

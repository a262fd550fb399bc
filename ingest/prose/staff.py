"""Staff of a house that the words beside a name leave out: heads on its own page, people by unit or post once it is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.base import once
from ingest.lexicon import TITLES, could_be_person, is_position, is_title, organization_kind
from ingest.mentions import Mention
from ingest.names import DEPARTMENT, organizations
from ingest.prose.described import OFFICE, POST_WORDS, SOCIETIES, employer_of, position_after
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.speaker import at_home, speaker
from kg.model import Assertion, Document, EntityRef
from kg.text import HAN

__all__ = ["at_house_told", "read"]

HEADED_BY = Rule("headed_by")
"""中心主任由张三研究员担任，副主任为李四教授; 科主任：张三，主任医师: of whom the page presents, or the noun means."""
AT_HOUSE_TOLD = Rule("at_house_told")
"""在甲医院，影像科主任张三…; 放射科李四副主任医师, where one hospital alone was told."""

APPOINTED = Rule("appointed")
"""甲医院任命张三为放射科主任."""

_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_HEAD = (
    r"(?:(?:首任|常务|执行|名誉|行政)*副?(?:科主任|主任|院长|所长|总经理|负责人|护士长|技师长|组长)"
    r"|(?:学科|学术)带头人|党支部书记|总技师)"
)
_HEADED = re.compile(
    r"(?:^|[，。；,;、：】])\s*(?P<ours>本|该|我)?(?P<noun>中心|实验室|研究所|研究院|平台|科室|公司|学院|科(?!主任))?"
    rf"(?P<now>现任|首任)?(?P<post>{_HEAD})(?P<link>分别?[由为是]|[由为是]|(?:先后)?有|\s*[:：】]\s*|)"
)
_SPREAD = re.compile(
    rf"(?P<post>[{HAN}](?:[ \u3000]*[{HAN}]){{1,6}})[ \u3000]*[:：][ \u3000]*(?P<names>[{HAN}·][{HAN}· 、，\u3000]{{1,40}})"
)
_BLANKS = re.compile(r"[ \u3000]+")
_LONGEST_SPREAD = 3
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
_HEAD_OF = re.compile(rf"(?P<title>(?:{_TITLE})*)(?:担任|出任|兼任|任)(?P<post>{_CHARGE}|{OFFICE})的")
_HEAD_OF_WARD = re.compile(
    rf"(?P<title>(?:{_TITLE})*)(?:现任|担任|出任|兼任|任)(?P<unit>(?!该|本)[{HAN}]{{2,9}}?(?:科|中心|室))(?P<post>{_CHARGE})(?=[，。；、]|$)"
)
_APPOINTS = re.compile("(?:聘任|任命|选派|提拔)了?$")
_AS_POST = re.compile(rf"(?P<title>(?:{_TITLE})*)(?:同志|博士)?(?:为|担任|任)(?P<post>[{HAN}]{{2,16}}?)(?=[，。；、（(]|$)")
_APPOINTERS = ("hospital", "university", "institute", "company", "laboratory")
_UNIT_AND_POST = re.compile(
    rf"(?:^|(?<=[，。；、：“”！？（与和及由据,;:\s])|(?<=选派)|(?<=任命))(?P<level>[院校])?(?P<unit>(?:(?![与和及由在])[{HAN}]){{2,9}}?(?:科|中心|病区|系|学院|教研室))?(?P<posts>(?:{POST_WORDS}|医[生师])*)$"
)
_BEFORE_UNIT = re.compile("^(?:而|但|据|该院)?(?:[此本这]次|近日|日前|目前|随后|当天|其中)?")
"""What a clause may open with before a department: 而此次|心内一科主任张三."""
_OUR_WARD = re.compile(rf"(?:^|[，。；：、和与由])(?:我|本)科室?(?P<posts>(?:{POST_WORDS})*)$")
_OF_HOSPITAL = re.compile("副?院长|党委副?书记")
_OF_UNIVERSITY = re.compile("(?:常务)?副?校长")
_LIKE_HOSPITAL = ("hospital",)
_OF_GUESTS = re.compile(
    "会议|大会|论坛|年会|研讨|邀请|应邀|嘉宾|致辞|出席|来自|讲座|授课|来院|莅临|合影|培训班|学习班|患者说|记者"
)
"""What tells of people from elsewhere, or of an event."""
_SCHOOL = re.compile("学院$|研究院$")
_AT = re.compile(r"在$")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """AFFILIATED_WITH of the heads of the organisation that the text presents or that a noun means."""
    labelled = list(_labelled(scene, reading))
    yield from labelled or _headed(scene, reading)
    yield from _appointed(scene, reading)
    yield from _made_head(scene, reading)


def _labelled(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """护 士 长：张三, 副 主 任：李四 王五: a line that the page of a house spreads out, its names parted by blanks."""
    line = _SPREAD.fullmatch(scene.text) if reading.own is not None else None
    post = _BLANKS.sub("", line["post"]) if line is not None else ""
    if line is None or reading.own is None or not re.fullmatch(_HEAD, post) or organization_kind(reading.own.name) in SOCIETIES:
        return
    employer = employer_of(reading.own)
    within = reading.own.name.removeprefix(employer.name) if employer != reading.own else ""
    names = _spread_names(line["names"])
    for name in names if all(map(could_be_person, names)) else ():
        ref = reading.person(name, employer.name)
        where = scene.sentence.view.span(0, len(scene.text))
        yield reading.fact(HEADED_BY, ref, "AFFILIATED_WITH", employer, where, position=_within(within, post))


def _spread_names(words: str) -> list[str]:
    """The names that blanks or marks part; characters that stand alone are one name (张 三)."""
    names: list[str] = []
    alone = False
    for word in re.split(r"[、，,\s]+", words.strip()):
        single = len(word) == 1
        if single and alone and len(names[-1]) < _LONGEST_SPREAD:
            names[-1] += word
        else:
            names.append(word)
        alone = single
    return names


def _appointed(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲医院聘任张三为影像中心主任: of the one house that the sentence names before the verb."""
    for person in scene.of("Person"):
        made, post = _APPOINTS.search(scene.text[: person.start]), _AS_POST.match(scene.text, person.end)
        houses = {employer_of(reading.organization(one)) for one in scene.of("Organization") if one.end <= person.start}
        if made is None or post is None or len(houses) != 1:
            continue
        house = houses.pop()
        if organization_kind(house.name) in _APPOINTERS and is_position(post["post"]):
            where = scene.sentence.view.span(made.start(), post.end())
            ref = reading.person(person.name, house.name)
            yield reading.fact(
                APPOINTED, ref, "AFFILIATED_WITH", house, where, title=post["title"] or "", position=post["post"]
            )


def at_house_told(scene: Scene, reading: Reading, person: Mention) -> Iterator[Assertion]:
    """AFFILIATED_WITH of one who is told by a department or as the head alone, where the house can only be one."""
    ward = _OUR_WARD.search(scene.text[: person.start])
    if ward is not None:
        yield from _at(scene, reading, person, _speaking(reading), (ward.start("posts"), "", ward["posts"]))
        return
    said = _UNIT_AND_POST.search(scene.text[: person.start])
    if said is not None and (ours := _of_university(reading, said)) is not None:
        yield from _at(scene, reading, person, ours, (said.start(), said["unit"] or "", said["posts"]))
        return
    named = _BEFORE_UNIT.sub("", said["unit"]) if said is not None and said["unit"] else ""
    unit = named if DEPARTMENT.fullmatch(named) else ""
    if said is None or (said["unit"] and not unit):
        return
    head = not said["unit"] and _OF_HOSPITAL.fullmatch(said["posts"]) is not None
    house = _house_told(scene, reading, person) if unit or head else None
    if house is None and not said["unit"]:
        house = _framed(scene, person) if said["posts"] else _only_house(scene, reading, person)
    yield from _at(scene, reading, person, house, (said.start(), unit, said["posts"]))


def _of_university(reading: Reading, said: re.Match[str]) -> EntityRef | None:
    """The university whose page speaks, of its 影像技术系讲师张三 and its 校长张三."""
    if said["unit"]:
        name = at_home(said["unit"], reading.document) if said["posts"] else ""
    else:
        of_it = _OF_UNIVERSITY.fullmatch(said["posts"]) or (said["level"] == "校" and said["posts"])
        name = speaker(reading.document, "校") if of_it else ""
    return employer_of(EntityRef(label="Organization", name=name)) if name else None


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


def _only_house(scene: Scene, reading: Reading, person: Mention) -> EntityRef | None:
    """The hospital of a department's page that names no other house, of one whom a title alone tells: 李四主任医师擅长…."""
    text = reading.document.text
    if not _TITLES.match(scene.text, person.end) or _OF_GUESTS.search(text):
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


def _house_told(scene: Scene, reading: Reading, person: Mention) -> EntityRef | None:
    """The one hospital of the sentence so far, else of the paragraph, else who speaks, else the text's only one."""
    here = [reading.organization(one) for one in scene.of("Organization") if one.end <= person.start]
    before = [body for said, body in reading.here if said < reading.said]
    for told in (here, before):
        houses = {employer_of(one).name for one in told if _is_house(employer_of(one).name)}
        if houses:
            (name, *more) = sorted(houses)
            alone = not more and organization_kind(name) in _LIKE_HOSPITAL
            return EntityRef(label="Organization", name=name) if alone else None
    own = employer_of(reading.own) if reading.own is not None else None
    if own is not None and organization_kind(own.name) in _LIKE_HOSPITAL:
        return own
    told_before = [one for name, one in reading.bodies.items() if reading.first[name] < reading.said]
    hospitals = {house for one in told_before if _is_house(house := employer_of(one).name)}
    name = hospitals.pop() if len(hospitals) == 1 else "" if hospitals else speaker(reading.document, "院")
    return EntityRef(label="Organization", name=name) if organization_kind(name) in _LIKE_HOSPITAL else None


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
        employer = employer_of(body)
        within = body.name.removeprefix(employer.name) if employer != body else ""
        where = scene.sentence.view.span(person.start, made.end())
        position = within + made["post"] if within else (made["noun"] or "") + made["post"]
        ref = reading.person(person.name, employer.name)
        yield reading.fact(HEADED_BY, ref, "AFFILIATED_WITH", employer, where, title=made["title"], position=position)


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
        HEADED_BY, ref, "AFFILIATED_WITH", employer, where, title=made["title"], position=_within(within, made["post"])
    )


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
            post = _within(within, match["post"])
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
    if match["link"] or match["noun"] or match["now"]:
        return bool(match["link"] or match["now"])
    return organization_kind(body.name) in ("department", "laboratory") and not re.search("院长|所长|总经理", match["post"])


def _within(unit: str, post: str) -> str:
    """核医学科 and 科主任: 核医学科主任."""
    if not unit:
        return post
    return unit + (post.removeprefix("科") if unit.endswith("科") else post)

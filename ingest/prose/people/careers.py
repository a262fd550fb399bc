"""Careers: the posts and offices that a person holds, and people whom a list presents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.lexicon import TITLES, is_position, is_title, organization_kind
from ingest.mentions import Mention
from ingest.ownerless import is_bare_school
from ingest.people import LEADS_LINE
from ingest.posts import ROLES
from ingest.prose.about import about, named_above, remember
from ingest.prose.clauses import row_from
from ingest.prose.people.described import ASSEMBLY, OFFICE, POST_WORDS, SOCIETIES, employer_of
from ingest.prose.people.own_parts import part_of
from ingest.prose.people.tenures import came_in, stayed
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef, Span
from kg.text import HAN

__all__ = ["HOUSES", "IN_WARD", "POST", "posts_at", "read"]

HOLDS_POST = Rule("holds_post")
"""张三现任甲研究所所长、研究员，兼任乙大学教授、丙学会副理事长."""
NOTED_HOME = Rule("noted_home")
"""张三教授（甲大学）."""
SET_APART = Rule("set_apart_home")
"""甲大学 张三 教授, blanks between."""
PRESENTED = Rule("presented")
"""张三，副教授，实验室副主任: in a list of an organisation's members."""

POST = (
    rf"(?:(?:党委|执行|常务|名誉|高级|资深|首席|特聘|讲席|客座|兼职|终身|外籍|博士生|副)*"
    rf"(?:{'|'.join(sorted(TITLES, key=len, reverse=True))}|书记|院长|校长|所长|主任"
    r"|党组成员|党委[委常]委?员?|处长|部长|局长|厅长|司长|科长|馆长|护士长|技师长|总经理|董事长|总裁|首席科学家|总工程师|导师|带头人|负责人|组长))"
)
_HOLDS = re.compile(
    r"(?:现任|担任[着了过]?|兼任|身兼|(?<=，)(?:另?一头|另?一边|一面|另?一个)是|身份[则还就]?是|(?:被|获)(?:任命|委任|任|聘任?|聘请|推选|推举|选举?|增[选补]|提拔|晋升|提升)为?|[就出升接继转续连挂]任|挂职(?:担?任)?(?=[\u4e00-\u9fff]{4,})|荣膺(?=[^，。；]{4,40}(?:会士|院士|委员|会员))|(?<=[，；])[为是](?=[^，。；]{3,30}?(?:会员|会士|委员|理事|会长|主委|常委|理事长|监事|院士)(?:[，。；、]|$))|(?<=[\u4e00-\u9fff])为(?=[^，。；]{4,30}(?:主任|[院所校会]长|理事|委员|主委|教授|医师|研究员|带头人)(?:[，。；、（(]|$))|曾任|历任|现为|(?:(?<=[\u4e00-\u9fff])|^)是(?!我国|国内|国际|全国|目前)|(?<![现担兼曾历原前责信主离])任(?=[^务期何命由教职])|受聘(?:为|担任)?|当选为?|成为(?=[^，。；]{3,40}(?:教授|研究员|医[师生]|主任|[院所校会]长|委员|理事|院士|会员|会士)(?:[，。；、等]|$))|兼职(?:有|包括|为)|曾[为是]|(?<=[\u4e00-\u9fff，；])系(?=[^，。；统列]{3,30}(?:主任|院长|所长|教授|委员|会长|主委|医师|研究员))|[，,]兼(?=[^，。；任]{3,30}(?:主任|院长|所长|教授|委员|会长|主委)))"
)
_CALLED = re.compile(r"(?:邀请|聘请|特邀|会见|陪同|采访|向|对|与|和|由|把|将|给|为)[^，。；]{0,24}$")
"""Whom somebody else does something to is no subject of what follows."""
_ITEM = re.compile(
    rf"(?P<what>{OFFICE}(?:[、兼]{OFFICE})*|[^，。；、]{{0,12}}?{POST}(?:[、兼和]{POST})*)(?=[，。；、,;（(）)]|[和及等]|兼(?![{HAN}A-Z]{{1,8}}(?:组|委员会))|以及|职务|之职|一职|$)"
)
_BETWEEN = re.compile(
    r"(?:[、，,和及兼]|以及|新一届|首届|本届|第[一二三四五六七八九十]+届|[（(][^（）()]{2,20}[)）]|兼任|现任|担任|任|同时|《[^》]{2,20}》[^，。；、]{2,8})*"
)
_KNOWN_FIRST = re.compile(rf"(?:[{HAN}]{{2,14}}(?:学家|专家)[，、])+")
"""What somebody is known as, before the houses: 放射学家，|甲大学教授."""
_OFFICES = re.compile(rf"{OFFICE}(?=[，,、。；]|$)")
_OTHER_POST = re.compile(
    r"(?:首任)?[^，。；、任]{1,10}(?:理事|委员|会长|主席|顾问|代表|会员|主编|编委|召集人|组长|成员|评委)、"
)
"""A post of a kind that no grammar tells, before the next of a row: 甲联盟|首任中国理事、乙委员会委员."""
_OF_NATIONS = re.compile("(?:国际|世界|亚洲|亚太|欧洲|联合国|全球).*(?:委员会|联盟|组织)$")
"""A body of many nations, an office in which is no employment."""
_FELLOW = re.compile("(?:会士|会员)$")
"""What nobody is at a house that employs him: 某国医学工程院|会士."""
_ADVISER = re.compile("(?P<what>(?:名誉|荣誉|学术|首席|特邀|高级)*顾问)(?=[，。；、,;（(]|$)")
"""What somebody may be of a society beside its offices."""
_ONE_OF_THEM = re.compile("一[名位个](?=[医教研护技])")
"""是甲医院的|一名医生."""
_THIS_ONE = re.compile("(?:^|[，。；：])(?:如今，?)?(?:这[位名]|身为)(?:来自)?")
"""这位|甲医院放射科的主任: of whom the paragraph is about."""
_CLAUSE_ENDS = re.compile("[，。；,;：:]")
_NO_OTHER = re.compile(
    r"(?:(?:19|20)\d\d年(?:\d{1,2}月)?(?:起|以来)?|[他她其]|本人|现在|目前|如今|同时|此外|曾经?|现|也|还|又|就|并且?|都|既|更|不仅|同样|一直|主要|兼|此前|之前|原先|原本|\s)*"
)
"""What may stand before 是 where the person told before is meant."""
_WARD_POST = re.compile(
    rf"(?P<what>(?![该本])[{HAN}]{{2,9}}?(?:科|室|中心|部|系)(?:常务|执行)?副?(?:主任|护士长|技师长|负责人)(?:、{POST})*)(?=[，。；]|$)"
)
_CAME_TO = re.compile("(?:加入|加盟|入职|调入|进入|来到|回到|分配[到至]|[就任供]职于|[年月后业]到|[年月后直]在)$")
_SHARED_BY = re.compile("[、和与]")
"""What joins bodies that share the post behind the last: 任甲学会、|乙学会常务理事."""
_JOINED_POSTS = re.compile("[、和]|兼(?!职)")
_SEATED = re.compile(
    "(?<!健康)(?<!计生)(?<!计划生育)(?<!改革)(?<!管理)委员会$|质(?:量|控).*中心$|基金会$|(?:专家|工作|协作)组$"
)
"""A body whose offices are no employment, whatever its kind: 甲质量控制中心|主任委员."""
_THAT_HOUSE = re.compile(r"(?:该|本)(?P<noun>校|院|所|公司)")
_UNKNOWN = re.compile(
    rf"[^，。；、《》]{{0,24}}?(?:{POST}|{OFFICE}|主编|总编辑?|编委|顾问|代表|召集人|专家|成员|评委|获得者|入选者)(?:[（(][^（）()]{{2,24}}[)）])?[、，]"
)
"""The post at a house that no grammar tells, before the next of a row."""
_LATIN_HOME = re.compile(r"\s?[（(](?P<home>[A-Z][A-Za-z.,&’'\- ]{5,60})[)）]")
_LATIN_NOTE = re.compile(r"\s*[（(][A-Z][A-Za-z\-]{1,9}[)）]\s*")
_GROUP = r"(?:专家组|专家委员会|咨询委员会|工作组)"
_OWN_GROUP = re.compile(rf"(?P<group>[{HAN}]{{2,12}}?{_GROUP})(?P<office>{OFFICE})")
_GROUP_ITEM = re.compile(rf"(?P<what>[{HAN}]{{2,12}}?{_GROUP}{OFFICE})(?=[，。；、,;（(]|[和及]|以及|$)")
"""A group of a ministry, an office in which is no employment: 国家某委|甲规范专家组组长."""
HOUSES = ("hospital", "university", "institute", "laboratory", "department")
_MINISTRIES = ("government", "funder")
_REACHED = re.compile(r"[，,][^，。；]{0,12}(?:\d{6}|E-?mail|邮箱|电话|Tel)", re.IGNORECASE)
"""What tells an address: 张三，甲医院|，某市 100000，E-mail."""
_NTH = re.compile("[，,、；\\s]第[一二三四五六七八九十\\d]+届$")
_OF_UNIT = re.compile("^的|(?<=[科室部系所])的(?=副?[主处所])")
"""放射科|的主任."""
_TERMS = re.compile(r"第[一二三四五六七八九十\d]+(?:[、和]第?[一二三四五六七八九十\d]+)+届")
"""Several terms of one office: 第三、四届理事长."""
_BY_LABEL = re.compile(r"(?:主要|学术|社会)*(?:兼职|任职)[:：]\s*")
_APART = re.compile(r"\s*[，,、：:|｜]|\s")
_PARTED = re.compile(r"[，,。；、：:|｜\s/]+")
_NOTES = re.compile(r"[（(][^（）()]*[)）]")
_NOUN = 4
"""How long a bare noun (实验室) may be, which is no institution of its own."""
IN_WARD = re.compile(rf"^[{HAN}]{{2,10}}(?:科|中心|系|部|室)(?=(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})$)")
"""The unit before a title, which is the person's: 超声科|副主任医师."""
_SUBJECT_OPENS = re.compile("(?:^|[，。；：、,;:]|作者|人|得主|获奖者)\\s*$")
_TITLED = re.compile(f"(?:{ROLES}|同志)*(?:均|都|也|同时|目前)?")
_IN_UNIT = re.compile("^科?(?=(?:常务|执行|名誉|行政)*副?主任|护士长|技师长)")
"""Where the unit belongs before a post: 放射科|主任, 放射科|护士长."""
_NOTE = re.compile(
    rf"\s?(?P<titles>(?:{'|'.join(TITLES)})*)(?:博士|先生|女士|老师|同志|副?(?:主任|院长|校长|所长|书记|会长)"
    r"|(?P<post>总工程师|副?[处司局厅]长|副?总经理|副?总裁|董事长|首席[技科医][术学]官|技术总监))?\s*[（(](?:来自)?$"
)
_IN_NOTE = re.compile(
    rf"(?:[，,、\s]+(?P<titles>(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})(?:[、，,/](?:{'|'.join(TITLES)}))*))?[)）]"
)
"""What ends the note on a person's house, a title behind a mark in it: （甲大学，教授）."""
_SET_APART = re.compile(
    rf"[ \u3000]+(?P<titles>(?:{'|'.join(sorted(TITLES, key=len, reverse=True))}|院士)(?:[、/兼](?:{'|'.join(TITLES)}))*)"
)
_NOT_NOW = re.compile("(?:不再|即?将|拟|有望|没有|尚未|并未|并不|不曾)(?:继续|正式)?$")
"""张三不再|担任, 李四即将|出任."""
_MEMBERS = re.compile(r"成员|带头人|专家|领导|人员|团队|师资|队伍|人才|导师|研究组|PI")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """AFFILIATED_WITH and MEMBER_OF of the person whom the sentence is about, of those presented."""
    known_as = _KNOWN_FIRST.match(scene.text)
    first = known_as.end() if known_as is not None else 0
    above = named_above(reading)
    others = [one for one in scene.of("Person") if above is None or one.name != above.name]
    goes_on = scene.starting_at(first, "Organization") is not None and not others
    presented = reading.topic if reading.topic in (reading.profiled, reading.hero) else None
    holder = (reading.holding or presented or above) if goes_on else None
    yield from posts_at(scene, reading, holder, first)
    for holds in _HOLDS.finditer(scene.text):
        if _NOT_NOW.search(scene.text, 0, holds.start()):
            continue
        if holds.group() == "是" and _of_another(scene, holds.start()):
            continue
        if (
            holds.group() == "为"
            and scene.text[holds.start() - 1] not in "，；"
            and not _is_behind_subject(scene, holds.start())
        ):
            continue
        holder = about(scene, reading, holds.start()) or _alone(scene, reading, holds.start())
        yield from posts_at(scene, reading, holder, holds.end(), holds.start())
    for this in _THIS_ONE.finditer(scene.text):
        named = scene.within(this.end(), len(scene.text), "Person")
        if reading.topic is not None and (not named or "，" in scene.text[this.end() : named[0].start]):
            yield from posts_at(scene, reading, reading.topic, this.end())
    if (label := _BY_LABEL.match(scene.text)) is not None:
        holder = about(scene, reading, label.end())
        yield from posts_at(scene, reading, holder, label.end())
    reading.holding = holder if scene.text.endswith("；") else None
    yield from _noted(scene, reading)
    yield from _set_apart(scene, reading)
    yield from _presented(scene, reading)
    yield from _in_apposition(scene, reading)
    remember(scene, reading)
    reading.told_here += [one.name for one in scene.of("Person")]


def _of_another(scene: Scene, at: int) -> bool:
    """Whether a clause has a subject that nothing tells for a person: 1978年出生的某某|是甲大学主任."""
    start = max((gap.end() for gap in _CLAUSE_ENDS.finditer(scene.text, 0, at)), default=0)
    return not scene.within(start, at, "Person") and _NO_OTHER.fullmatch(scene.text, start, at) is None


def _is_behind_subject(scene: Scene, at: int) -> bool:
    """Whether a person, titles behind the name or not, stands right before 为 and opens the clause: 张三教授|为甲医院院长."""
    return any(
        _SUBJECT_OPENS.search(scene.text, 0, one.start) is not None and _TITLED.fullmatch(scene.text, one.end, at) is not None
        for one in scene.of("Person")
        if one.end <= at
    )


def _alone(scene: Scene, reading: Reading, at: int) -> EntityRef | None:
    """甲医院张三教授主动报名，担任…: the one person of the sentence, of a clause that goes on without a subject."""
    people = scene.of("Person")
    if (
        len(people) != 1
        or people[0].end > at
        or scene.text[at - 1 : at] != "，"
        or _CALLED.search(scene.text[: people[0].start])
    ):
        return None
    return reading.person(people[0].name)


def posts_at(scene: Scene, reading: Reading, person: EntityRef | None, at: int, verb: int = 0) -> Iterator[Assertion]:
    """Each organisation of the row after the verb, with the posts that follow it, and the year before the verb."""
    year, society = came_in(scene.text, verb), ""
    while person is not None:
        gap = _BETWEEN.match(scene.text, at)
        at = gap.end() if gap else at
        organization, opens = scene.starting_at(at, "Organization"), at
        while (
            organization is None and (unknown := _UNKNOWN.match(scene.text, at)) and not scene.within(*unknown.span(), "Person")
        ):
            at = unknown.end()
            organization = scene.starting_at(at, "Organization")
        if organization is None and (that := _THAT_HOUSE.match(scene.text, at)) is not None:
            yield from _at_that_house(scene, reading, person, that)
            return
        row = row_from(scene, organization, _SHARED_BY) if organization is not None else []
        shared = _item(scene, row[-1], row[-1].end) if len(row) > 1 and len({_is_society(one) for one in row}) == 1 else None
        shared = shared if shared is None or _is_society(row[0]) or re.search("教授|研究员", shared["what"]) else None
        for one in row[:-1] if shared is not None and not scene.within(*shared.span(), "Person") else ():
            yield from _held(scene, reading, person, one, shared, year) if shared is not None else ()
        organization = row[-1] if shared is not None else organization
        noted = _LATIN_NOTE.match(scene.text, organization.end) if organization else None
        item = _item(scene, organization, noted.end() if noted else organization.end) if organization else None
        if organization is not None and item is None and (other := _OTHER_POST.match(scene.text, organization.end)) is not None:
            at = other.end()
            continue
        if organization is None:
            yield from _in_own_ward(scene, reading, person, opens)
        if organization is None or item is None or scene.within(*item.span(), "Person"):
            return
        if is_bare_school(organization.name) and reading.organization(organization).name == organization.name:
            return  # 加入甲大学，任|某某学院教授
        joined = society and scene.text[organization.start - 1] in "、兼和及"
        body = part_of(reading.organization(organization).name, society if joined else "")
        yield from _held(scene, reading, person, replace(organization, name=body), item, year)
        at, society = item.end(), body


def _in_own_ward(scene: Scene, reading: Reading, person: EntityRef, at: int) -> Iterator[Assertion]:
    """2015年加入甲医院，现为|放射科副主任: of the one house of the sentence, to which he is said to have come."""
    ward = _WARD_POST.match(scene.text, at)
    homes = [one for one in scene.of("Organization") if one.end <= at and not _is_society(one)] if ward is not None else []
    if ward is None or len(homes) != 1 or not _CAME_TO.search(scene.text, 0, homes[0].start):
        return
    if scene.within(homes[0].end, ward.end(), "Person"):
        return
    house = employer_of(reading.organization(homes[0]))
    posts = _JOINED_POSTS.split(ward["what"])
    title = ",".join(post for post in posts if is_title(post))
    position = "、".join(post for post in posts if not is_title(post))
    where = scene.sentence.view.span(homes[0].start, ward.end())
    ref = reading.person(person.name, "" if person.context else house.name)
    yield reading.fact(HOLDS_POST, ref, "AFFILIATED_WITH", house, where, title=title, position=position)


def _is_society(body: Mention) -> bool:
    return body.kind in SOCIETIES


def _at_that_house(scene: Scene, reading: Reading, person: EntityRef, that: re.Match[str]) -> Iterator[Assertion]:
    """任该校某项目主任: of the one house of that kind that the text has told of."""
    ends = {"校": ("university",), "院": ("hospital",), "所": ("institute",), "公司": ("company",)}[that["noun"]]
    told = {house.name for one in reading.bodies.values() if organization_kind((house := employer_of(one)).name) in ends}
    item = _ITEM.match(scene.text, that.end())
    if len(told) != 1 or item is None:
        return
    house, where = EntityRef(label="Organization", name=told.pop()), scene.sentence.view.span(that.start(), item.end())
    posts = [IN_WARD.sub("", post) for post in _JOINED_POSTS.split(item["what"])]
    yield reading.fact(
        HOLDS_POST,
        reading.person(person.name, "" if person.context else house.name),
        "AFFILIATED_WITH",
        house,
        where,
        title=",".join(post for post in posts if is_title(post)),
        position="、".join(post for post in posts if is_position(post) and not is_title(post)),
    )


def _item(scene: Scene, body: Mention, at: int) -> re.Match[str] | None:
    """What somebody is in a body, or in a group of a ministry."""
    group = _GROUP_ITEM.match(scene.text, at) if body.kind in _MINISTRIES else None
    at += scene.text.startswith("的", at)
    one_of = _ONE_OF_THEM.match(scene.text, at)
    at = one_of.end() if one_of is not None else at
    adviser = _ADVISER.match(scene.text, at) if body.kind in SOCIETIES else None
    return group or adviser or _ITEM.match(scene.text, at)


def _held(
    scene: Scene, reading: Reading, person: EntityRef, organization: Mention, item: re.Match[str], year: int | str = ""
) -> Iterator[Assertion]:
    body = reading.organization(organization)
    where = scene.sentence.view.span(organization.start, item.end())
    group = _OWN_GROUP.fullmatch(item["what"]) if organization_kind(body.name) in _MINISTRIES else None
    if group is not None:
        whole = EntityRef(label="Organization", name=body.name + group["group"])
        yield reading.fact(HOLDS_POST, person, "MEMBER_OF", whole, where, role=(group["office"],))
        return
    of_nations = _OF_NATIONS.match(body.name) is not None and re.fullmatch(OFFICE, item["what"]) is not None
    if (
        of_nations
        or _FELLOW.search(item["what"])
        or organization_kind(body.name) in SOCIETIES
        or (_SEATED.search(body.name) and re.fullmatch(OFFICE, item["what"]))
        or (ASSEMBLY.search(body.name) and re.fullmatch(OFFICE, item["what"]))
    ):
        yield reading.fact(
            HOLDS_POST,
            person,
            "MEMBER_OF",
            body,
            where,
            role=tuple(re.split("[、兼]", _TERMS.sub("", item["what"]))),
            year=year,
        )
        return
    posts = [IN_WARD.sub("", _OF_UNIT.sub("", post)) for post in _JOINED_POSTS.split(item["what"])]
    end, years = stayed(scene.text, item.end())
    more = re.match(rf"[、，](?P<what>{POST})(?=[，。；、（(]|$)", scene.text[end:])
    posts += [more["what"]] if more else []
    whole = employer_of(body)
    within = body.name.removeprefix(whole.name) if whole != body else ""
    positions = [post for post in posts if is_position(post) and not is_title(post)]
    yield reading.fact(
        HOLDS_POST,
        reading.person(person.name, "" if person.context else whole.name),
        "AFFILIATED_WITH",
        whole,
        where,
        title=",".join(post for post in posts if is_title(post)),
        position=(within if positions else "") + "、".join(positions),
        year=year if not years and more is None else "",
        years=years if more is None else "",
    )


def _noted(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """张三教授（甲大学）: the institution in brackets after a name."""
    for person in scene.of("Person"):
        latin = _LATIN_HOME.match(scene.text, person.end)
        if latin is not None and organization_kind(latin["home"]) in ("hospital", "university", "institute", "company"):
            body = EntityRef(label="Organization", name=latin["home"])
            where = scene.sentence.view.span(person.start, latin.end())
            yield reading.fact(NOTED_HOME, reading.person(person.name, body.name), "AFFILIATED_WITH", body, where)
        note = re.match(_NOTE.pattern.removesuffix("$"), scene.text[person.end :])
        home = scene.starting_at(person.end + note.end(), "Organization") if note else None
        item = _item(scene, home, home.end) if home is not None else None
        if home is not None and item is not None and scene.text[item.end() : item.end() + 1] in ("）", ")"):
            yield from _held(scene, reading, reading.person(person.name), home, item)
        inside = _IN_NOTE.match(scene.text, home.end) if home is not None else None
        if note is None or home is None or inside is None or home.kind in SOCIETIES:
            continue
        body = employer_of(reading.organization(home))
        where = scene.sentence.view.span(person.start, home.end)
        yield reading.fact(
            NOTED_HOME,
            reading.person(person.name, body.name),
            "AFFILIATED_WITH",
            body,
            where,
            title=note["titles"] or inside["titles"] or "",
            position=note["post"] or "",
        )


def _set_apart(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲大学 张三 教授, 甲医院放射科主任 张三 教授: whom blanks part from the house or post before and the title behind."""
    for person in scene.of("Person") if " " in scene.text or "\u3000" in scene.text else ():
        titled = _SET_APART.match(scene.text, person.end)
        end = len(scene.text[: person.start].rstrip())
        before = [one for one in scene.of("Organization") if one.end <= end] if end < person.start else []
        home = max(before, key=lambda one: (one.end, one.start), default=None)
        post = scene.text[home.end : end] if home is not None else ""
        if titled is None or home is None or home.kind in SOCIETIES or not re.fullmatch(rf"(?:{POST_WORDS})?", post):
            continue
        body = employer_of(named := reading.organization(home))
        title = "" if titled["titles"] == "院士" else titled["titles"]
        position = named.name.removeprefix(body.name) + post if post else ""
        where = scene.sentence.view.span(home.start, titled.end())
        ref = reading.person(person.name, body.name)
        yield reading.fact(SET_APART, ref, "AFFILIATED_WITH", body, where, title=title, position=position)


def _presented(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """张三，教授，实验室主任: at the organisation whose members the list's heading promises, and at those the item names."""
    lead = LEADS_LINE.match(scene.text)
    person = scene.starting_at(lead.end() if lead is not None else 0, "Person")
    if person is not None:
        yield from _with_address(scene, reading, person)
    if person is None or not _APART.match(scene.text, _past_note(scene.text, person.end)):
        return
    yield from _apposed(scene, reading, person)
    for society in scene.of("Organization"):
        office = _OFFICES.match(scene.text, society.end) if society.kind in SOCIETIES else None
        if office is not None and (_APART.match(scene.text[society.start - 1]) or _NTH.search(scene.text, 0, society.start)):
            where = scene.sentence.view.span(0, office.end())
            body = reading.organization(society)
            roles = tuple(re.split("[、兼]", office.group()))
            yield reading.fact(PRESENTED, reading.person(person.name), "MEMBER_OF", body, where, role=roles)
    parts = [part for part in _PARTED.split(_NOTES.sub("", scene.text[person.end :])) if part]
    titles = [part for part in parts if is_title(part)]
    if not titles and not any(part.endswith(TITLES) for part in parts):
        return
    if len(titles) > len(set(titles)):  # a second person's line was joined to this one
        return
    named = tuple(one.surface for one in scene.of("Organization") if len(one.surface) > _NOUN)
    posts = [part for part in parts if is_position(part) and not is_title(part) and not part.startswith(named)]
    where = scene.sentence.view.span(0, len(scene.text))
    homes = [one for one in scene.of("Organization") if one.kind not in SOCIETIES and one.surface in parts]
    for home in homes:
        yield _employed(reading, person, reading.organization(home), where, titles, [])
    listed = _MEMBERS.search(reading.heading) or (_speaks_of_staff(reading) and not _others(scene, reading))
    if reading.own is not None and listed:
        yield _employed(reading, person, reading.own, where, titles, posts)


def _with_address(scene: Scene, reading: Reading, person: Mention) -> Iterator[Assertion]:
    """通信作者：张三，甲医院放射科，某市 100000，E-mail."""
    apart = _APART.match(scene.text, person.end)
    home = scene.starting_at(apart.end(), "Organization") if apart is not None else None
    if home is not None and home.kind not in (*SOCIETIES, None) and _REACHED.match(scene.text, home.end):
        yield _employed(reading, person, reading.organization(home), scene.sentence.view.span(person.start, home.end), [], [])


def _past_note(text: str, at: int) -> int:
    """Behind the years of a life in brackets: 张三（1950—2015）."""
    note = _NOTES.match(text, at)
    return note.end() if note is not None else at


def _speaks_of_staff(reading: Reading) -> bool:
    """Whether the page presents a department, whose people are its own."""
    return reading.own is not None and organization_kind(reading.own.name) in ("department", "laboratory")


def _others(scene: Scene, reading: Reading) -> bool:
    """Whether a line names another house than the one that the page presents."""
    own = employer_of(reading.own).name if reading.own is not None else ""
    named = (one for one in scene.of("Organization") if one.kind not in SOCIETIES)
    return any(employer_of(reading.organization(one)).name != own for one in named)


def _apposed(scene: Scene, reading: Reading, person: Mention) -> Iterator[Assertion]:
    """张三，甲研究所研究员，乙实验室主任: the institutions and posts that follow the name."""
    for home in scene.of("Organization"):
        item = _ITEM.match(scene.text, home.end) if home.kind not in SOCIETIES else None
        if item is None or scene.within(person.end, item.end(), "Person"):  # 侯某、唐某院士，甲医院院长樊某: others
            continue
        if _APART.match(scene.text[home.start - 1]) and not _HOLDS.search(scene.text[: home.start]):
            yield from _held(scene, reading, reading.person(person.name), home, item)


def _in_apposition(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """组长张三，甲医院功能科主任；: the house and post that a whole clause behind a name is."""
    for person in scene.of("Person"):
        home = scene.starting_at(person.end + 1, "Organization") if scene.text[person.end : person.end + 1] in "，," else None
        item = _ITEM.match(scene.text, home.end) if home is not None and home.kind not in SOCIETIES else None
        if home is None or item is None or person.start == 0 or _HOLDS.search(scene.text, 0, home.start):
            continue
        closes = scene.text[item.end() : item.end() + 1] in ("，", "；", "。", "")
        if closes and not scene.within(*item.span(), "Person"):
            yield from _held(scene, reading, reading.person(person.name), home, item)


def _employed(
    reading: Reading, person: Mention, body: EntityRef, where: Span, titles: list[str], posts: list[str]
) -> Assertion:
    whole = employer_of(body)
    unit = body.name.removeprefix(whole.name) if whole != body else ""
    ref = reading.person(person.name, whole.name)
    stated = {"title": ",".join(titles), "position": "、".join(_IN_UNIT.sub(unit, post) if unit else post for post in posts)}
    return reading.fact(PRESENTED, ref, "AFFILIATED_WITH", whole, where, **stated)

"""Lists of people: the officers of a society, those who wrote a guideline, and lines of an institution and a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.chair_rows import chairs_in
from ingest.lexicon import TITLES, could_be_person, is_person, organization_kind
from ingest.people import LEADS_LINE
from ingest.posts import ASIDE
from ingest.prose.houses.parents import NTH, standing, term_of
from ingest.prose.people.described import OFFICE, SOCIETIES, employer_of
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.writings.own_guideline import work_named
from ingest.table.elected import elected_body, elected_term
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = [
    "Listed",
    "group_of_writers",
    "group_within",
    "listed_people",
    "listed_society",
    "office_of",
    "read",
    "writes",
]

OFFICER_LISTED = Rule("officer_listed")
"""副主任委员：张三（甲医院）、李四（乙医院）, in the list of a society's officers."""

EXPERT_LISTED = Rule("expert_listed")
"""执笔人：张三（甲医院）, in the list of those who made a guideline; 组长：李四, below 共识编写组名单."""

ROSTER = Rule("roster_line")
"""甲医院核医学科 张三, a line of its own; 甲医院：张三、李四."""

_EMPLOYERS = ("hospital", "university", "institute", "company", "laboratory", "department", "government")
_BYLINE = re.compile("来源|供稿|撰稿|作者|[文图]|摄影|通讯|记者|编辑|审[核稿]|责编|校对|投稿|稿件|信息员")
_LIST_OF = re.compile(
    rf"(?P<society>[{HAN}]{{2,30}}?(?:专业委员会|专委会|分会|学组|学会|协会|研究会|促进会|联合会|联盟))(?:(?:第?[一二三四五六七八九十\d]+届)?(?:常务)?(?:理事会|委员会)"
    r"|第?[一二三四五六七八九十\d]+届(?=(?:全体|常务|青年)?(?:委员|理事|成员)))?"
    r"(?:委员会)?(?:(?:第?[一二三四五六七八九十\d]+届)?(?P<young>青年委员会)(?:第?[一二三四五六七八九十\d]+届)?)?(?:(?:[及和与、]|以及)(?:[其各所]|新设|下设|下属|所属|[一二三四五六七八九十两\d]个)*(?:青年)?(?:学组|专业组|工作组|协作组|委员会|秘书处|秘书))*"
    r"(?:组成|组织|领导)?(?:人员|机构|成员|(?:常务|青年)?委员|(?:常务)?理事|会员)?(?:名单|组成|一览表?|(?<=[会组])(?:主要)?负责人$)"
)
_ANNOUNCED = re.compile(
    r"(?:^[^，。；]{0,30}?关于)?(?:公布|发布|印发|下发|公示|调整|增补|通报|聘任|批准)+了?(?:(?:19|20)\d{2}年度?)?(?=[^，。；]{6,})|^[^，。；]{0,30}?关于(?:同意)?(?:成立|组建|设立)?"
)
"""What a notice puts before the society: 某某医学会关于公布…."""
_ISSUER = re.compile(rf"(?P<body>[{HAN}]{{2,20}}(?:学会|协会|研究会))(?=关于)")
_OF_ITS_OWN = re.compile("学会|协会|研究会|促进会|联合会|联盟")
_GROUP_HEAD = re.compile(
    rf"(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[)）、.．]\s*)?(?:第?[一二三四五六七八九十\d]+届(?:委员会)?)?(?P<group>[{HAN}、A-Z/]{{2,20}}(?:学组|专业组|协作组|工作组|研究组)|青年委员会)"
    r"(?:(?:组成|成员|人员|组员|委员)*名单)?\s*(?:[（(][^（）()]*[)）])?\s*[:：]?"
)
"""A society's group, on a line of its own above those who are in it."""
_HEADS_LIST = re.compile(
    rf"^\W{{0,2}}(?P<society>[{HAN}]{{4,36}}?(?:委员会|分会|专委会|学组|学会|协会|联盟))(?:第?[一二三四五六七八九十\d]+届)?(?P<office>{OFFICE})(?:名单)?\s*"
    r"(?:[（(][^（）()]{2,24}[)）])?\s*[:：]?$"
)
"""某某学会某分会副主任委员（按姓氏笔画排序）, a line of its own."""
_YOUNG = "青年委员会"
"""The committee of the young that a branch has beside its own."""
_WITH_SOCIETY = re.compile("学会|协会|分会|专委会|委员会|联盟")
_WRITES = re.compile(
    r"执笔|起草|编[委者审写制]|编写|撰写|写作|制[定订]|专家|工作组|核心组|方法学|证据|讨论|参与|成员|副?组长|主编|主审|审[稿阅校]|共识|指南"
)
_NO_WRITER = re.compile("外审|外部评审|评审|审阅|秘书|顾问|指导|咨询|监督|致谢|投票|讨论|利益|通[讯信]")
"""Who stands in such a list and is no author of the text."""
_EXPERTS = (
    r"(?:(?:本?(?:共识|指南|规范|标准|文))?(?:(?:专家|编[写制]|写作|撰写|起草|制[定订]|工作|核心|指导|讨论)组|委员会|制[定订]|编[写制]|撰写|写作|起草|核心|工作"
    r"|指导|专家|参加|本?(?:共识|指南|规范)|的(?=专家|人员|作者)|方法学|执笔|审[稿阅校]|外审|外部评审|讨论|参与|参编|主要|总|共同|第一|证据|秘书)*"
    r"(?:副?组[ \u3000]*长|执[ \u3000]*笔(?:人|者|专家|作者)?|起草人|编[ \u3000]*[委者]|专家|成[ \u3000]*员|组员|人员|作者"
    r"|副?主编|主审|审阅|审校"
    r"|秘[ \u3000]*书|顾[ \u3000]*问|名单|专家组|编写组|工作组|委员会))"
)
_OPENS = r"^(?:附录?[一二三四\d]?[:：])?\s*(?:[（(]?\d{1,2}[)）.、．]\s*)?[【\[]?"
_LABEL = re.compile(
    rf"{_OPENS}(?P<office>(?:{OFFICE}|第[一二三四五六七八九十]届{OFFICE}|监事长?|顾问|秘书|总干事|{_EXPERTS}))(?:名单|组成)?[】\]]?"
    r"\s*(?:[（(][^（）()]{1,24}[)）])?\s*(?:[:：】]\s*|(?<=[】\])）])|$)"
)
_GAPPED = re.compile(
    rf"{_OPENS}(?P<office>{OFFICE}|[前候历]任{OFFICE}|监事长?|顾[ \u3000]*问|秘[ \u3000]*书|总干事|委[ \u3000]*员"
    r"|执[ \u3000]*笔(?:人|者|专家|作者)?|(?:审[稿阅校]|编写|起草)(?:人员?|专家)|(?:专家|共识|编写)组(?:副?组长|成员))"
    r"(?:[（(][^（）()]{1,24}[)）])?[ \u3000\t]+(?=\S)"
)
"""An office that a blank alone parts from those who hold it: 副主任委员　张三　李四."""
_NAME = (
    rf"[{HAN}]{{2,8}}[·•][{HAN}]{{2,8}}|[{HAN}·](?:[ \u3000]{{0,3}}[{HAN}·]){{1,7}}?"
    r"|[A-Z][A-Za-z.\-]*(?: [A-Z][A-Za-z.\-]*){1,3}"
)
_POST = rf"(?:{'|'.join(sorted(TITLES, key=len, reverse=True))}|(?:正|教授级)?高工)"
_TITLE = rf"(?P<titles>(?:[、\s]*(?:{'|'.join(sorted(TITLES, key=len, reverse=True))}|博士))*)"
_ITEM = re.compile(
    rf"(?P<name>{_NAME})[\d*#△]{{0,3}}{_TITLE}{ASIDE}?\s*"
    rf"(?:[（(](?P<note>[^（）()]{{1,40}})[)）]|(?:(?<=[\s\u3000])|(?P<behind>[，,]\s*))(?P<home>[{HAN}]{{2,30}}?(?:大学|学院|[医病健]院|医院[{HAN}]{{1,8}}(?:科|[^教]室)|[大省市县区][一二三四五六]院|附[一二三四五六]?院|研究所|研究院|中心|院区|分院|公司))(?=[、，,；;。\s]|$)"
    rf"(?:(?:[ \u3000\t]+|[，,]\s*)(?P<post>{_POST}(?:[、/]{_POST})*)(?=[、，,；;。\s]|$))?)?"
    r"(?:[、，,；;。\s]+|$)"
)
_ROW_OF_NAME = re.compile(rf"\s*[{HAN}](?:[ \u3000]*[{HAN}·]){{1,7}}(?:[ \u3000]{{2,}}|\u3000|\t)[{HAN}（）()]{{4,40}}\s*")
"""A line of a name and a house, a gap between them."""
_ROWS_BESIDE = 2
"""How far off another such line may stand: a house that a narrow column broke goes on below its own."""
_HOUSE = re.compile(rf"^(?:[·•]\s*)?(?P<home>[{HAN}]{{4,30}})(?:[:：]\s*|[（(])(?=[{HAN}A-Z])")
_APART = re.compile(r"\s+|的?")
"""What parts a house from one who is listed with it: a blank, below an office also 的 or nothing."""
_HOUSES_OF = re.compile(rf"\s*(?P<home>[{HAN}]{{4,30}})[（(](?P<names>[{HAN}·、，,\s]{{2,80}})[)）]\s*(?:[，,、；;。]\s*|$)")
_ALL_HOUSES = re.compile(rf"(?:{_HOUSES_OF.pattern.replace('?P<home>', '?:').replace('?P<names>', '?:')})+")
"""甲医院（张三、李四），乙医院（王五）: a row of houses, each with its people in brackets."""
_PROMISES = re.compile(
    rf"(?P<office>{OFFICE})(?P<proposed>候选人)?(?:名单)?[，,]?(?:分别|依次)?(?:为|是|有|如下|包括)[:：]\s*(?=[^，。；]*$)"
)
"""副主任委员分别为：, with whom it promises on the lines that follow."""
_PASSED = re.compile("(?:投票|表决|审议|选举)[^。]{0,10}通过|通过了[^。]{0,20}(?:提议|提名|名单|选举)|选举产生|当选")
_SHORT = 50
"""The longest line that is a heading."""
_NEAR = 400
_OF_LIST = re.compile("(?:组(?:成员|人员|专家)?|委员会|编委会|名单)[】]?(?:[（(][^（）()]*[)）])?[:：]?$")
_OF_WRITERS = re.compile("编写|编委会|编审|撰写|起草|制[定订]|写作|共识|指南")
_WRITERS = (
    r"(?P<group>(?:编[写制审]|制[定订]|修订|起草|撰写|写作|执笔|工作|指导|核心|方法学|专家)+组"
    r"|(?:编写|编审|专家|制[定订]|起草)+委员会|编委会)"
)
_GROUP_OF_WRITERS = re.compile(rf"{_WRITERS}(?:成员|专家|人员)?(?:名单|组成)?(?:[（(][^（）()]*[)）])?\s*[:：]?$")
_SEAT_OF_WRITERS = re.compile(rf"(?:本?(?:共识|指南|规范|标准))?{_WRITERS}(?P<seat>副?组长|成员|组员|秘书)")
"""编写组成员, 共识专家组组长: a label that tells the group too."""
_NO_MEMBER = re.compile("外审|外部|评审|审阅|致谢|投票|讨论|利益|通[讯信]")
_EDITION = re.compile(r"[（(][^（）()]*\d{4}[^（）()]*[)）]$")
_HEADS = re.compile(r"(?:主任委员|主委|会长|理事长|常[务委].*|理事|委员|秘书长|监事长?)$")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """MEMBER_OF, AUTHORED and AFFILIATED_WITH of the people that a line lists."""
    promised = _PROMISES.search(scene.text)
    if promised is not None:
        passed = not promised["proposed"] or _PASSED.search(reading.document.text)
        reading.office = promised["office"] if passed else ""
        yield from _roster(scene, reading, promised.end())
        return
    label = _LABEL.match(scene.text) or _gapped(scene.text)
    if label is not None:
        reading.office = heal_name(label["office"])
    yield from _roster(scene, reading)
    heads = _HEADS_LIST.match(scene.text) if len(scene.text) < _SHORT else None
    if heads is not None and organization_kind(standing(heads["society"])) in SOCIETIES:
        reading.listed, reading.office = EntityRef(label="Organization", name=standing(heads["society"])), heads["office"]
        reading.term = term_of(scene.text)
        return
    listed = listed_society(scene.text) if len(scene.text) < _SHORT else None
    if listed is not None:
        reading.listed, reading.term = listed, listed_term(scene.text)
    if label is None and (not reading.office or not _all_items(scene.text)):
        reading.office = reading.office if listed or _is_heading(scene.text) else ""
        reading.group = group_within(scene.text, _society(scene, reading))
        yield from _of_house(scene, reading)
        yield from _in_rows(scene, reading)
        return
    at = label.end() if label is not None else 0
    first = _ITEM.match(scene.text, at)
    while (item := _ITEM.match(scene.text, at)) is not None:
        if item["behind"] and first is not None and not _is_name(first):  # houses may stand before the names
            return
        yield from _listed(scene, reading, item)
        at = item.end()


def _gapped(words: str) -> re.Match[str] | None:
    """The office that opens a line of names without a mark behind it."""
    label = _GAPPED.match(words)
    return label if label is not None and _all_items(words[label.end() :]) else None


def _is_heading(words: str) -> bool:
    return len(words) < _SHORT and not re.search("[，。；]", words)


def _all_items(words: str) -> bool:
    """Whether words hold names and nothing else, each a person's or with a house behind it."""
    at, found = 0, 0
    while (item := _ITEM.match(words, at)) is not None:
        if not _is_name(item):
            return False
        at, found = item.end(), found + 1
    return found > 0 and at == len(words)


def _is_name(item: re.Match[str]) -> bool:
    name = heal_name(item["name"])
    return is_person(name) or bool(_house_of(item) and organization_kind(_house_of(item)) and could_be_person(name))


def _house_of(item: re.Match[str]) -> str:
    """What stands in the brackets behind a name, or behind the gap after it; the house among the parts of a note."""
    words = heal_name(item["note"] or item["home"] or "")
    parts = re.split("[，,；;]", words)
    return next((part for part in parts if organization_kind(part)), words) if len(parts) > 1 else words


def _listed(scene: Scene, reading: Reading, item: re.Match[str]) -> Iterator[Assertion]:
    """What a list says of one: the office, in the society or for the guideline, and the house in brackets."""
    if not _is_name(item):
        return
    end = item.end("note") + 1 if item["note"] else item.end("home" if item["home"] else "name")
    where, home = scene.sentence.view.span(item.start(), end), _house_of(item)
    house = EntityRef(label="Organization", name=home) if organization_kind(home) in _EMPLOYERS else None
    employer = employer_of(house) if house is not None else None
    person = reading.person(heal_name(item["name"]), employer.name if employer else "")
    society, work = _body(scene, reading), work_named(reading.document)
    rule = OFFICER_LISTED
    if society is not None and (work is None or _HEADS.search(reading.office)):
        yield reading.fact(rule, person, "MEMBER_OF", society, where, role=(reading.office,), term=_term(scene, reading))
    elif work is not None and (_WRITES.search(reading.office) or _of_writers(scene, reading)):
        rule = EXPERT_LISTED
        if not _NO_WRITER.search(reading.office):
            yield reading.fact(rule, person, "AUTHORED", work, where, role=(reading.office,))
        group, seat = _seat_of_writers(scene, reading, work)
        if group is not None:
            yield reading.fact(rule, person, "MEMBER_OF", group, where, role=(seat,))
    if employer is not None:
        yield reading.fact(
            rule, person, "AFFILIATED_WITH", employer, where, title=",".join(re.split("[、/]", item["post"] or ""))
        )


def _of_writers(scene: Scene, reading: Reading) -> bool:
    """Whether the line above that last headed a list heads one of those who write (共识编写委员会)."""
    return _OF_WRITERS.search(_heading(scene, reading)) is not None


def _heading(scene: Scene, reading: Reading) -> str:
    """The line above that last headed a list, "" where none did."""
    start = scene.sentence.view.offsets[0]
    above = [line.strip() for line in reading.document.text[max(0, start - _NEAR) : start].split("\n")]
    return next((line for line in reversed(above) if len(line) < _SHORT and _OF_LIST.search(line)), "")


def _seat_of_writers(scene: Scene, reading: Reading, work: EntityRef) -> tuple[EntityRef | None, str]:
    """The group of those who made the work, and the part in it: of the label, else of the heading (None for no group)."""
    told = _SEAT_OF_WRITERS.fullmatch(reading.office)
    if told is not None:
        return group_of_writers(work, told["group"]), told["seat"]
    heading = _heading(scene, reading)
    written = _OF_WRITERS.search(heading) and not _NO_MEMBER.search(reading.office)
    return (group_of_writers(work, heading) if written else None), reading.office


def _of_house(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲医院：张三、李四, and 甲医院（张三、李四），乙医院（王五）: whom a list tells by house."""
    told = list(_HOUSES_OF.finditer(scene.text)) if _ALL_HOUSES.fullmatch(scene.text) else []
    if len(told) > 1:
        for one in told:
            yield from _of_its_house(scene, reading, one["home"], re.split(r"[、，,]|\s+", one["names"].strip()), one.span())
        return
    line = _HOUSE.match(scene.text)
    if line is None or organization_kind(line["home"]) not in _EMPLOYERS[:-1]:
        return
    names = scene.text[line.end() :].rstrip("）)。；; ")
    yield from _of_its_house(scene, reading, line["home"], re.split(r"[、，,]|\s{2,}", names), (0, len(scene.text)))


def _of_its_house(scene: Scene, reading: Reading, home: str, names: list[str], stretch: tuple[int, int]) -> Iterator[Assertion]:
    people = [heal_name(name) for name in names]
    if organization_kind(home) not in _EMPLOYERS[:-1] or not all(map(is_person, people)):
        return
    body = employer_of(EntityRef(label="Organization", name=home))
    where = scene.sentence.view.span(*stretch)
    for name in people:
        yield reading.fact(ROSTER, reading.person(name, body.name), "AFFILIATED_WITH", body, where)


def _in_rows(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """张三    甲医院核医学科, a line among others like it."""
    item = _ITEM.fullmatch(scene.text) if len(scene.text) < _SHORT else None
    house = EntityRef(label="Organization", name=heal_name(item["home"])) if item is not None and item["home"] else None
    known = house is not None and organization_kind(house.name) in _EMPLOYERS[:-1]
    if item is None or house is None or not known or not could_be_person(heal_name(item["name"])):
        return
    text, at = reading.document.text, scene.sentence.view.offsets[0]
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    above, below = text[:start].rstrip().rsplit("\n", _ROWS_BESIDE), text[end:].lstrip().split("\n", _ROWS_BESIDE)
    beside = (*above[-_ROWS_BESIDE:], *below[:_ROWS_BESIDE])
    if end > start and any(_ROW_OF_NAME.fullmatch(line) for line in beside):
        body = employer_of(house)
        where = scene.sentence.view.span(0, len(scene.text))
        person = reading.person(heal_name(item["name"]), body.name)
        yield reading.fact(ROSTER, person, "AFFILIATED_WITH", body, where, title=",".join(item["titles"].split()))


def _roster(scene: Scene, reading: Reading, start: int = 0) -> Iterator[Assertion]:
    """甲医院核医学科 张三, 报告人：乙大学 李四 教授; a byline (文/图：甲医院 王五) tells no staff."""
    lead = LEADS_LINE.match(scene.text, start)
    start = lead.end() if lead is not None else start
    home = scene.starting_at(start, "Organization")
    apart = _APART.match(scene.text, home.end) if home is not None and home.kind in _EMPLOYERS[:-1] else None
    behind = apart is not None and (apart.group().isspace() or reading.office)
    if home is None or apart is None or _BYLINE.search(scene.text[:start]):
        return
    if not behind or not _all_items(scene.text[apart.end() :].strip()):
        yield from _by_post(scene, reading, start)
        return
    body = employer_of(reading.organization(home))
    for item in _ITEM.finditer(scene.text, apart.end()):
        where = scene.sentence.view.span(start, item.end("name"))
        person = reading.person(heal_name(item["name"]), body.name)
        yield reading.fact(ROSTER, person, "AFFILIATED_WITH", body, where, title=",".join(item["titles"].split()))
        society = _body(scene, reading) if reading.office else None
        if society is not None:
            role = (reading.office,)
            yield reading.fact(OFFICER_LISTED, person, "MEMBER_OF", society, where, role=role, term=_term(scene, reading))


def _by_post(scene: Scene, reading: Reading, start: int) -> Iterator[Assertion]:
    """甲医院放射科主任张三教授, a line of its own below an office."""
    chairs = chairs_in(scene.text[start:]) if reading.office and len(scene.text) < _SHORT else ()
    society = _body(scene, reading) if len(chairs) == 1 and chairs[0].home else None
    if society is not None:
        where, person = scene.sentence.view.span(start, len(scene.text)), reading.person(chairs[0].name, chairs[0].home)
        role = (reading.office,)
        yield reading.fact(OFFICER_LISTED, person, "MEMBER_OF", society, where, role=role, term=_term(scene, reading))


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One of a list: the name, and the employer that stands in brackets behind it."""

    name: str
    employer: EntityRef | None


def office_of(words: str) -> str:
    """The office or part in a group that words are, "" where they are none.

    >>> office_of("副 组 长"), office_of("成员（以姓氏拼音为序）"), office_of("项目名称")
    ('副组长', '成员', '')
    """
    plain = heal_name(words)
    label = _LABEL.match(plain)
    return label["office"] if label is not None and label.end() == len(plain) else ""


def writes(office: str) -> bool:
    """Whether who holds a part in a group has a part in what it writes."""
    return not _NO_WRITER.search(office)


def listed_people(words: str) -> tuple[Listed, ...]:
    """The people that words list, each a person's name or with a house behind it; none where anything else stands there."""
    at, found = 0, list[Listed]()
    while (item := _ITEM.match(words, at)) is not None:
        if not _is_name(item):
            return ()
        home = _house_of(item)
        house = EntityRef(label="Organization", name=home) if home and organization_kind(home) in _EMPLOYERS else None
        found.append(Listed(name=heal_name(item["name"]), employer=employer_of(house) if house is not None else None))
        at = item.end()
    return tuple(found) if at == len(words) else ()


def group_of_writers(work: EntityRef, heading: str) -> EntityRef | None:
    """The group that made a work, as a heading calls it; the edition is none of the group's name.

    >>> group_of_writers(EntityRef(label="Guideline", name="某某专家共识（2031版）"), "本共识编写组名单").name
    '某某专家共识编写组'
    """
    named = _GROUP_OF_WRITERS.search(heading)
    return EntityRef(label="Organization", name=_EDITION.sub("", work.name) + named["group"]) if named is not None else None


def group_within(line: str, society: EntityRef | None) -> EntityRef | None:
    """The group of a society that a line of its own names, above those who are in it.

    >>> group_within("（一）胸部影像学组（筹）：", EntityRef(label="Organization", name="某省医学会放射学分会"))
    EntityRef(label='Organization', name='某省医学会放射学分会胸部影像学组', context='')
    """
    named = _GROUP_HEAD.fullmatch(heal_name(line)) if society is not None and len(line) < _SHORT else None
    if society is None or named is None or _WITH_SOCIETY.search(named["group"].removeprefix(_YOUNG)):
        return None
    return EntityRef(label="Organization", name=society.name + named["group"])


def listed_society(title: str) -> EntityRef | None:
    """The society whose officers a title promises.

    >>> listed_society("某省医学会关于公布放射学分会第三届委员会及各学组成员名单的通知").name
    '某省医学会放射学分会'
    >>> listed_society("关于调整某省医学会放射学分会委员名单的通知").name
    '某省医学会放射学分会'
    >>> listed_society("某省医学会放射学分会第三届委员会青年委员会委员名单").name
    '某省医学会放射学分会青年委员会'
    """
    words = heal_name(title)
    issuer, found = _ISSUER.match(words), _LIST_OF.search(_ANNOUNCED.sub("", words))
    if found is None:
        return None
    whole = issuer is None or _OF_ITS_OWN.search(found["society"])
    name = found["society"] if issuer is None or whole else issuer["body"] + found["society"]
    return EntityRef(label="Organization", name=standing(name) + (found["young"] or ""))


def listed_term(title: str) -> str:
    """The term in which those hold office whom a title promises; "" where it tells that of another body.

    >>> listed_term("关于公布某省医学会放射学分会第三届委员会及青年委员会名单的通知")
    '第三届'
    >>> listed_term("某省医学会放射学分会第三届委员会青年委员会名单"), listed_term("某省医学会放射学分会第二届青年委员会名单")
    ('', '第二届')
    """
    found = _LIST_OF.search(_ANNOUNCED.sub("", heal_name(title)))
    if found is None:
        return ""
    whole, young = found.group(), found["young"] and found.start("young") - found.start()
    if not young:
        return term_of(whole)
    beside = re.search(rf"{NTH}$", whole[:young]) or re.match(NTH, whole[young + len(_YOUNG) :])
    return beside.group() if beside is not None else ""


def _body(scene: Scene, reading: Reading) -> EntityRef | None:
    """The society whose officers are listed: told by the title, a heading or a line, else the one whose election is told."""
    if not re.fullmatch(OFFICE + "|秘书|顾问|监事长?|总干事|第[一二三四五六七八九十]届.*", reading.office):
        return None
    return reading.group or _society(scene, reading)


def _society(scene: Scene, reading: Reading) -> EntityRef | None:
    return _promised(scene, reading)[0]


def _term(scene: Scene, reading: Reading) -> str:
    """The term that the words which promise the list tell; that of a society is not its group's."""
    return "" if reading.group is not None else _promised(scene, reading)[1]


def _promised(scene: Scene, reading: Reading) -> tuple[EntityRef | None, str]:
    """The society whose officers are listed, and the term that the same words tell."""
    title, heading = reading.document.title, reading.heading
    titled, headed = listed_society(title), listed_society(heading)
    near, said = (headed, listed_term(heading)) if headed is not None else (reading.listed, reading.term)
    if near is not None and (titled is None or near.name.startswith(titled.name)):
        return near, said or (listed_term(title) if near == titled else "")
    if titled is not None:
        return titled, listed_term(title)
    elected = reading.elected
    if elected is not None and organization_kind(elected.name) in SOCIETIES:
        return elected, ""
    at = scene.sentence.view.offsets[0]
    return elected_body(reading.document, at), elected_term(reading.document, at)

"""People as the words before their names describe them: 甲学会会长、乙医院影像科主任张三教授."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.lexicon import SURNAMES, TITLES, is_person, is_position, is_title, organization_kind
from ingest.mentions import Mention
from ingest.posts import KNOWN_AS
from ingest.prose.houses.parents import term_of
from ingest.prose.people.governors import government_of, is_governor
from ingest.prose.people.own_parts import part_of
from ingest.prose.people.posts_in_rows import OFFICE, POST, POST_WORDS, goes_on_before
from ingest.prose.people.presided import only_society
from ingest.prose.reading import FUND, Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["ASSEMBLY", "CAMPUS", "OFFICE", "POST_WORDS", "SOCIETIES", "described", "employer_of", "position_after"]

DESCRIBED = Rule("described_before_name")
"""甲医院影像科主任张三; 甲学会会长、乙大学校长张三."""
SOCIETY_OFFICE = Rule("society_office")
"""某学会分会主任委员张三."""
CARRIED = Rule("office_carried_over")
"""甲大学校长张三、副校长李四: the organisation of the one named before."""

SOCIETIES = ("society", "society_branch")

_POSTS = re.compile(rf"(?P<posts>(?:{OFFICE}|{POST})(?:[兼](?:{OFFICE}|{POST}))*)$")
_TITLED = re.compile(rf"(?:(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})[、/]?)*")
_BESIDE_BODY = re.compile(rf"的?(?P<inner>[{HAN}·A-Z/]{{0,14}}?)(?P<posts>(?:{OFFICE}|{POST})(?:兼(?:{OFFICE}|{POST}))*)")
_VERB = re.compile(
    r"[了着过将把被由对向为]|[与和及](?!.*(?:处|部|司|局|厅|科|系|所|办|室|中心|学院)(?:[一二三四]级)?$)"
    r"|表示|指出|出席|参加|邀请|主持|聘|当选|任命|推荐|在$"
)
_BREAK = re.compile(r"[，。；：、,;:“”（）()\s]|/(?![A-Z])")
"""What parts clauses and items; the bar of PET/CT does not."""
_BLANK = re.compile("[长任委员记席事裁师士授] $")
"""A blank between a post and the name: 甲医院院长 张三."""
_BEING = re.compile(r"(?:[时现原曾]任|担任|身为|作为)[^，。；的]{2,30}的$")
_NTH = re.compile(r"^第?[一二三四五六七八九十\d]+(?:[、和][一二三四五六七八九十\d]+)*届(?:(?:常务)?(?:委员会|理事会))?")
_OFFICE_END = re.compile(rf"{OFFICE}$")
_STAFF = re.compile(r"书记|党组|办公室|总干事|助理")
_OWN_OFFICE = re.compile(rf"[{HAN}]{{2,12}}(?:局|司|处|厅|办公室)副?(?:局长|司长|处长|厅长|主任)")
"""计划局副局长, beside the head of a department: an office of the whole house."""
_BRANCH = re.compile(r"(?:[^，。；]{0,6}由)?(?:该|本)?(?P<noun>分会|学会|协会|专委会|专业委员会|委员会|学组|研究会|联盟)$")
_OWN_BRANCH = re.compile(rf"[{HAN}]{{2}}(?:分会|专委会|专业委员会|学组)$")
_SHORTEST_BRANCH = 4
_BEFORE_BRANCH = frozenset("会届的该本")
"""What a branch's own name may stand behind; any other word is a part of another's: 腹腔镜和内镜|外科学组."""
_OURS = re.compile(r"[我本该]?[院校所科]$|[我本该]$")
_OUR_HOUSE = re.compile(r"[我本该][院校所]$")
_OF_ANOTHER = re.compile(rf"(?:聘任|聘请|选举|推选|推举|任命|增补|同意)[{HAN}]+为[{HAN}]*$")
"""聘任张三为影像分会主任委员、|李四…: what somebody else is made."""
_SPOKEN_FOR = re.compile("代表$")
"""张三代表|甲大学、乙大学校长李四代表乙大学: the house of the one before."""
_BESIDE = re.compile(rf"(?:{OFFICE}|{POST}|博士|先生|女士|同志|老师)*[、，,和及]$")
_TOLD_WHOLE = re.compile(rf"(?:{OFFICE}|{POST}|博士|先生|女士|同志|老师)*")
"""What may stand behind the name of the one told before."""
_TOLD_AND = re.compile(rf"{_TOLD_WHOLE.pattern}(?:以及|[和与及])")
_LED_TO = re.compile("(?:^|并|同时|还)(?:转达|邀请到?|感谢|欢迎|祝贺|陪同|由|在|向|对|推荐|聘请|聘任)了?$")
"""Verbs before a post that say nothing of it: 转达理事长张三的问候."""
_FOUNDER = re.compile("(?:主要|共同)?(?:创始人|发起人|奠基人)")
_HEADS_COMMITTEE = re.compile("(?:常务|执行|名誉)?副?主任")
_COMMITTEE = re.compile("(?:学术|专家|技术|指导|顾问|专业)委员会$")
_GROUP = re.compile("(?:委员会|专家组|工作组|小组)$")
"""A group whose heads follow each other: 学术委员会|主任、甲大学张三，副主任李四 is no 副主任 of that university."""
_ROW_GAP = re.compile(rf"(?:{'|'.join(TITLES)}|总工程师|副?(?:院长|所长|校长|主任)(?=及))?[、和与及]")
_KNOWN_AS = re.compile(rf"(?:{'|'.join(KNOWN_AS)}|导师|博导|硕导|人才|完成人|党员)$")
_KNOWN_IN_ROW = re.compile(
    "、(?P<what>(?:我国|国际|国内)?(?:著名|知名|资深)[^，。；：]{2,24}、[^，。；：、]{1,16})(?<=[专学]家)$"
)
"""甲医院超声科首席专家、|著名甲技术、乙治疗专家|张三: the marks inside part what somebody is known for."""
_POST_AFTER = re.compile(rf"(?P<posts>(?:{OFFICE}|{POST})(?:兼(?:{OFFICE}|{POST}))*)")
_POSTED_BEFORE = re.compile(rf"{_POST_AFTER.pattern}(?:[、和与及]|以及)")
_POSITION_AFTER = re.compile(
    rf"(?:(?:{'|'.join(sorted(TITLES, key=len, reverse=True))}|博士)[、/兼]?)*(?P<position>{POST})"
    r"(?!委员|会议|助理|办公|[技药护]师)"
)
_UNIT_OF_HOUSE = re.compile(rf"[{HAN}A-Z/]{{1,11}}(?:部|处|科|办|局|司|室|系|中心|学院|所|组|病区|研究院)")
_HOUSE_UNKNOWN = re.compile("(?:所|院|厂|公司|大学|学校|站)$")
"""What the words before a post end in that name a house which was not read: 某某硅酸盐所|所长助理、部长张三."""
_CENTRE = re.compile("(?:中心|实验室|研究院|研究所)$")
_OF_CENTRE = re.compile(rf"[{HAN}A-Z]{{2,}}(?:中心|实验室)(?:{POST_WORDS})")
_UNIT = re.compile(rf"[{HAN}A-Z]{{1,10}}(?:处|部|司|局|科|办)")
_INNER_UNIT = re.compile(rf"{_UNIT.pattern}|[{HAN}A-Z]{{2,8}}(?:中心|室|系)|(?:直属)?机关")
_FOREIGN_UNIT = re.compile("国家|中央|中[宣组]部|统战部|[省市区县].|委(?!员)|[厅党]|部.*[司处局]|[院校]|集团|公司")
"""Words before a post that name another house than the one told before: 国家某委某司, 某党某部."""
CAMPUS = re.compile(rf"[{HAN}]{{1,4}}院区")
"""东城院区, told of a house by its name alone."""
_OTHER_HOUSE = re.compile("[一二三四五六附大]院|医院|公司|支社|总支")
"""An institution, or a party's branch, inside the words between, which is the one that the post is at."""
_SHAPED_AS_NAME = re.compile(rf"[{''.join(sorted(SURNAMES))}][{HAN}](?![处部司局科办室系所组院心副委会团层区])[{HAN}]")
"""Words of a name's shape before a post that ends an item of a row: 甲中心|裘则明|处长、乙厅副厅长张三."""
_SHORT_NOTE = re.compile(r"[（(](?:(?:以下)?简称[:：]?[^（）()，。；]{2,16}|[A-Z][A-Za-z\-]{1,9})[)）]")
"""甲委员会（简称“甲委”）|副主任."""
_OTHER_NAME = re.compile('[（(](?:又名|亦称|原|(?:以下)?简称)?[:：]?[“"]?')
_SPLIT = re.compile("[、兼]")
_HOME_NOTED = re.compile(rf"(?:{'|'.join(TITLES)}|博士)*[（(]")
_GUIDES = re.compile("(?:博士|硕士)(?:研究)?生导师")
"""What a comma may part from the post before it."""
_LEARNED_HEAD = re.compile("(?<!委员)会长|理事")
_HEAD = re.compile("(?:候任|前任|首任|现任|名誉|常务|执行)*(?:副?主任委员|副?主委|副?会长|副?理事长|副?秘书长)")
"""Offices that only societies have."""
_SEAT = re.compile(rf"(?P<board>[{HAN}]{{2,10}}委员会)(?P<role>{OFFICE}|副?主任)")
"""学术委员会委员, behind a house whose board it is."""
ASSEMBLY = re.compile(
    "政协$|(?:九三学社|农工党|民[盟进建革]|致公党|台盟).*(?:委|委员会|支社|总支)$|全国人大$|人大(?:常委会|常务委员会)$"
)
_ABUTS = re.compile(rf"(?:{_HEAD.pattern})$")
"""An office right before another house, no mark between: 甲分会主任委员|乙医院院长张三."""
_SEVERAL = re.compile(
    "副|委员|理事|常委|常务|教授|研究员|院士|主任[医技护药]师|主治医师|住院医师|医[师生]|主管[技护药]师|技师|护士(?!长)|讲师|(?:高级)?工程师|博士|硕士"
)
"""Posts that several people of one organisation hold."""
_OWN_COMMITTEE = re.compile(r"^(?!国家|全国|.{2,8}[省市区县]).*(?<!健康)委员会$")
"""A committee that is no government's: an office in it is no employment."""
_PROPER = ("hospital", "university", "institute")
_ONE_NAME = re.compile("管理|发展|(?<=妇幼)(?:保健|健康|计划|服务|和|与)")
_HOUSE_OF_ITS_OWN = re.compile(f"第[一二三四五六七八九十]+医学中心$|大学[{HAN}]{{1,6}}学部$")
"""A hospital, or a school, in all but the word: 某总医院第六医学中心, 某大学医学部."""


@dataclass(frozen=True, slots=True)
class _Item:
    """One of the posts before a name: its organisation (None for a bare post), the words after it, where it starts."""

    body: Mention | None
    words: str
    posts: str
    start: int


@dataclass(frozen=True, slots=True)
class _Held:
    """The posts that a person holds at one organisation, with the words that say so and the title after the name."""

    body: EntityRef
    posts: list[str]
    extent: tuple[int, int]
    title: str
    rule: Rule


def described(scene: Scene, reading: Reading, person: Mention) -> list[Assertion]:
    """AFFILIATED_WITH and MEMBER_OF of the posts before the name, else of an office after it; empty where none stands there."""
    items = _items(scene, person) or _shared(scene, person) or _of_committee(scene, reading, person) or _as_head(scene, person)
    if not any(item.posts for item in items):
        return list(_after_name(scene, reading, person))
    return list(_stated(scene, reading, person, items))


def _after_name(scene: Scene, reading: Reading, person: Mention) -> Iterator[Assertion]:
    """甲学会张三会长, 乙市科技局生物处李四处长: at a society or government, whose people have no titles to tell them by."""
    post = _POST_AFTER.match(scene.text, person.end)
    first = _first_of_row(scene, person) if post is not None else person
    home = next((one for one in reversed(scene.of("Organization")) if one.end <= first.start), None)
    if post is None or home is None or home.kind not in (*SOCIETIES, "government", "funder"):
        return
    unit = scene.text[home.end : first.start]
    elsewhere = home.kind == "government" and _LEARNED_HEAD.search(post["posts"])  # 某科委张三主任、李四会长
    if elsewhere or (unit and not _UNIT.fullmatch(unit)):
        return
    unit = unit if first is person else ""
    held = _Held(reading.organization(home), [unit + post["posts"]], (home.start, post.end()), "", DESCRIBED)
    yield from _fact(scene, reading, person, held)


def _first_of_row(scene: Scene, person: Mention) -> Mention:
    """The first of the people who stand in a row, each with the post behind the name: 甲学会|张三会长、李四秘书长."""
    for before in reversed(scene.of("Person")):
        if before.end < person.start and _POSTED_BEFORE.fullmatch(scene.text, before.end, person.start):
            person = before
    return person


def position_after(text: str, at: int, unit: str = "") -> str:
    """The position that stands behind a name, with the unit of the house before the name: 影像科|张三主任, 张三院长."""
    said = _POSITION_AFTER.match(text, at)
    if said is None or not is_position(said["position"]) or is_title(said["position"]):
        return ""
    return (unit if _UNIT_OF_HOUSE.fullmatch(unit) else "") + said["position"]


def employer_of(organization: EntityRef) -> EntityRef:
    """The hospital or university of a department: the longest front part that is an organisation of its own."""
    name = organization.name
    kind = organization_kind(name)
    if name.startswith(FUND):
        return EntityRef(label="Organization", name=FUND)
    if _HOUSE_OF_ITS_OWN.search(name):
        return organization
    houses = (*_PROPER, "government") if kind == "department" else ("hospital",) if name.endswith("中心") else ()
    for end in range(len(name) - 1, 3, -1):
        if organization_kind(name[:end]) in houses and not _ONE_NAME.match(name, end):
            return EntityRef(label="Organization", name=name[:end])
    return organization


def _items(scene: Scene, person: Mention) -> list[_Item]:
    """The posts before a name, the nearest first; those of another person end them."""
    items: list[_Item] = []
    at = person.start - (_BLANK.search(scene.text, max(0, person.start - 3), person.start) is not None)
    at -= _BEING.search(scene.text, max(0, at - 34), at) is not None  # 时任甲医院副院长的|张三教授
    while (item := _item(scene, at)) is not None:
        if _OF_ANOTHER.search(item.words if item.body is None else _clause(scene, item.start)):
            break
        if item.body is not None and not item.posts and _SPOKEN_FOR.search(scene.text, 0, item.start):
            break
        items.append(item)
        abuts = item.body is not None and _ABUTS.search(scene.text, 0, item.start) is not None
        guide = item.body is None and _GUIDES.fullmatch(item.posts) and scene.text[item.start - 1 : item.start] == "，"
        guide = guide or goes_on_before(scene, person, item.start)
        if scene.text[item.start - 1 : item.start] not in ("、", "/", "兼") and not guide and not abuts:
            break
        at = item.start - (not abuts)
        if any(one.end <= at and _TOLD_WHOLE.fullmatch(scene.text, one.end, at) for one in scene.of("Person")):
            break
    return items


def _shared(scene: Scene, person: Mention) -> list[_Item]:
    """The posts before the first of a row, where several can hold them: 副校长张三、李四."""
    before = next((one for one in reversed(scene.of("Person")) if one.end < person.start), None)
    if before is None or _HOME_NOTED.match(scene.text, person.end):
        return []
    gap = scene.text[before.end : person.start]
    items = (_items(scene, before) or _shared(scene, before)) if _ROW_GAP.fullmatch(gap) else []
    if len(gap) > 1 and not all(re.fullmatch(OFFICE, item.posts) for item in items):
        return []  # a title between parts what people of a house hold, not the officers of a society
    return items if items and all(_SEVERAL.match(item.posts) for item in items) else []


def _of_committee(scene: Scene, reading: Reading, person: Mention) -> list[_Item]:
    """副主任李四院士、|王五院士: the post of the one before in a committee, which several hold."""
    before = next((one for one in reversed(scene.of("Person")) if one.end < person.start), None)
    if before is None or not _ROW_GAP.fullmatch(scene.text, before.end, person.start):
        return []
    items = _items(scene, before)
    bare = [item.words + item.posts for item in items]
    if bare != ["副主任"] or items[0].body is not None:
        return []
    body = _carried(scene, reading, items[0], bare)
    return items if body is not None and _COMMITTEE.search(body.name) else []


_BESIDES = re.compile("(?:这一|的|这个|之)?(?:身份|头衔|职务|工作)?(?:之?外)?，$")
"""除了甲医院影像科主任|这一身份，|张三还是…."""


def _as_head(scene: Scene, person: Mention) -> list[_Item]:
    """作为甲医院影像科主任，张三…: the post that the clause before a name tells."""
    if not scene.text[: person.start].endswith("，"):
        return []
    beside = _BESIDES.search(scene.text, 0, person.start) if "除" in scene.text else None
    if beside is not None and (item := _item(scene, beside.start())) is not None and item.body is not None:
        return [item] if scene.text[: item.start].endswith(("除了", "除", "抛开")) else []
    item = _item(scene, person.start - 1)
    led = item is not None and item.body is not None and scene.text[: item.start].endswith(("作为", "身为"))
    return [item] if item is not None and led else []


def _item(scene: Scene, at: int) -> _Item | None:
    """The post that ends here, with its organisation; a name for what somebody is known as counts as one without posts."""
    start = max((gap.end() for gap in _BREAK.finditer(scene.text, 0, at)), default=0)
    for other in scene.within(start, at, "Person"):
        joined = _TOLD_AND.match(scene.text, other.end, at)
        start = joined.end() if joined is not None else start
    for body in reversed(scene.of("Organization")):
        unit = scene.text[body.end : at] if body.end <= at else "，"
        if body.kind in (*_PROPER, "department", "laboratory") and (not unit or _UNIT_OF_HOUSE.fullmatch(unit)):
            return _Item(body, unit, "", body.start)
        closes = body.end + (scene.text[body.end : body.end + 1] in ("）", ")"))  # 甲医院（乙医院）|放射科主任
        short = _SHORT_NOTE.match(scene.text, body.end, at)
        closes = short.end() if short is not None else closes
        if start <= closes <= at and (beside := _BESIDE_BODY.fullmatch(scene.text, closes, at)) is not None:
            inner = beside["inner"]
            words = inner.removeprefix("原" if beside["posts"][0] in "科系" else "")  # 原放射|科主任
            named = is_person(words) or (scene.text.startswith("、", at) and _SHAPED_AS_NAME.fullmatch(words))
            if _OTHER_HOUSE.search(inner) or named:  # 甲大学|张三常务副校长、|乙大学李四教授
                return None
            if CAMPUS.fullmatch(body.surface) and scene.text[body.start - 1 : body.start] not in ("（", "("):
                return _Item(None, body.surface + inner, beside["posts"], body.start)
            between = any(one.start >= body.end and one.end <= at for one in scene.of("Person"))
            whole = _named_first(scene, body) if closes == body.end + 1 else body
            fits = whole is not None and not between and not _VERB.search(inner)
            return (
                _Item(whole, inner, beside["posts"], _with_ours(scene.text, whole.start))
                if fits and whole is not None
                else None
            )
    posts = _POSTS.search(scene.text, start, at) if start < at else None
    if posts is not None:
        words, said = scene.text[start : posts.start("posts")], posts["posts"]
        if words and said[0] in "科系":  # 磁共振|科主任
            words, said = words + said[0], said[1:]
        led = _LED_TO.search(words)
        return _Item(None, "" if led else words, said, posts.start("posts") if led else start)
    if start >= at or not _KNOWN_AS.search(scene.text, start, at):
        return None
    known = _KNOWN_IN_ROW.search(scene.text, 0, at)
    return _Item(None, "", "", min(start, known.start("what")) if known is not None else start)


def _clause(scene: Scene, end: int) -> str:
    """The words of the clause before a place."""
    return scene.text[max((gap.end() for gap in _BREAK.finditer(scene.text, 0, end)), default=0) : end]


def _with_ours(text: str, start: int) -> int:
    """Where the words 我院 begin before a part of that house, else where the part does."""
    ours = _OUR_HOUSE.search(text, max(0, start - 2), start)
    return ours.start() if ours is not None else start


def _named_first(scene: Scene, other: Mention) -> Mention | None:
    """The house whose other name a bracket holds."""
    return next((one for one in scene.of("Organization") if _OTHER_NAME.fullmatch(scene.text, one.end, other.start)), None)


def _stated(scene: Scene, reading: Reading, person: Mention, items: list[_Item]) -> Iterator[Assertion]:
    bare, unknown = list[str](), False
    titled = _TITLED.match(scene.text, person.end)
    end = titled.end() if titled else person.end
    title = scene.text[person.end : end].replace("/", "、").strip("、")
    for item in items:
        if item.body is None and _is_within(item.words):
            bare += [item.words + item.posts] if item.posts else []
            continue
        body = _body(scene, reading, item)
        if body is None:
            unknown = unknown or _HOUSE_UNKNOWN.search(item.words) is not None
            continue
        body = _of_the_same(reading, body, items[items.index(item) + 1 :])
        behind = position_after(scene.text, person.end, item.words) if item.body is not None and not item.posts else ""
        posts = [*_said(item), *([behind] if behind else []), *(reversed(bare) if item.body else ())]
        member = item.posts == "院士"  # of an academy, whose fellows are professors elsewhere
        yield from _fact(scene, reading, person, _Held(body, posts, (item.start, end), "" if member else title, DESCRIBED))
        for also in _societies_before(scene, item):
            yield from _fact(scene, reading, person, _Held(reading.organization(also), posts, (also.start, end), "", DESCRIBED))
        title, bare = title if member else "", bare if item.body is None else []
    if bare and not unknown and (told := _carried(scene, reading, items[-1], bare)) is not None:
        yield from _fact(scene, reading, person, _Held(told, bare[::-1], (items[-1].start, end), title, CARRIED))


def _of_the_same(reading: Reading, body: EntityRef, before: list[_Item]) -> EntityRef:
    """The body of a post, by its whole name where the posts before tell of which it is a part."""
    told = next((reading.organization(one.body).name for one in before if one.body is not None), "")
    return replace(body, name=part_of(body.name, told))


def _societies_before(scene: Scene, item: _Item) -> list[Mention]:
    """The societies of a row that opens a clause, whose last tells the office for all: 甲学会、乙学会主任委员张三."""
    if item.body is None or item.words or item.body.kind not in SOCIETIES or not _HEAD.fullmatch(item.posts):
        return []
    row, first = list[Mention](), item.body
    while scene.text[first.start - 1 : first.start] == "、":
        before = scene.ending_at(first.start - 1, "Organization")
        if before is None or before.kind not in SOCIETIES:
            return []
        row, first = [*row, before], before
    return row if not first.start or scene.text[first.start - 1] in "，；：。" else []


def _is_within(words: str) -> bool:
    """Whether the words before a post say at most the unit of a house that is told elsewhere."""
    return (
        not words
        or CAMPUS.fullmatch(words) is not None
        or (bool(_INNER_UNIT.fullmatch(words)) and not _FOREIGN_UNIT.search(words))
    )


def _said(item: _Item) -> list[str]:
    """The posts of an item, the first position with the unit before it (影像科主任); a title is none of a unit."""
    words = [word for word in _SPLIT.split(item.posts) if word]
    unit = item.words if item.body is not None else ""
    return [unit + word if place == 0 and not is_title(word) else word for place, word in enumerate(words)]


def _body(scene: Scene, reading: Reading, item: _Item) -> EntityRef | None:
    """The organisation of a post: the one named, or the branch that a noun means; not one said to be a part of ours."""
    if item.body is not None:
        ours = _OURS.search(scene.text[: item.body.start])
        return None if ours and scene.text[item.body.start - 1] in "我本该院校所" else reading.organization(item.body)
    branch = _BRANCH.fullmatch(item.words)
    return reading.meant(branch["noun"]) if branch else _branch_told(reading, item.words)


def _branch_told(reading: Reading, words: str) -> EntityRef | None:
    """The one branch told before whose name ends as the words do: 影像分会 after 某学会影像分会."""
    if _OWN_BRANCH.search(words) is None:
        return None
    level = re.search("[省市县区](?=[^省市县区]*$)", words)
    for start in range(level.end() + 1 if level is not None else len(words) - _SHORTEST_BRANCH + 1):
        ending = words[start:]
        if start and level is None and words[start - 1] not in _BEFORE_BRANCH:
            continue
        told = [body for body in reading.bodies.values() if body.name.endswith(ending) and body.name != ending]
        if level is not None and start == level.end():  # 市病理学分会: a branch of a town's
            told = [body for body in told if level.group() in body.name.removesuffix(ending)]
        if told:
            return told[0] if len(told) == 1 else None
    return None


def _fact(scene: Scene, reading: Reading, person: Mention, held: _Held) -> Iterator[Assertion]:
    words = [post.replace("现任", "") for one in held.posts for post in _SPLIT.split(one) if post]
    sits = [seat for word in words if (seat := _SEAT.fullmatch(_NTH.sub("", word)))]
    if sits and len(sits) == len(words):
        for seat in sits:
            board = replace(held.body, name=held.body.name + seat["board"])
            yield from _in_society(scene, reading, person, replace(held, body=board), [seat["role"]])
    elif ASSEMBLY.search(held.body.name) and set(words) <= {"委员", "常委", "代表"}:
        where = scene.sentence.view.span(*held.extent)
        yield reading.fact(held.rule, reading.person(person.name), "MEMBER_OF", held.body, where, role=tuple(words))
    elif organization_kind(held.body.name) in SOCIETIES and not any(map(_STAFF.search, words)):
        yield from _in_society(scene, reading, person, held, words)
    elif not _OWN_COMMITTEE.search(held.body.name):
        yield from _at_employer(scene, reading, person, held, words)


def _in_society(scene: Scene, reading: Reading, person: Mention, held: _Held, words: list[str]) -> Iterator[Assertion]:
    said = [_NTH.sub("", word) for word in words if not is_title(word)]
    roles = tuple(word for word in said if not _FOUNDER.fullmatch(word)) or tuple(said)
    committee = held.body.name.endswith("委员会")
    if roles and all(_OFFICE_END.search(role) or (committee and _HEADS_COMMITTEE.fullmatch(role)) for role in roles):
        rule = SOCIETY_OFFICE if held.rule is DESCRIBED else held.rule
        where = scene.sentence.view.span(*held.extent)
        term = term_of("".join(words)) or term_of(_BREAK.split(scene.text[slice(*held.extent)])[0])
        yield reading.fact(rule, reading.person(person.name), "MEMBER_OF", held.body, where, role=roles, term=term)


def _at_employer(scene: Scene, reading: Reading, person: Mention, held: _Held, words: list[str]) -> Iterator[Assertion]:
    titles = [word for word in words if is_title(word)]
    behind = "" if organization_kind(held.body.name) in SOCIETIES else held.title
    whole = employer_of(held.body)
    within = held.body.name.removeprefix(whole.name) if whole != held.body else ""
    positions = [within * (place == 0) + word for place, word in enumerate(words) if not is_title(word)]
    yield reading.fact(
        held.rule,
        reading.person(person.name, whole.name),
        "AFFILIATED_WITH",
        whole,
        scene.sentence.view.span(*held.extent),
        title=",".join(dict.fromkeys([*titles, *filter(None, behind.split("、"))])),
        position="、".join(word for word in positions if is_position(word) or _OFFICE_END.search(word)),
    )


def _carried(scene: Scene, reading: Reading, item: _Item, bare: list[str]) -> EntityRef | None:
    """The organisation of the person named right before, for a post without one; an office is in a society."""
    before = [one for one in scene.of("Person") if one.end < item.start]
    if (one := only_society(scene, reading, item.start)) is not None and all(map(_HEAD.fullmatch, bare)):
        return one
    if is_governor(bare[-1]):
        return government_of(scene, reading, bare[-1], item.start)
    if not before or not _BESIDE.fullmatch(scene.text, before[-1].end, item.start):
        return None
    office = _are_offices(bare)
    last = before[-1]
    chain = _items(scene, last) or _shared(scene, last) or _of_committee(scene, reading, last)
    if all(map(_HEADS_COMMITTEE.fullmatch, bare)) and any(one.body is None and _GROUP.search(one.words) for one in chain):
        return None
    bodies = [body for one in chain if (body := _told_by(reading, one)) is not None]
    fitting = [body for body in bodies if (organization_kind(body.name) in SOCIETIES) == office]
    if not fitting and all(map(_HEADS_COMMITTEE.fullmatch, bare)):
        fitting = [body for body in bodies if _COMMITTEE.search(body.name)]
    if fitting and _beside_it(fitting[0].name, bare):
        return None
    if fitting:
        return employer_of(fitting[0]) if all(map(_OWN_OFFICE.match, bare)) else fitting[0]
    at_home = bool(chain) and not bodies and all(_is_within(one.words) for one in chain)
    heads = office and all(_HEADS_COMMITTEE.fullmatch(one.posts) for one in chain)  # 副主任李四，委员|王五, of one committee
    if not at_home or (_are_offices(one.posts for one in chain) != office and not heads):
        return None
    told = _carried(scene, reading, chain[-1], bare)
    return told if told is None or not heads or _COMMITTEE.search(told.name) else None


def _beside_it(name: str, bare: list[str]) -> bool:
    """Whether a post is at a centre beside the one told before, in no part of it: 甲中心主任张三、|乙研究中心主任."""
    return _CENTRE.search(name) is not None and any(map(_OF_CENTRE.match, bare))


def _are_offices(posts: Iterable[str]) -> bool:
    """Whether all that posts tell are offices of societies (常委兼秘书长)."""
    return all(re.fullmatch(OFFICE, part) for post in posts for part in _SPLIT.split(post) if part)


def _told_by(reading: Reading, item: _Item) -> EntityRef | None:
    """The organisation that a post names, by its name or by a noun (学会理事长)."""
    if item.body is not None:
        return reading.organization(item.body)
    branch = _BRANCH.fullmatch(item.words)
    return reading.meant(branch["noun"]) if branch is not None else None

"""Who leads, hosts and pays a project, in sentences that go on to speak of "the project" (该项目由甲大学牵头)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ingest.lexicon import is_person
from ingest.mentions import Mention
from ingest.numerals import to_wan
from ingest.prose.funding.leaders import OFFICES, TITLE_WORD, UNIT
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["before_in_paragraph", "meant", "of_the_project"]

PROJECT_LEADER = Rule("project_leader")
"""项目负责人张三, in a text that tells of one project."""
PROJECT_PAYER = Rule("project_payer")
"""该项目由某基金委员会资助，经费780万元, in a text that tells of one project."""
PROJECT_SUM = Rule("project_sum")
"""项目总经费900万元，其中国拨经费600万元, in a text that tells of one project and who pays it: what the payer gives."""
PROJECT_HOST = Rule("project_host")
"""项目依托甲大学, 甲大学为项目牵头单位, in a text that tells of one project."""
_TAKES_HEAD = re.compile(
    rf"(?:{TITLE_WORD})*(?:担任|出任|任|为|作为|是)(?:该|本)?(?<![子分各])项目(?:的)?(?:总负责人|负责人|首席科学家|首席专家|牵头人|主持人)"
)
_IS_HEAD_OF_IT = re.compile(rf"(?:{TITLE_WORD})*(?:为|任|担任|是)(?:总?负责人|首席科学家|牵头人|主持人)(?=[，。；]|$)")
_THEN_HEAD = re.compile(rf"(?<=[，；])(?P<name>[{HAN}]{{2,3}})(?:{TITLE_WORD})*为(?:总?负责人|首席科学家|主持人)(?=[，。；]|$)")
_ABOUT_IT = re.compile(r"(?:^|[，。；])(?:该|本)(?:项目|课题)(?!组|团队)[^。；]{2,60}$")
_POINTS = re.compile(r"(?<=[，。；])(?:该|本)项目(?!组|团队)")
_PART_OF_IT = re.compile("子项目|子课题|分课题|课题[一二三四五六1-9]|任务")
"""该项目依托甲医院，|张三为负责人: in a sentence that goes on of the project."""
_BY_HEAD = re.compile(r"(?:该|本)?(?<![子分各])项目(?:(?:(?!课题|子项目|项目)[^。；“”]){1,40}[，,])?由")
_IN_CHARGE = re.compile(
    rf"(?:{TITLE_WORD})*(?:(?:负责|主持|牵头|领衔)(?=[，。；、]|实施|承担|$)|(?:担任|作为|任)(?:项目)?(?:首席(?:科学家|专家)?|总?负责人|牵头人))"
)
_HEAD = re.compile(
    r"(?<![子分该各])项目(?:的)?(?:总负责人|负责人|首席科学家|首席专家|首席|牵头人|主持人)(?:为|是|[:：—–－-]+)?\s*"
)
_OTHER_POST = re.compile(
    rf"(?:[、兼][^，。；、:：]{{2,30}}?(?:为|是|[:：])?\s*|[^，。；:：]{{2,30}}(?:{TITLE_WORD}|{OFFICES}))?"
)
"""The post that the head of a project has elsewhere, between the word and the name: 项目负责人、甲大学校长张三."""
_IS_ITS_HEAD = re.compile(
    rf"(?P<name>[{HAN}]{{2,3}}?)(?:{TITLE_WORD})*(?:担任|出任|任|为|是)(?:该|本)?项目的?(?:总?负责人|首席科学家|首席专家|主持人)(?=[，。；]|$)"
)
"""张三为项目负责人: a name that a sentence opens with, which nothing else tells for one."""
_QUOTED = re.compile(r"(?:项目|课题)[“《](?P<title>[^“”《》]{6,80})[”》]")
_OTHER_PROJECTS = re.compile("各项目|多个项目|两个项目|其他项目|部分项目|[\\d两三四五六七八九十]个项目|同类项目|子项目")
_RESTS_ON = re.compile(
    r"(?:项目|^|[、，](?=依托[^，。；]{3,30}?(?:实施|承担|开展)))(?:依托(?!单位)|由)(?=[^，。；]{3,40}?(?:[，,；。]|牵头|主持|承担|负责))|(?:依托|牵头|承担)单位(?:即|仍|均)?(?:为|是|[:：])?\s*"
)
_THEN_BY = re.compile(r"(?<=[，,])由(?=[^，。；“”]{3,30}?(?:牵头|承担|主持)(?:承担|实施|组织)*(?=[，。；]))")
"""项目获某专项立项支持，由|甲大学牵头，…: a clause of a sentence that the project opens."""
_THIS_RESTS = re.compile(
    r"(?:该|本)项目[^。；]{0,20}依托[^，。；]{3,30}?(?:实施|承担|开展)|(?:^|[，,])(?:该|本)?项目由[^，。；]{3,30}?(?:牵头|承担|主持|负责)|(?:^|[，,])(?:该|本)项目依托[^，。；]{3,30}(?=[，。；])"
)
_PAID_LATER = re.compile(
    r"(?:^|[，。；])(?:(?:该|本|这[个项]|此)(?:项目|课题)|项目)(?:[^，。；“”]{0,10}?)由(?P<who>[^，。；]{3,40}?)(?:全额|联合|共同|立项|专项|重点)*(?:资助|出资|支持)"
    r"(?:经费|金额|共计|总计|[，,])*(?:资助)?(?:经费|金额)?(?:为|共|计|约)*(?P<sum>\d[\d.,]*\s*[万亿]元)?"
)
_OF_PROJECT = re.compile(
    r"(?:^|[，。；])(?:该|本|此|这一|上述)?项目(?:总?负责人(?=[为是由:：])|首席(?:科学家|专家)(?=[为是由:：])|(?!组|负责|首席|团队|成果|办|部|名称|启动会|一|二|三|\d(?!\d{3}年)))(?![^。；]*(?:课题|子项目))"
    r"|^(?:该|本)?(?:项目)?(?:执行期|实施周期|研究周期|执行期限|研究期限|牵头单位|总经费|总预算|国拨经费|中央财政(?:专项)?经费)"
)
_SUM = r"(?:支持|总额|额度|金额|共计|合计|共|约|为|达|[:：（(]|\s)*(?P<sum>\d[\d.,]*\s*[万亿]元)"
_GIVEN = re.compile(
    rf"(?:中央财政|国拨|国家(?=拨款)|国家财政|(?<![省市区县方级])财政|专项)(?:专项|资助|支持|拨付|拨款|投入)*(?:经费|资金|拨款|投入|拨付|资助|支持){_SUM}"
)
_WHOLE = re.compile(
    rf"(?:总经费|总预算|总资助|经费总额|(?:资助|批准|立项|项目|直接)(?:经费|金额|费用)|获得?(?:资助|经费)|(?<=项目)经费|(?<=[，、])(?:经费|金额)){_SUM}"
)
_BEGUN = re.compile(r"(?:自|于|在)?(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:正式|成功|获批)*(?:启动|立项|获批|获准|批准)")
_OF_MEETING = re.compile("(?:会议?|仪式|活动|评审|论坛|讨论|培训|报告|环节|论证|答辩)由$")
"""项目年度会议由|张三主持: who presides over a meeting leads no project."""
_NO_MARK = re.compile(r"(?:(?!牵头|承担|主持|负责|实施|开展|联合|[和与及由])[^，。；、]){0,24}")
_FROM_OTHERS = re.compile("自筹|配套")
_BY_HOST = re.compile("(?:该|本)项目以$")
_FOR_HOST = re.compile("(?:作)?为(?:项目)?(?:第一|牵头|依托|承担|主持)+单位")
_GIVEN_HOST = re.compile(r"作为(?:本|该)?项目(?:的)?(?:第一|牵头|依托|承担|主持|实施)+单位[，,]\s*")
"""作为项目牵头单位，甲大学…: who it is comes behind."""
_IS_HOST = re.compile(r"(?:作为|为|是)(?:本|该)?项目(?:的)?(?:第一|牵头|依托|承担|主持|实施)+单位")
_TITLES = re.compile(
    r"[“《](?P<title>[^“”《》]{6,80})[”》](?!\s*(?:国\s*家)?(?:(?:重点|重大|联合|科技|旗舰)+(?:专项|计划|工程|研究计划)|专项|计划|工程|研究计划|基金|行动))"
)
"""What a paragraph quotes that may be a project's title."""
_SENTENCE_END = re.compile("[。；！？]")


def of_the_project(scene: Scene, reading: Reading, *, titled: bool) -> Iterator[Assertion]:
    """LEADS and HOSTED_BY of the grant that "the project" means: the paragraph's, else the only one told so far."""
    grant = meant(scene, reading)
    if grant is None or _OTHER_PROJECTS.search(scene.text):
        return
    headed = list(_heads(scene))
    for start, person in headed if len({one.name for _, one in headed}) == 1 else ():
        where = scene.sentence.view.span(start, person.end)
        led = _project_named(scene, start) or grant
        yield reading.fact(PROJECT_LEADER, reading.person(person.name), "LEADS", led, where)
    for person in scene.of("Person"):
        by = _IN_CHARGE.match(scene.text, person.end) if _is_by(scene, person) else None
        said = _TAKES_HEAD.match(scene.text, person.end) or by
        if said is None and (about := _ABOUT_IT.search(scene.text[: person.start])) and not _PART_OF_IT.search(about.group()):
            said = _IS_HEAD_OF_IT.match(scene.text, person.end)
        if said is not None and not (titled and _TITLES.search(scene.text, said.end())):
            where = scene.sentence.view.span(person.start, said.end())
            led = _project_named(scene, person.start) or grant
            yield reading.fact(PROJECT_LEADER, reading.person(person.name), "LEADS", led, where)
    named = _IS_ITS_HEAD.match(scene.text)
    if named is not None and is_person(named["name"]) and scene.starting_at(0, "Person") is None:
        where = scene.sentence.view.span(*named.span())
        yield reading.fact(PROJECT_LEADER, reading.person(named["name"]), "LEADS", grant, where)
    bare = _THEN_HEAD.search(scene.text)
    about = _ABOUT_IT.search(scene.text[: bare.start("name")]) if bare is not None else None
    of_it = about is not None and not _PART_OF_IT.search(about.group())
    if bare is not None and of_it and is_person(bare["name"]) and not scene.starting_at(bare.start("name"), "Person"):
        where = scene.sentence.view.span(bare.start("name"), bare.end())
        yield reading.fact(PROJECT_LEADER, reading.person(bare["name"]), "LEADS", grant, where)
    for house in scene.of("Organization"):
        said = _FOR_HOST.match(scene.text, house.end)
        if said is not None and _BY_HOST.search(scene.text[: house.start]):
            where = scene.sentence.view.span(house.start, said.end())
            yield reading.fact(PROJECT_HOST, grant, "HOSTED_BY", reading.organization(house), where)
    if not titled or _THIS_RESTS.search(scene.text):
        yield from _hosts(scene, reading, grant)
    if not titled:
        yield from _summed(scene, reading, grant)
    for paid in _PAID_LATER.finditer(scene.text) if "由" in scene.text else ():
        payer = scene.within(*paid.span("who"), "Organization", "FundingProgram")
        amount = to_wan(paid["sum"].replace(",", "")) if paid["sum"] and len(payer) == 1 else None
        for one in payer:
            ref = reading.organization(one) if one.label == "Organization" else one.ref
            where = scene.sentence.view.span(*paid.span())
            yield reading.fact(PROJECT_PAYER, grant, "FUNDED_BY", ref, where, amount_wan="" if amount is None else amount)


def meant(scene: Scene, reading: Reading) -> EntityRef | None:
    """The grant that "the project" means: the one that the paragraph quoted last; where it quoted none, the only one told."""
    points = _POINTS.search(scene.text)
    here = list(_TITLES.finditer(scene.text, 0, points.start())) if points is not None else []
    if len(here) == 1:
        return next((one for one in reading.grants if one.name == heal_name(here[0]["title"])), None)
    told = list(_TITLES.finditer(before_in_paragraph(scene, reading)))
    if not told:
        return next(iter(reading.grants)) if len(reading.grants) == 1 else None
    together = len(told) > 1 and not _SENTENCE_END.search(told[-1].string, told[-2].end(), told[-1].start())
    name = heal_name(told[-1]["title"])
    return next((one for one in reading.grants if one.name == name), None) if not together else None


def before_in_paragraph(scene: Scene, reading: Reading) -> str:
    """What the paragraph of the sentence says before it."""
    at = scene.sentence.view.offsets[0]
    passages = reading.document.passages
    place = bisect_right(passages, at, key=lambda one: one.span.start) - 1
    return reading.document.text[passages[place].span.start : at] if place >= 0 else ""


def _summed(scene: Scene, reading: Reading, grant: EntityRef) -> Iterator[Assertion]:
    """FUNDED_BY with the one sum that a sentence tells of the project; of a whole and the payer's part the part."""
    payer = reading.grants[grant]
    subject = _OF_PROJECT.search(scene.text) if payer is not None else None
    if payer is None or subject is None:
        return
    given = list(_GIVEN.finditer(scene.text, subject.end()))
    if not given and not _FROM_OTHERS.search(scene.text, subject.end()):
        given = list(_WHOLE.finditer(scene.text, subject.end()))
    amount = to_wan(given[0]["sum"].replace(",", "")) if len(given) == 1 else None
    if amount is not None:
        where = scene.sentence.view.span(subject.start(), given[0].end())
        begun = _BEGUN.match(scene.text, subject.end())
        year = int(begun["year"]) if begun is not None else ""
        yield reading.fact(PROJECT_SUM, grant, "FUNDED_BY", payer, where, amount_wan=amount, year=year)


def _is_by(scene: Scene, person: Mention) -> bool:
    """Whether 该项目由 leads up to a name, over nothing but a house and a post: 该项目由甲医院影像科主任|张三."""
    said = _BY_HEAD.finditer(scene.text, 0, person.start)
    if _OF_MEETING.search(scene.text[: person.start]):
        return False
    if _OF_PROJECT.match(scene.text) and scene.text[person.start - 1] in "，、由":
        return True
    return any(one.end() == person.start or _stands_at(scene, one.end(), person.start) for one in said)


def _heads(scene: Scene) -> Iterator[tuple[int, Mention]]:
    """Whom the sentence calls head of a project, each with where it does; several are heads of several projects."""
    for head in _HEAD.finditer(scene.text):
        person = next((one for one in scene.of("Person") if one.start >= head.end()), None)
        if person is not None and _stands_at(scene, head.end(), person.start):
            yield head.start(), person


def _project_named(scene: Scene, at: int) -> EntityRef | None:
    """The one project that the sentence itself names before a place: …启动研究项目“某研究”，由张三任|项目负责人."""
    named = {heal_name(one["title"]) for one in _QUOTED.finditer(scene.text, 0, at)}
    return EntityRef(label="Grant", name=named.pop()) if len(named) == 1 else None


def _stands_at(scene: Scene, start: int, end: int) -> bool:
    """Whether between the word for who heads a project and a name stands nothing but a post of theirs or their house."""
    house = scene.starting_at(start, "Organization")
    housed = house is not None and (house.end == end or UNIT.fullmatch(scene.text, house.end, end))
    return bool(housed or _OTHER_POST.fullmatch(scene.text, start, end))


def _hosts(scene: Scene, reading: Reading, grant: EntityRef) -> Iterator[Assertion]:
    later = _THEN_BY.finditer(scene.text) if _OF_PROJECT.match(scene.text) else ()
    for rests in (*_RESTS_ON.finditer(scene.text), *later):
        host = scene.starting_at(rests.end(), "Organization")
        if host is not None and not _is_of_one(scene, host):
            where = scene.sentence.view.span(rests.start(), host.end)
            yield reading.fact(PROJECT_HOST, grant, "HOSTED_BY", reading.organization(host), where)
    for given in _GIVEN_HOST.finditer(scene.text):
        host = scene.starting_at(given.end(), "Organization")
        if host is not None:
            where = scene.sentence.view.span(given.start(), host.end)
            yield reading.fact(PROJECT_HOST, grant, "HOSTED_BY", reading.organization(host), where)
    said = _IS_HOST.search(scene.text)
    named = scene.of("Organization")
    if said is not None and len(named) == 1 and named[0].end <= said.start():
        where = scene.sentence.view.span(named[0].start, said.end())
        yield reading.fact(PROJECT_HOST, grant, "HOSTED_BY", reading.organization(named[0]), where)


def _is_of_one(scene: Scene, host: Mention) -> bool:
    """Whether a house is told for the person behind it, who leads the project: 项目由|甲医院影像科|主任张三担任负责人."""
    person = next((one for one in scene.of("Person") if one.start >= host.end), None)
    between = scene.text[host.end : person.start] if person is not None else "，"
    return bool(_NO_MARK.fullmatch(between))

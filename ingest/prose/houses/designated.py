"""Bodies that were designated: 认定甲医院、乙中心为“某某示范基地”, 首批示范基地名单如下：甲、乙、丙; and who designates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import organization_kind
from ingest.mentions import Mention
from ingest.numerals import number
from ingest.prose.clauses import CLAUSE_MARKS, clause_start
from ingest.prose.reading import Reading, Rule, Scene, row
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["DESIGNATED", "NAMED", "NOT_YET", "ROUND", "counts_designated", "of_designation", "read"]

DESIGNATED = Rule("designated")
"""首批示范基地名单如下：甲、乙; 认定甲、乙等5家单位为“…示范基地”; 甲医院获批…培训基地."""
DESIGNATED_BY = Rule("designated_by")
"""甲联盟启动了…示范基地的试点工作; 甲学会认定乙医院为“…培训基地”."""

_HEAD = (
    r"(?:示范(?:基地|单位|中心|医院|科室|企业|学校|病房|点)|(?:培训|科普|教育|实训|创新|转化|推广|应用|实践|教学|技术)基地"
    r"|试点(?:单位|医院|企业)|先进(?:单位|集体))"
)
ROUND = rf"(?:(?:(?:19|20)\d\d年度?|首批|首家|首个|第[{HAN}\d]{{1,3}}批|新一批|本批|全国首批|入选|获批|的)*)"
_NO_PART = "建有|建成|建立|成为|作为|拥有|设有|打造|获批|认定|名单|公布|[是为的]"
NAMED = rf"(?P<name>(?:(?!{_NO_PART})[{HAN}A-Za-z0-9/（）()\-·]){{0,30}}?{_HEAD})"
_ROLL = re.compile(
    rf"(?:^|(?<=[，。；：]))(?:现将|公布|获批的?|入选的?)?{ROUND}{NAMED}(?:建设|入选|获批)?(?:单位|企业|机构)?的?(?:名单(?:公布|通报)?(?:如下|为|是|包括)?|(?:公布)?如下|分别[是为])"
    r"(?:[（(][^（）()]{1,16}[)）])?[:：]\s*(?P<list>[^。；;]{8,1500})"
)
_MAKES = r"(?:认定|命名|确定|遴选|评选|评定|批准|确认|授予)"
_WAS_MADE = r"(?:认定|命名|确定|遴选|评选|评定|批准|确认|授牌|推选|评|列|选|定)"
_MADE = re.compile(
    rf"(?P<verb>(?<!被){_MAKES})了?(?![，,后的为]|机构)(?P<list>[^。；;“”]{{4,600}}?)(?:等[^，。；、]{{0,12}})?(?:为|成为){ROUND}[“]?{ROUND}{NAMED}(?=[”，。；]|建设|$)"
)
_IS_MADE = re.compile(
    rf"(?:被(?P<by>[^，。；被]{{0,30}}?)(?:正式|联合|共同)?(?:{_WAS_MADE}(?:为|成为)|授予(?=“))|正?式?获批(?:成为|为)?|入选(?:成为|为)?){ROUND}[“]?{ROUND}{NAMED}(?=[”，。；]|建设|$)"
)
_TITLED = re.compile(
    rf"(?:^|[，。；：—\s]|公布|发布|关于)(?:我国|全国)?{ROUND}[“]?{ROUND}{NAMED}[”]?(?:建设|入选|获批)?(?:单位|企业|机构)?的?名单"
)
_COUNTED = re.compile(
    rf"(?P<figure>(?P<number>\d+|[一二三四五六七八九十]{{1,3}})(?P<unit>[家个所名])[^，。；、\d的]{{0,12}}?)(?:被[^，。；被]{{0,30}}?(?:{_WAS_MADE}|授予)(?:为|成为)?|(?:成功|正式|首批|顺利|均|先后|荣)*(?:入选|获批|获评|获授|通过)(?:成为|为|了)?){ROUND}[“]?{ROUND}{NAMED}(?=[”，。；]|建设|名单|$)"
)
"""首批12家医院入选…示范单位."""
_LAUNCHES = re.compile(
    rf"(?:启动|开展|组织|设立|发起|部署)(?:开展|实施)?了?{ROUND}[“]?{NAMED}[”]?的?(?:试点|评选|认定|遴选|评审|申报|创建|评定|建设)(?:工作|活动|评审)?"
)
NOT_YET = re.compile("拟|候选|推荐|公示|申报|初选|入围|争创|力争|争取|计划|(?<!现)将|申请|创建|有望|未")
_SEPARATOR = re.compile(r"[、，,]")
_AND = re.compile("以及|[和与及]")
_ETC = re.compile(r"等(?:[\d一二三四五六七八九十]+[家个所])?[^、，]{0,6}$")
_SUBJECT_GAP = re.compile(
    r"(?:近日|日前|特|决定|正式|联合|共同|组织|拟?经[^，。；]{1,12}|在[^，。；]{1,40}|面向[^，。；]{2,10}|[，,]|(?:根据|依据|按照|遵照)《[^》]{2,40}》|(?:根据|依据|按照|依照|遵照)[^，。；]{2,30}|于[^，。；]{2,16}|(?:19|20)\d\d年(?:\d+月(?:\d+日)?)?)*"
)
_ADVERBS = re.compile(r"(?:近日|日前|成功|正式|也|均|双双|还|今年|再次|于?(?:19|20)\d\d年(?:\d+月(?:\d+日)?)?)*")
_HOW = re.compile(r"(?:近日|日前|特|决定|正式|联合|共同|组织)+$")
_YEAR = re.compile(r"((?:19|20)\d\d)年")
_HEADS = re.compile("基地|示范|试点|先进")
_OWN_NAME = 3
"""How many characters a name has before its head noun at least that is told in full."""


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """RECEIVED of bodies that were designated, RUN_BY of the designation."""
    if not _HEADS.search(scene.text):
        return
    if (launch := _LAUNCHES.search(scene.text)) is not None:
        yield from _run_by(scene, reading, of_designation(launch["name"], reading), launch.start(), launch.end())
    for roll in _ROLL.finditer(scene.text):
        yield from _listed(scene, reading, roll)
    for made in _MADE.finditer(scene.text):
        yield from _listed(scene, reading, made)
        yield from _run_by(scene, reading, of_designation(made["name"], reading), made.start("verb"), made.end())
    for said in _IS_MADE.finditer(scene.text):
        yield from _made(scene, reading, said)
    for counted in _COUNTED.finditer(scene.text):
        yield from _how_many(scene, reading, counted)


def counts_designated(text: str, at: int) -> bool:
    """Whether the number that stands here counts bodies that were designated, and is no figure of another."""
    return any(counted.start("number") == at for counted in _COUNTED.finditer(text)) if _HEADS.search(text) else False


def _how_many(scene: Scene, reading: Reading, counted: re.Match[str]) -> Iterator[Assertion]:
    """HAS_METRIC of the designation: how many bodies it was given to."""
    award, value = of_designation(counted["name"], reading), number(counted["number"])
    clause = clause_start(scene.text, counted.start())
    if award is None or value is None or NOT_YET.search(scene.text[clause : counted.end()]):
        return
    metric = EntityRef(label="Metric", name="入选单位数")
    where = scene.sentence.view.span(clause, counted.end())
    words = heal_name(counted["number"] + counted["unit"])
    year = _year(scene.text[: counted.end()])
    yield reading.fact(
        DESIGNATED, award, "HAS_METRIC", metric, where, value=value, unit=counted["unit"], value_text=words, year=year
    )


def _listed(scene: Scene, reading: Reading, said: re.Match[str]) -> Iterator[Assertion]:
    award = of_designation(said["name"], reading)
    clause = clause_start(scene.text, said.start())
    head = scene.text[clause : said.start("list")]
    if award is None or NOT_YET.search(head) or NOT_YET.search(reading.document.title):
        return
    for name, start, end in _bodies(said["list"], said.start("list")):
        where = scene.sentence.view.span(start, end)
        body = EntityRef(label="Organization", name=name)
        year = _year(scene.text[: said.start("list")])
        yield reading.fact(DESIGNATED, body, "RECEIVED", award, where, year=year)


def _made(scene: Scene, reading: Reading, said: re.Match[str]) -> Iterator[Assertion]:
    """甲医院、乙医院获批…基地: the bodies of the row that ends here."""
    award = of_designation(said["name"], reading)
    before = [one for one in scene.of("Organization") if one.end <= said.start()]
    if award is None or not before or not _ADVERBS.fullmatch(scene.text, before[-1].end, said.start()):
        return
    clause = clause_start(scene.text, before[-1].start)
    if NOT_YET.search(scene.text[clause : said.end()]):
        return
    for body in row(scene, before[-1]):
        where = scene.sentence.view.span(body.start, said.end())
        year = _year(scene.text[: said.end()])
        yield reading.fact(DESIGNATED, reading.organization(body), "RECEIVED", award, where, year=year)
    by = scene.starting_at(said.start("by"), "Organization") if said["by"] else None
    if by is not None:
        where = scene.sentence.view.span(by.start, said.end())
        yield reading.fact(DESIGNATED_BY, award, "RUN_BY", reading.organization(by), where)


def _run_by(scene: Scene, reading: Reading, award: EntityRef | None, verb: int, end: int) -> Iterator[Assertion]:
    """The body that opens the clause of the verb, or an earlier one that only circumstances part from it."""
    body = next((one for one in scene.of("Organization") if _is_subject(scene, one, verb)), None)
    clause = clause_start(scene.text, verb)
    start, who = (body.start, reading.organization(body)) if body is not None else (clause, _opening(scene.text[clause:verb]))
    if award is not None and who is not None:
        yield reading.fact(DESIGNATED_BY, award, "RUN_BY", who, scene.sentence.view.span(start, end))


def _opening(words: str) -> EntityRef | None:
    """The body that all words before the verb are, with when and how it acts."""
    name = heal_name(_HOW.sub("", words))
    known = len(name) > _OWN_NAME and organization_kind(name) is not None
    return EntityRef(label="Organization", name=name) if known else None


def _is_subject(scene: Scene, body: Mention, verb: int) -> bool:
    opens = body.start == 0 or scene.text[body.start - 1] in CLAUSE_MARKS or _YEAR.fullmatch(scene.text[: body.start])
    return bool(opens) and body.end <= verb and _SUBJECT_GAP.fullmatch(scene.text, body.end, verb) is not None


def of_designation(name: str, reading: Reading) -> EntityRef | None:
    """The designation by its full name: its own, or that which the document quotes and the head noun is short for."""
    head = re.search(f"{_HEAD}$", name)
    if head is None:
        return None
    name = heal_name(name)
    if head.start() >= _OWN_NAME:
        return EntityRef(label="Award", name=name)
    quoted = set(re.findall(rf"[“\"]([{HAN}A-Za-z0-9/\-]{{3,30}}{re.escape(name)})[”\"]", reading.document.text))
    titled = _TITLED.search(reading.document.title) if not quoted else None
    if titled is not None and titled["name"].endswith(name) and titled["name"] != name:
        quoted = {titled["name"]}
    return EntityRef(label="Award", name=quoted.pop()) if len(quoted) == 1 else None


def _bodies(words: str, at: int) -> Iterator[tuple[str, int, int]]:
    """The names of a list that are bodies', each with where it stands."""
    start = 0
    for mark in [*_SEPARATOR.finditer(words), None]:
        end = mark.start() if mark is not None else len(words)
        for begin, stop in _parted(words, start, end):
            item = heal_name(_ETC.sub("", words[begin:stop]))
            if len(item) > _OWN_NAME and organization_kind(item) is not None and not item.startswith(("下列", "以下", "如下")):
                yield item, at + begin, at + stop
        start = mark.end() if mark is not None else end


def _parted(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The two that a conjunction joins, where each is a body's whole name."""
    for link in _AND.finditer(words, start, end):
        if organization_kind(words[start : link.start()]) and organization_kind(_ETC.sub("", words[link.end() : end])):
            yield from ((start, link.start()), (link.end(), end))
            return
    yield start, end


def _year(words: str) -> int | str:
    """The one year that the words tell."""
    years = set(_YEAR.findall(words))
    return int(years.pop()) if len(years) == 1 else ""

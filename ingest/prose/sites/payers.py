"""Who pays for a facility, and how much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.lexicon import organization_kind
from ingest.mentions import Mention
from ingest.numerals import to_wan
from ingest.prose.clauses import clause_starts
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import bodies_from
from ingest.prose.sites.facilities import FACILITY_END, facility_of, only_facility
from ingest.table.programmes import Programmes, programme_of
from kg.model import Assertion, EntityRef, Value
from kg.text import HAN

__all__ = ["THEN_PAYS", "given_for", "paid"]

PAID_BY = Rule("facility_paid_by")
"""…项目由甲投资2亿元建设, 其中甲安排资金2亿元."""

_NOTE = r"(?:\s*[（(][^（）()]*[)）])?"
_SUM = r"(?:人民币|约|近|超过?|总计|共计?|共)*(?P<sum>\d(?:[\d.,]|\s(?=\d{3}(?!\d)))*\s*[万亿]?元)"
THEN_PAYS = re.compile(
    rf"{_NOTE}(?:(?:19|20)\d{{2}}年)?(?:[两三四五六]方)?(?P<joint>共同|联合)?(?:全额|独家)*(?:投资|投入|出资|资助|斥资|捐资){_SUM}(?P<builds>(?:兴|新)?(?:建设|建造|建成|打造|共建))?"
)
"""By what is said behind a body that it pays, and builds with that."""
_GIVES = re.compile(
    rf"{_NOTE}(?:累计|先后|总计|共计?|已)*(?:财政)?(?:配套|匹配|安排|下达|拨付|拨款|投入|投资|出资|资助|支持|补助|给予|提供|划拨)(?:了)?[^，。；\d]{{0,10}}?{_SUM}"
)
_FROM = re.compile(
    rf"(?:投资|经费|资金|造价|概算|预算){_SUM}[，,]?(?:(?:建设)?(?:资金|经费)(?:主要)?(?:来源)?(?:[:：为是]|来自于?)|(?:全部|主要|均)?(?:来自于?|来源于|由|系))\s*"
)
"""总投资2亿元，由|甲|出资; 建设经费2亿元来自|甲."""
_PAYS_IT = re.compile(
    r"(?:全额|独家|负责|共同|联合)*(?:出资|投资|投入|承担|拨付|拨款|提供|资助|安排|解决|筹措)|(?:财政)?(?:拨款|资金)?(?=[，。；]|$)"
)
_OWN_MEANS = re.compile(rf"{_NOTE}(?:自筹|自行筹措)(?:(?:资金|经费)?{_SUM})?")
_NOTED_SUM = re.compile(rf"\s*[（(]{_SUM}[)）]")
_PROVIDED = re.compile("(?:共同|分别|联合)?(?:提供|承担|解决|出资|投入|筹措|资助|支持)")
"""由甲（1200万元）和乙（300万元）|提供."""
_REST = re.compile(r"(?:其余|剩余|不足|其他)(?:部分|资金|经费)*由(?:该|牵头)?(?P<noun>医院|学校|研究所)(?:自筹|承担|解决)")
"""…，其余由医院自筹: the house that builds."""
_REST_BY = re.compile(rf"(?:余下|其余|剩余|不足)的?(?:部分|资金|经费)*的?(?:{_SUM})?(?:部分|资金|经费)?[，,]?由")
_PAY_REST = re.compile(
    r"(?:按(?:比例|[\d一二三四五六七八九]+[∶:：比][\d一二三四五六七八九]+(?:的比例)?))?(?P<joint>共同|联合|分别)?(?:出资|投资|承担|自筹|自行筹措|筹措|筹集|解决|配套|负担|分担)"
)
"""余下的1亿元由|甲与乙|共同出资解决."""
_REST_KINDS = {"医院": "hospital", "学校": "university", "研究所": "institute"}
_GRANTED = re.compile(
    rf"(?:项目|课题)?的?(?:专项)?(?:经费|资金)?(?:支持|资助|立项)(?:[，,]?(?:资助|支持)?(?:金额|经费|额度)(?:为|达|共)?{_SUM})?"
)
"""平台获得某专项的经费支持，金额为1000万元."""
_WON = re.compile(
    rf"(?:获得?|得到|争取到|获批)了?(?:(?:19|20)\d\d年度?)?(?P<name>[^，。；、“”\d]{{2,40}}?)(?:项目|课题)?的?(?:经费|资金)?{_SUM}的?(?:专项)?(?:经费|资金)?(?:支持|资助)"
)
"""平台获某省某专项800万元支持: a programme that no list names."""
_WON_OF = re.compile(
    rf"(?:获得?|得到|争取到|获批)了?(?:(?:19|20)\d\d年度?)?(?P<name>[^，。；、“”\d]{{4,40}}?)(?:项目|课题)?的?(?:经费|资金)?(?:支持|资助|立项){_SUM}"
)
"""又得到某省某专项资助620万元."""
_MEANS_FROM = re.compile(
    rf"(?:建设|一期|二期|项目|工程|平台)*(?:经费|资金)(?:主要|全部)?(?:来自|来源于|出自|源于)(?P<name>[^，。；、\d（）()]{{4,40}}?)"
    rf"[（(]?(?:(?<=[（(])[^（）()，,]{{0,8}}[，,])?(?:{_SUM})?[)）]?(?=[，。；]|$)"
)
"""一期经费来自某大学某专项（2018年，1850万元）."""
_AND_OTHERS = re.compile(
    r"等(?:多[项个]|[\d一二三四五六七八九十]+[项个])?(?:项目|课题|计划)?的?(?:专项|经费|资金)*(?:资助|支持)"
)
_GETS = re.compile(r"(?:拿到|获得?|得到|争取到|获批)了?$")
_TREASURY = re.compile(
    rf"(?:中央|(?P<level>省|自治区|市|区|县)级?|(?!其中|以及|全)(?:(?![由并从和与])[{HAN}]){{2,3}}[省市区县])财政(?=[配匹安下拨投出资支补给提划])"
)
_EACH_SUM = r"\d[\d.,]*\s*[万亿]?元"
_IN_TURN = re.compile(
    rf"分别(?:投资|投入|出资|资助|拨款|配套|支持|安排)(?:资金|经费)?(?P<sums>{_EACH_SUM}(?:[、和与及]\s*{_EACH_SUM})+)"
)
_POINTS = re.compile(rf"(?:该|本|此|其|这[一个座处套])?(?P<noun>{FACILITY_END}|项目|工程)")
_FOR = re.compile(
    rf"[，,]?(?:专项|重点)*(?:用于|支持|资助|建设|支持建设|用于建设|投向)+(?:[^，。；：“”]{{2,14}}?(?:建设|建立))?(?P<name>[^，。；：“”]{{5,36}}?{FACILITY_END})(?:建设|项目)?(?=[，。；]|$)"
)
_GIVES_TO = re.compile(
    rf"{_NOTE}(?:先后|累计|已|专门|共|连续|[，,]|(?:于|在)?(?:19|20)\d\d年)*(?:为|向|对|给)(?P<name>[^，。；：“”的]{{0,36}}?(?:{FACILITY_END}|(?<=该)项目|(?<=本)项目))(?:的?建设|项目)?(?:先后|累计|共|已)*"
    rf"(?:投入|拨付|拨款|提供|安排|下达|划拨|给予|资助|补助|投资|出资|支持)(?:了)?[^，。；\d]{{0,10}}?{_SUM}(?=[，。；用并]|$|的?(?:专项|建设|运行|项目)?(?:经费|资金|支持|资助|补助))"
)
"""甲厅为乙平台投入经费800万元."""
_GRANTS = re.compile(
    rf"{_NOTE}(?:正式|择优|批准|立项|专项|重点)*(?:支持|资助)了?(?P<name>[^，。；：“”的]{{4,36}}?(?:{FACILITY_END}))(?:项目)?的?(?:建设|筹建|升级|运行)?"
    rf"(?:项目)?[，,](?:给予|核定|安排|下达)?(?:立项|资助|支持|拨付|补助|财政)*(?:经费|资金|金额)(?:为|共|[:：])?{_SUM}"
)
_WITH_ITS = re.compile(
    rf"(?:提供的?|给予的?|投入的?|的)?{_SUM}的?(?:专项|项目)?(?:经费|资金|投资)?的?(?:支持|资助|投入|扶持)下[，,]"
)
"""在甲1200万元经费的支持下，|乙建成…平台."""
_TOWARDS = re.compile(
    rf"元的?(?:资金|经费)?[，,]?(?P<aim>支持|用于|资助)(?:该|本)?(?:{FACILITY_END}|项目|其)的?建设(?=[，。；]|$)"
)
_PLAN = re.compile("(?:专项|计划|基金|工程)$")
_LINK = re.compile(r"[、和与及]|以及")
_YEAR = re.compile(r"((?:19|20)\d{2})\s*年")


def paid(scene: Scene, reading: Reading, facility: EntityRef, extent: tuple[int, int]) -> Iterator[Assertion]:
    """FUNDED_BY of a facility: who gives how much towards it in a stretch of the sentence."""
    for body, start, end in _payers(scene, reading, *extent):
        end = _joined_to(scene, end)
        gives = THEN_PAYS.match(scene.text, end) or _GIVES.match(scene.text, end)
        own = _OWN_MEANS.match(scene.text, end)
        noted = _NOTED_SUM.match(scene.text, end)
        if noted is not None and _PROVIDED.search(scene.text, noted.end(), extent[1]):
            yield from _sum(scene, reading, (facility, body), (start, noted))
            continue
        if gives is not None and not _FOR.match(scene.text, gives.end()):
            yield from _sum(scene, reading, (facility, body), (start, gives))
        elif own is not None:
            where = scene.sentence.view.span(start, own.end())
            yield reading.fact(
                PAID_BY, facility, "FUNDED_BY", body, where, amount_wan=_amount(own), year=_year(scene, start, own)
            )
    yield from _from_whom(scene, reading, facility, extent)
    yield from _in_turn(scene, reading, facility, extent)
    yield from _granted(scene, reading, facility, extent)
    for rest_by in _REST_BY.finditer(scene.text, *extent) if "由" in scene.text else ():
        yield from _rest(scene, reading, facility, rest_by)
    rest, builder = _REST.search(scene.text, *extent), reading.builders.get(facility.name)
    if rest is not None and builder is not None and organization_kind(builder.name) == _REST_KINDS[rest["noun"]]:
        yield reading.fact(PAID_BY, facility, "FUNDED_BY", builder, scene.sentence.view.span(*rest.span()))


def _rest(scene: Scene, reading: Reading, facility: EntityRef, opens: re.Match[str]) -> Iterator[Assertion]:
    """余下的1亿元由甲与乙共同出资解决: each of the row, jointly where there are several."""
    bodies, at = list[EntityRef](), opens.end()
    while (one := scene.starting_at(at, "Organization")) is not None:
        bodies.append(reading.organization(one))
        link = _LINK.match(scene.text, one.end)
        at = link.end() if link is not None else one.end
        if link is None:
            break
    pays = _PAY_REST.match(scene.text, at)
    for body in bodies if pays is not None else ():
        where = scene.sentence.view.span(opens.start(), pays.end() if pays is not None else at)
        stated: dict[str, Value] = {"joint": True} if len(bodies) > 1 else {}
        yield reading.fact(PAID_BY, facility, "FUNDED_BY", body, where, amount_wan=_amount(opens), **stated)


def _from_whom(scene: Scene, reading: Reading, facility: EntityRef, extent: tuple[int, int]) -> Iterator[Assertion]:
    """总投资2亿元，由甲出资: the sum first, then the one body that gives it."""
    for told in _FROM.finditer(scene.text, extent[0]):
        yield from _shared(scene, reading, facility, told)
        body = scene.starting_at(told.end(), "Organization")
        pays = _PAYS_IT.match(scene.text, body.end) if body is not None else None
        if body is None or pays is None or (told.group().endswith(("由", "系")) and not pays.group()):
            continue
        where = scene.sentence.view.span(told.start(), pays.end())
        stated = {"amount_wan": _amount(told), "year": _year(scene, told.start(), told)}
        yield reading.fact(PAID_BY, facility, "FUNDED_BY", reading.organization(body), where, **stated)


def _shared(scene: Scene, reading: Reading, facility: EntityRef, told: re.Match[str]) -> Iterator[Assertion]:
    """经费4500万元由甲与乙|共同承担: each of the row, jointly."""
    bodies = bodies_from(scene, told.end())
    pays = _PAY_REST.match(scene.text, bodies[-1].end) if len(bodies) > 1 else None
    for body in bodies if pays is not None else ():
        where = scene.sentence.view.span(told.start(), pays.end() if pays is not None else body.end)
        stated: dict[str, Value] = {"amount_wan": _amount(told), "joint": True}
        yield reading.fact(PAID_BY, facility, "FUNDED_BY", reading.organization(body), where, **stated)


def _joined_to(scene: Scene, end: int) -> int:
    """Where the row ends that a body which ends here stands in, where those of it pay jointly; else its own end."""
    last = end
    while (link := _LINK.match(scene.text, last)) is not None:
        following = scene.starting_at(link.end(), "Organization")
        if following is None:
            break
        last = following.end
    joint = THEN_PAYS.match(scene.text, last)
    return last if joint is not None and joint["joint"] else end


def _granted(scene: Scene, reading: Reading, facility: EntityRef, extent: tuple[int, int]) -> Iterator[Assertion]:
    """平台获得某计划某专项的经费支持: of the programme, of a row of them the last, that the clause says it has from."""
    won = next(filter(None, (one.search(scene.text, *extent) for one in (_WON, _WON_OF, _MEANS_FROM))), None)
    if won is not None and (payer := _giver(scene, reading, won)) is not None:
        where = scene.sentence.view.span(*won.span())
        stated = {"amount_wan": _amount(won), "year": _year(scene, won.start(), won)}
        yield reading.fact(PAID_BY, facility, "FUNDED_BY", payer, where, **stated)
        return
    row = scene.within(*extent, "FundingProgram")
    yield from _of_each(scene, reading, facility, row, extent[0])
    last = row[-1] if row else None
    given = _GRANTED.match(scene.text, last.end) if last is not None else None
    if last is None or given is None or not _GETS.search(scene.text[extent[0] : row[0].start]):
        return
    where = scene.sentence.view.span(row[0].start, given.end())
    stated = {"amount_wan": _amount(given), "year": _year(scene, row[0].start, given)}
    yield reading.fact(PAID_BY, facility, "FUNDED_BY", last.ref, where, **stated)


def _of_each(scene: Scene, reading: Reading, facility: EntityRef, row: Sequence[Mention], start: int) -> Iterator[Assertion]:
    """平台先后获得甲基金、乙计划等支持: each of the row; what all of them gave together is told of none."""
    joined = len(row) > 1 and all(_LINK.fullmatch(scene.text, one.end, other.start) for one, other in pairwise(row))
    given = _AND_OTHERS.match(scene.text, row[-1].end) if joined else None
    if given is not None and _GETS.search(scene.text[start : row[0].start]):
        where = scene.sentence.view.span(row[0].start, given.end())
        for one in row:
            yield reading.fact(PAID_BY, facility, "FUNDED_BY", one.ref, where)


def _giver(scene: Scene, reading: Reading, won: re.Match[str]) -> EntityRef | None:
    """The one programme or body that stands between 获 and the sum, also a programme that no list names."""
    start, end = won.span("name")
    body = scene.starting_at(start, "Organization")
    if body is not None and body.end == end:
        return reading.organization(body)
    known = scene.starting_at(start, "FundingProgram")
    if known is not None and known.end == end:
        return known.ref
    found = programme_of(won["name"], Programmes()) if _PLAN.search(won["name"]) else None
    return EntityRef(label="FundingProgram", name=found.name) if found is not None else None


def given_for(scene: Scene, reading: Reading, only: EntityRef | None) -> Iterator[Assertion]:
    """甲安排资金2亿元，支持建设…平台; 甲投入800万元、乙投入300万元支持平台建设, of the ``only`` one of the text."""
    towards = _TOWARDS.search(scene.text) if only is not None else None
    for body, start, end in _payers(scene, reading, 0, len(scene.text)):
        gives = _GIVES.match(scene.text, end)
        if only is not None and gives is not None and towards is not None and gives.end() <= towards.start("aim"):
            yield from _sum(scene, reading, (only, body), (start, gives))
        aim = _FOR.match(scene.text, gives.end()) if gives is not None else None
        ref = facility_of(aim["name"]) if aim is not None else None
        if gives is not None and ref is not None:
            reading.builds(ref)
            yield from _sum(scene, reading, (ref, body), (start, gives))
        to_it = _GIVES_TO.match(scene.text, end)
        ref = _given_to(reading, to_it["name"]) if to_it is not None else None
        if to_it is not None and ref is not None:
            reading.builds(ref)
            yield from _sum(scene, reading, (ref, body), (start, to_it))
        yield from _granted_for(scene, reading, (body, start, end))
        with_its = _WITH_ITS.match(scene.text, end) if scene.text[start - 1 : start] == "在" else None
        if with_its is not None:
            built = [one for one in dict.fromkeys(reading.facilities) if one.name in scene.text[with_its.end() :]]
            for one in built[:1]:
                yield from _sum(scene, reading, (one, body), (start, with_its))


def _granted_for(scene: Scene, reading: Reading, body: tuple[EntityRef, int, int]) -> Iterator[Assertion]:
    """甲厅立项支持乙平台建设，资助经费900万元: the sum in the clause right behind."""
    payer, start, end = body
    told = _GRANTS.match(scene.text, end)
    ref = _given_to(reading, told["name"]) if told is not None else None
    if told is not None and ref is not None:
        reading.builds(ref)
        yield from _sum(scene, reading, (ref, payer), (start, told))


def _given_to(reading: Reading, words: str) -> EntityRef | None:
    """The facility that words name, also for short, or point to (该平台)."""
    noun = _POINTS.fullmatch(words)
    if noun is None:
        return reading.called.get(words) or facility_of(words)
    told = (one for one in reversed(reading.facilities) if one.name.endswith(noun["noun"]))
    return next(told, None) or only_facility(reading)


def _in_turn(scene: Scene, reading: Reading, facility: EntityRef, extent: tuple[int, int]) -> Iterator[Assertion]:
    """甲和乙分别投入300万元、200万元: each of a row the sum of its place."""
    for gives in _IN_TURN.finditer(scene.text, *extent) if "分别" in scene.text else ():
        row = _payers(scene, reading, extent[0], gives.start())
        sums = re.findall(_EACH_SUM, gives["sums"])
        joined = all(_LINK.fullmatch(scene.text, a[2], b[1]) for a, b in pairwise(row)) and row and row[-1][2] == gives.start()
        for (body, start, _), said in zip(row, sums, strict=True) if joined and len(row) == len(sums) > 1 else ():
            where = scene.sentence.view.span(start, gives.end())
            yield reading.fact(PAID_BY, facility, "FUNDED_BY", body, where, amount_wan=to_wan(said) or "")


def _payers(scene: Scene, reading: Reading, start: int, end: int) -> list[tuple[EntityRef, int, int]]:
    """The organisations and treasuries of a stretch, with where each stands."""
    bodies = [(reading.organization(one), one.start, one.end) for one in scene.within(start, end, "Organization")]
    treasuries = ((_treasury(reading, one), one.start(), one.end()) for one in _TREASURY.finditer(scene.text, start, end))
    return bodies + [
        (EntityRef(label="Organization", name=name), begin, last)
        for name, begin, last in treasuries
        if name and not any(first <= begin < stop for _, first, stop in bodies)
    ]


def _treasury(reading: Reading, named: re.Match[str]) -> str:
    """The name of a treasury; of a bare 省财政 with the province that the text is about, "" where it tells none."""
    level = named["level"]
    if level is None:
        return named.group()
    home = reading.home(level)
    return f"{home}财政" if home else ""


def _amount(said: re.Match[str]) -> float | str:
    """The sum in 万元 that a stretch tells, "" where it tells none."""
    amount = to_wan(re.sub(r"[,\s]", "", said["sum"])) if said["sum"] else None
    return "" if amount is None else amount


def _year(scene: Scene, start: int, said: re.Match[str]) -> int | str:
    """The year that the clause tells, else the one that the sentence opens with."""
    year = _YEAR.search(scene.text, clause_starts(scene.text, start)[0], said.end()) or _YEAR.match(scene.text)
    return int(year[1]) if year else ""


def _sum(
    scene: Scene, reading: Reading, ends: tuple[EntityRef, EntityRef], said: tuple[int, re.Match[str]]
) -> Iterator[Assertion]:
    start, gives = said
    if (amount := _amount(gives)) != "":
        where = scene.sentence.view.span(start, gives.end())
        stated: dict[str, Value] = {"joint": True} if gives.groupdict().get("joint") else {}
        yield reading.fact(
            PAID_BY, ends[0], "FUNDED_BY", ends[1], where, amount_wan=amount, year=_year(scene, start, gives), **stated
        )

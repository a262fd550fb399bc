"""Who founded a laboratory or centre as a person, who builds one in shares, and on whose premises one was founded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import TITLES, organization_kind
from ingest.numerals import to_wan
from ingest.prose.about import about
from ingest.prose.clauses import clause_starts
from ingest.prose.reading import Reading, Rule, Scene, row
from ingest.prose.rows import people_from
from ingest.prose.sites.facilities import FACILITY_END, about_facility, facility_of
from kg.model import Assertion, EntityRef

__all__ = ["read"]

FOUNDED = Rule("founded_by_person")
"""张三创立了甲大学乙实验室, 张三牵头建成了丙平台, 乙实验室由张三于2001年创建."""
SHARED = Rule("built_in_shares")
"""由甲牵头、乙参加，建设某平台; 某平台由甲主导、乙承建."""
RESTS = Rule("founded_on_premises")
"""依托甲医院，乙市成立了某中心."""

_FOUNDS = re.compile(
    r"(?:先后|率先|牵头|主持|带头|回国后|又|还|并)*(?:创立|创建|创办|筹建|组建|创设|(?:(?<=牵头)|(?<=主持)|(?<=领衔))(?:建设|建成|建立|搭建))了?(?P<rest>[^，。；]{4,80})"
)
_LEADS = re.compile("(?:先后|率先|回国后|又|还|并)*(?:牵头|主持|领衔)")
_TITLED = re.compile(rf"(?:{'|'.join(TITLES)}|博士|先生|院士|团队|于|在|(?:19|20)\d\d年|还|又|率先|先后)*")
_GOES_ON = re.compile(r"(?:(?:19|20)\d\d年|同时|此外|近年来|先后|还|又|并)*")
_NAME = re.compile(
    rf"(?P<name>[^，。；、：“”（）()和与及]{{3,36}}?{FACILITY_END})(?=$|[，。；、（(”和与及]|以及|并|等|项目|正式)"
)
_LINK = re.compile(r"[”]?(?:、|和|与|及|以及)[“]?")
_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_BY_PERSON = re.compile(
    rf"(?:{_TITLE}|博士|院士|等人?|团队|、)*(?:于|在)?(?:(?:19|20)\d\d年(?:\d{{1,2}}月)?)?(?:主持|牵头|一手|亲自|发起|倡议|共同|领衔|带领)*(?:创立|创建|创办|筹建|组建|建立|建成|(?:(?<=领衔)|(?<=牵头)|(?<=主持))(?:建设|搭建|打造))"
)
_BY = re.compile(rf"(?:^|[，。；“])(?P<name>[^，。；、“”]{{3,36}}?{FACILITY_END})”?(?:最早|最初|即|便|是|,|，)*由$")
_BY_CLAUSE = re.compile("[，,](?:并|现)?由$")
_BY_SOME = re.compile(r"由(?=[^，。；、由]{2,30}$)")
"""由|甲医院影像科主任|张三教授领衔筹建."""
"""…样本库挂靠甲医院，由|张三教授领衔筹建."""
_SHARES = r"牵头|主导|领衔|主持|负责|投资|出资"
_ONLY_MONEY = ("投资", "出资")
"""某平台由甲|投资、乙建设: who pays for what another builds."""
_JOINS = r"参加|参与|参建|共建|协作|配合|协同|承建|建设|搭建|开发|实施|建成|承担建设|负责建设|具体建设"
_LED = re.compile(rf"(?P<lead>{_SHARES})(?:组织|推动|实施)?[、，,]\s*")
_JOINED = re.compile(
    rf"(?:等(?:[^，。；]{{0,6}}?)(?:单位|机构|医院|高校))?(?:共同|具体|联合)*(?P<join>{_JOINS})(?![的中期内者方])"
)
_THEN = re.compile(
    rf"[，,]?\s*(?:共同|联合)?(?:建设|共建|组建|建立|打造|搭建|启动建设)(?:了)?“?(?P<name>[^，。；、“”]{{4,40}}?{FACILITY_END})(?=$|[，。；”])"
)
_PAYS = re.compile(r"(?:(?:19|20)\d\d年)?(?:出资|投资|投入|拨款|资助)(?P<sum>\d[\d.,]*\s*[万亿]元)[，,]$")
_LEANS = re.compile(r"(?:^|[，。；])依托(?:于)?$")
_LEANT = re.compile(
    rf"[，,](?P<who>[^，。；“”]{{2,16}}?)?(?:已|先后|率先|于(?:19|20)\d\d年)*(?:成立|建设|建成|设立|组建|建立|打造|搭建|启动)了?“?(?P<name>[^，。；、“”]{{4,40}}?{FACILITY_END})(?=$|[，。；”])"
)
_PAYERS = frozenset({"government", "funder", "company", "university", "hospital", "institute"})
_HOSTS = frozenset({"hospital", "university", "institute", "company", "department"})
_NOT_YET = re.compile(r"拟|计划|将|争取|申请|准备|希望|建议")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """BUILT, HOSTED_BY and FUNDED_BY of what persons found and bodies build in shares."""
    if not re.search(FACILITY_END, scene.text):
        return
    if re.search("[创筹组]建|创[立办设]|建[立成]|领衔|(?:牵头|主持)(?:建|搭)", scene.text):
        yield from _founded(scene, reading)
        yield from _by_person(scene, reading)
    if "由" in scene.text and re.search(_SHARES, scene.text):
        yield from _shared(scene, reading)
    if "依托" in scene.text:
        yield from _rests(scene, reading)


def _founded(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """张三创立了甲实验室和乙中心: each of the row."""
    for match in _FOUNDS.finditer(scene.text):
        who = about(scene, reading, match.start())
        if (
            who is None
            or who.label != "Person"
            or _NOT_YET.search(scene.text, clause_starts(scene.text, match.start())[0], match.start())
            or (_LEADS.match(match.group()) is not None and not _is_by_person(scene, match.start()))
        ):
            continue
        at = match.start("rest") + scene.text.startswith("“", match.start("rest"))
        while (named := _NAME.match(scene.text, at)) is not None:
            site = facility_of(named["name"])
            if site is None:
                break
            reading.builds(site)
            where = scene.sentence.view.span(match.start(), named.end())
            yield reading.fact(FOUNDED, who, "BUILT", site, where, role=("牵头" if "牵头" in match.group() else "创建",))
            link = _LINK.match(scene.text, named.end())
            at = link.end() if link is not None else len(scene.text)


def _is_by_person(scene: Scene, at: int) -> bool:
    """Whether a person stands right before, or opened the sentence whose clause goes on; houses lead what is built too."""
    start = clause_starts(scene.text, at)[0]
    people = [one for one in scene.of("Person") if one.end <= at]
    if people and _TITLED.fullmatch(scene.text, people[-1].end, at) is not None:
        return True
    alone = _GOES_ON.fullmatch(scene.text, start, at) is not None
    return alone and (start == 0 or (bool(people) and not scene.within(0, people[0].start, "Organization")))


def _by_person(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """乙实验室由张三于2001年创建."""
    for person in scene.of("Person"):
        by = _BY_SOME.search(scene.text[: person.start])
        housed = by is not None and people_from(scene, by.end())[:1] == [person]
        named = _named_by(scene, reading, by.end() if by is not None and housed else person.start)
        made = _BY_PERSON.match(scene.text, person.end) if named is not None else None
        if named is not None and made is not None:
            site, start = named
            reading.builds(site)
            where = scene.sentence.view.span(start, made.end())
            yield reading.fact(FOUNDED, reading.person(person.name), "BUILT", site, where, role=("创建",))


def _named_by(scene: Scene, reading: Reading, at: int) -> tuple[EntityRef, int] | None:
    """The facility right before a 由 that ends here, or that the clauses before told of; and where those words start."""
    before = scene.text[:at]
    by = _BY.search(before) if before.endswith("由") else None
    if by is not None:
        site = facility_of(by["name"])
        return (site, by.start("name")) if site is not None else None
    told, facility = _BY_CLAUSE.search(before), reading.facility
    if told is None or facility is None or facility.name not in before[: told.start()]:
        return None
    return facility, told.start()


def _shared(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """由甲牵头、乙参加，建设某平台; 某平台由甲主导、乙承建."""
    for last in scene.of("Organization"):
        led = _LED.match(scene.text, last.end)
        leaders = row(scene, last) if led is not None else []
        joining = scene.starting_at(led.end(), "Organization") if led is not None else None
        if led is None or joining is None or not scene.text[: leaders[0].start].endswith("由"):
            continue
        others = [joining, *(one for one in scene.of("Organization") if one.start > joining.end and joining in row(scene, one))]
        joined = _JOINED.match(scene.text, others[-1].end)
        named = _site(scene, leaders[0].start - 1, joined.end()) if joined is not None else None
        if joined is None or named is None:
            continue
        site, start, end = named
        reading.builds(site)
        where = scene.sentence.view.span(start, end)
        for group, role in ((leaders, led["lead"]), (others, joined["join"])):
            for one in map(reading.organization, group):
                if role in _ONLY_MONEY:
                    yield reading.fact(SHARED, site, "FUNDED_BY", one, where)
                else:
                    yield reading.fact(SHARED, one, "BUILT", site, where, role=(role,))
        yield from _paid(scene, reading, site, leaders[0].start - 1, end)
        yield from about_facility(scene, reading, site, None, (start, end))


def _site(scene: Scene, by: int, end: int) -> tuple[EntityRef, int, int] | None:
    """What is built: named behind who builds it, or right before 由; and where all of it is told."""
    then = _THEN.match(scene.text, end)
    if then is not None:
        site = facility_of(then["name"])
        return (site, by, then.end()) if site is not None else None
    before = _BY.search(scene.text[: by + 1])
    site = facility_of(before["name"]) if before is not None else None
    return (site, before.start("name"), end) if before is not None and site is not None else None


def _paid(scene: Scene, reading: Reading, site: EntityRef, by: int, end: int) -> Iterator[Assertion]:
    """甲厅出资6000万元，|由乙牵头…: who paid, right before."""
    pays = _PAYS.search(scene.text[:by])
    payer = scene.ending_at(pays.start(), "Organization") if pays is not None else None
    if pays is not None and payer is not None and payer.kind in _PAYERS:
        amount = to_wan(pays["sum"].replace(",", ""))
        where = scene.sentence.view.span(payer.start, end)
        yield reading.fact(
            SHARED, site, "FUNDED_BY", reading.organization(payer), where, amount_wan="" if amount is None else amount
        )


def _rests(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """依托甲医院，乙市成立了某中心: whose premises those are."""
    for host in scene.of("Organization"):
        leans = _LEANS.search(scene.text[: host.start]) if organization_kind(host.name) in _HOSTS else None
        leant = _LEANT.match(scene.text, host.end) if leans is not None else None
        if leant is None or leans is None or _NOT_YET.search(leant.group()) or not _founder(scene, leant):
            continue
        site = facility_of(leant["name"])
        if site is not None:
            where = scene.sentence.view.span(host.start - 2, leant.end())
            yield reading.fact(RESTS, site, "HOSTED_BY", reading.organization(host), where)
            yield from about_facility(scene, reading, site, None, (host.start, leant.end()))


def _founder(scene: Scene, leant: re.Match[str]) -> bool:
    """Whether nobody, or one body or place, founds it."""
    if not leant["who"]:
        return True
    found = scene.within(*leant.span("who"), "Organization", "Place")
    return (bool(found) and found[0].start == leant.start("who")) or leant["who"].endswith(("省", "市", "县", "区", "州"))

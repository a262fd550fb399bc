"""Who set up, runs or keeps a programme or an award that is told first: 某专项由甲和乙共同设立; 甲的某项目."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import organization_kind
from ingest.mentions import Mention
from ingest.prose.clauses import clause_starts, subject_start
from ingest.prose.funding.plan_grants import plan_before
from ingest.prose.funding.programme_names import programme_from
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import bodies_from
from ingest.rounds import is_any_givers
from ingest.table.own_names import own_name
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

RUN_BY_BODIES = Rule("run_by_bodies")
"""某专项由甲和乙于2011年共同设立; 某基金由甲归口管理; 某计划是甲于2016年启动的; 甲作为“某某”重点专项管理专业机构."""
PROGRAMME_OF_BODY = Rule("programme_of_body")
"""国家某委员会的某项目, 甲设立的某计划: a programme of its own."""

_NAMED = re.compile(
    rf"(?:^|(?<=[，。；：、]))(?:其中|此外|同时|目前|另外)?[，,]?(?:[{HAN}]{{2,6}}[省市区县](?=“))?(?P<name>“[^“”]{{2,30}}”[^，。；：、“”（）()的由是系]{{0,12}}?(?:专项资金|专项|计划|基金|行动|工程)|“[^“”]{{3,30}}”|[^，。；：、“”（）()的由是系]{{5,30}}?(?:专项资金|专项|计划|基金|行动|工程))(?:[（(][^（）()]{{2,30}}[)）])?$"
)
_QUOTED = re.compile(r"(?P<name>“[^“”]{3,30}”(?:重大|重点)?(?:专项|计划|行动|工程))$")
_AWARD = re.compile(
    rf"(?:^|(?<=[，。；：]))(?:据[^，。；]{{1,4}}[，,]|其中)?(?P<name>“[^“”获]{{2,24}}奖”|(?![该本此这])[{HAN}·]{{4,24}}奖)$"
)
_LINK = re.compile(
    r"[，,]?\s*(?:[（(][^（）()]{2,30}[)）])?(?:最早|最初|先后|均|正式|此前|已|即|于?(?:19|20)\d\d年(?:\d{1,2}月)?)*(?:由|系由|是由|系|是)"
)
_DOES = re.compile(
    r"(?P<joint>等)?(?:于|在|自|从)?(?:(?P<year>(?:19|20)\d{2})年)?(?:\d{1,2}月)?(?:起|开始|正式)?(?:共同|联合|合作|牵头|负责|出资|发起|组织|首批|首次|批准|具体|统一)*"
    r"(?P<verb>设立|发起|启动|实施|创立|创设|出资|管理|主管|主办|组织|部署|推出|牵头|归口管理|发起成立|承办|协办)"
)
_PART = re.compile("[主承协]办")
_SHORT_NAME = re.compile(r"[（(](?:以下)?简称[^（）()]{2,24}[)）]")
_BETWEEN = re.compile(
    r"\s*(?:[、,，]|和|与|及|以及|会同|联合|[，,]\s*(?:会同|联合|以及|由))\s*|(?:牵头|负责)?[，,]\s*(?:会同|联合|协同)|(?:主管|主办|指导|出资|发起|牵头|主导)[、，,](?:由)?"
)
_OF = re.compile(
    r"(?:(?:于|在)?(?:19|20)\d{2}年)?(?:正式|联合|共同|牵头)*(?:设立|组织实施|组织|启动|发起|主管|管理|推出|部署)?的"
)
_OF_OTHERS = re.compile(r"的?(?![。，；、]|$)[^，。；]{0,10}?(?:项目|课题|研究|任务|平台|设施)|的(?![。，；]|$)")
"""What goes on to say that only something of the programme is meant: 由某大学牵头实施的项目."""
_AS_AGENCY = re.compile(
    r"(?:作为|为|是|系|担任|承担|履行)(?:该|本|其|项目|重点|的|“[^“”]{3,30}”(?:国家)?重点)*(?:专项)?(?:的|项目|任务)*(?P<role>管理专业机构|专业管理机构|主责单位)"
)
_KEY = re.compile(r"“(?P<name>[^“”]{3,30})”(?:国家)?重点专项")
_RESEARCH_PLAN = re.compile(r"“(?P<name>[^“”]{3,40})”重大研究计划")
"""A major research plan goes by its own name."""
_THIS_PLAN = re.compile(r"(?:^|(?<=[，。；]))(?:该|本|这一)(?:重大研究)?(?:计划|专项)$")
_PUBLIC = re.compile(r"国家|中国|[^，。；]{2,6}?(?:省|市|自治区)")
_HOUSES = frozenset({"university", "hospital", "institute", "company", "department", "laboratory"})
"""Those that carry public programmes' projects out, and run none."""
_NAMES_ONE = re.compile("专项|计划|基金|行动|工程")
_TOLD_BY = re.compile("(?:部门|单位|机构)(?:[为是]|[:：])|(?:主管|主办|设立|管理|实施)[)）]")
_CALLS = re.compile(
    r"(?:近日|日前|正式|公开|已|于?(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?|[，,])*(?:发布|印发|公布|下发|启动)了?《?(?:(?:19|20)\d\d年度?)?"
)
_GUIDE = re.compile(r"[”]?(?:(?:19|20)\d\d年度?)?(?:第[一二三四五]批)?(?:项目|课题)?(?:申报|申请|征集|项目)?(?:指南|通知|工作)")
_LABEL = re.compile(
    "的?(?P<role>主管部门|主管单位|归口管理部门|组织实施单位|组织单位|实施单位|管理机构|专业管理机构|管理单位|主办单位|牵头部门|牵头组织单位)(?:[为是]|[:：])"
)
_NOTED = re.compile(r"[（(](?:由)?")
_NOTE_DOES = re.compile(r"(?P<role>主管|主办|设立|管理|组织实施|牵头组织|归口管理|承办)[)）]")
_BY_ORDER = re.compile("(?:受|经)[^，。；]{2,24}?委托[，,]由?$")
_MANAGES = re.compile("(?:具体|统一)?(?:承担|负责)(?:对)?")
_MANAGEMENT = re.compile("项?目?的?(?P<role>(?:日常|过程|组织|专业|具体)?管理)(?=工作|[，。；]|$)")
_SORTS = frozenset({"重点专项", "“揭榜挂帅”项目"})
_SETS_UP = re.compile("^.{4,}?(?:设立|增设|启动|推出|发起|印发|发布|公布)了?")
"""某基金设立|某联合基金，由甲出资: what is set up, not what sets it up."""
_POINTING = ("本", "该", "此", "这", "本批", "上述")
_OWN = frozenset({"government", "funder"})
_NOT_ITS = re.compile(r"(?:获|得到|列入|纳入|入选|支持|资助|承担|主持|申请|申报|参与)[^，。；]{0,12}$")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """RUN_BY of programmes that a sentence tells before, or behind, those who run them."""
    if "由" in scene.text or "系" in scene.text or "是" in scene.text:
        yield from _passive(scene, reading)
    if "专业" in scene.text or "主责" in scene.text:
        yield from _agencies(scene, reading)
    if "的" in scene.text:
        yield from _of_bodies(scene, reading)
    if _NAMES_ONE.search(scene.text):
        if "指南" in scene.text or "通知" in scene.text:
            yield from _by_guide(scene, reading)
        if _TOLD_BY.search(scene.text):
            yield from _by_label(scene, reading)
        if "委托" in scene.text:
            yield from _entrusted(scene, reading)


def _passive(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    for first in scene.of("Organization"):
        link = next((one for one in _LINK.finditer(scene.text, 0, first.start) if one.end() == first.start), None)
        ahead = scene.text[: link.start()] if link is not None else ""
        named = (_programme(scene, reading, len(ahead)) or _award(ahead)) if ahead else None
        bodies = _row(scene, first)
        short = _SHORT_NAME.match(scene.text, bodies[-1].end)
        does = _DOES.match(scene.text, short.end() if short is not None else bodies[-1].end)
        if link is None or named is None or does is None or _OF_OTHERS.match(scene.text, does.end()):
            continue
        if _PUBLIC.match(named[0].name) and any(body.kind in _HOUSES for body in bodies):
            continue
        programme, start = named
        where = scene.sentence.view.span(start, does.end())
        since = does["year"] or ""
        if programme.label == "FundingProgram" and does["verb"] != "主办":
            reading.speak_of(programme)
        for body in bodies:
            part = _PART.match(scene.text, body.end)
            role = (part.group(),) if part is not None else ()
            yield reading.fact(RUN_BY_BODIES, programme, "RUN_BY", reading.organization(body), where, since=since, role=role)


def _agencies(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲作为专项管理专业机构: of the one special project of the sentence, else of the text so far."""
    named = {heal_name(one["name"]) for one in _KEY.finditer(scene.text)} or reading.key_projects
    for body in scene.of("Organization") if len(named) == 1 else ():
        agency = _AS_AGENCY.match(scene.text, body.end)
        if agency is not None and body.kind not in ("hospital", "company"):
            programme = EntityRef(label="FundingProgram", name=f"{next(iter(named))}重点专项")
            where = scene.sentence.view.span(body.start, agency.end())
            ref = reading.organization(body)
            yield reading.fact(RUN_BY_BODIES, programme, "RUN_BY", ref, where, role=(agency["role"],))


def _row(scene: Scene, first: Mention) -> list[Mention]:
    """The bodies that stand one after the other from here on."""
    found = [first]
    for body in scene.of("Organization"):
        if body.start >= found[-1].end and _BETWEEN.fullmatch(scene.text, found[-1].end, body.start):
            found.append(body)
    return found


def _programme(scene: Scene, reading: Reading, end: int) -> tuple[EntityRef, int] | None:
    """The programme whose name ends here: one that is known, or one that its own name tells where a clause opens with it."""
    known = scene.ending_at(end, "FundingProgram")
    if known is not None and known.name not in _SORTS:
        return None if scene.text[: known.start].endswith(_POINTING) else (known.ref, known.start)
    points = _THIS_PLAN.search(scene.text[:end])
    plan = plan_before(reading.document, scene.sentence.view.offsets[end - 1]) if points is not None else None
    if points is not None:
        return (plan, points.start()) if plan is not None else None
    named = _QUOTED.search(scene.text[:end]) or _NAMED.search(scene.text[:end])
    if named is None:
        return None
    name = heal_name(_SETS_UP.sub("", named["name"]).replace("“", "").replace("”", ""))
    if name.removesuffix("专项") in reading.key_projects:
        name = name.removesuffix("专项") + "重点专项"
    own = _RESEARCH_PLAN.fullmatch(named["name"])
    ref = EntityRef(label="FundingProgram", name=heal_name(own["name"]) if own is not None else name)
    return (ref, named.start("name")) if own_name(name) else None


def _award(text: str) -> tuple[EntityRef, int] | None:
    """The award whose name ends here, where a clause opens with it: 某某医学科技奖是由…设立的."""
    named = _AWARD.search(text)
    name = heal_name(named["name"].strip("“”")) if named is not None else ""
    return (EntityRef(label="Award", name=name), named.start("name")) if named is not None and not is_any_givers(name) else None


def _of_bodies(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    for body in scene.of("Organization"):
        of = _OF.match(scene.text, body.end)
        known = scene.starting_at(of.end(), "FundingProgram") if of is not None else None
        quoted = of is not None and known is None and scene.text.startswith("“", of.end())
        known = scene.starting_at(of.end() + 1, "FundingProgram") if of is not None and quoted else known
        named = programme_from(scene, reading, of.end()) if of is not None and _DOES.search(of.group()) else None
        named = (known.ref, known.end) if known is not None else named
        if of is None or named is None or _NOT_ITS.search(scene.text[: body.start]):
            continue
        if organization_kind(reading.organization(body).name) in _OWN:
            where = scene.sentence.view.span(body.start, named[1])
            yield reading.fact(PROGRAMME_OF_BODY, named[0], "RUN_BY", reading.organization(body), where)


def _by_guide(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """某厅发布某专项2031年度申报指南: who calls for a programme's projects runs it."""
    for body in scene.of("Organization"):
        calls = _CALLS.match(scene.text, body.end) if body.kind in _OWN else None
        named = programme_from(scene, reading, calls.end()) if calls is not None else None
        if named is not None and calls is not None and _GUIDE.match(scene.text, named[1]):
            where = scene.sentence.view.span(body.start, named[1])
            yield reading.fact(PROGRAMME_OF_BODY, named[0], "RUN_BY", reading.organization(body), where)


def _by_label(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """某专项的主管部门为甲; 某专项（甲主管）: by what a body is to the programme that a clause opens with."""
    for start in clause_starts(scene.text, len(scene.text)):
        named = programme_from(scene, reading, subject_start(scene.text, start))
        said = _LABEL.match(scene.text, named[1]) or _NOTED.match(scene.text, named[1]) if named is not None else None
        bodies = bodies_from(scene, said.end()) if said is not None else []
        if named is None or said is None or not bodies:
            continue
        does = _NOTE_DOES.match(scene.text, bodies[-1].end)
        if said.re is _NOTED and does is None:
            continue
        role = ((does or said)["role"],) if (does or said)["role"] in ("承办", "管理机构", "专业管理机构") else ""
        where = scene.sentence.view.span(start, bodies[-1].end)
        for body in bodies:
            yield reading.fact(RUN_BY_BODIES, named[0], "RUN_BY", reading.organization(body), where, role=role)


def _entrusted(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """受甲委托，乙承担某专项的日常管理."""
    for body in scene.of("Organization"):
        manages = _MANAGES.match(scene.text, body.end) if _BY_ORDER.search(scene.text[: body.start]) else None
        named = programme_from(scene, reading, manages.end()) if manages is not None else None
        what = _MANAGEMENT.match(scene.text, named[1]) if named is not None else None
        if named is not None and what is not None:
            where = scene.sentence.view.span(body.start, what.end())
            yield reading.fact(RUN_BY_BODIES, named[0], "RUN_BY", reading.organization(body), where, role=(what["role"],))

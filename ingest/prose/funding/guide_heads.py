"""Who runs the programme that a guide is of, which part each has in it, and the plan that the programme is of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import organization_kind
from ingest.mentions import Mention
from ingest.offices import in_place, place_of
from ingest.prose.funding.outlined import Guide
from ingest.prose.reading import Reading, Rule, Scene
from ingest.table.own_names import own_name
from kg.model import Assertion, EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["names_of", "runs"]

GUIDE_RUN = Rule("guide_run")
"""甲会同乙组织实施“某某”专项; (某某专项由甲设立,) 乙牵头，丙参与; 过程管理委托丁承担; 戊作为主责单位; 己编制指南."""
GUIDE_OF_PLAN = Rule("guide_of_plan")
"""某专项属某计划, in the guide of the former."""

_ROW = re.compile(r"\s*(?:[、,，]|和|与|及|以及|会同|联合|商|[、，,]?\s*(?:会同|联合|协同|以及))\s*")
_RUNS = re.compile(
    rf"(?:于(?:19|20)\d{{2}}年)?(?:正式|共同|联合|牵头|负责|继续|统一|具体|现|将)*(?P<verb>组织实施|启动实施|设立实施|实施|设立|发起|启动|组织|管理|部署|推出)了?(?=“|本|该|[{HAN}]{{3,24}}?(?:计划|专项|基金)(?:“|(?:19|20)\d{{2}}))"
)
_PART = re.compile(
    r"(?:于(?:19|20)\d{2}年)?(?P<how>(?:正式|共同|联合|合作|负责)*)(?P<verb>牵头|参与|参加|协同|配合|设立|组织实施|归口管理|组织管理|管理)(?:了|并)?"
    r"(?:组织|实施|管理|设立|启动|负责|协调|部署)*(?=[，。；,;]|$)"
)
_MANAGES = re.compile(r"(?P<what>(?:项目|专项|计划)?(?:过程|日常|全过程|具体|专业|组织)管理)(?:工作)?(?:委托|由|交由)")
_DOES = re.compile(r"(?:承担|负责|实施|组织|开展)")
_MANAGED_BY = re.compile(r"(?:项目|专项|计划)(?:的?(?P<what>(?:过程|日常|全过程|具体|专业|组织)?管理)(?:工作)?)?由")
_MANAGES_IT = re.compile(r"(?:负责|承担)[^，。；]{0,6}管理")
"""(项目由甲)|负责具体管理."""
_DUTY = (
    r"(?P<role>主责单位|责任单位|牵头(?:组织)?单位|组织(?:实施)?单位|主管部门|(?:项目)?(?:管理)?专业(?:管理)?机构|过程管理机构)"
)
_AS = re.compile(rf"(?:作为|为|是|担任|承担|履行|任)(?:本(?:重点|重大)?专项的?)?{_DUTY}(?:的?职责)?")
_WHO_IS = re.compile(rf"{_DUTY}(?:为|是|[:：])\s*")
_ISSUES = re.compile(r"(?:组织|研究|共同|联合)*(?:编制|制定)(?:[并和、]?(?:发布|印发|形成))?了?(?=[^，。；]{0,12}指南)")
_WITHIN = re.compile(
    rf"(?:隶?属于?|归入|列入|纳入|是|为|系)(?P<plan>[{HAN}“”]{{3,24}}?(?:计划|专项|基金))(?=[，。；]|的|项目|管理|体系|之一|$)"
)
_COMPONENT = re.compile(
    rf"(?:^|[，,；;)）])(?:系|是|为|隶?属于?)(?P<plan>[{HAN}]{{3,20}}?(?:计划|专项|基金))的(?:重要)?(?:组成部分|一部分)"
)
"""(某资金由甲设立，)属省科技计划的组成部分."""
_SHORT = re.compile(
    r"(?:[（(]|[，,]\s*)以下(?:均)?简称(?:为)?[:：]?\s*[“\"]?(?P<short>[^“”\"（）()，。]{2,16})[”\"]?(?=[)）。，])"
)
_PLAN_BEFORE = re.compile(rf"[{HAN}]{{3,24}}?(?:计划|专项|基金)(?=“)")
"""The plan that stands before the name of its part: 组织实施某计划|“某某”专题."""
_POINTS = r"本(?:重大|重点)?(?:研究)?(?:专项|计划|项目)"
_ROLES = {"牵头": "牵头", "参与": "参与", "参加": "参与", "协同": "参与", "配合": "参与"}
_PLAN = "重大研究计划"
_TELLING = 8
_JOINTLY = re.compile("共同|联合|合作")
_NO_RUNNERS = frozenset({"hospital", "company"})


def runs(scene: Scene, reading: Reading, guide: Guide) -> Iterator[Assertion]:
    """RUN_BY and PART_OF of a guide's programme, in the sentences that name it or point to it."""
    programme = EntityRef(label="FundingProgram", name=guide.programme)
    named = re.compile(rf"{names_of(reading, guide)}|{_POINTS}")
    told = named.search(scene.text)
    yield from _managed_by(scene, reading, programme)
    yield from _issued(scene, reading, programme)
    label = _WHO_IS.match(scene.text)
    body = scene.starting_at(label.end(), "Organization") if label is not None and told is None else None
    if label is not None and body is not None:  # 主管部门：甲
        yield from _run(scene, reading, programme, [body], body.end, role=label["role"])
    if told is None:
        return
    if guide.plan.endswith(_PLAN):  # its full title has the plan's kind behind the name
        yield reading.alias(GUIDE_OF_PLAN, programme, guide.programme + _PLAN, scene.sentence.view.span(*told.span()))
    yield from _organised(scene, reading, programme, named)
    yield from _parted(scene, reading, programme, named)
    yield from _managed(scene, reading, programme)
    yield from _in_charge(scene, reading, programme)
    yield from _within(scene, reading, programme, named)
    yield from _component(scene, reading, programme, told)


def names_of(reading: Reading, guide: Guide) -> str:
    """The patterns of what the text calls the programme: its name, with quotation marks or without, and its short name."""
    bare = "”?".join(map(re.escape, guide.programme[:_TELLING]))
    short = _SHORT.search(reading.document.text)
    plan = f"(?:{re.escape(guide.plan)})?" if guide.plan else ""
    return f"{plan}“?{bare}" + (
        f"|“?{re.escape(short['short'])}" if short is not None and len(short["short"]) > len("专项") else ""
    )


def _organised(scene: Scene, reading: Reading, programme: EntityRef, named: re.Pattern[str]) -> Iterator[Assertion]:
    """甲会同乙、丙共同组织实施“某某”专项."""
    for match in _RUNS.finditer(scene.text):
        bodies = _row_before(scene, match.start())
        plan = _PLAN_BEFORE.match(scene.text, match.end())
        if bodies and (named.match(scene.text, match.end()) or (plan and named.match(scene.text, plan.end()))):
            yield from _run(scene, reading, programme, bodies, match.end(), role="")


def _parted(scene: Scene, reading: Reading, programme: EntityRef, named: re.Pattern[str]) -> Iterator[Assertion]:
    """(某专项)由甲于某年设立，乙牵头，丙、丁共同参与组织: clause by clause behind the programme."""
    subject = named.match(scene.text)
    for match in _PART.finditer(scene.text, subject.end()) if subject is not None else ():
        bodies = _row_before(scene, match.start())
        before = scene.text[: bodies[0].start] if bodies else ""
        if re.search(r"(?:[，；,;]|由|系由)\s*$", before):
            joint = bool(_JOINTLY.search(match["how"]))
            yield from _run(scene, reading, programme, bodies, match.end(), role=_ROLES.get(match["verb"], ""), joint=joint)


def _managed(scene: Scene, reading: Reading, programme: EntityRef) -> Iterator[Assertion]:
    """项目过程管理委托甲承担."""
    for match in _MANAGES.finditer(scene.text):
        body = scene.starting_at(match.end(), "Organization")
        if body is not None and _DOES.match(scene.text, body.end):
            where = scene.sentence.view.span(match.start(), body.end)
            ref = reading.organization(body)
            yield reading.fact(GUIDE_RUN, programme, "RUN_BY", ref, where, role=(match["what"],))


def _managed_by(scene: Scene, reading: Reading, programme: EntityRef) -> Iterator[Assertion]:
    """项目由甲负责具体管理."""
    for match in _MANAGED_BY.finditer(scene.text):
        body = scene.starting_at(match.end(), "Organization")
        does = _MANAGES_IT.match(scene.text, body.end) if body is not None else None
        if body is not None and does is not None:
            yield from _run(scene, reading, programme, [body], does.end(), role=match["what"] or "管理")


def _issued(scene: Scene, reading: Reading, programme: EntityRef) -> Iterator[Assertion]:
    """甲会同乙、丙编制并发布本年度申报指南."""
    match = _ISSUES.search(scene.text) if "指南" in scene.text else None
    bodies = _row_before(scene, match.start()) if match is not None else []
    if match is not None and bodies:
        yield from _run(scene, reading, programme, bodies, match.end(), role="")


def _in_charge(scene: Scene, reading: Reading, programme: EntityRef) -> Iterator[Assertion]:
    """由甲作为主责单位，乙承担项目管理专业机构职责; 主责单位为甲."""
    for match in _AS.finditer(scene.text):
        bodies = _row_before(scene, match.start())
        if bodies:
            yield from _run(scene, reading, programme, bodies, match.end(), role=match["role"])
    for match in _WHO_IS.finditer(scene.text):
        body = scene.starting_at(match.end(), "Organization")
        if body is not None:
            yield from _run(scene, reading, programme, [body], body.end, role=match["role"])


def _within(scene: Scene, reading: Reading, programme: EntityRef, named: re.Pattern[str]) -> Iterator[Assertion]:
    for subject in named.finditer(scene.text):
        match = _WITHIN.match(scene.text, subject.end())
        name = heal_name(match["plan"]) if match is not None else ""
        if match is not None and name != programme.name and own_name(name) and organization_kind(name) is None:
            plan = EntityRef(label="FundingProgram", name=name)
            where = scene.sentence.view.span(subject.start(), match.end("plan"))
            yield reading.fact(GUIDE_OF_PLAN, programme, "PART_OF", plan, where)


def _component(scene: Scene, reading: Reading, programme: EntityRef, subject: re.Match[str]) -> Iterator[Assertion]:
    """(某资金由甲设立，)属省科技计划的组成部分: of the sentence that opens with the programme."""
    match = _COMPONENT.search(scene.text, subject.end()) if subject.start() == 0 else None
    name = in_place(heal_name(match["plan"]), place_of(reading.document)) if match is not None else ""
    if match is not None and name != programme.name and own_name(name):
        where = scene.sentence.view.span(subject.start(), match.end())
        yield reading.fact(GUIDE_OF_PLAN, programme, "PART_OF", EntityRef(label="FundingProgram", name=name), where)


def _run(
    scene: Scene, reading: Reading, programme: EntityRef, bodies: list[Mention], end: int, *, role: str, joint: bool = False
) -> Iterator[Assertion]:
    """RUN_BY of each body of a row; a firm is one that pays for a joint fund, beside an office in the row."""
    where: Span = scene.sentence.view.span(bodies[0].start, end)
    shared = joint and any(body.kind not in _NO_RUNNERS for body in bodies)
    for body in bodies:
        if body.kind not in _NO_RUNNERS or (shared and body.kind == "company"):
            ref = reading.organization(body)
            yield reading.fact(GUIDE_RUN, programme, "RUN_BY", ref, where, role=(role,) if role else "")


def _row_before(scene: Scene, end: int) -> list[Mention]:
    """The bodies that stand one after the other up to here."""
    found: list[Mention] = []
    for body in reversed(scene.of("Organization")):
        if body.end == (found[0].start if found else end) or (found and _ROW.fullmatch(scene.text, body.end, found[0].start)):
            found.insert(0, body)
    return found

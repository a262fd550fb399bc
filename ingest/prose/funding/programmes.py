"""Funding programmes: their parts, who set them up, their codes, the grants and fields that they support."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.mentions import Mention
from ingest.numerals import number, to_wan
from ingest.prose.phrases import listed, quoted
from ingest.prose.reading import Reading, Rule, Scene, row
from kg.model import Assertion, EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["FUND_PROGRAMME", "Named", "read", "subject_of"]

SPECIAL_PROJECT = Rule("special_project")
"""国家重点研发计划“某某”重点专项."""
WITHIN_PLAN = Rule("within_plan")
"""国家某计划“某某”重大项目."""
SET_UP = Rule("set_up")
"""甲设立…专项, 科学基金从某年开始设立…项目."""
FUND_CODE = Rule("fund_code")
"""某处的“某学科”(代码…)."""
PLANNED_BY = Rule("planned_by")
"""某部立项的“某计划”."""
TASKS = Rule("tasks")
"""某专项设置了甲、乙和丙3项任务."""
CARRIED_OUT = Rule("carried_out")
"""本专项由甲会同乙组织实施."""
GRANTED = Rule("granted")
"""支持1000万元用于“某项目”."""

FUND_PROGRAMME = EntityRef(label="FundingProgram", name="国家自然科学基金")
_FUND_BODY = EntityRef(label="Organization", name="国家自然科学基金委员会")
_KEY_PLAN = EntityRef(label="FundingProgram", name="国家重点研发计划")
_PROJECT = re.compile(r"“(?P<name>[^“”]{2,40})”\s*(?P<kind>重点专项|专项|重大专项)(?!组|办)")
_PLAIN_PROJECT = re.compile(
    rf"研发计划(?P<name>(?!中|首批|启动|实施|下|的)(?:(?!启动|实施|设立|部署|多个|支持|发布|项目|[等的])[{HAN}]){{4,30}}?(?:重点)?专项)"
)
_OF_PLAN = re.compile(
    r"(?<=计划|专项)“(?P<name>[^“”]{2,40})”(?P<kind>(?:国家)?(?:科技)?(?:重大|重点)(?:项目|专项)|专项)(?!组|办)"
)
_KEY_PLAN_NAMED = re.compile(r"(?<![省市区州县])重点研发计划")
"""The nation's plan; provinces have plans of that name of their own."""
_LAUNCHED = re.compile(r"((?:19|20)\d{2})年(?:度)?(?:启动|设立|发布|立项)的?$")
_SETS_UP = re.compile(
    r"(?P<since>(?:自|从)?(?:(?P<year>(?:19|20)\d{2})年|“[^”]{2,4}”期间)(?:以来|起|开始)?[，,]?\s*)?(?:共同|联合|出资|开始|正式|还|又|组织|专门)*(?P<verb>设立|启动实施|启动|发起|推出)[了的]?\s*"
    r"(?P<name>(?![该本此这其了的]|相应|相关|专门|新的|类似|针对|面向|旨在|为期|一系列|一项)[^，。；,;：:“”.]{3,40}?(?:计划|专项资金|专项|基金|专款项目|专项经费|行动|工程|项目))(?=$|[，。；,;.（(]|支持|资助|用于)"
)
_NAMED_PLAN = re.compile(
    r"(?:正式|联合|共同|组织)*(?:启动|设立|实施|发起|推出|发布|组织实施)了?\s*“(?P<name>[^“”]{3,40})”(?P<kind>重大研究计划|重点专项|(?:重大|重点)?项目群|重大项目|重大专项|专项|计划|工程|行动)"
)
_OF_PLACE = re.compile(rf"[{HAN}]{{2,6}}?(?:省|市|自治区)(?!级)[{HAN}]{{2,}}")
"""A programme that bears the place that it is of, and so no body's name before it."""
_TOGETHER = re.compile("^(?:共同|联合|合作)")
_WITH = re.compile("会同|联合|协同|携手")
_OF_FUND = re.compile(f"[{HAN}]{{2,6}}科学部")
"""A department of the fund's committee, by how the name ends."""
_LISTS_ITS = re.compile(
    r"[，,][^，。；：:]{0,12}[一二两三四五六七八九十\d]+[个项](?:重点|重大)?(?:项目|课题)(?:[，,]?分别(?:为|是)|[:：])"
)
_YEAR = re.compile(r"((?:19|20)\d{2})年")
_WISHED = re.compile(
    r"(?:(?<!采纳)(?<!采纳会议)(?<!采纳专家)建议(?!的?(?:推动|促成|影响|指引|基础)|下|被采纳|得到)|呼吁|希望|倡议|期待|盼望)[^。；]*$"
)
"""What makes a setting up a wish: 建议某委员会设立某计划."""
_ACTS = re.compile(r"\s*(?:[自从于]?(?:19|20)\d{2}年(?:起|开始|以来)?[，,]?|于|在|从|自|[，,])?\s*[^，。；]{0,4}")
_OF_NATION = r"(?<![省市区州县])(?<![省市区州县]自然)"
"""Before the fund's name: 松江省自然科学基金 is another."""
_FUND_ACTS = re.compile(rf"{_OF_NATION}(?:国家)?(?:自然)?科学基金(?!委|会|项目|重大|的)")
_CODED = re.compile(r"“(?P<name>[^“”]{2,40})”\s*[（(](?:学科)?(?:申请)?(?:代码)?[:：]?\s*(?P<code>[A-Z]\d{2,6})[)）]")
_UNDER = re.compile(r"“(?P<name>[^“”]{2,40})”(?:下|之下)的")
_DEPARTMENT_OF = re.compile(r"[^“”，。；,;]{0,16}$")
_TOPIC = re.compile(
    rf"{_OF_NATION}科学基金(?P<told>[^。；《》]{{0,40}}?)(?<!”)(?P<kind>重大研究计划|重大项目|创新研究群体|重点项目|(?<!杰出)(?<!优秀)青年科学基金)"
)
_ONLY_YEAR = re.compile(r"\D{0,2}(?:19|20)\d{2}\s*年度?的?|的|\s*")
"""科学基金|2030年度|重点项目: when alone, which says nothing of who runs it."""
_CARRIES_OUT = re.compile(
    r"(?:本(?:重点|重大)?(?:专项|计划|项目)|^该?专项)[^，。；“”]{0,6}?[，,]?由(?P<bodies>[^，。；“”]{3,80}?(?:[，,](?:会同|联合|协同)[^，。；“”]{3,60}?)?)(?:牵头|共同|联合|负责)*(?:组织实施|归口管理|组织管理|组织(?=[，。；]))"
)
_THEN = re.compile(r"[，,；;]\s*(?:由|委托)?")
_MANAGES = re.compile(
    r"(?:具体)?(?:承担|负责)(?:[^，。；]{0,6}?(?:项目|专项)(?:的)?)?(?P<role>(?:过程|日常|全过程|具体|专业|组织)?管理)(?=等|工作|的|任务|[，。；]|$)"
)
"""(本专项由甲组织实施，)乙承担项目|过程管理|等具体工作."""
_OF_PROVINCE = re.compile(r"[省市区州县](?:级)?(?:重点研发|科技(?:创新|发展)?)计划$")
_SINCE = re.compile(r"(?:自|从)((?:19|20)\d{2})年(?:起|开始|以来)")
_PLANNED = re.compile(
    r"(?:由)?(?P<body>[^“”，。；]{2,50}?)(?P<verb>立项|提出|共同组织|组织|主导|发起)的(?P<list>(?:\s*“[^“”]{4,50}”\s*(?:和|、|以及|及|,|，)?)+)"
)
_YEARS = re.compile(r"((?:(?:19|20)\d{2}[、,，和]?)+)年")
_TASK_COUNT = re.compile(
    r"(?:等)?(?P<count>[\d两二三四五六七八九十]+)\s*(?:个|项|类|大|方面)(?:主要|研究|重点|核心)?(?P<kind>任务|方向|层次|专题|板块|课题|模块)"
)
_FIELD_SET_UP = re.compile(rf"设立了?(?P<name>[{HAN}]{{4,20}}领域)(?=[，。；,.]|$)")
_THIS = re.compile(r"(?:该|本)(?:重点|重大)?(?:专项|计划|项目)")
_LEAD_IN = re.compile(r"在[^，。；,]{2,20}(?:方面|中|期间|上)[，,]\s*")
_TASK_VERB = re.compile("设置|部署|设立|下设|设有|布局|分为|包括|在")
_ONE_TASK = re.compile(
    rf"将(?P<name>[{HAN}A-Za-z0-9、]{{2,24}})列为(?:其)?[\d一二三四五六七八九十]*个?(?:主要)?(?P<kind>研究任务|任务|方向|重点方向)之一"
)
_GRANT = re.compile(r"支持(?P<sum>[^，。；“”]{2,12}元)用于“(?P<name>[^“”]{4,60})”")
_YEAR = re.compile(r"((?:19|20)\d{2})年")


@dataclass(frozen=True, slots=True)
class Named:
    """A programme that a sentence names, and where."""

    ref: EntityRef
    start: int
    end: int


_PLAN_SINCE = re.compile(
    r"(?:从|自)(?P<period>[“\"][一二三四五六七八九十]{1,2}五[”\"][^，。；,;设]{0,8}?)(?:开始|起)?(?:陆续|先后)?设立"
)


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """PART_OF, RUN_BY, CONCERNS and FUNDED_BY of funding programmes in a sentence."""
    yield from _projects(scene, reading)
    yield from _within_plans(scene, reading)
    yield from _carried_out(scene, reading)
    yield from _set_up(scene, reading)
    yield from _topic(scene, reading)
    yield from _named_plans(scene, reading)
    yield from _codes(scene, reading)
    yield from _planned(scene, reading)
    yield from _granted(scene, reading)
    yield from _tasks(scene, reading)


def _programme(name: str) -> EntityRef:
    return EntityRef(label="FundingProgram", name=heal_name(name))


def _projects(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """“某某”重点专项 and, beside the plan that they belong to, “某某”专项."""
    plan = _KEY_PLAN_NAMED.search(scene.text)
    launched = ""
    for match in _PROJECT.finditer(scene.text):
        before = plan is not None and plan.start() < match.start()
        own = match["kind"] == "专项" and (before or match["name"] in reading.key_projects)
        key = own or (match["kind"] == "重点专项" and not _OF_PROVINCE.search(scene.text[: match.start()]))
        ref = _programme(match["name"] + ("重点专项" if key else match["kind"]))
        if key:
            reading.key_projects.add(match["name"])
        if match.start() == 0:
            reading.speak_of(ref)
        if reading.guide is None and match["name"] in reading.document.title:
            reading.guide = ref
        year = _LAUNCHED.search(scene.text[: match.start()])
        launched = year[1] if year else launched
        if plan is not None and before and key:
            where = scene.sentence.view.span(plan.start(), match.end())
            yield reading.fact(SPECIAL_PROJECT, ref, "PART_OF", _KEY_PLAN, where, year=int(launched) if launched else "")
    for match in _PLAIN_PROJECT.finditer(scene.text):
        where = scene.sentence.view.span(match.start(), match.end())
        ref = _programme(re.sub("(?:重点)?专项$", "重点专项", match["name"]))
        yield reading.fact(SPECIAL_PROJECT, ref, "PART_OF", _KEY_PLAN, where)


def _within_plans(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """某计划“某某”重大项目: part of the plan that stands right before its name."""
    for match in _OF_PLAN.finditer(scene.text):
        plan = scene.ending_at(match.start(), "FundingProgram")
        if plan is None or plan.ref in (_KEY_PLAN, FUND_PROGRAMME) or plan.name.endswith("项目"):
            continue
        where = scene.sentence.view.span(plan.start, match.end())
        yield reading.fact(WITHIN_PLAN, _programme(match["name"] + match["kind"]), "PART_OF", plan.ref, where)


def _carried_out(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """本专项由甲会同乙组织实施: run by each of them."""
    match = _CARRIES_OUT.search(scene.text)
    programme = reading.guide
    if match is None or programme is None:
        return
    for body in scene.within(match.start("bodies"), match.end("bodies"), "Organization"):
        where = scene.sentence.view.span(match.start(), match.end())
        yield reading.fact(CARRIED_OUT, programme, "RUN_BY", reading.organization(body), where)
    gap = _THEN.match(scene.text, match.end())
    agency = scene.starting_at(gap.end(), "Organization") if gap is not None else None
    manages = _MANAGES.match(scene.text, agency.end) if agency is not None else None
    if agency is not None and manages is not None:
        where = scene.sentence.view.span(match.start(), manages.end())
        ref = reading.organization(agency)
        yield reading.fact(CARRIED_OUT, programme, "RUN_BY", ref, where, role=(manages["role"],))


def _set_up(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    for match in _SETS_UP.finditer(scene.text):
        name = heal_name(match["name"])
        before = scene.text[: match.start()]
        if _WISHED.search(before):
            continue
        fund = _FUND_ACTS.search(before)
        actor = _actor(scene, match.start())
        year = int(match["year"]) if match["year"] else ""
        where = scene.sentence.view.span(match.start() if actor is None else actor.start, match.end("name"))
        since = re.sub(r"[^\d]", "", match["since"] or "")
        if actor is not None:
            run_by = reading.organization(actor)
            joint = _TOGETHER.search(scene.text[actor.end : match.end()])
            own = name.startswith(("国家", run_by.name)) or run_by == _FUND_BODY or _OF_PLACE.match(name) or joint
            ref = _programme(name if own else run_by.name + name)
            reading.speak_of(ref)
            period = _plan_since(scene.text[actor.end : match.end()])
            beside = _with_whom(scene, actor)
            for body in [*([beside] if beside is not None else []), *(row(scene, actor) if joint else [actor])]:
                yield reading.fact(SET_UP, ref, "RUN_BY", reading.organization(body), where, since=since, period=period)
        elif fund or (reading.fund and not before.strip() and reading.fund_speaks):
            reading.fund_speaks = True
            reading.speak_of(_programme(name))
            where = scene.sentence.view.span(fund.start() if fund else match.start(), match.end("name"))
            yield reading.fact(SET_UP, _programme(name), "RUN_BY", _FUND_BODY, where, since=since)
            yield reading.fact(SET_UP, _programme(name), "PART_OF", FUND_PROGRAMME, where, year=year)


def _plan_since(words: str) -> tuple[str, ...] | str:
    """The five-year plan from which on something was set up: 从“八五”期间开始设立 is “八五”期间起."""
    told = _PLAN_SINCE.search(words)
    return (told["period"] + "起",) if told else ""


def _named_plans(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲启动了“某某”重大研究计划: run by 甲, and a part of the fund's plans where 甲 is the fund's committee."""
    for match in _NAMED_PLAN.finditer(scene.text):
        actor = _actor(scene, match.start())
        if actor is None or _WISHED.search(scene.text[: actor.start]):
            continue
        run_by = reading.organization(actor)
        beside = _with_whom(scene, actor)
        if beside is not None and beside.name.startswith(_FUND_BODY.name) and _OF_FUND.fullmatch(run_by.name):
            run_by = EntityRef(label="Organization", name=_FUND_BODY.name + run_by.name)
        own = match["kind"] in ("重大研究计划", "重大项目")
        ref = _programme(match["name"] + ("" if own else match["kind"]))
        where = scene.sentence.view.span(actor.start if beside is None else beside.start, match.end())
        reading.speak_of(ref)
        for body in (run_by,) if beside is None else (reading.organization(beside), run_by):
            yield reading.fact(SET_UP, ref, "RUN_BY", body, where)
        if _LISTS_ITS.search(scene.text, match.end()):
            years = set(_YEAR.findall(scene.text[: match.start()]))
            reading.granting, reading.granting_year = ref, int(years.pop()) if len(years) == 1 else None
        if own and run_by.name.startswith(_FUND_BODY.name):
            yield reading.fact(SET_UP, ref, "PART_OF", _programme(FUND_PROGRAMME.name + match["kind"]), where)


def _with_whom(scene: Scene, actor: Mention) -> Mention | None:
    """甲部会同乙部启动: the body that stands before another with which it acts."""
    return next((one for one in scene.of("Organization") if _WITH.fullmatch(scene.text, one.end, actor.start)), None)


def _actor(scene: Scene, end: int) -> Mention | None:
    """The organisation that the verb's clause opens with."""
    for organization in scene.of("Organization"):
        if organization.end <= end and _ACTS.fullmatch(scene.text, organization.end, end):
            return organization
    return None


def _codes(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """“某学科”(代码…): run by the department before it, part of what it stands under or of the fund."""
    department: Mention | None = None
    under: EntityRef | None = None
    events: list[tuple[int, str, re.Match[str] | Mention]] = [
        (match.start(), "code", match) for match in _CODED.finditer(scene.text)
    ]
    if not events:
        return
    events += [(match.start(), "under", match) for match in _UNDER.finditer(scene.text)]
    events += [
        (one.start, "body", one)
        for one in scene.of("Organization")
        if reading.organization(one).name.startswith(_FUND_BODY.name)
    ]
    for _, kind, what in sorted(events, key=lambda event: event[0]):
        if isinstance(what, Mention):
            department, under = what, None
            continue
        ref = _programme(what["name"])
        start = department.start if department else what.start()
        where = scene.sentence.view.span(start, what.end())
        if kind == "code":
            reading.coded[what["code"]] = ref
            yield reading.attribute(FUND_CODE, ref, "code", what["code"], where)
        parent = under if kind == "code" and under is not None else FUND_PROGRAMME
        if reading.fund or department is not None:
            yield reading.fact(FUND_CODE, ref, "PART_OF", parent, where)
        if department is not None and (kind == "under" or under is None):
            yield reading.fact(FUND_CODE, ref, "RUN_BY", reading.organization(department), where)
        under = ref if kind == "under" else under


def _topic(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """科学基金在重大研究计划部署方面: what the paragraph speaks of."""
    match = _TOPIC.search(scene.text)
    if match is None or not reading.fund or _WISHED.search(scene.text[: match.end()]):
        return
    ref = _programme(FUND_PROGRAMME.name + match["kind"])
    own = reading.guide if scene.text.startswith("本") else None
    reading.speak_of(own or ref)
    where = scene.sentence.view.span(match.start(), match.end())
    since = _SINCE.search(match.group())
    if match["told"] and not _ONLY_YEAR.fullmatch(
        match["told"]
    ):  # 科学基金重大项目 alone is a name, and says nothing of who runs it
        yield reading.fact(SET_UP, ref, "RUN_BY", _FUND_BODY, where, since=since[1] if since else "")
    yield reading.fact(SET_UP, ref, "PART_OF", FUND_PROGRAMME, where)


def _planned(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """某部立项的“甲”“乙”: each run by the department and part of the programme that the paragraph speaks of."""
    if reading.programme is None or not reading.programme.name.endswith("重大研究计划"):
        return
    for match in _PLANNED.finditer(scene.text):
        bodies = list(scene.within(match.start("body"), match.end("body"), "Organization"))
        plans = quoted(match["list"])
        years = _years(scene.text[: match.end("body")])
        for at, (name, _, end) in enumerate(plans):
            year = years[at] if len(years) == len(plans) else years[-1] if years and len(plans) == 1 else ""
            where = scene.sentence.view.span(match.start("body"), match.start("list") + end + 1)
            ref = _programme(name)
            yield reading.fact(PLANNED_BY, ref, "PART_OF", reading.programme, where, year=year)
            yield from _bodies(reading, ref, scene, match, bodies, where, year)


def _bodies(
    reading: Reading, ref: EntityRef, scene: Scene, match: re.Match[str], bodies: list[Mention], where: Span, year: int | str
) -> Iterator[Assertion]:
    names = [reading.organization(body).name for body in bodies]
    joint = re.search(r"联合(?P<others>[^“”]+?)共同", match["body"] + "共同")
    if joint is not None:
        short = [re.sub("(?:科学)?部$", "", item) for item in listed(joint["others"])]
        names += [
            _FUND_BODY.name + item + "科学部"
            for item in short
            if re.fullmatch("数理|化学|生命|地球|工程与材料|信息|管理|医学", item)
        ]
    for at, name in enumerate(dict.fromkeys(names)):
        role = ("牵头" if at == 0 else "联合",) if joint is not None else ""
        yield reading.fact(PLANNED_BY, ref, "RUN_BY", EntityRef(label="Organization", name=name), where, year=year, role=role)


def _years(before: str) -> list[int]:
    """The years that the clause opens with: 2011、2013年分别由."""
    found = list(_YEARS.finditer(before))
    return [int(year) for year in re.findall(r"\d{4}", found[-1][1])] if found else []


def _granted(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    for match in _GRANT.finditer(scene.text):
        if reading.programme is None:
            continue
        year = _YEAR.search(scene.text)
        where = scene.sentence.view.span(match.start(), match.end())
        grant = EntityRef(label="Grant", name=heal_name(match["name"]))
        amount = to_wan(match["sum"])
        yield reading.fact(
            GRANTED,
            grant,
            "FUNDED_BY",
            reading.programme,
            where,
            amount_wan=amount if amount is not None else "",
            year=int(year[1]) if year else "",
        )
        for technology in scene.within(match.start("name"), match.end("name"), "Technology"):
            yield reading.fact(GRANTED, grant, "CONCERNS", technology.ref, where)


def subject_of(scene: Scene, reading: Reading) -> Named | None:
    """The programme that the sentence opens with."""
    project = _PROJECT.match(scene.text)
    if project is not None and reading.programme is not None:
        return Named(reading.programme, 0, project.end())
    this = _THIS.match(scene.text)
    spoken = reading.programme or reading.guide if this is not None else None
    if this is not None and spoken is not None:
        return Named(spoken, 0, this.end())
    if (coded := _CODED.search(scene.text)) is not None:
        return Named(_programme(coded["name"]), coded.start(), coded.end())
    lead = _LEAD_IN.match(scene.text)
    opens = lead.end() if lead else 0
    named = next((one for one in scene.of("FundingProgram") if opens <= one.start <= opens + 4), None)
    if named is not None:
        return Named(named.ref, named.start, named.end)
    body = next((one for one in scene.of("Organization") if one.start <= 4), None)
    if body is not None and reading.organization(body).name.startswith(_FUND_BODY.name):
        return Named(FUND_PROGRAMME, body.start, body.end)
    return None


def _tasks(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    subject = subject_of(scene, reading)
    if subject is None or subject.ref == FUND_PROGRAMME:
        return
    for match in _TASK_COUNT.finditer(scene.text, subject.end):
        where = scene.sentence.view.span(subject.start, match.end())
        for item in _counted(scene.text[subject.end : match.start()], int(number(match["count"]) or 0)):
            yield reading.fact(TASKS, _programme(item), "PART_OF", subject.ref, where, kind=(match["kind"],))
    for match in _FIELD_SET_UP.finditer(scene.text, subject.end):
        where = scene.sentence.view.span(subject.start, match.end())
        period = _plan_since(scene.text[subject.end : match.end()])
        yield reading.fact(TASKS, _programme(match["name"]), "PART_OF", subject.ref, where, period=period)
    for match in _ONE_TASK.finditer(scene.text, subject.end):
        where = scene.sentence.view.span(subject.start, match.end())
        yield reading.fact(TASKS, _programme(match["name"]), "PART_OF", subject.ref, where, kind=(match["kind"],))


def _counted(words: str, count: int) -> list[str]:
    """The items of the list that ends here and has ``count`` of them: after one of the verbs, parted one way or another."""
    for verb in reversed(list(_TASK_VERB.finditer(words))):
        for parted in (r"[，,]\s*", "、", "、|和(?!.*和)", "、|[和与及]"):
            items = [heal_name(item.strip(" ，,的了")) for item in re.split(parted, words[verb.end() :].lstrip("了"))]
            if len(items) == count > 1 and all(2 <= len(item) <= 40 for item in items):
                return items
    return []

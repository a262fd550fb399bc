"""What programmes, funds and plans support: the technologies among their directions, and what they list as a priority."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.prose.funding.programmes import FUND_PROGRAMME, subject_of
from ingest.prose.phrases import quoted
from ingest.prose.reading import FUND, Reading, Rule, Scene
from ingest.prose.technology.naming import ITEM_HEAD, Item, masked, named
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

SUPPORTS = Rule("supports")
"""某专项布局…, 重点支持甲、乙等方向."""
LISTED_AS = Rule("listed_as")
"""将甲、乙列为优先发展领域, 甲被列为…."""

CORE = Rule("core_technology")
"""(The facility spoken of) 以甲为核心, 涵盖乙、丙等."""
FUND_GROUPS = Rule("fund_groups")
"""科学基金支持了10个以甲为主要研究领域的创新研究群体."""
TO_DEVELOP = Rule("to_develop")
"""某院需要重点发展甲、乙等共性关键技术."""

_CORE = re.compile(
    r"以(?P<core>[^，。；,;以]{3,40}?)为(?:技术)?(?:核心|特色|主体)|(?:涵盖|囊括|集成)了?(?P<list>[^。；;]{4,80}?)(?=等|[，,。；.]|$)"
)
_GROUPS = re.compile(
    r"(?:以(?P<as>[^，。；,以]{2,20}?)为(?:主要)?(?:研究)?(?:领域|方向|主题)的|(?P<of>[^，。；,的了]{2,20}?)(?:领域|方向)的)"
    r"(?P<kind>创新研究群体|重大项目|重大研究计划|重点项目|面上项目)"
)
_DEVELOP = re.compile(
    r"(?P<status>(?:需要|应当?|将|拟|亟需|计划)重点(?:发展|突破|攻关|布局|攻克))(?P<list>[^。；;]{4,120}?)等(?P<kind>[^，。；,;.的]{2,12}技术)"
    r"(?:[，,]\s*以及(?P<more>[^，。；,;]{4,20}技术)[，,]\s*(?:例如|如|包括)(?P<others>[^。；;]{4,120}))?"
)
_SUPPORT = re.compile(
    r"布局了?|部署了?|支持(?!向量)|资助|围绕|聚焦(?!超声|离子)|面向|重点(?:支持|发展|突破)|包括|列为|列入|优先发展|重视|涉及"
    r"|以(?=[^，。；]{2,80}?为(?:重点|方向|主线))"
)
_SOMEBODYS = re.compile(r"(?:主持|承担|牵头|申报)的|(?:传来|喜获|斩获|获批)")
"""What tells of a project that somebody has, not of what its payer supports."""
_NEAR = 24
_ITSELF = re.compile(r"(?:布局|部署)了|(?:支持或部分|重点|持续|优先)支持(?=[^，,。；、的下和与])|围绕|聚焦(?!超声|离子)")
_GOVERNS = re.compile(
    r"(?:布局|部署|(?:支持或部分)?支持(?!向量|[，,。；、的下和与])|资助(?![，,。；、的下])|重视|加强|扶持|围绕|聚焦(?!超声|离子)|重点发展|重点突破|优先发展|攻克|攻关|突破)了?[:：]?(?:以下|下列)?|(?<=[，,])以(?=[^，。；]{2,80}?为重点)"
)
_ENDS = re.compile(r"[。；;]|[，,](?!\s*以及)|等(?!离子|效)|为(?:重点|方向)|方向|领域")
_ITS_PARTS = re.compile(r"[\d一二三四五六七八九十两]+\s*个(?:专题|任务|(?:研究|重点)?方向|板块|领域)")
"""What tells that a list was of a programme's own parts (围绕甲、乙2个专题), not of technologies."""
_LISTS = re.compile(
    r"将(?P<things>[^；;。]{2,160}?)(?:明确|首次|一并|都|均)*列(?:为|入|作)(?P<as>[^，。；,;.]{2,30})"
    r"|(?P<passive>“[^“”]{4,60}”|[^，。；,;“”]{4,30})(?:被|则被)列(?:为|入|作)(?P<status>[^，。；,;.]{2,30})"
)
_PLAN = re.compile(r"“[一二三四五六七八九十]{3}”[^，。；《》]{0,6}?规划")
_POLICY = re.compile(r"《(?P<name>[^《》]{4,50}?(?:规划|计划|纲要|方案|路线图|蓝图|意见|行动))(?:[（(][^（）()]*[)）])?》")
_CLAUSE = re.compile(r"[，,；;。]")
_STATUS = re.compile(r"领域|方向|重点|优先|项目|计划|工程|专项")
_AGAIN = re.compile(r"(?:其中|该专项|本专项|该计划|本计划|同时|此外|还|并)")
_TAIL = re.compile(
    r"(?:的|及其?|与|和|等|方面|领域|方向|研究|研发|研制|开发|创制|应用|产业化|攻关|示范|推广|建设|工作|项目|课题|新体系|体系|技术开发)+$"
)
_WITHIN = re.compile(rf"在[{HAN}A-Za-z0-9]{{2,16}}中的?(?:应用)?$")
_HEADS = re.compile(r"(?:测量|检测|传感|诊断|光源|组学|影像学|成像学|光子学|医学物理学?|核医学|生物医学工程|器械|电镜)$")
_JOINED = re.compile(
    rf"(?!.*(?:进行|开展|提高|实现|解决|形成|为了|通过|能力|水平|疾病|机理|机制|患者|人群|规律|政策|人才|产业))(?!和|与|及)[{HAN}A-Za-z0-9/\-]{{4,20}}"
)
_SHORTEST = 3
_VAGUE = re.compile(
    r"(?:一批|一系列|若干|引领性|颠覆性|标志性|先导性|卡脖子|原创性?|重大|重要|科研|科学|高端|通用|专业|专用|大型|国产|医疗|医学|生物|战略性|前沿|共性|关键|核心|新型?|基础|创新|自主|先进|临床|诊疗|诊断|治疗|智能|技术|研究|各类|多种|疾病"
    r"|早期|精确|精准|微创|无创|快速|体外|分析|检测)*(?:仪器设备|仪器|设备|装备|产品|技术|方法|系统|部件|平台|软件|模型|药物|检测|诊断|测量|治疗|器械)"
)


@dataclass(frozen=True, slots=True)
class _Holder:
    """Who supports or lists something: the programme or plan, and the department that speaks for it."""

    ref: EntityRef
    start: int
    department: str = ""


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """CONCERNS of programmes, of the fund, of plans and of a facility's core; WORKS_ON of bodies that are to develop it."""
    text = masked(scene.text)
    plan = _PLAN.search(text)
    reading.plan = plan.group() if plan else reading.plan
    listed = list(_LISTS.finditer(text))
    for match in listed:
        yield from _listed_as(scene, reading, text, match)
    yield from _core(scene, reading, text)
    yield from _groups(scene, reading, text)
    yield from _to_develop(scene, reading, text)
    yield from _supports(scene, reading, text, listed[-1].end() if listed else 0)


def _core(scene: Scene, reading: Reading, text: str) -> Iterator[Assertion]:
    """What the facility that the sentence or the paragraph speaks of is built around."""
    facility = reading.facility
    named_at = text.rfind(facility.name[-8:]) if facility is not None else -1
    if facility is None or named_at < 0:
        return
    for match in _CORE.finditer(text, named_at):
        group = "core" if match["core"] else "list"
        for item in _directions(scene, text, *match.span(group)):
            where = scene.sentence.view.span(named_at, match.end())
            yield reading.fact(CORE, facility, "CONCERNS", item.ref, where)


def _groups(scene: Scene, reading: Reading, text: str) -> Iterator[Assertion]:
    for match in _GROUPS.finditer(text) if reading.fund else ():
        group = "as" if match["as"] else "of"
        for one in scene.within(*match.span(group), "Technology"):
            programme = EntityRef(label="FundingProgram", name=FUND_PROGRAMME.name + match["kind"])
            yield reading.fact(FUND_GROUPS, programme, "CONCERNS", one.ref, scene.sentence.view.span(*match.span()))


def _to_develop(scene: Scene, reading: Reading, text: str) -> Iterator[Assertion]:
    """What a body says is to be developed first, of which kind."""
    for match in _DEVELOP.finditer(text):
        bodies = [one for one in scene.of("Organization") if one.end <= match.start()]
        for group, kind in (("list", "kind"), ("others", "more")) if bodies else ():
            for item in _directions(scene, text, *match.span(group)) if match[group] else ():
                where = scene.sentence.view.span(bodies[-1].start, match.end())
                body = reading.organization(bodies[-1])
                stated = {"status": (match["status"],), "kind": (heal_name(match[kind]),)}
                yield reading.fact(TO_DEVELOP, body, "WORKS_ON", item.ref, where, **stated)


def _listed_as(scene: Scene, reading: Reading, text: str, match: re.Match[str]) -> Iterator[Assertion]:
    holder = _holder(scene, reading, match.start())
    where_listed = match["as"] or match["status"] or ""
    if holder is None or re.search("任务|课题|目录|名单|标准", where_listed):
        return
    field = next((name for name, _, _ in quoted(where_listed)), "") if "“" in where_listed else ""
    status = re.sub("之一$|^其|的$", "", heal_name(where_listed)) if not field and _STATUS.search(where_listed) else ""
    group = "things" if match["things"] else "passive"
    for item in _directions(scene, text, *match.span(group)):
        where = scene.sentence.view.span(holder.start, match.end())
        yield reading.fact(
            LISTED_AS,
            holder.ref,
            "CONCERNS",
            item.ref,
            where,
            plan=_plan(reading, holder),
            department=(holder.department,) if holder.department else "",
            field=(field,) if field else "",
            status=(status,) if status else "",
        )


def _plan(reading: Reading, holder: _Holder) -> tuple[str, ...] | str:
    return (reading.plan,) if reading.plan and holder.ref == FUND_PROGRAMME else ""


def _holder(scene: Scene, reading: Reading, at: int) -> _Holder | None:
    """The programme, plan or fund that the words before an offset name last; the fund's departments speak for it."""
    found: list[_Holder] = []
    for one in scene.of("Organization", "FundingProgram"):
        if one.end > at:
            break
        name = reading.organization(one).name if one.label == "Organization" else ""
        if one.label == "FundingProgram":
            found.append(_Holder(one.ref, one.start))
        elif name.startswith(FUND):
            found.append(_Holder(FUND_PROGRAMME, one.start, name.removeprefix(FUND)))
    for policy in _POLICY.finditer(scene.text, 0, at):
        ref = EntityRef(label="Policy", name=heal_name(policy["name"]))
        found.append(_Holder(ref, policy.start()))
    clause = max((stop.end() for stop in _CLAUSE.finditer(scene.text, 0, at)), default=0)
    here = [one for one in found if one.start >= clause]
    subject = subject_of(scene, reading)
    if not here and subject is not None and subject.end <= at:
        return _Holder(subject.ref, subject.start)
    if not found and reading.plan and reading.fund:
        return _Holder(FUND_PROGRAMME, 0)
    return max(here or found, key=lambda one: one.start) if found else None


def _supports(scene: Scene, reading: Reading, text: str, listed: int) -> Iterator[Assertion]:
    """The technologies that a programme is said to support: known ones behind its verb, and coined ones in the verb's list."""
    subject = subject_of(scene, reading)
    holder = _Holder(subject.ref, subject.start) if subject else _carried(reading, text)
    start = max(listed, subject.end if subject else 0)
    cue = _SUPPORT.search(text, start) if holder else None
    if holder is not None and (cue is None or _SOMEBODYS.search(text)):
        return
    found = [*_mentioned(scene, start), *_coined(scene, text, start)]
    if holder is None:
        holder, found = _inner(scene, text)
    seen: set[str] = set()
    for one in found if holder is not None else ():
        if one.name not in seen and holder is not None:
            seen.add(one.name)
            where = scene.sentence.view.span(holder.start, max(one.end, holder.start + 1))
            yield reading.fact(SUPPORTS, holder.ref, "CONCERNS", one.ref, where, plan=_plan(reading, holder))


def _inner(scene: Scene, text: str) -> tuple[_Holder | None, list[Item]]:
    """A programme inside the sentence whose verb follows (…的国家某计划启动了…，支持甲): what the lexicon knows of the list."""
    for one in reversed([each for each in scene.of("FundingProgram") if len(each.name) > len("重点专项")]):
        verb = _ITSELF.search(text, one.end, one.end + _NEAR)
        stop = _ENDS.search(text, verb.end()) if verb else None
        if verb is None or re.search("[“”《]|获|得到|受", text[one.end : stop.start() if stop else len(text)]):
            continue
        if scene.within(one.end, verb.start(), "Organization", "Person"):
            continue
        known = scene.within(verb.end(), stop.start() if stop else len(text), "Technology")
        return _Holder(one.ref, one.start), [Item(each.name, each.start, each.end, True) for each in known]
    return None, []


def _carried(reading: Reading, text: str) -> _Holder | None:
    """The programme that the paragraph speaks of, where a sentence goes on from it."""
    again = _AGAIN.match(text)
    return _Holder(reading.programme, 0) if again and reading.programme is not None else None


def _mentioned(scene: Scene, start: int) -> Iterator[Item]:
    for one in scene.of("Technology"):
        if one.start >= start:
            yield Item(one.name, one.start, one.end, True)


def _coined(scene: Scene, text: str, start: int) -> Iterator[Item]:
    for verb in _GOVERNS.finditer(text, start):
        stop = _ENDS.search(text, verb.end())
        end = stop.start() if stop else len(text)
        if not _ITS_PARTS.search(text[verb.end() : end + 2]):
            yield from _directions(scene, text, verb.end(), end)


def _directions(scene: Scene, text: str, start: int, end: int) -> Iterator[Item]:
    """The technologies of a list of directions: each item's own noun, and what the lexicon knows inside a quoted one."""
    whole = [(start + a, start + b) for _, a, b in quoted(text[start:end])]
    for a, b in whole or list(_parted(text, start, end)):
        known = scene.within(a, b, "Technology")
        noun = _noun(scene, text, a, b, quoted_whole=bool(whole))
        yield from (Item(one.name, one.start, one.end, True) for one in known)
        if noun is not None and sum(len(one.surface) for one in known) * 2 < noun.end - noun.start:
            yield noun


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The directions of a list: 、 parts them, 和 and 与 belong to their names."""
    for match in re.finditer(r"[^、]+", text[start:end]):
        yield start + match.start(), start + match.end()


def _noun(scene: Scene, text: str, start: int, end: int, *, quoted_whole: bool) -> Item | None:
    """The technology that a direction is for: without 研究, 的应用 and what it is of."""
    words = text[start:end]
    words = _WITHIN.sub("", _TAIL.sub("", words))
    words = _TAIL.sub("", words)
    end = start + len(words)
    if quoted_whole and re.search(r"(?:技术|方法|成像|测量|仪器|探针|显微镜|系统|影像)$", words) and len(words) > 5:
        return Item(heal_name(words), start, end, False)
    start += words.rfind("的") + 1
    words = heal_name(text[start:end])
    if len(words) < _SHORTEST or all(_VAGUE.fullmatch(part) for part in re.split("[和与及]", words)):
        return None
    one = named(scene, text, start, end)
    joined = _JOINED.fullmatch(words) and (_HEADS.search(words) or ITEM_HEAD.search(words))
    return one or (Item(words, start, end, False) if joined else None)

"""Guides of programmes: their topics, what each direction is to make and against what, and what they give and how much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.figures import figures
from ingest.numerals import number
from ingest.offices import place_of
from ingest.prose.funding.guide_heads import names_of, runs
from ingest.prose.funding.outlined import OUTLINED, PROJECT_TYPE, Guide, Part, guide_of
from ingest.prose.phrases import technology
from ingest.prose.reading import Reading, Rule, Scene
from ingest.table.titles import title_heads
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["introduce", "is_of_a_part", "read"]

TOPIC = Rule("guide_topic")
"""专题一 某某, in the guide of a programme."""
DIRECTION = Rule("guide_direction")
"""1.1 某某系统研制: what a direction of a guide names."""
GUIDED = Rule("guided")
"""研究内容：研制…, and what else is said of a direction, in the guide of a programme."""
GUIDE_FIGURE = Rule("guide_figure")
"""本专题每项经费不超过500万元; 3个专题9个方向; 财政投入1.5亿元."""

_MAKES = re.compile(
    r"(?:研制|研发|开发|攻克|突破|构建|研建|创制|设计|发展|验证|搭建)(?:出|了)?(?P<things>(?:(?!研究|优化|解决|开展|进行|实现|形成|建立)[^，。；：]){4,48})"
)
"""What a direction is to make."""
_NOUNS = re.compile(r"(?:软件|样机|产品|算法|序列|模型)$")
_CONTENT = re.compile(r"(?:主要)?研究(?:内容|目标)\s*[：:]")
_STUDIED = re.compile(
    r"[^，。；]{0,6}?(?:以[^，。；]{2,60}?为(?:主要|重点|核心|关键)?(?:研究)?(?:对象|疾病|病种|切入点)|(?:聚焦|针对|围绕|面向)[^。；，]{2,60})"
)
_AIMED = re.compile("(?:的)?(?:总体|科学)?(?:目标[是为:：]|旨在|聚焦|面向|围绕|针对|致力于|重点(?:发展|支持|突破))")
_KIND_BEHIND = re.compile(
    "[^，。；“”]{0,6}?[”]?(?:国家)?(?:重点专项|重大专项|专项|重大研究计划|计划)?(?=的|总|科学|目标|旨|聚|面|围|针|致|重点)"
)
_AIMS = re.compile(
    rf"(?:(?:总体|科学)?目标\s*[:：]|(?:本|该)?(?:重大研究|重点|重大)?(?:专项|计划){_AIMED.pattern}|(?:旨在|聚焦|围绕|面向)[^，。；]{{2,40}}(?:开展|重点|突破|发展|[，,]))"
)
"""How a sentence opens that tells what a guide's programme is for."""
_NO_CONTENT = re.compile(
    r"(?:考核|绩效|技术)?指标|有关说明|支持年限|实施(?:年限|周期)|执行期|拟支持|申报|资助|支持(?:方式|强度|额度)|经费|说明|项目经费|组织方式|预期成果|成果形式|榜单金额"
)
_PARTED = re.compile(r"[与和及、]|以及")
_ENDS = re.compile(
    r"(?:模块|模组|倍增器|示踪剂|显像剂|造影剂|对比剂|阵列|换能器|探测器|线圈|磁体|球管|射线管|探头|芯片|晶体|准直器|加速器|传感器|激光器|放大器|发生器|谱仪|机架|显示器|光源|内窥镜|内镜|一体机|质谱仪|超声仪|机器人|工作站|系统|装备|设备|仪|CT|MRI|PET|PET/MR|PET/CT|DSA|OCT)$"
)
_DONE = re.compile(
    r"(?:的|及其?)?(?:关键|核心|共性)?(?:技术|方法|产品|样机|工程化|国产化|产业化|临床|应用|示范|研究|研发|研制|开发|攻关|创制|制备|验证|评价|推广|攻克|设计|建设|转化|及|与)+$"
)
_OPENS = re.compile(
    rf"^(?:[{HAN}]{{2,4}}(?:地区|牧区|山区)(?=.{{6}})|"
    r"新型|新一代|国产|高端|高性能|[^，。的]{0,8}(?:PET|CT|MRI|MR|DSA|OCT|超声|磁共振|成像|内镜|放疗)用(?=.{4})|面向[^，。]{2,16}?的|基于[^，。]{2,16}?的|用于[^，。]{2,16}?的|一种|医用(?=.{6}))+"
)
_LEAST, _MOST = 4, 24
_ASKED = frozenset("家例种台套款")
"""What a direction may be asked to have at least so many of."""
_SUM = r"(?P<value>\d+(?:\.\d+)?)\s*(?P<unit>亿元|万元)"
_BOUNDS = {"约": "约", "不超过": "<=", "不低于": ">="}
_AT_MOST = re.compile("不超过|最高|不高于|至多|上限|以内")
_CAP = re.compile(
    rf"(?:每个?(?:项目|项|方向|课题)|单个?(?:项目|项))(?P<what>[^，。；\d]{{0,14}}?(?:经费|资金|资助|支持|补助|拨款)(?:金额|额度|强度|总额)?)(?P<bound>[^，。；\d]{{0,10}}?)\s*{_SUM}"
)
_FUND_NOUN = re.compile(
    r"(?:国拨|省拨|市拨|中央财政|省财政|市财政|财政|专项)?(?:经费|资金|资助|支持|补助|拨款)(?:强度|额度|金额)?$"
)
_TO_SUPPORT = re.compile(
    r"(?:拟|择优|计划)(?:支持|资助|安排|立项|部署)(?:项目)?数?】?[:：为]?(?P<bound>不超过|约|最多|原则上)?\s*(?P<value>\d+)"
    r"\s*(?:(?P<unit>项|个)(?!任务|方向|专题)|(?<=数[:：]\d)(?=[，。；\s]|$))"
)
_SUM_OF_PART = re.compile(
    rf"(?P<each>每项|每个项目|单项|单个项目)?(?P<what>(?:(?:中央|[国省市区]级?)?(?:财政|专项)|[国省市]拨)(?:资金|经费)(?:总?概算|预算)?|(?:资助|支持|补助)(?:资金|经费|额度|强度)|经费额度(?=】|[:：])|榜单金额|直接费用)(?P<of_each>(?:每项|每个项目|单项|单个项目)(?:目)?)?(?:总额)?(?:支持)?】?(?:为|[:：])?(?P<bound>不超过|不高于|最高|约)?\s*{_SUM}"
)
_EACH = re.compile(rf"(?:每项|单项经费|单个?项目经费|每个项目)(?:资助|支持|补助)?(?P<bound>不超过|不高于|最高|约)?\s*{_SUM}")
"""每项不超过500万元, 单项经费300万元."""
_OF_KIND = re.compile(
    rf"(?P<kind>[{HAN}]{{2,10}}项目)(?:拟|共|计划)[^，。；]{{2,24}}[，,](?P<each>每个项目|每项)(?:经费|资助)?(?P<bound>不超过|约)?{_SUM}"
)
"""青年科学家项目拟安排…，每个项目300万元: what each of a kind is given."""
_EACH_OF_KIND = re.compile(
    rf"(?:其中)?(?P<kind>(?!其中)[{HAN}]{{2,4}}项目)\d+项[，,](?P<each>每项|每个项目)(?:资助|支持|经费)?(?P<bound>不超过|约)?{_SUM}"
)
"""重大项目2项，每项500万元."""
_IN_ALL = re.compile(rf"(?:资金|基金|专项|计划)(?P<name>总(?:额|经费|预算|投入))(?:为|共)?(?P<bound>约)?{_SUM}")
"""某联合资金|总额2400万元."""
_PUT_IN = re.compile(
    rf"(?:(?P<year>(?:19|20)\d{{2}})年度?)?(?:将|拟|计划)?(?P<name>(?:合计|共同|联合|共|累计)(?:出资|投入))(?:资金|经费)?(?P<bound>约|不超过|不低于)?{_SUM}"
)
"""三方2031年合计投入1500万元."""
_PART_PUT_IN = re.compile(
    rf"其中[:：，,]?(?P<name>(?:中央|省|市|区|县)级?财政)(?:资金|经费)?(?P<bound>约|不超过|不低于)?{_SUM}"
)
"""(合计投入1500万元，)其中省财政700万元."""
_KINDS_TO_SUPPORT = re.compile(
    rf"(?:拟(?:支持|资助|安排|立项|部署)|[；;]|^)(?P<kind>(?!其中)[{HAN}]{{2,6}}(?:项目|课题))(?P<bound>不超过|约|最多|原则上)?\s*(?P<value>\d+)\s*(?P<unit>项|个)"
    rf"(?:[，,](?P<each>每项|每个项目)(?:资助|支持|经费)?(?P<most>不超过|约)?\s*(?P<sum>\d+(?:\.\d+)?)\s*(?P<of>万元|亿元))?"
)
"""拟支持重点项目2项，每项不超过100万元；一般项目6项，每项30万元."""
_DIRECTION_LABEL = re.compile(
    r"\s*(?P<label>(?:研究|重点|支持|申报|攻关)?方向\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[A-Z]))"
)
_OF_ALL = re.compile("本(?:专题|任务|板块|领域|专项)|[各每]个?(?:专题|任务|方向)")
"""What says that a sentence under a direction is of all those beside it."""
_LABEL = re.compile(
    r"(?:^|(?<=[\n\s。；]))[^，。；：:\s]{0,6}?(?P<noun>指标|内容|方式|强度|目标|说明|年限|周期|要求|成果)\s*[:：]"
)
_CHANGES = re.compile(r"支持项目|提[高升]|降低|缩短|减少|以上|以下|优于|\d")
"""In a name: what tells of a change, or of another figure."""
_COUNTED = re.compile(
    r"(?P<value>\d+|[一二三四五六七八九十]+)\s*个(?P<noun>专题|任务|(?:研究|重点|技术|支持)?方向|领域|板块)(?![^，。；]*?(?:以上|不少于))"
)
_LASTS = re.compile(
    r"(?:(?:本|该)(?:重大|重点)?(?:研究)?(?:专项|计划)[^，。；]{0,8}?|(?:^|(?<=[，；])))(?:预计|计划|总体)?(?:执行|实施)(?:期|周期|年限)?(?:为|共|[:：])?(?P<value>\d{1,2})年(?!度|起|[初底末中])"
)
_FISC = re.compile(
    rf"(?P<name>(?:中央|省|市|区)?财政[^，。；\d]{{0,10}}?(?:投入|安排|支持)(?:资金|经费)?)(?:总额)?(?P<bound>不超过|约|不低于)?\s*{_SUM}"
)


def introduce(reading: Reading) -> None:
    """Tell the reading which programme the document is the guide of."""
    guide = guide_of(reading.document)
    reading.guide = EntityRef(label="FundingProgram", name=guide.programme) if guide is not None else None


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """PART_OF of topics, CONCERNS and TARGETS of directions, HAS_METRIC of topics and of the programme."""
    guide = guide_of(reading.document)
    at = scene.sentence.view.offsets[0]
    if guide is None:
        yield from _content(scene, reading, [reading.guide] if reading.guide else [])
        return
    programme, topic, direction = (
        EntityRef(label="FundingProgram", name=guide.programme),
        guide.topic_at(at),
        guide.direction_at(at),
    )
    owners = [programme] if topic is None else [_of(topic), programme]
    own = _of(direction) if direction is not None and direction.funded else None
    if topic is not None and topic.span.start == at:
        called = "" if topic.label == OUTLINED else (topic.label,)
        yield reading.fact(TOPIC, _of(topic), "PART_OF", programme, topic.span, kind=called)
        if topic.label == PROJECT_TYPE:
            yield reading.alias(TOPIC, _of(topic), topic.name.removeprefix(guide.programme), topic.span)
    elif direction is not None and direction.span.start == at:
        if own is not None and own != owners[0]:
            yield reading.fact(DIRECTION, own, "PART_OF", owners[0], direction.span, kind=("方向",))
        yield from _direction(scene, reading, direction, [own, *owners] if own is not None else owners)
    elif direction is None and _aims(scene, reading, guide):
        yield from _named(scene, reading, GUIDED, owners)
    elif direction is None and _STUDIED.match(scene.text):
        yield from _studied(scene, reading, owners)
    elif direction is not None and not _NO_CONTENT.match(scene.text):
        yield from _named(scene, reading, GUIDED, [own, *owners] if own is not None else owners)
        yield from _to_make(scene, reading, own or owners[0])
    else:
        yield from _content(scene, reading, owners)
    yield from _figures(scene, reading, topic, direction, programme)
    yield from _of_plan(scene, reading, guide)
    yield from runs(scene, reading, guide)


def _of_plan(scene: Scene, reading: Reading, guide: Guide) -> Iterator[Assertion]:
    """市科技计划“某某”重大专项: what the programme is a part of, where its name follows the plan's."""
    place = place_of(reading.document)
    tail = guide.plan.removeprefix(place)
    named = re.search(rf"{re.escape(tail)}“{re.escape(guide.programme[:4])}", scene.text) if tail else None
    if named is not None and scene.ending_at(named.start() + len(tail), "FundingProgram") is None:
        where = scene.sentence.view.span(*named.span())
        plan = EntityRef(label="FundingProgram", name=guide.plan)
        yield reading.fact(TOPIC, EntityRef(label="FundingProgram", name=guide.programme), "PART_OF", plan, where)


def is_of_a_part(scene: Scene, reading: Reading) -> bool:
    """Whether a sentence of a guide speaks of one topic or direction, so that its sums are not the programme's."""
    guide, at = guide_of(reading.document), scene.sentence.view.offsets[0]
    return guide is not None and (guide.topic_at(at) is not None or guide.direction_at(at) is not None)


def _of(topic: Part) -> EntityRef:
    return EntityRef(label="FundingProgram", name=topic.name)


def _aims(scene: Scene, reading: Reading, guide: Guide) -> bool:
    """Whether a sentence tells what the programme as a whole is for: 本专项面向…，重点发展…; 总体目标：突破…."""
    named = re.match(names_of(reading, guide), scene.text)
    kind = _KIND_BEHIND.match(scene.text, named.end()) if named is not None else None
    return _AIMS.match(scene.text) is not None or bool(kind is not None and _AIMED.match(scene.text, kind.end()))


def _content(scene: Scene, reading: Reading, owners: list[EntityRef]) -> Iterator[Assertion]:
    if owners and _CONTENT.match(scene.text):
        yield from _named(scene, reading, GUIDED, owners)


def _studied(scene: Scene, reading: Reading, owners: list[EntityRef]) -> Iterator[Assertion]:
    """以甲、乙为主要研究对象: the diseases that the programme is about."""
    match = _STUDIED.match(scene.text)
    for mention in scene.within(0, match.end(), "Disease") if match is not None else ():
        for owner in owners:
            yield reading.fact(GUIDED, owner, "TARGETS", mention.ref, mention.span)


def _named(scene: Scene, reading: Reading, rule: Rule, owners: list[EntityRef]) -> Iterator[Assertion]:
    """What the sentence names, as what the programme is to make or treat."""
    for mention in scene.of("Technology", "Disease"):
        predicate = "CONCERNS" if mention.label == "Technology" else "TARGETS"
        for owner in owners:
            yield reading.fact(rule, owner, predicate, mention.ref, mention.span)


def _to_make(scene: Scene, reading: Reading, owner: EntityRef) -> Iterator[Assertion]:
    """研制甲、乙及丙: each that is an apparatus, a part of one or a technique, as far as no known name is most of it."""
    for match in _MAKES.finditer(scene.text):
        for part in re.finditer(r"[^、与和及]+", match["things"]):
            start, end = match.start("things") + part.start(), match.start("things") + part.end()
            known = scene.within(start, end, "Technology", "Disease", "Organization")
            thing = _made(part.group())
            if thing and not any(2 * len(one.surface) > len(thing) or one.label != "Technology" for one in known):
                where = scene.sentence.view.span(match.start(), end)
                yield reading.fact(GUIDED, owner, "CONCERNS", EntityRef(label="Technology", name=thing), where)


def _made(words: str) -> str:
    bare = _OPENS.sub("", _DONE.sub("", words).rsplit("的", 1)[-1])
    thing = bare if _ENDS.search(bare) or _NOUNS.search(bare) else technology(bare) or ""
    return thing if _LEAST < len(thing) <= _MOST and re.search(rf"[{HAN}]", thing) else ""


def _direction(scene: Scene, reading: Reading, direction: Part, owners: list[EntityRef]) -> Iterator[Assertion]:
    """The technologies and diseases of a direction's name: known ones, and the thing that it is to make."""
    end = scene.text.find(direction.name[-4:]) + 4
    if end < 4:
        return
    named = scene.within(0, end, "Technology", "Disease")
    for mention in named:
        predicate = "CONCERNS" if mention.label == "Technology" else "TARGETS"
        for owner in owners:
            yield reading.fact(DIRECTION, owner, predicate, mention.ref, direction.span)
    known = {mention.surface for mention in named}
    for words in _things(direction.name):
        if not any(mention.label == "Disease" and mention.surface in words for mention in named) and words not in known:
            for owner in owners:
                yield reading.fact(DIRECTION, owner, "CONCERNS", EntityRef(label="Technology", name=words), direction.span)


def _things(name: str) -> Iterator[str]:
    """What a direction is to make: of each part the last noun, where that is an apparatus, a part of one or a technique."""
    heads = {_OPENS.sub("", heal_name(name[start:end])) for start, end in title_heads(name)}
    for part in _PARTED.split(name):
        bare = _OPENS.sub("", _DONE.sub("", part).rsplit("的", 1)[-1])
        thing = bare if _ENDS.search(bare) and re.search(rf"[{HAN}]", bare) else technology(bare)
        if thing and _LEAST <= len(thing) <= _MOST and not any(thing in head for head in heads):
            heads.add(thing)
    yield from sorted(head for head in heads if len(head) <= _MOST)


def _figures(
    scene: Scene, reading: Reading, topic: Part | None, direction: Part | None, programme: EntityRef
) -> Iterator[Assertion]:
    if direction is not None and direction.funded and not _OF_ALL.search(scene.text):
        yield from _of_direction(scene, reading, direction)
    elif topic is not None:
        yield from _of_topic(scene, reading, _of(topic))
    elif direction is None:
        for match in _COUNTED.finditer(scene.text):
            yield _metric(scene, reading, programme, f"{match['noun']}数", match, unit="个", bound="")
        for match in _OF_KIND.finditer(scene.text):
            name = f"{match['kind']}每项经费"
            bound = _BOUNDS.get(match["bound"] or "", "")
            yield _metric(scene, reading, programme, name, match, unit=match["unit"], bound=bound)
        for match in _EACH_OF_KIND.finditer(scene.text):
            name, bound = f"{match['kind']}{match['each']}资助额", _BOUNDS.get(match["bound"] or "", "")
            yield _metric(scene, reading, programme, name, match, unit=match["unit"], bound=bound)
        for match in _IN_ALL.finditer(scene.text):
            bound = _BOUNDS.get(match["bound"] or "", "")
            yield _metric(scene, reading, programme, match["name"], match, unit=match["unit"], bound=bound)
        yield from _put_in(scene, reading, programme)
        for match in _LASTS.finditer(scene.text):
            yield _metric(scene, reading, programme, "执行期", match, unit="年", bound="")
        for match in _FISC.finditer(scene.text):
            name = heal_name(match["name"])
            yield _metric(
                scene, reading, programme, name, match, unit=match["unit"], bound="约" if match["bound"] == "约" else ""
            )
    else:
        yield from _kinds(scene, reading, direction, programme)


def _put_in(scene: Scene, reading: Reading, programme: EntityRef) -> Iterator[Assertion]:
    """What those who run a programme put in together, and what a treasury does of that."""
    whole = _PUT_IN.search(scene.text)
    if whole is not None:
        year = int(whole["year"]) if whole["year"] else None
        for match in (whole, *_PART_PUT_IN.finditer(scene.text, whole.end())):
            name = match["name"] if match is whole else match["name"] + "投入"
            bound = _BOUNDS.get(match["bound"] or "", "")
            yield _metric(scene, reading, programme, name, match, unit=match["unit"], bound=bound, year=year)


def _kinds(scene: Scene, reading: Reading, direction: Part, programme: EntityRef) -> Iterator[Assertion]:
    """How many projects of each kind a numbered direction that is no programme of its own is to have, and how much for each."""
    label = _DIRECTION_LABEL.match(reading.document.text, direction.span.start)
    sentence = scene.sentence.view.span(0, len(scene.text))
    if label is None or "拟" not in reading.document.text[direction.span.start : sentence.end]:
        return
    for match in _KINDS_TO_SUPPORT.finditer(scene.text):
        kind = heal_name(label["label"]) + match["kind"]
        bound = "<=" if _AT_MOST.search(match["bound"] or "") else ""
        yield _metric(scene, reading, programme, f"{kind}拟支持项目数", match, unit=match["unit"], bound=bound)
        if match["sum"]:
            most = _BOUNDS.get(match["most"] or "", "")
            yield _metric(
                scene, reading, programme, f"{kind}每项资助额", match, unit=match["of"], bound=most, value=match["sum"]
            )


def _of_direction(scene: Scene, reading: Reading, part: Part) -> Iterator[Assertion]:
    """How many projects a direction is to have, how much it is given, and what it must reach."""
    direction = _of(part)
    for match in _TO_SUPPORT.finditer(scene.text):
        bound = "<=" if _AT_MOST.search(match["bound"] or "") else ""
        yield _metric(scene, reading, direction, "拟支持项目数", match, unit=match["unit"] or "项", bound=bound)
    for match in _SUM_OF_PART.finditer(scene.text):
        bound = "<=" if _AT_MOST.search(match["bound"] or "") else match["bound"] or ""
        name = ("每项" if match["each"] or match["of_each"] else "") + match["what"]
        yield _metric(scene, reading, direction, name, match, unit=match["unit"], bound=bound)
    for match in _EACH.finditer(scene.text):
        bound = "<=" if _AT_MOST.search(match["bound"] or "") else match["bound"] or ""
        yield _metric(scene, reading, direction, "每项经费", match, unit=match["unit"], bound=bound)
    under = _under(reading, part, scene.sentence.view.offsets[0])
    if under in ("指标", "内容", ""):
        yield from _to_reach(scene, reading, direction, only_counts=under == "内容", only_bounds=not under)


def _under(reading: Reading, part: Part, at: int) -> str:
    """The last noun of the label that a place under a direction stands behind (考核|指标)."""
    labels = (one for one in _LABEL.finditer(reading.document.text, part.span.end, at + _MOST) if one.start() <= at)
    return next((one["noun"] for one in reversed(list(labels))), "")


def _to_reach(
    scene: Scene, reading: Reading, direction: EntityRef, *, only_counts: bool, only_bounds: bool
) -> Iterator[Assertion]:
    """What the figures of a sentence ask of a direction; of what is to be studied only how many houses or cases at least,
    where no label tells which is which only what it must keep to."""
    for figure in figures(scene.sentence.view):
        if only_counts and not (figure.unit in _ASKED and figure.bound == ">="):
            continue
        if only_bounds and figure.bound not in ("<", "<=", ">", ">="):
            continue
        name = figure.name.removeprefix("开展" if only_bounds else "")
        if figure.unit and "元" not in figure.unit and 2 <= len(name) <= _MOST and not _CHANGES.search(name):
            metric = EntityRef(label="Metric", name=name)
            stated = {"unit": figure.unit, "bound": figure.bound or "", "value_text": figure.value_text or ""}
            yield reading.fact(GUIDE_FIGURE, direction, "HAS_METRIC", metric, figure.span, value=figure.value, **stated)


def _of_topic(scene: Scene, reading: Reading, topic: EntityRef) -> Iterator[Assertion]:
    for match in _CAP.finditer(scene.text):
        noun = _FUND_NOUN.search(match["what"])
        bound = "<=" if _AT_MOST.search(match["what"] + match["bound"]) else ""
        if noun is not None:
            yield _metric(scene, reading, topic, f"每项{noun.group()}", match, unit=match["unit"], bound=bound)


def _metric(
    scene: Scene,
    reading: Reading,
    owner: EntityRef,
    name: str,
    match: re.Match[str],
    *,
    unit: str,
    bound: str,
    value: str = "",
    year: int | None = None,
) -> Assertion:
    where = scene.sentence.view.span(*match.span())
    stated = number(value or match["value"])
    return reading.fact(
        GUIDE_FIGURE,
        owner,
        "HAS_METRIC",
        EntityRef(label="Metric", name=name),
        where,
        value=stated or 0.0,
        unit=unit,
        bound=bound,
        year=year or "",
    )

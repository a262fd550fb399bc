"""What a bare noun or 该系统 points back to, and the short name of the body that a page presents."""

from __future__ import annotations

import re

from ingest.prose.clauses import Opening
from ingest.prose.houses.speaker import speaker
from ingest.prose.people.described import employer_of
from ingest.prose.phrases import technology
from ingest.prose.reading import Reading, Scene
from kg.model import EntityRef
from kg.text import HAN

__all__ = ["is_bare", "own_department", "pointing"]

_DEPARTMENT = re.compile(
    rf"(?P<name>[{HAN}]{{1,7}}?(?:科|中心|实验室|学院|(?<=心电)室|(?<=电图)室|(?<=超声)室|(?<=内镜)室))(?![学技研普])"
)
_OF_HOUSE = re.compile("(?:[该本我]院的?)?")
_ENDS = {"院": "(?:医院|研究院)", "科室": "(?:科|中心|室)", "公司": "(?:公司|集团)", "分会": "(?:分会|委员会)"}
_OF_ITSELF = re.compile(r"该|本|这|此|我中心|我实验室|我研究所")
_PRODUCTS = frozenset(
    ["系统", "设备", "产品", "技术", "仪器", "装备", "显微镜", "软件", "算法", "模型", "探针", "显像剂", "机器人"]
)
_FACILITIES = frozenset(["平台", "设施", "装置", "数据库", "生物样本库", "基地"])
_SERIES_NOUNS = frozenset(["年会", "大会", "会议", "论坛"])
_BARE = re.compile(
    r"(?P<this>该|本届|本次|此次|本|这一|这套|这款|这台|这项|此|我(?=中心|实验室|研究所))?(?P<noun>科室|我科|全科(?!医)|学科(?=发表|现|目前|共|拥有|设有|获|承担|主持|编)|科|分会|学会|协会|专委会|中心|医院|我院|[该本]院|公司|研究所|研究院|实验室|学院|集团|平台|设施|装置|数据库|生物样本库|基地|专项|计划|年会|大会|会议|论坛|该奖|奖项|系统|设备|产品|技术|仪器|装备|显微镜|软件|算法|模型|探针|显像剂|机器人)"
    r"(?:的|内|里|吸|安|征|产|使|核|共|现|目前|已|累计|先后|下设|设|拥|有|年|开|完|承|主|获|发|注|员|总|门诊|急诊|住院|出院|手术|床位|职工|编制|病床|汇|配|占|覆|投|实|平|收|接|由|编|举|为|是|创|始|隶|医|护|人员|全年|年|引|购|添|在|于|将|与|率先|首[先次]|又|还|随[后即]|[去今当同]年|每[年天日月]|服务(?=[^器商部中站台])|惠及|单|空|时|灵|特|准|[，,]|(?(this)[孔磁最场扫成直重体轴视帧功平诊检信整图全采能最单辐层可]|(?!)))"
)
_THIS_MADE = re.compile(
    r"这[款套台项种](?:由|是)?[^，。；]{2,30}的(?P<noun>系统|设备|产品|技术|仪器|装备|显微镜|软件|算法|模型|机器人)(?=[，已目前在先后可能]|$)"
)
"""这款由甲研发的软件: what was shown or made before."""
_MADE = re.compile(
    r"(?:发布|推出|研制|研发|开发|发明|展示|上市|注册|生产|提出|构建|设计|搭建|引进|引入|购置|启用)(?:出|成功|了|的)*(?P<what>[^，。；、]{2,30})"
)
_TELLING = 4
"""How long the last word of a department's name is that tells which it is: 内镜中心."""
_BACK = 160
"""How far back, in characters, what a product is called is looked for."""


def is_bare(text: str, at: int) -> bool:
    """Whether a bare noun (公司, 该系统) opens what stands here."""
    return _BARE.match(text, at) is not None


def own_department(text: str, reading: Reading, at: int) -> Opening | None:
    """核医学科现有…, where that is the last word of the body that the page or the paragraph speaks of."""
    house = _OF_HOUSE.match(text, at)
    match = _DEPARTMENT.match(text, house.end() if house is not None else at)
    for body in (reading.counted_last.get("Organization"), reading.presented, reading.own) if match else ():
        if match is not None and body is not None and body.name.endswith(match["name"]):
            return Opening((body,), match.end(), back=True)
    told = _ending_in(reading, match["name"]) if match is not None and len(match["name"]) >= _TELLING else None
    return Opening((told,), match.end(), back=True) if match is not None and told is not None else None


def _ending_in(reading: Reading, noun: str) -> EntityRef | None:
    """The one department told of so far whose name ends in a noun that says which (内镜中心, 神经内科)."""
    told = [body for body in reading.bodies.values() if body.name.endswith(noun) and body.name != noun]
    return told[0] if len(told) == 1 and employer_of(told[0]) != told[0] else None


def pointing(scene: Scene, reading: Reading, at: int) -> Opening | None:
    """What a bare noun or 该系统 points back to."""
    made = _THIS_MADE.match(scene.text, at)
    if made is not None and reading.product is not None:
        return Opening((reading.product,), made.end(), back=True)
    match = _BARE.match(scene.text, at)
    if match is None:
        return None
    noun, this = match["noun"], bool(_OF_ITSELF.match(match.group()))
    ref: EntityRef | None
    if noun in _PRODUCTS:
        ref = reading.product if this or noun in ("产品", "系统", "设备") else None
        ref = reading.counted if noun == "技术" and this and _is_technique(reading.counted) else ref
        ref = _made_before(scene, reading, noun) if ref is None and this else ref
    elif noun in _FACILITIES:
        named = [one for one in reading.facilities if one.name.endswith(noun)]
        ref = named[-1] if named else reading.meant(noun)
    elif noun in _SERIES_NOUNS:
        ref = reading.counted_last.get("ConferenceSeries")
    elif noun in ("该奖", "奖项"):
        ref = reading.counted_last.get("Award")
    elif noun in ("专项", "计划"):
        ref = (reading.programme or reading.counted_last.get("FundingProgram")) if this else None
    else:
        ref = _just_named(scene, reading, noun, at) or _body_meant(
            reading,
            {"我院": "院", "该院": "院", "本院": "院", "科": "科室", "我科": "科室", "全科": "科室", "学科": "科室"}.get(
                noun, noun
            ),
        )
        if ref is not None and _named_behind(scene, reading, ref, at):
            house = speaker(reading.document, "院") if noun == "医院" else ""
            return Opening((EntityRef(label="Organization", name=house),) if house else (), match.end("noun"), back=True)
    if ref is None:
        return Opening((), match.end("noun")) if this or noun in ("该院", "本院", "我院", "我科") else None
    return Opening((ref,), match.end("noun"), back=True)


def _is_technique(ref: EntityRef | None) -> bool:
    """Whether the paragraph speaks of a technique, which 该技术 then means."""
    return ref is not None and ref.label == "Technology"


def _named_behind(scene: Scene, reading: Reading, body: EntityRef, at: int) -> bool:
    """Whether the sentence tells a body for the first time behind the noun, which means another: 医院|已与甲医院签署…."""
    behind = any(one.start > at and reading.organization(one) == body for one in scene.of("Organization"))
    return behind and reading.first.get(body.name) == reading.said


def _just_named(scene: Scene, reading: Reading, noun: str, at: int) -> EntityRef | None:
    """The body of that kind that a clause before of the sentence opens with."""
    ends = re.compile(_ENDS.get(noun, re.escape(noun)) + "$")
    told = [one for one in scene.of("Organization") if one.end < at and ends.search(one.name)]
    opens = bool(told) and (told[-1].start == 0 or scene.text[told[-1].start - 1] in "，；：。")
    return reading.organization(told[-1]) if opens else None


def _body_meant(reading: Reading, noun: str) -> EntityRef | None:
    """The body of that kind that figures were told of last, else the last that was named.

    Where the paragraph names others and not the one that figures were told of, it speaks of those.
    """
    told = reading.counted_last.get("Organization")
    houses = {employer_of(body) for _, body in reading.here}
    if (
        told is not None
        and employer_of(told) not in houses
        and any(re.search(_ENDS.get(noun, noun) + "$", one.name) for one in houses)
    ):
        return reading.meant(noun)
    if told is not None and re.search(_ENDS.get(noun, re.escape(noun)) + "$", told.name):
        return told
    house = employer_of(told) if told is not None and noun in ("医院", "院") else told
    return house if house != told else reading.meant(noun)


def _made_before(scene: Scene, reading: Reading, noun: str) -> EntityRef | None:
    """What was published or made a sentence before, called by this noun (发布了某某系统. 该系统…)."""
    start = scene.sentence.view.offsets[0]
    told = re.sub(r"\s+", "", reading.document.text[max(0, start - _BACK) : start])
    for made in reversed(list(_MADE.finditer(told))):
        name = technology(made["what"])
        if name is not None and name.endswith(noun) and len(name) > len(noun) + 1:
            return EntityRef(label="Technology", name=name)
    return None

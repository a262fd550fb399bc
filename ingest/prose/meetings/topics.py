"""What meetings and facilities are about, by what they are made up of: sessions of a meeting, what a database holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.prose.phrases import listed
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.technology.makers import thing_of
from ingest.prose.technology.naming import known_name
from ingest.prose.things import device_at
from ingest.table.titles import title_heads
from kg.model import Assertion, EntityRef

__all__ = ["read"]

SESSIONS = Rule("sessions_of_meeting")
"""年会设甲、乙、丙3个分会场; 会议围绕甲、乙等专题展开交流."""
HOLDS = Rule("facility_holds")
"""平台拥有甲系统1套、乙仪2台; 数据库收录甲、乙影像9700套."""

USES = Rule("facility_uses")
"""中心采用甲公司研制的乙系统; who runs the centre uses it."""

_SESSIONS = re.compile(
    r"(?:设(?:有|立|置)?了?|分(?:为|设|成)|开设了?|安排了?|特设|涵盖|包括)(?P<what>(?:(?!  )[^。；：\n]){3,80}?)"
    r"(?:等)?(?:[一二两三四五六七八九十\d]+|多|若干|几)?[个大场]?"
    r"(?:平行|专题|主题|专场|并行|学术)*(?:分会场|会场|专场|分论坛|板块|专题会场|专题论坛|单元|专题(?!报告|讲座|研讨|讨论|[会论])|议题|模块|环节)"
)
_ROUND = re.compile(
    r"(?:会议|大会|年会|论坛|研讨会|峰会|学术会|与会(?:专家|学者|代表|人员)|专家们?|代表们?|学者们?)(?:[^，。；]{0,24}?)[，,]?"
    r"(?:分别|将|重点|主要)*(?:围绕|聚焦(?!超声)|就|针对)(?P<what>(?:(?!  )[^。；：\n]){3,80}?)"
    r"(?:等|的)*(?:[一二两三四五六七八九十\d]+[个大项])?(?:热点|前沿|重点|核心|关键|专业|学术|多个|相关|最新|临床|方面|中心)*"
    r"(?:议题|主题|专题|话题|方向|领域|内容|问题|进展|热点|方面|展开|进行|开展|作)(?=[^。；]{0,16}?(?:交流|研讨|讨论|探讨|报告|分享|演讲|授课|展开|讲座|$))"
)
_FOCUS = re.compile(
    r"(?:^|[，。；])(?P<what>(?:(?!  )[^。；：\n，]){3,80}?)"
    r"(?:等(?:[^，。；、]{0,10}?)|的[^，。；、]{1,8})?(?:[也则均都]?(?:成为|是|作为|为))(?:了)?(?:本[次届期]|此次|今年|该)?(?:会议|大会|年会|论坛|研讨会|峰会|交流会|与会(?:专家|学者|代表))(?:的|上的?)?[^，。；、]{0,10}?"
    r"(?:焦点|热点|热词|关键词|话题|主题|议题|重头戏|亮点|重点|主角)"
)
"""光子计数CT、PET/MR等前沿技术成为|本次论坛的焦点话题."""
_THEME = re.compile(
    r"(?:^|[，。；])\s*(?:[一二三四五六七八九十]、)?(?:本[次届期]|此次|该|这[次届期])?(?:学术)?(?:会议|大会|论坛|年会|研讨会|讨论会|培训)?的?(?:主要)?(?:主题|议题|中心议题|内容|征文范围)"
    r"(?:主要)?(?:为|是|涉及|涵盖|包括|聚焦|——?|/|\s(?=\S)|[:：])+\s*(?P<what>[^。；\n]{3,120})"
    r"|(?:以|聚焦|围绕)“(?P<theme>[^“”]{4,60})”"
)
"""会议主题为“甲成像的前沿”; 会议主要内容包括甲成像、乙显像; 论坛以“甲成像”为主题."""
_DISCUSSED = re.compile(
    r"(?:会议|大会|年会|论坛|研讨会|讨论会|与会(?:专家|学者|代表|人员)|专家们?)(?:分别|共同|重点|主要|深入|集中|热烈|系统|还)*"
    r"(?:讨论|研讨|探讨|交流|论证|分析|梳理)了(?P<what>(?:(?!  )[^。；：\n，]){3,80})"
)
"""会议重点讨论了|甲成像、乙显像等问题."""
_SET = re.compile(
    r"(?:会议|大会|论坛|年会|研讨会|讨论会|围绕)[^。；：]{0,12}(?:议题|主题|专题|问题|内容|方面)[^。；：]{0,8}[：](?P<what>[^。；\n]{3,120})"
)
"""会议设三个中心议题：|（1）甲成像；（2）乙显像: the first of a list."""
_LISTS = re.compile(
    r"\s*(?:[一二三四五六七八九十]、|[（(][一二三四五六七八九十][)）])?(?:(?:本次|此次)?(?:会议|大会|论坛|培训)的?)?(?:主要|中心|研讨|征文|学术|培训)*(?:内容|议题|专题|主题|范围)(?:如下|包括|为)?[:：]?"
)
"""A line of its own above what a meeting is about."""
_LONGEST_TOPIC = 50
_HAS = re.compile(
    r"(?:现|已|目前|共|还|并|先后)*(?:拥有|配备了?|配有|装备了?|配置了?|设有|建有|购置了?|包括)(?P<what>[^。；]{4,120})"
)
_OPENS = re.compile(r"(?:^|[，。；])(?:该|本|目前)?(?P<name>[^，。；的]{2,40})$")
_USES = re.compile(
    r"(?:一期|首期|现|已|目前|将|计划|拟|率先|全部|统一|核心设备|主要|[，,])*(?P<verb>采用|选用|搭载|引进|引入|安装|配备|配置|装备)了?"
)
"""中心采用|甲公司研制的某系统: the device alone, without a count."""
_DEVICE = re.compile("(?:系统|仪|机|装置|设备|加速器|CT|MRI?|DSA|刀)$")
_PLANNED = re.compile("将|计划|拟")
_HOLDS = re.compile(
    r"(?:已|现|目前|共|累计|先后|可)*(?:收集|收录|汇聚|汇集|存储|入库|纳入|整合|采集|保存|归集)(?:了|有)?(?P<what>[^。；]{2,60}?)(?:影像|图像|病例|数据|资料|检查|扫描)[^，。；]{0,8}?\d"
)
_COUNT = re.compile(r"\s*(?:各)?[\d一二两三四五六七八九十]+\s*[台套]")

_LINK = re.compile("[、，,和及与]|以及")
_SETS = re.compile(
    r"等?(?:[\d一二两三四五六七八九十]+[台套个种]|(?<=等))(?:核心|大型|关键|高端|先进|主要|重大|科研|成像|影像|医学|科学)*(?:装置|设备|装备|仪器|系统|设施)"
)
"""What ends a row of devices and counts them together."""


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """CONCERNS of the meeting that the text tells of, and of the facility that it tells of last."""
    if reading.meetings.now is not None:
        yield from _listed(scene, reading, reading.meetings.now)
    if reading.meetings.now is not None and re.search(
        "场|板块|单元|专题|议题|模块|环节|论坛|围绕|聚焦|就|针对|[热焦亮]点|主[角题]|话题|内容|征文|[讨研探论梳分交][讨论流证析理]了",
        scene.text,
    ):
        yield from _sessions(scene, reading, reading.meetings.now)
    if reading.facility is not None and re.search("[拥配装设建购收汇存入纳整采保归选搭引]", scene.text):
        yield from _held(scene, reading, reading.facility)


def _listed(scene: Scene, reading: Reading, meeting: EntityRef) -> Iterator[Assertion]:
    """What a list is about that the sentence before opened, or that goes on behind its semicolon."""
    goes_on = reading.meetings.topics == reading.said - 1 and len(scene.text) <= _LONGEST_TOPIC
    last = scene.text.endswith("。")
    if goes_on and not re.search("[，：]|单位|时间|地点|主席|报到", scene.text):
        for one in scene.of("Technology"):
            where = scene.sentence.view.span(one.start, one.end)
            yield reading.fact(SESSIONS, meeting, "CONCERNS", one.ref, where)
        reading.meetings.topics = reading.said if not last else -1
    opens = scene.text.endswith(("；", ";")) and (_THEME.search(scene.text) or _SET.search(scene.text))
    if opens or _LISTS.fullmatch(scene.text):
        reading.meetings.topics = reading.said


def _sessions(scene: Scene, reading: Reading, meeting: EntityRef) -> Iterator[Assertion]:
    for match in (
        found for pattern in (_SESSIONS, _ROUND, _FOCUS, _THEME, _DISCUSSED, _SET) for found in pattern.finditer(scene.text)
    ):
        where = scene.sentence.view.span(*match.span())
        what = "what" if match["what"] is not None else "theme"
        known = scene.within(*match.span(what), "Technology")
        refs = [one.ref for one in known]
        for item in listed(match["what"]) if match.re not in (_THEME, _SET, _DISCUSSED) else ():
            spans = list(title_heads(item))
            if spans == [(0, len(item))] and not any(one.surface in item for one in known):
                refs.append(EntityRef(label="Technology", name=known_name(item)))
        for ref in dict.fromkeys(refs):
            yield reading.fact(SESSIONS, meeting, "CONCERNS", ref, where)


def _held(scene: Scene, reading: Reading, facility: EntityRef) -> Iterator[Assertion]:
    """The devices and images of a facility, where nobody else is named before."""
    for match in _HAS.finditer(scene.text):
        if not _is_its(scene, facility, match.start()):
            continue
        yield from _summed(scene, reading, facility, match)
        at = match.start("what")
        while (thing := device_at(scene, at, bounded=False)) is not None and thing.end <= match.end():
            count = _COUNT.match(scene.text, thing.end)
            if count is None and not _COUNT.match(scene.text, at):
                break
            yield reading.fact(HOLDS, facility, "CONCERNS", thing.ref, scene.sentence.view.span(match.start(), thing.end))
            link = _LINK.match(scene.text, count.end() if count is not None else thing.end)
            if link is None:
                break
            at = link.end()
    yield from _used(scene, reading, facility)
    for match in _HOLDS.finditer(scene.text):
        for one in scene.within(*match.span("what"), "Technology") if _is_its(scene, facility, match.start()) else ():
            yield reading.fact(HOLDS, facility, "CONCERNS", one.ref, scene.sentence.view.span(match.start(), one.end))


def _summed(scene: Scene, reading: Reading, facility: EntityRef, has: re.Match[str]) -> Iterator[Assertion]:
    """(将拥有)甲成像仪、乙CT和丙谱仪|三套核心装置: the devices of a row whose end says how many, or of what sort, they are."""
    row, at = list[EntityRef](), has.start("what")
    while (thing := device_at(scene, at, bounded=False)) is not None and thing.ref.label == "Technology":
        row.append(thing.ref)
        link = _LINK.match(scene.text, thing.end)
        at = link.end() if link is not None else thing.end
        if link is None:
            break
    sets = _SETS.match(scene.text, at)
    for ref in row if sets is not None and len(row) > 1 else ():
        yield reading.fact(HOLDS, facility, "CONCERNS", ref, scene.sentence.view.span(has.start(), sets.end() if sets else at))


def _used(scene: Scene, reading: Reading, facility: EntityRef) -> Iterator[Assertion]:
    """The device that a facility, by its name or its noun, is said to use; of whose premises it stands on, too."""
    for match in _USES.finditer(scene.text):
        opens = _OPENS.search(scene.text, 0, match.start())
        its = opens is not None and (opens["name"] == facility.name or facility.name.endswith(opens["name"]))
        thing = device_at(scene, match.end(), bounded=False) if its and not _PLANNED.search(match.group()) else None
        if thing is None or thing.ref.label != "Technology":
            continue
        named = thing_of(scene, thing.ref.name)
        ref = named[0] if named is not None else thing.ref
        where = scene.sentence.view.span(match.start("verb"), thing.end)
        yield reading.fact(USES, facility, "CONCERNS", ref, where)
        if facility in reading.hosts and _DEVICE.search(thing.ref.name):
            yield reading.fact(USES, ref, "ADOPTED_BY", reading.hosts[facility], where)


def _is_its(scene: Scene, facility: EntityRef, at: int) -> bool:
    """Whether a clause is about the facility: it stands before it, or nothing else does."""
    said = scene.text[:at]
    if facility.name in said:
        return True
    named = scene.within(0, at, "Organization", "Person", "Place")
    return (
        not named
        and re.match(
            r"\s*(?:该|本|这一)?(?:平台|数据库|样本库|影像库|中心|设施|装置|库|资源库|队列)?(?:[，,已现目前共还并累计占总将拟预位投届建]|$)",
            said,
        )
        is not None
    )

"""What houses have and do: the devices of a department, the technique that several houses or towns took up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import organization_kind
from ingest.mentions import Mention
from ingest.prose.clauses import clause_starts, subject_start
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.things import device_at
from kg.model import Assertion, EntityRef

__all__ = ["read"]

EQUIPPED = Rule("equipped_with")
"""科室拥有PET/CT 2台、SPECT/CT 1台; 甲医院放射科配备3.0T磁共振2台、双源CT 1台."""
SEVERAL_USE = Rule("several_use")
"""甲、乙等9家医院已开展某治疗; 甲市、乙市2个城市已经开展某治疗; 已有甲、乙3家医院使用该系统."""

_HAS = re.compile(
    r"(?:科|院)?(?:目前|现|共|已|全科|主要|同时|还|先后|陆续|均|[，,])*"
    r"(?:拥有|配备(?:有|了)?|配置(?:有|了)?|装备(?:有|了)?|配有|现有|设有|引进(?:了)?|购置(?:了)?|添置(?:了)?|医疗设备有|设备有|设备包括)"
    r"(?:了)?(?:目前)?(?:国际|国内|世界)?(?:一流|领先|先进|高端|大型|现代化|最新|全套|各类|多种|各种|主要)*的?(?:医疗|影像|检查|诊疗)?(?:设备|仪器)?(?:有|如|包括)?[:：]?\s*"
)
_NOUN = re.compile(r"(?P<noun>科室|我科|本科室?|全科|我院|本院|医院)(?=[目现共已配拥设装主同还先陆引购])")
_SHOWN_BY = re.compile(r"\d\s*[台套]|[一二两三四五六七八九十]+[台套]|设备|仪器|装备")
"""What tells that a list is of devices."""
_COUNT = r"(?:\s*(?:[（(][^（）()]{1,16}[)）]|各?(?:\d+|[一二两三四五六七八九十]+)\s*[台套部个]))*"
_NEXT = re.compile(rf"(?:设备|系统|机|仪|扫描仪)?{_COUNT}\s*(?:[、，,；;]|和|及|与|以及)\s*(?:以及|和|及)?")
_LINK = re.compile(r"(?:[、,，]|和|与|及|以及)\s*")
_NUMBER_OF = (
    r"(?:等)?(?:地|省市?)?的?(?:\d+|[两三四五六七八九十]+)(?:余|多)?[家个所]"
    r"(?:城市|省份?|省市|地区|国家|县[市区]?|[^，。；、\d]{0,8}?(?:医院|单位|机构|中心))"
)
_DO = re.compile(
    rf"(?:{_NUMBER_OF})?(?:都|均|已经?|先后|陆续|率先|独立|相继|目前|全部|正式|常规|成功)*"
    r"(?:开展|应用|使用|采用|引进|引入|启用|实施)了?"
)
_THIS = re.compile(r"(?:该|这一|这项|这套|此)(?:技术|系统|设备|方法|软件|算法|仪器|疗法)")
_HOUSES = frozenset({"hospital", "department", "institute", "university", "laboratory"})
_FEW = 2
"""How many houses or towns a row must name, for all of them to do what its verb says."""


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """ADOPTED_BY of the devices that a house has, and of what several houses or towns do."""
    if _SHOWN_BY.search(scene.text):
        for start in clause_starts(scene.text, len(scene.text)):
            yield from _equipped(scene, reading, subject_start(scene.text, start))
    if re.search("开展|用了?|引[进入]|实施", scene.text):
        yield from _several(scene, reading)


def _equipped(scene: Scene, reading: Reading, at: int) -> Iterator[Assertion]:
    """The devices of the list that follows an owner's verb; it ends with what is none."""
    owner, end = _owner(scene, reading, at)
    has = _HAS.match(scene.text, end) if owner is not None else None
    while owner is not None and has is not None:
        thing = device_at(scene, has.end(), bounded=False)
        if thing is None:
            return
        where = scene.sentence.view.span(thing.start, thing.end)
        yield reading.fact(EQUIPPED, thing.ref, "ADOPTED_BY", owner, where)
        has = _NEXT.match(scene.text, thing.end)


def _owner(scene: Scene, reading: Reading, at: int) -> tuple[EntityRef | None, int]:
    """The house that a clause opens with, by its name or by a noun, and where that ends."""
    body = scene.starting_at(at, "Organization")
    if body is not None:
        return (reading.organization(body) if body.kind in _HOUSES else None), body.end
    noun = _NOUN.match(scene.text, at)
    own = reading.own
    if noun is None or own is None or (organization_kind(own.name) == "department") == ("院" in noun["noun"]):
        return None, at
    return own, noun.end()


def _several(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲、乙等9家医院已开展某技术: of each of the row."""
    seen = -1
    for first in scene.of("Organization", "Place"):
        row = _row(scene, first) if first.start > seen else []
        does = _DO.match(scene.text, row[-1].end) if len(row) >= _FEW else None
        seen = row[-1].start if row else seen
        what = _what(scene, reading, does.end()) if does is not None else None
        for user in row if what is not None else ():
            house = reading.organization(user) if user.label == "Organization" else user.ref
            if what is not None and (user.label == "Place" or user.kind in _HOUSES):
                where = scene.sentence.view.span(user.start, what[1])
                yield reading.fact(SEVERAL_USE, what[0], "ADOPTED_BY", house, where)


def _row(scene: Scene, first: Mention) -> list[Mention]:
    """The houses, or the towns, that stand one after the other from this one on."""
    row = [first]
    while (link := _LINK.match(scene.text, row[-1].end)) is not None:
        following = scene.starting_at(link.end(), first.label)
        if following is None:
            break
        row.append(following)
    return row


def _what(scene: Scene, reading: Reading, at: int) -> tuple[EntityRef, int] | None:
    """The technique that the verb takes, or the one spoken of that 该系统 means; and where it ends."""
    this = _THIS.match(scene.text, at)
    if this is not None:
        return (reading.product, this.end()) if reading.product is not None else None
    thing = device_at(scene, at) or None
    if thing is not None and thing.ref.label == "Technology":
        return thing.ref, thing.end
    known = scene.starting_at(at, "Technology")
    return (known.ref, known.end) if known is not None else None

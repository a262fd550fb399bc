"""Lines of labels and values below the name of a facility: 依托单位：甲  所在地：某市某区  方向：某成像."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.figures import figures, qualifiers
from ingest.lexicon import is_position, organization_kind
from ingest.mentions import Mention
from ingest.prose.phrases import listed, technology
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["labelled", "whole_place"]

FACILITY_LABEL = Rule("facility_label")
"""What a labelled line says of the facility of its item."""

_LABEL = re.compile(
    r"(?:^|(?<=[\s\u3000；;。]))(?P<label>"
    r"(?P<host>(?:建设|项目)?依托(?:单位|机构|医院)?|挂靠单位|所属单位|主持单位)"
    r"|(?P<leads>(?:建设)?牵头(?:建设|承建|申报)?(?:单位|机构)|负责单位)"
    r"|(?P<shares>(?:联合|合作|共同)?(?:共建|建设)单位|共建(?:机构|高校|企业))|(?P<builds>承建单位|建设主体|建设机构)"
    r"|(?P<joins>(?:参与|参加|参建|协作|协建)(?:共?建设?)?(?:单位|机构)|参建)"
    r"|(?P<place>所在地(?:区|址)?|建设地点|建设地址|地点|地址|坐落|位置)"
    r"|(?P<field>(?:主要|重点)?(?:研究|主攻|技术|建设|服务)?(?:方向|领域)|研究内容)"
    r"|(?P<size>(?:项目|建设)?(?:总投资|投资总额|总概算|总经费|总造价)|总?(?:建筑|占地|使用|用地)面积|建设周期)"
    r"|(?P<head>(?:实验室|中心|平台|基地)(?:主任|负责人)|主任|负责人)"
    rf"|[{HAN}]{{2,8}})\s*[:：]\s*"
)
_ROLES = {"leads": "牵头", "shares": "共建", "builds": "承建", "joins": "参与"}
_SOLE = "建设单位"
"""A label that does not say that several build."""
_BEHIND = re.compile(rf"[{HAN}]{{0,12}}(?=$|[，。；、\s])")
_LEAST, _MOST = 2, 24


def labelled(scene: Scene, reading: Reading, facility: EntityRef) -> Iterator[Assertion] | None:
    """What a line of labels says of the facility; None for a sentence that opens with no label."""
    marks = list(_LABEL.finditer(scene.text))
    if not marks or marks[0].start() != 0:
        return None
    return _told(scene, reading, facility, marks)


def _told(scene: Scene, reading: Reading, facility: EntityRef, marks: list[re.Match[str]]) -> Iterator[Assertion]:
    ends = [*(mark.start() for mark in marks[1:]), len(scene.text)]
    for mark, end in zip(marks, ends, strict=True):
        where = scene.sentence.view.span(mark.start(), len(scene.text[:end].rstrip()))
        kind = next((name for name, said in mark.groupdict().items() if said and name != "label"), "")
        for body in scene.within(mark.end(), end, "Organization") if kind in (*_ROLES, "host") else ():
            ref = reading.organization(body)
            if kind == "host":
                yield reading.fact(FACILITY_LABEL, facility, "HOSTED_BY", ref, where)
            else:
                role = "建设" if mark["label"] == _SOLE else _ROLES[kind]
                yield reading.fact(FACILITY_LABEL, ref, "BUILT", facility, where, role=(role,))
        if kind == "place":
            for town in scene.within(mark.end(), end, "Place")[:1]:
                yield reading.fact(FACILITY_LABEL, facility, "LOCATED_IN", whole_place(scene, town)[0], where)
        elif kind == "size":
            for figure in figures(scene.sentence.view):
                if mark.end() <= figure.start < end:
                    metric = EntityRef(label="Metric", name=mark["label"])
                    yield reading.fact(FACILITY_LABEL, facility, "HAS_METRIC", metric, where, **qualifiers(figure))
        elif kind == "field":
            for ref in _fields(scene, mark.end(), end):
                yield reading.fact(FACILITY_LABEL, facility, "CONCERNS", ref, where)
        elif kind == "head" and organization_kind(facility.name) is not None:
            yield from (
                _directs(reading, facility, one, mark["label"], scene) for one in scene.within(mark.end(), end, "Person")[:1]
            )


def _directs(reading: Reading, facility: EntityRef, person: Mention, label: str, scene: Scene) -> Assertion:
    """Who directs a facility that is a body by its name is of it."""
    body = EntityRef(label="Organization", name=facility.name)
    who = reading.person(person.name, facility.name)
    where = scene.sentence.view.span(person.start, person.end)
    position = label if is_position(label) else ""
    return reading.fact(FACILITY_LABEL, who, "AFFILIATED_WITH", body, where, position=position)


def _fields(scene: Scene, start: int, end: int) -> Iterator[EntityRef]:
    """The technologies of a list of fields: known ones, and an item that ends as one does."""
    known = scene.within(start, end, "Technology")
    yield from dict.fromkeys(one.ref for one in known)
    for item in listed(scene.text[start:end]):
        coined = technology(item.rsplit("的", 1)[-1].strip("。； "))
        covered = any(len(one.surface) * 2 > len(item) for one in known if one.surface in item)
        if coined and not covered and _LEAST <= len(coined) <= _MOST:
            yield EntityRef(label="Technology", name=coined)


def whole_place(scene: Scene, town: Mention) -> tuple[EntityRef, int]:
    """The place with the district or part of town that stands behind it (北京怀柔), and where it ends."""
    behind = _BEHIND.match(scene.text, town.end)
    end = behind.end() if behind is not None else town.end
    return EntityRef(label="Place", name=scene.text[town.start : end]), end

"""The numbered points of a work that received an award, as news lists them: 主要创新成果如下：（一）提出…。（二）建立…。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.award.recognised import nominations
from ingest.numerals import number
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef, Span

__all__ = ["read"]

NUMBERED_POINT = Rule("numbered_point")
"""A series 1, 2, … below words that promise the innovations of the work told of last."""

_CUE = re.compile(
    r"(?:创新(?:性)?(?:成果|点|内容|贡献|发现)?|科学发现|技术发明|发明点|发现点|重[大要](?:突破|发现))[^，。；：:（）()]{0,10}(?:[（(][^（）()]*[)）])?(?:[：:]|$)"
)
_SAID = re.compile("创新|发现|发明|突破")
_NO_WORK = re.compile(
    "中心|医院|学院|科室|公司|平台|学科|机制|举措|活动|亮点|模式|服务|管理(?!系统)|精神|意识|能力|人才|论坛|指南|方向|目标|拟|将"
)
"""What the innovations of no work are told of, or with."""
_NUMERAL = "一二三四五六七八九十"
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩"
_STYLES = tuple(
    re.compile(rf"{pattern}\s*(?P<title>[^。；：，,;:]{{6,60}})")
    for pattern in (
        rf"[（(](?P<n>[{_NUMERAL}]{{1,2}}|\d{{1,2}})[)）]",
        r"(?P<n>\d{1,2})(?:[.．](?!\d)|、)",
        rf"(?P<n>[{_NUMERAL}]{{1,2}})、",
        rf"(?:主要)?(?:创新|发现|发明)点?\s*(?P<n>[{_NUMERAL}]|\d)\s*[：:、.]",
        rf"第(?P<n>[{_NUMERAL}])[，,：:]",
        rf"(?P<n>[{_NUMERAL}])是",
        rf"(?P<n>[{_CIRCLES}])",
    )
)
_CLAIM = re.compile(
    "首次|率先|首创|原创|提出|建立|建成|构建|研制|研发|开发|发明|发现|创建|创立|揭示|证实|阐明|突破|攻克|明确|实现|设计|形成|完善|优化|确立|探明|系统|新"
)
"""What the point of a work says that was done."""
_FAR = 5
"""How many sentences a point may go on for before the next."""


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """HAS_INNOVATION of the work told of last, from the second point of its list on."""
    if nominations(reading.document):
        return  # the points of a form are the form's own work's
    start = _promised(scene, reading)
    listed, style, said, first = reading.point
    if reading.work is None or reading.said - said > _FAR:
        return
    for which, pattern in enumerate(_STYLES):
        point = pattern.match(scene.text, start) if style in (which, -1) else None
        if point is None or _value(point["n"]) != listed + 1 or not _CLAIM.search(point["title"]):
            continue
        where = scene.sentence.view.span(point.start(), point.end())
        reading.point = (listed + 1, which, reading.said, where)
        if listed == 1 and first is not None:
            yield from _point(reading, reading.work, 1, first)
        if listed:
            yield from _point(reading, reading.work, listed + 1, where)
        return


def _promised(scene: Scene, reading: Reading) -> int:
    """Keep that a list begins; where its first point may stand in this sentence."""
    cue = _CUE.search(scene.text) if reading.work is not None and _SAID.search(scene.text) else None
    if cue is None or _NO_WORK.search(scene.text, 0, cue.end()) or any(one.match(scene.text) for one in _STYLES):
        return 0
    reading.point = (0, -1, reading.said, None)
    return cue.end()


def _value(written: str) -> int:
    return _CIRCLES.index(written) + 1 if written in _CIRCLES else int(number(written) or 0)


def _point(reading: Reading, work: EntityRef, which: int, where: Span) -> Iterator[Assertion]:
    innovation = EntityRef(label="Innovation", name=f"{work.name}#{which}")
    yield reading.fact(NUMBERED_POINT, work, "HAS_INNOVATION", innovation, where, number=which)
    yield reading.attribute(NUMBERED_POINT, innovation, "number", which, where)

"""Figures of facilities, programmes, organisations, technologies and places that running text states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.figures import Figure, figures
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef, Value

__all__ = ["qualifiers", "read"]

MEASURE = Rule("measure", 0.75)
"""A figure with a name, of what its clause opens with or the sentence before spoke of."""

_OF_FACILITY = re.compile(r"总投资|投资|建筑面积|占地|面积|建设周期|工期|床位|样本|病例|数据|出资")
_MEASURED = ("Organization", "FundingProgram", "Place", "Technology")
_OWN = re.compile(r"^(?:的|在|目前|共|已|自|每年|于|以|年|现有|拥有|设有|累计|有|占|约|[（(，,\s\d])*")
_REACH = 60


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """HAS_METRIC of a sentence."""
    for figure in figures(scene.sentence.view):
        subject = _subject(scene, reading, figure)
        if subject is not None and 2 <= len(figure.name) <= 24:
            metric = EntityRef(label="Metric", name=figure.name)
            yield reading.fact(MEASURE, subject, "HAS_METRIC", metric, figure.span, **qualifiers(figure))


def qualifiers(figure: Figure) -> dict[str, Value]:
    """A figure as the qualifiers of HAS_METRIC."""
    stated: dict[str, Value | None] = {
        "value": figure.value,
        "unit": figure.unit,
        "bound": figure.bound,
        "comparator": figure.comparator,
        "comparator_value": figure.comparator_value,
        "year": figure.year,
        "value_text": figure.value_text,
        "value_low": figure.value if figure.high is not None else None,
        "value_high": figure.high,
    }
    return {name: value for name, value in stated.items() if value not in (None, "")}


def _subject(scene: Scene, reading: Reading, figure: Figure) -> EntityRef | None:
    """What the figure is of: the facility where it measures one, else what stands before it in its clause, else the sentence's opening."""
    if reading.facility is not None and _OF_FACILITY.search(figure.name):
        return reading.facility
    clause = max(scene.text.rfind(mark, 0, figure.start) for mark in "，。；,;：") + 1
    for start in dict.fromkeys((clause, 0)):
        opening = next(
            (one for one in scene.of(*_MEASURED) if start <= one.start <= start + 4 and one.end <= figure.start), None
        )
        if opening is not None and figure.start - opening.end <= _REACH:
            return reading.organization(opening) if opening.label == "Organization" else opening.ref
    if reading.programme is not None and re.search(r"项目|经费|立项|支持|资助", figure.name):
        return reading.programme
    if reading.product is not None and re.search(r"例|率|性|时间|分辨|病", figure.name + figure.unit):
        return reading.product
    return None

"""Cells of numbers under heads that name what they measure: figures of the row's thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.numerals import number
from ingest.table.columns import Column
from ingest.table.lines import Value
from ingest.table.speaker import Speaker
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["measured"]

_NOTED = re.compile(
    rf"[（(](?:单位\s*[:：])?(?P<unit>[{HAN}%‰A-Za-zμ²³/]{{1,8}})[)）]$|(?<=[{HAN}])/(?P<bare>[{HAN}%]{{1,4}})$"
)
_FIGURE = re.compile(
    rf"(?P<bound>[约近超逾>≥<≤]?)\s*(?P<value>\d+(?:[,，]\d{{3}})*(?:\.\d+)?)\s*(?P<unit>[{HAN}%‰A-Za-zμ²³/]{{0,6}})(?P<more>[余多]?)"
)
_COUNTS = (
    ("台", "台"),
    ("套", "套"),
    ("人员", "人"),
    ("人", "人"),
    ("床位", "张"),
    ("例", "例"),
    ("项目", "项"),
    ("项", "项"),
    ("批准", "项"),
    ("申请", "项"),
    ("资助", "项"),
    ("论文", "篇"),
    ("专利", "件"),
)
_NO_MEASURE = re.compile("序|号|编|码|电话|邮|年度|年份|时间|日期|排名|名次|得分|评分|分数|占比排|届|页")
_BOUNDS = {"约": "约", "近": "近", "超": ">", "逾": ">", ">": ">", "≥": ">=", "<": "<", "≤": "<="}
_LONGEST = 20


def measured(
    speaker: Speaker, thing: EntityRef, cells: Iterable[tuple[Column, Value]], *, scope: str = "", year: int | None = None
) -> Iterator[Assertion]:
    """HAS_METRIC of each cell that is a number whose unit the cell or its head tells; of which part and year, where told."""
    for column, cell in cells:
        header = heal_name(column.header)
        noted = _NOTED.search(header)
        name = (header[: noted.start()] if noted else header).removeprefix("其中").lstrip("：:")
        found = _FIGURE.fullmatch(cell.text)
        if found is None or _NO_MEASURE.search(name) or not 2 <= len(name) <= _LONGEST:
            continue
        unit = found["unit"] or column.unit or ((noted["unit"] or noted["bare"]) if noted else "") or _counts(name)
        if unit:
            metric = EntityRef(label="Metric", name=name)
            bound = _BOUNDS.get(found["bound"]) or found["more"]
            value = number(found["value"])
            yield speaker.fact(
                thing,
                "HAS_METRIC",
                metric,
                value=value,
                unit=unit,
                bound=bound,
                value_text=cell.text + ("" if found["unit"] else unit),
                scope=scope,
                year=year,
            )


def _counts(name: str) -> str:
    """The unit of a head that says what it counts (设备台数, 床位数)."""
    return next((unit for word, unit in _COUNTS if re.search(rf"{word}数?量?$", name) and name.endswith(("数", "量"))), "")

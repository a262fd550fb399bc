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

__all__ = ["VALUE", "is_measured", "measured", "names_measure"]

_NOTED = re.compile(
    rf"[（(](?:单位\s*[:：])?(?P<unit>[{HAN}%‰°℃A-Za-zµμ²³/·]{{1,8}})[)）]$|(?<=[{HAN}])/(?P<bare>[{HAN}%]{{1,4}}|[%‰°℃µμA-Za-z][A-Za-z/²³·]{{0,5}})$"
)
VALUE = re.compile(
    rf"(?P<bound>[约近超逾>≥<≤＞＜]?|超过|优于)\s*(?P<value>\d{{1,3}}(?: \d{{3}})+|\d+(?:[,，]\d{{3}})*(?:\.\d+)?)"
    r"(?:\s*[%]?\s*[~～\-–—至]\s*(?P<high>\d+(?:\.\d+)?))?"
    rf"\s*(?P<unit>[{HAN}%‰°℃A-Za-zµμ²³/·]{{0,8}}?)(?P<more>[余多]?)(?:以上|以下|左右)?"
)
"""A cell that is a value, or a range of values, with its unit or without."""
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
    ("医院|单位|机构|企业|高校", "家"),
    ("专科|科室|学科|实验室|中心|基地|平台", "个"),
)
_NO_MEASURE = re.compile(
    "序(?!列)|(?<!信)号|编|码|电话|邮|年度|年份|(?<![像描查集光建理析算片断勾画位])时间|日期|排名|名次|得分|评分|分数|占比排|届|页"
)
_MEASURES = re.compile(
    rf"(?:[率度量数值]|分辨力|时间|面积|深度|视野|场强|孔径|能量|功率|尺寸|范围|半衰期|带宽|价格|成本|指数|系数|信噪比|重量|电压|电流|波长|间距|[直半孔管口]径"
    rf"|体积|精度|误差|寿命|流强|周长|距离|周期|层厚|排数|行程|重[{HAN}]?|AUC|Dice|DSC|IoU|ICC|F1|SSIM|PSNR|Kappa)$",
    re.I,
)
"""Heads that name what is measured, rather than a thing."""
_WITHOUT_UNIT = re.compile(r"(?:AUC|曲线下面积|Dice|DSC|IoU|ICC|F1|SSIM|指数|系数|Kappa|[率度])(?:值)?$", re.I)
_IN_HUNDREDS = re.compile("(?:诊断)?(?:敏感|灵敏|特异|准确|符合)[度性率]|(?:阳性|阴性)预测[值率]|诊断符合率")
_MANY_OF_HUNDRED = re.compile(r"[1-9]\d(?:\.\d+)?|100(?:\.0+)?|[2-9](?:\.\d+)?")
"""Measures that are told in per cent where they are no decimal below 1: 敏感度 85.2."""
_HOW_MANY = re.compile(rf"[{HAN}]{{2,}}数$|(?:样本|检查|手术|诊疗|治疗|扫描)量$")
_BOUNDS = {
    "约": "约",
    "近": "近",
    "超": ">",
    "逾": ">",
    ">": ">",
    "＞": ">",
    "＜": "<",
    "超过": ">",
    "≥": ">=",
    "<": "<",
    "≤": "<=",
}
_LONGEST = 20


def measured(
    speaker: Speaker, thing: EntityRef, cells: Iterable[tuple[Column, Value]], *, scope: str = "", year: int | None = None
) -> Iterator[Assertion]:
    """HAS_METRIC of each cell that is a number whose unit the cell or its head tells; of which part and year, where told."""
    for column, cell in cells:
        header = heal_name(column.header)
        noted = _NOTED.search(header)
        name = (header[: noted.start()] if noted else header).removeprefix("其中").lstrip("：:")
        found = VALUE.fullmatch(cell.text)
        if found is None or _NO_MEASURE.search(name) or not 2 <= len(name) <= _LONGEST:
            continue
        unit = found["unit"] or column.unit or ((noted["unit"] or noted["bare"]) if noted else "") or _counts(name)
        unit = unit or ("%" if _IN_HUNDREDS.fullmatch(name) and _MANY_OF_HUNDRED.fullmatch(found["value"]) else "")
        if unit or (_WITHOUT_UNIT.search(name) and cell.text.startswith(("0.", "1.0"))) or _HOW_MANY.search(name):
            metric = EntityRef(label="Metric", name=name)
            bound = _BOUNDS.get(found["bound"]) or found["more"]
            value = number(found["value"])
            high = float(found["high"]) if found["high"] else None
            yield speaker.fact(
                thing,
                "HAS_METRIC",
                metric,
                value=value,
                unit=unit,
                bound=bound,
                value_low=value if high is not None else None,
                value_high=high,
                value_text=cell.text + ("" if found["unit"] else unit),
                scope=scope,
                year=year,
            )


def names_measure(head: str) -> bool:
    """Whether a head names what is measured: by its last noun, or by the unit beside it."""
    noted = _NOTED.search(head)
    name = head[: noted.start()] if noted else head
    return not _NO_MEASURE.search(name) and (bool(_MEASURES.search(name)) or (noted is not None and "/" not in name))


def is_measured(text: str) -> bool:
    """Whether a cell holds a value."""
    return VALUE.fullmatch(text) is not None


def _counts(name: str) -> str:
    """The unit of a head that says what it counts (设备台数, 床位数)."""
    return next((unit for word, unit in _COUNTS if re.search(rf"(?:{word})数?量?$", name) and name.endswith(("数", "量"))), "")

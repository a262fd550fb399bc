"""Lists of invented people and projects, printed in the layouts that texts of real lists have: the facts are known."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

__all__ = ["KINDS", "LAYOUTS", "Listed", "made"]

_SURNAMES = "柏戚闵苗贾乐费岑薛倪汤滕罗毕郝邬安常于时傅皮卞齐康"
_GIVEN = "青松月明正川小雨长河知远若兰海波晓岚文慧思源一凡"
_TOWNS = ("台州", "湘潭", "绵阳", "芜湖", "盐城", "嘉兴", "漳州", "洛阳", "遵义", "咸阳")
_HOUSES = ("市第二人民医院", "医科大学附属仁和医院", "理工大学", "市肿瘤医院", "医学影像研究所", "医科大学第三附属医院")
_MEANS = ("磁共振", "能谱CT", "超声造影", "光声成像", "PET/CT", "弹性成像")
_ILLS = ("肝细胞癌", "肺结节", "冠心病", "阿尔茨海默病", "甲状腺结节", "类风湿关节炎")
_TITLES = ("{0}在{1}早期诊断中的应用研究", "基于{0}的{1}疗效评估方法研究", "{1}的{0}影像组学预测模型构建与验证")
_OFFICES = ("主任委员", "副主任委员", "副主任委员", "常务委员")

Row = Sequence[str]


@dataclass(frozen=True)
class Listed:
    """A list: what stands above it, its heads and rows, the widths of its columns, and what it says."""

    caption: str
    heads: Row
    rows: tuple[Row, ...]
    widths: tuple[int, ...]
    facts: frozenset[tuple[str, str, str]]


def made(kind: str, seed: int) -> Listed:
    """The list of a kind that a seed makes."""
    return KINDS[kind](random.Random(f"{kind}{seed}"))


def _people(r: random.Random, count: int) -> list[str]:
    names = (r.choice(_SURNAMES) + "".join(r.sample(_GIVEN, r.choice((1, 2, 2)))) for _ in range(99))
    return list(dict.fromkeys(names))[:count]


def _houses(r: random.Random, count: int) -> list[str]:
    known = [town + house for town, house in zip(r.sample(_TOWNS, 5), r.sample(_HOUSES, 5), strict=True)]
    return [r.choice(known) for _ in range(count)]


def _works(r: random.Random, count: int) -> list[str]:
    every = [title.format(means, ill) for title in _TITLES for means in _MEANS for ill in _ILLS]
    return r.sample(every, count)


def _grants(r: random.Random) -> Listed:
    count = r.randint(4, 7)
    told = list(zip(_works(r, count), _people(r, count), _houses(r, count), strict=True))
    rows = tuple((str(place), *row, str(r.choice((5, 20, 300)))) for place, row in enumerate(told, 1))
    facts = {fact for title, lead, house in told for fact in ((lead, "LEADS", title), (title, "HOSTED_BY", house))}
    facts |= {(lead, "AFFILIATED_WITH", house) for _, lead, house in told}
    facts |= {(title, "FUNDED_BY", "松江省自然科学基金") for title, _, _ in told}
    heads = ("序号", "项目名称", "负责人", "依托单位", "资助经费（万元）")
    return Listed("2023年度松江省自然科学基金资助项目清单", heads, rows, (4, 22, 8, 18, 16), frozenset(facts))


def _officers(r: random.Random) -> Listed:
    count = r.randint(5, 9)
    told = list(zip(_people(r, count), _houses(r, count), strict=True))
    offices = [*_OFFICES, *["委员"] * count][:count]
    society = "松江省医学会放射学分会"
    facts = {fact for name, house in told for fact in ((name, "AFFILIATED_WITH", house), (name, "MEMBER_OF", society))}
    rows = tuple(
        (str(at), name, office, house) for at, ((name, house), office) in enumerate(zip(told, offices, strict=True), 1)
    )
    return Listed(
        f"{society}第四届委员会委员名单", ("序号", "姓名", "职务", "工作单位"), rows, (4, 8, 12, 20), frozenset(facts)
    )


def _talks(r: random.Random) -> Listed:
    count = r.randint(4, 7)
    told = list(zip(_works(r, count), _people(r, count), _houses(r, count), strict=True))
    hours = [f"{hour:02}:00-{hour:02}:40" for hour in range(8, 8 + count)]
    rows = tuple((hour, *row) for hour, row in zip(hours, told, strict=True))
    facts = frozenset((name, "AFFILIATED_WITH", house) for _, name, house in told)
    return Listed("第三届松江影像论坛日程", ("时间", "报告题目", "报告人", "单位"), rows, (11, 22, 8, 20), facts)


def _width(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def _broken(text: str, measure: int) -> list[str]:
    lines = [""]
    for word in re.findall(r"[A-Za-z0-9/:.\-]+|.", text):
        if lines[-1] and _width(lines[-1] + word) > measure:
            lines.append("")
        lines[-1] += word
    return lines


def _set(listed: Listed, *, centred: bool) -> str:
    """Columns that blanks align, cells broken at their widths; a row's cells begin together or stand in its middle."""
    lines = [listed.caption]
    for row in (listed.heads, *listed.rows):
        cells = [_broken(cell, width) for cell, width in zip(row, listed.widths, strict=True)]
        tallest = max(map(len, cells))
        cells = [[""] * ((tallest - len(cell)) // 2 * centred) + cell for cell in cells]
        for parts in zip_longest(*cells, fillvalue=""):
            padded = (part + " " * (width + 3 - _width(part)) for part, width in zip(parts, listed.widths, strict=True))
            lines.append("".join(padded).rstrip())
    return "\n".join(lines) + "\n"


def _joined(listed: Listed, between: str, *, edges: str = "") -> str:
    rows = (edges + between.join(row) + edges for row in (listed.heads, *listed.rows))
    return "\n".join((listed.caption, *rows)) + "\n"


def _padded(listed: Listed) -> str:
    every = (listed.heads, *listed.rows)
    widths = [max(map(_width, column)) for column in zip(*every, strict=True)]
    rows = ("".join(cell + " " * (width + 2 - _width(cell)) for cell, width in zip(row, widths, strict=True)) for row in every)
    return "\n".join((listed.caption, *map(str.rstrip, rows))) + "\n"


def _paged(listed: Listed) -> str:
    """Rows between which a page ends: its number, and the heads once more."""
    text = _joined(listed, "\t").split("\n")
    return "\n".join([*text[:4], "- 1 -", text[1], *text[4:]])


def _page(listed: Listed) -> str:
    rows = ("<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row) + "</tr>" for row in (listed.heads, *listed.rows))
    return f"<html><body><h1>{listed.caption}</h1><table>{''.join(rows)}</table></body></html>"


KINDS: dict[str, Callable[[random.Random], Listed]] = {"grants": _grants, "officers": _officers, "talks": _talks}
LAYOUTS: dict[str, Callable[[Listed], str]] = {
    "tabs": lambda listed: _joined(listed, "\t"),
    "strokes": lambda listed: _joined(listed, " | "),
    "edged strokes": lambda listed: _joined(listed, "|", edges="|"),
    "single blanks": lambda listed: _joined(listed, " "),
    "wide blanks": lambda listed: _joined(listed, "   "),
    "padded": _padded,
    "set from the top": lambda listed: _set(listed, centred=False),
    "set in the middle": lambda listed: _set(listed, centred=True),
    "a cell a line": lambda listed: _joined(listed, "\n"),
    "paged": _paged,
    "web page": _page,
}

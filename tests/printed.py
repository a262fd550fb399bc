"""Nomination forms of an invented work, printed in the many ways that such forms are: the facts are the same in each."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["PEOPLE", "Work", "printed", "work_of"]

_SURNAMES = "谷雷祁岑莫翁蒲宁钟简邵樊费廖霍"
_GIVEN = "雨鸣晴川菲衡屿澄霖珂昀曦彤恺沅澜溪"
_COMPOUND = ("司马", "欧阳", "上官", "诸葛")
_TITLES = ("教授", "主任医师", "副研究员", "高级工程师", "主管技师", "副主任医师")
_STEMS = ("云溪", "霁川", "砚峰", "衡湾", "浔潮")
_ENDS = ("医科大学附属第一医院", "理工大学", "市中心医院", "影像科技有限公司", "大学医学院附属仁和医院", "医学影像研究所")
_SUBJECTS = ("肺结节低剂量CT", "肝脏磁共振弹性成像", "甲状腺超声造影", "心肌PET灌注", "骨密度能谱CT")
_AIMS = ("精准评估关键技术及应用", "智能诊断体系的建立与推广", "定量成像方法的研究")
_POINTS = ("建立了图像质量控制方法", "研制了快速采集序列", "构建了多中心随访队列", "提出了风险分层模型")
_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Person:
    """One who completed the work: the rank is the place among the people."""

    name: str
    title: str
    house: str
    point: int


@dataclass(frozen=True, slots=True)
class Work:
    """What a form says."""

    title: str
    nominator: str
    units: tuple[str, ...]
    people: tuple[Person, ...]
    points: tuple[str, ...]


def work_of(seed: int) -> Work:
    """The facts of a seed."""
    draw = random.Random(seed)
    stem = draw.choice(_STEMS)
    units = tuple(stem + end for end in draw.sample(_ENDS, 3))
    points = tuple(draw.sample(_POINTS, 3))
    names: dict[str, None] = {}
    while len(names) < 4:
        surname = draw.choice(_SURNAMES) if draw.random() < 0.8 else draw.choice(_COMPOUND)
        names.setdefault(surname + "".join(draw.sample(_GIVEN, 1 if len(surname) == 2 else draw.choice((1, 2)))))
    people = tuple(Person(name, draw.choice(_TITLES), draw.choice(units), draw.randint(1, 3)) for name in names)
    return Work(draw.choice(_SUBJECTS) + draw.choice(_AIMS), "湖南省医学会", units, people, points)


def printed(work: Work, people: str, seed: int) -> str:
    """The form, its people in one way, its fields, points and units in ways that the seed draws."""
    draw = random.Random(seed)
    field, units, number = draw.choice(_FIELDS), draw.choice(_UNITS), draw.choice(_NUMBERS)
    points = "\n".join(number(place) + point + "。" for place, point in enumerate(work.points, 1))
    parts = [
        field("项目名称", work.title) + "\n" + field("提名单位", work.nominator),
        "主要科技创新\n" + points,
        PEOPLE[people](work.people),
        units(work.units),
    ]
    return (
        "2021年度湖南省科学技术奖提名项目公示\n"
        + "\n".join(parts)
        + draw.choice(("\n", "\n特此公示。\n", "\n公示期：2021年5月6日至5月12日\n"))
    )


def _spread(name: str) -> str:
    return f"{name[0]}　{name[1]}" if len(name) == 2 else name


def _done(person: Person) -> str:
    return f"参与病例收集，对创新点{person.point}有重要贡献"


def _by_line(people: tuple[Person, ...]) -> str:
    records = (
        f"姓名：{_spread(one.name)}\n排名：{rank}\n职称：{one.title}\n工作单位：{one.house}\n对本项目的贡献：{_done(one)}。"
        for rank, one in enumerate(people, 1)
    )
    return "主要完成人情况\n" + "\n".join(records)


def _inline(people: tuple[Person, ...]) -> str:
    records = (
        f"{rank}.姓名：{one.name}，排名：{rank}，职称：{one.title}，工作单位：{one.house}，对本项目的贡献：{_done(one)}。"
        for rank, one in enumerate(people, 1)
    )
    return "主要完成人情况\n" + "\n".join(records)


def _behind_rank(people: tuple[Person, ...]) -> str:
    records = (
        f"排名 {rank}    {_spread(one.name)}\n     职称：{one.title}\n     工作单位：{one.house}\n"
        f"     对本项目的贡献：{_done(one)}。"
        for rank, one in enumerate(people, 1)
    )
    return "主要完成人情况\n" + "\n".join(records)


def _in_brackets(people: tuple[Person, ...]) -> str:
    items = (
        f"{rank}.{_spread(one.name)}（{one.house}，{one.title}；主要贡献：{_done(one)}）" for rank, one in enumerate(people, 1)
    )
    return "主要完成人\n" + "\n".join(items)


def _labelled_brackets(people: tuple[Person, ...]) -> str:
    items = (f"{rank}. {one.name}（职称：{one.title}，工作单位：{one.house}）；" for rank, one in enumerate(people, 1))
    return "主要完成人：" + "".join(items)


def _between_commas(people: tuple[Person, ...]) -> str:
    items = (
        f"{rank}、{one.name}，排名第{_NUMERALS[rank - 1]}，{one.title}，{one.house}，{_done(one)}。"
        for rank, one in enumerate(people, 1)
    )
    return "主要完成人\n" + "\n".join(items)


def _rows(people: tuple[Person, ...]) -> list[list[str]]:
    rows = ([str(rank), one.name, one.title, one.house, _done(one)] for rank, one in enumerate(people, 1))
    return [["排名", "姓名", "职称", "工作单位", "对本项目的贡献"], *rows]


def _table(cell: str, row: str, spread: Callable[[str], str]) -> Callable[[tuple[Person, ...]], str]:
    def table(people: tuple[Person, ...]) -> str:
        head, *rows = _rows(people)
        rows = [[rank, spread(name), *rest] for rank, name, *rest in rows]
        return "主要完成人情况" + row + row.join(cell.join(one) for one in [head, *rows]) + row

    return table


def _heads_by_line(people: tuple[Person, ...]) -> str:
    head, *rows = ([*row[:4]] for row in _rows(people))
    return "主要完成人情况\n" + "\n".join([*head, *(" ".join(row) for row in rows)])


PEOPLE: dict[str, Callable[[tuple[Person, ...]], str]] = {
    "by line": _by_line,
    "inline": _inline,
    "behind rank": _behind_rank,
    "in brackets": _in_brackets,
    "labelled brackets": _labelled_brackets,
    "between commas": _between_commas,
    "tabs": _table("\t", "\n", _spread),
    "blanks": _table(" ", "\n", str),
    "bars": lambda people: "主要完成人情况\n" + "\n".join(f"| {' | '.join(row)} |" for row in _rows(people)),
    "a cell a line": _table("\n", "\n", str),
    "a cell a paragraph": _table("\n\n", "\n\n", _spread),
    "heads by line": _heads_by_line,
}
"""The ways to print the people; all but the labelled brackets and the heads by line tell what each did."""
_FIELDS: tuple[Callable[[str, str], str], ...] = (
    lambda label, value: f"{label}：{value}",
    lambda label, value: f"{label}\n{value}",
    lambda label, value: f"{label}\t{value}",
    lambda label, value: f"【{label}】{value}",
    lambda label, value: f"{label}    {value}",
)
_UNITS: tuple[Callable[[tuple[str, ...]], str], ...] = (
    lambda units: "主要完成单位：" + "、".join(units),
    lambda units: "主要完成单位\n" + "\n".join(f"{rank}.{unit}" for rank, unit in enumerate(units, 1)),
    lambda units: "主要完成单位：" + "；".join(f"（{rank}）{unit}" for rank, unit in enumerate(units, 1)),
    lambda units: "主要完成单位情况\n" + "\n".join(f"单位名称：{unit}\n排名：{rank}" for rank, unit in enumerate(units, 1)),
)
_NUMBERS: tuple[Callable[[int], str], ...] = (
    lambda place: f"{place}. ",
    lambda place: f"（{place}）",
    lambda place: chr(ord("①") + place - 1),
    lambda place: f"创新点{place}：",
    lambda place: f"创新点{_NUMERALS[place - 1]}：",
)

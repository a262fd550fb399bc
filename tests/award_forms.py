"""Invented nominations, and the layouts that forms come in: one nomination, written in each, says the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

__all__ = ["LAYOUTS", "NOMINATIONS", "Nomination", "Person", "Unit", "renamed"]


@dataclass(frozen=True)
class Person:
    name: str
    unit: str
    employer: str
    title: str
    position: str
    contribution: str
    honours: str = "无"


@dataclass(frozen=True)
class Unit:
    name: str
    contribution: str


@dataclass(frozen=True)
class Nomination:
    award: str
    achievement: str
    nominator: str
    innovations: tuple[str, ...]
    people: tuple[Person, ...]
    units: tuple[Unit, ...]


_EAST, _NORTH, _WORKS = "东陵医科大学附属第三医院", "北屏大学", "屏州影像设备有限公司"

NOMINATIONS = (
    Nomination(
        award="华夏医学科技奖",
        achievement="肺结节低剂量筛查关键技术的建立与推广",
        nominator="福建省医学会",
        innovations=(
            "建立低剂量扫描方案，有效剂量降至0.8mSv。",
            "提出结节生长预测模型，准确率达91.3%。",
            "搭建区域筛查网络，覆盖26个县区。",
        ),
        people=(
            Person(
                name="虞怀瑾",
                unit=_EAST,
                employer=_EAST,
                title="教授、主任医师",
                position="放射科主任",
                contribution="负责项目总体设计与实施，对创新点1-3均作出贡献，旁证材料见附件4.1-9。",
                honours="2018年福建省科学技术进步奖二等奖（第一完成人）",
            ),
            Person("费鸣谦", _NORTH, _NORTH, "副教授", "无", "建立结节生长预测模型（创新点2）。"),
            Person("闻人朗", _EAST, _NORTH, "主治医师", "无", "负责随访与数据整理，为创新点1、3做出贡献。"),
            Person("柏松年", _WORKS, _WORKS, "高级工程师", "研发部部长", "参与区域筛查网络的搭建（创新点 3）。"),
        ),
        units=(
            Unit(_EAST, "项目牵头单位，对创新点1、2、3作出贡献。"),
            Unit(_NORTH, "负责模型研究，对创新点2有重要贡献。"),
            Unit(_WORKS, "提供设备与技术支持，参与创新点3的实施。"),
        ),
    ),
    Nomination(
        award="医学科学技术奖（非基础医学类）",
        achievement="经颅超声评估帕金森病的临床研究",
        nominator="西澜省医师协会",
        innovations=("发现黑质强回声的诊断界值。", "建立多中心随访队列，入组患者1830例。"),
        people=(
            Person(
                "岑未央",
                "西澜省立医院",
                "西澜省立医院",
                "主任医师",
                "副院长，超声科主任",
                "提出研究思路，对创新点一、二均有贡献。",
            ),
            Person(
                "步青云",
                "西澜省立医院",
                "西澜省立医院",
                "副主任技师",
                "无",
                "完成图像采集（创新点1）。",
                "2015年西澜省医学会二等奖（第三完成人）",
            ),
        ),
        units=(Unit("西澜省立医院", "提供病例与场地，对创新点1、2有贡献。"),),
    ),
)


def renamed(nomination: Nomination, names: dict[str, str]) -> Nomination:
    """The same nomination with other names of people and institutions."""

    def new(text: str) -> str:
        for old, name in names.items():
            text = text.replace(old, name)
        return text

    people = tuple(
        replace(p, name=new(p.name), unit=new(p.unit), employer=new(p.employer), contribution=new(p.contribution))
        for p in nomination.people
    )
    units = tuple(Unit(new(unit.name), new(unit.contribution)) for unit in nomination.units)
    return replace(nomination, nominator=new(nomination.nominator), people=people, units=units)


_COLUMNS = ("姓名", "排名", "完成单位", "工作单位", "职称", "行政职务")


def _cells(place: int, person: Person) -> tuple[str, ...]:
    return person.name, str(place), person.unit, person.employer, person.title, person.position


def _wrapped(text: str, width: int) -> list[str]:
    return [text[i : i + width] for i in range(0, len(text), width)] or [""]


def _head(n: Nomination, mark: str) -> Iterator[str]:
    yield f"推荐奖种{mark}{n.award}"
    yield f"项目名称{mark}{n.achievement}"
    yield f"推荐单位{mark}{n.nominator}"
    yield "主要科技创新" + ("：" if mark == "：" else "")
    yield from (f"{number}. {text}" for number, text in enumerate(n.innovations, 1))


def colons(n: Nomination, order: str = "ipu") -> str:
    """Labels with colons, a field a line; ``order`` says in which order innovations, people and units stand."""
    people, units = ["主要完成人情况"], ["主要完成单位情况"]
    for place, p in enumerate(n.people, 1):
        people += [
            f"姓名：{p.name}",
            f"排名：{place}",
            f"职称：{p.title}",
            f"行政职务：{p.position}",
            f"工作单位：{p.employer}",
        ]
        people += [f"完成单位：{p.unit}", f"对本项目的贡献：{p.contribution}", f"曾获奖励情况：{p.honours}", ""]
    for place, u in enumerate(n.units, 1):
        units += [f"单位名称：{u.name}", f"排名：{place}", f"对本项目的贡献：{u.contribution}", ""]
    head = list(_head(n, "："))
    parts = {"i": head[3:], "p": people, "u": units}
    return "\n".join([*head[:3], *(line for part in order for line in parts[part])])


def inline(n: Nomination) -> str:
    """A record a line, its fields between commas, names without a label."""
    lines = [*_head(n, "："), "主要完成人情况："]
    for place, p in enumerate(n.people, 1):
        lines.append(
            f"{place}.{p.name}，排名：{place}，职称：{p.title}，行政职务：{p.position}，工作单位：{p.employer}，完成单位：{p.unit}，"
            f"对本项目的贡献：{p.contribution}曾获奖励情况：{p.honours}。"
        )
    lines.append("主要完成单位情况：")
    lines += [f"{place}.{u.name}，排名：{place}，对本项目的贡献：{u.contribution}" for place, u in enumerate(n.units, 1)]
    return "\n".join(lines)


def tabs(n: Nomination) -> str:
    """One table of people with a column for each field, tabs between cells."""
    lines = [*_head(n, "\t"), "主要完成人情况表"]
    lines.append("\t".join((*_COLUMNS, "对本项目的贡献", "曾获奖励情况")))
    lines += ["\t".join((*_cells(place, p), p.contribution, p.honours)) for place, p in enumerate(n.people, 1)]
    lines += ["主要完成单位情况表", "排名\t单位名称\t对本项目的贡献"]
    lines += [f"{place}\t{u.name}\t{u.contribution}" for place, u in enumerate(n.units, 1)]
    return "\n".join(lines)


def markdown(n: Nomination) -> str:
    """The table of people in Markdown, as converters write it."""
    lines = [
        "# 公示内容",
        "",
        *(f"**{line}**" if line.startswith("主要") else line for line in _head(n, "：")),
        "",
        "### 完成人情况表",
        "",
    ]
    lines.append("| " + " | ".join((*_COLUMNS, "对本项目的贡献", "曾获奖励情况")) + " |")
    lines.append("|" + " --- |" * (len(_COLUMNS) + 2))
    lines += ["| " + " | ".join((*_cells(place, p), p.contribution, p.honours)) + " |" for place, p in enumerate(n.people, 1)]
    lines += ["", "### 完成单位情况表", "", "| 单位名称 | 排名 | 对本项目的贡献 |", "| --- | --- | --- |"]
    lines += [f"| {u.name} | {place} | {u.contribution} |" for place, u in enumerate(n.units, 1)]
    return "\n".join(lines)


def pairs(n: Nomination) -> str:
    """A small table for each person: labels and values side by side, tabs between."""
    lines = [*_head(n, "\t"), "主要完成人情况表"]
    for place, p in enumerate(n.people, 1):
        lines += [f"姓名\t{p.name}\t排名\t{place}\t职称\t{p.title}", f"工作单位\t{p.employer}\t行政职务\t{p.position}\t\t"]
        lines += [
            f"完成单位\t{p.unit}\t\t\t\t",
            f"对本项目的贡献\t{p.contribution}\t\t\t\t",
            f"曾获奖励情况\t{p.honours}\t\t\t\t",
        ]
    lines.append("主要完成单位情况表")
    for place, u in enumerate(n.units, 1):
        lines += [f"单位名称\t{u.name}\t排名\t{place}", f"对本项目的贡献\t{u.contribution}\t\t"]
    return "\n".join(lines)


def cells(n: Nomination) -> str:
    """One cell a line, as tables come out of old Word files: each opens with a tab, a row is closed by a blank line."""
    lines = []
    for line in _head(n, "\n\t"):
        lines.append("\t" + line)
    lines += ["", " \t主要完成人情况表", ""]
    columns = (*_COLUMNS, "对本项目的贡献", "曾获奖励情况")
    lines += [*(f"\t{column}" for column in columns), ""]
    for place, p in enumerate(n.people, 1):
        lines += [*(f"\t{cell}" for cell in (*_cells(place, p), p.contribution, p.honours)), ""]
    lines += ["\t主要完成单位情况表", ""]
    lines += ["\t排名", "\t单位名称", "\t对本项目的贡献", ""]
    for place, u in enumerate(n.units, 1):
        lines += [f"\t{place}", f"\t{u.name}", f"\t{u.contribution}", ""]
    return "\n".join(lines)


def printed(n: Nomination, width: int = 34, cell: int = 9, *, woven: bool = False) -> str:
    """As text comes out of a PDF: lines of one width with blank ones between, cells broken, one behind another or woven."""
    lines = []
    for line in _head(n, " "):
        lines += _wrapped(line, width)
    for place, p in enumerate(n.people, 1):
        lines += [" ".join(_COLUMNS), *(_woven if woven else _stacked)(_cells(place, p), cell)]
        lines += ["对本项目的", "贡献", *_wrapped(p.contribution, width), "曾获奖励情况", *_wrapped(p.honours, width)]
    lines.append("完成单位情况表")
    for place, u in enumerate(n.units, 1):
        lines += [*_wrapped(f"单位名称 {u.name} 排名 {place}", 60), "对本项目的", "贡献", *_wrapped(u.contribution, width)]
    return "\n\n".join(lines)


def _stacked(row: tuple[str, ...], width: int) -> list[str]:
    lines: list[str] = []
    line: list[str] = []
    for text in row:
        parts = _wrapped(text, width)
        if len(parts) == 1:
            line.append(text)
            continue
        lines += [" ".join(line), *parts] if line else parts
        line = []
    return [*lines, " ".join(line)] if line else lines


def _woven(row: tuple[str, ...], width: int) -> list[str]:
    columns = [_wrapped(text, width) for text in row]
    depth = max(map(len, columns))
    return [" ".join(column[i] for column in columns if i < len(column)) for i in range(depth)]


def html(n: Nomination) -> str:
    """A web page: the form is one table, each person a few rows of it with merged cells."""
    rows = [f"<tr><td>{line.replace('：', '</td><td colspan=5>', 1)}</td></tr>" for line in list(_head(n, "："))[:3]]
    points = "".join(f"<p>{number}. {text}</p>" for number, text in enumerate(n.innovations, 1))
    rows.append(f"<tr><td>主要科技创新</td><td colspan=5>{points}</td></tr>")
    rows.append("<tr><td colspan=6>主要完成人情况表</td></tr>")
    for place, p in enumerate(n.people, 1):
        rows.append("<tr>" + "".join(f"<td>{column}</td>" for column in _COLUMNS) + "</tr>")
        rows.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in _cells(place, p)) + "</tr>")
        rows.append(f"<tr><td>对本项目的贡献</td><td colspan=5>{p.contribution}</td></tr>")
        rows.append(f"<tr><td>曾获奖励情况</td><td colspan=5>{p.honours}</td></tr>")
    rows.append("<tr><td colspan=6>主要完成单位情况表</td></tr>")
    for place, u in enumerate(n.units, 1):
        rows.append(f"<tr><td>单位名称</td><td colspan=3>{u.name}</td><td>排名</td><td>{place}</td></tr>")
        rows.append(f"<tr><td>对本项目的贡献</td><td colspan=5>{u.contribution}</td></tr>")
    return f"<html><body><table>{''.join(rows)}</table></body></html>"


LAYOUTS: dict[str, Callable[[Nomination], str]] = {
    "colons": colons,
    "inline": inline,
    "tabs": tabs,
    "markdown": markdown,
    "pairs": pairs,
    "cells": cells,
    "printed": printed,
    "printed_narrow": lambda n: printed(n, 21, 7),
    "printed_wide": lambda n: printed(n, 60, 14),
    "woven": lambda n: printed(n, 40, 9, woven=True),
}
"""Each layout by name."""

"""Forms printed in narrow cells: labels over two lines, heads broken above, cells of numbers, one award in a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.award.innovations import referred
from ingest.layout import View
from ingest.readers.aligned import with_tabs
from tests.test_award_layouts import read, told
from tests.test_award_lists import ranked

FORM = """\
2023年度湖东省医学科学技术奖推荐项目公示表

奖    种
湖东省医学科学技术奖
{name}
肝硬化超声弹性与四维血流
磁共振无创评估关键技术研究
{nominator}
云溪市医学会
项目
简介
    肝硬化的分级长期依赖有创测压。项目组取得如下进展：
（1）脾脏硬度测量：诊断准确率由72%提高到89%；
（2）门静脉定量：在6家医院完成验证。
    本项目获湖东省自然科学基金资助，经费30万元。

主要完成人情况
排
名  姓  名  职称        工作单位            完成单位            贡献
1   裘  宁  主任医师    云溪医科大学第二    云溪医科大学第二    （1）（2）
                        医院                医院
2   訾明远  副教授      岚江大学            岚江大学            2
3   阮小禾  主治医师    云溪市人民医院      云溪医科大学第二    第1点
                                            医院

主要完成单位情况
排名    单位名称                  所在地
1       云溪医科大学第二医院      云溪市
2       岚江大学                  岚江市

曾获奖励情况
获奖时间    奖励名称              等级      主要获奖人
2020年      云溪市科技进步奖      三等奖    裘宁（1）
                                            訾明远（2）
"""
WORK = "肝硬化超声弹性与四维血流磁共振无创评估关键技术研究"


@pytest.mark.parametrize("name", ["项  目\n名  称", "成果\n名称", "项目名称", "项\n目\n名\n称"])
@pytest.mark.parametrize("nominator", ["推  荐\n单  位", "提名\n单位", "推荐单位"])
def test_labels_of_a_narrow_cell(name: str, nominator: str, tmp_path: Path) -> None:
    found = read(tmp_path, FORM.format(name=name, nominator=nominator))
    assert told(found, "NOMINATED") == {("云溪市医学会", WORK)}
    assert told(found, "NOMINATED_FOR") == {(WORK, "湖东省医学科学技术奖")}
    assert ranked(found, "PARTICIPATED_IN") == {("裘宁", 1), ("訾明远", 2), ("阮小禾", 3)}
    assert ranked(found, "COMPLETED") == {("云溪医科大学第二医院", 1), ("岚江大学", 2)}


def test_what_its_cells_tell(tmp_path: Path) -> None:
    found = read(tmp_path, FORM.format(name="项目名称", nominator="推荐单位"))
    assert told(found, "CONTRIBUTED_TO") == {
        *(("裘宁", f"{WORK}#{n}") for n in (1, 2)),
        ("訾明远", f"{WORK}#2"),
        ("阮小禾", f"{WORK}#1"),
    }
    assert ranked(found, "RECEIVED") == {("裘宁", 1), ("訾明远", 2)}
    assert {("云溪医科大学第二医院", "云溪市"), ("岚江大学", "岚江市")} <= told(found, "LOCATED_IN")
    assert [one.qualifiers.get("amount_wan") for one in found if one.predicate == "FUNDED_BY"] == [30.0]


@pytest.mark.parametrize("cell", ["（1）（3）", "1、3", "①③", "1，3", "1 3"])
def test_a_cell_of_numbers_refers_to_the_points(cell: str) -> None:
    view = View(cell, tuple(range(len(cell))))
    assert [number for number, _, rule in referred(view, points=3, cells=3) if rule == "NUMBERS_REFER"] == [1, 3]


@pytest.mark.parametrize("cell", ["1、负责总体设计", "参与3项研究", "40%", "5"])
def test_other_cells_do_not(cell: str) -> None:
    view = View(cell, tuple(range(len(cell))))
    assert not [number for number, _, rule in referred(view, points=3, cells=3) if rule == "NUMBERS_REFER"]


def test_a_heading_is_no_part_of_the_head_below() -> None:
    rows = (
        "完成人\n"
        "名次  姓  名  工作单位            职称\n"
        "1     裘  宁  云溪医科大学第二    教授\n"
        "              医院\n"
        "2     訾明远  岚江大学            技师\n"
    )
    assert with_tabs(rows).splitlines()[:2] == ["完成人", "名次\t姓名\t工作单位\t职称"]


@pytest.mark.parametrize("cut", ["、\n阮小禾；", "、阮小禾；\n", "、阮小\n禾；", "、阮小禾；"])
def test_the_units_behind_a_list_of_people_that_a_line_ends(cut: str, tmp_path: Path) -> None:
    notice = (
        "2024年度湖东省科学技术奖拟提名项目公示\n一、湖东省科学技术进步奖（1项）\n1. 脑卒中灌注成像评估体系（提名二等奖）\n"
        f"主要完成人：裘宁、訾明远{cut}主要完成单位：云溪医科大学第二医院、岚江大学\n"
    )
    found = read(tmp_path, notice)
    assert ranked(found, "PARTICIPATED_IN") == {("裘宁", 1), ("訾明远", 2), ("阮小禾", 3)}
    assert ranked(found, "COMPLETED") == {("云溪医科大学第二医院", 1), ("岚江大学", 2)}

"""Lists of grants whose cells, and the lines of one cell, stand one below the other, as text layers of PDF files have them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.grant import GrantIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from ingest.readers.celled import with_rows
from ingest.table.recognise import persons
from kg.model import Fact

CLOUD, RIVER, FIRM = "松江大学", "松江医科大学附属第一医院", "溪山明澈医疗科技有限公司"
CAPTION = "国家重点研发计划“智慧诊疗装备”\n重点专项2031年度拟立项项目清单\n"
HEAD = "序号\n项目编号\n项目名称\n项目牵头承担单位\n项目负责人\n中央财政经费\n（万元）\n"
FIRST = (
    "1\n2031YFC0100100\n面向早期肺癌的能谱CT系统\n关键技术及整机研发\n溪山明澈医疗科技有限\n公司\n裘宁\n300\n"
    f"2\n2031YFC0100200\n超声弹性成像评估肝纤维\n化的方法研究\n{CLOUD}\nRan Zhu\n（冉竹）\n120.5\n"
)
SECOND = "3\n2031YFC0100300\n分子影像探针的临床转化研\n究\n松江医科大学附属第一医\n院\n曲延\n80\n"
LED = {
    ("裘宁", "面向早期肺癌的能谱CT系统关键技术及整机研发", FIRM, 300.0),
    ("冉竹", "超声弹性成像评估肝纤维化的方法研究", CLOUD, 120.5),
    ("曲延", "分子影像探针的临床转化研究", RIVER, 80.0),
}


def rows(folder: Path, text: str) -> set[tuple[str, str, str, object]]:
    """Who leads which grant, where it is hosted, and its sum."""
    path = folder / "list.txt"
    path.write_text(text, "utf-8")
    found = [one for one in GrantIngester().ingest(read_document(path), pipeline()) if isinstance(one, Fact)]
    hosts = {one.subject.name: one.object.name for one in found if one.predicate == "HOSTED_BY"}
    sums = {one.subject.name: one.qualifiers.get("amount_wan") for one in found if one.predicate == "FUNDED_BY"}
    paid = {one.object.name for one in found if one.predicate == "FUNDED_BY"}
    assert paid == {"智慧诊疗装备重点专项"}
    led = [(one.subject.name, one.object.name) for one in found if one.predicate == "LEADS"]
    return {(who, grant, hosts[grant], sums[grant]) for who, grant in led}


@pytest.mark.parametrize(
    "text",
    [
        f"附件\n{CAPTION}{HEAD}{FIRST}{SECOND}注：1.序号3为青年科学家项目。\n",
        f"附件\n{CAPTION}{HEAD}{FIRST}\n— 2 —\n\n{HEAD}{SECOND}",
        f"附件\n{CAPTION}{HEAD.replace('项目牵头', '项目牵头' + chr(10))}{FIRST}{SECOND}",
        f"{CAPTION}{HEAD}{FIRST}{SECOND}".replace("\n", "\n\n"),
        f"{CAPTION.replace('智慧诊疗', '智慧' + chr(10) + '诊疗')}{HEAD}{FIRST}{SECOND}",
    ],
)
def test_a_list_whose_cells_have_several_lines(text: str, tmp_path: Path) -> None:
    assert rows(tmp_path, text) == LED


def test_a_head_as_high_as_its_rows_heads_whole_cells() -> None:
    two = "1\n甲研究方法及\n其验证\n松江大学\n裘宁\n10\n2\n乙研究方法及\n其验证\n松江大学\n冉竹\n12\n"
    told = "1\t甲研究方法及其验证\t松江大学\t裘宁\t10\n2\t乙研究方法及其验证\t松江大学\t冉竹\t12\n"
    for head, whole in (
        ("序号\n项目名称\n项目牵头\n承担单位\n负责人\n经费（万元）\n", "项目牵头承担单位"),
        ("序号\n项目名称\n承担单位\n负责人\n经费\n（万元）\n", "承担单位"),
    ):
        assert with_rows(head + two).strip() == f"序号\t项目名称\t{whole}\t负责人\t经费（万元）\n{told}".strip()


def test_heads_that_pages_repeat_stand_once() -> None:
    head, unit = "序号\n项目名称\n承担单位\n经费", "\n（万元）\n"
    text = f"{head}{unit}1\n甲研究\n松江大学\n10\n第1页\n{head}{unit}2\n乙研究\n松江大学\n12\n完"
    assert with_rows(text) == "序号\t项目名称\t承担单位\t经费（万元）\n1\t甲研究\t松江大学\t10\n2\t乙研究\t松江大学\t12\n\n完"


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Qiu Ning（裘宁）", ("裘宁",)),
        ("QIU Ning (裘 宁)", ("裘宁",)),
        ("裘宁（Qiu Ning）、Ran Zhu（冉竹）", ("裘宁", "冉竹")),
        ("John Miller（英国）", ("John Miller",)),
    ],
)
def test_a_name_in_letters_with_its_characters(cell: str, names: tuple[str, ...]) -> None:
    assert persons(cell) == names


def test_a_department_is_a_cell_of_its_own() -> None:
    told = with_rows(
        "序号\n姓名\n所在单位\n科室/院系\n项目名称\n类别\n资助经费\n（万元）\n"
        "1\n裘宁\n松江医院天河院区\n放疗科\nMR-Linac引导的局部肝癌\n剂量累积研究\n骨干类\n15\n"
        "2\n冉竹\n松江大学\n生物医学工程学院\n低场磁共振成像方法\n骨干类\n12\n"
    )
    assert "1\t裘宁\t松江医院天河院区\t放疗科\tMR-Linac引导的局部肝癌剂量累积研究\t骨干类\t15\n" in told

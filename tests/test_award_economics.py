"""Figures year by year in tables of a form, whichever way they lie; users with the technique they use and how often."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Fact
from tests.test_award_layouts import read, told
from tests.test_award_lists import HEAD, PEOPLE, WORK, ranked

FIGURES = {
    ("新增销售额", 310.5, "万元", 2021),
    ("新增利润", 42.0, "万元", 2021),
    ("新增销售额", 1420.0, "万元", 2022),
    ("新增销售额合计", 1730.5, "万元", None),
    ("新增利润合计", 42.0, "万元", None),
}


def figures(found: list[Fact]) -> set[tuple[str, object, object, object]]:
    facts = (one for one in found if one.predicate == "HAS_METRIC" and one.subject.name == WORK)
    told = ((one.object.name, one.qualifiers) for one in facts)
    return {(name, said.get("value"), said.get("unit"), said.get("year")) for name, said in told}


@pytest.mark.parametrize(
    "table",
    [
        "近三年经济效益（万元）\t年度\t新增销售额\t新增利润\n\t2021\t310.5\t42\n\t2022\t1 420\t0\n\t合计\t1730.5\t42\n",
        "经济效益\n单位：万元人民币\n年份\t新增销售额\t新增利润\n2021年\t310.5\t42\n2022年\t1,420\t/\n累计\t1730.5\t42\n",
        "经济效益\n年度\n新增销售额（万元）\n新增利润（万元）\n2021\n310.5\n42\n2022\n1420\n0\n合计\n1730.5\n42\n",
        "经济效益\n自然年  新增销售额（万元）  新增利润（万元）\n2021  310.5  42\n2022  1420  —\n总计  1730.5  42\n",
        "经济效益（单位：万元）\n指标\t2021年\t2022年\t合计\n新增销售额\t310.5\t1420\t1730.5\n新增利润\t42\t0\t42\n",
    ],
)
def test_figures_of_years(table: str, tmp_path: Path) -> None:
    assert figures(read(tmp_path, HEAD + PEOPLE + table)) == FIGURES


@pytest.mark.parametrize(
    "table",
    [
        "经济效益\n年度\t新增销售额\t新增利润\n2021\t310.5\t42\n",
        "经济效益\n年度\t新增销售额（万元）\t新增利润（万元）\n2021\t310.5\n2022\t1420\t3\n",
        "代表性论文\n年份\t影响因子\t他引次数\n2021\t3.5\t42\n",
        "经济效益\n年度：2021\n新增销售额见附件（万元）\n2021\n",
    ],
)
def test_figures_whose_unit_or_place_nothing_tells_are_none(table: str, tmp_path: Path) -> None:
    assert not {one for one in figures(read(tmp_path, HEAD + PEOPLE + table)) if one[3] == 2021}


def test_cases_of_a_year_have_their_own_unit(tmp_path: Path) -> None:
    table = "应用情况（万元）\n年度\t筛查人次\t新增税收\n2022\t5120\t18.5\n2023\t6330\t20.1\n"
    found = figures(read(tmp_path, HEAD + PEOPLE + table))
    assert {("筛查人次", 5120.0, "人次", 2022), ("新增税收", 20.1, "万元", 2023)} <= found


@pytest.mark.parametrize("label", ["近三年经济效益（万元）", "推广情况说明", "查新报告编号"])
def test_the_list_of_units_ends_at_the_label_of_another_row(label: str, tmp_path: Path) -> None:
    units = "完成单位\t（1）麓山第一医院（潇湘大学附属第九医院）　（2）潇湘理工大学"
    found = read(tmp_path, HEAD + PEOPLE + f"{units}\n{label}\t年度\t新增销售额\n\t2021\t310.5\n")
    assert ranked(found, "COMPLETED") == {("麓山第一医院", 1), ("潇湘理工大学", 2)}


USERS = (
    "{user}\t起止时间\t{technique}\t{count}\n"
    "衡州市中心医院\t2021.3至今\t{name}\t5 217\n耒水县人民医院\t2022—2023\t本项目技术\t308\n"
)


@pytest.mark.parametrize(
    ("technique", "name"),
    [("应用技术", "双流Transformer分期模型"), ("应用产品", "“麓眼”移动CT"), ("使用的设备", "颞骨超声导航系统")],
)
@pytest.mark.parametrize(("count", "unit"), [("筛查人次", "人次"), ("应用例数", "例"), ("检查病例数", "例")])
def test_users_with_what_they_use(technique: str, name: str, count: str, unit: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + PEOPLE + USERS.format(user="应用单位", technique=technique, name=name, count=count))
    users = {(WORK, "衡州市中心医院"), (WORK, "耒水县人民医院")}
    assert told(found, "ADOPTED_BY") == {*users, (name, "衡州市中心医院")}
    used = {(one.subject.name, one.qualifiers["value"], one.qualifiers["unit"]) for one in found if one.object.name == count}
    assert used == {("衡州市中心医院", 5217.0, unit), ("耒水县人民医院", 308.0, unit)}


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("“麓眼”移动CT获2021年国际工业博览会大奖", "“麓眼”移动CT"),
        ("颞骨超声导航系统于2020年获中国专利优秀奖", "颞骨超声导航系统"),
        ("“麓眼”一体机曾获2021年湖南省科学技术奖二等奖", "“麓眼”一体机"),
        ("本项目研制的导航系统获2021年湖南省专利奖", WORK),
        ("2021年获湖南省科学技术奖二等奖", WORK),
    ],
)
def test_a_device_that_was_honoured(said: str, who: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + PEOPLE + f"获奖情况\t{said}；谷雨生获2022年湖湘医师奖。\n")
    assert {one for one, _ in told(found, "RECEIVED")} == {who, "谷雨生"}


@pytest.mark.parametrize(
    ("cell", "title", "position"),
    [("副研究员/—", "副研究员", None), ("教授级高工/总裁", "教授级高工", "总裁"), ("主任医师/无", "主任医师", None)],
)
def test_a_cell_of_title_and_post(cell: str, title: str, position: str | None, tmp_path: Path) -> None:
    table = (
        f"主要完成人\n排名\t姓名\t职称/职务\t工作单位\n1\t谷雨生\t{cell}\t麓山第一医院\n2\t司马晴\t教授/院长\t潇湘理工大学\n"
    )
    found = next(
        one for one in read(tmp_path, HEAD + table) if one.predicate == "AFFILIATED_WITH" and one.subject.name == "谷雨生"
    )
    assert (found.qualifiers.get("title"), found.qualifiers.get("position")) == (title, position)


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("谷雨生牵头成立湖南省医学会放射学分会颞骨学组并出任组长。", "湖南省医学会放射学分会颞骨学组"),
        ("谷雨生发起成立湖湘影像学会耳部专业委员会，并担任主任委员。", "湖湘影像学会耳部专业委员会"),
        ("谷雨生牵头组建湖南省儿童影像联盟并任理事长。", "湖南省儿童影像联盟"),
    ],
)
def test_the_whole_body_that_a_person_founded(said: str, body: str, tmp_path: Path) -> None:
    assert told(read(tmp_path, HEAD + PEOPLE + f"推广应用\n{said}\n"), "MEMBER_OF") == {("谷雨生", body)}


def test_a_programme_with_its_project_in_marks(tmp_path: Path) -> None:
    said = "湖南省“科技创新行动计划”专项（22X01，经费80万元）；国家重点研发计划“颞骨成像”课题（2022YFC0000102）"
    assert (WORK, "国家重点研发计划") in told(read(tmp_path, HEAD + PEOPLE + f"任务来源\t{said}\n"), "FUNDED_BY")

"""Tables and lists of those who use a work, and brackets behind the houses of those who did it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_award_layouts import read, told
from tests.test_award_lists import HEAD, PEOPLE, WORK

UNITS = "主要完成单位：麓山第一医院\n"
USERS = {"岳阳楼医院", "常德市中心医院"}


def houses(text: str, folder: Path) -> tuple[set[str], set[str]]:
    """Who uses the work, and who completed it."""
    found = read(folder, HEAD + PEOPLE + UNITS + text)
    return {to for who, to in told(found, "ADOPTED_BY") if who == WORK}, {who for who, _ in told(found, "COMPLETED")}


@pytest.mark.parametrize(
    "text",
    [
        "主要应用单位情况\n序号\t单位名称\t起止时间\t例数\n1\t岳阳楼医院\t2019.01-至今\t320\n2\t常德市中心医院\t2020.03-至今\t81\n",
        "推广应用情况：\n2018年起推广，应用单位见下表。\n序号 应用单位名称 应用的技术 起止时间\n"
        "1 岳阳楼医院 术中导航 2019.01-至今\n2 常德市中心医院 术中导航 2020.03-至今\n",
        "应用单位一览\n序\n号\n单位名称\n应用时间\n联系人/电话\n1\n岳阳楼医院\n2019年1月起\n水某/0730-000\n2\n常德市中心医院\n2020年3月起\n文某/0736-000\n",
        "主要应用单位\n1. 岳阳楼医院（2019.01起，320例）\n2. 常德市中心医院（2020.03起，81例）\n",
        "应用情况\n应用单位：岳阳楼医院\n应用时间：2019年1月起\n应用单位：常德市中心医院\n应用时间：2020年3月起\n",
        "使用单位目录\n岳阳楼医院  2019年1月起\n常德市中心医院  2020年3月起\n",
    ],
)
def test_users_however_they_are_laid_out(text: str, tmp_path: Path) -> None:
    assert houses(text, tmp_path) == (USERS, {"麓山第一医院"})


def test_units_below_the_words_on_use_are_no_users(tmp_path: Path) -> None:
    text = "推广应用情况：\n已通过验收。\n排名\t单位名称\t对本项目的贡献\n1\t麓山第一医院\t牵头\n2\t岳阳楼医院\t随访\n"
    assert houses(text, tmp_path) == (set(), {"麓山第一医院", "岳阳楼医院"})


def test_a_list_of_what_was_done_names_no_users(tmp_path: Path) -> None:
    assert houses("主要应用单位\n1. 与岳阳楼医院签订协议\n2. 岳阳楼医院正在试用样机\n", tmp_path)[0] == set()


HOUSE = "麓山第一医院"


@pytest.mark.parametrize(
    ("house", "places"),
    [
        (f"{HOUSE}（潇湘理工大学兼职教授）", {(HOUSE, None), ("潇湘理工大学", "兼职教授")}),
        (f"{HOUSE}（兼潇湘理工大学教授）", {(HOUSE, None), ("潇湘理工大学", "教授")}),
        (f"{HOUSE}（现工作单位：潇湘理工大学）", {(HOUSE, None), ("潇湘理工大学", None)}),
        (f"{HOUSE}（已调入潇湘理工大学）", {(HOUSE, None), ("潇湘理工大学", None)}),
        (f"{HOUSE}（曾任职于潇湘理工大学）", {(HOUSE, None)}),
        (f"{HOUSE}（现已退休）", {(HOUSE, None)}),
        (f"{HOUSE}（在读博士）", {(HOUSE, None)}),
        ("衡岳影像科技（长沙）有限公司", {("衡岳影像科技（长沙）有限公司", None)}),
        ("潇湘理工大学（南岳）", {("潇湘理工大学（南岳）", None)}),
    ],
)
def test_brackets_behind_a_house(house: str, places: set[tuple[str, str | None]], tmp_path: Path) -> None:
    person = f"主要完成人情况\n姓名：谷雨生\n排名：1\n工作单位：{house}\n姓名：司马晴\n排名：2\n工作单位：岳阳楼医院\n"
    found = read(tmp_path, HEAD + UNITS + person)
    held = [one for one in found if one.predicate == "AFFILIATED_WITH" and one.subject.name == "谷雨生"]
    assert {(one.object.name, one.qualifiers.get("title")) for one in held} == places
    assert ("司马晴", "岳阳楼医院") in told(found, "AFFILIATED_WITH")

"""Forms written with a bar between label and value, names made known in short, and lists told to be in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_award_layouts import read, told
from tests.test_award_lists import HEAD, PEOPLE, UNITS, WORK, ranked

BARS = f"""一、技术发明奖（1项）
项目名称 | {WORK}
提名单位 | 湖南省医学会
候选人 | 1 谷雨生 麓山第一医院 主任医师
       | 2 司 晴 潇湘理工大学 副研究员
       | 3 Marie Dubois（法国）里昂大学 教授
候选单位 | 麓山第一医院；潇湘理工大学；衡岳影像科技有限公司
发明要点 | ① 外径0.4 mm的光纤探头；② 提出漂移校正方法。
效益 | 2021年起在岳阳楼医院应用。
"""


def test_labels_and_values_with_a_bar_between(tmp_path: Path) -> None:
    found = read(tmp_path, BARS)
    assert ranked(found, "COMPLETED") == UNITS
    assert {("谷雨生", 1), ("司晴", 2), ("Marie Dubois", 3)} == ranked(found, "PARTICIPATED_IN")
    assert {("谷雨生", "麓山第一医院"), ("司晴", "潇湘理工大学")} <= told(found, "AFFILIATED_WITH")
    assert {one.object.name for one in found if one.predicate == "HAS_INNOVATION"} == {f"{WORK}#1", f"{WORK}#2"}
    assert not [one for one in found if one.predicate == "AFFILIATED_WITH" and one.qualifiers.get("title") == "副研究员、教授"]


def test_a_bar_or_two_are_no_cells(tmp_path: Path) -> None:
    head = f"首页 | 通知公告\n{HEAD}{PEOPLE}主要完成单位：麓山第一医院\n"
    assert told(read(tmp_path, head), "COMPLETED") == {("麓山第一医院", WORK)}


@pytest.mark.parametrize("note", ["（公布名）", "(公示名称)"])
def test_a_work_that_is_made_known_by_another_name(note: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"项目名称（中文）　{WORK}\n　　　{note}　颅底导航装置\n提名单位：湖南省医学会\n{PEOPLE}")
    assert {one.object.name for one in found if one.predicate == "PARTICIPATED_IN"} == {WORK}


def test_lists_that_are_told_to_be_in_order(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        f"(一) 成果名称  {WORK}\n(二) 推荐单位  湖南省医学会\n"
        "(三) 完成单位及排序  (1)麓山第一医院 (2)潇湘理工大学 (3)衡岳影像科技有限公司\n"
        "(四) 完成人及排序（括号内为所在单位、职称）\n(1)  谷雨生  （麓山第一医院，主任医师）；"
        "(2)  司 晴  （潇湘理工大学，教授）\n"
        "(五) 成果摘要\n关键突破有二。其一，提出漂移校正；其二，建立探头工艺。\n",
    )
    assert ranked(found, "COMPLETED") == UNITS
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", 1), ("司晴", 2)}
    assert {one.object.name for one in found if one.predicate == "HAS_INNOVATION"} == {f"{WORK}#1", f"{WORK}#2"}

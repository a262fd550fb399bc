"""Forms whose people, points and units are told piecemeal: labels within lines, places behind names, two lists of people."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.former import renamed
from kg.model import Fact
from tests.test_award_layouts import read, told
from tests.test_award_lists import HEAD, PEOPLE, UNITS, WORK, ranked

PLACES = {("谷雨生", "麓山第一医院"), ("司马晴", "潇湘理工大学"), ("雷鸣川", "衡岳影像科技有限公司")}
POINTS = "（1）双源采集：提出两期扫描方案。\n（2）灌注定量：以延迟像素占比分级。\n（3）自动预警：一例只要40秒。\n"


def titles(found: list[Fact]) -> dict[str, tuple[object, object]]:
    return {
        one.subject.name: (one.qualifiers.get("title"), one.qualifiers.get("position"))
        for one in found
        if one.predicate == "AFFILIATED_WITH"
    }


def points(found: list[Fact]) -> set[tuple[str, str]]:
    return {(one.subject.name, one.object.name.rpartition("#")[2]) for one in found if one.predicate == "CONTRIBUTED_TO"}


def test_labels_within_the_line_of_a_person(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        f"{HEAD}项目简介：\n课题组分三步开展工作：\n{POINTS}主要完成人及贡献\n"
        "1.谷雨生，主任医师，教授，神经外科主任，工作单位：麓山第一医院，完成单位：麓山第一医院。总体设计者，对创新点（1）（3）均有贡献。\n"
        "2.司马晴，副教授，工作单位：潇湘理工大学，完成单位：潇湘理工大学。搭建采集平台、写出程序（创新点（2））。\n"
        "3.雷鸣川，工程师，工作单位：衡岳影像科技有限公司，完成单位：麓山第一医院。参加随访。\n",
    )
    assert told(found, "AFFILIATED_WITH") == PLACES | {("雷鸣川", "麓山第一医院")}
    assert titles(found)["谷雨生"] == ("主任医师、教授", "神经外科主任")
    assert points(found) == {("谷雨生", "1"), ("谷雨生", "3"), ("司马晴", "2")}
    assert {one.object.name for one in found if one.predicate == "HAS_INNOVATION"} == {f"{WORK}#{n}" for n in (1, 2, 3)}


def test_a_list_of_the_summary_that_nobody_refers_to_is_no_list_of_points(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}项目简介：\n课题组分三步开展工作：\n{POINTS}{PEOPLE}")
    assert not [one for one in found if one.predicate == "HAS_INNOVATION"]


def test_a_place_among_so_many_behind_each_name(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        f"{HEAD}项目简介：主要做了三件事：第一，建立两期扫描方案；第二，提出延迟像素分级；第三，开发便携终端，用于基层。\n"
        "主要完成人及创造性贡献\n谷雨生（1/3）　主任医师，麓山第一医院神经外科主任。主持全部工作，对第三项技术贡献突出。\n"
        "旺  堆（2/3）　副教授、硕士生导师，潇湘理工大学信息学院。把分级写成程序，对应第二项技术。\n"
        "雷鸣川（3/3）　高级工程师，衡岳影像科技有限公司。采集资料。\n",
    )
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", 1), ("旺堆", 2), ("雷鸣川", 3)}
    assert titles(found)["谷雨生"] == ("主任医师", "神经外科主任")
    assert points(found) == {("谷雨生", "3"), ("旺堆", "2")}


def test_ordinals_refer_to_no_points_that_the_form_numbers_otherwise(tmp_path: Path) -> None:
    lines = "主要完成人情况\n谷雨生（1/2）　主任医师，麓山第一医院。获第三项技术转让。\n司马晴（2/2）　教授，潇湘理工大学。\n"
    assert not points(read(tmp_path, f"{HEAD}创新点：\n1.提出扫描方案。\n2.建立分级。\n3.开发终端。\n{lines}"))


def test_one_list_tells_the_house_and_the_next_the_title(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        f"{HEAD}主要完成人（完成单位）：谷雨生（麓山第一医院）、司马晴（潇湘理工大学）、雷鸣川（衡岳影像科技有限公司）\n"
        "主要完成人情况：\n1．谷雨生：排名第一，特任教授，物理学院副院长。提出全部创新点的思路。\n2．司马晴：排名第二，副研究员。\n"
        "3．雷鸣川：排名第三，工程师。\n",
    )
    assert told(found, "AFFILIATED_WITH") == PLACES
    assert titles(found)["谷雨生"] == ("特任教授", "物理学院副院长")
    assert titles(found)["司马晴"] == ("副研究员", None)
    assert told(found, "COMPLETED") == {(house, WORK) for _, house in PLACES}
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", 1), ("司马晴", 2), ("雷鸣川", 3)}


def test_where_people_work_did_not_complete_what_their_list_does_not_say(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}主要完成人：谷雨生（麓山第一医院）、司马晴（潇湘理工大学）\n")
    assert not told(found, "COMPLETED")


@pytest.mark.parametrize("note", ["第{}", "第{}位", "第{}完成单位"])
def test_the_place_of_a_unit_stands_in_brackets(note: str, tmp_path: Path) -> None:
    names = ("麓山第一医院", "潇湘理工大学", "衡岳影像科技有限公司")
    listed = "、".join(f"{name}（{note.format(place)}）" for name, place in zip(names, "一二三", strict=True))
    assert ranked(read(tmp_path, f"{HEAD}{PEOPLE}主要完成单位：{listed}\n"), "COMPLETED") == UNITS


def test_who_nominates_together(tmp_path: Path) -> None:
    found = read(tmp_path, f"项目名称：{WORK}\n提名者：衡岳市人民政府、潇湘理工大学（联合提名）\n{PEOPLE}")
    assert {one.subject.name for one in found if one.predicate == "NOMINATED"} == {"衡岳市人民政府", "潇湘理工大学"}


def test_a_table_of_papers_that_calls_titles_names(tmp_path: Path) -> None:
    rows = (
        ("序号", "名称", "刊名", "年卷页码", "通讯作者（含共同）", "第一作者（含共同）", "国内作者", "他引总次数"),
        (
            "1",
            "A ring of light for deep tissue",
            "Optica",
            "2019年6卷 11-19页",
            "谷雨生",
            "司 晴",
            "司 晴、雷鸣川、谷雨生",
            "24",
        ),
        ("2", "Sound from one living cell", "Science Advances", "2021年7卷 41页", "雷鸣川", "雷鸣川", "雷鸣川、谷雨生", "3"),
    )
    table = "\n".join("\t".join(row) for row in rows)
    found = read(tmp_path, f"{HEAD}{PEOPLE}代表性论文目录\n{table}\n")
    assert told(found, "PUBLISHED_IN") == {(rows[1][1], "Optica"), (rows[2][1], "Science Advances")}
    first = {one.subject.name for one in found if one.predicate == "AUTHORED" and one.qualifiers.get("order") == 1}
    assert first == {"司晴", "雷鸣川"}


@pytest.mark.parametrize("note", ["原在山前医院", "原隶属山前卫生局", "原任职于山前医院"])
def test_where_somebody_was_is_no_former_name(note: str) -> None:
    assert renamed(f"滨海市医院（{note}）").earlier == ""

"""Who did what in a nomination, where the words stand in other places: by unit, by point, behind a table, in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_award_layouts import numbers, read, told
from tests.test_award_lists import HEAD, PEOPLE, WORK, ranked

PLACES = {("谷雨生", "麓山第一医院"), ("司马晴", "潇湘理工大学"), ("雷鸣川", "潇湘理工大学")}


@pytest.mark.parametrize(
    "people",
    [
        "麓山第一医院谷雨生、潇湘理工大学司马晴、潇湘理工大学雷鸣川",
        "谷雨生（麓山第一医院/主任医师）、司马晴（潇湘理工大学/教授）、雷鸣川（潇湘理工大学/讲师）",
        "\n谷雨生——麓山第一医院，主任医师；\n司马晴——潇湘理工大学，教授；\n雷鸣川——潇湘理工大学，讲师。",
        "\n麓山第一医院：谷雨生\n潇湘理工大学：司马晴、雷鸣川",
    ],
)
def test_people_with_their_places(people: str, tmp_path: Path) -> None:
    assert told(read(tmp_path, HEAD + f"主要完成人：{people}\n"), "AFFILIATED_WITH") == PLACES


def test_the_order_of_units_ranks_nobody(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "主要完成人：\n麓山第一医院：谷雨生\n潇湘理工大学：司马晴、雷鸣川\n")
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", None), ("司马晴", None), ("雷鸣川", None)}


@pytest.mark.parametrize("rest", ["各子课题安排表", "本表由科研处填写并负责解释", "相关说明见附页"])
def test_a_line_below_a_list_does_not_undo_it(rest: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + PEOPLE + f"{rest}\n")
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", 1), ("司马晴", 2), ("雷鸣川", 3)}


TABLE = "主要完成人\n排名\t姓名\t工作单位\n1\t谷雨生\t麓山第一医院\n2\t司马晴\t潇湘理工大学\n"
MADE = {("谷雨生", "1"), ("谷雨生", "2"), ("司马晴", "2")}


@pytest.mark.parametrize(
    "said",
    [
        TABLE + "主要贡献：\n谷雨生：主持创新点1、2。\n司马晴：参与创新点2。\n",
        PEOPLE + "完成人贡献说明\n第一完成人谷雨生负责总体设计，对创新点1、2作出贡献；第二完成人司马晴对创新点2作出贡献。\n",
        PEOPLE + "主要完成人贡献\n谷雨生主持项目，完成创新点1、2。司马晴参与创新点2。\n",
        PEOPLE + "各创新点完成人\n创新点1：谷雨生\n创新点2：谷雨生、司马晴\n",
        PEOPLE + "主要科技创新\n1. 提出配准方法（完成人：谷雨生）。\n2. 建立图谱（完成人：谷雨生、司马晴）。\n",
        PEOPLE
        + "主要科技创新\n1. 提出配准方法。完成人1对本创新点有突出贡献。\n2. 建立图谱。候选人1、2均为该创新点的完成人。\n",
        PEOPLE
        + "主要科技创新\n1. 提出配准方法，完成人1对本项创新作出贡献。\n2. 建立图谱，完成人1和完成人2对此创新点有贡献。\n",
    ],
)
def test_who_made_which_point(said: str, tmp_path: Path) -> None:
    assert numbers(read(tmp_path, HEAD + said)) == MADE


@pytest.mark.parametrize(
    "said", ["提出配准方法（完成人：外院同行）", "建立图谱（完成单位：麓山第一医院）", "提出方法。完成人1、7对本创新点有贡献"]
)
def test_points_of_others_are_nobodys(said: str, tmp_path: Path) -> None:
    assert not numbers(read(tmp_path, HEAD + PEOPLE + f"主要科技创新\n1. {said}。\n2. 推广图谱。\n"))


def test_fields_of_a_point_do_not_end_the_points(tmp_path: Path) -> None:
    points = "".join(f"创新点{n}：提出方法{n}\n所属学科：影像医学\n支撑论文：论文{n}\n方法{n}已验证。\n" for n in (1, 2, 3))
    found = read(tmp_path, HEAD + PEOPLE + f"主要科技创新\n{points}推广应用情况\n已推广。\n")
    assert len(told(found, "HAS_INNOVATION")) == 3


@pytest.mark.parametrize(
    "opinion", ["提名者及提名意见：湖南省医学会，同意提名。", "推荐单位及推荐意见\n湖南省医学会\n该成果先进，同意推荐。"]
)
def test_a_label_of_nominator_and_opinion(opinion: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"项目名称：{WORK}\n{opinion}\n" + PEOPLE)
    assert told(found, "NOMINATED") == {("湖南省医学会", WORK)}

"""Cards of people without a label of their names, rows with lines between them, boxes drawn around cells, earlier awards."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Fact
from tests.test_award_layouts import numbers, read, told
from tests.test_award_lists import HEAD, PEOPLE, WORK, ranked

UNITS = "主要完成单位：麓山第一医院、潇湘理工大学\n"
POINTS = "主要创新点：\n1.提出导航配准方法。\n2.研制术中显示系统。\n"
RANKS = {("谷雨生", 1), ("司马晴", 2)}
HOMES = {("谷雨生", "麓山第一医院"), ("司马晴", "潇湘理工大学")}
DONE = {("谷雨生", "1"), ("司马晴", "2")}


@pytest.mark.parametrize(
    "people",
    [
        "主要完成人情况\n谷雨生\t排名：1\t职称：主任医师\n工作单位：麓山第一医院\n贡献：提出方法（创新点1）。\n"
        "司马晴\t排名：2\t职称：教授\n工作单位：潇湘理工大学\n贡献：研制系统（创新点2）。\n",
        "主要完成人情况\n谷雨生\n排名：1\n职称：主任医师\n工作单位：麓山第一医院\n主要贡献：提出方法（创新点1）。\n"
        "司马晴\n排名：2\n职称：教授\n工作单位：潇湘理工大学\n主要贡献：研制系统（创新点2）。\n",
        "主要完成人情况\n排名\t姓名\t职称\t工作单位\n1\t谷雨生\t主任医师\t麓山第一医院\n对本项目的贡献：提出方法（创新点1）。\n"
        "2\t司马晴\t教授\t潇湘理工大学\n对本项目的贡献：研制系统（创新点2）。\n",
        "主要完成人情况\n┌──┬───┬────┬──────┬────────┐\n│排名│姓名│职称│工作单位│主要贡献│\n├──┼───┼────┼──────┼────────┤\n"
        "│ 1 │谷雨生│主任医师│麓山第一医院│创新点1│\n│ 2 │司马晴│教授│潇湘理工大学│创新点2│\n└──┴───┴────┴──────┴────────┘\n",
        "主要完成人情况\n+------+------+\n| 排名 | 姓名 | 职称 | 工作单位 | 主要贡献 |\n+------+------+\n"
        "| 1 | 谷雨生 | 主任医师 | 麓山第一医院 | 创新点1 |\n| 2 | 司马晴 | 教授 | 潇湘理工大学 | 创新点2 |\n+------+------+\n",
    ],
)
def test_people_however_their_cards_are_laid_out(people: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + UNITS + POINTS + people)
    assert (ranked(found, "PARTICIPATED_IN"), told(found, "AFFILIATED_WITH"), numbers(found)) == (RANKS, HOMES, DONE)


def test_a_line_of_the_page_s_owner_is_no_unit(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + UNITS + PEOPLE + "联系人：邹老师\n衡岳影像科技有限公司 版权所有 地址：长沙市\n")
    assert {who for who, _ in told(found, "COMPLETED")} == {"麓山第一医院", "潇湘理工大学"}


def test_what_units_did_is_not_the_last_person_s(tmp_path: Path) -> None:
    text = "完成人贡献：\n谷雨生：提出方法（创新点1）。\n司马晴：研制系统（创新点2）。\n五、完成单位贡献\n"
    text += "麓山第一医院：贡献于创新点1、2。\n"
    assert numbers(read(tmp_path, HEAD + UNITS + PEOPLE + POINTS + text)) == {
        *DONE,
        ("麓山第一医院", "1"),
        ("麓山第一医院", "2"),
    }


def given(text: str, folder: Path) -> set[tuple[object, ...]]:
    found = read(folder, HEAD + UNITS + PEOPLE + text)
    return {(one.subject.name, one.object.name, *map(one.qualifiers.get, ("year", "rank"))) for one in found if _received(one)}


def _received(one: Fact) -> bool:
    return one.predicate == "RECEIVED"


@pytest.mark.parametrize(
    ("text", "awards"),
    [
        (
            "曾获科技奖励：\n1.“术中显示系统研究”，2018年度湖南医学科技奖，二等奖，完成人：司马晴、谷雨生\n"
            "2.“配准方法研究”，2019年度湘潭市科技进步奖，三等奖，完成人：谷雨生\n",
            {("术中显示系统研究", "湖南医学科技奖", 2018, None), ("配准方法研究", "湘潭市科技进步奖", 2019, None)},
        ),
        (
            "曾获科技奖励：2018年湖南医学科技奖二等奖（“术中显示系统研究”）；2019年湘潭市科技进步奖三等奖（项目名称：“配准方法研究”）\n",
            {("术中显示系统研究", "湖南医学科技奖", 2018, None), ("配准方法研究", "湘潭市科技进步奖", 2019, None)},
        ),
        (
            "曾获奖励\n“术中显示系统研究”获2018年度湖南医学科技奖二等奖；\n谷雨生2020年获“湖南青年科技奖”；\n"
            "潇湘理工大学获2021年湘潭市创新引领奖。\n",
            {
                ("术中显示系统研究", "湖南医学科技奖", 2018, None),
                ("谷雨生", "湖南青年科技奖", 2020, None),
                ("潇湘理工大学", "湘潭市创新引领奖", 2021, None),
            },
        ),
        (
            "完成人曾获科技奖励\n谷雨生\t2017年湖南医学科技奖二等奖，排名1；2020年湘潭市科技进步奖三等奖，排名2\n"
            "司马晴\t2018年湖南青年科技奖，排名1\n其他人员\t无\n",
            {
                ("谷雨生", "湖南医学科技奖", 2017, 1),
                ("谷雨生", "湘潭市科技进步奖", 2020, 2),
                ("司马晴", "湖南青年科技奖", 2018, 1),
            },
        ),
        (
            "客观评价：阶段成果“术中显示系统研究”于2018年获湖南医学科技奖二等奖。\n",
            {("术中显示系统研究", "湖南医学科技奖", 2018, None)},
        ),
        ("推广应用：“双腔显影导管”获2018年湖南医学科技奖二等奖。\n", {("双腔显影导管", "湖南医学科技奖", 2018, None)}),
        ("曾获奖励：2018年湖南医学科技奖二等奖\n", {(WORK, "湖南医学科技奖", 2018, None)}),
        (
            "曾获科技奖励：司马晴，2018年度湖南医学科技奖二等奖（第三完成人）；谷雨生，无。\n",
            {("司马晴", "湖南医学科技奖", 2018, 3)},
        ),
        (
            "曾获科技奖励情况\n1.“术中显示系统研究”（司马晴第一完成人）2018年获湖南医学科技奖二等奖；\n",
            {("术中显示系统研究", "湖南医学科技奖", 2018, None), ("司马晴", "湖南医学科技奖", 2018, 1)},
        ),
        (
            "曾获奖励：“术中显示系统研究”项目（谷雨生排名第一），2018年湖南医学科技奖二等奖。\n",
            {("术中显示系统研究", "湖南医学科技奖", 2018, None), ("谷雨生", "湖南医学科技奖", 2018, 1)},
        ),
        (
            "曾获奖励：“术中显示系统研究”（谷雨生，排名第2；司马晴，排名第5）于2018年获湖南医学科技奖二等奖。\n",
            {
                ("术中显示系统研究", "湖南医学科技奖", 2018, None),
                ("谷雨生", "湖南医学科技奖", 2018, 2),
                ("司马晴", "湖南医学科技奖", 2018, 5),
            },
        ),
        (
            "曾获奖励：“术中显示系统研究”（2014—2016年）2018年获湖南医学科技奖二等奖。\n",
            {("术中显示系统研究", "湖南医学科技奖", 2018, None)},
        ),
        (
            "曾获奖励：“术中显示系统研究”（第一完成单位）2018年获湖南医学科技奖二等奖。\n",
            {("术中显示系统研究", "湖南医学科技奖", 2018, None)},
        ),
    ],
)
def test_who_received_an_earlier_award(text: str, awards: set[tuple[object, ...]], tmp_path: Path) -> None:
    assert given(text, tmp_path) == awards


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("，2018年度湖南医学科技奖，二等奖，完成人：司马晴、谷雨生", {("司马晴", 1), ("谷雨生", 2)}),
        ("（谷雨生为第一完成人、司马晴为第四完成人）2018年获湖南医学科技奖二等奖", {("谷雨生", 1), ("司马晴", 4)}),
        ("（与司马晴共同完成）2018年获湖南医学科技奖二等奖", set()),
    ],
)
def test_who_did_an_earlier_work(text: str, people: set[tuple[str, int]], tmp_path: Path) -> None:
    text = f"曾获科技奖励：\n1.“术中显示系统研究”{text}\n"
    found = [one for one in read(tmp_path, HEAD + UNITS + PEOPLE + text) if one.object.name == "术中显示系统研究"]
    assert ranked(found, "PARTICIPATED_IN") == people


@pytest.mark.parametrize(
    ("people", "ranks"),
    [
        (
            "谷雨生　司马晴　沙　默　Peter Hallam　李和",
            {("谷雨生", 1), ("司马晴", 2), ("沙默", 3), ("Peter Hallam", 4), ("李和", 5)},
        ),
        ("沙　默　司马晴　谷雨生（4/6）", {("沙默", 1), ("司马晴", 2), ("谷雨生", 4)}),
        ("谷雨生(1/9)、司马晴(3/9)", {("谷雨生", 1), ("司马晴", 3)}),
    ],
)
def test_names_with_blanks_inside_and_places_behind(people: str, ranks: set[tuple[str, int]], tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}主要完成人：{people}\n主要完成单位：麓山第一医院，潇湘理工大学（2/2）\n")
    assert ranked(found, "PARTICIPATED_IN") == ranks
    assert ranked(found, "COMPLETED") == {("麓山第一医院", 1), ("潇湘理工大学", 2)}


def test_the_grade_asked_for_stands_beside_the_award(tmp_path: Path) -> None:
    line = "三、提名奖种及等级：湖南省科学技术进步奖　拟提名等级：一等奖或二等奖\n"
    assert told(read(tmp_path, HEAD + line + UNITS + PEOPLE), "NOMINATED_FOR") == {(WORK, "湖南省科学技术进步奖")}


ROWS = {
    "谷雨生": ("麓山第一医院", "主任医师", "神经外科主任"),
    "司马晴": ("潇湘理工大学", "教授", None),
    "李和": ("衡岳影像科技有限公司", "工程师", None),
}


@pytest.mark.parametrize("number", ["{}　", "{}  ", "（{}）", "{}.", "第{}完成人："])
def test_rows_of_people_with_sentences_below_each(number: str, tmp_path: Path) -> None:
    lines = [
        f"{number.format(1)}谷雨生　主任医师　神经外科主任　麓山第一医院\n　　主持全部研究，对第1、2项成果起决定作用。"
        "2017年获湖南医学科技奖一\n　　等奖（第二完成人）。\n",
        f"{number.format(2)}司马晴　教授　潇湘理工大学\n　　第2项成果主要负责人，研制术中显示系统。\n",
        f"{number.format(3)}李　和　工程师　衡岳影像科技有限公司\n　　承担整机试制，参与第1项成果。\n",
    ]
    found = read(
        tmp_path, HEAD + UNITS + "项目简介：\n1.提出导航配准方法。\n2.研制术中显示系统。\n主要完成人：\n" + "".join(lines)
    )
    held = [one for one in found if one.predicate == "AFFILIATED_WITH"]
    assert {one.subject.name: (one.object.name, *map(one.qualifiers.get, ("title", "position"))) for one in held} == ROWS
    assert numbers(found) == {("谷雨生", "1"), ("谷雨生", "2"), ("司马晴", "2"), ("李和", "1")}
    assert ("谷雨生", "湖南医学科技奖") in told(found, "RECEIVED")


@pytest.mark.parametrize(
    ("said", "refers"),
    [
        ("对第1、2项成果起决定作用", {"1", "2"}),
        ("负责第2项工作", {"2"}),
        ("完成样机研制（成果1）", {"1"}),
        ("对成果1、2均有贡献", {"1", "2"}),
        ("授权第1、2项专利的发明人", set()),
        ("完成成果2项", set()),
        ("整理第2项附件，负责成果1.5版的发布", set()),
    ],
)
def test_points_by_their_numbers_alone(said: str, refers: set[str], tmp_path: Path) -> None:
    people = f"主要完成人：\n姓名：谷雨生\n排名：1\n对本项目的贡献：{said}。\n"
    assert numbers(read(tmp_path, HEAD + UNITS + POINTS + people)) == {("谷雨生", one) for one in refers}


@pytest.mark.parametrize(
    "people",
    [
        "第一完成人谷雨生，主任医师，麓山第一医院，提出方法（创新点1）；第二完成人司马晴，教授，潇湘理工大学，研制系统（创新点2）。",
        "第1完成人：谷雨生（麓山第一医院，主任医师，对创新点1有贡献）、第2完成人：司马晴（潇湘理工大学，教授，对创新点2有贡献）",
        "第一主要完成人谷雨生（麓山第一医院主任医师，负责创新点1）、第二主要完成人司马晴（潇湘理工大学教授，负责创新点2）",
    ],
)
def test_people_one_behind_another_in_one_paragraph(people: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + UNITS + POINTS + f"主要完成人：{people}\n")
    assert (ranked(found, "PARTICIPATED_IN"), told(found, "AFFILIATED_WITH"), numbers(found)) == (RANKS, HOMES, DONE)


SUMMARY = "项目简介：\n1.提出配准方法，误差降至0.4毫米。\n2.研制显示系统，延迟缩短至20毫秒。\n3.建立随访队列，随访率达91%。\n"


@pytest.mark.parametrize(
    ("behind", "value"),
    [
        ("以上技术已在麓山第一医院应用，完成手术 1 200余例。\n", 1200.0),
        ("五篇代表性论文被他人引用2 035次。\n", 2035.0),
        ("项目在长沙举办培训班12期，培训医师 3 050人次。\n", 3050.0),
    ],
)
def test_figures_below_the_last_point_are_the_work_s(behind: str, value: float, tmp_path: Path) -> None:
    found = [one for one in read(tmp_path, HEAD + UNITS + PEOPLE + SUMMARY + behind) if one.predicate == "HAS_METRIC"]
    assert value in {one.qualifiers["value"] for one in found if one.subject.name == WORK}
    assert {one.qualifiers["value"] for one in found if one.subject.name.endswith("#3")} == {91.0}

"""Names behind ranks, works inside a numbered list, points and awards told in short, and heads of tables on two lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.award.told import told as paper_told
from ingest.layout import View
from ingest.readers.aligned import with_tabs
from tests.test_award_layouts import read, told
from tests.test_award_lists import HEAD, ranked

EAST, WEST = "云溪医科大学附属第一医院", "云溪理工大学"
PEOPLE = f"主要完成人\n1.谷雨生（{EAST}，教授）\n2.司马晴（{WEST}，讲师）\n3.于菲（{EAST}，技师）\n"


def test_a_name_behind_its_rank_opens_a_record(tmp_path: Path) -> None:
    form = (
        f"主要完成人情况\n排名 1    谷雨生\n     职称：教授\n     工作单位：{EAST}\n"
        "     曾获奖励：2015年云溪省科技进步奖三等奖（第2）。\n"
        f"排名 2    司 马 晴\n     性别：女      职称：讲师\n     工作单位：{WEST}\n     曾获奖励：无。\n"
    )
    found = read(tmp_path, HEAD + form)
    assert ("谷雨生", 1) in ranked(found, "PARTICIPATED_IN")
    assert ("谷雨生", EAST) in told(found, "AFFILIATED_WITH")
    assert {who for who, _ in told(found, "RECEIVED")} == {"谷雨生"}


def test_a_rank_with_other_words_behind_opens_none(tmp_path: Path) -> None:
    form = f"主要完成单位情况\n排名 1    {EAST}\n     联系人：谷雨生\n"
    assert not told(read(tmp_path, HEAD + form), "PARTICIPATED_IN")


def test_a_paper_among_patents_keeps_its_number(tmp_path: Path) -> None:
    listed = (
        f"主要知识产权目录：\n1. 发明专利：一种肺结节分割方法，ZL201810334417.X，权利人：{EAST}\n"
        "2. 论文：肺结节能谱成像定量评估的多中心研究. 放射学实践, 2020, 54(11): 92-97.\n作者：谷雨生，于菲；通讯作者：于菲\n"
    )
    found = read(tmp_path, HEAD + PEOPLE + listed)
    title = "肺结节能谱成像定量评估的多中心研究"
    assert told(found, "AUTHORED") == {("谷雨生", title), ("于菲", title)}
    assert {one.qualifiers["number"] for one in found if one.predicate == "OUTPUT_OF"} == {2}


def test_names_between_commas_go_on_behind_their_label() -> None:
    text = "论文：肺结节能谱成像的定量研究. 放射学实践, 2020, 54(11): 92-97. 作者：谷雨生，于菲，司马晴；通讯作者：于菲"
    paper = paper_told(View(text, tuple(range(len(text)))), 1)
    assert paper is not None
    assert [(one.name, one.order) for one in paper.authors] == [("谷雨生", 1), ("于菲", 2), ("司马晴", 3)]


@pytest.mark.parametrize("said", ["对一、二均有贡献", "编写序列，对一有贡献，对二作出重要贡献"])
def test_points_by_their_numerals(said: str, tmp_path: Path) -> None:
    points = "主要科技创新\n一、建立肺结节分割方法。\n二、研制低剂量扫描序列。\n"
    people = f"主要完成人情况\n姓名：谷雨生\n排名：1\n工作单位：{EAST}\n对成果的贡献：{said}\n"
    found = told(read(tmp_path, HEAD + points + people), "CONTRIBUTED_TO")
    assert {point[-1] for _, point in found} == {"1", "2"}
    digits = points.replace("一、", "1、").replace("二、", "2、")
    assert not told(read(tmp_path, HEAD + digits + people), "CONTRIBUTED_TO")


def test_an_award_of_another_work_that_two_did(tmp_path: Path) -> None:
    honours = "项目曾获奖励\n谷雨生、于菲完成的“骨密度定量规范化研究”获2017年云溪医学科技奖二等奖（分别为第1、第4位）。\n"
    found = read(tmp_path, HEAD + PEOPLE + honours)
    assert {one for one in ranked(found, "PARTICIPATED_IN") if one[1] == 4} == {("于菲", 4)}
    assert {who for who, _ in told(found, "RECEIVED")} == {"谷雨生", "于菲", "骨密度定量规范化研究"}


def test_names_with_the_blank_that_spreads_two_characters(tmp_path: Path) -> None:
    table = f"序号\t项目名称\t主要完成单位\t主要完成人\n1\t肺结节能谱成像研究\t{EAST}\t谷雨生　于　菲　司马晴\n"
    found = read(tmp_path, "2020年度湖南省科学技术奖提名项目公示\n" + table)
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", 1), ("于菲", 2), ("司马晴", 3)}


def test_a_head_that_two_lines_hold() -> None:
    rows = (
        "序                                    应用起止\n"
        "号   应用单位名称      应用的技术      时间\n"
        "1    云溪市第一医院    低剂量整机      2016.05\n"
        "                                       至今\n"
        "2    云溪市儿童医院    导航系统        2018.09\n"
        "                                       至今\n"
    )
    assert with_tabs(rows).splitlines()[:2] == [
        "序号\t应用单位名称\t应用的技术\t应用起止时间",
        "1\t云溪市第一医院\t低剂量整机\t2016.05至今",
    ]


def test_a_book_among_the_papers_of_a_table(tmp_path: Path) -> None:
    table = (
        "代表性论文（专著）目录\n序号\t论文名称\t刊名\t发表时间\t第一作者\n"
        "1\t肺结节能谱成像图谱（专著）\t云溪科学技术出版社\t2021\t谷雨生（主编）\n"
    )
    found = read(tmp_path, HEAD + PEOPLE + table)
    assert ("谷雨生", "肺结节能谱成像图谱") in told(found, "AUTHORED")
    assert not told(found, "PUBLISHED_IN")


def test_the_number_of_a_page_and_the_title_below_it_are_no_part_of_a_cell(tmp_path: Path) -> None:
    notice = "2021年度湖南省科学技术奖提名项目公示"
    rows = f"排名 姓名 工作单位\n1 谷雨生 {EAST}\n\n1\n\n{notice}\n2 司马晴 {WEST}\n"
    found = read(tmp_path, f"{notice}\n{HEAD}主要完成人情况\n{rows}")
    assert told(found, "AFFILIATED_WITH") == {("谷雨生", EAST), ("司马晴", WEST)}


def test_papers_whose_cells_go_on_side_by_side(tmp_path: Path) -> None:
    table = (
        "代表性论文专著目录\n序号 论文名称 刊名 年,卷(期)及页码 全部作者 通讯作者 他引总次数\n"
        "1 能谱成像预测肺 中华放射学杂志 2018, 48(11): 谷雨生、于菲 于菲 35\n结节疗效的研究 880-886\n"
    )
    found = read(tmp_path, HEAD + PEOPLE + table)
    assert told(found, "PUBLISHED_IN") <= {("能谱成像预测肺结节疗效的研究", "中华放射学杂志")}
    assert {work for _, work in told(found, "AUTHORED")} <= {"能谱成像预测肺结节疗效的研究"}


def test_a_title_that_is_not_whole_is_none(tmp_path: Path) -> None:
    rows = "1\t能谱成像预测肺中国医学影像学杂志\t谷雨生\n2\t能谱成像定量方法研究( \t于菲\n"
    table = f"代表性论文目录\n序号\t论文名称\t全部作者\n{rows}"
    assert not told(read(tmp_path, HEAD + PEOPLE + table), "OUTPUT_OF")

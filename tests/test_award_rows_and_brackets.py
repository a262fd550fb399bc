"""Lists whose brackets tell fields, labels that ran into values, and tables whose columns only blanks part."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.award.papers import reference
from ingest.award.told import told as paper_told
from ingest.layout import View
from tests.test_award_layouts import read, told
from tests.test_award_lists import HEAD, ranked

EAST, WEST = "云溪医科大学附属第一医院", "云溪理工大学"
RANKS = {("谷雨生", 1), ("司马晴", 2), ("于菲", 3)}
PLACES = {("谷雨生", EAST), ("司马晴", WEST), ("于菲", EAST)}


@pytest.mark.parametrize(
    "people",
    [
        f"主要完成人：1.谷雨生（工作单位：{EAST}；职称：教授） 2.司马晴（工作单位：{WEST}） 3.于 菲（工作单位：{EAST}）",
        f"主要完成人：1.谷雨生（工作单位：云溪医科大学附属\n第一医院）；2.司\n马晴（工作单位：{WEST}）；3.于菲（工作单位：{EAST}）",
        f"主要完成人情况\n姓名：谷雨生排名：1工作单位：{EAST}\n姓名：司马晴排名：2工作单位：{WEST}\n姓名：于菲排名：3工作单位：{EAST}",
        f"主要完成人\n1.谷雨生，排名第一，教授，工作单位{EAST}，负责总体设计。\n2.司马晴，排名第二，讲师，工作单位：{WEST}，负责算法。\n"
        f"3.于菲，排名第三，技师，工作单位：{EAST}，负责随访。",
        f"主要完成人\n排名\n姓名\n工作单位\n1 谷雨生 {EAST}\n2 司马晴 {WEST}\n3 于菲 {EAST}",
    ],
)
def test_each_of_a_list_has_what_the_bracket_or_line_tells(people: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}{people}\n主要完成单位：{EAST}、{WEST}\n")
    assert ranked(found, "PARTICIPATED_IN") == RANKS
    assert told(found, "AFFILIATED_WITH") == PLACES


def test_a_grade_below_its_label_heads_no_group(tmp_path: Path) -> None:
    form = "提名等级\n一等奖\n项目名称\n肺结节能谱成像研究\n提名单位\n湖南省医学会\n主要完成人\n谷雨生、司马晴\n"
    assert told(read(tmp_path, form), "NOMINATED") == {("湖南省医学会", "肺结节能谱成像研究")}


def test_works_of_a_table_that_only_blanks_part(tmp_path: Path) -> None:
    table = f"序号 项目名称 主要完成人 主要完成单位\n1 肺结节能谱成像研究 谷雨生、司马晴 {EAST}\n2 骨密度定量研究 于菲 {WEST}\n"
    found = told(read(tmp_path, "2020年度湖南省科学技术奖提名项目公示\n" + table), "COMPLETED")
    assert found == {(EAST, "肺结节能谱成像研究"), (WEST, "骨密度定量研究")}


def view(text: str) -> View:
    return View(text, tuple(range(len(text))))


def test_a_patent_among_references_is_no_paper() -> None:
    assert reference(view("谷雨生, 于菲. 一种骨密度分割方法: 中国, ZL201810123456.7[P]. 2020-05-11."), 1) is None
    assert reference(view("谷雨生, 于菲. 骨密度定量分割方法的研究[J]. 放射学实践, 2020, 35(5): 11-16."), 1) is not None


def test_slashes_part_a_paper_but_not_its_title() -> None:
    paper = paper_told(view("PET/CT预测骨转移的研究/放射学实践/2020年42卷9-15页/谷雨生、于菲"), 1)
    assert paper is not None
    assert (paper.title, paper.journal, [one.name for one in paper.authors]) == (
        "PET/CT预测骨转移的研究",
        "放射学实践",
        ["谷雨生", "于菲"],
    )
    assert paper_told(view("一种PET/CT分割方法/发明专利/ZL201810123456.7/谷雨生"), 1) is None


WON = f"""{HEAD}主要完成人：谷雨生（{EAST}）、司马晴（{WEST}）
主要完成单位：{EAST}、{WEST}
{{heading}}
{{head}}
{{row}}
公示期：2024年1月1日至7日
"""


@pytest.mark.parametrize(
    ("head", "row", "rank"),
    [
        ("获奖时间\t奖项名称\t等级\t获奖人（排名）", "2019\t云溪省医学科技奖\t二等奖\t谷雨生（1）、司 晴（3）", 1),
        (
            "序号\t奖项名称\t获奖等级\t获奖年度\t授奖部门\t获奖人",
            "1\t云溪省医学科技奖\t二等\t2019年\t云溪省医学会\t谷雨生（排名第2）",
            2,
        ),
        ("奖项名称\t奖励等级\t年份\t获奖人员", "云溪省医学科技奖\t二等奖\t2019\t谷雨生 4/9", 4),
    ],
)
def test_a_row_of_awards_tells_who_won_them(head: str, row: str, rank: int, tmp_path: Path) -> None:
    found = read(tmp_path, WON.format(heading="曾获科技奖励情况", head=head, row=row))
    won = {one.subject.name: one.qualifiers for one in found if one.predicate == "RECEIVED"}
    assert won["谷雨生"] == {"year": 2019, "grade": "二等奖", "rank": rank}
    assert all(name in ("谷雨生", "司晴") for name in won)


def test_a_row_of_awards_without_names_is_of_the_work_where_its_heading_names_no_one(tmp_path: Path) -> None:
    table = {"head": "获奖时间\t奖项名称\t奖励等级\t授奖部门（单位）", "row": "2019年\t云溪省医学科技奖\t二等奖\t云溪省医学会"}
    whose = {
        one: told(read(tmp_path, WON.format(heading=one, **table)), "RECEIVED")
        for one in ("曾获奖励情况", "主要完成人曾获奖励情况")
    }
    assert {award for _, award in whose["曾获奖励情况"]} == {"云溪省医学科技奖"}
    assert whose["主要完成人曾获奖励情况"] == set()
    table["head"], table["row"] = f"{table['head']}\t获奖人", f"{table['row']}\t项目组全体成员"
    assert told(read(tmp_path, WON.format(heading="曾获奖励情况", **table)), "RECEIVED") == set()


def test_awards_in_a_table_below_a_person_are_that_persons(tmp_path: Path) -> None:
    table = "曾获奖励情况：\n获奖时间\t奖项名称\t奖励等级\n2019年\t云溪省医学科技奖\t二等奖\n"
    people = f"主要完成人情况表\n姓名：谷雨生\n排名：1\n工作单位：{EAST}\n{table}姓名：司马晴\n排名：2\n工作单位：{WEST}\n"
    assert told(read(tmp_path, HEAD + people), "RECEIVED") == {("谷雨生", "云溪省医学科技奖")}


def test_the_year_of_a_paper_stands_below_a_head_of_one_character(tmp_path: Path) -> None:
    table = "代表性论文目录\n序号\t论文名称\t刊名\t年\t第一作者\n1\t骨密度定量分割方法的研究\t放射学实践\t2020\t于菲\n"
    published = [one for one in read(tmp_path, HEAD + "主要完成人：于菲、谷雨生\n" + table) if one.predicate == "PUBLISHED_IN"]
    assert [one.qualifiers for one in published] == [{"year": 2020}]

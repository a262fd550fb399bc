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

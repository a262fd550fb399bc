"""Tables with a cell a line, who made what in words of the form's own, and fields that run into the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.award.papers import reference
from ingest.layout import View
from ingest.readers.celled import with_rows
from tests.test_award_layouts import read, told
from tests.test_award_lists import HEAD, ranked

EAST, WEST = "云溪医科大学附属第一医院", "云溪理工大学"
RANKS = {("谷雨生", 1), ("司马晴", 2), ("畅艳", 3)}
PLACES = {("谷雨生", EAST), ("司马晴", WEST), ("畅艳", EAST)}
POINTS = "主要科技创新\n1. 建立肺结节分割方法。\n2. 研制低剂量扫描序列。\n3. 构建随访队列。\n"
PEOPLE = f"主要完成人\n1.谷雨生（{EAST}，教授）\n2.司马晴（{WEST}，讲师）\n3.畅艳（{EAST}，技师）\n"


@pytest.mark.parametrize(
    "people",
    [
        f"主要完成人\n1.谷雨生（工作单位：{EAST}，职称：教授）\n2.司马晴（工作单位：{WEST}）\n3.畅艳（工作单位：{EAST}）\n",
        f"主要完成人\n1.谷雨生，排名第一，工作单位：{EAST}\n2.司马晴，排名第二，工作单位{WEST}\n3.畅艳，排名第三，工作单位{EAST}\n",
        f"主要完成人\n1. 谷雨生（教授、{EAST}）\n2. 司马晴（讲师、{WEST}）\n3. 畅　艳（技师、{EAST}；主要贡献：随访。）\n",
        f"主要完成人情况\n排名\n姓名\n工作单位\n1\n谷雨生\n{EAST}\n2\n司马晴\n{WEST}\n3\n畅 艳\n{EAST}\n",
        f"主要完成人情况\n\n排名\n\n姓名\n\n工作单位\n\n1\n\n谷雨生\n\n云溪医科大学附属\n第一医院\n\n2\n\n司马晴\n\n{WEST}\n\n"
        f"3\n\n畅 艳\n\n{EAST}\n\n",
        f"主要完成人\n排名\n姓名\n工作单位\n1 谷雨生 {EAST}\n2 司马晴 {WEST}\n3 畅 艳 {EAST}\n",
        f"【主要完成人】谷雨生（工作单位：{EAST}）、司马晴（工作单位：{WEST}）、畅艳（工作单位：{EAST}）\n",
    ],
)
def test_people_whose_cells_or_brackets_stand_otherwise(people: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}{people}主要完成单位：{EAST}、{WEST}\n特此公示。\n")
    assert ranked(found, "PARTICIPATED_IN") == RANKS
    assert told(found, "AFFILIATED_WITH") == PLACES


def test_a_row_with_a_cell_too_many_leaves_the_lines_as_they_are() -> None:
    uneven = "序号\n姓名\n单位\n1\n谷雨生\n云溪理工大学\n教授\n2\n司马晴\n云溪理工大学\n"
    assert with_rows(uneven) == uneven


HEADS = "序号\n项目名称\n奖种等级\n主要完成人\n主要完成单位\n提名单位\n"
SEVERAL_LINES = HEADS + "\n".join(
    (
        *("1", "肺结节分割与", "随访关键技术", "科技进步奖", "一等奖", "谷雨生、柏 舟、", "畅艳、司马", "晴"),
        *(EAST[:8], f"{EAST[8:]}、云溪", "理工大学", "湖南省卫生健康委员会"),
        *("2", "骨龄自动评估方法研究", "技术发明奖", "二等奖", "司马晴", "谷雨生", WEST, EAST, "湖南省教育厅", ""),
    )
)


@pytest.mark.parametrize("behind", ["\n联系人：畅艳\n", "联系人：畅艳\n电话：0731-5550\n", ""])
def test_cells_of_several_lines(behind: str) -> None:
    assert [row.split("\t") for row in with_rows(SEVERAL_LINES + behind).split("\n")[:3]] == [
        HEADS.split(),
        [
            "1",
            "肺结节分割与随访关键技术",
            "科技进步奖一等奖",
            "谷雨生、柏 舟、畅艳、司马晴",
            f"{EAST}、{WEST}",
            "湖南省卫生健康委员会",
        ],
        ["2", "骨龄自动评估方法研究", "技术发明奖二等奖", "司马晴、谷雨生", f"{WEST}、{EAST}", "湖南省教育厅"],
    ]


def test_what_was_given_and_by_whom_beside_what_is_asked_for(tmp_path: Path) -> None:
    given = (
        "授奖单位\t奖项\t等级\t项目名称\t完成人（单位）\n"
        f"溪山抗癌协会\t溪山抗癌协会科技奖\t二等奖\t肝癌栓塞导航体系\t畅艳（{EAST}）\n"
        f"云溪医学会\t科学技术奖\t一等奖\t甲状腺超声分级研究\t谷雨生（{EAST}）\n"
    )
    title = "2022年度湖南省科学技术奖拟授奖项目及本院获奖情况公示\n一、拟授奖项目\n"
    found = read(tmp_path, f"{title}{SEVERAL_LINES}\n二、社会力量奖\n{given}")
    assert told(found, "NOMINATED_FOR") == {
        ("肺结节分割与随访关键技术", "湖南省科学技术奖"),
        ("骨龄自动评估方法研究", "湖南省科学技术奖"),
    }
    assert told(found, "RECEIVED") == {
        ("肝癌栓塞导航体系", "溪山抗癌协会科技奖"),
        ("甲状腺超声分级研究", "云溪医学会科学技术奖"),
    }
    assert told(found, "RUN_BY") == {("溪山抗癌协会科技奖", "溪山抗癌协会"), ("云溪医学会科学技术奖", "云溪医学会")}
    assert "云溪医学会" not in {who for who, _ in told(found, "COMPLETED")}


def test_lines_that_fit_no_cell_leave_the_rows_as_they_are() -> None:
    table = "序号\n姓名\n单位\n1\n谷雨生\n云溪理工大学\n见附件。\n2\n司马晴\n云溪理工大学\n"
    assert with_rows(table) == table


def test_units_that_only_the_people_name(tmp_path: Path) -> None:
    form = f"姓名：谷雨生\n排名：1\n工作单位：{WEST}\n完成单位：{EAST}\n姓名：司马晴\n排名：2\n完成单位：{WEST}\n"
    found = told(read(tmp_path, f"{HEAD}主要完成人情况\n{form}"), "COMPLETED")
    assert {who for who, _ in found} == {EAST, WEST}
    alone = told(read(tmp_path, f"{HEAD}主要完成人情况\n{form}主要完成单位\n{EAST}\n"), "COMPLETED")
    assert {who for who, _ in alone} == {EAST}


@pytest.mark.parametrize("heading", ["四、谁做了什么", "（四）团队里的分工", "4.各人所为"])
def test_what_each_did_below_a_heading_of_the_forms_own(heading: str, tmp_path: Path) -> None:
    did = "谷雨生总揽全局，完成创新点1；司马晴编写序列，畅艳负责质控，两人的工作集中在创新点2。\n"
    found = told(read(tmp_path, f"{HEAD}{PEOPLE}{POINTS}{heading}\n{did}"), "CONTRIBUTED_TO")
    assert {(who, point[-1]) for who, point in found} == {("谷雨生", "1"), ("司马晴", "2"), ("畅艳", "2")}


def test_a_heading_above_other_sentences_tells_of_no_one(tmp_path: Path) -> None:
    told_of = "四、团队概况\n团队由谷雨生带领，创新点1获好评。医院给予支持，司马晴常驻基层。队列覆盖五市，创新点2落地。\n"
    assert not told(read(tmp_path, f"{HEAD}{PEOPLE}{POINTS}{told_of}"), "CONTRIBUTED_TO")


def test_makers_in_the_brackets_of_a_point(tmp_path: Path) -> None:
    points = "主要科技创新\n1. 建立肺结节分割方法（谷雨生、畅艳贡献）。\n2. 研制低剂量扫描序列（司马晴完成）。\n"
    found = told(read(tmp_path, f"{HEAD}{PEOPLE}{points}"), "CONTRIBUTED_TO")
    assert {(who, point[-1]) for who, point in found} == {("谷雨生", "1"), ("畅艳", "1"), ("司马晴", "2")}


def test_an_award_is_the_persons_of_whom_the_sentence_tells(tmp_path: Path) -> None:
    own = "谷雨生系中国云溪影像学会理事长，2017年获云溪省青年科技奖。"
    works = "司马晴设计序列，成果2018年获云溪医学科技奖二等奖。\n"
    found = told(read(tmp_path, f"{HEAD}项目简介\n{own}{works}{PEOPLE}"), "RECEIVED")
    assert ("谷雨生", "云溪省青年科技奖") in found
    assert "司马晴" not in {who for who, _ in found}


def test_those_who_received_an_award_are_told_behind_it(tmp_path: Path) -> None:
    opinion = "客观评价\n2019年获云溪省技术发明奖一等奖，获奖人：谷雨生、司马晴。\n"
    found = {who for who, award in told(read(tmp_path, f"{HEAD}{PEOPLE}{opinion}"), "RECEIVED") if "技术发明奖" in award}
    assert {"谷雨生", "司马晴"} < found


@pytest.mark.parametrize("label", ["提名奖励等级", "专业评审组", "密级等级"])
def test_a_field_of_its_own_ends_the_title_above(label: str, tmp_path: Path) -> None:
    form = f"项目名称  肺结节能谱成像研究\n{label} 二等\n提名单位  湖南省医学会\n主要完成人  谷雨生、司马晴\n"
    assert told(read(tmp_path, form), "NOMINATED") == {("湖南省医学会", "肺结节能谱成像研究")}


def test_a_number_with_a_point_in_a_title_ends_no_part_of_a_reference() -> None:
    text = "Gu YS, Sima Q. A conduction-cooled 1.5-T magnet for neonatal imaging. Magn Reson Lett. 2019;38:54-61."
    paper = reference(View(text, tuple(range(len(text)))), 1)
    assert paper is not None
    assert paper.title == "A conduction-cooled 1.5-T magnet for neonatal imaging"


def test_a_department_and_a_seat_of_their_own_fields(tmp_path: Path) -> None:
    fields = f"姓名：谷雨生\n排名：1\n工作单位：{EAST}　二级单位：超声科\n完成单位：{EAST}　所在地：广东\n"
    none = f"姓名：司马晴\n排名：2\n工作单位：{WEST}　二级单位：无\n完成单位：{WEST}　所在地：见附件\n"
    found = read(tmp_path, f"{HEAD}主要完成人情况\n{fields}{none}")
    assert (f"{EAST}超声科", EAST) in told(found, "PART_OF")
    assert told(found, "LOCATED_IN") >= {(EAST, "广东")}
    assert not {one for one in told(found, "PART_OF") | told(found, "LOCATED_IN") if one[0].startswith(WEST)}

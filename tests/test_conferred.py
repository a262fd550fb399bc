"""Decisions that give one award after another: rows of works and of people, grades alone, by whom, and notices of lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_awarded import did, stated
from tests.test_winners import of, read

A, B, C = "骨龄自动评估的多中心验证", "肝脏弹性成像质控系统", "胎儿心脏切面识别装置"


def given(text: str) -> dict[tuple[str, str], tuple[object, object]]:
    """Who or what received what, with year and grade."""
    found = stated(text, "RECEIVED")
    return {(who, award): (said.get("year"), said.get("grade")) for (who, _, award), said in found.items()}


@pytest.mark.parametrize(
    ("text", "works"),
    [
        (f"会议决定授予“{A}”等八个项目为2021年岚江医学科技奖一等奖。", {A: (2021, "一等奖")}),
        (
            f"市政府决定，授予“{A}”等2项成果2021年度岚江医学科技奖一等奖，授予“{B}”等3项成果二等奖。",
            {A: (2021, "一等奖"), B: (2021, "二等奖")},
        ),
        (
            f"现授予“{B}”“{C}”2021年度岚江医学科技奖二等奖；授予《{A}》三等奖。",
            {B: (2021, "二等奖"), C: (2021, "二等奖")},
        ),
    ],
)
def test_works_that_a_decision_honours(text: str, works: dict[str, tuple[int, str]]) -> None:
    assert given(text) == {(work, "岚江医学科技奖"): said for work, said in works.items()}


@pytest.mark.parametrize(
    ("text", "who", "award"),
    [
        ("市政府授予柏舟、翟远2名同志2021年度岚江市青年科技创新奖。", {"柏舟", "翟远"}, "岚江市青年科技创新奖"),
        ("授予岚江大学亓志刚、溪山学院巩丽娜“影像新锐奖”。", {"亓志刚", "巩丽娜"}, "影像新锐奖"),
        ("兹授予岚江大学邢大伟、翟远和池小舟三位同志“卓越导师奖”。", {"邢大伟", "翟远", "池小舟"}, "卓越导师奖"),
        (
            "3名专家荣获“溪山医学奖”，分别为岚江医院邢大伟、溪山学院翟远、岚江大学池小舟。",
            {"邢大伟", "翟远", "池小舟"},
            "溪山医学奖",
        ),
        ("邢大伟教授获溪山医学奖，其他学者为岚江医院翟远、岚江大学池小舟。", {"邢大伟"}, "溪山医学奖"),
    ],
)
def test_rows_of_people_whom_a_decision_honours(text: str, who: set[str], award: str) -> None:
    assert {person for person, name in given(text) if name == award} == who == {person for person, _ in given(text)}


def test_each_of_a_row_works_at_the_house_before_the_name() -> None:
    found = stated("授予岚江大学亓志刚、溪山学院巩丽娜“影像新锐奖”。", "AFFILIATED_WITH")
    assert {(who, house) for who, _, house in found} == {("亓志刚", "岚江大学"), ("巩丽娜", "溪山学院")}


@pytest.mark.parametrize(
    "text",
    [
        "授予《岚江影像》编辑部“优秀集体奖”。",
        f"授予“{A}”团队、“{B}”小组“先进集体奖”。",
        "授予岚江大学附属医院、某某某“优秀组织奖候选”。",
    ],
)
def test_others_than_those_quoted_are_honoured(text: str) -> None:
    assert not {who for who, _ in given(text)} & {"岚江影像", A, B}


def test_a_class_of_prizes_is_of_the_society_that_gives_it() -> None:
    found = given(f"岚江影像学会决定授予“{A}”自然科学奖一等奖，授予“{B}”技术发明奖二等奖。")
    assert {award for _, award in found} == {"岚江影像学会自然科学奖", "岚江影像学会技术发明奖"}


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("岚江医院邢大伟、翟远分获岚江省超声技能大赛一等奖、二等奖。", {"邢大伟": "一等奖", "翟远": "二等奖"}),
        ("柏舟和池小舟分别荣获岚江省读片大赛特等奖和一等奖。", {"柏舟": "特等奖", "池小舟": "一等奖"}),
        ("邢大伟、翟远、池小舟分获岚江省超声技能大赛一等奖、二等奖。", {}),
    ],
)
def test_people_each_their_own_grade(text: str, grades: dict[str, str]) -> None:
    assert {who: grade for (who, _), (_, grade) in given(text).items()} == grades


def test_a_work_that_won_is_no_grant() -> None:
    assert stated(f"柏舟主持的项目《{A}》获岚江医学科技奖一等奖，翟远主持的课题《{B}》获二等奖。", "LEADS") == {}


def test_those_counted_behind_their_names_are_no_figure() -> None:
    assert stated("岚江市人民政府授予柏舟、翟远2名同志岚江市科技创新奖。", "HAS_METRIC") == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("国务院批准，授予顾远芬院士、王大中院士国家最高科学技术奖。", {"顾远芬", "王大中"}),
        ("同意授予高智能化磁共振谱仪系统等12项成果2013年岚江市科学技术奖一等奖。", {"高智能化磁共振谱仪系统"}),
        ("现授予膀胱癌的影像早期诊断等40项成果为岚江市科学技术进步奖二等奖。", {"膀胱癌的影像早期诊断"}),
        ("现授予在膀胱癌影像诊断等方面成绩突出的个人岚江市科学技术奖。", set()),
    ],
)
def test_people_by_titles_and_works_by_their_number(text: str, found: set[str]) -> None:
    assert {who for who, _ in given(text)} == found


def test_a_round_that_a_body_announces_names_the_grades(tmp_path: Path) -> None:
    text = (
        "喜讯\n日前，岚江省卫生健康委公布2022年度岚江适宜技术推广奖评选结果，我院三个项目榜上有名：\n"
        f"1.超声科邢大伟主任医师团队完成的《{A}》荣获一等奖（主要完成人：邢大伟、池小舟）；\n"
        f"2.放射科主任古月牵头的《{B}》荣获二等奖，主要完成人为古月、翟远；\n"
    )
    found = read(text, tmp_path)
    assert of(found, "RECEIVED") == {(A, "岚江适宜技术推广奖"), (B, "岚江适宜技术推广奖")}
    assert {("邢大伟", A), ("池小舟", A), ("古月", B), ("翟远", B)} <= of(found, "PARTICIPATED_IN")


ROLL = """岚江医院2022年度医疗新技术奖评选结果
经评审并公示，评选结果如下：
特等奖（1项）
  心脏超声科  《三维斑点追踪评价右室功能》  负责人：邢大伟  参与人：柏  舟、翟远
一等奖（2项）
  放射科  《双能CT肺灌注成像在高原的应用》  负责人：才让措
"""

NOTICE = f"""<html><head><title>关于公布2022年度岚江影像学会科学技术奖的通知</title></head><body>
<h2>关于公布2022年度岚江影像学会科学技术奖的通知</h2><p>获奖名单如下：</p><ul>
<li><b>自然科学奖一等奖</b>　{A}　完成人：柏舟、翟远　完成单位：岚江大学</li>
<li><b>科技进步奖二等奖</b>　{B}　完成人：池小舟、古月　完成单位：青石县医院</li></ul></body></html>"""


def test_a_roll_of_works_by_departments(tmp_path: Path) -> None:
    found = read(ROLL, tmp_path)
    assert of(found, "PARTICIPATED_IN") == {
        ("邢大伟", "三维斑点追踪评价右室功能"),
        ("柏舟", "三维斑点追踪评价右室功能"),
        ("翟远", "三维斑点追踪评价右室功能"),
        ("才让措", "双能CT肺灌注成像在高原的应用"),
    }
    assert {subject for subject, _ in of(found, "RECEIVED")} == {"三维斑点追踪评价右室功能", "双能CT肺灌注成像在高原的应用"}
    assert of(found, "COMPLETED") == set()


def test_items_of_a_page_that_open_with_class_and_grade(tmp_path: Path) -> None:
    found = read(NOTICE, tmp_path, ".html")
    assert of(found, "COMPLETED") == {("岚江大学", A), ("青石县医院", B)}
    assert of(found, "PARTICIPATED_IN") == {("柏舟", A), ("翟远", A), ("池小舟", B), ("古月", B)}
    assert of(found, "RECEIVED") == {(A, "岚江影像学会科学技术奖"), (B, "岚江影像学会科学技术奖")}


REPORT = f"""岚江医院2023年度科研表彰名单

一、2022年度岚江省科学技术奖
  科技进步奖一等奖：“{A}”（柏舟、翟远、池小舟）
二、2023年度岚江省卫生科技成果奖
  二等奖：“{B}”（古月、封晓）
三、学会荣誉
  邢大伟主任医师——岚江超声医学工程学会“优秀青年专家”
  古月、封晓——第七届影像青年论坛优秀论文二等奖
"""


def test_sections_each_of_an_award_with_its_year(tmp_path: Path) -> None:
    found = read(REPORT, tmp_path)
    assert of(found, "RECEIVED") == {(A, "岚江省科学技术进步奖"), (B, "岚江省卫生科技成果奖")}
    assert found[A, "RECEIVED", "岚江省科学技术进步奖"]["year"] == 2022
    assert {who for who, _ in of(found, "PARTICIPATED_IN")} == {"柏舟", "翟远", "池小舟", "古月", "封晓"}


def test_rows_that_open_with_the_award(tmp_path: Path) -> None:
    text = (
        "关于颁发首届“溪山影像医学奖”的决定\n经评审，决定授予以下个人首届“溪山影像医学奖”：\n"
        "杰出成就奖  斯琴高娃  青石县医院超声医学科  主任医师\n杰出成就奖  郝  晔  岚江医学院  教授\n"
        "青年才俊奖  韩雨  岚江医院核医学科  主治医师\n岚江医学影像学会\n"
    )
    found = read(text, tmp_path)
    assert dict(of(found, "RECEIVED")) == {
        "斯琴高娃": "溪山影像医学奖杰出成就奖",
        "郝晔": "溪山影像医学奖杰出成就奖",
        "韩雨": "溪山影像医学奖青年才俊奖",
    }
    assert ("韩雨", "岚江医院") in of(found, "AFFILIATED_WITH")


def test_an_award_told_before_the_work_that_it_was_given_to_and_who_did_it() -> None:
    text = (
        f"附：2021年度岚江医学科技奖（医学科学技术奖）三等奖同时授予“{A}”，"
        "主要完成人：1.柏舟（溪山县人民医院） 2.翟远（岚江大学） 3.池小舟；主要完成单位：溪山县人民医院、岚江大学。"
    )
    assert given(text) == {(A, "岚江医学科技奖"): (2021, "三等奖")}
    people = {who: said.get("rank") for (who, _, _), said in stated(text, "PARTICIPATED_IN").items()}
    assert people == {"柏舟": 1, "翟远": 2, "池小舟": 3}
    assert {who for who, _, _ in stated(text, "COMPLETED")} == {"溪山县人民医院", "岚江大学"}
    assert given(f"建议将2021年度岚江医学科技奖授予“{A}”。") == {}


ROUND = "2021年度第六届“裘氏生命科学奖”获奖名单近日公布。"


def test_people_counted_before_an_award_and_named_behind_a_colon() -> None:
    text = ROUND + "共有3位科学家获得裘氏生命科学创新奖:岚江医院邢大伟研究员、溪山学院翟远教授、岚江大学影像系主任池小舟教授。"
    assert given(text) == {(who, "裘氏生命科学创新奖"): (2021, None) for who in ("邢大伟", "翟远", "池小舟")}


def test_a_class_that_any_award_may_have_is_of_the_round_told() -> None:
    text = ROUND + "岚江医院邢大伟院长获得临床医学奖，溪山学院翟远教授获得产业化奖，池小舟教授曾获优秀论文奖。"
    assert given(text) == {
        ("邢大伟", "裘氏生命科学奖临床医学奖"): (2021, None),
        ("翟远", "裘氏生命科学奖产业化奖"): (2021, None),
        ("池小舟", "优秀论文奖"): (None, None),
    }


@pytest.mark.parametrize("year", ["2017年度", "2017年"])
def test_the_awards_of_a_fund_whose_ceremony_is_told(year: str) -> None:
    text = (
        f"裘顾两翟基金{year}颁奖大会在溪山举行。今年的最高一级“科学与技术成就奖”授予柏舟院士和翟远院士。"
        "岚江大学池小舟获科学与技术创新奖中的“产业创新奖”。"
    )
    assert given(text) == {
        ("柏舟", "裘顾两翟基金科学与技术成就奖"): (2017, None),
        ("翟远", "裘顾两翟基金科学与技术成就奖"): (2017, None),
        ("池小舟", "裘顾两翟基金科学与技术创新奖"): (2017, None),
    }


@pytest.mark.parametrize(
    "who",
    [
        "松江工程院院士、肿瘤学专家柏舟教授,松江工程院院士、眼科学专家翟远教授，以表彰他们的成就",
        "病毒学专家、岚江大学医学院教授柏舟和松江工程院院士、溪山大学教授翟远",
    ],
)
def test_each_of_a_row_behind_what_else_he_is(who: str) -> None:
    text = f"裘氏医学基金会宣布2025年度裘氏医学奖分别授予{who}。"
    assert given(text) == {("柏舟", "裘氏医学奖"): (2025, None), ("翟远", "裘氏医学奖"): (2025, None)}


def test_a_city_left_out_before_its_prize() -> None:
    text = f"《{A}》获溪山市科技进步一等奖。柏舟等主研的《{B}》、翟远等主研的《{C}》分获市科技进步三等奖。"
    assert {award for _, award in given(text)} == {"溪山市科技进步奖"}
    assert did(text) == {("柏舟", B): None, ("翟远", C): None}


def test_the_team_that_a_sentence_is_about_did_not_do_the_work_before() -> None:
    text = f"“{A}”获溪山医学奖一等奖。由柏舟院士、翟远教授领衔的肝癌影像创新团队突破了早诊的难题。"
    assert did(text) == {}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("专访第十三届“岚江女科学家奖”获得者、溪山大学医学院教授裘明远。", {("裘明远", "岚江女科学家奖"): (None, "")}),
        ("——访2014年度“岚江青年科学奖”获得者裘明远校友", {("裘明远", "岚江青年科学奖"): (2014, "")}),
        ("“岚江科学奖”获得者共有5人，溪山大学教授裘明远表示祝贺。", {}),
        ("岚江科学奖获得者中，裘明远教授年纪最小。", {}),
    ],
)
def test_who_is_called_the_winner(text: str, facts: dict[tuple[str, str], tuple[object, object]]) -> None:
    assert {key: (year, grade or "") for key, (year, grade) in given(text).items()} == facts


def test_the_academy_of_a_fellow_did_not_do_the_work() -> None:
    text = f"由中国科学院院士、岚江大学教授柏舟领衔的“{A}”获得2021年度溪山医学奖特等奖。"
    assert {(who, work) for who, _, work in stated(text, "COMPLETED")} == {("岚江大学", A)}

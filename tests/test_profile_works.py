"""Projects, awards, completed works and books on the page of a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_profile import CARD, TITLES, of, read, said

OF_FUND = ("松江省自然科学基金面上项目", "国家重点研发计划", "松江仪器有限公司（横向）")


@pytest.mark.parametrize(
    ("head", "parts", "leaders"),
    [
        ("科研项目\n序号\t项目名称\t项目来源\t起止时间\t角色", ("主持", "参与", "项目负责人"), {0: "祝云帆", 2: "祝云帆"}),
        (
            "承担项目\n序号\t项目名称\t项目来源\t起止年月\t主持/参加",
            ("主持（结题）", "参加（项目负责人：柳青原）", "骨干"),
            {0: "祝云帆", 1: "柳青原"},
        ),
        ("在研项目\n序号\t项目名称\t项目来源\t执行期\t本人排名", ("1/8", "3/12", "第2"), {0: "祝云帆"}),
        (
            "主持的科研项目\n序号\t项目名称\t项目来源\t执行期\t编号",
            ("A2030001", "B2030001", "C2030001"),
            {0: "祝云帆", 1: "祝云帆", 2: "祝云帆"},
        ),
        ("主持和参与的科研项目\n序号\t项目名称\t项目来源\t执行期\t编号", ("A2030001", "B2030001", "C2030001"), {}),
        ("科研项目\n序号\t项目名称\t项目来源\t执行期\t本人角色", ("子课题负责人", "课题骨干", "技术负责"), {}),
    ],
)
def test_who_leads_the_projects_of_a_table(tmp_path: Path, head: str, parts: tuple[str, ...], leaders: dict[int, str]) -> None:
    rows = (f"{n}\t{TITLES[n]}\t{OF_FUND[n]}\t2030.01-2032.12\t{part}\n" for n, part in enumerate(parts))
    facts = read(tmp_path, f"{CARD}{head}\n{''.join(rows)}")
    assert said(facts, "LEADS") == {(name, "LEADS", TITLES[n]) for n, name in leaders.items()}
    assert (TITLES[2], "FUNDED_BY", "松江仪器有限公司") in said(facts, "FUNDED_BY")


def test_the_part_in_a_project_is_nobody_s_on_a_page_of_no_person(tmp_path: Path) -> None:
    text = f"松江大学科研项目一览\n项目名称\t项目来源\t经费（万元）\t角色\n{TITLES[0]}\t{OF_FUND[0]}\t20\t主持\n"
    assert not said(read(tmp_path, text), "LEADS")


@pytest.mark.parametrize(
    ("line", "ranks"),
    [
        (
            "澄江省技术发明奖一等奖，2022年，“光声成像装备研制与应用”，第一完成人（其余完成人：柳青原、Delorme M.）",
            {"柳青原": None, "Delorme M.": None},
        ),
        (
            "2022年澄江省技术发明奖二等奖，光声成像装备研制与应用，第2完成人，完成人：柳青原、祝云帆、谭子墨等",
            {"柳青原": 1, "谭子墨": 3},
        ),
        ("2022年澄江省技术发明奖二等奖，光声成像装备研制与应用，第三完成人", {}),
    ],
)
def test_who_else_completed_a_work(tmp_path: Path, line: str, ranks: dict[str, int | None]) -> None:
    facts = [one for one in read(tmp_path, f"{CARD}获奖情况\n{line}\n") if one.predicate == "PARTICIPATED_IN"]
    found = {one.subject.name: one.qualifiers.get("rank") for one in facts if one.subject.name != "祝云帆"}
    assert {one.object.name for one in facts} == {"光声成像装备研制与应用"}
    assert found == ranks


def test_what_a_student_won_is_not_the_teacher_s(tmp_path: Path) -> None:
    lines = "指导的博士生郁文澜获2021年澄江生物医学工程学会优秀博士学位论文奖\n优秀研究生指导教师奖，2021年\n"
    received = said(read(tmp_path, f"{CARD}获奖情况\n{lines}"), "RECEIVED")
    assert {award for name, _, award in received if name == "祝云帆"} == {"优秀研究生指导教师奖"}


@pytest.mark.parametrize(
    ("line", "work"),
    [
        ("2031年  松江省科技进步奖二等奖（肝脏磁共振弹性成像方法，排名2/7）", "肝脏磁共振弹性成像方法"),
        ("2031年 松江省科技进步奖二等奖（第2完成人；肝脏磁共振弹性成像方法）", "肝脏磁共振弹性成像方法"),
        ("松江省科技进步奖二等奖（“肝脏磁共振弹性成像方法”），2031年，排名第二", "肝脏磁共振弹性成像方法"),
        ("2031年  松江省科技进步奖二等奖（省部级，排名2/7）", ""),
        ("2031年  松江省科技进步奖二等奖（松江省人民政府，排名2/7）", ""),
        ("2031年  松江省科技进步奖二等奖（肝脏磁共振成像团队，排名2/7）", ""),
    ],
)
def test_the_work_in_brackets_behind_an_award(tmp_path: Path, line: str, work: str) -> None:
    facts = read(tmp_path, f"{CARD}获奖情况\n{line}\n2030年  澄江大学“最美教师”\n2029年  澄江大学教学名师\n")
    assert of(facts, "RECEIVED", "松江省科技进步奖") == {"year": 2031, "grade": "二等奖", "rank": 2}
    assert {name for _, _, name in said(facts, "PARTICIPATED_IN")} == ({work} if work else set())
    assert ("祝云帆", "RECEIVED", "澄江大学“最美教师”") in said(facts, "RECEIVED")


def test_groups_of_own_projects_tell_who_leads(tmp_path: Path) -> None:
    head = "主持项目\n序号\t项目名称\t项目来源\t起止年月\t经费（万元）\n"
    rows = (
        f"1\t{TITLES[0]}\t松江省自然科学基金杰出青年项目\t2030.01-2032.12\t50\n"
        f"2\t超声造影剂制备方法研究\t{OF_FUND[0]}\t2028.01-2029.12\t10\n参与项目\n"
        f"1\t{TITLES[1]}（负责人：柳青原）\t{OF_FUND[1]}\t2030.01-2032.12\t512（本单位86）\n"
        f"2\t{TITLES[2]}\t{OF_FUND[2]}\t2030.01-2032.12\t8\n"
    )
    facts = read(tmp_path, f"{CARD}{head}{rows}")
    assert {name for name, _, title in said(facts, "LEADS") if title in TITLES[1:]} == {"柳青原"}
    assert ("祝云帆", "LEADS", TITLES[0]) in said(facts, "LEADS")
    assert of(facts, "FUNDED_BY", OF_FUND[1]) == {"amount_wan": 512.0, "year": 2030}
    assert (TITLES[0], "FUNDED_BY", "松江省自然科学基金杰出青年项目") in said(facts, "FUNDED_BY")


def test_projects_whose_fields_wide_blanks_part(tmp_path: Path) -> None:
    text = (
        f"{CARD}在研项目：\n2031.01-2034.12  国家自然科学基金面上项目  基于光声成像的脑肿瘤研究  60万元  主持\n奖励荣誉\n无\n"
    )
    facts = read(tmp_path, text)
    assert of(facts, "FUNDED_BY", "国家自然科学基金面上项目")["amount_wan"] == 60.0
    assert ("祝云帆", "LEADS", "基于光声成像的脑肿瘤研究") in said(facts, "LEADS")


@pytest.mark.parametrize(
    ("line", "role"),
    [("《光声图谱》，副主编", "副主编"), ("主编《光声图谱》，2031", "主编"), ("《光声图谱》（参编），澄江出版社", "参编")],
)
def test_books_of_a_page(tmp_path: Path, line: str, role: str) -> None:
    facts = read(tmp_path, f"{CARD}专著：{line}\n")
    assert said(facts, "AUTHORED") == {("祝云帆", "AUTHORED", "光声图谱")}
    assert role in {one.qualifiers.get("role") for one in facts if one.predicate == "AUTHORED"}


def test_who_sits_on_a_board_wrote_no_book(tmp_path: Path) -> None:
    assert not said(read(tmp_path, f"{CARD}专著：《澄江影像杂志》编委\n"), "AUTHORED")


def test_projects_parted_by_semicolons(tmp_path: Path) -> None:
    line = "国家重点研发计划，光声成像研究，2031，20万元，主持；国家自然科学基金面上项目，脑肿瘤成像研究，2032，80万元，主持"
    facts = read(tmp_path, f"{CARD}主持的科研项目：{line}\n")
    assert of(facts, "FUNDED_BY", "国家重点研发计划")["amount_wan"] == 20.0
    assert of(facts, "FUNDED_BY", "国家自然科学基金面上项目")["amount_wan"] == 80.0


@pytest.mark.parametrize(
    "first",
    [
        "裘宁，岚江大学附属医院核医学科主任医师、教授。长期从事医学影像诊断工作。",
        "课题组负责人裘宁系岚江大学附属医院核医学科主任。",
        "裘宁教授，现任岚江大学附属医院核医学科主任。",
    ],
)
@pytest.mark.parametrize(
    "line",
    [
        "1. 松江省自然科学基金（81435844）：能谱成像的定量方法，5万元，2017-2020，主持。",
        "[1] 能谱成像的定量方法（松江省自然科学基金，81435844，2017–2020，5万元，在研，主持）",
        "松江省自然科学基金, 81435844, 能谱成像的定量方法, 2017/01-2020/12, 5万元, 主持",
    ],
)
def test_who_leads_the_projects_of_a_page_without_a_title_of_its_own(tmp_path: Path, first: str, line: str) -> None:
    second = line.replace("能谱成像的定量方法", "肝脏弹性的超声测量方法").replace("81435844", "81435845")
    facts = read(tmp_path, f"科研动态\n{first}\n\n科研课题\n{line}\n{second}\n参与国家级课题2项。\n")
    assert said(facts, "LEADS") == {("裘宁", "LEADS", "能谱成像的定量方法"), ("裘宁", "LEADS", "肝脏弹性的超声测量方法")}

"""Launches of projects, pages about people, programmes of meetings, new facilities: sentences of our own, with traps."""

from __future__ import annotations

import pytest

from ingest.grant import GrantIngester
from ingest.nlp import pipeline
from ingest.prose.houses.parents import parent
from ingest.table.programmes import programmes_of
from kg.model import Fact
from tests.test_people_in_prose import told
from tests.test_prose import document, stated

Facts = set[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("课题一“肝脏弹性成像探头研制”，负责人为岚江大学苗若兰教授；", {("苗若兰", "LEADS", "肝脏弹性成像探头研制")}),
        (
            "课题2“低场磁共振谱仪关键技术”由岚江大学承担，课题负责人柏启航研究员。",
            {
                ("柏启航", "LEADS", "低场磁共振谱仪关键技术"),
                ("低场磁共振谱仪关键技术", "HOSTED_BY", "岚江大学"),
            },
        ),
        (
            "任务三：光纤探头的工程化集成（岚江影像科技有限公司 邱若涵）；",
            {("邱若涵", "LEADS", "光纤探头的工程化集成")},
        ),
        ("课题四“多中心临床验证研究”，参与单位岚江大学，骨干柏启航教授、苗若兰教授。", set()),
        ("课题五“多中心临床验证研究”，技术负责人柏启航教授。", set()),
    ],
)
def test_parts_of_a_project(text: str, facts: Facts) -> None:
    assert told(text, "LEADS", "HOSTED_BY") == facts


def test_the_head_of_a_project_has_a_post_elsewhere() -> None:
    text = "岚江大学承担的国家重点研发计划“肝脏弹性成像研究”项目启动。项目负责人、岚江大学医学院副院长柏启航教授作了汇报。"
    assert told(text, "LEADS") == {("柏启航", "LEADS", "肝脏弹性成像研究")}
    assert told(text.replace("项目负责人、", "会上，"), "LEADS") == set()


PAGE = "柏启航，男，1970年3月出生，主任医师。\n"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "社会兼职：云岭省医学会超声分会主任委员，云岭省抗癌协会理事；",
            {("柏启航", "MEMBER_OF", "云岭省医学会超声分会"), ("柏启航", "MEMBER_OF", "云岭省抗癌协会")},
        ),
        ("获奖情况：2018年获云岭省科学技术进步奖二等奖（第一完成人）。", {("柏启航", "RECEIVED", "云岭省科学技术进步奖")}),
        (
            "1. 国家自然科学基金面上项目：甲状腺超声弹性成像研究（81970001），2020—2023，55万元，主持",
            {
                ("甲状腺超声弹性成像研究", "FUNDED_BY", "国家自然科学基金面上项目"),
                ("柏启航", "LEADS", "甲状腺超声弹性成像研究"),
            },
        ),
        (
            "云岭省自然科学基金面上项目：甲状腺超声弹性成像研究，2020—2023，参与",
            {("甲状腺超声弹性成像研究", "FUNDED_BY", "云岭省自然科学基金面上项目")},
        ),
        ("国家自然科学基金面上项目：本年度申请受理工作已经开始，请各单位组织申报。", set()),
    ],
)
def test_labelled_parts_are_of_the_person_presented(text: str, facts: Facts) -> None:
    predicates = "MEMBER_OF", "RECEIVED", "FUNDED_BY", "LEADS"
    assert told(PAGE + text, *predicates) == facts
    assert {fact for fact in told(text, *predicates) if fact[0] == "柏启航"} == set()


def test_awards_in_a_row_each_with_its_year() -> None:
    text = "柏启航教授曾获全国科学大会奖（1978年）、云岭省科学技术进步奖二等奖（1987年）以及岚江影像学会终身成就奖。"
    awards = ("全国科学大会奖", "云岭省科学技术进步奖", "岚江影像学会终身成就奖")
    assert told(text, "RECEIVED") == {("柏启航", "RECEIVED", award) for award in awards}
    one = "柏启航教授曾获全国科学大会奖，岚江影像学会为他颁奖。"
    assert told(one, "RECEIVED") == {("柏启航", "RECEIVED", "全国科学大会奖")}


HEAD = "第三届岚江国际超声论坛\n日程\n"


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("主办单位：岚江大学、云岭省医学会", {("RUN_BY", "岚江大学"), ("RUN_BY", "云岭省医学会")}),
        ("会议地点：武汉国际会展中心", {("HELD_IN", "武汉")}),
        ("大会主席：柏启航 教授（岚江大学）、苗若兰", {("CHAIRED", "柏启航"), ("CHAIRED", "苗若兰")}),
        ("联系人：柏启航 教授（岚江大学）", set()),
        ("报名单位：岚江大学", set()),
    ],
)
def test_labelled_lines_of_a_programme(line: str, facts: set[tuple[str, str]]) -> None:
    found = told(HEAD + line, "RUN_BY", "HELD_IN", "CHAIRED")
    assert {(p, s if p == "CHAIRED" else o) for s, p, o in found} == facts
    assert told("通知\n" + line, "RUN_BY", "HELD_IN", "CHAIRED") == set()


def test_facility_by_its_legal_body_and_who_pays() -> None:
    text = (
        "“岚江多模态成像装置”近日通过国家验收。该装置由岚江大学作为法人单位建设，共建单位为云岭医科大学。"
        "总投资9.5亿元，其中国家发展和改革委员会投资5.1亿元。"
    )
    device = "岚江多模态成像装置"
    assert told(text, "HOSTED_BY", "BUILT", "FUNDED_BY") == {
        (device, "HOSTED_BY", "岚江大学"),
        ("岚江大学", "BUILT", device),
        ("云岭医科大学", "BUILT", device),
        (device, "FUNDED_BY", "国家发展和改革委员会"),
    }
    assert told("该办法由岚江大学作为依托单位起草。", "HOSTED_BY", "BUILT") == set()


def test_of_two_meetings_held_as_one_the_first_is_meant_though_the_second_has_a_number() -> None:
    text = "5月6日，由岚江大学主办的云岭省医学会超声分会2021年学术年会暨第五届岚江青年论坛在武汉召开。"
    assert told(text, "RUN_BY", "HELD_IN") >= {
        ("云岭省医学会超声分会2021年学术年会", "RUN_BY", "岚江大学"),
        ("云岭省医学会超声分会2021年学术年会", "HELD_IN", "武汉"),
    }
    later = text + "会议决定2022年学术年会由云岭医科大学承办。"
    assert not any(fact[2] == "云岭医科大学" for fact in told(later, "RUN_BY"))


def test_a_branch_by_the_end_of_its_name() -> None:
    text = "云岭省医学会超声影像分会年会召开。开幕式由超声影像分会秘书长柏启航教授主持。"
    assert told(text, "MEMBER_OF") == {("柏启航", "MEMBER_OF", "云岭省医学会超声影像分会")}
    other = "云岭省医学会召开会议。开幕式由超声影像分会秘书长柏启航教授主持。"
    assert ("柏启航", "MEMBER_OF", "云岭省医学会") not in told(other, "MEMBER_OF")


def test_wishes_set_up_nothing() -> None:
    wish = "专家建议国家自然科学基金委员会设立相应的重大研究计划。"
    assert told(wish, "RUN_BY", "PART_OF") == set()
    assert told("专家建议国家自然科学基金委员会设立“放射探针基础研究”专项。", "RUN_BY") == set()
    assert told(wish.replace("专家建议", "").replace("相应的", "心脑成像"), "RUN_BY")


def test_a_province_s_fund_is_not_the_nation_s() -> None:
    text = "国家自然科学基金委员会支持成像研究。2030年，{}自然科学基金以重点项目形式支持了光声成像方向的7个项目。"
    ours = ("国家自然科学基金重点项目", "RUN_BY", "国家自然科学基金委员会")
    assert ours in told(text.format("国家"), "RUN_BY")
    assert ours not in told(text.format("云岭省"), "RUN_BY", "PART_OF")


def test_a_timetable_is_no_list_of_grants() -> None:
    rows = "时间\t题目\t报告人\t单位\t主持人\n09:00-09:40\t超声成像新进展\t柏启航\t岚江大学\t苗若兰\n"
    rows += "09:40-10:20\t肝脏弹性成像临床研究\t邱若涵\t云岭大学\t苗若兰\n"
    facts = list(GrantIngester().ingest(document(rows, kind="row"), pipeline()))
    assert not any(isinstance(one, Fact) for one in facts)


def test_a_notice_that_hands_down_projects_names_their_programme() -> None:
    found = programmes_of(["云岭省科学技术厅关于下达2021年度云岭省重点研发计划项目的通知"])
    assert found.whole is not None
    assert found.whole.name == "云岭省重点研发计划"


def test_an_institute_of_hospital_management_is_no_part_of_a_hospital() -> None:
    assert parent("云岭医院管理研究所") is None
    assert parent("云岭医院影像研究所") == "云岭医院"


def test_names_that_words_inside_them_cut() -> None:
    text = "岚江大学生命科学与技术学院柏启航教授、岚江影像集团有限公司首席执行官苗若兰致辞，中国工程院院士邱若涵担任组长。"
    people = {s: o for s, p, o in stated(text) if p == "AFFILIATED_WITH"}
    assert people["柏启航"] == "岚江大学生命科学与技术学院"
    assert people["苗若兰"] == "岚江影像集团有限公司"
    assert "邱若涵担" not in people


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "由岚江大学牵头、联合云岭物理研究所共建的“岚江强磁场成像装置”于2019年6月在合肥动工。",
            {("岚江大学", "BUILT", "岚江强磁场成像装置"), ("云岭物理研究所", "BUILT", "岚江强磁场成像装置")},
        ),
        (
            "云岭影像学会超声专业委员会自2003年起主办全国乳腺超声学术大会。",
            {("全国乳腺超声学术大会", "RUN_BY", "云岭影像学会超声专业委员会")},
        ),
        (
            "柏启航教授享受国务院政府特殊津贴，2021年入选云岭学者。",
            {("柏启航", "RECEIVED", "云岭学者"), ("柏启航", "RECEIVED", "国务院政府特殊津贴")},
        ),
        ("由岚江大学负责建设的平台汇集了“云岭影像数据库”中的资料，供学者入选课题时参考。", set()),
    ],
)
def test_builders_series_and_honours(text: str, facts: Facts) -> None:
    assert told(text, "BUILT", "RUN_BY", "RECEIVED") == facts


def test_a_group_of_projects_lists_its_own() -> None:
    text = (
        "2031年，国家自然科学基金委员会信息科学部会同医学科学部启动了“心肌弹性测量”重点项目群，首批资助两个项目："
        "王建国主持的“心肌剪切波传播的物理模型”，310万元；李晓明主持的“心肌弹性定量的临床方法”，265万元。"
    )
    group = "心肌弹性测量重点项目群"
    assert told(text, "RUN_BY", "LEADS", "FUNDED_BY") == {
        (group, "RUN_BY", "国家自然科学基金委员会信息科学部"),
        (group, "RUN_BY", "国家自然科学基金委员会医学科学部"),
        ("王建国", "LEADS", "心肌剪切波传播的物理模型"),
        ("李晓明", "LEADS", "心肌弹性定量的临床方法"),
        ("心肌剪切波传播的物理模型", "FUNDED_BY", group),
        ("心肌弹性定量的临床方法", "FUNDED_BY", group),
    }


def test_a_plan_that_supports_a_project_pays_it() -> None:
    text = "2031年，国家重点研发计划“诊疗装备与材料”重点专项立项支持“掌上超声探头研制”，中央财政980万元。"
    assert told(text, "FUNDED_BY") == {("掌上超声探头研制", "FUNDED_BY", "诊疗装备与材料重点专项")}


@pytest.mark.parametrize(
    "text",
    [
        "会上回顾了国家自然科学基金委员会与岚江大学共同提出的“心肌弹性测量”重点项目。",
        "2031年，岚江大学启动了“心肌弹性测量”项目群，会上介绍了王建国主持的“心肌剪切波传播的物理模型”，310万元。",
    ],
)
def test_a_quoted_name_is_no_programme_of_the_fund(text: str) -> None:
    assert not [
        one for one in told(text, "RUN_BY", "FUNDED_BY") if "国家自然科学基金" in one[0] + one[2] or one[1] == "FUNDED_BY"
    ]

"""News of prizes: who did a work by a list, its numbered points, teams with their members, contests by essay, students."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_awarded import did, stated
from tests.test_prose import document

WORK = "肝脏定量超声评估体系的建立与应用"
WON = f"溪山市人民医院柏舟教授主持的“{WORK}”项目荣获岚江省科技进步奖一等奖。\n"


def received(text: str) -> set[tuple[str, str, object]]:
    """Who received what, with the grade."""
    facts = (one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact))
    return {(one.subject.name, one.object.name, one.qualifiers.get("grade")) for one in facts if one.predicate == "RECEIVED"}


@pytest.mark.parametrize("link", ["包括：", "为：", "依次为", "如下：", "："])
def test_completers_in_a_sentence(link: str) -> None:
    found = did(WON + f"项目主要完成人{link}柏舟、鄢小岚、冉秋水、池云。")
    assert {who: rank for (who, work), rank in found.items() if rank and work == WORK} == {
        "柏舟": 1,
        "鄢小岚": 2,
        "冉秋水": 3,
        "池云": 4,
    }


@pytest.mark.parametrize(
    "list_",
    [
        "项目取得的主要创新成果如下：\n（一）提出肝脏脂肪定量的新参数，误差减小。\n（二）建立多参数融合的评估模型。\n",
        "该成果的科学发现包括：1、揭示肝纤维化的弹性规律。2、提出剪切波测量的校正方法。\n",
        "主要创新点\n创新点一：提出肝脏脂肪定量的新参数。\n创新点二：研制便携式弹性测量探头。\n",
    ],
)
def test_numbered_points(list_: str) -> None:
    found = stated(WON + list_, "HAS_INNOVATION")
    assert {(who, point) for who, _, point in found} == {(WORK, f"{WORK}#1"), (WORK, f"{WORK}#2")}


@pytest.mark.parametrize(
    "list_",
    [
        "医院提出三项创新举措：（一）建立多学科门诊的新流程。（二）优化检查预约系统的流程。\n",
        "团队的突破：（一）全体人员参加培训和考核工作。（二）全体人员轮转学习半年以上。\n",
        "项目的主要创新成果如下：（一）提出肝脏脂肪定量的新参数。\n",
    ],
)
def test_no_points(list_: str) -> None:
    assert not stated(WON + list_, "HAS_INNOVATION")


def test_team_with_members_below_a_heading() -> None:
    text = (
        "物理系冉秋水教授率领的“岚江大学超声物理创新团队”获2021年度岚江省科学技术进步奖\n"
        "团队介绍\n团队成员\n冉秋水 柏舟 池 云 鄢小岚。\n"
        "团队简介\n岚江大学超声物理创新团队成立于2005年，长期面向医学需求，解决声场建模与测量的问题，形成的产品出口到多个国家，"
        "为基层医院的筛查提供了可靠的工具，也为同类设备的标定提供了依据。先后获岚江省科技进步一等奖、岚江省技术发明二等奖及多项专利金奖。\n"
    )
    members = stated(text, "MEMBER_OF")
    team = "岚江大学超声物理创新团队"
    assert {(who, body) for who, _, body in members} == {(who, team) for who in ("冉秋水", "柏舟", "池云", "鄢小岚")}
    assert {who for who, _, _ in received(text)} == {team}


def test_a_line_of_names_without_a_team() -> None:
    assert not stated("团队成员\n冉秋水 柏舟 池云\n", "MEMBER_OF")
    assert not stated("岚江大学超声物理创新团队\n团队成员\n超声影像 介入治疗 物理建模\n", "MEMBER_OF")


@pytest.mark.parametrize(
    ("text", "won"),
    [
        (
            "在岚江省医学会超声分会第五届技能大赛中，超声科第一党支部冉秋水凭借《肝脏弹性测量技巧》的展示，斩获一等奖。",
            {("冉秋水", "岚江省医学会超声分会第五届技能大赛", "一等奖")},
        ),
        (
            "在岚江省影像技师操作大赛中，放射科池云以《低剂量扫描经验分享》课题获得第二名。",
            {
                ("池云", "岚江省影像技师操作大赛", "第二名"),
                ("低剂量扫描经验分享", "岚江省影像技师操作大赛", "第二名"),
            },
        ),
        (
            "在岚江省医师协会影像学术年会上，放射科柏舟的《胃肠造影新技巧》《腹部穿刺的影像引导》分别获二等奖和优秀奖。",
            {
                ("柏舟", "岚江省医师协会影像学术年会", "二等奖"),
                ("柏舟", "岚江省医师协会影像学术年会", "优秀奖"),
                ("胃肠造影新技巧", "岚江省医师协会影像学术年会", "二等奖"),
                ("腹部穿刺的影像引导", "岚江省医师协会影像学术年会", "优秀奖"),
            },
        ),
        ("全院体检人数在全市获得第二名。", set()),
    ],
)
def test_contests(text: str, won: set[tuple[str, str, object]]) -> None:
    assert received(text) == won


def test_departments_with_their_projects() -> None:
    text = (
        "6月2日，第三届岚江医学科技奖颁奖大会举行。其中超声科冉秋水团队的项目《肝脏弹性成像的临床研究》荣获岚江医学科技奖二等奖；"
        "放射科柏舟的项目《骨龄自动评估的方法研究》、神经内科鄢小岚的项目《偏头痛影像标志物的探索》荣获医学科技奖三等奖。"
    )
    assert received(text) == {
        ("肝脏弹性成像的临床研究", "岚江医学科技奖", "二等奖"),
        ("骨龄自动评估的方法研究", "岚江医学科技奖", "三等奖"),
        ("偏头痛影像标志物的探索", "岚江医学科技奖", "三等奖"),
    }
    assert set(did(text)) == {
        ("冉秋水", "肝脏弹性成像的临床研究"),
        ("柏舟", "骨龄自动评估的方法研究"),
        ("鄢小岚", "偏头痛影像标志物的探索"),
    }


def test_students_with_their_guide() -> None:
    text = (
        "岚江大学医工学院2020级影像工程1班学生冉秋水、池云、鄢小岚在柏舟老师的指导下，作品“胸部图像器官自动分割”"
        "获岚江省大学生创新大赛三等奖。"
    )
    assert {who for who, work in did(text) if work == "胸部图像器官自动分割"} == {"冉秋水", "池云", "鄢小岚"}


def test_units_whose_leader_stands_before_a_comma() -> None:
    led = "由岚江影维科技有限公司（以下简称影维）牵头，携手溪山市人民医院、岚江大学共同完成的"
    text = f"{led}“{WORK}”荣获岚江省科技进步奖一等奖。"
    assert {who for who, work in did(text) if work == WORK} == {"岚江影维科技有限公司", "溪山市人民医院", "岚江大学"}


def test_heads_whose_post_looks_like_a_surname() -> None:
    text = f"由溪山市人民医院院长柏舟教授和副院长孙小岚教授牵头完成的“{WORK}”荣获岚江省科技进步奖一等奖。"
    assert {who for who, _ in did(text)} == {"柏舟", "孙小岚", "溪山市人民医院"}
    text = "岚江物理研究所所长、项目第一完成人冉秋水参加会议。\n"
    assert ("冉秋水", WORK) in did(WON + text)


@pytest.mark.parametrize(
    ("won", "award", "grade"),
    [
        ("荣获全国卫生系统“白求恩”奖章", "全国卫生系统“白求恩”奖章", None),
        ("获2022年度岚江省卫生健康“杰出人才”奖", "岚江省卫生健康“杰出人才”奖", None),
        ("获溪山市“青年科技创新”奖一等奖", "溪山市“青年科技创新”奖", "一等奖"),
        ("荣获“精诚”护理服务奖", "精诚护理服务奖", None),
        ("获“青年论坛”一等奖", "青年论坛", "一等奖"),
        ("获“岚江医师奖”特别奖", "岚江医师奖", None),
    ],
)
def test_an_award_part_of_whose_name_stands_in_quotation_marks(won: str, award: str, grade: str | None) -> None:
    assert received(f"柏舟主任医师{won}。") == {("柏舟", award, grade)}


@pytest.mark.parametrize("said", ["获“爱岗”奖励5万元", "获得“仁心”杯摄影大赛一等奖", "获“岚江计划”奖学金"])
def test_quotation_marks_before_what_is_no_award(said: str) -> None:
    assert received(f"柏舟主任医师{said}。") == set()


@pytest.mark.parametrize(
    "work",
    [
        f"2021年度我院曾有1项成果（“{WORK}”，第一完成人：柏舟）",
        f"2021年，超声科一项研究（项目名称：《{WORK}》，完成人：柏舟、池云）",
    ],
)
def test_a_work_in_brackets_before_the_verb(work: str) -> None:
    assert received(f"{work}获岚江省科学技术进步奖三等奖。") == {(WORK, "岚江省科学技术进步奖", "三等奖")}


@pytest.mark.parametrize("of", ["名单", "获奖名单", "的项目名单"])
def test_a_list_of_winners_was_won_by_nobody(of: str) -> None:
    assert received(f"溪山市人民医院获2017年度岚江医学科技奖{of}。") == set()


def test_quotation_marks_typed_as_ascii() -> None:
    text = f'溪山市人民医院柏舟教授的"{WORK}"项目获 " 裘氏医学奖 "。'
    assert received(text) == {(WORK, "裘氏医学奖", None)}
    assert did(text) == {("柏舟", WORK): None}


AWARD = "岚江省科学技术进步奖"


@pytest.mark.parametrize(
    ("text", "won"),
    [
        (f"在2031年度{AWARD}评选中，溪山医院申报的“{WORK}”脱颖而出，获评一等奖。", {(WORK, AWARD, "一等奖")}),
        (f"{AWARD}（2031年度）公布：“{WORK}”获二等奖。", {(WORK, AWARD, "二等奖")}),
        (f"经{AWARD}评审委员会评定，“{WORK}”获二等奖。", {(WORK, AWARD, "二等奖")}),
        (f"2031年度{AWARD}共授奖32项。溪山医院的“{WORK}”名列一等奖。", {(WORK, AWARD, "一等奖")}),
        (f"2031年度“澄光”超声医学奖揭晓，柏舟教授牵头完成的“{WORK}”获银奖。", {(WORK, "“澄光”超声医学奖", "银奖")}),
        (f"获得本年度{AWARD}一等奖的是“{WORK}”。", {(WORK, AWARD, "一等奖")}),
        (f"柏舟（溪山医院）、鄢小岚（岚江大学）获2031年度{AWARD}。", {("柏舟", AWARD, ""), ("鄢小岚", AWARD, "")}),
        (f"柏舟教授为{AWARD}获得者鄢小岚颁奖。", set()),
        (f"“{WORK}”荣获{AWARD}一等奖，柏舟、鄢小岚为主要完成人。", {(WORK, AWARD, "一等奖")}),
    ],
)
def test_an_award_told_first(text: str, won: set[tuple[str, str, str]]) -> None:
    assert {(who, what, grade or "") for who, what, grade in received(text)} == won


def test_who_nominated_and_chief_completers() -> None:
    text = f"岚江省医学会提名的“{WORK}”项目荣获{AWARD}一等奖，柏舟、鄢小岚为主要完成人。"
    assert {(by, work) for by, _, work in stated(text, "NOMINATED")} == {("岚江省医学会", WORK)}
    assert {who for who, work in did(text) if work == WORK} == {"柏舟", "鄢小岚"}


@pytest.mark.parametrize(
    ("text", "nominated"),
    [
        (f"“{WORK}”曾被岚江省医学会提名{AWARD}，最终落选。", {("岚江省医学会", WORK)}),
        (WON + f"2032年，该项目被岚江省医学会提名{AWARD}，没有入选。", {("岚江省医学会", WORK)}),
        (f"“{WORK}”未被岚江省医学会提名{AWARD}。", set()),
        (f"“{WORK}”拟由岚江省医学会提名{AWARD}。", set()),
    ],
)
def test_put_forward_in_the_passive(text: str, nominated: set[tuple[str, str]]) -> None:
    assert {(by, work) for by, _, work in stated(text, "NOMINATED")} == nominated
    assert {(work, award) for work, _, award in stated(text, "NOMINATED_FOR")} == {(WORK, AWARD) for _ in nominated}


PLAIN = "心脏磁共振定量评估关键技术及临床应用"


@pytest.mark.parametrize(
    ("text", "works"),
    [
        (f"{PLAIN}摘得2031年{AWARD}一等奖，溪山医院为第一完成单位。", {PLAIN}),
        (f"溪山医院牵头完成的{PLAIN}获{AWARD}二等奖。", {PLAIN}),
        (f"2031年度{AWARD}评审结果出炉，{PLAIN}获三等奖。", {PLAIN}),
        (f"我院超声医学科新技术临床应用获{AWARD}二等奖。", set()),
        (f"从事{PLAIN}，先后获{AWARD}二等奖。", set()),
        (f"溪山医院凭借{PLAIN}获{AWARD}一等奖。", {"溪山医院"}),
        (f"项目组开展肝脏弹性成像技术的推广应用，获{AWARD}二等奖。", set()),
    ],
)
def test_a_work_in_no_quotation_marks(text: str, works: set[str]) -> None:
    assert {who for who, _, _ in received(text)} == works


def test_two_grades_of_a_ceremony() -> None:
    text = "岚江医学科技奖颁奖典礼5月12日举行，岚江大学附属医院裘宁和松江省人民医院温向晨分获一等奖和二等奖。"
    award = "岚江医学科技奖"
    assert received(text) == {("裘宁", award, "一等奖"), ("温向晨", award, "二等奖")}

"""Whole pages about a person or a department, whose parts act on each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Fact
from tests.test_profile import read, said

HEAD = "裘宁川简介\n\n裘宁川，女，1968年3月出生，主任医师，岚江大学附属第一医院放射科主任。\n\n"
WARD = "科室介绍—放射科\n\n岚江大学附属医院放射科成立于1985年，现有人员35人。\n"
WARD_NAME = "岚江大学附属医院放射科"


def of(tmp_path: Path, text: str, predicate: str) -> list[Fact]:
    return [one for one in read(tmp_path, text) if one.predicate == predicate]


@pytest.mark.parametrize(
    "head",
    [
        "裘宁川简介\n\n岚江大学附属第一医院放射科主任，教授，博士生导师裘宁川，1967年生于溪山市。\n",
        "裘宁川简介\n\n裘宁川（1958— ），松江省溪山市人，岚江大学附属第一医院放射科主任、教授。\n",
        "沉痛悼念裘宁川教授\n\n岚江大学附属第一医院放射科创始人、教授裘宁川同志因病于2020年3月逝世。\n",
    ],
)
def test_whom_a_page_presents_in_the_middle_of_a_line(tmp_path: Path, head: str) -> None:
    facts = read(tmp_path, f"{head}获奖情况\n1. 甲状腺成像新技术及应用，松江省科技进步奖二等奖，2020年，排名第2\n")
    assert ("裘宁川", "PARTICIPATED_IN", "甲状腺成像新技术及应用") in said(facts, "PARTICIPATED_IN")


def test_a_card_goes_on_in_the_next_sentence(tmp_path: Path) -> None:
    facts = read(tmp_path, "专家介绍：裘宁川\n\n裘宁川，主任医师，硕士研究生导师。岚江大学附属第一医院放射科主任。\n")
    told = {one.object.name: one.qualifiers for one in facts if one.evidence.rule == "profile.card"}
    assert told["岚江大学附属第一医院"] == {"title": "主任医师", "position": "放射科主任"}


@pytest.mark.parametrize(
    ("line", "awards"),
    [
        ("荣誉称号：最美科技工作者、松江省青年科技奖", {"最美科技工作者": None, "松江省青年科技奖": None}),
        (
            "荣誉\n2012年，她被评为“松江省五一劳动奖章”，同年获“岚江医学青年奖”。",
            {"松江省五一劳动奖章": 2012, "岚江医学青年奖": 2012},
        ),
        ("获奖情况\n1、2018年溪山市科技进步奖一等奖（第2完成人）", {"溪山市科技进步奖": 2018}),
        ("获奖情况\n1. 2018年 溪山市科技进步奖一等奖\n先后培养硕士、博士研究生二十余名。", {"溪山市科技进步奖": 2018}),
    ],
)
def test_awards_of_a_page(tmp_path: Path, line: str, awards: dict[str, int | None]) -> None:
    facts = [one for one in read(tmp_path, f"{HEAD}{line}\n") if one.predicate == "RECEIVED"]
    assert {one.object.name: one.qualifiers.get("year") for one in facts} == awards
    assert {one.subject.name for one in facts} == {"裘宁川"}


@pytest.mark.parametrize(
    ("line", "journal"),
    [
        ("1、“肝癌患者磁共振影像特征及其诊断价值”，《松江放射学杂志》2018年第3期", "松江放射学杂志"),
        ("双能量CT在乳腺癌诊断中的初步应用，松江放射学杂志，2014，第一作者", "松江放射学杂志"),
        ("Rapid imaging of brain lesions at high field: a pilot study，European Myology，2014，通讯作者", "European Myology"),
    ],
)
def test_papers_without_authors_are_the_person_s(tmp_path: Path, line: str, journal: str) -> None:
    facts = read(tmp_path, f"{HEAD}代表论文\n{line}\n")
    assert [(one.subject.name, one.predicate) for one in facts if one.predicate == "AUTHORED"] == [("裘宁川", "AUTHORED")]
    assert [one.object.name for one in facts if one.predicate == "PUBLISHED_IN"] == [journal]


def test_several_papers_of_a_sentence_have_each_its_journal(tmp_path: Path) -> None:
    text = (
        "2017年，她在《Science of Myology》上发表了题为《Rapid imaging of lung nodules at high field》的论文；"
        "2021年又在《European Myology》刊发《Quantitative imaging predicts outcome in patients》。\n"
    )
    facts = {
        (one.subject.name[:5], one.object.name, one.qualifiers.get("year")) for one in of(tmp_path, HEAD + text, "PUBLISHED_IN")
    }
    assert facts == {("Rapid", "Science of Myology", 2017), ("Quant", "European Myology", 2021)}
    assert {one.subject.name for one in of(tmp_path, HEAD + text, "AUTHORED")} == {"裘宁川"}


def test_projects_that_a_sentence_lists_behind_a_colon(tmp_path: Path) -> None:
    text = (
        "她目前负责的课题有：光声成像评估乳腺癌疗效的应用基础研究（松江省重点研发计划，20万元）；"
        "基于弹性成像的脑卒中早期诊断方法研究（国家自然科学基金面上项目，52万元）。\n"
        "2013年，她申报的“肝癌多模态影像智能分析关键技术”获国家重点研发计划立项，资助金额30万元。\n"
        "主持松江省重点研发计划“甲状腺结节智能分析研究”等项目，参与国家科技支撑计划课题“慢性病影像筛查示范研究”。\n"
    )
    facts = read(tmp_path, HEAD + text)
    assert {one.object.name[:4] for one in facts if one.predicate == "LEADS"} == {
        "光声成像",
        "基于弹性",
        "肝癌多模",
        "甲状腺结",
    }
    sums = {one.subject.name[:4]: one.qualifiers.get("amount_wan") for one in facts if one.predicate == "FUNDED_BY"}
    assert (sums["光声成像"], sums["基于弹性"], sums["肝癌多模"]) == (20, 52, 30)


def test_offices_in_rows_of_two_cells(tmp_path: Path) -> None:
    facts = of(tmp_path, f"{HEAD}学会任职\n松江省医学会放射学分会\t常务委员\n溪山市抗癌协会\t秘书长\n", "MEMBER_OF")
    assert {(one.object.name, one.qualifiers["role"]) for one in facts} == {
        ("松江省医学会放射学分会", ("常务委员",)),
        ("溪山市抗癌协会", ("秘书长",)),
    }


def test_what_lists_of_a_department_tell(tmp_path: Path) -> None:
    text = (
        f"{WARD}放射科装备精良，3.0T磁共振、256排CT、DSA一应俱全。\n目前在用的大型设备包括：①PET/CT；②超声内镜。\n"
        "特色技术：血管内超声，光声成像。\n科室荣誉\n1. 2012年松江省科技进步奖二等奖\n2. 全国青年文明号\n"
    )
    facts = [one for one in read(tmp_path, text) if WARD_NAME in (one.subject.name, one.object.name)]
    assert {one.subject.name for one in facts if one.predicate == "ADOPTED_BY"} == {
        *("3.0T磁共振", "256排CT", "DSA", "PET/CT", "超声内镜")
    }
    assert {one.object.name for one in facts if one.predicate == "WORKS_ON"} >= {"血管内超声", "光声成像"}
    assert {one.object.name for one in facts if one.predicate == "RECEIVED"} == {"松江省科技进步奖", "全国青年文明号"}


def test_the_awards_of_a_person_s_page_are_not_the_department_s(tmp_path: Path) -> None:
    text = "放射科——裘宁川\n\n裘宁川，主任医师，岚江大学附属医院放射科主任。\n荣誉\n2012年  松江省五一劳动奖章\n"
    assert {one.subject.name for one in of(tmp_path, text, "RECEIVED")} == {"裘宁川"}


def test_posts_in_brackets_behind_names(tmp_path: Path) -> None:
    text = (
        "溪山市人民医院举行座谈\n\n3月4日，溪山市人民医院与澄江市中心医院签订协议。"
        "溪山市人民医院裘宁川（医务科科长），祝云帆（科教科科长），柳青原（松江省医学会理事）等参加交流。\n"
    )
    facts = [one for one in of(tmp_path, text, "AFFILIATED_WITH") if one.evidence.rule == "noted_post"]
    assert {(one.subject.name, one.object.name, one.qualifiers["position"]) for one in facts} == {
        ("裘宁川", "溪山市人民医院", "医务科科长"),
        ("祝云帆", "溪山市人民医院", "科教科科长"),
    }


def test_staff_told_by_a_title_in_news_of_one_hospital(tmp_path: Path) -> None:
    news = (
        "溪山市人民医院成功开展首例颈动脉超声造影检查\n\n近日，溪山市人民医院介入科成功开展首例颈动脉超声造影检查。"
        "此次检查由裘宁川主任和祝云帆副主任医师共同完成。\n"
    )
    facts = of(tmp_path, news, "AFFILIATED_WITH")
    assert {one.subject.name for one in facts if one.object.name == "溪山市人民医院"} == {"裘宁川", "祝云帆"}
    guests = of(tmp_path, f"{news}活动邀请专家授课。\n", "AFFILIATED_WITH")
    assert not guests


def test_an_obituary_presents_the_one_who_died(tmp_path: Path) -> None:
    text = (
        "讣告\n\n岚江大学附属医院放射科原主任、教授裘宁川同志，因病医治无效，于2024年11月9日在溪山市逝世，享年89岁。\n"
        "获奖情况：\n1、甲状腺癌早期筛查体系的建立，松江省科技进步奖一等奖，2009年，排名第1\n"
        "先生还被授予“岚江医学贡献奖”。\n"
    )
    facts = read(tmp_path, text)
    assert ("裘宁川", "PARTICIPATED_IN", "甲状腺癌早期筛查体系的建立") in said(facts, "PARTICIPATED_IN")
    assert ("裘宁川", "RECEIVED", "岚江医学贡献奖") in said(facts, "RECEIVED")


def test_a_book_below_a_label_that_tells_the_part(tmp_path: Path) -> None:
    facts = of(tmp_path, f"{HEAD}主编著作\n《甲状腺影像图谱》\n", "AUTHORED")
    assert [(one.object.name, one.qualifiers["role"]) for one in facts] == [("甲状腺影像图谱", "主编")]


def test_awards_of_a_department_in_sentences(tmp_path: Path) -> None:
    text = (
        f"{WARD}放射科曾荣获松江省工人先锋号、松江省科技进步奖一等奖（2014年）等荣誉。\n"
        "科室骨干祝云帆2012年获溪山市科技进步奖二等奖。\n"
    )
    facts = [one for one in of(tmp_path, text, "RECEIVED") if one.subject.name == WARD_NAME]
    assert {one.object.name for one in facts} == {"松江省工人先锋号", "松江省科技进步奖"}


def test_numbered_devices_below_a_heading(tmp_path: Path) -> None:
    facts = of(tmp_path, f"{WARD}一、设备情况\n[1] 飞利浦能谱CT 1台\n[2] 超声内镜 2台\n[3] 开展造影检查\n", "ADOPTED_BY")
    assert {one.subject.name for one in facts} == {"能谱CT", "超声内镜"}


@pytest.mark.parametrize(
    "line",
    [
        "建设经费5900万元，由松江省科技厅（5600万元）和岚江大学（300万元）提供。",
        "松江省科技厅投入5600万元、岚江大学投入300万元支持平台建设。",
        "其建设得到松江省科技厅5600万元专项资金支持，岚江大学匹配300万元。",
    ],
)
def test_who_pays_for_the_facility_of_a_page(tmp_path: Path, line: str) -> None:
    text = f"松江省生物医学成像平台简介\n\n松江省生物医学成像平台依托岚江大学建设，2015年获批，位于溪山市。\n{line}\n"
    facts = of(tmp_path, text, "FUNDED_BY")
    assert {(one.object.name, one.qualifiers["amount_wan"]) for one in facts} == {
        ("松江省科技厅", 5600),
        ("岚江大学", 300),
    }


def test_users_of_a_firm_s_product(tmp_path: Path) -> None:
    text = (
        "溪山明镜医疗科技有限公司简介\n\n2008年，溪山明镜医疗科技有限公司在溪山市成立。"
        "uScan 96移动CT已在澄江市中心医院装机使用。\n"
        "松江省人民医院、岚江大学附属医院等医院先后采购了uScan 96移动CT。\nuScan 96移动CT尚未进入柳江市人民医院。\n"
    )
    users = {one.object.name for one in of(tmp_path, text, "ADOPTED_BY") if one.subject.name == "uScan 96移动CT"}
    assert users == {"澄江市中心医院", "松江省人民医院", "岚江大学附属医院"}

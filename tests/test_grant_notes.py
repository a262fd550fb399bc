"""Notes in brackets behind projects that a text quotes: who leads and hosts them."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from kg.ontology import check
from tests.table_facts import document_of

FUND = "国家自然科学基金面上项目"


def facts(text: str) -> set[tuple[str, str, str]]:
    found = [one for one in ProseIngester().ingest(document_of(text), pipeline()) if isinstance(one, Fact)]
    assert all(check(one) is None for one in found)
    stated = ("LEADS", "HOSTED_BY", "AFFILIATED_WITH")
    return {(one.subject.name, one.predicate, one.object.name) for one in found if one.predicate in stated}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"本指南得到{FUND}“肺结节的能谱CT定量方法”（82100001，承担单位湖南省人民医院，负责人王建国）资助。",
            {
                ("王建国", "LEADS", "肺结节的能谱CT定量方法"),
                ("肺结节的能谱CT定量方法", "HOSTED_BY", "湖南省人民医院"),
                ("王建国", "AFFILIATED_WITH", "湖南省人民医院"),
            },
        ),
        (
            "研究获湖南省重点研发计划“超声造影评价肝纤维化的研究”项目（编号2022SK2001，项目负责人：李晓明，经费55万元）支持。",
            {("李晓明", "LEADS", "超声造影评价肝纤维化的研究")},
        ),
        (
            f"该工作受{FUND}“心肌应变的磁共振分析”课题（依托单位：中南大学，参与单位：南华大学）资助。",
            {("心肌应变的磁共振分析", "HOSTED_BY", "中南大学")},
        ),
        (
            "上年度已立项的“甲状腺结节弹性成像方法”（负责人：王建国，承担单位：湖南省人民医院，60万元）不得重复申报。",
            {
                ("王建国", "LEADS", "甲状腺结节弹性成像方法"),
                ("甲状腺结节弹性成像方法", "HOSTED_BY", "湖南省人民医院"),
                ("王建国", "AFFILIATED_WITH", "湖南省人民医院"),
            },
        ),
        ("他编写的“甲状腺结节弹性成像方法”（负责人：王建国，供稿单位：湖南省人民医院）已出版。", set()),
        (f"本书“肺结节的影像诊断与处理”（负责人王建国）由{FUND}资助出版。", set()),
        (f"该工作受{FUND}“心肌应变的磁共振分析”（协作单位负责人王建国，参与单位南华大学）资助。", set()),
    ],
)
def test_notes(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert facts(text) == expected


GUIDE = """湖南省科学技术厅关于发布省重点研发计划“超声与核素”专项项目申报指南的通知

　　为提升基层诊断能力，湖南省科技厅会同湖南省卫生健康委组织实施重点研发计划“超声与核素”专项（以下简称“核素专项”）。

　　方向1.便携式超声筛查技术
　　研究内容：研究便携式超声图像分型算法。
　　考核指标：准确率不低于92%。
　　支持强度：拟支持4项，每项不超过100万元。

　　申报要求
　　2031年度核素专项已立项的“甲状腺结节弹性成像方法”（负责人：王建国，承担单位：湖南省人民医院，60万元）和“心肌显像定量技术”（负责人：李晓明，承担单位：中南大学，75万元）不得重复申报。
"""


def stated(text: str, predicate: str) -> set[tuple[str, str, object, object]]:
    found = [one for one in ProseIngester().ingest(document_of(text), pipeline()) if isinstance(one, Fact)]
    told = [one for one in found if one.predicate == predicate]
    return {(one.subject.name, one.object.name, one.qualifiers.get("year"), one.qualifiers.get("amount_wan")) for one in told}


def test_projects_of_an_earlier_round_in_a_guide_are_of_its_programme() -> None:
    assert stated(GUIDE, "FUNDED_BY") == {
        ("甲状腺结节弹性成像方法", "超声与核素专项", 2031, 60.0),
        ("心肌显像定量技术", "超声与核素专项", 2031, 75.0),
    }
    assert stated(GUIDE.replace("2031年度核素专项已立项", "其他计划已立项"), "FUNDED_BY") == set()


def test_the_plan_may_stand_before_its_part_behind_those_who_run_it() -> None:
    assert {one[:2] for one in stated(GUIDE, "RUN_BY")} == {
        ("超声与核素专项", "湖南省科技厅"),
        ("超声与核素专项", "湖南省卫生健康委"),
    }


def test_the_house_right_behind_a_leader_and_the_sum_of_the_project_in_the_same_brackets() -> None:
    text = GUIDE.replace("王建国，承担单位：湖南省人民医院，60万元", "王建国，湖南省人民医院，资助60万元")
    assert ("心肌显像定量技术", "中南大学", None, None) in stated(text, "HOSTED_BY")
    assert ("甲状腺结节弹性成像方法", "湖南省人民医院", None, None) in stated(text, "HOSTED_BY")
    assert ("甲状腺结节弹性成像方法", "超声与核素专项", 2031, 60.0) in stated(text, "FUNDED_BY")
    assert stated(text, "HAS_METRIC") == {("便携式超声筛查技术", "拟支持项目数", None, None), *stated(GUIDE, "HAS_METRIC")}


def test_of_two_houses_behind_a_leader_none_is_the_hosts() -> None:
    text = GUIDE.replace("承担单位：湖南省人民医院，60万元", "湖南省人民医院，中南大学，60万元")
    assert not [one for one in stated(text, "HOSTED_BY") if one[0] == "甲状腺结节弹性成像方法"]

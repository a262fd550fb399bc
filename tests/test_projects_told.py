"""Quoted projects: whose they are in clauses behind the title, sums of later sentences, and what is only applied for."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions
from kg.model import Fact
from tests.table_facts import document_of

TITLE = "光声成像早期诊断乳腺癌的研究与应用"
PLAN = "国家重点研发计划"


def facts(text: str) -> list[Fact]:
    kept, _, _ = read_assertions(document_of(text), pipeline())
    return [one for one in kept if isinstance(one, Fact)]


def told(text: str) -> set[tuple[str, str]]:
    found = facts(text)
    hosts = {("HOSTED_BY", one.object.name) for one in found if one.predicate == "HOSTED_BY" and one.subject.name == TITLE}
    return hosts | {("LEADS", one.subject.name) for one in found if one.predicate == "LEADS" and one.object.name == TITLE}


def paid(text: str) -> set[tuple[str, object]]:
    found = [one for one in facts(text) if one.predicate == "FUNDED_BY" and one.subject.name == TITLE]
    return {(one.object.name, one.qualifiers.get("amount_wan")) for one in found}


@pytest.mark.parametrize(
    ("text", "house", "leader"),
    [
        (f"溪山大学获批{PLAN}“{TITLE}”项目。", "溪山大学", ""),
        (f"溪山大学联合岚江医院等5家单位，获批{PLAN}项目“{TITLE}”。", "溪山大学", ""),
        (f"溪山大学承担了{PLAN}“{TITLE}”项目。", "溪山大学", ""),
        (f"由裘宁领衔的“{TITLE}”项目日前启动，溪山大学为牵头单位，获松江省科技重大专项资助800万元。", "溪山大学", "裘宁"),
        (f"科技部批准溪山大学牵头实施{PLAN}“{TITLE}”项目，裘宁为项目负责人。", "溪山大学", "裘宁"),
        (f"项目“{TITLE}”由溪山大学牵头，联合岚江大学等8家单位共同承担。", "溪山大学", ""),
        (f"由廖启明教授主持、溪山大学承担的{PLAN}项目“{TITLE}”近日通过中期检查。", "溪山大学", "廖启明"),
        (f"在国家自然科学基金重大研究计划的支持下，廖启明教授团队承担了“{TITLE}”项目。", "", "廖启明"),
        (f"廖启明（溪山大学）获国家自然科学基金面上项目资助，项目名称为“{TITLE}”。", "", "廖启明"),
        (f"2030年，裘宁作为课题负责人承担{PLAN}课题“{TITLE}”。", "", "裘宁"),
        (f"本研究得到国家自然科学基金重点项目“{TITLE}”（裘宁主持）资助。", "", "裘宁"),
        (f"课题：{TITLE}（裘宁牵头）", "", "裘宁"),
        (f"课题：{TITLE}（溪山大学承担）", "溪山大学", ""),
        (f"溪山大学“{TITLE}”课题通过松江省科技厅验收，课题负责人裘宁作汇报。", "", "裘宁"),
        (f"松江省科技厅对溪山大学承担的省重点研发计划项目“{TITLE}”进行验收。", "溪山大学", ""),
    ],
)
def test_whose_it_is(text: str, house: str, leader: str) -> None:
    expected = {("HOSTED_BY", house)} if house else set()
    assert told(text) == expected | ({("LEADS", leader)} if leader else set())


@pytest.mark.parametrize(
    "text",
    [
        f"“{TITLE}”项目启动会由裘宁主持，松江省科技厅代表出席。",
        f"项目管理办公室设在溪山大学，“{TITLE}”项目年度会议由裘宁主持，专项经费1200万元已到位。",
        f"专家组建议“{TITLE}”项目由溪山大学牵头。",
        f"“{TITLE}”项目拟由溪山大学牵头，裘宁拟任项目负责人。",
        f"溪山大学作为参与单位，参加了“{TITLE}”项目。",
        f"溪山大学参与承担了{PLAN}“{TITLE}”项目。",
        f"裘宁教授正在申报国家自然科学基金面上项目“{TITLE}”。",
        f"“{TITLE}”（裘宁参与）获得好评。",
    ],
)
def test_who_only_takes_part_or_presides(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "payer", "amount"),
    [
        (f"溪山大学牵头的{PLAN}项目“{TITLE}”启动。项目负责人为裘宁教授，中央财政经费1500万元。", PLAN, 1500.0),
        (
            f"溪山大学牵头的{PLAN}项目“{TITLE}”启动。项目执行期三年，总预算2800万元，其中国家拨款1200万元，单位自筹1600万元。",
            PLAN,
            1200.0,
        ),
        (
            f"“{TITLE}”项目由溪山大学承担，总经费3200万元，其中中央财政经费1800万元，自筹1400万元，由{PLAN}支持。",
            PLAN,
            1800.0,
        ),
        (
            f"2031年度松江省自然科学基金立项名单公布，溪山大学裘宁申报的“{TITLE}”获得立项，资助经费50万元。",
            "松江省自然科学基金",
            50.0,
        ),
        (f"溪山大学裘宁牵头的“{TITLE}”项目获科技部{PLAN}立项，专项经费1986万元。", PLAN, 1986.0),
        (f"2031年，裘宁获批松江省杰出青年基金，项目题目为“{TITLE}”，资助强度100万元。", "松江省杰出青年基金", 100.0),
    ],
)
def test_what_it_is_given(text: str, payer: str, amount: float) -> None:
    assert (payer, amount) in paid(text)
    assert not [one for one in facts(text) if one.predicate == "HAS_METRIC" and one.subject.name in (payer, "溪山大学")]


def test_what_is_applied_for_is_not_paid_yet() -> None:
    assert paid(f"裘宁教授正在申报国家自然科学基金面上项目“{TITLE}”。") == set()
    page = (
        "裘宁，女，1980年生，岚江大学附属医院放射科副主任医师。\n主持项目：\n"
        "1. 国家自然科学基金面上项目，胰腺癌影像组学的研究，55万元，2029-2032，主持\n"
        f"2. 松江省自然科学基金，{TITLE}，10万元，申报中，主持"
    )
    assert not told(page)
    assert not paid(page)
    assert ("裘宁", "LEADS", "胰腺癌影像组学的研究") in {
        (one.subject.name, one.predicate, one.object.name) for one in facts(page)
    }


def test_a_sentence_is_no_row_and_a_project_no_award() -> None:
    text = f"经评审，裘宁主持申报的《{TITLE}》成功立项，列为松江省科技计划重点项目，资助金额100万元。"
    assert told(text) == {("LEADS", "裘宁")}
    assert paid(text) == {("松江省科技计划", 100.0)}
    assert not [one for one in facts(f"溪山大学获批{PLAN}“{TITLE}”项目。") if one.predicate == "RECEIVED"]


def test_what_a_headline_calls_a_project_for_short_is_no_project() -> None:
    whole = "碲锌镉光子计数CT核心部件研制与临床验证"
    head = f"我校牵头{PLAN}“光子计数CT”项目启动"
    text = f"{head}\n\n3月21日，溪山大学牵头的{PLAN}项目“{whole}”项目启动会举行。"
    assert {one.subject.name for one in facts(text) if one.predicate == "FUNDED_BY"} == {whole}

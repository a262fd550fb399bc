"""Guides of programmes: what they are of, their topics and directions, and what is no direction."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from ingest.prose.outlined import guide_of
from kg.model import Document, Fact
from kg.ontology import check
from tests.table_facts import document_of


def guide(title: str, text: str) -> Document:
    return replace(document_of(f"{title}\n{text}"), title=title)


def facts(document: Document) -> set[tuple[str, str, str]]:
    found = [one for one in ProseIngester().ingest(document, pipeline()) if isinstance(one, Fact)]
    assert all(check(one) is None for one in found)
    return {(one.subject.name, one.predicate, one.object.name) for one in found}


CITY = (
    "澜沧市科学技术局\n“影像装备攻关”重大专项由市科技局牵头，会同市财政局、市卫生健康委组织实施，市财政三年安排资金不超过9000万元。\n"
    "一、支持方向\n任务1：核心器件（拟支持3项，单项资助不超过300万元）\n方向1.1 大功率CT高压发生器\n"
    "研究内容：研制高压发生器，面向肺癌筛查。\n方向1.2 医用直线加速器多叶光栅\n"
    "任务2：智能软件\n方向2.1 冠心病CT血管成像自动后处理系统\n单个项目资助金额最高200万元。\n"
    "二、申报要求\n1. 项目负责人须具有高级职称，从事乳腺癌影像研究；\n联系人：王明\n"
)


@pytest.fixture(scope="module")
def city() -> set[tuple[str, str, str]]:
    return facts(guide("关于组织申报2025年度市科技计划“影像装备攻关”重大专项项目的通知", CITY))


def test_a_citys_programme_is_run_by_its_offices_and_is_part_of_its_plan(city: set[tuple[str, str, str]]) -> None:
    programme = "影像装备攻关重大专项"
    offices = {"澜沧市科学技术局", "澜沧市财政局", "澜沧市卫生健康委员会"}
    assert {fact[2] for fact in city if fact[:2] == (programme, "RUN_BY")} == offices
    assert (programme, "PART_OF", "澜沧市科技计划") in city
    assert not [fact for fact in city if fact[2] == "国家重点研发计划"]


def test_topics_are_parts_and_directions_say_what_they_make(city: set[tuple[str, str, str]]) -> None:
    assert {
        ("核心器件", "PART_OF", "影像装备攻关重大专项"),
        ("智能软件", "PART_OF", "影像装备攻关重大专项"),
        ("核心器件", "CONCERNS", "大功率CT高压发生器"),
        ("核心器件", "TARGETS", "肺癌"),
        ("智能软件", "TARGETS", "冠心病"),
        ("影像装备攻关重大专项", "CONCERNS", "CTA"),
        ("智能软件", "HAS_METRIC", "每项资助金额"),
        ("影像装备攻关重大专项", "HAS_METRIC", "市财政三年安排资金"),
    } <= city


def test_what_applicants_must_be_is_no_direction(city: set[tuple[str, str, str]]) -> None:
    assert not [fact for fact in city if fact[2] == "乳腺癌"]


@pytest.mark.parametrize(
    ("title", "programme", "plan"),
    [
        ("中原省科学技术厅关于发布省重点研发计划“精准诊疗”重大专项申报指南的通知", "精准诊疗重大专项", "中原省重点研发计划"),
        ("国家重点研发计划“数字诊疗”重点专项2024年度项目申报指南", "数字诊疗重点专项", "国家重点研发计划"),
        ("北屏医科大学附属医院2024年度临床研究专项申报指南", "北屏医科大学附属医院临床研究专项", ""),
        ("东川省自然科学基金2024年度项目指南", "东川省自然科学基金", ""),
        ("“脑图谱绘制”重大研究计划2023年度项目指南", "脑图谱绘制", ""),
    ],
)
def test_the_programme_that_a_guide_is_of(title: str, programme: str, plan: str) -> None:
    found = guide_of(guide(title, "中原省科学技术厅\n研究内容：略\n" if "中原" in title else "研究内容：略\n"))
    assert found is not None
    assert (found.programme, found.plan) == (programme, plan)


@pytest.mark.parametrize(
    "title", ["关于做好2024年度项目申报工作的通知", "磁共振检查技术操作指南", "“精准诊疗”重大专项立项清单", "研究内容与方法"]
)
def test_what_is_no_guide_of_a_programme(title: str) -> None:
    assert guide_of(guide(title, "研究内容应有新意。\n1. 材料要求\n1.1 申报书一式三份\n")) is None


def test_sums_of_a_direction_are_not_the_programmes() -> None:
    text = "1.1 超导磁体研制\n研究内容：研制超导磁体。\n拟支持项目数：1项。国拨经费不超过2000万元。\n"
    found = facts(guide("“影像装备”重点专项2023年度项目申报指南", text))
    assert not [fact for fact in found if fact[1] == "HAS_METRIC"]

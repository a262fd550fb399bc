"""Lists of grants whose columns and headings tell types, funds of a society's own, and platforms beside projects."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import read_document
from kg.model import Fact
from tests.table_facts import assertions, document_of

NEWS = (
    "8月，国家自然科学基金委员会公布了评审结果。\n2031年H27部分获批项目\n"
    "序号\t{head}\t项目名称\t负责人\t依托单位\t直接费用（万元）\n"
)
SORTED = (
    "1\t面上项目\t肝脏弹性的超声测量方法\t成若水\t松江大学\t49\n2\t青年科学基金项目\t能谱成像的定量方法\t裘宁\t溪山大学\t30\n"
)


def edges(text: str, predicate: str) -> list[Fact]:
    return [one for one in assertions(document_of(text)) if isinstance(one, Fact) and one.predicate == predicate]


@pytest.mark.parametrize("head", ["类型", "类别", "项目类型", "种类"])
def test_types_of_the_one_fund_that_the_words_above_tell(head: str) -> None:
    paid = edges(NEWS.format(head=head) + SORTED, "FUNDED_BY")
    assert {(one.object.name, one.qualifiers["year"], one.qualifiers["amount_wan"]) for one in paid} == {
        ("国家自然科学基金面上项目", 2031, 49.0),
        ("国家自然科学基金青年科学基金项目", 2031, 30.0),
    }


def test_types_are_nobodys_where_two_funds_are_told() -> None:
    assert not edges("松江省自然科学基金也已公布。\n" + NEWS.format(head="类型") + SORTED, "FUNDED_BY")


OWN_FUND = (
    "关于公布2031年度“启航”青年影像科研基金资助课题的通知\n2031年度“启航”青年影像科研基金资助课题一览表\n"
    "类别\t编号\t课题名称\t负责人/职称\t所在单位\t资助金额（元）\n"
    "重点课题\tQH-1\t肝脏弹性的超声测量方法\t成  青 技师\t松江大学\t60,000\n"
    "自筹课题\tQH-2\t能谱成像的定量方法\t裘宁 住院医师\t溪山大学\t—\n"
)


def test_a_fund_by_its_name_in_quotation_marks_pays_no_project_of_a_class_that_pays_for_itself() -> None:
    assert [(one.subject.name, one.object.name, one.qualifiers["amount_wan"]) for one in edges(OWN_FUND, "FUNDED_BY")] == [
        ("肝脏弹性的超声测量方法", "“启航”青年影像科研基金", 6.0)
    ]
    assert {(one.subject.name, one.qualifiers.get("title")) for one in edges(OWN_FUND, "AFFILIATED_WITH")} == {
        ("成青", "技师"),
        ("裘宁", "住院医师"),
    }


PLATFORMS = (
    "溪山市科学技术局关于下达2031年度溪山市科技计划项目及资金的通知\n"
    "序号\t立项编号\t项目（平台）名称\t承担单位\t负责人\t资助总额（万元）\n"
    "一、医疗卫生联合基金（1项）\n1\tXS311\t肝脏弹性的超声测量方法\t溪山市中心血站\t成若水\t30\n"
    "二、创新平台建设专项（1项）\n2\tXS312\t区域影像云诊断平台\t溪山市中心医院\t裘宁\t200\n"
)


def test_platforms_beside_projects_and_parts_of_the_plan_that_the_title_tells() -> None:
    assert {(one.subject.label, one.subject.name, one.object.name) for one in edges(PLATFORMS, "FUNDED_BY")} == {
        ("Grant", "肝脏弹性的超声测量方法", "医疗卫生联合基金"),
        ("Facility", "区域影像云诊断平台", "创新平台建设专项"),
    }
    assert [one.subject.name for one in edges(PLATFORMS, "LEADS")] == ["成若水"]
    assert {(one.subject.name, one.object.name) for one in edges(PLATFORMS, "PART_OF")} == {
        ("医疗卫生联合基金", "溪山市科技计划"),
        ("创新平台建设专项", "溪山市科技计划"),
    }
    assert "溪山市中心血站" in {one.object.name for one in edges(PLATFORMS, "HOSTED_BY")}


def test_a_list_of_projects_alone_has_no_platforms() -> None:
    plain = PLATFORMS.replace("项目（平台）名称", "项目名称")
    assert [one.subject.name for one in edges(plain, "LEADS")] == ["成若水", "裘宁"]


@pytest.mark.parametrize(
    "head",
    [
        "2031年度溪山省妇幼保健院获松江市科技计划资助项目清单",
        "喜报：溪山省妇幼保健院2031年度松江市科技计划立项名单出炉",
        "溪山省妇幼保健院2031年度获批松江市科技计划项目一览",
    ],
)
def test_a_head_tells_whose_the_projects_are_and_who_pays(head: str) -> None:
    text = f"{head}\n\n序号\t项目名称\t负责人\t科室\t资助经费（万元）\n1\t肝脏弹性的超声测量方法\t成若水\t超声科\t49\n"
    (paid,) = edges(text, "FUNDED_BY")
    assert paid.object.name == "松江市科技计划"
    assert {one.object.name for one in edges(text, "HOSTED_BY")} == {"溪山省妇幼保健院"}


OWN = (
    "{head}\n\n排序：1\n申请人：裘宁\n项目名称：肝脏弹性的超声测量方法\n资助类别：面上项目\n资助金额：49万元\n\n"
    "排序：2\n申请人：成若水\n项目名称：能谱成像的定量方法\n资助类别：青年科学基金项目\n资助金额：30万元\n"
)


@pytest.mark.parametrize(
    "head",
    [
        "关于公布岚江大学附属医院2031年度国家自然科学基金立项结果的通知",
        "祝贺岚江大学附属医院2031年度国家自然科学基金喜获丰收（附名单）",
        "岚江大学附属医院2031年国自然中标名单",
    ],
)
def test_the_house_and_the_fund_that_the_title_of_a_list_tells(tmp_path: Path, head: str) -> None:
    page = tmp_path / "list.txt"
    page.write_text(OWN.format(head=head), encoding="utf-8")
    found = [one for one in assertions(read_document(page)) if isinstance(one, Fact)]
    assert {one.object.name for one in found if one.predicate == "HOSTED_BY"} == {"岚江大学附属医院"}
    assert {(one.object.name, one.qualifiers["year"]) for one in found if one.predicate == "FUNDED_BY"} == {
        ("国家自然科学基金面上项目", 2031),
        ("国家自然科学基金青年科学基金项目", 2031),
    }


def test_the_firm_beside_a_project_pays_for_it_where_firms_order_what_is_listed() -> None:
    rows = "序号\t项目名称\t负责人\t合作企业\t经费（万元）\n1\t能谱成像的定量方法\t裘宁\t溪山影像科技有限公司\t35.6\n"
    paid = edges("岚江大学附属医院2031年度横向科研项目一览表\n" + rows, "FUNDED_BY")
    assert [(one.object.name, one.qualifiers["amount_wan"]) for one in paid] == [("溪山影像科技有限公司", 35.6)]
    others = edges("2031年度溪山市科技计划立项项目表\n" + rows, "FUNDED_BY")
    assert {one.object.name for one in others} == {"溪山市科技计划"}


CARD = (
    ("项目名称", "能谱成像的定量方法"),
    ("项目来源", "松江省重点研发计划"),
    ("主持人", "裘宁"),
    ("承担单位", "岚江大学附属医院"),
    ("资助金额", "97万"),
    ("立项年度", "2031"),
)


@pytest.mark.parametrize("between", ["\t", "    ", "\u3000\u3000", "：", " : "])
def test_a_project_as_labels_beside_what_they_tell(between: str) -> None:
    text = "项目基本信息\n\n" + "\n".join(label + between + told for label, told in CARD) + "\n\n研究内容简介\n建立新方法。\n"
    assert [(one.subject.name, one.object.name) for one in edges(text, "LEADS")] == [("裘宁", "能谱成像的定量方法")]
    assert [one.object.name for one in edges(text, "HOSTED_BY")] == ["岚江大学附属医院"]
    assert [(one.object.name, one.qualifiers["amount_wan"]) for one in edges(text, "FUNDED_BY")] == [
        ("松江省重点研发计划", 97.0)
    ]


def test_the_sum_below_a_list_set_with_blanks_is_no_part_of_the_last_row(tmp_path: Path) -> None:
    page = tmp_path / "list.txt"
    page.write_text(
        "2031年度松江省科技创新计划立项项目清单\n\n"
        "批准号      研究项目                  负责人   承担单位         资助金额（万元）\n"
        "2031C0358   肝脏弹性的超声测量方法    裘宁     岚江大学         80\n"
        "2031C0365   能谱成像的定量方法        成若水   溪山大学         10\n"
        "合计                                                            90\n",
        encoding="utf-8",
    )
    found = [one for one in assertions(read_document(page)) if isinstance(one, Fact) and one.predicate == "FUNDED_BY"]
    assert [(one.object.name, one.qualifiers["amount_wan"]) for one in found] == [
        ("松江省科技创新计划", 80.0),
        ("松江省科技创新计划", 10.0),
    ]


def test_what_a_notice_says_before_its_programme_is_no_part_of_that() -> None:
    rows = "序号\t项目名称\t负责人\t承担单位\n1\t能谱成像的定量方法\t裘宁\t溪山大学\n"
    paid = edges("现将松江省科技创新计划拟支持项目公示如下：\n" + rows, "FUNDED_BY")
    assert {one.object.name for one in paid} == {"松江省科技创新计划"}

"""Programmes that a sentence sorts or counts, and those of an institution's own level."""

from __future__ import annotations

import pytest

from tests.test_projects import facts

PARTS = frozenset({"PART_OF", "RUN_BY"})


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        (
            "2015年起，省科技厅支持国家科技支撑计划配套工作，分为重点项目和一般项目两类。",
            "国家科技支撑计划（重点项目）",
            "国家科技支撑计划",
        ),
        (
            "国家自然科学基金支持影像研究，包括自由申请（300万元以下）和部门推荐（300万元以上）两大类型。",
            "国家自然科学基金（部门推荐类）",
            "国家自然科学基金",
        ),
        (
            "国家重点研发计划在“十四五”期间部署智慧影像装备、核医学药物创制2个重点专项。",
            "核医学药物创制重点专项",
            "国家重点研发计划",
        ),
        (
            "国家重点基础研究发展计划重点部署脑影像研究、心血管影像研究和肿瘤影像研究三个重大科学研究计划。",
            "肿瘤影像研究重大科学研究计划",
            "国家重点基础研究发展计划",
        ),
    ],
)
def test_a_part_of_a_programme(text: str, part: str, whole: str) -> None:
    assert (part, "PART_OF", whole) in facts(text, predicates=PARTS)


@pytest.mark.parametrize(
    ("text", "programme", "body"),
    [
        (
            "中国医学科学院近三年支持影像方向的院级医工交叉创新项目共20项。",
            "中国医学科学院院级医工交叉创新项目",
            "中国医学科学院",
        ),
        ("岚江大学设立校级影像仪器开发专项，每年资助十人。", "岚江大学校级影像仪器开发专项", "岚江大学"),
    ],
)
def test_a_programme_of_an_institutions_own_level(text: str, programme: str, body: str) -> None:
    assert (programme, "RUN_BY", body) in facts(text, predicates=PARTS)


@pytest.mark.parametrize(
    "text",
    [
        "国家自然科学基金支持成像技术研究，分为有创成像和无创成像两大类。",
        "国家重点研发计划启动实施多个重点专项，支持六个研究方向。",
        "国家自然科学基金与国家重点研发计划共同部署脑影像、心影像2个重点专项。",
        "她先后主持院级课题三项，支持学生完成论文。",
    ],
)
def test_what_is_no_part(text: str) -> None:
    assert {
        fact for fact in facts(text, predicates=PARTS) if "专项" in fact[0] or "类" in fact[0] or "院级" in fact[0]
    } == set()


def test_a_type_of_the_funds_projects_is_run_by_it_where_that_is_told() -> None:
    """A name alone, or the title of a regulation, says nothing of who runs what it names."""
    run = ("国家自然科学基金重大项目", "RUN_BY", "国家自然科学基金委员会")
    assert run in facts("国家自然科学基金资助影像研究。科学基金自2003年起设立重大项目，支持影像研究。", predicates=PARTS)
    assert run not in facts("他获国家自然科学基金重大项目资助，研究脑影像。", predicates=PARTS)
    assert run not in facts("请按《国家自然科学基金重大项目管理办法》执行。", predicates=PARTS)


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("松江省影像联合基金隶属于松江省自然科学基金，面向分子影像布局研究。", "松江省影像联合基金", "松江省自然科学基金"),
        ("松江省影像联合基金是松江省自然科学基金下设的专项。", "松江省影像联合基金", "松江省自然科学基金"),
        ("作为松江省自然科学基金的组成部分，松江省影像联合基金于2029年启动。", "松江省影像联合基金", "松江省自然科学基金"),
        ("松江省自然科学基金设有松江省影像联合基金，每年投入3000万元。", "松江省影像联合基金", "松江省自然科学基金"),
    ],
)
def test_told_to_be_part_of_another_by_plain_names(text: str, part: str, whole: str) -> None:
    assert (part, "PART_OF", whole) in facts(text, predicates=PARTS)


@pytest.mark.parametrize(
    "text",
    [
        "作为松江省科技创新的重要组成部分，影像产业发展迅速。",
        "国家重点研发计划下的项目由溪山大学承担。",
        "松江省影像联合基金是溪山大学获得的首个联合基金。",
    ],
)
def test_no_part_of_a_programme(text: str) -> None:
    assert not {one for one in facts(text, predicates=PARTS) if one[1] == "PART_OF" and "影像" in one[0]}

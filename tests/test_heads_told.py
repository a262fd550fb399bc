"""Posts told away from their house: at an institute just founded, at a firm by its brand, in rows; with traps."""

from __future__ import annotations

import dataclasses

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document

Said = tuple[str, str, str]


def told(text: str, title: str = "", predicate: str = "AFFILIATED_WITH") -> set[Said]:
    """Who is where, or who runs what, with the position or role."""
    page = dataclasses.replace(document(text), title=title)
    found = set[Said]()
    for one in ProseIngester().ingest(page, pipeline()):
        if isinstance(one, Fact) and one.predicate == predicate:
            role = one.qualifiers.get("role") or one.qualifiers.get("position", "")
            said = "、".join(str(part) for part in role) if isinstance(role, tuple) else str(role)
            found.add((one.subject.name, one.object.name, said))
    return found


FOUNDED = "5月6日，滨江影像转化研究院正式揭牌成立。滨江影像转化研究院由两位院士领衔，"


@pytest.mark.parametrize(
    ("words", "heads"),
    [
        ("韩国栋院士担任名誉院长，滨江医科大学副校长罗文静担任院长。", {("韩国栋", "名誉院长"), ("罗文静", "院长")}),
        ("滨江省人民医院放射科主任丁一鸣教授和周海燕研究员任副院长。", {("丁一鸣", "副院长"), ("周海燕", "副院长")}),
        ("韩国栋院士，以及滨江大学罗文静教授担任执行院长。", {("韩国栋", "执行院长"), ("罗文静", "执行院长")}),
        ("罗文静担任所长，许志强教授担任主持。", set()),
    ],
)
def test_heads_of_an_institute_just_founded(words: str, heads: set[tuple[str, str]]) -> None:
    there = {(who, post) for who, body, post in told(FOUNDED + words) if body == "滨江影像转化研究院"}
    assert there == heads


def test_an_institute_that_nobody_founded_gets_no_head() -> None:
    text = "代表团走访了滨江影像转化研究院。韩国栋院士介绍情况，罗文静担任院长。"
    assert told(text) == set()


def test_heads_of_a_firm_by_its_brand() -> None:
    text = (
        "睿图医科发布新品。睿图医科创始人兼CEO许志强、副总裁丁海燕、影像事业部算法总监周文静出席。睿图医科将投入两亿元。"
        "公司总经理张国强表示感谢。知名企业家董事长李志明到会。华康科创董事长吴立群发言。"
    )
    assert told(text) == {
        ("许志强", "睿图医科", "创始人兼CEO"),
        ("丁海燕", "睿图医科", "副总裁"),
        ("周文静", "睿图医科", "影像事业部算法总监"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("滨江省医学会（简称“省医学会”）会长韩国栋致辞。", {("韩国栋", "滨江省医学会", "会长")}),
        (
            "滨江省抗癌协会、滨江省医师协会会长罗文静教授出席。",
            {("罗文静", "滨江省抗癌协会", "会长"), ("罗文静", "滨江省医师协会", "会长")},
        ),
        ("到会的有滨江省抗癌协会、滨江省医师协会会长罗文静教授。", {("罗文静", "滨江省医师协会", "会长")}),
        (
            "滨江市医学会放射学分会、滨江市医学会放射治疗学分会昨日换届。罗文静主任当选为上述两个分会的主任委员。",
            {("罗文静", "滨江市医学会放射学分会", "主任委员"), ("罗文静", "滨江市医学会放射治疗学分会", "主任委员")},
        ),
        ("滨江市医学会放射学分会换届。罗文静主任当选为三个分会的主任委员。", set()),
    ],
)
def test_offices_in_societies(text: str, expected: set[Said]) -> None:
    assert told(text, predicate="MEMBER_OF") == expected


def test_the_person_of_the_title_by_the_surname() -> None:
    text = (
        "韩国栋校友1990年毕业于滨江大学，长期从事超声研究。\n"
        "韩教授现任中华医学会超声医学分会副主任委员、国家卫生健康委能力建设专家委员会委员、亚洲超声学会（AFSUMB）理事。"
        "张教授现任中国医师协会副会长。"
    )
    assert told(text, "韩国栋 - 校友风采 - 滨江大学校友网", "MEMBER_OF") == {
        ("韩国栋", "中华医学会超声医学分会", "副主任委员"),
        ("韩国栋", "国家卫生健康委能力建设专家委员会", "委员"),
        ("韩国栋", "亚洲超声学会", "理事"),
    }


def test_organisers_in_rows() -> None:
    text = (
        "9月3日，2024滨江超声影像高峰论坛在滨江召开。本次论坛在滨江省卫生健康委员会的支持下，由滨江医科大学附属医院主办，"
        "滨江省医学会超声医学分会、放射学分会、中华医学会核医学分会协办，睿图医疗、滨江明视科技有限公司承办。"
    )
    assert {(body, role) for _, body, role in told(text, predicate="RUN_BY")} == {
        ("滨江医科大学附属医院", "主办"),
        ("滨江省医学会超声医学分会", "协办"),
        ("滨江省医学会放射学分会", "协办"),
        ("中华医学会核医学分会", "协办"),
        ("睿图医疗", "承办"),
        ("滨江明视科技有限公司", "承办"),
    }


def test_where_somebody_learnt() -> None:
    text = "丁一鸣，1970年生，曾任滨江大学终身教授。清湖大学计算机博士。已在会议和期刊发表论文150余篇。"
    assert {who for who, _, _ in told(text)} == {"丁一鸣"}
    assert told(text, predicate="HAS_METRIC") == set()


def test_whose_project_it_is() -> None:
    text = (
        "国家自然科学基金重大项目“活体分子成像新方法”近日启动。该项目以滨江大学为依托单位，滨江理工大学为参与单位，"
        "项目负责人为滨江大学物理学院院长韩国栋。"
    )
    assert told(text, predicate="HOSTED_BY") == {("活体分子成像新方法", "滨江大学", "")}
    assert told(text, predicate="LEADS") == {("韩国栋", "活体分子成像新方法", "")}


def test_the_project_that_the_sentence_names_is_the_one_headed() -> None:
    text = (
        "研发得到松江省重大科技专项“光子计数CT整机研制”资助，项目负责人为韩国栋。双方将启动临床研究项目“冠脉斑块成分定量研究”，"
        "由滨江医院放射科主任丁一鸣任项目负责人。"
    )
    assert {fact[:2] for fact in told(text, predicate="LEADS")} == {
        ("韩国栋", "光子计数CT整机研制"),
        ("丁一鸣", "冠脉斑块成分定量研究"),
    }


def test_who_signs_for_both_sides_shares_no_house() -> None:
    assert {who for who, _, _ in told("滨江医院副院长韩国栋、丁一鸣代表双方签字。")} == {"韩国栋"}
    assert {who for who, _, _ in told("滨江医院副院长韩国栋、丁一鸣出席仪式。")} == {"韩国栋", "丁一鸣"}


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (
            "滨江分子影像转化中心首席科学家为韩国栋院士，执行主任为罗文静教授。",
            {("韩国栋", "滨江分子影像转化中心", "首席科学家"), ("罗文静", "滨江分子影像转化中心", "执行主任")},
        ),
        (
            "滨江分子影像转化中心主任由滨江大学罗文静教授担任。",
            {("罗文静", "滨江分子影像转化中心", "主任"), ("罗文静", "滨江大学", "")},
        ),
        ("滨江分子影像转化中心主任由学校任命，罗文静教授出席。", set()),
        ("滨江放射质控中心主任为罗文静教授。", set()),
        ("滨江放射质控中心挂靠滨江医院，由罗文静任主任。", set()),
        (
            "滨江分子影像重点实验室由罗文静教授于2009年创建并任主任，韩国栋任副主任。",
            {("罗文静", "滨江分子影像重点实验室", "主任"), ("韩国栋", "滨江分子影像重点实验室", "副主任")},
        ),
    ],
)
def test_heads_behind_the_name_of_their_centre(text: str, heads: set[Said]) -> None:
    assert told(text) == heads

"""Centres that houses were given, agreed to build or have at their premises; first cases; facilities behind their class."""

from __future__ import annotations

import pytest

from tests.test_measures import stated as figures
from tests.test_prose import stated


def told(text: str, *predicates: str) -> set[tuple[str, str, str]]:
    return {fact for fact in stated(text) if fact[1] in predicates}


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (
            "近日，岚江医院获批国家口腔疾病临床医学研究中心，云岭大学第一附属医院获批国家眼病临床医学研究中心云岭分中心。",
            {
                ("国家口腔疾病临床医学研究中心", "岚江医院"),
                ("国家眼病临床医学研究中心云岭分中心", "云岭大学第一附属医院"),
            },
        ),
        ("省科技厅认定岚江医院为岚江省神经影像重点实验室。", {("岚江省神经影像重点实验室", "岚江医院")}),
        (
            "国家眼病研究中心发文，正式认定岚江医院为国家眼病研究中心岚江省分中心。",
            {("国家眼病研究中心岚江省分中心", "岚江医院")},
        ),
        (
            "“国家老年疾病研究中心岚江分中心”和“国家代谢性疾病研究中心岚江分中心”正式落户岚江市人民医院。",
            {("国家老年疾病研究中心岚江分中心", "岚江市人民医院"), ("国家代谢性疾病研究中心岚江分中心", "岚江市人民医院")},
        ),
        ("日前，世界内镜组织内镜培训基地在岚江省人民医院挂牌成立。", {("世界内镜组织内镜培训基地", "岚江省人民医院")}),
        ("经评审，认定3个实验室为岚江省高校重点实验室。", set()),
        ("岚江医院拟申报国家口腔疾病临床医学研究中心。", set()),
        ("岚江医院积极创建国家口腔疾病临床医学研究中心。", set()),
        ("岚江医院参观了云岭大学的影像重点实验室。", set()),
    ],
)
def test_whose_a_centre_is(text: str, hosts: set[tuple[str, str]]) -> None:
    assert {(site, host) for site, _, host in told(text, "HOSTED_BY")} == hosts


@pytest.mark.parametrize(
    ("text", "builders"),
    [
        (
            "今年4月，云岭市人民政府、岚江大学、云岭光学研究所在京签订合作备忘录，共建活体成像云岭转化中心。",
            {"云岭市人民政府", "岚江大学", "云岭光学研究所"},
        ),
        (
            "经论证，同意由岚江大学牵头联合云岭大学、云岭科技有限公司等单位申请的“显微成像岚江实验室”立项建设。",
            {"岚江大学", "云岭大学", "云岭科技有限公司"},
        ),
        ("岚江大学作为法人单位建设的“十三五”国家重大科技基础设施——活体显微成像设施在云南昆明举行启动仪式。", {"岚江大学"}),
        ("岚江医院与云岭医院签署医联体协议，共建诊疗中心。", set()),
        ("岚江大学、云岭大学参观了活体成像云岭转化中心。", set()),
    ],
)
def test_who_builds_together(text: str, builders: set[str]) -> None:
    assert {who for who, _, _ in told(text, "BUILT")} == builders


def test_a_later_paragraph_on_the_one_facility() -> None:
    text = (
        "岚江大学牵头建设的活体显微成像设施日前开工。\n\n"
        "项目总投资超过12亿元，新建建筑面积52000平方米。\n\n该校工程训练中心投资3000万元。"
    )
    assert figures(text) == {("活体显微成像设施", 12, "亿元"), ("活体显微成像设施", 52000, "平方米")}


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "2024年3月16日上午，岚江市胸科医院心外科张三明主任率领团队完成了岚江市首例左心耳封堵术。",
            {"岚江市胸科医院心外科"},
            "左心耳封堵",
        ),
        ("日前，云岭医院神经外科首次应用脑深部电刺激术，成功将电极植入。", {"云岭医院神经外科"}, "脑深部电刺激"),
        (
            "岚江医院与云岭县人民医院联合，成功为一名患者实施了机器人辅助腹腔镜手术。",
            {"岚江医院", "云岭县人民医院"},
            "机器人辅助腹腔镜手术",
        ),
        ("云岭市中心医院消化内科先后开展了经口内镜下肌切开术等技术。", {"云岭市中心医院消化内科"}, "经口内镜下肌切开术"),
        ("岚江医院计划完成首例左心耳封堵术。", set(), ""),
        ("岚江医院完成了首例患者的随访。", set(), ""),
        ("岚江医院完成首例心脏移植手术。", set(), ""),
    ],
)
def test_first_cases(text: str, who: set[str], what: str) -> None:
    facts = told(text, "WORKS_ON")
    assert {body for body, _, _ in facts} == who
    assert {thing for _, _, thing in facts} == ({what} if what else set())


@pytest.mark.parametrize(
    "name",
    [
        "云岭县人民医院耳鼻咽喉科",
        "云岭县人民医院呼吸与危重症医学科",
        "岚江医院脑电图室",
        "岚江医院心电图室",
        "云岭县中医院肺病科",
    ],
)
def test_departments_by_their_fields(name: str) -> None:
    assert figures(f"{name}现有医师12名。") == {(name, 12, "名")}

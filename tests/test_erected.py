"""What a project or a hospital being built costs and how large it is, in sentences of our own; traps tell of others."""

from __future__ import annotations

import pytest

from tests.test_measures import figures

CENTRE = "岚江质子治疗中心"


def told(text: str) -> set[tuple[str, str, str, object]]:
    """Label and name of the subject, name and value of each figure."""
    return {(one.subject.label, one.subject.name, one.object.name, one.qualifiers["value"]) for one in figures(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"5月8日，{CENTRE}项目正式开工。该项目位于云和区，由岚江建设集团有限公司承建，总投资9.6亿元，总建筑面积3.2万平方米。",
            {("Facility", CENTRE, "总投资", 9.6), ("Facility", CENTRE, "总建筑面积", 3.2)},
        ),
        (
            "落地于云和市的高端影像装备产业园近日顺利封顶。产业园占地面积120亩。项目一期总投资4亿元。",
            {("Facility", "高端影像装备产业园", "一期总投资", 4)},
        ),
        (
            "由岚江建设集团承建的岚江重离子医院一期主体结构全面封顶。项目总造价约14亿元，规划床位600张。",
            {("Organization", "岚江重离子医院", "总造价", 14)},
        ),
    ],
)
def test_costs_and_sizes_are_of_the_project(text: str, expected: set[tuple[str, str, str, object]]) -> None:
    assert expected <= told(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{CENTRE}项目正式开工。岚江大学附属医院总投资5亿元。",
        f"{CENTRE}项目正式开工。项目组共有成员32人。",
        "国家重点研发计划“国产超声探头研发中心”项目通过验收。项目总投资800万元。",
        f"专家组考察了{CENTRE}项目。我国质子治疗设备总投资已超过百亿元。",
    ],
)
def test_what_another_costs_or_who_works_there_is_none_of_it(text: str) -> None:
    assert not [one for one in told(text) if "中心" in one[1]]

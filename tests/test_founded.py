"""Who founded a laboratory as a person, who builds in shares, on whose premises; in sentences of our own."""

from __future__ import annotations

import pytest

from tests.test_prose import stated


def told(text: str) -> set[tuple[str, str, str]]:
    return {fact for fact in stated(text) if fact[1] in ("BUILT", "HOSTED_BY", "FUNDED_BY")}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "祝云帆教授回国后创立了岚江大学机器影像实验室和岚江大学智能医学中心。",
            {("祝云帆", "岚江大学机器影像实验室"), ("祝云帆", "岚江大学智能医学中心")},
        ),
        ("岚江数字成像实验室由祝云帆教授于2001年创建。", {("祝云帆", "岚江数字成像实验室")}),
        ("2009年，杜若衡研究员创办云岭脑图谱研究中心。", {("杜若衡", "云岭脑图谱研究中心")}),
        ("祝云帆教授计划创建岚江大学智能医学中心。", set()),
        ("祝云帆教授创立了一套诊断流程，并在中心推广。", set()),
        ("岚江数字成像实验室由祝云帆教授介绍。", set()),
    ],
)
def test_what_a_person_founded(text: str, facts: set[tuple[str, str]]) -> None:
    assert {(who, what) for who, said, what in told(text) if said == "BUILT"} == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "贵州省科技厅2020年出资6000万元，由岚江大学牵头、云岭医院参加，建设光声转化公共平台。",
            {
                ("岚江大学", "BUILT", "光声转化公共平台"),
                ("云岭医院", "BUILT", "光声转化公共平台"),
                ("光声转化公共平台", "FUNDED_BY", "贵州省科技厅"),
            },
        ),
        (
            "贵州省医学影像云平台由贵州省卫生健康委主导、岚江科技有限公司承建，2021年上线。",
            {
                ("贵州省卫生健康委", "BUILT", "贵州省医学影像云平台"),
                ("岚江科技有限公司", "BUILT", "贵州省医学影像云平台"),
            },
        ),
        (
            "2016年，由岚江大学与云岭医院合作建立的胎儿心脏影像资料库开放共享。",
            {("岚江大学", "BUILT", "胎儿心脏影像资料库"), ("云岭医院", "BUILT", "胎儿心脏影像资料库")},
        ),
        (
            "依托云岭医院，岚江市成立了岚江市区域医学影像诊断中心。",
            {("岚江市区域医学影像诊断中心", "HOSTED_BY", "云岭医院")},
        ),
        ("依托云岭医院，岚江市拟建立岚江市区域医学影像诊断中心。", set()),
        ("由岚江大学牵头、云岭医院参加的研讨会在成像平台举行。", set()),
    ],
)
def test_who_builds_in_shares(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text) == facts


@pytest.mark.parametrize("name", ["溪山胎儿脑影像图谱库", "溪山胸部CT标注库"])
def test_libraries_of_atlases_and_of_marked_images_are_facilities(name: str) -> None:
    assert told(f"溪山影像联盟于2031年建成“{name}”。") == {("溪山影像联盟", "BUILT", name)}
    assert not told(f"溪山影像联盟计划于2031年建成“{name}”。")

"""Projects whose programme, leader, house or payer stands behind their titles, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.test_prose import stated


def told(text: str) -> set[tuple[str, str, str]]:
    return {fact for fact in stated(text) if fact[1] in ("LEADS", "FUNDED_BY", "HOSTED_BY")}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "我院祝云帆主任医师领衔的“胎盘代谢成像研究”喜获贵州省重点研发计划资助50万元。",
            {("祝云帆", "LEADS", "胎盘代谢成像研究"), ("胎盘代谢成像研究", "FUNDED_BY", "贵州省重点研发计划")},
        ),
        (
            "“低剂量相衬成像装置”是国家重大科研仪器研制项目，由杜若衡研究员主持，资助金额860万元。",
            {
                ("杜若衡", "LEADS", "低剂量相衬成像装置"),
                ("低剂量相衬成像装置", "FUNDED_BY", "国家重大科研仪器研制项目"),
            },
        ),
        (
            "祝云帆教授的“深部脑功能成像研究”和杜若衡副研究员的“光声血氧定量研究”分获国家自然科学基金重点项目和面上项目资助。",
            {
                ("祝云帆", "LEADS", "深部脑功能成像研究"),
                ("杜若衡", "LEADS", "光声血氧定量研究"),
                ("深部脑功能成像研究", "FUNDED_BY", "国家自然科学基金重点项目"),
                ("光声血氧定量研究", "FUNDED_BY", "国家自然科学基金面上项目"),
            },
        ),
        (
            "课题“儿童低剂量扫描重建”受贵州省自然科学基金资助（编号2021JJ3012），负责人龙再起。",
            {("龙再起", "LEADS", "儿童低剂量扫描重建"), ("儿童低剂量扫描重建", "FUNDED_BY", "贵州省自然科学基金")},
        ),
        (
            "2018年，龙再起主持的“单细菌超分辨成像”入选首届京原杰出青年科学基金项目。",
            {("龙再起", "LEADS", "单细菌超分辨成像"), ("单细菌超分辨成像", "FUNDED_BY", "京原杰出青年科学基金")},
        ),
        (
            "祝云帆，研究员，主持国家自然科学基金面上项目2项：“多核脑代谢成像”“稀疏采样重建算法”。",
            {
                *(("祝云帆", "LEADS", one) for one in ("多核脑代谢成像", "稀疏采样重建算法")),
                *((one, "FUNDED_BY", "国家自然科学基金面上项目") for one in ("多核脑代谢成像", "稀疏采样重建算法")),
            },
        ),
        ("专家组对龙再起教授牵头承担的《经颅超声工作站的研制》作结题现场考察。", {("龙再起", "LEADS", "经颅超声工作站的研制")}),
        ("论文《肺结节影像组学研究进展》获国家自然科学基金资助。", set()),
        ("“肺结节智能诊断系统”入选影像人工智能大赛优秀项目。", set()),
        ("《影像诊断学教程》是国家级规划教材，由祝云帆主编。", set()),
        ("祝云帆主持的“医学影像前沿”论坛在京召开。", set()),
    ],
)
def test_what_stands_behind_a_title(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "国家重点研发计划“光声引导的介入诊疗系统”项目启动会召开，该项目由云岭大学牵头，祝云帆教授任项目负责人。",
            {("祝云帆", "LEADS"), ("云岭大学", "HOSTED_BY")},
        ),
        (
            "云岭大学获批2022年度国家重大科研仪器研制项目1项，项目名称为“超快显微成像仪研制”，负责人为杜若衡。",
            {("杜若衡", "LEADS"), ("云岭大学", "HOSTED_BY")},
        ),
        (
            "杜若衡主持的国家重大科研仪器研制项目“多色显微成像仪”通过验收，该项目由国家自然科学基金委员会资助，经费780万元。",
            {("杜若衡", "LEADS"), ("国家自然科学基金委员会", "FUNDED_BY")},
        ),
        (
            "科技部批复“脑血管病影像精准诊疗”项目立项，项目由云岭医院牵头，总经费2730万元。",
            {("云岭医院", "HOSTED_BY")},
        ),
        ("云岭大学获批新增“智能影像工程”专业，项目名称为“智能影像工程”。", set()),
    ],
)
def test_whose_a_project_is_and_who_pays(text: str, facts: set[tuple[str, str]]) -> None:
    ends = {(one[0] if one[1] == "LEADS" else one[2], one[1]) for one in told(text)}
    programmes = {"国家重点研发计划", "国家重大科研仪器研制项目"}
    assert {one for one in ends if one[0] not in programmes} == facts

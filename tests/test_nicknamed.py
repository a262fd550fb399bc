"""Figures of products that a text calls by quoted names, and of what artificial intelligence aids; traps tell of others."""

from __future__ import annotations

import pytest

from tests.test_measures import stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "岚江大学附属医院研发的“镜小兰”胃镜辅助诊断系统获批上市。“镜小兰”已应用到全国120家医院。",
            {("镜小兰", 120, "家")},
        ),
        (
            "团队用900段视频测试“心语者”超声分析软件，结果显示该软件的平均准确度为93%。“心语者”将免费开放。",
            {("心语者", 93, "%")},
        ),
        ("机房里，一台轴向视野达194厘米的全身PET/CT已投入使用。", {("全身PET", 194, "厘米")}),
        ("团队研制出空间分辨率为3微米的光声显微镜。", {("光声显微成像", 3, "微米")}),
        ("科室购入孔径80厘米的国产大孔径CT。", {("大孔径CT", 80, "厘米")}),
        ("AI辅助超声检出乳腺癌的灵敏度为91.2%，特异度为88%。", {("AI辅助超声", 91.2, "%"), ("AI辅助超声", 88, "%")}),
    ],
)
def test_figures_are_of_what_the_clause_opens_with(text: str, expected: set[tuple[str, object, object]]) -> None:
    assert expected <= stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "岚江医院的“一站式”影像诊断系统很有名。“一站式”服务使等候时间缩短30%。",
        "“镜小兰”胃镜辅助诊断系统亮相展会，全国胃镜年检查量超过3000万例。",
        "医师切除了直径为3厘米的肿瘤。",
        "AI、放射科医师组和联合组的敏感度、特异度分别为94%、87%、81%、92%、90%、85%。",
    ],
)
def test_praise_in_quotes_and_what_several_share_is_nobodys(text: str) -> None:
    assert not {one for one in stated(text) if one[0] not in ("中国",)}

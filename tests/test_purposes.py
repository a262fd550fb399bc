"""What diseases a technology is said to be for, and traps where both stand in a sentence and nothing is said."""

from __future__ import annotations

import pytest

from tests.test_prose import stated


def aimed(text: str) -> set[tuple[str, str]]:
    return {(subject, object_) for subject, predicate, object_ in stated(text) if predicate == "TARGETS"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("68Ga-DOTATATE PET/CT可用于神经内分泌肿瘤的分期。", {"神经内分泌肿瘤"}),
        ("胎儿心脏筛查软件适用于先天性心脏病的产前诊断。", {"先天性心脏病"}),
        ("团队率先将超声造影应用于肝癌、胰腺癌的鉴别。", {"肝癌", "胰腺癌"}),
        ("能谱CT在痛风和骨质疏松诊断中具有优势。", {"痛风", "骨质疏松症"}),
        ("多参数磁共振对前列腺癌的检出率为88%。", {"前列腺癌"}),
        ("微波消融治疗肝癌疗效确切。", {"肝癌"}),
        ("心脏磁共振是诊断心肌炎的无创手段。", {"心肌炎"}),
        ("科室应用微波消融治疗肝癌，心力衰竭的再同步化治疗等居前列。", {"肝癌"}),
        ("微波消融可治疗肝癌,甲状腺结节。", {"肝癌", "甲状腺结节"}),
        ("PSMA显像可用于前列腺癌的分期、膀胱癌的鉴别和肾癌的随访。", {"前列腺癌", "膀胱癌", "肾细胞癌"}),
        ("PET/CT已常规开展，对肺癌、淋巴瘤的诊断准确率超过90%。", {"肺癌", "淋巴瘤"}),
        ("岚江公司研制的手持超声仪已获批。该设备特别适合乳腺癌的早期筛查。", {"乳腺癌"}),
    ],
)
def test_what_a_technology_is_for(text: str, expected: set[str]) -> None:
    assert {disease for _, disease in aimed(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "医院收治肝癌患者800例，拥有PET/CT两台。",
        "CT检查发现患者合并糖尿病。",
        "患者因肺癌接受PET/CT检查。",
        "PET/CT不适用于糖尿病未控制者。",
        "磁共振检查排除了脑肿瘤。",
        "我国胃癌发病率高，内镜普及率低。",
        "科室配有超声设备，张大夫擅长乳腺癌手术。",
        "论坛介绍了光声成像的进展，肝癌专家到会。",
    ],
)
def test_what_is_for_nothing(text: str) -> None:
    assert aimed(text) == set()

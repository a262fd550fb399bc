"""Tables whose lines hold pieces of several cells, as text taken out of a page has them."""

from __future__ import annotations

import pytest

from ingest.tables import sheets
from kg.model import Fact
from tests.table_facts import assertions, document_of

WITHOUT_TERM = """2022年度松江省重点研发计划项目清单（单位：万元）
序号 项目名称 承担单位 负责人 资助金额
1 面向基层的甲状腺超声智 松江医科大学附 成若水 80
能质控系统 属第三医院
2 脑胶质瘤术中荧光成像的 松江大学 祁望舒 60
定量方法
3 冠状动脉狭窄的能谱CT定量研究 松江省人民医院 莫听涛 50
"""
PEOPLE_BEFORE_TITLES = """附表 2020年松江省自然科学基金面上项目
编号 申请人 依托单位 项目名称 经费（万元）
1 颜如玉 松江理工大学 太赫兹成像在烧伤创面 10
评估中的应用
2 成若水 松江医科大学 前列腺癌PSMA探针的筛 10
肿瘤医院 选与显像研究
3 祁望舒 松江大学 经颅超声神经调控的 10
机制研究
"""
THREE_LINES = """松江市科技计划项目表 单位：万元
序号 项目编号 项目名称 承担单位 项目负责人 起止年月 经费
1 KJ2021001 面向县域的肺结节 松江市第一人民医 成若水 2021.03- 30
筛查影像云平台 院 2023.02
研发与应用
2 KJ2021002 超声造影评估肝癌 松江市肿瘤医院 颜如玉 2021.03- 20
消融疗效 2022.12
3 KJ2021003 心肌应变的磁共振 松江医科大学 祁望舒 2021.03- 20
参考值 2022.12
"""
ONE_BY_ONE = """表1 2019年松江省自然科学基金项目
序号 项目名称 负责人 依托单位 经费(万元)
1 视网膜血流的光声成像 成若水 松江大学 10
2 肾动脉狭窄的磁共振血管
成像方法 颜如玉 松江医科大学 12
3 骨关节炎的超声评分 祁望舒 松江省人民医院 8
"""


def rows(text: str) -> list[tuple[str, str, str]]:
    return [(row.text("title"), row.text("lead"), row.text("host")) for one in sheets(document_of(text)) for row in one.rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            WITHOUT_TERM,
            [
                ("面向基层的甲状腺超声智能质控系统", "成若水", "松江医科大学附属第三医院"),
                ("脑胶质瘤术中荧光成像的定量方法", "祁望舒", "松江大学"),
                ("冠状动脉狭窄的能谱CT定量研究", "莫听涛", "松江省人民医院"),
            ],
        ),
        (
            PEOPLE_BEFORE_TITLES,
            [
                ("太赫兹成像在烧伤创面评估中的应用", "颜如玉", "松江理工大学"),
                ("前列腺癌PSMA探针的筛选与显像研究", "成若水", "松江医科大学肿瘤医院"),
                ("经颅超声神经调控的机制研究", "祁望舒", "松江大学"),
            ],
        ),
        (
            THREE_LINES,
            [
                ("面向县域的肺结节筛查影像云平台研发与应用", "成若水", "松江市第一人民医院"),
                ("超声造影评估肝癌消融疗效", "颜如玉", "松江市肿瘤医院"),
                ("心肌应变的磁共振参考值", "祁望舒", "松江医科大学"),
            ],
        ),
        (
            ONE_BY_ONE,
            [
                ("视网膜血流的光声成像", "成若水", "松江大学"),
                ("肾动脉狭窄的磁共振血管成像方法", "颜如玉", "松江医科大学"),
                ("骨关节炎的超声评分", "祁望舒", "松江省人民医院"),
            ],
        ),
    ],
)
def test_rows(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert rows(text) == expected


def test_topics_are_of_the_cell_alone() -> None:
    told = [one for one in assertions(document_of(PEOPLE_BEFORE_TITLES)) if isinstance(one, Fact)]
    named = {one.object.name for one in told if one.predicate in ("CONCERNS", "TARGETS") and "PSMA" in one.subject.name}
    assert "前列腺癌" in named
    assert not any("肿瘤医院" in name for name in named)


def test_lines_of_prose_are_no_rows() -> None:
    assert (
        rows(
            "序号 项目名称 承担单位 负责人 经费\n会议由 松江大学 主办 共有 三十人\n参加了讨论 会后 合影\n随后 参观 了 展览 厅\n"
        )
        == []
    )

"""Headers of lists that lost their columns, whose words go on on the line below; and the programmes that such lists tell."""

from __future__ import annotations

import pytest

from ingest.table.programmes import programmes_of
from ingest.tables import sheets
from tests.table_facts import document_of

TWIN = """北川省“青松”“翠柏”科技攻关计划2024年度
超声领域项目清单
单位：元
序 项目名称 项目牵头单位 项目负 支持总额 2024年
号 责人 拨付
一、“青松”科技攻关计划
1 面向基层的甲状腺超声
质控平台研发
北川大学 成若水 800000 400000
2 肝脏弹性成像定量方法
北川医科大学附
属第二医院
颜如玉 600000 300000
3 乳腺容积超声的自动判读研究
北川省肿瘤医院 祁望舒 500000 250000
合计 1900000 950000
"""
HOSTS = """2022年松江市科技计划立项项目表
编 课题名称 主持 承担单位 资助金额
号 人 (万元)
1 肺结节随访的低剂量CT方法研究 成若水 松江大学 20
2 前列腺磁共振成像定量研究 颜如玉 松江市人民医院 15
3 心肌灌注显像的校正方法研究 祁望舒 松江医科大学 10
"""
YEAR_OF_SUM = """2023年度松江省重点研发计划项目
序号 项目名称 承担单位 负责人 补助总额(万元) 2023年安排(万元)
1 视网膜血流的光声成像研究 松江大学 成若水 90 45
2 肾动脉狭窄的磁共振血管成像方法 松江医科大学 颜如玉 80 40
3 骨关节炎的超声评分研究 松江省人民医院 祁望舒 70 35
"""


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (TWIN, ("面向基层的甲状腺超声质控平台研发", "成若水", "北川大学", "800000")),
        (HOSTS, ("肺结节随访的低剂量CT方法研究", "成若水", "松江大学", "20")),
        (YEAR_OF_SUM, ("视网膜血流的光声成像研究", "成若水", "松江大学", "90")),
    ],
)
def test_rows_below_broken_heads(text: str, first: tuple[str, ...]) -> None:
    (sheet,) = sheets(document_of(text))
    assert len(sheet.rows) == 3
    assert tuple(sheet.rows[0].text(role) for role in ("title", "lead", "host", "money")) == first


def test_the_group_stays_out_of_the_header() -> None:
    (sheet,) = sheets(document_of(TWIN))
    assert {row.group.text for row in sheet.rows if row.group} == {"一、“青松”科技攻关计划"}


def test_a_row_is_no_end_of_a_header() -> None:
    """The words of a first row that are short stay a row's."""
    text = """项目名称 负责人 承担单位 经费(万元)
超声成像 成若水 松江大学 20
光声成像 颜如玉 松江大学 15
荧光成像 祁望舒 北川大学 12
"""
    (sheet,) = sheets(document_of(text))
    assert [row.text("lead") for row in sheet.rows] == ["成若水", "颜如玉", "祁望舒"]


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("2021年度超声医学领域国家自然科学基金资助项目", "国家自然科学基金"),
        ("核医学学科相关北川省自然科学基金资助项目清单", "北川省自然科学基金"),
        ("分子影像方向部分国家自然科学基金面上项目", "国家自然科学基金面上项目"),
    ],
)
def test_the_field_before_the_programme(caption: str, name: str) -> None:
    whole = programmes_of([caption]).whole
    assert whole is not None
    assert whole.name == name


@pytest.mark.parametrize("caption", ["医学影像领域国家级平台名单", "影像领域在国内外的进展"])
def test_a_field_before_no_programme(caption: str) -> None:
    assert programmes_of([caption]).whole is None

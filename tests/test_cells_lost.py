"""Lists that lost their columns: cells a line of which some are blank, units above the head, cells broken by blank lines."""

from __future__ import annotations

import pytest

from ingest.grant import GrantIngester
from ingest.listing import ListingIngester
from ingest.nlp import pipeline
from kg.model import Fact
from tests.table_facts import document_of

HEAD = "序号\n题目\n牵头单位\n协作单位\n课题负责人\n资助金额\n"
ROWS = """
1
尘肺结节随访的低剂量扫描方案
临溪医科大学附属医院
青棠软件股份有限公司
卫长歌
300000

2
脂肪肝的定量超声分级
临溪市第四人民医院
戚若水
150000

3
儿童脑积水的快速磁共振随访
临溪医科大学
青棠理工大学
苗知秋
80000
"""


def told(text: str) -> list[Fact]:
    document = document_of(text)
    found = [*GrantIngester().ingest(document, pipeline()), *ListingIngester().ingest(document, pipeline())]
    return [one for one in found if isinstance(one, Fact)]


def said(text: str) -> set[tuple[str, str, str]]:
    return {(one.subject.name, one.predicate, one.object.name) for one in told(text)}


def sums(text: str) -> dict[str, float]:
    found = ((one.subject.name, dict(one.qualifiers).get("amount_wan")) for one in told(text) if one.predicate == "FUNDED_BY")
    return {name: amount for name, amount in found if isinstance(amount, float)}


@pytest.mark.parametrize("unit", ["拨款金额单位：元", "单位：元", "（货币单位：人民币元）", "经费单位:元"])
def test_the_unit_above_the_head_is_no_column(unit: str) -> None:
    text = f"2022年东陵省自然科学基金立项项目清单\n\n{unit}\n\n{HEAD}{ROWS}"
    assert sums(text) == {
        "尘肺结节随访的低剂量扫描方案": 30.0,
        "脂肪肝的定量超声分级": 15.0,
        "儿童脑积水的快速磁共振随访": 8.0,
    }


def test_of_two_columns_of_houses_the_partners_is_the_blank_one() -> None:
    found = said(f"2022年东陵省自然科学基金立项项目清单\n\n{HEAD}{ROWS}")
    assert ("脂肪肝的定量超声分级", "HOSTED_BY", "临溪市第四人民医院") in found
    assert ("戚若水", "LEADS", "脂肪肝的定量超声分级") in found
    assert not {fact for fact in found if "青棠" in fact[2]}


@pytest.mark.parametrize("kind", ["青年科学基金项目", "面上项目", "地区科学基金项目"])
def test_a_title_that_goes_on_below_does_not_slip_into_the_programme(kind: str) -> None:
    head = "青棠大学2022年度国家自然科学基金资助项目\n\n序号 批准号 题目 资助类别 负责人 依托单位 直接费用(万元)\n"
    rows = (
        f"1 82200011\n多序列影像组学预测中晚\n\n期肝门部胆管癌疗效\n{kind} 戚若水 青棠大学 30\n\n"
        "2 82200012 肺结节的光子计数成像 重点项目 卫长歌 青棠大学 220\n\n"
        "3 82200013 脑积水随访的快速序列 重大项目 苗知秋 青棠大学 900\n"
    )
    assert ("戚若水", "LEADS", "多序列影像组学预测中晚期肝门部胆管癌疗效") in said(head + rows)


def test_a_programme_on_two_lines_stays_one_cell() -> None:
    text = (
        "2022年度立项项目\n\n序号 题目 项目类别 负责人 依托单位 经费(万元)\n"
        "1 肺结节的光子计数成像\n国家自然科学基金\n面上项目 戚若水 青棠大学 55\n"
        "2 脑积水随访的快速序列\n国家自然科学基金\n面上项目 卫长歌 青棠大学 50\n"
    )
    assert not [fact for fact in said(text) if fact[0].endswith("基金") and fact[1] == "FUNDED_BY"]


TABLE = "表1 出资建设的平台\n\n{head} 依托单位 所在地 出资方 金额(亿元) 启动年份\n\n{rows}"
PLATFORMS = (
    "东陵分子影像平台 青棠大学 东陵 东陵市人民政府 2.1 2018\n\n"
    "临溪脑图谱装置 临溪大学 临溪 临溪市科学技术局 1.5 2019\n\n"
    "南泽超高场成像平台 南泽大学 南泽 南泽省科学技术厅 0.9 2017\n"
)


def test_what_was_built_is_no_grant() -> None:
    found = told(TABLE.format(head="名称", rows=PLATFORMS))
    assert {one.subject.label for one in found if one.predicate in ("HOSTED_BY", "FUNDED_BY")} == {"Facility"}
    assert len([one for one in found if one.predicate == "HOSTED_BY"]) == 3


def test_projects_that_build_something_stay_grants() -> None:
    found = told(TABLE.format(head="项目名称", rows=PLATFORMS))
    assert "Grant" in {one.subject.label for one in found if one.predicate == "HOSTED_BY"}

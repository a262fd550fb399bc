"""Grants: programmes, sums in their units, years, leaders and hosts."""

from __future__ import annotations

import pytest

from ingest.grant import GrantIngester
from kg.model import Attribute, Fact
from kg.vocab import PREDICATES
from tests.table_facts import assertions, document_of, facts

TITLE = "肝脏弹性的超声测量方法"


def table(
    *, caption: str = "表2 松江省自然科学基金资助项目清单", money: str = "经费(万元)", amount: str = "30", year: str = "2018"
) -> str:
    return f"{caption}\n年度 项目名称 {money} 负责人 依托单位\n{year} {TITLE} {amount} 成若水 松江大学\n"


def funding(text: str) -> Fact:
    [fact] = [a for a in assertions(document_of(text)) if isinstance(a, Fact) and a.predicate == "FUNDED_BY"]
    return fact


def test_emits_what_the_vocabulary_has() -> None:
    assert GrantIngester.emits <= PREDICATES.keys()


@pytest.mark.parametrize(
    ("money", "amount", "wan"),
    [
        ("经费(万元)", "30", 30.0),
        ("资助金额（元）", "300,000", 30.0),
        ("经费/亿元", "0.003", 30.0),
        ("经费", "30万元", 30.0),
        ("经费(万元)", "7366.5", 7366.5),
        ("经费", "30", None),
    ],
)
def test_units(money: str, amount: str, wan: float | None) -> None:
    assert funding(table(money=money, amount=amount)).qualifiers.get("amount_wan") == wan


def test_unit_of_the_caption() -> None:
    assert (
        funding(table(caption="表2 松江省自然科学基金资助项目清单(单位:万元)", money="经费")).qualifiers["amount_wan"] == 30.0
    )


def test_years() -> None:
    assert funding(table(year="2018")).qualifiers["year"] == 2018
    several = funding(table(year="2015/2018"))
    assert several.qualifiers["years"] == (2015, 2018)
    assert "year" not in several.qualifiers


def test_the_leader_is_told_by_the_host() -> None:
    stated = [a for a in assertions(document_of(table())) if isinstance(a, Fact)]
    [affiliation] = [fact for fact in stated if fact.predicate == "AFFILIATED_WITH"]
    assert (affiliation.subject.name, affiliation.subject.context) == ("成若水", "松江大学")
    assert dict(affiliation.qualifiers) == {"basis": "依托单位", "year": 2018, "years": (2018,)}


def test_without_a_fund_no_funding_is_said() -> None:
    said = facts(document_of(table(caption="表2 有关情况")))
    assert said == {("成若水", "LEADS", TITLE), (TITLE, "HOSTED_BY", "松江大学"), ("成若水", "AFFILIATED_WITH", "松江大学")}


def test_groups_choose_the_programme() -> None:
    text = (
        "表2 国家自然科学基金资助的影像领域的重点项目和创新研究群体列表\n年度 项目名称 负责人 依托单位\n"
        "重点项目\n2018 肝脏弹性的超声测量方法 成若水 松江大学\n创新研究群体\n2019 神经影像与脑网络研究 滕书瑶 江州大学\n"
    )
    assert facts(document_of(text), predicates=frozenset({"FUNDED_BY"})) == {
        ("肝脏弹性的超声测量方法", "FUNDED_BY", "国家自然科学基金重点项目"),
        ("神经影像与脑网络研究", "FUNDED_BY", "国家自然科学基金创新研究群体"),
    }


def test_a_note_tells_what_the_sums_are() -> None:
    text = table(year="2018") + "a) 2017年(含)以后为直接经费\n"
    stated = {(a.name, a.value) for a in assertions(document_of(text)) if isinstance(a, Attribute)}
    assert ("amount_basis", "直接经费") in stated
    earlier = {a.name for a in assertions(document_of(text.replace("2017", "2019"))) if isinstance(a, Attribute)}
    assert "amount_basis" not in earlier


def test_lists_of_papers_are_no_grants() -> None:
    text = "序号 论文项目名称 作者 单位 经费\n1 肝脏弹性的超声测量方法 成若水 松江大学 30\n"
    assert facts(document_of(text)) == set()


def test_titles_name_technologies_diseases_and_what_is_built() -> None:
    text = table().replace(TITLE, "面向肝癌诊断的多通道脑磁谱仪研制")
    found = facts(document_of(text), predicates=frozenset({"CONCERNS", "TARGETS"}))
    assert ("面向肝癌诊断的多通道脑磁谱仪研制", "CONCERNS", "多通道脑磁谱仪") in found
    assert any(predicate == "TARGETS" for _, predicate, _ in found)

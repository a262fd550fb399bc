"""Facilities by what one clause after the other tells: who developed, founded, hosts and pays for them, and whose sums."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.table_facts import document_of

PLATFORM, CENTRE = "溪山分子影像平台", "松江省医学影像大数据中心"


def told(text: str, *predicates: str) -> set[tuple[str, str, str]]:
    found = [one for one in ProseIngester().ingest(document_of(text), pipeline()) if isinstance(one, Fact)]
    return {(one.subject.name, one.predicate, one.object.name) for one in found if one.predicate in predicates}


@pytest.mark.parametrize(
    ("text", "host", "builders"),
    [
        ("{f}2031年11月投入运行，依托溪山大学，由溪山大学、岚江医院三方共建。", "溪山大学", "溪山大学 岚江医院"),
        ("{f}于2031年11月建成，依托单位为溪山大学，由溪山大学和岚江医院共建。", "溪山大学", "溪山大学 岚江医院"),
        ("{f}由溪山大学与岚江医院联合开发，2031年1月上线。", "", "溪山大学 岚江医院"),
        ("{f}始建于2025年，依托溪山大学建设，2031年通过验收。", "溪山大学", ""),
        ("{f}获批建设，依托单位为溪山大学，共建单位包括岚江医院、岚江大学。", "溪山大学", "岚江医院 岚江大学"),
        ("{f}建在溪山大学，岚江医院负责承建。", "溪山大学", "岚江医院"),
        ("{f}：由溪山大学和岚江医院共建，依托单位为溪山大学。", "溪山大学", "溪山大学 岚江医院"),
        ("{f}2028年由松江省发展和改革委员会批准组建，溪山大学为依托单位。", "溪山大学", ""),
        ("作为{f}的承建单位，溪山大学投入了人力。", "", "溪山大学"),
        ("近日，由溪山大学牵头、岚江医院参与建设的{f}正式启用。", "", "溪山大学 岚江医院"),
        ("{f}是溪山大学联合岚江医院打造的开放共享平台。", "", "溪山大学 岚江医院"),
        ("溪山大学与岚江医院签署协议，合作共建{f}，平台设在溪山大学。", "溪山大学", "溪山大学 岚江医院"),
        ("{f}选址溪山市白石区，由岚江医院承建，项目法人为溪山大学。", "溪山大学", "岚江医院"),
        ("目前，溪山大学正牵头建设{f}。", "", "溪山大学"),
        ("据介绍，{f}由溪山大学影像科主任廖启明牵头建设。", "", "廖启明"),
    ],
)
@pytest.mark.parametrize("facility", [PLATFORM, CENTRE])
def test_who_hosts_and_builds(text: str, host: str, builders: str, facility: str) -> None:
    expected = {(facility, "HOSTED_BY", host)} if host else set()
    expected |= {(one, "BUILT", facility) for one in builders.split()}
    assert told(text.format(f=facility), "HOSTED_BY", "BUILT", "WORKS_ON") == expected


def test_a_clause_that_leaves_its_house_out() -> None:
    text = f"溪山大学建有{PLATFORM}，与岚江医院共建松江省影像质控平台。"
    other = "松江省影像质控平台"
    assert told(text, "BUILT") == {("溪山大学", "BUILT", PLATFORM), ("溪山大学", "BUILT", other), ("岚江医院", "BUILT", other)}


@pytest.mark.parametrize(
    "text",
    [
        f"{PLATFORM}拟由溪山大学与岚江大学联合开发，目前尚未立项。",
        f"溪山大学原计划建设的{PLATFORM}已取消。",
        f"{PLATFORM}曾于2028年申报松江省重点实验室，依托单位为溪山大学，未获批准。",
        f"{PLATFORM}获批以来，课题依托单位为岚江大学的项目有12个。",
        f"依托{PLATFORM}，溪山大学牵头承担国家重点研发计划项目，项目依托单位为溪山大学，参与单位包括岚江大学。",
        f"{PLATFORM}用户包括岚江大学和松江省人民医院。",
        "松江影像研究所成立于1998年，隶属于松江科学院。",
    ],
)
def test_of_something_else_or_not_so(text: str) -> None:
    assert not told(text, "HOSTED_BY", "BUILT")


@pytest.mark.parametrize(
    ("text", "payers"),
    [
        (f"{PLATFORM}自2027年启动建设以来，溪山大学累计投入经费6200万元。", {("溪山大学", 6200.0)}),
        (f"2029年，松江省科技厅立项支持{PLATFORM}建设，资助经费900万元。", {("松江省科技厅", 900.0)}),
        (f"{PLATFORM}由岚江医院投资、溪山大学建设。", {("岚江医院", None)}),
        (f"{PLATFORM}总投资4500万元，由溪山大学与岚江医院共同承担。", {("溪山大学", 4500.0), ("岚江医院", 4500.0)}),
    ],
)
def test_who_pays(text: str, payers: set[tuple[str, float | None]]) -> None:
    found = [one for one in ProseIngester().ingest(document_of(text), pipeline()) if isinstance(one, Fact)]
    paid = [one for one in found if one.predicate == "FUNDED_BY" and one.subject.name == PLATFORM]
    assert {(one.object.name, one.qualifiers.get("amount_wan")) for one in paid} == payers


def test_what_is_given_is_no_figure_of_its_own() -> None:
    given = f"溪山大学出资4200万元，在溪山市高新区建成{PLATFORM}。"
    whole = f"{PLATFORM}总投资1.2亿元，其中溪山大学出资8000万元。"
    assert not told(given, "HAS_METRIC")
    assert told(whole, "HAS_METRIC") == {(PLATFORM, "HAS_METRIC", "总投资")}

"""Values told one by one or by year, changes of what was told last, units of devices; with traps."""

from __future__ import annotations

import dataclasses

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_measures import figures, stated
from tests.test_prose import document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # values told one by one that have no unit
        (
            "岚影网络模型的AUC、准确率、灵敏度、F1 值分别为 0.91、0.88、0.86和0.87。",
            {("岚影网络模型", value, "") for value in (0.91, 0.88, 0.86, 0.87)},
        ),
        (
            "岚视AI系统的灵敏度、特异度及曲线下面积分别为88%、79.5%和0.91。其阴性预测值为86.7%。",
            {("岚视AI系统", 88, "%"), ("岚视AI系统", 79.5, "%"), ("岚视AI系统", 0.91, ""), ("岚视AI系统", 86.7, "%")},
        ),
        ("岚视AI系统的灵敏度和特异度分别为0.93、0.81。", {("岚视AI系统", 0.93, ""), ("岚视AI系统", 0.81, "")}),
        # what a clause before names, and its value in a year; another year's in brackets
        ("我国医学影像设备中标金额呈增长趋势，2033年达612.5亿元。", {("中国", 612.5, "亿元")}),
        ("中国超声市场规模保持稳步增长，2032年达到1.3万亿元。", {("中国", 1.3, "万亿元")}),
        ("我国开展心脏磁共振的医院有310家(2031年为96家)。", {("中国", 310, "家"), ("中国", 96, "家")}),
        # how a thing before its name is, and units of energy, heat and power
        ("一台重量只有2.4克的岚影微型显微镜，已用于小鼠成像。", {("岚影微型显微镜", 2.4, "克")}),
        (
            "岚江同步辐射光源的电子束流能量高达3.5 GeV，发射度为0.2 nm·rad。",
            {("岚江同步辐射光源", 3.5, "GeV"), ("岚江同步辐射光源", 0.2, "nm·rad")},
        ),
        (
            "岚影9.4T磁共振成像系统梯度切换率达200 T/m/s，工作温度为4.2 ℃。",
            {("岚影9.4T磁共振成像系统", 200, "T/m/s"), ("岚影9.4T磁共振成像系统", 4.2, "℃")},
        ),
        ("于昨日奠基的岚江同步辐射光源由岚江物理研究所作为法人单位，占地640亩。", {("岚江同步辐射光源", 640, "亩")}),
        # what a share of is saved
        (
            "岚影光子计数CT可降低60%的辐射剂量，并提高30%的空间分辨率。",
            {("岚影光子计数CT", 60, "%"), ("岚影光子计数CT", 30, "%")},
        ),
        ("岚影移动CT可在零下40℃的环境中使用。", set()),
        (
            "全球质子治疗中心已超过110家，其中法国43家，日本26家。",
            {("全球", 110, "家"), ("法国", 43, "家"), ("日本", 26, "家")},
        ),
        ("国内市场上超过80%的加速器被国外公司垄断。", set()),
        # what a town's project and a house have, and how sure a value is
        ("西安质子治疗项目总建筑面积3.5万平方米，总投资约15亿元。", set()),
        ("训练集中岚影组学模型的AUC为0.89(95%CI 0.85~0.93)。", {("岚影组学模型", 0.89, "")}),
        (
            "岚影回旋加速器重量约50 t，引出流强500 nA。截至2033年底，已累计收治患者412例。",
            {("岚影回旋加速器", 50, "t"), ("岚影回旋加速器", 500, "nA")},
        ),
        ("公司研发人员占公司总人数的40.45%。", set()),
        (
            "岚江医院影像科设备总值3.2亿元，磁共振平均预约等候时间由7天缩短至2天。",
            {("岚江医院影像科", 3.2, "亿元"), ("岚江医院影像科", 2, "天")},
        ),
        ("岚江市第二人民医院引进了DSA血管造影系统(1250mA)。", set()),
        ("我国培养博士的机构有112家，培养硕士的更多(2030年为98家)。", {("中国", 112, "家")}),
        # a body of a country is not the country
        ("法国能源部宣布在未来5年投入6.25亿欧元建设5家研究中心。", set()),
    ],
)
def test_values_in_turn_years_and_units(text: str, expected: set[tuple[str, object, object]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "我国PET/CT由2032年的138台增长至2038年的307台，增长了122.46%。",
            {("PET/CT数", 138.0), ("PET/CT数", 307.0), ("PET/CT数增长", 122.46)},
        ),
        (
            "2031至2035年，我国加速器保有量由14,300台增至22,400台，年均复合增长率达12.8%。",
            {("加速器保有量", 22400.0), ("加速器保有量复合增长率", 12.8)},
        ),
        (
            "我国内镜市场持续扩张，2034年市场规模突破120亿元，年均复合增长率维持在12%以上，预计到2040年将接近250亿元。",
            {("内镜市场规模", 120.0), ("内镜市场规模复合增长率", 12.0), ("内镜市场规模", 250.0)},
        ),
        ("2031至2035年中国核医学系统行业加快，市场规模从78.3亿元逐年增长至132.6亿元。", {("核医学系统行业市场规模", 132.6)}),
        ("到2035年，中国核医学与放射药学行业市场规模估计约为280亿元。", {("核医学与放射药学行业市场规模", 280.0)}),
        ("在2030年中国影像设备市场中，规模达到800亿元，年复合增长率在11%14%上下。", {("影像设备市场规模", 800.0)}),
        ("中国医师协会发布报告，市场规模达80亿元。", set()),
    ],
)
def test_what_a_change_and_a_forecast_are_of(text: str, names: set[tuple[str, float]]) -> None:
    found = {(one.object.name, one.qualifiers["value"]) for one in figures(text)}
    assert found == names
    assert all(one.qualifiers.get("comparator_value") in (None, 14300.0, 78.3) for one in figures(text))


@pytest.mark.parametrize(
    ("text", "name", "when"),
    [
        ("2031年至2035年中国CT设备进口量约300~400台/年。", "CT设备进口量", {"period": "2031–2035"}),
        ("2031—2035年我国CT设备进口量为420台。", "CT设备进口量", {"period": "2031–2035"}),
        ("2031年我国培养博士的教学机构有112家。", "培养博士的教学机构数", {"year": 2031}),
        ("2031年中国医疗器械市场规模为6,290亿元，较2025年的3,080亿元翻了一番。", "医疗器械市场规模", {"year": 2031}),
        ("2031年我国医疗器械行业收入预测将跃升至8000亿元以上。", "医疗器械行业收入", {"year": 2031}),
    ],
)
def test_years_are_no_part_of_a_name(text: str, name: str, when: dict[str, object]) -> None:
    (one,) = figures(text)
    assert one.object.name == name
    assert {key: one.qualifiers[key] for key in ("year", "period") if key in one.qualifiers} == when


@pytest.mark.parametrize(
    "text",
    [
        "2031—2033年，溪山市人民医院PET/CT检查量依次为3120例、3568例和4013例。",
        "2031年、2032年和2033年，溪山市人民医院PET/CT检查量分别为3120例、3568例、4013例。",
    ],
)
def test_each_year_its_value(text: str) -> None:
    assert {(one.qualifiers["value"], one.qualifiers.get("year")) for one in figures(text)} == {
        (3120, 2031),
        (3568, 2032),
        (4013, 2033),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "每百万人口拥有的磁共振台数，日本为57.4台，美国40.4台，我国仅9.2台。",
            {("日本", 57.4, "台"), ("美国", 40.4, "台"), ("中国", 9.2, "台")},
        ),
        (
            "2031年全球医学影像市场规模达到420亿美元，预计到2040年将增至700亿美元。",
            {("全球", 420, "亿美元"), ("全球", 700, "亿美元")},
        ),
        ("该款内镜外径仅2.8毫米。", set()),
        ("双能CT的辐射剂量降低了40%，对比剂用量减少约30毫升。", {("双能CT", 40, "%"), ("双能CT", 30, "毫升")}),
    ],
)
def test_figures_with_their_names_ahead(text: str, expected: set[tuple[str, float, str]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("建筑面积：1.8万平方米\n年门诊量：40万人次\n职工总数：2310人", {(1.8, "万平方米"), (40, "万人次/年"), (2310, "人")}),
        ("去年，医院门诊量突破210万人次，出院病人9.6万人次。", {(210, "万人次"), (9.6, "万人次")}),
        ("联系电话：2310\n招标编号：40号", set()),
    ],
)
def test_figures_below_the_name_of_a_house(lines: str, expected: set[tuple[float, str]]) -> None:
    page = dataclasses.replace(document(f"溪山市人民医院\n{lines}"), title="溪山市人民医院")
    facts = [one for one in ProseIngester().ingest(page, pipeline()) if isinstance(one, Fact) and one.predicate == "HAS_METRIC"]
    assert {one.subject.name for one in facts} <= {"溪山市人民医院"}
    assert {(one.qualifiers["value"], one.qualifiers["unit"]) for one in facts} == expected

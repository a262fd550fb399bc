"""Tables that compare techniques, devices, models or houses by their figures; with traps."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ingest.listing import ListingIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact
from kg.ontology import check

Told = set[tuple[object, ...]]

MICROSCOPES = {
    ("Technology", "岚影双光束显微镜", "横向分辨率", 0.3, "μm"),
    ("Technology", "岚影双光束显微镜", "成像深度", 2.0, "mm"),
    ("Technology", "云岭光声显微镜", "横向分辨率", 45.0, "μm"),
    ("Technology", "云岭光声显微镜", "成像深度", 6.0, "mm"),
}


def told(text: str, folder: Path, *, suffix: str = "txt") -> Told:
    """What the tables of a text say of which thing."""
    file = folder / f"compared.{suffix}"
    file.write_text(text, "utf-8")
    document = read_document(file)
    if not ListingIngester().accepts(document):
        return set()
    found = [one for one in ListingIngester().ingest(document, pipeline()) if isinstance(one, Fact)]
    assert all(check(one) is None for one in found)
    return {
        (one.subject.label, one.subject.name, one.object.name, one.qualifiers["value"], one.qualifiers.get("unit", ""))
        for one in found
        if one.predicate == "HAS_METRIC"
    }


@pytest.mark.parametrize(
    "text",
    [
        "表 3 两种显微镜的性能\n技术 横向分辨率 成像深度 主要不足\n"
        "岚影双光束显微镜 0.3 μm 2 mm 视野小\n云岭光声显微镜 45 μm 6 mm 需耦合\n",
        "表3  显微镜一览\n类型 子类 横向分辨率 成像深度\n光学类\n"
        "岚影双光束显微镜 0.3 μm\n2 mm\n声学类 云岭光声显微镜 45 μm 6 mm\n"
        "4  结论\n两者各有所长.\n",
        "表1 显微镜\n设备\n横向分辨率\n成像深度\n特点\n岚影双光束显微镜\n0.3 μm\n2 mm\n快\n云岭光声显微镜\n45 μm\n6 mm\n深\n",
        "表1 显微镜\n设备\t厂商\t横向分辨率(μm)\t成像深度/mm\n"
        "岚影双光束显微镜\t岚江光学\t0.3\t2\n云岭光声显微镜\t云岭仪器\t45\t6\n",
        "显微镜 | 横向分辨率(μm) | 成像深度(mm) |\n---|---|---|\n岚影双光束显微镜 | 0.3 | 2 |\n云岭光声显微镜 | 45 | 6 |\n",
        "表2 显微镜\n参数\t岚影双光束显微镜\t云岭光声显微镜\n横向分辨率\t0.3μm\t45μm\n成像深度\t2mm\t6mm\n",
    ],
)
def test_techniques(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == MICROSCOPES


def test_a_range_has_both_ends_and_a_device_its_caption(tmp_path: Path) -> None:
    text = "表4 岚江9.4T磁共振成像系统的主要技术参数\n参数\t数值\n工作温度\t4.2 ℃\n磁体孔径\t20~30 cm\n厂家\t岚江医疗\n"
    assert told(text, tmp_path) == {
        ("Technology", "岚江9.4T磁共振成像系统", "工作温度", 4.2, "℃"),
        ("Technology", "岚江9.4T磁共振成像系统", "磁体孔径", 20.0, "cm"),
    }


def test_light_sources_are_facilities(tmp_path: Path) -> None:
    text = "表1 光源参数\n装置 建设单位 电子能量 周长 线站数\n"
    text += "岚江同步辐射光源 岚江大学 2.5 GeV 240 m 14\n云岭光源 云岭大学 0.8 GeV 66 m 10\n"
    assert told(text, tmp_path) == {
        ("Facility", name, metric, value, unit)
        for name, values in (("岚江同步辐射光源", (2.5, 240.0, 14.0)), ("云岭光源", (0.8, 66.0, 10.0)))
        for metric, value, unit in zip(("电子能量", "周长", "线站数"), values, ("GeV", "m", ""), strict=True)
    }


def test_houses_with_their_cases(tmp_path: Path) -> None:
    text = "表2 参与研究的医院\n医院 适应证 例数\n岚江市中心医院 甲状腺癌 212\n云岭大学第一医院\n类风湿关节炎\n64\n"
    assert told(text, tmp_path) == {
        ("Organization", "岚江市中心医院", "例数", 212.0, "例"),
        ("Organization", "云岭大学第一医院", "例数", 64.0, "例"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "表1 分组\n组别\t例数\t平均年龄(岁)\n超声组\t40\t55\n对照组\t41\t56\n",
        "表1 立项\n项目名称\t单位\t金额(万元)\n光声成像系统\t岚江大学\t30\n低场磁共振系统\t云岭大学\t20\n",
        "表1 三组模型\n指标\t临床模型\t联合模型\nAUC\t0.71\t0.83\n灵敏度\t70%\t80%\n",
        "表1 安排\n方案 讨论 主持\n岚影显微镜 0.3 μm 霍启明\n云岭显微镜 45 μm 柏若涵\n",
        "表2 平台\n系统\t资助计划\t负责人\t经费(万元)\n"
        "岚影质控系统\t重点研发计划\t霍启明\t20\n云岭随访系统\t面上项目\t柏若涵\t30\n",
        "表1 费用\n医院\t项目名称\t检查费用(元)\n岚江市中心医院\t平扫\t200\n云岭市中心医院\t增强\t300\n",
        "首页 | 新闻 | 通知 |\n岚江医院 | 2031 | 45 |\n",
    ],
)
def test_nothing_is_told_of_groups_projects_or_unnamed_models(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == set()


@pytest.mark.parametrize(
    ("head", "told_too"),
    [("设备费用/万元", True), ("检查费用（万元）", True), ("项目费用（万元）", False), ("经费（万元）", False)],
)
def test_what_a_device_costs_is_its_figure_and_what_was_paid_for_a_project_is_not(
    head: str, told_too: bool, tmp_path: Path
) -> None:
    text = f"表1 两种技术的比较\n技术\t扫描时间/min\t{head}\n云岭光声成像\t5\t90\n岚影弹性成像\t8\t180\n"
    found = told(text, tmp_path)
    assert (("Technology", "云岭光声成像", "扫描时间", 5.0, "min") in found) is told_too
    assert (("Technology", "岚影弹性成像", head[:4], 180.0, "万元") in found) is told_too


def test_houses_side_by_side(tmp_path: Path) -> None:
    text = "表4 比较\n指标\t溪山市人民医院\t望海市中心医院\n年检查量（例）\t9000\t4000\n报告符合率（%）\t97.1\t95.2\n"
    assert told(text, tmp_path) == {
        ("Organization", "溪山市人民医院", "年检查量", 9000.0, "例"),
        ("Organization", "溪山市人民医院", "报告符合率", 97.1, "%"),
        ("Organization", "望海市中心医院", "年检查量", 4000.0, "例"),
        ("Organization", "望海市中心医院", "报告符合率", 95.2, "%"),
    }
    assert not told(text.replace("望海市中心医院", "对照组"), tmp_path)


def test_heads_over_several_columns(tmp_path: Path) -> None:
    page = (
        "<html><body><table><tr><th rowspan='2'>设备类型</th><th rowspan='2'>检测台数</th><th colspan='2'>合格率（%）</th></tr>"
        "<tr><th>2030年</th><th>2031年</th></tr><tr><td>CT</td><td>121</td><td>95.5</td><td>97.5</td></tr>"
        "<tr><td colspan='2'>移动设备</td><td>9</td><td>8</td></tr>"
        "<tr><td>DR</td><td>220</td><td>90</td><td>93.5</td></tr></table></body></html>"
    )
    assert told(page, tmp_path, suffix="html") == {
        ("Technology", "CT", "检测台数", 121.0, "台"),
        ("Technology", "DR", "检测台数", 220.0, "台"),
        ("Technology", "CT", "合格率", 95.5, "%"),
        ("Technology", "CT", "合格率", 97.5, "%"),
        ("Technology", "DR", "合格率", 90.0, "%"),
        ("Technology", "DR", "合格率", 93.5, "%"),
    }


STUDIES = """表9-2  BoneLens检测桡骨骨折的国内研究
第一作者   年份   单位               例数    敏感度(%)   特异度(%)
公冶毅     2030   溪山骨科医院        612      94.1        88.0
裘宁远     2031   松江大学人民医院   1 045     92.6        90.3
冉竹       2032   溪山市中心医院      388      96.4        79.5
裘宁远*    2033   溪山市中心医院      520      93.0        —
* 与2031年的裘宁远为同一人。
"""


def of_studies(text: str, folder: Path) -> tuple[set[tuple[str, str]], set[tuple[str, str, object, object]]]:
    """Who works where, and what was measured in which year."""
    file = folder / "studies.txt"
    file.write_text(text, "utf-8")
    document = read_document(file)
    ingester = ListingIngester()
    found = (
        [one for one in ingester.ingest(document, pipeline()) if isinstance(one, Fact)] if ingester.accepts(document) else []
    )
    homes = {(one.subject.name, one.object.name) for one in found if one.predicate == "AFFILIATED_WITH"}
    figures = [one for one in found if one.predicate == "HAS_METRIC"]
    return homes, {(one.subject.name, one.object.name, one.qualifiers["value"], one.qualifiers.get("year")) for one in figures}


HOMES = {
    ("公冶毅", "溪山骨科医院"),
    ("裘宁远", "松江大学人民医院"),
    ("冉竹", "溪山市中心医院"),
    ("裘宁远", "溪山市中心医院"),
}


@pytest.mark.parametrize(
    ("caption", "thing"),
    [
        ("BoneLens检测桡骨骨折的国内研究", "BoneLens"),
        ("超声弹性成像诊断乳腺癌的文献报道", "超声弹性成像"),
        ("近年应用低剂量CT筛查肺癌的主要研究", "低剂量CT"),
    ],
)
@pytest.mark.parametrize("parted", ["blanks", "tabs"])
def test_studies_measure_what_the_caption_names(caption: str, thing: str, parted: str, tmp_path: Path) -> None:
    text = STUDIES.replace("BoneLens检测桡骨骨折的国内研究", caption)
    text = re.sub(r"(?<=[^\d\s]) {2,}(?=\S)|(?<=\d) {3,}", "\t", text) if parted == "tabs" else text
    homes, figures = of_studies(text, tmp_path)
    assert homes == HOMES
    assert {one[1:] for one in figures} == {
        ("敏感度", 94.1, 2030),
        ("特异度", 88.0, 2030),
        ("敏感度", 92.6, 2031),
        ("特异度", 90.3, 2031),
        ("敏感度", 96.4, 2032),
        ("特异度", 79.5, 2032),
        ("敏感度", 93.0, 2033),
    }
    assert {one[0] for one in figures} == {thing}


def test_studies_of_nothing_that_is_named_measure_nothing(tmp_path: Path) -> None:
    homes, figures = of_studies(STUDIES.replace("BoneLens检测桡骨骨折的国内研究", "国内相关研究一览"), tmp_path)
    assert (homes, figures) == (HOMES, set())


def test_a_table_of_papers_with_their_journals_is_none_of_studies(tmp_path: Path) -> None:
    text = (
        "表2 论文\n作者\t年份\t题目\t期刊\n裘宁远\t2031\t桡骨骨折的影像研究\t松江影像杂志\n冉竹\t2032\t肺癌筛查\t松江影像杂志\n"
    )
    assert of_studies(text, tmp_path) == (set(), set())


@pytest.mark.parametrize(
    "text",
    [
        "表2 入组情况\n中心编号\t医院\t主要研究者\t入组例数\n01\t岚江市中心医院\t裘宁远\t86\n02\t云岭大学第一医院\t冉竹\t112\n",
        "表2 检查情况\n医院名称 设备 入组例数\n岚江市中心医院 双源CT 86\n云岭大学第一医院 256排CT 112\n",
    ],
)
def test_cases_are_counted_of_the_house_whatever_stands_beside_it(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == {
        ("Organization", "岚江市中心医院", "入组例数", 86.0, "例"),
        ("Organization", "云岭大学第一医院", "入组例数", 112.0, "例"),
    }


def test_how_a_sequence_was_set_is_no_figure_of_it(tmp_path: Path) -> None:
    text = "表4 扫描参数\n序列 TR(ms) TE(ms) 层厚(mm)\nT1WI 550 11 3\nT2WI 4200 98 3\nDWI 5600 72 4\n"
    assert told(text, tmp_path) == set()


def test_what_a_device_has_is_no_figure_of_the_house_that_it_stands_in(tmp_path: Path) -> None:
    text = "表2 装机单位\n单位\t场强\t厂家\n岚江大学\t7.0T\t云岭医疗\n云岭大学\t9.4T\t云岭医疗\n"
    assert told(text, tmp_path) == set()


def _said(text: str, folder: Path) -> set[tuple[str, str, str]]:
    file = folder / "centres.txt"
    file.write_text(text, "utf-8")
    found = ListingIngester().ingest(read_document(file), pipeline())
    return {(one.subject.name, one.predicate, one.object.name) for one in found if isinstance(one, Fact)}


def test_who_leads_a_centre_and_its_techniques(tmp_path: Path) -> None:
    head = "表1 国内部分弹性成像中心概况\n中心\t负责人\t主要技术\t开展年份\t年检查量(例)\n"
    rows = "溪山医科大学总医院\t裘叔平\t剪切波弹性成像、超声造影\t2003\t9 850\n琼北市人民医院\t符传海\t某新法\t2015\t2 260\n"
    said = {fact for fact in _said(head + rows, tmp_path) if fact[1] in ("AFFILIATED_WITH", "WORKS_ON")}
    assert said == {
        ("裘叔平", "AFFILIATED_WITH", "溪山医科大学总医院"),
        ("裘叔平", "WORKS_ON", "剪切波弹性成像"),
        ("裘叔平", "WORKS_ON", "超声造影"),
        ("溪山医科大学总医院", "WORKS_ON", "剪切波弹性成像"),
        ("溪山医科大学总医院", "WORKS_ON", "超声造影"),
        ("符传海", "AFFILIATED_WITH", "琼北市人民医院"),
    }


def test_a_table_of_projects_tells_no_techniques_of_houses(tmp_path: Path) -> None:
    head = "表2 立项项目\n单位\t负责人\t项目名称\t技术\t经费(万元)\n"
    rows = "溪山医科大学总医院\t裘叔平\t肝纤维化研究\t超声造影\t20\n岚江大学第二医院\t甄敬之\t乳腺研究\t超声造影\t30\n"
    assert not any(predicate == "WORKS_ON" for _, predicate, _ in _said(head + rows, tmp_path))


def of_lists(text: str, folder: Path) -> set[tuple[str, str, str, object]]:
    """What the tables of a text say."""
    file = folder / "review.txt"
    file.write_text(text, "utf-8")
    told = read_assertions(read_document(file), pipeline())[0]
    return {
        (one.subject.name, one.predicate, one.object.name, one.qualifiers.get("value"))
        for one in told
        if isinstance(one, Fact) and one.evidence.rule.startswith("listing.")
    }


MANY = """岚江成像（lanjiang imaging，LJI）近年来发展很快。松江弹性成像（songjiang elastography，SJE）问世较晚。
表3 国内影像技术诊断效能研究
年份\t作者\t单位\t技术\t例数\t敏感度(%)
2030\t公冶毅等\t溪山骨科医院\t双能CT\t612\t94.1
2031\t裘宁远\t松江大学人民医院\tSJE\t77\t92.6
"""


def test_figures_of_studies_are_of_the_technique_that_the_row_names(tmp_path: Path) -> None:
    told = of_lists(MANY, tmp_path)
    assert {one for one in told if one[1] == "HAS_METRIC"} == {
        ("双能CT", "HAS_METRIC", "敏感度", 94.1),
        ("松江弹性成像", "HAS_METRIC", "敏感度", 92.6),
    }
    assert ("公冶毅", "AFFILIATED_WITH", "溪山骨科医院", None) in told


def test_what_techniques_of_a_row_are_for(tmp_path: Path) -> None:
    text = (
        "表1 各种技术\n技术名称\t缩写\t适应证\n双能CT\tDECT\t痛风、肺栓塞\n特征追踪\tFT\t扩张型心肌病\n"
        "表2 禁用\n技术名称\t原因\t慎用\n双能CT\t辐射\t肝癌\n特征追踪\t无\t痛风\n"
    )
    assert {one[:3] for one in of_lists(text, tmp_path)} == {
        ("双能CT", "TARGETS", "痛风"),
        ("双能CT", "TARGETS", "肺栓塞"),
        ("特征追踪", "TARGETS", "扩张型心肌病"),
    }


def test_what_a_firm_earns_is_the_firms(tmp_path: Path) -> None:
    text = (
        "表4 主要企业\n企业名称\t总部\t主要产品\t营业收入（亿元）\n岚江成像科技有限公司\t宁波\t光声成像仪\t7.5\n"
        "溪山量感医疗有限公司\t福州\t弹性成像仪\t3\n"
    )
    told = of_lists(text, tmp_path)
    assert {one for one in told if one[1] == "HAS_METRIC"} == {
        ("岚江成像科技有限公司", "HAS_METRIC", "营业收入", 7.5),
        ("溪山量感医疗有限公司", "HAS_METRIC", "营业收入", 3),
    }
    assert ("岚江成像科技有限公司", "LOCATED_IN", "宁波", None) in told


def test_cases_of_a_house_that_stands_behind_its_head_or_the_year(tmp_path: Path) -> None:
    text = (
        "表5 主要中心\n负责人\t中心名称\t开展时间\t设备\t病例数\n裘宁远\t溪山市肿瘤医院\t2021年\tPET/CT\t3200\n"
        "冉竹\t松江大学附属医院\t2023年\tSPECT/CT\t900\n"
    )
    told = of_lists(text, tmp_path)
    assert {one for one in told if one[1] == "HAS_METRIC"} == {
        ("溪山市肿瘤医院", "HAS_METRIC", "病例数", 3200),
        ("松江大学附属医院", "HAS_METRIC", "病例数", 900),
    }
    assert ("PET/CT", "ADOPTED_BY", "溪山市肿瘤医院", None) in told


def test_papers_of_people_are_not_their_houses(tmp_path: Path) -> None:
    text = "表6 人员\n姓名\t单位\t论文数\n裘宁远\t溪山市肿瘤医院\t32\n冉竹\t松江大学附属医院\t9\n"
    assert not {one for one in of_lists(text, tmp_path) if one[1] == "HAS_METRIC"}


def test_wide_blanks_alone_part_the_cells_below_heads_that_are_known(tmp_path: Path) -> None:
    text = (
        "岚江成像的应用\n\n一、分类\n\n技术名称    适用疾病    优点\n双能CT    痛风、肺栓塞    无创\n"
        "特征追踪    扩张型心肌病    定量\n"
        "光声成像    乳腺癌    可重复\n\n二、其他\n"
    )
    assert {one[:3] for one in of_lists(text, tmp_path)} == {
        ("双能CT", "TARGETS", "痛风"),
        ("双能CT", "TARGETS", "肺栓塞"),
        ("特征追踪", "TARGETS", "扩张型心肌病"),
        ("光声成像", "TARGETS", "乳腺癌"),
    }

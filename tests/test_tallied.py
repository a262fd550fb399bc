"""Tables of counts by field, kind of projects, province or house."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.listing import ListingIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from kg.model import Fact
from kg.ontology import check


def figures(text: str, folder: Path) -> set[tuple[object, ...]]:
    """What the table of a text counts: of what, in which scope."""
    file = folder / "counts.txt"
    file.write_text(text, "utf-8")
    document = read_document(file)
    if not ListingIngester().accepts(document):
        return set()
    found = [one for one in ListingIngester().ingest(document, pipeline()) if isinstance(one, Fact)]
    assert all(check(one) is None for one in found)
    told = ((one, one.qualifiers) for one in found if one.predicate == "HAS_METRIC")
    return {
        (one.subject.label, one.subject.name, one.object.name, said["value"], said["unit"], said.get("scope", ""))
        for one, said in told
    }


def test_by_field_of_a_programme(tmp_path: Path) -> None:
    text = (
        "表2 2031年度“岚江专项”各领域申请与资助情况\n学科代码\t领域名称\t申请项目数\t资助项目数\n"
        "L01\t心脏影像\t44\t3\nL02\t神经影像\t95\t9\nL03\t核医学\t62\t6\n合计\t\t201\t18\n"
    )
    found = figures(text, tmp_path)
    assert ("FundingProgram", "神经影像", "资助项目数", 9.0, "项", "岚江专项") in found
    assert ("FundingProgram", "核医学", "申请项目数", 62.0, "项", "岚江专项") in found
    assert len(found) == 6


def test_by_kind_of_projects_with_sums_and_rates(tmp_path: Path) -> None:
    text = (
        "2031年度岚江省自然科学基金资助情况\n项目类型\t申请项数\t批准项数\t资助金额（万元）\t资助率（%）\n"
        "面上项目\t400\t80\t800\t20\n青年项目\t300\t90\t450\t30\n重点项目\t50\t5\t250\t10\n"
    )
    found = figures(text, tmp_path)
    assert ("FundingProgram", "青年项目", "资助金额", 450.0, "万元", "岚江省自然科学基金") in found
    assert ("FundingProgram", "重点项目", "资助率", 10.0, "%", "岚江省自然科学基金") in found
    assert len(found) == 12


def test_by_province(tmp_path: Path) -> None:
    text = "2031年PET/CT配置情况\n省份\t设备台数\n四川省\t44\n云南省\t12\n贵州省\t9\n合计\t65\n"
    assert figures(text, tmp_path) == {
        ("Place", name, "设备台数", value, "台", "") for name, value in (("四川省", 44.0), ("云南省", 12.0), ("贵州省", 9.0))
    }


@pytest.mark.parametrize(
    "text",
    [
        "课程安排\n领域名称\t学时数\n心脏影像\t44\n神经影像\t12\n核医学\t9\n",
        "“岚江专项”立项清单\n项目名称\t领域\t资助金额（万元）\n某成像方法\t心脏影像\t44\n某探针\t核医学\t12\n某装置\t放疗\t9\n",
        "“岚江专项”评审得分\n领域名称\t得分\n心脏影像\t44\n神经影像\t12\n核医学\t9\n",
    ],
)
def test_other_tables_are_none(text: str, tmp_path: Path) -> None:
    assert not {one for one in figures(text, tmp_path) if one[0] == "FundingProgram"}


def test_by_town_with_single_blanks_beside_what_sort_of_town_it_is(tmp_path: Path) -> None:
    text = (
        "2031年临床重点专科统计\n\n排名 城市 类别 获评专科数量 入选医院数量\n1 北京 直辖市 68 31\n2 广州 省会城市 55 20\n"
        "3 武汉 省会城市 41 11\n"
    )
    found = figures(text, tmp_path)
    assert ("Place", "广州", "获评专科数量", 55.0, "个", "") in found
    assert ("Place", "武汉", "入选医院数量", 11.0, "家", "") in found
    assert len(found) == 6


def test_a_cell_a_line_with_a_stroke_behind_it(tmp_path: Path) -> None:
    heads = ("学科代码", "领域名称", "申请项目数", "资助项目数")
    rows = (("L01", "心脏影像", "44", "3"), ("L02", "神经影像", "95", "9"), ("L03", "核医学", "62", "6"))
    text = (
        "表2 2031年度“岚江专项”各领域申请与资助情况\n" + "\n|\n".join((*heads, *(one for row in rows for one in row))) + "\n|\n"
    )
    found = figures(text, tmp_path)
    assert ("FundingProgram", "神经影像", "资助项目数", 9.0, "项", "岚江专项") in found
    assert len(found) == 6

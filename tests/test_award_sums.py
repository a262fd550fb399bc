"""Tables of a form that tell sums year by year and what each user examined, in pages of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.award import AwardIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from kg.model import Fact

WORK = "颈动脉斑块磁共振管壁成像风险分层体系"
HEAD = f"""\
2022年度霁川省科学技术奖提名项目公示
成果名称：{WORK}
主要完成人：1. 澹台若水（霁川大学附属医院） 2. 漆云屿（霁川理工大学）
主要完成单位：霁川大学附属医院、霁川理工大学

"""
TABBED = """\
近三年经济效益（万元）\t年度\t新增销售额\t新增利润\t创收外汇（万美元）
\t2019\t1,250.5\t180\t0
\t2020\t1840\t260.4\t12.5
\t合计\t3090.5\t440.4\t12.5
"""
SPACED = """\
直接经济效益 单位：万元
年份 新增销售额 新增利润 新增税收
2019年 1250 180 40
2020年 1840 260 55
"""
USERS = """\
应用单位\t单位名称\t起止时间\t检查例数
\t望桥市中心医院\t2019.3至今\t3 120
\t霁川市第二人民医院\t2020.1至今\t870
"""


def stated(tmp_path: Path, table: str) -> set[tuple[str, str, object, object, object]]:
    """Subject, name, value, unit and year of the figures of a form."""
    page = tmp_path / "form.txt"
    page.write_text(HEAD + table, "utf-8")
    found = AwardIngester().ingest(read_document(page), pipeline())
    return {
        (one.subject.name, one.object.name, one.qualifiers["value"], one.qualifiers["unit"], one.qualifiers.get("year"))
        for one in found
        if isinstance(one, Fact) and one.predicate == "HAS_METRIC"
    }


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            TABBED,
            {
                (WORK, "新增销售额", 1250.5, "万元", 2019),
                (WORK, "新增利润", 180, "万元", 2019),
                (WORK, "新增销售额", 1840, "万元", 2020),
                (WORK, "新增利润", 260.4, "万元", 2020),
                (WORK, "创收外汇", 12.5, "万美元", 2020),
                (WORK, "新增销售额合计", 3090.5, "万元", None),
                (WORK, "新增利润合计", 440.4, "万元", None),
                (WORK, "创收外汇合计", 12.5, "万美元", None),
            },
        ),
        (
            SPACED,
            {
                (WORK, name, value, "万元", year)
                for year, values in ((2019, (1250, 180, 40)), (2020, (1840, 260, 55)))
                for name, value in zip(("新增销售额", "新增利润", "新增税收"), values, strict=True)
            },
        ),
        (USERS, {("望桥市中心医院", "检查例数", 3120, "例", None), ("霁川市第二人民医院", "检查例数", 870, "例", None)}),
    ],
)
def test_each_cell_is_the_works_of_its_year_or_the_users(tmp_path: Path, table: str, expected: set[object]) -> None:
    assert stated(tmp_path, table) == expected


@pytest.mark.parametrize(
    "table",
    [
        TABBED.replace("（万元）", ""),  # no unit
        SPACED.replace("1250 180 40", "1250 180").replace("1840 260 55", "1840 260"),  # a cell less than the head
        USERS.replace("检查例数", "联系电话"),
        "序号 年份 期刊 影响因子\n1 2019 霁川医学 3.1\n",
    ],
)
def test_what_no_head_or_unit_explains_is_no_figure(tmp_path: Path, table: str) -> None:
    assert not {one for one in stated(tmp_path, table) if one[3] != "万美元"}


def test_what_others_reach_is_no_figure_of_the_work(tmp_path: Path) -> None:
    """国外同类技术的分辨率 stands beside the work's own, and a comparison keeps its figure."""
    summary = (
        "项目简介\n本项目研制的管壁成像序列分辨率达0.3mm。国外同类技术分辨率为0.5mm，进口设备的扫描时间约12分钟。"
        "与传统方法相比，检出率提高到91.5%。国外应用单位12家。\n"
    )
    found = {(name, value) for _, name, value, _, _ in stated(tmp_path, summary)}
    assert {value for _, value in found} == {0.3, 91.5, 12.0}

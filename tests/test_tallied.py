"""Tables of counts by field, kind of projects, province or house."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.listing import ListingIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from kg.model import Alias, Fact
from kg.ontology import check


def facts(text: str, folder: Path) -> list[Fact]:
    """What the ingester of lists says of a text, or of a page."""
    file = folder / ("counts.html" if text.startswith("<") else "counts.txt")
    file.write_text(text, "utf-8")
    document = read_document(file)
    if not ListingIngester().accepts(document):
        return []
    found = [one for one in ListingIngester().ingest(document, pipeline()) if isinstance(one, Fact)]
    assert all(check(one) is None for one in found)
    return found


def figures(text: str, folder: Path) -> set[tuple[object, ...]]:
    """What the table of a text counts: of what, in which scope."""
    told = ((one, one.qualifiers) for one in facts(text, folder) if one.predicate == "HAS_METRIC")
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


SURVEY = """<html><body><h1>2031年松江省核医学现状调查</h1><p>各地设备见表1。溪山市已获许可，计划2033年装机。</p>
<table><caption>表1 松江省各市州核医学设备分布（台）</caption>
<tr><th rowspan="2">地区</th><th rowspan="2">医疗机构（家）</th><th colspan="2">正电子显像设备</th>
<th rowspan="2">SPECT（含SPECT/CT）</th></tr>
<tr><th>PET/CT</th><th>PET/MR</th></tr>
<tr><td>溪山市</td><td>21</td><td>13</td><td>3</td><td>1 020</td></tr>
<tr><td>江屏自治州</td><td>9</td><td>5</td><td>0</td><td>—</td></tr>
<tr><td>其他9市</td><td>7</td><td>4</td><td>0</td><td>7</td></tr>
<tr><td>合计</td><td>37</td><td>22</td><td>3</td><td>27</td></tr></table></body></html>"""


def test_heads_over_several_columns_and_the_unit_of_the_whole_table(tmp_path: Path) -> None:
    assert figures(SURVEY, tmp_path) == {
        ("Place", "溪山市", "医疗机构数", 21.0, "家", ""),
        ("Place", "溪山市", "PET/CT数", 13.0, "台", ""),
        ("Place", "溪山市", "PET/MR数", 3.0, "台", ""),
        ("Place", "溪山市", "SPECT数", 1020.0, "台", ""),
        ("Place", "江屏自治州", "医疗机构数", 9.0, "家", ""),
        ("Place", "江屏自治州", "PET/CT数", 5.0, "台", ""),
        ("Place", "江屏自治州", "PET/MR数", 0.0, "台", ""),
        # of the whole province only what the rows make
        ("Place", "松江省", "医疗机构数", 37.0, "家", ""),
        ("Place", "松江省", "PET/CT数", 22.0, "台", ""),
        ("Place", "松江省", "PET/MR数", 3.0, "台", ""),
    }
    assert {one.qualifiers.get("year") for one in facts(SURVEY, tmp_path)} == {2031}


def test_years_over_what_was_counted(tmp_path: Path) -> None:
    page = (
        "<html><body><table><tr><th rowspan='2'>省份</th><th colspan='2'>2030年</th><th colspan='2'>2031年</th></tr>"
        "<tr><th>装机量（台）</th><th>检查量（万例）</th><th>装机量（台）</th><th>检查量（万例）</th></tr>"
        "<tr><td>四川省</td><td>44</td><td>9.5</td><td>51</td><td>11</td></tr><tr><td>云南省</td><td>12</td><td>3</td><td>14</td><td>4</td></tr>"
        "<tr><td>贵州省</td><td>9</td><td>2</td><td>10</td><td>2.5</td></tr></table></body></html>"
    )
    found = {
        (one.subject.name, one.object.name, one.qualifiers["value"], one.qualifiers["year"]) for one in facts(page, tmp_path)
    }
    assert ("四川省", "检查量", 9.5, 2030) in found
    assert ("四川省", "装机量", 51.0, 2031) in found
    assert len(found) == 12


HOUSES = """<html><body><table><caption>表2 {caption}</caption>
<tr><th>序号</th><th>单位</th><th>所在地</th><th>科主任</th><th>2031年检查量（例）</th></tr>
<tr><td>1</td><td>松江省人民医院</td><td rowspan="3">溪山市</td><td>裘 宁</td><td>2 146</td></tr>
<tr><td>2</td><td>松江大学附属肿瘤医院</td><td>莫听涛</td><td>1 873</td></tr>
<tr><td>3</td><td>松江市中心医院</td><td>空缺</td><td>—</td></tr></table></body></html>"""


def test_where_houses_are_who_heads_them_and_what_they_have(tmp_path: Path) -> None:
    found = facts(HOUSES.format(caption="PET/MR安装单位"), tmp_path)
    edges = {(one.subject.name, one.predicate, one.object.name) for one in found}
    houses = ("松江省人民医院", "松江大学附属肿瘤医院", "松江市中心医院")
    assert edges == {
        *((house, "LOCATED_IN", "溪山市") for house in houses),
        *(("PET/MR", "ADOPTED_BY", house) for house in houses),
        *((house, "HAS_METRIC", "PET/MR检查量") for house in houses[:2]),
        ("裘宁", "AFFILIATED_WITH", houses[0]),
        ("莫听涛", "AFFILIATED_WITH", houses[1]),
    }
    assert {one.qualifiers["position"] for one in found if one.predicate == "AFFILIATED_WITH"} == {"科主任"}


@pytest.mark.parametrize("caption", ["拟配置PET/MR单位", "PET/MR配置规划单位", "各单位检查情况", "设备使用单位"])
def test_what_is_only_planned_or_not_named_is_nobodys(caption: str, tmp_path: Path) -> None:
    assert not [one for one in facts(HOUSES.format(caption=caption), tmp_path) if one.predicate == "ADOPTED_BY"]


@pytest.mark.parametrize("head", ["<th>省份</th><th>课程</th><th>时间</th>", "<th>地区</th><th>联系电话</th><th>邮编</th>"])
def test_numbers_without_a_unit_are_no_counts(head: str, tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{name}</td><td>12</td><td>610000</td></tr>" for name in ("四川省", "云南省", "贵州省"))
    assert not figures(f"<html><body><table><tr>{head}</tr>{rows}</table></body></html>", tmp_path)


QUALITY = """<html><body><table><caption>表1　2031年各地核医学科室、设备及质控指标</caption><thead>
<tr><th rowspan="2">省（区）</th><th rowspan="2">上报科室<br>（家）</th>
<th colspan="2">设备（台）</th><th colspan="2">检查量（万例）</th><th colspan="2">质控指标</th></tr>
<tr><th>SPECT</th><th>PET/CT</th><th>SPECT</th><th>PET/CT</th><th>执行率（%）</th><th>每百万人口PET/CT（台）</th></tr></thead>
<tr><td>松江省</td><td>71</td><td>88</td><td>35</td><td>9.1</td><td>4.2</td><td>95.6</td><td>0.52</td></tr>
<tr><td>云麓自治区</td><td>17</td><td>16</td><td>4</td><td>1.5</td><td>0.3</td><td>—</td><td>0.19</td></tr>
<tr><td>合计</td><td>88</td><td>104</td><td>39</td><td>10.6</td><td>4.5</td><td>93</td><td>0.4</td></tr></table></body></html>"""


def test_units_over_several_columns(tmp_path: Path) -> None:
    found = figures(QUALITY, tmp_path)
    assert {one[2:5] for one in found if one[1] == "云麓自治区"} == {
        ("上报科室数", 17.0, "家"),
        ("SPECT数", 16.0, "台"),
        ("PET/CT数", 4.0, "台"),
        ("SPECT检查量", 1.5, "万例"),
        ("PET/CT检查量", 0.3, "万例"),
        ("每百万人口PET/CT数", 0.19, "台"),
    }
    assert {one[1] for one in found} == {"松江省", "云麓自治区"}


def test_words_below_several_heads_take_each_along(tmp_path: Path) -> None:
    page = (
        "<html><body><table><tr><th rowspan='2'>医疗机构</th><th colspan='2'>CT</th><th colspan='2'>PET/MR</th></tr>"
        "<tr><th>台数</th><th>检查例数</th><th>台数</th><th>检查例数</th></tr>"
        "<tr><td>溪山市中心医院</td><td>4</td><td>900</td><td>1</td><td>30</td></tr><tr><td>望海医院</td><td>5</td><td>800</td><td>0</td><td>-</td></tr>"
        "<tr><td>云麓医院</td><td>3</td><td>700</td><td>1</td><td>20</td></tr></table></body></html>"
    )
    assert {one[2:5] for one in figures(page, tmp_path) if one[1] == "溪山市中心医院"} == {
        ("CT台数", 4.0, "台"),
        ("CT检查例数", 900.0, "例"),
        ("PET/MR台数", 1.0, "台"),
        ("PET/MR检查例数", 30.0, "例"),
    }


def test_rows_of_the_same_town_tell_of_which_part(tmp_path: Path) -> None:
    page = (
        "<html><body><table><tr><th>地市</th><th>医院等级</th><th>医院数</th><th>甲级片率（%）</th></tr>"
        "<tr><td rowspan='2'>溪山市</td><td>三级</td><td>12</td><td>91.2</td></tr>"
        "<tr><td>二级</td><td>30</td><td>81.2</td></tr>"
        "<tr><td>望海市</td><td>三级</td><td>8</td><td>90.2</td></tr></table></body></html>"
    )
    assert ("Place", "溪山市", "医院数", 30.0, "家", "二级") in figures(page, tmp_path)
    assert ("Place", "溪山市", "甲级片率", 91.2, "%", "三级") in figures(page, tmp_path)


def test_columns_of_years_count_what_the_caption_does(tmp_path: Path) -> None:
    rows = "省份\t2030年\t2031年\n四川省\t20\t22\n云南省\t40\t42\n贵州省\t9\t10\n"
    found = {
        (one.subject.name, one.object.name, one.qualifiers["value"], one.qualifiers["year"])
        for one in facts("表5 2030—2031年各省PET/CT数量（台）\n" + rows, tmp_path)
    }
    assert ("四川省", "PET/CT数量", 20.0, 2030) in found
    assert ("贵州省", "PET/CT数量", 10.0, 2031) in found
    assert len(found) == 6
    assert not facts("单位：万元\n" + rows, tmp_path)


def test_a_list_of_houses_tells_where_they_are_and_what_else_they_are_called(tmp_path: Path) -> None:
    text = (
        "表1 准予许可名单\n序号\t医疗机构\t所在省市\t曾用名/第二名称\n1\t溪山肿瘤医院\t天津\t松江大学肿瘤医院\n"
        "2\t云麓医科大学附属第一医院\t四川\t/\n3\t望海医院\t重庆\t/\n"
    )
    found = facts(text, tmp_path)
    assert {(one.subject.name, one.predicate, one.object.name) for one in found} == {
        ("溪山肿瘤医院", "LOCATED_IN", "天津"),
        ("云麓医科大学附属第一医院", "LOCATED_IN", "四川"),
        ("望海医院", "LOCATED_IN", "重庆"),
    }
    document = read_document(tmp_path / "counts.txt")
    named = [one for one in ListingIngester().ingest(document, pipeline()) if isinstance(one, Alias)]
    assert [(one.of.name, one.name) for one in named] == [("溪山肿瘤医院", "松江大学肿瘤医院")]


@pytest.mark.parametrize(
    "text",
    [
        "表1 参加者\n单位\t姓名\t所在省市\n溪山市中心医院\t裘宁\t四川\n望海医院\t莫听涛\t四川\n云麓医院\t卫澜\t云南\n",
        "表3 编码\n医疗机构\t医院等级\t机构代码\n溪山市中心医院\t三级\t100231\n望海医院\t二级\t120032\n云麓医院\t三级\t3321\n",
    ],
)
def test_lists_of_houses_for_another_end_are_none(text: str, tmp_path: Path) -> None:
    assert not facts(text, tmp_path)


def test_the_rows_of_a_table_before_tell_no_year(tmp_path: Path) -> None:
    text = (
        "表2 装机\n医院\t机型\t装机时间\n溪山市中心医院\tPET/CT\t2029年\n望海医院\tPET/CT\t2030年\n\n"
        "表3 份额\n企业\t装机量（台）\t市场份额（%）\n"
        "溪山量感科技有限公司\t120\t33.1\n望海量感科技有限公司\t90\t21\n云麓光影股份有限公司\t40\t9.9\n"
    )
    shares = [one for one in facts(text, tmp_path) if one.object.name == "市场份额"]
    assert len(shares) == 3
    assert not any("year" in one.qualifiers for one in shares)


@pytest.mark.parametrize(("caption", "unit"), [("各省影像设备与人员情况", "台"), ("各省影像检查情况", None)])
def test_devices_are_counted_by_their_names_where_the_caption_speaks_of_them(
    caption: str, unit: str | None, tmp_path: Path
) -> None:
    text = f"表1 {caption}\n省份\tPET/CT\t从业人员\n浙江省\t44\t803\n福建省\t9\t512\n安徽省\t12\t380\n"
    told = {one for one in figures(text, tmp_path) if one[1] == "浙江省"}
    people = ("Place", "浙江省", "从业人员数", 803.0, "人", "")
    assert told == ({people, ("Place", "浙江省", "PET/CT数", 44.0, unit, "")} if unit else set())


PROVINCES = {("Place", "江苏省", 2031, 34.0), ("Place", "江苏省", 2032, 103.0), ("Place", "湖北省", 2031, 9.0)} | {
    ("Place", "湖北省", 2032, 123.0),
    ("Place", "福建省", 2031, 27.0),
    ("Place", "福建省", 2032, 105.0),
}


@pytest.mark.parametrize(
    "rows",
    [
        "省份\t2031年（台）\t2032年（台）\n江苏省\t34\t103\n湖北省\t9\t123\n福建省\t27\t105\n",
        "省份    2031年（台）    2032年（台）\n江苏省    34    103\n湖北省    9    123\n福建省    27    105\n",
        "年份\t江苏省\t湖北省\t福建省\n2031年\t34台\t9台\t27台\n2032年\t103台\t123台\t105台\n",
        "省份\t2031年（台）\t2032年（台）\n江苏省\t34\t103\n湖北省\t9\t123\n"
        "· 7 ·\n续表2\n省份\t2031年（台）\t2032年（台）\n福建省\t27\t105\n",
    ],
    ids=["years as heads", "wide blanks", "years as rows", "cut by a page"],
)
def test_counts_of_places_by_year_below_any_caption(rows: str, tmp_path: Path) -> None:
    found = [one for one in facts(f"表2 能谱CT设备地区分布\n{rows}", tmp_path) if one.predicate == "HAS_METRIC"]
    assert {
        (one.subject.label, one.subject.name, one.qualifiers["year"], one.qualifiers["value"]) for one in found
    } == PROVINCES
    assert {one.qualifiers["unit"] for one in found} == {"台"}


def test_firms_with_units_in_their_cells(tmp_path: Path) -> None:
    text = "表3 主要厂商\n生产企业\t装机量\n"
    text += "溪山光澜医疗器械有限公司\t146台\n华岳影像技术有限公司\t222台\n东晟医疗系统有限公司\t381台\n"
    assert {(one[1], one[3], one[4]) for one in figures(text, tmp_path)} == {
        ("溪山光澜医疗器械有限公司", 146.0, "台"),
        ("华岳影像技术有限公司", 222.0, "台"),
        ("东晟医疗系统有限公司", 381.0, "台"),
    }


def test_when_houses_were_founded_is_no_count(tmp_path: Path) -> None:
    text = "表3 主要厂商\n生产企业\t成立\n"
    text += "溪山光澜医疗器械有限公司\t2001年\n华岳影像技术有限公司\t2002年\n东晟医疗系统有限公司\t2003年\n"
    assert not figures(text, tmp_path)


SUMMED = (
    "<html><head><title>岚江省核医学2031年现状普查简报</title></head><body>"
    "<p>共设科室19个，西陵市中心医院计划明年开科。</p>{table}</body></html>"
)
TOWNS = (
    "<table><caption>附表1 各市核医学科室与设备数（2031年，{note}）</caption>"
    '<tr><td rowspan="2">市</td><td rowspan="2">科室数</td>'
    '<td colspan="2">显像设备（台）</td><td colspan="2">人员（人）</td></tr>'
    "<tr><td>PET/CT</td><td>SPECT</td><td>医师</td><td>技师</td></tr>"
    "<tr><td>溪山市</td><td>9</td><td>5</td><td>3</td><td>40</td><td>20</td></tr>"
    "<tr><td>西陵市</td><td>4</td><td>1</td><td>2</td><td>12</td><td>8</td></tr>"
    "<tr><td>其余6市</td><td>6</td><td>0</td><td>4</td><td>10</td><td>{last}</td></tr>"
    "<tr><td>合计</td><td>{sum}</td><td>{scans}</td><td>9</td><td>{staff}</td><td>35</td></tr></table>"
)


def test_the_sums_of_towns_are_the_provinces(tmp_path: Path) -> None:
    table = TOWNS.format(note="按科室数排序", last="7", sum="19", scans="6", staff="62")
    found = figures(SUMMED.format(table=table), tmp_path)
    assert ("Place", "岚江省", "科室数", 19.0, "个", "") in found
    assert ("Place", "岚江省", "PET/CT数", 6.0, "台", "") in found
    assert ("Place", "西陵市", "医师数", 12.0, "人", "") in found
    assert not {one for one in found if one[1] == "其余6市"}


@pytest.mark.parametrize(
    ("note", "total"),
    [("部分市", "19"), ("按科室数排序", "88")],
)
def test_sums_of_a_part_or_of_more_than_the_rows_are_nobodys(note: str, total: str, tmp_path: Path) -> None:
    table = TOWNS.format(note=note, last="9", sum=total, scans="8", staff="70")
    assert not {one for one in figures(SUMMED.format(table=table), tmp_path) if one[1] in ("岚江省", "合计")}


def test_the_sums_of_several_provinces(tmp_path: Path) -> None:
    text = (
        "<html><head><title>西南三省（直辖市）放射治疗现状调查</title></head><body><p>表1 放射治疗设备分布（2031年）</p><table>"
        "<tr><th>地区</th><th>机构数（家）</th><th>加速器（台）</th></tr><tr><td>四川省</td><td>30</td><td>50</td></tr>"
        "<tr><td>云南省</td><td>12</td><td>20</td></tr><tr><td>重庆市</td><td>8</td><td>14</td></tr>"
        "<tr><td>合计</td><td>50</td><td>84</td></tr></table></body></html>"
    )
    assert ("Place", "西南三省（直辖市）", "机构数", 50.0, "家", "") in figures(text, tmp_path)

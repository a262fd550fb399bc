"""Printed tables without upright rules, or without any: cells of several lines, groups, cells in the middle, page ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers.html import HtmlReader
from ingest.readers.pdf import PdfReader
from kg.model import Document
from tests import specimen
from tests.conftest import unavailable

STYLE = """<meta charset=utf-8><style>@page{size:A4;margin:20mm 18mm}body{font:10.5pt/1.5 serif;margin:0}p{margin:0}
table{border-collapse:collapse;width:100%%;margin:4pt 0}td,th{padding:2pt 8pt;text-align:left;font-weight:normal;%s}
.level{border-top:1pt solid;border-bottom:1pt solid}.level td,.level th{padding:2pt 4pt}.level th{border-bottom:.5pt solid}
thead{display:%s}</style>"""
LONG = "超极化气体磁共振成像在慢性阻塞性肺疾病早期诊断与疗效评价中的关键科学问题与多中心研究"
PROJECTS = (
    ("1", LONG, "钟离岳", "东湖大学附属第二医院", "298"),
    ("2", "光声成像探头", "苗晓舟", "松原理工大学", "57"),
    ("3", "面向基层的低场磁共振快速重建方法及其在脑卒中筛查中的应用", "葛若水", "江汉先进成像研究所", "60"),
    ("4", "肺通气显像新方法", "岑文远", "东湖市中心医院", "30"),
)
NAMES = "钟离岳", "欧阳若水", "岑文", "闵怀舟"
HEAD = "<tr><th>序号<th>项目名称<th>负责人<th>单位<th>经费（万元）</tr>"
ROWS = [f"<tr><td>{'<td>'.join(row)}</tr>" for row in PROJECTS]
PLAIN = HEAD + "".join(ROWS)
GROUPED = f"{HEAD}<tr><td colspan=5>医学科学部</tr>{''.join(ROWS[:2])}<tr><td colspan=5>信息科学部</tr>{''.join(ROWS[2:])}"
MERGED = (
    "<tr><td>大类<td>学会<td>分会<td>成立</tr><tr><td rowspan=3>理科<td rowspan=2>甲光学会<td>生物光子学分会<td>1998</tr>"
    "<tr><td>激光医学分会<td>2003</tr><tr><td>乙物理学会<td>磁共振分会<td>1985</tr><tr><td rowspan=3>医科<td rowspan=3>丁医学会"
    "<td>放射学分会<td>1937</tr><tr><td>超声医学分会<td>1986</tr><tr><td>核医学分会<td>1980</tr>"
)


@pytest.fixture(autouse=True)
def chromium() -> None:
    if not specimen.CHROMIUM:
        unavailable("chromium", "a PDF is printed with Chromium, which this machine lacks")


def both(body: str, folder: Path, *, cells: str = "", head: str = "table-row-group") -> tuple[Document, Document]:
    """The page as it is and as it is printed."""
    around = f"<p>项目如下。</p>{body}<p>以上经费已经到位，将按年度拨付。</p>"
    page = f"<html><head>{STYLE % (cells, head)}</head><body>{around}</body></html>"
    (folder / "page.html").write_text(page, "utf-8")
    specimen.print_page(page, folder / "page.pdf")
    return HtmlReader().read(folder / "page.html"), PdfReader().read(folder / "page.pdf")


def lines(document: Document) -> list[str]:
    return [line.strip() for line in document.text.split("\n")]


@pytest.mark.parametrize("rows", [PLAIN, GROUPED, MERGED], ids=["plain", "groups", "merged"])
@pytest.mark.parametrize(
    "cells",
    ["vertical-align:top", "vertical-align:middle", "vertical-align:middle;text-align:center"],
    ids=["top", "middle", "centred"],
)
def test_cells_of_several_lines_without_rules(cells: str, rows: str, tmp_path: Path) -> None:
    web, pdf = both(f"<table>{rows}</table>", tmp_path, cells=cells)
    assert lines(pdf) == lines(web)
    assert len(pdf.tables) == 1


NARROW = (
    ("重点项目", 2, "JS2031A01", "阙若楠", "基于气体成像的肺小气道病变早期识别与随访研究", "东湖大学第二附属医院", "300,000"),
    ("", 0, "JS2031A02", "司空启帆", "脑类淋巴系统功能障碍的扩散成像定量及其机制", "松原理工大学", "100,000"),
    ("面上项目", 2, "JS2031B07", "晏禾", "低场磁共振重建", "江汉先进成像研究所附属医院", "80,000"),
    ("", 0, "JS2031B09", "诸葛昕", "面向床旁肺部超声的轻量化伪影自动计数网络与多中心验证", "东湖市中心医院", "60,000"),
)
HEADS = "类别", "受理编号", "申请人", "项目名称", "依托单位", "金额（元）"


def listed(dress: str) -> str:
    """A list with narrow columns, names of which take a line for each character, and a category that stands for two rows."""
    rows = "".join(
        f"<tr>{f'<td rowspan={count}>{kind}' * bool(count)}<td>{'<td>'.join(rest)}</tr>" for kind, count, *rest in NARROW
    )
    return f"<style>{dress}</style><table class=level><tr><th>{'<th>'.join(HEADS)}</tr>{rows}</table>"


FIRST = ".level tr:first-child td{border-bottom:.5pt solid}"
FORM = (
    f"<table class=level><tr><td>成果名称<td colspan=4>低场成像平台</tr><tr><td>成果简介<td colspan=4>{LONG * 5}</tr>"
    "<tr><td rowspan=3>主要完成人<td>排序<td>姓名<td>职称<td>单位</tr>"
    "<tr><td>1<td>钟离岳<td>教授<td rowspan=2>东湖大学附属第二医院</tr>"
    "<tr><td>2<td>苗晓舟<td>主管技师</tr><tr><td>应用单位<td colspan=4>东湖市中心医院</tr></table>"
)


@pytest.mark.parametrize(
    "dress", ["td{vertical-align:middle}", "table{font-size:9pt}td{vertical-align:middle}"], ids=["middle", "small"]
)
def test_a_narrow_column_cuts_no_row_in_two(dress: str, tmp_path: Path) -> None:
    web, pdf = both(listed(f".level td,.level th{{padding:3pt 5pt}}{dress}"), tmp_path)
    assert lines(pdf) == lines(web)
    assert len(pdf.tables) == 1


def test_a_form_with_level_rules_has_rows_of_several_shapes(tmp_path: Path) -> None:
    web, pdf = both(f"<style>.level td{{padding:3pt 5pt;vertical-align:middle}}{FIRST}</style>{FORM}", tmp_path)
    assert [line.replace("\t\t", "\t") for line in lines(pdf)] == [line.replace("\t\t", "\t") for line in lines(web)]
    (table,) = pdf.tables
    spans = {pdf.text[cell.span.start : cell.span.end]: (cell.rowspan, cell.colspan) for cell in table.cells}
    assert spans["主要完成人"] == (3, 1)


def test_text_between_two_tables_is_in_neither(tmp_path: Path) -> None:
    rows = "<tr><td>2019<td>光声成像研究<td>钟离岳</tr><tr><td>2020<td>低场成像研究<td>岑文</tr>"
    rows = f"<tr><th>年度<th>项目名称<th>负责人</tr>{rows}"
    _, pdf = both(f"<table class=level>{rows}</table><p>{LONG}。</p><p>{LONG}。</p><table class=level>{rows}</table>", tmp_path)
    assert len(pdf.tables) == 2
    assert f"{LONG}。" in lines(pdf)


def test_a_group_s_heading_is_no_text_between_tables(tmp_path: Path) -> None:
    rows = "<tr><td>2019<td>光声成像研究<td>钟离岳</tr><tr><td>2020<td>低场成像研究<td>岑文</tr>"
    heads = [f"<tr class=g><td colspan=3>{name}</tr>{rows}" for name in ("医学科学部", "信息科学部")]
    style = "<style>.level .g td{border-top:.5pt solid;border-bottom:.5pt solid}</style>"
    _, pdf = both(f"{style}<table class=level><tr><th>年度<th>项目名称<th>负责人</tr>{''.join(heads)}</table>", tmp_path)
    assert len(pdf.tables) == 1


@pytest.mark.parametrize("head", ["table-row-group", "table-header-group"], ids=["head once", "head again"])
@pytest.mark.parametrize("kind", ["level", "none"])
@pytest.mark.parametrize("title", [LONG, "光声成像探头"], ids=["wrapped", "short"])
def test_a_table_without_upright_rules_runs_over_pages(title: str, kind: str, head: str, tmp_path: Path) -> None:
    titles = [title[i % len(title) :] + title[: i % len(title)] for i in range(60)]
    rows = "".join(f"<tr><td>{2000 + i}<td>{titles[i]}<td>{NAMES[i % 4]}</tr>" for i in range(60))
    table = f"<table class={kind}><thead><tr><th>年度<th>项目名称<th>负责人</tr></thead><tbody>{rows}</tbody></table>"
    web, pdf = both(table, tmp_path, cells="vertical-align:middle", head=head)
    assert lines(pdf) == lines(web)
    assert max(p.page or 0 for p in pdf.passages) > 1


def test_tables_side_by_side_in_two_columns_stay_apart(tmp_path: Path) -> None:
    head = "<tr><th>年度<th>项目名称<th>负责人</tr>"
    rows = ("".join(f"<tr><td>{y}<td>{t}<td>钟离岳</tr>" for y in (2019, 2020, 2021)) for t in ("光声成像研究", "低场成像研究"))
    one, two = (f"<table class=level>{head}{own}</table>" for own in rows)
    prose = f"<p>{LONG * 9}。</p>"
    page = f"<div style='column-count:2;column-gap:9mm;column-fill:balance'>{prose}{one}{prose}{prose}{two}{prose}</div>"
    web, pdf = both(page, tmp_path)
    assert [line for line in lines(pdf) if "|" in line or line[:2] == "20"] == [line for line in lines(web) if line[:2] == "20"]
    assert len(pdf.tables) == 2


@pytest.mark.parametrize(
    "body",
    [
        "<p>第一段说明气体在肺里如何扩散。</p><p align=right>东湖大学</p><p align=right>2020年1月</p>",
        "".join(f"<p>{a}</p><p style='text-indent:8em'>{b}</p>" for a, b in (NAMES[:2], NAMES[2:])),
        "<div style='border:solid;border-width:1pt 0'><p>通知</p></div><p>各单位：</p><p>请报送材料。</p><p>联系人：钟离岳</p>",
    ],
    ids=["signature", "steps", "masthead"],
)
def test_lines_set_apart_are_no_table(body: str, tmp_path: Path) -> None:
    _, pdf = both(body, tmp_path)
    assert pdf.tables == ()

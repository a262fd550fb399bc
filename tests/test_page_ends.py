"""Ruled tables with merged cells that a page's end cuts anywhere, and lines of a print that are none of one paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers.html import HtmlReader
from ingest.readers.pdf import PdfReader
from tests import specimen
from tests.conftest import unavailable

STYLE = """<meta charset=utf-8><style>@page{size:150mm 160mm;margin:15mm}body{font:10.5pt/1.5 serif;margin:0}p{margin:0}
table{border-collapse:collapse;width:100%}td,th{border:1px solid;padding:2pt;font-weight:normal;text-align:left}</style>"""
TABLE = """<table><tr><th>序号<th>类别<th>项目名称<th>负责人<th>性别<th>依托单位<th>经费</tr>
<tr><td>1<td rowspan=2>重点项目<td>肺通气显像的多中心定量评价方法<td>钟离岳<td>男<td>东湖大学湘水医院<td>50</tr>
<tr><td>2<td>光子计数探测器的噪声模型<td>苗晓舟<td>女<td rowspan=2>松原大学<td>48</tr>
<tr><td>3<td rowspan=3>面上项目<td>柔性光声探头及其信号增强<td>葛若水<td>男<td>15</tr>
<tr><td>4<td>成纤维细胞探针用于肝纤维化分期<td>岑文远<td>男<td>南溪大学附属第一医院<td>15</tr>
<tr><td>5<td>弹性成像预测颈部淋巴结转移<td>闵怀舟<td>女<td>东湖市人民医院<td>12</tr></table>"""


@pytest.fixture(autouse=True)
def chromium() -> None:
    if not specimen.CHROMIUM:
        unavailable("chromium", "a PDF is printed with Chromium, which this machine lacks")


def printed(body: str, folder: Path) -> str:
    specimen.print_page(f"<html><head>{STYLE}</head><body>{body}</body></html>", folder / "page.pdf")
    return PdfReader().read(folder / "page.pdf").text


@pytest.mark.parametrize("above", [7, 9, 11, 13, 15])
def test_cells_of_several_rows_go_on_overleaf(above: int, tmp_path: Path) -> None:
    page = "".join(f"<p>第{i}段说明立项依据已经公示。</p>" for i in range(above)) + TABLE
    (tmp_path / "page.html").write_text(f"<html><head>{STYLE}</head><body>{page}</body></html>", "utf-8")
    wanted = [line.split("\t") for line in HtmlReader().read(tmp_path / "page.html").text.split("\n") if line[:1].isdigit()]
    found = [line.split("\t") for line in printed(page, tmp_path).split("\n") if line[:1].isdigit()]
    assert len(wanted) == 5
    assert [[cell.replace(" ", "") for cell in row] for row in found] == wanted


def test_a_label_below_a_full_line_of_another_is_a_line_of_its_own(tmp_path: Path) -> None:
    full = "成果名称：面向基层的低场磁共振快速重建方法及其在脑卒中筛查的应用"
    text = printed(f"<p>{full}<br>推荐奖种：技术发明奖</p><p>推荐单位：东湖大学</p>", tmp_path)
    assert text.split("\n")[:3] == [full, "推荐奖种：技术发明奖", "推荐单位：东湖大学"]


def test_a_sentence_that_a_line_breaks_before_a_colon_is_one(tmp_path: Path) -> None:
    told = (
        "本研究面向基层筛查，历时三年完成了多个中心的验证，并在二十余家单位推广，所得到的主要结论有三：一是快，二是准，三是省。"
    )
    assert printed(f"<p>{told}</p>", tmp_path).strip() == told


def test_a_title_parted_by_its_author_is_one(tmp_path: Path) -> None:
    text = printed(
        "<p>首页 机构概况 政策法规 项目指南</p><p>通知公告</p><h1>心脑共病的尺度影像<br>重大研究计划年度指南</h1>"
        + "<p>"
        + "现将有关事项通知如下，请遵照执行。" * 9
        + "</p>",
        tmp_path,
    )
    assert text.split("\n")[2] == "心脑共病的尺度影像重大研究计划年度指南"

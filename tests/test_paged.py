"""Tables as pages cut them: over two and three pages, with and without a repeated head, within a sentence, without rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers.pdf import PdfReader
from kg.model import Document
from tests import specimen
from tests.conftest import unavailable

STYLE = """<meta charset="utf-8"><style>@page{size:A4;margin:20mm}body{font:11pt/1.5 serif}p{margin:0;text-indent:2em}
table{border-collapse:collapse;width:100%}td,th{padding:3pt 6pt;text-align:left;font-weight:normal;vertical-align:top}
.ruled td,.ruled th{border:.6pt solid}thead{display:table-row-group}.again thead{display:table-header-group}</style>"""
HEAD = "<thead><tr><th>序号</th><th>项目名称</th><th>负责人</th><th>单位</th></tr></thead>"
TITLE = "超极化气体磁共振成像在慢性阻塞性肺疾病早期诊断与疗效评价中的关键科学问题研究"


@pytest.fixture(autouse=True)
def chromium() -> None:
    if not specimen.CHROMIUM:
        unavailable("chromium", "a PDF is printed with Chromium, which this machine lacks")


def printed(body: str, folder: Path) -> Document:
    specimen.print_page(f"<html><head>{STYLE}</head><body>{body}</body></html>", folder / "page.pdf")
    return PdfReader().read(folder / "page.pdf")


def table(rows: int, kind: str, *, times: int = 1) -> str:
    body = "".join(
        f"<tr><td>{i}</td><td>{TITLE * times}{i}</td><td>钟离岳</td><td>东湖大学</td></tr>" for i in range(1, rows + 1)
    )
    return f'<table class="{kind}">{HEAD}<tbody>{body}</tbody></table>'


def lines(document: Document) -> list[str]:
    return [document.text[p.span.start : p.span.end] for p in document.passages]


@pytest.mark.parametrize("kind", ["ruled", "ruled again"], ids=["head once", "head again"])
@pytest.mark.parametrize(("rows", "times"), [(70, 1), (9, 20)], ids=["many rows", "rows cut in two"])
def test_a_table_over_pages_is_one(kind: str, rows: int, times: int, tmp_path: Path) -> None:
    document = printed(f"<p>表 1 项目</p>{table(rows, kind, times=times)}<p>以上。</p>", tmp_path)
    expected = [f"{i}\t{TITLE * times}{i}\t钟离岳\t东湖大学" for i in range(1, rows + 1)]
    assert lines(document) == ["表 1 项目", "序号\t项目名称\t负责人\t单位", *expected, "以上。"]
    assert max(p.page or 0 for p in document.passages) > 1
    assert len(document.tables) == 1


def test_forms_that_follow_each_other_stay_apart(tmp_path: Path) -> None:
    form = "<table class=ruled><tr><td>姓名<td>单位<td>职称<tr><td>{}<td>东湖大学<td>教授<tr><td>贡献<td colspan=2>{}</table>"
    document = printed("".join(form.format(name, TITLE * 30) for name in ("钟离岳", "苗晓舟", "闵怀舟")), tmp_path)
    assert sum(line == "姓名\t单位\t职称" for line in lines(document)) == 3
    assert [line for line in lines(document) if line.startswith("贡献")] == [f"贡献\t{TITLE * 30}"] * 3


def test_a_group_that_a_page_cuts_keeps_its_rows(tmp_path: Path) -> None:
    rows = "".join(f"<tr>{'<td rowspan=60>医科</td>' * (not i)}<td>第{i + 1}分会</td><td>2001</td></tr>" for i in range(60))
    document = printed(f"<table class=ruled><tr><th>门类<th>分会<th>年</tr>{rows}</table>", tmp_path)
    (found,) = document.tables
    group = next(cell for cell in found.cells if document.text[cell.span.start : cell.span.end] == "医科")
    assert (group.row, group.rowspan) == (1, 60)
    assert lines(document)[1] == "医科\t第1分会\t2001"


def test_a_sentence_that_a_table_interrupts_is_whole(tmp_path: Path) -> None:
    start = "课题组在过去十年间先后承担了多项国家级课题并牵头建立了面向全国基层医疗机构的影像质控网络"
    sentence = (start * 3)[: 40 + 42 * 2]  # three full lines
    page = f"<p>{sentence}</p><p>表 1 项目</p>{table(3, 'ruled')}<p style='text-indent:0'>覆盖了十二家医院。</p><p>完。</p>"
    document = printed(page, tmp_path)
    assert lines(document)[:2] == [f"{sentence}覆盖了十二家医院。", "表 1 项目"]
    assert lines(document)[-1] == "完。"


def test_a_finished_paragraph_above_a_table_stays_by_itself(tmp_path: Path) -> None:
    document = printed(f"<p>项目见下表：</p>{table(3, 'ruled')}<p style='text-indent:0'>覆盖了十二家医院。</p>", tmp_path)
    assert lines(document)[0] == "项目见下表："
    assert lines(document)[-1] == "覆盖了十二家医院。"


@pytest.mark.parametrize("rules", ["", "table{border-top:1pt solid}tr:first-child th{border-bottom:.5pt solid}"])
def test_a_table_without_rules_has_columns(rules: str, tmp_path: Path) -> None:
    page = f"<style>{rules}td,th{{padding:3pt 9pt;white-space:nowrap}}</style><p>各年的项目如下。</p>"
    rows = (("2019", "光声成像探头", "闵怀舟"), ("2020", "低场磁共振", "葛若水"), ("2022", "肺通气显像新方法", "岑文远"))
    cells = "".join(f"<tr><td>{'<td>'.join(row)}</tr>" for row in rows)
    document = printed(f"{page}<table><tr><th>年度<th>项目名称<th>负责人</tr>{cells}</table><p>以上经费已到位。</p>", tmp_path)
    expected = ["年度\t项目名称\t负责人", *("\t".join(row) for row in rows)]
    assert lines(document) == ["各年的项目如下。", *expected, "以上经费已到位。"]


@pytest.mark.parametrize(
    "words",
    [
        "委员：　钟离岳　　苗晓舟　　闵怀舟<br>　　　　葛若水　　岑文远　　卓一鸣<br>　　　　陶一白　　尤静远　　万里云",
        "姓　名：钟离岳　　　职　称：教授<br>单　位：东湖大学　　职　务：主任<br>电　话：000　　　　　邮　箱：x@y",
        "气体成像的原理。　　<br>其次是设备。<br>最后是临床。",
    ],
    ids=["names", "fields", "prose"],
)
def test_names_and_fields_set_apart_are_no_table(words: str, tmp_path: Path) -> None:
    assert printed(f"<p style='white-space:pre-wrap;text-indent:0'>{words}</p>", tmp_path).tables == ()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("医学影像科_科室简介_望桥市第二医院", "医学影像科_科室简介_望桥市第二医院"),
        ("空白模板_望桥市第二医院", "医学影像科"),
        ("医学影像科", "医学影像科"),
    ],
    ids=["the page and its site", "words that the page does not have", "no site"],
)
def test_the_title_of_a_printed_web_page(title: str, expected: str, tmp_path: Path) -> None:
    body = "<h1>医学影像科</h1><p>本科现有医师12人，承担全院的磁共振和CT检查。</p>"
    specimen.print_page(f"<html><head><title>{title}</title>{STYLE}</head><body>{body}</body></html>", tmp_path / "page.pdf")
    assert PdfReader().read(tmp_path / "page.pdf").title == expected


def test_a_row_that_a_page_cuts_keeps_the_rows_that_its_cells_span(tmp_path: Path) -> None:
    filler = "".join(f"<p>第{n}段说明文字，与表格无关。</p>" for n in range(29))
    cell = "总体设计、方案论证与组织实施，并负责多中心临床验证和推广培训的全部工作。" * 9
    rows = (
        f"<tr><td>1</td><td>丘知远</td><td rowspan=2>霁川大学附属医院</td><td>{cell}</td></tr>"
        "<tr><td>2</td><td>葛小满</td><td>影像采集与质量控制</td></tr><tr><td>3</td><td>祁若水</td><td>望桥市中心医院</td><td>随访</td></tr>"
    )
    head = "<tr><td>排名</td><td>姓名</td><td>工作单位</td><td>贡献</td></tr>"
    ruled = "<style>td{border:.6pt solid;width:25%}</style>"
    (made,) = printed(f"{ruled}{filler}<table>{head}{rows}</table>", tmp_path).tables
    spans = {(cell.row, cell.column): cell.rowspan for cell in made.cells}
    assert spans[1, 2] == 2
    assert (2, 2) not in spans
    assert len({cell.row for cell in made.cells}) == 4

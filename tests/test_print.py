"""Tables as pages print them: the same cells, whatever the padding, the alignment and the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers.html import HtmlReader
from ingest.readers.pdf import PdfReader
from kg.model import Document
from tests import specimen
from tests.conftest import unavailable

SOCIETIES = (
    ("理科", (("甲光学会", 2), ("乙物理学会", 5), ("丙化学会", 1))),
    ("医科", (("丁医学会", 4), ("戊协会", 2))),
)
REVIEW = Path(__file__).parents[1] / "examples" / "sources" / "5-imaging-review.html.in"
STYLE = """<style>@page{{size:A4;margin:20mm}}body{{font:9pt/1.4 serif}}table{{border-collapse:collapse;width:100%;
border-top:1px solid;border-bottom:1px solid}}th{{border-bottom:1px solid;text-align:left}}
td,th{{padding:{padding};vertical-align:{align}}}{more}</style>"""


@pytest.fixture(autouse=True)
def chromium() -> None:
    if not specimen.CHROMIUM:
        unavailable("chromium", "a PDF is printed with Chromium, which this machine lacks")


def printed(page: str, folder: Path) -> Document:
    specimen.print_page(page, folder / "page.pdf")
    return PdfReader().read(folder / "page.pdf")


def table_lines(document: Document) -> list[str]:
    return [document.text[table.span.start : table.span.end] for table in document.tables]


def societies() -> str:
    """Rows of a table in which a category stands for its societies and a society for its branches."""
    rows = []
    for category, own in SOCIETIES:
        first = f'<td rowspan="{sum(count for _, count in own)}">{category}</td>'
        for society, count in own:
            for i in range(count):
                name = f'<td rowspan="{count}">{society}</td>' if not i else ""
                rows.append(f"<tr>{first}{name}<td>{society[0]}影像第{i + 1}分会</td></tr>")
                first = ""
    return f"<table><tr><th>大类</th><th>一级学会</th><th>分会</th></tr>{''.join(rows)}</table>"


@pytest.mark.parametrize("more", ["", "td,th{border:.5pt solid}"], ids=["level rules", "all rules"])
@pytest.mark.parametrize("padding", ["3pt 5pt", "0 5pt"])
@pytest.mark.parametrize("align", ["top", "middle"])
def test_a_merged_cell_stands_in_its_first_row(align: str, padding: str, more: str, tmp_path: Path) -> None:
    style = STYLE.format(align=align, padding=padding, more=more)
    page = f'<html><head><meta charset="utf-8">{style}</head><body><p>表 1 学会</p>{societies()}</body></html>'
    (tmp_path / "page.html").write_text(page, "utf-8")
    assert table_lines(printed(page, tmp_path)) == table_lines(HtmlReader().read(tmp_path / "page.html"))


@pytest.mark.parametrize(
    ("padding", "align", "text"),
    [("0 5pt", "top", "left"), ("0 5pt", "middle", "left"), ("2.5pt 5pt", "middle", "center"), ("1pt 3pt", "top", "left")],
)
def test_tables_of_a_review_in_other_dress(padding: str, align: str, text: str, tmp_path: Path) -> None:
    page = REVIEW.read_text("utf-8")
    dressed = page.replace("padding: 2.5pt 5pt", f"padding: {padding}").replace(
        "vertical-align: top", f"vertical-align: {align}"
    )
    dressed = dressed.replace("text-align: left", f"text-align: {text}")
    (tmp_path / "page.html").write_text(page, "utf-8")
    assert dressed != page
    assert table_lines(printed(dressed, tmp_path)) == table_lines(HtmlReader().read(tmp_path / "page.html"))


@pytest.mark.parametrize("indent", ["1.6em", "2.5em"])
def test_an_item_goes_on_below_its_words(indent: str, tmp_path: Path) -> None:
    """Papers of a numbered list: the number hangs at the left, Latin words leave the lines ragged."""
    papers = [
        "祁望舒,成若水.Conjugate adaptive optics extends the depth of light sheets in scattering tissue[J].Optica,2019,6:447.",
        "颜如,祁望舒.Self supervised reconstruction for fast imaging of calcium in awake behaving animals[J].Optica,2021,8:52.",
    ]
    items = "".join(f"<li>{paper}<br>通讯作者：成若水</li>" for paper in papers)
    style = f"<style>@page{{size:120mm 180mm;margin:15mm}}body{{font:10pt serif}}ol{{margin:0;padding-left:{indent}}}</style>"
    page = f'<html><head><meta charset="utf-8">{style}</head><body><h3>代表性论文</h3><ol>{items}</ol></body></html>'
    document = printed(page, tmp_path)
    told = [document.text[one.span.start : one.span.end].replace("\n", " ") for one in document.passages]
    assert [one for one in told if "[J]" in one] == [f"{place}. {paper}" for place, paper in enumerate(papers, 1)]

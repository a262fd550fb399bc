"""The example documents: they read as they were written, and their sources build them again."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.layout import heal
from ingest.pipeline import documents_in, read_document
from kg.model import Document
from tests import specimen
from tests.conftest import unavailable

EXAMPLES = Path(__file__).parents[1] / "examples"
NAMES = ["1-cmr-heart-failure.pdf", "2-ai-ecg.html", "3-ecmo.txt", "4-petct-radiomics.docx", "5-imaging-review.pdf"]


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {name: read_document(EXAMPLES / name) for name in NAMES}


def rows(document: Document) -> list[list[str]]:
    passages = [document.text[p.span.start : p.span.end] for p in document.passages if p.kind == "row"]
    return [row.split("\t") for row in passages]


def test_a_build_of_the_folder_reads_the_documents_alone() -> None:
    assert [path.name for path in documents_in([EXAMPLES])] == NAMES


def test_wrapped_and_cut_cells_are_whole(documents: dict[str, Document]) -> None:
    found = rows(documents["1-cmr-heart-failure.pdf"])
    people = [row for row in found if len(row) == 6 and row[1].isdigit()]
    assert [int(row[1]) for row in people] == list(range(1, 14))
    assert people[1][2:] == ["教授,主任医师", "副院长，医学影像科主任", *["安徽医科大学第一附属医院"] * 2]
    deeds = [row for row in found if row[0] == "对本项目的贡献"]
    assert len(deeds) == 13 + 5
    assert all(row[1].endswith("。") for row in deeds)


def test_the_reviews_tables_have_all_their_rows(documents: dict[str, Document]) -> None:
    review = documents["5-imaging-review.pdf"]
    captions = [table.caption for table in review.tables]
    assert [review.text[span.start : span.end][:3] for span in captions if span] == ["表 1", "表 2", "表 3", "表 4"]
    counts = [1 + max(cell.row for cell in table.cells) for table in review.tables]
    assert counts == [1 + 25, 1 + 29, 1 + 2 + 11 + 10, 1 + 10]
    assert ["23", "624", "顺磁共振的科学研究与医学应用"] in [row[:3] for row in rows(review)]


def test_columns_of_the_review_are_read_in_order(documents: dict[str, Document]) -> None:
    review = documents["5-imaging-review.pdf"]
    headings = [review.text[p.span.start : p.span.end] for p in review.passages if p.kind == "heading"]
    numbered = [text.split(" ")[0] for text in headings if text[0].isdigit()]
    assert numbered == ["1", "1.1", "1.2", "2", "2.1", "2.2", "2.3", "3", "3.1", "3.2", "3.3", "4", "5"]


def test_the_form_in_word_keeps_its_paragraphs(documents: dict[str, Document]) -> None:
    form = documents["4-petct-radiomics.docx"]
    items = [form.text[p.span.start : p.span.end] for p in form.passages if p.headings[-1:] == ("二、主要内容",)]
    assert [text[0] for text in items] == list("二①②③④⑤")
    awards = next(row[-1] for row in rows(form) if row[:2] == ["7", "赵新明"])
    assert awards.count("等奖（第") == 4


PRINT = """<style>@page{size:A4;margin:20mm 18mm;@bottom-center{content:counter(page)}}body{font:10.5pt/1.6 serif}
p{margin:0;text-indent:2em}table{border-collapse:collapse;width:100%}td,th{border:.5pt solid;padding:2pt 4pt}</style></head>"""


@pytest.mark.parametrize("name", ["2-ai-ecg", "4-petct-radiomics"])
def test_printed_a_form_that_runs_over_pages_says_the_same(name: str, tmp_path: Path) -> None:
    if not specimen.CHROMIUM:
        unavailable("chromium", "a PDF is printed with Chromium, which this machine lacks")
    page = re.sub(r"<(nav|footer)>.*?</\1>", "", (EXAMPLES / "sources" / f"{name}.html.in").read_text("utf-8"))
    (tmp_path / "form.html").write_text(page, "utf-8")
    specimen.print_page(page.replace("</head>", PRINT), tmp_path / "form.pdf")
    said = [words(read_document(tmp_path / f"form.{kind}")) for kind in ("html", "pdf")]
    assert said[0] == said[1]


def words(document: Document) -> list[str]:
    return ["".join(heal(document.text, p.span).text.split()) for p in document.passages]


def test_the_sources_build_the_same_documents(documents: dict[str, Document], tmp_path: Path) -> None:
    if not specimen.CHROMIUM:
        unavailable("chromium", "the PDFs are printed with Chromium, which this machine lacks")
    subprocess.run([sys.executable, str(EXAMPLES / "make.py"), "--to", str(tmp_path)], check=True)
    for name, document in documents.items():
        assert read_document(tmp_path / name).text == document.text, f"{name} differs: run python examples/make.py"

"""Builds the example documents from sources/ (``python examples/make.py``): Chromium prints the PDFs."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from lxml import html

__all__ = ["main"]

HERE = Path(__file__).resolve().parent
PRINTED = ("1-cmr-heart-failure", "5-imaging-review")
PAGE = "2-ai-ecg"
TEXT = "3-ecmo"
WORD = "4-petct-radiomics"


def main() -> int:
    """Write the five documents into the folder of this script, or the one that --to names."""
    parser = argparse.ArgumentParser(description="Build the example documents from examples/sources.")
    parser.add_argument("--to", type=Path, default=HERE, metavar="DIR")
    folder = parser.parse_args().to
    folder.mkdir(parents=True, exist_ok=True)
    for name in PRINTED:
        if not print_pdf(_source(f"{name}.html"), folder / f"{name}.pdf"):
            return 1
    page = _source(f"{PAGE}.html").replace('charset="utf-8"', 'charset="gb18030"')
    (folder / f"{PAGE}.html").write_bytes(page.encode("gb18030"))
    (folder / f"{TEXT}.txt").write_bytes(_source(f"{TEXT}.txt").replace("\n", "\r\n").encode("gb18030"))
    word(_source(f"{WORD}.html")).save(str(folder / f"{WORD}.docx"))
    return 0


def print_pdf(page: str, path: Path) -> bool:
    """Print a page with Chromium; False, with a word on stderr, where there is none."""
    found = [shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")]
    browser = next((name for name in found if name), None)
    if browser is None:
        print(f"{path.name} is printed with Chromium, which is not on this machine: install it", file=sys.stderr)
        return False
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={path}"]
        subprocess.run([browser, *options, file.as_uri()], check=True, capture_output=True)
    return True


def word(page: str) -> Document:
    """A Word document of a page's headings, paragraphs and tables."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name = "SimSun"
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "SimSun")
    for element in html.document_fromstring(page).find("body"):
        if element.tag == "table":
            _fill(document, element)
        elif element.tag in {"h1", "h2"}:
            document.add_heading(element.text_content(), int(element.tag[1]))
        else:
            document.add_paragraph(element.text_content())
    return document


def _fill(document: Document, element: html.HtmlElement) -> None:
    rows = element.findall("tr")
    table: Table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            lines = [part.text_content().strip() for part in cell.findall("p")] or [cell.text_content().strip()]
            place = table.cell(i, j)
            place.text = lines[0]
            for line in lines[1:]:
                place.add_paragraph(line)


def _source(name: str) -> str:
    return (HERE / "sources" / f"{name}.in").read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

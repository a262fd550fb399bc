"""One fact, four formats: a document written as text, page, Word file and print states the same facts in each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.codec import dumps
from kg.model import Document, Fact
from kg.text import fold
from tests import specimen
from tests.conftest import unavailable
from tests.rendered import as_docx, as_html, as_text, parts

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.stem[0].isdigit())
DATA = Path(__file__).parent / "data"
FORMS = (
    "award/label_value_rows.txt award/national_colon.txt award/province_lists.txt award/society_table.txt "
    "unseen/award/beijing_prize.txt unseen/award/guangdong_medical.docx unseen/award/markdown_cells.txt "
    "unseen/award/merged_list.html unseen/award/ministry_table.html unseen/award/national_progress.txt"
)
TABLES = (
    "tables/forum_tabs.txt tables/grants_programs_tabs.txt unseen/prose/e03_grants_tabs.txt unseen/prose/f10_sessions_table.txt"
)
PROSE = (
    "prose/facility_news.txt prose/institute_profile.txt unseen/prose/e01_xiangshan_report.txt "
    "unseen/prose/e02_society_meeting.txt unseen/prose/e07_programme_guide.txt "
    "unseen/prose/f07_review_teams.txt unseen/prose/h03_review_prose.txt"
)
DOCUMENTS = [*EXAMPLES, *(DATA / name for name in f"{FORMS} {TABLES} {PROSE}".split())]
TEXT_LOSES = {("2-ai-ecg", 72)}
"""A blank between Latin and Chinese at a line's end is lost, and with it where the name of a figure begins."""
HEAD = '<div style="font-size:8pt;width:100%;text-align:center">东湖影像通报 内部资料</div>'
FOOT = '<div style="font-size:8pt;width:100%;text-align:center">第 <span class="pageNumber"></span> 页</div>'


@pytest.fixture(scope="module")
def browser() -> Iterator[Page]:
    if not specimen.CHROMIUM:
        unavailable("chromium", "a PDF is printed with Chromium, which this machine lacks")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=specimen.CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield found.new_page()
        found.close()


@cache
def original(source: Path) -> tuple[Document, set[tuple[str, ...]]]:
    document = read_document(source)
    return document, facts(document)


def facts(document: Document) -> set[tuple[str, ...]]:
    """What is stated, without the words and places that state it."""
    stated, _, _ = read_assertions(document, pipeline())
    return {_fact(one) for one in stated if isinstance(one, Fact)}


def _fact(fact: Fact) -> tuple[str, ...]:
    qualifiers = {name: fold(value) if isinstance(value, str) else value for name, value in fact.qualifiers.items()}
    ends = fact.subject.label, fold(fact.subject.name), fact.predicate, fact.object.label, fold(fact.object.name)
    return *ends, dumps(dict(sorted(qualifiers.items())))


def printed(browser: Page, page: str, path: Path) -> Document:
    browser.set_content(page)
    browser.pdf(path=path, format="A4", display_header_footer=True, header_template=HEAD, footer_template=FOOT)
    return read_document(path)


def assert_same(found: set[tuple[str, ...]], expected: set[tuple[str, ...]]) -> None:
    assert sorted(found - expected) == []
    assert sorted(expected - found) == []


@pytest.mark.parametrize("source", DOCUMENTS, ids=lambda path: path.stem)
def test_word_and_web_page_say_what_the_source_says(source: Path, tmp_path: Path) -> None:
    document, expected = original(source)
    made = list(parts(document))
    as_docx(made, tmp_path / "file.docx", title=document.title)
    (tmp_path / "file.html").write_text(as_html(made, title=document.title), "utf-8")
    assert len(expected) > 5
    assert_same(facts(read_document(tmp_path / "file.docx")), expected)
    assert_same(facts(read_document(tmp_path / "file.html")), expected)


@pytest.mark.parametrize("source", DOCUMENTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [0, 72], ids=["whole", "wrapped"])
def test_text_says_what_the_source_says(width: int, source: Path, tmp_path: Path) -> None:
    document, expected = original(source)
    (tmp_path / "file.txt").write_text(as_text(list(parts(document)), width=width), "utf-8")
    found = facts(read_document(tmp_path / "file.txt"))
    if (source.stem, width) in TEXT_LOSES:
        assert found & expected
        assert found != expected, "it is the same now: take it out of the list"
    else:
        assert_same(found, expected)


@pytest.mark.parametrize("source", DOCUMENTS, ids=lambda path: path.stem)
def test_print_says_what_the_source_says(source: Path, tmp_path: Path, browser: Page) -> None:
    document, expected = original(source)
    page = as_html(list(parts(document)), title=document.title)
    assert_same(facts(printed(browser, page, tmp_path / "file.pdf")), expected)

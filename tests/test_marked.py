"""The page of a document's text: every word is there, marks tell what they state, and nothing in a document can run."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.errors import ExportError
from kg.model import Span
from kg.view import Mark, marked_page, write_marked
from tests.landscape import HOSTILE
from tests.test_browser import browser  # noqa: F401 -- a fixture
from tests.test_cli import kg
from tests.test_coverage import TEXT, home, made  # noqa: F401 -- a fixture

if TYPE_CHECKING:
    from playwright.sync_api import Browser

QUIET = Span(start=TEXT.index("他喜欢"), end=TEXT.index("孔令舟在"))


def mark(words: str, statement: str = "韩若川 —任职→ 云岭大学", *, rule: str = "RULE") -> Mark:
    start = TEXT.index(words)
    details = (("title", "教授"),)
    return Mark(span=Span(start=start, end=start + len(words)), statement=statement, details=details, rule=rule, confidence=0.9)


def body(page: str) -> str:
    return page.partition('<article id="text">')[2].partition("</article>")[0]


def marked(page: str) -> list[tuple[str, str]]:
    return [
        (numbers, unescape(words)) for numbers, words in re.findall(r'data-marks="([^"]*)"[^>]*>([^<]*)</mark>', body(page))
    ]


def test_every_word_is_on_the_page() -> None:
    page = marked_page(made(), [mark("云岭大学的教授"), mark("韩若川是云岭")], quiet=[QUIET])
    shown = unescape(re.sub(r"<[^>]*>", "", body(page)))
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", TEXT)


def test_marks_that_overlap_are_cut_where_they_begin_and_end() -> None:
    page = marked_page(made(), [mark("云岭大学的教授"), mark("韩若川是云岭")])
    assert marked(page) == [("0", "韩若川是"), ("0 1", "云岭"), ("1", "大学的教授")]


def test_a_mark_over_two_passages_is_in_both() -> None:
    page = marked_page(made(), [mark("孔令舟\t岚江医院\n备注")])
    assert [words for _, words in marked(page)] == ["孔令舟\t岚江医院", "备注"]


def test_what_gave_nothing_is_set_apart() -> None:
    page = marked_page(made(), [mark("他喜欢")], quiet=[QUIET])
    assert re.findall(r'class="quiet">([^<]*)<', page) == [TEXT[QUIET.start + 3 : QUIET.end]]


def test_a_page_is_told_where_it_begins() -> None:
    assert re.findall(r'data-page="(\d+)"', marked_page(made(), [])) == ["2"]


def test_a_mark_tells_statement_details_rule_and_words() -> None:
    page = marked_page(made(), [mark("云岭大学的教授", rule="HOLDS")])
    (told,) = json.loads(page.partition('id="marks">')[2].partition("</script>")[0])
    assert told == {
        "says": "韩若川 —任职→ 云岭大学",
        "details": [["title", "教授"]],
        "rule": "HOLDS",
        "confidence": 0.9,
        "quote": "云岭大学的教授",
        "place": f"{TEXT.index('云岭')}-{TEXT.index('云岭') + 7}",
    }


def test_words_of_a_document_are_words() -> None:
    page = marked_page(made(TEXT.replace("他喜欢", HOSTILE)), [mark("韩若川", statement=HOSTILE)])
    assert page.count("</script>") == 2
    assert not re.search(r"<(?:link|img|iframe)\b|<script src", page)


def test_the_same_document_gives_the_same_page() -> None:
    marks = [mark("云岭大学的教授"), mark("韩若川是云岭"), mark("韩若川是云岭", rule="OTHER")]
    assert marked_page(made(), marks) == marked_page(made(), marks[::-1])


def test_a_page_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(ExportError, match=r"page\.html"):
        write_marked(made(), [], tmp_path / "file" / "page.html")


def test_the_command_writes_it(home: Path, tmp_path: Path) -> None:  # noqa: F811
    out = tmp_path / "page.html"
    assert kg("coverage", "nomination.txt", "-o", out, home=home).exit_code == 0
    page = out.read_text("utf-8")
    assert "PERSON_RECORD" in page
    assert "江边的公示期为七天" in "".join(re.findall(r'class="quiet">([^<]*)<', page))
    assert kg("coverage", "-o", out, home=home).exit_code == 2


def test_a_reader_clicks_a_mark(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    hostile = Mark(span=Span(start=5, end=8), statement=HOSTILE, details=(), rule="R", confidence=0.5)
    write_marked(made(), [mark("云岭大学的教授"), hostile], tmp_path / "page.html", quiet=[QUIET])
    page = browser.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "page.html").as_uri())
    page.locator("mark", has_text="云岭大学的教授").click()
    assert page.locator("#panel .says").all_inner_texts() == ["韩若川 —任职→ 云岭大学"]
    assert page.locator("#panel .rule").inner_text().startswith("RULE · 0.9")
    page.keyboard.press("p")
    assert page.locator("#panel .fact").count() == 1
    assert page.evaluate("window.struck === undefined")
    assert (complaints, len(asked)) == ([], 1)
    page.close()

"""Lists of references at an article's end, and references that put the year behind the authors; with traps."""

from __future__ import annotations

import dataclasses

import pytest

from ingest.article import ArticleIngester
from ingest.nlp import pipeline
from kg.model import Fact
from tests.test_prose import document

HEAD = "低场磁共振成像二十年\n裘宁远1, 冉竹1\n1. 松江大学医学院, 溪山 650000\n摘要\n本文回顾低场磁共振成像的发展。\n"
ENTRIES = (
    "[1] 公冶毅. 超声弹性成像应用: 现实与挑战[J]. 松江影像学杂志, 2028, 33(10): 989-991.\n"
    "[2] 裘宁远, 柏舟, 等. 便携式磁共振成像再思考[J/OL]. 溪山医学进展, 2027, 32(22): 21.\n"
)
TOLD = {
    ("公冶毅", "AUTHORED", "超声弹性成像应用: 现实与挑战", 1),
    ("裘宁远", "AUTHORED", "便携式磁共振成像再思考", 1),
    ("柏舟", "AUTHORED", "便携式磁共振成像再思考", 2),
    ("超声弹性成像应用: 现实与挑战", "PUBLISHED_IN", "松江影像学杂志", 2028),
    ("便携式磁共振成像再思考", "PUBLISHED_IN", "溪山医学进展", 2027),
}


def told(text: str, title: str = "") -> set[tuple[str, str, str, object]]:
    page = dataclasses.replace(document(text), title=title)
    found = ArticleIngester().ingest(page, pipeline()) if ArticleIngester().accepts(page) else ()
    facts = [one for one in found if isinstance(one, Fact) and one.predicate in ("AUTHORED", "PUBLISHED_IN")]
    return {
        (one.subject.name, one.predicate, one.object.name, one.qualifiers.get("order") or one.qualifiers.get("year"))
        for one in facts
    }


@pytest.mark.parametrize(
    "listed",
    [
        f"参考文献\n{ENTRIES}",
        f"参 考 文 献：\n{ENTRIES}(收稿日期:2030-05-20)(本文编辑:某某)\n",
        f"5 参考文献\n{ENTRIES}".replace("[1]", "1").replace("[2]", "2"),
        f"【参考文献】\n{ENTRIES}".replace(": ", "：")
        .replace("现实与挑战[J]. 松江", "现实\n与挑战[J]. 松江")
        .replace("应用：", "应用: "),
        f"参考文献\n{ENTRIES}".replace("[J/OL]", "").replace("[J]", ""),
        f"主要参考文献（略选）\n{ENTRIES}",
        f"References\n{ENTRIES}",
        "参考文献\n1、公冶毅：超声弹性成像应用: 现实与挑战，《松江影像学杂志》，2028年第10期。\n"
        "2、裘宁远、柏舟等：便携式磁共振成像再思考，《溪山医学进展》，2027年第22期。\n",
        "参考文献\n[1] 公冶毅. 2028. 超声弹性成像应用: 现实与挑战[J]. 松江影像学杂志, 33(10): 989-991.\n"
        "[2] 裘宁远, 柏舟. 2027. 便携式磁共振成像再思考. 溪山医学进展, 32(22): 21.\n",
    ],
    ids=[
        "marked",
        "spaced",
        "numbers alone",
        "a title that breaks",
        "without marks",
        "chosen",
        "latin",
        "quoted",
        "the year first",
    ],
)
def test_papers_of_the_list_have_authors_journal_and_year(listed: str) -> None:
    assert told(f"一些前文。\n{listed}") == TOLD


@pytest.mark.parametrize(
    "entry",
    [
        "[1] Qiu N, Ran Z. Low field MRI of the knee[J]. Radiology of Xishan, 2029, 3(2): 5-9.",
        "[1] 松江医学会放射学分会. 膝关节磁共振检查专家共识[J]. 松江影像学杂志, 2029, 27(2): 81-89.",
        "[1] 裘宁远. 磁共振成像原理[M]. 溪山: 溪山出版社, 2025.",
        "[1] 裘宁远. 一种低场磁共振装置: 中国, 203110111111.1[P]. 2031-02-03.",
        "[2] 裘宁远. 磁共振成像再思考[J]. 松江影像学杂志, 2029, 27(2): 81-89.",
    ],
    ids=["in letters", "by a body", "a book", "a patent", "a list that does not begin"],
)
def test_other_references_say_nothing(entry: str) -> None:
    assert told(f"一些前文。\n参考文献\n{entry}\n") == set()


def test_numbers_in_the_text_refer_to_nothing() -> None:
    assert told(f"引言提到参考文献。\n{ENTRIES}") == set()


def test_how_an_article_is_to_be_cited_with_the_year_first() -> None:
    cited = "引用格式: 裘宁远, 冉竹. 2031. 低场磁共振成像二十年. 松江影像学杂志, 27(3): 655-671.\n"
    title = "低场磁共振成像二十年"
    assert {one for one in told(HEAD + cited, title) if one[1] == "PUBLISHED_IN"} == {
        (title, "PUBLISHED_IN", "松江影像学杂志", 2031)
    }


@pytest.mark.parametrize(
    "entry",
    [
        "裘宁远, 冉竹 (2031). 低场磁共振再思考. 溪山光学, 27(3), 65-71.",
        "裘宁远，冉竹（2031）低场磁共振再思考. 溪山光学 27：65-71",
        "裘宁远，冉竹.低场磁共振再思考.溪山光学,2031,27:65-71.",
    ],
)
def test_years_in_brackets_and_journals_of_any_name(entry: str) -> None:
    work = "低场磁共振再思考"
    assert told(f"一些前文。\n参考文献\n[1] {entry}\n") == {
        ("裘宁远", "AUTHORED", work, 1),
        ("冉竹", "AUTHORED", work, 2),
        (work, "PUBLISHED_IN", "溪山光学", 2031),
    }

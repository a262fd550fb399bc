"""What a journal's line and the notes of an article tell: where it appeared, its authors' titles and fields; our own names."""

from __future__ import annotations

import pytest

from ingest.article import ArticleIngester
from ingest.nlp import pipeline
from kg.model import Fact
from tests.test_prose import document

TITLE = "低场磁共振成像的应用进展"
HEAD = f"""{TITLE}
裘宁远1，冉竹2
（1. 岚江大学附属医院放射科，溪山 310000；2. 岚江医科大学，溪山 310001）
摘要：本文综述低场磁共振成像。
关键词：低场磁共振成像
"""
BODY = "\n1 引言\n低场磁共振成像是重要手段，近年来在多个部位得到应用。\n"
FIRST, SECOND = ("裘宁远", "岚江大学附属医院"), ("冉竹", "岚江医科大学")


def facts(text: str) -> list[Fact]:
    return [one for one in ArticleIngester().ingest(document(text), pipeline()) if isinstance(one, Fact)]


def titles(text: str) -> set[tuple[str, str, object]]:
    told = [one for one in facts(text) if one.predicate == "AFFILIATED_WITH"]
    return {(one.subject.name, one.object.name, one.qualifiers["title"]) for one in told if "title" in one.qualifiers}


@pytest.mark.parametrize(
    "line",
    [
        "·78·                    溪山影像学杂志  2031年2月第7卷第1期",
        "• 112 •  溪山影像学杂志 2031年4月 第7卷 第2期  Chin J Xishan Imaging, April 2031, Vol. 7, No. 2",
        "溪山影像学杂志2031年4月第7卷第2期",
        "2031年4月第7卷第2期  溪山影像学杂志  Xishan Imaging",
        "112  溪山影像学杂志  2031;7(2)",
        "《溪山影像学杂志》2031年第7卷第2期",
        "DOI:10.9999/j.2031  溪山影像学杂志 2031年4月第7卷第2期 Chin J",
        "作者：裘宁远 来源：《溪山影像学杂志》2031年第2期",
        "期刊：溪山影像学杂志  年卷期：2031,7(2)",
        "2031年4月第7卷第2期  溪 山 影 像 学 杂 志  Xishan Imaging",
    ],
)
def test_where_it_appeared_stands_above_the_title(line: str) -> None:
    told = [one for one in facts(f"{line}\n·综述·\n{HEAD}{BODY}") if one.predicate == "PUBLISHED_IN"]
    assert {(one.subject.name, one.object.name, one.qualifiers["year"]) for one in told} == {(TITLE, "溪山影像学杂志", 2031)}


@pytest.mark.parametrize(
    "line",
    ["收稿日期 2031年4月第7卷第2期", "2031年4月第7期  第三批", "溪山影像学杂志编辑部", "112  裘宁远  2031年"],
)
def test_other_lines_name_no_journal(line: str) -> None:
    assert not [one for one in facts(f"{line}\n{HEAD}{BODY}") if one.predicate == "PUBLISHED_IN"]


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("第一作者简介: 裘宁远(1988—), 男, 主治医师, 主要从事重症超声研究", {(*FIRST, "主治医师")}),
        ("[作者简介] 裘宁远(1988—),女,江苏人,硕士,主管技师。研究方向:重症超声。", {(*FIRST, "主管技师")}),
        ("裘宁远（1988-），男，主治医师，主要从事重症超声研究", {(*FIRST, "主治医师")}),
        ("裘宁远：男，1988年生，博士，主治医师，重症超声方向", {(*FIRST, "主治医师")}),
        ("*通信作者：冉竹，教授，博士生导师，研究方向：重症超声，E-mail：r@x.example", {(*SECOND, "教授")}),
        ("作者简介：裘宁远，医学博士，主治医师；冉竹，教授，博士生导师。", {(*FIRST, "主治医师"), (*SECOND, "教授")}),
        ("共同第一作者：裘宁远，主治医师；通信作者：冉竹，教授/主任医师", {(*FIRST, "主治医师"), (*SECOND, "教授,主任医师")}),
        ("收稿日期：2031-03-04  作者简介：裘宁远，男，主治医师，\n研究方向为重症超声", {(*FIRST, "主治医师")}),
        # somebody thanked, the editor, and an author's name in a sentence
        ("本文编辑：裘宁近，主任医师", set()),
        ("志谢 感谢裘宁近，主任医师", set()),
        ("裘宁远，冉竹，教授们认为重症超声重要", set()),
    ],
)
def test_titles_stand_in_the_notes(note: str, told: set[tuple[str, str, object]]) -> None:
    assert titles(f"{HEAD}{note}\n{BODY}") == told
    assert titles(f"{HEAD}{BODY}{'此处略。' * 1200}\n{note}\n") == told


def test_what_the_authors_work_on() -> None:
    note = "作者简介：裘宁远（1988—），男，主治医师，主要从事超声造影、光声成像的临床研究；冉竹，教授，研究方向：肝癌"
    told = [one for one in facts(f"{HEAD}{note}\n{BODY}") if one.predicate == "WORKS_ON"]
    assert {(one.subject.name, one.object.name) for one in told} == {("裘宁远", "超声造影"), ("裘宁远", "光声成像")}

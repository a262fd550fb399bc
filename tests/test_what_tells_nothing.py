"""Sentences near to what rules read, that tell no such fact: wishes, denials, furniture of offices, what is undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.article_towns import stands_in
from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact
from tests.test_prose import stated


def page(tmp_path: Path, text: str) -> set[tuple[str, str, str]]:
    path = tmp_path / "page.txt"
    path.write_text(text, "utf-8")
    kept, _, _ = read_assertions(read_document(path), pipeline())
    return {(one.subject.name, one.predicate, one.object.name) for one in kept if isinstance(one, Fact)}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("裘宁不再担任岚江大学附属医院院长职务。", "AFFILIATED_WITH"),
        ("岚江医院心内科有正副主任医师16名。", "AFFILIATED_WITH"),
        ("裘宁即将出任岚江大学附属医院院长。", "AFFILIATED_WITH"),
        ("松江省发展改革委批复同意撤销松江省影像工程研究中心。", "APPROVED_BY"),
        ("松江省科技厅立项建设的“影像云平台”今日揭牌。", "BUILT"),
        ("溪山市人民医院在后勤管理、CT预约等方面形成特色。", "WORKS_ON"),
        ("溪山市人民医院院长裘宁教授凭借多年在消融治疗上的成绩，日前被授予金奖。", "WORKS_ON"),
        ("目前尚无证据表明光声成像可用于前列腺癌的诊断。", "TARGETS"),
        ("溪山市卫健委在溪山市人民医院召开第三季度安全生产会议。", "RUN_BY"),
    ],
)
def test_no_such_fact(text: str, predicate: str) -> None:
    assert not {fact for fact in stated(text) if fact[1] == predicate}


@pytest.mark.parametrize(
    "text",
    ["第三届松江影像论坛因故延期，原定有300人参会。", "与上届相比，第四届松江影像论坛参会人数减少了120人。"],
)
def test_no_count_of_those_who_came(tmp_path: Path, text: str) -> None:
    assert not {fact for fact in page(tmp_path, "新闻\n" + text) if fact[1] == "HAS_METRIC"}


def test_what_was_held(tmp_path: Path) -> None:
    text = "新闻\n第六届松江心脏超声大会共邀请国内外讲者68位，开展专题讲座54场。"
    figures = {fact[2] for fact in page(tmp_path, text) if fact[1] == "HAS_METRIC"}
    assert figures == {"特邀讲者人数", "专题讲座数"}


def test_a_name_behind_by(tmp_path: Path) -> None:
    assert ("裘宁", "AUTHORED", "影像诊断学") in page(tmp_path, "新书\n由裘宁主编的《影像诊断学》由松江出版社出版。")


def test_a_talk_is_no_paper(tmp_path: Path) -> None:
    text = "人物\n裘宁多次撰文介绍这门学科，并作主题为“脑小血管影像的十年变化”的报告。\n裘宁的成果发表在《影像世界》杂志上。\n"
    assert not {fact for fact in page(tmp_path, text) if fact[1] == "PUBLISHED_IN"}


def test_towns_of_houses_in_brackets_and_of_parts() -> None:
    """An author before the bracket is no part of the house; a part of a house is not named by itself."""
    assert [one.home for one in stands_in("应书恒，蒲清越（青岚大学附属医院影像科，青川 宁陵 430070）")] == [
        "青岚大学附属医院影像科"
    ]
    assert not list(stands_in("（青岚大学 a.附属第一医院消化内科；b.光电学院，宁陵 430070）"))

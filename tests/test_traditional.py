"""What is written in traditional characters is read as what is written in simplified ones, and quoted as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from ingest.traditional import WRITTEN_SO, written
from kg.model import Alias, Document, Fact
from tests.table_facts import document_of

MEETING = "由岚江縣醫學會主辦的第六屆兩岸磁振影像論壇日前在廈門舉行。"
HOSPITAL = "岚江縣人民醫院引進了一臺正子造影設備，並成立岚江縣影像診斷中心。"


def read(text: str) -> tuple[set[tuple[str, str, str]], dict[str, str]]:
    """The facts of a text, and the aliases that its writing makes."""
    document = document_of(text)
    kept, _, _ = read_assertions(document, pipeline())
    assert all(document.text[one.evidence.span.start : one.evidence.span.end] == one.evidence.quote for one in kept)
    facts = {(one.subject.name, one.predicate, one.object.name) for one in kept if isinstance(one, Fact)}
    return facts, {one.name: one.of.name for one in kept if isinstance(one, Alias) and one.evidence.rule == WRITTEN_SO}


def test_a_meeting_is_read_and_known_by_both_writings() -> None:
    facts, aliases = read(MEETING)
    assert ("两岸磁振影像论坛第6次", "HELD_IN", "厦门") in facts
    assert ("两岸磁振影像论坛第6次", "RUN_BY", "岚江县医学会") in facts
    assert aliases["岚江縣醫學會"] == "岚江县医学会"
    assert aliases["兩岸磁振影像論壇第6次"] == "两岸磁振影像论坛第6次"


def test_words_of_other_shores_are_known() -> None:
    facts, aliases = read("岚江縣人民醫院引進一臺正子造影設備。")
    assert {target for _, predicate, target in facts if predicate == "ADOPTED_BY"} == {"岚江县人民医院"}
    assert "岚江縣人民醫院" in aliases


@pytest.mark.parametrize(
    "text",
    [
        "岚江县人民医院的鍾毓琇医师开展磁共振检查，成立岚江县影像诊断中心。",
        "放射科主任於敏後来到岚江县人民医院工作，负责CT检查与磁共振检查的质量控制。",
        "Nothing to convert here.",
    ],
)
def test_a_name_of_old_characters_changes_nothing(text: str) -> None:
    assert written(document_of(text)) is None


def test_only_the_lines_that_are_so_written_change(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text("岚江县人民医院成立影像诊断中心。\n\n" + HOSPITAL + "\n\n主任於敏到会。\n", "utf-8")
    document: Document = read_document(file)
    writing = written(document)
    assert writing is not None
    assert len(writing.read.text) == len(document.text)
    assert "县影像诊断中心" in writing.read.text
    assert "於敏" in writing.read.text

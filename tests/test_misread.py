"""Names that hold words of the sentence around them are refused, and the ledger tells which words."""

from __future__ import annotations

import pytest

from ingest.misread import misread
from ingest.nlp import pipeline
from ingest.pipeline import read_assertions
from kg.model import Fact
from tests.table_facts import document_of


@pytest.mark.parametrize(
    ("label", "name", "words"),
    [
        ("Technology", "该云影像平台", "该"),
        ("Technology", "数字化CT召开成果鉴定会", "召开"),
        ("Technology", "3.0", "3.0"),
        ("Technology", "样机", "样机"),
        ("Achievement", "磁共振探针的", "的"),
        ("Organization", "西陵医院版权所有", "版权所有"),
        ("Organization", "西陵大学（2/3）", "（2/3）"),
        ("Organization", "4西陵大学", "4"),
        ("Technology", "3.0T磁共振", None),
        ("Technology", "使用者行为监测系统", None),
        ("Organization", "302医院", None),
        ("Organization", "西陵大学（筹）", None),
        ("Person", "该云", None),
    ],
)
def test_words_of_the_sentence(label: str, name: str, words: str | None) -> None:
    assert misread(label, name) == words


def test_the_ledger_tells_why() -> None:
    text = "刘大厚团队研发的数字PET突破了传统技术，取得了进展。"
    kept, rejected, _ = read_assertions(document_of(text), pipeline())
    assert not [one for one in kept if isinstance(one, Fact) and "突破了" in one.object.name]
    assert [one.reason for one in rejected if "突破了" in one.reason] == [
        '"突破了" in "数字PET突破了传统技术" is of the sentence and of no name'
    ]

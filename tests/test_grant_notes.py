"""Notes in brackets behind projects that a text quotes: who leads and hosts them."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from kg.ontology import check
from tests.table_facts import document_of

FUND = "国家自然科学基金面上项目"


def facts(text: str) -> set[tuple[str, str, str]]:
    found = [one for one in ProseIngester().ingest(document_of(text), pipeline()) if isinstance(one, Fact)]
    assert all(check(one) is None for one in found)
    stated = ("LEADS", "HOSTED_BY", "AFFILIATED_WITH")
    return {(one.subject.name, one.predicate, one.object.name) for one in found if one.predicate in stated}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"本指南得到{FUND}“肺结节的能谱CT定量方法”（82100001，承担单位湖南省人民医院，负责人王建国）资助。",
            {
                ("王建国", "LEADS", "肺结节的能谱CT定量方法"),
                ("肺结节的能谱CT定量方法", "HOSTED_BY", "湖南省人民医院"),
                ("王建国", "AFFILIATED_WITH", "湖南省人民医院"),
            },
        ),
        (
            "研究获湖南省重点研发计划“超声造影评价肝纤维化的研究”项目（编号2022SK2001，项目负责人：李晓明，经费55万元）支持。",
            {("李晓明", "LEADS", "超声造影评价肝纤维化的研究")},
        ),
        (
            f"该工作受{FUND}“心肌应变的磁共振分析”课题（依托单位：中南大学，参与单位：南华大学）资助。",
            {("心肌应变的磁共振分析", "HOSTED_BY", "中南大学")},
        ),
        (f"本书“肺结节的影像诊断与处理”（负责人王建国）由{FUND}资助出版。", set()),
        (f"该工作受{FUND}“心肌应变的磁共振分析”（协作单位负责人王建国，参与单位南华大学）资助。", set()),
    ],
)
def test_notes(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert facts(text) == expected

"""Several readers by several measures: each figure is of its own reader and measure, or of nobody."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions
from kg.model import Fact
from tests.table_facts import document_of


def told(text: str) -> set[tuple[str, str, object]]:
    """Owner, name and value of each figure that the rule states."""
    kept, _, _ = read_assertions(document_of(text), pipeline())
    return {
        (one.subject.name, one.object.name, one.qualifiers["value"])
        for one in kept
        if isinstance(one, Fact) and one.evidence.rule == "crossed_measures"
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "对于狭窄评估的敏感度和特异度，CT-FFR分别为87%和96%，CCTA分别为99%和32%。",
            {
                ("CT-FFR", "狭窄评估敏感度", 87.0),
                ("CT-FFR", "狭窄评估特异度", 96.0),
                ("CCTA", "狭窄评估敏感度", 99.0),
                ("CCTA", "狭窄评估特异度", 32.0),
            },
        ),
        (
            "MRI和CT的敏感度、特异度分别为90%、85%，80%、70%。",
            {("磁共振成像", "敏感度", 90.0), ("磁共振成像", "特异度", 85.0), ("CT", "敏感度", 80.0), ("CT", "特异度", 70.0)},
        ),
        (
            "结果AI、医师组对结节良、恶性鉴别诊断的灵敏度、准确率分别为94%、73%，81%、83%。",
            {("人工智能", "灵敏度", 94.0), ("人工智能", "准确率", 73.0)},
        ),
        (
            "结果显示敏感度、特异度，CT-FFR分别为87%、96%，低年资医师分别为79%、72%。",
            {("CT-FFR", "敏感度", 87.0), ("CT-FFR", "特异度", 96.0)},
        ),
        ("对于狭窄评估的敏感度和特异度，CT-FFR分别为87%、96%和92%，CCTA分别为99%和32%。", set()),
        ("甲医院和乙医院的准确率、检出率分别为90%、85%，80%、70%。", set()),
        ("MRI、CT和超声的准确率分别为90%、85%和80%。", set()),
    ],
)
def test_each_figure_is_of_its_reader(text: str, found: set[tuple[str, str, object]]) -> None:
    assert {(who, name.removeprefix("鉴别诊断"), value) for who, name, value in told(text)} == found

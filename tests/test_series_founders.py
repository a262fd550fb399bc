"""Who started a series of meetings and who supports it: and sentences that tell of one meeting alone."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "临江影像论坛是由临江大学和岚江省医学会联合发起，岚江省科学技术厅支持，创办于2008年。",
            {("临江大学", "发起"), ("岚江省医学会", "发起"), ("岚江省科学技术厅", "支持")},
        ),
        (
            "临江影像论坛由岚江省医学会发起，在岚江省科学技术厅和临江大学的共同支持下于2001年正式创办。",
            {("岚江省医学会", "发起"), ("岚江省科学技术厅", "支持"), ("临江大学", "支持")},
        ),
        (
            "云溪超声沙龙在岚江省医学会的指导下创办，由云溪市人民医院主办。",
            {("岚江省医学会", "指导"), ("云溪市人民医院", "主办")},
        ),
        ("本次论坛由临江大学发起，岚江省医学会支持，其创办者到会。", set()),
        ("临江影像平台由临江大学发起，创办于2001年。", set()),
    ],
)
def test_who_founded_a_series(text: str, expected: set[tuple[str, str]]) -> None:
    found = [one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact)]
    told = [one for one in found if one.evidence.rule == "series_founded"]
    assert {(one.object.name, one.qualifiers["role"][0]) for one in told} == expected  # type: ignore[index]

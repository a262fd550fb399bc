"""What stands in brackets behind centres and houses, in sentences and lists of our own."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document


def noted(text: str) -> set[tuple[str, str, str, str]]:
    found = (one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact))
    return {
        (one.subject.name, one.predicate, one.object.name, str(one.qualifiers.get("position", "")))
        for one in found
        if one.evidence.rule in ("host_noted", "head_noted")
    }


LAB, CENTRE = "岚江市超声分子影像重点实验室", "岚江市医学人工智能工程技术研究中心"
HOSTS = {(CENTRE, "HOSTED_BY", "岚江智影科技有限公司", ""), (LAB, "HOSTED_BY", "岚江大学附属医院", "")}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (f"优秀：{CENTRE}（依托岚江智影科技有限公司）、{LAB}（依托岚江大学附属医院）", HOSTS),
        (f"通过验收的有：{CENTRE}（依托单位：岚江智影科技有限公司）；{LAB}（依托于岚江大学附属医院）。", HOSTS),
        (
            f"{LAB}（主任：步云天，依托单位：岚江医科大学）昨日揭牌。",
            {(LAB, "HOSTED_BY", "岚江医科大学", ""), ("步云天", "AFFILIATED_WITH", LAB, "主任")},
        ),
        (
            "二、医学影像科\n\n岚江市人民医院（负责人：步云天）\n\n岚江市中医医院（学科带头人：鹿鸣）",
            {("步云天", "AFFILIATED_WITH", "岚江市人民医院", ""), ("鹿鸣", "AFFILIATED_WITH", "岚江市中医医院", "")},
        ),
        ("参加者有岚江医院放射科（主任：步云天）。", {("步云天", "AFFILIATED_WITH", "岚江医院", "放射科主任")}),
    ],
)
def test_who_stands_behind_a_name(text: str, facts: set[tuple[str, str, str, str]]) -> None:
    assert noted(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        f"{LAB}（不依托岚江大学建设）。",
        f"{LAB}（岚江大学附属医院）接受考核。",
        "项目由岚江大学（联系人：谷穗）承担。",
        "岚江省科学技术厅（负责人：步云天）发布通知。",
    ],
)
def test_other_notes_tell_nothing(text: str) -> None:
    assert not noted(text)

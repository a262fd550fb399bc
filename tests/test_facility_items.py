"""Facilities told item by item: what the clauses behind the head say of each, and what opens no facility."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.table_facts import document_of

STATED = frozenset({"BUILT", "HOSTED_BY", "FUNDED_BY", "LOCATED_IN"})
OTHER = "2. 岚江影像数据库。依托单位为岚江大学。\n"


def facts(text: str) -> set[tuple[str, str, str]]:
    found = [one for one in ProseIngester().ingest(document_of(text), pipeline()) if isinstance(one, Fact)]
    said = {(one.subject.name, one.predicate, one.object.name) for one in found if one.predicate in STATED}
    return {fact for fact in said if "岚江影像数据库" not in fact}


@pytest.mark.parametrize(
    ("item", "fact"),
    [
        ("1. 活体成像设施。由岚江大学和岚江医院共同建设，2020年开工。\n", ("岚江医院", "BUILT", "活体成像设施")),
        ("（1）脑图谱绘制平台（苏州）。依托岚江大学建设。\n", ("脑图谱绘制平台", "LOCATED_IN", "苏州")),
        ("1、超高场成像装置——岚江大学牵头，岚江医院参建。\n", ("岚江医院", "BUILT", "超高场成像装置")),
        ("1. 冷冻电镜平台：项目依托单位为岚江大学，总投资2亿元。\n", ("冷冻电镜平台", "HOSTED_BY", "岚江大学")),
        ("1. 肿瘤影像样本库。选址成都，其中岚江大学出资3000万元。\n", ("肿瘤影像样本库", "FUNDED_BY", "岚江大学")),
    ],
)
def test_the_clauses_behind_the_head_are_about_the_facility(item: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts("重大设施\n" + item + OTHER)


@pytest.mark.parametrize(
    "item",
    [
        "1. 建设区域影像云平台。由岚江大学牵头，2020年完成。\n",
        "1. 平台管理。由岚江大学负责建设标准的制定。\n",
        "1. 完善冷冻电镜平台。由岚江医院承建二期。\n",
        "活体成像设施由来已久。由岚江大学牵头的调研显示，问题很多。\n",
    ],
)
def test_a_task_or_a_remark_is_no_facility(item: str) -> None:
    assert not [fact for fact in facts("重点任务\n" + item + OTHER) if fact[1] == "BUILT"]

"""What a clause denies, plans, wishes or supposes is no fact; what stands beside such words stays one."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact

_OPENING = "岚江新闻\n\n溪山市第一医院放射科裘宁川教授介绍了情况。\n\n"
_TOLD = [
    ("岚江大学附属医院{}引进了飞行时间PET/CT。", "ADOPTED_BY"),
    ("裘宁川{}获得国家科学技术进步奖二等奖。", "RECEIVED"),
    ("“心脏磁共振新技术”{}获国家科学技术进步奖二等奖。", "RECEIVED"),
    ("裘宁川教授{}担任松江省医学会放射学分会主任委员。", "MEMBER_OF"),
    ("裘宁川教授{}主持国家重点研发计划项目“新型PET探测器研制”。", "LEADS"),
    ("岚江大学{}建设了松江脑影像平台。", "BUILT"),
    ("裘宁川{}主编《心脏磁共振诊断学》。", "AUTHORED"),
]
_MEETING = ("香山科学会议第812次学术讨论会{}在北京召开。", "HELD_IN")
_DENIED = ["未能", "没有", "尚未", "从未", "不再", "拒绝", "放弃", "差点", "取消"]
_PLANNED = ["拟", "打算", "有望", "力争", "可能", "原计划", "应当", "将"]


def told(text: str, predicate: str, tmp_path: Path) -> set[tuple[str, str]]:
    path = tmp_path / "news.txt"
    path.write_text(_OPENING + text + "\n", "utf-8")
    kept, _, _ = read_assertions(read_document(path), pipeline())
    return {(one.subject.name, one.object.name) for one in kept if isinstance(one, Fact) and one.predicate == predicate}


@pytest.mark.parametrize(("text", "predicate"), [*_TOLD, _MEETING])
def test_denied(text: str, predicate: str, tmp_path: Path) -> None:
    assert told(text.format(""), predicate, tmp_path)
    for word in _DENIED:
        assert not told(text.format(word), predicate, tmp_path), word


@pytest.mark.parametrize(("text", "predicate"), _TOLD)
def test_only_planned(text: str, predicate: str, tmp_path: Path) -> None:
    for word in _PLANNED:
        assert not told(text.format(word), predicate, tmp_path), word


def test_meetings_to_come_are_told(tmp_path: Path) -> None:
    assert told(_MEETING[0].format("将"), "HELD_IN", tmp_path)
    assert not told(_MEETING[0].format("原定"), "HELD_IN", tmp_path)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("如果条件允许，裘宁川将主持国家重点研发计划项目“新型PET探测器研制”。", "LEADS"),
        ("一旦获批，岚江大学附属医院引进了飞行时间PET/CT。", "ADOPTED_BY"),
    ],
)
def test_supposed(text: str, predicate: str, tmp_path: Path) -> None:
    assert not told(text, predicate, tmp_path)


@pytest.mark.parametrize(
    ("text", "predicate", "fact"),
    [
        ("会上拟聘任岚江大学附属医院裘宁川教授为顾问。", "AFFILIATED_WITH", ("裘宁川", "岚江大学附属医院")),
        ("裘宁川获得国家科学技术进步奖二等奖，尚未担任院长。", "RECEIVED", ("裘宁川", "国家科学技术进步奖")),
        ("该项目获国家重点研发计划资助，裘宁川主持国家重点研发计划项目“未来PET”。", "LEADS", ("裘宁川", "未来PET")),
        ("岚江大学附属医院引进了飞行时间PET/CT，不再使用旧机。", "ADOPTED_BY", ("飞行时间PET/CT", "岚江大学附属医院")),
    ],
)
def test_words_that_deny_something_else(text: str, predicate: str, fact: tuple[str, str], tmp_path: Path) -> None:
    assert fact in told(text, predicate, tmp_path)


def test_the_reason_is_in_the_ledger(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(_OPENING + "裘宁川拟于明年获得国家科学技术进步奖二等奖。\n", "utf-8")
    _, rejected, _ = read_assertions(read_document(path), pipeline())
    assert any("deny" in one.reason and "国家科学技术进步奖" in one.assertion for one in rejected)


def test_what_stands_below_the_last_row_of_a_table_is_none_of_it(tmp_path: Path) -> None:
    table = (
        "溪山市医学影像青年人才计划资助名单\n序号\t姓名\t所在单位\t项目名称\t资助经费（万元）\t培养导师\n"
        "1\t裘宁川\t岚江大学附属医院\t超声造影评价肝癌的研究\t10\t柏舟\n2\t祝云帆\t溪山市中心医院\t低场磁共振成像方法研究\t5\t封晓\n"
    )
    below = "候补人选（如有人选放弃资助，按顺序递补）：\n1\t封晓\n"
    leads = {("裘宁川", "超声造影评价肝癌的研究"), ("祝云帆", "低场磁共振成像方法研究")}
    assert told(table + below, "LEADS", tmp_path) == leads

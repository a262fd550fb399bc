"""Heads of columns in the words that lists of other years and offices have: the same table, one head told otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from ingest.table.columns import column_of, settled
from kg.model import Fact
from tests.table_facts import assertions, document_of

TITLE = "2024年度云岭省重点研发计划拟立项项目公示"
HEADS = ("序号", "项目名称", "负责人", "承担单位", "经费（万元）")
ROWS = (
    ("1", "基于深度学习的肝脏弹性成像研究", "裘宁", "岚江大学第一医院", "40"),
    ("2", "心脏磁共振评估心肌纤维化", "霍启明", "西陵市中心医院", "25"),
    ("3", "胎儿超声质量控制体系的建立", "柏若涵", "云岭省妇幼保健院", "10"),
)


def told(heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...] = ROWS) -> set[tuple[str, str, str]]:
    text = "\n".join([TITLE, " ".join(heads), *map(" ".join, rows)]) + "\n"
    facts = (one for one in assertions(document_of(text)) if isinstance(one, Fact))
    kept = ("LEADS", "HOSTED_BY", "AFFILIATED_WITH")
    sums = {(one.subject.name, "amount", str(one.qualifiers["amount_wan"])) for one in facts_of(text)}
    return {(one.subject.name, one.predicate, one.object.name) for one in facts if one.predicate in kept} | sums


def facts_of(text: str) -> list[Fact]:
    found = (one for one in assertions(document_of(text)) if isinstance(one, Fact))
    return [one for one in found if one.predicate == "FUNDED_BY" and "amount_wan" in one.qualifiers]


EXPECTED = {
    *((row[2], "LEADS", row[1]) for row in ROWS),
    *((row[1], "HOSTED_BY", row[3]) for row in ROWS),
    *((row[2], "AFFILIATED_WITH", row[3]) for row in ROWS),
    *((row[1], "amount", f"{float(row[4])}") for row in ROWS),
}


@pytest.mark.parametrize(
    ("at", "head"),
    [
        *((1, head) for head in ("项目名", "课题名", "中标课题名称", "立项项目名称", "项目（课题）名称")),
        *((2, head) for head in ("牵头人", "首席专家", "主持人姓名", "申请者", "获资助人", "揭榜人", "负责专家")),
        *((3, head) for head in ("负责人所在单位", "申报人单位", "主承担单位", "责任单位", "医院", "承担单位名称", "揭榜单位")),
        *((4, head) for head in ("核定经费（万元）", "省财政补助（万元）", "拨付金额（万元）", "预算（万元）")),
    ],
)
def test_one_head_in_other_words(at: int, head: str) -> None:
    heads = tuple(head if place == at else known for place, known in enumerate(HEADS))
    assert told(heads) == EXPECTED


def test_where_the_leader_works_is_not_who_hosts() -> None:
    heads = ("序号", "项目名称", "承担单位", "负责人", "负责人所在单位")
    rows = (
        ("1", ROWS[0][1], "岚江大学", "裘宁", "岚江大学第一医院"),
        ("2", ROWS[1][1], "西陵医科大学", "霍启明", "西陵市中心医院"),
    )
    assert {one for one in told(heads, rows) if one[1] != "LEADS"} == {
        (ROWS[0][1], "HOSTED_BY", "岚江大学"),
        (ROWS[1][1], "HOSTED_BY", "西陵医科大学"),
        ("裘宁", "AFFILIATED_WITH", "岚江大学第一医院"),
        ("霍启明", "AFFILIATED_WITH", "西陵市中心医院"),
    }


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("提名单位名称", "nominator"),
        ("主要候选人", "winners"),
        ("授奖等次", "grade"),
        ("授课老师姓名", "speaker"),
        ("合作企业", "partners"),
        ("拟配置机构", "other"),
        ("重点项目", "other"),
        ("主任医师/科主任", "other"),
    ],
)
def test_roles_of_heads(head: str, role: str) -> None:
    assert column_of(head).role == role


def test_the_house_of_a_person_hosts_where_no_other_column_does() -> None:
    alone = settled((column_of("项目名称"), column_of("负责人"), column_of("负责人所在单位")))
    assert [one.role for one in alone] == ["title", "lead", "host"]


def test_a_work_of_a_fields_history_is_called_without_what_was_done_with_it(tmp_path: Path) -> None:
    text = (
        "表1 我国超声弹性成像发展历程\n年份\t单位\t人物\t代表性工作\n1998\t岚江大学\t裘宁\t研制出首台弹性成像样机\n"
        "2005\t西陵市中心医院\t霍启明\t率先开展乳腺弹性成像\n"
    )
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    found = {
        (one.subject.name, one.object.name)
        for one in read_assertions(read_document(path), pipeline())[0]
        if isinstance(one, Fact) and one.predicate == "WORKS_ON"
    }
    assert found == {("裘宁", "弹性成像样机"), ("霍启明", "乳腺弹性成像")}


WON = (
    ("1", "肝脏弹性成像关键技术及应用", "裘宁、江若水", "岚江大学第一医院、溪山市人民医院", "松江省医学会", "一等奖"),
    ("2", "心脏磁共振定量评估体系的建立", "霍启明、柏若涵", "西陵市中心医院", "松江省教育厅", "二等奖"),
)
WINNERS = ("序号", "项目名称", "主要完成人", "主要完成单位", "提名单位", "获奖等级")


@pytest.mark.parametrize("gap", [" ", "\t"], ids=["blanks", "tabs"])
@pytest.mark.parametrize(
    ("at", "head"),
    [
        *((1, head) for head in ("获奖项目", "获奖成果", "获奖项目名称")),
        *((2, head) for head in ("主要获奖人", "完成者", "获奖人姓名")),
        *((3, head) for head in ("获奖单位名称", "主要完成机构")),
        *((4, head) for head in ("推荐机构", "提名者")),
        *((5, head) for head in ("奖次", "评审结果", "获奖级别")),
    ],
)
def test_one_head_of_winners_in_other_words(at: int, head: str, gap: str, tmp_path: Path) -> None:
    heads = tuple(head if place == at else known for place, known in enumerate(WINNERS))
    path = tmp_path / "a.txt"
    rows = "\n".join(gap.join(row) for row in (heads, *WON))
    path.write_text(f"2023年度松江省科学技术奖获奖项目目录\n{rows}\n", "utf-8")
    found = {
        (one.subject.name, one.predicate, one.object.name, one.qualifiers.get("grade"))
        for one in read_assertions(read_document(path), pipeline())[0]
        if isinstance(one, Fact)
    }
    for _, work, people, houses, nominator, grade in WON:
        assert (work, "RECEIVED", "松江省科学技术奖", grade) in found
        assert (nominator, "NOMINATED", work, None) in found
        assert {who for who, said, what, _ in found if (said, what) == ("PARTICIPATED_IN", work)} == set(people.split("、"))
        assert {who for who, said, what, _ in found if (said, what) == ("COMPLETED", work)} == set(houses.split("、"))


def test_who_presides_over_a_talk_leads_no_project() -> None:
    text = (
        "松江影像论坛会议日程\n时间 题目 报告专家 单位 主持人\n8:30-9:00 肝脏弹性成像新进展 裘宁 岚江大学第一医院 霍启明\n"
        "9:00-9:30 冠脉CT的临床应用 江若水 西陵市中心医院 霍启明\n"
    )
    found = {(one.subject.name, one.predicate) for one in assertions(document_of(text)) if isinstance(one, Fact)}
    assert found == {(name, said) for name in ("裘宁", "江若水") for said in ("AFFILIATED_WITH", "WORKS_ON")}

"""Cells that could not be read stand in the ledger, each with the reason; what says that there is nothing does not."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions
from tests.table_facts import document_of

HEADS = ("项目名称", "负责人", "承担单位", "经费（万元）")
ROW = ("肝脏弹性的超声测量方法", "成若水", "松江大学", "30")


def refused(heads: tuple[str, ...], row: tuple[str, ...]) -> list[tuple[str, str]]:
    document = document_of("立项项目\n" + "\t".join(heads) + "\n" + "\t".join(row) + "\n")
    _, rejected, _ = read_assertions(document, pipeline())
    return [(one.assertion, one.reason) for one in rejected if one.rule == "table.unread-cell"]


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        (3, "待定", "it is no sum"),
        (3, "三十余", "it is no sum"),
        (2, "松江", "it names no institution"),
        (1, "超声测量组2人", "it names nobody"),
    ],
)
def test_a_cell_that_does_not_fit_its_column_is_told_with_the_reason(column: int, cell: str, reason: str) -> None:
    row = tuple(cell if place == column else words for place, words in enumerate(ROW))
    assert refused(HEADS, row) == [(f"“{ROW[0]}”: {HEADS[column]} “{cell}”", reason)]


def test_a_sum_without_a_unit_is_told() -> None:
    assert refused((*HEADS[:3], "经费"), ROW) == [(f"“{ROW[0]}”: 经费 “30”", "nothing says the unit of the sum")]


@pytest.mark.parametrize("cell", ["—", "无", "自筹", "/", "30", "30万元", "1,200.5"])
def test_a_sum_or_the_mark_of_none_is_no_finding(cell: str) -> None:
    assert refused(HEADS, (*ROW[:3], cell)) == []


def test_tables_of_other_things_are_not_held_to_it() -> None:
    assert refused(("论文题目", "作者", "单位", "金额"), ROW) == []

"""Societies and branches where merged cells and columns are lost."""

from __future__ import annotations

from ingest.society import SocietyIngester
from kg.model import Alias, Attribute
from kg.vocab import PREDICATES
from tests.table_facts import assertions, document_of, facts


def parts(text: str) -> set[tuple[str, str]]:
    return {(branch.removeprefix(society), society) for branch, _, society in facts(document_of(text))}


def test_emits_what_the_vocabulary_has() -> None:
    assert SocietyIngester.emits <= PREDICATES.keys()


def test_one_group_of_columns() -> None:
    text = (
        "表5 学会\n大类 一级学会 二级分会\n理科 华夏谱学学会 质谱分会\n波谱专业委\n员会\n"
        "医科 华夏影像学会 超声分会\n这里是正文, 不属于表.\n"
    )
    assert parts(text) == {("质谱分会", "华夏谱学学会"), ("波谱专业委员会", "华夏谱学学会"), ("超声分会", "华夏影像学会")}
    categories = {
        a.subject.name: a.value for a in assertions(document_of(text)) if isinstance(a, Attribute) and a.name == "category"
    }
    assert categories == {"华夏谱学学会": "理科", "华夏影像学会": "医科"}


def test_a_society_set_in_the_middle_of_its_rows() -> None:
    text = "学会 分会\n质谱分会\n华夏谱学学会 波谱分会\n光谱分会\n超声分会\n华夏影像学会\n放射分会\n"
    assert parts(text) == {
        *((branch, "华夏谱学学会") for branch in ("质谱分会", "波谱分会", "光谱分会")),
        *((branch, "华夏影像学会") for branch in ("超声分会", "放射分会")),
    }


def test_two_groups_side_by_side() -> None:
    text = (
        "学会 分会 学会 分会\n华夏谱学学会\n质谱分会\n华夏影像学会\n超声分会\n波谱分会 放射分会\n"
        "华夏光学会 激光分会 介入分会\n核医学分会\n华夏力学会 材料分会 华夏检验学会 分子分会\n"
    )
    found = parts(text)
    assert {society for branch, society in found if branch in ("质谱分会", "波谱分会")} == {"华夏谱学学会"}
    assert {branch for branch, society in found if society == "华夏影像学会"} == {
        "超声分会",
        "放射分会",
        "介入分会",
        "核医学分会",
    }
    assert ("激光分会", "华夏光学会") in found


def test_what_cannot_be_told_is_left_out() -> None:
    """Three branches on one line of a table of two groups: the lines are not the table's own."""
    text = "学会 分会 学会 分会\n华夏谱学学会 质谱分会 华夏影像学会 超声分会 波谱分会 放射分会 光谱分会\n"
    assert parts(text) == set()


def test_a_cell_may_list_branches_and_repeat_the_society() -> None:
    text = "学会\t分会\n华夏谱学学会\t质谱分会、波谱分会\n华夏影像学会\t华夏影像学会超声分会\n"
    assert parts(text) == {("质谱分会", "华夏谱学学会"), ("波谱分会", "华夏谱学学会"), ("超声分会", "华夏影像学会")}


def test_bare_branch_names_are_no_aliases() -> None:
    text = "学会 分会\n华夏谱学学会 质谱分会\n"
    assert not [a for a in assertions(document_of(text)) if isinstance(a, Alias)]

"""Who did a work, in brackets between its title and its award; papers cited in a sentence; in sentences of our own."""

from __future__ import annotations

import pytest

from tests.test_appointments import stated_with
from tests.test_article_references import told as cited
from tests.test_prose import stated

WORK = "心血管核素探针的研制与应用"
AWARD = "松江省科学技术进步奖"


@pytest.mark.parametrize(
    ("note", "people", "houses"),
    [
        (
            "溪山大学、溪山大学第一医院完成；裘宁远、冉竹、祝云帆",
            ("裘宁远", "冉竹", "祝云帆"),
            ("溪山大学", "溪山大学第一医院"),
        ),
        ("完成人：裘宁远、冉竹、祝云帆", ("裘宁远", "冉竹", "祝云帆"), ()),
        ("主要完成人裘宁远、冉竹等", ("裘宁远", "冉竹"), ()),
        ("裘宁远等", ("裘宁远",), ()),
        ("第一完成单位：溪山大学", (), ("溪山大学",)),
    ],
)
def test_who_did_it_stands_in_brackets(note: str, people: tuple[str, ...], houses: tuple[str, ...]) -> None:
    facts = stated(f"“{WORK}”（{note}）获2031年度{AWARD}一等奖。")
    assert {one for one in facts if one[1] == "RECEIVED"} == {(WORK, "RECEIVED", AWARD)}
    assert {one[0] for one in facts if one[1] == "PARTICIPATED_IN"} == set(people)
    assert {one[0] for one in facts if one[1] == "COMPLETED"} == set(houses)


def test_their_order_is_their_place() -> None:
    ranks = stated_with(f"“{WORK}”（裘宁远、冉竹）获{AWARD}一等奖。", "PARTICIPATED_IN")
    assert ranks == {("裘宁远", WORK, "rank:1"), ("冉竹", WORK, "rank:2")}


@pytest.mark.parametrize(
    "text",
    [
        f"“{WORK}”（裘宁远、冉竹）获优秀论文奖一等奖。",
        f"“{WORK}”（裘宁远、冉竹）将申报{AWARD}。",
        f"“{WORK}”（溪山大学出版社）获{AWARD}一等奖。",
    ],
)
def test_other_brackets_say_nothing_of_it(text: str) -> None:
    assert not {one for one in stated(text) if one[1] in ("PARTICIPATED_IN", "COMPLETED")}


def test_papers_cited_in_a_sentence() -> None:
    first = "裘宁远，冉竹. 低场磁共振再思考[J]. 溪山光学，2031，44（6）：601-607"
    text = f"代表性论文有：{first}；祝云帆. 另一题的研究[J]. 溪山影像，2031，3（1）：12。\n"
    work = "低场磁共振再思考"
    assert {one for one in cited(text) if one[2] == work or one[0] == work} == {
        ("裘宁远", "AUTHORED", work, 1),
        ("冉竹", "AUTHORED", work, 2),
        (work, "PUBLISHED_IN", "溪山光学", 2031),
    }
    assert cited("他说：裘宁远，冉竹. 低场磁共振再思考，2031年出版。\n") == set()

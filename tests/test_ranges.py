"""Tables of makers with their products."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_tallied import facts

ROWS = (
    '<tr><td rowspan="2">云岭放疗科技股份有限公司</td><td rowspan="2">昆明</td><td>{one}</td><td>{user}</td><td>12</td></tr>'
    "<tr><td>YL-刀二（伽玛刀）</td><td>——</td><td>3</td></tr>"
    "<tr><td>合计</td><td></td><td></td><td></td><td>15</td></tr>"
)


def told(heads: tuple[str, ...], one: str, user: str, folder: Path) -> set[tuple[str, str, str, object]]:
    """What such a table says: subject, predicate, object, year."""
    head = "".join(f"<th>{words}</th>" for words in heads)
    table = f"<table><caption>表3 本土主要厂商一览</caption><tr>{head}</tr>{ROWS.format(one=one, user=user)}</table>"
    page = f"<html><head><title>放疗装备观察</title></head><body><p>见下表。</p>{table}</body></html>"
    return {(one.subject.name, one.predicate, one.object.name, one.qualifiers.get("year")) for one in facts(page, folder)}


FIRM = "云岭放疗科技股份有限公司"


@pytest.mark.parametrize(
    "heads",
    [
        ("厂商", "总部", "代表机型", "全国首家用户（时间）", "2031年新增/台"),
        ("企业名称", "总部所在地", "主要产品", "首批装机医院（时间）", "新增装机"),
        ("主要厂家", "所在城市", "代表性产品", "典型用户", "销量（台）"),
    ],
)
def test_makers_with_products_and_their_first_users(heads: tuple[str, ...], tmp_path: Path) -> None:
    found = told(heads, "云刃R1（环形加速器）", "岚江肿瘤医院（2029.06）", tmp_path)
    assert {
        (FIRM, "LOCATED_IN", "昆明", None),
        (FIRM, "WORKS_ON", "云刃R1", None),
        ("云刃R1", "BROADER", "环形加速器", None),
        ("云刃R1", "ADOPTED_BY", "岚江肿瘤医院", 2029),
        (FIRM, "WORKS_ON", "YL-刀二", None),
        ("YL-刀二", "BROADER", "伽玛刀", None),
    } == {one for one in found if one[1] != "HAS_METRIC"}


@pytest.mark.parametrize("user", ["岚江肿瘤医院（预计2032年）", "拟落户岚江肿瘤医院", "——", "12家"])
def test_who_is_only_going_to_use_it_does_not(user: str, tmp_path: Path) -> None:
    heads = ("厂商", "总部", "代表机型", "全国首家用户（时间）", "2031年新增/台")
    assert not {one for one in told(heads, "云刃R1（环形加速器）", user, tmp_path) if one[1] == "ADOPTED_BY"}


def test_what_brackets_tell_that_is_no_kind(tmp_path: Path) -> None:
    heads = ("厂商", "总部", "代表机型", "首家用户", "新增")
    found = told(heads, "云刃R1（2029年上市）", "——", tmp_path)
    assert not {one for one in found if one[1] == "BROADER" and one[0] == "云刃R1"}

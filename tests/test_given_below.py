"""Tables of those who were given an honour that the sentence right above names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_tallied import facts

PEOPLE = (
    "<table><tr><th>姓名</th><th>单位</th><th>姓名</th><th>单位</th></tr>"
    '<tr><td>马 礼</td><td rowspan="2">岚江医科大学附属医院</td><td>裘宁安</td><td>溪山市人民医院</td></tr>'
    "<tr><td>霍启明</td><td>柏若涵</td><td>西陵市第二人民医院</td></tr></table>"
)
HOUSES = (
    "<table><tr><th>序号</th><th>单位</th></tr><tr><td>1</td><td>岚江医科大学附属医院</td></tr>"
    "<tr><td>2</td><td>溪山市人民医院</td></tr></table>"
)
ALL = {"马礼", "裘宁安", "霍启明", "柏若涵"}


def given(words: str, table: str, folder: Path) -> set[tuple[str, str, object]]:
    """Who received what, with the year, by the table below some words."""
    page = f"<html><head><title>岚江省影像质控简报</title></head><body><p>一、表彰</p><p>{words}</p>{table}</body></html>"
    return {
        (one.subject.name, one.object.name, one.qualifiers.get("year"))
        for one in facts(page, folder)
        if one.predicate == "RECEIVED"
    }


@pytest.mark.parametrize(
    "words",
    [
        "经评审，授予溪山市人民医院“2031年度岚江省影像质控先进集体”，授予以下人员“2031年度岚江省影像质控先进个人”：",
        "授予下列4名同志“2031年岚江省影像质控先进个人”荣誉称号：",
        "经评选，下列人员荣获“2031年度岚江省影像质控先进个人”称号，名单如下：",
        "大会表彰了“2031年度岚江省影像质控先进个人”获得者，名单如下：",
        "以下人员被评为“2031年度岚江省影像质控先进个人”（排名不分先后）：",
    ],
)
def test_people_below_are_given_it(words: str, tmp_path: Path) -> None:
    assert given(words, PEOPLE, tmp_path) == {(name, "岚江省影像质控先进个人", 2031) for name in ALL}


def test_bodies_below_are_given_it(tmp_path: Path) -> None:
    assert given("决定授予以下单位“岚江省影像质控先进集体”称号：", HOUSES, tmp_path) == {
        ("岚江医科大学附属医院", "岚江省影像质控先进集体", None),
        ("溪山市人民医院", "岚江省影像质控先进集体", None),
    }


@pytest.mark.parametrize(
    "words",
    [
        "拟授予以下人员“2031年度岚江省影像质控先进个人”：",
        "推荐以下人员为“2031年度岚江省影像质控先进个人”候选人：",
        "授予以下人员“2031年度岚江省影像质控先进个人”，现予公示：",
        "会议学习了“2031年度岚江省影像质控先进个人”评选办法，参会人员如下：",
        "感谢以下人员的支持：",
    ],
)
def test_those_only_proposed_or_thanked_are_given_nothing(words: str, tmp_path: Path) -> None:
    assert given(words, PEOPLE, tmp_path) == set()

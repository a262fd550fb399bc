"""What took another's place: renamed, rebuilt and merged bodies and programmes, on sentences of our own."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Alias, Fact
from tests.test_prose import document


def succeeds(text: str) -> set[tuple[str, str, object]]:
    """Later, earlier and the year."""
    return {
        (one.subject.name, one.object.name, one.qualifiers.get("year"))
        for one in ProseIngester().ingest(document(text), pipeline())
        if isinstance(one, Fact) and one.predicate == "SUCCEEDS"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青屿医学院于2012年更名为青屿医科大学。", {("青屿医科大学", "青屿医学院", 2012)}),
        ("2015年，经省政府批准，由映川铁路医院改制为映川市第五医院。", {("映川市第五医院", "映川铁路医院", None)}),
        ("青屿医科大学，其前身是创建于1951年的青屿医学院。", {("青屿医科大学", "青屿医学院", None)}),
        (
            "青屿医科大学附属望湖医院，原名青屿市工人医院，现有床位1200张。",
            {("青屿医科大学附属望湖医院", "青屿市工人医院", None)},
        ),
        ("映川医科大学（原映川医学院），设有影像学院。", {("映川医科大学", "映川医学院", None)}),
        ("2013年，青屿医学院附属医院更名为青屿大学附属医院。", {("青屿大学附属医院", "青屿医学院附属医院", 2013)}),
        ("青屿市第四人民医院（现青屿市胸科医院）设有影像科。", {("青屿市胸科医院", "青屿市第四人民医院", None)}),
        ("青屿公济医院，今青屿市中心医院，1910年创办。", {("青屿市中心医院", "青屿公济医院", None)}),
        ("青屿市中心医院的前身为1910年创办的青屿公济医院。", {("青屿市中心医院", "青屿公济医院", None)}),
        (
            "该馆藏于此。其前身是建于1920年的仁爱医院，1951年改称青屿市第一人民医院。",
            {("青屿市第一人民医院", "仁爱医院", 1951)},
        ),
        ("青屿铁路中心医院划归地方管理，2009年更名为青屿市第八人民医院。", {("青屿市第八人民医院", "青屿铁路中心医院", 2009)}),
        (
            "青屿影像研究所后更名为青屿分子影像研究院，再于2018年改名为青屿生物影像中心。",
            {("青屿分子影像研究院", "青屿影像研究所", None), ("青屿生物影像中心", "青屿分子影像研究院", 2018)},
        ),
        (
            "青屿医科大学第三医院由青屿铁路医院和青屿纺织医院于2004年整合而成。",
            {("青屿医科大学第三医院", "青屿铁路医院", None), ("青屿医科大学第三医院", "青屿纺织医院", None)},
        ),
        ("青屿影像科技有限公司（曾用名：青屿电子有限公司）的设备获批。", {("青屿影像科技有限公司", "青屿电子有限公司", None)}),
        ("青屿医院开诊。该院前身是1931年创办的普济医院。", {("青屿医院", "普济医院", None)}),
        (
            "映川大学由映川医学院和映川师范学院合并组建。",
            {("映川大学", "映川医学院", None), ("映川大学", "映川师范学院", None)},
        ),
        (
            "2000年，映川医学院与映川师范学院合并为映川大学。",
            {("映川大学", "映川医学院", None), ("映川大学", "映川师范学院", None)},
        ),
    ],
)
def test_a_body_that_took_anothers_place(text: str, expected: set[tuple[str, str, object]]) -> None:
    found = succeeds(text)
    assert {one[:2] for one in found} == {one[:2] for one in expected}
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "青屿医学院拟更名为青屿医科大学。",
        "映川影像中心由映川大学和望湖医院联合组建。",
        "望湖医院是映川大学附属医院，2012年更名为青屿市第三医院。",
        "映川大学（原校长陈某）与望湖医院合作。",
        "映川医院（现代影像中心）购置设备。",
        "映川医院（原址在望湖医院）已扩建。",
        "映川医院（现有望湖医院等分支）开诊。",
        "周某，原望湖医院院长，现任映川大学教授。",
        "望湖医院（现为三级甲等医院）开诊。",
        "映川大学与望湖医院合并两份名单，交青屿医科大学审核。",
    ],
)
def test_what_only_looks_like_a_successor(text: str) -> None:
    assert succeeds(text) == set()


def test_a_short_name_is_another_name_and_no_successor() -> None:
    found = list(ProseIngester().ingest(document("青屿医科大学（以下简称“青医大”）设有影像学院。"), pipeline()))
    assert [one.name for one in found if isinstance(one, Alias)] == ["青医大"]
    assert not [one for one in found if isinstance(one, Fact) and one.predicate == "SUCCEEDS"]

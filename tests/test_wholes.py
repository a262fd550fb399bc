"""What the names of bodies and programmes tell, whichever ingester met them: the whole, and the town."""

from __future__ import annotations

import pytest

from ingest.prose.houses.parents import parent, place, programme_above
from ingest.wholes import with_wholes
from kg.model import EntityRef, Evidence, Fact, Span


def fact(label: str, name: str, *, words: str = "") -> Fact:
    """A fact of a table that names a body or a programme."""
    quote = words or name
    said = Evidence(
        document="doc_1", span=Span(start=0, end=len(quote)), quote=quote, ingester="table", rule="row", confidence=1.0
    )
    person = EntityRef(label="Person", name="闻人澈")
    return Fact(
        subject=person, predicate="AFFILIATED_WITH", object=EntityRef(label=label, name=name), qualifiers={}, evidence=said
    )


def added(*stated: Fact) -> list[tuple[str, str, str]]:
    told = list(with_wholes(stated))[len(stated) :]
    return [(one.subject.name, one.predicate, one.object.name) for one in told if isinstance(one, Fact)]


def test_a_table_s_bodies_are_parts_of_what_their_names_open_with() -> None:
    assert added(fact("Organization", "中国科学院临江物理研究所")) == [("中国科学院临江物理研究所", "PART_OF", "中国科学院")]
    assert added(fact("Organization", "镜湖县人民医院放射科")) == [
        ("镜湖县人民医院放射科", "PART_OF", "镜湖县人民医院"),
        ("镜湖县人民医院", "LOCATED_IN", "镜湖县"),
    ]


def test_what_names_tell_is_said_once_and_by_the_words_that_write_the_name_out() -> None:
    first, second = fact("Organization", "岚江大学医学院", words="该院"), fact("Organization", "岚江大学医学院")
    told = list(with_wholes([first, second, first]))
    assert [one.evidence.quote for one in told[3:]] == ["岚江大学医学院"]


def test_of_which_province_a_bare_level_is_no_name_tells() -> None:
    assert added(fact("Organization", "省医学会影像分会")) == []


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("云岭省自然科学基金青年科学基金项目", "云岭省自然科学基金"),
        ("国家自然科学基金优秀青年科学基金项目", "国家自然科学基金"),
        ("岚江市仪器研制专项（培育类）", "岚江市仪器研制专项"),
        ("国家自然科学基金", None),
        ("国家自然科学基金委员会", None),
        ("岚江市科技计划（2023年）", None),
        ("国家重点研发计划", None),
    ],
)
def test_sorts_of_projects_are_parts_of_their_programme(name: str, whole: str | None) -> None:
    assert programme_above(name) == whole


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("镜湖县人民医院", "镜湖县"),
        ("澄溪市第三人民医院", "澄溪市"),
        ("四川省岚水县妇幼保健院", "岚水县"),
        ("岚和蒙古族自治县中医院", "岚和蒙古族自治县"),
        ("湖南省株洲市中心医院", "株洲"),
        ("城市医院", None),
        ("全县中医院联盟", None),
        ("跨市医疗联合体", None),
        ("某某县人民医院", None),
    ],
)
def test_a_town_that_no_list_holds_is_told_by_what_each_town_has(name: str, town: str | None) -> None:
    assert place(name) == town


def test_a_note_behind_a_name_is_no_part() -> None:
    assert parent("中国科学院临江能源研究院（筹）") == "中国科学院"

"""Finding things by name: what is found, in what order, the same in both engines."""

from __future__ import annotations

import pytest

from kg.errors import BadParameter
from kg.romanize import person_forms, search_keys
from kg.search import Hit, search
from kg.store import Store

SEARCHES = (
    "闻人朗",
    "wenrenlang",
    "Lang Wenren",
    "wenren l",
    "wrl",
    "闻人",
    "yunling",
    "云岭",
    "CMR",
    "ｃｍｒ",
    "心肌",
    "elena",
    "Brandt E",
)


def named(store: Store, text: str) -> list[str]:
    return [hit.name for hit in search(store, text)]


@pytest.mark.parametrize("text", SEARCHES)
def test_both_engines_find_the_same(text: str, embedded: Store, neo4j: Store) -> None:
    found = search(embedded, text)
    assert found
    assert found == search(neo4j, text)


@pytest.mark.parametrize(
    ("text", "first", "how"),
    [
        ("闻人朗", "闻人朗", "name"),
        ("闻人", "闻人朗", "name begins"),
        ("wenrenlang", "闻人朗", "pinyin"),
        ("Wenren, L.", "闻人朗", "pinyin"),
        ("Lang Wenren", "闻人朗", "pinyin"),
        ("wrl", "闻人朗", "pinyin"),
        ("云大一院", "云岭大学附属第一医院", "alias"),
        ("附属第一", "云岭大学附属第一医院", "name contains"),
        ("diyiyiyuan", "云岭大学附属第一医院", "pinyin contains"),
        ("Brandt Elena", "Elena Brandt", "pinyin"),
        ("zhu qinglan", "祝清岚", "alias"),
        ("祝青兰", "祝清岚", "pinyin"),
        ("闻仁郎", "闻人朗", "pinyin"),
        ("nsfc", "国家自然科学基金", "alias"),
    ],
)
def test_what_fits_best_comes_first(text: str, first: str, how: str, embedded: Store) -> None:
    hit = search(embedded, text)[0]
    assert (hit.name, hit.how) == (first, how)


def test_namesakes_are_both_found_the_better_known_first(embedded: Store) -> None:
    found = search(embedded, "祝清岚")
    assert [hit.name for hit in found] == ["祝清岚", "祝清岚"]
    assert found[0].edges > found[1].edges
    assert found[0].id != found[1].id


def test_letters_within_a_syllable_are_no_find(embedded: Store) -> None:
    """ling is in yunling; ingd is in yunlingda, but begins no syllable."""
    assert "云岭大学" in named(embedded, "lingda")
    assert "云岭大学" not in named(embedded, "ingda")


def test_what_sounds_as_a_part_of_a_name_is_no_find(embedded: Store) -> None:
    assert search(embedded, "闻仁") == ()
    assert search(embedded, "祝青兰", labels=("Organization",)) == ()


def test_labels_and_limit(embedded: Store) -> None:
    assert {hit.label for hit in search(embedded, "云岭", labels=("Organization", "Place"))} == {"Organization", "Place"}
    assert len(search(embedded, "云岭", limit=2)) == 2
    assert all(isinstance(hit, Hit) for hit in search(embedded, "云岭"))


def test_what_cannot_be_looked_for_is_told(embedded: Store) -> None:
    with pytest.raises(BadParameter, match="nothing to look for"):
        search(embedded, " ，")
    with pytest.raises(BadParameter, match='no label "People"; allowed are Person'):
        search(embedded, "云岭", labels=("People",))


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("单若溪", {"shanruoxi", "ruoxishan", "shanrx", "rxshan", "shanr", "rshan"}),
        ("曾维", {"zengwei", "weizeng", "zengw", "wzeng"}),
        ("吕航", {"lvhang", "lyuhang", "luhang"}),
        ("欧阳宇", {"ouyangyu", "youyang"}),
        ("覃川", {"qinchuan", "tanchuan"}),
    ],
)
def test_surnames_are_read_as_surnames(name: str, forms: set[str]) -> None:
    assert forms <= person_forms(name)


def test_what_is_no_chinese_name_has_no_forms() -> None:
    assert person_forms("Elena Brandt") == person_forms("阿依古丽·买买提") == frozenset()
    assert search_keys("Person", ["Elena M. Brandt"]) == ("brandtelenam", "elenambrandt", "mbrandtelena")

"""The lexicon tells names, titles, places and organisations from other words."""

from __future__ import annotations

import pytest

from ingest import lexicon

PEOPLE = (
    "陈若楠",
    "欧阳明珠",
    "司马骁",
    "阿依古丽·买合木提",
    "阿不都热合曼·肉孜",
    "尼玛卓嘎",
    "乌云其其格",
    "王楠",
    "张李静怡",
    "许为正",
    "Edgar J. Whitlow",
    "Xu X.",
    "M. van Dijk",
)
NOT_PEOPLE = (
    "高血压",
    "方法",
    "时间",
    "和平",
    "程序",
    "国家",
    "江苏",
    "武汉",
    "张家口",
    "管理",
    "左心室",
    "Deep Learning",
    "医院",
    "王",
    "扎西",
    "心·肺",
    "由总统",
    "张主席",
    "和专家",
    "于团队",
    "安总理",
    "",
)


@pytest.mark.parametrize("name", PEOPLE)
def test_a_name_is_a_person(name: str) -> None:
    assert lexicon.is_person(name)


@pytest.mark.parametrize("text", NOT_PEOPLE)
def test_a_word_is_not_a_person(text: str) -> None:
    assert not lexicon.is_person(text)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("临江医科大学附属第二医院", "hospital"),
        ("青禾镇中心卫生院", "hospital"),
        ("临江医科大学", "university"),
        ("中国科学院", "institute"),
        ("中国医学科学院", "institute"),
        ("中国科学院临江物理研究所", "institute"),
        ("临江影像科技有限公司", "company"),
        ("西门子", "company"),
        ("临江省医学会", "society"),
        ("临江省医学会放射学分会", "society_branch"),
        ("临江省康复学会影像专业委员会", "society_branch"),
        ("临江省卫生健康委员会", "government"),
        ("科学技术部", "government"),
        ("临江市科学技术局", "government"),
        ("国家自然科学基金委员会", "funder"),
        ("国家自然科学基金委员会信息科学部", "department"),
        ("临江分子影像重点实验室", "laboratory"),
        ("核医学科", "department"),
        ("临江大学(本部)", "university"),
        ("Lakeside University", "university"),
        ("St. Odile Hospital", "hospital"),
        ("高血压", None),
        ("临床本科", None),
    ],
)
def test_the_ending_tells_the_kind(name: str, kind: str | None) -> None:
    assert lexicon.organization_kind(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "主任医师",
        "主任医师、教授",
        "副教授,主任技师",
        "教授级高级工程师",
        "研究员",
        "高级实验师 讲师",
        "算法工程师",
        "首席软件工程师",
    ],
)
def test_titles(text: str) -> None:
    assert lexicon.is_title(text)


@pytest.mark.parametrize("text", ["", "科主任", "主任", "放射科", "医学博士", "软件工程", "系统工程师协会"])
def test_not_titles(text: str) -> None:
    assert not lexicon.is_title(text)


@pytest.mark.parametrize("text", ["科主任", "副院长，超声医学科主任", "影像组组长", "无"])
def test_positions(text: str) -> None:
    assert lexicon.is_position(text)


def test_places_with_and_without_their_endings() -> None:
    assert all(lexicon.is_place(name) for name in ("湖南", "湖南省", "株洲市", "海淀区", "日本", "广西壮族自治区"[:2]))
    assert not lexicon.is_place("省")


def test_the_lists_hold_what_they_promise() -> None:
    assert len(lexicon.SURNAMES) > 400
    assert all(len(name) == 1 for name in lexicon.SURNAMES)
    assert {"欧阳", "诸葛"} <= lexicon.COMPOUND_SURNAMES
    assert not [name for name in lexicon.PLACES if len(name) < 2]


@pytest.mark.parametrize("title", ["副主任中医师", "终身教授", "高级讲师", "高级技师"])
def test_titles_of_other_trades(title: str) -> None:
    assert lexicon.is_title(title)


@pytest.mark.parametrize("position", ["工会主席", "首席医学官", "科秘书", "总设计师"])
def test_positions_beside_those_of_heads(position: str) -> None:
    assert lexicon.is_position(position)


def test_county_level_towns_without_those_that_are_words() -> None:
    assert {"诸暨", "晋江", "琼海"} <= lexicon.PLACES.keys()
    assert not {"高密", "平度", "会理", "四会", "合作", "瑞金"} & lexicon.PLACES.keys()

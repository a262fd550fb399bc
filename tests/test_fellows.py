"""Members of academies and boards, offices of assemblies and parties: what somebody is where."""

from __future__ import annotations

import pytest

from tests.test_prose import stated

MEMBER, AT = "MEMBER_OF", "AFFILIATED_WITH"


def posts(text: str) -> set[tuple[str, str, str]]:
    return {one for one in stated(text) if one[1] in (MEMBER, AT)}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "中国工程院院士、云岭医院院长柏秋实教授作报告。",
            {("柏秋实", MEMBER, "中国工程院"), ("柏秋实", AT, "云岭医院")},
        ),
        ("柏秋实，中国科学院院士，现任岚江大学校长。", {("柏秋实", MEMBER, "中国科学院"), ("柏秋实", AT, "岚江大学")}),
        ("2015年，柏秋实当选为中国科学院院士。", {("柏秋实", MEMBER, "中国科学院")}),
        ("中国科学院柏秋实院士应邀出席。", {("柏秋实", MEMBER, "中国科学院")}),
        ("俄罗斯工程院外籍院士柏秋实介绍了进展。", {("柏秋实", MEMBER, "俄罗斯工程院")}),
        ("发展中国家科学院院士柏秋实到会。", {("柏秋实", MEMBER, "发展中国家科学院")}),
    ],
)
def test_an_academy_is_no_employer_of_its_members(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert posts(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "团队里有中国科学院院士2人、中国工程院院士1人。",
        "会议邀请了多位中国科学院院士和中国工程院院士。",
        "争取推荐两名专家参评中国科学院院士。",
    ],
)
def test_academicians_of_whom_nobody_is_named(text: str) -> None:
    assert posts(text) == set()


def test_an_academy_that_employs() -> None:
    assert posts("中国科学院副院长柏秋实到会。") == {("柏秋实", AT, "中国科学院")}
    assert posts("中国科学院云岭物理研究所柏秋实院士到会。") == {("柏秋实", AT, "中国科学院云岭物理研究所")}
    assert posts("中国医学科学院柏秋实院士到会。") == {("柏秋实", AT, "中国医学科学院")}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("云岭影像技术奖评审委员会副主任委员柏秋实主持仪式。", {("柏秋实", MEMBER, "云岭影像技术奖评审委员会")}),
        ("云岭科学基金评选委员会主任柏秋实介绍了情况。", {("柏秋实", MEMBER, "云岭科学基金评选委员会")}),
        ("云岭科学基金信托委员会主席柏秋实宣布名单。", {("柏秋实", MEMBER, "云岭科学基金信托委员会")}),
        ("岚江大学学术委员会委员柏秋实教授主持会议。", {("柏秋实", MEMBER, "岚江大学学术委员会")}),
    ],
)
def test_juries_and_boards(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert posts(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "全国人大常委会副委员长、中国科学院院士柏秋实题词。",
            {("柏秋实", AT, "全国人大常委会"), ("柏秋实", MEMBER, "中国科学院")},
        ),
        ("云岭市委常委、宣传部部长柏秋实出席。", {("柏秋实", AT, "云岭市委")}),
        ("云岭新区党工委书记柏秋实致辞。", {("柏秋实", AT, "云岭新区党工委")}),
        ("国务院副总理柏秋实向获奖者颁奖。", {("柏秋实", AT, "国务院")}),
        ("全国政协委员、云岭医院院长柏秋实建议。", {("柏秋实", MEMBER, "全国政协"), ("柏秋实", AT, "云岭医院")}),
        ("全国政协副主席柏秋实出席。", {("柏秋实", AT, "全国政协")}),
        ("云岭市委托岚江大学办班，云岭省委、省政府很重视。", set()),
    ],
)
def test_assemblies_governments_and_parties(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert posts(text) == facts

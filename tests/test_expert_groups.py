"""Groups of experts, who sits in them, and people of whom news tells in few words: sentences of our own, with traps."""

from __future__ import annotations

import pytest

from tests.test_prose import stated

AT, IN, WON = "AFFILIATED_WITH", "MEMBER_OF", "RECEIVED"


def told(text: str, *predicates: str) -> set[tuple[str, str, str]]:
    return {fact for fact in stated(text) if fact[1] in predicates}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "验收专家组由岚江大学霍启明院士任组长，云岭医院柏若涵主任任副组长，成员有西陵大学翟文莉教授和东岭医院池小满主任。",
            {("霍启明", "验收专家组"), ("柏若涵", "验收专家组"), ("翟文莉", "验收专家组"), ("池小满", "验收专家组")},
        ),
        (
            "评审组组长为霍启明院士（西陵大学教授），成员包括柏若涵研究员（岚江研究所副所长）、翟文莉教授（云岭医院放射科主任）。",
            {("霍启明", "评审组"), ("柏若涵", "评审组"), ("翟文莉", "评审组")},
        ),
        ("会上，西陵大学霍启明教授任鉴定委员会主任委员。", {("霍启明", "鉴定委员会")}),
        ("考察组组长、西陵大学教授霍启明宣读了意见。", {("霍启明", "考察组")}),
        (
            "云岭超声协作组由9人组成，组长霍启明，西陵医院超声科主任；顾问是来自岚江医院的柏若涵。",
            {("霍启明", "云岭超声协作组")},
        ),
        ("岚江医院通报了整改情况。\n我院评审领导小组由院长霍启明任组长。", {("霍启明", "岚江医院评审领导小组")}),
        (
            "会议成立了论证专家组，由西陵大学霍启明教授任组长，成员包括岚江医院柏若涵研究员和云岭医院放射科主任翟文莉主任医师。",
            {("霍启明", "论证专家组"), ("柏若涵", "论证专家组"), ("翟文莉", "论证专家组")},
        ),
        ("会议成立了工作专班，由霍启明任组长。", set()),
        ("霍启明研究员任项目组组长，课题组成员柏若涵介绍了进展。", set()),
        ("云岭医院成立了由院长霍启明任组长的卒中中心建设领导小组。", set()),
        ("专家组听取了霍启明教授的汇报，组长宣布会议结束。", set()),
    ],
)
def test_who_sits_in_a_group_of_experts(text: str, facts: set[tuple[str, str]]) -> None:
    assert {(who, body) for who, _, body in told(text, IN)} == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("该项目由霍启明主持，另一项由柏若涵主持。\n霍启明与柏若涵获得资助，两人均来自西陵大学。", {"霍启明", "柏若涵"}),
        ("云岭医院派出代表队，队员是该院的霍启明、柏若涵。", {"霍启明", "柏若涵"}),
        ("西陵大学信息学院学生霍启明、柏若涵、翟文莉的作品参加了展示。", {"霍启明", "柏若涵", "翟文莉"}),
        ("霍启明单位为西陵大学，柏若涵任职于云岭医院。", {"霍启明", "柏若涵"}),
        ("通信作者：霍启明，西陵大学第一附属医院放射科，西陵 100000，E-mail：a@b.cn。", {"霍启明"}),
        ("来访的霍启明教授曾任西陵大学副校长，现为该校影像研究所所长。", {"霍启明"}),
        ("霍启明（1970—），男，西陵大学副教授，主要研究方向：医学影像。", {"霍启明"}),
        ("霍启明2009年离开西陵大学。三人都很高兴，他们来自外地。", set()),
        ("霍启明、柏若涵和翟文莉到会，两人均来自西陵大学。", set()),
        ("霍启明主持的《某某病筛查》获奖，合作单位为云岭医院和西陵大学。", set()),
    ],
)
def test_houses_of_those_told_in_few_words(text: str, facts: set[str]) -> None:
    assert {who for who, _, _ in told(text, AT)} == facts


@pytest.mark.parametrize(
    "text",
    [
        "有人误传霍启明获得“岚江科技奖”，经核实并无此事。",
        "网传霍启明当选云岭省医学会会长，该消息不属实。",
        "霍启明任《西陵医学杂志》编委，2019年有人获奖。",
    ],
)
def test_what_is_not_so_is_not_told(text: str) -> None:
    assert told(text, WON, "PARTICIPATED_IN") == set()
    assert ("霍启明", IN, "云岭省医学会") not in stated(text)


def test_parts_of_a_house_are_no_houses() -> None:
    campus = "岚江大学附属滨江医院影像科副主任、东城院区副院长霍启明到会。"
    assert told(campus, AT) == {("霍启明", AT, "岚江大学附属滨江医院")}
    centres = "生物大数据中心主任霍启明、智能影像研究中心主任柏若涵先后发言。"
    assert ("柏若涵", AT, "生物大数据中心") not in stated(centres)
    of_it = "近日，滨江医院入选名单。该院癫痫中心主任霍启明从事脑电图研究二十年。"
    assert told(of_it, AT) == {("霍启明", AT, "滨江医院")}


def test_words_behind_a_name_are_no_part_of_it() -> None:
    assert told("霍启明原是西陵大学副研究员。", AT) == {("霍启明", AT, "西陵大学")}
    elected = "云岭省医学会影像分会换届，霍启明任主任委员，柏若涵、翟文为副主任委员。"
    assert ("翟文", IN, "云岭省医学会影像分会") in stated(elected)


def test_houses_that_are_given_an_honour() -> None:
    given = "授予云岭医院等326个单位“全国卫生先进集体”称号；授予岚江器械有限公司“2022年度岚江市质量奖提名奖”称号。"
    assert told(given, WON) == {("云岭医院", WON, "全国卫生先进集体"), ("岚江器械有限公司", WON, "岚江市质量奖")}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "云岭医院放射科始建于1950年，历任主任：霍启明（1950—1965）、柏若涵（1965—1980）、翟文莉。",
            {"霍启明", "柏若涵", "翟文莉"},
        ),
        ("云岭医院心电图室成立于1951年。科室历任主任、副主任有霍启明、柏若涵、池小满。", {"霍启明", "柏若涵", "池小满"}),
        (
            "云岭医院眼科建于1958年，首任主任为留日归来的霍启明教授，其后柏若涵、翟文莉先后接任。",
            {"霍启明", "柏若涵", "翟文莉"},
        ),
        ("霍启明历任主任、院长，2001年退休。", set()),
        ("历任领导都很重视学科建设，霍启明、柏若涵先后来院参观。", set()),
    ],
)
def test_those_who_headed_a_house_in_turn(text: str, facts: set[str]) -> None:
    assert {who for who, _, _ in told(text, AT)} == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("霍启明任《西陵学报》《岚江超声杂志》编委。", set()),
        ("他是全国侨联副主席。", set()),
        (
            "霍启明教授现任国际射线防护委员会常务委员、九三学社岚江市委副主委。",
            {("霍启明", "国际射线防护委员会"), ("霍启明", "九三学社岚江市委")},
        ),
        ("霍启明在《西陵影像医学杂志》发表论文，编委会认为很好。", set()),
        ("霍启明主编《超声诊断学》。", set()),
    ],
)
def test_boards_and_bodies_that_employ_nobody(text: str, facts: set[tuple[str, str]]) -> None:
    assert {(who, body) for who, _, body in told(text, IN)} == facts


def test_a_clause_behind_a_name_tells_house_and_post() -> None:
    assert told("本次义诊由9人参加，组长霍启明，云岭医院功能科主任；柏若涵没有到场。", AT) == {("霍启明", AT, "云岭医院")}
    guests = "会议由霍启明，西陵大学影像工程国家重点实验室主任柏若涵教授主持。"
    assert {who for who, _, _ in told(guests, AT)} == {"柏若涵"}
    assert told("会议由霍启明主持，云岭医院功能科主任柏若涵参加。", AT) == {("柏若涵", AT, "云岭医院")}


@pytest.mark.parametrize("lists", ["成员有：", "成员包括：", "成员为", "成员:"])
def test_members_behind_a_colon(lists: str) -> None:
    group = "验收专家组由三位专家组成，国家核素应用研究所霍启明研究员任组长，"
    text = f"{group}{lists}西陵大学柏若涵教授、同正会计师事务所高级会计师卫知夏。"
    assert {(who, body) for who, _, body in told(text, IN)} == {
        ("霍启明", "验收专家组"),
        ("柏若涵", "验收专家组"),
        ("卫知夏", "验收专家组"),
    }
    assert told(text, AT) == {
        ("霍启明", AT, "国家核素应用研究所"),
        ("柏若涵", AT, "西陵大学"),
        ("卫知夏", AT, "同正会计师事务所"),
    }


def test_a_bare_name_means_the_group_told_of() -> None:
    text = "项目监理专家组由国家核素应用研究所霍启明研究员任组长，成员包括西陵大学柏若涵研究员。监理组组长霍启明主持会议。"
    assert {body for _, _, body in told(text, IN)} == {"项目监理专家组"}

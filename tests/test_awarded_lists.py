"""Who did an awarded work, listed behind posts; awards that are handed to somebody; works presented with their award."""

from __future__ import annotations

import pytest

from tests.test_awarded import stated

WORK = "膝关节软骨定量磁共振评估体系"
TOLD = f"“{WORK}”荣获岚江医学科技奖二等奖。"


def crew(text: str) -> set[str]:
    """Who is said to have taken part in the work."""
    return {who for who, _, work in stated(text, "PARTICIPATED_IN") if work == WORK}


@pytest.mark.parametrize(
    "text",
    [
        f"{TOLD}团队成员包括溪山大学附属医院柏舟教授、我院骨科翟远、韩岳等。",
        f"{TOLD}项目组主要成员有溪山大学附属医院影像科副主任柏舟、翟远副研究员、韩岳。",
        f"■项目名称：{WORK}（2018年度岚江医学科技奖二等奖）\n■联合专家：溪山大学附属医院影像科主任柏舟；"
        "岚江大学物理系研究员翟远；岚江医院骨科主任医师韩岳等。",
    ],
)
def test_people_are_listed_behind_houses_and_posts(text: str) -> None:
    assert crew(text) == {"柏舟", "翟远", "韩岳"}


@pytest.mark.parametrize(
    "text",
    [
        f"{TOLD}团队成员包括放射科、骨科、康复科等多学科骨干。",
        f"{TOLD}与会专家包括溪山大学附属医院柏舟教授、韩岳教授。",
        "团队成员包括溪山大学附属医院柏舟教授、韩岳教授。",
    ],
)
def test_units_and_other_experts_did_no_work(text: str) -> None:
    assert crew(text) == set()


def test_a_line_presents_a_work_with_its_award() -> None:
    found = stated(f"获奖项目：{WORK}（2018年度岚江省科学技术进步奖一等奖）", "RECEIVED")
    assert found == {(WORK, "RECEIVED", "岚江省科学技术进步奖"): {"year": 2018, "grade": "一等奖"}}
    assert stated(f"项目名称：{WORK}（拟提名2018年度岚江省科学技术进步奖）", "RECEIVED") == {}


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2022年，中国岚江物理学会决定将“溪山奖”授予韩岳，以表彰其在核成像方面的成果。", 2022),
        ("近日，中国岚江物理学会将2023年度溪山奖颁给岚江大学附属医院韩岳副教授。", 2023),
        ("中国岚江物理学会把“溪山奖”颁发给了岚江大学韩岳教授。", None),
    ],
)
def test_an_award_is_handed_to_somebody(text: str, year: int | None) -> None:
    found = stated(text, "RECEIVED", "RUN_BY")
    assert found == {
        ("韩岳", "RECEIVED", "溪山奖"): {"year": year} if year else {},
        ("溪山奖", "RUN_BY", "中国岚江物理学会"): {},
    }


def test_an_award_that_is_asked_for_is_not_handed() -> None:
    assert stated("会议建议将“溪山奖”授予岚江大学韩岳教授。", "RECEIVED") == {}


def test_who_appears_as_the_winner_of_an_award() -> None:
    text = "岚江大学附属医院神经内科程砚教授作为2021年度科技突出贡献奖获奖者上台领奖。"
    assert stated(text, "RECEIVED") == {("程砚", "RECEIVED", "科技突出贡献奖"): {"year": 2021}}


def test_numbers_of_items_and_departments_are_no_part_of_names() -> None:
    found = stated(f"02岚江大学化学系教授韩岳领衔完成的“{WORK}”荣获岚江医学科技奖二等奖。", "COMPLETED", "PARTICIPATED_IN")
    assert {who for who, *_ in found} == {"岚江大学", "韩岳"}


def test_who_is_one_of_those_who_did_the_work_and_which_house_took_part() -> None:
    text = f"岚江大学作为第三参研单位，韩岳教授作为主要完成人之一的“{WORK}”项目获岚江医学科技奖二等奖。"
    found = stated(text, "PARTICIPATED_IN", "COMPLETED")
    assert found == {("韩岳", "PARTICIPATED_IN", WORK): {}, ("岚江大学", "COMPLETED", WORK): {"rank": 3}}


def test_who_leads_the_team_of_the_work() -> None:
    assert crew(f"{TOLD}项目团队由柏舟教授带领，经过十年研究，攻克了关键技术。") == {"柏舟"}
    assert crew(f"{TOLD}在溪山大学陆川教授带领下，学校的排名上升。") == set()


def test_a_contest_is_of_the_year_when_it_was_held() -> None:
    text = (
        "在2025年8月24日举办的岚江医学会影像技术学分会第三届专业技能大赛中，溪山市人民医院柏舟凭借《乳腺摄影规范化操作》获一等奖，"
        "岚江医院韩岳的《磁共振弥散技术解析》获优秀奖。"
    )
    contest = "岚江医学会影像技术学分会第三届专业技能大赛"
    found = stated(text, "RECEIVED")
    assert found["柏舟", "RECEIVED", contest] == {"year": 2025, "grade": "一等奖"}
    assert found["磁共振弥散技术解析", "RECEIVED", contest] == {"year": 2025, "grade": "优秀奖"}
    undated = stated("在岚江省影像技能大赛中，溪山市人民医院柏舟凭借《乳腺摄影规范化操作》获一等奖。", "RECEIVED")
    assert undated["柏舟", "RECEIVED", "岚江省影像技能大赛"] == {"grade": "一等奖"}

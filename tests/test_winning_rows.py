"""Who won: rows of people each behind the house, rounds told before their grades, teams told a clause before their work."""

from __future__ import annotations

import pytest

from tests.test_awarded import did, stated


def won(text: str) -> dict[tuple[str, str], tuple[object, object]]:
    """Who or what received which award, with year and grade."""
    return {(who, what): (said.get("year"), said.get("grade")) for (who, _, what), said in stated(text, "RECEIVED").items()}


@pytest.mark.parametrize(
    ("text", "winners", "award"),
    [
        (
            "岚江大学附属眼科医院蓝屿、溪山市人民医院超声科裘宁、青石理工大学闻溪和季棠等4人荣获2021年度岚江光学成像新星奖。",
            {"蓝屿", "裘宁", "闻溪", "季棠"},
            ("岚江光学成像新星奖", 2021),
        ),
        ("柏舟、翟远、冉秋水、池云四位青年医师分享了经验，摘取“岚江内镜青年奖”。", set(), ("", None)),
        (
            "柏舟、翟远、冉秋水、池云四位青年医师摘取“岚江内镜青年奖”。",
            {"柏舟", "翟远", "冉秋水", "池云"},
            ("岚江内镜青年奖", None),
        ),
        (
            "溪山市口腔医院邢露，岚江省脑科医院殷若水，青石县医院边疆3名医师获得岚江医师奖。",
            {"邢露", "殷若水", "边疆"},
            ("岚江医师奖", None),
        ),
    ],
)
def test_each_of_a_row_wins(text: str, winners: set[str], award: tuple[str, int | None]) -> None:
    found = won(text)
    assert {who for who, _ in found} >= winners
    assert {(what, year) for (who, what), (year, _) in found.items() if who in winners} <= {award}
    assert bool(found) == bool(winners)


def test_where_each_of_a_row_works() -> None:
    found = stated("岚江大学附属眼科医院蓝屿、青石理工大学闻溪、溪山市人民医院裘宁3人获岚江医师奖。", "AFFILIATED_WITH")
    assert {(who, house) for who, _, house in found} == {
        ("蓝屿", "岚江大学附属眼科医院"),
        ("闻溪", "青石理工大学"),
        ("裘宁", "溪山市人民医院"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "会上，柏舟院士、翟远教授、闻溪主任为获奖者颁发奖牌。",
        "柏舟院士、翟远教授出席大会并向获奖人颁发奖杯。",
        "在柏舟、翟远、闻溪的带领下，科室完成的3个项目获得好评，并向获奖代表颁发奖金。",
        "评委柏舟、翟远、闻溪等专家对2项获奖成果给予肯定。",
    ],
)
def test_who_hands_an_award_over_wins_nothing(text: str) -> None:
    assert won(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "近日，2022年度岚江医学科技奖获奖名单揭晓，我院裘宁主任领衔的项目“甲状腺结节弹性成像的规范化应用”斩获二等奖。",
            {("甲状腺结节弹性成像的规范化应用", "岚江医学科技奖"): (2022, "二等奖")},
        ),
        (
            "捷报\n\n2020年度岚江医学科技奖共评出31项成果。\n\n"
            "一等奖：溪山市人民医院的“脑磁图定位语言区的临床研究”等3项成果。\n\n三等奖：“牙周超声内镜的研制”等20项。",
            {
                ("脑磁图定位语言区的临床研究", "岚江医学科技奖"): (2020, "一等奖"),
                ("牙周超声内镜的研制", "岚江医学科技奖"): (2020, "三等奖"),
            },
        ),
        (
            "《角膜地形图在屈光手术中的应用研究》（KY2019-031）获岚江医学科技奖三等奖。",
            {("角膜地形图在屈光手术中的应用研究", "岚江医学科技奖"): (None, "三等奖")},
        ),
        (
            "《“岚江量表”在癫痫脑电监测中的应用》荣获岚江医学科技奖三等奖。",
            {("“岚江量表”在癫痫脑电监测中的应用", "岚江医学科技奖"): (None, "三等奖")},
        ),
        ("2022年度岚江医学科技奖提名工作启动，我院申报的“甲状腺结节弹性成像”拟争取二等奖。", {}),
    ],
)
def test_the_round_that_grades_belong_to(text: str, expected: dict[tuple[str, str], tuple[object, object]]) -> None:
    assert won(text) == expected


def test_a_citys_award_is_of_the_city() -> None:
    found = won("喜报\n\n溪山市人民医院裘宁主持的项目《食管早癌窄带成像筛查》获市科技进步奖二等奖。")
    assert found == {("食管早癌窄带成像筛查", "溪山市科技进步奖"): (None, "二等奖")}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "岚江理工大学池云教授领衔的光声团队历经十年攻关，完成的“光声显微成像仪器的研制”荣获岚江省技术发明奖二等奖。",
            {"池云", "岚江理工大学"},
        ),
        ("冉秋水带领的介入超声课题组依托临床，完成的“甲状腺结节射频消融规范化应用”获岚江医学科技奖一等奖。", {"冉秋水"}),
        ("池云教授介绍了团队的历程，完成的“光声显微成像仪器的研制”荣获岚江省技术发明奖二等奖。", set()),
    ],
)
def test_whose_team_a_clause_before_tells(text: str, who: set[str]) -> None:
    assert {name for name, _ in did(text)} == who


def test_first_completer_before_what_he_says() -> None:
    text = (
        "冉秋水教授团队的“光声显微成像仪器的研制”荣获岚江省技术发明奖二等奖。"
        "该项目的第一完成人冉秋水指出：“这项研究的难点在于如何同时兼顾深度和分辨率。”"
    )
    assert did(text) == {("冉秋水", "光声显微成像仪器的研制"): 1}


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("岚江医学科技奖是由岚江省医学会设立的。", {("岚江医学科技奖", "岚江省医学会")}),
        ("“岚江内镜青年奖”由岚江省医师协会于2015年发起设立，每两年评选一次。", {("岚江内镜青年奖", "岚江省医师协会")}),
        ("优秀论文奖由岚江省医学会设立。", set()),
        ("该奖由岚江省医学会设立。", set()),
    ],
)
def test_who_set_an_award_up(text: str, runs: set[tuple[str, str]]) -> None:
    assert {(what, who) for what, _, who in stated(text, "RUN_BY")} == runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "第三届“岚江超声新锐奖”评选结果揭晓。岚江大学附属医院柏舟医师荣获一等奖，青石县医院翟远医师获得二等奖。",
            {("柏舟", "岚江超声新锐奖"): (None, "一等奖"), ("翟远", "岚江超声新锐奖"): (None, "二等奖")},
        ),
        (
            "共有20人荣获“岚江医师奖”，我市有两名医师获此殊荣，分别是溪山市人民医院超声科主任裘宁、青石县医院翟远医师。",
            {("裘宁", "岚江医师奖"): (None, None), ("翟远", "岚江医师奖"): (None, None)},
        ),
        ("大会设立并颁发了岚江内镜贡献奖，岚江大学附属医院柏舟教授获此殊荣。", {("柏舟", "岚江内镜贡献奖"): (None, None)}),
        ("大会首次设立并颁发了突出贡献奖，岚江大学附属医院柏舟教授获此殊荣。", {}),
        ("大会颁发了“岚江内镜贡献奖”，此前柏舟教授尚未获此殊荣。", {}),
        ("柏舟教授主持会议，溪山市人民医院裘宁教授获此殊荣。", {}),
        ("溪山市人民医院荣获两项岚江医学科技奖。", {("溪山市人民医院", "岚江医学科技奖"): (None, None)}),
        ("岚江大学一举获得三项国家科技大奖。", {}),
    ],
)
def test_an_honour_named_before(text: str, expected: dict[tuple[str, str], tuple[object, object]]) -> None:
    assert won(text) == expected

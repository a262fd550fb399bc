"""Who chairs a meeting, in the ways in which reports tell rows of them; and words about chairs that name nobody."""

from __future__ import annotations

import pytest

from ingest.chair_rows import chair_rows
from ingest.table.sessions import find_sessions
from ingest.winners import WinnersIngester
from tests.table_facts import document_of
from tests.test_people_in_prose import told


def _all(text: str) -> list[tuple[str, str, str]]:
    return [(one.name, one.home, one.title) for row in chair_rows(text) for one in row.chairs]


@pytest.mark.parametrize(
    ("text", "chairs"),
    [
        (
            "本次会议的执行主席共三位，依次为：云岭大学邹立本教授、岚江精密测量科学与技术研究院葛若海研究员和西陵医院超声科主任费启航主任医师。",
            [
                ("邹立本", "云岭大学", "教授"),
                ("葛若海", "岚江精密测量科学与技术研究院", "研究员"),
                ("费启航", "西陵医院", "主任医师"),
            ],
        ),
        (
            "担任会议执行主席的是霍启宏（云岭大学，教授）、郗 明（西陵研究所）。",
            [("霍启宏", "云岭大学", "教授"), ("郗明", "西陵研究所", "")],
        ),
        (
            "云岭大学 邹立本 教授、葛若海研究员等两位科学家应邀出任会议的执行主席。",
            [("邹立本", "云岭大学", "教授"), ("葛若海", "", "研究员")],
        ),
        ("三位执行主席——霍启宏（云岭大学）、叶可均——轮流主持。", [("霍启宏", "云岭大学", ""), ("叶可均", "", "")]),
        ("当时的执行主席是叶可均和已故的霍启宏院士；会上有人提出建议。", [("叶可均", "", ""), ("霍启宏", "", "院士")]),
        ("大会主席霍启宏教授致开幕词，叶可均教授作了报告。", [("霍启宏", "", "教授")]),
        ("执行主席：霍启宏教授，叶可均研究员作了题为“成像”的报告。", [("霍启宏", "", "教授")]),
        (
            "大会主席、岚江医院放射科主任郗明和教授致欢迎词，云岭大学副校长邹立本研究员到会。",
            [("郗明和", "岚江医院", "教授")],
        ),
        ("论坛主席、云岭省医学会放射学分会主任委员邹立本教授在开幕式上说，机会难得。", [("邹立本", "", "教授")]),
        (
            "大会名誉主席霍启宏院士、大会主席郗明哲教授、副主席叶可均、秘书长邹立本出席。",
            [("霍启宏", "", "院士"), ("郗明哲", "", "教授")],
        ),
        ("大会主席霍启宏教授、云岭省医学会会长叶可均、云岭省卫生健康委副主任邹立本先后致辞。", [("霍启宏", "", "教授")]),
        ("大会主席、岚江医院霍启宏教授和西陵大学叶可均教授致欢迎词。", [("霍启宏", "岚江医院", "教授")]),
        ("大会执行主席霍启宏教授和西陵大学校长叶可均共同揭牌。", [("霍启宏", "", "教授")]),
        (
            "执行主席为西陵大学校长霍启宏、岚江医院院长叶可均。",
            [("霍启宏", "西陵大学", ""), ("叶可均", "岚江医院", "")],
        ),
        ("大会主席由霍启宏担任，叶可均任执行主席。", [("霍启宏", "", ""), ("叶可均", "", "")]),
        ("上一次会议于2018年在云岭召开，执行主席为霍启宏院士。", []),
        ("上届年会的大会主席郗明哲介绍，本届大会主席由叶可均担任。", [("叶可均", "", "")]),
        ("与上次会议不同，本次会议的执行主席为霍启宏教授。", [("霍启宏", "", "教授")]),
        ("会议实行执行主席负责制，邹立本教授主持。", []),
        ("分论坛主席霍启宏教授总结。大会主席团成员叶可均到会，下届大会主席郗明哲致谢。", []),
    ],
)
def test_rows_of_chairs(text: str, chairs: list[tuple[str, str, str]]) -> None:
    assert _all(text) == chairs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("东山科学会议S31次学术讨论会3月在苏州召开。", ("东山科学会议", "S31", "苏州")),
        (
            "东山科学会议并非头一回谈它。2016年5月12日在杭州召开的第S33次学术讨论会，主题是“成像”。",
            ("东山科学会议", "S33", "杭州"),
        ),
        ("这并非东山科学会议第12次学术讨论会，而是第13次。", ("东山科学会议", "12", "")),
        ("这也是东山科学会议第12次学术讨论会，5月在苏州召开。", ("东山科学会议", "12", "苏州")),
        (
            "这是东山科学会议第二次专门讨论它。2016年5月在杭州召开的第33次学术讨论会曾谈到它。",
            ("东山科学会议", "33", "杭州"),
        ),
        ("东山科学会议第十二次在苏州召开。", ("东山科学会议", "12", "苏州")),
    ],
)
def test_numbers_of_sessions(text: str, found: tuple[str, str, str]) -> None:
    one = next(find_sessions(text))
    assert (one.series, one.number, one.place) == found


@pytest.mark.parametrize("text", ["西岭影像论坛第三次走进岚江。", "作为西岭影像论坛第三次在苏州举办，它吸引了百人。"])
def test_how_often_something_was_done_numbers_no_session(text: str) -> None:
    assert list(find_sessions(text)) == []


def test_one_of_several_chairs_has_no_place_in_their_row() -> None:
    text = "2016年5月，东山科学会议第33次学术讨论会在杭州召开，时任执行主席之一的霍启宏教授此次未能到会。"
    [one] = find_sessions(text)
    assert one.chairs == (("霍启宏", ""),)
    assert one.among == {"霍启宏"}


def test_a_session_by_its_number_belongs_to_the_series_of_the_document() -> None:
    text = "2016年5月12日在杭州召开的第33次学术讨论会也谈到它。"
    assert list(find_sessions(text)) == []
    [one] = find_sessions(text, known="东山科学会议")
    assert (one.series, one.number, one.place) == ("东山科学会议", "33", "杭州")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("与会的有费启航（岚江医院，主任医师）等。", {("费启航", "岚江医院")}),
        ("专题报告由西陵大学 臧 文 教授、岚江医院 费启航 主任医师作出。", {("臧文", "西陵大学"), ("费启航", "岚江医院")}),
        ("臧文博教授（西陵大学）和费启航（岚江医院）到会。", {("臧文博", "西陵大学"), ("费启航", "岚江医院")}),
        ("西陵大学 综合 楼落成，岚江医院，主任医师缺员。", set()),
    ],
)
def test_houses_behind_marks_and_blanks(text: str, facts: set[tuple[str, str]]) -> None:
    assert {(fact[0], fact[2]) for fact in told(text, "AFFILIATED_WITH")} == facts


@pytest.mark.parametrize(
    "text",
    [
        "云岭医院团队获云岭省科学技术进步奖\n\n岚江医院、西陵大学参与完成。\n合作完成单位包括云岭大学、岚江研究所。\n",
        "喜报！云岭省科学技术进步奖揭晓\n\n岚江医院、西陵大学合作完成的研究填补空白。\n",
    ],
)
def test_sentences_below_a_headline_are_no_winners(text: str) -> None:
    document = document_of(text)
    assert not WinnersIngester().accepts(document)


def test_a_meeting_with_its_days_in_brackets() -> None:
    text = "2031年云岭省核医学学术年会（2031年7月5日，苏州）由云岭省医学会核医学分会与西陵大学联合主办。"
    assert {(fact[0], fact[2]) for fact in told(text, "HELD_IN")} == {("2031年云岭省核医学学术年会", "苏州")}
    assert {fact[0] for fact in told(text, "RUN_BY")} == {"2031年云岭省核医学学术年会"}

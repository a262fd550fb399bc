"""Chairs of numbered sessions in rows, where the house stands before each; and what belongs to a session told apart."""

from __future__ import annotations

import pytest

from ingest.table.sessions import find_sessions
from tests.test_prose import stated


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "东山科学会议第91次学术讨论会召开。聘请中国科学院院士、岚江大学霍启宏教授，西陵大学郗明哲教授和云岭医院母丘岚主任医师担任执行主席。",
            ("霍启宏", "郗明哲", "母丘岚"),
        ),
        (
            "东山科学会议第S7次学术讨论会召开。同济大学教授盖晓峰、"
            "英国牛津大学教授海伦·卡灵顿（Helen Carrington）与端木恒共同担任执行主席。",
            ("盖晓峰", "海伦·卡灵顿", "端木恒"),
        ),
        (
            "东山科学会议第34次学术讨论会召开。云岭大学叶可均教授和岚江医院霍启宏主任医师应聘担任会议执行主席，40位专家出席。",
            ("叶可均", "霍启宏"),
        ),
        ("东山科学会议第33次学术讨论会召开，由叶可均、司空远两位院士担任执行主席。", ("叶可均", "司空远")),
        (
            "东山科学会议第8次学术讨论会召开。云岭大学叶可均教授和岚江医院霍启宏主任医师担任本期会议执行主席。",
            ("叶可均", "霍启宏"),
        ),
        ("东山科学会议第5次学术讨论会召开。与会嘉宾有张明远、李若谷，王启航担任执行主席。", ("王启航",)),
        ("东山科学会议第6次学术讨论会召开。会议由王启航主持，张明远教授作报告，李若谷教授担任执行主席。", ("李若谷",)),
    ],
)
def test_a_row_of_chairs(text: str, names: tuple[str, ...]) -> None:
    [session] = find_sessions(text)
    assert tuple(name for name, _ in session.chairs) == names


def test_a_theme_before_the_number() -> None:
    [session] = find_sessions("早在2013年，东山科学会议就曾以“脑磁图与脑科学”为题召开过第68次学术讨论会。")
    assert (session.series, session.number) == ("东山科学会议", "68")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "东山科学会议创办于1995年。此前，第301次会议（2011年3月8—9日，南京，主题“超声神经调控”）与第S12次会议"
            "（2016年6月7—8日，成都，主题“量子磁成像”）讨论过相近的问题；前者由霍启宏、郗明哲任执行主席，后者的执行主席是叶可均。",
            [("301", "南京", ("霍启宏", "郗明哲")), ("S12", "成都", ("叶可均",))],
        ),
        (
            "回顾东山科学会议的历史。第20届会议（2009年5月，苏州）首次谈到光声成像，第31届会议（2014年9月，武汉）谈到太赫兹成像。",
            [("20", "苏州", ()), ("31", "武汉", ())],
        ),
        (
            "东山科学会议第40次学术讨论会于2010年在杭州召开，第52次学术讨论会于2013年在北京召开，前者由叶可均担任执行主席，"
            "后者由李若谷、王启航担任执行主席。",
            [("40", "杭州", ("叶可均",)), ("52", "北京", ("李若谷", "王启航"))],
        ),
        ("东山科学会议与西岭影像论坛都谈过此事。第7次会议（2012年4月，北京）的报告已经出版。", []),
        ("学会每年开会。第7次会议（2012年4月，北京）选出了新的理事会。", []),
    ],
)
def test_earlier_sessions_by_their_numbers(text: str, told: list[tuple[str, str, tuple[str, ...]]]) -> None:
    found = [(one.number, one.place, tuple(name for name, _ in one.chairs)) for one in find_sessions(text)]
    assert found == told


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (
            "东山科学会议第9次学术讨论会召开。本次会议由云岭科学院与云岭科学技术部共同支持，岚江大学承办。",
            {("东山科学会议第9次", "岚江大学")},
        ),
        (
            "会议宣布，第十五届全国心血管影像学术会议将于2024年秋在宁波举行，由岚江大学附属医院承办。",
            {("全国心血管影像学术会议第15次", "岚江大学附属医院")},
        ),
        (
            "东山科学会议第8次学术讨论会召开。为期两天的会议由岚江大学承办。",
            {("东山科学会议第8次", "岚江大学")},
        ),
        ("岚江大学支持西陵大学的研究，项目由西陵大学承办的单位实施。", set()),
    ],
)
def test_who_runs_a_session(text: str, runs: set[tuple[str, str]]) -> None:
    assert {(what, who) for what, predicate, who in stated(text) if predicate == "RUN_BY"} == runs


@pytest.mark.parametrize("this", ["本期论坛", "这期论坛", "本届论坛"])
def test_this_meeting_is_the_one_told_before(this: str) -> None:
    told = {
        (who, whom)
        for who, predicate, whom in stated(f"东山影像论坛第18期研讨会在云岭举行。{this}由云岭大学承办。")
        if predicate == "RUN_BY"
    }
    assert told <= {("东山影像论坛第18次", "云岭大学")}

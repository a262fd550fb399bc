"""Lists of people by office, by house and by name, in lines of our own, and lines that are no such lists."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document

AT, IN, WROTE = "AFFILIATED_WITH", "MEMBER_OF", "AUTHORED"
TITLE = "《小血管光子计数检查专家共识（2031版）》发布"
GUIDE = "小血管光子计数检查专家共识（2031版）"
BRANCH = "云岭省医学会超声医学分会"


def told(*lines: str) -> set[tuple[str, str, str, tuple[str, ...]]]:
    """Who is said to be where and in what, with the roles."""
    found = set()
    for one in ProseIngester().ingest(document("\n".join(lines)), pipeline()):
        if isinstance(one, Fact) and one.predicate in (AT, IN, WROTE):
            roles = one.qualifiers.get("role", ())
            said = tuple(map(str, roles)) if isinstance(roles, tuple) else ()
            found.add((one.subject.name, one.predicate, one.object.name, said))
    return found


def test_those_who_made_a_guideline() -> None:
    found = told(
        TITLE,
        "【组 长】霍启明（岚江大学附属滨江医院）",
        "【执笔专家】柏若涵（西陵大学第一医院）、Mary L. Whitby（美国东洲大学）",
        "【编写组成员】（按姓氏笔画排序）",
        "毕启明（东岭医院放射科）、焦立群（西陵大学第一医院）、",
        "翟  文（云岭省肿瘤医院）",
        "【外审专家】常若津（东岭医院）",
    )
    assert {fact[0]: fact[3] for fact in found if fact[1] == WROTE and fact[2] == GUIDE} == {
        "霍启明": ("组长",),
        "柏若涵": ("执笔专家",),
        "Mary L. Whitby": ("执笔专家",),
        **dict.fromkeys(("毕启明", "焦立群", "翟文"), ("编写组成员",)),
    }
    assert {fact[0]: fact[2] for fact in found if fact[1] == AT} == {
        "霍启明": "岚江大学附属滨江医院",
        "柏若涵": "西陵大学第一医院",
        "Mary L. Whitby": "美国东洲大学",
        "毕启明": "东岭医院",
        "焦立群": "西陵大学第一医院",
        "翟文": "云岭省肿瘤医院",
        "常若津": "东岭医院",
    }


@pytest.mark.parametrize("heading", ["共识编写组名单", "附：本共识编写组成员", "《小血管光子计数检查专家共识》编写组"])
def test_who_is_in_the_group_that_made_a_guideline(heading: str) -> None:
    found = told(
        TITLE,
        heading,
        "组长：霍启明",
        "副组长：毕启明、焦立群（西陵医院超声医学科）",
        "成员（按姓氏汉语拼音排序）：柏",
        "若涵（东岭医院放射科）、翟  文（岚江医院）、翟  文（滨江医院）",
        "秘书：池小满（岚江医院）",
        "外审专家：常若津（东岭医院）",
    )
    group = "小血管光子计数检查专家共识编写组"
    seats = {("霍启明", "组长"), *((name, "副组长") for name in ("毕启明", "焦立群")), ("池小满", "秘书")}
    members = {("柏若涵", "成员"), ("翟文", "成员")}
    assert {(fact[0], *fact[3]) for fact in found if fact[1:3] == (IN, group)} == seats | members
    assert {fact[2] for fact in found if fact[:2] == ("毕启明", AT)} == set()
    assert {fact[2] for fact in found if fact[:2] == ("翟文", AT)} == {"岚江医院", "滨江医院"}


def test_a_label_that_tells_the_group() -> None:
    found = told(TITLE, "本共识专家组成员（按姓氏拼音排序）：霍启明（岚江医院）、柏若涵（西陵医院）；", "专家组秘书：翟文莉")
    group = "小血管光子计数检查专家共识专家组"
    assert {(fact[0], *fact[3]) for fact in found if fact[1:3] == (IN, group)} == {
        ("霍启明", "成员"),
        ("柏若涵", "成员"),
        ("翟文莉", "秘书"),
    }


def test_a_line_that_ends_with_a_whole_name_is_not_drawn_together() -> None:
    found = told(TITLE, "执笔：霍启明、柏若涵", "池小满（岚江医院）、翟文莉（西陵医院）")
    assert {fact[0] for fact in found if fact[1] == AT} == {"池小满", "翟文莉"}


def test_titles_behind_houses() -> None:
    found = told(
        TITLE,
        "专家组组长：霍启明  岚江大学  教授",
        "成员：柏若涵  西陵医院  主任医师",
        "      毕启明  岚江影像设备公司  高工",
    )
    assert {fact[0] for fact in found if fact[1] == WROTE} == {"霍启明", "柏若涵", "毕启明"}
    assert {fact[2] for fact in found if fact[1] == AT} == {"岚江大学", "西陵医院", "岚江影像设备公司"}


def test_who_makes_a_programme_s_guide_writes_no_guideline() -> None:
    found = told("云岭省重点专项2031年度项目申报指南", "编写组成员：霍启明（岚江大学）、柏若涵（西陵医院）")
    assert {fact[:3] for fact in found} == {("霍启明", AT, "岚江大学"), ("柏若涵", AT, "西陵医院")}


def test_names_without_houses() -> None:
    found = told(TITLE, "执笔者：霍启明 柏若涵", "写作组成员：翟文莉、池小满主任医师", "秘书：毕启明")
    assert {fact[0] for fact in found if fact[1] == WROTE} == {"霍启明", "柏若涵", "翟文莉", "池小满"}


def test_officers_of_the_society_whose_election_is_told() -> None:
    found = told(
        "云岭省医学会超声医学分会换届选举会议在苏州召开。",
        "选举结果如下：",
        "主任委员：霍启明（岚江医院）",
        "副主任委员：",
        "柏若涵（西陵医院）",
        "翟  文（东岭医院）",
        "秘书：池小满（岚江医院）",
        "新一届委员会将继续努力。",
    )
    assert {(fact[0], *fact[3]) for fact in found if fact[1:3] == (IN, BRANCH)} == {
        ("霍启明", "主任委员"),
        ("柏若涵", "副主任委员"),
        ("翟文", "副主任委员"),
        ("池小满", "秘书"),
    }


def test_officers_under_a_line_that_promises_them() -> None:
    found = told(BRANCH + "第六届委员会名单", "常务委员：柏若涵 翟文莉 池小满", "委员：毕启明 焦立群", "地点：苏州")
    assert {(fact[0], *fact[3]) for fact in found if fact[1:3] == (IN, BRANCH)} == {
        *((name, "常务委员") for name in ("柏若涵", "翟文莉", "池小满")),
        *((name, "委员") for name in ("毕启明", "焦立群")),
    }


def test_houses_with_their_people() -> None:
    found = told("参编单位及专家", "岚江医院：霍启明、柏若涵", "西陵医院（翟文莉、池小满）", "东岭医院：放射科、超声科")
    assert {fact[:3] for fact in found} == {
        ("霍启明", AT, "岚江医院"),
        ("柏若涵", AT, "岚江医院"),
        ("翟文莉", AT, "西陵医院"),
        ("池小满", AT, "西陵医院"),
    }


def test_houses_in_a_row_with_their_people_in_brackets() -> None:
    found = told("参编单位", "岚江医院超声科（霍启明、柏若涵），西陵医院肾内科（翟文莉），东岭医院（池小满）")
    assert {fact[:3] for fact in found} == {
        ("霍启明", AT, "岚江医院"),
        ("柏若涵", AT, "岚江医院"),
        ("翟文莉", AT, "西陵医院"),
        ("池小满", AT, "东岭医院"),
    }


@pytest.mark.parametrize(
    "line",
    ["成员：霍启明，岚江医院，教授；柏若涵，西陵医院，副主任医师", "编写专家 霍启明 岚江医院；柏若涵 西陵医院"],
)
def test_houses_behind_names_and_commas_or_blanks(line: str) -> None:
    found = {fact[:3] for fact in told("胎盘超声检查专家共识", line) if fact[1] == AT}
    assert found == {("霍启明", AT, "岚江医院"), ("柏若涵", AT, "西陵医院")}


def test_a_house_before_a_name_is_not_of_the_one_before() -> None:
    found = told("胎盘超声检查专家共识", "成员：岚江医院，霍启明，西陵医院，柏若涵")
    assert not {fact for fact in found if fact[:3] == ("霍启明", AT, "西陵医院")}


@pytest.mark.parametrize(
    "lines",
    [
        ("主编：霍启明", "责任编辑：李立本 张若海", "地址：岚江市"),
        ("顾问：我院领导", "成员：放射科 超声科 核医学科", "联系人：李立本"),
        ("专家：霍启明（主任医师）", "时间：周一上午"),
        ("文字：李立本 摄影：张若海", "来源：岚江医院宣传科"),
    ],
)
def test_what_is_no_such_list(lines: tuple[str, ...]) -> None:
    assert told(*lines) == set()

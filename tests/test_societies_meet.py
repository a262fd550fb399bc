"""Societies that elect and meet: branches of two fields, congresses, officers of the meeting's society, counted sessions."""

from __future__ import annotations

import pytest

from ingest.chair_rows import chair_rows
from ingest.table.sessions import numbered
from tests.test_meetings_told import posts, said
from tests.test_names_of_bodies import names
from tests.test_officers_told import offices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云岭医学会疝和腹壁外科分会年会", ["云岭医学会疝和腹壁外科分会"]),
        (
            "全国康养产业管理协会脊柱和创面修复产业及临床研究分会柏若涵",
            ["全国康养产业管理协会脊柱和创面修复产业及临床研究分会"],
        ),
        ("浙江省医院协会智能影像专委会第一届临床应用与评价学组", ["浙江省医院协会智能影像专委会第一届临床应用与评价学组"]),
        ("脑与意识科学国家重点实验室霍启明研究员", ["脑与意识科学国家重点实验室"]),
        # the field of a branch is no name without its society, nor is what stands behind its conjunction
        ("腹腔镜和内镜外科学组组长柏若涵", []),
        # two branches are two
        ("云岭省医学会放射学分会和超声医学分会主办", ["云岭省医学会放射学分会", "超声医学分会"]),
    ],
)
def test_branches_of_two_fields_behind_their_society(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_half_of_a_branch_is_no_other_branch() -> None:
    told = offices("结直肠外科学组组长霍启明教授，腹腔镜和内镜外科学组组长柏若涵教授到会。")
    assert told == {("霍启明", "组长", "结直肠外科学组")}


SOCIETY, BRANCH = "云岭智能医学工程学会", "云岭核学会核医学分会"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"{SOCIETY}首届会员代表大会在岚江召开。会议选举产生了学会第一届理事会和监事会。霍启明教授当选理事长。",
            {("霍启明", "理事长", SOCIETY)},
        ),
        (
            f"{SOCIETY}第二次会员大会闭幕。经投票选举，霍启明当选为会长，柏若涵当选副会长。",
            {("霍启明", "会长", SOCIETY), ("柏若涵", "副会长", SOCIETY)},
        ),
        (
            f"{BRANCH}换届大会在岚江举行。霍启明教授任新一届{BRANCH}理事长，岚江医院柏若涵教授任名誉理事长，游方远任候任理事长。",
            {("霍启明", "理事长", BRANCH), ("柏若涵", "名誉理事长", BRANCH), ("游方远", "候任理事长", BRANCH)},
        ),
        (
            "云岭装备协会计量测试专业委员会换届会议召开。岚江医院霍启明副主任当选为第四届专委会主任委员。",
            {("霍启明", "主任委员", "云岭装备协会计量测试专业委员会")},
        ),
        (
            f"{SOCIETY}换届大会召开。副理事长分别为：中国工程院院士、岚江医院院长霍启明，西陵医院党委书记柏若涵，西陵大学校长游方远，"
            "秘书长由江一帆担任。",
            {
                ("霍启明", "院士", "中国工程院"),
                *((who, "副理事长", SOCIETY) for who in ("霍启明", "柏若涵", "游方远")),
                ("江一帆", "秘书长", SOCIETY),
            },
        ),
        (
            f"{SOCIETY}换届大会召开。副会长为：岚江大学附属医院影像科主任霍启明、柏若涵教授，到会的有西陵医院院长游方远。",
            {("霍启明", "副会长", SOCIETY), ("柏若涵", "副会长", SOCIETY)},
        ),
        # of two societies none is meant
        (f"{SOCIETY}与岚江影像学会联合年会召开。会议选举产生了第一届理事会。霍启明教授当选理事长。", set()),
    ],
)
def test_who_is_elected_where(text: str, told: set[tuple[str, str, str]]) -> None:
    assert offices(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("云岭医学会放射卫生专业委员会常务委员会议顺利召开。会议由霍启明主任委员主持。", {("霍启明", "主任委员")}),
        ("云岭医学会放射卫生专业委员会换届。随后，霍启明副主任委员宣读了名单。", {("霍启明", "副主任委员")}),
        (f"{SOCIETY}工作会在岚江召开。霍启明秘书长介绍了筹备情况。", {("霍启明", "秘书长")}),
        # a guest has his own society before the name, and a president may be another's
        ("云岭医学会放射卫生专业委员会年会召开。会议由霍启明会长主持。", set()),
        ("云岭医学会放射学分会与岚江医学会超声分会年会召开。会议由霍启明主任委员主持。", set()),
    ],
)
def test_officers_of_the_society_that_meets(text: str, told: set[tuple[str, str]]) -> None:
    assert {(who, office) for who, office, _ in offices(text)} == told


@pytest.mark.parametrize(
    ("text", "sessions"),
    [
        ("西北四省第二届电镜学术交流研讨会召开", ["西北四省电镜学术交流研讨会第2次"]),
        ("华东六省一市第十一届核医学学术会议在岚江召开", ["华东六省一市核医学学术会议第11次"]),
        ("云岭影像协会脊柱分会年会（第一届理事会换届大会）召开", []),
        (f"{SOCIETY}第一次会员代表大会召开", []),
        # a part of a session is another meeting
        ("第七届云岭影像年会系列学术活动——脑机接口专题论坛召开", []),
        ("第七届云岭影像年会分论坛召开", []),
    ],
)
def test_sessions_by_region_and_no_councils(text: str, sessions: list[str]) -> None:
    assert [one.name for one in numbered(text)] == sessions


def test_who_runs_a_numbered_session_of_an_owner() -> None:
    text = (
        "近日，由岚江大学承办的云岭省科学基金委第36期双河论坛在苏州召开。本次论坛由云岭省科学基金委医学科学部、信息科学部"
        "及政策局联合主办。"
    )
    runs = said(text, "RUN_BY")
    assert ("双河论坛第36次", "岚江大学") in runs
    assert {meeting for meeting, _ in runs} == {"双河论坛第36次"}


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("8月13日，2031岚江脑影像国际大会成功举办。本届大会由岚江大学主办。", "2031岚江脑影像国际大会"),
        ("近日，云岭超声新技术论坛（CUF）圆满落幕。论坛由岚江大学主办。", "云岭超声新技术论坛"),
        ("11月2日，医工交叉前沿影像论坛顺利召开。此次论坛由岚江大学主办。", "医工交叉前沿影像论坛"),
    ],
)
def test_meetings_that_were_held_one_is_not_told_where(text: str, meeting: str) -> None:
    assert said(text, "RUN_BY") == {(meeting, "岚江大学")}
    assert not said("8月13日，本次大会成功举办。大会由岚江大学主办。", "RUN_BY")


@pytest.mark.parametrize(
    ("text", "meeting", "runs"),
    [
        (
            "由岚江大学主办的“云岭影像学会2031年学术年会、第二届云岭放疗能力培训班”在苏州召开。",
            "云岭影像学会2031年学术年会",
            {"岚江大学"},
        ),
        (
            "3月29日，“神经信息前沿国际研讨会”由岚江大学、云岭影像学会、西陵医院三方共同主办。",
            "神经信息前沿国际研讨会",
            {"岚江大学", "云岭影像学会", "西陵医院"},
        ),
        (
            "3月29日，“神经信息前沿国际研讨会”由岚江大学、西陵医院等诸多机构共同主办。",
            "神经信息前沿国际研讨会",
            {"岚江大学", "西陵医院"},
        ),
    ],
)
def test_meetings_in_one_and_those_who_run_them_together(text: str, meeting: str, runs: set[str]) -> None:
    assert said(text, "RUN_BY") == {(meeting, body) for body in runs}


def test_chairs_whose_row_closes_with_the_verb() -> None:
    [row] = chair_rows("论坛主席由岚江大学霍启明院士、游方远院士，云岭影像研究所柏若涵院士共同担任。")
    assert [one.name for one in row.chairs] == ["霍启明", "游方远", "柏若涵"]


def test_a_row_of_speakers_gives_nobody_the_next_one_s_house() -> None:
    told = said("霍启明、岚江医学科学院柏若涵教授、云岭大学游方远教授作报告。", "AFFILIATED_WITH")
    assert told == {("柏若涵", "岚江医学科学院"), ("游方远", "云岭大学")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("岚江市委副书记、市长霍启明，市政协副主席柏若涵出席。", {"霍启明": "副书记、市长", "柏若涵": "副主席"}),
        ("苏州市委副书记、市长霍启明，国家药监局器械司司长柏若涵出席。", {"霍启明": "副书记、市长", "柏若涵": "器械司司长"}),
        ("中山市委副书记、火炬开发区党工委书记霍启明致辞。", {"霍启明": "副书记"}),
        ("江苏省科协党组成员、副主席霍启明出席会议。", {"霍启明": "党组成员、副主席"}),
        ("教育部科学技术与信息化司一级巡视员霍启明出席会议。", {"霍启明": "科学技术与信息化司一级巡视员"}),
        ("苏州工业园区科技和信息化局党组书记、局长霍启明到会。", {"霍启明": "党组书记、局长"}),
        ("岚江大学附属医院院长 霍启明院士 作了报告。", {"霍启明": "院长"}),
        # an institute by a short name that nobody reads is not the one told before
        ("岚江海洋研究所柏若涵高级工程师，苏州硅酸盐所所长助理、发展部部长霍启明到会。", {"柏若涵": ""}),
        ("岚江医院消化内科在副院长霍启明教授带领下成为名科。", {"霍启明": "副院长"}),
        ("主任委员 霍启明，副主任委员 柏若涵、游方远。", {}),
        # who stands behind a house is no part of the next one's post
        ("岚江大学霍启明常务副校长、西陵大学柏若涵教授到会。", {"霍启明": "常务副校长", "柏若涵": ""}),
    ],
)
def test_officials_and_posts_before_a_blank(text: str, told: dict[str, str]) -> None:
    assert posts(text) == told

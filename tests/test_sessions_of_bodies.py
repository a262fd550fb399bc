"""Sessions that go by a body's name and a number, held as one with others, in towns by their nicknames."""

from __future__ import annotations

import pytest

from ingest.table.sessions import find_sessions
from tests.test_prose import stated

JOINT = (
    "由云岭省医师协会主办，云岭省医师协会放射医师分会承办的云岭省医师协会第十七届放射医师分会会议与第九届放射影像技师分会会议，"
    "于2025年8月15日至20日在蓉城以“线上+线下”双模式举办。"
)


@pytest.mark.parametrize(
    "fact",
    [
        ("云岭省医师协会放射医师分会会议第17次", "IN_SERIES", "云岭省医师协会放射医师分会会议"),
        ("云岭省医师协会放射影像技师分会会议第9次", "IN_SERIES", "云岭省医师协会放射影像技师分会会议"),
        ("云岭省医师协会放射医师分会会议第17次", "RUN_BY", "云岭省医师协会"),
        ("云岭省医师协会放射影像技师分会会议第9次", "RUN_BY", "云岭省医师协会放射医师分会"),
        ("云岭省医师协会放射影像技师分会会议第9次", "HELD_IN", "蓉城"),
    ],
)
def test_two_sessions_of_one_body_held_as_one(fact: tuple[str, str, str]) -> None:
    assert fact in stated(JOINT)


@pytest.mark.parametrize(
    "text",
    [
        "4月17日，岚江眼科集团第十八届学术年会暨眼眶高峰论坛在武汉隆重召开。",
        "4月17日，“聚精英·谋发展”岚江眼科集团第十八届学术年会在武汉隆重召开。",
    ],
)
def test_a_yearly_meeting_is_that_of_its_body(text: str) -> None:
    told = stated(text)
    assert ("岚江眼科集团学术年会第18次", "IN_SERIES", "岚江眼科集团学术年会") in told
    assert ("岚江眼科集团学术年会第18次", "HELD_IN", "武汉") in told


@pytest.mark.parametrize(
    "text",
    [
        "云岭省医学会第三届放射学分会第二次委员会会议在岚江召开。",
        "云岭省医学会第九届理事会第三次会议在岚江召开。",
        "岚江医院第五届研讨会筹备组成立。",
    ],
)
def test_sessions_of_its_own_bodies_are_no_meetings_of_the_field(text: str) -> None:
    assert not any(fact[1] == "IN_SERIES" for fact in stated(text))


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "由平岭县卫生健康局主导，依托平岭县第一人民医院建设的平岭县影像诊断中心正式启动。",
            ("平岭县卫生健康局", "BUILT", "平岭县影像诊断中心"),
        ),
        (
            "岚江县依托岚江县人民医院建设“岚江县远程影像诊断中心”和“岚江县远程心电诊断中心”。",
            ("岚江县远程心电诊断中心", "HOSTED_BY", "岚江县人民医院"),
        ),
        ("岚江省放疗质控中心也设置在岚江省肿瘤医院。", ("岚江省放疗质控中心", "HOSTED_BY", "岚江省肿瘤医院")),
        (
            "海星刀超声肿瘤治疗系统、海极星超声治疗仪等系列超声治疗设备已获多国准入，在英国北湖大学医院等2800余家医疗机构应用。",
            ("超声治疗设备", "ADOPTED_BY", "英国北湖大学医院"),
        ),
    ],
)
def test_who_leads_and_who_hosts_and_who_uses(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in stated(text)


@pytest.mark.parametrize(
    ("text", "sessions", "runs"),
    [
        (
            "光声成像研讨会每两年举办一次。首届会议于2012年5月在武汉举行，溪山医科大学附属医院承办，大会主席为裘宁；"
            "第3届2016年在厦门召开，由岚江大学承办。第四届会议拟于2030年在南京召开。",
            [("1", "武汉", ("裘宁",)), ("3", "厦门", ())],
            {("1", "溪山医科大学附属医院"), ("3", "岚江大学")},
        ),
        (
            "光声成像研讨会已举办五届。2014年5月，第一届大会在杭州召开，门裘宁和甄一平共同担任大会主席。"
            "2016年6月，第二届大会在西安举行，溪山大学、岚江医院共同承办。",
            [("1", "杭州", ("门裘宁", "甄一平")), ("2", "西安", ())],
            {("2", "溪山大学"), ("2", "岚江医院")},
        ),
        ("溪山影像学会于1990年成立。第一届理事会会议于1990年3月在南京召开，裘宁任主席。", [], set()),
    ],
)
def test_sessions_told_by_their_number_alone(
    text: str, sessions: list[tuple[str, str, tuple[str, ...]]], runs: set[tuple[str, str]]
) -> None:
    found = list(find_sessions(text))
    assert [(one.number, one.place, tuple(name for name, _ in one.chairs)) for one in found] == sessions
    assert {one.series for one in found} <= {"光声成像研讨会"}
    told = {(subject, body) for subject, predicate, body in stated(text) if predicate == "RUN_BY"}
    assert told == {(f"光声成像研讨会第{number}次", body) for number, body in runs}

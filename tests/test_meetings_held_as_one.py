"""Meetings held as one, told by a first session, by a mere mention, in short towns and in houses of their own."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions
from kg.model import Fact
from tests.table_facts import document_of


def said(text: str, predicate: str) -> set[tuple[str, str]]:
    """Subject and object of the facts of one predicate, as all ingesters state them."""
    kept, _, _ = read_assertions(document_of(text), pipeline())
    return {(one.subject.name, one.object.name) for one in kept if isinstance(one, Fact) and one.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "2031（第八届）云岭影像创新论坛、2031（第三届）云岭病理影像论坛在厦开幕。",
            {("云岭影像创新论坛第8次", "厦门"), ("云岭病理影像论坛第3次", "厦门")},
        ),
        (
            "第六届中国（云岭）国际放射研讨会、云岭放射学会超声专业委员会2031年学术年会在邢台开幕。",
            {("中国（云岭）国际放射研讨会第6次", "邢台"), ("云岭放射学会超声专业委员会2031年学术年会", "邢台")},
        ),
        (
            "“云岭医学会2031年儿童影像学术大会”，将于2031年4月18日在“江海之滨”天津召开。",
            {("云岭医学会2031年儿童影像学术大会", "天津")},
        ),
        ("云岭影像协会（YIA）第19届年会日前在京召开。", {("云岭影像协会年会第19次", "北京")}),
        ("徐州市首届乳腺影像研讨会，于2031年10月6日在徐州隆重召开。", {("徐州市乳腺影像研讨会第1次", "徐州")}),
        (
            "湖南省医学会第二次核素学术会议在湖南省医学会学术交流中心召开。",
            {("湖南省医学会核素学术会议第2次", "湖南省医学会学术交流中心")},
        ),
        ("云岭放射学会影像分会成立大会近日在武汉举行。", {("云岭放射学会影像分会成立大会", "武汉")}),
        ("第三届云岭影像论坛与第五届岚江超声论坛分别在南京和杭州召开。", set()),
        ("我院召开2031年度工作会议，部署影像工作。", set()),
        (
            "3月2日，“2031云岭影像学会青年论坛暨青年委员会筹备会议”在岚江大学西山培训中心召开。",
            {("2031云岭影像学会青年论坛", "岚江大学西山培训中心")},
        ),
        (
            "3月2日，由云岭抗癌协会主办的“云岭抗癌协会放射治疗专委会2031年学术年会、第二届云岭放疗技能提高培训班、"
            "云岭肿瘤指南宣讲与靶区勾画培训班、放疗转化研讨会”以线上加线下的方式在苏州金梧酒店顺利召开。",
            {("云岭抗癌协会放射治疗专委会2031年学术年会", "苏州"), ("云岭放疗技能提高培训班第2次", "苏州")},
        ),
        ("3月2日，东山论坛“脑与未来”平行论坛在东山展示中心顺利举办。", {("东山论坛“脑与未来”平行论坛", "东山展示中心")}),
    ],
)
def test_where(text: str, places: set[tuple[str, str]]) -> None:
    assert said(text, "HELD_IN") == places


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("在第22届云岭放射学术会议（YCR）上，分会提出了走出去的战略。", {("云岭放射学术会议第22次", "云岭放射学术会议")}),
        ("我科两位医师出席第五届岚江磁共振论坛并作报告。", {("岚江磁共振论坛第5次", "岚江磁共振论坛")}),
        ("首届全国PET/MR影像研讨会期间，多家医院介绍了经验。", {("全国PET/MR影像研讨会第1次", "全国PET/MR影像研讨会")}),
        ("局里召开第14次局长办公会议，研究影像科建设。", set()),
        ("首届影像技能竞赛决赛在南京举行。", set()),
    ],
)
def test_a_session_that_is_only_mentioned(text: str, series: set[tuple[str, str]]) -> None:
    assert said(text, "IN_SERIES") == series


@pytest.mark.parametrize(
    ("text", "meetings"),
    [
        (
            "由云岭肿瘤医院主办的第二届云岭粒子大会暨第十八届岚江放疗研讨会、第三届岚江放疗论坛召开。",
            {"云岭粒子大会第2次", "岚江放疗研讨会第18次", "岚江放疗论坛第3次"},
        ),
        (
            "第四届云岭影像论坛、第二届岚江超声论坛在厦门开幕。本次影像学界盛会，由云岭医学会主办。",
            {"云岭影像论坛第4次", "岚江超声论坛第2次"},
        ),
        ("第六届两江影像论坛日前在厦门举行，由云岭医学会主办。", {"两江影像论坛第6次"}),
        ("由云岭医学会主办的《2031年云岭核医学年会》在美丽的海港城市宁波圆满召开。", {"2031年云岭核医学年会"}),
        ("《云岭影像论坛》由云岭医学会主办。", set()),
    ],
)
def test_who_runs_all_of_them(text: str, meetings: set[str]) -> None:
    assert {meeting for meeting, _ in said(text, "RUN_BY") if "论坛》" not in text} == meetings


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        (
            "2031年云岭介入学术大会近日在广州举行。作为大会执行主席，云岭医院介入科主任李家宁教授指出，介入是微创技术。",
            "李家宁",
        ),
        ("2031年云岭放疗论坛上周在天津举办。据大会主席、云岭医院院长王宁平教授介绍，疗效提高了。", "王宁平"),
        ("云岭医院集团第八届学术年会在武汉召开。会议由岚江大学党委副书记范宁群教授担任大会主席。", "范宁群"),
    ],
)
def test_who_chairs(text: str, chair: str) -> None:
    assert {person for person, _ in said(text, "CHAIRED")} == {chair}


@pytest.mark.parametrize(
    ("text", "meetings"),
    [
        # a title leaves out whose meeting it is, or parts the body from it by a blank
        (
            "省医学会召开第六次超声医学学术会议\n\n11月21日,江苏省医学会超声医学专委会组织了江苏省医学会第六次超声医学学术会议,"
            "来自全省的200余名代表出席。",
            {"江苏省医学会超声医学学术会议第6次"},
        ),
        (
            "第二届医学影像智能大会正式闭幕\n\n9月20日,第二届中国医学影像智能大会在上海闭幕。大会主席裘宁主任致辞。",
            {"中国医学影像智能大会第2次"},
        ),
        (
            "云岭预防医学会放射卫生专业委员会 2031年放射卫生学术会议落幕\n\n10月30日，2031年放射卫生学术会议在苏州开幕。"
            "大会收录论文摘要204篇。大会主席裘宁教授致辞。",
            {"2031年放射卫生学术会议"},
        ),
        # two meetings of one number stay two
        (
            "第二届云岭影像论坛开幕。9月20日，第二届岚江超声论坛在上海召开，第二届云岭影像论坛在苏州召开。",
            {"岚江超声论坛第2次", "云岭影像论坛第2次"},
        ),
    ],
)
def test_one_meeting_by_its_whole_name(text: str, meetings: set[str]) -> None:
    kept, _, _ = read_assertions(document_of(text), pipeline())
    ends = (one for fact in kept if isinstance(fact, Fact) for one in (fact.subject, fact.object))
    assert {one.name for one in ends if one.label == "Conference"} == meetings


def test_a_yearly_meeting_held_together_with_an_election() -> None:
    text = "由松江省医学会主办、溪山市中心医院承办的松江省核学会核医学分会换届大会暨2031年学术年会于6月4日在溪山市举行。"
    meeting = "松江省核学会核医学分会2031年学术年会"
    assert said(text, "RUN_BY") == {(meeting, "松江省医学会"), (meeting, "溪山市中心医院")}
    assert said(text.replace("暨2031年学术年会", ""), "RUN_BY") == set()

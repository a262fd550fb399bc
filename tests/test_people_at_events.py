"""People as reports of elections, meetings and honours tell them: short names, houses in brackets, rows; with traps."""

from __future__ import annotations

import pytest

from ingest.conference import ConferenceIngester
from ingest.lexicon import is_person
from ingest.names import organizations
from ingest.nlp import pipeline
from kg.model import Fact
from tests.test_officers_told import offices
from tests.test_people_in_news import at
from tests.test_prose import document, stated
from tests.test_staff_of_houses import told

SOCIETY = "中国国际医疗促进会"
BRANCH = f"{SOCIETY}心律与心电分会"


@pytest.mark.parametrize(
    ("text", "elected"),
    [
        (
            f"{SOCIETY}（国促会）心律与心电分会改选。会议选举云岭医院方若海教授为心律与心电分会主任委员，马知远教授、刘秋实教授为副主任委员。",
            {("方若海", "主任委员", BRANCH), ("马知远", "副主任委员", BRANCH), ("刘秋实", "副主任委员", BRANCH)},
        ),
        (
            "岚江市医学会内科分会换届。苏若谷院长当选为新一届内科学分会主任委员。",
            {("苏若谷", "主任委员", "岚江市医学会内科分会")},
        ),
        (
            "云岭省医学会病理学分会改选会议举行。全票通过温如玉同志担任主任委员，江一帆被提名为秘书。",
            {("温如玉", "主任委员", "云岭省医学会病理学分会"), ("江一帆", "秘书", "云岭省医学会病理学分会")},
        ),
        (
            "岚江大学教授温如玉受聘为海峡两岸医药交流协会超声医学专家委员会名誉副主委。",
            {("温如玉", "名誉副主委", "海峡两岸医药交流协会超声医学专家委员会")},
        ),
        (
            "温如玉院长（云岭省口腔医学会口腔影像专业委员会候任主任委员）担任主持人。",
            {("温如玉", "候任主任委员", "云岭省口腔医学会口腔影像专业委员会")},
        ),
        (
            "云岭省医学会病理学分会与岚江市医学会病理学分会共同举办。会议由市病理学分会主委温如玉主任医师主持。",
            {("温如玉", "主委", "岚江市医学会病理学分会")},
        ),
        ("云岭省医学会病理学分会举办会议。会议由市病理学分会主委温如玉主任医师主持。", set()),
        (
            "青海省医学会超声专委会举办会议。省医学会超声专委会主任委员、我院超声研究所所长温如玉致辞。",
            {("温如玉", "主任委员", "青海省医学会超声专委会")},
        ),
        (
            "由温如玉担任会长的云岭省超声医学会举办学习班。",
            {("温如玉", "会长", "云岭省超声医学会")},
        ),
        (
            "云岭省抗癌协会头颈专业委员会主任委员岚江口腔医院院长温如玉教授出席。",
            {("温如玉", "主任委员", "云岭省抗癌协会头颈专业委员会")},
        ),
        ("云岭省医学会超声分会换届。江一帆被提名为主任委员候选人。", set()),
        (
            "云岭省光学会眼视光专委会换届。会议聘任云岭医院温如玉教授为眼视光专委会主任委员、某眼科连锁副总院长江一帆教授为名誉主委。",
            {("温如玉", "主任委员", "云岭省光学会眼视光专委会"), ("江一帆", "名誉主委", "云岭省光学会眼视光专委会")},
        ),
        (
            "云岭省光学会眼视光专委会换届。温如玉教授、谯一帆教授、渠若谷教授、苏若谷教授当选副主任委员。",
            {(name, "副主任委员", "云岭省光学会眼视光专委会") for name in ("温如玉", "谯一帆", "渠若谷", "苏若谷")},
        ),
    ],
)
def test_elections_and_offices(text: str, elected: set[tuple[str, str, str]]) -> None:
    assert offices(text) == elected


def test_a_society_s_short_name_before_its_branch() -> None:
    text = "年会由两岸医药交流协会（简称“两医会”）消化分会主办。两医会会长温如玉先生致辞。"
    assert offices(text) == {("温如玉", "会长", "两岸医药交流协会")}


@pytest.mark.parametrize(
    ("text", "houses"),
    [
        ("云岭医院温如玉教授及江一帆、苏若谷等专家作报告。", {("温如玉", "云岭医院")}),
        ("云岭医院的温如玉教授、Peter Marlow教授介绍了新进展。", {("温如玉", "云岭医院")}),
        ("云岭医院温如玉教授、江一帆研究员作报告。", {("温如玉", "云岭医院"), ("江一帆", "云岭医院")}),
        (
            "云岭总医院（501医院）的温如玉主任、滨江医院血管外科专家江一帆教授作报告。",
            {("温如玉", "云岭总医院"), ("江一帆", "滨江医院")},
        ),
        ("岚江大学副校长温如作为主席团成员参加会议。", {("温如", "岚江大学")}),
        ("云岭医院超声科主治医师江一帆结合病例作了报告。", {("江一帆", "云岭医院")}),
        ("西陵县卫健局党组成员江一帆致辞。", {("江一帆", "西陵县卫健局")}),
        ("由温如玉担任主任的云岭省超声工程重点实验室通过验收。", {("温如玉", "云岭省超声工程重点实验室")}),
        ("B超室由护士长负责管理，由医院担任组长单位。", set()),
        ("云岭医院院长温如玉线上致辞，岚江医院院长苏若谷视频致辞。", {("温如玉", "云岭医院"), ("苏若谷", "岚江医院")}),
        ("岚江大学副校长来一帆认为很好。", {("来一帆", "岚江大学")}),
        ("温如玉教授创建了该科。1997年，45岁的江一帆教授就任云岭医院心内科主任。", {("江一帆", "云岭医院")}),
        ("云岭医院副院长（主持行政工作）江一帆致辞。", {("江一帆", "云岭医院")}),
        ("江一帆教授现为岚江大学医学中心细胞病理学主任，是知名病理学家。", {("江一帆", "岚江大学医学中心")}),
        ("云岭医院血管病超声诊断专家江一帆等专家到会。", {("江一帆", "云岭医院")}),
        ("口述人：江一帆，云岭医院超声科学科带头人", {("江一帆", "云岭医院")}),
    ],
)
def test_houses_of_people_at_meetings(text: str, houses: set[tuple[str, str]]) -> None:
    assert at(text) == houses


def test_heads_whom_the_sentence_about_their_department_tells() -> None:
    text = "岚江大学附属滨江医院神经外科成立于1982年，首任科主任为温如玉院士。江一帆教授担任神经外科主任。"
    house = "岚江大学附属滨江医院"
    assert told(text) >= {("温如玉", house, "神经外科主任", "院士"), ("江一帆", house, "神经外科主任", "教授")}
    assert told("滨江医院眼科与岚江医院放射科合作，首任主任为温如玉院士。") == set()


def test_people_of_a_page_that_names_one_house_alone() -> None:
    page = "岚江市人民医院超声医学科创建于1985年。在心脏方向，温如玉主任医师率先开展三维超声；江一帆副教授擅长胎儿心脏筛查。"
    house = "岚江市人民医院"
    assert told(page) == {("温如玉", house, "", "主任医师"), ("江一帆", house, "", "副教授")}
    assert told(page + "江一帆毕业于云岭大学附属医院。") == set()
    assert told(page + "科室每年举办学术会议。") == set()


@pytest.mark.parametrize(
    ("text", "honoured"),
    [
        (
            "云岭医科大学温如玉、岚江大学江一帆、滨江医院苏若谷3名云岭科技工作者荣获全国创新争先奖。",
            {("温如玉", "全国创新争先奖"), ("江一帆", "全国创新争先奖"), ("苏若谷", "全国创新争先奖")},
        ),
        ("大会为温如玉教授颁发“海岛消化终身成就奖”。", {("温如玉", "海岛消化终身成就奖")}),
        (
            "会长向岚江大学温如玉教授、云岭医院江一帆主任颁发了“眼科杰出贡献奖”。",
            {("温如玉", "眼科杰出贡献奖"), ("江一帆", "眼科杰出贡献奖")},
        ),
        ("云岭医院超声科日前被中华全国总工会授予“全国五一标兵岗”称号。", {("云岭医院超声科", "全国五一标兵岗")}),
        ("会议为优秀论文获得者颁发了奖状，向专家颁发聘书。", set()),
    ],
)
def test_honours_handed_over(text: str, honoured: set[tuple[str, str]]) -> None:
    assert {(who, award) for who, predicate, award in stated(text) if predicate == "RECEIVED"} == honoured


def sessions(text: str) -> set[tuple[str, str, str]]:
    facts = ConferenceIngester().ingest(document(text), pipeline())
    return {(one.subject.name, one.predicate, one.object.name) for one in facts if isinstance(one, Fact)}


def test_sessions() -> None:
    assert ("影脉论坛第8次", "HELD_IN", "厦门") in sessions("近日，2034（第八届）影脉论坛在厦门开幕。")
    chaired = sessions("第四届影脉论坛顺利召开。\n\n大会主席温如玉教授致辞。")
    assert ("温如玉", "CHAIRED", "影脉论坛第4次") in chaired
    assert ("全国ERCP学术研讨会第11次", "HELD_IN", "上海") in sessions("第十一届全国 ERCP 学术研讨会在上海召开。")
    assert not sessions("云岭省医学会心电分会在北京召开第一届选举及成立大会。")
    assert not sessions("他参加过第三届影脉论坛，今年的还没有开。")


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("由云岭省医师协会主办，我院承办的“云岭省第七届神经内科医师大会”在济南召开。", {"云岭省医师协会"}),
        ("由云岭省医师协会主办、我院超声科协办的云岭青年超声论坛于5月在济南举行。", {"云岭省医师协会"}),
        (
            "由云岭省抗癌协会主办，岚江口腔医学院（岚江口腔医院）及西陵市口腔医院承办的“云岭省第三届头颈影像研讨会”召开。",
            {"云岭省抗癌协会", "岚江口腔医学院", "西陵市口腔医院"},
        ),
        (
            "由云岭省科学技术协会主办、云岭肛肠学会承办、某平台提供技术支持的“医工结合创新论坛·2033”于6月11日在线上召开。",
            {"云岭省科学技术协会", "云岭肛肠学会"},
        ),
        (
            "第三届影脉论坛于6月在厦门举行，论坛由两岸医药交流协会（简称“两医会”）消化分会、云岭省医师协会主办。",
            {"两岸医药交流协会消化分会", "云岭省医师协会"},
        ),
        ("会议决定由云岭省医师协会主办、我院承办的事项另行通知。", set()),
    ],
)
def test_who_runs_meetings_beside_the_house_that_speaks(text: str, runs: set[str]) -> None:
    assert {body for _, predicate, body in stated(text) if predicate == "RUN_BY"} == runs


def test_venues_that_bear_another_town_s_name() -> None:
    assert ("影脉论坛第3次", "HELD_IN", "徐州") in sessions("第三届影脉论坛在徐州市中山饭店拉开帷幕。")


def test_branches_of_two_fields() -> None:
    def names(text: str) -> list[str]:
        return [text[one.start : one.end] for one in organizations(text)]

    assert names("兼任全国白内障及人工晶体学组组长。") == ["全国白内障及人工晶体学组"]
    assert names("江一帆教授与云岭省医学会影像分会合作。") == ["云岭省医学会影像分会"]
    assert names("任心律与心电分会主任委员。") == []


def test_ultrasound_that_is_no_imaging() -> None:
    assert not any(predicate == "WORKS_ON" for _, predicate, _ in stated("温如玉教授擅长白内障超声乳化手术。"))
    works = {thing for _, predicate, thing in stated("温如玉教授擅长高强度聚焦超声治疗和胎儿超声。") if predicate == "WORKS_ON"}
    assert "高强度聚焦超声" in works


def test_whose_name_an_award_bears_is_not_whom_the_page_presents() -> None:
    text = (
        "2034年度柏若涵医学影像科学技术奖授奖名单公布，岚江大学影像研究中心主任游方远获青年奖。\n"
        "游方远，是医学影像领域专家，曾任岚江大学计算机学院院长，荣获2031年岚江省科技进步奖一等奖。\n"
        "据悉，该奖以中国科学院院士柏若涵先生命名。"
    )
    told = stated(text)
    assert ("游方远", "RECEIVED", "岚江省科技进步奖") in told
    assert not any(who == "柏若涵" and predicate in ("RECEIVED", "LEADS") for who, predicate, _ in told)


@pytest.mark.parametrize("words", ["全国卫生系统劳动模范", "项目组发起成立了岚江抗癌协会放疗学组", "国家队教授"])
def test_words_that_open_with_a_surname_are_nobody(words: str) -> None:
    assert not any(is_person(words[:length]) for length in (2, 3, 4))

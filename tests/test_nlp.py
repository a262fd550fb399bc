"""The pipeline names concepts, organisations and people, and maps them back to the document."""

from __future__ import annotations

import pytest

from ingest.layout import heal
from ingest.mentions import mentions
from ingest.nlp import entities, pipeline
from kg.model import Span


def named(text: str, label: str) -> list[str]:
    view = heal(text, Span(start=0, end=len(text)))
    return [mention.surface for mention in mentions(view, pipeline()) if mention.label == label]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由岚江大学附属第二医院和中国科学院岚江物理研究所共同研制", ["岚江大学附属第二医院", "中国科学院岚江物理研究所"]),
        ("岚江市政府、岚江工业园区管理委员会共同出资", ["岚江市政府", "岚江工业园区管理委员会"]),
        ("已应用至武汉岚江医院和青禾医院的救治中", ["武汉岚江医院", "青禾医院"]),
        ("在多家医院、各级卫生院和国家重点实验室开展", []),
        ("科学技术部、教育部联合发文", ["科学技术部", "教育部"]),
        ("西门子、岚江影像科技有限公司参展", ["西门子", "岚江影像科技有限公司"]),
        ("医院感染管理和大学生教育", []),
        ("中国交通大学与中国基层医师协会影像分会，美国大学", ["中国交通大学", "中国基层医师协会影像分会"]),
        ("亚洲及大洋洲超声与生物学联盟，岚江大学圣地亚哥分校", ["亚洲及大洋洲超声与生物学联盟", "岚江大学圣地亚哥分校"]),
        ("Radiology刊发岚江市传染病院研究", ["岚江市传染病院"]),
        ("中国科学院声学所和基层卫生院挂靠岚江大学医院", ["中国科学院声学所", "岚江大学医院"]),
        ("中国抗癌协会肿瘤影像专业委员会年会", ["中国抗癌协会肿瘤影像专业委员会"]),
    ],
)
def test_organizations(text: str, expected: list[str]) -> None:
    assert named(text, "Organization") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("岚江大学附属医院放射科陈若楠主任医师、田小禾教授到会", ["陈若楠", "田小禾"]),
        ("欧阳清副教授说", ["欧阳清"]),
        ("会议主席：唐若溪", ["唐若溪"]),
        ("岚江大学物理系周静研究员、我院超声医学科许若仪副主任医师讲课", ["周静", "许若仪"]),
        ("邀请霍启明（岚江医院）、柏若涵（西陵大学影像科）授课", ["霍启明", "柏若涵"]),
        ("柏若涵、苗若兰为论文共同第一作者，许静仪、邱启航等5人当选理事", ["柏若涵", "苗若兰", "许静仪", "邱启航"]),
        ("由方远教授任执行主席，超声成像（岚江医院）和康复科主任", ["方远"]),
        ("西陵大学教授阿依·努尔曼、岚江中心教授 Peter A. Whitlow 认为", ["阿依·努尔曼", "Peter A. Whitlow"]),
        ("影像科许若仪副主任医师和神经内科令狐清主任医师为共同第一作者", ["许若仪", "令狐清"]),
        ("康复科主任、影像科主任毕四海向记者演示，岚江所研究员到会", ["毕四海"]),
        ("（通讯员 张若海 摄影 李立本）岚江医院康复中心安全科主任", []),
        ("高血压团队和时间管理教授方法", []),
        ("国家重点实验室主任", []),
    ],
)
def test_people(text: str, expected: list[str]) -> None:
    assert named(text, "Person") == expected


def test_a_latin_concept_is_a_whole_word_in_any_case() -> None:
    assert named("the ACT of scanning; CT是常用的; pet/ct也是", "Technology") == ["CT", "pet/ct"]


def test_the_longest_concept_wins_and_carries_its_label() -> None:
    text = "行正电子发射断层成像检查"
    (mention,) = (one for one in mentions(heal(text, Span(start=0, end=len(text))), pipeline()) if one.label == "Technology")
    assert mention.name != mention.surface
    assert len(mention.surface) > len("断层成像")


def test_spans_point_into_the_document() -> None:
    text = "岚江大学附\n属第二医\n院陈若楠教授"
    for mention in mentions(heal(text, Span(start=0, end=len(text))), pipeline()):
        assert text[mention.span.start : mention.span.end].replace("\n", "") == mention.surface


def test_a_blank_view_names_nothing() -> None:
    assert mentions(heal(" \n ", Span(start=0, end=3)), pipeline()) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("与江州协和医院院长卫知夏座谈。", ["卫知夏"]),
        ("放射科主任王浩作报告，主任李明华就核医学发言。", ["王浩", "李明华"]),
        ("会上，教授陈清和演示了操作，院长欧阳明珠宣读了名单。", ["陈清和", "欧阳明珠"]),
        ("院长向大家介绍，主任高票当选，院长于近日出席，主任经常参加，教授全程指导。", []),
    ],
)
def test_a_name_ends_before_what_a_person_does(text: str, names: list[str]) -> None:
    assert [text[one.start : one.end] for one in entities(text, pipeline()) if one.label == "PERSON"] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("用68Ga-NODAGA-E2显像随访", ["68Ga-NODAGA-E2"]),
        ("示踪剂18F-XR204与[18F]FDG比较", ["18F-XR204"]),
        ("完成89Zr-DFO-girentumab PET显像", ["89Zr-DFO-girentumab"]),
        ("18F-FDG PET/CT", []),
        ("见图11C-D，18F-多巴", []),
        ("131I-治疗, 99mTc-PET-CT", []),
    ],
)
def test_a_tracer_that_no_lexicon_has_is_its_nuclide_and_what_bears_it(text: str, names: list[str]) -> None:
    found = [one for one in entities(text, pipeline()) if one.label == "TECHNOLOGY" and not one.concept]
    assert [text[one.start : one.end] for one in found] == names


def test_a_programme_of_a_province_is_not_the_nations() -> None:
    assert named("获科技攻关计划和松江省科技攻关计划、溪山市科技攻关计划资助", "FundingProgram") == ["科技攻关计划"]


@pytest.mark.parametrize(
    "verb",
    [
        "辞去",
        "离任",
        "捐赠",
        "转往",
        "接管",
        "途经",
        "慰问",
        "婉拒",
        "落选",
        "拨付",
        "交付给",
        "毗邻",
        "获悉",
        "惠及",
        "许可给",
    ],
)
def test_verbs_before_a_house(verb: str) -> None:
    for before in ("裘宁", "溪山市第一医院", "近日", "他", "该团队"):
        assert "岚江大学附属医院" in named(f"{before}{verb}岚江大学附属医院。", "Organization"), before
    assert set(named(f"裘宁{verb}岚江大学附属医院。", "Person")) <= {"裘宁"}


@pytest.mark.parametrize(
    "name",
    [
        "松江省健康促进研究会",
        "武汉装备工业研究院",
        "岚江大学援外医疗研究中心",
        "中国认证认可协会",
        "上海检查检验中心",
        "溪山市第一医院服务管理委员会",
    ],
)
def test_verbs_within_the_name_of_a_house(name: str) -> None:
    assert named(f"由{name}承担", "Organization") == [name]


@pytest.mark.parametrize("verb", ["筹备", "捐赠", "接管", "奔走", "勘察", "途经", "连夜", "近日", "亲临", "叮咛"])
def test_any_verb_ends_a_name_behind_a_post(verb: str) -> None:
    for name in ("裘宁川", "张伟", "李明", "欧阳晓岚"):
        assert named(f"溪山市第一医院院长{name}{verb}新院区的事务。", "Person") == [name]


@pytest.mark.parametrize(
    "line",
    [
        "溪山市第一医院院长高度概括了工作。",
        "溪山市第一医院主任安排接送病人。",
        "岚江大学教授常年奔走各地。",
        "溪山市第一医院院长于近日抵达。",
        "溪山市第一医院主任程序设计完毕。",
        "岚江大学教授时常往返两地。",
    ],
)
def test_common_words_behind_a_post_are_nobody(line: str) -> None:
    assert named(line, "Person") == []

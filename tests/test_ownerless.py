"""A hospital that prose calls by a bare kind or ordinal is the one that the document has, or nobody's."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.ownerless import REASON
from ingest.pipeline import read_assertions
from kg.model import Fact
from tests.test_prose import document


def told(text: str) -> tuple[set[str], set[str]]:
    """The organisations of the facts that were kept, and what was refused as nobody's."""
    kept, rejected, _ = read_assertions(document(text), pipeline())
    facts = [one for one in kept if isinstance(one, Fact)]
    bodies = {end.name for one in facts for end in (one.subject, one.object) if end.label == "Organization"}
    bodies |= {one.subject.context for one in facts if one.subject.context}
    return bodies, {one.assertion for one in rejected if one.reason == REASON}


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("附属医院影像科张可心主任医师主持了研究。", "张可心 -AFFILIATED_WITH-> 附属医院"),
        ("王守一，第二医院超声科副主任医师，从事超声造影研究。", "王守一 -AFFILIATED_WITH-> 第二医院"),
        ("人民医院引进了3.0T磁共振。", "3.0T磁共振 -ADOPTED_BY-> 人民医院"),
        ("三医院核医学科成功研制68Ga探针。", "三医院核医学科 -WORKS_ON-> 68Ga探针"),
        (
            "映川市第六人民医院的钱朗月教授与第一人民医院的郑思齐教授共同研发了三维超声成像系统。",
            "郑思齐 -AFFILIATED_WITH-> 第一人民医院",
        ),
    ],
)
def test_nobodys_hospital_is_told_in_the_ledger(text: str, refused: str) -> None:
    bodies, dropped = told(text)
    assert refused in dropped
    assert not {"附属医院", "第二医院", "人民医院", "三医院核医学科", "第一人民医院"} & bodies


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("陈砚秋，第二医院放射科副主任医师。\n映川市第二医院放射科主任赵柏青教授发表讲话。", "映川市第二医院"),
        (
            "映川医科大学附属第三医院放射科主任赵柏青教授发表讲话。\n陈砚秋，三医院超声科副主任医师。",
            "映川医科大学附属第三医院",
        ),
        ("映川市中心医院放射科主任赵柏青教授发表讲话。\n中心医院引进了3.0T磁共振。", "映川市中心医院"),
    ],
)
def test_the_hospital_that_the_document_has(text: str, full: str) -> None:
    bodies, dropped = told(text)
    assert dropped == set()
    assert full in bodies
    assert not {"第二医院", "三医院", "中心医院"} & bodies


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("江苏省人民医院放射科主任李怀瑾教授介绍了低剂量CT技术。", "江苏省人民医院"),
        ("省人民医院放射科主任李怀瑾教授介绍了低剂量CT技术。", "省人民医院"),
        ("友谊医院放射科主任李怀瑾教授介绍了低剂量CT技术。", "友谊医院"),
    ],
)
def test_what_has_a_name_or_a_place_stays(text: str, body: str) -> None:
    bodies, dropped = told(text)
    assert body in bodies
    assert dropped == set()


def test_two_that_it_may_be_are_neither() -> None:
    text = "映川市中心医院和青屿市中心医院开展合作。\n陈砚秋，中心医院超声科副主任医师。\n青屿市中心医院的李怀瑾教授发表讲话。"
    assert "陈砚秋 -AFFILIATED_WITH-> 中心医院" in told(text)[1]


@pytest.mark.parametrize(
    ("text", "full"),
    [
        # a place that others of the document bear in front
        ("映川市立医院承办了年会。\n市肿瘤医院影像科副主任陈砚秋主持会议。", "映川市肿瘤医院"),
        ("映川市医学会影像分会换届。\n市医学会赵柏青会长出席。", "映川市医学会"),
        # a school of the one university that the text is about
        (
            "映川理工大学举行揭牌。生物医学工程学院陈砚秋教授主持。映川理工大学投入经费。",
            "映川理工大学生物医学工程学院",
        ),
        ("扬州国家科学中心人工智能研究院揭牌。人工智能研究院执行院长陈砚秋致辞。", "扬州国家科学中心人工智能研究院"),
        # a branch of the society that the document names
        (
            "陈砚秋教授当选映川省医师协会核素治疗医师分会会长。核素治疗医师分会会长陈砚秋教授讲话。",
            "映川省医师协会核素治疗医师分会",
        ),
    ],
)
def test_the_end_of_a_name_by_the_whole_that_the_document_has(text: str, full: str) -> None:
    bodies, _ = told(text)
    assert full in bodies
    assert not {"市肿瘤医院", "市医学会", "生物医学工程学院", "人工智能研究院", "核素治疗医师分会"} & bodies


@pytest.mark.parametrize(
    ("text", "body"),
    [
        # two towns, two universities: nothing is joined
        ("映川市立医院和青屿市立医院联合义诊。\n市肿瘤医院影像科副主任陈砚秋主持会议。", "市肿瘤医院"),
        ("省立医院放射科主任李怀瑾教授介绍了低剂量CT技术。", "省立医院"),
        ("同仁医学院院长李怀瑾教授致辞。映川大学、映川大学。", "同仁医学院"),
    ],
)
def test_nothing_is_joined_where_it_is_not_sure(text: str, body: str) -> None:
    bodies, _ = told(text)
    assert body in bodies


@pytest.mark.parametrize("school", ["生命科学学院", "光电学院", "医学部科技处"])
def test_a_school_that_no_university_of_the_document_has_is_nobodys(school: str) -> None:
    bodies, dropped = told(f"{school}陈砚秋教授介绍了探针研究。")
    assert school not in bodies
    assert f"陈砚秋 -AFFILIATED_WITH-> {school}" in dropped


def test_a_town_s_hospital_by_its_number_alone() -> None:
    """市一医院 is the town's 第一医院; where two bear the number it is neither."""
    bodies, _ = told("霍启明是映川市第一医院放射科主任。市一医院放射科柏若涵主任医师说，流程更快了。")
    assert "映川市第一医院" in bodies
    assert not {one for one in bodies if "市一医院" in one}
    kept, _, _ = read_assertions(
        document("霍启明是映川市第三人民医院主任，翟文莉是岚江市第三人民医院院长。市三医院柏若涵主任医师说。"), pipeline()
    )
    at = {one.object.name for one in kept if isinstance(one, Fact) and one.subject.name == "柏若涵"}
    assert not at & {"映川市第三人民医院", "岚江市第三人民医院"}


def test_a_campus_alone_is_nobodys() -> None:
    bodies, _ = told("映川市立医院放射科柏若涵任副主任。柏若涵任东院区负责人。")
    assert "东院区" not in bodies
    bodies, _ = told("柏若涵任映川市立医院东院区放射科主任。")
    assert any(one.startswith("映川市立医院") for one in bodies)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("松江省重点实验室引进了3.0T磁共振。", "3.0T磁共振 -ADOPTED_BY-> 松江省重点实验室"),
    ],
)
def test_a_sort_of_laboratory_is_nobody(text: str, refused: str) -> None:
    assert refused in told(text)[1]


def test_a_foundation_told_before_by_its_name() -> None:
    bodies, _ = told("映川医学基金会裘宁理事长出席会议。\n基金会核医学专家委员会成立，基金会理事长裘宁发表讲话。")
    assert "映川医学基金会" in bodies
    assert "基金会" not in bodies

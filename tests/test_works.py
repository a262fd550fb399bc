"""What a work that was honoured concerns and reached, what a paper's study found, and what a new platform reaches."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_measures import stated as figures
from tests.test_prose import document, stated

AWARDED = "岚江医院霍启明教授主持的“脑小血管病磁共振评估体系”荣获岚江省科学技术进步奖一等奖。"
PAPER = "近日，岚江医院霍启明教授团队在《中华放射学杂志》发表题为“动脉自旋标记评估卒中侧支循环的多中心研究”的论文。"


def told(text: str, predicate: str) -> set[tuple[str, str]]:
    return {(subject, object_) for subject, said, object_ in stated(text) if said == predicate}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("该项目创建了以定量磁化率成像为核心的评估方法。", {"QSM"}),
        ("项目历时十年，提出了融合扩散张量成像和影像组学的新方法。", {"DTI", "影像组学"}),
        ("该成果研发了低剂量CT重建算法。", {"低剂量CT"}),
        ("该项目负责人长期使用超声。", set()),
        ("会议还介绍了光声成像，建立了合作。", set()),
    ],
)
def test_what_a_work_concerns(text: str, expected: set[str]) -> None:
    found = told(AWARDED + text, "CONCERNS")
    assert {object_ for subject, object_ in found if subject == "脑小血管病磁共振评估体系"} - {"磁共振成像"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("该项目使微出血检出率提高28%。", {(28, "%")}),
        ("成果已在全省46家医院推广应用，惠及患者5.2万例。", {(46, "家"), (5.2, "万例")}),
        ("会上有120名代表发言。", set()),
    ],
)
def test_what_a_work_reached(text: str, expected: set[tuple[object, object]]) -> None:
    assert {(value, unit) for name, value, unit in figures(AWARDED + text) if "评估体系" in name} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("研究共纳入18家中心的720例患者。", {(720, "例")}),
        ("结果显示，两种方法的一致率为91%；敏感度为88%。", {(91, "%"), (88, "%")}),
        ("霍启明教授从事影像诊断30年。", set()),
        ("据悉，该刊影响因子为6.2。", set()),
    ],
)
def test_what_the_study_of_a_paper_found(text: str, expected: set[tuple[object, object]]) -> None:
    found = ProseIngester().ingest(document(PAPER + "\n" + text), pipeline())
    of_paper = [one for one in found if isinstance(one, Fact) and one.subject.label == "Publication"]
    values = {(one.qualifiers["value"], one.qualifiers["unit"]) for one in of_paper if one.predicate == "HAS_METRIC"}
    assert expected <= values
    assert expected or not values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年，岚江医院建成岚江远程超声诊断平台，接入乡镇卫生院52家。", {("岚江远程超声诊断平台", 52, "家")}),
        ("岚江医院建成岚江远程超声诊断平台，现有职工800人。", {("岚江医院", 800, "人")}),
    ],
)
def test_what_a_new_platform_reaches(text: str, expected: set[tuple[str, object, object]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第六届西陵光声成像论坛在岚江市举行，由岚江大学主办。", {"光声成像"}),
        ("2021年5月，第三届全国PET/MR学术研讨会在岚江市召开，由岚江大学主办。", {"PET/MRI"}),
        ("第十一届岚江省核医学学术年会在岚江市召开，由岚江省医学会主办。", {"核医学"}),
        ("第五届岚江青年学者论坛在岚江市召开，由岚江省医学会超声医学分会主办。", set()),
    ],
)
def test_what_the_name_of_a_meeting_says(text: str, expected: set[str]) -> None:
    assert {object_ for _, object_ in told(text, "CONCERNS")} == expected


@pytest.mark.parametrize(
    ("title", "illness"),
    [
        ("超声引导治疗肩周炎的应用研究", "肩周炎"),
        ("基于影像组学的胸壁脂肪瘤诊断体系", "胸壁脂肪瘤"),
        ("面向颌骨囊肿的锥形束CT测量", "颌骨囊肿"),
        ("炎症微环境的可视化研究", None),
    ],
)
def test_an_illness_in_the_title_of_a_work_is_told_by_its_ending(title: str, illness: str | None) -> None:
    found = {object_ for _, object_ in told(f"岚江医院“{title}”荣获岚江省科学技术进步奖一等奖。", "TARGETS")}
    assert found == ({illness} if illness else set())

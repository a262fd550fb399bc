"""What programmes support, how bodies are built and what names tell: each rule on sentences of our own, and traps."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document


def facts(text: str, predicate: str) -> set[tuple[str, str]]:
    """Subject and object of a text's facts of one predicate."""
    found = (one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact))
    return {(one.subject.name, one.object.name) for one in found if one.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“智慧放疗”专项将质子治疗、磁共振引导放疗列为重点支持方向。",
            {("智慧放疗专项", "质子治疗"), ("智慧放疗专项", "磁共振引导放疗")},
        ),
        ("《临江省科技发展规划》将光声成像列入优先主题领域。", {("临江省科技发展规划", "光声成像")}),
        (
            "“脑图谱”专项围绕光片显微成像、组织光透明等方向部署任务。",
            {("脑图谱专项", "光片显微成像"), ("脑图谱专项", "组织光透明")},
        ),
        ("该研究得到国家重点研发计划支持，采用了PET/CT检查。", set()),
        ("项目申报将高校、医院列为牵头单位。", set()),
    ],
)
def test_what_programmes_support(text: str, expected: set[tuple[str, str]]) -> None:
    found = {pair for pair in facts(text, "CONCERNS") if pair[1] != "脑图谱" and pair[1] != "放射治疗"}
    assert found == expected


def test_how_it_is_listed() -> None:
    text = "国家自然科学基金委员会医学科学部在“十四五”发展规划中将超声造影列为优先发展领域。"
    (one,) = [one for one in ProseIngester().ingest(document(text), pipeline()) if getattr(one, "predicate", "") == "CONCERNS"]
    assert isinstance(one, Fact)
    assert one.qualifiers == {
        "plan": ("“十四五”发展规划",),
        "department": ("医学科学部",),
        "status": ("优先发展领域",),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "临江医学科学院下设超声研究所和核医学研究所。",
            {("临江医学科学院超声研究所", "临江医学科学院"), ("临江医学科学院核医学研究所", "临江医学科学院")},
        ),
        ("中国声像学会成立了质量控制工作组，每年开展督查。", {("中国声像学会质量控制工作组", "中国声像学会")}),
        (
            "英国声学影像学会由基础、临床、产业三个分委员会组成。",
            {(f"英国声学影像学会{name}分委员会", "英国声学影像学会") for name in ("基础", "临床", "产业")},
        ),
        ("临江大学下设三个校区，由教学、科研、后勤等多个部门组成。", set()),
        ("临江大学成立于1952年，与某医院成立联合课题组。", set()),
    ],
)
def test_how_bodies_are_built(text: str, expected: set[tuple[str, str]]) -> None:
    assert facts(text, "PART_OF") == expected


def test_who_applies_for_patents_and_who_is_in_a_field() -> None:
    text = "光子计数CT的专利申请人主要为西门子、佳能。迈瑞、开立等企业在弹性成像领域布局较早。飞利浦的申请人代表到会。"
    assert facts(text, "WORKS_ON") == {
        ("西门子", "光子计数CT"),
        ("佳能", "光子计数CT"),
        ("迈瑞", "弹性成像"),
        ("开立", "弹性成像"),
    }


def test_what_a_name_tells() -> None:
    text = "临江大学建成了脑磁图数据库。“自由运动小鼠的钙成像”入选2021年度“中国神经科学重大进展”。临江大学建成了学生活动中心。"
    assert facts(text, "CONCERNS") >= {("脑磁图数据库", "脑磁图"), ("自由运动小鼠的钙成像", "钙成像")}
    assert not {one for one, _ in facts(text, "CONCERNS")} - {"脑磁图数据库", "自由运动小鼠的钙成像"}


@pytest.mark.parametrize(
    "text",
    [
        "国家自然科学基金委员会传来喜讯，霍启明教授牵头申报的超声聚焦治疗系统获得支持。",
        "其中，霍启明教授申报的磁共振成像新方法获国家自然科学基金重点项目支持。",
        "“智慧康养装备”重点专项重点突破一批引领性前沿技术。",
    ],
)
def test_what_somebody_has_is_not_what_a_programme_supports(text: str) -> None:
    assert facts(text, "CONCERNS") == set()

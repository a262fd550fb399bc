"""Who runs a programme, where the programme is told first or is somebody's; who only carries out its projects runs none."""

from __future__ import annotations

import pytest

from ingest.layout import View
from ingest.mentions import mentions
from ingest.nlp import pipeline
from ingest.offices import placed
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.table_facts import document_of


def run_by(text: str) -> set[tuple[str, str]]:
    found = [one for one in ProseIngester().ingest(document_of(text), pipeline()) if isinstance(one, Fact)]
    return {(one.subject.name, one.object.name) for one in found if one.predicate == "RUN_BY"}


@pytest.mark.parametrize(
    ("text", "programme", "bodies"),
    [
        (
            "智慧影像联合基金由国家自然科学基金委员会与岚江省人民政府共同出资设立。",
            "智慧影像联合基金",
            "国家自然科学基金委员会 岚江省人民政府",
        ),
        ("“脑影像先锋计划”由岚江省卫生健康委员会于2019年发起。", "脑影像先锋计划", "岚江省卫生健康委员会"),
        (
            "影像创新行动计划由岚江省科学技术厅牵头，会同岚江省财政厅组织实施。",
            "影像创新行动计划",
            "岚江省科学技术厅 岚江省财政厅",
        ),
        ("岚江省自然科学基金由岚江省科学技术厅归口管理。", "岚江省自然科学基金", "岚江省科学技术厅"),
        ("“影像百县工程”系中国医师协会于2021年启动。", "影像百县工程", "中国医师协会"),
        ("财政部设立的国家重点研发计划投入很大。", "国家重点研发计划", "财政部"),
    ],
)
def test_the_bodies_behind_a_programme(text: str, programme: str, bodies: str) -> None:
    assert run_by(text) == {(programme, body) for body in bodies.split()}


@pytest.mark.parametrize(
    "text",
    [
        "国家重点研发计划由岚江大学牵头实施的项目有3项。",
        "国家自然科学基金重点项目由岚江大学组织实施。",
        "该平台由岚江大学和岚江医院共同建设。",
        "本重点专项由岚江大学牵头。",
        "获岚江省科学技术厅的国家重点研发计划资助。",
    ],
)
def test_those_who_carry_projects_out_run_no_programme(text: str) -> None:
    assert run_by(text) == set()


@pytest.mark.parametrize(
    ("text", "programme"),
    [
        ("张远获江苏省自然科学基金面上项目“肝脏影像研究”资助。", "江苏省自然科学基金面上项目"),
        ("“肝脏影像研究”获岚江省自然科学基金面上项目资助。", "岚江省自然科学基金面上项目"),
    ],
)
def test_a_provinces_fund_is_one_thing_with_its_place_and_its_type(text: str, programme: str) -> None:
    found = [one for one in ProseIngester().ingest(document_of(text), pipeline()) if isinstance(one, Fact)]
    assert {one.object.name for one in found if one.predicate == "FUNDED_BY"} <= {programme}


def test_a_programme_that_a_comma_parts_from_its_bodies_and_a_ministry_of_two_fields() -> None:
    text = "国家重点研发计划设立“高端影像”重点专项，由工业和信息化部会同国家卫生健康委员会负责实施。"
    assert {("高端影像重点专项", "工业和信息化部"), ("高端影像重点专项", "国家卫生健康委员会")} <= run_by(text)


@pytest.mark.parametrize("words", ["关于发布省重点研发计划的通知", "实施省重点研发计划以来", "近五年主持省自然科学基金2项"])
def test_a_verb_before_a_programme_is_no_place(words: str) -> None:
    document = document_of(words)
    view = View(words, tuple(range(len(words))))
    named = [one.name for one in placed(mentions(view, pipeline()), view, document) if one.label == "FundingProgram"]
    assert named
    assert all(name.startswith("省") for name in named)


def test_who_holds_an_award_holds_it_as_host() -> None:
    found = ProseIngester().ingest(document_of("松江省医学科技奖由松江省医学会主办，每年评审一次。"), pipeline())
    told = [one for one in found if isinstance(one, Fact) and one.predicate == "RUN_BY"]
    assert [(one.subject.name, one.object.name, one.qualifiers.get("role")) for one in told] == [
        ("松江省医学科技奖", "松江省医学会", ("主办",))
    ]


@pytest.mark.parametrize(
    ("text", "programme", "bodies"),
    [
        ("松江省影像联合基金的主管部门为松江省科学技术厅。", "松江省影像联合基金", "松江省科学技术厅"),
        ("松江省影像联合基金（松江省科学技术厅主管）2031年资助项目28项。", "松江省影像联合基金", "松江省科学技术厅"),
        ("松江省科学技术厅发布松江省影像联合基金2031年度申报指南。", "松江省影像联合基金", "松江省科学技术厅"),
        ("松江省科学技术厅牵头组织的松江省影像联合基金今年进入第三个年头。", "松江省影像联合基金", "松江省科学技术厅"),
        ("受松江省科学技术厅委托，松江省医学会承担松江省影像联合基金的日常管理。", "松江省影像联合基金", "松江省医学会"),
        (
            "松江省影像人才计划由松江省卫生健康委员会主管，松江省医学会承办。",
            "松江省影像人才计划",
            "松江省卫生健康委员会 松江省医学会",
        ),
        (
            "溪山市科技局会同溪山市财政局共同设立溪山市影像创新专项资金。",
            "溪山市影像创新专项资金",
            "溪山市科技局 溪山市财政局",
        ),
    ],
)
def test_by_label_guide_and_order(text: str, programme: str, bodies: str) -> None:
    assert run_by(text) == {(programme, body) for body in bodies.split()}


@pytest.mark.parametrize(
    "text",
    [
        "溪山大学发布松江省影像联合基金2031年度申报通知。",
        "受松江省科学技术厅委托，岚江大学承担松江省影像联合基金项目3项。",
        "松江省科学技术厅组织的专家组对“高端影像装备”重点专项进行了评审。",
        "松江省科学技术厅发布通知，做好国家重点研发计划项目申报工作。",
        "本专项的主管部门将另行公布。",
    ],
)
def test_who_only_passes_on_or_wins(text: str) -> None:
    assert run_by(text) == set()

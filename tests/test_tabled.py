"""Figures of a sentence that points to a table: whose they are, what the rows make of them, and what is none of this."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import ingest_file
from kg.conflicts import conflicts
from kg.model import Fact
from kg.resolve import resolve
from kg.workspace import Workspace

GRANTS = """
表1 江苏省医学影像专项立项课题一览
序号	项目名称	负责人	依托单位	经费（万元）
1	肺部低剂量成像定量方法研究	周允文	映川大学附属望湖医院	300
2	脑血管壁高分辨磁共振成像	沈怀谷	青屿医科大学	260
3	肝脏多参数超声弹性成像	欧阳静	映川市肿瘤医院	240
"""
SESSIONS = """
表3 映川生物影像论坛历次会议
会次	会议主题	时间	执行主席
1	光学分子成像前沿	2010年5月12-14日	丁允和
2	脑功能成像	2012年5月10-12日	韦知行
3	多模态影像融合	2014年6月5-7日	贝慕宁
"""


def told(folder: Path, prose: str, table: str) -> tuple[object, object]:
    """The figures by rule `tabled`, and what stands against each other in counts and sums."""
    (folder / "a.txt").write_text(f"江苏省医学影像专项进展\n\n{prose}\n{table}", "utf-8")
    with Workspace.open(folder / "home") as workspace:
        ingest_file(folder / "a.txt", workspace, pipeline)
        graph = resolve(workspace.assertions(), workspace.sources()).graph
        names = {node.id: node.name for node in graph.nodes}
        figures = {
            (names[edge.source], names[edge.target], edge.qualifiers["value_text"])
            for edge in graph.edges
            if edge.type == "HAS_METRIC" and any(words.rule == "tabled" for words in edge.evidence)
        }
        found = conflicts(graph, workspace.assertions())
    return figures, [[said.value for said in one.said] for one in found if one.kind in ("count", "sum")]


OWN = "江苏省医学影像专项"
FORUM = "映川生物影像论坛"


@pytest.mark.parametrize(
    ("prose", "figures", "against"),
    [
        (
            "2018年以来，该专项共资助5项课题（见表1），资助总额为800万元。",
            {("课题数", "5项"), ("资助总额", "800万元")},
            [["5项", "3项"]],
        ),
        (
            "经评审，专项共立项3项，总经费1000万元，详见下表。",
            {("项目数", "3项"), ("总经费", "1000万元")},
            [["1000万元", "800万元"]],
        ),
        ("表1列出了立项课题，共计3项，国拨经费合计约800万元。", {("项目数", "3项"), ("国拨经费", "800万元")}, []),
        ("本轮支持影像类课题4项（表1）。", {("影像类课题数", "4项")}, [["4项", "3项"]]),
    ],
)
def test_figures_of_all_rows(tmp_path: Path, prose: str, figures: set[tuple[str, str]], against: list[list[str]]) -> None:
    assert told(tmp_path, prose, GRANTS) == ({(OWN, *one) for one in figures}, against)


def test_sessions_are_counted(tmp_path: Path) -> None:
    prose = "该论坛已累计举办5次会议（表3），参会代表600人次，收到论文40篇。"
    assert told(tmp_path, prose, SESSIONS) == ({(FORUM, "会议次数", "5次")}, [["5次", "3次"]])


@pytest.mark.parametrize(
    "prose",
    [
        "专项共收到申请80项，受理76项，立项情况见表1。",
        "专项先后立项12项，表1列出部分代表性课题。",
        "专项立项课题见表1，其中资助青年课题1项，单项经费100万元。",
        "此前另有2项课题由其他渠道支持。",
        "专项每年举办3次研讨会（见表1）。",
    ],
)
def test_what_is_not_said_of_all_rows(tmp_path: Path, prose: str) -> None:
    assert told(tmp_path, prose, GRANTS)[1] == []


def test_a_table_of_some_is_no_measure_of_all(tmp_path: Path) -> None:
    table = GRANTS.replace("立项课题一览", "部分立项课题")
    assert told(tmp_path, "专项共立项12项，见表1。", table) == (set(), [])


LIST = """
序号	项目名称	承担单位	负责人	经费（万元）
1	肺部低剂量成像定量方法研究	映川大学附属望湖医院	周允文	300
2	脑血管壁高分辨磁共振成像	青屿医科大学	沈怀谷	260
3	肝脏多参数超声弹性成像	映川市肿瘤医院	欧阳静	240
合计				800
"""


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        ("经研究，共立项3项，省财政补助800万元，首期拨付400万元。", {(3, "项"), (800, "万元"), (400, "万元")}),
        ("现对拟立项的3个项目予以公示。", {(3, "个")}),
        ("决定对影像医学方向3个项目予以资助，总额800万元，每项不超过300万元。", {(3, "个"), (800, "万元")}),
        ("本批项目财政经费总额800万元。", {(800, "万元")}),
        # not what the list has
        ("本年度共收到申请项目86项，立项5项，经费900万元。", set()),
        ("请3个项目单位于9月1日前报送材料，保证金2万元。", set()),
    ],
)
def test_a_notice_counts_its_list(tmp_path: Path, prose: str, figures: set[tuple[int, str]]) -> None:
    text = f"关于下达2023年度江苏省重点研发计划项目的通知\n\n各有关单位：\n{prose}\n{LIST}"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    with Workspace.open(tmp_path / "home") as workspace:
        ingest_file(tmp_path / "a.txt", workspace, pipeline)
        facts = [one for one in workspace.assertions() if isinstance(one, Fact) and one.predicate == "HAS_METRIC"]
    told = {(one.qualifiers["value"], one.qualifiers["unit"]) for one in facts if one.evidence.rule == "noticed"}
    assert told == figures
    assert {one.subject.name for one in facts if one.evidence.rule == "noticed"} <= {"江苏省重点研发计划"}


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "现将江苏省重点研发计划项目3项（附件1）和映川市影像仪器专项2项（附件2）下达给你们。",
            {("江苏省重点研发计划", 3), ("映川市影像仪器专项", 2)},
        ),
        ("江苏省重点研发计划项目8项、映川市影像仪器专项3项已经结题。", set()),
    ],
)
def test_a_notice_counts_each_of_its_lists(tmp_path: Path, prose: str, figures: set[tuple[str, int]]) -> None:
    second = LIST.replace("3\t肝脏多参数超声弹性成像\t映川市肿瘤医院\t欧阳静\t240\n", "").replace("800", "560").strip()
    first = f"附件1\n江苏省重点研发计划项目表\n{LIST.strip()}"
    lists = f"{first}\n\n附件2\n映川市影像仪器专项项目表\n{second.replace('研究', '装置')}"
    (tmp_path / "a.txt").write_text(f"关于下达2033年度项目的通知\n\n各有关单位：\n{prose}\n\n{lists}\n", "utf-8")
    with Workspace.open(tmp_path / "home") as workspace:
        ingest_file(tmp_path / "a.txt", workspace, pipeline)
        facts = [one for one in workspace.assertions() if isinstance(one, Fact) and one.evidence.rule == "noticed"]
    assert {(one.subject.name, one.qualifiers["value"]) for one in facts} == figures


def test_a_count_above_a_list_is_of_the_year_that_its_clause_tells(tmp_path: Path) -> None:
    prose = "现将江苏省重点研发计划2023年度拟立项的3个项目信息予以公示，2022年度立项项目已于上年公示。"
    (tmp_path / "a.txt").write_text(f"关于公示江苏省重点研发计划项目的通知\n\n各有关单位：\n{prose}\n{LIST}", "utf-8")
    with Workspace.open(tmp_path / "home") as workspace:
        ingest_file(tmp_path / "a.txt", workspace, pipeline)
        facts = [one for one in workspace.assertions() if isinstance(one, Fact) and one.evidence.rule == "noticed"]
    assert {(one.qualifiers["value"], one.qualifiers.get("year")) for one in facts} == {(3, 2023)}

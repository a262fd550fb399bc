"""原 and 现 are no part of an institution's name, wherever it was read; brackets tell whose place it took."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.former import clinging, renamed
from ingest.nlp import pipeline
from ingest.pipeline import ingest_file
from kg.model import Graph, Node
from kg.resolve import resolve
from kg.workspace import Workspace

FORM = """医学科技奖推荐书

项目名称：肺结节低剂量筛查技术体系的建立
推荐单位：江苏省卫生健康委员会
推荐奖种：科学技术进步奖

主要完成人情况
第1完成人：沈怀谷
工作单位：江苏省影像医学研究所（原江苏省放射医学研究所）
完成单位：江苏省影像医学研究所
技术职称：研究员
对本项目的贡献：提出筛查方案。
第2完成人：罗成舟
工作单位：空军军医大学（原第四军医大学）第一附属医院
完成单位：空军军医大学第一附属医院
技术职称：教授
对本项目的贡献：负责图像质量评价。

主要完成单位情况
第1完成单位：江苏省影像医学研究所（原江苏省放射医学研究所）
第2完成单位：空军军医大学（原第四军医大学）第一附属医院
第3完成单位：原平市人民医院
"""
GRANTS = """国家自然科学基金影像类资助项目

表1 国家自然科学基金面上项目
年份	项目名称	负责人	依托单位	经费（万元）
2009	肝纤维化磁共振成像	沈怀谷	原江苏省放射医学研究所	60
2010	心肌灌注定量	罗成舟	第四军医大学（现空军军医大学）	55
2014	肺癌显像探针	周允文	中国原子能科学研究院	60
"""


def graph_of(folder: Path, *texts: str) -> Graph:
    with Workspace.open(folder / "home") as workspace:
        for at, text in enumerate(texts):
            (folder / f"{at}.txt").write_text(text, "utf-8")
            ingest_file(folder / f"{at}.txt", workspace, pipeline)
        return resolve(workspace.assertions(), workspace.sources()).graph


def test_names_in_forms_and_tables_are_those_of_their_time(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, FORM, GRANTS)
    names = {node.id: node.name for node in graph.nodes}
    bodies = {node.name for node in graph.nodes if node.label == "Organization"}
    assert {"江苏省影像医学研究所", "江苏省放射医学研究所", "空军军医大学第一附属医院", "原平市人民医院"} <= bodies
    assert not [name for name in bodies if "（" in name or "现" in name or name.startswith("原江")]
    after = {(names[one.source], names[one.target]) for one in graph.edges if one.type == "SUCCEEDS"}
    assert after == {("江苏省影像医学研究所", "江苏省放射医学研究所"), ("空军军医大学", "第四军医大学")}


def test_who_was_at_the_old_house_is_who_is_at_the_new_one(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, FORM, GRANTS)
    people: dict[str, list[Node]] = {}
    for node in graph.nodes:
        if node.label == "Person":
            people.setdefault(node.name, []).append(node)
    assert {name: len(found) for name, found in people.items()} == {"沈怀谷": 1, "罗成舟": 1, "周允文": 1}


@pytest.mark.parametrize(
    "name",
    [
        "原子能研究院",
        "原平市人民医院",
        "原州区人民医院",
        "原研药业有限公司",
        "原位成像中心",
        "现代医院",
        "今日医疗有限公司",
        "太原市中心医院",
        "中原医学研究院",
        "现场检测中心",
        "高原医学研究所",
    ],
)
def test_what_only_begins_so(name: str) -> None:
    assert clinging(name) == 0
    assert renamed(name).name == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("原青川医学院附属医院", ("青川医学院附属医院", "", "")),
        ("原名青川医学院", ("青川医学院", "", "")),
        ("现青川大学附属医院", ("青川大学附属医院", "", "")),
        ("原卫生部", ("卫生部", "", "")),
        ("青川大学（原名：青川医学院）", ("青川大学", "青川大学", "青川医学院")),
        ("青川医学院(现更名为青川大学)", ("青川医学院", "青川大学", "青川医学院")),
        ("青川大学（其前身为青川医学院）第一附属医院", ("青川大学第一附属医院", "青川大学", "青川医学院")),
        ("青川大学（青川医学院）附属医院", ("青川大学附属医院", "", "")),
        ("青川医疗科技（苏州）有限公司", ("青川医疗科技（苏州）有限公司", "", "")),
        ("青川大学（现代影像中心）", ("青川大学（现代影像中心）", "", "")),
        ("青川大学（原校区）", ("青川大学（原校区）", "", "")),
    ],
)
def test_names_with_another_name(name: str, expected: tuple[str, str, str]) -> None:
    found = renamed(name)
    assert (found.name, found.later, found.earlier) == expected

"""Papers, guidelines and books of a form's list, parted by slashes; makers of points without a colon."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Fact
from tests.test_award_layouts import numbers, read, told
from tests.test_award_lists import HEAD, PEOPLE, WORK

TITLE = "Photon-counting CT of the temporal bone in children"
WROTE = {("谷雨生", 1, False), ("巴图吉日格", None, True)}


def wrote(found: list[Fact]) -> set[tuple[str, object, object]]:
    facts = (one for one in found if one.predicate == "AUTHORED" and one.object.label == "Publication")
    return {(one.subject.name, one.qualifiers.get("order"), one.qualifiers.get("corresponding")) for one in facts}


def made(found: list[Fact]) -> set[tuple[str, str, object]]:
    facts = (one for one in found if one.predicate == "AUTHORED" and one.object.label == "Guideline")
    return {(one.subject.name, one.object.name, one.qualifiers.get("role")) for one in facts}


@pytest.mark.parametrize(
    "item",
    [
        f"①{TITLE} / European Radiology / 2021年第31卷 / 第一作者：谷雨生，通讯作者：巴图吉日格 / 他引40次；\n②",
        f"1. {TITLE}/European Radiology/2021，31：88-95/第一作者：谷雨生/通讯作者：巴图吉日格\n2. ",
        f"（1）{TITLE} | European Radiology | 2021, 31(2): 88-95 | 第一作者：谷雨生，通信作者：巴图吉日格\n（2）",
    ],
)
def test_a_paper_parted_by_slashes(item: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + PEOPLE + f"代表性论文专著目录\n{item}国家标准：某某设备质控规范（GB 1234）\n")
    assert told(found, "PUBLISHED_IN") == {(TITLE, "European Radiology")}
    assert wrote(found) == WROTE


@pytest.mark.parametrize(
    ("item", "people"),
    [
        (
            "专著《颞骨影像图谱》 / 湖湘科学技术出版社 / 2021年 / 主编：谷雨生，副主编：司马晴、雷鸣川",
            {("谷雨生", "主编"), ("司马晴", "副主编"), ("雷鸣川", "副主编")},
        ),
        ("颞骨影像图谱 | 湖湘科学技术出版社 | 2019年 | 主编：司马晴", {("司马晴", "主编")}),
        ("《颞骨影像图谱》 / 湖湘医学出版社 / 2020 / 主审：谷雨生", {("谷雨生", "主审")}),
    ],
)
def test_a_book_and_its_editors(item: str, people: set[tuple[str, str]], tmp_path: Path) -> None:
    found = read(
        tmp_path,
        HEAD + PEOPLE + f"代表性论文专著目录\n①{item}；\n②儿童耳部CT检查湖湘共识 / 中华影像杂志 / 2022年第9卷 / 执笔：雷鸣川\n",
    )
    assert made(found) == {(who, "颞骨影像图谱", role) for who, role in people} | {("雷鸣川", "儿童耳部CT检查湖湘共识", "执笔")}
    assert {("颞骨影像图谱", WORK), ("儿童耳部CT检查湖湘共识", WORK)} <= told(found, "OUTPUT_OF")


@pytest.mark.parametrize(
    "item", ["颞骨CT/MRI 融合方法 / 发明专利 / 2021年 / 发明人：谷雨生", "某某项目 / 湖南省科技厅 / 2021年 / 负责人：谷雨生"]
)
def test_what_is_no_paper_is_none(item: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + PEOPLE + f"代表性论文专著目录\n①{item}；\n②{item}\n")
    assert not told(found, "AUTHORED") | told(found, "OUTPUT_OF")


@pytest.mark.parametrize(
    "said",
    [
        "一是发明了配准方法。主要发明人谷雨生；支撑专利：ZL2018。\n二是建立了图谱，主要发明人谷雨生、司马晴。",
        "一是发明了配准方法。主要完成人为谷雨生。\n二是建立了图谱。主要完成人为谷雨生、司马晴。",
        "1. 提出配准方法，核心发明人：谷雨生。\n2. 建立图谱，核心贡献者谷雨生、司马晴；",
    ],
)
def test_makers_of_a_point_without_a_colon(said: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + PEOPLE + f"主要技术发明\n{said}\n")
    assert numbers(found) == {("谷雨生", "1"), ("谷雨生", "2"), ("司马晴", "2")}


def test_a_leader_of_a_sentence_made_no_point_by_that_alone(tmp_path: Path) -> None:
    said = "1. 提出配准方法，主要完成人谷雨生团队验证了该方法。\n2. 建立图谱，主要发明人外院同行、谷雨生。"
    assert not numbers(read(tmp_path, HEAD + PEOPLE + f"主要技术发明\n{said}\n"))

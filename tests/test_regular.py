"""Tables as they mean it: a title over the head, 同上, marks of notes, heads in two rows, halves side by side, turned ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from ingest.readers.grid import from_rows
from ingest.readers.regular import lifted, regular, stacked
from kg.model import Fact

SOCIETY = "松江省医学会超声医学分会"
TITLE = f"{SOCIETY}第三届委员会主要成员"
HEAD = ["职务", "姓名", "工作单位"]
ROWS = [
    ["主任委员", "裘宁", "岚江大学附属第一医院"],
    ["副主任委员", "柏舟远", "溪山市人民医院"],
    ["副主任委员", "闵思源", "松江省肿瘤医院"],
]
FACTS: set[tuple[object, ...]] = {(name, "MEMBER_OF", SOCIETY, (office,)) for office, name, _ in ROWS}
FACTS |= {(name, "AFFILIATED_WITH", house, None) for _, name, house in ROWS}


def told(text: str, folder: Path, suffix: str = "txt") -> set[tuple[object, ...]]:
    """Who is in the society with which office, and where each works."""
    file = folder / f"table.{suffix}"
    file.write_text(text, "utf-8")
    kept = [one for one in read_assertions(read_document(file), pipeline())[0] if isinstance(one, Fact)]
    wanted = {"MEMBER_OF", "AFFILIATED_WITH"}
    return {
        (one.subject.name, one.predicate, one.object.name, one.qualifiers.get("role"))
        for one in kept
        if one.predicate in wanted
    }


def tabbed(rows: list[list[str]], title: str = TITLE) -> str:
    return "\n".join([title, *("\t".join(row) for row in rows)]) + "\n"


def page(rows: str, title: str = "通知公告") -> str:
    return f"<html><head><title>{title}</title></head><body><table>{rows}</table></body></html>"


def row(cells: list[str]) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, *ROWS],
        [HEAD, *ROWS[:2], ["同上", *ROWS[2][1:]]],
        [HEAD, *ROWS[:2], ["〃", *ROWS[2][1:]]],
        [HEAD, ROWS[0], [ROWS[1][0], "柏舟远*", ROWS[1][2]], ROWS[2]],
        [HEAD, ROWS[0], [ROWS[1][0], "柏舟远", "溪山市人民医院▲"], ROWS[2]],
        [HEAD * 2, ROWS[0] + ROWS[1], ROWS[2] + ["", "", ""]],
        [[head, *(row[at] for row in ROWS)] for at, head in enumerate(HEAD)],
        [["姓名", "工作单位"], ["一、主任委员"], ROWS[0][1:], ["二、副主任委员（2人）"], ROWS[1][1:], ROWS[2][1:]],
        [
            ["序号", "姓名", "工作单位"],
            ["主任委员："],
            ["1", *ROWS[0][1:]],
            ["副主任委员："],
            ["2", *ROWS[1][1:]],
            ["3", *ROWS[2][1:]],
        ],
        [
            ["职务", "姓名（单位）"],
            ["主任委员", "裘宁（岚江大学附属第一医院）"],
            ["副主任委员", "柏舟远（溪山市人民医院）、闵思源（松江省肿瘤医院）"],
        ],
        [
            ["序号", "职务", "人员名单"],
            ["1", "主任委员", "裘宁（岚江大学附属第一医院）"],
            ["2", "副主任委员", "柏舟远（溪山市人民医院）、闵思源（松江省肿瘤医院）"],
        ],
    ],
)
def test_layouts_of_one_list(rows: list[list[str]], tmp_path: Path) -> None:
    assert told(tabbed(rows), tmp_path) == FACTS


def test_a_title_within_the_table(tmp_path: Path) -> None:
    rows = f"<tr><td colspan=3>{TITLE}</td></tr>" + "".join(map(row, [HEAD, *ROWS]))
    assert told(page(rows), tmp_path, "html") == FACTS


def test_groups_within_a_page(tmp_path: Path) -> None:
    rows = row(["序号", *HEAD[1:]])
    for number, one in enumerate(ROWS, 1):
        rows += f"<tr><td colspan=3>（{'一二三'[number - 1]}）{one[0]}</td></tr>" + row([str(number), *one[1:]])
    assert told(page(rows, TITLE), tmp_path, "html") == FACTS


def test_pages_of_one_aligned_table(tmp_path: Path) -> None:
    lines = [f"{office:　<6}  {name:　<4}  {house}" for office, name, house in [HEAD, *ROWS]]
    text = "\n".join([TITLE, *lines[:2], "第 1 页 共 2 页", lines[0], *lines[2:]]) + "\n"
    assert told(text, tmp_path) == FACTS


def test_each_line_is_a_row(tmp_path: Path) -> None:
    """Names that would make one name together are those of two rows."""
    text = (
        "松江省磁共振装机情况表\n医院                     设备型号   生产厂家               装机时间\n"
        "岚江大学附属第一医院     SX-780     溪山明象医疗有限公司   2030年\n"
        "溪山市人民医院           SX-781     岚江光影医疗有限公司   2031年\n"
        "松江省肿瘤医院           SX-782     溪山明象医疗有限公司   2032年\n"
    )
    file = tmp_path / "machines.txt"
    file.write_text(text, "utf-8")
    kept = [one for one in read_assertions(read_document(file), pipeline())[0] if isinstance(one, Fact)]
    assert {(one.subject.name, one.object.name) for one in kept if one.predicate == "ADOPTED_BY"} == {
        ("SX-780", "岚江大学附属第一医院"),
        ("SX-781", "溪山市人民医院"),
        ("SX-782", "松江省肿瘤医院"),
    }


def test_heads_in_two_rows() -> None:
    grid = regular(
        from_rows([["技术", "诊断效能", "", "例数"], ["", "敏感度", "特异度", ""], ["超声造影", "85.2", "80.1", "40"]])
    )
    spans = {cell.blocks[0]: (cell.rowspan, cell.colspan) for cell in grid.cells if cell.row == 0}
    assert spans == {"技术": (2, 1), "诊断效能": (1, 2), "例数": (2, 1)}


@pytest.mark.parametrize(
    "rows",
    [
        [["姓名", "裘宁", "性别", "男"], ["职称", "教授", "学历", "博士"], ["单位", "溪山医院", "电话", "无"]],
        [["项目名称", "某某研究"], ["负责人", "裘宁"], ["依托单位", "溪山医院"]],
        [["姓名", "单位", "备注"], ["裘宁", "溪山医院", ""], ["", "岚江大学", ""]],
        [["题目", "作者"], ["某某研究", "裘宁*、柏舟远"]],
    ],
)
def test_what_stays_as_it_is(rows: list[list[str]]) -> None:
    """Forms, heads in one row, and the mark of one author of several."""
    grid = from_rows(rows)
    assert regular(grid) == grid
    assert lifted(grid) == ((), grid)
    assert stacked(grid) == {}


def test_no_title_of_a_table() -> None:
    """The numbered part of a form stands above labels, and a row with one cell may be a group."""
    form = from_rows([["三、主要完成人情况", "", "", ""], ["姓名", "裘宁", "排名", "1"], ["单位", "溪山医院", "职称", "教授"]])
    assert lifted(form) == ((), form)
    group = from_rows([["一等奖", "", ""], ["某某研究", "裘宁", "溪山医院"], ["另一研究", "柏舟", "岚江医院"]])
    assert lifted(group) == ((), group)

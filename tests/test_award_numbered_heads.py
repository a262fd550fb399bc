"""Forms whose headings are numbered, known or not; ranks and full names that brackets tell; users since a year."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Fact
from tests.test_award_layouts import read, told

WORK = "肝硬化静脉曲张无创影像评估方案"
TITLE = "2021年度岚江省科学技术进步奖提名公示\n"
UNITS = "主要完成单位：岚江医院、青石县医院\n"


def ranks(found: list[Fact], predicate: str) -> dict[str, object]:
    return {one.subject.name: one.qualifiers.get("rank") for one in found if one.predicate == predicate}


@pytest.mark.parametrize(
    "head",
    [
        "1、项目名称：{}\n2、遴选渠道与说明：岚江医科大学择优\n3、主要完成人：柏舟、翟远\n",
        "（一）项目名称：{}\n（二）遴选情况（摘录）：校内公开答辩\n（三）主要完成人：柏舟、翟远\n",
        "一、项目名称\n{}\n二、遴选情况（摘录）：校内公开答辩\n三、主要完成人：柏舟、翟远\n",
    ],
)
def test_an_unknown_heading_ends_the_name_of_the_work(head: str, tmp_path: Path) -> None:
    found = read(tmp_path, TITLE + head.format(WORK) + UNITS)
    assert told(found, "PARTICIPATED_IN") == {("柏舟", WORK), ("翟远", WORK)}


def test_items_counted_like_the_headings_end_no_list(tmp_path: Path) -> None:
    text = f"1、项目名称：{WORK}\n2、完成人：\n1、柏舟\n2、翟远\n3、池小舟\n3、完成单位：岚江医院\n"
    found = read(tmp_path, TITLE + text)
    assert {who for who, _ in told(found, "PARTICIPATED_IN")} == {"柏舟", "翟远", "池小舟"}


@pytest.mark.parametrize(
    ("people", "told_so"),
    [
        ("柏舟（3）、翟远（5）", {"柏舟": 3, "翟远": 5}),
        ("柏舟(2)，翟远(4)，池小舟(9)", {"柏舟": 2, "翟远": 4, "池小舟": 9}),
        ("柏舟（1）、翟远（2）", {"柏舟": 1, "翟远": 2}),
        ("柏舟（2）、翟远（1）", {"柏舟": 1, "翟远": 2}),
    ],
)
def test_ranks_that_brackets_tell(people: str, told_so: dict[str, int], tmp_path: Path) -> None:
    found = read(tmp_path, TITLE + f"项目名称：{WORK}\n{UNITS}主要完成人：{people}\n")
    assert ranks(found, "PARTICIPATED_IN") == told_so


def test_units_each_with_its_number_and_full_name(tmp_path: Path) -> None:
    units = "主要完成单位\n单位1（全称）：岚江医院\n单位2（全称）：青石县医院\n"
    found = read(tmp_path, TITLE + f"项目名称：{WORK}\n{units}主要完成人\n1.柏舟（工作单位：岚江医院）\n")
    assert ranks(found, "COMPLETED") == {"岚江医院": 1, "青石县医院": 2}


def test_users_since_a_year(tmp_path: Path) -> None:
    text = f"项目名称：{WORK}\n主要完成人：柏舟、翟远\n{UNITS}推广应用证明单位：岚江医院（2016年起）、青石县医院（2018年起）\n"
    assert told(read(tmp_path, TITLE + text), "ADOPTED_BY") == {(WORK, "岚江医院"), (WORK, "青石县医院")}

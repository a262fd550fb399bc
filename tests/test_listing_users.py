"""Tables of devices with who makes them and of houses that use them, whose columns blanks set, evenly or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.listing import ListingIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from ingest.readers.aligned import with_tabs
from kg.model import Fact

DEVICES = """序号  装备名称                  研制单位              所在地   性能指标
 1   便携式膝关节MRI        登州蓬影医疗科技有限公司     登州市   磁体重量96 kg，扫
                                                                  描孔径18 cm
 2   车载移动DR     胶莱医学影像科技有限公司      胶州市   焦点尺寸0.6 mm
 3   手持式眼底OCT系统       登州蓬影医疗科技有限公司      登州市   轴向分辨率7 μm，
                                                                  视野40°
"""


def facts(tmp_path: Path, text: str) -> set[tuple[str, str, str]]:
    path = tmp_path / "list.txt"
    path.write_text(text, encoding="utf-8")
    found = ListingIngester().ingest(read_document(path), pipeline())
    return {(one.subject.name, one.predicate, one.object.name) for one in found if isinstance(one, Fact)}


def test_columns_that_sway_from_row_to_row_are_read_by_their_count() -> None:
    rows = [line.split("\t") for line in with_tabs(DEVICES).splitlines() if "\t" in line]
    assert rows[0] == ["序号", "装备名称", "研制单位", "所在地", "性能指标"]
    assert [row[4] for row in rows[1:]] == ["磁体重量96 kg，扫描孔径18 cm", "焦点尺寸0.6 mm", "轴向分辨率7 μm，视野40°"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" 2   车载移动DR     胶莱", " 2   车载移动DR 胶莱"),
        (" 3   手持式", " 5   手持式"),
        (
            "                                                                  描孔径",
            "                                          描孔径",
        ),
        ("磁体重量96 kg，扫\n", "磁体重\n"),
    ],
    ids=["a cell is missing", "the numbers do not count up", "a line stands below no column", "a line was not full"],
)
def test_other_lines_are_left_alone(old: str, new: str) -> None:
    assert "\t" not in with_tabs(DEVICES.replace(old, new))


def test_devices_have_their_makers_and_figures(tmp_path: Path) -> None:
    found = facts(tmp_path, f"登州市医学影像装备推广目录\n\n{DEVICES}")
    assert {
        ("登州蓬影医疗科技有限公司", "WORKS_ON", "便携式膝关节MRI"),
        ("胶莱医学影像科技有限公司", "WORKS_ON", "车载移动DR"),
        ("便携式膝关节MRI", "HAS_METRIC", "扫描孔径"),
        ("手持式眼底OCT系统", "HAS_METRIC", "视野"),
    } <= found


@pytest.mark.parametrize(
    ("house", "device", "lead"),
    [("试点医院", "试点装备", "试点负责人"), ("示范应用单位", "产品名称", "负责人"), ("使用医院", "设备名称", "应用负责人")],
)
def test_houses_use_the_devices_of_their_rows(tmp_path: Path, house: str, device: str, lead: str) -> None:
    rows = "1\t登州市人民医院\t车载移动DR\t柏青山（放射科主任）\n2\t蓬莱医科大学附属医院\t便携式膝关节MRI\t乐正川（教授）\n"
    found = facts(tmp_path, f"装备应用名单\n\n序号\t{house}\t{device}\t{lead}\n{rows}")
    assert found == {
        ("车载移动DR", "ADOPTED_BY", "登州市人民医院"),
        ("柏青山", "AFFILIATED_WITH", "登州市人民医院"),
        ("便携式膝关节MRI", "ADOPTED_BY", "蓬莱医科大学附属医院"),
        ("乐正川", "AFFILIATED_WITH", "蓬莱医科大学附属医院"),
    }


def test_houses_that_only_ask_use_nothing(tmp_path: Path) -> None:
    rows = "1\t登州市人民医院\t车载移动DR\n2\t蓬莱医科大学附属医院\t便携式膝关节MRI\n"
    assert facts(tmp_path, f"装备试点申报需求表\n\n序号\t使用单位\t设备名称\n{rows}") == set()

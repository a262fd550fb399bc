"""Tables of what one house or place has or does, below a caption that says whose."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_tallied import facts, figures

HOUSE = "岚江大学附属第一医院"
DEVICES = (
    "设备名称\t型号\t生产厂家\t使用科室\t数量（台）\n"
    "3.0T磁共振\tSX-1\t溪山明象医疗有限公司\t放射科\t3\nPET/CT\tPX-2\t溪山明象医疗有限公司\t核医学科\t1\n"
)


def test_devices_of_a_house(tmp_path: Path) -> None:
    text = f"{HOUSE}大型影像设备一览表\n{DEVICES}"
    assert figures(text, tmp_path) == {
        ("Organization", HOUSE, "3.0T磁共振台数", 3.0, "台", "SX-1"),
        ("Organization", HOUSE, "PET/CT台数", 1.0, "台", "PX-2"),
    }
    found = {(one.subject.name, one.predicate, one.object.name) for one in facts(text, tmp_path)}
    assert ("PET/CT", "ADOPTED_BY", HOUSE) in found
    assert ("溪山明象医疗有限公司", "WORKS_ON", "PET/CT") in found


def test_devices_of_a_province_by_year(tmp_path: Path) -> None:
    text = "松江省大型医用设备配置数量（台）\n设备类型\t2030年\t2031年\nMRI\t412\t455\nCT\t1203\t1310\n合计\t1615\t1765\n"
    assert figures(text, tmp_path) == {
        ("Place", "松江省", name, value, "台", "")
        for name, value in (("MRI台数", 412.0), ("MRI台数", 455.0), ("CT台数", 1203.0), ("CT台数", 1310.0))
    }
    years = {one.qualifiers["year"] for one in facts(text, tmp_path) if one.predicate == "HAS_METRIC"}
    assert years == {2030, 2031}


def test_what_a_house_did(tmp_path: Path) -> None:
    text = f"{HOUSE}影像检查量统计表\n检查项目\t2030年（例）\t2031年（例）\n磁共振检查\t412\t455\n超声检查\t2200\t2431\n"
    assert ("Organization", HOUSE, "超声检查例数", 2431.0, "例", "") in figures(text, tmp_path)


@pytest.mark.parametrize(
    "caption",
    [
        f"{HOUSE}拟采购大型影像设备清单",
        "影像设备一览表",
        f"{HOUSE}与溪山市人民医院影像设备对照表",
        f"{HOUSE}2031年影像设备配置计划表",
    ],
)
def test_nobodys_devices(caption: str, tmp_path: Path) -> None:
    """What is only planned, and what is nobody's or two houses', is none's; the count of a device is never its own figure."""
    assert not figures(f"{caption}\n{DEVICES}", tmp_path)
    assert not [one for one in facts(f"{caption}\n{DEVICES}", tmp_path) if one.predicate == "ADOPTED_BY"]


def test_who_issued_guidelines(tmp_path: Path) -> None:
    text = (
        "近年的影像共识\n名称\t发布机构\t发布年份\n心脏磁共振检查专家共识\t松江省医学会\t2030\n"
        "肺结节CT筛查指南\t溪山医学影像学会\t2031\n"
    )
    found = {(one.subject.name, one.predicate, one.object.name) for one in facts(text, tmp_path)}
    assert ("肺结节CT筛查指南", "ISSUED_BY", "溪山医学影像学会") in found
    assert not facts(text.replace("近年的影像共识", "拟发布的影像共识"), tmp_path)

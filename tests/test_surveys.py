"""Surveys of the whole country, series of meetings that are counted, and one thing's values in two years."""

from __future__ import annotations

import pytest

from ingest.figures import figures
from ingest.layout import View
from tests.test_measures import figures as figures_of
from tests.test_measures import stated

SURVEY = "全国介入放射科现状调查与分析\n\n"


def read(text: str) -> list[tuple[str, float, str, int | None]]:
    found = figures(View(text, tuple(range(len(text)))))
    return [(one.name, one.value, one.unit, one.year) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("床位数由2011年的36张增加到2019年的58张。", [("床位数", 36, "张", 2011), ("床位数", 58, "张", 2019)]),
        (
            "血管造影机数量从2012年底的420台，增长至2020年底的910台。",
            [("血管造影机数量", 420, "台", 2012), ("血管造影机数量", 910, "台", 2020)],
        ),
        ("技师的人数，2011年为520人，2019年为860人。", [("技师的人数", 520, "人", 2011), ("技师的人数", 860, "人", 2019)]),
        ("扫描时间由25分钟缩短至9分钟。", [("扫描时间", 9, "分钟", None)]),
        ("飞行时间分辨率为230皮秒。", [("飞行时间分辨率", 230, "皮秒", None)]),
        ("基地产能达到2.5万片。", [("基地产能", 2.5, "万片", None)]),
        ("县级医院86家已全部接入。", [("县级医院数", 86, "家", None)]),
    ],
)
def test_values_of_two_years_are_two_figures(text: str, expected: list[tuple[str, float, str, int | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SURVEY}结果显示，从业人员数量达到6200人。", {("中国", 6200, "人")}),
        (f"{SURVEY}血管造影机的数量由2012年的420台增长至2020年的910台。", {("中国", 420, "台"), ("中国", 910, "台")}),
        (f"{SURVEY}本次共发放问卷312份，回收问卷298份。", set()),
        (f"{SURVEY}术后患者生存率为82%。", set()),
        ("岚江医院介入科工作小结\n\n从业人员数量达到62人。", {("岚江医院介入科", 62, "人")}),
    ],
)
def test_what_a_survey_of_the_country_counts(text: str, expected: set[tuple[str, object, object]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "岚江影像论坛十周年\n\n岚江影像论坛创办于2013年。截至2023年，共举办了46次岚江影像论坛，与会学者9200人次。",
            {(46, "次"), (9200, "人次")},
        ),
        ("岚江医院年报\n\n去年医院召开了46次工作会议，接待来访12次。", set()),
    ],
)
def test_a_series_is_counted_by_its_name(text: str, expected: set[tuple[object, object]]) -> None:
    assert {(value, unit) for who, value, unit in stated(text) if who == "岚江影像论坛"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("正电子显像设备31台，其中PET/CT 28台、PET/MR 3台。", set()),
        ("其中，PET/CT 28台、PET/MR 3台和SPECT 5台。", set()),
        (
            "截至2022年底，松江省共有显像设备31台，其中PET/CT 28台、PET/MR 3台。",
            {("松江省", 31, "台"), ("松江省", 28, "台"), ("松江省", 3, "台")},
        ),
        ("磁共振设备共3种型号、装机120台。", {("磁共振成像", 3, "种"), ("磁共振成像", 120, "台")}),
    ],
)
def test_each_count_of_a_row_is_of_its_own_device(text: str, expected: set[tuple[str, object, object]]) -> None:
    assert stated(f"核医学现状\n\n{text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("867家机构共有CT 1 512台、MRI 1 083台。", [("机构数", 867), ("CT数", 1512), ("MRI数", 1083)]),
        ("320所医院共有DSA 2 040台。", [("医院数", 320), ("DSA数", 2040)]),
        ("儿童CT检查总量为1 186.4万人次。", [("儿童CT检查总量", 1186.4)]),
        ("专职医师9 126人，每10万儿童3.6人。", [("专职医师人数", 9126), ("每10万儿童拥有量", 3.6)]),
        ("每10万居民有影像医师15.2名。", [("每10万居民有影像医师人数", 15.2)]),
    ],
)
def test_what_a_survey_counts(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(name, value) for name, value, _, _ in read(text)] == expected


def test_a_heading_that_a_blank_parts_is_no_part_of_the_name() -> None:
    told = figures_of(SURVEY + "（四）人员　专职介入医师9 126人。\n\n（二）检查量　2031年介入手术总量为186.4万例次。")
    assert {one.object.name for one in told} == {"专职介入医师人数", "介入手术总量"}

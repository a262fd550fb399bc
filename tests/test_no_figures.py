"""Numbers that say nothing of what a sentence is about, in sentences of our own: none of them is anybody's figure."""

from __future__ import annotations

import pytest

from tests.test_measures import stated


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("岚江脑影像中心总投资3亿元，其中岚江省财政厅安排1亿元，云和市人民政府配套8000万元。", 8000),
        ("岚江医院引进的64排128层CT投入使用。", 128),
        ("岚江医院现有人员中1人入选省级人才计划。", 1),
        ("目前国内有上海、广州、武汉3个城市开展了该治疗。", 3),
        ("全国31个省的代表参加了培训。", 31),
        ("国内只有9家单位获该培训基地挂牌。", 9),
        ("岚江省医学会核医学分会副主任委员3人、常委2人；岚江省核学会委员1人、青年委员4人。", 3),
        ("岚江省医学会核医学分会副主任委员3人、常委2人；岚江省核学会委员1人、青年委员4人。", 4),
        ("岚江影像中心、岚江核素中心等7个研究中心负责人汇报了清单。", 7),
        ("岚江医院PET/CT从立项到运行历经7年时间。", 7),
    ],
)
def test_what_says_nothing_of_its_subject_is_no_figure(text: str, value: float) -> None:
    assert value not in {said for _, said, _ in stated(text)}

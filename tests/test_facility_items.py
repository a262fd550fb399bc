"""Facilities told item by item: what the clauses behind the head say of each, and what opens no facility."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.table_facts import document_of

STATED = frozenset({"BUILT", "HOSTED_BY", "FUNDED_BY", "LOCATED_IN"})
OTHER = "2. 岚江影像数据库。依托单位为岚江大学。\n"


def facts(text: str) -> set[tuple[str, str, str]]:
    found = [one for one in ProseIngester().ingest(document_of(text), pipeline()) if isinstance(one, Fact)]
    said = {(one.subject.name, one.predicate, one.object.name) for one in found if one.predicate in STATED}
    return {fact for fact in said if "岚江影像数据库" not in fact}


@pytest.mark.parametrize(
    ("item", "fact"),
    [
        ("1. 活体成像设施。由岚江大学和岚江医院共同建设，2020年开工。\n", ("岚江医院", "BUILT", "活体成像设施")),
        ("（1）脑图谱绘制平台（苏州）。依托岚江大学建设。\n", ("脑图谱绘制平台", "LOCATED_IN", "苏州")),
        ("1、超高场成像装置——岚江大学牵头，岚江医院参建。\n", ("岚江医院", "BUILT", "超高场成像装置")),
        ("1. 冷冻电镜平台：项目依托单位为岚江大学，总投资2亿元。\n", ("冷冻电镜平台", "HOSTED_BY", "岚江大学")),
        ("1. 肿瘤影像样本库。选址成都，其中岚江大学出资3000万元。\n", ("肿瘤影像样本库", "FUNDED_BY", "岚江大学")),
    ],
)
def test_the_clauses_behind_the_head_are_about_the_facility(item: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts("重大设施\n" + item + OTHER)


@pytest.mark.parametrize(
    "item",
    [
        "1. 建设区域影像云平台。由岚江大学牵头，2020年完成。\n",
        "1. 平台管理。由岚江大学负责建设标准的制定。\n",
        "1. 完善冷冻电镜平台。由岚江医院承建二期。\n",
        "活体成像设施由来已久。由岚江大学牵头的调研显示，问题很多。\n",
    ],
)
def test_a_task_or_a_remark_is_no_facility(item: str) -> None:
    assert not [fact for fact in facts("重点任务\n" + item + OTHER) if fact[1] == "BUILT"]


LISTED = """岚江省影像平台名录
一、重点实验室
（1）岚江省介入影像重点实验室
　　依托单位：岚江医科大学附属第一医院　　共建单位：岚江大学
　　批准年度：2016　　所在地：成都市武侯区　　实验室主任：莫听涛
　　研究方向：颈动脉高分辨管壁成像、肝癌消融导航
（2）岚江省光声成像重点实验室
　　建设单位：岚江理工大学
二、技术创新中心与数据库
（3）岚江省探测器技术创新中心，2018年批复，由岚江晶体科技有限公司牵头，岚江大学、
岚江工业研究院参与建设，坐落于成都高新技术产业开发区。岚江省科学技术厅、岚江省财政厅联合投入600万元。
（4）岚江省胸部影像数据库　　岚江省肿瘤医院于2019年自主建成，收录病例2万例。
注：原“岚江省超声工程实验室”已撤销，由岚江大学接管。
"""


def test_labels_below_the_name_and_clauses_behind_it() -> None:
    found = facts(LISTED)
    assert found >= {
        ("岚江省介入影像重点实验室", "HOSTED_BY", "岚江医科大学附属第一医院"),
        ("岚江大学", "BUILT", "岚江省介入影像重点实验室"),
        ("岚江省介入影像重点实验室", "LOCATED_IN", "成都市武侯区"),
        ("岚江理工大学", "BUILT", "岚江省光声成像重点实验室"),
        ("岚江晶体科技有限公司", "BUILT", "岚江省探测器技术创新中心"),
        ("岚江大学", "BUILT", "岚江省探测器技术创新中心"),
        ("岚江工业研究院", "BUILT", "岚江省探测器技术创新中心"),
        ("岚江省探测器技术创新中心", "LOCATED_IN", "成都高新技术产业开发区"),
        ("岚江省探测器技术创新中心", "FUNDED_BY", "岚江省科学技术厅"),
        ("岚江省肿瘤医院", "BUILT", "岚江省胸部影像数据库"),
    }
    assert not [fact for fact in found if fact[1] == "BUILT" and "数据库" in fact[2] and fact[0] == "岚江大学"]


def test_people_behind_a_centres_name_build_nothing() -> None:
    text = "获奖名单\n1. 岚江医院影像中心 莫听涛 主任技师\n2. 岚江大学成像研究中心 祁望舒 由岚江医院推荐\n"
    assert not [fact for fact in facts(text) if fact[1] in ("BUILT", "HOSTED_BY")]


def test_one_facility_alone_above_its_labels() -> None:
    name = "超高场脑成像平台"
    text = f"设施简介\n\n{name}\n依托单位：岚江大学\n共建单位：松波医院\n建筑面积：1.2万平方米\n联系我们\n牵头单位：溪山医院\n"
    assert facts(text) == {(name, "HOSTED_BY", "岚江大学"), ("松波医院", "BUILT", name)}
    found = ProseIngester().ingest(document_of(text), pipeline())
    sizes = [one for one in found if isinstance(one, Fact) and one.predicate == "HAS_METRIC"]
    assert [(one.subject.name, one.object.name, one.qualifiers["value"]) for one in sizes] == [(name, "建筑面积", 1.2)]

"""Lists of people whose columns were lost: programmes of meetings and committees, a cell a line, in groups; with traps."""

from __future__ import annotations

import pytest

from kg.model import Fact
from tests.table_facts import assertions, document_of

Edges = set[tuple[str, str, str]]

TALKS = {("霍启明", "AFFILIATED_WITH", "岚江医科大学附属第二医院"), ("柏若涵", "AFFILIATED_WITH", "西陵市中心医院")}
OFFICERS = {
    ("霍启明", "MEMBER_OF", "云岭省医学会超声分会"),
    ("柏若涵", "MEMBER_OF", "云岭省医学会超声分会"),
    ("霍启明", "AFFILIATED_WITH", "岚江大学第一医院"),
    ("柏若涵", "AFFILIATED_WITH", "西陵市中心医院"),
}


def told(text: str) -> Edges:
    wanted = ("AFFILIATED_WITH", "MEMBER_OF", "LEADS", "HOSTED_BY", "CHAIRED")
    facts = (one for one in assertions(document_of(text)) if isinstance(one, Fact) and one.predicate in wanted)
    return {(one.subject.name, one.predicate, one.object.name) for one in facts}


@pytest.mark.parametrize(
    "text",
    [
        "学习班课程表\n时间 讲课题目 讲课专家 讲者单位\n8:30-8:50 肝脏弹性成像 霍启明教授 岚江医科大学附属第二医院\n"
        "8:50-9:20 低场磁共振 柏若涵 西陵市中心医院\n",
        "学习班课程表\n时间\n报告人\n单位\n内容\n08：30—08：50\n霍启明\n岚江医科大学附属第二医院\n肝脏弹性成像\n"
        "08：50—09：20\n柏若涵 主任医师\n西陵市中心医院\n低场磁共振的应用\n",
        "时间 |\n题目 |\n讲者 |\n单位 |\n8:30 |\n肝脏弹性成像 |\n霍启明 |\n岚江医科大学附属第二医院 |\n"
        "8:50 |\n低场磁共振 |\n柏若涵 |\n西陵市中心医院 |\n",
    ],
)
def test_talks(text: str) -> None:
    assert told(text) == TALKS


def test_a_house_behind_who_presides_is_not_the_speakers() -> None:
    text = "日程\n时间 题目 演讲嘉宾 主持人 单位\n"
    text += "8:30-9:00 光声成像 霍启明 翟文莉 岚江医院\n9:00-9:20 超声 柏若涵 翟文莉 西陵医院\n"
    assert told(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "云岭省医学会超声分会委员名单\n序号 姓名 性别 职称 单位 分会职务\n1 霍启明 男 教授 岚江大学第一医院 主任委员\n"
        "2 柏若涵 女 主任医师 西陵市中心医院 委员\n",
        "云岭省医学会超声分会委员名单\n姓 名\n拟任职务\n工作单位\n"
        "霍启明\n主任委员\n岚江大学第一医院\n柏若涵\n副主任委员\n西陵市中心医院\n",
        "云岭省医学会超声分会委员名单\n序号 姓名 所在单位\n主任委员：\n"
        "1 霍启明 岚江大学第一医院\n委员（1名）\n2 柏若涵 西陵市中心医院\n联系人：办公室\n",
    ],
)
def test_officers(text: str) -> None:
    assert told(text) == OFFICERS


def test_people_in_no_society_hold_no_office() -> None:
    text = "夏令营学员名单\n序号 姓名 性别 职务 单位\n1 霍启明 男 组长 岚江大学\n2 柏若涵 女 组员 岚江大学\n"
    assert not {edge for edge in told(text) if edge[1] == "MEMBER_OF"}


def test_titles_stand_apart_from_names() -> None:
    rows = "日程\n时间\t讲者\t单位\t题目\n9:00\t霍启明教授\t岚江医院\t弹性成像\n9:20\t哈斯巴根\t西陵医院\t造影\n"
    assert ("霍启明", "AFFILIATED_WITH", "岚江医院") in told(rows)


def test_the_rest_of_a_title_is_no_field_of_study() -> None:
    text = (
        "表 1  云岭省自然科学基金重点项目资助的光声成像领域项目\n立项年度 项目名称 学科 经费(万元) 负责人 依托单位\n\n"
        "2026 深部组织光声断层成像的声速\n自校正方法\n\n医学成像 60 霍启明 岚江大学\n\n"
        "2027 光声显微成像的快速扫描机制研究 光学工程 50 柏若涵 岚江理工学院\n\n"
        "2028 光声内窥成像的旋转耦合与图\n像重建\n\n医学成像 50 翟文莉 西陵大学\n\n"
        "2029 稀疏视角光声成像的深度学习重建 人工智能 60 池小满 岚江大学\n"
    )
    led = {(fact[0], fact[2]) for fact in told(text) if fact[1] == "LEADS"}
    assert led == {
        ("霍启明", "深部组织光声断层成像的声速自校正方法"),
        ("柏若涵", "光声显微成像的快速扫描机制研究"),
        ("翟文莉", "光声内窥成像的旋转耦合与图像重建"),
        ("池小满", "稀疏视角光声成像的深度学习重建"),
    }

"""Cards of experts at the end of news: a name alone on a line, below it titles, posts, offices in societies, awards."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact

HOUSE = "松岚市中心医院"
NEWS = """松岚健康订阅号    原创    松岚市中心医院    2031-06-21 18:02

新技术落户！我院完成首批光学显像检查

01
一次检查
6月19日上午，61岁的赵女士躺上检查床。三分钟后图像传出，结果清楚，她和家人都松了一口气，第二天就回家了。
{label}
霍启明
主任医师，岚江大学兼职教授
放射科副主任（主持工作）
岚江省医学会放射学分会委员
松岚市医学会放射学分会主任委员
门诊时间：周二上午（本部）

柏若涵
副主任医师
心内科副主任
岚江省医师协会心血管内科医师分会青年委员
2030年松岚市青年医师影像读片大赛一等奖获得者
门诊时间：周一全天（本部）

感谢岚江省人民医院放射科尚砚秋主任在方案调试期间的远程指导。
文字：宣传科 柴小满   图片：放射科 石若谷
"""


def told(tmp_path: Path, text: str) -> list[Fact]:
    path = tmp_path / "news.txt"
    path.write_text(text, "utf-8")
    kept, _, _ = read_assertions(read_document(path), pipeline())
    return [one for one in kept if isinstance(one, Fact)]


def offices(facts: list[Fact]) -> set[tuple[str, str, object]]:
    return {(one.subject.name, one.object.name, one.qualifiers.get("role")) for one in facts if one.predicate == "MEMBER_OF"}


@pytest.mark.parametrize(
    "label", ["04\n专家名片", "【 医生名片 】", "专家简介：", "◆ 本期专家介绍 ◆", "03 | 名医档案", "受访专家名片"]
)
def test_cards_that_a_line_announces(tmp_path: Path, label: str) -> None:
    facts = told(tmp_path, NEWS.format(label=label))
    assert offices(facts) == {
        ("霍启明", "岚江省医学会放射学分会", ("委员",)),
        ("霍启明", "松岚市医学会放射学分会", ("主任委员",)),
        ("柏若涵", "岚江省医师协会心血管内科医师分会", ("青年委员",)),
    }
    posts = {
        (one.subject.name, one.object.name, one.qualifiers.get("title"), one.qualifiers.get("position"))
        for one in facts
        if one.predicate == "AFFILIATED_WITH"
    }
    assert posts >= {
        ("霍启明", HOUSE, "主任医师", "放射科副主任（主持工作）"),
        ("霍启明", "岚江大学", "兼职教授", None),
        ("柏若涵", HOUSE, "副主任医师", "心内科副主任"),
        ("尚砚秋", "岚江省人民医院", None, "放射科主任"),
    }
    won = [one for one in facts if one.predicate == "RECEIVED"]
    assert [(one.subject.name, one.object.name, one.qualifiers) for one in won] == [
        ("柏若涵", "松岚市青年医师影像读片大赛", {"year": 2030, "grade": "一等奖"})
    ]
    assert not any("委员松岚" in one.subject.name + one.object.name for one in facts)


def test_without_such_a_line_names_alone_are_no_cards(tmp_path: Path) -> None:
    facts = told(tmp_path, NEWS.format(label="患者留言"))
    assert not [one for one in facts if one.evidence.rule.startswith("profile.")]


def test_a_society_behind_a_place_opens_no_card(tmp_path: Path) -> None:
    text = "专家名片\n岚江省医师协会放射医师分会\n副主任医师\n感谢大家。\n"
    assert not [one for one in told(tmp_path, text) if one.subject.name.startswith("岚江") and one.predicate == "MEMBER_OF"]

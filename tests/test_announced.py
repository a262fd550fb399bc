"""News of awards and lists of winners: several works, each with its own heading, fields and text."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.announced import announced
from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from kg.model import Fact

NEWS = """喜报！我院两项成果获2019年度岚江省科学技术奖

岚江大学第二临床学院（岚江省人民医院）  2020-04-08 09:30  发表于岚江

4月2日，岚江省科技奖励大会召开，我院两项成果获奖。

■ 技术发明奖二等奖
成果名称：便携式脑血管超声监测仪
完成单位：岚江省人民医院、岚江理工大学
完成人：翟远、Anna Novak、池小舟、古丽娜·阿不都
该成果由我院超声科主任翟远主任医师牵头，已在溪山市人民医院、青石县医院等31家医院推广应用。

■ 科学技术进步奖三等奖
成果名称：急诊胸痛影像流程再造
该成果由岚江大学附属第一医院牵头，我院放射科副主任医师池小舟为第二完成人。

编辑：封晓
审核：巫远
"""


def read(text: str, tmp_path: Path) -> dict[tuple[str, str, str], dict[str, object]]:
    """The facts of a text, with their qualifiers."""
    path = tmp_path / "news.txt"
    path.write_text(text, "utf-8")
    kept, rejected, _ = read_assertions(read_document(path), pipeline())
    assert not rejected
    found: dict[tuple[str, str, str], dict[str, object]] = {}
    for one in kept:
        if isinstance(one, Fact):
            found.setdefault((one.subject.name, one.predicate, one.object.name), {}).update(one.qualifiers)
    return found


def test_works_are_kept_apart(tmp_path: Path) -> None:
    found = read(NEWS, tmp_path)
    invention, flow = "便携式脑血管超声监测仪", "急诊胸痛影像流程再造"
    given = {(who, award): said for (who, verb, award), said in found.items() if verb == "RECEIVED"}
    assert given == {
        (invention, "岚江省技术发明奖"): {"year": 2019, "grade": "二等奖"},
        (flow, "岚江省科学技术进步奖"): {"year": 2019, "grade": "三等奖"},
    }
    people = {(who, work): said.get("rank") for (who, verb, work), said in found.items() if verb == "PARTICIPATED_IN"}
    assert people == {
        **{(name, invention): rank for rank, name in enumerate(("翟远", "Anna Novak", "池小舟", "古丽娜·阿不都"), 1)},
        ("池小舟", flow): 2,
    }
    units = {(who, work): said.get("rank") for (who, verb, work), said in found.items() if verb == "COMPLETED"}
    assert units == {
        ("岚江省人民医院", invention): 1,
        ("岚江理工大学", invention): 2,
        ("岚江大学附属第一医院", flow): None,
    }


def test_our_house_is_that_of_the_masthead(tmp_path: Path) -> None:
    found = read(NEWS, tmp_path)
    employers = {who: house for who, verb, house in found if verb == "AFFILIATED_WITH"}
    assert employers == {"翟远": "岚江省人民医院", "池小舟": "岚江省人民医院"}


def test_works_between_marks_with_text_behind(tmp_path: Path) -> None:
    text = """捷报！我院影像团队双获奖

一、岚江省医学科技奖一等奖
获奖成果：《肺小结节随访管理新模式的建立》
完成团队：溪山市人民医院（第一完成单位）、岚江理工大学
主要完成人：翟远、池小舟

二、岚江影像创新大赛金奖
获奖项目：《便携超声进山村的探索》，由溪山市人民医院超声科封晓主任带领的“雁声”团队完成。
"""
    found = read(text, tmp_path)
    given = {(who, award) for who, verb, award in found if verb == "RECEIVED"}
    assert given == {("肺小结节随访管理新模式的建立", "岚江省医学科技奖"), ("便携超声进山村的探索", "岚江影像创新大赛金奖")}
    assert ("封晓", "PARTICIPATED_IN", "便携超声进山村的探索") in found
    assert found["岚江理工大学", "COMPLETED", "肺小结节随访管理新模式的建立"] == {"rank": 2}


def test_grades_below_headings_of_awards(tmp_path: Path) -> None:
    text = """2021年度岚江省科学技术奖获奖项目名单

一、自然科学奖（2项）
一等奖（1项）
项目名称：脑网络的影像遗传学机制
完成人：翟远、池小舟
二等奖（1项）
项目名称：骨龄评估的影像学基础
完成人：封晓、巫远

二、技术发明奖（1项）
一等奖（1项）
项目名称：多通道射频线圈的研制
完成人：古月、翟远
"""
    given = {(who, award): said["grade"] for (who, verb, award), said in read(text, tmp_path).items() if verb == "RECEIVED"}
    assert given == {
        ("脑网络的影像遗传学机制", "岚江省自然科学奖"): "一等奖",
        ("骨龄评估的影像学基础", "岚江省自然科学奖"): "二等奖",
        ("多通道射频线圈的研制", "岚江省技术发明奖"): "一等奖",
    }


@pytest.mark.parametrize(
    ("title", "is_news"),
    [
        ("喜讯｜我院再获岚江医学科技奖！", True),
        ("关于颁发2022年度岚江医学科技奖的决定", True),
        ("2022年度岚江医学科技奖获奖项目名单", True),
        ("喜报：我院一项成果拟推荐参评2023年度岚江省科学技术奖", False),
        ("2023年度岚江医学科技奖提名项目公示", False),
        ("关于开展2023年度岚江医学科技奖评选工作的通知", False),
        ("岚江省人民医院影像科简介", False),
        ("近五年获奖情况一览表", True),
        ("曾获奖励情况：无", False),
    ],
)
def test_what_announces_winners(title: str, is_news: bool, tmp_path: Path) -> None:
    path = tmp_path / "title.txt"
    path.write_text(title + "\n\n岚江省人民医院位于岚江之滨。\n", "utf-8")
    assert announced(read_document(path)) is is_news


def test_a_table_of_winners_by_year(tmp_path: Path) -> None:
    """An award for the young is named whole, though 年 mostly ends a year."""
    found = read("获奖情况\n年度\t奖项\t获奖成果\t完成单位\n2021\t岚江市青年科技奖\t脑血管壁成像\t岚江大学\n", tmp_path)
    assert found["脑血管壁成像", "RECEIVED", "岚江市青年科技奖"] == {"year": 2021}
    assert ("岚江大学", "COMPLETED", "脑血管壁成像") in found
    assert not any(kind == "NOMINATED_FOR" for _, kind, _ in found)


@pytest.mark.parametrize(
    "said",
    [
        "更新时间：2031-05-09 点击数：3817 次",
        "作者：卞若曦 来源：科研处 2031-05-09",
        "信息来源：宣传部  点击：231 次 时间：2031/5/9",
        "发布者：卞若曦  发布日期：2031-05-09",
        "日期：2031年05月09日 人气：2311",
    ],
)
def test_what_a_page_says_of_itself_is_no_part_of_the_sentence_below(said: str, tmp_path: Path) -> None:
    found = read(f"超声医学科\n{said}\n岚江大学附属第二医院超声医学科主任裘宁介绍了情况，全科现有医护人员68人。\n", tmp_path)
    homes = {(who, house) for who, verb, house in found if verb == "AFFILIATED_WITH"}
    assert homes == {("裘宁", "岚江大学附属第二医院")}


def test_this_work_of_two_named_together_is_neither(tmp_path: Path) -> None:
    both = "我院姚旭教授牵头的“肝脏肿瘤超声诊疗技术”获岚江省科技进步奖一等奖，“便携式超声装备研发”荣获岚江省技术发明奖二等奖。"
    behind = "该成果第一完成人姚旭，主任医师。项目组主要成员还包括：侯静、邬桐、瞿虹。"
    found = read(f"{both}\n{behind}\n", tmp_path)
    works = {(who, work) for who, verb, work in found if verb == "PARTICIPATED_IN"}
    assert not {who for who, _ in works} & {"侯静", "邬桐", "瞿虹"}
    assert ("姚旭", "便携式超声装备研发") not in works
    one = read(f"我院姚旭教授牵头的“便携式超声装备研发”荣获岚江省技术发明奖二等奖。\n{behind}\n", tmp_path)
    assert ("侯静", "PARTICIPATED_IN", "便携式超声装备研发") in one

"""Honours that sentences share: a grade alone, several works at once."""

from __future__ import annotations

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document


def received(text: str) -> set[tuple[str, str, object, object]]:
    """Who received what, with grade and year."""
    return {
        (one.subject.name, one.object.name, one.qualifiers.get("grade"), one.qualifiers.get("year"))
        for one in ProseIngester().ingest(document(text), pipeline())
        if isinstance(one, Fact) and one.predicate == "RECEIVED"
    }


def test_a_grade_alone_is_of_the_award_told_before() -> None:
    text = "“心肌灌注显像定量评价”等2个项目获2018年岚江医学科技奖一等奖；“骨显像自动判读的研究”等3个项目获二等奖。"
    found = received(text)
    assert ("心肌灌注显像定量评价", "岚江医学科技奖", "一等奖", 2018) in found
    assert ("骨显像自动判读的研究", "岚江医学科技奖", "二等奖") in {one[:3] for one in found}


def test_a_grade_alone_is_of_no_award_where_none_was_told() -> None:
    assert received("比赛在昨日举行。\n“骨显像自动判读的研究”获二等奖。") == set()


def test_several_works_each_received() -> None:
    text = "甲院参与的“心肌灌注显像定量评价”，乙院参与的“骨显像自动判读的研究”，也分别获得2012年度岚江省科学技术进步奖一等奖。"
    assert received(text) == {
        ("心肌灌注显像定量评价", "岚江省科学技术进步奖", "一等奖", 2012),
        ("骨显像自动判读的研究", "岚江省科学技术进步奖", "一等奖", 2012),
    }


def test_what_is_quoted_beside_is_no_work() -> None:
    text = "坚持“医工交叉融合发展理念”的岚江大学获2012年度岚江省科学技术进步奖一等奖。"
    assert "医工交叉融合发展理念" not in {one[0] for one in received(text)}


def test_grades_are_of_the_award_that_is_presented() -> None:
    text = "会上颁发了“岚江影像创新奖”，岚江医院霍启明凭借低剂量肺部成像研究获一等奖，西陵大学第一医院柏若涵获二等奖。"
    name = "岚江影像创新奖"
    assert received(text) == {("霍启明", name, "一等奖", None), ("柏若涵", name, "二等奖", None)}
    assert received("大会评出了首届青年论文竞秀奖，岚江医院霍启明获一等奖。") == {("霍启明", "青年论文竞秀奖", "一等奖", None)}
    assert received("现场公布了岚江护理之星奖。岚江医院柏若涵获三等奖。") == {("柏若涵", "岚江护理之星奖", "三等奖", None)}
    assert received("闭幕式颁发了优秀论文一等奖。岚江医院翟文莉获二等奖。") == set()


def test_of_those_who_are_counted_nobody_is_told() -> None:
    assert received("科室有博士10人，入选“医院优博”4人，入选医院“优秀中青年人才计划”2人。") == set()
    assert received("岚江医院超声科共有医师21名，获“岚江工匠”称号三名。") == set()


def test_titles_of_those_who_gave_much_and_the_year_since_which() -> None:
    found = received("裘明远教授生于1928年。1993年起获国务院政府特殊津贴，1996年被评为全国影像工作突出贡献专家。")
    assert {(one[1], one[3]) for one in found} == {("国务院政府特殊津贴", 1993), ("全国影像工作突出贡献专家", 1996)}


def test_a_row_with_two_grades_and_how_many() -> None:
    found = received(
        "裘明远教授从事介入放射学工作。成果不少，获国家科技进步二等奖2 项，获岚江省教学成果二等奖、"
        "溪山市科技成果一、二等奖、松江医学科技奖二等奖各 1 项。"
    )
    assert {one[:3] for one in found} == {
        ("裘明远", "国家科技进步奖", "二等奖"),
        ("裘明远", "岚江省教学成果奖", "二等奖"),
        ("裘明远", "溪山市科技成果奖", "一等奖"),
        ("裘明远", "溪山市科技成果奖", "二等奖"),
        ("裘明远", "松江医学科技奖", "二等奖"),
    }


def test_an_honour_behind_its_reason() -> None:
    found = received("溪山大学教授裘明远说话很慢。\n\n今年，裘明远因为构建了新方法，而荣获“岚江女科学家奖”。")
    assert {one[:2] for one in found} == {("裘明远", "岚江女科学家奖")}


def test_how_often_and_what_somebody_is_called() -> None:
    found = received("裘明远教授是戴上“影像医学先驱者”桂冠的首位学者，曾3次获国家科技进步奖。")
    assert {one[:2] for one in found} == {("裘明远", "国家科技进步奖")}


def test_what_a_book_received() -> None:
    found = received("裘明远教授话不多。他主编的医学著作《超声诊断学》是国内权威著作，曾获岚江省科技进步奖二等奖。")
    assert {one[:2] for one in found} == {("超声诊断学", "岚江省科技进步奖")}


def test_what_a_department_was_given_is_not_its_heads() -> None:
    awarded = "承担二十余项科研项目，获得松江省科技进步奖二等奖。"
    assert received("核医学科：创立于1958年，目前学科带头人裘宁教授。" + awarded) == set()
    of_hers = {who for who, *_ in received("裘宁教授，核医学科主任，1958年生。" + awarded)}
    assert of_hers == {"裘宁"}


def test_products_by_their_models() -> None:
    text = (
        "云岭医疗的HY-Vision 960和溪山影像的BrainTau-Q已上市。\n"
        "在2031年4月举行的第九届云岭影像装备创新大赛上，HY-Vision 960获整机组一等奖，BrainTau-Q获软件组二等奖。"
    )
    name = "云岭影像装备创新大赛"
    assert {one[:3] for one in received(text)} == {("HY-Vision 960", name, "一等奖"), ("BrainTau-Q", name, "二等奖")}
    text = (
        "云岭影像科技有限公司的HY-Vision 960已上市。\n2030年，云岭影像科技有限公司的HY-Vision 960获岚江医学装备创新奖一等奖。"
    )
    assert received(text) == {("HY-Vision 960", "岚江医学装备创新奖", "一等奖", 2030)}


def test_letters_that_are_no_product_win_nothing() -> None:
    for words in ("其PET-CT团队获二等奖", "SCI获二等奖", "云岭医疗去年的参赛产品未获奖", "HY-1未获一等奖"):
        assert not {one for one in received(f"在第九届云岭影像装备创新大赛上，{words}。") if one[0].isascii()}

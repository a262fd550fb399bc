"""People whom a page of one house tells by an office, a ward or a school alone; firms by their brand."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document


def at(text: str) -> set[tuple[str, str, str]]:
    """Who is where, as what."""
    return {
        (one.subject.name, one.object.name, str(one.qualifiers.get("position", "")))
        for one in ProseIngester().ingest(document(text), pipeline())
        if isinstance(one, Fact) and one.predicate == "AFFILIATED_WITH"
    }


HOSPITAL, SCHOOL = "云岭青山医院", "云岭医科大学"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"12月1日，{HOSPITAL}举行开机仪式。医院党委书记、院长霍启明致辞。医务部主任柏若涵、医学装备处处长翟文莉参加。",
            {
                ("霍启明", HOSPITAL, "党委书记、院长"),
                ("柏若涵", HOSPITAL, "医务部主任"),
                ("翟文莉", HOSPITAL, "医学装备处处长"),
            },
        ),
        (
            f"{HOSPITAL}（东洲医学院第一附属医院）3项成果获奖，其中风湿免疫科霍启明团队获一等奖，眼科柏若涵教授获二等奖。",
            {("霍启明", HOSPITAL, ""), ("柏若涵", HOSPITAL, "")},
        ),
        (
            f"学校党委书记、校长霍启明，党委常委、副校长柏若涵出席揭牌仪式。{SCHOOL}在人工智能领域取得新突破。",
            {("霍启明", SCHOOL, "党委书记、校长"), ("柏若涵", SCHOOL, "党委常委、副校长")},
        ),
        (
            f"{SCHOOL}信息与通信工程学院霍启明教授团队、电子科学与工程学院柏若涵教授团队共同完成项目。",
            {("霍启明", f"{SCHOOL}信息与通信工程学院", ""), ("柏若涵", f"{SCHOOL}电子科学与工程学院", "")},
        ),
        (f"{HOSPITAL}CT室技师长霍启明介绍了流程。", {("霍启明", HOSPITAL, "CT室技师长")}),
        (f"{HOSPITAL}PET-CT中心主任霍启明教授表示欢迎。", {("霍启明", HOSPITAL, "PET-CT中心主任")}),
        ("据皖睿影像董事长霍启明介绍，产品已经上市。", {("霍启明", "皖睿影像", "董事长")}),
        ("云岭省科技厅基地处霍启明和柏若涵老师到会。", {("霍启明", "云岭省科技厅", ""), ("柏若涵", "云岭省科技厅", "")}),
        ("云岭省卫生健康委疾控局霍启明专员到会。", {("霍启明", "云岭省卫生健康委", "疾控局专员")}),
        ("北川华信会计师事务所霍启明所长到会。", {("霍启明", "北川华信会计师事务所", "所长")}),
        (
            f"云岭市卫健委主任霍启明、{HOSPITAL}院长柏若涵出席。规划信息处处长翟文莉讲话。",
            {("霍启明", "云岭市卫健委", "主任"), ("柏若涵", HOSPITAL, "院长")},
        ),
        (
            f"{HOSPITAL}院长霍启明致辞，我市市委常委、宣传部部长柏若涵揭牌。",
            {("霍启明", HOSPITAL, "院长")},
        ),
        ("国产影像总监霍启明说，我国医疗董事长们来了。", set()),
    ],
)
def test_who_is_where(text: str, told: set[tuple[str, str, str]]) -> None:
    assert at(text) == told


def test_a_post_that_goes_on_from_one_at_a_unit_is_of_no_other_house() -> None:
    text = f"会议在{SCHOOL}第一附属医院召开。{SCHOOL}党委书记裘宁，科研院常务副院长翟远、副院长柏舟参加会议。"
    assert not {who for who, house, _ in at(text) if who == "柏舟" and "医院" in house}


def whole(tmp_path: Path, text: str) -> set[tuple[str, str, str]]:
    """Who is where, as what, in a report of several lines."""
    page = tmp_path / "page.txt"
    page.write_text(text, "utf-8")
    kept, _, _ = read_assertions(read_document(page), pipeline())
    return {
        (one.subject.name, one.object.name, str(one.qualifiers.get("position", "")))
        for one in kept
        if isinstance(one, Fact) and one.predicate == "AFFILIATED_WITH"
    }


SAYS_SO = f"医院首例检查完成\n作者：柏若涵　来源：{HOSPITAL}　时间：2031/3/14\n\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{SAYS_SO}据分管副院长霍启明介绍，医院还将开展多项检查。", {("霍启明", HOSPITAL, "副院长")}),
        (f"{SAYS_SO}此次合作得到泌尿外科主任霍启明的大力支持。", {("霍启明", HOSPITAL, "泌尿外科主任")}),
        (f"{SAYS_SO}医院核医学科团队由霍启明教授领衔。", {("霍启明", HOSPITAL, "")}),
        (f"{SAYS_SO}我院超声科在负责人霍启明的带领下成长。", {("霍启明", HOSPITAL, "超声科负责人")}),
        (f"{SAYS_SO}党委副书记、院长江启航对团队表示祝贺。", {("江启航", HOSPITAL, "党委副书记、院长")}),
        (f"走近{HOSPITAL}超声科\n\n霍启明，我院超声科主任，从医三十年。", {("霍启明", HOSPITAL, "超声科主任")}),
        (f"匠心 仁心——记{HOSPITAL}超声科\n\n副院长霍启明表示祝贺。", {("霍启明", HOSPITAL, "副院长")}),
        (f"医院设备启用\n{HOSPITAL}宣传处 2031-06-01\n医院党委书记霍启明参加仪式。", {("霍启明", HOSPITAL, "党委书记")}),
        # a guest's house in a paragraph before is not the one whose ward comes next
        (
            f"{SAYS_SO}我院首例检查完成。\n\n“值得推广。”东洲市第二医院肿瘤科主任柏若涵评价说。\n\n肝胆外科霍启明副主任医师制定了方案。",
            {("柏若涵", "东洲市第二医院", "肿瘤科主任"), ("霍启明", HOSPITAL, "")},
        ),
        (f"{HOSPITAL}赴东洲调研\n\n放射科主任对团队表示感谢。", set()),
        ("东洲医院申报的成果“甲”获奖。", set()),
    ],
)
def test_who_is_at_the_house_whose_report_it_is(tmp_path: Path, text: str, told: set[tuple[str, str, str]]) -> None:
    assert whole(tmp_path, text) == told

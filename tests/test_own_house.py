"""People whom a page of one house tells by an office, a ward or a school alone; firms by their brand."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
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

"""Lines that a page breaks inside a bracket, and what notes and sections tell of those who completed a work."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.award.described import described
from ingest.award.forms.align import could_be_named
from kg.model import Span
from tests.test_award_layouts import read, told
from tests.test_award_lists import HEAD, ranked

BROKEN = """\
主要完成人：
1.谷雨生（麓山第一医院，主任医师）；2.司马晴（潇湘理工大学，教授）；3.雷鸣川（麓山第一
医院，技师）；4.龙在野（现工作单位：云浦大学；完成单位：潇湘理
工大学，讲师）
主要完成单位：麓山第一医院、潇湘理工大学
"""


def test_a_bracket_goes_on_in_the_line_below(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + BROKEN)
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", 1), ("司马晴", 2), ("雷鸣川", 3), ("龙在野", 4)}
    places = told(found, "AFFILIATED_WITH")
    assert {("雷鸣川", "麓山第一医院"), ("龙在野", "云浦大学"), ("龙在野", "潇湘理工大学")} <= places
    assert ranked(found, "COMPLETED") == {("麓山第一医院", 1), ("潇湘理工大学", 2)}


@pytest.mark.parametrize(
    "note",
    [
        "工作单位：云浦大学；完成单位：潇湘理工大学",
        "完成单位：潇湘理工大学，现工作单位：云浦大学，讲师",
        "讲师，现工作单位: 云浦大学；主要完成单位: 潇湘理工大学",
    ],
)
def test_the_place_of_work_and_the_completing_unit_of_a_note(note: str) -> None:
    made = {(one.name, one.basis, one.title) for one in described(f"龙在野（{note}）", Span(start=0, end=3))}
    assert made == {("云浦大学", "工作单位", None), ("潇湘理工大学", "完成单位", None)}


PEOPLE = "主要完成人：1.谷雨生（麓山第一医院）；2.司马晴（潇湘理工大学）\n"
WON = {("司马晴", "湖东省自然科学奖")}


@pytest.mark.parametrize(
    "section",
    [
        "完成人曾获奖励：\n司马晴，2020年获湖东省自然科学奖一等奖，第三完成人。",
        "主要完成人获奖\n司马晴，于2020年荣获湖东省自然科学奖一等奖。",
        "完成人已获奖励：2016年获湖东省科技进步奖二等奖。\n司马晴，2020年获湖东省自然科学奖一等奖。",
    ],
)
def test_awards_of_the_completers_are_not_the_works(section: str, tmp_path: Path) -> None:
    assert told(read(tmp_path, HEAD + PEOPLE + section + "\n"), "RECEIVED") == WON


def test_awards_of_no_label_of_people_are_the_works(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + PEOPLE + "项目曾获奖励：\n2016年获湖东省科技进步奖二等奖。\n")
    assert {award for _, award in told(found, "RECEIVED")} == {"湖东省科技进步奖"}


@pytest.mark.parametrize(("text", "named"), [("额尔德木图", True), ("哈斯额日敦", True), ("总额", False), ("资助金额", False)])
def test_names_with_a_sign_of_sums(text: str, *, named: bool) -> None:
    assert could_be_named(text) is named


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("讲师，工作单位为岚江医科大学附属医院", ("岚江医科大学附属医院", "讲师", None)),
        ("主任医师，现任岚江市第一医院核医学科主任，兼任岚江市第三医院顾问", ("岚江市第一医院", "主任医师", "核医学科主任")),
        ("研究员，曾任溪山市肿瘤医院院长，现就职于岚江大学", ("岚江大学", "研究员", None)),
        ("讲师，系岚江市人民医院副院长", ("岚江市人民医院", "讲师", "副院长")),
        ("教授，系主任，岚江大学", ("岚江大学", "教授", "系主任")),
        ("技师，现代影像医院", ("现代影像医院", "技师", None)),
    ],
)
def test_words_that_lead_to_a_place_of_work_are_no_part_of_it(words: str, told: tuple[str, str, str | None]) -> None:
    (place,) = described(f"龙在野，{words}", Span(start=0, end=3))
    assert (place.name, place.title, place.position) == told

"""Lines that a page breaks inside a bracket or a label, and what notes and sections tell of those who completed a work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ingest.award.described import described
from ingest.award.forms.align import could_be_named
from ingest.award.forms.halved import with_whole_labels
from ingest.award.forms.sheet import sheet
from kg.model import Span
from tests.test_award_layouts import numbers, read, told
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


COLUMN = """\
项目名称    肝脏超声造影关键技术及应用
提名单位    松江省卫生健康委员会
主要完成人情况
姓    名    裘宁              排    名    1
职    称    教授、主任医      行政职务    超声科副主任、
            师                            教研室主任
工作单位    溪山大学附属第一医院
完成单位    溪山大学附属第一医院
对本项目    提出总体方案，对创新点1、2作出重要贡
主要学术    献，组织临床验证。
贡献
姓    名    郦安平            排    名    2
职    称    研究员            行政职务    无
工作单位    云浦大学
完成单位    溪山大学附属第一医院
            编写图像分析软件并负责在各家医院安装调试，
对本项目    对创新点2作出贡献，参与临床资料的整理。
贡献
曾获奖励    2019年获松江省自然科学奖二等奖（第三完成
情况        人）。
主要完成单位情况
单位名称    溪山大学附属第一医院              排    名    1
对本项目    牵头单位，对创新点1作出贡献。
贡献
"""


@pytest.mark.parametrize("form", [COLUMN, re.sub(r"(?m)^(?=..)", "  ", COLUMN)])
def test_labels_of_a_narrow_column_go_on_below(form: str, tmp_path: Path) -> None:
    found = read(tmp_path, form)
    assert numbers(found) == {("裘宁", "1"), ("裘宁", "2"), ("郦安平", "2"), ("溪山大学附属第一医院", "1")}
    homes = {("裘宁", "溪山大学附属第一医院"), ("郦安平", "云浦大学"), ("郦安平", "溪山大学附属第一医院")}
    assert told(found, "AFFILIATED_WITH") == homes
    assert told(found, "RECEIVED") == {("郦安平", "松江省自然科学奖")}
    posts = next(one.qualifiers for one in found if one.predicate == "AFFILIATED_WITH" and one.subject.name == "裘宁")
    assert posts == {"title": "教授、主任医师", "position": "超声科副主任、教研室主任"}


def test_labels_that_one_blank_parts_from_their_values_go_on_below(tmp_path: Path) -> None:
    rows = "对本项目 负责图像采集（创新点2）。\n贡献\n"
    form = f"项目名称 肝脏超声造影关键技术\n提名单位 松江省医学会\n姓名 裘宁 排名 1\n完成单位 溪山大学\n{rows}"
    found = read(tmp_path, form)
    assert numbers(found) == {("裘宁", "2")}
    assert told(found, "AFFILIATED_WITH") == {("裘宁", "溪山大学")}


@pytest.mark.parametrize(
    "text",
    [
        "姓名    职称    学历    单位\n裘宁    教授    博士    溪山大学\n郦安平  讲师    硕士    云浦大学",
        "姓    名    裘宁\n职    称    教授",
        "工作单位    溪山大学\n完成单位    云浦大学",
        "完成单位    溪山大学\n贡献        提出方案",
        "提名意见    项目先进，推广面广，\n同意提名    为一等奖。",
        "完成单位    溪山大学附属第一医院\n（松江省第一人民医院）\n主要贡献    提出方案",
    ],
)
def test_whole_labels_and_rows_of_tables_stay(text: str) -> None:
    assert with_whole_labels(text) == (text, list(range(len(text))))


SUMMARY = "某某病起病隐匿，早期难以识别，现有检查敏感度不高，\n              易漏诊。"
MIDDLE = """\
推荐单位      溪山大学
项目名称      {name}
              {first}
项目简介      项目组建立了定量成像方法，研制了分析软件并推广至
              三十家医院，取得了良好的社会效益。
主要完成人    裘宁、郦安平
"""


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("某某病定量磁共振成像关键技术研究", "项目简介"),
        ("某某病定量磁共振成像与智能辅助诊断分层管理关\n              键技术研究及应用", "项目简介"),
        ("某某病定量磁共振成像与智能辅助\n              诊断分层管理研究及应用", "项目简介"),
        ("某某病定量磁共振成像关键技术研究", "成果简介"),
    ],
)
def test_a_label_beside_the_middle_of_its_text_stands_where_that_begins(name: str, label: str, tmp_path: Path) -> None:
    form = MIDDLE.format(name=name, first=SUMMARY).replace("项目简介", label)
    found = read(tmp_path, form)
    assert told(found, "NOMINATED") == {("溪山大学", "".join(name.split()))}
    assert {one.subject.name for one in found if one.predicate == "PARTICIPATED_IN"} == {"裘宁", "郦安平"}


@pytest.mark.parametrize(
    "text",
    [
        "项目名称    某某病定量成像，分层管理研究\n某某病起病隐匿，早期难以识别，现有检查\n项目简介    敏感度不高，易漏诊。",
        "项目名称    某某病定量成像与分层管理研究\n某某病起病隐匿\n项目简介    敏感度不高。",
        "项目名称    某某成像研究\n某某病定量成像与分层管理\n1、某某病起病隐匿，难以识别\n项目简介    敏感度不高，易漏诊",
        "项目简介    某某病起病隐匿\n早期难以识别，现有检查\n主要创新点  敏感度不高，易漏诊，现有检查难以发现。",
    ],
)
def test_a_label_stays_where_a_name_above_may_go_on(text: str) -> None:
    assert with_whole_labels(text) == (text, list(range(len(text))))


def test_line_ends_of_the_page_are_taken_out_of_the_sheet_and_those_of_the_author_stay() -> None:
    text = "项目简介：建立分级随访体系，授权发\n明专利11件。\n提名单位：溪山市医学会"
    one = sheet(text, broken=[text.index("\n")])
    assert one.text == "项目简介：建立分级随访体系，授权发明专利11件。\n提名单位：溪山市医学会"
    assert sheet(text).text == text

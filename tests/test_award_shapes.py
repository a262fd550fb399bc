"""Shapes of nomination forms: single characters that number, signatures, records under headings, tables of users, papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.award import AwardIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from kg.model import Fact
from tests.test_award_layouts import read, told
from tests.test_award_lists import HEAD, PEOPLE, UNITS, WORK, ranked

TITLE = "A large trial of image guidance in skull base surgery"
PLACES = {("谷雨生", "麓山第一医院"), ("司马晴", "潇湘理工大学"), ("雷鸣川", "衡岳影像科技有限公司")}


@pytest.mark.parametrize("marks", ["⑴⑵⑶", "⒈⒉⒊", "❶❷❸", "➀➁➂"])
def test_numbers_of_one_character(marks: str, tmp_path: Path) -> None:
    one, two, three = list(marks)
    found = read(
        tmp_path,
        f"{HEAD}主要完成人情况及贡献：\n{one}谷雨生，男，1971年2月生，教授、主任医师，麓山第一医院神经外科主任。项目负责人，多次在全国\n"
        f"会议上报告该技术。对主要创新1作出贡献。\n{two}司马晴，女，副教授，潇湘理工大学。对主要创新2作出贡献。\n"
        f"{three}雷鸣川，男，工程师，衡岳影像科技有限公司。\n",
    )
    assert told(found, "AFFILIATED_WITH") == PLACES
    assert told(found, "CONTRIBUTED_TO") == {("谷雨生", f"{WORK}#1"), ("司马晴", f"{WORK}#2")}


def test_a_name_that_typesetting_spreads_is_one_among_others(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}主要完成人：谷雨生、司  晴、雷鸣川、方 涛\n")
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", 1), ("司晴", 2), ("雷鸣川", 3), ("方涛", 4)}


def test_names_that_blanks_part_stay_apart(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}主要完成人：谷雨生 司马晴 雷鸣川\n")
    assert ranked(found, "PARTICIPATED_IN") == {("谷雨生", 1), ("司马晴", 2), ("雷鸣川", 3)}


@pytest.mark.parametrize(
    "signed", ["麓山第一医院科研处\n2023年4月11日", "麓山第一医院\n二〇二三年四月十一日", "科技管理部\n2023-04-11"]
)
def test_who_signs_the_notice_ends_the_list(signed: str, tmp_path: Path) -> None:
    units = "1. 麓山第一医院；2. 潇湘理工大学；3. 衡岳影像科技有限公司"
    assert ranked(read(tmp_path, f"{HEAD}{PEOPLE}主要完成单位：{units}\n{signed}\n"), "COMPLETED") == UNITS


def test_the_first_person_below_a_heading_with_a_blank_line(tmp_path: Path) -> None:
    people = "".join(
        f"姓名：{name}\n排名：{rank}\n工作单位：{place}\n完成单位：{place}\n\n"
        for rank, (name, place) in enumerate(sorted(PLACES), 1)
    )
    found = read(tmp_path, f"{HEAD}\n二、主要完成人\n\n{people}")
    assert told(found, "AFFILIATED_WITH") == PLACES


@pytest.mark.parametrize(
    ("words", "place", "position"),
    [
        ("麓山第一医院神经外科，主任医师", "麓山第一医院", None),
        ("潇湘理工大学信息学院副院长，教授", "潇湘理工大学", "信息学院副院长"),
        ("潇湘理工大学信息学院，教授", "潇湘理工大学信息学院", None),
    ],
)
def test_departments_and_colleges_behind_a_name(words: str, place: str, position: str | None, tmp_path: Path) -> None:
    found = read(
        tmp_path, f"{HEAD}主要完成人：\n第一完成人：谷雨生，{words}。负责总体设计。\n第二完成人：司马晴，潇湘医院，教授。\n"
    )
    said = next(one for one in found if one.predicate == "AFFILIATED_WITH" and one.subject.name == "谷雨生")
    assert (said.object.name, said.qualifiers.get("position")) == (place, position)


def test_rows_beside_the_word_for_users_are_users(tmp_path: Path) -> None:
    path = tmp_path / "form.html"
    path.write_text(
        f"<p>2023年湖南省科学技术奖提名公示</p><table><tr><th>项目名称</th><td colspan=3>{WORK}</td></tr>"
        "<tr><th>提名单位</th><td colspan=3>湖南省医学会</td></tr>"
        "<tr><th>主要完成人</th><td colspan=3>谷雨生、司马晴、雷鸣川</td></tr>"
        "<tr><th>主要完成单位</th><td colspan=3>麓山第一医院</td></tr>"
        "<tr><th rowspan=3>主要应用单位</th><th>单位名称</th><th>应用时间</th><th>应用例数</th></tr>"
        "<tr><td>岳阳楼医院</td><td>2019年起</td><td>120例</td></tr><tr><td>常德市中心医院</td><td>2020年起</td><td>88例</td></tr></table>",
        "utf-8",
    )
    found = [one for one in AwardIngester().ingest(read_document(path), pipeline()) if isinstance(one, Fact)]
    assert told(found, "ADOPTED_BY") == {(WORK, "岳阳楼医院"), (WORK, "常德市中心医院")}
    assert told(found, "COMPLETED") == {("麓山第一医院", WORK)}


def authors(found: list[Fact]) -> set[tuple[str, object, object]]:
    told_of = (one for one in found if one.predicate == "AUTHORED" and one.object.name == TITLE)
    return {(one.subject.name, one.qualifiers.get("order"), one.qualifiers.get("corresponding")) for one in told_of}


def test_a_paper_between_angles_with_labelled_authors(tmp_path: Path) -> None:
    paper = f"论文1：<{TITLE}\n，Neuro Imaging，2021，第一作者：谷雨生；通讯作者：司马晴、雷鸣川>\n"
    found = read(tmp_path, f"{HEAD}{PEOPLE}代表性论文专著目录：\n{paper}")
    assert authors(found) == {("谷雨生", 1, False), ("司马晴", None, True), ("雷鸣川", None, True)}
    assert told(found, "PUBLISHED_IN") == {(TITLE, "Neuro Imaging")}


@pytest.mark.parametrize(
    "names",
    [
        "中文作者姓名：谷雨生、司马晴（通讯作者：司马晴）",
        "（作者中文名：谷雨生，司马晴*）",
        "中文作者：谷雨生、司马晴，通讯作者：司马晴",
    ],
)
def test_the_chinese_names_of_a_references_authors(names: str, tmp_path: Path) -> None:
    papers = f"论文1  Gu YS, Sima Q. {TITLE}. Neuro Imaging, 2021.\n       {names}\n"
    found = read(tmp_path, f"{HEAD}{PEOPLE}四、代表性论文、专著\n{papers}")
    assert authors(found) == {("谷雨生", 1, False), ("司马晴", 2, True)}


@pytest.mark.parametrize(
    "book",
    [
        "专著   《颅底影像导航》，湖湘科学出版社，2020年。谷雨生主编，\n       司马晴、雷鸣川副主编。",
        "专著1：《颅底影像导航》，长沙：湖湘科学出版社，2020。主编：谷雨生；副主编：司马晴、雷鸣川",
    ],
)
def test_a_book_with_its_publisher_and_editors(book: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}{PEOPLE}四、代表性论文、专著\n论文1  Gu YS, Sima Q. {TITLE}. Neuro Imaging, 2021.\n{book}\n")
    roles = {(one.subject.name, one.qualifiers.get("role")) for one in found if one.object.name == "颅底影像导航"}
    assert roles == {("谷雨生", "主编"), ("司马晴", "副主编"), ("雷鸣川", "副主编")}
    assert ("颅底影像导航", WORK) in told(found, "OUTPUT_OF")


def test_a_reference_with_a_publisher_for_its_journal_is_a_book(tmp_path: Path) -> None:
    book = "1．谷雨生（主编）. 颅底影像导航图谱. 长沙：湖湘科学出版社, 2022."
    found = read(tmp_path, f"{HEAD}{PEOPLE}代表性论文专著目录\n{book}\n")
    assert {(one.object.label, one.qualifiers.get("role")) for one in found if one.predicate == "AUTHORED"} == {
        ("Guideline", "主编")
    }
    assert not told(found, "PUBLISHED_IN")


@pytest.mark.parametrize("seat", ["《中国颅底影像》编委", "《颅底影像学报》主编"])
def test_a_seat_on_a_journals_board_is_no_book(seat: str, tmp_path: Path) -> None:
    people = f"①谷雨生，教授，麓山第一医院。负责总体设计，任{seat}。\n②司马晴，教授，潇湘理工大学。"
    assert not told(read(tmp_path, f"{HEAD}主要完成人情况：\n{people}\n"), "AUTHORED")


PLAIN_TABLE = (
    "排名\t姓名\t职称\t工作单位\t完成单位\t对本项目的贡献\n"
    "1\t谷雨生\t教授\t麓山第一医院\t麓山第一医院\t负责总体设计，提出创新点1。\n"
    "2\t司马晴\t主治医师\t\t\t参与创新点2。\n"
    "3\t雷鸣川\t工程师\t衡岳影像科技有限公司\t衡岳影像科技有限公司\t研制软件。\n"
)


def test_a_text_file_leaves_a_place_of_work_blank_below_the_same(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}主要完成人情况\n{PLAIN_TABLE}")
    assert told(found, "AFFILIATED_WITH") == {
        ("谷雨生", "麓山第一医院"),
        ("司马晴", "麓山第一医院"),
        ("雷鸣川", "衡岳影像科技有限公司"),
    }


def test_a_page_that_could_merge_cells_leaves_blank_what_is_blank(tmp_path: Path) -> None:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split(chr(9)))}</tr>" for row in PLAIN_TABLE.splitlines())
    path = tmp_path / "form.html"
    lines = "".join(f"<p>{line}</p>" for line in HEAD.splitlines())
    path.write_text(f"<p>2023年湖南省科学技术奖提名公示</p>{lines}<p>主要完成人情况</p><table>{rows}</table>", "utf-8")
    found = [one for one in AwardIngester().ingest(read_document(path), pipeline()) if isinstance(one, Fact)]
    assert "司马晴" in {who for who, _ in told(found, "PARTICIPATED_IN")}
    assert "司马晴" not in {who for who, _ in told(found, "AFFILIATED_WITH")}


def test_a_head_of_two_rows_in_text(tmp_path: Path) -> None:
    table = (
        "序号\t论文名称\t刊名\t年份\t作者\t\t他引次数\n\t\t\t\t通讯作者\t全部作者\n"
        f"1\t{TITLE}\tNeuro Imaging\t2021\t司马晴\t谷雨生、司马晴\t12\n"
    )
    found = read(tmp_path, f"{HEAD}{PEOPLE}代表性论文目录\n{table}")
    assert authors(found) == {("谷雨生", 1, False), ("司马晴", 2, True)}

"""Layouts of nomination forms, one question each: what a label, a heading or a running head is, and what it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.award import AwardIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from kg.model import Fact

WORK = "肾动脉狭窄多参数磁共振评估技术"
HEAD = f"项目名称：{WORK}\n提名单位：江苏省医学会\n"
PEOPLE = "主要完成人：\n姓名：岑子昂\n排名：1\n工作单位：南京枫林医院\n姓名：祁连玉\n排名：2\n工作单位：南京枫林医院\n"


def read(folder: Path, text: str) -> list[Fact]:
    path = folder / "form.txt"
    path.write_text(text, "utf-8")
    return [one for one in AwardIngester().ingest(read_document(path), pipeline()) if isinstance(one, Fact)]


def told(found: list[Fact], predicate: str) -> set[tuple[str, str]]:
    return {(one.subject.name, one.object.name) for one in found if one.predicate == predicate}


def numbers(found: list[Fact], predicate: str = "CONTRIBUTED_TO") -> set[tuple[str, str]]:
    return {(one.subject.name, one.object.name.rsplit("#", 1)[-1]) for one in found if one.predicate == predicate}


@pytest.mark.parametrize("first", ["排序", "序号", "排名"])
def test_a_heading_above_a_column_of_its_own_words_is_no_longer_label(first: str, tmp_path: Path) -> None:
    table = f"主要完成单位\n{first}\n单位名称\n1\n南京枫林医院\n2\n钟山理工大学\n"
    found = [one for one in read(tmp_path, HEAD + table) if one.predicate == "COMPLETED"]
    assert {(one.subject.name, one.qualifiers["rank"]) for one in found} == {("南京枫林医院", 1), ("钟山理工大学", 2)}


def test_a_label_broken_over_a_line_is_one(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + PEOPLE + "对本项目\n贡献：提出创新点1和创新点2。\n")
    assert numbers(found) == {("祁连玉", "1"), ("祁连玉", "2")}


TERSE = """关于申报2025年江苏省科技奖的公示
{work}：某某技术的临床应用研究
{unit}：南京枫林医院、钟山理工大学
{people}：岑子昂、祁连玉
"""


@pytest.mark.parametrize(
    ("work", "unit", "people"), [("项目", "单位", "人员"), ("成果", "单位", "成员"), ("课题", "单位", "主要人员")]
)
def test_a_notice_of_terse_labels(work: str, unit: str, people: str, tmp_path: Path) -> None:
    found = read(tmp_path, TERSE.format(work=work, unit=unit, people=people))
    assert {who for who, _ in told(found, "COMPLETED")} == {"南京枫林医院", "钟山理工大学"}
    assert {who for who, _ in told(found, "PARTICIPATED_IN")} == {"岑子昂", "祁连玉"}


@pytest.mark.parametrize(
    "text",
    [
        "关于检查安排的通知\n项目：腹部增强检查\n单位：南京枫林医院\n人员：岑子昂、祁连玉\n",  # no award is spoken of
        HEAD + "成果推广：已推广。\n项目：国家自然科学基金课题\n单位：钟山理工大学\n",  # the work has its own label
    ],
)
def test_terse_labels_alone_make_no_nomination(text: str, tmp_path: Path) -> None:
    found = read(tmp_path, text)
    assert not told(found, "COMPLETED")
    assert {work for _, work in told(found, "NOMINATED")} <= {WORK}


@pytest.mark.parametrize("head", ["某某奖提名书   第 2 页 共 9 页", "公示材料  第2页", "江苏省科学技术奖 第 12 页，共 20 页"])
def test_a_running_head_is_no_part_of_a_contribution(head: str, tmp_path: Path) -> None:
    text = HEAD + PEOPLE + f"对本项目的贡献：提出\n{head}\n创新点1，完成创新点2。\n"
    assert numbers(read(tmp_path, text)) == {("祁连玉", "1"), ("祁连玉", "2")}


@pytest.mark.parametrize("heading", ["完成人贡献", "主要完成人贡献", "各完成人具体贡献"])
def test_a_section_of_contributions_by_name(heading: str, tmp_path: Path) -> None:
    listed = "主要完成人：岑子昂（南京枫林医院）、祁连玉（钟山理工大学）\n"
    said = f"{heading}：\n岑子昂：负责总体设计，完成创新点1、2。\n祁连玉：完成创新点3。外单位贾某：完成创新点4。\n"
    assert numbers(read(tmp_path, HEAD + listed + said)) == {("岑子昂", "1"), ("岑子昂", "2"), ("祁连玉", "3")}


@pytest.mark.parametrize(
    ("line", "received"),
    [
        ("2022年度江苏医学科技奖一等奖（岑子昂、祁连玉）", {"岑子昂", "祁连玉"}),
        ("岑子昂曾获2020年江苏医学科技奖二等奖（排名第2）", {"岑子昂"}),
        ("江苏医学科技奖，二等奖，2020年，肾动脉评估技术", {WORK}),
        ("2021年\t江苏医学科技奖\t二等奖\t肾动脉评估技术", {WORK}),
        ("2022年度江苏医学科技奖一等奖（岑子昂、别院甲）", {WORK}),  # who is not theirs: no one is told apart
    ],
)
@pytest.mark.parametrize("heading", ["既往获奖：", "四、曾获科技奖励情况\n"])
def test_who_received_an_award_of_the_section(heading: str, line: str, received: set[str], tmp_path: Path) -> None:
    found = [one for one in read(tmp_path, HEAD + PEOPLE + heading + line + "\n") if one.predicate == "RECEIVED"]
    assert {one.subject.name for one in found} == received
    assert {one.object.name for one in found} == {"江苏医学科技奖"}
    assert {one.qualifiers["grade"] for one in found} <= {"一等奖", "二等奖"}


@pytest.mark.parametrize(
    "units", ["（1）南京枫林医院（2）钟山理工大学", "1.南京枫林医院 2.钟山理工大学", "①南京枫林医院②钟山理工大学"]
)
def test_numbered_units_behind_the_people_are_not_the_last_ones(units: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + PEOPLE + f"完成单位：{units}\n")
    assert {who for who, _ in told(found, "COMPLETED")} == {"南京枫林医院", "钟山理工大学"}
    assert told(found, "AFFILIATED_WITH") == {("岑子昂", "南京枫林医院"), ("祁连玉", "南京枫林医院")}


@pytest.mark.parametrize("place", ["江苏省", "北京市", "广西壮族自治区"])
def test_a_province_nominates_by_its_government(place: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"项目名称：{WORK}\n提名者：{place}\n" + PEOPLE)
    assert told(found, "NOMINATED") == {(f"{place}人民政府", WORK)}


@pytest.mark.parametrize("name", ["南京市", "吉林市", "华东", "专家提名"])
def test_other_places_do_not(name: str, tmp_path: Path) -> None:
    assert not told(read(tmp_path, f"项目名称：{WORK}\n提名者：{name}\n" + PEOPLE), "NOMINATED")


@pytest.mark.parametrize(
    ("points", "count"),
    [
        ("创新点一 提出血流定量方法。\n创新点二 建立狭窄分级模型。", 2),
        ("创新点1 研制专用线圈。\n创新点2 构建随访数据库。\n创新点3 制定检查流程。", 3),
        ("创新点1和创新点2 相互支撑。\n创新点2 和其他工作有关。", 0),
    ],
)
def test_points_headed_without_a_colon(points: str, count: int, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + f"主要创新点：\n{points}\n" + PEOPLE)
    assert len(told(found, "HAS_INNOVATION")) == count


@pytest.mark.parametrize(
    ("field", "programs"),
    [
        ("国家自然科学基金面上项目", {"国家自然科学基金"}),
        ("国家重点研发计划（编号：2018YFC0116400）、江苏省自然科学基金", {"国家重点研发计划", "江苏省自然科学基金"}),
        ("1.国家自然科学基金（81670000）；2.江苏省重点研发计划", {"国家自然科学基金", "江苏省重点研发计划"}),
        ("自选课题", set()),
    ],
)
def test_the_field_of_funding_lists_programmes(field: str, programs: set[str], tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + f"任务来源：{field}\n" + PEOPLE)
    assert {program for _, program in told(found, "FUNDED_BY")} == programs


@pytest.mark.parametrize("heading", ["五、旁证材料", "十、其他事项", "三、附件清单"])
def test_a_chapter_that_no_label_names_ends_the_list_of_units(heading: str, tmp_path: Path) -> None:
    units = f"主要完成单位\n第一完成单位：南京枫林医院\n第二完成单位：钟山理工大学\n\n{heading}\n见所附光盘。\n"
    found = read(tmp_path, HEAD + PEOPLE + units)
    assert {who for who, _ in told(found, "COMPLETED")} == {"南京枫林医院", "钟山理工大学"}
